/* mend_deed.c: see mend_in.h. Deeds that were taken for something else: a second one for an attribute of those to whom it is
 * done, what is thrown round somebody for a part of him, what somebody has done to others for a word about them. */
#include "mend_in.h"

/* Have the tables a row of such a deed for the verb? */
static bool harms(const sg_doc *d, const sg_tok *verb) {
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, sg_fold(d->arena, sg_str_of(verb->lemma), NULL));
    for (size_t i = 0; i < acts.count; i++)
        if (acts.row[i]->cell[POS][0] == 'v' && sg_list_has("ASSAULT|PROTEST", sg_str_of(acts.row[i]->cell[TYPE])))
            return true;
    return false;
}

static bool has_verb_before(const sg_doc *d, uint32_t noun) { /* "ruined churches" */
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AMOD && d->toks[c].upos == SG_POS_VERB) return true;
    return false;
}

/* The verb told as done under which the noun stands, no further than a phrase away; NONE. */
static uint32_t deed_over(const sg_doc *d, uint32_t noun) {
    enum { UP = 3 };
    uint32_t t = noun;
    for (unsigned n = 0; n < UP && t != NONE; n++) {
        t = d->toks[t].head;
        if (t == NONE || t > noun) return NONE;
        if (d->toks[t].upos == SG_POS_VERB) break;
    }
    if (t == NONE || d->toks[t].upos != SG_POS_VERB) return NONE;
    if (d->toks[t].deprel == SG_DEP_AMOD || d->toks[t].deprel == SG_DEP_ACL) return NONE;
    if (!(d->toks[t].bits & SG_FEAT_PAST) || (d->toks[t].bits & SG_FEAT_PRES)) return NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AUX || d->toks[c].deprel == SG_DEP_AUX_PASS) return NONE;
    return t;
}

void sg_mend_second_deed(sg_doc *d, uint32_t done, uint32_t first) {
    sg_tok *v = &d->toks[done];
    uint32_t what = v->head, beside = what == NONE ? NONE : d->toks[what].head;
    if (what == NONE || what < done || beside == NONE || beside >= done || beside <= first) return;
    bool joined =
        d->toks[what].deprel == SG_DEP_CONJ && is_nominal(&d->toks[beside]) && d->toks[done - 1].deprel == SG_DEP_CC;
    if (!joined || d->toks[what].upos != SG_POS_NOUN || has_verb_before(d, beside)) return;
    for (uint32_t c = d->toks[what].child; c != NONE && c < what; c = d->toks[c].next)
        if (c != done && c != done - 1 && d->toks[c].deprel != SG_DEP_COMPOUND && d->toks[c].deprel != SG_DEP_AMOD) return;
    uint32_t deed = deed_over(d, beside);
    if (deed == NONE || !harms(d, &d->toks[deed]) || !harms(d, v) || !sg_takes_object(d, v, &d->toks[what])) return;
    if (sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[deed].lemma), NULL), "gets hold")) return;
    hang(d, done, deed, SG_DEP_CONJ);
    hang(d, what, done, SG_DEP_OBJ);
    hang(d, done - 1, done, SG_DEP_CC);
    v->feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_PART) | SG_FEAT_PAST | SG_FEAT_FIN;
}

void sg_mend_thrown_round(sg_doc *d, uint32_t prep) {
    const sg_tok *next = &d->toks[prep + 1];
    uint32_t whom = next->head, what = prep - 1, verb = whom == NONE ? NONE : d->toks[whom].head;
    bool phrase = next->upos == SG_POS_DET || next->deprel == SG_DEP_NMOD_POSS;
    if (!phrase || !sg_eqz(d->toks[prep].form, "round") || d->toks[what].upos != SG_POS_NOUN) return;
    if (verb == NONE || whom < prep || verb > what || d->toks[verb].upos != SG_POS_VERB) return;
    bool thing = d->toks[what].head == verb ? d->toks[what].deprel == SG_DEP_OBJ : d->toks[what].deprel == SG_DEP_COMPOUND;
    if (!thing || (d->toks[whom].deprel != SG_DEP_OBJ && d->toks[whom].deprel != SG_DEP_OBL)) return;
    for (uint32_t c = verb + 1; c < what; c++) /* "a", "tight" */
        if (d->toks[c].head == whom || d->toks[c].head == prep) hang(d, c, what, d->toks[c].deprel);
    hang(d, what, verb, SG_DEP_OBJ);
    hang(d, whom, verb, SG_DEP_OBL);
    hang(d, prep, whom, SG_DEP_CASE);
    d->toks[prep].upos = SG_POS_ADP;
}

/* Who rules, or wields force, by the table of roles: he can have things done. */
static bool has_power(const sg_doc *d, uint32_t who) {
    enum { SECTOR = 1 };
    if (who == NONE) return false;
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next) /* "President X had" */
        if (d->toks[c].deprel == SG_DEP_NMOD_DESC && c < who && has_power(d, c)) return true;
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[who].lemma), NULL));
    return r.count && sg_list_has("GOV|JUD|MIL", sg_str_of(r.row[0]->cell[SECTOR]));
}

/* The verb's subject, or that of the verb that it is joined to. */
static uint32_t subject_over(const sg_doc *d, uint32_t verb) {
    for (unsigned up = 0; verb != NONE && up < 3; up++, verb = d->toks[verb].head) {
        for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_NSUBJ) return c;
        if (d->toks[verb].deprel != SG_DEP_CONJ) return NONE;
    }
    return NONE;
}

static bool is_owned(const sg_doc *d, uint32_t noun) { /* "had his car seized": he suffers it */
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON) return true;
    return false;
}

/* The participle behind the whole of the noun's phrase that tells what was done to it, by nobody named; NONE. */
static uint32_t done_behind(const sg_doc *d, uint32_t noun) {
    uint32_t done = NONE;
    for (uint32_t t = noun, deep = 0; t != NONE && deep < 3 && done == NONE; deep++) { /* "dozens of monks held" */
        uint32_t next = NONE;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
            if (c < t) continue;
            if (d->toks[c].deprel == SG_DEP_ACL && d->toks[c].upos == SG_POS_VERB) done = c;
            else if (d->toks[c].deprel == SG_DEP_NMOD) next = c;
        }
        t = next;
    }
    if (done == NONE || (d->toks[done].bits & SG_FEAT_PRES)) return NONE;
    for (uint32_t c = d->toks[done].child; c != NONE; c = d->toks[c].next)
        if (c < done || d->toks[c].deprel == SG_DEP_OBL_AGENT || d->toks[c].deprel == SG_DEP_XCOMP) return NONE;
    return done;
}

void sg_mend_had_done(sg_doc *d, uint32_t had) {
    sg_tok *h = &d->toks[had];
    const char *who = NULL;
    if (h->upos == SG_POS_VERB) {
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(h->lemma), NULL));
        who = sg_kind_value(&w, "has done");
    }
    if (!who) return;
    uint32_t what = NONE;
    for (uint32_t c = h->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c > had) what = c;
    uint32_t done = what == NONE ? NONE : done_behind(d, what);
    if (done == NONE || !sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[done].lemma), NULL), "done by order")) return;
    if (!strcmp(who, "power") && (is_owned(d, what) || !has_power(d, subject_over(d, had)))) return;
    sg_tok *v = &d->toks[done];
    for (uint32_t c = h->child; c != NONE; c = d->toks[c].next) d->toks[c].head = done;
    v->head = h->head, v->deprel = h->deprel, v->label = h->label;
    hang(d, had, done, SG_DEP_AUX);
    h->upos = SG_POS_AUX;
    v->feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_PART) | SG_FEAT_PAST | SG_FEAT_FIN;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].root == had) d->sents[i].root = done;
}
