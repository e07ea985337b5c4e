/* relate.c: see relate.h.
 *
 * Marks say who the two are, so less is asked of the words between: a first reading is as strict as that of
 * `code`; where it finds no act that joins the pair, a second takes acts on the way between them though their
 * tables' needs are not met, and a third such acts anywhere in the sentence. The best of all is the answer. */
#include "relate.h"

#include "likely.h"
#include "record.h"

typedef const uint32_t (*spans)[2];

enum { STEPS = 64 }; /* no way up a tree is followed further */

/* How near a word stands to a mark. */
enum { FAR, KIN, IN }; /* KIN: of one noun phrase with it: "Syria" in "Syrian refugees", "Iran's drones" */

typedef struct pair {
    sg_doc *d;
    uint8_t *near[2]; /* by tok: to source, target */
    bool *path;       /* by tok: on the way between the two */
    uint32_t top;     /* where the ways from both meet, or NONE */
} pair;

static bool inside(const sg_tok *t, spans s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (t->start < s[i][1] && s[i][0] < t->end) return true;
    return false;
}

static bool is_head(const sg_doc *d, uint32_t t, const uint8_t *near) {
    uint32_t up = d->toks[t].head;
    return near[t] == IN && d->toks[t].upos != SG_POS_PUNCT && (up == NONE || near[up] != IN);
}

/* Each head of a marked stretch becomes an entity, if it is none yet. */
static void mark(sg_doc *d, spans s, size_t n) {
    for (uint32_t i = 0; i < d->tok_count; i++) {
        sg_tok *t = &d->toks[i];
        bool head = inside(t, s, n) && (t->head == NONE || !inside(&d->toks[t->head], s, n));
        if (!head || t->ent_count || t->upos == SG_POS_PUNCT || t->upos == SG_POS_VERB) continue;
        t->ent = (uint32_t)d->ent_count;
        t->ent_count = 1;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) =
            (sg_ent){.first = i, .last = i, .head = i, .group = true, .by = SG_BY_DESCRIPTION, .same = NONE};
    }
}

void sg_relate_mark(sg_doc *d, const sg_pair *p) {
    mark(d, p->source, p->source_count);
    mark(d, p->target, p->target_count);
}

/* ---- the pair in the tree ---- */

static bool is_nominal_step(uint8_t rel) {
    return rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD_DESC || rel == SG_DEP_COMPOUND ||
           rel == SG_DEP_AMOD || rel == SG_DEP_FLAT || rel == SG_DEP_APPOS || rel == SG_DEP_CONJ;
}

static uint8_t *nearness(sg_doc *d, spans s, size_t n) {
    uint8_t *near = SG_NEW(d->arena, uint8_t, d->tok_count + 1);
    for (uint32_t i = 0; i < d->tok_count; i++) near[i] = inside(&d->toks[i], s, n) ? IN : FAR;
    for (uint32_t i = 0; i < d->tok_count; i++) {
        if (!is_head(d, i, near)) continue;
        for (uint32_t t = i, k = 0; d->toks[t].head != NONE && is_nominal_step(d->toks[t].deprel) && k < STEPS; k++) {
            t = d->toks[t].head;
            if (near[t] == FAR && d->toks[t].upos != SG_POS_VERB) near[t] = KIN;
        }
    }
    return near;
}

static bool dominates(const sg_doc *d, uint32_t above, uint32_t t) {
    for (int k = 0; t != NONE && k < STEPS; k++, t = d->toks[t].head)
        if (t == above) return true;
    return false;
}

/* Marks the words between two, ends left out. */
static void mark_path(pair *p, uint32_t a, uint32_t b) {
    const sg_doc *d = p->d;
    uint32_t top = a;
    while (top != NONE && !dominates(d, top, b)) top = d->toks[top].head;
    if (top == NONE) return;
    if (p->top == NONE) p->top = top;
    for (uint32_t t = a; t != top; t = d->toks[t].head) p->path[t] = true;
    for (uint32_t t = b; t != top; t = d->toks[t].head) p->path[t] = true;
    p->path[top] = true;
    p->path[a] = p->path[a] && a == top;
    p->path[b] = p->path[b] && b == top;
}

/* With one mark only, the way is that from it up to the verb that it stands with. */
static void mark_way_up(pair *p, uint32_t t) {
    const sg_doc *d = p->d;
    for (int k = 0; d->toks[t].head != NONE && d->toks[t].upos != SG_POS_VERB && k < STEPS; k++) t = d->toks[t].head;
    p->path[t] = true;
    if (p->top == NONE) p->top = t;
}

static pair place(sg_doc *d, const sg_pair *sp) {
    pair p = {.d = d, .path = SG_NEW(d->arena, bool, d->tok_count + 1), .top = NONE};
    p.near[0] = nearness(d, sp->source, sp->source_count);
    p.near[1] = nearness(d, sp->target, sp->target_count);
    bool alone = !sp->source_count || !sp->target_count;
    for (uint32_t a = 0; a < d->tok_count; a++) {
        if (alone && (is_head(d, a, p.near[0]) || is_head(d, a, p.near[1]))) mark_way_up(&p, a);
        if (alone || !is_head(d, a, p.near[0])) continue;
        const sg_sent *s = &d->sents[d->toks[a].sent];
        for (uint32_t b = s->first; b < s->first + s->count; b++)
            if (is_head(d, b, p.near[1])) mark_path(&p, a, b);
    }
    return p;
}

/* ---- how well an act fits the pair ---- */

static int near_ent(const pair *p, uint32_t id, int side) {
    int best = FAR;
    for (int k = 0; id != NONE && k < 4; k++, id = p->d->ents[id].same) {
        const sg_ent *e = &p->d->ents[id];
        for (uint32_t t = e->first; e->first != NONE && t <= e->last; t++)
            if (p->near[side][t] > best) best = p->near[side][t];
    }
    return best;
}

static int near_any(const pair *p, const sg_ids *ids, int side) {
    int best = FAR;
    for (size_t i = 0; i < ids->count; i++) {
        int n = near_ent(p, ids->at[i], side);
        if (n > best) best = n;
    }
    return best;
}

static bool is_conflict(const char *type) {
    return sg_list_has("ASSAULT|COERCE|SANCTION|PROTEST|MOBILIZE|THREATEN|REJECT", sg_str_of(type));
}

typedef struct choice {
    const char *type, *mode, *cameo;
    int score;
} choice;

enum {
    JOINED = 14,  /* a score from which on both have their places */
    GUESS = 4,    /* what a line counts less whose needs are not met */
    UNLIKELY = 4, /* and one of which the network thinks nothing */
    SURELY = SG_SURE * 8 / 10
};

/* What the network thinks of it. */
static int likely_score(const pair *p, const sg_ev *e) {
    int l = sg_likely_of(p->d, e);
    return l < 0 ? 0 : l > SURELY ? 2 : l > SG_SURE * 4 / 10 ? 1 : l < SG_SURE * 3 / 100 ? -UNLIKELY : 0;
}

/* Where the act stands: on the way between the two, above it, or in what is only said beside them. */
static int place_score(const pair *p, const sg_ev *e) {
    bool in_mark = p->near[0][e->head] == IN || p->near[1][e->head] == IN;
    if (in_mark) return -6; /* "the forces fighting in Y": part of a name, not what is told */
    if (p->path[e->head]) return e->head == p->top ? 4 : 3;
    if (p->top != NONE && dominates(p->d, e->head, p->top)) return 2;
    return 0;
}

/* "promised its help in keeping Y safe": the target stands somewhere inside. */
static bool names_target(const pair *p, const sg_ev *inner) {
    for (; inner; inner = inner->next)
        if (near_any(p, &inner->recipients, 1) || near_any(p, &inner->actors, 1) || names_target(p, inner->content))
            return true;
    return false;
}

static int party_score(const pair *p, const sg_ev *e) {
    static const int worth[] = {[FAR] = 0, [KIN] = 6, [IN] = 8};
    int source = worth[near_any(p, &e->actors, 0)], target = worth[near_any(p, &e->recipients, 1)];
    int target_acts = worth[near_any(p, &e->actors, 1)], source_gets = worth[near_any(p, &e->recipients, 0)];
    if (e->reciprocal && source && target_acts > 1) return source + target_acts - 1;
    int score = source + target;
    if (target_acts && !target) score -= 2;
    if (source_gets && target_acts) score += 5;
    return !target && names_target(p, e->content) ? score + 4 : score;
}

static int class_quad(const char *name) {
    static const char *const quads[] = {"AGREE|CONSULT|SUPPORT|CONCEDE", "COOPERATE|AID|RETREAT|YIELD",
                                        "REQUEST|ACCUSE|REJECT|THREATEN"};
    for (int q = 0; q < 3; q++)
        if (sg_list_has(quads[q], sg_str_of(name))) return q + 1;
    return 4;
}

/* What the network is sure that the act's word tells, where it lies far from what the tables made of it; else NULL. Which of two
 * neighbours in one quad an act is, the tables know better: that is for codebooks to say. */
static const char *far_from(const pair *p, const sg_ev *e) {
    enum { HARDLY = SG_SURE * 2 / 100 };
    const sg_likely *l = &p->d->toks[e->head].likely;
    const char *other = p->d->acts && l->type[0].act ? p->d->acts[l->type[0].act].type : NULL;
    if (!other || l->type[0].p < SURELY || sg_likely_of(p->d, e) > HARDLY) return NULL;
    return class_quad(other) != class_quad(e->type) ? other : NULL;
}

static void offer(choice *c, choice new) {
    if (!c->type || new.score > c->score) *c = new;
}

/* A position is no event, yet among the classes there is one that it comes nearest to. */
static void weigh_position(const pair *p, const sg_ev *e, choice *c) {
    static const struct {
        const char *stance, *type, *cameo;
    } near[] = {
        {"for", "SUPPORT", "051"}, {"against", "REJECT", "120"}, {"held", "REJECT", "120"}, {"changed", "CONCEDE", "080"}};
    bool holds = near_any(p, &e->actors, 0) == IN;
    for (size_t i = 0; i < sizeof near / sizeof *near && holds; i++)
        if (e->stance && !strcmp(e->stance, near[i].stance)) offer(c, (choice){near[i].type, NULL, near[i].cameo, 4});
}

static void weigh(const pair *p, const sg_ev *e, bool inner, choice *c) {
    if (e->position) weigh_position(p, e, c);
    if (!e->type) return;
    int likely = likely_score(p, e), score = party_score(p, e) + place_score(p, e) + likely;
    if (e->background) score -= 2;
    if (e->realis >= SG_HYPOTHETICAL) score -= 1;
    if (e->guess || (e->content && e->content->guess))
        score -= likely < 0 ? GUESS + UNLIKELY : GUESS; /* both at once speak against it more than each */
    if (inner) score -= 1;
    const char *other = far_from(p, e);
    offer(c, other ? (choice){other, NULL, NULL, score} : (choice){e->type, e->mode, e->cameo, score});
    /* What one side tells of the other's ill deeds, it lays to it. */
    bool told = e->source != NONE && near_ent(p, e->source, 0) == IN && near_any(p, &e->actors, 1);
    if (told && is_conflict(e->type) && e->realis < SG_DENIED) offer(c, (choice){"ACCUSE", NULL, "112", JOINED});
}

static void weigh_all(const pair *p, const sg_events *evs, choice *c) {
    for (size_t i = 0; i < evs->count; i++) {
        const sg_ev *e = evs->at[i];
        weigh(p, e, false, c);
        for (const sg_ev *x = e->content; x; x = x->next) /* "would stop sharing": of one word the whole is told */
            if (x->head != e->head || !e->type) weigh(p, x, true, c);
    }
}

/* How near the mark of a side is whom the network takes for a party of the word's act? */
static int named_near(const pair *p, uint32_t t, sg_side as, int side) {
    const sg_whom *w = &p->d->whom[(size_t)t * SG_SIDES + as];
    int best = FAR;
    for (size_t k = 0; k < SG_WHOM_MOST && w->tok[k] != NONE && w->p[k] > SG_SURE / 2; k++) {
        int n = p->near[side][sg_likely_meant(p->d, w->tok[k])];
        if (n > best) best = n;
    }
    return best;
}

/* The code that the tables gave the word, if they took it for an act of the type. */
static const char *code_of(const sg_events *evs, uint32_t t, const char *type) {
    for (size_t i = 0; i < evs->count; i++)
        if (evs->at[i]->head == t && evs->at[i]->type && !strcmp(evs->at[i]->type, type)) return evs->at[i]->cameo;
    return NULL;
}

/* A word by the network alone: what it may tell, and whom of the two the network takes for its parties. */
static void weigh_word(const pair *p, uint32_t t, const sg_events *evs, choice *c) {
    static const int worth[] = {[FAR] = 0, [KIN] = 6, [IN] = 8};
    enum { MAYBE = SG_SURE * 4 / 10, ALONE = 4 /* a line of the tables tells more */ };
    const sg_likely *l = &p->d->toks[t].likely;
    if (!p->d->toks[t].has_whom || !l->type[0].act || l->type[0].p < MAYBE || sg_is_taken_back(p->d, evs, 0, t)) return;
    const sg_act_class *act = &p->d->acts[l->type[0].act];
    const sg_ev e = {.head = t};
    int parties = worth[named_near(p, t, SG_ACTOR, 0)] + worth[named_near(p, t, SG_RECIPIENT, 1)];
    int likely = l->type[0].p > SURELY ? 2 : 1;
    offer(c, (choice){act->type, act->mode, code_of(evs, t, act->type), parties + likely + place_score(p, &e) - ALONE});
}

static void read_loosely(const pair *p, bool anywhere, choice *c) {
    sg_events evs = {0};
    bool *loose = SG_NEW(p->d->arena, bool, p->d->tok_count + 1);
    for (uint32_t t = 0; t < p->d->tok_count; t++)
        loose[t] =
            p->d->toks[t].upos != SG_POS_AUX && (p->path[t] || (anywhere && p->near[0][t] != IN && p->near[1][t] != IN));
    sg_event(p->d, loose, &evs);
    weigh_all(p, &evs, c);
    for (uint32_t t = 0; t < p->d->tok_count; t++) weigh_word(p, t, &evs, c);
}

/* ---- answers ---- */

/* The classes of the PLV set, by CAMEO's roots; an attack by computers is an attack there. */
static const char *cameo_class(const choice *c) {
    static const char *const by_root[21] = {
        [2] = "REQUEST", [3] = "AGREE",     [4] = "CONSULT",  [5] = "SUPPORT",   [6] = "COOPERATE",
        [7] = "AID",     [8] = "YIELD",     [9] = "ACCUSE",   [10] = "REQUEST",  [11] = "ACCUSE",
        [12] = "REJECT", [13] = "THREATEN", [14] = "PROTEST", [15] = "MOBILIZE", [16] = "SANCTION",
        [17] = "COERCE", [18] = "ASSAULT",  [19] = "ASSAULT", [20] = "ASSAULT"};
    const char *type = c->type, *cameo = c->cameo;
    if (c->mode && !strcmp(c->mode, "cyber")) return "ASSAULT";
    if (cameo && cameo[0] && cameo[1]) {
        int root = (cameo[0] - '0') * 10 + (cameo[1] - '0');
        if (root > 1 && root < 21 && by_root[root]) return by_root[root];
    }
    return !strcmp(type, "CONCEDE") || !strcmp(type, "RETREAT") ? "YIELD" : type;
}

sg_relation sg_relate_default(sg_scheme scheme) {
    (void)scheme;
    return (sg_relation){.type = "ACCUSE", .quad = 3, .confidence = 0.1};
}

sg_relation sg_relate_choose(sg_doc *d, const sg_pair *sp, sg_scheme scheme) {
    pair p = place(d, sp);
    choice c = {0};
    sg_events evs = {0};
    sg_event(d, NULL, &evs);
    weigh_all(&p, &evs, &c);
    bool both = sp->source_count && sp->target_count;
    if (c.score < (both ? JOINED : JOINED / 2)) read_loosely(&p, false, &c);
    if (!c.type) read_loosely(&p, true, &c);
    if (!c.type) return sg_relate_default(scheme);
    const char *type = scheme == SG_CAMEO15 ? cameo_class(&c) : c.type;
    double sure = c.score >= JOINED ? 0.85 : c.score >= JOINED / 2 ? 0.7 : 0.5; /* shares that were right */
    return (sg_relation){.type = type, .quad = class_quad(type), .confidence = sure};
}
