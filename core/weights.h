/* weights.h: what is true of a thing, and what that is worth by a table of features, values and weights (en/others,
 * en/confidence).
 *
 * A feature has a value of up to four words: "own>GOV". Features and words are numbers, those that a stage knows by heart
 * an enum of its own: it asks for a thousand weights an act, and each is then one look-up by a number. */
#ifndef SG_WEIGHTS_H
#define SG_WEIGHTS_H

#include "lexicon.h"

/* What a stage knows by heart: the features that it asks for, by their numbers, and words, by theirs from 1 on (the first
 * of the list, for no word, is not read), each only once. */
typedef struct sg_vocabulary {
    const char *const *features;
    size_t feature_count;
    const char *const *words;
    size_t word_count;
} sg_vocabulary;

enum { SG_WORTHS = 4 };
typedef struct sg_weight {
    uint64_t value; /* its words, 16 bits each; 0: free */
    uint32_t feature;
    int32_t worth[SG_WORTHS]; /* by each column of weights that the table has */
} sg_weight;

/* Both by open addressing; rooms are powers of two, half of them free at least. */
typedef struct sg_weights {
    size_t rows;
    sg_weight *at;
    size_t room;
    unsigned shift; /* of 64 bits to the room's */
    sg_str *words;  /* by number; 0 is no word */
    size_t word_count, word_cap;
    uint32_t *number; /* by the word's hash; 0: free */
    size_t number_room;
} sg_weights;

/* `cells`: which of a row's are weights, 0 behind the last. NULL: no memory. */
sg_weights *sg_weights_new(const sg_lexicon *, sg_table_id, const size_t cells[SG_WORTHS], const sg_vocabulary *);
void sg_weights_free(sg_weights *);
bool sg_weights_empty(const sg_weights *);

enum { SG_VALUE = 4, SG_OTHER_WORD = 1 << 16 /* the first number of a word that is not the table's */ };
typedef struct sg_value {
    uint32_t word[SG_VALUE]; /* 0 behind the last */
} sg_value;

static inline bool sg_has_other_word(const sg_value *v) {
    return (v->word[0] | v->word[1] | v->word[2] | v->word[3]) >= SG_OTHER_WORD;
}

static inline uint64_t sg_value_packed(const sg_value *v) {
    return v->word[0] | (uint64_t)v->word[1] << 16 | (uint64_t)v->word[2] << 32 | (uint64_t)v->word[3] << 48;
}

/* Where it stands, or the free place where it would. The uppermost bits of a product hang on all of its factor's. */
static inline sg_weight *sg_weight_at(const sg_weights *w, uint32_t feature, uint64_t value) {
    uint64_t h = (value ^ feature * UINT64_C(0xC2B2AE3D27D4EB4F)) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(h >> w->shift);
    while (w->at[i].value && (w->at[i].value != value || w->at[i].feature != feature)) i = (i + 1) & (w->room - 1);
    return &w->at[i];
}

/* Its row; NULL where the value has a word that the table has not (and weightless where it has none for it otherwise). In the
 * header, as an act asks for hundreds. */
static inline const sg_weight *sg_weight_row(const sg_weights *w, uint32_t feature, sg_value v) {
    return sg_has_other_word(&v) ? NULL : sg_weight_at(w, feature, sg_value_packed(&v));
}

/* By the first column; 0 where the table has no row for it. */
static inline int32_t sg_weight_of(const sg_weights *w, uint32_t feature, sg_value v) {
    const sg_weight *row = sg_weight_row(w, feature, v);
    return row ? row->worth[0] : 0;
}

/* The words of one document: the table's, and behind them those that it does not have and that no weight holds. */
typedef struct sg_glossary {
    const sg_weights *weights;
    sg_arena *arena;
    sg_str *other;
    size_t count, cap;
} sg_glossary;
uint32_t sg_word_number(sg_glossary *, sg_str);
sg_str sg_word_text(const sg_glossary *, uint32_t number);

#endif
