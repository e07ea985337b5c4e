/* mend_subject.c: see mend_in.h. Subjects, voices, copulas. */
#include "mend_in.h"

void sg_mend_over_subject(sg_doc *d, uint32_t t, uint32_t first) {
    const sg_tok *k = &d->toks[t];
    uint32_t and = t, up = k->head;
    if (up == NONE || up > t || !is_nominal(k) || !is_nominal(&d->toks[up])) return;
    while (and > first && d->toks[and - 1].head == t && d->toks[and].upos != SG_POS_CCONJ) and--;
    if (d->toks[and].upos != SG_POS_CCONJ || d->toks[and].head != t || and < up + 2) return;
    for (uint32_t s = and - 1; s > up; s--) {
        const sg_tok *subject = &d->toks[s];
        if (sg_is_subject(subject) && is_nominal(subject) && subject->head > t && subject->head != NONE) {
            hang(d, t, s, SG_DEP_CONJ);
            return;
        }
        if (subject->upos == SG_POS_VERB || is_comma(subject)) return;
    }
}

void sg_mend_means(sg_doc *d, uint32_t by, uint32_t stop) {
    uint32_t noun = by + 1, verb = d->toks[noun].head;
    sg_tok *k = &d->toks[noun];
    if (!sg_eqz(d->toks[by].form, "by") || d->toks[by].head != noun || d->toks[by].deprel != SG_DEP_MARK) return;
    if (k->upos != SG_POS_VERB || !sg_eq(k->form, sg_str_of(k->lemma)) || verb == NONE || verb > by) return;
    if (k->deprel != SG_DEP_ADVCL || d->toks[verb].upos != SG_POS_VERB) return;
    for (uint32_t i = noun + 1; i < stop; i++)
        if (d->toks[i].head == noun) d->toks[i].head = verb;
    k->upos = SG_POS_NOUN;
    hang(d, noun, verb, SG_DEP_OBL);
    hang(d, by, noun, SG_DEP_CASE);
    d->toks[by].upos = SG_POS_ADP;
}

void sg_mend_by_phone(sg_doc *d, uint32_t with) {
    uint32_t who = d->toks[with].head, phone = who == NONE ? NONE : d->toks[who].head;
    if (who == NONE || phone == NONE || who < with || phone > with || !sg_eqz(d->toks[with].form, "with")) return;
    uint32_t verb = d->toks[phone].head;
    if (d->toks[who].deprel != SG_DEP_NMOD || d->toks[phone].deprel != SG_DEP_OBL) return;
    if (verb == NONE || d->toks[verb].upos != SG_POS_VERB) return;
    if (sg_is_kind(d, sg_fold(d->arena, d->toks[phone].form, NULL), "phone")) hang(d, who, verb, SG_DEP_OBL);
}

void sg_mend_kept(sg_doc *d, uint32_t how) {
    uint32_t what = d->toks[how].head, verb = what == NONE ? NONE : d->toks[what].head;
    if (d->toks[how].upos != SG_POS_ADJ || what == NONE || what > how || verb == NONE || verb > what) return;
    if (d->toks[what].deprel != SG_DEP_OBJ || d->toks[verb].upos != SG_POS_VERB) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL);
    if (sg_is_kind(d, lemma, "leaves so")) hang(d, how, verb, SG_DEP_XCOMP);
}

void sg_mend_late_object(sg_doc *d, uint32_t noun, uint32_t first) {
    uint32_t place = d->toks[noun].head, verb = place == NONE ? NONE : d->toks[place].head, start = noun;
    if (verb == NONE || place > noun || verb > place || verb < first || d->toks[noun].upos != SG_POS_NOUN) return;
    bool you = d->toks[place].upos == SG_POS_PRON && d->toks[place].deprel == SG_DEP_IOBJ;
    if ((d->toks[place].deprel != SG_DEP_OBL && !you) || d->toks[verb].upos != SG_POS_VERB) return;
    bool article = false, whose = false;
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        if (d->toks[c].head == noun && c < start) start = c;
        article |= d->toks[c].deprel == SG_DEP_DET && !(d->toks[c].bits & SG_FEAT_DEF);
        whose |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    }
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_AUX_PASS) return;
    bool told = article && d->toks[place].upos == SG_POS_PROPN && sg_takes_object(d, &d->toks[verb], &d->toks[noun]);
    you |= d->toks[place].upos == SG_POS_PRON; /* "offer you, Sir, my thanks" */
    you &= start > place + 1 && sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    if (told || you || (whose && start == place + 1)) hang(d, noun, verb, SG_DEP_OBJ);
}

void sg_mend_bare_object(sg_doc *d, uint32_t noun) {
    uint32_t verb = d->toks[noun].head, whose = NONE, to = NONE;
    if (verb == NONE || verb > noun || d->toks[verb].upos != SG_POS_VERB || d->toks[noun].upos != SG_POS_NOUN) return;
    if (sg_has_case(d, noun)) return;
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS) whose = c;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_AUX_PASS) return;
        if (d->toks[c].deprel == SG_DEP_OBL && c > verb && c < noun) to = c;
    }
    bool act = sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    if (act && whose != NONE && to != NONE && whose > to) hang(d, noun, verb, SG_DEP_OBJ);
}

void sg_mend_let(sg_doc *d, uint32_t verb) {
    uint32_t let = d->toks[verb].head;
    if (let == NONE || let > verb || d->toks[verb].upos != SG_POS_VERB || sg_has_subject(d, verb)) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[let].lemma), NULL), "lets")) return;
    for (uint32_t c = d->toks[let].child; c != NONE && c < verb; c = d->toks[c].next) {
        if (c == let + 1 && d->toks[c].upos == SG_POS_PRON && (d->toks[c].bits & SG_FEAT_P1)) {
            hang(d, verb, let, SG_DEP_XCOMP);
            return;
        }
    }
}

/* What tells more of a noun hangs on the subject, and not on the verb or on another word before it. */
static void make_subject(sg_doc *d, uint32_t noun, uint32_t verb, uint32_t other) {
    hang(d, noun, verb, SG_DEP_NSUBJ);
    for (uint32_t i = noun; i-- > 0 && d->toks[i].sent == d->toks[noun].sent;) {
        uint8_t rel = d->toks[i].deprel;
        bool part = rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_DET;
        if (part && (d->toks[i].head == verb || d->toks[i].head == other)) d->toks[i].head = noun;
    }
}

void sg_mend_gathered(sg_doc *d, uint32_t meeting) {
    sg_tok *m = &d->toks[meeting], *who = m - 1;
    bool several = who->upos == SG_POS_NOUN && (who->bits & SG_FEAT_PLUR) && who->deprel == SG_DEP_COMPOUND;
    if (m->upos != SG_POS_NOUN || m->deprel != SG_DEP_NSUBJ || m->head == NONE || m->head < meeting || !several) return;
    sg_looked word = sg_lexicon_look(d->lex, m->form);
    const char *lemma = sg_kind_value(&word, "gathered");
    if (who->head != meeting || m[1].upos != SG_POS_ADP || !lemma) return;
    if (sg_is_kind(d, sg_str_of(d->toks[m->head].lemma), "of meetings")) return; /* "the ministers meeting ended" */
    make_subject(d, meeting - 1, m->head, meeting);
    hang(d, meeting, meeting - 1, SG_DEP_ACL);
    m->upos = SG_POS_VERB;
    m->lemma = lemma;
    m->bits = SG_FEAT_PRES | SG_FEAT_PART;
    m->feats = "VerbForm=Ger";
    for (uint32_t i = meeting + 1; i < d->tok_count && d->toks[i].sent == m->sent; i++)
        if (d->toks[i].head == meeting && d->toks[i].deprel == SG_DEP_NMOD) hang(d, i, meeting, SG_DEP_OBL);
}

void sg_mend_half(sg_doc *d, uint32_t verb, uint32_t first) {
    if (verb < first + 3 || !is_hyphen(&d->toks[verb - 1])) return;
    uint32_t half = verb - 2, noun = verb - 3;
    const sg_tok *v = &d->toks[verb], *h = &d->toks[half], *n = &d->toks[noun];
    bool told = (v->bits & SG_FEAT_FIN) || v->deprel == SG_DEP_ROOT;
    if (!told || h->head != verb || !is_nominal(n) || sg_has_subject(d, noun)) return;
    bool whole = h->deprel == SG_DEP_COMPOUND && (n->head == verb || n->head > verb) && n->deprel == SG_DEP_COMPOUND;
    bool taken = h->deprel == SG_DEP_NSUBJ && n->head == half && n->deprel == SG_DEP_COMPOUND;
    if (!whole && !taken) return;
    hang(d, half, verb, SG_DEP_COMPOUND);
    make_subject(d, noun, verb, half);
}

void sg_mend_subject(sg_doc *d, uint32_t verb) {
    if (sg_has_subject(d, verb)) return;
    uint32_t noun = verb - 1;
    while (d->toks[noun].deprel == SG_DEP_FLAT && d->toks[noun].head < noun) noun = d->toks[noun].head;
    sg_tok *v = &d->toks[verb], *n = &d->toks[noun];
    bool part = n->deprel == SG_DEP_COMPOUND || (n->deprel == SG_DEP_NMOD_UNMARKED && sg_has_role(d, noun));
    part |= n->deprel == SG_DEP_NMOD_DESC && n->upos == SG_POS_PROPN;
    bool told = (v->bits & SG_FEAT_FIN) || v->deprel == SG_DEP_ROOT;
    if (!told || n->head == NONE || n->head < verb || !is_nominal(n) || !part) return;
    make_subject(d, noun, verb, n->head);
}

void sg_mend_month(sg_doc *d, uint32_t verb) {
    uint32_t who = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        if (sg_is_subject(&d->toks[c])) return;
        if (d->toks[c].deprel == SG_DEP_OBL && d->toks[c].upos == SG_POS_NOUN && c + 1 == verb) who = c;
    }
    uint32_t in = who == NONE ? NONE : d->toks[who].child, month = in == NONE ? NONE : in + 1;
    if (in == NONE || month >= who || d->toks[in].deprel != SG_DEP_CASE || d->toks[month].head != who) return;
    if (d->toks[month].deprel != SG_DEP_COMPOUND || !sg_is_kind(d, sg_fold(d->arena, d->toks[month].form, NULL), "month")) return;
    hang(d, in, month, SG_DEP_CASE);
    hang(d, month, verb, SG_DEP_OBL);
    hang(d, who, verb, SG_DEP_NSUBJ);
}

void sg_mend_voice(sg_doc *d, uint32_t verb) {
    uint32_t subject = NONE;
    const sg_tok *v = &d->toks[verb];
    bool clause = v->deprel == SG_DEP_ROOT || v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_PARATAXIS ||
                  v->deprel == SG_DEP_CONJ || v->deprel == SG_DEP_ACL_RELCL;
    for (uint32_t c = v->child; c != NONE && clause; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_AUX_PASS || d->toks[c].deprel == SG_DEP_OBL_AGENT) return;
        if (d->toks[c].deprel == SG_DEP_NSUBJ_PASS && c < verb) subject = c;
    }
    if (subject != NONE) hang(d, subject, verb, SG_DEP_NSUBJ);
}

/* Of a noun that is a past form as well ("shot"), the verb; else nothing. */
static const char *past_of_noun(const sg_doc *d, const sg_tok *t) {
    bool caps;
    if (t->upos != SG_POS_NOUN) return NULL;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, t->form, &caps));
    return sg_kind_value(&w, "past of");
}

void sg_mend_acts_joined(sg_doc *d, uint32_t t) {
    enum { UP = 3 };
    sg_tok *k = &d->toks[t];
    uint32_t to = k->head;
    if (k->deprel != SG_DEP_CONJ || k->upos != SG_POS_NOUN || to == NONE || to > t) return;
    bool done_to = false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        done_to |= c > t && d->toks[c].deprel == SG_DEP_NMOD && sg_eqz(sg_case_word(d, c), "of");
    if (!done_to || !sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(k->lemma), NULL))) return;
    for (int i = 0; i < UP && to != NONE; i++) {
        const sg_tok *up = &d->toks[to];
        bool act = up->upos == SG_POS_NOUN && sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(up->lemma), NULL));
        if (act && !i) return; /* "the resumption of talks and the exchange of prisoners" */
        if (act) k->head = to;
        if (up->deprel != SG_DEP_NMOD && up->deprel != SG_DEP_CONJ) return;
        to = up->head;
    }
}

void sg_mend_past(sg_doc *d, const sg_sent *s) {
    uint32_t verb = s->root, stop = s->first + s->count;
    sg_tok *v = &d->toks[verb];
    const char *lemma = past_of_noun(d, v);
    if (!lemma || verb == s->first || !is_nominal(v - 1) || v[-1].head != verb || sg_has_verb(d, s)) return;
    bool done = verb + 1 < stop && v[1].upos == SG_POS_ADJ && (verb + 2 >= stop || !is_nominal(v + 2));
    v->upos = SG_POS_VERB;
    v->lemma = lemma;
    v->bits = SG_FEAT_PAST | (done ? SG_FEAT_PART | SG_FEAT_PASS : SG_FEAT_FIN);
    v->feats = done ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Mood=Ind|Tense=Past|VerbForm=Fin";
    make_subject(d, verb - 1, verb, verb);
    if (done) d->toks[verb - 1].deprel = SG_DEP_NSUBJ_PASS, d->toks[verb - 1].label = sg_deprel_name(SG_DEP_NSUBJ_PASS);
    for (uint32_t i = verb + 1; i < stop; i++)
        if (d->toks[i].head == verb && d->toks[i].deprel == SG_DEP_NMOD) hang(d, i, verb, SG_DEP_OBL);
}

void sg_mend_present(sg_doc *d, const sg_sent *s) {
    bool caps;
    sg_tok *v = &d->toks[s->root];
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, v->form, &caps));
    const char *lemma = v->upos == SG_POS_NOUN ? sg_kind_value(&w, "present of") : NULL;
    if (!lemma || !sg_has_subject(d, s->root)) return;
    v->upos = SG_POS_VERB;
    v->lemma = lemma;
    v->bits = SG_FEAT_FIN | SG_FEAT_PRES | SG_FEAT_P3 | SG_FEAT_SING;
    v->feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    for (uint32_t i = s->root + 1; i < s->first + s->count; i++)
        if (d->toks[i].head == s->root && d->toks[i].deprel == SG_DEP_NMOD) hang(d, i, s->root, SG_DEP_OBL);
}

/* Does the noun stand for a clause: is something said of it, or does it say something of its subject? */
static bool is_said(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_COP || rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_AUX) return true;
    }
    return false;
}

/* "Rebels smashed shops": no attribute stands right behind its noun and has an object. */
static bool is_past_behind(const sg_doc *d, uint32_t t) {
    const sg_tok *v = &d->toks[t];
    if (v->deprel != SG_DEP_AMOD || v->upos != SG_POS_VERB || v->head + 1 != t || !(v->bits & SG_FEAT_PAST)) return false;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c > t) return true;
    return false;
}

void sg_mend_clause(sg_doc *d, const sg_sent *s) {
    uint32_t noun = s->root, verb = NONE, stop = s->first + s->count;
    if (!is_nominal(&d->toks[noun]) || is_said(d, noun)) return;
    for (uint32_t c = d->toks[noun].child; c != NONE && verb == NONE; c = d->toks[c].next) {
        bool clause = d->toks[c].deprel == SG_DEP_ACL && (d->toks[c].bits & SG_FEAT_FIN);
        if (c > noun && (clause || is_past_behind(d, c)) && !sg_has_subject(d, c)) verb = c;
    }
    if (verb == NONE) return;
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, noun, verb, SG_DEP_NSUBJ);
    for (uint32_t i = s->first; i < stop; i++) {
        bool before = i < noun && (d->toks[i].deprel == SG_DEP_OBL || d->toks[i].deprel == SG_DEP_ADVMOD);
        if (d->toks[i].head == noun && i != verb && (i > verb || before)) d->toks[i].head = verb;
    }
}

/* The past form before a noun that the parser took for its attribute, with a noun right before it, or NONE. */
static uint32_t attribute_of(const sg_doc *d, const sg_sent *s, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        const sg_tok *v = &d->toks[c];
        bool attribute = v->deprel == SG_DEP_AMOD || v->deprel == SG_DEP_COMPOUND;
        if (!attribute || c == s->first) continue;
        if (!past_of_noun(d, v) && (v->upos != SG_POS_VERB || !(v->bits & SG_FEAT_PAST))) continue;
        bool own = v[-1].head == c && v[-1].deprel == SG_DEP_NSUBJ;
        bool subject = is_nominal(v - 1) && v[-1].deprel != SG_DEP_CASE && (v[-1].head == noun || own);
        return subject && (v->upos == SG_POS_NOUN || sg_is_known_verb(d, sg_str_of(v->lemma))) ? c : NONE;
    }
    return NONE;
}

/* What hangs behind the object is the verb's, but for what tells of which kind the object is. */
static void part_from_object(sg_doc *d, uint32_t object, uint32_t verb, uint32_t stop) {
    for (uint32_t i = object + 1; i < stop; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->head != object) continue;
        bool joined = t->deprel == SG_DEP_CONJ && t->upos == SG_POS_VERB;
        bool clause = t->deprel == SG_DEP_ADVCL || t->deprel == SG_DEP_PARATAXIS || t->deprel == SG_DEP_ADVMOD || joined;
        if (clause || t->deprel == SG_DEP_PUNCT) d->toks[i].head = verb;
        else if (t->deprel == SG_DEP_NMOD && !sg_eqz(sg_case_word(d, i), "of")) hang(d, i, verb, SG_DEP_OBL);
    }
}

/* "Since the military seized power in 2021": the parser reads a seized and military power. Behind a word that opens a
 * clause "the military" does what the past form tells. */
void sg_mend_military(sg_doc *d, uint32_t t, const sg_sent *s) {
    uint32_t verb = t + 1, noun = t + 2, stop = s->first + s->count, open = NONE;
    const sg_tok *v = &d->toks[verb];
    if (noun >= stop || d->toks[t].deprel != SG_DEP_AMOD || !sg_is_kind(d, d->toks[t].form, "soldiers")) return;
    bool attribute = v->upos == SG_POS_VERB && v->deprel == SG_DEP_AMOD && v->head == noun && (v->bits & SG_FEAT_PAST);
    if (!attribute || d->toks[t].head != noun || d->toks[noun].upos != SG_POS_NOUN || d->toks[noun].head == NONE) return;
    for (uint32_t i = s->first; i < t; i++)
        if (d->toks[i].head == noun && (d->toks[i].deprel == SG_DEP_CASE || d->toks[i].deprel == SG_DEP_MARK)) open = i;
    if (open == NONE || !sg_is_kind(d, sg_fold(d->arena, d->toks[open].form, NULL), "opens clause")) return;
    uint32_t over = d->toks[noun].head;
    for (uint32_t i = open + 1; i < t; i++)
        if (d->toks[i].head == noun) d->toks[i].head = t;
    hang(d, open, verb, SG_DEP_MARK);
    hang(d, verb, over, SG_DEP_ADVCL);
    hang(d, t, verb, SG_DEP_NSUBJ);
    hang(d, noun, verb, SG_DEP_OBJ);
    for (uint32_t i = noun + 1; i < stop && d->toks[i].upos != SG_POS_PUNCT; i++)
        if (d->toks[i].head < open && d->toks[i].deprel == SG_DEP_OBL) d->toks[i].head = verb; /* the nearest verb's */
    d->toks[t].upos = SG_POS_NOUN;
    d->toks[verb].bits = SG_FEAT_PAST | SG_FEAT_FIN;
    d->toks[verb].feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

void sg_mend_attribute(sg_doc *d, const sg_sent *s) {
    uint32_t object = s->root, stop = s->first + s->count;
    bool named = d->toks[object].upos == SG_POS_PROPN && sg_is_capital(&d->toks[object]);
    if (!is_nominal(&d->toks[object]) || named || is_said(d, object) || sg_has_verb(d, s)) return;
    uint32_t verb = attribute_of(d, s, object);
    if (verb == NONE || (sg_is_open_line(d, s) && !sg_has_role(d, verb - 1) && !sg_is_of_land_here(d, verb - 1))) return;
    uint32_t subject = verb - 1;
    for (uint32_t i = s->first; i < subject; i++) {
        sg_tok *t = &d->toks[i];
        if (is_outside(t, s->first, subject)) t->head = t->deprel == SG_DEP_PUNCT ? verb : subject;
    }
    part_from_object(d, object, verb, stop);
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, subject, verb, SG_DEP_NSUBJ);
    hang(d, object, verb, SG_DEP_OBJ);
    const char *lemma = past_of_noun(d, &d->toks[verb]);
    if (lemma) d->toks[verb].lemma = lemma, d->toks[verb].upos = SG_POS_VERB;
    d->toks[verb].bits = SG_FEAT_PAST | SG_FEAT_FIN;
    d->toks[verb].feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

void sg_mend_shot_dead(sg_doc *d, uint32_t verb, uint32_t stop) {
    enum { NEAR = 8 };
    sg_tok *v = &d->toks[verb];
    const char *lemma = past_of_noun(d, v);
    bool case_word = false;
    uint32_t object = NONE, over = v->head;
    if (!lemma || over == NONE || over > verb) return;
    if (v[-1].head != verb || !is_nominal(v - 1) || !sg_has_role(d, verb - 1)) return;
    if (d->toks[verb + 1].upos != SG_POS_ADJ || sg_known_verb(d, sg_str_of(lemma)).receiver) return;
    for (uint32_t c = v->child; c != NONE && c < verb; c = d->toks[c].next)
        case_word |= d->toks[c].head == verb && d->toks[c].deprel == SG_DEP_CASE;
    for (uint32_t t = verb + 2; t < stop && t < verb + NEAR && object == NONE; t++) {
        bool one = d->toks[t].upos == SG_POS_NUM && d->toks[t].deprel != SG_DEP_NUMMOD; /* "one of them" */
        if ((is_nominal(&d->toks[t]) || one) && d->toks[t].head != NONE && d->toks[t].head <= verb + 1) object = t;
    }
    if (!case_word || object == NONE || (d->toks[verb + 1].head != object && d->toks[verb + 1].head != verb)) return;
    v->upos = SG_POS_VERB, v->lemma = lemma;
    v->bits = SG_FEAT_PAST | SG_FEAT_FIN;
    for (uint32_t i = over + 1; i + 1 < verb; i++) { /* "after Chad's border guard shot dead ..." */
        uint8_t rel = d->toks[i].deprel;
        bool of_noun = rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_DET;
        if (d->toks[i].head == verb && of_noun) hang(d, i, verb - 1, rel);
    }
    for (uint32_t i = object + 1; i < stop; i++) { /* "a herder from Chad", "a herder in Chad" */
        if (d->toks[i].head != verb + 1) continue;
        bool from = sg_eqz(sg_case_word(d, i), "from");
        hang(d, i, from ? object : verb, from ? SG_DEP_NMOD : d->toks[i].deprel);
    }
    hang(d, verb, over, SG_DEP_ADVCL);
    hang(d, verb - 1, verb, SG_DEP_NSUBJ);
    hang(d, object, verb, SG_DEP_OBJ);
    hang(d, verb + 1, verb, SG_DEP_XCOMP);
    for (uint32_t c = v->child; c != NONE && c < verb; c = d->toks[c].next)
        if (d->toks[c].head == verb && d->toks[c].deprel == SG_DEP_CASE) d->toks[c].deprel = SG_DEP_MARK;
}

/* The only past form of a known verb behind the sentence's noun that hangs as if it told of what kind something is; or
 * NONE. */
static uint32_t only_past(const sg_doc *d, const sg_sent *s) {
    uint32_t found = NONE;
    for (uint32_t i = s->root + 2; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos != SG_POS_VERB) continue;
        bool past = (t->bits & SG_FEAT_PAST) && (t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_ACL);
        if (found != NONE || !past || !sg_is_known_verb(d, sg_str_of(t->lemma))) return NONE;
        found = i;
    }
    return found;
}

void sg_mend_verbless(sg_doc *d, const sg_sent *s) {
    uint32_t subject = s->root, stop = s->first + s->count, verb = NONE, object = NONE;
    if (!is_nominal(&d->toks[subject]) || sg_is_open_line(d, s) || is_said(d, subject) || sg_has_verb(d, s)) return;
    if (sg_has_case(d, subject) || (verb = only_past(d, s)) == NONE || verb + 2 >= stop) return;
    for (uint32_t i = verb + 1; i < stop; i++) { /* done by somebody, it may tell of the noun */
        if (d->toks[i].deprel == SG_DEP_OBL_AGENT) return;
        bool top = is_outside(&d->toks[i], verb + 1, stop - 1), noun = is_nominal(&d->toks[i]);
        if (!top || d->toks[i].head == verb) continue;
        if (noun && object == NONE && !sg_has_case(d, i)) object = i;
        d->toks[i].head = verb;
        if (noun) hang(d, i, verb, object == i ? SG_DEP_OBJ : SG_DEP_OBL);
    }
    for (uint32_t i = s->first; i < verb; i++)
        if (d->toks[i].head != NONE && d->toks[i].head > verb) hang(d, i, verb, SG_DEP_OBL);
    if (object != NONE) part_from_object(d, object, verb, stop);
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, subject, verb, SG_DEP_NSUBJ);
    d->toks[verb].bits = SG_FEAT_PAST | SG_FEAT_FIN;
    d->toks[verb].feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
}

void sg_mend_called(sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
    if (d->toks[verb + 1].deprel == SG_DEP_VOCATIVE && d->toks[verb + 1].head == verb) hang(d, verb + 1, verb, SG_DEP_OBJ);
}

/* "Mr. President, my delegation thanks you": somebody to whom the sentence is spoken, and none of two in a headline. */
static bool is_spoken_to(const sg_doc *d, uint32_t t, uint32_t verb) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    bool titled = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) titled |= d->toks[c].deprel == SG_DEP_NMOD_DESC;
    if (titled && sg_is_office(d, t)) return true;
    for (uint32_t i = t + 1; i < s->first + s->count; i++) {
        if (d->toks[i].upos != SG_POS_PRON) continue;
        if (d->toks[i].bits & SG_FEAT_P2) return true;
        if ((d->toks[i].bits & SG_FEAT_P1) && i < verb && d->toks[i].head == verb) return true;
    }
    return false;
}

void sg_mend_stranded(sg_doc *d, uint32_t prep, const sg_sent *s) {
    uint32_t verb = prep - 1, noun = d->toks[verb].head, stop = s->first + s->count;
    const sg_tok *v = &d->toks[verb];
    if (d->toks[prep].upos != SG_POS_ADP || v->upos != SG_POS_VERB || v->deprel != SG_DEP_ACL_RELCL || noun == NONE) return;
    bool ends = prep + 1 >= stop || d->toks[prep + 1].upos == SG_POS_PUNCT;
    if (!ends || noun > verb || (d->toks[prep].head != noun && d->toks[prep].head != verb)) return;
    for (uint32_t i = noun + 1; i < verb; i++) {
        if (d->toks[i].head != verb || d->toks[i].deprel != SG_DEP_OBJ || !(d->toks[i].bits & SG_FEAT_REL)) continue;
        d->toks[i].deprel = SG_DEP_OBL, d->toks[i].label = sg_deprel_name(SG_DEP_OBL);
        hang(d, prep, i, SG_DEP_CASE);
        return;
    }
}

void sg_mend_spoken_to(sg_doc *d, uint32_t verb) {
    uint32_t speaker = NONE, other = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ || c > verb) continue;
        if (d->toks[c].upos == SG_POS_PRON && (d->toks[c].bits & SG_FEAT_P1)) speaker = c;
        else if (other == NONE) other = c;
    }
    bool before = speaker != NONE && other != NONE && other + 1 < speaker;
    if (!before || !sg_eqz(d->toks[other + 1].form, ",") || !is_spoken_to(d, other, verb)) return;
    hang(d, other, verb, SG_DEP_VOCATIVE);
}

void sg_mend_first_of_two(sg_doc *d, uint32_t comma, uint32_t first) {
    uint32_t one = comma - 1, verb = d->toks[one].head;
    if (d->toks[one].deprel != SG_DEP_VOCATIVE || verb == NONE || verb < comma + 2) return;
    if (d->toks[comma].form.s[0] != ',') return;
    if (one > first && d->toks[one - 1].head != one) return;
    if (is_spoken_to(d, one, verb)) return;
    for (uint32_t i = comma + 1; i < verb; i++) {
        bool inner = d->toks[i].head > comma && d->toks[i].head < verb;
        bool subject = d->toks[i].head == verb && d->toks[i].deprel == SG_DEP_NSUBJ;
        if (!inner && !subject) return;
        if (subject) hang(d, one, verb, SG_DEP_NSUBJ);
    }
}

/* Does a phrase with this preposition tell where somebody is, or in what: "is in Kiev", "are at war"? */
static bool tells_state(const sg_doc *d, uint32_t t) {
    bool caps;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, &caps));
    return sg_kind_value(&w, "staying") != NULL;
}

/* "In the position that aid is no weapon". */
static bool says_what(const sg_doc *d, uint32_t clause) {
    uint8_t rel = d->toks[clause].deprel;
    if (rel != SG_DEP_CCOMP && rel != SG_DEP_ACL && rel != SG_DEP_ACL_RELCL) return false;
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_MARK && sg_eqz(d->toks[c].form, "that")) return true;
    return false;
}

void sg_mend_copula(sg_doc *d, uint32_t t) {
    uint32_t be = NONE, prep = NONE;
    bool subject = false;
    if (!is_nominal(&d->toks[t])) return;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_COP) be = c;
        if (rel == SG_DEP_CASE && prep == NONE) prep = c;
        subject |= rel == SG_DEP_NSUBJ;
        if (says_what(d, c)) return;
    }
    if (be == NONE || prep == NONE || !subject || be > prep || !tells_state(d, prep)) return;
    hang(d, be, d->toks[t].head, (sg_deprel)d->toks[t].deprel);
    d->toks[be].upos = SG_POS_VERB;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool own = c == be || rel == SG_DEP_CASE || rel == SG_DEP_DET || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD ||
                   rel == SG_DEP_FLAT || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NUMMOD ||
                   rel == SG_DEP_APPOS || rel == SG_DEP_NMOD_DESC || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL;
        bool joined = rel == SG_DEP_CONJ && is_nominal(&d->toks[c]);
        if (!own && !joined && d->toks[c].head == t) d->toks[c].head = be;
    }
    hang(d, t, be, SG_DEP_OBL);
}

/* The word of a phrase for one or both of two who were named, "the latter", which opens the sentence; NONE. */
static uint32_t opens_with_pair(const sg_doc *d, const sg_sent *s) {
    uint32_t t = s->first;
    bool the = s->count > 3 && d->toks[t].upos == SG_POS_DET && d->toks[t + 1].upos == SG_POS_ADJ;
    if (the) t++;
    sg_str key = sg_fold(d->arena, d->toks[t].form, NULL);
    bool pair = s->count > 2 && d->toks[t].upos != SG_POS_NUM; /* but "two suspected thieves" */
    return pair && sg_is_kind(d, key, the ? "of two" : "pair") ? t : NONE;
}

void sg_mend_pair_subject(sg_doc *d, const sg_sent *s) {
    uint32_t t = opens_with_pair(d, s), verb = t + 1;
    if (t == NONE || d->toks[verb].upos != SG_POS_VERB || sg_has_subject(d, verb)) return;
    sg_tok *v = &d->toks[verb];
    uint32_t noun = v->deprel == SG_DEP_AMOD ? v->head : NONE;
    if (noun != NONE && noun < verb) return;
    if (noun != NONE) { /* "the former condemned Peru", taken for a Peru that is condemned */
        hang(d, verb, d->toks[noun].head, (sg_deprel)d->toks[noun].deprel);
        hang(d, noun, verb, SG_DEP_OBJ);
        if (s->root == noun) d->sents[v->sent].root = verb;
        for (uint32_t i = s->first; i < s->first + s->count; i++)
            if (d->toks[i].head == noun && (i < verb || d->toks[i].upos == SG_POS_PUNCT)) d->toks[i].head = verb;
    }
    hang(d, t, verb, SG_DEP_NSUBJ);
    if (t > s->first) hang(d, s->first, t, SG_DEP_DET);
    d->toks[t].upos = SG_POS_PRON;
}

void sg_mend_pair_joined(sg_doc *d, uint32_t both, uint32_t stop) {
    uint32_t verb = both + 1;
    if (d->toks[both - 1].deprel != SG_DEP_CC || d->toks[both].head != verb || sg_has_subject(d, verb)) return;
    if (d->toks[verb].upos != SG_POS_VERB || d->toks[verb].deprel != SG_DEP_CONJ || d->toks[both - 1].head != verb) return;
    if (!sg_is_kind(d, sg_fold(d->arena, d->toks[both].form, NULL), "pair")) return;
    for (uint32_t i = verb + 1; i < stop && d->toks[i].upos != SG_POS_PUNCT; i++)
        if (d->toks[i].deprel == SG_DEP_CC) return; /* "and both shelled and burned the town" */
    hang(d, both, verb, SG_DEP_NSUBJ);
    d->toks[both].upos = SG_POS_PRON;
}

/* The comma behind a phrase that opens the sentence and holds no list itself; NONE: there is none. */
static uint32_t comma_behind_front(const sg_doc *d, const sg_sent *s) {
    if (d->toks[s->first].deprel != SG_DEP_CASE) return NONE;
    for (uint32_t t = s->first; t < s->root; t++) {
        if (sg_eqz(d->toks[t].form, ",")) return t;
        if (d->toks[t].deprel == SG_DEP_CC || d->toks[t].upos == SG_POS_VERB) return NONE;
    }
    return NONE;
}

void sg_mend_front_list(sg_doc *d, const sg_sent *s) {
    uint32_t root = s->root, comma = comma_behind_front(d, s), subject = NONE;
    bool is_passive = false;
    for (uint32_t c = d->toks[root].child; c != NONE && comma != NONE; c = d->toks[c].next) {
        is_passive |= d->toks[c].deprel == SG_DEP_AUX_PASS;
        if (sg_is_subject(&d->toks[c]) && subject == NONE) subject = c;
    }
    if (subject != NONE && (subject < comma || subject > root)) return;
    for (uint32_t i = subject == NONE ? comma + 1 : subject + 1; comma != NONE && i < root; i++) {
        const sg_tok *k = &d->toks[i];
        bool joined = k->deprel == SG_DEP_CONJ && k->head != NONE && k->head < comma && is_nominal(k);
        if (subject == NONE && (k->deprel == SG_DEP_CC || k->upos == SG_POS_PUNCT)) return;
        if (!joined) continue;
        if (subject != NONE) hang(d, i, subject, SG_DEP_CONJ);
        else hang(d, subject = i, root, is_passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    }
}

void sg_mend_not_only(sg_doc *d, const sg_sent *s) {
    uint32_t one = s->root, verb = NONE, two = NONE, but = NONE;
    bool only = s->count > 4 && (d->toks[s->first].bits & SG_FEAT_NEG) && d->toks[s->first].head == one;
    if (!only || !is_nominal(&d->toks[one]) || one < s->first + 2) return;
    for (uint32_t c = d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].upos == SG_POS_VERB && verb == NONE) verb = c;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_NSUBJ) two = c;
        if (d->toks[c].deprel == SG_DEP_CC && sg_eqz(d->toks[c].form, "but")) but = c;
    }
    if (two == NONE || but == NONE || two < but || but < one) return;
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, one, verb, SG_DEP_NSUBJ);
    hang(d, two, one, SG_DEP_CONJ);
    hang(d, but, two, SG_DEP_CC);
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].head == one && d->toks[i].upos == SG_POS_PUNCT && i > verb) d->toks[i].head = verb;
    d->sents[d->toks[verb].sent].root = verb;
}

void sg_mend_named_place(sg_doc *d, uint32_t name, uint32_t stop) {
    const sg_tok *n = &d->toks[name], *place = n - 2;
    if (n->upos != SG_POS_PROPN || n->deprel != SG_DEP_NSUBJ || place->upos != SG_POS_NOUN) return;
    if (place->deprel != SG_DEP_OBL || place->head != n->head || !is_comma(n - 1) || !is_comma(n + 1)) return;
    for (uint32_t i = name + 2; i < stop; i++)
        if (d->toks[i].head == n->head && d->toks[i].deprel == SG_DEP_NSUBJ) {
            hang(d, name, name - 2, SG_DEP_APPOS);
            return;
        }
}

/* "Lukashenko's premier steps down", "lets premier go": an adjective never hangs on a verb; one that is a word for an
 * office is who does it, where the verb has nobody. */
void sg_mend_premier(sg_doc *d, uint32_t t) {
    uint32_t verb = d->toks[t].head;
    if (d->toks[t].upos != SG_POS_ADJ || verb == NONE || verb < t || d->toks[verb].upos != SG_POS_VERB) return;
    if (!sg_is_office(d, t) || sg_has_subject(d, verb)) return;
    d->toks[t].upos = SG_POS_NOUN;
    d->toks[t].bits |= SG_FEAT_SING;
    for (uint32_t i = d->sents[d->toks[t].sent].first; i < t; i++) {
        uint8_t rel = d->toks[i].deprel;
        bool whose = rel == SG_DEP_DET || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND;
        if (d->toks[i].head == verb && whose) d->toks[i].head = t;
    }
    hang(d, t, verb, SG_DEP_NSUBJ);
}

void sg_mend_short_office(sg_doc *d, uint32_t t) {
    sg_tok *w = &d->toks[t];
    uint32_t verb = w->head;
    if (verb != t + 1 || d->toks[verb].upos != SG_POS_VERB || sg_has_subject(d, verb)) return;
    bool hour = t && w[-1].sent == w->sent && w[-1].upos == SG_POS_NUM;
    if (w->form.n > 3 || !sg_is_office(d, t) || hour) return;
    w->lemma = sg_dup(d->arena, w->form);
    hang(d, t, verb, SG_DEP_NSUBJ);
}

void sg_mend_it(sg_doc *d, uint32_t verb, uint32_t first) {
    static const char speech[] = "ask|demand|accuse|say|promise|agree|threaten|refuse|deny|announce";
    enum { REACH = 64 };
    uint32_t it = NONE;
    for (uint32_t i = verb - first > REACH ? verb - REACH : first; i < verb; i++) {
        if (d->toks[i].head != verb) continue;
        if (sg_is_subject(&d->toks[i]) || d->toks[i].deprel == SG_DEP_AUX_PASS) return;
        bool is_it = sg_eqz(d->toks[i].form, "It") || sg_eqz(d->toks[i].form, "it");
        if (d->toks[i].deprel == SG_DEP_EXPL && is_it) it = i;
    }
    if (it == NONE || (d->toks[verb].bits & SG_FEAT_INF)) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[POS], "v") && sg_list_has(speech, sg_str_of(rows.row[i]->cell[TYPE]))) {
            hang(d, it, verb, SG_DEP_NSUBJ);
            return;
        }
}

void sg_mend_nobody_decided(sg_doc *d, uint32_t verb) {
    static const char plans[] = "agree|intend|promise|hope|want";
    uint32_t it = NONE;
    bool clause = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool is_it = sg_eqz(k->form, "It") || sg_eqz(k->form, "it");
        if (k->deprel == SG_DEP_NSUBJ_PASS && is_it) it = c;
        if (k->deprel == SG_DEP_OBL_AGENT) return;
        clause |= (k->deprel == SG_DEP_XCOMP && (k->bits & SG_FEAT_INF)) || k->deprel == SG_DEP_CCOMP;
    }
    if (it == NONE || !clause) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL));
    bool plan = false;
    for (size_t i = 0; i < rows.count; i++) {
        if (strstr(rows.row[i]->cell[FLAGS], "obj")) return; /* "it was asked to leave" */
        plan |= sg_list_has(plans, sg_str_of(rows.row[i]->cell[TYPE]));
    }
    if (plan) hang(d, it, verb, SG_DEP_EXPL);
}

void sg_mend_it_gives(sg_doc *d, uint32_t verb) {
    uint32_t it = NONE;
    bool joy = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel == SG_DEP_NSUBJ && (sg_eqz(k->form, "It") || sg_eqz(k->form, "it"))) it = c;
        if (k->deprel != SG_DEP_OBJ || !sg_is_kind(d, sg_fold(d->arena, k->form, NULL), "said with")) continue;
        for (uint32_t g = k->child; g != NONE; g = d->toks[g].next)
            joy |= d->toks[g].deprel == SG_DEP_ACL && (d->toks[g].bits & SG_FEAT_INF);
        for (uint32_t g = d->toks[verb].child; g != NONE; g = d->toks[g].next)
            joy |= d->toks[g].deprel == SG_DEP_XCOMP && (d->toks[g].bits & SG_FEAT_INF);
    }
    if (it != NONE && joy) hang(d, it, verb, SG_DEP_EXPL);
}
