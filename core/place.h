/* place.h: names of places in the text, and which place each means (sg_doc.toponyms).
 *
 * toponym.c finds the names: words that the gazetteer or a table calls a place and that no person and no body bears
 * here. place.c decides among the places of one name: by size, by the states and divisions that the text names, by the
 * other places' nearness, by what stands beside the name. One name means one place throughout a text, unless its
 * words say otherwise ("London, Ontario"). */
#ifndef SG_PLACE_H
#define SG_PLACE_H
#include "doc.h"

enum { P_FORM, P_COUNTRY, P_ADMIN1, P_LAT, P_LON, P_ID, P_FEATURE, P_WEIGHT, P_NOTE }; /* cells of PLACES */

/* Find and resolve; with spans (bytes of the text, start and end, in its order) these are the names, and none other. */
void sg_locate(sg_doc *, const uint32_t (*spans)[2], size_t span_count);

/* The names alone, unresolved (toponym.c). */
void sg_toponyms(sg_doc *);
void sg_toponyms_given(sg_doc *, const uint32_t (*spans)[2], size_t count);
/* Is the word of this kind of en/sites? */
bool sg_site(const sg_doc *, uint32_t tok, const char *kind);
#endif
