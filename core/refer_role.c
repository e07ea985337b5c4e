/* refer_role.c: see refer_in.h. A role alone ("the ministry", "soldiers", "the embassy"): its own words first, then its
 * chain, then those of that office just named, then the land that the scene, the station, the teller or the text gives. And
 * at last, when all lands are known, what some of these words stand for in one land alone. */
#include "refer_in.h"

#include "calendar.h"

/* Has the role, or another line of its word, this sector? "Officers" may be soldiers. */
static bool may_serve(const sg_doc *d, uint32_t t, const sg_row *role, const char *sector) {
    if (!strcmp(role->cell[R_SECTOR], sector)) return true;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    if (!h || h->first != h->last) return false;
    sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, d->toks[t].lemma_key);
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[R_SECTOR], sector)) return true;
    return false;
}

/* "The spokesman", behind "a spokesman for the rebels": one who serves, and is told of before by just this word, serves
 * whom he served there. */
static bool serves_as_before(const sg_doc *d, uint32_t t, const sg_ent *before, const sg_row *role) {
    bool serves = sg_list_has(role->cell[R_NOTE], SG_LIT("serves")) && !strcmp(role->cell[R_KIND], "person");
    if (serves && before->head != NONE && sg_eq(d->toks[before->head].lemma_key, d->toks[t].lemma_key)) return true;
    for (size_t n = 0; serves && n < sizeof before->row / sizeof *before->row; n++)
        if (before->row[n] == role) return true;
    return false;
}

/* "a spokesman for the Federation of Riders": of a body that no table knows, and not of the land at hand. */
static bool serves_stranger(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool serves = strstr(role->cell[R_NOTE], "serves") || (h && strstr(h->row->cell[R_NOTE], "serves"));
    return h && serves && sg_unknown_owner(d, h) != NONE;
}

/* The code behind a mark in a role's note, or NULL. */
static const char *noted_code(const sg_doc *d, const sg_row *role, const char *mark) {
    const char *at = strstr(role->cell[R_NOTE], mark);
    if (!at) return NULL;
    sg_str rest = sg_str_of(at + strlen(mark)), code;
    (void)sg_cut(&rest, '|', &code);
    return sg_dup(d->arena, code);
}

/* "Marines", "inspectors": of the land or organisation that the role's note tells, where the text names it at all; "the
 * Secretary-General", and many of an organisation ("the inspectors", but no "ministry inspectors"), also where it does
 * not. */
static const char *mostly_of(const sg_doc *d, uint32_t t, const sg_row *role) {
    const char *mostly = noted_code(d, role, "mostly:"), *named = mostly ? sg_lands_named(d->lands, t, mostly) : NULL;
    if (!mostly) return noted_code(d, role, "else:");
    bool many = ((d->toks[t].bits & SG_FEAT_PLUR) || !strcmp(role->cell[R_SECTOR], "MIL")) && !strcmp(mostly, "IGO");
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        many &= d->toks[c].deprel != SG_DEP_COMPOUND && d->toks[c].deprel != SG_DEP_NMOD;
    return named || !many ? named : mostly;
}

/* "Special Representative X", of whom no table knows: of an organisation of states; but a party has a Secretary-General. */
static const char *sent_by(const sg_doc *d, const sg_row *role) {
    return sg_list_has(role->cell[R_NOTE], SG_LIT("serves")) ? NULL : noted_code(d, role, "else:");
}

static bool is_envoy(const sg_ent *e) {
    for (size_t n = 0; n < sizeof e->row / sizeof *e->row; n++)
        if (e->row[n] && e->row[n]->table == SG_T_ROLES && sg_serves_abroad(e->row[n])) return true;
    return false;
}

/* "Ambassador Nuñez and staff of the Peruvian embassy": of the land whose embassy stands in what he is joined to. */
static const char *land_of_embassy_beside(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        for (uint32_t g = d->toks[c].deprel == SG_DEP_CONJ ? d->toks[c].child : NONE; g != NONE; g = d->toks[g].next) {
            bool one = d->toks[g].deprel == SG_DEP_NMOD && d->toks[g].ent_count == 1;
            const sg_ent *e = one ? &d->ents[d->toks[g].ent] : NULL;
            if (e && !e->person && is_envoy(e) && sg_land_is_state(e->country)) return e->country;
        }
    return NULL;
}

/* "Ambassador X", after "the Peruvian ambassador": of the one land of whom such a one was named before; NULL where there
 * are several. */
static const char *envoy_before(const sg_doc *d, uint32_t id) {
    enum { FAR = 12, MOST_REFS = 400 }; /* sentences; mentions */
    const char *land = NULL;
    for (uint32_t i = id == NONE ? 0 : id; i-- > 0 && d->toks[d->refs[id].head].sent - sg_head_of(d, i)->sent <= FAR;) {
        if (id - i > MOST_REFS) break;
        const sg_tok *k = sg_head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        const sg_row *row = e ? e->row[0] : NULL;
        bool person = row && (e->person || (row->table == SG_T_ROLES && strcmp(row->cell[R_KIND], "group") != 0));
        bool one = person && !(k->bits & SG_FEAT_PLUR) && is_envoy(e);
        if (!one || !sg_land_is_state(e->country)) continue;
        if (land && strcmp(land, e->country) != 0) return NULL;
        land = e->country;
    }
    return land;
}

/* "Summoned the Peruvian ambassador. The envoy ...": the land of the one envoy told last; NULL: it is no such word, or none
 * was told. */
static const char *land_of_envoy_told(const sg_doc *d, uint32_t t) {
    enum { FAR = 2 }; /* sentences */
    bool two;
    if (!grammar(d, t, "sent abroad") || (d->toks[t].bits & SG_FEAT_PLUR) || !sg_is_definite(d, t, &two)) return NULL;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        const sg_row *row = e && e->head == i ? e->row[0] : NULL;
        bool one = row && row->table == SG_T_ROLES && !strcmp(row->cell[R_KIND], "person");
        one &= !(d->toks[i].bits & SG_FEAT_PLUR);
        if (one && sg_serves_abroad(row) && sg_land_is_state(e->country)) return e->country;
    }
    return NULL;
}

/* "Turkish-backed rebels": the land that backs them is not the one that they are of. NULL where none does. */
static const char *backer_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        if (d->toks[c].upos != SG_POS_VERB || d->toks[c].deprel != SG_DEP_AMOD) continue;
        if (!sg_says(d, c, "backers")) continue;
        for (uint32_t g = d->toks[c].child; g != NONE && g < c; g = d->toks[g].next) {
            const sg_hit *h = sg_hit_over(d, g, SG_T_COUNTRIES, SG_T_COUNTRIES);
            bool hyphen = d->toks[c - 1].form.n == 1 && d->toks[c - 1].form.s[0] == '-';
            if (h && hyphen && strlen(h->row->cell[C_CODE]) == 3) return h->row->cell[C_CODE];
        }
    }
    return NULL;
}

/* "The occupation forces", "the occupying power's soldiers": of another land than they stand in. */
static bool occupies(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (is_modifier(&d->toks[c]) && grammar(d, c, "occupying")) return true;
    return grammar(d, t, "occupying") != NULL;
}

/* The land that an embassy without a word of whose it is stands in. */
static const char *host_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD && sg_lies_in(d, c)) return sg_lies_in(d, c);
    const char *here = sg_scene_land(d, t);
    return here ? here : sg_dateline_land(d);
}

/* Who occupies the land where the occupiers stand, else the one named nearest, as all the world calls it; NULL: nobody. */
static const char *occupier_of(const sg_doc *d, uint32_t t) {
    const char *places[] = {host_of(d, t), sg_lands_named(d->lands, t, "")}, *by = NULL;
    for (size_t i = 0; i < 2 && !by; i++) {
        sg_looked w = {0};
        if (places[i]) w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(places[i]), NULL));
        by = sg_kind_value(&w, "occupied by");
    }
    return by;
}

/* "The four leaders", after "President X, Prime Minister Y, ... and Z": the last of three or more who govern and are named
 * as one list; NONE where there is none. */
static uint32_t listed_before(const sg_doc *d, uint32_t t) {
    enum { FAR = 6, FEWEST = 3 }; /* sentences; people */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        size_t n = k->ent_count == 1 && sg_governs_alone(&d->ents[k->ent]);
        if (!n || k->deprel == SG_DEP_CONJ || is_modifier(k)) continue;
        for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count == 1)
                n += sg_governs_alone(&d->ents[d->toks[c].ent]);
        if (n >= FEWEST) return i;
    }
    return NONE;
}

static bool leading_role(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *codes[MOST];
    bool two, leads = !strcmp(role->cell[R_SECTOR], "GOV") && sg_are_plain(d, t);
    (void)sg_is_definite(d, t, &two);
    uint32_t listed = leads && !two && !strcmp(role->cell[R_KIND], "person") ? listed_before(d, t) : NONE;
    if (listed != NONE) {
        sg_copy_all(d, t, listed, SG_BY_DESCRIPTION, true);
        return true;
    }
    size_t n = !strcmp(role->cell[R_SECTOR], "GOV") && sg_are_plain(d, t) ? sg_named_together(d, t, codes) : 0;
    if (n) sg_actor_role(d, t, role, codes, n);
    return n > 0;
}

static bool has_sector(const sg_doc *d, uint32_t t, const char *sector) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    return h && !strcmp(h->row->cell[R_SECTOR], sector);
}

/* "Soldiers and riot police", "the police chief and the army commander": is somebody of the sector joined to the word, from
 * whom the network may have it? */
static bool is_joined_to(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t over = d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && has_sector(d, c, sector)) return true;
    if (over == NONE) return false;
    for (uint32_t c = d->toks[over].child; c != NONE; c = d->toks[c].next)
        if (c != t && (d->toks[c].deprel == SG_DEP_CONJ || d->toks[c].deprel == SG_DEP_APPOS) && has_sector(d, c, sector))
            return true;
    return has_sector(d, over, sector);
}

const sg_row *sg_network_of(const sg_doc *d, uint32_t t, const char *than) {
    enum { SURELY = SG_SURE * 7 / 10, HARDLY_NOBODY = SG_SURE * 3 / 10 };
    const sg_meant *m = &d->toks[t].meant;
    const char *sector = d->sectors && m->p >= SURELY && m->nobody <= HARDLY_NOBODY ? d->sectors[m->sector] : "";
    if (grammar(d, t, "own sector")) return NULL; /* "the speakers" at a rally are no lawmakers */
    if (!*sector || !strcmp(sector, than)) return NULL;
    if (!strcmp(than, "MIL") && !strcmp(sector, "COP") && is_joined_to(d, t, sector)) return NULL;
    const sg_hit *whole = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool irregular = whole && whole->last > whole->first && sg_list_has("REB|PRM", sg_str_of(than));
    if (irregular && !strcmp(sector, "MIL")) return NULL; /* "resistance forces", "the rebel army" */
    return sg_row_of_sector(d, sector);
}

/* "Gunmen in masks": nobody knows of which land they are, unless words beside them say it ("a Chadian gunman") or the
 * network is sure that they are others. */
static bool is_untold(const sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    return !of.count && !sg_network_of(d, t, "UAF");
}

/* "The gunmen", "the attackers", behind rebels who are told for such: these, and no longer unknown. */
static bool is_assailant_told(const sg_doc *d, uint32_t t, const sg_row *role, const sg_ent *before) {
    bool two;
    bool armed = before->sector && sg_list_has("REB|PRM|PRE|CRM", sg_str_of(before->sector));
    return armed && !strcmp(role->cell[R_SECTOR], "UAF") && sg_is_definite(d, t, &two);
}

/* Does the clause of the word stand under the verb, with no place of its own and not in what somebody says? */
static bool goes_on_under(const sg_doc *d, uint32_t t, uint32_t verb) {
    enum { CLIMB = 8 };
    for (uint32_t steps = 0; t != verb && t != NONE && steps < CLIMB; steps++) {
        uint8_t rel = d->toks[t].deprel;
        if (rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS || rel == SG_DEP_ADVCL || rel == SG_DEP_ACL_RELCL) return false;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_OBL && sg_lies_in(d, c)) return false;
        t = d->toks[t].head;
    }
    return t == verb;
}

/* "In Abidjan, government and Unita delegates met": the government, or the army, that is named beside a group of one land
 * is that land's, wherever they meet. */
static const char *land_of_foe_beside(const sg_doc *d, uint32_t t, const char *sector) {
    static const char foes[] = "REB|PRM|OPP|PTY";
    if (!sg_list_has("GOV|MIL", sg_str_of(sector)) || d->toks[t].upos == SG_POS_PROPN) return NULL;
    uint32_t beside = d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : NONE;
    for (uint32_t c = d->toks[t].child; c != NONE && beside == NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ) beside = c;
    const sg_ent *e = beside != NONE && d->toks[beside].ent_count == 1 ? &d->ents[d->toks[beside].ent] : NULL;
    bool foe = e && e->sector && sg_list_has(foes, sg_str_of(e->sector));
    return foe && sg_land_is_state(e->country) ? e->country : NULL;
}

/* "In Athens three ministers resigned": the land where the sentence says at once that it takes place. */
static const char *land_of_opening(const sg_doc *d, uint32_t t) {
    enum { OPENING = 4 };
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = s->first; i < s->first + s->count && i < s->first + OPENING && i < t; i++) {
        const sg_tok *k = &d->toks[i];
        if (k->deprel != SG_DEP_CASE || !grammar(d, i, "locative") || k->head == NONE || k->head > t) continue;
        const sg_tok *place = &d->toks[k->head];
        if (place->deprel == SG_DEP_OBL && goes_on_under(d, t, place->head)) return sg_lies_in(d, k->head);
    }
    return NULL;
}

/* The same for those who are at home there. Rebels and exiles are abroad as often. */
static const char *opening_scene(const sg_doc *d, uint32_t t, const char *sector) {
    bool abroad = sg_list_has("REB|ELI|OPP|UAF|REF", sg_str_of(sector)) || d->toks[t].upos == SG_POS_PROPN;
    return abroad ? NULL : land_of_opening(d, t);
}

/* "Troops killed 30 rebels in Sri Lanka. In Nepal, rebels": others than those told before, of whom an article would tell. */
static const char *rebels_elsewhere(const sg_doc *d, uint32_t t, const char *sector, const char *said) {
    if (strcmp(sector, "REB") != 0 || !said || d->toks[t].upos != SG_POS_NOUN || !(d->toks[t].bits & SG_FEAT_PLUR)) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].head == t && d->toks[c].deprel != SG_DEP_PUNCT) return NULL;
    const char *land = land_of_opening(d, t);
    return land && strcmp(land, said) != 0 ? land : NULL;
}

/* The land of a place's own place: "outside the Danish embassy in Lima", "near a base on the outskirts of Lima". */
static const char *scene_within(const sg_doc *d, uint32_t t, unsigned depth) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NMOD) continue;
        const char *land = sg_lies_in(d, c);
        const sg_hit *town = grammar(d, t, "part of town") ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        bool city = town && sg_list_has("city|capital", sg_str_of(town->row->cell[C_KIND]));
        if (!land && city) land = town->row->cell[C_CODE];
        if (!land && depth) land = scene_within(d, c, depth - 1);
        if (land && strlen(land) == 3) return land;
    }
    return NULL;
}

/* "Thousands marched through Lima and burned a flag": crowds and police are of the land where they do what they do. */
static const char *clause_scene(const sg_doc *d, uint32_t t, const char *sector) {
    static const char there[] = "CVL|EDU|LAB|AGR|COP";
    uint32_t many = d->toks[t].deprel == SG_DEP_NMOD ? d->toks[t].head : t; /* "thousands of people" */
    if (many != t && d->toks[many].upos != SG_POS_NUM && !grammar(d, many, "quantity")) many = t;
    uint32_t verb = sg_is_subject(&d->toks[many]) ? d->toks[many].head : NONE;
    if (verb == NONE || d->toks[t].upos == SG_POS_PROPN || !sg_list_has(there, sg_str_of(sector))) return NULL;
    enum { WITHIN = 2 };
    const char *land = NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        bool place = d->toks[c].deprel == SG_DEP_OBL;
        const char *here = place ? sg_lies_in(d, c) : NULL;
        if (d->toks[c].deprel == SG_DEP_ADVMOD && grammar(d, c, "where one writes")) here = sg_dateline_land(d);
        bool lies = place && (sg_is_locative(d, c) || grammar(d, c, "part of town"));
        if (!here && lies) here = scene_within(d, c, WITHIN);
        if (here && land && strcmp(here, land) != 0) return NULL;
        if (here) land = here;
    }
    uint32_t sent = d->toks[t].sent;
    bool lead = !d->sents[sent].in_title && (!sent || d->sents[sent - 1].in_title);
    bool crowd = strcmp(sector, "COP") != 0 && sg_is_known_as(d, verb, SG_T_ACTS, "PROTEST");
    return land || !lead || !crowd ? land : sg_dateline_land(d);
}

/* The land of "our soil", "Peruvian waters" below the verb, other than this one; NULL: no such ground is told of. */
static const char *ground_below(const sg_doc *d, uint32_t verb, const char *than, unsigned within) {
    const char *land = NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE && !land; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool ground = grammar(d, c, "ground") != NULL;
        const sg_ent *owner = ground ? sg_owner_of(d, c) : NULL;
        sg_states of = {0};
        if (ground && !owner) sg_states_of(d, c, c, &of);
        const char *code = owner ? owner->country : of.count == 1 ? of.at[0].code : NULL;
        if (code && sg_land_is_state(code) && strcmp(code, than) != 0) land = code;
        bool phrase = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_CONJ;
        phrase |= rel == SG_DEP_NSUBJ_PASS;
        if (!land && within && phrase) land = ground_below(d, c, than, within - 1);
    }
    return land;
}

/* "The Peruvian minister said that the government ...": the land of whoever tells the clause; NULL where nobody does. */
static const char *tellers_land(const sg_doc *d, uint32_t t) {
    uint32_t who = sg_speaker_at(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* "The army shelled Homs", "Islamic State took Palmyra": where nothing else says whose fighters those are, the land of the town that
 * they fight for; NULL: no town. */
const char *sg_land_fought_for(const sg_doc *d, uint32_t t, bool taken) {
    while (d->toks[t].deprel == SG_DEP_COMPOUND && d->toks[t].head != NONE) t = d->toks[t].head; /* "X fighters" */
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ || d->toks[t].deprel == SG_DEP_OBL_AGENT ? d->toks[t].head : NONE;
    if (verb == NONE || !sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT")) return NULL;
    if (taken && !grammar(d, verb, "takes ground")) return NULL; /* raiders strike far from home */
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        bool fought = d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_NSUBJ_PASS;
        const sg_ent *e = fought && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        const sg_hit *h = e ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        bool named = h && sg_list_has("city|capital", sg_str_of(h->row->cell[C_KIND]));
        bool town = e && (h ? named : d->toks[c].upos == SG_POS_NOUN);
        if (town && !e->sector && !e->person && sg_land_is_state(e->country)) return e->country;
    }
    return NULL;
}

/* "Their planes crossed our border and bombed two villages": whom foreign forces strike is of the land whose ground is told
 * of; where a state's delegate speaks and tells of none, of his own; else of the land that says so. */
static const char *struck_ground(const sg_doc *d, uint32_t t) {
    static const char armed[] = "MIL|REB|PRM|UAF|SPY|COP";
    enum { WITHIN = 2 };
    static const char *const at[] = {"at", "on", "into", "upon"}; /* "fired mortars at a school" */
    bool struck = d->toks[t].deprel == SG_DEP_OBJ || d->toks[t].deprel == SG_DEP_NSUBJ_PASS;
    struck |= d->toks[t].deprel == SG_DEP_OBL && sg_author_case(d, t, at, sizeof at / sizeof *at);
    uint32_t verb = struck ? d->toks[t].head : NONE;
    if (verb == NONE || d->toks[verb].upos != SG_POS_VERB || !sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT")) return NULL;
    uint32_t who = d->toks[t].deprel == SG_DEP_NSUBJ_PASS ? NONE : sg_clause_subject(d, t);
    for (uint32_t c = d->toks[verb].child; who == NONE && c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBL_AGENT) who = c;
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    if (!e || !e->country || !sg_land_is_state(e->country)) return NULL;
    if (e->sector && !sg_list_has(armed, sg_str_of(e->sector))) return NULL;
    uint32_t above = d->toks[verb].deprel == SG_DEP_CONJ ? d->toks[verb].head : verb;
    const char *land = ground_below(d, verb, e->country, WITHIN);
    if (!land && above != verb) land = ground_below(d, above, e->country, WITHIN);
    if (land) return land;
    const char *own = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    if (own && sg_land_is_state(own) && strcmp(own, e->country) != 0) return own;
    if (e->sector && !strcmp(e->sector, "COP")) return e->country; /* police are at home */
    static const char helpless[] = "CVL|MED|EDU|REL|AGR|REF|LAB|BUS";
    const sg_ent *hit = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
    if (!e->sector || !hit || !hit->sector || !sg_list_has(helpless, sg_str_of(hit->sector))) return NULL;
    const char *told = tellers_land(d, t);
    return told && strcmp(told, e->country) != 0 ? told : NULL;
}

/* "Lima sent two ministers", "recalled its troops": whom a state sends or calls back is its own. */
static const char *sender_of(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t verb = d->toks[t].deprel == SG_DEP_OBJ ? d->toks[t].head : NONE;
    if (verb == NONE || !sg_list_has("GOV|MIL|COP|SPY|MED", sg_str_of(sector)) || !grammar(d, verb, "sending")) return NULL;
    uint32_t who = sg_clause_subject(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* "The ministry summoned the Danish ambassador to Chile": the envoy is called in by those to whom he was sent. */
static const char *envoys_host(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE || strcmp(sector, "GOV") != 0 || !grammar(d, verb, "facing")) return NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        bool abroad = false;
        for (size_t n = 0; e && n < sizeof e->row / sizeof *e->row; n++)
            abroad |= e->row[n] && e->row[n]->table == SG_T_ROLES && sg_serves_abroad(e->row[n]);
        for (uint32_t g = d->toks[c].child; abroad && g != NONE; g = d->toks[g].next) {
            bool one = d->toks[g].deprel == SG_DEP_NMOD && d->toks[g].ent_count == 1;
            const sg_ent *to = one ? &d->ents[d->toks[g].ent] : NULL;
            if (to && sg_refer_is_state(to) && (!e->country || strcmp(to->country, e->country) != 0)) return to->country;
        }
    }
    return NULL;
}

/* "Danish firms and individuals": the adjective before the first of them goes for those behind that have no
 * words of their own. NULL: none does. */
static const char *land_of_row_before(const sg_doc *d, uint32_t t) {
    uint32_t first = d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : NONE;
    if (first == NONE || !(d->toks[t].bits & SG_FEAT_PLUR) || d->toks[first].ent_count != 1) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel != SG_DEP_CC && d->toks[c].deprel != SG_DEP_PUNCT && d->toks[c].deprel != SG_DEP_CONJ)
            return NULL;
    for (uint32_t c = d->toks[first].child; c != NONE && c < first; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_AMOD ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && !strcmp(h->row->cell[C_KIND], "adjective")) return d->ents[d->toks[first].ent].country;
    }
    return NULL;
}

/* The state as a whole, or its government, that a name tells of; NULL: the word tells of none, or of one whose rebels are another's. */
static const char *land_named_alone(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    bool rules = e && sg_refer_is_state(e) && !e->person && (!e->sector || !strcmp(e->sector, "GOV"));
    return rules && !grammar(d, t, "fights abroad") ? e->country : NULL;
}

/* "The Deputy Prime Minister and Foreign Minister of Chad": offices of one land, which the last of them tells. */
static const char *of_joined_office(const sg_doc *d, uint32_t t, const char *sector) {
    if (strcmp(sector, "GOV") != 0 || (d->toks[t].bits & SG_FEAT_PLUR)) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool office = d->toks[c].deprel == SG_DEP_CONJ && c > t && e && e->person && e->by == SG_BY_OFFICE;
        if (!office || !e->sector || !sg_list_has("GOV|MIL", sg_str_of(e->sector)) || !sg_refer_is_state(e)) continue;
        bool alone = false, behind = false; /* "the premier and the minister of Chad", "and Chad's minister": of two lands */
        for (uint32_t k = d->toks[c].child; k != NONE; k = d->toks[k].next) {
            alone |= d->toks[k].deprel == SG_DEP_DET || d->toks[k].deprel == SG_DEP_NMOD_POSS || (k < c && d->toks[k].ent_count);
            behind |= d->toks[k].deprel == SG_DEP_NMOD && k > c;
        }
        if (behind && !alone) return e->country;
    }
    return NULL;
}

/* "Mali and rebels signed a deal in Algiers", "talks between Mali and the insurgents": those who make peace with one state, with no
 * word of their own that says whose they are, are its own. NULL: they are joined to none, or fight beside it. */
static const char *land_of_state_beside(const sg_doc *d, uint32_t t, const char *sector) {
    static const char *const between[] = {"between"};
    if (!sg_list_has("REB|PRM|OPP", sg_str_of(sector))) return NULL;
    uint32_t first = d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : t, verb = sg_verb_over(d, first);
    bool fight =
        verb != NONE && sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT") && !sg_is_known_as(d, verb, SG_T_ACTS, "RETREAT");
    fight &= first != NONE && !sg_author_case(d, first, between, 1);
    if (first == NONE || fight) return NULL; /* but "exchanged prisoners" */
    const char *land = first == t ? NULL : land_named_alone(d, first);
    for (uint32_t c = d->toks[first].child; c != NONE; c = d->toks[c].next) {
        const char *other = d->toks[c].deprel == SG_DEP_CONJ && c != t ? land_named_alone(d, c) : NULL;
        if (other && land && strcmp(other, land) != 0) return NULL;
        if (other) land = other;
    }
    return land;
}

/* "The court ordered Chad to pay", "judges ruled against Chad": a state as a whole is judged by a court of several, unless
 * a word says which. */
static const char *court_of_states(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE || !grammar(d, t, "judges states") || !grammar(d, verb, "judging")) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (is_modifier(&d->toks[c]) || d->toks[c].deprel == SG_DEP_NMOD) return NULL; /* "a Danish court", "in Oslo" */
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool judged = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || (rel == SG_DEP_OBL && !sg_is_locative(d, c));
        const sg_ent *e = judged && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && sg_refer_is_state(e) && !e->sector) return "IGO";
    }
    return NULL;
}

/* "The President", "Madam President", in the hall of an organisation. */
static bool presides(const sg_doc *d, uint32_t t, const sg_row *role) {
    return d->hall && sg_list_has(role->cell[R_OFFICE], SG_LIT("president")) && d->toks[t].upos != SG_POS_ADJ;
}

/* "All parties", of which the network is not sure that they are political ones. */
static bool are_all_sides(const sg_doc *d, uint32_t t) {
    bool all = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) all |= grammar(d, c, "whole") != NULL;
    return all && d->sectors && strcmp(d->sectors[d->toks[t].meant.sector], "PTY") != 0;
}

/* "The parties concerned", "relevant parties": those of the matter, whoever they are. */
static bool are_involved(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_AMOD || rel == SG_DEP_ACL || rel == SG_DEP_ADVMOD) && grammar(d, c, "involved")) return true;
    }
    return false;
}

/* "The parties", "the parties to the conflict", where states are spoken to: no political ones. */
static bool is_side(const sg_doc *d, uint32_t t, const char *sector) {
    const char *what = grammar(d, t, "collective");
    if (grammar(d, t, "quarrels") && sg_are_plain(d, t)) return true; /* "the neighbours" */
    if (strcmp(sector, "PTY") != 0 || !what || strcmp(what, "party") != 0) return false;
    if (are_involved(d, t)) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AMOD || d->toks[c].deprel == SG_DEP_COMPOUND) return false;
    return true;
}

/* "Both parties", "the two parties to the truce": elsewhere too, if they can be told. */
static bool taken_for_sides(sg_doc *d, uint32_t t, uint32_t id) {
    uint32_t before = d->toks[t].ent_count;
    d->toks[t].ent_count = 0;
    sg_both_sides(d, id, false, true);
    if (d->toks[t].ent_count) return true;
    d->toks[t].ent_count = before;
    return false;
}

/* "The presidents of Peru and Chad met": of two lands, under one word, in the sentences before. */
static bool two_lands_dealt(const sg_doc *d, uint32_t t) {
    enum { FAR = 2 }; /* sentences */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (k->ent_count != TOP || !sg_is_subject(k)) continue;
        const sg_ent *a = &d->ents[k->ent], *b = a + 1;
        bool states = sg_refer_is_state(a) && sg_refer_is_state(b) && strcmp(a->country, b->country) != 0;
        if (states && (!a->sector || sg_list_has("GOV|MIL", sg_str_of(a->sector)))) return true;
    }
    return false;
}

/* "The parties agreed", behind a talk of officials. */
static bool talked(const sg_doc *d, uint32_t t, uint32_t id, const char *sector) {
    const sg_meant *m = &d->toks[t].meant;
    uint32_t met[MOST];
    bool political = !d->sectors || (!strcmp(d->sectors[m->sector], "PTY") && m->p >= SURE);
    if (!is_side(d, t, sector) || !sg_are_plain(d, t) || (political && !sg_told_of_talk(d, t))) return false;
    if (sg_dealing_parties(d, id, 1, false, met) || sg_joined_subjects(d, id, met)) return true;
    return (d->toks[t].bits & SG_FEAT_PLUR) && two_lands_dealt(d, t);
}

/* "Peru expelled Chile's envoy. Brazil asked the parties for calm": two lands are at hand, and who asks is of neither. */
static bool third_land_asks(const sg_doc *d, uint32_t t) {
    const char *asker = sg_clause_country(d, t), *codes[TOP];
    if (!asker || sg_two_states(d, t, codes) != TOP) return false;
    return strcmp(asker, codes[0]) != 0 && strcmp(asker, codes[1]) != 0;
}

/* "Asked the parties for patience", which parsers hang on the noun: what is asked says nothing of whom. */
static bool are_plain_but_for(const sg_doc *d, uint32_t t) {
    static const char *const asked[] = {"for"};
    bool the = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_NMOD && sg_author_case(d, c, asked, 1)) continue;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the && (d->toks[t].bits & SG_FEAT_PLUR) != 0;
}

/* "Asked the parties to show patience", "urged the parties to talk": of whom the network is not sure that they are
 * political ones, or where a third land asks, those between whom the report sees a quarrel. */
static bool asked_as_sides(const sg_doc *d, uint32_t t, const char *sector) {
    enum { OP = 2 };
    const sg_meant *m = &d->toks[t].meant;
    bool party = !d->sectors || (!strcmp(d->sectors[m->sector], "PTY") && m->p >= SURE);
    uint32_t verb = d->toks[t].head;
    if (verb == NONE || !is_side(d, t, sector) || !are_plain_but_for(d, t)) return false;
    if (party && !third_land_asks(d, t)) return false;
    uint8_t rel = d->toks[t].deprel;
    bool clause = rel == SG_DEP_NSUBJ && d->toks[verb].deprel == SG_DEP_CCOMP && d->toks[verb].head != NONE;
    if (clause) verb = d->toks[verb].head; /* "demanded that the parties stop" */
    else if (rel != SG_DEP_OBJ && rel != SG_DEP_IOBJ && rel != SG_DEP_OBL) return false;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[OP]))) return true;
    return false;
}

/* "The ministry", "a deputy minister", where a land's own people speak, and in no hall of an organisation: theirs. */
static bool at_speaker(const sg_doc *d, uint32_t t, const sg_row *role) {
    const char *land = d->hall ? NULL : sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    bool governs = !strcmp(role->cell[R_SECTOR], "GOV") && !sg_serves_abroad(role);
    if (noted_code(d, role, "else:")) return false; /* a Secretary-General is of no state */
    return land && *land && governs && !grammar(d, t, "another's") && !(d->toks[t].bits & SG_FEAT_PLUR);
}

/* "That regime", "the generals", in a speech: of the land spoken of last, and not of one's own. */
static const char *another_than_speaker(const sg_doc *d, uint32_t t) {
    const char *land = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    return land && *land && grammar(d, t, "another's") ? sg_other_country(d, t, land) : NULL;
}

/* "A Foreign Ministry official", "an official of the Ministry of Defence": a body of government that no land is told of. */
static bool is_of_ministry(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel != SG_DEP_COMPOUND && rel != SG_DEP_AMOD && rel != SG_DEP_NMOD && rel != SG_DEP_NMOD_POSS) continue;
        const sg_hit *h = sg_hit_over(d, c, SG_T_ROLES, SG_T_ROLES);
        if (!h || !sg_list_has(h->row->cell[R_NOTE], SG_LIT("states")) || strcmp(h->row->cell[R_SECTOR], "GOV") != 0)
            continue;
        sg_states own = {0};
        sg_states_of(d, c, c, &own);
        if (!own.count) return true;
    }
    return false;
}

/* "The government", "the ministry" in a broadcast: of the station's own land, for those of others are told by their land.
 * What was just told as another's ("the ministry", after "the Danish ministry") stays so; "the government" does not. */
static bool at_station(const sg_doc *d, uint32_t t, const sg_row *role, bool told_so) {
    bool official = !strcmp(role->cell[R_KIND], "person") && !*role->cell[R_OFFICE] && is_of_ministry(d, t);
    bool capital = t != d->sents[d->toks[t].sent].first && sg_is_capital(&d->toks[t]); /* "the Army" */
    bool force = capital && !told_so && !strcmp(role->cell[R_SECTOR], "MIL");
    bool rules = sg_list_has(role->cell[R_NOTE], SG_LIT("states")) && !strcmp(role->cell[R_SECTOR], "GOV");
    if (!sg_land_is_state(d->station) || (!rules && !force && !official) || sg_serves_abroad(role)) return false;
    if (strcmp(role->cell[R_KIND], "group") != 0 && !official) return false;
    if ((d->toks[t].bits & SG_FEAT_PLUR) || (told_so && !grammar(d, t, "governs"))) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS || sg_says(d, c, "pointing")) return false;
    return true;
}

/* Do the tables know the word for what one is to do: "ready", "intends", "intention"? */
static bool is_will(const sg_doc *d, uint32_t t) {
    return sg_is_known_as(d, t, SG_T_OPERATORS, "promise|intend|agree|refuse");
}

/* Is the clause about what somebody will do, or wants to: "is ready to", "will send", "has no intention of"? */
static bool tells_will(const sg_doc *d, uint32_t clause) {
    bool will = is_will(d, clause);
    for (uint32_t c = d->toks[clause].child; c != NONE; c = d->toks[c].next) {
        const char *modal = d->toks[c].deprel == SG_DEP_AUX ? grammar(d, c, "modal") : NULL;
        will |= modal && !strcmp(modal, "future");
        will |= d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].upos == SG_POS_NOUN && is_will(d, c);
    }
    return will;
}

/* "Vice Minister Ivo Kovac explained that Zagreb is ready to talk": who tells what a government will do serves it; NULL
 * where he tells nothing of the kind. */
static const char *government_told_for(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_CCOMP || !tells_will(d, c)) continue;
        for (uint32_t s = d->toks[c].child; s != NONE; s = d->toks[s].next) {
            const sg_ent *e = sg_is_subject(&d->toks[s]) && d->toks[s].ent_count == 1 ? &d->ents[d->toks[s].ent] : NULL;
            bool rules = e && sg_refer_is_state(e) && e->by == SG_BY_NAME && !e->person;
            if (rules && e->sector && !strcmp(e->sector, "GOV")) return e->country; /* by its capital */
        }
    }
    return NULL;
}

/* The land of "his Kenyan counterpart", told by a word beside that noun; NULL: it is no such noun. */
static const char *land_of_peer(const sg_doc *d, uint32_t t) {
    bool his = false;
    const char *land = NULL;
    for (uint32_t c = grammar(d, t, "peer") ? d->toks[t].child : NONE; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        his |= k->deprel == SG_DEP_NMOD_POSS && k->upos == SG_POS_PRON;
        sg_rows rows = is_modifier(k) ? sg_rows_by_key(d, k, SG_T_COUNTRIES) : (sg_rows){0};
        if (rows.count && strlen(rows.row[0]->cell[C_CODE]) == 3) land = rows.row[0]->cell[C_CODE];
    }
    return his ? land : NULL;
}

/* "Minister X and his Kenyan counterpart", "X rang her Kenyan counterpart": whoever X is, he is no Kenyan. */
static const char *land_of_own_peer(const sg_doc *d, uint32_t t) {
    uint8_t own = d->toks[t].deprel;
    if ((own == SG_DEP_NMOD_DESC || own == SG_DEP_FLAT) && d->toks[t].head != NONE) t = d->toks[t].head;
    const char *land = NULL;
    for (uint32_t c = d->toks[t].child; c != NONE && !land; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_CONJ) land = land_of_peer(d, c);
        uint32_t k = d->toks[c].deprel == SG_DEP_NMOD_DESC ? d->toks[c].child : NONE; /* joined to the office */
        for (; k != NONE && !land; k = d->toks[k].next) land = land_of_peer(d, k);
    }
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE && !land; c = d->toks[c].next)
        if (c > t) land = land_of_peer(d, c);
    return land;
}

/* "Foreign Minister Ana Quispe", whom no table knows, where a station or a ministry's own text calls her so: theirs, for
 * those of others are told by their land. NULL where it is nobody's. */
static const char *own_official(const sg_doc *d, const sg_ent *e, const sg_row *role) {
    const char *home = d->writer ? d->writer : sg_land_is_state(d->station) ? d->station : NULL;
    bool governs = e->person && !e->plural && e->sector && sg_list_has("GOV|MIL", sg_str_of(e->sector));
    governs &= !sg_serves_abroad(role);
    const char *meets = home && governs ? sg_clause_country(d, e->head) : NULL; /* "the Thai premier met Premier Soe" */
    const char *peer = meets ? land_of_own_peer(d, e->head) : NULL;             /* "Minister X and his Thai colleague" */
    bool ours = home && peer && !strcmp(peer, meets) && strcmp(home, peer) != 0;
    return home && governs && (!meets || ours) ? home : NULL;
}

/* "Peru condemned the puppet clique": of any land but that of those who call it so, or of whom it harms. */
static const char *opponent_of(const sg_doc *d, uint32_t t) {
    const char *faced = sg_faced_country(d, t);
    return faced ? faced : tellers_land(d, t);
}

/* "Danish lawmakers demanded that the government resign", "unions accused the government": those who serve no government
 * turn to their own, where nothing says that it is another. NULL: it is no such clause. */
static const char *own_government(const sg_doc *d, uint32_t t, const sg_row *role) {
    static const char at_home[] = "LEG|PTY|OPP|LAB|CVL|EDU|REL|SOC|AGR|MED";
    if (strcmp(role->cell[R_SECTOR], "GOV") != 0 || !grammar(d, t, "governs")) return NULL;
    uint8_t rel = d->toks[t].deprel;
    uint32_t verb = d->toks[t].head;
    if (rel == SG_DEP_NSUBJ && verb != NONE && d->toks[verb].deprel == SG_DEP_CCOMP) verb = d->toks[verb].head;
    else if (rel != SG_DEP_OBJ && rel != SG_DEP_IOBJ && rel != SG_DEP_OBL) return NULL;
    if (verb == NONE || verb > t || !sg_is_at_odds(d, verb)) return NULL;
    uint32_t who = sg_clause_subject(d, rel == SG_DEP_NSUBJ ? d->toks[t].head : t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    bool people = e && e->sector && sg_list_has(at_home, sg_str_of(e->sector));
    return people && sg_refer_is_state(e) ? e->country : NULL;
}

bool sg_is_at_odds(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++) {
        bool is_verb = rows.row[i]->cell[POS][0] == 'v';
        if (is_verb && sg_list_has("REQUEST|ACCUSE|REJECT|THREATEN", sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    }
    rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("ask|demand|refuse", sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

/* "We appeal to President X", in a speech: whom the speaker asks or blames by name is not of his own land. */
static const char *land_over_against(const sg_doc *d, uint32_t t) {
    const char *land = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    uint8_t rel = d->toks[t].deprel;
    uint32_t verb = d->toks[t].head;
    bool done = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL;
    if (!land || !*land || !done || verb == NONE || !sg_is_at_odds(d, verb)) return NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].upos == SG_POS_PRON && (d->toks[c].bits & SG_FEAT_P1)) return land;
    return NULL;
}

/* "I want to congratulate the Syrians": whoever says so is none of those with whom he deals. */
static const char *land_dealt_with(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (d->toks[t].upos != SG_POS_PRON || !(d->toks[t].bits & SG_FEAT_P1) || verb == NONE) return NULL;
    for (uint32_t c = d->toks[verb].child, up = verb; c != NONE;) {
        uint8_t rel = d->toks[c].deprel;
        bool done = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || (rel == SG_DEP_OBL && !sg_is_locative(d, c));
        const sg_ent *e = done && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        if (e && sg_land_is_state(e->country)) return e->country;
        bool within = rel == SG_DEP_XCOMP && up == verb; /* what he wants to do */
        if (within) up = c;
        c = within ? d->toks[c].child : d->toks[c].next;
    }
    return NULL;
}

/* "The government approved aid to Chad", "the army prepares an attack on Chad": who does so is not the land to which it is
 * done; NULL where the verb has no such object. */
static const char *land_done_to(const sg_doc *d, uint32_t t) {
    static const char *const to[] = {"to", "on", "against", "for", "with"};
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_OBJ || !sg_rows_by_lemma(d, &d->toks[c], SG_T_ACTS).count) continue;
        for (uint32_t g = d->toks[c].child; g != NONE; g = d->toks[g].next) {
            const sg_ent *e = d->toks[g].ent_count == 1 ? &d->ents[d->toks[g].ent] : NULL;
            bool whole = e && d->toks[g].deprel == SG_DEP_NMOD && e->by == SG_BY_NAME && sg_refer_is_state(e);
            if (whole && !e->sector && sg_author_case(d, g, to, sizeof to / sizeof *to)) return e->country;
        }
    }
    return NULL;
}

/* The land of whom an office of state speaks against or deals with: a whole state by its name ("condemned Iran"), its
 * envoy ("summoned the Iranian ambassador"), its deed ("condemned the Iranian attack"). */
static const char *land_of_other_side(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    bool whole = e && e->by == SG_BY_NAME && sg_refer_is_state(e) && !e->sector && e->row[0] &&
                 e->row[0]->table == SG_T_COUNTRIES &&
                 sg_list_has("name|official|variant", sg_str_of(e->row[0]->cell[C_KIND]));
    if (whole || (e && is_envoy(e) && sg_refer_is_state(e))) return e->country;
    if (!sg_is_known_as(d, t, SG_T_ACTS, "ASSAULT") || (e && e->sector)) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        sg_rows rows = d->toks[c].deprel == SG_DEP_AMOD ? sg_rows_by_key(d, &d->toks[c], SG_T_COUNTRIES) : (sg_rows){0};
        if (rows.count && strlen(rows.row[0]->cell[C_CODE]) == 3) return rows.row[0]->cell[C_CODE];
    }
    return NULL;
}

/* "The interior minister accused Belarus", "the army chief warned India": who speaks so for a state that nothing names is
 * not of the land that he speaks against. NULL: he does not. */
static const char *land_spoken_against(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE;
    if (verb == NONE || !sg_list_has("GOV|MIL|OPP|PTY|LEG|JUD", sg_str_of(sector))) return NULL;
    bool talks = sg_is_known_as(d, verb, SG_T_ACTS, "CONSULT") && strcmp(sector, "GOV") == 0;
    bool asks = sg_is_known_as(d, verb, SG_T_OPERATORS, "demand");
    if (!talks && !asks && !sg_is_at_odds(d, verb)) return NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint32_t whom = d->toks[c].deprel == SG_DEP_OBJ ? c : NONE;
        for (uint32_t g = d->toks[c].child; d->toks[c].deprel == SG_DEP_CCOMP && g != NONE; g = d->toks[g].next)
            if (sg_is_subject(&d->toks[g])) whom = g; /* "demanded that Iran stop" */
        const char *land = whom != NONE ? land_of_other_side(d, whom) : NULL;
        if (land) return land;
    }
    return NULL;
}

/* Of the two lands that the whole text is about the one that is not this one; NULL where it is neither. */
static const char *other_of_pair(const sg_doc *d, const char *than) {
    const char *pair[TOP];
    if (!than || sg_lands_pair(d->lands, pair) < TOP) return NULL;
    bool first = !strcmp(pair[0], than), second = !strcmp(pair[1], than);
    return first || second ? pair[first] : NULL;
}

/* "The Prime Minister and President X met": who talks with a head of state is of another land. */
static const char *partners_land(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_verb_over(d, t);
    bool talks = verb != NONE && sg_is_known_as(d, verb, SG_T_ACTS, "CONSULT");
    for (uint32_t c = talks ? d->toks[t].child : NONE; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool ruler = e && e->person && e->name && e->office && !strcmp(e->office, "head-of-state");
        if (d->toks[c].deprel == SG_DEP_CONJ && ruler) return e->country;
    }
    return NULL;
}

/* "Coalition aircraft", "multinational forces", "the coalition": those of the coalition told before, else of an
 * organisation. */
static const char *of_coalition(const sg_doc *d, uint32_t t, const char *sector) {
    enum { WORDS_BACK = 600 };
    uint32_t with = d->toks[t].upos == SG_POS_NOUN && grammar(d, t, "of a coalition") ? t : NONE;
    if (strcmp(sector, "MIL") != 0) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool before = d->toks[c].deprel == SG_DEP_AMOD || d->toks[c].deprel == SG_DEP_COMPOUND;
        if (before && !d->toks[c].ent_count && grammar(d, c, "of a coalition")) with = c;
    }
    if (with == NONE) return NULL;
    for (uint32_t i = with, least = with > WORDS_BACK ? with - WORDS_BACK : 0; i-- > least;)
        if (d->toks[i].ent_count && grammar(d, i, "of a coalition") && d->ents[d->toks[i].ent].country)
            return d->ents[d->toks[i].ent].country;
    return "IGO";
}

/* "Chinese ships and aircraft": of two forces that are joined, the second with no word of its own, both are of the land
 * whose adjective stands before them. */
static const char *of_joined_force(const sg_doc *d, uint32_t t, const char *sector) {
    const sg_tok *k = &d->toks[t];
    if (strcmp(sector, "MIL") != 0 || k->deprel != SG_DEP_CONJ || k->head == NONE || k->head > t) return NULL;
    const sg_tok *first = &d->toks[k->head];
    if (first->upos != SG_POS_NOUN || first->ent_count != 1) return NULL;
    const sg_ent *e = &d->ents[first->ent];
    if (!e->sector || strcmp(e->sector, "MIL") != 0 || e->person || !sg_land_is_state(e->country)) return NULL;
    for (uint32_t c = k->child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel != SG_DEP_CC && d->toks[c].deprel != SG_DEP_PUNCT) return NULL;
    for (uint32_t c = first->child; c != NONE && c < k->head; c = d->toks[c].next)
        if (is_modifier(&d->toks[c]) && sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES)) return e->country;
    return NULL;
}

/* "The two presidents", of whom no word tells which: those of two states, and of no organisation of many. */
static bool are_two_unknown(const sg_doc *d, uint32_t t) {
    bool two = false;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    (void)sg_is_definite(d, t, &two);
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (h && c >= h->first && c <= h->last) continue; /* "foreign ministers" */
        uint8_t rel = d->toks[c].deprel; /* "the two presidents of the commission", "both African leaders" */
        if (rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || (rel == SG_DEP_AMOD && !grammar(d, c, "pair"))) return false;
    }
    return two;
}

/* "The ministers", behind "foreign ministers of the bloc": those of the organisation, where the same word for several was
 * last one of theirs. */
static bool gathered_before(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 12 }; /* sentences */
    bool several = (d->toks[t].bits & SG_FEAT_PLUR) && !strcmp(role->cell[R_SECTOR], "GOV") && sg_are_plain(d, t);
    if (!several || strcmp(role->cell[R_KIND], "person") != 0) return false;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!k->ent_count || !(k->bits & SG_FEAT_PLUR) || !sg_eq(k->lemma_key, d->toks[t].lemma_key)) continue;
        const char *land = d->ents[k->ent].country;
        return k->ent_count == 1 && land && !strcmp(land, "IGO");
    }
    return false;
}

/* "The Secretary", "the Vice President", in capitals behind "Secretary X": the one land of those who were named with just
 * this title; NULL where there is none. */
static const char *titled_before(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 8 }; /* sentences */
    const sg_sent *s = &d->sents[d->toks[t].sent];
    const char *land = NULL;
    bool the = false, one = !(d->toks[t].bits & SG_FEAT_PLUR) && !strcmp(role->cell[R_SECTOR], "GOV");
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        the |= d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
        /* but "the President of the Republic" */
        one &= d->toks[c].deprel != SG_DEP_NMOD && d->toks[c].deprel != SG_DEP_NMOD_POSS;
    }
    if (!one || !the || t == s->first || s->in_title || !sg_is_capital(&d->toks[t])) return NULL;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        bool titled = e && e->person && e->name && e->by == SG_BY_NAME && sg_land_is_state(e->country);
        for (uint32_t c = titled ? d->toks[i].child : NONE; c != NONE; c = d->toks[c].next) {
            const sg_hit *h = d->toks[c].deprel == SG_DEP_NMOD_DESC ? sg_hit_over(d, c, SG_T_ROLES, SG_T_ROLES) : NULL;
            if (!h || h->row != role) continue;
            if (land && strcmp(land, e->country) != 0) return NULL;
            land = e->country;
        }
    }
    return land;
}

/* Whose soldiers those are who stand in a land that has none of its own: "troops sealed off Nablus". */
static const char *soldiers_there(const sg_doc *d, uint32_t t, const char *land) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_COMPOUND && d->toks[c].upos == SG_POS_PROPN) return land; /* "an Aqsa brigade" */
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(land), NULL));
    const char *whose = sg_kind_value(&w, "soldiers there");
    return whose ? whose : land;
}

/* "Another paper", behind "a Peruvian paper": of the land of the last one so called that has a land. */
static const char *land_of_last_one(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 6 }; /* sentences */
    bool another = false;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        another |= grammar(d, c, "one more") != NULL;
    for (uint32_t i = another ? t : 0; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (!e || k->ref == d->toks[t].ref || !sg_eq(k->lemma_key, d->toks[t].lemma_key)) continue;
        bool so_called = e->sector && !strcmp(e->sector, role->cell[R_SECTOR]);
        if (so_called && sg_land_is_state(e->country)) return e->country;
    }
    return NULL;
}

/* "Peru's central bank ... the bank", "opposition leader X ... the leader": the last one whom just this noun named, where a
 * longer phrase or his name told another sector than the noun alone does. NONE: none is, or the plain noun came later. */
static uint32_t longer_phrase_before(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 3 }; /* sentences */
    if (!sg_is_bare_the(d, t) || (d->toks[t].bits & SG_FEAT_PLUR)) return NONE;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!sg_eq(k->lemma_key, d->toks[t].lemma_key) || (k->bits & SG_FEAT_PLUR)) continue;
        bool title = !k->ent_count && (k->deprel == SG_DEP_NMOD_DESC || k->deprel == SG_DEP_APPOS) && k->head != NONE;
        uint32_t who = title ? k->head : i;
        const sg_hit *h = sg_hit_over(d, i, SG_T_ROLES, SG_T_ROLES);
        const sg_ent *e = d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
        if (!e || !h || (title && !e->person) || !e->sector || !sg_land_is_state(e->country)) return NONE;
        bool again = e->by == SG_BY_DESCRIPTION && e->same != NONE && e->row[0] && e->row[0] != role; /* "the bank" */
        bool longer = again || (h->first < h->last && h->last == i);
        for (uint32_t c = k->child; c != NONE && c < i; c = d->toks[c].next) /* "opposition leader" */
            longer |= d->toks[c].deprel == SG_DEP_COMPOUND && sg_hit_over(d, c, SG_T_ROLES, SG_T_ROLES);
        return longer && strcmp(e->sector, role->cell[R_SECTOR]) != 0 ? who : NONE;
    }
    return NONE;
}

/* "The Russian president knew of it, Mr Obama said. Mr Obama's words came late. The president ...": the one holder of such
 * an office whom the sentence before names, as its theme or as whose word its theme is, whatever land the text is about.
 * NONE: there is none, or another was named there. */
static uint32_t holder_just_named(const sg_doc *d, uint32_t t, const sg_row *role) {
    uint32_t sent = d->toks[t].sent, who = NONE;
    if (!*role->cell[R_OFFICE] || !sg_is_bare_the(d, t) || !sent) return NONE;
    const sg_sent *s = &d->sents[sent - 1];
    if (s->in_title || s->voice != s[1].voice) return NONE;
    for (uint32_t i = s->first; i < t; i++) {
        const sg_ent *e = d->toks[i].ent_count ? &d->ents[d->toks[i].ent] : NULL;
        if (!e || !e->person || !e->office || !sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office))) continue;
        if (d->toks[i].deprel == SG_DEP_NMOD_DESC || d->toks[i].deprel == SG_DEP_APPOS) continue; /* the name's title */
        bool his = d->toks[i].deprel == SG_DEP_NMOD_POSS && d->toks[i].head != NONE;
        const sg_tok *k = his ? &d->toks[d->toks[i].head] : &d->toks[i];
        bool named = e->by == SG_BY_NAME && e->name && d->toks[i].ent_count == 1 && sg_land_is_state(e->country);
        if (who == NONE && named && d->toks[i].sent < sent && sg_is_subject(k)) who = i;
        else if (who == NONE || !e->name || strcmp(d->ents[d->toks[who].ent].name, e->name) != 0) return NONE;
    }
    return who;
}

/* No body has a junta, or a minister of its own; but ministers of several states meet in it. */
static bool is_of_states(const sg_doc *d, uint32_t t, const sg_row *role) {
    bool several = !strcmp(role->cell[R_KIND], "person") && (d->toks[t].bits & SG_FEAT_PLUR);
    bool body = strcmp(role->cell[R_KIND], "person") != 0; /* "the EU urged the authorities" */
    bool rules = body && !strcmp(role->cell[R_SECTOR], "GOV") && grammar(d, t, "governs") && sg_is_bare_the(d, t);
    return rules || (!several && sg_list_has(role->cell[R_NOTE], SG_LIT("states")));
}

/* "Rebels attacked a hotel. The assailants ...": the armed group that did something in the last sentences, for those of
 * whom the word tells only what they did. NONE: there is none, or unknown ones came later. */
static uint32_t raiders_before(const sg_doc *d, uint32_t t, const sg_row *role) {
    enum { FAR = 2 }; /* sentences */
    if (strcmp(role->cell[R_SECTOR], "UAF") != 0 || !(d->toks[t].bits & SG_FEAT_PLUR) || !sg_is_bare_the(d, t)) return NONE;
    for (uint32_t i = d->sents[d->toks[t].sent].first; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool doer = sg_is_subject(k) || k->deprel == SG_DEP_OBL_AGENT;
        if (!e || !doer || e->person || !e->sector) continue;
        if (!strcmp(e->sector, "UAF")) return NONE;
        if (sg_list_has("REB|PRM|PRE|CRM", sg_str_of(e->sector)) && sg_land_is_state(e->country)) return i;
    }
    return NONE;
}

/* "A delegation of the party ... the delegation": of the sector that it was told of. */
static bool is_same_word_told(const sg_doc *d, uint32_t t, uint32_t before, const sg_ent *as) {
    bool told = as->by != SG_BY_INFERRED && as->by != SG_BY_PRONOUN && as->sector && *as->sector;
    return told && !as->person && d->toks[before].upos == d->toks[t].upos && sg_is_group_again(d, t, before);
}

/* "The enemy's planes", "hostile aircraft", "ships of the aggressor". */
static bool are_foes(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if ((is_modifier(&d->toks[c]) || d->toks[c].deprel == SG_DEP_NMOD) && grammar(d, c, "foe")) return true;
    return false;
}

/* "Enemy planes bombed Hanoi, the army said": of any land but that of who says so or of whom they strike, and of none
 * where neither is known. */
static void foes_role(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *own = tellers_land(d, t);
    if (!own) own = opponent_of(d, t);
    if (!own) own = sg_scene_land(d, t);
    if (!own) own = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    if (!own || !*own) own = d->station;
    if (!own || !*own) return;
    const sg_land_ask ask = {.tok = t, .sector = role->cell[R_SECTOR], .host = own, .state = is_of_states(d, t, role)};
    const char *code = sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    if (code && strcmp(code, own) != 0) sg_actor_role(d, t, role, &code, 1);
}

/* "Workers at a Danish-owned mine in Peru": whose money it is is told, but they are of the land that it lies in. */
static const char *land_of_workplace(const sg_doc *d, uint32_t t) {
    enum { NEAR = 7 };
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool foreign = false;
        if (c < t || d->toks[c].deprel != SG_DEP_NMOD) continue;
        for (uint32_t i = t + 1; i < c && !foreign; i++) foreign = sg_is_of_money(d, i) && sg_is_below(d, i, c, NEAR);
        for (uint32_t k = foreign ? d->toks[c].child : NONE; k != NONE; k = d->toks[k].next)
            if (k > c && sg_lies_in(d, k)) return sg_lies_in(d, k);
    }
    return NULL;
}

/* "A group of villagers", "dozens of women": people told of for the first time, who serve no organisation that is told of. */
static bool are_new_people(const sg_doc *d, uint32_t t, uint32_t id, const char *sector) {
    uint8_t form = id == NONE ? SG_REF_THE : d->refs[id].form;
    bool first = form == SG_REF_A || form == SG_REF_SOME || form == SG_REF_BARE_MANY;
    if (!first || !sg_list_has("CVL|AGR|REF", sg_str_of(sector))) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool of = d->toks[c].deprel == SG_DEP_NMOD && (d->toks[c].bits & SG_FEAT_PLUR) && sg_owning(d, c);
        if (of && d->toks[c].upos == SG_POS_NOUN) return true;
    }
    return false;
}

void sg_bare_role(sg_doc *d, uint32_t t, uint32_t id) {
    const sg_ent *e = &d->ents[d->toks[t].ent];
    const sg_row *role = e->row[0];
    const char *sector = role->cell[R_SECTOR];
    bool two, plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0, named = e->name != NULL;
    (void)sg_is_definite(d, t, &two);
    if (id != NONE && two && is_side(d, t, sector) && taken_for_sides(d, t, id)) return;
    if (id != NONE && talked(d, t, id, sector) && taken_for_sides(d, t, id)) return;
    if (id != NONE && plural && asked_as_sides(d, t, sector) && taken_for_sides(d, t, id)) return;
    if (grammar(d, t, "elsewhere")) return; /* "the foreigners in Lagos" */
    if (!named && !strcmp(sector, "GOV") && sg_refer_is_any(d, t)) return;
    if (!named && are_foes(d, t)) {
        foes_role(d, t, role);
        return;
    }
    if (sg_role_by_words(d, t, role) || sg_refer_is_elsewhere(d, t) || serves_stranger(d, t, role)) return;
    if (id != NONE && !named && plural && two && (sg_two_together(d, id, role) || sg_two_of_office(d, id, role))) return;
    if (id != NONE && !named && sg_several_by_chain(d, id, role, plural && two)) return;
    if (id != NONE && !named && (sg_serves_states_within(d, t, role) || sg_signing_role(d, t, role))) return;
    if (plural && two && id != NONE && !named && sg_two_of_role(d, id, role)) return;
    if (id != NONE && !named && leading_role(d, t, role)) return;
    uint32_t longer = id == NONE || named ? NONE : longer_phrase_before(d, t, role);
    if (longer == NONE && id != NONE && !named) longer = raiders_before(d, t, role);
    if (longer == NONE && id != NONE && !named) longer = sg_holder_facing(d, t, role);
    if (longer == NONE && id != NONE && !named) {
        longer = sg_doer_told(d, t, role);
        if (longer != NONE) sg_put_right(d, t, d->ents[d->toks[longer].ent].sector);
    }
    if (longer == NONE && id != NONE && !named) longer = sg_told_by_epithet(d, t);
    if (longer == NONE && id != NONE && !named) longer = sg_body_before(d, t, role);
    if (longer != NONE) {
        sg_copy_all(d, t, longer, SG_BY_DESCRIPTION, false);
        return;
    }
    uint32_t u = id == NONE ? NONE : sg_told_ref(d, id);
    bool one = !plural && !strcmp(role->cell[R_KIND], "person"); /* "the premier" is not both ministers */
    if (u != NONE && one && sg_head_of(d, u)->ent_count > 1) u = NONE;
    const sg_ent *before = u == NONE || !sg_head_of(d, u)->ent_count ? NULL : &d->ents[sg_head_of(d, u)->ent];
    uint32_t holder = named || !one ? NONE : holder_just_named(d, t, role);
    if (holder != NONE) {
        sg_copy_all(d, t, holder, SG_BY_DESCRIPTION, false);
        return;
    }
    bool alike =
        before &&
        (!*sector || (before->sector && (may_serve(d, t, role, before->sector) || serves_as_before(d, t, before, role))));
    alike |= before && is_assailant_told(d, t, role, before);
    alike |= before && is_same_word_told(d, t, d->refs[u].head, before);
    const char *said = before && before->country ? sg_code_of(before) : NULL;
    bool fresh = are_new_people(d, t, id, sector);
    if (fresh && said && !sg_land_is_state(said)) said = NULL, alike = false;
    bool governs = sg_list_has(role->cell[R_NOTE], SG_LIT("governs"));
    const char *as = governs ? "GOV" : sector; /* a junta's soldiers are at home */
    bool other = sg_list_has(role->cell[R_NOTE], SG_LIT("other"));
    bool abroad = sg_serves_abroad(role) || occupies(d, t);
    const char *host = abroad ? host_of(d, t) : other ? opponent_of(d, t) : backer_of(d, t);
    const char *faced = named ? land_over_against(d, t) : NULL;
    if (!host) host = faced ? faced : named ? NULL : partners_land(d, t);
    if (!host) host = land_of_own_peer(d, t);
    if (!host && !named && sg_list_has("GOV|MIL", sg_str_of(as))) host = land_done_to(d, t);
    if (!host && !named) host = land_spoken_against(d, t, as);
    if (!host) host = land_dealt_with(d, t);
    if (!host && !named) host = sg_land_not_theirs(d, t, sector);
    const sg_land_ask ask = {.tok = t,
                             .sector = as,
                             .told = said,
                             .name = e->name,
                             .alike = alike,
                             .named = named,
                             .host = host,
                             .state = governs || fresh || is_of_states(d, t, role)};
    if (sg_list_has("UAF|UNK", sg_str_of(sector)) && !(alike && said) && is_untold(d, t)) return;
    bool body = noted_code(d, role, "else:") != NULL; /* a Secretary-General is of no state */
    const char *elsewhere = rebels_elsewhere(d, t, sector, said);
    bool told_so = alike && said && !body && !elsewhere;
    if (d->hall && !named && !told_so && presides(d, t, role)) {
        sg_actor_role(d, t, role, &d->hall, 1);
        return;
    }
    bool meeting = d->hall || sg_in_meeting(d, t);
    if (plural && is_side(d, t, sector) && (meeting || are_all_sides(d, t) || are_involved(d, t))) {
        d->toks[t].ent_count = 0;
        return;
    }
    bool all = d->hall && !named && !told_so && (plural || strcmp(sector, "GOV") != 0); /* the world's */
    if (all && !another_than_speaker(d, t)) return;
    const char *mostly = told_so ? NULL : named ? sent_by(d, role) : mostly_of(d, t, role);
    if (!mostly && !named && !told_so) mostly = land_of_state_beside(d, t, sector);
    const char *allied = named ? NULL : of_coalition(d, t, sector);
    /* "the ambassador" of a chain: the one envoy told before, unless the chain has somebody known by his name */
    bool envoy = !told_so || is_envoy(before) || before->by == SG_BY_INFERRED;
    if (sg_serves_abroad(role) && envoy) mostly = envoy_before(d, id);
    if (sg_serves_abroad(role) && named && !told_so && land_of_embassy_beside(d, t)) mostly = land_of_embassy_beside(d, t);
    const char *sent = mostly || named ? NULL : land_of_envoy_told(d, t);
    if (sent && (!told_so || !before->person || !strcmp(said, sent))) mostly = sent;
    if (at_speaker(d, t, role) && !told_so && !faced) mostly = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    if (!mostly && !named && !told_so) mostly = another_than_speaker(d, t);
    bool just_told = told_so && d->toks[t].sent - sg_head_of(d, u)->sent <= 1;
    if (!mostly && !named && !just_told) mostly = own_government(d, t, role);
    enum { LATELY = 4 }; /* sentences */
    bool lately = told_so && d->toks[t].sent - sg_head_of(d, u)->sent <= LATELY;
    if (!mostly && !named && at_station(d, t, role, lately)) mostly = tellers_land(d, t) ? tellers_land(d, t) : d->station;
    if (!mostly && named && !told_so && !d->hall) mostly = government_told_for(d, t);
    if (!mostly && named && !told_so && !d->hall) mostly = own_official(d, e, role);
    if (!mostly && !named && !told_so && !abroad) mostly = land_of_workplace(d, t);
    if (!mostly && !named && !told_so && !abroad) mostly = land_of_foe_beside(d, t, sector);
    if (!mostly && !named && !told_so && !abroad) mostly = opening_scene(d, t, sector);
    if (!mostly && !named && !told_so && !abroad) mostly = clause_scene(d, t, sector);
    if (!mostly && !named && !told_so && !abroad) mostly = struck_ground(d, t);
    bool local = sg_list_has("REB|PRM|OPP|CVL|COP|LEG|EDU|LAB|REL", sg_str_of(sector));
    if (!mostly && !named && !told_so && local && !sg_dateline_land(d)) mostly = sg_scene_before(d, t);
    if (!mostly && !named && !sg_serves_abroad(role)) mostly = envoys_host(d, t, sector);
    bool several = !mostly && !named && !told_so && sg_are_of_several(d, t, role);
    if (several && are_two_unknown(d, t)) return;
    if (!mostly && !named && !told_so) mostly = several ? "IGO" : sender_of(d, t, sector);
    if (!mostly && !named) mostly = titled_before(d, t, role);
    if (!mostly && !named) mostly = land_of_last_one(d, t, role);
    if (!mostly && !named && !told_so) mostly = court_of_states(d, t);
    if (!mostly && !named && !told_so) mostly = land_of_row_before(d, t);
    if (!mostly && !named && gathered_before(d, t, role)) mostly = told_so && !strncmp(said, "IGO", 3) ? said : "IGO";
    if (allied) mostly = allied;
    const char *joined = named ? NULL : of_joined_force(d, t, sector);
    if (joined) mostly = joined;
    if (elsewhere) mostly = elsewhere;
    const char *office = named ? NULL : of_joined_office(d, t, sector);
    if (office) mostly = office;
    if (!mostly && !named && !told_so && occupies(d, t)) mostly = occupier_of(d, t);
    const char *code = mostly ? mostly : sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    bool presided = d->hall && named && !told_so && sg_serves_abroad(role); /* "Ambassador X", to whom one speaks there */
    if (presided && code && d->orator && !strcmp(code, d->orator)) code = d->hall;
    if (!code && !named) code = other_of_pair(d, land_done_to(d, t));
    if (!code && !named && !strcmp(sector, "MIL")) code = sg_land_fought_for(d, t, false);
    if (!code) return;
    tally best[TOP];
    bool of_states = !named && !plural && !told_so && !strncmp(code, "IGO", 3) && strstr(role->cell[R_OFFICE], "-minister");
    if (of_states && sg_weigh_lands(d, t, best)) code = best[0].country; /* "the finance minister" */
    if (!named && !told_so && !strcmp(sector, "MIL")) code = soldiers_there(d, t, code);
    if (named) /* "General X": the rest of him stays */
        sg_actor_serve(d->arena, &d->ents[d->toks[t].ent], code, NULL, sector, role->cell[R_CAMEO]);
    else if (alike && said && !strcmp(code, said)) sg_copy_ref(d, t, u, SG_BY_DESCRIPTION);
    else sg_actor_role(d, t, role, &code, 1);
    bool staff = !strcmp(code, "IGO") && !named && !*role->cell[R_OFFICE] && !strcmp(sector, "GOV");
    for (uint32_t n = 0; staff && n < d->toks[t].ent_count; n++) /* as of an organisation that is named */
        d->ents[d->toks[t].ent + n].sector = NULL, d->ents[d->toks[t].ent + n].cameo = code;
}

/* Of which sector the word is in that land, by a line of the grammar ("militia:COP:1990": until that year), or NULL. */
static const char *sector_there(const sg_doc *d, const char *country, sg_str word) {
    enum { KIND = 1, VALUE = 2 };
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_GRAMMAR, sg_fold(d->arena, sg_str_of(country), NULL));
    for (size_t i = 0; i < rows.count; i++) {
        sg_str rest = sg_str_of(rows.row[i]->cell[VALUE]), form, sector;
        if (strcmp(rows.row[i]->cell[KIND], "called there") != 0) continue;
        if (!sg_cut(&rest, ':', &form) || !sg_eq(form, word) || !sg_cut(&rest, ':', &sector)) continue;
        bool over = rest.n && d->pub != INT32_MIN && sg_civil_of(d->pub).y > atoi(sg_dup(d->arena, rest));
        return over ? NULL : sg_dup(d->arena, sector);
    }
    return NULL;
}

void sg_call_as_there(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        const sg_row *role = e->row[0];
        if (!role || role->table != SG_T_ROLES || !e->country) continue;
        if (!e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) continue; /* more than the word tells it */
        const char *sector = sector_there(d, e->country, sg_str_of(sg_row_phrases(d->lex, role)));
        if (sector) e->sector = sector, e->cameo = sg_printf(d->arena, "%s%s", e->country, sector);
    }
}
