/* token.c: see token.h.
 *
 * Text is cut into atoms (a run of letters, a run of digits, any other character alone). After each atom
 * a small network, trained on treebanks, says: goes on, a word ends, or a sentence ends. It sees the
 * atoms around as hashed features; its sums are integers. Contractions are then cut by the model's lists.
 * Words and sentences are capped, so that text without blanks or stops costs no more than other text. */
#include "token.h"

#include <utf8proc.h>

#include "custom.h"

enum {
    WORD_MAX = 128,     /* bytes: nothing longer is a word */
    LETTERS_MAX = 48,   /* letters of one atom: longer runs are no words */
    EASY = 160,         /* words: from here a sentence is cut at a semicolon or stop, */
    HARD = 200,         /* from here at a comma, */
    SENTENCE_MAX = 250, /* and here anywhere: trees cost n * n */
    WRAP_MAX = 140,     /* characters: wider lines are paragraphs, not wrapped text */
    RAGGED = 6,         /* wrapped lines may lack up to this part of the widest: pages set in columns are uneven */
    SHORT = 3           /* a line that lacks more than this part of it ends a paragraph */
};

typedef struct cutter {
    sg_doc *d;
    const sg_model *m;
    sg_str text;
    const sg_block_text *block;
    bool paragraph;
    uint32_t start; /* first token of the sentence that is being made, or NONE */
    sg_atom *atoms;
    size_t count, cap;
    size_t chunk;                /* first atom since the last blank */
    size_t first;                /* first atom of the word that is being made */
    size_t answered;             /* the atom whose gap was answered with the one before it, */
    enum sg_answer answer;       /* and how */
    uint32_t words;              /* since the sentence began */
    bool address;                /* the chunk looks like an address */
    size_t whole_from, whole_to; /* atoms of the chunk's address, its last included: one word, whatever the network says */
    int open;                    /* brackets and quotes open in this sentence */
    sg_trace *trace;             /* training: the right answers, and where features go */
} cutter;

/* ---- atoms ---- */

static bool is_blank(uint32_t c) {
    if (c < 0x80) return c <= ' ' || c == 0x7F;
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP || k == UTF8PROC_CATEGORY_CC;
}

static enum sg_atom_kind kind_of(uint32_t c) {
    if (c < 0x80) {
        if (c >= '0' && c <= '9') return SG_DIGITS;
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? SG_LETTERS : SG_OTHER;
    }
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    if (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME) return SG_LETTERS;
    return k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO ? SG_DIGITS : SG_OTHER;
}

static uint32_t lower_of(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static uint32_t mix(uint32_t h, uint32_t v) {
    h = (h ^ v) * 0x9E3779B1u;
    return h ^ h >> 15;
}

/* One atom from byte `at`; its id tells its letters (without case; digits as noughts), its shape their kind. */
static sg_atom next_atom(sg_str text, uint32_t at, uint32_t end) {
    size_t i = at, next = at;
    uint32_t c = sg_utf8_next(text, &next), uppers = 0, n = 0;
    sg_atom a = {.start = at, .kind = (uint8_t)kind_of(c), .id = 1};
    a.upper = a.kind == SG_LETTERS && lower_of(c) != c;
    do {
        i = next;
        uint32_t low = a.kind == SG_DIGITS ? '0' : lower_of(c);
        uppers += low != c && a.kind == SG_LETTERS;
        a.id = mix(a.id, low);
        n++;
        if (i >= end || a.kind == SG_OTHER || n >= LETTERS_MAX) break;
        c = sg_utf8_next(text, &next);
    } while (kind_of(c) == (enum sg_atom_kind)a.kind);
    a.end = (uint32_t)(i < end ? i : end);
    uint32_t some = n < 4 ? n : n < 8 ? 4 : 5;
    if (a.kind == SG_OTHER) a.shape = mix(7, c);
    else a.shape = mix(mix(11 + a.kind, some), uppers == 0 ? 0 : uppers == n ? 1 : a.upper && uppers == 1 ? 2 : 3);
    return a;
}

static bool is_line_end(uint32_t c) {
    return c == '\n' || c == '\r';
}

/* Where the line begins in which the block does: behind a dateline or a label it is longer than what the block has of it. */
static uint32_t first_line(sg_str text, const sg_block_text *b) {
    uint32_t from = b->start;
    while (from && !is_line_end((unsigned char)text.s[from - 1])) from--;
    return from;
}

/* The longest line of the block, in bytes. */
static uint32_t widest(sg_str text, const sg_block_text *b) {
    uint32_t most = 0, from = first_line(text, b);
    for (uint32_t i = b->start; i <= b->end; i++) {
        if (i < b->end && !is_line_end((unsigned char)text.s[i])) continue;
        if (i - from > most) most = i - from;
        from = i + 1;
    }
    return most;
}

/* The line that an atom ends: its bytes, where the next begins (`from`, blanks included) and its first word, and the
 * longest of the block. */
typedef struct line_end {
    uint32_t line, stop, from, next, wide;
} line_end;

/* How much of the line would be left empty if the next line's first word stood on it, in bytes. */
static uint32_t left_empty(const cutter *c, const line_end *e) {
    uint32_t word = e->next;
    while (word < c->block->end && (unsigned char)c->text.s[word] > ' ') word++;
    uint32_t full = e->stop - e->line + 1 + (word - e->next);
    return full > e->wide ? 0 : e->wide - full + 1;
}

/* A line end is a mere wrap where the next word would hardly have fitted on the line. A paragraph ends with a short line,
 * or before a line that begins further in. */
static void set_line_gap(const cutter *c, sg_atom *a, const line_end *e) {
    bool wrapped = e->wide <= WRAP_MAX && e->wide >= 40;
    uint32_t empty = left_empty(c, e);
    uint32_t blanks = 0;
    while ((unsigned char)c->text.s[e->line + blanks] <= ' ') blanks++;
    bool indented = e->next - e->from > blanks;
    a->gap = wrapped && empty <= e->wide / RAGGED ? SG_WRAP : SG_LINE;
    a->paragraph = wrapped && (indented || empty > e->wide / SHORT);
}

static void find_atoms(cutter *c) {
    uint32_t at = c->block->start, end = c->block->end, line = first_line(c->text, c->block);
    uint32_t wide = widest(c->text, c->block);
    c->count = 0;
    while (at < end) {
        size_t next = at;
        uint32_t stop = NONE, from = at;
        bool blank = false;
        while (next < end) {
            size_t here = next;
            uint32_t ch = sg_utf8_next(c->text, &next);
            if (!is_blank(ch)) {
                next = here;
                break;
            }
            blank = true;
            if (is_line_end(ch) && stop == NONE) stop = (uint32_t)here;
            if (is_line_end(ch)) from = (uint32_t)next;
        }
        at = (uint32_t)(next < end ? next : end);
        if (blank && c->count) {
            sg_atom *last = &c->atoms[c->count - 1];
            last->gap = SG_BLANK;
            if (stop != NONE) set_line_gap(c, last, &(line_end){line, stop, from, at, wide});
        }
        if (stop != NONE) line = from;
        if (at >= end) break;
        *SG_PUSH(c->d->arena, c->atoms, c->count, c->cap) = next_atom(c->text, at, end);
        at = c->atoms[c->count - 1].end;
    }
}

/* ---- what the network sees ---- */

static const sg_atom nothing = {.kind = SG_OTHER, .gap = SG_LINE};

static const sg_atom *atom_at(const cutter *c, size_t i, long by) {
    long k = (long)i + by;
    return k < 0 || k >= (long)c->count ? &nothing : &c->atoms[k];
}

/* The nearest atom of letters, up to four away. */
static const sg_atom *letters_near(const cutter *c, size_t i, long step) {
    for (long k = 1, by = step > 0 ? 1 : 0; k <= 4; k++, by += step)
        if (atom_at(c, i, by)->kind == SG_LETTERS) return atom_at(c, i, by);
    return &nothing;
}

static uint32_t same_run(const cutter *c, size_t i, long step) {
    uint32_t n = 0;
    for (long by = step > 0 ? 1 : 0; n < 4 && atom_at(c, i, by)->id == atom_at(c, i, step > 0 ? 1 : 0)->id; by += step) n++;
    return n;
}

static uint32_t size_class(uint32_t n) {
    return n < 4 ? n : n < 7 ? 4 : n < 13 ? 5 : n < 26 ? 6 : n < 50 ? 7 : 8;
}

/* Features of the gap after atom i, as rows of the network's table. The order is part of the model. */
static void features(const cutter *c, size_t i, uint32_t *f) {
    const sg_atom *a1 = atom_at(c, i, 0), *a2 = atom_at(c, i, -1), *a3 = atom_at(c, i, -2);
    const sg_atom *b1 = atom_at(c, i, 1), *b2 = atom_at(c, i, 2), *b3 = atom_at(c, i, 3);
    uint32_t g = a1->gap, ga = mix(a2->gap, 3), gb = mix(b1->gap, 5), n = 0, sa = mix(a1->shape, g);
    uint32_t before = letters_near(c, i, -1)->id, after = letters_near(c, i, 1)->id;
    bool upper = letters_near(c, i, 1)->upper;
    uint32_t chunk = 1, words = size_class(c->words);
    for (size_t k = i - c->chunk > 5 ? i - 5 : c->chunk; k <= i; k++) chunk = mix(chunk, c->atoms[k].shape);
    uint32_t ahead = 1;
    for (long k = 1; k <= 4; k++) {
        ahead = mix(ahead, atom_at(c, i, k)->shape);
        if (atom_at(c, i, k)->gap != SG_TOUCH) break;
    }
    f[n++] = mix(a1->id, g);
    f[n++] = mix(b1->id, g);
    f[n++] = mix(sa, 1);
    f[n++] = mix(b1->shape, g);
    f[n++] = mix(mix(a1->id, b1->id), g);
    f[n++] = mix(sa, b1->shape);
    f[n++] = mix(mix(a2->id, ga), mix(a1->id, g));
    f[n++] = mix(mix(b1->id, gb), mix(b2->id, g));
    f[n++] = mix(mix(mix(a2->shape, ga), sa), b1->shape);
    f[n++] = mix(mix(mix(sa, b1->shape), gb), b2->shape);
    f[n++] = mix(mix(mix(a2->id, ga), mix(a1->id, g)), b1->shape);
    f[n++] = mix(sa, b1->id);
    f[n++] = mix(mix(a1->id, g), b1->shape);
    f[n++] = mix(mix(mix(mix(a3->shape, a3->gap), mix(a2->shape, ga)), sa), b1->shape);
    f[n++] = mix(mix(chunk, sa), b1->shape);
    f[n++] = mix(mix(ahead, sa), 9);
    f[n++] = mix(words, mix(a1->id, g));
    f[n++] = mix(words, mix(mix(sa, b1->shape), 3));
    f[n++] = mix((uint32_t)(c->open > 3 ? 3 : c->open), mix(sa, b1->shape));
    f[n++] = mix(c->address, mix(mix(sa, b1->shape), 17));
    f[n++] = mix(mix(mix(a2->id, ga), mix(a1->id, g)), b1->id);
    f[n++] = mix(mix(after, upper), mix(a1->id, g));
    f[n++] = mix(mix(before, a1->id), mix(g, upper));
    f[n++] = mix(mix(same_run(c, i, -1), same_run(c, i, 1)), mix(sa, b1->shape));
    f[n++] = mix(mix(chunk, ahead), g);
    f[n++] = mix(mix(mix(b1->shape, gb), mix(b2->shape, b2->gap)), mix(b3->shape, sa));
    for (uint32_t k = 0; k < n; k++) f[k] = mix(mix(f[k], k + 1), 77) % SG_CUT_ROWS;
}

/* What the network says of each answer for the gap after atom i. */
static void weigh(const cutter *c, const uint32_t *f, int32_t *sum) {
    int16_t hid[SG_CUT_WIDTH] = {0}; /* room for the sum of some hundred rows */
    int32_t on[SG_CUT_WIDTH];
    for (int k = 0; k < SG_CUT_FEATURES; k++) {
        const int8_t *row = c->m->cut + (size_t)f[k] * SG_CUT_WIDTH;
        for (int j = 0; j < SG_CUT_WIDTH; j++) hid[j] = (int16_t)(hid[j] + row[j]);
    }
    for (int j = 0; j < SG_CUT_WIDTH; j++) on[j] = hid[j] > 0 ? hid[j] : 0;
    for (int o = 0; o < 3; o++) {
        int32_t all = c->m->cut_out[3 * SG_CUT_WIDTH + o];
        for (int j = 0; j < SG_CUT_WIDTH; j++) all += on[j] * c->m->cut_out[o * SG_CUT_WIDTH + j];
        sum[o] = all;
    }
}

static sg_atoms atoms_of(const cutter *c) {
    return (sg_atoms){&c->m->marks, c->text, c->atoms, c->count};
}

/* A word with a stop, then a blank. Either the stop is the word's, and the sentence goes on, or it ends the sentence and
 * stands alone: the two gaps are answered together, by the sum of what the network says of both. */
static enum sg_answer decide_stop(cutter *c, size_t i, const int32_t *before, bool known) {
    uint32_t f[SG_CUT_FEATURES];
    int32_t after[3];
    bool whole = false;
    if (i + 2 < c->count) {
        features(c, i + 1, f);
        weigh(c, f, after);
        int32_t word = before[SG_GOES_ON] - before[SG_WORD_ENDS], on = after[SG_WORD_ENDS] - after[SG_SENTENCE_ENDS];
        bool open = c->atoms[i + 2].kind == SG_OTHER || c->atoms[i + 2].upper; /* others open no sentence */
        whole = known ? on >= 0 || !open : word >= 0 && word + on >= 0;
    }
    c->answered = i + 1;
    c->answer = whole ? SG_WORD_ENDS : SG_SENTENCE_ENDS;
    return whole ? SG_GOES_ON : SG_WORD_ENDS;
}

static enum sg_answer answer(cutter *c, size_t i, const uint32_t *f) {
    sg_atoms a = atoms_of(c);
    bool touch = c->atoms[i].gap == SG_TOUCH;
    if (c->answered == i) return c->answer;
    enum sg_answer custom = touch ? sg_custom(&a, i, c->start == NONE && i == c->first) : SG_UNSAID;
    int32_t sum[3];
    if (custom != SG_UNSAID) return custom;
    weigh(c, f, sum);
    enum sg_stop stop = sg_custom_stop(&a, i);
    if (stop != SG_NO_STOP) return decide_stop(c, i, sum, stop == SG_SHORT);
    enum sg_answer best = SG_WORD_ENDS;
    if (touch && sum[SG_GOES_ON] >= sum[best]) best = SG_GOES_ON;
    return sum[SG_SENTENCE_ENDS] > sum[best] ? SG_SENTENCE_ENDS : best;
}

static enum sg_answer decide(cutter *c, size_t i) {
    uint32_t f[SG_CUT_FEATURES];
    if (i + 1 == c->count) return SG_SENTENCE_ENDS;
    features(c, i, f);
    if (!c->trace) return answer(c, i, f);
    sg_trace *t = c->trace;
    bool touch = c->atoms[i].gap == SG_TOUCH;
    enum sg_answer right = (enum sg_answer)t->gold[c->atoms[i].end - 1];
    if (right == SG_GOES_ON && !touch) right = SG_WORD_ENDS;
    memcpy(t->feature + t->count * SG_CUT_FEATURES, f, sizeof f);
    t->label[t->count++] = (uint8_t)((unsigned)right | (touch ? 0u : 4u));
    return right;
}

/* ---- words ---- */

static sg_str part(const cutter *c, size_t from, size_t to) {
    return (sg_str){c->text.s + from, to - from};
}

static size_t lower_bytes(sg_str s, char *out) { /* out: WORD_MAX * 3 */
    size_t n = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t c = lower_of(sg_utf8_next(s, &i));
        if (c < 0x80) out[n++] = (char)c; /* nearly always */
        else n += (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out + n);
    }
    return n;
}

static void put(cutter *c, size_t from, size_t to) {
    sg_doc *d = c->d;
    sg_tok *t = SG_PUSH(d->arena, d->toks, d->tok_count, d->tok_cap);
    *t = (sg_tok){.start = (uint32_t)from,
                  .end = (uint32_t)to,
                  .sent = (uint32_t)d->sent_count,
                  .form = part(c, from, to),
                  .head = NONE,
                  .mwt = NONE,
                  .child = NONE,
                  .next = NONE};
    if (c->start == NONE) c->start = (uint32_t)d->tok_count - 1;
}

/* cuts: n places inside, then the end. */
static void put_mwt(cutter *c, size_t from, const size_t *cuts, size_t n) {
    sg_doc *d = c->d;
    uint32_t first = (uint32_t)d->tok_count;
    for (size_t i = 0; i <= n; i++) put(c, i ? cuts[i - 1] : from, cuts[i]);
    *SG_PUSH(d->arena, d->mwts, d->mwt_count, d->mwt_cap) =
        (sg_mwt){first, (uint32_t)d->tok_count - 1, (uint32_t)from, (uint32_t)cuts[n], part(c, from, cuts[n]), false};
    for (uint32_t i = first; i < d->tok_count; i++) d->toks[i].mwt = (uint32_t)d->mwt_count - 1;
}

/* "form<tab>4,6": cut after the 4th and the 6th character. A third cell: only if the next word asks for it. */
static size_t read_cuts(const cutter *c, sg_str line, size_t first, size_t last, size_t *cuts) {
    sg_str one = {0}, places = {0};
    size_t n = 0, from = c->atoms[first].start;
    sg_str form = part(c, from, c->atoms[last].end);
    sg_atoms a = atoms_of(c);
    sg_cut(&line, '\t', &one);
    sg_cut(&line, '\t', &places);
    if (line.n && !sg_custom_split(&a, last)) return 0;
    while (n < 7 && sg_cut(&places, ',', &one)) {
        size_t v = 0, byte = 0;
        for (size_t i = 0; i < one.n; i++) v = v * 10 + (size_t)(one.s[i] - '0');
        for (size_t k = 0; k < v && byte < form.n; k++) sg_utf8_next(form, &byte);
        if (byte > 0 && byte < form.n) cuts[n++] = from + byte;
    }
    return n;
}

/* The longest tail that the model knows as a word of its own, in bytes; 0 if none. The rest must end in a letter
 * or digit. A second cell: only the tail's last letter is the word, as in s'. */
static size_t tail_of(const cutter *c, sg_str form) {
    char low[WORD_MAX * 3];
    for (size_t n = form.n < 9 ? form.n - 1 : 8; n >= 2; n--) {
        size_t at = form.n - n;
        if (((unsigned char)form.s[at] & 0xC0) == 0x80) continue;
        sg_str tail = {form.s + at, n};
        long found = sg_words_find(&c->m->tails, (sg_str){low, lower_bytes(tail, low)});
        if (found < 0) continue;
        sg_str line = c->m->tails.line[found], one = {0};
        sg_cut(&line, '\t', &one);
        size_t letter = 0;
        while (line.n && letter < n && ((unsigned char)form.s[form.n - letter - 1] & 0xC0) == 0x80) letter++;
        return line.n ? letter + 1 : n;
    }
    return 0;
}

/* "Peru lets them in": some words are two ("Lets go") only where they open a sentence. */
static bool is_one(const cutter *c, sg_str low) {
    if (c->words < 2 || !c->d->lex) return false;
    sg_looked w = sg_lexicon_look(c->d->lex, low);
    return sg_kind_value(&w, "two where it opens") != NULL;
}

static void put_word(cutter *c, size_t first, size_t last) {
    size_t from = c->atoms[first].start, to = c->atoms[last].end;
    sg_str form = part(c, from, to);
    char low[WORD_MAX * 3];
    size_t cuts[8], n = 0;
    c->words++;
    if (form.n > 1 && form.n <= WORD_MAX && kind_of((unsigned char)form.s[0]) != SG_OTHER) {
        sg_str lower = {low, lower_bytes(form, low)};
        long at = sg_words_find(&c->m->splits, lower);
        size_t tail = at >= 0 ? 0 : tail_of(c, form);
        if (at >= 0 && !is_one(c, lower)) n = read_cuts(c, c->m->splits.line[at], first, last, cuts);
        else if (tail) cuts[n++] = to - tail;
    }
    cuts[n] = to;
    if (n) put_mwt(c, from, cuts, n);
    else put(c, from, to);
}

/* ---- sentences ---- */

static void close_sentence(cutter *c) {
    sg_doc *d = c->d;
    c->words = 0;
    c->open = 0;
    if (c->start == NONE) return;
    uint32_t count = (uint32_t)d->tok_count - c->start;
    *SG_PUSH(d->arena, d->sents, d->sent_count, d->sent_cap) = (sg_sent){.start = d->toks[c->start].start,
                                                                         .end = d->toks[d->tok_count - 1].end,
                                                                         .first = c->start,
                                                                         .count = count,
                                                                         .block = (uint32_t)(c->block - d->blocks),
                                                                         .root = c->start,
                                                                         .in_title = c->block->in_title,
                                                                         .paragraph = c->paragraph,
                                                                         .discarded = c->block->heading,
                                                                         .voice = c->block->voice,
                                                                         .given = NONE};
    c->start = NONE;
    c->paragraph = false;
}

static bool too_long(const cutter *c, const sg_atom *last) {
    char p = c->text.s[last->start];
    if (c->words >= SENTENCE_MAX) return true;
    return (c->words >= EASY && (p == ';' || p == '.')) || (c->words >= HARD && p == ',');
}

static char letter_at(const cutter *c, size_t i) {
    const sg_atom *a = atom_at(c, i, 0);
    return a->end > a->start ? c->text.s[a->start] : 0;
}

/* May atom i stand inside a host's or a mailbox's name? */
static bool in_host(const cutter *c, size_t i) {
    return atom_at(c, i, 0)->kind != SG_OTHER || (letter_at(c, i) && strchr(".-_+%", letter_at(c, i)));
}

/* The address that touches atom `mark` (an @, or the colon of ://) in the chunk from..last: its first and last atom
 * into whole_from and whole_to. A stop or bracket at the end is the sentence's. */
static bool address_around(cutter *c, size_t from, size_t mark, size_t last) {
    bool mail = letter_at(c, mark) == '@', dot = false;
    size_t a = mark, b = mail ? mark : last;
    while (a > from && (mail ? in_host(c, a - 1) : c->atoms[a - 1].kind != SG_OTHER)) a--;
    if (mail)
        while (b < last && in_host(c, b + 1)) b++;
    while (b > mark && c->atoms[b].kind == SG_OTHER && letter_at(c, b) != '/') b--;
    for (size_t k = mark + 1; k < b; k++) dot |= letter_at(c, k) == '.';
    if (a == mark || b <= mark + 1 || !dot) return false;
    c->whole_from = a;
    c->whole_to = b;
    return true;
}

/* Does the chunk that begins with atom i look like an address? Where one is plain, its span is noted. The look is
 * bounded: a chunk may be as long as the text. */
static bool is_address(cutter *c, size_t i) {
    enum { LOOK = 12, REACH = 60 };
    c->whole_from = c->whole_to = 0;
    for (size_t k = i; k < i + LOOK && k < c->count; k++) {
        bool mail = letter_at(c, k) == '@';
        bool web = letter_at(c, k) == ':' && letter_at(c, k + 1) == '/' && letter_at(c, k + 2) == '/';
        if (mail || web) {
            size_t last = k;
            while (last + 1 < c->count && last < k + REACH && c->atoms[last].gap == SG_TOUCH) last++;
            address_around(c, i, k, last);
        }
        if (mail || (letter_at(c, k) == '/' && k > i && letter_at(c, k - 1) == ':')) return true;
        if (c->atoms[k].gap != SG_TOUCH) return false;
    }
    return false;
}

static void note_brackets(cutter *c, const sg_atom *a) {
    if (a->kind != SG_OTHER) return;
    char p = c->text.s[a->start];
    if (p == '(' || p == '[' || p == '{') c->open++;
    if ((p == ')' || p == ']' || p == '}') && c->open) c->open--;
    if (p == '"') c->open = c->open ? c->open - 1 : 1;
}

static bool is_stop(char p) {
    return p == '.' || p == '?' || p == '!';
}

/* A stop, or a mark right behind it: a quotation mark, a bracket. */
static bool ends_with_stop(const cutter *c, size_t i) {
    if (is_stop(letter_at(c, i))) return true;
    bool mark = c->atoms[i].kind == SG_OTHER && letter_at(c, i) != ',' && letter_at(c, i) != '-';
    return mark && i && c->atoms[i - 1].gap == SG_TOUCH && is_stop(letter_at(c, i - 1));
}

/* Paragraph marks that became commas: "... in the north., The ...", "... in March. , , The ...". What may be an
 * abbreviation before its stop is left to the network. */
static bool is_stray_comma(const cutter *c, size_t i) {
    const sg_atom *a = atom_at(c, i, 0), *word = atom_at(c, i, -2), *next = atom_at(c, i, 1);
    if (letter_at(c, i) != ',' || !i || a->gap == SG_TOUCH || (next->kind == SG_LETTERS && !next->upper)) return false;
    if (letter_at(c, i - 1) != '.' || word->gap != SG_TOUCH || word->kind == SG_OTHER) return false;
    return c->atoms[i - 1].gap != SG_TOUCH || word->kind == SG_DIGITS || word->end - word->start >= (word->upper ? 7u : 4u);
}

/* "Vietnam, China agree": within a paragraph no sentence ends behind a comma, whatever the network says. */
static bool ends_at_comma(const cutter *c, size_t i) {
    return letter_at(c, i) == ',' && i + 1 < c->count && !c->atoms[i].paragraph;
}

/* "On 7 | February": between a day and its month no sentence ends, whatever the network says. */
static bool ends_within_date(const cutter *c, size_t i) {
    if (c->atoms[i].kind != SG_DIGITS || i + 1 >= c->count || c->atoms[i].paragraph) return false;
    const sg_atom *next = &c->atoms[i + 1];
    sg_str word = {c->text.s + next->start, next->end - next->start};
    if (next->kind != SG_LETTERS || !c->d->lex) return false;
    sg_rows rows = sg_lexicon_find(c->d->lex, SG_T_GRAMMAR, sg_fold(c->d->arena, word, NULL));
    for (size_t k = 0; k < rows.count; k++)
        if (!strcmp(rows.row[k]->cell[1], "month")) return true;
    return false;
}

static bool is_apostrophe(const cutter *c, size_t i) {
    const sg_atom *a = &c->atoms[i];
    sg_str mark = {c->text.s + a->start, a->end - a->start};
    return a->kind == SG_OTHER && (sg_eqz(mark, "'") || sg_eqz(mark, "\xe2\x80\x98") || sg_eqz(mark, "\xe2\x80\x99"));
}

/* "The Farmers' | Union": behind an owner in the plural no sentence ends, unless a quotation was opened by such a mark. */
static bool ends_at_owner(const cutter *c, size_t i) {
    enum { REACH = 80 };
    if (!i || i + 1 >= c->count || c->atoms[i].paragraph || !is_apostrophe(c, i)) return false;
    const sg_atom *word = &c->atoms[i - 1];
    bool owner = word->kind == SG_LETTERS && word->gap == SG_TOUCH && c->text.s[word->end - 1] == 's';
    if (!owner || c->atoms[i].gap == SG_TOUCH || c->atoms[i + 1].kind != SG_LETTERS) return false;
    size_t k = i - 1;
    for (; k > 0 && i - k < REACH; k--) {
        bool opens = c->atoms[k].gap == SG_TOUCH && c->atoms[k - 1].gap != SG_TOUCH;
        if (opens && (is_apostrophe(c, k) || letter_at(c, k) == '`')) return false;
    }
    return k > 0 || !is_apostrophe(c, 0);
}

/* Does a number with a fraction, 10-7/8, run on after atom i? */
static bool in_mixed_fraction(const cutter *c, size_t i) {
    for (size_t k = 0; k < 4 && k <= i; k++) {
        bool fits = i - k + 4 < c->count && letter_at(c, i - k + 1) == '-' && letter_at(c, i - k + 3) == '/';
        for (size_t j = 0; fits && j < 5; j += 2) fits = c->atoms[i - k + j].kind == SG_DIGITS;
        for (size_t j = 0; fits && j < 4; j++) fits = c->atoms[i - k + j].gap == SG_TOUCH;
        if (fits) return true;
    }
    return false;
}

/* Where the lines show the end of a paragraph, a stop ends the sentence, be it an abbreviation's too. */
static bool must_end(const cutter *c, size_t i) {
    return (c->atoms[i].paragraph && ends_with_stop(c, i)) || is_stray_comma(c, i);
}

static void cut_block(cutter *c) {
    c->paragraph = true;
    c->start = NONE;
    c->chunk = 0;
    c->words = 0;
    c->open = 0;
    find_atoms(c);
    if (!c->count) return;
    c->address = is_address(c, 0);
    c->first = 0;
    c->answered = c->count;
    for (size_t i = 0; i < c->count; i++) {
        const sg_atom *a = &c->atoms[i];
        note_brackets(c, a);
        enum sg_answer what = decide(c, i);
        if (!c->trace && c->whole_from <= i && i < c->whole_to) what = SG_GOES_ON;
        if (!c->trace && i + 1 == c->whole_from && what == SG_GOES_ON) what = SG_WORD_ENDS;
        if (!c->trace && in_mixed_fraction(c, i)) what = SG_GOES_ON;
        if (!c->trace && what == SG_SENTENCE_ENDS && ends_at_comma(c, i)) what = SG_WORD_ENDS;
        if (!c->trace && what == SG_SENTENCE_ENDS && ends_within_date(c, i)) what = SG_WORD_ENDS;
        if (!c->trace && what == SG_SENTENCE_ENDS && ends_at_owner(c, i)) what = SG_WORD_ENDS;
        if (!c->trace && must_end(c, i)) what = SG_SENTENCE_ENDS;
        if (what == SG_GOES_ON && c->atoms[i + 1].end - c->atoms[c->first].start > WORD_MAX) what = SG_WORD_ENDS;
        if (what != SG_GOES_ON) {
            put_word(c, c->first, i);
            bool space = a->gap != SG_TOUCH || i + 1 == c->count;
            c->d->toks[c->d->tok_count - 1].space_after = space;
            if (c->d->toks[c->d->tok_count - 1].mwt != NONE) c->d->mwts[c->d->mwt_count - 1].space_after = space;
            c->first = i + 1;
            if (what == SG_SENTENCE_ENDS || too_long(c, a)) close_sentence(c);
        }
        if (a->gap != SG_TOUCH) {
            c->chunk = i + 1;
            c->address = i + 1 < c->count && is_address(c, i + 1);
        }
    }
    close_sentence(c);
}

/* ---- sentences that came with the document ---- */

/* Equal for one speaker, 0 for none. */
static uint32_t voice_of(sg_str speaker) {
    return speaker.n ? (uint32_t)sg_hash(SG_HASH, speaker.s, speaker.n) >> 1 | 1 : 0;
}

static void take_given(sg_doc *d) {
    const sg_input *in = d->in;
    d->toks = SG_RAW(d->arena, sg_tok, in->given_count);
    d->tok_cap = in->given_count;
    for (size_t i = 0; i < in->given_sentence_count; i++) {
        const sg_given_sentence *g = &in->given_sentences[i];
        sg_sent s = {.start = g->start,
                     .end = g->end,
                     .first = (uint32_t)d->tok_count,
                     .given = (uint32_t)i,
                     .paragraph = g->paragraph,
                     .voice = voice_of(g->speaker),
                     .root = (uint32_t)d->tok_count};
        for (size_t k = g->first; k < g->first + g->count; k++) {
            const sg_given_token *t = &in->given[k];
            bool space = !(t->misc.n >= 13 && t->misc.s && sg_list_has(sg_dup(d->arena, t->misc), SG_LIT("SpaceAfter=No")));
            if (t->last > t->first) {
                *SG_PUSH(d->arena, d->mwts, d->mwt_count, d->mwt_cap) =
                    (sg_mwt){s.first + t->first - 1, s.first + t->last - 1, t->start, t->end, t->form, space};
                continue;
            }
            bool none = t->feats.n == 0 || sg_eqz(t->feats, "_");
            uint32_t m =
                d->mwt_count && d->mwts[d->mwt_count - 1].last >= d->tok_count && d->mwts[d->mwt_count - 1].first >= s.first
                    ? (uint32_t)d->mwt_count - 1
                    : NONE;
            *SG_PUSH(d->arena, d->toks, d->tok_count, d->tok_cap) =
                (sg_tok){.start = t->start,
                         .end = t->end,
                         .sent = (uint32_t)d->sent_count,
                         .form = t->form,
                         .lemma = sg_dup(d->arena, t->lemma),
                         .feats = none ? NULL : sg_dup(d->arena, t->feats),
                         .label = sg_dup(d->arena, t->deprel),
                         .bits = sg_feats_of(t->feats),
                         .head = t->head ? s.first + t->head - 1 : NONE,
                         .upos = (uint8_t)sg_upos_of(t->upos),
                         .deprel = (uint8_t)sg_deprel_of(t->deprel),
                         .space_after = space,
                         .mwt = m,
                         .child = NONE,
                         .next = NONE};
        }
        s.count = (uint32_t)d->tok_count - s.first;
        for (uint32_t k = s.first; k < d->tok_count; k++)
            if (d->toks[k].head != NONE && d->toks[k].head >= d->tok_count) d->toks[k].head = NONE;
        if (s.count) *SG_PUSH(d->arena, d->sents, d->sent_count, d->sent_cap) = s;
    }
}

void sg_tokenise(sg_doc *d, const sg_model *m) {
    if (d->in->given_sentence_count) {
        take_given(d);
        return;
    }
    cutter c = {.d = d, .m = m};
    for (size_t i = 0; i < d->block_count; i++) {
        c.text = sg_doc_text(d, d->blocks[i].in_title);
        c.block = &d->blocks[i];
        cut_block(&c);
    }
}

void sg_tokenise_trace(sg_doc *d, const sg_model *m, sg_trace *t) {
    cutter c = {.d = d, .m = m, .trace = t, .text = d->text};
    for (size_t i = 0; i < d->block_count; i++) {
        c.block = &d->blocks[i];
        cut_block(&c);
    }
}
