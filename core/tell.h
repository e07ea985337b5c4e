/* tell.h: words in; which types of act each may tell out (sg_tok.likely), which words of the sentence name the parties of that
 * act (sg_doc.whom), and of what sector those are whom a word names (sg_tok.meant).
 *
 * A network beside the parser's: what a word means in its sentence (sense.h) goes through small layers; that and how two words
 * stand to one another in the tree tells who does what to whom; learnt from sentences of our own (train/acts.py). It is asked
 * only in sentences that name a party or have a pronoun, unless `all` are wanted. */
#ifndef SG_TELL_H
#define SG_TELL_H

#include "layers.h"

void sg_tell(sg_doc *, const sg_model *, bool all);

#endif
