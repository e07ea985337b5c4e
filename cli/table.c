/* table.c: see table.h. */
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum { PIECE = 1 << 16, LINE_MAX_BYTES = 1 << 24 }; /* a longer line is no sentence: it is cut there */

static bool more(cli_table *t) {
    char piece[PIECE];
    if (t->ended) return false;
    if (t->at) {
        memmove(t->buffer.s, t->buffer.s + t->at, t->buffer.n - t->at);
        t->buffer.n -= t->at;
        t->at = 0;
    }
    long n = sgio_source_read(t->source, piece, sizeof piece);
    if (n < 0) snprintf(t->why, sizeof t->why, "%s", sgio_source_error(t->source));
    if (n <= 0 || !sgio_put(&t->buffer, piece, (size_t)n)) t->ended = true;
    return !t->ended;
}

char *cli_table_line(cli_table *t) {
    size_t seen = 0;
    char *end = NULL;
    for (;;) {
        size_t n = t->buffer.n - t->at;
        end = n > seen ? memchr(t->buffer.s + t->at + seen, '\n', n - seen) : NULL;
        if (end || n > LINE_MAX_BYTES) break;
        seen = n;
        if (!more(t)) break;
    }
    size_t n = end ? (size_t)(end - (t->buffer.s + t->at)) : t->buffer.n - t->at;
    if (!end && n == 0) return NULL;
    sgio_buffer out = {0};
    size_t keep = n && t->buffer.s[t->at + n - 1] == '\r' ? n - 1 : n;
    bool ok = sgio_put_utf8(&out, t->buffer.s + t->at, keep) && sgio_put(&out, "", 1);
    t->at += n + (end != NULL);
    t->line++;
    if (!ok) free(out.s);
    return ok ? out.s : NULL;
}

bool cli_table_open(cli_table *t, const char *path) {
    *t = (cli_table){0};
    t->source = sgio_source_open(path, t->why, sizeof t->why);
    if (!t->source) return false;
    t->head = cli_table_line(t);
    char *s = t->head;
    if (s && strncmp(s, "\xef\xbb\xbf", 3) == 0) s += 3;
    while (s && t->columns < TABLE_CELLS) {
        char *tab = strchr(s, '\t');
        if (tab) *tab++ = 0;
        t->name[t->columns++] = s;
        s = tab;
    }
    if (!t->head && !t->why[0]) snprintf(t->why, sizeof t->why, "%s is empty", path);
    return t->head != NULL;
}

void cli_table_close(cli_table *t) {
    if (t->source) sgio_source_close(t->source);
    free(t->buffer.s);
    free(t->head);
}

int cli_table_column(const cli_table *t, const char *name) {
    for (size_t i = 0; i < t->columns; i++)
        if (strcmp(t->name[i], name) == 0) return (int)i;
    return -1;
}

sg_str cli_table_cell(const char *line, int column) {
    for (; column > 0 && line; column--) {
        line = strchr(line, '\t');
        if (line) line++;
    }
    return line && column == 0 ? (sg_str){line, strcspn(line, "\t")} : (sg_str){"", 0};
}
