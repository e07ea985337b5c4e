/* refer_other.c: see refer_in.h. What a verb tells of people from elsewhere: of which land those are not whom a land takes
 * in or puts on its list, who gather at an embassy, or who are in exile there; and who is on the run. */
#include "refer_in.h"

/* Crowds; those who govern. */
static const char crowds[] = "CVL|EDU|LAB|REL|AGR|OPP", rulers[] = "GOV|LEG";

/* Is the verb of that kind: by itself, or with the particle that the table asks for ("take" "in")? */
static bool verb_is(const sg_doc *d, uint32_t verb, const char *kind) {
    const char *with = verb == NONE ? NULL : sg_kind_value(&d->toks[verb].by_lemma, kind);
    if (!with || !strcmp(with, "yes")) return with != NULL;
    uint32_t c = verb + 1; /* wherever the tree hangs it: "took in 400" */
    return c < d->tok_count && sg_list_has(with, d->toks[c].key);
}

/* To whom the verb does something; also "let in 400 refugees" where the tree makes a place of them. */
static uint32_t verb_done_to(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (k->deprel == SG_DEP_NMOD && k->head != NONE && grammar(d, k->head, "quantity")) k = &d->toks[k->head];
    bool done = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_NSUBJ_PASS || k->deprel == SG_DEP_OBL;
    for (uint32_t c = k->deprel == SG_DEP_OBL ? k->child : NONE; c != NONE; c = d->toks[c].next)
        done &= d->toks[c].deprel != SG_DEP_CASE || c == k->head + 1;
    return done ? k->head : NONE;
}

/* The state, or a government's, that does it in the clause of the word; NULL for police, crowds and the rest. */
static const char *ruling_land(const sg_doc *d, uint32_t t) {
    uint32_t who = sg_clause_subject(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    bool rules = e && sg_refer_is_state(e) && (!e->sector || sg_list_has(rulers, sg_str_of(e->sector)));
    return rules ? e->country : NULL;
}

/* "Slapped penalties on nine officials", "an embargo against": on whom sanctions are laid. */
static bool is_sanctioned(const sg_doc *d, uint32_t t) {
    static const char *const on[] = {"on", "against", "upon"};
    const sg_tok *k = &d->toks[t];
    bool below = (k->deprel == SG_DEP_OBL || k->deprel == SG_DEP_NMOD) && k->head != NONE && sg_author_case(d, t, on, 3);
    if (!below) return false;
    if (k->deprel == SG_DEP_NMOD) return grammar(d, k->head, "sanctioning") != NULL;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && grammar(d, c, "sanctioning")) return true;
    return false;
}

/* "Revoked the visas of eleven members of Congress", "froze the assets of three officials": whose it is that a state takes
 * from those of another. */
static bool is_shut_out(const sg_doc *d, uint32_t t) {
    enum { DEEP = 3 };
    for (int n = 0; n < DEEP && t != NONE; n++, t = d->toks[t].head) {
        uint8_t rel = d->toks[t].deprel;
        if (rel == SG_DEP_OBJ && n) return grammar(d, t, "taken from foreigners") != NULL;
        if (rel != SG_DEP_NMOD && rel != SG_DEP_NMOD_POSS) return false;
    }
    return false;
}

/* Whose embassy stands under the verb of which the word is the subject: "a crowd stormed an annex of the embassy". */
static const char *embassy_faced(const sg_doc *d, uint32_t t) {
    enum { DEEP = 4, FAR = 16 };
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    for (uint32_t i = verb; verb != NONE && i < d->tok_count && i < verb + FAR; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        const sg_row *role = e && e->country ? e->row[0] : NULL;
        bool house = role && role->table == SG_T_ROLES && sg_serves_abroad(role) && !strcmp(role->cell[R_KIND], "group");
        if (house && d->toks[i].sent == d->toks[t].sent && sg_is_below(d, i, verb, DEEP)) return e->country;
    }
    return NULL;
}

/* One person or some, called of a land by his own words, who bears no arms: "a Danish photographer", "a Danish trawler";
 * NULL for others. */
static const char *foreigner_at(const sg_doc *d, uint32_t t, bool craft) {
    static const char people[] = "CVL|JRN|REL|BUS|MED|EDU|LAB|SOC|REF|HLH";
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    bool folk = e && e->by == SG_BY_OFFICE && e->sector && sg_list_has(people, sg_str_of(e->sector));
    folk |= craft && e && e->by == SG_BY_OFFICE && grammar(d, t, "has crew") != NULL;
    return folk && sg_land_is_state(e->country) && sg_is_called_of_land(d, t) ? e->country : NULL;
}

/* "Soldiers left their trucks and shot a Danish photographer": at home nobody calls him so, and they are no Danes. */
static const char *land_harmed_by(const sg_doc *d, uint32_t t, bool craft) {
    const sg_tok *k = &d->toks[t];
    bool by = k->deprel == SG_DEP_OBL_AGENT;
    uint32_t verb = sg_is_subject(k) || by ? k->head : NONE;
    const char *land = NULL;
    for (uint32_t v = verb; v != NONE && !land;) {
        bool harm = sg_is_known_as(d, v, SG_T_ACTS, "ASSAULT|COERCE|SANCTION");
        for (uint32_t c = d->toks[v].child; c != NONE && !land && harm; c = d->toks[c].next)
            if (d->toks[c].deprel == (by ? SG_DEP_NSUBJ_PASS : SG_DEP_OBJ)) land = foreigner_at(d, c, craft);
        uint32_t next = v == verb ? d->toks[v].child : d->toks[v].next; /* what else they did */
        while (next != NONE && (d->toks[next].deprel != SG_DEP_CONJ || d->toks[next].upos != SG_POS_VERB))
            next = d->toks[next].next;
        v = next;
    }
    return land;
}

/* "Chad shelled a tanker", "its gunboats sank two ships": a vessel that a state strikes is not its own. */
static const char *land_striking(const sg_doc *d, uint32_t t, uint32_t verb) {
    const sg_hit *h = verb == NONE ? NULL : sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool vessel = h && h->head == t && !strcmp(h->row->cell[R_KIND], "thing") &&
                  sg_list_has("MIL|BUS", sg_str_of(h->row->cell[R_SECTOR])); /* a bus may well be its own people's */
    if (!vessel || !sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT")) return NULL;
    uint32_t who = sg_clause_subject(d, t);
    const sg_ent *e = who != NONE && who != t && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    bool state = e && sg_land_is_state(e->country) && (!e->sector || sg_list_has("GOV|MIL", sg_str_of(e->sector)));
    return state ? e->country : NULL;
}

/* "Washington criticised the regime", "Chile urged the army to withdraw": a state by its name deals so with another's; but
 * "Chile charges generals". */
static const char *land_dealing(const sg_doc *d, uint32_t t, uint32_t verb) {
    static const char deals[] = "ACCUSE|REQUEST|THREATEN|SANCTION|ASSAULT";
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool body = h && !strcmp(h->row->cell[R_KIND], "group");
    if (!body || verb == NONE || !sg_is_known_as(d, verb, SG_T_ACTS, deals)) return NULL;
    verb = sg_verb_with_subject(d, verb);
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_NSUBJ && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool state = e && !e->person && e->by == SG_BY_NAME && sg_land_is_state(e->country);
        if (state && (!e->sector || !strcmp(e->sector, "GOV"))) return e->country;
    }
    return NULL;
}

/* "Benin demanded that the regime free two officers": the verb over the clause of whoever is to do it. */
static uint32_t verb_asking(const sg_doc *d, uint32_t t) {
    uint32_t deed = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE;
    bool asked = deed != NONE && d->toks[deed].deprel == SG_DEP_CCOMP && d->toks[deed].head != NONE;
    return asked && sg_is_known_as(d, d->toks[deed].head, SG_T_ACTS, "REQUEST") ? d->toks[deed].head : NONE;
}

/* The land of a place right below the word. */
static const char *scene_below(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool place = d->toks[c].deprel == SG_DEP_OBL || d->toks[c].deprel == SG_DEP_NMOD;
        const char *land = place ? sg_lies_in(d, c) : NULL;
        if (land && strlen(land) == 3) return land;
    }
    return NULL;
}

bool sg_is_exiled(const sg_doc *d, uint32_t t) {
    static const char out[] = "away from home";
    bool exiled = grammar(d, t, out) != NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        exiled |= d->toks[c].deprel != SG_DEP_CONJ && grammar(d, c, out) != NULL;
    return exiled;
}

/* "Exiled monks meeting in Lima", "leaders in exile met in Lima": who was driven out of his land is not of the one where he
 * is; which that is. */
static const char *land_of_refuge(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (!sg_is_exiled(d, t)) return NULL;
    const char *land = scene_below(d, t);
    for (uint32_t c = k->child; c != NONE && !land; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_ACL || d->toks[c].deprel == SG_DEP_ACL_RELCL) land = scene_below(d, c);
    return !land && sg_is_subject(k) && k->head != NONE ? scene_below(d, k->head) : land;
}

const char *sg_refer_land_of_harmed(const sg_doc *d, uint32_t t, const char *sector) {
    bool rebels = sg_list_has("REB|UAF|CRM", sg_str_of(sector)); /* who shoot at craft of their own land */
    return rebels || sg_list_has("MIL|COP|GOV|JUD", sg_str_of(sector)) ? land_harmed_by(d, t, !rebels) : NULL;
}

const char *sg_land_not_theirs(const sg_doc *d, uint32_t t, const char *sector) {
    const char *refuge = land_of_refuge(d, t);
    if (refuge) return refuge;
    uint32_t verb = verb_done_to(d, t), asking = verb_asking(d, t);
    const char *striking = land_striking(d, t, verb);
    if (striking) return striking;
    uint32_t dealt = asking != NONE ? asking : verb;
    const char *dealing = sg_list_has("GOV|MIL", sg_str_of(sector)) ? land_dealing(d, t, dealt) : NULL;
    if (dealing) return dealing;
    if (verb_is(d, verb, "letting in") || verb_is(d, verb, "listing") || is_sanctioned(d, t) || is_shut_out(d, t))
        return ruling_land(d, t);
    const char *harmed = sg_refer_land_of_harmed(d, t, sector);
    if (harmed) return harmed;
    return sg_list_has(crowds, sg_str_of(sector)) ? embassy_faced(d, t) : NULL;
}

/* "Villagers who had fled", "fleeing families". */
static bool is_on_the_run(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool told = rel == SG_DEP_ACL_RELCL || rel == SG_DEP_ACL || rel == SG_DEP_AMOD;
        if (told && grammar(d, c, "on the run") && d->toks[t].upos != SG_POS_PRON) return true;
    }
    return false;
}

void sg_tell_refugees(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        bool folk = e->head != NONE && e->sector && sg_list_has("CVL|AGR", sg_str_of(e->sector)) && !e->office;
        if (folk && e->name && !(e->row[0] && e->row[0]->table == SG_T_COUNTRIES)) continue; /* a single person */
        if (!folk || !(d->toks[e->head].bits & SG_FEAT_PLUR || d->toks[e->head].upos == SG_POS_NUM)) continue;
        const char *host = verb_is(d, verb_done_to(d, e->head), "letting in") ? ruling_land(d, e->head) : NULL;
        bool folk_of = e->by == SG_BY_NAME || grammar(d, e->head, "driven out"); /* and no tourists */
        bool let_in = host && folk_of && (!e->country || strcmp(host, e->country) != 0);
        if (let_in || is_on_the_run(d, e->head)) sg_actor_serve(d->arena, e, e->country, NULL, "REF", "REF");
    }
}

void sg_spare_unknown(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        bool unknown = e->sector && !strcmp(e->sector, "UAF") && e->head != NONE && e->country && !e->name;
        bool there = false, called = false;
        for (uint32_t c = unknown ? d->toks[e->head].child : NONE; c != NONE; c = d->toks[c].next) {
            there |= d->toks[c].deprel == SG_DEP_NMOD && sg_is_locative(d, c);
            called |= d->toks[c].deprel != SG_DEP_NMOD && sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        }
        if (there && !called) e->country = NULL, e->cameo = e->sector;
    }
}
