/* alike.h: how like two names are, as other hands and ears write them.
 *
 * In: names in normal form. Out: a likeness from 0 to 1. Names are compared word by word, in any order, by a distance
 * that knows what transliterations and ears confuse. One name is sought among thousands, so it is made ready once, and
 * nearly all others are passed over by their outlines, which say of each word how long it is and which letters it has. */
#ifndef SG_ALIKE_H
#define SG_ALIKE_H

#include "base.h"

enum {
    SG_LETTERS = 32,   /* of a word: more are not compared */
    SG_NAME_WORDS = 8, /* of a name */
    SG_OUTLINE = 1 + 2 * SG_NAME_WORDS,
    SG_OTHER_LETTER = 26,
    SG_LETTER_KINDS
};
#define SG_RUN_TOGETHER 0.98 /* the most that names are alike which are cut into words otherwise */

/* Letters that a name has: a bit for each from a on, one more (SG_OTHER_LETTER) for all that is no such. */
static inline uint32_t sg_letter_number(char c) {
    return c >= 'a' && c <= 'z' ? (uint32_t)(c - 'a') : SG_OTHER_LETTER;
}
uint32_t sg_letters_in(sg_str);

typedef struct sg_kinship { /* of letters */
    uint8_t cost[SG_LETTER_KINDS][SG_LETTER_KINDS], gap[SG_LETTER_KINDS];
    uint32_t near[SG_LETTER_KINDS]; /* a bit for each letter that is written for this one at less than the whole cost */
    uint32_t then[SG_LETTER_KINDS]; /* for each letter that behind this one may be of a group of letters for one sound */
} sg_kinship;
sg_kinship sg_kinship_of(void);

typedef struct sg_part { /* a word as the comparison needs it */
    size_t n;
    uint8_t letter[SG_LETTERS];
    char byte[SG_LETTERS];
    uint32_t own; /* its letters */
} sg_part;

/* A name ready to be compared: its words as written and as they sound, and all of it run together. */
typedef struct sg_spelling {
    sg_part word[SG_NAME_WORDS], sound[SG_NAME_WORDS], whole;
    bool sounds[SG_NAME_WORDS]; /* is it written otherwise than it sounds? Else `sound` is not filled */
    size_t count;
} sg_spelling;

typedef struct sg_alike { /* the name that is sought */
    sg_kinship kin;
    sg_spelling name;
} sg_alike;
void sg_make_alike(sg_alike *, sg_str name);

/* How many words, then of each its length and letters as written and as it sounds; how many numbers that are. */
size_t sg_outline(const sg_kinship *, sg_str name, uint32_t out[SG_OUTLINE]);

/* Can a name of these letters be as like as `floor` at all? */
bool sg_may_be_alike(const sg_alike *, uint32_t letters, double floor);
/* How well the words of the sought name are found in another, or how like they are where words are cut otherwise ("Jin
 * Ping"). `outline`: that name's, or NULL. Below `floor` it may also be 0. */
double sg_alike_by(const sg_alike *, sg_str name, const uint32_t *outline, double floor);

/* The next word at *at, hyphens parting words too; false at the end. */
bool sg_next_word(sg_str, size_t *at, sg_str *word);
#endif
