/* base.c: see base.h. */
#define _DEFAULT_SOURCE /* madvise */
#include "base.h"

#include <stdarg.h>
#include <stdio.h>
#include <sys/mman.h>

struct sg_block {
    sg_block *older;
    size_t size, at;
    max_align_t data[];
};

enum {
    FIRST_BLOCK = 1 << 16, /* one short document fits its arena's first block */
    LAST_BLOCK = 1 << 24,  /* blocks double up to this; what asks for more gets its own */
    ALIGN = sizeof(max_align_t)
};

sg_arena sg_arena_new(size_t cap, jmp_buf *fail) {
    return (sg_arena){.cap = cap, .fail = fail};
}

/* What is large is touched soon, so in large pages: the models' tables alone take nine thousand small ones. */
static void *room_for(size_t n) {
#ifdef MADV_HUGEPAGE
    enum { HUGE = 1 << 21 };
    if (n >= HUGE) {
        size_t whole = (n + HUGE - 1) / HUGE * HUGE;
        void *p = aligned_alloc(HUGE, whole);
        if (p) madvise(p, whole, MADV_HUGEPAGE);
        return p;
    }
#endif
    return malloc(n);
}

static sg_block *new_block(sg_arena *a, size_t need) {
    size_t size = a->blocks ? a->blocks->size * 2 : FIRST_BLOCK;
    if (size > LAST_BLOCK) size = LAST_BLOCK;
    if (size < need) size = need;
    if (size > a->cap - a->used) size = need; /* near the cap: take no more than is asked */
    if (size > a->cap - a->used) longjmp(*a->fail, 1);
    sg_block *b = room_for(sizeof *b + size);
    if (!b) longjmp(*a->fail, 1);
    *b = (sg_block){.older = a->blocks, .size = size};
    a->used += size;
    a->blocks = b;
    return b;
}

void sg_arena_room(sg_arena *a, size_t need) {
    if (!a->blocks || a->blocks->size - a->blocks->at < need) new_block(a, need);
}

void *sg_alloc_raw(sg_arena *a, size_t count, size_t size) {
    if (size && count > (SIZE_MAX - ALIGN) / size) longjmp(*a->fail, 1);
    size_t need = (count * size + ALIGN - 1) / ALIGN * ALIGN;
    sg_arena_room(a, need);
    void *p = (char *)a->blocks->data + a->blocks->at;
    a->blocks->at += need;
    return p;
}

void *sg_alloc(sg_arena *a, size_t count, size_t size) {
    return memset(sg_alloc_raw(a, count, size), 0, count * size);
}

void *sg_grow(sg_arena *a, void *old, size_t count, size_t *capacity, size_t size) {
    size_t more = count ? count * 2 : 8;
    char *p = sg_alloc_raw(a, more, size);
    if (count) memcpy(p, old, count * size);
    memset(p + count * size, 0, (more - count) * size);
    *capacity = more;
    return p;
}

sg_mark sg_arena_mark(const sg_arena *a) {
    return (sg_mark){a->blocks, a->blocks ? a->blocks->at : 0};
}

void sg_arena_reset(sg_arena *a, sg_mark mark) {
    while (a->blocks != mark.block) {
        sg_block *b = a->blocks;
        a->blocks = b->older;
        a->used -= b->size;
        free(b);
    }
    if (a->blocks) a->blocks->at = mark.at;
}

void sg_arena_free(sg_arena *a) {
    sg_arena_reset(a, (sg_mark){0});
}

void sg_arena_clear(sg_arena *a) {
    sg_block *kept = NULL, *next;
    for (sg_block *b = a->blocks; b; b = next) {
        next = b->older;
        if (b->size > LAST_BLOCK || (kept && kept->size >= b->size)) {
            free(b);
            continue;
        }
        free(kept);
        kept = b;
    }
    a->blocks = kept;
    a->used = kept ? kept->size : 0;
    if (kept) kept->older = NULL, kept->at = 0;
}

char *sg_dup(sg_arena *a, sg_str s) {
    char *p = sg_alloc_raw(a, s.n + 1, 1);
    if (s.n) memcpy(p, s.s, s.n);
    p[s.n] = 0;
    return p;
}

char *sg_printf(sg_arena *a, const char *format, ...) {
    char room[256]; /* nearly all fit it, and are formatted once */
    va_list ap, again;
    va_start(ap, format);
    va_copy(again, ap);
    int n = vsnprintf(room, sizeof room, format, ap);
    va_end(ap);
    size_t length = n < 0 ? 0 : (size_t)n;
    char *p = length < sizeof room ? sg_dup(a, (sg_str){room, length}) : sg_alloc_raw(a, length + 1, 1);
    if (length >= sizeof room) vsnprintf(p, length + 1, format, again);
    va_end(again);
    return p;
}

bool sg_cut(sg_str *rest, char by, sg_str *piece) {
    if (!rest->s) return false;
    const char *end = rest->n ? memchr(rest->s, by, rest->n) : NULL;
    if (!end) {
        *piece = *rest;
        *rest = (sg_str){0};
        return true;
    }
    *piece = (sg_str){rest->s, (size_t)(end - rest->s)};
    *rest = (sg_str){end + 1, rest->n - piece->n - 1};
    return true;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

sg_str sg_trim(sg_str s) {
    while (s.n && is_blank(s.s[0])) s.s++, s.n--;
    while (s.n && is_blank(s.s[s.n - 1])) s.n--;
    return s;
}

bool sg_list_has(const char *list, sg_str word) {
    sg_str rest = sg_str_of(list), piece;
    while (sg_cut(&rest, '|', &piece))
        if (sg_eq(piece, word)) return true;
    return false;
}

int32_t sg_whole(const char *s) {
    bool minus = *s == '-';
    int32_t v = 0;
    for (s += minus; *s >= '0' && *s <= '9' && v < 1000000; s++) v = v * 10 + (*s - '0');
    return minus ? -v : v;
}

uint64_t sg_hash(uint64_t h, const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    for (size_t i = 0; i < n; i++) h = (h ^ p[i]) * UINT64_C(0x100000001b3);
    return h;
}

uint64_t sg_quick_hash(sg_str key) {
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t h = SG_HASH ^ key.n, w;
    size_t at = 0;
    for (; at + sizeof w <= key.n; at += sizeof w) {
        memcpy(&w, key.s + at, sizeof w);
        h = (h ^ w) * odd;
        h ^= h >> 32;
    }
    if (at < key.n && at) {
        memcpy(&w, key.s + key.n - sizeof w, sizeof w); /* the last eight, some of them again */
    } else if (key.n >= sizeof(uint32_t) && key.n < sizeof w) {
        uint32_t front, back;
        memcpy(&front, key.s, sizeof front);
        memcpy(&back, key.s + key.n - sizeof back, sizeof back);
        w = (uint64_t)front << 32 | back;
    } else
        for (w = 0; at < key.n; at++) w = w << 8 | (unsigned char)key.s[at];
    h = (h ^ w) * odd;
    h ^= h >> 29;
    h *= odd;
    return h ^ h >> 32;
}

/* The number of eight bytes, the same on every machine. */
static inline uint64_t eight(const unsigned char *p) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
#else
    uint64_t v = 0;
    for (int i = 8; i-- > 0;) v = v << 8 | p[i];
    return v;
#endif
}

/* Four sums by turns over words of eight bytes (noughts fill the last), each step a bijection, folded: a CRC took
 * a fifth of the time to start. */
uint64_t sg_image_sum(const unsigned char *p, size_t n) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t a = 1, b = 2, c = 3, d = 4, all = n;
    size_t words = n / 8, i = 0;
    for (; i + 4 <= words; i += 4) { /* apart, so that they stay in registers */
        a = (a ^ eight(p + 8 * i)) * factor;
        b = (b ^ eight(p + 8 * i + 8)) * factor;
        c = (c ^ eight(p + 8 * i + 16)) * factor;
        d = (d ^ eight(p + 8 * i + 24)) * factor;
    }
    uint64_t lane[4] = {a, b, c, d};
    for (; i < words; i++) lane[i % 4] = (lane[i % 4] ^ eight(p + 8 * i)) * factor;
    unsigned char last[8] = {0};
    memcpy(last, p + 8 * words, n % 8);
    lane[words % 4] = (lane[words % 4] ^ eight(last)) * factor;
    for (size_t k = 0; k < 4; k++) {
        all = (all ^ lane[k]) * factor;
        all ^= all >> 29;
    }
    return all;
}

uint32_t sg_utf8_next(sg_str s, size_t *i) {
    static const unsigned char need[16] = {0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 1, 1, 2, 3};
    unsigned char c = (unsigned char)s.s[(*i)++];
    unsigned more = need[c >> 4];
    if (more == 0) return c;
    if (more == 9 || *i + more > s.n) return 0xFFFD;
    uint32_t cp = c & (0x3Fu >> more);
    for (unsigned k = 0; k < more; k++) {
        unsigned char d = (unsigned char)s.s[*i + k];
        if ((d & 0xC0) != 0x80) return 0xFFFD;
        cp = cp << 6 | (d & 0x3F);
    }
    *i += more;
    return cp;
}

size_t sg_utf8_count(sg_str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.s[i] & 0xC0) != 0x80;
    return n;
}
