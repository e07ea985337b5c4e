/* lexicon.h: words and world as read-only tables in layers.
 *
 * In: compiled images (sg_lexicon_compile makes one from TSV tables; lexicon/README.md has the format), and a
 * gazetteer's, which is a layer without rows (gazetteer.h).
 * Out: rows by table, and rows by phrase. A row is its cells in the column order of SG_TABLES below
 * (the compiler finds columns by their header names, so a table may order them as it likes and may add
 * columns of its own), with the table and line it came from, so that every answer can name its source.
 * A later layer's row with the same key stands before an earlier layer's; a row whose key begins with "-" removes
 * the earlier rows of that key, and the key "-*" those of every key.
 *
 * Phrases are compared in a normal form: case-folded, diacritics and full stops inside abbreviations
 * stripped, hyphens and apostrophes as the tokens have them, words joined by one space. A form that is
 * written all in capitals (US, WHO) matches only words all in capitals. */
#ifndef SG_LEXICON_H
#define SG_LEXICON_H

#include "gazetteer.h"

/* Every table the program knows: enum name, file, and its columns, the phrase column first.
 * A table is `lexicon/FILE.tsv`. */
#define SG_TABLES(X) \
    X(COUNTRIES, "world/countries", "form", "code", "kind", "from", "to", "note") \
    X(ORGANS, "world/organs", "form", "country", "sector", "cameo", "name", "from", "to", "note") \
    X(GROUPS, "world/groups", "form", "country", "sector", "cameo", "name", "from", "to", "note") \
    X(PARTIES, "world/parties", "form", "country", "sector", "cameo", "name", "from", "to", "note") \
    X(ORGS, "world/organisations", "form", "country", "sector", "cameo", "name", "kind", "note") \
    X(HOLDERS, "world/holders", "name", "country", "office", "aliases", "from", "to") \
    X(SHARED, "world/shared", "office", "country") \
    X(RENAMED, "world/renamed", "code", "was", "from", "to") \
    X(GIVEN, "world/given", "form", "gender") \
    X(ROLES, "en/roles", "form", "sector", "office", "cameo", "kind", "note") \
    X(CLASSES, "en/classes", "form", "class") \
    X(GRAMMAR, "en/grammar", "form", "kind", "value") \
    X(PRONOUNS, "en/pronouns", "form", "person", "number", "gender", "kind") \
    X(NOUNS, "en/nouns", "form", "class", "gender") \
    X(CHAINS, "en/chains", "feature", "value", "weight") \
    X(LANDS, "en/lands", "feature", "value", "weight") \
    X(CONFIDENCE, "en/confidence", "feature", "value", "weight", "low", "high", "kept", "act", "lone", "act_lone") \
    X(OTHERS, "en/others", "feature", "value", "weight") \
    X(VOICES, "en/voices", "form", "kind") \
    X(ACTS, "en/acts", "word", "pos", "type", "mode", "cameo", "context", "actor", "recipient", "flags", "needs") \
    X(OPERATORS, "en/operators", "word", "pos", "op", "slots", "flags", "needs") \
    X(COMPOSE, "en/compose", "op", "type", "mode", "cameo", "out_type", "out_mode", "out_cameo", "out_realis") \
    X(STANCES, "en/stances", "word", "pos", "stance", "topic", "needs") \
    X(CONTEXTS, "en/contexts", "form", "context") \
    X(DISCARDS, "en/discards", "form", "scope") \
    X(DOMAINS, "en/domains", "form", "domain") \
    X(CAMEO, "codes/cameo", "code", "goldstein", "name", "type", "mode") \
    X(SECTORS, "codes/sectors", "code", "name") \
    X(PLOVER, "codes/plover", "type", "mode", "score", "quad", "needs_recipient") \
    X(PLACES, "world/places", "form", "country", "admin1", "lat", "lon", "geonameid", "feature_code", "weight", "note") \
    X(REGIONS, "world/regions", "form", "note") \
    X(SITES, "en/sites", "form", "kind") \
    X(BEARERS, "world/bearers", "form", "country", "kind") \
    X(TRAITS, "world/traits", "form", "lands") \
    X(BORDERS, "world/borders", "code", "neighbours")

typedef enum sg_table_id {
#define X_(name, ...) SG_T_##name,
    SG_TABLES(X_)
#undef X_
        SG_T_COUNT
} sg_table_id;

enum { SG_CELLS = 10 };

typedef struct sg_row {
    const char *cell[SG_CELLS]; /* "" where empty, never NULL */
    uint32_t line;
    uint16_t table, layer;
    bool caps; /* matches capitals only */
} sg_row;

/* Is it a body within a state: of the state itself, an armed group, a party? The three tables have the same columns. */
static inline bool sg_is_organ(const sg_row *r) {
    return r->table >= SG_T_ORGANS && r->table <= SG_T_PARTIES;
}

/* All rows of a table, later layers first, else in file order. */
const sg_row *sg_lexicon_rows(const sg_lexicon *, sg_table_id, size_t *count);

/* Rows of one table whose phrase is `key` (already in normal form, words joined by a space): a list in
 * the order of sg_lexicon_rows. `aliases` of HOLDERS, joined by |, are phrases too. */
typedef struct sg_rows {
    const sg_row *const *row;
    size_t count;
} sg_rows;
sg_rows sg_lexicon_find(const sg_lexicon *, sg_table_id, sg_str key);

/* Words in the longest phrase that is sought: a name (name.c), an act's with as many on both sides of its head (algebra.c). */
enum { SG_LONGEST_NAME = 16, SG_LONGEST_ACT = 7 };

/* The tables that have the phrase, as bits, and those that have one which begins with it; other bits may be set too. */
#define SG_TABLE_BIT(table) (UINT64_C(1) << (table))
uint64_t sg_lexicon_tables(const sg_lexicon *, sg_str key, uint64_t *opens);

/* All that is asked of one word again and again, looked up once: the tables that may have it, the tables that may have a
 * longer phrase that begins with it, and the grammar's rows with their kinds as bits (several kinds share one). */
typedef struct sg_looked {
    uint64_t has, opens;
    sg_rows grammar;
    uint64_t kinds;
} sg_looked;
sg_looked sg_lexicon_look(const sg_lexicon *, sg_str key);
_Static_assert(SG_T_COUNT <= 64, "a bit of sg_looked for each table");

/* May the table have a longer phrase that begins with the word? */
static inline bool sg_may_open(const sg_looked *w, unsigned table) {
    return w->opens >> table & 1;
}

/* Put a word's key behind the phrase's key in `key`, a space between; false where the word has none or no room is left. */
static inline bool sg_key_add(char *key, size_t room, size_t *n, sg_str word) {
    if (!word.n || *n + word.n + 1 >= room) return false;
    if (*n) key[(*n)++] = ' ';
    memcpy(key + *n, word.s, word.n);
    *n += word.n;
    return true;
}

/* A grammar kind's bit; in the header, so that a literal's is known when the program is compiled. */
static inline uint64_t sg_kind_bit(const char *kind) {
    size_t n = strlen(kind);
    if (!n) return 1;
    return UINT64_C(1) << (((unsigned char)kind[0] * 5u + (unsigned char)kind[n - 1] * 11u +
                            (unsigned char)kind[n / 2] * 3u + (unsigned)n * 7u) %
                           64);
}

/* The grammar's value of a looked-up word as one of this kind, or NULL. */
static inline const char *sg_kind_value(const sg_looked *w, const char *kind) {
    if (!(w->kinds & sg_kind_bit(kind))) return NULL;
    for (size_t i = 0; i < w->grammar.count; i++)
        if (strcmp(w->grammar.row[i]->cell[1], kind) == 0) return w->grammar.row[i]->cell[2];
    return NULL;
}

/* Is the looked-up word `w` one of the kinds of a list, LIST(X) being X("a") X("b") ..? Nearly all are told by the bits
 * alone, which are known when the program is built. */
#define SG_OR_BIT_(kind) | sg_kind_bit(kind)
#define SG_OR_KIND_(kind) || (w->kinds & sg_kind_bit(kind) && sg_kind_value(w, kind))
#define SG_IS_ONE_OF(LIST) ((w->kinds & (UINT64_C(0) LIST(SG_OR_BIT_))) && (false LIST(SG_OR_KIND_)))

/* Other ways into a table than by phrase, made when the lexicon is opened. */
typedef enum sg_way {
    SG_WAY_LAST_NAME,  /* HOLDERS by the last word of their name, in normal form */
    SG_WAY_FIRST_NAME, /* HOLDERS by the first */
    SG_WAY_HOLDER_OF,  /* HOLDERS by country */
    SG_WAY_HOLDER_AS,  /* HOLDERS by office */
    SG_WAY_COUNTRY,    /* COUNTRIES by code: only rows of the kind `name` */
    SG_WAY_OFFICE,     /* ROLES by each of their offices */
    SG_WAY_KIND,       /* GRAMMAR by kind */
    SG_WAYS
} sg_way;
sg_rows sg_lexicon_by(const sg_lexicon *, sg_way, sg_str value);

/* What a search among all HOLDERS asks first, by the row's place in the table: nearly all are no answer by this alone. */
typedef struct sg_glance {
    int16_t from, to; /* years in office; 0: not said */
    uint32_t letters; /* sg_letters_in of its names (alike.h) */
    uint32_t outline; /* sg_lexicon_outlines */
} sg_glance;
const sg_glance *sg_lexicon_glances(const sg_lexicon *);

/* The outlines (alike.h) of the row's phrases, one behind the other in the order of sg_row_phrases. */
const uint32_t *sg_lexicon_outlines(const sg_lexicon *, const sg_glance *);

/* All phrases of a row in normal form, joined by |: name and aliases of a holder. */
const char *sg_row_phrases(const sg_lexicon *, const sg_row *);

/* Does any phrase of the table begin with these words and go on? For longest-match scanning. */
bool sg_lexicon_opens(const sg_lexicon *, sg_table_id, sg_str key);

/* One word in normal form, in the arena; *caps tells that it had two or more letters, all capitals. */
sg_str sg_fold(sg_arena *, sg_str word, bool *caps);

/* The gazetteer among the layers, the last if there are several; NULL: none. */
const sg_gazetteer *sg_lexicon_gazetteer(const sg_lexicon *);

/* Rows that were to take others out and found none, in the order of sg_lexicon_rows of their tables. */
sg_rows sg_lexicon_idle(const sg_lexicon *);

/* The name of a row's table: "en/acts". */
const char *sg_row_table(const sg_row *);

/* "en/acts:120" in the arena, the layer before it where it is not the first. */
const char *sg_row_name(sg_arena *, const sg_lexicon *, const sg_row *);

#endif
