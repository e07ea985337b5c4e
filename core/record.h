/* record.h: acts in, public records out: ids, incidents, dates and scores settled, indices made words. */
#ifndef SG_RECORD_H
#define SG_RECORD_H
#include "others.h"
/* Fills documents ids, records and (always) sentences of the result from the document's arena; by the weights of others.h
 * and of confidence.h. */
void sg_record_all(sg_doc *, const sg_events *, const sg_weights *others, const sg_weights *confidence, const sg_options *,
                   sg_result *);
/* The trees alone; after them, if wanted, the mentions of people, organisations and places, by chains. */
void sg_record_named(sg_doc *, sg_result *);
void sg_record_sentences(sg_doc *, sg_result *);
/* The days and parties alone, in the order of their words. */
void sg_record_mentioned(sg_doc *, sg_result *);
/* The places alone. */
void sg_record_places(sg_doc *, sg_result *);
#endif
