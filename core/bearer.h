/* bearer.h: of which lands people of such a name are: "Kwon" is a Korean, whatever office he has. A clue for the election
 * of lands (lands.h), never the answer: names wander. By table world/bearers, whose rows are words of names, and how they
 * end. */
#ifndef SG_BEARER_H
#define SG_BEARER_H
#include "lexicon.h"

enum { SG_BEARER_WORDS = 5 };

typedef struct sg_bearer { /* the words of the name that the table knows */
    const sg_row *row[SG_BEARER_WORDS];
    size_t count;
} sg_bearer;

sg_bearer sg_bearer_of(const sg_lexicon *, sg_arena *, const char *name);
/* 0: no word of the name is of that land; 1: one that many lands have, 2: one of few lands, 3: several words. */
unsigned sg_bearer_fit(const sg_bearer *, const char *code);
#endif
