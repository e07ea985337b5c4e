/* model.h: the syntax model as read-only memory: matrices of 8-bit weights and word lists, found by name.
 *
 * The image: "SGMODEL\0", version, a sum of the rest (model.c), the whole length, then for each section a name (16 bytes), offset
 * and size, up to where the first section begins. A matrix is rows, columns, a scale a row, then the weights; those of the
 * encoder's layers ("T."; scales "S.", biases "B.", steps of what comes out "G.") lie as sg_laid has them, and are read where they
 * are; a list is lines. All little-endian. train/export.py writes it. */
#ifndef SG_MODEL_H
#define SG_MODEL_H

#include "doc.h"
#include "kernel.h"
#include "ud.h"

enum { SG_CUT_FEATURES = 26, SG_CUT_ROWS = 1 << 16, SG_CUT_WIDTH = 32, SG_ACT_KINDS = 31, SG_PATHS = 4096 };

typedef struct sg_matrix {
    uint32_t rows, cols;
    const float *scale;
    const int8_t *weight;
} sg_matrix;

/* Lines of a list by number, and numbers by what stands before the first tab (or two tabs). */
typedef struct sg_word_slot {
    uint32_t hash, line; /* line: `count` where empty */
} sg_word_slot;

typedef struct sg_words {
    sg_str *line;
    uint32_t count, mask;
    sg_word_slot *slot; /* open addressing; the hash lies beside, so that other words' letters are not fetched */
    int keys;           /* how many tab-parted cells make the key */
} sg_words;

/* Pieces of words by number as they lie in the image, with a table of them by hash: nothing is built on opening. */
typedef struct sg_pieces {
    const char
        *text; /* piece i is the bytes from at[i] up to the line's end before at[i + 1]; "##" before what goes on a word */
    const uint32_t *at, *slot;
    uint32_t count, mask; /* slot: by hash, open addressing; `count` where empty */
} sg_pieces;

/* The pieces that every list begins with (train/acts.py); 0 is nothing. */
enum { SG_UNKNOWN = 1, SG_OPENS, SG_CLOSES, SG_OWN_PIECES /* how many */ };

typedef struct sg_tag {
    uint8_t upos;
    const char *feats; /* NULL for none */
    uint32_t bits;
    sg_str name;
} sg_tag;

/* A layer as it lies in the image, and made ready for the kernel (of an LSTM: the part that reads the
 * input, and the part that reads its own last output). */
typedef struct sg_layer {
    sg_matrix w;
    const float *bias;
    sg_packed in, back;
} sg_layer;

/* A layer of the encoder: what each piece asks, answers to and tells, joined; the way out of what it hears; the wide middle and
 * back. */
typedef struct sg_attention {
    sg_laid asks, hears, wide, narrow;
    sg_norm heard, out;
} sg_attention;

enum {
    SG_DEEPEST = 12, /* layers of the encoder */
    SG_PLACES = 512  /* pieces that it reads together */
};

struct sg_model {
    sg_words words, lemmas, suffixes, tails, splits, marks;
    const int8_t *cut;      /* the splitter: SG_CUT_ROWS rows, summed; then the way out, and its biases */
    const int32_t *cut_out; /* three rows of SG_CUT_WIDTH, three numbers */
    sg_tag *tags;
    uint32_t tag_count, rel_count;
    uint8_t *rels; /* sg_deprel of each label */
    const char **rel_names;
    sg_act_class *acts;
    uint32_t act_count;
    const char **sectors; /* of whom words name: nobody, "" for a whole state or organisation, then PLOVER's */
    uint32_t sector_count;
    sg_matrix word, piece;
    sg_layer lstm[4], tag1, tag2, arc_dep, arc_head, arc_mid, arc_bias, rel_dep, rel_head, rel_out, name1, name2;
    sg_pieces
        pieces; /* the encoder (sense.h): pieces of words, their vectors, those of places, word classes and relations */
    sg_matrix known, place, of_class, of_link;
    sg_norm entry;
    sg_attention deep[SG_DEEPEST];
    uint32_t depth;
    sg_layer act1, act2, teller, named, who1,
        who2;       /* the network that tells acts (tell.h), over what the encoder makes of words */
    sg_matrix path; /* by side and way between two words */
    const float *root;
    uint32_t hidden;
    const sg_kernel *kernel;
    char version[32];
    sg_arena arena;
    jmp_buf fail;
};

/* The number of the line with this key, or -1. */
long sg_words_find(const sg_words *, sg_str key);
/* The number of the piece, or -1. */
long sg_pieces_find(const sg_pieces *, sg_str piece);

/* As sg_model_open, with its layers laid out for that path of the arithmetic (kernel.h) instead of the fastest. */
sg_model *sg_model_open_for(const sg_kernel *, const void *bytes, size_t n, const char **why);

#endif
