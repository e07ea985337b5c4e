/* records.c: records as JSON, CSV and a table for people. JSON is the record; the other two are made from
 * it, so that a store that keeps the line can show it in every form. Key order: docs/record.schema.json. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "io.h"

enum { WIDTH = 100, DIGITS = 6 };
#define FLAGS (JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(DIGITS))

/* ---- to JSON ------------------------------------------------------------------------------------ */

static void put(json_t *o, const char *key, json_t *v) {
    json_object_set_new(o, key, v ? v : json_null());
}
static json_t *word(const char *s) {
    return s ? json_string(s) : json_null();
}
static json_t *words(sg_str s) {
    return s.s ? json_stringn(s.s, s.n) : json_null();
}
static json_t *count(size_t n) {
    return json_integer((json_int_t)n);
}
/* A number as it is read back from its six digits; whole ones without a point. */
static json_t *real(double x) {
    return x > -1e6 && x < 1e15 && x == (double)(json_int_t)x ? json_integer((json_int_t)x) : json_real(x);
}

static void put_span(json_t *o, const sg_span *s) {
    put(o, "text", words(s->text));
    put(o, "start", s->text.s ? count(s->start) : NULL);
    put(o, "end", s->text.s ? count(s->end) : NULL);
    if (s->in_title && s->text.s) put(o, "in", json_string("title"));
}

static json_t *span(const sg_span *s) {
    if (!s->text.s) return json_null();
    json_t *o = json_object();
    put_span(o, s);
    return o;
}

static json_t *entity(const sg_entity *e) {
    json_t *o = json_object();
    put_span(o, &e->words);
    put(o, "name", word(e->name));
    put(o, "name_by", word(e->name_by));
    put(o, "office", word(e->office));
    put(o, "country", word(e->country));
    put(o, "sector", word(e->sector));
    put(o, "cameo", word(e->cameo));
    put(o, "wikidata", word(e->wikidata));
    put(o, "by", word(e->by));
    return o;
}

static json_t *entities(const sg_entity *e, size_t n) {
    json_t *a = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(a, entity(&e[i]));
    return a;
}

static json_t *list(const char **s, size_t n) {
    json_t *a = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(a, word(s[i]));
    return a;
}

static json_t *source(const sg_act *a) {
    if (a->has_source) return entity(&a->source);
    if (!a->hearsay.text.s) return json_null();
    json_t *o = span(&a->hearsay);
    put(o, "kind", json_string("hearsay"));
    return o;
}

static void put_place(json_t *o, const sg_place *p) {
    put_span(o, &p->words);
    put(o, "name", word(p->name));
    put(o, "country", word(p->country));
    put(o, "admin1", word(p->admin1));
    put(o, "lat", p->located ? json_real(p->lat) : NULL);
    put(o, "lon", p->located ? json_real(p->lon) : NULL);
    put(o, "geonameid", p->geonameid ? json_integer(p->geonameid) : NULL);
    put(o, "feature_code", word(p->feature_code));
}

static json_t *place(const sg_act *a) {
    if (!a->has_place) return json_null();
    json_t *o = json_object();
    put_place(o, &a->place);
    return o;
}

void sgio_place_json(FILE *f, const sg_result *r, const sg_place *p) {
    json_t *o = json_object();
    put(o, "doc", word(r->doc));
    put(o, "sentence", count(p->sentence));
    put_place(o, p);
    put(o, "people", json_boolean(p->people));
    char *s = json_dumps(o, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(8));
    json_decref(o);
    if (s) fputs(s, f), fputc('\n', f);
    free(s);
}

static json_t *numbers(const sg_act *a) {
    json_t *all = json_array();
    for (size_t i = 0; i < a->number_count; i++) {
        const sg_number *n = &a->numbers[i];
        json_t *o = json_object();
        put(o, "kind", word(n->kind));
        put(o, "min", real(n->min));
        put(o, "max", real(n->max));
        put(o, "unit", word(n->unit));
        put_span(o, &n->words);
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *evidence(const sg_act *a) {
    json_t *all = json_array();
    for (size_t i = 0; i < a->evidence_count; i++) {
        json_t *o = json_object();
        put(o, "field", word(a->evidence[i].field));
        put(o, "rule", word(a->evidence[i].rule));
        put_span(o, &a->evidence[i].words);
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *contents(const sg_act *a, const sgio_style *y);

/* The fields that a record and an act inside it share. */
static void put_act(json_t *o, const sg_act *a, const sgio_style *y) {
    put(o, "type", word(a->type));
    put(o, "mode", list(a->modes, a->mode_count));
    put(o, "context", list(a->contexts, a->context_count));
    put(o, "cameo", word(a->cameo));
    put(o, "goldstein", a->cameo ? real(a->goldstein) : NULL);
    put(o, "quad", a->quad ? json_integer(a->quad) : NULL);
    put(o, "score", a->type ? real(a->score) : NULL);
    put(o, "realis", word(a->realis));
    put(o, "modality", word(a->modality));
    put(o, "phase", word(a->phase));
    put(o, "date", word(a->date.edtf));
    put(o, "date_text", words(a->date.words.text));
    put(o, "date_by", word(a->date.by));
    put(o, "actor", entities(a->actors, a->actor_count));
    put(o, "recipient", entities(a->recipients, a->recipient_count));
    put(o, "reciprocal", json_boolean(a->reciprocal));
    put(o, "trigger", span(&a->trigger));
    put(o, "content", contents(a, y));
    put(o, "source", source(a));
    put(o, "place", place(a));
    put(o, "numbers", numbers(a));
}

static json_t *due(const sg_act *a) {
    if (!a->due.text.s && !a->due_date) return json_null();
    json_t *o = json_object();
    put_span(o, &a->due);
    put(o, "date", word(a->due_date));
    return o;
}

static json_t *contents(const sg_act *a, const sgio_style *y) {
    json_t *all = json_array();
    for (size_t i = 0; i < a->content_count; i++) {
        json_t *o = json_object();
        put(o, "link", word(a->content[i].link));
        put_act(o, &a->content[i], y);
        put(o, "due", due(&a->content[i]));
        if (y->explain) put(o, "explain", evidence(&a->content[i]));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *mentions(const sg_record *r) {
    json_t *all = json_array();
    for (size_t i = 0; i < r->mention_count; i++) {
        json_t *o = json_object();
        put(o, "sentence", count(r->mentions[i].sentence));
        put(o, "start", count(r->mentions[i].words.start));
        put(o, "end", count(r->mentions[i].words.end));
        if (r->mentions[i].words.in_title) put(o, "in", json_string("title"));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *topics(const sg_record *r) {
    json_t *all = json_array();
    for (size_t i = 0; i < r->topic_count; i++) json_array_append_new(all, span(&r->topic[i]));
    return all;
}

static json_t *made_by(const sgio_style *y) {
    json_t *o = json_object(), *a = json_array();
    put(o, "program", word(y->program));
    put(o, "model", word(y->model));
    for (size_t i = 0; i < y->layer_count; i++) json_array_append_new(a, word(y->layers[i]));
    put(o, "lexicon", a);
    return o;
}

static json_t *record(const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    json_t *o = json_object();
    put(o, "kind", word(r->kind));
    put(o, "id", word(r->id));
    put(o, "incident", word(r->incident));
    put(o, "doc", word(res->doc));
    put(o, "sentence", count(r->sentence));
    put(o, "text", y->no_text ? NULL : words(r->text.text));
    put(o, "pub_date", word(d->in.date));
    put(o, "title", d->in.title.n && !y->no_text ? words(d->in.title) : NULL);
    put(o, "publisher", word(d->in.source));
    put(o, "lang", word(res->lang ? res->lang : d->in.lang));
    put(o, "url", word(d->in.url));
    put_act(o, &r->act, y);
    put(o, "topic", topics(r));
    put(o, "stance", word(r->stance));
    put(o, "mentions", mentions(r));
    put(o, "complete", json_boolean(r->complete));
    put(o, "confidence", real(r->confidence));
    put(o, "made_by", made_by(y));
    if (y->explain) put(o, "explain", evidence(&r->act));
    return o;
}

char *sgio_record_string(const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    json_t *o = record(d, res, r, y);
    char *s = json_dumps(o, FLAGS);
    json_decref(o);
    return s;
}

void sgio_record_json(FILE *f, const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    char *s = sgio_record_string(d, res, r, y);
    if (s) fputs(s, f), fputc('\n', f);
    free(s);
}

/* ---- reading it back ---------------------------------------------------------------------------- */

/* A value as words, parts of a list joined by `by`. The buffer grows. */
static void join(sgio_buffer *b, const json_t *v, const char *field, const char *by) {
    char number[40];
    size_t i;
    json_t *each;
    if (json_is_array(v)) {
        json_array_foreach(v, i, each) {
            if (i) sgio_put(b, by, strlen(by));
            join(b, field ? json_object_get(each, field) : each, NULL, by);
        }
        return;
    }
    if (json_is_string(v)) sgio_put(b, json_string_value(v), json_string_length(v));
    else if (json_is_integer(v))
        sgio_put(b, number, (size_t)snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(v)));
    else if (json_is_boolean(v)) sgio_put(b, json_is_true(v) ? "true" : "false", json_is_true(v) ? 4 : 5);
    else if (json_is_number(v) || json_is_object(v)) {
        char *s = json_dumps(v, FLAGS | JSON_ENCODE_ANY);
        if (s) sgio_put(b, s, strlen(s));
        free(s);
    }
}

/* ---- CSV ---------------------------------------------------------------------------------------- */

typedef struct column {
    const char *head, *key, *field; /* field: of each part of a list, or of the object */
} column;

static const column COLUMNS[] = {
    {"kind", "kind", 0},
    {"record_id", "id", 0},
    {"incident", "incident", 0},
    {"doc", "doc", 0},
    {"sentence", "sentence", 0},
    {"text", "text", 0},
    {"pub_date", "pub_date", 0},
    {"title", "title", 0},
    {"publisher", "publisher", 0},
    {"lang", "lang", 0},
    {"url", "url", 0},
    {"type", "type", 0},
    {"mode", "mode", 0},
    {"context", "context", 0},
    {"cameo", "cameo", 0},
    {"goldstein", "goldstein", 0},
    {"quad", "quad", 0},
    {"score", "score", 0},
    {"realis", "realis", 0},
    {"modality", "modality", 0},
    {"phase", "phase", 0},
    {"date", "date", 0},
    {"date_text", "date_text", 0},
    {"date_by", "date_by", 0},
    {"actor", "actor", "cameo"},
    {"actor_name", "actor", "name"},
    {"actor_country", "actor", "country"},
    {"actor_sector", "actor", "sector"},
    {"actor_text", "actor", "text"},
    {"recipient", "recipient", "cameo"},
    {"recipient_name", "recipient", "name"},
    {"recipient_country", "recipient", "country"},
    {"recipient_sector", "recipient", "sector"},
    {"recipient_text", "recipient", "text"},
    {"reciprocal", "reciprocal", 0},
    {"trigger", "trigger", "text"},
    {"content_type", "content", "type"},
    {"content_realis", "content", "realis"},
    {"source", "source", "cameo"},
    {"source_text", "source", "text"},
    {"place", "place", "name"},
    {"place_country", "place", "country"},
    {"lat", "place", "lat"},
    {"lon", "place", "lon"},
    {"number_kind", "numbers", "kind"},
    {"number_min", "numbers", "min"},
    {"number_max", "numbers", "max"},
    {"topic", "topic", "text"},
    {"stance", "stance", 0},
    {"complete", "complete", 0},
    {"confidence", "confidence", 0},
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

void sgio_record_csv_header(FILE *f, const sgio_style *y) {
    (void)y;
    for (size_t i = 0; i < COLUMN_COUNT; i++) fprintf(f, "%s%s", i ? "," : "", COLUMNS[i].head);
    fputs("\r\n", f);
}

static void put_cell(FILE *f, const sgio_buffer *b) {
    const char *s = b->n ? b->s : "";
    bool quote = false;
    for (size_t i = 0; i < b->n; i++) quote |= s[i] == ',' || s[i] == '"' || s[i] == '\n' || s[i] == '\r';
    if (quote) fputc('"', f);
    for (size_t i = 0; i < b->n; i++) {
        if (s[i] == '"') fputc('"', f);
        fputc(s[i], f);
    }
    if (quote) fputc('"', f);
}

static void put_row(FILE *f, const json_t *o, const json_t *actor, const json_t *recipient) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        const column *c = &COLUMNS[i];
        const json_t *v = json_object_get(o, c->key);
        if (actor && !strcmp(c->key, "actor")) v = actor;
        if (recipient && !strcmp(c->key, "recipient")) v = recipient;
        if (c->field && json_is_object(v)) v = json_object_get(v, c->field);
        sgio_buffer b = {0};
        join(&b, v, c->field, ";");
        if (i) fputc(',', f);
        put_cell(f, &b);
        free(b.s);
    }
    fputs("\r\n", f);
}

/* The pairs of an event on an equal footing are its actors two by two. */
static void put_pairs(FILE *f, const json_t *o) {
    const json_t *a = json_object_get(o, "actor"), *r = json_object_get(o, "recipient");
    size_t na = json_array_size(a), nr = json_array_size(r), made = 0;
    bool equal = !nr && na > 1 && json_is_true(json_object_get(o, "reciprocal"));
    if (equal) r = a, nr = na;
    for (size_t i = 0; i < (na ? na : 1); i++)
        for (size_t k = 0; k < (nr ? nr : 1); k++) {
            if (equal && i == k) continue;
            put_row(f, o, json_array_get(a, i), json_array_get(r, k));
            made++;
        }
    if (!made) put_row(f, o, NULL, NULL);
}

static void csv(FILE *f, const json_t *o, const sgio_style *y) {
    if (y->pairs) put_pairs(f, o);
    else put_row(f, o, NULL, NULL);
}

/* ---- a table for people -------------------------------------------------------------------------- */

/* Words in `width` columns, cut with "…" or filled up; control characters become blanks. */
static void column_put(FILE *f, const sgio_buffer *b, int width, bool fill) {
    const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)(b->n ? b->s : "");
    utf8proc_ssize_t n = (utf8proc_ssize_t)b->n, i = 0;
    int total = 0, used = 0;
    utf8proc_int32_t c;
    for (utf8proc_ssize_t k = 0, step; k < n && (step = utf8proc_iterate(s + k, n - k, &c)) > 0; k += step)
        total += c < 32 ? 1 : utf8proc_charwidth(c);
    int room = total > width ? width - 1 : width;
    while (i < n) {
        utf8proc_ssize_t step = utf8proc_iterate(s + i, n - i, &c);
        if (step <= 0) break;
        bool control = c < 32 || (c >= 127 && c < 160);
        int w = control ? 1 : utf8proc_charwidth(c);
        if (used + w > room) break;
        if (control) fputc(' ', f);
        else fwrite(s + i, 1, (size_t)step, f);
        used += w, i += step;
    }
    if (total > width) fputs("…", f), used++;
    while (fill && used++ < width) fputc(' ', f);
}

static void cell_put(FILE *f, const json_t *v, const char *field, int width, bool fill) {
    sgio_buffer b = {0};
    join(&b, json_is_object(v) && field ? json_object_get(v, field) : v, field, ", ");
    column_put(f, &b, width, fill);
    free(b.s);
}

static void label(sgio_buffer *b, const json_t *value, const char *before, const char *after) {
    if (!json_is_string(value)) return;
    sgio_put(b, before, strlen(before));
    sgio_put(b, json_string_value(value), json_string_length(value));
    sgio_put(b, after, strlen(after));
}

/* "Belarus", "Belarus GOV", "Radoslaw Sikorski (POL)", "troops (BLR)". */
static void party(sgio_buffer *b, const json_t *e) {
    const json_t *name = json_object_get(e, "name"), *country = json_object_get(e, "country");
    bool body = json_is_string(name) && !json_is_string(json_object_get(e, "office"));
    bool told = json_is_string(name) || json_is_string(json_object_get(e, "text"));
    label(b, json_is_string(name) ? name : json_object_get(e, "text"), "", "");
    if (!told) label(b, json_object_get(e, "cameo"), "", "");
    else if (body) label(b, json_object_get(e, "sector"), " ", "");
    else label(b, country, " (", ")");
}

static void parties(sgio_buffer *b, const json_t *v) {
    size_t i;
    json_t *e;
    json_array_foreach(v, i, e) {
        if (i) sgio_put(b, ", ", 2);
        party(b, e);
    }
}

static void parties_put(FILE *f, const json_t *v, int width, bool fill) {
    sgio_buffer b = {0};
    parties(&b, v);
    column_put(f, &b, width, fill);
    free(b.s);
}

static void act_put(FILE *f, const json_t *o, int width, bool fill) {
    sgio_buffer what = {0};
    const json_t *mode = json_object_get(o, "mode");
    const json_t *type = json_object_get(o, json_is_string(json_object_get(o, "stance")) ? "stance" : "type");
    label(&what, json_is_string(type) ? type : json_object_get(json_object_get(o, "trigger"), "text"), "", "");
    if (json_array_size(mode)) sgio_put(&what, " ", 1), join(&what, mode, NULL, ",");
    column_put(f, &what, width, fill);
    free(what.s);
}

/* Acts inside: a line each, further in the deeper they stand. */
static void inside_put(FILE *f, const json_t *content, int depth) {
    size_t i;
    json_t *e;
    json_array_foreach(content, i, e) {
        const json_t *to = json_object_get(e, "recipient"), *date = json_object_get(e, "date"),
                     *due = json_object_get(e, "due");
        fprintf(f, "%*s", 12 + 2 * depth, "");
        fputs("↳ ", f);
        cell_put(f, json_object_get(e, "realis"), NULL, 12, false);
        fputs(": ", f);
        parties_put(f, json_object_get(e, "actor"), 40, false);
        fputs(json_array_size(json_object_get(e, "actor")) ? "  " : "", f);
        act_put(f, e, 24, false);
        if (json_array_size(to)) fputs("  → ", f), parties_put(f, to, 40, false);
        if (json_is_string(date)) fputs(", ", f), cell_put(f, date, NULL, 24, false);
        if (json_is_object(due)) fputs(", ", f), cell_put(f, due, "text", 24, false);
        fputc('\n', f);
        inside_put(f, json_object_get(e, "content"), depth + 1);
    }
}

void sgio_table_header(FILE *f) {
    fputs("when        who                           did what              to whom, or on what     how real\n", f);
}

/* A line: date, who, what, whom, how real; under it the words, who says so, the sentence's number; then what
 * stands inside. */
static void table(FILE *f, const json_t *o) {
    bool position = json_is_string(json_object_get(o, "stance"));
    cell_put(f, json_object_get(o, "date"), NULL, 10, true);
    fputs("  ", f);
    parties_put(f, json_object_get(o, "actor"), 28, true);
    fputs("  ", f);
    act_put(f, o, 20, true);
    fputs("  ", f);
    if (position) cell_put(f, json_object_get(o, "topic"), "text", 22, true);
    else parties_put(f, json_object_get(o, "recipient"), 22, true);
    fputs("  ", f);
    if (position) fputs("position", f);
    else cell_put(f, json_object_get(o, "realis"), NULL, 12, false);
    fprintf(f, "\n            sentence %d, “", (int)json_integer_value(json_object_get(o, "sentence")));
    cell_put(f, json_object_get(o, "trigger"), "text", 40, false);
    fputs("”", f);
    const json_t *src = json_object_get(o, "source");
    if (json_is_object(src)) {
        sgio_buffer b = {0};
        party(&b, src);
        fputs(", so says: ", f);
        column_put(f, &b, 40, false);
        free(b.s);
    }
    fputc('\n', f);
    inside_put(f, json_object_get(o, "content"), 0);
}

/* ---- days and parties ---------------------------------------------------------------------------- */

static json_t *named(const sg_result *res, const sg_mentioned *n) {
    json_t *o = json_object(), *party = n->is_party ? entity(&n->party) : NULL;
    put(o, "kind", json_string(n->is_party ? "party" : "time"));
    put(o, "doc", word(res->doc));
    put(o, "sentence", count(n->sentence));
    if (party) {
        json_object_update(o, party);
        put(o, "row", word(n->row));
        json_decref(party);
    } else {
        put_span(o, &n->words);
        put(o, "date", word(n->date));
        put(o, "use", word(n->use));
    }
    return o;
}

void sgio_mentioned_json(FILE *f, const sg_result *res, const sg_mentioned *n) {
    json_t *o = named(res, n);
    json_dumpf(o, f, FLAGS);
    fputc('\n', f);
    json_decref(o);
}

void sgio_mentioned_table(FILE *f, const sg_result *res, const sg_mentioned *n) {
    json_t *o = named(res, n);
    fprintf(f, "%4u  ", n->sentence);
    cell_put(f, json_object_get(o, "text"), NULL, 32, true);
    fputs("  ", f);
    if (n->is_party) {
        sgio_buffer b = {0};
        party(&b, o);
        column_put(f, &b, 32, true);
        free(b.s);
    } else cell_put(f, json_object_get(o, n->date ? "date" : "use"), NULL, 32, true);
    if (n->is_party && n->row) fprintf(f, "  %s", n->row);
    if (!n->is_party && n->date && strcmp(n->use, "date") != 0) fprintf(f, "  %s", n->use);
    fputc('\n', f);
    json_decref(o);
}

/* ---- the same from records and from lines -------------------------------------------------------- */

void sgio_record_csv(FILE *f, const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    json_t *o = record(d, res, r, y);
    csv(f, o, y);
    json_decref(o);
}

void sgio_record_table(FILE *f, const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    json_t *o = record(d, res, r, y);
    table(f, o);
    json_decref(o);
}

static json_t *load(const char *json) {
    return json_loads(json, JSON_ALLOW_NUL, NULL);
}

bool sgio_line_csv(FILE *f, const char *json, const sgio_style *y) {
    json_t *o = load(json);
    if (json_is_object(o)) csv(f, o, y);
    bool good = json_is_object(o);
    json_decref(o);
    return good;
}

bool sgio_line_table(FILE *f, const char *json, const sgio_style *y) {
    (void)y;
    json_t *o = load(json);
    if (json_is_object(o)) table(f, o);
    bool good = json_is_object(o);
    json_decref(o);
    return good;
}
