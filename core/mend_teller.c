/* mend_teller.c: see mend_in.h. Who tells, and verbs that are joined. */
#include "mend_in.h"

/* Is the infinitive one of "to", or of "must", "would"? */
static bool has_to(const sg_doc *d, uint32_t verb) {
    enum { REACH = 4 };
    for (uint32_t i = verb; i > 0 && verb - i < REACH; i--) {
        const sg_tok *t = &d->toks[i - 1];
        bool to = t->deprel == SG_DEP_MARK && t->upos == SG_POS_PART && verb - i < REACH - 1;
        if (t->head == verb && (to || t->deprel == SG_DEP_AUX)) return true;
    }
    return false;
}

/* Has the verb an auxiliary, or a subject of its own? */
static bool has_helper(const sg_doc *d, uint32_t verb, uint32_t from) {
    for (uint32_t i = from; i < verb; i++) {
        uint8_t rel = d->toks[i].head == verb ? d->toks[i].deprel : SG_DEP_PUNCT;
        if (rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS || rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS) return true;
    }
    return false;
}

void sg_mend_joined(sg_doc *d, const sg_sent *s, uint32_t verb) {
    const sg_tok *t = &d->toks[verb];
    uint32_t to = t->deprel == SG_DEP_CONJ ? t->head : NONE;
    bool past = (t->bits & SG_FEAT_PAST) && (t->bits & (SG_FEAT_FIN | SG_FEAT_PART));
    if (to == NONE || to > verb || !past || !(d->toks[to].bits & SG_FEAT_INF) || !has_to(d, to)) return;
    if (sg_eq(t->form, sg_str_of(t->lemma)) || has_helper(d, verb, to)) return; /* "to go and set" */
    enum { CLIMB = 12 };
    uint32_t over = d->toks[to].head;
    for (size_t i = 0; over != NONE; over = ++i < CLIMB ? d->toks[over].head : NONE) {
        bool told = d->toks[over].upos == SG_POS_VERB && (d->toks[over].bits & (SG_FEAT_FIN | SG_FEAT_PART));
        if (told && ((d->toks[over].bits & SG_FEAT_FIN) || has_helper(d, over, s->first))) break;
    }
    if (over != NONE && over < to) hang(d, verb, over, SG_DEP_CONJ);
}

void sg_mend_agentless(sg_doc *d, uint32_t noun, uint32_t stop) {
    uint32_t of = NONE;
    for (uint32_t c = d->toks[noun].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_CASE || d->toks[c].head != noun) continue;
        if (of == NONE) of = c;
        if (!sg_eqz(d->toks[c].form, "of")) return;
    }
    if (of == NONE || of + 1 >= stop) return;
    d->toks[noun].deprel = SG_DEP_OBL, d->toks[noun].label = sg_deprel_name(SG_DEP_OBL);
    uint32_t gerund = of + 1, verb = d->toks[noun].head;
    const sg_tok *g = &d->toks[gerund];
    bool done = g->upos == SG_POS_VERB && g->deprel == SG_DEP_AMOD && g->head == noun && (g->bits & SG_FEAT_PRES);
    if (!done || verb == NONE || verb > of) return;
    hang(d, gerund, verb, SG_DEP_ADVCL);
    hang(d, of, gerund, SG_DEP_MARK);
    hang(d, noun, gerund, SG_DEP_OBJ);
}

/* Does the verb take an object, or what it calls or appeals for? A passive does not. */
static bool asks_itself(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ && c > verb) return true;
        for (uint32_t m = d->toks[c].child; d->toks[c].deprel == SG_DEP_OBL && m != NONE; m = d->toks[m].next)
            if (d->toks[m].deprel == SG_DEP_CASE && sg_is_kind(d, sg_fold(d->arena, d->toks[m].form, NULL), "asked-for"))
                return true;
    }
    return false;
}

/* Told in the present, or as to come: "is ready", "will go"; but not "has left". */
static bool is_told_now(const sg_doc *d, uint32_t verb) {
    bool now = (d->toks[verb].bits & SG_FEAT_PRES) && (d->toks[verb].bits & SG_FEAT_FIN);
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (d->toks[c].head != verb || (rel != SG_DEP_AUX && rel != SG_DEP_COP && rel != SG_DEP_AUX_PASS)) continue;
        bool perfect = sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[c].lemma), NULL), "perfect");
        if (perfect || (d->toks[c].bits & SG_FEAT_PAST)) return false;
        now = true;
    }
    return now;
}

/* Is it told of a pronoun, or of one's own: "that it had", "that its planes had"? */
static bool is_of_ones_own(const sg_doc *d, uint32_t deed) {
    bool own = false;
    for (uint32_t c = d->toks[deed].child; c != NONE; c = d->toks[c].next) {
        if (!sg_is_subject(&d->toks[c])) continue;
        own = d->toks[c].upos == SG_POS_PRON;
        for (uint32_t k = d->toks[c].child; k != NONE; k = d->toks[k].next)
            own |= d->toks[k].deprel == SG_DEP_NMOD_POSS && d->toks[k].upos == SG_POS_PRON;
    }
    return own;
}

static bool is_denying(const sg_doc *d, uint32_t verb) {
    enum { OP = 2 };
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[OP], "deny")) return true;
    return false;
}

/* "said that there is no quarrel and offered help": a past form is joined to no present, but to the past over it. */
static bool goes_on_telling(const sg_doc *d, uint32_t verb, uint32_t to, uint32_t over) {
    const sg_tok *t = &d->toks[verb], *told = &d->toks[over];
    bool passive = false; /* "are surrounded and cut off" */
    for (uint32_t c = d->toks[to].child; c != NONE; c = d->toks[c].next) passive |= d->toks[c].deprel == SG_DEP_AUX_PASS;
    bool past = (t->bits & SG_FEAT_PAST) && (((t->bits & SG_FEAT_FIN) && !passive) || asks_itself(d, verb));
    for (uint32_t c = t->child; c != NONE && (t->bits & SG_FEAT_PAST) && is_of_ones_own(d, to) && is_denying(d, over);
         c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CCOMP && c > verb) return true; /* "denied that it had and assured that" */
    return past && (told->bits & SG_FEAT_PAST) && told->upos == SG_POS_VERB && is_told_now(d, to);
}

/* "claimed that Peru fired first and vowed to reply", "said that Peru shelled the port and demanded an apology": of a deed
 * that is laid to a land, who complains of it asks for more, and threatens too where he only claims it. */
static bool complains_on(const sg_doc *d, uint32_t verb, uint32_t to, uint32_t over, bool asks) {
    const sg_tok *deed = &d->toks[to], *told = &d->toks[over];
    bool past = (d->toks[verb].bits & deed->bits & SG_FEAT_PAST) && (deed->bits & SG_FEAT_FIN), land = false, says = false;
    if (!past || !sg_is_kind(d, sg_fold(d->arena, sg_str_of(deed->lemma), NULL), "laid to")) return false;
    for (uint32_t c = deed->child; c != NONE; c = d->toks[c].next)
        land |= d->toks[c].deprel == SG_DEP_NSUBJ && d->toks[c].upos == SG_POS_PROPN && sg_is_of_land_here(d, c);
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        says |= c > verb && (rel == SG_DEP_OBJ || rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP);
    }
    bool claims = sg_is_kind(d, sg_fold(d->arena, sg_str_of(told->lemma), NULL), "claims");
    return land && says && (asks || claims);
}

void sg_mend_teller(sg_doc *d, uint32_t verb) {
    enum { OP = 2 };
    static const char speech[] = "ask|demand|accuse|promise|threaten|warn";
    const sg_tok *t = &d->toks[verb];
    uint32_t to = t->deprel == SG_DEP_CONJ ? t->head : NONE, over = to == NONE ? NONE : d->toks[to].head;
    if (over == NONE || to > verb || over > to || d->toks[to].deprel != SG_DEP_CCOMP || has_helper(d, verb, to)) return;
    if (goes_on_telling(d, verb, to, over)) {
        hang(d, verb, over, SG_DEP_CONJ);
        return;
    }
    bool passive = false, speaks = false, asks = false, accuses = false;
    for (uint32_t c = d->toks[to].child; c != NONE; c = d->toks[c].next) passive |= d->toks[c].deprel == SG_DEP_AUX_PASS;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(t->lemma), NULL));
    for (size_t i = 0; i < rows.count; i++) {
        speaks |= sg_list_has(speech, sg_str_of(rows.row[i]->cell[OP]));
        asks |= sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[OP]));
        accuses |= !strcmp(rows.row[i]->cell[OP], "accuse");
    }
    /* "said its army had shot down a jet and accused Y", "denied that troops had shelled the port and accused Y" */
    accuses &= (t->bits & SG_FEAT_PAST) && asks_itself(d, verb) && (is_of_ones_own(d, to) || is_denying(d, over));
    bool itself = passive && (t->bits & SG_FEAT_PAST) && asks_itself(d, verb);
    if (speaks && (itself || accuses || complains_on(d, verb, to, over, asks))) hang(d, verb, over, SG_DEP_CONJ);
}

/* ", reported the spokesman of the council.": somebody, not called by a pronoun ("recalled its envoy"), ends the
 * sentence. */
static bool ends_with_teller(const sg_doc *d, uint32_t who) {
    enum { DEEP = 16 };
    const sg_sent *s = &d->sents[d->toks[who].sent];
    if (!sg_has_role(d, who) && !sg_has_title(d, who)) return false;
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON) return false;
    for (uint32_t i = who; i < s->first + s->count; i++)
        if (d->toks[i].upos != SG_POS_PUNCT && !sg_is_below(d, i, who, DEEP)) return false;
    return true;
}

/* "must free them": what is quoted may be what is asked for. */
static bool is_duty(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[c].form, NULL));
        const char *modal = d->toks[c].deprel == SG_DEP_AUX ? sg_kind_value(&w, "modal") : NULL;
        if (modal && !strcmp(modal, "duty")) return true;
    }
    return false;
}

/* A name, or somebody by what he does ("the government", "fishermen"). */
static bool may_tell(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_PROPN ||
           sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL)).count > 0;
}

/* "Chad shelled a camp, said the ministry", joined to the first verb: who stands behind it says what stands before. */
static void mend_said_behind(sg_doc *d, uint32_t verb) {
    const sg_tok *t = &d->toks[verb];
    bool behind = false;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        behind |= sg_is_subject(&d->toks[c]) && c > verb;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP || rel == SG_DEP_CC) return;
    }
    if (behind && t->head != NONE && t->head < verb && sg_is_saying(d, t)) hang(d, verb, t->head, SG_DEP_PARATAXIS);
}

void sg_mend_inverted(sg_doc *d, uint32_t verb, uint32_t first) {
    if (verb > first && d->toks[verb].deprel == SG_DEP_CONJ && is_comma(&d->toks[verb - 1])) mend_said_behind(d, verb);
    const sg_tok *t = &d->toks[verb];
    bool told = t->deprel == SG_DEP_PARATAXIS || t->deprel == SG_DEP_CONJ || t->deprel == SG_DEP_XCOMP;
    bool said = t->head != NONE && t->head < verb;
    bool past = (t->bits & SG_FEAT_PAST) != 0, clause = t->deprel == SG_DEP_ADVCL && (t->bits & SG_FEAT_FIN);
    if (verb < first + 3 || (!told && !clause) || !said || !is_comma(t - 1)) return;
    if (!past && (!(t->bits & SG_FEAT_FIN) || (t->bits & SG_FEAT_PLUR))) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(t->lemma), NULL);
    bool reports = past && sg_is_kind(d, lemma, "reporting"); /* words that may have an object, too: "announced a curfew" */
    if (!sg_has_subject(d, t->head) || (!reports && !sg_is_kind(d, lemma, "quoting"))) return;
    uint32_t who = NONE;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) && c > verb && who == NONE) who = c;
        else if (sg_is_weekday(d, c)) continue;
        else if (rel != SG_DEP_PUNCT && rel != SG_DEP_OBL && rel != SG_DEP_ADVMOD) return;
    }
    for (uint32_t c = verb + 1; who != NONE && c < who; c++) /* right behind the verb: "urged the Riders Union" */
        if (is_comma(&d->toks[c]) || (d->toks[c].deprel == SG_DEP_CASE && d->toks[c].head == who)) return;
    uint32_t quoted = t->head;
    bool duty = is_duty(d, quoted);
    bool whole = duty && d->toks[quoted].head == NONE; /* the clause before is what is asked for */
    if (who == NONE || (reports && !ends_with_teller(d, who))) return;
    if ((!past && !duty) || !may_tell(d, who)) return; /* "praises the pact, urges restraint" */
    hang(d, who, verb, SG_DEP_NSUBJ);
    hang(d, verb, whole ? NONE : quoted, whole ? SG_DEP_ROOT : SG_DEP_PARATAXIS);
    if (whole) hang(d, quoted, verb, SG_DEP_CCOMP);
}

static bool is_quote(const sg_tok *t) {
    return sg_eqz(t->form, "\"") || sg_eqz(t->form, "\xE2\x80\x9D") || sg_eqz(t->form, "''");
}

void sg_mend_quoter(sg_doc *d, uint32_t verb, uint32_t first) {
    if (verb < first + 3 || !is_quote(&d->toks[verb - 1]) || sg_has_subject(d, verb)) return;
    uint32_t who = NONE;
    bool quoted = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        quoted |= (rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS) && c < verb;
        if (rel == SG_DEP_OBJ && c > verb && who == NONE) who = c;
    }
    if (quoted && who != NONE && !sg_has_case(d, who)) hang(d, who, verb, SG_DEP_NSUBJ);
}

void sg_mend_quoted_order(sg_doc *d, uint32_t verb) {
    sg_tok *v = &d->toks[verb];
    bool clause = v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_PARATAXIS, told = false;
    if (!clause || !(v->bits & SG_FEAT_IMP) || sg_has_subject(d, verb)) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[v->head].lemma), NULL), "orders")) return;
    for (uint32_t c = d->toks[v->head].child; c != NONE; c = d->toks[c].next) {
        sg_str to = sg_case_word(d, c);
        told |= d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_IOBJ;
        told |= d->toks[c].deprel == SG_DEP_OBL && (sg_eqz(to, "to") || sg_eqz(to, "at"));
    }
    if (!told) return;
    v->deprel = SG_DEP_XCOMP;
    v->bits = (v->bits & ~(uint32_t)(SG_FEAT_IMP | SG_FEAT_FIN)) | SG_FEAT_INF;
}

/* Whoever stands between the last comma and the verb: his head, if those words are one phrase of somebody who may tell. */
static uint32_t closing_teller(const sg_doc *d, uint32_t verb, uint32_t first) {
    enum { DEEP = 16 };
    uint32_t from = verb;
    while (from > first && !is_comma(&d->toks[from - 1])) from--;
    if (from < first + 3 || from == verb) return NONE;
    uint32_t top = sg_top_of(d, verb - 1, from, verb - 1);
    if (!is_nominal(&d->toks[top]) || !may_tell(d, top) || sg_has_case(d, top)) return NONE;
    for (uint32_t i = from; i < verb; i++)
        if (i != top && !sg_is_below(d, i, top, DEEP)) return NONE;
    return top;
}

/* The verb and what hangs on it end the sentence; nothing behind it is a doer's "by", a clause, or what somebody was
 * reported to be. */
static bool closes(const sg_doc *d, uint32_t verb, const sg_sent *s) {
    enum { DEEP = 16 };
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_XCOMP || d->toks[c].deprel == SG_DEP_CCOMP) return false;
    for (uint32_t i = verb + 1; i < s->first + s->count; i++) {
        if (d->toks[i].upos == SG_POS_PUNCT) continue;
        if (d->toks[i].upos == SG_POS_VERB || sg_eqz(d->toks[i].form, "by") || !sg_is_below(d, i, verb, DEEP)) return false;
    }
    return true;
}

void sg_mend_closing(sg_doc *d, uint32_t verb, const sg_sent *s) {
    const sg_tok *v = &d->toks[verb];
    bool joined = v->head == NONE || v->deprel == SG_DEP_PARATAXIS || v->deprel == SG_DEP_CONJ;
    if (verb < s->first + 4 || joined || !(v->bits & SG_FEAT_PAST) || !sg_is_saying(d, v) || !closes(d, verb, s)) return;
    uint32_t teller = closing_teller(d, verb, s->first), told = s->first;
    if (teller == NONE) return;
    while (told < teller && d->toks[told].head != NONE) told++;
    if (told == teller || d->toks[told].upos != SG_POS_VERB) return;
    hang(d, verb, told, SG_DEP_PARATAXIS);
    hang(d, teller, verb, SG_DEP_NSUBJ);
}

/* "Chad, officials in Niamey said, has signed", "It was shelled, sources said": of two subjects of what is said, the one
 * right before the verb of saying, which has none, says it. */
static bool mend_sayer(sg_doc *d, uint32_t verb, uint32_t said) {
    enum { DEEP = 16 };
    uint32_t subject = NONE, sayer = NONE;
    for (uint32_t c = d->toks[said].child; c != NONE && c < verb; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].head == said) subject = subject == NONE ? c : subject, sayer = c;
    if (sayer == NONE || sayer == subject || !is_nominal(&d->toks[sayer])) return false;
    for (uint32_t i = sayer + 1; i < verb; i++)
        if (is_comma(&d->toks[i]) || !sg_is_below(d, i, sayer, DEEP)) return false;
    hang(d, sayer, verb, SG_DEP_NSUBJ);
    return true;
}

/* "Chad, officials in Niamey said, has signed", hung on the verb of saying as its subject too: it is of what is said. */
static void mend_told_subject(sg_doc *d, uint32_t verb) {
    uint32_t subject = NONE, sayer = NONE, said = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (sg_is_subject(&d->toks[c]) && c < verb) subject = subject == NONE ? c : subject, sayer = c;
        if (d->toks[c].deprel == SG_DEP_CCOMP && c > verb) said = c;
    }
    if (said == NONE || subject == sayer || sg_has_subject(d, said)) return;
    for (uint32_t i = subject + 1; i < sayer; i++)
        if (is_comma(&d->toks[i])) {
            hang(d, subject, said, SG_DEP_NSUBJ);
            return;
        }
}

/* "The paper quoted officials as saying that": they say it. */
static void mend_quoted_as(sg_doc *d, uint32_t saying) {
    const sg_tok *v = &d->toks[saying];
    uint32_t up = v->head, who = NONE;
    bool as = saying > 0 && sg_eqz(v[-1].form, "as") && v[-1].head == saying;
    if (!as || up == NONE || up > saying || sg_has_subject(d, saying) || !sg_is_saying(d, &d->toks[up])) return;
    for (uint32_t c = d->toks[up].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c > up && c < saying) who = c;
    if (who != NONE) hang(d, who, saying, SG_DEP_NSUBJ);
}

void sg_mend_sayers(sg_doc *d, uint32_t verb, uint32_t first) {
    const sg_tok *v = &d->toks[verb];
    if (v->upos == SG_POS_VERB && sg_is_saying(d, v)) mend_told_subject(d, verb), mend_quoted_as(d, verb);
    if (verb < first + 3 || v->upos != SG_POS_VERB || sg_has_subject(d, verb) || !sg_is_saying(d, v)) return;
    if (v->deprel == SG_DEP_PARATAXIS && mend_sayer(d, verb, v->head)) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CCOMP && d->toks[c].head == verb && mend_sayer(d, verb, c)) return;
}

void sg_mend_apposed(sg_doc *d, uint32_t name, const sg_sent *s) {
    const sg_tok *t = &d->toks[name];
    uint32_t verb = t->head, first = name, end = name + 1, stop = s->first + s->count;
    if (t->upos != SG_POS_PROPN || !sg_is_subject(t)) return;
    while (first > s->first && d->toks[first - 1].head == name && d->toks[first - 1].deprel == SG_DEP_COMPOUND) first--;
    if (first < s->first + 3 || !is_comma(&d->toks[first - 1])) return;
    uint32_t office = first - 2;
    if (verb == NONE || verb < name || !sg_is_office(d, office) || d->toks[office].head == verb) return;
    while (end < stop && d->toks[end].head == name && d->toks[end].deprel == SG_DEP_FLAT) end++;
    if (end >= stop || !is_comma(&d->toks[end])) return;
    uint32_t other = NONE;
    for (uint32_t i = end + 1; i < verb; i++)
        if (d->toks[i].head == verb && sg_is_subject(&d->toks[i])) other = i;
    if (other == NONE) return;
    hang(d, name, office, SG_DEP_APPOS);
}

void sg_mend_short_form(sg_doc *d, uint32_t t) {
    sg_tok *k = &d->toks[t];
    if (!sg_eqz(k[-1].form, "(") || !sg_eqz(k[1].form, ")") || k[-2].upos != SG_POS_PROPN) return;
    bool caps;
    sg_fold(d->arena, k->form, &caps);
    if (k->form.n < 2 || !caps || k->head == t - 2) return;
    uint32_t name = t - 2;
    while (d->toks[name].head != NONE && d->toks[name].head < t && d->toks[d->toks[name].head].upos == SG_POS_PROPN &&
           d->toks[name].deprel != SG_DEP_CONJ)
        name = d->toks[name].head;
    if (sg_is_below(d, name, t, 16)) return;
    k->upos = SG_POS_PROPN;
    hang(d, t, name, SG_DEP_APPOS);
}

/* The subject behind those who are named with it in front: "Together with Ghana, Nigeria sent troops"; or NONE. */
static uint32_t accompanied(const sg_doc *d, uint32_t who) {
    uint32_t verb = d->toks[who].deprel == SG_DEP_OBL ? d->toks[who].head : NONE;
    for (uint32_t c = verb == NONE || verb < who ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (c > who && c < verb && sg_is_subject(&d->toks[c]) && is_nominal(&d->toks[c])) return c;
    return NONE;
}

/* Who acts, or by whom it is done: "mediated by Egypt together with Qatar". */
static bool is_doer(const sg_tok *k) {
    return sg_is_subject(k) || k->deprel == SG_DEP_OBL_AGENT;
}

void sg_mend_companion(sg_doc *d, uint32_t along, uint32_t first) {
    enum { UP = 6 };
    char room[ROOM];
    uint32_t who = d->toks[along + 1].head, up = along - 1;
    if (who == NONE || who <= along + 1 || !is_nominal(&d->toks[who]) || d->toks[along + 1].deprel != SG_DEP_CASE) return;
    if (!sg_is_kind(d, sg_phrase_at(d, along, along + 1, room), "companion")) return;
    if (along == first) {
        uint32_t beside = accompanied(d, who);
        if (beside != NONE) hang(d, who, beside, SG_DEP_CONJ);
        return;
    }
    if (is_comma(&d->toks[up]) && up) up--;
    for (size_t i = 0; i < UP && up != NONE && !is_doer(&d->toks[up]); i++) up = d->toks[up].head;
    if (up == NONE || up >= along || !is_doer(&d->toks[up]) || up == who) return;
    if (d->toks[who].head != up && d->toks[who].head != d->toks[up].head) return;
    hang(d, who, up, SG_DEP_CONJ);
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].head == who) d->toks[c].head = up;
}

void sg_mend_second_doer(sg_doc *d, uint32_t with) {
    uint32_t who = d->toks[with].head, by = with ? with - 1 : NONE;
    if (by == NONE || who == NONE || who <= with || d->toks[with].deprel != SG_DEP_CASE) return;
    if (!sg_eqz(d->toks[with].form, "with")) return;
    bool names = d->toks[who].upos == SG_POS_PROPN && d->toks[by].upos == SG_POS_PROPN;
    while (d->toks[by].deprel == SG_DEP_FLAT && d->toks[by].head != NONE && d->toks[by].head < by) by = d->toks[by].head;
    uint32_t verb = names && d->toks[by].deprel == SG_DEP_OBL_AGENT ? d->toks[by].head : NONE;
    bool beside = verb != NONE && (d->toks[who].head == verb || d->toks[who].head == by);
    if (beside && sg_is_kind(d, sg_str_of(d->toks[verb].lemma), "brought about")) hang(d, who, by, SG_DEP_CONJ);
}

void sg_mend_shared(sg_doc *d, uint32_t and, uint32_t first, uint32_t stop) {
    enum { REACH = 4 };
    uint32_t one = and - 1, two = and + 1, noun = d->toks[and].head;
    if (two >= stop || noun == NONE || noun <= two || noun > two + REACH || d->toks[noun].deprel != SG_DEP_CONJ) return;
    if (d->toks[noun].head != one || !is_nominal(&d->toks[noun]) || !sg_is_land_adjective(d, one, first)) return;
    bool several = (d->toks[noun].bits & SG_FEAT_PLUR) || sg_is_of_several(d, noun), land = sg_is_of_land_here(d, two);
    if (!several || !land || sg_is_of_land_here(d, noun) || d->toks[two].head != noun || d->toks[one].head == NONE) return;
    for (uint32_t c = d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == one && d->toks[c].deprel != SG_DEP_COMPOUND) d->toks[c].head = noun;
    hang(d, noun, d->toks[one].head, (sg_deprel)d->toks[one].deprel);
    hang(d, one, noun, SG_DEP_AMOD);
    hang(d, two, one, SG_DEP_CONJ);
    d->toks[and].head = two;
}

void sg_mend_crossed(sg_doc *d, uint32_t t, uint32_t first) {
    uint32_t up = d->toks[t].head, verb = t - 1;
    if (up == NONE || up >= t || !is_nominal(&d->toks[t]) || !is_nominal(&d->toks[up])) return;
    while (verb > first && verb > up && d->toks[verb].head == t && d->toks[verb].upos != SG_POS_CCONJ) verb--;
    const sg_tok *v = &d->toks[verb];
    if (verb <= up || v->upos != SG_POS_VERB || v->deprel != SG_DEP_CONJ || v->head == NONE || v->head >= up) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == verb && (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_AUX_PASS)) return;
    hang(d, t, verb, SG_DEP_OBJ);
}

void sg_mend_said_subject(sg_doc *d, uint32_t said) {
    uint32_t verb = d->toks[said].head, object = NONE;
    if (verb == NONE || verb > said || !sg_is_saying(d, &d->toks[verb])) return;
    bool copula = false;
    for (uint32_t c = d->toks[said].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].head != said) continue;
        if (sg_is_subject(&d->toks[c]) || d->toks[c].deprel == SG_DEP_MARK) return;
        copula |= d->toks[c].deprel == SG_DEP_COP;
    }
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == verb && d->toks[c].deprel == SG_DEP_OBJ && c > verb && c < said) object = c;
    if (copula && object != NONE) hang(d, object, said, SG_DEP_NSUBJ);
}

void sg_mend_behind_teller(sg_doc *d, uint32_t verb) {
    const sg_tok *t = &d->toks[verb];
    uint32_t said = t->head == NONE ? NONE : d->toks[t->head].head;
    bool behind = said != NONE && d->toks[t->head].deprel == SG_DEP_CCOMP && t->head < said && said < verb;
    if (behind && (t->bits & SG_FEAT_PART)) hang(d, verb, said, SG_DEP_ADVCL);
}

void sg_mend_unchanged(sg_doc *d, uint32_t in) {
    enum { OF = 1 };
    uint32_t what = d->toks[in].head, is = what == NONE ? NONE : d->toks[what].head, noun = NONE;
    if (is == NONE || is > in || what < in || d->toks[what].deprel != SG_DEP_OBL) return;
    bool there = false;
    for (uint32_t c = d->toks[is].child; c != NONE && c < in; c = d->toks[c].next) {
        there |= d->toks[c].head == is && d->toks[c].deprel == SG_DEP_EXPL;
        if (d->toks[c].head == is && sg_is_subject(&d->toks[c])) noun = c;
    }
    if (!there || noun == NONE || noun < is) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_STANCES, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[OF][0] == 'n') hang(d, what, noun, SG_DEP_NMOD);
}

void sg_mend_day_said(sg_doc *d, uint32_t day) {
    uint32_t verb = d->toks[day].head, said = verb == NONE ? NONE : d->toks[verb].head;
    if (said == NONE || said >= day || verb < day || d->toks[verb].deprel != SG_DEP_CCOMP) return;
    bool by_on = d->toks[day - 1].deprel == SG_DEP_CASE && d->toks[day - 1].head == day;
    bool past = d->toks[said].upos == SG_POS_VERB && (d->toks[said].bits & SG_FEAT_PAST);
    if (past && said + 1 + by_on == day && sg_may_be_past_day(d, day)) hang(d, day, said, d->toks[day].deprel);
}

void sg_mend_says_now(sg_doc *d, uint32_t t) {
    sg_tok *v = &d->toks[t];
    if (v->deprel != SG_DEP_PARATAXIS || !sg_has_subject(d, t)) return;
    sg_str verb = sg_verb_of_form(d, sg_fold(d->arena, v->form, NULL));
    const sg_tok says = {.lemma = verb.n ? sg_dup(d->arena, verb) : NULL};
    if (!verb.n || !sg_is_saying(d, &says)) return;
    v->upos = SG_POS_VERB;
    v->lemma = says.lemma;
    v->bits = SG_FEAT_FIN | SG_FEAT_PRES | SG_FEAT_P3 | SG_FEAT_SING;
    v->feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
}

void sg_mend_said_list(sg_doc *d, uint32_t verb, uint32_t stop) {
    enum { DEEP = 4 };
    uint32_t first = NONE, second = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c > verb) first = c;
    for (uint32_t i = first; first != NONE && i < stop && second == NONE; i++)
        if (d->toks[i].deprel == SG_DEP_CONJ && is_nominal(&d->toks[i]) && sg_is_below(d, i, first, DEEP)) second = i;
    if (second == NONE || !sg_is_saying(d, &d->toks[verb])) return;
    for (uint32_t said = second + 1; said < stop; said++) {
        if (d->toks[said].deprel != SG_DEP_CONJ || d->toks[said].head > verb || sg_has_subject(d, said)) continue;
        uint32_t and = NONE;
        bool is = false;
        for (uint32_t c = d->toks[said].child; c != NONE; c = d->toks[c].next) {
            if (d->toks[c].deprel == SG_DEP_CC && c > first && c < second) and = c;
            is |= d->toks[c].deprel == SG_DEP_COP && c > second;
        }
        if (and == NONE || !is) continue;
        hang(d, and, second, SG_DEP_CC);
        hang(d, second, first, SG_DEP_CONJ);
        hang(d, said, verb, SG_DEP_CCOMP);
        hang(d, first, said, SG_DEP_NSUBJ);
        return;
    }
}

/* The first child of the word in that relation from `from` on and before `to`; or NONE. */
static uint32_t child_between(const sg_doc *d, uint32_t t, uint8_t rel, uint32_t from, uint32_t to) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == rel && c >= from && c < to) return c;
    return NONE;
}

void sg_mend_told_inside(sg_doc *d, const sg_sent *s) {
    uint32_t says = s->root, stop = s->first + s->count;
    if (says < s->first + 2 || d->toks[says].upos != SG_POS_VERB || !sg_is_saying(d, &d->toks[says])) return;
    uint32_t who = child_between(d, says, SG_DEP_NSUBJ, s->first, says);
    uint32_t does = child_between(d, says, SG_DEP_CCOMP, says + 1, stop), teller = NONE;
    if (who == NONE || does == NONE) return;
    uint32_t own = child_between(d, does, SG_DEP_NSUBJ, says, does), beside = says - 1;
    if (is_comma(&d->toks[says - 1]) && own != NONE && own + 1 < does && is_comma(&d->toks[own + 1])) teller = own;
    bool behind = d->toks[beside].deprel == SG_DEP_APPOS && d->toks[beside].head == who && says + 1 < does;
    if (behind && own == NONE && is_comma(&d->toks[says + 1]) && child_between(d, does, SG_DEP_NSUBJ_PASS, 0, does) == NONE)
        teller = beside;
    if (teller == NONE) return;
    bool passive = child_between(d, does, SG_DEP_AUX_PASS, says, does) != NONE;
    hang(d, does, NONE, SG_DEP_ROOT);
    hang(d, says, does, SG_DEP_PARATAXIS);
    hang(d, who, does, passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    hang(d, teller, says, SG_DEP_NSUBJ);
    d->sents[d->toks[does].sent].root = does;
}
