/* actor_role.c: see actor_in.h. Roles ("the Libyan foreign minister, X"): which line of the word is meant, whom it serves,
 * and who is named beside it. */
#include "actor_in.h"

enum { TITLE_REACH = 32, SERVES_DEEP = 4, TITLE_ROOM = 128 };

/* Titles without an office of their own that those who rule bear: "General", "Chairman", "Colonel". */
static bool names_rulers(const sg_row *role) {
    return sg_is_noted(role, "ruler");
}

/* Who bore that very name in one of these offices on other days: history speaks of presidents too. */
static const sg_row *once_in_office(const scene *s, const char *offices, sg_str key) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_HOLDERS, key);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(offices, sg_str_of(rows.row[i]->cell[H_OFFICE])) && sg_was_in_office(rows.row[i], s->d->pub))
            return rows.row[i];
    return NULL;
}

/* "General Musharraf": the one ruler of that surname, of a land that the text names. */
static const sg_row *ruler_called(const scene *s, const sg_person *p, sg_states *in) {
    const sg_row *r = p->first == p->last ? sg_called(s->d, p->key) : NULL;
    if (!r || !sg_is_ruler(r) || !sg_names_land(s->d, r->cell[H_COUNTRY])) return NULL;
    if (in->count && strcmp(in->at[0].code, r->cell[H_COUNTRY]) != 0) return NULL;
    if (!in->count) sg_add_state(in, r->cell[H_COUNTRY], r);
    return r;
}

/* A title of rank tells less of him who rules than his office: "Colonel X" who is president. */
static duty by_rule(const scene *s, duty du, const sg_row *holder) {
    bool rank = du.as == du.role && du.role && names_rulers(du.role) && !*du.role->cell[R_OFFICE];
    if (!rank || !sg_is_ruler(holder) || !sg_is_settled(holder, s->d->pub)) return du;
    sg_rows roles = sg_lexicon_by(s->d->lex, SG_WAY_OFFICE, sg_str_of(holder->cell[H_OFFICE]));
    return roles.count ? (duty){roles.row[0], roles.row[0]} : du;
}

static const double NAMESAKE = 0.9; /* names less alike than this are not the same */

/* The land whose the role is where nothing tells it: of its note's codes the first, unless the text names only others of
 * them ("the Foreign Secretary", in Delhi); NULL where it names several of these, or the note has no code. */
static const char *own_land(const scene *s, const sg_row *role) {
    enum { CODE = 3 };
    const char *first = NULL, *other = NULL;
    size_t others = 0;
    sg_str rest = sg_str_of(role->cell[R_NOTE]), one;
    while (sg_cut(&rest, '|', &one)) {
        const char *code = one.n == CODE && one.s[0] < 'a' ? sg_dup(s->d->arena, one) : NULL;
        if (!code) return first;
        if (!first) first = code;
        else if (sg_names_land(s->d, code)) other = code, others++;
    }
    bool body = !strcmp(role->cell[R_KIND], "group"); /* "Joint Chiefs of Staff", where two lands with such are told of */
    if (!first || !others || (!body && sg_names_land(s->d, first))) return first;
    return others == 1 && !sg_names_land(s->d, first) ? other : NULL;
}

/* "Leonid Brezhnev, the Communist Party leader": who leads the party of a one-party state, under his whole name. */
static const sg_row *party_leader(const scene *s, duty du, const sg_person *p, sg_states *in) {
    if (!p || p->first == p->last || !du.as || strcmp(du.as->cell[R_SECTOR], "PTY") != 0) return NULL;
    const char *land = in->count ? in->at[0].code : NULL;
    const sg_row *h = sg_holder(s->d->lex, s->d->arena, land, "party-leader", s->d->pub, p->key);
    if (h && !land) sg_add_state(in, h->cell[H_COUNTRY], h);
    return h;
}

/* The country of a titled person whose phrase names none: the one whose holder the name fits, or the role's own. */
static const sg_row *resolve(const scene *s, duty du, const sg_person *p, sg_states *in) {
    const sg_row *h = NULL, *role = du.role;
    const char *offices = du.as == role ? role->cell[R_OFFICE] : "", *own = own_land(s, role);
    if (!du.as && p && *role->cell[R_OFFICE]) /* of "the Alliance" */
        return sg_rank_or_name(s, role->cell[R_OFFICE], p, in);
    if (!*offices) {
        if ((h = party_leader(s, du, p, in))) return h;
        if (own && !in->count) sg_add_state(in, own, role);
        if (!p || du.as != role || !names_rulers(role)) return NULL;
        h = sg_rank_or_name(s, "", p, in);
        return h ? h : ruler_called(s, p, in);
    }
    if (in->count) {
        if (!p) return NULL;
        h = sg_holder_of(s->d, in->at[0].code, offices, p->key);
        return h || sg_office_held(s->d->lex, in->at[0].code, offices, s->d->pub) ? h : sg_rank_or_name(s, "", p, in);
    }
    if (own && p) h = sg_holder(s->d->lex, s->d->arena, own, offices, s->d->pub, p->key);
    if (!h && p) h = sg_holder(s->d->lex, s->d->arena, NULL, offices, s->d->pub, p->key);
    bool whole = h && p->first < p->last; /* a former ruler by his whole name is not one who is called much like him */
    bool unlike = whole && !sg_is_named(p->key, sg_fold_words(s->d->arena, sg_str_of(h->cell[H_NAME])), NAMESAKE);
    const sg_row *once = p && (!h || unlike) ? once_in_office(s, offices, p->key) : NULL;
    if (!h && !once && !own && p && p->first == p->last) /* "President Reagan", long after */
        once = sg_holder_once(s->d->lex, s->d->pub, p->key, offices);
    if (once) h = NULL;
    if (h || once) sg_add_state(in, h ? h->cell[H_COUNTRY] : once->cell[H_COUNTRY], h ? h : role);
    else if (own) sg_add_state(in, own, role);
    return h;
}

/* "The rebel chief Joseph Kony", "their leader Jonas Savimbi": a known name tells the land, and more than such a title. */
static duty by_figure(const scene *s, duty du, const sg_person *p, sg_states *in) {
    const sg_row *r = sg_figure(s->d->lex, s->d->pub, p->key);
    if (!r || (in->count && strcmp(in->at[0].code, r->cell[H_COUNTRY]) != 0)) return du;
    sg_add_state(in, r->cell[H_COUNTRY], r);
    sg_rows roles = sg_lexicon_by(s->d->lex, SG_WAY_OFFICE, sg_str_of(r->cell[H_OFFICE]));
    bool vague = !du.as || !*du.as->cell[R_SECTOR] || sg_list_has("GOV|MIL", sg_str_of(du.as->cell[R_SECTOR]));
    /* "Governor Leonel Brizola" governs, though he is a party's man too */
    bool party = roles.count && du.as && sg_list_has("PTY|LEG", sg_str_of(roles.row[0]->cell[R_SECTOR]));
    if (vague && roles.count && !party) du.role = du.as = roles.row[0];
    return du;
}

/* "X, chairman of the State Council", "X, the Communist Party leader": several lands have a body so called; who holds an
 * office under his whole name is of his. */
static void heed_name(const scene *s, const sg_person *p, sg_states *in) {
    bool body = in->count == 1 && in->at[0].row && sg_is_organ(in->at[0].row);
    if (!body || p->first == p->last) return;
    const sg_row *one = NULL;
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_HOLDERS, p->key);
    for (size_t i = 0; i < rows.count; i++) {
        if (!sg_in_office(rows.row[i], s->d->pub)) continue;
        if (!strcmp(rows.row[i]->cell[H_COUNTRY], in->at[0].code)) return;
        one = rows.row[i];
    }
    if (one) in->at[0].code = one->cell[H_COUNTRY];
}

/* "Special Envoy Jan Egeland": who holds an office under his whole name is of whose it is, whatever the title before it. */
static bool land_by_name(const scene *s, duty du, const sg_person *p, sg_states *in) {
    bool open = du.as && !in->count && p->first < p->last && !strcmp(du.as->cell[R_SECTOR], "GOV");
    const sg_row *one = NULL;
    sg_rows rows = open ? sg_lexicon_find(s->d->lex, SG_T_HOLDERS, p->key) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++) {
        if (!sg_in_office(rows.row[i], s->d->pub)) continue;
        if (one && strcmp(one->cell[H_COUNTRY], rows.row[i]->cell[H_COUNTRY]) != 0) return false; /* a namesake */
        one = rows.row[i];
    }
    if (one) sg_add_state(in, one->cell[H_COUNTRY], one);
    return one != NULL;
}

/* "X, supreme commander of the army": who rules the land under his whole name does so in whatever uniform. */
static bool commands_as_ruler(const scene *s, const sg_hit *hit, const sg_ent *e, const sg_person *p) {
    static const char rules[] = "head-of-state|head-of-government";
    bool soldier = e->country && e->sector && !strcmp(e->sector, "MIL") && p->first < p->last;
    soldier = soldier && sg_says(s->d, hit->head, "rulers' command");
    sg_rows rows = soldier ? sg_lexicon_find(s->d->lex, SG_T_HOLDERS, p->key) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++)
        if (sg_in_office(rows.row[i], s->d->pub) && !strcmp(rows.row[i]->cell[H_COUNTRY], e->country) &&
            sg_list_has(rules, sg_str_of(rows.row[i]->cell[H_OFFICE]))) return true;
    return false;
}

static void give_named(scene *s, const sg_hit *hit, duty du, const sg_person *p, sg_states *in) {
    heed_name(s, p, in);
    const sg_row *holder = resolve(s, du, p, in);
    if (!holder && !du.as && !in->count && p->first < p->last) /* "the head of the Council Fayez al-Sarraj" */
        holder = sg_rank_or_name(s, "", p, in);
    sg_rows as = {0};
    if (holder && !du.as) as = sg_lexicon_by(s->d->lex, SG_WAY_OFFICE, sg_str_of(holder->cell[H_OFFICE]));
    if (as.count) du.as = as.row[0];
    du = holder ? by_rule(s, du, holder) : by_figure(s, du, p, in);
    bool by_name = !holder && land_by_name(s, du, p, in);
    const sg_hit *bearer = in->count ? NULL : sg_world_at(s->d, p->head);
    if (bearer && bearer->first == p->first && bearer->last == p->last)
        sg_add_states(s->d, in, bearer->row); /* a layer's name of a person whose state alone is told */
    sg_ent e = sg_role_ent(s, du, in->count ? &in->at[0] : NULL, holder);
    if (by_name) sg_actor_hold(&e, "GOV");
    if (commands_as_ruler(s, hit, &e, p)) sg_actor_serve(s->d->arena, &e, e.country, NULL, "GOV", "GOV");
    e.first = hit->first < p->first ? hit->first : p->first;
    e.last = hit->last > p->last ? hit->last : p->last;
    if (e.last - e.first > TITLE_REACH) e.first = p->first, e.last = p->last;
    e.head = p->head;
    e.by = SG_BY_NAME;
    e.person = true;
    e.name_by = SG_BY_NAME;
    if (!holder) e.name = sg_dup(s->d->arena, p->name);
    else if (!sg_is_named(p->key, sg_fold_words(s->d->arena, sg_str_of(e.name)), 0.999)) e.name_by = SG_BY_OFFICE;
    if (!tk(s, p->head)->ent_count) sg_push_ent(s, p->head, &e);
    for (uint32_t t = e.first; t <= e.last; t++) { /* a broken tree may hang title and name anywhere */
        uint32_t up = tk(s, t)->head;
        bool outward = up == NONE || up < e.first || up > e.last;
        if (tk(s, t)->ent_count || (!outward && t != hit->head && t != p->last)) continue;
        if (!sg_name_word(s->d, t) && t != hit->head && !sg_role_at(s->d, t)) continue;
        tk(s, t)->ent = tk(s, p->head)->ent;
        tk(s, t)->ent_count = tk(s, p->head)->ent_count;
    }
}

/* "A ministry spokesman" is any of them, and need not be who holds the office. */
static bool any_one(const scene *s, uint32_t head) {
    for (uint32_t c = tk(s, head)->child; c != NONE && c < head; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_DET && sg_says(s->d, c, "number")) return true;
    return false;
}

/* "Niger's junta", told to be a land's: soldiers who govern it. */
static void govern(const scene *s, const sg_row *role, const sg_state *of, sg_ent *e) {
    if (!of || !sg_is_noted(role, "governs") || !e->country || !e->sector || strcmp(e->sector, "MIL") != 0) return;
    e->sector = "GOV";
    e->cameo = sg_actor_code(s->d->arena, e->country, "GOV");
}

/* "The Chechen leader", "the president of Tatarstan", "the Toyota president": who heads a part of a land, its people or a
 * firm there is not the land's ruler, nor are its ministers the land's. */
static bool heads_part(const sg_row *of, const char *offices) {
    if (sg_is_organ(of)) return sg_list_has(offices, SG_LIT("head-of-state"));
    return sg_is_part_of_land(of) && *offices;
}

/* One entity for each country of the phrase; names of single offices are inferred from the day. */
static void give_roles(scene *s, const sg_hit *hit, duty du, sg_states *in) {
    const char *offices = du.as == du.role ? du.role->cell[R_OFFICE] : "";
    resolve(s, du, NULL, in);
    bool plural = (tk(s, hit->head)->bits & SG_FEAT_PLUR) != 0;
    for (size_t i = 0; i < (in->count ? in->count : 1); i++) {
        const sg_state *of = in->count ? &in->at[i] : NULL;
        bool several = plural && in->count < 2 && !strcmp(du.role->cell[R_KIND], "person");
        /* a land has more than its UN ambassador */
        bool one_of_many = sg_list_has(du.role->cell[R_NOTE], SG_LIT("abroad"));
        bool part = of && of->row && heads_part(of->row, offices);
        bool any = several || !of || any_one(s, hit->head) || sg_has_own_head(of->row, du.role) || one_of_many || part;
        const sg_row *holder = any ? NULL : sg_sole_holder(s->d, of->code, du.role, offices);
        sg_ent e = sg_role_ent(s, du, of, holder);
        govern(s, du.role, of, &e);
        e.first = hit->first;
        e.last = hit->last;
        e.head = hit->head;
        e.plural = plural && in->count < 2;
        if (holder) e.name_by = SG_BY_INFERRED;
        if (part) e.office = NULL;
        sg_push_ent(s, hit->head, &e);
    }
}

/* "A and B ministers": the other modifiers of the role's noun, where each with it is a role again. */
static void other_roles(scene *s, const sg_hit *hit, uint32_t at, const sg_states *in, int depth) {
    for (uint32_t c = tk(s, at)->child; c != NONE && depth < 3; c = tk(s, c)->next) {
        uint8_t rel = tk(s, c)->deprel;
        if (rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_CONJ) continue;
        if (c > hit->head || sg_world_at(s->d, c)) continue;
        if (c < hit->first) {
            sg_str a = tk(s, c)->lemma_key, b = tk(s, hit->head)->lemma_key;
            char *key = sg_printf(s->d->arena, "%.*s %.*s", (int)a.n, a.s, (int)b.n, b.s);
            sg_rows found = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(key));
            sg_states copy = *in;
            if (found.count && found.row[0] != hit->row) give_roles(s, hit, (duty){found.row[0], found.row[0]}, &copy);
        }
        other_roles(s, hit, c, in, depth + 1);
    }
}

static const char FORCE[] = "ASSAULT|COERCE";

/* ---- which line of a role is meant ---- */

/* "The crew of the plane", "the crew members of a ship": does the noun tell of those aboard? */
static bool tells_crew(const scene *s, uint32_t noun) {
    if (sg_says(s->d, noun, "aboard")) return true;
    for (uint32_t c = tk(s, noun)->child; c != NONE && c < noun; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_COMPOUND && sg_says(s->d, c, "aboard")) return true;
    return false;
}

/* "Fired a missile at the plane": force is done to it though it is no object. */
static bool is_shot_at(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE && sg_list_has("at|on|against", tk(s, c)->key)) return sg_under_type(s, t, FORCE);
    return false;
}

/* A thing acts for whose it is where it does something, where force is done to it, or where people are aboard. */
static bool thing_acts(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    if (rel == SG_DEP_OBL && is_shot_at(s, t)) return true;
    if (rel == SG_DEP_NMOD && tk(s, t)->head < t && tells_crew(s, tk(s, t)->head)) return true;
    if (rel == SG_DEP_CONJ) rel = tk(s, tk(s, t)->head)->deprel;
    if (rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_OBL_AGENT) return true;
    if (rel == SG_DEP_OBJ) return sg_under_type(s, t, FORCE);
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE && sg_says(s->d, c, "by")) return true;
    return false;
}

/* "Opposition to the plan", "to Peru's visit": a stance, unless it is to somebody: "the opposition to Sele". */
static bool is_to_thing(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next) {
        uint32_t first = tk(s, c)->deprel == SG_DEP_NMOD ? tk(s, c)->child : NONE;
        if (first != NONE && tk(s, first)->deprel == SG_DEP_CASE && sg_eqz(tk(s, first)->key, "to"))
            return !sg_role_at(s->d, c) && (tk(s, c)->upos != SG_POS_PROPN || sg_world_at(s->d, c));
    }
    return false;
}

/* "Shot down a bomber", "a bomber circled": under such a verb it is a machine. */
static bool is_flown(const scene *s, uint32_t t) {
    uint32_t verb = tk(s, t)->head;
    bool done = tk(s, t)->deprel == SG_DEP_OBJ || tk(s, t)->deprel == SG_DEP_NSUBJ_PASS;
    bool does = tk(s, t)->deprel == SG_DEP_NSUBJ;
    if (verb == NONE || (!done && !does)) return false;
    const char *how = sg_kind_value(&tk(s, verb)->by_lemma, does ? "flown" : "downed");
    if (!how || !strcmp(how, "yes")) return how != NULL;
    for (uint32_t c = tk(s, verb)->child; c != NONE; c = tk(s, c)->next) /* "brought" "down" */
        if (c > verb && sg_list_has(how, tk(s, c)->key)) return true;
    return false;
}

/* "Israel's chief of staff", "the Turkish chief of staff": a land's own name says whose, and no person. */
static bool is_of_land(const scene *s, const sg_hit *hit) {
    for (uint32_t c = tk(s, hit->head)->child; c != NONE; c = tk(s, c)->next) {
        const sg_hit *h = c < hit->first || tk(s, c)->deprel == SG_DEP_NMOD ? sg_world_at(s->d, c) : NULL;
        if (h && h->row->table == SG_T_COUNTRIES && strcmp(h->row->cell[C_KIND], "organ") != 0) return true;
    }
    return false;
}

/* "The speaker for Peru", where delegates take the floor. */
static bool is_deputed(const scene *s, const sg_hit *hit) {
    for (uint32_t c = tk(s, hit->head)->child; c != NONE; c = tk(s, c)->next) {
        const sg_hit *h = c > hit->head && tk(s, c)->deprel == SG_DEP_NMOD ? sg_world_at(s->d, c) : NULL;
        for (uint32_t k = h && h->row->table == SG_T_COUNTRIES ? tk(s, c)->child : NONE; k != NONE; k = tk(s, k)->next)
            if (tk(s, k)->deprel == SG_DEP_CASE && sg_says(s->d, k, "for")) return true;
    }
    return false;
}

/* "Danish fighters downed two jets", "forced an airliner down": a land's fighters are aircraft to those. */
static bool is_at_aircraft(const scene *s, const sg_hit *hit) {
    uint32_t verb = tk(s, hit->head)->deprel == SG_DEP_NSUBJ && is_of_land(s, hit) ? tk(s, hit->head)->head : NONE;
    for (uint32_t c = verb == NONE ? NONE : tk(s, verb)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_OBJ && sg_kind_value(&tk(s, c)->by_lemma, "aircraft")) return true;
    return false;
}

/* "A Su-34 bomber", "strategic bombers": does a word of the phrase tell what type of machine it is? */
static bool is_machine(const scene *s, const sg_hit *hit) {
    uint32_t first = s->d->sents[tk(s, hit->head)->sent].first;
    for (uint32_t c = tk(s, hit->head)->child; c != NONE; c = tk(s, c)->next)
        if (c < hit->head && sg_kind_value(&tk(s, c)->by_lemma, "type of machine")) return true;
    if (is_flown(s, hit->head) || is_at_aircraft(s, hit)) return true;
    sg_str before = hit->first > first ? tk(s, hit->first - 1)->form : (sg_str){"", 0};
    bool letter = false, digit = false; /* "F-16", "Su - 34M": letters, a hyphen, digits */
    for (size_t i = 0; i < before.n; i++) {
        letter |= before.s[i] >= 'A' && before.s[i] <= 'Z';
        digit |= before.s[i] >= '0' && before.s[i] <= '9';
    }
    bool joined = hit->first > first + 2 && sg_eqz(tk(s, hit->first - 2)->form, "-");
    return digit && (letter || (joined && tk(s, hit->first - 3)->upos == SG_POS_PROPN));
}

/* "Seized a Danish boat", "the boat was held": what is taken, and not shelled or sunk, carries goods or fish. */
static bool is_taken(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    bool done = (rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS) && tk(s, t)->head != NONE;
    return done && sg_kind_value(&tk(s, tk(s, t)->head)->by_lemma, "takes vessels");
}

/* The first line of the word whose note holds here; NULL: it is no party here. */
static const sg_row *line_of(const scene *s, const sg_hit *hit, bool stated) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(sg_row_phrases(s->d->lex, hit->row)));
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        bool thing = !strcmp(r->cell[R_KIND], "thing");
        if (sg_is_noted(r, "stated") && !stated) continue;
        if (sg_is_noted(r, "landed") && !is_of_land(s, hit)) continue;
        if (sg_is_noted(r, "deputed") && !is_deputed(s, hit)) continue;
        if (sg_is_noted(r, "force") && !sg_under_type(s, hit->head, FORCE)) continue;
        if (sg_is_noted(r, "taken") && !is_taken(s, hit->head)) continue;
        if (sg_is_noted(r, "stance") && is_to_thing(s, hit->head)) continue;
        if (sg_is_noted(r, "machine")) {
            if (!is_machine(s, hit)) continue;
            return thing_acts(s, hit->head) ? r : NULL; /* and no fighter on foot by the next line */
        }
        if (!thing || thing_acts(s, hit->head)) return r;
    }
    return NULL;
}

/* "The Radical Party": a name that no table knows may end in a word that tells what kind of body it is. */
static const sg_row *kind_of_body(const scene *s, uint32_t t) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_ROLES, tk(s, t)->lemma_key);
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        bool open = !r->cell[R_NOTE][0] || sg_is_noted(r, "partisan");
        if (!strcmp(r->cell[R_KIND], "group") && r->cell[R_SECTOR][0] && open) return r;
    }
    const char *society = sg_says(s->d, t, "society");
    bool whole = society && !strcmp(society, "whole");
    rows = whole ? sg_lexicon_find(s->d->lex, SG_T_ROLES, SG_LIT("sector:soc")) : (sg_rows){0};
    return rows.count ? rows.row[0] : NULL;
}

/* The line that tells the sector: a spokesman, a chief, a tank is of the body that it serves; what a government
 * has of things is its army's. NULL where it serves somebody unknown. */
static const sg_row *line_served(const scene *s, const sg_hit *hit, const sg_row *role, bool stated, int depth) {
    bool thing = !strcmp(role->cell[R_KIND], "thing"), ordained = sg_is_noted(role, "ordained");
    if ((!thing && !ordained && !sg_is_noted(role, "serves")) || depth > SERVES_DEEP) return role;
    const sg_hit *inner = sg_inner_role(s->d, hit);
    uint32_t owner = inner || thing || ordained ? NONE : sg_unknown_owner(s->d, hit);
    const sg_row *kind = owner == NONE ? NULL : kind_of_body(s, owner);
    if (kind) return kind;
    if (owner != NONE && !stated) return in_class(s, owner, "business") ? sg_any_firm(s) : NULL;
    if (!inner) return role;
    const sg_row *as = line_of(s, inner, stated);
    bool aboard = !as && !thing && !stated && !strcmp(inner->row->cell[R_KIND], "thing");
    if (aboard) return inner->row; /* "a tanker's captain" */
    if (as) as = line_served(s, inner, as, stated, depth + 1);
    if (!as || !as->cell[R_SECTOR][0] || (ordained && strcmp(as->cell[R_SECTOR], "REL") != 0)) return role;
    bool staff = !strcmp(role->cell[R_SECTOR], "LAB"); /* an embassy's are its government's, as its spokesman is */
    return !strcmp(as->cell[R_SECTOR], "GOV") && role->cell[R_SECTOR][0] && !staff ? role : as;
}

/* "A spokesman for President Ana Quispe", "for Quispe": the land of whoever is named there, by his title or by the office
 * that he holds. */
static void land_of_served(scene *s, uint32_t t, sg_states *in) {
    const sg_hit *title = sg_role_at(s->d, t);
    if (title && title->head == t) sg_give_role(s, title);
    for (uint32_t c = tk(s, t)->child; c != NONE && c < t; c = tk(s, c)->next) {
        title = sg_role_at(s->d, c);
        if (title && title->head == c) sg_give_role(s, title);
    }
    const sg_ent *e = tk(s, t)->ent_count ? &s->d->ents[tk(s, t)->ent] : NULL;
    const sg_row *holder = !e && sg_name_word(s->d, t) ? sg_in_office_at(s->d, t) : NULL;
    if (e && e->country) sg_add_state(in, e->country, e->row[0]);
    else if (holder) sg_add_state(in, holder->cell[H_COUNTRY], holder);
}

/* "Negotiators for Chad", "a spokesman for the Libyan rebels", "an aide to the Chadian president": whose they are. */
static void states_behind(scene *s, const sg_hit *hit, bool to, sg_states *in) {
    for (uint32_t c = tk(s, hit->head)->child; c != NONE; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_NMOD) continue;
        bool behind = false;
        for (uint32_t k = tk(s, c)->child; k != NONE; k = tk(s, k)->next)
            behind |=
                tk(s, k)->deprel == SG_DEP_CASE && (sg_says(s->d, k, "for") || (to && sg_says(s->d, k, "addressing")));
        if (!behind) continue;
        const sg_hit *h = sg_world_at(s->d, c);
        if (h) sg_add_states(s->d, in, h->row);
        if (!h || h->row->table == SG_T_COUNTRIES) sg_states_of(s->d, c, c, in);
        if (!h && !in->count) land_of_served(s, c, in);
    }
}

/* A title is a noun before a name, though taggers take "premier" for an adjective there. */
static bool is_plain_noun(const scene *s, const sg_hit *hit) {
    const sg_tok *t = tk(s, hit->head);
    uint32_t after = hit->last + 1;
    if (t->upos == SG_POS_ADJ && t->deprel == SG_DEP_AMOD) {
        if (strcmp(hit->row->cell[R_KIND], "person") != 0 || after >= s->d->tok_count) return false;
        bool many = tk(s, after)->upos == SG_POS_NOUN && (tk(s, after)->bits & SG_FEAT_PLUR); /* "the major Powers" */
        return tk(s, after)->sent == t->sent && !many && sg_name_behind(s->d, after);
    }
    return t->upos == SG_POS_NOUN || t->upos == SG_POS_PROPN || t->upos == SG_POS_ADJ;
}

/* "Hungarian premier Orban Viktor": the country right before the title, where the tree has hung it elsewhere. */
static void state_before(const scene *s, const sg_hit *hit, sg_states *in) {
    uint32_t t = hit->first;
    const sg_sent *sent = &s->d->sents[tk(s, hit->head)->sent];
    if (t > sent->first && tk(s, t - 1)->deprel == SG_DEP_CASE && tk(s, t - 1)->form.n <= 3) t--; /* 's */
    const sg_hit *h = t > sent->first ? sg_world_at(s->d, t - 1) : NULL;
    if (h && h->last == t - 1) sg_add_states(s->d, in, h->row);
}

/* "The Japanese and US ministers": the row of states right before the noun, where a broken tree makes parties of them by
 * themselves. Its first word; the noun's own where there is none. */
static uint32_t states_row(const scene *s, const sg_hit *hit, sg_states *in) {
    const sg_sent *sent = &s->d->sents[tk(s, hit->head)->sent];
    uint32_t at = hit->first;
    bool joined = false;
    while (at > sent->first) {
        const sg_hit *h = sg_world_at(s->d, at - 1);
        bool state = h && h->row->table == SG_T_COUNTRIES && h->last == at - 1 && tk(s, h->head)->head != NONE;
        if (state && (at == hit->first || joined)) {
            sg_add_states(s->d, in, h->row);
            at = h->first, joined = false;
        } else if (at < hit->first && !joined &&
                   (tk(s, at - 1)->upos == SG_POS_CCONJ || sg_eqz(tk(s, at - 1)->form, ","))) {
            at--, joined = true;
        } else break;
    }
    return joined ? at + 1 : at;
}

/* "The Polish premier and Chancellor X", who is known to hold an office elsewhere. */
static bool holds_elsewhere(const scene *s, const sg_hit *one, uint32_t name) {
    sg_states of = {0};
    state_before(s, one, &of);
    const sg_row *holder = of.count == 1 ? sg_in_office_at(s->d, name) : NULL;
    return holder && strcmp(holder->cell[H_COUNTRY], of.at[0].code) != 0;
}

/* "The Prime Minister and President X": who stands with an article, in another office than a head of state's, is another
 * man. */
static bool are_two(const scene *s, const sg_hit *one, const sg_hit *two) {
    const char *lower = one->row->cell[R_OFFICE];
    uint32_t at = one->first, from = s->d->sents[tk(s, one->head)->sent].first;
    while (at > from && sg_world_at(s->d, at - 1)) at--; /* "the Polish" */
    bool the = tk(s, one->first)->upos == SG_POS_DET || (at > from && sg_eqz(tk(s, at - 1)->key, "the"));
    bool heads = sg_list_has(two->row->cell[R_OFFICE], SG_LIT("head-of-state"));
    bool serves = *lower && !sg_list_has(lower, SG_LIT("head-of-state")) && !strcmp(one->row->cell[R_SECTOR], "GOV");
    return the && heads && serves;
}

/* The second of two titles in the singular, joined by "and", that a name follows. */
static const sg_hit *title_beside(const scene *s, const sg_hit *hit) {
    const sg_sent *in = &s->d->sents[tk(s, hit->head)->sent];
    uint32_t at = hit->last + 2, end = in->first + in->count;
    if (strcmp(hit->row->cell[R_KIND], "person") != 0 || at >= end || tk(s, at - 1)->upos != SG_POS_CCONJ) return NULL;
    const sg_hit *next = sg_role_at(s->d, at);
    if (!next || next->first != at || strcmp(next->row->cell[R_KIND], "person") != 0 || next->last + 1 >= end) return NULL;
    bool several = ((tk(s, hit->head)->bits | tk(s, next->head)->bits) & SG_FEAT_PLUR) != 0;
    bool apart = several || are_two(s, hit, next) || holds_elsewhere(s, hit, next->last + 1);
    return apart || !sg_name_word(s->d, next->last + 1) ? NULL : next;
}

/* "The leaders of the strike": the line for a strike leader, if there is one. */
static const sg_row *leading_line(const scene *s, const sg_hit *hit, const sg_row *row) {
    if (!sg_says(s->d, hit->head, "leads") || hit->first != hit->last) return row;
    for (uint32_t c = tk(s, hit->head)->child; c != NONE; c = tk(s, c)->next) {
        bool of = false;
        if (tk(s, c)->deprel != SG_DEP_NMOD || tk(s, c)->upos != SG_POS_NOUN || c < hit->last) continue;
        for (uint32_t k = tk(s, c)->child; k != NONE; k = tk(s, k)->next)
            of |= tk(s, k)->deprel == SG_DEP_CASE && sg_eqz(tk(s, k)->form, "of");
        if (!of) continue;
        char *key = sg_printf(s->d->arena, "%.*s %s", (int)tk(s, c)->lemma_key.n, tk(s, c)->lemma_key.s, row->cell[R_FORM]);
        sg_rows found = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(key));
        return found.count ? found.row[0] : row;
    }
    return row;
}

/* "Officers ousted Premier X": is the word a verb with a subject, of its own or of the verb that it is joined to? */
static bool is_deed(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    if (k->upos != SG_POS_VERB || k->deprel == SG_DEP_AMOD) return false;
    for (uint32_t c = k->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NSUBJ) return true;
    return k->deprel == SG_DEP_CONJ;
}

/* The hit without its first word, where that tells a deed and no state: "ousted | Premier X". */
static sg_hit without_deed(const scene *s, const sg_hit *hit) {
    char key[TITLE_ROOM];
    size_t n = 0;
    if (hit->first == hit->head || !is_deed(s, hit->first)) return *hit;
    for (uint32_t t = hit->first + 1; t <= hit->last; t++)
        if (!sg_key_add(key, sizeof key, &n, tk(s, t)->key)) return *hit;
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_ROLES, (sg_str){key, n});
    sg_hit rest = *hit;
    if (found.count) rest.first++, rest.row = found.row[0];
    return rest;
}

/* "Current and former officials": of both sorts, and they are told as those who serve. */
static bool serves_too(const scene *s, uint32_t first, uint32_t bygone) {
    return bygone >= first + 2 && tk(s, bygone - 1)->upos == SG_POS_CCONJ && sg_says(s->d, bygone - 2, "in office yet");
}

/* Is the phrase said to have been so: "former Kenyan finance minister", "the ousted Malian government"? */
static bool is_bygone(const scene *s, const sg_hit *hit) {
    enum { REACH = 6 };
    const sg_sent *in = &s->d->sents[tk(s, hit->head)->sent];
    for (uint32_t t = hit->first; t > in->first && hit->first - t < REACH; t--) {
        const sg_tok *w = tk(s, t - 1);
        if (sg_says(s->d, t - 1, "bygone")) return !is_deed(s, t - 1) && !serves_too(s, in->first, t - 1);
        bool within = w->upos == SG_POS_ADJ || w->upos == SG_POS_PROPN || w->upos == SG_POS_NOUN;
        if (!within && !sg_eqz(w->form, "-")) return false;
    }
    return false;
}

/* Who held an office is told by a line of his own ("former minister"), whatever stands between the two words. */
static const sg_row *former_line(const scene *s, const sg_hit *hit, const sg_row *row) {
    static const char of_state[] = "GOV|LEG|JUD|MIL|SPY|COP";
    bool people = sg_list_has("person|group", sg_str_of(row->cell[R_KIND]));
    if (!people || !sg_list_has(of_state, sg_str_of(row->cell[R_SECTOR])) || !is_bygone(s, hit)) return row;
    char *key = sg_printf(s->d->arena, "former %s", row->cell[R_FORM]);
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(key));
    if (!found.count) found = sg_lexicon_find(s->d->lex, SG_T_ROLES, SG_LIT("former official"));
    return found.count ? found.row[0] : row;
}

/* Is the noun one for a body? */
static bool names_body(const scene *s, uint32_t t) {
    sg_rows nouns = sg_is_capital(tk(s, t)) ? sg_rows_by_lemma(s->d, tk(s, t), SG_T_NOUNS) : (sg_rows){0};
    for (size_t i = 0; i < nouns.count; i++)
        if (!strcmp(nouns.row[i]->cell[1], "body")) return true;
    return false;
}

/* "The General Federation of Labour", "the General Labour Federation": no officer of that name, but a body. */
static bool titles_body(const scene *s, const sg_row *row, const sg_person *p) {
    if (strcmp(row->cell[R_SECTOR], "MIL") != 0 || strcmp(row->cell[R_KIND], "person") != 0) return false;
    uint32_t over = tk(s, p->head)->head;
    bool compound = tk(s, p->head)->deprel == SG_DEP_COMPOUND && over != NONE;
    return names_body(s, p->head) || names_body(s, p->last) || (compound && names_body(s, over));
}

void sg_give_role(scene *s, const sg_hit *whole) {
    sg_hit rest = without_deed(s, whole);
    const sg_hit *hit = &rest;
    sg_tok *t = tk(s, hit->head);
    if (t->ent_count || !is_plain_noun(s, hit)) return;
    const sg_hit *twin = title_beside(s, hit);
    if (twin) { /* "Deputy Prime Minister and Foreign Minister Pham Binh Minh": one person */
        sg_give_role(s, twin);
        t->ent = tk(s, twin->head)->ent, t->ent_count = tk(s, twin->head)->ent_count;
        return;
    }
    sg_person p;
    sg_states in = {0};
    sg_states_of(s->d, hit->head, hit->last, &in);
    if (!in.count && sg_is_noted(hit->row, "serves")) states_behind(s, hit, sg_is_noted(hit->row, "to"), &in);
    const sg_row *row = line_of(s, hit, in.count > 0 || sg_inner_role(s->d, hit));
    if (!row) return;
    bool named = !(t->bits & SG_FEAT_PLUR) && !strcmp(row->cell[R_KIND], "person") && sg_person_of(s->d, hit, &p);
    if (named && titles_body(s, row, &p)) return;
    if (named && p.head != hit->head && !in.count) sg_states_of(s->d, p.head, hit->first, &in);
    if (named && !in.count) state_before(s, hit, &in);
    row = sg_actor_composed(s->d->lex, s->d->arena, leading_line(s, hit, row), in.count ? in.at[0].row : NULL);
    row = former_line(s, hit, row);
    duty du = {row, line_served(s, hit, row, in.count > 0, 0)};
    if (named) {
        give_named(s, hit, du, &p, &in);
        return;
    }
    uint32_t first = hit->first;
    if (!in.count && (t->bits & SG_FEAT_PLUR) && !strcmp(row->cell[R_KIND], "person")) first = states_row(s, hit, &in);
    if (in.count < 2) first = hit->first;
    sg_states plain = in;
    give_roles(s, hit, du, &in);
    for (uint32_t k = first; k < hit->first; k++) /* the adjectives mean the same people */
        if (sg_world_at(s->d, k)) tk(s, k)->ent = t->ent, tk(s, k)->ent_count = t->ent_count;
    if (row->cell[R_OFFICE][0] && (t->bits & SG_FEAT_PLUR)) other_roles(s, hit, hit->head, &plain, 0);
}
