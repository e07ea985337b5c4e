/* mend_headline.c: see mend_in.h. Headlines. */
#include "mend_in.h"

static bool is_title_noun(const sg_doc *d, sg_str form) {
    sg_looked w = sg_lexicon_look(d->lex, form);
    return sg_kind_value(&w, "title noun") != NULL;
}

/* Does the word name somebody, or say of which kind he is: "Xi Jinping", "two rebel chiefs", "U.S.-backed premier"? */
static bool is_naming(const sg_tok *k) {
    return is_nominal(k) || k->upos == SG_POS_ADJ || k->upos == SG_POS_NUM || is_hyphen(k);
}

/* Somebody who acts: a land, a body, a name, people by what they do; and no day or month. */
static bool is_doer(const sg_doc *d, uint32_t t) {
    sg_str low = sg_fold(d->arena, d->toks[t].form, NULL);
    if (sg_is_kind(d, low, "weekday") || sg_is_kind(d, low, "month")) return false;
    if (d->toks[t].upos == SG_POS_PROPN || sg_is_of_land_here(d, t)) return true;
    sg_str lemma = sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL);
    bool role = sg_has_role(d, t) || sg_lexicon_find(d->lex, SG_T_ROLES, lemma).count;
    bool people = sg_is_of_class(d, lemma, "human") || sg_is_of_class(d, lemma, "militia");
    return (role || people) && is_nominal(&d->toks[t]);
}

/* "Thai, Malaysian police", "Paris, Hanoi airmen": of two lands side by side each tells whose the same people are. */
static bool share_noun(const sg_doc *d, uint32_t first, uint32_t comma, uint32_t verb) {
    uint32_t last = sg_land_from(d, comma + 1, verb);
    bool adjective = sg_is_land_adjective(d, comma - 1, first), second = d->toks[comma + 1].upos == SG_POS_ADJ;
    if (adjective || second) return adjective;
    return last != NONE && last + 1 < verb && sg_land_from(d, first, comma) == comma - 1;
}

/* "Clinton, Zuma ink", "Bogota, rebel chiefs to meet": the comma between the two who open the line, before the word that
 * may be their verb; NONE where there are no such two. A name that explains another has a comma behind it too. */
static uint32_t comma_between(const sg_doc *d, uint32_t first, uint32_t verb) {
    uint32_t comma = NONE;
    if (verb < first + 3 || !is_doer(d, verb - 1)) return NONE;
    for (uint32_t i = first; i < verb; i++) {
        const sg_tok *t = &d->toks[i];
        bool owner = t->upos == SG_POS_PART && t->form.s[0] == '\'';
        bool title = i == first || t->upos != SG_POS_PROPN || t[-1].upos != SG_POS_NOUN || sg_is_office(d, i - 1);
        if ((is_naming(t) && title) || owner) continue;
        if (!is_comma(&d->toks[i]) || comma != NONE || i == first || !is_doer(d, i - 1)) return NONE;
        comma = i;
    }
    return comma == NONE || comma + 1 == verb || share_noun(d, first, comma, verb) ? NONE : comma;
}

/* Are several meant: "rivals", "police", "India, Pakistan", "Xi Jinping, PM Modi"? */
static bool are_several(const sg_doc *d, uint32_t t, uint32_t first) {
    bool caps;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, &caps));
    if ((d->toks[t].bits & SG_FEAT_PLUR) || sg_kind_value(&w, "title plural")) return true;
    const sg_tok *two = &d->toks[t] - 2;
    if (t >= first + 2 && d->toks[t].upos == SG_POS_PROPN && two->upos == SG_POS_PROPN && is_comma(two + 1)) return true;
    return comma_between(d, first, t + 1) != NONE;
}

/* "hands over 20 fishermen": a verb with its particle that the tables know. */
static bool is_with_particle(const sg_doc *d, uint32_t t) {
    sg_str verb = sg_verb_of_form(d, sg_fold(d->arena, d->toks[t].form, NULL));
    sg_str with = sg_fold(d->arena, d->toks[t + 1].form, NULL);
    if (!verb.n) return false;
    return sg_known_verb(d, sg_str_of(sg_printf(d->arena, "%.*s %.*s", (int)verb.n, verb.s, (int)with.n, with.s))).verb;
}

/* Does what stands behind the word let it be a verb: somebody or something that is named, a phrase, or nothing where it is
 * told of an office that it "quits"? */
static bool goes_on(const sg_doc *d, uint32_t t, uint32_t stop, bool third) {
    const sg_tok *after = &d->toks[t] + 1;
    if (sg_has_subject(d, t)) return true; /* the parser too took it for one */
    if (t + 1 >= stop) return third && sg_has_role(d, t - 1);
    bool named = is_nominal(after) || after->upos == SG_POS_ADJ || after->upos == SG_POS_NUM || after->upos == SG_POS_VERB;
    bool away = after->upos == SG_POS_ADV && (sg_has_role(d, t - 1) || is_with_particle(d, t)); /* "premier steps down" */
    bool clause = after->upos == SG_POS_SCONJ && sg_has_role(d, t - 1); /* "premier quits as crowds gather" */
    return named || (third && (after->upos == SG_POS_ADP || away || clause));
}

/* Of a small word that was taken for a name ("slams"), no tag says in which number it is. */
static bool is_third(const sg_doc *d, const sg_tok *v) {
    if (v->form.n > 2 && sg_is_kind(d, sg_fold(d->arena, v->form, NULL), "title verb")) return true;
    return (v->bits & SG_FEAT_PLUR) || (v->upos == SG_POS_PROPN && v->form.n > 3 && v->form.s[v->form.n - 1] == 's');
}

static sg_str title_lemma(const sg_doc *d, const sg_tok *v) {
    bool caps;
    if (v->upos != SG_POS_PROPN) return sg_fold(d->arena, sg_str_of(v->lemma), &caps);
    sg_str low = sg_fold(d->arena, v->form, &caps);
    sg_looked w = sg_lexicon_look(d->lex, low);
    const char *verb = sg_kind_value(&w, "title verb"); /* "OKs" */
    if (verb) return sg_str_of(verb);
    return is_third(d, v) ? sg_verb_of_form(d, low) : low;
}

/* Could the word, read as a noun, be the verb of a headline? One of the two, it or the noun before it, is in the plural
 * ("court jails", "rivals swap"), and both are in small letters. */
static bool may_be_verb(const sg_doc *d, uint32_t t, uint32_t first, uint32_t stop) {
    const sg_tok *v = &d->toks[t], *before = v - 1;
    bool caps, third = is_third(d, v), written_small = v->small || (v->form.s[0] >= 'a' && v->form.s[0] <= 'z');
    written_small |= sg_is_kind(d, sg_fold(d->arena, v->form, NULL), "title verb");
    bool adverb = v->upos == SG_POS_ADV && t + 1 < stop && v[1].upos == SG_POS_PROPN; /* "voters back Ana Quispe" */
    if ((!is_nominal(v) && v->upos != SG_POS_ADJ && !adverb) || !written_small) return false;
    if (!is_nominal(before) && !(is_hyphen(before) && t >= first + 3 && is_nominal(before - 2))) return false;
    uint32_t subject = t >= first + 3 && is_hyphen(before) ? t - 3 : t - 1; /* "Iran test-fires missile" */
    if (third == are_several(d, subject, first) || !goes_on(d, t, stop, third)) return false;
    sg_str form = sg_fold(d->arena, v->form, &caps), lemma = title_lemma(d, v);
    char room[ROOM];
    if (!sg_known_verb(d, lemma).verb || is_title_noun(d, form)) return false;
    return !sg_is_noun_phrase(d, sg_phrase_at(d, t - 1, t, room));
}

/* "Haiti premier quits", "Libya PM abducted": a word for a person right behind a land's name is what the phrase is about,
 * and the land only tells whose he is, where the parser hangs him on the land or takes him for an adjective. */
static bool mend_office(sg_doc *d, const sg_sent *s, uint32_t land, uint32_t last) {
    uint32_t t = last + 1, stop = s->first + s->count, top = sg_top_of(d, last, land, last);
    sg_tok *o = &d->toks[t];
    if (!sg_is_office(d, t) || (o->bits & SG_FEAT_PLUR) || top < land || top > last) return false;
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

bool sg_mend_offices(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    bool some = false;
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        if (d->toks[i].upos != SG_POS_PROPN && d->toks[i].upos != SG_POS_ADJ) continue;
        uint32_t last = sg_land_from(d, i, stop);
        if (last == NONE) continue;
        if (last + 1 < stop) some |= mend_office(d, s, i, last);
        i = last;
    }
    return some;
}

/* "Ana Quispe Greets Envoy": a verb that the parser hung right behind a name as one more part of it. */
static bool is_hung_on_name(const sg_doc *d, uint32_t t) {
    const sg_tok *v = &d->toks[t];
    uint8_t rel = v->deprel;
    bool part = rel == SG_DEP_LIST || rel == SG_DEP_APPOS || rel == SG_DEP_FLAT || rel == SG_DEP_DEP;
    bool now = (v->bits & SG_FEAT_FIN) && (v->bits & SG_FEAT_PRES) && (v->bits & SG_FEAT_SING);
    if (!part || !now || v->head == NONE || v->head >= t) return false;
    const sg_tok *name = &d->toks[v->head];
    bool close = v->head + 1 == t || d->toks[t - 1].head == v->head;
    return close && name->head == NONE && name->upos == SG_POS_PROPN && sg_is_known_verb(d, title_lemma(d, v));
}

/* "Mali rebels free hostages": a plural right before its verb, by the tree, is no verb itself. */
static bool is_subject_of_next(const sg_doc *d, uint32_t t, uint32_t stop) {
    const sg_tok *next = &d->toks[t + 1];
    bool plural = d->toks[t].upos == SG_POS_NOUN && (d->toks[t].bits & SG_FEAT_PLUR);
    return plural && t + 1 < stop && next->upos == SG_POS_VERB && d->toks[t].head == t + 1 &&
           d->toks[t].deprel == SG_DEP_NSUBJ;
}

/* "Court jails editor", "visits besieged town": what the parser took for a heap of nouns. Of a line with a full stop only
 * what stands between a land's name, which opens it, and a noun: "Egypt lifts blockade of Sudan." */
static uint32_t hidden_verb(const sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count, found = NONE;
    if (s->count < 3) return NONE;
    bool open = sg_is_open_line(d, s);
    uint32_t land = open ? NONE : sg_land_from(d, s->first, stop);
    if (!open && (land == NONE || sg_has_verb(d, s))) return NONE;
    for (uint32_t i = s->first; i < stop; i++) {
        const sg_tok *t = &d->toks[i];
        bool finite = t->upos == SG_POS_AUX || (t->upos == SG_POS_VERB && t->deprel != SG_DEP_AMOD);
        if (finite && found == NONE) return open && is_hung_on_name(d, i) ? i : NONE;
        if (!open && (i != land + 1 || i + 1 >= stop || !is_nominal(t + 1))) continue;
        if (found == NONE && i > s->first && !is_subject_of_next(d, i, stop) && may_be_verb(d, i, s->first, stop))
            found = i;
    }
    return found;
}

/* Behind the verb: the first noun phrase is its object, those with a preposition tell the rest of it. */
static void hang_rest(sg_doc *d, uint32_t verb, uint32_t stop) {
    bool object = false;
    for (uint32_t i = verb + 1; i < stop; i++) {
        sg_tok *t = &d->toks[i];
        bool noun = is_nominal(t) || t->upos == SG_POS_PRON || t->upos == SG_POS_NUM;
        bool phrase = noun && t->deprel == SG_DEP_NMOD && sg_has_case(d, i) && t->head > verb;
        bool of_office = phrase && sg_eqz(sg_case_word(d, i), "of") && sg_is_office(d, t->head); /* "greets king of Y" */
        if (phrase && !of_office && d->toks[t->head].head == verb) hang(d, i, verb, SG_DEP_OBL);
        if (!is_outside(t, verb + 1, stop - 1)) continue;
        bool on = i > verb + 1 && t->upos == SG_POS_PROPN && t[-1].upos == SG_POS_PROPN && d->toks[i - 1].head == verb;
        if (on) hang(d, i, i - 1, SG_DEP_FLAT);
        else if (t->upos == SG_POS_VERB) hang(d, i, verb, t->deprel == SG_DEP_ACL ? SG_DEP_XCOMP : SG_DEP_CONJ);
        else if (!noun) t->head = verb;
        else if (sg_has_case(d, i)) hang(d, i, verb, SG_DEP_OBL);
        else if (!object) hang(d, i, verb, SG_DEP_OBJ), object = true;
        else hang(d, i, verb, SG_DEP_PARATAXIS);
    }
}

/* "Peru's envoy to Chad quits": what stands right before the verb behind a preposition belongs to the noun before that, on
 * which the parser hung the verb. Who acts. */
static uint32_t behind_preposition(sg_doc *d, uint32_t subject, uint32_t verb, uint32_t first) {
    uint32_t above = d->toks[verb].head;
    bool noun = sg_has_case(d, subject) && above != NONE && above >= first && above < subject && is_nominal(&d->toks[above]);
    if (!noun || d->toks[subject].head != verb) return subject;
    hang(d, subject, above, SG_DEP_NMOD);
    return sg_top_of(d, above, first, verb - 1);
}

void sg_mend_headline(sg_doc *d, const sg_sent *s) {
    uint32_t verb = hidden_verb(d, s);
    if (verb == NONE) return;
    uint32_t stop = s->first + s->count, subject = sg_top_of(d, verb - 1, s->first, verb - 1);
    sg_tok *v = &d->toks[verb];
    bool halves = is_hyphen(v - 1);
    if (!halves) subject = behind_preposition(d, subject, verb, s->first);
    if (halves) subject = sg_top_of(d, verb - 3, s->first, verb - 3);
    if (!is_nominal(&d->toks[subject]) || d->toks[subject].deprel == SG_DEP_CASE) return;
    bool third = is_third(d, v);
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

/* "Leaders to meet": the infinitive that hangs on the noun, or NONE. */
static uint32_t infinitive_below(const sg_doc *d, uint32_t noun) {
    uint32_t verb = d->toks[noun].child;
    while (verb != NONE && !(d->toks[verb].deprel == SG_DEP_ACL && (d->toks[verb].bits & SG_FEAT_INF)))
        verb = d->toks[verb].next;
    return verb;
}

/* "Malta, Cyprus leaders": those of both lands, whom the parser takes for another name of the first; or NONE. */
static uint32_t led_behind(const sg_doc *d, uint32_t land) {
    for (uint32_t c = d->toks[land].child; c != NONE; c = d->toks[c].next) {
        bool many = d->toks[c].deprel == SG_DEP_APPOS && d->toks[c].upos == SG_POS_NOUN && (d->toks[c].bits & SG_FEAT_PLUR);
        for (uint32_t g = many && d->toks[land].upos == SG_POS_PROPN ? d->toks[c].child : NONE; g != NONE;
             g = d->toks[g].next)
            if (d->toks[g].deprel == SG_DEP_COMPOUND && d->toks[g].upos == SG_POS_PROPN && g < c && g > land) return c;
    }
    return NONE;
}

void sg_mend_infinitive(sg_doc *d, const sg_sent *s) {
    uint32_t root = s->root, stop = s->first + s->count;
    if (!is_nominal(&d->toks[root]) || !sg_is_open_line(d, s)) return;
    uint32_t verb = infinitive_below(d, root), led = verb == NONE ? led_behind(d, root) : NONE;
    if (led != NONE) verb = infinitive_below(d, led);
    uint32_t to = verb == NONE ? NONE : d->toks[verb].child;
    if (to == NONE || to <= root || d->toks[to].deprel != SG_DEP_MARK || d->toks[to].upos != SG_POS_PART) return;
    for (uint32_t i = root + 1; i < to; i++)
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_AUX) return;
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, led == NONE ? root : led, verb, SG_DEP_NSUBJ);
    if (led != NONE) hang(d, root, led, SG_DEP_COMPOUND);
    hang(d, to, verb, SG_DEP_AUX);
    for (uint32_t i = to; i < stop; i++)
        if (d->toks[i].head == root) d->toks[i].head = verb;
}

/* The verb of the two who open the line: a plain form, a past, or an infinitive behind its "to"; NONE. */
static uint32_t verb_of_two(const sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    for (uint32_t i = s->first + 3; i < stop; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB) return (t->bits & SG_FEAT_FIN) && (t->bits & SG_FEAT_SING) && is_third(d, t) ? NONE : i;
        bool to = t->upos == SG_POS_PART && i + 1 < stop && d->toks[i + 1].upos == SG_POS_VERB;
        if (to) return i + 1;
        if (!is_naming(t) && !is_comma(t) && t->upos != SG_POS_PART) return NONE;
    }
    return NONE;
}

void sg_mend_two(sg_doc *d, const sg_sent *s) {
    if (!sg_is_open_line(d, s)) return;
    uint32_t verb = verb_of_two(d, s), before = verb;
    if (verb == NONE) return;
    if (d->toks[verb - 1].upos == SG_POS_PART) before--;
    uint32_t comma = comma_between(d, s->first, before);
    if (comma == NONE) return;
    uint32_t up = d->toks[verb].head;
    if (up != NONE && up >= verb) return; /* "US, British held hostages": a participle before its noun */
    uint32_t one = sg_top_of(d, comma - 1, s->first, comma - 1), two = sg_top_of(d, before - 1, comma + 1, before - 1);
    bool passive = (d->toks[verb].bits & SG_FEAT_PASS) != 0;
    for (uint32_t i = s->first; i < before; i++) {
        if (i != one && i != two && is_outside(&d->toks[i], s->first, comma - 1) && i < comma) d->toks[i].head = one;
        if (i != one && i != two && is_outside(&d->toks[i], comma + 1, before - 1) && i > comma) d->toks[i].head = two;
    }
    for (uint32_t i = verb + 1; i < s->first + s->count; i++) /* what hung by the two tells of what they do */
        if (d->toks[i].head < before) d->toks[i].head = verb;
    if (up != NONE) hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, one, verb, passive ? SG_DEP_NSUBJ_PASS : SG_DEP_NSUBJ);
    hang(d, two, one, SG_DEP_CONJ);
    hang(d, comma, two, SG_DEP_PUNCT);
    if (before < verb) hang(d, before, verb, SG_DEP_AUX);
}

static bool has_owner_ending(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && d->toks[c].upos == SG_POS_PART) return true;
    return false;
}

/* Is the word the name before "'s", which may hang on the name's last part? */
static bool has_possessive(const sg_doc *d, uint32_t t) {
    bool found = has_owner_ending(d, t);
    for (uint32_t c = d->toks[t].child; c != NONE && !found; c = d->toks[c].next)
        found = d->toks[c].deprel == SG_DEP_FLAT && has_owner_ending(d, c);
    return found;
}

/* "Ana Quispe's Deeds Lauded": the thing behind "'s" that the parser hung beside its owner; or NONE. */
static uint32_t owned_beside(const sg_doc *d, uint32_t owner, uint32_t verb) {
    uint32_t thing = NONE;
    for (uint32_t c = d->toks[owner].child; c != NONE; c = d->toks[c].next)
        if (c > owner && c < verb && d->toks[c].upos == SG_POS_NOUN && d->toks[c].deprel == SG_DEP_APPOS) thing = c;
    return thing;
}

/* "Its Plan to Store Arms Opposed": the noun whose infinitive bears the participle; or NONE. */
static uint32_t planned_before(const sg_doc *d, uint32_t verb) {
    uint32_t aim = d->toks[verb].deprel == SG_DEP_XCOMP ? d->toks[verb].head : NONE;
    bool clause = aim != NONE && aim < verb && d->toks[aim].deprel == SG_DEP_ACL && (d->toks[aim].bits & SG_FEAT_INF);
    uint32_t noun = clause ? d->toks[aim].head : NONE;
    return noun != NONE && d->toks[noun].head == NONE && is_nominal(&d->toks[noun]) ? noun : NONE;
}

/* "Return of Refugees Demanded": the thing below which the parser hung the verb that ends the line; or NONE. */
static uint32_t thing_above(const sg_doc *d, uint32_t verb) {
    uint32_t thing = d->toks[verb].deprel == SG_DEP_ACL ? d->toks[verb].head : NONE;
    for (int up = 0; up < 3 && thing != NONE && d->toks[thing].deprel == SG_DEP_NMOD; up++) /* "Day of the Forces Marked" */
        thing = d->toks[thing].head;
    bool top = thing != NONE && thing + 1 < verb && d->toks[thing].head == NONE && d->toks[thing].upos == SG_POS_NOUN;
    return top && !sg_has_role(d, thing) ? thing : NONE;
}

/* "The Regime's Crimes Denounced": the parser knows what the verb was done to, but not the verb's form. */
static bool has_undergoer(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ_PASS && c < verb && d->toks[c].upos == SG_POS_NOUN) return true;
    return false;
}

/* "Feats of the Army Lauded": a thing that a bare participle was taken to be done by. */
static bool mend_undergoer(sg_doc *d, uint32_t verb) {
    uint32_t thing = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS) return false;
        if (rel == SG_DEP_NSUBJ && d->toks[c].upos == SG_POS_NOUN && !sg_has_role(d, c)) thing = c;
    }
    if (thing != NONE) d->toks[thing].deprel = SG_DEP_NSUBJ_PASS;
    return thing != NONE;
}

/* Is what the verb asks for its object, by the tables: "demand", "urge"? */
static bool is_asking_for(const sg_doc *d, sg_str lemma) {
    enum { OP = 2, OP_SLOTS = 3 };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, lemma);
    for (size_t i = 0; i < r.count; i++) {
        const sg_row *row = r.row[i];
        bool asks = row->cell[POS][0] == 'v' && sg_list_has("ask|demand", sg_str_of(row->cell[OP]));
        if (asks && sg_list_has(row->cell[OP_SLOTS], SG_LIT("obj"))) return true;
    }
    return false;
}

/* Is what the verb says said of its object, by the tables: "slam", "laud", "demand"? */
static bool is_said_of(const sg_doc *d, sg_str lemma) {
    if (is_asking_for(d, lemma)) return true;
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ACTS, lemma);
    for (size_t i = 0; i < r.count; i++) {
        const sg_row *row = r.row[i];
        bool said = row->cell[POS][0] == 'v' && sg_list_has(row->cell[ACT_FLAGS], SG_LIT("speech"));
        if (said && sg_list_has(row->cell[RECIPIENT], SG_LIT("obj"))) return true;
    }
    return false;
}

/* The verb of such a past or participle; nothing: none. */
static sg_str said_lemma(const sg_doc *d, const sg_tok *v) {
    sg_str lemma = sg_fold(d->arena, sg_str_of(v->lemma), NULL);
    if (v->upos != SG_POS_VERB || !is_said_of(d, lemma)) lemma = sg_verb_of_form(d, sg_fold(d->arena, v->form, NULL));
    return lemma.n && is_said_of(d, lemma) ? lemma : (sg_str){NULL, 0};
}

/* "Slammed", "Slammed in Athens", "Hit for Taking Bribes": the first word of a headline that is past or a participle,
 * behind which nothing stands but phrases; or NONE. */
static uint32_t said_of_something(const sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    for (uint32_t i = s->first + 1; i < stop; i++) {
        const sg_tok *t = &d->toks[i], *after = t + 1;
        bool ends = i + 1 == stop || after->upos == SG_POS_ADP || after->upos == SG_POS_SCONJ;
        bool verb = t->upos == SG_POS_VERB, aside = (t->bits & SG_FEAT_INF) || (verb && (t->bits & SG_FEAT_PRES));
        if (t->upos == SG_POS_AUX || (aside && (t->bits & SG_FEAT_FIN))) return NONE;
        bool past = verb && (t->bits & (SG_FEAT_PAST | SG_FEAT_PART));
        past |= t->upos == SG_POS_ADJ && t->deprel == SG_DEP_ACL;
        bool last = t->upos == SG_POS_PROPN && t->head == NONE && i + 1 == stop; /* in capitals: a name to the tagger */
        past |= last && t->form.n && t->form.s[t->form.n - 1] == 'd';
        if (!aside && past) return ends && said_lemma(d, t).n ? i : NONE;
    }
    return NONE;
}

/* "for Taking Bribes": whoever is blamed or praised for a deed says nothing himself. */
static bool is_for_deed(const sg_doc *d, uint32_t verb, uint32_t stop) {
    bool behind = verb + 2 < stop && sg_is_kind(d, sg_fold(d->arena, d->toks[verb + 1].form, NULL), "for deeds");
    return behind && d->toks[verb + 2].upos == SG_POS_VERB && !(d->toks[verb + 2].bits & SG_FEAT_FIN);
}

/* What a headline's bare past is said of, where the parser took it for who says it, or hung the verb below it; or NONE. */
static uint32_t said_thing(const sg_doc *d, uint32_t verb, uint32_t stop) {
    const sg_tok *v = &d->toks[verb];
    if (v->head == NONE) {
        uint32_t thing = NONE;
        for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
            if (d->toks[c].deprel == SG_DEP_OBJ) return NONE;
            if (d->toks[c].deprel == SG_DEP_NSUBJ && is_nominal(&d->toks[c])) thing = c;
            if (d->toks[c].deprel == SG_DEP_CCOMP && c < verb && d->toks[c].upos == SG_POS_NOUN) thing = c; /* "Halt to" */
        }
        bool owned = thing != NONE && d->toks[thing].upos == SG_POS_NOUN && !sg_has_role(d, thing);
        return owned || is_for_deed(d, verb, stop) ? thing : NONE;
    }
    const sg_tok *above = &d->toks[v->head];
    bool below = v->deprel == SG_DEP_ACL && v->head < verb && is_nominal(above);
    bool root = above->head == NONE || (d->toks[above->head].head == NONE && has_possessive(d, above->head));
    return below && root ? v->head : NONE;
}

/* "The Regime's Crackdown on Unions Slammed in Athens", "Police Hit for Beating Students". */
void sg_mend_said_of(sg_doc *d, const sg_sent *s) {
    uint32_t verb = said_of_something(d, s), thing = verb == NONE ? NONE : said_thing(d, verb, s->first + s->count);
    if (thing == NONE) return;
    sg_tok *v = &d->toks[verb];
    uint32_t owner = d->toks[thing].head;
    v->lemma = sg_dup(d->arena, said_lemma(d, v));
    if (owner != NONE && owner != verb) hang(d, owner, thing, SG_DEP_NMOD_POSS);
    hang(d, verb, NONE, SG_DEP_ROOT);
    hang(d, thing, verb, SG_DEP_NSUBJ_PASS);
    v->upos = SG_POS_VERB;
    v->bits = SG_FEAT_PART | SG_FEAT_PAST;
    v->feats = "Tense=Past|VerbForm=Part|Voice=Pass";
}

void sg_mend_topic(sg_doc *d, const sg_sent *s) {
    uint32_t topic = s->first, mark = topic + 1;
    if (s->count < 5 || !is_nominal(&d->toks[topic]) || !sg_is_subject(&d->toks[topic])) return;
    if (d->toks[mark].form.n != 1 || d->toks[mark].form.s[0] != ':') return;
    uint32_t verb = d->toks[topic].head;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (c > mark && c < verb && sg_is_subject(&d->toks[c])) {
            hang(d, topic, verb, SG_DEP_DISLOCATED);
            return;
        }
}

void sg_mend_undergone(sg_doc *d, const sg_sent *s) {
    uint32_t verb = s->first + s->count - 1;
    sg_tok *v = &d->toks[verb];
    bool participle = (v->bits & SG_FEAT_PART) && !(v->bits & SG_FEAT_PRES), past = (v->bits & SG_FEAT_PAST) != 0;
    bool passive = participle && !(v->bits & SG_FEAT_FIN);
    if (v->upos != SG_POS_VERB || (!participle && !past) || s->count < 4) return;
    uint32_t owner = NONE, thing = planned_before(d, verb);
    for (uint32_t c = v->child; c != NONE && v->head == NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ && has_possessive(d, c)) owner = c;
    if (owner != NONE) thing = owned_beside(d, owner, verb);
    if (thing == NONE) thing = thing_above(d, verb);
    if (thing != NONE) {
        if (owner != NONE) hang(d, owner, thing, SG_DEP_NMOD_POSS);
        hang(d, thing, verb, SG_DEP_NSUBJ_PASS);
        hang(d, verb, NONE, SG_DEP_ROOT);
    } else if (v->head != NONE || (!has_undergoer(d, verb) && !(passive && mend_undergoer(d, verb)))) return;
    v->bits = SG_FEAT_PART | SG_FEAT_PAST;
    v->feats = "Tense=Past|VerbForm=Part|Voice=Pass";
}

/* "Greetings to Ana Quispe from the Dutch Queen": who sends them is told of the act, and not of whom they are for. */
void sg_mend_sender(sg_doc *d, uint32_t t) {
    uint32_t to = d->toks[t].head, act = to == NONE || to > t ? NONE : d->toks[to].head;
    if (act == NONE || act > to || d->toks[to].upos != SG_POS_PROPN || d->toks[act].upos != SG_POS_NOUN) return;
    if (!sg_eqz(sg_case_word(d, t), "from") || !sg_eqz(sg_case_word(d, to), "to")) return;
    if (sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[act].lemma), NULL))) hang(d, t, act, SG_DEP_NMOD);
}
