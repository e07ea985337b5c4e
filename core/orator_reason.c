/* orator_reason.c: see orator_in.h. What the words around a land's name say for its being the speaker's own, or against. */
#include "orator_in.h"

#include "phrase.h"

enum {
    CLOSING = 200,
    PHRASE = 6 /* words up from a name to its phrase's head */
};

static bool has_person(const sg_doc *d, uint32_t t, uint32_t bits) {
    return d->toks[t].upos == SG_POS_PRON && (d->toks[t].bits & bits);
}

static bool is_whose(const sg_doc *d, uint32_t t, uint32_t bits) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && has_person(d, c, bits)) return true;
    return false;
}

/* "Our sister Republic", "our outgoing President": not one's own. */
static bool is_sister(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND) && sg_kind_value(&d->toks[c].by_lemma, "not home")) return true;
    }
    return false;
}

/* "My fellow Chadians". */
static bool is_fellow(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AMOD && sg_kind_value(&d->toks[c].by_lemma, "home")) return true;
    return false;
}

/* "My country", "our Government", "we": what stands beside it is of one's own land; of yours and theirs, by the bits. */
static bool is_home(const sg_doc *d, uint32_t t, uint32_t bits) {
    const sg_tok *k = &d->toks[t];
    if (has_person(d, t, bits)) return !(k->bits & SG_FEAT_POSS) || sg_kind_value(&k->by_key, "home");
    bool home = sg_kind_value(&k->by_key, "home") != NULL; /* "people", but not "countries" */
    return home && is_whose(d, t, bits) && !is_sister(d, t);
}

/* The first word of the name's phrase, with "the Republic of" before it. */
static uint32_t name_begins(const sg_doc *d, uint32_t t) {
    enum { OF_THE = 4 };
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    uint32_t top = t, first = d->sents[d->toks[t].sent].first;
    for (uint32_t up = d->toks[t].head; up != NONE && up < top && top - up <= OF_THE; up = d->toks[top].head) {
        if (d->toks[top].deprel != SG_DEP_NMOD || !sg_kind_value(&d->toks[up].by_lemma, "home")) break;
        top = up;
    }
    if (h && h->first < top) top = h->first;
    while (top > first && (d->toks[top - 1].upos == SG_POS_DET || d->toks[top - 1].upos == SG_POS_ADJ)) top--;
    return top;
}

/* "In my country, Chad, we ...", "his land and mine, Chad", "we Chadians": side by side, whatever the tree makes of it. */
static bool is_right_behind(const sg_doc *d, uint32_t t, uint32_t bits) {
    uint32_t at = name_begins(d, t), first = d->sents[d->toks[t].sent].first;
    bool in = at > first + 1 && sg_eqz(d->toks[at - 1].key, "in") && (bits & SG_FEAT_P1); /* "we in Chad" */
    if (in && has_person(d, at - 2, bits) && !(d->toks[at - 2].bits & SG_FEAT_POSS)) return true;
    bool comma = at > first + 1 && sg_eqz(d->toks[at - 1].form, ",");
    uint32_t before = at > first ? at - 1 - comma : at;
    if (before == at || before < first || (!comma && !(bits & SG_FEAT_P1))) return false;
    const sg_tok *k = &d->toks[before];
    bool we = has_person(d, before, bits) && (k->bits & SG_FEAT_PLUR) && !(k->bits & SG_FEAT_POSS);
    return comma ? is_home(d, before, bits) && !we : we;
}

static bool has_case(const sg_doc *d, uint32_t t, const char *form) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, form)) return true;
    return false;
}

static bool has_first_subject(const sg_doc *d, uint32_t t) {
    for (uint32_t c = t == NONE ? NONE : d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && has_person(d, c, SG_FEAT_P1)) return true;
    return false;
}

/* "I am the Foreign Minister of Chad", "I speak as Chad's envoy". */
static bool is_my_office(const sg_doc *d, uint32_t t) {
    enum { UP = 3 };
    for (uint32_t up = t, n = 0; n <= UP && up != NONE; n++, up = d->toks[up].head) {
        if (has_first_subject(d, up)) return n && d->toks[up].upos == SG_POS_NOUN;
        if (has_case(d, up, "as")) return has_first_subject(d, d->toks[up].head);
        uint8_t rel = d->toks[up].deprel;
        if (rel != SG_DEP_NMOD && rel != SG_DEP_NMOD_POSS && rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND) return false;
    }
    return false;
}

/* "My country, Chad", "our Chad", "we in Chad". */
static bool is_by_first_person(const sg_doc *d, uint32_t t) {
    enum { UP = 4 };
    const sg_tok *k = &d->toks[t];
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    bool name = h && sg_list_has("name|official", sg_str_of(h->row->cell[C_KIND])); /* but "our America" */
    if (is_whose(d, t, SG_FEAT_P1) && ((name && k->upos == SG_POS_PROPN) || is_fellow(d, t))) return !is_sister(d, t);
    for (uint32_t up = t, n = 0; n < UP && d->toks[up].head != NONE; n++) {
        uint8_t rel = d->toks[up].deprel;
        if (rel == SG_DEP_AMOD && !n && is_home(d, d->toks[up].head, SG_FEAT_P1)) return true; /* "our Chadian people" */
        if (rel != SG_DEP_NMOD && rel != SG_DEP_APPOS && rel != SG_DEP_FLAT && rel != SG_DEP_COMPOUND) break;
        if (rel == SG_DEP_NMOD && !has_case(d, up, "of")) break; /* "our people in Chad", "my Government for Chad" */
        up = d->toks[up].head;
        if (is_home(d, up, SG_FEAT_P1)) return true;
    }
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_APPOS && is_home(d, c, SG_FEAT_P1)) return true;
    return is_my_office(d, t) || is_right_behind(d, t, SG_FEAT_P1);
}

/* "In Chad's view": nobody but its own says so of what he speaks about. */
static bool is_in_view(const sg_doc *d, uint32_t t) {
    uint32_t up = d->toks[t].deprel == SG_DEP_NMOD_POSS ? d->toks[t].head : NONE;
    return up != NONE && sg_kind_value(&d->toks[up].by_lemma, "own view") && has_case(d, up, "in");
}

/* "Chad occupies", "Chad defies": what a speaker tells of others, and not of his own land. */
static bool is_harm(const sg_doc *d, const sg_tok *verb) {
    enum { KIND = 1, TYPE = 2 };
    if (sg_kind_value(&verb->by_lemma, "told of others")) return true;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ACTS, verb->lemma_key);
    bool harm = false;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.row[i]->cell[KIND][0] != 'v') continue;
        if (!sg_list_has("ASSAULT|COERCE", sg_str_of(rows.row[i]->cell[TYPE]))) return false;
        harm = true;
    }
    return harm;
}

/* "Chadian aggression", "acts of aggression by Chad", "Chad violates": nobody says so of his own land. */
static bool is_blamed(const sg_doc *d, uint32_t t) {
    enum { UP = 2 };
    const sg_tok *k = &d->toks[t];
    if (k->deprel == SG_DEP_NSUBJ && k->head != NONE && is_harm(d, &d->toks[k->head])) return true;
    for (uint32_t n = 0; n < UP && d->toks[t].head != NONE; n++, t = d->toks[t].head) {
        uint8_t rel = d->toks[t].deprel;
        bool of = rel == SG_DEP_NMOD && (has_case(d, t, "of") || has_case(d, t, "by"));
        if (!of && rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_NMOD_POSS) return false;
        const sg_tok *noun = &d->toks[d->toks[t].head];
        if (noun->upos == SG_POS_NOUN && sg_kind_value(&noun->by_lemma, "told of others")) return true;
    }
    return false;
}

/* What it does: "Chad supports", "Chad is ready"; "Chad has signed"; the same told below another clause; anything else. */
typedef enum doing { DOES_NOTHING, DOES_NOW, HAS_DONE, DOES_BELOW, DOES_ELSE } doing;

static doing doing_of(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE) return DOES_NOTHING;
    const sg_tok *verb = &d->toks[k->head];
    if (verb->upos == SG_POS_NOUN && is_whose(d, k->head, SG_FEAT_P1)) return DOES_ELSE; /* "Chad is our neighbour" */
    if (is_harm(d, verb)) return DOES_ELSE;
    bool now = (verb->bits & SG_FEAT_PRES) && (verb->bits & SG_FEAT_FIN), has = false;
    for (uint32_t c = verb->child; c != NONE; c = d->toks[c].next) {
        const sg_tok *aux = &d->toks[c];
        if (aux->deprel != SG_DEP_AUX && aux->deprel != SG_DEP_COP) continue;
        bool wish = sg_eqz(aux->key, "would") && sg_kind_value(&verb->by_lemma, "orator's wish"); /* "would welcome" */
        if (wish) return HAS_DONE;
        if (sg_says(d, c, "modal") || sg_says(d, c, "able")) return DOES_ELSE; /* "will", "must" */
        has |= sg_says(d, c, "perfect") != NULL;
        now |= (aux->bits & SG_FEAT_PRES) != 0;
    }
    if (!now && !has) return DOES_ELSE;
    bool top = verb->head == NONE || (verb->deprel == SG_DEP_CONJ && d->toks[verb->head].head == NONE);
    return !top ? DOES_BELOW : has ? HAS_DONE : DOES_NOW;
}

/* "Chad believes", "Chad is ready to": whoever reports tells what others do, and what his own land holds. */
static bool holds(const sg_doc *d, uint32_t t) {
    uint32_t verb = d->toks[t].head;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_says(d, c, "neg")) return false;
    return sg_kind_value(&d->toks[verb].by_lemma, "orator's stance") != NULL;
}

static bool is_first_person(const sg_doc *d, uint32_t t) {
    return has_person(d, t, SG_FEAT_P1) || is_whose(d, t, SG_FEAT_P1);
}

static bool is_below_noun(uint8_t rel) {
    return rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
           rel == SG_DEP_FLAT || rel == SG_DEP_APPOS || rel == SG_DEP_CONJ;
}

static bool is_object(uint8_t rel) {
    return rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL || rel == SG_DEP_OBL_AGENT;
}

/* Whoever does what the verb tells, or the clause that it is joined to. */
static uint32_t doer_of(const sg_doc *d, uint32_t verb) {
    enum { UP = 4 };
    for (uint32_t n = 0; verb != NONE && n < UP; n++, verb = d->toks[verb].head) {
        for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
            if (sg_is_subject(&d->toks[c])) return c;
        uint8_t rel = d->toks[verb].deprel;
        if (rel != SG_DEP_XCOMP && rel != SG_DEP_CONJ && rel != SG_DEP_ADVCL && rel != SG_DEP_ACL) return NONE;
    }
    return NONE;
}

/* The word "behalf" in whose phrase the land stands, wherever the tree hangs it; NONE. */
static uint32_t behalf_of(const sg_doc *d, uint32_t t) {
    enum { CLIMB = 5, NEAR = 12 };
    uint32_t first = d->sents[d->toks[t].sent].first, up = t;
    for (uint32_t steps = 0; up != NONE && steps < CLIMB; steps++, up = d->toks[up].head)
        if (sg_says(d, up, "spoken for")) return up;
    for (uint32_t i = t; i-- > first && t - i < NEAR;) {
        if (sg_says(d, i, "spoken for")) return i;
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_PUNCT) return NONE;
    }
    return NONE;
}

/* "On behalf of my Government for the Chadian refugees": whose behalf it is, is told before the land is. */
static bool is_told_behalf(const sg_doc *d, uint32_t behalf, uint32_t t) {
    for (uint32_t i = behalf + 1; i < t; i++)
        if (has_person(d, i, SG_FEAT_P1) && (d->toks[i].bits & SG_FEAT_POSS)) return true;
    return false;
}

/* "The plan put forward by the minister on behalf of Chad", "action is taken on behalf of Chad": somebody else does it. */
static bool is_anothers(const sg_doc *d, uint32_t behalf) {
    uint32_t verb = d->toks[behalf].head;
    while (verb != NONE && d->toks[verb].upos != SG_POS_VERB && is_below_noun(d->toks[verb].deprel))
        verb = d->toks[verb].head;
    if (verb == NONE || d->toks[verb].upos != SG_POS_VERB) return false;
    if (d->toks[verb].deprel == SG_DEP_ACL && !(d->toks[verb].bits & SG_FEAT_INF)) return true;
    uint32_t doer = doer_of(d, verb);
    return doer != NONE && !is_first_person(d, doer) && !sg_says(d, doer, "speaking");
}

/* "On behalf of Chad", "of the people of Chad". */
bool sg_is_spoken_for(const sg_doc *d, uint32_t t) {
    uint32_t behalf = behalf_of(d, t);
    return behalf != NONE && (behalf > t || !is_told_behalf(d, behalf, t)) && !is_anothers(d, behalf);
}

/* "We summoned Chad's envoy", "Chad does not hear us": whoever speaks is not of the land that he deals with. */
static bool is_faced(const sg_doc *d, uint32_t t) {
    for (uint32_t steps = 0; steps < PHRASE && is_below_noun(d->toks[t].deprel) && d->toks[t].head != NONE; steps++) {
        if (sg_is_locative(d, t) || is_by_first_person(d, t)) return false;
        t = d->toks[t].head;
        if (d->toks[t].ent_count) return false; /* its noun counts */
    }
    const sg_tok *k = &d->toks[t];
    bool does = sg_is_subject(k), done = is_object(k->deprel) && !sg_is_locative(d, t);
    if (k->head == NONE || (!does && !done) || is_first_person(d, t)) return false;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c != t && (does ? is_object(rel) : sg_is_subject(&d->toks[c])) && is_first_person(d, c)) return true;
    }
    return false;
}

/* The same of what one wishes or is glad to do: "I should like to thank Chad". */
static bool is_dealt_with(const sg_doc *d, uint32_t t) {
    uint32_t up = t;
    for (uint32_t n = 0; n < PHRASE && is_below_noun(d->toks[up].deprel) && d->toks[up].head != NONE; n++)
        up = d->toks[up].head;
    if (is_by_first_person(d, t) || sg_is_spoken_for(d, t)) return false;
    if (is_faced(d, t)) return true;
    bool done = is_object(d->toks[up].deprel) && !sg_is_locative(d, up) && !sg_is_locative(d, t);
    uint32_t doer = done ? doer_of(d, d->toks[up].head) : NONE;
    return doer != NONE && is_first_person(d, doer);
}

/* "Mr. X of Chad", "the Foreign Minister of Chad": named for its people in office. */
static bool is_guest(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *up = k->head == NONE ? NULL : &d->toks[k->head];
    for (uint32_t i = 0; i < k->ent_count; i++)
        if (d->ents[k->ent + i].person && d->ents[k->ent + i].sector) return true;
    bool of = up && k->deprel == SG_DEP_NMOD;
    return of && (up->upos == SG_POS_PROPN || (up->ent_count && d->ents[up->ent].person));
}

static bool is_city(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    return h && sg_list_has("capital|city", sg_str_of(h->row->cell[C_KIND]));
}

/* A line in capitals where the text begins. */
static bool is_heading(const sg_doc *d, uint32_t sent) {
    enum { HEADINGS = 4 };
    const sg_sent *s = &d->sents[sent];
    if (sent >= HEADINGS || !s->count) return false;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (d->toks[t].upos != SG_POS_PUNCT && d->toks[t].upos != SG_POS_NUM && !d->toks[t].caps) return false;
    return true;
}

static bool is_from(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && (sg_says(d, c, "author") || sg_says(d, c, "owner"))) return true;
    return false;
}

/* "Statement of Chad", "address by the President of Chad", "X, Chairman of the Council of Chad, speaks", in the title or a
 * heading; but "statement on Chad". */
static bool is_titled(const sg_doc *d, uint32_t t) {
    enum { UP = 8 };
    uint32_t sent = d->toks[t].sent;
    if (!d->sents[sent].in_title && !is_heading(d, sent)) return false;
    const sg_tok *k = &d->toks[t];
    for (uint32_t i = 0; i < k->ent_count; i++)
        if (d->ents[k->ent + i].person && d->ents[k->ent + i].sector) return true;
    for (uint32_t n = 0; n < UP && d->toks[t].head != NONE; n++) {
        uint32_t up = d->toks[t].head;
        const sg_tok *what = &d->toks[up];
        if (sg_kind_value(&what->by_lemma, "writing") || sg_kind_value(&what->by_lemma, "oration")) return is_from(d, t);
        t = up;
    }
    return false;
}

/* "The Chadian delegation": one's own, unless it is told what it did, or one of it is named. */
static bool is_delegation(const sg_doc *d, uint32_t t, doing does) {
    const sg_tok *k = &d->toks[t];
    if (!sg_says(d, t, "speaking") || does == HAS_DONE || does == DOES_ELSE) return false;
    return k->head == NONE || k->deprel != SG_DEP_NMOD || !sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES);
}

void sg_orator_reasons(const sg_doc *d, uint32_t t, sg_cause *c) {
    bool behalf = sg_is_spoken_for(d, t);
    doing does = doing_of(d, t);
    c->all++;
    if (does == DOES_NOW) *(holds(d, t) ? &c->holds : &c->now) += 1;
    c->has += does == HAS_DONE;
    c->harms += is_blamed(d, t);
    c->below += does == DOES_BELOW;
    c->delegation += is_delegation(d, t, does);
    c->own += is_by_first_person(d, t) || is_in_view(d, t);
    c->behalf += behalf;
    c->dealt += is_dealt_with(d, t);
    c->faced += !behalf && is_faced(d, t);
    c->yours += is_right_behind(d, t, SG_FEAT_P2 | SG_FEAT_P3);
    c->guests += is_guest(d, t) && !is_titled(d, t) && !is_my_office(d, t);
    c->cities += is_city(d, t);
    c->titled |= is_titled(d, t);
    c->opening |= t < SG_OPENING;
    c->closing |= t + CLOSING > d->tok_count && d->tok_count > LONG;
}
