/* headline.c: see headline.h. */
#include "headline.h"

#include "encode.h"

enum {
    LONG_WORD = 4, /* letters: shorter ones (of, to, the) keep small letters in titles */
    FEW = 4,       /* long words that make a title; "President Karimov" is none */
    FEW_TITLE = 3, /* where the document says that it is its title */
    HEADLINE = 30, /* words: no headline is longer */
    NAME_ROOM = 256
};

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_capitalised(sg_str w) {
    return w.n > 1 && w.s[0] >= 'A' && w.s[0] <= 'Z' && is_small(w.s[1]);
}

/* Does every long word begin with a capital, in a line that is no sentence by its stop? */
static bool in_title_case(const sg_doc *d, const sg_sent *s) {
    size_t capitals = 0, few = s->in_title ? FEW_TITLE : FEW;
    if (s->count < FEW || s->count > HEADLINE) return false;
    sg_str last = d->toks[s->first + s->count - 1].form;
    if (last.n == 1 && last.s[0] == '.') return false;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        sg_str w = d->toks[i].form;
        if (w.n < LONG_WORD) continue;
        if (is_small(w.s[0])) return false;
        capitals += is_capitalised(w);
    }
    return capitals >= few;
}

/* The last word of the longest name of the tables that begins with this one; NONE where there is none. */
static uint32_t name_from(sg_doc *d, uint32_t t, uint32_t stop) {
    static const sg_table_id tables[] = {SG_T_COUNTRIES, SG_T_ORGANS, SG_T_GROUPS, SG_T_PARTIES, SG_T_ORGS,
                                         SG_T_HOLDERS,   SG_T_GIVEN,  SG_T_PLACES, SG_T_REGIONS};
    char key[NAME_ROOM];
    size_t n = 0;
    uint32_t last = NONE;
    for (uint32_t i = t; i < stop && i < t + SG_LONGEST_NAME; i++) {
        bool caps, open = false;
        if (!sg_key_add(key, NAME_ROOM, &n, sg_fold(d->arena, d->toks[i].form, &caps))) break;
        for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
            if (sg_lexicon_find(d->lex, tables[k], (sg_str){key, n}).count) last = i;
            open |= sg_lexicon_opens(d->lex, tables[k], (sg_str){key, n});
        }
        if (!open) break;
    }
    return last;
}

static bool in_tables(const sg_doc *d, sg_str key) {
    static const sg_table_id tables[] = {SG_T_ROLES, SG_T_CLASSES,   SG_T_GRAMMAR, SG_T_PRONOUNS,
                                         SG_T_ACTS,  SG_T_OPERATORS, SG_T_STANCES, SG_T_CONTEXTS};
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
        if (sg_lexicon_find(d->lex, tables[k], key).count) return true;
    return false;
}

/* Is it, as some form of some word, in the tables? */
static bool is_known(sg_doc *d, const sg_model *m, sg_str form) {
    bool caps;
    if (in_tables(d, sg_fold(d->arena, form, &caps))) return true;
    for (uint32_t i = 0; i < m->tag_count; i++) {
        uint8_t pos = m->tags[i].upos;
        if (pos != SG_POS_VERB && pos != SG_POS_NOUN && pos != SG_POS_ADJ) continue;
        if (in_tables(d, sg_fold(d->arena, sg_str_of(sg_encode_lemma(d, m, &m->tags[i], form)), &caps))) return true;
    }
    return false;
}

/* The word, without the capital that only the headline gives it. */
static void make_small(sg_doc *d, sg_tok *t) {
    char *s = sg_dup(d->arena, t->form);
    s[0] = (char)(s[0] + 'a' - 'A');
    t->small = true;
    t->seen = (sg_str){s, t->form.n};
}

void sg_headline(sg_doc *d, const sg_model *m) {
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        uint32_t stop = s->first + s->count;
        if (!in_title_case(d, s)) continue;
        for (uint32_t t = s->first; t < stop; t++) {
            uint32_t named = name_from(d, t, stop);
            if (named != NONE) t = named;
            else if (t > s->first && is_capitalised(d->toks[t].form) && is_known(d, m, d->toks[t].form))
                make_small(d, &d->toks[t]);
        }
    }
}
