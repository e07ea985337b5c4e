/* tell.c: see tell.h. */
#include "tell.h"

#include "sense.h"

#include <math.h>

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
        float p = sg_exp(y[c] - top);
        if (!best[k] || y[c] > y[best[k]]) best[k] = c;
        kind[k] += p;
        all += p;
    }
    if (!(all > 0)) return (sg_likely){0};
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

/* ---- whom other words name ---- */

static bool may_name(const sg_tok *t) {
    return sg_is_nounish(t->upos);
}

/* Up from a word: those above it, and the relations on the way as one number (train/acts.py). */
enum { STEPS = 3, BY_DISTANCE = 8 };
typedef struct climb {
    uint32_t at[STEPS + 1], name[STEPS + 1];
} climb;

static climb climb_from(const sg_doc *d, uint32_t t) {
    climb c = {{t}, {1}};
    for (size_t i = 1; i <= STEPS; i++) {
        uint32_t below = c.at[i - 1];
        c.at[i] = below == NONE ? NONE : d->toks[below].head;
        c.name[i] = below == NONE ? 0 : c.name[i - 1] * 131u + d->toks[below].deprel + 1u;
    }
    return c;
}

/* The number of the way from one word to another: through where they first meet, else by side and distance. */
static uint32_t way_between(const climb *a, const climb *b) {
    for (size_t all = 0; all <= 2 * STEPS; all++)
        for (size_t k = all > STEPS ? all - STEPS : 0; k <= STEPS && k <= all; k++) {
            if (a->at[k] == NONE || a->at[k] != b->at[all - k]) continue;
            uint32_t h = a->name[k] * 65599u + b->name[all - k];
            h ^= h >> 15;
            h *= 0x2C1B3C6Du;
            h ^= h >> 12;
            return BY_DISTANCE + h % (SG_PATHS - BY_DISTANCE);
        }
    bool ahead = b->at[0] > a->at[0];
    uint32_t gap = ahead ? b->at[0] - a->at[0] : a->at[0] - b->at[0];
    return (gap < 6 ? 0u : gap < 12 ? 1u : gap < 24 ? 2u : 3u) + (ahead ? 4u : 0u);
}

/* Of what sector are those whom a word names? The first class is nobody. */
static sg_meant meant_of(const sg_model *m, const float *y) {
    uint32_t best = 1;
    for (uint32_t k = 2; k < m->sector_count; k++)
        if (y[k] > y[best]) best = k;
    float some = 0, top = y[0] > y[best] ? y[0] : y[best], none = sg_exp(y[0] - top);
    for (uint32_t k = 1; k < m->sector_count; k++) some += sg_exp(y[k] - top);
    if (!(some > 0)) return (sg_meant){.nobody = SG_SURE};
    return (sg_meant){.sector = (uint8_t)best,
                      .p = (uint8_t)(sg_exp(y[best] - top) / some * (float)SG_SURE + 0.5f),
                      .nobody = (uint8_t)(none / (none + some) * (float)SG_SURE + 0.5f)};
}

static uint8_t chance_of(float x) {
    float p = x < 0 ? sg_exp(x) / (1.0f + sg_exp(x)) : 1.0f / (1.0f + sg_exp(-x));
    return (uint8_t)(p * (float)SG_SURE + 0.5f);
}

static void keep_named(sg_whom *n, uint32_t tok, uint8_t p) {
    size_t i = SG_WHOM_MOST;
    for (; i && (n->tok[i - 1] == NONE || n->p[i - 1] < p); i--)
        if (i < SG_WHOM_MOST) n->tok[i] = n->tok[i - 1], n->p[i] = n->p[i - 1];
    if (i < SG_WHOM_MOST) n->tok[i] = tok, n->p[i] = p;
}

/* Rows of a layer over some of the words. */
typedef struct rows {
    const float *y;
    const uint32_t *tok;
    size_t count;
} rows;

/* The words of one sentence that a word which may tell an act is joined to: sums of both sides' products, what speaks for
 * either word alone, and the way between them. */
static void name_parties(sg_doc *d, const sg_model *m, uint32_t t, const float *told, const rows *names, const climb *up) {
    uint32_t width = m->teller.w.rows, size = (width - SG_SIDES) / SG_SIDES;
    float scale = 1.0f / sqrtf((float)size);
    sg_whom *side = d->whom + (size_t)t * SG_SIDES;
    climb from = climb_from(d, t);
    for (size_t s = 0; s < SG_SIDES; s++) side[s] = (sg_whom){{NONE, NONE, NONE, NONE}, {0}};
    for (size_t i = 0; i < names->count; i++) {
        if (names->tok[i] == t) continue;
        uint32_t way = way_between(&from, &up[i]);
        const float *name = names->y + i * width;
        for (uint32_t s = 0; s < SG_SIDES; s++) {
            float sum = 0;
            for (uint32_t k = 0; k < size; k++) sum += told[s * size + k] * name[s * size + k];
            sum = sum * scale + told[SG_SIDES * size + s] + name[SG_SIDES * size + s] +
                  m->path.scale[s] * (float)m->path.weight[s * SG_PATHS + way];
            keep_named(&side[s], names->tok[i], chance_of(sum));
        }
    }
    d->toks[t].has_whom = true;
}

/* ---- sentences ---- */

/* States of the words that pass the test, one behind the other. */
static size_t gather(const sg_doc *d, const sg_group *g, bool test(const sg_tok *), const int16_t *state, size_t stride,
                     int16_t *x, uint32_t *tok) {
    size_t n = 0;
    for (size_t s = 0; s < g->count; s++)
        for (uint32_t i = 0; i < g->sent[s].count; i++) {
            if (!test(&d->toks[g->sent[s].first + i])) continue;
            memcpy(x + n * stride, state + (g->at[s] + i) * stride, stride * sizeof *x);
            tok[n++] = g->sent[s].first + i;
        }
    return n;
}

static void pair_group(sg_doc *d, const sg_model *m, const rows *tell, const rows *name) {
    climb *up = SG_RAW(d->arena, climb, name->count + 1);
    for (size_t i = 0; i < name->count; i++) up[i] = climb_from(d, name->tok[i]);
    uint32_t width = m->teller.w.rows;
    for (size_t i = 0, from = 0, to = 0; i < tell->count; i++) {
        uint32_t sent = d->toks[tell->tok[i]].sent;
        if (to <= from || d->toks[name->tok[from]].sent != sent) {
            for (from = 0; from < name->count && d->toks[name->tok[from]].sent != sent;) from++;
            for (to = from; to < name->count && d->toks[name->tok[to]].sent == sent;) to++;
        }
        rows here = {name->y + from * width, name->tok + from, to - from};
        name_parties(d, m, tell->tok[i], tell->y + i * width, &here, up + from);
    }
}

static bool is_asked(const sg_tok *t) {
    return may_tell(t) || may_name(t);
}

static void tell_group(sg_doc *d, const sg_model *m, const sg_group *g) {
    size_t stride = sg_stride(m->known.cols), width = m->teller.w.rows;
    const int16_t *state = sg_sense(d, m, g, is_asked);
    int16_t *x = sg_int_rows(d->arena, g->rows, stride);
    uint32_t *tok = SG_NEW(d->arena, uint32_t, g->rows), *names = SG_NEW(d->arena, uint32_t, g->rows);
    size_t n = gather(d, g, may_name, state, stride, x, names);
    float *named = SG_RAW(d->arena, float, n *width + 1), *teller = SG_RAW(d->arena, float, g->rows *width);
    m->kernel->dense(&m->named.in, x, n, named);
    const float *who = sg_two_layers(d->arena, m->kernel, x, n, &m->who1, &m->who2);
    for (size_t i = 0; i < n; i++) d->toks[names[i]].meant = meant_of(m, who + i * m->sector_count);
    size_t told = gather(d, g, may_tell, state, stride, x, tok);
    m->kernel->dense(&m->teller.in, x, told, teller);
    const float *y = sg_two_layers(d->arena, m->kernel, x, told, &m->act1, &m->act2);
    for (size_t i = 0; i < told; i++) d->toks[tok[i]].likely = likely_of(m, y + i * m->act_count);
    pair_group(d, m, &(rows){teller, tok, told}, &(rows){named, names, n});
}

/* Does the sentence neither name anybody who could act, nor point to him? */
static bool names_nobody(const sg_doc *d, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (d->toks[t].ent_count || d->toks[t].hit != NONE || d->toks[t].upos == SG_POS_PRON) return false;
    return true;
}

/* Are there more bytes in it that were no character (each is U+FFFD by now) than letters? Then it is no language, but a file
 * of another kind, and its words are all pieces: the dearest there are. */
static bool is_noise(const sg_doc *d, const sg_sent *s) {
    static const char lost[] = "\xEF\xBF\xBD";
    sg_str in = s->in_title ? d->title : d->text;
    size_t holes = 0, letters = 0;
    if (!s->count) return false;
    for (size_t i = d->toks[s->first].start; i < d->toks[s->first + s->count - 1].end; i++) {
        letters += (in.s[i] | 32) >= 'a' && (in.s[i] | 32) <= 'z';
        holes += i + 3 <= in.n && !memcmp(in.s + i, lost, 3);
    }
    return holes > letters;
}

void sg_tell(sg_doc *d, const sg_model *m, bool all) {
    sg_order read = {SG_NEW(d->arena, uint32_t, d->sent_count), 0};
    for (uint32_t i = 0; i < d->sent_count; i++)
        if ((all || !names_nobody(d, &d->sents[i])) && !is_noise(d, &d->sents[i])) read.sent[read.count++] = i;
    d->acts = m->acts;
    d->sectors = m->sectors;
    d->whom = SG_RAW(d->arena, sg_whom, SG_SIDES * d->tok_count + 1);
    uint32_t word = 0;
    for (size_t at = 0; at < read.count;) {
        sg_group g = sg_gather(d, &read, &at, &word);
        if (!g.count) break;
        sg_mark mark = sg_arena_mark(d->arena);
        tell_group(d, m, &g);
        sg_arena_reset(d->arena, mark);
    }
}
