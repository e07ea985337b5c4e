/* encode.c: see encode.h. The word features are the trainer's (train/data.py), to the bit. */
#include "encode.h"

#include <math.h>
#include <utf8proc.h>

#include "kernel.h"

enum { PIECES = 11, FORM_MAX = 64, SHAPE_MAX = 12 };

static char small(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

typedef struct letters { /* code points of a form, cut to FORM_MAX: longer words have no news in their middle */
    uint32_t at[FORM_MAX];
    size_t n;
} letters;

static letters lower_letters(sg_str form) {
    letters l = {.n = 0};
    for (size_t i = 0; i < form.n && l.n < FORM_MAX;) {
        uint32_t c = sg_utf8_next(form, &i);
        l.at[l.n++] = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    }
    return l;
}

static size_t bytes_of(const uint32_t *c, size_t n, char *out) {
    size_t len = 0;
    for (size_t i = 0; i < n; i++)
        len += (size_t)utf8proc_encode_char((utf8proc_int32_t)c[i], (utf8proc_uint8_t *)out + len);
    return len;
}

static uint64_t fnv(const char *s, size_t n, uint64_t seed) {
    uint64_t h = sg_hash(SG_HASH ^ (seed * UINT64_C(0x9E3779B97F4A7C15)), s, n);
    h ^= h >> 32;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    return h ^ h >> 32;
}

static char shape_of(uint32_t c) {
    if (c >= '0' && c <= '9') return 'd';
    if ((uint32_t)utf8proc_tolower((utf8proc_int32_t)c) != c) return 'X';
    if ((uint32_t)utf8proc_toupper((utf8proc_int32_t)c) != c) return 'x';
    return c < 0x80 ? (char)c : '?';
}

static size_t shape(sg_str form, char *out) {
    size_t n = 0, run = 0;
    char last = 0;
    for (size_t i = 0; i < form.n && n < SHAPE_MAX;) {
        char s = shape_of(sg_utf8_next(form, &i));
        run = s == last ? run + 1 : 1;
        last = s;
        if (run <= 3) out[n++] = s;
    }
    return n;
}

static void add_row(const sg_model *m, const sg_matrix *of, uint32_t row, float *to) {
    m->kernel->add_row(of->weight + (size_t)row * of->cols, of->scale[row], of->cols, to);
}

static void embed(const sg_model *m, sg_str form, float *x) {
    letters l = lower_letters(form);
    for (size_t i = 0; i < l.n; i++)
        if (l.at[i] >= '0' && l.at[i] <= '9') l.at[i] = '0';
    char key[FORM_MAX * 4], sh[SHAPE_MAX];
    size_t n = bytes_of(l.at, l.n, key);
    add_row(m, &m->word, (uint32_t)(sg_words_find(&m->words, (sg_str){key, n}) + 1), x);
    float *p = x + m->word.cols;
    char part[FORM_MAX * 4];
    for (size_t k = 0; k < PIECES; k++) {
        size_t len;
        if (k < 5) len = bytes_of(l.at + (l.n > k + 1 ? l.n - k - 1 : 0), l.n > k + 1 ? k + 1 : l.n, part);
        else if (k < 9) len = bytes_of(l.at, l.n > k - 4 ? k - 4 : l.n, part);
        else if (k == 9) len = shape(form, sh), memcpy(part, sh, len);
        else len = n, memcpy(part, key, n);
        add_row(m, &m->piece, (uint32_t)(fnv(part, len, k + 1) % m->piece.rows), p);
    }
}

/* The row of this form in the group, known by open addressing; a new one if it has none yet. */
static uint32_t row_of(sg_str form, sg_str *known, uint32_t *slot, uint32_t mask, uint32_t *rows) {
    uint32_t i = (uint32_t)sg_hash(SG_HASH, form.s, form.n) & mask;
    while (slot[i] && !sg_eq(known[slot[i] - 1], form)) i = (i + 1) & mask;
    if (!slot[i]) known[*rows] = form, slot[i] = ++*rows;
    return slot[i] - 1;
}

/* Embeddings, one row a form: half the words of a group have stood in it before. */
static sg_reads inputs(sg_doc *d, const sg_model *m, const sg_group *g) {
    uint32_t width = m->word.cols + m->piece.cols, stride = sg_stride(width), mask = 1, rows = 0;
    while (mask < 2 * g->rows) mask = 2 * mask + 1;
    int16_t *in = sg_int_rows(d->arena, g->rows, stride);
    sg_str *known = SG_NEW(d->arena, sg_str, g->rows);
    uint32_t *row = SG_NEW(d->arena, uint32_t, g->rows), *slot = SG_NEW(d->arena, uint32_t, mask + 1);
    float *x = SG_NEW(d->arena, float, width);
    for (size_t s = 0; s < g->count; s++)
        for (size_t i = 0; i < g->sent[s].count; i++) {
            uint32_t before = rows;
            const sg_tok *t = &d->toks[g->sent[s].first + i];
            sg_str form = t->seen.n ? t->seen : t->form;
            row[g->at[s] + i] = row_of(form, known, slot, mask, &rows);
            if (rows == before) continue;
            memset(x, 0, width * sizeof *x);
            embed(m, form, x);
            m->kernel->quantise(x, width, -SG_LIMIT, SG_LIMIT, (float)SG_ONE, in + before * stride);
        }
    return (sg_reads){in, rows, row};
}

static int16_t *layers(sg_doc *d, const sg_model *m, const sg_group *g) {
    uint32_t h = m->hidden, stride = sg_stride(2 * h);
    sg_reads in = inputs(d, m, g);
    int16_t *out = NULL;
    for (int layer = 0; layer < 2; layer++) {
        out = sg_int_rows(d->arena, g->rows, stride);
        sg_lstm(d->arena, m->kernel, &m->lstm[2 * layer], g, in, false, out, stride);
        sg_lstm(d->arena, m->kernel, &m->lstm[2 * layer + 1], g, in, true, out + h, stride);
        in = (sg_reads){out, g->rows, NULL};
    }
    m->kernel->quantise(m->root, 2 * h, -1.0f, 1.0f, (float)SG_SMALL, out);
    return out;
}

/* ---- lemmas ---- */

static sg_str cell_of(sg_str line, int n) {
    sg_str one = {0};
    for (int i = 0; i <= n; i++) sg_cut(&line, '\t', &one);
    return one;
}

/* The lemma by one rule of endings (tag, ending, letters off, letters on), `less` letters fewer off; 0: none. */
static size_t by_ending(sg_str line, const letters *l, size_t less, char *out) {
    sg_str cut = cell_of(line, 2), add = cell_of(line, 3);
    size_t off = (size_t)(cut.s[0] - '0');
    if (off < less || (less && off == less) || (less && add.n) || add.n > 60) return 0;
    if (2 * (off - less) > l->n) return 0; /* half of the letters stay: what is left of "red" is no stem */
    size_t keep = bytes_of(l->at, l->n - (off - less), out);
    memcpy(out + keep, add.s, add.n);
    return keep + add.n;
}

static bool has(sg_str s, const char *part) {
    size_t n = strlen(part);
    for (size_t i = 0; i + n <= s.n; i++)
        if (memcmp(s.s + i, part, n) == 0) return true;
    return false;
}

/* The lemma that the model's list has for the whole word, lower case, with this tag; nothing: no line. */
static sg_str by_word(const sg_model *m, sg_str tag, sg_str low) {
    enum { LONGEST = 200 };
    char key[FORM_MAX * 4 + LONGEST + 1];
    if (tag.n > LONGEST || low.n > FORM_MAX * 4) return (sg_str){0};
    memcpy(key, tag.s, tag.n);
    key[tag.n] = '\t';
    memcpy(key + tag.n + 1, low.s, low.n);
    long got = sg_words_find(&m->lemmas, (sg_str){key, tag.n + 1 + low.n});
    return got < 0 ? (sg_str){0} : cell_of(m->lemmas.line[got], 2);
}

/* "sooooo", "verrry": a letter written three times and more stands for two or one, whichever makes a known word. */
static bool squeeze(const sg_model *m, letters *l) {
    enum { SHORT = 4 };
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i] < 'a' || l->at[i] > 'z') return false;
    for (size_t most = 2; l->n >= SHORT && most >= 1; most--) {
        letters less = {.n = 0};
        for (size_t i = 0; i < l->n;) {
            size_t run = 1;
            while (i + run < l->n && l->at[i + run] == l->at[i]) run++;
            for (size_t k = 0; k < (run < 3 ? run : most); k++) less.at[less.n++] = l->at[i];
            i += run;
        }
        char low[FORM_MAX * 4];
        if (less.n == l->n) return false;
        if (sg_words_find(&m->words, (sg_str){low, bytes_of(less.at, less.n, low)}) < 0) continue;
        *l = less;
        return true;
    }
    return false;
}

const char *sg_encode_lemma(sg_doc *d, const sg_model *m, const sg_tag *tag, sg_str form) {
    letters l = lower_letters(form);
    if (tag->upos != SG_POS_NUM) squeeze(m, &l);
    char low[FORM_MAX * 4], key[FORM_MAX * 4 + 256];
    size_t n = bytes_of(l.at, l.n, low), t = tag->name.n;
    if (t > 200) return sg_dup(d->arena, form);
    sg_str whole = by_word(m, tag->name, (sg_str){low, n});
    if (whole.n) return sg_dup(d->arena, whole);
    memcpy(key, tag->name.s, t);
    key[t++] = '\t';
    bool inflected = has(tag->name, "Plur") || has(tag->name, "Ptan") || has(tag->name, "Past") || has(tag->name, "Ger") ||
                     has(tag->name, "Part");
    char best[FORM_MAX * 4 + 64];
    size_t found = 0;
    /* The longest known ending whose lemma is a known word; else the longest known ending. */
    for (size_t k = l.n > 4 ? 4 : l.n;; k--) {
        size_t tail = bytes_of(l.at + (l.n - k), k, key + t);
        long got = sg_words_find(&m->suffixes, (sg_str){key, t + tail});
        char word[FORM_MAX * 4 + 64];
        size_t less = 0;
        for (; got >= 0 && less < 2; less++) {
            size_t len = by_ending(m->suffixes.line[got], &l, less, word);
            bool same = inflected && len == n && memcmp(word, low, n) == 0; /* exercises: not its own lemma */
            bool known = len && !same && sg_words_find(&m->words, (sg_str){word, len}) >= 0;
            if (len && (known || !found)) memcpy(best, word, len), found = len;
            bool noun = tag->upos == SG_POS_NOUN || tag->upos == SG_POS_PROPN;
            if (!known && !same && !less && !noun && len > 3 && word[len - 1] == word[len - 2]) { /* expelled: not expell */
                known = sg_words_find(&m->words, (sg_str){word, len - 1}) >= 0;
                len -= known;
            }
            if (!known && !same && !less && len && tag->upos == SG_POS_VERB) { /* mediating: not mediat */
                word[len] = 'e';
                known = sg_words_find(&m->words, (sg_str){word, len + 1}) >= 0;
                len += known;
            }
            if (known) return sg_dup(d->arena, (sg_str){word, len});
        }
        if (k == 0) break;
    }
    return sg_dup(d->arena, found ? (sg_str){best, found} : (sg_str){low, n});
}

/* A long word in capitals is shouted (TEHRAN), a short one an abbreviation: the first is written as names are. */
static sg_str unshouted(sg_doc *d, sg_str form) {
    enum { ABBREVIATION = 4 };
    if (form.n <= ABBREVIATION) return form;
    for (size_t i = 0; i < form.n; i++)
        if (form.s[i] < 'A' || form.s[i] > 'Z') return form;
    char *s = SG_NEW(d->arena, char, form.n + 1);
    s[0] = form.s[0];
    for (size_t i = 1; i < form.n; i++) s[i] = (char)(form.s[i] + 32);
    return (sg_str){s, form.n};
}

/* A name is its own lemma, but for what the list knows (Sept., September); one that is known and written small (paris)
 * gets its capital. */
static const char *singular_name(sg_doc *d, const sg_model *m, const sg_tag *tag, sg_str form) {
    letters l = lower_letters(form);
    char room[FORM_MAX * 4];
    sg_str low = {room, bytes_of(l.at, l.n, room)}, known = by_word(m, tag->name, low);
    if (!known.n && sg_eq(low, form)) known = by_word(m, SG_LIT("PROPN+small"), low);
    return sg_dup(d->arena, known.n ? known : form);
}

/* A plural name loses its ending and keeps its capitals: Nations, Nation; Armies, Army. */
static const char *name_lemma(sg_doc *d, const sg_model *m, const sg_tag *tag, sg_str form) {
    enum { ENDING = 1 }; /* letters of the lemma that the form may not have: the y of -ies */
    form = unshouted(d, form);
    if (!has(tag->name, "Plur")) return singular_name(d, m, tag, form);
    sg_str low = sg_str_of(sg_encode_lemma(d, m, tag, form));
    size_t same = 0;
    while (same < form.n && same < low.n && small(form.s[same]) == low.s[same]) same++;
    if (low.n >= form.n || same + ENDING < low.n) return sg_dup(d->arena, form);
    return sg_printf(d->arena, "%.*s%.*s", (int)same, form.s, (int)(low.n - same), low.s + same);
}

/* 1,100 is 1100. */
static const char *number_lemma(sg_doc *d, sg_str form) {
    char *s = SG_NEW(d->arena, char, form.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < form.n; i++) {
        bool within = i && i + 1 < form.n && form.s[i + 1] >= '0' && form.s[i + 1] <= '9';
        if (form.s[i] != ',' || !within) s[n++] = form.s[i];
    }
    s[n] = 0;
    return s;
}

static const char *lemma_of(sg_doc *d, const sg_model *m, const sg_tag *tag, sg_str form, bool in_name) {
    bool kept = tag->upos == SG_POS_OTHER || (in_name && tag->upos == SG_POS_ADJ); /* New York: New */
    bool letter = tag->upos == SG_POS_NOUN && form.n == 1;                         /* an F in mathematics */
    bool roman = tag->upos == SG_POS_NUM && tag->feats && strstr(tag->feats, "NumForm=Roman");
    if (kept || letter || roman || form.n > FORM_MAX) return sg_dup(d->arena, form);
    if (tag->upos == SG_POS_NUM && form.s[0] >= '0' && form.s[0] <= '9') return number_lemma(d, form);
    return tag->upos == SG_POS_PROPN ? name_lemma(d, m, tag, form) : sg_encode_lemma(d, m, tag, form);
}

static uint32_t best_of(const float *y, uint32_t n) {
    uint32_t best = 0;
    float top = y[0];
    for (uint32_t i = 1; i < n; i++)
        if (y[i] > top) top = y[i], best = i;
    return best;
}

/* A later word of a name follows a first or later one of the same kind. */
static bool may_follow(uint32_t before, uint32_t label) {
    bool later = label && label % 2 == 0;
    return !later || before == label || before == label - 1;
}

/* The best row of labels in which each may follow the one before; `y` has `stride` scores a word. */
static void best_labels(sg_doc *d, const float *y, size_t stride, size_t n, uint8_t *label) {
    uint8_t(*from)[SG_NAME_COUNT] = (uint8_t(*)[SG_NAME_COUNT])SG_NEW(d->arena, uint8_t, n * SG_NAME_COUNT);
    float sum[SG_NAME_COUNT] = {0}, next[SG_NAME_COUNT];
    for (size_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < SG_NAME_COUNT; k++) {
            uint32_t best = 0;
            for (uint32_t b = 1; i && b < SG_NAME_COUNT; b++)
                if (may_follow(b, k) && (!may_follow(best, k) || sum[b] > sum[best])) best = b;
            bool allowed = may_follow(best, k);
            from[i][k] = (uint8_t)best;
            next[k] = allowed ? sum[best] + y[i * stride + k] : -1e30f;
        }
        memcpy(sum, next, sizeof sum);
    }
    for (size_t i = n, k = best_of(sum, SG_NAME_COUNT); i-- > 0; k = from[i][k]) label[i] = (uint8_t)k;
}

static void find_names(sg_doc *d, const sg_model *m, const int16_t *state, const sg_group *g, sg_reading *out) {
    enum { WIDE = 2 * SG_NAME_COUNT };
    float *y = sg_two_layers(d->arena, m->kernel, state, g->rows, &m->name1, &m->name2);
    uint8_t *label = SG_NEW(d->arena, uint8_t, g->rows);
    for (uint32_t s = 0; s < g->count; s++) {
        size_t at = g->at[s], n = g->sent[s].count;
        best_labels(d, y + at * WIDE, WIDE, n, label);
        for (size_t i = 0; i < n; i++) out[at + i].name = label[i];
        best_labels(d, y + at * WIDE + SG_NAME_COUNT, WIDE, n, label);
        for (size_t i = 0; i < n; i++) out[at + i].mention = label[i];
    }
}

static bool is_marked(const sg_model *m, const char *kind, sg_str low) {
    char key[FORM_MAX * 4 + 16];
    size_t n = strlen(kind);
    memcpy(key, kind, n);
    key[n++] = '\t';
    memcpy(key + n, low.s, low.n);
    return sg_words_find(&m->marks, (sg_str){key, n + low.n}) >= 0;
}

/* The forms of irregular words tell more than their letters show: "froze" is a past tense, "larvae" are several. A word of
 * which the list knows such has no other tag of its kind; `finite` is a past tense whatever the network would make of it. */
static bool may_be(const sg_tag *t, bool past, bool finite, bool several) {
    if (finite || (past && t->upos == SG_POS_VERB)) return t->upos == SG_POS_VERB && (t->bits & SG_FEAT_PAST);
    return !several || t->upos != SG_POS_NOUN || (t->bits & SG_FEAT_PLUR);
}

static const sg_tag *best_tag(const sg_model *m, const float *y, sg_str form) {
    const sg_tag *best = &m->tags[best_of(y, m->tag_count)];
    letters l = lower_letters(form);
    char room[FORM_MAX * 4];
    sg_str low = {room, bytes_of(l.at, l.n, room)};
    bool finite = sg_eq(low, form) && is_marked(m, "finite", low), past = finite || is_marked(m, "past", low);
    bool several = is_marked(m, "plural", low);
    if ((!past && !several) || may_be(best, past, finite, several)) return best;
    float top = -INFINITY;
    for (uint32_t i = 0; i < m->tag_count; i++)
        if (may_be(&m->tags[i], past, finite, several) && y[i] > top) top = y[i], best = &m->tags[i];
    return best;
}

int16_t *sg_encode(sg_doc *d, const sg_model *m, const sg_group *g, sg_reading *out) {
    int16_t *state = layers(d, m, g);
    const float *y = sg_two_layers(d->arena, m->kernel, state, g->rows, &m->tag1, &m->tag2);
    for (uint32_t s = 0; s < g->count; s++)
        for (size_t k = 0; k < g->sent[s].count; k++) {
            size_t i = g->at[s] + k;
            out[i].tag = best_tag(m, y + i * m->tag_count, d->toks[g->sent[s].first + k].form);
        }
    find_names(d, m, state, g, out);
    return state;
}

void sg_encode_word(sg_doc *d, const sg_model *m, sg_tok *t, const sg_reading *r, bool of_name) {
    t->upos = r->tag->upos;
    t->feats = r->tag->feats;
    t->bits = r->tag->bits;
    t->name = r->name;
    t->mention = r->mention;
    bool capital = t->form.n > 1 && t->form.s[0] >= 'A' && t->form.s[0] <= 'Z' && t->form.s[1] >= 'a';
    t->lemma = lemma_of(d, m, r->tag, t->form, capital && of_name);
}

/* "It's been said": of two words that an auxiliary may stand for, a past participle behind it tells which. */
static bool is_perfect(const sg_doc *d, uint32_t i, uint32_t stop) {
    enum { REACH = 4 };
    for (uint32_t k = i + 1; k < stop && k <= i + REACH; k++)
        if (d->toks[k].upos == SG_POS_VERB || d->toks[k].upos == SG_POS_AUX)
            return (d->toks[k].bits & SG_FEAT_PART) && (d->toks[k].bits & SG_FEAT_PAST);
    return false;
}

void sg_encode_perfect(sg_doc *d, const sg_model *m, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        sg_tok *t = &d->toks[i];
        if (t->upos != SG_POS_AUX || t->deprel != SG_DEP_AUX || !is_perfect(d, i, s->first + s->count)) continue;
        letters l = lower_letters(t->form);
        char low[FORM_MAX * 4];
        sg_str lemma = by_word(m, SG_LIT("AUX+perfect"), (sg_str){low, bytes_of(l.at, l.n, low)});
        if (lemma.n) t->lemma = sg_dup(d->arena, lemma);
    }
}
