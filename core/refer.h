/* refer.h: who is meant by "he", "they", "the two countries", "the ministry", "both sides": the entity
 * before it that fits, copied with `by` set and `same` pointing back. */
#ifndef SG_REFER_H
#define SG_REFER_H
#include "doc.h"
void sg_refer(sg_doc *);
/* The country of people of this sector who are named at `tok` without one; NULL where it cannot be told. */
const char *sg_refer_home(const sg_doc *, uint32_t tok, const char *sector);
/* A country or of one, and no organisation? */
bool sg_refer_is_state(const sg_ent *);
#endif
