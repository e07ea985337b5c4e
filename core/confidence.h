/* confidence.h: how sure a record is: a weight for each thing that is true of it, summed, and what such sums were worth.
 *
 * Clues are what can be seen of a record: its word, type and realis, where its trigger stands in the sentence, what else
 * the sentence is about (table en/domains), how its parties were found; and how sure those were who found them: the
 * network of the type, of whom it names and of their sector (doc.h), the choice of a land (lands.h), that of a recipient
 * (others.h). Table en/confidence says what each is worth (a feature and its value), and how often records with such a
 * sum were right (feature `sum`, in a sentence or two `sum_lone`, thousandths between which the program draws straight
 * lines). Second weights (column `act`; sums `sum_act`, `sum_act_lone`) say how sure the act is by itself: an act whose
 * parties' sectors are open is told from one that never was, and only the latter is left out. A sentence or two have weights
 * of their own (columns `lone`, `act_lone`), as what speaks for a record there is not what does in a report.
 * train/confidence.py makes the table from the gold corpus; a line of it may be changed by hand. Everything is in integers:
 * the same on every machine. */
#ifndef SG_CONFIDENCE_H
#define SG_CONFIDENCE_H

#include "event.h"
#include "weights.h"

/* The clues' weights, made ready once for one job. NULL: no memory. */
sg_weights *sg_confidence_weights_new(const sg_lexicon *);

/* How sure it is: 0 to 1, in steps of a thousandth. */
typedef struct sg_sureness {
    double record; /* chance that type, and country and sector of both parties, are right: the record's confidence */
    double act;    /* chance that type and a country are right, whoever else has part in it */
} sg_sureness;
sg_sureness sg_confidence_of(const sg_doc *, const sg_weights *, const sg_ev *);

/* What less sure events of such a text are left out for, unless all are asked for: both are the least. */
sg_sureness sg_usual_least(const sg_doc *);

/* The clues that hold, "feature=value" with a blank between, in the document's arena. */
const char *sg_clues_of(const sg_doc *, const sg_weights *, const sg_ev *);

#endif
