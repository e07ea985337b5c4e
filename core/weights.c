/* weights.c: see weights.h. */
#include "weights.h"

typedef struct weight {
    uint64_t value; /* its words, 16 bits each; 0: free */
    uint32_t feature;
    int32_t worth;
} weight;

enum { OTHER = 1 << 16 /* the first number of a word that is not the table's */, WORDS = 1 << 10 };

/* Both by open addressing; rooms are powers of two, half of them free at least. */
struct sg_weights {
    size_t rows;
    weight *at;
    size_t room;
    unsigned shift; /* of 64 bits to the room's */
    sg_str *words; /* by number; 0 is no word */
    size_t word_count, word_cap;
    uint32_t *number; /* by the word's hash; 0: free */
    size_t number_room;
};

/* ---- words ---- */

/* Where the word's number stands, or the free place where it would. */
static uint32_t *number_at(const sg_weights *w, sg_str s) {
    size_t i = sg_hash(SG_HASH, s.s, s.n) & (w->number_room - 1);
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

/* 0: no memory; OTHER: of words that many no table needs to have. */
static uint32_t add_word(sg_weights *w, sg_str s) {
    if (w->word_count == w->word_cap && !grow(w)) return 0;
    uint32_t *at = number_at(w, s);
    if (*at) return *at;
    if (w->word_count == OTHER) return OTHER;
    w->words[w->word_count] = s;
    return *at = (uint32_t)w->word_count++;
}

uint32_t sg_word_number(sg_glossary *all, sg_str word) {
    uint32_t known = *number_at(all->weights, word);
    if (known) return known;
    *SG_PUSH(all->arena, all->other, all->count, all->cap) = word;
    return OTHER + (uint32_t)all->count - 1;
}

sg_str sg_word_text(const sg_glossary *all, uint32_t number) {
    return number < OTHER ? all->weights->words[number] : all->other[number - OTHER];
}

/* ---- weights ---- */

static bool has_other_word(const sg_value *v) {
    return (v->word[0] | v->word[1] | v->word[2] | v->word[3]) >= OTHER;
}

static uint64_t packed(const sg_value *v) {
    return v->word[0] | (uint64_t)v->word[1] << 16 | (uint64_t)v->word[2] << 32 | (uint64_t)v->word[3] << 48;
}

/* Where it stands, or the free place where it would. The uppermost bits of a product hang on all of its factor's. */
static weight *weight_at(const sg_weights *w, uint32_t feature, uint64_t value) {
    uint64_t h = (value ^ feature * UINT64_C(0xC2B2AE3D27D4EB4F)) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(h >> w->shift);
    while (w->at[i].value && (w->at[i].value != value || w->at[i].feature != feature)) i = (i + 1) & (w->room - 1);
    return &w->at[i];
}

int32_t sg_weight_of(const sg_weights *w, uint32_t feature, sg_value v) {
    return has_other_word(&v) ? 0 : weight_at(w, feature, packed(&v))->worth;
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
    return !has_other_word(v) && !*spent;
}

static bool read_rows(sg_weights *w, const sg_row *rows, const sg_vocabulary *know) {
    size_t f = 0;
    bool spent = false;
    for (size_t i = w->rows; i-- > 0 && !spent;) { /* a later layer's rows stand first and win */
        sg_value v = {{0}};
        if (i + 1 == w->rows || strcmp(rows[i].cell[0], rows[i + 1].cell[0]) != 0)
            f = feature_of(know, rows[i].cell[0], f % know->feature_count);
        if (f == know->feature_count || !read_value(w, rows[i].cell[1], &v, &spent)) continue;
        *weight_at(w, (uint32_t)f, packed(&v)) = (weight){packed(&v), (uint32_t)f, sg_whole(rows[i].cell[2])};
    }
    return !spent;
}

static bool fill(sg_weights *w, const sg_row *rows, const sg_vocabulary *know) {
    for (w->room = 64, w->shift = 64 - 6; w->room < 2 * w->rows; w->shift--) w->room *= 2;
    w->at = calloc(w->room, sizeof *w->at);
    if (!w->at || !grow(w)) return false;
    w->words[0] = SG_LIT("");
    w->word_count = 1;
    for (size_t i = 1; i < know->word_count; i++)
        if (!add_word(w, sg_str_of(know->words[i]))) return false;
    return read_rows(w, rows, know);
}

sg_weights *sg_weights_new(const sg_lexicon *l, sg_table_id table, const sg_vocabulary *know) {
    sg_weights *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    const sg_row *rows = sg_lexicon_rows(l, table, &w->rows);
    if (fill(w, rows, know)) return w;
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
