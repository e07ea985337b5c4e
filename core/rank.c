/* rank.c: see rank.h. */
#include "rank.h"

#include <stdio.h>

typedef enum domain {
    ONE,
    TWO,
    FOUR,
    NEAR,
    CASE,
    THING,
    FORM,
    ROLE,
    LIKE,
    TIE,
    SAID,
    FITS,
    HIT,
    CLUE,
    SECTOR,
    DOMAINS
} domain;

/* Names of values as the table writes them; numbers where there are none. */
static const char *const thing_names[] = {"other", "person", "body", "place"};
static const char *const form_names[] = {"1s",  "1p",  "2",    "3m",    "3f",     "3n",    "3p",    "dem", "dems",
                                         "any", "rel", "each", "two",   "former", "last",  "loc",   "np",  "np1",
                                         "def", "thi", "poss", "indef", "bare",   "bares", "quant", "pair"};
static const char *const role_names[] = {"nsubj", "pass", "obj",   "agent", "obl", "poss",
                                         "nmod",  "mod",  "appos", "pred",  "dep"};
static const char *const like_names[] = {"no",    "all",  "last", "first", "part",   "more",   "initials",
                                         "alias", "noun", "less", "other", "within", "office", "kind"};
static const char *const tie_names[] = {"no",     "appos",   "pred",   "inside", "round",
                                        "clause", "subject", "teller", "deed",   "conj"};
static const char *const said_names[] = {"plain", "speaker", "other"};
static const char *const fits_names[] = {"fits", "may", "not"};
static const char *const hit_names[] = {"no",   "state", "capital", "city",   "land", "folk",
                                        "seat", "organ", "org",     "holder", "role", "group"};
static const char *const clue_names[] = {
    "person",   "people", "body",    "place", "country", "thing", "ending",  "unknown", "given",  "title",
    "nbody",    "nplace", "nperson", "caps",  "two",     "more",  "the",     "many",    "speaks", "acts",
    "relative", "owns",   "among",   "party", "pperson", "pbody", "fperson", "fbody",   "fplace", "fnothing"};

static const char *const sector_names[] = {"none", "gov", "mil", "cop", "jud", "leg", "pol",
                                           "reb",  "out", "cvl", "lab", "soc", "bus"};

static const struct {
    unsigned count;
    const char *const *names;
} DOMAIN[DOMAINS] = {
    [ONE] = {1, NULL},
    [TWO] = {2, NULL},
    [FOUR] = {4, NULL},
    [NEAR] = {SG_NEAR, NULL},
    [CASE] = {SG_CASES, NULL},
    [THING] = {SG_THINGS, thing_names},
    [FORM] = {SG_REF_FORMS, form_names},
    [ROLE] = {SG_ROLES, role_names},
    [LIKE] = {SG_LIKES, like_names},
    [TIE] = {SG_TIES, tie_names},
    [SAID] = {SG_SAIDS, said_names},
    [FITS] = {3, fits_names},
    [HIT] = {SG_HITS, hit_names},
    [CLUE] = {SG_CLUES, clue_names},
    [SECTOR] = {SG_SECTORS, sector_names},
};

static const struct {
    const char *name;
    domain of[3];
} FEATURE[SG_F_COUNT] = {
#define X_(id, name, a, b, c) {name, {a, b, c}},
    SG_FEATURES(X_)
#undef X_
};

_Static_assert(sizeof form_names / sizeof *form_names == SG_REF_FORMS, "a form without a name");
_Static_assert(sizeof role_names / sizeof *role_names == SG_ROLES, "a role without a name");
_Static_assert(sizeof like_names / sizeof *like_names == SG_LIKES, "a likeness without a name");
_Static_assert(sizeof tie_names / sizeof *tie_names == SG_TIES, "a tie without a name");
_Static_assert(sizeof hit_names / sizeof *hit_names == SG_HITS, "a table without a name");
_Static_assert(sizeof sector_names / sizeof *sector_names == SG_SECTORS, "a class of sectors without a name");
_Static_assert(sizeof clue_names / sizeof *clue_names == SG_CLUES, "a clue without a name");

static unsigned count_of(unsigned f, int k) {
    return DOMAIN[FEATURE[f].of[k]].count;
}

static bool number_of(sg_str s, long *out) {
    bool minus = s.n && s.s[0] == '-';
    long v = 0;
    if (s.n == minus || s.n > 6) return false;
    for (size_t i = minus; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') return false;
        v = v * 10 + (s.s[i] - '0');
    }
    *out = minus ? -v : v;
    return true;
}

static bool value_of(domain of, sg_str s, unsigned *out) {
    long n;
    for (unsigned i = 0; DOMAIN[of].names && i < DOMAIN[of].count; i++) {
        const char *name = DOMAIN[of].names[i];
        if (s.n && name[0] == s.s[0] && sg_eqz(s, name)) return *out = i, true;
    }
    if (DOMAIN[of].names || !number_of(s, &n) || n < 0 || n >= (long)DOMAIN[of].count) return false;
    *out = (unsigned)n;
    return true;
}

/* The feature of that name, sought from the last one's on, as a table lists all values of one together; SG_F_COUNT: none. */
static unsigned feature_of(const char *name, unsigned last) {
    for (unsigned i = 0; i < SG_F_COUNT; i++) {
        unsigned f = (last + i) % SG_F_COUNT;
        if (!strcmp(FEATURE[f].name, name)) return f;
    }
    return SG_F_COUNT;
}

/* "3m np" to the feature's number; false where the table says what no program knows. */
static bool place_of(const sg_ranks *r, const sg_row *row, unsigned f, uint32_t *at) {
    unsigned v[3] = {0};
    if (f == SG_F_COUNT) return false;
    sg_str rest = sg_str_of(row->cell[1]), one;
    for (int k = 0; k < 3; k++) {
        if (FEATURE[f].of[k] == ONE) continue;
        if (!sg_cut(&rest, ' ', &one) || !value_of(FEATURE[f].of[k], one, &v[k])) return false;
    }
    *at = sg_feature_at(r, (sg_feature)f, v[0], v[1], v[2]);
    return true;
}

static void read_weights(sg_ranks *r, const sg_lexicon *l, sg_table_id table) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(l, table, &n);
    unsigned f = 0;
    for (size_t i = n; i-- > 0;) { /* a later layer's rows stand first and win */
        uint32_t at;
        long v;
        bool other = i + 1 == n || rows[i].cell[0] != rows[i + 1].cell[0]; /* the same name is one in the pool */
        if (other) f = feature_of(rows[i].cell[0], f);
        if (!place_of(r, &rows[i], f, &at) || !number_of(sg_str_of(rows[i].cell[2]), &v)) continue;
        r->weight[at] = (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v);
    }
}

sg_ranks *sg_ranks_new(const sg_lexicon *l) {
    sg_ranks *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    for (unsigned f = 0; f < SG_F_COUNT; f++) {
        r->step[f][0] = count_of(f, 1) * count_of(f, 2);
        r->step[f][1] = count_of(f, 2);
        r->base[f + 1] = r->base[f] + count_of(f, 0) * r->step[f][0];
    }
    r->weight = calloc(r->base[SG_F_COUNT], sizeof *r->weight);
    if (r->weight) {
        read_weights(r, l, SG_T_CHAINS);
        read_weights(r, l, SG_T_LANDS);
    }
    if (r->weight) return r;
    sg_ranks_free(r);
    return NULL;
}

void sg_ranks_free(sg_ranks *r) {
    if (!r) return;
    free(r->weight);
    free(r);
}

static int put_value(char *out, size_t room, domain of, unsigned v) {
    if (DOMAIN[of].names) return snprintf(out, room, "%s", DOMAIN[of].names[v]);
    return snprintf(out, room, "%u", v);
}

void sg_feature_name(const sg_ranks *r, uint32_t at, char *out, size_t room) {
    unsigned f = 0;
    while (f + 1 < SG_F_COUNT && r->base[f + 1] <= at) f++;
    uint32_t rest = at - r->base[f];
    unsigned v[3] = {rest / r->step[f][0], rest / r->step[f][1] % count_of(f, 1), rest % count_of(f, 2)};
    size_t n = (size_t)snprintf(out, room, "%s\t", FEATURE[f].name);
    bool some = false;
    for (int k = 0; k < 3 && n + 1 < room; k++) {
        if (FEATURE[f].of[k] == ONE) continue;
        if (some) out[n++] = ' ';
        n += (size_t)put_value(out + n, room - n, FEATURE[f].of[k], v[k]);
        some = true;
    }
}
