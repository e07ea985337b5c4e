/* bearer.c: see bearer.h. */
#include "bearer.h"

#include "holder.h"

enum { B_COUNTRY = 1, B_KIND = 2, END_MOST = 7, END_LEAST = 2, STEM = 2, FEW = 5 };

static const sg_row *row_of(const sg_lexicon *lex, sg_str word, bool end) {
    sg_rows found = sg_lexicon_find(lex, SG_T_BEARERS, word);
    for (size_t i = 0; i < found.count; i++)
        if ((found.row[i]->cell[B_KIND][0] != '\0') == end) return found.row[i];
    return NULL;
}

/* The whole word, else the longest of its ends that the table has. */
static const sg_row *known(const sg_lexicon *lex, sg_str word) {
    const sg_row *row = row_of(lex, word, false);
    for (size_t n = END_MOST; !row && n >= END_LEAST; n--)
        if (word.n >= n + STEM) row = row_of(lex, (sg_str){word.s + word.n - n, n}, true);
    return row;
}

sg_bearer sg_bearer_of(const sg_lexicon *lex, sg_arena *a, const char *name) {
    sg_bearer b = {.count = 0};
    sg_mark mark = sg_arena_mark(a);
    sg_str words = sg_fold_words(a, sg_str_of(name)), word;
    size_t seen = 0;
    for (size_t at = 0; b.count < SG_BEARER_WORDS && seen < 2 * SG_BEARER_WORDS; seen++) {
        if (!sg_next_word(words, &at, &word)) break;
        const sg_row *row = known(lex, word);
        if (row) b.row[b.count++] = row;
    }
    sg_arena_reset(a, mark);
    return b;
}

static size_t parts_of(const char *list) {
    size_t n = 1;
    for (; *list; list++) n += *list == '|';
    return n;
}

unsigned sg_bearer_fit(const sg_bearer *b, const char *code) {
    size_t hits = 0;
    bool few = false;
    for (size_t i = 0; i < b->count; i++) {
        const char *lands = b->row[i]->cell[B_COUNTRY];
        if (!sg_list_has(lands, sg_str_of(code))) continue;
        hits++;
        few |= parts_of(lands) <= FEW;
    }
    return !hits ? 0 : hits > 1 ? 3 : few ? 2 : 1;
}
