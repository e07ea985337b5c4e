/* mend_answer.c: see mend_in.h. "Peru said Chilean soldiers had crossed the border and called for talks": who tells of a
 * deed, and who answers it. The parser joins the second verb to the one before it, and so to those who did the deed. The
 * verbs of answers are en/grammar's `answers`: `yes`, those of states and bodies; `office`, what only those in office do;
 * `vow`, what those in arms say too; anything else, the prepositions that the verb must have. */
#include "mend_in.h"

enum { DEEP = 16, SECTOR = 1, NOTE = 5 };

/* The subject that the verb has before it, or NONE. */
static uint32_t subject_of(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next)
        if (d->toks[c].head == verb && sg_is_subject(&d->toks[c])) return c;
    return NONE;
}

/* The land that the word, with the one before it, names or tells of: "Korean" of "South Korean", "Lima"; or NULL. */
static const char *land_at(const sg_doc *d, uint32_t t) {
    enum { CODE = 1 };
    char room[ROOM];
    if (!sg_may_be_capital(&d->toks[t])) return NULL;
    for (uint32_t from = t ? t - 1 : t; from <= t; from++) {
        sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_phrase_at(d, from, t, room));
        if (rows.count) return rows.row[0]->cell[CODE];
    }
    return NULL;
}

/* Do words below `top`, between the two, name a land that words below `other` name before it? */
static bool shares_land(const sg_doc *d, uint32_t top, uint32_t from, uint32_t to, uint32_t other) {
    for (uint32_t i = from; i < to; i++) {
        const char *land = sg_is_below(d, i, top, DEEP) ? land_at(d, i) : NULL;
        for (uint32_t k = d->sents[d->toks[top].sent].first; land && k <= other; k++) {
            const char *named = sg_is_below(d, k, other, DEEP) ? land_at(d, k) : NULL;
            if (named && !strcmp(named, land)) return true;
        }
    }
    return false;
}

/* The line of the table of roles for the noun, or NULL. */
static const sg_row *role_of(const sg_doc *d, uint32_t noun) {
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    return rows.count && d->toks[noun].upos == SG_POS_NOUN ? rows.row[0] : NULL;
}

/* Has the noun a word of its own that says whose it is: "a UN spokesman"? */
static bool is_named_of(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].upos == SG_POS_PROPN || d->toks[c].deprel == SG_DEP_NMOD_POSS) return true;
    return false;
}

/* May whoever says so answer in that way? States, bodies, those who govern or oppose may; police and soldiers in office, and
 * by vows; the press and witnesses only tell. */
static bool may_answer(const sg_doc *d, uint32_t who, const char *how) {
    static const char tells[] = "JRN|CVL|MED|HLH|EDU", arms[] = "MIL|COP|REB|UAF|CRM|SPY";
    if (d->toks[who].upos == SG_POS_PROPN || d->toks[who].upos == SG_POS_PRON) return true;
    const sg_row *role = role_of(d, who);
    if (!role || sg_list_has(tells, sg_str_of(role->cell[SECTOR]))) return false;
    if (!strcmp(how, "office") || !strcmp(how, "vow")) return true;
    bool loose = sg_list_has(role->cell[NOTE], SG_LIT("serves")) && !is_named_of(d, who);
    bool armed = sg_list_has(arms, sg_str_of(role->cell[SECTOR])) && strcmp(role->cell[SECTOR], "REB") != 0;
    return !loose && !armed;
}

/* Somebody who does deeds of force, and answers none: a land, its soldiers, rebels, a crowd. */
static bool may_strike(const sg_doc *d, uint32_t who) {
    static const char rules[] = "GOV|LEG|JUD|JRN";
    if (d->toks[who].upos == SG_POS_PROPN) return sg_heads_land(d, who);
    const sg_row *role = role_of(d, who);
    return role && !sg_list_has(rules, sg_str_of(role->cell[SECTOR]));
}

/* Neither a name nor people: "floods", "the virus", "a rocket". */
static bool is_no_one(const sg_doc *d, uint32_t who) {
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[who].lemma), NULL);
    bool people = sg_is_of_class(d, lemma, "human") || sg_is_of_class(d, lemma, "militia");
    people |= sg_is_of_class(d, lemma, "crowd");
    return d->toks[who].upos == SG_POS_NOUN && !role_of(d, who) && !people && !sg_is_of_land_here(d, who);
}

/* Is it a deed that somebody complains of: of force, or of power over others? */
static bool is_harm(const sg_doc *d, uint32_t deed) {
    static const char harm[] = "ASSAULT|MOBILIZE|COERCE";
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[deed].lemma), NULL);
    if (sg_is_kind(d, lemma, "laid to")) return true;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ACTS, lemma);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(harm, sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

/* How the verb answers, by the table; NULL: it does not, or lacks its preposition, or asks for what captors ask for. */
static const char *answer_of(const sg_doc *d, uint32_t verb) {
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL));
    const char *how = sg_kind_value(&w, "answers");
    if (!how) return NULL;
    bool plain = !strcmp(how, "yes") || !strcmp(how, "office") || !strcmp(how, "vow"), cased = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (c < verb || d->toks[c].head != verb) continue;
        bool object = d->toks[c].deprel == SG_DEP_OBJ;
        if (object && sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[c].lemma), NULL), "captors ask")) return NULL;
        cased |= sg_list_has(how, sg_case_word(d, c));
    }
    return plain ? how : cased ? "yes" : NULL;
}

/* "Said it was pushing them back and closed the road": two verbs of one subject are not told in two tenses. */
static bool is_going_on(const sg_doc *d, uint32_t deed) {
    return (d->toks[deed].bits & SG_FEAT_PRES) && (d->toks[deed].bits & SG_FEAT_PART);
}

/* Has the verb a subject or an auxiliary of its own? */
static bool stands_alone(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool helper = rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS || rel == SG_DEP_MARK || rel == SG_DEP_COP;
        if (d->toks[c].head == verb && (helper || sg_is_subject(&d->toks[c]))) return true;
    }
    return false;
}

void sg_mend_answered(sg_doc *d, uint32_t verb, uint32_t stop) {
    enum { TOLD = SG_FEAT_FIN | SG_FEAT_PAST };
    const sg_tok *v = &d->toks[verb];
    uint32_t deed = v->deprel == SG_DEP_CONJ ? v->head : NONE, says = deed == NONE ? NONE : d->toks[deed].head;
    if (says == NONE || deed > verb || says > deed || d->toks[deed].deprel != SG_DEP_CCOMP) return;
    if (!(v->bits & SG_FEAT_PAST) || (d->toks[says].bits & TOLD) != TOLD || !sg_is_saying(d, &d->toks[says])) return;
    uint32_t who = subject_of(d, says), doer = subject_of(d, deed);
    const char *how = answer_of(d, verb);
    if (!how || who == NONE || doer == NONE || d->toks[doer].upos == SG_POS_PRON || stands_alone(d, verb)) return;
    bool of_doer = shares_land(d, verb, verb + 1, stop, doer), of_teller = shares_land(d, verb, verb + 1, stop, who);
    bool home = shares_land(d, doer, says, doer + 1, who); /* "Chad said Chadian rebels had" */
    bool answers = !of_teller && is_harm(d, deed) && may_strike(d, doer) && may_answer(d, who, how);
    if (!strcmp(how, "office") && d->toks[doer].upos == SG_POS_PROPN) answers = false;
    answers |= (of_doer && !of_teller && !home) || is_no_one(d, doer) || (is_going_on(d, deed) && (v->bits & SG_FEAT_FIN));
    if (answers) hang(d, verb, says, SG_DEP_CONJ);
}
