/* inside.h: what store.c and find.c share; nobody else includes it. */
#ifndef SG_STORE_INSIDE_H
#define SG_STORE_INSIDE_H

#include "store.h"

#include <sqlite3.h>

typedef enum sg_statement {
    SG_ADD_RUN,
    SG_GET_RUN,
    SG_GET_DOCUMENT,
    SG_ADD_DOCUMENT,
    SG_RETIRE_DOCUMENT,
    SG_RETIRE_RECORDS,
    SG_RERUN_DOCUMENT,
    SG_ADD_RECORD,
    SG_ADD_ACTORS,
    SG_ADD_RECIPIENTS,
    SG_ADD_EVIDENCE,
    SG_ADD_INCIDENT,
    SG_STATEMENTS
} sg_statement;

struct sg_store {
    sqlite3 *db;
    sqlite3_stmt *statement[SG_STATEMENTS];
};

#endif
