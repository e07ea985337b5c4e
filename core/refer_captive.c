/* refer_captive.c: see refer_in.h. Who is held: "arrested forty teachers ... the detainees", "captured two Danes ... the
 * captives", "those held": whom a verb of taking before took. The words are grammar.tsv's `captive` and `takes captive`. */
#include "refer_in.h"

/* "Were held", "the Danes held in Chad". */
static bool is_passive(const sg_doc *d, uint32_t verb) {
    const sg_tok *k = &d->toks[verb];
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_AUX_PASS) return true;
        if (rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ) return false;
    }
    return k->deprel == SG_DEP_ACL && (k->bits & SG_FEAT_PART) && !(k->bits & SG_FEAT_PRES);
}

/* "Those held", "those arrested on Monday". */
static bool is_taken(const sg_doc *d, uint32_t c) {
    const sg_tok *k = &d->toks[c];
    return k->deprel == SG_DEP_ACL && grammar(d, c, "takes captive") && is_passive(d, c);
}

/* "Freed the women", "released six of them", "the man was freed": those, or he, who were taken before. */
static bool is_let_go(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool they = k->upos == SG_POS_PRON && k->ref != NONE && d->refs[k->ref].form >= SG_REF_HE &&
                d->refs[k->ref].form <= SG_REF_THEY;
    bool folk = k->upos == SG_POS_NOUN && grammar(d, t, "may be a captive") && sg_is_bare_the(d, t);
    if ((!they && !folk) || (they && d->refs[k->ref].form == SG_REF_IT)) return false;
    bool number = k->deprel == SG_DEP_NMOD && k->head != NONE && d->toks[k->head].upos == SG_POS_NUM;
    uint32_t some = number ? k->head : sg_part_before(d, t);
    const sg_tok *what = some != NONE ? &d->toks[some] : k;
    bool done = what->deprel == SG_DEP_OBJ || what->deprel == SG_DEP_NSUBJ_PASS;
    return done && what->head != NONE && grammar(d, what->head, "gives back");
}

/* "The captives", "those held", and not "the Danish captives", "the prisoners of Chad". */
static bool is_bare_captive(const sg_doc *d, uint32_t t) {
    bool held = grammar(d, t, "captive") != NULL, those = sg_says(d, t, "those") != NULL, two;
    if (is_let_go(d, t)) return true;
    if (!held && !those) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (is_taken(d, c)) held = true;
        else if (k->ent_count && (is_modifier(k) || k->deprel == SG_DEP_NMOD || k->deprel == SG_DEP_APPOS)) return false;
        those |= k->deprel == SG_DEP_DET && sg_says(d, c, "those");
    }
    return held && (those || sg_is_definite(d, t, &two));
}

/* People, or one, of whom more is known than that they are held. */
static bool may_be_held(const sg_doc *d, uint32_t t, bool many) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
    bool folk = e && (e->sector || (many && sg_refer_is_state(e))); /* "the Danes" */
    if (!folk || !e->country || grammar(d, t, "captive")) return false;
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_ROLES && !strcmp(e->row[i]->cell[R_KIND], "thing")) return false;
    return ((k->bits & SG_FEAT_PLUR) != 0) == many;
}

/* Whom the verb takes: its object, in a passive its subject, "the Danes held in Chad". */
static uint32_t taken_by(const sg_doc *d, uint32_t verb) {
    bool passive = is_passive(d, verb);
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (passive ? sg_is_subject(&d->toks[c]) : rel == SG_DEP_OBJ) return c;
    }
    return passive && d->toks[verb].deprel == SG_DEP_ACL ? d->toks[verb].head : NONE;
}

static const char *land_at(const sg_doc *d, uint32_t t) {
    return t != NONE && d->toks[t].ent_count ? d->ents[d->toks[t].ent].country : NULL;
}

static uint32_t doer_of(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && !is_passive(d, verb)) return c;
    return NONE;
}

/* "Chad captured two of Niger's soldiers. Niger freed the prisoners": those were held by the other side. */
static bool frees_own(const sg_doc *d, uint32_t t, uint32_t verb, uint32_t held) {
    const char *by = land_at(d, doer_of(d, verb)), *now = land_at(d, sg_clause_subject(d, t));
    const char *of = land_at(d, held);
    return by && now && strcmp(by, of) != 0 && !strcmp(now, of);
}

static uint32_t taken_before(const sg_doc *d, uint32_t t) {
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;) {
        if (d->toks[i].upos != SG_POS_VERB || !grammar(d, i, "takes captive") || d->toks[i].head == t) continue;
        uint32_t held = taken_by(d, i);
        if (held == NONE || held >= t || !may_be_held(d, held, many)) continue;
        return frees_own(d, t, i, held) ? NONE : held;
    }
    return NONE;
}

/* "Six Danes ... the hostages": people, and not their state. */
static void as_people(sg_doc *d, sg_ent *e) {
    if (e->sector || !e->country) return;
    e->sector = "CVL", e->name = NULL;
    e->cameo = sg_printf(d->arena, "%sCVL", e->country);
}

void sg_tell_captives(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (d->toks[t].ref == NONE || !is_bare_captive(d, t)) continue;
        uint32_t held = taken_before(d, t);
        if (held == NONE) continue;
        sg_copy_all(d, t, held, SG_BY_DESCRIPTION, true);
        for (uint32_t i = d->toks[t].ent; i < d->toks[t].ent + d->toks[t].ent_count; i++) as_people(d, &d->ents[i]);
    }
}
