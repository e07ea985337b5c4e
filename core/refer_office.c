/* refer_office.c: see refer_in.h. "The president", "the gunman", "the billionaire", with nothing beside them, where two
 * were told before who could be meant, or one by another word: whom he faces, what he did, who alone was told. */
#include "refer_in.h"

enum { FAR = 3 }; /* sentences that are looked back through */

/* "Urged the Brazilian opposition", "rejected the demands of the Mexican senate": one to whom rulers speak at home. */
static bool is_at_home(const sg_doc *d, uint32_t t, uint32_t verb, bool *landless) {
    static const char organs[] = "LEG|OPP|PTY", folk[] = "LAB|AGR|EDU|MED|REL";
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    if (!e || !e->sector || (e->country && !sg_land_is_state(e->country))) return false;
    *landless = !e->country;
    bool asks = sg_is_known_as(d, verb, SG_T_ACTS, "REQUEST");
    bool backs = sg_is_known_as(d, verb, SG_T_ACTS, "SUPPORT|AID") && !strcmp(e->sector, "OPP"); /* another land's, mostly */
    return !backs && (sg_list_has(organs, sg_str_of(e->sector)) || (asks && sg_list_has(folk, sg_str_of(e->sector))));
}

/* Such a one in the clause of the verb; NONE: there is none. */
static uint32_t home_party_of(const sg_doc *d, uint32_t verb, bool *landless) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel != SG_DEP_OBJ && rel != SG_DEP_IOBJ && rel != SG_DEP_OBL) continue;
        if (is_at_home(d, c, verb, landless)) return c;
        for (uint32_t g = d->toks[c].ent_count ? NONE : d->toks[c].child; g != NONE; g = d->toks[g].next)
            if (d->toks[g].deprel == SG_DEP_NMOD && sg_owning(d, g) && is_at_home(d, g, verb, landless)) return g;
    }
    return NONE;
}

/* One who holds such an office, by his name or by the office. */
static bool holds(const sg_ent *e, const sg_row *role) {
    bool one = e->person && !e->plural && e->office && sg_land_is_state(e->country);
    return one && sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office));
}

uint32_t sg_holder_facing(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_tok *k = &d->toks[t];
    bool landless = false;
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE || !*role->cell[R_OFFICE] || !sg_is_bare_the(d, t)) return NONE;
    uint32_t home = home_party_of(d, k->head, &landless), first = NONE;
    if (home == NONE) return NONE;
    const char *land = d->ents[d->toks[home].ent].country;
    for (uint32_t i = d->sents[k->sent].first; i-- > 0 && k->sent - d->toks[i].sent <= FAR;) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (!e || !holds(e, role) || d->toks[i].deprel == SG_DEP_NMOD_DESC) continue;
        if (landless ? sg_is_subject(&d->toks[i]) && e->name && e->by == SG_BY_NAME : !strcmp(e->country, land)) first = i;
        if (first != NONE && !landless) return first;
        if (first != NONE) break; /* "Congress": his who was told last as one who does something */
    }
    return first;
}

/* Who shot or stabbed somebody, as the subject of the verb; NONE: it tells of no such thing. */
static uint32_t doer_of_violence(const sg_doc *d, uint32_t verb) {
    if (d->toks[verb].upos != SG_POS_VERB || !sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT")) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ || d->toks[c].deprel == SG_DEP_OBL_AGENT) return c;
    return NONE;
}

uint32_t sg_doer_told(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_tok *k = &d->toks[t];
    bool many = (k->bits & SG_FEAT_PLUR) != 0;
    if (!sg_list_has("UAF|CRM|UNK", sg_str_of(role->cell[R_SECTOR])) || !grammar(d, t, "called by deed")) return NONE;
    if (!sg_is_bare_the(d, t)) return NONE;
    for (uint32_t i = d->sents[k->sent].first; i-- > 0 && k->sent - d->toks[i].sent <= FAR;) {
        uint32_t who = doer_of_violence(d, i);
        const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
        if (who == NONE) continue;
        bool alike = many == ((d->toks[who].bits & SG_FEAT_PLUR) != 0);
        bool person = e && (e->person || sg_noun_row(d, who, "person"));
        return e && e->sector && e->country && alike && (many || person) && sg_land_is_state(e->country) ? who : NONE;
    }
    return NONE;
}

uint32_t sg_told_by_epithet(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (!k->sent || (k->bits & SG_FEAT_PLUR) || !grammar(d, t, "epithet") || !sg_is_bare_the(d, t)) return NONE;
    uint32_t only = NONE;
    for (uint32_t i = d->sents[k->sent - 1].first; i < d->sents[k->sent].first; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (!e || !e->person || e->plural || !e->name || d->toks[i].deprel == SG_DEP_NMOD_DESC) continue;
        bool again = only != NONE && d->ents[d->toks[only].ent].name && !strcmp(d->ents[d->toks[only].ent].name, e->name);
        if (only != NONE && !again) return NONE;
        if (only == NONE) only = i;
    }
    return only != NONE && d->ents[d->toks[only].ent].country ? only : NONE;
}
