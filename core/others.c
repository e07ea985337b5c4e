/* others.c: see others.h. */
#include "others.h"

#include "algebra.h"
#include "bearer.h"
#include "lands.h"
#include "likely.h"
#include "refer.h"

enum {
    PARTIES = 64, /* that are thought of for one act */
    LANDS = 12,
    BACK = 1200,  /* words before the act in which they may be named, */
    AHEAD = 400,  /* behind it, */
    START = 160,  /* and at the beginning of the report */
    PHRASES = 40, /* of an act that may name a place */
    RECORDS = 40, /* acts before that tell who deals with whom */
    THOUSAND = 1000,
    LARGE = 1 << 20
};

/* Where a party is named nearest, the nearer the earlier. */
typedef enum nearness { BEFORE, BEHIND, PREVIOUS, CLOSE, FAR, LATER, NEVER } nearness;
static const char *const near_names[] = {"before", "behind", "previous", "close", "far", "later", "never"};

/* Of which land, seen from those who act. */
typedef enum kin { OWN, FOREIGN, UNION, UNKNOWN } kin;
static const char *const kin_names[] = {"own", "foreign", "union", "unknown"};

typedef struct party {
    const char *country, *sector;
    uint32_t ent; /* where it is named nearest, or NONE */
    nearness near;
    size_t said;
    bool titled;
} party;

typedef struct land {
    const char *country;
    nearness near;
    size_t said;
    bool titled;
} land;

typedef struct weight {
    const sg_row *row; /* NULL: free */
    uint64_t hash;
    int32_t worth;
} weight;

struct sg_others_weights {
    size_t rows, room; /* room: a power of two */
    weight at[];       /* by feature and value */
};

typedef struct search {
    sg_doc *d;
    const sg_ev *all, *e;
    size_t at;    /* e's number */
    bool open;    /* its phrases name nobody */
    const sg_others_weights *weights;
    party parties[PARTIES];
    size_t party_count;
    land lands[LANDS];
    size_t land_count;
    const char *own, *home;     /* countries: of who acts; where the news is from */
    const char *const *grounds; /* by tok: the land of the place that it names, or NULL */
    const char *site;           /* the land where it is done, or NULL */
    const sg_whom *whom;        /* whom the network takes for recipients, or NULL */
    const sg_ent *held;         /* the one recipient that the act's own words gave it, or NULL */
    long sum;                   /* of the candidate in hand */
    const char *text;           /* its features, where they are asked for */
    bool tell;
} search;

/* ---- weights ---- */

/* A value is one name, or up to four side by side: "own>GOV". */
typedef struct value {
    const char *part[4];
    size_t count;
} value;

static value lone(const char *name) {
    return (value){{name && *name ? name : "-"}, 1};
}

static value side_by_side(const char *a, const char *b, const char *c) {
    return (value){{a ? a : "-", b ? b : "", c}, c ? 3 : 2};
}

/* A feature has a weight, and where nobody is named one more of its own. */
typedef struct feature {
    const char *mark, *name;
} feature;

static const char always[] = "", where_open[] = "open:";

static uint64_t hash_of(feature f, const value *v) {
    uint64_t h = sg_hash(sg_hash(SG_HASH, f.mark, strlen(f.mark)), f.name, strlen(f.name) + 1);
    for (size_t i = 0; i < v->count; i++) {
        if (i) h = sg_hash(h, ">", 1);
        h = sg_hash(h, v->part[i], strlen(v->part[i]));
    }
    return h;
}

static bool says(const sg_row *r, feature f, const value *v) {
    const char *rest = r->cell[1];
    size_t mark = strlen(f.mark);
    if (strncmp(r->cell[0], f.mark, mark) != 0 || strcmp(r->cell[0] + mark, f.name) != 0) return false;
    for (size_t i = 0; i < v->count; i++) {
        size_t n = strlen(v->part[i]);
        if (i && *rest++ != '>') return false;
        if (strncmp(rest, v->part[i], n) != 0) return false;
        rest += n;
    }
    return !*rest;
}

/* Where it stands, or the free place where it would. */
static size_t place_of(const sg_others_weights *w, uint64_t hash, feature f, const value *v) {
    size_t i = hash & (w->room - 1);
    while (w->at[i].row && (w->at[i].hash != hash || !says(w->at[i].row, f, v))) i = (i + 1) & (w->room - 1);
    return i;
}

sg_others_weights *sg_others_weights_new(const sg_lexicon *l) {
    size_t n, room = 64;
    const sg_row *rows = sg_lexicon_rows(l, SG_T_OTHERS, &n);
    while (room < 2 * n) room *= 2;
    sg_others_weights *w = calloc(1, sizeof *w + room * sizeof *w->at);
    if (!w) return NULL;
    w->rows = n, w->room = room;
    for (size_t i = 0; i < n; i++) {
        value v = {{rows[i].cell[1]}, 1};
        feature f = {always, rows[i].cell[0]};
        uint64_t hash = hash_of(f, &v);
        weight *at = &w->at[place_of(w, hash, f, &v)];
        if (at->row) continue; /* a later layer's rows stand first and win */
        *at = (weight){&rows[i], hash, sg_whole(rows[i].cell[2])};
    }
    return w;
}

void sg_others_weights_free(sg_others_weights *w) {
    free(w);
}

static long worth_of(const search *s, feature f, value v) {
    return s->weights->at[place_of(s->weights, hash_of(f, &v), f, &v)].worth;
}

/* What must be reached before anything is changed. */
static long least(const search *s, const char *what) {
    return worth_of(s, (feature){always, "least"}, lone(what));
}

static void count_in(search *s, const char *name, value v) {
    s->sum += worth_of(s, (feature){always, name}, v);
    if (s->open) s->sum += worth_of(s, (feature){where_open, name}, v);
    if (!s->tell) return;
    s->text = sg_printf(s->d->arena, "%s %s=%s", s->text, name, v.part[0]);
    for (size_t i = 1; i < v.count; i++) s->text = sg_printf(s->d->arena, "%s>%s", s->text, v.part[i]);
}

static void add(search *s, const char *name, const char *what) {
    count_in(s, name, lone(what));
}

static void add_all(search *s, const char *name, const char *a, const char *b, const char *c) {
    count_in(s, name, side_by_side(a, b, c));
}

static bool same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* How near a candidate is to the recipient that the words gave. */
static const char *beside_held(const search *s, const char *country, const char *sector) {
    if (!same(s->held->country, country)) return country ? "other" : "nobody";
    return same(s->held->sector, sector) ? "same" : "land";
}

/* What speaks for a party speaks otherwise where the words gave it, or another: those have a weight more of their own. */
static void add_held(search *s, const char *name, const party *p, const char *a, const char *b, const char *c) {
    if (!s->held) return;
    value v = {{beside_held(s, p->country, p->sector), a, b, c}, c ? 4 : b ? 3 : 2};
    count_in(s, name, v);
}

static const char *number(size_t n) {
    static const char *const names[] = {"0", "1", "2", "3", "4+"};
    return names[n < 4 ? n : 4];
}

/* ---- who is thought of ---- */

static bool acts(const search *s, const char *country, const char *sector) {
    for (size_t i = 0; i < s->e->actors.count; i++) {
        const sg_ent *a = &s->d->ents[s->e->actors.at[i]];
        if (same(a->country, country) && same(a->sector, sector)) return true;
    }
    return false;
}

/* "condemned the attack on Peru", "says that it must stop": who suffers is neither accused nor asked. */
static bool suffers(const search *s, const char *country) {
    bool blamed = sg_list_has("ACCUSE|REQUEST", sg_str_of(s->e->type));
    for (const sg_ev *x = s->e->content; blamed && x; x = x->next)
        for (size_t i = 0; i < x->recipients.count; i++)
            if (same(s->d->ents[x->recipients.at[i]].country, country)) return true;
    return false;
}

static party *party_of(search *s, const char *country, const char *sector) {
    for (size_t i = 0; i < s->party_count; i++)
        if (same(s->parties[i].country, country) && same(s->parties[i].sector, sector)) return &s->parties[i];
    if (s->party_count == PARTIES || acts(s, country, sector) || suffers(s, country)) return NULL;
    party *p = &s->parties[s->party_count++];
    *p = (party){.country = country, .sector = sector, .ent = NONE, .near = NEVER};
    return p;
}

static land *land_of(search *s, const char *country) {
    for (size_t i = 0; i < s->land_count; i++)
        if (!strcmp(s->lands[i].country, country)) return &s->lands[i];
    if (s->land_count == LANDS) return NULL;
    s->lands[s->land_count] = (land){.country = country, .near = NEVER};
    return &s->lands[s->land_count++];
}

static nearness near_to(const search *s, uint32_t t) {
    uint32_t here = s->d->toks[s->e->head].sent, there = s->d->toks[t].sent;
    if (s->d->sents[there].in_title != s->d->sents[here].in_title) return there > here ? LATER : FAR;
    if (there == here) return t < s->e->head ? BEFORE : BEHIND;
    if (there > here) return LATER;
    return here - there == 1 ? PREVIOUS : here - there < 4 ? CLOSE : FAR;
}

/* "unlike Peru", "all but Chile": who is set apart from what is told. */
static bool is_set_apart(const sg_doc *d, uint32_t t) {
    if (d->toks[t].deprel == SG_DEP_REPARANDUM) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_says(d, c, "set apart")) return true;
    return false;
}

static void see(search *s, uint32_t t) {
    const sg_tok *k = &s->d->toks[t];
    if (is_set_apart(s->d, t)) return;
    bool titled = s->d->sents[k->sent].in_title;
    nearness near = near_to(s, t);
    for (uint32_t i = k->ent; i < k->ent + k->ent_count; i++) {
        const sg_ent *e = &s->d->ents[i];
        if (e->voice || !e->country || e->first == NONE || sg_land_is_region(e)) continue;
        party *p = party_of(s, e->country, e->sector);
        if (p) {
            p->said++;
            p->titled |= titled;
            /* before the act the last one is nearest, behind it the first */
            if (near < p->near || (near == p->near && near != BEHIND && near != LATER)) p->near = near, p->ent = i;
        }
        land *l = sg_land_is_state(e->country) ? land_of(s, e->country) : NULL;
        if (!l) continue;
        l->said++;
        l->titled |= titled;
        if (near < l->near) l->near = near;
    }
    land *l = !k->ent_count && s->grounds[t] ? land_of(s, s->grounds[t]) : NULL;
    if (!l) return;
    l->said++;
    l->titled |= titled;
    if (near < l->near) l->near = near;
}

/* The words round the act first, so that what is far away is left out where there are too many. */
static void look_round(search *s) {
    uint32_t head = s->e->head, end = (uint32_t)s->d->tok_count;
    uint32_t from = head > BACK ? head - BACK : 0, to = end - head > AHEAD ? head + AHEAD : end;
    uint32_t start = from < START ? from : START;
    const sg_sent *in = &s->d->sents[s->d->toks[head].sent];
    for (uint32_t t = in->first; t < in->first + in->count; t++) see(s, t);
    for (uint32_t t = from; t < in->first; t++) see(s, t);
    for (uint32_t t = 0; t < start; t++) see(s, t);
    for (uint32_t t = in->first + in->count; t < to; t++) see(s, t);
    for (size_t i = 0; i < s->land_count; i++) {
        party_of(s, s->lands[i].country, NULL);
        party_of(s, s->lands[i].country, "GOV");
        party_of(s, s->lands[i].country, "CVL");
    }
}

/* ---- what speaks for a party ---- */

static kin kin_of(const search *s, const char *country) {
    if (!sg_land_is_state(country)) return UNION;
    if (!s->own) return UNKNOWN;
    return !strcmp(s->own, country) ? OWN : FOREIGN;
}

static const char *actor_sector(const search *s) {
    if (!s->e->actors.count) return "nobody";
    const sg_ent *a = &s->d->ents[s->e->actors.at[0]];
    return a->sector ? a->sector : a->country ? (sg_land_is_state(a->country) ? "state" : a->country) : "unknown";
}

/* How many others of the kind are named more often? */
static size_t rank_of_land(const search *s, const land *l) {
    size_t n = 0;
    for (size_t i = 0; i < s->land_count; i++) n += !same(s->lands[i].country, s->own) && s->lands[i].said > l->said;
    return n;
}

static size_t rank_of_party(const search *s, const party *p) {
    size_t n = 0;
    for (size_t i = 0; i < s->party_count; i++) n += s->parties[i].said > p->said;
    return n;
}

static const char *sector_of(const party *p) {
    return p->sector ? p->sector : sg_land_is_state(p->country) ? "state" : p->country;
}

static void by_kind(search *s, const party *p) {
    const char *type = s->e->type, *k = kin_names[kin_of(s, p->country)], *sector = sector_of(p);
    add_all(s, "kin_sector", k, sector, NULL);
    add_all(s, "type_kin", type, k, NULL);
    add_held(s, "held_type", p, type, k, NULL);
    add_all(s, "type_sector", type, k, sector);
    if (s->e->mode) add_all(s, "mode_sector", s->e->mode, k, sector);
    add_all(s, "actor_sector", actor_sector(s), k, sector);
    if (s->held) add_held(s, "held_sector", p, s->held->sector ? s->held->sector : "state", sector, NULL);
    if (s->held) add_held(s, "held_by", p, sg_by_name(s->held->by), NULL, NULL);
    if (s->held && s->held->head != NONE && s->held->by != SG_BY_NAME)
        add_held(s, "held_noun", p, s->d->toks[s->held->head].lemma, sector, NULL);
}

/* Is it done in their land, or does a phrase of the act name a place there? */
static void by_site(search *s, const party *p) {
    const char *k = kin_names[kin_of(s, p->country)];
    if (s->site) {
        add_all(s, "site", s->e->type, same(s->site, p->country) ? "there" : "elsewhere", k);
        add_held(s, "held_site", p, s->e->type, same(s->site, p->country) ? "there" : "elsewhere", k);
        add_all(s, "site_sector", same(s->site, p->country) ? "there" : "elsewhere", k, sector_of(p));
    }
    const sg_tok *head = &s->d->toks[s->e->head];
    size_t n = 0;
    for (uint32_t c = head->child; c != NONE && n < PHRASES; c = s->d->toks[c].next, n++) {
        if (!s->grounds[c] || !same(s->grounds[c], p->country)) continue;
        sg_str prep = sg_case_of(s->d, c);
        if (!prep.n) continue;
        value v = {{s->e->type, sg_dup(s->d->arena, prep), k, p->sector ? p->sector : "state"}, 4};
        count_in(s, "into", v);
        return;
    }
}

/* 1: the word's land is theirs; 2: it names the very party. */
static int names_party(const search *s, uint32_t word, const party *p) {
    int best = 0;
    uint32_t meant = sg_likely_meant(s->d, word);
    const sg_tok *t = &s->d->toks[meant];
    if (!t->ent_count) return same(s->grounds[meant], p->country);
    for (uint32_t i = t->ent; i < t->ent + t->ent_count; i++) {
        const sg_ent *e = &s->d->ents[i];
        if (!same(e->country, p->country)) continue;
        int fit = same(e->sector, p->sector) ? 2 : 1;
        if (fit > best) best = fit;
    }
    return best;
}

static const char *bucket(int p) {
    static const char *const names[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    return names[p / 32];
}

/* Whom the network takes for those it is done to. */
static void by_network(search *s, const party *p) {
    static const char *const degree[] = {"no", "land", "party"};
    const char *k = kin_names[kin_of(s, p->country)];
    if (!s->whom) return;
    for (size_t i = 0; i < SG_WHOM_MOST && s->whom->tok[i] != NONE; i++) {
        int fit = names_party(s, s->whom->tok[i], p);
        if (!fit) continue;
        add_all(s, "named", bucket(s->whom->p[i]), degree[fit], k);
        add_held(s, "held_named", p, bucket(s->whom->p[i]), degree[fit], k);
        break;
    }
    const sg_meant *m = s->whom->tok[0] == NONE ? NULL : &s->d->toks[s->whom->tok[0]].meant;
    if (!m || !m->p || s->whom->p[0] <= SG_SURE / 4 || m->nobody >= SG_SURE / 2) return;
    const char *meant = s->d->sectors[m->sector][0] ? s->d->sectors[m->sector] : "state";
    add_all(s, "meant", meant, k, sector_of(p));
    add_held(s, "held_meant", p, meant, k, sector_of(p));
}

static void by_place(search *s, const party *p) {
    const char *type = s->e->type, *k = kin_names[kin_of(s, p->country)];
    add(s, "near", near_names[p->near]);
    add_held(s, "held_near", p, near_names[p->near], NULL, NULL);
    add_all(s, "type_near", type, near_names[p->near], NULL);
    add_all(s, "kin_near", k, near_names[p->near], NULL);
    bool titled = p->titled, title = s->d->title.n > 0;
    const land *l = sg_land_is_state(p->country) ? land_of(s, p->country) : NULL;
    if (l) {
        add_all(s, "land_near", k, near_names[l->near], NULL);
        add_all(s, "land_rank", k, number(rank_of_land(s, l)), number(s->land_count > 3 ? 3 : s->land_count));
        if (title && l->titled && !titled) add_all(s, "title", "land", k, NULL);
    }
    if (title && titled) add_all(s, "title", "party", k, NULL);
    add_all(s, "said", p->said ? "yes" : "no", k, sector_of(p));
    if (p->said) add_all(s, "party_rank", k, number(rank_of_party(s, p)), NULL);
    if (p->said) add_held(s, "held_rank", p, k, number(rank_of_party(s, p)), NULL);
    if (sg_land_is_state(p->country)) add_all(s, "home", same(p->country, s->home) ? "yes" : "no", k, NULL);
}

static bool is_below(const sg_doc *d, uint32_t t, uint32_t top) {
    enum { DEEP = 64 };
    return sg_is_below(d, t, top, DEEP);
}

/* Where it stands in the act's own sentence. */
static void by_role(search *s, const party *p) {
    if (p->near > BEHIND) return;
    const sg_doc *d = s->d;
    uint32_t t = d->ents[p->ent].head, head = s->e->head;
    if (t == NONE || d->toks[t].sent != d->toks[head].sent) return;
    const char *where = is_below(d, t, head)                                            ? "inside"
                        : d->toks[t].head != NONE && is_below(d, head, d->toks[t].head) ? "above"
                                                                                        : "aside";
    add_all(s, "role", where, d->toks[t].label, NULL);
    add_held(s, "held_role", p, where, d->toks[t].label, NULL);
    add_all(s, "stands", where, near_names[p->near], kin_names[kin_of(s, p->country)]);
    add_held(s, "held_stands", p, where, near_names[p->near], kin_names[kin_of(s, p->country)]);
    sg_str prep = sg_case_of(d, t);
    if (!prep.n) return;
    const char *word = sg_dup(d->arena, prep);
    add_all(s, "prep", where, word, NULL);
    add_held(s, "held_prep", p, where, word, NULL);
}

/* 1: of this country; 2: the very party. */
static int among(const search *s, const sg_ids *ids, const party *p) {
    int best = 0;
    for (size_t i = 0; i < ids->count && best < 2; i++) {
        const sg_ent *e = &s->d->ents[ids->at[i]];
        if (same(e->country, p->country)) best = same(e->sector, p->sector) ? 2 : 1;
    }
    return best;
}

/* Somebody of the land of those who act? */
static bool ours_in(const search *s, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        const char *c = s->d->ents[ids->at[i]].country;
        for (size_t k = 0; k < s->e->actors.count; k++)
            if (c && same(c, s->d->ents[s->e->actors.at[k]].country)) return true;
    }
    return false;
}

/* Who dealt with whom in the acts before. */
static void by_deals(search *s, const party *p) {
    static const char *const degree[] = {"no", "land", "party"};
    int gave = 0, took = 0;
    bool last = true, last_same = true;
    const char *k = kin_names[kin_of(s, p->country)];
    for (size_t i = s->at, n = 0; i-- > 0 && n < RECORDS; n++) {
        const sg_ev *x = &s->all[i];
        int to = among(s, &x->recipients, p), by = among(s, &x->actors, p);
        bool ours = ours_in(s, &x->actors), hit = ours_in(s, &x->recipients);
        if (last && (x->actors.count || x->recipients.count)) {
            add_all(s, "last", by > to ? "actor" : to ? "recipient" : "no", ours ? "ours" : hit ? "us" : "others", k);
            last = false;
        }
        if (last_same && ours && x->recipients.count) {
            add_all(s, "ours", degree[to], same(x->type, s->e->type) ? "type" : "-", k);
            last_same = false;
        }
        if (ours && to > gave) gave = to;
        if (hit && by > took) took = by;
    }
    add_all(s, "gave", degree[gave], k, NULL);
    add_all(s, "took", degree[took], k, NULL);
}

/* Is it who did, or who suffered, what the act speaks of? */
static void by_content(search *s, const party *p) {
    static const char *const degree[] = {"no", "land", "party"};
    int did = 0, bore = 0;
    for (const sg_ev *x = s->e->content; x; x = x->next) {
        int by = among(s, &x->actors, p), to = among(s, &x->recipients, p);
        did = by > did ? by : did;
        bore = to > bore ? to : bore;
    }
    if (did) add_all(s, "did", s->e->type, degree[did], NULL);
    if (bore) add_all(s, "bore", s->e->type, degree[bore], NULL);
    if (s->e->source == NONE) return;
    sg_ids source = {(uint32_t *)&s->e->source, 1, 1};
    add_all(s, "source", degree[among(s, &source, p)], kin_names[kin_of(s, p->country)], NULL);
}

static void weigh_party(search *s, const party *p) {
    s->sum = 0, s->text = "";
    by_kind(s, p);
    by_place(s, p);
    by_role(s, p);
    by_deals(s, p);
    by_content(s, p);
    by_site(s, p);
    by_network(s, p);
}

/* ---- what speaks for nobody ---- */

static const sg_row *row_of(const sg_ev *e) {
    for (size_t i = 0; i < e->why_count; i++)
        if (e->why[i].row && e->why[i].row->table == SG_T_ACTS) return e->why[i].row;
    return NULL;
}

static void weigh_nobody(search *s) {
    enum { RECIPIENT = 7 };
    const sg_ev *e = s->e;
    const sg_row *row = row_of(e);
    const char *slots = !row                                 ? "operator"
                        : !strcmp(row->cell[RECIPIENT], "-") ? "none"
                        : row->cell[RECIPIENT][0]            ? "own"
                                                             : "usual";
    bool object = false, oblique = false;
    for (uint32_t t = s->d->toks[e->head].child; t != NONE; t = s->d->toks[t].next) {
        object |= s->d->toks[t].deprel == SG_DEP_OBJ;
        oblique |= s->d->toks[t].deprel == SG_DEP_OBL;
    }
    size_t foreign = 0, here = 0;
    for (size_t i = 0; i < s->land_count; i++) {
        bool other = !same(s->lands[i].country, s->own);
        foreign += other;
        here += other && s->lands[i].near <= BEHIND;
    }
    s->sum = 0, s->text = "";
    add(s, "none", "-");
    add(s, "none_type", e->type);
    add_all(s, "none_mode", e->type, e->mode, NULL);
    add(s, "none_actor", actor_sector(s));
    add_all(s, "none_row", e->type, slots, NULL);
    add(s, "none_slots", slots);
    add(s, "none_tag", sg_upos_name((sg_upos)s->d->toks[e->head].upos));
    add_all(s, "none_phrases", object ? "object" : "-", oblique ? "oblique" : "-", NULL);
    add(s, "none_foreign", number(foreign));
    add(s, "none_here", number(here));
    add(s, "none_content", !e->content ? "-" : e->content->type ? "typed" : "untyped");
    add(s, "none_realis", sg_realis_name(e->realis));
    add_all(s, "none_told", e->weak ? "weak" : "-", e->source != NONE ? "source" : "-", NULL);
    add_all(s, "none_type_actor", e->type, actor_sector(s), NULL);
    if (s->whom) {
        uint32_t t = s->whom->tok[0];
        const char *who = t != NONE && s->d->toks[t].ent_count ? "who" : "-";
        add_all(s, "none_named", t == NONE ? "-" : bucket(s->whom->p[0]), who, NULL);
    }
    if (s->held) {
        const party nobody = {.ent = NONE};
        add_held(s, "held_none", &nobody, sg_by_name(s->held->by), slots, NULL);
        add_held(s, "held_none_type", &nobody, e->type, s->held->sector ? s->held->sector : "state", NULL);
        add_held(s, "held_none_row", &nobody, e->type, slots, NULL);
        const char *named = !s->whom ? NULL : s->whom->tok[0] == NONE ? "-" : bucket(s->whom->p[0]);
        if (named) add_held(s, "held_none_named", &nobody, named, NULL, NULL);
    }
    const sg_ev *in = e->content;
    if (in) add_all(s, "none_within", e->type, in->actors.count ? "did" : "-", in->recipients.count ? "bore" : "-");
}

/* ---- the choice ---- */

/* 2^(-x/1000) in 2^20ths, straight between whole doublings. */
static long share_of(long x) {
    long whole_steps = x / THOUSAND, part = x % THOUSAND;
    if (whole_steps > 20) return 0;
    return (LARGE >> whole_steps) * (2 * THOUSAND - part) / (2 * THOUSAND);
}

/* Nobody, or names of whom nothing is known. */
static bool is_nobody(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &d->ents[ids->at[i]];
        if (e->country || e->sector) return false;
    }
    return true;
}

static bool lacks_recipient(const sg_doc *d, const sg_ev *e) {
    return e->type && !e->position && !e->reciprocal && !e->background && is_nobody(d, &e->recipients);
}

/* The one recipient that the act's own words gave it, of a land that is known. */
static const sg_ent *held_by(const sg_doc *d, const sg_ev *e) {
    bool one = e->type && !e->position && !e->reciprocal && e->recipients.count == 1;
    return one && d->ents[e->recipients.at[0]].country ? &d->ents[e->recipients.at[0]] : NULL;
}

static void begin(search *s, size_t at) {
    s->e = &s->all[at], s->at = at;
    s->open = lacks_recipient(s->d, s->e);
    s->party_count = s->land_count = 0;
    s->own = NULL;
    for (size_t i = 0; i < s->e->actors.count && !s->own; i++) {
        const char *c = s->d->ents[s->e->actors.at[i]].country;
        if (sg_land_is_state(c)) s->own = c;
    }
    s->home = sg_refer_home(s->d, s->e->head, "CVL");
    uint32_t teller = sg_likely_teller(s->d, s->e);
    s->whom = teller == NONE ? NULL : &s->d->whom[(size_t)teller * SG_SIDES + SG_RECIPIENT];
    s->site = s->e->place == NONE ? NULL : s->d->toponyms[s->e->place].country;
    if (s->site) s->site = sg_land_then(s->d, s->site);
    s->held = held_by(s->d, s->e);
    if (s->held) party_of(s, s->held->country, s->held->sector);
    look_round(s);
}

/* The likeliest party of the likeliest land, where both are likely enough, and likelier than nobody: which organ of a land
 * is meant is often open. */
static const party *surest(const search *s, const long *chance, long all) {
    const party *best = NULL;
    long most_of_land = 0, of_party = 0;
    for (size_t i = 0; i < s->party_count; i++) {
        long of_land = 0, most = -1;
        size_t likeliest = i;
        for (size_t k = 0; k < s->party_count; k++) {
            if (strcmp(s->parties[k].country, s->parties[i].country) != 0) continue;
            of_land += chance[k];
            if (chance[k] > most) most = chance[k], likeliest = k;
        }
        if (of_land > most_of_land) most_of_land = of_land, of_party = most, best = &s->parties[likeliest];
    }
    bool sure = most_of_land >= all / THOUSAND * least(s, "land") &&
                of_party >= all / THOUSAND * least(s, "party") &&
                of_party >= chance[s->party_count] / THOUSAND * least(s, "nobody");
    return sure ? best : NULL;
}

/* Sums to chances; their own sum. */
static long share_out(const long *sum, long *chance, size_t count) {
    long best = sum[0], all = 0;
    for (size_t i = 1; i < count; i++) best = sum[i] > best ? sum[i] : best;
    for (size_t i = 0; i < count; i++) all += chance[i] = share_of(best - sum[i]);
    return all;
}

static void list_features(search *s, const char **list, const char *country, const char *sector) {
    if (s->tell) *list = sg_printf(s->d->arena, "%s;%s/%s%s", *list, country, sector ? sector : "-", s->text);
}

/* "seized power in Niger": the land of those who act is the place, and none whom they do it to. */
static bool is_own_ground(const search *s, const party *p) {
    return !p->sector && same(p->country, s->own) && same(p->country, s->site);
}

/* "Agreed to work closely on Peru": what the work or talk is about is nobody with whom it is done. */
static bool is_mere_topic(const search *s, const party *p) {
    uint32_t head = p->ent == NONE ? NONE : s->d->ents[p->ent].head, here = s->d->toks[s->e->head].sent;
    bool common = s->e->type && sg_list_has("AGREE|CONSULT|COOPERATE", sg_str_of(s->e->type));
    return common && head != NONE && s->d->toks[head].sent == here && sg_is_talked_about(s->d, head);
}

/* "arrested a man suspected of stabbing two others": whom a clause names that tells of the recipient is not him. */
static bool is_told_of_held(const search *s, const party *p) {
    enum { UP = 6 };
    bool himself = !strcmp(beside_held(s, p->country, p->sector), "same");
    uint32_t t = himself || p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    for (int steps = 0; steps < UP && t != NONE; steps++) {
        const sg_tok *k = &s->d->toks[t];
        if (k->head == s->held->head) return k->deprel == SG_DEP_ACL;
        t = k->head;
    }
    return false;
}

static bool is_moved(const search *s, const party *p) {
    return p->ent != NONE && sg_is_moved_by(s->d, s->d->ents[p->ent].head, s->e->head);
}

/* How likely the recipient is that the act has, or else the one found, or the land and none of its parties. */
static sg_fit fit_of(const search *s, const long *chance, long all, const party *found) {
    const sg_ids *ids = &s->e->recipients;
    const sg_ent *has = ids->count && s->d->ents[ids->at[0]].country ? &s->d->ents[ids->at[0]] : NULL;
    const char *country = has ? has->country : found ? found->country : NULL;
    const char *sector = has ? has->sector : found ? found->sector : NULL;
    long of_land = 0, of_party = 0;
    for (size_t i = 0; country && i < s->party_count; i++) {
        if (strcmp(s->parties[i].country, country) != 0) continue;
        of_land += chance[i];
        if (same(s->parties[i].sector, sector)) of_party += chance[i];
    }
    return (sg_fit){true, (uint8_t)(of_land * SG_SURE / all), (uint8_t)(of_party * SG_SURE / all),
                    (uint8_t)(chance[s->party_count] * SG_SURE / all)};
}

/* The party that is so much likelier than the recipient that the words gave that it stands there instead, or NULL.
 * Nobody never does: whom words name, somebody did it to. */
static const party *surer(const search *s, const long *chance) {
    const party *held = NULL;
    size_t best = 0;
    for (size_t i = 0; i < s->party_count && s->held; i++) {
        const party *p = &s->parties[i];
        if (chance[i] > chance[best]) best = i;
        if (!strcmp(beside_held(s, p->country, p->sector), "same")) held = p;
    }
    if (!held || held == &s->parties[best]) return NULL;
    return chance[best] * THOUSAND >= chance[held - s->parties] * least(s, "instead") ? &s->parties[best] : NULL;
}

/* Who is its recipient instead, where it has one, or whom it lacks; NULL: as it stands. */
static const party *choose(search *s, sg_fit *fit, const char **told) {
    const char *list = "";
    long sum[PARTIES + 1], chance[PARTIES + 1];
    size_t n = s->party_count;
    for (size_t i = 0; i < n; i++) {
        weigh_party(s, &s->parties[i]);
        const party *p = &s->parties[i];
        bool barred = s->held ? is_told_of_held(s, p) : is_own_ground(s, p) || is_mere_topic(s, p) || is_moved(s, p);
        sum[i] = barred ? s->sum - LARGE : s->sum;
        list_features(s, &list, s->parties[i].country, s->parties[i].sector);
    }
    weigh_nobody(s);
    sum[n] = s->sum;
    list_features(s, &list, "-", NULL);
    if (told) *told = list;
    long all = share_out(sum, chance, n + 1);
    const party *found = surest(s, chance, all);
    *fit = fit_of(s, chance, all, found);
    return s->held ? surer(s, chance) : found;
}

/* ---- of which land? ---- */

static bool has_land_word(const sg_ent *e) {
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_COUNTRIES) return true;
    return false;
}

static bool is_owned(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS) return d->toks[c].upos == SG_POS_PRON;
    return false;
}

/* "called in the ambassador", "rang her counterpart": of another land than those who deal with them, where no word says of
 * which; but one's own ambassador ("its envoy"). */
static bool is_stranger(const sg_doc *d, uint32_t id) {
    const sg_ent *e = &d->ents[id];
    if (e->head == NONE || !e->sector || strcmp(e->sector, "GOV") != 0 || has_land_word(e)) return false;
    if (sg_in_class(d, e->head, SG_LIT("relation"))) return true;
    return sg_in_class(d, e->head, SG_LIT("envoy")) && !is_owned(d, e->head);
}

/* A soldier, a minister, villagers: whose, the words do not say. */
static bool lacks_land(const sg_doc *d, uint32_t id) {
    const sg_ent *e = &d->ents[id];
    if (e->sector && !strcmp(e->sector, "UNK")) return false; /* "unknown men" */
    return e->sector && !e->country && (e->head == NONE || !sg_refer_is_elsewhere(d, e->head)); /* "foreign reporters" */
}

static uint32_t first_without_land(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (lacks_land(d, ids->at[i])) return ids->at[i];
    return NONE;
}

static const char *first_land(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (sg_land_is_state(d->ents[ids->at[i]].country)) return d->ents[ids->at[i]].country;
    return NULL;
}

/* "Police in Chad and Mali arrested forty": of which of them, nobody can say. */
static bool of_several(const sg_doc *d, const sg_ids *ids) {
    const char *first = first_land(d, ids);
    for (size_t i = 0; first && i < ids->count; i++) {
        const char *c = d->ents[ids->at[i]].country;
        if (sg_land_is_state(c) && strcmp(c, first) != 0) return true;
    }
    return false;
}

/* "Soldiers struck a village in Y": a state's forces do not fight their own state. */
static bool is_foe(const search *s, const char *sector, const char *other, const land *l) {
    return !strcmp(s->e->type, "ASSAULT") && !strcmp(sector, "MIL") && same(other, l->country);
}

/* Strangers who were taken for people of those who deal with them are of none that is known. */
static void part_strangers(sg_doc *d, sg_ev *e) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = d->ents[e->recipients.at[i]];
        bool own = false;
        for (size_t k = 0; k < e->actors.count; k++) own |= same(who.country, d->ents[e->actors.at[k]].country);
        if (!who.country || !own || !is_stranger(d, e->recipients.at[i])) continue;
        who.country = NULL, who.cameo = who.sector;
        uint32_t *at = SG_NEW(d->arena, uint32_t, e->recipients.count); /* the list may be another act's too */
        memcpy(at, e->recipients.at, e->recipients.count * sizeof *at);
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = who;
        at[i] = (uint32_t)d->ent_count - 1;
        e->recipients.at = at, e->recipients.cap = e->recipients.count;
    }
}

/* How a land fits one side of the act; `other`: the land of the other side. */
static void weigh_land(search *s, const land *l, const char *side, const char *sector, const char *other) {
    const char *to = !other ? "unknown" : !strcmp(other, l->country) ? "theirs" : "foreign";
    s->sum = 0, s->text = "";
    add_all(s, "whose_other", side, to, NULL);
    add_all(s, "whose_sector", sector, to, NULL);
    add_all(s, "whose_type", s->e->type, side, to);
    add_all(s, "whose_near", near_names[l->near], to, NULL);
    add_all(s, "whose_rank", number(rank_of_land(s, l)), number(s->land_count), NULL);
    add_all(s, "whose_home", same(l->country, s->home) ? "yes" : s->home ? "no" : "unknown", to, NULL);
    add_all(s, "whose_title", l->titled ? "yes" : "no", to, NULL);
    bool known = false;
    for (size_t i = 0; i < s->party_count; i++)
        known |= s->parties[i].said && same(s->parties[i].country, l->country) && same(s->parties[i].sector, sector);
    add_all(s, "whose_known", known ? "yes" : "no", sector, NULL);
}

/* "Its neighbours", "the donors". */
static bool is_related(const sg_doc *d, uint32_t id) {
    return d->ents[id].head != NONE && sg_in_class(d, d->ents[id].head, SG_LIT("relation"));
}

/* "I want to congratulate the Syrians": who speaks is none of those with whom he deals. */
static bool is_speaker(const sg_doc *d, uint32_t id) {
    uint32_t t = d->ents[id].head;
    return t != NONE && d->toks[t].upos == SG_POS_PRON && (d->toks[t].bits & SG_FEAT_P1);
}

/* The land of who stands on that side without one, or NULL. */
static const char *choose_land(search *s, const char *side, uint32_t who, const sg_ids *others, const char **told) {
    const char *list = "", *sector = s->d->ents[who].sector;
    bool stranger = is_stranger(s->d, who), apart = stranger || is_related(s->d, who) || is_speaker(s->d, who);
    long sum[LANDS + 1], chance[LANDS + 1];
    size_t n = s->land_count, best = 0;
    const char *other = first_land(s->d, others);
    for (size_t i = 0; i < n; i++) {
        weigh_land(s, &s->lands[i], side, sector, other);
        bool barred = apart ? same(other, s->lands[i].country) : is_foe(s, sector, other, &s->lands[i]);
        sum[i] = barred ? s->sum - LARGE : s->sum;
        list_features(s, &list, s->lands[i].country, sector);
    }
    s->sum = 0, s->text = "";
    add(s, "whose_none", sector);
    add_all(s, "whose_none_here", number(n), other ? "other" : "-", NULL);
    sum[n] = s->sum;
    list_features(s, &list, "-", sector);
    if (told) *told = sg_printf(s->d->arena, "%s#%s%s", *told ? *told : "", side, list);
    long all = share_out(sum, chance, n + 1);
    for (size_t i = 1; i < n; i++)
        if (chance[i] > chance[best]) best = i;
    long bar = least(s, stranger ? "stranger" : "whose");
    bool sure = n && !of_several(s->d, others) && chance[best] >= all / THOUSAND * bar && sum[best] > -LARGE / 2;
    return sure ? s->lands[best].country : NULL;
}

/* The land, but not where the name of who stands there is borne in others only. */
static const char *suited(const sg_doc *d, uint32_t id, const char *code) {
    const char *name = d->ents[id].name;
    sg_bearer b = name && code ? sg_bearer_of(d->lex, d->arena, name) : (sg_bearer){.count = 0};
    bool fits = !b.count || sg_bearer_fit(&b, code) || sg_bearer_fit(&b, sg_land_then(d, code));
    return fits ? code : NULL;
}

/* As it is named nearest, but inferred; its words only where they stand in the act's own sentence, or those of a name of
 * whom nothing is known, or of who is of another sector of that land than his words told. */
static uint32_t made_of(search *s, const party *p) {
    sg_doc *d = s->d;
    bool same_words = s->e->recipients.count == 1 && (!s->held || same(s->held->country, p->country));
    sg_ent e = p->ent != NONE ? d->ents[p->ent] : (sg_ent){.group = true, .same = NONE};
    if (p->ent == NONE) {
        e.country = p->country, e.sector = p->sector;
        e.cameo = p->sector ? sg_printf(d->arena, "%s%s", p->country, p->sector) : p->country;
    }
    if (p->near > BEHIND) e.first = e.last = e.head = NONE;
    if (same_words) {
        const char *cameo = e.cameo;
        e = d->ents[s->e->recipients.at[0]];
        e.country = p->country, e.sector = p->sector, e.cameo = cameo;
    }
    e.by = e.name_by = SG_BY_INFERRED;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    return (uint32_t)d->ent_count - 1;
}

static void explain(sg_doc *d, sg_ev *e, const char *field, const char *rule) {
    sg_why *why = SG_NEW(d->arena, sg_why, e->why_count + 1);
    if (e->why_count) memcpy(why, e->why, e->why_count * sizeof *why);
    why[e->why_count++] = (sg_why){field, NULL, rule, e->first, e->last};
    e->why = why, e->why_cap = e->why_count;
}

static bool is_actors_land(const sg_doc *d, const sg_ev *e, const char *country) {
    for (size_t i = 0; i < e->actors.count; i++)
        if (same(d->ents[e->actors.at[i]].country, country)) return true;
    return false;
}

/* "offered to help the two countries", "both ministers": whom a word means with the one found, it means no less. */
static void add_all_meant(sg_doc *d, sg_ev *e, uint32_t ent) {
    uint32_t t = d->ents[ent].head, count = t == NONE ? 0 : d->toks[t].ent_count;
    if (count < 2 || !(d->toks[t].bits & SG_FEAT_PLUR)) return;
    uint32_t *at = SG_NEW(d->arena, uint32_t, count);
    size_t n = 0;
    at[n++] = ent;
    for (uint32_t i = d->toks[t].ent; i < d->toks[t].ent + count; i++) {
        sg_ent other = d->ents[i];
        if (!other.country || same(other.country, d->ents[ent].country) || is_actors_land(d, e, other.country)) continue;
        other.by = other.name_by = SG_BY_INFERRED;
        at[n++] = (uint32_t)d->ent_count;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = other;
    }
    e->recipients = (sg_ids){at, n, n};
}

static void fill(sg_doc *d, sg_ev *e, uint32_t ent) {
    bool instead = e->recipients.count && d->ents[e->recipients.at[0]].country;
    e->recipients = (sg_ids){SG_NEW(d->arena, uint32_t, 1), 1, 1};
    e->recipients.at[0] = ent;
    add_all_meant(d, e, ent);
    explain(d, e, "recipient", instead ? "recipient: likelier than the one that the words tell"
                                       : "recipient: the likeliest of those the report names");
}

/* All on that side who have none are of the land. */
static void settle(sg_doc *d, sg_ev *e, sg_ids *ids, const char *field, const char *code) {
    sg_ids of = {SG_NEW(d->arena, uint32_t, ids->count), ids->count, ids->count};
    for (size_t i = 0; i < ids->count; i++) {
        of.at[i] = ids->at[i];
        if (!lacks_land(d, ids->at[i])) continue;
        sg_ent who = d->ents[ids->at[i]];
        who.country = code;
        who.cameo = sg_printf(d->arena, "%s%s", code, who.sector);
        who.by = SG_BY_INFERRED;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = who;
        of.at[i] = (uint32_t)d->ent_count - 1;
    }
    *ids = of;
    explain(d, e, field, "land: the likeliest of those the report names");
}

/* What is chosen for an act. */
typedef struct choice {
    uint32_t recipient;              /* or NONE: as it stands */
    const char *actors, *recipients; /* lands */
    sg_fit fit;
} choice;

static void choose_recipient(search *s, choice *c, const char **told) {
    const party *p = choose(s, &c->fit, told);
    const sg_ids *ids = &s->e->recipients;
    if (told) *told = sg_printf(s->d->arena, "%s%s", s->open ? "open" : "told", *told);
    bool fits = p && (s->held || (s->open && (!ids->count || suited(s->d, ids->at[0], p->country))));
    if (fits) c->recipient = made_of(s, p);
}

static choice choose_all(search *s, size_t at, const char **told) {
    const sg_ev *e = &s->all[at];
    choice c = {.recipient = NONE};
    uint32_t actor = first_without_land(s->d, &e->actors), recipient = first_without_land(s->d, &e->recipients);
    if (!e->type || e->position || (e->reciprocal && actor == NONE && recipient == NONE)) return c;
    begin(s, at);
    if (!e->reciprocal) choose_recipient(s, &c, told);
    if (actor != NONE) c.actors = suited(s->d, actor, choose_land(s, "actor", actor, &e->recipients, told));
    if (recipient != NONE) c.recipients = suited(s->d, recipient, choose_land(s, "recipient", recipient, &e->actors, told));
    return c;
}

static void heed(sg_doc *d, sg_ev *e, const choice *c) {
    e->fit = c->fit;
    if (c->recipient != NONE) fill(d, e, c->recipient);
    if (c->actors) settle(d, e, &e->actors, "actor", c->actors);
    if (c->recipients) settle(d, e, &e->recipients, "recipient", c->recipients);
}

/* By tok: the land of the place that it is the name of, by the code of the day. */
static const char *const *grounds_of(const sg_doc *d) {
    const char **of = SG_NEW(d->arena, const char *, d->tok_count + 1);
    for (size_t i = 0; i < d->toponym_count; i++) {
        const sg_toponym *p = &d->toponyms[i];
        if (p->sent != NONE && p->known && !p->people && p->country) of[p->head] = sg_land_then(d, p->country);
    }
    return of;
}

/* First all choices, then what they change: what is inferred tells nothing of others. */
void sg_others(sg_doc *d, const sg_others_weights *w, sg_ev *all, size_t count, const char **told) {
    search s = {.d = d, .weights = w, .all = all, .tell = told != NULL};
    if (d->hall && !told) return; /* a speech is of all the world: what else it names, says nothing of an act */
    if (!count || (!w->rows && !told)) return;
    s.grounds = grounds_of(d);
    for (size_t i = 0; i < count; i++) part_strangers(d, &all[i]);
    choice *chosen = SG_NEW(d->arena, choice, count);
    for (size_t i = 0; i < count; i++) chosen[i] = choose_all(&s, i, told ? &told[i] : NULL);
    for (size_t i = 0; i < count; i++) heed(d, &all[i], &chosen[i]);
}
