/* mklexicon.c: makes a lexicon image of a folder of tables while sagwan is built.
 *
 *     mklexicon LAYER DIR OUT
 *
 * Every *.tsv below DIR is a table, named by its path without the ending and taken in the order of names, so
 * that the same folder always gives the same bytes. Complaints go to stderr as FILE:LINE: what. */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sagwan.h"

enum { MOST_TABLES = 256, OPEN_FOLDERS = 16 };

/* nftw passes no argument of ours to its visitor: this is the one thing that has to be global. */
static struct {
    char *path[MOST_TABLES];
    size_t count;
} found;

static int visit(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info, (void)at;
    size_t n = strlen(path);
    if (kind != FTW_F || n < 4 || strcmp(path + n - 4, ".tsv") != 0) return 0;
    if (found.count == MOST_TABLES || !(found.path[found.count] = strdup(path))) return 1;
    found.count++;
    return 0;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool read_file(const char *path, sg_str *text) {
    FILE *f = fopen(path, "rb");
    if (!f) return false;
    char *bytes = NULL;
    long n = fseek(f, 0, SEEK_END) == 0 ? ftell(f) : -1;
    bool good = n >= 0 && fseek(f, 0, SEEK_SET) == 0 && (bytes = malloc((size_t)n + 1)) != NULL &&
                fread(bytes, 1, (size_t)n, f) == (size_t)n;
    fclose(f);
    if (!good) free(bytes);
    else *text = (sg_str){bytes, (size_t)n};
    return good;
}

static bool write_file(const char *path, sg_str image) {
    FILE *f = fopen(path, "wb");
    if (!f) return false;
    bool good = fwrite(image.s, 1, image.n, f) == image.n;
    return (fclose(f) == 0) && good;
}

static void say(void *folder, const sg_complaint *c) {
    fprintf(stderr, "%s/%s.tsv:%u: %s%s\n", (const char *)folder, c->table, c->line, c->fatal ? "" : "note: ", c->what);
}

/* Read what was found into tables; the names are the paths below `dir` (which the paths begin with). */
static bool load(const char *dir, sg_table_source *tables) {
    for (size_t i = 0; i < found.count; i++) {
        if (!read_file(found.path[i], &tables[i].text)) {
            perror(found.path[i]);
            return false;
        }
        char *name = found.path[i] + strlen(dir);
        name += strspn(name, "/");
        name[strlen(name) - 4] = 0;
        tables[i].name = name;
    }
    return true;
}

int main(int argc, char **argv) {
    static sg_table_source tables[MOST_TABLES];
    if (argc != 4) {
        fputs("usage: mklexicon LAYER DIR OUT\n", stderr);
        return 2;
    }
    if (nftw(argv[2], visit, OPEN_FOLDERS, FTW_PHYS) != 0) {
        fprintf(stderr, "mklexicon: cannot read the tables below %s\n", argv[2]);
        return 1;
    }
    qsort(found.path, found.count, sizeof *found.path, by_name);
    sg_str image = {0};
    bool good = load(argv[2], tables) && sg_lexicon_compile(argv[1], tables, found.count, &image, say, argv[2]);
    if (good && !write_file(argv[3], image)) {
        perror(argv[3]);
        good = false;
    }
    free((char *)image.s);
    for (size_t i = 0; i < found.count; i++) {
        free((char *)tables[i].text.s);
        free(found.path[i]);
    }
    return good ? 0 : 1;
}
