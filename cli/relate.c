/* relate.c: the command relate. Lines travel in bundles, as one sentence is too little work to hand over. */
#include "relate.h"

#include "marks.h"

#include <stdlib.h>
#include <string.h>

enum { BUNDLE = 32 };

typedef struct bundle {
    char *line[BUNDLE];
    cli_answer answer[BUNDLE];
    size_t count;
} bundle;

typedef struct run {
    const cli_options *o;
    cli_table *table;
    int column;
    bool (*each)(void *user, const cli_answer *);
    void *user;
} run;

static void *read_bundle(void *user) {
    run *r = user;
    bundle *b = calloc(1, sizeof *b);
    while (b && b->count < BUNDLE && (b->line[b->count] = cli_table_line(r->table))) {
        b->answer[b->count] = (cli_answer){.line = b->line[b->count], .number = r->table->line};
        b->count++;
    }
    if (b && b->count) return b;
    free(b);
    return NULL;
}

static void work_one(const run *r, sg_job *job, cli_answer *a) {
    sg_scheme scheme = r->o->schema && strcmp(r->o->schema, "cameo") == 0 ? SG_CAMEO15 : SG_PLOVER;
    sg_str cell = cli_table_cell(a->line, r->column);
    char *text = malloc(cell.n + 1);
    if (!text || !job) {
        a->broken = "there is no memory for it";
        a->relation = (sg_relation){.type = "CONSULT", .quad = 1};
        free(text);
        return;
    }
    memcpy(text, cell.s, cell.n);
    cli_marked m = cli_take_marks(text, cell.n);
    text[m.n] = 0;
    sg_input in = {.text = {text, m.n}, .date = r->o->date, .form = SG_TEXT};
    sg_pair pair = {.source = (const uint32_t(*)[2])m.span[0],
                    .target = (const uint32_t(*)[2])m.span[1],
                    .source_count = m.count[0],
                    .target_count = m.count[1]};
    a->broken = m.broken;
    a->relation = sg_relate(job, &in, &pair, scheme);
    free(text);
}

static void work_bundle(void *user, sg_job *job, void *p) {
    bundle *b = p;
    for (size_t i = 0; i < b->count; i++) work_one(user, job, &b->answer[i]);
}

static bool write_bundle(void *user, void *p) {
    run *r = user;
    bundle *b = p;
    bool go_on = true;
    for (size_t i = 0; i < b->count; i++) {
        if (go_on) go_on = r->each(r->user, &b->answer[i]);
        free(b->line[i]);
    }
    free(b);
    return go_on && !cli_stopped();
}

int cli_each_relation(const cli_options *o, cli_table *t, bool (*each)(void *user, const cli_answer *), void *user) {
    cli_images im;
    run r = {o, t, cli_table_column(t, "marked_sentence"), each, user};
    if (r.column < 0 || cli_table_column(t, "id") < 0) {
        cli_say("the first line must name the columns id and marked_sentence, parted by tabs");
        return CLI_CANNOT;
    }
    cli_flow f = {&r, read_bundle, work_bundle, write_bundle};
    bool ok = cli_open_images(&im, o) && cli_run_flow(&f, &im, o->jobs);
    cli_close_images(&im);
    if (ok && t->why[0]) cli_say("the input breaks off after line %lu: %s", t->line, t->why);
    return !ok ? CLI_CANNOT : t->why[0] ? CLI_PASSED_OVER : CLI_OK;
}

static bool print_answer(void *user, const cli_answer *a) {
    const int *id = user;
    sg_str name = cli_table_cell(a->line, *id);
    if (a->broken) cli_say("line %lu: %s; a type is given all the same", a->number, a->broken);
    printf("%.*s\t%s\t%d\t%.3f\n", (int)name.n, name.s, a->relation.type, a->relation.quad, a->relation.confidence);
    return !ferror(stdout);
}

int cli_relate(const cli_options *o) {
    cli_table t;
    if (o->file_count > 1) {
        cli_say("relate reads one FILE; see `sagwan help relate`");
        return CLI_CANNOT;
    }
    if (!cli_table_open(&t, o->file_count ? o->files[0] : "-")) {
        cli_say("%s", t.why);
        cli_table_close(&t);
        return CLI_CANNOT;
    }
    int id = cli_table_column(&t, "id");
    puts("id\ttype\tquad\tconfidence");
    int status = cli_each_relation(o, &t, print_answer, &id);
    cli_table_close(&t);
    return cli_finish(status);
}
