/* orator.h: whose land speaks in a text that is one's own words from end to end: a speech, a statement, a letter. "We", "my
 * Government", "our delegation" are then of that land, whatever others the text names oftener. */
#ifndef SG_ORATOR_H
#define SG_ORATOR_H
#include "doc.h"

/* The state's code; "" where the text does not tell, NULL where it is no such one. Asked when the mentions are known. */
const char *sg_orator_of(const sg_doc *);
#endif
