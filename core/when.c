/* when.c: reads dates, because a record without its day cannot be counted.
 *
 * A sentence is read from left to right; at each word the longest of a few patterns (a day of the week,
 * a month and a day, "last week", "two days ago") gives a moment, and the word before it ("since", "by",
 * "for") says what it is used for. All words come from the grammar table, none from here. */
#include "when.h"

enum { PHRASE_WORDS = 5, PHRASE_ROOM = 128 };

typedef struct moment {
    int32_t from, to; /* days, or INT32_MIN */
    const char *edtf; /* NULL where nothing stands */
    uint32_t len;     /* words it took; 0: no moment */
    bool bare;        /* a lone year or month: needs a word before it */
    bool ahead, past; /* said to be in the future; long over */
} moment;

typedef struct scan {
    sg_doc *d;
    uint32_t end, sent; /* of the sentence: its last word's end, its number */
    bool in_title;
    bool future;   /* the clause at hand tells of what is to come */
    uint32_t verb; /* the last verb asked about, and what it said */
    bool to_come;
} scan;

/* ---- Days ---------------------------------------------------------------------------------- */

typedef struct civil {
    int32_t y, m, d;
} civil;

static int32_t day_from(int32_t y, int32_t m, int32_t d) {
    y -= m <= 2;
    int32_t era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    int32_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static civil civil_of(int32_t day) {
    int32_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int32_t m = mp + (mp < 10 ? 3 : -9);
    return (civil){yoe + era * 400 + (m <= 2), m, doy - (153 * mp + 2) / 5 + 1};
}

static int32_t month_days(int32_t y, int32_t m) {
    return m == 12 ? 31 : day_from(y, m + 1, 1) - day_from(y, m, 1);
}

/* Digits at the start of s, at most `most` of them; *used says how many. */
static int32_t digits(sg_str s, size_t most, size_t *used) {
    int32_t v = 0;
    size_t i = 0;
    for (; i < s.n && i < most && s.s[i] >= '0' && s.s[i] <= '9'; i++) v = v * 10 + (s.s[i] - '0');
    *used = i;
    return v;
}

int32_t sg_day_of(sg_str iso) {
    static const size_t at[3] = {0, 5, 8}, wide[3] = {4, 2, 2};
    int32_t v[3];
    if (iso.n < 10 || iso.s[4] != '-' || iso.s[7] != '-') return INT32_MIN;
    if (iso.n > 10 && iso.s[10] != 'T' && iso.s[10] != ' ') return INT32_MIN;
    for (int k = 0; k < 3; k++) {
        size_t used;
        v[k] = digits((sg_str){iso.s + at[k], wide[k]}, wide[k], &used);
        if (used != wide[k]) return INT32_MIN;
    }
    if (v[1] < 1 || v[1] > 12 || v[2] < 1 || v[2] > month_days(v[0], v[1])) return INT32_MIN;
    return day_from(v[0], v[1], v[2]);
}

const char *sg_day_iso(sg_arena *a, int32_t day) {
    if (day == INT32_MIN) return NULL;
    civil c = civil_of(day);
    return sg_printf(a, "%04d-%02d-%02d", (int)c.y, (int)c.m, (int)c.d);
}

/* ---- Words --------------------------------------------------------------------------------- */

static const char *value(const scan *s, sg_str key, const char *kind) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_GRAMMAR, key);
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.row[i]->cell[1], kind) == 0) return rows.row[i]->cell[2];
    return NULL;
}

/* The value of the word at i as a word of this kind, or NULL. */
static const char *word(const scan *s, uint32_t i, const char *kind) {
    return i < s->end ? value(s, s->d->toks[i].key, kind) : NULL;
}

static bool number_at(const scan *s, uint32_t i, const char *kind, int32_t *out) {
    const char *v = word(s, i, kind);
    if (!v) return false;
    *out = (int32_t)strtol(v, NULL, 10);
    return true;
}

static bool is_mark(const scan *s, uint32_t i, char c) {
    return i < s->end && s->d->toks[i].form.n == 1 && s->d->toks[i].form.s[0] == c;
}

/* A name of the calendar: written with a capital, unlike the verb or auxiliary of the same letters. */
static bool name_at(const scan *s, uint32_t i, const char *kind, int32_t *out) {
    if (i >= s->end || !s->d->toks[i].form.n) return false;
    char c = s->d->toks[i].form.s[0];
    if (c >= 'A' && c <= 'Z' && number_at(s, i, kind, out)) return true;
    /* "Monday's", "mid-May": the part that is the name, where the splitter left them whole */
    sg_str key = s->d->toks[i].key;
    for (size_t k = 0; k < key.n; k++) {
        if (key.s[k] != ' ') continue;
        sg_str before = {key.s, k}, after = {key.s + k + 1, key.n - k - 1};
        bool owner = after.n == 2 && after.s[0] == '\'' && c >= 'A' && c <= 'Z';
        bool part = after.n > 2 && after.s[0] == '-' && value(s, before, "part");
        const char *v = owner ? value(s, before, kind) : part ? value(s, (sg_str){after.s + 2, after.n - 2}, kind) : NULL;
        if (v) *out = (int32_t)strtol(v, NULL, 10);
        return v != NULL;
    }
    return false;
}

/* The longest phrase of a kind that begins at i: its number of words, 0 if none; what it says. */
static uint32_t phrase_value(const scan *s, uint32_t i, const char *kind, const char **says) {
    char key[PHRASE_ROOM];
    size_t n = 0;
    uint32_t best = 0;
    for (uint32_t k = 0; k < PHRASE_WORDS && i + k < s->end; k++) {
        sg_str w = s->d->toks[i + k].key;
        if (n + 1 + w.n > sizeof key) break;
        if (k) key[n++] = ' ';
        if (w.n) memcpy(key + n, w.s, w.n);
        n += w.n;
        const char *v = value(s, (sg_str){key, n}, kind);
        if (v) best = k + 1, *says = v;
        if (!sg_lexicon_opens(s->d->lex, SG_T_GRAMMAR, (sg_str){key, n})) break;
    }
    return best;
}

static uint32_t phrase(const scan *s, uint32_t i, const char *kind) {
    const char *ignored;
    return phrase_value(s, i, kind, &ignored);
}

/* A day of the month: "25", "25th" (the ending stands in the table). */
static int32_t monthday(const scan *s, uint32_t i, bool *ordinal) {
    size_t used;
    int32_t n = 0;
    *ordinal = false;
    if (i >= s->end) return 0;
    sg_str f = s->d->toks[i].key;
    n = digits(f, 2, &used);
    if (used && used < f.n) {
        if (!value(s, (sg_str){f.s + used, f.n - used}, "ordinal")) return 0;
        *ordinal = true;
    }
    return used && n >= 1 && n <= 31 ? n : 0;
}

static int32_t year(const scan *s, uint32_t i) {
    size_t used;
    if (i >= s->end || s->d->toks[i].form.n != 4) return 0;
    int32_t y = digits(s->d->toks[i].form, 4, &used);
    return used == 4 && y >= 1000 && y < 2100 ? y : 0;
}

/* A count in digits or words; -1 where it is vague ("several"), 0 where none. */
static int32_t count(const scan *s, uint32_t i) {
    size_t used;
    int32_t n;
    if (i >= s->end) return 0;
    if (number_at(s, i, "number", &n)) return n > 0 ? n : -1;
    sg_str f = s->d->toks[i].form;
    n = digits(f, 4, &used);
    return used && used == f.n && used < 5 ? n : 0;
}

/* "agreed on 1 December to expand ...", read on the 8th: nearer than the next 1 December, whatever the tense. */
enum { JUST_PAST = 60 };

/* ---- Moments ------------------------------------------------------------------------------- */

static moment of_days(const scan *s, int32_t from, int32_t to, uint32_t len) {
    moment m = {.from = from, .to = to, .len = len};
    m.edtf = sg_day_iso(s->d->arena, from);
    if (to != from) m.edtf = sg_printf(s->d->arena, "%s/%s", m.edtf, sg_day_iso(s->d->arena, to));
    return m;
}

static moment of_nothing(uint32_t len) {
    return (moment){.from = INT32_MIN, .to = INT32_MIN, .len = len};
}

static moment of_year(const scan *s, int32_t y, uint32_t len) {
    moment m = of_days(s, day_from(y, 1, 1), day_from(y, 12, 31), len);
    m.edtf = sg_printf(s->d->arena, "%04d", (int)y);
    return m;
}

static moment of_month(const scan *s, int32_t y, int32_t mo, uint32_t len) {
    moment m = of_days(s, day_from(y, mo, 1), day_from(y, mo, month_days(y, mo)), len);
    m.edtf = sg_printf(s->d->arena, "%04d-%02d", (int)y, (int)mo);
    return m;
}

/* A month and perhaps a day, the year given (0: the nearest that fits the tense). */
static moment of_parts(const scan *s, int32_t y, int32_t mo, int32_t d, uint32_t len) {
    int32_t pub = s->d->pub;
    moment m = of_nothing(len);
    if (!y && pub == INT32_MIN) {
        m.edtf =
            d ? sg_printf(s->d->arena, "XXXX-%02d-%02d", (int)mo, (int)d) : sg_printf(s->d->arena, "XXXX-%02d", (int)mo);
        return m;
    }
    if (!y) {
        civil now = civil_of(pub);
        int32_t day = d ? d : now.d;
        bool later = mo > now.m || (mo == now.m && day > now.d), before = mo < now.m || (mo == now.m && day < now.d);
        bool just = before && d && d <= month_days(now.y, mo) && pub - day_from(now.y, mo, d) <= JUST_PAST;
        y = now.y + (s->future && !just ? before : 0) - (!s->future ? later : 0);
    }
    if (!d) return of_month(s, y, mo, len);
    if (d > month_days(y, mo)) return (moment){0};
    return of_days(s, day_from(y, mo, d), day_from(y, mo, d), len);
}

static moment month_first(const scan *s, uint32_t i);
static moment day_first(const scan *s, uint32_t i);

/* Put "(25th)" after a day: takes it in where it agrees, or stands alone without publication. */
static moment with_bracket(const scan *s, uint32_t i, moment m) {
    bool ordinal, open = is_mark(s, i + m.len, '(');
    uint32_t at = i + m.len + (open ? 1 : 0);
    if (m.len && open) {
        moment full = month_first(s, at), other = day_first(s, at);
        if (other.len > full.len) full = other;
        if (full.len && !full.bare && is_mark(s, at + full.len, ')')) {
            full.len += m.len + 2;
            return full;
        }
    }
    int32_t d = monthday(s, at, &ordinal);
    if (!m.len || !open || !d || !is_mark(s, at + 1, ')')) return m;
    uint32_t len = m.len + 3;
    if (m.from == INT32_MIN) m.edtf = sg_printf(s->d->arena, "XXXX-XX-%02d", (int)d);
    else if (civil_of(m.from).d != d)
        for (int32_t k = 1; k <= 7; k++) { /* the bracket is the more exact: the nearest such day */
            int32_t near = civil_of(m.from - k).d == d ? m.from - k : civil_of(m.from + k).d == d ? m.from + k : INT32_MIN;
            if (near == INT32_MIN) continue;
            m = of_days(s, near, near, len);
            break;
        }
    m.len = len;
    return m;
}

static moment month_first(const scan *s, uint32_t i) {
    int32_t mo, y, d, to;
    bool o;
    uint32_t n = 1;
    if (!name_at(s, i, "month", &mo)) return (moment){0};
    if (is_mark(s, i + n, '.')) n++;
    d = monthday(s, i + n, &o);
    if (d) n++;
    if (d && word(s, i + n, "to") && (to = monthday(s, i + n + 1, &o)) > d) {
        moment a, b;
        y = is_mark(s, i + n + 2, ',') ? year(s, i + n + 3) : 0;
        a = of_parts(s, y, mo, d, n);
        b = a.len && a.from != INT32_MIN ? of_parts(s, civil_of(a.from).y, mo, to, n) : (moment){0};
        if (b.len) return of_days(s, a.from, b.to, n + (y ? 4 : 2));
    }
    if ((y = year(s, i + n))) n++;
    else if (is_mark(s, i + n, ',') && (y = year(s, i + n + 1))) n += 2;
    moment m = of_parts(s, y, mo, d, n);
    m.bare = !d && !y;
    return m;
}

static moment day_first(const scan *s, uint32_t i) {
    bool o;
    int32_t mo, y;
    uint32_t n = word(s, i, "the") ? 1 : 0;
    int32_t d = monthday(s, i + n, &o);
    if (!d) return (moment){0};
    n++;
    int32_t to = word(s, i + n, "to") ? monthday(s, i + n + 1, &o) : 0;
    if (to > d && name_at(s, i + n + 2, "month", &mo)) { /* "2 to 5 May" */
        y = year(s, i + n + 3);
        moment a = of_parts(s, y, mo, d, 1), b = {0};
        if (a.len && a.from != INT32_MIN) b = of_parts(s, civil_of(a.from).y, mo, to, 1);
        if (b.len) return of_days(s, a.from, b.to, n + (y ? 4 : 3));
    }
    if (word(s, i + n, "of")) n++;
    if (name_at(s, i + n, "month", &mo)) {
        y = year(s, i + n + 1);
        return of_parts(s, y, mo, d, n + (y ? 2 : 1));
    }
    if (!o || n != 2 || !word(s, i, "the")) return (moment){0}; /* "the 25th" */
    moment m = of_nothing(n);
    m.bare = true;
    m.edtf = sg_printf(s->d->arena, "XXXX-XX-%02d", (int)d);
    for (int32_t k = 0; k < 62 && s->d->pub != INT32_MIN; k++) {
        int32_t day = s->future ? s->d->pub + k : s->d->pub - k;
        if (civil_of(day).d != d) continue;
        m = of_days(s, day, day, n);
        m.bare = true;
        break;
    }
    return m;
}

/* "2022-05-26", "2022-05", however the splitter cut it: read from the text itself. */
static moment iso(const scan *s, uint32_t i) {
    const sg_tok *t = &s->d->toks[i];
    sg_str text = sg_doc_text(s->d, s->in_title), rest = {text.s + t->start, text.n - t->start};
    if (t->start >= text.n || !year(s, i)) return (moment){0};
    size_t n = 0;
    while (n < rest.n && n < 11 && ((rest.s[n] >= '0' && rest.s[n] <= '9') || rest.s[n] == '-')) n++;
    uint32_t last = i;
    while (last + 1 < s->end && s->d->toks[last].end < t->start + n) last++;
    if (s->d->toks[last].end != t->start + n || (n != 10 && n != 7)) return (moment){0};
    char full[11] = "0000-00-01";
    memcpy(full, rest.s, n);
    int32_t day = sg_day_of((sg_str){full, 10});
    if (day == INT32_MIN) return (moment){0};
    return n == 10 ? of_days(s, day, day, last + 1 - i) : of_month(s, civil_of(day).y, civil_of(day).m, last + 1 - i);
}

/* Does the number only count what follows: "in 2000 villages"? */
static bool counts(const scan *s, uint32_t i) {
    const sg_tok *t = &s->d->toks[i];
    return t->deprel == SG_DEP_NUMMOD && t->head != NONE && t->head > i && s->d->toks[t->head].upos == SG_POS_NOUN;
}

/* "2022-05-26", "1991", "the 1990s" */
static moment figures(const scan *s, uint32_t i) {
    size_t used;
    uint32_t n = word(s, i, "the") ? 1 : 0;
    if (i + n >= s->end) return (moment){0};
    sg_str f = s->d->toks[i + n].key;
    int32_t y = digits(f, 4, &used), day = sg_day_of(s->d->toks[i + n].form);
    if (day != INT32_MIN) return of_days(s, day, day, n + 1);
    moment whole = iso(s, i + n);
    if (whole.len) {
        whole.len += n;
        return whole;
    }
    if (used == 4 && y >= 1000 && y < 2100 && y % 10 == 0 && f.n > 4 && value(s, (sg_str){f.s + 4, f.n - 4}, "decade")) {
        moment m = of_days(s, day_from(y, 1, 1), day_from(y + 9, 12, 31), n + 1);
        m.edtf = sg_printf(s->d->arena, "%03dX", (int)(y / 10));
        return m;
    }
    if (n || !(y = year(s, i)) || counts(s, i)) return (moment){0};
    moment m = of_year(s, y, 1);
    m.bare = true;
    return m;
}

/* The day of the week `w` (1 Monday): step -1 the last, +1 the next, 0 by the tense. */
static moment weekday(const scan *s, int32_t w, int32_t step, uint32_t len) {
    int32_t pub = s->d->pub;
    moment m = of_nothing(len);
    m.ahead = step > 0 || (step == 0 && s->future);
    if (pub == INT32_MIN) return m;
    int32_t now = ((pub + 3) % 7 + 7) % 7 + 1, back = (now - w + 7) % 7, on = (w - now + 7) % 7;
    if (step < 0 && back == 0) back = 7;
    if (step > 0 && on == 0) on = 7;
    int32_t day = m.ahead ? pub + on : pub - back;
    return of_days(s, day, day, len);
}

/* A stretch of the calendar, `step` of them away from the one of publication. */
static moment stretch(const scan *s, const char *unit, int32_t step, uint32_t len) {
    int32_t pub = s->d->pub;
    moment m = of_nothing(len);
    m.ahead = step > 0;
    if (pub == INT32_MIN || step > 10000 || step < -10000) return m;
    civil c = civil_of(pub);
    if (*unit == 'd') return of_days(s, pub + step, pub + step, len);
    if (*unit == 'w' || *unit == 'e') {
        int32_t monday = pub - ((pub + 3) % 7 + 7) % 7 + 7 * step;
        return of_days(s, *unit == 'e' ? monday + 5 : monday, monday + 6, len);
    }
    if (*unit == 'm') {
        int32_t t = c.y * 12 + c.m - 1 + step;
        return t >= 0 ? of_month(s, t / 12, t % 12 + 1, len) : m;
    }
    if (*unit == 'y' && c.y + step > 0) return of_year(s, c.y + step, len);
    m.past = step < 0;
    if (*unit != 'D' || c.y + 10 * step < 10) return m;
    int32_t y = (c.y / 10 + step) * 10;
    m = of_days(s, day_from(y, 1, 1), day_from(y + 9, 12, 31), len);
    m.edtf = sg_printf(s->d->arena, "%03dX", (int)(y / 10));
    return m;
}

/* A season of a year: EDTF's months 21 to 24; its days are those of the north's calendar. */
static moment of_season(const scan *s, int32_t y, int32_t season, uint32_t len) {
    int32_t mo = season * 3 - 60; /* 21 spring: March */
    int32_t end = season == 24 ? day_from(y + 1, 3, 1) - 1 : day_from(y, mo + 2, month_days(y, mo + 2));
    moment m = of_days(s, day_from(y, mo, 1), end, len);
    m.edtf = sg_printf(s->d->arena, "%04d-%d", (int)y, (int)season);
    return m;
}

/* "summer 2019", "the summer of 2019", "last summer", "in the spring" */
static moment season(const scan *s, uint32_t i) {
    int32_t step = 0, which, y;
    uint32_t the = word(s, i, "the") ? 1 : 0, n = the;
    bool said =
        number_at(s, i + n, "last", &step) || number_at(s, i + n, "next", &step) || number_at(s, i + n, "this", &step);
    if (said) n++;
    if (!number_at(s, i + n, "season", &which)) return (moment){0};
    n++;
    uint32_t of = word(s, i + n, "of") ? 1 : 0;
    if ((y = year(s, i + n + of))) return of_season(s, y, which, n + of + 1);
    if ((!said && !the) || of || s->d->pub == INT32_MIN) return (moment){0};
    y = civil_of(s->d->pub).y;
    moment m = of_season(s, y, which, n);
    if (step < 0 && m.to >= s->d->pub) m = of_season(s, y - 1, which, n);
    else if (step > 0 && m.from <= s->d->pub) m = of_season(s, y + 1, which, n);
    else if (!step && !s->future && m.from > s->d->pub) m = of_season(s, y - 1, which, n);
    m.bare = !said;
    return m;
}

/* "the first quarter of 2021" */
static moment quarter(const scan *s, uint32_t i) {
    uint32_t n = word(s, i, "the") ? 1 : 0;
    int32_t q, y;
    if (!number_at(s, i + n, "nth", &q) || q > 4 || !word(s, i + n + 1, "quarter")) return (moment){0};
    n += word(s, i + n + 2, "of") ? 3 : 2;
    if (!(y = year(s, i + n))) return (moment){0};
    moment m = of_days(s, day_from(y, 3 * q - 2, 1), day_from(y, 3 * q, month_days(y, 3 * q)), n + 1);
    m.edtf = sg_printf(s->d->arena, "%04d-%d", (int)y, (int)(32 + q));
    return m;
}

/* "Christmas Day": the day of the year that a feast falls on. */
static moment feast(const scan *s, uint32_t i) {
    const char *v = NULL;
    uint32_t n = phrase_value(s, i, "feast", &v);
    if (!n || strlen(v) != 5) return (moment){0};
    int32_t mo = (int32_t)strtol(v, NULL, 10), day = (int32_t)strtol(v + 3, NULL, 10), y = year(s, i + n);
    return of_parts(s, y, mo, day, n + (y ? 1 : 0));
}

/* "last week", "next Monday", "this year", "last March" */
static moment relative(const scan *s, uint32_t i) {
    int32_t step, w;
    uint32_t n = word(s, i, "the") ? 1 : 0;
    const char *alone = word(s, i + n, "period");
    if (n && alone && *alone == 'e' && !word(s, i + n + 1, "of")) { /* "at the weekend" */
        bool now = s->d->pub != INT32_MIN && ((s->d->pub + 3) % 7 + 7) % 7 >= 5;
        return stretch(s, alone, s->future || now ? 0 : -1, n + 1);
    }
    if (!number_at(s, i + n, "last", &step) && !number_at(s, i + n, "next", &step) && !number_at(s, i + n, "this", &step))
        return (moment){0};
    if (number_at(s, i + n, "this", &w) && number_at(s, i + n + 1, "next", &w)) n++, step = 1; /* "this coming Friday" */
    if (word(s, i + n + 1, "daytime") && step <= 0) return stretch(s, "d", step, n + 2);       /* "last night" */
    const char *unit = word(s, i + n + 1, "period");
    if (unit && *unit != 'h') return stretch(s, unit, step, n + 2);
    if (name_at(s, i + n + 1, "weekday", &w)) return with_bracket(s, i, weekday(s, w, step, n + 2));
    if (!name_at(s, i + n + 1, "month", &w)) return (moment){0};
    scan t = *s;
    t.future = step > 0 || (step == 0 && s->future);
    moment m = of_parts(&t, 0, w, 0, n + 2);
    if (step && m.from != INT32_MIN && m.from <= s->d->pub && s->d->pub <= m.to)
        return of_month(s, civil_of(m.from).y + step, w, n + 2);
    m.ahead = step > 0;
    return m;
}

/* "two days ago", "decades ago" */
static moment ago(const scan *s, uint32_t i) {
    int32_t n = count(s, i);
    uint32_t at = i + (n ? 1 : 0);
    if (n < 0 && word(s, at, "of")) at++;
    const char *unit = word(s, at, "period");
    if (!unit || !word(s, at + 1, "ago")) return (moment){0};
    uint32_t len = at + 2 - i;
    moment m = of_nothing(len);
    bool longer = *unit == 'y' || *unit == 'D' || *unit == 'c';
    m.past = longer && n <= 0;
    if (*unit == 'h') return stretch(s, "d", 0, len);
    if (n <= 0) return m;
    if (*unit == 'D' || *unit == 'c') m.past = true;
    else m = stretch(s, unit, -n, len);
    return m;
}

static moment longest(moment a, moment b) {
    return b.len > a.len ? b : a;
}

static moment moment_at(const scan *s, uint32_t i) {
    int32_t v;
    moment m = longest(longest(month_first(s, i), day_first(s, i)), longest(figures(s, i), ago(s, i)));
    m = longest(longest(m, relative(s, i)), longest(longest(season(s, i), quarter(s, i)), feast(s, i)));
    const char *says = NULL;
    uint32_t n = phrase_value(s, i, "day", &says);
    if (n) m = longest(m, with_bracket(s, i, stretch(s, "d", (int32_t)strtol(says, NULL, 10), n)));
    if (name_at(s, i, "weekday", &v)) {
        uint32_t comma = is_mark(s, i + 1, ',') ? 2 : 1;
        moment day = longest(month_first(s, i + comma), day_first(s, i + comma));
        if (day.len && !day.bare) day.len += comma;
        m = longest(m, day.bare || !day.len ? with_bracket(s, i, weekday(s, v, 0, 1)) : day);
    }
    if (m.len) return m;
    uint32_t skip = word(s, i, "the") ? 1 : 0;
    if (word(s, i + skip, "edge") && word(s, i + skip + 1, "of")) { /* "the end of April", "the end of the year" */
        skip += 2;
        const char *unit = word(s, i + skip, "the") ? word(s, i + skip + 1, "period") : NULL;
        m = unit && *unit != 'h' ? stretch(s, unit, 0, 2) : moment_at(s, i + skip);
    } else if (word(s, i, "part") ||
               (skip && word(s, i + 1, "part"))) { /* "earlier this week", "early in May", "the early 1990s" */
        skip = word(s, i, "part") ? 1 : 2;
        if (word(s, i + skip, "in") || word(s, i + skip, "on")) skip++;
        m = moment_at(s, i + skip);
    }
    if (m.len) m.len += skip, m.bare = false;
    return m;
}

/* ---- What a moment is used for ------------------------------------------------------------- */

/* Is the verb told as to come: "to meet", "will meet"? */
static bool is_to_come(const scan *s, uint32_t verb) {
    const sg_doc *d = s->d;
    bool infinitive = (d->toks[verb].bits & SG_FEAT_INF) != 0;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (infinitive && c < verb && k->upos == SG_POS_PART && k->deprel == SG_DEP_MARK) return true;
        if (k->upos == SG_POS_AUX && word(s, c, "modal")) return true;
    }
    return false;
}

/* Does the clause of this word tell of what is to come? Asked for every word: the last verb is remembered. */
static bool future_at(scan *s, uint32_t i) {
    const sg_doc *d = s->d;
    for (uint32_t hops = 0; hops < 64 && i != NONE && d->toks[i].upos != SG_POS_VERB; hops++) i = d->toks[i].head;
    if (i == NONE || d->toks[i].upos != SG_POS_VERB) return false;
    if (i != s->verb) s->to_come = is_to_come(s, i), s->verb = i;
    return s->to_come;
}

static void add(scan *s, uint32_t first, const moment *m, enum sg_time_kind kind) {
    sg_doc *d = s->d;
    uint32_t last = first + m->len - 1, head = last;
    for (uint32_t k = first; k <= last; k++) {
        uint32_t h = d->toks[k].head;
        if (d->toks[k].upos == SG_POS_PUNCT || (h != NONE && h >= first && h <= last)) continue;
        head = k;
        break;
    }
    if (kind == SG_TIME_DATE && m->past && !m->edtf) kind = SG_TIME_PAST;
    else if (kind == SG_TIME_DATE && (m->from != INT32_MIN && d->pub != INT32_MIN ? m->from > d->pub : m->ahead))
        kind = SG_TIME_FUTURE;
    sg_time *t = SG_PUSH(d->arena, d->times, d->time_count, d->time_cap);
    *t = (sg_time){
        .first = first, .last = last, .head = head, .edtf = m->edtf, .kind = (uint8_t)kind, .from = m->from, .to = m->to};
}

/* "from X to Y", "between X and Y" */
static uint32_t range(scan *s, uint32_t i) {
    const char *join = word(s, i, "from") ? "to" : word(s, i, "between") ? "and" : NULL;
    moment a = join ? moment_at(s, i + 1) : (moment){0};
    if (!a.len || !word(s, i + 1 + a.len, join)) return 0;
    moment b = moment_at(s, i + 2 + a.len);
    if (!b.len) return 0;
    moment m = {.from = a.from, .to = b.to, .len = 2 + a.len + b.len, .ahead = a.ahead};
    if (a.from != INT32_MIN && b.to != INT32_MIN && a.from > b.to) return 0;
    if (a.edtf && b.edtf) m.edtf = sg_printf(s->d->arena, "%s/%s", a.edtf, b.edtf);
    add(s, i, &m, SG_TIME_DATE);
    return m.len;
}

/* The last date said before, in this sentence or the two before it. */
static const sg_time *anchor(const scan *s) {
    for (size_t k = s->d->time_count; k-- > 0;) {
        const sg_time *t = &s->d->times[k];
        if (s->sent - s->d->toks[t->first].sent > 2) return NULL;
        if (t->kind == SG_TIME_DATE && t->from != INT32_MIN && t->to != INT32_MIN) return t;
    }
    return NULL;
}

/* So many units from the date said before; nothing where that is less exact than the unit. */
static moment from_anchor(const scan *s, const char *unit, int32_t step, uint32_t len) {
    const sg_time *a = anchor(s);
    moment m = {0};
    if (!a || step > 10000 || step < -10000) return m;
    civil c = civil_of(a->from), e = civil_of(a->to);
    int32_t month = c.y * 12 + c.m - 1 + step;
    if ((*unit == 'd' || *unit == 'w') && a->from == a->to) {
        int32_t day = a->from + step * (*unit == 'w' ? 7 : 1);
        m = of_days(s, day, day, len);
    } else if (*unit == 'm' && c.y == e.y && c.m == e.m && month >= 0) m = of_month(s, month / 12, month % 12 + 1, len);
    else if (*unit == 'y' && c.y == e.y && c.y + step > 0) m = of_year(s, c.y + step, len);
    return m;
}

/* "the next day", "that day": counted from the date said before. */
static uint32_t same_day(scan *s, uint32_t i) {
    const char *v = NULL;
    uint32_t n = phrase_value(s, i, "that day", &v);
    if (!n) return 0;
    moment m = from_anchor(s, "d", (int32_t)strtol(v, NULL, 10), n);
    if (m.len) add(s, i, &m, SG_TIME_DATE);
    return n;
}

/* "for two weeks", "in two days", and "a year after", which is no date at all. */
static uint32_t span(scan *s, uint32_t i) {
    uint32_t n = word(s, i, "for") || word(s, i, "in") || word(s, i, "within") ? 1 : 0, at = i + n;
    if (n && word(s, at, "the")) at++;
    int32_t step;
    if (n && (number_at(s, at, "last", &step) || number_at(s, at, "next", &step))) at++;
    int32_t c = count(s, at);
    if (c) at++;
    if (c < 0 && word(s, at, "of")) at++;
    const char *unit = word(s, at, "period");
    if (!unit || word(s, at + 1, "ago")) return 0;
    const char *after = word(s, at + 1, "after");
    if (after && c > 0 && (!strcmp(after, "later") || !strcmp(after, "earlier"))) {
        moment m = from_anchor(s, unit, *after == 'l' ? c : -c, at + 2 - i);
        if (m.len) add(s, i, &m, SG_TIME_DATE);
        return at + 2 - i;
    }
    if (after) {
        moment skip = moment_at(s, at + 2);
        return c ? at + 2 + skip.len - i : 0;
    }
    if (!n || (!c && !word(s, i, "for"))) return 0;
    moment m = of_nothing(at + 1 - i);
    if (word(s, i, "for")) add(s, i, &m, SG_TIME_DURATION);
    else if (word(s, i, "within")) add(s, i, &m, SG_TIME_DUE);
    else if (s->future && c > 0 && *unit != 'h') m = stretch(s, unit, c, m.len), add(s, i, &m, SG_TIME_DATE);
    else add(s, i, &m, s->future ? SG_TIME_FUTURE : SG_TIME_DURATION);
    return m.len;
}

/* "as soon as possible", "in the past", "during the war" */
static uint32_t fixed(scan *s, uint32_t i) {
    uint32_t n;
    moment m = of_nothing(0);
    if ((n = phrase(s, i, "due"))) {
        m.len = n, add(s, i, &m, SG_TIME_DUE);
        return n;
    }
    if ((n = phrase(s, i, "past"))) {
        m.len = n, add(s, i, &m, SG_TIME_PAST);
        return n;
    }
    if (!word(s, i, "during")) return 0;
    for (uint32_t at = i + 1; at < i + 4; at++)
        if ((n = phrase(s, at, "era"))) {
            m.len = at + n - i, add(s, i, &m, SG_TIME_PAST);
            return m.len;
        }
    return 0;
}

/* "applies from June 1": a rule told in the present begins then. */
static bool in_force(const scan *s) {
    uint32_t bits = s->d->toks[s->verb].bits;
    return (bits & SG_FEAT_PRES) && (bits & SG_FEAT_FIN);
}

/* A moment with the word before it, or without. */
static uint32_t dated(scan *s, uint32_t i) {
    sg_arena *a = s->d->arena;
    uint32_t by = phrase(s, i, "by");
    bool since = word(s, i, "since"), until = word(s, i, "until");
    uint32_t lead = by ? by
                    : since || until || word(s, i, "in") || word(s, i, "on") || word(s, i, "during") || word(s, i, "for") ||
                            word(s, i, "from") || word(s, i, "of")
                        ? 1
                        : 0;
    if (by || (word(s, i, "from") && s->verb != NONE && in_force(s))) s->future = true;
    moment m = moment_at(s, i + lead);
    if (!m.len || (m.bare && !lead)) return 0;
    m.len += lead;
    enum sg_time_kind kind = since ? SG_TIME_SINCE : by ? SG_TIME_DUE : until ? SG_TIME_DURATION : SG_TIME_DATE;
    int32_t step;
    if (word(s, i, "for") && word(s, i + 1, "the") && number_at(s, i + 2, "last", &step))
        kind = SG_TIME_DURATION, m.edtf = NULL;
    const char *first =
        m.from != INT32_MIN && since && m.to != m.from && strchr(m.edtf, '/') ? sg_day_iso(a, m.from) : m.edtf;
    if (since && first) m.edtf = sg_printf(a, "%s/..", first), m.to = INT32_MIN;
    if (until && m.edtf) m.edtf = sg_printf(a, "../%s", m.edtf), m.from = INT32_MIN;
    if (word(s, i, "of")) m.len--, i++;
    add(s, i, &m, kind);
    return m.len + (i && word(s, i - 1, "of") && lead ? 1 : 0);
}

static void read_sentence(sg_doc *d, const sg_sent *sent) {
    scan s = {.d = d,
              .end = sent->first + sent->count,
              .sent = (uint32_t)(sent - d->sents),
              .in_title = sent->in_title,
              .verb = NONE};
    for (uint32_t i = sent->first; i < s.end;) {
        uint32_t n;
        s.future = future_at(&s, i);
        if ((n = same_day(&s, i)) || (n = range(&s, i)) || (n = dated(&s, i)) || (n = fixed(&s, i)) || (n = span(&s, i)))
            i += n;
        else i++;
    }
}

void sg_when(sg_doc *d) {
    for (size_t k = 0; k < d->sent_count; k++) {
        d->sents[k].time = (uint32_t)d->time_count;
        read_sentence(d, &d->sents[k]);
        d->sents[k].time_count = (uint32_t)d->time_count - d->sents[k].time;
    }
}
