/* label.c: see label.h. A caller is a title, a name, and what stands in brackets: his land, his language. In capitals the
 * name needs no brackets, and an office may follow; what a table has no title for, and "The", need them. */
#include "label.h"

enum {
    NAME_WORDS = 6,
    OFFICE_WORDS = 10,
    PARTICLE = 3, /* letters of "de", "von" */
    SHORTEST = 2  /* letters of a name in capitals */
};

static bool is_upper(char c) {
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

sg_str sg_past_number(sg_str s) {
    size_t n = 0;
    while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9') n++;
    if (!n || n == s.n || s.s[n] != '.') return s;
    return sg_trim((sg_str){s.s + n + 1, s.n - n - 1});
}

static bool is_title(const sg_doc *d, sg_str word) {
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_VOICES, sg_fold(d->arena, word, &caps));
    return rows.count && !strcmp(rows.row[0]->cell[1], "title");
}

static bool in_capitals(sg_str word) {
    size_t letters = 0;
    for (size_t i = 0; i < word.n; i++) {
        if (is_lower(word.s[i])) return false;
        letters += is_upper(word.s[i]);
    }
    return letters >= SHORTEST;
}

/* Nothing but brackets, one after another, and something in each. */
static bool are_brackets(sg_str s) {
    while (s.n) {
        const char *close = s.s[0] == '(' ? memchr(s.s, ')', s.n) : NULL;
        if (!close || close == s.s + 1) return false;
        size_t n = (size_t)(close - s.s) + 1;
        s = sg_trim((sg_str){s.s + n, s.n - n});
    }
    return true;
}

/* "ANN ROE, President of the Commission": a name in capitals, and behind the comma an office. */
static bool tells_office(const sg_doc *d, sg_str words) {
    const char *comma = memchr(words.s, ',', words.n);
    if (!comma) return false;
    sg_str name = sg_trim((sg_str){words.s, (size_t)(comma - words.s)}), word;
    sg_str office = {comma + 1, words.n - (size_t)(comma + 1 - words.s)};
    size_t capitals = 0, n = 0;
    bool caps, role = false;
    while (sg_cut(&name, ' ', &word)) {
        if (!in_capitals(word) && word.n > PARTICLE) return false;
        capitals += in_capitals(word);
    }
    while (sg_cut(&office, ' ', &word) && ++n <= OFFICE_WORDS) {
        sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, word, &caps));
        role |= found.count && !strcmp(found.row[0]->cell[R_KIND], "person");
    }
    return capitals > 1 && role && n <= OFFICE_WORDS;
}

bool sg_label_calls(const sg_doc *d, sg_str words) {
    words = sg_past_number(sg_trim(words));
    if (tells_office(d, words)) return true;
    const char *open = memchr(words.s, '(', words.n);
    sg_str name = open ? sg_trim((sg_str){words.s, (size_t)(open - words.s)}) : words, word;
    size_t n = 0;
    bool title = false, the = false, capitals = false, last = false;
    while (sg_cut(&name, ' ', &word)) {
        if (!word.n) continue;
        if (!is_upper(word.s[0]) && (!n || word.n > PARTICLE)) return false;
        if (!n) title = is_title(d, word), the = word.n == 3 && (word.s[0] == 'T' || word.s[0] == 't');
        else capitals |= in_capitals(word), last = is_upper(word.s[0]);
        n++;
    }
    if (n < 2 || n > NAME_WORDS || !last) return false;
    if (!open) return title && capitals;
    bool brackets = are_brackets((sg_str){open, words.n - (size_t)(open - words.s)});
    return brackets && (title || capitals) && !(the && !capitals);
}
