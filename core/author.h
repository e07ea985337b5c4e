/* author.h: who speaks where a writing does: "the statement accused …" after "the union said in a statement". */
#ifndef SG_AUTHOR_H
#define SG_AUTHOR_H
#include "doc.h"
/* The word before `tok` whose parties wrote, or carried, what `tok` names ("the article"); NONE where it is no writing, or
 * the text does not tell. */
uint32_t sg_author_of(const sg_doc *, uint32_t tok);
/* By whom a writing is told to be, by the words around it: "the union issued a statement". NONE: it is none, or they do
 * not tell. */
uint32_t sg_author_here(const sg_doc *, uint32_t tok);
/* "Statement of the Embassy of Chad in Lima", the whole first line: the word for whose the text is; NONE where none is so
 * headed. */
uint32_t sg_author_heading(const sg_doc *);
/* To whom the letter or message is that was named last before `tok`: who is "you" in it; NONE where the text does not
 * tell. */
uint32_t sg_author_addressee(const sg_doc *, uint32_t tok);
/* "Chad should free them", in a report of a rights group that was named before `tok` as saying something: the party that
 * asks it; NONE where there is none. News tells nobody what to do. */
uint32_t sg_author_advocate(const sg_doc *, uint32_t tok);
/* Has the word one of these prepositions? */
bool sg_author_case(const sg_doc *, uint32_t tok, const char *const *forms, size_t count);
#endif
