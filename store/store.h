/* store.h: records in, records out: one SQLite file. The only room that speaks SQL.
 *
 * A record comes as the JSON line that `sagwan code` prints: that line is kept whole, and the columns
 * that people ask for are drawn out of it by SQLite itself, so that store and output cannot disagree.
 * Plain SQLite (WAL): any tool may read the file; schema.sql.h says what stands where.
 *
 *     document   one row a text: its key (hash of id and source, else of text and date), revision, text's hash
 *     run        one row a made_by: versions of program, model and lexicon
 *     record     one row a record, the whole line in `json`; `current` 0 where a later revision or run has
 *                superseded it. Nothing is ever deleted
 *     party, evidence, incident, review    actors and recipients; --explain; groups; verdicts of people
 *
 * Between begin and commit lies one transaction: killed at any moment, the file opens clean and lacks at
 * most the batch in hand. */
#ifndef SG_STORE_H
#define SG_STORE_H

#include "sagwan.h"

typedef struct sg_store sg_store;

enum { SG_STORE_WHY = 512 };

/* Open a store; `create` makes a new one where there is no file. NULL and a sentence in `why`
 * where the file cannot be opened, is no database, or is one of another kind or version. */
sg_store *sg_store_open(const char *path, bool create, char why[SG_STORE_WHY]);
void sg_store_close(sg_store *);
/* The last failure, as a sentence. */
const char *sg_store_why(const sg_store *);

bool sg_store_begin(sg_store *);
bool sg_store_commit(sg_store *);

/* A coded document. `records` is its JSON lines; the text is only hashed. */
typedef struct sg_store_document {
    const char *key, *id, *date, *source, *title, *lang, *url; /* NULL if unknown; key and id never */
    sg_str text, headline;
    const char *made_by; /* JSON object; NULL: take it from the first record */
    sg_str records;
} sg_store_document;

typedef enum sg_store_fate {
    SG_STORE_FAILED, /* see sg_store_why */
    SG_STORE_KNOWN,  /* the same text by the same versions is there: nothing was done */
    SG_STORE_NEW,
    SG_STORE_REVISED, /* the key is known with another text: a new revision supersedes it */
    SG_STORE_RECODED  /* the same text, read by other versions */
} sg_store_fate;

sg_store_fate sg_store_add(sg_store *, const sg_store_document *);

/* What `find` asks for. Different ones are joined by and, values within one (parted by commas) by or. */
typedef enum sg_filter {
    SG_BY_ACTOR,
    SG_BY_RECIPIENT,
    SG_BY_TYPE,
    SG_BY_MODE,
    SG_BY_CONTEXT,
    SG_BY_REALIS,
    SG_BY_SINCE,
    SG_BY_UNTIL,
    SG_BY_COUNTRY,
    SG_BY_CONFIDENCE,
    SG_BY_DOC,
    SG_BY_TEXT,
    SG_BY_KIND,
    SG_BY_ID,
    SG_FILTERS
} sg_filter;

/* Called with each record's JSON line; false stops. */
typedef bool sg_store_each(void *user, sg_str json);

/* False on failure (see sg_store_why). Records come by event date, then document, then place in it; with
 * `no_text` their sentences are left out. */
bool sg_store_find(sg_store *, const char *const filter[SG_FILTERS], bool no_text, sg_store_each *, void *user);

/* First and last day that an EDTF date may mean, as YYYY-MM-DD; false where it is not that well known. */
bool sg_edtf_bounds(const char *edtf, char first[11], char last[11]);

#endif
