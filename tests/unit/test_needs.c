/* test_needs.c: the promises of core/needs.h. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "needs.h"

static const char TABLE[] = "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds\n"
                            "halt\tv\tREJECT\t\t\t\t\t\t\tsubj~party|troops  !obj=bus|train\n"
                            "halt\tv\tCOERCE\t\t\t\t\t\t\tsubj~party|troops rest>at_gunpoint|~weapon..drawn obj\n"
                            "halt\tv\tYIELD\t\t\t\t\t\t\t\n"
                            "halt\tv\tAGREE\t\t\t\t\t\t\tsubj~several\n";

static void hear(void *user, const sg_complaint *c) {
    (void)user;
    (void)c;
}

static void cuts(void **state) {
    (void)state;
    sg_table_source t = {"en/acts", sg_str_of(TABLE)};
    sg_str image;
    assert_true(sg_lexicon_compile("x", &t, 1, &image, hear, NULL));
    const char *err;
    sg_lexicon *l = sg_lexicon_open(&image, 1, &err);
    assert_non_null(l);
    size_t count;
    const sg_row *rows = sg_lexicon_rows(l, SG_T_ACTS, &count);
    assert_int_equal(count, 4);
    jmp_buf spent;
    assert_int_equal(setjmp(spent), 0);
    sg_needs *n = sg_needs_new(&spent);
    sg_condition *a = sg_condition_first(n, &rows[0]), *b = sg_condition_first(n, &rows[1]);
    assert_ptr_equal(a, sg_condition_first(n, &rows[0]));
    assert_ptr_equal(a->need, b->need); /* the same condition is one wherever it stands */
    assert_true(a->need->by == '~' && !a->need->denies && sg_eqz(a->need->slot, "subj"));
    assert_true(a->need->of.told == 1u << SG_TOLD_PARTY);
    assert_true(sg_is_chosen(&a->need->of, SG_LIT("troops")) && !sg_is_chosen(&a->need->of, SG_LIT("troop")));
    const sg_condition *not = sg_condition_next(n, a); /* behind two blanks */
    assert_true(not->need->by == '=' && not->need->denies && sg_eqz(not->need->slot, "obj"));
    assert_true(sg_is_chosen(&not->need->of, SG_LIT("train")) && !not->need->of.told);
    assert_null(sg_condition_next(n, (sg_condition *)not));
    sg_condition *rest = sg_condition_next(n, b), *filled = sg_condition_next(n, rest);
    assert_true(rest->need->by == '>' && rest->need->alternatives == 2);
    const sg_alternative *p = rest->need->alternative;
    assert_true(sg_eqz(p[0].text, "at_gunpoint"));
    assert_true(p[0].bits == (sg_word_bit(SG_LIT("at")) | sg_word_bit(SG_LIT("gunpoint"))));
    assert_true(p[1].bits == sg_word_bit(SG_LIT("drawn"))); /* many words are weapons */
    assert_true(!filled->need->by && sg_eqz(filled->need->slot, "obj"));
    assert_null(sg_condition_next(n, filled));
    assert_null(sg_condition_first(n, &rows[2]));
    assert_true(sg_condition_first(n, &rows[3])->need->several);
    sg_needs_free(n);
    sg_lexicon_close(l);
    free((char *)image.s);
}

static void lists(void **state) {
    (void)state;
    sg_str all = SG_LIT("bus|bus-lane|tram");
    assert_true(sg_list_holds(all, SG_LIT("bus")) && sg_list_holds(all, SG_LIT("tram")) &&
                sg_list_holds(all, SG_LIT("bus-lane")));
    assert_false(sg_list_holds(all, SG_LIT("us")) || sg_list_holds(all, SG_LIT("lane")));
    assert_false(sg_list_holds(all, SG_LIT("trams")));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts), cmocka_unit_test(lists)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
