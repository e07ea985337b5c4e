/* trees.c: the rows of one CoNLL-U document to an input whose text is rebuilt, because every position
 * that we write counts in a text. */
#include <stdlib.h>
#include <string.h>

#include "io.h"

typedef struct trees {
    sgio_document *d;
    sgio_buffer text;
    sg_given_token *tokens;
    sg_given_sentence *sentences;
    size_t count, cap, sentence_count, sentence_cap;
    unsigned long line;
    char id[256];
    bool ok;
} trees;

static void note(trees *t, unsigned long line, const char *what) {
    if (t->d->note) return; /* the first says enough */
    t->d->note = malloc(strlen(what) + 40);
    if (t->d->note) snprintf(t->d->note, strlen(what) + 40, "line %lu: %s", line, what);
}

static bool cut_line(sg_str *rest, sg_str *line) {
    if (!rest->n) return false;
    const char *stop = memchr(rest->s, '\n', rest->n);
    size_t n = stop ? (size_t)(stop - rest->s) : rest->n, step = n + (stop != NULL);
    *line = (sg_str){rest->s, n};
    rest->s += step, rest->n -= step;
    return true;
}

static bool number(sg_str s, uint32_t *out) {
    uint32_t v = 0;
    if (!s.n || s.n > 7) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') return false;
        v = v * 10 + (uint32_t)(s.s[i] - '0');
    }
    *out = v;
    return true;
}

static bool opens(sg_str s, const char *with) {
    return s.n >= strlen(with) && !memcmp(s.s, with, strlen(with));
}

static bool has_no_space(sg_str misc) {
    static const char WORD[] = "SpaceAfter=No";
    for (size_t i = 0; i + sizeof WORD - 1 <= misc.n; i++)
        if (!memcmp(misc.s + i, WORD, sizeof WORD - 1)) return true;
    return false;
}

enum row { ROW_WORD, ROW_EMPTY, ROW_BROKEN };

static enum row read_row(sg_str line, sg_given_token *t) {
    sg_str cell[10];
    size_t n = 0;
    for (size_t at = 0; n < 10; n++) {
        const char *stop = memchr(line.s + at, '\t', line.n - at);
        size_t end = stop ? (size_t)(stop - line.s) : line.n;
        cell[n] = (sg_str){line.s + at, end - at};
        at = end + 1;
        if (!stop) {
            n++;
            break;
        }
    }
    if (n != 10 || memchr(cell[9].s, '\t', cell[9].n)) return ROW_BROKEN;
    if (memchr(cell[0].s, '.', cell[0].n)) return ROW_EMPTY;
    const char *dash = memchr(cell[0].s, '-', cell[0].n);
    sg_str first = {cell[0].s, dash ? (size_t)(dash - cell[0].s) : cell[0].n};
    *t = (sg_given_token){
        .form = cell[1], .lemma = cell[2], .upos = cell[3], .feats = cell[5], .deprel = cell[7], .misc = cell[9]};
    if (!cell[1].n || !number(first, &t->first)) return ROW_BROKEN;
    t->last = t->first;
    if (dash && (!number((sg_str){dash + 1, cell[0].n - first.n - 1}, &t->last) || t->last < t->first)) return ROW_BROKEN;
    if (!number(cell[6], &t->head)) t->head = UINT32_MAX;
    return ROW_WORD;
}

static bool push(trees *t, const sg_given_token *row) {
    if (t->count == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 256;
        sg_given_token *more = realloc(t->tokens, cap * sizeof *more);
        if (!more) return t->ok = false;
        t->tokens = more, t->cap = cap;
    }
    t->tokens[t->count++] = *row;
    return true;
}

/* Ids run 1, 2, 3 ... and ranges stand right before their words and end within the sentence. */
static bool in_order(const sg_given_token *t, size_t n) {
    uint32_t next = 1, covered = 0;
    for (size_t i = 0; i < n; i++) {
        if (t[i].first != next) return false;
        if (t[i].last != t[i].first) {
            if (t[i].first <= covered) return false;
            covered = t[i].last;
        } else if (i && t[i - 1].last != t[i - 1].first && t[i - 1].first != next) {
            return false;
        } else {
            next++;
        }
    }
    return next > 1 && covered < next;
}

/* One root, no ring, all heads there? */
static bool is_tree(const sg_given_token *t, size_t n) {
    size_t words = 0, roots = 0;
    for (size_t i = 0; i < n; i++) words += t[i].first == t[i].last;
    uint32_t *head = calloc(words + 1, sizeof *head);
    bool good = head != NULL;
    for (size_t i = 0; i < n && good; i++) {
        if (t[i].first != t[i].last) continue;
        good = t[i].head <= words;
        roots += t[i].head == 0;
        head[t[i].first] = t[i].head;
    }
    /* Walk up from each word; what was reached is cut to the root, so each edge is walked once. */
    for (uint32_t w = 1; w <= words && good; w++) {
        uint32_t at = w;
        for (size_t steps = 0; at && good; steps++) good = steps <= words, at = head[at];
        for (at = w; at && good;) {
            uint32_t up = head[at];
            head[at] = 0, at = up;
        }
    }
    free(head);
    return good && roots == 1;
}

/* A sentence without a usable tree: its first word is the root, the rest hang on it. */
static void make_tree(sg_given_token *t, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (t[i].first == t[i].last) {
            t[i].head = t[i].first == 1 ? 0 : 1;
            t[i].deprel = t[i].head ? (sg_str){"dep", 3} : (sg_str){"root", 4};
        }
}

/* Bytes of the white space at s: ASCII's and U+00A0. */
static size_t space(const char *s, size_t n) {
    if (n && (*s == ' ' || *s == '\t' || *s == '\r')) return 1;
    return n > 1 && (unsigned char)s[0] == 0xC2 && (unsigned char)s[1] == 0xA0 ? 2 : 0;
}

/* Places of the surface tokens in the # text; false where they do not fit. */
static bool align(sg_given_token *t, size_t n, sg_str text, uint32_t base) {
    size_t at = 0;
    uint32_t covered = 0;
    for (size_t i = 0; i < n; i++) {
        if (t[i].first <= covered && t[i].first == t[i].last) continue;
        for (size_t k; (k = space(text.s + at, text.n - at)) != 0;) at += k;
        if (text.n - at < t[i].form.n || memcmp(text.s + at, t[i].form.s, t[i].form.n) != 0) return false;
        t[i].start = base + (uint32_t)at;
        at += t[i].form.n;
        t[i].end = base + (uint32_t)at;
        if (t[i].last > t[i].first) covered = t[i].last;
    }
    for (size_t k; (k = space(text.s + at, text.n - at)) != 0;) at += k;
    return at == text.n;
}

static void build(trees *t, sg_given_token *r, size_t n) {
    uint32_t covered = 0;
    bool gap = false;
    for (size_t i = 0; i < n; i++) {
        if (r[i].first <= covered && r[i].first == r[i].last) continue;
        if (gap) t->ok &= sgio_put(&t->text, " ", 1);
        r[i].start = (uint32_t)t->text.n;
        t->ok &= sgio_put(&t->text, r[i].form.s, r[i].form.n);
        r[i].end = (uint32_t)t->text.n;
        gap = !has_no_space(r[i].misc);
        if (r[i].last > r[i].first) covered = r[i].last;
    }
}

/* Words inside a range: their own letters where the range is written as them, else all of it. */
static void place_words(const trees *t, sg_given_token *r, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (r[i].first == r[i].last) continue;
        size_t words = r[i].last - r[i].first + 1, sum = 0;
        bool same = true;
        for (size_t k = 1; k <= words && i + k < n; k++) {
            sg_str f = r[i + k].form;
            same = same && sum + f.n <= r[i].form.n && !memcmp(t->text.s + r[i].start + sum, f.s, f.n);
            sum += f.n;
        }
        same = same && sum == r[i].form.n;
        uint32_t at = r[i].start;
        for (size_t k = 1; k <= words && i + k < n; k++) {
            r[i + k].start = same ? at : r[i].start;
            r[i + k].end = same ? at + (uint32_t)r[i + k].form.n : r[i].end;
            at = r[i + k].end;
        }
    }
}

static bool push_sentence(trees *t, const sg_given_sentence *s) {
    if (t->sentence_count == t->sentence_cap) {
        size_t cap = t->sentence_cap ? t->sentence_cap * 2 : 64;
        sg_given_sentence *more = realloc(t->sentences, cap * sizeof *more);
        if (!more) return t->ok = false;
        t->sentences = more, t->sentence_cap = cap;
    }
    t->sentences[t->sentence_count++] = *s;
    return true;
}

typedef struct pending { /* the sentence that is being read */
    size_t first;
    const char *from, *to; /* its comments */
    sg_str text, speaker;
    bool paragraph, broken;
    unsigned long line;
} pending;

static void finish(trees *t, pending *p) {
    size_t n = t->count - p->first;
    sg_given_token *r = n ? t->tokens + p->first : NULL;
    if (n && !p->broken && !in_order(r, n))
        note(t, p->line, "ids out of order; the sentence was left out"), p->broken = true;
    if (!n || p->broken) {
        t->count = p->first;
    } else {
        if (!is_tree(r, n)) note(t, p->line, "no tree in HEAD"), make_tree(r, n);
        if (t->sentence_count) t->ok &= sgio_put(&t->text, "\n\n", p->paragraph ? 2 : 1);
        uint32_t start = (uint32_t)t->text.n;
        if (p->text.n && align(r, n, p->text, start)) t->ok &= sgio_put(&t->text, p->text.s, p->text.n);
        else build(t, r, n);
        if (t->ok) place_words(t, r, n);
        sg_str comments = {p->from, p->from ? (size_t)(p->to - p->from) : 0};
        push_sentence(t, &(sg_given_sentence){comments, p->first, n, start, (uint32_t)t->text.n, p->speaker, p->paragraph});
    }
    *p = (pending){.first = t->count};
}

static void comment(trees *t, pending *p, sg_str line) {
    if (!p->from) p->from = line.s;
    p->to = line.s + line.n;
    if (opens(line, "# newpar")) p->paragraph = true;
    if (opens(line, "# text = ")) p->text = (sg_str){line.s + 9, line.n - 9};
    if (opens(line, "# speaker = ")) p->speaker = (sg_str){line.s + 12, line.n - 12};
    if (opens(line, "# newdoc id = ")) {
        size_t n = line.n - 14 < sizeof t->id - 1 ? line.n - 14 : sizeof t->id - 1;
        memcpy(t->id, line.s + 14, n);
        t->id[n] = 0;
    }
}

static void read_lines(trees *t, sg_str rest) {
    pending p = {0};
    for (sg_str line; t->ok && cut_line(&rest, &line); t->line++) {
        sg_given_token row;
        if (!line.n) {
            finish(t, &p);
            continue;
        }
        if (!p.line) p.line = t->line;
        if (line.s[0] == '#') {
            comment(t, &p, line);
            continue;
        }
        enum row kind = read_row(line, &row);
        if (kind == ROW_EMPTY) note(t, t->line, "an empty node was left out");
        if (kind == ROW_BROKEN) note(t, t->line, "a broken row; its sentence was left out"), p.broken = true;
        if (kind == ROW_WORD) push(t, &row);
    }
    if (t->ok) finish(t, &p);
}

bool sgio_read_trees(sgio_document *d, sgio_buffer *raw, unsigned long line) {
    trees t = {.d = d, .line = line, .ok = true};
    read_lines(&t, (sg_str){raw->s, raw->n});
    sgio_own(d, raw->s);
    if (t.text.s) sgio_own(d, t.text.s);
    if (t.tokens) sgio_own(d, t.tokens);
    if (t.sentences) sgio_own(d, t.sentences);
    char *id = t.id[0] ? malloc(strlen(t.id) + 1) : NULL;
    if (id) sgio_own(d, strcpy(id, t.id));
    d->in = (sg_input){.text = {t.text.s, t.text.n},
                       .id = id,
                       .form = SG_CONLLU,
                       .given = t.tokens,
                       .given_count = t.count,
                       .given_sentences = t.sentences,
                       .given_sentence_count = t.sentence_count};
    return t.ok && t.sentence_count > 0;
}
