/* mend_demand.c: see mend_in.h. Demands and appeals that a noun tells: "the strikers' main demand is higher pay"; what it is
 * time for. */
#include "mend_in.h"

/* A noun for asking or demanding, by the tables. */
static bool is_demand(const sg_doc *d, uint32_t t) {
    enum { OP = 2 };
    if (d->toks[t].upos != SG_POS_NOUN) return false;
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL));
    for (size_t i = 0; i < r.count; i++)
        if (r.row[i]->cell[POS][0] == 'n' && sg_list_has("ask|demand", sg_str_of(r.row[i]->cell[OP]))) return true;
    return false;
}

/* Has the word one whose it is, or who it is by: "the miners' demand", "a demand of the miners"? */
static bool is_of_somebody(const sg_doc *d, uint32_t noun, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint8_t rel = d->toks[i].deprel;
        if (d->toks[i].head == noun && (rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD)) return true;
    }
    return false;
}

/* The word of one relation that hangs on another; NONE. */
static uint32_t child_of(const sg_doc *d, uint32_t t, sg_deprel rel, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].head == t && d->toks[i].deprel == rel) return i;
    return NONE;
}

/* The noun stands from now on where the word stood, and what hung on that hangs on it. */
static void take_place(sg_doc *d, uint32_t noun, uint32_t of, bool all, const sg_sent *s) {
    hang(d, noun, d->toks[of].head, (sg_deprel)d->toks[of].deprel);
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint8_t rel = d->toks[i].deprel;
        bool outer = all || rel == SG_DEP_PUNCT || rel == SG_DEP_PARATAXIS || rel == SG_DEP_ADVCL || rel == SG_DEP_CONJ;
        if (d->toks[i].head == of && i != noun && outer) d->toks[i].head = noun;
    }
}

/* "The miners' demand is higher pay", "their demands include a rise". */
static void is_what(sg_doc *d, uint32_t noun, const sg_sent *s) {
    uint32_t over = d->toks[noun].head;
    sg_tok *be = NULL;
    if (d->toks[over].upos == SG_POS_VERB) {
        uint32_t object = child_of(d, over, SG_DEP_OBJ, s);
        sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[over].lemma), NULL);
        if (object == NONE || object < over || !sg_is_kind(d, lemma, "sums up")) return;
        take_place(d, noun, over, true, s);
        hang(d, object, noun, SG_DEP_CCOMP);
        hang(d, over, object, SG_DEP_COP);
        be = &d->toks[over];
    } else {
        uint32_t copula = child_of(d, over, SG_DEP_COP, s);
        if (copula == NONE || copula < noun || !is_nominal(&d->toks[over]) || over < copula) return;
        for (uint32_t i = noun; i < over; i++)
            if (d->toks[i].head == over && d->toks[i].deprel == SG_DEP_CASE) return; /* "is in vain" */
        take_place(d, noun, over, false, s);
        hang(d, over, noun, SG_DEP_CCOMP);
        be = &d->toks[copula];
    }
    be->upos = SG_POS_AUX;
}

/* "Calls are growing in the Senate for sanctions": what is asked, and where, belongs to the noun. */
static void grows(sg_doc *d, uint32_t noun, const sg_sent *s) {
    uint32_t verb = d->toks[noun].head, what = NONE, stop = s->first + s->count;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "swells")) return;
    for (uint32_t i = verb + 1; i < stop && what == NONE; i++)
        if (d->toks[i].head == verb && d->toks[i].deprel == SG_DEP_OBL && sg_eqz(sg_case_word(d, i), "for")) what = i;
    if (what == NONE) return;
    for (uint32_t i = verb + 1; i < stop; i++) {
        if (d->toks[i].head != verb || d->toks[i].deprel != SG_DEP_OBL) continue;
        if (sg_list_has("for|in|among", sg_case_word(d, i))) hang(d, i, noun, SG_DEP_NMOD);
    }
}

void sg_mend_demand(sg_doc *d, uint32_t noun, const sg_sent *s) {
    bool subject = d->toks[noun].deprel == SG_DEP_NSUBJ && d->toks[noun].head != NONE && d->toks[noun].head > noun;
    if (!subject || !is_demand(d, noun)) return;
    if (is_of_somebody(d, noun, s)) is_what(d, noun, s);
    else if (d->toks[d->toks[noun].head].upos == SG_POS_VERB) grows(d, noun, s);
}

/* ---- "It is time for X to yield" ---- */

static bool is_time(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_NOUN &&
           sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL), "time to act");
}

/* Is it what time it is, or what the time has done: "it is high time", "the hour has struck"? */
static bool tells_time(const sg_doc *d, uint32_t top) {
    bool said = false, here = sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[top].lemma), NULL), "is here");
    for (uint32_t c = d->toks[top].child; c != NONE; c = d->toks[c].next) {
        if (is_time(d, top)) said |= d->toks[c].deprel == SG_DEP_COP;
        else if (here) said |= d->toks[c].deprel == SG_DEP_NSUBJ && is_time(d, c);
    }
    return said;
}

/* The "for" that stands before the noun's own words, whatever it hangs on. */
static uint32_t for_before(const sg_doc *d, uint32_t noun, uint32_t top) {
    for (uint32_t i = top + 1; i < noun; i++) {
        bool marks = d->toks[i].deprel == SG_DEP_MARK || d->toks[i].deprel == SG_DEP_CASE;
        if (marks && sg_eqz(d->toks[i].form, "for")) return i;
    }
    return NONE;
}

void sg_mend_time_for(sg_doc *d, uint32_t verb) {
    uint32_t over = d->toks[verb].head, noun = NONE;
    bool to = false, passive = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        to |= d->toks[c].deprel == SG_DEP_MARK && c < verb && sg_eqz(d->toks[c].form, "to");
        passive |= d->toks[c].deprel == SG_DEP_AUX_PASS;
    }
    if (!to || over == NONE || over > verb || sg_has_subject(d, verb)) return;
    uint32_t top = over;
    if (d->toks[over].deprel == SG_DEP_ACL)
        noun = d->toks[over].head, top = d->toks[noun].head; /* "the ban imposed by X to go" */
    if (top == NONE || !tells_time(d, top)) return;
    for (uint32_t c = noun == NONE ? d->toks[top].child : NONE; c != NONE && c < verb; c = d->toks[c].next)
        if (c > top && (d->toks[c].deprel == SG_DEP_NMOD || d->toks[c].deprel == SG_DEP_OBL)) noun = c;
    uint32_t marks = noun == NONE || noun < top ? NONE : for_before(d, noun, top);
    if (marks == NONE || noun > verb) return;
    hang(d, verb, top, SG_DEP_CSUBJ);
    hang(d, noun, verb, passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    hang(d, marks, verb, SG_DEP_MARK);
}

/* ---- "Urged X, whose army is there, to yield" ---- */

/* Does the word ask something of somebody by an infinitive: "urge", "call", "incumbent"? */
static bool asks_by_infinitive(const sg_doc *d, uint32_t top) {
    enum { OP = 2 };
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[top].lemma), NULL);
    if (d->toks[top].upos == SG_POS_ADJ) return sg_is_kind(d, lemma, "rests on");
    bool call = d->toks[top].upos == SG_POS_VERB && sg_is_kind(d, lemma, "calls on"); /* whose rows have the preposition */
    sg_rows r = d->toks[top].upos == SG_POS_VERB ? sg_lexicon_find(d->lex, SG_T_OPERATORS, lemma) : (sg_rows){0};
    for (size_t i = 0; i < r.count; i++)
        call |= r.row[i]->cell[POS][0] == 'v' && sg_list_has("ask|demand", sg_str_of(r.row[i]->cell[OP]));
    return call;
}

void sg_mend_asked_far(sg_doc *d, uint32_t verb) {
    uint32_t clause = d->toks[verb].head, to = NONE;
    if (d->toks[verb].deprel != SG_DEP_ADVCL || clause == NONE || d->toks[clause].deprel != SG_DEP_ACL_RELCL) return;
    uint32_t who = d->toks[clause].head, top = who == NONE ? NONE : d->toks[who].head;
    if (top == NONE || top > who || who > clause || clause > verb) return;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_MARK && sg_eqz(d->toks[c].form, "to")) to = c;
    if (to == NONE || !is_comma(&d->toks[to - 1]) || !is_comma(&d->toks[who + 1])) return;
    uint8_t rel = d->toks[who].deprel;
    if (rel != SG_DEP_OBJ && rel != SG_DEP_IOBJ && rel != SG_DEP_OBL) return;
    for (uint32_t c = d->toks[top].child; c != NONE; c = d->toks[c].next) {
        uint8_t own = d->toks[c].deprel;
        if (own == SG_DEP_XCOMP || own == SG_DEP_CCOMP || own == SG_DEP_CSUBJ) return;
    }
    if (asks_by_infinitive(d, top)) hang(d, verb, top, d->toks[top].upos == SG_POS_ADJ ? SG_DEP_CSUBJ : SG_DEP_XCOMP);
}
