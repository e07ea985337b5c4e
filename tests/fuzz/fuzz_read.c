/* fuzz_read.c: no bytes, in any format, may break the readers: every format reads the same memory, and what
 * comes out is touched end to end so that a sanitizer sees each stray pointer. */
#include "../../io/io.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static unsigned touch(sg_str s) {
    unsigned sum = 0;
    for (size_t i = 0; i < s.n; i++) sum += (unsigned char)s.s[i];
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    static volatile unsigned sink;
    (void)sink;
    for (int f = SGIO_AUTO; f <= SGIO_CONLLU; f++) {
        sgio_limits limits = {1 << 16};
        sgio_reader *r = sgio_open_memory(data, n, (sgio_format)f, &limits);
        if (!r) return 0;
        sgio_document d;
        while (sgio_next(r, &d)) {
            sink += touch(d.in.text) + touch(d.in.title);
            for (size_t i = 0; i < d.in.given_count; i++) {
                const sg_given_token *t = &d.in.given[i];
                if (t->end < t->start || t->end > d.in.text.n) __builtin_trap();
                sink += touch(t->form) + touch(t->misc);
            }
            sgio_document_free(&d);
        }
        sgio_close(r);
    }
    return 0;
}
