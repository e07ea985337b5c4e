/* needs.c: see needs.h. */
#include "needs.h"

/* A text of needs, by where it stands in the lexicon's pool, in which the same texts are one. */
typedef struct entry {
    const char *text;    /* NULL: free */
    sg_condition *first; /* NULL: it has none */
} entry;

/* Both by open addressing; rooms are powers of two, half of them free at least. */
struct sg_needs {
    sg_arena arena;
    entry *texts;
    size_t text_room, text_count;
    sg_need **needs; /* by their text */
    size_t need_room, need_count;
    uint64_t serial;
};

enum { ARENA_CAP = 1 << 28, FIRST_ROOM = 1 << 12 };

/* ---- a choice ---- */

static uint32_t told_bit(sg_str name) {
    static const sg_str names[] = {
#define X_(id, name) {name, sizeof(name) - 1},
        SG_TOLD_CLASSES(X_)
#undef X_
    };
    for (uint32_t i = 0; i < SG_TOLD_COUNT; i++)
        if (sg_eq(name, names[i])) return 1u << i;
    return 0;
}

/* The bits of all of them; known when the program is built. */
static uint64_t told_bits(void) {
    uint64_t bits = 0;
#define X_(id, name) bits |= sg_word_bit((sg_str){name, sizeof(name) - 1});
    SG_TOLD_CLASSES(X_)
#undef X_
    return bits;
}

/* Of lemmas, or of classes, some of which are told otherwise. */
static sg_choice choice_of(sg_str words, bool classes) {
    sg_choice c = {.words = words};
    for (size_t from = 0, i; from < words.n; from = i + 1) {
        for (i = from; i < words.n && words.s[i] != '|';) i++;
        sg_str one = {words.s + from, i - from};
        uint64_t bit = sg_word_bit(one);
        c.bits |= bit;
        if (classes && (bit & told_bits())) c.told |= told_bit(one);
    }
    return c;
}

sg_choice sg_choice_of(sg_str classes) {
    return choice_of(classes, true);
}

bool sg_list_holds(sg_str words, sg_str word) {
    const char *at = words.s, *end = words.s + words.n;
    while (at && (size_t)(end - at) >= word.n) {
        bool whole = at + word.n == end || at[word.n] == '|';
        if (whole && at[0] == word.s[0] && !memcmp(at, word.s, word.n)) return true;
        at = memchr(at, '|', (size_t)(end - at));
        if (at) at++;
    }
    return false;
}

/* ---- cutting ---- */

/* Only plain words say what must be there: of a class, or at a place for a party, many can stand. */
static uint64_t bits_of_pattern(sg_str text) {
    uint64_t bits = 0;
    for (size_t i = 0, from; i < text.n; i++) {
        for (from = i; i < text.n && text.s[i] != '_' && text.s[i] != '.';) i++;
        sg_str word = {text.s + from, i - from};
        bool open = word.n && (word.s[0] == '~' || (word.n == 1 && memchr("$+^", word.s[0], 3)));
        if (!open) bits |= sg_word_bit(word);
    }
    return bits;
}

static void cut_patterns(sg_arena *a, sg_need *one, sg_str patterns) {
    size_t cap = 0;
    sg_alternative *all = NULL;
    sg_str text;
    while (sg_cut(&patterns, '|', &text))
        *SG_PUSH(a, all, one->alternatives, cap) = (sg_alternative){text, bits_of_pattern(text)};
    one->alternative = all;
}

static void cut(sg_arena *a, sg_need *one) {
    sg_str text = one->text;
    size_t at = 0;
    one->denies = text.s[0] == '!';
    if (one->denies) text.s++, text.n--;
    while (at < text.n && text.s[at] != '~' && text.s[at] != '=' && text.s[at] != '>') at++;
    one->slot = (sg_str){text.s, at};
    one->slot_hash = (uint32_t)sg_quick_hash(one->slot);
    if (at == text.n) return;
    sg_str what = {text.s + at + 1, text.n - at - 1};
    one->by = text.s[at];
    one->several = one->by == '~' && sg_eqz(what, "several");
    if (one->by == '>') cut_patterns(a, one, what);
    else one->of = choice_of(what, one->by == '~');
}

/* ---- conditions, each once ---- */

/* Where it stands, or the free place where it would. */
static sg_need **need_at(const sg_needs *n, sg_str text) {
    size_t i = (size_t)sg_quick_hash(text) & (n->need_room - 1);
    while (n->needs[i] && !sg_eq(n->needs[i]->text, text)) i = (i + 1) & (n->need_room - 1);
    return &n->needs[i];
}

static void grow_needs(sg_needs *n) {
    sg_need **old = n->needs;
    size_t room = n->need_room, more = room ? 2 * room : FIRST_ROOM;
    n->needs = (sg_need **)sg_alloc(&n->arena, more, sizeof *old);
    n->need_room = more;
    for (size_t i = 0; i < room; i++)
        if (old[i]) *need_at(n, old[i]->text) = old[i];
}

static sg_need *need_of(sg_needs *n, sg_str text) {
    sg_need **at = need_at(n, text);
    if (*at) return *at;
    sg_need *one = SG_NEW(&n->arena, sg_need, 1);
    one->text = text;
    cut(&n->arena, one);
    if (2 * ++n->need_count > n->need_room) grow_needs(n), at = need_at(n, text);
    return *at = one;
}

/* The first of a text; NULL: it has none. */
static sg_condition *first_of(sg_needs *n, sg_str text) {
    while (text.n && text.s[0] == ' ') text.s++, text.n--;
    if (!text.n) return NULL;
    const char *blank = memchr(text.s, ' ', text.n);
    size_t end = blank ? (size_t)(blank - text.s) : text.n;
    sg_condition *c = SG_RAW(&n->arena, sg_condition, 1);
    *c = (sg_condition){need_of(n, (sg_str){text.s, end}), NULL, {text.s + end, text.n - end}};
    return c;
}

/* ---- texts ---- */

/* Where the text stands, or the free place where it would. */
static entry *entry_at(const sg_needs *n, const char *text) {
    size_t i = (size_t)(((uintptr_t)text * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (n->text_room - 1);
    while (n->texts[i].text && n->texts[i].text != text) i = (i + 1) & (n->text_room - 1);
    return &n->texts[i];
}

static void grow_texts(sg_needs *n) {
    entry *old = n->texts;
    size_t room = n->text_room, more = room ? 2 * room : FIRST_ROOM;
    n->texts = SG_NEW(&n->arena, entry, more);
    n->text_room = more;
    for (size_t i = 0; i < room; i++)
        if (old[i].text) *entry_at(n, old[i].text) = old[i];
}

static const char *text_of(const sg_row *row) {
    return row->cell[row->table == SG_T_ACTS ? 9 : row->table == SG_T_OPERATORS ? 5 : 4];
}

sg_condition *sg_condition_first(sg_needs *n, const sg_row *row) {
    const char *text = text_of(row);
    if (!*text) return NULL;
    entry *e = entry_at(n, text);
    if (e->text) return e->first;
    sg_condition *first = first_of(n, sg_str_of(text));
    if (2 * ++n->text_count > n->text_room) grow_texts(n), e = entry_at(n, text);
    *e = (entry){text, first};
    return first;
}

sg_condition *sg_condition_next(sg_needs *n, sg_condition *before) {
    if (!before->next && before->rest.n) before->next = first_of(n, before->rest);
    return before->next;
}

uint64_t sg_needs_serial(sg_needs *n) {
    return ++n->serial;
}

static bool begin(sg_needs *n, jmp_buf *fail) {
    jmp_buf spent;
    n->arena = sg_arena_new(ARENA_CAP, &spent);
    if (setjmp(spent)) return false;
    grow_texts(n);
    grow_needs(n);
    n->arena.fail = fail;
    return true;
}

sg_needs *sg_needs_new(jmp_buf *fail) {
    sg_needs *n = calloc(1, sizeof *n);
    if (!n || begin(n, fail)) return n;
    sg_needs_free(n);
    return NULL;
}

void sg_needs_free(sg_needs *n) {
    if (!n) return;
    sg_arena_free(&n->arena);
    free(n);
}
