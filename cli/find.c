/* find.c: the command find: filters to the store, its records to standard output. */
#include "cli.h"
#include "io/io.h"

#include <string.h>
#include <unistd.h>

typedef struct show {
    const char *to;
    sgio_style style;
    size_t count;
} show;

static bool put(void *user, sg_str json) {
    show *s = user;
    bool ok = true;
    s->count++;
    if (strcmp(s->to, "csv") == 0) ok = sgio_line_csv(stdout, json.s, &s->style);
    else if (strcmp(s->to, "table") == 0) ok = sgio_line_table(stdout, json.s, &s->style);
    else fwrite(json.s, 1, json.n, stdout), fputc('\n', stdout);
    if (!ok) cli_say("a record in the store is no JSON object; passed over");
    return !ferror(stdout) && !cli_stopped();
}

int cli_find(const cli_options *o) {
    char why[SG_STORE_WHY];
    if (o->file_count != 1) {
        cli_say("find needs one store; see `sagwan help find`");
        return CLI_CANNOT;
    }
    sg_store *st = sg_store_open(o->files[0], false, why);
    if (!st) {
        cli_say("%s", why);
        return CLI_CANNOT;
    }
    show s = {.to = o->to                   ? o->to
                    : isatty(STDOUT_FILENO) ? "table"
                                            : "jsonl",
              .style = {.no_text = o->no_text, .pairs = o->pairs}};
    if (strcmp(s.to, "csv") == 0) sgio_record_csv_header(stdout, &s.style);
    if (strcmp(s.to, "table") == 0) sgio_table_header(stdout);
    bool ok = sg_store_find(st, o->filter, o->no_text, put, &s);
    if (!ok) cli_say("%s could not be asked: %s", o->files[0], sg_store_why(st));
    if (ok && s.count == 0 && isatty(STDERR_FILENO) && !o->quiet) fputs("no record fits\n", stderr);
    sg_store_close(st);
    return cli_finish(ok ? CLI_OK : CLI_CANNOT);
}
