/* when.h: dates in the text, resolved against the report's own day (sg_doc.times). */
#ifndef SG_WHEN_H
#define SG_WHEN_H
#include "calendar.h"
#include "doc.h"
void sg_when(sg_doc *);
#endif
