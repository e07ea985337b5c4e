/* test_lexicon.c: the promises of core/lexicon.h, and that no cut or bent image can hurt. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "lexicon.h"

typedef struct heard {
    unsigned count, fatal, line;
    char last[200];
} heard;

static void hear(void *user, const sg_complaint *c) {
    heard *h = user;
    h->count++;
    h->fatal += c->fatal;
    h->line = c->line;
    snprintf(h->last, sizeof h->last, "%s", c->what);
}

static sg_table_source table(const char *name, const char *text) {
    return (sg_table_source){name, sg_str_of(text)};
}

static sg_str compiled(const char *layer, const char *name, const char *text) {
    sg_table_source t = table(name, text);
    sg_str image;
    heard h = {0};
    assert_true(sg_lexicon_compile(layer, &t, 1, &image, hear, &h));
    return image;
}

static const char COUNTRIES[] = "code\tkind\tform\tfrom\tto\tsource\tnote\r\n"
                                "# a remark\n"
                                "KOR\tname\tSouth Korea\t\t\tknown\t\r\n"
                                "\n"
                                "USA\tvariant\tU.S.\t\t\tknown\t\n"
                                "CIV\tname\tC\xC3\xB4te d\xE2\x80\x99Ivoire\t\t\tknown\t\n"
                                "USA\tname\tGeorgia\t\t\tknown\tweak\n"
                                "GEO\tname\tGeorgia\t\t\tknown\t";

static void check_fold(const char *word, const char *want, bool want_caps) {
    jmp_buf spent;
    sg_arena a = sg_arena_new(1 << 20, &spent);
    assert_int_equal(setjmp(spent), 0);
    bool caps;
    sg_str got = sg_fold(&a, sg_str_of(word), &caps);
    assert_string_equal(sg_dup(&a, got), want);
    assert_int_equal(caps, want_caps);
    sg_arena_free(&a);
}

static void folds(void **state) {
    (void)state;
    check_fold("Korea", "korea", false);
    check_fold("U.S.", "us", true);
    check_fold("US", "us", true);
    check_fold("us", "us", false);
    check_fold("A", "a", false);
    check_fold("3.5", "3.5", false);
    check_fold(".", ".", false);
    check_fold("-", "-", false);
    check_fold("Jong-sup", "jong - sup", false);
    check_fold("Haram's", "haram 's", false);
    check_fold("'s", "'s", false);
    check_fold("\xE2\x80\x99s", "'s", false);
    check_fold("Erdo\xC4\x9F"
               "an",
               "erdogan", false);
    check_fold("\xC3\x89TAT", "etat", true);
    check_fold("Stra\xC3\x9F"
               "e",
               "strasse", false);
    check_fold("\xEF\xB7\xBA",
               "\xD8\xB5\xD9\x84\xD9\x89 \xD8\xA7\xD9\x84\xD9\x84\xD9\x87 \xD8\xB9\xD9\x84\xD9\x8A\xD9\x87 "
               "\xD9\x88\xD8\xB3\xD9\x84\xD9\x85",
               false);
    check_fold("\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD", false);
    check_fold("", "", false);
}

static void finds(void **state) {
    (void)state;
    sg_str image = compiled("base", "world/countries", COUNTRIES);
    const char *why = "";
    sg_lexicon *l = sg_lexicon_open(&image, 1, &why);
    assert_non_null(l);
    assert_null(why);
    free((char *)image.s);
    size_t n;
    const sg_row *rows = sg_lexicon_rows(l, SG_T_COUNTRIES, &n);
    assert_int_equal(n, 5);
    assert_string_equal(rows[0].cell[1], "KOR");
    assert_string_equal(rows[0].cell[9], "");
    sg_rows r = sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("south korea"));
    assert_int_equal(r.count, 1);
    assert_int_equal(r.row[0]->line, 3);
    assert_true(sg_lexicon_opens(l, SG_T_COUNTRIES, SG_LIT("south")));
    assert_false(sg_lexicon_opens(l, SG_T_COUNTRIES, SG_LIT("south korea")));
    assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("south")).count, 0);
    assert_int_equal(sg_lexicon_find(l, SG_T_ORGS, SG_LIT("south korea")).count, 0);
    assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("georgia")).count, 2);
    assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("cote d'ivoire")).count, 1);
    r = sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("us"));
    assert_int_equal(r.count, 1);
    assert_true(r.row[0]->caps);
    sg_lexicon_close(l);
}

static void layers(void **state) {
    (void)state;
    sg_str image[2] = {compiled("base", "world/countries", COUNTRIES),
                       compiled("mine", "world/countries",
                                "form\tcode\tkind\tfrom\tto\tnote\n-Georgia\tUSA\t\t\t\t\nGeorgia\tSGS\tname\t\t\t\n"
                                "-U.S.\t\t\t\t\t\n")};
    const char *why;
    sg_lexicon *l = sg_lexicon_open(image, 2, &why);
    assert_non_null(l);
    sg_rows r = sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("georgia"));
    assert_int_equal(r.count, 2);
    assert_string_equal(r.row[0]->cell[1], "SGS");
    assert_string_equal(r.row[1]->cell[1], "GEO");
    assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("us")).count, 0);
    assert_int_equal(sg_lexicon_layers(l), 2);
    assert_memory_equal(sg_lexicon_layer_version(l, 1), "mine ", 5);
    assert_null(sg_lexicon_layer_version(l, 2));
    jmp_buf spent;
    sg_arena a = sg_arena_new(1 << 20, &spent);
    assert_int_equal(setjmp(spent), 0);
    assert_string_equal(sg_row_name(&a, l, r.row[0]), "mine world/countries:3");
    assert_string_equal(sg_row_name(&a, l, r.row[1]), "world/countries:8");
    sg_arena_free(&a);
    sg_lexicon_close(l);
    free((char *)image[0].s);
    free((char *)image[1].s);
}

/* "-*" takes out every earlier row of its table, or those that agree in its cells. */
static void strikes_all(void **state) {
    (void)state;
    static const char HEAD[] = "form\tcode\tkind\tfrom\tto\tnote\n";
    const char *mine[] = {"-*\t\t\t\t\t\nArnor\tARN\tname\t\t\t\n", "-*\tUSA\t\t\t\t\n"};
    for (int i = 0; i < 2; i++) {
        char text[200];
        snprintf(text, sizeof text, "%s%s", HEAD, mine[i]);
        sg_str image[2] = {compiled("base", "world/countries", COUNTRIES), compiled("mine", "world/countries", text)};
        sg_lexicon *l = sg_lexicon_open(image, 2, NULL);
        assert_non_null(l);
        size_t count;
        sg_lexicon_rows(l, SG_T_COUNTRIES, &count);
        if (i == 0) assert_int_equal(count, 1);
        assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("arnor")).count, i == 0);
        assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("us")).count, 0);
        assert_int_equal(sg_lexicon_find(l, SG_T_COUNTRIES, SG_LIT("georgia")).count, i);
        sg_lexicon_close(l);
        free((char *)image[0].s);
        free((char *)image[1].s);
    }
}

static void aliases(void **state) {
    (void)state;
    sg_str image = compiled("base", "world/holders",
                            "name\tcountry\toffice\taliases\tfrom\tto\n"
                            "Lee Jong-sup\tKOR\tdefense-minister\tMinister Lee|J. Lee\t2022\t\n");
    const char *why;
    sg_lexicon *l = sg_lexicon_open(&image, 1, &why);
    assert_non_null(l);
    assert_int_equal(sg_lexicon_find(l, SG_T_HOLDERS, SG_LIT("lee jong - sup")).count, 1);
    assert_int_equal(sg_lexicon_find(l, SG_T_HOLDERS, SG_LIT("j lee")).count, 1);
    assert_true(sg_lexicon_opens(l, SG_T_HOLDERS, SG_LIT("lee jong -")));
    sg_lexicon_close(l);
    free((char *)image.s);
}

static void same_rows(sg_rows a, sg_rows b) {
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) assert_int_equal(a.row[i]->line, b.row[i]->line);
}

/* What an image's index says is what opening finds out where it cannot use one: beside another layer with rows. */
static void index_is_found_again(void **state) {
    (void)state;
    sg_str image[2] = {
        compiled("base", "world/holders",
                 "name\tcountry\toffice\taliases\tfrom\tto\n"
                 "Ada Mae Brook\tUSA\thead-of-state|army-chief\tAda Mae Brooke|A. Brook|President Brook\t2001\t2004\n"
                 "Bo Brook\tCAN\thead-of-government\tBo Brook|Bo Brooks of the River\t2003\t\n"
                 "Cy\tUSA\tarmy-chief\t\t1999\t\n"
                 "Ada Stone\tNZL\thead-of-state\tStone\t2002\t\n"),
        compiled("own", "world/countries", COUNTRIES)};
    sg_lexicon *read = sg_lexicon_open(image, 1, NULL), *found = sg_lexicon_open(image, 2, NULL);
    assert_non_null(read);
    assert_non_null(found);
    size_t count;
    const sg_row *rows = sg_lexicon_rows(read, SG_T_HOLDERS, &count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        sg_str all = sg_str_of(sg_row_phrases(read, &rows[i])), key;
        while (sg_cut(&all, '|', &key))
            for (size_t n = 1; n <= key.n; n++) {
                sg_str part = {key.s, n}, end = {key.s + key.n - n, n};
                same_rows(sg_lexicon_find(read, SG_T_HOLDERS, part), sg_lexicon_find(found, SG_T_HOLDERS, part));
                assert_int_equal(sg_lexicon_opens(read, SG_T_HOLDERS, part), sg_lexicon_opens(found, SG_T_HOLDERS, part));
                for (int w = SG_WAY_LAST_NAME; w <= SG_WAY_FIRST_NAME; w++) {
                    same_rows(sg_lexicon_by(read, w, part), sg_lexicon_by(found, w, part));
                    same_rows(sg_lexicon_by(read, w, end), sg_lexicon_by(found, w, end));
                }
            }
    }
    for (size_t i = 0; i < 2; i++) {
        sg_lexicon *l = i ? found : read;
        assert_true(sg_lexicon_opens(l, SG_T_HOLDERS, SG_LIT("bo brooks of")));
        assert_int_equal(sg_lexicon_find(l, SG_T_HOLDERS, SG_LIT("bo brook")).count, 1); /* once, though written twice */
        assert_int_equal(sg_lexicon_by(l, SG_WAY_LAST_NAME, SG_LIT("brook")).count, 2);
        assert_int_equal(sg_lexicon_by(l, SG_WAY_LAST_NAME, SG_LIT("brooke")).count, 1);
        assert_int_equal(sg_lexicon_by(l, SG_WAY_FIRST_NAME, SG_LIT("ada")).count, 2);
        assert_int_equal(sg_lexicon_by(l, SG_WAY_HOLDER_AS, SG_LIT("army-chief")).count, 2);
        assert_int_equal(sg_lexicon_by(l, SG_WAY_HOLDER_OF, SG_LIT("USA")).count, 2);
        sg_lexicon_close(l);
        free((char *)image[i].s);
    }
}

static void bend(sg_str image) {
    const char *why;
    for (size_t n = 0; n < image.n; n++) {
        char *cut = malloc(n ? n : 1); /* of its own, so that a sanitizer sees a read past the end */
        assert_non_null(cut);
        memcpy(cut, image.s, n);
        assert_null(sg_lexicon_open(&(sg_str){cut, n}, 1, &why));
        assert_non_null(why);
        free(cut);
    }
    char *copy = malloc(image.n);
    assert_non_null(copy);
    for (size_t i = 0; i < image.n; i++) {
        memcpy(copy, image.s, image.n);
        copy[i] = (char)(copy[i] ^ 0x81);
        assert_null(sg_lexicon_open(&(sg_str){copy, image.n}, 1, &why));
        uint64_t sum = sg_image_sum((const unsigned char *)copy + 24, image.n - 24); /* a liar mends the sum */
        for (int k = 0; k < 8; k++) copy[16 + k] = (char)(sum >> (8 * k));
        sg_lexicon_close(sg_lexicon_open(&(sg_str){copy, image.n}, 1, NULL));
    }
    free(copy);
    free((char *)image.s);
}

static void bent_images(void **state) {
    (void)state;
    bend(compiled("base", "world/countries", COUNTRIES));
    bend(compiled("base", "world/holders",
                  "name\tcountry\toffice\taliases\tfrom\tto\nLee Jong-sup\tKOR\tx|y\tJ. Lee\t2022\t\n"));
}

static void check_complaint(const char *name, const char *text, const char *what, unsigned line, bool fatal) {
    static const char CAMEO[] = "code\tgoldstein\tname\ttype\tmode\n01\t0\tx\t\t\n042\t1.9\tvisit\tCONSULT\tvisit\n";
    static const char PLOVER[] =
        "type\tmode\tscore\tquad\tneeds_recipient\nCONSULT\t\t2.5\t1\t0\nCONSULT\tvisit\t4\t1\t0\n";
    sg_table_source t[3] = {table("codes/cameo", CAMEO), table("codes/plover", PLOVER), table(name, text)};
    heard h = {0};
    sg_str image;
    assert_int_equal(sg_lexicon_compile("base", t, 3, &image, hear, &h), !fatal);
    assert_int_equal(h.count, what != NULL);
    if (what) {
        assert_string_equal(h.last, what);
        assert_int_equal(h.line, line);
        assert_int_equal(h.fatal, fatal);
    }
    free((char *)image.s);
}

#define ACTS "word\tpos\ttype\tmode\tcameo\tcontext\tactor\trecipient\tflags\tneeds\n"

static void complaints(void **state) {
    (void)state;
    check_complaint("en/acts", ACTS "visit\tv\tCONSULT\tvisit\t042\t\t\t\t\t\n", NULL, 0, false);
    check_complaint("en/acts", ACTS "visit\tv\t-\t\t\t\t\t\t\t\n", NULL, 0, false);
    check_complaint("en/acts", ACTS "visit\tv\tCONSULT\triot\t042\t\t\t\t\t\n", "riot is no mode of this PLOVER type", 2,
                    true);
    check_complaint("en/acts", ACTS "visit\tv\tVISIT\t\t042\t\t\t\t\t\n", "VISIT is no PLOVER type", 2, true);
    check_complaint("en/acts", ACTS "visit\tv\tCONSULT\t\t043\t\t\t\t\t\n", "043 is no CAMEO code", 2, true);
    check_complaint("en/acts", ACTS "visit\tv\n", "2 cells where the header has 10", 2, true);
    check_complaint("en/acts", ACTS "\tv\t\t\t\t\t\t\t\t\n", "the first column is empty", 2, true);
    check_complaint("en/classes", "form\tclass\na\tb\n# c\na\tb\n", "the row says the same as line 2", 4, false);
    check_complaint("en/classes", "form\na\n", "the column class is missing", 1, true);
    check_complaint("en/classes", "", "the table has no header line", 1, true);
    check_complaint("en/classes", "form\tclass\n\xFF\tb\n", "the line is not UTF-8 text", 2, true);
    check_complaint("en/nothing", "form\n", "the program knows no table of this name; it is passed over", 0, false);
    check_complaint("world/countries", "form\tcode\tkind\tfrom\tto\tnote\nChina\tcn\t\t\t\t\n",
                    "cn is no country code of three capitals", 2, true);
}

static void empties(void **state) {
    (void)state;
    sg_str image;
    const char *why;
    assert_true(sg_lexicon_compile("none", NULL, 0, &image, NULL, NULL));
    sg_lexicon *l = sg_lexicon_open(&image, 1, &why);
    assert_non_null(l);
    assert_int_equal(sg_lexicon_find(l, SG_T_ACTS, SG_LIT("visit")).count, 0);
    sg_lexicon_close(l);
    free((char *)image.s);
    l = sg_lexicon_open(NULL, 0, &why);
    assert_non_null(l);
    assert_int_equal(sg_lexicon_layers(l), 0);
    sg_lexicon_close(l);
}

/* An arena emptied for the next document keeps one block of the usual size, and hands it out clean. */
static void clears(void **state) {
    (void)state;
    enum { CAP = 1 << 26, PART = 100000, OWN = 1 << 25 };
    jmp_buf spent;
    sg_arena a = sg_arena_new(CAP, &spent);
    assert_int_equal(setjmp(spent), 0);
    for (int i = 0; i < 20; i++) memset(SG_NEW(&a, char, PART), 'x', PART);
    (void)SG_NEW(&a, char, OWN);
    size_t before = a.used;
    sg_arena_clear(&a);
    assert_true(a.used > 0 && a.used < before - OWN);
    size_t kept = a.used;
    const char *again = SG_NEW(&a, char, PART);
    for (int i = 0; i < PART; i++) assert_int_equal(again[i], 0);
    assert_int_equal(a.used, kept);
    sg_arena_free(&a);
    assert_int_equal(a.used, 0);
    sg_arena_clear(&a);
    assert_null(a.blocks);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(folds),      cmocka_unit_test(finds),
                                       cmocka_unit_test(layers),     cmocka_unit_test(strikes_all),
                                       cmocka_unit_test(aliases),    cmocka_unit_test(bent_images),
                                       cmocka_unit_test(complaints), cmocka_unit_test(empties),
                                       cmocka_unit_test(clears),     cmocka_unit_test(index_is_found_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
