/* caller.h: whose land speaks where a label says it: "Mr. X (Chad): ...", "CHAD: ...", "ANN ROE, Minister of Chad: ...", or
 * names who holds an office on the day: "PRESIDENT ROE: ...". */
#ifndef SG_CALLER_H
#define SG_CALLER_H
#include "doc.h"

/* A voice whose label names its land. */
typedef struct sg_caller {
    uint32_t voice;
    const char *land;
    bool meets; /* in brackets behind his name, as records of meetings have it */
} sg_caller;

/* Sets the document's callers. */
void sg_callers_find(sg_doc *);
/* The land's code; NULL where the voice's label names none. */
const char *sg_caller_land(const sg_doc *, uint32_t voice);
/* Does the voice's label name its land in brackets, as records of meetings of states do? */
bool sg_caller_meets(const sg_doc *, uint32_t voice);
#endif
