/* test_when.c: dates decide where an event stands in time, so each pattern is tried by example.
 *
 * Words are cut at spaces and hang on the verb; the table is the real one. Run at the repository's root.
 * Publication is Thursday, 2022-05-26, or unknown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "when.h"

enum { NO_TIME = 99, WORDS = 32 };

typedef struct expression {
    const char *text;
    int kind;
    const char *edtf;
} expression;

static const expression dated[] = {
    {"met on Tuesday", SG_TIME_DATE, "2022-05-24"},
    {"met Thursday", SG_TIME_DATE, "2022-05-26"},
    {"met on Friday", SG_TIME_DATE, "2022-05-20"},
    {"will meet on Friday", SG_TIME_FUTURE, "2022-05-27"},
    {"met yesterday", SG_TIME_DATE, "2022-05-25"},
    {"met yesterday ( 25th )", SG_TIME_DATE, "2022-05-25"},
    {"met today", SG_TIME_DATE, "2022-05-26"},
    {"will meet tomorrow", SG_TIME_FUTURE, "2022-05-27"},
    {"met last week", SG_TIME_DATE, "2022-05-16/2022-05-22"},
    {"met this week", SG_TIME_DATE, "2022-05-23/2022-05-29"},
    {"will meet next week", SG_TIME_FUTURE, "2022-05-30/2022-06-05"},
    {"met last month", SG_TIME_DATE, "2022-04"},
    {"met this month", SG_TIME_DATE, "2022-05"},
    {"will meet next month", SG_TIME_FUTURE, "2022-06"},
    {"met last year", SG_TIME_DATE, "2021"},
    {"will meet next year", SG_TIME_FUTURE, "2023"},
    {"met this year", SG_TIME_DATE, "2022"},
    {"met earlier this week", SG_TIME_DATE, "2022-05-23/2022-05-29"},
    {"met early this month", SG_TIME_DATE, "2022-05"},
    {"met on May 26", SG_TIME_DATE, "2022-05-26"},
    {"met on May 25", SG_TIME_DATE, "2022-05-25"},
    {"met on June 3", SG_TIME_DATE, "2021-06-03"},
    {"will meet on June 3", SG_TIME_FUTURE, "2022-06-03"},
    {"met on 26 May 2020", SG_TIME_DATE, "2020-05-26"},
    {"met on May 26 , 2020", SG_TIME_DATE, "2020-05-26"},
    {"met on the 26th of May 2020", SG_TIME_DATE, "2020-05-26"},
    {"met on the 25th", SG_TIME_DATE, "2022-05-25"},
    {"met in 1991", SG_TIME_DATE, "1991"},
    {"met in March", SG_TIME_DATE, "2022-03"},
    {"met in March 2014", SG_TIME_DATE, "2014-03"},
    {"met in November", SG_TIME_DATE, "2021-11"},
    {"met two days ago", SG_TIME_DATE, "2022-05-24"},
    {"met 3 weeks ago", SG_TIME_DATE, "2022-05-02/2022-05-08"},
    {"met a year ago", SG_TIME_DATE, "2021"},
    {"met two months ago", SG_TIME_DATE, "2022-03"},
    {"met in the 1990s", SG_TIME_DATE, "199X"},
    {"met from 1991 to 1995", SG_TIME_DATE, "1991/1995"},
    {"met between 2014 and 2016", SG_TIME_DATE, "2014/2016"},
    {"met from May 16 to May 22", SG_TIME_DATE, "2022-05-16/2022-05-22"},
    {"met on May 16 - 22", SG_TIME_DATE, "2022-05-16/2022-05-22"},
    {"met between Monday and Wednesday", SG_TIME_DATE, "2022-05-23/2022-05-25"},
    {"met since 1991", SG_TIME_SINCE, "1991/.."},
    {"met since Monday", SG_TIME_SINCE, "2022-05-23/.."},
    {"met since last week", SG_TIME_SINCE, "2022-05-16/.."},
    {"met for two weeks", SG_TIME_DURATION, NULL},
    {"met for several months", SG_TIME_DURATION, NULL},
    {"met for the past two weeks", SG_TIME_DURATION, "2022-05-12/2022-05-26"},
    {"met until Monday", SG_TIME_DURATION, "../2022-05-23"},
    {"will meet next Monday", SG_TIME_FUTURE, "2022-05-30"},
    {"met last Monday", SG_TIME_DATE, "2022-05-23"},
    {"met last Thursday", SG_TIME_DATE, "2022-05-19"},
    {"will meet next Thursday", SG_TIME_FUTURE, "2022-06-02"},
    {"met last March", SG_TIME_DATE, "2022-03"},
    {"will meet by Friday", SG_TIME_DUE, "../2022-05-27"},
    {"will meet by 2030", SG_TIME_DUE, "../2030"},
    {"will meet as soon as possible", SG_TIME_DUE, NULL},
    {"will meet immediately", SG_TIME_DUE, NULL},
    {"will meet early", SG_TIME_DUE, NULL},
    {"will meet within two weeks", SG_TIME_DUE, "2022-05-26/2022-06-09"},
    {"will meet in two days", SG_TIME_FUTURE, "2022-05-28"},
    {"met during the war", SG_TIME_PAST, NULL},
    {"met during the Korean War", SG_TIME_PAST, NULL},
    {"met decades ago", SG_TIME_PAST, NULL},
    {"met years ago", SG_TIME_PAST, NULL},
    {"met in the past", SG_TIME_PAST, NULL},
    {"met a year after the attack", NO_TIME, NULL},
    {"may meet", NO_TIME, NULL},
    {"will march", NO_TIME, NULL},
    {"met 25 people", NO_TIME, NULL},
    {"met 2022-05-01", SG_TIME_DATE, "2022-05-01"},
    {"met on Tuesday , May 24", SG_TIME_DATE, "2022-05-24"},
    {"met on February 30", NO_TIME, NULL},
    {"will meet on the weekend of 4 June", SG_TIME_FUTURE, "2022-06-04/2022-06-05"},
};

static const expression undated[] = {
    {"met yesterday ( 25th )", SG_TIME_DATE, "XXXX-XX-25"},
    {"met on May 26", SG_TIME_DATE, "XXXX-05-26"},
    {"met in March", SG_TIME_DATE, "XXXX-03"},
    {"met on 26 May 2022", SG_TIME_DATE, "2022-05-26"},
    {"met in 1991", SG_TIME_DATE, "1991"},
    {"met on Tuesday", SG_TIME_DATE, NULL},
    {"will meet tomorrow", SG_TIME_FUTURE, NULL},
    {"will meet next Monday", SG_TIME_FUTURE, NULL},
    {"met decades ago", SG_TIME_PAST, NULL},
    {"met on the 25th", SG_TIME_DATE, "XXXX-XX-25"},
};

static sg_lexicon *lex;
static sg_str image;

static int set_up(void **state) {
    static char bytes[1 << 18];
    FILE *f = fopen("lexicon/en/grammar.tsv", "rb");
    const char *why = NULL;
    (void)state;
    if (!f) return -1;
    sg_table_source source = {"en/grammar", {bytes, fread(bytes, 1, sizeof bytes, f)}};
    fclose(f);
    if (!sg_lexicon_compile("test", &source, 1, &image, NULL, NULL)) return -1;
    lex = sg_lexicon_open(&image, 1, &why);
    return lex ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    sg_lexicon_close(lex);
    free((char *)(uintptr_t)image.s);
    return 0;
}

/* Words of `text` as tokens: "met" and "meet" are the verb, on which all others hang. */
static size_t words(sg_arena *a, const char *text, sg_tok *toks) {
    sg_str rest = sg_str_of(text), w;
    size_t n = 0;
    uint32_t verb = 0;
    while (n < WORDS && sg_cut(&rest, ' ', &w)) {
        char *key = sg_dup(a, w);
        for (char *c = key; *c; c++)
            if (*c >= 'A' && *c <= 'Z') *c = (char)(*c + 32);
        toks[n] = (sg_tok){.form = w, .key = sg_str_of(key), .upos = SG_POS_NOUN, .mwt = NONE, .child = NONE, .next = NONE};
        toks[n].by_key = sg_lexicon_look(lex, toks[n].key);
        toks[n].start = (uint32_t)(w.s - text), toks[n].end = toks[n].start + (uint32_t)w.n;
        if (sg_eqz(w, "will") || sg_eqz(w, "may")) toks[n].upos = SG_POS_AUX, toks[n].deprel = SG_DEP_AUX;
        if (sg_eqz(w, "met")) toks[n].bits = SG_FEAT_PAST | SG_FEAT_FIN;
        if (sg_eqz(w, "met") || sg_eqz(w, "meet") || sg_eqz(w, "march")) toks[n].upos = SG_POS_VERB, verb = (uint32_t)n;
        n++;
    }
    for (size_t i = n; i-- > 0;) {
        toks[i].head = i == verb ? NONE : verb;
        if (i == verb) continue;
        toks[i].next = toks[verb].child;
        toks[verb].child = (uint32_t)i;
    }
    return n;
}

static bool same(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int try_one(const expression *x, int32_t pub) {
    jmp_buf fail;
    sg_arena a = sg_arena_new(1 << 20, &fail);
    if (setjmp(fail)) return 1;
    sg_tok *toks = SG_NEW(&a, sg_tok, WORDS);
    sg_sent sent = {.first = 0, .given = NONE};
    sg_doc d = {
        .arena = &a, .lex = lex, .text = sg_str_of(x->text), .pub = pub, .sents = &sent, .sent_count = 1, .toks = toks};
    d.tok_count = words(&a, x->text, toks);
    sent.count = (uint32_t)d.tok_count;
    sg_when(&d);
    int kind = d.time_count ? (int)d.times[0].kind : NO_TIME;
    const char *edtf = d.time_count ? d.times[0].edtf : NULL;
    bool right = kind == x->kind && same(edtf, x->edtf) && d.time_count <= 1;
    if (!right) print_error("%s: kind %d, %s, %d times\n", x->text, kind, edtf ? edtf : "-", (int)d.time_count);
    sg_arena_free(&a);
    return right ? 0 : 1;
}

static void test_dated(void **state) {
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) wrong += try_one(&dated[i], sg_day_of(SG_LIT("2022-05-26")));
    assert_int_equal(wrong, 0);
}

static void test_undated(void **state) {
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof undated / sizeof *undated; i++) wrong += try_one(&undated[i], INT32_MIN);
    assert_int_equal(wrong, 0);
}

static void test_days(void **state) {
    jmp_buf fail;
    sg_arena a = sg_arena_new(1 << 24, &fail);
    (void)state;
    if (setjmp(fail)) fail_msg("memory");
    assert_int_equal(sg_day_of(SG_LIT("1970-01-01")), 0);
    assert_int_equal(sg_day_of(SG_LIT("2022-05-26T10:00:00Z")), 19138);
    assert_int_equal(sg_day_of(SG_LIT("2021-02-29")), INT32_MIN);
    assert_int_equal(sg_day_of(SG_LIT("2022-05")), INT32_MIN);
    for (int32_t day = -200000; day < 60000; day += 13) assert_int_equal(sg_day_of(sg_str_of(sg_day_iso(&a, day))), day);
    sg_arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dated), cmocka_unit_test(test_undated),
                                       cmocka_unit_test(test_days)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
