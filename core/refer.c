/* refer.c: see refer.h. Mention by mention: it is joined to its chain, and then gets its party, so that the party can
 * speak for or against the next one's chain. A pronoun takes what its chain knows; a description what its own words say
 * (whose it is, where), then its chain, then the country that the text is about. Where a mention was joined to nothing,
 * what was said last and fits is taken: subjects first, number and personhood must agree. */
#include "refer_in.h"
#include "caller.h"

static bool is_name(const sg_ref *r) {
    return r->form == SG_REF_NAME || r->form == SG_REF_SHORT;
}

/* "Abbas Hajj, head of the union": told better beside the word; "Hayashi, a baker": as well as anybody can tell. */
static bool told_beside(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool noun = d->toks[c].upos == SG_POS_NOUN;
        if (d->toks[c].deprel == SG_DEP_APPOS && (d->toks[c].ent_count || (noun && d->toks[t].upos == SG_POS_PROPN)))
            return true;
        if (d->toks[c].deprel == SG_DEP_FLAT && d->toks[c].ent_count) return true;
    }
    return false;
}

/* "Louis XIV": whom no table of holders knows reigned before they begin. */
static bool has_number(const sg_doc *d, const sg_ref *r) {
    for (uint32_t t = r->first + 1; t <= r->last; t++)
        if (d->toks[t].form.n > 1 && sg_is_roman(d, t)) return true; /* but "Malcolm X" */
    return false;
}

/* "His Peruvian colleague", of the sector of him whose colleague he is. */
static bool serves_as_owner(const sg_doc *d, const sg_ent *e) {
    const sg_ent *owner = sg_peer_of(d, e->head);
    return owner && owner->person && owner->sector && !strcmp(owner->sector, e->sector);
}

static bool serves_by_word(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    return h && !strcmp(h->row->cell[R_KIND], "person") && sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves"));
}

/* "The president of the union", "the leader of the strikers": who is called as those are who rule a land leads them, and
 * no land. */
static bool leads_body(const sg_row *role, const sg_ent *of) {
    static const char bodies[] = "LAB|AGR|EDU|SOC|REL|BUS|JRN|MED";
    bool rules = !*role->cell[R_SECTOR] || !strcmp(role->cell[R_SECTOR], "GOV");
    return rules && !strcmp(role->cell[R_KIND], "person") && of->sector && sg_land_is_state(of->country) &&
           sg_list_has(bodies, sg_str_of(of->sector));
}

/* "The rebels ... their spokesman", "the union's president", who serves them and is told of their sector. */
static bool serves_side(const sg_doc *d, const sg_ent *e) {
    const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
    bool serves = (role && sg_list_has(role->cell[R_NOTE], SG_LIT("serves"))) || serves_by_word(d, e->head);
    const sg_ent *owner = serves ? sg_owner_of(d, e->head) : NULL;
    const sg_hit *h = sg_hit_over(d, e->head, SG_T_ROLES, SG_T_ROLES);
    for (uint32_t c = d->toks[e->head].child; serves && !owner && c != NONE; c = d->toks[c].next) {
        bool one = d->toks[c].ent_count == 1 && d->toks[c].deprel == SG_DEP_NMOD && sg_owning(d, c);
        const sg_ent *of = one ? &d->ents[d->toks[c].ent] : NULL; /* "the president of the union" */
        if (of && !of->person && h && leads_body(h->row, of)) owner = of;
    }
    return owner && owner->sector && !strcmp(owner->sector, e->sector);
}

/* "Two members", "the chairman": somebody of a land, by a word that tells no sector at all. */
static bool tells_none(const sg_ent *e) {
    const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
    return role && !*role->cell[R_SECTOR] && sg_land_is_state(e->country);
}

/* One more line that tells of him; the last place is for the latest. */
static void add_row(sg_ent *e, const sg_row *row) {
    size_t k = 0;
    while (e->row[k] && k + 1 < sizeof e->row / sizeof *e->row) k++;
    e->row[k] = row;
}

/* "A delegation of the party ... the delegation": told by the same word before, with words that tell of what. */
static bool is_told_by_word(const sg_doc *d, const sg_ent *e) {
    const sg_ent *of = e->same == NONE || e->person ? NULL : &d->ents[e->same];
    return of && of->by == SG_BY_OFFICE && of->head != NONE && sg_is_group_again(d, e->head, of->head);
}

/* "The bank", of the central bank: told before by a longer phrase that ends in this word. */
static bool is_told_at_length(const sg_doc *d, const sg_ent *e) {
    const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
    if (!role || e->same == NONE || d->ents[e->same].by != SG_BY_OFFICE) return false;
    sg_str phrase = sg_str_of(sg_row_phrases(d->lex, role)), word = d->toks[e->head].lemma_key;
    return phrase.n > word.n && phrase.s[phrase.n - word.n - 1] == ' ' &&
           !memcmp(phrase.s + phrase.n - word.n, word.s, word.n);
}

/* "the guard mowed them down", "the Islamists": what the tables take a word for is only what it mostly is; where the
 * network is this sure of another sector, it was right five times in six. */
static void heed_network(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        if (e->by != SG_BY_DESCRIPTION || e->name || e->head == NONE) continue;
        const char *than = e->sector ? e->sector : "";
        if ((!*than && !tells_none(e)) || sg_is_of_troops(d, e->head, than)) continue;
        if (e->office || (e->country && !strcmp(e->country, "IGO"))) continue; /* whom more than a word tells */
        if (d->toks[e->head].ent_count > 1 && e->same != NONE) continue;       /* "the parties": others named before */
        if (sg_list_has("ELI|SOC|UNK", sg_str_of(than))) continue;             /* what the guideline sets apart by words */
        if (grammar(d, e->head, "retinue") && strcmp(than, "PTY") != 0) continue; /* "the minister and his party" */
        if (*than && (serves_as_owner(d, e) || serves_side(d, e))) continue;      /* "his colleague", "their spokesman" */
        if (*than && is_told_at_length(d, e)) continue;
        if (*than && is_told_by_word(d, e)) continue;
        if (*than && e->same != NONE && serves_by_word(d, e->head)) continue; /* "the spokesman", of the rebels */
        const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
        bool armed = role && !strcmp(than, "PRM") && strchr(sg_row_phrases(d->lex, role), ' ');
        if (armed) continue; /* "death squads", "civil patrols", which it takes for the forces that they serve */
        bool governs = role && sg_list_has(role->cell[R_NOTE], SG_LIT("governs"));
        if (governs && !strcmp(than, "GOV")) continue; /* "the puppet clique" */
        const sg_row *row = sg_network_of(d, e->head, than);
        if (!row) continue;
        add_row(e, row);
        sg_actor_serve(d->arena, e, e->country, NULL, row->cell[R_SECTOR], row->cell[R_CAMEO]);
    }
}

/* A name in its own letters. */
static const char *name_of(const sg_doc *d, const sg_ref *r) {
    bool apart = r->name[0] != NONE && r->name[1] != NONE; /* from its titles */
    uint32_t from = d->toks[apart ? r->name[0] : r->first].start, to = d->toks[apart ? r->name[1] : r->last].end;
    sg_str text = sg_doc_text(d, d->sents[d->toks[r->head].sent].in_title);
    return to > from ? sg_dup(d->arena, (sg_str){text.s + from, to - from}) : NULL;
}

bool sg_refer_stands_by_state(const sg_doc *d, uint32_t t) {
    const char *says = grammar(d, t, "at its side");
    if (!says || *says == 's') return says != NULL;
    const sg_ent *owner = sg_owner_of(d, t);
    return owner && sg_refer_is_state(owner) && (!owner->sector || !strcmp(owner->sector, "GOV"));
}

/* Players, stages and beasts, but no body that the network is sure of: "the UN team". */
static bool is_offstage(const sg_doc *d, uint32_t t) {
    enum { SURELY = SG_SURE * 6 / 10, SOMEBODY = SG_SURE / 25 };
    const sg_meant *m = &d->toks[t].meant;
    bool body = d->sectors && m->p >= SURELY && m->nobody <= SOMEBODY && sg_noun_row(d, t, "body");
    return sg_is_offstage(d, t) && !body;
}

/* "Our troops will wipe out the aggressors": over against those of a state the network's rebels may be another land, which
 * it is where one is at hand; its own rebels the text calls so. */
static bool is_foe_of_state(sg_doc *d, uint32_t t, const char *sector) {
    uint32_t s = sg_dealer_with(d, t);
    const sg_ent *over = s == NONE || !d->toks[s].ent_count ? NULL : &d->ents[d->toks[s].ent];
    if (strcmp(sector, "REB") != 0 || !over || !sg_land_is_state(over->country)) return false;
    if (over->sector && !sg_list_has("MIL|GOV", sg_str_of(over->sector))) return false;
    const sg_land_ask ask = {.tok = t, .sector = "", .host = over->country, .state = true};
    const char *land = sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    if (land && sg_land_is_state(land)) sg_countries_here(d, t, &land, 1);
    return true;
}

/* "A base of the rebels": a place that somebody holds is hit for its holder's sake. */
static bool is_place_held(const sg_doc *d, const sg_ref *r) {
    if (r->thing == SG_THING_PERSON || r->thing == SG_THING_BODY || !grammar(d, r->head, "held place")) return false;
    for (uint32_t c = d->toks[r->head].child; c != NONE; c = d->toks[c].next) {
        bool of = d->toks[c].deprel == SG_DEP_NMOD && sg_owning(d, c);
        if (of && d->toks[c].ent_count && d->ents[d->toks[c].ent].sector) return true;
    }
    return false;
}

/* "women", "the mob", "they", "Upendra Yadav warned": whom no table knows is of the sector that the network takes him
 * for. */
static void by_network(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    bool troops = sg_is_of_troops(d, r->head, NULL);
    const char *sector = troops ? "" : sg_sector_of(d, r);
    if (!sector || told_beside(d, r->head) || is_offstage(d, r->head) || sg_refer_stands_by_state(d, r->head)) return;
    if (is_place_held(d, r)) return;
    if (grammar(d, r->head, "writing")) return;                    /* its author's, and nobody knows him */
    if (r->head && sg_eqz(d->toks[r->head - 1].form, "<")) return; /* a firm's sign at the stock exchange: "<ACME>" */
    if (grammar(d, r->head, "foe") && is_foe_of_state(d, r->head, sector)) return;
    bool firm = r->thing == SG_THING_BODY && !strcmp(sector, "BUS"); /* trade among firms stays trade */
    if (is_name(r) && (firm || has_number(d, r))) return;
    const sg_ent *lord = troops ? sg_lord_of_troops(d, r->head) : NULL;
    const sg_row *row = sg_row_of_crowd(d, r->head, lord ? lord->sector : sector);
    if (!row) return;
    bool placed = r->thing != SG_THING_PERSON && !sg_is_called_of_land(d, r->head);
    const char *land = placed ? sg_land_behind(d, r->head) : NULL;
    sg_actor_role(d, r->head, row, &(const char *){land ? land : ""}, 1);
    if (lord) sg_actor_role(d, r->head, row, &lord->country, 1);
    else if (!land) sg_bare_role(d, r->head, id);
    for (uint32_t n = 0; n < d->toks[r->head].ent_count; n++) {
        sg_ent *e = &d->ents[d->toks[r->head].ent + n];
        if (e->row[0] != row) continue; /* another's, by the chain */
        e->person = r->thing == SG_THING_PERSON;
        if (!is_name(r)) continue;
        e->first = r->first, e->last = r->last, e->name = name_of(d, r);
        e->by = SG_BY_INFERRED, e->name_by = SG_BY_NAME;
    }
}

/* Who speaks is of the orator's land; of its government where the network takes the word so. */
static void by_orator(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    bool delegate = d->hall || sg_caller_meets(d, d->sents[d->toks[r->head].sent].voice); /* his "we" is his land */
    const char *sector = delegate && r->form == SG_REF_WE ? NULL : sg_sector_of(d, r);
    const sg_row *row = sector && !strcmp(sector, "GOV") ? sg_row_of_sector(d, sector) : NULL;
    const char *land = sg_orator_in(d, r->context);
    if (row && d->toks[r->head].deprel != SG_DEP_NMOD_POSS) sg_actor_role(d, r->head, row, &land, 1);
    else if (sg_land_is_state(land)) sg_countries_here(d, r->head, &land, 1);
    else if (*land) sg_organisation_here(d, r->head, land);
}

/* A noun that no table of roles has: "the bloc", "the movement". */
/* "The two men": who has just been named, if both are known for what they are; else the network may know more. */
/* "The presidents of Chad and Niger met": two people who are the subject of the sentence before, as one word; or NONE. */
static uint32_t two_as_subject(const sg_doc *d, uint32_t t) {
    uint32_t sent = d->toks[t].sent, found = NONE;
    for (uint32_t i = sent ? d->sents[sent - 1].first : t; i < d->sents[sent].first; i++) {
        const sg_tok *k = &d->toks[i];
        if (!sg_is_subject(k) || k->ent_count != 2 || !(k->bits & SG_FEAT_PLUR)) continue;
        const sg_ent *a = &d->ents[k->ent], *b = a + 1;
        bool offices = a->sector && b->sector && a->row[0] && b->row[0];
        if (offices && a->country && b->country && strcmp(a->country, b->country) != 0) found = i;
    }
    return found;
}

static bool two_persons(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head, named[TOP];
    bool two, the = sg_is_definite(d, t, &two);
    uint32_t pair = the && two ? two_as_subject(d, t) : NONE;
    if (pair != NONE) {
        sg_copy_all(d, t, pair, SG_BY_DESCRIPTION, false);
        return true;
    }
    if (!the || !two || !sg_two_just_named(d, id, named)) return false;
    for (int i = 0; i < TOP; i++) {
        const sg_ent *e = &d->ents[d->toks[named[i]].ent];
        if (!e->country || !e->sector) return false;
    }
    sg_copy_two(d, t, named);
    return true;
}

/* "Its people", of whom the chain says that they are those of another land: its own words say more. */
static bool is_owned_by_another(const sg_doc *d, uint32_t t, uint32_t before) {
    const sg_ent *owner = sg_owner_of(d, t);
    const sg_tok *k = before == NONE ? NULL : sg_head_of(d, before);
    if (!owner || !k || !k->ent_count || !sg_refer_is_state(owner) || sg_refer_stands_by_state(d, t)) return false;
    if (grammar(d, t, "over against") || grammar(d, t, "peer")) return false;
    if (d->toks[owner->head].bits & SG_FEAT_P1) return false; /* "our Organization" */
    for (uint32_t n = 0; n < k->ent_count; n++) {
        const char *land = d->ents[k->ent + n].country;
        if (land && !strcmp(land, owner->country)) return false;
    }
    return true;
}

static void description(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const char *what = grammar(d, r->head, "collective");
    if (what && !strcmp(what, "people")) {
        if (two_persons(d, id)) return;
        what = NULL;
    }
    bool quarrel = grammar(d, r->head, "quarrels") && sg_are_plain(d, r->head); /* "the neighbours" */
    if (quarrel) sg_both_sides(d, id, false, true);
    if (d->toks[r->head].ent_count) return;
    if (what) sg_collective_party(d, id, what);
    else if (r->form == SG_REF_THE || r->form == SG_REF_THAT || r->form == SG_REF_THEIR) {
        uint32_t u = r->thing ? sg_told_ref(d, id) : NONE;
        bool body = sg_noun_row(d, r->head, "body") && !sg_noun_row(d, r->head, "country");
        if (is_owned_by_another(d, r->head, u)) return;
        if (u == NONE || !body || !sg_is_whole_state(d, d->refs[u].head)) sg_copy_ref(d, r->head, u, SG_BY_DESCRIPTION);
    }
}

/* ---- all ---------------------------------------------------------------------------------------------- */

static bool is_bare_role(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && !e->country && e->head == t && e->row[0] && e->row[0]->table == SG_T_ROLES;
}

/* "many States", "Member States" are not the United States, nor is a republic the one named before: a state's name is
 * shortened with the article and nothing else ("the Kingdom"). */
static bool shortens_state(const sg_doc *d, uint32_t t, uint32_t from) {
    if (from == NONE || !sg_head_of(d, from)->ent_count || d->refs[from].form == SG_REF_PAIR) return true;
    const sg_ent *e = &d->ents[sg_head_of(d, from)->ent];
    if (!e->row[0] || e->row[0]->table != SG_T_COUNTRIES || e->sector) return true;
    bool the = false, more = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
        more |= rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NUMMOD || rel == SG_DEP_NMOD;
    }
    return the && !more;
}

/* "Both", "the two", "all three", but not "two of its envoys", "two drowned", "twenty-two": these are new ones. */
static bool is_pair(const sg_doc *d, uint32_t t) {
    if (d->toks[t].upos != SG_POS_NUM) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET && ((d->toks[c].bits & SG_FEAT_DEF) || sg_is_whole_number(d, c))) return true;
    return false;
}

/* "Those who marched", "anyone near the gate": of whom the network is sure that they are somebody. */
static bool are_some(const sg_doc *d, const sg_ref *r) {
    enum { HARDLY_NOBODY = SG_SURE * 3 / 10 };
    bool some = (r->form == SG_REF_THESE || r->form == SG_REF_ANY) && !grammar(d, r->head, "nobody");
    return some && d->toks[r->head].meant.nobody <= HARDLY_NOBODY;
}

/* "Those behind the attack", "those responsible for it": nobody knows who they are. */
static bool are_sought(const sg_doc *d, const sg_ref *r) {
    static const char *const what[] = {"behind"};
    bool sought = false;
    for (uint32_t c = d->toks[r->head].child; c != NONE; c = d->toks[c].next)
        sought |= c > r->head && (sg_author_case(d, c, what, 1) || grammar(d, c, "sought"));
    return r->form == SG_REF_THESE && sought;
}

/* A description, or "he", "she", "they". */
static bool may_be_anybody(const sg_doc *d, const sg_ref *r) {
    bool people = r->form == SG_REF_HE || r->form == SG_REF_SHE || r->form == SG_REF_THEY || r->form == SG_REF_TWO;
    people |= are_some(d, r);
    if (is_name(r)) return r->thing == SG_THING_PERSON || r->thing == SG_THING_BODY;
    return people || (r->form > SG_REF_SHORT && r->form < SG_REF_PAIR && d->toks[r->head].upos != SG_POS_PROPN);
}

/* "The statement accused ...": whoever issued it. */
static bool speaks_for(sg_doc *d, uint32_t t) {
    uint32_t who = d->toks[t].ent_count ? NONE : sg_author_of(d, t);
    sg_copy_all(d, t, who, SG_BY_DESCRIPTION, true);
    return who != NONE;
}

/* One person, by name or by office. */
static bool is_somebody(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_row *row = e ? e->row[0] : NULL;
    bool office = row && row->table == SG_T_ROLES && !strcmp(row->cell[R_KIND], "person");
    return e && !e->plural && (e->person || (office && !(d->toks[t].bits & SG_FEAT_PLUR)));
}

/* "Received the minister and his party": those who travel with him, no political party. */
static bool travels_with(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool his = false;
    if (k->deprel != SG_DEP_CONJ || k->head == NONE || !grammar(d, t, "retinue")) return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    enum { BESIDE = 4 }; /* "X, head of Y, a league of Z, and his party" */
    uint32_t up = k->head;
    for (int i = 0; i < BESIDE && !is_somebody(d, up); i++) {
        bool inner = d->toks[up].deprel == SG_DEP_APPOS || d->toks[up].deprel == SG_DEP_NMOD;
        if (!inner || d->toks[up].head == NONE) break;
        up = d->toks[up].head;
    }
    const sg_ent *e = d->toks[up].ent_count == 1 ? &d->ents[d->toks[up].ent] : NULL;
    bool leads = sg_is_subject(&d->toks[up]); /* "the leader and his party won", but they arrive together */
    if (leads && !grammar(d, d->toks[up].head, "travels")) return false;
    if (!his || !e || !is_somebody(d, up) || !e->country) return false;
    sg_copy_all(d, t, up, SG_BY_DESCRIPTION, false);
    return true;
}

/* "The Marcos clique": of his sector and land. */
static bool around_ruler(sg_doc *d, uint32_t t) {
    uint32_t ruler = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) { /* of a parted name the last word */
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool part = d->toks[c].deprel == SG_DEP_COMPOUND || d->toks[c].deprel == SG_DEP_NMOD_POSS;
        bool one = e && part && e->person && e->by == SG_BY_NAME && !e->plural && e->country && e->sector;
        if (one && sg_list_has("GOV|ELI|MIL|PTY|LEG|REB", sg_str_of(e->sector))) ruler = c;
    }
    if (ruler == NONE || (d->toks[t].ent_count && !is_bare_role(d, t)) || !grammar(d, t, "clique")) return false;
    sg_copy_all(d, t, ruler, SG_BY_DESCRIPTION, false);
    return true;
}

/* "The Marcos clique of traitors": those of whom it consists, where no table knows their word. */
static bool is_of_clique(sg_doc *d, uint32_t t) {
    static const char *const of[] = {"of"};
    const sg_tok *k = &d->toks[t];
    if (k->ent_count || k->deprel != SG_DEP_NMOD || !(k->bits & SG_FEAT_PLUR) || k->head == NONE || k->head > t)
        return false;
    const sg_ent *e = d->toks[k->head].ent_count == 1 ? &d->ents[d->toks[k->head].ent] : NULL;
    if (!e || !e->country || !e->sector || !grammar(d, k->head, "clique") || !sg_author_case(d, t, of, 1)) return false;
    sg_copy_all(d, t, k->head, SG_BY_DESCRIPTION, false);
    return true;
}

/* The office of a land that stands behind a name as what he rises to: "upon his election as president of Y"; or NONE. */
static uint32_t office_ahead(const sg_doc *d, const sg_ref *r) {
    enum { NEAR = 12 };
    static const char *const as_to[] = {"as", "to"};
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    if (r->form != SG_REF_NAME || r->thing == SG_THING_BODY) return NONE;
    for (uint32_t t = r->last + 1; t < s->first + s->count && t < r->last + NEAR; t++) {
        bool his = false;
        uint32_t office = NONE;
        if (!grammar(d, t, "rising")) continue;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
            his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
            bool as = d->toks[c].ent_count && sg_author_case(d, c, as_to, 2);
            if (as && d->ents[d->toks[c].ent].country) office = c;
        }
        return his ? office : NONE;
    }
    return NONE;
}

/* "Sent a message to X upon his election as president of Y": told behind the name, where no table knows it. */
static bool elected(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t office = office_ahead(d, r);
    if (office == NONE) return false;
    sg_copy_all(d, r->head, office, SG_BY_NAME, false);
    sg_ent *e = &d->ents[d->toks[r->head].ent];
    e->first = r->first, e->last = r->last, e->name = name_of(d, r), e->name_by = SG_BY_NAME;
    e->person = true, e->same = NONE;
    return true;
}

/* The same of one whom the table knows, but not yet in that office. */
static void serve_soon(sg_doc *d, uint32_t id) {
    const sg_tok *k = &d->toks[d->refs[id].head];
    sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
    uint32_t office = e && e->person && e->name && !e->sector ? office_ahead(d, &d->refs[id]) : NONE;
    const sg_ent *as = office == NONE ? NULL : &d->ents[d->toks[office].ent];
    if (as && as->sector && e->country && !strcmp(as->country, e->country)) e->sector = as->sector, e->cameo = as->cameo;
}

/* ---- of whom a noun that follows is -------------------------------------------------------------------- */

/* "The group's leader", whatever the group is. */
static bool owns_as_noun(const sg_doc *d, uint32_t t) {
    return d->toks[t].deprel == SG_DEP_NMOD_POSS && d->toks[t].upos == SG_POS_NOUN;
}

static bool stands_with_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && d->toks[t].deprel == SG_DEP_NMOD; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, "of")) return true;
    return false;
}

/* "The leader of the group", "army chiefs of the bloc": when he was asked for, it was not yet known who the others are. */
static void tell_who_serves(sg_doc *d, uint32_t t) {
    static const char sides[] = "REB|PRM|PTY|OPP";
    const sg_ent *of = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    uint32_t up = d->toks[t].head;
    if (!of || of->by != SG_BY_DESCRIPTION || of->person || !of->group || !of->country) return;
    if (!stands_with_of(d, t) && !(owns_as_noun(d, t) && of->sector && sg_list_has("REB|PRM", sg_str_of(of->sector))))
        return;
    sg_ent *e = up != NONE && d->toks[up].ent_count == 1 ? &d->ents[d->toks[up].ent] : NULL;
    const sg_hit *h = e ? sg_hit_over(d, up, SG_T_ROLES, SG_T_ROLES) : NULL;
    const sg_row *role = !e ? NULL : e->row[0] || !h ? e->row[0] : h->row; /* "the Head": of no sector of his own */
    bool alike = role && !e->country && role == of->row[0] && sg_refer_is_state(of); /* "envoys of the junta" */
    if (alike) sg_actor_serve(d->arena, e, of->country, NULL, role->cell[R_SECTOR], role->cell[R_CAMEO]);
    bool leads = e && !e->name && role && role->table == SG_T_ROLES && leads_body(role, of) && !(h && h->last >= t);
    if (leads && !alike && sg_list_has(role->cell[R_NOTE], SG_LIT("serves")))
        sg_actor_serve(d->arena, e, of->country, NULL, of->sector, of->sector);
    if (leads || alike || !e || !e->person || !role || role->table != SG_T_ROLES) return;
    if (e->country && !strcmp(e->country, "IGO")) return;
    if (h && h->last >= t) return; /* "heads of government" */
    bool serves = sg_list_has(role->cell[R_NOTE], SG_LIT("serves"));
    if (!strcmp(of->country, "IGO")) {
        sg_actor_serve(d->arena, e, sg_code_of(of), NULL, role->cell[R_SECTOR], role->cell[R_CAMEO]);
        if (serves && *role->cell[R_OFFICE]) sg_actor_hold(e, role->cell[R_SECTOR]);
    } else if (serves && of->sector && sg_list_has(sides, sg_str_of(of->sector))) {
        sg_actor_serve(d->arena, e, of->country, NULL, of->sector, of->sector);
    }
}

/* "The leader of the country", "the army of the republic": when he was read, it was not yet told which country that is. */
static void serve_state_behind(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const char *what = grammar(d, t, "collective");
    const sg_ent *of = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
    bool state = of && what && !strcmp(what, "state") && !(k->bits & SG_FEAT_PLUR) && of->by == SG_BY_DESCRIPTION;
    if (!state || of->sector || !sg_refer_is_state(of) || !stands_with_of(d, t)) return;
    const sg_ent *e = d->toks[k->head].ent_count == 1 ? &d->ents[d->toks[k->head].ent] : NULL;
    const sg_hit *h =
        e && (e->by == SG_BY_DESCRIPTION || !e->country) ? sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES) : NULL;
    if (!h || h->head != k->head || h->last >= t || sg_serves_abroad(h->row)) return;
    if (e->country && !sg_land_is_state(e->country)) return;
    sg_states own = {0};
    sg_states_of(d, k->head, k->head, &own);
    const char *land = of->country;
    if (own.count || sg_owner_of(d, k->head) || (e->country && !strcmp(e->country, land))) return;
    sg_actor_role(d, k->head, h->row, &land, 1);
}

/* "The ministers of our country and Chad", "of Chad and our country": one of them is ours, beside those whose land a name
 * tells. */
static void join_our_land(sg_doc *d, uint32_t t) {
    uint32_t first = t;
    const char *what = grammar(d, t, "collective");
    bool ours = false;
    for (uint32_t c = what && !strcmp(what, "state") ? d->toks[t].child : NONE; c != NONE; c = d->toks[c].next)
        ours |= d->toks[c].deprel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1);
    if (!ours || d->toks[t].ent_count != 1 || !d->ents[d->toks[t].ent].country) return;
    if (d->toks[t].deprel == SG_DEP_CONJ && d->toks[t].head != NONE) first = d->toks[t].head;
    uint32_t up = d->toks[first].deprel == SG_DEP_NMOD ? d->toks[first].head : NONE;
    const sg_hit *h = up == NONE || !stands_with_of(d, first) ? NULL : sg_hit_over(d, up, SG_T_ROLES, SG_T_ROLES);
    const char *codes[MOST];
    size_t n = 0;
    bool several = h && h->head == up && h->last < first && (d->toks[up].bits & SG_FEAT_PLUR);
    for (uint32_t i = 0; several && i < d->toks[up].ent_count && n + 1 < MOST; i++) {
        const sg_ent *e = &d->ents[d->toks[up].ent + i];
        if (!e->country || !strcmp(e->country, d->ents[d->toks[t].ent].country)) return;
        codes[n++] = e->country;
    }
    if (!n) return;
    codes[n++] = d->ents[d->toks[t].ent].country;
    sg_actor_role(d, up, h->row, codes, n);
}

/* Whose he is who serves: of the words beside him the one who is a person of a known land. */
static const sg_ent *person_served(const sg_doc *d, const sg_hit *h) {
    static const char *const for_whom[] = {"for", "of", "to"};
    for (uint32_t c = d->toks[h->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        const sg_ent *of = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool behind = rel == SG_DEP_NMOD && c > h->last && sg_author_case(d, c, for_whom, 3);
        bool before = c < h->first && (rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND);
        if (of && of->person && !of->plural && of->country && (before || behind)) return of;
    }
    return NULL;
}

/* "Mr Hasan's spokesman", "a Hasan aide": when he was read, the name alone told nobody; now it is known who bears it. His
 * staff and his bodyguards are of his side too, whatever the text says of them. */
static void serve_person(sg_doc *d, uint32_t t) {
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_hit *h = e && !e->name ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
    if (!h || h->head != t || e->head != t || !sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves"))) return;
    bool by_his_side = sg_list_has("COP|LAB", sg_str_of(h->row->cell[R_SECTOR])), untold = !e->sector || !*e->sector;
    if (!by_his_side && (e->country || !untold)) return;
    if (by_his_side && !untold && strcmp(e->sector, h->row->cell[R_SECTOR]) != 0) return;
    const sg_ent *of = person_served(d, h);
    if (!of && by_his_side) of = sg_owner_of(d, t); /* "whose bodyguards" */
    if (of && by_his_side && (!of->person || of->plural)) of = NULL;
    if (!of || (by_his_side && !sg_land_is_state(of->country))) return;
    const char *sector = of->sector && *of->sector ? of->sector : h->row->cell[R_SECTOR];
    sg_actor_serve(d->arena, e, sg_code_of(of), NULL, sector, sector);
    if (of->row[0]) add_row(e, of->row[0]);
}

/* "The mutineers ... their spokesman, Lieutenant X", "their leader, X": who serves or leads them does so by his name too,
 * and not the land of which such names are. */
static void serve_owner_by_name(sg_doc *d, uint32_t t) {
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_hit *h = e && e->name ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
    const char *sector = e && e->sector ? e->sector : "";
    if (!h || h->head != t || e->by != SG_BY_NAME || strcmp(sector, h->row->cell[R_SECTOR]) != 0) return;
    const char *side = sg_sector_of_owner(d, t, h->row);
    const sg_ent *of = side ? sg_owner_of(d, t) : NULL;
    if (of) sg_actor_serve(d->arena, e, of->country, NULL, side, side);
}

/* "The warlord's men", "Navalny's people": the lads of one person are of his side; "his people" may be the nation. */
static void follow_person(sg_doc *d, uint32_t t) {
    static const char sides[] = "REB|PRM|PRE|CRM|OPP|PTY|MIL|GOV";
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    if (!e || e->by != SG_BY_DESCRIPTION || !e->sector || strcmp(e->sector, "CVL") != 0) return;
    bool lads = grammar(d, t, "troops of theirs") != NULL, folk = grammar(d, t, "people of his") != NULL;
    const sg_ent *of = lads || folk ? sg_owner_of(d, t) : NULL;
    if (!of || !of->person || of->plural || !of->sector || !sg_land_is_state(of->country)) return;
    if ((folk && of->by != SG_BY_NAME) || !sg_list_has(sides, sg_str_of(of->sector))) return;
    sg_actor_serve(d->arena, e, of->country, NULL, of->sector, of->sector);
}

/* "The soldiers ... their leader, General X": at the head of those who fight he is what they are, and not yet the ruler
 * that he became. */
static void lead_fighters(sg_doc *d, uint32_t t) {
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_hit *h = e && e->person && e->name && e->country ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
    if (!h || h->head != t || !sg_list_has(h->row->cell[R_NOTE], SG_LIT("ruler"))) return;
    const sg_ent *of = sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves")) ? sg_owner_of(d, t) : NULL;
    if (!of || !of->sector || !e->sector || strcmp(e->sector, "GOV") != 0 || strcmp(of->country, e->country) != 0) return;
    if (sg_list_has("MIL|REB|PRM", sg_str_of(of->sector)))
        sg_actor_serve(d->arena, e, e->country, NULL, of->sector, of->sector);
}

/* "Islamic State", "al-Qaida": fighters of many lands are, where a text tells of one, those who fight in it. */
static void place_fighters(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        if (!e->country || strcmp(e->country, "IMG") != 0 || e->head == NONE) continue;
        const char *sector = e->sector ? e->sector : "";
        /* of no land that acts beside them */
        const sg_land_ask where = {.tok = e->head, .sector = sector, .unnamed = true};
        const char *land = sg_lands_choose(d->lands, &where, NULL);
        if (!land) land = sg_land_fought_for(d, e->head, true);
        if (land && sg_land_is_state(land)) sg_actor_serve(d->arena, e, land, NULL, sector, sector);
    }
}

/* "Loyal to the warlord": behind a noun for armed people the one to whom they are so; NONE: nobody. */
static uint32_t lord_of(const sg_doc *d, uint32_t t) {
    static const char *const whom[] = {"to", "with"};
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool told = c > t && (rel == SG_DEP_AMOD || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL) && grammar(d, c, "loyal");
        for (uint32_t k = told ? d->toks[c].child : NONE; k != NONE; k = d->toks[k].next)
            if (d->toks[k].deprel == SG_DEP_OBL && d->toks[k].ent_count == 1 && sg_author_case(d, k, whom, 2)) return k;
    }
    return NONE;
}

/* "Troops loyal to the president", "gunmen loyal to the rebel chief": of his land; of his side too where that is one that
 * fights the state. */
static void tell_loyalty(sg_doc *d, uint32_t t) {
    static const char armed[] = "MIL|UAF|REB|PRM|COP", sides[] = "REB|PRM|PRE";
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_row *role = e ? e->row[0] : NULL;
    if (!role || role->table != SG_T_ROLES || e->by == SG_BY_NAME) return;
    if (!sg_list_has(armed, sg_str_of(role->cell[R_SECTOR]))) return;
    uint32_t lord = lord_of(d, t);
    const sg_ent *of = lord == NONE ? NULL : &d->ents[d->toks[lord].ent];
    if (!of || !of->country || !sg_land_is_state(of->country)) return;
    bool side = of->sector && sg_list_has(sides, sg_str_of(of->sector));
    const char *sector = side ? of->sector : role->cell[R_SECTOR];
    sg_actor_serve(d->arena, e, of->country, NULL, sector, side ? sector : role->cell[R_CAMEO]);
}

/* ---- who serves several ---------------------------------------------------------------------------------- */

/* The first of those for whom he acts: "for Chad", "of the government", "from Chad and the rebels". */
static uint32_t first_served(const sg_doc *d, uint32_t t) {
    static const char *const for_whom[] = {"for", "of", "from"};
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (c > t && d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count && sg_author_case(d, c, for_whom, 3))
            return c;
    return NONE;
}

/* No single person ("the leaders of the party, X and Y"); where only a description tells, of the same land. */
static bool is_served(const sg_doc *d, uint32_t t, const sg_ent *own) {
    const sg_ent *of = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
    bool same = of && of->country && own->country && !strcmp(of->country, own->country);
    return of && (!of->person || of->plural) && (of->by != SG_BY_DESCRIPTION || same);
}

/* Of his country and sector: a state's or a body's own name leaves the sector of the role. */
static void serve_one(sg_doc *d, sg_ent *e, const sg_ent *of) {
    const sg_row *role = e->row[0];
    bool body = of->country && !strcmp(of->country, "IGO");
    const char *sector = !body && of->sector ? of->sector : role->cell[R_SECTOR];
    e->name = NULL;
    sg_actor_serve(d->arena, e, sg_code_of(of), of->row[0], sector, !body && of->sector ? sector : role->cell[R_CAMEO]);
}

/* "Envoys of the Chadian government and the rebels", "negotiators for Chad and Niger": some of each. */
static void serve_several(sg_doc *d, uint32_t t) {
    enum { SERVED = 6 };
    const sg_tok *k = &d->toks[t];
    const sg_ent *own = k->ent_count ? &d->ents[k->ent] : NULL;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    if (!own || own->by == SG_BY_NAME || !h || h->head != t || !(k->bits & SG_FEAT_PLUR)) return;
    if (!sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves"))) return;
    uint32_t served[SERVED], n = 0, one = first_served(d, t);
    if (one == NONE) return;
    served[n++] = one;
    for (uint32_t c = d->toks[one].child; c != NONE && n < SERVED; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && is_served(d, c, own)) served[n++] = c;
    if (n < 2) return;
    sg_ent as = *own;
    as.row[0] = h->row;
    uint32_t from = (uint32_t)d->ent_count, count = 0;
    for (uint32_t i = 0; i < n; i++) {
        sg_ent e = as;
        const sg_ent of = d->ents[d->toks[served[i]].ent];
        serve_one(d, &e, &of);
        bool known = !of.country && !of.sector;
        for (uint32_t b = 0; b < count && !known; b++) {
            const sg_ent *x = &d->ents[from + b];
            bool land = x->country == e.country || (x->country && e.country && !strcmp(x->country, e.country));
            known = land && !strcmp(x->sector ? x->sector : "", e.sector ? e.sector : "");
        }
        if (!known) *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e, count++;
    }
    if (count > k->ent_count) d->toks[t].ent = from, d->toks[t].ent_count = (uint8_t)count;
}

/* Which lands or organisation such a word means: whose it is, what it is called, else the likeliest. "Its hosts" are of
 * another land; nor does one sell to "the island" that is one's own. */
static size_t whole_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    const sg_ent *owner = sg_owner_of(d, t);
    bool other = grammar(d, t, "over against") != NULL;
    /* "all sides", "both camps": those at odds in a land that is not whose clause it is, and no body above them */
    const char *within = d->orator && *d->orator ? NULL : grammar(d, t, "one of several");
    const char *not = other && owner ? owner->country : within ? sg_clause_country(d, t) : NULL;
    if (!owner && (other || sg_is_called_state(d, t))) not = sg_faced_country(d, t);
    size_t own = other ? 0 : sg_owners_of(d, t, codes);
    sg_states of = {0};
    if (!own && !owner) sg_states_of(d, t, t, &of);
    if (of.count > 1 && sg_is_called_of_one(d, t)) of.count = 1;
    for (size_t i = 0; i < of.count && own < MOST; i++)
        if (of.at[i].code) codes[own++] = of.at[i].code;
    if (own) return own;
    codes[0] = within ? NULL : sg_body_of_states(d, t);
    const sg_land_ask ask = {.tok = t, .sector = "", .host = not, .state = true};
    if (!codes[0]) codes[0] = sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    if (!codes[0] && within && !strcmp(within, "or all")) codes[0] = sg_body_of_states(d, t); /* "the parties concerned" */
    return codes[0] != NULL;
}

/* "Peruvian organizations", "the Swiss society": no organ of the state that their own words name. */
static bool is_society(sg_doc *d, uint32_t t, const char *const *codes, size_t n) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    const sg_row *row = of.count && grammar(d, t, "society") ? sg_row_of_sector(d, "SOC") : NULL;
    if (row) sg_actor_role(d, t, row, codes, n);
    return row != NULL;
}

/* "The organization", "the associations", where the text names no organisation of states: people of the likeliest land. */
static bool is_some_society(sg_doc *d, uint32_t t, const char *code) {
    const char *own = grammar(d, t, "society");
    if (!own || !strcmp(own, "yes") || strcmp(code, "IGO") != 0 || d->hall || sg_lands_named(d->lands, t, "IGO"))
        return false;
    if (sg_refer_is_of_many_lands(d, t)) return false;
    const sg_row *row = sg_row_of_sector(d, "SOC");
    const sg_land_ask ask = {.tok = t, .sector = "SOC", .state = true};
    const char *land = row ? sg_lands_choose(d->lands, &ask, &d->toks[t].lead) : NULL;
    if (!land || !sg_land_is_state(land)) return false;
    sg_actor_role(d, t, row, &land, 1);
    return true;
}

/* "The organization", "the organizations", and not "the international organization". */
static bool is_bare_the(const sg_doc *d, uint32_t t) {
    bool two;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
    }
    return sg_is_definite(d, t, &two);
}

/* "The organization", behind a league, a union, an association: that one, and no body of states; of several words for
 * bodies the one named last. NONE: none was told. */
static uint32_t society_before(const sg_doc *d, uint32_t t) {
    static const char kinds[] = "SOC|LAB|EDU|REL|AGR|MED|LEG|PTY|OPP";
    enum { FAR = 8 }; /* sentences */
    const char *own = grammar(d, t, "society");
    uint32_t sent = d->toks[t].sent;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    if (!own || strcmp(own, "land") != 0 || d->hall || !is_bare_the(d, t)) return NONE;
    for (uint32_t i = d->sents[sent].first; i-- > 0 && sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (!e || e->person || !e->group || !e->country || e->head != i) continue;
        if (!strcmp(e->country, "IGO") && e->by == SG_BY_NAME && !is_modifier(k)) return NONE;
        bool body = e->by == SG_BY_NAME || grammar(d, i, "society") || sg_noun_row(d, i, "body");
        body |= (e->by == SG_BY_INFERRED || e->by == SG_BY_DESCRIPTION) && sg_is_capital(k); /* "the People for Peace" */
        bool several = (k->bits & SG_FEAT_PLUR) != 0;
        bool alike = several == many || sg_is_capital(k);
        if (body && alike && e->sector && sg_list_has(kinds, sg_str_of(e->sector))) return i;
    }
    return NONE;
}

/* "Its hosts", "the mission", "the island": nouns of no table that the network is sure name a state or an organisation as a
 * whole. */
static void whole_by_network(sg_doc *d, uint32_t id) {
    enum { SURELY = SG_SURE * 6 / 10, HARDLY_NOBODY = SG_SURE * 3 / 10 };
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head;
    const sg_meant *m = &d->toks[t].meant;
    if (!d->sectors || *d->sectors[m->sector] || m->p < SURELY || m->nobody > HARDLY_NOBODY) return;
    if (r->form <= SG_REF_SHORT || r->form >= SG_REF_PAIR || d->toks[t].upos != SG_POS_NOUN) return;
    if (told_beside(d, t) || is_offstage(d, t) || sg_refer_is_any(d, t)) return;
    if (sg_refer_is_elsewhere(d, t) && !sg_refer_is_of_many_lands(d, t)) return;
    if (grammar(d, t, "nobody") || grammar(d, t, "deed") || grammar(d, t, "writing")) return;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) && grammar(d, t, "society");
    const sg_row *society = many ? sg_row_of_sector(d, "SOC") : NULL;
    const char *there = society ? sg_land_of_societies(d, t) : NULL;
    if (there) {
        sg_actor_role(d, t, society, &there, 1);
        return;
    }
    uint32_t league = society_before(d, t);
    if (league != NONE) {
        sg_copy_all(d, t, league, SG_BY_DESCRIPTION, false);
        return;
    }
    if (sg_are_learned(d, t)) {
        sg_actor_role(d, t, sg_row_of_sector(d, "CVL"), &(const char *){""}, 1);
        if (is_bare_role(d, t)) sg_bare_role(d, t, id);
        return;
    }
    const char *codes[MOST];
    size_t n = whole_of(d, t, codes);
    bool states = n && sg_land_is_state(codes[0]);
    if (n == 1 && is_some_society(d, t, codes[0])) return;
    if (states && (sg_refer_is_of_many_lands(d, t) || is_society(d, t, codes, n))) return;
    if (states) sg_countries_here(d, t, codes, n);
    else if (n) sg_organisation_here(d, t, codes[0]);
}

/* The organisation in whose hall "you" is spoken, outside of quotations: it is told, or a record of its meetings names the
 * speaker ("Mr. X (Chad)"). NULL: none. */
static const char *hall_faced(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t voice = d->sents[d->toks[r->head].sent].voice;
    if (d->hall) return !r->context || r->context == voice ? d->hall : NULL;
    return r->context == voice && sg_caller_meets(d, voice) ? "IGO" : NULL;
}

/* The station's land stands here, or the body for which a spokesman is asked. */
static void station_here(sg_doc *d, uint32_t t) {
    if (sg_land_is_state(d->station)) sg_countries_here(d, t, &d->station, 1);
    else sg_organisation_here(d, t, d->station);
}

/* "We had a call with them", "our ship", in a broadcast: its own land, but where a guest tells of himself. */
static void by_station(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t block = d->sents[d->toks[r->head].sent].block;
    if (!d->station || r->form != SG_REF_WE || r->speaker != NONE || block >= d->block_count) return;
    const sg_block_text *b = &d->blocks[block];
    sg_str rest = {d->text.s + b->label[0], b->label[1] - b->label[0]}, word;
    while (d->toks[r->head].deprel != SG_DEP_NMOD_POSS && sg_cut(&rest, ' ', &word)) {
        while (word.n && strchr("<[(", word.s[0])) word.s++, word.n--;
        while (word.n && strchr(">]):.", word.s[word.n - 1])) word.n--;
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, word, NULL));
        if (sg_kind_value(&w, "interviewed")) return;
    }
    station_here(d, r->head);
}

/* "Iran accuses you", where the press asks a spokesman: his land. */
static bool is_asked(const sg_doc *d, uint32_t t) {
    uint32_t block = d->sents[d->toks[t].sent].block;
    return d->station && block < d->block_count && sg_block_asks(d, &d->blocks[block]);
}

/* "Arrived here on Monday": in the land of the dateline, or of the agency that tells it, where nobody is quoted. */
static void by_home(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    bool told = r->speaker == NONE && d->toks[r->head].deprel == SG_DEP_ADVMOD && grammar(d, r->head, "where one writes");
    uint32_t verb = told ? d->toks[r->head].head : NONE; /* who meets or speaks there does nothing to that land */
    const char *home = verb != NONE && grammar(d, verb, "comes to a land") ? sg_dateline_land(d) : NULL;
    if (told && !home) home = sg_home_of_publisher(d);
    if (home) sg_countries_here(d, r->head, &home, 1);
}

/* "You have to go," X told Y: to whom the words are said; NONE: nobody is told of. */
static uint32_t told_to(const sg_doc *d, uint32_t you) {
    enum { UP = 8 };
    uint32_t t = d->toks[you].head;
    for (int n = 0; n < UP && t != NONE && !(t > you && grammar(d, t, "to somebody")); n++) t = d->toks[t].head;
    if (t == NONE || t <= you || d->toks[t].upos != SG_POS_VERB) return NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool whom = c > t && (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_IOBJ) && d->toks[c].ent_count;
        const char *sector = whom ? d->ents[d->toks[c].ent].sector : NULL;
        if (whom && !(sector && !strcmp(sector, "JRN"))) return c; /* but "told reporters" */
    }
    return NONE;
}

static void settle(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const sg_tok *k = &d->toks[r->head];
    const char *hall;
    if (sg_all_who_signed(d, r->head) || sg_named_behind(d, r->head)) return;
    if (sg_issuing_body(d, id) || sg_signing_parties(d, id) || speaks_for(d, r->head) || around_ruler(d, r->head) ||
        is_of_clique(d, r->head) || travels_with(d, r->head))
        return;
    if ((!k->ent_count || is_bare_role(d, r->head)) && sg_short_name_of(d, id)) return;
    sg_peer_sector(d, r->head);
    uint32_t bearer = k->ent_count ? d->ents[k->ent].head : NONE; /* "spokeswoman Li Na": the name, below its office */
    bool alone = bearer != NONE && bearer != r->head && d->toks[bearer].ref == NONE;
    (void)sg_give_body_told(d, r->head);
    if (alone && !sg_give_body_told(d, bearer) && is_bare_role(d, bearer)) sg_bare_role(d, bearer, id);
    if (is_bare_role(d, r->head)) sg_bare_role(d, r->head, id);
    if (!k->ent_count && !sg_trait_here(d, r->head) && !sg_that_land_here(d, r->head))
        sg_copy_all(d, r->head, sg_body_before(d, r->head, NULL), SG_BY_DESCRIPTION, false);
    serve_soon(d, id);
    if (k->ent_count || sg_peer_role(d, r->head) || sg_belongs_beside(d, id) || sg_gathering_body(d, id)) return;
    switch (r->form) {
    case SG_REF_I:
    case SG_REF_WE:
        if (!sg_is_orator(d, id) || (!*sg_orator_in(d, r->context) && !d->hall) || sg_is_told_behind(d, id))
            sg_first_person(d, id);
        if (!k->ent_count && sg_is_told_behind(d, id)) break;
        if (!k->ent_count && sg_is_orator(d, id)) by_orator(d, id);
        if (!k->ent_count) by_station(d, id);
        break;
    case SG_REF_YOU: /* who presides over those to whom one speaks */
        hall = hall_faced(d, id);
        if (hall) sg_organisation_here(d, r->head, hall);
        else if (is_asked(d, r->head)) station_here(d, r->head);
        else if (told_to(d, r->head) != NONE) sg_copy_all(d, r->head, told_to(d, r->head), SG_BY_PRONOUN, false);
        else if (!d->orator) sg_copy_all(d, r->head, sg_author_addressee(d, r->head), SG_BY_PRONOUN, false);
        break;
    case SG_REF_HE:
    case SG_REF_SHE:
    case SG_REF_IT:
    case SG_REF_THEY: sg_third_person(d, id); break;
    case SG_REF_TWO:
        if (is_pair(d, r->head)) sg_so_many(d, id, false);
        break;
    case SG_REF_FORMER:
    case SG_REF_LATTER: sg_one_of_two(d, id); break;
    case SG_REF_NAME:
    case SG_REF_SHORT:
        if (!elected(d, id) && (r->form == SG_REF_NAME || shortens_state(d, r->head, sg_told_ref(d, id))))
            sg_copy_ref(d, r->head, sg_told_ref(d, id), SG_BY_NAME);
        break;
    case SG_REF_THE:
    case SG_REF_THAT:
    case SG_REF_THEIR:
    case SG_REF_A:
    case SG_REF_BARE:
    case SG_REF_BARE_MANY:
    case SG_REF_SOME: description(d, id); break;
    default: break;
    }
    if (!k->ent_count && may_be_anybody(d, r) && !are_sought(d, r)) by_network(d, id);
    if (!k->ent_count) whole_by_network(d, id);
}

/* ---- states that had another code ------------------------------------------------------------------------ */

static void date_code(const sg_doc *d, sg_ent *e) {
    const char *then = e->country ? sg_land_then(d, e->country) : NULL;
    if (!then || !strcmp(then, e->country)) return;
    bool own = e->cameo && !strncmp(e->cameo, e->country, 3);
    if (own) e->cameo = sg_printf(d->arena, "%s%s", then, e->cameo + 3);
    e->country = then;
}

void sg_refer_dates(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) date_code(d, &d->ents[i]);
}

bool sg_refer_party(sg_doc *d, uint32_t t) {
    enum { LEAST = SG_SURE * 3 / 10, MOSTLY_NOBODY = SG_SURE * 7 / 10 };
    const sg_meant *m = &d->toks[t].meant;
    if (!d->sectors || d->toks[t].ent_count || m->p < LEAST || m->nobody > MOSTLY_NOBODY || sg_is_offstage(d, t))
        return false;
    if (sg_refer_stands_by_state(d, t)) return false;
    if (is_of_clique(d, t)) return true;
    if (d->toks[t].ref != NONE && are_sought(d, &d->refs[d->toks[t].ref])) return false;
    if (grammar(d, t, "foe") && is_foe_of_state(d, t, d->sectors[m->sector])) return d->toks[t].ent_count > 0;
    const sg_row *row = *d->sectors[m->sector] ? sg_row_of_crowd(d, t, d->sectors[m->sector]) : NULL;
    if (!row || grammar(d, t, "nobody") || grammar(d, t, "deed")) return false;
    sg_actor_role(d, t, row, &(const char *){""}, 1);
    sg_bare_role(d, t, NONE);
    for (uint32_t n = 0; n < d->toks[t].ent_count; n++) date_code(d, &d->ents[d->toks[t].ent + n]);
    return d->toks[t].ent_count > 0;
}

/* ---- pronouns whose party is another chain's ------------------------------------------------------------- */

/* This mention or the one before of its chain whose party is known, but for those that have another chain's. */
static uint32_t told_apart(const sg_doc *d, uint32_t u) {
    uint32_t some = NONE;
    for (uint32_t steps = 0; u != NONE && steps < WALK; u = d->refs[u].before, steps++) {
        int known = d->refs[u].means == NONE ? sg_knows_ref(d, u) : 0;
        if (known == 2) return u;
        if (known && some == NONE) some = u;
    }
    return some;
}

/* "His troops": of whom he now stands for. */
static void owned_by(sg_doc *d, uint32_t t) {
    uint32_t noun = d->toks[t].deprel == SG_DEP_NMOD_POSS ? d->toks[t].head : NONE;
    const sg_tok *k = noun == NONE ? NULL : &d->toks[noun];
    const sg_ent *e = k && k->ent_count ? &d->ents[k->ent] : NULL;
    if (e && e->by == SG_BY_DESCRIPTION && !e->name && e->row[0] && e->row[0]->table == SG_T_ROLES)
        sg_role_by_words(d, noun, e->row[0]);
}

/* The chains are joined by then: what is learnt of a pronoun's party is no clue for them. */
static void by_meant(sg_doc *d) {
    for (uint32_t id = 0; id < d->ref_count; id++) {
        uint32_t u = d->refs[id].means == NONE ? NONE : told_apart(d, d->refs[id].means);
        uint32_t t = d->refs[id].head;
        if (u == NONE || sg_own_of_subject(d, t) != NONE || sg_own_of_joined(d, t) != NONE) continue;
        if (sg_own_of_clause(d, t, d->refs[id].form) != NONE || sg_blames_own_side(d, t, u)) continue;
        if (sg_goes_on_with(d, id) || sg_own_of_harmed(d, &d->refs[id]) != NONE) continue;
        if (sg_own_of_dealt(d, &d->refs[id]) != NONE) continue;
        d->toks[t].ent_count = 0;
        sg_copy_ref(d, t, u, SG_BY_PRONOUN);
        owned_by(d, t);
    }
}

/* "We are grateful, said the chief of staff, General X": of whose land it was not yet known when his words were read. */
static bool speaks_without_land(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const sg_tok *k = &d->toks[r->head], *by = r->speaker == NONE ? NULL : sg_head_of(d, r->speaker);
    bool first = (r->form == SG_REF_I || r->form == SG_REF_WE) && by && by->ent_count == 1;
    return first && k->ent_count == 1 && !d->ents[k->ent].country && d->ents[by->ent].country;
}

/* "We killed ten soldiers," their spokesman said: who he is was told behind his words only. */
static void speak_for_teller(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const sg_tok *by = r->speaker == NONE ? NULL : sg_head_of(d, r->speaker);
    bool first = (r->form == SG_REF_I || r->form == SG_REF_WE) && by && d->refs[r->speaker].head > r->head;
    if (!first || by->ent_count != 1 || !d->ents[by->ent].country || d->toks[r->head].ent_count != 1) return;
    const sg_ent *now = &d->ents[d->toks[r->head].ent], *told = &d->ents[by->ent];
    bool same = now->country && !strcmp(now->country, told->country) && now->sector && told->sector &&
                !strcmp(now->sector, told->sector);
    if (same || now->by == SG_BY_NAME) return;
    d->toks[r->head].ent_count = 0;
    sg_first_person(d, id);
}

void sg_refer_traced(sg_doc *d, const sg_ranks *ranks, const sg_chain_trace *trace, const sg_land_trace *land_trace) {
    d->lands = sg_lands_of(d, ranks, land_trace);
    sg_joiner *j = sg_chain_begin(d, ranks, trace);
    d->station = sg_station_of(d);
    sg_orator_find(d);
    d->issuer_said[0] = d->issuer_said[1] = NONE;
    sg_issuer_find(d);
    d->declarer = sg_declarer_of(d);
    uint32_t writer = sg_author_heading(d);
    if (writer != NONE) d->writer = d->ents[d->toks[writer].ent].country;
    sg_name_leagues(d);
    for (uint32_t id = 0; id < d->ref_count; id++) {
        sg_chain_join(j, id);
        if (d->refs[id].form == SG_REF_HERE) by_home(d, id);
        if (d->refs[id].chain == NONE) continue;
        settle(d, id);
        serve_person(d, d->refs[id].head);
        serve_owner_by_name(d, d->refs[id].head);
        lead_fighters(d, d->refs[id].head);
        tell_who_serves(d, d->refs[id].head);
        serve_state_behind(d, d->refs[id].head);
        join_our_land(d, d->refs[id].head);
        tell_loyalty(d, d->refs[id].head);
    }
    sg_chain_end(j);
    by_meant(d);
    for (uint32_t id = 0; id < d->ref_count; id++) /* who were named later */
        if (d->refs[id].form <= SG_REF_THEY && (!sg_head_of(d, id)->ent_count || speaks_without_land(d, id))) {
            settle(d, id);
            owned_by(d, d->refs[id].head);
        }
    for (uint32_t id = 0; id < d->ref_count; id++) speak_for_teller(d, id);
    for (uint32_t t = 0; t < d->tok_count; t++) { /* nouns that are no mentions: "the army chief" before a name */
        if (d->toks[t].ref == NONE && is_bare_role(d, t)) sg_bare_role(d, t, NONE);
        if (d->toks[t].ref == NONE) speaks_for(d, t);
    }
    for (uint32_t t = 0; t < d->tok_count; t++) serve_person(d, t), serve_owner_by_name(d, t), lead_fighters(d, t);
    place_fighters(d);
    heed_network(d);
    for (uint32_t t = 0; t < d->tok_count; t++) sg_serve_body(d, t), follow_person(d, t);
    for (uint32_t id = 0; id < d->ref_count; id++) tell_loyalty(d, d->refs[id].head); /* to one who is told behind them */
    for (uint32_t t = 0; t < d->tok_count; t++) serve_several(d, t);
    sg_tell_namesakes(d);
    sg_call_as_there(d);
    sg_parties_of_paper(d);
    sg_tell_refugees(d);
    sg_spare_unknown(d);
    sg_tell_captives(d);
    sg_tell_accused(d);
    sg_tell_crews(d);
    sg_tell_guests(d);
    sg_tell_counted(d);
    sg_tell_parts(d);
    sg_part_sides(d);
    sg_refer_dates(d);
}

void sg_refer(sg_doc *d, const sg_ranks *ranks) {
    sg_refer_traced(d, ranks, NULL, NULL);
}
