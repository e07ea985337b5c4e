/* gazetteer.h: the world's places as a read-only image: names to places, places to what is known of them.
 *
 * gazetteer/build.py makes the image and says what stands in it. It is a layer of a lexicon (sg_lexicon_open), mapped
 * and used where it lies: opening looks at the header only, and every number is checked where it is read, so that a
 * damaged image gives wrong places or none, never a wrong step. */
#ifndef SG_GAZETTEER_H
#define SG_GAZETTEER_H

#include "base.h"

#define SG_NOWHERE UINT32_MAX

typedef enum sg_place_kind {
    SG_PLACE_COUNTRY,
    SG_PLACE_FIRST,
    SG_PLACE_SECOND,
    SG_PLACE_TOWN,
    SG_PLACE_KINDS
} sg_place_kind;

typedef struct sg_gazetteer {
    const unsigned char *places, *features, *codes, *buckets, *keys, *whose;
    const char *pool;
    uint32_t kinds[SG_PLACE_KINDS], count; /* places of each kind, which stand in this order; all */
    uint32_t feature_count, key_count, pool_size;
} sg_gazetteer;

bool sg_is_gazetteer(sg_str image);
/* NULL where it can be used, else why not. The bytes must outlive it. */
const char *sg_gazetteer_open(sg_gazetteer *, sg_str image);
/* "world 0123…" in the arena. */
const char *sg_gazetteer_version(sg_arena *, sg_str image);

typedef struct sg_spot { /* what is known of a place */
    uint32_t id, people;
    int32_t lat, lon;                     /* 1e-5 degrees */
    const char *name, *country, *feature; /* country: ISO 3166-1 alpha-3 */
    uint32_t state;    /* number of its country (sg_gazetteer_country), or SG_NOWHERE */
    uint32_t division; /* number of the place that it is a part of: a division, or for a first one its country */
    sg_place_kind kind;
} sg_spot;
/* `place` is a number below count; of another one the spot is empty. */
sg_spot sg_gazetteer_spot(const sg_gazetteer *, uint32_t place);

/* The keys of a name in normal form, given by its hash (chained with SG_HASH); the largest places first, those whose
 * own name it is before those that are only also called so. */
typedef struct sg_keys {
    uint32_t first, count;
} sg_keys;
sg_keys sg_gazetteer_find(const sg_gazetteer *, uint64_t hash);
uint32_t sg_gazetteer_place(const sg_gazetteer *, uint32_t key, bool *own_name);

/* The state (ISO 3166-1 alpha-3) of the largest town so called, if it has that many people and no town of another state
 * has a quarter of them; else NULL. */
const char *sg_gazetteer_town(const sg_gazetteer *, uint64_t hash, uint32_t least);
uint32_t sg_gazetteer_by_id(const sg_gazetteer *, uint32_t geonameid);
uint32_t sg_gazetteer_country(const sg_gazetteer *, sg_str iso); /* alpha-3 or alpha-2, capitals */
/* The first division that a place is, or lies in; SG_NOWHERE for a country. */
uint32_t sg_gazetteer_first(const sg_gazetteer *, uint32_t place);

#endif
