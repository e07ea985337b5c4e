/* mend_gap.c: see mend_in.h. Second halves that leave their verb out: "Peru expelled two envoys and Chile three", "killed
 * ten in Mali and six in Niger"; or its helper: "were shut and their editors held". */
#include "mend_in.h"

/* How a phrase begins: what stands behind the verb, and what behind the name of the second half, must begin alike. */
typedef enum shape { NO_SHAPE, A_NUMBER, OWNED, AN_ARTICLE, A_SUM, A_LAND } shape;

static shape shape_at(const sg_doc *d, uint32_t t, uint32_t stop) {
    const sg_tok *k = &d->toks[t];
    if (k->upos == SG_POS_NUM) return A_NUMBER;
    if (k->upos == SG_POS_SYM) return A_SUM;
    if (k->upos == SG_POS_DET) return AN_ARTICLE;
    if (k->upos == SG_POS_PRON && k->deprel == SG_DEP_NMOD_POSS) return OWNED;
    return sg_land_from(d, t, stop) != NONE ? A_LAND : NO_SHAPE;
}

/* A second half: the verb that it leaves out, its first word, what stands behind that, and the word behind it all. */
typedef struct gap {
    uint32_t verb, who, last, rest, end;
} gap;

/* The last verb before a word that has a subject of its own, and an object that begins with such a shape; NONE. */
static uint32_t verb_before(const sg_doc *d, uint32_t t, uint32_t first, shape like, uint32_t stop) {
    for (uint32_t v = t; v-- > first + 1;) {
        if (d->toks[v].upos != SG_POS_VERB || v + 2 >= t) continue;
        bool does = false;
        for (uint32_t i = first; i < v; i++) does |= d->toks[i].head == v && d->toks[i].deprel == SG_DEP_NSUBJ;
        if (does) return shape_at(d, v + 1, stop) == like ? v : NONE;
    }
    return NONE;
}

/* Where the second half ends: at a mark or at the next "and"; 0 where a verb stands in it. */
static uint32_t end_of(const sg_doc *d, uint32_t t, uint32_t stop) {
    for (; t < stop; t++) {
        uint8_t pos = d->toks[t].upos;
        if (pos == SG_POS_VERB || pos == SG_POS_AUX || pos == SG_POS_SCONJ) return 0;
        if (pos == SG_POS_PUNCT || pos == SG_POS_CCONJ) break;
    }
    return t;
}

/* Is the noun one of the first half, or one for people? "Chile three attaches", and not "Chile two days later". */
static bool is_like_before(const sg_doc *d, uint32_t noun, const gap *g) {
    if (sg_has_role(d, noun) || sg_lexicon_find(d->lex, SG_T_ROLES, sg_str_of(d->toks[noun].lemma)).count) return true;
    for (uint32_t i = g->verb + 1; i < g->who; i++)
        if (d->toks[i].upos == SG_POS_NOUN && sg_eqz(sg_str_of(d->toks[i].lemma), d->toks[noun].lemma)) return true;
    return false;
}

/* Does what follows the name tell the same kind of thing as what follows the verb? */
static bool is_parallel(const sg_doc *d, const gap *g, shape like) {
    uint32_t t = g->rest, noun = NONE;
    if (like == A_SUM) return true;
    if (like == A_LAND) return sg_land_from(d, t, g->end) + 1 == g->end;
    for (t++; t < g->end && d->toks[t].upos != SG_POS_ADP; t++)
        if (d->toks[t].upos == SG_POS_NOUN || d->toks[t].upos == SG_POS_PROPN) noun = t;
        else if (d->toks[t].upos != SG_POS_ADJ) return false;
    if (noun == NONE) return like == A_NUMBER && t == g->rest + 1;
    return is_like_before(d, noun, g);
}

/* Is it the phrase of a day: "on Monday"? It tells of the whole. */
static bool is_day(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_PROPN && sg_is_weekday(d, t);
}

/* What hangs out of the second half hangs in it from now on. */
static void gather(sg_doc *d, const gap *g, sg_deprel rel) {
    for (uint32_t i = g->last + 1; i < g->end; i++) {
        bool out = d->toks[i].head == NONE || d->toks[i].head < g->who || d->toks[i].head >= g->end;
        bool own = out || (d->toks[i].head <= g->last && d->toks[i].deprel != SG_DEP_CASE);
        if (own && !is_day(d, i)) hang(d, i, g->who, rel);
    }
    for (uint32_t i = g->verb + 1; i < g->who; i++)
        if (d->toks[i].head != NONE && d->toks[i].head >= g->who && d->toks[i].head < g->end)
            d->toks[i].head = d->toks[i].upos == SG_POS_PUNCT || d->toks[i].upos == SG_POS_CCONJ ? g->who : g->verb;
}

/* "Peru expelled two envoys and Chile three": another land did the same, to others. */
static void other_doer(sg_doc *d, uint32_t who, const sg_sent *s) {
    uint32_t stop = s->first + s->count, last = sg_land_from(d, who, stop);
    if (last == NONE || last + 1 >= stop) return;
    gap g = {.who = who, .last = last, .rest = last + 1};
    shape like = shape_at(d, g.rest, stop);
    g.end = end_of(d, g.rest, stop);
    g.verb = like && g.end ? verb_before(d, who, s->first, like, stop) : NONE;
    if (g.verb == NONE || !is_parallel(d, &g, like)) return;
    for (uint32_t i = who + 1; i <= last; i++)
        if (d->toks[i].head < who || d->toks[i].head > last) hang(d, i, who, SG_DEP_FLAT);
    hang(d, who, g.verb, SG_DEP_ORPHAN);
    gather(d, &g, SG_DEP_ORPHAN);
}

/* "Of espionage", "of spying". */
static bool is_preposition(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_ADP || (d->toks[t].upos == SG_POS_SCONJ && d->toks[t].deprel == SG_DEP_MARK);
}

/* The preposition of the first half that is the one behind the name of the second: "of espionage ... of sabotage"; of a
 * place, where numbers are meant: "ten in Mali and six in Niger". */
static bool has_same_case(const sg_doc *d, const gap *g, bool place) {
    for (uint32_t i = g->verb + 2; i + 1 < g->who; i++) {
        bool same = is_preposition(d, i) && sg_eq(d->toks[i].form, d->toks[g->rest].form);
        if (same && (!place || d->toks[i + 1].upos == SG_POS_PROPN)) return true;
    }
    return false;
}

/* "Blamed Peru for the raid and Chile for the riot", "killed ten in Mali and six in Niger": the same one did it to
 * others. */
static void other_object(sg_doc *d, uint32_t who, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    bool number = d->toks[who].upos == SG_POS_NUM;
    gap g = {.who = who, .last = number ? who : sg_land_from(d, who, stop)};
    if (g.last == NONE || g.last + 2 >= stop || !is_preposition(d, g.last + 1)) return;
    g.rest = g.last + 1;
    if (number && (d->toks[g.rest + 1].upos != SG_POS_PROPN || is_day(d, g.rest + 1))) return;
    g.verb = verb_before(d, who, s->first, number ? A_NUMBER : A_LAND, stop);
    g.end = number ? end_of(d, g.rest, stop) : g.rest;
    if (g.verb == NONE || !g.end || !has_same_case(d, &g, number)) return;
    if (number) {
        hang(d, who, g.verb, SG_DEP_ORPHAN);
        gather(d, &g, SG_DEP_NMOD);
        return;
    }
    uint32_t object = NONE;
    for (uint32_t i = g.verb + 1; i < who && object == NONE; i++)
        if (d->toks[i].head == g.verb && d->toks[i].deprel == SG_DEP_OBJ) object = i;
    uint32_t top = sg_top_of(d, who, who, g.last);
    if (object != NONE && sg_land_from(d, g.verb + 1, who) != NONE) hang(d, top, object, SG_DEP_CONJ);
}

void sg_mend_gap(sg_doc *d, uint32_t and, const sg_sent *s) {
    uint32_t who = and + 1, stop = s->first + s->count;
    bool joins = d->toks[and].upos == SG_POS_CCONJ || is_comma(&d->toks[and]);
    if (!joins) return;
    if (who + 2 < stop && d->toks[who].upos == SG_POS_DET) who++;
    other_doer(d, who, s);
    if (d->toks[and].upos == SG_POS_CCONJ && d->toks[who].deprel != SG_DEP_ORPHAN) other_object(d, who, s);
}

/* "were shut": a passive, with its helper. */
static bool is_passive(const sg_doc *d, uint32_t verb) {
    bool passive = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        passive |= d->toks[c].head == verb && d->toks[c].deprel == SG_DEP_AUX_PASS;
    return passive;
}

/* Has the word no helper, object or doer of its own, as a verb that tells what somebody does would? */
static bool stands_alone(const sg_doc *d, uint32_t done) {
    for (uint32_t c = d->toks[done].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (d->toks[c].head != done) continue;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS || rel == SG_DEP_COP) return false;
        if (rel == SG_DEP_CCOMP || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_MARK) return false;
    }
    return true;
}

/* Those right before the word, and the verb in the passive before them to which they or the word are joined; NONE. */
static uint32_t passive_before(const sg_doc *d, uint32_t done, uint32_t whom) {
    enum { UP = 3 };
    bool subject = d->toks[whom].head == done && d->toks[whom].deprel == SG_DEP_NSUBJ;
    bool told = d->toks[done].head == whom && (d->toks[done].deprel == SG_DEP_ACL || d->toks[done].deprel == SG_DEP_AMOD);
    bool beside = d->toks[done].deprel == SG_DEP_CONJ && d->toks[whom].deprel == SG_DEP_CONJ;
    if (!subject && !told && !beside) return NONE;
    uint32_t joined = told ? whom : done, verb = d->toks[joined].head;
    if (d->toks[joined].deprel != SG_DEP_CONJ) return NONE;
    bool owned = false; /* "searched by soldiers and its funds seized": a noun before them is no other that does it */
    for (uint32_t c = d->toks[whom].child; c != NONE && c < whom; c = d->toks[c].next)
        owned |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    for (int i = 0; i < UP && verb != NONE && owned && d->toks[verb].upos != SG_POS_VERB; i++) verb = d->toks[verb].head;
    return verb != NONE && verb < whom && d->toks[verb].upos == SG_POS_VERB && is_passive(d, verb) ? verb : NONE;
}

void sg_mend_done_too(sg_doc *d, uint32_t done) {
    sg_tok *v = &d->toks[done];
    uint32_t whom = done - 1;
    if (v->upos != SG_POS_VERB || !is_nominal(&d->toks[whom]) || (v->bits & SG_FEAT_PRES) || !stands_alone(d, done)) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(v->lemma), NULL), "done to")) return;
    uint32_t verb = passive_before(d, done, whom), and = NONE;
    for (uint32_t t = verb == NONE ? whom : verb + 1; t < whom; t++)
        if (d->toks[t].deprel == SG_DEP_CC && (d->toks[t].head == whom || d->toks[t].head == done)) and = t;
    if (and == NONE) return;
    hang(d, done, verb, SG_DEP_CONJ);
    hang(d, whom, done, SG_DEP_NSUBJ_PASS);
    hang(d, and, done, SG_DEP_CC);
    v->feats = "Tense=Past|VerbForm=Part|Voice=Pass";
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_FIN) | SG_FEAT_PAST | SG_FEAT_PART | SG_FEAT_PASS;
}
