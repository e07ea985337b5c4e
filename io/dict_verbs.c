/* dict_verbs.c: verbs of PETRARCH and TABARI.
 *
 *     &SET                     a set of words: its members follow, each after a "+"
 *     --- NAME [CODE] ---      a block: the verbs in it share its code and patterns
 *     VERB {FORM FORM} [CODE]  A_+B: the verb is B, with A before it
 *     - BEFORE * AFTER [CODE]  words around the verb: "_" joins neighbours, $ the source, + the target,
 *                              ^ somebody else, % several, &SET a word of the set, { } ( ) phrases
 *
 * A block becomes rows of en/acts whose word is any of its verbs: one for the block's own code, one a pattern. In
 * dictionaries for whole sentences of words (TABARI, PETRARCH 1) a pattern's words may stand anywhere beside the
 * verb, as they are written; where patterns speak of phrases (PETRARCH 2) they stand in its clause, by lemma. */
#include "dict.h"

#include <stdlib.h>
#include <string.h>

enum { VERBS = 2048, TEXT = 512, DEPTH = 16, CODE_MOST = 16, NAME_MOST = 60 };

typedef struct verb { /* its forms stand in `words`, parted by | */
    char *words;
    char left[TEXT / 4], right[TEXT / 4]; /* words that belong to it, as patterns */
    char code[2 * CODE_MOST];
    unsigned line;
} verb;

typedef struct reader {
    sgio_dict *d;
    json_t *sets; /* name to a list of members */
    verb *verbs;
    size_t verb_count;
    char code[2 * CODE_MOST]; /* the block's */
    const char *all;          /* of all its simple verbs, parted by |, once they are told */
    bool phrases, blocks;     /* patterns with { } or ( ); lines of --- */
    bool told;                /* the verbs' own rows are made: a further verb opens a new group */
} reader;

/* ---- words ---- */

typedef struct piece {
    char s[TEXT];
    size_t n;
    bool full;
} piece;

static void put(piece *t, const char *s, size_t n) {
    if (t->n + n + 1 > sizeof t->s) {
        t->full = true;
        return;
    }
    memcpy(t->s + t->n, s, n);
    t->n += n;
    t->s[t->n] = 0;
}

static void put_small(piece *out, sg_str w) {
    for (size_t i = 0; i < w.n; i++) put(out, &(char){(char)(w.s[i] >= 'A' && w.s[i] <= 'Z' ? w.s[i] + 32 : w.s[i])}, 1);
}

/* A word in the normal form of tables, cut as the treebank cuts it: "don't" is do n't, "air-strike" three words. */
static void put_word(piece *out, sg_str w, const char *by) {
    for (size_t i = 0; i < w.n; i++) {
        char c = (char)(w.s[i] >= 'A' && w.s[i] <= 'Z' ? w.s[i] + 32 : w.s[i]);
        size_t rest = w.n - i;
        bool not = rest == 3 && i && (memcmp(w.s + i, "N'T", 3) == 0 || memcmp(w.s + i, "n't", 3) == 0);
        bool owner = c == '\'' && i && (rest == 1 || (rest == 2 && (w.s[i + 1] | 32) == 's'));
        bool hyphen = c == '-' && i && rest > 1;
        if (c == '.') continue;
        if (not || owner || hyphen) put(out, by, strlen(by));
        put(out, &c, 1);
        if (hyphen) put(out, by, strlen(by));
    }
}

static bool is_plain(sg_str w) {
    for (size_t i = 0; i < w.n; i++)
        if (strchr("|>~!=[]{}()\"", w.s[i])) return false;
    return w.n > 0;
}

/* ---- sets ---- */

static void class_name(const char *set, char name[64]) {
    size_t n = (size_t)snprintf(name, 64, "set-%s", set);
    for (size_t i = 0; i < n && i < 63; i++) {
        char c = name[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name[i] = (char)(!good ? '-' : c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
}

/* The regular plural, as the dictionaries suppose it. */
static const char *plural_of(sgio_dict *d, const char *word) {
    size_t n = strlen(word);
    char last = n ? word[n - 1] : 0, before = n > 1 ? word[n - 2] : 0;
    bool letter = last >= 'a' && last <= 'z';
    if (!letter || last == 's') return NULL;
    if (last == 'y' && !strchr("aeiou", before)) return dict_print(d, "%.*sies", (int)n - 1, word);
    bool hissing = strchr("xz", last) || (last == 'h' && strchr("cs", before));
    return dict_print(d, "%s%s", word, hissing ? "es" : "s");
}

static void put_member(reader *r, const char *class, const char *member) {
    piece phrase = {.n = 0};
    sg_str rest = dict_str(member), w;
    size_t n = strlen(member);
    bool closed = n && member[n - 1] == '_';
    while (dict_cut(&rest, "_ \t", &w)) {
        if (!w.n) continue;
        if (!is_plain(w)) {
            dict_unsaid(r->d, "a member of a set with signs in it", dict_str(member));
            return;
        }
        if (phrase.n) put(&phrase, " ", 1);
        put_word(&phrase, w, " ");
    }
    if (!phrase.n || phrase.full || phrase.s[0] == '-') {
        dict_unsaid(r->d, "a member of a set that is no word", dict_str(member));
        return;
    }
    dict_row(r->d, DT_CLASSES, phrase.s, class, NULL);
    const char *plural = closed || strchr(phrase.s, '\'') ? NULL : plural_of(r->d, phrase.s);
    if (plural) dict_row(r->d, DT_CLASSES, plural, class, NULL);
}

/* The members of a set and of the sets in it. `above`: the sets that this one stands in. */
static void put_members(reader *r, const char *class, const char *name, const char *above[DEPTH], int depth) {
    bool again = false;
    for (int i = 0; i < depth; i++) again |= strcmp(above[i], name) == 0;
    if (again || depth == DEPTH) {
        dict_unsaid(r->d, again ? "a set that holds itself" : "sets too deep in one another", dict_str(name));
        return;
    }
    above[depth] = name;
    json_t *list = json_object_get(r->sets, name), *one;
    size_t i;
    json_array_foreach(list, i, one) {
        const char *member = json_string_value(json_array_get(one, 0));
        r->d->line = (unsigned)json_integer_value(json_array_get(one, 1));
        if (member[0] != '&') put_member(r, class, member);
        else if (dict_has(r->sets, member + 1)) put_members(r, class, member + 1, above, depth + 1);
        else dict_unsaid(r->d, "a set that is not there", dict_str(member));
    }
}

static void strip_end(char *s) {
    for (size_t n = strlen(s); n && (s[n - 1] == '_' || s[n - 1] == ' ' || s[n - 1] == '\t'); n--) s[n - 1] = 0;
}

/* First all sets, as patterns may name those further down. */
static void read_sets(reader *r, sg_str all) {
    dict_lines l = {.rest = all};
    sg_str line;
    json_t *now = NULL;
    r->d->line = 0;
    while (!r->d->failed && dict_next(r->d, &l, &line)) {
        if (line.n > 1 && line.s[0] == '&') {
            char *name = dict_print(r->d, "%.*s", (int)line.n - 1, line.s + 1);
            strip_end(name);
            dict_entry(r->d);
            now = json_object_get(r->sets, name);
            if (!now && json_object_set_new_nocheck(r->sets, name, now = json_array()) != 0) r->d->failed = true;
        } else if (now && line.n > 1 && line.s[0] == '+') {
            sg_str member = dict_trim((sg_str){line.s + 1, line.n - 1});
            char *word = dict_print(r->d, "%.*s", (int)member.n, member.s);
            if (word[0] == '&') strip_end(word);
            json_array_append_new(now, json_pack("[si]", word, (int)r->d->line));
        } else if (line.n) now = NULL;
    }
    const char *name;
    json_object_foreach(r->sets, name, now) {
        char class[64];
        const char *above[DEPTH];
        class_name(name, class);
        put_members(r, class, name, above, 0);
    }
}

/* ---- codes ---- */

static bool is_null(sg_str c) {
    return c.n == 3 && (memcmp(c.s, "---", 3) == 0 || memcmp(c.s, "+++", 3) == 0 || memcmp(c.s, "###", 3) == 0);
}

/* Letters and digits, and one colon between the sides. */
static bool is_code(sg_str c) {
    size_t colons = 0;
    for (size_t i = 0; i < c.n; i++) {
        bool digit = c.s[i] >= '0' && c.s[i] <= '9', letter = (c.s[i] | 32) >= 'a' && (c.s[i] | 32) <= 'z';
        if (c.s[i] == ':') colons++;
        else if (!digit && !letter) return false;
    }
    return colons < 2 && c.n > colons;
}

/* "[032:033]" and the like: what stands in the first brackets of the line; false where there are none. */
static bool read_code(sgio_dict *d, sg_str line, char code[2 * CODE_MOST], sg_str *before) {
    const char *open = memchr(line.s, '[', line.n);
    *before = open ? (sg_str){line.s, (size_t)(open - line.s)} : line;
    code[0] = 0;
    if (!open) return false;
    sg_str in = {open + 1, line.n - (size_t)(open - line.s) - 1};
    const char *close = memchr(in.s, ']', in.n);
    if (!close) return false;
    in = dict_trim((sg_str){in.s, (size_t)(close - in.s)});
    if (in.n && in.s[in.n - 1] == '?') in.n--;
    if (in.n && !is_null(in) && !is_code(in)) {
        dict_remark(d, "a code of other signs than letters and digits is none", line);
        return false;
    }
    snprintf(code, 2 * CODE_MOST, "%.*s", is_null(in) ? 3 : (int)in.n, is_null(in) ? "---" : in.s);
    return in.n && in.n < 2 * CODE_MOST;
}

typedef struct meaning { /* what a code says in our tables */
    const char *type, *mode, *code, *flags;
    bool none, swapped, both;
} meaning;

static const char *cell_of(const sgio_dict *d, const char *code, const char *column) {
    size_t i = (size_t)json_integer_value(json_object_get(d->codes, code));
    return dict_has(d->codes, code) ? sg_lexicon_cell(d->ours, "codes/cameo", i, column) : "";
}

static void use_code(sgio_dict *d, const char *code) {
    if (*code) json_object_set_new_nocheck(d->used, code, json_true());
}

static meaning meaning_of(reader *r, const char *text) {
    sgio_dict *d = r->d;
    if (strcmp(text, "---") == 0) return (meaning){.type = "-", .mode = "", .code = "", .flags = "written", .none = true};
    sg_str rest = dict_str(text), one, two = {"", 0};
    dict_cut(&rest, ":", &one);
    if (rest.s) two = rest;
    const char *a = dict_print(d, "%.*s", (int)one.n, one.s), *b = dict_print(d, "%.*s", (int)two.n, two.s);
    meaning m = {.swapped = !*a && *b, .both = *a && strcmp(a, b) == 0};
    if (m.swapped) a = b, b = "";
    bool plain = d->style.own_codes || !dict_has(d->codes, a);
    if (plain && !d->style.own_codes) dict_remark(d, "a code that CAMEO does not have comes out as it is", dict_str(a));
    m.type = plain ? "-" : cell_of(d, a, "type");
    m.mode = plain ? "" : cell_of(d, a, "mode");
    if (!*m.type) m.type = "-";
    m.code = *b && !m.both ? dict_print(d, "%s:%s", a, b) : a;
    m.flags = plain ? "code|written" : "written";
    use_code(d, a);
    use_code(d, b);
    return m;
}

/* ---- rows ---- */

typedef struct pattern {
    piece left, right;
    bool source, target, target_left, several; /* what its signs say of the parties */
} pattern;

static const char *join_needs(sgio_dict *d, const char *stretch, const char *own, const pattern *p) {
    bool left = strcmp(stretch, "left") == 0 || strcmp(stretch, "lead") == 0;
    const char *words = !p ? "" : left ? p->left.s : p->right.s;
    if (!*own && !*words) return "";
    if (!*own || !*words) return dict_print(d, "%s>%s%s ", stretch, own, words);
    /* what belongs to the verb stands between it and the pattern's words */
    return left ? dict_print(d, "%s>%s..%s ", stretch, words, own) : dict_print(d, "%s>%s..%s ", stretch, own, words);
}

static void put_act(reader *r, const char *words, const verb *v, const pattern *p, const char *code) {
    sgio_dict *d = r->d;
    meaning m = meaning_of(r, code);
    const char *near = r->phrases ? "subj" : "subj|left";
    const char *far = r->phrases ? "obj|iobj|to|with|against|on|from|right" : "obj|right";
    const char *actor = p && p->source ? "$" : p && p->target_left ? "left|right" : near;
    const char *to = p && p->target ? "+" : p && p->source ? "left|right" : far;
    const char *needs = dict_print(d, "%s%s%s", join_needs(d, r->phrases ? "lead" : "left", v ? v->left : "", p),
                                   join_needs(d, r->phrases ? "rest" : "right", v ? v->right : "", p),
                                   p && p->several ? "subj~several" : "");
    bool mutual = m.both || (p && p->several);
    const char *flags = mutual ? dict_print(d, "%s|recip", m.flags) : m.flags;
    if (m.none) flags = "written", actor = to = "-";
    dict_row(d, DT_ACTS, words, "v", m.type, m.mode, m.code, "", m.swapped ? to : actor, m.swapped ? actor : to, flags,
             needs, NULL);
}

static bool is_simple(const verb *v) {
    return !*v->left && !*v->right;
}

/* The words of all simple verbs of the group, or of those without a code of their own. */
static const char *group_words(reader *r, bool all) {
    sgio_buffer b = {0};
    for (size_t i = 0; i < r->verb_count; i++) {
        const verb *v = &r->verbs[i];
        if (!is_simple(v) || (!all && *v->code)) continue;
        if (b.n) r->d->failed |= !sgio_put(&b, "|", 1);
        r->d->failed |= !sgio_put(&b, v->words, strlen(v->words));
    }
    const char *words = b.n && !r->d->failed ? dict_print(r->d, "%s", b.s) : "";
    free(b.s);
    return words;
}

/* The rows of the verbs by themselves. A block without a code says nothing of its verbs alone. */
static void tell_verbs(reader *r) {
    if (r->told) return;
    r->told = true;
    r->all = group_words(r, true);
    unsigned now = r->d->line;
    bool coded = *r->code && strcmp(r->code, "---") != 0;
    const char *shared = group_words(r, false);
    for (size_t i = 0; i < r->verb_count; i++)
        if (is_simple(&r->verbs[i]) && !*r->verbs[i].code) {
            r->d->line = r->verbs[i].line;
            break;
        }
    if (*shared && coded) put_act(r, shared, NULL, NULL, r->code);
    for (size_t i = 0; i < r->verb_count; i++) {
        const verb *v = &r->verbs[i];
        const char *code = *v->code ? v->code : r->code;
        r->d->line = v->line;
        if ((*v->code || (!is_simple(v) && coded)) && strcmp(code, "---") != 0) put_act(r, v->words, v, NULL, code);
    }
    r->d->line = now;
}

/* ---- verbs ---- */

/* "A_+B_C": the verb's own word, and what stands before and after it. False: no word. */
static bool cut_verb(sg_str s, piece *left, piece *word, piece *right) {
    sg_str w;
    *left = *word = *right = (piece){.n = 0};
    bool marked = s.n && memchr(s.s, '+', s.n) != NULL, found = false;
    while (dict_cut(&s, "_ \t", &w)) {
        bool head = w.n && w.s[0] == '+';
        if (head) w.s++, w.n--;
        if (!w.n) continue;
        if (!is_plain(w)) return false;
        bool is_head = marked ? head && !found : !found;
        piece *to = is_head ? word : found ? right : left;
        if (to == right) put(to, "_", 1);
        if (is_head) put_small(to, w);
        else put_word(to, w, "_");
        if (to == left) put(to, "_", 1);
        found |= is_head;
    }
    return found && word->n && !left->full && !right->full && !word->full;
}

static verb *add_verb(reader *r, sg_str form, const char *code) {
    piece left, word, right;
    if (!cut_verb(form, &left, &word, &right)) {
        dict_unsaid(r->d, "a verb that is no word", form);
        return NULL;
    }
    if (r->verb_count == VERBS || left.n >= sizeof r->verbs->left || right.n >= sizeof r->verbs->right) {
        dict_unsaid(r->d, r->verb_count == VERBS ? "more verbs than a block may have" : "a verb of too many words", form);
        return NULL;
    }
    verb *v = &r->verbs[r->verb_count++];
    *v = (verb){.words = dict_print(r->d, "%s", word.s), .line = r->d->line};
    memcpy(v->left, left.s, left.n + 1);
    memcpy(v->right, right.s, right.n + 1);
    snprintf(v->code, sizeof v->code, "%s", code);
    bool particle = !left.n && right.n && !memchr(right.s + 1, '_', right.n - 1) && dict_has(r->d->particles, right.s + 1);
    if (r->phrases && particle) { /* "call off" is a verb of our tables, wherever its particle stands */
        v->words = dict_print(r->d, "%s %s", word.s, right.s + 1);
        v->right[0] = 0;
    } else if (r->phrases) {
        for (char *c = v->right; *c == '_'; c++) memmove(c, c + 1, strlen(c));
    }
    return v;
}

/* Forms in braces go to the verb that they are forms of, if they keep its other words; else they stand alone. */
static void read_forms(reader *r, verb *v, sg_str in) {
    sg_str form;
    size_t at = (size_t)(v - r->verbs);
    while (dict_cut(&in, " \t,", &form)) {
        if (!form.n) continue;
        verb *other = add_verb(r, form, r->verbs[at].code);
        if (!other) continue;
        verb *mine = &r->verbs[at];
        if (strcmp(other->left, mine->left) != 0 || strcmp(other->right, mine->right) != 0) continue;
        mine->words = dict_print(r->d, "%s|%s", mine->words, other->words);
        r->verb_count--;
    }
}

static void read_verb(reader *r, sg_str line) {
    char code[2 * CODE_MOST];
    sg_str form, forms = {0};
    if (r->told || !r->blocks) {
        tell_verbs(r);
        r->verb_count = 0;
        r->told = false;
        if (!r->blocks) r->code[0] = 0;
    }
    dict_entry(r->d);
    bool coded = read_code(r->d, line, code, &form);
    const char *open = memchr(form.s, '{', form.n);
    if (open) {
        forms = (sg_str){open + 1, form.n - (size_t)(open - form.s) - 1};
        form.n = (size_t)(open - form.s);
        const char *close = memchr(forms.s, '}', forms.n);
        if (!close) dict_remark(r->d, "a brace that does not close", line);
        if (close) forms.n = (size_t)(close - forms.s);
    }
    verb *v = add_verb(r, dict_trim(form), coded ? code : "");
    if (v && forms.n) read_forms(r, v, forms);
}

/* ---- patterns ---- */

/* The longest name of a set that the word begins with, cut at "_". */
static size_t set_in(const reader *r, sg_str w, char class[64]) {
    for (size_t n = w.n < NAME_MOST ? w.n : NAME_MOST; n > 0; n--) {
        if (n < w.n && w.s[n] != '_') continue;
        char *name = dict_print(r->d, "%.*s", (int)n, w.s);
        if (!dict_has(r->sets, name)) continue;
        class_name(name, class);
        return n;
    }
    return 0;
}

typedef struct walk { /* over a pattern */
    reader *r;
    pattern *p;
    bool after, joined; /* beyond the verb; right beside what came before */
    size_t stars;
    const char *wrong;
} walk;

static void put_element(walk *k, const char *s, size_t n) {
    piece *t = k->after ? &k->p->right : &k->p->left;
    bool first = !t->n;
    if (k->joined && (!first || k->after)) put(t, "_", 1);
    else if (!first) put(t, "..", 2);
    put(t, s, n);
    k->joined = false;
}

static void put_sign(walk *k, char c) {
    if (c == '%' && !k->after) {
        k->p->several = true;
        return;
    }
    if (c == '%') c = '+';
    if (c == '$') k->p->source = true;
    if (c == '+') k->p->target = true, k->p->target_left = !k->after;
    put_element(k, &c, 1);
}

/* A word up to the next blank, "_" or bracket; of a set its name. */
static size_t put_piece(walk *k, sg_str s) {
    size_t n = 0;
    while (n < s.n && !strchr(" \t_{}()*", s.s[n])) n++;
    if (s.s[0] == '&') {
        size_t whole = 1;
        char class[64], element[80];
        while (whole < s.n && !strchr(" \t{}()*", s.s[whole])) whole++;
        size_t set = set_in(k->r, (sg_str){s.s + 1, whole - 1}, class);
        if (!set) k->wrong = "a set that is not there";
        int m = snprintf(element, sizeof element, "~%s", set ? class : "");
        put_element(k, element, (size_t)m);
        return set ? set + 1 : whole;
    }
    piece word = {.n = 0};
    if (!is_plain((sg_str){s.s, n})) k->wrong = "a pattern with signs that are not known";
    put_word(&word, (sg_str){s.s, n}, "_");
    if (word.full) k->wrong = "a pattern of too many words";
    if (word.n) put_element(k, word.s, word.n);
    return n;
}

/* The verb's place: what is joined to it stands right beside it. */
static void put_star(walk *k) {
    if (k->joined && !k->after && k->p->left.n) put(&k->p->left, "_", 1);
    k->after = true;
    k->joined = false;
    k->stars++;
}

static const char *read_pattern(reader *r, sg_str s, pattern *p) {
    walk k = {.r = r, .p = p};
    *p = (pattern){.source = false};
    while (s.n && !k.wrong) {
        char c = s.s[0];
        size_t n = 1;
        if (c == '*') put_star(&k);
        else if (c == '_') k.joined = true;
        else if (c == ' ' || c == '\t') k.joined = false;
        else if (strchr("{}()", c)) k.joined = false;
        else if (strchr("$+^%", c)) put_sign(&k, c);
        else n = put_piece(&k, s);
        s.s += n, s.n -= n;
    }
    if (k.wrong) return k.wrong;
    if (k.stars != 1) return "a pattern without its verb, or with several";
    return p->left.full || p->right.full ? "a pattern of too many words" : NULL;
}

static void read_pattern_line(reader *r, sg_str line) {
    char code[2 * CODE_MOST];
    sg_str words;
    pattern p;
    dict_entry(r->d);
    tell_verbs(r);
    if (!read_code(r->d, line, code, &words)) {
        dict_unsaid(r->d, "a pattern without a code", line);
        return;
    }
    const char *wrong = read_pattern(r, dict_trim((sg_str){words.s + 1, words.n ? words.n - 1 : 0}), &p);
    if (!wrong && !r->verb_count) wrong = "a pattern that no verb stands before";
    if (wrong) {
        dict_unsaid(r->d, wrong, line);
        return;
    }
    if (*r->all) put_act(r, r->all, NULL, &p, code);
    for (size_t i = 0; i < r->verb_count; i++)
        if (!is_simple(&r->verbs[i])) put_act(r, r->verbs[i].words, &r->verbs[i], &p, code);
}

/* ---- the file ---- */

static void open_block(reader *r, sg_str line) {
    sg_str name;
    tell_verbs(r);
    r->verb_count = 0;
    r->told = false;
    read_code(r->d, line, r->code, &name);
}

static void look_ahead(reader *r, sg_str rest) {
    sg_str line;
    while (dict_cut(&rest, "\n", &line)) {
        if (line.n > 3 && memcmp(line.s, "---", 3) == 0) r->blocks = true;
        if (line.n < 2 || memcmp(line.s, "- ", 2) != 0) continue;
        const char *end = memchr(line.s, '[', line.n);
        size_t n = end ? (size_t)(end - line.s) : line.n;
        if (memchr(line.s, '(', n) || memchr(line.s, '{', n)) r->phrases = true;
    }
}

static void read_lines(reader *r, sg_str all) {
    dict_lines l = {.rest = all};
    sg_str line;
    bool in_set = false;
    r->d->line = 0;
    while (!r->d->failed && dict_next(r->d, &l, &line)) {
        if (!line.n) continue;
        bool member = in_set && line.s[0] == '+';
        in_set = line.s[0] == '&' || member;
        if (in_set) continue;
        if (line.n > 3 && memcmp(line.s, "---", 3) == 0) open_block(r, line);
        else if (line.s[0] == '-') read_pattern_line(r, line);
        else if (line.s[0] == '~') dict_entry(r->d), dict_unsaid(r->d, "a transformation of one event into another", line);
        else if (line.s[0] == '[') dict_unsaid(r->d, "a code that no verb stands before", line);
        else read_verb(r, line);
    }
    tell_verbs(r);
}

/* Their verbs instead of ours: rows that take ours out stand before all others. */
static void stand_alone(sgio_dict *d) {
    if (!d->style.alone || d->row_count[DT_OPERATORS]) return;
    dict_row(d, DT_ACTS, "-*", "", "", "", "", "", "", "", "", "", NULL);
    dict_row(d, DT_OPERATORS, "-*", "", "", "", "", "", NULL);
    dict_row(d, DT_STANCES, "-*", "", "", "", "", NULL);
    dict_row(d, DT_COMPOSE, "-*", "", "", "", "", "", "", "", NULL);
}

bool dict_read_verbs(sgio_dict *d, sg_str all) {
    reader r = {.d = d, .sets = json_object(), .verbs = calloc(VERBS, sizeof *r.verbs)};
    d->failed |= !r.sets || !r.verbs;
    if (!d->failed) {
        stand_alone(d);
        look_ahead(&r, all);
        read_sets(&r, all);
        read_lines(&r, all);
    }
    json_decref(r.sets);
    free(r.verbs);
    return !d->failed;
}
