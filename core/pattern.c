/* pattern.c: see pattern.h. A pattern is cut into groups of words that stand side by side; each group is sought as
 * near to the word as it comes, and the next one beyond it. */
#include "pattern.h"

enum {
    ELEMENTS = 24,
    PHRASE = 6,
    CLIMB = 64,
    ROOM = 256
};

typedef struct stretch { /* tokens in text order */
    const sg_doc *d;
    const uint32_t *tok;
    size_t count;
    uint64_t words; /* a bit for each: most patterns hold a word that is not there at all */
    bool lemmas, before; /* before: the word stands after the last of them */
} stretch;

typedef struct element {
    sg_str text;
    bool joined; /* stands right after the element before it */
} element;

typedef struct sequence {
    element at[ELEMENTS];
    size_t count;
    bool opens, closes; /* the first, the last stands right at the end of the stretch */
} sequence;

static const sg_tok *tok_of(const sg_doc *d, uint32_t t) {
    return &d->toks[t];
}

/* ---- the stretch ---- */

static const sg_str names[SG_STRETCHES] = {{"left", 4}, {"right", 5}, {"lead", 4}, {"rest", 4}};
enum { LEFT, RIGHT, LEAD, REST };

/* SG_STRETCHES: none has that name. */
static size_t stretch_named(sg_str name) {
    size_t i = 0;
    while (i < SG_STRETCHES && !sg_eq(name, names[i])) i++;
    return i;
}

bool sg_is_stretch(sg_str slot) {
    return stretch_named(slot) < SG_STRETCHES;
}

static bool is_clause(uint8_t rel) {
    return rel == SG_DEP_ADVCL || rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS || rel == SG_DEP_ACL_RELCL ||
           rel == SG_DEP_CSUBJ;
}

/* In the word's own clause? *subject: in the subject of a passive. */
static bool in_clause(const sg_doc *d, uint32_t t, uint32_t word, bool *subject) {
    for (int n = 0; n < CLIMB && t != NONE; n++, t = tok_of(d, t)->head) {
        const sg_tok *w = tok_of(d, t);
        if (t == word) return true;
        bool other_verb = w->deprel == SG_DEP_CONJ && w->upos == SG_POS_VERB;
        if (is_clause(w->deprel) || other_verb) return false;
        *subject = w->deprel == SG_DEP_NSUBJ_PASS && w->head == word;
    }
    return false;
}

static bool is_mark(const sg_tok *t) {
    return t->upos == SG_POS_PUNCT && !sg_eqz(t->key, "-");
}

/* Its words; how many. */
static size_t fill(uint32_t tok[SG_STRETCH], const sg_frame *fr, bool clause, bool right) {
    const sg_doc *d = fr->doc;
    const sg_sent *in = &d->sents[tok_of(d, fr->tok)->sent];
    uint32_t first = in->first, end = in->first + in->count, t = fr->tok;
    size_t n = 0;
    if (t - first > SG_STRETCH) first = t - SG_STRETCH;
    if (end - t > SG_STRETCH) end = t + SG_STRETCH;
    if (!clause && right) first = t + 1; /* all of it stands there */
    if (!clause && !right) end = t;
    for (uint32_t i = first; i < end && n < SG_STRETCH; i++) {
        bool subject = false;
        if (i == t || is_mark(tok_of(d, i)) || (clause && !in_clause(d, i, t, &subject))) continue;
        if (subject ? right : (i > t) == right) tok[n++] = i;
    }
    return n;
}

static uint64_t bits_of(const sg_doc *d, const uint32_t *tok, size_t count, bool lemmas) {
    uint64_t all = 0;
    for (size_t i = 0; i < count; i++)
        all |= sg_word_bit(tok_of(d, tok[i])->key) | (lemmas ? sg_word_bit(tok_of(d, tok[i])->lemma_key) : 0);
    return all;
}

static stretch stretch_of(const sg_frame *fr, sg_stretches *all, sg_str name) {
    size_t i = stretch_named(name);
    bool clause = i == LEAD || i == REST, right = i == RIGHT || i == REST;
    if (!all->made[i]) {
        all->at[i].count = fill(all->at[i].tok, fr, clause, right);
        all->at[i].words = bits_of(fr->doc, all->at[i].tok, all->at[i].count, clause);
        all->made[i] = true;
    }
    return (stretch){fr->doc, all->at[i].tok, all->at[i].count, all->at[i].words, clause, !right};
}

/* ---- the pattern ---- */

static bool is_place(sg_str e) {
    return e.n == 1 && strchr("$+^", e.s[0]);
}

/* "a_b..~c" to its elements; false where they are too many to be held. */
static bool read_sequence(sg_str text, sequence *q) {
    q->count = 0;
    q->opens = text.n && text.s[0] == '_', q->closes = text.n && text.s[text.n - 1] == '_';
    bool joined = false;
    for (size_t i = 0; i < text.n;) {
        if (text.s[i] == '_' || text.s[i] == '.') {
            joined = text.s[i++] == '_';
            continue;
        }
        size_t from = i;
        while (i < text.n && text.s[i] != '_' && text.s[i] != '.') i++;
        if (q->count == ELEMENTS) return false;
        q->at[q->count] = (element){{text.s + from, i - from}, joined && q->count};
        q->count++;
    }
    return q->count > 0;
}

/* The longest phrase of the class from `at` on; 0: none. */
static size_t class_at(const stretch *s, size_t at, sg_str name) {
    char room[ROOM];
    size_t n = 0, best = 0;
    for (size_t i = at; i < s->count && i < at + PHRASE; i++) {
        const sg_tok *w = tok_of(s->d, s->tok[i]);
        if (!sg_key_add(room, sizeof room, &n, w->key)) break;
        sg_rows rows =
            i > at ? sg_lexicon_find(s->d->lex, SG_T_CLASSES, (sg_str){room, n}) : sg_rows_by_key(s->d, w, SG_T_CLASSES);
        if (sg_rows_in_class(rows, name)) best = i - at + 1;
        if (i == at && s->lemmas && sg_rows_in_class(sg_rows_by_lemma(s->d, w, SG_T_CLASSES), name)) best = 1;
        if (i == at && !sg_may_open(&w->by_key, SG_T_CLASSES)) break;
    }
    return best;
}

/* How many tokens from `at` on the element takes; 0: it is not there. */
static size_t element_at(const stretch *s, size_t at, sg_str e) {
    if (at >= s->count) return 0;
    const sg_tok *w = tok_of(s->d, s->tok[at]);
    if (is_place(e)) return sg_told_party(s->d, s->tok[at]);
    if (e.s[0] == '~') return class_at(s, at, (sg_str){e.s + 1, e.n - 1});
    return sg_eq(e, w->key) || (s->lemmas && sg_eq(e, w->lemma_key));
}

/* ---- the match ---- */

/* The group of elements [from, to) at `at`: the token after it, or 0. */
static size_t group_at(const stretch *s, const sequence *q, size_t from, size_t to, size_t at) {
    for (size_t k = from; k < to; k++) {
        size_t n = element_at(s, at, q->at[k].text);
        if (!n) return 0;
        at += n;
    }
    return at;
}

static void bind(const stretch *s, const sequence *q, size_t from, size_t to, size_t at, uint32_t party[2]) {
    for (size_t k = from; k < to; k++) {
        sg_str e = q->at[k].text;
        if (sg_eqz(e, "$")) party[0] = s->tok[at] + 1;
        if (sg_eqz(e, "+")) party[1] = s->tok[at] + 1;
        at += element_at(s, at, e);
    }
}

static bool match_after(const stretch *s, const sequence *q, uint32_t party[2]) {
    size_t at = 0;
    for (size_t from = 0, to; from < q->count; from = to) {
        for (to = from + 1; to < q->count && q->at[to].joined; to++) {
        }
        size_t end = 0;
        for (; at < s->count && !(end = group_at(s, q, from, to, at)); at++)
            if (q->opens && !from) return false;
        if (!end) return false;
        bind(s, q, from, to, at, party);
        at = end;
    }
    return true;
}

static bool match_before(const stretch *s, const sequence *q, uint32_t party[2]) {
    size_t limit = s->count;
    for (size_t to = q->count, from; to > 0; to = from) {
        for (from = to - 1; from > 0 && q->at[from].joined; from--) {
        }
        size_t at = limit + 1, end = 0;
        while (at-- > 0) {
            end = group_at(s, q, from, to, at);
            bool near = !(q->closes && to == q->count) || end == s->count;
            if (end && end <= limit && near) break;
            end = 0;
        }
        if (!end) return false;
        bind(s, q, from, to, at, party);
        limit = at;
    }
    return true;
}

int sg_pattern(const sg_frame *fr, sg_stretches *all, const sg_need *need, uint32_t party[2]) {
    stretch s = stretch_of(fr, all, need->slot);
    for (size_t i = 0; i < need->alternatives; i++) {
        const sg_alternative *one = &need->alternative[i];
        sequence q;
        uint32_t found[2] = {party[0], party[1]};
        if (one->bits & ~s.words) continue; /* a word of it is not there: so are most */
        if (!read_sequence(one->text, &q)) continue;
        if (!(s.before ? match_before(&s, &q, found) : match_after(&s, &q, found))) continue;
        party[0] = found[0], party[1] = found[1];
        return (int)q.count;
    }
    return 0;
}

/* ---- parties ---- */

static bool is_part(uint8_t rel) {
    return rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
           rel == SG_DEP_NMOD_DESC || rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_FLAT || rel == SG_DEP_APPOS;
}

static bool known_at(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    for (uint32_t i = 0; i < w->ent_count; i++) {
        const sg_ent *e = &d->ents[w->ent + i];
        if ((e->country || e->sector) && !e->voice) return true;
    }
    return false;
}

/* Do both stand for one country, so that the part's word only says whose the whole is? */
static bool shares_country(const sg_doc *d, uint32_t part, uint32_t whole) {
    const sg_tok *p = tok_of(d, part), *w = tok_of(d, whole);
    for (uint32_t i = 0; i < p->ent_count; i++)
        for (uint32_t k = 0; k < w->ent_count; k++) {
            const char *a = d->ents[p->ent + i].country, *b = d->ents[w->ent + k].country;
            if (a && b && strcmp(a, b) == 0) return true;
        }
    return false;
}

bool sg_told_party(const sg_doc *d, uint32_t t) {
    if (!known_at(d, t)) return false;
    uint32_t up = t;
    for (int n = 0; n < CLIMB && is_part(tok_of(d, up)->deprel) && tok_of(d, up)->head != NONE; n++) {
        up = tok_of(d, up)->head;
        if (known_at(d, up) && (tok_of(d, up)->ent == tok_of(d, t)->ent || shares_country(d, t, up))) return false;
    }
    return true;
}
