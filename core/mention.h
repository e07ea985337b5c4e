/* mention.h: every phrase that can stand for somebody or something: a name, a description, a pronoun, two joined by
 * "and". Fills refs, in the order of their heads (a pair after its last member), and toks.ref.
 *
 * A mention's words are its head's phrase as treebanks with entities cut it: with relative clauses and what hangs on
 * prepositions, without the preposition before it, without what is joined to it or stands beside it in commas. */
#ifndef SG_MENTION_H
#define SG_MENTION_H
#include "rank.h"
void sg_mentions(sg_doc *, const sg_ranks *);

/* For the trainer (train/chains.py): what speaks for each kind of thing, as it is asked. */
typedef void sg_thing_trace(void *user, uint32_t ref, sg_feature f, unsigned b, unsigned c);
void sg_mentions_traced(sg_doc *, const sg_ranks *, sg_thing_trace *, void *user);

/* The row of en/nouns with this class for the word, or NULL. */
const sg_row *sg_noun_row(const sg_doc *, uint32_t tok, const char *cls);
/* "Charged four of them", "freed most of them": the word for how many, whose place in the clause is that of the pronoun `t`;
 * NONE: there is none. */
uint32_t sg_part_before(const sg_doc *, uint32_t t);
#endif
