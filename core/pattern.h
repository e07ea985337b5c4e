/* pattern.h: words in their order held against the words beside another: `restore` with "diplomatic..ties" to its
 * right. In: a frame (algebra.h), the name of a stretch, a pattern. Out: how much of it is there, and who stands at
 * its places for parties. How a pattern is written: lexicon/en/README.md. */
#ifndef SG_PATTERN_H
#define SG_PATTERN_H

#include "algebra.h"

/* The stretches: left and right of the word in its sentence, words as they are written; lead and rest the same within
 * its own clause (of a passive the subject is in the rest), by written word or lemma. Is this one's name? */
bool sg_is_stretch(sg_str slot);

enum { SG_STRETCHES = 4, SG_STRETCH = 256 /* words to each side: a sentence of news, and a bound */ };

/* The stretches of one frame, each made when it is first asked for: `made` must be false at first. */
typedef struct sg_stretches {
    struct {
        uint32_t tok[SG_STRETCH]; /* in text order */
        size_t count;
        uint64_t words; /* a bit for each of its words; others may share it */
    } at[SG_STRETCHES];
    bool made[SG_STRETCHES];
} sg_stretches;

/* The elements of the first of a need's alternatives that is met in its stretch; 0: none. Its places `$` and `+` go to
 * party[0] and [1] as the token's number plus one; others stay as they are. */
int sg_pattern(const sg_frame *, sg_stretches *, const sg_need *, uint32_t party[2]);
/* Is the token the head of words that stand for somebody known, and no part of a longer such phrase? */
bool sg_told_party(const sg_doc *, uint32_t tok);

#endif
