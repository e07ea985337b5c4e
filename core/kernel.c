/* kernel.c: see kernel.h. The paths stand side by side, so that one can be checked against the other. */
#define _GNU_SOURCE /* syscall */
#include "kernel.h"

#include <math.h>
#include <stdlib.h>

/* Beyond this the fraction below has reached 1; a wider range would only lose digits. */
#define EDGE 4.97f

/* ---- Plain ------------------------------------------------------------------------------------- */

/* Lambert's continued fraction for tanh, cut at x^7: right to 1e-4, and only + * / are needed. */
static float plain_tanh(float x) {
    x = x < -EDGE ? -EDGE : x;
    x = x > EDGE ? EDGE : x;
    float s = x * x;
    float up = ((s + 378.0f) * s + 17325.0f) * s + 135135.0f;
    float down = ((28.0f * s + 3150.0f) * s + 62370.0f) * s + 135135.0f;
    return x * up / down;
}

static float plain_sigmoid(float x) {
    return 0.5f * plain_tanh(0.5f * x) + 0.5f;
}

/* Half away from nought; the conversion to an integer cuts towards nought on every processor. */
static int16_t plain_round(float x) {
    return (int16_t)(int32_t)(x + (x < 0.0f ? -0.5f : 0.5f));
}

static int32_t plain_dot(const int16_t *a, const int16_t *b, size_t n) {
    int32_t sum = 0;
    for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}

static void plain_dense(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    for (uint32_t r = 0; r < l->rows; r++) {
        const int16_t *w = l->w + (size_t)r * l->stride;
        for (size_t i = 0; i < n; i++)
            y[i * l->rows + r] = l->bias[r] + l->scale[r] * (float)plain_dot(w, x + i * l->stride, l->stride);
    }
}

static void plain_add_row(const int8_t *row, float scale, size_t n, float *y) {
    for (size_t i = 0; i < n; i++) y[i] = y[i] + scale * (float)row[i];
}

static void quantise_few(const float *x, size_t n, float low, float high, float one, int16_t *q) {
    for (size_t i = 0; i < n; i++) {
        float v = x[i];
        v = v > low ? v : low; /* what is no number becomes the lowest */
        v = v < high ? v : high;
        q[i] = plain_round(v * one);
    }
}

static void plain_cell(const float *ahead, const float *back, size_t h, float *cell, int16_t *out) {
    for (size_t i = 0; i < h; i++) {
        float in = plain_sigmoid(ahead[i] + back[i]);
        float forget = plain_sigmoid(ahead[h + i] + back[h + i]);
        float fresh = plain_tanh(ahead[2 * h + i] + back[2 * h + i]);
        float gate = plain_sigmoid(ahead[3 * h + i] + back[3 * h + i]);
        cell[i] = forget * cell[i] + in * fresh;
        out[i] = plain_round(gate * plain_tanh(cell[i]) * (float)SG_SMALL);
    }
}

/* Of what kernel_lots.h is written: `lanes` numbers at a time; of pairs, two numbers a lane. */
#define NAME_OF(path, name) path##_##name
#define VECTORS(path, lanes) \
    typedef float path##_lot __attribute__((vector_size(4 * (lanes)))); \
    typedef int32_t path##_whole_lot __attribute__((vector_size(4 * (lanes)))); \
    typedef uint32_t path##_bare_lot __attribute__((vector_size(4 * (lanes)))); \
    typedef int16_t path##_pair_lot __attribute__((vector_size(4 * (lanes)))); \
    typedef int16_t path##_small_lot __attribute__((vector_size(2 * (lanes)))); \
    typedef uint8_t path##_byte_lot __attribute__((vector_size(lanes)))
typedef float quarter __attribute__((vector_size(16)));
typedef int32_t whole_quarter __attribute__((vector_size(16)));
static const int32_t in_order[SG_LOT] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

VECTORS(plain, 4);

static inline plain_whole_lot plain_more(plain_whole_lot sum, plain_pair_lot a, plain_pair_lot b) {
    for (size_t k = 0; k < 4; k++) sum[k] += a[2 * k] * b[2 * k] + a[2 * k + 1] * b[2 * k + 1];
    return sum;
}

static inline plain_lot plain_within(plain_lot x, float low, float high) {
    for (size_t k = 0; k < 4; k++) x[k] = x[k] > low ? x[k] : low; /* what is no number becomes the lowest */
    for (size_t k = 0; k < 4; k++) x[k] = x[k] < high ? x[k] : high;
    return x;
}

#define LANES 4
#define PATH(name) NAME_OF(plain, name)
#define TARGET
#include "kernel_lots.h"

static void plain_weigh(const sg_laid *l, const uint8_t *x, size_t n, void *y) {
    int8_t w[4][SG_WIDEST]; /* four rows, each in one piece */
    for (uint32_t r = 0; r < l->rows; r += 4) {
        for (uint32_t k = 0; k < 4; k++)
            for (uint32_t c = 0; c < l->cols; c++) w[k][c] = l->w[sg_byte_at(l->cols, r + k, c)];
        for (size_t i = 0; i < n; i++) {
            const uint8_t *of = x + i * l->cols;
            int32_t sum[4] = {0};
            for (uint32_t c = 0; c < l->cols; c++)
                for (uint32_t k = 0; k < 4; k++) sum[k] += w[k][c] * of[c];
            plain_finish(l, r, plain_load_whole(sum), i, y);
        }
    }
}

static const sg_kernel plain = {plain_dense, plain_add_row, plain_quantise, plain_cell,
                                plain_weigh, plain_attend,  plain_norm,     plain_dot, 0};

/* ---- AVX2 -------------------------------------------------------------------------------------- */

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FAST __attribute__((target("avx2")))

FAST static inline __m256 fast_tanh(__m256 x) {
    x = _mm256_min_ps(_mm256_max_ps(x, _mm256_set1_ps(-EDGE)), _mm256_set1_ps(EDGE));
    __m256 s = _mm256_mul_ps(x, x), last = _mm256_set1_ps(135135.0f);
    __m256 up = _mm256_add_ps(_mm256_mul_ps(_mm256_add_ps(s, _mm256_set1_ps(378.0f)), s), _mm256_set1_ps(17325.0f));
    up = _mm256_add_ps(_mm256_mul_ps(up, s), last);
    __m256 down = _mm256_add_ps(_mm256_mul_ps(_mm256_set1_ps(28.0f), s), _mm256_set1_ps(3150.0f));
    down = _mm256_add_ps(_mm256_mul_ps(down, s), _mm256_set1_ps(62370.0f));
    down = _mm256_add_ps(_mm256_mul_ps(down, s), last);
    return _mm256_div_ps(_mm256_mul_ps(x, up), down);
}

FAST static inline __m256 fast_sigmoid(__m256 x) {
    __m256 half = _mm256_set1_ps(0.5f);
    return _mm256_add_ps(_mm256_mul_ps(half, fast_tanh(_mm256_mul_ps(half, x))), half);
}

/* Eight floats to eight 16-bit numbers; the sign of x goes on the half that is added. */
FAST static inline __m128i fast_round(__m256 x) {
    __m256 below = _mm256_cmp_ps(x, _mm256_setzero_ps(), _CMP_LT_OQ);
    __m256 half = _mm256_blendv_ps(_mm256_set1_ps(0.5f), _mm256_set1_ps(-0.5f), below);
    __m256i v = _mm256_cvttps_epi32(_mm256_add_ps(x, half));
    return _mm_packs_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
}

FAST static inline __m256i load(const int16_t *p) {
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

FAST static inline int32_t total(__m256i v) {
    __m128i s = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
    return _mm_cvtsi128_si32(s);
}

FAST static int32_t fast_dot(const int16_t *a, const int16_t *b, size_t n) {
    __m256i sum = _mm256_setzero_si256();
    for (size_t i = 0; i < n; i += 16) sum = _mm256_add_epi32(sum, _mm256_madd_epi16(load(a + i), load(b + i)));
    return total(sum);
}

/* The sums of four vectors as one vector of four. */
FAST static inline __m128i totals(__m256i a, __m256i b, __m256i c, __m256i d) {
    __m256i v = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
    return _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
}

FAST static inline void store4(const sg_packed *l, uint32_t r, __m128i sum, float *y) {
    __m128 v = _mm_mul_ps(_mm_loadu_ps(l->scale + r), _mm_cvtepi32_ps(sum));
    _mm_storeu_ps(y + r, _mm_add_ps(_mm_loadu_ps(l->bias + r), v));
}

#define MORE(sum, w, x) ((sum) = _mm256_add_epi32((sum), _mm256_madd_epi16((w), (x))))

/* Four rows for three words: twelve sums that stay in registers (hence no array, which a compiler may put
 * into memory), each weight loaded once for all three. */
FAST static void triple(const sg_packed *l, uint32_t r, const int16_t *w0, const int16_t *x, float *y) {
    size_t stride = l->stride;
    const int16_t *w1 = w0 + stride, *w2 = w1 + stride, *w3 = w2 + stride;
    const int16_t *x2 = x + stride, *x3 = x2 + stride;
    __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    __m256i c0 = a0, c1 = a0, c2 = a0, c3 = a0;
    for (size_t i = 0; i < stride; i += 16) {
        __m256i u = load(x + i), v = load(x2 + i), z = load(x3 + i), w = load(w0 + i);
        MORE(a0, w, u);
        MORE(b0, w, v);
        MORE(c0, w, z);
        w = load(w1 + i);
        MORE(a1, w, u);
        MORE(b1, w, v);
        MORE(c1, w, z);
        w = load(w2 + i);
        MORE(a2, w, u);
        MORE(b2, w, v);
        MORE(c2, w, z);
        w = load(w3 + i);
        MORE(a3, w, u);
        MORE(b3, w, v);
        MORE(c3, w, z);
    }
    store4(l, r, totals(a0, a1, a2, a3), y);
    store4(l, r, totals(b0, b1, b2, b3), y + l->rows);
    store4(l, r, totals(c0, c1, c2, c3), y + 2 * (size_t)l->rows);
}

FAST static void single(const sg_packed *l, uint32_t r, const int16_t *w0, const int16_t *x, float *y) {
    size_t stride = l->stride;
    const int16_t *w1 = w0 + stride, *w2 = w1 + stride, *w3 = w2 + stride;
    __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0;
    for (size_t i = 0; i < stride; i += 16) {
        __m256i u = load(x + i);
        MORE(a0, load(w0 + i), u);
        MORE(a1, load(w1 + i), u);
        MORE(a2, load(w2 + i), u);
        MORE(a3, load(w3 + i), u);
    }
    store4(l, r, totals(a0, a1, a2, a3), y);
}

FAST static void fast_add_row(const int8_t *row, float scale, size_t n, float *y) {
    size_t i = 0;
    __m256 by = _mm256_set1_ps(scale);
    for (; i + 8 <= n; i += 8) {
        __m256i wide = _mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)(const void *)(row + i)));
        __m256 v = _mm256_mul_ps(by, _mm256_cvtepi32_ps(wide));
        _mm256_storeu_ps(y + i, _mm256_add_ps(_mm256_loadu_ps(y + i), v));
    }
    plain_add_row(row + i, scale, n - i, y + i);
}

FAST static inline __m256 gate(const float *ahead, const float *back, size_t at) {
    return _mm256_add_ps(_mm256_loadu_ps(ahead + at), _mm256_loadu_ps(back + at));
}

/* The model's width is a multiple of 8 (checked when it is opened). */
FAST static void fast_cell(const float *ahead, const float *back, size_t h, float *cell, int16_t *out) {
    __m256 one = _mm256_set1_ps((float)SG_SMALL);
    for (size_t i = 0; i < h; i += 8) {
        __m256 in = fast_sigmoid(gate(ahead, back, i)), forget = fast_sigmoid(gate(ahead, back, h + i));
        __m256 fresh = fast_tanh(gate(ahead, back, 2 * h + i)), open = fast_sigmoid(gate(ahead, back, 3 * h + i));
        __m256 c = _mm256_add_ps(_mm256_mul_ps(forget, _mm256_loadu_ps(cell + i)), _mm256_mul_ps(in, fresh));
        _mm256_storeu_ps(cell + i, c);
        __m256 o = _mm256_mul_ps(_mm256_mul_ps(open, fast_tanh(c)), one);
        _mm_storeu_si128((__m128i *)(void *)(out + i), fast_round(o));
    }
}

VECTORS(fast, 8);

FAST static inline fast_whole_lot fast_more(fast_whole_lot sum, fast_pair_lot a, fast_pair_lot b) {
    return (fast_whole_lot)_mm256_add_epi32((__m256i)sum, _mm256_madd_epi16((__m256i)a, (__m256i)b));
}

FAST static inline fast_lot fast_within(fast_lot x, float low, float high) {
    return _mm256_min_ps(_mm256_max_ps(x, _mm256_set1_ps(low)), _mm256_set1_ps(high));
}

#define LANES 8
#define PATH(name) NAME_OF(fast, name)
#define TARGET FAST
#include "kernel_lots.h"

#include "kernel_bytes.h"

FAST static void fast_dense(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    uint32_t r = 0;
    if (l->bytes && l->planes == 1) {
        fast_bytes(l, x, n, y);
        return;
    }
    for (; r + 4 <= l->rows; r += 4) {
        size_t i = 0;
        const int16_t *w = l->w + (size_t)r * l->stride;
        for (; i + 3 <= n; i += 3) triple(l, r, w, x + i * l->stride, y + i * l->rows);
        for (; i < n; i++) single(l, r, w, x + i * l->stride, y + i * l->rows);
    }
    for (; r < l->rows; r++)
        for (size_t i = 0; i < n; i++)
            y[i * l->rows + r] =
                l->bias[r] + l->scale[r] * (float)fast_dot(l->w + (size_t)r * l->stride, x + i * l->stride, l->stride);
}

static const sg_kernel fast = {fast_dense, fast_add_row, fast_quantise, fast_cell,
                               fast_weigh, fast_attend,  fast_norm,     fast_dot, 1};

/* ---- AVX-512 with VNNI: the products and the cells ----------------------------------------------- */

#define WIDE __attribute__((target("avx2,avx512f,avx512bw,avx512vnni")))

WIDE static inline __m512i load32(const int16_t *p) {
    return _mm512_loadu_si512((const void *)p);
}

WIDE static inline __m256i halves(__m512i v) {
    return _mm256_add_epi32(_mm512_castsi512_si256(v), _mm512_extracti64x4_epi64(v, 1));
}

WIDE static int32_t wide_dot(const int16_t *a, const int16_t *b, size_t n) {
    __m512i sum = _mm512_setzero_si512();
    for (size_t i = 0; i < n; i += SG_LANES) sum = _mm512_dpwssd_epi32(sum, load32(a + i), load32(b + i));
    return total(halves(sum));
}

#define FOUR(v) __m512i v##0 = _mm512_setzero_si512(), v##1 = v##0, v##2 = v##0, v##3 = v##0
#define ROW(k, row) \
    w = load32((row) + i); \
    a##k = _mm512_dpwssd_epi32(a##k, w, x0); \
    b##k = _mm512_dpwssd_epi32(b##k, w, x1); \
    c##k = _mm512_dpwssd_epi32(c##k, w, x2); \
    d##k = _mm512_dpwssd_epi32(d##k, w, x3)
#define STORE(v, to) store4(l, r, totals(halves(v##0), halves(v##1), halves(v##2), halves(v##3)), (to))

/* Four rows for four words. */
WIDE static void wide_square(const sg_packed *l, uint32_t r, const int16_t *x, float *y) {
    size_t stride = l->stride;
    const int16_t *r0 = l->w + r * stride, *r1 = r0 + stride, *r2 = r1 + stride, *r3 = r2 + stride;
    FOUR(a);
    FOUR(b);
    FOUR(c);
    FOUR(d);
    for (size_t i = 0; i < stride; i += SG_LANES) {
        __m512i w, x0 = load32(x + i), x1 = load32(x + stride + i);
        __m512i x2 = load32(x + 2 * stride + i), x3 = load32(x + 3 * stride + i);
        ROW(0, r0);
        ROW(1, r1);
        ROW(2, r2);
        ROW(3, r3);
    }
    STORE(a, y);
    STORE(b, y + l->rows);
    STORE(c, y + 2 * (size_t)l->rows);
    STORE(d, y + 3 * (size_t)l->rows);
}

WIDE static void wide_column(const sg_packed *l, uint32_t r, const int16_t *x, float *y) {
    size_t stride = l->stride;
    const int16_t *r0 = l->w + r * stride, *r1 = r0 + stride, *r2 = r1 + stride, *r3 = r2 + stride;
    FOUR(a);
    for (size_t i = 0; i < stride; i += SG_LANES) {
        __m512i u = load32(x + i);
        a0 = _mm512_dpwssd_epi32(a0, load32(r0 + i), u);
        a1 = _mm512_dpwssd_epi32(a1, load32(r1 + i), u);
        a2 = _mm512_dpwssd_epi32(a2, load32(r2 + i), u);
        a3 = _mm512_dpwssd_epi32(a3, load32(r3 + i), u);
    }
    STORE(a, y);
}

WIDE static inline void put32(int8_t *out, __m512i v) {
    _mm256_storeu_si256((__m256i *)(void *)out, _mm512_cvtepi16_epi8(v));
}

/* A row of activations as bytes, the higher plane before the lower one if there are two; and 128 times their sum. */
WIDE static int32_t to_bytes(const sg_packed *l, const int16_t *x, int8_t *out) {
    __m512i sum = _mm512_setzero_si512(), middle = _mm512_set1_epi16(128);
    int8_t *low = out + (l->planes - 1) * l->stride;
    for (size_t i = 0; i < l->stride; i += SG_LANES) {
        __m512i v = load32(x + i);
        sum = _mm512_dpwssd_epi32(sum, v, middle);
        put32(low + i, v);
        if (l->planes > 1) put32(out + i, _mm512_srai_epi16(_mm512_add_epi16(v, middle), 8)); /* the lower has a sign */
    }
    return total(halves(sum));
}

/* SG_LOT sums from row r on; behind the last row there is nothing to be said. */
WIDE static inline __attribute__((always_inline)) void byte_store(const sg_packed *l, uint32_t r, __m512i sum, int32_t off,
                                                                  float *y) {
    uint32_t left = r < l->rows ? l->rows - r : 0;
    __mmask16 rows = (__mmask16)((UINT32_C(1) << (left < SG_LOT ? left : SG_LOT)) - 1);
    __m512 v = _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, _mm512_set1_epi32(off)));
    v = _mm512_mul_ps(_mm512_maskz_loadu_ps(rows, l->scale + r), v);
    _mm512_mask_storeu_ps(y + r, rows, _mm512_add_ps(_mm512_maskz_loadu_ps(rows, l->bias + r), v));
}

/* sum + bytes without sign times bytes with sign, four to a lane. Said to the assembler, since GCC 12 moves each sum of the
 * intrinsic's from register to register at every step: a quarter of the speed. */
WIDE static inline __attribute__((always_inline)) __m512i dot4(__m512i sum, __m512i without, __m512i with) {
    __asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(without), "v"(with));
    return sum;
}

/* Of words, EVEN at a time and at most BROAD as the last ones: their sums of two times 16 rows stay in registers. Each number
 * of words has a loop of its own, since what is done for a single one waits for itself. */
enum { EVEN = 8, BROAD = 12 };
#define BY_WIDTH(words, TILE) \
    switch (words) { \
        TILE(1) TILE(2) TILE(3) TILE(4) TILE(5) TILE(6) TILE(7) TILE(8) TILE(9) TILE(10) TILE(11) TILE(12) \
    }

static inline size_t width_of(size_t left) {
    return left > BROAD ? EVEN : left;
}

/* SG_TILE rows for `words` words, a number that the compiler knows: all sums stay in registers. */
WIDE static inline __attribute__((always_inline)) void byte_tile(const sg_packed *l, uint32_t r, const int8_t *x,
                                                                 const int32_t *off, float *y, int words) {
    const size_t row = (size_t)l->planes * l->stride;
    __m512i low[BROAD], high[BROAD];
#pragma GCC unroll 12
    for (int k = 0; k < words; k++) low[k] = high[k] = _mm512_setzero_si512();
    for (uint32_t plane = 0; plane < l->planes; plane++, x += l->stride) {
        const uint8_t *w = l->bytes + (size_t)r * l->stride;
#pragma GCC unroll 12
        for (int k = 0; plane && k < words; k++)
            low[k] = _mm512_slli_epi32(low[k], 8), high[k] = _mm512_slli_epi32(high[k], 8);
        for (size_t c = 0; c < l->stride; c += 4, w += 4 * SG_TILE) {
            __m512i w0 = _mm512_loadu_si512((const void *)w), w1 = _mm512_loadu_si512((const void *)(w + 2 * SG_TILE));
#pragma GCC unroll 12
            for (int k = 0; k < words; k++) {
                int32_t four;
                memcpy(&four, x + (size_t)k * row + c, sizeof four);
                __m512i v = _mm512_set1_epi32(four);
                low[k] = dot4(low[k], w0, v);
                high[k] = dot4(high[k], w1, v);
            }
        }
    }
#pragma GCC unroll 12
    for (int k = 0; k < words; k++) {
        byte_store(l, r, low[k], off[k], y + (size_t)k * l->rows);
        byte_store(l, r + SG_TILE / 2, high[k], off[k], y + (size_t)k * l->rows);
    }
}

WIDE static void byte_tiles(const sg_packed *l, uint32_t r, const int8_t *x, const int32_t *off, float *y, size_t words) {
#define TILE(n) \
    case n: \
        byte_tile(l, r, x, off, y, n); \
        break;
    BY_WIDTH(words, TILE)
#undef TILE
}

/* The words of a handful stay in the nearest cache while the weights go by. */
WIDE static void byte_dense(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    enum { HANDFUL = 32 };
    int8_t u[HANDFUL * SG_WIDEST];
    int32_t off[HANDFUL];
    for (size_t from = 0; from < n; from += HANDFUL) {
        size_t some = n - from < HANDFUL ? n - from : HANDFUL, row = (size_t)l->planes * l->stride;
        for (size_t i = 0; i < some; i++) off[i] = to_bytes(l, x + (from + i) * l->stride, u + i * row);
        for (uint32_t r = 0; r < l->rows; r += SG_TILE)
            for (size_t i = 0; i < some; i += width_of(some - i))
                byte_tiles(l, r, u + i * row, off + i, y + (from + i) * l->rows, width_of(some - i));
    }
}

WIDE static void wide_dense(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    uint32_t r = 0;
    if (l->bytes) {
        byte_dense(l, x, n, y);
        return;
    }
    for (; r + 4 <= l->rows; r += 4) {
        size_t i = 0;
        for (; i + 4 <= n; i += 4) wide_square(l, r, x + i * l->stride, y + i * l->rows);
        for (; i < n; i++) wide_column(l, r, x + i * l->stride, y + i * l->rows);
    }
    for (; r < l->rows; r++)
        for (size_t i = 0; i < n; i++)
            y[i * l->rows + r] =
                l->bias[r] + l->scale[r] * (float)wide_dot(l->w + (size_t)r * l->stride, x + i * l->stride, l->stride);
}

/* What division gives, to the bit, in a third of its time: the reciprocal to 14 bits, then to 28, and what the quotient by it
 * leaves over. Of tanh that holds for each of the floats that it may be asked for: all were tried. */
WIDE static inline __m512 wide_quotient(__m512 up, __m512 down) {
    __m512 rough = _mm512_rcp14_ps(down);
    __m512 part = _mm512_fmadd_ps(rough, _mm512_fnmadd_ps(down, rough, _mm512_set1_ps(1.0f)), rough);
    __m512 q = _mm512_mul_ps(up, part);
    return _mm512_fmadd_ps(_mm512_fnmadd_ps(down, q, up), part, q);
}

WIDE static inline __m512 wide_tanh(__m512 x) {
    x = _mm512_min_ps(_mm512_max_ps(x, _mm512_set1_ps(-EDGE)), _mm512_set1_ps(EDGE));
    __m512 s = _mm512_mul_ps(x, x), last = _mm512_set1_ps(135135.0f);
    __m512 up = _mm512_add_ps(_mm512_mul_ps(_mm512_add_ps(s, _mm512_set1_ps(378.0f)), s), _mm512_set1_ps(17325.0f));
    up = _mm512_add_ps(_mm512_mul_ps(up, s), last);
    __m512 down = _mm512_add_ps(_mm512_mul_ps(_mm512_set1_ps(28.0f), s), _mm512_set1_ps(3150.0f));
    down = _mm512_add_ps(_mm512_mul_ps(down, s), _mm512_set1_ps(62370.0f));
    down = _mm512_add_ps(_mm512_mul_ps(down, s), last);
    return wide_quotient(_mm512_mul_ps(x, up), down);
}

WIDE static inline __m512 wide_sigmoid(__m512 x) {
    __m512 half = _mm512_set1_ps(0.5f);
    return _mm512_add_ps(_mm512_mul_ps(half, wide_tanh(_mm512_mul_ps(half, x))), half);
}

WIDE static inline __m512 wide_gate(const float *ahead, const float *back, size_t at) {
    return _mm512_add_ps(_mm512_loadu_ps(ahead + at), _mm512_loadu_ps(back + at));
}

WIDE static void wide_cell(const float *ahead, const float *back, size_t h, float *cell, int16_t *out) {
    if (h % 16) {
        fast_cell(ahead, back, h, cell, out);
        return;
    }
    for (size_t i = 0; i < h; i += 16) {
        __m512 in = wide_sigmoid(wide_gate(ahead, back, i)), forget = wide_sigmoid(wide_gate(ahead, back, h + i));
        __m512 fresh = wide_tanh(wide_gate(ahead, back, 2 * h + i)), open = wide_sigmoid(wide_gate(ahead, back, 3 * h + i));
        __m512 c = _mm512_add_ps(_mm512_mul_ps(forget, _mm512_loadu_ps(cell + i)), _mm512_mul_ps(in, fresh));
        _mm512_storeu_ps(cell + i, c);
        __m512 o = _mm512_mul_ps(_mm512_mul_ps(open, wide_tanh(c)), _mm512_set1_ps((float)SG_SMALL));
        __mmask16 below = _mm512_cmp_ps_mask(o, _mm512_setzero_ps(), _CMP_LT_OQ);
        __m512 half = _mm512_mask_blend_ps(below, _mm512_set1_ps(0.5f), _mm512_set1_ps(-0.5f));
        __m512i v = _mm512_cvttps_epi32(_mm512_add_ps(o, half));
        _mm256_storeu_si256((__m256i *)(void *)(out + i), _mm512_cvtepi32_epi16(v));
    }
}

VECTORS(wide, 16);

WIDE static inline wide_whole_lot wide_more(wide_whole_lot sum, wide_pair_lot a, wide_pair_lot b) {
    return (wide_whole_lot)_mm512_dpwssd_epi32((__m512i)sum, (__m512i)a, (__m512i)b);
}

WIDE static inline wide_lot wide_within(wide_lot x, float low, float high) {
    return _mm512_min_ps(_mm512_max_ps(x, _mm512_set1_ps(low)), _mm512_set1_ps(high));
}

#define LANES 16
#define PATH(name) NAME_OF(wide, name)
#define TARGET WIDE
#include "kernel_lots.h"

/* SG_TILE rows for `words` words, a number that the compiler knows: all sums stay in registers. */
WIDE static inline __attribute__((always_inline)) void wide_tile(const sg_laid *l, uint32_t r, const uint8_t *x, size_t at,
                                                                 int words, void *y) {
    const int8_t *w = l->w + (size_t)r * l->cols;
    __m512i low[BROAD], high[BROAD];
    x += at * l->cols;
#pragma GCC unroll 12
    for (int k = 0; k < words; k++) low[k] = high[k] = _mm512_setzero_si512();
    for (size_t c = 0; c < l->cols; c += 4, w += 4 * SG_TILE) {
        __m512i w0 = _mm512_loadu_si512((const void *)w), w1 = _mm512_loadu_si512((const void *)(w + 2 * SG_TILE));
#pragma GCC unroll 12
        for (int k = 0; k < words; k++) {
            int32_t four;
            memcpy(&four, x + (size_t)k * l->cols + c, sizeof four);
            __m512i v = _mm512_set1_epi32(four);
            low[k] = dot4(low[k], v, w0);
            high[k] = dot4(high[k], v, w1);
        }
    }
#pragma GCC unroll 12
    for (int k = 0; k < words; k++) {
        wide_finish(l, r, (wide_whole_lot)low[k], at + (size_t)k, y);
        wide_finish(l, r + SG_LOT, (wide_whole_lot)high[k], at + (size_t)k, y);
    }
}

WIDE static void wide_tiles(const sg_laid *l, uint32_t r, const uint8_t *x, size_t at, void *y, size_t words) {
#define TILE(n) \
    case n: \
        wide_tile(l, r, x, at, n, y); \
        break;
    BY_WIDTH(words, TILE)
#undef TILE
}

/* The words of a handful stay in the nearest cache while the weights go by. */
WIDE static void wide_weigh(const sg_laid *l, const uint8_t *x, size_t n, void *y) {
    enum { HANDFUL = 32 };
    for (size_t from = 0; from < n; from += HANDFUL) {
        size_t end = n - from < HANDFUL ? n : from + HANDFUL;
        for (uint32_t r = 0; r < l->rows; r += SG_TILE)
            for (size_t i = from; i < end; i += width_of(end - i)) wide_tiles(l, r, x, i, y, width_of(end - i));
    }
}

static const sg_kernel wide = {wide_dense, fast_add_row, wide_quantise, wide_cell,
                               wide_weigh, wide_attend,  wide_norm,     wide_dot, 2};

/* ---- AMX: sixteen words by sixteen rows by 64 columns an instruction ------------------------------ */

#if defined(__linux__) && defined(__GNUC__) && !defined(__clang__)
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TILED __attribute__((target("avx2,avx512f,avx512bw,avx512vnni,amx-tile,amx-int8")))

enum { SIDE = 16, DEEP = 64, PAIR = 2 * SIDE, WORTH = 6 /* words: for fewer, the path above is as quick */ };

/* Tiles 0 to 3: sums of 16 words (or two times 16, of one plane) by two times 16 rows; 4 and 5: the words, the one plane and the
 * other or the one half and the other; 6 and 7: the weights. */
typedef struct tile_shape {
    uint8_t palette, start, reserved[14];
    uint16_t bytes[16];
    uint8_t rows[16];
} tile_shape;

TILED static void shape_tiles(size_t words, uint32_t planes) {
    uint8_t first = (uint8_t)(words < SIDE ? words : SIDE);
    uint8_t second = planes > 1 ? first : (uint8_t)(words > SIDE ? words - SIDE : 1);
    tile_shape t = {.palette = 1};
    for (int i = 0; i < 8; i++) t.bytes[i] = DEEP, t.rows[i] = SIDE;
    t.rows[0] = t.rows[1] = t.rows[4] = first;
    t.rows[2] = t.rows[3] = t.rows[5] = second;
    /* gcc 12 tells its own _tile_loadconfig that the first eight bytes are read, and then drops what it sees no use for */
    __asm__ volatile("ldtilecfg\t%0" ::"m"(t));
}

/* Sums of some words by SIDE rows; `high`, of the higher plane, count 256 times, or NULL. */
TILED static void put_sums(const sg_packed *l, uint32_t r, const int32_t *high, const int32_t *sums, const int32_t *off,
                           size_t words, float *y) {
    for (size_t k = 0; k < words; k++) {
        __m512i v = _mm512_loadu_si512((const void *)(sums + k * SIDE));
        if (high) v = _mm512_add_epi32(v, _mm512_slli_epi32(_mm512_loadu_si512((const void *)(high + k * SIDE)), 8));
        byte_store(l, r, v, off[k], y + k * l->rows);
    }
}

/* Tiles are read from memory behind the compiler's back: what was written must be there by then. */
#define CLEAR \
    __asm__ volatile("" ::: "memory"); \
    _tile_zero(0); \
    _tile_zero(1); \
    _tile_zero(2); \
    _tile_zero(3)

/* SG_TILE rows for up to PAIR words of one plane. */
TILED static void tiled_block(const sg_packed *l, uint32_t r, const int8_t *x, const int32_t *off, size_t words, float *y) {
    const long step = 4 * SG_TILE, row = (long)l->stride;
    const uint8_t *w = l->bytes + (size_t)r * l->stride;
    int32_t sums[SIDE * SIDE];
    size_t first = words < SIDE ? words : SIDE, second = words - first;
    CLEAR;
    for (size_t c = 0; c < l->stride; c += DEEP, w += DEEP * SG_TILE) {
        _tile_loadd(6, w, step);
        _tile_loadd(7, w + DEEP, step);
        _tile_loadd(4, x + c, row);
        _tile_dpbsud(0, 4, 6);
        _tile_dpbsud(1, 4, 7);
        if (!second) continue;
        _tile_loadd(5, x + SIDE * row + c, row);
        _tile_dpbsud(2, 5, 6);
        _tile_dpbsud(3, 5, 7);
    }
    _tile_stored(0, sums, DEEP);
    put_sums(l, r, NULL, sums, off, first, y);
    _tile_stored(1, sums, DEEP);
    put_sums(l, r + SIDE, NULL, sums, off, first, y);
    if (!second) return;
    _tile_stored(2, sums, DEEP);
    put_sums(l, r, NULL, sums, off + SIDE, second, y + SIDE * (size_t)l->rows);
    _tile_stored(3, sums, DEEP);
    put_sums(l, r + SIDE, NULL, sums, off + SIDE, second, y + SIDE * (size_t)l->rows);
}

/* SG_TILE rows for up to SIDE words of two planes: each weight is loaded once for both. */
TILED static void tiled_planes(const sg_packed *l, uint32_t r, const int8_t *x, const int32_t *off, size_t words,
                               float *y) {
    const long step = 4 * SG_TILE, row = 2 * (long)l->stride;
    const uint8_t *w = l->bytes + (size_t)r * l->stride;
    int32_t high[SIDE * SIDE], low[SIDE * SIDE];
    CLEAR;
    for (size_t c = 0; c < l->stride; c += DEEP, w += DEEP * SG_TILE) {
        _tile_loadd(6, w, step);
        _tile_loadd(7, w + DEEP, step);
        _tile_loadd(4, x + c, row);
        _tile_loadd(5, x + l->stride + c, row);
        _tile_dpbsud(0, 4, 6);
        _tile_dpbsud(1, 4, 7);
        _tile_dpbsud(2, 5, 6);
        _tile_dpbsud(3, 5, 7);
    }
    _tile_stored(0, high, DEEP);
    _tile_stored(2, low, DEEP);
    put_sums(l, r, high, low, off, words, y);
    _tile_stored(1, high, DEEP);
    _tile_stored(3, low, DEEP);
    put_sums(l, r + SIDE, high, low, off, words, y);
}

TILED static void tiled_dense(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    int8_t u[PAIR * SG_WIDEST];
    int32_t off[PAIR];
    if (!l->bytes || n < WORTH || l->stride % DEEP) {
        wide_dense(l, x, n, y);
        return;
    }
    size_t most = l->planes > 1 ? SIDE : PAIR, row = (size_t)l->planes * l->stride;
    for (size_t from = 0; from < n; from += most) {
        size_t some = n - from < most ? n - from : most;
        for (size_t i = 0; i < some; i++) off[i] = to_bytes(l, x + (from + i) * l->stride, u + i * row);
        if (!from || some < most) shape_tiles(some, l->planes);
        for (uint32_t r = 0; r < l->rows; r += SG_TILE)
            (l->planes > 1 ? tiled_planes : tiled_block)(l, r, u, off, some, y + from * l->rows);
    }
    _tile_release();
}

/* SG_TILE rows for up to PAIR pieces, `words` of them from `at` on. */
TILED static void tiled_weights(const sg_laid *l, uint32_t r, const uint8_t *x, size_t at, size_t words, void *y) {
    const long step = 4 * SG_TILE, row = (long)l->cols;
    const int8_t *w = l->w + (size_t)r * l->cols;
    int32_t sums[4][SIDE * SIDE];
    size_t first = words < SIDE ? words : SIDE, second = words - first;
    x += at * l->cols;
    CLEAR;
    for (size_t c = 0; c < l->cols; c += DEEP, w += DEEP * SG_TILE) {
        _tile_loadd(6, w, step);
        _tile_loadd(7, w + DEEP, step);
        _tile_loadd(4, x + c, row);
        _tile_dpbusd(0, 4, 6);
        _tile_dpbusd(1, 4, 7);
        if (!second) continue;
        _tile_loadd(5, x + SIDE * row + c, row);
        _tile_dpbusd(2, 5, 6);
        _tile_dpbusd(3, 5, 7);
    }
    _tile_stored(0, sums[0], DEEP);
    _tile_stored(1, sums[1], DEEP);
    if (second) {
        _tile_stored(2, sums[2], DEEP);
        _tile_stored(3, sums[3], DEEP);
    }
    for (size_t k = 0; k < words; k++) {
        const int32_t *from = sums[k / SIDE * 2] + k % SIDE * SIDE;
        wide_finish(l, r, wide_load_whole(from), at + k, y);
        wide_finish(l, r + SIDE, wide_load_whole(from + SIDE * SIDE), at + k, y);
    }
}

TILED static void tiled_weigh(const sg_laid *l, const uint8_t *x, size_t n, void *y) {
    if (n < WORTH || l->cols % DEEP) {
        wide_weigh(l, x, n, y);
        return;
    }
    for (size_t from = 0; from < n; from += PAIR) {
        size_t some = n - from < PAIR ? n - from : PAIR;
        if (!from || some < PAIR) shape_tiles(some, 1);
        for (uint32_t r = 0; r < l->rows; r += SG_TILE) tiled_weights(l, r, x, from, some, y);
    }
    _tile_release();
}

static const sg_kernel tiled = {tiled_dense, fast_add_row, wide_quantise, wide_cell,
                                tiled_weigh, wide_attend,  wide_norm,     wide_dot, 2};

/* Linux lends the tiles' large state to a process that asks for it. */
static bool has_tiles(void) {
    enum { REQUEST = 0x1023, TILE_STATE = 18 };
    return __builtin_cpu_supports("amx-tile") && __builtin_cpu_supports("amx-int8") &&
           syscall(SYS_arch_prctl, REQUEST, TILE_STATE) == 0;
}
#else
static const sg_kernel tiled;
static bool has_tiles(void) {
    return false;
}
#endif

const sg_kernel *sg_kernel_path(size_t i) {
    const sg_kernel *path[5] = {0};
    size_t n = 0;
    bool has512 =
        __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni");
    if (has512 && has_tiles()) path[n++] = &tiled;
    if (has512) path[n++] = &wide;
    if (__builtin_cpu_supports("avx2")) path[n++] = &fast;
    path[n++] = &plain;
    return i < n ? path[i] : NULL;
}
#else
const sg_kernel *sg_kernel_path(size_t i) {
    return i ? NULL : &plain;
}
#endif
