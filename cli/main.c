/* main.c: which command? Signals, messages and exit statuses are here too, as all commands share them. */
#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>

static volatile sig_atomic_t stop_signal;

static void on_stop(int signal_number) {
    if (stop_signal) { /* asked twice: now */
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
    stop_signal = signal_number;
}

bool cli_stopped(void) {
    return stop_signal != 0;
}

void cli_catch_signals(void) {
    struct sigaction stop = {.sa_handler = on_stop};
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is seen as EPIPE where we write */
}

void cli_say(const char *format, ...) {
    char line[2048];
    va_list list;
    va_start(list, format);
    vsnprintf(line, sizeof line, format, list);
    va_end(list);
    fprintf(stderr, "sagwan: %s\n", line); /* one call: threads' messages do not mix */
}

int cli_finish(int status) {
    bool failed = fflush(stdout) != 0 || ferror(stdout);
    if (failed && errno == EPIPE) return CLI_OK; /* the reader has had enough */
    if (failed) {
        cli_say("the output could not be written: %s", strerror(errno));
        return CLI_CANNOT;
    }
    return stop_signal ? 128 + stop_signal : status;
}

int cli_version(const cli_options *o) {
    cli_images im;
    printf("sagwan %s\n", SG_VERSION);
    bool ok = cli_open_images(&im, o);
    if (ok) printf("model %s\n", sg_model_version(im.model));
    for (size_t i = 0; ok && i < sg_lexicon_layers(im.lexicon); i++)
        printf("lexicon %s\n", sg_lexicon_layer_version(im.lexicon, i));
    cli_close_images(&im);
    if (o->licences)
        fputs("\nprogram: Apache-2.0, the sagwan authors\n"
              "model: CC BY-SA 4.0; trained on Universal Dependencies English EWT r2.16 (CC BY-SA 4.0) and the free\n"
              "    genres of GUM V11 (annotation CC BY 4.0)\n"
              "lexicon en: CC BY-SA 4.0; codes: CAMEO (Schrodt and others), PLOVER (CC BY-SA 4.0); world: facts from the\n"
              "    World Factbook (CC0), REIGN (MIT), the UCDP actor list 22.1 (CC BY 4.0), ISO 3166\n"
              "gazetteer world: places of GeoNames (geonames.org), CC BY 4.0, packed anew\n"
              "linked: SQLite (public domain), jansson (MIT), zstd (BSD), zlib (zlib), utf8proc (MIT)\n"
              "records belong to who made them\n",
              stdout);
    return cli_finish(ok ? CLI_OK : CLI_CANNOT);
}

static int help_words(int argc, char **argv) {
    return cli_help(argc > 2 ? argv[2] : NULL);
}

static bool wants_help(int argc, char **argv) {
    for (int i = 2; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    return false;
}

static int run(int argc, char **argv) {
    static const struct {
        const char *name;
        int (*run)(const cli_options *);
    } commands[] = {{"code", cli_code}, {"parse", cli_code},    {"places", cli_code},     {"explain", cli_code},
                    {"add", cli_code},  {"mentions", cli_code}, {"relate", cli_relate},   {"find", cli_find},
                    {"eval", cli_eval}, {"who", cli_who},       {"lexicon", cli_lexicon}, {"version", cli_version}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        static cli_options o;
        if (strcmp(commands[i].name, argv[1]) != 0) continue;
        if (wants_help(argc, argv)) return cli_help(argv[1]);
        return cli_parse(argc, argv, &o) ? commands[i].run(&o) : CLI_CANNOT;
    }
    cli_say("there is no command %s; `sagwan help` lists them", argv[1]);
    return CLI_CANNOT;
}

int main(int argc, char **argv) {
    cli_catch_signals();
    if (argc < 2) {
        cli_help(NULL);
        return CLI_CANNOT;
    }
    if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return help_words(argc, argv);
    if (strcmp(argv[1], "--version") == 0) argv[1] = (char *)(uintptr_t) "version";
    return run(argc, argv);
}
