/* worth.h: which acts become records? What states, their organs and foes, and the public do; not trade, private quarrels,
 * games, figures of speech, or what nobody can be named for. What is left out here stays in the content of other acts. */
#ifndef SG_WORTH_H
#define SG_WORTH_H

#include "event.h"

/* Is the act a record's by its code alone, without a type? */
bool sg_is_by_code(const sg_ev *, const sg_options *);
bool sg_is_worth_recording(const sg_doc *, const sg_ev *, const sg_options *);

#endif
