/* test_gazetteer.c: the shipped image keeps its promises (every place is found by its own name, in our normal form),
 * and no cut or bent image can hurt. Run at the repository's root. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "lexicon.h"

static sg_str image;
static sg_gazetteer world;
static sg_arena arena;
static jmp_buf spent;

static int load(void **state) {
    (void)state;
    FILE *f = fopen("gazetteer/world.gazetteer", "rb");
    if (!f || fseek(f, 0, SEEK_END) != 0) return 1;
    long n = ftell(f);
    char *bytes = malloc((size_t)n);
    if (!bytes || fseek(f, 0, SEEK_SET) != 0 || fread(bytes, 1, (size_t)n, f) != (size_t)n) return 1;
    fclose(f);
    image = (sg_str){bytes, (size_t)n};
    arena = sg_arena_new(1 << 28, &spent);
    return sg_gazetteer_open(&world, image) != NULL;
}

static int unload(void **state) {
    (void)state;
    sg_arena_free(&arena);
    free((char *)image.s);
    return 0;
}

/* A name word by word, as a text's tokens come. */
static uint64_t hash_of(const char *name) {
    sg_str rest = sg_str_of(name), word;
    uint64_t h = SG_HASH;
    bool begun = false, ignored;
    while (sg_cut(&rest, ' ', &word)) {
        if (!word.n) continue;
        sg_str w = sg_fold(&arena, word, &ignored);
        if (begun) h = sg_hash(h, " ", 1);
        h = sg_hash(h, w.s, w.n);
        begun = true;
    }
    return h;
}

static uint32_t first_called(const char *name) {
    bool own;
    sg_keys k = sg_gazetteer_find(&world, hash_of(name));
    return k.count ? sg_gazetteer_place(&world, k.first, &own) : SG_NOWHERE;
}

/* Brackets and commas are words of their own: those names are left to the phrase's tokens. */
static void look_all_up(void) {
    uint32_t looked_up = 0, missed = 0;
    for (uint32_t i = 0; i < world.count; i++) {
        sg_mark mark = sg_arena_mark(&arena);
        sg_spot s = sg_gazetteer_spot(&world, i);
        assert_true(s.id > 0 && *s.name && *s.feature && strlen(s.country) == 3);
        assert_in_range(s.lat + 9000000, 0, 18000000);
        assert_in_range(s.lon + 18000000, 0, 36000000);
        bool own = false, found = false;
        if (strpbrk(s.name, ",()")) continue;
        sg_keys k = sg_gazetteer_find(&world, hash_of(s.name));
        for (uint32_t n = 0; n < k.count && !found; n++) found = sg_gazetteer_place(&world, k.first + n, &own) == i && own;
        looked_up++;
        if (!found && !missed++) print_message("not found by its name: %s\n", s.name);
        assert_int_equal(sg_gazetteer_by_id(&world, s.id), i);
        sg_arena_reset(&arena, mark);
    }
    assert_true(looked_up > 250000);
    assert_int_equal(missed, 0);
}

static void every_place_by_its_own_name(void **state) {
    (void)state;
    assert_int_equal(setjmp(spent), 0);
    look_all_up();
}

static void sum_is_right(void **state) {
    (void)state;
    const unsigned char *p = (const unsigned char *)image.s;
    uint64_t sum = sg_hash(SG_HASH, p + 64, image.n - 64), said = 0;
    for (int i = 7; i >= 0; i--) said = said << 8 | p[16 + i];
    assert_true(sum == said);
}

static void knows(const char *name, uint32_t id, const char *country, const char *feature, const char *division) {
    uint32_t place = first_called(name), first = sg_gazetteer_first(&world, place);
    sg_spot s = sg_gazetteer_spot(&world, place);
    assert_int_equal(s.id, id);
    assert_string_equal(s.country, country);
    assert_string_equal(s.feature, feature);
    assert_string_equal(sg_gazetteer_spot(&world, first).name, division);
}

static void known_places(void **state) {
    (void)state;
    assert_int_equal(setjmp(spent), 0);
    knows("Paris", 2988507, "FRA", "PPLC", "Ile-de-France");
    knows("PARIS", 2988507, "FRA", "PPLC", "Ile-de-France");
    knows("Deir ez-Zor", 170792, "SYR", "ADM1", "Deir ez-Zor");
    knows("Łódź", 3093133, "POL", "PPLA", "Lodz Voivodeship");
    knows("Texas", 4736286, "USA", "ADM1", "Texas");
    knows("France", 3017382, "FRA", "PCLI", "");
    assert_int_equal(first_called("Nosuchplaceatall"), SG_NOWHERE);
    assert_int_equal(sg_gazetteer_country(&world, SG_LIT("FRA")), first_called("France"));
    assert_int_equal(sg_gazetteer_country(&world, SG_LIT("FR")), first_called("France"));
    assert_int_equal(sg_gazetteer_country(&world, SG_LIT("QQQ")), SG_NOWHERE);
}

/* Every answer of a bent image is asked for; a sanitizer sees a read past the end. */
static void use(const sg_gazetteer *g) {
    bool own;
    for (uint32_t i = 0; i < g->count; i += 1 + g->count / 64) {
        sg_spot s = sg_gazetteer_spot(g, i);
        (void)(strlen(s.name) + strlen(s.country) + strlen(s.feature));
        sg_gazetteer_first(g, i);
        sg_gazetteer_by_id(g, s.id);
    }
    for (uint32_t i = 0; i < 64; i++) {
        sg_keys k = sg_gazetteer_find(g, (uint64_t)i * UINT64_C(0x9E3779B97F4A7C15));
        for (uint32_t n = 0; n < k.count; n++) sg_gazetteer_place(g, k.first + n, &own);
    }
    sg_gazetteer_country(g, SG_LIT("FRA"));
}

static void bent_images(void **state) {
    (void)state;
    sg_gazetteer g;
    char *copy = malloc(image.n);
    assert_non_null(copy);
    for (size_t n = 0; n < image.n; n += n < 100 ? 1 : image.n / 16) {
        memcpy(copy, image.s, n);
        assert_non_null(sg_gazetteer_open(&g, (sg_str){copy, n}));
    }
    memcpy(copy, image.s, image.n);
    uint64_t random = 1;
    for (int round = 0; round < 2000; round++) {
        random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
        size_t at = round < 200 ? (size_t)round : (size_t)(random >> 20) % image.n;
        char was = copy[at];
        copy[at] = (char)(was ^ (char)(random >> 8 | 1));
        if (!sg_gazetteer_open(&g, (sg_str){copy, image.n})) use(&g);
        if (round % 50 == 0) copy[at] = was; /* the other faults stay: they add up */
    }
    free(copy);
}

static void as_a_layer(void **state) {
    (void)state;
    const char *why = NULL;
    sg_lexicon *l = sg_lexicon_open(&image, 1, &why);
    assert_non_null(l);
    assert_non_null(sg_lexicon_gazetteer(l));
    assert_int_equal(sg_lexicon_layers(l), 1);
    assert_memory_equal(sg_lexicon_layer_version(l, 0), "world ", 6);
    sg_lexicon_close(l);
    assert_null(sg_lexicon_open(&(sg_str){image.s, image.n - 1}, 1, &why));
    assert_string_equal(why, "the gazetteer is cut");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_by_its_own_name),
        cmocka_unit_test(sum_is_right),
        cmocka_unit_test(known_places),
        cmocka_unit_test(bent_images),
        cmocka_unit_test(as_a_layer),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
