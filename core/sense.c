/* sense.c: see sense.h. */
#include "sense.h"

#include <utf8proc.h>

enum {
    LONGEST = 8,       /* pieces of a word */
    CHUNK_ROOM = 256,  /* bytes of letters in a row */
    CHUNK_LETTERS = 63 /* longer ones are unknown */
};

/* ---- pieces ---- */

typedef struct piece_list {
    uint32_t piece[LONGEST], count;
} piece_list;

static void add_piece(piece_list *out, uint32_t piece) {
    if (out->count < LONGEST) out->piece[out->count++] = piece;
}

static bool goes_on(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The longest pieces that are known, from the front on; the whole is unknown where one is not. */
static void cut_chunk(const sg_pieces *known, const char *s, size_t n, piece_list *out) {
    uint32_t found[CHUNK_ROOM], count = 0;
    char buf[CHUNK_ROOM + 2] = "##";
    for (size_t at = 0; at < n;) {
        size_t end = n;
        long piece = -1;
        memcpy(buf + 2, s + at, n - at);
        for (; end > at; end--) {
            if (end < n && goes_on(s[end])) continue;
            sg_str key = {at ? buf : buf + 2, end - at + (at ? 2 : 0)};
            if ((piece = sg_pieces_find(known, key)) >= 0) break;
        }
        if (piece < 0) {
            add_piece(out, SG_UNKNOWN);
            return;
        }
        found[count++] = (uint32_t)piece;
        at = end;
    }
    for (uint32_t i = 0; i < count; i++) add_piece(out, found[i]);
}

typedef struct chunk { /* letters and digits in a row */
    char s[CHUNK_ROOM];
    size_t n, letters;
} chunk;

static void end_chunk(const sg_pieces *known, chunk *c, piece_list *out) {
    if (c->letters > CHUNK_LETTERS) add_piece(out, SG_UNKNOWN);
    else if (c->n) cut_chunk(known, c->s, c->n, out);
    c->n = c->letters = 0;
}

static bool is_of_word(utf8proc_int32_t cp) {
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
    }
}

static bool is_blank(utf8proc_category_t kind) {
    return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP ||
           kind == UTF8PROC_CATEGORY_CC;
}

/* Letters go to the chunk, blanks end it, marks of all kinds are pieces of their own; accents are passed over. */
static void take_letter(const sg_pieces *known, utf8proc_int32_t cp, chunk *c, piece_list *out) {
    utf8proc_category_t kind = utf8proc_category(cp);
    utf8proc_uint8_t byte[4];
    if (kind == UTF8PROC_CATEGORY_MN) return;
    if (!is_of_word(cp)) end_chunk(known, c, out);
    if (is_blank(kind)) return;
    size_t n = (size_t)utf8proc_encode_char(cp, byte);
    c->letters++;
    if (c->n + n <= sizeof c->s) memcpy(c->s + c->n, byte, n), c->n += n;
    if (!is_of_word(cp)) end_chunk(known, c, out);
}

static piece_list pieces_of(const sg_pieces *known, sg_str form) {
    piece_list out = {{0}, 0};
    chunk c = {.n = 0};
    for (size_t at = 0; at < form.n && out.count < LONGEST;) {
        utf8proc_int32_t cp, apart[8];
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)form.s + at, (utf8proc_ssize_t)(form.n - at), &cp);
        at += n > 0 ? (size_t)n : 1;
        if (n <= 0) continue;
        utf8proc_ssize_t many = utf8proc_decompose_char(utf8proc_tolower(cp), apart, 8, UTF8PROC_DECOMPOSE, NULL);
        for (utf8proc_ssize_t i = 0; i < many && i < 8; i++) take_letter(known, apart[i], &c, &out);
    }
    end_chunk(known, &c, &out);
    if (!out.count) add_piece(&out, SG_UNKNOWN);
    return out;
}

/* ---- what is read together ---- */

/* Pieces of consecutive words of one stretch, between the marks that open and close them. */
typedef struct span {
    uint32_t first, count; /* pieces */
} span;

typedef struct pieces_read {
    uint32_t *piece, *tok, *row; /* tok: the word that a piece begins, or NONE; row: where that word's state goes */
    uint32_t count, span_count;
    span *spans;
} pieces_read;

static void put_piece(pieces_read *r, uint32_t piece, uint32_t tok, uint32_t row) {
    r->piece[r->count] = piece, r->tok[r->count] = tok, r->row[r->count] = row;
    r->count++;
}

static void open_span(pieces_read *r) {
    r->spans[r->span_count] = (span){r->count, 0};
    put_piece(r, SG_OPENS, NONE, 0);
}

static void close_span(pieces_read *r) {
    put_piece(r, SG_CLOSES, NONE, 0);
    r->spans[r->span_count].count = r->count - r->spans[r->span_count].first;
    r->span_count++;
}

static pieces_read pieces_in(const sg_doc *d, const sg_model *m, const sg_group *g) {
    size_t most = (size_t)g->rows * LONGEST, spans = g->count + most / (SG_PLACES - LONGEST - 2) + 1;
    pieces_read r = {.piece = SG_RAW(d->arena, uint32_t, most + 2 * spans),
                     .tok = SG_RAW(d->arena, uint32_t, most + 2 * spans)};
    r.row = SG_RAW(d->arena, uint32_t, most + 2 * spans);
    r.spans = SG_RAW(d->arena, span, spans);
    for (uint32_t s = 0; s < g->count; s++) {
        open_span(&r);
        for (uint32_t i = 0; i < g->sent[s].count; i++) {
            uint32_t tok = g->sent[s].first + i;
            piece_list list = pieces_of(&m->pieces, d->toks[tok].form);
            if (r.count - r.spans[r.span_count].first + list.count + 1 > SG_PLACES) close_span(&r), open_span(&r);
            for (uint32_t k = 0; k < list.count; k++) put_piece(&r, list.piece[k], k ? NONE : tok, g->at[s] + i);
        }
        close_span(&r);
    }
    return r;
}

/* ---- the layers ---- */

/* Of each piece its state: floats to go on from, and the same as the layers read them. */
typedef struct states {
    float *x;
    uint8_t *q;
    size_t n, cols;
} states;

/* Room that begins where no load crosses a line of the cache; every row is written before it is read. */
static void *raw_rows(sg_arena *a, size_t n, size_t bytes) {
    unsigned char *p = SG_RAW(a, unsigned char, n *bytes + 63);
    return p + (64 - (uintptr_t)p % 64) % 64;
}

static void add_vector(const sg_model *m, const sg_matrix *of, uint32_t row, float *x) {
    m->kernel->add_row(of->weight + (size_t)row * of->cols, of->scale[row], of->cols, x);
}

static states entry(const sg_doc *d, const sg_model *m, const pieces_read *r) {
    size_t cols = m->known.cols;
    states s = {SG_NEW(d->arena, float, r->count *cols), raw_rows(d->arena, r->count, cols), r->count, cols};
    float *place = SG_RAW(d->arena, float, cols);
    for (uint32_t k = 0; k < r->span_count; k++)
        for (uint32_t i = 0; i < r->spans[k].count; i++) {
            uint32_t at = r->spans[k].first + i;
            float *x = s.x + at * cols;
            add_vector(m, &m->known, r->piece[at], x);
            if (r->tok[at] != NONE) {
                add_vector(m, &m->of_class, d->toks[r->tok[at]].upos, x);
                add_vector(m, &m->of_link, d->toks[r->tok[at]].deprel, x);
            }
            memset(place, 0, cols * sizeof *place);
            add_vector(m, &m->place, i, place);
            m->kernel->norm(x, place, &m->entry, cols, s.q + at * cols);
        }
    return s;
}

/* What each piece hears from the others of its span. */
static const uint8_t *attend(sg_arena *a, const sg_model *m, const sg_attention *l, const pieces_read *r, const states *s) {
    size_t cols = s->cols;
    int16_t *said = raw_rows(a, s->n, 3 * cols * sizeof *said);
    uint8_t *heard = raw_rows(a, s->n, cols);
    m->kernel->weigh(&l->asks, s->q, s->n, said);
    for (uint32_t k = 0; k < r->span_count; k++) {
        const span *here = &r->spans[k];
        sg_mark mark = sg_arena_mark(a);
        int32_t *room = SG_RAW(a, int32_t, sg_attend_room(here->count));
        for (size_t c = 0; c < cols; c += SG_HEAD)
            m->kernel->attend(said + here->first * 3 * cols + c, here->count, cols, room, heard + here->first * cols + c);
        sg_arena_reset(a, mark);
    }
    return heard;
}

static void norm_rows(const sg_model *m, const sg_norm *by, const float *more, size_t n, size_t cols, float *x,
                      uint8_t *q) {
    for (size_t i = 0; i < n; i++) m->kernel->norm(x + i * cols, more + i * cols, by, cols, q + i * cols);
}

/* What is heard, then the wide middle, are added: a handful of pieces at a time, so that it stays in the cache. */
static void widen(sg_arena *a, const sg_model *m, const sg_attention *l, const uint8_t *heard, states *s) {
    enum { HANDFUL = 64 };
    size_t cols = s->cols;
    float *more = SG_RAW(a, float, HANDFUL *cols);
    uint8_t *middle = raw_rows(a, HANDFUL, l->wide.rows);
    for (size_t from = 0; from < s->n; from += HANDFUL) {
        size_t some = s->n - from < HANDFUL ? s->n - from : HANDFUL;
        float *x = s->x + from * cols;
        uint8_t *q = s->q + from * cols;
        m->kernel->weigh(&l->hears, heard + from * cols, some, more);
        norm_rows(m, &l->heard, more, some, cols, x, q);
        m->kernel->weigh(&l->wide, q, some, middle);
        m->kernel->weigh(&l->narrow, middle, some, more);
        norm_rows(m, &l->out, more, some, cols, x, q);
    }
}

/* Goes on only with those pieces that begin words whose states are asked for: nobody hears the last layer. */
static states asked_for(sg_arena *a, const pieces_read *r, const states *s, const uint8_t **heard) {
    size_t cols = s->cols, n = 0;
    uint8_t *kept = raw_rows(a, s->n, cols);
    for (size_t i = 0; i < s->n; i++) {
        if (r->tok[i] == NONE) continue;
        memmove(s->x + n * cols, s->x + i * cols, cols * sizeof *s->x);
        memcpy(kept + n * cols, *heard + i * cols, cols);
        n++;
    }
    *heard = kept;
    return (states){s->x, s->q, n, cols};
}

const int16_t *sg_sense(sg_doc *d, const sg_model *m, const sg_group *g, bool asked(const sg_tok *)) {
    const float most = 63.0f; /* two planes of bytes hold it */
    int16_t *out = sg_int_rows(d->arena, g->rows, m->known.cols);
    sg_mark mark = sg_arena_mark(d->arena);
    pieces_read r = pieces_in(d, m, g);
    states s = entry(d, m, &r);
    for (uint32_t i = 0; i < r.count; i++)
        if (r.tok[i] != NONE && !asked(&d->toks[r.tok[i]])) r.tok[i] = NONE; /* its class has been added */
    for (uint32_t i = 0; i < m->depth; i++) {
        sg_mark layer = sg_arena_mark(d->arena);
        const uint8_t *heard = attend(d->arena, m, &m->deep[i], &r, &s);
        if (i + 1 == m->depth) s = asked_for(d->arena, &r, &s, &heard);
        widen(d->arena, m, &m->deep[i], heard, &s);
        sg_arena_reset(d->arena, layer);
    }
    for (uint32_t i = 0, n = 0; i < r.count; i++)
        if (r.tok[i] != NONE)
            m->kernel->quantise(s.x + n++ * s.cols, s.cols, -most, most, (float)SG_STATE, out + r.row[i] * s.cols);
    sg_arena_reset(d->arena, mark);
    return out;
}
