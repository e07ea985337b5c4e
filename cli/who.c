/* who.c: the command who: each operand a question, candidates to standard output. */
#include "cli.h"

#include <string.h>

enum { NAME_WIDTH = 28, OFFICE_WIDTH = 24 };

static void json_string(const char *key, const char *s, bool empty_is_null) {
    printf(",\"%s\":", key);
    if (!s || (empty_is_null && !*s)) {
        fputs("null", stdout);
        return;
    }
    putchar('"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\') putchar('\\'), putchar(c);
        else if (c < ' ') printf("\\u%04x", c);
        else putchar(c);
    }
    putchar('"');
}

static void put_json(const char *asked, const sg_candidate *c) {
    printf("{\"score\":%.3f", c->score);
    json_string("asked", asked, false);
    json_string("name", c->name, true);
    json_string("office", c->office, true);
    json_string("country", c->country, true);
    json_string("sector", c->sector, true);
    json_string("cameo", c->cameo, true);
    json_string("from", c->from, true);
    json_string("to", c->to, true);
    printf(",\"former\":%s", c->former ? "true" : "false");
    json_string("source", c->source, true);
    fputs("}\n", stdout);
}

/* Padded by letters, not bytes. */
static void put_cell(const char *s, int width) {
    int n = 0;
    for (const char *c = s; *c; c++) n += (*c & 0xC0) != 0x80;
    printf("%s%*s  ", s, n < width ? width - n : 0, "");
}

static void put_line(const sg_candidate *c) {
    char when[64] = "";
    if (*c->from || *c->to) snprintf(when, sizeof when, "%s to %s", *c->from ? c->from : "?", *c->to ? c->to : "now");
    printf("%.2f  ", c->score);
    put_cell(*c->name ? c->name : "(unknown)", NAME_WIDTH);
    put_cell(c->office ? c->office : "", OFFICE_WIDTH);
    put_cell(c->cameo ? c->cameo : "", 10);
    put_cell(when, 24);
    printf("%s%s\n", c->former ? "former  " : "", c->source);
}

int cli_who(const cli_options *o) {
    cli_images im;
    if (!o->file_count || (o->to && strcmp(o->to, "csv") == 0)) {
        cli_say(o->file_count ? "who writes table or jsonl" : "who needs a name or an office; see `sagwan help who`");
        return CLI_CANNOT;
    }
    bool ok = cli_open_images(&im, o);
    sg_job *j = ok ? sg_job_new(im.model, im.lexicon) : NULL;
    if (ok && !j) cli_say("there is no memory");
    bool json = o->to && strcmp(o->to, "jsonl") == 0;
    for (size_t i = 0; j && i < o->file_count; i++) {
        const char *asked = o->files[i];
        size_t count;
        const sg_candidate *c = sg_who(j, (sg_str){asked, strlen(asked)}, o->on, &count);
        if (!json && o->file_count > 1) printf("%s%s:\n", i ? "\n" : "", asked);
        for (size_t k = 0; k < count; k++) json ? put_json(asked, &c[k]) : put_line(&c[k]);
        if (!count && !o->quiet) cli_say("nobody is known for \"%s\"", asked);
    }
    sg_job_free(j);
    cli_close_images(&im);
    return cli_finish(j ? CLI_OK : CLI_CANNOT);
}
