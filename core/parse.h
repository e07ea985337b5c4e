/* parse.h: states in, one tree a sentence out. */
#ifndef SG_PARSE_H
#define SG_PARSE_H
#include "doc.h"
#include "model.h"
/* Tags, lemmas, heads and relations of the sentences asked for (by sentence; NULL: all). */
void sg_encode_parse(sg_doc *, const sg_model *, const bool *asked);
/* First-child and next-sibling links, roots, from the heads. */
void sg_children(sg_doc *);
/* The heaviest tree over n words (score[h * (n + 1) + d], h and d from 0 = the root to n), with one root
 * word. head[1..n] is filled. */
void sg_tree(sg_arena *, const float *score, uint32_t n, uint32_t *head);
#endif
