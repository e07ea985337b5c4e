/* dict.c: see dict.h. Rows are kept as the text of their tables; the report lists every entry that stayed behind. */
#include "dict.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FILE_MOST = 256 << 20,  /* bytes of one file: far above any dictionary */
    LINE_MOST = 64 << 10,   /* bytes of one line: above any entry; longer ones are reported */
    TABLE_MOST = 256 << 20, /* bytes of one table's rows */
    SHOWN = 120,            /* bytes of an entry that the report shows */
    PATH_MOST = 4096
};

static const struct {
    const char *name, *head;
} TABLE[DT_COUNT] = {
    [DT_COUNTRIES] = {"world/countries", "form\tcode\tkind\tfrom\tto\tnote"},
    [DT_ORGANS] = {"world/organs", "form\tcountry\tsector\tcameo\tname\tfrom\tto\tnote"},
    [DT_ORGS] = {"world/organisations", "form\tcountry\tsector\tcameo\tname\tkind\tnote"},
    [DT_HOLDERS] = {"world/holders", "name\tcountry\toffice\taliases\tfrom\tto"},
    [DT_ROLES] = {"en/roles", "form\tsector\toffice\tcameo\tkind\tnote"},
    [DT_CLASSES] = {"en/classes", "form\tclass"},
    [DT_ACTS] = {"en/acts", "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds"},
    [DT_OPERATORS] = {"en/operators", "word\tpos\top\tslots\tflags\tneeds"},
    [DT_STANCES] = {"en/stances", "word\tpos\tstance\ttopic\tneeds"},
    [DT_COMPOSE] = {"en/compose", "op\ttype\tmode\tcameo\tout_type\tout_mode\tout_cameo\tout_realis"},
    [DT_CONTEXTS] = {"en/contexts", "form\tcontext"},
    [DT_DISCARDS] = {"en/discards", "form\tscope"},
    [DT_CAMEO] = {"codes/cameo", "code\tgoldstein\tname\ttype\tmode"},
};

/* ---- words ---- */

sg_str dict_str(const char *s) {
    return (sg_str){s, strlen(s)};
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

sg_str dict_trim(sg_str s) {
    while (s.n && is_blank(s.s[0])) s.s++, s.n--;
    while (s.n && is_blank(s.s[s.n - 1])) s.n--;
    return s;
}

bool dict_cut(sg_str *rest, const char *any_of, sg_str *piece) {
    if (!rest->s) return false;
    size_t n = 0;
    while (n < rest->n && !(rest->s[n] && strchr(any_of, rest->s[n]))) n++;
    *piece = (sg_str){rest->s, n};
    *rest = n < rest->n ? (sg_str){rest->s + n + 1, rest->n - n - 1} : (sg_str){0};
    return true;
}

bool dict_has(const json_t *set, const char *word) {
    return json_object_get(set, word) != NULL;
}

/* A piece of memory that lives as long as the dictionary. */
static char *own(sgio_dict *d, size_t n) {
    void **block = malloc(sizeof(void *) + n + 1);
    static char none[1];
    if (!block) {
        d->failed = true;
        return none;
    }
    *block = d->memory;
    d->memory = block;
    memset(block + 1, 0, n + 1);
    return (char *)(block + 1);
}

char *dict_print(sgio_dict *d, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *s = own(d, n > 0 ? (size_t)n : 0);
    if (n <= 0 || d->failed) return s;
    va_start(list, format);
    vsnprintf(s, (size_t)n + 1, format, list);
    va_end(list);
    return s;
}

char *dict_lower(sgio_dict *d, sg_str s) {
    char *out = own(d, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n && !d->failed; i++) {
        char c = s.s[i] == '_' || is_blank(s.s[i]) ? ' ' : s.s[i];
        if (c == ' ' && (!n || out[n - 1] == ' ')) continue;
        out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (n && out[n - 1] == ' ') n--;
    if (!d->failed) out[n] = 0;
    return out;
}

/* Letters that are joined by full stops, and a single word of two letters, stay large: a form in capitals stands
 * for capitals only, and "UN" is nobody's "Un". */
char *dict_title(sgio_dict *d, sg_str s) {
    char *out = dict_lower(d, s);
    bool abbreviation = strchr(out, '.') != NULL, two = strlen(out) == 2, fresh = true;
    for (char *c = out; *c; c++) {
        bool letter = *c >= 'a' && *c <= 'z';
        bool alone = letter && fresh && (c[1] == '.' || c[1] == ' ' || !c[1]);
        if (letter && (fresh || two || (abbreviation && (c[1] == '.' || alone)))) *c = (char)(*c - 32);
        fresh = *c == ' ' || *c == '-' || *c == '.' || *c == '(' || *c == '\'';
        if (*c == '\'' && c[1] == 's' && (!c[2] || c[2] == ' ')) fresh = false;
    }
    return out;
}

/* ---- rows and report ---- */

static void add(sgio_dict *d, sgio_buffer *b, const char *s, size_t n) {
    if (!sgio_put(b, s, n)) d->failed = true;
}

/* A cell holds neither tabs nor line ends. */
static void add_cell(sgio_dict *d, sgio_buffer *b, const char *s) {
    for (size_t n; *s; s += n) {
        n = strcspn(s, "\t\n\r");
        if (n) add(d, b, s, n);
        else add(d, b, " ", n = 1);
    }
}

void dict_row(sgio_dict *d, dict_table t, ...) {
    sgio_buffer row = {0};
    va_list cells;
    va_start(cells, t);
    const char *cell = va_arg(cells, const char *);
    for (bool first = true; cell; cell = va_arg(cells, const char *), first = false) {
        if (!first) add(d, &row, "\t", 1);
        add_cell(d, &row, cell);
    }
    va_end(cells);
    if (!d->failed && (!row.n || row.s[0] == '\t')) {
        dict_unsaid(d, "an entry without words", row.n ? (sg_str){row.s, row.n} : dict_str(""));
        free(row.s);
        return;
    }
    if (d->failed || dict_has(d->seen[t], row.s)) {
        if (!d->failed) d->twice++;
    } else {
        bool full = d->rows[t].n > TABLE_MOST;
        if (full || json_object_set_new_nocheck(d->seen[t], row.s, json_true()) != 0) d->failed = true;
        add(d, &d->rows[t], row.s, row.n);
        char at[40];
        add(d, &d->rows[t], "\t", 1);
        add_cell(d, &d->rows[t], d->file);
        add(d, &d->rows[t], at, (size_t)snprintf(at, sizeof at, ":%u\n", d->line));
        d->row_count[t]++;
        if (d->file_count) d->files[d->file_count - 1].rows++;
    }
    free(row.s);
}

/* An entry's beginning, whole characters of it. */
static sg_str shown(sg_str s) {
    if (s.n <= SHOWN) return s;
    s.n = SHOWN;
    while (s.n && (s.s[s.n] & 0xC0) == 0x80) s.n--;
    return s;
}

static void count_reason(sgio_dict *d, const char *why, const char *first) {
    json_t *known = json_object_get(d->why, why);
    if (!known) {
        known = json_pack("[is]", 0, first);
        if (!known || json_object_set_new_nocheck(d->why, why, known) != 0) {
            d->failed = true;
            return;
        }
    }
    json_int_t n = json_integer_value(json_array_get(known, 0));
    json_array_set_new(known, 0, json_integer(n + 1));
}

static void report(sgio_dict *d, const char *why, sg_str text) {
    char at[40];
    size_t from = d->report.n;
    add(d, &d->report, d->file, strlen(d->file));
    add(d, &d->report, at, (size_t)snprintf(at, sizeof at, ":%u", d->line));
    char *place = d->failed ? "" : dict_print(d, "%s", d->report.s + from);
    add(d, &d->report, ": ", 2);
    add(d, &d->report, why, strlen(why));
    add(d, &d->report, ": ", 2);
    for (size_t i = 0; i < shown(text).n; i++) add(d, &d->report, (unsigned char)text.s[i] < ' ' ? " " : &text.s[i], 1);
    add(d, &d->report, "\n", 1);
    count_reason(d, why, place);
}

void dict_unsaid(sgio_dict *d, const char *why, sg_str text) {
    report(d, why, text);
    d->unsaid++;
    if (d->file_count) d->files[d->file_count - 1].unsaid++;
}

void dict_remark(sgio_dict *d, const char *why, sg_str text) {
    report(d, why, text);
}

void dict_entry(sgio_dict *d) {
    if (d->file_count) d->files[d->file_count - 1].entries++;
}

/* ---- lines ---- */

/* What stands before a comment sign; with `<!--` the line and those up to `-->` say nothing. */
static sg_str uncomment(dict_lines *l, sg_str line) {
    if (l->in_comment || (line.n >= 2 && line.s[0] == '<' && (line.s[1] == '!' || line.s[1] == ' '))) {
        bool ends = false;
        for (size_t i = 0; i + 3 <= line.n; i++) ends |= memcmp(line.s + i, "-->", 3) == 0;
        bool opens = line.n >= 4 && memcmp(line.s, "<!--", 4) == 0;
        l->in_comment = (l->in_comment || opens) && !ends;
        return (sg_str){line.s, 0};
    }
    for (size_t i = 0; i < line.n; i++)
        if (line.s[i] == '#' || line.s[i] == ';') return (sg_str){line.s, i};
    return line;
}

/* "[###]" is a code, not a comment. */
static sg_str keep_codes(dict_lines *l, sg_str line) {
    sg_str cut = uncomment(l, line);
    if (cut.n && cut.n < line.n && cut.s[cut.n - 1] == '[' && line.n - cut.n >= 4 && memcmp(line.s + cut.n, "###]", 4) == 0)
        cut.n += 4;
    return cut;
}

bool dict_next(sgio_dict *d, dict_lines *l, sg_str *line) {
    while (dict_cut(&l->rest, "\n", line)) {
        d->line++;
        if (line->n > LINE_MOST) {
            dict_unsaid(d, "the line is longer than any entry", *line);
            continue;
        }
        *line = dict_trim(keep_codes(l, *line));
        return true;
    }
    return false;
}

/* ---- what our lexicon knows ---- */

static json_t *column_set(const sg_lexicon *l, const char *table, const char *column) {
    json_t *set = json_object();
    for (size_t i = 0; set && i < sg_lexicon_table_rows(l, table); i++) {
        const char *cell = sg_lexicon_cell(l, table, i, column);
        if (!dict_has(set, cell)) json_object_set_new_nocheck(set, cell, json_integer((json_int_t)i));
    }
    return set;
}

/* Which sector our roles give most often to a part of an actor code. */
static json_t *sectors_of(const sg_lexicon *l) {
    json_t *counts = json_object(), *best = json_object();
    for (size_t i = 0; counts && best && i < sg_lexicon_table_rows(l, "en/roles"); i++) {
        const char *part = sg_lexicon_cell(l, "en/roles", i, "cameo"),
                   *sector = sg_lexicon_cell(l, "en/roles", i, "sector");
        char key[32];
        if (strlen(part) != 3 || !*sector || snprintf(key, sizeof key, "%s %s", part, sector) >= (int)sizeof key) continue;
        json_int_t n = json_integer_value(json_object_get(counts, key)) + 1;
        json_object_set_new_nocheck(counts, key, json_integer(n));
        const char *now = json_string_value(json_object_get(best, part));
        char top[32] = "";
        if (now) snprintf(top, sizeof top, "%s %s", part, now);
        if (!now || n > json_integer_value(json_object_get(counts, top)))
            json_object_set_new(best, part, json_string(sector));
    }
    json_decref(counts);
    return best;
}

static json_t *particles_of(const sg_lexicon *l) {
    json_t *set = json_object();
    for (size_t i = 0; set && i < sg_lexicon_table_rows(l, "en/acts"); i++) {
        const char *word = sg_lexicon_cell(l, "en/acts", i, "word"), *second = strchr(word, ' ');
        if (!second || strchr(second + 1, ' ') || strcmp(sg_lexicon_cell(l, "en/acts", i, "pos"), "v") != 0) continue;
        json_object_set_new_nocheck(set, second + 1, json_true());
    }
    return set;
}

sgio_dict *sgio_dict_new(const sg_lexicon *ours, const sgio_dict_style *style) {
    sgio_dict *d = calloc(1, sizeof *d);
    if (!d) return NULL;
    d->ours = ours;
    d->style = *style;
    d->file = "";
    for (int i = 0; i < DT_COUNT; i++) d->failed |= !(d->seen[i] = json_object());
    d->failed |= !(d->sectors = sectors_of(ours)) || !(d->countries = column_set(ours, "world/countries", "code"));
    d->failed |=
        !(d->roles = column_set(ours, "en/roles", "form")) || !(d->codes = column_set(ours, "codes/cameo", "code"));
    d->failed |= !(d->particles = particles_of(ours)) || !(d->named = json_object());
    d->failed |= !(d->used = json_object()) || !(d->why = json_object());
    if (!d->failed) return d;
    sgio_dict_free(d);
    return NULL;
}

void sgio_dict_free(sgio_dict *d) {
    if (!d) return;
    json_t *sets[] = {d->sectors, d->countries, d->named, d->roles, d->particles, d->codes, d->used, d->why};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) json_decref(sets[i]);
    for (int i = 0; i < DT_COUNT; i++) json_decref(d->seen[i]), free(d->rows[i].s);
    free(d->report.s);
    for (void **block = d->memory, **next; block; block = next) next = *block, free(block);
    free(d);
}

/* ---- reading ---- */

static bool load(const char *path, sgio_buffer *out, const char **note, char *err, size_t errn) {
    char why[300] = "";
    sgio_source *s = sgio_source_open(path, why, sizeof why);
    sgio_buffer raw = {0};
    if (!s) snprintf(err, errn, "%s: %s", path, why);
    char part[1 << 16];
    long n = 0;
    while (s && raw.n <= FILE_MOST && (n = sgio_source_read(s, part, sizeof part)) > 0)
        if (!sgio_put(&raw, part, (size_t)n)) break;
    bool ok = s != NULL;
    if (s && n != 0) {
        ok = false;
        const char *what = raw.n > FILE_MOST ? "it is larger than any dictionary"
                           : n < 0           ? sgio_source_error(s)
                                             : "there is no memory";
        snprintf(err, errn, "%s cannot be read: %s", path, what);
    }
    sgio_source_close(s);
    ok = ok && sgio_put_document(out, raw.s ? raw.s : "", raw.n, note);
    free(raw.s);
    return ok;
}

typedef struct kind {
    const char *name;
    bool (*read)(sgio_dict *, sg_str);
} kind;

static const kind KINDS[] = {{"actors", dict_read_names},      {"agents", dict_read_names},  {"verbs", dict_read_verbs},
                             {"discards", dict_read_discards}, {"issues", dict_read_issues}, {"holders", NULL}};

/* What the lines of a file look like. */
static const char *kind_by_content(sg_str text) {
    size_t patterns = 0, agents = 0, codes = 0, lines = 0;
    sg_str rest = text, line;
    dict_lines l = {.rest = text};
    (void)l;
    sg_str head = dict_trim(text);
    while (head.n && (head.s[0] == '\n' || is_blank(head.s[0]))) head.s++, head.n--;
    if (head.n && head.s[0] == '{') return "holders";
    if (head.n > 1 && head.s[0] == '[' && (head.s[1] == '{' || head.s[1] == '\n' || head.s[1] == ']')) return "holders";
    bool first = true;
    while (dict_cut(&rest, "\n", &line)) {
        line = dict_trim(uncomment(&l, line));
        if (!line.n) continue;
        const char *open = memchr(line.s, '[', line.n);
        if (first && !open && memchr(line.s, ',', line.n) && !memchr(line.s, ' ', line.n)) return "holders";
        first = false;
        lines++;
        if (line.n > 7 && memcmp(line.s, "<ISSUE ", 7) == 0) return "issues";
        if (!open) continue;
        codes++;
        size_t n = line.n - (size_t)(open - line.s);
        patterns += line.s[0] == '-' && line.n > 2 && line.s[1] == ' ' && memchr(line.s, '*', line.n);
        agents += memchr(open, '~', n) != NULL;
    }
    if (patterns) return "verbs";
    if (agents * 2 > codes) return "agents";
    return codes * 20 > lines ? "actors" : "discards";
}

static const kind *find_kind(const char *name) {
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i].name, name) == 0) return &KINDS[i];
    return NULL;
}

/* Event codes that only this folder knows need a table of codes, and then that must hold all that are used. */
static void put_codes(sgio_dict *d) {
    bool own_codes = false;
    const char *code;
    json_t *at;
    json_object_foreach(d->used, code, at) own_codes |= !dict_has(d->codes, code);
    if (!own_codes) return;
    json_object_foreach(d->used, code, at) {
        size_t i = (size_t)json_integer_value(json_object_get(d->codes, code));
        bool known = dict_has(d->codes, code);
        const char *column[] = {"goldstein", "name", "type", "mode"}, *cell[4];
        for (int k = 0; k < 4; k++) cell[k] = known ? sg_lexicon_cell(d->ours, "codes/cameo", i, column[k]) : "";
        dict_row(d, DT_CAMEO, code, cell[0], cell[1], cell[2], cell[3], NULL);
    }
}

bool sgio_dict_read(sgio_dict *d, const char *path, const char *as, char *err, size_t errn) {
    sgio_buffer text = {0};
    const char *note = NULL;
    if (d->file_count == DICT_FILES) {
        snprintf(err, errn, "%s: no more than %d files at once", path, DICT_FILES);
        return false;
    }
    if (!load(path, &text, &note, err, errn)) {
        free(text.s);
        return false;
    }
    sg_str all = {text.s ? text.s : "", text.n};
    const kind *k = find_kind(as ? as : kind_by_content(all));
    const char *name = strrchr(path, '/');
    d->file = dict_print(d, "%s", name ? name + 1 : path);
    d->line = 0;
    d->files[d->file_count++] = (dict_file){.path = dict_print(d, "%s", path), .kind = k ? k->name : "?"};
    if (note) dict_remark(d, note, dict_str(path));
    bool ok = k && (k->read ? k->read(d, all) : dict_read_holders(d, all, err, errn));
    if (ok && d->failed) {
        snprintf(err, errn, "%s: there is no memory", path);
        ok = false;
    }
    free(text.s);
    return ok;
}

/* ---- writing ---- */

bool sgio_dict_summary(const sgio_dict *d, FILE *f) {
    for (size_t i = 0; i < d->file_count; i++) {
        const dict_file *x = &d->files[i];
        fprintf(f, "%s: %s, %zu entries, %zu rows, %zu not said\n", x->path, x->kind, x->entries, x->rows, x->unsaid);
    }
    const char *why;
    json_t *at;
    json_object_foreach(d->why, why, at) fprintf(f, "%7d  %s (first: %s)\n", (int)json_integer_value(json_array_get(at, 0)),
                                                 why, json_string_value(json_array_get(at, 1)));
    if (d->twice) fprintf(f, "%7zu  rows that stood there already\n", d->twice);
    return d->unsaid == 0;
}

size_t sgio_dict_rows(const sgio_dict *d) {
    size_t n = 0;
    for (int t = 0; t < DT_COUNT; t++) n += d->row_count[t];
    return n;
}

static bool write_table(const sgio_dict *d, const char *folder, dict_table t) {
    char path[PATH_MOST];
    if (snprintf(path, sizeof path, "%s/%s.tsv", folder, TABLE[t].name) >= (int)sizeof path)
        return errno = ENAMETOOLONG, false;
    if (!d->row_count[t]) return unlink(path) == 0 || errno == ENOENT;
    char *slash = strrchr(path, '/');
    *slash = 0;
    if (mkdir(path, 0777) != 0 && errno != EEXIST) return false;
    *slash = '/';
    FILE *f = fopen(path, "w");
    if (!f) return false;
    bool ok = fprintf(f, "%s\tsource\n", TABLE[t].head) > 0 && fwrite(d->rows[t].s, 1, d->rows[t].n, f) == d->rows[t].n;
    return (fclose(f) == 0) && ok;
}

static bool write_report(const sgio_dict *d, const char *folder) {
    char path[PATH_MOST];
    if (snprintf(path, sizeof path, "%s/report.txt", folder) >= (int)sizeof path) return errno = ENAMETOOLONG, false;
    FILE *f = fopen(path, "w");
    if (!f) return false;
    fputs("What was imported, and what our tables could not say: counts, then each entry.\n\n", f);
    sgio_dict_summary(d, f);
    fputc('\n', f);
    bool ok = !d->report.n || fwrite(d->report.s, 1, d->report.n, f) == d->report.n;
    return (fclose(f) == 0) && ok;
}

/* A folder with anything in it that no import wrote is somebody's work. */
static bool may_write(const char *folder) {
    char path[PATH_MOST];
    struct stat st;
    if (snprintf(path, sizeof path, "%s/report.txt", folder) < (int)sizeof path && stat(path, &st) == 0) return true;
    DIR *dir = opendir(folder);
    bool empty = true;
    for (struct dirent *e; dir && (e = readdir(dir));) empty = empty && e->d_name[0] == '.';
    if (dir) closedir(dir);
    return empty;
}

bool sgio_dict_write(sgio_dict *d, const char *folder, char *err, size_t errn) {
    d->file = "sagwan lexicon import";
    d->line = 1;
    size_t files = d->file_count;
    d->file_count = 0; /* these rows are no file's */
    put_codes(d);
    d->file_count = files;
    bool ok = !d->failed && (mkdir(folder, 0777) == 0 || errno == EEXIST);
    if (ok && !may_write(folder)) {
        snprintf(err, errn, "%s holds files that no import wrote; name another folder", folder);
        return false;
    }
    for (int t = 0; ok && t < DT_COUNT; t++) ok = write_table(d, folder, (dict_table)t);
    ok = ok && write_report(d, folder);
    if (!ok) snprintf(err, errn, "%s cannot be written: %s", folder, d->failed ? "there is no memory" : strerror(errno));
    return ok;
}
