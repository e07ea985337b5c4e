/* tell.h: words in; which types of act each may tell out (sg_tok.likely).
 *
 * A small network beside the parser's: what a word means (a vector made from a raw-text encoder, model/README.md) and
 * its part of speech go through one bidirectional LSTM layer; learnt from sentences of our own (train/acts.py). It is
 * asked only in sentences that name a party, unless `all` are wanted. */
#ifndef SG_TELL_H
#define SG_TELL_H

#include "layers.h"

void sg_tell(sg_doc *, const sg_model *, bool all);

#endif
