/* refer_crew.c: see refer_in.h. "Seized a Danish trawler ... the captain": those aboard are of the land whose vessel was
 * told of before; "the captain of a Danish trawler", "ten Danish sailors" behind it, are no soldiers. The words are
 * grammar.tsv's `has crew` and `aboard` (of which sector they are where the vessel is no warship; "-": as it stands). */
#include "refer_in.h"

/* "The skipper", "the crew of nine", and not "the Danish skipper", "its crew". */
static bool is_bare(const sg_doc *d, uint32_t t) {
    bool two;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool says = is_modifier(k) || k->deprel == SG_DEP_NMOD || k->deprel == SG_DEP_APPOS || k->deprel == SG_DEP_FLAT;
        if (says && (k->ent_count || k->upos == SG_POS_PROPN)) return false;
    }
    return sg_is_definite(d, t, &two);
}

/* "The captain of the trawler": a vessel right below the word. */
static uint32_t vessel_below(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && e->sector && grammar(d, c, "has crew")) return c;
    }
    return NONE;
}

static uint32_t vessel_before(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (e && e->country && e->sector && grammar(d, i, "has crew")) return i;
    }
    return NONE;
}

static void serve_aboard(sg_doc *d, uint32_t t, const char *as, const sg_ent *vessel) {
    sg_ent e = d->ents[d->toks[t].ent];
    bool warship = !strcmp(vessel->sector, "MIL");
    const char *sector = warship ? "MIL" : strcmp(as, "-") != 0 ? as : e.sector;
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

void sg_tell_crews(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        const char *as = k->ent_count == 1 && k->upos == SG_POS_NOUN ? tells_aboard(d, t) : NULL;
        const sg_ent *own = as ? &d->ents[k->ent] : NULL;
        if (!own || !own->sector || own->name) continue;
        uint32_t below = vessel_below(d, t), i = below != NONE ? below : vessel_before(d, t);
        if (i == NONE) continue;
        const sg_ent vessel = d->ents[d->toks[i].ent];
        bool own_land = own->country && !strcmp(own->country, vessel.country) && strcmp(vessel.sector, "MIL") != 0;
        if (below != NONE || own_land || is_bare(d, t)) serve_aboard(d, t, as, &vessel);
    }
}
