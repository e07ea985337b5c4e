/* likely.h: what the network takes a word to tell (sg_likely), asked for by type.
 *
 * The tables of acts say what words can mean; the network, which has learnt from whole sentences, says what a word
 * means here, and knows words that no table has. The lines of en/acts whose word is `act:TYPE` or `act:TYPE/MODE` say how an act that the
 * network alone tells finds its parties. */
#ifndef SG_LIKELY_H
#define SG_LIKELY_H

#include "event.h"

/* "Suspended economic sanctions": is what the act lifts a burden, of the kind `other`? The network takes the verb for one
 * that lays it on. */
bool sg_lifts(const sg_doc *d, const sg_ev *e, const char *other);
/* The same of a line of en/acts, by its code: "took the bank off its blacklist". */
bool sg_lifts_by(const char *cameo, const char *other);

/* How likely some word of `first`..`last` tells an act of the type, SG_SURE at most; -1 where no network has read them. */
int sg_likely_is(const sg_doc *, uint32_t first, uint32_t last, const char *type);
/* The same of an act: of its words, and of the nouns that its verb governs: of "went on strike" the network marks "strike". */
int sg_likely_of(const sg_doc *, const sg_ev *);
/* How likely the words that name its parties on a side are to do so, as the network reads the trigger; of a side that has none
 * the likeliest word of the sentence; -1 where no network has read it. */
int sg_likely_named(const sg_doc *, const sg_ev *, sg_side);
/* The word of the trigger whose parties the network has read, or NONE; the word that a relative pronoun stands for. */
uint32_t sg_likely_teller(const sg_doc *, const sg_ev *);
uint32_t sg_likely_meant(const sg_doc *, uint32_t tok);
/* The line of en/acts for the type and mode that the word tells at least as likely as `least`; NULL: none. A word for what one
 * only feels ("hope", "proud") tells none, nor does one that en/grammar calls idle for that type. */
const sg_row *sg_likely_row(const sg_doc *, uint32_t tok, int least);

#endif
