/* explain.h: a record in words: each field with the stretch of text and the rule behind it. */
#ifndef SG_CLI_EXPLAIN_H
#define SG_CLI_EXPLAIN_H

#include "io/io.h"

void cli_explain(FILE *, const sgio_document *, const sg_result *, const sg_record *, const sgio_style *);

#endif
