/* io.h: files in, documents out; results in, lines out. The only room that knows formats.
 *
 * A reader gives one document after another and holds one at a time; a document owns its memory,
 * so that a worker may keep it while the reader goes on. */
#ifndef SGIO_H
#define SGIO_H

#include <stdio.h>

#include "sagwan.h"

/* ---- open.c: bytes, whatever they are packed in ------------------------------------------- */

typedef struct sgio_source sgio_source;
/* A file, or "-" for standard input; gzip and zstd are known by their first bytes. NULL with err. */
sgio_source *sgio_source_open(const char *path, char *err, size_t errn);
/* Memory, which must outlive the source. */
sgio_source *sgio_source_memory(const void *bytes, size_t n);
/* Up to n bytes; 0 at the end, -1 where the data is broken (sgio_source_error says how). */
long sgio_source_read(sgio_source *, void *to, size_t n);
const char *sgio_source_error(const sgio_source *);
void sgio_source_close(sgio_source *);

/* ---- charset.c: bytes to UTF-8 ------------------------------------------------------------- */

typedef struct sgio_buffer { /* always with a NUL after its end; `s` may be NULL where n is 0 */
    char *s;
    size_t n, cap;
} sgio_buffer;
bool sgio_put(sgio_buffer *, const void *bytes, size_t n); /* false: no memory */
/* Append with each maximal ill-formed sequence as one U+FFFD. */
bool sgio_put_utf8(sgio_buffer *, const char *s, size_t n);
/* Append a code unit stream of UTF-16; returns the bytes taken (a cut pair waits unless `last`). */
size_t sgio_put_utf16(sgio_buffer *, const unsigned char *s, size_t n, bool big, bool last);
/* A whole document: UTF-8, or Windows-1252 where nothing speaks for UTF-8 (*note says so). */
bool sgio_put_document(sgio_buffer *, const char *s, size_t n, const char **note);

/* ---- documents.c: documents ---------------------------------------------------------------- */

typedef enum sgio_format { SGIO_AUTO, SGIO_TEXT, SGIO_TRANSCRIPT, SGIO_JSONL, SGIO_CONLLU } sgio_format;

typedef struct sgio_limits {
    size_t document; /* bytes of text; 0: 16 MiB */
} sgio_limits;

typedef struct sgio_document {
    sg_input in;
    char *place;   /* "file:line" */
    char *message; /* why it was passed over (sgio_next said -1) */
    char *note;    /* an oddity of a document that was read, or NULL */
    void *owned[16];
    size_t owned_count;
} sgio_document;

typedef struct sgio_reader sgio_reader;
sgio_reader *sgio_open(const char *path, sgio_format, const sgio_limits *, char *err, size_t errn);
sgio_reader *sgio_open_memory(const void *bytes, size_t n, sgio_format, const sgio_limits *);
int sgio_next(sgio_reader *, sgio_document *out); /* 1 a document, 0 the end, -1 one passed over */
void sgio_document_free(sgio_document *);
void sgio_close(sgio_reader *);
/* "auto", "text" ...; -1 where there is no such format. */
int sgio_format_of(const char *name);

/* trees.c: the rows of one CoNLL-U document (`raw`, kept by it) to an input. */
bool sgio_read_trees(sgio_document *, sgio_buffer *raw, unsigned long line);
/* Give the document a piece of memory to free. */
bool sgio_own(sgio_document *, void *);

/* ---- dict.c: other people's dictionaries to tables ------------------------------------------- */

typedef struct sgio_dict_style {
    bool own_codes; /* event codes are of another scheme than CAMEO: they come out as they are, without a type */
    bool alone;     /* their verbs instead of ours */
} sgio_dict_style;

typedef struct sgio_dict sgio_dict;
sgio_dict *sgio_dict_new(const sg_lexicon *ours, const sgio_dict_style *); /* NULL: no memory */
/* Read a file as `kind` (actors agents verbs discards issues holders; NULL: by its content). False with err. */
bool sgio_dict_read(sgio_dict *, const char *path, const char *kind, char *err, size_t errn);
/* Write the tables and report.txt below `folder`, which is made; a folder that holds other things is left alone. */
bool sgio_dict_write(sgio_dict *, const char *folder, char *err, size_t errn);
/* For a person: files, rows, what could not be said; true if everything could. */
bool sgio_dict_summary(const sgio_dict *, FILE *);
size_t sgio_dict_rows(const sgio_dict *);
void sgio_dict_free(sgio_dict *);

/* ---- records.c, conllu.c: results ----------------------------------------------------------- */

typedef struct sgio_style {
    bool no_text, explain, pairs;
    const char *program, *model;
    const char *const *layers; /* versions of the lexicon's layers */
    size_t layer_count;
} sgio_style;

/* One record as a line of JSON; malloc'ed, without the newline; NULL: no memory. */
char *sgio_record_string(const sgio_document *, const sg_result *, const sg_record *, const sgio_style *);
void sgio_record_json(FILE *, const sgio_document *, const sg_result *, const sg_record *, const sgio_style *);
void sgio_record_csv_header(FILE *, const sgio_style *);
void sgio_record_csv(FILE *, const sgio_document *, const sg_result *, const sg_record *, const sgio_style *);
void sgio_table_header(FILE *);
void sgio_record_table(FILE *, const sgio_document *, const sg_result *, const sg_record *, const sgio_style *);
/* The same from a record's JSON line (as a store keeps it); false where it is none. */
bool sgio_line_csv(FILE *, const char *json, const sgio_style *);
bool sgio_line_table(FILE *, const char *json, const sgio_style *);

/* One place of sg_places as a line of JSON. */
void sgio_place_json(FILE *, const sg_result *, const sg_place *);
/* One day or party that a text names, as a line of JSON or a line for people. */
void sgio_mentioned_json(FILE *, const sg_result *, const sg_mentioned *);
void sgio_mentioned_table(FILE *, const sg_result *, const sg_mentioned *);

void sgio_conllu(FILE *, const sgio_document *, const sg_result *);

#endif
