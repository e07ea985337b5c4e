/* gazetteer.c: see gazetteer.h; gazetteer/build.py has the layout. */
#include "gazetteer.h"

static const char MAGIC[8] = {'S', 'G', 'G', 'E', 'O', '\r', '\n', '\0'};

enum {
    IMAGE_VERSION = 1,
    HEADER = 64, /* magic 8, version, length, sum 8, four counts of places, features, keys, pool bytes, credit */
    AT_VERSION = 8,
    AT_LENGTH = 12,
    AT_SUM = 16,
    AT_KINDS = 24,
    AT_FEATURES = 40,
    AT_KEYS = 44,
    AT_POOL = 48,
    PLACE = 24, /* id, latitude, longitude, people, name, country 1, feature 1, division 2 */
    BUCKETS = 1 << 16,
    OWN_NAME = 1 << 24,
    NO_DIVISION = 0xFFFF
};

static uint32_t get32(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

bool sg_is_gazetteer(sg_str image) {
    return image.n >= HEADER && memcmp(image.s, MAGIC, sizeof MAGIC) == 0;
}

const char *sg_gazetteer_version(sg_arena *a, sg_str image) {
    const unsigned char *p = (const unsigned char *)image.s;
    return sg_printf(a, "world %08x%08x", (unsigned)get32(p + AT_SUM + 4), (unsigned)get32(p + AT_SUM));
}

const char *sg_gazetteer_open(sg_gazetteer *g, sg_str image) {
    const unsigned char *p = (const unsigned char *)image.s, *at = p + HEADER;
    if (!sg_is_gazetteer(image)) return "this is no gazetteer";
    if (get32(p + AT_VERSION) != IMAGE_VERSION) return "the gazetteer is of another version";
    if (get32(p + AT_LENGTH) != image.n) return "the gazetteer is cut";
    *g = (sg_gazetteer){0};
    uint64_t count = 0, keys = get32(p + AT_KEYS), features = get32(p + AT_FEATURES), pool = get32(p + AT_POOL);
    for (int i = 0; i < SG_PLACE_KINDS; i++) count += g->kinds[i] = get32(p + AT_KINDS + 4 * i);
    uint64_t codes = ((uint64_t)g->kinds[SG_PLACE_COUNTRY] * 6 + 3) / 4 * 4;
    uint64_t whole = HEADER + count * PLACE + features * 4 + codes + (BUCKETS + 1) * 4 + keys * 8 + pool;
    if (whole != image.n || !pool || p[image.n - 1] != 0) return "the gazetteer is damaged";
    g->count = (uint32_t)count;
    g->feature_count = (uint32_t)features;
    g->key_count = (uint32_t)keys;
    g->pool_size = (uint32_t)pool;
    g->places = at;
    g->features = at += count * PLACE;
    g->codes = at += features * 4;
    g->buckets = at += codes;
    g->keys = at += (BUCKETS + 1) * 4;
    g->whose = at += keys * 4;
    g->pool = (const char *)(at + keys * 4);
    return NULL;
}

static const char *pooled(const sg_gazetteer *g, uint32_t at) {
    return at < g->pool_size ? g->pool + at : "";
}

static sg_place_kind kind_of(const sg_gazetteer *g, uint32_t place) {
    int kind = 0;
    while (kind < SG_PLACE_TOWN && place >= g->kinds[kind]) place -= g->kinds[kind++];
    return (sg_place_kind)kind;
}

/* Alpha-3 codes stand in a place's stead of four bytes, so they are terminated. */
static const char *iso3(const sg_gazetteer *g, uint32_t country) {
    const char *code = (const char *)g->codes + 4 * (size_t)country;
    return country < g->kinds[SG_PLACE_COUNTRY] && !code[3] ? code : "";
}

sg_spot sg_gazetteer_spot(const sg_gazetteer *g, uint32_t place) {
    sg_spot s = {.name = "", .country = "", .feature = "", .state = SG_NOWHERE, .division = SG_NOWHERE};
    if (place >= g->count) return s;
    const unsigned char *p = g->places + PLACE * (size_t)place;
    uint32_t country = p[20], feature = p[21], division = p[22] | (uint32_t)p[23] << 8;
    s.id = get32(p);
    s.lat = (int32_t)get32(p + 4);
    s.lon = (int32_t)get32(p + 8);
    s.people = get32(p + 12);
    s.name = pooled(g, get32(p + 16));
    s.country = iso3(g, country);
    if (*s.country) s.state = country;
    s.feature = feature < g->feature_count ? pooled(g, get32(g->features + 4 * feature)) : "";
    s.kind = kind_of(g, place);
    uint32_t divisions = g->kinds[SG_PLACE_FIRST] + g->kinds[SG_PLACE_SECOND];
    if (division != NO_DIVISION && division < divisions && s.kind > SG_PLACE_FIRST)
        s.division = g->kinds[SG_PLACE_COUNTRY] + division;
    else if (s.kind != SG_PLACE_COUNTRY && country < g->kinds[SG_PLACE_COUNTRY]) s.division = country;
    return s;
}

uint32_t sg_gazetteer_first(const sg_gazetteer *g, uint32_t place) {
    for (int up = 0; up < SG_PLACE_KINDS && place < g->count; up++) { /* a damaged image may go round */
        sg_place_kind kind = kind_of(g, place);
        if (kind == SG_PLACE_FIRST) return place;
        if (kind == SG_PLACE_COUNTRY) break;
        place = sg_gazetteer_spot(g, place).division;
    }
    return SG_NOWHERE;
}

sg_keys sg_gazetteer_find(const sg_gazetteer *g, uint64_t hash) {
    uint64_t h = (hash ^ hash >> 32) >> 16;
    uint32_t bucket = (uint32_t)(h >> 32), low = (uint32_t)h;
    uint32_t from = get32(g->buckets + 4 * (size_t)bucket), to = get32(g->buckets + 4 * (size_t)bucket + 4);
    sg_keys found = {0, 0};
    if (to > g->key_count) to = g->key_count;
    for (uint32_t i = from; i < to && !found.count; i++)
        if (get32(g->keys + 4 * (size_t)i) == low) found = (sg_keys){i, 1};
    while (found.count && found.first + found.count < to && get32(g->keys + 4 * (size_t)(found.first + found.count)) == low)
        found.count++;
    return found;
}

uint32_t sg_gazetteer_place(const sg_gazetteer *g, uint32_t key, bool *own_name) {
    uint32_t whose = key < g->key_count ? get32(g->whose + 4 * (size_t)key) : SG_NOWHERE;
    *own_name = (whose & OWN_NAME) != 0;
    whose &= OWN_NAME - 1;
    return whose < g->count ? whose : SG_NOWHERE;
}

const char *sg_gazetteer_town(const sg_gazetteer *g, uint64_t hash, uint32_t least) {
    enum { PART = 4 };
    sg_keys k = sg_gazetteer_find(g, hash);
    sg_spot best = {0};
    uint32_t other = 0; /* people of the largest of another state */
    for (uint32_t i = 0; i < k.count; i++) {
        bool own;
        uint32_t place = sg_gazetteer_place(g, k.first + i, &own);
        sg_spot p = place == SG_NOWHERE ? (sg_spot){0} : sg_gazetteer_spot(g, place);
        if (!p.country || p.kind != SG_PLACE_TOWN) continue;
        bool apart = best.country && strcmp(p.country, best.country) != 0, larger = p.people > best.people;
        if (apart && (larger ? best.people : p.people) > other) other = larger ? best.people : p.people;
        if (larger) best = p;
    }
    return best.people >= least && other < best.people / PART ? best.country : NULL;
}

uint32_t sg_gazetteer_by_id(const sg_gazetteer *g, uint32_t id) {
    uint32_t first = 0;
    for (int kind = 0; kind < SG_PLACE_KINDS; first += g->kinds[kind++]) {
        uint32_t low = first, high = first + g->kinds[kind];
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (get32(g->places + PLACE * (size_t)middle) < id) low = middle + 1;
            else high = middle;
        }
        if (low < first + g->kinds[kind] && get32(g->places + PLACE * (size_t)low) == id) return low;
    }
    return SG_NOWHERE;
}

uint32_t sg_gazetteer_country(const sg_gazetteer *g, sg_str iso) {
    uint32_t count = g->kinds[SG_PLACE_COUNTRY];
    const unsigned char *code = g->codes + (iso.n == 2 ? 4 * (size_t)count : 0);
    size_t wide = iso.n == 2 ? 2 : 4;
    if (iso.n != 2 && iso.n != 3) return SG_NOWHERE;
    for (uint32_t i = 0; i < count; i++, code += wide)
        if (code[0] == (unsigned char)iso.s[0] && !memcmp(code, iso.s, iso.n)) return i;
    return SG_NOWHERE;
}
