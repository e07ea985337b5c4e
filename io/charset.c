/* charset.c: bytes to UTF-8 without changing anything else, because positions count in the result. */
#include <stdlib.h>
#include <string.h>

#include "io.h"

bool sgio_put(sgio_buffer *b, const void *bytes, size_t n) {
    if (n >= SIZE_MAX / 2 - b->n - 1) return false;
    if (b->n + n + 1 > b->cap) {
        size_t cap = b->cap ? b->cap * 2 : 256;
        while (cap < b->n + n + 1) cap *= 2;
        char *s = realloc(b->s, cap);
        if (!s) return false;
        b->s = s, b->cap = cap;
    }
    if (n) memcpy(b->s + b->n, bytes, n);
    b->n += n;
    b->s[b->n] = 0;
    return true;
}

static bool put_code(sgio_buffer *b, uint32_t c) {
    char s[4];
    if (c < 0x80) return s[0] = (char)c, sgio_put(b, s, 1);
    if (c < 0x800) return s[0] = (char)(0xC0 | c >> 6), s[1] = (char)(0x80 | (c & 63)), sgio_put(b, s, 2);
    if (c < 0x10000) {
        s[0] = (char)(0xE0 | c >> 12), s[1] = (char)(0x80 | (c >> 6 & 63)), s[2] = (char)(0x80 | (c & 63));
        return sgio_put(b, s, 3);
    }
    s[0] = (char)(0xF0 | c >> 18), s[1] = (char)(0x80 | (c >> 12 & 63));
    s[2] = (char)(0x80 | (c >> 6 & 63)), s[3] = (char)(0x80 | (c & 63));
    return sgio_put(b, s, 4);
}

/* Bytes of the sequence at s (Unicode's table 3-7); *good tells whether it is whole, else it is the
 * maximal part that could have begun one. */
static size_t sequence(const unsigned char *s, size_t n, bool *good) {
    unsigned char c = s[0], low = 0x80, high = 0xBF;
    size_t need = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
    *good = false;
    if (!need) return 1;
    if (c == 0xE0) low = 0xA0;
    if (c == 0xED) high = 0x9F;
    if (c == 0xF0) low = 0x90;
    if (c == 0xF4) high = 0x8F;
    size_t i = 1;
    for (; i < need; i++, low = 0x80, high = 0xBF)
        if (i >= n || s[i] < low || s[i] > high) return i;
    *good = true;
    return need;
}

/* Bytes of ASCII that s begins with: nearly all of most texts, so eight a step. */
static size_t plain_run(const char *s, size_t n) {
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
        memcpy(&eight, s + i, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080)) break;
    }
    while (i < n && (unsigned char)s[i] < 0x80) i++;
    return i;
}

bool sgio_put_utf8(sgio_buffer *b, const char *s, size_t n) {
    size_t from = 0, i = 0;
    while ((i += plain_run(s + i, n - i)) < n) {
        bool good;
        size_t step = sequence((const unsigned char *)s + i, n - i, &good);
        if (!good) {
            if (!sgio_put(b, s + from, i - from) || !put_code(b, 0xFFFD)) return false;
            from = i + step;
        }
        i += step;
    }
    return sgio_put(b, s + from, n - from);
}

size_t sgio_put_utf16(sgio_buffer *b, const unsigned char *s, size_t n, bool big, bool last) {
    size_t i = 0;
    while (i + 1 < n) {
        uint32_t c = big ? (uint32_t)(s[i] << 8 | s[i + 1]) : (uint32_t)(s[i + 1] << 8 | s[i]);
        size_t step = 2;
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 3 >= n && !last) break;
            uint32_t d = i + 3 >= n ? 0 : big ? (uint32_t)(s[i + 2] << 8 | s[i + 3]) : (uint32_t)(s[i + 3] << 8 | s[i + 2]);
            bool pair = d >= 0xDC00 && d < 0xE000;
            c = pair ? 0x10000 + ((c - 0xD800) << 10) + (d - 0xDC00) : 0xFFFD;
            step = pair ? 4 : 2;
        } else if (c >= 0xDC00 && c < 0xE000) {
            c = 0xFFFD;
        }
        if (!put_code(b, c)) return 0;
        i += step;
    }
    if (last && i < n) put_code(b, 0xFFFD), i = n;
    return i;
}

/* 0x80 to 0x9F of Windows-1252; 0 where it has nothing. */
static const uint16_t WINDOWS[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                     0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static bool letter(unsigned char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Windows-1252 where at least two bytes are not ASCII, none of them begins anything of UTF-8 and each
 * stands as that encoding's letters and quotation marks do. Less would turn damage into wrong letters. */
static bool is_windows(const unsigned char *s, size_t n) {
    size_t seen = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = s[i], before = i ? s[i - 1] : ' ', after = i + 1 < n ? s[i + 1] : ' ';
        if (c < 0x80) continue;
        seen++;
        if (c >= 0xC0) {
            bool beside = letter(before) || letter(after);
            if (!beside || c == 0xFE || c == 0xFF || (after >= 0x80 && after < 0xC0 && WINDOWS[after & 31] != 0x2019))
                return false;
        } else if (c < 0xA0 && !WINDOWS[c - 0x80]) {
            return false;
        }
    }
    return seen >= 2;
}

static bool put_windows(sgio_buffer *b, const unsigned char *s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (!put_code(b, s[i] >= 0x80 && s[i] < 0xA0 ? WINDOWS[s[i] - 0x80] : s[i])) return false;
    return true;
}

bool sgio_put_document(sgio_buffer *b, const char *s, size_t n, const char **note) {
    size_t bad = 0, many = 0;
    for (size_t i = plain_run(s, n); i < n; i += plain_run(s + i, n - i)) {
        bool good;
        size_t step = sequence((const unsigned char *)s + i, n - i, &good);
        bad += !good, many += good && step > 1;
        i += step;
    }
    *note = NULL;
    if (bad && !many && is_windows((const unsigned char *)s, n)) {
        *note = "is not UTF-8; read as Windows-1252";
        return put_windows(b, (const unsigned char *)s, n);
    }
    if (bad) *note = "has bytes that are not UTF-8; each such stretch was read as U+FFFD";
    return sgio_put_utf8(b, s, n);
}
