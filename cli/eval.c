/* eval.c: the command eval: how near are we to a gold standard? Trees by the CoNLL 2018 measures, relations by
 * accuracy, macro-F1 and accuracy of the quads. */
#include "core/evalud.h"
#include "relate.h"

#include <stdlib.h>
#include <string.h>

/* ---- trees: the gold text is parsed afresh, written as CoNLL-U, read back and compared ---------- */

enum { EVAL_MEMORY = 1 << 30 };

/* The whole file in memory with its "# newdoc" lines made "# newpar": a treebank is one document here, as it is
 * in the shared task. */
static bool read_file(const char *path, sgio_buffer *out, char *why, size_t whyn) {
    char piece[1 << 16];
    long n = 0;
    sgio_source *s = sgio_source_open(path, why, whyn);
    if (!s) return false;
    while ((n = sgio_source_read(s, piece, sizeof piece)) > 0)
        if (!sgio_put(out, piece, (size_t)n)) break;
    if (n) snprintf(why, whyn, "%s: %s", path, n < 0 ? sgio_source_error(s) : "no memory");
    sgio_source_close(s);
    for (char *at = out->s; at && (at = strstr(at, "# newdoc")); at += 8)
        if (at == out->s || at[-1] == '\n') memcpy(at, "# newpar", 8);
    return n == 0;
}

static bool read_trees(const sgio_buffer *bytes, sgio_document *d) {
    sgio_limits all = {.document = (size_t)1 << 28};
    sgio_reader *r = bytes->n ? sgio_open_memory(bytes->s, bytes->n, SGIO_CONLLU, &all) : NULL;
    bool ok = r && sgio_next(r, d) == 1;
    if (r) sgio_close(r);
    return ok;
}

/* Our reading of the gold's raw text, or of its words, as CoNLL-U. */
static sgio_buffer parse_text(const cli_options *o, const sgio_document *gold) {
    cli_images im;
    sgio_buffer out = {0};
    sgio_document plain = {.in = {.text = gold->in.text, .form = SG_TEXT}};
    if (o->given_words) plain.in = gold->in;
    sg_job *job = cli_open_images(&im, o) ? sg_job_new(im.model, im.lexicon) : NULL;
    const sg_result *res = job ? sg_parse(job, &plain.in, &(sg_options){0}) : NULL;
    FILE *f = res && !res->too_large ? open_memstream(&out.s, &out.n) : NULL;
    if (f) sgio_conllu(f, &plain, res);
    if (f) fclose(f);
    if (res && res->too_large) cli_say("the gold text is too large for one document");
    sg_job_free(job);
    cli_close_images(&im);
    return out;
}

static void print_score(const sg_ud_score *s) {
    const struct {
        const char *name;
        double value;
    } rows[] = {{"Tokens", s->tokens}, {"Sentences", s->sentences}, {"Words", s->words}, {"UPOS", s->upos},
                {"UFeats", s->feats},  {"Lemmas", s->lemmas},       {"UAS", s->uas},     {"LAS", s->las}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) printf("%-10s %6.2f\n", rows[i].name, 100 * rows[i].value);
}

static bool compare(const sgio_document *gold, const sgio_document *ours) {
    jmp_buf fail;
    const char *why = "no memory";
    sg_ud_score score;
    sg_arena arena = sg_arena_new(EVAL_MEMORY, &fail);
    bool ok = setjmp(fail) == 0 && sg_evalud(&arena, &gold->in, &ours->in, &score, &why);
    if (ok) print_score(&score);
    else cli_say("the trees cannot be compared: %s", why);
    sg_arena_free(&arena);
    return ok;
}

static int eval_trees(const cli_options *o) {
    char why[600] = "";
    sgio_document gold = {0}, ours = {0};
    sgio_buffer file = {0}, text = {0};
    bool ok = read_file(o->files[0], &file, why, sizeof why);
    if (!ok) cli_say("%s", why);
    if (ok && !(ok = read_trees(&file, &gold))) cli_say("%s: %s", o->files[0], gold.message ? gold.message : "no trees");
    if (ok) text = parse_text(o, &gold);
    ok = ok && read_trees(&text, &ours) && compare(&gold, &ours);
    sgio_document_free(&gold);
    sgio_document_free(&ours);
    free(file.s);
    free(text.s);
    return ok ? CLI_OK : CLI_CANNOT;
}

/* ---- relations --------------------------------------------------------------------------------- */

enum { CLASSES = 64 };

enum { EVEN, ODD, NO_NUMBER };

/* Errors may be read in one half of a set and the other kept unread: halves go by the number that ends the id. */
typedef struct half {
    size_t lines, hits, quad_hits;
} half;

typedef struct counts {
    int id, root, quad;
    char name[CLASSES][24];
    size_t right[CLASSES], gold[CLASSES], said[CLASSES], classes;
    half all, halves[NO_NUMBER];
} counts;

static size_t class_of(counts *c, sg_str name) {
    for (size_t i = 0; i < c->classes; i++)
        if (strlen(c->name[i]) == name.n && memcmp(c->name[i], name.s, name.n) == 0) return i;
    size_t i = c->classes < CLASSES - 1 ? c->classes++ : CLASSES - 1;
    snprintf(c->name[i], sizeof c->name[i], "%.*s", (int)(name.n < 23 ? name.n : 23), name.s);
    return i;
}

static int half_of(sg_str id) {
    bool number = id.n && id.s[id.n - 1] >= '0' && id.s[id.n - 1] <= '9';
    return !number ? NO_NUMBER : (id.s[id.n - 1] - '0') % 2 ? ODD : EVEN;
}

static void count_half(half *h, bool hit, bool quad_hit) {
    h->lines++;
    h->hits += hit;
    h->quad_hits += quad_hit;
}

static bool count_answer(void *user, const cli_answer *a) {
    counts *c = user;
    const char *said = a->relation.type;
    sg_str gold = cli_table_cell(a->line, c->root), quad = cli_table_cell(a->line, c->quad);
    size_t g = class_of(c, gold), s = class_of(c, (sg_str){said, strlen(said)});
    bool quad_hit = quad.n && quad.s[0] - '0' == a->relation.quad;
    int h = half_of(cli_table_cell(a->line, c->id));
    c->gold[g]++;
    c->said[s]++;
    if (g == s) c->right[g]++;
    count_half(&c->all, g == s, quad_hit);
    if (h != NO_NUMBER) count_half(&c->halves[h], g == s, quad_hit);
    return true;
}

static double share(double a, double b) {
    return b > 0 ? a / b : 0;
}

static void print_half(const char *name, const half *h) {
    double n = (double)h->lines;
    if (h->lines)
        printf("%-12s %6zu  accuracy %.3f  quads %.3f\n", name, h->lines, share((double)h->hits, n),
               share((double)h->quad_hits, n));
}

static void print_counts(const counts *c) {
    double sum = 0, classes = 0;
    printf("%-12s %6s %9s %7s %6s\n", "class", "gold", "precision", "recall", "F1");
    for (size_t i = 0; i < c->classes; i++) {
        double p = share((double)c->right[i], (double)c->said[i]), r = share((double)c->right[i], (double)c->gold[i]);
        double f = share(2 * p * r, p + r);
        printf("%-12s %6zu %9.3f %7.3f %6.3f\n", c->name[i], c->gold[i], p, r, f);
        if (c->gold[i]) sum += f, classes += 1;
    }
    double lines = (double)c->all.lines;
    printf("lines        %6zu\n", c->all.lines);
    printf("accuracy     %6.3f\nmacro-F1     %6.3f\nquads        %6.3f\n", share((double)c->all.hits, lines),
           share(sum, classes), share((double)c->all.quad_hits, lines));
    print_half("even ids", &c->halves[EVEN]);
    print_half("odd ids", &c->halves[ODD]);
}

static int eval_relations(const cli_options *o) {
    cli_table t;
    cli_options how = *o;
    if (!how.schema) how.schema = "cameo";
    if (!cli_table_open(&t, o->files[0])) {
        cli_say("%s", t.why);
        cli_table_close(&t);
        return CLI_CANNOT;
    }
    counts c = {
        .id = cli_table_column(&t, "id"), .root = cli_table_column(&t, "root"), .quad = cli_table_column(&t, "quad")};
    int status = CLI_CANNOT;
    if (c.root < 0 || c.quad < 0) cli_say("%s: the first line must name the columns root and quad", o->files[0]);
    else status = cli_each_relation(&how, &t, count_answer, &c);
    cli_table_close(&t);
    if (status != CLI_CANNOT) print_counts(&c);
    return status;
}

int cli_eval(const cli_options *o) {
    if (!o->file_count || (o->file_count > 1 && !o->gold)) {
        cli_say("eval needs one gold file, with --gold one or more; see `sagwan help eval`");
        return CLI_CANNOT;
    }
    if (o->gold) return cli_finish(cli_eval_gold(o));
    return cli_finish(o->relate ? eval_relations(o) : eval_trees(o));
}
