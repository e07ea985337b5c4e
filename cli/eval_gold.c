/* eval_gold.c: eval --gold: how near are our records to labelled ones? One item a line (gold/README.md), a sentence or a
 * document; gold and our records of an item are matched one to one, so that a record is right at most once. A gold record
 * may have other readings that are as good (`alt`), and may be one that need not come out (`optional`): it costs nothing
 * where it is missing, and gives nothing where it is found. */
#include "cli.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 512, BINS = 10, CLASSES = 160, RARE = 20 };

typedef struct class_count {
    char name[48];
    size_t gold, said, right;
} class_count;

typedef struct table {
    class_count row[CLASSES];
    size_t count;
} table;

typedef struct verdict {
    double confidence;
    bool right;
} verdict;

typedef struct tally {
    size_t items, gold, said, strict, lenient, strict_spare, lenient_spare, empty, empty_hit, empty_said, broken, cut;
    size_t quiet, quiet_hit; /* sentences of documents in which nothing is labelled */
    table modes, realis, contexts;
    size_t bin[BINS], bin_right[BINS];
    double bin_sum[BINS], bin_spread[BINS], brier;
    verdict *verdicts;
    size_t verdict_cap;
    bool usual; /* count what code gives without --all */
    FILE *clues, *others;
} tally;

static class_count *class_of(table *t, const char *name) {
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->row[i].name, name) == 0) return &t->row[i];
    size_t i = t->count < CLASSES - 1 ? t->count++ : CLASSES - 1;
    snprintf(t->row[i].name, sizeof t->row[i].name, "%s", name);
    return &t->row[i];
}

static bool same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static const char *word(const json_t *o, const char *key) {
    return json_string_value(json_object_get(o, key));
}

/* ---- when is a record right? ------------------------------------------------------------------- */

static bool is_party(const json_t *g, const sg_entity *e, bool strict) {
    return same(word(g, "country"), e->country) && (!strict || same(word(g, "sector"), e->sector));
}

/* Strict: the same set of country and sector. Lenient: one country shared, or nobody on either side. */
static bool side_agrees(const json_t *gold, const sg_entity *e, size_t n, bool strict) {
    size_t hits = 0, found = 0, count = json_array_size(gold);
    if (!count || !n) return count == n;
    for (size_t i = 0; i < count; i++) {
        bool hit = false;
        for (size_t k = 0; k < n && !hit; k++) hit = is_party(json_array_get(gold, i), &e[k], strict);
        hits += hit;
    }
    if (!strict) return hits > 0;
    for (size_t k = 0; k < n; k++) {
        bool hit = false;
        for (size_t i = 0; i < count && !hit; i++) hit = is_party(json_array_get(gold, i), &e[k], true);
        found += hit;
    }
    return hits == count && found == n;
}

static bool reading_agrees(const json_t *g, const sg_act *a, bool strict) {
    return same(word(g, "type"), a->type) && side_agrees(json_object_get(g, "actor"), a->actors, a->actor_count, strict) &&
           side_agrees(json_object_get(g, "recipient"), a->recipients, a->recipient_count, strict);
}

/* The reading of a gold record that ours agrees with: its own, or the first of the others; NULL if there is none. */
static const json_t *agreed(const json_t *g, const sg_act *a, bool strict) {
    const json_t *others = json_object_get(g, "alt");
    if (reading_agrees(g, a, strict)) return g;
    for (size_t i = 0; i < json_array_size(others); i++)
        if (reading_agrees(json_array_get(others, i), a, strict)) return json_array_get(others, i);
    return NULL;
}

/* ---- one-to-one matching ------------------------------------------------------------------------ */

typedef struct match {
    json_t *gold[SIDE]; /* the optional ones last */
    const sg_record *said[SIDE];
    size_t golds, needed, saids;
    int of_said[SIDE]; /* the gold record of each of ours, or -1 */
    bool seen[SIDE];
} match;

/* An augmenting path from gold g (Kuhn): as many pairs as there can be. */
static bool augment(match *m, size_t g, bool strict) {
    for (size_t k = 0; k < m->saids; k++) {
        if (m->seen[k] || !agreed(m->gold[g], &m->said[k]->act, strict)) continue;
        m->seen[k] = true;
        if (m->of_said[k] >= 0 && !augment(m, (size_t)m->of_said[k], strict)) continue;
        m->of_said[k] = (int)g;
        return true;
    }
    return false;
}

/* What must come out goes first: no optional record takes ours away from it. `spare` counts ours that match those. */
static size_t pair_up(match *m, bool strict, size_t *spare) {
    size_t pairs = 0;
    for (size_t k = 0; k < SIDE; k++) m->of_said[k] = -1;
    for (size_t g = 0; g < m->golds; g++) {
        memset(m->seen, 0, sizeof m->seen);
        if (!augment(m, g, strict)) continue;
        if (g < m->needed) pairs++;
        else ++*spare;
    }
    return pairs;
}

/* ---- what matched records say further ------------------------------------------------------------ */

static bool has(const json_t *list, const char *name) {
    for (size_t i = 0; i < json_array_size(list); i++)
        if (same(json_string_value(json_array_get(list, i)), name)) return true;
    return false;
}

static bool said_mode(const sg_act *a, const char *name, const json_t *accepted) {
    for (size_t i = 0; i < a->mode_count; i++)
        if (same(a->modes[i], name) || has(accepted, a->modes[i])) return true;
    return false;
}

static void count_gold_mode(table *t, const json_t *g, const sg_act *a, const char *name) {
    char full[48];
    snprintf(full, sizeof full, "%s/%s", a->type, name);
    class_count *c = class_of(t, full);
    bool right = said_mode(a, name, json_object_get(g, "accept_mode"));
    c->gold++;
    c->right += right;
    c->said += right;
}

static void count_modes(table *t, const json_t *g, const sg_act *a) {
    const json_t *also = json_object_get(g, "mode_also"), *accepted = json_object_get(g, "accept_mode");
    const char *mode = word(g, "mode");
    if (mode) count_gold_mode(t, g, a, mode);
    for (size_t i = 0; i < json_array_size(also); i++) {
        const char *more = json_string_value(json_array_get(also, i));
        if (more) count_gold_mode(t, g, a, more);
    }
    for (size_t i = 0; i < a->mode_count; i++) {
        char full[48];
        snprintf(full, sizeof full, "%s/%s", a->type, a->modes[i]);
        if (!same(mode, a->modes[i]) && !has(also, a->modes[i]) && !has(accepted, a->modes[i])) class_of(t, full)->said++;
    }
}

static void count_contexts(table *t, const json_t *g, const sg_act *a) {
    const json_t *list = json_object_get(g, "contexts");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));
        if (name) class_of(t, name)->gold++;
    }
    for (size_t i = 0; i < a->context_count; i++) {
        class_count *c = class_of(t, a->contexts[i]);
        c->said++;
        c->right += has(list, a->contexts[i]);
    }
}

static void count_realis(table *t, const json_t *g, const sg_act *a) {
    const char *gold = word(g, "realis"), *said = a->realis ? a->realis : "-";
    class_of(t, gold ? gold : "-")->gold++;
    class_of(t, said)->said++;
    if (same(gold, said)) class_of(t, said)->right++;
}

/* Before t->said counts this item's records; `at` is the record's number among all. */
static void count_confidence(tally *t, size_t at, double c, bool right) {
    c = c < 0 ? 0 : c > 1 ? 1 : c;
    if (at >= t->verdict_cap) {
        t->verdict_cap = 2 * at + 64;
        verdict *more = realloc(t->verdicts, t->verdict_cap * sizeof *more);
        if (!more) abort();
        t->verdicts = more;
    }
    t->verdicts[at] = (verdict){c, right};
    size_t b = c >= 1 ? BINS - 1 : (size_t)(c * BINS);
    t->bin[b]++;
    t->bin_right[b] += right;
    t->bin_sum[b] += c;
    t->bin_spread[b] += c * (1 - c);
    t->brier += (c - right) * (c - right);
}

/* ---- one item ------------------------------------------------------------------------------------ */

static void add_gold(tally *t, match *m, const json_t *events, bool optional) {
    for (size_t i = 0; i < json_array_size(events); i++) {
        json_t *g = json_array_get(events, i);
        if (!word(g, "type") || json_is_true(json_object_get(g, "optional")) != optional) continue;
        if (m->golds < SIDE) m->gold[m->golds++] = g;
        else t->cut++;
    }
    if (!optional) m->needed = m->golds;
}

static void add_said(tally *t, match *m, const sg_result *res) {
    for (size_t i = 0; res && i < res->record_count; i++) {
        const sg_record *r = &res->records[i];
        if (strcmp(r->kind, "event") != 0 || !r->act.type) continue;
        if (m->saids < SIDE) m->said[m->saids++] = r;
        else t->cut++;
    }
}

static void put_clues(FILE *f, const char *item, const sg_record *r, bool right, bool nearly) {
    fprintf(f, "%s\t%zu\t%d\t%d\t%.3f\t%s\n", item ? item : "-", r->act.trigger.start, right, nearly, r->confidence, r->clues);
}

static void put_parties(FILE *f, const sg_entity *e, size_t n) {
    for (size_t i = 0; i < n; i++)
        fprintf(f, "%s%s/%s", i ? ";" : "", e[i].country ? e[i].country : "-", e[i].sector ? e[i].sector : "-");
}

static void put_others(FILE *f, const char *item, const sg_record *r) {
    const sg_span *w = &r->act.trigger;
    fprintf(f, "%s\t%d\t%zu\t%zu\t%s\t", item ? item : "-", w->in_title, w->start, w->end, r->act.type);
    put_parties(f, r->act.actors, r->act.actor_count);
    fputc('\t', f);
    put_parties(f, r->act.recipients, r->act.recipient_count);
    fprintf(f, "\t%s\n", r->others);
}

static void count_item(tally *t, match *m, const char *item) {
    t->items++;
    t->gold += m->needed;
    t->said += m->saids;
    if (!m->golds) t->empty++, t->empty_hit += m->saids > 0, t->empty_said += m->saids;
    t->strict += pair_up(m, true, &t->strict_spare);
    bool right[SIDE];
    for (size_t k = 0; k < m->saids; k++) {
        count_confidence(t, t->said - m->saids + k, m->said[k]->confidence, m->of_said[k] >= 0);
        right[k] = m->of_said[k] >= 0;
        if (t->others && m->said[k]->others) put_others(t->others, item, m->said[k]);
    }
    t->lenient += pair_up(m, false, &t->lenient_spare);
    for (size_t k = 0; t->clues && k < m->saids; k++) put_clues(t->clues, item, m->said[k], right[k], m->of_said[k] >= 0);
    for (size_t k = 0; k < m->saids; k++) {
        if (m->of_said[k] < 0 || (size_t)m->of_said[k] >= m->needed) continue;
        const json_t *g = agreed(m->gold[m->of_said[k]], &m->said[k]->act, false);
        count_modes(&t->modes, g, &m->said[k]->act);
        count_realis(&t->realis, g, &m->said[k]->act);
        count_contexts(&t->contexts, g, &m->said[k]->act);
    }
}

/* Sentences of a document are [first code point, end, labelled records]; a title is none of them. */
static void count_quiet(tally *t, const match *m, const json_t *sentences) {
    for (size_t i = 0; i < json_array_size(sentences); i++) {
        const json_t *s = json_array_get(sentences, i);
        size_t start = (size_t)json_integer_value(json_array_get(s, 0)),
               end = (size_t)json_integer_value(json_array_get(s, 1));
        bool hit = false;
        if (json_integer_value(json_array_get(s, 2))) continue;
        for (size_t k = 0; k < m->saids && !hit; k++) {
            const sg_span *w = &m->said[k]->act.trigger;
            hit = !w->in_title && w->start >= start && w->start < end;
        }
        t->quiet++;
        t->quiet_hit += hit;
    }
}

static sg_str string_of(const json_t *o) {
    return json_is_string(o) ? (sg_str){json_string_value(o), json_string_length(o)} : (sg_str){0};
}

static bool score_line(tally *t, sg_job *job, const char *line, size_t n) {
    json_t *item = json_loadb(line, n, 0, NULL);
    const json_t *text = json_object_get(item, "text"), *events = json_object_get(item, "events");
    bool ok = json_is_string(text) && json_is_array(events);
    if (ok) {
        match m = {0};
        sg_input in = {.text = string_of(text),
                       .title = string_of(json_object_get(item, "title")),
                       .id = word(item, "id"),
                       .date = word(item, "date"),
                       .form = same(word(item, "form"), "transcript") ? SG_TRANSCRIPT : SG_TEXT};
        add_gold(t, &m, events, false);
        add_gold(t, &m, events, true);
        add_said(t, &m, sg_code(job, &in, &(sg_options){.clues = t->clues || t->others, .usual = t->usual}));
        count_item(t, &m, in.id);
        count_quiet(t, &m, json_object_get(item, "sentences"));
    } else t->broken++;
    json_decref(item);
    return ok;
}

/* ---- the figures --------------------------------------------------------------------------------- */

static double share(double a, double b) {
    return b > 0 ? a / b : 0;
}

static void print_records(const char *name, const tally *t, size_t right, size_t spare) {
    double p = share((double)right, (double)(t->said - spare)), r = share((double)right, (double)t->gold);
    printf("%-16s precision %.3f  recall %.3f  F1 %.3f\n", name, p, r, share(2 * p * r, p + r));
}

static void print_macro(const char *name, const table *t, size_t least) {
    double sum = 0, n = 0;
    for (size_t i = 0; i < t->count; i++) {
        const class_count *c = &t->row[i];
        if (c->gold < least) continue;
        sum += share(2 * (double)c->right, (double)(c->gold + c->said));
        n += 1;
    }
    printf("%-16s macro-F1 %.3f  over %.0f classes\n", name, share(sum, n), n);
}

static int surest_first(const void *a, const void *b) {
    const verdict *x = a, *y = b;
    return x->confidence > y->confidence ? -1 : x->confidence < y->confidence;
}

/* Of the surest records that hold half of all that are right, how many are right? Records equally sure count together. */
static double at_half_recall(const tally *t) {
    size_t right = 0, all = 0, seen = 0;
    for (size_t i = 0; i < t->said; i++) all += t->verdicts[i].right;
    qsort(t->verdicts, t->said, sizeof *t->verdicts, surest_first);
    while (seen < t->said && 2 * right < all) {
        double c = t->verdicts[seen].confidence;
        for (; seen < t->said && t->verdicts[seen].confidence >= c; seen++) right += t->verdicts[seen].right;
    }
    return share((double)right, (double)seen);
}

/* How far the confidence of ten bins is from the share that is right, weighted by records; and how far it would be in
 * the mean, by the luck of so few records alone, if each confidence were the very chance to be right: in a bin the sum of
 * such draws spreads nearly normally, and lies sqrt(2/pi) of its spread from its mean. */
static void print_calibration(const tally *t) {
    static const double half_normal = 0.7978845608028654; /* sqrt(2/pi) */
    double error = 0, luck = 0;
    for (size_t b = 0; b < BINS; b++) {
        error += fabs(t->bin_sum[b] - (double)t->bin_right[b]);
        luck += half_normal * sqrt(t->bin_spread[b]);
    }
    double n = (double)t->said;
    printf("confidence       calibration error %.3f (by luck alone %.3f)  Brier %.3f  precision at half the recall %.3f\n",
           share(error, n), share(luck, n), share(t->brier, n), at_half_recall(t));
}

static void print_tally(const tally *t) {
    printf("items %zu  gold records %zu  our records %zu\n", t->items, t->gold, t->said);
    if (t->gold) {
        print_records("records strict", t, t->strict, t->strict_spare);
        print_records("records lenient", t, t->lenient, t->lenient_spare);
        print_macro("modes", &t->modes, 1);
        print_macro("realis", &t->realis, 1);
        print_macro("contexts", &t->contexts, RARE);
    }
    if (t->empty)
        printf("without event    %zu items, %.3f of them with a record; %.1f records in 100\n", t->empty,
               share((double)t->empty_hit, (double)t->empty), 100 * share((double)t->empty_said, (double)t->empty));
    if (t->quiet)
        printf("quiet sentences  %zu, %.3f of them with a record\n", t->quiet,
               share((double)t->quiet_hit, (double)t->quiet));
    print_calibration(t);
}

static bool open_to_write(FILE **f, const char *name) {
    if (name && !(*f = fopen(name, "w"))) cli_say("%s cannot be written", name);
    return !name || *f;
}

static bool close_written(FILE *f, const char *name) {
    bool ok = !f || fclose(f) == 0;
    if (!ok) cli_say("%s was not written whole", name);
    return ok;
}

/* Adds the items of a file; false where it cannot be read or has none. */
static bool score_file(tally *t, sg_job *job, const char *name) {
    char *line = NULL;
    size_t cap = 0, before = t->items;
    ssize_t n = 0;
    FILE *f = fopen(name, "rb");
    if (!f) return cli_say("%s cannot be read", name), false;
    for (unsigned long at = 1; !cli_stopped() && (n = getline(&line, &cap, f)) > 0; at++)
        if (!score_line(t, job, line, (size_t)n)) cli_say("%s:%lu: no item with text and events", name, at);
    bool ok = !ferror(f) && t->items > before;
    if (!ok) cli_say("%s: there are no items in it", name);
    free(line);
    fclose(f);
    return ok;
}

int cli_eval_gold(const cli_options *o) {
    cli_images im;
    tally *t = calloc(1, sizeof *t);
    if (t && (!open_to_write(&t->clues, o->clues) || !open_to_write(&t->others, o->others))) return free(t), CLI_CANNOT;
    sg_job *job = cli_open_images(&im, o) && t ? sg_job_new(im.model, im.lexicon) : NULL;
    bool ok = job;
    if (job) t->usual = !o->all;
    for (size_t i = 0; ok && i < o->file_count; i++) ok = score_file(t, job, o->files[i]);
    if (ok && t->cut) cli_say("%zu records beyond %d of an item are left out", t->cut, SIDE);
    if (ok) print_tally(t);
    int status = !ok ? CLI_CANNOT : t->broken || t->cut ? CLI_PASSED_OVER : CLI_OK;
    sg_job_free(job);
    cli_close_images(&im);
    if (t && !close_written(t->clues, o->clues)) status = CLI_CANNOT;
    if (t && !close_written(t->others, o->others)) status = CLI_CANNOT;
    if (t) free(t->verdicts);
    free(t);
    return status;
}
