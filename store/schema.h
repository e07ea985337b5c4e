/* schema.h: the store's tables, as SQLite gets them. `user_version` is SG_STORE_VERSION, `application_id`
 * says that the file is ours. Add columns at the end; never rename: people query these by hand. */
#ifndef SG_STORE_SCHEMA_H
#define SG_STORE_SCHEMA_H

#define SG_STORE_APPLICATION 0x53475731 /* "SGW1" */
#define SG_STORE_VERSION 1

static const char sg_schema[] =
    "CREATE TABLE run (id INTEGER PRIMARY KEY, made_by TEXT NOT NULL UNIQUE);"
    "CREATE TABLE document ("
    "  id INTEGER PRIMARY KEY, key TEXT NOT NULL, revision INTEGER NOT NULL, doc TEXT NOT NULL,"
    "  text_hash TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run, pub_date TEXT, publisher TEXT, title TEXT,"
    "  lang TEXT, url TEXT, current INTEGER NOT NULL DEFAULT 1, UNIQUE (key, revision));"
    "CREATE TABLE record ("
    "  id INTEGER PRIMARY KEY, record_id TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document,"
    "  run INTEGER NOT NULL REFERENCES run, current INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, type TEXT,"
    "  cameo TEXT, realis TEXT, date TEXT, date_first TEXT, date_last TEXT, country TEXT, confidence REAL,"
    "  incident TEXT, sentence INTEGER, json TEXT NOT NULL, UNIQUE (document, run, record_id));"
    "CREATE INDEX record_type ON record (type, date_first);"
    "CREATE INDEX record_date ON record (date_first);"
    "CREATE INDEX record_name ON record (record_id);"
    "CREATE TABLE party ("
    "  record INTEGER NOT NULL REFERENCES record, role TEXT NOT NULL, place INTEGER NOT NULL, name TEXT, text TEXT,"
    "  country TEXT, sector TEXT, cameo TEXT, office TEXT, PRIMARY KEY (record, role, place)) WITHOUT ROWID;"
    "CREATE INDEX party_country ON party (country, role);"
    "CREATE TABLE evidence ("
    "  record INTEGER NOT NULL REFERENCES record, field TEXT NOT NULL, rule TEXT, text TEXT, start INTEGER,"
    "  \"end\" INTEGER);"
    "CREATE INDEX evidence_record ON evidence (record);"
    "CREATE TABLE incident (id TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document,"
    "  PRIMARY KEY (id, document)) WITHOUT ROWID;"
    "CREATE TABLE review ("
    "  id INTEGER PRIMARY KEY, record_id TEXT NOT NULL, field TEXT, value TEXT, verdict TEXT, note TEXT,"
    "  reviewer TEXT, at TEXT);"
    "CREATE INDEX review_record ON review (record_id);";

#endif
