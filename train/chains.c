/* chains.c: mentions and the choices between chains for the trainer, made by the program's own code (core/mention.c,
 * core/chain.c), so that the two cannot differ. Built and called by train/chains.py.
 *
 *     chains LEXICON                             the names of all features, one a line
 *     chains LEXICON MODEL WORDS.conllu [GOLD]   numbers: mentions, what was asked of them, choices, answers
 *     chains LEXICON MODEL GAZETTEER NEWS.jsonl  pronouns, line by line, parted by tabs:
 *         D id                                   a document
 *         M mention start end verb               bytes of the text, and of the verb that it is the subject of, or -1
 *         C mention party feature ...            a chain, with what is known of its party: "PER.GOV+CHL.MIL", or -
 *
 * In CoNLL-U, sentences and words are given; trees and names are the model's.
 * GOLD has a number (32 bits) for each mention, equal for mentions of the same thing, 0 for what is not known: then each
 * mention joins the chain whose latest mention has its number. Without it the program's own choice holds. */
#include "io/io.h"
#include "news.h"
#include "refer.h"
#include "slurp.h"

#include <stdio.h>

enum { MENTION = 1, THING = 2, CHOICE = 3, JOIN = 4, DOCUMENT_MEMORY = 1 << 30 };

typedef struct tracer {
    const uint32_t *gold;         /* of the document's mentions, or NULL */
    uint32_t *chain_gold, chains; /* of the latest mention of each chain */
    sg_ranks *ranks;
    const sg_model *model;
    const sg_doc *d;
} tracer;

static void put(uint32_t v) {
    fwrite(&v, sizeof v, 1, stdout);
}

static void thing(void *user, uint32_t ref, sg_feature f, unsigned b, unsigned c) {
    const tracer *t = user;
    put(THING), put(ref), put(sg_feature_at(t->ranks, f, 0, b, c)), put(t->ranks->step[f][0]);
}

static void choice(void *user, uint32_t ref, uint32_t chain, const uint32_t *features, size_t count) {
    (void)user;
    put(CHOICE), put(ref), put(chain), put((uint32_t)count);
    for (size_t i = 0; i < count; i++) put(features[i]);
}

static uint32_t join(void *user, uint32_t ref, const uint32_t *chains, size_t count, uint32_t best) {
    tracer *t = user;
    if (t->gold) {
        best = (uint32_t)count - 1;
        for (uint32_t i = 0; i + 1 < count && t->gold[ref] && best + 1 == count; i++)
            if (t->chain_gold[chains[i]] == t->gold[ref]) best = i;
        uint32_t chain = chains[best] == NONE ? t->chains++ : chains[best];
        if (t->gold[ref]) t->chain_gold[chain] = t->gold[ref];
    }
    put(JOIN), put(ref), put(chains[best]);
    return best;
}

static void document(const sg_lexicon *lex, const sg_input *in, tracer *t) {
    jmp_buf fail;
    sg_arena a = sg_arena_new(DOCUMENT_MEMORY, &fail);
    if (setjmp(fail)) {
        fputs("no memory\n", stderr);
        exit(2);
    }
    sg_doc d = {.arena = &a, .lex = lex, .in = in, .text = in->text, .title = in->title, .pub = INT32_MIN};
    sg_read(&d);
    sg_tokenise(&d, NULL);
    sg_encode_parse(&d, t->model, NULL);
    sg_children(&d);
    sg_name(&d);
    sg_when(&d);
    sg_actor(&d);
    sg_locate(&d, NULL, 0);
    sg_mentions_traced(&d, t->ranks, thing, t);
    sg_tell(&d, t->model, false);
    for (uint32_t i = 0; i < d.ref_count; i++) {
        const sg_ref *r = &d.refs[i];
        uint32_t sent = d.toks[r->head].sent, first = d.sents[sent].first;
        put(MENTION), put(i), put(sent), put(r->first - first), put(r->last - first), put(r->head - first), put(r->form);
    }
    t->chain_gold = SG_NEW(&a, uint32_t, d.ref_count + 1);
    t->chains = 0;
    sg_refer_traced(&d, t->ranks, &(sg_chain_trace){t, choice, join}, NULL);
    if (t->gold) t->gold += d.ref_count;
    put(0);
    for (uint32_t i = 0; i < d.ref_count; i++) put(d.refs[i].chain);
    put(UINT32_MAX);
    sg_arena_free(&a);
}

/* ---- news ---- */

static bool is_third(const sg_doc *d, const sg_ref *r) {
    return r->form >= SG_REF_HE && r->form <= SG_REF_THEY && !d->sents[d->toks[r->head].sent].in_title;
}

/* The latest mention of the chain before this one whose party is known, one with a country before others. */
static const sg_tok *told_of(const sg_doc *d, uint32_t ref, uint32_t chain) {
    const sg_tok *some = NULL;
    uint32_t u = ref;
    while (u-- > 0 && d->refs[u].chain != chain) continue;
    for (; u != NONE; u = d->refs[u].before) {
        const sg_tok *k = &d->toks[d->refs[u].head];
        for (uint32_t n = 0; n < k->ent_count; n++)
            if (d->ents[k->ent + n].country) return k;
        if (k->ent_count && !some) some = k;
    }
    return some;
}

static void news_choice(void *user, uint32_t ref, uint32_t chain, const uint32_t *features, size_t count) {
    const sg_doc *d = ((const tracer *)user)->d;
    if (chain == NONE || !is_third(d, &d->refs[ref])) return;
    const sg_tok *k = told_of(d, ref, chain);
    printf("C\t%u\t", ref);
    for (uint32_t n = 0; k && n < k->ent_count; n++) {
        const sg_ent *e = &d->ents[k->ent + n];
        printf("%s%s.%s", n ? "+" : "", e->country ? sg_land_then(d, e->country) : "", e->sector ? e->sector : "");
    }
    fputs(k && k->ent_count ? "\t" : "-\t", stdout);
    for (size_t i = 0; i < count; i++) printf(" %u", features[i]);
    puts("");
}

static uint32_t own_choice(void *user, uint32_t ref, const uint32_t *chains, size_t count, uint32_t best) {
    (void)user, (void)ref, (void)chains, (void)count;
    return best;
}

static void news(const sg_lexicon *lex, const sg_input *in, tracer *t) {
    jmp_buf fail;
    sg_arena a = sg_arena_new(DOCUMENT_MEMORY, &fail);
    if (setjmp(fail)) {
        fputs("no memory\n", stderr);
        exit(2);
    }
    sg_doc d = {.arena = &a, .lex = lex, .in = in, .text = in->text, .title = in->title, .pub = INT32_MIN};
    read_news(&d, t->model, t->ranks);
    printf("D\t%s\n", in->id);
    for (uint32_t i = 0; i < d.ref_count; i++) {
        const sg_tok *k = &d.toks[d.refs[i].head];
        if (!is_third(&d, &d.refs[i])) continue;
        bool subject = k->deprel == SG_DEP_NSUBJ && k->head != NONE;
        printf("M\t%u\t%u\t%u\t%d\n", i, k->start, k->end, subject ? (int)d.toks[k->head].start : -1);
    }
    t->d = &d;
    sg_refer_traced(&d, t->ranks, &(sg_chain_trace){t, news_choice, own_choice}, NULL);
    sg_arena_free(&a);
}

static void read_all(const char *path, bool is_news, const sg_lexicon *lex, tracer *t) {
    char err[200];
    sgio_reader *reader = sgio_open(path, is_news ? SGIO_JSONL : SGIO_CONLLU, NULL, err, sizeof err);
    if (!reader) exit(2);
    sgio_document doc;
    while (sgio_next(reader, &doc) > 0) {
        if (is_news) news(lex, &doc.in, t);
        else document(lex, &doc.in, t);
        sgio_document_free(&doc);
        doc = (sgio_document){0};
    }
    sgio_close(reader);
}

static bool ends_in(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && !strcmp(s + n - m, end);
}

int main(int argc, char **argv) {
    sg_str image[2];
    const char *why = NULL;
    bool is_news = argc > 4 && ends_in(argv[4], ".jsonl");
    if (argc < 2 || !slurp(argv[1], &image[0]) || (is_news && !slurp(argv[3], &image[1]))) return 2;
    sg_lexicon *lex = sg_lexicon_open(image, is_news ? 2 : 1, &why);
    tracer t = {.ranks = lex ? sg_ranks_new(lex) : NULL};
    if (!t.ranks) return 2;
    for (uint32_t i = 0; argc == 2 && i < t.ranks->base[SG_F_COUNT]; i++) {
        char name[80];
        sg_feature_name(t.ranks, i, name, sizeof name);
        puts(name);
    }
    if (argc < 4) return argc != 2;
    sg_str gold = {0}, model;
    if (!slurp(argv[2], &model) || !(t.model = sg_model_open(model.s, model.n, &why))) return 2;
    if (argc > 4 && !is_news && !slurp(argv[4], &gold)) return 2;
    t.gold = gold.n ? (const uint32_t *)(const void *)gold.s : NULL;
    read_all(argv[is_news ? 4 : 3], is_news, lex, &t);
    return 0;
}
