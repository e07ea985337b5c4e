/* encode.h: words in; tags and each word's state for the parser out.
 *
 * A word is the sum of its vector and of its hashed pieces; two bidirectional LSTM layers read the
 * sentence; the tag comes from their last output. All in integers (kernel.h). */
#ifndef SG_ENCODE_H
#define SG_ENCODE_H

#include "layers.h"

/* What is read off a word's state besides its place in the tree. Names are proper names only; mentions are whole noun
 * phrases that stand for a person, organisation or place (sg_name_label both). */
typedef struct sg_reading {
    const sg_tag *tag;
    uint8_t name, mention;
} sg_reading;

/* Fills the readings of rows 1.. and gives the states: rows of sg_stride(2 * hidden), at SG_SMALL. All lies in the
 * arena above the caller's mark. */
int16_t *sg_encode(sg_doc *, const sg_model *, const sg_group *, sg_reading *);
/* Writes a reading, and the lemma that follows from its tag, into a word; the lemma stays in the arena. `of_name`: it
 * stands within a sentence and describes a proper noun. */
/* The lemma of a common word under this tag, in the arena. */
const char *sg_encode_lemma(sg_doc *, const sg_model *, const sg_tag *, sg_str form);
void sg_encode_word(sg_doc *, const sg_model *, sg_tok *, const sg_reading *, bool of_name);

/* Lemmas that only the tree decides: "he's gone" has, "he's here" is. */
void sg_encode_perfect(sg_doc *, const sg_model *, const sg_sent *);

#endif
