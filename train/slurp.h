/* slurp.h: a whole file in memory, for the tools of train/ that run the program's own stages. */
#ifndef SLURP_H
#define SLURP_H

#include "base.h"

#include <stdio.h>
#include <stdlib.h>

static bool slurp(const char *path, sg_str *out) {
    FILE *f = fopen(path, "rb");
    char *s = NULL;
    size_t n = 0, cap = 0;
    while (f && !feof(f)) {
        if (n == cap) s = realloc(s, cap = cap ? cap * 2 : 1 << 16);
        if (!s) return false;
        n += fread(s + n, 1, cap - n, f);
    }
    if (f) fclose(f);
    *out = (sg_str){s, n};
    return f != NULL;
}

#endif
