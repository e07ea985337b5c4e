/* edtf.c: how early and how late can a date be? In: the EDTF forms that records carry: 2022, 2022-05,
 * 2022-05-25, intervals of these with `..` or nothing for an open end, X for digits that are not known.
 * Out: first and last day, so that --since and --until are comparisons of strings. */
#include "store.h"

#include <stdio.h>
#include <string.h>

static int digits(const char *s, size_t n) { /* -1 where one of them is unknown */
    int v = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') return -1;
        v = v * 10 + (s[i] - '0');
    }
    return v;
}

static int month_days(int y, int m) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return m == 2 && leap ? 29 : days[m - 1];
}

static void put(char out[11], int y, int m, int d) {
    char s[40];
    snprintf(s, sizeof s, "%04d-%02d-%02d", y, m, d);
    memcpy(out, s, 10);
    out[10] = 0;
}

/* One date of length n. An unknown year leaves nothing to compare; an unknown month or day widens. */
static bool one(const char *s, size_t n, char first[11], char last[11]) {
    int y = n >= 4 ? digits(s, 4) : -1;
    int m = n >= 7 ? digits(s + 5, 2) : -1;
    int d = n >= 10 ? digits(s + 8, 2) : -1;
    if (y < 0) return false;
    if (m < 1 || m > 12) {
        put(first, y, 1, 1);
        put(last, y, 12, 31);
        return true;
    }
    bool known = d >= 1 && d <= 31;
    put(first, y, m, known ? d : 1);
    put(last, y, m, known ? d : month_days(y, m));
    return true;
}

bool sg_edtf_bounds(const char *edtf, char first[11], char last[11]) {
    if (!edtf) return false;
    const char *slash = strchr(edtf, '/');
    if (!slash) return one(edtf, strlen(edtf), first, last);
    char other[11];
    bool a = one(edtf, (size_t)(slash - edtf), first, other);
    bool b = one(slash + 1, strlen(slash + 1), other, last);
    if (!a) memcpy(first, "0000-01-01", 11);
    if (!b) memcpy(last, "9999-12-31", 11);
    return a || b;
}
