/* refer_owner.c: see refer_in.h. What a description's own words say: whose it is ("Peru's ministry", "its envoy"), where
 * it is, and of which peer or body of states it is one. */
#include "refer_in.h"

/* Crowds, strikers, schools, police and the like are of the land that they are in; officials and soldiers go abroad. */
static const char local[] = "CVL|REF|LAB|REB|OPP|EDU|MED|SOC|JRN|AGR|PTY|COP|LEG|PRM|HLH|REL";

/* The noun on which the clause of "whose" hangs; NONE for another word. */
static uint32_t owner_above(const sg_doc *d, uint32_t t) {
    enum { CLIMB = 8 };
    if (t == NONE || d->toks[t].ref == NONE || d->refs[d->toks[t].ref].form != SG_REF_WHO) return NONE;
    for (uint32_t i = t, steps = 0; d->toks[i].head != NONE && steps < CLIMB; i = d->toks[i].head, steps++)
        if (d->toks[i].deprel == SG_DEP_ACL_RELCL) return d->toks[i].head;
    return NONE;
}

const sg_ent *sg_owner_of(const sg_doc *d, uint32_t t) {
    if (grammar(d, t, "doer to")) return NULL; /* "their kidnappers" are not of their land */
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NMOD_POSS) continue;
        uint32_t above = owner_above(d, c);
        const sg_tok *k = &d->toks[above != NONE ? above : c];
        if (above != NONE && k->deprel == SG_DEP_CONJ) continue; /* "Peru and Chad, whose ministers" */
        if (k->ent_count && d->ents[k->ent].country) return &d->ents[k->ent];
    }
    return NULL;
}

const char *sg_code_of(const sg_ent *e) {
    return sg_is_body(e) ? e->cameo : e->country;
}

/* The codes of those that a word stands for, once each. */
static size_t add_codes(const sg_doc *d, uint32_t t, const char *codes[MOST], size_t n) {
    const sg_tok *k = &d->toks[t];
    for (uint32_t i = 0; i < k->ent_count && n < MOST; i++) {
        const char *code = d->ents[k->ent + i].country ? sg_code_of(&d->ents[k->ent + i]) : NULL;
        bool known = !code;
        for (size_t u = 0; u < n && !known; u++) known = !strcmp(codes[u], code);
        if (!known) codes[n++] = code;
    }
    return n;
}

/* "Peru and Chad, whose armies": of several lands a clause behind a comma tells what all of them have. */
static bool has_joint_clause(const sg_doc *d, uint32_t t, uint32_t owner) {
    if (!(d->toks[t].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && owner_above(d, c) == owner)
            return c > owner && sg_eqz(d->toks[c - 1].form, ",");
    return false;
}

size_t sg_owners_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    const sg_ent *owner = sg_owner_of(d, t);
    if (!owner) return 0;
    size_t n = add_codes(d, owner->head, codes, 0);
    for (uint32_t c = has_joint_clause(d, t, owner->head) ? d->toks[owner->head].child : NONE; c != NONE;
         c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && c < t) n = add_codes(d, c, codes, n);
    return n;
}

/* The place right behind the word, wherever the tree hangs it: "shelled a hospital in Kharkiv", "villages north of Homs",
 * "to the north of Homs". NONE: no such words. */
static uint32_t place_behind(const sg_doc *d, uint32_t t) {
    uint32_t at = t + 1;
    if (at + 3 < d->tok_count && sg_eqz(d->toks[at].form, "to") && sg_eqz(d->toks[at + 1].form, "the")) at += 2;
    bool aside = at + 1 < d->tok_count && grammar(d, at, "compass") && sg_eqz(d->toks[at + 1].form, "of");
    const sg_tok *in = aside ? &d->toks[at + 1] : t + 1 < d->tok_count ? &d->toks[t + 1] : NULL;
    return in && in->sent == d->toks[t].sent && in->deprel == SG_DEP_CASE ? in->head : NONE;
}

bool sg_serves_abroad(const sg_row *role) {
    return sg_list_has(role->cell[R_NOTE], SG_LIT("abroad"));
}

/* "My Government", in a speech. */
static bool is_mine(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint32_t ref = d->toks[c].ref;
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && ref != NONE && sg_is_orator(d, ref)) return true;
    }
    return false;
}

bool sg_is_called_of_land(const sg_doc *d, uint32_t t) {
    static const char own[] = "adjective|name|variant|official"; /* "a U.S. base", but not "a Karachi base" */
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool part = rel == SG_DEP_AMOD || (rel == SG_DEP_COMPOUND && c < t);
        const sg_hit *h = part ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (!h || strlen(h->row->cell[C_CODE]) != 3) continue;
        if (sg_list_has(rel == SG_DEP_AMOD ? "adjective" : own, sg_str_of(h->row->cell[C_KIND]))) return true;
    }
    return false;
}

const char *sg_sole_state_of(const sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    return of.count == 1 && of.at[0].code && sg_land_is_state(of.at[0].code) ? of.at[0].code : NULL;
}

static bool is_joint(const sg_doc *d, uint32_t t, uint32_t sent) {
    const sg_tok *k = &d->toks[t];
    return k->sent == sent && (k->upos == SG_POS_CCONJ || sg_eqz(k->form, ","));
}

static bool has_land_before(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES)) return true;
    return false;
}

/* "To the people and Government of Chad", "the Malian party, government and people": what makes up a state, side by side,
 * is of one, whatever the tree hangs the land on. */
static const char *owner_beside(const sg_doc *d, uint32_t t) {
    enum { STEPS = 3 };
    uint32_t sent = d->toks[t].sent, i = t;
    if (!grammar(d, t, "of a state")) return NULL;
    for (int n = 0; n < STEPS && i + 2 < d->tok_count && is_joint(d, i + 1, sent) && grammar(d, i + 2, "of a state"); n++) {
        const char *code = sg_sole_state_of(d, i += 2);
        if (code && i + 1 < d->tok_count && sg_says(d, i + 1, "owner")) return code;
    }
    i = t;
    for (int n = 0; n < STEPS && i >= 2 && is_joint(d, i - 1, sent) && grammar(d, i - 2, "of a state"); n++) {
        const char *code = d->toks[i - 2].sent == sent ? sg_sole_state_of(d, i -= 2) : NULL;
        if (code && has_land_before(d, i)) return code;
    }
    return NULL;
}

/* "The Government and people of Chad": both are Chad's. */
static const char *shared_owner(const sg_doc *d, uint32_t t) {
    const char *code = owner_beside(d, t);
    if (code && !sg_list_has("IMG|ISM|NGO", sg_str_of(code))) return code;
    code = NULL; /* "soldiers and Islamic State fighters" */
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel == SG_DEP_NMOD) return NULL; /* it has its own */
        const sg_ent *e = k->deprel == SG_DEP_CONJ && k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (!e || e->person || !sg_refer_is_state(e) || !sg_land_is_state(e->country)) continue;
        sg_states of = {0};
        sg_states_of(d, c, c, &of);
        if (of.count == 1 && !code && of.at[0].code && !strcmp(of.at[0].code, e->country)) code = e->country;
    }
    return code;
}

/* "Provincial finance ministers", "provincial and territorial": of parts of one land. */
static bool are_of_parts(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (is_modifier(&d->toks[c]) && grammar(d, c, "below the state")) return true;
    return false;
}

bool sg_are_of_several(const sg_doc *d, uint32_t t, const sg_row *role) {
    if (are_of_parts(d, t)) return false;
    static const char sole[] = "head-of-state|head-of-government|foreign-minister|defence-minister|finance-minister";
    sg_str offices = sg_str_of(role->cell[R_OFFICE]), first = {"", 0};
    bool one = sg_cut(&offices, '|', &first) && sg_list_has(sole, first) && !strstr(role->cell[R_NOTE], "ruler");
    bool rule = strcmp(role->cell[R_NOTE], "states") == 0 && grammar(d, t, "of a state");
    bool new = true, counted = false; /* "eight governments", "creditor governments", but "the governments" */
    for (uint32_t c = d->toks[t].child; rule && c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        counted |= rel == SG_DEP_NUMMOD;
        new &= rel != SG_DEP_DET && rel != SG_DEP_NMOD_POSS;
    }
    return (one || (rule && (new || counted))) && (d->toks[t].bits & SG_FEAT_PLUR) != 0;
}

/* "A nun visiting from Chad", "a man who came from Chad", "a priest born in Chad": where the words behind a person say that he
 * is from; NULL: they say nothing of the kind. Soldiers who come from somewhere may be anybody's. */
static const char *origin_behind(const sg_doc *d, uint32_t t, const sg_row *role) {
    static const char folk[] = "CVL|REL|EDU|MED|LAB|AGR|JRN|BUS";
    if (!sg_list_has(folk, sg_str_of(role->cell[R_SECTOR]))) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        const char *from = c > t && (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL) ? grammar(d, c, "comes from") : NULL;
        for (uint32_t k = from ? d->toks[c].child : NONE; k != NONE; k = d->toks[k].next) {
            const sg_hit *h = d->toks[k].deprel == SG_DEP_OBL ? sg_hit_over(d, k, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
            if (h && strlen(h->row->cell[C_CODE]) == 3 && sg_author_case(d, k, &from, 1)) return h->row->cell[C_CODE];
        }
    }
    return NULL;
}

/* "Police scattered a crowd outside the Chadian embassy in Oslo": crowds and police are of the land
 * where the embassy is. */
static size_t by_embassy(const sg_doc *d, uint32_t t, const char *sector, const char *codes[MOST]) {
    enum { NEAR = 40 };
    bool crowd = sg_list_has("CVL|EDU|LAB|AGR|REL|OPP", sg_str_of(sector)); /* others at an embassy are its own */
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = t > s->first + NEAR ? t - NEAR : s->first; i < s->first + s->count && i < t + NEAR; i++) {
        const sg_ent *e = d->toks[i].ent_count ? &d->ents[d->toks[i].ent] : NULL;
        const sg_row *role = e ? e->row[0] : NULL;
        if (!role || role->table != SG_T_ROLES || !sg_serves_abroad(role)) continue;
        if (strcmp(role->cell[R_KIND], "group") != 0) continue;
        if ((d->toks[i].head == t && !crowd) || sg_verb_over(d, i) != sg_verb_over(d, t)) continue;
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next) {
            const char *land = d->toks[c].deprel == SG_DEP_NMOD ? sg_lies_in(d, c) : NULL;
            if (land && (!e->country || strcmp(land, e->country) != 0)) return codes[0] = land, 1;
        }
    }
    return 0;
}

/* "Ministers of the two", "leaders of both": no noun says two of what. */
static bool is_bare_pair(const sg_doc *d, uint32_t t) {
    if (!grammar(d, t, "pair") || d->toks[t].deprel != SG_DEP_NMOD || !sg_owning(d, t)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) return true;
    return d->toks[t].upos != SG_POS_NUM; /* "both", but not "of two" */
}

/* "Officers of the two countries", "generals of both armies": of two lands. */
static bool is_two_owners(const sg_doc *d, uint32_t t) {
    if (is_bare_pair(d, t)) return true;
    bool two = false, the = sg_is_definite(d, t, &two);
    const char *what = grammar(d, t, "collective");
    if (!the || !two || (what && !strcmp(what, "state"))) return the && two;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool serve = h && sg_list_has("GOV|MIL|COP|LEG", sg_str_of(h->row->cell[R_SECTOR]));
    return d->toks[t].deprel == SG_DEP_NMOD && sg_owning(d, t) && (what || serve);
}

const sg_ent *sg_peer_of(const sg_doc *d, uint32_t t) {
    const sg_ent *owner = grammar(d, t, "peer") ? sg_owner_of(d, t) : NULL;
    if (owner || !grammar(d, t, "peer")) return owner;
    bool his = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && !(d->toks[c].bits & SG_FEAT_P1) && d->toks[c].upos == SG_POS_PRON;
    uint32_t one = !his ? NONE : d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : sg_clause_subject(d, t);
    for (uint32_t c = one == NONE || d->toks[one].ent_count ? NONE : d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count && sg_owning(d, c))
            one = c; /* "a group of deputies" */
    return one != NONE && d->toks[one].ent_count == 1 ? &d->ents[d->toks[one].ent] : NULL;
}

/* One who serves a state, and whose colleagues then do; or people and bodies, whose counterparts are of their kind. */
static bool has_peers(const sg_ent *e) {
    static const char bodies[] = "GOV|MIL|COP|SPY|LEG|JUD|LAB|PTY|BUS|EDU|REL|JRN|MED|SOC";
    return e && e->sector && sg_list_has(e->person ? "GOV|MIL|COP|SPY|LEG|JUD" : bodies, sg_str_of(e->sector));
}

/* "His Peruvian colleague": he serves as the one does whose colleague he is. */
static const sg_row *role_of_peer(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_ent *owner = sg_peer_of(d, t);
    bool other = has_peers(owner) && strcmp(owner->sector, role->cell[R_SECTOR]) != 0;
    const sg_row *same = other ? sg_row_of_sector(d, owner->sector) : NULL;
    return same ? same : role;
}

/* "His two counterparts", "her colleagues in both countries": they are of the two lands at hand that are not his. */
static size_t two_peers(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    if (!(d->toks[t].bits & SG_FEAT_PLUR)) return 0;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const char *number = d->toks[c].deprel == SG_DEP_NUMMOD ? grammar(d, c, "number") : NULL;
        bool both = d->toks[c].deprel == SG_DEP_DET_PREDET || d->toks[c].deprel == SG_DEP_CC_PRECONJ;
        if (both && !number) number = grammar(d, c, "pair"); /* "both his colleagues" */
        if (is_two_owners(d, c) || (number && !strcmp(number, "2"))) return sg_two_states(d, t, codes);
    }
    uint32_t there = place_behind(d, t);
    return there != NONE && is_two_owners(d, there) ? sg_two_states(d, t, codes) : 0;
}

bool sg_is_called_of_one(const sg_doc *d, uint32_t t) {
    if ((d->toks[t].bits & SG_FEAT_PLUR) || !sg_is_called_of_land(d, t)) return false;
    bool joined = false, of = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        of |= c > t && d->toks[c].deprel == SG_DEP_NMOD && sg_owning(d, c);
        for (uint32_t g = d->toks[c].child; c < t && g != NONE; g = d->toks[g].next)
            joined |= d->toks[g].deprel == SG_DEP_CONJ;
    }
    return of && !joined;
}

const char *sg_sector_of_owner(const sg_doc *d, uint32_t t, const sg_row *role) {
    static const char fighting[] = "REB|PRM|PRE|SEP";
    static const char bodies[] = "REB|PRM|PRE|SEP|PTY|OPP|LAB|CRM|UAF|REL|BUS|JRN|SOC|AGR|EDU";
    const sg_ent *owner = sg_owner_of(d, t);
    const char *sector = owner && owner->sector && *owner->sector ? owner->sector : NULL, *own = role->cell[R_SECTOR];
    bool serves = sg_list_has(role->cell[R_NOTE], SG_LIT("serves")) && !strcmp(role->cell[R_KIND], "person");
    /* "the rebel leader ... his forces", "the militia, whose gunmen" */
    bool troops = sg_list_has("MIL|UAF|REB", sg_str_of(own)) && !serves;
    if (troops && sector && sg_list_has("REB|PRM|PRE", sg_str_of(sector)) && sg_land_is_state(owner->country))
        return sector;
    if (!sector || !serves || sg_serves_abroad(role) || !sg_land_is_state(owner->country)) return NULL;
    const sg_tok *k = &d->toks[owner->head];
    for (uint32_t n = 0; n < k->ent_count; n++) { /* "the minister and the rebels ... their envoys" */
        const char *one = d->ents[k->ent + n].sector;
        if (!one || strcmp(one, sector) != 0) return NULL;
    }
    bool leads = sg_list_has(role->cell[R_NOTE], SG_LIT("ruler"));
    bool rules = sg_list_has(role->cell[R_OFFICE], SG_LIT("head-of-state"));
    if (leads || rules) {
        bool whole = !owner->person || owner->plural || (k->bits & SG_FEAT_PLUR);
        const sg_row *by = owner->row[0];
        bool land = by && by->table == SG_T_COUNTRIES; /* "the Kurds ... their president" */
        bool body = owner->group && !owner->person && !owner->plural && !(k->bits & SG_FEAT_PLUR) && !land;
        if (!strcmp(sector, "CVL") && body) return sector; /* "the confederation ... its president" */
        return whole && (sg_list_has(bodies, sg_str_of(sector)) || (leads && !strcmp(sector, "MIL"))) ? sector : NULL;
    }
    if (!*own || !strcmp(own, "GOV")) return sector;
    return sg_list_has(fighting, sg_str_of(sector)) ? sector : NULL;
}

/* The role for those whose it is; one who serves a side is of it. */
static void serve_owners(sg_doc *d, uint32_t t, const sg_row *role, const char *const *codes, size_t count) {
    const char *side = sg_sector_of_owner(d, t, role);
    sg_actor_role(d, t, role, codes, count);
    for (uint32_t n = 0; side && n < d->toks[t].ent_count; n++) {
        sg_ent *e = &d->ents[d->toks[t].ent + n];
        sg_actor_serve(d->arena, e, e->country, NULL, side, side);
        if (e->name_by != SG_BY_NAME) e->name = e->office = NULL, e->row[2] = NULL; /* a party's leader is not the land's */
    }
}

/* "Officers of both countries", "heads of the services of both countries": the word for two lands in whose service they are;
 * NONE. */
static uint32_t two_served(const sg_doc *d, uint32_t t, uint32_t of) {
    if (is_two_owners(d, of)) return of;
    bool bodies = d->toks[of].deprel == SG_DEP_NMOD && (d->toks[of].bits & d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t c = bodies ? d->toks[of].child : NONE; c != NONE; c = d->toks[c].next)
        if (is_two_owners(d, c)) return c;
    return NONE;
}

bool sg_role_by_words(sg_doc *d, uint32_t t, const sg_row *role) {
    role = role_of_peer(d, t, role);
    const char *codes[MOST];
    bool abroad = sg_serves_abroad(role) || sg_are_of_several(d, t, role); /* they may meet anywhere */
    abroad |= sg_refer_is_elsewhere(d, t) || sg_is_exiled(d, t);           /* "foreign engineers in Basra" */
    uint32_t behind = !abroad && sg_list_has(local, sg_str_of(role->cell[R_SECTOR])) ? place_behind(d, t) : NONE;
    size_t own = sg_owners_of(d, t, codes);
    bool by_pronoun = own && d->toks[sg_owner_of(d, t)->head].upos == SG_POS_PRON;
    if (by_pronoun && sg_is_called_of_land(d, t)) own = 0; /* "his Indian host" */
    bool peer = by_pronoun && grammar(d, t, "peer");
    uint32_t there = peer ? place_behind(d, t) : NONE;
    if (there != NONE && sg_lies_in(d, there)) own = 0; /* "his counterpart in Lima" */
    sg_states called = {0};
    if (peer) sg_states_of(d, t, t, &called);
    if (called.count) own = 0; /* "his Union colleague", "his colleague of Peru" */
    const char *pair[MOST];
    size_t two = peer && !called.count ? two_peers(d, t, pair) : 0;
    if (two) {
        sg_actor_role(d, t, role, pair, two);
        return true;
    }
    if (own) {
        serve_owners(d, t, role, codes, own);
        return true;
    }
    if (is_mine(d, t)) return true; /* of whatever land it is */
    /* "Peruvian towns near Chile": of the land whose they are called, before that near which they lie */
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    if (of.count > 1 && sg_is_called_of_one(d, t)) of.count = 1;
    for (size_t i = 0; i < of.count && i < MOST; i++) codes[own++] = of.at[i].code;
    if (own) {
        sg_actor_role(d, t, role, codes, own);
        return true;
    }
    const char *shared = origin_behind(d, t, role);
    if (!shared) shared = shared_owner(d, t);
    if (shared) {
        sg_actor_role(d, t, role, &shared, 1);
        return true;
    }
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const char *here[MOST];
        size_t places = d->toks[c].deprel == SG_DEP_NMOD && !abroad ? sg_lies_in_all(d, c, here) : 0;
        bool courts = places && !strcmp(role->cell[R_SECTOR], "JUD") && grammar(d, c, "courts");
        if (courts) here[0] = "IGO", places = 1; /* "the judges in The Hague" */
        if (places) {                            /* "demonstrators in Khartoum" */
            sg_actor_role(d, t, role, here, places);
            return true;
        }
        bool both = two_served(d, t, c) != NONE;
        size_t n = both ? sg_talking_lands(d, two_served(d, t, c), codes) : 0;
        if (!n && both) n = sg_two_states(d, t, codes);
        const char *what = n || d->toks[c].deprel != SG_DEP_NMOD ? NULL : grammar(d, c, "collective");
        if (what && !strcmp(what, "state")) n = sg_listed_states(d, c, codes); /* "officers of the three countries" */
        if (n) sg_actor_role(d, t, role, codes, n);
        if (n) return true;
    }
    size_t places = behind == NONE ? 0 : sg_lies_in_all(d, behind, codes);
    if (!places && !abroad && sg_list_has(local, sg_str_of(role->cell[R_SECTOR])))
        places = by_embassy(d, t, role->cell[R_SECTOR], codes);
    if (places) sg_actor_role(d, t, role, codes, places);
    return places > 0;
}

const sg_ent *sg_lord_of_troops(const sg_doc *d, uint32_t t) {
    if (!grammar(d, t, "troops of theirs")) return NULL;
    const sg_ent *owner = sg_owner_of(d, t);
    for (uint32_t c = d->toks[t].child; c != NONE && !owner; c = d->toks[c].next) {
        bool of = d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count == 1 && sg_owning(d, c);
        const sg_ent *e = of ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && e->by == SG_BY_NAME) owner = e; /* "men of General X" */
    }
    return owner;
}

bool sg_is_of_troops(const sg_doc *d, uint32_t t, const char *sector) {
    static const char armed[] = "REB|PRM|PRE|MIL|CRM";
    const sg_ent *owner = sg_lord_of_troops(d, t);
    if (!owner || !owner->sector || !sg_land_is_state(owner->country)) return false;
    return sg_list_has(armed, sg_str_of(owner->sector)) && (!sector || !strcmp(owner->sector, sector));
}

const sg_row *sg_row_of_sector(const sg_doc *d, const char *sector) {
    const char *form = sg_printf(d->arena, "sector:%s", sector);
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(form), NULL));
    return rows.count ? rows.row[0] : NULL;
}

const sg_row *sg_row_of_crowd(const sg_doc *d, uint32_t t, const char *sector) {
    const sg_row *whole = sg_row_of_sector(d, sector);
    if (strcmp(sector, "CVL") != 0) return whole;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        bool part = d->toks[c].deprel == SG_DEP_COMPOUND || d->toks[c].deprel == SG_DEP_NMOD_POSS;
        const sg_hit *h = part ? sg_hit_over(d, c, SG_T_ROLES, SG_T_ROLES) : NULL;
        if (!h || !sg_list_has("EDU|LAB|AGR|REL|MED|REF|OPP|JRN", sg_str_of(h->row->cell[R_SECTOR]))) continue;
        const sg_row *own = sg_row_of_sector(d, h->row->cell[R_SECTOR]);
        return own && strcmp(h->row->cell[R_KIND], "thing") != 0 ? own : whole;
    }
    return whole;
}

/* "Unions went on strike ... the organisers": those who stage a protest are of the trade of those who held it, where the
 * text told them last; NULL: it told none. */
static const char *trade_of_stagers(const sg_doc *d, uint32_t t) {
    enum { FAR = 3 }; /* sentences */
    if (!grammar(d, t, "stages protests")) return NULL;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count && sg_is_subject(k) && k->head != NONE ? &d->ents[k->ent] : NULL;
        bool folk = e && e->sector && sg_list_has("LAB|EDU|MED|AGR|REL|OPP", sg_str_of(e->sector));
        if (folk && sg_is_known_as(d, k->head, SG_T_ACTS, "PROTEST")) return e->sector;
    }
    return NULL;
}

const char *sg_sector_of(const sg_doc *d, const sg_ref *r) {
    const char *trade = trade_of_stagers(d, r->head);
    if (trade) return trade;
    const sg_meant *m = &d->toks[r->head].meant;
    if (grammar(d, r->head, "deed")) return NULL;
    bool thing = r->thing != SG_THING_PERSON && r->thing != SG_THING_BODY;
    bool sure = thing ? m->p >= SURE && m->nobody <= NOTHING : m->p >= LIKELY && m->nobody <= NOBODY;
    const char *sector = d->sectors && sure && *d->sectors[m->sector] ? d->sectors[m->sector] : NULL;
    bool folk = sector && !strcmp(sector, "GOV") && grammar(d, r->head, "governed"); /* "the people" do not govern */
    return folk ? "CVL" : sector;
}

const char *sg_land_behind(const sg_doc *d, uint32_t t) {
    if (t + 2 >= d->tok_count || d->toks[t + 2].sent != d->toks[t].sent || !sg_eqz(d->toks[t + 1].form, "in")) return NULL;
    const sg_tok *k = &d->toks[t + 2];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* "Our friends", "Chad's partners", unlike a person's, and those whose place is named. */
static bool belongs_to_state(const sg_doc *d, uint32_t t) {
    if (sg_land_behind(d, t)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
        bool ours = (k->bits & SG_FEAT_P1) && (k->bits & SG_FEAT_PLUR);
        if (k->deprel == SG_DEP_NMOD_POSS && (ours || (e && !e->person && !e->sector && sg_refer_is_state(e)))) return true;
    }
    return false;
}

/* "Qatar's neighbours", "Mali's allies": several states, and no people of the one whose they are. */
static bool are_states_beside(const sg_doc *d, uint32_t t) {
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) && !d->toks[t].ent_count && !sg_is_called_of_land(d, t);
    return many && belongs_to_state(d, t) && sg_refer_stands_by_state(d, t);
}

bool sg_belongs_beside(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head;
    if (are_states_beside(d, t)) {
        sg_organisation_here(d, t, "IGO");
        return true;
    }
    const char *code = d->toks[t].ent_count ? NULL : owner_beside(d, t);
    const char *sector = !code ? NULL : sg_noun_row(d, t, "people") ? "CVL" : sg_sector_of(d, &d->refs[id]);
    const sg_row *row = sector ? sg_row_of_sector(d, sector) : NULL;
    if (row) sg_actor_role(d, t, row, &code, 1);
    return row != NULL;
}

bool sg_are_learned(const sg_doc *d, uint32_t t) {
    if (sg_lands_named(d->lands, t, "IGO") || d->hall) return false;
    bool own = grammar(d, t, "learned") != NULL;
    for (uint32_t c = d->toks[t].child; own && c != NONE; c = d->toks[c].next) /* "experts of both delegations" */
        if (d->toks[c].deprel == SG_DEP_NMOD || d->toks[c].deprel == SG_DEP_NMOD_POSS) return false;
    if (own) return (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) /* "a panel of scientists" */
        if (d->toks[c].deprel == SG_DEP_NMOD && grammar(d, c, "learned") && sg_owning(d, c)) return true;
    return false;
}

/* "Shelled a power station": a building, whatever the network takes the word for. */
static bool is_house(const sg_doc *d, uint32_t t) {
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], SG_T_CLASSES);
    bool house = false;
    for (size_t i = 0; i < rows.count && !sg_is_capital(&d->toks[t]); i++)
        house |= !strcmp(rows.row[i]->cell[1], "building");
    return house;
}

const char *sg_body_of_states(const sg_doc *d, uint32_t t) {
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0, other = grammar(d, t, "over against") != NULL;
    bool states = many && (sg_noun_row(d, t, "country") || (!other && sg_noun_row(d, t, "person")));
    states |= many && belongs_to_state(d, t) && grammar(d, t, "at its side");
    if (!states && !sg_noun_row(d, t, "body")) return NULL;
    if (!states && is_house(d, t) && !sg_lands_named(d->lands, t, "IGO")) return NULL;
    const char *named = sg_lands_named(d->lands, t, "IGO");
    return named ? named : "IGO";
}

bool sg_is_called_state(const sg_doc *d, uint32_t t) {
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], SG_T_CLASSES);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[1], "state")) return true;
    return false;
}

/* "The union and its Peruvian counterpart": a counterpart is a minister, unless its owner is of another kind. */
void sg_peer_sector(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *own = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!own || own->by == SG_BY_NAME || !own->row[0] || own->row[0]->table != SG_T_ROLES || !own->sector) return;
    const sg_ent *owner = sg_peer_of(d, t);
    if (!has_peers(owner) || !strcmp(owner->sector, own->sector)) return;
    const sg_row *row = sg_row_of_sector(d, owner->sector);
    const char *codes[MOST];
    size_t n = 0;
    for (uint32_t i = 0; i < k->ent_count && n < MOST; i++)
        if (d->ents[k->ent + i].country) codes[n++] = d->ents[k->ent + i].country;
    if (!row || !n) return;
    const sg_ent was = *own;
    sg_actor_role(d, t, row, codes, n);
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        sg_ent *e = &d->ents[d->toks[t].ent + i];
        e->first = was.first, e->last = was.last, e->by = was.by;
    }
}

bool sg_peer_role(sg_doc *d, uint32_t t) {
    const sg_ent *owner = d->toks[t].ent_count ? NULL : sg_peer_of(d, t);
    if (!has_peers(owner)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) { /* a known one: the word for him is he too */
        if (!d->toks[c].ent_count || d->toks[c].deprel != SG_DEP_APPOS) continue;
        sg_copy_all(d, t, c, SG_BY_NAME, false);
        return true;
    }
    sg_states of = {0};
    const char *codes[MOST];
    sg_states_of(d, t, t, &of);
    for (size_t i = 0; i < of.count && i < MOST; i++) codes[i] = of.at[i].code;
    const sg_row *row = of.count ? sg_row_of_sector(d, owner->sector) : NULL;
    if (row) sg_actor_role(d, t, row, codes, of.count < MOST ? of.count : MOST);
    for (uint32_t n = 0; row && n < d->toks[t].ent_count; n++) d->ents[d->toks[t].ent + n].person = true;
    return row != NULL;
}
