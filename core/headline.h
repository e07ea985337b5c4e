/* headline.h: words of a headline in title case in, those among them that are no names marked.
 *
 * "Saudi Arabia Deports Thousands of Ethiopians": where every word has a capital, capitals tell nothing, and the network
 * takes verbs for names. Words that the tables know, and that stand in no name that they know, are read as if they were
 * written small; unknown words keep their capital, for most of them are names. */
#ifndef SG_HEADLINE_H
#define SG_HEADLINE_H

#include "doc.h"
#include "model.h"

/* Sets `small` and `seen` of such words; goes before the network reads the document. */
void sg_headline(sg_doc *, const sg_model *);

#endif
