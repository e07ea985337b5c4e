/* cli.h: what the commands share: options, images, messages, exit statuses.
 *
 * Results go to standard output, words to standard error; a message says what, where, and what to do. */
#ifndef SG_CLI_H
#define SG_CLI_H

#include "sagwan.h"
#include "store/store.h"

#include <stdio.h>

enum { CLI_OWN_LAYERS = 16, CLI_LAYERS = CLI_OWN_LAYERS + 2 }; /* a user's; with our lexicon and gazetteer */
enum { CLI_OK = 0, CLI_PASSED_OVER = 1, CLI_CANNOT = 2 };      /* exit statuses, the whole list */

typedef struct cli_options {
    const char *command;
    const char *from, *to, *date, *on, *model, *schema; /* schema: of relate plover or cameo, of lexicon cameo or own */
    const char *precision, *clues, *others;             /* of code: a share; of eval: files */
    const char *out, *as, *layer;                       /* of lexicon: a folder, a kind of dictionary, a layer's name */
    const char *lexicon[CLI_OWN_LAYERS];                /* layers over ours: folders of tables, or images */
    size_t lexicon_count;
    long jobs; /* 0: all processors */
    bool explain, no_text, pairs, statements, reparse, entities, quiet, licences, relate, given_words, gold, alone, all;
    const char *filter[SG_FILTERS];
    char **files; /* operands */
    size_t file_count;
} cli_options;

/* Fill from argv (options and operands in any order, `--` ends options). False: a message was written. */
bool cli_parse(int argc, char **argv, cli_options *);

/* "sagwan: ..." and a line end. */
__attribute__((format(printf, 1, 2))) void cli_say(const char *format, ...);

/* Model and lexicon, opened. */
enum cli_holding { CLI_LENT, CLI_MAPPED, CLI_OWNED };
typedef struct cli_images {
    sg_model *model;
    sg_lexicon *lexicon;
    sg_str bytes[CLI_LAYERS + 1]; /* what they and the model stand on: mapped, compiled or part of the program */
    enum cli_holding how[CLI_LAYERS + 1];
    size_t count;
} cli_images;

/* False: a message was written. */
bool cli_open_images(cli_images *, const cli_options *);
bool cli_open_lexicon(cli_images *, const cli_options *); /* the lexicon alone */
/* A folder of tables to an image (malloc'ed). False: messages were written. */
bool cli_compile_folder(const char *folder, const char *layer, sg_str *image);
void cli_close_images(cli_images *);

/* Was the work told to stop (SIGINT, SIGTERM)? Documents in hand are finished first. */
bool cli_stopped(void);
void cli_catch_signals(void);
/* 128 + the signal after a stop, else `status`; flushes standard output and tells if that failed. */
int cli_finish(int status);

/* The commands; each returns the exit status. */
int cli_code(const cli_options *); /* code, parse, mentions, add, explain */
int cli_relate(const cli_options *);
int cli_find(const cli_options *);
int cli_eval(const cli_options *);
int cli_eval_gold(const cli_options *); /* eval --gold */
int cli_who(const cli_options *);
int cli_lexicon(const cli_options *); /* import, check, compile */
int cli_version(const cli_options *);
int cli_help(const char *topic); /* NULL: the overview */
/* The relations command over a stream; eval uses it too. */

#endif
