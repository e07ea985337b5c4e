/* algebra.c: see algebra.h. Which line of a table reads a word. */
#include "algebra_in.h"

/* "The lecturers are out": an adverb of which a subject is told stands as an adjective would. */
static bool is_predicate(const sg_doc *d, const sg_tok *t) {
    uint32_t c = t->child;
    while (c != NONE && d->toks[c].deprel != SG_DEP_NSUBJ) c = d->toks[c].next;
    return c != NONE;
}

static char pos_of(const sg_doc *d, const sg_tok *t) {
    switch (t->upos) {
    case SG_POS_VERB:
    case SG_POS_AUX: return 'v';
    case SG_POS_NOUN:
    case SG_POS_PROPN: return 'n';
    case SG_POS_ADJ: return 'a';
    case SG_POS_ADV: return is_predicate(d, t) ? 'a' : 0;
    default: return 0;
    }
}

/* What a word tells most often, by the number of its rows. */
static const char *commonest(sg_rows r, char pos) {
    enum { TYPES = 32 }; /* more than there are */
    struct {
        const char *type;
        size_t rows;
    } of[TYPES] = {{"", 0}};
    size_t count = 0, best = 0;
    for (size_t i = 0; i < r.count; i++) {
        if (r.row[i]->cell[POS][0] != pos) continue;
        size_t k = 0;
        while (k < count && strcmp(of[k].type, r.row[i]->cell[TYPE]) != 0) k++;
        if (k == TYPES) continue;
        if (k == count) of[count++].type = r.row[i]->cell[TYPE];
        of[k].rows++;
    }
    for (size_t k = 1; k < count; k++)
        if (of[k].rows > of[best].rows) best = k;
    return of[best].type;
}

/* The best row of one phrase: most needs met; the first in file order among equals. A loose reading takes a
 * row whose needs are not all met, where no other is. */
static const sg_row *best_row(const sg_frame *fr, sg_rows r, sg_met *of) {
    const sg_row *best = NULL;
    if (!r.count) return NULL;
    sg_filled kept;
    sg_nothing_filled(fr, &kept);
    char pos = pos_of(fr->doc, tok_of(fr->doc, fr->tok));
    const char *usual = fr->loose ? commonest(r, pos) : NULL;
    for (size_t i = 0; i < r.count; i++) {
        if (r.row[i]->cell[POS][0] != pos) continue;
        if (fr->type && strcmp(fr->type, r.row[i]->cell[TYPE]) != 0) continue;
        sg_met m = sg_needs_met(fr, r.row[i], &kept);
        if (!m.all && !fr->loose) continue;
        if (!m.all && m.score > -4 && !strcmp(r.row[i]->cell[TYPE], usual)) m.score++;
        bool better = !best || (m.all != of->all ? m.all : m.score > of->score);
        if (better) best = r.row[i], *of = m;
    }
    return best;
}

enum { PARTICLE_REACH = 4 }; /* "took the whole town over": further off it is another word's */

/* Can the table hold the word together with this child? The words in their order. */
static bool joins(const sg_frame *fr, uint32_t c, uint32_t *first, uint32_t *last) {
    const sg_doc *d = fr->doc;
    uint8_t rel = tok_of(d, c)->deprel;
    *first = *last = fr->tok;
    if ((rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD) && c < fr->tok) return *first = c, true;
    if (rel == SG_DEP_ADVMOD && c + 1 == fr->tok) return *first = c, true;           /* "verbally attacked" */
    if (rel == SG_DEP_CASE && fr->noun && c + 1 == fr->tok) return *first = c, true; /* "pickers down tools" */
    if ((rel == SG_DEP_COMPOUND_PRT || rel == SG_DEP_ADVMOD) && c > fr->tok && c - fr->tok <= PARTICLE_REACH)
        return *last = c, true;
    /* "called off a strike": parsers often take the particle for a preposition of what follows. */
    uint32_t p = fr->tok + 1;
    bool below = rel == SG_DEP_OBL || rel == SG_DEP_OBJ;
    bool marks = below && p < d->tok_count && tok_of(d, p)->head == c && tok_of(d, p)->deprel == SG_DEP_CASE;
    /* "handed over three prisoners": or for a word of the number. */
    marks |= below && p + 1 < d->tok_count && tok_of(d, p)->head == p + 1 && tok_of(d, p)->deprel == SG_DEP_ADVMOD &&
             tok_of(d, p + 1)->upos == SG_POS_NUM && tok_of(d, p + 1)->head == c;
    return marks && !fr->noun ? *last = p, true : false;
}

/* A particle that no table knows with its verb makes another word of it: "call out" is not "call". */
static bool has_particle(const sg_frame *fr) {
    for (uint32_t c = tok_of(fr->doc, fr->tok)->child; c != NONE; c = tok_of(fr->doc, c)->next)
        if (tok_of(fr->doc, c)->deprel == SG_DEP_COMPOUND_PRT) return true;
    return false;
}

enum { ACT_FLAGS = 8 };

/* Rows of a word's lemma, or of the word as it is written where the table has a row for that ("met" beside "meet"). */
static sg_rows written_rows(const sg_frame *fr, sg_table_id table) {
    const sg_tok *w = tok_of(fr->doc, fr->tok);
    if (table != SG_T_ACTS || sg_eq(w->key, w->lemma_key)) return sg_rows_by_lemma(fr->doc, w, table);
    sg_rows r = sg_rows_by_key(fr->doc, w, table);
    for (size_t i = 0; i < r.count; i++)
        if (sg_list_has(r.row[i]->cell[ACT_FLAGS], SG_LIT("written"))) return r;
    return sg_rows_by_lemma(fr->doc, w, table);
}

bool sg_row_fits(const sg_frame *fr, const sg_row *row) {
    sg_filled kept;
    sg_nothing_filled(fr, &kept);
    return sg_needs_met(fr, row, &kept).all;
}

enum {
    PHRASE_REACH = SG_LONGEST_ACT - 1,
    PHRASE_ROOM = 160
}; /* tokens to each side of its head that a phrase of a table may have */

/* A phrase that grows word by word, by lemma or as written, as long as the table has phrases that begin so. */
typedef struct growth {
    char s[PHRASE_ROOM];
    size_t n;
    bool open, written;
} growth;

static void begin(growth *g, bool written) {
    g->n = 0;
    g->open = true;
    g->written = written;
}

static void grow(const sg_doc *d, sg_table_id table, growth *g, uint32_t t) {
    sg_str w = g->written ? tok_of(d, t)->key : tok_of(d, t)->lemma_key;
    if (!g->open) return;
    if (!g->n) g->open = sg_may_open(g->written ? &tok_of(d, t)->by_key : &tok_of(d, t)->by_lemma, table);
    else g->open = sg_lexicon_opens(d->lex, table, (sg_str){g->s, g->n});
    if (g->open) g->open = sg_key_add(g->s, PHRASE_ROOM, &g->n, w);
}

static const sg_row *phrase_row(const sg_frame *fr, sg_table_id table, const growth *g, sg_met *of) {
    if (!g->open) return NULL;
    return best_row(fr, sg_lexicon_find(fr->doc->lex, table, (sg_str){g->s, g->n}), of);
}

static bool is_below(const sg_doc *d, uint32_t t, uint32_t top) {
    return sg_is_below(d, t, top, 2 * PHRASE_REACH + 1);
}

static bool may_open(const sg_tok *t, sg_table_id table) {
    return sg_may_open(&t->by_key, table) || sg_may_open(&t->by_lemma, table);
}

/* "an exchange of fire", "a cease-fire": the longest phrase of three tokens or more around the word that a table has;
 * the word is its head. */
static const sg_row *long_row(const sg_frame *fr, sg_table_id table, uint32_t *first, uint32_t *last, sg_met *of) {
    const sg_doc *d = fr->doc;
    const sg_sent *in = &d->sents[tok_of(d, fr->tok)->sent];
    const sg_row *best = NULL;
    uint32_t a = fr->tok, end = in->first + in->count;
    if (end > fr->tok + PHRASE_REACH + 1) end = fr->tok + PHRASE_REACH + 1;
    bool any = false; /* most words have no such phrase around them */
    for (uint32_t k = a - in->first < PHRASE_REACH ? in->first : a - PHRASE_REACH; k <= a && !any; k++)
        any = may_open(tok_of(d, k), table);
    if (!any) return NULL;
    for (uint32_t back = 0; back <= PHRASE_REACH && is_below(d, a, fr->tok); back++, a--) {
        if (!may_open(tok_of(d, a), table)) {
            if (a == in->first) break;
            continue;
        }
        growth way[2];
        begin(&way[0], false);
        begin(&way[1], true);
        for (uint32_t b = a; b < end && (way[0].open || way[1].open); b++) {
            grow(d, table, &way[0], b);
            grow(d, table, &way[1], b);
            if (b < fr->tok) continue;
            if (!is_below(d, b, fr->tok)) break;
            if (b < a + 2 || (best && b - a <= *last - *first)) continue;
            sg_met m = {0};
            const sg_row *row = phrase_row(fr, table, &way[0], &m);
            if (!row) row = phrase_row(fr, table, &way[1], &m);
            if (row) best = row, *of = m, *first = a, *last = b;
        }
        if (a == in->first) break;
    }
    return best;
}

const sg_row *sg_reading(sg_frame *fr, sg_table_id table, uint32_t *first, uint32_t *last) {
    const sg_doc *d = fr->doc;
    const sg_tok *w = tok_of(d, fr->tok);
    *first = *last = fr->tok;
    if (!pos_of(d, w)) return NULL;
    sg_met of = {0};
    uint32_t particle = NONE;
    const sg_row *best = long_row(fr, table, first, last, &of);
    for (uint32_t c = best ? NONE : w->child; c != NONE; c = tok_of(d, c)->next) {
        uint32_t a, b;
        char room[SG_TWO_WORDS];
        if (!joins(fr, c, &a, &b) || !sg_may_open(&tok_of(d, a)->by_lemma, table)) continue;
        sg_met m = {0};
        fr->particle = tok_of(d, b)->deprel == SG_DEP_CASE ? b : NONE;
        sg_rows rows = sg_lexicon_find(d->lex, table, sg_two_words(d, a, b, room));
        const sg_row *row = best_row(fr, rows, &m);
        if (!row || (best && m.score <= of.score)) continue;
        best = row, of = m;
        *first = a, *last = b;
        particle = fr->particle;
    }
    fr->particle = particle;
    bool apart = !best && table == SG_T_OPERATORS && has_particle(fr);
    if (!best && !apart) best = best_row(fr, written_rows(fr, table), &of);
    fr->party[0] = of.party[0], fr->party[1] = of.party[1];
    return best;
}

static bool fits(const char *pattern, const char *value) {
    if (pattern[0] == '*' || pattern[0] == 0) return true;
    if (pattern[0] == '-') return !value || value[0] == 0;
    return value && sg_list_has(pattern, sg_str_of(value));
}

const sg_row *sg_compose(const sg_doc *d, const char *op, const sg_ev *inner) {
    sg_rows r = sg_lexicon_find(d->lex, SG_T_COMPOSE, sg_str_of(op));
    for (size_t i = 0; i < r.count; i++) {
        const char *const *c = r.row[i]->cell;
        bool cameo = c[3][0] == '*' || c[3][0] == 0 || (inner->cameo && strncmp(inner->cameo, c[3], strlen(c[3])) == 0);
        if (fits(c[1], inner->type) && fits(c[2], inner->mode) && cameo) return r.row[i];
    }
    return NULL;
}

void sg_reach(const sg_doc *d, uint32_t t, uint32_t *first, uint32_t *last) {
    if (t < *first) *first = t;
    if (t > *last) *last = t;
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel != SG_DEP_PUNCT) sg_reach(d, c, first, last);
}
