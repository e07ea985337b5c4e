/* kernel.h: the arithmetic of the network, the one place with processor intrinsics.
 *
 * Weights and activations are integers, so sums are exact in any order; what is done in floats is done
 * with single IEEE operations in a fixed order and without library functions. The AMX, the AVX-512,
 * the AVX2 and the plain path therefore give the same bytes (tests/unit/test_syntax.c). Chosen once, at run time. */
#ifndef SG_KERNEL_H
#define SG_KERNEL_H

#include "base.h"

enum {
    SG_ONE = 4096,  /* 1.0 as an activation: 16 bits hold up to 7.99 */
    SG_SMALL = 127, /* 1.0 as the output of an LSTM, which is never more: fits 8 bits */
    SG_STATE = 512, /* 1.0 as a state of the encoder (sense.h), of which some reach 30 */
    SG_INNER = 256, /* 1.0 inside its layers; SG_INNER_MOST at most, so that no sum of products leaves 32 bits */
    SG_INNER_MOST = 8191,
    SG_HEAD = 2 * 16 /* columns of a head of attention: two lots */
};

enum {
    SG_LANES = 32,    /* a stride is a multiple of this */
    SG_LOT = 16,      /* what the encoder's arithmetic takes at once: its numbers a row are a multiple */
    SG_WIDEST = 3072, /* columns of a layer that has bytes, both planes of them */
    SG_SUMMED = 512,  /* columns of a layer that reads whole 16-bit numbers: more would leave 32 bits */
};

/* A layer ready for use: rows of 16-bit weights padded with noughts to `stride`, or bytes, or both. Bytes are for processors that
 * multiply bytes without sign by bytes with sign: 128 is added to each weight (and 128 times the sum of what is read taken off
 * again). SG_TILE rows lie together, four columns of each by turns, so that every lane sums a row of its own. What is read is
 * bytes of one plane (LSTM outputs), or of two: 256 times the higher and the lower (numbers within 32,358: 7.9 times SG_ONE). */
typedef struct sg_packed {
    uint32_t rows, cols, stride;
    const int16_t *w; /* or NULL where there are bytes */
    const float
        *scale; /* a row: what one unit of the sum is worth (the weight's scale over what 1.0 is as an activation) */
    const float *bias;
    const uint8_t *bytes; /* or NULL; weight (r, c) at sg_byte_at */
    uint32_t planes;
} sg_packed;

enum { SG_TILE = 32 };

static inline size_t sg_byte_at(uint32_t stride, uint32_t r, uint32_t c) {
    return (size_t)(r / SG_TILE) * stride * SG_TILE + (size_t)(c / 4) * 4 * SG_TILE + r % SG_TILE * 4 + c % 4;
}

static inline uint32_t sg_stride(uint32_t cols) {
    return (cols + SG_LANES - 1) / SG_LANES * SG_LANES;
}

/* Rows of 16-bit numbers that begin where no load crosses a line of the cache (a quarter of the speed). */
static inline int16_t *sg_int_rows(sg_arena *a, size_t n, size_t stride) {
    unsigned char *p = SG_NEW(a, unsigned char, n *stride * sizeof(int16_t) + 63);
    return (int16_t *)(void *)(p + (64 - (uintptr_t)p % 64) % 64);
}

typedef struct sg_kernel {
    /* y[i][r] = bias[r] + scale[r] * sum of w[r][c] x[i][c]; x has n rows of `l->stride`, y n rows of `l->rows`. */
    void (*dense)(const sg_packed *l, const int16_t *x, size_t n, float *y);
    /* y += scale * row, for embeddings. */
    void (*add_row)(const int8_t *row, float scale, size_t n, float *y);
    /* q = x * one rounded, x first put between low and high. */
    void (*quantise)(const float *x, size_t n, float low, float high, float one, int16_t *q);
    /* One step of an LSTM: gates (in, forget, new, out; each h wide) to cell and output (at SG_SMALL). */
    void (*cell)(const float *ahead, const float *back, size_t h, float *cell, int16_t *out);
    /* q = GELU of x (its tanh form), at SG_INNER; n a multiple of SG_LOT. */
    void (*gelu)(const float *x, size_t n, int16_t *q);
    /* One head of attention over n pieces that stand together: `said` begins a row a piece of what it asks, answers to and tells,
     * `cols` numbers each, of which the head's SG_HEAD come first; out: a row of `cols` a piece. Room: sg_attend_room. */
    void (*attend)(const float *said, size_t n, size_t cols, float *room, float *out);
    /* x += more, put to mean nought and variance one, times gain plus bias; q = x at SG_STATE. */
    void (*norm)(float *x, const float *more, const float *gain, const float *bias, size_t n, int16_t *q);
    /* Exact dot product; n a multiple of SG_LANES. */
    int32_t (*dot)(const int16_t *a, const int16_t *b, size_t n);
} sg_kernel;

/* e to the x, x at most 0: a power of two times a polynomial that is right to 1e-5; only + and * are needed. Nought below
 * -20, and where x is no number. */
static inline float sg_exp(float x) {
    x = x >= -20.0f ? x : -20.0f; /* before it becomes an integer */
    float y = x * 1.44269504f;
    int32_t whole = (int32_t)y;
    float f = y - (float)whole; /* -1 to 0 */
    float p = 1.0f + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013333f))));
    union {
        int32_t bits;
        float two;
    } power = {.bits = (int32_t)((uint32_t)(127 + whole) << 23)};
    return x > -20.0f ? p * power.two : 0.0f;
}

/* How many numbers kernel->attend needs room for. */
static inline size_t sg_attend_room(size_t n) {
    return (SG_HEAD + 1) * (n + SG_LOT);
}

/* The paths that this processor can take, fastest first, the portable one last; NULL past the end. */
const sg_kernel *sg_kernel_path(size_t i);

#endif
