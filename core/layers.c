/* layers.c: see layers.h. */
#include "layers.h"

/* The next stretch of words of sentence `at` of the order, and the place after it. */
static sg_stretch stretch_at(const sg_doc *d, const sg_order *o, size_t *at, uint32_t *word) {
    const sg_sent *s = &d->sents[o->sent[*at]];
    uint32_t left = s->count - *word;
    sg_stretch t = {s->first + *word, left < SG_STRETCH_WORDS ? left : SG_STRETCH_WORDS};
    *word += t.count;
    if (*word >= s->count) ++*at, *word = 0;
    return t;
}

sg_group sg_gather(const sg_doc *d, const sg_order *o, size_t *at, uint32_t *word) {
    sg_group g = {.rows = 1};
    while (*at < o->count && g.count < SG_GROUP) {
        size_t next = *at;
        uint32_t next_word = *word;
        sg_stretch t = stretch_at(d, o, &next, &next_word);
        if (g.count && g.rows + t.count > SG_GROUP_WORDS) break;
        *at = next, *word = next_word;
        if (!t.count) continue;
        uint32_t k = g.count++;
        for (; k && g.sent[k - 1].count < t.count; k--) g.sent[k] = g.sent[k - 1];
        g.sent[k] = t;
        g.rows += t.count;
    }
    for (uint32_t k = 0, row = 1; k < g.count; row += g.sent[k++].count) g.at[k] = row;
    return g;
}

/* What reads the input is done for all words at once; what reads the last output goes word by word, in step over the
 * sentences of the group (longest first, so those still running lead). */
void sg_lstm(sg_arena *a, const sg_kernel *kernel, const sg_layer *l, const sg_group *g, sg_reads in, bool backward,
             int16_t *out, size_t stride) {
    size_t h = l->back.cols, step = l->back.stride;
    sg_mark mark = sg_arena_mark(a);
    float *ahead = SG_RAW(a, float, in.rows * 4 * h), *from = SG_RAW(a, float, SG_GROUP * 4 * h);
    float *cell = SG_NEW(a, float, SG_GROUP *h);
    int16_t *last = sg_int_rows(a, SG_GROUP, step);
    kernel->dense(&l->in, in.x, in.rows, ahead);
    size_t running = g->count;
    for (size_t k = 0; running; k++) {
        while (running && g->sent[running - 1].count <= k) running--;
        kernel->dense(&l->back, last, running, from);
        for (size_t i = 0; i < running; i++) {
            size_t t = g->at[i] + (backward ? g->sent[i].count - 1 - k : k);
            kernel->cell(ahead + (in.row ? in.row[t] : t) * 4 * h, from + i * 4 * h, h, cell + i * h, last + i * step);
            memcpy(out + t * stride, last + i * step, h * sizeof *last);
        }
    }
    sg_arena_reset(a, mark);
}

float *sg_two_layers(sg_arena *a, const sg_kernel *kernel, const int16_t *state, size_t rows, const sg_layer *lower,
                     const sg_layer *higher) {
    const sg_packed *one = &lower->in, *two = &higher->in;
    float *hid = SG_RAW(a, float, rows * one->rows), *y = SG_RAW(a, float, rows * two->rows);
    int16_t *x = sg_int_rows(a, rows, two->stride);
    kernel->dense(one, state, rows, hid);
    for (size_t i = 0; i < rows; i++)
        kernel->quantise(hid + i * one->rows, one->rows, 0.0f, SG_LIMIT, (float)SG_ONE, x + i * two->stride);
    kernel->dense(two, x, rows, y);
    return y;
}
