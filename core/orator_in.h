/* orator_in.h: what orator.c and orator_reason.c share; nobody else includes it. */
#ifndef SG_ORATOR_IN_H
#define SG_ORATOR_IN_H
#include "orator.h"

enum { LONG = 900 };       /* words of a text from which on its end is one */
enum { SG_OPENING = 250 }; /* words, in which it is said for whom one speaks */

/* What speaks for a land, counted. */
typedef struct sg_cause {
    const char *code;
    uint32_t all, holds, now, has, below, delegation, own, behalf, dealt, faced, yours, guests, cities, harms;
    bool titled, opening, closing;
} sg_cause;

/* What a word that names the land says for it. */
void sg_orator_reasons(const sg_doc *, uint32_t tok, sg_cause *);
/* "On behalf of Chad". */
bool sg_is_spoken_for(const sg_doc *, uint32_t tok);
#endif
