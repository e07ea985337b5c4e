/* author.h: who speaks where a writing does: "the statement accused …" after "the union said in a statement". */
#ifndef SG_AUTHOR_H
#define SG_AUTHOR_H
#include "doc.h"
/* The word before `tok` whose parties wrote, or carried, what `tok` names ("the article"); NONE where it is no writing, or
 * the text does not tell. */
uint32_t sg_author_of(const sg_doc *, uint32_t tok);
/* Has the word one of these prepositions? */
bool sg_author_case(const sg_doc *, uint32_t tok, const char *const *forms, size_t count);
#endif
