/* moment.c: see moment.h. At each word a handful of patterns is tried and the longest is taken. */
#include "moment.h"

enum {
    PHRASE_WORDS = 5,
    PHRASE_ROOM = 128,
    DEEP = 3,      /* of moments inside moments: "the last days of the first week of May" */
    JUST_PAST = 60 /* "agreed on 1 December to expand ...", read on the 8th, is nearer than the next 1 December */
};

static const sg_moment none;

/* ---- Words --------------------------------------------------------------------------------- */

const bool *sg_time_opens(sg_doc *d) {
    bool *opens = SG_NEW(d->arena, bool, d->tok_count);
    for (size_t i = 0; i + 1 < d->tok_count; i++) {
        if (!(d->toks[i].by_key.opens & SG_TABLE_BIT(SG_T_GRAMMAR))) continue;
        char key[PHRASE_ROOM];
        sg_str a = d->toks[i].key, b = d->toks[i + 1].key;
        opens[i] = true;
        if (a.n + b.n + 1 > sizeof key) continue;
        memcpy(key, a.s, a.n);
        key[a.n] = ' ';
        memcpy(key + a.n + 1, b.s, b.n);
        uint64_t longer, both = sg_lexicon_tables(d->lex, (sg_str){key, a.n + b.n + 1}, &longer);
        opens[i] = ((both | longer) >> SG_T_GRAMMAR) & 1;
    }
    return opens;
}

static const char *value(const sg_scan *s, sg_str key, const char *kind) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_GRAMMAR, key);
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.row[i]->cell[1], kind) == 0) return rows.row[i]->cell[2];
    return NULL;
}

bool sg_time_mark(const sg_scan *s, uint32_t i, char c) {
    return i < s->end && s->d->toks[i].form.n == 1 && s->d->toks[i].form.s[0] == c;
}

uint32_t sg_time_phrase(const sg_scan *s, uint32_t i, const char *kind, const char **says) {
    char key[PHRASE_ROOM];
    size_t n = 0;
    uint32_t best = 0;
    if (i >= s->end) return 0;
    if (!s->opens[i]) { /* most words */
        const char *alone = sg_kind_value(&s->d->toks[i].by_key, kind);
        if (alone) *says = alone;
        return alone ? 1 : 0;
    }
    for (uint32_t k = 0; k < PHRASE_WORDS && i + k < s->end; k++) {
        sg_str w = s->d->toks[i + k].key;
        if (n + 1 + w.n > sizeof key) break;
        if (k) key[n++] = ' ';
        if (w.n) memcpy(key + n, w.s, w.n);
        n += w.n;
        const char *v = k ? value(s, (sg_str){key, n}, kind) : sg_kind_value(&s->d->toks[i].by_key, kind);
        if (v) best = k + 1, *says = v;
        if (k && !sg_lexicon_opens(s->d->lex, SG_T_GRAMMAR, (sg_str){key, n})) break;
    }
    return best;
}

static uint32_t the(const sg_scan *s, uint32_t i) {
    return sg_time_word(s, i, "the") ? 1 : 0;
}

/* "last", "next", "this": how many units on is meant? */
static bool step_at(const sg_scan *s, uint32_t i, int32_t *step) {
    return sg_time_number(s, i, "last", step) || sg_time_number(s, i, "next", step) || sg_time_number(s, i, "this", step);
}

/* A name of the calendar: written with a capital, unlike the verb or auxiliary of the same letters. */
static bool name_at(const sg_scan *s, uint32_t i, const char *kind, int32_t *out) {
    if (i >= s->end || !s->d->toks[i].form.n) return false;
    char c = s->d->toks[i].form.s[0];
    if (c >= 'A' && c <= 'Z' && sg_time_number(s, i, kind, out)) return true;
    /* "Monday's", "mid-May": the part that is the name, where the splitter left them whole */
    sg_str key = s->d->toks[i].key;
    for (size_t k = 0; k < key.n; k++) {
        if (key.s[k] != ' ') continue;
        sg_str before = {key.s, k}, after = {key.s + k + 1, key.n - k - 1};
        bool owner = after.n == 2 && after.s[0] == '\'' && c >= 'A' && c <= 'Z';
        bool part = after.n > 2 && after.s[0] == '-' && value(s, before, "part");
        const char *v = owner ? value(s, before, kind) : part ? value(s, (sg_str){after.s + 2, after.n - 2}, kind) : NULL;
        if (v) *out = sg_time_value(v);
        return v != NULL;
    }
    return false;
}

int32_t sg_time_digits(sg_str s, size_t most, size_t *used) {
    int32_t v = 0;
    size_t i = 0;
    for (; i < s.n && i < most && s.s[i] >= '0' && s.s[i] <= '9'; i++) v = v * 10 + (s.s[i] - '0');
    *used = i;
    return v;
}

/* "first", "twenty-first": words taken. */
static uint32_t nth(const sg_scan *s, uint32_t i, int32_t *out) {
    const char *v = NULL;
    uint32_t n = sg_time_phrase(s, i, "nth", &v);
    size_t used;
    if (n) *out = sg_time_value(v);
    if (n || i >= s->end) return n;
    *out = 0;
    sg_str f = s->d->toks[i].key; /* "19th" */
    int32_t figure = sg_time_digits(f, 2, &used);
    if (!(used && used < f.n && value(s, (sg_str){f.s + used, f.n - used}, "ordinal"))) return 0;
    *out = figure;
    return 1;
}

/* A day of the month: "25", "25th", "25 th" (the ending stands in the table), "fifth" where `spelled` may be. */
static uint32_t monthday(const sg_scan *s, uint32_t i, bool spelled, int32_t *day, bool *ordinal) {
    size_t used;
    *day = 0;
    *ordinal = false;
    if (i >= s->end) return 0;
    sg_str f = s->d->toks[i].key;
    *day = sg_time_digits(f, 2, &used);
    size_t cut = f.n > used && f.s[f.n - 1] == '-' ? (f.n > used + 1 && f.s[f.n - 2] == ' ' ? 2 : 1) : 0;
    if (used && used + cut < f.n) {
        if (!value(s, (sg_str){f.s + used, f.n - used - cut}, "ordinal")) return 0;
        *ordinal = true;
    }
    if (!used) {
        *ordinal = spelled;
        used = spelled ? nth(s, i, day) : 0;
        return used && *day <= 31 ? (uint32_t)used : 0;
    }
    if (*day < 1 || *day > 31) return 0;
    if (!*ordinal && sg_time_word(s, i + 1, "ordinal")) {
        *ordinal = true;
        return 2;
    }
    return 1;
}

/* Does the number only count what follows: "in 2000 villages"? */
static bool counts(const sg_scan *s, uint32_t i) {
    const sg_tok *t = &s->d->toks[i];
    return t->deprel == SG_DEP_NUMMOD && t->head != NONE && t->head > i && s->d->toks[t->head].upos == SG_POS_NOUN;
}

static int32_t year(const sg_scan *s, uint32_t i) {
    size_t used;
    if (i >= s->end) return 0;
    sg_str f = s->d->toks[i].form;
    if (f.n > 4) { /* "mid-2019" */
        sg_str k = s->d->toks[i].key, rest = k;
        while (rest.n && *rest.s != ' ') rest.s++, rest.n--;
        if (rest.n != 7 || rest.s[1] != '-' || !value(s, (sg_str){k.s, k.n - 7}, "part")) return 0;
        f = (sg_str){rest.s + 3, 4};
    }
    int32_t y = sg_time_digits(f, 4, &used);
    return f.n == 4 && used == 4 && y >= 1000 && y < 2100 ? y : 0;
}

uint32_t sg_time_count(const sg_scan *s, uint32_t i, int32_t *out) {
    size_t used;
    int32_t n, more;
    uint32_t len = 1;
    if (i >= s->end) return 0;
    if (sg_time_number(s, i, "number", &n)) {
        if (n == 1 && sg_time_number(s, i + 1, "number", &more)) n = more, len = 2; /* "a few" */
        if (n >= 20 && sg_time_mark(s, i + len, '-') && sg_time_number(s, i + len + 1, "number", &more) && more < 10)
            n += more, len += 2;
        if (len > 1 && sg_time_word(s, i + len, "of")) len++;
        else if (n <= 0 && sg_time_word(s, i + len, "of")) len++;
        *out = n > 0 ? n : -1;
        return len;
    }
    sg_str f = s->d->toks[i].form;
    n = sg_time_digits(f, 4, &used);
    *out = n;
    return used && used == f.n && used < 5 && n ? 1 : 0;
}

sg_period sg_time_period(const sg_scan *s, uint32_t i) {
    static const struct {
        char letter;
        enum sg_unit unit;
    } units[] = {{'h', SG_UNIT_HOUR}, {'d', SG_UNIT_DAY},     {'w', SG_UNIT_WEEK},
                 {'f', SG_UNIT_WEEK}, {'e', SG_UNIT_WEEKEND}, {'m', SG_UNIT_MONTH},
                 {'y', SG_UNIT_YEAR}, {'D', SG_UNIT_DECADE},  {'c', SG_UNIT_CENTURY}};
    const char *v = sg_time_word(s, i, "period");
    sg_period p = {SG_UNIT_NONE, 1, false};
    for (size_t k = 0; v && k < sizeof units / sizeof *units; k++)
        if (units[k].letter == *v) p.unit = units[k].unit;
    if (!v) return p;
    if (*v == 'f') p.times = 2;
    p.several = v[strlen(v) - 1] == 's';
    return p;
}

/* ---- Moments ------------------------------------------------------------------------------- */

sg_moment sg_moment_vague(uint32_t len) {
    return (sg_moment){.on = {INT32_MIN, INT32_MIN, SG_UNIT_NONE}, .len = len};
}

sg_moment sg_moment_on(sg_spell on, uint32_t len) {
    return (sg_moment){.on = on, .len = len};
}

const char *sg_moment_edtf(sg_arena *a, const sg_moment *m) {
    return m->partial ? m->partial : sg_spell_edtf(a, m->on);
}

static bool known(const sg_moment *m) {
    return m->on.from != INT32_MIN && m->on.to != INT32_MIN;
}

/* The year of a month, or of a day of it, that was told without: by the tense, and by what is near. */
static int32_t year_by_tense(const sg_scan *s, int32_t mo, int32_t d) {
    sg_civil now = sg_civil_of(s->today);
    int32_t day = d ? d : now.d;
    bool later = mo > now.m || (mo == now.m && day > now.d), before = mo < now.m || (mo == now.m && day < now.d);
    if (s->tense == SG_TENSE_PAST && s->direct) return now.y - (later ? 1 : 0);
    if (s->tense == SG_TENSE_AHEAD && s->direct) {
        bool just = before && d && d <= sg_month_days(now.y, mo) && s->today - sg_day_from(now.y, mo, d) <= JUST_PAST;
        return now.y + (before && !just ? 1 : 0);
    }
    int32_t to_come = sg_day_from(now.y + (before ? 1 : 0), mo, d ? d : 1) - s->today;
    int32_t gone = s->today - sg_day_from(now.y - (later ? 1 : 0), mo, d ? d : 1);
    bool present = s->tense == SG_TENSE_PRESENT && s->direct && !s->in_title; /* "leaves on 5 October" */
    bool near = s->tense == SG_TENSE_AHEAD || present || s->held_out ? to_come <= gone : to_come <= JUST_PAST && to_come <= gone;
    return near ? now.y + (before ? 1 : 0) : now.y - (later ? 1 : 0);
}

/* A month and perhaps a day, the year given (0: the nearest that fits the tense). */
static sg_moment of_parts(const sg_scan *s, int32_t y, int32_t mo, int32_t d, uint32_t len) {
    sg_moment m = sg_moment_vague(len);
    if (!y && s->today == INT32_MIN) {
        m.partial =
            d ? sg_printf(s->d->arena, "XXXX-%02d-%02d", (int)mo, (int)d) : sg_printf(s->d->arena, "XXXX-%02d", (int)mo);
        return m;
    }
    int32_t of = y ? y : year_by_tense(s, mo, d);
    if (d > sg_month_days(of, mo)) return none;
    m.on = d ? sg_days(sg_day_from(of, mo, d), sg_day_from(of, mo, d)) : sg_month(of, mo);
    if (!y) m.month = mo, m.day = d;
    m.whole_year = y && d;
    return m;
}

/* The same month or day in another year. */
static sg_moment in_year(const sg_scan *s, const sg_moment *m, int32_t y) {
    sg_moment other = of_parts(s, y, m->month, m->day, m->len);
    other.month = m->month, other.day = m->day;
    return other;
}

sg_moment sg_moment_between(const sg_scan *s, const sg_moment *first, const sg_moment *last, bool listed) {
    sg_moment a = *first, b = *last, m = {.ahead = a.ahead, .len = 1};
    if (a.partial && b.partial) {
        m.on = sg_moment_vague(1).on;
        m.partial = sg_printf(s->d->arena, "%s/%s", a.partial, b.partial);
        return m;
    }
    if (!known(&a) || !known(&b)) return none;
    if (a.month && !b.month && a.on.unit <= b.on.unit) a = in_year(s, &a, sg_civil_of(b.on.from).y);
    if (a.month && a.on.from > b.on.to) a = in_year(s, &a, sg_civil_of(a.on.from).y - 1);
    if (!known(&a)) return none;
    enum { LISTED = 3 };
    bool days = a.on.unit == SG_UNIT_DAY && b.on.unit == SG_UNIT_DAY;
    if (days && a.on.from > b.on.from && a.on.from - b.on.from < SG_WEEK && !a.month && !b.month)
        a.on.from -= SG_WEEK, a.on.to -= SG_WEEK; /* "Thursday and Friday", told on a Thursday of the week before */
    if (a.on.unit > b.on.unit || a.on.to >= b.on.from) return none;
    if (listed && (days ? b.on.from - a.on.from > LISTED : b.on.from != a.on.to + 1)) return none;
    m.on = (sg_spell){a.on.from, b.on.to, a.on.unit};
    m.bare = a.bare && b.bare;
    if (a.on.unit != b.on.unit && (a.on.unit >= SG_UNIT_MONTH || b.on.unit >= SG_UNIT_MONTH))
        m.partial = sg_printf(s->d->arena, "%s/%s", sg_spell_start(s->d->arena, a.on), sg_spell_end(s->d->arena, b.on));
    return m;
}

/* "Juche 92 (2003)": years of another reckoning. */
static sg_moment reckoned(const sg_scan *s, uint32_t i) {
    int32_t before, n;
    if (!sg_time_number(s, i, "reckoning", &before) || sg_time_count(s, i + 1, &n) != 1 || n < 1 || n > 200) return none;
    uint32_t len = 2;
    if (sg_time_mark(s, i + 2, '(') && year(s, i + 3) == before + n && sg_time_mark(s, i + 4, ')')) len = 5;
    return sg_moment_on(sg_year(before + n), len);
}

/* "2022" or "of last year" behind a month: its words. */
static uint32_t year_behind(const sg_scan *s, uint32_t i, int32_t *y) {
    uint32_t n = sg_time_mark(s, i, ',') ? 1 : 0;
    int32_t step;
    if ((*y = year(s, i + n)) && !counts(s, i + n)) return n + 1;
    sg_moment other = reckoned(s, i + n);
    *y = other.len ? sg_civil_of(other.on.from).y : 0;
    if (other.len) return n + other.len;
    n = sg_time_word(s, i, "of") ? 1 : 0;
    if (n && (*y = year(s, i + n))) return n + 1;
    if (!step_at(s, i + n, &step) || sg_time_period(s, i + n + 1).unit != SG_UNIT_YEAR || s->today == INT32_MIN) return 0;
    *y = sg_civil_of(s->today).y + step;
    return n + 2;
}

/* What joins two days of a list: its words; `more` where yet another day must come ("23, 24 and 25"). */
static uint32_t list_joint(const sg_scan *s, uint32_t i, bool *more) {
    *more = sg_time_mark(s, i, ',');
    uint32_t n = *more ? 1 : 0;
    bool joint = sg_time_word(s, i + n, "to") || sg_time_word(s, i + n, "and") || (!n && sg_time_mark(s, i, '/'));
    if (joint) *more = false, n++;
    return n ? n + the(s, i + n) : 0;
}

/* "5", "5 to 7", "6 and 7", "23, 24 and 25", "10-11": days of one month; their words. */
static uint32_t day_list(const sg_scan *s, uint32_t i, bool spelled, int32_t d[2], bool *ordinal) {
    bool o, more = false, open = false;
    int32_t last = 0;
    uint32_t n = monthday(s, i, spelled, &d[0], ordinal), whole = n;
    d[1] = d[0];
    if (!n) return 0;
    for (int32_t before = d[0]; before; before = last) {
        bool cut = s->d->toks[i + n - 1].form.s[s->d->toks[i + n - 1].form.n - 1] == '-'; /* "24-" "25" */
        uint32_t joint = cut ? 0 : list_joint(s, i + n, &more), at = i + n + joint;
        uint32_t words = cut || joint ? monthday(s, at, spelled, &last, &o) : 0;
        if (!words || last <= before || counts(s, at)) break;
        n = at + words - i;
        open = more;
        if (!open) d[1] = last, whole = n;
        if (!more) break;
    }
    return whole;
}

/* Days of a month, whose year is given or not. */
static sg_moment of_days(const sg_scan *s, int32_t y, int32_t mo, const int32_t d[2], uint32_t len) {
    sg_moment a = of_parts(s, y, mo, d[0], len), b = d[1] > d[0] ? of_parts(s, y, mo, d[1], len) : a;
    if (d[1] == d[0] || !a.len) return a;
    if (known(&a) && !y) b = in_year(s, &b, sg_civil_of(a.on.from).y);
    sg_moment both = b.len ? sg_moment_between(s, &a, &b, false) : none;
    both.len = both.len ? len : 0;
    return both;
}

/* Is the ordinal one of something else: "the 15th brigade", "the 5th of seven"? */
static bool numbers_another(const sg_scan *s, uint32_t i, uint32_t len) {
    uint32_t next = i + len;
    if (next >= s->end) return false;
    uint8_t pos = s->d->toks[next].upos;
    if (sg_time_word(s, next, "daytime")) return false;
    if (sg_time_word(s, next, "of") || sg_time_mark(s, next, '-')) return true;
    return pos == SG_POS_NOUN || pos == SG_POS_PROPN || pos == SG_POS_ADJ || pos == SG_POS_NUM;
}

static sg_moment month_first(const sg_scan *s, uint32_t i) {
    int32_t mo, y, d[2] = {0, 0};
    bool o;
    uint32_t n = 1;
    if (!name_at(s, i, "month", &mo)) return none;
    if (sg_time_mark(s, i + n, '.') && i + n + 1 < s->end) n++;
    uint32_t days = day_list(s, i + n, false, d, &o);
    if (!days && the(s, i + n) && (days = day_list(s, i + n + 1, false, d, &o))) days = o ? days + 1 : 0;
    if (!days && (days = day_list(s, i + n, true, d, &o)) && numbers_another(s, i + n, days)) days = 0; /* "May fifth" */
    if (!days) d[0] = d[1] = 0;
    n += days;
    uint32_t more = year_behind(s, i + n, &y);
    sg_moment m = of_days(s, y, mo, d, n + more);
    m.bare = !d[0] && !y;
    return m;
}

/* The day of a month that holds the report's day or lies `step` months on. */
static sg_moment of_near_month(const sg_scan *s, int32_t step, const int32_t d[2], uint32_t len) {
    sg_spell month = sg_unit_of(SG_UNIT_MONTH, s->today, step);
    if (month.from == INT32_MIN) return none;
    sg_civil c = sg_civil_of(month.from);
    return of_days(s, c.y, c.m, d, len);
}

/* "the 25th", "the 24th and 25th": the last or the next days of that number. */
static sg_moment by_number(const sg_scan *s, const int32_t d[2], uint32_t len) {
    enum { TWO_MONTHS = 62, SOON = 16 };
    sg_moment m = sg_moment_vague(len);
    m.partial = sg_printf(s->d->arena, "XXXX-XX-%02d", (int)d[0]);
    if (d[1] > d[0]) m.partial = sg_printf(s->d->arena, "%s/XXXX-XX-%02d", m.partial, (int)d[1]);
    m.bare = true;
    int32_t back = INT32_MIN, on = INT32_MIN;
    for (int32_t k = 0; k < TWO_MONTHS && s->today != INT32_MIN; k++) {
        if (back == INT32_MIN && sg_civil_of(s->today - k).d == d[1]) back = s->today - k;
        if (on == INT32_MIN && sg_civil_of(s->today + k).d == d[1]) on = s->today + k;
    }
    if (back == INT32_MIN || on == INT32_MIN) return m;
    bool next = s->tense == SG_TENSE_AHEAD || (s->tense == SG_TENSE_PRESENT && on - s->today < SOON);
    int32_t to = next ? on : back;
    m.on = sg_days(to - (d[1] - d[0]), to);
    m.partial = NULL;
    return m;
}

static sg_moment day_first(const sg_scan *s, uint32_t i) {
    bool o;
    int32_t mo, y, d[2], step;
    uint32_t art = the(s, i), n = art, days = day_list(s, i + n, true, d, &o);
    if (!days) return none;
    n += days;
    if (sg_time_period(s, i + n).unit == SG_UNIT_DAY && (o || sg_time_word(s, i + n + 1, "of")))
        n++; /* "5th day of next month" */
    uint32_t of = sg_time_word(s, i + n, "of") || sg_time_mark(s, i + n, '.') ? 1 : 0;
    if (name_at(s, i + n + of, "month", &mo)) {
        n += of + 1;
        if (sg_time_mark(s, i + n, '.') && i + n + 1 < s->end && year(s, i + n + 1)) n++;
        n += year_behind(s, i + n, &y);
        return of_days(s, y, mo, d, n);
    }
    uint32_t at = i + n + of;
    bool plain = !of && sg_time_period(s, at + 1).unit == SG_UNIT_MONTH; /* "28 last month" */
    bool said = step_at(s, at, &step);
    if (!said && the(s, at)) said = true, step = 0; /* "the 15th of the month" */
    if ((o || plain) && (of || plain) && said && sg_time_period(s, at + 1).unit == SG_UNIT_MONTH)
        return of_near_month(s, step, d, n + of + 2);
    bool figure = s->d->toks[i + art].form.s[0] >= '0' && s->d->toks[i + art].form.s[0] <= '9';
    if (figure && !o && !of && sg_time_period(s, i + n).unit == SG_UNIT_DAY && !sg_time_period(s, i + n).several && !art &&
        !numbers_another(s, i, n + 1))
        return by_number(s, d, n + 1); /* "on 25 day", as some languages say */
    if (!o || !figure || n != art + days || numbers_another(s, i, n)) return none;
    return by_number(s, d, n);
}

/* ---- figures ---- */

/* The words over `n` bytes from the beginning of word i; 0 where no word ends there. */
static uint32_t words_over(const sg_scan *s, uint32_t i, size_t n) {
    const sg_tok *t = s->d->toks;
    uint32_t last = i, end = t[i].start + (uint32_t)n;
    while (last + 1 < s->end && t[last].end < end) last++;
    return t[last].end == end ? last + 1 - i : 0;
}

/* A month's name in the letters at the start of s, at most nine of them. */
static int32_t letters_month(const sg_scan *s, sg_str text, size_t *used) {
    char low[10];
    size_t n = 0;
    for (; n < text.n && n < 9; n++) {
        char c = text.s[n];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c < 'a' || c > 'z') break;
        low[n] = c;
    }
    const char *v = n ? value(s, (sg_str){low, n}, "month") : NULL;
    *used = n;
    return v ? sg_time_value(v) : 0;
}

/* The last year of "1975-79", "1991–1995"; *used: bytes behind the first. */
static int32_t year_to(sg_str rest, int32_t y, size_t *used) {
    size_t sep = 0, n;
    if (rest.n && (*rest.s == '-' || *rest.s == '/')) sep = 1;
    else if (rest.n > 3 && (unsigned char)rest.s[0] == 0xE2 && (unsigned char)rest.s[1] == 0x80 &&
             (unsigned char)rest.s[2] == 0x93)
        sep = 3;
    if (!sep) return 0;
    int32_t to = sg_time_digits((sg_str){rest.s + sep, rest.n - sep}, 4, &n);
    if (n == 2) to += y - y % 100;
    if (n == 1) to += y - y % 10; /* "2008-9" */
    *used = sep + n;
    bool clean = *used >= rest.n || !((rest.s[*used] >= '0' && rest.s[*used] <= '9') || rest.s[*used] == '-');
    return clean && n && n != 3 && to > y && to - y < 100 && to < 2100 ? to : 0;
}

static bool third_digit(sg_str r, size_t n, char sep) {
    return n + 1 < r.n && r.s[n] == sep && r.s[n + 1] >= '0' && r.s[n + 1] <= '9';
}

/* "2022-05-26", "26.5.2022", "24-Mar-1999", "1975-79", however the splitter cut them: read from the text itself. */
static sg_moment written(const sg_scan *s, uint32_t i) {
    const sg_tok *t = &s->d->toks[i];
    sg_str text = sg_doc_text(s->d, s->in_title);
    if (t->start >= text.n) return none;
    sg_str r = {text.s + t->start, text.n - t->start};
    size_t n, used;
    int32_t a = sg_time_digits(r, 4, &n), b, c;
    if (!n || n >= r.n) return none;
    if (t->form.n == 8 && n == 4 && a >= 1900 && a < 2100) { /* "20220526" */
        b = sg_time_digits((sg_str){r.s + 4, 4}, 4, &used);
        return used == 4 && b / 100 >= 1 && b / 100 <= 12 && b % 100 >= 1 ? of_parts(s, a, b / 100, b % 100, 1) : none;
    }
    int32_t last = n == 4 && a >= 1000 && a < 2100 ? year_to((sg_str){r.s + n, r.n - n}, a, &used) : 0;
    char sep = r.s[n];
    if (last && !(sep == '-' && last % 100 <= 12 && used == 3)) {
        uint32_t words = words_over(s, i, n + used);
        sg_moment m = sg_moment_on((sg_spell){sg_day_from(a, 1, 1), sg_day_from(last, 12, 31), SG_UNIT_YEAR}, words);
        return !words || counts(s, i + words - 1) ? none : m;
    }
    if (sep != '-' && sep != '.' && sep != '/') return none;
    int32_t of = sep == '/' && n < 3 && a >= 1 && a <= 12 ? sg_time_digits((sg_str){r.s + n + 1, r.n - n - 1}, 4, &used) : 0;
    if (of >= 1900 && of < 2100 && used == 4 && words_over(s, i, n + 5))
        return sg_moment_on(sg_month(of, a), words_over(s, i, n + 5)); /* "3/2019" */
    size_t first = n++;
    sg_str rest = {r.s + n, r.n - n};
    b = sg_time_digits(rest, 2, &used);
    if (!used && sep != '.') b = letters_month(s, rest, &used);
    if (!used || b < 1) return none;
    n += used;
    size_t short_end = n; /* "24-Mar" */
    if (sep == '-' && !third_digit(r, n, sep) && first < 3 && rest.s[0] >= 'A' && a >= 1 && a <= 31 &&
        words_over(s, i, short_end))
        return of_parts(s, 0, b, a, words_over(s, i, short_end));
    bool third = third_digit(r, n, sep);
    c = third ? sg_time_digits((sg_str){r.s + n + 1, r.n - n - 1}, 4, &used) : 0;
    if (third) n += 1 + used;
    if (n < r.n && ((r.s[n] >= '0' && r.s[n] <= '9') || r.s[n] == '-')) return none;
    uint32_t words = words_over(s, i, n);
    if (!words) return none;
    if (first == 4 && sep == '-' && b <= 12 && !third) return sg_moment_on(sg_month(a, b), words);
    if (first == 4 && third) return b <= 12 && c >= 1 && c <= 31 ? of_parts(s, a, b, c, words) : none;
    if (!third || used != 4 || c < 1000 || c >= 2100 || a < 1 || a > 31) return none;
    if (b <= 12 && (sep != '/' || a > 12 || a == b)) return of_parts(s, c, b, a, words);
    return sep != '-' && b > 12 && b <= 31 && a <= 12 ? of_parts(s, c, a, b, words) : none;
}

/* "1990s", "the '90s", "the nineties" */
static sg_moment decade(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i), part = sg_time_word(s, i + n, "part") ? 1 : 0;
    if (i + n + part >= s->end) return none;
    sg_str f = s->d->toks[i + n + part].key;
    int32_t y, tens = -1;
    size_t used;
    for (size_t k = 0; k + 3 < f.n && !part; k++) /* "mid-1960s" */
        if (f.s[k] == ' ' && f.s[k + 1] == '-' && value(s, (sg_str){f.s, k}, "part"))
            f = (sg_str){f.s + k + 3, f.n - k - 3};
    bool quote = f.n && *f.s == '\'';
    if (quote) f.s++, f.n--;
    y = sg_time_digits(f, 4, &used);
    bool ending = used && used < f.n && value(s, (sg_str){f.s + used, f.n - used}, "decade");
    uint32_t own = i + n + part + 1; /* "the 1990's" */
    uint8_t pos = own + 1 < s->end ? s->d->toks[own + 1].upos : SG_POS_PUNCT;
    if (used == 4 && used == f.n && n && sg_time_word(s, own, "owner ending") && pos != SG_POS_NOUN && pos != SG_POS_ADJ)
        ending = true, n++;
    if (used == 4 && ending && y >= 1000 && y < 2000 && y % 100 == 0)
        return sg_moment_on(sg_century(y / 100 + 1), n + part + 1);
    if (used == 4 && ending && !part && y >= 1000 && y < 2100 && y % 10 == 0) return sg_moment_on(sg_decade(y), n + 1);
    if (used == 2 && ending && y % 10 == 0 && (n || quote)) tens = y;
    const char *word = !used && n ? value(s, f, "tens") : NULL;
    if (word) tens = sg_time_value(word);
    if (tens < 0) return none;
    int32_t now = s->today == INT32_MIN ? 2000 : sg_civil_of(s->today).y;
    y = now - now % 100 + tens;
    return sg_moment_on(sg_decade(y + 9 < now ? y : y - 100), n + part + 1);
}

/* "the 19th century", "the last century" is relative. */
static sg_moment century(const sg_scan *s, uint32_t i) {
    uint32_t art = the(s, i), n = art + (sg_time_word(s, i + art, "part") ? 1 : 0);
    int32_t which;
    uint32_t words = nth(s, i + n, &which);
    n += words;
    if (words && sg_time_mark(s, i + n, '-')) n++;
    if (!words || which < 2 || which > 21 || sg_time_period(s, i + n).unit != SG_UNIT_CENTURY) return none;
    return sg_moment_on(sg_century(which), n + 1);
}

/* "1991", "the year 1991" */
static sg_moment lone_year(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i);
    bool said = sg_time_period(s, i + n).unit == SG_UNIT_YEAR;
    if (n && !said) return none;
    n += said ? 1 : 0;
    int32_t y = year(s, i + n);
    if (!y || (!said && counts(s, i))) return none;
    sg_moment m = sg_moment_on(sg_year(y), n + 1);
    m.bare = !said && s->d->toks[i].form.n == 4;
    return m;
}

/* ---- days of the week ---- */

static sg_moment weekday(const sg_scan *s, int32_t w, int32_t step, uint32_t len) {
    sg_moment m = sg_moment_vague(len);
    bool now = s->tense == SG_TENSE_AHEAD || (s->tense == SG_TENSE_PRESENT && !s->in_title);
    m.ahead = step > 0 || (step == 0 && now);
    if (s->today == INT32_MIN) return m;
    int32_t day = m.ahead ? sg_weekday_from(s->today, w) : sg_weekday_until(s->today - (step < 0 ? 1 : 0), w);
    if (step > 0) day = s->today - sg_weekday(s->today) + SG_WEEK + w;
    m.on = sg_days(day, day);
    return m;
}

/* Put "(25th)" after a day: takes it in where it agrees, or stands alone without publication. */
static sg_moment with_bracket(const sg_scan *s, uint32_t i, sg_moment m) {
    bool ordinal, open = sg_time_mark(s, i + m.len, '(');
    uint32_t at = i + m.len + (open ? 1 : 0);
    if (!m.len || !open) return m;
    sg_moment full = month_first(s, at), other = day_first(s, at);
    if (other.len > full.len) full = other;
    if (full.len && !full.bare && sg_time_mark(s, at + full.len, ')')) {
        full.len += m.len + 2;
        return full;
    }
    int32_t d;
    uint32_t n = monthday(s, at, false, &d, &ordinal);
    if (!n || !sg_time_mark(s, at + n, ')')) return m;
    m.len += n + 2;
    if (m.on.from == INT32_MIN) m.partial = sg_printf(s->d->arena, "XXXX-XX-%02d", (int)d);
    else if (sg_civil_of(m.on.from).d != d)
        for (int32_t k = 1; k <= 7; k++) { /* the bracket is the more exact: the nearest such day */
            int32_t day = m.on.from;
            int32_t near = sg_civil_of(day - k).d == d ? day - k : sg_civil_of(day + k).d == d ? day + k : INT32_MIN;
            if (near == INT32_MIN) continue;
            m.on = sg_days(near, near);
            break;
        }
    return m;
}

/* What follows a day of the week: "Friday, 20 May", "Friday the 21st", "Tuesday of last week", "Friday week", "Monday last". */
static sg_moment named_day(const sg_scan *s, uint32_t i) {
    int32_t w, step = 0;
    if (!name_at(s, i, "weekday", &w)) return none;
    uint32_t comma = sg_time_mark(s, i + 1, ',') ? 1 : 0, at = i + 1 + comma;
    sg_moment a = month_first(s, at), b = day_first(s, at), day = a.len > b.len ? a : b;
    bool same = day.len && known(&day) && day.on.from == day.on.to && sg_weekday(day.on.from) == w;
    same |= day.partial && day.bare && sg_time_word(s, at, "the"); /* no year says whether it is one */
    if (day.len && (!day.bare || same)) {
        day.len += 1 + comma, day.bare = false;
        return day;
    }
    sg_moment m = weekday(s, w, 0, 1);
    at = i + 1 + (sg_time_word(s, i + 1, "of") ? 1 : 0);
    bool said = step_at(s, at, &step);
    if (said && sg_time_period(s, at + 1).unit == SG_UNIT_WEEK && !sg_time_period(s, at + 1).several) {
        sg_spell week = sg_unit_of(SG_UNIT_WEEK, s->today, step);
        if (week.from != INT32_MIN) m.on = sg_days(week.from + w - 1, week.from + w - 1);
        m.ahead = step > 0, m.len = at + 2 - i;
        return m;
    }
    if (sg_time_period(s, i + 1).unit == SG_UNIT_WEEK && !sg_time_period(s, i + 1).several) {
        sg_scan ahead = *s;
        ahead.tense = SG_TENSE_AHEAD;
        m = weekday(&ahead, w, 0, 2);
        int32_t later = m.on.from + SG_WEEK * sg_time_period(s, i + 1).times;
        if (known(&m)) m.on = sg_days(later, later);
        return m;
    }
    uint8_t pos = at + 1 < s->end ? s->d->toks[at + 1].upos : SG_POS_PUNCT;
    if (said && step && at == i + 1 && pos != SG_POS_NOUN && pos != SG_POS_PROPN && pos != SG_POS_ADJ && pos != SG_POS_NUM)
        return weekday(s, w, step, 2);
    return with_bracket(s, i, m);
}

/* ---- seasons, quarters, feasts ---- */

static sg_spell season_of(int32_t y, int32_t season) {
    return sg_months(y, season * 3 - 60, 3); /* 21 spring: March */
}

/* The season of the year that "last", "next", "this" or the tense means. */
static sg_spell near_season(const sg_scan *s, int32_t season, int32_t step) {
    int32_t y = sg_civil_of(s->today).y;
    sg_spell at = season_of(y + 1, season);
    if (step > 0) {
        for (int32_t k = 1; k >= -1 && season_of(y + k, season).from > s->today; k--) at = season_of(y + k, season);
        return at;
    }
    while (step < 0 ? at.to >= s->today : at.from > s->today) at = season_of(--y + 1, season);
    bool over = at.to < s->today, ahead = s->tense == SG_TENSE_AHEAD || s->tense == SG_TENSE_PRESENT;
    return !step && over && ahead ? season_of(y + 2, season) : at;
}

/* "summer 2019", "the summer of 2019", "the winter of 1994-95", "last summer", "in the spring", "all summer" */
static sg_moment season(const sg_scan *s, uint32_t i) {
    int32_t step = 0, which, y;
    uint32_t art = the(s, i), n = art;
    bool said = step_at(s, i + n, &step) || sg_time_word(s, i + n, "whole");
    if (said) n++;
    if (sg_time_word(s, i + n, "part")) n++;
    if (!sg_time_number(s, i + n, "season", &which)) return none;
    n++;
    uint32_t of = sg_time_word(s, i + n, "of") ? 1 : 0;
    sg_moment two = written(s, i + n + of);
    if (two.len && two.on.unit == SG_UNIT_YEAR && which == 24)
        return sg_moment_on(season_of(sg_civil_of(two.on.from).y, which), n + of + two.len);
    uint32_t more = year_behind(s, i + n, &y);
    if (more) return sg_moment_on(season_of(y, which), n + more);
    if (of || s->today == INT32_MIN) return none;
    sg_moment m = sg_moment_on(near_season(s, which, step), n);
    m.bare = !said;
    m.ahead = step > 0;
    return m;
}

/* "of April", "of May 2023" behind "the first half": its days to the 15th, or from then on. */
static sg_moment half_of_month(const sg_scan *s, uint32_t i, int32_t which) {
    enum { MIDDLE = 15 };
    if (which > 2 || !sg_time_word(s, i, "of")) return none;
    sg_moment m = month_first(s, i + 1);
    if (!m.len || !known(&m) || m.on.unit != SG_UNIT_MONTH) return none;
    int32_t from = which == 1 ? m.on.from : m.on.from + MIDDLE, to = which == 1 ? m.on.from + MIDDLE - 1 : m.on.to;
    return sg_moment_on(sg_days(from, to), m.len + 1);
}

/* "Q1 1999", "the third quarter of 2026", "the first half of next year": by the months of a year */
static sg_moment quarter(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i), words;
    int32_t q = 0, months = 3, y;
    const char *v = sg_time_word(s, i + n, "quarter name"), *unit = NULL;
    int32_t step;
    if (v) q = sg_time_value(v), n++;
    else if (sg_time_number(s, i + n, "last", &step) && (unit = sg_time_word(s, i + n + 1, "quarter"))) n += 2, q = -1;
    else if ((words = nth(s, i + n, &q)) && (unit = sg_time_word(s, i + n + words, "quarter"))) n += words + 1;
    else if (sg_time_number(s, i + n, "half told", &q) && (unit = sg_time_word(s, i + n + 1, "quarter")) && *unit == 'h') n += 2;
    else return none;
    if (unit && *unit == 'h') months = 6;
    sg_moment half = months == 6 && q > 0 ? half_of_month(s, i + n, q) : none;
    if (half.len) {
        half.len += n;
        return half;
    }
    if (v && q > 10) q -= 10, months = 6;                            /* "H2" */
    if (q == -1) q = sg_time_word(s, i + n, "of") ? 12 / months : 0; /* "the last quarter of 2021" */
    if (q < 1 || q * months > 12) return none;
    uint32_t of = sg_time_word(s, i + n, "of") && sg_time_word(s, i + n + 1, "the") ? 1 : 0;
    uint32_t more = year_behind(s, i + n, &y);
    if (of && sg_time_period(s, i + n + 2).unit == SG_UNIT_YEAR && s->today != INT32_MIN)
        y = sg_civil_of(s->today).y, more = 3;
    if (more) return sg_moment_on(sg_months(y, months * (q - 1) + 1, months), n + more);
    if (months == 6 || s->today == INT32_MIN || sg_time_word(s, i + n, "of")) return none;
    y = sg_civil_of(s->today).y;
    sg_spell at = sg_months(y, 3 * q - 2, 3);
    if (at.from > s->today && s->tense != SG_TENSE_AHEAD) at = sg_months(y - 1, 3 * q - 2, 3);
    if (at.to < s->today && s->tense == SG_TENSE_AHEAD) at = sg_months(y + 1, 3 * q - 2, 3);
    sg_moment m = sg_moment_on(at, n);
    m.bare = true;
    return m;
}

/* "9/11", "the September 11 attacks": a day known by its date; the noun behind it is none of its words. */
static sg_moment famous(const sg_scan *s, uint32_t i) {
    const char *v = NULL;
    uint32_t n = sg_time_phrase(s, i, "famous day", &v);
    if (!n || strlen(v) != 10) return none;
    sg_moment m = of_parts(s, sg_time_value(v), sg_time_value(v + 5), sg_time_value(v + 8), n > 1 ? n - 1 : n);
    return s->today != INT32_MIN && m.len && m.on.from > s->today ? none : m;
}

/* The Sunday of Easter, by the Gregorian reckoning. */
static int32_t easter(int32_t y) {
    int32_t a = y % 19, b = y / 100, c = y % 100, h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
    return sg_day_from(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* The same by the Julian one, as a day of the Gregorian: Meeus. */
static int32_t orthodox_easter(int32_t y) {
    int32_t d = (19 * (y % 19) + 15) % 30, e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7, m = d + e + 114;
    return sg_day_from(y, m / 31, m % 31 + 1) + y / 100 - y / 400 - 2;
}

/* A feast's day in a year: "12-25"; "easter-2"; "11#4.4": the fourth Thursday of November, "05#-1.1": the last Monday of May. */
static int32_t feast_in(int32_t y, const char *v) {
    if (*v == 'e') return easter(y) + sg_time_value(v + 6);
    if (*v == 'o') return orthodox_easter(y) + sg_time_value(v + 8);
    int32_t mo = sg_time_value(v);
    if (v[2] != '#') return sg_day_from(y, mo, sg_time_value(v + 3));
    int32_t k = sg_time_value(v + 3), w = sg_time_value(strchr(v, '.') + 1), first = sg_day_from(y, mo, 1);
    int32_t last = sg_day_from(y, mo, sg_month_days(y, mo));
    return k > 0 ? sg_weekday_from(first, w) + SG_WEEK * (k - 1) : sg_weekday_until(last, w);
}

/* One that moves: in the year told, else the nearest that fits the tense. */
static sg_moment moving_feast(const sg_scan *s, const char *v, int32_t y, uint32_t len) {
    if (!y && s->today == INT32_MIN) return none;
    int32_t now = y ? y : sg_civil_of(s->today).y, day = feast_in(now, v);
    bool ahead = s->tense == SG_TENSE_AHEAD || (s->tense != SG_TENSE_PAST && day - s->today <= JUST_PAST);
    if (!y && day > s->today && !ahead) day = feast_in(now - 1, v);
    if (!y && day < s->today && s->tense == SG_TENSE_AHEAD && s->today - day > JUST_PAST) day = feast_in(now + 1, v);
    return sg_moment_on(sg_days(day, day), len);
}

/* "Christmas Day": the day of the year that a feast falls on; "last Christmas", "Christmas Day 2020". */
static sg_moment feast(const sg_scan *s, uint32_t i) {
    const char *v = NULL;
    int32_t step = 0, y;
    bool said = step_at(s, i, &step);
    uint32_t lead = said || the(s, i) ? 1 : 0, n = lead + sg_time_phrase(s, i + lead, "feast", &v);
    if (!v || strlen(v) < 5) return none;
    char c = s->d->toks[i + lead].form.s[0];
    if (c >= 'a' && c <= 'z') return none;
    n += year_behind(s, i + n, &y);
    sg_scan t = *s;
    if (step) t.tense = step > 0 ? SG_TENSE_AHEAD : SG_TENSE_PAST;
    return v[2] == '-' ? of_parts(&t, y, sg_time_value(v), sg_time_value(v + 3), n) : moving_feast(&t, v, y, n);
}

/* ---- counted from the report's day ---- */

/* "the past three months", "the next ten days"; "the coming weeks" tell no day. */
static sg_moment counted(const sg_scan *s, uint32_t i, uint32_t at, int32_t step) {
    int32_t n = 0;
    uint32_t words = sg_time_count(s, at, &n), half = sg_time_word(s, at, "half") ? 1 : 0;
    sg_period p = sg_time_period(s, at + words + half);
    if (half && p.unit == SG_UNIT_YEAR) p.unit = SG_UNIT_MONTH, n = 6, words = 1; /* "the past half year" */
    if (p.unit == SG_UNIT_NONE || (!words && !p.several)) return none;
    uint32_t len = at + words + 1 - i;
    sg_moment m = sg_moment_vague(len);
    m.ahead = step > 0;
    if (p.unit == SG_UNIT_DECADE) p.unit = SG_UNIT_YEAR, p.times = 10;
    if (p.unit == SG_UNIT_HOUR && n > 0 && n % 24 == 0) p.unit = SG_UNIT_DAY, n /= 24; /* "the last 48 hours" */
    bool dated = n > 0 && p.unit != SG_UNIT_HOUR && p.unit < SG_UNIT_DECADE && step;
    if (dated) m.on = sg_span_of(p.unit, s->today, step * n * p.times);
    return m;
}

/* "at the weekend": this one, or the last where it is told as past and the day is none of it. */
static sg_moment weekend(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i);
    sg_period p = sg_time_period(s, i + n);
    if (!n || p.unit != SG_UNIT_WEEKEND || p.several || sg_time_word(s, i + n + 1, "of")) return none;
    bool now = s->today != INT32_MIN && sg_weekday(s->today) >= 6;
    return sg_moment_on(sg_unit_of(SG_UNIT_WEEKEND, s->today, s->tense == SG_TENSE_AHEAD || now ? 0 : -1), n + 1);
}

/* "last week", "next year": the unit so many steps on. Spanning: the stretch of its length that ends today. */
static sg_moment unit_beside(const sg_scan *s, sg_period p, int32_t step, bool spanning, uint32_t len) {
    sg_moment m = sg_moment_on(sg_unit_of(p.unit, s->today, step * p.times), len);
    bool span = spanning && p.unit < SG_UNIT_CENTURY && p.unit != SG_UNIT_WEEKEND;
    if (span && p.unit == SG_UNIT_DECADE) p.unit = SG_UNIT_YEAR, p.times = 10;
    if (span) m.on = sg_span_of(p.unit, s->today, -p.times);
    if (p.times > 1 && step) m.on = sg_span_of(p.unit, s->today, step * p.times); /* "the last fortnight" */
    bool soon = step > 0 && p.unit == SG_UNIT_WEEKEND && s->today != INT32_MIN && sg_weekday(s->today) < 6;
    if (soon) m.on = sg_unit_of(p.unit, s->today, 0);
    m.ahead = step > 0;
    return m;
}

/* "last 25th", "last May 3", "next March", from the word behind "last" at `at`. */
static sg_moment date_beside(const sg_scan *from, uint32_t i, uint32_t at, int32_t step) {
    sg_scan s = *from;
    if (step) s.tense = step > 0 ? SG_TENSE_AHEAD : SG_TENSE_PAST, s.direct = true;
    int32_t d[2], month;
    bool ordinal;
    uint32_t n = at - i, days = monthday(&s, at, false, &d[0], &ordinal);
    if (days && ordinal && !numbers_another(&s, at, days)) {
        d[1] = d[0];
        sg_moment m = by_number(&s, d, n + days);
        m.bare = false;
        return m;
    }
    if (!name_at(&s, at, "month", &month)) return none;
    days = day_list(&s, at + 1, false, d, &ordinal);
    if (days) return of_days(&s, 0, month, d, n + 1 + days);
    sg_moment m = of_parts(&s, 0, month, 0, n + 1);
    if (step && known(&m) && m.on.from <= s.today && s.today <= m.on.to)
        return sg_moment_on(sg_month(sg_civil_of(m.on.from).y + step, month), n + 1);
    m.ahead = step > 0;
    return m;
}

/* "last week", "next Monday", "this year", "last March", "last night" */
static sg_moment relative(const sg_scan *s, uint32_t i) {
    int32_t step, w, d[2];
    bool ordinal;
    uint32_t art = the(s, i), at = i + art;
    if (!step_at(s, at, &step)) return none;
    bool spanning = art && sg_time_word(s, at, "spanning"), twice = false;
    if (sg_time_number(s, at, "this", &w))
        twice = sg_time_number(s, at + 1, "next", &w) || sg_time_number(s, at + 1, "last", &w);
    if (twice) at++, step = w; /* "this coming Friday", "this past Friday" */
    at++;
    uint32_t len = at + 1 - i;
    if (sg_time_word(s, at, "daytime") && step <= 0)
        return sg_moment_on(sg_unit_of(SG_UNIT_DAY, s->today, step), len); /* "last night" */
    sg_moment many = counted(s, i, at, step);
    if (many.len) return many;
    sg_period p = sg_time_period(s, at);
    if (p.unit == SG_UNIT_HOUR) return sg_moment_vague(len);
    uint32_t days = p.unit == SG_UNIT_MONTH && !p.several ? day_list(s, at + 1, false, d, &ordinal) : 0;
    if (days && ordinal) return of_near_month(s, step, d, len + days); /* "last month 28th" */
    if (p.unit != SG_UNIT_NONE) return unit_beside(s, p, step, spanning, len);
    if (!name_at(s, at, "weekday", &w)) return date_beside(s, i, at, step);
    sg_scan t = *s; /* "this coming Friday" is the nearest, "next Friday" that of next week */
    if (twice) t.tense = step > 0 ? SG_TENSE_AHEAD : SG_TENSE_PAST;
    return with_bracket(s, i, weekday(&t, w, twice ? 0 : step, len));
}

/* "the week before last", "the night before last" */
static sg_moment before_last(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i);
    const char *says = NULL;
    sg_period p = sg_time_period(s, i + n);
    if (sg_time_word(s, i + n, "daytime")) p.unit = SG_UNIT_DAY;
    uint32_t words = p.unit > SG_UNIT_HOUR && !p.several ? sg_time_phrase(s, i + n + 1, "before last", &says) : 0;
    if (!words) return none;
    bool on = *says == 'n'; /* "the week after next" */
    sg_moment m = sg_moment_on(sg_unit_of(p.unit, s->today, on ? 2 : -2), n + 1 + words);
    m.ahead = on;
    return m;
}

/* "a week on Friday", "a week from tomorrow": seven days after the next one. */
static sg_moment week_from(const sg_scan *s, uint32_t i) {
    int32_t n = 0, w;
    uint32_t words = sg_time_count(s, i, &n);
    sg_period p = sg_time_period(s, i + words);
    if (n < 1 || p.unit != SG_UNIT_WEEK) return none;
    uint32_t at = i + words + 1, link = sg_time_word(s, at, "part link") || sg_time_word(s, at, "from") ? 1 : 0;
    const char *says = NULL;
    sg_scan ahead = *s;
    ahead.tense = SG_TENSE_AHEAD;
    sg_moment day = none;
    uint32_t len = sg_time_phrase(s, at + link, "day", &says);
    if (link && name_at(s, at + link, "weekday", &w)) day = weekday(&ahead, w, 0, 1);
    else if (len && *says != '-') day = sg_moment_on(sg_unit_of(SG_UNIT_DAY, s->today, sg_time_value(says)), len);
    if (!day.len || !known(&day)) return none;
    int32_t on = day.on.from + SG_WEEK * n * p.times;
    sg_moment m = sg_moment_on(sg_days(on, on), words + 1 + link + day.len);
    m.ahead = true;
    return m;
}

/* Behind "a week ago": "today", "on Tuesday"; behind "two years ago": "today", "in March". Its words and one. */
static sg_moment day_ago(const sg_scan *s, uint32_t i, sg_period p, int32_t n, bool today) {
    int32_t w;
    uint32_t use = sg_time_word(s, i, "use") ? 1 : 0;
    if (s->today == INT32_MIN || n > 1000) return none;
    sg_civil c = sg_civil_of(s->today);
    int32_t months = p.unit == SG_UNIT_MONTH ? n : p.unit == SG_UNIT_YEAR ? 12 * n : 0, at = 12 * c.y + c.m - 1 - months;
    int32_t y = at / 12, mo = at % 12 + 1;
    if (today && p.unit == SG_UNIT_WEEK) return sg_moment_on(sg_days(s->today - SG_WEEK * n, s->today - SG_WEEK * n), 1);
    if (today && months && c.d <= sg_month_days(y, mo)) {
        int32_t day = sg_day_from(y, mo, c.d);
        return sg_moment_on(sg_days(day, day), 1);
    }
    if (use && p.unit == SG_UNIT_WEEK && name_at(s, i + 1, "weekday", &w)) {
        int32_t day = sg_weekday_until(s->today - SG_WEEK * n, w);
        return sg_moment_on(sg_days(day, day), 3);
    }
    if (use && p.unit == SG_UNIT_YEAR && name_at(s, i + 1, "month", &w) && !sg_time_word(s, i + 2, "of") && !year(s, i + 2))
        return sg_moment_on(sg_month(c.y - n, w), 3);
    return none;
}

/* "two days ago", "half a year ago", "decades ago", "three weeks from now" */
static sg_moment ago(const sg_scan *s, uint32_t i) {
    int32_t n = 0, a;
    uint32_t half = sg_time_word(s, i, "half") && sg_time_number(s, i + 1, "number", &a) && a == 1 ? 1 : 0;
    uint32_t words = half + sg_time_count(s, i + half, &n), len;
    sg_period p = sg_time_period(s, i + words);
    if (half && p.unit == SG_UNIT_YEAR) p.unit = SG_UNIT_MONTH, n = 6;
    else if (half) n = -1;
    const char *says = NULL;
    if (p.unit == SG_UNIT_NONE || !(len = sg_time_phrase(s, i + words + 1, "ago", &says))) return none;
    bool on = *says == 'h';
    len += words + 1;
    bool today = p.unit != SG_UNIT_HOUR && sg_time_phrase(s, i + len, "day", &says) && *says == '0';
    if (today) len++;
    sg_moment exact = n > 0 && !on ? day_ago(s, i + len, p, n * p.times, today) : none;
    if (exact.len) {
        exact.len += len - 1;
        return exact;
    }
    sg_moment m = sg_moment_vague(len);
    bool longer = p.unit >= SG_UNIT_YEAR;
    m.past = longer && n <= 0 && !on;
    m.ahead = on;
    if (p.unit == SG_UNIT_HOUR) return sg_moment_on(sg_unit_of(SG_UNIT_DAY, s->today, 0), len);
    if (n <= 0) return m;
    if (p.unit >= SG_UNIT_DECADE) m.past = !on;
    else m.on = sg_unit_of(p.unit, s->today, (on ? n : -n) * p.times);
    return m;
}

/* "overnight", "the night to Monday", "the night from Sunday to Monday": two days */
static sg_moment night(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i);
    const char *v = sg_time_word(s, i + n, "overnight");
    bool through = v != NULL;
    if (!v && !((v = sg_time_word(s, i + n, "daytime")) && *v == 'n')) return none;
    uint8_t rel = s->d->toks[i + n].deprel;
    if (through && (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND)) return none;
    n++;
    uint32_t on = sg_time_word(s, i + n, "into") ? 1 : 0;
    sg_moment day = on ? sg_moment_at(s, i + n + on) : none;
    if (day.len && known(&day) && day.on.from == day.on.to)
        return sg_moment_on(sg_days(day.on.from - 1, day.on.to), n + on + day.len);
    if (!through) return none;
    sg_moment m = sg_moment_vague(n);
    if (s->today != INT32_MIN) m.on = sg_days(s->today - 1, s->today);
    return m;
}

/* ---- parts and edges of others ---- */

/* The unit that a moment is named in: "the year", "the month" are the report's own. */
static sg_moment unit_named(const sg_scan *s, uint32_t i) {
    uint32_t art = the(s, i);
    sg_period p = sg_time_period(s, i + art);
    if (art && p.unit > SG_UNIT_DAY && !p.several) {
        int32_t y = p.unit == SG_UNIT_YEAR ? year(s, i + art + 1) : 0;
        if (y) return sg_moment_on(sg_year(y), art + 2);
        sg_moment whole = sg_moment_at(s, i); /* "the week of June 23" */
        return whole.len > art + 1 ? whole : sg_moment_on(sg_unit_of(p.unit, s->today, 0), art + 1);
    }
    return sg_moment_at(s, i);
}

/* "Shelled it at the end of the year", told in January: the unit that is over, where its end is told as past. */
static sg_moment last_such(const sg_scan *s, uint32_t i, sg_moment x) {
    uint32_t art = the(s, i);
    sg_period p = sg_time_period(s, i + art);
    bool bare = art && p.unit > SG_UNIT_DAY && !p.several && x.len == art + 1 && known(&x);
    if (!bare || s->tense != SG_TENSE_PAST || !s->direct || x.on.to <= s->today) return x;
    return sg_moment_on(sg_unit_of(p.unit, s->today, -1), x.len);
}

/* The k-th unit of a stretch (from its end where k < 0), `n` of them together. */
static sg_spell within(sg_spell x, enum sg_unit unit, int32_t k, int32_t n) {
    int32_t size = unit == SG_UNIT_WEEK ? SG_WEEK : 1;
    if (unit == SG_UNIT_MONTH && x.unit == SG_UNIT_YEAR) {
        int32_t m = k > 0 ? n * (k - 1) + 1 : 13 - n;
        return m >= 1 && m + n <= 13 ? sg_months(sg_civil_of(x.from).y, m, n) : x;
    }
    if (unit != SG_UNIT_WEEK && unit != SG_UNIT_DAY) return x;
    int32_t from = k > 0 ? x.from + size * n * (k - 1) : x.to - size * n + 1;
    return from < x.from || from + size * n - 1 > x.to ? x : sg_days(from, from + size * n - 1);
}

/* "the last week of September", "the first three months of the year", "the last days of March", "the week of June 23" */
static sg_moment part_of(const sg_scan *s, uint32_t i) {
    uint32_t art = the(s, i), n = art, words;
    int32_t k = 0, count = 0, step;
    if ((words = nth(s, i + n, &k))) n += words;
    else if (sg_time_number(s, i + n, "last", &step) && step < 0 && !sg_time_word(s, i + n, "spanning")) k = -1, n++;
    uint32_t counted_words = k ? sg_time_count(s, i + n, &count) : 0;
    n += counted_words;
    sg_period p = sg_time_period(s, i + n);
    if (p.unit == SG_UNIT_NONE || p.unit == SG_UNIT_HOUR) return none;
    if (!sg_time_word(s, i + n + 1, "of") && !(k == 0 && sg_time_word(s, i + n + 1, "opening"))) return none;
    if (!k && (!art || p.several)) return none;
    sg_moment x = unit_named(s, i + n + 2);
    if (!x.len || !known(&x)) return none;
    if (k < 0) x = last_such(s, i + n + 2, x);
    sg_moment m = x;
    m.len = n + 2 + x.len, m.bare = false, m.month = m.day = 0;
    if (!k) { /* the unit around a day; "the day of 5 May" is that day */
        if (x.on.unit != SG_UNIT_DAY) return none;
        m.on = sg_unit_of(p.unit, x.on.from, 0);
    } else if (p.several && count < 1) m.edge = true; /* "the last days of": the unit is left whole */
    else m.on = within(x.on, p.unit, k, (count > 0 ? count : 1) * p.times);
    return m;
}

/* "the week to 10 May", "the year ending in March": the unit's length up to then. */
static sg_moment unit_to(const sg_scan *s, uint32_t i) {
    uint32_t art = the(s, i), at = i + art + 1;
    sg_period p = sg_time_period(s, i + art);
    if (!art || p.several || p.unit < SG_UNIT_WEEK || p.unit > SG_UNIT_YEAR || p.unit == SG_UNIT_WEEKEND) return none;
    bool to = sg_time_word(s, at, "to"), ending = sg_time_word(s, at, "up to then");
    if (!to && !ending) return none;
    at++;
    if (ending && sg_time_word(s, at, "use")) at++;
    sg_moment end = sg_moment_at(s, at);
    if (!end.len || !known(&end) || end.on.unit > SG_UNIT_MONTH) return none;
    uint32_t len = at + end.len - i;
    if (p.unit == SG_UNIT_WEEK) return sg_moment_on(sg_days(end.on.to - SG_WEEK + 1, end.on.to), len);
    sg_civil c = sg_civil_of(end.on.to);
    int32_t back = p.unit == SG_UNIT_YEAR ? 12 : 1, month = 12 * c.y + c.m - back; /* of the first month, from 0 */
    if (end.on.unit == SG_UNIT_MONTH)
        return sg_moment_on((sg_spell){sg_day_from(month / 12, month % 12 + 1, 1), end.on.to, SG_UNIT_MONTH}, len);
    return none;
}

/* "the first Sunday of May", "the last Monday in April" */
static sg_moment weekday_within(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i), words;
    int32_t k = 0, w, step;
    if ((words = nth(s, i + n, &k))) n += words;
    else if (sg_time_number(s, i + n, "last", &step) && step < 0) k = -1, n++;
    if (!k || k > 5 || !name_at(s, i + n, "weekday", &w)) return none;
    if (!sg_time_word(s, i + n + 1, "of") && !sg_time_word(s, i + n + 1, "in")) return none;
    sg_moment x = unit_named(s, i + n + 2);
    if (!x.len || !known(&x) || x.on.unit < SG_UNIT_MONTH) return none;
    int32_t day = k > 0 ? sg_weekday_from(x.on.from, w) + SG_WEEK * (k - 1) : sg_weekday_until(x.on.to, w);
    return day > x.on.to ? none : sg_moment_on(sg_days(day, day), n + 2 + x.len);
}

/* "the eve of May Day" */
static sg_moment eve(const sg_scan *s, uint32_t i) {
    uint32_t n = the(s, i);
    if (!sg_time_word(s, i + n, "eve") || !sg_time_word(s, i + n + 1, "of")) return none;
    sg_moment m = sg_moment_at(s, i + n + 2);
    if (!m.len && the(s, i + n + 2)) n++, m = sg_moment_at(s, i + n + 2); /* "the eve of the May 12 vote" */
    if (!m.len || !known(&m) || m.on.from != m.on.to) return none;
    return sg_moment_on(sg_days(m.on.from - 1, m.on.from - 1), n + 2 + m.len);
}

/* "the year's end" */
static sg_moment owned_edge(const sg_scan *s, uint32_t i) {
    int32_t step = 0;
    bool said = sg_time_number(s, i, "this", &step) || sg_time_number(s, i, "next", &step);
    uint32_t n = said || the(s, i) ? 1 : 0;
    sg_period p = sg_time_period(s, i + n);
    if (p.unit < SG_UNIT_WEEK || p.several || !sg_time_word(s, i + n + 1, "owner ending") ||
        !sg_time_word(s, i + n + 2, "edge"))
        return none;
    sg_moment m = sg_moment_on(sg_unit_of(p.unit, s->today, step), n + 3);
    m.edge = true;
    return m;
}

/* "the end of April", "the end of the year", "early in May", "late on Friday", "the early 1990s", "the night of May 3" */
static sg_moment part(const sg_scan *s, uint32_t i) {
    uint32_t skip = the(s, i);
    sg_moment m = none;
    if (sg_time_word(s, i + skip, "daytime") && sg_time_word(s, i + skip + 1, "of")) { /* "the morning of 25 May" */
        skip += 2;
        m = sg_moment_at(s, i + skip);
        if (!known(&m) || m.on.unit != SG_UNIT_DAY) return none;
    } else if (sg_time_word(s, i + skip, "edge") && sg_time_word(s, i + skip + 1, "of")) {
        skip += 2;
        m = unit_named(s, i + skip);
        if (sg_time_word(s, i + skip - 2, "last edge")) m = last_such(s, i + skip, m);
        m.edge = true;
    } else if (sg_time_word(s, i + skip, "part") || (sg_time_word(s, i + skip, "edge") && !skip)) {
        skip++;
        if (sg_time_word(s, i + skip, "part link")) skip++;
        m = skip && sg_time_word(s, i + skip - 1, "part link") ? unit_named(s, i + skip) : sg_moment_at(s, i + skip);
    }
    if (!m.len) return none;
    m.len += skip, m.bare = false;
    return m;
}

/* ---- the longest ---- */

static sg_moment longest(sg_moment a, sg_moment b) {
    return b.len > a.len ? b : a;
}

static sg_moment day_counted(const sg_scan *s, int32_t on, uint32_t len) {
    sg_moment m = sg_moment_on(sg_unit_of(SG_UNIT_DAY, s->today, on), len);
    m.ahead = on > 0;
    return m;
}

static sg_moment one(const sg_scan *s, uint32_t i) {
    sg_moment m = longest(month_first(s, i), day_first(s, i));
    m = longest(m, longest(written(s, i), longest(decade(s, i), century(s, i))));
    m = longest(m, longest(lone_year(s, i), reckoned(s, i)));
    m = longest(m, longest(named_day(s, i), longest(season(s, i), longest(quarter(s, i), feast(s, i)))));
    m = longest(m, weekend(s, i));
    m = longest(
        m, longest(relative(s, i), longest(ago(s, i), longest(week_from(s, i), longest(before_last(s, i), night(s, i))))));
    m = longest(m, longest(unit_to(s, i), famous(s, i)));
    m = longest(m, longest(part_of(s, i), longest(weekday_within(s, i), longest(eve(s, i), owned_edge(s, i)))));
    const char *says = NULL;
    uint32_t n = sg_time_phrase(s, i, "day", &says);
    if (n) m = longest(m, with_bracket(s, i, day_counted(s, sg_time_value(says), n)));
    return m.len ? m : part(s, i);
}

/* "July 6 and 7" is one date already; "Thursday and Friday", "May 30 to June 2", "Monday, Tuesday and Wednesday" are several. */
static sg_moment joined(const sg_scan *s, uint32_t i, sg_moment a) {
    uint32_t comma = sg_time_mark(s, i + a.len, ',') ? 1 : 0, len = a.len + comma;
    bool to = !comma && sg_time_word(s, i + len, "to"), and = !to && sg_time_word(s, i + len, "and");
    if (!to && !and && !comma) return a;
    uint32_t again = and && sg_time_word(s, i + len + 1, "again") ? sg_time_word(s, i + len + 2, "use") ? 2 : 1 : 0;
    sg_moment b = one(s, i + len + again + (to || and? 1 : 0)), both;
    len += (to || and? 1 : 0) + b.len;
    bool lent = b.len && and && a.month && !b.month && b.on.unit == a.on.unit && known(&b); /* "July and August 2014" */
    if (lent) {
        a = in_year(s, &a, sg_civil_of(b.on.from).y);
        a.bare = false;
        if (!a.len || again) return a;
    }
    if (!b.len || (a.bare != b.bare && !to && !lent)) return a;
    if (comma && !and) { /* a list of three */
        bool years = a.on.unit == SG_UNIT_YEAR && b.on.unit == SG_UNIT_YEAR; /* "in 2019, 2020 and 2021" */
        if (!years && (a.on.unit != SG_UNIT_DAY || b.on.unit != SG_UNIT_DAY)) return a;
        if (a.on.from >= b.on.from) return a;
        comma = sg_time_mark(s, i + len, ',') ? 1 : 0;
        if (!sg_time_word(s, i + len + comma, "and")) return a;
        sg_moment c = one(s, i + len + comma + 1);
        both = c.len ? sg_moment_between(s, &b, &c, true) : none;
        if (both.len) both = sg_moment_between(s, &a, &both, true);
        both.len = both.len ? len + comma + 1 + c.len : 0;
        return both.len ? both : a;
    }
    both = sg_moment_between(s, &a, &b, and);
    if (!both.len) return a;
    both.len = len;
    return both;
}

/* May one of the patterns begin with the word? Figures, articles and numbers apart. */
#define BEGINNINGS(X) \
    X("month") X("nth") X("part") X("period") X("reckoning") X("weekday") X("season") X("last") X("next") \
    X("this") X("whole") X("quarter name") X("feast") X("half") X("overnight") X("daytime") X("eve") X("day") X("edge") \
    X("half told")

static bool begins(const sg_looked *w) {
    return SG_IS_ONE_OF(BEGINNINGS);
}

static bool is_figure(const sg_scan *s, uint32_t i) {
    sg_str key = i < s->end ? s->d->toks[i].key : (sg_str){0};
    return key.n && key.s[0] >= '0' && key.s[0] <= '9';
}

/* A word that is made of others, or has figures: "mid-May", "'90s". */
static bool is_compound(const sg_scan *s, uint32_t i) {
    sg_str key = s->d->toks[i].key;
    for (size_t k = 0; k < key.n; k++) {
        char c = key.s[k];
        if (c == ' ' || (c >= '0' && c <= '9') || (c == '\'' && k + 1 == key.n && is_figure(s, i + 1))) return true;
    }
    return false;
}

static bool is_idle(const sg_scan *s, uint32_t i, sg_opens *more) {
    const sg_looked *w = &s->d->toks[i].by_key;
    return !s->opens[i] && !begins(w) && !(more && more(w)) && !is_compound(s, i);
}

/* Does it begin one only together with the word behind it? An article, or a number in letters, which counts that ("a"). */
static bool needs_next(const sg_looked *w) {
    return sg_kind_value(w, "the") || sg_kind_value(w, "number");
}

/* Not so the article of "the nineties". */
bool sg_time_idle(const sg_scan *s, uint32_t i, sg_opens *more) {
    if (!is_idle(s, i, more)) return false;
    if (!needs_next(&s->d->toks[i].by_key) || i + 1 >= s->end) return true;
    const sg_looked *next = &s->d->toks[i + 1].by_key;
    return is_idle(s, i + 1, more) && !needs_next(next) && !sg_time_mark(s, i + 1, '-') && !sg_kind_value(next, "tens");
}

sg_moment sg_moment_at(const sg_scan *at, uint32_t i) {
    sg_scan s = *at;
    if (i >= s.end || s.depth++ >= DEEP || sg_time_idle(&s, i, NULL)) return none;
    sg_moment m = one(&s, i);
    return m.len && !at->single ? joined(&s, i, m) : m;
}
