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

/* ---- a state that is called like another land's region ---- */

/* The row of the region that is called like the state: "Georgia", of the USA; or NULL. */
static const sg_row *region_alike(const sg_doc *d, const sg_hit *h) {
    bool state = h->row->table == SG_T_COUNTRIES && !strcmp(h->row->cell[C_KIND], "name") && h->first == h->last;
    const char *code = state ? sg_says(d, h->first, "state like region") : NULL, *name = h->row->cell[C_FORM];
    size_t n = code ? strlen(name) : 0, count;
    const sg_row *rows = sg_lexicon_rows(d->lex, SG_T_COUNTRIES, &count);
    for (size_t i = 0; code && i < count; i++) { /* "Georgia, U.S." */
        bool same = !strcmp(rows[i].cell[C_CODE], code) && !strcmp(rows[i].cell[C_KIND], "territory");
        if (same && !strncmp(rows[i].cell[C_FORM], name, n) && rows[i].cell[C_FORM][n] == ',') return &rows[i];
    }
    return NULL;
}

/* Is the hit another region of that land: Florida? */
static bool is_sister(const sg_hit *h, const sg_row *region) {
    return h && h->row != region && h->row->table == SG_T_COUNTRIES && !strcmp(h->row->cell[C_KIND], "territory") &&
           !strcmp(h->row->cell[C_CODE], region->cell[C_CODE]);
}

static const sg_hit *hit_on(const sg_doc *d, uint32_t t) {
    return t < d->tok_count && d->toks[t].hit != NONE ? &d->hits[d->toks[t].hit] : NULL;
}

/* "Authorities in Georgia and Florida", "won Georgia, Michigan and Ohio": in one row with another region. */
static bool is_in_row(const sg_doc *d, const sg_hit *h, const sg_row *region) {
    uint32_t next = h->last + 1, sent = d->toks[h->first].sent;
    if (next + 1 < d->tok_count && d->toks[next + 1].sent == sent &&
        (sg_eqz(d->toks[next].form, ",") || d->toks[next].upos == SG_POS_CCONJ) && is_sister(hit_on(d, next + 1), region))
        return true;
    bool back = h->first > 1 && d->toks[h->first - 2].sent == sent &&
                (sg_eqz(d->toks[h->first - 1].form, ",") || d->toks[h->first - 1].upos == SG_POS_CCONJ);
    return back && is_sister(hit_on(d, h->first - 2), region);
}

/* What the word, or the phrase that it heads ("secretary of state"), is to a region: office, people; or NULL. */
static const char *kind_of_region(const sg_doc *d, uint32_t t) {
    const char *one = sg_kind_value(&d->toks[t].by_lemma, "of a region");
    const sg_hit *h = hit_on(d, t);
    if (one || !h || h->row->table != SG_T_ROLES) return one;
    sg_looked phrase = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(h->row->cell[0]), NULL));
    return sg_kind_value(&phrase, "of a region");
}

/* "The US state of Georgia", "the Justice Department sued Georgia": so the region's own land calls it, and deals with it. */
static bool is_called_region(const sg_doc *d, const sg_hit *h, const sg_row *region) {
    uint32_t head = d->toks[h->first].head;
    if (head == NONE || !head) return false;
    bool sued = d->toks[h->first].deprel == SG_DEP_OBJ && sg_kind_value(&d->toks[head].by_lemma, "sues region");
    bool called = d->toks[h->first].deprel == SG_DEP_NMOD && sg_kind_value(&d->toks[head].by_lemma, "is a region");
    const sg_sent *s = &d->sents[d->toks[head].sent];
    for (uint32_t t = called ? head - 1 : s->first; sued || called ? t < head : false; t++) {
        const sg_hit *by = hit_on(d, t);
        bool land = by && (by->row->table == SG_T_COUNTRIES || sg_is_organ(by->row)) && by->row != region;
        if (land && !strcmp(by->row->cell[C_CODE], region->cell[C_CODE])) return true;
    }
    return false;
}

/* "the governor of Georgia", "Georgia's secretary of state", "a Georgia judge", "the US state of Georgia": what regions have
 * and states have not, or have by their adjective alone ("a Georgian judge"). */
static bool has_office_of_region(const sg_doc *d, const sg_hit *h) {
    uint32_t head = d->toks[h->first].head, sent = d->toks[h->first].sent;
    const char *of = head == NONE ? NULL : kind_of_region(d, head);
    uint8_t rel = d->toks[h->first].deprel;
    bool beside = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NMOD_UNMARKED;
    bool owner = rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD || beside;
    if (of && *of == 'o' && owner) return true;               /* office: whoever owns it */
    if (of && *of == 'p' && beside && !d->sents[sent].in_title) return true; /* people: where the adjective would stand */
    uint32_t next = h->last + 1;
    if (next < d->tok_count && sg_eqz(d->toks[next].form, "'s")) next++;
    bool there = next < d->tok_count && d->toks[next].sent == sent;
    const char *then = there ? sg_kind_value(&d->toks[next].by_lemma, "of a region") : NULL;
    return then && *then == 'o';
}

/* Nothing but its own name, which may be the region's, speaks for the state. */
static bool is_state_told(const sg_doc *d, const sg_row *state) {
    for (size_t i = 0; i < d->hit_count; i++) {
        const sg_row *row = d->hits[i].row;
        bool of_land = row->table == SG_T_COUNTRIES || row->table == SG_T_HOLDERS || row->table == SG_T_ORGANS;
        if (of_land && row != state && !strcmp(row->cell[row->table == SG_T_COUNTRIES ? C_CODE : 1], state->cell[C_CODE]))
            return true;
    }
    return false;
}

/* A town or county of the region, by the grammar: "Atlanta", "Fulton County". */
static bool is_town_told(const sg_doc *d, const char *state) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const char *of = sg_is_capital(&d->toks[t]) ? sg_says(d, t, "town of region") : NULL;
        if (of && !strcmp(of, state)) return true;
    }
    return false;
}

/* "Georgia" means the region throughout, where its offices, its towns or other regions in one row say so, and nothing
 * speaks for the state. */
void sg_states_like_regions(sg_doc *d) {
    const sg_row *region = NULL, *state = NULL;
    bool meant = false;
    for (size_t i = 0; i < d->hit_count; i++) {
        const sg_row *row = region_alike(d, &d->hits[i]);
        if (!row) continue;
        region = row, state = d->hits[i].row;
        meant |= is_called_region(d, &d->hits[i], region) || is_in_row(d, &d->hits[i], region);
        meant |= has_office_of_region(d, &d->hits[i]) ||
                 is_town_told(d, state->cell[C_CODE]);
    }
    if (!region || !meant || is_state_told(d, state)) return;
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row == state) d->hits[i].row = region;
}
