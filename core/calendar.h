/* calendar.h: days, and stretches of days that are as exact as the words that told them.
 *
 * Days count from 1970-01-01 in the Gregorian calendar; INT32_MIN is no day. */
#ifndef SG_CALENDAR_H
#define SG_CALENDAR_H
#include "base.h"

typedef struct sg_civil {
    int32_t y, m, d;
} sg_civil;

enum sg_unit {
    SG_UNIT_NONE,
    SG_UNIT_HOUR,
    SG_UNIT_DAY,
    SG_UNIT_WEEK,
    SG_UNIT_WEEKEND,
    SG_UNIT_MONTH,
    SG_UNIT_YEAR,
    SG_UNIT_DECADE,
    SG_UNIT_CENTURY
};

/* From the first to the last day; the unit says how they are written. Weeks are written as days. */
typedef struct sg_spell {
    int32_t from, to;
    enum sg_unit unit;
} sg_spell;

int32_t sg_day_from(int32_t y, int32_t m, int32_t d);
sg_civil sg_civil_of(int32_t day);
int32_t sg_month_days(int32_t y, int32_t m);
int32_t sg_weekday(int32_t day); /* 1 Monday */
enum { SG_WEEK = 7 };
/* The first such day of the week that is not before the day, the last that is not after it. */
int32_t sg_weekday_from(int32_t day, int32_t weekday);
int32_t sg_weekday_until(int32_t day, int32_t weekday);

/* "2022-05-26" to a day, INT32_MIN if it is no full date; and back. */
int32_t sg_day_of(sg_str iso);
/* The year that a cell of years or ISO dates begins with; 0 where it does not. */
int32_t sg_year_of(const char *cell);
const char *sg_day_iso(sg_arena *, int32_t day);

sg_spell sg_days(int32_t from, int32_t to);
sg_spell sg_month(int32_t y, int32_t m);
sg_spell sg_months(int32_t y, int32_t m, int32_t count); /* months over 12 go on into the next year */
sg_spell sg_year(int32_t y);
sg_spell sg_decade(int32_t y);  /* that holds the year */
sg_spell sg_century(int32_t n); /* 19: the years 18xx */
/* The unit that holds the day, `step` of them on; from INT32_MIN where there is none such. */
sg_spell sg_unit_of(enum sg_unit, int32_t day, int32_t step);
/* So many units back to the day, or from it on. */
sg_spell sg_span_of(enum sg_unit, int32_t day, int32_t count);

/* As EDTF: the whole, and the units that it begins and ends with. */
const char *sg_spell_edtf(sg_arena *, sg_spell);
const char *sg_spell_start(sg_arena *, sg_spell);
const char *sg_spell_end(sg_arena *, sg_spell);
#endif
