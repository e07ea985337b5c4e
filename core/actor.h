/* actor.h: who is meant by each noun phrase: country, sector, office, holder on the day.
 *
 * sg_actor gives entities to every noun phrase that can be a party and names or describes itself
 * (sg_tok.ent, ent_count on the phrase's head). Pronouns and bare descriptions are refer.h's. */
#ifndef SG_ACTOR_H
#define SG_ACTOR_H
#include "doc.h"
void sg_actor(sg_doc *);
/* The holder of an office in a country on a day (days since 1970, INT32_MIN unknown), NULL if none is
 * known; `like` is a name as written, empty or garbled, that the holder's must be close to if given.
 * `office` may be several joined by |; NULL for any country or office. */
const sg_row *sg_holder(const sg_lexicon *, sg_arena *, const char *country, const char *office, int32_t day, sg_str like);
/* Give a role's noun new entities, one for each country, found by description (for refer). */
void sg_actor_role(sg_doc *, uint32_t head, const sg_row *role, const char *const *countries, size_t count);
#endif
