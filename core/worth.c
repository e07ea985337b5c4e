/* worth.c: see worth.h. Each reason to leave an act out is a question of its own; the last function asks them all. */
#include "worth.h"

#include "algebra.h"
#include "likely.h"
#include "mention.h"

/* How sure the network, which has read the whole sentence, must be of an act of which one party is known; or only told; or
 * that looks like no news. */
enum { KNOWN = SG_SURE / 2, TOLD = SG_SURE * 7 / 10, CERTAIN = SG_SURE * 8 / 10 };

/* A bare statement: CAMEO's 01x, which have no type of their own. */
static bool is_statement(const sg_ev *e) {
    return !e->type && e->cameo && !strncmp(e->cameo, "01", 2);
}

bool sg_is_by_code(const sg_ev *e, const sg_options *o) {
    return e->coded || (o->statements && is_statement(e));
}

static bool knows_party(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (d->ents[ids->at[i]].country || d->ents[ids->at[i]].sector) return true;
    return false;
}

/* A firm's own name has no sector in the tables, but the country of those that are of many. */
static const char *sector_as_told(const sg_ent *p) {
    return !p->sector && p->country && !strcmp(p->country, "MNC") ? "BUS" : p->sector;
}

static bool all_of(const sg_doc *d, const sg_ids *ids, const char *sectors) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        const char *sector = sector_as_told(p);
        bool unknown = !sector && !p->country;
        if (!unknown && (!sector || !sg_list_has(sectors, sg_str_of(sector)))) return false;
    }
    return true;
}

/* The same, or lands as a whole. */
static bool all_of_or_land(const sg_doc *d, const sg_ids *ids, const char *sectors) {
    for (size_t i = 0; i < ids->count; i++) {
        const char *sector = sector_as_told(&d->ents[ids->at[i]]);
        if (sector && !sg_list_has(sectors, sg_str_of(sector))) return false;
    }
    return true;
}

/* "The airline defied an order": whoever breaks the law does so against those who made it. */
static bool defies_law(const sg_ev *e) {
    return !strcmp(e->type, "REJECT") && e->cameo && !strcmp(e->cameo, "128");
}

/* ---- business ---- */

/* Companies among themselves: business, not politics. Force and protest count whoever is in them. */
static bool is_business(const sg_doc *d, const sg_ev *e) {
    static const char rough[] = "PROTEST|COERCE|ASSAULT|SANCTION";
    bool alone = !e->recipients.count && strcmp(e->type, "PROTEST") != 0; /* "the company began operations" */
    if (defies_law(e)) return false;
    bool firms = e->actors.count && knows_party(d, &e->actors) && all_of(d, &e->actors, "BUS");
    bool sold = e->recipients.count && all_of(d, &e->recipients, "BUS");
    bool armed = knows_party(d, &e->actors) && all_of(d, &e->actors, "MIL|REB|PRM|UAF");  /* take towns, known or not */
    if (e->cameo && !strcmp(e->cameo, "192") && (firms || (sold && !armed))) return true; /* taken over with money */
    /* "bombarded commuters with leaflets": a firm's attacks are on markets, unless with arms or on the public's own */
    bool rude = !strcmp(e->type, "COERCE") || (!strcmp(e->type, "ASSAULT") && !e->mode);
    if (firms && rude && all_of(d, &e->recipients, "BUS|CVL")) return true;
    if (firms && !strcmp(e->type, "MOBILIZE")) return true; /* "the airline moved two aircraft to Oslo" */
    if (!alone && sg_list_has(rough, sg_str_of(e->type))) return false;
    if (alone && !e->actors.count) return false;
    bool dear = !strcmp(e->type, "SANCTION"); /* the great gas firms cut supplies for their states */
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            const char *sector = dear ? p->sector : sector_as_told(p);
            if ((p->country || p->sector) && (!sector || strcmp(sector, "BUS") != 0)) return false;
        }
    return true;
}

/* "The refiner would buy Iranian crude": what companies do by themselves in a country is trade. */
static bool is_trade(const sg_doc *d, const sg_ev *e) {
    static const char organs[] = "GOV|MIL|LEG|JUD|COP";
    if (!sg_list_has("COOPERATE|AGREE", sg_str_of(e->type)) || !e->actors.count) return false;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *sector = sector_as_told(&d->ents[e->actors.at[i]]);
        if (!sector || strcmp(sector, "BUS") != 0) return false;
    }
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]];
        bool organ = p->sector && sg_list_has(organs, sg_str_of(p->sector));
        if (organ || (p->country && !strcmp(p->country, "IGO"))) return false;
    }
    return true;
}

/* ---- what is asked and promised ---- */

/* Does a state, its organs or an organisation of states act? */
static bool is_political(const sg_doc *d, const sg_ids *ids) {
    static const char organs[] = "GOV|MIL|LEG|JUD|COP|SPY|REB|OPP|PTY";
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        if (p->country && (!p->sector || sg_list_has(organs, sg_str_of(p->sector)))) return true;
    }
    return false;
}

/* "agreed to set up a commission": what a state, its organs or an organisation of states promises is news though no
 * table knows what it is. */
static bool is_pledge(const sg_doc *d, const sg_ev *e) {
    return !strcmp(e->type, "AGREE") && is_political(d, &e->actors) && !e->weak && (!e->content->weak || e->content->cameo);
}

/* Leaders to go, policies to change, rights, institutions: what is asked there is public whoever asks it. */
static bool asks_reform(const sg_ev *e) {
    return e->content && e->content->cameo && !strncmp(e->content->cameo, "083", 3);
}

/* "advised its citizens to stay at home", "instructed his ministers to be quick": what a state asks of its own people, or
 * a ruler of his staff, where no table says what. What rebels, parties, priests tell people ("told his followers to go
 * home") is news. */
static bool is_advice(const sg_doc *d, const sg_ev *e) {
    static const char organs[] = "GOV|MIL|COP|LEG|JUD|SPY|MED|EDU|BUS";
    if (!e->actors.count || !e->recipients.count || !all_of_or_land(d, &e->actors, organs)) return false;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]], *a = &d->ents[e->actors.at[0]];
        bool own = p->country && a->country && !strcmp(p->country, a->country);
        bool staff = p->sector && !strcmp(p->sector, "GOV") && sg_word(d, e->head, "instructs");
        if (!own || !p->sector || (strcmp(p->sector, "CVL") != 0 && !staff)) return false;
    }
    return true;
}

/* Is anybody of another land told as the one to whom it is done? What is only inferred is not told. */
static bool is_towards_another(const sg_doc *d, const sg_ev *e) {
    const char *own = e->actors.count ? d->ents[e->actors.at[0]].country : NULL;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]];
        if (p->by != SG_BY_INFERRED && p->country && (!own || strcmp(p->country, own) != 0)) return true;
    }
    return false;
}

/* "is committed to fighting poverty", "our determination to prosper": who says what he wants for himself promises nobody
 * anything, unless the tables know what it is. */
static bool is_mere_resolve(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "AGREE") != 0 || !sg_word(d, e->head, "resolve") || e->reciprocal) return false;
    for (const sg_ev *x = e->content; x; x = x->next)
        if (x->type && !(!strcmp(x->type, "AGREE") && x->cameo && !strcmp(x->cameo, "030"))) return false;
    return !is_towards_another(d, e);
}

/* "Chad plans to build two dams": what a land builds at home helps nobody else. */
static bool is_built_at_home(const sg_doc *d, const sg_ev *e) {
    const sg_ev *x = e->content;
    if (strcmp(e->type, "AGREE") != 0 || !x || x->next || !x->type || strcmp(x->type, "AID") != 0) return false;
    return sg_word(d, x->head, "builds") && !x->recipients.count && !is_towards_another(d, e);
}

/* "We agree that the road is long", "with this remark": one's own view. "Agreed that troops would leave", "agree that talks
 * should go on" settle what is to be done. */
static bool is_mere_opinion(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "AGREE") != 0 || !sg_word(d, e->head, "opines")) return false;
    bool now = (d->toks[e->head].bits & SG_FEAT_PRES) != 0, view = false;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        now |= rel == SG_DEP_AUX && sg_word(d, c, "modal") != NULL;
        bool thing = d->toks[c].upos == SG_POS_NOUN && !d->toks[c].ent_count;
        view |= rel == SG_DEP_OBL && thing && sg_eqz(sg_case_of(d, c), "with");
        if (rel != SG_DEP_CCOMP) continue;
        view = true;
        for (uint32_t a = d->toks[c].child; a != NONE && view; a = d->toks[a].next)
            view = d->toks[a].deprel != SG_DEP_AUX || !sg_word(d, a, "modal");
    }
    return now && view;
}

/* "is a threat to peace", "the threats that we face": a danger that nobody utters. */
static bool is_danger(const sg_doc *d, const sg_ev *e) {
    const sg_tok *k = &d->toks[e->head];
    if (strcmp(e->type, "THREATEN") != 0 || e->mode || k->upos != SG_POS_NOUN || !sg_word(d, e->head, "danger"))
        return false;
    bool posed =
        (k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_OBL) && k->head != NONE && sg_word(d, k->head, "poses danger");
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        posed |= d->toks[c].deprel == SG_DEP_COP ||
                 (d->toks[c].deprel == SG_DEP_ACL_RELCL && sg_word(d, c, "poses danger") != NULL);
    return posed;
}

/* Warned of something, or to do something, and not that something will happen? */
static bool is_told_what_to_do(const sg_doc *d, uint32_t verb) {
    bool so = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_CCOMP) return false;
        so |= d->toks[c].deprel == SG_DEP_XCOMP || d->toks[c].deprel == SG_DEP_OBL;
    }
    return so && d->toks[verb].upos == SG_POS_VERB;
}

/* "The safety agency warned people not to eat it", "police warned drivers of ice": what a land's organs tell its people to
 * beware of threatens nobody. Who defies it is warned in earnest. */
static bool is_caution(const sg_doc *d, const sg_ev *e) {
    bool journey = e->content && e->content->mode && !strcmp(e->content->mode, "visit"); /* "against travelling to Chad" */
    bool open = !strcmp(e->type, "THREATEN") && (!e->mode || journey) && e->actors.count && e->recipients.count;
    const char *own = open && (journey || is_told_what_to_do(d, e->head)) ? d->ents[e->actors.at[0]].country : NULL;
    for (size_t i = 0; own && i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]];
        if (!p->country || strcmp(p->country, own) != 0 || !p->sector || strcmp(p->sector, "CVL") != 0) return false;
        if (p->head == NONE || sg_in_class(d, p->head, SG_LIT("unruly"))) return false;
    }
    static const char organs[] = "GOV|COP|MED|SOC|MIL";
    return own && (journey ? all_of_or_land(d, &e->actors, organs) : all_of(d, &e->actors, organs));
}

/* "Boris Johnson spoke": a speech, of which the network alone makes a talk with nobody. "The leaders spoke" did so with each
 * other, and who "spoke by phone" had somebody at the other end. */
static bool is_mere_speech(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "CONSULT") != 0 || !e->likely || e->recipients.count || e->actors.count != 1) return false;
    uint32_t who = d->ents[e->actors.at[0]].head;
    bool many = who != NONE && (d->toks[who].bits & SG_FEAT_PLUR);
    bool phone = e->mode && !strcmp(e->mode, "phone");
    return sg_word(d, e->head, "makes a speech") && !many && !phone;
}

/* "Thanks to the rain, ...": by reason of it. */
static bool is_by_reason(const sg_doc *d, const sg_ev *e) {
    const sg_tok *k = &d->toks[e->head];
    bool phrase = k->deprel == SG_DEP_OBL || k->deprel == SG_DEP_ADVMOD || k->deprel == SG_DEP_CASE ||
                  k->deprel == SG_DEP_FIXED || (k->deprel == SG_DEP_XCOMP && k->upos == SG_POS_NOUN);
    if (!phrase || strcmp(e->type, "SUPPORT") != 0 || !sg_word(d, e->head, "reason")) return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS || d->toks[c].deprel == SG_DEP_AMOD) return false;
    return true;
}

/* The same where the words have no act in them. */
static bool is_instruction(const sg_doc *d, const sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next)
        if (x->type) return false;
    return !strcmp(e->type, "REQUEST") && sg_word(d, e->head, "instructs") && is_advice(d, e);
}

/* "demanded that the vote be held again": what a state's organs, parties or rebels ask for is news in the same way. */
static bool is_demand(const sg_doc *d, const sg_ev *e) {
    return !strcmp(e->type, "REQUEST") && is_political(d, &e->actors) && !e->weak && !is_advice(d, e);
}

/* "agreed to sell", "needs to change": an operator over an act that has no type says little of itself. */
static bool is_vague(const sg_doc *d, const sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next)
        if (x->type) return false;
    if (sg_list_has("PROTEST|ASSAULT|COERCE|SANCTION|MOBILIZE", sg_str_of(e->type))) return false;
    if (!e->content || e->content->thing || (e->mode && is_political(d, &e->actors))) return false;
    if (is_pledge(d, e) || is_demand(d, e) || asks_reform(e)) return false;
    return sg_list_has("AGREE|REQUEST", sg_str_of(e->type)) || !is_political(d, &e->actors);
}

/* ---- private people ---- */

/* Is anybody in the sentence whose doings are public: rulers, soldiers, rebels, parties, the press? `known`: by a line of the
 * tables, more than by what the network thinks of a name. */
static bool in_public(const sg_doc *d, const sg_ev *e, bool known) {
    static const char quiet[] = "CVL|COP|JUD|BUS|LAB|MED|EDU|CRM|AGR";
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        for (uint32_t k = d->toks[t].ent; k < d->toks[t].ent + d->toks[t].ent_count; k++) {
            const sg_ent *p = &d->ents[k];
            if (p->row[0] && p->row[0]->table == SG_T_COUNTRIES) continue; /* "in Paris" is where, not who */
            if (known && (!p->row[0] || p->by == SG_BY_INFERRED)) continue;
            if ((p->sector && !sg_list_has(quiet, sg_str_of(p->sector))) || (p->country && !strcmp(p->country, "IGO")))
                return true;
        }
    return false;
}

/* "a man", "a dentist", "two tourists": people of whom nothing public is told. */
static bool all_private(const sg_doc *d, const sg_ids *ids) {
    static const char *const classes[] = {"private", "athlete", "performer"};
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        bool so = false;
        if (p->head == NONE || d->toks[p->head].upos != SG_POS_NOUN) return false;
        if (p->by == SG_BY_DESCRIPTION && p->country && !p->sector && !p->person) return false; /* "the Chinese side" */
        if (p->row[0] && p->row[0]->table == SG_T_ORGS) return false; /* "Doctors Without Borders" */
        if (p->sector && !sg_list_has("CVL|MED|EDU|CRM|AGR", sg_str_of(p->sector))) return false;
        for (uint32_t c = d->toks[p->head].child; c != NONE; c = d->toks[c].next) /* "union men", but "a London man" */
            if (d->toks[c].deprel == SG_DEP_COMPOUND && d->toks[c].upos != SG_POS_PROPN) return false;
        for (size_t k = 0; k < sizeof classes / sizeof *classes && !so; k++)
            so = sg_in_class(d, p->head, sg_str_of(classes[k]));
        if (!so) return false;
    }
    return true;
}

/* Does somebody of a state or its foes suffer it, more than a land that is only named: "tourists besieged Corfu"? */
static bool in_public_company(const sg_doc *d, const sg_ev *e) {
    bool named = false;
    for (size_t i = 0; i < e->recipients.count; i++) named |= d->ents[e->recipients.at[i]].sector != NULL || e->mode;
    return named && is_political(d, &e->recipients) && sg_list_has("ASSAULT|COERCE|AID", sg_str_of(e->type));
}

static bool one_land(const sg_doc *d, const sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++)
        for (size_t k = 0; k < e->recipients.count; k++) {
            const char *a = d->ents[e->actors.at[i]].country, *b = d->ents[e->recipients.at[k]].country;
            if (a && b && strcmp(a, b) != 0) return false;
        }
    return true;
}

/* Do those of several lands act together? */
static bool many_lands(const sg_doc *d, const sg_ids *ids) {
    const char *one = NULL;
    for (size_t i = 0; i < ids->count; i++) {
        const char *land = d->ents[ids->at[i]].country;
        if (one && land && strcmp(one, land) != 0) return true;
        if (land) one = land;
    }
    return false;
}

/* Modes of force that no private quarrel takes. */
static const char of_war[] = "explosives|aerial|drone|heavy-weapons|suicide-attack";

/* "Attacking a barracks", "an attack on a court": does the act tell of a thing that is everybody's? */
static bool hits_public_thing(const sg_doc *d, uint32_t act) {
    for (uint32_t c = d->toks[act].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool target = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD;
        if (target && sg_in_classes(d, c, SG_LIT("target_site|institution|troops|police|conveyance"))) return true;
    }
    return false;
}

/* "Jailed two bakers for treason", "accused of plotting to bomb a court": a cause before the law that is more than theirs. */
static bool is_public_cause(const sg_doc *d, const sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next) {
        if (!x->type || strcmp(x->type, "ASSAULT") != 0) continue;
        bool arms = x->mode && sg_list_has(of_war, sg_str_of(x->mode));
        if (arms || is_political(d, &x->recipients) || hits_public_thing(d, x->head)) return true;
    }
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (sg_in_class(d, t, SG_LIT("public cause"))) return true;
    return false;
}

/* "Doctors ended their strike": who protested together is public in that too. */
static bool ends_protest(const sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next)
        if (x->type && !strcmp(x->type, "PROTEST")) return true;
    return false;
}

/* Thieves before a judge, a quarrel in an inn, teachers at a meeting: what private people do among themselves, or the
 * law with them for a common crime, is no public event. */
static bool is_private_matter(const sg_doc *d, const sg_ev *e) {
    static const char friendly[] = "AGREE|CONSULT|SUPPORT|COOPERATE|AID", worded[] = "REQUEST|REJECT|ACCUSE|THREATEN",
                      rough[] = "ASSAULT|COERCE", lawful[] = "COERCE|ACCUSE|SANCTION|RETREAT|CONCEDE";
    static const char common[] = "crime|legal|health|religion_ethnicity|illegal_drugs|trafficking";
    sg_str type = sg_str_of(e->type);
    bool onstage = e->actors.count && all_private(d, &e->actors); /* "the actress attacked the role" */
    bool helpers = !strcmp(e->type, "AID") && all_of(d, &e->actors, "MED|EDU");
    bool abroad = helpers && !one_land(d, e); /* "Cuban doctors treated Haitians" */
    bool bomber = e->mode && sg_list_has("suicide-attack|explosives", sg_str_of(e->mode)); /* "a woman blew herself up" */
    bool stage = onstage && !abroad && !bomber && !in_public_company(d, e) && !ends_protest(e);
    if (stage && !sg_list_has("PROTEST|ACCUSE|REQUEST|REJECT|THREATEN", type)) return true;
    if (in_public(d, e, false)) return false;
    bool quiet = all_of(d, &e->actors, "CVL|EDU|MED|AGR|BUS") && all_of(d, &e->recipients, "CVL|EDU|MED|AGR|BUS|LAB");
    if (!strcmp(e->type, "SUPPORT") && e->recipients.count && all_private(d, &e->recipients) && one_land(d, e)) return true;
    bool leave = all_of(d, &e->actors, "COP|JUD") && all_of(d, &e->recipients, "BUS|CVL"); /* a court lets a firm be sold */
    bool joint = !strcmp(e->type, "COOPERATE") && !onstage && many_lands(d, &e->actors);   /* "engineers of both states" */
    if (abroad || joint) return false;
    if (sg_list_has(friendly, type)) return quiet || (leave && strcmp(e->type, "AID") != 0 && !many_lands(d, &e->actors));
    if (asks_reform(e) || (e->cameo && !strncmp(e->cameo, "083", 3))) return false;
    if (sg_list_has(worded, type) && quiet && e->actors.count && one_land(d, e) && !defies_law(e))
        return !e->content || !e->content->type;
    bool people = e->recipients.count > 0 && all_private(d, &e->recipients);
    bool arms = e->mode && sg_list_has(of_war, sg_str_of(e->mode));
    if (sg_list_has(rough, type) && people && !arms && all_private(d, &e->actors)) return true;
    if (!sg_list_has(lawful, type) || !all_of(d, &e->actors, "COP|JUD") || !one_land(d, e)) return false;
    if (is_public_cause(d, e)) return false;
    sg_str rest = sg_str_of(e->context), one;
    bool crime = e->context && strstr(e->context, "crime") != NULL;
    while (e->context && sg_cut(&rest, '|', &one))
        if (one.n && !sg_list_has(common, one)) return false;
    bool inquiry = !strcmp(e->type, "ACCUSE"), verdict = !strcmp(e->type, "SANCTION");
    bool firms = e->recipients.count > 0 && all_of(d, &e->recipients, "BUS");
    return people || (firms && crime && verdict) || (!e->recipients.count && crime && inquiry);
}

/* "charged with theft", "held for drunk driving": the law with people for what is nobody's cause, whatever the network
 * thinks of it. */
static bool is_petty_crime(const sg_doc *d, const sg_ev *e) {
    if (!sg_list_has("COERCE|ACCUSE|SANCTION", sg_str_of(e->type)) || !all_of(d, &e->actors, "COP|JUD")) return false;
    if (in_public(d, e, true) || !one_land(d, e) || (e->mode && !strcmp(e->mode, "seize"))) return false;
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t head = d->ents[e->recipients.at[i]].head;
        if (head != NONE && sg_in_class(d, head, SG_LIT("unruly"))) return false; /* strikers, activists */
    }
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (sg_in_class(d, t, SG_LIT("petty"))) return true;
    return false;
}

/* ---- games, figures of speech ---- */

static bool is_of_game(const sg_doc *d, uint32_t t) {
    return sg_in_class(d, t, SG_LIT("match")) || sg_in_class(d, t, SG_LIT("play")) || sg_in_class(d, t, SG_LIT("athlete"));
}

/* "Captain Sow": the title is a word of its own, and the name is not one more. */
static bool is_by_title(const sg_doc *d, uint32_t name) {
    if (d->toks[name].upos != SG_POS_PROPN) return false;
    for (uint32_t c = d->toks[name].child; c != NONE && c < name; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_DESC && is_of_game(d, c)) return true;
    return false;
}

/* Do the words of a sentence tell of a game? One that only games have, or two that they share with the rest. */
static bool tells_game(const sg_doc *d, const sg_sent *s) {
    int said = 0;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (is_of_game(d, t) && !is_by_title(d, t)) said += sg_in_class(d, t, SG_LIT("match")) ? 2 : 1;
    return said > 1;
}

/* "Kenya attacked from the whistle": states that are only named, players and their coaches play. Whoever else is told of
 * takes it out of the game, and so do those who stay away from it or shut others out. */
static bool is_game(const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    if (!strcmp(e->type, "PROTEST") || sg_likely_of(d, e) >= CERTAIN) return false; /* "called its demands a game" */
    if (!strcmp(e->type, "SANCTION") && is_political(d, &e->recipients)) return false;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            bool player = p->head != NONE && is_of_game(d, p->head);
            if (!player && p->sector && !sg_list_has("CVL|BUS|CUL|ELI", sg_str_of(p->sector))) return false;
        }
    return tells_game(d, s);
}

/* "Spain marched into the quarter-finals": states do not walk the streets. */
static bool is_state_afoot(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "PROTEST") != 0 || !e->mode || strcmp(e->mode, "demo") != 0 || e->actors.count != 1) return false;
    const sg_ent *p = &d->ents[e->actors.at[0]];
    bool named = p->head != NONE && d->toks[p->head].upos == SG_POS_PROPN && p->first == p->head && p->last == p->head;
    return named && p->row[0] && p->row[0]->table == SG_T_COUNTRIES && !p->sector;
}

static bool is_beast(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        uint32_t head = d->ents[ids->at[i]].head;
        if (head != NONE && d->toks[head].upos == SG_POS_NOUN && sg_in_class(d, head, SG_LIT("animal"))) return true;
    }
    return false;
}

/* "Smartphones invaded the market": what cannot fight, and has no arms, attacks in a manner of speaking. */
static bool is_figure(const sg_doc *d, const sg_ev *e) {
    static const char able[] =
        "human|troops|militia|police|crowd|institution|group|arms|weapon|missile|bomb|aircraft|drone|"
        "artillery|warship|vehicle|org|official|person|shooter|act|body|state|suspect|hacker|wmd|party";
    if (!e->cameo || !sg_list_has("190|192", sg_str_of(e->cameo)) || e->mode || d->toks[e->head].upos != SG_POS_VERB)
        return false;
    for (size_t i = 0; i < e->actors.count; i++)
        if (d->ents[e->actors.at[i]].sector || d->ents[e->actors.at[i]].person) return false;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ || d->toks[c].upos != SG_POS_NOUN) continue;
        sg_str rest = sg_str_of(able), one;
        uint32_t ref = d->toks[c].ref;
        bool can = d->toks[c].ent_count > 0 || (ref != NONE && d->refs[ref].thing);
        while (!can && sg_cut(&rest, '|', &one)) can = sg_in_class(d, c, one);
        if (!can) return true;
    }
    return false;
}

/* ---- who is told of ---- */

/* "my delegation welcomes": who speaks here the text does not say, as little as of a mere "we". */
static bool is_unknown_speaker(const sg_doc *d, const sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *p = &d->ents[e->actors.at[i]];
        bool ours = false;
        if (p->country || p->name || p->head == NONE) return false;
        for (uint32_t c = d->toks[p->head].child; c != NONE; c = d->toks[c].next)
            ours |= d->toks[c].deprel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1);
        if (!ours) return false;
    }
    return e->actors.count > 0;
}

/* "has trained the army as an army strong in faith": what a state's organs give one another is no aid. */
static bool is_upkeep(const sg_doc *d, const sg_ev *e) {
    static const char organs[] = "GOV|MIL|COP|LEG|JUD|SPY";
    if (strcmp(e->type, "AID") != 0 || !e->actors.count || !e->recipients.count) return false;
    const char *land = d->ents[e->actors.at[0]].country;
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            if (!p->country || !land || strcmp(p->country, land) != 0) return false;
            if (!p->sector || !sg_list_has(organs, sg_str_of(p->sector))) return false;
        }
    return true;
}

/* In a text that names lands, parties that could be laid to none of them ("governments denounce states") are told of in
 * general, or nobody can say who they are. Of a lone sentence, or where no land is named at all, the reader knows where
 * he is. */
static bool is_nowhere(const sg_doc *d, const sg_ev *e) {
    if (d->sent_count < 2) return false;
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++)
            if (d->ents[sides[k]->at[i]].country) return false;
    for (size_t i = 0; i < d->ent_count; i++)
        if (d->ents[i].country) return true;
    return false;
}

static bool is_tag(uint8_t rel) {
    return rel == SG_DEP_CONJ || rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP || rel == SG_DEP_OBJ ||
           rel == SG_DEP_PARATAXIS || rel == SG_DEP_CSUBJ; /* "is it true that they were expelled?" */
}

/* "He will not go: 'Who would rule?'": does a quotation end the sentence that begins behind the word? Then what it asks is
 * no question of the word. */
static bool is_before_quote(const sg_doc *d, uint32_t t, uint32_t last) {
    static const char marks[] = "\"|\xe2\x80\x9d|\xc2\xbb|''";
    static const char opens[] = "\"|\xe2\x80\x9c|\xc2\xab|``";
    if (!sg_list_has(marks, d->toks[last].form)) return false;
    for (uint32_t k = last; k-- > t;)
        if (d->toks[k].upos == SG_POS_PUNCT && sg_list_has(opens, d->toks[k].form)) return true;
    return false;
}

/* "Did the drones hit the station?": what a sentence only asks did not yet happen; what it takes for granted, in clauses
 * of its own ("the man who shot him", "after they signed"), did. */
static bool is_asked(const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    uint32_t last = s->first + s->count - 1, t = e->head;
    if (is_before_quote(d, t, last)) return false;
    while (last > s->first && d->toks[last].upos == SG_POS_PUNCT && !sg_eqz(d->toks[last].form, "?")) last--;
    if (!sg_eqz(d->toks[last].form, "?")) return false;
    while (d->toks[t].head != NONE && is_tag(d->toks[t].deprel)) t = d->toks[t].head;
    return d->toks[t].head == NONE;
}

static bool is_hope(const sg_doc *d, uint32_t t) {
    sg_rows ops = t == NONE ? (sg_rows){0} : sg_lexicon_find(d->lex, SG_T_OPERATORS, d->toks[t].lemma_key);
    for (size_t i = 0; i < ops.count; i++)
        if (!strcmp(ops.row[i]->cell[2], "hope")) return true;
    return false;
}

/* "we hope that they will sign", "they will, we hope, sign": what somebody hopes for nobody has done or promised. */
static bool is_hoped_for(const sg_doc *d, const sg_ev *e) {
    enum { CLIMB = 3 };
    uint32_t t = e->head;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_PARATAXIS && d->toks[c].upos == SG_POS_VERB && is_hope(d, c)) return true;
    if (e->realis != SG_HYPOTHETICAL) return false;
    for (int steps = 0; steps < CLIMB && t != NONE; steps++) {
        if (!is_tag(d->toks[t].deprel) && d->toks[t].deprel != SG_DEP_ACL) break; /* "the hope that they will sign" */
        t = d->toks[t].head;
        if (is_hope(d, t)) return true;
    }
    return false;
}

/* "The Assembly should back the plan", "we must agree on a date": what is good and only due is asked at most, of nobody
 * who is told here, and not done. */
static bool is_only_due(const sg_ev *e) {
    return e->realis == SG_DEMANDED &&
           sg_list_has("AGREE|SUPPORT|CONSULT|COOPERATE|AID|CONCEDE|RETREAT", sg_str_of(e->type));
}

/* "views on the matter of boosting ties", "ways of resuming aid": what is talked about is not done. */
static bool is_matter(const sg_doc *d, const sg_ev *e) {
    static const char yielding[] = "AGREE|SUPPORT|CONSULT|COOPERATE|AID|CONCEDE|RETREAT";
    const sg_tok *t = &d->toks[e->head];
    if (e->realis != SG_ACTUAL || !sg_list_has(yielding, sg_str_of(e->type)) || t->upos != SG_POS_VERB) return false;
    if (!(t->bits & (SG_FEAT_GER | SG_FEAT_PART)) || t->head == NONE) return false;
    return t->deprel == SG_DEP_ACL && sg_word(d, t->head, "matter") != NULL;
}

enum { MODERN = -56248 }; /* 1816, where the tables of states begin */

static bool is_day_of_old(const sg_doc *d, uint32_t time) {
    return d->times[time].to != INT32_MIN && d->times[time].to < MODERN;
}

/* Of an act without a day the words of time beside it tell as much: "Sweden's invasion of Norway in 1716". */
static bool is_old(const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    if (e->time != NONE) return is_day_of_old(d, e->time);
    for (uint32_t i = s->time; i < s->time + s->time_count; i++)
        if (!is_day_of_old(d, i)) return false;
    return s->time_count > 0;
}

/* "Ten years after the bombings", "a decade after the army shot them": what only tells how long ago it was. */
static bool is_years_ago(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        bool after = (d->toks[c].deprel == SG_DEP_CASE || d->toks[c].deprel == SG_DEP_MARK) && sg_says(d, c, "years behind");
        const char *period = after && c ? sg_says(d, c - 1, "period") : NULL;
        if (period && sg_list_has("year|years|Decade|Decades|century", sg_str_of(period))) return true;
    }
    return false;
}

/* "on the anniversary of the riots", "commemorated the miners whom police shot": what is remembered was another day's news. */
static bool is_remembered(const sg_doc *d, const sg_ev *e) {
    enum { CLIMB = 4 };
    uint32_t t = e->head, up = d->toks[t].head;
    bool harm = sg_list_has("ASSAULT|COERCE|SANCTION|PROTEST", sg_str_of(e->type)); /* but "we remember the tents given to us" */
    if (d->toks[t].upos == SG_POS_NOUN && up != NONE && sg_says(d, up, "anniversary")) return true;
    for (int steps = 0; steps < CLIMB && t != NONE; steps++, t = d->toks[t].head) {
        if (is_years_ago(d, t) || (harm && t != e->head && sg_word(d, t, "remembers"))) return true;
        uint8_t rel = d->toks[t].deprel;
        bool clause = rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL;
        if (!clause && rel != SG_DEP_OBJ && rel != SG_DEP_NMOD && rel != SG_DEP_OBL) return false;
    }
    return false;
}

/* "the carmaker apologised to its customers": no more public than a quarrel of neighbours. */
static bool is_service(const sg_doc *d, const sg_ev *e) {
    if (sg_list_has("PROTEST|SANCTION|ASSAULT|COERCE", sg_str_of(e->type)) || !knows_party(d, &e->actors)) return false;
    return all_of(d, &e->actors, "BUS") && e->recipients.count && all_private(d, &e->recipients);
}

/* "was charged with treason", "is under investigation": what is laid to those in public life counts though nobody says who
 * lays it. */
static bool is_laid_to_public(const sg_doc *d, const sg_ev *e) {
    static const char public[] = "GOV|MIL|LEG|JUD|COP|SPY|REB|OPP|PTY|ELI|PRM|UAF|JRN", grave[] = "1124|1125";
    bool noun = d->toks[e->head].upos == SG_POS_NOUN && !(e->cameo && !strncmp(e->cameo, "115", 3)); /* but "X's trial" */
    if (strcmp(e->type, "ACCUSE") != 0 || noun) return false;
    if (knows_party(d, &e->recipients) && is_public_cause(d, e)) return true;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]];
        bool town = p->row[0] && p->row[0]->table == SG_T_COUNTRIES &&
                    sg_list_has("city|territory", sg_str_of(p->row[0]->cell[C_KIND]));
        bool political = (!p->sector && !town) || (p->sector && sg_list_has(public, sg_str_of(p->sector)));
        if (p->country && (political || (e->cameo && sg_list_has(grave, sg_str_of(e->cameo))))) return true;
    }
    return false;
}

/* "The president inspected the unit", "visited the factory": a body or a place of his own land. */
static bool is_own_house(const sg_doc *d, const sg_ent *place) {
    bool abroad = place->row[0] && place->row[0]->table == SG_T_ROLES && strstr(place->row[0]->cell[R_NOTE], "abroad");
    if (abroad || place->person || place->name || place->head == NONE) return false;
    if (d->toks[place->head].upos == SG_POS_PRON) return false;
    return sg_in_class(d, place->head, SG_LIT("building")) || sg_noun_row(d, place->head, "body") ||
           sg_noun_row(d, place->head, "place");
}

/* Are they lands or their towns, and no persons? */
static bool all_lands(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *place = &d->ents[ids->at[i]];
        if (!place->row[0] || place->row[0]->table != SG_T_COUNTRIES || place->person) return false;
    }
    return true;
}

/* "was in the capital", "left for home": who is in his own country, or comes back to it, visits nobody. */
static bool is_at_home(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "CONSULT") != 0 || !e->mode || strcmp(e->mode, "visit") != 0 || e->reciprocal) return false;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *place = &d->ents[e->recipients.at[i]];
        bool land = place->row[0] && place->row[0]->table == SG_T_COUNTRIES && !place->person;
        if (!land && !is_own_house(d, place)) return false;
        for (size_t k = 0; k < e->actors.count; k++) {
            const char *own = d->ents[e->actors.at[k]].country;
            if (own && place->country && !strcmp(own, place->country)) return true;
        }
    }
    return false;
}

/* "Fled", "fled the country", but not "escaped a bomb". */
static bool is_running_away(const sg_doc *d, uint32_t verb) {
    if (verb == NONE || !sg_word(d, verb, "flees")) return false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && !d->toks[c].ent_count && !sg_word(d, c, "land of some kind")) return false;
    return true;
}

/* "The president fled. He landed in Lome with his wife": who has fled visits nobody where he comes to. */
static bool is_refuge(const sg_doc *d, const sg_ev *e) {
    enum { FAR = 3 }; /* sentences */
    bool visit = !strcmp(e->type, "CONSULT") && e->mode && !strcmp(e->mode, "visit") && !e->reciprocal;
    if (!visit || e->actors.count != 1 || d->toks[e->head].upos != SG_POS_VERB || !all_lands(d, &e->recipients)) return false;
    const sg_ent *who = &d->ents[e->actors.at[0]];
    uint32_t sent = d->toks[e->head].sent, first = d->sents[sent < FAR ? 0 : sent - FAR].first;
    const sg_sent *s = &d->sents[sent];
    for (uint32_t t = first; t < s->first + s->count && who->country; t++) {
        const sg_ent *other = sg_is_subject(&d->toks[t]) && d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
        if (!other || !other->country || !is_running_away(d, d->toks[t].head)) continue;
        bool same = !strcmp(other->country, who->country) && other->sector && who->sector;
        if (same && !strcmp(other->sector, who->sector)) return true;
    }
    return false;
}

/* "I shall confine myself to", "has not spared himself", "restrict ourselves": no power over others. */
static bool is_to_oneself(const sg_doc *d, const sg_ev *e) {
    bool will = !strcmp(e->type, "THREATEN") && e->mode && !strcmp(e->mode, "restrict") && e->content;
    bool spared = !strcmp(e->type, "CONCEDE") && e->cameo && !strncmp(e->cameo, "081", 3); /* but "committed itself to" */
    if (!will && !spared && strcmp(e->type, "COERCE") != 0) return false;
    const sg_ev *deed = will ? e->content : e;
    for (uint32_t c = d->toks[deed->head].child; c != NONE; c = d->toks[c].next) {
        uint32_t ref = d->toks[c].ref;
        if (d->toks[c].deprel == SG_DEP_OBJ && ref != NONE && d->refs[ref].self) return true;
    }
    return false;
}

/* "this principle calls for patience", "the peace of Chad demands it": what is no mind and no writing asks nobody. */
static bool is_need_of_thing(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "REQUEST") != 0 || d->toks[e->head].upos != SG_POS_VERB) return false;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ && d->toks[c].upos == SG_POS_NOUN && sg_word(d, c, "mindless")) return true;
    return false;
}

/* "we regret that the rains came late": what nobody did, or a thing, nobody asks pardon for. */
static bool is_mere_regret(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "CONCEDE") != 0 || !e->cameo || strcmp(e->cameo, "055") != 0 || e->content || e->recipients.count)
        return false;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_CCOMP) continue;
        for (uint32_t k = d->toks[c].child; k != NONE; k = d->toks[k].next) {
            const sg_tok *who = &d->toks[k];
            if (who->deprel != SG_DEP_NSUBJ && who->deprel != SG_DEP_NSUBJ_PASS) continue;
            bool thing = who->upos == SG_POS_NOUN && (who->ref == NONE || d->refs[who->ref].thing == SG_THING_OTHER);
            bool self = who->upos == SG_POS_PRON && (who->bits & SG_FEAT_P1);
            if (!who->ent_count && !self && (thing || who->upos == SG_POS_PRON)) return true;
        }
    }
    return false;
}

/* "the officials and workers of Chad ran the mill": those of one land work together every day. */
static bool is_own_work(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "COOPERATE") != 0 || !e->likely || e->recipients.count || e->actors.count < 2) return false;
    const char *land = d->ents[e->actors.at[0]].country;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *other = d->ents[e->actors.at[i]].country;
        if (!land || !other || strcmp(land, other) != 0) return false;
    }
    return strcmp(land, "IGO") != 0;
}

/* Does a weapon or a fighter stand in the sentence, other than those who do it, to whom it was done, or who tell it? */
static bool tells_arms(const sg_doc *d, const sg_ev *e, uint32_t t) {
    static const char arms[] = "weapon|bomb|missile|artillery|drone|shooter|troops|militia|aircraft|warfare";
    for (size_t i = 0; i < e->recipients.count; i++)
        if (d->ents[e->recipients.at[i]].head == t) return false;
    for (size_t i = 0; i < e->actors.count; i++)
        if (d->ents[e->actors.at[i]].head == t) return false;
    if (e->source != NONE && d->ents[e->source].head == t) return false;
    return d->toks[t].upos != SG_POS_PRON && sg_in_classes(d, t, sg_str_of(arms)); /* "when their lorry overturned" */
}

/* "when their helicopter crashed": an aircraft that came down, and hit nothing that is told. */
static bool comes_down(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE || !sg_in_class(d, verb, SG_LIT("mishap")) || !sg_in_class(d, t, SG_LIT("aircraft"))) return false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_eqz(sg_case_of(d, c), "into")) return false;
    return true;
}

/* "when a tree fell", "a boiler exploded": does a thing do what things do by themselves? */
static bool tumbles(const sg_doc *d, uint32_t verb) {
    if (d->toks[verb].upos != SG_POS_VERB || !sg_in_class(d, verb, SG_LIT("tumble"))) return false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].upos == SG_POS_NOUN && !d->toks[c].ent_count) return true;
    return false;
}

/* Does a sentence tell of a flood, a storm, a plague; none where it tells of arms too. */
static bool tells_calamity(const sg_doc *d, const sg_ev *e, const sg_sent *s) {
    bool so = false;
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tells_arms(d, e, t)) return false;
        so |= d->toks[t].upos == SG_POS_NOUN && sg_in_class(d, t, SG_LIT("natural disaster"));
    }
    return so;
}

/* "Floods hit Chad. Ten people were killed": in its own sentence or one of the two before. */
static bool is_calamity(const sg_doc *d, const sg_ev *e) {
    enum { NEAR = 2 };
    uint32_t sent = d->toks[e->head].sent;
    for (uint32_t i = sent, back = 0; back <= NEAR; i--, back++) {
        if (d->sents[i].in_title != d->sents[sent].in_title) return false;
        if (tells_calamity(d, e, &d->sents[i])) return true;
        for (uint32_t t = d->sents[i].first; t < d->sents[i].first + d->sents[i].count; t++)
            if (tells_arms(d, e, t)) return false;
        if (!i) return false;
    }
    return false;
}

/* "killed in a bus crash", "hurt when a tree fell": nobody did it. */
static bool is_mishap(const sg_doc *d, const sg_ev *e) {
    bool harm = !strcmp(e->type, "ASSAULT") && e->cameo && sg_list_has("180|190|183", sg_str_of(e->cameo));
    if (!harm || e->actors.count) return false;
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    bool so = is_calamity(d, e);
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tells_arms(d, e, t) && !comes_down(d, t)) return false;
        so |= sg_in_class(d, t, SG_LIT("mishap")) || tumbles(d, t);
    }
    return so;
}

/* "Police were called in after a bus overturned": they come to help. */
static bool is_errand_of_help(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "MOBILIZE") != 0 || !e->actors.count || !all_of(d, &e->actors, "COP|MED|GOV|CVL")) return false;
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    bool so = is_calamity(d, e);
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tells_arms(d, e, t)) return false;
        so |= sg_in_class(d, t, SG_LIT("mishap")) || tumbles(d, t);
    }
    return so;
}

/* "The war has killed 40,000", "were killed in the war": does it name the whole of a war? */
static bool is_by_war(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel != SG_DEP_NSUBJ && !(rel == SG_DEP_OBL && sg_eqz(sg_case_of(d, c), "in"))) continue;
        if (sg_word(d, c, "whole war")) return true;
    }
    return false;
}

/* "More than 3,000 have been killed since 2011": the toll of a war, or of months, is told beside the news. */
static bool is_toll(const sg_doc *d, const sg_ev *e) {
    enum { MONTHS = 60 }; /* days */
    if (strcmp(e->type, "ASSAULT") != 0 || d->toks[e->head].upos != SG_POS_VERB || !sg_word(d, e->head, "counts dead"))
        return false;
    if (e->time == NONE) return is_by_war(d, e->head);
    const sg_time *t = &d->times[e->time];
    if (t->kind != SG_TIME_SINCE) return false;
    bool long_ago = d->pub != INT32_MIN && t->from != INT32_MIN && t->from < d->pub - MONTHS;
    return is_by_war(d, e->head) || (long_ago && !e->actors.count); /* who killed them all is still worth telling */
}

static bool knows_both(const sg_doc *d, const sg_ev *e) {
    bool among = e->reciprocal && e->actors.count > 1;
    return knows_party(d, &e->actors) && (among || knows_party(d, &e->recipients));
}

/* "We will strive for it", "I shall air my views": the network has learnt from reports, where such words tell deeds. In a
 * speech, which wishes and resolves more than it tells, an act that it alone reads needs more of its certainty: less where
 * both sides are known, most of all for a promise to nobody. */
static bool is_talk(const sg_doc *d, const sg_ev *e, int likely) {
    enum { PROMISED = SG_SURE * 9 / 10 };
    bool will = e->content && e->content->head == e->head; /* "will strive" */
    const sg_ev *read = will ? e->content : e;
    static const char spoken[] = "AGREE|CONCEDE|REQUEST|REJECT|SUPPORT|SANCTION|THREATEN|COOPERATE|ACCUSE";
    if (!d->orator || !read->likely || !sg_list_has(spoken, sg_str_of(e->type))) return false;
    return likely < (knows_both(d, e) ? TOLD : !strcmp(e->type, "AGREE") ? PROMISED : CERTAIN);
}

/* "Officials urged people to wash their hands": however sure the network is that something is asked. */
static bool is_own_care(const sg_doc *d, const sg_ev *e) {
    bool deed = e->content && d->toks[e->content->head].upos == SG_POS_VERB; /* but "begged the nation for patience" */
    for (size_t i = 0; i < e->recipients.count && deed; i++) {
        uint32_t who = d->ents[e->recipients.at[i]].head;
        for (uint32_t c = who == NONE ? NONE : d->toks[who].child; c != NONE && c < who; c = d->toks[c].next)
            deed &= d->toks[c].deprel != SG_DEP_NMOD_POSS && d->toks[c].deprel != SG_DEP_DET; /* "asked its citizens" */
    }
    return !strcmp(e->type, "REQUEST") && deed && is_vague(d, e) && is_advice(d, e);
}

/* Is it of what is told, but is no news? */
static bool is_none(const sg_doc *d, const sg_ev *e) {
    return is_business(d, e) || is_trade(d, e) || is_old(d, e) || is_toll(d, e) || is_unknown_speaker(d, e) ||
           is_upkeep(d, e) || is_asked(d, e) || is_game(d, e) || is_figure(d, e) || is_remembered(d, e) ||
           is_state_afoot(d, e) || is_beast(d, &e->actors) || is_service(d, e) || is_hoped_for(d, e) || is_only_due(e) ||
           is_mere_resolve(d, e) || is_built_at_home(d, e) || is_mere_opinion(d, e) || is_to_oneself(d, e) ||
           is_need_of_thing(d, e) || is_own_work(d, e) || is_mere_regret(d, e) || is_danger(d, e) || is_by_reason(d, e) ||
           is_mere_speech(d, e) || is_own_care(d, e) || is_at_home(d, e) || is_refuge(d, e) || is_matter(d, e) ||
           is_caution(d, e) || is_mishap(d, e) || is_errand_of_help(d, e) || is_petty_crime(d, e) ||
           (e->likely && !strcmp(e->type, "COERCE") && !e->recipients.count); /* "customs seized a tonne of it" */
}

/* Does it look like none, for want of parties or by who they are? */
static bool is_hardly(const sg_doc *d, const sg_ev *e) {
    return is_private_matter(d, e) || is_nowhere(d, e) || is_instruction(d, e) || (is_vague(d, e) && is_advice(d, e));
}

/* "Settlers were ordered to leave": an order is told though nobody says whose it is, if the text knows who got it. */
static bool is_order(const sg_doc *d, const sg_ev *e) {
    bool asks = !strcmp(e->type, "REQUEST") && d->toks[e->head].upos == SG_POS_VERB && !e->likely;
    return asks && sg_word(d, e->head, "commands") && sg_is_passive(d, e->head) && e->content;
}

bool sg_is_worth_recording(const sg_doc *d, const sg_ev *e, const sg_options *o) {
    if (e->position) return knows_party(d, &e->actors);
    if (sg_is_by_code(e, o)) return knows_party(d, &e->actors) || knows_party(d, &e->recipients);
    int likely = e->type ? sg_likely_of(d, e) : 0;
    if (!e->type || is_none(d, e) || is_talk(d, e, likely) || (likely < CERTAIN && is_hardly(d, e))) return false;
    bool a = knows_party(d, &e->actors), b = knows_party(d, &e->recipients), both = knows_both(d, e);
    static const char told_of_deeds[] = "RETREAT|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT"; /* often without an agent */
    if (likely >= KNOWN && (a || b)) return true;
    if (likely >= TOLD && (e->actors.count || e->recipients.count)) return true;
    if (is_vague(d, e) || e->weak) return both;
    bool menaced =
        !strcmp(e->type, "THREATEN") && e->mode; /* "received death threats": whose they are is often not known */
    bool eased = !strcmp(e->type, "CONCEDE") && e->cameo && !strncmp(e->cameo, "08", 2); /* "the curfew was lifted" */
    bool told = menaced || eased || sg_list_has(told_of_deeds, sg_str_of(e->type)) || is_laid_to_public(d, e);
    told |= b && is_order(d, e);
    return a || (b && (e->actors.count || told));
}
