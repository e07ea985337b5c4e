/* token.h: blocks in; sentences and words out, each with its place in the text. */
#ifndef SG_TOKEN_H
#define SG_TOKEN_H

#include "doc.h"
#include "model.h"

/* Fills sents, toks, mwts from the blocks, or from the sentences that came with the document. */
void sg_tokenise(sg_doc *, const sg_model *);

/* The same walk with the right answers given, for the trainer (train/splitter.py through train/trace.c): what
 * would have been asked is written down, so that trainer and program cannot disagree about features. */
typedef struct sg_trace {
    const uint8_t *gold; /* a byte of text each: 0, or 1 where a word's, 2 where a sentence's last byte stands */
    uint32_t *feature;   /* SG_CUT_FEATURES a question */
    uint8_t *label;      /* the answer, + 4 where blanks follow */
    size_t count;
} sg_trace;
void sg_tokenise_trace(sg_doc *, const sg_model *, sg_trace *);

#endif
