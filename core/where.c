/* where.c: see where.h. The tree says it: each name of a place climbs to what it hangs on until it meets the act.
 *
 * A place behind "in", "at", "near" is where the act is, if nothing on the way up is a thing of its own: a meeting on the
 * war in Syria is not in Syria, an attack on a market in Kabul is in Kabul. Deeds also take place where they hit
 * ("bombed Aleppo"), if that is no state, which is a party. What the sentence puts first ("In Homs, activists said ...")
 * holds for what is told in it. The strongest reason wins, then the smallest place. None is better than a wrong one. */
#include "where.h"

#include "place.h"

enum { STEPS = 16, LEAD = 2, NEAR_BY = 3 };

/* How a place belongs to an act, the stronger the later. */
typedef enum tie { NO_TIE, FRONTED, BELOW, CARRIED, HIT, OWN } tie;

static const char *const rules[] = {NULL,
                                    "place: what the sentence puts first",
                                    "place: of what is told of the act",
                                    "place: of the clause around the act",
                                    "place: what the act is done to",
                                    "place: of the act itself"};

typedef struct sites {
    sg_doc *d;
    uint32_t *first; /* by sentence: its first of sg_doc.toponyms */
    uint32_t *of;    /* by tok: the place of the act that it names, counted from 1 */
    bool *spoken;    /* by tok: it names an act of word */
} sites;

static const sg_tok *tk(const sg_doc *d, uint32_t t) {
    return &d->toks[t];
}

static bool has_case(const sg_doc *d, uint32_t t, const char *kind) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE && sg_site(d, c, kind)) return true;
    return false;
}

static bool has_any_case(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE) return true;
    return false;
}

/* ---- kinds of acts and places -------------------------------------------------------------------- */

static bool is_type(const sg_ev *e, const char *types) {
    return e->type && sg_list_has(types, sg_str_of(e->type));
}

static bool is_deed(const sg_ev *e) {
    static const char deeds[] = "ASSAULT|COERCE|PROTEST|MOBILIZE|RETREAT|AID";
    return is_type(e, deeds);
}

static bool is_mode(const sg_ev *e, const char *mode) {
    return e->mode && sg_list_has(e->mode, sg_str_of(mode));
}

static bool is_visit(const sg_ev *e) {
    return is_mode(e, "visit");
}

/* Acts of word alone: where they are spoken is told right beside them, or not at all. */
static bool is_word(const sg_ev *e) {
    static const char words[] = "ACCUSE|REQUEST|REJECT|THREATEN|SUPPORT|AGREE|CONCEDE|SANCTION";
    return !e->type || (is_type(e, words) && !is_mode(e, "convict")); /* courts sit somewhere */
}

static bool begins_with(const char *s, const char *with) {
    return s && !strncmp(s, with, strlen(with));
}

static bool is_state(const sg_toponym *t) {
    return begins_with(t->feature, "PCL") || begins_with(t->feature, "CONT");
}

/* The smaller, the more it says. */
static int smallness(const sg_toponym *t) {
    if (begins_with(t->feature, "CONT") || begins_with(t->feature, "OCN")) return 0;
    if (begins_with(t->feature, "PCL") || begins_with(t->feature, "RGN")) return 1;
    if (begins_with(t->feature, "ADM1")) return 2;
    return begins_with(t->feature, "ADM") ? 3 : 4;
}

/* ---- the way up ------------------------------------------------------------------------------------- */

static bool in_trigger(const sg_ev *e, uint32_t t) {
    return t == e->head || (t >= e->first && t <= e->last);
}

static bool is_link(uint8_t rel) {
    switch (rel) {
    case SG_DEP_NMOD:
    case SG_DEP_NMOD_POSS:
    case SG_DEP_NMOD_DESC:
    case SG_DEP_NMOD_UNMARKED:
    case SG_DEP_APPOS:
    case SG_DEP_COMPOUND:
    case SG_DEP_CONJ:
    case SG_DEP_FLAT:
    case SG_DEP_AMOD:
    case SG_DEP_LIST:
    case SG_DEP_DEP: return true;
    default: return false;
    }
}

static bool is_argument(uint8_t rel) {
    switch (rel) {
    case SG_DEP_OBL:
    case SG_DEP_OBL_UNMARKED:
    case SG_DEP_OBL_AGENT:
    case SG_DEP_OBJ:
    case SG_DEP_IOBJ:
    case SG_DEP_NSUBJ:
    case SG_DEP_NSUBJ_PASS: return true;
    default: return false;
    }
}

static bool is_name_of_kind(const sg_doc *d, uint32_t t) {
    return sg_site(d, t, "settlement") || sg_site(d, t, "division") || sg_site(d, t, "landmark");
}

/* Does a thing between the place and the act keep the place to itself? For deeds only what they are about does; talk
 * stays where the people are that it is with. */
static bool keeps(const sg_doc *d, const sg_ev *e, uint32_t t) {
    if (is_name_of_kind(d, t) || has_case(d, t, "site")) return false;
    if (has_case(d, t, "topic")) return true;
    if (is_word(e)) return true;
    return !is_deed(e) && has_any_case(d, t) && !has_case(d, t, "company");
}

/* Between the act and the word below which its phrases may have been hung. */
static bool is_above(const sg_doc *d, const sg_ev *e, uint32_t top, bool fronted) {
    uint32_t t = e->head;
    for (int i = 0; i < STEPS && t != NONE; i++, t = tk(d, t)->head) {
        if (t == top) return true;
        uint8_t rel = tk(d, t)->deprel;
        bool verbal = tk(d, t)->upos == SG_POS_VERB && (rel == SG_DEP_XCOMP || rel == SG_DEP_ADVCL || rel == SG_DEP_ACL);
        bool joined = rel == SG_DEP_CONJ && (fronted || tk(d, t)->upos != SG_POS_VERB);
        bool nominal = tk(d, t)->upos != SG_POS_VERB && (is_link(rel) || is_argument(rel));
        if (!verbal && !joined && !nominal) return false;
    }
    return false;
}

/* Is it told as speech under a verb whose place the sentence puts first? */
static bool is_under(const sg_doc *d, const sg_ev *e, uint32_t top) {
    uint32_t t = e->head;
    for (int i = 0; i < STEPS && t != NONE && t != top; i++) t = tk(d, t)->head;
    return t == top && tk(d, top)->head == NONE;
}

/* Nothing but small words between an act of word and its place. */
static bool is_beside(const sg_doc *d, const sg_ev *e, uint32_t phrase) {
    uint32_t first = phrase;
    for (uint32_t c = tk(d, phrase)->child; c != NONE; c = tk(d, c)->next)
        if (c < first) first = c;
    if (first < e->first) return true;
    for (uint32_t t = e->last + 1; t < first; t++)
        if (tk(d, t)->upos == SG_POS_NOUN || tk(d, t)->upos == SG_POS_VERB || tk(d, t)->upos == SG_POS_PROPN) return false;
    return true;
}

/* A place right on the act, without a preposition that says where: what it hits, or a noun's own ("the Homs attack"). */
static tie bare_tie(const sg_doc *d, const sg_ev *e, const sg_toponym *t, uint32_t phrase) {
    uint8_t rel = tk(d, phrase)->deprel;
    bool away = has_case(d, phrase, "away"), way = has_case(d, phrase, "way") && !away;
    bool flown = way && is_type(e, "ASSAULT|MOBILIZE"); /* over a place or over an affair */
    if (is_visit(e) && (rel == SG_DEP_OBJ || (is_argument(rel) && way))) return HIT;
    if (is_type(e, "MOBILIZE") && is_argument(rel) && way) return HIT;
    if (is_state(t) || !is_deed(e) || (has_case(d, phrase, "topic") && !flown)) return NO_TIE;
    if (rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD) return tk(d, e->head)->upos == SG_POS_NOUN ? OWN : NO_TIE;
    if (rel == SG_DEP_NSUBJ || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_OBL_AGENT) return NO_TIE;
    if (away) return is_type(e, "RETREAT") || is_mode(e, "deport") ? HIT : NO_TIE;
    return rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_OBL || rel == SG_DEP_NMOD ? HIT : NO_TIE;
}

/* What hangs on an act of word belongs to it, if it does not stand right behind the act inside it: "condemned the attack
 * in Kabul", but "agreed in Seoul to share". */
static bool is_not_of(const sites *s, const sg_ev *e, uint32_t top, uint32_t phrase) {
    return !s->spoken[top] || (phrase > e->last && is_beside(s->d, e, phrase));
}

static tie tie_of(const sites *s, const sg_ev *e, const sg_toponym *t) {
    const sg_doc *d = s->d;
    bool sited = false, below = false;
    uint32_t at = t->head;
    for (int i = 0; i < STEPS; i++) {
        if (in_trigger(e, at)) return NO_TIE; /* the act's own words */
        sited |= has_case(d, at, "site") || (has_case(d, at, "upon") && begins_with(t->feature, "ISL"));
        uint8_t rel = tk(d, at)->deprel;
        uint32_t up = tk(d, at)->head;
        if (up == NONE) return NO_TIE;
        if (in_trigger(e, up)) {
            if (below) return sited ? BELOW : NO_TIE;
            if (at != t->head && is_mode(e, "deport") && rel == SG_DEP_OBJ && has_case(d, t->head, "away")) return HIT;
            if (at != t->head && keeps(d, e, at)) return NO_TIE;
            if (sited && is_word(e) && !is_beside(d, e, at)) return NO_TIE;
            if (sited) return OWN;
            return at == t->head || is_name_of_kind(d, at) ? bare_tie(d, e, t, at) : NO_TIE;
        }
        if (at != t->head && (is_link(rel) || is_argument(rel)) && keeps(d, e, at)) return NO_TIE;
        if (is_argument(rel)) {
            bool fronted = t->first < up;
            if (sited && !is_word(e) && is_not_of(s, e, up, at) && is_above(d, e, up, fronted)) return CARRIED;
            if (sited && fronted && !e->speech && rel == SG_DEP_OBL && is_under(d, e, up)) return FRONTED;
        }
        bool inner = rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_XCOMP || rel == SG_DEP_ADVCL;
        if (inner && !is_word(e)) below = true;
        else if (!is_link(rel) && !is_argument(rel)) return NO_TIE;
        at = up;
    }
    return NO_TIE;
}

/* ---- choosing ------------------------------------------------------------------------------------------ */

static sites sites_of(sg_doc *d) {
    sites s = {.d = d,
               .first = SG_NEW(d->arena, uint32_t, d->sent_count + 1),
               .of = SG_NEW(d->arena, uint32_t, d->tok_count + 1),
               .spoken = SG_NEW(d->arena, bool, d->tok_count + 1)};
    uint32_t i = 0;
    while (i < d->toponym_count && d->toponyms[i].sent == NONE) i++;
    for (uint32_t k = 0; k <= d->sent_count; k++) {
        s.first[k] = i;
        while (k < d->sent_count && i < d->toponym_count && d->toponyms[i].sent == k) i++;
    }
    return s;
}

static void mark_word(const sites *s, sg_ev *e) {
    s->spoken[e->head] |= is_word(e);
}

static void settle(const sites *s, sg_ev *e) {
    uint32_t sent = tk(s->d, e->head)->sent;
    tie best = NO_TIE;
    for (uint32_t i = s->first[sent]; i < s->first[sent + 1]; i++) {
        const sg_toponym *t = &s->d->toponyms[i];
        tie now = t->people ? NO_TIE : tie_of(s, e, t);
        if (now == NO_TIE || now < best) continue;
        if (now == best && smallness(t) <= smallness(&s->d->toponyms[e->place])) continue;
        best = now;
        e->place = i;
        e->place_by = rules[now];
    }
    if (best != NO_TIE) s->of[e->head] = e->place + 1;
}

/* What an act does is where the act is: "the attack in Kano killed ten", "a raid on Gao that killed ten". */
static void settle_by_cause(const sites *s, sg_ev *e) {
    if (e->place != NONE || !is_deed(e)) return;
    const sg_tok *head = tk(s->d, e->head);
    uint32_t cause = head->deprel == SG_DEP_ACL_RELCL ? head->head : NONE;
    for (uint32_t c = head->child; c != NONE && cause == NONE; c = tk(s->d, c)->next)
        if (tk(s->d, c)->deprel == SG_DEP_NSUBJ) cause = c;
    if (cause == NONE || !s->of[cause]) return;
    e->place = s->of[cause] - 1;
    e->place_by = "place: of the act that did it";
}

/* ---- the dateline ---------------------------------------------------------------------------------------- */

static bool is_of(const sg_doc *d, const sg_ids *ids, const char *country) {
    for (size_t i = 0; i < ids->count; i++)
        if (!d->ents[ids->at[i]].country || strcmp(d->ents[ids->at[i]].country, country) != 0) return false;
    return true;
}

static bool names_places(const sites *s, uint32_t sent) {
    for (uint32_t i = s->first[sent]; i < s->first[sent + 1]; i++)
        if (!s->d->toponyms[i].people && s->d->toponyms[i].sited) return true;
    return false;
}

/* A lead that names no other place tells of a protest or a meeting in the town that it is written from, if the people who
 * protest are of its state. */
static void settle_by_dateline(const sites *s, sg_ev *e) {
    const sg_toponym *t = s->d->toponym_count ? &s->d->toponyms[0] : NULL;
    uint32_t sent = tk(s->d, e->head)->sent, titles = 0;
    while (titles < s->d->sent_count && s->d->sents[titles].in_title) titles++;
    if (!t || t->sent != NONE || is_state(t) || !t->country || e->place != NONE || e->realis != SG_ACTUAL) return;
    if (sent < titles || sent >= titles + LEAD || names_places(s, sent) || e->background || !e->type) return;
    if (strcmp(e->type, "PROTEST") != 0 || !e->actors.count || !is_of(s->d, &e->actors, t->country)) return;
    e->place = 0;
    e->place_by = "place: of the dateline";
}

static void for_all(const sites *s, sg_ev *e, void (*how)(const sites *, sg_ev *), int depth) {
    how(s, e);
    if (depth > STEPS) return;
    for (sg_ev *x = e->content; x; x = x->next) for_all(s, x, how, depth + 1);
}

void sg_where(sg_doc *d, const sg_events *evs) {
    if (!d->toponym_count) return;
    sites s = sites_of(d);
    for (size_t i = 0; i < evs->count; i++) for_all(&s, evs->at[i], mark_word, 0);
    for (size_t i = 0; i < evs->count; i++) for_all(&s, evs->at[i], settle, 0);
    for (size_t i = 0; i < evs->count; i++) {
        for_all(&s, evs->at[i], settle_by_cause, 0);
        settle_by_dateline(&s, evs->at[i]);
    }
}
