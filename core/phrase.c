/* phrase.c: see phrase.h. */
#include "phrase.h"

#include "holder.h"

enum { NAME_ROOM = 128, NAME_WORDS = 8, DEEP = 5, INNER_DEEP = 4 };

static const sg_tok *tk(const sg_doc *d, uint32_t t) {
    return &d->toks[t];
}

const sg_hit *sg_world_at(const sg_doc *d, uint32_t t) {
    return sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_ORGS);
}

const sg_hit *sg_role_at(const sg_doc *d, uint32_t t) {
    return sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
}

/* ---- whose it is ----------------------------------------------------------------------------- */

void sg_add_state(sg_states *c, const char *code, const sg_row *row) {
    for (size_t i = 0; i < c->count; i++)
        if (!strcmp(c->at[i].code, code)) { /* "the Lebanese Hezbollah": the body says more than its state */
            if (c->at[i].row && row && c->at[i].row->table == SG_T_COUNTRIES) c->at[i].row = row;
            return;
        }
    if (c->count < SG_STATES) c->at[c->count++] = (sg_state){code, row};
}

void sg_add_states(const sg_doc *d, sg_states *c, const sg_row *row) {
    const char *codes = sg_actor_code_of(row);
    sg_str rest = sg_str_of(codes), one;
    bool several = strchr(codes, '|') != NULL;
    while (several && sg_cut(&rest, '|', &one)) sg_add_state(c, sg_dup(d->arena, one), row);
    if (!several) sg_add_state(c, codes, row);
}

/* Does the word's case say one of two kinds (of; for)? A possessor, or a word without a case, always owns. */
static bool has_case(const sg_doc *d, uint32_t t, const char *kind, const char *other) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE && tk(d, t)->deprel != SG_DEP_NMOD_POSS && !sg_says(d, c, kind) &&
            !(other && sg_says(d, c, other)))
            return false;
    return true;
}

bool sg_owning(const sg_doc *d, uint32_t t) {
    return has_case(d, t, "owner", NULL);
}

/* "Orlando Mercado": a town's name that opens somebody's. */
static bool is_given_name(const sg_doc *d, const sg_hit *h) {
    if (strcmp(h->row->cell[C_KIND], "city") != 0) return false;
    for (uint32_t c = tk(d, h->head)->child; c != NONE; c = tk(d, c)->next)
        if (c == h->last + 1 && tk(d, c)->deprel == SG_DEP_FLAT) return true;
    return false;
}

bool sg_names_land(const void *doc, const char *code) {
    enum { HITS = 1000 };
    const sg_doc *d = doc;
    for (size_t i = 0; i < d->hit_count && i < HITS; i++)
        if (d->hits[i].row->table == SG_T_COUNTRIES && !strcmp(d->hits[i].row->cell[C_CODE], code) &&
            !is_given_name(d, &d->hits[i]))
            return true;
    return false;
}

const sg_row *sg_called(const sg_doc *d, sg_str key) {
    return sg_holder_surnamed(d->lex, d->pub, key, sg_names_land, d);
}

/* Of the rows of a name that which holds on the day: its bearer may have held another office before. */
static const sg_row *on_the_day(const sg_doc *d, const sg_hit *h) {
    char key[NAME_ROOM];
    size_t n = 0;
    if (sg_in_office(h->row, d->pub)) return h->row;
    for (uint32_t t = h->first; t <= h->last; t++)
        if (!sg_key_add(key, sizeof key, &n, tk(d, t)->key)) return NULL;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_HOLDERS, (sg_str){key, n});
    for (size_t i = 0; i < rows.count; i++)
        if (sg_in_office(rows.row[i], d->pub)) return rows.row[i];
    return NULL;
}

const sg_row *sg_in_office_at(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_HOLDERS, SG_T_HOLDERS);
    const sg_row *now = h ? on_the_day(d, h) : NULL;
    if (now) return now;
    sg_person p = sg_person_at(d, t);
    return p.first == p.last ? sg_called(d, p.key) : NULL;
}

/* "pro-Gaddafi fighters": the ruler whom such an adjective names. */
static const sg_row *ruler_followed(const sg_doc *d, uint32_t t) {
    sg_str rest = tk(d, t)->key, prefix, joint;
    if (!sg_cut(&rest, ' ', &prefix) || !sg_cut(&rest, ' ', &joint) || !sg_eqz(joint, "-") || !rest.n) return NULL;
    const sg_looked before = sg_lexicon_look(d->lex, prefix);
    const sg_row *r = sg_kind_value(&before, "follower") ? sg_called(d, rest) : NULL;
    return r && sg_is_ruler(r) ? r : NULL;
}

/* The country of an owner who holds an office on the day: "Saleh's pilots", "allies of Saleh", "the Saleh government", "a
 * Saleh aide". */
static const sg_row *owner_in_office(const sg_doc *d, uint32_t t) {
    const sg_tok *k = tk(d, t);
    const sg_hit *role = k->deprel == SG_DEP_COMPOUND ? sg_role_at(d, k->head) : NULL;
    const char *note = role && role->first > t ? role->row->cell[R_NOTE] : "";
    bool rule = sg_list_has(note, SG_LIT("states")) || sg_list_has(note, SG_LIT("serves"));
    bool owns = k->deprel == SG_DEP_NMOD_POSS || k->deprel == SG_DEP_NMOD || rule;
    if (k->deprel == SG_DEP_AMOD || k->deprel == SG_DEP_COMPOUND) {
        const sg_row *ruler = ruler_followed(d, t);
        if (ruler) return ruler;
    }
    const sg_row *r = owns && sg_name_word(d, t) ? sg_in_office_at(d, t) : NULL;
    bool lone = r && k->deprel == SG_DEP_NMOD && !sg_hit_over(d, t, SG_T_HOLDERS, SG_T_HOLDERS);
    return lone && !sg_names_land(d, r->cell[H_COUNTRY]) ? NULL : r; /* "students of Sharif", a university */
}

/* "the Peru-Chile Friendship Society": at home in the land that it names first. */
const sg_hit *sg_home_of_friends(const sg_doc *d, uint32_t t) {
    const sg_sent *s = &d->sents[tk(d, t)->sent];
    if (t < s->first + 2 || t + 1 >= s->first + s->count || !sg_eqz(tk(d, t - 1)->form, "-")) return NULL;
    const char *how = sg_says(d, t + 1, "befriending");
    if (!how || (!strcmp(how, "body") && !sg_is_capital(tk(d, t + 1)))) return NULL;
    return sg_world_at(d, t) ? sg_world_at(d, t - 2) : NULL;
}

/* "Leaders of four countries, including Chile": some of them are told. */
static bool is_instance(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE && sg_says(d, c, "instances")) return true;
    return false;
}

/* "evacuated its citizens from Chad", "brought workers home from Peru": from where they are taken, not whose they are. */
static bool is_origin(const sg_doc *d, uint32_t t, uint32_t from) {
    bool is_from = false, taken = false;
    for (uint32_t c = tk(d, from)->child; c != NONE; c = tk(d, c)->next)
        is_from |= tk(d, c)->deprel == SG_DEP_CASE && sg_eqz(tk(d, c)->key, "from");
    if (!is_from) return false;
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next) /* a state's own; "her guest from Peru" is not hers */
        if (tk(d, c)->deprel == SG_DEP_NMOD_POSS && (tk(d, c)->bits & SG_FEAT_NEUT)) return true;
    for (int up = 0; up < 2; up++, t = tk(d, t)->head) { /* "some 300 of its citizens from Chad" */
        uint8_t rel = tk(d, t)->deprel;
        if (rel == SG_DEP_NMOD && tk(d, t)->head != NONE) continue;
        uint32_t verb = rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS ? tk(d, t)->head : NONE;
        if (verb == NONE) return false;
        taken = sg_kind_value(&tk(d, verb)->by_lemma, "taking away") != NULL;
        for (uint32_t c = tk(d, verb)->child; c != NONE; c = tk(d, c)->next)
            taken |= c > verb && sg_says(d, c, "homewards");
        return taken;
    }
    return false;
}

/* "The Humanitarian Coordinator in Chad": where he who serves no state is posted, not whose he is. */
static bool is_post(const sg_doc *d, uint32_t t, uint32_t c) {
    const sg_hit *role = sg_role_at(d, t);
    if (!role || !strstr(role->row->cell[R_NOTE], "else:")) return false;
    for (uint32_t k = tk(d, c)->child; k != NONE; k = tk(d, k)->next)
        if (tk(d, k)->deprel == SG_DEP_CASE && sg_eqz(tk(d, k)->key, "in")) return true;
    return false;
}

/* "NATO and Afghan troops": a land's adjective joined to the name of a body tells whose they are as well. */
static void collect_joined(const sg_doc *d, uint32_t body, sg_states *out) {
    for (uint32_t c = tk(d, body)->child; c != NONE; c = tk(d, c)->next) {
        const sg_hit *h = tk(d, c)->deprel == SG_DEP_CONJ && tk(d, c)->upos == SG_POS_ADJ ? sg_world_at(d, c) : NULL;
        bool land = h && h->row->table == SG_T_COUNTRIES && strcmp(h->row->cell[C_KIND], "people") != 0;
        if (land) sg_add_states(d, out, h->row);
    }
}

/* "The country", "that nation", and not "African countries". */
static bool is_state_noun(const sg_doc *d, uint32_t t) {
    const char *what = sg_kind_value(&tk(d, t)->by_lemma, "collective");
    return what && !strcmp(what, "state") && !(tk(d, t)->bits & SG_FEAT_PLUR) && !sg_is_capital(tk(d, t));
}

/* "The governments of developed countries", "of the region": of many lands, and so of none; but those of "the two", "these",
 * "our countries" are of lands that are known. */
static const sg_row *many_states(const sg_doc *d, uint32_t t, uint32_t c) {
    const char *what = sg_kind_value(&tk(d, c)->by_lemma, "collective");
    const sg_hit *role = sg_role_at(d, t);
    bool told = (tk(d, t)->bits & SG_FEAT_PLUR) && sg_kind_value(&tk(d, c)->by_lemma, "of many lands");
    bool several = told || ((tk(d, t)->bits & tk(d, c)->bits & SG_FEAT_PLUR) && what && !strcmp(what, "state"));
    for (uint32_t k = tk(d, c)->child; k != NONE && several; k = tk(d, k)->next) {
        uint8_t rel = tk(d, k)->deprel;
        told |= rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || sg_says(d, k, "many");
        if (rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NUMMOD || sg_says(d, k, "pair") || sg_says(d, k, "pointing"))
            return NULL;
    }
    several &= told;
    return several && role && !strcmp(role->row->cell[R_SECTOR], "GOV") ? role->row : NULL;
}

bool sg_is_of_money(const sg_doc *d, uint32_t t) {
    if (t + 2 >= d->tok_count || !sg_eqz(tk(d, t + 1)->form, "-") || tk(d, t + 2)->sent != tk(d, t)->sent) return false;
    const char *belongs = sg_says(d, t + 2, "belonging");
    return (belongs && !strcmp(belongs, "property")) || sg_says(d, t + 2, "backers");
}

/* `loose`: what says least, parts of the world and peoples. */
static void collect(const sg_doc *d, uint32_t t, uint32_t before, int depth, bool loose, sg_states *out) {
    for (uint32_t c = tk(d, t)->child; c != NONE && depth < DEEP; c = tk(d, c)->next) {
        uint8_t rel = tk(d, c)->deprel;
        bool inner = rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD_DESC ||
                     rel == SG_DEP_FLAT || rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_DEP ||
                     (rel == SG_DEP_CONJ && depth > 0);
        bool of = rel == SG_DEP_NMOD && (sg_owning(d, c) || (depth > 0 && is_instance(d, c)));
        if (!inner && !of) continue;
        bool sufferer = of || (rel == SG_DEP_NMOD_POSS && !sg_world_at(d, c)); /* "kidnappers of an Omani", "his killers" */
        if (sufferer && depth == 0 && sg_kind_value(&tk(d, t)->by_lemma, "doer to")) continue;
        if ((inner && depth == 0 && c > before) || (of && is_origin(d, t, c))) continue;
        if (of && depth == 0 && is_post(d, t, c)) continue;
        if (of && sg_kind_value(&tk(d, c)->by_lemma, "descent")) continue; /* "grocers of Chadian origin in Oslo" */
        const sg_hit *home = sg_home_of_friends(d, c), *h = home ? home : sg_world_at(d, c);
        bool backed = tk(d, c)->upos == SG_POS_VERB && !sg_says(d, c, "belonging");
        if (!h && backed) continue; /* "Turkish-backed": who backs is not whose they are, unlike "Pakistan-based" */
        if (h && depth && sg_is_of_money(d, h->last)) continue;
        bool people = h && h->row->table == SG_T_COUNTRIES && !strcmp(h->row->cell[C_KIND], "people");
        bool state = is_state_noun(d, t); /* "the Andean nation's ministry" */
        const sg_hit *region = h || !loose || state ? NULL : sg_hit_over(d, c, SG_T_REGIONS, SG_T_REGIONS);
        const sg_row *owner = h || loose ? NULL : owner_in_office(d, c);
        const sg_row *many = of && loose && depth == 0 ? many_states(d, t, c) : NULL;
        if (h && people == loose) sg_add_states(d, out, h->row);
        else if (region) sg_add_state(out, "IGO", region->row); /* "African leaders" */
        else if (owner) sg_add_state(out, owner->cell[H_COUNTRY], owner);
        else if (many) sg_add_state(out, "IGO", many);
        if (!home && (!h || h->row->table == SG_T_COUNTRIES)) collect(d, c, NONE, depth + 1, loose, out);
        else if (!home && !loose && rel == SG_DEP_COMPOUND) collect_joined(d, c, out);
    }
}

/* "Arab citizens", "African farmers": of some land there, and of no organisation, as "African leaders" are. */
static bool is_of_some_land(const sg_doc *d, uint32_t t, const sg_state *of) {
    static const char people[] = "CVL|AGR|LAB|EDU|REL|COP|PRM|REB|CRM|UAF|REF|MED|BUS|PTY|OPP|JRN|HLH";
    const sg_hit *role = sg_role_at(d, t);
    bool region = of->row && of->row->table == SG_T_REGIONS && !sg_is_capital(tk(d, t));
    return region && role && *role->row->cell[R_SECTOR] && sg_list_has(people, sg_str_of(role->row->cell[R_SECTOR]));
}

/* "Macedonia's Albanian fighters", "Peru's Japanese shopkeepers": whose they are, not what people they are of. Refugees and
 * soldiers are of the land that they came from. */
static void keep_owner(const sg_doc *d, uint32_t t, sg_states *out) {
    const sg_hit *role = sg_role_at(d, t);
    static const char people_of[] = "CVL|REB|PRM|OPP|PTY|BUS|LAB|EDU|REL|AGR|JRN|SOC|UAF|CRM|MED|ELI";
    if (role && !sg_list_has(people_of, sg_str_of(role->row->cell[R_SECTOR]))) return;
    const sg_row *owner = NULL;
    bool people = false;
    for (uint32_t c = tk(d, t)->child; c != NONE && c < t; c = tk(d, c)->next) {
        const sg_hit *h = sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        if (!h || h->last != c || strlen(h->row->cell[C_CODE]) != 3) continue;
        if (tk(d, c)->deprel == SG_DEP_NMOD_POSS) owner = h->row;
        people |= tk(d, c)->deprel == SG_DEP_AMOD && !strcmp(h->row->cell[C_KIND], "adjective");
    }
    if (owner && people) out->count = 0, sg_add_states(d, out, owner);
}

static const sg_hit *land_inside(const sg_doc *d, uint32_t c) {
    bool in = false;
    for (uint32_t k = tk(d, c)->child; k != NONE; k = tk(d, k)->next)
        in |= tk(d, k)->deprel == SG_DEP_CASE && sg_eqz(tk(d, k)->key, "in");
    const sg_hit *h = in && tk(d, c)->deprel == SG_DEP_NMOD ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
    return h && strlen(h->row->cell[C_CODE]) == 3 ? h : NULL;
}

/* "The Association of Turks in Germany": a body of people of another land is of the one that it is in. */
static bool is_seated(const sg_doc *d, uint32_t t, sg_states *out) {
    const sg_hit *role = sg_role_at(d, t), *seat = NULL, *folk = NULL;
    if (!role || strcmp(role->row->cell[R_SECTOR], "SOC") != 0) return false;
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next) {
        const sg_hit *h =
            c > t && tk(d, c)->deprel == SG_DEP_NMOD ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && !strcmp(h->row->cell[C_KIND], "demonyms")) folk = h;
        if (h && land_inside(d, c)) seat = h;
        for (uint32_t g = folk == h && h ? tk(d, c)->child : NONE; g != NONE; g = tk(d, g)->next)
            if (land_inside(d, g)) seat = land_inside(d, g);
    }
    if (folk && seat) sg_add_states(d, out, seat->row);
    return folk && seat;
}

/* "U.S. and European officials": a part of the world that stands in a row with lands is one of those whose they are. */
static void add_part_beside(const sg_doc *d, uint32_t t, sg_states *out) {
    enum { NEAR = 6 };
    bool several = (tk(d, t)->bits & SG_FEAT_PLUR) != 0;
    for (uint32_t i = t < NEAR ? 0 : t - NEAR; i < t && several && out->count; i++) {
        const sg_hit *h = tk(d, i)->sent == tk(d, t)->sent ? sg_hit_over(d, i, SG_T_REGIONS, SG_T_REGIONS) : NULL;
        if (!h || h->last != i || tk(d, i)->upos != SG_POS_ADJ || !sg_is_capital(tk(d, i))) continue;
        uint32_t next = i + 1, first = h->first;
        bool joined = first && (tk(d, first - 1)->upos == SG_POS_CCONJ || tk(d, first - 1)->upos == SG_POS_PUNCT);
        joined |= next < t && (tk(d, next)->upos == SG_POS_CCONJ || tk(d, next)->upos == SG_POS_PUNCT);
        sg_state part = {.code = "IGO", .row = h->row};
        if (joined && sg_is_below(d, i, t, NEAR) && !is_of_some_land(d, t, &part)) sg_add_state(out, "IGO", h->row);
    }
}

/* "A tanker flying the Maltese flag", "a ship under the Greek flag", "a freighter registered in Malta": whose a vessel is, by
 * the words behind it. */
static void add_flag(const sg_doc *d, uint32_t t, sg_states *out) {
    enum { NEAR = 6 };
    bool told = false;
    if (!sg_kind_value(&tk(d, t)->by_lemma, "has crew")) return;
    for (uint32_t i = t + 1; i < d->tok_count && i <= t + NEAR && tk(d, i)->sent == tk(d, t)->sent; i++) {
        const char *what = sg_says(d, i, "under a flag");
        const sg_hit *h = sg_world_at(d, i - 1), *in = sg_world_at(d, i);
        if (what && !strcmp(what, "flag") && told && h) {
            sg_add_states(d, out, h->row);
            return;
        }
        bool seat = i > t + 2 && sg_eqz(tk(d, i - 1)->key, "in") && sg_says(d, i - 2, "belonging");
        if (seat && in && in->row->table == SG_T_COUNTRIES) {
            sg_add_states(d, out, in->row);
            return;
        }
        told |= what && !strcmp(what, "under");
    }
}

/* "Expelled a correspondent in Lima, a Dane who writes for a weekly", "two nuns, both Danes": of what people those are, by the
 * word behind the comma, wherever the tree hung it. */
static void add_people_behind(const sg_doc *d, uint32_t t, sg_states *out) {
    enum { NEAR = 8 };
    static const char folk[] =
        "CVL|REL|EDU|MED|LAB|AGR|JRN|BUS|SOC|REF|CRM|REB|ELI"; /* an envoy or judge may serve others */
    const sg_hit *role = sg_role_at(d, t);
    bool one_of_folk = role && role->head == t && sg_list_has(folk, sg_str_of(role->row->cell[R_SECTOR]));
    if (!one_of_folk || !strcmp(role->row->cell[R_KIND], "thing")) return;
    bool many = (tk(d, t)->bits & SG_FEAT_PLUR) != 0;
    for (uint32_t i = t + 1; i + 2 < d->tok_count && i <= t + NEAR && tk(d, i + 2)->sent == tk(d, t)->sent; i++) {
        if (tk(d, i)->upos == SG_POS_VERB || sg_role_at(d, i)) return; /* somebody else */
        if (!sg_eqz(tk(d, i)->form, ",")) continue;
        sg_str one = tk(d, i + 1)->key;
        bool fits = many ? sg_eqz(one, "both") || sg_eqz(one, "all") : sg_eqz(one, "a") || sg_eqz(one, "an");
        const sg_hit *h = fits ? sg_hit_over(d, i + 2, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        uint8_t next = i + 3 < d->tok_count ? tk(d, i + 3)->upos : SG_POS_PUNCT; /* but "a Kenyan driver" */
        bool lone = h && h->last == i + 2 && next != SG_POS_NOUN && next != SG_POS_PROPN && next != SG_POS_ADJ;
        if (lone && sg_list_has("demonym|demonyms|adjective", sg_str_of(h->row->cell[C_KIND])))
            sg_add_states(d, out, h->row);
        return;
    }
}

void sg_states_of(const sg_doc *d, uint32_t t, uint32_t before, sg_states *out) {
    if (is_seated(d, t, out)) return;
    collect(d, t, before, 0, false, out);
    if (!out->count) add_flag(d, t, out);
    if (!out->count) add_people_behind(d, t, out);
    add_part_beside(d, t, out);
    if (out->count > 1) keep_owner(d, t, out);
    if (out->count) return;
    collect(d, t, before, 0, true, out);
    if (out->count == 1 && is_of_some_land(d, t, &out->at[0])) out->count = 0;
}

const char *sg_actor_code_of(const sg_row *r) {
    bool named = r->table == SG_T_ORGS && strncmp(r->cell[O_CAMEO], r->cell[O_COUNTRY], 3) == 0;
    return r->cell[r->table == SG_T_COUNTRIES ? C_CODE : named ? O_CAMEO : O_COUNTRY];
}

bool sg_is_part_of_land(const sg_row *row) {
    if (!row || row->table != SG_T_COUNTRIES || strlen(row->cell[C_CODE]) != 3) return false;
    return sg_list_has("territory|people", sg_str_of(row->cell[C_KIND])) || strstr(row->cell[C_NOTE], "partial");
}

bool sg_has_own_head(const sg_row *body, const sg_row *role) {
    if (!body) return false;
    if (body->table == SG_T_ORGS) return sg_list_has(body->cell[ORGS_NOTE], SG_LIT("part"));
    return body->table == SG_T_GROUPS || body->table == SG_T_PARTIES ||
           (sg_is_organ(body) && sg_list_has(role->cell[R_NOTE], SG_LIT("ruler")));
}

/* ---- of what body ---------------------------------------------------------------------------- */

/* Children that say of which body the head is: "church leader", "the gang's members", "head of the bank", "for the rebels". */
static bool says_body(const sg_doc *d, uint32_t c) {
    uint8_t rel = tk(d, c)->deprel;
    if (rel == SG_DEP_NMOD) return has_case(d, c, "owner", "for");
    return rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD_DESC;
}

static const sg_hit *body_below(const sg_doc *d, uint32_t top, uint32_t first, uint32_t last) {
    for (uint32_t c = tk(d, top)->child; c != NONE; c = tk(d, c)->next) {
        const sg_hit *h = c < first || c > last ? sg_role_at(d, c) : NULL;
        if (h && tk(d, c)->deprel == SG_DEP_AMOD && sg_says(d, c, "hedge"))
            continue; /* "suspected members", who are no suspects' */
        if (h && h->head == c && says_body(d, c)) return h;
    }
    return NULL;
}

const sg_hit *sg_inner_role(const sg_doc *d, const sg_hit *outer) {
    const sg_hit *h = body_below(d, outer->head, outer->first, outer->last);
    for (uint32_t c = h ? NONE : tk(d, outer->head)->child; c != NONE && !h; c = tk(d, c)->next) {
        const char *part = c > outer->last && says_body(d, c) ? sg_says(d, c, "society") : NULL;
        if (part && !strcmp(part, "yes")) h = body_below(d, c, 0, c); /* "the Lima Committee of the Radical Party" */
    }
    return h;
}

/* A name, or a noun written like one ("Acme Industries"), that no table knows. */
static bool is_stranger(const sg_doc *d, uint32_t t) {
    const sg_tok *k = tk(d, t);
    if (sg_says(d, t, "land at hand")) return false; /* "the President of the Republic" */
    return sg_name_word(d, t) || (k->upos == SG_POS_NOUN && sg_is_capital(k) && k->hit == NONE);
}

uint32_t sg_unknown_owner(const sg_doc *d, const sg_hit *role) {
    for (uint32_t c = tk(d, role->head)->child; c != NONE; c = tk(d, c)->next) {
        if (c >= role->first && c <= role->last) continue;
        uint8_t rel = tk(d, c)->deprel;
        bool name = rel == SG_DEP_NMOD && c == role->last + 1; /* "Secretary of State Hull": nobody whom he serves */
        bool owner = (rel == SG_DEP_NMOD && !name) || rel == SG_DEP_NMOD_POSS;
        owner |= rel == SG_DEP_COMPOUND && c < role->first;
        if (owner && says_body(d, c) && is_stranger(d, c)) return c;
    }
    return NONE;
}

/* ---- by what name ---------------------------------------------------------------------------- */

static bool is_small(const sg_doc *d, uint32_t t) {
    sg_str f = tk(d, t)->form;
    return f.n && f.s[0] >= 'a' && f.s[0] <= 'z';
}

static bool is_known_word(const sg_doc *d, uint32_t t) {
    return sg_role_at(d, t) || (sg_world_at(d, t) && !sg_hit_over(d, t, SG_T_HOLDERS, SG_T_HOLDERS));
}

/* Small letters are parts of a name only inside it: "bin Salman", "van Rompuy". */
bool sg_name_word(const sg_doc *d, uint32_t t) {
    if (tk(d, t)->upos != SG_POS_PROPN || is_known_word(d, t)) return false;
    uint32_t next = t + 1;
    return !is_small(d, t) || (next < d->tok_count && tk(d, next)->sent == tk(d, t)->sent &&
                               (sg_eqz(tk(d, next)->form, "-") ||
                                (tk(d, next)->upos == SG_POS_PROPN && !is_small(d, next) && !is_known_word(d, next))));
}

/* "II", "XIV": the number in a ruler's name. */
bool sg_is_roman(const sg_doc *d, uint32_t t) {
    sg_str f = tk(d, t)->form;
    for (size_t i = 0; i < f.n; i++)
        if (!strchr("IVX", f.s[i])) return false;
    return f.n > 0 && f.n < 6;
}

/* Behind a title a word in capitals is a name, whatever the tagger takes it for: foreign names are new to it. Towns are
 * surnames and given names too ("Minister Beni Gantz"), where another word of the name follows. */
static bool is_name_behind(const sg_doc *d, uint32_t t, const sg_sent *in) {
    if (t >= in->first + in->count) return false;
    if (sg_name_word(d, t)) return true;
    const sg_tok *k = tk(d, t);
    const sg_hit *h = sg_world_at(d, t);
    bool town = h && h->first == h->last && h->row->table == SG_T_COUNTRIES &&
                sg_list_has("city|capital|territory", sg_str_of(h->row->cell[C_KIND])) && t + 1 < in->first + in->count &&
                sg_name_word(d, t + 1) && tk(d, t + 1)->head != NONE &&
                (tk(d, t + 1)->head == t || tk(d, t)->head == t + 1);
    if (town) return true;
    if (in->in_title || is_known_word(d, t) || k->caps) return false;
    return sg_may_be_capital(k) && k->upos != SG_POS_PUNCT && k->upos != SG_POS_PRON && k->upos != SG_POS_DET &&
           k->upos != SG_POS_ADP && k->upos != SG_POS_PART && /* "the Minister’s visit" */
           !sg_says(d, t, "month") && !sg_says(d, t, "weekday");
}

bool sg_name_behind(const sg_doc *d, uint32_t t) {
    return t < d->tok_count && is_name_behind(d, t, &d->sents[tk(d, t)->sent]);
}

/* "Lee Jong-seop": the small word right behind the hyphen of a name of several words is of it, whatever it is tagged. */
static bool goes_on(const sg_doc *d, const sg_person *p) {
    enum { SYLLABLE = 6 };
    const sg_tok *dash = tk(d, p->last + 1), *next = tk(d, p->last + 2);
    bool tight = dash->start == tk(d, p->last)->end && next->start == dash->end;
    return tight && p->first < p->last && next->form.n <= SYLLABLE && is_small(d, p->last + 2) &&
           next->upos != SG_POS_NOUN && next->upos != SG_POS_ADJ && !sg_says(d, p->last + 2, "holding");
}

static sg_person person_at(const sg_doc *d, uint32_t head, bool behind);

sg_person sg_person_at(const sg_doc *d, uint32_t head) {
    return person_at(d, head, false);
}

/* "the president of the Council X": the word before a name that tells of the title above it. */
static bool is_of_title(const sg_doc *d, uint32_t t, uint32_t name) {
    uint32_t title = tk(d, name)->head;
    if (tk(d, name)->deprel != SG_DEP_APPOS || title == NONE || title >= t) return false;
    if (tk(d, t)->deprel != SG_DEP_NMOD) return false;
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE) return true;
    return false;
}

/* "On Monday Ana Quispe": the day before a name is none of its words. */
static bool is_day_told(const sg_doc *d, uint32_t t) {
    return sg_says(d, t, "weekday") && (t == d->sents[tk(d, t)->sent].first || tk(d, t - 1)->upos == SG_POS_ADP);
}

/* `behind`: the head stands behind a title, and words in capitals go on with its name. */
static sg_person person_at(const sg_doc *d, uint32_t head, bool behind) {
    sg_person p = {.head = head, .first = head, .last = head};
    const sg_sent *in = &d->sents[tk(d, head)->sent];
    bool hyphen;
    while (!behind && p.first > in->first && head - p.first < NAME_WORDS) {
        hyphen = tk(d, p.first - 1)->upos == SG_POS_PUNCT && sg_eqz(tk(d, p.first - 1)->form, "-") &&
                 p.first - 1 > in->first && sg_name_word(d, p.first - 2);
        bool goes = sg_name_word(d, p.first - 1) && !is_of_title(d, p.first - 1, head) && !is_day_told(d, p.first - 1);
        if (!hyphen && !goes) break;
        p.first -= hyphen ? 2 : 1;
    }
    uint32_t end = in->first + in->count;
    while (p.last + 1 < end && p.last - head < NAME_WORDS) {
        hyphen = sg_eqz(tk(d, p.last + 1)->form, "-") && p.last + 2 < end &&
                 (sg_name_word(d, p.last + 2) || tk(d, p.last + 2)->head == head || goes_on(d, &p));
        if (!hyphen && !(behind ? is_name_behind(d, p.last + 1, in) : sg_name_word(d, p.last + 1))) break;
        p.last += hyphen ? 2 : 1;
    }
    if (p.last + 1 < end && sg_is_roman(d, p.last + 1) && !sg_eqz(tk(d, p.last + 1)->form, "I")) p.last++;
    char key[NAME_ROOM];
    size_t n = 0;
    for (uint32_t t = p.first; t <= p.last; t++) {
        if (!sg_eqz(tk(d, t)->key, "-")) sg_key_add(key, sizeof key, &n, tk(d, t)->key);
    }
    sg_str text = sg_doc_text(d, in->in_title);
    p.key = sg_str_of(sg_dup(d->arena, (sg_str){key, n}));
    if (tk(d, p.last)->end <= text.n && tk(d, p.first)->start < tk(d, p.last)->end)
        p.name = (sg_str){text.s + tk(d, p.first)->start, tk(d, p.last)->end - tk(d, p.first)->start};
    else p.name = tk(d, head)->form;
    return p;
}

/* "Special Envoy for X, Jane Doe": parsers hang the name on the last noun of the title's phrase. */
static bool name_after(const sg_doc *d, const sg_hit *role, uint32_t t, int depth, sg_person *out) {
    for (uint32_t c = tk(d, t)->child; c != NONE && depth < 4; c = tk(d, c)->next) {
        uint8_t rel = tk(d, c)->deprel;
        if (c <= role->last) continue;
        const sg_hit *other = sg_role_at(d, c);
        if (rel == SG_DEP_NMOD && !(other && !strcmp(other->row->cell[R_KIND], "person")) &&
            name_after(d, role, c, depth + 1, out))
            return true;
        if (!depth || (rel != SG_DEP_APPOS && rel != SG_DEP_CONJ && rel != SG_DEP_FLAT) || tk(d, c)->upos != SG_POS_PROPN)
            continue;
        if (!sg_name_word(d, c)) continue;
        sg_person p = sg_person_at(d, c);
        if (p.first == 0) continue;
        bool state = sg_world_at(d, p.first - 1) && p.first < p.last; /* "for Korea and Japan Mark Lambert" */
        if (!state && !sg_eqz(tk(d, p.first - 1)->form, ",")) continue;
        *out = p;
        return true;
    }
    return false;
}

/* "Prime Minister Jordan", "Foreign Minister Holland": what stands right behind a title, joined to it in the tree or
 * by a broken one beside it, is a person's name, though a state's or a town's too. NONE: no such word. */
static uint32_t titled_place(const sg_doc *d, const sg_hit *role) {
    uint32_t t = role->head, next = role->last + 1;
    const sg_hit *h = next < d->tok_count ? sg_world_at(d, next) : NULL;
    if (!h || h->row->table != SG_T_COUNTRIES || h->first != next || tk(d, h->head)->upos != SG_POS_PROPN) return NONE;
    uint8_t rel = tk(d, t)->deprel, below = tk(d, h->head)->deprel;
    bool title = tk(d, t)->head == h->head && rel == SG_DEP_NMOD_DESC;
    bool name = tk(d, h->head)->head == t && below == SG_DEP_FLAT;
    bool twins = tk(d, t)->head != NONE && tk(d, h->head)->head == tk(d, t)->head && below == rel && rel == SG_DEP_NSUBJ;
    return title || name || twins ? h->head : NONE;
}

bool sg_is_denied(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_DET && sg_kind_value(&tk(d, c)->by_key, "neg")) return true;
    return false;
}

/* "Mr. President": a word of courtesy before an office is nobody's name. */
static bool is_courtesy(const sg_doc *d, uint32_t t) {
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_VOICES, tk(d, t)->key);
    return rows.count && !strcmp(rows.row[0]->cell[1], "title");
}

static bool person_of(const sg_doc *d, const sg_hit *role, sg_person *out) {
    uint32_t t = role->head, up = tk(d, t)->head, place = titled_place(d, role);
    if (tk(d, t)->deprel == SG_DEP_APPOS && sg_is_denied(d, t)) return false;
    uint8_t rel = tk(d, t)->deprel;
    if (place != NONE) {
        *out = sg_person_at(d, place);
        return true;
    }
    bool titled = rel == SG_DEP_NMOD_DESC || rel == SG_DEP_COMPOUND || rel == SG_DEP_FLAT || rel == SG_DEP_APPOS ||
                  (rel == SG_DEP_AMOD && role->last + 1 <= up);
    if (titled && up != NONE && sg_name_word(d, up)) {
        *out = sg_person_at(d, up);
        return true;
    }
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next) {
        rel = tk(d, c)->deprel;
        bool named = rel == SG_DEP_FLAT || rel == SG_DEP_APPOS || rel == SG_DEP_NMOD_DESC ||
                     ((rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_DEP) && c > role->last);
        if (!named || !sg_name_word(d, c) || (c < role->first && is_courtesy(d, c))) continue;
        *out = sg_person_at(d, c);
        return true;
    }
    if (!(tk(d, t)->bits & SG_FEAT_PLUR) && name_after(d, role, t, 0, out)) return true;
    uint32_t after = role->last + 1;
    const sg_sent *in = &d->sents[tk(d, t)->sent];
    const sg_hit *second = after < in->first + in->count ? sg_role_at(d, after) : NULL;
    if (second && second->first == after && !strcmp(second->row->cell[R_KIND], "person")) after = second->last + 1;
    if (!(tk(d, t)->bits & SG_FEAT_PLUR) && is_name_behind(d, after, in)) { /* "Foreign Minister Prince Saud" */
        *out = person_at(d, after, true);
        return true;
    }
    return false;
}

/* A name right behind its title goes on over words that the tagger knows as others ("Secretary Tina Blanket"). */
bool sg_person_of(const sg_doc *d, const sg_hit *role, sg_person *out) {
    if (!person_of(d, role, out)) return false;
    if (out->first != role->last + 1) return true;
    sg_person whole = person_at(d, out->first, true);
    if (whole.last <= out->last) return true;
    whole.head = out->head;
    *out = whole;
    return true;
}

/* "cold front": the classes of a word with the one right before it. */
static sg_rows rows_of_two(const sg_doc *d, uint32_t t) {
    const sg_tok *before = t ? &d->toks[t - 1] : NULL;
    if (!before || before->head != t || !sg_may_open(&before->by_lemma, SG_T_CLASSES)) return (sg_rows){0};
    sg_str a = before->lemma_key, b = d->toks[t].lemma_key;
    return sg_lexicon_find(d->lex, SG_T_CLASSES, sg_str_of(sg_printf(d->arena, "%.*s %.*s", (int)a.n, a.s, (int)b.n, b.s)));
}

bool sg_is_offstage(const sg_doc *d, uint32_t t) {
    static const char classes[] = "athlete|performer|sport|fiction|art|animal|calamity|disaster|illness|currency";
    if (d->toks[t].ent_count || d->toks[t].upos == SG_POS_PROPN) return false;
    sg_rows rows[] = {sg_rows_by_lemma(d, &d->toks[t], SG_T_CLASSES), rows_of_two(d, t)};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < rows[k].count; i++)
            if (sg_list_has(classes, sg_str_of(rows[k].row[i]->cell[1]))) return true;
    return false;
}

bool sg_is_locative(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_CASE && sg_kind_value(&tk(d, c)->by_key, "locative")) return true;
    return false;
}

/* Of which paper, or talks, the word before it is the name: "city" for those that a capital's name rather owns. */
static const char *paper_named(const sg_doc *d, uint32_t t) {
    const sg_tok *k = tk(d, t);
    bool before = k->deprel == SG_DEP_COMPOUND || k->deprel == SG_DEP_AMOD || k->deprel == SG_DEP_NMOD_UNMARKED;
    return before && k->head != NONE ? sg_kind_value(&tk(d, k->head)->by_lemma, "drawn up") : NULL;
}

bool sg_names_paper(const sg_doc *d, uint32_t t) {
    return paper_named(d, t) != NULL;
}

bool sg_is_named_for_town(const sg_doc *d, const sg_ent *e) {
    bool land = e->country && !e->person && e->row[0] && e->row[0]->table == SG_T_COUNTRIES;
    const char *kind = land ? e->row[0]->cell[C_KIND] : "";
    bool capital = !strcmp(kind, "capital"), named = e->by == SG_BY_NAME && e->head != NONE;
    if (!named || (!capital && strcmp(kind, "city") != 0)) return false;
    const char *paper = paper_named(d, e->head);
    return paper && !(capital && !strcmp(paper, "city"));
}
