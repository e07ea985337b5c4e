/* lands.h: of which land is who acts, where no word by him says it: "the soldiers", "police", "the ministry", "General X".
 *
 * Every state and every organisation of states that the document names stands for election, and that none is known. What
 * speaks for each (the dateline, the title, the sentence, who is named beside him, how often a land is named) is counted in
 * small numbers, with weights from table en/lands, by the sector of the one asked for; rank.h explains features. */
#ifndef SG_LANDS_H
#define SG_LANDS_H
#include "rank.h"

typedef struct sg_lands sg_lands;

typedef struct sg_land_ask {
    uint32_t tok;
    const char *sector;
    const char *told; /* what its chain says, or NULL */
    const char *host; /* the land that it is in, and not of: "the embassy in Lagos"; or NULL */
    const char *name; /* a person's, or NULL */
    bool alike;       /* the chain's party is of that sector too */
    bool named;       /* a person by name */
    bool unnamed;     /* nobody is named at all: the word is the act's */
    bool state;       /* of a state only: no body has a junta */
} sg_land_ask;

/* What was asked on the way, for the trainer (train/lands.py): called for each land, at last with `code` NULL for none; then
 * `chosen`. */
typedef struct sg_land_trace {
    void *user;
    void (*choice)(void *user, const sg_land_ask *, const char *code, const uint32_t *features, size_t count);
    void (*chosen)(void *user, const sg_land_ask *, const char *code);
} sg_land_trace;

/* What the document names, counted once: when names and places are known, before pronouns and descriptions are. */
sg_lands *sg_lands_of(const sg_doc *, const sg_ranks *, const sg_land_trace *);
/* The state's code, or the organisation's actor code; NULL where it cannot be told. *lead: by how much it leads the next, in the
 * table's units, 1 at least; may be NULL. */
const char *sg_lands_choose(const sg_lands *, const sg_land_ask *, int32_t *lead);
/* How often the document names the land. */
uint32_t sg_lands_told(const sg_lands *, const char *code);
/* The two states that the document names most, where both are named often and no third is; 0 where they are not two. */
size_t sg_lands_pair(const sg_lands *, const char *codes[2]);
/* The nearest land before the word, or else behind it, whose code begins so (a state's, or "IGO"); NULL where there is none. */
const char *sg_lands_named(const sg_lands *, uint32_t tok, const char *code);
/* The code that the state had on the day of publication: the Congo of 1991 was Zaire. */
const char *sg_land_then(const sg_doc *, const char *code);
/* A country's code, and no organisation's? */
bool sg_land_is_state(const char *code);
/* Is a part of the world meant by its name: no land, and no organisation? */
bool sg_land_is_region(const sg_ent *e);
/* "Reuters reported that police had arrested ten": one who tells the news of all the world, or reports for such a one? His
 * own land says nothing of whose police they are. */
bool sg_tells_from_afar(const sg_ent *e);
#endif
