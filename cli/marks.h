/* marks.h: a sentence with <s>…</s> and <t>…</t> in, the plain sentence and the mentions' spans out.
 *
 * Marks may nest, touch the letters of a longer word, be repeated, be missing or broken: then `broken` says so
 * and what can be used is there all the same. */
#ifndef SG_CLI_MARKS_H
#define SG_CLI_MARKS_H

#include "sagwan.h"

enum { MARKS_MAX = 64 }; /* mentions of one side in one sentence; more are passed over */

typedef struct cli_marked {
    uint32_t span[2][MARKS_MAX][2]; /* source, target: bytes of text */
    size_t count[2];
    size_t n;           /* bytes of the plain text */
    const char *broken; /* NULL, or what is wrong, as a phrase */
} cli_marked;

/* Cuts the marks out of s in place. */
cli_marked cli_take_marks(char *s, size_t n);

#endif
