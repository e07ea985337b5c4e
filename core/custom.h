/* custom.h: where words end by custom. Treebanks cut some things always in one way ("pre-war" is one word, "and/or" are
 * three, "10-15" too, "35mm" are two); the network, which sees letters, has seen too few of each to know. */
#ifndef SG_CUSTOM_H
#define SG_CUSTOM_H

#include "doc.h"
#include "model.h"

enum sg_atom_kind { SG_LETTERS, SG_DIGITS, SG_OTHER };
enum sg_gap { SG_TOUCH, SG_BLANK, SG_WRAP, SG_LINE }; /* what stands between two atoms */
enum sg_answer { SG_GOES_ON, SG_WORD_ENDS, SG_SENTENCE_ENDS, SG_UNSAID };

/* A run of letters, a run of digits, or any other character alone. */
typedef struct sg_atom {
    uint32_t start, end, id, shape;
    uint8_t kind, gap; /* gap: after it */
    bool upper;
    bool paragraph; /* a paragraph ends after it, by the shape of the lines */
} sg_atom;

typedef struct sg_atoms {
    const sg_words *marks; /* the model's words that are cut by custom, by kind (train/tokens.tsv) */
    sg_str text;
    const sg_atom *atom;
    size_t count;
} sg_atoms;

/* What custom says of the gap after atom i, where nothing blank stands; UNSAID: nothing. `opens`: atom i opens a sentence. */
enum sg_answer sg_custom(const sg_atoms *, size_t i, bool opens);

/* Does a word with a stop, then a blank, stand here? Whether the stop is the word's or the sentence's, is one question.
 * SHORT: the word is known to be written with one. */
enum sg_stop { SG_NO_STOP, SG_A_STOP, SG_SHORT };
enum sg_stop sg_custom_stop(const sg_atoms *, size_t i);

/* Is the word that ends with atom `to`, which may be two ("its"), to be cut, by the words that follow? */
bool sg_custom_split(const sg_atoms *, size_t to);

#endif
