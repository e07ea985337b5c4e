/* when.h: dates in the text, resolved against the day of publication (sg_doc.times). */
#ifndef SG_WHEN_H
#define SG_WHEN_H
#include "doc.h"
void sg_when(sg_doc *);
/* "2022-05-26" to days since 1970-01-01, INT32_MIN if it is no full date; and back. */
int32_t sg_day_of(sg_str iso);
const char *sg_day_iso(sg_arena *, int32_t day);
#endif
