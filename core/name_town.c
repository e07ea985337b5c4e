/* name_town.c: see name_in.h. Large towns that only the gazetteer knows, in the text and in its dateline: "Congress
 * workers" in Bhopal are India's, though nothing but the town says so. */
#include "name_in.h"

#include "gazetteer.h"

enum {
    LEAST = 50000, /* people: smaller ones are called like anybody */
    TOWN_WORDS = 3,
    KEY_ROOM = 128
};

/* The state of the large town so called; NULL where there is none, or a given name of people. */
static const char *town_state(const sg_doc *d, const sg_gazetteer *g, sg_str key) {
    if (!key.n || sg_lexicon_find(d->lex, SG_T_GIVEN, key).count) return NULL;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, key);
    if (rows.count) return strlen(rows.row[0]->cell[C_CODE]) == 3 ? rows.row[0]->cell[C_CODE] : NULL;
    return sg_gazetteer_town(g, sg_hash(SG_HASH, key.s, key.n), LEAST);
}

/* The longest name of a town that opens at the word; its last word, or NONE. */
static uint32_t town_at(const sg_doc *d, const sg_gazetteer *g, uint32_t first, const char **state) {
    char key[KEY_ROOM];
    size_t n = 0;
    uint32_t best = NONE;
    for (uint32_t t = first; t < d->tok_count && t < first + TOWN_WORDS; t++) {
        const sg_tok *k = &d->toks[t];
        bool may = k->sent == d->toks[first].sent && k->upos == SG_POS_PROPN && k->hit == NONE;
        if (!may || !sg_key_add(key, sizeof key, &n, k->key)) break;
        const char *code = town_state(d, g, (sg_str){key, n});
        if (code) best = t, *state = code;
    }
    return best;
}

/* The state of the dateline's town, or NULL. */
static const char *dateline_state(const sg_doc *d, const sg_gazetteer *g) {
    if (d->dateline[1] <= d->dateline[0] || d->dateline[1] > d->text.n) return NULL;
    sg_str line = {d->text.s + d->dateline[0], d->dateline[1] - d->dateline[0]};
    char key[KEY_ROOM];
    size_t n = 0, at = 0;
    const char *best = NULL;
    for (int words = 0; words < TOWN_WORDS && at < line.n; words++) {
        size_t end = at;
        while (end < line.n && !strchr(" ,:;(-/", line.s[end]) && (unsigned char)line.s[end] != 0xE2) end++;
        sg_str word = sg_fold(d->arena, (sg_str){line.s + at, end - at}, NULL);
        if (end == at || !sg_key_add(key, sizeof key, &n, word)) break;
        const char *code = town_state(d, g, (sg_str){key, n});
        best = code ? code : best;
        if (end < line.n && line.s[end] == '/') return NULL; /* "DHAKA/LIMA" */
        if (end >= line.n || line.s[end] != ' ') break;
        at = end + 1;
    }
    return best;
}

/* The state that the towns so far speak for, and how much more than all others (Boyer and Moore's vote). */
typedef struct tally {
    const char *state;
    unsigned lead;
} tally;

static void vote(tally *y, const char *state, unsigned votes) {
    if (y->state && !strcmp(y->state, state)) y->lead += votes;
    else if (y->lead >= votes) y->lead -= votes;
    else *y = (tally){state, votes - y->lead};
}

const char *sg_state_of_towns(const sg_doc *d) {
    enum { DATELINE = 4 }; /* for how many towns it counts */
    const sg_gazetteer *g = sg_lexicon_gazetteer(d->lex);
    if (!g) return NULL;
    const char *state = dateline_state(d, g);
    tally y = {state, state ? DATELINE : 0};
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        uint32_t last = k->upos == SG_POS_PROPN && k->hit == NONE ? town_at(d, g, t, &state) : NONE;
        if (last == NONE) continue;
        vote(&y, state, 1);
        t = last;
    }
    return y.lead ? y.state : NULL;
}

/* ---- towns told with their region ---- */

/* Lands whose towns are so often called as older ones that their region is told with them. */
static bool names_again(const sg_doc *d, const sg_row *region) {
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(region->cell[C_CODE]), NULL));
    return sg_kind_value(&w, "towns called alike") != NULL;
}

/* The region so called, by its name or as datelines cut it short ("Ky.", "N.C."); NULL where it is none. */
static const sg_row *region_of(const sg_doc *d, sg_str key) {
    if (key.n && key.s[key.n - 1] == '.') key.n--;
    sg_looked w = sg_lexicon_look(d->lex, key);
    const char *full = sg_kind_value(&w, "region short for");
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, full ? sg_str_of(full) : key);
    bool region = rows.count && !strcmp(rows.row[0]->cell[C_KIND], "territory");
    return region && names_again(d, rows.row[0]) ? rows.row[0] : NULL;
}

/* The region behind the words of the hit, parted by a comma, and parted from what follows too, where that is no list. */
static const sg_row *region_behind(const sg_doc *d, const sg_hit *h) {
    char key[KEY_ROOM];
    size_t n = 0;
    const sg_sent *s = &d->sents[d->toks[h->first].sent];
    uint32_t t = h->last + 2, stop = s->first + s->count;
    if (t >= stop || !sg_eqz(d->toks[h->last + 1].form, ",")) return NULL;
    for (; t < stop && t < h->last + 2 + TOWN_WORDS; t++) {
        if (!sg_is_capital(&d->toks[t]) || !sg_key_add(key, sizeof key, &n, d->toks[t].key)) return NULL;
        const sg_row *region = region_of(d, (sg_str){key, n});
        bool parted = t + 1 >= stop || d->toks[t + 1].upos == SG_POS_PUNCT;
        bool listed = t + 2 < stop && parted && (d->toks[t + 2].upos == SG_POS_CCONJ || sg_is_capital(&d->toks[t + 2]));
        if (region && parted) return listed ? NULL : region;
    }
    return NULL;
}

static bool is_town(const sg_row *row) {
    return row->table == SG_T_COUNTRIES && sg_list_has("city|capital", sg_str_of(row->cell[C_KIND]));
}

/* From here on, and before, the town so called is that of the region. */
static void move_town(sg_doc *d, const sg_row *town, const sg_row *region) {
    if (!region || !strcmp(region->cell[C_CODE], town->cell[C_CODE])) return;
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row == town) d->hits[i].row = region;
}

/* "LONDON, Ky. -": the town and the region of the dateline. */
static void move_town_of_dateline(sg_doc *d) {
    if (d->dateline[1] <= d->dateline[0] || d->dateline[1] > d->text.n) return;
    sg_str rest = {d->text.s + d->dateline[0], d->dateline[1] - d->dateline[0]}, town, region;
    if (!sg_cut(&rest, ',', &town) || !sg_cut(&rest, ',', &region)) return;
    while (region.n && *region.s == ' ') region.s++, region.n--;
    for (size_t i = 0; i < region.n; i++)
        if (strchr("(-", region.s[i])) region.n = i;
    while (region.n && region.s[region.n - 1] == ' ') region.n--;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_fold(d->arena, town, NULL));
    if (rows.count && is_town(rows.row[0])) move_town(d, rows.row[0], region_of(d, sg_fold(d->arena, region, NULL)));
}

void sg_towns_by_region(sg_doc *d) {
    move_town_of_dateline(d);
    for (size_t i = 0; i < d->hit_count; i++)
        if (is_town(d->hits[i].row)) move_town(d, d->hits[i].row, region_behind(d, &d->hits[i]));
}
