/* mend_phrase.c: see mend_in.h. Phrases, names and offices. */
#include "mend_in.h"

void sg_mend_verb(sg_doc *d, uint32_t verb) {
    char room[ROOM];
    sg_tok *v = &d->toks[verb], *noun = v + 1;
    bool below = v->head != NONE && (v->deprel == SG_DEP_XCOMP || v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_ADVCL);
    if (!below || !sg_is_noun_phrase(d, sg_phrase_at(d, verb, verb + 1, room))) return;
    uint32_t up = v->head;
    hang(d, verb + 1, up, d->toks[up].upos == SG_POS_VERB ? SG_DEP_OBJ : SG_DEP_NMOD);
    hang(d, verb, verb + 1, SG_DEP_COMPOUND);
    v->upos = SG_POS_NOUN;
    noun->upos = SG_POS_NOUN;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (c != verb + 1) d->toks[c].head = d->toks[c].deprel == SG_DEP_COMPOUND ? verb + 1 : up;
}

void sg_mend_not_so(sg_doc *d, uint32_t no) {
    sg_tok *n = &d->toks[no], *how = n + 1;
    bool negated = (n->bits & SG_FEAT_NEG) && n->upos != SG_POS_VERB && n->upos != SG_POS_AUX;
    if (!negated || (how->upos != SG_POS_ADJ && how->upos != SG_POS_VERB) || n->head != no + 1) return;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, how->form, NULL));
    const char *contrary = sg_kind_value(&w, "not so");
    if (!contrary) return;
    how->lemma = contrary, how->upos = SG_POS_ADJ;
    n->bits &= ~(uint32_t)SG_FEAT_NEG;
    n->lemma = "so";
    hang(d, no, no + 1, SG_DEP_DISCOURSE);
}

/* Does the verb deny or reject, by the tables, so that what follows is a claim and no clause? */
static bool is_denying(const sg_doc *d, const sg_tok *verb) {
    enum { OP = 2 };
    sg_str lemma = sg_fold(d->arena, sg_str_of(verb->lemma), NULL);
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, lemma);
    for (size_t i = 0; i < r.count; i++)
        if (r.row[i]->cell[POS][0] == 'v' && !strcmp(r.row[i]->cell[OP], "deny")) return true;
    r = sg_lexicon_find(d->lex, SG_T_ACTS, lemma);
    for (size_t i = 0; i < r.count; i++)
        if (r.row[i]->cell[POS][0] == 'v' && !strcmp(r.row[i]->cell[TYPE], "REJECT")) return true;
    return false;
}

void sg_mend_denier(sg_doc *d, uint32_t verb, uint32_t first) {
    const sg_tok *v = &d->toks[verb];
    uint32_t clause = v->head, noun = clause == NONE ? NONE : d->toks[clause].head;
    if (v->deprel != SG_DEP_CONJ || clause > verb || noun == NONE || noun > clause || sg_has_subject(d, verb)) return;
    if (d->toks[clause].deprel != SG_DEP_ACL && d->toks[clause].deprel != SG_DEP_CCOMP) return;
    uint32_t main = d->toks[noun].upos == SG_POS_VERB ? noun : d->toks[noun].head, and = verb;
    if (main == NONE || main > noun || d->toks[main].upos != SG_POS_VERB || !is_denying(d, &d->toks[main])) return;
    if (sg_is_saying(d, &d->toks[main])) return; /* "said that Peru has parted them, and backs one" */
    while (and > first + 1 && d->toks[and].upos != SG_POS_CCONJ && and + 3 > verb) and--;
    if (d->toks[and].upos != SG_POS_CCONJ || !is_comma(&d->toks[and - 1]) || !(d->toks[main].bits & SG_FEAT_FIN)) return;
    hang(d, verb, main, SG_DEP_CONJ);
    d->toks[and].head = verb;
}

void sg_mend_called_so(sg_doc *d, uint32_t t) {
    sg_tok *k = &d->toks[t];
    const sg_tok *object = &d->toks[t - 1];
    if (k->upos != SG_POS_ADV || k->deprel != SG_DEP_ADVMOD || k->head == NONE || k->head + 1 >= t) return;
    if (object->deprel != SG_DEP_OBJ || object->head != k->head || object->upos != SG_POS_NOUN) return;
    if (!sg_is_of_class(d, sg_fold(d->arena, k->form, NULL), "blame_word")) return;
    k->upos = SG_POS_ADJ;
    hang(d, t, k->head, SG_DEP_XCOMP);
}

void sg_mend_both_of(sg_doc *d, uint32_t both, const sg_sent *s) {
    uint32_t of = both + 1, stop = s->first + s->count;
    const sg_tok b = d->toks[both];
    bool told = b.upos != SG_POS_NUM && b.head != NONE && sg_is_kind(d, sg_fold(d->arena, b.form, NULL), "pair");
    if (!told || d->toks[of].deprel != SG_DEP_CASE || !sg_eqz(d->toks[of].form, "of")) return;
    uint32_t noun = d->toks[of].head;
    if (noun == NONE || d->toks[noun].head != both || d->toks[noun].upos != SG_POS_NOUN) return;
    if (!(d->toks[noun].bits & SG_FEAT_PLUR)) return;
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].head == both && i != noun) hang(d, i, noun, d->toks[i].deprel);
    hang(d, noun, b.head, b.deprel);
    hang(d, both, noun, SG_DEP_DET);
    d->toks[both].upos = SG_POS_DET;
    hang(d, of, both, SG_DEP_FIXED);
}

void sg_mend_month_aux(sg_doc *d, uint32_t may) {
    sg_tok *m = &d->toks[may], *in = &d->toks[may - 1];
    if (m->upos != SG_POS_AUX || m->deprel != SG_DEP_AUX || m->head == NONE || m->form.s[0] >= 'a') return;
    if (in->upos != SG_POS_ADP || !sg_is_kind(d, sg_fold(d->arena, m->form, NULL), "month")) return;
    m->upos = SG_POS_PROPN, m->bits = SG_FEAT_SING;
    hang(d, may, m->head, SG_DEP_OBL);
    hang(d, may - 1, may, SG_DEP_CASE);
}

void sg_mend_us(sg_doc *d, uint32_t us, const sg_sent *s) {
    sg_tok *u = &d->toks[us], *noun = u + 1;
    uint32_t verb = us - 1;
    const sg_tok *v = &d->toks[verb];
    bool caps = u->form.n == 2 && !memcmp(u->form.s, "US", 2) && v->form.s[v->form.n - 1] >= 'a'; /* "TELL US MORE" */
    if (!caps || v->upos != SG_POS_VERB || noun->head != verb) return;
    if (u->head == verb && noun->upos == SG_POS_NOUN && u->upos == SG_POS_PRON) { /* "supports US moves" */
        u->upos = SG_POS_PROPN, u->lemma = "US";
        hang(d, us, us + 1, SG_DEP_COMPOUND);
        return;
    }
    bool plural = noun->form.n > 2 && noun->form.s[noun->form.n - 1] == 's' && noun->upos == SG_POS_VERB;
    sg_str stem = sg_fold(d->arena, sg_str_of(noun->lemma), NULL);
    bool tells = plural && (sg_is_noun_phrase(d, stem) || sg_lexicon_find(d->lex, SG_T_OPERATORS, stem).count);
    if (!tells || !is_denying(d, v)) return;
    u->upos = SG_POS_PROPN, u->lemma = "US";
    noun->upos = SG_POS_NOUN, noun->bits = SG_FEAT_PLUR; /* "denies US claims that Chad hacked it" */
    for (uint32_t i = us + 2; i < s->first + s->count; i++)
        if (d->toks[i].head == us + 1 && d->toks[i].deprel == SG_DEP_CCOMP) hang(d, i, us + 1, SG_DEP_ACL);
    hang(d, us + 1, verb, SG_DEP_OBJ);
    hang(d, us, us + 1, SG_DEP_COMPOUND);
}

void sg_mend_joint(sg_doc *d, uint32_t first) {
    char room[ROOM];
    uint32_t last = first + 2;
    if (!is_outside(&d->toks[first], first, last) || !is_outside(&d->toks[last], first, last)) return;
    if (d->toks[first].head == NONE || d->toks[first].head != d->toks[last].head) return;
    if (!sg_lexicon_find(d->lex, SG_T_ROLES, sg_phrase_at(d, first, last, room)).count) return;
    hang(d, last, first, SG_DEP_FLAT);
    for (uint32_t c = d->toks[last].child; c != NONE; c = d->toks[c].next) d->toks[c].head = first;
}

void sg_mend_coupled(sg_doc *d, uint32_t and) {
    char room[ROOM];
    uint32_t one = and - 1, noun = and + 2;
    if (d->toks[noun].deprel != SG_DEP_CONJ || d->toks[noun].head != one || d->toks[one].head == NONE) return;
    if (!sg_lexicon_find(d->lex, SG_T_ROLES, sg_phrase_at(d, one, noun, room)).count) return;
    for (uint32_t c = d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == one && d->toks[c].deprel != SG_DEP_CC) d->toks[c].head = noun;
    hang(d, noun, d->toks[one].head, (sg_deprel)d->toks[one].deprel);
    hang(d, one, noun, SG_DEP_COMPOUND);
    hang(d, and + 1, one, SG_DEP_CONJ);
    d->toks[and].head = and + 1;
}

void sg_mend_name(sg_doc *d, uint32_t first) {
    const sg_tok *a = &d->toks[first];
    sg_tok *b = &d->toks[first + 1];
    bool one = a->upos == SG_POS_PROPN && b->upos == SG_POS_PROPN && a->head == b->head && a->deprel == b->deprel;
    bool whole =
        a->deprel == SG_DEP_OBJ || a->deprel == SG_DEP_NSUBJ || a->deprel == SG_DEP_NSUBJ_PASS || a->deprel == SG_DEP_OBL;
    if (!one || !whole || !a->space_after) return;
    hang(d, first + 1, first, SG_DEP_FLAT);
    for (uint32_t c = b->child; c != NONE; c = d->toks[c].next) /* Park Jin - woo */
        if (d->toks[c].deprel == SG_DEP_FLAT) d->toks[c].head = first;
    enum { REACH = 40 }; /* "New Zealand, Chad and Peru": joined to all of it; mended before, so no children yet */
    for (uint32_t c = first + 2; c < d->tok_count && c < first + REACH && d->toks[c].sent == b->sent; c++)
        if (d->toks[c].head == first + 1 && d->toks[c].deprel == SG_DEP_CONJ) d->toks[c].head = first;
    if (first + 3 < d->tok_count && is_hyphen(&b[1]) && b[2].head == first) b[1].head = first + 3;
}

/* The last word of the organisation's name that begins at `first` and has a verb's form in it; NONE where none does. */
static uint32_t body_with_verb(const sg_doc *d, uint32_t first, uint32_t stop) {
    enum { LONG = 5 };
    char room[ROOM];
    uint32_t last = NONE;
    bool verb = d->toks[first].upos == SG_POS_VERB;
    for (uint32_t i = first + 1; i < stop && i < first + LONG; i++) {
        verb |= d->toks[i].upos == SG_POS_VERB;
        if (!sg_is_capital(&d->toks[i]) || !verb) continue;
        sg_str name = sg_phrase_at(d, first, i, room);
        if (name.n && sg_lexicon_find(d->lex, SG_T_ORGS, name).count) last = i;
    }
    return last;
}

void sg_mend_verb_in_name(sg_doc *d, uint32_t first, uint32_t stop) {
    if (!sg_is_capital(&d->toks[first])) return;
    uint32_t last = body_with_verb(d, first, stop), verb = last == NONE ? NONE : last + 1, top = NONE;
    if (verb == NONE || verb >= stop || d->toks[verb].upos != SG_POS_VERB) return;
    for (uint32_t i = first; i <= last; i++)
        if (is_outside(&d->toks[i], first, verb)) top = i;
    bool within = d->toks[verb].head != NONE && d->toks[verb].head >= first && d->toks[verb].head <= last;
    uint32_t object = within || d->toks[verb].head == NONE ? NONE : d->toks[verb].head; /* "Watch [accused soldiers]" */
    if (top != NONE) {
        hang(d, verb, d->toks[top].head, (sg_deprel)d->toks[top].deprel);
        if (object != NONE && object > verb && d->toks[object].head >= first && d->toks[object].head <= last)
            hang(d, object, verb, SG_DEP_OBJ);
    }
    for (uint32_t i = d->sents[d->toks[first].sent].first; i < stop; i++)
        if ((i < first || i > verb) && d->toks[i].head != NONE && d->toks[i].head >= first && d->toks[i].head <= last)
            d->toks[i].head = verb;
    for (uint32_t i = first; i < last; i++) hang(d, i, last, SG_DEP_COMPOUND), d->toks[i].upos = SG_POS_PROPN;
    hang(d, last, verb, SG_DEP_NSUBJ);
    d->toks[last].upos = SG_POS_PROPN;
    d->toks[last].lemma = sg_dup(d->arena, d->toks[last].form);
}

void sg_mend_body(sg_doc *d, uint32_t body) {
    const sg_tok *t = &d->toks[body], *title = t + 1;
    uint32_t who = title->deprel == SG_DEP_NMOD_DESC ? title->head : NONE;
    if (t->head == NONE || who == NONE || who <= body || !sg_is_of_land_here(d, body)) return;
    if (d->toks[who].head != t->head || d->toks[who].deprel != t->deprel) return;
    hang(d, body, body + 1, SG_DEP_COMPOUND);
    d->toks[body].upos = SG_POS_PROPN;
}

void sg_mend_behind(sg_doc *d, uint32_t verb, uint32_t first) {
    uint32_t subject = NONE, other = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_NSUBJ && c < verb) subject = c;
        if (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_CCOMP) return;
    }
    for (uint32_t c = subject == NONE ? NONE : d->toks[subject].child; c != NONE; c = d->toks[c].next)
        if (c > verb && d->toks[c].deprel == SG_DEP_APPOS && is_nominal(&d->toks[c])) other = other == NONE ? c : first;
    if (other == NONE || other == first) return;
    for (uint32_t i = verb + 1; i < other; i++) /* "spoke, a man of few words" */
        if (d->toks[i].upos == SG_POS_PUNCT || d->toks[i].deprel == SG_DEP_CASE) return;
    hang(d, other, verb, SG_DEP_OBJ);
}

/* The word for the office of a name from which the parser tore it: "with Secretary of State Ana Quispe"; or NONE. */
static uint32_t torn_office(const sg_doc *d, uint32_t name) {
    enum { NEAR = 4 };
    const sg_tok *t = &d->toks[name];
    if (t->upos != SG_POS_PROPN || t->head == NONE) return NONE;
    if (t->deprel == SG_DEP_NMOD || t->deprel == SG_DEP_APPOS)
        return t->head < name && sg_is_office(d, t->head) ? t->head : NONE;
    for (uint32_t o = name - 1, i = 0; i < NEAR && o < name; i++, o--) {
        const sg_tok *k = &d->toks[o];
        if (k->upos == SG_POS_PROPN && k->head == t->head && k->deprel == t->deprel) return sg_is_office(d, o) ? o : NONE;
    }
    return NONE;
}

void sg_mend_second(sg_doc *d, uint32_t second) {
    enum { UP = 4 };
    sg_tok *t = &d->toks[second];
    if (t->deprel != SG_DEP_CONJ || t->head == NONE || t->head > second) return;
    const sg_tok *before = &d->toks[second - 2];
    if (is_hyphen(&d->toks[second - 1]) && !d->toks[second - 1].space_after && before->upos == SG_POS_PROPN) {
        hang(d, second, before->deprel == SG_DEP_FLAT ? before->head : second - 2, SG_DEP_FLAT); /* "Kim Ji-won" */
        return;
    }
    for (size_t i = 0; i < UP && d->toks[t->head].deprel == SG_DEP_FLAT; i++) t->head = d->toks[t->head].head;
    uint32_t first = t->head, office = torn_office(d, first);
    bool named = false;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next)
        named |= d->toks[c].deprel == SG_DEP_NMOD_DESC && sg_is_office(d, c);
    named |= t->upos == SG_POS_NOUN && sg_is_office(d, second); /* "Secretary of State Ana Quispe and diplomats" */
    if (!named || office == NONE) return;
    t->head = office;
    hang(d, first, office, SG_DEP_FLAT);
}

static bool has_preposition(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return true;
    return false;
}

/* The office in the singular whose holder's name this is: "the President of France Ana Quispe"; or NONE. */
static uint32_t office_of_name(const sg_doc *d, uint32_t name) {
    uint32_t up = d->toks[name].head;
    bool named = up != NONE && up < name && (d->toks[name].deprel == SG_DEP_APPOS || d->toks[name].deprel == SG_DEP_FLAT);
    return named && sg_is_office(d, up) && !(d->toks[up].bits & SG_FEAT_PLUR) ? up : NONE;
}

void sg_mend_titled(sg_doc *d, uint32_t t) {
    enum { REACH = 8 };
    sg_tok *k = &d->toks[t];
    uint32_t up = k->head, office = up == NONE ? NONE : office_of_name(d, up);
    if (k->upos != SG_POS_PROPN && k->upos != SG_POS_NOUN) return;
    bool peer = sg_is_kind(d, sg_fold(d->arena, k->form, NULL), "peer"); /* "and his Peruvian colleague" */
    if (k->deprel == SG_DEP_CONJ && office != NONE && (peer || sg_is_office(d, t))) {
        k->head = office;
        return;
    }
    bool apart = k->deprel == SG_DEP_CONJ || (k->deprel == SG_DEP_NMOD && !has_preposition(d, t));
    const sg_tok *before = &d->toks[t - 1];
    if (!apart || k->upos != SG_POS_PROPN || sg_is_office(d, t) || !is_nominal(before)) return;
    for (uint32_t o = t - 1, i = 0; i < REACH && o > d->sents[k->sent].first; i++, o--) { /* "of Chile Y" */
        if (d->toks[o].upos == SG_POS_CCONJ || d->toks[o].upos == SG_POS_PUNCT || d->toks[o].upos == SG_POS_VERB) return;
        if (!sg_is_office(d, o) || (d->toks[o].bits & SG_FEAT_PLUR) || o + 2 >= t || d->toks[t].head == o + 1) continue;
        if (sg_eqz(d->toks[o + 1].form, "of") && (k->deprel == SG_DEP_NMOD ? up == o : d->toks[o].deprel == SG_DEP_CONJ))
            hang(d, t, o, SG_DEP_APPOS);
        return;
    }
}

/* "Presidents", "Ministers", "foreign ministers", "the presidents": the office of several. */
static bool is_office_of_several(const sg_doc *d, uint32_t t) {
    enum { KIND = 4 };
    if (!(d->toks[t].bits & SG_FEAT_PLUR) || sg_is_weekday(d, t + 1)) return false; /* "met ministers Monday" */
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL);
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ROLES, lemma);
    return rows.count && !strcmp(rows.row[0]->cell[KIND], "person") && !strcmp(rows.row[0]->cell[1], "GOV");
}

/* A word of a person's name, or a hyphen within it: "Lee Jong-sup". */
static bool is_of_name(const sg_doc *d, uint32_t t, uint32_t first) {
    return d->toks[t].upos == SG_POS_PROPN || (t > first && is_hyphen(&d->toks[t]) && !d->toks[t].space_after);
}

void sg_mend_titles(sg_doc *d, uint32_t office, uint32_t stop) {
    enum { NAMES = 8 };
    const sg_tok *o = &d->toks[office];
    uint32_t first = office + 1, and = first;
    if (!is_office_of_several(d, office) || o->deprel == SG_DEP_NMOD_DESC) return;
    while (and < stop && and - first < NAMES && is_of_name(d, and, first) && !sg_is_of_land_here(d, and)) and++;
    bool pair = and > first && and + 1 < stop && d->toks[and].upos == SG_POS_CCONJ;
    if (!pair || d->toks[and + 1].upos != SG_POS_PROPN || sg_is_of_land_here(d, and + 1)) return;
    if (o->head != NONE && o->head > office && o->head <= and + 1) return;
    uint32_t second = sg_top_of(d, and + 1, and + 1, stop - 1);
    uint32_t up = o->head;
    sg_deprel rel = (sg_deprel)o->deprel;
    for (uint32_t c = o->child; c != NONE; c = d->toks[c].next) /* "by Presidents X and Y" */
        if (d->toks[c].deprel == SG_DEP_CASE && d->toks[c].head == office) d->toks[c].head = first;
    hang(d, first, up, rel);
    hang(d, office, first, SG_DEP_NMOD_DESC);
    for (uint32_t i = first + 1; i < and; i++) hang(d, i, first, SG_DEP_FLAT);
    if (second > and && d->toks[second].upos == SG_POS_PROPN) hang(d, second, first, SG_DEP_CONJ);
    hang(d, and, second, SG_DEP_CC);
}

void sg_mend_guest(sg_doc *d, uint32_t gerund, uint32_t stop) {
    sg_tok *g = &d->toks[gerund];
    uint32_t guest = NONE, before = NONE, up = g->head;
    bool office = false, clause = g->deprel == SG_DEP_XCOMP || g->deprel == SG_DEP_ADVCL || g->deprel == SG_DEP_ACL;
    if (!clause || up == NONE || up > gerund || !sg_is_kind(d, sg_fold(d->arena, g->form, NULL), "guest")) return;
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next) {
        if (c > gerund && d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].upos == SG_POS_PROPN && guest == NONE) guest = c;
        if (c < gerund) before = before == NONE && d->toks[c].deprel == SG_DEP_MARK ? c : stop;
    }
    if (guest == NONE || before == stop || (g->deprel != SG_DEP_XCOMP && before == NONE)) return;
    for (uint32_t c = d->toks[guest].child; c != NONE && c < guest; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NMOD_POSS) return;
        office |= d->toks[c].deprel == SG_DEP_NMOD_DESC && sg_is_office(d, c);
    }
    if (!office) return;
    bool noun = d->toks[up].upos != SG_POS_VERB;
    uint32_t verb = noun && d->toks[up].head != NONE ? d->toks[up].head : up; /* where and when they met */
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next)
        if (c > guest && d->toks[c].head == gerund) d->toks[c].head = verb;
    hang(d, guest, up, before == NONE ? SG_DEP_OBJ : noun ? SG_DEP_NMOD : SG_DEP_OBL);
    hang(d, gerund, guest, SG_DEP_AMOD);
    if (before != NONE) hang(d, before, guest, SG_DEP_CASE), d->toks[before].upos = SG_POS_ADP;
}

/* The name of which the word right before the comma is the last. */
static uint32_t name_before(const sg_doc *d, uint32_t comma) {
    uint32_t name = comma - 1;
    while (d->toks[name].deprel == SG_DEP_FLAT && d->toks[name].head != NONE && d->toks[name].head < name)
        name = d->toks[name].head;
    return d->toks[name].upos == SG_POS_PROPN && !sg_is_of_land_here(d, name) ? name : NONE;
}

void sg_mend_guest_behind(sg_doc *d, uint32_t gerund, uint32_t first) {
    const sg_tok *g = &d->toks[gerund];
    bool clause = g->deprel == SG_DEP_ACL || g->deprel == SG_DEP_ADVCL;
    if (!clause || gerund < first + 2 || !is_comma(g - 1) || !sg_is_kind(d, sg_fold(d->arena, g->form, NULL), "guest"))
        return;
    uint32_t name = name_before(d, gerund - 1), office = NONE;
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next)
        if (c > gerund && d->toks[c].deprel == SG_DEP_OBJ && office == NONE) office = c;
    if (name == NONE || office == NONE || !sg_is_office(d, office)) return;
    for (uint32_t i = gerund + 1; i < office; i++) /* "visiting the envoy of Peru" tells what he does */
        if (d->toks[i].deprel == SG_DEP_DET || d->toks[i].deprel == SG_DEP_NMOD_POSS) return;
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next)
        if (c > office) hang(d, c, office, d->toks[c].deprel == SG_DEP_OBL ? SG_DEP_NMOD : (sg_deprel)d->toks[c].deprel);
    hang(d, office, name, SG_DEP_APPOS);
    hang(d, gerund, office, SG_DEP_AMOD);
}

void sg_mend_guest_subject(sg_doc *d, uint32_t gerund) {
    sg_tok *g = &d->toks[gerund];
    uint32_t guest = NONE, up = g->head;
    bool passive = g->deprel == SG_DEP_CSUBJ_PASS, clause = passive || g->deprel == SG_DEP_CSUBJ;
    if (!clause && g->deprel != SG_DEP_ADVCL) return;
    sg_str word = sg_fold(d->arena, g->form, NULL);
    bool beside = sg_is_kind(d, word, "beside");
    if (!clause && !beside) return;
    if (up == NONE || up < gerund || d->toks[up].upos != SG_POS_VERB || !(beside || sg_is_kind(d, word, "guest"))) return;
    for (uint32_t i = gerund + 1; i < up; i++) {
        const sg_tok *t = &d->toks[i];
        bool object = t->head == gerund && t->deprel == SG_DEP_OBJ, subject = t->head == up && sg_is_subject(t);
        if ((object || subject) && guest != NONE) return; /* "neighbouring Chad and Niger, Libya asked" */
        if (object || subject) guest = i;
    }
    bool office = guest != NONE && (sg_is_office(d, guest) || (beside && sg_is_of_land_here(d, guest)));
    for (uint32_t c = guest == NONE ? NONE : d->toks[guest].child; c != NONE && c < guest; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NMOD_POSS) return;
        office |= d->toks[c].deprel == SG_DEP_NMOD_DESC && sg_is_office(d, c);
    }
    if (!office) return;
    hang(d, guest, up, passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next)
        if (c > guest && d->toks[c].head == gerund) d->toks[c].head = up;
    hang(d, gerund, guest, SG_DEP_AMOD);
}

void sg_mend_stricken(sg_doc *d, uint32_t done, uint32_t first) {
    sg_tok *v = &d->toks[done];
    uint32_t noun = done - 2, what = NONE, before = NONE;
    bool joint = done >= first + 3 && is_hyphen(v - 1) && !v[-1].space_after && !v[-2].space_after;
    bool past = (v->bits & SG_FEAT_PAST) || sg_eq(v->form, sg_str_of(v->lemma)); /* "hit" */
    if (!joint || !past || v->head == NONE || d->toks[noun].head != done || v->head > noun) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ && what == NONE && c > done) what = c;
        if (sg_is_subject(&d->toks[c]) || d->toks[c].deprel == SG_DEP_AUX) return;
    }
    if (what == NONE || !is_nominal(&d->toks[what])) return;
    for (uint32_t c = d->toks[noun].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && c < noun) before = c;
    bool noun_over = is_nominal(&d->toks[v->head]);
    hang(d, what, v->head, before == NONE ? SG_DEP_OBJ : noun_over ? SG_DEP_NMOD : SG_DEP_OBL);
    if (before != NONE) d->toks[before].head = what;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (c > what && d->toks[c].head == done) d->toks[c].head = d->toks[what].head;
    hang(d, done, what, SG_DEP_AMOD);
}

void sg_mend_list(sg_doc *d, uint32_t t) {
    enum { LONG = 12 };
    for (size_t i = 0; i < LONG; i++) {
        uint32_t up = d->toks[t].head, top = up == NONE ? NONE : d->toks[up].head;
        if (top == NONE || top > up || up > t || d->toks[up].deprel != SG_DEP_CONJ) return;
        if (d->toks[t].upos != SG_POS_PROPN || !is_nominal(&d->toks[up]) || !is_nominal(&d->toks[top])) return;
        d->toks[t].head = top;
    }
}

void sg_mend_next_titled(sg_doc *d, uint32_t t) {
    uint32_t one = d->toks[t].head;
    if (one == NONE || one + 1 >= t || d->toks[t].upos != SG_POS_PROPN || d->toks[one].upos != SG_POS_PROPN) return;
    uint32_t over = d->toks[one].head;
    if (over != NONE && over > one && over < t) return;               /* a verb parts them */
    bool torn = d->toks[t - 1].head == one && sg_is_office(d, t - 1); /* the second's title, hung on the first */
    if (torn) hang(d, t - 1, t, SG_DEP_NMOD_DESC);
    if (sg_has_title(d, one) && (torn || sg_has_title(d, t))) hang(d, t, one, SG_DEP_CONJ);
}

static bool is_noun_below(const sg_tok *t, sg_upos pos, uint32_t head) {
    return t->upos == pos && t->head == head && (t->deprel == SG_DEP_NMOD || t->deprel == SG_DEP_OBL);
}

void sg_mend_named(sg_doc *d, uint32_t noun) {
    uint32_t name = noun + 1, head = d->toks[noun].head, before = NONE;
    if (head == NONE || !is_noun_below(&d->toks[noun], SG_POS_NOUN, head)) return;
    if (!is_noun_below(&d->toks[name], SG_POS_PROPN, head)) return;
    for (uint32_t c = d->toks[noun].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return;
    for (uint32_t c = d->toks[name].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && c < noun) before = c;
    if (before == NONE) return;
    d->toks[before].head = noun;
    d->toks[noun].deprel = d->toks[name].deprel;
    hang(d, name, noun, SG_DEP_APPOS);
}

void sg_mend_epithet(sg_doc *d, uint32_t noun, uint32_t stop) {
    enum { CLASS = 1 };
    sg_tok *t = &d->toks[noun], *name = t + 1;
    bool small = t->form.n && t->form.s[0] >= 'a' && t->form.s[0] <= 'z';
    if (!small || !is_nominal(t) || name->head != noun || name->deprel != SG_DEP_FLAT || name->upos != SG_POS_PROPN) return;
    if (!sg_is_capital(name) || sg_is_office(d, noun)) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_NOUNS, sg_fold(d->arena, t->form, NULL));
    if (!rows.count || strcmp(rows.row[0]->cell[CLASS], "person") != 0) return;
    uint32_t first = d->sents[t->sent].first;
    for (uint32_t i = first; i < stop; i++)
        if (d->toks[i].head == noun && i != noun + 1) d->toks[i].head = noun + 1;
    hang(d, noun + 1, t->head, (sg_deprel)t->deprel);
    hang(d, noun, noun + 1, SG_DEP_NMOD_DESC);
    t->upos = SG_POS_NOUN;
}

void sg_mend_wing(sg_doc *d, uint32_t first) {
    enum { OPEN = 1, WING, CLOSE, NOUN };
    sg_tok *t = &d->toks[first], *noun = t + NOUN;
    bool open = sg_eqz(t[OPEN].form, "(") && t[OPEN].start == t->end && sg_eqz(t[CLOSE].form, ")");
    if (!open || !sg_is_capital(t) || !sg_is_capital(&t[WING]) || noun->upos != SG_POS_NOUN) return;
    uint32_t top = sg_top_of(d, first, first, first + CLOSE);
    if (!is_outside(noun, first, first + CLOSE) || d->toks[top].head == NONE)
        hang(d, first + NOUN, d->toks[top].head, (sg_deprel)d->toks[top].deprel);
    const sg_sent *s = &d->sents[t->sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++) { /* what hung on the name before it, its article too */
        bool apart = i < first || i > first + NOUN;
        if (apart && !is_outside(&d->toks[i], first, first + CLOSE)) d->toks[i].head = first + NOUN;
    }
    hang(d, first, first + NOUN, SG_DEP_COMPOUND);
    hang(d, first + WING, first, SG_DEP_FLAT);
    hang(d, first + OPEN, first + WING, SG_DEP_PUNCT);
    hang(d, first + CLOSE, first + WING, SG_DEP_PUNCT);
}

/* "Did the same hours later": it is not the hours that are the same. */
void sg_mend_same(sg_doc *d, uint32_t t, uint32_t stop) {
    if (t < 2 || t + 2 >= stop || d->toks[t].deprel != SG_DEP_AMOD || d->toks[t].head != t + 1) return;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, NULL));
    sg_looked later = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t + 2].form, NULL));
    const char *does = sg_kind_value(&w, "the same");
    if (!does || !sg_kind_value(&later, "after") || d->toks[t + 1].upos != SG_POS_NOUN) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[t - 2].lemma), NULL);
    if (d->toks[t - 1].upos != SG_POS_DET || d->toks[t - 2].upos != SG_POS_VERB || !sg_list_has(does, lemma)) return;
    hang(d, t, t - 2, SG_DEP_OBJ);
    hang(d, t - 1, t, SG_DEP_DET);
    if (d->toks[t + 1].deprel == SG_DEP_OBJ)
        hang(d, t + 1, t + 2, SG_DEP_OBL_UNMARKED), hang(d, t + 2, t - 2, SG_DEP_ADVMOD);
}

void sg_mend_small(sg_doc *d, uint32_t t, uint32_t first, uint32_t stop) {
    enum { SHORTEST = 4 }; /* "van", "bin" */
    sg_tok *w = &d->toks[t];
    bool small = w->form.n >= SHORTEST && w->form.s[0] >= 'a' && w->form.s[0] <= 'z';
    if (!small || w->upos != SG_POS_PROPN || w->deprel != SG_DEP_FLAT) return;
    bool men = w->form.n > 3 && !memcmp(w->form.s + w->form.n - 3, "men", 3);
    if (!men && w->form.s[w->form.n - 1] != 's') return;
    uint32_t name = w->head;
    bool goes_on = t + 1 < stop && w[1].head == name && w[1].deprel == SG_DEP_FLAT;
    if (name == NONE || name >= t || name < first || goes_on) return;
    for (uint32_t i = first; i < stop; i++)
        if (i != t && d->toks[i].head == name && d->toks[i].deprel != SG_DEP_FLAT) d->toks[i].head = t;
    hang(d, t, d->toks[name].head, (sg_deprel)d->toks[name].deprel);
    hang(d, name, t, SG_DEP_COMPOUND);
    w->upos = SG_POS_NOUN;
    w->bits = (w->bits | SG_FEAT_PLUR) & ~(uint32_t)SG_FEAT_SING;
}

/* The word that an article makes people is no verb, and has neither a subject nor an auxiliary of its own. */
static bool is_told_as_verb(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS) return true;
    }
    return false;
}

void sg_mend_people(sg_doc *d, uint32_t t) {
    enum { CLASS = 1 };
    sg_tok *w = &d->toks[t];
    const sg_tok *article = w - 1;
    bool caps, small = w->form.n && w->form.s[0] >= 'a' && w->form.s[0] <= 'z';
    bool whole = small && article->head == t && article->deprel == SG_DEP_DET;
    if (!whole || !sg_is_kind(d, sg_fold(d->arena, article->form, &caps), "the") || is_told_as_verb(d, t)) return;
    sg_str form = sg_fold(d->arena, w->form, &caps);
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_NOUNS, form);
    if (!rows.count || strcmp(rows.row[0]->cell[CLASS], "people") != 0) return;
    w->upos = SG_POS_NOUN;
    w->lemma = sg_dup(d->arena, form);
    w->bits = (w->bits | SG_FEAT_PLUR) & ~(uint32_t)(SG_FEAT_SING | SG_FEAT_PART | SG_FEAT_PAST | SG_FEAT_FIN);
}

/* The word for persons of which a verb's form could be the plural: suspects, guards. */
static sg_str person_of(sg_doc *d, const sg_tok *w) {
    enum { CLASS = 1 };
    sg_str form = sg_fold(d->arena, w->form, NULL);
    if (form.n < 3 || form.s[form.n - 1] != 's') return (sg_str){0};
    sg_str one = {form.s, form.n - 1};
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_NOUNS, one);
    return rows.count && !strcmp(rows.row[0]->cell[CLASS], "person") ? one : (sg_str){0};
}

/* Does the number tell of one alone? */
static bool is_one(const sg_doc *d, uint32_t number) {
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[number].form, NULL));
    const char *value = sg_kind_value(&w, "number");
    return value && !strcmp(value, "1");
}

void sg_mend_counted_people(sg_doc *d, uint32_t t, uint32_t first) {
    enum { NAME = 6 }; /* words between number and noun, with their hyphens */
    sg_tok *w = &d->toks[t];
    uint32_t verb = w->head, number = t;
    bool torn = w->deprel == SG_DEP_XCOMP || w->deprel == SG_DEP_CCOMP || w->deprel == SG_DEP_PARATAXIS;
    sg_str one = person_of(d, w);
    if (!torn || !one.n || verb == NONE || verb > t || d->toks[verb].upos != SG_POS_VERB) return;
    while (number > first && number + NAME > t && d->toks[number].upos != SG_POS_NUM && number > verb) number--;
    if (d->toks[number].upos != SG_POS_NUM || number <= verb || is_one(d, number)) return;
    for (uint32_t i = number + 1; i < t; i++) {
        const sg_tok *k = &d->toks[i];
        bool of_name = k->upos == SG_POS_PROPN || k->upos == SG_POS_ADJ || k->upos == SG_POS_NOUN || is_hyphen(k);
        if (!of_name || k->head < number || k->head > t) return;
    }
    for (uint32_t i = number; i < d->tok_count && d->toks[i].sent == w->sent; i++) {
        if (d->toks[i].head != t) continue;
        if (i > t) d->toks[i].head = verb;
        else if (d->toks[i].deprel == SG_DEP_NSUBJ) d->toks[i].deprel = SG_DEP_COMPOUND;
    }
    hang(d, number, t, SG_DEP_NUMMOD);
    hang(d, t, verb, SG_DEP_OBJ);
    w->upos = SG_POS_NOUN;
    w->lemma = sg_dup(d->arena, one);
    w->bits = (w->bits | SG_FEAT_PLUR) & ~(uint32_t)(SG_FEAT_SING | SG_FEAT_PAST | SG_FEAT_FIN);
}

void sg_mend_plural(sg_doc *d, sg_tok *noun) {
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, noun->form, NULL));
    const char *one = sg_kind_value(&w, "plural of");
    if (one) noun->lemma = sg_dup(d->arena, sg_str_of(one));
}

void sg_mend_mine(sg_doc *d, uint32_t t) {
    sg_tok *w = &d->toks[t];
    sg_str form = sg_fold(d->arena, w->form, NULL);
    if (!sg_is_kind(d, form, "owned or noun")) return;
    for (uint32_t c = w->child; c != NONE && c < t; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool noun = rel == SG_DEP_DET || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NUMMOD;
        if (!noun) continue;
        w->upos = SG_POS_NOUN;
        w->lemma = sg_dup(d->arena, form);
        w->bits = SG_FEAT_SING;
        return;
    }
}

void sg_mend_common(sg_doc *d, uint32_t t) {
    enum { CLASS = 1 };
    sg_tok *k = &d->toks[t];
    bool small = k->form.n && k->form.s[0] >= 'a' && k->form.s[0] <= 'z';
    if (!small || k->upos != SG_POS_PROPN || k->deprel == SG_DEP_FLAT || k->deprel == SG_DEP_COMPOUND) return;
    bool beside = false; /* an article, an owner or the like, and no name behind it */
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_FLAT || (rel == SG_DEP_APPOS && c == t + 1)) return;
        beside |= rel == SG_DEP_DET || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_AMOD || rel == SG_DEP_NUMMOD;
    }
    sg_rows noun = {0};
    if (beside) noun = sg_lexicon_find(d->lex, SG_T_NOUNS, sg_fold(d->arena, sg_str_of(k->lemma), NULL));
    bool person = noun.count && !strcmp(noun.row[0]->cell[CLASS], "person"); /* "the emir" stands for his name */
    if (noun.count && !person) k->upos = SG_POS_NOUN;
}
