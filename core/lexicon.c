/* lexicon.c: compiled tables opened for reading: rows by table, rows by phrase (lexicon.h).
 *
 * The image is made by the compiler in the second half of this file: a header, rows, an index, a pool of terminated
 * strings, all numbers 32-bit little-endian. Opening trusts nothing: it checks the sum and then every offset, copies the
 * pool, and makes one array of rows and one of phrases a table. A phrase is a stretch of the pool; the beginnings of
 * longer ones are phrases too, since the longest match asks for them. Which phrases there are, which rows they have and
 * how holders' names look (alike.h) stands in the index, as finding it out takes ten times as long as reading it; where
 * several layers have rows, or a row takes others out, it is found out. Nothing changes after that, so any number of
 * threads may read. */
#include "lexicon.h"

#include "alike.h"
#include "calendar.h"

#include <utf8proc.h>

static const char MAGIC[8] = {'S', 'G', 'L', 'E', 'X', '\r', '\n', '\0'};

enum {
    IMAGE_VERSION = 3,
    HEADER = 44, /* magic 8, version, length, sum 8, rows, row bytes, pool bytes, name, index bytes */
    AT_VERSION = 8,
    AT_LENGTH = 12,
    AT_SUM = 16,
    AT_ROWS = 24,
    AT_ROW_BYTES = 28,
    AT_POOL = 32,
    AT_NAME = 36,
    AT_INDEX = 40,
    ROW_FIXED = 3, /* words of a row before its cells: table and flags, line, key */
    ROW_CAPS = 1 << 16,
    ROW_REMOVES = 1 << 17,
    PHRASE_WORDS = 3, /* of the index: where in the pool, how long, twice how many rows and 1 if it opens longer ones */
    LEXICON_CAP = 1 << 30 /* bytes: far above any lexicon, below what would hurt a machine */
};

typedef struct table_shape {
    const char *name;
    const char *column[SG_CELLS];
} table_shape;

static const table_shape SHAPE[SG_T_COUNT] = {
#define X_(id, file, ...) {file, {__VA_ARGS__}},
    SG_TABLES(X_)
#undef X_
};

static uint32_t columns_of(unsigned table) {
    uint32_t n = 0;
    while (n < SG_CELLS && SHAPE[table].column[n]) n++;
    return n;
}

static uint32_t get32(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static void put32(unsigned char *p, uint32_t v) {
    for (int i = 0; i < 4; i++) p[i] = (unsigned char)(v >> (8 * i));
}

static uint64_t get64(const unsigned char *p) {
    return (uint64_t)get32(p) | (uint64_t)get32(p + 4) << 32;
}

/* ---- Normal form -------------------------------------------------------------------------- */

static bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Marks are dropped, dashes and apostrophes of typographers become those of typewriters. */
static size_t fold_point(utf8proc_int32_t cp, utf8proc_uint8_t *out) {
    if (cp == 0x2018 || cp == 0x2019 || cp == 0x02BC || cp == 0x00B4) cp = '\'';
    if (cp >= 0x2010 && cp <= 0x2013) cp = '-';
    utf8proc_int32_t part[32];
    int bound = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        cp, part, 32, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &bound);
    if (n < 0 || n > 32) return 0;
    size_t at = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) at += (size_t)utf8proc_encode_char(part[i], out + at);
    return at;
}

enum {
    GROWTH = 32,     /* bytes a byte may fold to: NFKD grows U+FDFA elevenfold */
    FOLD_ROOM = 2048 /* longer words are no names; they are folded in the arena */
};

typedef struct casing {
    unsigned letters, small;
} casing;

static void count_case(casing *c, uint32_t cp) {
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)cp);
    c->letters += k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LL || k == UTF8PROC_CATEGORY_LO;
    c->small += k == UTF8PROC_CATEGORY_LL || k == UTF8PROC_CATEGORY_LO;
}

/* Case and marks, into `out`, which has room for GROWTH times the word. */
static size_t fold_letters(sg_str word, char *out, casing *c) {
    size_t n = 0;
    for (size_t i = 0; i < word.n;) {
        unsigned char b = (unsigned char)word.s[i];
        if (b < 0x80) { /* nearly always */
            bool small = b >= 'a' && b <= 'z', capital = b >= 'A' && b <= 'Z';
            c->letters += small || capital, c->small += small;
            out[n++] = (char)(capital ? b + 32 : b);
            i++;
            continue;
        }
        uint32_t cp = sg_utf8_next(word, &i);
        count_case(c, cp);
        n += fold_point((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out + n);
    }
    return n;
}

static bool letter_at(sg_str s, size_t i) {
    return i < s.n && (ascii_letter(s.s[i]) || (unsigned char)s.s[i] >= 0x80);
}

static bool word_at(sg_str s, size_t i) {
    return letter_at(s, i) || (i < s.n && ((s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '.'));
}

/* Stops of abbreviations go; hyphens between letters and a final 's become words of their own, as the
 * treebank cuts them, so that a token and a key come out alike however either was cut. */
static sg_str fold_joints(sg_arena *a, sg_str w) {
    char *out = sg_alloc(a, w.n * 3 + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < w.n; i++) {
        char c = w.s[i];
        if (c == '.' && i && letter_at(w, i - 1)) continue;
        bool hyphen = c == '-' && i && word_at(w, i - 1) && word_at(w, i + 1);
        bool owner = c == '\'' && i && i + 2 == w.n && w.s[i + 1] == 's';
        bool owners = c == '\'' && i && i + 1 == w.n && w.s[i - 1] == 's';
        if (hyphen || owner || owners) out[n++] = ' ';
        out[n++] = c;
        if (hyphen) out[n++] = ' ';
    }
    return (sg_str){out, n};
}

/* Only what stays is taken from the arena: a document has as many keys as words. */
sg_str sg_fold(sg_arena *a, sg_str word, bool *caps) {
    char room[FOLD_ROOM], *out = room;
    casing c = {0};
    if (word.n > sizeof room / GROWTH) out = sg_alloc(a, word.n, GROWTH);
    sg_str w = {out, fold_letters(word, out, &c)};
    if (caps) *caps = c.letters >= 2 && c.small == 0;
    for (size_t i = 0; i < w.n; i++)
        if (w.s[i] == '.' || w.s[i] == '-' || w.s[i] == '\'') return fold_joints(a, w);
    return (sg_str){sg_dup(a, w), w.n};
}

/* A phrase of a table, word by word; a comma or bracket is a word of its own. */
static sg_str fold_phrase(sg_arena *a, sg_str phrase, bool *caps) {
    char *spread = sg_alloc(a, phrase.n * 3 + 1, 1);
    size_t m = 0;
    for (size_t i = 0; i < phrase.n; i++) {
        bool own = phrase.n > 1 && memchr(",()", phrase.s[i], 3);
        if (own) spread[m++] = ' ';
        spread[m++] = phrase.s[i];
        if (own) spread[m++] = ' ';
    }
    casing all = {0};
    sg_str rest = {spread, m}, word;
    char *out = NULL;
    size_t n = 0, cap = 0;
    while (sg_cut(&rest, ' ', &word)) {
        if (!word.n) continue;
        bool ignored;
        for (size_t i = 0; i < word.n;) count_case(&all, sg_utf8_next(word, &i));
        sg_str w = sg_fold(a, word, &ignored);
        if (n) *SG_PUSH(a, out, n, cap) = ' ';
        for (size_t i = 0; i < w.n; i++) *SG_PUSH(a, out, n, cap) = w.s[i];
    }
    *caps = all.letters >= 2 && all.small == 0;
    return (sg_str){out ? out : "", n};
}

/* ---- The open lexicon --------------------------------------------------------------------- */

typedef struct phrase { /* of a table, or the beginning of one */
    uint32_t key, length;  /* in the pool */
    uint32_t hash;         /* the lower half */
    uint32_t first, count; /* its rows among the links */
    bool opens;
} phrase;

typedef struct table {
    sg_row *rows;
    const char **keys; /* beside the rows: phrases joined by | */
    bool *removes;
    size_t count;
    phrase *phrases;
    size_t phrase_count;
    uint32_t *at; /* by hash: a phrase's number and 1; 0: none */
    size_t mask;
    const sg_row **links;
} table;

typedef struct layer {
    const unsigned char *image; /* while opening only */
    uint32_t rows;
    size_t pool; /* where its own begins */
    const char *version;
} layer;

enum { WHO_HAS = 1 << 18 }; /* more than there are phrases */

typedef struct told { /* tables, as bits, by a phrase's hash */
    uint64_t has, opens;
} told;

struct sg_lexicon {
    sg_arena arena;
    layer *layers;
    size_t layer_count;
    sg_gazetteer gazetteer;
    bool has_gazetteer;
    table tables[SG_T_COUNT];
    table ways[SG_WAYS]; /* only phrases: the rows are those of the tables */
    char *pool;          /* those of all layers, one behind the other */
    size_t pool_n;
    sg_glance *glances;  /* of HOLDERS */
    uint32_t *outlines;
    size_t outline_count;
    const sg_row **idle; /* rows that were to remove others, and found none */
    size_t idle_count, idle_cap;
    told *who_has; /* WHO_HAS of them */
};

static const char *check_header(sg_str image) {
    const unsigned char *p = (const unsigned char *)image.s;
    if (image.n < HEADER) return "the lexicon image is cut";
    if (memcmp(p, MAGIC, sizeof MAGIC) != 0) return "this is no lexicon image";
    if (get32(p + AT_VERSION) != IMAGE_VERSION) return "the lexicon image is of another version";
    if (get32(p + AT_LENGTH) > image.n) return "the lexicon image is cut";
    if (get32(p + AT_LENGTH) < image.n) return "the lexicon image has bytes after its end";
    uint64_t pool = get32(p + AT_POOL), index = get32(p + AT_INDEX);
    if (HEADER + (uint64_t)get32(p + AT_ROW_BYTES) + index + pool != image.n || pool == 0 || get32(p + AT_NAME) >= pool ||
        p[image.n - 1] != 0)
        return "the lexicon image is damaged";
    if (sg_image_sum(p + AT_ROWS, image.n - AT_ROWS) != get64(p + AT_SUM)) return "the lexicon image is damaged";
    return NULL;
}

/* Every row's table and offsets; adds to the tables' counts, and to the rows that take others out. */
static const char *check_rows(sg_str image, size_t counts[SG_T_COUNT], size_t *removing) {
    const unsigned char *p = (const unsigned char *)image.s;
    const unsigned char *at = p + HEADER, *end = at + get32(p + AT_ROW_BYTES);
    uint32_t pool = get32(p + AT_POOL), rows = get32(p + AT_ROWS), columns[SG_T_COUNT];
    for (unsigned t = 0; t < SG_T_COUNT; t++) columns[t] = columns_of(t);
    for (uint32_t i = 0; i < rows; i++) {
        if (end - at < 4 * ROW_FIXED) return "the lexicon image is damaged";
        uint32_t head = get32(at), t = head & 0xFFFF;
        if (t >= SG_T_COUNT) return "the lexicon image is of another version";
        uint32_t words = 1 + columns[t];
        if ((size_t)(end - at) < 4 * (size_t)(ROW_FIXED - 1 + words)) return "the lexicon image is damaged";
        at += 4 * (ROW_FIXED - 1);
        for (uint32_t k = 0; k < words; k++, at += 4)
            if (get32(at) >= pool) return "the lexicon image is damaged";
        counts[t]++;
        *removing += (head & ROW_REMOVES) != 0;
    }
    return at == end ? NULL : "the lexicon image is damaged";
}

static void open_layer(sg_lexicon *l, layer *y, sg_str image) {
    const unsigned char *p = (const unsigned char *)image.s;
    uint32_t pool = get32(p + AT_POOL);
    uint64_t sum = get64(p + AT_SUM);
    *y = (layer){.image = p, .rows = get32(p + AT_ROWS), .pool = l->pool_n};
    memcpy(l->pool + l->pool_n, p + image.n - pool, pool);
    y->version = sg_printf(&l->arena, "%s %08x%08x", l->pool + y->pool + get32(p + AT_NAME), (unsigned)(sum >> 32),
                           (unsigned)(sum & 0xFFFFFFFF));
    l->pool_n += pool;
}

static void read_rows(sg_lexicon *l, uint16_t which) {
    const layer *y = &l->layers[which];
    if (y->rows == 0) return; /* a gazetteer has no rows */
    const unsigned char *at = y->image + HEADER;
    const char *pool = l->pool + y->pool;
    uint32_t columns[SG_T_COUNT];
    for (unsigned t = 0; t < SG_T_COUNT; t++) columns[t] = columns_of(t);
    for (uint32_t i = 0; i < y->rows; i++) {
        uint32_t head = get32(at), t = head & 0xFFFF, n = columns[t], k = 0;
        table *to = &l->tables[t];
        sg_row *r = &to->rows[to->count];
        r->line = get32(at + 4), r->table = (uint16_t)t, r->layer = which, r->caps = (head & ROW_CAPS) != 0;
        to->keys[to->count] = pool + get32(at + 8);
        to->removes[to->count++] = (head & ROW_REMOVES) != 0;
        for (at += 4 * ROW_FIXED; k < n; k++, at += 4) r->cell[k] = pool + get32(at);
        for (; k < SG_CELLS; k++) r->cell[k] = "";
    }
}

static const phrase *seek(const sg_lexicon *l, const table *t, sg_str key, uint64_t h) {
    for (size_t i = (size_t)h & t->mask; t->at[i]; i = (i + 1) & t->mask) {
        const phrase *p = &t->phrases[t->at[i] - 1];
        if (p->hash == (uint32_t)h && p->length == key.n && !memcmp(l->pool + p->key, key.s, key.n)) return p;
    }
    return NULL;
}

/* Places by hash for so many phrases, and those of the phrases that are there. */
static void spread(sg_lexicon *l, table *t, size_t most) {
    size_t size = 8;
    while (size < most * 2) size *= 2;
    t->at = SG_NEW(&l->arena, uint32_t, size);
    t->mask = size - 1;
    for (size_t k = 0; k < t->phrase_count; k++) {
        size_t i = t->phrases[k].hash & t->mask;
        while (t->at[i]) i = (i + 1) & t->mask;
        t->at[i] = (uint32_t)k + 1;
    }
}

/* ---- Finding phrases out ---- */

typedef struct link { /* a phrase by its number, and a row that has it */
    uint32_t phrase;
    const sg_row *row;
} link;

typedef struct indexer {
    sg_lexicon *l;
    table *t;
    size_t phrase_cap;
    link *links;
    size_t link_count, link_cap;
} indexer;

/* The number of the phrase, which is a stretch of the pool. */
static uint32_t enter(indexer *x, sg_str key) {
    table *t = x->t;
    uint64_t h = sg_quick_hash(key);
    const phrase *known = seek(x->l, t, key, h);
    if (known) return (uint32_t)(known - t->phrases);
    if (t->phrase_count * 2 > t->mask) spread(x->l, t, t->phrase_count * 2);
    *SG_PUSH(&x->l->arena, t->phrases, t->phrase_count, x->phrase_cap) =
        (phrase){.key = (uint32_t)(key.s - x->l->pool), .length = (uint32_t)key.n, .hash = (uint32_t)h};
    size_t i = (size_t)h & t->mask;
    while (t->at[i]) i = (i + 1) & t->mask;
    t->at[i] = (uint32_t)t->phrase_count;
    return (uint32_t)t->phrase_count - 1;
}

/* A row has the phrase; once is enough. */
static void join(indexer *x, sg_str key, const sg_row *row) {
    if (!key.n) return;
    uint32_t number = enter(x, key);
    for (size_t i = x->link_count; i-- > 0 && x->links[i].row == row;)
        if (x->links[i].phrase == number) return;
    x->t->phrases[number].count++;
    *SG_PUSH(&x->l->arena, x->links, x->link_count, x->link_cap) = (link){number, row};
}

static indexer indexer_of(sg_lexicon *l, table *t) {
    t->phrases = NULL, t->phrase_count = 0;
    spread(l, t, 0);
    return (indexer){.l = l, .t = t};
}

/* Each phrase gets its stretch of one array of links, in the order of the rows. */
static void link_rows(indexer *x) {
    table *t = x->t;
    t->links = SG_NEW(&x->l->arena, const sg_row *, x->link_count);
    uint32_t first = 0;
    for (size_t i = 0; i < t->phrase_count; i++) {
        t->phrases[i].first = first;
        first += t->phrases[i].count;
        t->phrases[i].count = 0;
    }
    for (size_t i = 0; i < x->link_count; i++) {
        phrase *p = &t->phrases[x->links[i].phrase];
        t->links[p->first + p->count++] = x->links[i].row;
    }
}

static void build_index(sg_lexicon *l, table *t) {
    indexer x = indexer_of(l, t);
    sg_str rest, key;
    for (size_t i = 0; i < t->count; i++)
        for (rest = sg_str_of(t->keys[i]); sg_cut(&rest, '|', &key);) {
            join(&x, key, &t->rows[i]);
            for (size_t k = 1; k < key.n; k++) {
                if (key.s[k] != ' ') continue;
                uint32_t beginning = enter(&x, (sg_str){key.s, k}); /* may move the phrases */
                t->phrases[beginning].opens = true;
            }
        }
    link_rows(&x);
}

/* Does a removing row mean this one? Earlier, and alike in every cell that the removing row fills. */
static bool is_removed_by(const sg_row *r, const sg_row *by) {
    if (r->layer > by->layer || (r->layer == by->layer && r->line >= by->line)) return false;
    for (int k = 1; k < SG_CELLS; k++)
        if (*by->cell[k] && strcmp(by->cell[k], r->cell[k]) != 0) return false;
    return true;
}

/* The rows that one removing row means: those of its phrases, or of every phrase. False: there are none. */
static bool strike(const sg_lexicon *l, const table *t, size_t by, bool *gone) {
    bool any = false;
    if (strcmp(t->keys[by], "*") == 0) {
        for (size_t i = 0; i < t->count; i++)
            if (is_removed_by(&t->rows[i], &t->rows[by])) any = gone[i] = true;
        return any;
    }
    sg_str rest = sg_str_of(t->keys[by]), key;
    while (sg_cut(&rest, '|', &key)) {
        const phrase *p = seek(l, t, key, sg_quick_hash(key));
        for (uint32_t k = 0; p && k < p->count; k++) {
            const sg_row *r = t->links[p->first + k];
            if (is_removed_by(r, &t->rows[by])) any = gone[r - t->rows] = true;
        }
    }
    return any;
}

static void note_idle(sg_lexicon *l, const sg_row *r) {
    sg_row *copy = SG_NEW(&l->arena, sg_row, 1);
    *copy = *r;
    *SG_PUSH(&l->arena, l->idle, l->idle_count, l->idle_cap) = copy;
}

/* Take removed rows, and the rows that remove, out of the table; true if there were any. */
static bool remove_rows(sg_lexicon *l, table *t) {
    bool any = false;
    bool *gone = SG_NEW(&l->arena, bool, t->count);
    for (size_t i = 0; i < t->count; i++) {
        if (!t->removes[i]) continue;
        any = gone[i] = true;
        if (!strike(l, t, i, gone)) note_idle(l, &t->rows[i]);
    }
    size_t n = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (gone[i]) continue;
        t->rows[n] = t->rows[i];
        t->keys[n++] = t->keys[i];
    }
    t->count = n;
    return any;
}

/* ---- Other ways into a table ---- */

enum { LAST_WORD = -1, FIRST_WORD = -2 }; /* of a row's first phrase, as its key */

static const struct {
    sg_table_id table;
    int column; /* the cell that is the key, or one of these */
    int only;   /* a cell that must be `is`, or -1 */
    const char *is;
} WAY[SG_WAYS] = {
    [SG_WAY_LAST_NAME] = {SG_T_HOLDERS, LAST_WORD, -1, NULL}, [SG_WAY_FIRST_NAME] = {SG_T_HOLDERS, FIRST_WORD, -1, NULL},
    [SG_WAY_HOLDER_OF] = {SG_T_HOLDERS, 1, -1, NULL},         [SG_WAY_HOLDER_AS] = {SG_T_HOLDERS, 2, -1, NULL},
    [SG_WAY_COUNTRY] = {SG_T_COUNTRIES, 1, 2, "name"},        [SG_WAY_OFFICE] = {SG_T_ROLES, 2, -1, NULL},
    [SG_WAY_KIND] = {SG_T_GRAMMAR, 1, -1, NULL},
};

static sg_str last_word(sg_str name) {
    size_t from = name.n;
    while (from && name.s[from - 1] != ' ') from--;
    return (sg_str){name.s + from, name.n - from};
}

/* A surname of another spelling, not another name: "Zelensky" beside "Zelenskyy", but not "Prachanda" beside "Dahal". */
static bool is_spelling_of(sg_str a, sg_str b) {
    enum { ALIKE = 2, LEAST = 4 }; /* first letters; letters in all */
    return a.n >= LEAST && b.n >= LEAST && !memcmp(a.s, b.s, ALIKE);
}

/* The last word of a name, and those of its aliases that spell it otherwise. */
static void join_last_words(indexer *x, sg_str names, const sg_row *row) {
    sg_str one = {"", 0};
    sg_cut(&names, '|', &one);
    sg_str own = last_word(one);
    join(x, own, row);
    while (sg_cut(&names, '|', &one)) {
        sg_str other = last_word(one);
        if (other.n < one.n && is_spelling_of(other, own)) join(x, other, row);
    }
}

static sg_str first_word(sg_str names) {
    size_t end = 0;
    while (end < names.n && names.s[end] != ' ' && names.s[end] != '|') end++;
    return (sg_str){names.s, end};
}

static void build_way(sg_lexicon *l, sg_way way) {
    const table *t = &l->tables[WAY[way].table];
    indexer x = indexer_of(l, &l->ways[way]);
    for (size_t i = 0; i < t->count; i++) {
        const sg_row *r = &t->rows[i];
        int column = WAY[way].column;
        sg_str rest = sg_str_of(column < 0 ? t->keys[i] : r->cell[column]), key;
        if (WAY[way].only >= 0 && strcmp(r->cell[WAY[way].only], WAY[way].is) != 0) continue;
        if (column == LAST_WORD) join_last_words(&x, rest, r);
        else if (column == FIRST_WORD) join(&x, first_word(rest), r);
        else
            while (sg_cut(&rest, '|', &key)) join(&x, key, r);
    }
    link_rows(&x);
}

static void build_outlines(sg_lexicon *l) {
    const table *t = &l->tables[SG_T_HOLDERS];
    sg_kinship kin = sg_kinship_of();
    size_t cap = 0;
    sg_str rest, name;
    for (size_t i = 0; i < t->count; i++)
        for (rest = sg_str_of(t->keys[i]); sg_cut(&rest, '|', &name);) {
            uint32_t one[SG_OUTLINE];
            size_t n = sg_outline(&kin, name, one);
            for (size_t k = 0; k < n; k++) *SG_PUSH(&l->arena, l->outlines, l->outline_count, cap) = one[k];
        }
}

/* ---- Reading them from the image ---- */

typedef struct cursor {
    const unsigned char *at;
    size_t words; /* left */
} cursor;

static uint32_t next_word(cursor *c) {
    uint32_t v = get32(c->at);
    c->at += 4, c->words--;
    return v;
}

/* The phrases and links of one table, or of a way into it; false: they do not fit the pool and the rows. */
static bool read_phrases(sg_lexicon *l, table *t, const table *of, cursor *c) {
    if (c->words < 2) return false;
    uint32_t phrases = next_word(c), links = next_word(c), linked = 0;
    if (c->words < (uint64_t)phrases * PHRASE_WORDS + links) return false;
    t->phrases = SG_NEW(&l->arena, phrase, phrases);
    t->phrase_count = phrases;
    for (uint32_t i = 0; i < phrases; i++) {
        uint32_t key = next_word(c), length = next_word(c), rows = next_word(c);
        if (key >= l->pool_n || !length || length >= l->pool_n - key || rows / 2 > links - linked) return false;
        uint32_t hash = (uint32_t)sg_quick_hash((sg_str){l->pool + key, length});
        t->phrases[i] = (phrase){key, length, hash, linked, rows / 2, rows & 1};
        linked += rows / 2;
    }
    t->links = SG_NEW(&l->arena, const sg_row *, links);
    for (uint32_t i = 0; i < links; i++) {
        uint32_t row = next_word(c);
        if (row >= of->count) return false;
        t->links[i] = &of->rows[row];
    }
    spread(l, t, phrases);
    return linked == links;
}

static bool read_index(sg_lexicon *l, sg_str image) {
    const unsigned char *p = (const unsigned char *)image.s;
    cursor c = {p + HEADER + get32(p + AT_ROW_BYTES), get32(p + AT_INDEX) / 4};
    for (int i = 0; i < SG_T_COUNT; i++)
        if (!read_phrases(l, &l->tables[i], &l->tables[i], &c)) return false;
    for (int i = 0; i < SG_WAYS; i++)
        if (!read_phrases(l, &l->ways[i], &l->tables[WAY[i].table], &c)) return false;
    l->outline_count = c.words;
    l->outlines = SG_RAW(&l->arena, uint32_t, c.words);
    for (size_t i = 0; i < l->outline_count; i++) l->outlines[i] = next_word(&c);
    return true;
}

static void build_all(sg_lexicon *l) {
    for (size_t i = 0; i < SG_T_COUNT; i++) {
        build_index(l, &l->tables[i]);
        if (remove_rows(l, &l->tables[i])) build_index(l, &l->tables[i]);
    }
    for (int i = 0; i < SG_WAYS; i++) build_way(l, (sg_way)i);
    build_outlines(l);
}

/* False: the outlines are not those of the rows' phrases. */
static bool glance_at_holders(sg_lexicon *l) {
    enum { FROM = 4, TO = 5 };
    const table *t = &l->tables[SG_T_HOLDERS];
    size_t at = 0, n = l->outline_count;
    l->glances = SG_NEW(&l->arena, sg_glance, t->count);
    for (size_t i = 0; i < t->count; i++) {
        l->glances[i] = (sg_glance){.from = (int16_t)sg_year_of(t->rows[i].cell[FROM]),
                                    .to = (int16_t)sg_year_of(t->rows[i].cell[TO]),
                                    .letters = sg_letters_in(sg_str_of(t->keys[i])),
                                    .outline = (uint32_t)at};
        sg_str rest = sg_str_of(t->keys[i]), name;
        while (sg_cut(&rest, '|', &name)) {
            if (at >= n || l->outlines[at] > SG_NAME_WORDS || 2 * l->outlines[at] >= n - at) return false;
            at += 1 + 2 * l->outlines[at];
        }
    }
    return at == n;
}

const sg_glance *sg_lexicon_glances(const sg_lexicon *l) {
    return l->glances;
}

const uint32_t *sg_lexicon_outlines(const sg_lexicon *l, const sg_glance *of) {
    return l->outlines + of->outline;
}

/* By a phrase's hash: the tables that may have it, so that most words need not be looked for in each. */
static void tell_who_has(sg_lexicon *l, unsigned id) {
    const table *t = &l->tables[id];
    for (size_t i = 0; i < t->phrase_count; i++) {
        told *who = &l->who_has[t->phrases[i].hash & (WHO_HAS - 1)];
        if (t->phrases[i].count) who->has |= SG_TABLE_BIT(id);
        if (t->phrases[i].opens) who->opens |= SG_TABLE_BIT(id);
    }
}

static const char *open_gazetteer(sg_lexicon *l, layer *y, sg_str image) {
    *y = (layer){.version = sg_gazetteer_version(&l->arena, image)};
    l->has_gazetteer = true;
    return sg_gazetteer_open(&l->gazetteer, image);
}

static const char *open_all(sg_lexicon *l, const sg_str *images, size_t count) {
    size_t counts[SG_T_COUNT] = {0}, removing = 0, pool = 0, with_rows = 0, last = 0;
    const char *why = NULL;
    if (count > UINT16_MAX) return "there are too many lexicon layers";
    for (size_t i = 0; i < count; i++) {
        if (sg_is_gazetteer(images[i])) continue;
        if ((why = check_header(images[i])) || (why = check_rows(images[i], counts, &removing))) return why;
        pool += get32((const unsigned char *)images[i].s + AT_POOL);
        with_rows++, last = i;
    }
    if (pool > UINT32_MAX) return "the lexicon layers are too large together";
    sg_arena *a = &l->arena;
    l->layers = SG_NEW(a, layer, count);
    l->layer_count = count;
    l->pool = SG_RAW(a, char, pool);
    for (size_t i = 0; i < count; i++) {
        if (!sg_is_gazetteer(images[i])) open_layer(l, &l->layers[i], images[i]);
        else if ((why = open_gazetteer(l, &l->layers[i], images[i]))) return why;
    }
    for (size_t i = 0; i < SG_T_COUNT; i++) {
        table *t = &l->tables[i];
        t->rows = SG_RAW(a, sg_row, counts[i]);
        t->keys = SG_RAW(a, const char *, counts[i]);
        t->removes = SG_RAW(a, bool, counts[i]);
    }
    for (size_t i = count; i-- > 0;) read_rows(l, (uint16_t)i);
    bool found = with_rows == 1 && !removing && get32((const unsigned char *)images[last].s + AT_INDEX);
    if (found && !read_index(l, images[last])) return "the lexicon image is damaged";
    if (!found) build_all(l);
    if (!glance_at_holders(l)) return "the lexicon image is damaged";
    l->who_has = SG_NEW(a, told, WHO_HAS);
    for (unsigned i = 0; i < SG_T_COUNT; i++) tell_who_has(l, i);
    for (size_t i = 0; i < count; i++) l->layers[i].image = NULL;
    return NULL;
}

static const char *open_or_fail(sg_lexicon *l, const sg_str *images, size_t count) {
    jmp_buf spent;
    l->arena = sg_arena_new(LEXICON_CAP, &spent);
    if (setjmp(spent)) return "there is no memory for the lexicon";
    return open_all(l, images, count);
}

sg_lexicon *sg_lexicon_open(const sg_str *images, size_t count, const char **why) {
    sg_lexicon *l = calloc(1, sizeof *l);
    const char *wrong = l ? open_or_fail(l, images, count) : "there is no memory for the lexicon";
    if (why) *why = wrong;
    if (l) l->arena.fail = NULL;
    if (!wrong) return l;
    sg_lexicon_close(l);
    return NULL;
}

void sg_lexicon_close(sg_lexicon *l) {
    if (!l) return;
    sg_arena_free(&l->arena);
    free(l);
}

size_t sg_lexicon_layers(const sg_lexicon *l) {
    return l->layer_count;
}

const char *sg_lexicon_layer_version(const sg_lexicon *l, size_t which) {
    return which < l->layer_count ? l->layers[which].version : NULL;
}

const sg_gazetteer *sg_lexicon_gazetteer(const sg_lexicon *l) {
    return l->has_gazetteer ? &l->gazetteer : NULL;
}

static const told *who_has(const sg_lexicon *l, uint64_t hash) {
    return &l->who_has[hash & (WHO_HAS - 1)];
}

uint64_t sg_lexicon_tables(const sg_lexicon *l, sg_str key, uint64_t *opens) {
    const told *who = who_has(l, sg_quick_hash(key));
    *opens = who->opens;
    return who->has;
}

static sg_rows rows_of(const table *t, const phrase *p) {
    return p ? (sg_rows){t->links + p->first, p->count} : (sg_rows){0};
}

sg_looked sg_lexicon_look(const sg_lexicon *l, sg_str key) {
    uint64_t h = sg_quick_hash(key);
    const told *who = who_has(l, h);
    sg_looked found = {.has = who->has, .opens = who->opens};
    if (!(found.has & SG_TABLE_BIT(SG_T_GRAMMAR))) return found;
    found.grammar = rows_of(&l->tables[SG_T_GRAMMAR], seek(l, &l->tables[SG_T_GRAMMAR], key, h));
    for (size_t i = 0; i < found.grammar.count; i++) found.kinds |= sg_kind_bit(found.grammar.row[i]->cell[1]);
    return found;
}

const sg_row *sg_lexicon_rows(const sg_lexicon *l, sg_table_id id, size_t *count) {
    *count = l->tables[id].count;
    return l->tables[id].rows;
}

static unsigned table_named(const char *name) {
    unsigned t = 0;
    while (t < SG_T_COUNT && strcmp(SHAPE[t].name, name) != 0) t++;
    return t;
}

size_t sg_lexicon_table_rows(const sg_lexicon *l, const char *name) {
    unsigned t = table_named(name);
    return t < SG_T_COUNT ? l->tables[t].count : 0;
}

const char *sg_lexicon_cell(const sg_lexicon *l, const char *name, size_t row, const char *column) {
    unsigned t = table_named(name);
    if (t == SG_T_COUNT || row >= l->tables[t].count) return "";
    for (uint32_t k = 0; k < columns_of(t); k++)
        if (strcmp(SHAPE[t].column[k], column) == 0) return l->tables[t].rows[row].cell[k];
    return "";
}

sg_rows sg_lexicon_find(const sg_lexicon *l, sg_table_id id, sg_str key) {
    uint64_t h = sg_quick_hash(key);
    if (!(who_has(l, h)->has & SG_TABLE_BIT(id))) return (sg_rows){0};
    return rows_of(&l->tables[id], seek(l, &l->tables[id], key, h));
}

sg_rows sg_lexicon_by(const sg_lexicon *l, sg_way way, sg_str value) {
    return rows_of(&l->ways[way], seek(l, &l->ways[way], value, sg_quick_hash(value)));
}

sg_rows sg_lexicon_idle(const sg_lexicon *l) {
    return (sg_rows){l->idle, l->idle_count};
}

const char *sg_row_phrases(const sg_lexicon *l, const sg_row *r) {
    const table *t = &l->tables[r->table];
    return t->keys[r - t->rows];
}

bool sg_lexicon_opens(const sg_lexicon *l, sg_table_id id, sg_str key) {
    uint64_t h = sg_quick_hash(key);
    if (!(who_has(l, h)->opens & SG_TABLE_BIT(id))) return false;
    const phrase *p = seek(l, &l->tables[id], key, h);
    return p && p->opens;
}

const char *sg_row_table(const sg_row *r) {
    return SHAPE[r->table].name;
}

const char *sg_row_name(sg_arena *a, const sg_lexicon *l, const sg_row *r) {
    const char *name = SHAPE[r->table].name;
    if (r->layer == 0) return sg_printf(a, "%s:%u", name, (unsigned)r->line);
    sg_str rest = sg_str_of(l->layers[r->layer].version), layer_name;
    sg_cut(&rest, ' ', &layer_name);
    return sg_printf(a, "%s %s:%u", sg_dup(a, layer_name), name, (unsigned)r->line);
}

/* ---- The compiler ------------------------------------------------------------------------- */

typedef struct line_row { /* one line of a table, columns in the program's order */
    uint16_t table;
    uint32_t line, flags;
    const char *cell[SG_CELLS], *key;
    const char *source; /* the table's name as the caller wrote it */
} line_row;

typedef struct intern { /* a string of the pool */
    sg_str s;
    uint32_t at;
    bool used;
} intern;

typedef struct compiler {
    sg_arena arena;
    const sg_table_source *source;
    unsigned line;
    line_row *rows;
    size_t row_count, row_cap;
    bool seen[SG_T_COUNT];
    size_t from[SG_T_COUNT], to[SG_T_COUNT]; /* the rows of each table */
    intern *strings;
    size_t string_count, string_mask;
    char *pool;
    size_t pool_n, pool_cap;
    bool fatal;
    sg_say *say;
    void *user;
} compiler;

static void complain_at(compiler *c, const char *name, unsigned line, const char *what, bool fatal) {
    c->fatal |= fatal;
    sg_complaint complaint = {name, line, what, fatal, 0};
    if (c->say) c->say(c->user, &complaint);
}

static void complain(compiler *c, const char *what, bool fatal) {
    complain_at(c, c->source->name, c->line, what, fatal);
}

/* The next line that says something. */
static bool next_line(compiler *c, sg_str *rest, sg_str *line) {
    while (sg_cut(rest, '\n', line)) {
        c->line++;
        if (line->n && line->s[line->n - 1] == '\r') line->n--;
        if (line->n && line->s[0] != '#') return true;
    }
    return false;
}

static size_t split_cells(compiler *c, sg_str line, sg_str **cells) {
    size_t n = 0, cap = 0;
    sg_str cell;
    *cells = NULL;
    while (sg_cut(&line, '\t', &cell)) *SG_PUSH(&c->arena, *cells, n, cap) = sg_trim(cell);
    return n;
}

/* Where each of the program's columns stands in this file. */
static bool find_columns(compiler *c, unsigned t, const sg_str *head, size_t n, size_t where[SG_CELLS]) {
    bool whole = true;
    for (uint32_t k = 0; k < columns_of(t); k++) {
        where[k] = n;
        for (size_t i = 0; i < n; i++)
            if (sg_eqz(head[i], SHAPE[t].column[k])) where[k] = i;
        if (where[k] < n) continue;
        complain(c, sg_printf(&c->arena, "the column %s is missing", SHAPE[t].column[k]), true);
        whole = false;
    }
    return whole;
}

static bool is_text(sg_str s) {
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.s + i, (utf8proc_ssize_t)(s.n - i), &cp);
        if (n <= 0 || cp == 0) return false;
        i += (size_t)n;
    }
    return true;
}

/* The phrases of a row in normal form, joined by |. Codes stay as they are. */
static const char *make_key(compiler *c, line_row *r) {
    if (strncmp(SHAPE[r->table].name, "codes/", 6) == 0) return r->cell[0];
    const char *key = NULL;
    bool all_caps = true;
    for (int part = 0; part < (r->table == SG_T_HOLDERS ? 2 : 1); part++) {
        sg_str rest = sg_str_of(r->cell[part ? 3 : 0]), form;
        while (sg_cut(&rest, '|', &form)) {
            bool caps;
            sg_str k = fold_phrase(&c->arena, form, &caps);
            if (!k.n) continue;
            all_caps &= caps;
            const char *z = sg_dup(&c->arena, k);
            key = key ? sg_printf(&c->arena, "%s|%s", key, z) : z;
        }
    }
    if (all_caps) r->flags |= ROW_CAPS;
    return key ? key : "";
}

static void add_row(compiler *c, unsigned t, const sg_str *cells, const size_t where[SG_CELLS]) {
    line_row r = {.table = (uint16_t)t, .line = c->line, .source = c->source->name};
    for (uint32_t k = 0; k < SG_CELLS; k++) r.cell[k] = k < columns_of(t) ? sg_dup(&c->arena, cells[where[k]]) : "";
    if (r.cell[0][0] == '-' && r.cell[0][1] && r.cell[0][1] != '-') {
        r.flags |= ROW_REMOVES;
        r.cell[0]++;
    }
    r.key = make_key(c, &r);
    if (!*r.key) complain(c, "the first column is empty", true);
    else *SG_PUSH(&c->arena, c->rows, c->row_count, c->row_cap) = r;
}

static void read_table(compiler *c) {
    sg_str rest = c->source->text, line, *cells;
    size_t where[SG_CELLS];
    c->line = 0;
    unsigned t = table_named(c->source->name);
    if (t == SG_T_COUNT) {
        complain(c, "the program knows no table of this name; it is passed over", false);
        return;
    }
    if (c->seen[t]) complain(c, "the table is there twice", true);
    c->seen[t] = true;
    if (rest.n >= 3 && memcmp(rest.s, "\xEF\xBB\xBF", 3) == 0) rest.s += 3, rest.n -= 3;
    if (!next_line(c, &rest, &line)) {
        complain(c, "the table has no header line", true);
        return;
    }
    size_t columns = split_cells(c, line, &cells);
    if (!find_columns(c, t, cells, columns, where)) return;
    while (next_line(c, &rest, &line)) {
        size_t n = split_cells(c, line, &cells);
        if (n != columns)
            complain(c, sg_printf(&c->arena, "%u cells where the header has %u", (unsigned)n, (unsigned)columns), true);
        else if (!is_text(line)) complain(c, "the line is not UTF-8 text", true);
        else add_row(c, t, cells, where);
    }
}

/* ---- Checks of rows against one another --------------------------------------------------- */

enum { CHECK_CODE, CHECK_PREFIX, CHECK_TYPE, CHECK_MODE };

/* Three capitals, for groups of states such as G77 with digits; holders of offices may stand under an organisation's
 * actor code, such as IGOUNO. */
static bool is_country(const line_row *r, sg_str s) {
    size_t n = 0;
    while (n < s.n && ((s.s[n] >= 'A' && s.s[n] <= 'Z') || (n && s.s[n] >= '0' && s.s[n] <= '9'))) n++;
    return n == s.n && (n == 3 || (n > 3 && r->table == SG_T_HOLDERS));
}

static bool is_open_cell(sg_str s) {
    return s.n == 0 || (s.n == 1 && (s.s[0] == '-' || s.s[0] == '*'));
}

/* Is there a row in the code tables that knows this word? */
static bool code_known(const compiler *c, int check, sg_str word, const char *types) {
    unsigned t = check == CHECK_CODE || check == CHECK_PREFIX ? SG_T_CAMEO : SG_T_PLOVER;
    bool any_type =
        sg_list_has(types, (sg_str){"", 0}) || sg_list_has(types, SG_LIT("*")) || sg_list_has(types, SG_LIT("-"));
    for (size_t i = c->from[t]; i < c->to[t]; i++) {
        const line_row *r = &c->rows[i];
        if (check == CHECK_CODE || check == CHECK_TYPE) {
            if (sg_eqz(word, r->cell[0])) return true;
        } else if (check == CHECK_PREFIX) {
            if (strncmp(word.s, r->cell[0], word.n) == 0) return true;
        } else if (sg_eqz(word, r->cell[1]) && (any_type || sg_list_has(types, sg_str_of(r->cell[0])))) {
            return true;
        }
    }
    return false;
}

static void check_codes(compiler *c, const line_row *r, int check, const char *cell, const char *types) {
    static const char *const WHAT[] = {"is no CAMEO code", "begins no CAMEO code", "is no PLOVER type",
                                       "is no mode of this PLOVER type"};
    if (!c->seen[check == CHECK_CODE || check == CHECK_PREFIX ? SG_T_CAMEO : SG_T_PLOVER]) return;
    sg_str rest = sg_str_of(cell), word;
    while (sg_cut(&rest, check == CHECK_CODE ? ':' : '|', &word)) { /* the code after a colon is the recipient's side */
        if (is_open_cell(word) || code_known(c, check, word, types)) continue;
        complain_at(c, r->source, r->line, sg_printf(&c->arena, "%s %s", sg_dup(&c->arena, word), WHAT[check]), true);
    }
}

static void check_country(compiler *c, const line_row *r, const char *code) {
    sg_str rest = sg_str_of(code), one;
    bool many = r->table == SG_T_COUNTRIES || r->table == SG_T_BEARERS; /* a form may stand for several: "the two Koreas" */
    while (sg_cut(&rest, many ? '|' : '\n', &one)) {
        if (is_open_cell(one) || is_country(r, one)) continue;
        const char *what = sg_printf(&c->arena, "%s is no country code of three capitals", sg_dup(&c->arena, one));
        complain_at(c, r->source, r->line, what, true);
    }
}

/* Digits, at most one point and a sign before them; or nothing. */
static bool is_decimal(const char *s, bool whole) {
    size_t digits = 0, points = 0;
    if (!*s) return true;
    if (!whole && *s == '-') s++;
    for (; *s; s++) {
        if (*s == '.') points++;
        else if (*s >= '0' && *s <= '9') digits++;
        else return false;
    }
    return digits > 0 && digits < 10 && points <= (whole ? 0 : 1);
}

enum { P_COUNTRY = 1, P_LAT = 3, P_LON, P_ID, P_WEIGHT = 7 };

static void check_place(compiler *c, const line_row *r) {
    const char *const *cell = r->cell;
    check_country(c, r, cell[P_COUNTRY]);
    bool good = is_decimal(cell[P_LAT], false) && is_decimal(cell[P_LON], false) && is_decimal(cell[P_ID], true) &&
                is_decimal(cell[P_WEIGHT], true);
    if (!good) complain_at(c, r->source, r->line, "lat, lon, geonameid or weight is no number", true);
    if (!*cell[P_LAT] != !*cell[P_LON] || (!*cell[P_LAT] && !*cell[P_ID] && !(r->flags & ROW_REMOVES)))
        complain_at(c, r->source, r->line, "a place needs lat and lon, or the geonameid of one in the gazetteer", true);
}

static void check_row(compiler *c, const line_row *r) {
    const char *const *cell = r->cell;
    switch (r->table) {
    case SG_T_PLACES: check_place(c, r); break;
    case SG_T_COUNTRIES:
    case SG_T_ORGANS:
    case SG_T_GROUPS:
    case SG_T_PARTIES:
    case SG_T_ORGS:
    case SG_T_BEARERS:
    case SG_T_HOLDERS: check_country(c, r, cell[1]); break;
    case SG_T_ACTS:
        check_codes(c, r, CHECK_TYPE, cell[2], "");
        check_codes(c, r, CHECK_MODE, cell[3], cell[2]);
        check_codes(c, r, CHECK_CODE, cell[4], "");
        break;
    case SG_T_CAMEO:
        check_codes(c, r, CHECK_TYPE, cell[3], "");
        check_codes(c, r, CHECK_MODE, cell[4], cell[3]);
        break;
    case SG_T_COMPOSE:
        check_codes(c, r, CHECK_TYPE, cell[1], "");
        check_codes(c, r, CHECK_MODE, cell[2], cell[1]);
        check_codes(c, r, CHECK_PREFIX, cell[3], "");
        check_codes(c, r, CHECK_TYPE, cell[4], "");
        check_codes(c, r, CHECK_MODE, cell[5], cell[4]);
        check_codes(c, r, CHECK_CODE, cell[6], "");
        break;
    default: break;
    }
}

static intern *seek_string(const compiler *c, sg_str s) {
    for (size_t i = (size_t)sg_quick_hash(s) & c->string_mask;; i = (i + 1) & c->string_mask) {
        intern *e = &c->strings[i];
        if (!e->used || sg_eq(e->s, s)) return e;
    }
}

/* The same line twice says nothing new: worth a word, no reason to stop. */
static void check_twice(compiler *c) {
    size_t size = 8;
    while (size < c->row_count * 2) size *= 2;
    c->strings = SG_NEW(&c->arena, intern, size);
    c->string_mask = size - 1;
    for (size_t i = 0; i < c->row_count; i++) {
        const line_row *r = &c->rows[i];
        const char *all = sg_printf(&c->arena, "%u %u", (unsigned)r->table, (unsigned)(r->flags & ROW_REMOVES));
        for (uint32_t k = 0; k < columns_of(r->table); k++) all = sg_printf(&c->arena, "%s\t%s", all, r->cell[k]);
        intern *e = seek_string(c, sg_str_of(all));
        if (e->used)
            complain_at(c, r->source, r->line, sg_printf(&c->arena, "the row says the same as line %u", e->at), false);
        else *e = (intern){sg_str_of(all), r->line, true};
    }
}

/* ---- Writing the image -------------------------------------------------------------------- */

static uint32_t pooled(compiler *c, const char *terminated) {
    sg_str s = sg_str_of(terminated);
    intern *e = seek_string(c, s);
    if (e->used) return e->at;
    *e = (intern){s, (uint32_t)c->pool_n, true};
    for (size_t i = 0; i <= s.n; i++) *SG_PUSH(&c->arena, c->pool, c->pool_n, c->pool_cap) = s.s[i];
    return e->at;
}

static void write_row(compiler *c, unsigned char *p, const line_row *r) {
    put32(p, r->table | r->flags);
    put32(p + 4, r->line);
    put32(p + 8, pooled(c, r->key));
    for (uint32_t k = 0; k < columns_of(r->table); k++) put32(p + 4 * (ROW_FIXED + k), pooled(c, r->cell[k]));
}

/* The image with this index, which may be empty. */
static bool write_image(compiler *c, uint32_t name_at, sg_str rows, sg_str index, sg_str *image) {
    size_t total = HEADER + rows.n + index.n + c->pool_n;
    unsigned char *p = total > UINT32_MAX ? NULL : malloc(total);
    if (!p) return false;
    memcpy(p, MAGIC, sizeof MAGIC);
    put32(p + AT_VERSION, IMAGE_VERSION);
    put32(p + AT_LENGTH, (uint32_t)total);
    put32(p + AT_ROWS, (uint32_t)c->row_count);
    put32(p + AT_ROW_BYTES, (uint32_t)rows.n);
    put32(p + AT_POOL, (uint32_t)c->pool_n);
    put32(p + AT_NAME, name_at);
    put32(p + AT_INDEX, (uint32_t)index.n);
    if (rows.n) memcpy(p + HEADER, rows.s, rows.n);
    if (index.n) memcpy(p + HEADER + rows.n, index.s, index.n);
    memcpy(p + HEADER + rows.n + index.n, c->pool, c->pool_n);
    uint64_t sum = sg_image_sum(p + AT_ROWS, total - AT_ROWS);
    put32(p + AT_SUM, (uint32_t)sum);
    put32(p + AT_SUM + 4, (uint32_t)(sum >> 32));
    *image = (sg_str){(const char *)p, total};
    return true;
}

static size_t index_words(const table *t, size_t *links) {
    *links = 0;
    for (size_t i = 0; i < t->phrase_count; i++) *links += t->phrases[i].count;
    return 2 + t->phrase_count * PHRASE_WORDS + *links;
}

static unsigned char *put_phrases(unsigned char *p, const table *t, const table *of) {
    size_t links;
    index_words(t, &links);
    put32(p, (uint32_t)t->phrase_count), put32(p + 4, (uint32_t)links);
    p += 8;
    for (size_t i = 0; i < t->phrase_count; i++, p += 4 * PHRASE_WORDS) {
        put32(p, t->phrases[i].key), put32(p + 4, t->phrases[i].length);
        put32(p + 8, t->phrases[i].count * 2 + t->phrases[i].opens);
    }
    for (size_t i = 0; i < links; i++, p += 4) put32(p, (uint32_t)(t->links[i] - of->rows));
    return p;
}

/* What opening an image without an index finds out. */
static sg_str index_of(compiler *c, const sg_lexicon *l) {
    size_t words = 0, links;
    for (int i = 0; i < SG_T_COUNT; i++) words += index_words(&l->tables[i], &links);
    for (int i = 0; i < SG_WAYS; i++) words += index_words(&l->ways[i], &links);
    words += l->outline_count;
    unsigned char *index = sg_alloc(&c->arena, words, 4), *at = index;
    for (int i = 0; i < SG_T_COUNT; i++) at = put_phrases(at, &l->tables[i], &l->tables[i]);
    for (int i = 0; i < SG_WAYS; i++) at = put_phrases(at, &l->ways[i], &l->tables[WAY[i].table]);
    for (size_t i = 0; i < l->outline_count; i++, at += 4) put32(at, l->outlines[i]);
    return (sg_str){(const char *)index, words * 4};
}

static sg_str all_rows(compiler *c) {
    size_t bytes = 0, size = 8;
    for (size_t i = 0; i < c->row_count; i++) bytes += 4 * (size_t)(ROW_FIXED + columns_of(c->rows[i].table));
    while (size < (c->row_count + 1) * (SG_CELLS + 2) * 2) size *= 2;
    c->strings = SG_NEW(&c->arena, intern, size);
    c->string_mask = size - 1;
    unsigned char *rows = sg_alloc(&c->arena, bytes, 1), *at = rows;
    for (size_t i = 0; i < c->row_count; i++) {
        write_row(c, at, &c->rows[i]);
        at += 4 * (ROW_FIXED + columns_of(c->rows[i].table));
    }
    return (sg_str){(const char *)rows, bytes};
}

/* Rows that take others out leave the image without an index, as they are no longer there once it is opened. */
static bool write_whole(compiler *c, const char *name, sg_str *image) {
    sg_str rows = all_rows(c), bare;
    uint32_t name_at = pooled(c, name);
    for (size_t i = 0; i < c->row_count; i++)
        if (c->rows[i].flags & ROW_REMOVES) return write_image(c, name_at, rows, (sg_str){0}, image);
    if (!write_image(c, name_at, rows, (sg_str){0}, &bare)) return false;
    sg_lexicon *l = sg_lexicon_open(&bare, 1, NULL);
    bool good = l && write_image(c, name_at, rows, index_of(c, l), image);
    sg_lexicon_close(l);
    free((void *)bare.s);
    return good;
}

static bool compile_all(compiler *c, const char *name, const sg_table_source *tables, size_t count, sg_str *image) {
    for (size_t i = 0; i < count; i++) {
        unsigned t = table_named(tables[i].name);
        c->source = &tables[i];
        if (t < SG_T_COUNT) c->from[t] = c->row_count;
        read_table(c);
        if (t < SG_T_COUNT) c->to[t] = c->row_count;
    }
    for (size_t i = 0; i < c->row_count; i++) check_row(c, &c->rows[i]);
    check_twice(c);
    return !c->fatal && write_whole(c, name, image);
}

static bool compile_or_fail(compiler *c, const char *name, const sg_table_source *tables, size_t count, sg_str *image) {
    jmp_buf spent;
    c->arena = sg_arena_new(LEXICON_CAP, &spent);
    if (setjmp(spent)) return false;
    return compile_all(c, name, tables, count, image);
}

bool sg_lexicon_compile(const char *name, const sg_table_source *tables, size_t count, sg_str *image, sg_say *say,
                        void *user) {
    *image = (sg_str){0};
    compiler *c = calloc(1, sizeof *c);
    if (!c) return false;
    c->say = say;
    c->user = user;
    bool made = compile_or_fail(c, name, tables, count, image);
    if (!made && !c->fatal) complain_at(c, name, 0, "there is no memory for the image", true);
    sg_arena_free(&c->arena);
    free(c);
    return made;
}
