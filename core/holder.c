/* holder.c: see holder.h. */
#include "holder.h"

#include "calendar.h"

static const double NEAR_NAME = 0.82, NEARER_NAME = 0.88; /* without an office: with the country, with nothing */
static const double CLOSE = 0.75, MARGIN = 0.05, WHOLE = SG_RUN_TOGETHER;
static const double BESIDE = 0.051; /* the margin, and what sums round off: who is less like by more is of no account */

bool sg_is_named(sg_str like, sg_str name, double least) {
    if (sg_eq(like, name)) return true;
    sg_alike sought;
    sg_make_alike(&sought, like);
    return sg_alike_by(&sought, name, NULL, least) >= least;
}

sg_str sg_fold_words(sg_arena *a, sg_str s) {
    char *out = SG_NEW(a, char, 3 * s.n + 1);
    size_t n = 0, i = 0;
    for (sg_str w; sg_next_word(s, &i, &w);) {
        bool caps;
        sg_str f = sg_fold(a, w, &caps);
        if (f.n > 3 * s.n - n) break;
        if (n) out[n++] = ' ';
        memcpy(out + n, f.s, f.n);
        n += f.n;
    }
    return (sg_str){out, n};
}

/* The year of a day, or the one behind it. */
static int32_t year_near(int32_t day) {
    return 1970 + day / 365;
}

/* Mostly the years alone tell, but near the day. */
static bool covers(int32_t from, int32_t to, int32_t year) {
    return from <= year + 1 && (!to || to >= year - 1);
}

/* What is looked for, made ready once. */
typedef struct search {
    const sg_wanted *w;
    sg_alike like;
    const sg_row *first; /* of the table, and of what is seen of its rows at a glance */
    const sg_glance *glance;
    size_t count;
    int32_t year;
} search;

static search search_for(const sg_wanted *w) {
    search q = {.w = w, .glance = sg_lexicon_glances(w->lex), .year = year_near(w->day)};
    q.first = sg_lexicon_rows(w->lex, SG_T_HOLDERS, &q.count);
    if (!w->like.n) return q;
    sg_make_alike(&q.like, w->like);
    return q;
}

static double holder_likeness(const search *q, const sg_row *row) {
    double best = 0;
    const uint32_t *outline = sg_lexicon_outlines(q->w->lex, &q->glance[row - q->first]);
    sg_str rest = sg_str_of(sg_row_phrases(q->w->lex, row)), one;
    for (; best < 1 && sg_cut(&rest, '|', &one); outline += 1 + 2 * *outline) {
        double l = sg_alike_by(&q->like, one, outline, best > q->w->floor ? best : q->w->floor);
        if (l > best) best = l;
    }
    return best;
}

/* ---- holders of offices --------------------------------------------------------------------- */

/* A cell of years or ISO dates as a day: the first or the last that it covers. */
static int32_t cell_day(const char *cell, bool end) {
    char iso[11] = "0000-01-01";
    size_t n = strlen(cell);
    if (n != 4 && n != 7 && n != 10) return INT32_MIN;
    if (end) memcpy(iso, "0000-12-28", 11);
    memcpy(iso, cell, n);
    return sg_day_of((sg_str){iso, 10});
}

/* A text of which no day is known is taken to be of our time: who had left before it is somebody of old there. */
static bool is_of_old(const sg_row *row) {
    enum { OUR_TIME = 1990 };
    int32_t to = sg_year_of(row->cell[H_TO]);
    return to && to < OUR_TIME;
}

bool sg_in_office(const sg_row *row, int32_t day) {
    if (day == INT32_MIN) return !is_of_old(row);
    int32_t year = year_near(day), from = sg_year_of(row->cell[H_FROM]), to = sg_year_of(row->cell[H_TO]);
    if (!covers(from, to, year)) return false;
    int32_t first = from < year - 1 ? INT32_MIN : cell_day(row->cell[H_FROM], false);
    int32_t last = to > year + 1 ? INT32_MIN : cell_day(row->cell[H_TO], true);
    return (first == INT32_MIN || first <= day) && (last == INT32_MIN || day <= last);
}

bool sg_was_in_office(const sg_row *row, int32_t day) {
    if (day == INT32_MIN) return is_of_old(row);
    int32_t to = cell_day(row->cell[H_TO], true);
    return to != INT32_MIN && to < day;
}

bool sg_just_left(const sg_row *row, int32_t day) {
    enum { STILL = 2 };
    int32_t to = cell_day(row->cell[H_TO], true);
    return day != INT32_MIN && sg_was_in_office(row, day) && day - to <= STILL;
}

bool sg_soon_in_office(const sg_row *row, int32_t day) {
    enum { CAREER = 10 * 365 };
    int32_t from = cell_day(row->cell[H_FROM], false);
    return day != INT32_MIN && from != INT32_MIN && from > day && from - day < CAREER;
}

/* Offices of a role: any of the words joined by | ; an empty list fits every office. */
static bool office_fits(const char *offices, const char *office) {
    return !offices || !*offices || sg_list_has(offices, sg_str_of(office));
}

int sg_office_rank(const char *offices, const sg_row *row) {
    sg_str rest = sg_str_of(offices), one;
    int rank = 0;
    while (offices && *offices && sg_cut(&rest, '|', &one) && !sg_eqz(one, row->cell[H_OFFICE])) rank++;
    return rank;
}

/* Can the row be an answer, by its years and letters? */
static inline bool may_answer(const search *q, const sg_row *r) {
    const sg_glance *g = &q->glance[r - q->first];
    if (q->w->day != INT32_MIN && !covers(g->from, g->to, q->year)) return false;
    return !q->w->like.n || sg_may_be_alike(&q->like, g->letters, q->w->floor);
}

static inline void see_row(const search *q, const sg_row *r, sg_see *see, void *user) {
    if (may_answer(q, r) && sg_in_office(r, q->w->day)) see(user, r, q->w->like.n ? holder_likeness(q, r) : 1);
}

/* By the shortest way to the rows that can answer. */
void sg_holders(const sg_wanted *w, sg_see *see, void *user) {
    sg_str rest = sg_str_of(w->offices), office;
    search q = search_for(w);
    bool by_office = !w->country && w->offices && *w->offices;
    while (by_office && sg_cut(&rest, '|', &office)) {
        sg_rows some = sg_lexicon_by(w->lex, SG_WAY_HOLDER_AS, office);
        for (size_t i = 0; i < some.count; i++) see_row(&q, some.row[i], see, user);
    }
    if (by_office) return;
    if (w->country) {
        sg_rows some = sg_lexicon_by(w->lex, SG_WAY_HOLDER_OF, sg_str_of(w->country));
        for (size_t i = 0; i < some.count; i++)
            if (office_fits(w->offices, some.row[i]->cell[H_OFFICE])) see_row(&q, some.row[i], see, user);
    } else {
        for (size_t i = 0; i < q.count; i++) see_row(&q, &q.first[i], see, user);
    }
}

bool sg_is_ruler(const sg_row *r) {
    return !strncmp(r->cell[H_OFFICE], "head-of-", 8);
}

typedef struct best { /* the likest holder, and how like the next person is */
    sg_wanted *want;
    const sg_row *row;
    double top, second;
} best;

/* Is the day the last that the row covers, or does it cover it only by being inexact ("2021-03")? */
static bool is_leaving(const sg_row *r, int32_t day) {
    int32_t to = cell_day(r->cell[H_TO], false);
    return to != INT32_MIN && day != INT32_MIN && to <= day;
}

static void raise_floor(best *b, double like) {
    b->top = like;
    if (like - BESIDE > b->want->floor) b->want->floor = like - BESIDE;
}

static void keep_best(void *user, const sg_row *r, double like) {
    best *b = user;
    bool other = b->row && strcmp(b->row->cell[H_NAME], r->cell[H_NAME]) != 0;
    if (other && !b->want->like.n && is_leaving(r, b->want->day)) return;
    if (other && !b->want->like.n && is_leaving(b->row, b->want->day)) {
        b->row = r;
    } else if (like > b->top) {
        if (other) b->second = b->top;
        raise_floor(b, like);
        b->row = r;
    } else if (other && like > b->second) {
        b->second = like;
    } else if (b->row && !other && like == b->top &&
               sg_office_rank(b->want->offices, r) < sg_office_rank(b->want->offices, b->row)) {
        b->row = r;
    } else if (b->row && !other && like == b->top && !(b->want->offices && *b->want->offices) && sg_is_ruler(r) &&
               !sg_is_ruler(b->row)) {
        b->row = r; /* a president who is army chief too */
    }
}

/* Is the very name in the table? Then only names as near as the margin can matter beside it. */
static bool is_known(const sg_wanted *w) {
    sg_rows rows = sg_lexicon_find(w->lex, SG_T_HOLDERS, w->like);
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        bool here = !w->country || strcmp(r->cell[H_COUNTRY], w->country) == 0;
        if (here && office_fits(w->offices, r->cell[H_OFFICE]) && sg_in_office(r, w->day)) return true;
    }
    return false;
}

/* The very name of somebody else of that state, in office on other days, is nobody's garbled one: Kim Il Sung. */
static bool is_another(const sg_wanted *w, const sg_row *found) {
    sg_rows rows = sg_lexicon_find(w->lex, SG_T_HOLDERS, w->like);
    bool other = false;
    for (size_t i = 0; i < rows.count; i++) {
        if (!strcmp(rows.row[i]->cell[H_NAME], found->cell[H_NAME])) return false;
        other = other || !strcmp(rows.row[i]->cell[H_COUNTRY], found->cell[H_COUNTRY]);
    }
    return other;
}

/* A surname of others, whenever they were in office, is not this one's garbled: "Gonzalez" no Gonsalves. */
static bool is_surname_of_others(const sg_wanted *w, const sg_row *found) {
    sg_rows rows = sg_lexicon_by(w->lex, SG_WAY_LAST_NAME, w->like);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[H_NAME], found->cell[H_NAME])) return false;
    return rows.count > 0;
}

const sg_row *sg_holder(const sg_lexicon *lex, sg_arena *a, const char *country, const char *office, int32_t day,
                        sg_str like) {
    sg_mark mark = sg_arena_mark(a);
    sg_wanted w = {lex, country, office, day, like.n ? sg_fold_words(a, like) : like, CLOSE - BESIDE};
    if (like.n && is_known(&w)) w.floor = 1 - BESIDE;
    best b = {.want = &w};
    sg_holders(&w, keep_best, &b);
    bool another = b.row && like.n && b.top < WHOLE && (is_another(&w, b.row) || is_surname_of_others(&w, b.row));
    sg_arena_reset(a, mark);
    if (another || !b.row || b.top < CLOSE) return NULL;
    if (!like.n) return b.second > 0 ? NULL : b.row; /* an office that several hold names nobody */
    return !country && b.top - b.second < MARGIN ? NULL : b.row;
}

static void see_any(void *user, const sg_row *r, double like) {
    (void)r, (void)like;
    *(bool *)user = true;
}

bool sg_office_held(const sg_lexicon *lex, const char *country, const char *offices, int32_t day) {
    bool held = false;
    sg_wanted w = {lex, country, offices, day, {0}, 0};
    sg_holders(&w, see_any, &held);
    return held;
}

static bool has_another(const sg_lexicon *lex, const char *body, sg_str office) {
    sg_rows rows = sg_lexicon_by(lex, SG_WAY_HOLDER_AS, office);
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.row[i]->cell[H_COUNTRY], body) != 0) return true;
    return false;
}

const char *sg_offices_of(const sg_lexicon *lex, sg_arena *a, const char *body, const char *offices) {
    sg_str rest = sg_str_of(offices), one;
    char *out = SG_NEW(a, char, rest.n + 2);
    size_t n = 0;
    while (sg_cut(&rest, '|', &one)) {
        if (has_another(lex, body, one)) continue;
        memcpy(out + n, one.s, one.n), n += one.n;
        out[n++] = '|';
    }
    out[n ? n - 1 : 0] = 0;
    return out;
}

const sg_row *sg_holder_named(const sg_lexicon *lex, sg_arena *a, const char *country, const char *office, int32_t day,
                              sg_str like) {
    sg_mark mark = sg_arena_mark(a);
    double least = country ? NEAR_NAME : NEARER_NAME;
    sg_wanted w = {lex, country, office, day, sg_fold_words(a, like), least - BESIDE};
    size_t at = 0;
    sg_str first = {"", 0}, second = {"", 0};
    bool two = sg_next_word(w.like, &at, &first) && sg_next_word(w.like, &at, &second) && first.n > 1;
    best b = {.want = &w};
    if (two && day != INT32_MIN) sg_holders(&w, keep_best, &b);
    sg_arena_reset(a, mark);
    return !b.row || b.top < least || b.top - b.second < MARGIN ? NULL : b.row;
}

bool sg_holder_longer(const sg_lexicon *lex, sg_arena *a, const sg_row *row, int32_t day, sg_str name) {
    sg_mark mark = sg_arena_mark(a);
    sg_wanted w = {lex, NULL, NULL, day, sg_fold_words(a, name), WHOLE};
    search q = search_for(&w);
    double like = sg_in_office(row, day) ? holder_likeness(&q, row) : 0;
    sg_arena_reset(a, mark);
    return like > WHOLE;
}

/* Of lands whose people news calls by the first word of their names. */
static bool is_called_first(const sg_lexicon *lex, const char *country) {
    sg_rows rows = sg_lexicon_by(lex, SG_WAY_KIND, SG_LIT("called-first"));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[0], country)) return true;
    return false;
}

/* Known without an office of state: such a one is called by his last word alone only where the table says so. */
static bool is_figure(const sg_lexicon *lex, const sg_row *r) {
    static const char form[] = "figure:";
    sg_rows roles = sg_lexicon_by(lex, SG_WAY_OFFICE, sg_str_of(r->cell[H_OFFICE]));
    return roles.count && !strncmp(roles.row[0]->cell[0], form, sizeof form - 1);
}

const sg_row *sg_figure(const sg_lexicon *lex, int32_t day, sg_str key) {
    sg_rows rows = sg_lexicon_find(lex, SG_T_HOLDERS, key);
    const sg_row *found = NULL;
    for (size_t i = 0; i < rows.count; i++) {
        if (!sg_in_office(rows.row[i], day)) continue;
        if (found || !is_figure(lex, rows.row[i])) return NULL;
        found = rows.row[i];
    }
    return found;
}

bool sg_is_settled(const sg_row *r, int32_t day) {
    enum { FIRST_DAYS = 90 };
    int32_t from = cell_day(r->cell[H_FROM], true);
    return day == INT32_MIN || from == INT32_MIN || day - from > FIRST_DAYS;
}

/* Who is meant before others of his name. */
static bool is_head(const sg_row *r) {
    return sg_is_ruler(r) || !strcmp(r->cell[H_OFFICE], "secretary-general");
}

static bool is_minister(const sg_row *r) {
    static const char office[] = "-minister";
    size_t n = strlen(r->cell[H_OFFICE]), own = sizeof office - 1;
    return n > own && !strcmp(r->cell[H_OFFICE] + n - own, office);
}

typedef struct namesake { /* how many persons, and the first of them */
    const sg_row *row;
    size_t persons;
} namesake;

static void add_namesake(namesake *n, const sg_row *r) {
    if (n->row && !strcmp(n->row->cell[H_NAME], r->cell[H_NAME])) {
        if (!is_head(n->row) && is_head(r)) n->row = r; /* a president who is army chief too */
        return;
    }
    if (!n->row) n->row = r;
    n->persons++;
}

/* Of a text without a day: of heads of one land who share a name (father and son) the later one, as one person. */
static void add_head(namesake *n, const sg_row *r, int32_t day) {
    bool heirs = day == INT32_MIN && n->row && !strcmp(n->row->cell[H_COUNTRY], r->cell[H_COUNTRY]);
    if (!heirs) add_namesake(n, r);
    else if (strcmp(r->cell[H_FROM], n->row->cell[H_FROM]) > 0) n->row = r;
}

const sg_row *sg_holder_surnamed(const sg_lexicon *lex, int32_t day, sg_str key, sg_names_state *names,
                                 const void *user) {
    static const sg_way ways[] = {SG_WAY_LAST_NAME, SG_WAY_FIRST_NAME};
    namesake all = {0}, heads = {0}, near = {0}, chiefs = {0}, ministers = {0};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        sg_rows rows = sg_lexicon_by(lex, ways[w], key);
        for (size_t i = 0; i < rows.count; i++) {
            const sg_row *r = rows.row[i];
            if (!sg_in_office(r, day) || is_figure(lex, r)) continue;
            if (ways[w] == SG_WAY_FIRST_NAME && !is_called_first(lex, r->cell[H_COUNTRY])) continue;
            add_namesake(&all, r);
            if (is_head(r)) add_head(&heads, r, day);
            if (is_head(r) && names(user, r->cell[H_COUNTRY])) add_head(&near, r, day);
            if (is_head(r) && !strncmp(r->cell[H_COUNTRY], "IGO", 3)) add_namesake(&chiefs, r);
            if (is_minister(r)) add_namesake(&ministers, r);
        }
    }
    if (all.persons == 1 || heads.persons == 1) return all.persons == 1 ? all.row : heads.row;
    if (!heads.persons && ministers.persons == 1) return ministers.row; /* and no envoy of that name */
    return near.persons == 1 ? near.row : !near.persons && chiefs.persons == 1 ? chiefs.row : NULL; /* the world's own */
}

const sg_row *sg_holder_once(const sg_lexicon *lex, int32_t day, sg_str key, const char *offices) {
    static const sg_way ways[] = {SG_WAY_LAST_NAME, SG_WAY_FIRST_NAME};
    const sg_row *last = NULL;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        sg_rows rows = sg_lexicon_by(lex, ways[w], key);
        for (size_t i = 0; i < rows.count; i++) {
            const sg_row *r = rows.row[i];
            if (!sg_list_has(offices, sg_str_of(r->cell[H_OFFICE]))) continue;
            if (ways[w] == SG_WAY_FIRST_NAME && !is_called_first(lex, r->cell[H_COUNTRY])) continue;
            bool now = day != INT32_MIN && sg_in_office(r, day);
            if (now || (last && strcmp(last->cell[H_COUNTRY], r->cell[H_COUNTRY]) != 0)) return NULL;
            if (day != INT32_MIN && !sg_was_in_office(r, day)) continue;
            if (!last || strcmp(r->cell[H_TO], last->cell[H_TO]) > 0) last = r;
        }
    }
    return last;
}

const sg_row *sg_holder_at_home(const sg_lexicon *lex, int32_t day, sg_str key, const char *country) {
    sg_way way = is_called_first(lex, country) ? SG_WAY_FIRST_NAME : SG_WAY_LAST_NAME;
    sg_rows rows = sg_lexicon_by(lex, way, key);
    namesake now = {0};
    const sg_row *past = NULL;
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        if (strcmp(r->cell[H_COUNTRY], country) != 0) continue;
        if (sg_in_office(r, day)) add_namesake(&now, r);
        else if (is_head(r) && sg_was_in_office(r, day) && (!past || strcmp(r->cell[H_TO], past->cell[H_TO]) > 0)) past = r;
    }
    return now.persons == 1 ? now.row : now.persons ? NULL : past;
}
