/* tell.c: see tell.h. */
#include "tell.h"

enum { FORM_ROOM = 64 }; /* bytes of a word; longer ones have no meaning of their own */

/* The vector of a word by its small letters, and which word class it is, as the network reads them. */
static void meaning(const sg_model *m, const sg_tok *t, float *x) {
    char low[FORM_ROOM];
    long row = -1;
    size_t n = t->form.n < FORM_ROOM ? t->form.n : 0;
    for (size_t i = 0; i < n; i++)
        low[i] = (char)(t->form.s[i] >= 'A' && t->form.s[i] <= 'Z' ? t->form.s[i] + 32 : t->form.s[i]);
    if (n) row = sg_senses_find(&m->senses, (sg_str){low, n});
    if (row >= 0) m->kernel->add_row(m->sense.weight + (size_t)row * m->sense.cols, m->sense.scale[row], m->sense.cols, x);
    x[m->sense.cols + t->upos] = 1.0f;
}

static sg_reads inputs(sg_doc *d, const sg_model *m, const sg_group *g) {
    uint32_t width = m->tell[0].in.cols, stride = m->tell[0].in.stride;
    int16_t *in = sg_int_rows(d->arena, g->rows, stride);
    float *x = SG_NEW(d->arena, float, width);
    for (size_t s = 0; s < g->count; s++)
        for (size_t i = 0; i < g->sent[s].count; i++) {
            memset(x, 0, width * sizeof *x);
            meaning(m, &d->toks[g->sent[s].first + i], x);
            m->kernel->quantise(x, width, -SG_LIMIT, SG_LIMIT, (float)SG_ONE, in + (g->at[s] + i) * stride);
        }
    return (sg_reads){in, g->rows, NULL};
}

/* e to the x, x at most 0: a power of two times a polynomial that is right to 1e-5; only + and * are needed. */
static float exp_of(float x) {
    enum { LOWEST = -30 };
    float y = x * 1.44269504f;
    if (y < (float)LOWEST) return 0.0f;
    int whole = (int)y;
    float f = y - (float)whole; /* -1 to 0 */
    float p = 1.0f + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013333f))));
    for (; whole < 0; whole++) p *= 0.5f;
    return p;
}

static uint32_t best_of(const float *y, uint32_t n) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (y[i] > y[best]) best = i;
    return best;
}

/* The likeliest types of a word by the sums of its classes. */
static sg_likely likely_of(const sg_model *m, const float *y) {
    float kind[SG_ACT_KINDS + 1] = {0}, top = y[best_of(y, m->act_count)], all = 0;
    uint32_t best[SG_ACT_KINDS + 1] = {0};
    for (uint32_t c = 0; c < m->act_count; c++) {
        uint32_t k = m->acts[c].kind;
        float p = exp_of(y[c] - top);
        if (!best[k] || y[c] > y[best[k]]) best[k] = c;
        kind[k] += p;
        all += p;
    }
    sg_likely l = {.none = (uint8_t)(kind[0] / all * (float)SG_SURE + 0.5f)};
    for (int i = 0; i < SG_LIKELY; i++) {
        uint32_t k = 1;
        for (uint32_t o = 2; o <= SG_ACT_KINDS; o++)
            if (kind[o] > kind[k]) k = o;
        l.type[i].act = (uint8_t)best[k], l.type[i].p = (uint8_t)(kind[k] / all * (float)SG_SURE + 0.5f);
        kind[k] = 0;
    }
    return l;
}

static bool may_tell(const sg_tok *t) {
    return t->upos == SG_POS_VERB || t->upos == SG_POS_NOUN || t->upos == SG_POS_ADJ || t->upos == SG_POS_PROPN;
}

static void tell_group(sg_doc *d, const sg_model *m, const sg_group *g) {
    size_t h = m->tell[0].back.cols, stride = sg_stride((uint32_t)(2 * h)), n = 0;
    sg_reads in = inputs(d, m, g);
    int16_t *out = sg_int_rows(d->arena, g->rows, stride), *x = sg_int_rows(d->arena, g->rows, stride);
    uint32_t *tok = SG_NEW(d->arena, uint32_t, g->rows);
    sg_lstm(d->arena, m->kernel, &m->tell[0], g, in, false, out, stride);
    sg_lstm(d->arena, m->kernel, &m->tell[1], g, in, true, out + h, stride);
    for (size_t s = 0; s < g->count; s++)
        for (uint32_t i = 0; i < g->sent[s].count; i++) {
            if (!may_tell(&d->toks[g->sent[s].first + i])) continue;
            memcpy(x + n * stride, out + (g->at[s] + i) * stride, 2 * h * sizeof *x);
            tok[n++] = g->sent[s].first + i;
        }
    const float *y = sg_two_layers(d->arena, m->kernel, x, n, &m->act1, &m->act2);
    for (size_t i = 0; i < n; i++) d->toks[tok[i]].likely = likely_of(m, y + i * m->act_count);
}

/* Does the sentence name nobody who could act? */
static bool names_nobody(const sg_doc *d, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (d->toks[t].ent_count || d->toks[t].hit != NONE) return false;
    return true;
}

void sg_tell(sg_doc *d, const sg_model *m, bool all) {
    bool *passed = SG_NEW(d->arena, bool, d->sent_count);
    for (size_t i = 0; i < d->sent_count; i++) passed[i] = !all && names_nobody(d, &d->sents[i]);
    d->acts = m->acts;
    uint32_t word = 0;
    for (size_t sent = 0; sent < d->sent_count;) {
        sg_group g = sg_gather(d, passed, &sent, &word);
        if (!g.count) break;
        sg_mark mark = sg_arena_mark(d->arena);
        tell_group(d, m, &g);
        sg_arena_reset(d->arena, mark);
    }
}
