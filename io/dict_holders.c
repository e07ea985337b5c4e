/* dict_holders.c: office holders as a Wikidata query gives them (docs/lexicon-import.md has the query): CSV, a JSON
 * list of objects, or SPARQL results as JSON. Columns go by name; a cell of SPARQL results is its `value`.
 *
 * The office is the column `office`, or what our roles know in the label of the position ("Minister for Foreign
 * Affairs of Norway"). A date counts as far as its precision says: 9 the year, 10 the month, 11 the day. */
#include "dict.h"

#include <stdlib.h>
#include <string.h>

enum column { PERSON, NAME, COUNTRY, OFFICE, POSITION, ALIASES, START, END, START_EXACT, END_EXACT, COLUMNS };
enum { COLUMNS_MOST = 64, CELL_MOST = 4096, YEAR = 9, MONTH = 10 };

static const char *const NAMES[COLUMNS][4] = {
    [PERSON] = {"person", "item", "holder"},
    [NAME] = {"personLabel", "itemLabel", "holderLabel", "name"},
    [COUNTRY] = {"iso", "countryCode", "code", "country"},
    [OFFICE] = {"office"},
    [POSITION] = {"positionLabel", "officeLabel", "position"},
    [ALIASES] = {"aliases", "personAltLabel", "altLabel"},
    [START] = {"start", "from", "startDate"},
    [END] = {"end", "to", "endDate"},
    [START_EXACT] = {"startPrecision"},
    [END_EXACT] = {"endPrecision"},
};

typedef struct found { /* one result */
    sg_str cell[COLUMNS];
} found;

static int column_of(sg_str name) {
    for (int c = 0; c < COLUMNS; c++)
        for (int k = 0; k < 4 && NAMES[c][k]; k++)
            if (name.n == strlen(NAMES[c][k]) && memcmp(name.s, NAMES[c][k], name.n) == 0) return c;
    return -1;
}

/* ---- one result to a row ---- */

/* "2019-03-01T00:00:00Z" as far as it is exact; false for anything else (years before Christ, "unknown"). */
static bool read_date(sg_str s, sg_str exact, char iso[11]) {
    iso[0] = 0;
    if (!s.n || strchr("_th", s.s[0])) return true; /* none, or "unknown": a blank node, written _:b1, t1 or http://... */
    if (s.s[0] == '+') s.s++, s.n--;
    static const char shape[] = "dddd-dd-dd";
    size_t n = 0;
    while (n < 10 && n < s.n && (shape[n] == 'd' ? s.s[n] >= '0' && s.s[n] <= '9' : s.s[n] == '-')) n++;
    bool end = n == s.n || s.s[n] == 'T';
    if ((n != 4 && n != 7 && n != 10) || !end) return false;
    int precision = exact.n && exact.n < 3 ? atoi(dict_trim(exact).s) : 11;
    if (precision == MONTH && n > 7) n = 7;
    if (precision <= YEAR) n = 4;
    snprintf(iso, 11, "%.*s", (int)n, s.s);
    return true;
}

static bool is_country(sg_str s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] < 'A' || s.s[i] > 'Z') return false;
    return s.n == 3;
}

/* "Q123": what Wikidata gives for a label that it does not have in the language asked for. */
static bool is_bare_id(sg_str s) {
    size_t i = 1;
    while (i < s.n && s.s[i] >= '0' && s.s[i] <= '9') i++;
    return s.n > 1 && s.s[0] == 'Q' && i == s.n;
}

/* The longest of our roles with an office that stands in the label. */
static const char *office_in(sgio_dict *d, sg_str label) {
    const char *text = dict_print(d, " %s ", dict_lower(d, label)), *best = "", *form;
    size_t longest = 0;
    json_t *at;
    json_object_foreach(d->roles, form, at) {
        const char *office = sg_lexicon_cell(d->ours, "en/roles", (size_t)json_integer_value(at), "office");
        size_t n = strlen(form);
        if (!*office || n <= longest) continue;
        const char *here = strstr(text, form);
        if (!here || here[-1] != ' ' || here[n] != ' ') continue;
        longest = n;
        best = office;
    }
    sg_str rest = dict_str(best), first = {"", 0};
    dict_cut(&rest, "|", &first);
    return dict_print(d, "%.*s", (int)first.n, first.s);
}

static const char *cell_text(sgio_dict *d, sg_str s) {
    return dict_print(d, "%.*s", (int)(s.n < CELL_MOST ? s.n : CELL_MOST), s.s ? s.s : "");
}

static void put_found(sgio_dict *d, const found *f) {
    char from[11], to[11];
    const char *name = cell_text(d, f->cell[NAME]);
    const char *office = f->cell[OFFICE].n ? cell_text(d, f->cell[OFFICE]) : office_in(d, f->cell[POSITION]);
    const char *wrong = !*name || is_bare_id(f->cell[NAME])  ? "a holder without a name in English"
                        : strpbrk(name, "|") || *name == '-' ? "a name with signs in it"
                        : !is_country(f->cell[COUNTRY])      ? "a holder without a country of three capitals"
                        : !*office                           ? "an office that our roles do not know"
                                                             : NULL;
    dict_entry(d);
    if (!wrong && !read_date(f->cell[START], f->cell[START_EXACT], from)) wrong = "the date cannot be read";
    if (!wrong && !read_date(f->cell[END], f->cell[END_EXACT], to)) wrong = "the date cannot be read";
    if (!wrong && *from && *to && strcmp(from, to) > 0 && strncmp(from, to, strlen(to)) != 0)
        wrong = "a holder who left before he came";
    if (wrong) {
        dict_unsaid(d, wrong,
                    dict_str(dict_print(d, "%s, %s, %s", name, cell_text(d, f->cell[COUNTRY]),
                                        cell_text(d, f->cell[f->cell[OFFICE].n ? OFFICE : POSITION]))));
        return;
    }
    dict_row(d, DT_HOLDERS, name, cell_text(d, f->cell[COUNTRY]), office, cell_text(d, f->cell[ALIASES]), from, to, NULL);
}

/* ---- CSV ---- */

/* One cell at *at (RFC 4180), into `out`; the sign after it in *end: ',', '\n' or 0. */
static bool read_cell(sgio_dict *d, sg_str all, size_t *at, sgio_buffer *out, char *end) {
    bool quoted = *at < all.n && all.s[*at] == '"';
    out->n = 0;
    *at += quoted;
    for (; *at < all.n; (*at)++) {
        char c = all.s[*at];
        bool twice = quoted && c == '"' && *at + 1 < all.n && all.s[*at + 1] == '"';
        if (quoted && c == '"' && !twice) {
            quoted = false;
            continue;
        }
        if (!quoted && (c == ',' || c == '\n')) break;
        *at += twice;
        if (c == '\n') d->line++;
        if (!quoted && c == '\r') continue;
        if (!sgio_put(out, &c, 1)) return d->failed = true, false;
    }
    *end = *at < all.n ? all.s[*at] : 0;
    *at += *at < all.n;
    return !quoted; /* the file ends within quotes */
}

static void read_row(sgio_dict *d, sg_str all, size_t *at, const int *column, int *head, size_t *count) {
    sgio_buffer cell[COLUMNS_MOST] = {{0}};
    found f = {0};
    char end = ',';
    size_t n = 0;
    bool whole = true, any = false;
    d->line++;
    unsigned line = d->line;
    for (; end == ',' && whole && n < COLUMNS_MOST; n++) {
        whole = read_cell(d, all, at, &cell[n], &end);
        any = any || cell[n].n;
        sg_str s = {cell[n].s ? cell[n].s : "", cell[n].n};
        if (head) head[n] = column_of(dict_trim(s));
        else if (n < *count && column[n] >= 0) f.cell[column[n]] = dict_trim(s);
    }
    unsigned last = d->line;
    d->line = line;
    if (!whole) dict_unsaid(d, "the file ends within quotes", dict_str("CSV"));
    else if (head) *count = n;
    else if (n != *count && any)
        dict_unsaid(d, "a row with more or fewer cells than the header", dict_str(cell[0].s ? cell[0].s : ""));
    else if (any) put_found(d, &f);
    while (end == ',' && *at < all.n) { /* too many cells: on to the next row */
        sgio_buffer gone = {0};
        if (!read_cell(d, all, at, &gone, &end)) *at = all.n;
        free(gone.s);
    }
    d->line = last > d->line ? last : d->line;
    for (size_t i = 0; i < COLUMNS_MOST; i++) free(cell[i].s);
}

static bool has_columns(const int *column, size_t count, char *err, size_t errn, const char *file) {
    bool name = false, country = false, office = false;
    for (size_t i = 0; i < count; i++) {
        name |= column[i] == NAME;
        country |= column[i] == COUNTRY;
        office |= column[i] == OFFICE || column[i] == POSITION;
    }
    if (name && country && office) return true;
    snprintf(err, errn, "%s:1: the columns personLabel, iso and office (or positionLabel) must be there", file);
    return false;
}

static bool read_csv(sgio_dict *d, sg_str all, char *err, size_t errn) {
    int column[COLUMNS_MOST];
    size_t at = 0, count = 0;
    read_row(d, all, &at, NULL, column, &count);
    if (!has_columns(column, count, err, errn, d->file)) return false;
    while (at < all.n && !d->failed) read_row(d, all, &at, column, NULL, &count);
    return !d->failed;
}

/* ---- JSON ---- */

/* A cell: a word, a number, or an object with its `value`. */
static sg_str json_cell(sgio_dict *d, const json_t *v) {
    if (json_is_object(v)) v = json_object_get(v, "value");
    if (json_is_string(v)) return (sg_str){json_string_value(v), json_string_length(v)};
    if (json_is_integer(v)) return dict_str(dict_print(d, "%d", (int)json_integer_value(v)));
    return (sg_str){"", 0};
}

static bool read_json(sgio_dict *d, sg_str all, char *err, size_t errn) {
    json_error_t bad;
    json_t *root = json_loadb(all.s, all.n, JSON_REJECT_DUPLICATES, &bad), *one, *value;
    if (!root) {
        snprintf(err, errn, "%s:%d: %s", d->file, bad.line, bad.text);
        return false;
    }
    json_t *list = json_is_array(root) ? root : json_object_get(json_object_get(root, "results"), "bindings");
    size_t i;
    const char *key;
    bool ok = json_is_array(list);
    if (!ok) snprintf(err, errn, "%s:1: neither a list of objects nor SPARQL results", d->file);
    json_array_foreach(list, i, one) {
        found f = {0};
        d->line = (unsigned)i + 1; /* its number: JSON has no lines of its own */
        json_object_foreach(one, key, value) {
            int c = column_of(dict_str(key));
            if (c >= 0) f.cell[c] = json_cell(d, value);
        }
        put_found(d, &f);
    }
    json_decref(root);
    return ok && !d->failed;
}

bool dict_read_holders(sgio_dict *d, sg_str text, char *err, size_t errn) {
    if (text.n > 3 && memcmp(text.s, "\xEF\xBB\xBF", 3) == 0) text.s += 3, text.n -= 3;
    size_t i = 0;
    while (i < text.n && strchr(" \t\r\n", text.s[i])) i++;
    bool json = i < text.n && (text.s[i] == '{' || text.s[i] == '[');
    return json ? read_json(d, text, err, errn) : read_csv(d, text, err, errn);
}
