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

/* NULL: no memory. */
typedef struct sg_weights sg_weights;
sg_weights *sg_weights_new(const sg_lexicon *, sg_table_id, const sg_vocabulary *);
void sg_weights_free(sg_weights *);
bool sg_weights_empty(const sg_weights *);

enum { SG_VALUE = 4 };
typedef struct sg_value {
    uint32_t word[SG_VALUE]; /* 0 behind the last */
} sg_value;
/* 0 where the table has no row for it. */
int32_t sg_weight_of(const sg_weights *, uint32_t feature, sg_value);

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
