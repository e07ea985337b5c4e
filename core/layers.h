/* layers.h: what the networks are made of: sentences in groups, the LSTM (encode.h), the small network of two layers.
 *
 * Activations are integers at SG_ONE or, of an LSTM's output, at SG_SMALL, of the encoder's at SG_STATE (kernel.h). */
#ifndef SG_LAYERS_H
#define SG_LAYERS_H

#include "doc.h"
#include "model.h"

/* Activations of the heads are held below this, in training too. */
#define SG_LIMIT 7.9f

enum {
    SG_GROUP = 16,         /* sentences that go through a network together */
    SG_GROUP_WORDS = 400,  /* more words at once leave the second cache: a layer's sums of each are 4 KiB */
    SG_STRETCH_WORDS = 600 /* a longer sentence (only given ones are) is read piece by piece: trees cost n * n */
};

/* A few sentences that go through the network together: each weight is then loaded once for several words.
 * What comes out for a sentence does not depend on its company. */
typedef struct sg_stretch { /* words of one sentence: all, but of a sentence of absurd length */
    uint32_t first, count;  /* toks */
} sg_stretch;
typedef struct sg_group {
    sg_stretch sent[SG_GROUP]; /* longest first */
    uint32_t at[SG_GROUP];     /* first row */
    uint32_t count, rows;      /* row 0 is the root's, shared by all */
} sg_group;

/* Which sentences are read, and in which order: those of like length together are the quickest (sg_lstm). */
typedef struct sg_order {
    uint32_t *sent;
    size_t count;
} sg_order;

/* The next stretches that fit together, from sentence *at of the order and its *word on. */
sg_group sg_gather(const sg_doc *, const sg_order *, size_t *at, uint32_t *word);

/* What a layer reads: rows, and for each word of the group its row (NULL: its own). */
typedef struct sg_reads {
    const int16_t *x;
    size_t rows;
    const uint32_t *row;
} sg_reads;

/* One direction of one layer: rows of `stride` numbers, of which it writes the first l->back.cols. */
void sg_lstm(sg_arena *, const sg_kernel *, const sg_layer *l, const sg_group *, sg_reads, bool backward, int16_t *out,
             size_t stride);
/* A small network of two layers over states: its last layer's sums, a row a word. */
float *sg_two_layers(sg_arena *, const sg_kernel *, const int16_t *state, size_t rows, const sg_layer *lower,
                     const sg_layer *higher);

#endif
