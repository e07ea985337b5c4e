/* dict.h: other people's dictionaries in, our tables out: what the readers of their formats share.
 *
 *   dict.c          the rows of each table, the report of what could not be said, files
 *   dict_names.c    actors and agents (PETRARCH, TABARI)
 *   dict_verbs.c    verbs, their patterns and sets of words
 *   dict_lists.c    discards and issues
 *   dict_holders.c  office holders out of a Wikidata query
 *
 * A reader goes through the lines of one file, puts rows, and reports every entry that our tables cannot say. Words
 * of English are not known here but asked of the lexicon that is open. Names of sets, codes and the like are kept in
 * jansson's objects, which are hashes. */
#ifndef SGIO_DICT_INTERNAL_H
#define SGIO_DICT_INTERNAL_H

#include <jansson.h>

#include "io.h"

typedef enum dict_table {
    DT_COUNTRIES,
    DT_ORGANS,
    DT_ORGS,
    DT_HOLDERS,
    DT_ROLES,
    DT_CLASSES,
    DT_ACTS,
    DT_OPERATORS,
    DT_STANCES,
    DT_COMPOSE,
    DT_CONTEXTS,
    DT_DISCARDS,
    DT_CAMEO,
    DT_COUNT
} dict_table;

typedef struct dict_file { /* one that was read, for the report */
    char *path;
    const char *kind;
    size_t entries, rows, unsaid;
} dict_file;

enum { DICT_FILES = 64 };

struct sgio_dict {
    sgio_dict_style style;
    const sg_lexicon *ours;
    sgio_buffer rows[DT_COUNT];
    size_t row_count[DT_COUNT];
    json_t *seen[DT_COUNT]; /* rows that stand there already */
    json_t *sectors;        /* a part of an actor code ("GOV") to the sector that our roles give it */
    json_t *countries;      /* codes of our countries */
    json_t *named;          /* codes of theirs that have a name */
    json_t *roles;          /* our roles by form: the row's number */
    json_t *particles;      /* second words of our verbs of two words */
    json_t *codes;          /* our event codes: the row's number */
    json_t *used;           /* event codes that rows carry */
    json_t *why;            /* reason to [count, first example] */
    sgio_buffer report;     /* a line an entry that could not be said */
    dict_file files[DICT_FILES];
    size_t file_count;
    const char *file; /* the one being read */
    unsigned line;
    size_t unsaid, twice;
    void *memory;
    bool failed; /* no memory */
};

/* A row of a table; the cells in the order of its columns, a NULL after the last. Said twice it stands once. */
void dict_row(sgio_dict *, dict_table, ...);
/* An entry that cannot be said: `why` is the reason under which it counts, `text` the entry. */
void dict_unsaid(sgio_dict *, const char *why, sg_str text);
/* As dict_unsaid, for what was said but not quite as it stands. */
void dict_remark(sgio_dict *, const char *why, sg_str text);
void dict_entry(sgio_dict *); /* counts one */

/* The file's lines: false at the end; comments and blanks around are gone, empty lines stay. */
typedef struct dict_lines {
    sg_str rest;
    bool in_comment; /* within <!-- --> over several lines */
} dict_lines;
bool dict_next(sgio_dict *, dict_lines *, sg_str *line);

sg_str dict_str(const char *terminated);
sg_str dict_trim(sg_str);
bool dict_cut(sg_str *rest, const char *any_of, sg_str *piece); /* false at the end */
bool dict_has(const json_t *set, const char *word);
/* Terminated copies, freed with the dictionary. NULL never. */
char *dict_print(sgio_dict *, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *dict_lower(sgio_dict *, sg_str); /* `_` to a blank, ASCII letters small, blanks single */
char *dict_title(sgio_dict *, sg_str); /* the same as a name: First Letters Large */

bool dict_read_names(sgio_dict *, sg_str text);
bool dict_read_verbs(sgio_dict *, sg_str text);
bool dict_read_discards(sgio_dict *, sg_str text);
bool dict_read_issues(sgio_dict *, sg_str text);
bool dict_read_holders(sgio_dict *, sg_str text, char *err, size_t errn);

#endif
