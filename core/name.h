/* name.h: trees in, phrases of the lexicon out (sg_doc.hits): folds each token, then finds the longest
 * phrase of every name table that starts at it. */
#ifndef SG_NAME_H
#define SG_NAME_H
#include "doc.h"
void sg_name(sg_doc *);
/* "BA", among words with small letters: no Mr Ba. */
bool sg_is_abbreviation(const sg_doc *, uint32_t tok);
#endif
