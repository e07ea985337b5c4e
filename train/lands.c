/* lands.c: the choices between lands for the trainer, made by the program's own code (core/lands.c), so that the two cannot
 * differ. Built and called by train/lands.py.
 *
 *     lands LEXICON                              the names of all features, one a line
 *     lands LEXICON MODEL GAZETTEER GOLD.jsonl   what was asked, line by line, parted by tabs:
 *         D id                                   a document
 *         E title start sector country           a party whose words say its land
 *         Q title start end sector word          who is asked for, and where: bytes of the title or the text
 *         C code feature feature ...             a land that may be (- for none), and what speaks for it
 *         A code                                 the program's choice */
#include "io/io.h"
#include "lands.h"
#include "news.h"
#include "refer.h"
#include "slurp.h"

#include <stdio.h>

enum { DOCUMENT_MEMORY = 1 << 30 };

typedef struct tracer {
    const sg_doc *d;
    uint32_t asked; /* the word asked for last, or NONE */
} tracer;

static void choice(void *user, const sg_land_ask *q, const char *code, const uint32_t *features, size_t count) {
    tracer *t = user;
    const sg_tok *k = &t->d->toks[q->tok];
    if (t->asked != q->tok)
        printf("Q\t%d\t%u\t%u\t%s\t%.*s\n", t->d->sents[k->sent].in_title, k->start, k->end, *q->sector ? q->sector : "-",
               (int)k->form.n, k->form.s);
    t->asked = q->tok;
    printf("C\t%s\t", code ? sg_land_then(t->d, code) : "-");
    for (size_t i = 0; i < count; i++) printf(" %u", features[i]);
    puts("");
}

static void chosen(void *user, const sg_land_ask *q, const char *code) {
    tracer *t = user;
    (void)q;
    t->asked = NONE;
    printf("A\t%s\n", code ? sg_land_then(t->d, code) : "-");
}

/* People by a noun that no table of roles has: whose they are event asks later. */
static void ask_people(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        if (k->upos != SG_POS_NOUN || k->ent_count || k->hit != NONE) continue;
        sg_rows r = sg_rows_by_lemma(d, k, SG_T_CLASSES);
        bool human = false;
        for (size_t i = 0; i < r.count; i++) human |= !strcmp(r.row[i]->cell[1], "human");
        if (human) (void)sg_refer_home(d, t, "CVL");
    }
}

static void tell_named(const sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++)
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
            const sg_ent *e = &d->ents[d->toks[t].ent + i];
            if (e->head == t && e->country && e->sector)
                printf("E\t%d\t%u\t%s\t%s\n", d->sents[d->toks[t].sent].in_title, d->toks[t].start, e->sector,
                       sg_land_then(d, e->country));
        }
}

static void document(const sg_lexicon *lex, const sg_model *model, const sg_ranks *ranks, const sg_input *in) {
    jmp_buf fail;
    sg_arena a = sg_arena_new(DOCUMENT_MEMORY, &fail);
    if (setjmp(fail)) {
        fputs("no memory\n", stderr);
        exit(2);
    }
    sg_doc d = {.arena = &a, .lex = lex, .in = in, .text = in->text, .title = in->title, .pub = INT32_MIN};
    read_news(&d, model, ranks);
    printf("D\t%s\n", in->id);
    tell_named(&d);
    tracer t = {&d, NONE};
    const sg_land_trace trace = {&t, choice, chosen};
    sg_refer_traced(&d, ranks, NULL, &trace);
    ask_people(&d);
    sg_arena_free(&a);
}

int main(int argc, char **argv) {
    sg_str image[2], model_bytes;
    const char *why = NULL;
    char err[200];
    bool whole = argc == 5;
    if ((argc != 2 && !whole) || !slurp(argv[1], &image[0]) || (whole && !slurp(argv[3], &image[1]))) return 2;
    sg_lexicon *lex = sg_lexicon_open(image, whole ? 2 : 1, &why);
    sg_ranks *ranks = lex ? sg_ranks_new(lex) : NULL;
    if (!ranks) return 2;
    for (uint32_t i = 0; argc == 2 && i < ranks->base[SG_F_COUNT]; i++) {
        char name[80];
        sg_feature_name(ranks, i, name, sizeof name);
        puts(name);
    }
    if (!whole) return 0;
    const sg_model *model = slurp(argv[2], &model_bytes) ? sg_model_open(model_bytes.s, model_bytes.n, &why) : NULL;
    sgio_reader *reader = model ? sgio_open(argv[4], SGIO_JSONL, NULL, err, sizeof err) : NULL;
    if (!reader) return 2;
    sgio_document doc;
    while (sgio_next(reader, &doc) > 0) {
        document(lex, model, ranks, &doc.in);
        sgio_document_free(&doc);
        doc = (sgio_document){0};
    }
    sgio_close(reader);
    return 0;
}
