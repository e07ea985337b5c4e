/* algebra_in.h: what the files of the stage `algebra` share; nobody else includes it.
 *
 * algebra.c chooses the line of a table that reads a word; algebra_need.c asks whether the line's needs are met, and of what class
 * words are; algebra_slot.c finds who and what stands in the slots that lines name. */
#ifndef SG_ALGEBRA_IN_H
#define SG_ALGEBRA_IN_H

#include "algebra.h"
#include "pattern.h"

enum { WORD, POS, TYPE }; /* columns that acts, operators and stances share; the third is an act's type */

static inline const sg_tok *tok_of(const sg_doc *d, uint32_t i) {
    return &d->toks[i];
}

enum { SG_SLOTS_KEPT = 8 };

/* What fills the slots of one frame: many rows of a word ask for the same ones. */
typedef struct sg_filled {
    struct {
        sg_str name;
        uint32_t hash;
        sg_fill fill;
    } at[SG_SLOTS_KEPT];
    size_t count;
    uint64_t serial; /* the reading that they were found for: needs are met, or not, for this one only */
    bool has_object;
    sg_fill object; /* and the agent of a passive */
    sg_stretches stretches;
} sg_filled;

void sg_nothing_filled(const sg_frame *, sg_filled *);
/* What fills a slot: as kept, or found, in `room` where no more is kept. */
const sg_fill *sg_kept_slot(const sg_frame *, const sg_need *, sg_filled *kept, sg_fill *room);

/* How well a row's needs are met. Only what is there is evidence for a row; a word that is absent is none. */
typedef struct sg_met {
    bool all;
    int score; /* needs met, less, in a loose reading, those that are not */
    uint32_t party[2];
} sg_met;

sg_met sg_needs_met(const sg_frame *, const sg_row *, sg_filled *kept);


enum { SG_TWO_WORDS = 96 };
/* The lemmas of two words, parted by a blank; empty where there is no room. */
sg_str sg_two_words(const sg_doc *, uint32_t a, uint32_t b, char room[SG_TWO_WORDS]);

#endif
