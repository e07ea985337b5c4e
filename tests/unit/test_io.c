/* test_io.c: readers and writers: what every format must give, and what must be passed over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#include "../../io/io.h"

static sgio_reader *open_bytes(const void *s, size_t n, sgio_format f) {
    sgio_reader *r = sgio_open_memory(s, n, f, &(sgio_limits){1 << 16});
    assert_non_null(r);
    return r;
}

/* The one document of these bytes must have this text. */
static void expect_text(const void *s, size_t n, const char *want, bool note) {
    sgio_document d;
    sgio_reader *r = open_bytes(s, n, SGIO_TEXT);
    assert_int_equal(sgio_next(r, &d), 1);
    assert_int_equal(d.in.text.n, strlen(want));
    assert_memory_equal(d.in.text.s, want, strlen(want));
    assert_int_equal(d.note != NULL, note);
    sgio_document_free(&d);
    assert_int_equal(sgio_next(r, &d), 0);
    sgio_close(r);
}

static void charsets(void **state) {
    (void)state;
    expect_text("\xEF\xBB\xBFone\r\ntwo", 11, "one\r\ntwo", false);
    expect_text("\xFF\xFEh\0i\0\x3D\xD8\x00\xDE", 10, "hi\xF0\x9F\x98\x80", false);
    expect_text("\xFE\xFF\0h\0i\xD8\0", 8, "hi\xEF\xBF\xBD", false);
    expect_text("a\xE2\x82"
                "b\xFF",
                5,
                "a\xEF\xBF\xBD"
                "b\xEF\xBF\xBD",
                true);
    expect_text("caf\xE9 na\xEFve", 10, "caf\xC3\xA9 na\xC3\xAFve", true);
    expect_text("a\xED\xA0\x80z", 5, "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz", true);
}

static void packed(void **state) {
    (void)state;
    unsigned char out[128];
    z_stream z = {.next_in = (unsigned char *)(uintptr_t) "hello", .avail_in = 5, .next_out = out, .avail_out = sizeof out};
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 31, 8, 0), Z_OK);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    size_t n = z.total_out;
    deflateEnd(&z);
    expect_text(out, n, "hello", false);
    sgio_document d;
    sgio_reader *r = open_bytes(out, n - 3, SGIO_TEXT);
    assert_int_equal(sgio_next(r, &d), -1);
    assert_non_null(d.message);
    sgio_document_free(&d);
    sgio_close(r);
}

static void lines_of_json(void **state) {
    (void)state;
    static const char S[] = "{\"id\":\"a\",\"text\":\"x\",\"lang\":\"en-GB\"}\n{bad\n\n[1]\n{\"id\":1}\n"
                            "{\"text\":\"y\",\"lang\":\"fr\"}\n{\"id\":7,\"text\":\"z\\u0000z\"}";
    static const int WANT[] = {1, -1, -1, -1, -1, 1, 0};
    static const char *const PLACE[] = {"memory:1", "memory:2", "memory:4", "memory:5", "memory:6", "memory:7"};
    sgio_reader *r = open_bytes(S, sizeof S - 1, SGIO_AUTO);
    for (size_t i = 0; i < 7; i++) {
        sgio_document d;
        assert_int_equal(sgio_next(r, &d), WANT[i]);
        if (WANT[i]) assert_string_equal(d.place, PLACE[i]);
        if (i == 5) assert_int_equal(d.in.text.n, 3), assert_string_equal(d.in.id, "7");
        sgio_document_free(&d);
    }
    sgio_close(r);
}

static void trees(void **state) {
    (void)state;
    static const char S[] =
        "# newdoc id = d1\n# text = I can't.\n1\tI\ti\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
        "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tca\tcan\tAUX\t_\t_\t0\troot\t_\t_\n"
        "3\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
        "# newpar\n1\tGo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n\n1\tbroken\n\n# newdoc\n1\tA\ta\tX\t_\t_\t0\troot\t_\t_\n";
    sgio_document d;
    sgio_reader *r = open_bytes(S, sizeof S - 1, SGIO_AUTO);
    assert_int_equal(sgio_next(r, &d), 1);
    assert_string_equal(d.in.id, "d1");
    assert_string_equal(d.in.text.s, "I can't.\n\nGo");
    assert_int_equal(d.in.given_sentence_count, 2);
    assert_int_equal(d.in.given[2].end, 4);
    assert_int_equal(d.in.given[3].start, 4);
    assert_non_null(d.note);
    sgio_document_free(&d);
    assert_int_equal(sgio_next(r, &d), 1);
    assert_string_equal(d.in.text.s, "A");
    sgio_document_free(&d);
    assert_int_equal(sgio_next(r, &d), 0);
    sgio_close(r);
}

static void passed_over(void **state) {
    (void)state;
    sgio_document d;
    char err[128] = "", *big = calloc(1, 70000);
    assert_null(sgio_open("/", SGIO_AUTO, NULL, err, sizeof err));
    assert_string_equal(err, "is a directory");
    assert_null(sgio_open("/no/such", SGIO_AUTO, NULL, err, sizeof err));
    sgio_reader *r = open_bytes("", 0, SGIO_AUTO);
    assert_int_equal(sgio_next(r, &d), -1);
    assert_string_equal(d.message, "is empty");
    sgio_document_free(&d);
    sgio_close(r);
    r = open_bytes(big, 70000, SGIO_TEXT);
    assert_int_equal(sgio_next(r, &d), -1);
    sgio_document_free(&d);
    sgio_close(r);
    free(big);
}

static void written(void **state) {
    (void)state;
    sgio_document d = {0};
    sg_result res = {.doc = "d"};
    sg_record rec = {
        .kind = "event", .id = "1", .confidence = 0.81, .act = {.realis = "actual", .cameo = "043", .goldstein = 2.8}};
    char *s = sgio_record_string(&d, &res, &rec, &(sgio_style){.program = "0"});
    assert_non_null(strstr(s, "\"type\":null,\"mode\":[],"));
    assert_non_null(strstr(s, "\"goldstein\":2.8,\"quad\":null,\"score\":null"));
    assert_non_null(strstr(s, "\"confidence\":0.81,"));
    free(s);
}

int main(void) {
    const struct CMUnitTest all[] = {cmocka_unit_test(charsets),      cmocka_unit_test(packed),
                                     cmocka_unit_test(lines_of_json), cmocka_unit_test(trees),
                                     cmocka_unit_test(passed_over),   cmocka_unit_test(written)};
    return cmocka_run_group_tests(all, NULL, NULL);
}
