/* actor.h: who is meant by each noun phrase: country, sector, office, holder on the day.
 *
 * sg_actor gives entities to every noun phrase that can be a party and names or describes itself
 * (sg_tok.ent, ent_count on the phrase's head). Pronouns and bare descriptions are refer.h's. */
#ifndef SG_ACTOR_H
#define SG_ACTOR_H
#include "doc.h"
void sg_actor(sg_doc *);
/* Country, sector and actor code for one who serves a state or an organisation (`code`, of the row `of` if
 * known) in a role of this sector and suffix. The sector that an office stands for. */
void sg_actor_serve(sg_arena *, sg_ent *, const char *code, const sg_row *of, const char *sector, const char *suffix);
/* Who holds an office of an organisation of states governs there as a minister does; its staff are the organisation. */
void sg_actor_hold(sg_ent *, const char *sector);
const char *sg_office_sector(const sg_lexicon *, const char *office);
/* "President of the European Commission" is a commission president: the body's last word with the title's. */
const sg_row *sg_actor_composed(const sg_lexicon *, sg_arena *, const sg_row *role, const sg_row *body);
/* Who is meant by a name or an office, asked without a text, the best first (who.c). */
size_t sg_actor_who(sg_arena *, const sg_lexicon *, sg_str asked, int32_t day, const sg_candidate **);
/* Give a role's noun new entities, one for each country, found by description (for refer). */
void sg_actor_role(sg_doc *, uint32_t head, const sg_row *role, const char *const *countries, size_t count);
#endif
