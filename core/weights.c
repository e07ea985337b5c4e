/* weights.c: see weights.h. */
#include "weights.h"

enum { WORDS = 1 << 10 };

/* ---- words ---- */

/* Where the word's number stands, or the free place where it would. */
static uint32_t *number_at(const sg_weights *w, sg_str s) {
    size_t i = (size_t)sg_quick_hash(s) & (w->number_room - 1);
    while (w->number[i] && !sg_eq(w->words[w->number[i]], s)) i = (i + 1) & (w->number_room - 1);
    return &w->number[i];
}

/* Room for twice as many words; false: no memory. */
static bool grow(sg_weights *w) {
    size_t cap = w->word_cap ? 2 * w->word_cap : WORDS;
    sg_str *words = realloc(w->words, cap * sizeof *words);
    if (words) w->words = words, w->word_cap = cap;
    uint32_t *number = words ? calloc(2 * cap, sizeof *number) : NULL;
    if (!number) return false;
    free(w->number);
    w->number = number, w->number_room = 2 * cap;
    for (uint32_t i = 1; i < w->word_count; i++) *number_at(w, w->words[i]) = i;
    return true;
}

/* 0: no memory; SG_OTHER_WORD: of words that many no table needs to have. */
static uint32_t add_word(sg_weights *w, sg_str s) {
    if (w->word_count == w->word_cap && !grow(w)) return 0;
    uint32_t *at = number_at(w, s);
    if (*at) return *at;
    if (w->word_count == SG_OTHER_WORD) return SG_OTHER_WORD;
    w->words[w->word_count] = s;
    return *at = (uint32_t)w->word_count++;
}

uint32_t sg_word_number(sg_glossary *all, sg_str word) {
    uint32_t known = *number_at(all->weights, word);
    if (known) return known;
    *SG_PUSH(all->arena, all->other, all->count, all->cap) = word;
    return SG_OTHER_WORD + (uint32_t)all->count - 1;
}

sg_str sg_word_text(const sg_glossary *all, uint32_t number) {
    return number < SG_OTHER_WORD ? all->weights->words[number] : all->other[number - SG_OTHER_WORD];
}

/* ---- the table ---- */

/* The feature of that name, sought from the last one's on, as a table lists all values of one together; feature_count:
 * none has it. */
static size_t feature_of(const sg_vocabulary *know, const char *name, size_t last) {
    for (size_t i = 0; i < know->feature_count; i++) {
        size_t f = (last + i) % know->feature_count;
        if (!strcmp(know->features[f], name)) return f;
    }
    return know->feature_count;
}

/* "own>GOV"; what has more words than any value that is asked for is none. */
static bool read_value(sg_weights *w, const char *text, sg_value *v, bool *spent) {
    sg_str rest = sg_str_of(text), one;
    size_t n = 0;
    while (sg_cut(&rest, '>', &one)) {
        if (n == SG_VALUE) return false;
        v->word[n++] = add_word(w, one);
        *spent |= !v->word[n - 1];
    }
    return !sg_has_other_word(v) && !*spent;
}

static bool read_rows(sg_weights *w, const sg_row *rows, const size_t *cells, const sg_vocabulary *know) {
    size_t f = 0;
    bool spent = false;
    for (size_t i = w->rows; i-- > 0 && !spent;) { /* a later layer's rows stand first and win */
        sg_value v = {{0}};
        const char *name = rows[i].cell[0], *before = i + 1 == w->rows ? "" : rows[i + 1].cell[0];
        if (name != before && strcmp(name, before) != 0) f = feature_of(know, name, f % know->feature_count);
        if (f == know->feature_count || !read_value(w, rows[i].cell[1], &v, &spent)) continue;
        sg_weight one = {.value = sg_value_packed(&v), .feature = (uint32_t)f};
        for (size_t k = 0; k < SG_WORTHS && cells[k]; k++) one.worth[k] = sg_whole(rows[i].cell[cells[k]]);
        *sg_weight_at(w, one.feature, one.value) = one;
    }
    return !spent;
}

static bool fill(sg_weights *w, const sg_row *rows, const size_t *cells, const sg_vocabulary *know) {
    for (w->room = 64, w->shift = 64 - 6; w->room < 2 * w->rows; w->shift--) w->room *= 2;
    w->at = calloc(w->room, sizeof *w->at);
    if (!w->at || !grow(w)) return false;
    w->words[0] = SG_LIT("");
    w->word_count = 1;
    for (size_t i = 1; i < know->word_count; i++)
        if (!add_word(w, sg_str_of(know->words[i]))) return false;
    return read_rows(w, rows, cells, know);
}

sg_weights *sg_weights_new(const sg_lexicon *l, sg_table_id table, const size_t cells[SG_WORTHS], const sg_vocabulary *know) {
    sg_weights *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    const sg_row *rows = sg_lexicon_rows(l, table, &w->rows);
    if (fill(w, rows, cells, know)) return w;
    sg_weights_free(w);
    return NULL;
}

void sg_weights_free(sg_weights *w) {
    if (!w) return;
    free(w->at);
    free(w->words);
    free(w->number);
    free(w);
}

bool sg_weights_empty(const sg_weights *w) {
    return !w->rows;
}
