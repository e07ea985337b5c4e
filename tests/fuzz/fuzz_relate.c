/* fuzz_relate.c: any bytes as a marked sentence: the spans lie in the text, whatever the marks. */
#include "cli/marks.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    char *s = malloc(n + 1);
    if (!s) return 0;
    memcpy(s, data, n);
    cli_marked m = cli_take_marks(s, n);
    if (m.n > n) __builtin_trap();
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < m.count[side]; i++)
            if (m.span[side][i][0] >= m.span[side][i][1] || m.span[side][i][1] > m.n) __builtin_trap();
    free(s);
    return 0;
}
