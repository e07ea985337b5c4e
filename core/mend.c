/* mend.c: see mend.h. */
#include "mend.h"

#include "parse.h"

enum { ROOM = 256, ROW = 12, POS = 1, TYPE = 2, FLAGS = 4, RECIPIENT = 7 };

static bool is_kind(const sg_doc *d, sg_str word, const char *kind) {
    sg_looked w = sg_lexicon_look(d->lex, word);
    return sg_kind_value(&w, kind) != NULL;
}

static bool is_nominal(const sg_tok *t) {
    return t->upos == SG_POS_NOUN || t->upos == SG_POS_PROPN;
}

static bool is_outside(const sg_tok *t, uint32_t first, uint32_t last) {
    return t->head == NONE || t->head < first || t->head > last;
}

static bool is_any_subject(const sg_tok *t) {
    return t->deprel == SG_DEP_NSUBJ || t->deprel == SG_DEP_NSUBJ_PASS;
}

static bool is_hyphen(const sg_tok *t) {
    return t->form.n == 1 && t->form.s[0] == '-';
}

static void hang(sg_doc *d, uint32_t t, uint32_t head, sg_deprel rel) {
    d->toks[t].head = head;
    d->toks[t].deprel = (uint8_t)rel;
    d->toks[t].label = sg_deprel_name(rel);
}

/* The words in normal form, joined by blanks; empty where there is no room. */
static sg_str phrase_of(const sg_doc *d, uint32_t first, uint32_t last, char *room) {
    size_t n = 0;
    bool caps;
    for (uint32_t i = first; i <= last; i++) {
        if (!sg_key_add(room, ROOM, &n, sg_fold(d->arena, d->toks[i].form, &caps))) return (sg_str){room, 0};
    }
    return (sg_str){room, n};
}

static bool is_noun_of_act(const sg_doc *d, sg_str phrase) {
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, phrase);
    for (size_t i = 0; i < acts.count; i++)
        if (strcmp(acts.row[i]->cell[POS], "n") == 0) return true;
    return false;
}

static bool is_noun_phrase(const sg_doc *d, sg_str phrase) {
    return is_noun_of_act(d, phrase) || sg_lexicon_find(d->lex, SG_T_CLASSES, phrase).count > 0;
}

/* ---- phrases ---- */

/* "fired tear gas at": the verb that is none becomes a part of its noun, which takes its place and what it held. */
static void mend_verb(sg_doc *d, uint32_t verb) {
    char room[ROOM];
    sg_tok *v = &d->toks[verb], *noun = v + 1;
    bool below = v->head != NONE && (v->deprel == SG_DEP_XCOMP || v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_ADVCL);
    if (!below || !is_noun_phrase(d, phrase_of(d, verb, verb + 1, room))) return;
    uint32_t up = v->head;
    hang(d, verb + 1, up, d->toks[up].upos == SG_POS_VERB ? SG_DEP_OBJ : SG_DEP_NMOD);
    hang(d, verb, verb + 1, SG_DEP_COMPOUND);
    v->upos = SG_POS_NOUN;
    noun->upos = SG_POS_NOUN;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (c != verb + 1) d->toks[c].head = d->toks[c].deprel == SG_DEP_COMPOUND ? verb + 1 : up;
}

/* "secretary-general": an office of two halves that both hang outside hangs by its first. */
static void mend_joint(sg_doc *d, uint32_t first) {
    char room[ROOM];
    uint32_t last = first + 2;
    if (!is_outside(&d->toks[first], first, last) || !is_outside(&d->toks[last], first, last)) return;
    if (d->toks[first].head == NONE || d->toks[first].head != d->toks[last].head) return;
    if (!sg_lexicon_find(d->lex, SG_T_ROLES, phrase_of(d, first, last, room)).count) return;
    hang(d, last, first, SG_DEP_FLAT);
    for (uint32_t c = d->toks[last].child; c != NONE; c = d->toks[c].next) d->toks[c].head = first;
}

/* "criticised Theresa May": names side by side that hang on one word in one way are one name. */
static void mend_name(sg_doc *d, uint32_t first) {
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

static bool is_of_land(const sg_doc *d, uint32_t t);
static bool is_of_class(const sg_doc *d, sg_str word, const char *class);

/* "met U.N. Secretary-General Ana Quispe": the body right before its officer's title is part of it, and no party. */
static void mend_body(sg_doc *d, uint32_t body) {
    const sg_tok *t = &d->toks[body], *title = t + 1;
    uint32_t who = title->deprel == SG_DEP_NMOD_DESC ? title->head : NONE;
    if (t->head == NONE || who == NONE || who <= body || !is_of_land(d, body)) return;
    if (d->toks[who].head != t->head || d->toks[who].deprel != t->deprel) return;
    hang(d, body, body + 1, SG_DEP_COMPOUND);
    d->toks[body].upos = SG_POS_PROPN;
}

/* Does the table of roles have the word as a person's: "premier", "general"? */
static bool is_office(const sg_doc *d, uint32_t t) {
    enum { KIND = 4 };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, d->toks[t].form, NULL));
    return r.count && !strcmp(r.row[0]->cell[KIND], "person");
}

/* "Chancellor X telephoned President Y": who stands behind the verb is no second name of who stands before it. */
static void mend_behind(sg_doc *d, uint32_t verb, uint32_t first) {
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
        return t->head < name && is_office(d, t->head) ? t->head : NONE;
    for (uint32_t o = name - 1, i = 0; i < NEAR && o < name; i++, o--) {
        const sg_tok *k = &d->toks[o];
        if (k->upos == SG_POS_PROPN && k->head == t->head && k->deprel == t->deprel) return is_office(d, o) ? o : NONE;
    }
    return NONE;
}

/* "with Ana Quispe and Ivo Kovac": who is joined to a name is joined to all of it, and not to its last half; nor to a name
 * alone that was torn from its office. */
static void mend_second(sg_doc *d, uint32_t second) {
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
        named |= d->toks[c].deprel == SG_DEP_NMOD_DESC && is_office(d, c);
    named |= t->upos == SG_POS_NOUN && is_office(d, second); /* "Secretary of State Ana Quispe and diplomats" */
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
    return named && is_office(d, up) && !(d->toks[up].bits & SG_FEAT_PLUR) ? up : NONE;
}

/* "met the President of Peru X and the Chancellor of Chile Y": an office that is joined to a name is joined to the office
 * whose name that is, and Y is its holder. */
static void mend_titled(sg_doc *d, uint32_t t) {
    enum { REACH = 8 };
    sg_tok *k = &d->toks[t];
    uint32_t up = k->head, office = up == NONE ? NONE : office_of_name(d, up);
    if (k->upos != SG_POS_PROPN && k->upos != SG_POS_NOUN) return;
    bool peer = is_kind(d, sg_fold(d->arena, k->form, NULL), "peer"); /* "and his Peruvian colleague" */
    if (k->deprel == SG_DEP_CONJ && office != NONE && (peer || is_office(d, t))) {
        k->head = office;
        return;
    }
    bool apart = k->deprel == SG_DEP_CONJ || (k->deprel == SG_DEP_NMOD && !has_preposition(d, t));
    const sg_tok *before = &d->toks[t - 1];
    if (!apart || k->upos != SG_POS_PROPN || is_office(d, t) || !is_nominal(before)) return;
    for (uint32_t o = t - 1, i = 0; i < REACH && o > d->sents[k->sent].first; i++, o--) { /* "of Chile Y" */
        if (d->toks[o].upos == SG_POS_CCONJ || d->toks[o].upos == SG_POS_PUNCT || d->toks[o].upos == SG_POS_VERB) return;
        if (!is_office(d, o) || (d->toks[o].bits & SG_FEAT_PLUR) || o + 2 >= t || d->toks[t].head == o + 1) continue;
        if (sg_eqz(d->toks[o + 1].form, "of") && (k->deprel == SG_DEP_NMOD ? up == o : d->toks[o].deprel == SG_DEP_CONJ))
            hang(d, t, o, SG_DEP_APPOS);
        return;
    }
}

/* "expelled visiting Chilean minister X", "talks with visiting Foreign Minister X": who is called so without an article
 * is on a visit, and nobody visits him. */
static void mend_guest(sg_doc *d, uint32_t gerund, uint32_t stop) {
    sg_tok *g = &d->toks[gerund];
    uint32_t guest = NONE, before = NONE, up = g->head;
    bool office = false, clause = g->deprel == SG_DEP_XCOMP || g->deprel == SG_DEP_ADVCL || g->deprel == SG_DEP_ACL;
    if (!clause || up == NONE || up > gerund || !is_kind(d, sg_fold(d->arena, g->form, NULL), "guest")) return;
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next) {
        if (c > gerund && d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].upos == SG_POS_PROPN && guest == NONE) guest = c;
        if (c < gerund) before = before == NONE && d->toks[c].deprel == SG_DEP_MARK ? c : stop;
    }
    if (guest == NONE || before == stop || (g->deprel != SG_DEP_XCOMP && before == NONE)) return;
    for (uint32_t c = d->toks[guest].child; c != NONE && c < guest; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NMOD_POSS) return;
        office |= d->toks[c].deprel == SG_DEP_NMOD_DESC && is_office(d, c);
    }
    if (!office) return;
    bool noun = d->toks[up].upos != SG_POS_VERB;
    hang(d, guest, up, before == NONE ? SG_DEP_OBJ : noun ? SG_DEP_NMOD : SG_DEP_OBL);
    hang(d, gerund, guest, SG_DEP_AMOD);
    if (before != NONE) hang(d, before, guest, SG_DEP_CASE), d->toks[before].upos = SG_POS_ADP;
}

/* "Visiting Chilean Premier X met Y", "Acting President X resigned", "neighbouring Chad protested": the same as the
 * subject, which the parser took for a clause. */
static void mend_guest_subject(sg_doc *d, uint32_t gerund) {
    sg_tok *g = &d->toks[gerund];
    uint32_t guest = NONE, up = g->head;
    sg_str word = sg_fold(d->arena, g->form, NULL);
    bool passive = g->deprel == SG_DEP_CSUBJ_PASS, clause = passive || g->deprel == SG_DEP_CSUBJ;
    bool beside = is_kind(d, word, "beside");
    if (!clause && !(beside && g->deprel == SG_DEP_ADVCL)) return;
    if (up == NONE || up < gerund || d->toks[up].upos != SG_POS_VERB || !(beside || is_kind(d, word, "guest"))) return;
    for (uint32_t i = gerund + 1; i < up; i++) {
        const sg_tok *t = &d->toks[i];
        bool object = t->head == gerund && t->deprel == SG_DEP_OBJ, subject = t->head == up && is_any_subject(t);
        if ((object || subject) && guest != NONE) return; /* "neighbouring Chad and Niger, Libya asked" */
        if (object || subject) guest = i;
    }
    bool office = guest != NONE && (is_office(d, guest) || (beside && is_of_land(d, guest)));
    for (uint32_t c = guest == NONE ? NONE : d->toks[guest].child; c != NONE && c < guest; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NMOD_POSS) return;
        office |= d->toks[c].deprel == SG_DEP_NMOD_DESC && is_office(d, c);
    }
    if (!office) return;
    hang(d, guest, up, passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    for (uint32_t c = g->child; c != NONE; c = d->toks[c].next)
        if (c > guest && d->toks[c].head == gerund) d->toks[c].head = up;
    hang(d, gerund, guest, SG_DEP_AMOD);
}

/* "sent a plane to flood-hit Chad": a participle behind a noun and a hyphen tells of what kind the next word is, and what
 * the parser hung on the noun belongs to that. */
static void mend_stricken(sg_doc *d, uint32_t done, uint32_t first) {
    sg_tok *v = &d->toks[done];
    uint32_t noun = done - 2, what = NONE, before = NONE;
    bool joint = done >= first + 3 && is_hyphen(v - 1) && !v[-1].space_after && !v[-2].space_after;
    bool past = (v->bits & SG_FEAT_PAST) || sg_eq(v->form, sg_str_of(v->lemma)); /* "hit" */
    if (!joint || !past || v->head == NONE || d->toks[noun].head != done || v->head > noun) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ && what == NONE && c > done) what = c;
        if (is_any_subject(&d->toks[c]) || d->toks[c].deprel == SG_DEP_AUX) return;
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

/* "the League (AL), the UN, NATO and Chad": all of a list are joined to its first. */
static void mend_list(sg_doc *d, uint32_t t) {
    enum { LONG = 12 };
    for (size_t i = 0; i < LONG; i++) {
        uint32_t up = d->toks[t].head, top = up == NONE ? NONE : d->toks[up].head;
        if (top == NONE || top > up || up > t || d->toks[up].deprel != SG_DEP_CONJ) return;
        if (d->toks[t].upos != SG_POS_PROPN || !is_nominal(&d->toks[up]) || !is_nominal(&d->toks[top])) return;
        d->toks[t].head = top;
    }
}

static bool has_title(const sg_doc *d, uint32_t name) {
    for (uint32_t c = d->toks[name].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == name && d->toks[c].deprel == SG_DEP_NMOD_DESC && is_office(d, c)) return true;
    return false;
}

/* "President X, Prime Minister Y and Chancellor Z": who has a title of his own is another one, and does not explain the
 * first. */
static void mend_next_titled(sg_doc *d, uint32_t t) {
    uint32_t one = d->toks[t].head;
    if (one == NONE || one + 1 >= t || d->toks[t].upos != SG_POS_PROPN || d->toks[one].upos != SG_POS_PROPN) return;
    uint32_t over = d->toks[one].head;
    if (over != NONE && over > one && over < t) return; /* a verb parts them */
    bool torn = d->toks[t - 1].head == one && is_office(d, t - 1); /* the second's title, hung on the first */
    if (torn) hang(d, t - 1, t, SG_DEP_NMOD_DESC);
    if (has_title(d, one) && (torn || has_title(d, t))) hang(d, t, one, SG_DEP_CONJ);
}

static bool is_noun_below(const sg_tok *t, sg_upos pos, uint32_t head) {
    return t->upos == pos && t->head == head && (t->deprel == SG_DEP_NMOD || t->deprel == SG_DEP_OBL);
}

/* "an inquiry into the firm Huawei": a noun and the name behind it, read as two phrases, of which the name got the
 * preposition before both: the name says who the noun is. */
static void mend_named(sg_doc *d, uint32_t noun) {
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

/* "condemned traitor Ana Quispe": what somebody is called in small letters is no first word of the name. */
static void mend_epithet(sg_doc *d, uint32_t noun, uint32_t stop) {
    enum { CLASS = 1 };
    sg_tok *t = &d->toks[noun], *name = t + 1;
    bool small = t->form.n && t->form.s[0] >= 'a' && t->form.s[0] <= 'z';
    if (!small || !is_nominal(t) || name->head != noun || name->deprel != SG_DEP_FLAT || name->upos != SG_POS_PROPN) return;
    if (!sg_is_capital(name) || is_office(d, noun)) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_NOUNS, sg_fold(d->arena, t->form, NULL));
    if (!rows.count || strcmp(rows.row[0]->cell[CLASS], "person") != 0) return;
    uint32_t first = d->sents[t->sent].first;
    for (uint32_t i = first; i < stop; i++)
        if (d->toks[i].head == noun && i != noun + 1) d->toks[i].head = noun + 1;
    hang(d, noun + 1, t->head, (sg_deprel)t->deprel);
    hang(d, noun, noun + 1, SG_DEP_NMOD_DESC);
    t->upos = SG_POS_NOUN;
}

/* ---- lemmas ---- */

static bool is_known_verb(const sg_doc *d, sg_str lemma) {
    static const sg_table_id tables[] = {SG_T_ACTS, SG_T_OPERATORS};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        sg_rows rows = sg_lexicon_find(d->lex, tables[t], lemma);
        for (size_t i = 0; i < rows.count; i++)
            if (strcmp(rows.row[i]->cell[POS], "v") == 0) return true;
    }
    return false;
}

static bool ends_in(sg_str low, const char *ending, size_t least) {
    size_t n = strlen(ending);
    return low.n >= least && low.n > n && memcmp(low.s + low.n - n, ending, n) == 0;
}

/* The verb of the tables that such a past, gerund or present can be of: what is left without its ending, with an e, or
 * with one letter instead of two; nothing: none. */
static sg_str verb_of_form(const sg_doc *d, sg_str low) {
    size_t off = ends_in(low, "ing", 6) ? 3 : ends_in(low, "ed", 5) || ends_in(low, "es", 5) ? 2 : ends_in(low, "s", 4) ? 1 : 0;
    if (!off) return (sg_str){NULL, 0};
    sg_str stem = {low.s, low.n - off};
    char last = stem.s[stem.n - 1];
    sg_str tries[] = {stem, sg_str_of(sg_printf(d->arena, "%.*se", (int)stem.n, stem.s)), {stem.s, stem.n - 1}};
    if (off == 2 && last == 'i') tries[2] = sg_str_of(sg_printf(d->arena, "%.*sy", (int)stem.n - 1, stem.s)); /* "levied" */
    else if (last != stem.s[stem.n - 2]) tries[2].n = 0;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (tries[i].n && is_known_verb(d, tries[i])) return tries[i];
    return (sg_str){NULL, 0};
}

/* "severed", "strafed", "interrogating": rare verbs whose lemma the model's endings miss, by the verbs that the tables
 * know. */
static void mend_lemma(sg_doc *d, sg_tok *v) {
    bool caps;
    sg_str lemma = sg_fold(d->arena, sg_str_of(v->lemma), &caps), low = sg_fold(d->arena, v->form, &caps);
    if (is_known_verb(d, lemma)) return;
    sg_looked w = sg_lexicon_look(d->lex, low);
    const char *past = sg_kind_value(&w, "past of");
    sg_str verb = past ? sg_str_of(past) : verb_of_form(d, low);
    if (verb.n) v->lemma = sg_dup(d->arena, verb);
}

/* ---- verbs and their objects ---- */

/* Is the verb's deed done to somebody, by the tables? */
static bool is_done_to(const sg_doc *d, const sg_tok *v) {
    bool caps;
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, sg_fold(d->arena, sg_str_of(v->lemma), &caps));
    for (size_t i = 0; i < acts.count; i++)
        if (sg_list_has("ASSAULT|COERCE|ACCUSE|SANCTION|SUPPORT", sg_str_of(acts.row[i]->cell[TYPE]))) return true;
    return false;
}

/* A verb that asks somebody, by the tables: "told to go". */
static bool asks_object(const sg_doc *d, const sg_tok *v) {
    enum { OP = 2, OP_FLAGS = 4 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(v->lemma), &caps));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[OP], "ask") && strstr(rows.row[i]->cell[OP_FLAGS], "to:obj")) return true;
    return false;
}

/* "Japan Accused of Hiding Its Crimes", "Peru Urged to Stop Drills", "More Soldiers Killed": headlines leave the auxiliary
 * out, and tell of deeds in the present. */
static void mend_passive(sg_doc *d, uint32_t verb) {
    sg_tok *v = &d->toks[verb];
    uint32_t subject = NONE;
    if (v->upos != SG_POS_VERB || !(v->bits & (SG_FEAT_PASS | SG_FEAT_PAST))) return;
    bool asked = asks_object(d, v);
    if (!(v->bits & SG_FEAT_PASS) && !asked && !is_done_to(d, v)) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS) && c < verb) subject = c;
        if (rel == SG_DEP_XCOMP && asked) continue;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP || rel == SG_DEP_AUX) return;
    }
    if (subject == NONE) return;
    hang(d, subject, verb, SG_DEP_NSUBJ_PASS);
    v->bits = (v->bits & ~(uint32_t)SG_FEAT_FIN) | SG_FEAT_PART | SG_FEAT_PASS;
}

/* Have the tables the verb? Rows of it that ask who gets something? */
typedef struct known {
    bool verb, receiver;
} known;

static known known_verb(const sg_doc *d, sg_str lemma) {
    static const sg_table_id tables[] = {SG_T_ACTS, SG_T_OPERATORS};
    static const int cells[] = {RECIPIENT, FLAGS};
    known k = {false, false};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        sg_rows rows = sg_lexicon_find(d->lex, tables[t], lemma);
        for (size_t i = 0; i < rows.count; i++) {
            if (strcmp(rows.row[i]->cell[POS], "v") != 0) continue;
            k.verb = true;
            if (strstr(rows.row[i]->cell[cells[t]], "iobj")) k.receiver = true;
        }
    }
    return k;
}

/* "Gave Mozambique ten lorries", "called the tariff an insult": of two objects side by side the first is the receiver,
 * or the second says what the first is. */
static void mend_objects(sg_doc *d, uint32_t verb) {
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
    if (known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver)
        hang(d, two[0], verb, SG_DEP_IOBJ);
    else hang(d, two[1], verb, SG_DEP_XCOMP);
}

/* The word of a stretch that the words of it hang by, from `t` up. */
static uint32_t top_of(const sg_doc *d, uint32_t t, uint32_t first, uint32_t last) {
    for (uint32_t steps = last - first + 1; steps && !is_outside(&d->toks[t], first, last); steps--) t = d->toks[t].head;
    return t;
}

/* A word for those of a land, or the name of a land or of a body. */
static bool is_of_land(const sg_doc *d, uint32_t t) {
    bool caps;
    sg_str key = sg_fold(d->arena, d->toks[t].form, &caps);
    return sg_lexicon_find(d->lex, SG_T_COUNTRIES, key).count || sg_lexicon_find(d->lex, SG_T_ORGS, key).count;
}

/* "gave the prisoner electric shocks": a noun with its article, before an adjective, is no part of what follows. */
static void mend_gift(sg_doc *d, uint32_t verb) {
    bool caps;
    uint32_t noun = verb + 2;
    const sg_tok *n = &d->toks[noun], *next = n + 1;
    if (d->toks[verb + 1].upos != SG_POS_DET || n->upos != SG_POS_NOUN || n->deprel != SG_DEP_COMPOUND) return;
    uint32_t object = n->head;
    if (object == NONE || object < noun + 2 || d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBJ) return;
    if (next->upos != SG_POS_ADJ || next->head != object) return;
    if (!known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver) return;
    hang(d, noun, verb, SG_DEP_IOBJ);
    d->toks[verb + 1].head = noun;
}

static bool is_land(const sg_doc *d, const sg_tok *t) {
    enum { KIND = 2 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_fold(d->arena, t->form, &caps));
    return rows.count && !strcmp(rows.row[0]->cell[KIND], "name");
}

/* "sold Pakistan eight tanks", "lent Niger planes": a name before a number, an article or an adjective is no part of what
 * follows, and a land before things in the plural, in a headline before anything, is who gets them. */
static void mend_receiver(sg_doc *d, uint32_t verb, bool headline) {
    bool caps;
    uint32_t name = verb + 1, object = d->toks[name].head;
    const sg_tok *n = &d->toks[name], *next = n + 1;
    if (n->upos != SG_POS_PROPN || object == NONE || object <= name) return;
    if (d->toks[object].head != verb || d->toks[object].deprel != SG_DEP_OBJ) return;
    bool apart = next->upos == SG_POS_NUM || next->upos == SG_POS_DET || next->upos == SG_POS_ADJ;
    bool counted = apart && next->head > name && next->head <= object;
    bool bare = object == name + 1 && next->upos == SG_POS_NOUN && (next->bits & SG_FEAT_PLUR) && is_land(d, n);
    bool told = headline && n->deprel == SG_DEP_COMPOUND && is_land(d, n);
    if (!counted && !bare && !told) return;
    if (known_verb(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), &caps)).receiver) hang(d, name, verb, SG_DEP_IOBJ);
}

/* "proposed to Myanmar joint patrols": behind "to", a land's name before an adjective is who is spoken to or gets it, and
 * no part of what follows, which is the object. */
static void mend_addressed(sg_doc *d, uint32_t verb) {
    uint32_t to = verb + 1, name = verb + 2, object = d->toks[name].head;
    const sg_tok *n = &d->toks[name], *next = n + 1;
    bool apart = next->upos == SG_POS_ADJ || next->upos == SG_POS_NUM || next->upos == SG_POS_DET;
    if (d->toks[to].deprel != SG_DEP_CASE || d->toks[to].head != object || n->upos != SG_POS_PROPN) return;
    if (!is_of_land(d, name) || n->deprel != SG_DEP_COMPOUND || object <= name || object == NONE) return;
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

/* "stopped shelling the town", "denied training Chadian rebels": a gerund right behind a verb that takes one, which the
 * parser took for an attribute of what it is done to. */
static void mend_gerund(sg_doc *d, uint32_t verb) {
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

static bool has_case(const sg_doc *d, uint32_t t);

/* Does the verb tell what somebody says, by the tables? */
static bool is_saying(const sg_doc *d, const sg_tok *verb) {
    enum { OP = 2, SLOTS };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(verb->lemma), NULL));
    for (size_t i = 0; i < r.count; i++) {
        bool says = r.row[i]->cell[POS][0] == 'v' && !strcmp(r.row[i]->cell[OP], "say");
        if (says && sg_list_has(r.row[i]->cell[SLOTS], SG_LIT("ccomp"))) return true;
    }
    return false;
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

/* "stressed the readiness of Peru to talk": to what somebody is ready belongs to the noun, though whose it is parts
 * them. */
static void mend_will(sg_doc *d, uint32_t to) {
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
    bool party = is_of_land(d, to - 1) || is_office(d, to - 1) || is_kind(d, whose, "governs");
    if (party || is_kind(d, whose, "collective")) hang(d, act, noun, SG_DEP_ACL);
}

/* "said in a call with the station that Chad must go": a whole clause behind "that" is what was said, and tells nothing
 * of the noun before it. */
static void mend_said(sg_doc *d, uint32_t clause) {
    enum { UP = 4 };
    bool that = false, whole = false;
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next) {
        that |= d->toks[c].deprel == SG_DEP_MARK && d->toks[c].upos == SG_POS_SCONJ && sg_eqz(d->toks[c].form, "that");
        whole |= d->toks[c].deprel == SG_DEP_NSUBJ && !(d->toks[c].bits & SG_FEAT_REL);
    }
    uint32_t up = d->toks[clause].head;
    for (size_t i = 0; i < UP && up != NONE && d->toks[up].deprel == SG_DEP_NMOD; i++) up = d->toks[up].head;
    uint32_t verb = that && whole && up != NONE && d->toks[up].deprel == SG_DEP_OBL ? d->toks[up].head : NONE;
    if (verb == NONE || verb > clause || d->toks[verb].upos != SG_POS_VERB || !is_saying(d, &d->toks[verb])) return;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_CCOMP || rel == SG_DEP_OBJ || rel == SG_DEP_XCOMP || rel == SG_DEP_PARATAXIS) return;
    }
    hang(d, clause, verb, SG_DEP_CCOMP);
}

/* "Leaders of the Andean Community, who met in Lima": "who" tells of the people, and of no land or body that they are of. */
static void mend_who(sg_doc *d, uint32_t clause) {
    uint32_t body = d->toks[clause].head, people = body == NONE ? NONE : d->toks[body].head;
    bool who = false;
    if (d->toks[clause].deprel != SG_DEP_ACL_RELCL || people == NONE || people > body || body > clause) return;
    bool the = false, whole = false;
    for (uint32_t c = d->toks[body].child; c != NONE; c = d->toks[c].next)
        the |= d->toks[c].deprel == SG_DEP_DET, whole |= d->toks[c].deprel == SG_DEP_FLAT;
    bool named = is_of_land(d, body) || (the && !whole && d->toks[body].upos == SG_POS_PROPN); /* people have no article */
    if (d->toks[body].deprel != SG_DEP_NMOD || !named || d->toks[people].upos != SG_POS_NOUN) return;
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next)
        who |= is_any_subject(&d->toks[c]) && is_kind(d, sg_fold(d->arena, d->toks[c].form, NULL), "people's pronoun");
    if (who && sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[people].lemma), NULL)).count)
        d->toks[clause].head = people;
}

/* "dismissed as a lie the charge that ...": the bare noun behind is the verb's object. */
static void mend_dismissed(sg_doc *d, uint32_t verb) {
    uint32_t as = verb + 1, noun = NONE;
    if (!sg_eqz(d->toks[as].form, "as") || d->toks[as].head == NONE || d->toks[d->toks[as].head].head != verb) return;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
        bool behind = d->toks[c].deprel == SG_DEP_OBL && c > d->toks[as].head;
        if (behind && d->toks[c].upos == SG_POS_NOUN && !has_case(d, c)) noun = c;
    }
    if (noun != NONE) d->toks[noun].deprel = SG_DEP_OBJ;
}

/* "denies having paid them": what was done is the verb's complement. */
static void mend_having(sg_doc *d, uint32_t verb) {
    const sg_tok *having = &d->toks[verb + 1];
    uint32_t done = having->head;
    if (having->upos != SG_POS_AUX || !sg_eqz(having->form, "having") || done == NONE || done < verb + 2) return;
    uint8_t rel = d->toks[done].deprel;
    bool apart = rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL;
    if (d->toks[done].head == verb && !apart && takes_verb(d, &d->toks[verb])) d->toks[done].deprel = SG_DEP_XCOMP;
}

/* Do the tables know the verb with such an object: "break" with "ties"? */
static bool takes_object(const sg_doc *d, const sg_tok *verb, const sg_tok *noun) {
    enum { NEEDS = 9 };
    bool caps;
    sg_str word = sg_fold(d->arena, sg_str_of(noun->lemma), &caps);
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, sg_fold(d->arena, sg_str_of(verb->lemma), &caps));
    sg_rows classes = sg_lexicon_find(d->lex, SG_T_CLASSES, word);
    for (size_t i = 0; i < acts.count; i++) {
        if (strcmp(acts.row[i]->cell[POS], "v") != 0) continue;
        sg_str rest = sg_str_of(acts.row[i]->cell[NEEDS]), need;
        while (sg_cut(&rest, ' ', &need)) {
            if (need.n < 5 || memcmp(need.s, "obj", 3) != 0 || (need.s[3] != '=' && need.s[3] != '~')) continue;
            sg_str list = {need.s + 4, need.n - 4}, one;
            while (sg_cut(&list, '|', &one)) {
                if (need.s[3] == '=' && sg_eq(one, word)) return true;
                for (size_t k = 0; k < classes.count && need.s[3] == '~'; k++)
                    if (sg_list_has(classes.row[k]->cell[1], one)) return true;
            }
        }
    }
    return false;
}

/* "has broken ties with Y": a participle right behind "has", which the parser took for an attribute of what was broken:
 * where the tables know the verb with such an object, it is a perfect. */
static void mend_perfect(sg_doc *d, uint32_t has) {
    bool caps;
    sg_tok *h = &d->toks[has], *verb = h + 1;
    uint32_t done = has + 1, noun = verb->head;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, h->form, &caps));
    bool attribute = verb->upos == SG_POS_VERB && verb->deprel == SG_DEP_AMOD && !(verb->bits & SG_FEAT_PRES);
    if (!attribute || !sg_kind_value(&w, "perfect") || noun == NONE || noun <= done) return;
    if (d->toks[noun].head != has || d->toks[noun].deprel != SG_DEP_OBJ) return;
    if (!takes_object(d, verb, &d->toks[noun])) return;
    for (uint32_t c = h->child; c != NONE; c = d->toks[c].next) d->toks[c].head = done;
    verb->head = h->head, verb->deprel = h->deprel, verb->label = h->label;
    hang(d, has, done, SG_DEP_AUX);
    hang(d, noun, done, SG_DEP_OBJ);
    h->upos = SG_POS_AUX;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].root == has) d->sents[i].root = done;
}

/* ---- headlines ---- */

/* The last word of the longest name of a land or a body that begins here, or NONE. */
static uint32_t land_from(const sg_doc *d, uint32_t t, uint32_t stop) {
    enum { LONG = 5 };
    char room[ROOM];
    uint32_t last = NONE;
    if (d->toks[t].upos == SG_POS_PUNCT || !sg_may_be_capital(&d->toks[t])) return NONE;
    sg_mark mark = sg_arena_mark(d->arena);
    for (uint32_t i = t; i < stop && i < t + LONG; i++) {
        if (d->toks[i].upos != SG_POS_PROPN) continue;
        sg_str name = phrase_of(d, t, i, room);
        for (unsigned table = SG_T_COUNTRIES; table <= SG_T_ORGS && name.n; table++)
            if (sg_lexicon_find(d->lex, table, name).count) last = i;
    }
    sg_arena_reset(d->arena, mark);
    return last;
}

static bool is_title_noun(const sg_doc *d, sg_str form) {
    sg_looked w = sg_lexicon_look(d->lex, form);
    return sg_kind_value(&w, "title noun") != NULL;
}

static bool is_comma(const sg_tok *t) {
    return t->form.n == 1 && t->form.s[0] == ',';
}

static bool has_role(const sg_doc *d, uint32_t t) {
    bool caps;
    return sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, d->toks[t].form, &caps)).count > 0;
}

/* Are several meant: "rivals", "police", "India, Pakistan"? */
static bool are_several(const sg_doc *d, uint32_t t, uint32_t first) {
    bool caps;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, &caps));
    if ((d->toks[t].bits & SG_FEAT_PLUR) || sg_kind_value(&w, "title plural")) return true;
    const sg_tok *two = &d->toks[t] - 2;
    return t >= first + 2 && d->toks[t].upos == SG_POS_PROPN && two->upos == SG_POS_PROPN && is_comma(two + 1);
}

static bool has_subject(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ) return true;
    return false;
}

/* "hands over 20 fishermen": a verb with its particle that the tables know. */
static bool is_with_particle(const sg_doc *d, uint32_t t) {
    sg_str verb = verb_of_form(d, sg_fold(d->arena, d->toks[t].form, NULL));
    sg_str with = sg_fold(d->arena, d->toks[t + 1].form, NULL);
    if (!verb.n) return false;
    return known_verb(d, sg_str_of(sg_printf(d->arena, "%.*s %.*s", (int)verb.n, verb.s, (int)with.n, with.s))).verb;
}

/* Does what stands behind the word let it be a verb: somebody or something that is named, a phrase, or nothing where it is
 * told of an office that it "quits"? */
static bool goes_on(const sg_doc *d, uint32_t t, uint32_t stop, bool third) {
    const sg_tok *after = &d->toks[t] + 1;
    if (has_subject(d, t)) return true; /* the parser too took it for one */
    if (t + 1 >= stop) return third && has_role(d, t - 1);
    bool named = is_nominal(after) || after->upos == SG_POS_ADJ || after->upos == SG_POS_NUM || after->upos == SG_POS_VERB;
    bool away = after->upos == SG_POS_ADV && (has_role(d, t - 1) || is_with_particle(d, t)); /* "premier steps down" */
    return named || (third && (after->upos == SG_POS_ADP || away));
}

/* Of a small word that was taken for a name ("slams"), no tag says in which number it is. */
static bool is_third(const sg_tok *v) {
    return (v->bits & SG_FEAT_PLUR) || (v->upos == SG_POS_PROPN && v->form.n > 3 && v->form.s[v->form.n - 1] == 's');
}

static sg_str title_lemma(const sg_doc *d, const sg_tok *v) {
    bool caps;
    if (v->upos != SG_POS_PROPN) return sg_fold(d->arena, sg_str_of(v->lemma), &caps);
    sg_str low = sg_fold(d->arena, v->form, &caps);
    return is_third(v) ? verb_of_form(d, low) : low;
}

/* Could the word, read as a noun, be the verb of a headline? One of the two, it or the noun before it, is in the plural
 * ("court jails", "rivals swap"), and both are in small letters. */
static bool may_be_verb(const sg_doc *d, uint32_t t, uint32_t first, uint32_t stop) {
    const sg_tok *v = &d->toks[t], *before = v - 1;
    bool caps, third = is_third(v), written_small = v->small || (v->form.s[0] >= 'a' && v->form.s[0] <= 'z');
    if ((!is_nominal(v) && v->upos != SG_POS_ADJ) || !written_small) return false;
    if (!is_nominal(before) && !(is_hyphen(before) && t >= first + 3 && is_nominal(before - 2))) return false;
    uint32_t subject = t >= first + 3 && is_hyphen(before) ? t - 3 : t - 1; /* "Iran test-fires missile" */
    if (third == are_several(d, subject, first) || !goes_on(d, t, stop, third)) return false;
    sg_str form = sg_fold(d->arena, v->form, &caps), lemma = title_lemma(d, v);
    char room[ROOM];
    return known_verb(d, lemma).verb && !is_title_noun(d, form) && !is_noun_phrase(d, phrase_of(d, t - 1, t, room));
}

/* Does the line end without a full stop, as headlines do? */
static bool is_open_line(const sg_doc *d, const sg_sent *s) {
    const sg_tok *last = s->count ? &d->toks[s->first + s->count - 1] : NULL;
    return last && !(last->upos == SG_POS_PUNCT && memchr(".:!?", last->form.s[0], 4));
}

/* "Haiti premier quits", "Libya PM abducted": a word for a person right behind a land's name is what the phrase is about,
 * and the land only tells whose he is, where the parser hangs him on the land or takes him for an adjective. */
static bool mend_office(sg_doc *d, const sg_sent *s, uint32_t land, uint32_t last) {
    uint32_t t = last + 1, stop = s->first + s->count, top = top_of(d, last, land, last);
    sg_tok *o = &d->toks[t];
    if (!is_office(d, t) || (o->bits & SG_FEAT_PLUR) || top < land || top > last) return false;
    uint8_t rel = o->deprel;
    if (o->upos == SG_POS_ADJ && d->toks[top].head == t && rel != SG_DEP_AMOD) o->upos = SG_POS_NOUN;
    bool below = o->head >= land && o->head <= last &&
                 (rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_FLAT || rel == SG_DEP_DEP || rel == SG_DEP_AMOD);
    bool named = t + 1 < stop && d->toks[t + 1].upos == SG_POS_PROPN;
    if (below && !named) {
        sg_tok *l = &d->toks[top];
        hang(d, t, l->head, (sg_deprel)l->deprel);
        hang(d, top, t, SG_DEP_COMPOUND);
        o->upos = SG_POS_NOUN;
        for (uint32_t i = s->first; i < stop; i++)
            if (d->toks[i].head == top && (i < land || i > t)) d->toks[i].head = t;
        if (s->root == top) d->sents[o->sent].root = t;
        return true;
    }
    bool beside = o->upos == SG_POS_ADJ && rel == SG_DEP_AMOD && o->head == t + 1 && d->toks[top].head == t + 1;
    if (!beside || t + 1 >= stop) return false;
    o->upos = SG_POS_NOUN;
    if (may_be_verb(d, t + 1, s->first, stop)) hang(d, top, t, SG_DEP_COMPOUND), o->deprel = SG_DEP_COMPOUND;
    else o->upos = SG_POS_ADJ;
    return o->upos == SG_POS_NOUN;
}

static bool mend_offices(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    bool some = false;
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        if (d->toks[i].upos != SG_POS_PROPN && d->toks[i].upos != SG_POS_ADJ) continue;
        uint32_t last = land_from(d, i, stop);
        if (last == NONE) continue;
        if (last + 1 < stop) some |= mend_office(d, s, i, last);
        i = last;
    }
    return some;
}

static bool has_verb(const sg_doc *d, const sg_sent *s);

/* "Court jails editor", "visits besieged town": what the parser took for a heap of nouns. Of a line with a full stop only
 * what stands between a land's name, which opens it, and a noun: "Egypt lifts blockade of Sudan." */
static uint32_t hidden_verb(const sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count, found = NONE;
    if (s->count < 3) return NONE;
    bool open = is_open_line(d, s);
    uint32_t land = open ? NONE : land_from(d, s->first, stop);
    if (!open && (land == NONE || has_verb(d, s))) return NONE;
    for (uint32_t i = s->first; i < stop; i++) {
        const sg_tok *t = &d->toks[i];
        bool finite = t->upos == SG_POS_AUX || (t->upos == SG_POS_VERB && t->deprel != SG_DEP_AMOD);
        if (finite && found == NONE) return NONE;
        if (!open && (i != land + 1 || i + 1 >= stop || !is_nominal(t + 1))) continue;
        if (found == NONE && i > s->first && may_be_verb(d, i, s->first, stop)) found = i;
    }
    return found;
}

static bool has_case(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return true;
    return false;
}

/* Behind the verb: the first noun phrase is its object, those with a preposition tell the rest of it. */
static void hang_rest(sg_doc *d, uint32_t verb, uint32_t stop) {
    bool object = false;
    for (uint32_t i = verb + 1; i < stop; i++) {
        sg_tok *t = &d->toks[i];
        bool noun = is_nominal(t) || t->upos == SG_POS_PRON || t->upos == SG_POS_NUM;
        if (noun && t->deprel == SG_DEP_NMOD && t->head > verb && has_case(d, i) && d->toks[t->head].head == verb)
            hang(d, i, verb, SG_DEP_OBL);
        if (!is_outside(t, verb + 1, stop - 1)) continue;
        bool on = i > verb + 1 && t->upos == SG_POS_PROPN && t[-1].upos == SG_POS_PROPN && d->toks[i - 1].head == verb;
        if (on) hang(d, i, i - 1, SG_DEP_FLAT);
        else if (t->upos == SG_POS_VERB) hang(d, i, verb, t->deprel == SG_DEP_ACL ? SG_DEP_XCOMP : SG_DEP_CONJ);
        else if (!noun) t->head = verb;
        else if (has_case(d, i)) hang(d, i, verb, SG_DEP_OBL);
        else if (!object) hang(d, i, verb, SG_DEP_OBJ), object = true;
        else hang(d, i, verb, SG_DEP_PARATAXIS);
    }
}

static void mend_headline(sg_doc *d, const sg_sent *s) {
    uint32_t verb = hidden_verb(d, s);
    if (verb == NONE) return;
    uint32_t stop = s->first + s->count, subject = top_of(d, verb - 1, s->first, verb - 1);
    sg_tok *v = &d->toks[verb];
    bool halves = is_hyphen(v - 1);
    if (halves) subject = top_of(d, verb - 3, s->first, verb - 3);
    if (!is_nominal(&d->toks[subject]) || d->toks[subject].deprel == SG_DEP_CASE) return;
    bool third = is_third(v);
    v->lemma = sg_dup(d->arena, title_lemma(d, v));
    hang(d, verb, NONE, SG_DEP_ROOT);
    v->upos = SG_POS_VERB;
    v->bits = SG_FEAT_FIN | SG_FEAT_PRES | SG_FEAT_P3 | (third ? SG_FEAT_SING : SG_FEAT_PLUR);
    v->feats = third ? "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
                     : "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin";
    for (uint32_t i = s->first; i < verb; i++)
        if (i != subject && is_outside(&d->toks[i], s->first, verb - 1)) d->toks[i].head = subject;
    if (halves) hang(d, verb - 2, verb, SG_DEP_COMPOUND), d->toks[verb - 1].head = verb - 2;
    hang(d, subject, verb, SG_DEP_NSUBJ);
    hang_rest(d, verb, stop);
}

/* Two capital letters or more, beside a word with small ones. */
static bool is_in_capitals(const sg_doc *d, const sg_sent *s, uint32_t t) {
    bool caps, small = false;
    sg_fold(d->arena, d->toks[t].form, &caps);
    for (uint32_t i = t > s->first ? t - 1 : t; i <= t + 1 && i < s->first + s->count; i++)
        for (size_t k = 0; k < d->toks[i].form.n; k++) small |= d->toks[i].form.s[k] >= 'a' && d->toks[i].form.s[k] <= 'z';
    return caps && small && d->toks[t].form.n > 1;
}

/* "US tells Iran", "WHO urges": a state's or a body's letters are no pronoun. */
static void mend_letters(sg_doc *d, const sg_sent *s, uint32_t t) {
    bool caps;
    if (d->toks[t].upos != SG_POS_PRON || !is_in_capitals(d, s, t)) return;
    for (unsigned table = SG_T_COUNTRIES; table <= SG_T_ORGS; table++) {
        sg_rows rows = sg_lexicon_find(d->lex, table, sg_fold(d->arena, d->toks[t].form, &caps));
        for (size_t i = 0; i < rows.count; i++)
            if (rows.row[i]->caps) d->toks[t].upos = SG_POS_PROPN, d->toks[t].bits = SG_FEAT_SING;
    }
}

/* "Japan to give Chad buses": an infinitive on the only noun before it tells what is to come. Its "to" stands for the
 * auxiliary. */
static void mend_infinitive(sg_doc *d, const sg_sent *s) {
    uint32_t root = s->root, stop = s->first + s->count;
    if (!is_nominal(&d->toks[root]) || !is_open_line(d, s)) return;
    uint32_t verb = d->toks[root].child;
    while (verb != NONE && !(d->toks[verb].deprel == SG_DEP_ACL && (d->toks[verb].bits & SG_FEAT_INF)))
        verb = d->toks[verb].next;
    uint32_t to = verb == NONE ? NONE : d->toks[verb].child;
    if (to == NONE || to <= root || d->toks[to].deprel != SG_DEP_MARK || d->toks[to].upos != SG_POS_PART) return;
    for (uint32_t i = root + 1; i < to; i++)
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_AUX) return;
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, root, verb, SG_DEP_NSUBJ);
    hang(d, to, verb, SG_DEP_AUX);
    for (uint32_t i = to; i < stop; i++)
        if (d->toks[i].head == root) d->toks[i].head = verb;
}

/* ---- subjects, voices, copulas ---- */

/* Is it a land's adjective ("Greek", the last word of "South Korean") that no article makes one of its people? */
static bool is_land_adjective(const sg_doc *d, uint32_t t, uint32_t first) {
    enum { KIND = 2 };
    char room[ROOM];
    for (uint32_t from = t > first ? t - 1 : t; from <= t && !(d->toks[t].bits & SG_FEAT_PLUR); from++) {
        sg_rows r = sg_lexicon_find(d->lex, SG_T_COUNTRIES, phrase_of(d, from, t, room));
        for (size_t i = 0; i < r.count; i++)
            if (!strcmp(r.row[i]->cell[KIND], "adjective"))
                return from == first || (d->toks[from - 1].upos != SG_POS_DET && d->toks[from - 1].upos != SG_POS_ADJ);
    }
    return false;
}

/* "Turkish, Greek leaders meet", "U.S., China agree": of two lands with a comma between them the second is joined to the
 * first, which stands where both stand. */
static void mend_pair(sg_doc *d, uint32_t first, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    uint32_t second = first + 2, noun = second + 1;
    sg_tok *a = &d->toks[first], *b = &d->toks[second];
    if (!is_comma(a + 1) || !is_of_land(d, second)) return;
    bool adjective = is_land_adjective(d, first, s->first), both = adjective && is_land_adjective(d, second, second);
    if ((a->upos != b->upos && !both) || (!is_of_land(d, first) && !adjective)) return;
    if (a->upos == SG_POS_ADJ || both) {
        while (noun < stop && (d->toks[noun].upos == SG_POS_ADJ || d->toks[noun].deprel == SG_DEP_COMPOUND)) noun++;
        bool part = b->deprel == SG_DEP_AMOD || (both && b->deprel == SG_DEP_COMPOUND);
        bool told = noun < stop && is_nominal(&d->toks[noun]) && b->head == noun && part;
        if (!told || (a->head == noun && a->deprel != SG_DEP_AMOD && a->deprel != SG_DEP_COMPOUND)) return;
        hang(d, first, noun, SG_DEP_AMOD);
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_COMPOUND && b->head == noun && is_nominal(&d->toks[noun]) &&
               (d->toks[noun].bits & SG_FEAT_PLUR) && a->deprel != SG_DEP_COMPOUND) { /* "Qatar, Jordan ministers" */
        if (d->toks[noun].head == first) hang(d, noun, a->head, (sg_deprel)a->deprel);
        hang(d, first, noun, SG_DEP_COMPOUND);
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_APPOS && b->head == first && a->deprel == SG_DEP_NSUBJ) {
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_NSUBJ &&
               (a->head == b->head || (first == s->first && a->head == second))) {
        hang(d, first, b->head, SG_DEP_NSUBJ);
        hang(d, second, first, SG_DEP_CONJ);
    } else return;
    d->toks[first + 1].head = second;
}

/* Is the word the head of a land's or a body's name, of whatever length: "States" of the United States, "Republic" of
 * Korea? */
static bool heads_land(const sg_doc *d, uint32_t t) {
    enum { BEFORE = 2 };
    if (d->toks[t].upos != SG_POS_PROPN) return false;
    if (is_of_land(d, t)) return true;
    for (uint32_t n = 0; n <= BEFORE && n <= t && d->toks[t - n].sent == d->toks[t].sent; n++) {
        uint32_t last = land_from(d, t - n, (uint32_t)d->tok_count);
        if (last != NONE && last >= t && top_of(d, t, t - n, last) == t) return true;
    }
    return false;
}

/* The names of a row: "Dili, New Delhi, Seoul", "Peru, Chile and Cuba". */
typedef struct row {
    uint32_t head[ROW], last[ROW], end; /* each name's own head and last word; the word behind the row */
    size_t count;
    bool comma; /* nothing but commas between them */
} row;

static row row_from(const sg_doc *d, uint32_t first, uint32_t stop) {
    row r = {.comma = true};
    for (uint32_t t = first; t < stop && r.count < ROW;) {
        bool the = t > first && d->toks[t].upos == SG_POS_DET && t + 1 < stop; /* "Chad, the Gambia and Mali" */
        uint32_t last = land_from(d, t + the, stop);
        if (last == NONE) break;
        r.head[r.count] = top_of(d, last, t, last);
        r.last[r.count++] = last;
        t = r.end = last + 1;
        bool comma = t < stop && is_comma(&d->toks[t]), and = t + comma < stop && d->toks[t + comma].upos == SG_POS_CCONJ;
        if (!comma && !and) break;
        if (and) r.comma = false;
        t += (uint32_t)comma + (uint32_t) and;
    }
    return r;
}

/* "Not for sale to Kiev, Pentagon says": the last of the row does by itself what is told behind it. */
static bool stands_alone(const sg_doc *d, uint32_t first, uint32_t last) {
    const sg_tok *t = &d->toks[last], *verb = t->head == NONE ? NULL : &d->toks[t->head];
    if (t->deprel != SG_DEP_NSUBJ || !verb || t->head < last) return false;
    return (verb->bits & SG_FEAT_SING) || (has_case(d, first) && !(verb->bits & SG_FEAT_PLUR));
}

/* "Riga, Vilnius, New Delhi clerks meet", "Dili, Jakarta reopen the road": names in a row are joined, whatever the parser
 * took them for, and stand where the first stands; before a noun in the plural they tell whose that is. Its end. */
static uint32_t mend_row(sg_doc *d, uint32_t first, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    row r = row_from(d, first, stop);
    if (r.count < 2 || (r.count == 2 && (!r.comma || !is_open_line(d, s)))) return first;
    uint32_t one = r.head[0], noun = r.end, up = d->toks[one].head;
    sg_deprel rel = (sg_deprel)d->toks[one].deprel;
    bool inside = up != NONE && up >= first && up < r.end;
    if (inside && is_outside(&d->toks[up], first, r.end - 1) && d->toks[up].head != NONE) {
        hang(d, one, d->toks[up].head, (sg_deprel)d->toks[up].deprel); /* "New Zealand, Peru agree": the last for the first */
        up = d->toks[one].head, rel = (sg_deprel)d->toks[one].deprel, inside = false;
    }
    while (noun + 1 < stop && d->toks[noun].upos == SG_POS_NOUN && d->toks[noun].deprel == SG_DEP_COMPOUND &&
           d->toks[noun].head == noun + 1)
        noun++;
    const sg_tok *n = noun < stop ? &d->toks[noun] : NULL, *tail = &d->toks[r.head[r.count - 1]];
    bool owner = n && is_nominal(n) && tail->head != NONE && tail->head >= r.end && tail->head <= noun &&
                 tail->deprel == SG_DEP_COMPOUND && r.comma;
    bool owned = owner && (n->bits & SG_FEAT_PLUR);
    if (owner && !owned && has_role(d, noun)) return r.end; /* "Kosovo, EU police": whose, nobody can tell */
    if (owned) {
        if (n->head != NONE && n->head >= first && n->head < r.end) {
            if (inside || up == noun) return r.end;
            hang(d, noun, up, rel);
        }
        if (n->head == NONE && n->deprel != SG_DEP_ROOT) return r.end;
        hang(d, one, noun, SG_DEP_COMPOUND);
    } else if (inside || (r.comma && stands_alone(d, one, r.head[r.count - 1]))) return r.end;
    bool joined = !owned && d->toks[one].deprel == SG_DEP_CONJ && d->toks[one].head < first;
    for (size_t i = 1; i < r.count; i++) hang(d, r.head[i], joined ? d->toks[one].head : one, SG_DEP_CONJ);
    return r.end;
}

/* Does the noun stand for several: in the plural, or a word for a group? */
static bool is_of_several(const sg_doc *d, uint32_t noun) {
    bool caps;
    sg_rows classes = sg_lexicon_find(d->lex, SG_T_CLASSES, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), &caps));
    for (size_t i = 0; i < classes.count; i++)
        if (sg_list_has(classes.row[i]->cell[1], SG_LIT("group"))) return true;
    return (d->toks[noun].bits & SG_FEAT_PLUR) != 0;
}

static bool stands_between(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].form, "between")) return true;
    return false;
}

static bool is_armed_group(const sg_doc *d, uint32_t t) {
    bool caps;
    return sg_lexicon_find(d->lex, SG_T_GROUPS, sg_fold(d->arena, d->toks[t].form, &caps)).count > 0;
}

/* "the embassy of Egypt in Addis Ababa": of a land's or town's name behind a preposition the second word, which the
 * parser hung on the noun before, is part of it. */
static void mend_split_land(sg_doc *d, uint32_t first, uint32_t stop) {
    uint32_t second = first + 1;
    if (second >= stop || d->toks[first].upos != SG_POS_PROPN || d->toks[second].upos != SG_POS_PROPN) return;
    if (d->toks[first - 1].upos != SG_POS_ADP || d->toks[second].head == NONE || d->toks[second].head >= first) return;
    bool both = d->toks[first].deprel == SG_DEP_NMOD && d->toks[second].deprel == SG_DEP_NMOD;
    if (!both || land_from(d, first, stop) != second) return;
    hang(d, second, first, SG_DEP_FLAT);
    if (d->toks[first - 1].head == second) d->toks[first - 1].head = first;
}

/* Of how many does a number before the noun tell, or 0. */
static long counted(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        if (d->toks[c].head != noun || d->toks[c].deprel != SG_DEP_NUMMOD) continue;
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[c].form, NULL));
        const char *number = sg_kind_value(&w, "number");
        return number ? strtol(number, NULL, 10) : 0;
    }
    return 0;
}

/* "The three states, Peru, Chile and Brazil, agreed": as many lands behind a comma as the noun counts are those that it
 * means, and no further ones: they stand for it. */
static void mend_counted(sg_doc *d, uint32_t noun, uint32_t stop) {
    long many = counted(d, noun), lands = 0;
    uint32_t first = NONE;
    if (many < 2 || !(d->toks[noun].bits & SG_FEAT_PLUR)) return;
    for (uint32_t i = noun + 1; i < stop; i++) {
        if (d->toks[i].head != noun || d->toks[i].deprel != SG_DEP_CONJ) continue;
        if (!heads_land(d, i)) return;
        if (first == NONE) first = i;
        lands++;
    }
    uint32_t start = first;
    while (start != NONE && start > noun + 1 && d->toks[start - 1].head == first) start--;
    bool behind = start != NONE && (is_comma(&d->toks[start]) || (start > noun + 1 && is_comma(&d->toks[start - 1])));
    if (lands != many || !behind) return;
    for (uint32_t i = first + 1; i < stop; i++)
        if (d->toks[i].head == noun && d->toks[i].deprel == SG_DEP_CONJ) d->toks[i].head = first;
    hang(d, first, d->toks[noun].head, (sg_deprel)d->toks[noun].deprel);
    hang(d, noun, first, SG_DEP_NMOD_DESC);
    for (uint32_t i = d->sents[d->toks[noun].sent].first; i < noun; i++) /* "by the three states, Peru, ..." */
        if (d->toks[i].head == noun && d->toks[i].deprel == SG_DEP_CASE) d->toks[i].head = first;
}

/* "In Quito, the rebels and the army agreed": who is joined to the subject right before is not joined, over it, to a word
 * that stands before that. */
static void mend_over_subject(sg_doc *d, uint32_t t, uint32_t first) {
    const sg_tok *k = &d->toks[t];
    uint32_t and = t, up = k->head;
    if (up == NONE || up > t || !is_nominal(k) || !is_nominal(&d->toks[up])) return;
    while (and > first && d->toks[and - 1].head == t && d->toks[and].upos != SG_POS_CCONJ) and--;
    if (d->toks[and].upos != SG_POS_CCONJ || d->toks[and].head != t || and < up + 2) return;
    for (uint32_t s = and - 1; s > up; s--) {
        const sg_tok *subject = &d->toks[s];
        if (is_any_subject(subject) && is_nominal(subject) && subject->head > t && subject->head != NONE) {
            hang(d, t, s, SG_DEP_CONJ);
            return;
        }
        if (subject->upos == SG_POS_VERB || is_comma(subject)) return;
    }
}

/* "The Prime Minister of Togo Kofi Mensah": the land behind "of" is the office's, and no part of its holder's name. */
static void mend_land_in_name(sg_doc *d, uint32_t name) {
    uint32_t land = NONE, of = NONE, office = d->toks[name].head;
    if (d->toks[name].upos != SG_POS_PROPN || office == NONE || office > name || !is_office(d, office)) return;
    bool named = d->toks[name].deprel == SG_DEP_NMOD || d->toks[name].deprel == SG_DEP_APPOS;
    if (!named || (d->toks[office].bits & SG_FEAT_PLUR)) return;
    for (uint32_t c = d->toks[name].child; c != NONE && c < name; c = d->toks[c].next) {
        if (d->toks[c].head != name) continue;
        bool part = d->toks[c].deprel == SG_DEP_NMOD_DESC || d->toks[c].deprel == SG_DEP_COMPOUND;
        if (part && heads_land(d, c)) land = c;
        else if (d->toks[c].deprel == SG_DEP_CASE) of = c;
        else if (d->toks[c].deprel != SG_DEP_DET) return;
    }
    if (land == NONE) return;
    for (uint32_t c = d->toks[land].child; c != NONE && c < land; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) of = c;
    if (of == NONE || of > land || !sg_eqz(d->toks[of].form, "of")) return;
    for (uint32_t i = of; i < land; i++)
        if (d->toks[i].head == name) d->toks[i].head = land;
    hang(d, land, office, SG_DEP_NMOD);
    hang(d, name, office, SG_DEP_APPOS);
}

/* "contacted by telephone his colleague": behind "by" no verb stands as it is in the lexicon; what hangs on it is done by
 * that means. */
static void mend_means(sg_doc *d, uint32_t by, uint32_t stop) {
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

/* "The government of Yemen and the Transitional Council signed": a body with its own article is joined to the one before,
 * and not to the land that this is of. */
static void mend_beside_government(sg_doc *d, uint32_t t) {
    uint32_t land = d->toks[t].head, one = land == NONE ? NONE : d->toks[land].head;
    if (one == NONE || one > land || land > t || d->toks[land].deprel != SG_DEP_NMOD || !heads_land(d, land)) return;
    if (!is_nominal(&d->toks[one]) || (d->toks[one].bits & SG_FEAT_PLUR) || !is_nominal(&d->toks[t])) return;
    if (!is_kind(d, sg_fold(d->arena, d->toks[one].form, NULL), "governs")) return;
    bool the = false, of = false;
    for (uint32_t c = d->toks[land].child; c != NONE && c < land; c = d->toks[c].next) of |= sg_eqz(d->toks[c].form, "of");
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        the |= d->toks[c].head == t && d->toks[c].deprel == SG_DEP_DET;
        of &= d->toks[c].deprel != SG_DEP_CASE;
    }
    bool body = has_role(d, t) || is_of_class(d, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL), "institution");
    if (the && of && body && !is_land(d, &d->toks[t])) hang(d, t, one, SG_DEP_CONJ);
}

/* "spoke on the telephone with X": with whom belongs to the speaking, and not to what it was done by. */
static void mend_by_phone(sg_doc *d, uint32_t with) {
    uint32_t who = d->toks[with].head, phone = who == NONE ? NONE : d->toks[who].head;
    if (who == NONE || phone == NONE || who < with || phone > with || !sg_eqz(d->toks[with].form, "with")) return;
    uint32_t verb = d->toks[phone].head;
    if (d->toks[who].deprel != SG_DEP_NMOD || d->toks[phone].deprel != SG_DEP_OBL) return;
    if (verb == NONE || d->toks[verb].upos != SG_POS_VERB) return;
    if (is_kind(d, sg_fold(d->arena, d->toks[phone].form, NULL), "phone")) hang(d, who, verb, SG_DEP_OBL);
}

/* Has the word for an office a name behind it: "the president of Peru Ana Quispe"? */
static bool has_holder(const sg_doc *d, uint32_t office) {
    for (uint32_t c = d->toks[office].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c > office && d->toks[c].head == office && (rel == SG_DEP_APPOS || rel == SG_DEP_FLAT)) return true;
    }
    return false;
}

/* "spoke with the head of the council, Ivo Kovac, and left": a bare name between commas behind an office that has none
 * says who that is, and names no second one. */
static void mend_named_behind(sg_doc *d, uint32_t name, uint32_t stop) {
    uint32_t office = d->toks[name].head, first = name, end = name + 1;
    if (office == NONE || office > name || d->toks[name].upos != SG_POS_PROPN || !is_office(d, office)) return;
    if ((d->toks[office].bits & SG_FEAT_PLUR) || has_holder(d, office) || has_title(d, name) || is_office(d, name)) return;
    if (is_comma(&d->toks[first - 1])) first--;
    if (!is_comma(&d->toks[first]) || heads_land(d, name)) return;
    while (end < stop && d->toks[end].head == name && d->toks[end].deprel == SG_DEP_FLAT) end++;
    if (end == name + 1 || end >= stop || !is_comma(&d->toks[end])) return;
    for (uint32_t i = end + 1; i < stop; i++) /* "the mayor, Ana Quispe, and Ivo Kovac" */
        if (d->toks[i].head == office && d->toks[i].deprel == SG_DEP_CONJ) return;
    d->toks[name].deprel = SG_DEP_APPOS, d->toks[name].label = sg_deprel_name(SG_DEP_APPOS);
}

/* "keeps aid separate from trade": an adjective behind what is kept says how, and is no part of it. */
static void mend_kept(sg_doc *d, uint32_t how) {
    uint32_t what = d->toks[how].head, verb = what == NONE ? NONE : d->toks[what].head;
    if (d->toks[how].upos != SG_POS_ADJ || what == NONE || what > how || verb == NONE || verb > what) return;
    if (d->toks[what].deprel != SG_DEP_OBJ || d->toks[verb].upos != SG_POS_VERB) return;
    if (is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "leaves so")) hang(d, how, verb, SG_DEP_XCOMP);
}

/* "signed in Oslo yesterday, Tuesday, an agreement", "called for talks its envoy": what is done stands behind where, when
 * or what for, and is no other word for that. */
static void mend_late_object(sg_doc *d, uint32_t noun, uint32_t first) {
    uint32_t place = d->toks[noun].head, verb = place == NONE ? NONE : d->toks[place].head, start = noun;
    if (verb == NONE || place > noun || verb > place || verb < first || d->toks[noun].upos != SG_POS_NOUN) return;
    if (d->toks[place].deprel != SG_DEP_OBL || d->toks[verb].upos != SG_POS_VERB) return;
    bool article = false, whose = false;
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        if (d->toks[c].head == noun && c < start) start = c;
        article |= d->toks[c].deprel == SG_DEP_DET && !(d->toks[c].bits & SG_FEAT_DEF);
        whose |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    }
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_AUX_PASS) return;
    bool told = article && d->toks[place].upos == SG_POS_PROPN && takes_object(d, &d->toks[verb], &d->toks[noun]);
    if (told || (whose && start == place + 1)) hang(d, noun, verb, SG_DEP_OBJ);
}

/* "The heads of the councils for trade of Peru and Chile": of two lands side by side the second is joined to the first. */
static void mend_second_land(sg_doc *d, uint32_t t, uint32_t first) {
    uint32_t and = t;
    while (and > first && d->toks[and].upos != SG_POS_CCONJ && (and == t || d->toks[and].head == t)) and--;
    if (d->toks[and].upos != SG_POS_CCONJ || and < first + 2 || !heads_land(d, t)) return;
    uint32_t land = and - 1, up = d->toks[t].head;
    for (uint32_t over = d->toks[land].head; over != NONE && over < land && heads_land(d, over); over = d->toks[land].head)
        land = over; /* "the Republic of Peru and Chile" */
    if (up == NONE || up >= land || up == d->toks[land].head || heads_land(d, up)) return;
    if (d->toks[land].deprel == SG_DEP_NMOD && has_case(d, land) && heads_land(d, land)) d->toks[t].head = land;
}

/* "The ministers of Britain, France and Germany": lands that follow one another behind a noun in the plural are each
 * theirs, however the parser joined them. */
static void mend_lands(sg_doc *d, const sg_sent *s, uint32_t land) {
    uint32_t noun = d->toks[land].head, stop = s->first + s->count;
    if (noun == NONE || noun > land || d->toks[land].deprel != SG_DEP_NMOD || d->toks[noun].upos == SG_POS_VERB) return;
    if (!is_nominal(&d->toks[noun]) || !heads_land(d, land)) return;
    bool many = is_of_several(d, noun), between = stands_between(d, land);
    uint32_t named = noun; /* "we, the leaders of", "ministers of foreign affairs of" */
    if (d->toks[noun].deprel == SG_DEP_APPOS || (d->toks[noun].deprel == SG_DEP_NMOD && d->toks[noun].head < noun))
        named = d->toks[noun].head;
    enum { REACH = 120 };
    for (uint32_t i = land + 1; i < stop && i < land + REACH; i++) {
        sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB || t->upos == SG_POS_AUX || t->upos == SG_POS_PRON) return;
        if (t->deprel != SG_DEP_CONJ || t->head == NONE || t->head >= i) continue;
        bool listed = t->head == noun || t->head == named || t->head == land || d->toks[t->head].head == land;
        if (!listed) continue;
        bool own = heads_land(d, i);
        if (many && own && has_case(d, land) && !has_case(d, i)) hang(d, i, land, SG_DEP_CONJ);
        bool others = t->upos == SG_POS_NOUN ? has_role(d, i) : is_armed_group(d, i);
        bool beside = !many && !between && t->head == land && others && (!own || t->upos == SG_POS_PROPN);
        if (beside && !has_case(d, i)) hang(d, i, noun, SG_DEP_CONJ); /* "the government of Chad and the rebels" */
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

/* "troops gang-raped", "police tear-gassed": the first half of such a verb is no subject; the noun before it is. */
static void mend_half(sg_doc *d, uint32_t verb, uint32_t first) {
    if (verb < first + 3 || !is_hyphen(&d->toks[verb - 1])) return;
    uint32_t half = verb - 2, noun = verb - 3;
    const sg_tok *v = &d->toks[verb], *h = &d->toks[half], *n = &d->toks[noun];
    bool told = (v->bits & SG_FEAT_FIN) || v->deprel == SG_DEP_ROOT;
    if (!told || h->head != verb || !is_nominal(n) || has_subject(d, noun)) return;
    bool whole = h->deprel == SG_DEP_COMPOUND && (n->head == verb || n->head > verb) && n->deprel == SG_DEP_COMPOUND;
    bool taken = h->deprel == SG_DEP_NSUBJ && n->head == half && n->deprel == SG_DEP_COMPOUND;
    if (!whole && !taken) return;
    hang(d, half, verb, SG_DEP_COMPOUND);
    make_subject(d, noun, verb, half);
}

/* "Pope visits", "British PM arrives", "police teargassed marchers": a noun right before the verb is its subject, where
 * the parser hangs it on the verb, or on a noun behind it, as if it told of what kind these are. */
static void mend_subject(sg_doc *d, uint32_t verb) {
    if (has_subject(d, verb)) return;
    sg_tok *v = &d->toks[verb], *n = v - 1;
    bool part = n->deprel == SG_DEP_COMPOUND || (n->deprel == SG_DEP_NMOD_UNMARKED && has_role(d, verb - 1));
    bool told = (v->bits & SG_FEAT_FIN) || v->deprel == SG_DEP_ROOT;
    if (!told || n->head == NONE || n->head < verb || !is_nominal(n) || !part) return;
    make_subject(d, verb - 1, verb, n->head);
}

/* "Shells landed near the embassy", "tanks fired on the town": only headlines leave the auxiliary of a passive out. */
static void mend_voice(sg_doc *d, uint32_t verb) {
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

/* Verbs before this word in its sentence, but for those that only tell of what kind a noun is? */
static bool has_verb(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        bool attribute = t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_ACL || t->deprel == SG_DEP_ACL_RELCL;
        if (t->upos == SG_POS_AUX || (t->upos == SG_POS_VERB && !attribute)) return true;
    }
    return false;
}

/* Of a noun that is a past form as well ("shot"), the verb; else nothing. */
static const char *past_of_noun(const sg_doc *d, const sg_tok *t) {
    bool caps;
    if (t->upos != SG_POS_NOUN) return NULL;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, t->form, &caps));
    return sg_kind_value(&w, "past of");
}

static sg_str case_of(const sg_doc *d, uint32_t t);

/* "announced the recall of its envoy and the closure of the border": a noun of an act that has what it is done to is joined
 * to the act before it, and not to what that one is done to. */
static void mend_acts_joined(sg_doc *d, uint32_t t) {
    enum { UP = 3 };
    sg_tok *k = &d->toks[t];
    uint32_t to = k->head;
    if (k->deprel != SG_DEP_CONJ || k->upos != SG_POS_NOUN || to == NONE || to > t) return;
    bool done_to = false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        done_to |= c > t && d->toks[c].deprel == SG_DEP_NMOD && sg_eqz(case_of(d, c), "of");
    if (!done_to || !is_noun_of_act(d, sg_fold(d->arena, sg_str_of(k->lemma), NULL))) return;
    for (int i = 0; i < UP && to != NONE; i++) {
        const sg_tok *up = &d->toks[to];
        bool act = up->upos == SG_POS_NOUN && is_noun_of_act(d, sg_fold(d->arena, sg_str_of(up->lemma), NULL));
        if (act && !i) return; /* "the resumption of talks and the exchange of prisoners" */
        if (act) k->head = to;
        if (up->deprel != SG_DEP_NMOD && up->deprel != SG_DEP_CONJ) return;
        to = up->head;
    }
}

/* "A sniper shot five men", "judge shot dead in Derna": past forms that are nouns as well, in a sentence that has no
 * other verb. Where nothing is done to somebody named behind it, it was done to the noun before it. */
static void mend_past(sg_doc *d, const sg_sent *s) {
    uint32_t verb = s->root, stop = s->first + s->count;
    sg_tok *v = &d->toks[verb];
    const char *lemma = past_of_noun(d, v);
    if (!lemma || verb == s->first || !is_nominal(v - 1) || v[-1].head != verb || has_verb(d, s)) return;
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

/* "Lithuania thanks Pope": a verb's form that is a noun as well, with its subject before it. */
static void mend_present(sg_doc *d, const sg_sent *s) {
    bool caps;
    sg_tok *v = &d->toks[s->root];
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, v->form, &caps));
    const char *lemma = v->upos == SG_POS_NOUN ? sg_kind_value(&w, "present of") : NULL;
    if (!lemma || !has_subject(d, s->root)) return;
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

/* "Envoys of both sides deliberated at a camp": of a sentence that has no other verb the finite verb that the parser took
 * for an attribute of its first noun is the verb. */
static void mend_clause(sg_doc *d, const sg_sent *s) {
    uint32_t noun = s->root, verb = NONE, stop = s->first + s->count;
    if (!is_nominal(&d->toks[noun]) || is_said(d, noun)) return;
    for (uint32_t c = d->toks[noun].child; c != NONE && verb == NONE; c = d->toks[c].next) {
        bool clause = d->toks[c].deprel == SG_DEP_ACL && (d->toks[c].bits & SG_FEAT_FIN);
        if (c > noun && (clause || is_past_behind(d, c)) && !has_subject(d, c)) verb = c;
    }
    if (verb == NONE) return;
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, noun, verb, SG_DEP_NSUBJ);
    for (uint32_t i = s->first; i < stop; i++) {
        bool before = i < noun && (d->toks[i].deprel == SG_DEP_OBL || d->toks[i].deprel == SG_DEP_ADVMOD);
        if (d->toks[i].head == noun && i != verb && (i > verb || before)) d->toks[i].head = verb;
    }
}

static sg_str case_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return d->toks[c].form;
    return (sg_str){"", 0};
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
        return subject && (v->upos == SG_POS_NOUN || is_known_verb(d, sg_str_of(v->lemma))) ? c : NONE;
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
        else if (t->deprel == SG_DEP_NMOD && !sg_eqz(case_of(d, i), "of")) hang(d, i, verb, SG_DEP_OBL);
    }
}

/* "The police closed shops in Lima": of a sentence that has no other verb the past form before a bare noun is the verb,
 * and what the parser took for a heap of nouns its subject and its object. */
static void mend_attribute(sg_doc *d, const sg_sent *s) {
    uint32_t object = s->root, stop = s->first + s->count;
    bool named = d->toks[object].upos == SG_POS_PROPN && sg_is_capital(&d->toks[object]);
    if (!is_nominal(&d->toks[object]) || named || is_said(d, object) || has_verb(d, s)) return;
    uint32_t verb = attribute_of(d, s, object);
    if (verb == NONE || (is_open_line(d, s) && !has_role(d, verb - 1) && !is_of_land(d, verb - 1))) return;
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

/* The only past form of a known verb behind the sentence's noun that hangs as if it told of what kind something is; or
 * NONE. */
static uint32_t only_past(const sg_doc *d, const sg_sent *s) {
    uint32_t found = NONE;
    for (uint32_t i = s->root + 2; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos != SG_POS_VERB) continue;
        bool past = (t->bits & SG_FEAT_PAST) && (t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_ACL);
        if (found != NONE || !past || !is_known_verb(d, sg_str_of(t->lemma))) return NONE;
        found = i;
    }
    return found;
}

/* "Chad, in a rare rebuke, blamed 'foreign plots'", "President X on Monday sacked General Y": a sentence has a verb. */
static void mend_verbless(sg_doc *d, const sg_sent *s) {
    uint32_t subject = s->root, stop = s->first + s->count, verb = NONE, object = NONE;
    if (!is_nominal(&d->toks[subject]) || is_open_line(d, s) || is_said(d, subject) || has_verb(d, s)) return;
    if (has_case(d, subject) || (verb = only_past(d, s)) == NONE || verb + 2 >= stop) return;
    for (uint32_t i = verb + 1; i < stop; i++) { /* done by somebody, it may tell of the noun */
        if (d->toks[i].deprel == SG_DEP_OBL_AGENT) return;
        bool top = is_outside(&d->toks[i], verb + 1, stop - 1), noun = is_nominal(&d->toks[i]);
        if (!top || d->toks[i].head == verb) continue;
        if (noun && object == NONE && !has_case(d, i)) object = i;
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

/* "Lithuania thanks Pope": a name right behind a verb is whom it is done to, and nobody who is called. */
static void mend_called(sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ) return;
    if (d->toks[verb + 1].deprel == SG_DEP_VOCATIVE && d->toks[verb + 1].head == verb) hang(d, verb + 1, verb, SG_DEP_OBJ);
}

/* "Chad, rebels sign truce": a headline calls nobody; who stands so before the subject is a subject too. */
static void mend_first_of_two(sg_doc *d, uint32_t comma, uint32_t first) {
    uint32_t one = comma - 1, verb = d->toks[one].head;
    if (d->toks[one].deprel != SG_DEP_VOCATIVE || verb == NONE || verb < comma + 2) return;
    if (d->toks[comma].form.s[0] != ',') return;
    if (one > first && d->toks[one - 1].head != one) return;
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

/* "is in Kiev for talks", "are on strike": a phrase that is said of somebody hangs on its verb as with other verbs, so
 * that the tables can tell what "be in", "be on" mean. */
static void mend_copula(sg_doc *d, uint32_t t) {
    uint32_t be = NONE, prep = NONE;
    bool subject = false;
    if (!is_nominal(&d->toks[t])) return;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_COP) be = c;
        if (rel == SG_DEP_CASE && prep == NONE) prep = c;
        subject |= rel == SG_DEP_NSUBJ;
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

/* ---- verbs that are joined ---- */

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

/* "urged Niger to show restraint and offered to mediate", "said Peru must leave and accused Chile": a past form is joined
 * to no infinitive, as the parser has it, but to the verb over it. Of gold trees none has it otherwise. */
static void mend_joined(sg_doc *d, const sg_sent *s, uint32_t verb) {
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

/* "was accused by Chad of arming rebels": what stands behind another word than "by" did nothing. What is done to it by a
 * word between the two that the parser took for its attribute hangs on that. */
static void mend_agentless(sg_doc *d, uint32_t noun, uint32_t stop) {
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
            if (d->toks[m].deprel == SG_DEP_CASE && is_kind(d, sg_fold(d->arena, d->toks[m].form, NULL), "asked-for"))
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
        bool perfect = is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[c].lemma), NULL), "perfect");
        if (perfect || (d->toks[c].bits & SG_FEAT_PAST)) return false;
        now = true;
    }
    return now;
}

/* Does the verb deny what a pronoun, or one's own, is told to have done: "denied that it had", "that its planes had"? */
static bool denies(const sg_doc *d, uint32_t verb, uint32_t deed) {
    enum { OP = 2 };
    bool own = false;
    for (uint32_t c = d->toks[deed].child; c != NONE; c = d->toks[c].next) {
        if (!is_any_subject(&d->toks[c])) continue;
        own = d->toks[c].upos == SG_POS_PRON;
        for (uint32_t k = d->toks[c].child; k != NONE; k = d->toks[k].next)
            own |= d->toks[k].deprel == SG_DEP_NMOD_POSS && d->toks[k].upos == SG_POS_PRON;
    }
    if (!own) return false;
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
    for (uint32_t c = t->child; c != NONE && (t->bits & SG_FEAT_PAST) && denies(d, over, to); c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CCOMP && c > verb) return true; /* "denied that it had and assured that" */
    return past && (told->bits & SG_FEAT_PAST) && told->upos == SG_POS_VERB && is_told_now(d, to);
}

/* "said 40 men were killed and appealed for help": who was killed does not appeal, but whoever says so. */
static void mend_teller(sg_doc *d, uint32_t verb) {
    enum { OP = 2 };
    static const char speech[] = "ask|demand|accuse|promise|threaten|warn";
    const sg_tok *t = &d->toks[verb];
    uint32_t to = t->deprel == SG_DEP_CONJ ? t->head : NONE, over = to == NONE ? NONE : d->toks[to].head;
    if (over == NONE || to > verb || over > to || d->toks[to].deprel != SG_DEP_CCOMP || has_helper(d, verb, to)) return;
    if (goes_on_telling(d, verb, to, over)) {
        hang(d, verb, over, SG_DEP_CONJ);
        return;
    }
    bool passive = false, speaks = false;
    for (uint32_t c = d->toks[to].child; c != NONE; c = d->toks[c].next) passive |= d->toks[c].deprel == SG_DEP_AUX_PASS;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(t->lemma), NULL));
    for (size_t i = 0; i < rows.count; i++) speaks |= sg_list_has(speech, sg_str_of(rows.row[i]->cell[OP]));
    if (passive && speaks && (t->bits & SG_FEAT_PAST) && asks_itself(d, verb)) hang(d, verb, over, SG_DEP_CONJ);
}

/* ", reported the spokesman of the council.": somebody, not called by a pronoun ("recalled its envoy"), ends the
 * sentence. */
static bool ends_with_teller(const sg_doc *d, uint32_t who) {
    enum { DEEP = 16 };
    const sg_sent *s = &d->sents[d->toks[who].sent];
    if (!has_role(d, who)) return false;
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON) return false;
    for (uint32_t i = who; i < s->first + s->count; i++)
        if (d->toks[i].upos != SG_POS_PUNCT && !sg_is_below(d, i, who, DEEP)) return false;
    return true;
}

/* "urges the Herald Sunday in an article": a day beside the one who says it is none. */
static bool is_weekday(const sg_doc *d, uint32_t t) {
    return is_kind(d, sg_fold(d->arena, d->toks[t].form, NULL), "weekday");
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

/* "The vote was stolen, claimed Peru", "urges the Herald": behind what is quoted the one who says it follows the verb. */
static void mend_inverted(sg_doc *d, uint32_t verb, uint32_t first) {
    const sg_tok *t = &d->toks[verb];
    bool told = t->deprel == SG_DEP_PARATAXIS || t->deprel == SG_DEP_CONJ, said = t->head != NONE && t->head < verb;
    bool past = (t->bits & SG_FEAT_PAST) != 0, clause = t->deprel == SG_DEP_ADVCL && (t->bits & SG_FEAT_FIN);
    if (verb < first + 3 || (!told && !clause) || !said || !is_comma(t - 1)) return;
    if (!past && (!(t->bits & SG_FEAT_FIN) || (t->bits & SG_FEAT_PLUR))) return;
    sg_str lemma = sg_fold(d->arena, sg_str_of(t->lemma), NULL);
    bool reports = past && is_kind(d, lemma, "reporting"); /* words that may have an object, too: "announced a curfew" */
    if (!has_subject(d, t->head) || (!reports && !is_kind(d, lemma, "quoting"))) return;
    uint32_t who = NONE;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) && c > verb && who == NONE) who = c;
        else if (is_weekday(d, c)) continue;
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

/* "Free them," demanded the unions: right behind what is quoted, and without a subject, the verb is followed by the one
 * who says it. */
static void mend_quoter(sg_doc *d, uint32_t verb, uint32_t first) {
    if (verb < first + 3 || !is_quote(&d->toks[verb - 1]) || has_subject(d, verb)) return;
    uint32_t who = NONE;
    bool quoted = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        quoted |= (rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS) && c < verb;
        if (rel == SG_DEP_OBJ && c > verb && who == NONE) who = c;
    }
    if (quoted && who != NONE && !has_case(d, who)) hang(d, who, verb, SG_DEP_NSUBJ);
}

/* "Leave our waters," the admiral told the captain: an order in somebody's own words, to the one who is told. */
static void mend_quoted_order(sg_doc *d, uint32_t verb) {
    sg_tok *v = &d->toks[verb];
    bool clause = v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_PARATAXIS, told = false;
    if (!clause || !(v->bits & SG_FEAT_IMP) || has_subject(d, verb)) return;
    if (!is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[v->head].lemma), NULL), "orders")) return;
    for (uint32_t c = d->toks[v->head].child; c != NONE; c = d->toks[c].next) {
        sg_str to = case_of(d, c);
        told |= d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_IOBJ;
        told |= d->toks[c].deprel == SG_DEP_OBL && (sg_eqz(to, "to") || sg_eqz(to, "at"));
    }
    if (!told) return;
    v->deprel = SG_DEP_XCOMP;
    v->bits = (v->bits & ~(uint32_t)(SG_FEAT_IMP | SG_FEAT_FIN)) | SG_FEAT_INF;
}

/* ---- who tells, and who acts with another ---- */

/* "Chad, officials in Niamey said, has signed", "It was shelled, sources said": of two subjects of what is said, the one
 * right before the verb of saying, which has none, says it. */
static bool mend_sayer(sg_doc *d, uint32_t verb, uint32_t said) {
    enum { DEEP = 16 };
    uint32_t subject = NONE, sayer = NONE;
    for (uint32_t c = d->toks[said].child; c != NONE && c < verb; c = d->toks[c].next)
        if (is_any_subject(&d->toks[c]) && d->toks[c].head == said) subject = subject == NONE ? c : subject, sayer = c;
    if (sayer == NONE || sayer == subject || !is_nominal(&d->toks[sayer])) return false;
    for (uint32_t i = sayer + 1; i < verb; i++)
        if (is_comma(&d->toks[i]) || !sg_is_below(d, i, sayer, DEEP)) return false;
    hang(d, sayer, verb, SG_DEP_NSUBJ);
    return true;
}

static void mend_sayers(sg_doc *d, uint32_t verb, uint32_t first) {
    const sg_tok *v = &d->toks[verb];
    if (verb < first + 3 || v->upos != SG_POS_VERB || has_subject(d, verb) || !is_saying(d, v)) return;
    if (v->deprel == SG_DEP_PARATAXIS && mend_sayer(d, verb, v->head)) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CCOMP && d->toks[c].head == verb && mend_sayer(d, verb, c)) return;
}

/* "before a trip by its president, Ana Quispe, to Peru, the police freed him": of two subjects the one between commas
 * right behind a word for an office says who that is. */
static void mend_apposed(sg_doc *d, uint32_t name, const sg_sent *s) {
    const sg_tok *t = &d->toks[name];
    uint32_t verb = t->head, first = name, end = name + 1, stop = s->first + s->count;
    if (t->upos != SG_POS_PROPN || !is_any_subject(t)) return;
    while (first > s->first && d->toks[first - 1].head == name && d->toks[first - 1].deprel == SG_DEP_COMPOUND) first--;
    if (first < s->first + 3 || !is_comma(&d->toks[first - 1])) return;
    uint32_t office = first - 2;
    if (verb == NONE || verb < name || !is_office(d, office) || d->toks[office].head == verb) return;
    while (end < stop && d->toks[end].head == name && d->toks[end].deprel == SG_DEP_FLAT) end++;
    if (end >= stop || !is_comma(&d->toks[end])) return;
    uint32_t other = NONE;
    for (uint32_t i = end + 1; i < verb; i++)
        if (d->toks[i].head == verb && is_any_subject(&d->toks[i])) other = i;
    if (other == NONE) return;
    hang(d, name, office, SG_DEP_APPOS);
}

/* "the World Food Fund (WFF)", "the union (WHO) that": letters in brackets behind a name are its short form, though they
 * look like a pronoun or a subject. */
static void mend_short_form(sg_doc *d, uint32_t t) {
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

/* "Chad, along with Niger, signed": who is named with the subject does what it does. */
static void mend_companion(sg_doc *d, uint32_t along) {
    enum { UP = 6 };
    char room[ROOM];
    uint32_t who = d->toks[along + 1].head, up = along - 1;
    if (who == NONE || who <= along + 1 || !is_nominal(&d->toks[who]) || d->toks[along + 1].deprel != SG_DEP_CASE) return;
    if (!is_kind(d, phrase_of(d, along, along + 1, room), "companion")) return;
    if (is_comma(&d->toks[up]) && up) up--;
    for (size_t i = 0; i < UP && up != NONE && !is_any_subject(&d->toks[up]); i++) up = d->toks[up].head;
    if (up == NONE || up >= along || !is_any_subject(&d->toks[up]) || up == who) return;
    if (d->toks[who].head != up && d->toks[who].head != d->toks[up].head) return;
    hang(d, who, up, SG_DEP_CONJ);
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].head == who) d->toks[c].head = up;
}

/* "South Korean and U.S. marines": the adjective before "and" tells of the noun behind it. */
static void mend_shared(sg_doc *d, uint32_t and, uint32_t first, uint32_t stop) {
    enum { REACH = 4 };
    uint32_t one = and - 1, two = and + 1, noun = d->toks[and].head;
    if (two >= stop || noun == NONE || noun <= two || noun > two + REACH || d->toks[noun].deprel != SG_DEP_CONJ) return;
    if (d->toks[noun].head != one || !is_nominal(&d->toks[noun]) || !is_land_adjective(d, one, first)) return;
    bool several = (d->toks[noun].bits & SG_FEAT_PLUR) || is_of_several(d, noun), land = is_of_land(d, two);
    if (!several || !land || is_of_land(d, noun) || d->toks[two].head != noun || d->toks[one].head == NONE) return;
    for (uint32_t c = d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == one && d->toks[c].deprel != SG_DEP_COMPOUND) d->toks[c].head = noun;
    hang(d, noun, d->toks[one].head, (sg_deprel)d->toks[one].deprel);
    hang(d, one, noun, SG_DEP_AMOD);
    hang(d, two, one, SG_DEP_CONJ);
    d->toks[and].head = two;
}

/* "backed Chad's view and accused Niger of it": a noun joined to one before the second verb, beside which it stands, is
 * that verb's object. */
static void mend_crossed(sg_doc *d, uint32_t t, uint32_t first) {
    uint32_t up = d->toks[t].head, verb = t - 1;
    if (up == NONE || up >= t || !is_nominal(&d->toks[t]) || !is_nominal(&d->toks[up])) return;
    while (verb > first && verb > up && d->toks[verb].head == t && d->toks[verb].upos != SG_POS_CCONJ) verb--;
    const sg_tok *v = &d->toks[verb];
    if (verb <= up || v->upos != SG_POS_VERB || v->deprel != SG_DEP_CONJ || v->head == NONE || v->head >= up) return;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == verb && (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_AUX_PASS)) return;
    hang(d, t, verb, SG_DEP_OBJ);
}

/* "There is no change at all in the policy": in what it is belongs to the noun. */
static void mend_unchanged(sg_doc *d, uint32_t in) {
    enum { OF = 1 };
    uint32_t what = d->toks[in].head, is = what == NONE ? NONE : d->toks[what].head, noun = NONE;
    if (is == NONE || is > in || what < in || d->toks[what].deprel != SG_DEP_OBL) return;
    bool there = false;
    for (uint32_t c = d->toks[is].child; c != NONE && c < in; c = d->toks[c].next) {
        there |= d->toks[c].head == is && d->toks[c].deprel == SG_DEP_EXPL;
        if (d->toks[c].head == is && is_any_subject(&d->toks[c])) noun = c;
    }
    if (!there || noun == NONE || noun < is) return;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_STANCES, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[OF][0] == 'n') hang(d, what, noun, SG_DEP_NMOD);
}

/* ---- who did what a noun tells ---- */

static bool is_by(const sg_doc *d, uint32_t t) {
    if (d->toks[t].upos != SG_POS_ADP || d->toks[t].deprel != SG_DEP_CASE) return false;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, NULL));
    return sg_kind_value(&w, "by") != NULL;
}

/* Is it somebody, or something of a land's? */
static bool may_act(const sg_doc *d, uint32_t t) {
    sg_str key = sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL);
    return d->toks[t].upos == SG_POS_PROPN || is_of_land(d, t - 1) || sg_lexicon_find(d->lex, SG_T_ROLES, key).count;
}

/* "the ramming of Peruvian boats by Chilean ships", "denounced the arrest of sailors by the navy": behind whom it is done
 * to, who does it belongs to the noun of the act, and neither to them nor to the verb. */
static void mend_agent(sg_doc *d, const sg_sent *s, uint32_t by) {
    uint32_t agent = d->toks[by].head, up = agent == NONE ? NONE : d->toks[agent].head;
    if (agent == NONE || agent < by || up == NONE || up > by || !is_nominal(&d->toks[agent]) || !may_act(d, agent)) return;
    enum { REACH = 24, DEEP = 32 };
    for (uint32_t done = by - 1; done > s->first && by - done < REACH; done--) {
        uint32_t act = d->toks[done].head;
        bool nominal = is_nominal(&d->toks[done]) && d->toks[done].deprel == SG_DEP_NMOD && act != NONE && act < done;
        if (!nominal || d->toks[act].upos != SG_POS_NOUN || !sg_is_below(d, by - 1, done, DEEP)) continue;
        if (!is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[act].lemma), NULL))) continue;
        if (act == up) return; /* it hangs there already */
        bool object = d->toks[act].head == up && d->toks[act].deprel == SG_DEP_OBJ;
        if (!object && !sg_is_below(d, up, done, DEEP)) continue;
        hang(d, agent, act, SG_DEP_NMOD);
        return;
    }
}


/* "Peru, but not Chile, signed", "Peru, not Chile, signed": who is joined by "not" does nothing. */
static void mend_excluded(sg_doc *d, uint32_t no) {
    enum { REACH = 4 };
    uint32_t who = d->toks[no].head;
    if (who == NONE || who < no || who - no >= REACH || !is_nominal(&d->toks[who])) return;
    bool but = d->toks[no - 1].deprel == SG_DEP_CC && d->toks[no - 1].head == who, comma = is_comma(&d->toks[no - 1]);
    bool joined = (d->toks[who].deprel == SG_DEP_CONJ && (but || comma)) || (d->toks[who].deprel == SG_DEP_APPOS && comma);
    if (joined) d->toks[who].deprel = SG_DEP_REPARANDUM;
}

static bool is_owner_ending(const sg_doc *d, uint32_t t, uint32_t owner) {
    return d->toks[t].head == owner && is_kind(d, sg_fold(d->arena, d->toks[t].form, NULL), "owner ending");
}

/* "Chad's and Niger's armies clashed": the first owner is no subject. */
static void mend_owners(sg_doc *d, uint32_t mark, uint32_t stop) {
    enum { REACH = 5 };
    uint32_t owner = mark - 1, and = mark + 1, second = NONE;
    if (d->toks[and].deprel != SG_DEP_CC || !is_owner_ending(d, mark, owner)) return;
    for (uint32_t i = and + 1; i < stop && i < and + REACH; i++)
        if (d->toks[i].head == owner && d->toks[i].deprel == SG_DEP_CONJ) second = i;
    if (second == NONE || second + 2 >= stop || !is_owner_ending(d, second + 1, second)) return;
    for (uint32_t i = second + 2; i < stop && i < second + REACH; i++) {
        if (d->toks[i].upos != SG_POS_NOUN || d->toks[i].head != d->toks[owner].head) continue;
        bool both = is_any_subject(&d->toks[i]) && is_any_subject(&d->toks[owner]);
        if (!both && d->toks[i].deprel != d->toks[owner].deprel) return;
        hang(d, owner, i, SG_DEP_NMOD_POSS);
        return;
    }
}

static bool is_of_class(const sg_doc *d, sg_str word, const char *class) {
    enum { CLASS = 1 };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_CLASSES, word);
    for (size_t i = 0; i < r.count; i++)
        if (!strcmp(r.row[i]->cell[CLASS], class)) return true;
    return false;
}

/* Does the preposition stand right behind what is done to, its phrase hung on the verb, though it may belong to that
 * noun? */
static bool parts_object(const sg_doc *d, uint32_t prep) {
    uint32_t place = d->toks[prep].head, verb = place == NONE ? NONE : d->toks[place].head;
    if (place == NONE || place < prep || d->toks[place].deprel != SG_DEP_OBL) return false;
    const sg_tok *noun = &d->toks[prep - 1];
    bool object = noun->deprel == SG_DEP_OBJ || noun->deprel == SG_DEP_OBL;
    return object && verb != NONE && verb < prep - 1 && noun->head == verb;
}

/* "kidnapped two nurses from Niger", "snubbed his colleague from Niger": people with a land's name behind "from" are of
 * that land, but where the verb takes them out of it ("evacuated its citizens from Niger"). */
static void mend_origin(sg_doc *d, uint32_t from) {
    if (!sg_eqz(d->toks[from].form, "from") || !parts_object(d, from)) return;
    uint32_t land = d->toks[from].head, verb = d->toks[land].head, people = from - 1;
    if (d->toks[people].upos != SG_POS_NOUN) return;
    sg_str word = sg_fold(d->arena, sg_str_of(d->toks[people].lemma), NULL);
    bool served = is_of_class(d, word, "vehicle") || sg_lexicon_find(d->lex, SG_T_ROLES, word).count;
    if (!served || !heads_land(d, land)) return;
    if (is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "takes away")) return;
    hang(d, land, people, SG_DEP_NMOD);
}

/* "the withdrawal of Chad's troops from Niger": from where, the noun that takes them away tells, and not of where they
 * are. */
static void mend_removal(sg_doc *d, uint32_t from) {
    uint32_t land = d->toks[from].head, who = land == NONE ? NONE : d->toks[land].head;
    uint32_t noun = who == NONE ? NONE : d->toks[who].head;
    if (!sg_eqz(d->toks[from].form, "from") || noun == NONE || land < who || who < noun + 2) return;
    if (d->toks[land].deprel != SG_DEP_NMOD || d->toks[who].deprel != SG_DEP_NMOD || !heads_land(d, land)) return;
    if (d->toks[noun].upos != SG_POS_NOUN || !sg_eqz(case_of(d, who), "of")) return;
    if (is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL), "removal")) hang(d, land, noun, SG_DEP_NMOD);
}

/* "A man it accused of spying", "officials it accuses of fraud": a pronoun right behind a noun is the subject of a clause
 * that tells of the noun, though the parser reads a participle of the noun there, or the sentence's own verb. */
static void mend_bare_relative(sg_doc *d, uint32_t verb, uint32_t first) {
    sg_tok *v = &d->toks[verb], *who = v - 1;
    if (verb < first + 4 || who->upos != SG_POS_PRON || who->head != verb || !is_nominal(who - 1)) return;
    bool past = (v->bits & SG_FEAT_PAST) != 0;
    if (v->deprel == SG_DEP_ACL && who->deprel == SG_DEP_NSUBJ_PASS && v->head == verb - 2 && past) {
        hang(d, verb - 1, verb, SG_DEP_NSUBJ);
        v->deprel = SG_DEP_ACL_RELCL;
        v->bits = (v->bits & ~(uint32_t)(SG_FEAT_PART | SG_FEAT_PASS)) | SG_FEAT_FIN;
        return;
    }
    if (v->deprel != SG_DEP_ROOT || who->deprel != SG_DEP_NSUBJ) return;
    uint32_t main = NONE, noun = top_of(d, verb - 2, first, verb - 2);
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c < verb - 1 && rel != SG_DEP_ADVCL) return;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_AUX) return; /* "..., it says" */
        if (rel == SG_DEP_ADVCL && c < verb) main = c;
    }
    if (main == NONE || noun != main || !(d->toks[main].bits & SG_FEAT_FIN) || !has_subject(d, main)) return;
    for (uint32_t c = d->toks[main].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_MARK) return;
    hang(d, main, NONE, SG_DEP_ROOT);
    hang(d, verb, verb - 2, SG_DEP_ACL_RELCL);
    d->sents[v->sent].root = main;
}

/* "recognised the authorities in Niamey": who rules is told by where he does, and the phrase is no place of the act. */
static void mend_seat(sg_doc *d, uint32_t in) {
    if (!sg_eqz(d->toks[in].form, "in") || !parts_object(d, in)) return;
    uint32_t seat = d->toks[in].head, rulers = in - 1;
    sg_str word = sg_fold(d->arena, sg_str_of(d->toks[rulers].lemma), NULL);
    if (heads_land(d, seat) && is_kind(d, word, "governs")) hang(d, seat, rulers, SG_DEP_NMOD);
}

/* Does a phrase with "on" that is no date stand on the word behind another one? */
static bool has_on_behind(const sg_doc *d, uint32_t t, uint32_t behind) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (c > behind && sg_eqz(case_of(d, c), "on") && !is_kind(d, d->toks[c].lemma_key, "weekday")) return true;
    return false;
}

/* "blamed the attack on the rebels": on whom it is laid hangs on the verb, but for "the attack on X on Y". */
static void mend_blamed(sg_doc *d, uint32_t on) {
    uint32_t who = d->toks[on].head, deed = who == NONE ? NONE : d->toks[who].head;
    if (deed == NONE || who < on || d->toks[who].deprel != SG_DEP_NMOD || !sg_eqz(d->toks[on].form, "on")) return;
    if (d->toks[deed].deprel == SG_DEP_NMOD && sg_eqz(case_of(d, deed), "on")) deed = d->toks[deed].head; /* "on X on Y" */
    bool object = d->toks[deed].deprel == SG_DEP_OBJ || d->toks[deed].deprel == SG_DEP_NSUBJ_PASS;
    uint32_t verb = object ? d->toks[deed].head : NONE;
    if (verb == NONE || !is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "blaming")) return;
    if (is_kind(d, d->toks[who].lemma_key, "weekday")) return;
    bool another = has_on_behind(d, deed, who) || has_on_behind(d, verb, who) || has_on_behind(d, who, who);
    if (!another) hang(d, who, verb, SG_DEP_OBL);
}

static void mend_sentence(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    bool headline = s->in_title || is_open_line(d, s);
    for (uint32_t i = s->first; i < stop; i++) mend_letters(d, s, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) mend_lemma(d, &d->toks[i]);
    if (s->count) mend_present(d, s), mend_past(d, s), mend_headline(d, s), mend_infinitive(d, s);
    if (s->count) mend_clause(d, s), mend_attribute(d, s), mend_verbless(d, s);
    for (uint32_t i = s->first; i + 2 < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_AUX) mend_perfect(d, i);
    for (uint32_t i = s->first; i + 2 < stop; i++) mend_guest_subject(d, i);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) mend_stricken(d, i, s->first);
    for (uint32_t i = s->first + 2; i < stop; i++) {
        uint8_t rel = d->toks[i].deprel;
        if (rel == SG_DEP_CONJ || rel == SG_DEP_NMOD) mend_titled(d, i);
        if (rel == SG_DEP_CONJ) mend_acts_joined(d, i);
        if (rel == SG_DEP_APPOS) mend_next_titled(d, i);
        if (rel == SG_DEP_CONJ) mend_second(d, i), mend_list(d, i), mend_crossed(d, i, s->first);
        if (rel == SG_DEP_CONJ) mend_over_subject(d, i, s->first), mend_second_land(d, i, s->first);
        if (rel == SG_DEP_NMOD || rel == SG_DEP_APPOS) mend_land_in_name(d, i);
        if (rel == SG_DEP_CONJ) mend_beside_government(d, i), mend_named_behind(d, i, stop);
        if (d->toks[i].upos == SG_POS_VERB) mend_guest(d, i, stop), mend_bare_relative(d, i, s->first);
        if (rel == SG_DEP_ACL_RELCL || rel == SG_DEP_ACL) mend_said(d, i);
        if (rel == SG_DEP_ACL_RELCL) mend_who(d, i);
    }
    for (uint32_t i = s->first + 1; i + 2 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_MARK) mend_means(d, i, stop), mend_will(d, i);
        else if (d->toks[i].deprel == SG_DEP_CASE) mend_by_phone(d, i);
        else if (d->toks[i].deprel == SG_DEP_APPOS) mend_late_object(d, i, s->first);
        else if (d->toks[i].deprel == SG_DEP_AMOD) mend_kept(d, i);
    for (uint32_t i = s->first; i + 3 < stop; i++) mend_pair(d, i, s);
    for (uint32_t i = s->first + 1; i + 1 < stop; i++) mend_split_land(d, i, stop);
    for (uint32_t i = s->first; i + 4 < stop; i++)
        if (is_nominal(&d->toks[i])) mend_counted(d, i, stop);
    for (uint32_t i = s->first; i + 3 < stop; i++) i = mend_row(d, i, s);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_PROPN) mend_lands(d, s, i);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) {
            mend_behind(d, i, s->first);
            mend_half(d, i, s->first);
            mend_subject(d, i);
            if (!headline) mend_voice(d, i);
        }
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB && t[1].upos == SG_POS_NOUN && t[1].head == i) mend_verb(d, i);
        if (t->upos == SG_POS_VERB) mend_called(d, i);
        if (t->upos == SG_POS_VERB && i + 2 < stop) mend_gerund(d, i), mend_having(d, i), mend_dismissed(d, i);
        if (t->upos == SG_POS_VERB && i + 4 < stop) mend_addressed(d, i);
        if (t->upos == SG_POS_VERB && i + 2 < stop) mend_receiver(d, i, headline);
        if (t->upos == SG_POS_VERB && i + 4 < stop) mend_gift(d, i);
        mend_body(d, i);
        mend_epithet(d, i, stop);
        mend_name(d, i);
        mend_named(d, i);
        if (headline) mend_passive(d, i);
        if (headline && i > s->first) mend_first_of_two(d, i, s->first);
        if (i + 2 < stop && is_hyphen(&t[1])) mend_joint(d, i);
    }
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB)
            mend_objects(d, i), mend_joined(d, s, i), mend_teller(d, i), mend_inverted(d, i, s->first),
                mend_quoter(d, i, s->first), mend_quoted_order(d, i),
                mend_sayers(d, i, s->first);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++) mend_short_form(d, i), mend_apposed(d, i, s);
    for (uint32_t i = s->first + 1; i + 2 < stop; i++)
        if (d->toks[i + 1].upos == SG_POS_ADP) mend_companion(d, i);
    for (uint32_t i = s->first + 1; i + 2 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CC) mend_shared(d, i, s->first, stop);
    for (uint32_t i = s->first; i < stop; i++) mend_copula(d, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].deprel == SG_DEP_OBL_AGENT) mend_agentless(d, i, stop);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++)
        if (is_by(d, i)) mend_agent(d, s, i);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CASE)
            mend_origin(d, i), mend_seat(d, i), mend_removal(d, i), mend_unchanged(d, i), mend_blamed(d, i);
    for (uint32_t i = s->first + 1; i + 4 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CASE) mend_owners(d, i, stop);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_ADVMOD && (d->toks[i].bits & SG_FEAT_NEG)) mend_excluded(d, i);
}

/* Does every word hang below the root? */
static bool is_tree(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first, t = i; i < s->first + s->count; t = ++i)
        for (uint32_t steps = 0; d->toks[t].head != NONE; t = d->toks[t].head)
            if (++steps > s->count) return false;
    return true;
}

/* Mends that disagree could hang two words on one another: such a sentence stays as it was. */
void sg_mend(sg_doc *d) {
    size_t longest = 0;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].count > longest) longest = d->sents[i].count;
    bool some = false;
    for (size_t i = 0; i < d->sent_count; i++) some |= mend_offices(d, &d->sents[i]);
    if (some) sg_children(d);
    sg_tok *before = (sg_tok *)sg_alloc_raw(d->arena, longest, sizeof *before);
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        memcpy(before, &d->toks[s->first], s->count * sizeof *before);
        mend_sentence(d, s);
        if (!is_tree(d, s)) memcpy(&d->toks[s->first], before, s->count * sizeof *before);
    }
    sg_children(d);
}
