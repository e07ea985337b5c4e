/* trace.c: the splitter's features for the trainer, made by the program's own code (core/token.c), so that the
 * two cannot differ. Built and called by train/splitter.py as a shared library. */
#include "token.h"

static jmp_buf fail;

/* Returns how many questions the walk over the text asks; 0 if memory is short. */
size_t trace(const char *text, size_t n, const uint8_t *gold, uint32_t *feature, uint8_t *label) {
    sg_arena a = sg_arena_new((size_t)1 << 31, &fail);
    sg_trace t = {gold, feature, label, 0};
    if (!setjmp(fail)) {
        sg_words none = {.line = NULL, .count = 0, .mask = 0, .slot = SG_NEW(&a, sg_word_slot, 1), .keys = 1};
        sg_model *m = SG_NEW(&a, sg_model, 1);
        sg_block_text block = {.end = (uint32_t)n};
        sg_doc d = {.arena = &a, .text = {text, n}, .blocks = &block, .block_count = 1};
        m->tails = m->splits = m->marks = none;
        sg_tokenise_trace(&d, m, &t);
    }
    sg_arena_free(&a);
    return t.count;
}
