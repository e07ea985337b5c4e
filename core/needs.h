/* needs.h: what the rows of acts, operators and stances ask for, cut into conditions once.
 *
 * In: a row. Out: the conditions of its needs, one by one, each cut when it is first reached, and kept: few of the tables'
 * rows are ever held against a word, those again and again, and nearly all fail at their first condition. The rows of one
 * word ask for the same again and again, so the same condition is one wherever it stands and keeps what it was found to be
 * last; as bits it carries which words could meet it, so that most are told by these alone. */
#ifndef SG_NEEDS_H
#define SG_NEEDS_H

#include "lexicon.h"

/* Classes that no table tells, but what the token stands for (algebra_need.c). */
#define SG_TOLD_CLASSES(X) \
    X(PARTY, "party") X(ACT, "act") X(INDICATIVE, "indicative") X(SETTLED, "settled") X(STATE, "state") \
    X(COUNTRY, "country") X(IGO, "igo") X(NGO, "ngo") X(PERSON, "person") X(SOMEBODY, "somebody") X(PLACE, "place")

enum {
#define X_(id, name) SG_TOLD_##id,
    SG_TOLD_CLASSES(X_)
#undef X_
        SG_TOLD_COUNT
};

/* Of words joined by |, classes or lemmas: which there are. */
typedef struct sg_choice {
    sg_str words;
    uint64_t bits; /* of each of them; others may share it */
    uint32_t told; /* SG_TOLD_ among them, as bits */
} sg_choice;
sg_choice sg_choice_of(sg_str words);

/* A word's bit in a choice, or in a stretch of text; 0: there is no word. */
static inline uint64_t sg_word_bit(sg_str w) {
    if (!w.n) return 0;
    return UINT64_C(1) << ((unsigned char)w.s[0] * 7u + (unsigned char)w.s[w.n - 1] * 19u + (unsigned)w.n * 5u) % 64;
}

/* Is the word one of a choice? */
bool sg_list_holds(sg_str words, sg_str word);
static inline bool sg_is_chosen(const sg_choice *c, sg_str word) {
    return (c->bits & sg_word_bit(word)) && sg_list_holds(c->words, word);
}

/* One pattern of a stretch (pattern.h): "a_b..c". */
typedef struct sg_alternative {
    sg_str text;
    uint64_t bits; /* of its words: all of them must be there */
} sg_alternative;

/* One condition: [!]slot~class|class, [!]slot=lemma|lemma, [!]slot: filled, empty, or [!]stretch>pattern|pattern. */
typedef struct sg_need {
    sg_str text, slot;
    uint32_t slot_hash; /* most slots are told apart by it */
    char by;            /* '~' '=' '>', or 0: whether the slot is filled */
    bool denies, several; /* several: "~several", which is no class */
    sg_choice of;         /* of '~' and '=' */
    const sg_alternative *alternative; /* of '>' */
    size_t alternatives;
    uint64_t asked; /* by which reading it was asked for last (algebra_in.h), and */
    int met;        /* how well it was met; not kept of '>', which finds parties too */
} sg_need;

/* A condition of a row, and those behind it. */
typedef struct sg_condition sg_condition;
struct sg_condition {
    sg_need *need;
    sg_condition *next; /* NULL: it was not cut yet from */
    sg_str rest;        /* the text behind this one */
};

/* One thread's. */
typedef struct sg_needs sg_needs;
sg_needs *sg_needs_new(jmp_buf *fail); /* where to go when memory is spent; NULL: there is none now */
void sg_needs_free(sg_needs *);
/* The first condition of a row of acts, operators or stances, and the next; NULL: no more. They stay as long as the
 * needs. */
sg_condition *sg_condition_first(sg_needs *, const sg_row *);
sg_condition *sg_condition_next(sg_needs *, sg_condition *);
/* A number for a reading, which no other has had. */
uint64_t sg_needs_serial(sg_needs *);

#endif
