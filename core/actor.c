/* actor.c: see actor.h. Three passes over the hits, so that what says more stands before what says less:
 * roles (with the countries and the name in their phrase), then names of holders, then bodies and
 * countries. A head that has its entities is left alone by the later passes. */
#include "actor.h"

#include <stdio.h>

#include "firm.h"
#include "holder.h"
#include "phrase.h"
#include "calendar.h"

enum { NAME_ROOM = 128, TITLE_REACH = 32, SERVES_DEEP = 4, PART = 3 /* letters of a part of an actor code */ };

typedef struct known { /* a word of a name, and the last one so called */
    sg_str word;
    uint32_t ent;
} known;

/* The last word of a full name of whom no table knows anything, and where it stands first. */
typedef struct stranger {
    sg_str word;
    uint32_t tok;
} stranger;

typedef struct scene {
    sg_doc *d;
    stranger *strangers;
    size_t stranger_count, stranger_cap;
    known *people; /* a hash of the words of persons' and firms' names before the token at hand */
    size_t known_count, known_mask;
} scene;

/* A role as it is meant here: the line of its word, and the line whose sector counts, that of the body it serves. */
typedef struct duty {
    const sg_row *role, *as; /* `as` NULL: it serves what nobody knows */
} duty;

/* ---- holders of offices --------------------------------------------------------------------- */

/* The same under an organisation, whose heads may stand under what it is part of: IGOUNOREFHCR, IGOUNO. */
static const sg_row *holder_of(const sg_doc *d, const char *code, const char *offices, sg_str like) {
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

/* Who holds the first of the role's offices that somebody is known to hold; of a land's leaders him who leads ("the Indian
 * leader", but not "the Indian president"). */
static const sg_row *sole_holder(const sg_doc *d, const char *country, const sg_row *role, const char *offices) {
    static const char government[] = "head-of-government";
    sg_str rest = sg_str_of(offices), one;
    const sg_row *row = NULL;
    bool leads = sg_list_has(role->cell[R_NOTE], SG_LIT("ruler")) && sg_list_has(offices, sg_str_of(government));
    if (leads && d->pub != INT32_MIN && is_led_by_premier(d, country)) row = holder_of(d, country, government, (sg_str){0});
    while (!row && *offices && d->pub != INT32_MIN && sg_cut(&rest, '|', &one))
        row = holder_of(d, country, sg_dup(d->arena, one), (sg_str){0});
    return row;
}

/* ---- phrases -------------------------------------------------------------------------------- */

static sg_tok *tk(const scene *s, uint32_t t) {
    return &s->d->toks[t];
}

static void push_ent(scene *s, uint32_t head, const sg_ent *e) {
    sg_tok *t = tk(s, head);
    if (!t->ent_count) t->ent = (uint32_t)s->d->ent_count;
    t->ent_count++;
    *SG_PUSH(s->d->arena, s->d->ents, s->d->ent_count, s->d->ent_cap) = *e;
}

static const char *or_null(const char *cell) {
    return cell && *cell && strcmp(cell, "-") != 0 ? cell : NULL;
}

/* Is the part one of the three-letter parts of the code? */
static bool code_has(const char *code, const char *part, size_t n) {
    for (; strlen(code) >= n; code += PART)
        if (strncmp(code, part, n) == 0) return true;
    return false;
}

/* An actor code and what a role adds to it: parts that are there are not said again; "NGO~" goes before. */
static const char *actor_code(sg_arena *a, const char *code, const char *suffix) {
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

/* Breakaway ground is a sector of its own, whoever rules, fights or speaks there. */
static bool is_partial(const sg_row *of, const char *sector) {
    return of && of->table == SG_T_COUNTRIES && strstr(of->cell[C_NOTE], "partial") &&
           (!*sector || sg_list_has("GOV|MIL|REB", sg_str_of(sector)));
}

/* Country, sector and actor code of somebody who serves a state or an organisation (its actor code). Those
 * who serve an organisation are of its sector, unless they bear arms or judge: a spokesman is no government there, and
 * where its states all meet ("the General Assembly") is no parliament. */
void sg_actor_serve(sg_arena *a, sg_ent *e, const char *code, const sg_row *of, const char *sector, const char *suffix) {
    if (is_partial(of, sector)) sector = suffix = "PRE";
    bool body = of && (of->table == SG_T_ORGS || sg_is_organ(of)), org = code && strlen(code) > 3;
    bool plain =
        !*sector || !strcmp(sector, "GOV") || (of && sg_is_organ(of) && sg_list_has("MIL|REB|UAF|CRM", sg_str_of(sector)));
    bool all = code && !strncmp(code, "IGOUNO", 6) && !strcmp(sector, "LEG");
    bool staff = code && !strncmp(code, "IGO", 3) && sg_list_has("LAB|CVL|SOC", sg_str_of(sector)); /* "UN observers" */
    e->country = org ? sg_dup(a, (sg_str){code, 3}) : or_null(code);
    e->sector = or_null(plain && body ? of->cell[O_SECTOR] : (plain && org) || staff || all ? "" : sector);
    if (!e->country) return;
    if (joins(of)) {
        e->cameo = actor_code(a, of->cell[O_CAMEO], suffix);
        if (*sector) e->sector = sector;
        return;
    }
    if (e->sector && goes_without_saying(e->country, e->sector)) e->sector = NULL, suffix = "";
    if (plain && body && of->cell[O_CAMEO][0]) e->cameo = of->cell[O_CAMEO];
    else if (!org) e->cameo = actor_code(a, e->country, suffix);
    else
        e->cameo =
            sg_list_has("MIL|COP|REB", sg_str_of(sector)) && !strstr(code, sector) ? actor_code(a, code, sector) : code;
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

/* ---- the passes ----------------------------------------------------------------------------- */

/* The sector is that of the line that counts; an office is one of a state or of a single organisation. */
static sg_ent role_ent(const scene *s, duty du, const sg_state *of, const sg_row *holder) {
    const char *offices = du.role->cell[R_OFFICE];
    bool own = du.as == du.role, of_state = of && strlen(of->code) == 3 && !is_kind(of->code) && !is_partial(of->row, "");
    of_state = of_state && !sg_has_own_head(of->row, du.role);
    sg_ent e = {.office = own ? one_office(s, offices) : NULL,
                .by = SG_BY_OFFICE,
                .same = NONE,
                .person = !strcmp(du.role->cell[R_KIND], "person"),
                .group = true,
                .row = {du.as, of ? of->row : NULL, holder, own ? NULL : du.role}};
    sg_actor_serve(s->d->arena, &e, of ? of->code : NULL, of ? of->row : NULL, du.as ? du.as->cell[R_SECTOR] : "",
                   du.as ? du.as->cell[R_CAMEO] : "");
    if (e.person && *offices && strcmp(offices, "spokesperson") != 0) sg_actor_hold(&e, du.role->cell[R_SECTOR]);
    if (own && (!du.role->cell[R_SECTOR][0] || (!of_state && strchr(offices, '|'))))
        e.office = NULL; /* a company has presidents and chiefs too */
    if (holder) {
        e.name = holder->cell[H_NAME];
        e.office = holder->cell[H_OFFICE];
        e.name_by = SG_BY_OFFICE;
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
    return found.count ? found.row[0] : role;
}

static bool noted(const sg_row *role, const char *note) {
    return sg_list_has(role->cell[R_NOTE], sg_str_of(note));
}

/* Titles without an office of their own that those who rule bear: "General", "Chairman", "Colonel". */
static bool names_rulers(const sg_row *role) {
    return noted(role, "ruler");
}

/* Who is named so nearly that no office is needed to tell. */
static const sg_row *rank_or_name(const scene *s, const char *offices, const sg_person *p, sg_states *in) {
    const char *code = in->count ? in->at[0].code : NULL;
    const sg_row *h = sg_holder_named(s->d->lex, s->d->arena, code, offices, s->d->pub, p->key);
    if (h && !in->count) sg_add_state(in, h->cell[H_COUNTRY], h);
    return h;
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

/* The country of a titled person whose phrase names none: the one whose holder the name fits, or the role's own. */
static const sg_row *resolve(const scene *s, duty du, const sg_person *p, sg_states *in) {
    const sg_row *h = NULL, *role = du.role;
    const char *offices = du.as == role ? role->cell[R_OFFICE] : "", *own = role->cell[R_NOTE];
    if (!du.as && p && *role->cell[R_OFFICE]) return rank_or_name(s, role->cell[R_OFFICE], p, in); /* of "the Alliance" */
    if (!*offices) {
        if (strlen(own) == 3 && !in->count) sg_add_state(in, own, role);
        if (!p || du.as != role || !names_rulers(role)) return NULL;
        h = rank_or_name(s, "", p, in);
        return h ? h : ruler_called(s, p, in);
    }
    if (in->count) {
        if (!p) return NULL;
        h = holder_of(s->d, in->at[0].code, offices, p->key);
        return h || sg_office_held(s->d->lex, in->at[0].code, offices, s->d->pub) ? h : rank_or_name(s, "", p, in);
    }
    if (strlen(own) == 3 && p) h = sg_holder(s->d->lex, s->d->arena, own, offices, s->d->pub, p->key);
    if (!h && p) h = sg_holder(s->d->lex, s->d->arena, NULL, offices, s->d->pub, p->key);
    const sg_row *once = !h && p ? once_in_office(s, offices, p->key) : NULL;
    if (h || once) sg_add_state(in, h ? h->cell[H_COUNTRY] : once->cell[H_COUNTRY], h ? h : role);
    else if (strlen(own) == 3) sg_add_state(in, own, role);
    return h;
}

/* "The rebel chief Joseph Kony", "their leader Jonas Savimbi": a known name tells the land, and more than such a title. */
static duty by_figure(const scene *s, duty du, const sg_person *p, sg_states *in) {
    const sg_row *r = sg_figure(s->d->lex, s->d->pub, p->key);
    if (!r || (in->count && strcmp(in->at[0].code, r->cell[H_COUNTRY]) != 0)) return du;
    sg_add_state(in, r->cell[H_COUNTRY], r);
    sg_rows roles = sg_lexicon_by(s->d->lex, SG_WAY_OFFICE, sg_str_of(r->cell[H_OFFICE]));
    bool vague = !du.as || !*du.as->cell[R_SECTOR] || sg_list_has("GOV|MIL", sg_str_of(du.as->cell[R_SECTOR]));
    if (vague && roles.count) du.role = du.as = roles.row[0];
    return du;
}

/* "X, chairman of the State Council": several lands have a body so called; who holds an office under his whole name is
 * of his. */
static void heed_name(const scene *s, const sg_person *p, sg_states *in) {
    bool body = in->count == 1 && in->at[0].row && in->at[0].row->table == SG_T_ORGANS;
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

static void give_named(scene *s, const sg_hit *hit, duty du, const sg_person *p, sg_states *in) {
    heed_name(s, p, in);
    const sg_row *holder = resolve(s, du, p, in);
    if (!holder && !du.as && !in->count && p->first < p->last) /* "the head of the Council Fayez al-Sarraj" */
        holder = rank_or_name(s, "", p, in);
    sg_rows as = {0};
    if (holder && !du.as) as = sg_lexicon_by(s->d->lex, SG_WAY_OFFICE, sg_str_of(holder->cell[H_OFFICE]));
    if (as.count) du.as = as.row[0];
    du = holder ? by_rule(s, du, holder) : by_figure(s, du, p, in);
    const sg_hit *bearer = in->count ? NULL : sg_world_at(s->d, p->head);
    if (bearer && bearer->first == p->first && bearer->last == p->last)
        sg_add_states(s->d, in, bearer->row); /* a layer's name of a person whose state alone is told */
    sg_ent e = role_ent(s, du, in->count ? &in->at[0] : NULL, holder);
    e.first = hit->first < p->first ? hit->first : p->first;
    e.last = hit->last > p->last ? hit->last : p->last;
    if (e.last - e.first > TITLE_REACH) e.first = p->first, e.last = p->last;
    e.head = p->head;
    e.by = SG_BY_NAME;
    e.person = true;
    e.name_by = SG_BY_NAME;
    if (!holder) e.name = sg_dup(s->d->arena, p->name);
    else if (sg_name_likeness(p->key, sg_fold_words(s->d->arena, sg_str_of(e.name))) < 0.999) e.name_by = SG_BY_OFFICE;
    if (!tk(s, p->head)->ent_count) push_ent(s, p->head, &e);
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
    if (!of || !noted(role, "governs") || !e->country || !e->sector || strcmp(e->sector, "MIL") != 0) return;
    e->sector = "GOV";
    e->cameo = actor_code(s->d->arena, e->country, "GOV");
}

/* One entity for each country of the phrase; names of single offices are inferred from the day. */
static void give_roles(scene *s, const sg_hit *hit, duty du, sg_states *in) {
    const char *offices = du.as == du.role ? du.role->cell[R_OFFICE] : "";
    resolve(s, du, NULL, in);
    bool plural = (tk(s, hit->head)->bits & SG_FEAT_PLUR) != 0;
    for (size_t i = 0; i < (in->count ? in->count : 1); i++) {
        const sg_state *of = in->count ? &in->at[i] : NULL;
        bool several = plural && in->count < 2 && !strcmp(du.role->cell[R_KIND], "person");
        bool one_of_many = sg_list_has(du.role->cell[R_NOTE], SG_LIT("abroad")); /* a land has more than its UN ambassador */
        bool any = several || !of || any_one(s, hit->head) || sg_has_own_head(of->row, du.role) || one_of_many;
        const sg_row *holder = any ? NULL : sole_holder(s->d, of->code, du.role, offices);
        sg_ent e = role_ent(s, du, of, holder);
        govern(s, du.role, of, &e);
        e.first = hit->first;
        e.last = hit->last;
        e.head = hit->head;
        e.plural = plural && in->count < 2;
        if (holder) e.name_by = SG_BY_INFERRED;
        push_ent(s, hit->head, &e);
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

/* ---- which line of a role is meant ---- */

static bool in_class(const scene *s, uint32_t t, const char *class) {
    sg_rows r = sg_rows_by_lemma(s->d, tk(s, t), SG_T_CLASSES);
    for (size_t i = 0; i < r.count; i++)
        if (!strcmp(r.row[i]->cell[1], class)) return true;
    return false;
}

/* Does the word stand under a verb that the table of acts has under one of these types? */
static bool under_type(const scene *s, uint32_t t, const char *types) {
    uint32_t up = tk(s, t)->deprel == SG_DEP_CONJ ? tk(s, tk(s, t)->head)->head : tk(s, t)->head;
    if (up == NONE) return false;
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, up), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(types, sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

static const char FORCE[] = "ASSAULT|COERCE";

/* A thing acts for whose it is where it does something, or where force is done to it. */
static bool thing_acts(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    if (rel == SG_DEP_CONJ) rel = tk(s, tk(s, t)->head)->deprel;
    if (rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_OBL_AGENT) return true;
    if (rel == SG_DEP_OBJ) return under_type(s, t, FORCE);
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

/* The first line of the word whose note holds here; NULL: it is no party here. */
static const sg_row *line_of(const scene *s, const sg_hit *hit, bool stated) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(sg_row_phrases(s->d->lex, hit->row)));
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        bool thing = !strcmp(r->cell[R_KIND], "thing");
        if (noted(r, "stated") && !stated) continue;
        if (noted(r, "force") && !under_type(s, hit->head, FORCE)) continue;
        if (noted(r, "stance") && is_to_thing(s, hit->head)) continue;
        if (!thing || thing_acts(s, hit->head)) return r;
    }
    return NULL;
}

/* The line that stands for every firm. */
static const sg_row *any_firm(const scene *s) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(s->d->lex, SG_T_ROLES, &n);
    for (size_t i = 0; i < n; i++)
        if (noted(&rows[i], "firm")) return &rows[i];
    return NULL;
}

/* "The Radical Party": a name that no table knows may end in a word that tells what kind of body it is. */
static const sg_row *kind_of_body(const scene *s, uint32_t t) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_ROLES, tk(s, t)->lemma_key);
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        if (!strcmp(r->cell[R_KIND], "group") && r->cell[R_SECTOR][0] && !r->cell[R_NOTE][0]) return r;
    }
    const char *society = sg_says(s->d, t, "society");
    bool whole = society && !strcmp(society, "whole");
    rows = whole ? sg_lexicon_find(s->d->lex, SG_T_ROLES, SG_LIT("sector:soc")) : (sg_rows){0};
    return rows.count ? rows.row[0] : NULL;
}

/* The line that tells the sector: a spokesman, a chief, a tank is of the body that it serves; what a government
 * has of things is its army's. NULL where it serves somebody unknown. */
static const sg_row *line_served(const scene *s, const sg_hit *hit, const sg_row *role, bool stated, int depth) {
    bool thing = !strcmp(role->cell[R_KIND], "thing"), ordained = noted(role, "ordained");
    if ((!thing && !ordained && !noted(role, "serves")) || depth > SERVES_DEEP) return role;
    const sg_hit *inner = sg_inner_role(s->d, hit);
    uint32_t owner = inner || thing || ordained ? NONE : sg_unknown_owner(s->d, hit);
    const sg_row *kind = owner == NONE ? NULL : kind_of_body(s, owner);
    if (kind) return kind;
    if (owner != NONE && !stated) return in_class(s, owner, "business") ? any_firm(s) : NULL;
    if (!inner) return role;
    const sg_row *as = line_of(s, inner, stated);
    if (as) as = line_served(s, inner, as, stated, depth + 1);
    if (!as || !as->cell[R_SECTOR][0] || (ordained && strcmp(as->cell[R_SECTOR], "REL") != 0)) return role;
    return !strcmp(as->cell[R_SECTOR], "GOV") && role->cell[R_SECTOR][0] ? role : as;
}

/* "Negotiators for Chad", "a spokesman for the Libyan rebels", "an aide to the Chadian president": whose they are. */
static void states_behind(const scene *s, const sg_hit *hit, bool to, sg_states *in) {
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
    }
}

/* A title is a noun before a name, though taggers take "premier" for an adjective there. */
static bool is_plain_noun(const scene *s, const sg_hit *hit) {
    const sg_tok *t = tk(s, hit->head);
    uint32_t after = hit->last + 1;
    if (t->upos == SG_POS_ADJ && t->deprel == SG_DEP_AMOD)
        return !strcmp(hit->row->cell[R_KIND], "person") && after < s->d->tok_count && tk(s, after)->sent == t->sent &&
               sg_name_behind(s->d, after);
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

/* "The Prime Minister and President X": who stands with an article, in another office than a head of state's, is another. */
static bool are_two(const scene *s, const sg_hit *one, const sg_hit *two) {
    const char *lower = one->row->cell[R_OFFICE];
    bool the = one->first > s->d->sents[tk(s, one->head)->sent].first && sg_eqz(tk(s, one->first - 1)->key, "the");
    the |= tk(s, one->first)->upos == SG_POS_DET;
    bool heads = sg_list_has(two->row->cell[R_OFFICE], SG_LIT("head-of-state"));
    return the && heads && *lower && !sg_list_has(lower, SG_LIT("head-of-state")) && !strcmp(one->row->cell[R_SECTOR], "GOV");
}

/* The second of two titles in the singular, joined by "and", that a name follows. */
static const sg_hit *title_beside(const scene *s, const sg_hit *hit) {
    const sg_sent *in = &s->d->sents[tk(s, hit->head)->sent];
    uint32_t at = hit->last + 2, end = in->first + in->count;
    if (strcmp(hit->row->cell[R_KIND], "person") != 0 || at >= end || tk(s, at - 1)->upos != SG_POS_CCONJ) return NULL;
    const sg_hit *next = sg_role_at(s->d, at);
    if (!next || next->first != at || strcmp(next->row->cell[R_KIND], "person") != 0 || next->last + 1 >= end) return NULL;
    bool several = ((tk(s, hit->head)->bits | tk(s, next->head)->bits) & SG_FEAT_PLUR) != 0;
    return several || !sg_name_word(s->d, next->last + 1) || are_two(s, hit, next) ? NULL : next;
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

/* Is the phrase said to have been so: "former Kenyan finance minister", "the ousted Malian government"? */
static bool is_bygone(const scene *s, const sg_hit *hit) {
    enum { REACH = 6 };
    const sg_sent *in = &s->d->sents[tk(s, hit->head)->sent];
    for (uint32_t t = hit->first; t > in->first && hit->first - t < REACH; t--) {
        const sg_tok *w = tk(s, t - 1);
        if (sg_says(s->d, t - 1, "bygone")) return true;
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

/* "The General Federation of Labour": no officer of that name, but a body. */
static bool titles_body(const scene *s, const sg_row *row, const sg_person *p) {
    bool rank = !strcmp(row->cell[R_SECTOR], "MIL") && noted(row, "ruler");
    if (!rank || !sg_is_capital(tk(s, p->head))) return false;
    sg_rows nouns = sg_rows_by_lemma(s->d, tk(s, p->head), SG_T_NOUNS);
    for (size_t i = 0; i < nouns.count; i++)
        if (!strcmp(nouns.row[i]->cell[1], "body")) return true;
    return false;
}

/* A lone plain noun is no party where it only modifies ("police station"), unless a name hangs on it. */
static void role(scene *s, const sg_hit *hit) {
    sg_tok *t = tk(s, hit->head);
    if (t->ent_count || !is_plain_noun(s, hit)) return;
    const sg_hit *twin = title_beside(s, hit);
    if (twin) { /* "Deputy Prime Minister and Foreign Minister Pham Binh Minh": one person */
        role(s, twin);
        t->ent = tk(s, twin->head)->ent, t->ent_count = tk(s, twin->head)->ent_count;
        return;
    }
    sg_person p;
    sg_states in = {0};
    sg_states_of(s->d, hit->head, hit->last, &in);
    if (!in.count && noted(hit->row, "serves")) states_behind(s, hit, noted(hit->row, "to"), &in);
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

const char *sg_office_sector(const sg_lexicon *lex, const char *office) {
    sg_rows found = sg_lexicon_by(lex, SG_WAY_OFFICE, sg_str_of(office));
    return found.count ? found.row[0]->cell[R_SECTOR] : "GOV";
}

static void give_holder(scene *s, uint32_t head, uint32_t first, uint32_t last, const sg_row *r, bool former) {
    const char *sector = former ? "ELI" : sg_office_sector(s->d->lex, r->cell[H_OFFICE]);
    sg_ent e = {.first = first,
                .last = last,
                .head = head,
                .name = r->cell[H_NAME],
                .office = former ? NULL : or_null(r->cell[H_OFFICE]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .person = true,
                .group = true,
                .row = {r},
                .same = NONE};
    sg_actor_serve(s->d->arena, &e, r->cell[H_COUNTRY], NULL, sector, sector);
    sg_actor_hold(&e, sector);
    push_ent(s, head, &e);
}

/* Somebody known who is to have an office in some years: of the country, but of no sector. */
static void give_later(scene *s, const sg_hit *hit, const sg_row *r) {
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .name = r->cell[H_NAME],
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .person = true,
                .group = true,
                .row = {r},
                .same = NONE};
    if (strlen(r->cell[H_COUNTRY]) > 3) return;
    e.country = e.cameo = or_null(r->cell[H_COUNTRY]);
    push_ent(s, hit->head, &e);
}

/* A trade that is told of somebody: "goalkeeper", "novelist", but no office, and no word for the mighty ("strongman"). */
static bool is_trade(const scene *s, uint32_t t) {
    if (tk(s, t)->upos != SG_POS_NOUN && tk(s, t)->upos != SG_POS_PROPN) return false;
    const sg_hit *role = sg_role_at(s->d, t);
    const char *sector = role ? role->row->cell[R_SECTOR] : "";
    if (role && (role->row->cell[R_OFFICE][0] || !*sector || sg_list_has("GOV|MIL|ELI|OPP|REB|PTY", sg_str_of(sector))))
        return false;
    if (sg_says(s->d, t, "mighty")) return false;
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, t), SG_T_NOUNS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[1], "person")) return true;
    return role != NULL;
}

/* "Hayashi, a noodle cook in Osaka", "the goalkeeper Park Jin": who must be introduced so is not whom all know. */
static bool is_described(const scene *s, uint32_t t) {
    sg_person p = sg_person_at(s->d, t);
    const sg_sent *of = &s->d->sents[tk(s, t)->sent];
    if (p.first > of->first && is_trade(s, p.first - 1)) return true;
    bool speaks = p.last + 1 < of->first + of->count && sg_eqz(tk(s, p.last + 1)->form, ":"); /* "Honecker: a fine wall" */
    for (uint32_t c = tk(s, t)->child; c != NONE && !speaks; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_APPOS || tk(s, c)->upos != SG_POS_NOUN) continue;
        for (uint32_t k = tk(s, c)->child; k != NONE; k = tk(s, k)->next)
            if (tk(s, k)->deprel == SG_DEP_DET && !(tk(s, k)->bits & SG_FEAT_DEF) && !sg_role_at(s->d, c)) return true;
    }
    return false;
}

/* Does the name go on behind a hyphen, in small letters: "Park Jin-woo"? */
static bool goes_on(const scene *s, uint32_t last) {
    uint32_t stop = s->d->sents[tk(s, last)->sent].first + s->d->sents[tk(s, last)->sent].count;
    if (last + 2 >= stop || tk(s, last)->space_after || tk(s, last + 1)->space_after) return false;
    const sg_tok *more = tk(s, last + 2);
    bool small = more->form.s[0] >= 'a' && more->form.s[0] <= 'z';
    return sg_eqz(tk(s, last + 1)->form, "-") && more->upos == SG_POS_PROPN && small;
}

/* A known name without a title: who held an office on the day; else who last did, as a former one. */
static void holder(scene *s, const sg_hit *hit) {
    size_t n = hit->last + 1 - hit->first;
    if (tk(s, hit->head)->ent_count || tk(s, hit->head)->upos != SG_POS_PROPN) return;
    bool at_home = n > 1 && sg_in_office(hit->row, s->d->pub) && sg_names_land(s->d, hit->row->cell[H_COUNTRY]);
    if (!at_home && is_described(s, hit->head)) return; /* "Petro Poroshenko, a confectioner, took the oath in Ukraine" */
    sg_person p = sg_person_at(s->d, hit->head);
    for (uint32_t t = hit->first; t <= hit->last; t++) /* a title has it already, though a tree parts the name */
        if (tk(s, t)->ent_count && s->d->ents[tk(s, t)->ent].person) return;
    if (goes_on(s, hit->last)) return;                /* "Park Jin-woo" is not Park Jin */
    if (p.first < hit->first || p.last > hit->last) { /* nor is "Park Jin Woo" */
        if (n == 1 || !sg_holder_longer(s->d->lex, s->d->arena, hit->row, s->d->pub, p.key)) return;
    }
    char key[NAME_ROOM];
    size_t len = 0;
    for (uint32_t t = hit->first; t <= hit->last; t++) {
        if (!sg_key_add(key, sizeof key, &len, tk(s, t)->key)) return;
    }
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_HOLDERS, (sg_str){key, len});
    const sg_row *now = NULL, *past = NULL, *later = NULL;
    sg_states of = {0};
    if (n > 1) sg_states_of(s->d, hit->head, hit->first, &of);
    for (size_t i = 0; i < found.count; i++) {
        const sg_row *r = found.row[i];
        bool theirs = of.count == 1 && !strcmp(of.at[0].code, r->cell[H_COUNTRY]); /* of two kings of a name, "Jordan's" */
        if (theirs && sg_in_office(r, s->d->pub)) now = r;
        if (!sg_in_office(r, s->d->pub)) {
            if (sg_soon_in_office(r, s->d->pub)) later = r;
            else if (sg_was_in_office(r, s->d->pub) && (!past || strcmp(r->cell[H_TO], past->cell[H_TO]) > 0)) past = r;
            continue;
        }
        if (now && n == 1 && strcmp(now->cell[H_COUNTRY], r->cell[H_COUNTRY]) != 0) return;
        bool rules = now && sg_is_ruler(r) && !sg_is_ruler(now) && !strcmp(now->cell[H_NAME], r->cell[H_NAME]);
        if (!now || rules) now = r; /* a president who is army chief too */
    }
    const sg_row *called = n == 1 && now ? sg_called(s->d, (sg_str){key, len}) : NULL;
    if (called) now = called; /* who holds an office is meant before others of that surname */
    if (now) give_holder(s, hit->head, hit->first, hit->last, now, false);
    else if (past && n > 1) give_holder(s, hit->head, hit->first, hit->last, past, !sg_just_left(past, s->d->pub));
    else if (later && n > 1) give_later(s, hit, later);
}

/* ---- names said before ---- */

static known *seek_known(const scene *s, sg_str word) {
    for (size_t i = (size_t)sg_hash(SG_HASH, word.s, word.n) & s->known_mask;; i = (i + 1) & s->known_mask)
        if (!s->people[i].word.n || sg_eq(s->people[i].word, word)) return &s->people[i];
}

static void more_known(scene *s) {
    scene old = *s;
    s->known_mask = old.people ? 2 * old.known_mask + 1 : 63;
    s->people = SG_NEW(s->d->arena, known, s->known_mask + 1);
    for (size_t i = 0; old.people && i <= old.known_mask; i++)
        if (old.people[i].word.n) *seek_known(s, old.people[i].word) = old.people[i];
}

/* "Secretary Pompeo" after "Mike Pompeo": who is meant by a title and a surname was told before, or holds an office alone
 * of that name. */
static void recall(scene *s, uint32_t ent) {
    sg_ent *e = &s->d->ents[ent];
    if (!e->person || !e->name || e->plural || e->country || e->by != SG_BY_NAME || strchr(e->name, ' ')) return;
    if (!e->sector || strcmp(e->sector, "GOV") != 0) return;
    sg_str key = sg_fold_words(s->d->arena, sg_str_of(e->name));
    const known *k = s->people && key.n ? seek_known(s, key) : NULL;
    const sg_ent *before = k && k->word.n ? &s->d->ents[k->ent] : NULL;
    if (!before || !before->person || !before->country || before->plural) return;
    sg_ent now = *before;
    now.first = e->first, now.last = e->last, now.head = e->head;
    now.by = SG_BY_NAME, now.same = k->ent;
    *e = now;
}

/* Returns whether room was taken that must stay. */
static bool remember_word(scene *s, sg_str w, uint32_t ent) {
    bool fresh = !s->people || 2 * s->known_count >= s->known_mask;
    if (fresh) more_known(s);
    known *k = seek_known(s, w);
    if (!k->word.n) k->word = w, s->known_count++, fresh = true;
    k->ent = ent;
    return fresh;
}

/* Each word of the name leads to the last person so called, and so does a surname as the text spells it: "Mike Pompayo". */
static void remember(scene *s, uint32_t ent) {
    const sg_ent *e = &s->d->ents[ent];
    if (!e->person || !e->name || e->plural) return;
    sg_mark mark = sg_arena_mark(s->d->arena);
    sg_str name = sg_fold_words(s->d->arena, sg_str_of(e->name)), w;
    size_t at = 0;
    bool fresh = false, spelt = false;
    while (sg_next_word(name, &at, &w)) {
        fresh |= remember_word(s, w, ent);
        spelt |= e->last != NONE && sg_eq(w, tk(s, e->last)->key);
    }
    bool own = e->by == SG_BY_NAME && e->name_by == SG_BY_OFFICE && e->last != NONE && e->last > e->first;
    if (own && !spelt && sg_name_word(s->d, e->last)) fresh |= remember_word(s, tk(s, e->last)->key, ent);
    if (!fresh) sg_arena_reset(s->d->arena, mark);
}

/* "Laura Paris, an engineer": a given name, and another word behind it, of whom nothing is known. */
static void note_stranger(scene *s, uint32_t t) {
    const sg_sent *in = &s->d->sents[tk(s, t)->sent];
    uint32_t last = t;
    if (tk(s, t)->ent_count || tk(s, t)->upos != SG_POS_PROPN || tk(s, t)->deprel == SG_DEP_FLAT) return;
    while (last + 1 < in->first + in->count && tk(s, last + 1)->deprel == SG_DEP_FLAT && tk(s, last + 1)->head == t) last++;
    if (last == t || !sg_lexicon_find(s->d->lex, SG_T_GIVEN, tk(s, t)->key).count) return;
    *SG_PUSH(s->d->arena, s->strangers, s->stranger_count, s->stranger_cap) = (stranger){tk(s, last)->key, last};
}

/* Is the word alone the name of one who was told in full before? */
static bool is_strangers_name(const scene *s, uint32_t t) {
    for (size_t i = 0; i < s->stranger_count && s->strangers[i].tok < t; i++)
        if (sg_eq(s->strangers[i].word, tk(s, t)->key)) return true;
    return false;
}

/* "Paris claims", "Paris's father", after Laura Paris: no place, where who acts stands. */
static bool is_strangers_place(const scene *s, const sg_hit *hit) {
    uint8_t rel = tk(s, hit->head)->deprel;
    bool acts = rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_OBJ;
    return acts && hit->first == hit->last && is_strangers_name(s, hit->head);
}

/* ---- firms ---- */

/* Of the land that its name or what stands before it says: "Swiss Ferrox AG", "Tokyo-based Kita Oil Co". */
static void give_firm(scene *s, const sg_firm *f) {
    const sg_row *row = any_firm(s);
    sg_states in = {0};
    sg_states_of(s->d, f->head, NONE, &in);
    bool of_one = in.count == 1 && in.at[0].row && in.at[0].row->table == SG_T_COUNTRIES;
    sg_ent e = role_ent(s, (duty){row, row}, of_one ? &in.at[0] : NULL, NULL);
    const sg_tok *first = tk(s, f->first), *last = tk(s, f->last);
    e.first = f->first, e.last = f->last, e.head = f->head;
    e.name = sg_dup(s->d->arena, (sg_str){first->form.s, (size_t)(last->form.s + last->form.n - first->form.s)});
    e.by = e.name_by = SG_BY_NAME;
    push_ent(s, f->head, &e);
    for (uint32_t k = f->first; k <= f->last; k++)
        if (k != f->head) tk(s, k)->ent = tk(s, f->head)->ent, tk(s, k)->ent_count = 1;
}

/* Firms by their whole names, and by the first word of one told before: "Brentwood". */
static void firms(scene *s) {
    sg_firm f;
    for (uint32_t t = 0; t < s->d->tok_count; t++) {
        if (sg_firm_at(s->d, t, &f)) {
            give_firm(s, &f);
            if (!sg_world_at(s->d, t) && f.last > t) remember_word(s, tk(s, t)->key, tk(s, f.head)->ent);
            t = f.last;
            continue;
        }
        const known *k = s->people && sg_firm_short(s->d, t) ? seek_known(s, tk(s, t)->key) : NULL;
        if (!k || !k->word.n) continue;
        sg_ent now = s->d->ents[k->ent];
        now.first = now.last = now.head = t, now.same = k->ent;
        push_ent(s, t, &now);
    }
}

/* "Moammar Qaddafi of Libya": a name that the table spells otherwise, with its country. */
static void garbled(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || !sg_name_word(s->d, t) || tk(s, t)->deprel == SG_DEP_FLAT || is_described(s, t)) return;
    sg_person p = sg_person_at(s->d, t);
    sg_states in = {0};
    for (uint32_t k = p.first; k <= p.last && p.last > p.first; k++) sg_states_of(s->d, k, NONE, &in);
    const sg_row *h = in.count == 1 ? rank_or_name(s, "", &p, &in) : NULL;
    if (h) give_holder(s, t, p.first, p.last, h, false);
}

/* "in May" is no Theresa May; who acts or is spoken of as somebody's may be. */
static bool is_day(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    if (rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ || rel == SG_DEP_NMOD_POSS) return false;
    const sg_sent *of = &s->d->sents[tk(s, t)->sent];
    for (uint32_t i = of->time; i < of->time + of->time_count; i++)
        if (s->d->times[i].first <= t && t <= s->d->times[i].last) return true;
    return false;
}

/* "B.N.", "J.", "P.": letters and full stops. */
static bool is_initials(sg_str w) {
    for (size_t i = 0; i < w.n; i++)
        if (w.s[i] != '.' && (w.s[i] < 'A' || w.s[i] > 'Z' || (i + 1 < w.n && w.s[i + 1] != '.'))) return false;
    return w.n > 0;
}

/* "Mr", "Sheikh": a word before a name that tells no office. */
static bool is_address(const scene *s, uint32_t t) {
    return tk(s, t)->deprel == SG_DEP_NMOD_DESC && !sg_role_at(s->d, t);
}

/* "Mrs X", after a man of that name. */
static bool is_other_sex(const scene *s, uint32_t address, const sg_ent *one) {
    enum { NOUN_GENDER = 2, GIVEN_GENDER = 1 };
    size_t at = 0;
    sg_str name = sg_fold_words(s->d->arena, sg_str_of(one->name)), given = {"", 0};
    sg_rows word = sg_lexicon_find(s->d->lex, SG_T_NOUNS, tk(s, address)->key);
    if (!word.count || !*word.row[0]->cell[NOUN_GENDER] || !sg_next_word(name, &at, &given)) return false;
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_GIVEN, given);
    const char *is = rows.count ? rows.row[0]->cell[GIVEN_GENDER] : "";
    return *is && strcmp(is, word.row[0]->cell[NOUN_GENDER]) != 0;
}

/* "Bolivia's Morales": the one state whose name, as whose he is, stands before the surname; NULL: none. */
static const char *home_before(const scene *s, uint32_t t, uint32_t first) {
    for (uint32_t c = tk(s, t)->child; c != NONE && c < first; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_NMOD_POSS) continue;
        const sg_hit *h = sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        const char *code = h && h->head == c ? h->row->cell[1] : "";
        if (strlen(code) == 3) return code;
    }
    return NULL;
}

/* "Mihaylova", "Mihailova": alike but for one letter. */
static bool is_one_off(sg_str a, sg_str b) {
    enum { LEAST = 5 };
    size_t same = 0, end = 0, longer = a.n > b.n ? a.n : b.n, shorter = a.n > b.n ? b.n : a.n;
    if (shorter < LEAST || longer - shorter > 1 || a.s[0] != b.s[0]) return false;
    while (same < shorter && a.s[same] == b.s[same]) same++;
    while (end < shorter - same && a.s[a.n - 1 - end] == b.s[b.n - 1 - end]) end++;
    return same + end + 1 >= longer;
}

/* The person named before whose name is spelt almost so, where it is only one; else NULL. Translated reports spell foreign
 * names now so, now so. */
static const known *seek_alike(const scene *s, sg_str word) {
    const known *found = NULL;
    for (size_t i = 0; s->people && i <= s->known_mask; i++) {
        const known *k = &s->people[i];
        if (!k->word.n || !s->d->ents[k->ent].person || !is_one_off(k->word, word)) continue;
        const char *name = s->d->ents[k->ent].name;
        if (!name || (found && strcmp(s->d->ents[found->ent].name, name) != 0)) return NULL;
        found = k;
    }
    return found;
}

static void name_again(scene *s, const known *k, const sg_person *p, uint32_t t) {
    sg_ent before = s->d->ents[k->ent];
    before.first = p->first, before.last = p->last, before.head = t;
    before.same = k->ent;
    before.by = SG_BY_NAME;
    push_ent(s, t, &before);
}

/* A lone surname, with initials or "Mr" at most: of a person named before, else of the one holder of the day so called. */
static void surname(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || !sg_name_word(s->d, t) || is_day(s, t)) return;
    if (tk(s, t)->deprel == SG_DEP_FLAT || is_address(s, t)) return;
    sg_person p = sg_person_at(s->d, t);
    bool strange = is_strangers_name(s, p.last);
    uint32_t initials = 0, last = p.last;
    for (uint32_t at = p.first; at < last && (is_initials(tk(s, at)->form) || is_address(s, at)); at++) initials++;
    if (p.first + initials != last) return;
    if (initials) p.key = tk(s, last)->key;
    const known *k = s->people && p.key.n ? seek_known(s, p.key) : NULL;
    if (k && k->word.n && initials && is_other_sex(s, p.first, &s->d->ents[k->ent])) return;
    if (k && k->word.n) {
        name_again(s, k, &p, t);
        return;
    }
    if (strange) return;
    const char *home = home_before(s, t, p.first);
    const sg_row *own = home ? sg_holder_at_home(s->d->lex, s->d->pub, p.key, home) : NULL;
    bool former = own && !sg_in_office(own, s->d->pub) && !sg_just_left(own, s->d->pub);
    if (own) {
        give_holder(s, t, p.first, last, own, former);
        return;
    }
    const sg_row *r = home || is_described(s, t) ? NULL : sg_called(s->d, p.key); /* another land's is not meant */
    if (r) {
        give_holder(s, t, p.first, last, r, false);
        return;
    }
    const known *alike = initials ? seek_alike(s, p.key) : NULL;
    if (alike && !is_other_sex(s, p.first, &s->d->ents[alike->ent])) name_again(s, alike, &p, t);
}

/* "met Pashinian", tagged as an adjective: a word in capitals without an article that is a name told before. */
static bool is_taken_name(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    uint8_t rel = k->deprel;
    bool place = rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD;
    if ((k->upos != SG_POS_ADJ && k->upos != SG_POS_NOUN) || !place || !sg_is_capital(k) || k->hit != NONE || k->ent_count)
        return false;
    if (t == s->d->sents[k->sent].first || s->d->sents[k->sent].in_title || !s->people) return false;
    for (uint32_t c = k->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel != SG_DEP_CASE && tk(s, c)->deprel != SG_DEP_PUNCT) return false;
    const known *before = seek_known(s, k->key);
    return before->word.n && s->d->ents[before->ent].country;
}

/* ---- people by where they are from ---- */

/* "thousands of refugees": who they are stands behind `of`. */
static bool counts_others(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD && sg_owning(s->d, c) && (sg_role_at(s->d, c) || in_class(s, c, "human")))
            return true;
    return false;
}

/* "His Peruvian colleague": what he is, the one tells whose colleague he is (core/refer.c). */
static bool is_peer(const scene *s, uint32_t t) {
    for (uint32_t c = sg_says(s->d, t, "peer") ? tk(s, t)->child : NONE; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD_POSS && !(tk(s, c)->bits & SG_FEAT_P1)) return true;
    return false;
}

/* "Qatar's neighbours", "Mali's partners": other states, and no people of it. */
static bool are_beside_state(const scene *s, uint32_t t) {
    if (!(tk(s, t)->bits & SG_FEAT_PLUR) || !sg_kind_value(&tk(s, t)->by_lemma, "at its side")) return false;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD_POSS && sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES)) return true;
    return false;
}

/* "Romania's Liberals", "the Chilean Socialists": a creed in the plural and with a capital is a party, in a text too. */
static bool is_of_creed(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    bool told = false; /* but "the League of Communists" */
    for (uint32_t c = k->child; c != NONE && c < t; c = tk(s, c)->next)
        told |= tk(s, c)->deprel == SG_DEP_DET || tk(s, c)->deprel == SG_DEP_NMOD_POSS || tk(s, c)->deprel == SG_DEP_AMOD;
    return told && (k->bits & SG_FEAT_PLUR) && sg_is_capital(k) && sg_kind_value(&k->by_lemma, "creed") &&
           !s->d->sents[k->sent].in_title;
}

/* "a West German engineer", "women of Basra": people whom no line of a role names are civilians of where they are from. */
static void people(scene *s, uint32_t t) {
    bool party = is_of_creed(s, t), noun = tk(s, t)->upos == SG_POS_NOUN || party;
    if (tk(s, t)->ent_count || !noun || tk(s, t)->hit != NONE) return;
    if (!party && (!in_class(s, t, "human") || counts_others(s, t) || is_peer(s, t) || are_beside_state(s, t))) return;
    sg_states in = {0};
    sg_states_of(s->d, t, t, &in);
    for (size_t i = 0; i < in.count; i++) {
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .by = SG_BY_DESCRIPTION,
                    .group = true,
                    .plural = (tk(s, t)->bits & SG_FEAT_PLUR) != 0 && in.count < 2,
                    .row = {in.at[i].row},
                    .same = NONE};
        const char *sector = party ? "PTY" : "CVL";
        sg_actor_serve(s->d->arena, &e, in.at[i].code, in.at[i].row, sector, sector);
        push_ent(s, t, &e);
    }
}

/* "the president's son", "the family of a former minister": kin of those who rule or ruled. */
static void kin(scene *s, uint32_t t) {
    if (tk(s, t)->upos != SG_POS_NOUN || sg_role_at(s->d, t) || !in_class(s, t, "kin")) return;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next) {
        bool owner = tk(s, c)->deprel == SG_DEP_NMOD_POSS || (tk(s, c)->deprel == SG_DEP_NMOD && sg_owning(s->d, c));
        if (!owner || !tk(s, c)->ent_count) continue;
        const sg_ent *of = &s->d->ents[tk(s, c)->ent];
        if (!of->person || of->plural || !of->sector || !sg_list_has("GOV|ELI", sg_str_of(of->sector))) continue;
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .country = of->country,
                    .sector = "ELI",
                    .cameo = actor_code(s->d->arena, of->country, "ELI"),
                    .by = SG_BY_DESCRIPTION,
                    .group = true,
                    .plural = (tk(s, t)->bits & SG_FEAT_PLUR) != 0,
                    .row = {NULL, of->row[0], of->row[1], of->row[2]}, /* refer is not to take them for the ruler */
                    .same = NONE};
        tk(s, t)->ent_count = 0;
        push_ent(s, t, &e);
        return;
    }
}

/* ---- places that stand for people ---- */

/* The word that a phrase hangs on: of "Rabat and Dakar" that of Rabat. */
static uint32_t governor(const scene *s, uint32_t t) {
    if (tk(s, t)->deprel == SG_DEP_CONJ && tk(s, t)->head != NONE) t = tk(s, t)->head;
    return tk(s, t)->head;
}

static bool governed(const scene *s, uint32_t t, const char *kind) {
    uint32_t up = governor(s, t);
    return up != NONE && sg_kind_value(&tk(s, up)->by_lemma, kind);
}

/* Is the noun or verb that the phrase hangs on one that the tables of acts know? */
static bool under_act(const scene *s, uint32_t t) {
    uint32_t up = governor(s, t);
    return up != NONE &&
           (sg_rows_by_lemma(s->d, tk(s, up), SG_T_ACTS).count || sg_rows_by_lemma(s->d, tk(s, up), SG_T_OPERATORS).count);
}

/* "sought a loan from Washington": the noun or the verb above it tells that something is got. */
static bool gets(const scene *s, uint32_t t) {
    uint32_t up = governor(s, t);
    return governed(s, t, "getting") || (up != NONE && tk(s, up)->upos == SG_POS_NOUN && governed(s, up, "getting"));
}

/* Is it a noun for force, or one to which force is done: "the Jakarta blast", "bombed the Tripoli airport"? */
static bool is_hit(const scene *s, uint32_t noun) {
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, noun), SG_T_ACTS);
    bool object = tk(s, noun)->deprel == SG_DEP_OBJ || tk(s, noun)->deprel == SG_DEP_NSUBJ_PASS;
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'n' && !strcmp(rows.row[i]->cell[TYPE], "ASSAULT")) return true;
    return object && under_type(s, noun, "ASSAULT");
}

/* "took Warsaw to task", "held Paris responsible": verbs of force beside words of blame. */
static bool is_blamed(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->head == NONE ? NONE : tk(s, tk(s, t)->head)->child; c != NONE; c = tk(s, c)->next)
        if (c > t && sg_says(s->d, c, "blaming")) return true;
    return false;
}

/* A capital after a preposition is a place ("in Geneva", "of Kyiv"), unless it is one of dealings: "talks with
 * Moscow", "appealed to Rabat" (but "flew to Rabat"), "a loan from Washington" (but "a train from Paris"), "lashed
 * out at Seoul". A capital that is shelled is a place too. */
static bool is_venue(const scene *s, uint32_t t) {
    uint32_t at = tk(s, t)->deprel == SG_DEP_CONJ && tk(s, t)->head != NONE ? tk(s, t)->head : t;
    uint8_t rel = tk(s, at)->deprel;
    if (rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS)
        return under_type(s, at, "ASSAULT") && !under_type(s, at, "REQUEST") && /* but "pressed Brussels" */
               !is_blamed(s, at);
    bool part = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NMOD_UNMARKED;
    if (part && tk(s, at)->head != NONE) return is_hit(s, tk(s, at)->head);
    if (rel != SG_DEP_OBL && rel != SG_DEP_NMOD) return false;
    for (uint32_t pass = 0; pass < (at == t ? 1 : 2); pass++)
        for (uint32_t c = tk(s, pass ? at : t)->child; c != NONE; c = tk(s, c)->next) {
            if (tk(s, c)->deprel != SG_DEP_CASE) continue;
            if (sg_says(s->d, c, "dealing")) return false;
            if (sg_says(s->d, c, "addressing")) return !under_act(s, t) || governed(s, t, "going");
            if (sg_says(s->d, c, "giving")) return !gets(s, t);
            if (sg_says(s->d, c, "aiming")) return !under_type(s, at, "ACCUSE|THREATEN|REJECT");
            return true;
        }
    return at == t;
}

/* How often the document names the state that a seat lies in by anything else than a town, and the body that has its seat
 * there by anything else than the seat. */
static bool body_prevails(const scene *s, const sg_row *state, const sg_row *body) {
    size_t states = 0, bodies = 0;
    enum { LOOKED = 2000 };
    for (size_t i = 0; i < s->d->hit_count && i < LOOKED; i++) {
        const sg_row *r = s->d->hits[i].row;
        if (r->table == SG_T_COUNTRIES && !strcmp(r->cell[C_CODE], state->cell[C_CODE]))
            states += !sg_list_has("capital|city", sg_str_of(r->cell[C_KIND]));
        if (r->table == SG_T_ORGS && !strncmp(r->cell[O_CAMEO], body->cell[O_CAMEO], SG_WHOLE))
            bodies += strcmp(r->cell[O_FORM], body->cell[O_FORM]) != 0;
    }
    return !states || bodies > states;
}

/* "Brussels" is an organisation's seat before it is a state's, where it acts and the text speaks less of the state. */
static const sg_hit *seated(const scene *s, const sg_hit *hit) {
    if (!sg_list_has("capital|city", sg_str_of(hit->row->cell[C_KIND]))) return NULL;
    const sg_hit *h = sg_hit_over(s->d, hit->first, SG_T_ORGS, SG_T_ORGS);
    if (!h || !sg_list_has(h->row->cell[ORGS_NOTE], SG_LIT("seat"))) return NULL;
    return is_venue(s, hit->head) || !body_prevails(s, hit->row, h->row) ? NULL : h;
}

/* ---- states and bodies ---- */

static bool is_definite(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_DET && (tk(s, c)->bits & SG_FEAT_DEF)) return true;
    return false;
}

/* "six Togolese", "forty Japanese": an adjective that is counted stands for people. */
static bool is_counted(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    bool noun = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_IOBJ || rel == SG_DEP_NMOD;
    noun |= sg_is_subject(tk(s, t));
    for (uint32_t c = noun ? tk(s, t)->child : NONE; c != NONE && c < t; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NUMMOD) return true;
    return false;
}

/* "Ecuador's Indians", "Romania's Hungarians": people of the land whose they are; NULL where none is told. */
static const sg_row *owner_of_people(const scene *s, const sg_hit *hit) {
    for (uint32_t c = tk(s, hit->head)->child; c != NONE && c < hit->head; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_NMOD_POSS) continue;
        const sg_hit *h = sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        return h && strlen(h->row->cell[C_CODE]) == 3 && strcmp(h->row->cell[C_KIND], "organ") != 0 ? h->row : NULL;
    }
    return NULL;
}

/* A state by its name has no sector; its government has one by its seat, its people by their name unless all are
 * meant ("the Russians"). */
static void give_state(scene *s, const sg_hit *hit) {
    const char *const *c = hit->row->cell;
    bool seat = !strcmp(c[C_KIND], "organ") || (!strcmp(c[C_KIND], "capital") && !is_venue(s, hit->head));
    bool folk = !strcmp(c[C_KIND], "people"),
         several = folk || !strcmp(c[C_KIND], "demonyms") || (!strcmp(c[C_KIND], "adjective") && is_counted(s, hit->head));
    bool some = folk || ((several || !strcmp(c[C_KIND], "demonym")) && !is_definite(s, hit->head));
    const char *sector = seat ? "GOV" : some ? "CVL" : "";
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = strcmp(c[C_KIND], "city") != 0 && strcmp(c[C_KIND], "territory") != 0,
                .plural = several,
                .row = {hit->row},
                .same = NONE};
    sg_states of = {0};
    const sg_row *at_home = strncmp(c[C_KIND], "demonym", 7) == 0 ? owner_of_people(s, hit) : NULL;
    if (at_home) sector = "CVL";
    sg_add_states(s->d, &of, at_home ? at_home : hit->row);
    for (size_t i = 0; i < of.count; i++) {
        sg_actor_serve(s->d->arena, &e, or_null(of.at[i].code), hit->row, sector, sector);
        sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(of.at[i].code));
        bool partial = strstr(c[C_NOTE], "partial") != NULL;
        e.name = partial ? c[C_FORM] : named.count ? named.row[0]->cell[0] : NULL;
        e.group |= partial;
        push_ent(s, hit->head, &e);
    }
}

/* "Moroccan and US troops": the body that the tables know under one land's name is meant of the other land too. */
static void give_other_body(scene *s, const sg_hit *hit, const sg_ent *one) {
    uint32_t first = hit->first, other = tk(s, first)->head;
    if (!one->sector || first == hit->head || tk(s, first)->deprel != SG_DEP_CONJ || other == NONE || other >= first)
        return;
    const sg_hit *land = sg_hit_over(s->d, other, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (!land || land->last != other || strlen(land->row->cell[C_CODE]) != 3) return;
    if (tk(s, other)->head != hit->head || !strcmp(land->row->cell[C_CODE], one->country)) return;
    sg_ent e = {.first = land->first,
                .last = hit->last,
                .head = hit->head,
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {land->row},
                .same = NONE};
    sg_actor_serve(s->d->arena, &e, land->row->cell[C_CODE], land->row, one->sector, one->sector);
    push_ent(s, hit->head, &e);
}

/* "the National Front of Bolivia": a party or an armed group that the table has of another land under the same name. */
static void give_namesake(const scene *s, const sg_hit *hit, sg_ent *e) {
    bool several_may = hit->row->table == SG_T_GROUPS || hit->row->table == SG_T_PARTIES;
    sg_states of = {0};
    if (!several_may || hit->first == hit->last) return;
    sg_states_of(s->d, hit->head, hit->first, &of);
    const char *code = of.count == 1 ? of.at[0].code : NULL;
    bool land = code && strlen(code) == 3 && of.at[0].row && of.at[0].row->table == SG_T_COUNTRIES;
    if (!land || (e->country && !strcmp(e->country, code))) return;
    e->name = NULL;
    sg_actor_serve(s->d->arena, e, code, of.at[0].row, e->sector ? e->sector : "", e->sector ? e->sector : "");
}

static void give_body(scene *s, const sg_hit *hit) {
    const char *const *c = hit->row->cell;
    const char *code = or_null(c[O_CAMEO]);
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .name = or_null(c[O_NAME]),
                .country = or_null(c[O_COUNTRY]),
                .sector = or_null(c[O_SECTOR]),
                .cameo = code ? code : or_null(c[O_COUNTRY]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {hit->row},
                .same = NONE};
    give_namesake(s, hit, &e);
    push_ent(s, hit->head, &e);
    give_other_body(s, hit, &e);
}

static void world(scene *s, const sg_hit *hit) {
    if (tk(s, hit->head)->ent_count) return;
    bool land = hit->row->table == SG_T_COUNTRIES;
    const sg_hit *body = land ? seated(s, hit) : hit;
    if (land && is_strangers_place(s, hit)) return;
    if (body) give_body(s, body);
    else give_state(s, hit);
}

/* The other half of a land that is parted into North and South: "South" for "North Korea", "the South Korean navy". */
static const sg_row *half_of(const scene *s, const sg_row *land, const char *word, const char *other) {
    enum { ROOM = 64 };
    char name[ROOM];
    sg_str form = sg_str_of(sg_row_phrases(s->d->lex, land));
    size_t n = strlen(other);
    if (form.n <= n + 1 || form.n >= ROOM || form.s[n] != ' ') return NULL;
    bool is_it = !memcmp(form.s, word, n);
    if (!is_it && memcmp(form.s, other, n) != 0) return NULL;
    int length = snprintf(name, ROOM, "%s %s", is_it ? other : word, form.s + n + 1);
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_COUNTRIES, (sg_str){name, (size_t)length});
    /* both halves must be lands: "South Africa" is none */
    if (!found.count || !strcmp(found.row[0]->cell[C_CODE], land->cell[C_CODE])) return NULL;
    return is_it ? land : found.row[0];
}

/* The same for "Pyongyang", and for who rules there. */
static const sg_row *half(const scene *s, const sg_hit *hit, const char *word, const char *other) {
    bool land = hit->row->table == SG_T_COUNTRIES, ruler = hit->row->table == SG_T_HOLDERS;
    const sg_row *row = land ? half_of(s, hit->row, word, other) : NULL;
    if (row || (!land && !ruler)) return row;
    const char *code = hit->row->cell[land ? (int)C_CODE : (int)H_COUNTRY];
    sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(code));
    return named.count ? half_of(s, named.row[0], word, other) : NULL;
}

/* "the North side", "a North torpedo", but not "the North Sea". */
static bool describes_thing(const scene *s, const sg_tok *k) {
    return k->deprel == SG_DEP_COMPOUND && k->head != NONE && tk(s, k->head)->upos == SG_POS_NOUN &&
           !sg_is_capital(tk(s, k->head));
}

/* "fertiliser for the North": the half that a text names otherwise by its whole name, its capital or its ruler. */
static void give_half(scene *s, uint32_t t) {
    static const char *const words[] = {"north", "south"};
    const sg_tok *k = tk(s, t);
    size_t w = sg_eqz(k->key, words[0]) ? 0 : sg_eqz(k->key, words[1]) ? 1 : 2;
    bool noun = k->upos == SG_POS_PROPN || k->upos == SG_POS_NOUN;
    if (w == 2 || !noun || k->ent_count || k->hit != NONE || !sg_is_capital(k) || k->small) return;
    if (k->deprel == SG_DEP_AMOD || k->deprel == SG_DEP_FLAT) return;
    if (k->deprel == SG_DEP_COMPOUND && !describes_thing(s, k)) return;
    for (uint32_t c = k->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD || tk(s, c)->deprel == SG_DEP_FLAT || tk(s, c)->deprel == SG_DEP_COMPOUND)
            return;         /* "the South of the land" */
    enum { LOOKED = 2000 }; /* the first names of lands and bodies are enough */
    for (size_t i = 0; i < s->d->hit_count && i < LOOKED; i++) {
        const sg_row *row = half(s, &s->d->hits[i], words[w], words[!w]);
        if (!row || strlen(row->cell[C_CODE]) != 3) continue;
        sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(row->cell[C_CODE]));
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .name = named.count ? named.row[0]->cell[0] : NULL,
                    .by = SG_BY_NAME,
                    .name_by = SG_BY_INFERRED,
                    .group = true,
                    .row = {row},
                    .same = NONE};
        sg_actor_serve(s->d->arena, &e, row->cell[C_CODE], row, "", "");
        push_ent(s, t, &e);
        return;
    }
}

/* Does the word stand in another noun's phrase, or has it words of its own that make another name of it: "Europe day",
 * "the West Coast", "eastern Europe"? */
static bool is_of_larger_name(const scene *s, const sg_hit *h) {
    uint8_t rel = tk(s, h->head)->deprel;
    if (rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_FLAT) return true;
    for (uint32_t c = tk(s, h->head)->child; c != NONE; c = tk(s, c)->next) {
        rel = tk(s, c)->deprel;
        bool part = rel == SG_DEP_FLAT || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NUMMOD ||
                    rel == SG_DEP_NMOD;
        if (part && (c < h->first || c > h->last)) return true;
    }
    return false;
}

/* "Aid for Africa", unlike "left for Europe". */
static bool is_for(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE && sg_eqz(tk(s, c)->key, "for")) return !governed(s, t, "going");
    return false;
}

/* "Lambasted the West", "pledged money for Africa", "asked the Europeans": states of a part of the world together, where
 * they deal or are dealt with, and no place. */
static void give_part(scene *s, const sg_hit *h) {
    enum { NOTE = 1 };
    bool whole = sg_list_has(h->row->cell[NOTE], SG_LIT("whole"));
    if (!whole || tk(s, h->head)->ent_count || !sg_is_capital(tk(s, h->last)) || is_of_larger_name(s, h)) return;
    if (is_venue(s, h->head) && !is_for(s, h->head)) return;
    sg_ent e = {.first = h->first,
                .last = h->last,
                .head = h->head,
                .name = h->row->cell[0],
                .country = "IGO",
                .cameo = "IGO",
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {h->row},
                .same = NONE};
    push_ent(s, h->head, &e);
}

/* "the South Korean and US foreign ministers": the office belongs to the adjective before it too, where the
 * tree joins that to the ministers and not to their country. */
static void shared_role(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!e || k->deprel != SG_DEP_CONJ || !(k->bits & SG_FEAT_PLUR) || !e->row[0] || e->row[0]->table != SG_T_ROLES) return;
    const sg_hit *h = sg_hit_over(d, k->head, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (h && h->last == k->head && !strcmp(h->row->cell[C_KIND], "adjective") && strlen(h->row->cell[C_CODE]) == 3) {
        const sg_row *noun = e->row[0];
        sg_actor_role(d, k->head, noun, &h->row->cell[C_CODE], 1);
        sg_ent *own = &d->ents[d->toks[t].ent]; /* the minister of the other country is one too */
        const sg_row *who = d->toks[t].ent_count == 1 && own->country && !own->name
                                ? sole_holder(d, own->country, noun, noun->cell[R_OFFICE])
                                : NULL;
        if (who) {
            own->name = who->cell[H_NAME], own->office = who->cell[H_OFFICE];
            own->name_by = SG_BY_INFERRED, own->plural = false;
            own->row[2] = who;
        }
    }
}

void sg_actor(sg_doc *d) {
    scene s = {.d = d};
    firms(&s);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_ROLES) role(&s, &d->hits[i]);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_HOLDERS) holder(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) people(&s, t), note_stranger(&s, t);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table <= SG_T_ORGS) world(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) shared_role(d, t), kin(&s, t), give_half(&s, t);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_REGIONS) give_part(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (is_taken_name(&s, t)) d->toks[t].upos = SG_POS_PROPN;
        if (d->toks[t].upos == SG_POS_PROPN) garbled(&s, t), surname(&s, t);
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++)
            if (d->ents[d->toks[t].ent + i].head == t) recall(&s, d->toks[t].ent + i), remember(&s, d->toks[t].ent + i);
    }
}

void sg_actor_role(sg_doc *d, uint32_t head, const sg_row *role, const char *const *countries, size_t count) {
    scene s = {.d = d};
    const char *offices = role->cell[R_OFFICE];
    d->toks[head].ent_count = 0;
    for (size_t i = 0; i < count; i++) {
        sg_state of = {countries[i], NULL};
        const sg_row *h = sg_list_has(role->cell[R_NOTE], SG_LIT("abroad")) ? NULL : sole_holder(d, of.code, role, offices);
        sg_ent e = role_ent(&s, (duty){role, role}, &of, h);
        e.first = e.last = e.head = head;
        e.by = SG_BY_DESCRIPTION;
        if (h) e.name_by = SG_BY_INFERRED;
        push_ent(&s, head, &e);
    }
}
