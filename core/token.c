/* token.c: see token.h. A stretch without blanks is cut by its punctuation, unless the model's lists know it as
 * one word; then contractions are cut into their words. A sentence ends at a stop whose word is no
 * abbreviation, or whose next word looks like a beginning. Stretches and sentences are capped, so that text
 * without blanks or stops costs no more than other text. */
#include "token.h"

#include <utf8proc.h>

enum {
    WORD_MAX = 128,   /* bytes: nothing longer is a word */
    SENTENCE_MAX = 250 /* words: longer ones are lists, and trees over them cost n * n */
};

typedef struct cutter {
    sg_doc *d;
    const sg_model *m;
    sg_str text;
    const sg_block_text *block;
    bool paragraph;
    uint32_t start;  /* first token of the sentence that is being made, or NONE */
} cutter;

/* ---- characters ---- */

static bool is_blank(uint32_t c) {
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return c <= ' ' || k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}

static bool is_word(uint32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k <= UTF8PROC_CATEGORY_NO && k > 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_quote(sg_str s) {
    size_t i = 0;
    if (!s.n) return false;
    uint32_t c = sg_utf8_next(s, &i);
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

static size_t lower_of(sg_str s, char *out) { /* out: WORD_MAX * 2 */
    size_t n = 0;
    for (size_t i = 0; i < s.n;) n += (size_t)utf8proc_encode_char(utf8proc_tolower((utf8proc_int32_t)sg_utf8_next(s, &i)), (utf8proc_uint8_t *)out + n);
    return n;
}

static long look(const sg_words *w, sg_str form) {
    char low[WORD_MAX * 3];
    if (form.n > WORD_MAX) return -1;
    return sg_words_find(w, (sg_str){low, lower_of(form, low)});
}

/* ---- words ---- */

static sg_str part(const cutter *c, size_t from, size_t to) {
    return (sg_str){c->text.s + from, to - from};
}

static uint32_t put(cutter *c, size_t from, size_t to) {
    sg_doc *d = c->d;
    sg_tok *t = SG_PUSH(d->arena, d->toks, d->tok_count, d->tok_cap);
    *t = (sg_tok){.start = (uint32_t)from, .end = (uint32_t)to, .sent = (uint32_t)d->sent_count, .form = part(c, from, to),
                  .head = NONE, .mwt = NONE, .child = NONE, .next = NONE};
    if (c->start == NONE) c->start = (uint32_t)d->tok_count - 1;
    return (uint32_t)d->tok_count - 1;
}

static void put_mwt(cutter *c, size_t from, const size_t *cuts, size_t n) {
    sg_doc *d = c->d;
    uint32_t first = (uint32_t)d->tok_count;
    for (size_t i = 0; i + 1 < n + 2 && i <= n; i++) put(c, i ? cuts[i - 1] : from, cuts[i]);
    *SG_PUSH(d->arena, d->mwts, d->mwt_count, d->mwt_cap) =
        (sg_mwt){first, (uint32_t)d->tok_count - 1, (uint32_t)from, (uint32_t)cuts[n], part(c, from, cuts[n]), false};
    for (uint32_t i = first; i < d->tok_count; i++) d->toks[i].mwt = (uint32_t)d->mwt_count - 1;
}

/* A word without outer punctuation: contractions are cut, the rest stands. */
static void put_word(cutter *c, size_t from, size_t to) {
    sg_str form = part(c, from, to);
    long at = look(&c->m->splits, form);
    if (at >= 0) {
        size_t cuts[8], n = 0;
        sg_str rest = c->m->splits.line[at], one = {0};
        sg_cut(&rest, '\t', &one);
        while (n < 7 && sg_cut(&rest, ',', &one)) {
            size_t v = 0;
            for (size_t i = 0; i < one.n; i++) v = v * 10 + (size_t)(one.s[i] - '0');
            size_t byte = 0;
            for (size_t k = 0; k < v && byte < form.n; k++) sg_utf8_next(form, &byte);
            if (byte > 0 && byte < form.n) cuts[n++] = from + byte;
        }
        cuts[n] = to;
        if (n) {
            put_mwt(c, from, cuts, n);
            return;
        }
    }
    for (uint32_t i = 0; i < c->m->tails.count; i++) {
        sg_str tail = c->m->tails.line[i];
        char low[WORD_MAX * 3];
        if (form.n <= tail.n || form.n > WORD_MAX) continue;
        if (!sg_eq((sg_str){low, lower_of(part(c, to - tail.n, to), low)}, tail)) continue;
        size_t cuts[2] = {to - tail.n, to};
        put_mwt(c, from, cuts, 1);
        return;
    }
    put(c, from, to);
}

/* Does the punctuation at `at` stay inside the word? Between digits, and in addresses; hyphens do not. */
static bool joins(const cutter *c, size_t from, size_t at, size_t to) {
    char p = c->text.s[at];
    if (at == from || at + 1 >= to) return false;
    char before = c->text.s[at - 1], after = c->text.s[at + 1];
    if (is_digit(before) && is_digit(after)) return p == ',' || p == '.' || p == ':' || p == '/';
    if (p == '\'') return true;
    if ((unsigned char)p == 0xE2 && at + 3 < to) return (unsigned char)c->text.s[at + 1] == 0x80 && (unsigned char)c->text.s[at + 2] == 0x99;
    return p == '.' || p == '@' || p == '&' || p == '_';
}

static bool is_address(sg_str s) {
    for (size_t i = 0; i + 2 < s.n; i++)
        if ((s.s[i] == ':' && s.s[i + 1] == '/' && s.s[i + 2] == '/') || (i && s.s[i] == '@')) return true;
    return s.n > 4 && (memcmp(s.s, "www.", 4) == 0);
}

/* Is the stop at the end of this word part of it? Known abbreviations, single capitals, A.B.C. */
static bool owns_stop(const cutter *c, size_t from, size_t to) {
    sg_str with = part(c, from, to);
    if (look(&c->m->whole, with) >= 0) return true;
    if (with.n == 2 && with.s[0] >= 'A' && with.s[0] <= 'Z') return true;
    bool dotted = with.n >= 4;
    for (size_t i = 0; i < with.n; i++) dotted &= i % 2 ? with.s[i] == '.' : !is_digit(with.s[i]) && is_word((unsigned char)with.s[i]);
    return dotted && with.n % 2 == 0;
}

static size_t run_of(const cutter *c, size_t at, size_t to) { /* ... -- !! stay together */
    size_t end = at;
    while (end < to && c->text.s[end] == c->text.s[at]) end++;
    char p = c->text.s[at];
    bool runs = p == '.' || p == '-' || p == '!' || p == '?' || p == '*' || p == '=' || p == '_';
    return runs && end > at + 1 ? end : at + 1;
}

/* A stretch without blanks, from its left end. */
static void cut_stretch(cutter *c, size_t from, size_t to) {
    if (is_address(part(c, from, to))) {
        size_t end = to;
        while (end > from + 1 && strchr(".,;:!?)\"'", c->text.s[end - 1])) end--;
        put(c, from, end);
        from = end;
    }
    while (from < to) {
        size_t at = from, next = from;
        uint32_t first = sg_utf8_next(c->text, &next);
        if (!is_word(first)) {
            sg_str rest = part(c, from, to);
            if (rest.n > 1 && rest.s[0] == '\'' && look(&c->m->tails, rest) >= 0) {
                put(c, from, to);
                return;
            }
            size_t end = first < 0x80 ? run_of(c, from, to) : next;
            put(c, from, end);
            from = end;
            continue;
        }
        while (at < to && at - from < WORD_MAX) {
            next = at;
            uint32_t ch = sg_utf8_next(c->text, &next);
            if (!is_word(ch) && !joins(c, from, at, to)) break;
            at = next > to ? to : next;
        }
        size_t whole = at;
        while (whole < to && whole - from < WORD_MAX / 2 && c->text.s[whole] == '-') { /* e-mail: one word where the model knows it */
            size_t end = whole + 1;
            while (end < to && is_word((unsigned char)c->text.s[end])) end++;
            if (end == whole + 1 || look(&c->m->whole, part(c, from, end)) < 0) break;
            whole = at = end;
        }
        if (at < to && c->text.s[at] == '.' && owns_stop(c, from, at + 1)) at++;
        put_word(c, from, at);
        from = at;
    }
}

/* ---- sentences ---- */

static void close_sentence(cutter *c) {
    sg_doc *d = c->d;
    if (c->start == NONE) return;
    uint32_t count = (uint32_t)d->tok_count - c->start;
    *SG_PUSH(d->arena, d->sents, d->sent_count, d->sent_cap) =
        (sg_sent){d->toks[c->start].start, d->toks[d->tok_count - 1].end, c->start, count, (uint32_t)(c->block - d->blocks), c->start,
                  c->block->in_title, c->paragraph, NONE};
    c->start = NONE;
    c->paragraph = false;
}

static bool looks_like_start(const cutter *c, size_t at, size_t end) {
    while (at < end && (c->text.s[at] == '"' || c->text.s[at] == '\'' || c->text.s[at] == '(' || c->text.s[at] == '[')) at++;
    size_t i = at;
    if (at >= end) return true;
    uint32_t ch = sg_utf8_next(c->text, &i);
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)ch);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT || k == UTF8PROC_CATEGORY_LO || !is_word(ch) || (ch >= '0' && ch <= '9');
}

static bool opens(const cutter *c, size_t at, size_t end) {
    size_t to = at;
    while (to < end && is_word((unsigned char)c->text.s[to])) to++;
    return look(&c->m->openers, part(c, at, to)) >= 0;
}

/* Does a sentence end after the last token, when blanks follow and then `next`? */
static bool ends_here(const cutter *c, size_t next, size_t end) {
    sg_doc *d = c->d;
    uint32_t i = (uint32_t)d->tok_count;
    while (i > c->start && is_quote(d->toks[i - 1].form)) i--;
    if (i == c->start) return false;
    sg_str f = d->toks[i - 1].form;
    char last = f.s[f.n - 1];
    if (last != '.' && last != '!' && last != '?' && !(f.n == 3 && (unsigned char)f.s[0] == 0xE2 && (unsigned char)f.s[1] == 0x80 && (unsigned char)f.s[2] == 0xA6)) return false;
    if (!looks_like_start(c, next, end)) return false;
    if (f.n > 1 && last == '.' && is_word((unsigned char)f.s[0])) return f.n > 2 && opens(c, next, end);
    return true;
}

static void cut_block(cutter *c) {
    size_t at = c->block->start, end = c->block->end;
    c->paragraph = true;
    c->start = NONE;
    while (at < end) {
        size_t next = at;
        if (is_blank(sg_utf8_next(c->text, &next))) {
            at = next;
            continue;
        }
        size_t to = at;
        while (to < end) {
            next = to;
            if (is_blank(sg_utf8_next(c->text, &next))) break;
            to = next > end ? end : next;
        }
        if (c->start != NONE && (ends_here(c, at, end) || c->d->tok_count - c->start >= SENTENCE_MAX)) close_sentence(c);
        while (at < to) { /* a stretch without end is cut into sentences too */
            size_t some = to - at > 1000 ? at + 1000 : to;
            while (some < to && ((unsigned char)c->text.s[some] & 0xC0) == 0x80) some++;
            if (c->start != NONE && c->d->tok_count - c->start >= SENTENCE_MAX) close_sentence(c);
            cut_stretch(c, at, some);
            at = some;
        }
        if (c->d->tok_count) c->d->toks[c->d->tok_count - 1].space_after = to < end;
    }
    close_sentence(c);
}

/* ---- sentences that came with the document ---- */

static void take_given(sg_doc *d) {
    const sg_input *in = d->in;
    for (size_t i = 0; i < in->given_sentence_count; i++) {
        const sg_given_sentence *g = &in->given_sentences[i];
        sg_sent s = {.start = g->start, .end = g->end, .first = (uint32_t)d->tok_count, .given = (uint32_t)i, .root = (uint32_t)d->tok_count};
        for (size_t k = g->first; k < g->first + g->count; k++) {
            const sg_given_token *t = &in->given[k];
            bool space = !(t->misc.n >= 13 && t->misc.s && sg_list_has(sg_dup(d->arena, t->misc), SG_LIT("SpaceAfter=No")));
            if (t->last > t->first) {
                *SG_PUSH(d->arena, d->mwts, d->mwt_count, d->mwt_cap) =
                    (sg_mwt){s.first + t->first - 1, s.first + t->last - 1, t->start, t->end, t->form, space};
                continue;
            }
            bool none = t->feats.n == 0 || sg_eqz(t->feats, "_");
            uint32_t m = d->mwt_count && d->mwts[d->mwt_count - 1].last >= d->tok_count && d->mwts[d->mwt_count - 1].first >= s.first ? (uint32_t)d->mwt_count - 1 : NONE;
            *SG_PUSH(d->arena, d->toks, d->tok_count, d->tok_cap) = (sg_tok){
                .start = t->start, .end = t->end, .sent = (uint32_t)d->sent_count, .form = t->form, .lemma = sg_dup(d->arena, t->lemma),
                .feats = none ? NULL : sg_dup(d->arena, t->feats), .label = sg_dup(d->arena, t->deprel), .bits = sg_feats_of(t->feats),
                .head = t->head ? s.first + t->head - 1 : NONE, .upos = (uint8_t)sg_upos_of(t->upos), .deprel = (uint8_t)sg_deprel_of(t->deprel),
                .space_after = space, .mwt = m, .child = NONE, .next = NONE};
        }
        s.count = (uint32_t)d->tok_count - s.first;
        for (uint32_t k = s.first; k < d->tok_count; k++)
            if (d->toks[k].head != NONE && d->toks[k].head >= d->tok_count) d->toks[k].head = NONE;
        if (s.count) *SG_PUSH(d->arena, d->sents, d->sent_count, d->sent_cap) = s;
    }
}

void sg_tokenise(sg_doc *d, const sg_model *m) {
    if (d->in->given_sentence_count) {
        take_given(d);
        return;
    }
    for (size_t i = 0; i < d->block_count; i++) {
        cutter c = {.d = d, .m = m, .text = sg_doc_text(d, d->blocks[i].in_title), .block = &d->blocks[i], .start = NONE};
        cut_block(&c);
    }
}
