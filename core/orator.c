/* orator.c: see orator.h. The label of his words may name it ("Mr. X (Chad):"). Else, for each state that the text names,
 * reasons are counted: how often its delegation is named (in doublings), how often it holds or wishes something ("Chad
 * believes"), which few say of another land than their own, or does something now ("Chad trades"), whether it stands by
 * a word of the first person ("my country, Chad"), is spoken for ("on behalf of Chad"), stands where speeches begin and
 * end, in whose officer's name the title is; against it, that one deals with it as with another, that it is "your
 * country", that only its cities or people in office are named, that harm is told of it ("Chadian aggression"). In a
 * briefing whoever stands over against "us" is another. The weights are rounded from a fit over stretches of 200 to 600
 * words of 600 speeches at the United Nations and over 250 whole ones; of 800 other stretches, most of which never say
 * whose they are, 214 got their own land and 24 another, of 100 whole speeches 81 and 4. Since what a land holds counts
 * for more than what it does, of 166 whole speeches 158 got their own and 3 another; 155 and 7 before. With the harm
 * that is told, of 244 others 230 and 4; 227 and 7 without. */
#include "orator.h"

#include "caller.h"
#include "lands.h"
#include "orator_in.h"

enum {
    VOICES = 8,       /* that are told apart */
    LANDS = 48,       /* of a speech that names more, the first */
    FEWEST = 6,       /* words of the first person that a short speech has, */
    OFTEN_I = 30,     /* one in so many words; */
    MANY = 12,        /* and that a long one has, */
    SELDOM_I = 200,
    MARGIN = 5,       /* between the two likeliest */
    LEAST = 5,        /* of one's own land; less is told of any, */
    LEAST_SHORT = 7, /* and in a short text this much */
    FACED_OFTEN = 5,
    FEW = 3,          /* namings of a land that may speak */
    NAMINGS = 5,      /* of an organisation in whose hall one speaks */
    ORG_CODE = 6      /* letters of an organisation's code */
};

enum {
    DOUBLED_ALL = 2,
    DOUBLED_HOLDS = 14,
    DOUBLED_NOW = 4,
    DOUBLED_HAS = 7,
    DOUBLED_BELOW = 5,
    DOUBLED_DELEGATION = 8,
    DOUBLED_OWN = 12,
    DOUBLED_BEHALF = 12,
    DOUBLED_DEALT = -2,
    DOUBLED_YOURS = -5,
    DOUBLED_GUEST = -1,
    DOUBLED_HARM = -8,
    BY_TITLE = 12,
    BY_OPENING = 7,
    BY_CLOSING = 6,
    BY_CITIES = -9,
    BY_GUESTS = -9,
    BY_ONCE = -4,
    BY_FACED = -20 /* dealt with by "us" again and again */
};

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

static sg_cause *cause_of(sg_cause causes[LANDS], size_t *count, const char *code) {
    size_t i = 0;
    while (i < *count && strcmp(causes[i].code, code) != 0) i++;
    if (i == LANDS) return NULL;
    if (i == *count) causes[(*count)++] = (sg_cause){.code = code};
    return &causes[i];
}

static int doublings(uint32_t n) {
    int bits = 0;
    for (; n; n >>= 1) bits++;
    return bits;
}

static int score_of(const sg_cause *c) {
    int many = DOUBLED_ALL * doublings(c->all) + DOUBLED_HOLDS * doublings(c->holds) + DOUBLED_NOW * doublings(c->now) +
               DOUBLED_HAS * doublings(c->has) + DOUBLED_BELOW * doublings(c->below) +
               DOUBLED_DELEGATION * doublings(c->delegation) +
               DOUBLED_OWN * doublings(c->own) + DOUBLED_BEHALF * doublings(c->behalf) +
               DOUBLED_DEALT * doublings(c->dealt) + DOUBLED_YOURS * doublings(c->yours) +
               DOUBLED_GUEST * doublings(c->guests) + DOUBLED_HARM * doublings(c->harms);
    return many + BY_TITLE * c->titled + BY_OPENING * c->opening + BY_CLOSING * c->closing + BY_ONCE * (c->all == 1) +
           BY_CITIES * (c->cities == c->all) + BY_GUESTS * (c->guests == c->all) + BY_FACED * (c->faced >= FACED_OFTEN);
}

/* The likeliest, if it is far likelier than the next; "" if not. */
static const char *likeliest(const sg_cause *causes, size_t count, bool whole) {
    int best = whole ? LEAST : LEAST_SHORT, second = 0;
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
static const char *leave_out_faced(sg_cause *causes, size_t *count) {
    enum { OFTEN = 2, SELDOM_FACED = 3 };
    uint32_t kept = 0, all = 0;
    const char *code = NULL;
    size_t n = 0;
    for (size_t i = 0; i < *count; i++) {
        const sg_cause one = causes[i];
        bool home = (one.own + one.behalf) * SELDOM_FACED >= one.faced; /* "my Government has led Chad" */
        if (one.faced < OFTEN || home) {
            if (one.all > kept) kept = one.all;
            causes[n++] = one;
        } else if (one.all > all) all = one.all, code = one.code;
    }
    *count = n;
    return all > kept ? code : NULL;
}

/* The one that is named far oftener than any other; "" if there is none. */
static const char *oftenest(const sg_cause *causes, size_t count) {
    enum { FAR_OFTENER = 2 };
    uint32_t best = 0, second = 0;
    const char *code = "";
    for (size_t i = 0; i < count; i++)
        if (causes[i].all > best) second = best, best = causes[i].all, code = causes[i].code;
        else if (causes[i].all > second) second = causes[i].all;
    return best >= FEW && best >= FAR_OFTENER * second ? code : "";
}

/* Who stands beside the word is of several lands, or of an organisation. */
static bool is_of_several(const sg_doc *d, uint32_t t) {
    const char *land = NULL;
    bool several = false;
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const char *code = d->ents[d->toks[t].ent + i].country;
        several |= code && ((land && strcmp(land, code) != 0) || !strcmp(code, "IGO"));
        land = code ? code : land;
    }
    return several;
}

/* "We, the leaders of Chad and Niger", where the text begins: no single land speaks. */
static bool speaks_for_several(const sg_doc *d) {
    enum { FIRST = 4 }; /* sentences, with headings */
    for (size_t i = 0; i < d->ref_count && d->toks[d->refs[i].head].sent < FIRST; i++) {
        const sg_ref *r = &d->refs[i];
        if (r->form != SG_REF_WE || r->context != d->orator_voice) continue;
        for (uint32_t c = d->toks[r->head].child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_APPOS && is_of_several(d, c)) return true;
    }
    return false;
}

/* The organisation of states that is named oftenest, and not only in passing: it is in its hall that one speaks. */
static const char *hall_of(const sg_cause *causes, size_t count, uint32_t least) {
    uint32_t most = least - 1;
    const char *code = NULL;
    for (size_t i = 0; i < count; i++)
        if (causes[i].all > most && strlen(causes[i].code) == ORG_CODE) most = causes[i].all, code = causes[i].code;
    return code;
}

const char *sg_orator_in(const sg_doc *d, uint32_t id) {
    return d->orator && id == d->orator_voice ? d->orator : sg_caller_land(d, id);
}

/* "I speak on behalf of the European Union": its voice, where no land is told to be the speaker's own. */
static const char *spoken_body(const sg_cause *bodies, size_t count, const sg_cause *lands, size_t land_count,
                               const char *land) {
    const sg_cause *own = NULL;
    for (size_t i = 0; i < land_count; i++)
        if (!strcmp(lands[i].code, land)) own = &lands[i];
    if (own && (own->own || own->behalf || own->delegation || own->titled || own->now + own->holds > 1)) return NULL;
    for (size_t i = 0; i < count; i++)
        if (bodies[i].behalf && bodies[i].opening && bodies[i].all >= NAMINGS) return bodies[i].code;
    return NULL;
}

/* "Our Organization": one speaks in its hall. */
static bool is_hall(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const char *kind = sg_is_capital(k) && !(k->bits & SG_FEAT_PLUR) ? sg_kind_value(&k->by_lemma, "shortens") : NULL;
    bool here = false;
    for (uint32_t c = kind ? k->child : NONE; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AMOD && sg_kind_value(&d->toks[c].by_lemma, "honours")) continue; /* "our noble Organization" */
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD) return false;
        here |= rel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1);
    }
    return here;
}

void sg_orator_find(sg_doc *d) {
    sg_cause lands[LANDS], bodies[LANDS];
    size_t land_count = 0, body_count = 0;
    sg_callers_find(d);
    for (size_t i = 0, n = 0; i < d->caller_count; i++)
        if (d->callers[i].meets && ++n > 1) d->hall = "IGO";
    if (!is_own_words(d)) return;
    const char *label = sg_caller_land(d, d->orator_voice);
    bool hall = label && !d->station;
    for (uint32_t t = 0; t < d->tok_count; t++) {
        hall |= is_hall(d, t);
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
            const sg_ent *e = &d->ents[d->toks[t].ent + i];
            bool state = sg_land_is_state(e->country), body = e->country && e->cameo && !strcmp(e->country, "IGO");
            sg_cause *c = state ? cause_of(lands, &land_count, e->country) : NULL;
            if (c) sg_orator_reasons(d, t, c);
            c = body ? cause_of(bodies, &body_count, e->cameo) : NULL;
            if (c) c->all++, c->behalf += sg_is_spoken_for(d, t), c->opening |= t < SG_OPENING;
            hall |= c && strlen(e->cameo) == ORG_CODE && d->sents[d->toks[t].sent].in_title;
        }
    }
    d->hall = hall_of(bodies, body_count, hall ? 1 : NAMINGS);
    d->faced = d->hall ? NULL : leave_out_faced(lands, &land_count);
    d->orator = likeliest(lands, land_count, d->tok_count > LONG);
    const char *body = spoken_body(bodies, body_count, lands, land_count, d->orator);
    if (body) d->orator = body;
    if (d->faced && !*d->orator) d->orator = oftenest(lands, land_count);
    if (label) d->orator = label;
    else if (speaks_for_several(d)) d->orator = "", d->hall = NULL; /* a communique, and no speech in their hall */
}
