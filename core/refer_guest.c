/* refer_guest.c: see refer_in.h. "The visitor", "his guest", "the visiting minister" is he whose visit was told before; "his
 * host", "the hosts" are of the land where he is. The words are grammar.tsv's `at a visit` (guest or host), `visitor` (who
 * is visiting) and `visits` (comes or receives). */
#include "refer_in.h"

enum { FAR = 10 }; /* sentences */

typedef struct visit {
    uint32_t guest, host; /* who comes, who receives him, as words; NONE */
    const char *to;       /* the land that receives him */
    bool by_verb;         /* told by a verb with a subject of its own */
} visit;

/* What a word tells of a visit: that its subject comes, or that he is received. */
typedef enum telling { NO_VISIT, COMES, IS_RECEIVED } telling;

static telling told_of_visit(const sg_doc *d, uint32_t t) {
    const char *told = grammar(d, t, "visits");
    bool noun = d->toks[t].upos == SG_POS_NOUN;
    if (!told || (!noun && d->toks[t].upos != SG_POS_VERB)) return NO_VISIT;
    return !strcmp(told, "comes") ? COMES : noun ? NO_VISIT : IS_RECEIVED;
}

/* One of a land, known for what he is. */
static const char *land_of(const sg_doc *d, uint32_t t) {
    const sg_ent *e = t != NONE && d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    return e && sg_land_is_state(e->country) ? e->country : NULL;
}

/* "Visited Peru", "arrived in Lima", "his visit to Peru": the land that is gone to. */
static const char *land_gone_to(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c < t || (rel != SG_DEP_OBJ && rel != SG_DEP_OBL && rel != SG_DEP_NMOD)) continue;
        const sg_hit *h = sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        const char *in = sg_lies_in(d, c);
        if (in) return in;
        if (h && strcmp(h->row->cell[C_KIND], "adjective") != 0 && strlen(h->row->cell[C_CODE]) == 3)
            return h->row->cell[C_CODE];
        if (told_of_visit(d, c) == COMES)
            return land_gone_to(d, c); /* "paid a visit to Peru", "arrived on a visit to Peru" */
    }
    return NULL;
}

/* Whose visit it is: "X's visit", "a visit by X", and who pays, begins or ends one. */
static uint32_t who_comes(const sg_doc *d, uint32_t t) {
    static const char *const by[] = {"by", "of"};
    for (uint32_t c = d->toks[t].upos == SG_POS_VERB ? NONE : d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool his = d->toks[c].deprel == SG_DEP_NMOD_POSS;
        if (his || (c > t && d->toks[c].deprel == SG_DEP_NMOD && sg_author_case(d, c, by, 2))) return c;
    }
    for (uint32_t c = d->toks[t].upos == SG_POS_VERB ? d->toks[t].child : NONE; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].ent_count) return c;
    uint8_t rel = d->toks[t].deprel; /* "X, who is visiting Peru", "X visiting Peru" */
    return rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL ? d->toks[t].head : sg_clause_subject(d, t);
}

/* "X received Y", "Y was received by X": Y, in the land of X. */
static bool is_received(const sg_doc *d, uint32_t verb, visit *v) {
    uint32_t subject = NONE, object = NONE, agent = NONE;
    bool passive = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (sg_is_subject(&d->toks[c])) subject = c, passive |= rel == SG_DEP_NSUBJ_PASS;
        else if (rel == SG_DEP_OBJ && c > verb && object == NONE) object = c;
        else if (rel == SG_DEP_OBL_AGENT) agent = c;
        else if (rel == SG_DEP_AUX_PASS) passive = true;
    }
    if (subject == NONE) subject = sg_clause_subject(d, verb);
    v->guest = passive ? subject : object, v->host = passive ? agent : subject;
    v->to = land_of(d, v->host);
    return v->to != NULL;
}

/* The visit told last before the word, within so many sentences, by somebody of one land to another. */
static bool visit_before(const sg_doc *d, uint32_t t, uint32_t far, visit *v) {
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= far;) {
        bool visiting = grammar(d, i, "visitor") && d->toks[i].deprel == SG_DEP_AMOD && d->toks[i].head != t;
        telling told = visiting ? COMES : told_of_visit(d, i);
        v->host = NONE;
        if (told == NO_VISIT || (told == IS_RECEIVED && !is_received(d, i, v))) continue;
        v->by_verb = told == COMES && !visiting && d->toks[i].upos == SG_POS_VERB;
        if (told == COMES) v->guest = visiting ? d->toks[i].head : who_comes(d, i);
        if (visiting) v->to = land_of(d, sg_clause_subject(d, v->guest));
        else if (told == COMES) v->to = land_gone_to(d, i);
        const char *from = v->guest == t ? NULL : land_of(d, v->guest);
        if (from && !v->to) v->to = sg_dateline_land(d);
        if (from && v->to && strcmp(from, v->to) != 0) return true;
    }
    return false;
}

size_t sg_visit_lands(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    enum { JUST = 2 };
    visit v;
    if (!visit_before(d, t, JUST, &v) || v.by_verb) return 0; /* who goes there may go to mediate */
    out[0] = land_of(d, v.guest), out[1] = v.to;
    return TOP;
}

/* "The visiting president": does his own phrase say no more of him? */
static bool is_visiting(const sg_doc *d, uint32_t t) {
    bool visiting = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool says = is_modifier(k) || k->deprel == SG_DEP_NMOD || k->deprel == SG_DEP_APPOS || k->deprel == SG_DEP_FLAT;
        visiting |= k->deprel == SG_DEP_AMOD && grammar(d, c, "visitor");
        if (says && (k->ent_count || k->upos == SG_POS_PROPN)) return false;
    }
    return visiting;
}

/* "His guest", "the hosts", and not "the Danish guest", "his guest, President X". */
static bool is_bare(const sg_doc *d, uint32_t t) {
    bool two, his = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool pronoun = k->deprel == SG_DEP_NMOD_POSS && k->upos == SG_POS_PRON;
        bool says = is_modifier(k) || k->deprel == SG_DEP_NMOD || k->deprel == SG_DEP_APPOS || k->deprel == SG_DEP_FLAT;
        if (says && !pronoun && (k->ent_count || k->upos == SG_POS_PROPN)) return false;
        his |= pronoun && !(k->bits & SG_FEAT_P1);
    }
    return his || sg_is_definite(d, t, &two);
}

/* "His host, President Orban": a bearer of an office, whom no table knows, is of the land of the host or guest that he is
 * called; false where the word calls nobody so. */
static bool names_one(sg_doc *d, uint32_t t, const char *land) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        sg_ent *e = d->toks[c].deprel == SG_DEP_APPOS && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (!e || !e->person) continue;
        const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
        bool told = sg_sole_state_of(d, c) != NULL;
        if (role && !told) sg_actor_serve(d->arena, e, land, NULL, role->cell[R_SECTOR], role->cell[R_CAMEO]);
        return true;
    }
    return false;
}

/* "The guest thanked the President": a ruler without a land, whom a guest addresses, is his host's. */
static void tell_faced(sg_doc *d, uint32_t t, const visit *v) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    const char *from = land_of(d, t);
    for (uint32_t c = verb == NONE || !from ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = c > verb && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        const sg_hit *role = e && e->by == SG_BY_DESCRIPTION ? sg_hit_over(d, c, SG_T_ROLES, SG_T_ROLES) : NULL;
        bool rules = role && role->head == c && !strcmp(role->row->cell[R_SECTOR], "GOV") && !sg_serves_abroad(role->row);
        if (rules && is_bare(d, c) && (!e->country || !strcmp(e->country, from))) sg_actor_role(d, c, role->row, &v->to, 1);
    }
}

/* "X received Y. The guest thanked him": to whom a guest does something is not himself, but his host. */
static void tell_host_of_clause(sg_doc *d, uint32_t t, const visit *v) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    const char *from = land_of(d, t);
    for (uint32_t c = verb == NONE || !from ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint32_t ref = d->toks[c].ref;
        bool one = c > verb && ref != NONE && (d->refs[ref].form == SG_REF_HE || d->refs[ref].form == SG_REF_SHE);
        const char *land = one ? land_of(d, c) : NULL;
        if (!one || (land && strcmp(land, from) != 0)) continue;
        d->toks[c].ent_count = 0;
        if (v->host != NONE) sg_copy_all(d, c, v->host, SG_BY_PRONOUN, false);
        else sg_actor_role(d, c, sg_row_of_sector(d, "GOV"), &v->to, 1);
    }
}

/* "Chad and Niger held talks in Oslo. Both sides thanked the hosts": those in whose land they were, where it is another. */
static const char *land_of_talks(const sg_doc *d, uint32_t t) {
    uint32_t sent = d->toks[t].sent, who = sg_clause_subject(d, t);
    if (!sent || d->sents[sent - 1].in_title || !(d->toks[t].bits & SG_FEAT_PLUR) || !is_bare(d, t)) return NULL;
    const char *land = NULL;
    for (uint32_t i = d->sents[sent - 1].first; i < d->sents[sent].first && !land; i++)
        if (d->toks[i].deprel == SG_DEP_OBL || d->toks[i].deprel == SG_DEP_NMOD) land = sg_lies_in(d, i);
    for (uint32_t n = 0; land && who != NONE && n < d->toks[who].ent_count; n++) {
        const char *of = d->ents[d->toks[who].ent + n].country;
        if (of && !strcmp(of, land)) return NULL;
    }
    return who != NONE && d->toks[who].ent_count ? land : NULL;
}

void sg_tell_guests(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (d->toks[t].upos != SG_POS_NOUN) continue;
        const char *at = grammar(d, t, "at a visit");
        const sg_hit *role = at ? NULL : sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
        visit v;
        if (!at && (!role || role->head != t || !is_visiting(d, t))) continue;
        if (!visit_before(d, t, FAR, &v)) {
            const char *land = at && !strcmp(at, "host") ? land_of_talks(d, t) : NULL;
            if (land) sg_countries_here(d, t, &land, 1);
            continue;
        }
        const char *from = land_of(d, v.guest);
        if (at && (names_one(d, t, !strcmp(at, "guest") ? from : v.to) || !is_bare(d, t))) continue;
        if (role) sg_actor_role(d, t, role->row, &from, 1);
        else if (!strcmp(at, "guest")) d->toks[t].ent_count = 0, sg_copy_all(d, t, v.guest, SG_BY_DESCRIPTION, true);
        else if (d->toks[t].bits & SG_FEAT_PLUR) sg_countries_here(d, t, &v.to, 1);
        else sg_actor_role(d, t, sg_row_of_sector(d, "GOV"), &v.to, 1);
        if (role || !strcmp(at, "guest")) tell_faced(d, t, &v), tell_host_of_clause(d, t, &v);
    }
}
