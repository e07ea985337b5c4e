/* table.h: TSV without quoting, line by line: relate and eval read it. */
#ifndef SG_CLI_TABLE_H
#define SG_CLI_TABLE_H

#include "io/io.h"

enum { TABLE_CELLS = 64, TABLE_WHY = 600 };

typedef struct cli_table {
    sgio_source *source;
    sgio_buffer buffer;
    size_t at;          /* the next byte of the buffer */
    unsigned long line; /* number of the last line read */
    bool ended;
    char *head; /* the header line, cut into names */
    const char *name[TABLE_CELLS];
    size_t columns;
    char why[TABLE_WHY]; /* of the last failure */
} cli_table;

bool cli_table_open(cli_table *, const char *path);
void cli_table_close(cli_table *);
/* The column's number, or -1. */
int cli_table_column(const cli_table *, const char *name);
/* The next line as a malloc'ed string of valid UTF-8 without its end; NULL at the end (or why[0] says what
 * is broken). */
char *cli_table_line(cli_table *);
/* Cell of a line by number; empty where the line is short. */
sg_str cli_table_cell(const char *line, int column);

#endif
