/* evalud.c: see evalud.h. */
#include "evalud.h"

#include <utf8proc.h>

typedef struct span {
    size_t start, end; /* bytes in the letters, blanks left out */
} span;

typedef struct word {
    span at;
    bool multi; /* inside a multi-word token: `at` is the whole token's */
    const sg_given_token *row;
    long parent; /* index, or -1 for the root */
    long other;  /* the aligned word of the other reading, or -1 */
} word;

typedef struct reading {
    char *letters;
    size_t n;
    word *words;
    span *tokens, *sents;
    size_t word_count, token_count, sent_count;
} reading;

static const char shared_features[] =
    "PronType|NumType|Poss|Reflex|Foreign|Abbr|Gender|Animacy|Number|Case|Definite|Degree|VerbForm|Mood|Tense|Aspect|"
    "Voice|Evident|Polarity|Person|Polite";

static void add_letters(reading *r, sg_str form) {
    for (size_t i = 0; i < form.n;) {
        size_t from = i;
        uint32_t c = sg_utf8_next(form, &i);
        if (c <= ' ' || utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS) continue;
        memcpy(r->letters + r->n, form.s + from, i - from);
        r->n += i - from;
    }
}

static void add_sentence(reading *r, const sg_input *in, const sg_given_sentence *s) {
    size_t before = r->n, base = r->word_count;
    span multi = {0};
    uint32_t until = 0;
    for (size_t k = s->first; k < s->first + s->count; k++) {
        const sg_given_token *t = &in->given[k];
        bool range = t->last > t->first, inner = !range && t->first <= until;
        size_t start = r->n;
        if (!inner) {
            add_letters(r, t->form);
            r->tokens[r->token_count++] = (span){start, r->n};
        }
        if (range) {
            until = t->last;
            multi = (span){start, r->n};
            continue;
        }
        long parent = t->head ? (long)(base + t->head - 1) : -1;
        r->words[r->word_count++] = (word){inner ? multi : (span){start, r->n}, inner, t, parent, -1};
    }
    r->sents[r->sent_count++] = (span){before, r->n};
}

static reading read_input(sg_arena *a, const sg_input *in) {
    size_t bytes = 1;
    for (size_t i = 0; i < in->given_count; i++) bytes += in->given[i].form.n;
    reading r = {SG_NEW(a, char, bytes),
                 0,
                 SG_NEW(a, word, in->given_count + 1),
                 SG_NEW(a, span, in->given_count + 1),
                 SG_NEW(a, span, in->given_sentence_count + 1),
                 0,
                 0,
                 0};
    for (size_t i = 0; i < in->given_sentence_count; i++) add_sentence(&r, in, &in->given_sentences[i]);
    return r;
}

/* ---- aligning words ---- */

static bool same_letters(sg_str a, sg_str b) {
    size_t i = 0, k = 0;
    while (i < a.n && k < b.n)
        if (utf8proc_tolower((utf8proc_int32_t)sg_utf8_next(a, &i)) !=
            utf8proc_tolower((utf8proc_int32_t)sg_utf8_next(b, &k)))
            return false;
    return i == a.n && k == b.n;
}

static void match(reading *g, size_t i, reading *s, size_t k) {
    g->words[i].other = (long)k;
    s->words[k].other = (long)i;
}

/* Words gi..ge and si..se by their longest common subsequence. */
static void align_stretch(sg_arena *a, reading *g, size_t gi, size_t ge, reading *s, size_t si, size_t se) {
    size_t n = ge - gi, m = se - si;
    sg_mark mark = sg_arena_mark(a);
    uint32_t *best = SG_NEW(a, uint32_t, (n + 1) * (m + 1)); /* best[i][k]: from i and k to the ends */
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;) {
            uint32_t one = best[(i + 1) * (m + 1) + k], two = best[i * (m + 1) + k + 1], most = one > two ? one : two;
            if (same_letters(g->words[gi + i].row->form, s->words[si + k].row->form)) {
                uint32_t with = best[(i + 1) * (m + 1) + k + 1] + 1;
                if (with > most) most = with;
            }
            best[i * (m + 1) + k] = most;
        }
    for (size_t i = 0, k = 0; i < n && k < m;) {
        if (same_letters(g->words[gi + i].row->form, s->words[si + k].row->form)) match(g, gi + i++, s, si + k++);
        else if (best[i * (m + 1) + k] == best[(i + 1) * (m + 1) + k]) i++;
        else k++;
    }
    sg_arena_reset(a, mark);
}

static bool beyond(const reading *r, size_t i, size_t end) {
    if (i >= r->word_count) return true;
    return r->words[i].multi ? r->words[i].at.start >= end : r->words[i].at.end > end;
}

static size_t farther(const word *w, size_t end) {
    return w->multi && w->at.end > end ? w->at.end : end;
}

/* The stretch around a multi-word token grows until neither reading has one across its end. */
static void align_multi(sg_arena *a, reading *g, size_t *gi, reading *s, size_t *si) {
    word *gw = &g->words[*gi], *sw = &s->words[*si];
    size_t end = gw->multi ? gw->at.end : sw->at.end;
    if (gw->multi && !sw->multi && sw->at.start < gw->at.start) ++*si;
    if (!gw->multi && gw->at.start < sw->at.start) ++*gi;
    size_t from_g = *gi, from_s = *si;
    while (!beyond(g, *gi, end) || !beyond(s, *si, end)) {
        bool of_gold = *gi < g->word_count && (*si >= s->word_count || g->words[*gi].at.start <= s->words[*si].at.start);
        end = of_gold ? farther(&g->words[*gi], end) : farther(&s->words[*si], end);
        ++*(of_gold ? gi : si);
    }
    align_stretch(a, g, from_g, *gi, s, from_s, *si);
}

static void align(sg_arena *a, reading *g, reading *s) {
    for (size_t gi = 0, si = 0; gi < g->word_count && si < s->word_count;) {
        const word *gw = &g->words[gi], *sw = &s->words[si];
        if (gw->multi || sw->multi) align_multi(a, g, &gi, s, &si);
        else if (gw->at.start == sw->at.start && gw->at.end == sw->at.end) match(g, gi++, s, si++);
        else if (gw->at.start <= sw->at.start) gi++;
        else si++;
    }
}

/* ---- counting ---- */

static double f1(size_t right, size_t gold, size_t system) {
    return gold + system ? 2.0 * (double)right / (double)(gold + system) : 0.0;
}

static size_t common(const span *g, size_t n, const span *s, size_t m) {
    size_t right = 0;
    for (size_t i = 0, k = 0; i < n && k < m;) {
        if (g[i].start == s[k].start && g[i].end == s[k].end) right++, i++, k++;
        else if (g[i].start < s[k].start || (g[i].start == s[k].start && g[i].end < s[k].end)) i++;
        else k++;
    }
    return right;
}

static sg_str universal(sg_str label) {
    sg_str part = {0};
    sg_cut(&label, ':', &part);
    return part;
}

/* Every shared feature of `a` stands in `b` too. */
static bool features_in(sg_str a, sg_str b) {
    sg_str one, name, rest;
    while (sg_cut(&a, '|', &one)) {
        rest = one;
        sg_cut(&rest, '=', &name);
        if (!sg_list_has(shared_features, name)) continue;
        bool found = false;
        sg_str others = b, other;
        while (!found && sg_cut(&others, '|', &other)) found = sg_eq(other, one);
        if (!found) return false;
    }
    return true;
}

static bool same_parent(const reading *g, const word *gw, const word *sw) {
    if (sw->parent < 0) return gw->parent < 0;
    return gw->parent >= 0 && g->words[gw->parent].other == sw->parent;
}

bool sg_evalud(sg_arena *a, const sg_input *gold, const sg_input *system, sg_ud_score *score, const char **why) {
    reading g = read_input(a, gold), s = read_input(a, system);
    if (g.n != s.n || memcmp(g.letters, s.letters, g.n) != 0) {
        *why = "the two readings do not hold the same letters";
        return false;
    }
    align(a, &g, &s);
    size_t words = 0, upos = 0, feats = 0, lemmas = 0, uas = 0, las = 0;
    for (size_t i = 0; i < g.word_count; i++) {
        const word *gw = &g.words[i];
        if (gw->other < 0) continue;
        const word *sw = &s.words[gw->other];
        const sg_given_token *x = gw->row, *y = sw->row;
        bool parent = same_parent(&g, gw, sw);
        words++;
        upos += sg_eq(x->upos, y->upos);
        feats += features_in(x->feats, y->feats) && features_in(y->feats, x->feats);
        lemmas += sg_eqz(x->lemma, "_") || sg_eq(x->lemma, y->lemma);
        uas += parent;
        las += parent && sg_eq(universal(x->deprel), universal(y->deprel));
    }
    size_t n = g.word_count, m = s.word_count;
    *score = (sg_ud_score){f1(common(g.tokens, g.token_count, s.tokens, s.token_count), g.token_count, s.token_count),
                           f1(common(g.sents, g.sent_count, s.sents, s.sent_count), g.sent_count, s.sent_count),
                           f1(words, n, m),
                           f1(upos, n, m),
                           f1(feats, n, m),
                           f1(lemmas, n, m),
                           f1(uas, n, m),
                           f1(las, n, m)};
    return true;
}
