/* refer.h: who is meant by "he", "they", "the two countries", "the ministry", "both sides": the party of the mention
 * before that means the same (chain.h), copied with `by` set and `same` pointing back; else the one that fits best. A noun
 * or one of "he, she, they" of whom nothing else is told gets the sector that the network takes it for (tell.h), and the
 * land that lands.h finds. */
#ifndef SG_REFER_H
#define SG_REFER_H
#include "chain.h"
#include "lands.h"
/* Joins the mentions to chains and gives them their parties, one after another. */
void sg_refer(sg_doc *, const sg_ranks *);
void sg_refer_dates(sg_doc *); /* gives all parties the codes of the day, also those that were found since */
void sg_refer_traced(sg_doc *, const sg_ranks *, const sg_chain_trace *, const sg_land_trace *);
/* The country of people of this sector who are named at `tok` without one; NULL where it cannot be told. */
const char *sg_refer_home(sg_doc *, uint32_t tok, const char *sector);
/* The same where nobody is named, but an act of such people is, at `tok`: "a general strike". */
const char *sg_refer_home_of_act(const sg_doc *, uint32_t tok, const char *sector);
/* "foreign media", "western envoys": whoever they are, not of the land that is spoken of. */
bool sg_refer_is_elsewhere(const sg_doc *, uint32_t tok);
/* "Any state", "any government": none of those that the text names. */
bool sg_refer_is_any(const sg_doc *, uint32_t tok);
/* "Parties of different countries": of no single land. */
bool sg_refer_is_of_many_lands(const sg_doc *, uint32_t tok);
/* "The donors", "its allies", "Peru's neighbours": states that are not named, whatever else they are. */
bool sg_refer_stands_by_state(const sg_doc *, uint32_t tok);
/* A country or of one, and no organisation? */
bool sg_refer_is_state(const sg_ent *);
/* A word of which the network knows that it names a party ("everyone", "the tanker"), and no table whom: he becomes one
 * of the sector that the network takes him for. False where it takes it for nobody. */
bool sg_refer_party(sg_doc *, uint32_t tok);
/* The land of a foreigner whom people of the sector at `tok` harm ("soldiers held two Danish reporters"), who are not of it;
 * NULL: there is none. */
const char *sg_refer_land_of_harmed(const sg_doc *, uint32_t tok, const char *sector);
/* The states of a list that stands between a word and its verb ("The Ministers of Trade and of Ports of Chad and Niger
 * met"); fewer than two are none. */
enum { SG_STATES_MOST = 12 };
size_t sg_states_within(const sg_doc *, uint32_t tok, const char *codes[SG_STATES_MOST]);

#endif
