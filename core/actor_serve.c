/* actor_serve.c: see actor_in.h. Who serves whom: holders of an office; the country, sector and actor code of whoever
 * serves a state or a body in a role. */
#include "actor_in.h"

enum { PART = 3 /* letters of a part of an actor code */ };

/* ---- holders of offices ---- */

const sg_row *sg_holder_of(const sg_doc *d, const char *code, const char *offices, sg_str like) {
    const sg_row *r = sg_holder(d->lex, d->arena, code, offices, d->pub, like);
    if (r || strlen(code) <= SG_WHOLE) return r;
    const char *whole = sg_dup(d->arena, (sg_str){code, SG_WHOLE});
    if (!like.n) offices = sg_offices_of(d->lex, d->arena, whole, offices);
    return *offices || like.n ? sg_holder(d->lex, d->arena, whole, offices, d->pub, like) : NULL;
}

/* Is the land led by its premier, and the head of state only crowned or elected to stand for it? */
static bool is_led_by_premier(const sg_doc *d, const char *country) {
    enum { KIND = 1 };
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_GRAMMAR, sg_fold(d->arena, sg_str_of(country), NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[KIND], "premier-led")) return true;
    return false;
}

const sg_row *sg_sole_holder(const sg_doc *d, const char *country, const sg_row *role, const char *offices) {
    static const char government[] = "head-of-government";
    sg_str rest = sg_str_of(offices), one;
    const sg_row *row = NULL;
    bool leads = sg_list_has(role->cell[R_NOTE], SG_LIT("ruler")) && sg_list_has(offices, sg_str_of(government));
    if (leads && d->pub != INT32_MIN && is_led_by_premier(d, country))
        row = sg_holder_of(d, country, government, (sg_str){0});
    while (!row && *offices && d->pub != INT32_MIN && sg_cut(&rest, '|', &one))
        row = sg_holder_of(d, country, sg_dup(d->arena, one), (sg_str){0});
    return row;
}

/* ---- whom one serves ---- */

void sg_push_ent(scene *s, uint32_t head, const sg_ent *e) {
    sg_tok *t = tk(s, head);
    if (!t->ent_count) t->ent = (uint32_t)s->d->ent_count;
    t->ent_count++;
    *SG_PUSH(s->d->arena, s->d->ents, s->d->ent_count, s->d->ent_cap) = *e;
}

/* Is the part one of the three-letter parts of the code? */
static bool code_has(const char *code, const char *part, size_t n) {
    for (; strlen(code) >= n; code += PART)
        if (strncmp(code, part, n) == 0) return true;
    return false;
}

const char *sg_actor_code(sg_arena *a, const char *code, const char *suffix) {
    if (!code || !*code) return NULL;
    size_t n = strlen(suffix);
    if (n && suffix[n - 1] == '~') return sg_printf(a, "%.*s%s", (int)(n - 1), suffix, code);
    if (n <= PART)
        return n && !(strlen(code) > PART && code_has(code, suffix, n)) ? sg_printf(a, "%s%s", code, suffix) : code;
    for (; *suffix; suffix += n < PART ? n : PART, n = strlen(suffix)) {
        size_t part = n < PART ? n : PART;
        if (!code_has(code, suffix, part)) code = sg_printf(a, "%s%.*s", code, (int)part, suffix);
    }
    return code;
}

/* A body whose note says that a role's code is added to its own: the police of an armed group. */
static bool joins(const sg_row *of) {
    return of && ((of->table == SG_T_ORGS && strstr(of->cell[ORGS_NOTE], "joins")) ||
                  (sg_is_organ(of) && strstr(of->cell[ORGANS_NOTE], "joins")));
}

/* Is the code of organisations, which say with it of what kind they are? */
static bool is_kind(const char *code) {
    return sg_list_has("IGO|NGO|MNC|ISM|IMG", sg_str_of(code));
}

/* The sector that an organisation of this kind has anyway: relief workers of an NGO, a firm's managers. */
static bool goes_without_saying(const char *country, const char *sector) {
    return (!strcmp(country, "NGO") && !strcmp(sector, "SOC")) || (!strcmp(country, "MNC") && !strcmp(sector, "BUS"));
}

/* Breakaway ground is a sector of its own, whoever rules, fights, keeps order or speaks there ("Abkhaz gunmen"). */
static bool is_partial(const sg_row *of, const char *sector) {
    return of && of->table == SG_T_COUNTRIES && strstr(of->cell[C_NOTE], "partial") &&
           (!*sector || sg_list_has("GOV|MIL|REB|UAF|PRM|COP", sg_str_of(sector)));
}

/* Country, sector and actor code of somebody who serves a state or an organisation (its actor code). Those
 * who serve an organisation are of its sector, unless they bear arms or judge: a spokesman is no government there, and
 * where its states all meet ("the General Assembly") is no parliament. */
void sg_actor_serve(sg_arena *a, sg_ent *e, const char *code, const sg_row *of, const char *sector, const char *suffix) {
    if (is_partial(of, sector)) sector = suffix = "PRE";
    bool body = of && (of->table == SG_T_ORGS || sg_is_organ(of)), org = code && strlen(code) > 3;
    bool armed = of && sg_is_organ(of) && *of->cell[O_SECTOR] && sg_list_has("MIL|REB|UAF|CRM", sg_str_of(sector));
    bool hired = armed && !strcmp(sector, "MIL") && !strcmp(of->cell[O_SECTOR], "BUS"); /* a firm's pilots */
    if (hired) armed = false, sector = suffix = "LAB";
    bool plain = !*sector || !strcmp(sector, "GOV") || armed; /* but a movement without a sector has fighters of its own */
    bool all = code && !strncmp(code, "IGOUNO", 6) && !strcmp(sector, "LEG");
    bool joint = code && (!strncmp(code, "IGO", PART) || !strncmp(code, "NGO", PART));
    bool staff = joint && sg_list_has("LAB|CVL|SOC|BUS", sg_str_of(sector)); /* "UN observers", "Oxfam workers" */
    e->country = org ? sg_dup(a, (sg_str){code, 3}) : or_null(code);
    e->sector = or_null(plain && body ? of->cell[O_SECTOR] : (plain && org) || staff || all ? "" : sector);
    if (!e->country) return;
    if (joins(of)) {
        e->cameo = sg_actor_code(a, of->cell[O_CAMEO], suffix);
        if (*sector) e->sector = sector;
        return;
    }
    if (e->sector && goes_without_saying(e->country, e->sector)) e->sector = NULL, suffix = "";
    if (plain && body && of->cell[O_CAMEO][0]) e->cameo = of->cell[O_CAMEO];
    else if (!org) e->cameo = sg_actor_code(a, e->country, suffix);
    else
        e->cameo =
            sg_list_has("MIL|COP|REB", sg_str_of(sector)) && !strstr(code, sector) ? sg_actor_code(a, code, sector) : code;
}

void sg_actor_hold(sg_ent *e, const char *sector) {
    bool rules = !*sector || !strcmp(sector, "GOV");
    if (rules && e->country && !strcmp(e->country, "IGO") && !e->sector) e->sector = "GOV";
}

/* A single office of a role's list, where the holder does not tell which. */
static const char *one_office(const scene *s, const char *offices) {
    sg_str rest = sg_str_of(offices), one;
    return *offices && sg_cut(&rest, '|', &one) ? sg_dup(s->d->arena, one) : NULL;
}

/* "A Red Cross convoy", "a WFP helicopter": of those who have no soldiers. */
static bool is_unarmed(const sg_row *role, const sg_row *of) {
    bool org = of && of->table == SG_T_ORGS && !*of->cell[O_SECTOR];
    return org && sg_is_noted(role, "unarmed") && sg_list_has("un|ngo|eu", sg_str_of(of->cell[O_KIND]));
}

/* "Congress workers", "supporters of the opposition front": people of the party that their phrase names. */
static bool is_partisan(const sg_row *role, const sg_row *of) {
    bool party = of && sg_is_organ(of) && sg_list_has("PTY|OPP", sg_str_of(of->cell[O_SECTOR]));
    return party && sg_is_noted(role, "partisan");
}

/* "ETA suspects", "the Taliban militia": taken for fighters of the group that their phrase names. */
static bool is_of_fighters(const sg_row *role, const sg_row *of) {
    bool fighters = of && sg_is_organ(of) && sg_list_has("REB|UAF|CRM", sg_str_of(of->cell[O_SECTOR]));
    return fighters && sg_list_has("CVL|PRM", sg_str_of(role->cell[R_SECTOR])) && sg_is_noted(role, "serves");
}

/* "The Congress government": a party's, but a government. */
static bool is_cabinet(const sg_row *role, const sg_row *of) {
    bool party = of && sg_is_organ(of) && !strcmp(of->cell[O_SECTOR], "PTY");
    bool rules = !strcmp(role->cell[R_KIND], "group") && !strcmp(role->cell[R_SECTOR], "GOV");
    return party && rules && sg_is_noted(role, "states");
}

/* Who leads the party of a one-party state is no party's man there, but rules. */
static bool leads_state(const sg_ent *e) {
    return !strcmp(e->office, "party-leader") && e->country && e->sector && !strcmp(e->sector, "PTY");
}

sg_ent sg_role_ent(const scene *s, duty du, const sg_state *of, const sg_row *holder) {
    const char *offices = du.role->cell[R_OFFICE];
    bool own = du.as == du.role, of_state = of && strlen(of->code) == 3 && !is_kind(of->code) && !is_partial(of->row, "");
    of_state = of_state && !sg_has_own_head(of->row, du.role);
    sg_ent e = {.office = own ? one_office(s, offices) : NULL,
                .by = SG_BY_OFFICE,
                .same = NONE,
                .person = !strcmp(du.role->cell[R_KIND], "person"),
                .group = true,
                .row = {du.as, of ? of->row : NULL, holder, own ? NULL : du.role}};
    bool of_body = of && (is_unarmed(du.role, of->row) || is_partisan(du.role, of->row) || is_of_fighters(du.role, of->row));
    bool told = du.as && !of_body;
    const sg_row *body = of && !is_cabinet(du.role, of->row) ? of->row : NULL;
    sg_actor_serve(s->d->arena, &e, of ? of->code : NULL, body, told ? du.as->cell[R_SECTOR] : "",
                   told ? du.as->cell[R_CAMEO] : "");
    if (e.person && *offices && strcmp(offices, "spokesperson") != 0) sg_actor_hold(&e, du.role->cell[R_SECTOR]);
    if (own && (!du.role->cell[R_SECTOR][0] || (!of_state && strchr(offices, '|'))))
        e.office = NULL; /* a company has presidents and chiefs too */
    if (holder) {
        e.name = holder->cell[H_NAME];
        e.office = holder->cell[H_OFFICE];
        e.name_by = SG_BY_OFFICE;
        if (leads_state(&e)) e.sector = "GOV", e.cameo = sg_actor_code(s->d->arena, e.country, "GOV");
    }
    return e;
}

const sg_row *sg_actor_composed(const sg_lexicon *lex, sg_arena *a, const sg_row *role, const sg_row *of) {
    if (!of || (of->table != SG_T_ORGS && !sg_is_organ(of))) return role;
    sg_mark mark = sg_arena_mark(a);
    sg_str name = sg_fold_words(a, sg_str_of(of->cell[O_NAME])), word = {"", 0};
    for (size_t at = 0; at < name.n;)
        if (!sg_next_word(name, &at, &word)) break;
    char *key = sg_printf(a, "%.*s %s", (int)word.n, word.s, role->cell[R_FORM]);
    sg_rows found = sg_lexicon_find(lex, SG_T_ROLES, sg_str_of(key));
    sg_arena_reset(a, mark);
    if (!found.count) return role;
    /* who leads the "Communist Party of the Soviet Union" leads no union */
    const char *sector = of->cell[O_SECTOR], *composed = found.row[0]->cell[R_SECTOR];
    return *sector && *composed && strcmp(sector, composed) != 0 ? role : found.row[0];
}

bool sg_is_noted(const sg_row *role, const char *note) {
    return sg_list_has(role->cell[R_NOTE], sg_str_of(note));
}

bool sg_under_type(const scene *s, uint32_t t, const char *types) {
    uint32_t up = tk(s, t)->deprel == SG_DEP_CONJ ? tk(s, tk(s, t)->head)->head : tk(s, t)->head;
    if (up == NONE) return false;
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, up), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(types, sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

const sg_row *sg_any_firm(const scene *s) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(s->d->lex, SG_T_ROLES, &n);
    for (size_t i = 0; i < n; i++)
        if (sg_is_noted(&rows[i], "firm")) return &rows[i];
    return NULL;
}
