/* store.c: see store.h. Opening, adding: documents are known by key and hash of text, so that adding twice
 * adds nothing; the rows beside a record are made by SQL over its JSON. Asking is find.c's. */
#include "inside.h"

#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How long to wait for another program that writes to the same file. */
enum { BUSY_MS = 30000 };

static const char *const statement_text[SG_STATEMENTS] = {
    [SG_ADD_RUN] = "INSERT OR IGNORE INTO run (made_by) VALUES (?1)",
    [SG_GET_RUN] = "SELECT id FROM run WHERE made_by = ?1",
    [SG_GET_DOCUMENT] = "SELECT id, text_hash, run, revision FROM document WHERE key = ?1 AND current"
                        " ORDER BY revision DESC LIMIT 1",
    [SG_ADD_DOCUMENT] = "INSERT INTO document (key, revision, doc, text_hash, run, pub_date, publisher, title, lang,"
                        " url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [SG_RETIRE_DOCUMENT] = "UPDATE document SET current = 0 WHERE id = ?1",
    [SG_RETIRE_RECORDS] = "UPDATE record SET current = 0 WHERE document = ?1",
    [SG_RERUN_DOCUMENT] = "UPDATE document SET run = ?2 WHERE id = ?1",
    [SG_ADD_RECORD] =
        "INSERT INTO record (record_id, document, run, kind, type, cameo, realis, date, date_first, date_last, country,"
        " confidence, incident, sentence, json)"
        " SELECT j->>'id', ?2, ?3, j->>'kind', j->>'type', j->>'cameo', j->>'realis', j->>'date',"
        " edtf_first(j->>'date', j->>'pub_date'), edtf_last(j->>'date', j->>'pub_date'),"
        " j->'place'->>'country', j->>'confidence', j->>'incident', j->>'sentence', j FROM (SELECT ?1 AS j)"
        " WHERE true ON CONFLICT (document, run, record_id) DO UPDATE SET current = 1",
    [SG_ADD_ACTORS] = "INSERT OR IGNORE INTO party SELECT ?2, 'actor', key, value->>'name', value->>'text',"
                      " value->>'country', value->>'sector', value->>'cameo', value->>'office'"
                      " FROM json_each(?1, '$.actor')",
    [SG_ADD_RECIPIENTS] = "INSERT OR IGNORE INTO party SELECT ?2, 'recipient', key, value->>'name', value->>'text',"
                          " value->>'country', value->>'sector', value->>'cameo', value->>'office'"
                          " FROM json_each(?1, '$.recipient')",
    [SG_ADD_EVIDENCE] = "INSERT INTO evidence SELECT ?2, value->>'field', value->>'rule', value->>'text',"
                        " value->>'start', value->>'end' FROM json_each(?1, '$.explain')",
    [SG_ADD_INCIDENT] = "INSERT OR IGNORE INTO incident SELECT ?1->>'incident', ?2 WHERE ?1->>'incident' IS NOT NULL",
};

/* ---- opening ----------------------------------------------------------------------------------- */

static void edtf_bound(sqlite3_context *c, sqlite3_value **v, bool last) {
    char bound[2][11];
    for (int i = 0; i < 2; i++)
        if (sg_edtf_bounds((const char *)sqlite3_value_text(v[i]), bound[0], bound[1])) {
            sqlite3_result_text(c, bound[last], 10, SQLITE_TRANSIENT);
            return;
        }
    sqlite3_result_null(c);
}
static void edtf_first(sqlite3_context *c, int n, sqlite3_value **v) {
    (void)n;
    edtf_bound(c, v, false);
}
static void edtf_last(sqlite3_context *c, int n, sqlite3_value **v) {
    (void)n;
    edtf_bound(c, v, true);
}

static int pragma_value(sqlite3 *db, const char *sql) {
    sqlite3_stmt *s = NULL;
    int v = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        v = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return v;
}

/* Is this a file of ours, or an empty one that may become one? NULL where all is well. */
static const char *prepare_file(sqlite3 *db, bool create) {
    sqlite3_busy_timeout(db, BUSY_MS);
    int tables = pragma_value(db, "SELECT count(*) FROM sqlite_schema");
    if (tables < 0) return sqlite3_errcode(db) == SQLITE_NOTADB ? "it is no SQLite database" : sqlite3_errmsg(db);
    int ours = pragma_value(db, "PRAGMA application_id"), version = pragma_value(db, "PRAGMA user_version");
    if (tables > 0 && ours != SG_STORE_APPLICATION) return "it is a database of another program";
    if (tables > 0 && version != SG_STORE_VERSION) return "it was made by another version of sagwan";
    if (tables == 0 && !create) return "it is empty; `sagwan add` fills one";
    return NULL;
}

static int make_tables(sqlite3 *db) {
    char stamp[120];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d;", SG_STORE_APPLICATION,
             SG_STORE_VERSION);
    int rc = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (rc == SQLITE_OK && pragma_value(db, "SELECT count(*) FROM sqlite_schema") == 0) {
        rc = sqlite3_exec(db, sg_schema, NULL, NULL, NULL);
        if (rc == SQLITE_OK) rc = sqlite3_exec(db, stamp, NULL, NULL, NULL);
    }
    return rc == SQLITE_OK ? sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) : rc;
}

static bool open_file(sg_store *s, const char *path, bool create, char why[SG_STORE_WHY]) {
    int flags = create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const char *wrong = NULL;
    if (sqlite3_open_v2(path, &s->db, flags, NULL) != SQLITE_OK) wrong = s->db ? sqlite3_errmsg(s->db) : "no memory";
    else wrong = prepare_file(s->db, create);
    if (!wrong && create &&
        (sqlite3_exec(s->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", NULL, NULL, NULL) != SQLITE_OK ||
         make_tables(s->db) != SQLITE_OK))
        wrong = sqlite3_errmsg(s->db);
    if (wrong) snprintf(why, SG_STORE_WHY, "%s cannot be used as a store: %s", path, wrong);
    return !wrong;
}

sg_store *sg_store_open(const char *path, bool create, char why[SG_STORE_WHY]) {
    sg_store *s = calloc(1, sizeof *s);
    if (!s) {
        snprintf(why, SG_STORE_WHY, "no memory");
        return NULL;
    }
    if (!open_file(s, path, create, why)) {
        sg_store_close(s);
        return NULL;
    }
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    sqlite3_create_function(s->db, "edtf_first", 2, flags, NULL, edtf_first, NULL, NULL);
    sqlite3_create_function(s->db, "edtf_last", 2, flags, NULL, edtf_last, NULL, NULL);
    return s;
}

void sg_store_close(sg_store *s) {
    if (!s) return;
    for (int i = 0; i < SG_STATEMENTS; i++) sqlite3_finalize(s->statement[i]);
    sqlite3_close(s->db);
    free(s);
}

const char *sg_store_why(const sg_store *s) {
    return sqlite3_errmsg(s->db);
}

bool sg_store_begin(sg_store *s) {
    return sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
}

bool sg_store_commit(sg_store *s) {
    return sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

/* ---- statements -------------------------------------------------------------------------------- */

/* The statement, ready for new values; prepared at first use. NULL: see sg_store_why. */
static sqlite3_stmt *ready(sg_store *s, sg_statement which) {
    sqlite3_stmt **p = &s->statement[which];
    if (!*p && sqlite3_prepare_v3(s->db, statement_text[which], -1, SQLITE_PREPARE_PERSISTENT, p, NULL) != SQLITE_OK)
        return NULL;
    sqlite3_reset(*p);
    sqlite3_clear_bindings(*p);
    return *p;
}

static void bind_word(sqlite3_stmt *q, int at, const char *word) {
    if (word) sqlite3_bind_text(q, at, word, -1, SQLITE_STATIC);
}

static bool done(sqlite3_stmt *q) {
    bool ok = sqlite3_step(q) == SQLITE_DONE;
    sqlite3_reset(q);
    return ok;
}

/* A statement with a JSON line first and a number second. */
static bool with_json(sg_store *s, sg_statement which, sg_str json, sqlite3_int64 number) {
    sqlite3_stmt *q = ready(s, which);
    if (!q) return false;
    sqlite3_bind_text(q, 1, json.s, (int)json.n, SQLITE_STATIC);
    sqlite3_bind_int64(q, 2, number);
    return done(q);
}

static bool with_number(sg_store *s, sg_statement which, sqlite3_int64 a, sqlite3_int64 b) {
    sqlite3_stmt *q = ready(s, which);
    if (!q) return false;
    sqlite3_bind_int64(q, 1, a);
    if (sqlite3_bind_parameter_count(q) > 1) sqlite3_bind_int64(q, 2, b);
    return done(q);
}

/* ---- adding ------------------------------------------------------------------------------------ */

/* FNV-1a over title and text, twice with different starts: 128 bits as hexadecimal digits. */
static void hash_text(const sg_store_document *d, char out[33]) {
    for (int half = 0; half < 2; half++) {
        uint64_t h = half ? UINT64_C(0x9ae16a3b2f90404f) : UINT64_C(0xcbf29ce484222325);
        sg_str part[2] = {d->headline, d->text};
        for (int p = 0; p < 2; p++) {
            for (size_t i = 0; i < part[p].n; i++) h = (h ^ (unsigned char)part[p].s[i]) * UINT64_C(0x100000001b3);
            h = (h ^ 0xff) * UINT64_C(0x100000001b3);
        }
        snprintf(out + 16 * half, 17, "%016llx", (unsigned long long)h);
    }
}

/* The run's number, -1 on failure. */
static sqlite3_int64 run_of(sg_store *s, const char *made_by) {
    sqlite3_int64 id = -1;
    sqlite3_stmt *q = ready(s, SG_ADD_RUN);
    if (!q) return -1;
    bind_word(q, 1, made_by);
    if (!done(q) || !(q = ready(s, SG_GET_RUN))) return -1;
    bind_word(q, 1, made_by);
    if (sqlite3_step(q) == SQLITE_ROW) id = sqlite3_column_int64(q, 0);
    sqlite3_reset(q);
    return id;
}

typedef struct known {               /* the current revision of a key */
    sqlite3_int64 id, run, revision; /* id 0: there is none */
    char hash[33];
} known;

static bool look_up(sg_store *s, const char *key, known *k) {
    *k = (known){0};
    sqlite3_stmt *q = ready(s, SG_GET_DOCUMENT);
    if (!q) return false;
    bind_word(q, 1, key);
    int rc = sqlite3_step(q);
    if (rc == SQLITE_ROW) {
        k->id = sqlite3_column_int64(q, 0);
        snprintf(k->hash, sizeof k->hash, "%s", (const char *)sqlite3_column_text(q, 1));
        k->run = sqlite3_column_int64(q, 2);
        k->revision = sqlite3_column_int64(q, 3);
    }
    sqlite3_reset(q);
    return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static sqlite3_int64 add_document(sg_store *s, const sg_store_document *d, const char *hash, sqlite3_int64 run,
                                  sqlite3_int64 revision) {
    sqlite3_stmt *q = ready(s, SG_ADD_DOCUMENT);
    if (!q) return -1;
    bind_word(q, 1, d->key);
    sqlite3_bind_int64(q, 2, revision);
    bind_word(q, 3, d->id);
    bind_word(q, 4, hash);
    sqlite3_bind_int64(q, 5, run);
    bind_word(q, 6, d->date);
    bind_word(q, 7, d->source);
    bind_word(q, 8, d->title);
    bind_word(q, 9, d->lang);
    bind_word(q, 10, d->url);
    return done(q) ? sqlite3_last_insert_rowid(s->db) : -1;
}

static bool add_record(sg_store *s, sg_str json, sqlite3_int64 document, sqlite3_int64 run) {
    sqlite3_stmt *q = ready(s, SG_ADD_RECORD);
    if (!q) return false;
    sqlite3_set_last_insert_rowid(s->db, 0);
    sqlite3_bind_text(q, 1, json.s, (int)json.n, SQLITE_STATIC);
    sqlite3_bind_int64(q, 2, document);
    sqlite3_bind_int64(q, 3, run);
    if (!done(q)) return false;
    sqlite3_int64 id = sqlite3_last_insert_rowid(s->db);
    if (id == 0) return true; /* known from an earlier reading by the same versions: current again */
    return with_json(s, SG_ADD_ACTORS, json, id) && with_json(s, SG_ADD_RECIPIENTS, json, id) &&
           with_json(s, SG_ADD_EVIDENCE, json, id) && with_json(s, SG_ADD_INCIDENT, json, document);
}

static bool add_records(sg_store *s, sg_str lines, sqlite3_int64 document, sqlite3_int64 run) {
    while (lines.n) {
        const char *end = memchr(lines.s, '\n', lines.n);
        size_t n = end ? (size_t)(end - lines.s) : lines.n;
        if (n && !add_record(s, (sg_str){lines.s, n}, document, run)) return false;
        n += end ? 1 : 0;
        lines = (sg_str){lines.s + n, lines.n - n};
    }
    return true;
}

sg_store_fate sg_store_add(sg_store *s, const sg_store_document *d) {
    char hash[33];
    known old;
    hash_text(d, hash);
    sqlite3_int64 run = run_of(s, d->made_by);
    if (run < 0 || !look_up(s, d->key, &old)) return SG_STORE_FAILED;
    bool same = old.id && strcmp(old.hash, hash) == 0;
    if (same && old.run == run) return SG_STORE_KNOWN;
    sqlite3_int64 id = old.id;
    if (id && !with_number(s, SG_RETIRE_RECORDS, id, 0)) return SG_STORE_FAILED;
    if (same && !with_number(s, SG_RERUN_DOCUMENT, id, run)) return SG_STORE_FAILED;
    if (!same) {
        if (id && !with_number(s, SG_RETIRE_DOCUMENT, id, 0)) return SG_STORE_FAILED;
        id = add_document(s, d, hash, run, old.revision + 1);
    }
    if (id < 0 || !add_records(s, d->records, id, run)) return SG_STORE_FAILED;
    return same ? SG_STORE_RECODED : old.id ? SG_STORE_REVISED : SG_STORE_NEW;
}
