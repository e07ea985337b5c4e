/* parse.c: see parse.h. Arcs are scored pair by pair; the tree is the heaviest one (Chu-Liu, Edmonds), which
 * in most sentences is what each word likes best. */
#include "parse.h"

#include "encode.h"
#include "kernel.h"

#define NEVER (-1e30f)

/* ---- the heaviest tree ---- */

typedef struct contraction {
    struct contraction *older;
    uint32_t rep, count;
    uint32_t *node, *parent; /* the cycle, and who is whose head in it */
    uint32_t *enter, *leave; /* by outer node: the cycle's end of the arc from, to it */
} contraction;

typedef struct graph {
    sg_arena *a;
    float *s;
    uint32_t n;        /* nodes with the root */
    bool *gone;
    uint32_t *best;
} graph;

static float *arc(graph *g, uint32_t from, uint32_t to) {
    return &g->s[(size_t)from * g->n + to];
}

static void choose(graph *g) {
    for (uint32_t v = 1; v < g->n; v++) {
        if (g->gone[v]) continue;
        uint32_t b = v == 1 ? (g->n > 2 ? 2 : 0) : 0;
        float top = NEVER * 2;
        for (uint32_t u = 0; u < g->n; u++)
            if (u != v && !g->gone[u] && *arc(g, u, v) > top) top = *arc(g, u, v), b = u;
        g->best[v] = b;
    }
}

/* A node on a cycle, or 0. */
static uint32_t on_cycle(const graph *g, uint32_t *seen) {
    memset(seen, 0, g->n * sizeof *seen);
    for (uint32_t v = 1; v < g->n; v++) {
        uint32_t u = v;
        while (u && !g->gone[v] && !seen[u]) seen[u] = v, u = g->best[u];
        if (u && !g->gone[v] && seen[u] == v) return u;
    }
    return 0;
}

static contraction *contract(graph *g, uint32_t rep, contraction *older) {
    contraction *c = SG_NEW(g->a, contraction, 1);
    bool *in = SG_NEW(g->a, bool, g->n);
    *c = (contraction){older, rep, 0, SG_NEW(g->a, uint32_t, g->n), SG_NEW(g->a, uint32_t, g->n),
                       SG_NEW(g->a, uint32_t, g->n), SG_NEW(g->a, uint32_t, g->n)};
    for (uint32_t v = rep;;) {
        in[v] = true;
        c->node[c->count] = v;
        c->parent[c->count++] = g->best[v];
        v = g->best[v];
        if (v == rep) break;
    }
    for (uint32_t u = 0; u < g->n; u++) {
        if (g->gone[u] || in[u]) continue;
        float to = NEVER * 4, from = NEVER * 4;
        for (uint32_t i = 0; i < c->count; i++) {
            uint32_t v = c->node[i];
            float x = *arc(g, u, v) - *arc(g, c->parent[i], v), y = *arc(g, v, u);
            if (x > to) to = x, c->enter[u] = v;
            if (y > from) from = y, c->leave[u] = v;
        }
        *arc(g, u, rep) = to < NEVER ? NEVER : to;
        *arc(g, rep, u) = from;
    }
    for (uint32_t i = 1; i < c->count; i++) g->gone[c->node[i]] = true;
    return c;
}

static void expand(graph *g, const contraction *c) {
    for (; c; c = c->older) {
        uint32_t from = g->best[c->rep], into = c->enter[from];
        for (uint32_t i = 1; i < c->count; i++) g->gone[c->node[i]] = false;
        for (uint32_t v = 1; v < g->n; v++) {
            bool member = false;
            for (uint32_t i = 0; i < c->count; i++) member |= c->node[i] == v;
            if (!member && !g->gone[v] && g->best[v] == c->rep) g->best[v] = c->leave[v];
        }
        for (uint32_t i = 0; i < c->count; i++) g->best[c->node[i]] = c->parent[i];
        g->best[into] = from;
    }
}

void sg_tree(sg_arena *a, const float *score, uint32_t n, uint32_t *head) {
    sg_mark mark = sg_arena_mark(a);
    size_t all = (size_t)(n + 1) * (n + 1);
    graph g = {a, SG_NEW(a, float, all), n + 1, SG_NEW(a, bool, n + 1), SG_NEW(a, uint32_t, n + 1)};
    memcpy(g.s, score, all * sizeof *score);
    uint32_t root = 1, *seen = SG_NEW(a, uint32_t, n + 1);
    for (uint32_t v = 2; v <= n; v++)
        if (score[v] > score[root]) root = v;
    for (uint32_t v = 1; v <= n; v++)
        if (v != root) *arc(&g, 0, v) = NEVER;
    contraction *c = NULL;
    for (;;) {
        choose(&g);
        uint32_t v = on_cycle(&g, seen);
        if (!v) break;
        c = contract(&g, v, c);
    }
    expand(&g, c);
    memcpy(head + 1, g.best + 1, n * sizeof *head);
    sg_arena_reset(a, mark);
}

/* ---- scores ---- */

enum { FINE = 512 }; /* 1.0 in arc products: 128 products of two such fit 32 bits */

typedef struct heads {
    sg_arena *a;
    const sg_model *m;
    const int16_t *state; /* row 0: the root */
    uint32_t n;
} heads;

/* A layer over all rows, held between low and SG_LIMIT, as input of the next. */
static int16_t *pass(const heads *h, const sg_packed *l, const int16_t *x, float low, float one) {
    uint32_t stride = sg_stride(l->rows);
    float *y = SG_NEW(h->a, float, (size_t)(h->n + 1) * l->rows);
    int16_t *q = sg_int_rows(h->a, h->n + 1, stride);
    h->m->kernel->dense(l, x, h->n + 1, y);
    for (size_t i = 0; i <= h->n; i++) h->m->kernel->quantise(y + i * l->rows, l->rows, low, SG_LIMIT, one, q + i * stride);
    return q;
}

static float *arcs(const heads *h) {
    const sg_model *m = h->m;
    uint32_t stride = sg_stride(m->arc_mid.in.rows), n = h->n;
    float *score = SG_NEW(h->a, float, (size_t)(n + 1) * (n + 1)), *bias = SG_NEW(h->a, float, n + 1);
    int16_t *head = pass(h, &m->arc_head.in, h->state, 0.0f, (float)SG_ONE);
    int16_t *dep = pass(h, &m->arc_dep.in, h->state, 0.0f, (float)SG_ONE);
    int16_t *mid = pass(h, &m->arc_mid.in, dep, -SG_LIMIT, (float)FINE);
    m->kernel->dense(&m->arc_bias.in, head, n + 1, bias);
    for (size_t i = 0; i < (n + 1) * (size_t)stride; i++) head[i] = (int16_t)(head[i] / (SG_ONE / FINE));
    for (size_t u = 0; u <= n; u++)
        for (size_t v = 1; v <= n; v++)
            score[u * (n + 1) + v] =
                u == v ? NEVER
                       : (float)m->kernel->dot(head + u * stride, mid + v * stride, stride) / (float)(FINE * FINE) + bias[u];
    return score;
}

static uint32_t best_label(const sg_model *m, const float *z, bool root) {
    uint32_t best = NONE;
    for (uint32_t r = 0; r < m->rel_count; r++)
        if (root == (m->rels[r] == SG_DEP_ROOT) && (best == NONE || z[r] > z[best])) best = r;
    return best;
}

static void labels(const heads *h, const uint32_t *head, sg_tok *toks) {
    const sg_model *m = h->m;
    uint32_t dim = m->rel_dep.in.rows, stride = m->rel_out.in.stride, n = h->n;
    float *up = SG_NEW(h->a, float, (size_t)(n + 1) * dim), *down = SG_NEW(h->a, float, (size_t)(n + 1) * dim);
    float *z = SG_NEW(h->a, float, (size_t)(n + 1) * m->rel_count);
    int16_t *x = sg_int_rows(h->a, n + 1, stride);
    m->kernel->dense(&m->rel_head.in, h->state, n + 1, up);
    m->kernel->dense(&m->rel_dep.in, h->state, n + 1, down);
    for (size_t v = 1; v <= n; v++) {
        for (size_t k = 0; k < dim; k++) down[v * dim + k] += up[head[v] * dim + k];
        m->kernel->quantise(down + v * dim, dim, 0.0f, SG_LIMIT, (float)SG_ONE, x + v * stride);
    }
    m->kernel->dense(&m->rel_out.in, x, n + 1, z);
    for (size_t v = 1; v <= n; v++) {
        uint32_t best = best_label(m, z + v * m->rel_count, head[v] == 0);
        toks[v - 1].deprel = m->rels[best];
        toks[v - 1].label = m->rel_names[best];
    }
}

static void parse_sentence(sg_doc *d, const sg_model *m, const sg_sent *s, const sg_tag **tags) {
    uint32_t stride = sg_stride(2 * m->hidden);
    int16_t *state = sg_encode(d, m, s, tags);
    heads h = {d->arena, m, NULL, s->count};
    int16_t *with_root = sg_int_rows(d->arena, s->count + 1, stride);
    m->kernel->quantise(m->root, 2 * m->hidden, -SG_LIMIT, SG_LIMIT, (float)SG_ONE, with_root);
    memcpy(with_root + stride, state, (size_t)s->count * stride * sizeof *state);
    h.state = with_root;
    uint32_t *head = SG_NEW(d->arena, uint32_t, s->count + 1);
    sg_tree(d->arena, arcs(&h), s->count, head);
    labels(&h, head, d->toks + s->first);
    for (uint32_t i = 0; i < s->count; i++) d->toks[s->first + i].head = head[i + 1] ? s->first + head[i + 1] - 1 : NONE;
}

/* Makes sure that the arena's newest block has room for the longest sentence's network, so that marks and
 * resets do not ask the system for memory sentence by sentence. */
static void make_room(sg_arena *a, size_t longest, size_t hidden) {
    size_t need = (longest + 1) * (hidden * 128 + 12 * longest) / 64 * 64;
    sg_alloc(a, need, 1);
    sg_mark mark = sg_arena_mark(a);
    mark.at -= need;
    sg_arena_reset(a, mark);
}

/* What a sentence's network needs is given back before the next: only strings stay. */
void sg_encode_parse(sg_doc *d, const sg_model *m) {
    uint32_t longest = 0;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].count > longest) longest = d->sents[i].count;
    const sg_tag **tags = (const sg_tag **)sg_alloc(d->arena, longest + 1, sizeof *tags);
    make_room(d->arena, longest, m->hidden);
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (!s->count) continue;
        sg_mark mark = sg_arena_mark(d->arena);
        parse_sentence(d, m, s, tags);
        sg_arena_reset(d->arena, mark);
        for (uint32_t k = 0; k < s->count; k++) sg_encode_tag(d, m, &d->toks[s->first + k], tags[k]);
    }
}

void sg_children(sg_doc *d) {
    for (uint32_t i = 0; i < d->tok_count; i++) d->toks[i].child = d->toks[i].next = NONE;
    for (uint32_t i = (uint32_t)d->tok_count; i-- > 0;) {
        sg_tok *t = &d->toks[i];
        if (t->head == NONE) {
            d->sents[t->sent].root = i;
            continue;
        }
        t->next = d->toks[t->head].child;
        d->toks[t->head].child = i;
    }
}
