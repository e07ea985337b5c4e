/* familiar.h: trees in, out the sentences that are to be read again since a known name misled the network.
 *
 * "Theresa May criticised", "Moon Jae-in criticised", "Terrance Drew criticised": names whose parts are also other words are taken
 * for these, and a wrong tree hides who acted. Where that befell somebody who is known by a full name, the sentence is read again
 * as if he were called by words that are names and nothing else (grammar, `stand-in`). So is "Iran rejected US claims", where a
 * state's letters were taken for a pronoun, and "Uribe visits Lima", where a surname that it never saw opens a headline. */
#ifndef SG_FAMILIAR_H
#define SG_FAMILIAR_H

#include "doc.h"
#include "model.h"

/* Sets `seen` of the words of such names; gives, by sentence, which have some; NULL: none. */
bool *sg_familiar(sg_doc *, const sg_model *);

#endif
