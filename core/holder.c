/* holder.c: see holder.h. */
#include "holder.h"

#include "calendar.h"

enum { LETTERS = 32, NAME_WORDS = 8 }; /* of a word, of a name: more are not compared */

static const double INITIAL = 0.9, SURE_WORD = 0.85, UNSURE = 0.9; /* one word must be sure, or all count less */
static const double NEAR_NAME = 0.82, NEARER_NAME = 0.88;          /* without an office: with the country, with nothing */
static const double SOUNDED = 0.97;                                /* what is alike by its sounds only */
static const double CLOSE = 0.75, MARGIN = 0.05, WHOLE = 0.98; /* what is alike only run together counts a little less */
static const double BESIDE = 0.051; /* the margin, and what sums round off: who is less like by more is of no account */

/* ---- closeness of names --------------------------------------------------------------------- */

/* Letters that one transliteration or one ear writes for another. */
static const char *const classes[] = {"ckqgx", "yij", "vwbfp", "sz", "ouw", "eaiy", "td", "lr", "nm", "hkg", "xs"};
static const char vowels[] = "aeiou", light[] = "aeiouhy"; /* light: soon left out */

enum { OTHER = SG_OTHER_LETTER, KINDS };

/* Costs of writing one letter for another and of leaving one out, in twentieths, so that sums are exact. */
enum { WHOLLY = 20, KIN = 7, VOWELS = 10, LIGHT = 12, SWAPPED = 12 };

typedef struct kinship {
    uint8_t cost[KINDS][KINDS], gap[KINDS];
    uint32_t near[KINDS]; /* a bit for each letter that is written for this one at less than the whole cost */
    uint32_t then[KINDS]; /* for each letter that behind this one may be of a group of letters for one sound */
} kinship;

typedef struct part { /* a word as the comparison needs it */
    size_t n;
    uint8_t letter[LETTERS];
    char byte[LETTERS];
    uint32_t own; /* its letters */
} part;

/* Groups of letters by which languages write one sound; longer ones first. */
static const char *const sounds[][2] = {{"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"ch", "c"},
                                        {"sh", "s"},   {"zh", "z"},  {"kh", "h"},  {"ph", "f"},  {"ck", "k"},
                                        {"ou", "u"},   {"oo", "u"},  {"w", "v"}};
enum { SOUNDS = sizeof sounds / sizeof *sounds };

static kinship kinship_of(void) {
    kinship k;
    memset(k.cost, WHOLLY, sizeof k.cost);
    memset(k.gap, WHOLLY, sizeof k.gap);
    for (const char *c = light; *c; c++) k.gap[sg_letter_number(*c)] = LIGHT;
    for (const char *a = vowels; *a; a++)
        for (const char *b = vowels; *b; b++) k.cost[sg_letter_number(*a)][sg_letter_number(*b)] = VOWELS;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        for (const char *a = classes[i]; *a; a++)
            for (const char *b = classes[i]; *b; b++) k.cost[sg_letter_number(*a)][sg_letter_number(*b)] = KIN;
    for (size_t a = 0; a < KINDS; a++) {
        k.near[a] = UINT32_C(1) << a;
        if (a != OTHER) k.cost[a][a] = 0;
        for (size_t b = 0; b < KINDS; b++)
            if (k.cost[a][b] < WHOLLY) k.near[a] |= UINT32_C(1) << b;
    }
    memset(k.then, 0, sizeof k.then);
    for (size_t i = 0; i < SOUNDS; i++) {
        const char *s = sounds[i][0];
        k.then[sg_letter_number(s[0])] |= s[1] ? UINT32_C(1) << sg_letter_number(s[1]) : UINT32_MAX;
    }
    return k;
}

static void set_part(sg_str s, part *p) {
    p->n = s.n < LETTERS ? s.n : LETTERS;
    p->own = 0;
    for (size_t i = 0; i < p->n; i++) {
        size_t x = sg_letter_number(s.s[i]);
        p->byte[i] = s.s[i], p->letter[i] = (uint8_t)x;
        p->own |= UINT32_C(1) << x;
    }
}

/* What the letters of `a` cost at least that are not among those: each is left out or stands for another. */
static inline unsigned lonely(const kinship *k, const part *a, uint32_t among) {
    unsigned sum = 0;
    if (!(a->own & ~among)) return 0;
    for (size_t i = 0; i < a->n; i++) {
        unsigned x = a->letter[i];
        if (x == OTHER || among >> x & 1) continue;
        sum += k->near[x] & among ? KIN : k->gap[x];
    }
    return sum;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Damerau's distance of two words (restricted), by letters' costs; any number above `most` where it is sure to be more: so
 * it is where the places in the words differ by more than can be left out for that. */
static unsigned distance(const kinship *k, const part *a, const part *b, unsigned most) {
    unsigned t[LETTERS + 1][LETTERS + 2], lowest = 0, before, reach = most / LIGHT;
    t[0][0] = 0;
    for (size_t j = 1; j <= b->n; j++) t[0][j] = t[0][j - 1] + k->gap[b->letter[j - 1]];
    for (size_t i = 1; i <= a->n; i++) {
        unsigned x = a->letter[i - 1], leave = k->gap[x];
        const uint8_t *cost = k->cost[x];
        before = lowest;
        lowest = t[i][0] = t[i - 1][0] + leave;
        size_t from = i > reach + 1 ? i - reach : 1, to = i + reach < b->n ? i + reach : b->n;
        if (from > 1) t[i][from - 1] = most + 1;
        t[i][to + 1] = most + 1;
        for (size_t j = from; j <= to; j++) {
            unsigned y = b->letter[j - 1];
            bool same = x == OTHER && a->byte[i - 1] == b->byte[j - 1];
            unsigned v = t[i - 1][j - 1] + (same ? 0 : cost[y]);
            v = least(v, least(t[i - 1][j] + leave, t[i][j - 1] + k->gap[y]));
            if (i > 1 && j > 1 && a->byte[i - 1] == b->byte[j - 2] && a->byte[i - 2] == b->byte[j - 1])
                v = least(v, t[i - 2][j - 2] + SWAPPED);
            t[i][j] = v;
            lowest = least(lowest, v);
        }
        if (lowest > most && before > most) return lowest;
    }
    return t[a->n][b->n];
}

/* 1 is equal, 0 nothing alike. What is sure to lie below `floor` is 0: most words share too few letters or are too
 * unlike in length to be compared at all. */
static double word_likeness(const kinship *k, const part *a, const part *b, double floor) {
    if (!a->n || !b->n) return 0;
    size_t longer = a->n > b->n ? a->n : b->n, shorter = a->n > b->n ? b->n : a->n;
    unsigned most = (unsigned)((1 - floor) * WHOLLY * (double)longer + 1e-6);
    if (LIGHT * (longer - shorter) > most || lonely(k, a, b->own) > most || lonely(k, b, a->own) > most) return 0;
    unsigned d = distance(k, a, b, most);
    double like = 1 - (double)d / (double)(WHOLLY * longer);
    return d > most || like < 0 ? 0 : like;
}

bool sg_next_word(sg_str s, size_t *at, sg_str *word) {
    while (*at < s.n && (s.s[*at] == ' ' || s.s[*at] == '-')) (*at)++;
    size_t from = *at;
    while (*at < s.n && s.s[*at] != ' ' && s.s[*at] != '-') (*at)++;
    *word = *at > from ? (sg_str){s.s + from, *at - from} : (sg_str){0};
    return word->n > 0;
}

/* A name without the gaps between its words; LETTERS of it are enough. */
static sg_str run_together(sg_str name, char room[LETTERS]) {
    size_t n = 0, i = 0;
    for (sg_str w; n < LETTERS && sg_next_word(name, &i, &w);)
        for (size_t k = 0; k < w.n && n < LETTERS; k++) room[n++] = w.s[k];
    return (sg_str){room, n};
}

static bool begins_with(sg_str w, size_t at, const char *letters) {
    if (w.s[at] != *letters) return false; /* nearly always */
    size_t n = strlen(letters);
    return at + n <= w.n && memcmp(w.s + at, letters, n) == 0;
}

/* May letters for one sound begin anywhere in the word? */
static bool may_sound(const kinship *k, const part *p) {
    for (size_t i = 0; i < p->n; i++)
        if (k->then[p->letter[i]] >> (i + 1 < p->n ? p->letter[i + 1] : OTHER) & 1) return true;
    return false;
}

/* The word with one letter for each sound. */
static sg_str by_sound(const kinship *kin, sg_str w, char room[LETTERS], bool *other) {
    size_t n = 0;
    for (size_t i = 0; i < w.n && n < LETTERS;) {
        size_t k = kin->then[sg_letter_number(w.s[i])] ? 0 : SOUNDS, len = 1;
        while (k < SOUNDS && !begins_with(w, i, sounds[k][0])) k++;
        if (k < SOUNDS) len = strlen(sounds[k][0]), *other = true;
        room[n++] = k < SOUNDS ? sounds[k][1][0] : w.s[i];
        i += len;
    }
    return (sg_str){room, n};
}

/* A name ready to be compared: its words as written and as they sound, and all of it run together. */
typedef struct spelling {
    part word[NAME_WORDS], sound[NAME_WORDS], whole;
    bool sounds[NAME_WORDS]; /* is it written otherwise than it sounds? Else `sound` is not filled */
    size_t count;
} spelling;

static void spell_words(const kinship *k, sg_str name, spelling *out) {
    size_t i = 0;
    char room[LETTERS];
    out->count = 0;
    for (sg_str w; out->count < NAME_WORDS && sg_next_word(name, &i, &w); out->count++) {
        set_part(w, &out->word[out->count]);
        out->sounds[out->count] = false;
        if (!may_sound(k, &out->word[out->count])) continue;
        sg_str sound = by_sound(k, w, room, &out->sounds[out->count]);
        if (out->sounds[out->count]) set_part(sound, &out->sound[out->count]);
    }
}

static void spell_whole(sg_str name, spelling *out) {
    char room[LETTERS];
    set_part(run_together(name, room), &out->whole);
}

static void spell(const kinship *k, sg_str name, spelling *out) {
    spell_words(k, name, out);
    spell_whole(name, out);
}

static const part *sound_of(const spelling *s, size_t i) {
    return s->sounds[i] ? &s->sound[i] : &s->word[i];
}

/* A short word must be liker. */
static double least_like(const part *a) {
    return a->n > 3 ? 0.55 : 0.5;
}

/* The likest pair of words not yet paired; 0: none is left that is like at all. */
static double pair_off(const spelling *a, const spelling *b, double like[NAME_WORDS][NAME_WORDS]) {
    double best = 0;
    size_t x = 0, y = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (like[i][j] > best && like[i][j] >= least_like(&a->word[i])) best = like[i][j], x = i, y = j;
    for (size_t j = 0; best > 0 && j < b->count; j++) like[x][j] = -1;
    for (size_t i = 0; best > 0 && i < a->count; i++) like[i][y] = -1;
    return best;
}

/* The part of a word that a cost is of. */
static double share(unsigned cost, size_t letters) {
    return (double)cost / (double)(WHOLLY * letters);
}

/* Can a name of these letters be as like as `floor` at all? Each word of `a` is at best as like as its letters are found
 * in it. */
static bool may_be_like(const kinship *k, const spelling *a, uint32_t letters, double floor) {
    double lost = 0, most = 1 - floor + 1e-6;
    unsigned all = 0;
    for (size_t i = 0; i < a->count; i++) {
        unsigned cost = lonely(k, &a->word[i], letters);
        if (cost) lost += share(cost, a->word[i].n);
        all += cost;
    }
    return lost <= most * (double)a->count || a->whole.n == LETTERS || share(all, a->whole.n) <= most;
}

/* Two words of names; an initial is like any word that begins with it ("B. Johnson"). */
static double pair_likeness(const kinship *k, const spelling *a, size_t i, const spelling *b, size_t j, double need) {
    if (a->word[i].n == 1 && a->count > 1) return b->word[j].n && a->word[i].byte[0] == b->word[j].byte[0] ? INITIAL : 0;
    double like = word_likeness(k, &a->word[i], &b->word[j], need), floor = (like > need ? like : need) / SOUNDED;
    if (like >= SOUNDED || floor > 1 || (!a->sounds[i] && !b->sounds[j])) return like;
    double sound = SOUNDED * word_likeness(k, sound_of(a, i), sound_of(b, j), floor);
    return sound > like ? sound : like;
}

/* The mean over the words of `a` of the likest word of `b`, in any order, none taken twice. */
static double by_words(const kinship *k, const spelling *a, const spelling *b, double floor) {
    double table[NAME_WORDS][NAME_WORDS], sum = 0, one, count = (double)a->count, hope = count;
    for (size_t i = 0; i < a->count; i++) {
        double best = 0, need = least_like(&a->word[i]);
        if (floor * count - (hope - 1) > need) need = floor * count - (hope - 1);
        for (size_t j = 0; j < b->count; j++) {
            table[i][j] = pair_likeness(k, a, i, b, j, need);
            if (table[i][j] > best) best = table[i][j];
        }
        hope -= 1 - best; /* the most that the words can still come to */
        if (hope < floor * count) return 0;
    }
    double best = 0;
    while ((one = pair_off(a, b, table)) > 0) sum += one, best = one > best && one != INITIAL ? one : best;
    return sum / count * (a->count > 1 && best < SURE_WORD ? UNSURE : 1);
}

/* How well the words of one name are found in another; or how like they are where words are cut otherwise ("Jin
 * Ping"). Below `floor` it may also be 0. */
static double likeness(const kinship *k, const spelling *a, sg_str name, double floor) {
    spelling b;
    if (!a->count || (floor > 0 && !may_be_like(k, a, sg_letters_in(name), floor))) return 0;
    spell_words(k, name, &b);
    double by_word = by_words(k, a, &b, floor);
    if (a->count < 2 || a->count == b.count || by_word > WHOLE) return by_word;
    spell_whole(name, &b);
    double whole = WHOLE * word_likeness(k, &a->whole, &b.whole, (by_word > floor ? by_word : floor) / WHOLE);
    return whole > by_word ? whole : by_word;
}

bool sg_is_named(sg_str like, sg_str name, double least) {
    if (sg_eq(like, name)) return true;
    kinship k = kinship_of();
    spelling a;
    spell(&k, like, &a);
    return likeness(&k, &a, name, least) >= least;
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
    kinship k;
    spelling like;
    const sg_row *first; /* of the table, and of what is seen of its rows at a glance */
    const sg_glance *glance;
    size_t count;
    int32_t year;
} search;

static search search_for(const sg_wanted *w) {
    search q = {.w = w, .glance = sg_lexicon_glances(w->lex), .year = year_near(w->day)};
    q.first = sg_lexicon_rows(w->lex, SG_T_HOLDERS, &q.count);
    if (!w->like.n) return q;
    q.k = kinship_of();
    spell(&q.k, w->like, &q.like);
    return q;
}

static double holder_likeness(const search *q, const sg_row *row) {
    double best = 0;
    sg_str rest = sg_str_of(sg_row_phrases(q->w->lex, row)), one;
    while (best < 1 && sg_cut(&rest, '|', &one)) {
        double l = likeness(&q->k, &q->like, one, best > q->w->floor ? best : q->w->floor);
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
    return !q->like.count || may_be_like(&q->k, &q->like, g->letters, q->w->floor);
}

static void see_row(const search *q, const sg_row *r, sg_see *see, void *user) {
    if (!office_fits(q->w->offices, r->cell[H_OFFICE]) || !sg_in_office(r, q->w->day)) return;
    see(user, r, q->w->like.n ? holder_likeness(q, r) : 1);
}

static void see_rows(const search *q, sg_rows some, sg_see *see, void *user) {
    for (size_t i = 0; i < some.count; i++)
        if (may_answer(q, some.row[i])) see_row(q, some.row[i], see, user);
}

/* By the shortest way to the rows that can answer. */
void sg_holders(const sg_wanted *w, sg_see *see, void *user) {
    sg_str rest = sg_str_of(w->offices), office;
    search q = search_for(w);
    if (w->country) {
        see_rows(&q, sg_lexicon_by(w->lex, SG_WAY_HOLDER_OF, sg_str_of(w->country)), see, user);
    } else if (w->offices && *w->offices) {
        while (sg_cut(&rest, '|', &office)) see_rows(&q, sg_lexicon_by(w->lex, SG_WAY_HOLDER_AS, office), see, user);
    } else {
        for (size_t i = 0; i < q.count; i++)
            if (may_answer(&q, &q.first[i])) see_row(&q, &q.first[i], see, user);
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
            if (is_head(r)) add_namesake(&heads, r);
            if (is_head(r) && names(user, r->cell[H_COUNTRY])) add_namesake(&near, r);
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
