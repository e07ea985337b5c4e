/* model.c: see model.h. Opening checks everything once, so that use needs no checks. */
#include "model.h"

#include <stdio.h>

enum { VERSION = 10, HEAD = 24, ENTRY = 32, MOST = 1 << 28 };

typedef struct image {
    const unsigned char *p;
    size_t n;
} image;

static uint32_t u32(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t u64(const unsigned char *p) {
    return u32(p) | (uint64_t)u32(p + 4) << 32;
}

static const char *check(image *im) {
    if (im->n < HEAD || memcmp(im->p, "SGMODEL", 8) != 0) return "this is not a sagwan model";
    if (u32(im->p + 8) != VERSION) return "the model is of another version than this program reads";
    if (u64(im->p + 16) != im->n) return "the model is cut: its length is not what it says";
    if (u32(im->p + 12) != (uint32_t)(sg_image_sum(im->p + 16, im->n - 16) >> 32))
        return "the model is damaged: its checksum is wrong";
    return NULL;
}

/* The entries run from the header to the first section's bytes. */
static sg_str section(const image *im, const char *name) {
    for (size_t at = HEAD; at + ENTRY <= im->n; at += ENTRY) {
        const unsigned char *e = im->p + at;
        uint64_t off = u64(e + 16), size = u64(e + 24);
        if (off > im->n || size > im->n - off || off % 4) break; /* numbers are read where they lie */
        if (strncmp((const char *)e, name, 16) == 0) return (sg_str){(const char *)im->p + off, size};
        if (at + 2 * ENTRY > u64(im->p + HEAD + 16)) break;
    }
    return (sg_str){0};
}

static bool matrix(const image *im, const char *name, sg_matrix *m) {
    sg_str s = section(im, name);
    if (s.n < 8) return false;
    m->rows = u32((const unsigned char *)s.s);
    m->cols = u32((const unsigned char *)s.s + 4);
    if (!m->rows || !m->cols || m->rows > MOST / m->cols) return false;
    if (s.n != 8 + (size_t)m->rows * 4 + (size_t)m->rows * m->cols) return false;
    m->scale = (const float *)(const void *)(s.s + 8);
    m->weight = (const int8_t *)(s.s + 8 + (size_t)m->rows * 4);
    return true;
}

static const float *floats(const image *im, const char *name, uint32_t count) {
    sg_str s = section(im, name);
    if (s.n != 8 + (size_t)count * 4 || u32((const unsigned char *)s.s + 4) != count) return NULL;
    return (const float *)(const void *)(s.s + 8);
}

/* The weights from column `from` on, 128 added to each, as sg_packed has them: four columns of a row lie together. */
static const uint8_t *bytes_of(sg_model *m, const sg_layer *l, uint32_t from, uint32_t cols, uint32_t stride) {
    const uint32_t middle = UINT32_C(0x80808080), rows = l->w.rows, whole = cols / 4 * 4;
    uint8_t *bytes = (uint8_t *)sg_int_rows(&m->arena, (rows + SG_TILE - 1) / SG_TILE * SG_TILE, stride / 2);
    for (uint32_t r = 0; r < rows; r++) {
        const int8_t *w = l->w.weight + (size_t)r * l->w.cols + from;
        uint8_t *to = bytes + sg_byte_at(stride, r, 0);
        uint32_t four;
        for (uint32_t c = 0; c < whole; c += 4, to += 4 * SG_TILE) {
            memcpy(&four, w + c, 4);
            four ^= middle;
            memcpy(to, &four, 4);
        }
        for (uint32_t c = whole; c < stride; c += 4, to += 4 * SG_TILE) {
            four = 0;
            if (c < cols) memcpy(&four, w + c, cols - c);
            four ^= middle;
            memcpy(to, &four, 4);
        }
    }
    return bytes;
}

/* The weights as 16 bits and padded rows. */
static const int16_t *wide_of(sg_model *m, const sg_layer *l, uint32_t from, uint32_t cols, uint32_t stride) {
    int16_t *w = sg_int_rows(&m->arena, l->w.rows, stride);
    for (uint32_t r = 0; r < l->w.rows; r++) {
        const int8_t *row = l->w.weight + (size_t)r * l->w.cols + from;
        for (uint32_t c = 0; c < cols; c++) w[(size_t)r * stride + c] = row[c];
    }
    return w;
}

/* What this processor's kernel reads fastest: bytes if it can, which are not worth it for few rows, else 16 bits. */
static sg_packed pack(sg_model *m, const sg_layer *l, uint32_t from, uint32_t cols, const float *bias, uint32_t one) {
    uint32_t rows = l->w.rows, planes = one == SG_SMALL ? 1 : 2;
    float *scale = SG_NEW(&m->arena, float, rows);
    for (uint32_t r = 0; r < rows; r++) scale[r] = l->w.scale[r] / (float)one;
    sg_packed p = {.rows = rows, .cols = cols, .stride = sg_stride(cols), .scale = scale, .bias = bias, .planes = planes};
    if (planes <= m->kernel->planes && rows >= SG_TILE / 4 && planes * p.stride <= SG_WIDEST)
        p.bytes = bytes_of(m, l, from, cols, p.stride);
    else p.w = wide_of(m, l, from, cols, p.stride);
    return p;
}

static bool weights_of(const image *im, const char *name, sg_layer *l) {
    char buf[24];
    snprintf(buf, sizeof buf, "W.%s", name);
    if (!matrix(im, buf, &l->w)) return false;
    buf[0] = 'B';
    l->bias = floats(im, buf, l->w.rows);
    return l->bias;
}

static bool weights(const image *im, const char *name, sg_layer *l, uint32_t cols) {
    return weights_of(im, name, l) && l->w.cols == cols;
}

/* A layer over activations that are worth one in `one`. */
static bool scaled(sg_model *m, const image *im, const char *name, sg_layer *l, uint32_t cols, uint32_t one) {
    if (!weights(im, name, l, cols) || (one != SG_SMALL && cols > SG_SUMMED)) return false;
    l->in = pack(m, l, 0, cols, l->bias, one);
    return true;
}

static bool layer(sg_model *m, const image *im, const char *name, sg_layer *l, uint32_t cols) {
    return scaled(m, im, name, l, cols, SG_ONE);
}

/* A layer over what the LSTMs say. */
static bool upper(sg_model *m, const image *im, const char *name, sg_layer *l, uint32_t cols) {
    return scaled(m, im, name, l, cols, SG_SMALL);
}

/* One direction of an LSTM: the lower ones read embeddings, the upper ones the lower. */
static bool recurrent(sg_model *m, const image *im, int i, uint32_t cols) {
    sg_layer *l = &m->lstm[i];
    char name[8];
    snprintf(name, sizeof name, "lstm%d", i);
    if (!weights(im, name, l, cols + m->hidden) || l->w.rows != 4 * m->hidden || (i < 2 && cols > SG_SUMMED)) return false;
    l->in = pack(m, l, 0, cols, l->bias, i < 2 ? SG_ONE : SG_SMALL);
    l->back = pack(m, l, cols, m->hidden, SG_NEW(&m->arena, float, l->w.rows), SG_SMALL);
    return true;
}

static sg_str key_of(sg_str line, int cells) {
    for (size_t i = 0; i < line.n; i++)
        if (line.s[i] == '\t' && --cells == 0) return (sg_str){line.s, i};
    return line;
}

/* The slot of a key: where it stands, or the empty one where it would. */
static sg_word_slot *slot_of(const sg_words *w, sg_str key, uint32_t hash) {
    uint32_t i = hash & w->mask;
    while (w->slot[i].line != w->count &&
           (w->slot[i].hash != hash || !sg_eq(key_of(w->line[w->slot[i].line], w->keys), key)))
        i = (i + 1) & w->mask;
    return &w->slot[i];
}

static uint32_t hash_of(sg_str key) {
    return (uint32_t)sg_quick_hash(key);
}

long sg_words_find(const sg_words *w, sg_str key) {
    uint32_t at = slot_of(w, key, hash_of(key))->line;
    return at == w->count ? -1 : (long)at;
}

static uint32_t lines_in(sg_str s) {
    uint32_t lines = 0;
    const char *at = s.s, *end = s.s + s.n;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) at++, lines++;
    return lines;
}

static bool list(sg_model *m, const image *im, const char *name, int keys, sg_words *w) {
    sg_str s = section(im, name), one;
    if (!s.s) return false;
    uint32_t lines = lines_in(s);
    w->keys = keys;
    w->line = SG_NEW(&m->arena, sg_str, lines + 1);
    w->mask = 15;
    while (w->mask < lines * 2) w->mask = w->mask * 2 + 1;
    w->slot = SG_NEW(&m->arena, sg_word_slot, w->mask + 1);
    w->count = lines;
    for (uint32_t i = 0; i <= w->mask; i++) w->slot[i].line = lines;
    for (uint32_t n = 0; n < lines && sg_cut(&s, '\n', &one); n++) {
        w->line[n] = one;
        sg_str key = key_of(one, keys);
        uint32_t hash = hash_of(key);
        sg_word_slot *slot = slot_of(w, key, hash);
        if (slot->line == lines) *slot = (sg_word_slot){hash, n};
    }
    return true;
}

/* What lemmas depend on: part of speech, tense, form of verb, degree, case of pronouns, number of nouns and names
 * (train/export.py). */
static sg_str coarse_of(sg_model *m, sg_str upos, sg_str feats) {
    static const char *const keep[] = {"Degree=", "Tense=", "VerbForm=", "Number=", "Case="};
    char *out = SG_NEW(&m->arena, char, upos.n + feats.n + 8);
    size_t n = upos.n;
    sg_str one;
    memcpy(out, upos.s, n);
    while (sg_cut(&feats, '|', &one))
        for (size_t k = 0; k < 5; k++) {
            size_t len = strlen(keep[k]);
            bool noun = sg_eqz(upos, "NOUN") || sg_eqz(upos, "PROPN"), pronoun = sg_eqz(upos, "PRON");
            if (one.n < len || memcmp(one.s, keep[k], len) != 0 || (k == 3 && !noun) || (k == 4 && !pronoun)) continue;
            out[n++] = '|';
            memcpy(out + n, one.s, one.n);
            n += one.n;
        }
    return (sg_str){out, n};
}

static bool labels(sg_model *m, const image *im) {
    sg_words t = {0}, r = {0};
    if (!list(m, im, "tags", 9, &t) || !list(m, im, "rels", 9, &r)) return false;
    m->tag_count = t.count;
    m->rel_count = r.count;
    m->tags = SG_NEW(&m->arena, sg_tag, t.count);
    for (uint32_t i = 0; i < t.count; i++) {
        sg_str rest = t.line[i], upos = {0};
        sg_cut(&rest, ' ', &upos);
        bool none = sg_eqz(rest, "_");
        m->tags[i] = (sg_tag){(uint8_t)sg_upos_of(upos), none ? NULL : sg_dup(&m->arena, rest), sg_feats_of(rest),
                              coarse_of(m, upos, rest)};
    }
    m->rels = SG_NEW(&m->arena, uint8_t, r.count);
    m->rel_names = (const char **)sg_alloc(&m->arena, r.count, sizeof *m->rel_names);
    for (uint32_t i = 0; i < r.count; i++) {
        m->rels[i] = (uint8_t)sg_deprel_of(r.line[i]);
        m->rel_names[i] = sg_dup(&m->arena, r.line[i]);
    }
    return true;
}

/* Lines "TYPE" or "TYPE/mode", those of a type together. */
static bool acts(sg_model *m, const image *im) {
    sg_words w = {0};
    if (!list(m, im, "acts", 9, &w) || w.count < 2 || w.count > 255) return false;
    m->act_count = w.count;
    m->acts = SG_NEW(&m->arena, sg_act_class, w.count);
    uint8_t kind = 0;
    for (uint32_t i = 1; i < w.count; i++) {
        sg_str mode = w.line[i], type;
        sg_cut(&mode, '/', &type);
        m->acts[i].type = sg_dup(&m->arena, type);
        m->acts[i].mode = mode.n ? sg_dup(&m->arena, mode) : NULL;
        if (i == 1 || strcmp(m->acts[i].type, m->acts[i - 1].type) != 0) kind++;
        if (kind > SG_ACT_KINDS) return false;
        m->acts[i].kind = kind;
    }
    return true;
}

static bool sectors(sg_model *m, const image *im) {
    sg_words w = {0};
    if (!list(m, im, "sectors", 9, &w) || w.count < 2 || w.count > 255) return false;
    m->sector_count = w.count;
    m->sectors = (const char **)sg_alloc(&m->arena, w.count + 1, sizeof *m->sectors);
    for (uint32_t i = 0; i < w.count; i++) m->sectors[i] = i < 2 ? "" : sg_dup(&m->arena, w.line[i]);
    return true;
}

static bool network(sg_model *m, const image *im) {
    if (!matrix(im, "W.word", &m->word) || !matrix(im, "W.piece", &m->piece) || m->word.rows != m->words.count + 1)
        return false;
    uint32_t in = m->word.cols + m->piece.cols;
    sg_str bias = section(im, "B.lstm0");
    if (bias.n < 8) return false;
    m->hidden = u32((const unsigned char *)bias.s + 4) / 4;
    if (!m->hidden || m->hidden % 8 || m->hidden > SG_WIDEST) return false;
    for (int i = 0; i < 4; i++)
        if (!recurrent(m, im, i, i < 2 ? in : 2 * m->hidden)) return false;
    in = 2 * m->hidden;
    m->root = floats(im, "B.root", in);
    return m->root && upper(m, im, "tag1", &m->tag1, in) && layer(m, im, "tag2", &m->tag2, m->tag1.w.rows) &&
           upper(m, im, "arc_dep", &m->arc_dep, in) && upper(m, im, "arc_head", &m->arc_head, in) &&
           m->arc_dep.w.rows == m->arc_head.w.rows && layer(m, im, "arc_mid", &m->arc_mid, m->arc_dep.w.rows) &&
           m->arc_mid.w.rows == m->arc_head.w.rows && layer(m, im, "arc_bias", &m->arc_bias, m->arc_head.w.rows) &&
           upper(m, im, "rel_dep", &m->rel_dep, in) && upper(m, im, "rel_head", &m->rel_head, in) &&
           m->rel_dep.w.rows == m->rel_head.w.rows && layer(m, im, "rel_out", &m->rel_out, m->rel_dep.w.rows) &&
           m->tag2.w.rows == m->tag_count && m->rel_out.w.rows == m->rel_count && upper(m, im, "name1", &m->name1, in) &&
           layer(m, im, "name2", &m->name2, m->name1.w.rows) && m->name2.w.rows == 2 * SG_NAME_COUNT;
}

static const uint32_t *numbers(const image *im, const char *name, size_t *count) {
    sg_str s = section(im, name);
    *count = s.n / 4;
    return (const uint32_t *)(const void *)s.s;
}

static bool pieces(const image *im, sg_pieces *w) {
    sg_str text = section(im, "pieces");
    size_t lines, slots;
    w->text = text.s;
    w->at = numbers(im, "piece.at", &lines);
    w->slot = numbers(im, "piece.slot", &slots);
    if (lines <= SG_OWN_PIECES || slots < lines || (slots & (slots - 1)) != 0 || slots > MOST || w->at[lines - 1] > text.n)
        return false;
    w->count = (uint32_t)lines - 1;
    w->mask = (uint32_t)slots - 1;
    bool good = true, room = false;
    for (uint32_t i = 0; i < w->count; i++) good &= w->at[i] < w->at[i + 1];
    for (uint32_t i = 0; i < slots; i++) good &= w->slot[i] <= w->count, room |= w->slot[i] == w->count;
    return good && room;
}

long sg_pieces_find(const sg_pieces *w, sg_str word) {
    uint32_t i = (uint32_t)sg_hash(SG_HASH, word.s, word.n) & w->mask, k;
    for (; (k = w->slot[i]) != w->count; i = (i + 1) & w->mask)
        if (w->at[k + 1] - w->at[k] == word.n + 1 && memcmp(w->text + w->at[k], word.s, word.n) == 0) return (long)k;
    return -1;
}

static bool normal(const image *im, const char *name, sg_norm *n, uint32_t cols) {
    n->gain = floats(im, name, 3 * cols);
    n->bias = n->gain ? n->gain + cols : NULL;
    n->to = n->gain ? n->bias + cols : NULL;
    return n->gain;
}

/* A layer that is read where it lies. */
static bool laid(const image *im, const char *name, uint32_t i, sg_laid *l, uint32_t rows, uint32_t cols, sg_end end) {
    char buf[16];
    snprintf(buf, sizeof buf, "T.%s%u", name, i);
    sg_str bytes = section(im, buf);
    buf[0] = 'S';
    const float *scale = floats(im, buf, rows);
    buf[0] = 'B';
    const float *bias = floats(im, buf, rows);
    buf[0] = 'G';
    const float *to = end == SG_AS_BYTES ? floats(im, buf, rows) : NULL;
    if (!scale || !bias || (end == SG_AS_BYTES && !to) || rows % SG_TILE || cols % SG_TILE || cols > SG_WIDEST ||
        bytes.n != (size_t)rows * cols)
        return false;
    *l = (sg_laid){rows, cols, (const int8_t *)bytes.s, scale, bias, to, end, SG_NOUGHT};
    return true;
}

static bool attention(const sg_model *m, const image *im, uint32_t i, sg_attention *a) {
    char heard[16], out[16], inner[16];
    snprintf(heard, sizeof heard, "N.heard%u", i);
    snprintf(out, sizeof out, "N.out%u", i);
    snprintf(inner, sizeof inner, "B.wide%u", i);
    uint32_t cols = m->known.cols, wide = (uint32_t)(section(im, inner).n / 4);
    wide = wide > 2 ? wide - 2 : 0; /* before the numbers stand how many rows and columns */
    if (!normal(im, heard, &a->heard, cols) || !normal(im, out, &a->out, cols) ||
        !laid(im, "asks", i, &a->asks, 3 * cols, cols, SG_AS_SMALL) ||
        !laid(im, "hears", i, &a->hears, cols, cols, SG_AS_FLOATS) ||
        !laid(im, "wide", i, &a->wide, wide, cols, SG_AS_BYTES) ||
        !laid(im, "narrow", i, &a->narrow, cols, wide, SG_AS_FLOATS))
        return false;
    a->narrow.nought = SG_NOUGHT_WIDE;
    return true;
}

/* Tables and layers of the encoder; as many layers as are there. */
static bool encoder(sg_model *m, const image *im) {
    if (!pieces(im, &m->pieces) || !matrix(im, "W.known", &m->known) || m->known.rows != m->pieces.count) return false;
    uint32_t cols = m->known.cols;
    if (cols % SG_HEAD || cols > SG_SUMMED || !matrix(im, "W.place", &m->place) || m->place.cols != cols ||
        m->place.rows < SG_PLACES || !matrix(im, "W.class", &m->of_class) || m->of_class.cols != cols ||
        m->of_class.rows != SG_POS_COUNT || !matrix(im, "W.link", &m->of_link) || m->of_link.cols != cols ||
        m->of_link.rows != SG_DEP_COUNT || !normal(im, "N.entry", &m->entry, cols))
        return false;
    for (m->depth = 0;; m->depth++) {
        char name[16];
        snprintf(name, sizeof name, "T.asks%u", m->depth);
        if (!section(im, name).s) return m->depth > 0;
        if (m->depth == SG_DEEPEST || !attention(m, im, m->depth, &m->deep[m->depth])) return false;
    }
}

static bool teller(sg_model *m, const image *im) {
    if (!encoder(m, im)) return false;
    uint32_t in = m->known.cols;
    return acts(m, im) && scaled(m, im, "act1", &m->act1, in, SG_STATE) && layer(m, im, "act2", &m->act2, m->act1.w.rows) &&
           m->act2.w.rows == m->act_count && scaled(m, im, "teller", &m->teller, in, SG_STATE) &&
           scaled(m, im, "named", &m->named, in, SG_STATE) && m->teller.w.rows == m->named.w.rows &&
           m->teller.w.rows > SG_SIDES && m->teller.w.rows % SG_SIDES == 0 && matrix(im, "W.path", &m->path) &&
           m->path.rows == SG_SIDES && m->path.cols == SG_PATHS && sectors(m, im) &&
           scaled(m, im, "who1", &m->who1, in, SG_STATE) && layer(m, im, "who2", &m->who2, m->who1.w.rows) &&
           m->who2.w.rows == m->sector_count;
}

static bool splitter(sg_model *m, const image *im) {
    sg_str table = section(im, "cut"), out = section(im, "cut.out");
    m->cut = (const int8_t *)table.s;
    m->cut_out = (const int32_t *)(const void *)out.s;
    return table.n == SG_CUT_ROWS * SG_CUT_WIDTH && out.n == (3 * SG_CUT_WIDTH + 3) * sizeof(int32_t);
}

static bool fill(sg_model *m, const image *im) {
    return list(m, im, "words", 1, &m->words) && list(m, im, "lemmas", 2, &m->lemmas) &&
           list(m, im, "suffixes", 2, &m->suffixes) && list(m, im, "tails", 1, &m->tails) &&
           list(m, im, "splits", 1, &m->splits) && list(m, im, "marks", 2, &m->marks) && splitter(m, im) && labels(m, im) &&
           network(m, im) && teller(m, im);
}

/* Apart from opening, so that nothing here lives across the jump. */
static const char *fill_safely(sg_model *m, const image *im) {
    if (setjmp(m->fail)) return "no memory for the model";
    m->arena = sg_arena_new(MOST, &m->fail);
    return fill(m, im) ? NULL : "the model lacks a part that this program needs";
}

sg_model *sg_model_open(const void *bytes, size_t n, const char **why) {
    return sg_model_open_for(sg_kernel_path(0), bytes, n, why);
}

sg_model *sg_model_open_for(const sg_kernel *kernel, const void *bytes, size_t n, const char **why) {
    image im = {bytes, n};
    sg_model *m = calloc(1, sizeof *m);
    const char *wrong = m ? check(&im) : "no memory for the model";
    if (!wrong) {
        m->kernel = kernel;
        snprintf(m->version, sizeof m->version, "en %08x", (unsigned)u32(im.p + 12));
        wrong = fill_safely(m, &im);
    }
    if (why) *why = wrong;
    if (!wrong) return m;
    sg_model_close(m);
    return NULL;
}

void sg_model_close(sg_model *m) {
    if (!m) return;
    sg_arena_free(&m->arena);
    free(m);
}

const char *sg_model_version(const sg_model *m) {
    return m->version;
}
