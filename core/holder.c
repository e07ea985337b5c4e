/* holder.c: see holder.h. */
#include "holder.h"

#include "when.h"

enum { LETTERS = 32, NAME_WORDS = 8 }; /* of a word, of a name: more are not compared */

static const double CLOSE = 0.75, MARGIN = 0.05, WHOLE = 0.98; /* what is alike only run together counts a little less */

/* ---- closeness of names --------------------------------------------------------------------- */

/* Letters that one transliteration or one ear writes for another. */
static double letter_cost(char a, char b) {
    static const char *const classes[] = {"ckqgx", "yij", "vwbfp", "sz", "ouw", "eaiy", "td", "lr", "nm", "hkg", "xs"};
    if (a == b) return 0;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (strchr(classes[i], a) && strchr(classes[i], b)) return 0.35;
    return strchr("aeiou", a) && strchr("aeiou", b) ? 0.5 : 1;
}

static double least(double a, double b) {
    return a < b ? a : b;
}

static double gap(char c) {
    return strchr("aeiouhy", c) ? 0.6 : 1;
}

/* Damerau's distance of two words (restricted), by letters' costs; 1 is equal, 0 nothing alike. */
static double word_likeness(sg_str a, sg_str b) {
    double t[LETTERS + 1][LETTERS + 1];
    if (a.n > LETTERS) a.n = LETTERS;
    if (b.n > LETTERS) b.n = LETTERS;
    if (!a.n || !b.n) return 0;
    t[0][0] = 0;
    for (size_t i = 1; i <= a.n; i++) t[i][0] = t[i - 1][0] + gap(a.s[i - 1]);
    for (size_t j = 1; j <= b.n; j++) t[0][j] = t[0][j - 1] + gap(b.s[j - 1]);
    for (size_t i = 1; i <= a.n; i++)
        for (size_t j = 1; j <= b.n; j++) {
            double v = t[i - 1][j - 1] + letter_cost(a.s[i - 1], b.s[j - 1]);
            v = least(v, least(t[i - 1][j] + gap(a.s[i - 1]), t[i][j - 1] + gap(b.s[j - 1])));
            if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] && a.s[i - 2] == b.s[j - 1]) v = least(v, t[i - 2][j - 2] + 0.6);
            t[i][j] = v;
        }
    double longer = (double)(a.n > b.n ? a.n : b.n), like = 1 - t[a.n][b.n] / longer;
    return like < 0 ? 0 : like;
}

bool sg_next_word(sg_str s, size_t *at, sg_str *word) {
    while (*at < s.n && (s.s[*at] == ' ' || s.s[*at] == '-')) (*at)++;
    size_t from = *at;
    while (*at < s.n && s.s[*at] != ' ' && s.s[*at] != '-') (*at)++;
    *word = (sg_str){s.s + from, *at - from};
    return word->n > 0;
}

/* A name without the gaps between its words; LETTERS of it are enough. */
static sg_str run_together(sg_str name, char room[LETTERS]) {
    size_t n = 0, i = 0;
    for (sg_str w; n < LETTERS && sg_next_word(name, &i, &w);)
        for (size_t k = 0; k < w.n && n < LETTERS; k++) room[n++] = w.s[k];
    return (sg_str){room, n};
}

static size_t words_of(sg_str name, sg_str words[NAME_WORDS]) {
    size_t n = 0, i = 0;
    while (n < NAME_WORDS && sg_next_word(name, &i, &words[n])) n++;
    return n;
}

/* The likest pair of words not yet paired; a short word must be liker. 0: none is left that is like at all. */
static double pair_off(const sg_str *a, size_t an, const sg_str *b, size_t bn, double like[NAME_WORDS][NAME_WORDS]) {
    double best = 0;
    size_t x = 0, y = 0;
    for (size_t i = 0; i < an; i++)
        for (size_t j = 0; j < bn; j++) {
            if (like[i][j] == 0) like[i][j] = word_likeness(a[i], b[j]);
            if (like[i][j] > best && like[i][j] >= (a[i].n > 3 ? 0.55 : 0.5)) best = like[i][j], x = i, y = j;
        }
    for (size_t j = 0; best > 0 && j < bn; j++) like[x][j] = -1;
    for (size_t i = 0; best > 0 && i < an; i++) like[i][y] = -1;
    return best;
}

/* The mean over its words of the likest word of the other name, in any order, none taken twice; or how like
 * they are where words are cut otherwise ("Jin Ping"). */
double sg_name_likeness(sg_str like, sg_str name) {
    sg_str a[NAME_WORDS], b[NAME_WORDS];
    double table[NAME_WORDS][NAME_WORDS] = {{0}}, sum = 0, one;
    size_t an = words_of(like, a), bn = words_of(name, b);
    while ((one = pair_off(a, an, b, bn, table)) > 0) sum += one;
    if (!an) return 0;
    double by_word = sum / (double)an;
    if (an < 2 || an == bn || by_word > WHOLE) return by_word;
    char x[LETTERS], y[LETTERS];
    double whole = WHOLE * word_likeness(run_together(like, x), run_together(name, y));
    return whole > by_word ? whole : by_word;
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

static double holder_likeness(const sg_lexicon *lex, const sg_row *row, sg_str like) {
    double best = 0;
    sg_str rest = sg_str_of(sg_row_phrases(lex, row)), one;
    while (best < 1 && sg_cut(&rest, '|', &one)) {
        double l = sg_name_likeness(like, one);
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

bool sg_in_office(const sg_row *row, int32_t day) {
    if (day == INT32_MIN) return true;
    int32_t from = cell_day(row->cell[H_FROM], false), to = cell_day(row->cell[H_TO], true);
    return (from == INT32_MIN || from <= day) && (to == INT32_MIN || day <= to);
}

bool sg_was_in_office(const sg_row *row, int32_t day) {
    int32_t to = cell_day(row->cell[H_TO], true);
    return day != INT32_MIN && to != INT32_MIN && to < day;
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

/* The rows that can answer, by the shortest way to them. */
static void see_row(const sg_wanted *w, const sg_row *r, sg_see *see, void *user) {
    if (w->country && strcmp(r->cell[H_COUNTRY], w->country) != 0) return;
    if (!office_fits(w->offices, r->cell[H_OFFICE]) || !sg_in_office(r, w->day)) return;
    see(user, r, w->like.n ? holder_likeness(w->lex, r, w->like) : 1);
}

void sg_holders(const sg_wanted *w, sg_see *see, void *user) {
    sg_rows some = {0};
    sg_str rest = sg_str_of(w->offices), office;
    if (w->country) {
        some = sg_lexicon_by(w->lex, SG_WAY_HOLDER_OF, sg_str_of(w->country));
        for (size_t i = 0; i < some.count; i++) see_row(w, some.row[i], see, user);
        return;
    }
    while (w->offices && *w->offices && sg_cut(&rest, '|', &office)) {
        some = sg_lexicon_by(w->lex, SG_WAY_HOLDER_AS, office);
        for (size_t i = 0; i < some.count; i++) see_row(w, some.row[i], see, user);
    }
    if (w->offices && *w->offices) return;
    size_t count;
    const sg_row *rows = sg_lexicon_rows(w->lex, SG_T_HOLDERS, &count);
    for (size_t i = 0; i < count; i++) see_row(w, &rows[i], see, user);
}

typedef struct best { /* the likest holder, and how like the next person is */
    const sg_wanted *want;
    const sg_row *row;
    double top, second;
} best;

/* Is the day the last that the row covers, or does it cover it only by being inexact ("2021-03")? */
static bool is_leaving(const sg_row *r, int32_t day) {
    int32_t to = cell_day(r->cell[H_TO], false);
    return to != INT32_MIN && day != INT32_MIN && to <= day;
}

static void keep_best(void *user, const sg_row *r, double like) {
    best *b = user;
    bool other = b->row && strcmp(b->row->cell[H_NAME], r->cell[H_NAME]) != 0;
    if (other && !b->want->like.n && is_leaving(r, b->want->day)) return;
    if (other && !b->want->like.n && is_leaving(b->row, b->want->day)) {
        b->row = r;
    } else if (like > b->top) {
        if (other) b->second = b->top;
        b->top = like;
        b->row = r;
    } else if (other && like > b->second) {
        b->second = like;
    } else if (b->row && !other && like == b->top &&
               sg_office_rank(b->want->offices, r) < sg_office_rank(b->want->offices, b->row)) {
        b->row = r;
    }
}

const sg_row *sg_holder(const sg_lexicon *lex, sg_arena *a, const char *country, const char *office, int32_t day,
                        sg_str like) {
    sg_mark mark = sg_arena_mark(a);
    sg_wanted w = {lex, country, office, day, like.n ? sg_fold_words(a, like) : like};
    best b = {.want = &w};
    sg_holders(&w, keep_best, &b);
    sg_arena_reset(a, mark);
    if (!b.row || b.top < CLOSE) return NULL;
    if (!like.n) return b.second > 0 ? NULL : b.row; /* an office that several hold names nobody */
    return !country && b.top - b.second < MARGIN ? NULL : b.row;
}

const sg_row *sg_holder_surnamed(const sg_lexicon *lex, int32_t day, sg_str key) {
    const sg_row *found = NULL;
    sg_rows rows = sg_lexicon_by(lex, SG_WAY_LAST_NAME, key);
    for (size_t i = 0; i < rows.count; i++) {
        if (!sg_in_office(rows.row[i], day)) continue;
        if (found && strcmp(found->cell[H_NAME], rows.row[i]->cell[H_NAME]) != 0) return NULL;
        if (!found) found = rows.row[i];
    }
    return found;
}
