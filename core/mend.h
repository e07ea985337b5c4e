/* mend.h: trees and the lexicon's phrases in, trees out that agree with the phrases.
 *
 * The parser knows no words that its treebanks lack: it reads the "tear" of "fired tear gas" as a verb, and may hang both
 * halves of "secretary-general" on the verb beside them. The tables know such phrases: a noun of several words is one
 * noun, and hangs by one word; so do the words of a name. They know verbs too: which of two objects is the receiver, and
 * that a headline's heap of nouns has one, or leaves out the auxiliary of a passive or of what is to come. Nothing else of the tree is touched,
 * and trees that were given are left alone. */
#ifndef SG_MEND_H
#define SG_MEND_H

#include "doc.h"

void sg_mend(sg_doc *);

#endif
