/* dict_lists.c: discards and issues of PETRARCH: words that end the reading, words that tell what it is about.
 *
 *     WORD WORD            the sentence gives nothing         +WORD   the whole document gives nothing
 *     <ISSUE ...> n:word word [ISSUE]                         ~word   (an exception: not said)
 *
 * An issue becomes a context of its own, by its name in small letters. */
#include "dict.h"

#include <string.h>
#include <utf8proc.h>

enum { PHRASE_MOST = 200 };

/* Marks and signs alone are no word: the normal form leaves nothing of them. */
static bool has_letter(const char *s) {
    utf8proc_int32_t c;
    for (utf8proc_ssize_t n; *s; s += n > 0 ? n : 1) {
        n = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
        utf8proc_category_t kind = n > 0 ? utf8proc_category(c) : UTF8PROC_CATEGORY_CN;
        if ((kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
            (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO))
            return true;
    }
    return false;
}

/* A phrase that a table can hold; NULL was reported. */
static const char *phrase_of(sgio_dict *d, sg_str s) {
    const char *phrase = dict_lower(d, s);
    const char *wrong = !has_letter(phrase)            ? "an entry without words"
                        : strlen(phrase) > PHRASE_MOST ? "the phrase is too long"
                        : strpbrk(phrase, "|[]{}<>*")  ? "a phrase with signs in it"
                        : *phrase == '-' && phrase[1]  ? "a phrase that begins with a dash"
                                                       : NULL;
    if (!wrong) return phrase;
    dict_unsaid(d, wrong, s);
    return NULL;
}

bool dict_read_discards(sgio_dict *d, sg_str text) {
    dict_lines l = {.rest = text};
    sg_str line;
    while (!d->failed && dict_next(d, &l, &line)) {
        if (!line.n) continue;
        dict_entry(d);
        bool whole = line.s[0] == '+';
        const char *phrase = phrase_of(d, whole ? (sg_str){line.s + 1, line.n - 1} : line);
        if (phrase) dict_row(d, DT_DISCARDS, phrase, whole ? "document" : "sentence", NULL);
    }
    return !d->failed;
}

/* "n:school" is school as a noun: we go by the lemma. "pre+school" may be written with a hyphen or as two words. */
static const char *issue_words(sgio_dict *d, sg_str s) {
    char *out = dict_lower(d, s), *to = out;
    bool fresh = true;
    for (const char *c = out; *c; c++) {
        bool tagged = fresh && (*c == 'n' || *c == 'v' || *c == 'a') && c[1] == ':';
        fresh = *c == ' ' || *c == '+';
        if (tagged) c++;
        else *to++ = *c;
    }
    *to = 0;
    if (!strchr(out, '+')) return out;
    char *apart = dict_print(d, "%s", out);
    for (char *c = out; *c; c++)
        if (*c == '+') *c = '-';
    for (char *c = apart; *c; c++)
        if (*c == '+') *c = ' ';
    return dict_print(d, "%s|%s", out, apart);
}

static void read_issue(sgio_dict *d, sg_str line) {
    const char *open = memchr(line.s, '[', line.n);
    const char *close = open ? memchr(open, ']', line.n - (size_t)(open - line.s)) : NULL;
    if (line.s[0] == '~' || !close) {
        dict_unsaid(d, line.s[0] == '~' ? "an exception to an issue" : "an issue without a name in brackets", line);
        return;
    }
    sg_str words = dict_trim((sg_str){line.s, (size_t)(open - line.s)});
    const char *phrases = phrase_of(d, words) ? issue_words(d, words) : NULL; /* of "n:" alone nothing is left */
    if (!phrases || !phrase_of(d, (sg_str){phrases, strcspn(phrases, "|")})) return;
    const char *context = dict_lower(d, dict_trim((sg_str){open + 1, (size_t)(close - open - 1)}));
    char *name = dict_print(d, "%s", context);
    for (char *c = name; *c; c++)
        if (*c == ' ') *c = '_';
    if (*name && !strchr(name, '|')) dict_row(d, DT_CONTEXTS, phrases, name, NULL);
    else dict_unsaid(d, "an issue without a name in brackets", line);
}

bool dict_read_issues(sgio_dict *d, sg_str text) {
    dict_lines l = {.rest = text};
    sg_str line;
    while (!d->failed && dict_next(d, &l, &line)) {
        if (!line.n || line.s[0] == '<') continue;
        dict_entry(d);
        read_issue(d, line);
    }
    return !d->failed;
}
