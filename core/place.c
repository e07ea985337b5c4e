/* place.c: which place does each name mean? (place.h)
 *
 * A name has candidates: places of the gazetteer that are called so, lines of world/places, a state of world/countries.
 * Each is scored in sixteenths of a doubling of people, so that all reasons can be added: how large it is, what kind,
 * whether the text names its state and its division, whether the other places lie near. The other places' own choice
 * depends on this one: the scoring is done over a few rounds, each with what the round before chose. Integers only. */
#include "place.h"

enum { BIT = 16 }; /* a doubling of people */

/* Reasons, in doublings. Sizes spread over 24 of them (a hamlet, a continent). Set by hand, on the articles
 * that bench/places.py reads. */
enum {
    IS_STATE = 10 * BIT,  /* a state before a town of its name */
    IS_CAPITAL = 2 * BIT, /* of a state */
    IS_SEAT = BIT,        /* of a first division */
    IS_FIRST = -3 * BIT,  /* a division is larger than its town by what lies around it */
    IS_SECOND = 3 * BIT,
    IS_QUARTER = -2 * BIT,     /* of a town */
    IS_GONE = -4 * BIT,        /* abandoned, historical */
    ONLY_CALLED_SO = -4 * BIT, /* another name, from any language */
    LISTED_STATE = 2 * BIT,    /* world/countries says which state the form is of */
    SAID_KIND = 8 * BIT,       /* "Homs province", "the city of Homs" */
    STATE_NAMED = 4 * BIT,     /* at most, for the states that the text names */
    FIRST_NAMED = 7 * BIT,     /* the text names its first division */
    SECOND_NAMED = 6 * BIT,    /* and its second */
    DATELINE = 4,              /* mentions of a state that its dateline is worth */
    WRITTEN_THERE = 4 * BIT,   /* it lies in the publisher's state */
    NEAR_MOST = 9 * BIT,       /* at most, for the other places */
    INSIDE = 5 * BIT / 2,      /* for a division, each place that lies in it */
    ENOUGH = 15 * BIT,         /* below: too small to be meant by a bare name */
    ENOUGH_SITED = 9 * BIT,    /* the same behind a preposition of place */
    ENOUGH_LOOSE = 20 * BIT,   /* where people's names stand as well, or the name finder sees no place */
    MORE_WORDS = 2 * BIT       /* a name of more words is seldom another's too */
};

enum { ROUNDS = 3, UNCOUNTED = 500, MOST_OWN = 64, MOST_CALLED = 16, NEIGHBOURS = 12, USUAL_WEIGHT = 1000000 };

typedef struct candidate {
    uint32_t place;                  /* of the gazetteer, or SG_NOWHERE: `row` says all */
    const sg_row *row;               /* of world/places, or NULL */
    uint32_t country, first, second; /* numbers of places: its state, its divisions */
    int32_t lat, lon, base, score;
    bool state, division, town;
} candidate;

typedef struct name { /* one name of the text, however often */
    uint64_t hash;
    const sg_row *row;
    candidate *at;
    size_t count;
    uint32_t best;   /* of its candidates, or NONE */
    uint32_t forced; /* the one that the text's own words choose ("London, Ontario"), or NONE */
    bool people, sited, town, loose, words, met;
} name;

typedef struct tally { /* counts of numbers that are few and far between, by a hash */
    uint32_t *key, *count;
    size_t mask;
} tally;

typedef struct scene {
    sg_doc *d;
    const sg_gazetteer *g;
    name *names;
    size_t count;
    uint32_t *of;               /* by toponym: its name */
    uint32_t *votes;            /* by state: how often the text names it */
    uint32_t *inside;           /* by state: how many other names lie in it, as far as chosen */
    tally named;                /* by division: how many names mean it */
    uint32_t state_count, home; /* home: the publisher's state, or SG_NOWHERE */
} scene;

/* ---- candidates --------------------------------------------------------------------------------------- */

/* Sixteenths of doublings: 16 × log2, by straight lines between the powers. */
static int32_t weight_of(uint32_t n) {
    int32_t bits = 0;
    while (n >> (bits + 1)) bits++;
    return n ? BIT * bits + (int32_t)(((uint64_t)n << 4 >> bits) - BIT) : 0;
}

/* A decimal of a table in 1e-5 units. */
static int32_t fixed(const char *s) {
    int32_t sign = *s == '-' ? -1 : 1, value = 0;
    int places = -1;
    for (s += *s == '-'; *s && places < 5; s++) {
        if (*s == '.') places = 0;
        else if (value < 20000000) value = value * 10 + (*s - '0'), places += places >= 0;
    }
    for (places = places < 0 ? 0 : places; places < 5; places++) value = value < 20000000 ? value * 10 : value;
    return sign * value;
}

static uint32_t whole(const char *s) {
    uint64_t v = 0;
    for (; *s >= '0' && *s <= '9' && v < UINT32_MAX; s++) v = v * 10 + (uint64_t)(*s - '0');
    return (uint32_t)v;
}

static uint32_t state_number(const scene *s, const char *code) {
    return s->g && *code ? sg_gazetteer_country(s->g, sg_str_of(code)) : SG_NOWHERE;
}

static int32_t kind_weight(const sg_spot *p) {
    if (p->kind == SG_PLACE_COUNTRY) return IS_STATE;
    if (p->kind == SG_PLACE_FIRST) return IS_FIRST;
    if (p->kind == SG_PLACE_SECOND) return IS_SECOND;
    static const struct {
        const char *code;
        int32_t weight;
    } towns[] = {{"PPLC", IS_CAPITAL}, {"PPLA", IS_SEAT}, {"PPLX", IS_QUARTER},
                 {"PPLQ", IS_GONE},    {"PPLH", IS_GONE}, {"PPLW", IS_GONE}};
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++)
        if (!strcmp(p->feature, towns[i].code)) return towns[i].weight;
    return 0;
}

static candidate from_gazetteer(const scene *s, uint32_t place) {
    sg_spot p = sg_gazetteer_spot(s->g, place);
    candidate c = {.place = place, .lat = p.lat, .lon = p.lon, .first = sg_gazetteer_first(s->g, place)};
    c.second = p.kind == SG_PLACE_TOWN && p.division != c.first ? p.division : SG_NOWHERE;
    c.country = p.state;
    c.base = weight_of(p.kind == SG_PLACE_TOWN && !p.people ? UNCOUNTED : p.people);
    if (p.kind == SG_PLACE_SECOND) c.base = c.base / 2; /* counties are alike: where they lie tells more */
    c.base += kind_weight(&p);
    c.state = p.kind == SG_PLACE_COUNTRY;
    c.division = p.kind == SG_PLACE_FIRST || p.kind == SG_PLACE_SECOND;
    c.town = p.kind == SG_PLACE_TOWN;
    return c;
}

static candidate from_row(const scene *s, const sg_row *row) {
    uint32_t weight = *row->cell[P_WEIGHT] ? whole(row->cell[P_WEIGHT]) : USUAL_WEIGHT;
    uint32_t id = whole(row->cell[P_ID]), place = s->g && id ? sg_gazetteer_by_id(s->g, id) : SG_NOWHERE;
    candidate c = {.place = SG_NOWHERE, .country = SG_NOWHERE, .first = SG_NOWHERE, .second = SG_NOWHERE};
    if (*row->cell[P_LAT]) {
        c.lat = fixed(row->cell[P_LAT]);
        c.lon = fixed(row->cell[P_LON]);
        c.country = state_number(s, row->cell[P_COUNTRY]);
        c.town = true;
    } else if (place != SG_NOWHERE) c = from_gazetteer(s, place);
    c.row = row;
    c.base = weight_of(weight) + LISTED_STATE;
    return c;
}

static void add(scene *s, name *n, size_t *cap, candidate c) {
    for (size_t i = 0; i < n->count; i++)
        if (c.place != SG_NOWHERE && n->at[i].place == c.place) {
            if (c.base > n->at[i].base) n->at[i] = c;
            return;
        }
    *SG_PUSH(s->d->arena, n->at, n->count, *cap) = c;
}

static bool names_state(const sg_row *row) {
    static const char kinds[] = "name|official|variant|adjective|demonym|demonyms";
    return row && row->table == SG_T_COUNTRIES && sg_list_has(kinds, sg_str_of(row->cell[C_KIND]));
}

static void gather(scene *s, name *n) {
    size_t cap = 0, own_names = 0, called = 0;
    bool state = names_state(n->row);
    uint32_t of = n->row && n->row->table == SG_T_COUNTRIES ? state_number(s, n->row->cell[C_CODE]) : SG_NOWHERE;
    if (state && of != SG_NOWHERE) add(s, n, &cap, from_gazetteer(s, of));
    if (n->row && n->row->table == SG_T_PLACES) add(s, n, &cap, from_row(s, n->row));
    if (n->people) return;
    sg_keys k = s->g ? sg_gazetteer_find(s->g, n->hash) : (sg_keys){0};
    for (uint32_t i = 0; i < k.count; i++) {
        bool own;
        uint32_t place = sg_gazetteer_place(s->g, k.first + i, &own);
        if (place == SG_NOWHERE || (own ? own_names++ >= MOST_OWN : called++ >= MOST_CALLED)) continue;
        candidate c = from_gazetteer(s, place);
        if (!own) c.base += ONLY_CALLED_SO;
        bool region = !state && of != SG_NOWHERE && strchr(n->row->cell[C_FORM], ','); /* "the governor of Georgia" */
        if (region && c.state) continue;
        if (!state && of != SG_NOWHERE && c.country == of) c.base += LISTED_STATE;
        add(s, n, &cap, c);
    }
}

/* ---- what the text says of where it is ------------------------------------------------------------------ */

static void vote(scene *s, const char *code, uint32_t votes) {
    uint32_t state = strlen(code) == 3 ? state_number(s, code) : SG_NOWHERE;
    if (state < s->state_count) s->votes[state] += votes;
}

/* The state of the publisher's address: its last label is the state's code, but for one. */
static void find_home(scene *s) {
    const char *url = s->d->in->url, *host = url ? strstr(url, "://") : NULL;
    host = host ? host + 3 : url;
    if (!host) return;
    size_t n = strcspn(host, "/:?#");
    if (n < 4 || host[n - 3] != '.') return;
    char code[2] = {(char)(host[n - 2] & ~32), (char)(host[n - 1] & ~32)};
    if (code[0] == 'U' && code[1] == 'K') code[0] = 'G', code[1] = 'B';
    if (s->g) s->home = sg_gazetteer_country(s->g, (sg_str){code, 2});
}

/* Where the report is written from weighs as much as a few mentions. */
static void vote_by_dateline(scene *s) {
    for (size_t i = 0; i < s->d->toponym_count && s->d->toponyms[i].sent == NONE; i++) {
        const name *n = &s->names[s->of[i]];
        const candidate *best = NULL;
        for (size_t k = 0; k < n->count; k++)
            if (!best || n->at[k].base > best->base) best = &n->at[k];
        if (best && best->country < s->state_count) s->votes[best->country] += DATELINE;
    }
}

static void vote_by_hits(scene *s) {
    for (size_t i = 0; i < s->d->hit_count; i++) {
        const sg_row *row = s->d->hits[i].row;
        if (row->table == SG_T_ORGANS || names_state(row)) vote(s, row->cell[C_CODE], 1);
    }
}

/* ---- scoring ----------------------------------------------------------------------------------------------- */

/* cos of whole degrees, in 1/1024, by Bhaskara's formula: good to a thousandth. */
static int64_t cosine(int64_t degrees) {
    int64_t q = degrees * degrees;
    return 1024 * (32400 - 4 * q) / (32400 + q);
}

/* Kilometres, roughly: the earth is taken as flat between the two. */
static int64_t distance(const candidate *a, const candidate *b) {
    int64_t y = (int64_t)a->lat - b->lat, x = (int64_t)a->lon - b->lon;
    if (x > 18000000) x -= 36000000;
    if (x < -18000000) x += 36000000;
    int64_t middle = ((int64_t)a->lat + b->lat) / 200000;
    x = x * cosine(middle < 0 ? -middle : middle) / 1024;
    y = y < 0 ? -y : y;
    x = x < 0 ? -x : x;
    int64_t far = x > y ? x : y, less = x > y ? y : x; /* the longer side and three eighths of the shorter */
    return (far + less * 3 / 8) / 900;
}

static const candidate *chosen(const name *n) {
    uint32_t best = n->forced != NONE ? n->forced : n->best;
    return best == NONE ? NULL : &n->at[best];
}

static bool lies_in(const candidate *c, const candidate *in) {
    if (in->place == SG_NOWHERE || c->place == in->place) return false;
    return in->state ? c->country == in->place : c->first == in->place || c->second == in->place;
}

/* How near the names beside it lie; for a division, how many of them lie in it. */
static int32_t nearness(const scene *s, size_t self, const candidate *c) {
    int32_t sum = 0;
    size_t from = self > NEIGHBOURS ? self - NEIGHBOURS : 0;
    for (size_t i = from; i < s->count && i <= self + NEIGHBOURS; i++) {
        const candidate *o = i == self ? NULL : chosen(&s->names[i]);
        if (!o || o->state) continue;
        if (c->division && lies_in(o, c)) sum += INSIDE;
        if (c->division || o->division) continue;
        int64_t km = distance(c, o);
        sum += km < 25 ? 4 * BIT : km < 75 ? 3 * BIT : km < 200 ? 2 * BIT : km < 500 ? BIT / 2 : 0;
    }
    return sum < NEAR_MOST ? sum : NEAR_MOST;
}

static tally tally_for(sg_arena *a, size_t most) {
    tally t = {.mask = 15};
    while (t.mask < 2 * most) t.mask = 2 * t.mask + 1;
    t.key = SG_NEW(a, uint32_t, t.mask + 1);
    t.count = SG_NEW(a, uint32_t, t.mask + 1);
    return t;
}

static uint32_t *tallied(const tally *t, uint32_t key) {
    size_t i = key * UINT32_C(2654435761) & t->mask;
    while (t->count[i] && t->key[i] != key) i = (i + 1) & t->mask;
    t->key[i] = key;
    return &t->count[i];
}

/* Does another name mean this division? */
static bool is_named(const scene *s, const candidate *own, uint32_t division) {
    return division != SG_NOWHERE && *tallied(&s->named, division) > (own && own->place == division);
}

static int32_t score_of(const scene *s, size_t self, const candidate *c) {
    const name *n = &s->names[self];
    const candidate *own = chosen(n);
    int32_t score = c->base;
    if (n->town) score += c->town ? SAID_KIND : c->state ? 0 : -SAID_KIND;
    if (c->state) return score;
    if (c->country == s->home && s->home != SG_NOWHERE) score += WRITTEN_THERE;
    if (c->country < s->state_count) {
        uint32_t others = s->inside[c->country] - (own && !own->state && own->country == c->country);
        int32_t v = weight_of(s->votes[c->country] + others + 1) * 3 / 2;
        score += v < STATE_NAMED ? v : STATE_NAMED;
    }
    if (c->first != c->place && is_named(s, own, c->first)) score += FIRST_NAMED;
    if (is_named(s, own, c->second)) score += SECOND_NAMED;
    return score + nearness(s, self, c);
}

/* A later round sees what the one before chose. */
static void choose_all(scene *s, bool first_round) {
    uint32_t *best = SG_NEW(s->d->arena, uint32_t, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        name *n = &s->names[i];
        best[i] = NONE;
        for (uint32_t k = 0; k < n->count; k++) {
            n->at[k].score = first_round ? n->at[k].base : score_of(s, i, &n->at[k]);
            if (best[i] == NONE || n->at[k].score > n->at[best[i]].score) best[i] = k;
        }
    }
    for (size_t i = 0; i < s->count; i++) s->names[i].best = best[i];
}

static bool is_enough(const scene *s, const name *n, const candidate *c) {
    bool weak = c->row && strstr(c->row->cell[P_NOTE], "weak");
    if (weak) return n->sited || (c->country < s->state_count && s->votes[c->country] > 0);
    if (c->row || c->state || n->row || n->forced != NONE) return true;
    int32_t enough = n->sited || n->town || c->first == c->place ? ENOUGH_SITED : n->loose ? ENOUGH_LOOSE : ENOUGH;
    return c->score + (n->words ? MORE_WORDS : 0) >= enough;
}

static void mark_chosen(scene *s) {
    memset(s->named.count, 0, (s->named.mask + 1) * sizeof *s->named.count);
    memset(s->inside, 0, s->state_count * sizeof *s->inside);
    for (size_t i = 0; i < s->count; i++) {
        const candidate *c = chosen(&s->names[i]);
        if (c && !c->state && c->country < s->state_count && is_enough(s, &s->names[i], c)) s->inside[c->country]++;
        if (c && c->division) ++*tallied(&s->named, c->place);
    }
}

/* ---- "Paris, Texas" ------------------------------------------------------------------------------------------ */

static bool has_state(const name *n) {
    for (uint32_t i = 0; i < n->count; i++)
        if (n->at[i].state) return true;
    return false;
}

/* The best pair of what is meant by a name and by the one behind it, where one lies in the other. */
static bool choose_pair(const name *a, const name *b, uint32_t *which, uint32_t *where) {
    int32_t best = INT32_MIN;
    bool state = has_state(a);
    for (uint32_t k = 0; k < b->count; k++) {
        if (!b->at[k].state && !b->at[k].division) continue;
        for (uint32_t i = 0; i < a->count; i++) {
            int32_t score = a->at[i].base + b->at[k].base;
            if (score <= best || !lies_in(&a->at[i], &b->at[k])) continue;
            if (state && b->at[k].state && !a->at[i].division) continue; /* "Russia, Ukraine": a list */
            best = score, *which = i, *where = k;
        }
    }
    return best != INT32_MIN;
}

static void choose_pairs(scene *s) {
    for (size_t i = 0; i < s->d->toponym_count; i++) {
        const sg_toponym *t = &s->d->toponyms[i];
        name *a = &s->names[s->of[i]], *b = t->within == NONE ? NULL : &s->names[s->of[t->within]];
        bool again = a->met; /* a state named before is not moved by "Lebanon, Tennessee" */
        a->met = true;
        uint32_t which, where;
        if (!b || !choose_pair(a, b, &which, &where)) continue;
        if (a->forced == NONE && !(again && has_state(a))) a->forced = which;
        if (b->forced == NONE) b->forced = where;
    }
}

/* ---- settling --------------------------------------------------------------------------------------------------- */

static void fill(const scene *s, sg_toponym *t, const candidate *c) {
    t->known = true;
    t->place = c->place;
    t->lat = c->lat, t->lon = c->lon;
    if (c->place == SG_NOWHERE) {
        sg_str rest = sg_str_of(c->row->cell[P_FORM]), first = {"", 0};
        sg_cut(&rest, '|', &first);
        t->name = sg_dup(s->d->arena, first);
        t->country = *c->row->cell[P_COUNTRY] ? c->row->cell[P_COUNTRY] : NULL;
        t->admin1 = *c->row->cell[P_ADMIN1] ? c->row->cell[P_ADMIN1] : NULL;
        t->feature = *c->row->cell[P_FEATURE] ? c->row->cell[P_FEATURE] : NULL;
        t->id = whole(c->row->cell[P_ID]);
        return;
    }
    sg_spot p = sg_gazetteer_spot(s->g, c->place);
    t->name = p.name;
    t->country = p.country;
    t->feature = p.feature;
    t->id = p.id;
    if (c->first != SG_NOWHERE) t->admin1 = sg_gazetteer_spot(s->g, c->first).name;
}

/* The best of the name's divisions: what "Homs province" is, whatever "Homs" is. */
static const candidate *as_division(const name *n, const candidate *usual) {
    const candidate *best = NULL;
    for (size_t i = 0; i < n->count; i++)
        if (n->at[i].division && (!best || n->at[i].score > best->score)) best = &n->at[i];
    int32_t said = n->town ? 3 * SAID_KIND : SAID_KIND; /* "the town of Homs" elsewhere counted against it */
    return best && best->score + said > usual->score ? best : usual;
}

/* "Phoenix, KwaZulu-Natal,": does the mention say that it lies in what stands behind it, and none of that name does? Not
 * "Donetsk, Luhansk and Kherson", nor "in Beirut, Israel said". */
static bool is_elsewhere(const scene *s, const sg_toponym *t, const candidate *c) {
    if (t->within == NONE || !c->town) return false;
    const sg_toponym *in = &s->d->toponyms[t->within];
    const candidate *where = chosen(&s->names[s->of[t->within]]);
    bool holds = where && (where->division || where->state || (where->row && where->place == SG_NOWHERE));
    if (!holds || in->last == NONE || in->people || where->country == SG_NOWHERE || where->country == c->country) return false;
    const sg_sent *sent = &s->d->sents[in->sent];
    uint32_t next = in->last + 1, end = sent->first + sent->count;
    bool mark = next < end && s->d->toks[next].upos == SG_POS_PUNCT;
    const sg_tok *then = mark && next + 1 < end ? &s->d->toks[next + 1] : NULL;
    bool parted = next >= end || (mark && (!then || (!sg_is_capital(then) && then->upos != SG_POS_CCONJ)));
    return parted && (t->sited || t->town || where->division) && !s->names[s->of[t->within]].town;
}

/* A mention that says what it is or where it lies is that place, whatever the others of its name are. */
static void settle(scene *s, size_t i) {
    sg_toponym *t = &s->d->toponyms[i];
    const name *n = &s->names[s->of[i]];
    const candidate *c = chosen(n);
    uint32_t which, where;
    if (c && t->division && !c->state) c = as_division(n, c);
    if (t->within != NONE && choose_pair(n, &s->names[s->of[t->within]], &which, &where)) c = &n->at[which];
    else if (c && is_elsewhere(s, t, c)) return;
    if (c && is_enough(s, n, c)) fill(s, t, c);
}

static void drop_unknown(sg_doc *d) {
    size_t n = 0;
    for (size_t i = 0; i < d->toponym_count; i++) {
        d->toponyms[i].within = NONE; /* the numbers change */
        if (d->toponyms[i].known) d->toponyms[n++] = d->toponyms[i];
    }
    d->toponym_count = n;
}

/* ---- the stage --------------------------------------------------------------------------------------------------- */

static void note(name *n, const sg_toponym *t) {
    n->people &= t->people;
    n->sited |= t->sited;
    n->town |= t->town;
    n->loose &= t->loose;
    n->words = t->first != t->last;
    if (!n->row || (t->row && t->row->table == SG_T_COUNTRIES)) n->row = t->row ? t->row : n->row;
}

/* Toponyms to names, each name once, in the order of the text. */
static void collect(scene *s) {
    size_t mask = 15;
    while (mask < 2 * s->d->toponym_count) mask = 2 * mask + 1;
    uint32_t *slot = SG_NEW(s->d->arena, uint32_t, mask + 1);
    s->names = SG_NEW(s->d->arena, name, s->d->toponym_count + 1);
    s->of = SG_NEW(s->d->arena, uint32_t, s->d->toponym_count + 1);
    for (size_t i = 0; i < s->d->toponym_count; i++) {
        const sg_toponym *t = &s->d->toponyms[i];
        size_t at = (size_t)(t->hash ^ t->hash >> 32) & mask;
        while (slot[at] && s->names[slot[at] - 1].hash != t->hash) at = (at + 1) & mask;
        if (!slot[at]) {
            s->names[s->count++] = (name){.hash = t->hash, .people = true, .loose = true, .best = NONE, .forced = NONE};
            slot[at] = (uint32_t)s->count;
        }
        s->of[i] = slot[at] - 1;
        note(&s->names[s->of[i]], t);
    }
}

static void resolve(sg_doc *d) {
    scene s = {.d = d, .g = sg_lexicon_gazetteer(d->lex), .home = SG_NOWHERE};
    if (s.g) s.state_count = s.g->kinds[SG_PLACE_COUNTRY];
    s.votes = SG_NEW(d->arena, uint32_t, s.state_count + 1);
    s.inside = SG_NEW(d->arena, uint32_t, s.state_count + 1);
    s.named = tally_for(d->arena, d->toponym_count);
    collect(&s);
    for (size_t i = 0; i < s.count; i++) gather(&s, &s.names[i]);
    vote_by_hits(&s);
    vote_by_dateline(&s);
    find_home(&s);
    choose_pairs(&s);
    for (int round = 0; round < ROUNDS; round++) {
        choose_all(&s, round == 0);
        mark_chosen(&s);
    }
    for (size_t i = 0; i < d->toponym_count; i++) settle(&s, i);
}

void sg_locate(sg_doc *d, const uint32_t (*spans)[2], size_t span_count) {
    if (spans) sg_toponyms_given(d, spans, span_count);
    else sg_toponyms(d);
    if (!d->toponym_count) return;
    resolve(d);
    if (!spans) drop_unknown(d);
}
