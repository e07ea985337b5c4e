/* mend_verb.c: see mend_in.h. Lemmas, verbs and their objects. */
#include "mend_in.h"

void sg_mend_lemma(sg_doc *d, sg_tok *v) {
    bool caps;
    sg_str lemma = sg_fold(d->arena, sg_str_of(v->lemma), &caps), low = sg_fold(d->arena, v->form, &caps);
    if (sg_is_known_verb(d, lemma)) return;
    sg_looked w = sg_lexicon_look(d->lex, low);
    const char *past = sg_kind_value(&w, "past of");
    sg_str verb = past ? sg_str_of(past) : sg_verb_of_form(d, low);
    if (verb.n) v->lemma = sg_dup(d->arena, verb);
}

/* Is a day that may be past told of the verb, also in the phrases under it: "let two priests go near Goma on Tuesday"? */
static bool has_past_day(const sg_doc *d, uint32_t verb, int deep) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool every = c && d->toks[c - (c > verb)].deprel == SG_DEP_DET; /* "every Monday" */
        if (sg_may_be_past_day(d, c) && !every) return true;
        bool phrase = rel == SG_DEP_XCOMP || (rel == SG_DEP_OBL && c > verb);
        if (deep && phrase && has_past_day(d, c, deep - 1)) return true;
    }
    return false;
}

void sg_mend_told_past(sg_doc *d, uint32_t verb) {
    enum { PAST = SG_FEAT_FIN | SG_FEAT_PAST, DEEP = 2 };
    sg_tok *v = &d->toks[verb];
    bool open = (v->bits & SG_FEAT_FIN) && (v->bits & SG_FEAT_PRES) && !(v->bits & SG_FEAT_SING);
    if (!open || !sg_is_kind(d, sg_fold(d->arena, v->form, NULL), "past alike")) return;
    bool beside = v->deprel == SG_DEP_CONJ || v->deprel == SG_DEP_PARATAXIS;
    bool past = beside && v->head != NONE && (d->toks[v->head].bits & PAST) == PAST;
    for (uint32_t c = v->child; c != NONE && !past; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        past = (rel == SG_DEP_CONJ || rel == SG_DEP_PARATAXIS) && (d->toks[c].bits & PAST) == PAST;
    }
    if (!past && !has_past_day(d, verb, DEEP)) return;
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_PRES) | SG_FEAT_PAST;
    v->feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

/* A verb that asks for something, by the tables: "demanded that Y go". */
static bool asks_for(const sg_doc *d, const sg_tok *v) {
    enum { OP = 2 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(v->lemma), &caps));
    for (size_t i = 0; i < rows.count; i++)
        if (v->upos == SG_POS_VERB && sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[OP]))) return true;
    return false;
}

/* Is the clause told as what should be: "that Y go", "that Y be freed", and not "that Y has gone"? */
static bool is_wished(const sg_doc *d, uint32_t verb) {
    const sg_tok *v = &d->toks[verb];
    bool subject = false;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        subject |= rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS;
        bool helps = rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS;
        if (helps) return subject && sg_list_has("be|should", sg_fold(d->arena, d->toks[c].form, NULL));
    }
    return subject && sg_eq(sg_fold(d->arena, v->form, NULL), sg_fold(d->arena, sg_str_of(v->lemma), NULL));
}

void sg_mend_done_beside(sg_doc *d, uint32_t verb) {
    enum { PAST = SG_FEAT_FIN | SG_FEAT_PAST };
    sg_tok *v = &d->toks[verb];
    bool joined = v->deprel == SG_DEP_CONJ && (v->bits & PAST) == PAST && v->head != NONE && v->head < verb;
    if (!joined || sg_has_subject(d, verb) || sg_is_kind(d, sg_fold(d->arena, v->form, NULL), "past alike")) return;
    const sg_tok *clause = &d->toks[v->head];
    uint32_t up = clause->deprel == SG_DEP_CCOMP ? clause->head : NONE;
    if (up == NONE || !asks_for(d, &d->toks[up]) || !is_wished(d, v->head)) return;
    if ((d->toks[up].bits & PAST) != PAST) up = d->toks[up].head;
    if (up != NONE && (d->toks[up].bits & PAST) == PAST) hang(d, verb, up, SG_DEP_CONJ);
}

/* Is the verb's deed done to its object, by the tables: "sank", but not "clashed"? */
static bool is_done_to(const sg_doc *d, const sg_tok *v) {
    bool caps;
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, sg_fold(d->arena, sg_str_of(v->lemma), &caps));
    for (size_t i = 0; i < acts.count; i++) {
        const sg_row *row = acts.row[i];
        bool harm = sg_list_has("ASSAULT|COERCE|ACCUSE|SANCTION|SUPPORT", sg_str_of(row->cell[TYPE]));
        if (harm && row->cell[POS][0] == 'v' && sg_list_has(row->cell[RECIPIENT], SG_LIT("obj"))) return true;
    }
    return false;
}

/* A verb that asks or orders somebody, by the tables: "told to go". */
static bool asks_object(const sg_doc *d, const sg_tok *v) {
    enum { OP = 2, OP_FLAGS = 4 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(v->lemma), &caps));
    for (size_t i = 0; i < rows.count; i++) {
        bool asks = sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[OP]));
        if (asks && strstr(rows.row[i]->cell[OP_FLAGS], "to:obj")) return true;
    }
    return false;
}

/* "wrote on X that": what was taken for the verb's particle is the preposition of the bare name behind it. */
static void mend_preposition(sg_doc *d, uint32_t verb) {
    const sg_tok *p = &d->toks[verb + 1], *n = p + 1;
    bool split = p->upos == SG_POS_ADP && p->deprel == SG_DEP_COMPOUND_PRT && p->head == verb;
    bool bare = n->head == verb && n->deprel == SG_DEP_OBL && !sg_has_case(d, verb + 2);
    if (split && bare) hang(d, verb + 1, verb + 2, SG_DEP_CASE);
}

/* "kicked off their drill", the drill hung as if by a preposition: it has none, and is the object. */
static void mend_bare_oblique(sg_doc *d, uint32_t verb) {
    uint32_t bare = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP || rel == SG_DEP_NSUBJ_PASS) return;
        bool noun = c > verb && d->toks[c].upos == SG_POS_NOUN;
        if (rel == SG_DEP_OBL && noun && bare == NONE && !sg_has_case(d, c)) bare = c;
    }
    if (bare != NONE) d->toks[bare].deprel = SG_DEP_OBJ;
}

void sg_mend_particle(sg_doc *d, uint32_t verb) {
    sg_tok *v = &d->toks[verb], *p = v + 1;
    if (verb + 2 < d->tok_count && d->toks[verb + 2].sent == v->sent) mend_preposition(d, verb);
    if (p->head == verb && p->deprel == SG_DEP_COMPOUND_PRT) mend_bare_oblique(d, verb);
    uint32_t object = p->head;
    bool away = p->upos == SG_POS_ADV || p->upos == SG_POS_ADP;
    bool apart = (p->deprel == SG_DEP_AMOD || p->deprel == SG_DEP_ADVMOD) && object != NONE && object > verb + 1;
    if (!away || !apart || d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBJ) return;
    bool caps;
    sg_str lemma = sg_fold(d->arena, sg_str_of(v->lemma), &caps), with = sg_fold(d->arena, p->form, &caps);
    const char *both = sg_printf(d->arena, "%.*s %.*s", (int)lemma.n, lemma.s, (int)with.n, with.s);
    if (sg_is_known_verb(d, sg_str_of(both))) hang(d, verb + 1, verb, SG_DEP_COMPOUND_PRT);
}

void sg_mend_passive(sg_doc *d, uint32_t verb) {
    sg_tok *v = &d->toks[verb];
    uint32_t subject = NONE;
    if (v->upos != SG_POS_VERB || !(v->bits & (SG_FEAT_PASS | SG_FEAT_PAST))) return;
    bool asked = asks_object(d, v);
    if (!(v->bits & SG_FEAT_PASS) && !asked && !is_done_to(d, v)) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS) && c < verb) subject = c;
        if (rel == SG_DEP_XCOMP && asked) continue;
        bool called = rel == SG_DEP_XCOMP && d->toks[c].upos == SG_POS_ADJ;
        if (called) continue; /* "Peru's Policy Termed Racist" */
        bool wanted = asked && rel == SG_DEP_OBL && !(v->bits & SG_FEAT_PASS) && sg_eqz(sg_case_word(d, c), "for");
        if (wanted) return; /* "Chad asked for help" */
        if (rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP || rel == SG_DEP_AUX)
            return;
    }
    bool clause = v->deprel == SG_DEP_ADVCL || v->deprel == SG_DEP_ACL_RELCL; /* "where snipers shot" */
    if (subject == NONE || (clause && !(v->bits & SG_FEAT_PASS))) return;
    hang(d, subject, verb, SG_DEP_NSUBJ_PASS);
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_FIN) | SG_FEAT_PART | SG_FEAT_PASS;
}

void sg_mend_objects(sg_doc *d, uint32_t verb) {
    uint32_t two[2], n = 0;
    bool caps;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *t = &d->toks[c];
        if (t->head != verb) continue; /* mended before */
        if (t->deprel == SG_DEP_IOBJ || t->deprel == SG_DEP_XCOMP) return;
        if (t->deprel != SG_DEP_OBJ || c < verb) continue;
        bool noun = is_nominal(t) || t->upos == SG_POS_PRON || t->upos == SG_POS_NUM;
        if (!noun || n == 2) return;
        two[n++] = c;
    }
    if (n < 2) return;
    for (uint32_t i = two[0]; i < two[1]; i++)
        if (d->toks[i].upos == SG_POS_PUNCT || d->toks[i].upos == SG_POS_CCONJ) return;
    if (sg_known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver)
        hang(d, two[0], verb, SG_DEP_IOBJ);
    else hang(d, two[1], verb, SG_DEP_XCOMP);
}

void sg_mend_asked(sg_doc *d, uint32_t clause) {
    sg_tok *k = &d->toks[clause];
    bool mark = false, subject = false;
    if (k->upos != SG_POS_NOUN || k->deprel != SG_DEP_CCOMP || (k->bits & SG_FEAT_PLUR)) return;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        const sg_tok *t = &d->toks[c];
        if (t->head != clause) continue;
        uint8_t rel = t->deprel;
        if (rel == SG_DEP_COP || rel == SG_DEP_DET || rel == SG_DEP_CASE || rel == SG_DEP_AMOD) return;
        mark |= t->deprel == SG_DEP_MARK;
        subject |= t->deprel == SG_DEP_NSUBJ && c < clause;
    }
    if (!mark || !subject) return;
    k->upos = SG_POS_VERB;
    k->bits |= SG_FEAT_INF;
    sg_mend_lemma(d, k);
}

void sg_mend_asked_ones(sg_doc *d, uint32_t verb, uint32_t stop) {
    uint32_t part = verb + 1, who = verb + 2, to = verb + 3, deed = verb + 4;
    const sg_tok *p = &d->toks[part], *w = &d->toks[who];
    if (deed >= stop || p->upos != SG_POS_VERB || p->head != verb || (p->bits & SG_FEAT_FIN)) return;
    bool object = w->deprel == SG_DEP_OBJ || w->deprel == SG_DEP_IOBJ;
    if (w->upos != SG_POS_NOUN || !(w->bits & SG_FEAT_PLUR) || !object || (w->head != part && w->head != verb)) return;
    uint32_t over = d->toks[deed].head;
    if (d->toks[to].upos != SG_POS_PART || d->toks[to].head != deed) return;
    if (over != part && over != who && over != verb) return;
    hang(d, who, verb, SG_DEP_OBJ);
    hang(d, part, who, SG_DEP_AMOD);
    hang(d, deed, verb, SG_DEP_XCOMP);
    d->toks[part].upos = SG_POS_ADJ;
}

static bool has_until(const sg_doc *d, uint32_t clause) {
    bool caps;
    for (uint32_t c = d->toks[clause].child; c != NONE && c < clause; c = d->toks[c].next) {
        if (d->toks[c].head != clause || d->toks[c].deprel != SG_DEP_MARK) continue;
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[c].form, &caps));
        const char *use = sg_kind_value(&w, "use");
        if (use && !strcmp(use, "until")) return true;
    }
    return false;
}

void sg_mend_until(sg_doc *d, uint32_t clause) {
    uint32_t over = d->toks[clause].head, first = NONE;
    if (d->toks[clause].deprel != SG_DEP_CCOMP || over == NONE || over > clause || !has_until(d, clause)) return;
    for (uint32_t c = d->toks[over].child; c != NONE && c < clause; c = d->toks[c].next)
        if (c > over && d->toks[c].deprel == SG_DEP_CCOMP && d->toks[c].head == over) first = c;
    hang(d, clause, first == NONE ? over : first, SG_DEP_ADVCL);
}

/* Does "and" join anything from the word on? */
static bool is_joined_from(const sg_doc *d, uint32_t t, uint32_t stop) {
    for (; t < stop; t++)
        if (d->toks[t].upos == SG_POS_CCONJ) return true;
    return false;
}

void sg_mend_both(sg_doc *d, uint32_t verb, uint32_t stop) {
    uint32_t both = verb + 1;
    sg_tok *k = &d->toks[both];
    if (k->upos != SG_POS_CCONJ && k->upos != SG_POS_DET && k->upos != SG_POS_ADV) return;
    bool caps, object = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, k->form, &caps));
    if (!sg_kind_value(&w, "pair")) return;
    uint8_t next = d->toks[both + 1].upos;
    if (k->deprel == SG_DEP_DET && next == SG_POS_ADP) return; /* "both of the parties" */
    bool alone = next == SG_POS_PART || next == SG_POS_SCONJ || next == SG_POS_PUNCT || next == SG_POS_ADP;
    if (!object && (!alone || is_joined_from(d, both + 1, stop))) return;
    k->upos = SG_POS_PRON;
    if (!object) hang(d, both, verb, SG_DEP_OBJ);
}

void sg_mend_of_both(sg_doc *d, uint32_t of) {
    uint32_t both = of + 1, noun = of - 1;
    sg_tok *k = &d->toks[both];
    if (!sg_eqz(d->toks[of].form, "of") || k->head == NONE || k->head < both || !is_nominal(&d->toks[noun])) return;
    if (k->deprel != SG_DEP_CC_PRECONJ && k->deprel != SG_DEP_DET) return;
    if (!sg_is_kind(d, sg_fold(d->arena, k->form, NULL), "pair")) return;
    uint8_t next = d->toks[both + 1].upos;
    bool alone = next == SG_POS_PART || next == SG_POS_SCONJ || next == SG_POS_PUNCT || next == SG_POS_ADP || next == SG_POS_VERB;
    if (!alone) return;
    k->upos = SG_POS_PRON;
    hang(d, both, noun, SG_DEP_NMOD);
    hang(d, of, both, SG_DEP_CASE);
}

void sg_mend_gift(sg_doc *d, uint32_t verb) {
    bool caps;
    uint32_t noun = verb + 2;
    const sg_tok *n = &d->toks[noun], *next = n + 1;
    if (d->toks[verb + 1].upos != SG_POS_DET || n->upos != SG_POS_NOUN || n->deprel != SG_DEP_COMPOUND) return;
    uint32_t object = n->head;
    if (object == NONE || object < noun + 2 || d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBJ) return;
    if (next->upos != SG_POS_ADJ || next->head != object) return;
    if (!sg_known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver) return;
    hang(d, noun, verb, SG_DEP_IOBJ);
    d->toks[verb + 1].head = noun;
}

/* Is the noun of one of these classes, by the table of nouns? */
static bool is_noun_of(const sg_doc *d, uint32_t t, const char *classes) {
    enum { CLASS = 1 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_NOUNS, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), &caps));
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(classes, sg_str_of(rows.row[i]->cell[CLASS]))) return true;
    return false;
}

void sg_mend_served(sg_doc *d, uint32_t verb, uint32_t stop) {
    bool caps, the = d->toks[verb + 1].upos == SG_POS_DET;
    uint32_t people = the ? verb + 2 : verb + 1, goods = people + 1;
    if (goods >= stop || d->toks[people].upos != SG_POS_NOUN || d->toks[goods].upos != SG_POS_NOUN) return;
    const sg_tok *p = &d->toks[people], *g = &d->toks[goods];
    bool part = p->head == goods && (p->deprel == SG_DEP_COMPOUND || p->deprel == SG_DEP_NMOD_POSS);
    if (!part || g->head != verb || g->deprel != SG_DEP_OBJ || (the && d->toks[verb + 1].head < people)) return;
    bool several = (p->bits & SG_FEAT_PLUR) && is_noun_of(d, people, "person|people");
    if (!several && !(the && is_noun_of(d, people, "people"))) return;
    if (is_noun_of(d, goods, "person|people|body|place") || sg_has_role(d, goods)) return;
    if (!sg_known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver) return;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (c > goods && d->toks[c].deprel == SG_DEP_OBL && sg_eqz(sg_case_word(d, c), "to")) return;
    hang(d, people, verb, SG_DEP_IOBJ);
    if (the) d->toks[verb + 1].head = people;
}

void sg_mend_verdict(sg_doc *d, uint32_t verb) {
    uint32_t noun = verb + 2, word = noun + 1;
    const sg_tok *n = &d->toks[noun];
    bool caps, the = d->toks[verb + 1].upos == SG_POS_DET && n->upos == SG_POS_NOUN;
    if (!the || d->toks[word].upos != SG_POS_ADJ) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps), "calls so")) return;
    uint32_t over = n->head, say = over == verb ? word : over; /* what is said of it */
    bool part = n->deprel == SG_DEP_COMPOUND && over != NONE && over > word && d->toks[over].head == verb &&
                d->toks[over].deprel == SG_DEP_OBJ && d->toks[word].head == over;
    bool apart = over == verb && n->deprel == SG_DEP_OBJ && d->toks[word].head == verb;
    if (!part && !apart) return;
    hang(d, noun, verb, SG_DEP_OBJ);
    hang(d, say, verb, SG_DEP_XCOMP);
    d->toks[verb + 1].head = noun;
}

void sg_mend_receiver(sg_doc *d, uint32_t verb, bool headline) {
    bool caps;
    uint32_t name = verb + 1, object = d->toks[name].head;
    const sg_tok *n = &d->toks[name], *next = n + 1;
    if (n->upos != SG_POS_PROPN || object == NONE || object <= name) return;
    if (d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBJ) return;
    bool apart = next->upos == SG_POS_NUM || next->upos == SG_POS_DET || next->upos == SG_POS_ADJ;
    bool counted = apart && next->head > name && next->head <= object;
    bool goods = (next->bits & SG_FEAT_PLUR) || sg_is_of_class(d, sg_fold(d->arena, sg_str_of(next->lemma), &caps), "aid");
    bool bare = object == name + 1 && next->upos == SG_POS_NOUN && goods && sg_is_land_name(d, n);
    bool told = headline && n->deprel == SG_DEP_COMPOUND && sg_is_land_name(d, n);
    if (!counted && !bare && !told) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps);
    if (sg_known_verb(d, lemma).receiver) hang(d, name, verb, SG_DEP_IOBJ);
}

void sg_mend_addressed(sg_doc *d, uint32_t verb) {
    uint32_t to = verb + 1, name = verb + 2, object = d->toks[name].head;
    const sg_tok *n = &d->toks[name], *next = n + 1;
    bool apart = next->upos == SG_POS_ADJ || next->upos == SG_POS_NUM || next->upos == SG_POS_DET;
    if (d->toks[to].deprel != SG_DEP_CASE || d->toks[to].head != object || n->upos != SG_POS_PROPN) return;
    if (!sg_is_of_land_here(d, name) || n->deprel != SG_DEP_COMPOUND || object <= name || object == NONE) return;
    if (d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBL || !apart || next->head != object) return;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
    hang(d, to, name, SG_DEP_CASE);
    hang(d, name, verb, SG_DEP_OBL);
    hang(d, object, verb, SG_DEP_OBJ);
}

/* A verb that takes another as its complement, by the tables: "stop", "deny". */
static bool takes_verb(const sg_doc *d, const sg_tok *verb) {
    enum { SLOTS = 3 };
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(verb->lemma), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(rows.row[i]->cell[SLOTS], SG_LIT("xcomp"))) return true;
    return false;
}

/* Is the verb one of agreeing, promising, refusing to do something, by the tables? */
static bool is_willing(const sg_doc *d, const sg_tok *verb) {
    enum { OP = 2, SLOTS };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(verb->lemma), NULL));
    for (size_t i = 0; i < r.count; i++) {
        bool will = sg_list_has("agree|promise|intend|refuse|threaten", sg_str_of(r.row[i]->cell[OP]));
        if (will && r.row[i]->cell[POS][0] == 'v' && sg_list_has(r.row[i]->cell[SLOTS], SG_LIT("xcomp"))) return true;
    }
    return false;
}

void sg_mend_willing_day(sg_doc *d, uint32_t to) {
    uint32_t verb = d->toks[to].head, over = verb == NONE ? NONE : d->toks[verb].head, day = to - 1;
    bool infinitive = d->toks[to].deprel == SG_DEP_MARK && d->toks[to].upos == SG_POS_PART && verb != NONE && verb > to;
    if (!infinitive || d->toks[verb].deprel != SG_DEP_ADVCL || over == NONE || over >= day) return;
    sg_str name = sg_fold(d->arena, d->toks[day].form, NULL);
    if (d->toks[over].upos != SG_POS_VERB || d->toks[day].head != over || !sg_is_kind(d, name, "weekday")) return;
    uint32_t first = d->toks[day - 1].deprel == SG_DEP_CASE ? day - 1 : day;
    if (over + 1 == first && is_willing(d, &d->toks[over])) hang(d, verb, over, SG_DEP_XCOMP);
}

void sg_mend_asked_at(sg_doc *d, uint32_t to) {
    uint32_t deed = d->toks[to].head, verb = deed == NONE ? NONE : d->toks[deed].head, whom = to - 1;
    bool infinitive = d->toks[to].deprel == SG_DEP_MARK && d->toks[to].upos == SG_POS_PART && deed != NONE && deed > to;
    if (!infinitive || d->toks[deed].deprel != SG_DEP_ADVCL || verb == NONE || verb >= whom) return;
    while (d->toks[whom].head != NONE && d->toks[whom].head != verb) whom = d->toks[whom].head;
    uint8_t rel = d->toks[whom].deprel;
    bool object = d->toks[whom].head == verb && whom > verb && (rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ);
    bool asks = sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "asks of");
    if (!object || whom == to - 1 || d->toks[verb].upos != SG_POS_VERB || !asks) return;
    for (uint32_t c = d->toks[verb].child; c != NONE && rel == SG_DEP_IOBJ; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
    hang(d, whom, verb, SG_DEP_OBJ);
    hang(d, deed, verb, SG_DEP_XCOMP);
}

void sg_mend_gerund(sg_doc *d, uint32_t verb) {
    const sg_tok *gerund = &d->toks[verb + 1];
    uint32_t noun = gerund->head;
    if (gerund->upos != SG_POS_VERB || !(gerund->bits & (SG_FEAT_PRES | SG_FEAT_GER))) return;
    if (noun == NONE || noun < verb + 2) return;
    uint8_t next = d->toks[verb + 2].upos;
    bool qualified = next == SG_POS_ADJ || next == SG_POS_DET || next == SG_POS_NUM || next == SG_POS_PROPN;
    bool parted = noun > verb + 2 && qualified;
    if (gerund->deprel != SG_DEP_AMOD && (gerund->deprel != SG_DEP_COMPOUND || !parted)) return;
    if (d->toks[noun].head != verb || d->toks[noun].deprel != SG_DEP_OBJ || !takes_verb(d, &d->toks[verb])) return;
    hang(d, verb + 1, verb, SG_DEP_XCOMP);
    hang(d, noun, verb + 1, SG_DEP_OBJ);
}

/* Is the verb one of words, by the operators: does it say, ask, blame, refuse? */
static bool is_verb_of_words(const sg_doc *d, sg_str lemma) {
    enum { OP = 2 };
    static const char words[] = "say|ask|demand|accuse|threaten|promise|warn|announce|refuse|agree";
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, lemma);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(words, sg_str_of(rows.row[i]->cell[OP]))) return true;
    return false;
}

/* The verb of words that a form in -ing is of; nothing: of none. */
static sg_str verb_of_words(const sg_doc *d, const sg_tok *t) {
    enum { ENDING = 3 };
    sg_str form = sg_fold(d->arena, t->form, NULL), verb = {form.s, form.n > ENDING ? form.n - ENDING : 0};
    if (!verb.n || memcmp(form.s + verb.n, "ing", ENDING)) return (sg_str){0};
    if (t->upos == SG_POS_VERB) verb = sg_fold(d->arena, sg_str_of(t->lemma), NULL);
    return is_verb_of_words(d, verb) ? verb : (sg_str){0};
}

/* Does the verb tell an act of words, by either table? */
static bool verb_takes_words(const sg_doc *d, uint32_t verb) {
    static const char types[] = "REQUEST|ACCUSE|REJECT|AGREE|THREATEN|SUPPORT";
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL);
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, lemma);
    for (size_t i = 0; i < acts.count; i++)
        if (acts.row[i]->cell[POS][0] == 'v' && sg_list_has(types, sg_str_of(acts.row[i]->cell[TYPE]))) return true;
    return is_verb_of_words(d, lemma);
}

void sg_mend_words_too(sg_doc *d, uint32_t t) {
    enum { UP = 6 };
    sg_tok *w = &d->toks[t];
    sg_str verb = is_comma(w - 1) && w->head != NONE && w->head < t ? verb_of_words(d, w) : (sg_str){0};
    uint32_t top = w->head;
    bool clause = w->upos == SG_POS_VERB && w->deprel == SG_DEP_ADVCL;
    for (uint32_t c = w->child; w->upos == SG_POS_NOUN && c != NONE; c = d->toks[c].next)
        clause |= c > t && d->toks[c].deprel == SG_DEP_CCOMP;
    if (!verb.n || !clause) return;
    for (int i = 0; i < UP && d->toks[top].head != NONE && d->toks[top].head < top; i++) {
        uint8_t rel = d->toks[top].deprel;
        if (rel != SG_DEP_CCOMP && rel != SG_DEP_XCOMP && (w->upos != SG_POS_NOUN || rel != SG_DEP_OBJ)) break;
        top = d->toks[top].head;
    }
    bool told = d->toks[top].upos == SG_POS_VERB && (w->upos == SG_POS_NOUN || top != w->head);
    if (!told || !verb_takes_words(d, top)) return;
    hang(d, t, top, SG_DEP_ADVCL);
    if (w->upos == SG_POS_VERB) return;
    w->upos = SG_POS_VERB;
    w->lemma = sg_dup(d->arena, verb);
    w->bits = (w->bits | SG_FEAT_PRES | SG_FEAT_PART) & ~(uint32_t)(SG_FEAT_SING | SG_FEAT_PLUR);
}

/* Is it a gerund that the parser took for a noun's attribute, by the tables no such ("leading", "visiting")? */
static bool is_lost_gerund(const sg_doc *d, uint32_t t) {
    const sg_tok *g = &d->toks[t];
    bool lost = g->upos == SG_POS_VERB && (g->bits & (SG_FEAT_PRES | SG_FEAT_GER)) && !(g->bits & SG_FEAT_FIN);
    if (!lost || (g->deprel != SG_DEP_AMOD && g->deprel != SG_DEP_COMPOUND) || g->head == NONE || g->head < t) return false;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, g->form, NULL));
    return !sg_kind_value(&w, "tells which") && sg_is_known_verb(d, sg_fold(d->arena, sg_str_of(g->lemma), NULL));
}

/* The clause that a word stands in as an object or a phrase: its verb, not too far up; NONE. */
static uint32_t verb_over(const sg_doc *d, uint32_t t) {
    enum { UP = 6 };
    for (int n = 0; n < UP && t != NONE && d->toks[t].upos != SG_POS_VERB; n++) t = d->toks[t].head;
    return t != NONE && d->toks[t].upos == SG_POS_VERB ? t : NONE;
}

void sg_mend_gerund_pair(sg_doc *d, uint32_t gerund, const sg_sent *s) {
    uint32_t noun = d->toks[gerund].head, before = gerund - 1, stop = s->first + s->count;
    if (!is_lost_gerund(d, gerund) || d->toks[noun].deprel != SG_DEP_CONJ || d->toks[noun].head == NONE) return;
    if (d->toks[noun].head > gerund) return;
    uint32_t verb = verb_over(d, d->toks[noun].head);
    if (verb == NONE || verb > before) return;
    bool and = d->toks[before].upos == SG_POS_CCONJ, first = is_comma(&d->toks[before]);
    if (and) { /* ", beating reporters and smashing cameras" */
        bool like = (d->toks[verb].bits & (SG_FEAT_PRES | SG_FEAT_GER)) && !(d->toks[verb].bits & SG_FEAT_FIN);
        if (!like || verb <= s->first || !is_comma(&d->toks[verb - 1])) return;
        hang(d, gerund, verb, SG_DEP_CONJ);
    } else { /* ", burning huts and abducting farmers" */
        uint32_t next = noun + 1;
        bool pair = first && next + 1 < stop && d->toks[next].upos == SG_POS_CCONJ && d->toks[next + 1].upos == SG_POS_VERB;
        if (!pair || !(d->toks[next + 1].bits & (SG_FEAT_PRES | SG_FEAT_GER)) || !(d->toks[verb].bits & SG_FEAT_FIN))
            return;
        hang(d, gerund, verb, SG_DEP_ADVCL);
        hang(d, next + 1, gerund, SG_DEP_CONJ);
    }
    hang(d, noun, gerund, SG_DEP_OBJ);
    d->toks[before].head = gerund;
}

/* A noun for what somebody is ready to do, by the tables: "readiness to", "the decision to". */
static bool is_will(const sg_doc *d, uint32_t noun) {
    enum { OP = 2, SLOTS };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    for (size_t i = 0; i < r.count; i++) {
        bool will = sg_list_has("agree|promise|intend|refuse", sg_str_of(r.row[i]->cell[OP]));
        if (will && r.row[i]->cell[POS][0] == 'n' && sg_list_has(r.row[i]->cell[SLOTS], SG_LIT("acl"))) return true;
    }
    return false;
}

void sg_mend_will(sg_doc *d, uint32_t to) {
    enum { DEEP = 12 };
    uint32_t act = d->toks[to].head, verb = act == NONE ? NONE : d->toks[act].head, noun = NONE;
    if (act == NONE || act < to || verb == NONE || verb > to || d->toks[verb].upos != SG_POS_VERB) return;
    if (d->toks[act].deprel != SG_DEP_ADVCL && d->toks[act].deprel != SG_DEP_XCOMP) return;
    for (uint32_t i = verb + 1; i < to; i++)
        if (d->toks[i].head == verb && d->toks[i].deprel == SG_DEP_OBJ) noun = i;
    if (noun == NONE || noun + 2 >= to || !sg_eqz(d->toks[noun + 1].form, "of") || !is_will(d, noun)) return;
    for (uint32_t i = noun + 1; i < to; i++)
        if (!sg_is_below(d, i, noun, DEEP)) return;
    sg_str whose = sg_fold(d->arena, d->toks[to - 1].form, NULL);
    bool party = sg_is_of_land_here(d, to - 1) || sg_is_office(d, to - 1) || sg_is_kind(d, whose, "governs");
    if (party || sg_is_kind(d, whose, "collective")) hang(d, act, noun, SG_DEP_ACL);
}

void sg_mend_said(sg_doc *d, uint32_t clause) {
    enum { UP = 4 };
    bool that = false, whole = false;
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next) {
        that |= d->toks[c].deprel == SG_DEP_MARK && d->toks[c].upos == SG_POS_SCONJ && sg_eqz(d->toks[c].form, "that");
        uint8_t rel = d->toks[c].deprel; /* "that it is time", "that they were freed" */
        bool subject = rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_EXPL;
        whole |= subject && !(d->toks[c].bits & SG_FEAT_REL);
    }
    uint32_t up = d->toks[clause].head;
    for (size_t i = 0; i < UP && up != NONE && d->toks[up].deprel == SG_DEP_NMOD; i++) up = d->toks[up].head;
    bool told = up != NONE && (d->toks[up].deprel == SG_DEP_OBL || d->toks[up].deprel == SG_DEP_IOBJ);
    uint32_t verb = that && whole && told ? d->toks[up].head : NONE; /* "told a press conference that he had come" */
    if (verb == NONE || verb > clause || d->toks[verb].upos != SG_POS_VERB || !sg_is_saying(d, &d->toks[verb])) return;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_CCOMP || rel == SG_DEP_OBJ || rel == SG_DEP_XCOMP || rel == SG_DEP_PARATAXIS) return;
    }
    hang(d, clause, verb, SG_DEP_CCOMP);
}

static bool has_auxiliary(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].head == verb ? d->toks[c].deprel : SG_DEP_PUNCT;
        if (rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS) return true;
    }
    return false;
}

void sg_mend_denied(sg_doc *d, uint32_t clause) {
    uint32_t verb = d->toks[clause].head, blames = NONE, end = clause;
    bool denies = verb != NONE && verb < clause && sg_is_kind(d, sg_str_of(d->toks[verb].lemma), "denies");
    if (!denies || !has_auxiliary(d, clause)) return;
    for (uint32_t c = d->toks[clause].child; c != NONE && blames == NONE; c = d->toks[c].next) {
        if (d->toks[c].head != clause) continue;
        bool joined = c > clause && d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].upos == SG_POS_VERB;
        if (joined && sg_is_kind(d, sg_str_of(d->toks[c].lemma), "blames")) blames = c;
        if (c > clause) end = c;
    }
    if (blames == NONE || has_auxiliary(d, blames) || sg_has_subject(d, blames)) return;
    for (uint32_t t = blames + 1; t <= end; t++) /* what the parser left with the verb before */
        if (d->toks[t].head == clause && d->toks[t].deprel != SG_DEP_PUNCT)
            hang(d, t, blames, (sg_deprel)d->toks[t].deprel);
    hang(d, blames, verb, SG_DEP_CONJ);
}

/* Is the clause told of people: "who paid a call"? */
static bool is_told_of_people(const sg_doc *d, uint32_t clause) {
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && sg_is_kind(d, sg_fold(d->arena, d->toks[c].form, NULL), "people's pronoun"))
            return true;
    return false;
}

/* "led by Ana Quispe, ambassador of Peru to Chad, who paid a call": the last of whom the verb before the land tells, with
 * the land; "who" is nobody's land. */
static uint32_t envoy_before(sg_doc *d, uint32_t land, uint32_t verb) {
    uint32_t envoy = NONE;
    if (!sg_eqz(sg_case_word(d, land), "to") || !sg_is_of_land_here(d, land)) return NONE;
    for (uint32_t i = verb + 1; i < land; i++)
        if (d->toks[i].upos == SG_POS_NOUN && sg_is_office(d, i)) envoy = i;
    if (envoy != NONE) hang(d, land, envoy, SG_DEP_NMOD);
    return envoy;
}

void sg_mend_which(sg_doc *d, uint32_t clause) {
    uint32_t first = d->toks[clause].head, last = NONE;
    if (d->toks[clause].deprel != SG_DEP_ACL_RELCL || first == NONE || first > clause || !sg_has_case(d, first)) return;
    for (uint32_t c = d->toks[first].child; c != NONE && c < clause; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && c > first) last = sg_has_case(d, c) ? c : NONE;
    if (last != NONE) d->toks[clause].head = last;
}

/* "Threw 400 policemen into the square, who fired gas": people whom the verb moves to a place that cannot be "who"; or NONE. */
static uint32_t moved_to(const sg_doc *d, uint32_t place, uint32_t verb) {
    bool named = d->toks[place].upos == SG_POS_PROPN && sg_is_of_land_here(d, place);
    bool some = named || is_noun_of(d, place, "place");
    uint32_t people = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < place; c = d->toks[c].next)
        if (c > verb && d->toks[c].deprel == SG_DEP_OBJ) people = c;
    if (!some || people == NONE) return NONE;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[people].lemma), NULL);
    return sg_has_role(d, people) || sg_lexicon_find(d->lex, SG_T_ROLES, lemma).count ? people : NONE;
}

void sg_mend_who(sg_doc *d, uint32_t clause) {
    uint32_t body = d->toks[clause].head, people = body == NONE ? NONE : d->toks[body].head;
    bool led = people != NONE && people < body && body < clause && d->toks[body].deprel == SG_DEP_OBL;
    if (led && d->toks[people].upos == SG_POS_VERB && is_told_of_people(d, clause)) {
        uint32_t envoy = envoy_before(d, body, people), moved = envoy == NONE ? moved_to(d, body, people) : envoy;
        if (moved != NONE) d->toks[clause].head = moved;
        return;
    }
    if (d->toks[clause].deprel != SG_DEP_ACL_RELCL || people == NONE || people > body || body > clause) return;
    bool the = false, whole = false;
    for (uint32_t c = d->toks[body].child; c != NONE; c = d->toks[c].next)
        the |= d->toks[c].deprel == SG_DEP_DET, whole |= d->toks[c].deprel == SG_DEP_FLAT;
    /* people have no article */
    bool named = sg_is_of_land_here(d, body) || (the && !whole && d->toks[body].upos == SG_POS_PROPN);
    if (d->toks[body].deprel != SG_DEP_NMOD || !named || d->toks[people].upos != SG_POS_NOUN) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[people].lemma), NULL);
    if (is_told_of_people(d, clause) && sg_lexicon_find(d->lex, SG_T_ROLES, lemma).count) d->toks[clause].head = people;
}

/* "as false Congolese claims", "as "pure fiction" US reports": of words that the parser took for one phrase behind "as", the
 * last of those that say what the noun behind them is worth; NONE: they are one phrase. */
static uint32_t verdict_before(const sg_doc *d, uint32_t as, uint32_t noun) {
    uint32_t t = as + 1;
    bool quoted = d->toks[t].upos == SG_POS_PUNCT, caps;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), &caps));
    const char *told = sg_kind_value(&w, "denied");
    if (!told || strcmp(told, "word") != 0) return NONE;
    if (quoted) {
        for (t++; t < noun && d->toks[t].upos != SG_POS_PUNCT;) t++;
        return t < noun ? t - 1 : NONE;
    }
    while (t < noun && d->toks[t].upos == SG_POS_ADV) t++;
    if (d->toks[t].upos == SG_POS_DET) t++;
    bool worth = d->toks[t].upos == SG_POS_ADJ || d->toks[t].upos == SG_POS_NOUN;
    return t < noun && worth && !sg_is_of_land_here(d, t) && d->toks[t].head >= t && d->toks[t].head <= noun ? t : NONE;
}

/* What the phrase is worth hangs on the verb, and the noun is its object. */
static void part_verdict(sg_doc *d, uint32_t verb, uint32_t as, uint32_t noun, uint32_t verdict) {
    for (uint32_t t = as; t < noun; t++) {
        uint32_t day =
            t + 1 < noun && t > verdict && sg_eqz(d->toks[t].form, "on") && sg_is_weekday(d, t + 1) ? t + 1 : NONE;
        if (day != NONE) hang(d, day, verb, SG_DEP_OBL), hang(d, t, day, SG_DEP_CASE);
        else if (t < verdict && (d->toks[t].head == noun || t == as)) d->toks[t].head = verdict;
    }
    hang(d, verdict, verb, SG_DEP_OBL);
    hang(d, noun, verb, SG_DEP_OBJ);
}

/* "as baseless on Monday Chad's charges": the day is the verb's, and no part of the phrase behind it. */
static bool has_day_for_case(sg_doc *d, uint32_t verb, uint32_t noun) {
    for (uint32_t on = verb + 1; on + 1 < noun; on++) {
        bool case_of = d->toks[on].head == noun && d->toks[on].deprel == SG_DEP_CASE;
        if (!case_of && !(d->toks[on].head == on + 1 && d->toks[on + 1].head == noun)) continue;
        if (!sg_eqz(d->toks[on].form, "on") || !sg_is_weekday(d, on + 1)) continue;
        hang(d, on + 1, verb, SG_DEP_OBL), hang(d, on, on + 1, SG_DEP_CASE);
        return true;
    }
    return false;
}

void sg_mend_dismissed(sg_doc *d, uint32_t verb) {
    uint32_t as = verb + 1, noun = NONE, behind_as = d->toks[as].head;
    if (!sg_eqz(d->toks[as].form, "as") || behind_as == NONE || d->toks[behind_as].head != verb) return;
    bool passive = d->toks[verb].deprel == SG_DEP_ACL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
        passive |= d->toks[c].deprel == SG_DEP_NSUBJ_PASS || d->toks[c].deprel == SG_DEP_AUX_PASS;
        bool behind = d->toks[c].deprel == SG_DEP_OBL && c > behind_as && d->toks[c].upos == SG_POS_NOUN;
        if (behind && (!sg_has_case(d, c) || has_day_for_case(d, verb, c))) noun = c;
    }
    uint32_t verdict = passive || noun != NONE ? NONE : verdict_before(d, as, behind_as);
    if (verdict != NONE) part_verdict(d, verb, as, behind_as, verdict);
    else if (noun != NONE) d->toks[noun].deprel = SG_DEP_OBJ;
}

void sg_mend_barred(sg_doc *d, uint32_t verb, uint32_t stop) {
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "keeping out")) return;
    for (uint32_t t = verb + 2; t < stop; t++) {
        uint32_t whom = d->toks[t].head;
        bool from = d->toks[t].deprel == SG_DEP_NMOD && whom != NONE && sg_eqz(d->toks[t - 1].form, "from");
        if (!from || !sg_is_of_land_here(d, t)) continue;
        if (d->toks[whom].deprel == SG_DEP_CONJ && d->toks[whom].head != NONE) whom = d->toks[whom].head;
        uint8_t rel = d->toks[whom].deprel;
        if (d->toks[whom].head == verb && (rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS)) hang(d, t, verb, SG_DEP_OBL);
    }
}

void sg_mend_having(sg_doc *d, uint32_t verb) {
    const sg_tok *having = &d->toks[verb + 1];
    uint32_t done = having->head;
    if (having->upos != SG_POS_AUX || !sg_eqz(having->form, "having") || done == NONE || done < verb + 2) return;
    bool below = d->toks[done].head == verb && d->toks[done].deprel != SG_DEP_CCOMP;
    if (below && takes_verb(d, &d->toks[verb])) d->toks[done].deprel = SG_DEP_XCOMP;
}

void sg_mend_perfect(sg_doc *d, uint32_t has) {
    bool caps;
    sg_tok *h = &d->toks[has], *verb = h + 1;
    uint32_t done = has + 1, noun = verb->head;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, h->form, &caps));
    bool attribute = verb->upos == SG_POS_VERB && verb->deprel == SG_DEP_AMOD && !(verb->bits & SG_FEAT_PRES);
    if (!attribute || !sg_kind_value(&w, "perfect") || noun == NONE || noun <= done) return;
    if (d->toks[noun].head != has || d->toks[noun].deprel != SG_DEP_OBJ) return;
    if (!sg_takes_object(d, verb, &d->toks[noun])) return;
    for (uint32_t c = h->child; c != NONE; c = d->toks[c].next) d->toks[c].head = done;
    verb->head = h->head, verb->deprel = h->deprel, verb->label = h->label;
    hang(d, has, done, SG_DEP_AUX);
    hang(d, noun, done, SG_DEP_OBJ);
    h->upos = SG_POS_AUX;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].root == has) d->sents[i].root = done;
}

/* A land, an office, "the pair": who may do something, and no plan, aim or task. */
static bool may_act(const sg_doc *d, uint32_t t) {
    sg_str word = sg_fold(d->arena, d->toks[t].form, NULL);
    bool whole = sg_is_kind(d, word, "governs") || sg_is_kind(d, word, "collective");
    return whole || sg_is_of_land_here(d, t) || sg_is_office(d, t) || (d->toks[t].upos == SG_POS_PROPN && sg_has_role(d, t));
}

void sg_mend_is_to(sg_doc *d, uint32_t to) {
    uint32_t be = to - 1, verb = d->toks[to].head, who = NONE;
    if (verb == NONE || verb != to + 1 || d->toks[verb].upos != SG_POS_VERB || !sg_eqz(d->toks[to].form, "to")) return;
    if (d->toks[be].head != verb || d->toks[be].deprel != SG_DEP_COP) return;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < be; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ_OUTER && d->toks[c].head == verb) who = c;
    if (who == NONE || !may_act(d, who)) return;
    hang(d, who, verb, SG_DEP_NSUBJ);
    hang(d, be, verb, SG_DEP_AUX);
}
