/* test_weights.c: the promises of core/weights.h. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "weights.h"

static const char TABLE[] = "feature\tvalue\tweight\n"
                            "near\town>GOV\t40\n"
                            "near\town\t-7\n"
                            "near\ta>b>c>d\t11\n"
                            "near\ta>b>c>d>e\t12\n"
                            "far\town>GOV\t3\n"
                            "unheard\town\t9\n"
                            "far\town>GOV\t4\n";

static void hear(void *user, const sg_complaint *c) {
    (void)user;
    (void)c;
}

enum { F_NEAR, F_FAR, W_OWN = 1, W_STRANGE };
static const char *const features[] = {"near", "far"}, *const words[] = {NULL, "own", "strange"};
static const sg_vocabulary know = {features, 2, words, 3};

static void weighs(void **state) {
    (void)state;
    sg_table_source t = {"en/others", sg_str_of(TABLE)};
    sg_str image;
    assert_true(sg_lexicon_compile("x", &t, 1, &image, hear, NULL));
    const char *err;
    sg_lexicon *l = sg_lexicon_open(&image, 1, &err);
    assert_non_null(l);
    sg_weights *w = sg_weights_new(l, SG_T_OTHERS, (const size_t[SG_WORTHS]){2}, &know);
    jmp_buf spent;
    sg_arena a = sg_arena_new(1 << 20, &spent);
    assert_int_equal(setjmp(spent), 0);
    sg_glossary g = {.weights = w, .arena = &a};
    uint32_t gov = sg_word_number(&g, SG_LIT("GOV")), mine = sg_word_number(&g, SG_LIT("mine"));
    assert_int_equal(sg_word_number(&g, SG_LIT("own")), W_OWN);
    assert_true(sg_eqz(sg_word_text(&g, gov), "GOV"));
    assert_true(sg_eqz(sg_word_text(&g, mine), "mine"));
    assert_int_equal(sg_weight_of(w, F_NEAR, (sg_value){{W_OWN, gov}}), 40);
    assert_int_equal(sg_weight_of(w, F_NEAR, (sg_value){{W_OWN}}), -7);
    assert_int_equal(sg_weight_of(w, F_FAR, (sg_value){{W_OWN, gov}}), 3); /* the first row wins */
    assert_int_equal(sg_weight_of(w, F_FAR, (sg_value){{W_OWN}}), 0);
    assert_int_equal(sg_weight_of(w, F_NEAR, (sg_value){{W_STRANGE, gov}}), 0);
    assert_int_equal(sg_weight_of(w, F_NEAR, (sg_value){{W_OWN, mine}}), 0);
    sg_value four = {{0}};
    const char *letters[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++) four.word[i] = sg_word_number(&g, sg_str_of(letters[i]));
    assert_int_equal(sg_weight_of(w, F_NEAR, four), 11);
    sg_arena_free(&a);
    sg_weights_free(w);
    sg_lexicon_close(l);
    free((char *)image.s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(weighs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
