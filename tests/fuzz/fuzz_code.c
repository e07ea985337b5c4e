/* fuzz_code.c: the whole way: any bytes as a document of any format, coded, and every output written.
 *
 * Needs the images: $SAGWAN_HOME/en.model, en.lexicon and world.gazetteer, as tests/run.py sets it. */
#include "io/io.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static sg_str load(const char *name) {
    char path[4096];
    sgio_buffer b = {0};
    char why[600] = "";
    static char piece[1 << 16];
    const char *home = getenv("SAGWAN_HOME");
    snprintf(path, sizeof path, "%s/%s", home ? home : "build", name);
    sgio_source *s = sgio_source_open(path, why, sizeof why);
    if (!s) fprintf(stderr, "%s\n", why), exit(1);
    for (long got; (got = sgio_source_read(s, piece, sizeof piece)) > 0;) sgio_put(&b, piece, (size_t)got);
    sgio_source_close(s);
    return (sg_str){b.s, b.n};
}

/* Opened once; they live as long as the process. */
static sg_job *job(void) {
    static sg_job *j;
    const char *why = "";
    if (j) return j;
    static sg_str model, lexicon[2];
    model = load("en.model");
    lexicon[0] = load("en.lexicon");
    lexicon[1] = load("world.gazetteer");
    sg_model *m = sg_model_open(model.s, model.n, &why);
    sg_lexicon *l = m ? sg_lexicon_open(lexicon, 2, &why) : NULL;
    if (l) j = sg_job_new(m, l);
    if (!j) fprintf(stderr, "%s\n", why), exit(1);
    return j;
}

static void code(const sgio_document *d, FILE *f) {
    sgio_style style = {.explain = true, .pairs = true, .program = SG_VERSION, .model = "m"};
    sg_options how = {.explain = true, .statements = true, .trees = true};
    const sg_result *r = sg_code(job(), &d->in, &how);
    for (size_t i = 0; i < r->record_count; i++) {
        sgio_record_json(f, d, r, &r->records[i], &style);
        sgio_record_csv(f, d, r, &r->records[i], &style);
        sgio_record_table(f, d, r, &r->records[i], &style);
    }
    sgio_conllu(f, d, r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    static FILE *out;
    if (!out) out = fopen("/dev/null", "w");
    if (!out || n == 0) return 0;
    sgio_limits limits = {1 << 14};
    sgio_reader *r = sgio_open_memory(data + 1, n - 1, (sgio_format)(data[0] % 5), &limits);
    sgio_document d;
    for (int got, left = 4; r && left-- && (got = sgio_next(r, &d)) != 0; sgio_document_free(&d))
        if (got > 0) code(&d, out);
    if (r) sgio_close(r);
    return 0;
}
