/* theme.c: see theme.h. */
#include "theme.h"

#include "algebra.h"

enum { CONTEXTS = 64, REACH = 120, LEAST = 3, NAMES = 1 };

/* A word or phrase of the text that names contexts. */
typedef struct hit {
    uint32_t first, last;
    const sg_row *row;
} hit;

/* Contexts and how often each is named, in the order in which they come. */
typedef struct tally {
    sg_str name[CONTEXTS];
    size_t times[CONTEXTS], count;
} tally;

typedef struct theme {
    const sg_doc *d;
    hit *hits;
    size_t count, cap;
} theme;

/* Who acts, and how, is no topic: it stands beside one. */
static bool is_topic(sg_str context) {
    return !sg_list_has("diplomatic|military|legal|legislative|executive", context);
}

static void tell(tally *t, const char *contexts, bool arms) {
    sg_str rest = sg_str_of(contexts), one;
    while (contexts && sg_cut(&rest, '|', &one)) {
        size_t k = 0;
        if (!is_topic(one) && !(arms && sg_eqz(one, "military"))) continue;
        while (k < t->count && !sg_eq(t->name[k], one)) k++;
        if (k == CONTEXTS) continue;
        if (k == t->count) t->name[t->count] = one, t->times[t->count++] = 0;
        t->times[k]++;
    }
}

/* The context that is named most, the first of several; an empty one where none is named `least` times. */
static sg_str most_named(const tally *t, size_t least) {
    size_t best = 0;
    for (size_t k = 1; k < t->count; k++)
        if (t->times[k] > t->times[best]) best = k;
    return t->count && t->times[best] >= least ? t->name[best] : (sg_str){0};
}

static void find_words(theme *m) {
    const sg_doc *d = m->d;
    for (uint32_t t = 0; t < d->tok_count; t++) {
        uint32_t last = t;
        const sg_sent *s = &d->sents[d->toks[t].sent];
        if (s->discarded || s->doubted) continue;
        sg_rows rows = sg_longest_rows(d, SG_T_CONTEXTS, t, &last);
        for (size_t i = 0; i < rows.count; i++)
            *SG_PUSH(d->arena, m->hits, m->count, m->cap) = (hit){t, last, rows.row[i]};
    }
}

/* The first hit at or behind a word. */
static size_t hit_from(const theme *m, uint32_t t) {
    size_t low = 0, high = m->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (m->hits[middle].first < t) low = middle + 1;
        else high = middle;
    }
    return low;
}

static bool has_topic(const char *contexts) {
    tally t = {.count = 0};
    tell(&t, contexts, false);
    return t.count > 0;
}

static void explain(const sg_doc *d, sg_ev *e, const hit *h) {
    sg_why *why = SG_NEW(d->arena, sg_why, e->why_count + 1);
    if (e->why_count) memcpy(why, e->why, e->why_count * sizeof *why);
    why[e->why_count++] = h ? (sg_why){"context", h->row, NULL, h->first, h->last}
                            : (sg_why){"context", NULL, "context: what the report is about", e->first, e->last};
    e->why = why, e->why_cap = e->why_count;
}

static void take(const sg_doc *d, sg_ev *e, sg_str context, const hit *h) {
    const char *own = sg_dup(d->arena, context);
    e->context = e->context ? sg_printf(d->arena, "%s|%s", e->context, own) : own;
    explain(d, e, h);
}

/* What the words of its sentence name, not too far from the act. */
static bool by_sentence(const theme *m, sg_ev *e) {
    const sg_sent *s = &m->d->sents[m->d->toks[e->head].sent];
    uint32_t from = e->head > s->first + REACH ? e->head - REACH : s->first, end = s->first + s->count;
    uint32_t stop = end > e->head + REACH ? e->head + REACH : end;
    tally t = {.count = 0};
    size_t first = hit_from(m, from);
    for (size_t i = first; i < m->count && m->hits[i].first < stop; i++) tell(&t, m->hits[i].row->cell[NAMES], false);
    sg_str topic = most_named(&t, 1);
    for (size_t i = first; topic.n && i < m->count && m->hits[i].first < stop; i++)
        if (sg_list_has(m->hits[i].row->cell[NAMES], topic)) {
            take(m->d, e, topic, &m->hits[i]);
            return true;
        }
    return false;
}

void sg_themes(sg_doc *d, sg_ev *acts, size_t count) {
    theme m = {.d = d};
    tally all = {.count = 0};
    if (!count || d->sent_count < 2) return; /* a lone sentence is no report */
    find_words(&m);
    for (size_t i = 0; i < m.count; i++) tell(&all, m.hits[i].row->cell[NAMES], true);
    for (size_t i = 0; i < count; i++) tell(&all, acts[i].context, true); /* of armies: of nothing else */
    size_t often = count * 2 / 5 > LEAST ? count * 2 / 5 : LEAST;
    sg_str about = most_named(&all, often);
    for (size_t i = 0; i < count; i++) {
        sg_ev *e = &acts[i];
        if (!e->type || e->position || has_topic(e->context) || by_sentence(&m, e)) continue;
        if (e->context && sg_list_has(e->context, SG_LIT("military"))) continue; /* weapons are its topic */
        if (about.n && is_topic(about)) take(d, e, about, NULL);
    }
}
