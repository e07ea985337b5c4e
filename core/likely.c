/* likely.c: see likely.h. */
#include "likely.h"

#include <stdio.h>

#include "algebra.h"

/* CAMEO's code for sanctions that are lifted. */
static const char LIFTED[] = "085";

int sg_likely_is(const sg_doc *d, uint32_t first, uint32_t last, const char *type) {
    int best = -1;
    for (uint32_t t = first; d->acts && type && t <= last && t < d->tok_count; t++) {
        const sg_likely *l = &d->toks[t].likely;
        if (best < 0 && (l->none || l->type[0].p)) best = 0;
        for (int i = 0; i < SG_LIKELY; i++)
            if (l->type[i].act && l->type[i].p > best && !strcmp(d->acts[l->type[i].act].type, type)) best = l->type[i].p;
    }
    return best;
}

/* "said that Y must pay", "it is time for Y to pay": the word that the clause hangs on, of which the network may mark the
 * demand. */
static int likely_above(const sg_doc *d, const sg_ev *e) {
    const sg_tok *k = &d->toks[e->head];
    bool clause = k->deprel == SG_DEP_CCOMP || k->deprel == SG_DEP_CSUBJ || k->deprel == SG_DEP_ACL;
    bool asks = clause && k->head != NONE && e->type && !strcmp(e->type, "REQUEST");
    return asks ? sg_likely_is(d, k->head, k->head, e->type) : -1;
}

bool sg_lifts_by(const char *cameo, const char *other) {
    return cameo && !strcmp(cameo, LIFTED) && !strcmp(other, "SANCTION");
}

bool sg_lifts(const sg_doc *d, const sg_ev *e, const char *other) {
    static const char burdens[] = "SANCTION|COERCE";
    const sg_ev *in = e->content;
    if (!e->type || !other || !sg_list_has("RETREAT|CONCEDE", sg_str_of(e->type))) return false;
    if (sg_lifts_by(e->cameo, other)) return true;
    return in && in->type && !in->likely && d->toks[in->head].upos == SG_POS_NOUN &&
           sg_list_has(burdens, sg_str_of(in->type)) && sg_list_has(burdens, sg_str_of(other));
}

int sg_likely_of(const sg_doc *d, const sg_ev *e) {
    int best = sg_likely_is(d, e->first, e->last, e->type), above = likely_above(d, e);
    if (above > best) best = above;
    const char *burden = e->content && e->content->type ? e->content->type : "SANCTION"; /* what it may have marked instead */
    int lifted = sg_lifts(d, e, burden) ? sg_likely_is(d, e->first, e->last, burden) : -1;
    if (lifted > best) best = lifted;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        bool governed = d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_OBL;
        int p = governed && d->toks[c].upos == SG_POS_NOUN ? sg_likely_is(d, c, c, e->type) : -1;
        if (p > best) best = p;
    }
    int told = e->same ? sg_likely_of(d, e->same) : -1;
    return told > best ? told : best;
}

uint32_t sg_likely_teller(const sg_doc *d, const sg_ev *e) {
    if (!d->whom) return NONE;
    if (d->toks[e->head].has_whom) return e->head;
    for (uint32_t t = e->first; t <= e->last && t < d->tok_count; t++)
        if (d->toks[t].has_whom) return t;
    return NONE;
}

/* "rebels who shelled": the noun that the clause hangs on. */
uint32_t sg_likely_meant(const sg_doc *d, uint32_t t) {
    enum { STEPS = 4 };
    if (!(d->toks[t].bits & SG_FEAT_REL) || d->toks[t].ent_count) return t;
    uint32_t v = d->toks[t].head;
    for (size_t steps = 0; v != NONE && steps < STEPS; v = d->toks[v].head, steps++)
        if (d->toks[v].deprel == SG_DEP_ACL_RELCL && d->toks[v].head != NONE) return d->toks[v].head;
    return t;
}

/* Does the word name one of them: by its own letters, by whom it stands for, or as a thing of theirs ("Iran's drones")? */
static bool names(const sg_doc *d, const sg_ids *ids, uint32_t t) {
    const sg_tok *word = &d->toks[t];
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &d->ents[ids->at[i]];
        if (t == e->head || (e->first != NONE && t >= e->first && t <= e->last)) return true;
        if (e->head != NONE && d->toks[e->head].head == t) return true;
        for (uint32_t k = 0; k < word->ent_count; k++)
            if (sg_corefer(d, word->ent + k, ids->at[i])) return true;
    }
    return false;
}

int sg_likely_named(const sg_doc *d, const sg_ev *e, sg_side side) {
    uint32_t t = sg_likely_teller(d, e);
    if (t == NONE) return -1;
    const sg_whom *w = &d->whom[(size_t)t * SG_SIDES + side];
    const sg_ids *ids = side == SG_ACTOR ? &e->actors : &e->recipients;
    for (size_t k = 0; k < SG_WHOM_MOST && w->tok[k] != NONE; k++)
        if (!ids->count || names(d, ids, sg_likely_meant(d, w->tok[k]))) return w->p[k];
    return 0;
}

/* The line of en/acts for `act:TYPE`, or for `act:TYPE/MODE`, that is for verbs, or for nouns. */
static const sg_row *row_for(const sg_doc *d, const char *type, const char *mode, char pos) {
    enum { POS = 1, ROOM = 48 };
    char key[ROOM];
    int n = snprintf(key, sizeof key, "act:%s%s%s", type, mode ? "/" : "", mode ? mode : "");
    for (int i = 0; i < n && i < ROOM; i++) key[i] = (char)(key[i] >= 'A' && key[i] <= 'Z' ? key[i] + 32 : key[i]);
    sg_rows rows = n < ROOM ? sg_lexicon_find(d->lex, SG_T_ACTS, (sg_str){key, (size_t)n}) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == pos) return rows.row[i];
    return NULL;
}

/* "will not fail to pay", "has never hesitated to": two denials, and no refusal, on either verb. */
static bool is_done_all_the_same(const sg_doc *d, uint32_t t) {
    uint32_t verb = d->toks[t].deprel == SG_DEP_XCOMP ? d->toks[t].head : t;
    if (verb == NONE || !sg_word(d, verb, "undone")) return false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_word(d, c, "neg")) return true;
    return false;
}

/* "Gave them three days to leave": a term, and the verb tells what is asked. */
static bool is_term(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    return k->deprel == SG_DEP_OBJ && k->head != NONE && sg_word(d, t, "period") && sg_word(d, k->head, "sets a term");
}

/* "attach importance", "set forth the tasks", "will never remain an onlooker": words that tell no act of the type, or of any. */
static bool is_idle(const sg_doc *d, uint32_t t, const char *type) {
    const char *types = sg_word(d, t, "idle");
    if (types && (!strcmp(types, "*") || sg_list_has(types, sg_str_of(type)))) return true;
    if (!strcmp(type, "REJECT") && is_done_all_the_same(d, t)) return true;
    if (!strcmp(type, "THREATEN") && is_term(d, t)) return true;
    const char *that = sg_word(d, t, "idle that"); /* "acknowledges that the road is long": thinks so */
    bool of = d->toks[t].upos == SG_POS_NOUN && sg_eqz(sg_case_of(d, t), "of");
    types = of ? sg_word(d, t, "idle of") : NULL; /* "are of concern to all" */
    if (types && sg_list_has(types, sg_str_of(type))) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool told = rel == SG_DEP_CCOMP && sg_in_classes(d, c, SG_LIT("indicative"));
        bool object = rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS; /* "calls attention", "a party was held" */
        types = told ? that : object ? sg_word(d, c, "idle object") : NULL;
        if (types && sg_list_has(types, sg_str_of(type))) return true;
    }
    return false;
}

const sg_row *sg_likely_row(const sg_doc *d, uint32_t t, int least) {
    const sg_likely *l = &d->toks[t].likely;
    if (!d->acts || !l->type[0].act || l->type[0].p < least || sg_word(d, t, "feeling")) return NULL;
    const sg_act_class *act = &d->acts[l->type[0].act];
    if (is_idle(d, t, act->type)) return NULL;
    char pos = d->toks[t].upos == SG_POS_NOUN ? 'n' : 'v';
    const sg_row *row = row_for(d, act->type, act->mode, pos);
    return row || !act->mode ? row : row_for(d, act->type, NULL, pos);
}
