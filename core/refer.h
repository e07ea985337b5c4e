/* refer.h: who is meant by "he", "they", "the two countries", "the ministry", "both sides": the entity
 * before it that fits, copied with `by` set and `same` pointing back. */
#ifndef SG_REFER_H
#define SG_REFER_H
#include "doc.h"
void sg_refer(sg_doc *);
#endif
