/* flow.h: items through N threads, out in the order in which they came in.
 *
 * One thread reads, N threads work (each with a job of its own), the caller's thread writes. A ring of
 * 2N + 2 places lies between them, so memory is bounded by that many items, however long the stream. */
#ifndef SG_CLI_FLOW_H
#define SG_CLI_FLOW_H

#include "cli.h"

typedef struct cli_flow {
    void *user;
    void *(*read)(void *user);                      /* the next item, NULL at the end */
    void (*work)(void *user, sg_job *, void *item); /* on any thread; touches the item only */
    bool (*write)(void *user, void *item);          /* in order; frees the item; false: stop here */
} cli_flow;

/* False where threads or memory were not to be had (a message was written). */
bool cli_run_flow(const cli_flow *, const cli_images *, long jobs);

#endif
