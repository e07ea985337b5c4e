/* code.c: documents in; records, trees, places, days and parties out: the commands code, explain, parse, places,
 * mentions and add.
 *
 * They differ in what a worker makes of a document (lines, trees, words) and in where the writer puts it
 * (standard output, the store); reading, order, messages and statuses are the same for all. */
#include "explain.h"
#include "flow.h"
#include "io/io.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A batch is one transaction of the store: as many documents as a person is ready to lose to a power cut. */
enum { BATCH = 256 };

typedef enum form { JSONL, CSV, TABLE, WORDS, TREES, PLACES, STORE, NAMED, NAMED_TABLE } form;

typedef struct item {
    sgio_document doc;
    char *out; /* what the worker made: lines for standard output or for the store */
    size_t n;
    char *key, *id, *notes;
    size_t records;
    const char *passed; /* why the document gives nothing, NULL where it does */
    char *unopened;     /* the file could not be opened: the whole message */
} item;

typedef struct run {
    const cli_options *o;
    form form;
    sgio_style style;
    const char *layers[CLI_LAYERS];
    char *made_by;
    size_t file;
    sgio_reader *reader;
    sg_store *store;
    const char *store_path;
    size_t documents, records, passed, unopened, fates[SG_STORE_RECODED + 1], batch;
    bool usual;   /* leave out what mostly is none */
    double least; /* confidence */
    bool failed, progress;
    struct timespec shown;
} run;

/* ---- reading ----------------------------------------------------------------------------------- */

static item *unopened(const char *path, const char *why) {
    item *it = calloc(1, sizeof *it);
    size_t n = strlen(path) + strlen(why) + 40;
    if (!it || !(it->unopened = malloc(n))) return free(it), NULL;
    snprintf(it->unopened, n, strstr(why, path) ? "%.0s%s" : "%s cannot be read: %s", path, why);
    return it;
}

/* Open the next operand. NULL: all is well or there is none; else an item that says why not. */
static item *open_next(run *r) {
    char why[600] = "";
    const char *path = r->o->file_count ? r->o->files[r->file] : "-";
    int format = sgio_format_of(r->o->from ? r->o->from : "auto");
    r->file++;
    r->reader = sgio_open(path, (sgio_format)format, NULL, why, sizeof why);
    return r->reader ? NULL : unopened(path, why);
}

static void *read_item(void *user) {
    run *r = user;
    size_t files = r->o->file_count ? r->o->file_count : 1;
    for (;;) {
        if (!r->reader && r->file >= files) return NULL;
        item *bad = r->reader ? NULL : open_next(r);
        if (bad || !r->reader) return bad;
        item *it = calloc(1, sizeof *it);
        int got = it ? sgio_next(r->reader, &it->doc) : 0;
        if (got < 0) it->passed = it->doc.message ? it->doc.message : "cannot be read";
        if (got > 0 && !it->doc.in.date) it->doc.in.date = r->o->date;
        if (got) return it;
        free(it);
        sgio_close(r->reader);
        r->reader = NULL;
    }
}

/* ---- working ----------------------------------------------------------------------------------- */

static void put_record(const run *r, FILE *f, const item *it, const sg_result *res, const sg_record *rec) {
    switch (r->form) {
    case CSV: sgio_record_csv(f, &it->doc, res, rec, &r->style); break;
    case TABLE: sgio_record_table(f, &it->doc, res, rec, &r->style); break;
    case WORDS: cli_explain(f, &it->doc, res, rec, &r->style); break;
    case TREES:
    case PLACES:
    case NAMED:
    case NAMED_TABLE: break;
    case JSONL:
    case STORE: sgio_record_json(f, &it->doc, res, rec, &r->style);
    }
}

static void keep_notes(item *it, const sg_result *res) {
    size_t n = 0;
    FILE *f = res->note_count ? open_memstream(&it->notes, &n) : NULL;
    for (size_t i = 0; f && i < res->note_count; i++) fprintf(f, "%s%s", i ? "; " : "", res->notes[i]);
    if (f) fclose(f);
}

static const sg_result *read_document(const run *r, sg_job *job, const sg_input *in) {
    sg_options how = {.explain = r->style.explain,
                      .statements = r->o->statements,
                      .reparse = r->o->reparse,
                      .entities = r->o->entities,
                      .usual = r->usual,
                      .least = r->least};
    switch (r->form) {
    case TREES: return sg_parse(job, in, &how);
    case PLACES: return sg_places(job, in, &how);
    case NAMED:
    case NAMED_TABLE: return sg_read_mentions(job, in, &how);
    default: return sg_code(job, in, &how);
    }
}

static void work_item(void *user, sg_job *job, void *p) {
    const run *r = user;
    item *it = p;
    if (it->passed || it->unopened) return;
    const sg_result *res = job ? read_document(r, job, &it->doc.in) : NULL;
    if (!res || res->too_large) it->passed = "it needs more memory than a document may have";
    else if (res->foreign) it->passed = "in a language that is not read yet";
    FILE *f = it->passed ? NULL : open_memstream(&it->out, &it->n);
    if (!f) {
        if (!it->passed) it->passed = "no memory";
        return;
    }
    if (r->form == TREES) sgio_conllu(f, &it->doc, res);
    for (size_t i = 0; i < res->place_count; i++) sgio_place_json(f, res, &res->places[i]);
    for (size_t i = 0; i < res->record_count; i++) put_record(r, f, it, res, &res->records[i]);
    for (size_t i = 0; i < res->mentioned_count; i++)
        r->form == NAMED ? sgio_mentioned_json(f, res, &res->mentioned[i])
                         : sgio_mentioned_table(f, res, &res->mentioned[i]);
    it->records = res->record_count;
    if (res->key) it->key = strdup(res->key);
    if (res->doc) it->id = strdup(res->doc);
    keep_notes(it, res);
    if (fclose(f) != 0) it->passed = "no memory";
}

/* ---- writing ----------------------------------------------------------------------------------- */

static void show_progress(run *r, bool last) {
    struct timespec now;
    if (!r->progress) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double since = (double)(now.tv_sec - r->shown.tv_sec) + (double)(now.tv_nsec - r->shown.tv_nsec) / 1e9;
    if (last) fputs("\r\033[K", stderr);
    else if (since > 0.2) {
        fprintf(stderr, "\r%zu documents, %zu records\033[K", r->documents, r->records);
        r->shown = now;
    }
}

static bool store_failed(run *r) {
    cli_say("%s could not be written: %s", r->store_path, sg_store_why(r->store));
    r->failed = true;
    return false;
}

static bool commit(run *r) {
    if (!r->batch) return true;
    r->batch = 0;
    return sg_store_commit(r->store) || store_failed(r);
}

static bool store_item(run *r, const item *it) {
    const sg_input *in = &it->doc.in;
    sg_store_document d = {.key = it->key ? it->key : "",
                           .id = it->id ? it->id : "",
                           .date = in->date,
                           .source = in->source,
                           .title = in->title.n ? in->title.s : NULL,
                           .lang = in->lang,
                           .url = in->url,
                           .text = in->text,
                           .headline = in->title,
                           .made_by = r->made_by,
                           .records = {it->out, it->n}};
    if (!r->batch && !sg_store_begin(r->store)) return store_failed(r);
    sg_store_fate fate = sg_store_add(r->store, &d);
    r->fates[fate]++;
    r->batch++;
    if (fate == SG_STORE_FAILED) return store_failed(r);
    return r->batch < BATCH || commit(r);
}

static bool write_item(void *user, void *p) {
    run *r = user;
    item *it = p;
    bool go_on = true;
    if (r->progress && (it->unopened || it->passed || it->notes || it->doc.note)) show_progress(r, true);
    if (it->unopened) r->unopened++, cli_say("%s", it->unopened);
    else if (it->passed) r->passed++, cli_say("%s: %s; passed over", it->doc.place ? it->doc.place : "input", it->passed);
    else r->documents++;
    if (it->doc.note && !it->passed) cli_say("%s: note: %s", it->doc.place, it->doc.note);
    if (it->notes) cli_say("%s: note: %s", it->doc.place, it->notes);
    if (r->form == STORE && !it->passed && !it->unopened) go_on = store_item(r, it);
    if (r->form != STORE && it->n) go_on = fwrite(it->out, 1, it->n, stdout) == it->n;
    r->records += it->records;
    show_progress(r, false);
    sgio_document_free(&it->doc);
    free(it->out);
    free(it->key);
    free(it->id);
    free(it->notes);
    free(it->unopened);
    free(it);
    return go_on && !cli_stopped();
}

/* ---- the commands ------------------------------------------------------------------------------ */

static form form_of(const cli_options *o) {
    if (strcmp(o->command, "parse") == 0) return TREES;
    if (strcmp(o->command, "places") == 0) return PLACES;
    if (strcmp(o->command, "add") == 0) return STORE;
    const char *to = o->to ? o->to : isatty(STDOUT_FILENO) ? "table" : "jsonl";
    if (strcmp(o->command, "mentions") == 0) return strcmp(to, "table") == 0 ? NAMED_TABLE : NAMED;
    if (strcmp(o->command, "explain") == 0 && (!o->to || strcmp(to, "table") == 0)) return WORDS;
    return strcmp(to, "table") == 0 ? TABLE : strcmp(to, "csv") == 0 ? CSV : JSONL;
}

/* Versions as one JSON object: what makes two readings of a text the same reading. */
static char *made_by_of(const sgio_style *y) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    if (!f) return NULL;
    fprintf(f, "{\"program\":\"%s\",\"model\":\"%s\",\"lexicon\":[", y->program, y->model);
    for (size_t i = 0; i < y->layer_count; i++) fprintf(f, "%s\"%s\"", i ? "," : "", y->layers[i]);
    fputs("]}", f);
    fclose(f);
    return s;
}

/* --all, --precision: how sure must a record be? What it was measured on goes with the answer. */
static bool set_least(run *r, const cli_images *im) {
    sg_precision p;
    r->usual = !r->o->all && !r->o->precision;
    if (!r->o->precision) return true;
    bool reached = sg_precision_for(im->lexicon, strtod(r->o->precision, NULL), &p);
    if (!reached) cli_say("--precision %s: no confidence gives that; the most is %.3f", r->o->precision, p.share);
    else if (!r->o->quiet)
        cli_say("records of confidence %.3f or more: %.3f of them were right (%.3f to %.3f), %.0f in 100 of all records",
                p.least, p.share, p.low, p.high, 100 * p.kept);
    r->least = p.least;
    return reached;
}

static void set_style(run *r, const cli_images *im) {
    r->style = (sgio_style){.no_text = r->o->no_text,
                            .pairs = r->o->pairs,
                            .program = SG_VERSION,
                            .explain = r->o->explain || r->form == WORDS || strcmp(r->o->command, "explain") == 0,
                            .model = sg_model_version(im->model),
                            .layers = r->layers};
    for (size_t i = 0; i < sg_lexicon_layers(im->lexicon); i++)
        r->layers[r->style.layer_count++] = sg_lexicon_layer_version(im->lexicon, i);
    r->made_by = made_by_of(&r->style);
    r->progress = isatty(STDERR_FILENO) && !r->o->quiet && (r->form == STORE || !isatty(STDOUT_FILENO));
}

static void summary(const run *r) {
    if (r->form != STORE || r->o->quiet) return;
    fprintf(stderr, "%zu documents new, %zu revised, %zu read again, %zu known; %zu records read; %zu passed over\n",
            r->fates[SG_STORE_NEW], r->fates[SG_STORE_REVISED], r->fates[SG_STORE_RECODED], r->fates[SG_STORE_KNOWN],
            r->records, r->passed + r->unopened);
}

static int go(run *r) {
    cli_images im;
    if (!cli_open_images(&im, r->o)) return cli_close_images(&im), CLI_CANNOT;
    set_style(r, &im);
    if (!set_least(r, &im)) return cli_close_images(&im), CLI_CANNOT;
    if (r->form == CSV) sgio_record_csv_header(stdout, &r->style);
    if (r->form == TABLE) sgio_table_header(stdout);
    cli_flow f = {r, read_item, work_item, write_item};
    bool ok = cli_run_flow(&f, &im, r->o->jobs);
    sgio_close(r->reader);
    show_progress(r, true);
    if (r->form == STORE && ok && !r->failed) ok = commit(r);
    summary(r);
    free(r->made_by);
    cli_close_images(&im);
    size_t files = r->o->file_count ? r->o->file_count : 1;
    if (!ok || r->failed || r->unopened == files) return CLI_CANNOT;
    return r->passed || r->unopened ? CLI_PASSED_OVER : CLI_OK;
}

static int add(const cli_options *o) {
    char why[SG_STORE_WHY];
    if (o->file_count == 0) {
        cli_say("add needs a store to add to; see `sagwan help add`");
        return CLI_CANNOT;
    }
    cli_options rest = *o; /* the first operand is the store */
    rest.files++;
    rest.file_count--;
    run r = {.o = &rest, .form = STORE, .store_path = o->files[0]};
    r.store = sg_store_open(o->files[0], true, why);
    if (!r.store) cli_say("%s", why);
    int status = r.store ? go(&r) : CLI_CANNOT;
    sg_store_close(r.store);
    return status;
}

int cli_code(const cli_options *o) {
    if (strcmp(o->command, "mentions") == 0 && o->to && strcmp(o->to, "csv") == 0) {
        cli_say("mentions writes table or jsonl");
        return CLI_CANNOT;
    }
    if (strcmp(o->command, "add") == 0) return cli_finish(add(o));
    run r = {.o = o, .form = form_of(o)};
    return cli_finish(go(&r));
}
