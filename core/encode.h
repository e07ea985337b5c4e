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

/* The tags of the sentence's words, and their states: count rows of sg_stride(2 * hidden), at SG_ONE. All
 * lies in the arena above the caller's mark. */
int16_t *sg_encode(sg_doc *, const sg_model *, const sg_sent *, const sg_tag **tags);
/* Writes a tag, and the lemma that follows from it, into a word; the lemma stays in the arena. */
void sg_encode_tag(sg_doc *, const sg_model *, sg_tok *, const sg_tag *);

#endif
