/* check.c: an open lexicon held against itself (sg_lexicon_check): what cannot be, and what nobody will ever find.
 *
 * A fault is a date that is none, a code that no table of codes has, two in one office, a row behind another that
 * always stands for its phrase. A remark is a name that a later layer takes from an earlier one. The names of
 * flags, kinds and slots are the program's own, as event.c and actor.c ask for them. */
#include "lexicon.h"

#include <stdio.h>

enum { CHECK_CAP = 1 << 30, DAY = 11 };

enum { H_NAME, H_COUNTRY, H_OFFICE, H_ALIASES, H_FROM, H_TO };

typedef struct finding {
    const sg_row *row;
    const char *what;
    bool fault;
    size_t number; /* as found: keeps the order of findings of one line */
} finding;

typedef struct checker {
    sg_arena arena;
    const sg_lexicon *lex;
    finding *found;
    size_t count, cap;
} checker;

/* Where a table keeps what is checked; -1: it has no such column. */
static const struct {
    sg_table_id table;
    int country, sector, cameo, from, to, note;
} NAMES[] = {
    {SG_T_COUNTRIES, 1, -1, -1, 3, 4, 5}, {SG_T_ORGANS, 1, 2, 3, 5, 6, 7}, {SG_T_GROUPS, 1, 2, 3, 5, 6, 7},
    {SG_T_PARTIES, 1, 2, 3, 5, 6, 7},     {SG_T_ORGS, 1, 2, 3, -1, -1, 6}, {SG_T_ROLES, -1, 1, -1, -1, -1, 5},
};
enum { NAME_TABLES = sizeof NAMES / sizeof *NAMES };

static void say(checker *c, const sg_row *row, bool fault, const char *what) {
    *SG_PUSH(&c->arena, c->found, c->count, c->cap) = (finding){row, what, fault, c->count};
}

static const char *name_of(checker *c, const sg_row *row) {
    return sg_row_name(&c->arena, c->lex, row);
}

/* ---- dates ---- */

/* A year, month or day; its first or its last day as text, which compares like time. */
static bool day_of(const char *cell, bool last, char day[DAY]) {
    static const char shape[] = "dddd-dd-dd";
    size_t n = strlen(cell);
    if (n != 4 && n != 7 && n != 10) return false;
    for (size_t i = 0; i < n; i++)
        if (shape[i] == 'd' ? cell[i] < '0' || cell[i] > '9' : cell[i] != '-') return false;
    snprintf(day, DAY, "%s%s", cell, last ? &"0000-12-31"[n] : &"0000-01-01"[n]);
    return strncmp(day + 5, "01", 2) >= 0 && strncmp(day + 5, "12", 2) <= 0 && strcmp(day + 8, "01") >= 0 &&
           strcmp(day + 8, "31") <= 0;
}

/* The stretch that a row is right in: as wide as its cells allow, or as narrow. */
typedef struct stretch {
    char from[DAY], to[DAY];
} stretch;

static stretch stretch_of(const sg_row *r, int from, int to, bool narrow) {
    stretch s = {"0000-00-00", "9999-99-99"};
    if (from >= 0 && *r->cell[from]) day_of(r->cell[from], narrow, s.from);
    if (to >= 0 && *r->cell[to]) day_of(r->cell[to], !narrow, s.to);
    return s;
}

static void check_dates(checker *c, const sg_row *r, int from, int to) {
    char a[DAY], b[DAY];
    bool good = true;
    const int cells[] = {from, to};
    for (int i = 0; i < 2; i++)
        if (*r->cell[cells[i]] && !day_of(r->cell[cells[i]], false, a)) {
            say(c, r, true, sg_printf(&c->arena, "\"%s\" is no year, month or day", r->cell[cells[i]]));
            good = false;
        }
    if (!good || !*r->cell[from] || !*r->cell[to]) return;
    day_of(r->cell[from], false, a);
    day_of(r->cell[to], true, b);
    if (strcmp(a, b) > 0) say(c, r, true, "it ends before it begins");
}

/* ---- codes ---- */

static bool known(const checker *c, sg_table_id table, sg_str code) {
    return sg_lexicon_find(c->lex, table, code).count > 0;
}

static bool has_rows(const checker *c, sg_table_id table) {
    size_t n;
    sg_lexicon_rows(c->lex, table, &n);
    return n > 0;
}

static bool is_country(const checker *c, sg_str code) {
    static const char stateless[] = "IGO|NGO|MNC|IMG|ISM|NGM|INT|UIS";
    if (code.n > 3) code.n = 3; /* holders stand under actor codes too */
    return !code.n || sg_eqz(code, "-") || sg_list_has(stateless, code) ||
           sg_lexicon_by(c->lex, SG_WAY_COUNTRY, code).count;
}

static void check_country(checker *c, const sg_row *r, const char *cell) {
    sg_str rest = sg_str_of(cell), one;
    while (sg_cut(&rest, '|', &one))
        if (!is_country(c, one)) say(c, r, true, sg_printf(&c->arena, "no row names the country %.*s", (int)one.n, one.s));
}

static void check_sector(checker *c, const sg_row *r, const char *cell) {
    if (!*cell || !has_rows(c, SG_T_SECTORS) || known(c, SG_T_SECTORS, sg_str_of(cell))) return;
    say(c, r, true, sg_printf(&c->arena, "%s is no sector", cell));
}

/* The actor code goes on from the country. */
static void check_cameo(checker *c, const sg_row *r, const char *country, const char *cameo) {
    if (!*cameo || !*country || strncmp(cameo, country, strlen(country)) == 0) return;
    say(c, r, true, sg_printf(&c->arena, "the actor code %s is not of %s", cameo, country));
}

static void check_event_codes(checker *c, const sg_row *r, const char *cell) {
    sg_str rest = sg_str_of(cell), one;
    while (has_rows(c, SG_T_CAMEO) && sg_cut(&rest, ':', &one))
        if (one.n && !sg_eqz(one, "-") && !known(c, SG_T_CAMEO, one))
            say(c, r, true, sg_printf(&c->arena, "codes/cameo has no code %.*s", (int)one.n, one.s));
}

static void check_office(checker *c, const sg_row *r) {
    if (sg_lexicon_by(c->lex, SG_WAY_OFFICE, sg_str_of(r->cell[H_OFFICE])).count) return;
    say(c, r, true, sg_printf(&c->arena, "no role has the office %s", r->cell[H_OFFICE]));
}

/* ---- words of the program in cells ---- */

static void check_words(checker *c, const sg_row *r, const char *cell, const char *words, const char *what) {
    sg_str rest = sg_str_of(cell), one;
    while (sg_cut(&rest, '|', &one))
        if (one.n && !sg_list_has(words, one))
            say(c, r, true, sg_printf(&c->arena, "%.*s is no %s", (int)one.n, one.s, what));
}

/* Does a need begin with what can be a slot's name? "obj!=word" does not: "!" goes before it. */
static bool is_slot(sg_str need) {
    for (size_t i = 0; i < need.n; i++) {
        char s = need.s[i];
        if (s == '~' || s == '=' || s == '>') return i > 0;
        if (!(s >= 'a' && s <= 'z') && s != '.' && s != '-' && s != '$' && s != '+') return false;
    }
    return true;
}

/* A class that has no words is never met; classes of the program's own need none. */
static void check_need(checker *c, const sg_row *r, sg_str need) {
    static const char own[] = "party|person|somebody|state|country|act|indicative|settled|several|igo|ngo";
    if (need.n && need.s[0] == '!') need.s++, need.n--;
    if (!is_slot(need)) say(c, r, true, sg_printf(&c->arena, "no slot can be named so: %.*s", (int)need.n, need.s));
    const char *at = need.n ? memchr(need.s, '~', need.n) : NULL;
    bool pattern = need.n && memchr(need.s, '>', need.n);
    if (!at || pattern) return;
    sg_str names = {at + 1, need.n - (size_t)(at - need.s) - 1}, one;
    while (sg_cut(&names, '|', &one)) {
        size_t n;
        const sg_row *rows = sg_lexicon_rows(c->lex, SG_T_CLASSES, &n);
        bool there = sg_list_has(own, one);
        for (size_t i = 0; i < n && !there; i++) there = sg_list_has(rows[i].cell[1], one);
        if (!there) say(c, r, true, sg_printf(&c->arena, "no word is of the class %.*s", (int)one.n, one.s));
    }
}

static void check_needs(checker *c, const sg_row *r, const char *cell) {
    sg_str rest = sg_str_of(cell), one;
    while (sg_cut(&rest, ' ', &one)) check_need(c, r, one);
}

/* ---- rows that are never reached ---- */

static size_t words_in(sg_str phrase) {
    size_t n = 1;
    for (size_t i = 0; i < phrase.n; i++) n += phrase.s[i] == ' ';
    return n;
}

static void check_length(checker *c, const sg_row *r, size_t most) {
    sg_str rest = sg_str_of(sg_row_phrases(c->lex, r)), one;
    while (sg_cut(&rest, '|', &one))
        if (words_in(one) > most)
            say(c, r, true,
                sg_printf(&c->arena, "the phrase has %u words; none of more than %u is found", (unsigned)words_in(one),
                          (unsigned)most));
}

static bool is_weak(const sg_row *r, int note) {
    return strstr(r->cell[note], "weak") != NULL;
}

/* Does the earlier row stand wherever the later one could? */
static bool covers(int k, const sg_row *early, const sg_row *late) {
    int note = NAMES[k].note;
    if (early->caps && !late->caps) return false;
    if (is_weak(early, note) && !is_weak(late, note)) return false;
    if (NAMES[k].table == SG_T_ROLES && *early->cell[note]) return false; /* its note may not hold */
    if (sg_is_organ(early) && strcmp(early->cell[1], late->cell[1]) != 0) return false;
    stretch a = stretch_of(early, NAMES[k].from, NAMES[k].to, false),
            b = stretch_of(late, NAMES[k].from, NAMES[k].to, false);
    return strcmp(a.from, b.from) <= 0 && strcmp(a.to, b.to) >= 0;
}

static bool same_meaning(int k, const sg_row *a, const sg_row *b) {
    const int cells[] = {NAMES[k].country, NAMES[k].sector, NAMES[k].cameo};
    for (int i = 0; i < 3; i++)
        if (cells[i] >= 0 && strcmp(a->cell[cells[i]], b->cell[cells[i]]) != 0) return false;
    return true;
}

/* Both may stand for the phrase on one day, and mean different things: the first wins. */
static bool clash(int k, const sg_row *early, const sg_row *late) {
    if (NAMES[k].from < 0 || sg_is_organ(early) || early->caps != late->caps || same_meaning(k, early, late)) return false;
    if (is_weak(early, NAMES[k].note) != is_weak(late, NAMES[k].note)) return false; /* the note parts them */
    stretch a = stretch_of(early, NAMES[k].from, NAMES[k].to, true), b = stretch_of(late, NAMES[k].from, NAMES[k].to, true);
    return strcmp(a.from, b.to) < 0 && strcmp(b.from, a.to) < 0;
}

/* "Korean" of two states: the text parts them (name.c). */
static bool shared_by_states(int k, const sg_row *early, const sg_row *late) {
    if (NAMES[k].table != SG_T_COUNTRIES || strcmp(early->cell[1], late->cell[1]) == 0) return false;
    return is_weak(early, NAMES[k].note) && is_weak(late, NAMES[k].note);
}

/* One phrase of a row against the rows that stand before it under the same phrase. */
static void check_before(checker *c, int k, const sg_row *r, sg_str phrase) {
    sg_rows all = sg_lexicon_find(c->lex, NAMES[k].table, phrase);
    for (size_t i = 0; i < all.count && all.row[i] != r; i++) {
        const sg_row *early = all.row[i];
        bool same = same_meaning(k, early, r);
        if (shared_by_states(k, early, r)) continue;
        const char *words = sg_printf(&c->arena, "%.*s", (int)phrase.n, phrase.s), *other = name_of(c, early);
        if (covers(k, early, r)) {
            if (early->layer > r->layer) { /* a layer may do that; it should be known */
                if (!same)
                    say(c, early, false,
                        sg_printf(&c->arena, "\"%s\" stands before %s, which says otherwise", words, name_of(c, r)));
            } else if (!same)
                say(c, r, true, sg_printf(&c->arena, "\"%s\" is never reached: %s stands before it", words, other));
            return;
        }
        if (early->layer == r->layer && clash(k, early, r)) {
            say(c, r, true, sg_printf(&c->arena, "\"%s\" means something else in %s on some of its days", words, other));
            return;
        }
    }
}

static void check_names(checker *c) {
    for (int k = 0; k < NAME_TABLES; k++) {
        size_t n;
        const sg_row *rows = sg_lexicon_rows(c->lex, NAMES[k].table, &n);
        for (size_t i = 0; i < n; i++) {
            const sg_row *r = &rows[i];
            bool several = NAMES[k].country >= 0 && strchr(r->cell[NAMES[k].country], '|');
            if (NAMES[k].country >= 0 && !several) check_country(c, r, r->cell[NAMES[k].country]);
            if (NAMES[k].sector >= 0) check_sector(c, r, r->cell[NAMES[k].sector]);
            if (NAMES[k].cameo >= 0) check_cameo(c, r, r->cell[NAMES[k].country], r->cell[NAMES[k].cameo]);
            if (NAMES[k].from >= 0) check_dates(c, r, NAMES[k].from, NAMES[k].to);
            check_length(c, r, SG_LONGEST_NAME);
            sg_str rest = sg_str_of(sg_row_phrases(c->lex, r)), one;
            while (sg_cut(&rest, '|', &one)) check_before(c, k, r, one);
        }
    }
}

/* ---- names in several tables ---- */

/* The actor code that a row gives. */
static const char *code_of(checker *c, int k, const sg_row *r) {
    const char *cameo = NAMES[k].cameo >= 0 ? r->cell[NAMES[k].cameo] : "";
    if (*cameo) return cameo;
    const char *country = r->cell[NAMES[k].country];
    if (r->table != SG_T_COUNTRIES) return country;
    if (strstr(r->cell[5], "partial")) return sg_printf(&c->arena, "%sPRE", country);
    return strcmp(r->cell[2], "organ") == 0 ? sg_printf(&c->arena, "%sGOV", country) : country;
}

/* May the text part the rows: is each a body of another state? */
static bool parted_by_state(const sg_row *a, const sg_row *b) {
    return sg_is_organ(a) && sg_is_organ(b) && strcmp(a->cell[1], b->cell[1]) != 0;
}

/* Of tables of the world the first that has the phrase gives its meaning. */
static void check_across(checker *c) {
    for (int k = 1; k < NAME_TABLES - 1; k++) {
        size_t n;
        const sg_row *rows = sg_lexicon_rows(c->lex, NAMES[k].table, &n);
        for (size_t i = 0; i < n; i++) {
            sg_str rest = sg_str_of(sg_row_phrases(c->lex, &rows[i])), one;
            sg_cut(&rest, '|', &one);
            for (int e = 0; e < k; e++) {
                sg_rows early = sg_lexicon_find(c->lex, NAMES[e].table, one);
                if (!early.count || early.row[0]->layer != rows[i].layer) continue;
                const sg_row *first = early.row[0];
                if (parted_by_state(first, &rows[i]) || strcmp(code_of(c, e, first), code_of(c, k, &rows[i])) == 0)
                    continue;
                bool seat = rows[i].table == SG_T_ORGS && strstr(rows[i].cell[NAMES[k].note], "seat");
                bool always = !seat && !is_weak(first, NAMES[e].note) && (!first->caps || rows[i].caps);
                stretch a = stretch_of(first, NAMES[e].from, NAMES[e].to, false),
                        b = stretch_of(&rows[i], NAMES[k].from, NAMES[k].to, false);
                if (always && strcmp(a.from, b.from) <= 0 && strcmp(a.to, b.to) >= 0)
                    say(c, &rows[i], true,
                        sg_printf(&c->arena, "\"%.*s\" is never reached: %s stands before it", (int)one.n, one.s,
                                  name_of(c, first)));
            }
        }
    }
}

/* ---- offices ---- */

static bool same_person(const checker *c, const sg_row *a, const sg_row *b) {
    sg_str rest = sg_str_of(sg_row_phrases(c->lex, a)), one;
    while (sg_cut(&rest, '|', &one))
        if (sg_list_has(sg_row_phrases(c->lex, b), one)) return true;
    return false;
}

static bool in_office_at_once(const sg_row *a, const sg_row *b) {
    stretch x = stretch_of(a, H_FROM, H_TO, true), y = stretch_of(b, H_FROM, H_TO, true);
    return strcmp(x.from, y.to) < 0 && strcmp(y.from, x.to) < 0;
}

/* May several hold it at once? (world/shared) */
static bool is_shared(const checker *c, const sg_row *holder) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(c->lex, SG_T_SHARED, &n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].cell[0], holder->cell[H_OFFICE]) &&
            (!*rows[i].cell[1] || !strcmp(rows[i].cell[1], holder->cell[H_COUNTRY])))
            return true;
    return false;
}

static void check_holder(checker *c, const sg_row *r) {
    sg_rows others = sg_lexicon_by(c->lex, SG_WAY_HOLDER_OF, sg_str_of(r->cell[H_COUNTRY]));
    for (size_t i = 0; i < others.count && others.row[i] != r; i++) {
        const sg_row *o = others.row[i];
        if (strcmp(o->cell[H_OFFICE], r->cell[H_OFFICE]) != 0 || !in_office_at_once(o, r)) continue;
        bool same = same_person(c, o, r);
        if (o->layer != r->layer) {
            if (!same)
                say(c, o, false,
                    sg_printf(&c->arena, "%s holds %s of %s at once with %s (%s)", o->cell[H_NAME], r->cell[H_OFFICE],
                              r->cell[H_COUNTRY], r->cell[H_NAME], name_of(c, r)));
            continue;
        }
        if (same)
            say(c, r, true,
                sg_printf(&c->arena, "%s holds %s twice at once (%s)", r->cell[H_NAME], r->cell[H_OFFICE], name_of(c, o)));
        else if (!is_shared(c, r))
            say(c, r, true,
                sg_printf(&c->arena, "%s and %s (%s) hold %s of %s at once", r->cell[H_NAME], o->cell[H_NAME],
                          name_of(c, o), r->cell[H_OFFICE], r->cell[H_COUNTRY]));
    }
}

static void check_holders(checker *c) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(c->lex, SG_T_HOLDERS, &n);
    for (size_t i = 0; i < n; i++) {
        check_country(c, &rows[i], rows[i].cell[H_COUNTRY]);
        check_office(c, &rows[i]);
        check_dates(c, &rows[i], H_FROM, H_TO);
        check_length(c, &rows[i], SG_LONGEST_NAME);
        check_holder(c, &rows[i]);
    }
}

/* ---- acts ---- */

/* Are the needs of both the same conditions, in whatever order? */
static bool same_needs(const char *a, const char *b) {
    for (int turn = 0; turn < 2; turn++) {
        sg_str rest = sg_str_of(turn ? b : a), one;
        while (sg_cut(&rest, ' ', &one)) {
            sg_str other = sg_str_of(turn ? a : b), two;
            bool there = !one.n;
            while (!there && sg_cut(&other, ' ', &two)) there = sg_eq(one, two);
            if (!there) return false;
        }
    }
    return true;
}

/* Of rows with the same needs the first is the reading. */
static void check_acts(checker *c, sg_table_id table, int needs) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(c->lex, table, &n);
    for (size_t i = 0; i < n; i++) {
        const sg_row *r = &rows[i];
        check_words(c, r, r->cell[1], "v|n|a", "part of speech");
        check_needs(c, r, r->cell[needs]);
        check_length(c, r, SG_LONGEST_ACT);
        sg_str rest = sg_str_of(sg_row_phrases(c->lex, r)), one;
        while (table != SG_T_OPERATORS && sg_cut(&rest, '|', &one)) {
            sg_rows all = sg_lexicon_find(c->lex, table, one);
            for (size_t k = 0; k < all.count && all.row[k] != r; k++) {
                const sg_row *early = all.row[k];
                if (strcmp(early->cell[1], r->cell[1]) != 0 || !same_needs(early->cell[needs], r->cell[needs])) continue;
                if (early->layer == r->layer)
                    say(c, r, true,
                        sg_printf(&c->arena, "\"%.*s\" is never read so: %s has the same needs", (int)one.n, one.s,
                                  name_of(c, early)));
                break;
            }
        }
    }
}

static void check_act_cells(checker *c) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(c->lex, SG_T_ACTS, &n);
    for (size_t i = 0; i < n; i++) {
        check_event_codes(c, &rows[i], rows[i].cell[4]);
        check_words(c, &rows[i], rows[i].cell[8], "recip|content|fact|speech|weak|bg|carried|idle|code|written|not",
                    "flag of an act");
    }
    rows = sg_lexicon_rows(c->lex, SG_T_COMPOSE, &n);
    for (size_t i = 0; i < n; i++) check_event_codes(c, &rows[i], rows[i].cell[6]);
}

/* ---- all ---- */

static void check_idle(checker *c) {
    sg_rows idle = sg_lexicon_idle(c->lex);
    for (size_t i = 0; i < idle.count; i++)
        say(c, idle.row[i], true,
            sg_printf(&c->arena, "\"-%s\" takes nothing out: there is no such row before it", idle.row[i]->cell[0]));
}

static int by_place(const void *a, const void *b) {
    const finding *x = a, *y = b;
    if (x->row->layer != y->row->layer) return x->row->layer < y->row->layer ? -1 : 1;
    if (x->row->table != y->row->table) return x->row->table < y->row->table ? -1 : 1;
    if (x->row->line != y->row->line) return x->row->line < y->row->line ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* Findings as complaints; the same said twice of a line is said once. */
static void tell(checker *c, sg_say *hear, void *user) {
    qsort(c->found, c->count, sizeof *c->found, by_place);
    for (size_t i = 0; i < c->count; i++) {
        const finding *f = &c->found[i];
        if (i && f[-1].row->line == f->row->line && f[-1].row->table == f->row->table && strcmp(f[-1].what, f->what) == 0)
            continue;
        sg_complaint complaint = {sg_row_table(f->row), f->row->line, f->what, f->fault, f->row->layer};
        hear(user, &complaint);
    }
}

static bool check_all(checker *c, sg_say *hear, void *user) {
    check_names(c);
    check_across(c);
    check_holders(c);
    check_acts(c, SG_T_ACTS, 9);
    check_acts(c, SG_T_OPERATORS, 5);
    check_acts(c, SG_T_STANCES, 4);
    check_act_cells(c);
    check_idle(c);
    tell(c, hear, user);
    return true;
}

static bool check_or_fail(checker *c, sg_say *hear, void *user) {
    jmp_buf spent;
    c->arena = sg_arena_new(CHECK_CAP, &spent);
    if (setjmp(spent)) return false;
    return check_all(c, hear, user);
}

bool sg_lexicon_check(const sg_lexicon *l, sg_say *hear, void *user) {
    checker *c = calloc(1, sizeof *c);
    if (!c) return false;
    c->lex = l;
    bool ok = check_or_fail(c, hear, user);
    sg_arena_free(&c->arena);
    free(c);
    return ok;
}
