/* flow.c: see flow.h. One lock for the whole ring: an item is a document, so it is taken a few thousand times
 * a second at most. */
#include "flow.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum state { FREE, READ, WORKING, DONE };

typedef struct place {
    enum state state;
    void *item;
} place;

typedef struct ring {
    const cli_flow *flow;
    const cli_images *images;
    pthread_mutex_t lock;
    pthread_cond_t readable, workable, writable;
    place *at;
    size_t size, read, taken, written; /* running numbers; a place is number % size */
    bool ended, stop;
} ring;

static void *reader(void *p) {
    ring *r = p;
    for (;;) {
        pthread_mutex_lock(&r->lock);
        while (!r->stop && r->read - r->written == r->size) pthread_cond_wait(&r->readable, &r->lock);
        bool stop = r->stop;
        pthread_mutex_unlock(&r->lock);
        void *item = stop || cli_stopped() ? NULL : r->flow->read(r->flow->user);
        pthread_mutex_lock(&r->lock);
        if (item) r->at[r->read++ % r->size] = (place){READ, item};
        else r->ended = true;
        pthread_cond_signal(&r->workable);
        if (!item) pthread_cond_broadcast(&r->workable);
        if (!item) pthread_cond_signal(&r->writable);
        pthread_mutex_unlock(&r->lock);
        if (!item) return NULL;
    }
}

/* The next item to work on, NULL when there will be none. */
static place *take(ring *r) {
    place *mine = NULL;
    pthread_mutex_lock(&r->lock);
    while (r->taken == r->read && !r->ended) pthread_cond_wait(&r->workable, &r->lock);
    if (r->taken < r->read) {
        mine = &r->at[r->taken++ % r->size];
        mine->state = WORKING;
    }
    pthread_mutex_unlock(&r->lock);
    return mine;
}

static void *worker(void *p) {
    ring *r = p;
    sg_job *job = sg_job_new(r->images->model, r->images->lexicon);
    for (place *mine; (mine = take(r));) {
        r->flow->work(r->flow->user, job, mine->item); /* job NULL: no memory; the work says so */
        pthread_mutex_lock(&r->lock);
        mine->state = DONE;
        pthread_cond_signal(&r->writable);
        pthread_mutex_unlock(&r->lock);
    }
    sg_job_free(job);
    return NULL;
}

/* Wait for the oldest item; NULL at the end. */
static void *oldest(ring *r) {
    void *item = NULL;
    pthread_mutex_lock(&r->lock);
    while (!(r->written < r->read && r->at[r->written % r->size].state == DONE) && !(r->ended && r->written == r->read))
        pthread_cond_wait(&r->writable, &r->lock);
    if (r->written < r->read) item = r->at[r->written % r->size].item;
    pthread_mutex_unlock(&r->lock);
    return item;
}

static void write_all(ring *r) {
    for (void *item; (item = oldest(r));) {
        bool go_on = r->flow->write(r->flow->user, item);
        pthread_mutex_lock(&r->lock);
        r->at[r->written++ % r->size].state = FREE;
        if (!go_on) r->stop = true;
        pthread_cond_signal(&r->readable);
        pthread_mutex_unlock(&r->lock);
    }
}

static bool start(ring *r, pthread_t *threads, size_t n) {
    size_t begun = 0;
    while (begun < n && pthread_create(&threads[begun], NULL, begun ? worker : reader, r) == 0) begun++;
    bool enough = begun >= 2; /* a reader and one worker can do it all */
    if (enough) write_all(r);
    pthread_mutex_lock(&r->lock);
    r->ended = r->stop = true;
    pthread_cond_broadcast(&r->workable);
    pthread_cond_broadcast(&r->readable);
    pthread_mutex_unlock(&r->lock);
    for (size_t i = 0; i < begun; i++) pthread_join(threads[i], NULL);
    return enough;
}

bool cli_run_flow(const cli_flow *f, const cli_images *images, long jobs) {
    long n = jobs ? jobs : sysconf(_SC_NPROCESSORS_ONLN);
    size_t workers = n < 1 ? 1 : (size_t)n;
    ring r = {.flow = f, .images = images, .size = 2 * workers + 2};
    pthread_t *threads = calloc(workers + 1, sizeof *threads);
    r.at = calloc(r.size, sizeof *r.at);
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.readable, NULL);
    pthread_cond_init(&r.workable, NULL);
    pthread_cond_init(&r.writable, NULL);
    bool ok = threads && r.at && start(&r, threads, workers + 1);
    if (!ok) cli_say("no threads or no memory to work with");
    free(threads);
    free(r.at);
    return ok;
}
