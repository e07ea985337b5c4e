/* kernel_bytes.h: products of bytes where the processor has none that sums four (AVX2 alone); a part of kernel.c.
 *
 * Bytes are multiplied two to a lane of 16 bits: weights without sign (128 is added) by what is read above or below what stands
 * for nought. After a few steps of four columns the lane is widened: it is right to the last bit, once 128 times what was read
 * is taken off again, unless the columns that it sums lie too far from nought. Then some of them (one step in fifty) count
 * as nought there, and are multiplied apart as 16-bit numbers. */
enum {
    FEW = 4,                  /* words at a time */
    STEPS = 4,                /* until a lane is widened */
    SPAN = 4 * STEPS,         /* their columns */
    FAR = 255,                /* from nought, all columns of a lane: 128 times that is within 16 bits */
    FAR_PAIR = 127,           /* two of them: 255 times that is too */
    BLOCK = 16,               /* rows at a time */
    STEP = 4 * SG_TILE,       /* bytes from a row's four weights to the next four */
    DESK = 64,                /* words that are made ready together, at most; their columns; */
    DESK_COLS = DESK * 1536,
    DESK_FAR = 4 * SG_WIDEST  /* the steps that are multiplied apart */
};

typedef struct ready { /* a word */
    const int8_t *s;    /* its columns with sign */
    const int32_t *off; /* what the lanes of each span begin with, two to a number */
    const int64_t *far; /* the steps that are multiplied apart: four columns of 16 bits, */
    const uint16_t *at; /* and which they are */
    size_t fars;
} ready;

typedef struct desk { /* words made ready */
    size_t words, cols, fars;
    ready of[DESK];
    int8_t s[DESK_COLS];
    int32_t off[DESK_COLS / SPAN];
    int64_t far[DESK_FAR];
    uint16_t at[DESK_FAR];
} desk;

typedef struct sheet { /* a layer's weights */
    const void *w;       /* at sg_byte_at */
    uint32_t cols;
    char flip; /* what of each bit makes it one without sign */
} sheet;

/* Takes the steps out of a span that lie too far from nought, alone or with those before them. */
static size_t take_far(int16_t *v, size_t step, int64_t *far, uint16_t *at) {
    int32_t sum[2] = {0};
    size_t n = 0;
    for (size_t c = 0; c < SPAN; c += 4) {
        int32_t one = abs(v[c]) + abs(v[c + 1]), two = abs(v[c + 2]) + abs(v[c + 3]);
        if (one <= FAR_PAIR && two <= FAR_PAIR && sum[0] + one <= FAR && sum[1] + two <= FAR) {
            sum[0] += one, sum[1] += two;
            continue;
        }
        memcpy(far + n, v + c, sizeof *far);
        memset(v + c, 0, sizeof *far);
        at[n++] = (uint16_t)(step + c / 4);
    }
    return n;
}

/* Of what lies in eight pairs of columns by turns the sums of the even and of the odd ones. */
FAST static inline __m128i by_turns(__m256i pairs) {
    __m128i v = _mm_add_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
    return _mm_add_epi32(v, _mm_shuffle_epi32(v, 0x4E));
}

/* The next columns of the desk's last word. */
FAST static inline void put_span(desk *d, size_t i, __m256i v) {
    const __m256i one = _mm256_set1_epi16(1);
    size_t word = d->words - 1, spans = d->cols / SPAN;
    __m256i pairs = _mm256_madd_epi16(_mm256_abs_epi16(v), one);
    __m128i far = _mm_cmpgt_epi32(by_turns(pairs), _mm_set1_epi32(FAR));
    if (_mm256_movemask_epi8(_mm256_cmpgt_epi32(pairs, _mm256_set1_epi32(FAR_PAIR))) || _mm_movemask_epi8(far)) {
        int16_t each[SPAN];
        memcpy(each, &v, sizeof each);
        size_t more = take_far(each, i * STEPS, d->far + d->fars, d->at + d->fars);
        d->of[word].fars += more, d->fars += more;
        memcpy(&v, each, sizeof each);
    }
    __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(v, v), 0x08);
    _mm_storeu_si128((__m128i *)(void *)(d->s + word * d->cols + i * SPAN), _mm256_castsi256_si128(packed));
    __m128i sum = _mm_slli_epi32(by_turns(_mm256_madd_epi16(v, one)), 7);
    sum = _mm_sub_epi32(_mm_setzero_si128(), sum);
    d->off[word * spans + i] = _mm_cvtsi128_si32(_mm_blend_epi16(sum, _mm_slli_epi64(_mm_srli_epi64(sum, 32), 16), 2));
}

static void clear_desk(desk *d, size_t cols) {
    d->words = d->fars = 0, d->cols = cols;
}

/* Makes room for one more word; false where it might not suffice. */
static bool next_word(desk *d) {
    size_t k = d->words, spans = d->cols / SPAN;
    if (k == DESK || (k + 1) * d->cols > DESK_COLS || d->fars + spans * STEPS > DESK_FAR) return false;
    d->of[k] = (ready){d->s + k * d->cols, d->off + k * spans, d->far + d->fars, d->at + d->fars, 0};
    d->words++;
    return true;
}

/* sum + without times with. Said to the assembler, since GCC 12 else makes the products of many steps first, which then go to
 * memory and back. */
FAST static inline __attribute__((always_inline)) __m256i more_bytes(__m256i sum, __m256i without, __m256i with) {
    __m256i both;
    __asm__("vpmaddubsw %3, %2, %1\n\tvpaddw %1, %0, %0" : "+x"(sum), "=&x"(both) : "x"(without), "x"(with));
    return sum;
}

FAST static inline __m256i load_bytes(const int8_t *w, __m256i flip) {
    return _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(const void *)w), flip);
}

/* Eight rows of the steps that are multiplied apart. */
FAST static __m256i far_steps(const ready *r, const int8_t *w, __m256i flip, __m256i sum) {
    __m256i low = _mm256_setzero_si256(), high = low;
    for (size_t i = 0; i < r->fars; i++) {
        __m256i v = _mm256_set1_epi64x(r->far[i]), with = load_bytes(w + (size_t)r->at[i] * STEP, flip);
        MORE(low, _mm256_cvtepi8_epi16(_mm256_castsi256_si128(with)), v);
        MORE(high, _mm256_cvtepi8_epi16(_mm256_extracti128_si256(with, 1)), v);
    }
    return _mm256_add_epi32(sum, _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), 0xD8));
}

/* BLOCK rows from r on for some words, a number that the compiler knows: their sums, which begin with `sum[words]`. */
FAST static inline __attribute__((always_inline)) void sum_block(const sheet *l, uint32_t r, const ready *of, int words,
                                                                 __m256i sum[][2]) {
    const int8_t *w = (const int8_t *)l->w + sg_byte_at(l->cols, r, 0), *s = of->s, *at = w;
    const __m256i one = _mm256_set1_epi16(1), flip = _mm256_set1_epi8(l->flip);
#pragma GCC unroll 4
    for (int k = 0; k < words; k++) sum[k][0] = sum[words][0], sum[k][1] = sum[words][1];
    for (size_t i = 0; i < l->cols / SPAN; i++, s += SPAN) {
        __m256i low[FEW], high[FEW];
#pragma GCC unroll 4
        for (int k = 0; k < words; k++) low[k] = high[k] = _mm256_set1_epi32(of[k].off[i]);
#pragma GCC unroll 4
        for (int c = 0; c < STEPS; c++, at += STEP) {
            __m256i w0 = load_bytes(at, flip), w1 = load_bytes(at + STEP / 4, flip);
#pragma GCC unroll 4
            for (int k = 0; k < words; k++) {
                int32_t four;
                memcpy(&four, s + 4 * c + (size_t)k * l->cols, sizeof four);
                __m256i v = _mm256_set1_epi32(four);
                low[k] = more_bytes(low[k], w0, v);
                high[k] = more_bytes(high[k], w1, v);
            }
        }
#pragma GCC unroll 4
        for (int k = 0; k < words; k++) {
            sum[k][0] = _mm256_add_epi32(sum[k][0], _mm256_madd_epi16(low[k], one));
            sum[k][1] = _mm256_add_epi32(sum[k][1], _mm256_madd_epi16(high[k], one));
        }
    }
    for (int k = 0; k < words; k++)
        for (size_t h = 0; of[k].fars && h < 2; h++)
            sum[k][h] = far_steps(&of[k], w + h * STEP / 4, _mm256_xor_si256(flip, _mm256_set1_epi8((char)-128)), sum[k][h]);
}

FAST static void sum_words(const sheet *l, uint32_t r, const ready *of, size_t words, __m256i low, __m256i high,
                           __m256i sum[FEW + 1][2]) {
    sum[words][0] = low, sum[words][1] = high;
    switch (words) {
    case 1: sum_block(l, r, of, 1, sum); break;
    case 2: sum_block(l, r, of, 2, sum); break;
    case 3: sum_block(l, r, of, 3, sum); break;
    default: sum_block(l, r, of, FEW, sum);
    }
}

/* What eight rows' weights make with nought in every column. */
FAST static __m256i nought_of(const sg_laid *l, uint32_t r) {
    const int8_t *w = l->w + sg_byte_at(l->cols, r, 0);
    const __m256i one = _mm256_set1_epi8(1), by = _mm256_set1_epi16(l->nought);
    __m256i sum = _mm256_setzero_si256();
    for (size_t c = 0; c < l->cols; c += 4, w += STEP) {
        __m256i v = _mm256_maddubs_epi16(one, _mm256_loadu_si256((const __m256i *)(const void *)w));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(v, by));
    }
    return sum;
}

FAST static void weigh_desk(const sg_laid *l, const desk *d, size_t at, void *y) {
    const sheet w = {l->w, l->cols, (char)-128};
    for (uint32_t r = 0; r < l->rows; r += BLOCK) {
        __m256i low = nought_of(l, r), high = nought_of(l, r + 8);
        for (size_t k = 0; k < d->words; k += FEW) {
            __m256i sum[FEW + 1][2];
            size_t words = d->words - k < FEW ? d->words - k : FEW;
            sum_words(&w, r, d->of + k, words, low, high, sum);
            for (size_t i = 0; i < 2 * words; i++)
                fast_finish(l, r + 8 * (uint32_t)(i % 2), (fast_whole_lot)sum[i / 2][i % 2], at + k + i / 2, y);
        }
    }
}

FAST static void fast_weigh(const sg_laid *l, const uint8_t *x, size_t n, void *y) {
    desk d;
    for (size_t i = 0; i < n; i += d.words) {
        clear_desk(&d, l->cols);
        while (i + d.words < n && next_word(&d)) {
            const uint8_t *from = x + (i + d.words - 1) * l->cols;
            for (size_t k = 0; k < l->cols / SPAN; k++) {
                __m256i v = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(from + k * SPAN)));
                put_span(&d, k, _mm256_sub_epi16(v, _mm256_set1_epi16(l->nought)));
            }
        }
        weigh_desk(l, &d, i, y);
    }
}

/* Eight sums from row r on; behind the last row there is nothing to be said. */
FAST static inline void put_eight(const sg_packed *l, uint32_t r, __m256i sum, float *y) {
    __m256 v = _mm256_cvtepi32_ps(sum);
    if (r + 8 <= l->rows) {
        v = _mm256_mul_ps(_mm256_loadu_ps(l->scale + r), v);
        _mm256_storeu_ps(y + r, _mm256_add_ps(_mm256_loadu_ps(l->bias + r), v));
        return;
    }
    float of[8];
    _mm256_storeu_ps(of, v);
    for (uint32_t i = r; i < l->rows; i++) y[i] = l->bias[i] + l->scale[i] * of[i - r];
}

FAST static void dense_desk(const sg_packed *l, const desk *d, float *y) {
    const sheet w = {l->bytes, l->stride, 0};
    for (uint32_t r = 0; r < l->rows; r += BLOCK)
        for (size_t k = 0; k < d->words; k += FEW) {
            __m256i sum[FEW + 1][2], none = _mm256_setzero_si256();
            size_t words = d->words - k < FEW ? d->words - k : FEW;
            sum_words(&w, r, d->of + k, words, none, none, sum);
            for (size_t i = 0; i < 2 * words; i++)
                put_eight(l, r + 8 * (uint32_t)(i % 2), sum[i / 2][i % 2], y + (k + i / 2) * l->rows);
        }
}

FAST static void fast_bytes(const sg_packed *l, const int16_t *x, size_t n, float *y) {
    desk d;
    for (size_t i = 0; i < n; i += d.words) {
        clear_desk(&d, l->stride);
        while (i + d.words < n && next_word(&d))
            for (size_t k = 0; k < l->stride / SPAN; k++) put_span(&d, k, load(x + (i + d.words - 1) * l->stride + k * SPAN));
        dense_desk(l, &d, y + i * l->rows);
    }
}
