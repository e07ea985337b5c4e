/* event.c: see event.h. Reads each sentence from its root down.
 *
 * `read_word` answers what acts a word tells, given what stands above it (struct above): the subject it
 * inherits, how real it can be, who says so. An operator reads its inner acts first and wraps or bends
 * them; an act gathers its parties; every word is read once, the highest reading wins. */
#include "event.h"

#include "algebra.h"
#include "likely.h"
#include "pattern.h"
#include "refer.h"

enum { DEPTH = 4 }; /* how deep acts stand inside acts (interface.md) */

enum { A_WORD, A_POS, A_TYPE, A_MODE, A_CAMEO, A_CONTEXT, A_ACTOR, A_RECIPIENT, A_FLAGS };
enum { O_WORD, O_POS, O_OP, O_SLOTS, O_FLAGS };
enum { C_OP, C_TYPE, C_MODE, C_CAMEO, C_OUT_TYPE, C_OUT_MODE, C_OUT_CAMEO };

/* What stands above a word. */
typedef struct above {
    uint32_t subject;     /* token whose entities act where the word names nobody, or NONE */
    const sg_ids *actors; /* entities for the same, where no token stands for them */
    uint32_t carrier;     /* the light verb over a noun */
    uint32_t reach;       /* the operator over a noun: parsers hang the noun's phrases on it as often, or NONE */
    uint32_t source, hearsay[2];
    sg_realis realis;
    const char *modality, *phase;
    uint32_t bent;     /* the word above that makes acts less than real, or NONE */
    uint32_t times_at; /* the highest word of the chain: its dates count too */
    int depth;
    bool network; /* the word may be read by the network alone (likely.h): none that stands in another's slots is */
} above;

typedef struct reader {
    sg_doc *d;
    sg_events *out;
    bool *seen;        /* by tok: read already */
    sg_ev **inner;     /* by tok: the act inside another that this word is, or NULL */
    sg_ev **made;      /* by tok: the act whose trigger this word is, or NULL */
    const bool *loose; /* by tok: an act even where the needs of no row are met; NULL: nowhere */
    sg_arena *a;
} reader;

/* What the words that hang on a verb say of it. */
typedef struct signs {
    bool future, negated, duty, conditional;
    uint32_t at; /* the word that says so, or NONE */
} signs;

static sg_ev *read_word(reader *, uint32_t tok, above up);
static uint32_t own_subject(const reader *, uint32_t tok);
static bool has_sign(reader *, uint32_t tok, const char *kind);
static void explore(reader *, uint32_t tok, above up, sg_ev *owner);

/* ---- small things ---- */

static sg_tok *tk(const reader *r, uint32_t t) {
    return &r->d->toks[t];
}

static sg_frame frame(const reader *r, uint32_t t, uint32_t carrier, uint32_t subject) {
    sg_frame f = sg_frame_of(r->d, t, subject, tk(r, t)->upos != SG_POS_VERB);
    f.carrier = carrier;
    return f;
}

static bool flag(const sg_row *row, int cell, const char *name) {
    return sg_list_has(row->cell[cell], sg_str_of(name));
}

static const char *value(const char *cell) {
    return cell[0] && strcmp(cell, "-") != 0 ? cell : NULL;
}

/* Two mentions of one: a pronoun or a description, and what it was referred to. */
static bool corefer(const reader *r, uint32_t a, uint32_t b) {
    uint32_t x = r->d->ents[a].same, y = r->d->ents[b].same;
    return a == b || x == b || y == a || (x != NONE && x == y);
}

static void add_id(reader *r, sg_ids *ids, uint32_t e) {
    for (size_t i = 0; i < ids->count; i++)
        if (ids->at[i] == e) return;
    *SG_PUSH(r->a, ids->at, ids->count, ids->cap) = e;
}

static void add_all(reader *r, sg_ids *ids, const sg_ids *from) {
    for (size_t i = 0; i < from->count; i++) add_id(r, ids, from->at[i]);
}

/* An entity that no stage before has made. */
static uint32_t new_ent(reader *r, sg_ent e) {
    *SG_PUSH(r->a, r->d->ents, r->d->ent_count, r->d->ent_cap) = e;
    return (uint32_t)r->d->ent_count - 1;
}

static bool same_word(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The same party under two words: "Germany lifted its ban on exports to the country". */
static bool one_and_same(const reader *r, uint32_t a, uint32_t b) {
    const sg_ent *x = &r->d->ents[a], *y = &r->d->ents[b];
    if (a == b) return true;
    bool unnamed_two = !x->name && x->row[0] != y->row[0]; /* "the president", "the prime minister" */
    return x->country && same_word(x->country, y->country) && same_word(x->sector, y->sector) &&
           same_word(x->name, y->name) && same_word(x->office, y->office) && !unnamed_two;
}

static void drop_common(const reader *r, sg_ids *from, const sg_ids *gone) {
    size_t n = 0;
    for (size_t i = 0; i < from->count; i++) {
        bool both = false;
        for (size_t k = 0; k < gone->count; k++) both |= one_and_same(r, gone->at[k], from->at[i]);
        if (!both) from->at[n++] = from->at[i];
    }
    from->count = n;
}

static void because(reader *r, sg_ev *e, const char *field, const sg_row *row, const char *rule, uint32_t first,
                    uint32_t last) {
    *SG_PUSH(r->a, e->why, e->why_count, e->why_cap) = (sg_why){field, row, rule, first, last};
}

/* A country's name or adjective that no noun phrase took: an entity of its own. */
static void ents_from_hits(reader *r, uint32_t t) {
    sg_doc *d = r->d;
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_ORGS);
    if (!h || tk(r, t)->ent_count) return;
    const char *const *c = h->row->cell;
    bool country = h->row->table == SG_T_COUNTRIES;
    if (country && strlen(c[1]) != 3) return; /* several at once: a phrase of their own stands for them, or none */
    sg_ent e = {.first = h->first,
                .last = h->last,
                .head = t,
                .name = c[country ? 0 : 4],
                .country = c[1],
                .sector = country ? NULL : value(c[2]),
                .cameo = country ? c[1] : value(c[3]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .same = NONE,
                .row = {h->row}};
    tk(r, t)->ent = new_ent(r, e);
    tk(r, t)->ent_count = 1;
}

static bool add_ents(reader *r, sg_ids *ids, uint32_t t) {
    if (!tk(r, t)->ent_count) ents_from_hits(r, t);
    for (uint32_t i = 0; i < tk(r, t)->ent_count; i++)
        if (!r->d->ents[tk(r, t)->ent + i].voice) add_id(r, ids, tk(r, t)->ent + i);
    return tk(r, t)->ent_count > 0;
}

/* Who acts through a thing: "Iran's drones", "a group of rebels". */
static const char behind[] = "poss|by|adj|of|from|between";
/* The same, and else whom it touches: "a border with Y", "the siege of Z". */
static const char affected[] = "affected";

/* "a complaint filed by X", "limits imposed on Y": who stands in a participle's phrases. */
static void add_by_participle(reader *r, sg_ids *ids, uint32_t t, const char *slots) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_ACL || !sg_is_passive(r->d, c)) continue;
        sg_frame fr = sg_frame_of(r->d, c, NONE, false);
        sg_fill f;
        sg_slots(&fr, slots, &f);
        for (size_t k = 0; k < f.count; k++) add_ents(r, ids, f.tok[k]);
    }
}

static void add_owner(reader *r, sg_ids *ids, uint32_t t, const char *slots, int depth);

static void add_in_slots(reader *r, sg_ids *ids, uint32_t t, const char *slots, const char *all, int depth) {
    size_t before = ids->count;
    sg_frame fr = sg_frame_of(r->d, t, NONE, true);
    sg_str rest = sg_str_of(slots), slot;
    while (ids->count == before && sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(&fr, slot, &f);
        bool pronoun = f.count && sg_eqz(slot, "poss") && tk(r, f.tok[0])->upos == SG_POS_PRON;
        if (pronoun) { /* "their Japanese counterparts" are Japan's */
            sg_fill adj;
            sg_slot(&fr, SG_LIT("adj"), &adj);
            if (adj.count) f = adj;
        }
        for (size_t k = 0; k < f.count; k++)
            if (!add_ents(r, ids, f.tok[k]) && depth < 3) add_owner(r, ids, f.tok[k], all, depth + 1);
    }
}

static void add_owner(reader *r, sg_ids *ids, uint32_t t, const char *slots, int depth) {
    size_t before = ids->count;
    bool all = slots == affected;
    add_in_slots(r, ids, t, all ? behind : slots, slots, depth);
    if (ids->count == before) add_by_participle(r, ids, t, all ? "by|on|against|from|to" : "by");
    if (ids->count == before && all) add_in_slots(r, ids, t, "against|with|to|between|on|in", slots, depth);
}

static bool is_nounish(const reader *r, uint32_t t) {
    uint8_t p = tk(r, t)->upos;
    return p == SG_POS_NOUN || p == SG_POS_PROPN || p == SG_POS_PRON || p == SG_POS_NUM || p == SG_POS_ADJ ||
           p == SG_POS_DET;
}

/* ---- what the words around an act say of it ---- */

static void raise(sg_realis *now, sg_realis to) {
    if (to > *now) *now = to;
}

/* "if X attacks": a clause that says under which condition. */
static bool is_condition(const reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK && sg_word(r->d, c, "cond")) return true;
    return false;
}

/* "nobody", "no officer": who or what does not exist, and neither does the deed. */
static bool is_nobody(const reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    if (rel != SG_DEP_NSUBJ && rel != SG_DEP_NSUBJ_PASS && rel != SG_DEP_OBJ && rel != SG_DEP_OBL_AGENT) return false;
    if (sg_word(r->d, t, "nobody")) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET && sg_word(r->d, c, "neg")) return true;
    return false;
}

/* "not", "no", "nor", "without": words of negation, each where it negates the word that it hangs on. */
static bool negates(const reader *r, uint32_t c) {
    uint8_t rel = tk(r, c)->deprel;
    bool place =
        rel == SG_DEP_ADVMOD || rel == SG_DEP_DET || rel == SG_DEP_CC || rel == SG_DEP_CC_PRECONJ || rel == SG_DEP_MARK;
    return place && sg_word(r->d, c, "neg");
}

/* "vowed never to leave": a word of negation before an infinitive is the infinitive's, though parsers hang it on the verb. */
static bool is_before_infinitive(const reader *r, uint32_t c) {
    uint32_t next = c + 1;
    if (next >= r->d->tok_count || tk(r, c)->head == NONE || c != tk(r, c)->head + 1) return false;
    uint32_t verb = tk(r, next)->head;
    return tk(r, next)->deprel == SG_DEP_MARK && verb != NONE && tk(r, verb)->deprel == SG_DEP_XCOMP &&
           tk(r, verb)->head == tk(r, c)->head && (tk(r, verb)->bits & SG_FEAT_INF);
}

static bool is_negated_infinitive(const reader *r, uint32_t t) {
    uint32_t c = tk(r, t)->deprel == SG_DEP_XCOMP && tk(r, t)->head != NONE ? tk(r, t)->head + 1 : NONE;
    return c != NONE && c + 1 < r->d->tok_count && tk(r, c + 1)->head == t && tk(r, c)->head == tk(r, t)->head &&
           negates(r, c) && is_before_infinitive(r, c);
}

/* "has to withdraw": a duty, unlike "had to" (he did) and "would have to" (he may not); "needed to" may still be one. */
static bool is_obliged(const reader *r, uint32_t t) {
    uint32_t has = tk(r, t)->deprel == SG_DEP_XCOMP && (tk(r, t)->bits & SG_FEAT_INF) ? tk(r, t)->head : NONE;
    const char *duty = has == NONE ? NULL : sg_word(r->d, has, "obliging");
    if (!duty || ((tk(r, has)->bits & SG_FEAT_PAST) && strcmp(duty, "still") != 0)) return false;
    for (uint32_t c = tk(r, has)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX) return false;
    return true;
}

static bool has_aux(const reader *r, uint32_t t, uint32_t bits) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && (tk(r, c)->bits & bits) == bits) return true;
    return false;
}

/* "is going to send": the word that says that it is to come, or NONE. */
static uint32_t going_to(const reader *r, uint32_t t) {
    uint32_t go = tk(r, t)->deprel == SG_DEP_XCOMP && (tk(r, t)->bits & SG_FEAT_INF) ? tk(r, t)->head : NONE;
    if (go == NONE || !sg_says(r->d, go, "going")) return NONE;
    return has_aux(r, go, 0) ? go : NONE;
}

/* "is sending a team next week": the form that tells what goes on, with a day that is still to come. */
static uint32_t day_ahead(const reader *r, uint32_t t) {
    const sg_sent *in = &r->d->sents[tk(r, t)->sent];
    bool goes_on = (tk(r, t)->bits & SG_FEAT_PRES) && !(tk(r, t)->bits & SG_FEAT_FIN) && has_aux(r, t, SG_FEAT_PRES);
    for (uint32_t i = in->time; goes_on && i < in->time + in->time_count; i++)
        if (r->d->times[i].kind == SG_TIME_FUTURE && tk(r, r->d->times[i].head)->head == t) return r->d->times[i].head;
    return NONE;
}

/* Auxiliaries, negation, conditions and hedges that hang on the word itself. */
static signs local_signs(reader *r, uint32_t t, above *up) {
    signs s = {.at = NONE};
    bool unreal = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        const char *v = NULL;
        if (rel == SG_DEP_AUX && (v = sg_word(r->d, c, "modal"))) {
            if (strcmp(v, "future") == 0 || strcmp(v, "unreal") == 0) s.future = true, unreal |= v[0] == 'u', s.at = c;
            else if (strcmp(v, "possible") == 0) up->modality = "possible";
            else if (strcmp(v, "duty") == 0) s.duty = true, s.at = c;
        } else if ((negates(r, c) && !is_before_infinitive(r, c)) || (tk(r, t)->upos == SG_POS_VERB && is_nobody(r, c))) {
            s.negated = true, s.at = c;
        } else if (rel == SG_DEP_ADVMOD && (v = sg_word(r->d, c, "hedge"))) {
            if (strcmp(v, "hearsay") == 0) up->hearsay[0] = up->hearsay[1] = c;
            else up->modality = v;
        } else if (rel == SG_DEP_AMOD && (v = sg_word(r->d, c, "hedge"))) {
            up->modality = v;
        } else if (rel == SG_DEP_ADVCL && is_condition(r, c)) {
            s.conditional = true, s.at = c;
        } else if (rel == SG_DEP_COP && (tk(r, t)->bits & SG_FEAT_INF)) { /* "are to strike on Friday" */
            s.future = true, s.at = c;
        } else if (rel == SG_DEP_MARK && sg_word(r->d, c, "cond")) {
            raise(&up->realis, SG_HYPOTHETICAL), up->bent = c;
        } else if (rel == SG_DEP_AMOD && sg_word(r->d, c, "future")) {
            raise(&up->realis, SG_HYPOTHETICAL), up->bent = c;
        }
    }
    if (!s.negated && is_negated_infinitive(r, t)) s.negated = true, s.at = tk(r, t)->head + 1;
    if (is_obliged(r, t)) s.duty = true, s.at = tk(r, t)->head;
    if (!s.future) { /* without an auxiliary that says so */
        uint32_t go = going_to(r, t), day = day_ahead(r, t), at = go != NONE ? go : day;
        if (at != NONE) s.future = true, s.at = at;
        if (go != NONE) s.negated |= has_sign(r, go, "neg");
    }
    bool perfect = (tk(r, t)->bits & SG_FEAT_PART) && !(tk(r, t)->bits & SG_FEAT_PRES) && !sg_is_passive(r->d, t);
    if (unreal && perfect) { /* "would have helped" */
        s.future = false;
        raise(&up->realis, SG_HYPOTHETICAL);
    }
    return s;
}

/* An act is no more real than the word `at` lets it be. */
static void bend(reader *r, sg_ev *e, sg_realis to, uint32_t at) {
    if (to > e->realis && at != NONE) because(r, e, "realis", NULL, "realis: by this word", at, at);
    raise(&e->realis, to);
}

static bool has_sign(reader *r, uint32_t t, const char *kind) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (sg_word(r->d, c, kind)) return true;
    return false;
}

/* "any provocation", "future attacks": what is spoken of has not happened. */
static bool is_open(reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (sg_word(r->d, c, "any") || sg_word(r->d, c, "future")) return true;
    }
    return false;
}

static bool speaks_openly(reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if ((rel == SG_DEP_OBL || rel == SG_DEP_OBJ || rel == SG_DEP_NMOD) && is_open(r, c)) return true;
    }
    return is_open(r, t);
}

/* ---- dates ---- */

static bool below(const reader *r, uint32_t t, uint32_t top, uint32_t stop) {
    for (int n = 0; t != NONE && n < 64; t = tk(r, t)->head, n++) {
        if (t == top) return true;
        if (t == stop) return false;
    }
    return false;
}

/* As below, but not in a clause of its own under `top`: "condemned the test that took place on Friday". */
static bool in_clause(const reader *r, uint32_t t, uint32_t top) {
    for (int n = 0; t != NONE && n < 64; t = tk(r, t)->head, n++) {
        uint8_t rel = tk(r, t)->deprel;
        if (t == top) return true;
        if (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL) return false;
    }
    return false;
}

/* "to send ships and to hold talks early": the term is that of the clause joined to the act's. */
static bool in_joined_clause(const reader *r, uint32_t t, uint32_t top) {
    for (int n = 0; t != NONE && t != top && n < 64; t = tk(r, t)->head, n++)
        if (tk(r, t)->deprel == SG_DEP_CONJ && tk(r, t)->upos == SG_POS_VERB) return true;
    return false;
}

/* The first date that hangs on the act, on what carries it, or on the chain above it. */
static void find_time(reader *r, sg_ev *e, uint32_t chain) {
    uint32_t best = NONE;
    const sg_sent *in = &r->d->sents[tk(r, e->head)->sent];
    for (uint32_t i = in->time; i < in->time + in->time_count; i++) {
        const sg_time *tm = &r->d->times[i];
        if (tm->kind == SG_TIME_DUE) {
            if (below(r, tm->head, e->head, NONE) && !in_joined_clause(r, tm->head, e->head)) e->due = i;
            continue;
        }
        if (tm->kind == SG_TIME_DURATION || tm->kind == SG_TIME_SINCE) continue;
        if (in_clause(r, tm->head, e->head)) {
            best = i;
            break;
        }
        if (chain != NONE && best == NONE && below(r, tm->head, chain, NONE)) best = i;
    }
    e->time = best;
}

/* ---- one act ---- */

static sg_ev *new_ev(reader *r, uint32_t head, uint32_t first, uint32_t last, const above *up) {
    sg_ev *e = SG_NEW(r->a, sg_ev, 1);
    *e = (sg_ev){.head = head,
                 .first = first,
                 .last = last,
                 .realis = up->realis,
                 .modality = up->modality,
                 .phase = up->phase,
                 .source = up->source,
                 .hearsay = {up->hearsay[0], up->hearsay[1]},
                 .time = NONE,
                 .due = NONE,
                 .place = NONE,
                 .incident = NONE};
    if (up->bent != NONE && up->realis != SG_ACTUAL)
        because(r, e, "realis", NULL, "realis: under this word", up->bent, up->bent);
    find_time(r, e, up->times_at);
    r->made[head] = e;
    return e;
}

static uint32_t own_subject(const reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NSUBJ || tk(r, c)->deprel == SG_DEP_NSUBJ_PASS) return c;
    return NONE;
}

/* An entity of the token's own words, and names that hang on it. */
static void add_own(reader *r, sg_ids *ids, uint32_t t, sg_ent e) {
    sg_doc *d = r->d;
    e.first = e.last = e.head = t;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->upos == SG_POS_PROPN && (tk(r, c)->deprel == SG_DEP_FLAT || tk(r, c)->deprel == SG_DEP_COMPOUND)) {
            if (c < e.first) e.first = c;
            if (c > e.last) e.last = c;
        }
    uint32_t from = tk(r, e.first)->start, to = tk(r, e.last)->end;
    sg_str text = sg_doc_text(d, d->sents[tk(r, t)->sent].in_title);
    if (tk(r, t)->upos == SG_POS_PROPN && to > from) e.name = sg_dup(d->arena, (sg_str){text.s + from, to - from});
    uint32_t id = new_ent(r, e);
    if (!tk(r, t)->ent_count) tk(r, t)->ent = id;
    tk(r, t)->ent_count++;
    add_id(r, ids, id);
}

/* One who serves a body is of its kind ("Hamas commander", "UN observers"); else he is of the owner's country. */
static sg_ent of_owner(reader *r, const sg_ent *owner, bool people) {
    bool land = owner && owner->row[0] && owner->row[0]->table == SG_T_COUNTRIES; /* "Lisbon's tram drivers" */
    bool body = owner && owner->group && !owner->person && !land && (owner->sector || !sg_refer_is_state(owner));
    const char *country = owner ? owner->country : NULL;
    people &= !country || strcmp(country, "IGO") != 0; /* "UN observers" are of it, and no crowd */
    sg_ent e = {.country = country,
                .sector = body     ? owner->sector
                          : people ? "CVL"
                                   : NULL,
                .cameo = body      ? owner->cameo
                         : !people ? country
                         : country ? sg_printf(r->a, "%sCVL", country)
                                   : "CVL",
                .by = SG_BY_DESCRIPTION,
                .name_by = SG_BY_NAME,
                .group = true,
                .same = NONE};
    return e;
}

/* Is the noun one for people? By the classes, else by how such words look. */
static bool is_people(const reader *r, uint32_t t) {
    if (sg_in_class(r->d, t, SG_LIT("human"))) return true;
    if (sg_in_class(r->d, t, SG_LIT("kin"))) return false; /* the president's brother is of the president's kind */
    uint32_t ref = tk(r, t)->ref;
    return tk(r, t)->upos == SG_POS_NOUN && ref != NONE && r->d->refs[ref].thing == SG_THING_PERSON;
}

/* Storms, illnesses and animals act for nobody; what players and singers do is no matter of state. */
static bool is_offstage(const reader *r, uint32_t t) {
    static const char classes[] = "athlete|performer|sport|fiction|art|animal|calamity|disaster|illness|currency";
    if (tk(r, t)->ent_count || tk(r, t)->upos == SG_POS_PROPN) return false;
    return sg_in_classes(r->d, t, sg_str_of(classes));
}

/* "The rouble", "a weak dollar", but no sum: "ten million dollars". */
static bool is_currency(const reader *r, uint32_t t) {
    if (!sg_in_class(r->d, t, SG_LIT("currency"))) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NUMMOD) return false;
    return true;
}

/* "A cold front will invade China", "a heart attack killed him", "the rouble came under attack": nature, bad luck and
 * markets do no deeds, and none are done to them. */
static bool by_nature(const reader *r, const sg_frame *fr) {
    static const char classes[] = "animal|calamity|disaster|illness|accident|currency";
    sg_fill f;
    sg_slot(fr, SG_LIT("obj"), &f); /* "rescued a whale", "fled bonds" */
    for (size_t i = 0; i < f.count; i++)
        if (!tk(r, f.tok[i])->ent_count && (sg_in_class(r->d, f.tok[i], SG_LIT("animal")) || is_currency(r, f.tok[i])))
            return true;
    sg_slot(fr, SG_LIT("subj"), &f);
    uint32_t names[2] = {f.count && !tk(r, f.tok[0])->ent_count ? f.tok[0] : NONE, NONE};
    for (uint32_t c = names[0] == NONE ? NONE : tk(r, names[0])->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->upos == SG_POS_PROPN && tk(r, c)->deprel != SG_DEP_NMOD_POSS) names[1] = c; /* "Hurricane Ida" */
    for (size_t k = 0; k < 2; k++)
        if (names[k] != NONE && sg_in_classes(r->d, names[k], sg_str_of(classes))) return true;
    return false;
}

/* Does a row ask for some word in the object? */
static bool wants_object(const sg_row *row) {
    sg_str rest = sg_str_of(row->cell[9]), need;
    while (sg_cut(&rest, ' ', &need))
        if (need.n > 4 && memcmp(need.s, "obj=", 4) == 0) return true;
    return false;
}

/* "fight the drought": such a foe is fought by other means. */
static bool on_nature(const reader *r, const sg_frame *fr) {
    sg_fill f;
    sg_slots(fr, "obj|against", &f);
    return f.count && !tk(r, f.tok[0])->ent_count && sg_in_classes(r->d, f.tok[0], SG_LIT("calamity|disaster|illness"));
}

/* A party in a phrase with one of these prepositions, below nouns only. */
static bool party_in(reader *r, uint32_t t, const char *slots, sg_ids *ids, int depth) {
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool phrase = rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_CONJ || (!depth && rel == SG_DEP_OBJ);
        if (!phrase || tk(r, c)->upos == SG_POS_VERB) continue;
        sg_str prep = sg_case_of(r->d, c);
        if (prep.n && sg_list_has(slots, prep) && add_ents(r, ids, c)) return true;
        if (party_in(r, c, slots, ids, depth + 1)) return true;
    }
    return false;
}

/* People or bodies by a common noun that no table of roles has: of those whom their phrase names, else of the country
 * where the news is from. */
static bool add_people(reader *r, sg_ids *ids, uint32_t t) {
    bool people = is_people(r, t);
    if (tk(r, t)->upos == SG_POS_PRON || (!people && !sg_in_class(r->d, t, SG_LIT("institution")))) return false;
    sg_ids owner = {0};
    bool related = sg_in_class(r->d, t, SG_LIT("relation")); /* "Zambia's creditors" are not Zambia's own */
    if (!related) add_owner(r, &owner, t, "adj|poss|of|from", 0);
    if (!related && people && !owner.count) party_in(r, t, "in|at|near", &owner, 3); /* "people in Chad" */
    const char *home = owner.count || related ? NULL : sg_refer_home(r->d, t, "CVL");
    const sg_ent here = {.country = home};
    for (size_t i = 0; i < (owner.count ? owner.count : 1); i++)
        add_own(r, ids, t, of_owner(r, owner.count ? &r->d->ents[owner.at[i]] : home ? &here : NULL, people));
    return true;
}

/* A name that no table knows. What is told of it stays, if no more. */
static void add_named(reader *r, sg_ids *ids, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_PROPN || sg_in_date(r->d, t)) return;
    add_own(r, ids, t, (sg_ent){.by = SG_BY_NAME, .name_by = SG_BY_NAME, .group = true, .same = NONE});
}

/* "Abbas Hajj, head of the union": a name says less than what stands beside it. */
static bool add_beside(reader *r, sg_ids *ids, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->deprel == SG_DEP_APPOS || tk(r, c)->deprel == SG_DEP_FLAT) && add_ents(r, ids, c)) return true;
    return false;
}

/* "its eastern neighbour, Poland": a state's name beside a description says whom that means. */
static bool is_told_beside(const reader *r, uint32_t t) {
    const sg_ent *e = tk(r, t)->ent_count ? &r->d->ents[tk(r, t)->ent] : NULL;
    if (!e || e->by != SG_BY_DESCRIPTION || e->person || e->sector) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        const sg_hit *h = tk(r, c)->deprel == SG_DEP_APPOS ? sg_hit_over(r->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && h->head == c && tk(r, c)->ent_count) return true;
    }
    return false;
}

/* Slots where only somebody can stand; a place may stand in the others. */
static const char personal[] = "subj|obj|iobj|by|with|against|between|into|to";

/* The parties in the first slot that is filled; for a thing, those in its own slots of the list `owner`. */
static void parties(reader *r, const sg_frame *fr, const char *slots, sg_ids *ids, const char *owner) {
    sg_str rest = sg_str_of(slots), slot;
    size_t first = ids->count;
    while (ids->count == first && sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(fr, slot, &f);
        for (size_t i = 0; i < f.count; i++) {
            size_t before = ids->count;
            if (is_told_beside(r, f.tok[i]) && add_beside(r, ids, f.tok[i])) continue;
            if (add_ents(r, ids, f.tok[i]) || !is_nounish(r, f.tok[i])) continue;
            if (add_beside(r, ids, f.tok[i]) || add_people(r, ids, f.tok[i])) continue;
            if (is_offstage(r, f.tok[i])) continue;
            if (owner) add_owner(r, ids, f.tok[i], owner, 0);
            if (ids->count == before && sg_list_has(personal, slot)) add_named(r, ids, f.tok[i]);
        }
    }
}

/* "sanctions, with bans on travel, on Y": parsers hang a phrase on the noun just before it. */
static void parties_below(reader *r, const sg_frame *fr, const char *slots, sg_ids *ids) {
    static const char sure[] = "against|on|to|with";
    sg_str rest = sg_str_of(slots), slot;
    const char *wanted = NULL;
    while (sg_cut(&rest, '|', &slot))
        if (sg_list_has(sure, slot))
            wanted = wanted ? sg_printf(r->a, "%s|%.*s", wanted, (int)slot.n, slot.s) : sg_dup(r->a, slot);
    if (!wanted) return;
    if (!party_in(r, fr->tok, wanted, ids, 0) && fr->carrier != NONE) party_in(r, fr->carrier, wanted, ids, 0);
}

/* Who acts by what stands above. */
static void add_above(reader *r, sg_ids *ids, const above *up) {
    sg_fill f = {.count = 0};
    if (up->subject != NONE) sg_group(r->d, up->subject, &f);
    for (size_t i = 0; i < f.count; i++)
        if (!add_ents(r, ids, f.tok[i])) add_owner(r, ids, f.tok[i], behind, 0);
    if (ids->count || !up->actors) return;
    add_all(r, ids, up->actors);
}

/* Has the word neither a subject nor the place for an agent, so that who stands above may be the one? */
static bool lacks_agent(const reader *r, uint32_t t) {
    return !sg_is_passive(r->d, t) && own_subject(r, t) == NONE;
}

/* An act on an equal footing: all that stand beside, and whom the row itself names. */
static void gather_equals(reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const above *up, bool noun) {
    static const char *const sides[] = {"with", "between", "among", "of", "and"};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        bool of = !strcmp(sides[i], "of");
        if (of && (!noun || e->actors.count > 1)) continue;
        parties(r, fr, sides[i], &e->actors, behind);
    }
    if (!noun && e->actors.count < 2)
        parties(r, fr, "by.with|over.with|via.with", &e->actors, behind); /* "by phone with Y" */
    const char *to = row->cell[A_RECIPIENT];
    if (to[0] && to[0] != '-') parties(r, fr, to, &e->actors, behind);
    for (uint32_t c = tk(r, fr->tok)->child; c != NONE && !noun && e->actors.count < 2; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_CONJ || tk(r, c)->upos != SG_POS_VERB || own_subject(r, c) != NONE) continue;
        sg_frame next = frame(r, c, NONE, NONE); /* "met and had a talk with Y" */
        parties(r, &next, "with|obj.with", &e->actors, behind);
    }
    if (!noun || up->carrier == NONE) return;
    sg_frame carrier = frame(r, up->carrier, NONE, up->subject);
    parties(r, &carrier, "subj", &e->actors, behind);
}

/* Are the two on one side: one of the other, or a state and who speaks for it? */
static bool same_party(const reader *r, uint32_t a, uint32_t b) {
    const sg_ent *x = &r->d->ents[a], *y = &r->d->ents[b];
    if (corefer(r, a, b)) return true;
    if (!x->country || !y->country || strcmp(x->country, y->country) != 0) return false;
    return !x->sector || !y->sector || !strcmp(x->sector, y->sector);
}

/* "voiced his support", "pledged his country's support": the one who speaks, if it is his own; he is named. */
static void named_owner(reader *r, sg_ids *ids, const above *up) {
    sg_ids above_all = {0};
    if (up->carrier == NONE || !ids->count) return;
    add_above(r, &above_all, up);
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        bool same = false;
        for (size_t k = 0; k < above_all.count; k++) same |= same_party(r, ids->at[i], above_all.at[k]);
        if (e->by == SG_BY_NAME || e->by == SG_BY_OFFICE || !same) return;
    }
    *ids = above_all;
}

/* The slots `left` and `right`: who is named nearest on that side of the word, with those coordinated, and is not
 * one of the others. */
static void beside(reader *r, const sg_frame *fr, const char *slots, sg_ids *ids, const sg_ids *others) {
    const sg_sent *in = &r->d->sents[tk(r, fr->tok)->sent];
    sg_str rest = sg_str_of(slots), slot;
    while (!ids->count && sg_cut(&rest, '|', &slot)) {
        bool right = sg_eqz(slot, "right"), left = sg_eqz(slot, "left");
        uint32_t t = fr->tok, end = in->first + in->count;
        while ((right || left) && !ids->count && (right ? t + 1 < end : t > in->first)) {
            right ? t++ : t--;
            if (!sg_told_party(r->d, t)) continue;
            sg_frame at = *fr;
            at.party[0] = t + 1;
            parties(r, &at, "$", ids, NULL);
            drop_common(r, ids, others);
        }
    }
}

/* A land, or a place in one. */
static bool is_land(const sg_ent *e) {
    return e->country && !e->person && e->row[0] && e->row[0]->table == SG_T_COUNTRIES;
}

/* Is the entity a land, and of another country than those who act? */
static bool is_abroad(const reader *r, uint32_t id, const sg_ids *actors) {
    const sg_ent *place = &r->d->ents[id];
    if (!is_land(place)) return false;
    bool told = false; /* where is he from who acts? */
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &r->d->ents[actors->at[i]];
        if (who->country && !strcmp(who->country, place->country)) return false;
        told |= who->country || (who->sector && sg_list_has("REB|UAF|PRM|MIL", sg_str_of(who->sector)));
    }
    return told;
}

/* "shelled villages in Y", "pays for aid in Y": a deed on foreign ground is done to those whose ground it is; at home
 * the place is no party. */
static void abroad(reader *r, sg_ev *e, const sg_frame *fr) {
    static const char deeds[] = "ASSAULT|AID|RETREAT|MOBILIZE|COERCE|SANCTION";
    bool open = e->actors.count && !e->recipients.count && !e->reciprocal;
    bool aid = e->type && !strcmp(e->type, "AID"); /* "gave ventilators to help Y cope" */
    if (!e->type || !open || (e->weak && !aid) || !sg_list_has(deeds, sg_str_of(e->type))) return;
    if (aid)
        parties(r, fr, "advcl.obj|xcomp.obj|obj.acl.obj|advcl.for|advcl.for.obj|obj.acl.for", &e->recipients, affected);
    drop_common(r, &e->recipients, &e->actors);
    if (e->recipients.count) return;
    sg_ids found = {0};
    parties(r, fr, "in|obj.in|inside|across|near|at|around", &found, NULL);
    if (!found.count && aid) party_in(r, fr->tok, "in", &found, 0);
    for (size_t i = 0; i < found.count; i++)
        if (is_abroad(r, found.at[i], &e->actors)) add_id(r, &e->recipients, found.at[i]);
}

/* Those of them who are of a land, and of none of these. */
static void add_foreign(reader *r, sg_ids *to, const sg_ids *them, const sg_ids *these) {
    for (size_t i = 0; i < them->count; i++) {
        const char *land = r->d->ents[them->at[i]].country;
        bool own = !land;
        for (size_t k = 0; k < these->count; k++) own |= same_word(land, r->d->ents[these->at[k]].country);
        if (!own) add_id(r, to, them->at[i]);
    }
}

/* Where no slot of the row is filled: whom the object is, or whose, or who stands farther down with such a preposition,
 * if he is of another land than those who act. */
static void of_other_lands(reader *r, const sg_frame *fr, sg_ev *e) {
    sg_ids found = {0};
    if (!e->actors.count || !e->type || sg_list_has("MOBILIZE|PROTEST|CONSULT", sg_str_of(e->type))) return;
    parties(r, fr, "obj", &found, affected);
    if (!found.count) party_in(r, fr->tok, "to|with|against|towards|toward", &found, 0);
    add_foreign(r, &e->recipients, &found, &e->actors);
}

/* "troops were flown to Larnaca", "reservists called up": forces that nobody is told to move act themselves. */
static void moved_forces(reader *r, sg_ev *e, const sg_frame *fr) {
    bool open = e->type && !strcmp(e->type, "MOBILIZE") && !e->actors.count;
    uint32_t verb = fr->noun ? fr->carrier : fr->tok; /* "were put on alert" */
    if (!open || verb == NONE || !sg_is_passive(r->d, verb)) return;
    sg_frame moved = frame(r, verb, NONE, fr->subject);
    parties(r, &moved, "obj", &e->actors, behind);
    drop_common(r, &e->recipients, &e->actors);
}

/* Is it a place in the land of one of these? */
static bool is_home(const reader *r, uint32_t id, const sg_ids *actors) {
    static const char places[] = "name|variant|official|city|capital|territory";
    const sg_ent *place = &r->d->ents[id];
    if (!is_land(place) || place->first == NONE || !sg_list_has(places, sg_str_of(place->row[0]->cell[2]))) return false;
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &r->d->ents[actors->at[i]];
        bool foe = who->sector && sg_list_has("REB|OPP", sg_str_of(who->sector)) && place->sector;
        if (!foe && same_word(who->country, place->country)) return true;
    }
    return false;
}

/* "deployed soldiers in Bangkok", "marched through Kiev": at home the place of a protest, or of forces that move, is no
 * party. */
static void drop_home(const reader *r, sg_ev *e) {
    size_t n = 0;
    if (!e->type || !sg_list_has("MOBILIZE|PROTEST", sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *who = &r->d->ents[e->recipients.at[i]];
        bool somewhere = !who->country && !who->sector && !who->person && e->type[0] == 'M'; /* "to the Gulf" */
        if (!somewhere && !is_home(r, e->recipients.at[i], &e->actors)) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

/* "riots broke out in Gujarat", "Chinese cities saw protests": of a protest whose doers nobody names, the people of the
 * land where it is told to be are they. */
static void of_the_land(reader *r, sg_ev *e, const sg_frame *fr, uint32_t carrier) {
    static const char where[] = "in|across|throughout|around|at|near|adj";
    if (!e->type || strcmp(e->type, "PROTEST") != 0 || e->actors.count) return;
    sg_ids found = {0};
    parties(r, fr, where, &found, "adj|of|from|poss|in");
    sg_frame verb = frame(r, carrier == NONE ? fr->tok : carrier, NONE, NONE);
    if (!found.count && carrier != NONE) parties(r, &verb, "obj", &found, "adj|of|from|poss|in"); /* "paralysed Belgium" */
    const char *sector = same_word(e->mode, "strike") ? "LAB" : "CVL";
    for (size_t i = 0; i < found.count; i++) {
        const sg_ent *land = &r->d->ents[found.at[i]];
        if (!is_land(land)) continue;
        sg_ent who = {.first = NONE,
                      .last = NONE,
                      .head = NONE,
                      .country = land->country,
                      .sector = sector,
                      .cameo = sg_printf(r->a, "%s%s", land->country, sector),
                      .by = SG_BY_INFERRED,
                      .name_by = SG_BY_INFERRED,
                      .plural = true,
                      .group = true,
                      .same = NONE,
                      .row = {land->row[0]}};
        add_id(r, &e->actors, new_ent(r, who));
    }
}

/* "anti-Japanese protests", "anti-government rallies": whom such an adjective names. Of an office or a body that is named
 * so, the country is that of those who act. */
static void foes(reader *r, sg_ev *e) {
    bool open = e->type && !strcmp(e->type, "PROTEST") && !e->recipients.count;
    for (uint32_t c = open ? tk(r, e->head)->child : NONE; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND) continue;
        sg_str rest = tk(r, c)->key, prefix, joint;
        if (!sg_cut(&rest, ' ', &prefix) || !sg_cut(&rest, ' ', &joint) || !sg_eqz(joint, "-") || !rest.n) continue;
        const sg_looked before = sg_lexicon_look(r->d->lex, prefix);
        if (!sg_kind_value(&before, "foe")) continue;
        sg_rows lands = sg_lexicon_find(r->d->lex, SG_T_COUNTRIES, rest),
                roles = sg_lexicon_find(r->d->lex, SG_T_ROLES, rest);
        const sg_ent *home = e->actors.count ? &r->d->ents[e->actors.at[0]] : NULL;
        const sg_row *row = lands.count ? lands.row[0] : roles.count && home ? roles.row[0] : NULL;
        const char *country = lands.count ? row->cell[1] : home ? home->country : NULL;
        const char *sector = lands.count || !row ? NULL : value(row->cell[1]);
        if (!row || !country || strlen(country) != 3 || (!lands.count && !sector)) continue;
        sg_ent who = {.first = c,
                      .last = c,
                      .head = c,
                      .country = country,
                      .sector = sector,
                      .cameo = sector ? sg_printf(r->a, "%s%s", country, sector) : country,
                      .by = lands.count ? SG_BY_NAME : SG_BY_DESCRIPTION,
                      .name_by = SG_BY_NAME,
                      .group = true,
                      .same = NONE,
                      .row = {row}};
        add_id(r, &e->recipients, new_ent(r, who));
        return;
    }
}

/* "the Beirut massacre", "the Geneva talks": a city's name before the noun says where it was, and whom it hit. */
static void drop_venues(reader *r, uint32_t noun, const char *type, sg_ids *ids, sg_ids *hit) {
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        const char *kind = is_land(e) ? e->row[0]->cell[2] : "";
        bool city = !strcmp(kind, "capital") || !strcmp(kind, "city");
        bool before = e->head != NONE && tk(r, e->head)->head == noun && tk(r, e->head)->deprel == SG_DEP_COMPOUND;
        bool assault = !strcmp(type, "ASSAULT");
        if (!city || !before || (!assault && strcmp(type, "CONSULT") != 0)) ids->at[n++] = ids->at[i];
        else if (assault) add_id(r, hit, ids->at[i]);
    }
    ids->count = n;
}

/* "flew to Kabul": a capital that is visited is a place, and whoever comes there is received by the government. */
static void receive(reader *r, sg_ids *hosts) {
    for (size_t i = 0; i < hosts->count; i++) {
        sg_ent e = r->d->ents[hosts->at[i]];
        if (!is_land(&e) || e.sector || strcmp(e.row[0]->cell[2], "capital") != 0 || strlen(e.country) != 3) continue;
        e.sector = "GOV";
        e.cameo = sg_printf(r->a, "%sGOV", e.country);
        hosts->at[i] = new_ent(r, e);
    }
}

static void gather(reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const above *up) {
    bool noun = row->cell[A_POS][0] == 'n';
    const char *actor = row->cell[A_ACTOR][0] ? row->cell[A_ACTOR] : noun ? "poss|by|of.by|adj|from" : "subj";
    const char *to = row->cell[A_RECIPIENT][0] ? row->cell[A_RECIPIENT] : noun ? "against|on|at|to|with|of" : "obj";
    if (strcmp(to, "+") == 0) parties(r, fr, to, &e->recipients, NULL);
    if (actor[0] != '-') parties(r, fr, actor, &e->actors, behind);
    if (noun) drop_venues(r, fr->tok, row->cell[A_TYPE], &e->actors, &e->recipients);
    if (noun && actor[0] != '-') named_owner(r, &e->actors, up);
    if (noun && !e->actors.count && actor[0] != '-')
        add_by_participle(r, &e->actors, fr->tok, "by"); /* "an appeal lodged by X" */
    if (noun && !e->actors.count && actor[0] != '-' && up->carrier != NONE) add_above(r, &e->actors, up);
    bool open = !noun && lacks_agent(r, fr->tok);
    if (open && !e->actors.count && up->actors && strcmp(actor, "subj") == 0) add_above(r, &e->actors, up);
    if (!e->actors.count) beside(r, fr, actor, &e->actors, &e->recipients);
    e->reciprocal = flag(row, A_FLAGS, "recip");
    if (e->reciprocal) gather_equals(r, e, row, fr, up, noun);
    else if (to[0] != '-') {
        parties(r, fr, to, &e->recipients, affected);
        if (!e->recipients.count) parties_below(r, fr, to, &e->recipients);
        if (!e->recipients.count && !noun) of_other_lands(r, fr, e);
        if (noun && !e->recipients.count)
            add_by_participle(r, &e->recipients, fr->tok, "on|against|to"); /* "curbs put on Y" */
        bool of_thing = !noun && !e->recipients.count && e->speech;         /* "rejected Y's request" */
        if (of_thing) parties(r, fr, "obj", &e->recipients, affected);
        drop_common(r, &e->recipients, &e->actors);
        if (!e->recipients.count) beside(r, fr, to, &e->recipients, &e->actors);
    }
    abroad(r, e, fr);
    moved_forces(r, e, fr);
    of_the_land(r, e, fr, up->carrier);
    drop_home(r, e);
    foes(r, e);
    if (e->mode && !strcmp(e->mode, "visit")) receive(r, &e->recipients);
    because(r, e, "actor", row, NULL, e->first, e->last);
}

static const char *joined(reader *r, const char *a, const char *b) {
    if (!a) return b;
    if (!b || sg_list_has(a, sg_str_of(b))) return a;
    return sg_printf(r->a, "%s|%s", a, b);
}

/* Contexts from the words of the act's own phrase. */
static void contexts(reader *r, sg_ev *e, uint32_t t, int depth) {
    uint32_t last;
    sg_rows rows = sg_longest_rows(r->d, SG_T_CONTEXTS, t, &last);
    for (size_t i = 0; i < rows.count; i++) {
        sg_str rest = sg_str_of(rows.row[i]->cell[1]), one;
        while (sg_cut(&rest, '|', &one))
            if (!e->context || !sg_list_has(e->context, one)) {
                e->context = joined(r, e->context, sg_dup(r->a, one));
                because(r, e, "context", rows.row[i], NULL, t, last);
            }
    }
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool verb = tk(r, c)->upos == SG_POS_VERB;
        bool aim = rel == SG_DEP_ADVCL && !depth && (tk(r, c)->bits & SG_FEAT_INF); /* "met to settle the gas debts" */
        bool phrase = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_COMPOUND ||
                      rel == SG_DEP_AMOD || rel == SG_DEP_NSUBJ_PASS || (rel == SG_DEP_NMOD_POSS && depth) ||
                      (rel == SG_DEP_CONJ && !verb);
        if (phrase || aim) contexts(r, e, c, depth + 1);
    }
}

/* "held talks last week on gas": parsers hang the topic on the light verb as often. */
static void carried_contexts(reader *r, sg_ev *e, uint32_t carrier) {
    for (uint32_t c = carrier == NONE ? NONE : tk(r, carrier)->child; c != NONE; c = tk(r, c)->next) {
        bool aim = tk(r, c)->deprel == SG_DEP_ADVCL && (tk(r, c)->bits & SG_FEAT_INF);
        if (c > e->head && (tk(r, c)->deprel == SG_DEP_OBL || aim)) contexts(r, e, c, 1);
    }
}

static void drop_context(reader *r, sg_ev *e, const char *gone) {
    sg_str rest = sg_str_of(e->context), one;
    const char *kept = NULL;
    while (e->context && sg_cut(&rest, '|', &one))
        if (!sg_eqz(one, gone)) kept = joined(r, kept, sg_dup(r->a, one));
    e->context = kept;
}

static bool any_sector(const reader *r, const sg_ids *ids, const char *list) {
    for (size_t i = 0; i < ids->count; i++) {
        const char *sector = r->d->ents[ids->at[i]].sector;
        if (sector && sg_list_has(list, sg_str_of(sector))) return true;
    }
    return false;
}

/* What ministers of a field talk about is of their field: talks of defence ministers are military. */
static void contexts_by_office(reader *r, sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *p = &r->d->ents[e->actors.at[i]];
        if (!p->office || !p->row[0] || p->row[0]->table != SG_T_ROLES) continue;
        sg_rows rows = sg_lexicon_find(r->d->lex, SG_T_CONTEXTS, sg_str_of(p->row[0]->cell[0]));
        for (size_t k = 0; k < rows.count; k++) e->context = joined(r, e->context, rows.row[k]->cell[1]);
    }
}

/* What somebody's part in an act says of its field: where judges act the law is in play; what rebels and strikers do is
 * no matter of armies unless one is on the other side. */
static void contexts_by_party(reader *r, sg_ev *e) {
    static const char *const fields[][2] = {{"MIL", "military"},           {"JUD", "legal"},  {"LEG", "legislative"},
                                            {"REL", "religion_ethnicity"}, {"MED", "health"}, {"SPY", "intelligence"}};
    static const char irregular[] = "REB|UAF|PRM|CRM|CVL|LAB|REL|COP|OPP|EDU|JRN|AGR|BUS|NGO";
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        bool acts = any_sector(r, &e->actors, fields[i][0]);
        bool told = acts || (i && any_sector(r, &e->recipients, fields[i][0]));
        if (told && e->type) e->context = joined(r, e->context, fields[i][1]);
    }
    if (e->type && !strcmp(e->type, "CONSULT")) contexts_by_office(r, e);
    bool armies = any_sector(r, &e->actors, "MIL") || any_sector(r, &e->recipients, "MIL");
    if (!armies && any_sector(r, &e->actors, irregular)) drop_context(r, e, "military");
    for (sg_ev *x = e->content; x; x = x->next) contexts_by_party(r, x);
}

static void link_content(reader *r, sg_ev *outer, sg_ev *inner, const char *link) {
    sg_ev **at = &outer->content;
    while (*at) at = &(*at)->next;
    *at = inner;
    for (; inner; inner = inner->next) {
        inner->link = inner->link ? inner->link : link;
        r->inner[inner->head] = inner;
    }
}

static above inside(const above *up, sg_realis realis) {
    above in = *up;
    in.depth++;
    in.carrier = in.reach = in.bent = NONE;
    in.realis = SG_ACTUAL;
    in.modality = in.phase = NULL;
    in.subject = NONE;
    in.actors = NULL;
    in.times_at = NONE;
    raise(&in.realis, realis);
    return in;
}

static bool has_id(const sg_ids *ids, uint32_t id) {
    for (size_t i = 0; i < ids->count; i++)
        if (ids->at[i] == id) return true;
    return false;
}

/* "condemned the raid on Chile": blame and praise go to who did it, not to whom it was done. */
static void spare_those_done_to(sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next) {
        size_t kept = 0;
        for (size_t i = 0; i < e->recipients.count; i++) {
            uint32_t id = e->recipients.at[i];
            if (!x->type || !has_id(&x->recipients, id) || has_id(&x->actors, id)) e->recipients.at[kept++] = id;
        }
        e->recipients.count = kept;
    }
}

/* Acts that an act speaks of: "condemned the launch", "thanked X for sending aid". */
static void speaks_of(reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const above *up) {
    static const char *const slots[] = {"obj", "for", "over", "of", "as", "ccomp", "advcl"};
    if (up->depth >= DEPTH) return;
    bool fact = flag(row, A_FLAGS, "fact");
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        sg_fill f;
        sg_slot(fr, sg_str_of(slots[i]), &f);
        for (size_t k = 0; k < f.count; k++) {
            if (r->seen[f.tok[k]] || is_condition(r, f.tok[k])) continue;
            above in = inside(up, SG_ACTUAL);
            in.source = up->source;
            if (!fact) in.modality = "alleged";
            sg_ev *inner = read_word(r, f.tok[k], in);
            if (!inner) continue;
            for (sg_ev *x = inner; x; x = x->next) x->factive = fact, x->background = true;
            if (!e->recipients.count) add_all(r, &e->recipients, &inner->actors);
            link_content(r, e, inner, "cause");
        }
    }
    if (e->type && sg_list_has("ACCUSE|SUPPORT", sg_str_of(e->type))) spare_those_done_to(e);
    for (const sg_ev *x = e->content; x && !e->recipients.count; x = x->next) add_all(r, &e->recipients, &x->actors);
    drop_common(r, &e->recipients, &e->actors);
}

/* "X said that Y was guilty": who says it lays it to him. "Such terms are unacceptable, X said", "X said that all options
 * were open": rows whose actor nobody's slot holds are of who says them. */
static void lay_to(reader *r, sg_ev *e, const sg_row *row) {
    bool said = row->cell[A_ACTOR][0] == '-' && e->type && sg_list_has("REJECT|THREATEN", sg_str_of(e->type));
    bool laid = said || (e->type && !strcmp(e->type, "ACCUSE"));
    if (laid && e->source != NONE && !e->actors.count) add_id(r, &e->actors, e->source);
    e->laid = said;
    drop_common(r, &e->recipients, &e->actors);
}

/* "March", in a date, is no march. */
static bool is_month(const reader *r, uint32_t t) {
    return sg_word(r->d, t, "month") && sg_in_date(r->d, t);
}

static bool cooperative(const sg_ev *e) {
    static const char list[] = "CONSULT|SUPPORT|COOPERATE|AID|RETREAT|CONCEDE|AGREE";
    return e->type && sg_list_has(list, sg_str_of(e->type));
}

/* "hosted talks", "paid a visit": an object that made the row fit is part of what tells the act, and no second one. */
static void take_object(reader *r, const sg_row *row, const sg_frame *fr) {
    sg_str rest = sg_str_of(row->cell[9]), need;
    while (sg_cut(&rest, ' ', &need)) {
        bool named = need.n > 4 && memcmp(need.s, "obj", 3) == 0 && (need.s[3] == '=' || need.s[3] == '~');
        if (!named || sg_eqz(need, "obj~act") || sg_eqz(need, "obj~party")) continue;
        sg_fill f;
        sg_slot(fr, SG_LIT("obj"), &f);
        for (size_t i = 0; i < f.count; i++)
            if (tk(r, f.tok[i])->upos == SG_POS_NOUN) r->seen[f.tok[i]] = true;
    }
}

/* "042:043": the code of what is done, and of the same seen from the other side. */
static void set_code(reader *r, sg_ev *e, const char *cell) {
    sg_str rest = sg_str_of(cell), code = {"", 0};
    sg_cut(&rest, ':', &code);
    e->cameo = code.n == strlen(cell) ? value(cell) : code.n ? sg_dup(r->a, code) : NULL;
    e->back = rest.n ? rest.s : NULL;
}

static bool phrase_of_class(const reader *r, uint32_t t, const char *name, int depth) {
    if (sg_in_class(r->d, t, sg_str_of(name))) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool phrase = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_COMPOUND ||
                      rel == SG_DEP_AMOD || (rel == SG_DEP_CONJ && tk(r, c)->upos == SG_POS_NOUN) ||
                      (rel == SG_DEP_ADVCL && !depth) || ((rel == SG_DEP_XCOMP || rel == SG_DEP_ACL) && depth < 2);
        if (phrase && phrase_of_class(r, c, name, depth + 1)) return true;
    }
    return false;
}

/* What is told below an act makes its code deeper: accused of what, inquired into what, in the streets for what. */
static void deepen(reader *r, sg_ev *e, uint32_t carrier) {
    static const struct {
        const char *code, *class, *deeper;
    } steps[] = {{"112", "war_crime", "1124"},  {"112", "treason", "1125"},  {"112", "rights_abuse", "1122"},
                 {"112", "wrongdoing", "1121"}, {"090", "war_crime", "094"}, {"090", "rights_abuse", "092"},
                 {"090", "wrongdoing", "091"},  {"090", "warfare", "093"}};
    static const char *const goals[] = {"goal_leader", "goal_policy", "goal_right", "goal_regime"};
    if (!e->cameo) return;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (!strcmp(e->cameo, steps[i].code) && phrase_of_class(r, e->head, steps[i].class, 0)) {
            e->cameo = steps[i].deeper;
            return;
        }
    if (!e->type || strcmp(e->type, "PROTEST") != 0 || strlen(e->cameo) != 3 || e->cameo[2] == '0') return;
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
        bool told = phrase_of_class(r, e->head, goals[i], 0);
        if (!told && !(carrier != NONE && phrase_of_class(r, carrier, goals[i], 0))) continue;
        e->cameo = sg_printf(r->a, "%s%d", e->cameo, (int)i + 1);
        return;
    }
}

/* "by video link", "in a call", "a telephone conversation". */
static bool by_phone(reader *r, uint32_t t, uint32_t carrier) {
    uint32_t heads[] = {t, carrier};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t c = heads[k] == NONE ? NONE : tk(r, heads[k])->child; c != NONE; c = tk(r, c)->next) {
            if (sg_word(r->d, c, "phone")) return true;
            if (tk(r, c)->deprel == SG_DEP_OBL && has_sign(r, c, "phone")) return true;
        }
    return false;
}

/* The land where the act is told to be done, or NULL. */
static const char *ground(reader *r, const sg_frame *fr) {
    sg_ids found = {0};
    parties(r, fr, "in|at|obj.in|obj.at", &found, NULL);
    for (size_t i = 0; i < found.count; i++)
        if (is_land(&r->d->ents[found.at[i]])) return r->d->ents[found.at[i]].country;
    return NULL;
}

/* Talks on the soil of neither side have a host; those of an organisation of states, or of four states and more, are
 * held among many. */
static void meeting_mode(reader *r, sg_ev *e, const sg_frame *fr) {
    if (!e->type || strcmp(e->type, "CONSULT") != 0 || e->mode || !e->reciprocal || !e->actors.count) return;
    const char *host = ground(r, fr);
    bool apart = host != NULL, igo = false, among = true; /* among: nobody but members of organisations of states */
    size_t states = 0;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *c = r->d->ents[e->actors.at[i]].country;
        bool again = false;
        for (size_t k = 0; k < i; k++) again |= same_word(c, r->d->ents[e->actors.at[k]].country);
        states += c && !again;
        const sg_ent *who = &r->d->ents[e->actors.at[i]];
        igo |= c && !strcmp(c, "IGO");
        among &= c && !strcmp(c, "IGO") && (!who->person || who->plural);
        apart &= c && host && strcmp(c, host) != 0 && strcmp(c, "IGO") != 0;
    }
    bool many = states > 3 || (among && igo) || (igo && sg_in_class(r->d, e->head, SG_LIT("assembly")));
    if (many) e->mode = "multilateral";
    else if (apart && e->actors.count > 1) {
        e->mode = "third-party";
        if (same_word(e->cameo, "040")) e->cameo = "044";
    }
}

enum { LIKELY = SG_SURE * 6 / 10 }; /* for an act that the network alone tells */

typedef enum manner { STRICTLY, LOOSELY, BY_NETWORK } manner; /* how a word is looked up as an act */

static sg_ev *read_act(reader *r, uint32_t t, above up, manner how) {
    bool noun = tk(r, t)->upos != SG_POS_VERB;
    sg_frame fr = frame(r, t, up.carrier == NONE && noun ? up.reach : up.carrier, up.subject);
    uint32_t first, last;
    bool guess = how == LOOSELY, likely = how == BY_NETWORK;
    const sg_row *alone = likely ? sg_likely_row(r->d, t, LIKELY) : NULL;
    if (likely && !alone) return NULL;
    fr.loose = how != STRICTLY;
    fr.type = alone ? alone->cell[A_TYPE] : NULL;
    const sg_row *row = is_month(r, t) ? NULL : sg_reading(&fr, SG_T_ACTS, &first, &last);
    if (!row && alone) row = alone, first = last = t;
    bool named = row && row->cell[A_POS][0] == 'n' && up.carrier == NONE; /* a noun that no verb carries */
    bool bare = row && !wants_object(row);                                /* "opened fire" needs its fire */
    if (bare && !noun && !guess && !strcmp(row->cell[A_TYPE], "ASSAULT") && on_nature(r, &fr)) return NULL;
    if (!row || (named && !guess && flag(row, A_FLAGS, "carried"))) return NULL;
    if (!noun && !guess && by_nature(r, &fr)) return NULL;
    for (uint32_t i = first; i <= last; i++) r->seen[i] |= i == t || (noun && last > first + 1); /* "exchange of fire" */
    sg_ev *e = new_ev(r, t, first, last, &up);
    e->guess = guess;
    e->type = value(row->cell[A_TYPE]);
    e->mode = value(row->cell[A_MODE]);
    e->likely = likely;
    set_code(r, e, row->cell[A_CAMEO]);
    e->coded = !e->type && e->cameo && flag(row, A_FLAGS, "code");
    e->context = value(row->cell[A_CONTEXT]);
    e->speech = flag(row, A_FLAGS, "speech");
    e->weak = flag(row, A_FLAGS, "weak") || likely;
    e->background = flag(row, A_FLAGS, "bg");
    e->weak |= e->background || (named && cooperative(e));
    because(r, e, "type", row, NULL, first, last);
    gather(r, e, row, &fr, &up);
    lay_to(r, e, row);
    if (flag(row, A_FLAGS, "content") || flag(row, A_FLAGS, "fact")) speaks_of(r, e, row, &fr, &up);
    else take_object(r, row, &fr);
    contexts(r, e, t, 0);
    carried_contexts(r, e, up.carrier);
    e->split = has_sign(r, t, "apart") || (up.carrier != NONE && has_sign(r, up.carrier, "apart"));
    if (e->type && !strcmp(e->type, "CONSULT") && !e->mode && by_phone(r, t, up.carrier)) e->mode = "phone";
    meeting_mode(r, e, &fr);
    deepen(r, e, up.carrier);
    return e;
}

/* ---- operators ---- */

static bool many_states(const reader *r, const sg_ids *ids) {
    for (size_t i = 1; i < ids->count; i++) {
        const char *a = r->d->ents[ids->at[0]].country, *b = r->d->ents[ids->at[i]].country;
        if (a && b && strcmp(a, b) != 0) return true;
    }
    return false;
}

/* "pledged not to attack", "vowed never to talk": what is promised not to be done is given up, or refused; "asked Y not to
 * attack": restraint is asked. "promised Y two ships": forces promised to somebody are help for him. */
static const char *op_over(const char *op, const sg_ev *inner, const sg_ids *to) {
    static const char harms[] = "MOBILIZE|SANCTION|COERCE|ASSAULT|PROTEST|THREATEN|ACCUSE|REJECT|REQUEST";
    bool spared = inner->realis == SG_NEGATED && inner->type && sg_list_has(harms, sg_str_of(inner->type));
    if (spared && !strcmp(op, "ask")) return "dissuade";
    if (spared && !strcmp(op, "demand")) return "forbid";
    if (!sg_list_has("agree|promise|intend", sg_str_of(op))) return op;
    if (inner->realis == SG_NEGATED) return spared ? "forgo" : strcmp(op, "promise") ? op : "refuse";
    bool force = inner->type && !strcmp(inner->type, "MOBILIZE");
    return force && to->count && !strcmp(op, "promise") ? "lend" : op;
}

/* The outer act that an operator makes of an inner one. */
static sg_ev *wrap(reader *r, const char *op, sg_ev *inner, uint32_t t, uint32_t first, uint32_t last, const above *up) {
    const sg_row *row = sg_compose(r->d, op, inner);
    if (!row) return inner;
    sg_ev *e = new_ev(r, t, first, last, up);
    e->type = row->cell[C_OUT_TYPE][0] ? value(row->cell[C_OUT_TYPE]) : inner->type;
    e->mode = row->cell[C_OUT_MODE][0] ? value(row->cell[C_OUT_MODE]) : NULL;
    e->cameo = row->cell[C_OUT_CAMEO][0] ? value(row->cell[C_OUT_CAMEO]) : inner->cameo;
    e->context = inner->context;
    e->weak = !inner->type && inner->weak && !inner->cameo; /* "promised an election": a code says what it is */
    because(r, e, "type", row, NULL, first, last);
    e->speech = true;
    return e;
}

static bool is_op(const char *op, const char *list) {
    return sg_list_has(list, sg_str_of(op));
}

static void settle_agree(reader *r, sg_ev *e, const sg_ev *inner) {
    bool open = !e->recipients.count, threat = e->type && !strcmp(e->type, "THREATEN");
    if (open && many_states(r, &e->actors)) e->reciprocal = true;
    else if (open && (cooperative(inner) || threat)) {
        add_all(r, &e->recipients, &inner->recipients);
        if (inner->reciprocal) add_all(r, &e->recipients, &inner->actors);
    } else if (open && !inner->type) add_foreign(r, &e->recipients, &inner->recipients, &e->actors);
    drop_common(r, &e->recipients, &e->actors);
}

/* Arrest, expulsion, a ban, a sanction: what only those in power do. */
static bool is_penalty(const sg_ev *e) {
    return e->type && sg_list_has("COERCE|SANCTION", sg_str_of(e->type));
}

/* "will hit back", "will be crushed": force of whatever kind. */
static bool is_force(const sg_ev *e) {
    return e->cameo && !strcmp(e->cameo, "190");
}

/* "X said that looters would be jailed": who says what will be done to others, and names nobody who will do it, means
 * himself. What is done to his own side he only fears. */
static void add_threatener(reader *r, sg_ids *who, const sg_ev *in, uint32_t source) {
    if (source == NONE || !r->d->ents[source].country) return;
    for (size_t i = 0; i < in->recipients.count; i++)
        if (same_party(r, in->recipients.at[i], source)) return;
    add_id(r, who, source);
}

/* "threatened to leave unless X paid": whose deed the threat waits for, he is threatened. */
static void threaten_whom(reader *r, sg_ev *e, const sg_ev *in, uint32_t t) {
    const uint32_t heads[] = {in->head, t};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t c = tk(r, heads[k])->child; c != NONE && !e->recipients.count; c = tk(r, c)->next) {
            if (tk(r, c)->deprel != SG_DEP_ADVCL || !is_condition(r, c)) continue;
            sg_frame fr = frame(r, c, NONE, NONE);
            parties(r, &fr, "subj", &e->recipients, behind);
            drop_common(r, &e->recipients, &e->actors);
        }
}

/* "will send", "is to visit": the future is an intention of the one who acts. */
static sg_ev *as_intended(reader *r, sg_ev *in, const above *up, uint32_t t, const signs *s) {
    sg_realis later = s->conditional ? SG_CONDITIONAL : SG_PLANNED;
    static const char spoken[] = "AGREE|REQUEST|REJECT|THREATEN"; /* "will promise to": the speaking is to come */
    bool revenge = !in->type && is_force(in);                     /* a threat, though no table knows what it will be */
    bool plain = (!in->type && !revenge) || (in->type && sg_list_has("MOBILIZE|PROTEST|ACCUSE", sg_str_of(in->type))) ||
                 (in->content && sg_list_has(spoken, sg_str_of(in->type)));
    sg_ev *e = plain ? in : wrap(r, "intend", in, t, in->first, in->last, up);
    raise(&in->realis, later);
    if (e == in) return in;
    e->actors = in->actors;
    e->reciprocal = in->reciprocal && in->actors.count > 1;
    if (!e->actors.count && (is_force(in) || is_penalty(in))) add_threatener(r, &e->actors, in, up->source);
    if (!e->reciprocal) settle_agree(r, e, in);
    if (e->type && !strcmp(e->type, "THREATEN") && !e->recipients.count) threaten_whom(r, e, in, t);
    e->time = NONE;
    link_content(r, e, in, "complement");
    return e;
}

/* The parties of an act to come that somebody refuses or demands: `who` against all others that it names. */
static void set_against(reader *r, sg_ev *e, const sg_ev *in, const sg_ids *who) {
    e->actors = *who;
    add_all(r, &e->recipients, &in->recipients);
    add_all(r, &e->recipients, &in->actors);
    drop_common(r, &e->recipients, &e->actors);
}

/* "will not talk", "would not accept": who says what he will not do refuses it. */
static sg_ev *as_refused(reader *r, sg_ev *in, const above *up, uint32_t t) {
    sg_ev *e = cooperative(in) || !in->type ? wrap(r, "refuse", in, t, in->first, in->last, up) : in;
    if (e == in) {
        raise(&in->realis, SG_NEGATED);
        return in;
    }
    sg_ids who = {0};
    sg_frame fr = frame(r, t, NONE, up->subject);
    if (tk(r, t)->upos == SG_POS_VERB) parties(r, &fr, "subj", &who, behind);
    bool unsaid = !who.count && !in->actors.count && !in->reciprocal; /* "X said the ban will not be lifted" */
    if (unsaid && up->source != NONE && r->d->ents[up->source].country) add_id(r, &who, up->source);
    set_against(r, e, in, who.count || in->reciprocal ? &who : &in->actors);
    e->time = NONE;
    raise(&in->realis, SG_HYPOTHETICAL);
    link_content(r, e, in, "complement");
    return e;
}

/* "said on Monday that Y must stop": the day of the word of saying, and not of what is said. */
static uint32_t time_of_saying(const reader *r, uint32_t said, uint32_t saying) {
    const sg_sent *in = &r->d->sents[tk(r, said)->sent];
    uint32_t top = said;
    while (tk(r, top)->deprel == SG_DEP_XCOMP && tk(r, top)->head != NONE) top = tk(r, top)->head;
    if (tk(r, top)->deprel == SG_DEP_CCOMP) said = top, saying = tk(r, top)->head;
    for (uint32_t i = in->time; saying != NONE && saying != said && i < in->time + in->time_count; i++) {
        const sg_time *tm = &r->d->times[i];
        bool tells = tm->kind == SG_TIME_DATE && !below(r, tm->head, said, saying);
        if (tells && in_clause(r, tm->head, saying)) return i;
    }
    return NONE;
}

/* "X said that Y must stop": to say what another has to do is to ask it of him. */
static sg_ev *as_demanded(reader *r, sg_ev *in, const above *up, uint32_t t) {
    raise(&in->realis, SG_DEMANDED);
    for (size_t i = 0; i < in->actors.count; i++)
        if (same_party(r, in->actors.at[i], up->source)) return in;
    sg_ev *e = wrap(r, "demand", in, t, in->first, in->last, up);
    if (e == in) return in;
    sg_ids who = {0};
    add_id(r, &who, up->source);
    e->actors = who;
    e->recipients = in->actors;
    e->time = time_of_saying(r, t, up->times_at);
    link_content(r, e, in, "complement");
    return e;
}

/* What auxiliaries and negation of a report make of the acts that it tells: "will say", "did not say". */
static sg_ev *under_report(reader *r, sg_ev *list, const signs *s) {
    for (sg_ev *e = list; e; e = e->next) {
        if (e->position) continue;
        if (s->future) bend(r, e, SG_PLANNED, s->at);
        if (s->duty) bend(r, e, SG_DEMANDED, s->at);
        if (s->negated) bend(r, e, SG_NEGATED, s->at);
    }
    return list;
}

/* What auxiliaries and negation make of acts that were read. */
static sg_ev *under_signs(reader *r, sg_ev *list, const above *up, uint32_t t, const signs *s) {
    sg_ev *all = NULL, **at = &all;
    for (sg_ev *next; list; list = next) {
        next = list->next;
        list->next = NULL;
        if (list->position || list->laid) {
            *at = list;
            at = &list->next;
            continue;
        }
        bool spoken_of = up->realis > SG_HISTORICAL; /* "vowed it would pay": one promise, not two */
        bool merciless =
            !list->type && is_force(list) && s->negated && tk(r, s->at)->deprel == SG_DEP_OBJ; /* "show no mercy" */
        if (s->duty && up->source != NONE) *at = as_demanded(r, list, up, t);
        else if (spoken_of && !s->negated) *at = list;
        else if (s->future && s->negated && !merciless) *at = as_refused(r, list, up, t);
        else if (s->future) *at = as_intended(r, list, up, t, s);
        else *at = list;
        if (s->duty) bend(r, list, SG_DEMANDED, s->at);
        if (s->negated && !merciless && !(s->future && *at != list)) bend(r, list, SG_NEGATED, s->at);
        if (s->conditional && *at == list)
            bend(r, list->speech && list->content ? list->content : list, SG_CONDITIONAL, s->at);
        at = &(*at)->next;
    }
    return all;
}

/* "agreed to a larger force in Chad": whom it is for may be told by no more than where it is to be. */
static void on_other_ground(reader *r, sg_ev *e, const above *up) {
    sg_ids who = e->actors, found = {0};
    if (!who.count) add_above(r, &who, up);
    party_in(r, e->head, "in|to|for|with|against|on", &found, 0);
    for (size_t i = 0; i < found.count; i++)
        if (is_abroad(r, found.at[i], &who)) add_id(r, &e->recipients, found.at[i]);
}

/* An inner word that is no act: its words still tell what was agreed or asked. */
static sg_ev *untyped(reader *r, uint32_t t, const above *up) {
    sg_ev *e = new_ev(r, t, t, t, up);
    sg_frame fr = sg_frame_of(r->d, t, up->subject, false);
    r->seen[t] = true;
    if (tk(r, t)->upos == SG_POS_VERB) {
        parties(r, &fr, "subj", &e->actors, behind);
        if (!e->actors.count && lacks_agent(r, t)) add_above(r, &e->actors, up);
        parties(r, &fr, "obj|to|with|against|on", &e->recipients, affected);
        drop_common(r, &e->recipients, &e->actors);
    }
    if (!e->recipients.count) on_other_ground(r, e, up);
    contexts(r, e, t, 0);
    return e;
}

/* "asked for loans", "promised tanks": to name the goods is to name the aid. */
static const char *const goods[][3] = {
    {"money", "071", "economic"}, {"arms", "072", "military"}, {"troops", "072", "military"}, {"helper", "073", "health"},
    {"relief", "073", NULL},      {"aid_goods", "073", NULL},  {"aid", "070", NULL}};

static const char *const *goods_of(const reader *r, uint32_t t) {
    for (size_t i = 0; i < sizeof goods / sizeof *goods; i++)
        if (tk(r, t)->upos == SG_POS_NOUN && sg_in_class(r->d, t, sg_str_of(goods[i][0]))) return goods[i];
    return NULL;
}

/* Is it nobody's yet: "pledged troops", unlike "pledged to the troops of Chad"? */
static bool is_nobodys(const reader *r, uint32_t t) {
    for (uint32_t i = 0; i < tk(r, t)->ent_count; i++)
        if (r->d->ents[tk(r, t)->ent + i].country || r->d->ents[tk(r, t)->ent + i].name) return false;
    return true;
}

static void as_goods(reader *r, sg_ev *e) {
    const char *const *kind = goods_of(r, e->head);
    if (!kind) return;
    e->type = "AID";
    e->cameo = kind[1];
    e->context = joined(r, e->context, kind[2]);
    because(r, e, "type", NULL, "act: goods that are asked for or promised", e->head, e->head);
}

/* "refused Y a loan", "promised Y tanks": the goods say what is refused or promised, more than the verb does. */
static bool names_goods(const reader *r, uint32_t t) {
    sg_frame fr = frame(r, t, NONE, NONE);
    sg_fill f;
    uint32_t first, last;
    const sg_row *row = sg_reading(&fr, SG_T_OPERATORS, &first, &last);
    if (!row || !is_op(row->cell[O_OP], "refuse|promise|ask|demand")) return false;
    sg_slot(&fr, is_op(row->cell[O_OP], "refuse|promise") ? SG_LIT("obj") : SG_LIT("for"), &f);
    for (size_t i = 0; i < f.count; i++)
        if (goods_of(r, f.tok[i]) && is_nobodys(r, f.tok[i])) return true;
    return false;
}

/* What is agreed or asked in words that no tree joins to the operator. */
static sg_ev *nothing(reader *r, uint32_t t, const above *up) {
    sg_ev *e = new_ev(r, t, t, t, up);
    e->guess = true;
    return e;
}

/* "announced sanctions": who announces a deed without a doer does it. */
static void announced(reader *r, sg_ev *list, const sg_ids *who) {
    for (sg_ev *e = list; e; e = e->next)
        if (!e->actors.count && tk(r, e->head)->upos == SG_POS_NOUN) {
            e->actors = *who;
            drop_common(r, &e->recipients, &e->actors);
        }
}

typedef struct op_reading {
    const sg_row *row;
    const char *op;
    uint32_t t, first, last;
    uint32_t particle; /* as in sg_frame */
    bool nominal;      /* a noun that no table knows will do for an inner act: "agreed to a programme" */
    sg_ids actors, recipients;
} op_reading;

/* The slots of the one spoken to: what follows `to:` among the flags, up to the next flag. NULL: none. */
static const char *addressed(reader *r, const sg_row *row) {
    const char *to = strstr(row->cell[O_FLAGS], "to:");
    if (!to) return NULL;
    sg_str rest = sg_str_of(to + 3), one;
    const char *slots = NULL;
    while (sg_cut(&rest, '|', &one) && !sg_list_has("objsubj|speech|announce|hearsay|weak|not", one))
        slots = slots ? sg_printf(r->a, "%s|%.*s", slots, (int)one.n, one.s) : sg_dup(r->a, one);
    return slots;
}

/* "is expected to visit", "are scheduled to meet": who will do it stands where the passive has its subject. */
static const char *doer_slot(const reader *r, const op_reading *o) {
    return !strcmp(o->row->cell[O_OP], "intend") && sg_is_passive(r->d, o->t) ? "obj" : "subj";
}

static void op_parties(reader *r, op_reading *o, const sg_frame *fr, const above *up) {
    bool noun = o->row->cell[O_POS][0] == 'n';
    parties(r, fr, noun ? "poss|by|adj|from|of" : doer_slot(r, o), &o->actors, behind);
    if (!o->actors.count && lacks_agent(r, o->t)) add_above(r, &o->actors, up);
    const char *to = addressed(r, o->row);
    if (to) parties(r, fr, to, &o->recipients, noun ? NULL : affected);
    drop_common(r, &o->recipients, &o->actors);
}

/* "failed to agree": what was not reached was to be all parties'. */
static void set_failed(reader *r, sg_ev *e, sg_ev *in) {
    add_all(r, &e->actors, &in->actors);
    e->reciprocal = e->actors.count > 1;
    if (!e->reciprocal) add_all(r, &e->recipients, &in->recipients);
    drop_common(r, &e->recipients, &e->actors);
    raise(&in->realis, SG_NEGATED);
}

/* "suspended its talks with Y": who stops a common thing does it to the other; without him it ends for all. */
static void set_stopped(reader *r, sg_ev *e, const sg_ev *in) {
    bool alone = e->actors.count > 0;
    bool known = e->recipients.count > 0;
    if (!known) add_all(r, &e->recipients, &in->recipients);
    if (in->reciprocal) add_all(r, alone ? &e->recipients : &e->actors, &in->actors);
    drop_common(r, &e->recipients, &e->actors);
    e->reciprocal = in->reciprocal && e->actors.count > 1 && !e->recipients.count;
}

/* A meeting or a visit that is over was held; other things that end are given up. */
static bool over(op_reading *o, const sg_ev *in) {
    if (!is_op(o->op, "conclude")) return false;
    bool held = in->type && !strcmp(in->type, "CONSULT");
    if (!held) o->op = "stop";
    return held;
}

static sg_ev *apply(reader *r, op_reading *o, sg_ev *in, const above *up) {
    if (is_op(o->op, "deny")) {
        raise(&in->realis, SG_DENIED);
        because(r, in, "realis", o->row, NULL, o->first, o->last);
        if (o->actors.count) in->source = o->actors.at[0];
        if (!in->actors.count) in->actors = o->actors;
        return in;
    }
    if (is_op(o->op, "foil")) { /* another's deed that came to nothing */
        in->phase = "failed";
        because(r, in, "phase", o->row, NULL, o->first, o->last);
        return in;
    }
    if (is_op(o->op, "avoid")) {
        if (!in->actors.count) in->actors = o->actors;
        return in;
    }
    bool lends = is_op(o->op, "help") && o->recipients.count && sg_compose(r->d, o->op, in); /* "helped Y fight Z" */
    if ((is_op(o->op, "begin|resume|continue|try|fail|help") && !lends) || over(o, in)) {
        static const char *const phases[][2] = {{"begin", "begun"},   {"resume", "resumed"}, {"continue", "continued"},
                                                {"try", "attempted"}, {"fail", "failed"},    {"conclude", "ended"}};
        for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
            if (!strcmp(o->op, phases[i][0])) {
                in->phase = phases[i][1];
                because(r, in, "phase", o->row, NULL, o->first, o->last);
            }
        if (!in->actors.count) in->actors = o->actors;
        const sg_row *tried = is_op(o->op, "try") ? sg_compose(r->d, o->op, in) : NULL;
        if (tried) in->cameo = tried->cell[C_OUT_CAMEO]; /* an attempt at it has a code of its own */
        if (!is_op(o->op, "fail") || !sg_compose(r->d, o->op, in)) return in;
    }
    sg_ev *e = wrap(r, op_over(o->op, in, &o->recipients), in, o->t, o->first, o->last, up);
    if (e == in) return in;
    because(r, e, "operator", o->row, NULL, o->first, o->last);
    e->actors = o->actors;
    e->recipients = o->recipients;
    if (!e->actors.count && is_op(o->op, "intend"))
        add_all(r, &e->actors, &in->actors); /* "is due to": X hangs on the deed */
    if (is_op(o->op, "stop")) {
        e->speech = false;
        e->phase = NULL;
        set_stopped(r, e, in);
        in->phase = "ended";
        link_content(r, e, in, "complement");
        return e;
    }
    if (is_op(o->op, "fail")) set_failed(r, e, in);
    else if (is_op(o->op, "agree|promise|intend|want|settle")) settle_agree(r, e, in);
    else if (!e->recipients.count) {
        bool others = is_op(o->op, "refuse") && tk(r, in->head)->upos == SG_POS_NOUN && in->actors.count; /* "X's offer" */
        const sg_ids *from = others || is_op(o->op, "demand|ask|accuse") ? &in->actors : &in->recipients;
        if (in->reciprocal && is_op(o->op, "announce")) from = &in->actors; /* "announced a ceasefire with X" */
        add_all(r, &e->recipients, from);
        drop_common(r, &e->recipients, &e->actors);
        if (!e->recipients.count && is_op(o->op, "refuse|cancel")) add_all(r, &e->recipients, &in->actors);
        drop_common(r, &e->recipients, &e->actors);
    }
    if (is_op(o->op, "threaten") && !e->recipients.count) threaten_whom(r, e, in, o->t);
    if (!in->actors.count) { /* who promises will do it; of whom it is asked is to do it */
        if (is_op(o->op, "agree|promise|intend|threaten|settle")) in->actors = o->actors;
        else if (is_op(o->op, "demand|ask")) in->actors = o->recipients;
        drop_common(r, &in->recipients, &in->actors);
    }
    bool lent = is_op(o->op, "promise") && in->type && !strcmp(in->type, "AID") && o->recipients.count;
    if (lent) in->recipients = o->recipients;             /* "promised Y to send ships": what is sent is no party */
    if (goods_of(r, in->head) && !in->recipients.count) { /* the goods are for who asks, or for who is promised them */
        const sg_ids *whose = is_op(o->op, "demand|ask") ? &o->actors : &e->recipients;
        add_all(r, &in->recipients, whose);
        drop_common(r, &in->recipients, &in->actors);
    }
    link_content(r, e, in, "complement");
    return e;
}

static sg_realis inner_realis(const char *op) {
    if (is_op(op, "avoid")) return SG_NEGATED;
    if (is_op(op, "agree|promise|intend|want|settle")) return SG_PLANNED;
    if (is_op(op, "demand|ask")) return SG_DEMANDED;
    if (is_op(op, "threaten|refuse|cancel")) return SG_HYPOTHETICAL;
    return SG_ACTUAL;
}

/* "an agreement which kills farming": what the agreement itself does is not what was agreed. */
static bool is_deed_of_thing(const reader *r, uint32_t t) {
    uint32_t subject = tk(r, t)->deprel == SG_DEP_ACL_RELCL ? own_subject(r, t) : NONE;
    return subject != NONE && (tk(r, subject)->bits & SG_FEAT_REL);
}

/* Inner acts of an operator, by its slots; coordinated ones come too. */
static sg_ev *inner_acts(reader *r, op_reading *o, const sg_frame *fr, above in, bool bare) {
    sg_ev *all = NULL, **at = &all;
    sg_str rest = sg_str_of(o->row->cell[O_SLOTS]), slot;
    while (sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(fr, slot, &f);
        size_t n = f.count;
        for (size_t i = 0; i < n; i++)
            for (uint32_t c = tk(r, f.tok[i])->child; c != NONE; c = tk(r, c)->next)
                if (tk(r, c)->deprel == SG_DEP_CONJ && f.count < SG_SLOT_MAX && tk(r, f.tok[i])->upos == SG_POS_VERB)
                    f.tok[f.count++] = c;
        for (size_t i = 0; i < f.count; i++) {
            uint32_t t = f.tok[i];
            if (r->seen[t] || (tk(r, t)->ent_count && !bare) || is_deed_of_thing(r, t)) continue;
            above mine = in;
            if (tk(r, t)->head == o->t) mine.reach = o->t;
            if (speaks_openly(r, t)) raise(&mine.realis, SG_CONDITIONAL);
            sg_ev *got = read_word(r, t, mine);
            bool clausal = tk(r, t)->upos == SG_POS_VERB && (tk(r, t)->deprel != SG_DEP_ADVCL || sg_eqz(slot, "xcomp"));
            bool thing = o->nominal && tk(r, t)->upos == SG_POS_NOUN &&
                         (!tk(r, t)->ent_count || (goods_of(r, t) && is_nobodys(r, t)));
            if (!got && bare && (clausal || thing)) {
                got = untyped(r, t, &mine);
                if (thing && is_op(o->op, "agree|promise|demand|ask|refuse")) as_goods(r, got);
                got->weak = (thing && !got->type && !is_op(o->op, "demand|ask")) || flag(o->row, O_FLAGS, "weak");
            }
            if (!got) continue;
            *at = got;
            while (*at) at = &(*at)->next;
        }
        if (all) break;
    }
    return all;
}

static void say_above(reader *r, op_reading *o, above *in, uint32_t t) {
    if (flag(o->row, O_FLAGS, "hearsay") || (!o->actors.count && sg_is_passive(r->d, t))) {
        in->hearsay[0] = o->first;
        in->hearsay[1] = o->last;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_EXPL && c < in->hearsay[0]) in->hearsay[0] = c;
    } else if (o->actors.count) in->source = o->actors.at[0];
}

/* "faced criticism from X", "received aid": it is done to the subject. */
static void undergone(reader *r, sg_ev *e, const sg_frame *fr) {
    sg_ids who = {0};
    parties(r, fr, "subj", &who, affected);
    if (!e->actors.count) parties(r, fr, "from|by", &e->actors, behind);
    if (e->reciprocal) {
        add_all(r, &e->actors, &who);
        return;
    }
    if (!e->recipients.count) e->recipients = who;
    drop_common(r, &e->actors, &who);
}

/* "launched a probe": a deed of one who is told, where the type asks for no other side, is one though the noun says little. */
static bool stands_alone(const sg_ev *e) {
    return e->actors.count && e->type && !sg_list_has("COOPERATE|AID|SANCTION", sg_str_of(e->type));
}

static sg_ev *as_operator(reader *r, op_reading o, above up, signs *s) {
    uint32_t t = o.t;
    bool noun = o.row->cell[O_POS][0] == 'n'; /* "made an appeal to X to go": its phrases may hang on the verb */
    sg_frame fr = frame(r, t, noun ? up.carrier : NONE, up.subject);
    fr.particle = o.particle;
    o.op = o.row->cell[O_OP];
    bool adjective = o.row->cell[O_POS][0] == 'a'; /* "not ready to", "no intention of" */
    bool unwilling = s->negated && (adjective ? is_op(o.op, "promise") : noun && is_op(o.op, "intend|agree"));
    const char *willing = o.op;
    if (unwilling) o.op = "refuse";
    if (flag(o.row, O_FLAGS, "not")) s->negated = false; /* "does not rule out": the row's own negation */
    if (s->negated && is_op(o.op, "avoid")) { /* "would not hesitate to", "did not refrain from": he will, he did */
        o.op = s->future ? "promise" : "help";
        s->negated = s->future = false;
    }
    if (is_op(o.op, "light|undergo")) {
        bool undergo = is_op(o.op, "undergo");
        above in = up;
        sg_fill f;
        in.carrier = t;
        sg_slot(&fr, SG_LIT("subj"), &f);
        if (undergo) in.subject = NONE;
        else if (f.count) in.subject = f.tok[0];
        if (up.times_at == NONE) in.times_at = t;
        r->seen[t] = true; /* two light words may each be in the other's slots */
        sg_ev *got = inner_acts(r, &o, &fr, in, false);
        r->seen[t] = got != NULL;
        if (got && got->head == s->at) s->negated = false; /* "had no intention": the noun has taken its "no" */
        for (sg_ev *e = got; e; e = e->next) {
            if (e->first > o.first) because(r, e, "trigger", o.row, NULL, o.first, o.last);
            e->split |= has_sign(r, t, "apart");
            e->background = false;
            e->weak &= undergo || !stands_alone(e);
            if (undergo) undergone(r, e, &fr);
        }
        return got;
    }
    op_parties(r, &o, &fr, &up);
    above in = inside(&up, inner_realis(o.op));
    in.bent = t;
    in.source = up.source;
    in.hearsay[0] = up.hearsay[0], in.hearsay[1] = up.hearsay[1];
    sg_fill f;
    bool speaks = is_op(o.op, "say|announce");
    const char *who = flag(o.row, O_FLAGS, "objsubj") ? addressed(r, o.row) : NULL;
    sg_slots(&fr, flag(o.row, O_FLAGS, "objsubj") ? (who ? who : "obj") : noun ? "subj" : doer_slot(r, &o), &f);
    in.subject = f.count ? f.tok[0] : up.subject;
    in.actors = &o.actors;
    if (is_op(o.op, "begin|resume|continue|conclude|try|fail|help|stop|light|avoid")) {
        in.times_at = in.carrier = t; /* "cut aid to X": the phrase may hang on either */
        in.realis = up.realis;
        raise(&in.realis, inner_realis(o.op));
        in.modality = up.modality;
    }
    if (speaks) {
        say_above(r, &o, &in, t);
        in.realis = up.realis;
        in.depth--;
        in.times_at = t;
    }
    if (!speaks && tk(r, t)->upos == SG_POS_VERB) in.reach = t;
    if (is_op(o.op, "accuse")) in.modality = "alleged";
    bool bare = is_op(o.op, "agree|promise|demand|ask|refuse|threaten");
    r->seen[t] = true;
    sg_ev *inner = inner_acts(r, &o, &fr, in, bare);
    if (!inner && bare && o.nominal && r->loose && r->loose[t]) inner = nothing(r, t, &in);
    if (!inner) r->seen[t] = false;
    if (!inner || is_op(o.op, "say")) return inner;
    if (unwilling && noun && inner->type && !cooperative(inner)) o.op = willing; /* "no plan to attack": no threat */
    else if (unwilling) s->negated = false;
    if (is_op(o.op, "announce")) announced(r, inner, &o.actors);
    /* One outer act for all its inner ones, where they make the same of it. */
    sg_ev *all = NULL, **at = &all;
    for (sg_ev *x = inner, *next; x; x = next) {
        next = x->next;
        x->next = NULL;
        sg_ev *e = apply(r, &o, x, &up);
        *at = e;
        at = &e->next;
    }
    return all;
}

/* A word may be more than one operator ("offer to send", "offer condolences"): the first that finds an act. */
static sg_ev *read_operator(reader *r, uint32_t t, above up, signs *s, bool nominal, bool *report) {
    sg_frame fr = frame(r, t, NONE, up.subject);
    op_reading o = {.t = t, .nominal = nominal};
    const sg_row *best = o.row = sg_reading(&fr, SG_T_OPERATORS, &o.first, &o.last);
    if (!best || up.depth >= DEPTH) return NULL;
    o.particle = fr.particle;
    sg_ev *e = as_operator(r, o, up, s);
    *report = e && is_op(o.row->cell[O_OP], "say");
    sg_rows all = sg_rows_by_lemma(r->d, tk(r, t), SG_T_OPERATORS);
    for (size_t i = 0; !e && i < all.count; i++) {
        if (all.row[i] == best || all.row[i]->cell[O_POS][0] != best->cell[O_POS][0]) continue;
        if (!sg_row_fits(&fr, all.row[i])) continue;
        o.row = all.row[i];
        o.first = o.last = t;
        o.particle = NONE;
        e = as_operator(r, o, up, s);
        *report = e && is_op(o.row->cell[O_OP], "say");
    }
    return e;
}

/* ---- positions ---- */

/* "the issues of A and B": the two things are below. */
static void topics_below(reader *r, uint32_t t, sg_fill *f) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        for (uint32_t k = tk(r, c)->child; k != NONE && tk(r, c)->deprel == SG_DEP_NMOD; k = tk(r, k)->next)
            if (tk(r, k)->deprel == SG_DEP_CONJ) {
                f->tok[0] = c, f->tok[1] = k, f->count = 2;
                return;
            }
}

/* A topic's words, without its preposition and, if it stands for itself, without what is coordinated.
 * Acts named in it are what the position is about, not news. */
static void add_topic(reader *r, sg_ev *e, uint32_t t, bool alone) {
    uint32_t a = t, b = t;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool own = rel == SG_DEP_CASE || rel == SG_DEP_MARK || rel == SG_DEP_CC || rel == SG_DEP_PUNCT;
        if (own || (alone && rel == SG_DEP_CONJ)) continue;
        if (rel != SG_DEP_NSUBJ && rel != SG_DEP_COP) sg_reach(r->d, c, &a, &b);
    }
    for (uint32_t i = a; i <= b; i++) r->seen[i] = true;
    e->topic[e->topic_count][0] = a, e->topic[e->topic_count++][1] = b;
}

static bool is_support(const char *stance) {
    return !strcmp(stance, "for") || !strcmp(stance, "against");
}

static bool is_told_act(const sg_frame *fr) {
    uint32_t first, last;
    sg_frame plain = sg_frame_of(fr->doc, fr->tok, fr->subject, fr->noun);
    return sg_reading(&plain, SG_T_ACTS, &first, &last) != NULL;
}

/* Another's plan: to back or oppose it is an act towards him, where the word is known as an act. */
static bool others_plan(reader *r, const sg_frame *fr, uint32_t topic) {
    sg_ids own = {0}, us = {0};
    parties(r, fr, "subj", &us, NULL);
    add_owner(r, &own, topic, behind, 0);
    drop_common(r, &own, &us);
    return own.count && is_told_act(fr);
}

/* "are two separate questions": the adjective before a word for matters at large says it, else the word itself. */
static uint32_t stance_word(const reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_NOUN || !sg_in_class(r->d, t, SG_LIT("issue"))) return t;
    uint32_t word = t;
    bool predicate = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        predicate |= tk(r, c)->deprel == SG_DEP_COP;
        if (tk(r, c)->deprel == SG_DEP_AMOD && sg_word(r->d, c, "apart matters")) word = c;
    }
    return predicate ? word : t;
}

static sg_ev *read_stance(reader *r, uint32_t noun, above up) {
    uint32_t t = stance_word(r, noun);
    sg_frame fr = sg_frame_of(r->d, t, t == noun ? up.subject : own_subject(r, noun), false);
    uint32_t first, last;
    bool told = up.realis <= SG_HISTORICAL; /* a change that is asked for or promised is no stance */
    const sg_row *row = told ? sg_reading(&fr, SG_T_STANCES, &first, &last) : NULL;
    if (!row) return NULL;
    sg_fill f;
    sg_slots(&fr, row->cell[3], &f);
    if (!f.count || (is_support(row->cell[2]) && others_plan(r, &fr, f.tok[0]))) return NULL;
    if (tk(r, f.tok[0])->ent_count && !is_support(row->cell[2]) && is_told_act(&fr)) return NULL; /* "stands by its ally" */
    if (sg_in_class(r->d, f.tok[0], SG_LIT("indicator"))) return NULL; /* rates and prices are figures, not stances */
    bool separate = !strcmp(row->cell[2], "separate"), denied = has_sign(r, t, "neg");
    if (tk(r, t)->upos == SG_POS_NOUN && !denied) return NULL;
    sg_ev *e = new_ev(r, t, first, last, &up);
    e->realis = SG_ACTUAL;
    e->position = true;
    e->stance = denied && !strcmp(row->cell[2], "changed") ? "held" : row->cell[2];
    if (separate && f.count == 1) topics_below(r, f.tok[0], &f);
    for (size_t i = 0; i < f.count && e->topic_count < (separate ? 2u : 1u); i++) add_topic(r, e, f.tok[i], f.count > 1);
    bool subject_is_topic = strstr(row->cell[3], "subj") != NULL;
    if (!subject_is_topic) parties(r, &fr, "subj", &e->actors, behind);
    if (!e->actors.count && !subject_is_topic && up.actors) add_above(r, &e->actors, &up);
    for (size_t i = 0; i < f.count && !e->actors.count && !separate; i++) {
        sg_frame topic = sg_frame_of(r->d, f.tok[i], NONE, true);
        parties(r, &topic, "poss", &e->actors, NULL);
    }
    if (!e->actors.count && up.source != NONE) add_id(r, &e->actors, up.source);
    because(r, e, "stance", row, NULL, first, last);
    if (!e->actors.count) return NULL;
    r->seen[t] = r->seen[noun] = true;
    contexts(r, e, t, 0);
    return e;
}

/* ---- the walk ---- */

/* "X said it will go": where one and the same sentence names him, his name stands for his pronoun. */
static void by_name(reader *r, sg_ids *ids) {
    sg_doc *d = r->d;
    for (size_t i = 0; i < ids->count; i++) {
        sg_ent e = d->ents[ids->at[i]];
        const sg_ent *name = e.by == SG_BY_PRONOUN && e.same != NONE ? &d->ents[e.same] : NULL;
        if (!name || name->by == SG_BY_PRONOUN || name->first == NONE || tk(r, name->head)->sent != tk(r, e.head)->sent)
            continue;
        e.first = name->first, e.last = name->last, e.head = name->head;
        ids->at[i] = new_ent(r, e);
    }
}

static void all_by_name(reader *r, sg_ev *e) {
    by_name(r, &e->actors);
    by_name(r, &e->recipients);
    for (sg_ev *x = e->content; x; x = x->next) all_by_name(r, x);
}

/* Nobody reports his own words: a speaker is the actor of his speech, not its source. */
static void own_words(const reader *r, sg_ev *e, const sg_ids *speakers) {
    bool own = !e->position && e->realis < SG_DENIED && e->source != NONE;
    for (size_t i = 0; i < speakers->count && own; i++)
        if (e->source != NONE && corefer(r, speakers->at[i], e->source)) e->source = NONE;
    for (sg_ev *x = e->content; x; x = x->next) own_words(r, x, speakers);
}

/* The same act as the other side's, under a code of its own. */
static void keep_back(reader *r, const sg_ev *e) {
    if (!e->back || e->reciprocal || !e->recipients.count) return;
    sg_ev *back = SG_NEW(r->a, sg_ev, 1);
    *back = *e;
    back->actors = e->recipients;
    back->recipients = e->actors;
    back->cameo = e->back;
    back->next = NULL;
    *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = back;
}

/* "The army said it had not shelled the town", "police maintain that no officer struck her": who says of his own side
 * that it did no harm contests what is laid to it. */
static void contest(const reader *r, sg_ev *e) {
    static const char harm[] = "ASSAULT|COERCE|SANCTION|MOBILIZE|THREATEN";
    if (e->realis != SG_NEGATED || e->source == NONE || !e->type || !sg_list_has(harm, sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *a = r->d->ents[e->actors.at[i]].country, *b = r->d->ents[e->source].country;
        if (same_party(r, e->actors.at[i], e->source) || (a && b && !strcmp(a, b))) e->realis = SG_DENIED;
    }
}

static void keep(reader *r, sg_ev *e) {
    for (; e; e = e->next) {
        contest(r, e);
        contexts_by_party(r, e);
        own_words(r, e, &e->actors);
        all_by_name(r, e);
        if (e->content && e->content->due == NONE) e->content->due = e->due; /* a term is the inner act's */
        *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = e;
        keep_back(r, e);
        for (sg_ev *x = e->content; x; x = x->next)
            if (x->factive && x->type) {
                sg_ev *copy = SG_NEW(r->a, sg_ev, 1);
                *copy = *x;
                copy->next = NULL;
                copy->link = NULL;
                *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = copy;
            }
    }
}

/* Coordinated predicates share subject, source and dates; a joint act's parties pass on to a "we". */
static sg_ev *read_conj(reader *r, uint32_t t, above up, const sg_ev *before) {
    sg_ev *all = NULL, **at = &all;
    uint32_t subj = own_subject(r, t);
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_CONJ || r->seen[c] || tk(r, c)->upos == SG_POS_NOUN ||
            tk(r, c)->upos == SG_POS_PROPN)
            continue;
        above mine = up;
        mine.carrier = mine.reach = NONE;
        if (subj != NONE) mine.subject = subj;
        if (mine.times_at == NONE) mine.times_at = t;
        bool speaker = subj != NONE && (tk(r, subj)->bits & SG_FEAT_P1);
        if (before && before->reciprocal && (subj == NONE || speaker || !tk(r, subj)->ent_count)) {
            mine.actors = &before->actors;
            if (speaker) mine.subject = NONE;
        }
        *at = read_word(r, c, mine);
        while (*at) at = &(*at)->next;
    }
    return all;
}

/* "the Committee for Supporting Reunification": a word of a name does nothing. In headlines all words are such. */
static bool in_name(const reader *r, uint32_t t) {
    const sg_sent *s = &r->d->sents[tk(r, t)->sent];
    if (!sg_is_capital(tk(r, t)) || t == s->first) return false;
    uint32_t capitals = 0, words = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        capitals += sg_is_capital(tk(r, i)), words += tk(r, i)->upos != SG_POS_PUNCT;
    bool beside = sg_is_capital(tk(r, t - 1)) || (t + 1 < s->first + s->count && sg_is_capital(tk(r, t + 1)));
    return capitals * 5 < words * 3 && beside;
}

/* "the occupied territory": how it is, not what was done. */
static bool is_state(const reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_AMOD && tk(r, t)->upos != SG_POS_NOUN && tk(r, t)->child == NONE;
}

/* "The novel tells how rebels storm a town", "in the film": what is made up. */
static bool is_fiction(const reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool tells = rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS;
        for (uint32_t k = tk(r, c)->child; k != NONE && rel == SG_DEP_OBL; k = tk(r, k)->next)
            tells |= tk(r, k)->deprel == SG_DEP_CASE && sg_word(r->d, k, "locative");
        if (tells && sg_in_class(r->d, c, SG_LIT("fiction"))) return true;
        if (!tells || !sg_in_class(r->d, c, SG_LIT("persona"))) continue;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) /* "the novel's hero", "the hero of the comic" */
            if (tk(r, k)->upos == SG_POS_NOUN && sg_in_class(r->d, k, SG_LIT("fiction"))) return true;
    }
    return false;
}

static void pass_over(reader *r, uint32_t t) {
    r->seen[t] = true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) pass_over(r, c);
}

/* "X said it would not extend the lease": does the verb tell what the speaker himself does? */
static bool own_deed(reader *r, uint32_t t, const above *up) {
    if (up->source == NONE || tk(r, t)->upos != SG_POS_VERB || tk(r, t)->deprel != SG_DEP_CCOMP) return false;
    sg_ids who = {0};
    sg_frame fr = frame(r, t, NONE, up->subject);
    parties(r, &fr, "subj", &who, behind);
    for (size_t i = 0; i < who.count; i++)
        if (same_party(r, who.at[i], up->source)) return true;
    return false;
}

/* "were mobilised and shelled the rebels": of forces that move and strike the blow alone is told. */
static bool is_on_the_way(const reader *r, const sg_ev *e, const sg_ev *more) {
    bool moves = e && more && e->type && !e->next && !strcmp(e->type, "MOBILIZE") && e->actors.count;
    for (const sg_ev *x = more; moves && x; x = x->next)
        if (x->type && !strcmp(x->type, "ASSAULT") && x->actors.count && corefer(r, x->actors.at[0], e->actors.at[0]))
            return true;
    return false;
}

static sg_ev *read_word(reader *r, uint32_t t, above up) {
    if (r->seen[t] || up.depth > DEPTH) return NULL;
    if (tk(r, t)->upos == SG_POS_VERB && is_fiction(r, t)) {
        pass_over(r, t);
        return NULL;
    }
    if (!r->loose && (is_state(r, t) || in_name(r, t))) return NULL;
    bool network = up.network;
    up.network = false;
    above mine = up;
    bool report = false, guess = r->loose && r->loose[t];
    signs s = local_signs(r, t, &mine);
    if (mine.realis == SG_PLANNED && speaks_openly(r, t)) mine.realis = SG_CONDITIONAL;
    if (mine.hearsay[0] != up.hearsay[0]) mine.source = NONE;
    if (tk(r, t)->upos != SG_POS_NOUN) mine.reach = NONE;
    sg_ev *e = read_operator(r, t, mine, &s, false, &report);
    if (!e) e = read_stance(r, t, mine);
    if (!e && tk(r, t)->upos == SG_POS_VERB && names_goods(r, t)) e = read_operator(r, t, mine, &s, true, &report);
    if (!e) e = read_act(r, t, mine, STRICTLY);
    if (!e && tk(r, t)->upos != SG_POS_NOUN) e = read_operator(r, t, mine, &s, true, &report);
    if (!e && guess) e = read_act(r, t, mine, LOOSELY);
    if (!e && network) e = read_act(r, t, mine, BY_NETWORK);
    /* What must be done, or will not be, is asked or refused even where no table knows the word. */
    bool asked = s.duty && mine.source != NONE, refused = s.future && s.negated && (guess || own_deed(r, t, &mine));
    if (!e && (asked || refused) && tk(r, t)->deprel != SG_DEP_ADVCL) {
        e = untyped(r, t, &mine);
        e->weak = !asked && !guess;
    }
    e = report ? under_report(r, e, &s) : under_signs(r, e, &mine, t, &s);
    sg_ev *more = tk(r, t)->upos == SG_POS_NOUN ? NULL : read_conj(r, t, up, e);
    if (!e || is_on_the_way(r, e, more)) return more;
    sg_ev *end = e;
    while (end->next) end = end->next;
    end->next = more;
    return e;
}

/* "the first state to recognise it", "the only one to vote against": what the noun is known for was done. */
static bool is_deed_of(const reader *r, uint32_t t) {
    uint32_t noun = tk(r, t)->head;
    if (noun == NONE || tk(r, noun)->upos == SG_POS_NUM || tk(r, noun)->upos == SG_POS_ADJ) return true;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->bits & SG_FEAT_ORD) || sg_word(r->d, c, "sole")) return true;
    return sg_told_party(r->d, noun);
}

/* "so that it can be adopted", "to send aid": what is hoped for, not told. */
static bool is_purpose(reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    bool aim =
        (rel == SG_DEP_ACL && !is_deed_of(r, t)) || rel == SG_DEP_CSUBJ; /* "the will to improve ties", "in a bid to" */
    if (aim && (tk(r, t)->bits & SG_FEAT_INF)) return true;
    if (rel != SG_DEP_ADVCL) return false;
    if (tk(r, t)->bits & SG_FEAT_INF) {
        bool modal = false;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) modal |= tk(r, c)->deprel == SG_DEP_AUX;
        return modal || sg_case_of(r->d, t).n > 0;
    }
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && (sg_word(r->d, c, "modal") || sg_word(r->d, c, "able"))) return true;
    return false;
}

/* An act below one that is only spoken of belongs to it: it is no more real than its owner. */
static void belong(reader *r, sg_ev *owner, sg_ev *e, uint32_t clause) {
    sg_realis least = owner->realis > SG_HISTORICAL ? owner->realis : SG_ACTUAL;
    bool condition = clause != NONE && is_condition(r, clause);
    if (owner->factive || !e->type)
        return; /* what a relative clause claims of a deed that was judged is the judge's claim */
    for (sg_ev *x = e; x && !condition; x = x->next) raise(&x->realis, least);
    link_content(r, owner, e, condition ? "condition" : "purpose");
}

/* "on a visit", "for talks": phrases that name what is to be done, unlike "in this forum". */
static bool is_aim(const reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_CASE) return sg_word(r->d, c, "aim") != NULL;
    return false;
}

/* "will lead a delegation on a visit": a new act in the phrases of a verb that no table knows is as much to come
 * as the verb is. */
static bool is_to_come(reader *r, uint32_t t) {
    uint32_t head = tk(r, t)->head;
    uint8_t rel = tk(r, t)->deprel;
    if (head == NONE || r->seen[head] || tk(r, head)->upos != SG_POS_VERB) return false;
    bool aim = rel == SG_DEP_OBJ || (rel == SG_DEP_OBL && is_aim(r, t));
    if (!aim || tk(r, t)->upos != SG_POS_NOUN) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NMOD_POSS || (tk(r, c)->bits & SG_FEAT_DEF)) return false;
    above ignored = {0};
    signs s = local_signs(r, head, &ignored);
    return s.future && !s.negated;
}

/* "A boycott would please them", "an attack could kill thousands": what the subject names is only thought of. What is
 * known ("the attack") may well have happened. */
static bool only_thought_of(const reader *r, uint32_t verb, uint32_t subject) {
    uint8_t rel = tk(r, subject)->deprel;
    if ((rel != SG_DEP_NSUBJ && rel != SG_DEP_NSUBJ_PASS) || tk(r, subject)->upos != SG_POS_NOUN) return false;
    bool owned = false;
    for (uint32_t c = tk(r, subject)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_DET && (tk(r, c)->bits & SG_FEAT_DEF)) return false;
        owned |= tk(r, c)->deprel == SG_DEP_NMOD_POSS;
    }
    if (tk(r, verb)->upos == SG_POS_ADJ && sg_word(r->d, verb, "thinkable")) return true;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        const char *v = tk(r, c)->deprel == SG_DEP_AUX ? sg_word(r->d, c, "modal") : NULL;
        if (v && (!strcmp(v, "unreal") || (!strcmp(v, "possible") && !owned))) return true;
    }
    return false;
}

/* Is an act of the type told in the sentence already? */
static bool is_told(const reader *r, uint32_t t, const char *type) {
    for (size_t i = r->out->count; i-- > 0 && tk(r, r->out->at[i]->head)->sent == tk(r, t)->sent;)
        if (same_word(r->out->at[i]->type, type)) return true;
    return false;
}

/* Was an act of a noun that hangs on the word kept since: "led a delegation on a visit"? */
static bool carries(const reader *r, uint32_t t, size_t since) {
    for (size_t i = since; i < r->out->count; i++) {
        const sg_tok *w = tk(r, r->out->at[i]->head);
        if (w->head == t && w->upos == SG_POS_NOUN) return true;
    }
    return false;
}

/* A word of which the tables know no reading that fits, and below which none was read: what the network takes it for. */
static void ask_network(reader *r, uint32_t t, above up) {
    if (r->loose || r->seen[t] || up.realis == SG_PLANNED) return;
    const sg_row *row = sg_likely_row(r->d, t, LIKELY);
    if (!row || is_told(r, t, row->cell[A_TYPE])) return;
    up.network = true;
    sg_ev *e = read_word(r, t, up);
    if (e) keep(r, e);
}

/* Words not yet read below this one: clauses that hang on it, and acts named as nouns. */
static void explore(reader *r, uint32_t t, above up, sg_ev *owner) {
    size_t before = r->out->count;
    if (r->inner[t]) owner = r->inner[t];
    if (!r->seen[t]) {
        bool later = is_to_come(r, t);
        above here = up;
        if (later) here.carrier = tk(r, t)->head, here.subject = own_subject(r, tk(r, t)->head);
        sg_ev *e = read_word(r, t, here);
        if (e && later) e = under_signs(r, e, &up, t, &(signs){.future = true});
        if (e && owner && owner != e) belong(r, owner, e, t);
        else if (e && up.realis != SG_PLANNED) keep(r, e);
    }
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        above mine = up;
        uint8_t rel = tk(r, c)->deprel;
        mine.subject = NONE;
        mine.reach = NONE;
        mine.times_at = NONE;
        if (rel == SG_DEP_ADVCL || rel == SG_DEP_CONJ || rel == SG_DEP_XCOMP) {
            uint32_t subj = own_subject(r, t);
            mine.subject = subj != NONE ? subj : up.subject;
            mine.times_at = t;
        }
        if (rel == SG_DEP_OBL && sg_word(r->d, t, "copula")) { /* "have been in custody" */
            uint32_t who = own_subject(r, t);
            bool which = who != NONE && (tk(r, who)->bits & SG_FEAT_REL);
            mine.subject = which ? tk(r, t)->head : who;
        }
        mine.actors = NULL;
        if (rel == SG_DEP_ADVCL || rel == SG_DEP_CCOMP) local_signs(r, t, &mine);
        mine.modality = up.modality;
        sg_ev *above_it = owner;
        if (only_thought_of(r, t, c)) raise(&mine.realis, SG_HYPOTHETICAL), mine.bent = t;
        if (is_purpose(r, c)) {
            raise(&mine.realis, SG_PLANNED);
            if (rel == SG_DEP_ADVCL && r->made[t]) above_it = r->made[t]->content ? r->made[t]->content : r->made[t];
        }
        explore(r, c, mine, above_it);
    }
    if (!owner && !carries(r, t, before)) ask_network(r, t, up);
}

/* "according to X", ", X said" at the end: the source of all that the sentence tells. */
static void attribution(reader *r, const sg_sent *s, above *up) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tk(r, t)->deprel != SG_DEP_PARATAXIS && !sg_word(r->d, t, "according")) continue;
        sg_frame fr = sg_frame_of(r->d, t, NONE, false);
        uint32_t a, b;
        sg_ids who = {0};
        const sg_row *row = sg_reading(&fr, SG_T_OPERATORS, &a, &b);
        bool says = tk(r, t)->deprel == SG_DEP_PARATAXIS && row && !strcmp(row->cell[O_OP], "say");
        if (says) parties(r, &fr, "subj", &who, NULL);
        if (says && !who.count && sg_is_passive(r->d, t)) up->hearsay[0] = up->hearsay[1] = t; /* ", it is told" */
        if (sg_word(r->d, t, "according") && tk(r, t)->head != NONE) add_ents(r, &who, tk(r, t)->head);
        if (who.count) up->source = who.at[0];
    }
}

void sg_event(sg_doc *d, const bool *loose, sg_events *out) {
    reader r = {d,
                out,
                SG_NEW(d->arena, bool, d->tok_count + 1),
                (sg_ev **)sg_alloc(d->arena, d->tok_count + 1, sizeof(sg_ev *)),
                (sg_ev **)sg_alloc(d->arena, d->tok_count + 1, sizeof(sg_ev *)),
                loose,
                d->arena};
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (!s->count || s->discarded) continue;
        above up = {.subject = NONE,
                    .carrier = NONE,
                    .reach = NONE,
                    .bent = NONE,
                    .source = NONE,
                    .hearsay = {NONE, NONE},
                    .times_at = NONE};
        attribution(&r, s, &up);
        explore(&r, s->root, up, NULL);
    }
}
