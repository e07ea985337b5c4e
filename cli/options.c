/* options.c: argv in, cli_options out. One table says which option there is, what it takes and who knows it;
 * an option that a command does not know is an error with a hint, never passed over. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum kind { WORD, FLAG, NUMBER, LAYER, FILTER };

typedef struct option {
    const char *name, *commands; /* the commands that know it, each between spaces */
    enum kind kind;
    size_t place; /* offset in cli_options, or the filter's number */
} option;

#define AT(field) offsetof(cli_options, field)
#define READING " code parse mentions add explain places "
#define ALL READING "relate find eval version who lexicon "

static const option options[] = {
    {"--from", READING, WORD, AT(from)},
    {"--to", " code mentions explain find who ", WORD, AT(to)},
    {"--date", READING "relate ", WORD, AT(date)},
    {"--on", " who ", WORD, AT(on)},
    {"--jobs", READING "relate eval ", NUMBER, AT(jobs)},
    {"--explain", " code add explain ", FLAG, AT(explain)},
    {"--no-text", " code add explain find ", FLAG, AT(no_text)},
    {"--pairs", " code find ", FLAG, AT(pairs)},
    {"--statements", " code add explain ", FLAG, AT(statements)},
    {"--reparse", " code mentions add explain ", FLAG, AT(reparse)},
    {"--all", " code add explain eval ", FLAG, AT(all)},
    {"--precision", " code add explain ", WORD, AT(precision)},
    {"--clues", " eval ", WORD, AT(clues)},
    {"--others", " eval ", WORD, AT(others)},
    {"--entities", " parse ", FLAG, AT(entities)},
    {"--model", READING "relate eval version who ", WORD, AT(model)},
    {"--lexicon", READING "relate eval version who lexicon ", LAYER, 0},
    {"--scheme", " relate eval lexicon ", WORD, AT(schema)},
    {"--out", " lexicon ", WORD, AT(out)},
    {"--as", " lexicon ", WORD, AT(as)},
    {"--name", " lexicon ", WORD, AT(layer)},
    {"--alone", " lexicon ", FLAG, AT(alone)},
    {"--relate", " eval ", FLAG, AT(relate)},
    {"--gold", " eval ", FLAG, AT(gold)},
    {"--given-words", " eval ", FLAG, AT(given_words)},
    {"--quiet", ALL, FLAG, AT(quiet)},
    {"--licences", " version ", FLAG, AT(licences)},
    {"--actor", " find ", FILTER, SG_BY_ACTOR},
    {"--recipient", " find ", FILTER, SG_BY_RECIPIENT},
    {"--type", " find ", FILTER, SG_BY_TYPE},
    {"--mode", " find ", FILTER, SG_BY_MODE},
    {"--context", " find ", FILTER, SG_BY_CONTEXT},
    {"--realis", " find ", FILTER, SG_BY_REALIS},
    {"--since", " find ", FILTER, SG_BY_SINCE},
    {"--until", " find ", FILTER, SG_BY_UNTIL},
    {"--country", " find ", FILTER, SG_BY_COUNTRY},
    {"--min-confidence", " find ", FILTER, SG_BY_CONFIDENCE},
    {"--doc", " find ", FILTER, SG_BY_DOC},
    {"--text", " find ", FILTER, SG_BY_TEXT},
    {"--kind", " find ", FILTER, SG_BY_KIND},
    {"--id", " find ", FILTER, SG_BY_ID},
};

static const option *find_option(const char *arg, size_t n) {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strlen(options[i].name) == n && strncmp(options[i].name, arg, n) == 0) return &options[i];
    return NULL;
}

static bool knows(const option *o, const char *command) {
    char word[40];
    snprintf(word, sizeof word, " %s ", command);
    return strstr(o->commands, word) != NULL;
}

static bool set_number(cli_options *out, const option *o, const char *value) {
    char *end = NULL;
    errno = 0;
    long v = strtol(value, &end, 10);
    if (errno || end == value || *end || v < 1 || v > 1024) {
        cli_say("%s takes a number from 1 to 1024, not \"%s\"", o->name, value);
        return false;
    }
    *(long *)(void *)((char *)out + o->place) = v;
    return true;
}

static bool set(cli_options *out, const option *o, const char *value) {
    switch (o->kind) {
    case WORD: *(const char **)(void *)((char *)out + o->place) = value; break;
    case FLAG: *(bool *)((char *)out + o->place) = true; break;
    case NUMBER: return set_number(out, o, value);
    case FILTER: out->filter[o->place] = value; break;
    case LAYER:
        if (out->lexicon_count == sizeof out->lexicon / sizeof *out->lexicon) {
            cli_say("no more than %zu layers of lexicon", out->lexicon_count);
            return false;
        }
        out->lexicon[out->lexicon_count++] = value;
    }
    return true;
}

/* One option at argv[*i]; its value follows "=" or in the next word. */
static bool take_option(int argc, char **argv, int *i, cli_options *out) {
    const char *arg = argv[*i], *equals = strchr(arg, '=');
    const option *o = find_option(arg, equals ? (size_t)(equals - arg) : strlen(arg));
    if (!o || !knows(o, out->command)) {
        cli_say("%s does not know %s; see `sagwan help %s`", out->command, arg, out->command);
        return false;
    }
    if (o->kind == FLAG && equals) {
        cli_say("%s takes no value", o->name);
        return false;
    }
    if (o->kind == FLAG) return set(out, o, NULL);
    const char *value = equals ? equals + 1 : ++*i < argc ? argv[*i] : NULL;
    if (!value) cli_say("%s needs a value; see `sagwan help %s`", o->name, out->command);
    return value && set(out, o, value);
}

static bool one_of(const char *option_name, const char *value, const char *words) {
    char list[120], *rest = list;
    snprintf(list, sizeof list, "%s", words);
    for (char *w; value && (w = strtok_r(rest, " ", &rest));)
        if (strcmp(w, value) == 0) return true;
    if (value) cli_say("%s %s: choose one of: %s", option_name, value, words);
    return !value;
}

static bool is_day(const char *option_name, const char *s) {
    static const char shape[] = "dddd-dd-dd";
    bool ok = s == NULL || strlen(s) >= 10;
    for (size_t i = 0; s && ok && shape[i]; i++) ok = shape[i] == 'd' ? s[i] >= '0' && s[i] <= '9' : s[i] == shape[i];
    if (!ok) cli_say("%s %s: a day is written YYYY-MM-DD", option_name, s);
    return ok;
}

static bool is_share(const char *option_name, const char *s) {
    char *end = NULL;
    double v = s ? strtod(s, &end) : 0;
    bool ok = !s || (!*end && end != s && v >= 0 && v <= 1);
    if (!ok) cli_say("%s %s: a number from 0 to 1", option_name, s);
    return ok;
}

static bool check(const cli_options *o) {
    return is_share("--min-confidence", o->filter[SG_BY_CONFIDENCE]) && is_share("--precision", o->precision) &&
           one_of("--from", o->from, "auto text transcript jsonl conllu") && one_of("--to", o->to, "table jsonl csv") &&
           one_of("--scheme", o->schema, strcmp(o->command, "lexicon") == 0 ? "cameo own" : "plover cameo") &&
           one_of("--as", o->as, "actors agents verbs discards issues holders") && is_day("--date", o->date) &&
           is_day("--on", o->on) && is_day("--since", o->filter[SG_BY_SINCE]) && is_day("--until", o->filter[SG_BY_UNTIL]);
}

bool cli_parse(int argc, char **argv, cli_options *out) {
    bool ended = false;
    out->command = argv[1];
    out->files = calloc((size_t)argc, sizeof *out->files);
    if (!out->files) return false;
    for (int i = 2; i < argc; i++) {
        if (!ended && strcmp(argv[i], "--") == 0) ended = true;
        else if (ended || argv[i][0] != '-' || argv[i][1] == 0) out->files[out->file_count++] = argv[i];
        else if (!take_option(argc, argv, &i, out)) return false;
    }
    return check(out);
}
