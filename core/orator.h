/* orator.h: whose land speaks in a text that is one's own words from end to end: a speech, a statement, a letter. "We", "my
 * Government", "our delegation" are then of that land, whatever others the text names oftener. */
#ifndef SG_ORATOR_H
#define SG_ORATOR_H
#include "doc.h"

/* Sets the document's `orator`, its callers, and the `hall` that the speech is held in. Asked when the mentions are
 * known. */
void sg_orator_find(sg_doc *);
/* Whose land speaks in that voice: "" unknown, NULL where it is nobody's speech. */
const char *sg_orator_in(const sg_doc *, uint32_t voice);
#endif
