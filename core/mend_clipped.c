/* mend_clipped.c: see mend_in.h. What headlines clip: the subject of a second verb, the article of an object. */
#include "mend_in.h"

/* "helps end war", "lets rebels go": a verb behind which another stands without "to". */
static bool takes_bare(const sg_doc *d, uint32_t verb) {
    return sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "takes bare");
}

static bool has_mark(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == t && (d->toks[c].deprel == SG_DEP_MARK || d->toks[c].deprel == SG_DEP_AUX ||
                                     d->toks[c].deprel == SG_DEP_CC || d->toks[c].deprel == SG_DEP_OBJ))
            return true;
    return false;
}

/* A word that was taken for a verb, though it is a noun of an act or of a thing as well, and stands where no verb can. */
static bool is_clipped_noun(const sg_doc *d, uint32_t t) {
    const sg_tok *n = &d->toks[t];
    bool plain = n->upos == SG_POS_VERB && !(n->bits & (SG_FEAT_PAST | SG_FEAT_PART | SG_FEAT_GER));
    bool third = (n->bits & SG_FEAT_FIN) && (n->bits & SG_FEAT_SING);
    if (!plain || third || has_mark(d, t)) return false;
    return sg_is_noun_phrase(d, sg_fold(d->arena, n->form, NULL));
}

/* "spurns call to quit", "rejects demand for talks", "hail Trump win": right behind the verb of a headline, or behind a
 * name that follows it, such a word is the object. */
static void mend_object(sg_doc *d, uint32_t verb, uint32_t stop) {
    uint32_t noun = verb + 1;
    while (noun < stop && d->toks[noun].upos == SG_POS_PROPN && noun < verb + 3) noun++;
    if (noun >= stop || !is_clipped_noun(d, noun) || takes_bare(d, verb)) return;
    uint8_t rel = d->toks[noun].deprel;
    bool below = d->toks[noun].head == verb && (rel == SG_DEP_CONJ || rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP ||
                                                rel == SG_DEP_PARATAXIS || rel == SG_DEP_ADVCL);
    if (!below) return;
    d->toks[noun].upos = SG_POS_NOUN;
    d->toks[noun].bits = SG_FEAT_SING, d->toks[noun].feats = "Number=Sing";
    hang(d, noun, verb, SG_DEP_OBJ);
    for (uint32_t i = verb + 1; i < noun; i++)
        if (is_outside(&d->toks[i], verb + 1, noun - 1)) hang(d, i, noun, SG_DEP_COMPOUND);
    for (uint32_t i = noun + 1; i < stop; i++) {
        if (d->toks[i].head != noun) continue;
        if (d->toks[i].deprel == SG_DEP_XCOMP) hang(d, i, noun, SG_DEP_ACL);
        if (d->toks[i].deprel == SG_DEP_OBL) hang(d, i, noun, SG_DEP_NMOD);
    }
}

/* The verb that the plain noun behind a comma is: "bombs airport, blockades ports"; its lemma, or nothing. */
static sg_str second_lemma(const sg_doc *d, uint32_t t, bool third) {
    const sg_tok *v = &d->toks[t];
    sg_str form = sg_fold(d->arena, v->form, NULL), none = {NULL, 0};
    if (v->upos == SG_POS_VERB || !is_nominal(v) || v->form.s[0] < 'a' || v->form.s[0] > 'z') return none;
    if (((v->bits & SG_FEAT_PLUR) != 0) != third || sg_has_role(d, t)) return none; /* "police" */
    return third ? sg_verb_of_form(d, form) : sg_is_known_verb(d, form) ? form : none;
}

/* What the second verb is done to: what follows and hung elsewhere. */
static void take_object(sg_doc *d, uint32_t verb, uint32_t stop) {
    uint32_t object = NONE;
    for (uint32_t i = verb + 1; i < stop; i++) {
        sg_tok *t = &d->toks[i];
        if (is_comma(t)) break;
        if (!is_outside(t, verb + 1, stop - 1)) continue;
        bool noun = is_nominal(t) || t->upos == SG_POS_NUM;
        if (noun && sg_has_case(d, i)) hang(d, i, verb, SG_DEP_OBL);
        else if (noun && object == NONE) hang(d, i, verb, SG_DEP_OBJ), object = i;
        else t->head = verb;
    }
}

/* "bombs airport, blockades ports": a verb behind a comma that was taken for a noun tells what the same subject does. */
static void mend_second_verb(sg_doc *d, const sg_sent *s, uint32_t verb) {
    uint32_t stop = s->first + s->count;
    bool third = (d->toks[verb].bits & SG_FEAT_SING) != 0;
    for (uint32_t comma = verb + 2; comma + 2 < stop; comma++) {
        uint32_t second = comma + 1;
        sg_tok *v = &d->toks[second];
        if (!is_comma(&d->toks[comma])) continue;
        sg_str lemma = second_lemma(d, second, third);
        uint8_t rel = v->deprel;
        bool loose = rel == SG_DEP_CONJ || rel == SG_DEP_PARATAXIS || rel == SG_DEP_APPOS || rel == SG_DEP_LIST;
        bool follows = is_nominal(v + 1) || v[1].upos == SG_POS_ADJ || v[1].upos == SG_POS_NUM;
        if (lemma.n && follows && (loose || v->head == NONE || v->head > second)) {
            v->upos = SG_POS_VERB;
            v->lemma = sg_dup(d->arena, lemma);
            v->bits = d->toks[verb].bits, v->feats = d->toks[verb].feats;
            hang(d, second, verb, SG_DEP_CONJ);
            take_object(d, second, stop);
        }
    }
}

/* "Kerry in Cairo for talks with Sisi", "Xi in Moscow on state visit": somebody's, where there is no verb; the phrase that
 * tells what for is the act. */
static void mend_errand(sg_doc *d, const sg_sent *s) {
    uint32_t who = s->root, stop = s->first + s->count, place = NONE, errand = NONE;
    if (d->toks[who].upos != SG_POS_PROPN && !sg_has_role(d, who)) return;
    for (uint32_t i = s->first; i < stop; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB || t->upos == SG_POS_AUX) return;
        if (t->upos == SG_POS_PUNCT || t->head != who || i < who || !sg_has_case(d, i)) continue;
        if (place == NONE && sg_eqz(sg_case_word(d, i), "in") && t->upos == SG_POS_PROPN) place = i;
        else if (place != NONE && errand == NONE && is_nominal(t)) errand = i;
    }
    if (errand == NONE || !sg_is_of_class(d, sg_fold(d->arena, sg_str_of(d->toks[errand].lemma), NULL), "meeting")) return;
    hang(d, errand, NONE, SG_DEP_ROOT);
    hang(d, who, errand, SG_DEP_NMOD_POSS);
    for (uint32_t i = who + 1; i < stop; i++)
        if (d->toks[i].head == who && d->toks[i].deprel != SG_DEP_FLAT) d->toks[i].head = errand;
    for (uint32_t i = place + 1; i < errand; i++) /* the errand's own preposition */
        if (d->toks[i].head == errand && d->toks[i].deprel == SG_DEP_CASE) hang(d, i, errand, SG_DEP_DEP);
}

void sg_mend_clipped(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count, verb = NONE;
    if (!sg_is_open_line(d, s)) return;
    mend_errand(d, s);
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        const sg_tok *t = &d->toks[i];
        bool now = t->upos == SG_POS_VERB && (t->bits & SG_FEAT_FIN) && (t->bits & SG_FEAT_PRES);
        if (now && i > s->first) mend_object(d, i, stop);
        if (now && t->head == NONE && i > s->first && verb == NONE) verb = i;
    }
    if (verb != NONE) mend_second_verb(d, s, verb);
}
