/* familiar.c: see familiar.h. */
#include "familiar.h"

#include "holder.h"

enum { ROOM = 256 };

/* What stands in: for the first word of a name, for each further one, for letters. Empty where the lexicon has none. */
typedef struct stand_ins {
    sg_str first, further, letters;
} stand_ins;

static sg_str stand_in(const sg_doc *d, const char *place) {
    sg_rows rows = sg_lexicon_by(d->lex, SG_WAY_KIND, SG_LIT("stand-in"));
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[2], place)) return sg_str_of(rows.row[i]->cell[0]);
    return (sg_str){0};
}

static bool is_word(const sg_tok *t) {
    char c = t->form.s[0];
    return (c >= 'a' && c <= 'z') || sg_may_be_capital(t);
}

static bool is_hyphen(const sg_doc *d, uint32_t t) {
    return t < d->tok_count && sg_eqz(d->toks[t].form, "-");
}

/* Is it written as the last word of a name is: with a capital, or behind a hyphen ("Jae-in")? "Park Jin-woo" is not Park Jin. */
static bool may_end(const sg_doc *d, uint32_t t) {
    return (sg_may_be_capital(&d->toks[t]) || is_hyphen(d, t - 1)) && !is_hyphen(d, t + 1);
}

/* The last word of the longest name of a person of two words or more that begins here; NONE where there is none. */
static uint32_t name_from(const sg_doc *d, uint32_t t, uint32_t stop) {
    char key[ROOM];
    size_t n = 0;
    uint32_t last = NONE;
    for (uint32_t i = t; i < stop && i < t + SG_LONGEST_NAME; i++) {
        bool caps;
        if (!sg_key_add(key, ROOM, &n, sg_fold(d->arena, d->toks[i].form, &caps))) break;
        if (i > t && may_end(d, i) && sg_lexicon_find(d->lex, SG_T_HOLDERS, (sg_str){key, n}).count) last = i;
        if (!sg_lexicon_opens(d->lex, SG_T_HOLDERS, (sg_str){key, n})) break;
    }
    return last;
}

static bool is_verb(const sg_doc *d, uint32_t t, uint32_t sent) {
    return t < d->tok_count && d->toks[t].sent == sent && d->toks[t].upos == SG_POS_VERB;
}

/* Did the network take a word of the name for something else ("Ban Ki-moon" for a moon), a part of it for somebody to whom
 * the rest happens, the whole for all that is said though a verb follows, or parts of it for names of their own? */
static bool is_broken(const sg_doc *d, uint32_t first, uint32_t last) {
    uint32_t outside = 0;
    for (uint32_t t = first; t <= last; t++) {
        const sg_tok *k = &d->toks[t];
        bool out = is_word(k) && (k->head == NONE || k->head < first || k->head > last);
        if ((out || sg_may_be_capital(k)) && k->upos != SG_POS_PROPN) return true;
        if (!out && sg_is_subject(k)) return true;
        if (k->head == NONE && is_verb(d, last + 1, k->sent)) return true;
        outside += out;
    }
    return outside > 1;
}

/* Two capital letters or more, beside a word with small ones. */
static bool is_in_capitals(const sg_doc *d, const sg_sent *s, uint32_t t) {
    bool caps, small = false;
    sg_fold(d->arena, d->toks[t].form, &caps);
    for (uint32_t i = t > s->first ? t - 1 : t; i <= t + 1 && i < s->first + s->count; i++)
        for (size_t k = 0; k < d->toks[i].form.n; k++) small |= d->toks[i].form.s[k] >= 'a' && d->toks[i].form.s[k] <= 'z';
    return caps && small && d->toks[t].form.n > 1;
}

/* "Iran rejected US claims", "WHO urges": a state's or a body's letters, taken for a pronoun. */
static bool is_letters(const sg_doc *d, const sg_sent *s, uint32_t t) {
    bool caps;
    if (d->toks[t].upos != SG_POS_PRON || !is_in_capitals(d, s, t)) return false;
    sg_str key = sg_fold(d->arena, d->toks[t].form, &caps);
    for (unsigned table = SG_T_COUNTRIES; table <= SG_T_ORGS; table++) {
        sg_rows rows = sg_lexicon_find(d->lex, table, key);
        for (size_t i = 0; i < rows.count; i++)
            if (rows.row[i]->caps) return true;
    }
    return false;
}

/* Of several so called nobody is meant: no land is nearer than another. */
static bool names_none(const void *user, const char *code) {
    (void)user, (void)code;
    return false;
}

static bool is_shouted(const sg_doc *d, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        for (size_t k = 0; k < d->toks[t].form.n; k++)
            if (d->toks[t].form.s[k] >= 'a' && d->toks[t].form.s[k] <= 'z') return false;
    return true;
}

/* "Uribe visits Lima", "HAIG TO MEET PYM": the first word of a headline, or any of one all in capitals, which the network
 * never saw and took for no name, though a holder of the day is called by it. */
static bool is_stranger(const sg_doc *d, const sg_model *m, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool caps;
    if (k->upos == SG_POS_PROPN || !sg_may_be_capital(k) || !is_word(k)) return false;
    sg_str key = sg_fold(d->arena, k->form, &caps);
    return sg_words_find(&m->words, key) < 0 && sg_holder_surnamed(d->lex, d->pub, key, names_none, NULL);
}

static bool stand_for_strangers(sg_doc *d, const sg_model *m, const sg_sent *s, sg_str name) {
    enum { LINE = 30 }; /* words: no headline is longer */
    if (s->count < 2 || s->count > LINE || !sg_is_open_line(d, s)) return false;
    uint32_t stop = is_shouted(d, s) ? s->first + s->count : s->first + 1;
    bool some = false;
    for (uint32_t t = s->first; t < stop; t++)
        if (is_stranger(d, m, t)) d->toks[t].seen = name, some = true;
    return some;
}

/* Are there such names in the sentence? */
static bool stand_for(sg_doc *d, const sg_model *m, const sg_sent *s, const stand_ins *in) {
    bool some = stand_for_strangers(d, m, s, in->first);
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (is_letters(d, s, t)) d->toks[t].seen = in->letters, some = true;
    for (uint32_t t = s->first; t + 1 < s->first + s->count; t++) {
        if (!sg_may_be_capital(&d->toks[t])) continue;
        sg_mark mark = sg_arena_mark(d->arena);
        uint32_t last = name_from(d, t, s->first + s->count);
        sg_arena_reset(d->arena, mark);
        if (last == NONE) continue;
        if (is_broken(d, t, last)) {
            some = true;
            for (uint32_t k = t; k <= last; k++)
                if (is_word(&d->toks[k])) d->toks[k].seen = k == t ? in->first : in->further;
        }
        t = last;
    }
    return some;
}

bool *sg_familiar(sg_doc *d, const sg_model *m) {
    stand_ins in = {stand_in(d, "first"), stand_in(d, "further"), stand_in(d, "letters")};
    bool *again = NULL;
    for (size_t i = 0; i < d->sent_count && in.first.n && in.further.n && in.letters.n; i++) {
        if (!stand_for(d, m, &d->sents[i], &in)) continue;
        if (!again) again = SG_NEW(d->arena, bool, d->sent_count);
        again[i] = true;
    }
    return again;
}
