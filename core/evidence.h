/* evidence.h: why each field of a record says what it says: the words, and the line of a table or the rule. */
#ifndef SG_EVIDENCE_H
#define SG_EVIDENCE_H

#include "event.h"

/* Fills out->evidence. `out` is otherwise complete; `words` has the span of each of e->why. */
void sg_evidence_fill(sg_doc *, const sg_ev *e, const sg_span *words, sg_act *out);

#endif
