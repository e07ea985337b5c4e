/* moment.h: the words of a date, and the stretch of days that they tell from the report's own day.
 *
 * Only what time is told is read here ("Monday", "the first week of May", "three years ago"); when.h reads what it is
 * told for ("since Monday", "by May") and what is counted from dates said before. All words come from the
 * grammar table. */
#ifndef SG_MOMENT_H
#define SG_MOMENT_H
#include "calendar.h"
#include "doc.h"

enum sg_tense { SG_TENSE_NONE, SG_TENSE_PAST, SG_TENSE_PRESENT, SG_TENSE_AHEAD };

typedef struct sg_scan { /* a sentence that is read for dates */
    sg_doc *d;
    const bool *opens;  /* by tok: does a longer phrase of the grammar begin so, with the word behind it? (sg_time_opens) */
    uint32_t end, sent; /* its last word's end, its number */
    bool in_title;
    int32_t today;       /* the report's own day: its dateline's, else that of publication */
    enum sg_tense tense; /* of the clause at hand */
    bool direct;         /* the date hangs on its verb itself, not on a noun: "opened on May 1", not "the vote on May 1" */
    bool held_out;       /* it stands behind what its verb holds out: "promised a vote in May" */
    uint32_t depth;      /* of moments inside moments */
    bool single;         /* do not join "Monday and Tuesday" */
} sg_scan;

typedef struct sg_moment {
    sg_spell on;         /* from INT32_MIN where it is not known */
    const char *partial; /* EDTF of what is known of a day or month without a year */
    uint32_t len;        /* words; 0: no moment */
    int32_t month, day;  /* of a date that was told without its year; else 0 */
    bool bare;           /* needs a word before it to be a date: a lone month, year, ordinal */
    bool edge;           /* the end of a named unit: "by the end of May" means its last day */
    bool ahead, past;    /* said to come; long over */
    bool whole_year;     /* day, month and year were all told */
} sg_moment;

/* A unit of time in words, and how many of it a word is (a fortnight: two weeks). */
typedef struct sg_period {
    enum sg_unit unit;
    int32_t times;
    bool several; /* in the plural */
} sg_period;

const bool *sg_time_opens(sg_doc *);
/* Most words: letters or marks without a figure, and of no kind that a moment, or what else is asked for, could begin
 * with. */
typedef bool sg_opens(const sg_looked *);
bool sg_time_idle(const sg_scan *, uint32_t i, sg_opens *more);
sg_moment sg_moment_at(const sg_scan *, uint32_t i);
/* A moment that tells no day, over so many words. */
sg_moment sg_moment_vague(uint32_t len);
sg_moment sg_moment_on(sg_spell, uint32_t len);
/* As EDTF, NULL where nothing is known. */
const char *sg_moment_edtf(sg_arena *, const sg_moment *);
/* Both from one to the other, where the second comes after the first; else len 0. The length is the caller's. */
sg_moment sg_moment_between(const sg_scan *, const sg_moment *, const sg_moment *, bool listed);

static inline int32_t sg_time_value(const char *v) {
    return (int32_t)strtol(v, NULL, 10);
}
/* The value of the word at i as a word of this kind, or NULL; as a number. */
static inline const char *sg_time_word(const sg_scan *s, uint32_t i, const char *kind) {
    return i < s->end ? sg_kind_value(&s->d->toks[i].by_key, kind) : NULL;
}
static inline bool sg_time_number(const sg_scan *s, uint32_t i, const char *kind, int32_t *out) {
    const char *v = sg_time_word(s, i, kind);
    if (v) *out = sg_time_value(v);
    return v != NULL;
}
/* The longest phrase of a kind that begins at i: its number of words, 0 if none; what it says. */
uint32_t sg_time_phrase(const sg_scan *, uint32_t i, const char *kind, const char **says);
/* A count in figures or words: how many words it takes; -1 for a vague one ("several"). */
uint32_t sg_time_count(const sg_scan *, uint32_t i, int32_t *out);
sg_period sg_time_period(const sg_scan *, uint32_t i);
bool sg_time_mark(const sg_scan *, uint32_t i, char c);
/* Digits at the start of s, at most `most` of them; *used says how many. */
int32_t sg_time_digits(sg_str s, size_t most, size_t *used);
#endif
