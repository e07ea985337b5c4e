/* holder.h: who held an office on a day, under a name that may be garbled.
 *
 * In: a country (or an organisation's actor code), offices, a day, a name as written. Out: rows of HOLDERS
 * with how like the name is. Names are compared word by word, in any order, by a distance that knows what
 * transliterations and ears confuse. */
#ifndef SG_HOLDER_H
#define SG_HOLDER_H
#include "alike.h"
#include "lexicon.h"

enum { H_NAME, H_COUNTRY, H_OFFICE, H_ALIASES, H_FROM, H_TO }; /* cells of HOLDERS */
enum { SG_WHOLE = 6 }; /* letters of the actor code of a body; more tell a part of it: IGOUNO, IGOUNOREFHCR */

typedef struct sg_wanted {
    const sg_lexicon *lex;
    const char *country, *offices; /* NULL: any; offices joined by | */
    int32_t day;                   /* days since 1970; INT32_MIN: any */
    sg_str like;                   /* folded (sg_fold_words), or empty: any name */
    double floor;                  /* a likeness below it may be told as 0 */
} sg_wanted;

/* Every row that fits country, offices and day, with its name's likeness from 0 to 1. */
typedef void sg_see(void *user, const sg_row *, double like);
void sg_holders(const sg_wanted *, sg_see *, void *user);
/* The one holder meant; NULL if none is known, none is like enough, or two are as like. */
const sg_row *sg_holder(const sg_lexicon *, sg_arena *, const char *country, const char *office, int32_t day, sg_str like);

/* The same for a name of two words or more without an office: nearer, and only one that is well apart from all others. */
const sg_row *sg_holder_named(const sg_lexicon *, sg_arena *, const char *country, const char *office, int32_t day,
                              sg_str like);
/* Is anybody known to hold one of the offices on the day? */
bool sg_office_held(const sg_lexicon *, const char *country, const char *offices, int32_t day);
/* Those of the offices that no other body has: under a part of the whole they name the part's head. */
const char *sg_offices_of(const sg_lexicon *, sg_arena *, const char *body, const char *offices);
/* Is the name, longer than the one that was found, that of a holder too: with a title, an initial, a further name? */
bool sg_holder_longer(const sg_lexicon *, sg_arena *, const sg_row *, int32_t day, sg_str name);

/* Who is known by this very name (in normal form) without an office of state, on the day; NULL: nobody, or several. */
const sg_row *sg_figure(const sg_lexicon *, int32_t day, sg_str key);
/* Does the text name the state? */
typedef bool sg_names_state(const void *user, const char *code);
/* The holder of the day who is called by this word alone (in normal form): mostly the last of the name; "Xi", "Thaksin"
 * the first. Of several who are, the only head of a state or government, or the only one whose state the text names; else
 * NULL. */
/* Is it the office of a head of state or of government? */
bool sg_is_ruler(const sg_row *holder);
/* Has he held it for more than its first weeks? A general who has just seized power is a soldier yet. */
bool sg_is_settled(const sg_row *holder, int32_t day);
const sg_row *sg_holder_surnamed(const sg_lexicon *, int32_t day, sg_str key, sg_names_state *names,
                                 const void *user);

/* Of those who held one of the offices before that day under this surname (in normal form) the last, where all were of one
 * land and nobody so called holds one on the day; of a day that is not known whoever ever did. NULL: none, or of several. */
const sg_row *sg_holder_once(const sg_lexicon *, int32_t day, sg_str key, const char *offices);

/* Of those whom a land calls by this word alone the holder of the day, else who ruled it last ("Chad's Keller"); NULL:
 * nobody. */
const sg_row *sg_holder_at_home(const sg_lexicon *, int32_t day, sg_str key, const char *country);

bool sg_in_office(const sg_row *, int32_t day); /* of no day: at any time since 1990 */
/* Did the row's person leave the office within the last two days? News of a fall still tells of the ruler. */
bool sg_just_left(const sg_row *, int32_t day);
bool sg_soon_in_office(const sg_row *, int32_t day); /* not yet, but in few years: a career before is another life */
bool sg_was_in_office(const sg_row *, int32_t day);  /* before that day, no longer on it */
/* The place of the row's office among `offices`: a title names first what it mostly means. */
int sg_office_rank(const char *offices, const sg_row *);
/* Are the words of one name found in another, both folded, at least as well as that? */
bool sg_is_named(sg_str like, sg_str name, double least);
sg_str sg_fold_words(sg_arena *, sg_str);
#endif
