/* dict_names.c: actors and agents of PETRARCH and TABARI.
 *
 *     NAME [CODE]                     NAME {PLURAL} [~CODE]
 *     +SYNONYM                        !SET! = WORD, WORD
 *     	[CODE <DATE] [CODE DATE-DATE] [CODE >DATE]
 *
 * An entry is its names and, on their lines or below, its codes. A code with ~ in it belongs to an agent: it is
 * added to the code of the country; others are actors'. Codes are cut into our columns: three letters of a country
 * (or of what has none: IGO, NGO ...), the first part that our roles know as a sector, the whole. */
#include "dict.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES = 4096, CODES = 64, CODE_MOST = 48, NAME_MOST = 200, SETS = 256, MEMBERS = 64, SETS_IN_NAME = 2, PART = 3 };

typedef struct entry_name {
    sg_str text, plural;
    unsigned line;
} entry_name;

typedef struct entry_code {
    sg_str text; /* "ARNGOV", "~GOV" */
    char from[11], to[11];
    unsigned line;
} entry_code;

typedef struct set { /* !PERSON! = MAN, MEN */
    sg_str name, member[MEMBERS];
    size_t count;
} set;

typedef struct reader {
    sgio_dict *d;
    entry_name *names;
    size_t name_count, code_count, set_count;
    bool mixed; /* the entry has a country's code and longer ones: all stand in one table, in their order */
    entry_code codes[CODES];
    set *sets;
} reader;

/* ---- dates ---- */

static int month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* YYMMDD (the years to 30 are 2000 and later) or YYYYMMDD, as ISO; `before`: the day before. */
static bool read_date(sg_str s, bool before, char iso[11]) {
    int digit[8];
    s = dict_trim(s);
    if (s.n != 6 && s.n != 8) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') return false;
        digit[i] = s.s[i] - '0';
    }
    const int *at = digit + s.n - 4;
    int year = digit[0] * 10 + digit[1], month = at[0] * 10 + at[1], day = at[2] * 10 + at[3];
    year = s.n == 8 ? year * 100 + digit[2] * 10 + digit[3] : year > 30 ? 1900 + year : 2000 + year;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > month_days(year, month)) return false;
    if (before && --day == 0) {
        if (--month == 0) month = 12, year--;
        day = month_days(year, month);
    }
    snprintf(iso, 11, "%04d-%02d-%02d", year % 10000, month, day);
    return true;
}

/* "< 950601", "19950601 - 19990815", "> 990816": until the day before, these days, from that day on. */
static bool read_dates(sg_str s, entry_code *c) {
    s = dict_trim(s);
    if (!s.n) return true;
    if (s.s[0] == '<') return read_date((sg_str){s.s + 1, s.n - 1}, true, c->to);
    if (s.s[0] == '>') return read_date((sg_str){s.s + 1, s.n - 1}, false, c->from);
    const char *dash = memchr(s.s, '-', s.n);
    if (!dash) return false;
    size_t n = (size_t)(dash - s.s);
    return read_date((sg_str){s.s, n}, false, c->from) && read_date((sg_str){dash + 1, s.n - n - 1}, false, c->to) &&
           strcmp(c->from, c->to) <= 0;
}

/* ---- rows ---- */

static bool has_none(const char *part) { /* what has no country */
    static const char list[] = " IGO NGO MNC IMG ISM NGM INT UIS ";
    char word[8];
    snprintf(word, sizeof word, " %.3s ", part);
    return strstr(list, word) != NULL;
}

/* The first part from `at` on that is a sector of ours. */
static const char *sector_of(const sgio_dict *d, const char *code, size_t at) {
    for (; strlen(code) >= at + PART; at += PART) {
        char part[PART + 1] = {code[at], code[at + 1], code[at + 2], 0};
        const char *sector = json_string_value(json_object_get(d->sectors, part));
        if (sector) return sector;
    }
    return "";
}

static bool is_sector(const sgio_dict *d, const char *code) {
    char part[PART + 1] = {code[0], code[1], code[2], 0};
    return dict_has(d->sectors, part) && !dict_has(d->countries, part);
}

/* Their names and agents instead of ours. */
static void strike_names(sgio_dict *d) {
    if (!d->style.alone || d->row_count[DT_COUNTRIES]) return;
    dict_row(d, DT_COUNTRIES, "-*", "", "", "", "", "", NULL);
    dict_row(d, DT_ORGANS, "-*", "", "", "", "", "", "", "", NULL);
    dict_row(d, DT_ORGS, "-*", "", "", "", "", "", "", NULL);
    dict_row(d, DT_HOLDERS, "-*", "", "", "", "", "", NULL);
}

static void strike_roles(sgio_dict *d) {
    if (d->style.alone && !d->row_count[DT_ROLES]) dict_row(d, DT_ROLES, "-*", "", "", "", "", "", NULL);
}

static void put_country(sgio_dict *d, const char *form, const char *codes, const entry_code *c) {
    bool ours = !d->style.alone && dict_has(d->countries, codes);
    bool fresh = strlen(codes) == PART && !ours && !dict_has(d->named, codes);
    if (fresh) json_object_set_new_nocheck(d->named, codes, json_true());
    dict_row(d, DT_COUNTRIES, form, codes, fresh ? "name" : "variant", c->from, c->to, "", NULL);
}

static void put_body(sgio_dict *d, const char *form, const char *whole, const entry_code *c) {
    char country[PART + 1] = {whole[0], whole[1], whole[2], 0};
    bool stateless = is_sector(d, whole), dated = *c->from || *c->to;
    const char *sector = sector_of(d, whole, stateless ? 0 : PART);
    if (has_none(whole) && !dated) dict_row(d, DT_ORGS, form, country, sector, whole, form, "", "joins", NULL);
    else dict_row(d, DT_ORGANS, form, stateless ? "" : country, sector, whole, form, c->from, c->to, "joins", NULL);
}

/* "FRO/BIL/SAM": all of them, where each is a country; NULL where they cannot stand together. */
static const char *several(sgio_dict *d, const char *codes) {
    sg_str rest = dict_str(codes), one;
    char *joined = dict_print(d, "%s", codes);
    while (dict_cut(&rest, "/", &one))
        if (one.n != PART || has_none(one.s)) return NULL;
    for (char *c = joined; *c; c++)
        if (*c == '/') *c = '|';
    return joined;
}

static bool is_null(const char *c) {
    return strcmp(c, "---") == 0 || strcmp(c, "+++") == 0 || strcmp(c, "###") == 0;
}

/* Capitals, with digits after the first of each code ("G77"); small letters are made large, and said. */
static bool clean_code(sgio_dict *d, char *c) {
    bool small = false;
    size_t at = 0; /* in its own code: "VES/ISL" has two */
    for (char *s = c; *s; s++) {
        small |= *s >= 'a' && *s <= 'z';
        if (*s >= 'a' && *s <= 'z') *s = (char)(*s - 32);
        bool letter = *s >= 'A' && *s <= 'Z', digit = at > 0 && *s >= '0' && *s <= '9';
        if (*s == '/') at = 0;
        else if (letter || digit) at++;
        else return false;
    }
    if (small) dict_remark(d, "a code in small letters is read in capitals", dict_str(c));
    return strlen(c) >= PART;
}

static void put_actor(reader *r, sg_str text, const entry_code *c) {
    sgio_dict *d = r->d;
    char whole[CODE_MOST];
    strike_names(d);
    if (c->text.n >= sizeof whole) {
        dict_unsaid(d, "the code is too long", c->text);
        return;
    }
    snprintf(whole, sizeof whole, "%.*s", (int)c->text.n, c->text.s);
    const char *form = dict_title(d, text);
    if (is_null(whole)) {
        dict_row(d, DT_ORGANS, form, "-", "", "-", form, c->from, c->to, "", NULL);
        return;
    }
    if (!clean_code(d, whole)) {
        dict_unsaid(d, "the code is not made of parts of three capitals", c->text);
        return;
    }
    if (strchr(whole, '/')) {
        const char *codes = several(d, whole);
        if (codes) put_country(d, form, codes, c);
        else dict_unsaid(d, "several codes at once, not all of countries", c->text);
    } else if (strlen(whole) == PART && !has_none(whole) && !is_sector(d, whole) && !r->mixed)
        put_country(d, form, whole, c);
    else put_body(d, form, whole, c);
}

/* Our own row of the same word keeps its office and kind: who holds it is known by them. */
static void put_agent(sgio_dict *d, const entry_name *n, const entry_code *c) {
    char suffix[CODE_MOST];
    strike_roles(d);
    bool before = c->text.s[c->text.n - 1] == '~';
    snprintf(suffix, sizeof suffix, "%.*s", (int)c->text.n - !before, c->text.s + !before);
    for (char *s = suffix; *s; s++) *s = (char)(*s >= 'a' && *s <= 'z' ? *s - 32 : *s);
    const char *form = dict_lower(d, n->text), *sector = sector_of(d, suffix, 0);
    const char *office = "", *kind = "group", *last = strrchr(form, ' ');
    json_t *same = json_object_get(d->roles, form), *noun = json_object_get(d->roles, last ? last + 1 : form);
    size_t at = (size_t)json_integer_value(same);
    if (same && strcmp(sg_lexicon_cell(d->ours, "en/roles", at, "sector"), sector) == 0)
        office = sg_lexicon_cell(d->ours, "en/roles", at, "office");
    if (same || noun) kind = sg_lexicon_cell(d->ours, "en/roles", (size_t)json_integer_value(same ? same : noun), "kind");
    const char *plural = n->plural.n ? dict_lower(d, n->plural) : "";
    const char *forms = *plural ? dict_print(d, "%s|%s", form, plural) : form;
    dict_row(d, DT_ROLES, forms, sector, office, suffix, kind, "", NULL);
}

static bool is_agent(const entry_code *c) {
    return c->text.n > 1 && (c->text.s[0] == '~' || c->text.s[c->text.n - 1] == '~');
}

static void put_pair(reader *r, const entry_name *n, const entry_code *c) {
    sgio_dict *d = r->d;
    d->line = n->line;
    if (!is_agent(c)) put_actor(r, n->text, c);
    else if (*c->from || *c->to) dict_unsaid(d, "dates of an agent", n->text);
    else if (c->text.n >= CODE_MOST) dict_unsaid(d, "the code is too long", c->text);
    else put_agent(d, n, c);
}

/* ---- sets of words in names ---- */

static const set *find_set(const reader *r, sg_str name) {
    for (size_t i = 0; i < r->set_count; i++)
        if (r->sets[i].name.n == name.n && memcmp(r->sets[i].name.s, name.s, name.n) == 0) return &r->sets[i];
    return NULL;
}

/* "!PERSON! = MAN, MEN" */
static void read_set(reader *r, sg_str line) {
    const char *end = memchr(line.s + 1, '!', line.n - 1), *equals = memchr(line.s, '=', line.n);
    dict_entry(r->d);
    if (!end || end > equals || r->set_count == SETS) {
        dict_unsaid(r->d, "a set of words that cannot be read", line);
        return;
    }
    set *s = &r->sets[r->set_count++];
    *s = (set){.name = {line.s + 1, (size_t)(end - line.s - 1)}};
    sg_str rest = {equals + 1, line.n - (size_t)(equals - line.s) - 1}, one;
    while (dict_cut(&rest, ",", &one)) {
        one = dict_trim(one);
        if (one.n && s->count < MEMBERS) s->member[s->count++] = one;
    }
}

/* One name with each word of the set that it holds in turn; without a set, itself. */
static void put_name(reader *r, const entry_name *n, int depth) {
    const char *open = memchr(n->text.s, '!', n->text.n);
    size_t before = open ? (size_t)(open - n->text.s) : 0;
    const char *close = open ? memchr(open + 1, '!', n->text.n - before - 1) : NULL;
    if (!close) {
        for (size_t i = 0; i < r->code_count; i++) put_pair(r, n, &r->codes[i]);
        return;
    }
    const set *s = find_set(r, (sg_str){open + 1, (size_t)(close - open - 1)});
    if (!s || depth == SETS_IN_NAME) {
        r->d->line = n->line;
        dict_unsaid(r->d, s ? "more sets of words than a name may have" : "a set of words that is not there", n->text);
        return;
    }
    size_t after = (size_t)(close + 1 - n->text.s);
    for (size_t i = 0; i < s->count; i++) {
        char *whole = dict_print(r->d, "%.*s%.*s%.*s", (int)before, n->text.s, (int)s->member[i].n, s->member[i].s,
                                 (int)(n->text.n - after), n->text.s + after);
        entry_name one = {dict_str(whole), {0}, n->line};
        if (one.text.n <= NAME_MOST) put_name(r, &one, depth + 1);
    }
}

/* ---- entries ---- */

static int by_dates(const void *a, const void *b) { /* those with dates stand before those that count always */
    const entry_code *x = a, *y = b;
    bool dx = *x->from || *x->to, dy = *y->from || *y->to;
    if (dx != dy) return dx ? -1 : 1;
    return x->text.s < y->text.s ? -1 : x->text.s > y->text.s;
}

static void flush(reader *r) {
    unsigned now = r->d->line;
    qsort(r->codes, r->code_count, sizeof *r->codes, by_dates);
    r->mixed = false;
    for (size_t i = 0; i < r->code_count; i++) r->mixed |= r->code_count > 1 && r->codes[i].text.n != PART;
    for (size_t i = 0; i < r->name_count; i++) {
        r->d->line = r->names[i].line;
        if (!r->code_count) dict_unsaid(r->d, "a name without a code", r->names[i].text);
        else put_name(r, &r->names[i], 0);
    }
    r->name_count = r->code_count = 0;
    r->d->line = now;
}

static void read_code(reader *r, sg_str in) {
    in = dict_trim(in);
    size_t n = 0;
    while (n < in.n && !strchr(" \t<>", in.s[n])) n++;
    entry_code c = {.text = {in.s, n}, .line = r->d->line};
    if (c.text.n && c.text.s[c.text.n - 1] == '?') c.text.n--;
    bool dated = read_dates((sg_str){in.s + n, in.n - n}, &c);
    if (!dated) dict_unsaid(r->d, "the date cannot be read; the code is left out", in);
    else if (!c.text.n) dict_unsaid(r->d, "brackets without a code", in);
    else if (r->code_count == CODES) dict_unsaid(r->d, "more codes than an entry may have", in);
    else r->codes[r->code_count++] = c;
}

/* All that stands in brackets on the line; a bracket that does not close is reported. */
static void read_codes(reader *r, sg_str s) {
    for (const char *open; s.n && (open = memchr(s.s, '[', s.n));) {
        size_t skip = (size_t)(open - s.s) + 1;
        s = (sg_str){s.s + skip, s.n - skip};
        const char *close = memchr(s.s, ']', s.n);
        if (!close) {
            dict_unsaid(r->d, "a bracket that does not close", s);
            return;
        }
        size_t n = (size_t)(close - s.s);
        read_code(r, (sg_str){s.s, n});
        s = (sg_str){s.s + n + 1, s.n - n - 1};
    }
}

/* A name without the signs around it: "+", "_" at its end, a plural in braces. */
static void read_name(reader *r, sg_str s) {
    entry_name n = {.text = dict_trim(s), .line = r->d->line};
    dict_entry(r->d);
    const char *open = n.text.n ? memchr(n.text.s, '{', n.text.n) : NULL;
    if (open) {
        sg_str in = {open + 1, n.text.n - (size_t)(open - n.text.s) - 1};
        const char *close = memchr(in.s, '}', in.n);
        n.text = dict_trim((sg_str){n.text.s, (size_t)(open - n.text.s)});
        if (close) n.plural = dict_trim((sg_str){in.s, (size_t)(close - in.s)});
        else dict_remark(r->d, "a brace that does not close", s);
    }
    while (n.text.n && (n.text.s[n.text.n - 1] == '_' || n.text.s[n.text.n - 1] == ' ')) n.text.n--;
    if (!n.text.n) dict_unsaid(r->d, "an entry without a name", s);
    else if (n.text.n > NAME_MOST || n.plural.n > NAME_MOST) dict_unsaid(r->d, "the name is too long", n.text);
    else if (memchr(n.text.s, '|', n.text.n) || n.text.s[0] == '-')
        dict_unsaid(r->d, "a sign that our tables use otherwise", n.text);
    else if (r->name_count == NAMES) dict_unsaid(r->d, "more names than an entry may have", n.text);
    else r->names[r->name_count++] = n;
}

static void read_line(reader *r, sg_str line) {
    const char *open = memchr(line.s, '[', line.n);
    sg_str before = dict_trim((sg_str){line.s, open ? (size_t)(open - line.s) : line.n});
    if (line.n > 2 && line.s[0] == '!' && memchr(line.s, '=', line.n)) {
        read_set(r, line);
        return;
    }
    bool synonym = before.n && before.s[0] == '+';
    if (before.n && !synonym) flush(r);
    if (before.n) read_name(r, synonym ? (sg_str){before.s + 1, before.n - 1} : before);
    if (open) read_codes(r, (sg_str){open, line.n - (size_t)(open - line.s)});
}

bool dict_read_names(sgio_dict *d, sg_str text) {
    reader r = {.d = d, .names = calloc(NAMES, sizeof *r.names), .sets = calloc(SETS, sizeof *r.sets)};
    dict_lines l = {.rest = text};
    sg_str line;
    d->failed |= !r.names || !r.sets;
    while (!d->failed && dict_next(d, &l, &line))
        if (line.n) read_line(&r, line);
    if (!d->failed) flush(&r);
    free(r.names);
    free(r.sets);
    return !d->failed;
}
