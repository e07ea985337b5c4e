/* issuer.h: the organ of several states whose communique a text is: "The Ministers of the Forum met in Lima ... They
 * urged ...", "The Council took note ...". */
#ifndef SG_ISSUER_H
#define SG_ISSUER_H
#include "doc.h"

/* Sets the document's `issuer`. Asked when the parties by name are known. */
void sg_issuer_find(sg_doc *);
/* Does the word mean the organ, by its short name ("the Ministers", "Council")? */
bool sg_issuer_is(const sg_doc *, uint32_t tok);
#endif
