/* algebra.h: tables of acts and operators held against a tree: what does this word do here?
 *
 * In: a token. Out: the row that fits (its needs are met), and the tokens that fill a row's slots.
 * Words and classes are the tables'; of English it knows only the prepositions that name slots. */
#ifndef SG_ALGEBRA_H
#define SG_ALGEBRA_H

#include "event.h"

/* Where a clause's missing parts come from. */
typedef struct sg_frame {
    const sg_doc *doc;
    uint32_t tok;     /* the act's word */
    uint32_t carrier; /* the light verb that carries a noun, or NONE: its slots count too */
    uint32_t subject; /* the token whose entities are the subject where the word has none, or NONE */
    bool noun;
    bool loose;        /* take the nearest row where the needs of none are met */
    const char *type;  /* only rows of this type of act, or NULL */
    uint32_t particle; /* a preposition that belongs to the word and makes what it marks an object, or NONE */
    uint32_t party[2]; /* who stands at `$` and `+` of the row's patterns: token plus one, 0 nobody */
} sg_frame;

/* A word read by itself: no carrier, no pattern's parties; `subject` may be NONE. */
static inline sg_frame sg_frame_of(const sg_doc *d, uint32_t tok, uint32_t subject, bool noun) {
    return (sg_frame){.doc = d, .tok = tok, .carrier = NONE, .subject = subject, .noun = noun, .particle = NONE};
}

enum { SG_SLOT_MAX = 24 };
typedef struct sg_fill {
    uint32_t tok[SG_SLOT_MAX];
    size_t count;
} sg_fill;

/* The tokens (heads of phrases, coordination followed) that fill one slot. */
void sg_slot(const sg_frame *, sg_str slot, sg_fill *);
/* The first of `|`-joined slots that is filled. */
void sg_slots(const sg_frame *, const char *slots, sg_fill *);
/* A phrase's head with what is coordinated to it. */
void sg_group(const sg_doc *, uint32_t tok, sg_fill *);
/* The row of `table` (ACTS, OPERATORS, STANCES) that reads the word; span of its words. NULL: none.
 * Sets the frame's particle and parties. */
const sg_row *sg_reading(sg_frame *, sg_table_id table, uint32_t *first, uint32_t *last);
/* Are all of a row's needs met? */
bool sg_row_fits(const sg_frame *, const sg_row *);
/* The line of en/compose for operator × inner act; NULL: none. */
const sg_row *sg_compose(const sg_doc *, const char *op, const sg_ev *inner);
/* The rows of the longest phrase that begins at the word, as written, up to *last; else those of its lemma. */
sg_rows sg_longest_rows(const sg_doc *, sg_table_id, uint32_t tok, uint32_t *last);
/* Is the token one of the grammar's words of this kind? Its value, or NULL. */
const char *sg_word(const sg_doc *, uint32_t tok, const char *kind);
/* Does a noun name something done, or said to be done? */
bool sg_names_act(const sg_doc *, uint32_t tok);
/* Is the word of this class (en/classes)? Of one of several, joined by |; `party`, `act`, `state`, `person` are classes
 * too, told by what the token stands for. */
bool sg_in_class(const sg_doc *, uint32_t tok, sg_str class_name);
/* "marched to demand the release of X", "a strike over the dismissal of X": who would gain by what is asked, or suffers
 * what others protest at, is not the one whom an act of that type is against; nor does one back whom the sanctions that one
 * backs are to hit. */
bool sg_is_cause_of(const sg_doc *, uint32_t who, const char *type);
/* "declared a curfew": it binds all people of a land, and none who rule, judge or fight there. */
bool sg_is_above_order(const sg_ev *, const char *sector);
/* "Resigned over a loan to Chad", "will step down and go to Chad": whoever gives up an office gives nothing to another
 * land. */
bool sg_is_outside_office(const sg_doc *, const sg_ev *, const char *country);
/* "Accused it of bias against Chad": is somebody the one who is wronged by what another is accused of? */
bool sg_is_wronged(const sg_doc *, uint32_t who, const sg_ev *);
/* "Shot down a plane that carried arms to the rebels": is somebody the one to whom what is hit was on its way? */
bool sg_is_bound_for(const sg_doc *, uint32_t who, const sg_ev *);
/* "Chad limits imports while Niger has few limits": is somebody the subject of a clause set against the act? He bears
 * nothing of it; but of fights "while" tells the time ("shelled the port while Niger dug in"). */
bool sg_is_contrasted(const sg_doc *, uint32_t who, const sg_ev *);
/* "Ghana's veto surprised Benin": is somebody but the one whom an act, told by a noun, moves? */
bool sg_is_moved_by(const sg_doc *, uint32_t who, uint32_t act);
/* "each other", "one another": is it a word of these? */
bool sg_is_each_other(const sg_doc *, uint32_t t);
/* "Each accused the other", "each shelled the other's villages": is it such a word, of a verb that each of them did? */
bool sg_is_the_other(const sg_doc *, uint32_t t);
bool sg_in_classes(const sg_doc *, uint32_t tok, sg_str names);
bool sg_rows_in_class(sg_rows, sg_str class_name);
bool sg_is_party(const sg_doc *, uint32_t tok);
bool sg_is_passive(const sg_doc *, uint32_t tok);
/* "signed a decree": is the word a law, and the object of a verb whose subject makes it? */
bool sg_makes_law(const sg_doc *, uint32_t tok);
/* "the Mali bomb blast": a land by its name, not by its adjective, says where a bomb went off. */
bool sg_is_scene_of_blast(const sg_doc *, uint32_t land);
/* The preposition that marks a phrase, or an empty string. */
sg_str sg_case_of(const sg_doc *, uint32_t tok);
/* Is it where something comes from: "from Toulouse"? */
bool sg_comes_from(const sg_doc *, uint32_t tok);
/* Does the act seize goods, and is the word where they come from or were made? */
bool sg_is_whence_goods(const sg_doc *, uint32_t tok, const sg_ev *);
/* Is the word, or the noun that it modifies, what is talked about: "on the Peruvian issue", "about Peru"? */
bool sg_is_talked_about(const sg_doc *, uint32_t tok);
/* Is the token part of a date? */
bool sg_in_date(const sg_doc *, uint32_t tok);
/* The line of codes/plover for a type and a mode or none, or NULL; the type's quad, 0 if none. */
const sg_row *sg_plover_row(const sg_doc *, const char *type, const char *mode);
int sg_quad_of(const sg_doc *, const char *type);
/* First and last token below `tok`. */
void sg_reach(const sg_doc *, uint32_t tok, uint32_t *first, uint32_t *last);

#endif
