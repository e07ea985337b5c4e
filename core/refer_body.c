/* refer_body.c: see refer_in.h. A body told by its kind alone, behind one told by its name: "Rzeczpospolita ... the
 * newspaper". The words and the sectors that each may stand for are grammar.tsv's `kind of body`. */
#include "refer_in.h"

/* "The group", "the oil cartel", "the leftist rebels", and not "another group", "the Danish group", "the group of
 * Seven". */
static bool is_bare(const sg_doc *d, uint32_t t) {
    bool two;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool says = rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NUMMOD || rel == SG_DEP_APPOS;
        if (says || rel == SG_DEP_FLAT) return false;
        if (is_modifier(&d->toks[c]) && (d->toks[c].ent_count || grammar(d, c, "one of several bodies"))) return false;
    }
    return sg_is_definite(d, t, &two) && !two;
}

/* May a body of the sector be so called by a role's word of the other: "the former rebel movement" is a party now. */
static bool is_akin(const char *kind, const char *sector) {
    static const char *const families[] = {"REB|PRM|CRM|PTY|OPP", "SOC|NGO|REL|LAB|AGR|EDU|MED"};
    if (!strcmp(kind, sector)) return true;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (sg_list_has(families[i], sg_str_of(kind)) && sg_list_has(families[i], sg_str_of(sector))) return true;
    return false;
}

/* By a name of its own, which a table knows or the network found, by its own words' land, or in capitals. */
static bool is_told(const sg_doc *d, uint32_t i, const sg_ent *e) {
    if (e->by == SG_BY_NAME || e->by == SG_BY_OFFICE || e->name) return true;
    return e->by != SG_BY_PRONOUN && sg_is_capital(&d->toks[i]) && i > d->sents[d->toks[i].sent].first;
}

/* "Rebels attacked a town. The group ...": several who fight, as who did something just before, may be one body. */
static bool are_fighters_told(const sg_doc *d, uint32_t i, const sg_ent *e, uint32_t t) {
    enum { JUST = 2 }; /* sentences */
    bool doer = sg_is_subject(&d->toks[i]) || d->toks[i].deprel == SG_DEP_OBL_AGENT;
    bool many = e->plural || (d->toks[i].bits & SG_FEAT_PLUR);
    return many && doer && sg_list_has("REB|PRM", sg_str_of(e->sector)) && d->toks[t].sent - d->toks[i].sent <= JUST &&
           d->toks[t].sent != d->toks[i].sent;
}

uint32_t sg_body_before(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 4 }; /* sentences */
    const char *kinds = grammar(d, t, "kind of body");
    bool common = d->hall && kinds && sg_list_has(kinds, SG_LIT("SOC")); /* "the group" of states */
    if (!kinds || common || !is_bare(d, t)) return NONE;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR && t - i < REACH;) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        bool fit = e && e->country && e->sector && sg_list_has(kinds, sg_str_of(e->sector));
        if (fit && !many && are_fighters_told(d, i, e, t)) return i;
        if (!e || e->person || !e->group || !e->country || e->head != i || e->by == SG_BY_PRONOUN) continue;
        const char *kind = e->sector ? e->sector : e->country;
        if (!sg_list_has(kinds, sg_str_of(kind)) || (role && !is_akin(kind, role->cell[R_SECTOR]))) continue;
        bool again = e->by == SG_BY_DESCRIPTION && e->same != NONE && sg_eq(d->toks[i].lemma_key, d->toks[t].lemma_key);
        if (again && !e->plural && !many) return i; /* that one, by its kind */
        bool victim = !many && e->sector && e->by != SG_BY_NAME && sg_list_has("CVL|REL|SOC", sg_str_of(e->sector));
        if (victim && d->toks[i].deprel == SG_DEP_OBJ) continue;                           /* whom they took */
        if (!is_told(d, i, e) || (!many && e->plural && e->by != SG_BY_NAME)) return NONE; /* another came between */
        return i;
    }
    return NONE;
}

void sg_serve_body(sg_doc *d, uint32_t t) {
    static const char *const whose[] = {"of", "at", "from"};
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    bool staff = e && e->person && e->by == SG_BY_DESCRIPTION && !e->name && e->sector && !strcmp(e->sector, "GOV");
    if (!staff || !e->row[0] || e->row[0]->table != SG_T_ROLES) return;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (c < t || d->toks[c].deprel != SG_DEP_NMOD || d->toks[c].ent_count != 1) continue;
        const sg_ent *of = &d->ents[d->toks[c].ent];
        bool body = !of->person && of->group && of->sector && !strcmp(of->sector, "GOV") && sg_land_is_state(of->country);
        if (!body || !sg_author_case(d, c, whose, 3)) continue;
        sg_actor_serve(d->arena, e, of->country, NULL, e->sector, e->sector);
        return;
    }
}
