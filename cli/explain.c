/* explain.c: see explain.h. The table's lines first, then the evidence, acts inside indented under theirs. */
#include "explain.h"

#include <string.h>

static void put_words(FILE *f, sg_str s) {
    for (size_t i = 0; i < s.n; i++) fputc((unsigned char)s.s[i] < ' ' ? ' ' : s.s[i], f);
}

static const char *party_at(const sg_entity *e, size_t n, const sg_span *words) {
    for (size_t i = 0; i < n; i++)
        if (e[i].words.text.s == words->text.s && e[i].words.text.n == words->text.n) return e[i].cameo ? e[i].cameo : "";
    return "";
}

/* What the field says, where it is one word. */
static const char *value_of(const sg_record *r, const sg_act *a, const sg_evidence *e) {
    const struct {
        const char *field, *value;
    } all[] = {{"type", a->type},
               {"cameo", a->cameo},
               {"realis", a->realis},
               {"modality", a->modality},
               {"phase", a->phase},
               {"date", a->date.edtf},
               {"stance", r->stance},
               {"link", a->link},
               {"mode", a->mode_count ? a->modes[0] : NULL},
               {"context", a->context_count ? a->contexts[0] : NULL},
               {"actor", party_at(a->actors, a->actor_count, &e->words)},
               {"recipient", party_at(a->recipients, a->recipient_count, &e->words)},
               {"source", a->has_source ? party_at(&a->source, 1, &e->words) : NULL}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].field, e->field) == 0 && all[i].value) return all[i].value;
    return "";
}

static void put_act(FILE *f, const sg_record *r, const sg_act *a, int depth) {
    for (size_t i = 0; i < a->evidence_count; i++) {
        const sg_evidence *e = &a->evidence[i];
        fprintf(f, "%*s%-11s %-16s %-36s", 4 + 4 * depth, "", e->field, value_of(r, a, e), e->rule ? e->rule : "");
        if (e->words.text.n) fputs(" \"", f), put_words(f, e->words.text), fputc('"', f);
        fputc('\n', f);
    }
    for (size_t i = 0; i < a->content_count; i++) {
        const sg_act *in = &a->content[i];
        fprintf(f, "%*sinside: %s \"", 4 + 4 * depth, "", in->type ? in->type : "an act without a type");
        put_words(f, in->trigger.text);
        fputs("\"\n", f);
        put_act(f, r, in, depth + 1);
    }
}

void cli_explain(FILE *f, const sgio_document *d, const sg_result *res, const sg_record *r, const sgio_style *y) {
    sgio_record_table(f, d, res, r, y);
    if (!y->no_text && r->text.text.n) fputs("    ", f), put_words(f, r->text.text), fputc('\n', f);
    put_act(f, r, &r->act, 0);
    fputc('\n', f);
}
