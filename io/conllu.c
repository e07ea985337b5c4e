/* conllu.c: trees as CoNLL-U, so that other people's tools can read and score them. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "io.h"

/* Control characters would break rows, and U+FFFD reads as a broken file to others: blanks and question marks. */
static void put_plain(FILE *f, sg_str s) {
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char *c = (const unsigned char *)s.s + i;
        bool control = *c < ' ' || *c == 0x7F, late = *c == 0xC2 && i + 1 < s.n && c[1] < 0xA0;
        bool lost = *c == 0xEF && i + 2 < s.n && c[1] == 0xBF && c[2] == 0xBD;
        fputc(control || late ? ' ' : lost ? '?' : *c, f);
        i += late ? 1 : lost ? 2 : 0;
    }
}

/* In NFC, as UD asks; TokenRange still counts in the text as it came. */
static void put_str(FILE *f, sg_str s, bool cell) {
    utf8proc_uint8_t *composed = NULL;
    bool ascii = true;
    for (size_t i = 0; i < s.n && ascii; i++) ascii = (unsigned char)s.s[i] < 0x80;
    utf8proc_ssize_t n = ascii ? -1
                               : utf8proc_map((const utf8proc_uint8_t *)s.s, (utf8proc_ssize_t)s.n, &composed,
                                              UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n >= 0) put_plain(f, (sg_str){(char *)composed, (size_t)n});
    else put_plain(f, s);
    free(composed);
    if (!s.n && cell) fputc('_', f);
}

static void put_word(FILE *f, const char *s) {
    put_str(f, (sg_str){s ? s : "", s ? strlen(s) : 0}, true);
}

typedef struct named_in { /* those of the sentence at hand, in sg_result.named */
    size_t from, to;
} named_in;

static bool item_is(const char *s, size_t n, const char *name) {
    size_t k = strlen(name);
    return n > k && !memcmp(s, name, k) && s[k] == '=';
}

/* What the given MISC had, less what we say ourselves. */
static bool put_kept(FILE *f, const char *misc, bool entities) {
    bool any = false;
    while (misc && *misc) {
        size_t n = strcspn(misc, "|");
        bool ours = item_is(misc, n, "SpaceAfter") || item_is(misc, n, "TokenRange") || (n == 1 && *misc == '_');
        ours = ours || item_is(misc, n, "Name") || item_is(misc, n, "Mention");
        ours = ours || (entities && item_is(misc, n, "Entity"));
        if (n && !ours) fprintf(f, "%s%.*s", any ? "|" : "", (int)n, misc), any = true;
        misc += n + (misc[n] == '|');
    }
    return any;
}

/* Entity= as CorefUD has it: brackets that open at a word, the longest first, then those that close. */
static bool put_entities(FILE *f, const sg_result *r, const named_in *e, uint32_t id, bool any) {
    bool opened = false;
    for (size_t i = e->from; i < e->to; i++) {
        const sg_named *n = &r->named[i];
        if (n->first != id) continue;
        fprintf(f, "%s(e%u-%s-%u",
                opened ? ""
                : any  ? "|Entity="
                       : "Entity=",
                (unsigned)n->id, n->type, (unsigned)(n->head - n->first + 1));
        if (n->country) fprintf(f, "-country:%s%s%s", n->country, n->sector ? ",sector:" : "", n->sector ? n->sector : "");
        if (n->last == id) fputc(')', f);
        opened = true;
    }
    for (size_t i = e->to; i-- > e->from;) {
        const sg_named *n = &r->named[i];
        if (n->last != id || n->first == id) continue;
        fprintf(f, "%se%u)", opened ? "" : any ? "|Entity=" : "Entity=", (unsigned)n->id);
        opened = true;
    }
    return any || opened;
}

static void put_token(FILE *f, const sg_result *r, const named_in *e, const sg_token *t, bool inside) {
    if (t->first == t->last) fprintf(f, "%u\t", (unsigned)t->first);
    else fprintf(f, "%u-%u\t", (unsigned)t->first, (unsigned)t->last);
    put_str(f, t->form, true);
    if (t->first != t->last) fputs("\t_\t_\t_\t_\t_\t_\t_\t", f);
    else {
        fputc('\t', f);
        put_word(f, t->lemma);
        fprintf(f, "\t%s\t_\t%s\t%u\t%s\t_\t", t->upos ? t->upos : "_", t->feats ? t->feats : "_", (unsigned)t->head,
                t->deprel ? t->deprel : "_");
    }
    bool any = put_kept(f, t->misc, r->named != NULL);
    if (r->named && t->first == t->last) any = put_entities(f, r, e, t->first, any);
    if (t->name) fprintf(f, "%sName=%s", any ? "|" : "", t->name), any = true;
    if (t->mention) fprintf(f, "%sMention=%s", any ? "|" : "", t->mention), any = true;
    if (!t->space_after && !inside) fprintf(f, "%sSpaceAfter=No", any ? "|" : ""), any = true;
    fprintf(f, "%sTokenRange=%zu:%zu\n", any ? "|" : "", t->byte_start, t->byte_end);
}

/* The given comments, less those that we write ourselves. */
static void put_comments(FILE *f, sg_str c, bool *has_id, bool entities) {
    for (size_t at = 0; at < c.n;) {
        const char *s = c.s + at, *stop = memchr(s, '\n', c.n - at);
        size_t n = stop ? (size_t)(stop - s) : c.n - at;
        at += n + 1;
        if (n && s[n - 1] == '\r') n--;
        bool ours =
            (n >= 8 && (!memcmp(s, "# newdoc", 8) || !memcmp(s, "# newpar", 8))) || (n >= 8 && !memcmp(s, "# text =", 8));
        if (!n || ours || (entities && n >= 15 && !memcmp(s, "# global.Entity", 15))) continue;
        if (n >= 9 && !memcmp(s, "# sent_id", 9)) *has_id = true;
        fwrite(s, 1, n, f);
        fputc('\n', f);
    }
}

static void put_sentence(FILE *f, const sg_result *r, const named_in *e, const sg_sentence *s, size_t number) {
    bool has_id = false;
    if (s->paragraph && !s->text.in_title) fputs("# newpar\n", f);
    put_comments(f, s->comments, &has_id, r->named != NULL);
    if (!has_id) fprintf(f, "# sent_id = %s-%zu\n", r->doc ? r->doc : "doc", number);
    fputs("# text = ", f);
    put_str(f, s->text.text, false);
    fputc('\n', f);
    uint32_t last = 0; /* the last word of the range that we are in */
    for (size_t i = 0; i < s->token_count; i++) {
        const sg_token *t = &s->tokens[i];
        put_token(f, r, e, t, t->first == t->last && t->first <= last);
        if (t->first != t->last) last = t->last;
    }
    fputc('\n', f);
}

void sgio_conllu(FILE *f, const sgio_document *d, const sg_result *r) {
    (void)d;
    if (!r->sentence_count) return;
    fputs("# newdoc id = ", f);
    put_word(f, r->doc);
    fputc('\n', f);
    if (r->named) fputs("# global.Entity = eid-etype-head-other\n", f);
    bool title = r->sentences[0].text.in_title;
    named_in e = {0, 0};
    for (size_t i = 0; i < r->sentence_count; i++) {
        for (e.from = e.to; e.to < r->named_count && r->named[e.to].sentence == i; e.to++)
            ;
        put_sentence(f, r, &e, &r->sentences[i], title ? i : i + 1);
    }
}
