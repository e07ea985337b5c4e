/* images.c: where are model, lexicon and gazetteer? In this order: --model, inside the program (make dist),
 * $SAGWAN_HOME, beside the program, ../share/sagwan from it (make install).
 * --lexicon lays layers over the lexicon; a folder of tables is compiled on the spot. */
#include "cli.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, TABLES_MAX = 64 };

extern const char sg_embedded_model[] __attribute__((weak)), sg_embedded_model_end[] __attribute__((weak));
extern const char sg_embedded_lexicon[] __attribute__((weak)), sg_embedded_lexicon_end[] __attribute__((weak));
extern const char sg_embedded_gazetteer[] __attribute__((weak)), sg_embedded_gazetteer_end[] __attribute__((weak));

static sg_str *keep(cli_images *im, sg_str bytes, enum cli_holding how) {
    im->bytes[im->count] = bytes;
    im->how[im->count] = how;
    return &im->bytes[im->count++];
}

/* The whole file, mapped; *why where it cannot be. An empty file gives no bytes. */
static bool map_file(const char *path, sg_str *out, const char **why) {
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0) {
        *why = strerror(errno);
        if (fd >= 0) close(fd);
        return false;
    }
    *out = (sg_str){"", 0};
    void *p = MAP_FAILED;
    if (S_ISREG(st.st_mode) && st.st_size > 0) {
        p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p != MAP_FAILED) *out = (sg_str){p, (size_t)st.st_size};
    }
    close(fd);
    *why = S_ISDIR(st.st_mode) ? "it is a folder" : "it is empty or cannot be mapped";
    return p != MAP_FAILED;
}

/* Look for a file of ours in the places that a person may have put it. */
static bool find_image(const char *name, char path[PATH_SIZE]) {
    char self[PATH_SIZE] = "";
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n > 0) self[n] = 0;
    char *slash = strrchr(self, '/');
    if (slash) *slash = 0;
    const char *home = getenv("SAGWAN_HOME");
    if (home && snprintf(path, PATH_SIZE, "%s/%s", home, name) < PATH_SIZE && access(path, R_OK) == 0) return true;
    if (snprintf(path, PATH_SIZE, "%s/%s", self, name) < PATH_SIZE && access(path, R_OK) == 0) return true;
    return snprintf(path, PATH_SIZE, "%s/../share/sagwan/%s", self, name) < PATH_SIZE && access(path, R_OK) == 0;
}

static const sg_str *map_image(cli_images *im, const char *given, const char *name, sg_str embedded) {
    char path[PATH_SIZE];
    const char *why = "";
    sg_str bytes;
    if (!given && embedded.n) return keep(im, embedded, CLI_LENT);
    if (!given && !find_image(name, path)) {
        cli_say("%s is not there: neither in $SAGWAN_HOME nor beside the program nor in ../share/sagwan; run `make`"
                " or `make install`",
                name);
        return NULL;
    }
    const char *from = given ? given : path;
    if (map_file(from, &bytes, &why)) return keep(im, bytes, CLI_MAPPED);
    cli_say("%s cannot be read: %s", from, why);
    return NULL;
}

/* ---- a user's own tables ----------------------------------------------------------------------- */

typedef struct tables {
    sg_table_source source[TABLES_MAX];
    char *name[TABLES_MAX];
    size_t count;
    const char *folder;
    bool failed;
} tables;

static void add_table(tables *t, const char *path, const char *name) {
    const char *why = "";
    if (t->count == TABLES_MAX) return;
    sg_table_source *s = &t->source[t->count];
    if (!map_file(path, &s->text, &why)) {
        cli_say("%s cannot be read: %s", path, why);
        t->failed = true;
        return;
    }
    t->name[t->count] = strndup(name, strlen(name) - 4); /* without .tsv */
    s->name = t->name[t->count++];
}

static void add_folder(tables *t, const char *folder, const char *room);

static void add_entry(tables *t, const char *folder, const char *room, const char *entry) {
    char path[PATH_SIZE], name[PATH_SIZE];
    struct stat st;
    if (entry[0] == '.' || snprintf(path, PATH_SIZE, "%s/%s", folder, entry) >= PATH_SIZE || stat(path, &st) != 0) return;
    if (snprintf(name, PATH_SIZE, "%s%s%s", room, *room ? "/" : "", entry) >= PATH_SIZE) return;
    size_t n = strlen(name);
    if (S_ISDIR(st.st_mode) && !*room) add_folder(t, path, entry);
    else if (S_ISREG(st.st_mode) && n > 4 && strcmp(name + n - 4, ".tsv") == 0) add_table(t, path, name);
}

/* DIR/room/table.tsv, as in our own lexicon/; by name, so that the same folder gives the same image. */
static void add_folder(tables *t, const char *folder, const char *room) {
    struct dirent **entry = NULL;
    int n = scandir(folder, &entry, NULL, alphasort);
    if (n < 0) {
        cli_say("%s cannot be read: %s", folder, strerror(errno));
        t->failed = true;
    }
    for (int i = 0; i < n; i++) {
        add_entry(t, folder, room, entry[i]->d_name);
        free(entry[i]);
    }
    free(entry);
}

static void complain(void *user, const sg_complaint *c) {
    const tables *t = user;
    cli_say("%s/%s.tsv:%u: %s%s", t->folder, c->table, c->line, c->what, c->fatal ? "" : " (passed over)");
}

bool cli_compile_folder(const char *folder, const char *layer, sg_str *image) {
    tables t = {.folder = folder};
    *image = (sg_str){0};
    add_folder(&t, folder, "");
    if (!t.failed && t.count == 0) cli_say("%s holds no tables (room/name.tsv, as in our lexicon/)", folder);
    bool ok = !t.failed && t.count && sg_lexicon_compile(layer, t.source, t.count, image, complain, &t);
    for (size_t i = 0; i < t.count; i++) {
        if (t.source[i].text.n) munmap((void *)(uintptr_t)t.source[i].text.s, t.source[i].text.n);
        free(t.name[i]);
    }
    return ok;
}

static bool compile_layer(cli_images *im, const char *folder, sg_str *out) {
    sg_str image;
    if (!cli_compile_folder(folder, folder, &image)) return false;
    *out = *keep(im, image, CLI_OWNED);
    return true;
}

static bool add_layer(cli_images *im, const char *path, sg_str *out) {
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) return compile_layer(im, path, out);
    const sg_str *b = map_image(im, path, path, (sg_str){0});
    if (b) *out = *b;
    return b != NULL;
}

/* ---- both -------------------------------------------------------------------------------------- */

static sg_str between(const char *start, const char *end) {
    return start ? (sg_str){start, (size_t)((uintptr_t)end - (uintptr_t)start)} : (sg_str){0};
}

bool cli_open_lexicon(cli_images *im, const cli_options *o) {
    sg_str layer[CLI_LAYERS];
    size_t n = 0;
    const char *why = "";
    const sg_str *b = map_image(im, NULL, "en.lexicon", between(sg_embedded_lexicon, sg_embedded_lexicon_end));
    if (!b) return false;
    layer[n++] = *b;
    b = map_image(im, NULL, "world.gazetteer", between(sg_embedded_gazetteer, sg_embedded_gazetteer_end));
    if (!b) return false;
    layer[n++] = *b;
    for (size_t i = 0; i < o->lexicon_count; i++, n++)
        if (!add_layer(im, o->lexicon[i], &layer[n])) return false;
    im->lexicon = sg_lexicon_open(layer, n, &why);
    bool more = o->lexicon_count > 0;
    if (!im->lexicon) cli_say("the lexicon%s%s cannot be used: %s", more ? " with " : "", more ? o->lexicon[0] : "", why);
    return im->lexicon != NULL;
}

/* The model being opened beside the lexicon: each takes half of the time to the first record. */
typedef struct opening {
    sg_str bytes;
    sg_model *model;
    const char *why;
} opening;

static void *open_model(void *of) {
    opening *w = of;
    w->model = sg_model_open(w->bytes.s, w->bytes.n, &w->why);
    return NULL;
}

bool cli_open_images(cli_images *im, const cli_options *o) {
    *im = (cli_images){0};
    const sg_str *b = map_image(im, o->model, "en.model", between(sg_embedded_model, sg_embedded_model_end));
    if (!b) return false;
    opening beside = {.bytes = *b, .why = ""};
    pthread_t thread;
    bool started = pthread_create(&thread, NULL, open_model, &beside) == 0;
    if (!started) open_model(&beside);
    bool lexicon = cli_open_lexicon(im, o);
    if (started) pthread_join(thread, NULL);
    im->model = beside.model;
    if (!im->model) cli_say("the model%s%s cannot be used: %s", o->model ? " " : "", o->model ? o->model : "", beside.why);
    return im->model && lexicon;
}

void cli_close_images(cli_images *im) {
    sg_lexicon_close(im->lexicon);
    sg_model_close(im->model);
    for (size_t i = 0; i < im->count; i++) {
        void *bytes = (void *)(uintptr_t)im->bytes[i].s;
        if (im->how[i] == CLI_MAPPED) munmap(bytes, im->bytes[i].n);
        if (im->how[i] == CLI_OWNED) free(bytes);
    }
    *im = (cli_images){0};
}
