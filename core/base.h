/* base.h: the ground under every stage: memory by lifetime, text by length, hashes, numbers.
 *
 * Nothing here knows about news. Memory comes from arenas: one lives as long as the program's
 * read-only data (a lexicon), one as long as a document, and scratch is a mark that is reset.
 * An arena has a cap from birth and, when it is spent or the system has no more, jumps to the
 * `fail` label of its owner: stages need no checks, and one greedy document cannot take the rest. */
#ifndef SG_BASE_H
#define SG_BASE_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sagwan.h" /* sg_str, and the public types that stages fill */

#define SG_LIT(literal) ((sg_str){(literal), sizeof(literal) - 1})

typedef struct sg_block sg_block;
typedef struct sg_arena {
    sg_block *blocks; /* newest first */
    size_t used, cap; /* bytes handed out by the system, and the most it may become */
    jmp_buf *fail;    /* where to go when memory is spent; must be set before use */
} sg_arena;

typedef struct sg_mark {
    sg_block *block;
    size_t at;
} sg_mark;

/* An empty arena that will never hold more than `cap` bytes. */
sg_arena sg_arena_new(size_t cap, jmp_buf *fail);
/* Makes the newest block have room for `need` bytes, so that marks and resets within it ask the system for nothing. */
void sg_arena_room(sg_arena *a, size_t need);
/* Zeroed memory for `count` things of `size` bytes, aligned for any of them. Never NULL. */
void *sg_alloc(sg_arena *a, size_t count, size_t size);
#define SG_NEW(a, type, count) ((type *)sg_alloc((a), (count), sizeof(type)))
/* The same, not zeroed: for what is written whole before it is read. */
void *sg_alloc_raw(sg_arena *a, size_t count, size_t size);
#define SG_RAW(a, type, count) ((type *)sg_alloc_raw((a), (count), sizeof(type)))
/* Grow an array in the arena: a copy twice as large (the old one stays until the arena is freed). */
void *sg_grow(sg_arena *a, void *old, size_t count, size_t *capacity, size_t size);
/* Make room for one more element of an array {ptr, count, cap}; the usual push. */
#define SG_PUSH(a, ptr, count, cap) \
    ((count) == (cap) ? (void)((ptr) = sg_grow((a), (ptr), (count), &(cap), sizeof *(ptr))) : (void)0, &(ptr)[(count)++])
/* Scratch: remember where the arena stands, and give back all that came after. */
sg_mark sg_arena_mark(const sg_arena *a);
void sg_arena_reset(sg_arena *a, sg_mark mark);
void sg_arena_free(sg_arena *a);
/* Empty again, but with the largest of its usual blocks: to give pages back and be given clean ones takes longer than to
 * write over them. */
void sg_arena_clear(sg_arena *a);

/* In the header, so that a comparison with a literal costs a length and a few bytes: stages make hundreds a word. */
static inline sg_str sg_str_of(const char *terminated) {
    return terminated ? (sg_str){terminated, strlen(terminated)} : (sg_str){0};
}
static inline bool sg_eq(sg_str a, sg_str b) {
    return a.n == b.n && (a.n == 0 || (a.s[0] == b.s[0] && memcmp(a.s, b.s, a.n) == 0));
}
static inline bool sg_eqz(sg_str a, const char *terminated) {
    return sg_eq(a, sg_str_of(terminated));
}
/* A terminated copy in the arena. */
char *sg_dup(sg_arena *a, sg_str s);
/* A terminated string in the arena, by printf's rules (integers and strings only: no locale). */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *
sg_printf(sg_arena *a, const char *format, ...);
/* Cut the next piece up to `by` off `*rest`; the last piece is the rest itself. False at the end. */
bool sg_cut(sg_str *rest, char by, sg_str *piece);
sg_str sg_trim(sg_str s);
/* Is `word` one of the `|`-joined words of `list`? */
bool sg_list_has(const char *list, sg_str word);

/* A whole number as a table writes it, with or without a minus; what is no digit ends it, seven digits at most. */
int32_t sg_whole(const char *);

/* FNV-1a, 64 bits: ids and tables. Start with SG_HASH and chain. */
#define SG_HASH UINT64_C(0xcbf29ce484222325)
uint64_t sg_hash(uint64_t h, const void *bytes, size_t n);
/* For tables in memory, which are asked all day: eight bytes a step. Never stored, as the order of a machine's bytes may
 * show in it. */
uint64_t sg_quick_hash(sg_str key);
/* What stands in an image's head, so that damage shows: of the bytes behind it. */
uint64_t sg_image_sum(const unsigned char *p, size_t n);

/* One code point of valid UTF-8 at s[*i], and *i moved past it (bytes that are not UTF-8 come as U+FFFD). */
uint32_t sg_utf8_next(sg_str s, size_t *i);
/* How many code points. */
size_t sg_utf8_count(sg_str s);

#endif
