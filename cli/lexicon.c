/* lexicon.c: the command lexicon: other people's dictionaries to tables, tables checked, tables to an image. */
#include "cli.h"
#include "io/io.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WHY = 600 };

static int wrong_use(const char *what) {
    cli_say("%s; see `sagwan help lexicon`", what);
    return CLI_CANNOT;
}

/* ---- import ---- */

/* What was written must be a layer that opens over ours. */
static bool opens(const cli_options *o, const char *folder) {
    cli_options with = *o;
    cli_images im = {0};
    if (with.lexicon_count == sizeof with.lexicon / sizeof *with.lexicon) return true;
    with.lexicon[with.lexicon_count++] = folder;
    bool ok = cli_open_lexicon(&im, &with);
    cli_close_images(&im);
    return ok;
}

static int import(const cli_options *o) {
    const char *folder = o->out ? o->out : "imported";
    cli_images im = {0};
    char why[WHY] = "";
    size_t read = 0;
    if (o->file_count < 2) return wrong_use("lexicon import needs the files of a dictionary");
    bool ok = cli_open_lexicon(&im, o);
    sgio_dict_style style = {.own_codes = o->schema && strcmp(o->schema, "own") == 0, .alone = o->alone};
    sgio_dict *d = ok ? sgio_dict_new(im.lexicon, &style) : NULL;
    if (ok && !d) cli_say("there is no memory");
    for (size_t i = 1; d && i < o->file_count; i++) {
        bool good = sgio_dict_read(d, o->files[i], o->as, why, sizeof why);
        if (!good) cli_say("%s", why);
        read += good;
    }
    bool written = read > 0 && sgio_dict_write(d, folder, why, sizeof why);
    if (read > 0 && !written) cli_say("%s", why);
    bool whole = written && sgio_dict_summary(d, stdout), any = written && sgio_dict_rows(d) > 0;
    if (any) printf("written to %s; what could not be said stands in %s/report.txt\n", folder, folder);
    else if (written) cli_say("no row came of it; %s/report.txt says why", folder);
    sgio_dict_free(d);
    cli_close_images(&im);
    if (!any || !opens(o, folder)) return CLI_CANNOT;
    return whole && read == o->file_count - 1 ? CLI_OK : CLI_PASSED_OVER;
}

/* ---- check ---- */

typedef struct hearing {
    const cli_options *o;
    size_t own; /* the number of the first folder's layer */
    size_t faults, remarks;
} hearing;

/* Our own lines are told only where nothing else is asked for. */
static void hear(void *user, const sg_complaint *c) {
    hearing *h = user;
    size_t folders = h->o->file_count - 1;
    if (folders && c->layer < h->own) return;
    c->fatal ? h->faults++ : h->remarks++;
    const char *folder = folders ? h->o->files[1 + c->layer - h->own] : "lexicon";
    printf("%s/%s.tsv:%u: %s%s\n", folder, c->table, c->line, c->fatal ? "" : "remark: ", c->what);
}

static int check(const cli_options *o) {
    cli_options with = *o;
    cli_images im = {0};
    for (size_t i = 1; i < o->file_count; i++) {
        if (with.lexicon_count == sizeof with.lexicon / sizeof *with.lexicon) return wrong_use("too many folders at once");
        with.lexicon[with.lexicon_count++] = o->files[i];
    }
    bool ok = cli_open_lexicon(&im, &with);
    hearing h = {.o = o, .own = ok ? sg_lexicon_layers(im.lexicon) - (o->file_count - 1) : 0};
    if (ok && !sg_lexicon_check(im.lexicon, hear, &h)) ok = false, cli_say("there is no memory");
    if (ok && !o->quiet) fprintf(stderr, "%zu faults, %zu remarks\n", h.faults, h.remarks);
    cli_close_images(&im);
    return !ok ? CLI_CANNOT : h.faults ? CLI_PASSED_OVER : CLI_OK;
}

/* ---- compile ---- */

static int compile(const cli_options *o) {
    sg_str image;
    if (o->file_count != 3) return wrong_use("lexicon compile needs a folder of tables and the file to be made");
    if (!cli_compile_folder(o->files[1], o->layer ? o->layer : o->files[1], &image)) return CLI_CANNOT;
    FILE *f = fopen(o->files[2], "wb");
    bool ok = f && fwrite(image.s, 1, image.n, f) == image.n;
    ok = f && fclose(f) == 0 && ok;
    if (!ok) cli_say("%s cannot be written: %s", o->files[2], strerror(errno));
    free((void *)(uintptr_t)image.s);
    return ok ? CLI_OK : CLI_CANNOT;
}

int cli_lexicon(const cli_options *o) {
    const char *what = o->file_count ? o->files[0] : "";
    if (strcmp(what, "import") == 0) return cli_finish(import(o));
    if (strcmp(what, "check") == 0) return cli_finish(check(o));
    if (strcmp(what, "compile") == 0) return cli_finish(compile(o));
    return wrong_use("lexicon imports, checks or compiles");
}
