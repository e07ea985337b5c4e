/* others.h: who, or to whom, where an act's own phrases name nobody, or name somebody who hardly fits? "Strikers stayed
 * away", "Uzbekistan offered to mediate", "talks were held": any reader of the whole report knows.
 *
 * In: the acts that become records. Out: those that lack a recipient or an actor, or have only a name of whom nothing is
 * known, get the likeliest party, if one is likely enough: of those that the report names, and the states, governments and
 * people of the lands that it names; or nobody. The only one whom the act's words gave gives way to a party, often his own
 * land's other sector, that is so many times likelier. Who is by nature of another land than those who deal with him
 * is not of theirs. Likewise the land of those whose land the words do not tell ("soldiers", "families"). What speaks for
 * each (table en/others, made by train/others.py from the gold corpus) is summed in doublings of its chance, thousandths of
 * them, in integers: the same on every machine. */
#ifndef SG_OTHERS_H
#define SG_OTHERS_H

#include "event.h"
#include "weights.h"

/* The table's weights, made ready once for one job. NULL: no memory. */
sg_weights *sg_others_weights_new(const sg_lexicon *);

/* Fills parties and lands, as inferred, and tells of every act how well its recipient fits (`fit`). Where `told` is given, it
 * gets for each act who was thought of and what speaks for each, or NULL: a side is "#open:recipient;PAK/GOV f=v;-/- f=v",
 * nobody last ("told:" where the act's own phrases name somebody), and for a side without a land
 * "#whose:actor;PAK/MIL f=v;-/MIL f=v". */
void sg_others(sg_doc *, const sg_weights *, sg_ev *, size_t count, const char **told);

#endif
