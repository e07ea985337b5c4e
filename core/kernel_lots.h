/* kernel_lots.h: the arithmetic of the encoder, written once in vectors: kernel.c reads this file for each path, with PATH(name)
 * for the path's names, LANES, how many numbers its vectors hold, and TARGET for its processors (all forgotten at the end). The
 * path's own are PATH(more), sums of products of pairs, and PATH(within). Sums of floats are by SG_LOT lanes, then by halves of
 * them, however many a vector holds. */
#define lot PATH(lot)
#define whole_lot PATH(whole_lot)
#define bare_lot PATH(bare_lot)
#define pair_lot PATH(pair_lot)
#define small_lot PATH(small_lot)
#define byte_lot PATH(byte_lot)

enum { PATH(LOTS) = SG_LOT / LANES }; /* in what is summed by lanes */
#define LOTS PATH(LOTS)

TARGET static inline lot PATH(load_lot)(const float *x) {
    lot v;
    memcpy(&v, x, sizeof v);
    return v;
}

TARGET static inline whole_lot PATH(load_whole)(const void *x) {
    whole_lot v;
    memcpy(&v, x, sizeof v);
    return v;
}

TARGET static inline void PATH(store_lot)(float *x, lot v) {
    memcpy(x, &v, sizeof v);
}

TARGET static inline lot PATH(where)(whole_lot is, lot a, lot b) {
    return (lot)((is & (whole_lot)a) | (~is & (whole_lot)b));
}

TARGET static inline lot PATH(same)(float x) {
    return x - (lot){0};
}

/* Two numbers that lie together, in every lane. */
TARGET static inline pair_lot PATH(same_pair)(const int16_t *x) {
    int32_t v;
    memcpy(&v, x, sizeof v);
    return (pair_lot)(v - (whole_lot){0});
}

TARGET static inline void PATH(put_lot)(lot x, float low, float high, float one, int16_t *q) {
    x = PATH(within)(x, low, high) * one;
    x += PATH(where)(x < 0.0f, PATH(same)(-0.5f), PATH(same)(0.5f));
    small_lot v = __builtin_convertvector(__builtin_convertvector(x, whole_lot), small_lot);
    memcpy(q, &v, sizeof v);
}

/* As a byte above what stands for nought. */
TARGET static inline whole_lot PATH(above)(lot x, float nought) {
    return __builtin_convertvector(PATH(within)(x + (nought + 0.5f), 0.0f, 255.0f), whole_lot);
}

TARGET static inline void PATH(put_bytes)(lot x, float nought, uint8_t *q) {
    byte_lot v = __builtin_convertvector(PATH(above)(x, nought), byte_lot);
    memcpy(q, &v, sizeof v);
}

/* Two to the y, y at most 0, as in sg_exp. */
TARGET static inline lot PATH(two_lot)(lot y) {
    whole_lot some = y > -28.0f; /* nor is it where y is no number */
    y = PATH(where)(some, y, PATH(same)(-28.0f));
    whole_lot whole = __builtin_convertvector(y, whole_lot);
    lot f = y - __builtin_convertvector(whole, lot);
    lot p = 1.0f + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013333f))));
    return PATH(where)(some, p * (lot)((127 + whole) << 23), PATH(same)(0.0f));
}

TARGET static inline float PATH(over_lanes)(const lot *v) {
    quarter x[4];
    memcpy(x, v, sizeof x);
    quarter all = (x[0] + x[2]) + (x[1] + x[3]);
    return (all[0] + all[2]) + (all[1] + all[3]);
}

TARGET static inline float PATH(most_of)(lot v) {
    quarter x[LANES / 4];
    memcpy(x, &v, sizeof x);
    for (size_t k = 1; k < LANES / 4; k++) {
        whole_quarter is = x[0] > x[k];
        x[0] = (quarter)((is & (whole_quarter)x[0]) | (~is & (whole_quarter)x[k]));
    }
    float one = x[0][0] > x[0][1] ? x[0][0] : x[0][1], two = x[0][2] > x[0][3] ? x[0][2] : x[0][3];
    return one > two ? one : two;
}

/* x times the share of it that a polynomial gives: right to .002; no division. */
TARGET static inline lot PATH(gelu)(lot x) {
    const float edge = 3.4f;
    lot near = PATH(within)(x, -edge, edge), s = near * near;
    lot p = 0.39404888f + s * (-0.059739476f + s * (0.0067149199f + s * (-0.00041659605f + s * 1.0630145e-5f)));
    return x * (0.5f + near * p);
}

/* Sums of one piece, a lot of rows from r on, to what the layer gives of them; y: that piece's row. */
TARGET static inline __attribute__((always_inline)) void PATH(finish)(const sg_laid *l, uint32_t r, whole_lot sum,
                                                                      size_t piece, void *y) {
    lot v = PATH(load_lot)(l->bias + r) + PATH(load_lot)(l->scale + r) * __builtin_convertvector(sum, lot);
    size_t at = piece * l->rows + r;
    if (l->end == SG_AS_BYTES)
        PATH(put_bytes)(PATH(gelu)(v) * PATH(load_lot)(l->to + r), SG_NOUGHT_WIDE, (uint8_t *)y + at);
    else if (l->end == SG_AS_SMALL) PATH(put_lot)(v, -SG_SMALL_MOST, SG_SMALL_MOST, 1.0f, (int16_t *)y + at);
    else PATH(store_lot)((float *)y + at, v);
}

/* What the others answer to, two columns together and by those, so that a lot of them is asked at once; nought where nobody
 * stands. */
TARGET static void PATH(turn)(const int16_t *known, size_t n, size_t step, size_t wide, int32_t *turned) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < SG_HEAD / 2; k++) memcpy(turned + k * wide + i, known + i * step + 2 * k, sizeof *turned);
    for (size_t k = 0; k < SG_HEAD / 2; k++) memset(turned + k * wide + n, 0, (wide - n) * sizeof *turned);
}

/* What two pieces tell of each column together: of a lot of even columns, of the odd ones between, and so on. */
TARGET static void PATH(join)(const int16_t *told, size_t n, size_t step, int32_t *joined) {
    for (size_t i = 0; i < n; i += 2)
        for (size_t k = 0; k < SG_HEAD; k += 2 * LANES, joined += 2 * LANES) {
            whole_lot one = PATH(load_whole)(told + i * step + k), two = {0};
            if (i + 1 < n) two = PATH(load_whole)(told + (i + 1) * step + k);
            whole_lot even = (one & 0xFFFF) | two << 16, odd = (whole_lot)((bare_lot)one >> 16) | (two & ~0xFFFF);
            memcpy(joined, &even, sizeof even), memcpy(joined + LANES, &odd, sizeof odd);
        }
}

/* The most that a piece asks of one; what it asks of nobody, behind n, becomes next to nothing. */
TARGET static float PATH(top)(float *score, size_t n, size_t wide) {
    lot best = PATH(same)(-1e30f);
    for (size_t i = 0; i < wide; i += LANES) {
        lot v = PATH(load_lot)(score + i);
        if (i + LANES > n) {
            v = PATH(where)(PATH(load_whole)(in_order) + (int32_t)i < (int32_t)n, v, PATH(same)(-1e30f));
            PATH(store_lot)(score + i, v);
        }
        best = PATH(where)(v > best, v, best);
    }
    return PATH(most_of)(best);
}

/* Two to the power of what it asked, below the most; their sum. */
TARGET static float PATH(raise)(float *score, size_t wide, float top) {
    lot sum[LOTS] = {0};
    for (size_t i = 0; i < wide; i += SG_LOT)
        for (size_t k = 0; k < LOTS; k++) {
            lot v = PATH(two_lot)(PATH(load_lot)(score + i + k * LANES) - top);
            sum[k] += v;
            PATH(store_lot)(score + i + k * LANES, v);
        }
    return PATH(over_lanes)(sum);
}

/* Shares of the pieces that ask, out of what they asked times what each answers to; step by step, as each step of one piece
 * waits for the one before. */
TARGET static void PATH(share)(float *score, size_t n, size_t wide, int16_t *share) {
    float by[SG_ASKERS];
    for (size_t a = 0; a < SG_ASKERS; a++) by[a] = PATH(top)(score + a * wide, n, wide);
    for (size_t a = 0; a < SG_ASKERS; a++) by[a] = PATH(raise)(score + a * wide, wide, by[a]);
    for (size_t a = 0; a < SG_ASKERS; a++) by[a] = (float)SG_SHARE / by[a];
    for (size_t a = 0; a < SG_ASKERS; a++)
        for (size_t i = a * wide; i < (a + 1) * wide; i += LANES) {
            whole_lot v = __builtin_convertvector(PATH(load_lot)(score + i) * by[a] + 0.5f, whole_lot);
            small_lot s = __builtin_convertvector(v, small_lot);
            memcpy(share + i, &s, sizeof s);
        }
}

/* SG_ASKERS pieces ask all: `score`, `wide` numbers each. */
TARGET static void PATH(ask)(const int16_t *const *asks, const int32_t *turned, size_t wide, float *score) {
    for (size_t i = 0; i < wide; i += LANES) {
        whole_lot sum[SG_ASKERS] = {0};
#pragma GCC unroll 16
        for (size_t k = 0; k < SG_HEAD / 2; k++) {
            pair_lot known = (pair_lot)PATH(load_whole)(turned + k * wide + i);
#pragma GCC unroll 4
            for (size_t a = 0; a < SG_ASKERS; a++) sum[a] = PATH(more)(sum[a], known, PATH(same_pair)(asks[a] + 2 * k));
        }
#pragma GCC unroll 4
        for (size_t a = 0; a < SG_ASKERS; a++)
            PATH(store_lot)(score + a * wide + i, __builtin_convertvector(sum[a], lot) * (1.0f / SG_ASKED));
    }
}

/* What they hear by their shares in the columns of two lots: the first `count` of them. */
TARGET static void PATH(hear)(const int16_t *share, const int32_t *joined, size_t n, size_t wide, size_t count, size_t cols,
                              uint8_t *out) {
    const float worth = 127.0f / (float)SG_SHARE / (float)SG_TOLD;
    whole_lot even[SG_ASKERS] = {0}, odd[SG_ASKERS] = {0};
    for (size_t i = 0; i < n; i += 2, joined += SG_HEAD) {
        pair_lot low = (pair_lot)PATH(load_whole)(joined), high = (pair_lot)PATH(load_whole)(joined + LANES);
#pragma GCC unroll 4
        for (size_t a = 0; a < SG_ASKERS; a++) {
            pair_lot of = PATH(same_pair)(share + a * wide + i);
            even[a] = PATH(more)(even[a], low, of);
            odd[a] = PATH(more)(odd[a], high, of);
        }
    }
#pragma GCC unroll 4
    for (size_t a = 0; a < SG_ASKERS; a++) {
        whole_lot first = PATH(above)(__builtin_convertvector(even[a], lot) * worth, SG_NOUGHT);
        whole_lot second = PATH(above)(__builtin_convertvector(odd[a], lot) * worth, SG_NOUGHT);
        small_lot both = __builtin_convertvector(first | second << 8, small_lot); /* columns by turns again */
        if (a < count) memcpy(out + a * cols, &both, sizeof both);
    }
}

TARGET static void PATH(attend)(const int16_t *said, size_t n, size_t cols, int32_t *room, uint8_t *out) {
    size_t wide = (n + SG_LOT - 1) / SG_LOT * SG_LOT, step = 3 * cols;
    int32_t *turned = room, *joined = turned + SG_HEAD / 2 * wide;
    float *score = (float *)(void *)(joined + SG_HEAD / 2 * wide);
    int16_t *share = (int16_t *)(void *)score; /* each row in the place of scores that have been read */
    PATH(turn)(said + cols, n, step, wide, turned);
    PATH(join)(said + 2 * cols, n, step, joined);
    for (size_t i = 0; i < n; i += SG_ASKERS) {
        const int16_t *asks[SG_ASKERS];
        for (size_t a = 0; a < SG_ASKERS; a++) asks[a] = said + (i + a < n ? i + a : n - 1) * step;
        PATH(ask)(asks, turned, wide, score);
        PATH(share)(score, n, wide, share);
        size_t count = n - i < SG_ASKERS ? n - i : SG_ASKERS;
        for (size_t k = 0; k < SG_HEAD; k += 2 * LANES)
            PATH(hear)(share, joined + k, n, wide, count, cols, out + i * cols + k);
    }
}

TARGET static void PATH(norm)(float *x, const float *more, const sg_norm *to, size_t n, uint8_t *q) {
    lot sum[LOTS] = {0}, square[LOTS] = {0};
    for (size_t i = 0; i < n; i += SG_LOT)
        for (size_t k = 0; k < LOTS; k++) {
            lot v = PATH(load_lot)(x + i + k * LANES) + PATH(load_lot)(more + i + k * LANES);
            sum[k] += v;
            PATH(store_lot)(x + i + k * LANES, v);
        }
    float mean = PATH(over_lanes)(sum) / (float)n;
    for (size_t i = 0; i < n; i += SG_LOT)
        for (size_t k = 0; k < LOTS; k++) {
            lot v = PATH(load_lot)(x + i + k * LANES) - mean;
            square[k] += v * v;
        }
    float by = 1.0f / sqrtf(PATH(over_lanes)(square) / (float)n + 1e-12f);
    for (size_t i = 0; i < n; i += LANES) {
        lot v = (PATH(load_lot)(x + i) - mean) * by * PATH(load_lot)(to->gain + i) + PATH(load_lot)(to->bias + i);
        PATH(store_lot)(x + i, v);
        PATH(put_bytes)(v * PATH(load_lot)(to->to + i), SG_NOUGHT, q + i);
    }
}

TARGET static void PATH(quantise)(const float *x, size_t n, float low, float high, float one, int16_t *q) {
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) PATH(put_lot)(PATH(load_lot)(x + i), low, high, one, q + i);
    quantise_few(x + i, n - i, low, high, one, q + i);
}

#undef lot
#undef whole_lot
#undef bare_lot
#undef pair_lot
#undef small_lot
#undef byte_lot
#undef LOTS
#undef LANES
#undef PATH
#undef TARGET
