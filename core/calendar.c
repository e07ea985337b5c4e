/* calendar.c: see calendar.h. */
#include "calendar.h"

enum { FAR = 10000 }; /* steps beyond this are no dates of news */

int32_t sg_day_from(int32_t y, int32_t m, int32_t d) {
    y -= m <= 2;
    int32_t era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    int32_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

sg_civil sg_civil_of(int32_t day) {
    int32_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int32_t m = mp + (mp < 10 ? 3 : -9);
    return (sg_civil){yoe + era * 400 + (m <= 2), m, doy - (153 * mp + 2) / 5 + 1};
}

int32_t sg_month_days(int32_t y, int32_t m) {
    return m == 12 ? 31 : sg_day_from(y, m + 1, 1) - sg_day_from(y, m, 1);
}

int32_t sg_weekday(int32_t day) {
    return ((day + 3) % SG_WEEK + SG_WEEK) % SG_WEEK + 1;
}

int32_t sg_weekday_from(int32_t day, int32_t weekday) {
    return day + (weekday - sg_weekday(day) + SG_WEEK) % SG_WEEK;
}

int32_t sg_weekday_until(int32_t day, int32_t weekday) {
    return day - (sg_weekday(day) - weekday + SG_WEEK) % SG_WEEK;
}

/* ---- ISO 8601 -------------------------------------------------------------------------------- */

int32_t sg_day_of(sg_str iso) {
    static const size_t at[3] = {0, 5, 8}, wide[3] = {4, 2, 2};
    int32_t v[3];
    if (iso.n < 10 || iso.s[4] != '-' || iso.s[7] != '-') return INT32_MIN;
    if (iso.n > 10 && iso.s[10] != 'T' && iso.s[10] != ' ') return INT32_MIN;
    for (int k = 0; k < 3; k++) {
        v[k] = 0;
        for (size_t i = at[k]; i < at[k] + wide[k]; i++) {
            if (iso.s[i] < '0' || iso.s[i] > '9') return INT32_MIN;
            v[k] = v[k] * 10 + (iso.s[i] - '0');
        }
    }
    if (v[1] < 1 || v[1] > 12 || v[2] < 1 || v[2] > sg_month_days(v[0], v[1])) return INT32_MIN;
    return sg_day_from(v[0], v[1], v[2]);
}

int32_t sg_year_of(const char *cell) {
    int32_t y = 0;
    for (int i = 0; i < 4; i++) {
        if (cell[i] < '0' || cell[i] > '9') return 0;
        y = y * 10 + (cell[i] - '0');
    }
    return y;
}

const char *sg_day_iso(sg_arena *a, int32_t day) {
    if (day == INT32_MIN) return NULL;
    sg_civil c = sg_civil_of(day);
    return sg_printf(a, "%04d-%02d-%02d", (int)c.y, (int)c.m, (int)c.d);
}

/* ---- stretches ------------------------------------------------------------------------------- */

static const sg_spell no_spell = {INT32_MIN, INT32_MIN, SG_UNIT_NONE};

sg_spell sg_days(int32_t from, int32_t to) {
    return (sg_spell){from, to, SG_UNIT_DAY};
}

sg_spell sg_months(int32_t y, int32_t m, int32_t count) {
    int32_t last = y * 12 + m - 1 + count - 1, ey = last / 12, em = last % 12 + 1;
    return (sg_spell){sg_day_from(y, m, 1), sg_day_from(ey, em, sg_month_days(ey, em)), SG_UNIT_MONTH};
}

sg_spell sg_month(int32_t y, int32_t m) {
    return sg_months(y, m, 1);
}

sg_spell sg_year(int32_t y) {
    return (sg_spell){sg_day_from(y, 1, 1), sg_day_from(y, 12, 31), SG_UNIT_YEAR};
}

sg_spell sg_decade(int32_t y) {
    y -= y % 10;
    return (sg_spell){sg_day_from(y, 1, 1), sg_day_from(y + 9, 12, 31), SG_UNIT_DECADE};
}

sg_spell sg_century(int32_t n) {
    return (sg_spell){sg_day_from(100 * n - 100, 1, 1), sg_day_from(100 * n - 1, 12, 31), SG_UNIT_CENTURY};
}

sg_spell sg_unit_of(enum sg_unit unit, int32_t day, int32_t step) {
    if (day == INT32_MIN || step > FAR || step < -FAR) return no_spell;
    sg_civil c = sg_civil_of(day);
    int32_t monday = day - sg_weekday(day) + 1 + SG_WEEK * step, month = c.y * 12 + c.m - 1 + step, y = c.y + step;
    switch (unit) {
    case SG_UNIT_DAY: return sg_days(day + step, day + step);
    case SG_UNIT_WEEK: return (sg_spell){monday, monday + 6, SG_UNIT_WEEK};
    case SG_UNIT_WEEKEND: return (sg_spell){monday + 5, monday + 6, SG_UNIT_WEEKEND};
    case SG_UNIT_MONTH: return month < 12 ? no_spell : sg_month(month / 12, month % 12 + 1);
    case SG_UNIT_YEAR: return y < 1 ? no_spell : sg_year(y);
    case SG_UNIT_DECADE: return c.y / 10 + step < 1 ? no_spell : sg_decade((c.y / 10 + step) * 10);
    case SG_UNIT_CENTURY: return c.y / 100 + 1 + step < 2 ? no_spell : sg_century(c.y / 100 + 1 + step);
    case SG_UNIT_NONE:
    case SG_UNIT_HOUR: break;
    }
    return no_spell;
}

sg_spell sg_span_of(enum sg_unit unit, int32_t day, int32_t count) {
    enum sg_unit one = unit == SG_UNIT_WEEK || unit == SG_UNIT_WEEKEND ? SG_UNIT_DAY : unit;
    if (count > FAR || count < -FAR) return no_spell;
    sg_spell here = sg_unit_of(one, day, 0), there = sg_unit_of(one, day, one == unit ? count : SG_WEEK * count);
    if (here.from == INT32_MIN || there.from == INT32_MIN) return no_spell;
    return count < 0 ? (sg_spell){there.from, here.to, one} : (sg_spell){here.from, there.to, one};
}

/* The unit that holds the day, as EDTF. */
static const char *unit_edtf(sg_arena *a, enum sg_unit unit, int32_t day) {
    sg_civil c = sg_civil_of(day);
    switch (unit) {
    case SG_UNIT_MONTH: return sg_printf(a, "%04d-%02d", (int)c.y, (int)c.m);
    case SG_UNIT_YEAR: return sg_printf(a, "%04d", (int)c.y);
    case SG_UNIT_DECADE: return sg_printf(a, "%03dX", (int)(c.y / 10));
    case SG_UNIT_CENTURY: return sg_printf(a, "%02dXX", (int)(c.y / 100));
    default: return sg_day_iso(a, day);
    }
}

const char *sg_spell_start(sg_arena *a, sg_spell s) {
    return s.from == INT32_MIN ? NULL : unit_edtf(a, s.unit, s.from);
}

const char *sg_spell_end(sg_arena *a, sg_spell s) {
    return s.to == INT32_MIN ? NULL : unit_edtf(a, s.unit, s.to);
}

const char *sg_spell_edtf(sg_arena *a, sg_spell s) {
    const char *start = sg_spell_start(a, s), *end = sg_spell_end(a, s);
    if (!start || !end) return NULL;
    return strcmp(start, end) ? sg_printf(a, "%s/%s", start, end) : start;
}
