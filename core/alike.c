/* alike.c: see alike.h. */
#include "alike.h"

static const double INITIAL = 0.9, SURE_WORD = 0.85, UNSURE = 0.9; /* one word must be sure, or all count less */
static const double SOUNDED = 0.97;                                /* what is alike by its sounds only */
static const double WHOLE = SG_RUN_TOGETHER;
static const double SLACK = 1e-6; /* what sums round off */

/* Letters that one transliteration or one ear writes for another. */
static const char *const classes[] = {"ckqgx", "yij", "vwbfp", "sz", "ouw", "eaiy", "td", "lr", "nm", "hkg", "xs"};
static const char vowels[] = "aeiou", light[] = "aeiouhy"; /* light: soon left out */

enum { OTHER = SG_OTHER_LETTER, KINDS };

/* Costs of writing one letter for another and of leaving one out, in twentieths, so that sums are exact. */
enum { WHOLLY = 20, KIN = 7, VOWELS = 10, LIGHT = 12, SWAPPED = 12 };

/* Groups of letters by which languages write one sound; longer ones first. */
static const char *const sounds[][2] = {{"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"ch", "c"},
                                        {"sh", "s"},   {"zh", "z"},  {"kh", "h"},  {"ph", "f"},  {"ck", "k"},
                                        {"ou", "u"},   {"oo", "u"},  {"w", "v"}};
enum { SOUNDS = sizeof sounds / sizeof *sounds };

sg_kinship sg_kinship_of(void) {
    sg_kinship k;
    memset(k.cost, WHOLLY, sizeof k.cost);
    memset(k.gap, WHOLLY, sizeof k.gap);
    for (const char *c = light; *c; c++) k.gap[sg_letter_number(*c)] = LIGHT;
    for (const char *a = vowels; *a; a++)
        for (const char *b = vowels; *b; b++) k.cost[sg_letter_number(*a)][sg_letter_number(*b)] = VOWELS;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        for (const char *a = classes[i]; *a; a++)
            for (const char *b = classes[i]; *b; b++) k.cost[sg_letter_number(*a)][sg_letter_number(*b)] = KIN;
    for (size_t a = 0; a < KINDS; a++) {
        k.near[a] = UINT32_C(1) << a;
        if (a != OTHER) k.cost[a][a] = 0;
        for (size_t b = 0; b < KINDS; b++)
            if (k.cost[a][b] < WHOLLY) k.near[a] |= UINT32_C(1) << b;
    }
    memset(k.then, 0, sizeof k.then);
    for (size_t i = 0; i < SOUNDS; i++) {
        const char *s = sounds[i][0];
        k.then[sg_letter_number(s[0])] |= s[1] ? UINT32_C(1) << sg_letter_number(s[1]) : UINT32_MAX;
    }
    return k;
}

uint32_t sg_letters_in(sg_str s) {
    uint32_t bits = 0;
    for (size_t i = 0; i < s.n; i++) bits |= UINT32_C(1) << sg_letter_number(s.s[i]);
    return bits;
}

static void set_part(sg_str s, sg_part *p) {
    p->n = s.n < SG_LETTERS ? s.n : SG_LETTERS;
    p->own = 0;
    for (size_t i = 0; i < p->n; i++) {
        size_t x = sg_letter_number(s.s[i]);
        p->byte[i] = s.s[i], p->letter[i] = (uint8_t)x;
        p->own |= UINT32_C(1) << x;
    }
}

/* What the letters of `a` cost at least that are not among those: each is left out or stands for another. */
static inline unsigned lonely(const sg_kinship *k, const sg_part *a, uint32_t among) {
    unsigned sum = 0;
    if (!(a->own & ~among)) return 0;
    for (size_t i = 0; i < a->n; i++) {
        unsigned x = a->letter[i];
        if (x == OTHER || among >> x & 1) continue;
        sum += k->near[x] & among ? KIN : k->gap[x];
    }
    return sum;
}

/* What the letters from each on cost at least, as above. */
static void left_over(const sg_kinship *k, const sg_part *a, uint32_t among, unsigned rest[SG_LETTERS + 1]) {
    rest[a->n] = 0;
    for (size_t i = a->n; i-- > 0;) {
        unsigned x = a->letter[i], known = x == OTHER || among >> x & 1;
        rest[i] = rest[i + 1] + (known ? 0 : k->near[x] & among ? KIN : k->gap[x]);
    }
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Damerau's distance of two words (restricted), by letters' costs; any number above `most` where it is sure to be more: so
 * it is where the places in the words differ by more than can be left out for that. */
static unsigned distance(const sg_kinship *k, const sg_part *a, const sg_part *b, unsigned most) {
    unsigned t[SG_LETTERS + 1][SG_LETTERS + 2], rest[SG_LETTERS + 1], lowest = 0, before, reach = most / LIGHT;
    left_over(k, a, b->own, rest);
    t[0][0] = 0;
    for (size_t j = 1; j <= b->n; j++) t[0][j] = t[0][j - 1] + k->gap[b->letter[j - 1]];
    for (size_t i = 1; i <= a->n; i++) {
        unsigned x = a->letter[i - 1], leave = k->gap[x];
        const uint8_t *cost = k->cost[x];
        before = lowest;
        lowest = t[i][0] = t[i - 1][0] + leave;
        size_t from = i > reach + 1 ? i - reach : 1, to = i + reach < b->n ? i + reach : b->n;
        if (from > 1) t[i][from - 1] = most + 1;
        t[i][to + 1] = most + 1;
        for (size_t j = from; j <= to; j++) {
            unsigned y = b->letter[j - 1];
            bool same = x == OTHER && a->byte[i - 1] == b->byte[j - 1];
            unsigned v = t[i - 1][j - 1] + (same ? 0 : cost[y]);
            v = least(v, least(t[i - 1][j] + leave, t[i][j - 1] + k->gap[y]));
            if (i > 1 && j > 1 && a->byte[i - 1] == b->byte[j - 2] && a->byte[i - 2] == b->byte[j - 1])
                v = least(v, t[i - 2][j - 2] + SWAPPED);
            t[i][j] = v;
            lowest = least(lowest, v);
        }
        if (lowest + rest[i] > most && before + rest[i - 1] > most) return most + 1;
    }
    return t[a->n][b->n];
}

/* 1 is equal, 0 nothing alike. What is sure to lie below `floor` is 0: most words share too few letters or are too
 * unlike in length to be compared at all. */
static double word_likeness(const sg_kinship *k, const sg_part *a, const sg_part *b, double floor) {
    if (!a->n || !b->n) return 0;
    size_t longer = a->n > b->n ? a->n : b->n, shorter = a->n > b->n ? b->n : a->n;
    unsigned most = (unsigned)((1 - floor) * WHOLLY * (double)longer + 1e-6);
    if (LIGHT * (longer - shorter) > most || lonely(k, a, b->own) > most || lonely(k, b, a->own) > most) return 0;
    unsigned d = distance(k, a, b, most);
    double like = 1 - (double)d / (double)(WHOLLY * longer);
    return d > most || like < 0 ? 0 : like;
}

bool sg_next_word(sg_str s, size_t *at, sg_str *word) {
    while (*at < s.n && (s.s[*at] == ' ' || s.s[*at] == '-')) (*at)++;
    size_t from = *at;
    while (*at < s.n && s.s[*at] != ' ' && s.s[*at] != '-') (*at)++;
    *word = *at > from ? (sg_str){s.s + from, *at - from} : (sg_str){0};
    return word->n > 0;
}

/* A name without the gaps between its words; SG_LETTERS of it are enough. */
static sg_str run_together(sg_str name, char room[SG_LETTERS]) {
    size_t n = 0, i = 0;
    for (sg_str w; n < SG_LETTERS && sg_next_word(name, &i, &w);)
        for (size_t k = 0; k < w.n && n < SG_LETTERS; k++) room[n++] = w.s[k];
    return (sg_str){room, n};
}

static bool begins_with(sg_str w, size_t at, const char *letters) {
    if (w.s[at] != *letters) return false; /* nearly always */
    size_t n = strlen(letters);
    return at + n <= w.n && memcmp(w.s + at, letters, n) == 0;
}

/* May letters for one sound begin anywhere in the word? */
static bool may_sound(const sg_kinship *k, const sg_part *p) {
    for (size_t i = 0; i < p->n; i++)
        if (k->then[p->letter[i]] >> (i + 1 < p->n ? p->letter[i + 1] : OTHER) & 1) return true;
    return false;
}

/* The word with one letter for each sound. */
static sg_str by_sound(const sg_kinship *kin, sg_str w, char room[SG_LETTERS], bool *other) {
    size_t n = 0;
    for (size_t i = 0; i < w.n && n < SG_LETTERS;) {
        size_t k = kin->then[sg_letter_number(w.s[i])] ? 0 : SOUNDS, len = 1;
        while (k < SOUNDS && !begins_with(w, i, sounds[k][0])) k++;
        if (k < SOUNDS) len = strlen(sounds[k][0]), *other = true;
        room[n++] = k < SOUNDS ? sounds[k][1][0] : w.s[i];
        i += len;
    }
    return (sg_str){room, n};
}

static void spell_words(const sg_kinship *k, sg_str name, sg_spelling *out) {
    size_t i = 0;
    char room[SG_LETTERS];
    out->count = 0;
    for (sg_str w; out->count < SG_NAME_WORDS && sg_next_word(name, &i, &w); out->count++) {
        set_part(w, &out->word[out->count]);
        out->sounds[out->count] = false;
        if (!may_sound(k, &out->word[out->count])) continue;
        sg_str sound = by_sound(k, w, room, &out->sounds[out->count]);
        if (out->sounds[out->count]) set_part(sound, &out->sound[out->count]);
    }
}

static void spell_whole(sg_str name, sg_spelling *out) {
    char room[SG_LETTERS];
    set_part(run_together(name, room), &out->whole);
}

static const sg_part *sound_of(const sg_spelling *s, size_t i) {
    return s->sounds[i] ? &s->sound[i] : &s->word[i];
}

/* A short word must be liker. */
static double least_like(const sg_part *a) {
    return a->n > 3 ? 0.55 : 0.5;
}

/* The likest pair of words not yet paired; 0: none is left that is like at all. */
static double pair_off(const sg_spelling *a, const sg_spelling *b, double like[SG_NAME_WORDS][SG_NAME_WORDS]) {
    double best = 0;
    size_t x = 0, y = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (like[i][j] > best && like[i][j] >= least_like(&a->word[i])) best = like[i][j], x = i, y = j;
    for (size_t j = 0; best > 0 && j < b->count; j++) like[x][j] = -1;
    for (size_t i = 0; best > 0 && i < a->count; i++) like[i][y] = -1;
    return best;
}

/* The part of a word that a cost is of. */
static double share(unsigned cost, size_t letters) {
    return (double)cost / (double)(WHOLLY * letters);
}

/* Two words of names; an initial is like any word that begins with it ("B. Johnson"). */
static double pair_likeness(const sg_kinship *k, const sg_spelling *a, size_t i, const sg_spelling *b, size_t j,
                            double need) {
    if (a->word[i].n == 1 && a->count > 1) return b->word[j].n && a->word[i].byte[0] == b->word[j].byte[0] ? INITIAL : 0;
    double like = word_likeness(k, &a->word[i], &b->word[j], need), floor = (like > need ? like : need) / SOUNDED;
    if (like >= SOUNDED || floor > 1 || (!a->sounds[i] && !b->sounds[j])) return like;
    double sound = SOUNDED * word_likeness(k, sound_of(a, i), sound_of(b, j), floor);
    return sound > like ? sound : like;
}

/* ---- outlines ---- */

/* Letters and length of a word in one number. */
static uint32_t glimpse_of(const sg_part *p) {
    return (uint32_t)(p->n - 1) << (OTHER + 1) | p->own;
}

static unsigned length_of(uint32_t seen) {
    return (seen >> (OTHER + 1)) + 1;
}

static uint32_t letters_of(uint32_t seen) {
    return seen & ((UINT32_C(1) << (OTHER + 1)) - 1);
}

size_t sg_outline(const sg_kinship *k, sg_str name, uint32_t out[SG_OUTLINE]) {
    sg_spelling s;
    spell_words(k, name, &s);
    out[0] = (uint32_t)s.count;
    for (size_t i = 0; i < s.count; i++) {
        out[1 + 2 * i] = glimpse_of(&s.word[i]);
        out[2 + 2 * i] = glimpse_of(sound_of(&s, i));
    }
    return 1 + 2 * s.count;
}

/* The most that a word can be like one of that length with those letters; `known` where it is no more than that. */
static inline double most_like(const sg_kinship *k, const sg_part *a, uint32_t seen, double known) {
    unsigned n = length_of(seen), longer = a->n > n ? (unsigned)a->n : n;
    unsigned room = (unsigned)((1 - known) * (double)(WHOLLY * longer));
    unsigned cost = LIGHT * (2 * longer - (unsigned)a->n - n);
    if (cost > room) return known;
    unsigned own = lonely(k, a, letters_of(seen));
    if (own > cost) cost = own;
    return cost > room ? known : 1 - share(cost, longer);
}

/* The most that word i can be like any of the name, as written or as it sounds; `known` where it is no more. */
static double most_like_any(const sg_kinship *k, const sg_spelling *a, size_t i, const uint32_t *outline, double known) {
    const uint32_t *word = outline + 1;
    for (uint32_t j = 0; j < outline[0] && known < 1; j++) known = most_like(k, &a->word[i], word[2 * j], known);
    for (uint32_t j = 0; j < outline[0] && known < SOUNDED; j++)
        if (a->sounds[i] || word[2 * j + 1] != word[2 * j])
            known = SOUNDED * most_like(k, sound_of(a, i), word[2 * j + 1], known / SOUNDED);
    return known;
}

/* The least that word i must be like for the name to be as like as `floor`, if all others are found as they stand. */
static double least_of(const sg_spelling *a, size_t i, double floor) {
    double count = (double)a->count, least = least_like(&a->word[i]), rest = floor * count - (count - 1);
    return (rest > least ? rest : least) - SLACK;
}

/* By the outline: the most that each word of `a` can be like any of the name's; false: too little for `floor`. */
static bool may_match(const sg_kinship *k, const sg_spelling *a, const uint32_t *outline, double floor,
                      double most[SG_NAME_WORDS]) {
    double hope = (double)a->count;
    for (size_t i = 0; i < a->count; i++) {
        double least = least_of(a, i, floor), best = most_like_any(k, a, i, outline, least);
        if (a->word[i].n == 1 && a->count > 1) best = INITIAL;
        most[i] = best > least ? best : 0;
        hope -= 1 - most[i];
        if (hope + SLACK < floor * (double)a->count) return false;
    }
    return true;
}

/* Names may be cut otherwise: can they be as like run together? */
static bool may_match_whole(const sg_kinship *k, const sg_spelling *a, const uint32_t *outline, double floor) {
    unsigned n = 0;
    uint32_t letters = 0;
    if (a->count < 2 || a->count == outline[0]) return false;
    for (uint32_t j = 0; j < outline[0]; j++) n += length_of(outline[1 + 2 * j]), letters |= letters_of(outline[1 + 2 * j]);
    if (n >= SG_LETTERS || outline[0] == SG_NAME_WORDS) return true; /* there may be more than is seen */
    return n && WHOLE * most_like(k, &a->whole, (n - 1) << (OTHER + 1) | letters, 0) + SLACK >= floor;
}

/* The mean over the words of `a` of the likest word of `b`, in any order, none taken twice. `most`: the most that each
 * word of `a` can be like. */
static double by_words(const sg_kinship *k, const sg_spelling *a, const sg_spelling *b, double floor,
                       const double most[SG_NAME_WORDS]) {
    double table[SG_NAME_WORDS][SG_NAME_WORDS], sum = 0, one, count = (double)a->count, hope = 0;
    for (size_t i = 0; i < a->count; i++) hope += most[i];
    if (hope + SLACK < floor * count) return 0;
    for (size_t i = 0; i < a->count; i++) {
        double best = 0, need = least_like(&a->word[i]), rest = floor * count - (hope - most[i]) - SLACK;
        if (rest > need) need = rest;
        for (size_t j = 0; j < b->count; j++) {
            table[i][j] = pair_likeness(k, a, i, b, j, need);
            if (table[i][j] > best) best = table[i][j];
        }
        hope -= most[i] - best; /* the most that the words can still come to */
        if (hope + SLACK < floor * count) return 0;
    }
    double best = 0;
    while ((one = pair_off(a, b, table)) > 0) sum += one, best = one > best && one != INITIAL ? one : best;
    return sum / count * (a->count > 1 && best < SURE_WORD ? UNSURE : 1);
}

void sg_make_alike(sg_alike *x, sg_str name) {
    x->kin = sg_kinship_of();
    spell_words(&x->kin, name, &x->name);
    spell_whole(name, &x->name);
}

/* Each word is at best as like as its letters are found in the other. */
bool sg_may_be_alike(const sg_alike *x, uint32_t letters, double floor) {
    const sg_spelling *a = &x->name;
    double lost = 0, most = 1 - floor + 1e-6;
    unsigned all = 0;
    for (size_t i = 0; i < a->count; i++) {
        unsigned cost = lonely(&x->kin, &a->word[i], letters);
        if (cost) lost += share(cost, a->word[i].n);
        all += cost;
    }
    return lost <= most * (double)a->count || a->whole.n == SG_LETTERS || share(all, a->whole.n) <= most;
}

double sg_alike_by(const sg_alike *x, sg_str name, const uint32_t *outline, double floor) {
    const sg_kinship *k = &x->kin;
    const sg_spelling *a = &x->name;
    sg_spelling b;
    double most[SG_NAME_WORDS];
    for (size_t i = 0; i < a->count; i++) most[i] = 1;
    if (!a->count) return 0;
    if (outline && floor > 0 && !may_match(k, a, outline, floor, most) && !may_match_whole(k, a, outline, floor)) return 0;
    spell_words(k, name, &b);
    double by_word = by_words(k, a, &b, floor, most);
    if (a->count < 2 || a->count == b.count || by_word > WHOLE) return by_word;
    spell_whole(name, &b);
    double whole = WHOLE * word_likeness(k, &a->whole, &b.whole, (by_word > floor ? by_word : floor) / WHOLE);
    return whole > by_word ? whole : by_word;
}
