/* Syntax: the image, the kernels' two paths, words and sentences, trees over any text, and the evaluator. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <strings.h>

#include <cmocka.h>

#include "evalud.h"
#include "kernel.h"
#include "parse.h"
#include "tell.h"
#include "token.h"

/* What is tried: what ships, or what `make train` wrote into a folder. */
static const char *image_path = "model/en.model", *parity_path = "tests/parity-acts.tsv";
static char *image;
static size_t image_size;
static sg_model *model;
static jmp_buf fail;
static sg_arena arena;

static int load(void **state) {
    (void)state;
    FILE *f = fopen(image_path, "rb");
    if (!f) return -1;
    fseek(f, 0, SEEK_END);
    image_size = (size_t)ftell(f);
    rewind(f);
    image = malloc(image_size);
    if (!image || fread(image, 1, image_size, f) != image_size) return -1;
    fclose(f);
    model = sg_model_open(image, image_size, NULL);
    arena = sg_arena_new((size_t)1 << 31, &fail);
    return model && !setjmp(fail) ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    sg_model_close(model);
    sg_arena_free(&arena);
    free(image);
    return 0;
}

static sg_doc *read_text(sg_str text, const sg_model *m) {
    static sg_input in;
    sg_doc *d = SG_NEW(&arena, sg_doc, 1);
    *d = (sg_doc){.arena = &arena, .in = &in, .text = text};
    *SG_PUSH(&arena, d->blocks, d->block_count, d->block_cap) = (sg_block_text){.end = (uint32_t)text.n};
    sg_tokenise(d, m);
    sg_encode_parse(d, m, NULL);
    sg_children(d);
    return d;
}

/* The forms with a blank between words and a bar between sentences. */
static const char *cut(const char *text) {
    sg_doc *d = read_text(sg_str_of(text), model);
    const char *out = "";
    for (size_t i = 0; i < d->tok_count; i++) {
        bool first = i && d->toks[i].sent != d->toks[i - 1].sent;
        out = sg_printf(&arena, "%s%s%.*s", out, !i ? "" : first ? " | " : " ", (int)d->toks[i].form.n, d->toks[i].form.s);
    }
    return out;
}

static void opening_says_what_is_wrong(void **state) {
    (void)state;
    const char *why = NULL;
    assert_null(sg_model_open("nothing", 7, &why));
    assert_non_null(strstr(why, "not a sagwan model"));
    assert_null(sg_model_open(image, image_size - 1, &why));
    assert_non_null(strstr(why, "cut"));
    char *copy = malloc(image_size);
    assert_non_null(copy);
    memcpy(copy, image, image_size);
    copy[image_size / 2] ^= 1;
    assert_null(sg_model_open(copy, image_size, &why));
    assert_non_null(strstr(why, "damaged"));
    memcpy(copy, image, image_size);
    copy[8]++;
    assert_null(sg_model_open(copy, image_size, &why));
    assert_non_null(strstr(why, "version"));
    free(copy);
}

static uint32_t next_random(uint32_t *seed) {
    return *seed = *seed * 1664525u + 1013904223u;
}

/* A layer of the encoder, over more words than a handful, to each of its ends. */
static void same_weighing(const sg_kernel *a, const sg_kernel *b) {
    enum { ROWS = 2 * SG_TILE, COLS = 128, MOST = 75 };
    static int8_t w[ROWS * COLS];
    static uint8_t x[MOST * COLS];
    static float scale[ROWS], bias[ROWS], to[ROWS], y[2][MOST * ROWS];
    uint32_t seed = 5;
    for (size_t i = 0; i < sizeof w; i++) w[i] = (int8_t)((int)(next_random(&seed) >> 8) % 255 - 127);
    for (size_t i = 0; i < sizeof x; i++) x[i] = (uint8_t)(next_random(&seed) >> 16);
    memset(x, 255, COLS), memset(w, 127, 4 * COLS), memset(w + 4 * SG_TILE, -127, 4 * COLS); /* as far as sums go */
    for (int i = 0; i < ROWS; i++) bias[i] = (float)i - 30.3f, to[i] = (float)(i % 61);
    for (int end = SG_AS_FLOATS; end <= SG_AS_BYTES; end++) {
        int16_t nought = end == SG_AS_FLOATS ? SG_NOUGHT_WIDE : SG_NOUGHT;
        for (int i = 0; i < ROWS; i++) scale[i] = (end == SG_AS_SMALL ? 1e-2f : 1e-5f) * (float)(i + 1);
        sg_laid l = {ROWS, COLS, w, scale, bias, to, (sg_end)end, nought};
        for (size_t n = 1; n <= MOST; n += n < 32 ? 1 : 11) { /* each width of what is done at once */
            memset(y, 0, sizeof y);
            a->weigh(&l, x, n, y[0]);
            b->weigh(&l, x, n, y[1]);
            assert_memory_equal(y[0], y[1], sizeof y[0]);
        }
    }
}

/* What only the encoder asks for. */
static void same_encoding(const sg_kernel *a, const sg_kernel *b) {
    enum { WIDTH = 64, MOST = 40 };
    static int16_t said[MOST * 3 * WIDTH];
    static int32_t room[(SG_HEAD + SG_ASKERS) * (MOST + SG_LOT)];
    static uint8_t q[2][MOST * WIDTH];
    float x[5 * WIDTH], y[2][WIDTH];
    uint32_t seed = 11;
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) x[i] = (float)(next_random(&seed) >> 8) / 2097152.0f - 4.0f;
    x[5] = 400.0f, x[4 * WIDTH + 7] = 100.0f;
    const sg_norm by = {x + 2 * WIDTH, x + 3 * WIDTH, x + 4 * WIDTH};
    memcpy(y[0], x, sizeof y[0]), memcpy(y[1], x, sizeof y[1]);
    a->norm(y[0], x + WIDTH, &by, WIDTH, q[0]);
    b->norm(y[1], x + WIDTH, &by, WIDTH, q[1]);
    assert_memory_equal(y[0], y[1], sizeof y[0]);
    assert_memory_equal(q[0], q[1], WIDTH);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        said[i] = (int16_t)((int)(next_random(&seed) >> 8) % (2 * SG_SMALL_MOST + 1) - SG_SMALL_MOST);
    for (size_t i = 0; i < SG_HEAD; i++) said[i] = said[WIDTH + i] = SG_SMALL_MOST; /* as far as sums go */
    for (int near = 0; near < 2; near++) {
        for (size_t n = 1; n <= MOST; n += n < 5 ? 1 : 7) {
            assert_true(sg_attend_room(n) <= sizeof room / sizeof *room);
            for (size_t c = 0; c < WIDTH; c += SG_HEAD) a->attend(said + c, n, WIDTH, room, q[0] + c);
            for (size_t c = 0; c < WIDTH; c += SG_HEAD) b->attend(said + c, n, WIDTH, room, q[1] + c);
            assert_memory_equal(q[0], q[1], n * WIDTH);
        }
        for (size_t i = 0; i < sizeof said / sizeof *said; i++) said[i] = (int16_t)(said[i] / 16); /* many share */
    }
}

static void same_bytes(const sg_kernel *a, const sg_kernel *b) {
    enum { ROWS = 21, COLS = 100, N = 7 }; /* a stride of whole tiles */
    uint32_t seed = 7, stride = sg_stride(COLS);
    int16_t *w = sg_int_rows(&arena, ROWS, stride), *x = sg_int_rows(&arena, N, stride);
    float scale[ROWS], bias[ROWS], y[N * ROWS], z[N * ROWS];
    for (uint32_t i = 0; i < ROWS * stride; i++) w[i] = i % stride < COLS ? (int16_t)(next_random(&seed) >> 24) : 0;
    for (uint32_t i = 0; i < N * stride; i++) x[i] = i % stride < COLS ? (int16_t)(next_random(&seed) >> 18) : 0;
    for (int i = 0; i < ROWS; i++) scale[i] = 1e-6f * (float)(i + 1), bias[i] = (float)i - 10.3f;
    sg_packed l = {ROWS, COLS, stride, w, scale, bias, NULL, 2};
    for (size_t n = 1; n <= N; n++) {
        a->dense(&l, x, n, y);
        b->dense(&l, x, n, z);
        assert_memory_equal(y, z, n * ROWS * sizeof *y);
    }
    enum { FOURS = 2 * SG_TILE }; /* the same in bytes, over more words than a handful */
    static uint8_t bytes[FOURS * 128];
    int16_t *w8 = sg_int_rows(&arena, FOURS, stride);
    int16_t *small = sg_int_rows(&arena, 60, stride);
    float scale8[FOURS], bias8[FOURS];
    static float much[60 * FOURS], other[60 * FOURS];
    int16_t *large = sg_int_rows(&arena, 60, stride);
    for (uint32_t i = 0; i < 60 * stride; i++) {
        small[i] = i % stride < COLS ? (int16_t)(next_random(&seed) % 255) - 127 : 0;
        large[i] = i % stride < COLS ? (int16_t)((int32_t)((next_random(&seed) >> 8) % 64717) - 32358) : 0;
    }
    for (uint32_t i = 0; i < FOURS * stride; i++) {
        w8[i] = i % stride < COLS ? (int16_t)((int16_t)(next_random(&seed) % 255) - 127) : 0;
        bytes[sg_byte_at(stride, i / stride, i % stride)] = (uint8_t)(w8[i] + 128);
    }
    for (int i = 0; i < FOURS; i++) scale8[i] = 1e-6f * (float)(i + 1), bias8[i] = (float)i - 10.3f;
    for (uint32_t rows = FOURS; rows > SG_TILE; rows -= 13) /* whole tiles, and the last one in part */
        for (uint32_t planes = 1; planes <= 2; planes++) {
            sg_packed l8 = {rows, COLS, stride, w8, scale8, bias8, bytes, planes};
            for (size_t n = 1; n <= 60; n += n < 32 ? 1 : 7) {
                memset(much, 0, sizeof much), memset(other, 0, sizeof other);
                a->dense(&l8, planes > 1 ? large : small, n, much);
                b->dense(&l8, planes > 1 ? large : small, n, other);
                assert_memory_equal(much, other, sizeof much);
            }
        }
    same_weighing(a, b);
    same_encoding(a, b);
    float ahead[128], back[128] = {0}, c1[32] = {0}, c2[32] = {0};
    int16_t o1[32] = {0}, o2[32] = {0}, q1[32], q2[32];
    for (int round = 0; round < 2000; round++) {
        size_t h = round % 2 ? 32 : 8;
        for (int i = 0; i < 128; i++) ahead[i] = (float)(next_random(&seed) >> 8) / 1048576.0f - 8.0f;
        for (int i = 0; i < 128; i += 1 + round % 9) ahead[i] *= 1e-38f; /* numbers too small to be whole ones */
        a->cell(ahead, back, h, c1, o1);
        b->cell(ahead, back, h, c2, o2);
        assert_memory_equal(c1, c2, sizeof c1);
        assert_memory_equal(o1, o2, sizeof o1);
        a->quantise(ahead, 31, -7.9f, 7.9f, 4096.0f, q1);
        b->quantise(ahead, 31, -7.9f, 7.9f, 4096.0f, q2);
        assert_memory_equal(q1, q2, 31 * sizeof *q1);
    }
}

static void all_paths_give_the_same_bytes(void **state) {
    (void)state;
    for (size_t i = 1; sg_kernel_path(i); i++) same_bytes(sg_kernel_path(0), sg_kernel_path(i));
}

static void text_is_cut_into_words_and_sentences(void **state) {
    (void)state;
    /* addresses and dates of digits are one word each; the stop after them is the sentence's */
    assert_string_equal(
        cut("The text is at http://www.example.org/a/b.html. Write to press.office@example.gov, she said."),
        "The text is at http://www.example.org/a/b.html . | Write to press.office@example.gov , she said .");
    assert_string_equal(cut("Envoys met on 2003-04-05 in Oslo."), "Envoys met on 2003-04-05 in Oslo .");
    assert_string_equal(cut("The ministers didn't meet. The talks failed."),
                        "The ministers did n't meet . | The talks failed .");
    assert_string_equal(cut("Mr. Park met Gen. Smith in the U.S. on Monday."),
                        "Mr. Park met Gen. Smith in the U.S. on Monday .");
    assert_string_equal(cut("He paid $3.5 million for Korea's ships."), "He paid $ 3.5 million for Korea 's ships .");
    assert_string_equal(cut("\"We won't go,\" she said."), "\" We wo n't go , \" she said .");
    /* paragraph marks that became commas; a comma behind an abbreviation is none */
    assert_string_equal(cut("Envoys met in Oslo to talk about the border.,  The talks failed. , , They left."),
                        "Envoys met in Oslo to talk about the border . , | The talks failed . , | , They left .");
    assert_string_equal(cut("She came from Boston, Mass., Monday."), "She came from Boston , Mass. , Monday .");
}

/* What treebanks cut always in one way, but too seldom to be learnt. */
static void words_are_cut_by_custom(void **state) {
    (void)state;
    const char *const rows[][2] = {
        {"The pre-war border was a no-fly zone.", "The pre-war border was a no - fly zone ."},
        {"Non-state and anti-tank units fled.", "Non-state and anti-tank units fled ."},
        {"It lasted from 1914-1918, or 10-12 weeks.", "It lasted from 1914 - 1918 , or 10 - 12 weeks ."},
        {"Call 555-0199 and/or write to us.", "Call 555-0199 and / or write to us ."},
        {"A 35mm gun fired at 8pm at the 3rd line.", "A 35 mm gun fired at 8 pm at the 3rd line ."},
        {"He read notes.doc and the '68 report.", "He read notes.doc and the '68 report ."},
        {"They called it 'peace' in the 1990s.", "They called it ' peace ' in the 1990s ."},
        {"The soldiers' families and Dickens' books stayed.", "The soldiers ' families and Dickens ' books stayed ."},
        {"We cant go and they didnt come.", "We ca nt go and they did nt come ."},
        {"Its a good plan, and its price is low.", "It s a good plan , and its price is low ."},
        {"Rice, maize, etc. came from No. 7 of the Acme Corp. on Monday.",
         "Rice , maize , etc. came from No. 7 of the Acme Corp. on Monday ."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) assert_string_equal(cut(rows[i][0]), rows[i][1]);
}

static const char *lemma_in(const char *text, const char *form) {
    sg_doc *d = read_text(sg_str_of(text), model);
    for (size_t i = 0; i < d->tok_count; i++)
        if (sg_eqz(d->toks[i].form, form)) return d->toks[i].lemma;
    return "";
}

static void lemmas_follow_spelling_and_tree(void **state) {
    (void)state;
    assert_string_equal(lemma_in("They were hoping for rain.", "hoping"), "hope");
    assert_string_equal(lemma_in("They were hopping over the wall.", "hopping"), "hop");
    assert_string_equal(lemma_in("The court fined the bank.", "fined"), "fine");
    assert_string_equal(lemma_in("The lake froze in January.", "froze"), "freeze");
    assert_string_equal(lemma_in("He's gone home.", "'s"), "have");
    assert_string_equal(lemma_in("He's here.", "'s"), "be");
    assert_string_equal(lemma_in("It was soooo cold.", "soooo"), "so");
}

/* Lines of one page: uneven, but wrapped. */
static void lines_are_told_from_paragraphs(void **state) {
    (void)state;
    assert_string_equal(
        cut("The envoy told reporters in Oslo that the members of the United\n"
            "Nations would meet in the capital of Norway on the first Monday\n"
            "of June, and that the talks which the foreign ministers of both\n"
            "lands held on Friday in Geneva under the eyes of the European\n"
            "Union had failed.\n"),
        "The envoy told reporters in Oslo that the members of the United Nations would meet in the capital of Norway "
        "on the first Monday of June , and that the talks which the foreign ministers of both lands held on Friday in "
        "Geneva under the eyes of the European Union had failed .");
    assert_string_equal(
        cut("OSLO, May 3 - The bank lent the money market of Norway some four\n"
            "mln crowns at 10-7/8 pct and three mln crowns at 10-13/16 pct.\n"
            "It will lend more, of which one half is to be had at 9.5 pct.\n"
            " NEWSWIRE\n"),
        "OSLO , May 3 - The bank lent the money market of Norway some four mln crowns at 10-7/8 pct and three mln "
        "crowns at 10-13/16 pct . | It will lend more , of which one half is to be had at 9.5 pct . | NEWSWIRE");
}

/* By name, without case, as UD wants them. */
static bool sorted(const char *feats) {
    sg_str rest = sg_str_of(feats), one, last = {0};
    while (sg_cut(&rest, '|', &one)) {
        sg_str name;
        sg_cut(&one, '=', &name);
        if (!name.n || !one.n) return false;
        if (last.n && strncasecmp(last.s, name.s, last.n < name.n ? last.n : name.n) > 0) return false;
        last = name;
    }
    return true;
}

static void check_tree(const sg_doc *d, const sg_sent *s) {
    uint32_t roots = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        assert_true(t->form.n > 0 && t->lemma && t->lemma[0] && t->label && t->label[0]);
        assert_true(!t->feats || sorted(t->feats));
        assert_int_equal(t->head == NONE, t->deprel == SG_DEP_ROOT);
        roots += t->head == NONE;
        uint32_t steps = 0;
        for (uint32_t k = i; d->toks[k].head != NONE; k = d->toks[k].head) {
            assert_true(d->toks[k].head >= s->first && d->toks[k].head < s->first + s->count);
            assert_true(++steps <= s->count);
        }
    }
    assert_int_equal(roots, 1);
}

static void any_text_gives_trees(void **state) {
    (void)state;
    uint32_t seed = 3;
    static const char letters[] = "aAbZ .,;()'\"-\n19@/\0\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80 the of";
    for (int round = 0; round < 40; round++) {
        size_t n = next_random(&seed) % 600;
        char *text = SG_NEW(&arena, char, n + 1);
        for (size_t i = 0; i < n; i++) text[i] = letters[(next_random(&seed) >> 16) % (sizeof letters - 1)];
        sg_doc *d = read_text((sg_str){text, n}, model);
        uint32_t at = 0;
        for (size_t i = 0; i < d->tok_count; i++) { /* words come in order and lie in the text */
            assert_true(d->toks[i].start >= at && d->toks[i].end <= n);
            at = d->toks[i].end;
        }
        for (size_t i = 0; i < d->sent_count; i++) check_tree(d, &d->sents[i]);
    }
}

static void text_without_blanks_is_bounded(void **state) {
    (void)state;
    size_t n = 60000;
    char *text = SG_NEW(&arena, char, n);
    memset(text, 'a', n);
    sg_doc *d = read_text((sg_str){text, n}, model);
    for (size_t i = 0; i < d->tok_count; i++) assert_true(d->toks[i].form.n <= 128);
    for (size_t i = 0; i < d->sent_count; i++) {
        assert_true(d->sents[i].count <= 500);
        check_tree(d, &d->sents[i]);
    }
}

static void company_does_not_change_a_tree(void **state) {
    (void)state;
    const char *one = "The foreign minister of Northland condemned the attack on Monday.";
    sg_doc *a = read_text(sg_str_of(one), model);
    sg_doc *b = read_text(sg_str_of(sg_printf(&arena, "%s %s It rained. %s", one, one, one)), model);
    const sg_kernel *kernel = NULL;
    for (size_t i = 0; sg_kernel_path(i); i++) kernel = sg_kernel_path(i);
    sg_model *plain = sg_model_open_for(kernel, image, image_size, NULL);
    sg_doc *c = read_text(sg_str_of(one), plain);
    for (size_t i = 0; i < a->tok_count; i++) {
        assert_int_equal(a->toks[i].upos, b->toks[i].upos);
        assert_int_equal(a->toks[i].head, b->toks[i].head);
        assert_int_equal(a->toks[i].deprel, c->toks[i].deprel);
        assert_int_equal(a->toks[i].head, c->toks[i].head);
    }
    sg_model_close(plain);
}

#define ROW(a, b, f, h, l) \
    { \
        .first = (a), .last = (b), .form = SG_LIT(f), .lemma = SG_LIT(f), .upos = SG_LIT("X"), .feats = SG_LIT("_"), \
        .deprel = SG_LIT(l), .head = (h) \
    }

/* What the network takes the word at `tok` for: a type, or "-" where it is surer that the word tells none. */
static const char *told(const char *text, uint32_t tok, int *p) {
    sg_doc *d = read_text(sg_str_of(text), model);
    sg_tell(d, model, true);
    const sg_likely *l = &d->toks[tok].likely;
    assert_true(l->type[0].p >= l->type[1].p && l->type[1].p >= l->type[2].p);
    *p = l->type[0].p;
    return l->none > l->type[0].p ? "-" : d->acts[l->type[0].act].type;
}

/* The entry of a section: its name (16 bytes), offset and size (eight bytes each). */
static unsigned char *entry_of(unsigned char *copy, const char *name) {
    enum { HEAD = 24, ENTRY = 32, MOST_ENTRIES = 200 };
    for (size_t i = 0; i < MOST_ENTRIES; i++)
        if (!strncmp((char *)copy + HEAD + i * ENTRY, name, 16)) return copy + HEAD + i * ENTRY;
    fail_msg("no section %s", name);
    return NULL;
}

static void refused(unsigned char *copy) {
    const char *why = NULL;
    uint32_t sum = (uint32_t)(sg_image_sum(copy + 16, image_size - 16) >> 32);
    for (size_t i = 0; i < 4; i++) copy[12 + i] = (unsigned char)(sum >> 8 * i);
    assert_null(sg_model_open(copy, image_size, &why));
    assert_string_equal(why, "the model lacks a part that this program needs");
    memcpy(copy, image, image_size);
}

/* Images whose sum is right and whose sections do not fit one another. */
static void sections_must_agree(void **state) {
    (void)state;
    static const char *const needed[] = {"pieces",  "piece.at", "piece.slot", "W.known", "W.place",  "W.class",   "W.link",
                                         "N.entry", "N.heard0", "N.out5",     "T.asks0", "S.hears1", "B.narrow5", "T.wide2",
                                         "S.asks3", "W.teller", "B.named",    "W.path",  "W.act2",   "sectors",   "acts"};
    unsigned char *copy = malloc(image_size);
    assert_non_null(copy);
    memcpy(copy, image, image_size);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        entry_of(copy, needed[i])[0] ^= 1; /* another name */
        refused(copy);
        memset(entry_of(copy, needed[i]) + 24, 0, 8); /* empty */
        refused(copy);
    }
    entry_of(copy, "S.asks0")[16] += 1; /* where no number may begin */
    refused(copy);
    entry_of(copy, "T.wide0")[24] -= 32; /* short by some weights */
    refused(copy);
    memcpy(entry_of(copy, "N.entry") + 16, entry_of(copy, "B.who1") + 16, 16); /* too few */
    refused(copy);
    free(copy);
}

static void words_tell_acts(void **state) {
    (void)state;
    int p, alone;
    assert_string_equal(told("Rebels shelled the town near Baghdad.", 1, &p), "ASSAULT");
    assert_string_equal(told("The minister condemned the attack.", 2, &p), "ACCUSE");
    assert_string_equal(told("The minister slept.", 2, &p), "-");
    assert_string_equal(told("The minister condemned the attack. Rebels shelled the town near Baghdad.", 7, &alone),
                        "ASSAULT");
    told("Rebels shelled the town near Baghdad.", 1, &p);
    assert_int_equal(p, alone); /* company changes nothing */
}

/* One sentence of tests/parity-acts.tsv, from `at` on: its words with their classes, heads and relations. */
static size_t read_given(const char *lines[], size_t count, size_t at, sg_doc *d) {
    d->sent_count = 0, d->tok_count = 0;
    sg_sent *s = SG_PUSH(&arena, d->sents, d->sent_count, d->sent_cap);
    *s = (sg_sent){0};
    for (; at < count && *lines[at]; at++) {
        sg_str rest = sg_str_of(lines[at]), cell[4];
        for (size_t i = 0; i < 4; i++) sg_cut(&rest, '\t', &cell[i]);
        long head = strtol(cell[2].s, NULL, 10);
        *SG_PUSH(&arena, d->toks, d->tok_count, d->tok_cap) = (sg_tok){.form = cell[0],
                                                                       .upos = (uint8_t)sg_upos_of(cell[1]),
                                                                       .head = head ? (uint32_t)head - 1 : NONE,
                                                                       .deprel = (uint8_t)sg_deprel_of(cell[3]),
                                                                       .hit = NONE};
    }
    d->sents[0].count = (uint32_t)d->tok_count;
    return at;
}

/* The trainer counts in floats, the program's encoder in bytes: of 255 few chances are far apart, and on the whole they are near. */
enum { SLACK = 45, MEAN = 3 };

static float apart;
static size_t compared;

static bool is_near(float a, float b) {
    float far = a < b ? b - a : a - b;
    apart += far, compared++;
    return far < SLACK;
}

/* Does the word's sector agree with the row's last two cells, if it has any? */
static bool agrees_on_sector(const char *line, const sg_doc *d, const sg_meant *m) {
    enum { SECTOR = 11 };
    sg_str rest = sg_str_of(line), cell = {0};
    for (size_t i = 0; i <= SECTOR; i++)
        if (!sg_cut(&rest, '\t', &cell)) return true;
    float p = strtof(rest.s, NULL), ours = (float)m->p * (float)(SG_SURE - m->nobody) / (float)SG_SURE;
    bool same = sg_eqz(cell, m->sector == 1 ? "whole" : d->sectors[m->sector]);
    return is_near(ours, p) && (same || m->p < SG_SURE / 2 + SLACK);
}

/* The trainer and the program agree on what words tell and whom they name, but for what rounding does. */
static void trainer_and_program_tell_the_same(void **state) {
    (void)state;
    enum { LINES = 4096 };
    static char room[LINES][128];
    const char *lines[LINES];
    size_t n = 0;
    FILE *f = fopen(parity_path, "rb");
    assert_non_null(f);
    while (n < LINES && fgets(room[n], sizeof room[n], f)) {
        room[n][strcspn(room[n], "\n")] = 0;
        if (room[n][0] != '#' || room[n][1] == '\t') lines[n] = room[n], n++;
    }
    fclose(f);
    for (size_t at = 0; at < n; at++) {
        sg_doc *d = SG_NEW(&arena, sg_doc, 1);
        d->arena = &arena;
        size_t end = read_given(lines, n, at, d);
        if (end == at) continue;
        sg_tell(d, model, true);
        for (size_t i = 0; at + i < end; i++) {
            unsigned word[SG_SIDES];
            assert_true(agrees_on_sector(lines[at + i], d, &d->toks[i].meant));
            float best, none, p[SG_SIDES];
            if (sscanf(lines[at + i], "%*s %*s %*s %*s %*s %f %f %u %f %u %f", &best, &none, &word[0], &p[0], &word[1],
                       &p[1]) < 6)
                continue;
            const sg_likely *l = &d->toks[i].likely;
            assert_true(is_near((float)l->type[0].p, best) && is_near((float)l->none, none) && d->toks[i].has_whom);
            for (size_t s = 0; s < SG_SIDES; s++) {
                const sg_whom *w = &d->whom[i * SG_SIDES + s];
                assert_true(is_near((float)w->p[0], p[s]));
                if (w->p[0] > w->p[1] + SLACK) assert_int_equal(w->tok[0] + 1, word[s]);
            }
        }
        at = end;
    }
    assert_true(compared > 1000 && apart < MEAN * (float)compared);
}

static void the_evaluator_aligns_words(void **state) {
    (void)state;
    const sg_given_token gold[] = {ROW(1, 1, "We", 3, "nsubj"), ROW(2, 3, "don't", 0, "_"), ROW(2, 2, "do", 3, "aux"),
                                   ROW(3, 3, "n't", 0, "root"), ROW(4, 4, ".", 3, "punct:x")};
    const sg_given_token ours[] = {ROW(1, 1, "We", 2, "nsubj"), ROW(2, 2, "don't", 0, "root"), ROW(3, 3, ".", 2, "punct")};
    sg_given_sentence gs = {.first = 0, .count = 5}, os = {.first = 0, .count = 3};
    sg_input g = {.given = gold, .given_count = 5, .given_sentences = &gs, .given_sentence_count = 1};
    sg_input o = {.given = ours, .given_count = 3, .given_sentences = &os, .given_sentence_count = 1};
    sg_ud_score s;
    const char *why = NULL;
    assert_true(sg_evalud(&arena, &g, &g, &s, &why));
    assert_true(s.las == 1.0 && s.words == 1.0 && s.sentences == 1.0);
    assert_true(sg_evalud(&arena, &g, &o, &s, &why));
    assert_true(s.tokens == 1.0);
    assert_true(s.words > 0.571 && s.words < 0.572); /* 2 of 4 and 3 */
    assert_true(s.las == 0.0);                       /* the heads of both aligned words are not aligned */
    o.given_count = os.count = 2;
    assert_false(sg_evalud(&arena, &g, &o, &s, &why));
    assert_non_null(why);
}

/* With a folder that holds an image and what its trainer's network says: whether the program says the same. */
static int of_trained(const char *folder) {
    static char room[2][4096];
    snprintf(room[0], sizeof room[0], "%s/en.model", folder);
    snprintf(room[1], sizeof room[1], "%s/parity-acts.tsv", folder);
    image_path = room[0], parity_path = room[1];
    const struct CMUnitTest tests[] = {cmocka_unit_test(trainer_and_program_tell_the_same)};
    return cmocka_run_group_tests_name("trained", tests, load, unload);
}

int main(int argc, char **argv) {
    if (argc > 1) return of_trained(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening_says_what_is_wrong),
        cmocka_unit_test(all_paths_give_the_same_bytes),
        cmocka_unit_test(text_is_cut_into_words_and_sentences),
        cmocka_unit_test(words_are_cut_by_custom),
        cmocka_unit_test(lemmas_follow_spelling_and_tree),
        cmocka_unit_test(lines_are_told_from_paragraphs),
        cmocka_unit_test(any_text_gives_trees),
        cmocka_unit_test(text_without_blanks_is_bounded),
        cmocka_unit_test(company_does_not_change_a_tree),
        cmocka_unit_test(sections_must_agree),
        cmocka_unit_test(words_tell_acts),
        cmocka_unit_test(trainer_and_program_tell_the_same),
        cmocka_unit_test(the_evaluator_aligns_words),
    };
    return cmocka_run_group_tests_name("syntax", tests, load, unload);
}
