/* chain.h: which mentions stand for the same. Fills refs' chain, speaker, context, and chain_count.
 *
 * Mentions are taken in order. Each one is compared with the chains so far that it could belong to: the latest
 * few, and those that share a word with it; what speaks for a pair is a sum of weights (rank.h), and the best chain
 * wins if it beats a chain of its own. Whose party a pronoun gets is asked apart: of the same chains the one that is best
 * when it counts, too, of what sector the network takes the pronoun to be (`means`). Person, number and gender that cannot be one are never joined. The number of
 * chains looked at is bounded, so the cost is linear in the text. */
#ifndef SG_CHAIN_H
#define SG_CHAIN_H
#include "rank.h"
typedef struct sg_joiner sg_joiner;
typedef struct sg_chain_trace sg_chain_trace;
/* Begin; then each mention in its order is joined to a chain. What is known of the parties of those before it
 * (toks.ent) counts, so refer.h takes the steps and fills that in between them. */
sg_joiner *sg_chain_begin(sg_doc *, const sg_ranks *, const sg_chain_trace *);
void sg_chain_join(sg_joiner *, uint32_t ref);
void sg_chain_end(sg_joiner *);
/* "At talks with the Greek premier he thanked Athens": does the subject do what he does when he meets the other? */
bool sg_meets(const sg_doc *, uint32_t who, uint32_t met);

/* What was asked on the way, for the trainer (train/chains.py): called once for each mention and choice; `chain` is
 * NONE for a chain of its own. `join` may force the answer: it gets the choices' chains and gives an index. */
struct sg_chain_trace {
    void *user;
    void (*choice)(void *user, uint32_t ref, uint32_t chain, const uint32_t *features, size_t count);
    uint32_t (*join)(void *user, uint32_t ref, const uint32_t *chains, size_t count, uint32_t best);
};
#endif
