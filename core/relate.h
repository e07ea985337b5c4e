/* relate.h: one marked pair: what do the acts of the text say that the source does to the target? */
#ifndef SG_RELATE_H
#define SG_RELATE_H
#include "event.h"
/* Marked mentions are parties, whether the lexicon knows them or not. */
void sg_relate_mark(sg_doc *, const sg_pair *);
/* Reads the acts, as often as it takes, and answers. */
sg_relation sg_relate_choose(sg_doc *, const sg_pair *, sg_scheme);
sg_relation sg_relate_default(sg_scheme);
#endif
