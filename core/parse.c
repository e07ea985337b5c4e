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
    uint32_t n; /* nodes with the root */
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
    *c = (contraction){older,
                       rep,
                       0,
                       SG_NEW(g->a, uint32_t, g->n),
                       SG_NEW(g->a, uint32_t, g->n),
                       SG_NEW(g->a, uint32_t, g->n),
                       SG_NEW(g->a, uint32_t, g->n)};
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

/* What the rows of a group are to each other, before trees are made. */
typedef struct heads {
    sg_arena *a;
    const sg_model *m;
    const int16_t *state; /* row 0: the root */
    size_t rows, stride;  /* stride of head and mid */
    int16_t *head, *mid;  /* as a head; as a dependant, turned towards heads (at FINE) */
    float *bias;          /* how readily a row is a head at all */
    float *up, *down;     /* for labels: as a head, as a dependant */
} heads;

/* A layer over all rows, held between low and SG_LIMIT, as input of the next. */
static int16_t *pass(const heads *h, const sg_packed *l, const int16_t *x, float low, float one) {
    uint32_t stride = sg_stride(l->rows);
    float *y = SG_RAW(h->a, float, h->rows * l->rows);
    int16_t *q = sg_int_rows(h->a, h->rows, stride);
    h->m->kernel->dense(l, x, h->rows, y);
    for (size_t i = 0; i < h->rows; i++)
        h->m->kernel->quantise(y + i * l->rows, l->rows, low, SG_LIMIT, one, q + i * stride);
    return q;
}

static heads prepare(sg_arena *a, const sg_model *m, const int16_t *state, size_t rows) {
    heads h = {.a = a, .m = m, .state = state, .rows = rows, .stride = sg_stride(m->arc_mid.in.rows)};
    size_t dim = m->rel_dep.in.rows;
    h.bias = SG_RAW(a, float, rows);
    h.up = SG_RAW(a, float, rows *dim);
    h.down = SG_RAW(a, float, rows *dim);
    h.head = pass(&h, &m->arc_head.in, state, 0.0f, (float)SG_ONE);
    int16_t *dep = pass(&h, &m->arc_dep.in, state, 0.0f, (float)SG_ONE);
    h.mid = pass(&h, &m->arc_mid.in, dep, -SG_LIMIT, (float)FINE);
    m->kernel->dense(&m->arc_bias.in, h.head, rows, h.bias);
    for (size_t i = 0; i < rows * h.stride; i++) h.head[i] = (int16_t)(h.head[i] / (SG_ONE / FINE));
    m->kernel->dense(&m->rel_head.in, state, rows, h.up);
    m->kernel->dense(&m->rel_dep.in, state, rows, h.down);
    return h;
}

/* The sentence whose first word has row `at`: every word as the head of every other. */
static float *arcs(const heads *h, size_t at, size_t n) {
    float *score = SG_NEW(h->a, float, (n + 1) * (n + 1));
    for (size_t u = 0; u <= n; u++) {
        size_t row = u ? at + u - 1 : 0;
        for (size_t v = 1; v <= n; v++) {
            int32_t dot = h->m->kernel->dot(h->head + row * h->stride, h->mid + (at + v - 1) * h->stride, h->stride);
            score[u * (n + 1) + v] = u == v ? NEVER : (float)dot / (float)(FINE * FINE) + h->bias[row];
        }
    }
    return score;
}

/* Only the root's arc is called root. */
static uint32_t best_label(const sg_model *m, const float *z, bool root) {
    uint32_t best = NONE;
    for (uint32_t r = 0; r < m->rel_count; r++)
        if (root == (m->rels[r] == SG_DEP_ROOT) && (best == NONE || z[r] > z[best])) best = r;
    return best;
}

static void labels(const heads *h, size_t at, size_t n, const uint32_t *head, sg_tok *toks) {
    const sg_model *m = h->m;
    size_t dim = m->rel_dep.in.rows, stride = m->rel_out.in.stride;
    float *z = SG_RAW(h->a, float, n *m->rel_count);
    int16_t *x = sg_int_rows(h->a, n, stride);
    for (size_t v = 0; v < n; v++) {
        float *down = h->down + (at + v) * dim, *up = h->up + (head[v + 1] ? at + head[v + 1] - 1 : 0) * dim;
        for (size_t k = 0; k < dim; k++) down[k] += up[k];
        m->kernel->quantise(down, dim, 0.0f, SG_LIMIT, (float)SG_ONE, x + v * stride);
    }
    m->kernel->dense(&m->rel_out.in, x, n, z);
    for (size_t v = 0; v < n; v++) {
        uint32_t best = best_label(m, z + v * m->rel_count, head[v + 1] == 0);
        toks[v].deprel = m->rels[best];
        toks[v].label = m->rel_names[best];
    }
}

static void parse_group(sg_doc *d, const sg_model *m, const sg_group *g, sg_reading *words) {
    const int16_t *state = sg_encode(d, m, g, words);
    heads h = prepare(d->arena, m, state, g->rows);
    for (uint32_t i = 0; i < g->count; i++) {
        sg_stretch s = g->sent[i];
        sg_mark mark = sg_arena_mark(d->arena);
        uint32_t *head = SG_NEW(d->arena, uint32_t, s.count + 1);
        sg_tree(d->arena, arcs(&h, g->at[i], s.count), s.count, head);
        labels(&h, g->at[i], s.count, head, d->toks + s.first);
        for (uint32_t k = 0; k < s.count; k++) d->toks[s.first + k].head = head[k + 1] ? s.first + head[k + 1] - 1 : NONE;
        sg_arena_reset(d->arena, mark);
    }
}

static void relabel(const sg_model *m, sg_tok *t, uint8_t to) {
    for (uint32_t r = 0; r < m->rel_count; r++)
        if (m->rels[r] == to) t->deprel = to, t->label = m->rel_names[r];
}

/* Where a sentence was read in pieces, the later roots hang on the first one. */
static void join_pieces(sg_doc *d, const sg_model *m, const sg_sent *s) {
    uint32_t root = NONE;
    for (uint32_t i = s->first; s->count > SG_STRETCH_WORDS && i < s->first + s->count; i++) {
        sg_tok *t = &d->toks[i];
        if (t->head != NONE) continue;
        if (root == NONE) {
            root = i;
            continue;
        }
        t->head = root;
        relabel(m, t, SG_DEP_PARATAXIS);
    }
}

/* Labels are chosen one by one; a clause's voice is one for all: its auxiliary tells it, else its object. */
static void settle_voice(sg_doc *d, const sg_model *m, const sg_sent *s) {
    enum { OBJECT = 1, PASSIVE = 2 };
    uint8_t *voice = SG_NEW(d->arena, uint8_t, s->count);
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->head == NONE) continue;
        if (t->deprel == SG_DEP_OBJ) voice[t->head - s->first] |= OBJECT;
        if (t->deprel == SG_DEP_AUX_PASS) voice[t->head - s->first] |= PASSIVE;
    }
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        sg_tok *t = &d->toks[i];
        uint8_t v = t->head == NONE ? 0 : voice[t->head - s->first];
        if (t->deprel == SG_DEP_NSUBJ_PASS && v == OBJECT) relabel(m, t, SG_DEP_NSUBJ);
        if (t->deprel == SG_DEP_NSUBJ && (v & PASSIVE)) relabel(m, t, SG_DEP_NSUBJ_PASS);
    }
}

/* What a group's network takes of the arena, about. */
static size_t room_of(size_t longest, size_t rows, const sg_model *m) {
    return (rows + SG_GROUP) * (m->hidden * 128 + m->tag_count * 8) + 16 * longest * longest;
}

/* How many words of a sentence are read at once, at most. */
static uint32_t stretch_of(const sg_sent *s) {
    return s->count < SG_STRETCH_WORDS ? s->count : SG_STRETCH_WORDS;
}

/* The sentences asked for, the longest first; of two as long, the earlier one. */
static sg_order by_length(sg_doc *d, const bool *asked) {
    uint32_t from[SG_STRETCH_WORDS + 2] = {0}; /* by words less than the longest stretch: how many come before */
    sg_order o = {SG_NEW(d->arena, uint32_t, d->sent_count), 0};
    for (size_t i = 0; i < d->sent_count; i++)
        if (!asked || asked[i]) from[SG_STRETCH_WORDS - stretch_of(&d->sents[i]) + 1]++, o.count++;
    for (size_t k = 1; k <= SG_STRETCH_WORDS; k++) from[k] += from[k - 1];
    for (uint32_t i = 0; i < d->sent_count; i++)
        if (!asked || asked[i]) o.sent[from[SG_STRETCH_WORDS - stretch_of(&d->sents[i])]++] = i;
    return o;
}

/* What a group's network needs is given back before the next: only strings stay. */
void sg_encode_parse(sg_doc *d, const sg_model *m, const bool *asked) {
    sg_order read = by_length(d, asked);
    size_t longest = read.count ? stretch_of(&d->sents[read.sent[0]]) : 0;
    size_t rows = d->tok_count + 1 < SG_GROUP_WORDS ? d->tok_count + 1 : SG_GROUP_WORDS;
    if (longest >= rows) rows = longest + 1;
    sg_reading *words = SG_NEW(d->arena, sg_reading, rows + 1);
    sg_arena_room(d->arena, room_of(longest, rows, m));
    uint32_t word = 0;
    for (size_t at = 0; at < read.count;) {
        sg_group g = sg_gather(d, &read, &at, &word);
        if (!g.count) break;
        sg_mark mark = sg_arena_mark(d->arena);
        parse_group(d, m, &g, words);
        sg_arena_reset(d->arena, mark);
        for (uint32_t i = 0; i < g.count; i++)
            for (uint32_t k = 0; k < g.sent[i].count; k++) {
                sg_tok *t = &d->toks[g.sent[i].first + k];
                bool of_name = k && t->deprel == SG_DEP_AMOD && t->head != NONE &&
                               words[g.at[i] + (t->head - g.sent[i].first)].tag->upos == SG_POS_PROPN;
                sg_encode_word(d, m, t, &words[g.at[i] + k], of_name);
            }
    }
    for (size_t i = 0; i < read.count; i++) {
        const sg_sent *s = &d->sents[read.sent[i]];
        join_pieces(d, m, s);
        settle_voice(d, m, s);
        sg_encode_perfect(d, m, s);
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
