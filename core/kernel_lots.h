/* kernel_lots.h: the arithmetic of the encoder, written once in vectors of SG_LOT numbers: kernel.c reads this file for each
 * path, with PATH(name) for the path's names and TARGET for its processors (both forgotten at the end), and the compiler makes
 * of the vectors what those have. Sums are by lanes, then by halves of them. */

TARGET static inline lot PATH(load_lot)(const float *x) {
    lot v;
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
    return (lot){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x};
}

TARGET static inline lot PATH(within)(lot x, float low, float high) {
    float v[SG_LOT];
    PATH(store_lot)(v, x);
    for (size_t k = 0; k < SG_LOT; k++) v[k] = v[k] > low ? v[k] : low;
    for (size_t k = 0; k < SG_LOT; k++) v[k] = v[k] < high ? v[k] : high;
    return PATH(load_lot)(v);
}

TARGET static inline void PATH(put_lot)(lot x, float low, float high, float one, int16_t *q) {
    x = PATH(within)(x, low, high) * one;
    x += PATH(where)(x < 0.0f, PATH(same)(-0.5f), PATH(same)(0.5f));
    small_lot v = __builtin_convertvector(__builtin_convertvector(x, whole_lot), small_lot);
    memcpy(q, &v, sizeof v);
}

/* As sg_exp. */
TARGET static inline lot PATH(exp_lot)(lot x) {
    whole_lot some = x > -20.0f; /* nor is it where x is no number */
    lot y = PATH(where)(some, x, PATH(same)(-20.0f)) * 1.44269504f;
    whole_lot whole = __builtin_convertvector(y, whole_lot);
    lot f = y - __builtin_convertvector(whole, lot);
    lot p = 1.0f + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013333f))));
    return PATH(where)(some, p * (lot)((127 + whole) << 23), PATH(same)(0.0f));
}

TARGET static inline float PATH(over_lanes)(lot v) {
    float x[SG_LOT];
    PATH(store_lot)(x, v);
    for (size_t half = SG_LOT / 2; half; half /= 2)
        for (size_t k = 0; k < half; k++) x[k] += x[k + half];
    return x[0];
}

TARGET static inline float PATH(most_of)(lot v) {
    float x[SG_LOT];
    PATH(store_lot)(x, v);
    for (size_t half = SG_LOT / 2; half; half /= 2)
        for (size_t k = 0; k < half; k++) x[k] = x[k] > x[k + half] ? x[k] : x[k + half];
    return x[0];
}

/* x, within what can be written, times the share of it that a polynomial gives: right to .002; no division. */
TARGET static void PATH(gelu)(const float *x, size_t n, int16_t *q) {
    const float most = (float)SG_INNER_MOST / (float)SG_INNER, edge = 3.4f;
    for (size_t i = 0; i < n; i += SG_LOT) {
        lot v = PATH(within)(PATH(load_lot)(x + i), -most, most), near = PATH(within)(v, -edge, edge), s = near * near;
        lot p = 0.39404888f + s * (-0.059739476f + s * (0.0067149199f + s * (-0.00041659605f + s * 1.0630145e-5f)));
        PATH(put_lot)(v * (0.5f + near * p), -most, most, (float)SG_INNER, q + i);
    }
}

/* What the others answer to, by column, so that a lot of them is asked at once; nought where nobody stands. */
TARGET static void PATH(turn)(const float *known, size_t n, size_t step, size_t wide, float *turned) {
    for (size_t k = 0; k < SG_HEAD; k++) {
        for (size_t i = 0; i < n; i++) turned[k * wide + i] = known[i * step + k];
        for (size_t i = n; i < wide; i++) turned[k * wide + i] = 0;
    }
}

/* Shares of one piece: e to what it asks times what each answers to, over the root of how many columns. Their sum. */
TARGET static float PATH(share)(const float *asks, const float *turned, size_t n, size_t wide, float *share) {
    const float by = 0.17677670f; /* one by the root of SG_HEAD */
    lot best = PATH(same)(-1e30f), sum = {0};
    for (size_t i = 0; i < wide; i += SG_LOT) {
        lot even = {0}, odd = {0}; /* two sums at a time: one would wait for itself */
        for (size_t k = 0; k < SG_HEAD; k += 2) {
            even += PATH(same)(asks[k]) * PATH(load_lot)(turned + k * wide + i);
            odd += PATH(same)(asks[k + 1]) * PATH(load_lot)(turned + (k + 1) * wide + i);
        }
        PATH(store_lot)(share + i, (even + odd) * by);
    }
    for (size_t i = n; i < wide; i++) share[i] = -1e30f; /* nobody */
    for (size_t i = 0; i < wide; i += SG_LOT) {
        lot v = PATH(load_lot)(share + i);
        best = PATH(where)(v > best, v, best);
    }
    float top = PATH(most_of)(best);
    for (size_t i = 0; i < wide; i += SG_LOT) {
        lot v = PATH(exp_lot)(PATH(load_lot)(share + i) - top);
        sum += v;
        PATH(store_lot)(share + i, v);
    }
    return PATH(over_lanes)(sum);
}

TARGET static void PATH(attend)(const float *said, size_t n, size_t cols, float *room, float *out) {
    size_t wide = (n + SG_LOT - 1) / SG_LOT * SG_LOT, step = 3 * cols;
    float *share = room + SG_HEAD * wide;
    PATH(turn)(said + cols, n, step, wide, room);
    for (size_t i = 0; i < n; i++) {
        float all = PATH(share)(said + i * step, room, n, wide, share);
        lot low = {0}, high = {0};
        for (size_t k = 0; k < n; k++) {
            const float *told = said + k * step + 2 * cols;
            lot p = PATH(same)(share[k]);
            low += p * PATH(load_lot)(told);
            high += p * PATH(load_lot)(told + SG_LOT);
        }
        PATH(store_lot)(out + i * cols, low / all);
        PATH(store_lot)(out + i * cols + SG_LOT, high / all);
    }
}

TARGET static void PATH(norm)(float *x, const float *more, const float *gain, const float *bias, size_t n, int16_t *q) {
    lot sum = {0}, square = {0};
    for (size_t i = 0; i < n; i += SG_LOT) {
        lot v = PATH(load_lot)(x + i) + PATH(load_lot)(more + i);
        sum += v;
        PATH(store_lot)(x + i, v);
    }
    float mean = PATH(over_lanes)(sum) / (float)n;
    for (size_t i = 0; i < n; i += SG_LOT) {
        lot v = PATH(load_lot)(x + i) - mean;
        square += v * v;
    }
    float by = 1.0f / sqrtf(PATH(over_lanes)(square) / (float)n + 1e-12f);
    for (size_t i = 0; i < n; i += SG_LOT) {
        lot v = (PATH(load_lot)(x + i) - mean) * by * PATH(load_lot)(gain + i) + PATH(load_lot)(bias + i);
        PATH(store_lot)(x + i, v);
        PATH(put_lot)(v, -STATE_MOST, STATE_MOST, (float)SG_STATE, q + i);
    }
}

TARGET static void PATH(quantise)(const float *x, size_t n, float low, float high, float one, int16_t *q) {
    size_t i = 0;
    for (; i + SG_LOT <= n; i += SG_LOT) PATH(put_lot)(PATH(load_lot)(x + i), low, high, one, q + i);
    quantise_few(x + i, n - i, low, high, one, q + i);
}

#undef PATH
#undef TARGET
