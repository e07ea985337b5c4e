/* relate.h: sentences with a marked pair through the threads; relate prints the answers, eval counts them. */
#ifndef SG_CLI_RELATE_H
#define SG_CLI_RELATE_H

#include "flow.h"
#include "table.h"

typedef struct cli_answer {
    const char *line; /* the input line */
    unsigned long number;
    sg_relation relation;
    const char *broken; /* what was wrong with the marks, or NULL */
} cli_answer;

/* Every line in order; false from `each` stops. The exit status. */
int cli_each_relation(const cli_options *, cli_table *, bool (*each)(void *user, const cli_answer *), void *user);

#endif
