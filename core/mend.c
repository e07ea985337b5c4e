/* mend.c: see mend.h. */
#include "mend.h"

#include "parse.h"

enum { ROOM = 256, POS = 1 };

static bool is_outside(const sg_tok *t, uint32_t first, uint32_t last) {
    return t->head == NONE || t->head < first || t->head > last;
}

static void hang(sg_doc *d, uint32_t t, uint32_t head, sg_deprel rel) {
    d->toks[t].head = head;
    d->toks[t].deprel = (uint8_t)rel;
    d->toks[t].label = sg_deprel_name(rel);
}

/* The words in normal form, joined by blanks; empty where there is no room. */
static sg_str phrase_of(const sg_doc *d, uint32_t first, uint32_t last, char *room) {
    size_t n = 0;
    bool caps;
    for (uint32_t i = first; i <= last; i++) {
        sg_str k = sg_fold(d->arena, d->toks[i].form, &caps);
        if (!k.n || n + k.n + 1 >= ROOM) return (sg_str){room, 0};
        if (n) room[n++] = ' ';
        memcpy(room + n, k.s, k.n);
        n += k.n;
    }
    return (sg_str){room, n};
}

static bool is_noun_phrase(const sg_doc *d, sg_str phrase) {
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, phrase);
    for (size_t i = 0; i < acts.count; i++)
        if (strcmp(acts.row[i]->cell[POS], "n") == 0) return true;
    return sg_lexicon_find(d->lex, SG_T_CLASSES, phrase).count > 0;
}

/* "fired tear gas at": the verb that is none becomes a part of its noun, which takes its place and what it held. */
static void mend_verb(sg_doc *d, uint32_t verb) {
    char room[ROOM];
    sg_tok *v = &d->toks[verb], *noun = v + 1;
    bool below = v->head != NONE && (v->deprel == SG_DEP_XCOMP || v->deprel == SG_DEP_CCOMP || v->deprel == SG_DEP_ADVCL);
    if (!below || !is_noun_phrase(d, phrase_of(d, verb, verb + 1, room))) return;
    uint32_t up = v->head;
    hang(d, verb + 1, up, d->toks[up].upos == SG_POS_VERB ? SG_DEP_OBJ : SG_DEP_NMOD);
    hang(d, verb, verb + 1, SG_DEP_COMPOUND);
    v->upos = SG_POS_NOUN;
    noun->upos = SG_POS_NOUN;
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (c != verb + 1) d->toks[c].head = d->toks[c].deprel == SG_DEP_COMPOUND ? verb + 1 : up;
}

/* "secretary-general": an office of two halves that both hang outside hangs by its first. */
static void mend_joint(sg_doc *d, uint32_t first) {
    char room[ROOM];
    uint32_t last = first + 2;
    if (!is_outside(&d->toks[first], first, last) || !is_outside(&d->toks[last], first, last)) return;
    if (d->toks[first].head == NONE || d->toks[first].head != d->toks[last].head) return;
    if (!sg_lexicon_find(d->lex, SG_T_ROLES, phrase_of(d, first, last, room)).count) return;
    hang(d, last, first, SG_DEP_FLAT);
    for (uint32_t c = d->toks[last].child; c != NONE; c = d->toks[c].next) d->toks[c].head = first;
}

/* "criticised Theresa May": names side by side that hang on one word in one way are one name. */
static void mend_name(sg_doc *d, uint32_t first) {
    const sg_tok *a = &d->toks[first], *b = a + 1;
    bool one = a->upos == SG_POS_PROPN && b->upos == SG_POS_PROPN && a->head == b->head && a->deprel == b->deprel;
    bool whole =
        a->deprel == SG_DEP_OBJ || a->deprel == SG_DEP_NSUBJ || a->deprel == SG_DEP_NSUBJ_PASS || a->deprel == SG_DEP_OBL;
    if (one && whole && a->space_after) hang(d, first + 1, first, SG_DEP_FLAT);
}

static bool is_hyphen(const sg_tok *t) {
    return t->form.n == 1 && t->form.s[0] == '-';
}

static void mend_sentence(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        const sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB && t[1].upos == SG_POS_NOUN && t[1].head == i) mend_verb(d, i);
        mend_name(d, i);
        if (i + 2 < stop && is_hyphen(&t[1])) mend_joint(d, i);
    }
}

void sg_mend(sg_doc *d) {
    for (size_t i = 0; i < d->sent_count; i++) mend_sentence(d, &d->sents[i]);
    sg_children(d);
}
