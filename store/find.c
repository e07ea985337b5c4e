/* find.c: filters in, records out. Each filter is one piece of SQL with a place for one value; values are
 * always bound, never written into the query. */
#include "inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A party is asked for by country (KOR), by CAMEO code or its beginning (KORGOV), by country and sector
 * (KOR/GOV), or by a part of its name or words. */
#define PARTY(role) \
    "EXISTS (SELECT 1 FROM party p WHERE p.record = r.id AND p.role = '" role "' AND " \
    "(p.country = upper(?) OR p.cameo LIKE ? || '%' OR p.country || '/' || p.sector = upper(?)" \
    " OR (length(?) > 3 AND (instr(lower(p.name), lower(?)) OR instr(lower(p.text), lower(?))))))"

static const char *const condition[SG_FILTERS] = {
    [SG_BY_ACTOR] = PARTY("actor"),
    [SG_BY_RECIPIENT] = PARTY("recipient"),
    [SG_BY_TYPE] = "r.type = upper(?)",
    [SG_BY_MODE] = "EXISTS (SELECT 1 FROM json_each(r.json, '$.mode') WHERE value = lower(?))",
    [SG_BY_CONTEXT] = "EXISTS (SELECT 1 FROM json_each(r.json, '$.context') WHERE value = lower(?))",
    [SG_BY_REALIS] = "r.realis = lower(?)",
    [SG_BY_SINCE] = "r.date_last >= ?",
    [SG_BY_UNTIL] = "r.date_first <= ?",
    [SG_BY_COUNTRY] = "(r.country = upper(?) OR EXISTS (SELECT 1 FROM party p WHERE p.record = r.id AND p.country ="
                      " upper(?)))",
    [SG_BY_CONFIDENCE] = "r.confidence >= CAST(? AS REAL)",
    [SG_BY_DOC] = "d.doc = ?",
    [SG_BY_TEXT] = "instr(lower(r.json ->> 'text'), lower(?))",
    [SG_BY_KIND] = "r.kind = lower(?)",
    [SG_BY_ID] = "r.record_id LIKE ? || '%'",
};

enum { VALUES_MAX = 256 }; /* values in one question; SQLite would take 32,766 places */

typedef struct question {
    sqlite3_str *sql;
    sg_str value[VALUES_MAX];
    int places[VALUES_MAX]; /* how often each stands in the SQL */
    size_t count;
} question;

static int places_in(const char *sql) {
    int n = 0;
    for (; *sql; sql++) n += *sql == '?';
    return n;
}

static void add_filter(question *q, sg_filter f, const char *values) {
    const char *glue = " AND (";
    for (const char *s = values;; s++) {
        size_t n = strcspn(s, ",");
        if (n && q->count < VALUES_MAX) {
            sqlite3_str_appendall(q->sql, glue);
            sqlite3_str_appendall(q->sql, condition[f]);
            q->places[q->count] = places_in(condition[f]);
            q->value[q->count++] = (sg_str){s, n};
            glue = " OR ";
        }
        s += n;
        if (!*s) break;
    }
    if (glue[1] == 'O') sqlite3_str_appendall(q->sql, ")");
}

static void bind_values(const question *q, sqlite3_stmt *s) {
    int at = 1;
    for (size_t i = 0; i < q->count; i++)
        for (int k = 0; k < q->places[i]; k++) sqlite3_bind_text(s, at++, q->value[i].s, (int)q->value[i].n, SQLITE_STATIC);
}

bool sg_store_find(sg_store *st, const char *const filter[SG_FILTERS], bool no_text, sg_store_each *each, void *user) {
    question q = {.sql = sqlite3_str_new(st->db)};
    sqlite3_str_appendf(q.sql, "SELECT %s FROM record r JOIN document d ON d.id = r.document WHERE r.current",
                        no_text ? "json_set(r.json, '$.text', NULL, '$.title', NULL)" : "r.json");
    for (int f = 0; f < SG_FILTERS; f++)
        if (filter[f]) add_filter(&q, (sg_filter)f, filter[f]);
    sqlite3_str_appendall(q.sql, " ORDER BY r.date_first, r.document, r.id");
    char *sql = sqlite3_str_finish(q.sql);
    sqlite3_stmt *s = NULL;
    int rc = sql ? sqlite3_prepare_v2(st->db, sql, -1, &s, NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (rc == SQLITE_OK) bind_values(&q, s);
    if (rc == SQLITE_OK)
        while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
            sg_str json = {(const char *)sqlite3_column_text(s, 0), (size_t)sqlite3_column_bytes(s, 0)};
            if (!each(user, json)) break;
        }
    bool ok = rc == SQLITE_DONE || rc == SQLITE_ROW;
    sqlite3_finalize(s);
    return ok;
}
