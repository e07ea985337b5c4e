/* documents.c: a stream of bytes in, documents out one at a time, whatever the format; what cannot be
 * read is passed over with file and line, and the rest goes on. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "io.h"

enum { CHUNK = 1 << 16, DEFAULT_LIMIT = 16 << 20, PEEK = 4096 };
enum encoding { UTF8, UTF16_LITTLE, UTF16_BIG };

struct sgio_reader {
    sgio_source *source;
    char *path;
    sgio_format format;
    size_t limit;
    enum encoding encoding;
    sgio_buffer buf; /* read, not yet taken */
    size_t at;
    unsigned char carry[CHUNK + 4]; /* UTF-16 that waits for its other half */
    size_t carried;
    unsigned long line; /* of the line that comes next */
    bool end, failed, started, done;
};

static bool append(sgio_reader *r, const unsigned char *s, size_t n, bool last) {
    if (r->encoding == UTF8) return sgio_put(&r->buf, s, n);
    memcpy(r->carry + r->carried, s, n);
    size_t have = r->carried + n;
    size_t used = sgio_put_utf16(&r->buf, r->carry, have, r->encoding == UTF16_BIG, last);
    if (have - used > 4) return false;
    memmove(r->carry, r->carry + used, have - used);
    r->carried = have - used;
    return true;
}

/* Read on; false at the end or at an error (r->failed). */
static bool more(sgio_reader *r) {
    unsigned char chunk[CHUNK];
    if (r->end) return false;
    if (r->at) {
        r->buf.n -= r->at;
        memmove(r->buf.s, r->buf.s + r->at, r->buf.n);
        r->at = 0;
    }
    long n = sgio_source_read(r->source, chunk, sizeof chunk);
    if (n <= 0) r->end = true, r->failed = n < 0;
    if (!append(r, chunk, n > 0 ? (size_t)n : 0, r->end)) r->end = r->failed = true;
    return !r->end;
}

static void find_encoding(sgio_reader *r) {
    while (r->buf.n < 3 && more(r)) {
    }
    const unsigned char *b = (const unsigned char *)r->buf.s;
    if (r->buf.n >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) r->at = 3;
    bool little = r->buf.n >= 2 && b[0] == 0xFF && b[1] == 0xFE, big = r->buf.n >= 2 && b[0] == 0xFE && b[1] == 0xFF;
    if (!little && !big) return;
    r->encoding = big ? UTF16_BIG : UTF16_LITTLE;
    sgio_buffer raw = r->buf;
    r->buf = (sgio_buffer){0};
    if (!append(r, (unsigned char *)raw.s + 2, raw.n - 2, r->end)) r->end = r->failed = true;
    free(raw.s);
}

static bool ends_with(const char *s, size_t n, const char *end) {
    size_t k = strlen(end);
    return n >= k && !memcmp(s + n - k, end, k);
}

static bool starts(const char *s, size_t n, const char *with) {
    size_t k = strlen(with);
    return n >= k && !memcmp(s, with, k);
}

static sgio_format by_name(const char *path) {
    size_t n = strlen(path);
    if (ends_with(path, n, ".gz")) n -= 3;
    else if (ends_with(path, n, ".zst")) n -= 4;
    if (ends_with(path, n, ".jsonl") || ends_with(path, n, ".ndjson")) return SGIO_JSONL;
    return ends_with(path, n, ".conllu") || ends_with(path, n, ".conll") ? SGIO_CONLLU : SGIO_AUTO;
}

static sgio_format by_content(sgio_reader *r) {
    while (r->buf.n - r->at < PEEK && more(r)) {
    }
    size_t n = r->buf.n - r->at, i = 0;
    const char *s = n ? r->buf.s + r->at : "";
    while (i < n && strchr(" \t\r\n", s[i]) && s[i]) i++;
    s += i, n -= i;
    const char *stop = n ? memchr(s, '\n', n) : NULL;
    size_t line = stop ? (size_t)(stop - s) : n;
    while (line && (s[line - 1] == '\r' || s[line - 1] == ' ')) line--;
    if (starts(s, n, "{\"") || (starts(s, n, "{") && line && s[line - 1] == '}')) return SGIO_JSONL;
    static const char *const MARKS[] = {
        "# newdoc", "# newpar", "# sent_id", "# text =", "# global.columns", "1\t", "1-2\t"};
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++)
        if (starts(s, n, MARKS[k])) return SGIO_CONLLU;
    return line > 2 && s[0] == '<' && s[line - 1] == '>' && !memchr(s, '/', line) ? SGIO_TRANSCRIPT : SGIO_TEXT;
}

static sgio_reader *reader(sgio_source *source, const char *path, sgio_format f, const sgio_limits *l) {
    sgio_reader *r = source ? calloc(1, sizeof *r) : NULL;
    if (!r) return sgio_source_close(source), NULL;
    r->source = source;
    r->limit = l && l->document ? l->document : DEFAULT_LIMIT;
    r->line = 1;
    r->path = malloc(strlen(path) + 1);
    if (!r->path) return sgio_close(r), NULL;
    strcpy(r->path, path);
    find_encoding(r);
    if (f == SGIO_AUTO) f = by_name(path);
    r->format = f == SGIO_AUTO ? by_content(r) : f;
    return r;
}

sgio_reader *sgio_open(const char *path, sgio_format f, const sgio_limits *l, char *err, size_t errn) {
    sgio_source *s = sgio_source_open(path, err, errn);
    if (!s) return NULL;
    sgio_reader *r = reader(s, path, f, l);
    if (!r) snprintf(err, errn, "no memory");
    return r;
}

sgio_reader *sgio_open_memory(const void *bytes, size_t n, sgio_format f, const sgio_limits *l) {
    return reader(sgio_source_memory(bytes, n), "memory", f, l);
}

void sgio_close(sgio_reader *r) {
    if (!r) return;
    sgio_source_close(r->source);
    free(r->buf.s);
    free(r->path);
    free(r);
}

int sgio_format_of(const char *name) {
    static const char *const NAMES[] = {"auto", "text", "transcript", "jsonl", "conllu"};
    for (int i = 0; i < 5; i++)
        if (!strcmp(name, NAMES[i])) return i;
    return -1;
}

/* ---- a document and its memory -------------------------------------------------------------- */

bool sgio_own(sgio_document *d, void *p) {
    if (!p) return false;
    if (d->owned_count == sizeof d->owned / sizeof *d->owned) return free(p), false;
    d->owned[d->owned_count++] = p;
    return true;
}

void sgio_document_free(sgio_document *d) {
    for (size_t i = 0; i < d->owned_count; i++) free(d->owned[i]);
    free(d->place);
    free(d->message);
    free(d->note);
    *d = (sgio_document){0};
}

static char *copy(const char *s) {
    char *c = malloc(strlen(s) + 1);
    return c ? strcpy(c, s) : NULL;
}

static void set_place(sgio_document *d, const sgio_reader *r, unsigned long line) {
    size_t n = strlen(r->path) + 24;
    free(d->place);
    d->place = malloc(n);
    if (d->place) snprintf(d->place, n, "%s:%lu", strcmp(r->path, "-") ? r->path : "standard input", line);
}

/* Passed over: drop what was read of the document and keep the place and the reason. */
static int pass(sgio_document *d, const sgio_reader *r, unsigned long line, const char *why) {
    char *message = copy(why); /* `why` may be the document's own */
    sgio_document_free(d);
    set_place(d, r, line);
    d->message = message;
    return -1;
}

static int failed(sgio_reader *r, sgio_document *d) {
    const char *why = sgio_source_error(r->source);
    r->done = true;
    return pass(d, r, r->line, *why ? why : "no memory");
}

static int too_large(sgio_reader *r, sgio_document *d, unsigned long line) {
    char why[96];
    snprintf(why, sizeof why, "document is larger than %zu bytes", r->limit);
    return pass(d, r, line, why);
}

/* ---- text and transcript: the whole file is one document --------------------------------------- */

static int next_text(sgio_reader *r, sgio_document *d) {
    r->done = true;
    while (r->buf.n - r->at <= r->limit && more(r)) {
    }
    if (r->failed) return failed(r, d);
    size_t n = r->buf.n - r->at;
    if (!n) return pass(d, r, 1, "is empty");
    if (n > r->limit) return too_large(r, d, 1);
    sgio_buffer text = {0};
    const char *note = NULL;
    bool ok = sgio_put_document(&text, r->buf.s + r->at, n, &note);
    if (!ok) return free(text.s), pass(d, r, 1, "no memory");
    sgio_own(d, text.s);
    if (note) d->note = copy(note);
    d->in.text = (sg_str){text.s, text.n};
    d->in.form = r->format == SGIO_TRANSCRIPT ? SG_TRANSCRIPT : SG_TEXT;
    set_place(d, r, 1);
    return 1;
}

/* ---- lines -------------------------------------------------------------------------------------- */

/* The next line without its end: 1; 0 at the end; -1 where it is longer than `most` and was skipped. */
static int next_line(sgio_reader *r, size_t most, sg_str *line) {
    bool over = false;
    size_t seen = 0;
    for (;;) {
        size_t n = r->buf.n - r->at;
        char *s = n ? r->buf.s + r->at : NULL, *stop = n > seen ? memchr(s + seen, '\n', n - seen) : NULL;
        if (stop || r->end) {
            size_t len = stop ? (size_t)(stop - s) : n;
            if (!stop && !n && !over) return 0;
            r->at += len + (stop != NULL);
            r->line++;
            if (len && s[len - 1] == '\r') len--;
            *line = (sg_str){s, len};
            return over || len > most ? -1 : 1;
        }
        seen = n;
        if (n > most) over = true, r->at = r->buf.n, seen = 0;
        more(r);
    }
}

static bool blank(sg_str s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] != ' ' && s.s[i] != '\t' && s.s[i] != '\r') return false;
    return true;
}

/* ---- jsonl -------------------------------------------------------------------------------------- */

static bool take(sgio_document *d, const json_t *o, const char *key, sg_str *out) {
    const json_t *v = json_object_get(o, key);
    char number[32];
    const char *s = json_string_value(v);
    size_t n = json_string_length(v);
    if (json_is_integer(v))
        s = number, n = (size_t)snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
    if (!s) return true;
    char *c = malloc(n + 1);
    if (!c) return false;
    memcpy(c, s, n);
    c[n] = 0;
    *out = (sg_str){c, n};
    return sgio_own(d, c);
}

/* Code points to bytes; the pairs are taken as far as they stand in order and in the text. */
static bool take_places(sgio_document *d, const json_t *o) {
    const json_t *all = json_object_get(o, "places");
    size_t n = json_array_size(all), point = 0, byte = 0;
    uint32_t(*at)[2] = n ? calloc(n, sizeof *at) : NULL;
    if (!n) return true;
    if (!at) return false;
    for (size_t i = 0; i < n; i++) {
        for (int k = 0; k < 2; k++) {
            json_int_t want = json_integer_value(json_array_get(json_array_get(all, i), (size_t)k));
            while (byte < d->in.text.n && (json_int_t)point < want) {
                do byte++;
                while (byte < d->in.text.n && ((unsigned char)d->in.text.s[byte] & 0xC0) == 0x80);
                point++;
            }
            at[i][k] = (uint32_t)byte;
        }
    }
    d->in.places = (const uint32_t(*)[2])at;
    d->in.place_count = n;
    return sgio_own(d, at);
}

static bool take_all(sgio_document *d, const json_t *o) {
    sg_str id = {0}, date = {0}, source = {0}, lang = {0}, url = {0};
    bool ok = take(d, o, "text", &d->in.text) && take(d, o, "title", &d->in.title) && take(d, o, "id", &id) &&
              take(d, o, "date", &date) && take(d, o, "source", &source) && take(d, o, "lang", &lang) &&
              take(d, o, "url", &url) && take_places(d, o);
    d->in.id = id.s, d->in.date = date.s, d->in.source = source.s, d->in.lang = lang.s, d->in.url = url.s;
    return ok;
}

static bool is_english(const char *lang) {
    return !lang || !*lang ||
           ((lang[0] | 32) == 'e' && (lang[1] | 32) == 'n' &&
            (!lang[2] || lang[2] == '-' || lang[2] == '_' || (lang[2] | 32) == 'g'));
}

static int read_object(sgio_reader *r, sgio_document *d, sg_str line, unsigned long at) {
    sgio_buffer clean = {0};
    json_error_t e;
    char why[JSON_ERROR_TEXT_LENGTH + 64];
    if (!sgio_put_utf8(&clean, line.s, line.n)) return free(clean.s), pass(d, r, at, "no memory");
    json_t *o = json_loadb(clean.s, clean.n, JSON_ALLOW_NUL, &e);
    free(clean.s);
    if (!o) return snprintf(why, sizeof why, "not a JSON object: %s", e.text), pass(d, r, at, why);
    bool object = json_is_object(o), text = json_is_string(json_object_get(o, "text"));
    bool ok = object && text && take_all(d, o);
    json_decref(o);
    if (!object) return pass(d, r, at, "not a JSON object");
    if (!text) return pass(d, r, at, "the object has no \"text\"");
    if (!ok) return pass(d, r, at, "no memory");
    if (d->in.text.n > r->limit || d->in.title.n > r->limit) return too_large(r, d, at);
    if (!is_english(d->in.lang)) {
        snprintf(why, sizeof why, "in a language that is not read yet: %.20s", d->in.lang);
        return pass(d, r, at, why);
    }
    set_place(d, r, at);
    return 1;
}

static int next_object(sgio_reader *r, sgio_document *d) {
    sg_str line;
    for (;;) {
        unsigned long at = r->line;
        int got = next_line(r, r->limit * 2 + CHUNK, &line);
        if (r->failed) return failed(r, d);
        if (got < 0) return r->started = true, too_large(r, d, at);
        if (!got) {
            r->done = true;
            return r->started ? 0 : pass(d, r, 1, "is empty");
        }
        if (blank(line)) continue;
        r->started = true;
        return read_object(r, d, line, at);
    }
}

/* ---- CoNLL-U: lines up to the next "# newdoc" ----------------------------------------------------- */

static bool newdoc_waits(sgio_reader *r) {
    while (r->buf.n - r->at < 8 && more(r)) {
    }
    return r->buf.n - r->at >= 8 && !memcmp(r->buf.s + r->at, "# newdoc", 8);
}

static int next_trees(sgio_reader *r, sgio_document *d) {
    sgio_buffer raw = {0};
    sg_str line;
    bool over = false, rows = false, ok = true;
    unsigned long at = r->line;
    size_t most = r->limit * 8;
    for (int got; (!rows || !newdoc_waits(r)) && (got = next_line(r, most, &line)) != 0;) {
        if (got < 0 || raw.n + line.n > most) over = rows = true;
        if (over) continue;
        rows |= line.n && line.s[0] != '#';
        ok = ok && sgio_put_utf8(&raw, line.s, line.n) && sgio_put(&raw, "\n", 1);
    }
    if (r->failed || !ok || over || !rows) {
        free(raw.s);
        if (r->failed || !ok) return failed(r, d);
        if (over) return r->started = true, too_large(r, d, at);
        r->done = true;
        return r->started ? 0 : pass(d, r, 1, "is empty");
    }
    r->started = true;
    set_place(d, r, at);
    return sgio_read_trees(d, &raw, at) ? 1 : pass(d, r, at, d->note ? d->note : "has no sentence");
}

int sgio_next(sgio_reader *r, sgio_document *out) {
    *out = (sgio_document){0};
    if (r->done) return 0;
    if (r->format == SGIO_JSONL) return next_object(r, out);
    return r->format == SGIO_CONLLU ? next_trees(r, out) : next_text(r, out);
}
