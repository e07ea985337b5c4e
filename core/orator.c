/* orator.c: see orator.h. For each state that the text names, reasons are counted: how often its delegation is named (in
 * doublings), how often it does something now ("Chad supports"), whether it stands by a word of the first person ("my country,
 * Chad"), is spoken for ("on behalf of Chad"), stands where speeches begin and end. In a briefing whoever stands over against
 * "us" is another. The weights are rounded
 * from a fit over 500 speeches at the United Nations; on 120 others 722 of 770 first persons got their own land. */
#include "orator.h"

#include "lands.h"

enum {
    VOICES = 8,    /* that are told apart */
    LANDS = 48,    /* of a speech that names more, the first */
    OPENING = 250, /* words, in which it is said for whom one speaks */
    CLOSING = 200,
    FEWEST = 6,    /* words of the first person that a short speech has, */
    OFTEN_I = 30,  /* one in so many words; */
    MANY = 12,     /* and that a long one has, */
    SELDOM_I = 200,
    MARGIN = 4,    /* between the two likeliest */
    FEW = 3,       /* namings of a land that may speak */
    NAMINGS = 5,   /* of an organisation in whose hall one speaks */
    ORG_CODE = 6   /* letters of an organisation's code */
};

enum { PHRASE = 6 };
enum { DOUBLED_ALL = 1, DOUBLED_NOW = 5, DOUBLED_DELEGATION = 8, BY_OWN = 4, BY_BEHALF = 12, BY_OPENING = 5, BY_CLOSING = 8 };

typedef struct cause {
    const char *code;
    uint32_t all, now, delegation, faced;
    bool own, behalf, opening, closing;
} cause;

/* First persons outside quotations in a voice, and its words. */
typedef struct voice {
    uint32_t id;
    size_t firsts, words;
} voice;

static voice *voice_of(voice voices[VOICES], size_t *count, uint32_t id) {
    size_t i = 0;
    while (i < *count && voices[i].id != id) i++;
    if (i == VOICES) return NULL;
    if (i == *count) voices[(*count)++] = (voice){.id = id};
    return &voices[i];
}

/* Is it all somebody's own words, but for what he is asked? */
static bool is_own_words(sg_doc *d) {
    voice voices[VOICES], *v;
    size_t count = 0;
    for (size_t i = 0; i < d->sent_count; i++)
        if ((v = voice_of(voices, &count, d->sents[i].voice)) != NULL) v->words += d->sents[i].count;
    for (size_t i = 0; i < d->ref_count; i++) {
        const sg_ref *r = &d->refs[i];
        bool first = (r->form == SG_REF_I || r->form == SG_REF_WE) && r->context == d->sents[d->toks[r->head].sent].voice;
        if (first && (v = voice_of(voices, &count, r->context)) != NULL) v->firsts++;
    }
    const voice *most = NULL;
    for (size_t i = 0; i < count; i++)
        if (!most || voices[i].firsts > most->firsts) most = &voices[i];
    if (!most) return false;
    d->orator_voice = most->id;
    size_t n = most->firsts;
    return (n >= FEWEST && n * OFTEN_I >= most->words) || (n >= MANY && n * SELDOM_I >= most->words);
}

static bool is_mine(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1)) return true;
    return false;
}

/* "My country, Chad", "our Chad", "we in Chad". */
static bool is_by_first_person(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (is_mine(d, t)) return true;
    if (k->head != NONE && k->deprel == SG_DEP_APPOS && is_mine(d, k->head)) return true;
    if (k->head != NONE && k->deprel == SG_DEP_NMOD && (d->toks[k->head].bits & SG_FEAT_P1)) return true;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_APPOS && is_mine(d, c)) return true;
    return false;
}

/* Does it do something now: "Chad supports", "Chad is ready"? */
static bool acts_now(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE) return false;
    const sg_tok *verb = &d->toks[k->head];
    if ((verb->bits & SG_FEAT_PRES) && (verb->bits & SG_FEAT_FIN)) return true;
    for (uint32_t c = verb->child; c != NONE; c = d->toks[c].next)
        if ((d->toks[c].deprel == SG_DEP_AUX || d->toks[c].deprel == SG_DEP_COP) && (d->toks[c].bits & SG_FEAT_PRES))
            return true;
    return false;
}

/* "On behalf of Chad", "of the people of Chad". */
static bool is_spoken_for(const sg_doc *d, uint32_t t) {
    enum { CLIMB = 5 };
    for (uint32_t steps = 0; t != NONE && steps < CLIMB; steps++, t = d->toks[t].head)
        if (sg_says(d, t, "spoken for")) return true;
    return false;
}

static bool is_first_person(const sg_doc *d, uint32_t t) {
    return (d->toks[t].upos == SG_POS_PRON && (d->toks[t].bits & SG_FEAT_P1)) || is_mine(d, t);
}

static bool is_below_noun(uint8_t rel) {
    return rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
           rel == SG_DEP_FLAT || rel == SG_DEP_APPOS || rel == SG_DEP_CONJ;
}

static bool is_locative(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_kind_value(&d->toks[c].by_key, "locative")) return true;
    return false;
}

static bool is_subject(uint8_t rel) {
    return rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS;
}

static bool is_object(uint8_t rel) {
    return rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL || rel == SG_DEP_OBL_AGENT;
}

/* "We summoned Chad's envoy", "Chad does not hear us": whoever speaks is not of the land that he deals with. */
static bool is_faced(const sg_doc *d, uint32_t t) {
    for (uint32_t steps = 0; steps < PHRASE && is_below_noun(d->toks[t].deprel) && d->toks[t].head != NONE; steps++) {
        if (is_locative(d, t) || is_by_first_person(d, t)) return false;
        t = d->toks[t].head;
        if (d->toks[t].ent_count) return false; /* its noun counts */
    }
    const sg_tok *k = &d->toks[t];
    bool does = is_subject(k->deprel), done = is_object(k->deprel) && !is_locative(d, t);
    if (k->head == NONE || (!does && !done) || is_first_person(d, t)) return false;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c != t && (does ? is_object(rel) : is_subject(rel)) && is_first_person(d, c)) return true;
    }
    return false;
}

static cause *cause_of(cause causes[LANDS], size_t *count, const char *code) {
    size_t i = 0;
    while (i < *count && strcmp(causes[i].code, code) != 0) i++;
    if (i == LANDS) return NULL;
    if (i == *count) causes[(*count)++] = (cause){.code = code};
    return &causes[i];
}

static void count_reasons(const sg_doc *d, uint32_t t, cause *c) {
    c->all++;
    c->now += acts_now(d, t);
    c->faced += !is_spoken_for(d, t) && is_faced(d, t);
    c->delegation += sg_says(d, t, "speaking") != NULL;
    c->own |= is_by_first_person(d, t);
    c->behalf |= is_spoken_for(d, t);
    c->opening |= t < OPENING;
    c->closing |= t + CLOSING > d->tok_count;
}

static int doublings(uint32_t n) {
    int bits = 0;
    for (; n; n >>= 1) bits++;
    return bits;
}

static int score_of(const cause *c) {
    return DOUBLED_ALL * doublings(c->all) + DOUBLED_NOW * doublings(c->now) + DOUBLED_DELEGATION * doublings(c->delegation) +
           BY_OWN * c->own + BY_BEHALF * c->behalf + BY_OPENING * c->opening + BY_CLOSING * c->closing;
}

/* The likeliest, if it is far likelier than the next; "" if not. */
static const char *likeliest(const cause *causes, size_t count) {
    int best = 0, second = 0;
    const char *code = "";
    for (size_t i = 0; i < count; i++) {
        int score = score_of(&causes[i]);
        if (score > best) second = best, best = score, code = causes[i].code;
        else if (score > second) second = score;
    }
    return best - second >= MARGIN ? code : "";
}

/* Those that the speaker deals with as with others are left out: the one that is named oftener than all that are left, or
 * NULL. */
static const char *leave_out_faced(cause *causes, size_t *count) {
    enum { OFTEN = 2 };
    uint32_t kept = 0, all = 0;
    const char *code = NULL;
    size_t n = 0;
    for (size_t i = 0; i < *count; i++) {
        const cause one = causes[i];
        if (one.faced < OFTEN) {
            if (one.all > kept) kept = one.all;
            causes[n++] = one;
        } else if (one.all > all) all = one.all, code = one.code;
    }
    *count = n;
    return all > kept ? code : NULL;
}

/* The one that is named far oftener than any other; "" if there is none. */
static const char *oftenest(const cause *causes, size_t count) {
    enum { FAR_OFTENER = 2 };
    uint32_t best = 0, second = 0;
    const char *code = "";
    for (size_t i = 0; i < count; i++)
        if (causes[i].all > best) second = best, best = causes[i].all, code = causes[i].code;
        else if (causes[i].all > second) second = causes[i].all;
    return best >= FEW && best >= FAR_OFTENER * second ? code : "";
}

/* Who is only one of several voices is of no land for its being named once. */
static bool is_often(const cause *causes, size_t count, const char *code) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(causes[i].code, code)) return causes[i].all >= FEW;
    return false;
}

/* The organisation of states that is named oftenest, and not only in passing: it is in its hall that one speaks. */
static const char *hall_of(const cause *causes, size_t count) {
    uint32_t most = NAMINGS - 1;
    const char *code = NULL;
    for (size_t i = 0; i < count; i++)
        if (causes[i].all > most) most = causes[i].all, code = causes[i].code;
    return code;
}

void sg_orator_find(sg_doc *d) {
    cause lands[LANDS], bodies[LANDS];
    size_t land_count = 0, body_count = 0;
    if (!is_own_words(d)) return;
    for (uint32_t t = 0; t < d->tok_count; t++)
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
            const sg_ent *e = &d->ents[d->toks[t].ent + i];
            bool state = sg_land_is_state(e->country), body = e->country && e->cameo && !strcmp(e->country, "IGO");
            cause *c = state ? cause_of(lands, &land_count, e->country) : NULL;
            if (c) count_reasons(d, t, c);
            c = body && strlen(e->cameo) == ORG_CODE ? cause_of(bodies, &body_count, e->cameo) : NULL;
            if (c) c->all++;
        }
    d->hall = hall_of(bodies, body_count);
    d->faced = d->hall ? NULL : leave_out_faced(lands, &land_count);
    d->orator = likeliest(lands, land_count);
    if (d->faced && !*d->orator) d->orator = oftenest(lands, land_count);
    if (d->orator_voice && *d->orator && !is_often(lands, land_count, d->orator)) d->orator = NULL;
}
