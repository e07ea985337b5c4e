/* test_actor.c: names, parties and references on small trees made by hand, against a small lexicon. The
 * people and countries are made up, so that no test leans on the world's tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "actor.h"
#include "holder.h"
#include "mention.h"
#include "name.h"
#include "refer.h"
#include "when.h"

typedef struct fixture {
    jmp_buf fail;
    sg_arena arena;
    sg_lexicon *lex;
    sg_str image;
    sg_doc doc;
    sg_input in;
} fixture;

typedef struct word {
    const char *form, *lemma;
    sg_upos upos;
    const char *feats;
    int head; /* from 1; 0 root */
    sg_deprel rel;
} word;

#define TABLE(name_, text_) \
    { \
        name_, { \
            text_, sizeof(text_) - 1 \
        } \
    }
static const sg_table_source tables[] = {
    TABLE("world/countries", "code\tkind\tform\tfrom\tto\tsource\tnote\n"
                             "KEN\tname\tKenya\t\t\t\t\nKEN\tadjective\tKenyan\t\t\t\t\nKEN\tcapital\tNairobi\t\t\t\t\n"
                             "PER\tname\tPeru\t\t\t\t\nPER\tadjective\tPeruvian\t\t\t\t\nUSA\tvariant\tUS\t\t\t\t\n"
                             "TUR\tname\tTurkey\t\t\t\t\n"),
    TABLE("world/holders", "name\tcountry\toffice\taliases\tfrom\tto\n"
                           "Wanjiru Odhiambo\tKEN\tforeign-minister\tOdhiambo\t2020-01-01\t2022-12-31\n"
                           "Old Predecessor\tKEN\tforeign-minister\t\t2010-01-01\t2019-12-31\n"
                           "Quispe Mamani\tPER\tforeign-minister\tMamani\t2020-01-01\t\n"),
    TABLE("en/roles", "form\tsector\toffice\tcameo\tkind\tnote\n"
                      "foreign minister\tGOV\tforeign-minister\tGOV\tperson\t\nminister\tGOV\t\tGOV\tperson\t\n"
                      "government\tGOV\t\tGOV\tgroup\t\narmy\tMIL\t\tMIL\tgroup\t\n"),
    TABLE("en/grammar", "form\tkind\tvalue\nof\towner\tof\ntwo\tpair\t2\nboth\tpair\t2\ncountry\tcollective\tstate\n"
                        "they\tpronoun\t3p\nhe\tpronoun\t3s\nwe\tpronoun\t1p\nits\tpronoun\t3n\n"),
    TABLE("en/pronouns", "form\tperson\tnumber\tgender\tkind\nthey\t3\tp\t\tpersonal\nhe\t3\ts\tm\tpersonal\n"
                         "we\t1\tp\t\tpersonal\nits\t3\ts\tn\town\n"),
};

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    const char *why = "";
    if (!f || !sg_lexicon_compile("test", tables, sizeof tables / sizeof *tables, &f->image, NULL, NULL)) return 1;
    f->lex = sg_lexicon_open(&f->image, 1, &why);
    if (!f->lex) return 1;
    f->arena = sg_arena_new((size_t)1 << 24, &f->fail);
    f->in.date = "2022-05-26";
    f->doc = (sg_doc){.arena = &f->arena, .lex = f->lex, .in = &f->in, .pub = sg_day_of(SG_LIT("2022-05-26"))};
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    sg_lexicon_close(f->lex);
    sg_arena_free(&f->arena);
    free(f->image.s ? (void *)(uintptr_t)f->image.s : NULL);
    free(f);
    return 0;
}

/* Add a sentence; its words are parted by one space in the text. */
static void sentence(sg_doc *d, const word *w, size_t count) {
    size_t base = d->tok_count;
    char *text = sg_alloc(d->arena, 4096, 1);
    size_t n = d->text.n;
    if (n) memcpy(text, d->text.s, n);
    sg_sent s = {.start = (uint32_t)n, .first = (uint32_t)base, .count = (uint32_t)count, .given = NONE};
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(w[i].form);
        memcpy(text + n, w[i].form, len);
        *SG_PUSH(d->arena, d->toks, d->tok_count, d->tok_cap) =
            (sg_tok){.start = (uint32_t)n,
                     .end = (uint32_t)(n + len),
                     .sent = (uint32_t)d->sent_count,
                     .form = sg_str_of(w[i].form),
                     .lemma = w[i].lemma ? w[i].lemma : w[i].form,
                     .bits = w[i].feats ? sg_feats_of(sg_str_of(w[i].feats)) : 0,
                     .head = w[i].head ? (uint32_t)base + (uint32_t)w[i].head - 1 : NONE,
                     .upos = (uint8_t)w[i].upos,
                     .deprel = (uint8_t)w[i].rel,
                     .space_after = true,
                     .mwt = NONE,
                     .ent = NONE,
                     .child = NONE,
                     .next = NONE};
        n += len;
        text[n++] = ' ';
    }
    s.end = (uint32_t)n;
    for (size_t i = count; i-- > 0;) {
        sg_tok *t = &d->toks[base + i];
        if (t->head == NONE) continue;
        t->next = d->toks[t->head].child;
        d->toks[t->head].child = (uint32_t)(base + i);
    }
    d->text = (sg_str){text, n};
    *SG_PUSH(d->arena, d->sents, d->sent_count, d->sent_cap) = s;
}
#define SENTENCE(d, ...) \
    do { \
        const word w_[] = {__VA_ARGS__}; \
        sentence((d), w_, sizeof w_ / sizeof *w_); \
    } while (0)

static void run(sg_doc *d) {
    sg_name(d);
    sg_actor(d);
    sg_ranks *none = sg_ranks_new(d->lex);
    sg_mentions(d, none);
    sg_refer(d, none);
    sg_ranks_free(none);
}

static const sg_ent *ent(const sg_doc *d, uint32_t tok, uint32_t n) {
    assert_true(n < d->toks[tok].ent_count);
    return &d->ents[d->toks[tok].ent + n];
}

#define N SG_POS_NOUN
#define P SG_POS_PROPN
#define PLUR "Number=Plur"

static void coordinated_countries_give_two_ministers(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"Kenyan", NULL, SG_POS_ADJ, NULL, 5, SG_DEP_AMOD}, {"and", NULL, SG_POS_CCONJ, NULL, 3, SG_DEP_CC},
             {"Peruvian", NULL, SG_POS_ADJ, NULL, 1, SG_DEP_CONJ}, {"foreign", NULL, SG_POS_ADJ, NULL, 5, SG_DEP_AMOD},
             {"ministers", "minister", N, PLUR, 6, SG_DEP_NSUBJ}, {"met", "meet", SG_POS_VERB, NULL, 0, SG_DEP_ROOT});
    run(d);
    assert_int_equal(d->toks[4].ent_count, 2);
    assert_string_equal(ent(d, 4, 0)->cameo, "KENGOV");
    assert_string_equal(ent(d, 4, 0)->name, "Wanjiru Odhiambo");
    assert_int_equal(ent(d, 4, 0)->name_by, SG_BY_INFERRED);
    assert_string_equal(ent(d, 4, 1)->country, "PER");
}

static void title_finds_its_country_by_a_garbled_name(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"Foreign", NULL, SG_POS_ADJ, NULL, 2, SG_DEP_AMOD}, {"Minister", "minister", P, NULL, 3, SG_DEP_NMOD_DESC},
             {"Wanjiro", NULL, P, NULL, 5, SG_DEP_NSUBJ}, {"Odiambo", NULL, P, NULL, 3, SG_DEP_FLAT},
             {"spoke", "speak", SG_POS_VERB, NULL, 0, SG_DEP_ROOT});
    run(d);
    assert_int_equal(d->toks[2].ent_count, 1);
    assert_string_equal(ent(d, 2, 0)->country, "KEN");
    assert_string_equal(ent(d, 2, 0)->name, "Wanjiru Odhiambo");
    assert_string_equal(ent(d, 2, 0)->office, "foreign-minister");
    assert_int_equal(ent(d, 2, 0)->name_by, SG_BY_OFFICE);
}

static void a_stranger_with_a_title_keeps_his_name(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"Kenyan", NULL, SG_POS_ADJ, NULL, 3, SG_DEP_AMOD}, {"Minister", "minister", P, NULL, 3, SG_DEP_NMOD_DESC},
             {"Zebedee", NULL, P, NULL, 4, SG_DEP_NSUBJ}, {"spoke", "speak", SG_POS_VERB, NULL, 0, SG_DEP_ROOT});
    run(d);
    assert_string_equal(ent(d, 2, 0)->name, "Zebedee");
    assert_string_equal(ent(d, 2, 0)->cameo, "KENGOV");
}

static void two_countries_are_the_parties_of_before(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"Kenya", NULL, P, NULL, 2, SG_DEP_NSUBJ}, {"met", "meet", SG_POS_VERB, NULL, 0, SG_DEP_ROOT},
             {"Peru", NULL, P, NULL, 2, SG_DEP_OBJ});
    SENTENCE(d, {"The", "the", SG_POS_DET, "Definite=Def", 3, SG_DEP_DET},
             {"foreign", NULL, SG_POS_ADJ, NULL, 3, SG_DEP_AMOD}, {"ministers", "minister", N, PLUR, 8, SG_DEP_NSUBJ},
             {"of", NULL, SG_POS_ADP, NULL, 7, SG_DEP_CASE}, {"the", NULL, SG_POS_DET, "Definite=Def", 7, SG_DEP_DET},
             {"two", NULL, SG_POS_NUM, NULL, 7, SG_DEP_NUMMOD}, {"countries", "country", N, PLUR, 3, SG_DEP_NMOD},
             {"agreed", "agree", SG_POS_VERB, NULL, 0, SG_DEP_ROOT});
    SENTENCE(d, {"They", "they", SG_POS_PRON, PLUR, 2, SG_DEP_NSUBJ},
             {"spoke", "speak", SG_POS_VERB, NULL, 0, SG_DEP_ROOT});
    run(d);
    assert_int_equal(d->toks[5].ent_count, 2);
    assert_string_equal(ent(d, 5, 0)->name, "Wanjiru Odhiambo");
    assert_string_equal(ent(d, 5, 1)->name, "Quispe Mamani");
    assert_int_equal(d->toks[11].ent_count, 2);
    assert_int_equal(ent(d, 11, 0)->by, SG_BY_PRONOUN);
    assert_int_not_equal(ent(d, 11, 0)->same, NONE);
}

static void capital_speaks_for_its_government(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"Nairobi", NULL, P, NULL, 2, SG_DEP_NSUBJ}, {"warned", "warn", SG_POS_VERB, NULL, 0, SG_DEP_ROOT},
             {"Peru", NULL, P, NULL, 2, SG_DEP_OBJ});
    run(d);
    assert_string_equal(ent(d, 0, 0)->cameo, "KENGOV");
    assert_string_equal(ent(d, 2, 0)->cameo, "PER");
    assert_null(ent(d, 2, 0)->sector);
}

static void pronouns_and_plain_words_are_no_countries(void **state) {
    sg_doc *d = &((fixture *)*state)->doc;
    SENTENCE(d, {"We", "we", SG_POS_PRON, PLUR, 2, SG_DEP_NSUBJ}, {"ate", "eat", SG_POS_VERB, NULL, 0, SG_DEP_ROOT},
             {"turkey", NULL, N, NULL, 2, SG_DEP_OBJ}, {"with", NULL, SG_POS_ADP, NULL, 5, SG_DEP_CASE},
             {"us", "we", SG_POS_PRON, NULL, 2, SG_DEP_OBL});
    run(d);
    assert_int_equal(d->hit_count, 0);
    for (uint32_t t = 0; t < 5; t++) assert_int_equal(d->toks[t].ent_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T_(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T_(coordinated_countries_give_two_ministers), T_(title_finds_its_country_by_a_garbled_name),
        T_(a_stranger_with_a_title_keeps_his_name),   T_(two_countries_are_the_parties_of_before),
        T_(capital_speaks_for_its_government),        T_(pronouns_and_plain_words_are_no_countries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
