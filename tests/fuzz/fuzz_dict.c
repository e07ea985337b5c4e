/* fuzz_dict.c: any bytes as somebody's dictionary, of each kind that the import reads. Whatever tables come of them
 * must compile: an import whose folder no program opens would be worth nothing.
 *
 * The tables are written to a folder of its own below $TMPDIR. */
#define _GNU_SOURCE
#include "io/io.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { PATH = 4096 };

static const char *const TABLES[] = {
    "world/countries", "world/organs", "world/organisations", "world/holders", "en/roles",    "en/classes", "en/acts",
    "en/operators",    "en/stances",   "en/compose",          "en/contexts",   "en/discards", "codes/cameo"};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

static sgio_buffer load(const char *path) {
    sgio_buffer b = {0};
    char why[600] = "";
    static char piece[1 << 16];
    sgio_source *s = sgio_source_open(path, why, sizeof why);
    if (!s) return b;
    for (long got; (got = sgio_source_read(s, piece, sizeof piece)) > 0;) sgio_put(&b, piece, (size_t)got);
    sgio_source_close(s);
    return b;
}

static void tell(void *user, const sg_complaint *c) {
    (void)user;
    if (c->fatal) fprintf(stderr, "%s:%u: %s\n", c->table, c->line, c->what);
}

/* A lexicon of a few words: the import asks it for countries, roles, codes and verbs of two words, and to go through
 * a whole one for every input would take a hundred times as long. Opened once; it lives as long as the process. */
#define TABLE(name, text) \
    { \
        name, { \
            text, sizeof text - 1 \
        } \
    }
static const sg_lexicon *ours(void) {
    static const sg_table_source small[] = {
        TABLE("world/countries", "form\tcode\tkind\tfrom\tto\tnote\nFrance\tFRA\tname\t\t\t\nLibya\tLBY\tname\t\t\t\n"),
        TABLE("en/roles", "form\tsector\toffice\tcameo\tkind\tnote\nminister\tGOV\t\tGOV\tperson\t\n"
                          "foreign minister\tGOV\tforeign-minister\tGOV\tperson\t\npolice\tCOP\t\tCOP\tgroup\t\n"),
        TABLE("en/acts", "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds\n"
                         "hand over\tv\tAID\t\t070\t\t\t\t\t\nmeet\tv\tCONSULT\t\t040\t\t\t\t\t\n"),
        TABLE("codes/cameo", "code\tgoldstein\tname\ttype\tmode\n040\t1.0\tConsult\tCONSULT\t\n070\t7.0\tAid\tAID\t\n"),
        TABLE("codes/plover", "type\tmode\tscore\tquad\tneeds_recipient\nCONSULT\t\t1\t1\t0\nAID\t\t5\t2\t1\n")};
    static sg_lexicon *l;
    static sg_str image;
    const char *why = "the tables do not compile";
    if (!l && sg_lexicon_compile("few", small, sizeof small / sizeof *small, &image, tell, NULL))
        l = sg_lexicon_open(&image, 1, &why);
    if (!l) fprintf(stderr, "%s\n", why), exit(1);
    return l;
}

static char folder[PATH];

static void sweep(void) {
    char path[PATH + 64];
    for (size_t i = 0; i < TABLE_COUNT; i++) snprintf(path, sizeof path, "%s/%s.tsv", folder, TABLES[i]), unlink(path);
    static const char *const rooms[] = {"world", "en", "codes"};
    snprintf(path, sizeof path, "%s/report.txt", folder), unlink(path);
    for (size_t i = 0; i < 3; i++) snprintf(path, sizeof path, "%s/%s", folder, rooms[i]), rmdir(path);
    rmdir(folder);
}

static void make_folder(void) {
    const char *tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/fuzz_dict.XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(folder)) perror(folder), exit(1);
    atexit(sweep);
}

static void compile(void) {
    sg_table_source at[TABLE_COUNT];
    sgio_buffer text[TABLE_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        char path[PATH + 64];
        snprintf(path, sizeof path, "%s/%s.tsv", folder, TABLES[i]);
        if (access(path, R_OK) != 0) continue;
        text[count] = load(path);
        at[count] = (sg_table_source){TABLES[i], {text[count].s, text[count].n}};
        count++;
    }
    sg_str image = {0};
    if (!sg_lexicon_compile("fuzz", at, count, &image, tell, NULL)) __builtin_trap();
    free((char *)image.s);
    for (size_t i = 0; i < count; i++) free(text[i].s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    static const char *const kinds[] = {NULL, "actors", "agents", "verbs", "discards", "issues", "holders"};
    static FILE *nowhere;
    if (!nowhere) nowhere = fopen("/dev/null", "w"), make_folder();
    if (!nowhere || !n) return 0;
    int file = memfd_create("dictionary", 0);
    if (file < 0 || write(file, data + 1, n - 1) != (ssize_t)(n - 1)) return close(file), 0;
    char path[64], err[600];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    sgio_dict_style style = {.own_codes = data[0] & 1, .alone = data[0] & 2};
    sgio_dict *d = sgio_dict_new(ours(), &style);
    if (d && sgio_dict_read(d, path, kinds[(data[0] >> 2) % 7], err, sizeof err) &&
        sgio_dict_write(d, folder, err, sizeof err)) {
        sgio_dict_summary(d, nowhere);
        if (sgio_dict_rows(d)) compile();
    }
    sgio_dict_free(d);
    close(file);
    return 0;
}
