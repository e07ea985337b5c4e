/* refer_crew.c: see refer_in.h. "Seized a Danish trawler ... the captain": those aboard are of the land whose vessel was
 * told of before; "the captain of a Danish trawler", "ten Danish sailors" behind it, are no soldiers. The words are
 * grammar.tsv's `has crew` and `aboard` (of which sector they are where the vessel is no warship; "-": as it stands). */
#include "refer_in.h"

/* "Its crew" behind a vessel; "their captains" behind several. */
static bool is_its_own(const sg_doc *d, uint32_t owner, uint32_t t, uint32_t vessel) {
    if (d->toks[owner].deprel != SG_DEP_NMOD_POSS || d->toks[owner].ref == NONE) return false;
    uint8_t form = d->refs[d->toks[owner].ref].form;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) && (d->toks[vessel].bits & SG_FEAT_PLUR);
    return form == SG_REF_IT || (form == SG_REF_THEY && many);
}

/* "The skipper", "the crew of nine", "its crew" behind a vessel, and not "the Danish skipper", "his crew". */
static bool is_bare(const sg_doc *d, uint32_t t, uint32_t vessel) {
    bool two, its = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (is_its_own(d, c, t, vessel)) {
            its = true;
            continue;
        }
        bool says = is_modifier(k) || k->deprel == SG_DEP_NMOD || k->deprel == SG_DEP_APPOS || k->deprel == SG_DEP_FLAT;
        if (says && (k->ent_count || k->upos == SG_POS_PROPN)) return false;
    }
    return its || sg_is_definite(d, t, &two);
}

/* "The captain of the trawler": a vessel right below the word. */
static uint32_t vessel_below(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && e->sector && grammar(d, c, "has crew")) return c;
    }
    return NONE;
}

/* "A frigate gave the crew water": of another vessel than the one that does it to them. */
static bool does_it(const sg_doc *d, uint32_t vessel, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool done_to = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ || k->deprel == SG_DEP_OBL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS) return false; /* "its crew" */
    return done_to && d->toks[vessel].deprel == SG_DEP_NSUBJ && d->toks[vessel].head == k->head;
}

static uint32_t vessel_before(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count == 1 && !does_it(d, i, t) ? &d->ents[k->ent] : NULL;
        if (e && e->country && e->sector && grammar(d, i, "has crew")) return i;
    }
    return NONE;
}

static void serve_aboard(sg_doc *d, uint32_t t, const char *as, const sg_ent *vessel) {
    sg_ent e = d->ents[d->toks[t].ent];
    bool warship = !strcmp(vessel->sector, "MIL");
    bool armed = sg_list_has("MIL|COP", sg_str_of(e.sector)); /* whom their word alone takes for such */
    const char *sector = warship ? "MIL" : strcmp(as, "-") != 0 ? as : armed ? "LAB" : e.sector;
    sg_actor_serve(d->arena, &e, sg_code_of(vessel), vessel->row[0], sector, sector);
    e.by = SG_BY_DESCRIPTION;
    d->toks[t].ent = (uint32_t)d->ent_count;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
}

/* What the word says of those aboard, or the one before it: "crew", "crew members"; NULL. */
static const char *tells_aboard(sg_doc *d, uint32_t t) {
    const char *as = grammar(d, t, "aboard");
    for (uint32_t c = d->toks[t].child; !as && c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_COMPOUND && sg_eqz(d->toks[t].lemma_key, "member")) as = grammar(d, c, "aboard");
    return as;
}

/* Who did something to the vessel in its clause: "was boarded by the navy", "the navy seized a trawler"; or NONE. */
static uint32_t boarder_of(const sg_doc *d, uint32_t vessel) {
    uint8_t rel = d->toks[vessel].deprel;
    uint32_t verb = rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS ? d->toks[vessel].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        bool doer = d->toks[c].deprel == (rel == SG_DEP_OBJ ? SG_DEP_NSUBJ : SG_DEP_OBL_AGENT);
        const sg_ent *e = doer && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && e->sector && sg_list_has("MIL|COP", sg_str_of(e->sector))) return c;
    }
    return NONE;
}

/* "Its crew stabbed one of the guards": of those who had boarded it. */
static void tell_boarders(sg_doc *d, uint32_t crew, uint32_t vessel) {
    uint32_t verb = sg_is_subject(&d->toks[crew]) ? d->toks[crew].head : NONE, by = boarder_of(d, vessel);
    for (uint32_t c = verb == NONE || by == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint32_t whom = c;
        if (c < verb || (d->toks[c].deprel != SG_DEP_OBJ && d->toks[c].deprel != SG_DEP_OBL)) continue;
        for (uint32_t k = d->toks[c].child; d->toks[c].upos == SG_POS_NUM && k != NONE; k = d->toks[k].next)
            if (d->toks[k].deprel == SG_DEP_NMOD) whom = k; /* "two of the sailors" */
        const sg_ent *e = d->toks[whom].ent_count == 1 ? &d->ents[d->toks[whom].ent] : NULL;
        bool men =
            e && !e->name && e->sector && sg_list_has("MIL|COP|LAB", sg_str_of(e->sector)) && sg_is_bare_the(d, whom);
        if (men) d->toks[whom].ent_count = 0, sg_copy_all(d, whom, by, SG_BY_DESCRIPTION, false);
    }
}

/* "The crew" behind a vessel, whom nothing before told: people of the vessel's land. */
static void tell_untold(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const char *as = !k->ent_count && k->upos == SG_POS_NOUN ? grammar(d, t, "aboard") : NULL;
    uint32_t i = as && !strcmp(as, "-") ? vessel_before(d, t) : NONE;
    if (i == NONE || !is_bare(d, t, i) || sg_is_offstage(d, t)) return;
    const sg_ent vessel = d->ents[d->toks[i].ent];
    const char *land = vessel.country;
    sg_actor_role(d, t, sg_row_of_sector(d, !strcmp(vessel.sector, "MIL") ? "MIL" : "CVL"), &land, 1);
}

void sg_tell_crews(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        tell_untold(d, t);
        const char *as = k->ent_count == 1 && k->upos == SG_POS_NOUN ? tells_aboard(d, t) : NULL;
        const sg_ent *own = as ? &d->ents[k->ent] : NULL;
        if (!own || !own->sector || own->name) continue;
        uint32_t below = vessel_below(d, t), i = below != NONE ? below : vessel_before(d, t);
        if (i == NONE) continue;
        const sg_ent vessel = d->ents[d->toks[i].ent];
        bool own_land = own->country && !strcmp(own->country, vessel.country) && strcmp(vessel.sector, "MIL") != 0;
        if (below != NONE || own_land || is_bare(d, t, i)) serve_aboard(d, t, as, &vessel), tell_boarders(d, t, i);
    }
}
