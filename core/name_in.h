/* name_in.h: what the files of the stage `name` share; nobody else includes it. name.c finds the phrases; name_town.c knows
 * under it the towns of which no table tells, name_folk.c whose folk an adjective means, name_surname.c which titles are
 * surnames, and which lands people's names. */
#ifndef SG_NAME_IN_H
#define SG_NAME_IN_H
#include "name.h"
/* ---- name_town.c ---- */

/* The state of the large towns that the text names outside of the phrases found, and of its dateline's; NULL where there
 * are none, or they are of many. */
const char *sg_state_of_towns(const sg_doc *);
/* "Paris, Texas", "LONDON, Ky. -": a town told with another land's region is no town of the land that its name stands for,
 * wherever the text names it. */
void sg_towns_by_region(sg_doc *);
/* "The governor of Georgia": a state's name that is that of another land's region too, where the text means that. */
void sg_states_like_regions(sg_doc *);
/* Leaves out the phrases whose row is NULL. */
void sg_pack_hits(sg_doc *);

/* ---- name_folk.c ---- */

/* A land's adjective that is also another's word for its first peoples (grammar: `other folk`) stands for nobody in a text
 * that names such a land (`folk of its own`) and never the other. */
void sg_tell_folk_apart(sg_doc *);

/* ---- name_surname.c ---- */

/* A role's word that is a surname too (grammar: `surname`) is one behind a given name, and from then on in the text. */
void sg_tell_surnames_apart(sg_doc *);
/* "Chad Obi", "Virginia Ruiz": whoever is so called is of no land of that name. */
void sg_tell_bearers_apart(sg_doc *);
#endif
