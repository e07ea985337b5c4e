/* mend.h: trees and the lexicon's phrases in, trees out that agree with the phrases.
 *
 * The parser knows no words that its treebanks lack: it reads the "tear" of "fired tear gas" as a verb, and may hang both
 * halves of "secretary-general" on the verb beside them. The tables know such words and phrases, and mend five kinds:
 * - phrases: a noun of several words is one noun and hangs by one word, and so do the words of a name;
 * - verbs: which of two objects is the receiver; gerunds and perfects taken for attributes of what was done to;
 * - headlines: a heap of nouns has a verb; auxiliaries of a passive, or of what is to come, are left out;
 * - subjects: a noun right before the verb, the letters of a state or body, two lands with a comma between them;
 * - copulas: a phrase said of somebody ("is in Kiev") hangs on the verb "be".
 * Each asks the tables, or the shape of a headline, before it touches anything; trees that were given are left alone.
 */
#ifndef SG_MEND_H
#define SG_MEND_H

#include "doc.h"

void sg_mend(sg_doc *);

#endif
