/* encode.h: words in; tags and each word's state for the parser out.
 *
 * A word is the sum of its vector and of its hashed pieces; two bidirectional LSTM layers read the
 * sentence; the tag comes from their last output. All in integers (kernel.h). */
#ifndef SG_ENCODE_H
#define SG_ENCODE_H

#include "doc.h"
#include "model.h"

/* Activations of the heads are held below this, in training too. */
#define SG_LIMIT 7.9f

/* A few sentences that go through the network together: each weight is then loaded once for several words.
 * What comes out for a sentence does not depend on its company. */
enum { SG_GROUP = 24 };
typedef struct sg_stretch { /* words of one sentence: all, but of a sentence of absurd length */
    uint32_t first, count;  /* toks */
} sg_stretch;
typedef struct sg_group {
    sg_stretch sent[SG_GROUP]; /* longest first */
    uint32_t at[SG_GROUP];     /* first row */
    uint32_t count, rows;      /* row 0 is the root's, shared by all */
} sg_group;

/* Fills the tags of rows 1.. and gives the states: rows of sg_stride(2 * hidden), at SG_ONE. All lies in the
 * arena above the caller's mark. */
int16_t *sg_encode(sg_doc *, const sg_model *, const sg_group *, const sg_tag **tags);
/* Writes a tag, and the lemma that follows from it, into a word; the lemma stays in the arena. */
void sg_encode_tag(sg_doc *, const sg_model *, sg_tok *, const sg_tag *);

#endif
