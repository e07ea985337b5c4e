/* kernel.h: the arithmetic of the network, the one place with processor intrinsics.
 *
 * Weights and activations are integers, so sums are exact in any order; what is done in floats is done
 * with single IEEE operations in a fixed order and without library functions. The AMX, the AVX-512,
 * the AVX2 and the plain path therefore give the same bytes (tests/unit/test_syntax.c). Chosen once, at run time. */
#ifndef SG_KERNEL_H
#define SG_KERNEL_H

#include "base.h"

enum {
    SG_ONE = 4096,   /* 1.0 as an activation: 16 bits hold up to 7.99 */
    SG_SMALL = 127,  /* 1.0 as the output of an LSTM, which is never more: fits 8 bits */
    SG_STATE = 512,  /* 1.0 as a state of the encoder (sense.h), of which some reach 30, to those who read it */
    SG_HEAD = 2 * 16 /* columns of a head of attention: two lots */
};

enum {
    SG_LANES = 32,    /* a stride is a multiple of this */
    SG_LOT = 16,      /* what the encoder's arithmetic takes at once: its numbers a row are a multiple */
    SG_WIDEST = 2048, /* columns of a layer that has bytes, all planes of them */
    SG_SUMMED = 512,  /* columns of a layer that reads whole 16-bit numbers: more would leave 32 bits */
};

/* A layer ready for use: rows of 16-bit weights padded with noughts to `stride`, and where they fit bytes too. Bytes are for processors that
 * multiply bytes without sign by bytes with sign: 128 is added to each weight (and 128 times the sum of what is read taken off
 * again). SG_TILE rows lie together, four columns of each by turns, so that every lane sums a row of its own. What is read is
 * bytes of one plane (LSTM outputs), or of two: 256 times the higher and the lower (numbers within 32,358: 7.9 times SG_ONE). */
typedef struct sg_packed {
    uint32_t rows, cols, stride;
    const int16_t *w; /* or NULL where there are bytes */
    const float
        *scale; /* a row: what one unit of the sum is worth (the weight's scale over what 1.0 is as an activation) */
    const float *bias;
    const uint8_t *bytes; /* or NULL; weight (r, c) at sg_byte_at, of whole tiles; only where a kernel reads them */
    uint32_t planes;
} sg_packed;

enum { SG_TILE = 32 };

/* What a row is put to: a gain, a bias and what a unit is as a byte, a column. */
typedef struct sg_norm {
    const float *gain, *bias, *to;
} sg_norm;

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

/* A layer of the encoder, read where it lies in the image: bytes with sign, for what is read as bytes without. What stands for
 * nought there (SG_NOUGHT, or SG_NOUGHT_WIDE behind the GELU) is already taken off in `bias`; what a unit of a column is worth, in
 * the weights: a column that reaches far has larger steps (train/export.py). */
typedef enum sg_end {
    SG_AS_FLOATS, /* y: floats */
    SG_AS_SMALL,  /* int16_t: rounded, within SG_SMALL_MOST */
    SG_AS_BYTES   /* uint8_t: the GELU (its tanh form) times `to` of the row, rounded, above SG_NOUGHT_WIDE */
} sg_end;

typedef struct sg_laid {
    uint32_t rows, cols; /* multiples of SG_TILE */
    const int8_t *w;     /* at sg_byte_at */
    const float *scale, *bias, *to;
    sg_end end;
    int16_t nought; /* what stands for it in what is read */
} sg_laid;

enum {
    SG_NOUGHT = 128,
    SG_NOUGHT_WIDE = 11,  /* the GELU is never below -.17 */
    SG_SMALL_MOST = 8191, /* asked times answered, SG_HEAD times, fits 32 bits */
    SG_SHARE = 32767,     /* all that a piece hears */
    SG_ASKED = 1 << 19,   /* see kernel->attend */
    SG_ASKERS = 4,        /* pieces that ask at a time */
    SG_TOLD = 8192        /* what is told of which as much is heard gives 127 above SG_NOUGHT */
};

typedef struct sg_kernel {
    /* y[i][r] = bias[r] + scale[r] * sum of w[r][c] x[i][c]; x has n rows of `l->stride`, y n rows of `l->rows`. */
    void (*dense)(const sg_packed *l, const int16_t *x, size_t n, float *y);
    /* y += scale * row, for embeddings. */
    void (*add_row)(const int8_t *row, float scale, size_t n, float *y);
    /* q = x * one rounded, x first put between low and high. */
    void (*quantise)(const float *x, size_t n, float low, float high, float one, int16_t *q);
    /* One step of an LSTM: gates (in, forget, new, out; each h wide) to cell and output (at SG_SMALL). */
    void (*cell)(const float *ahead, const float *back, size_t h, float *cell, int16_t *out);
    /* y = bias + scale * sum of w x, and what l->end makes of it; n rows. */
    void (*weigh)(const sg_laid *l, const uint8_t *x, size_t n, void *y);
    /* One head of attention over n pieces that stand together: `said` begins a row a piece of what it asks, answers to and tells,
     * `cols` numbers each, of which the head's SG_HEAD come first; asked times answered is SG_ASKED times the power of two
     * that a share is worth. out: a row of `cols` a piece. Room: sg_attend_room. */
    void (*attend)(const int16_t *said, size_t n, size_t cols, int32_t *room, uint8_t *out);
    /* x += more, put to mean nought and variance one, times gain plus bias; q = x times `to` above SG_NOUGHT. */
    void (*norm)(float *x, const float *more, const sg_norm *, size_t n, uint8_t *q);
    /* Exact dot product; n a multiple of SG_LANES. */
    int32_t (*dot)(const int16_t *a, const int16_t *b, size_t n);
    uint32_t planes; /* `dense` reads the bytes of layers of so many planes at most, and their `w` no more */
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
    return (SG_HEAD + SG_ASKERS) * ((n + SG_LOT - 1) / SG_LOT * SG_LOT);
}

/* The paths that this processor can take, fastest first, the portable one last; NULL past the end. */
const sg_kernel *sg_kernel_path(size_t i);

#endif
