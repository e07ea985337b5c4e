/* token.h: blocks in; sentences and words out, each with its place in the text. */
#ifndef SG_TOKEN_H
#define SG_TOKEN_H
#include "doc.h"
#include "model.h"
/* Fills sents, toks, mwts from the blocks, or from the sentences that came with the document. */
void sg_tokenise(sg_doc *, const sg_model *);
#endif
