/* halves.c: see halves.h. */
#include "halves.h"

#include "parse.h"

enum {
    LINE = 30, /* words: no headline is longer */
    LEAST = 2  /* words of a half */
};

static bool is_mark(const sg_tok *t) {
    return sg_eqz(t->form, ";");
}

static bool is_open(const sg_doc *d, const sg_sent *s) {
    return s->count <= LINE && sg_is_open_line(d, s) && !is_mark(&d->toks[s->first + s->count - 1]);
}

/* The next semicolon that parts the stretch, with words enough on both sides; `stop`: none. */
static uint32_t next_mark(const sg_doc *d, uint32_t first, uint32_t stop) {
    for (uint32_t i = first + LEAST; i + LEAST < stop; i++)
        if (is_mark(&d->toks[i])) return i;
    return stop;
}

static void push_half(sg_doc *d, sg_sent **out, size_t *count, const sg_sent *whole, uint32_t first, uint32_t stop) {
    sg_sent *s = &(*out)[*count];
    *s = *whole;
    s->first = first, s->count = stop - first, s->half = first > whole->first;
    for (uint32_t i = first; i < stop; i++) d->toks[i].sent = (uint32_t)*count;
    if (stop < whole->first + whole->count) { /* the mark itself is read by nobody */
        sg_tok *mark = &d->toks[stop];
        mark->sent = (uint32_t)*count, mark->upos = SG_POS_PUNCT, mark->lemma = sg_dup(d->arena, mark->form);
        mark->head = stop - 1, mark->deprel = SG_DEP_PUNCT, mark->label = sg_deprel_name(SG_DEP_PUNCT);
    }
    (*count)++;
}

void sg_halves_part(sg_doc *d) {
    size_t more = 0, count = 0;
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        for (uint32_t k = s->first; k < s->first + s->count && is_open(d, s); k++) more += is_mark(&d->toks[k]);
    }
    if (!more) return;
    sg_sent *out = SG_NEW(d->arena, sg_sent, d->sent_count + more);
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        uint32_t first = s->first, stop = s->first + s->count, mark;
        while (is_open(d, s) && (mark = next_mark(d, first, stop)) < stop) {
            push_half(d, &out, &count, s, first, mark);
            first = mark + 1;
        }
        push_half(d, &out, &count, s, first, stop);
    }
    d->sents = out, d->sent_count = d->sent_cap = count;
}

/* The word of a half that the others hang by. */
static uint32_t top_of(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].head == NONE) return i;
    return s->first;
}

void sg_halves_join(sg_doc *d) {
    size_t count = 0;
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (s->half) {
            sg_sent *whole = &d->sents[count - 1];
            uint32_t root = top_of(d, whole), top = top_of(d, s);
            sg_hang(d, top, root, SG_DEP_LIST);
            sg_hang(d, s->first - 1, top, SG_DEP_PUNCT);
            whole->count = s->first + s->count - whole->first;
            whole->root = root;
        } else d->sents[count++] = *s;
        for (uint32_t k = d->sents[count - 1].first; k < s->first + s->count; k++) d->toks[k].sent = (uint32_t)count - 1;
    }
    d->sent_count = count;
    sg_children(d);
}
