/* refer_trait.c: see refer_in.h. A land told by what kind of land it is: "Norway ... the Nordic country", "Qatar ... the
 * oil-rich emirate", or by where it lies: "Niger ... its southern neighbour". What each word may stand for is world/traits,
 * and world/borders; of these the text named one last. */
#include "refer_in.h"

enum { LISTS = 4 };

/* The lands that the words from `first` on may stand for, the longest phrase of them; its words are counted. */
static const char *lands_of(const sg_doc *d, uint32_t first, uint32_t stop, uint32_t *words) {
    enum { LONGEST = 4, LANDS_CELL = 1 };
    const char *found = NULL;
    const char *key = "";
    bool joined = true; /* by a hyphen, or nothing stands before it */
    for (uint32_t i = first; i < stop && i - first < LONGEST; i++) {
        bool hyphen = sg_eqz(d->toks[i].form, "-");
        key = sg_printf(d->arena, "%s%s%s", key, joined || hyphen ? "" : " ", sg_dup(d->arena, d->toks[i].form));
        joined = hyphen;
        sg_rows rows = sg_lexicon_find(d->lex, SG_T_TRAITS, sg_fold(d->arena, sg_str_of(key), NULL));
        if (rows.count) found = rows.row[0]->cell[LANDS_CELL], *words = i + 1 - first;
    }
    return found;
}

/* What the words before the noun, and the noun, say of the land. */
static size_t traits_of(const sg_doc *d, uint32_t t, const char *lists[LISTS]) {
    enum { BEFORE = 7 };
    uint32_t first = t, from = d->sents[d->toks[t].sent].first;
    while (first > from && t - first < BEFORE && sg_is_below(d, first - 1, t, BEFORE)) {
        if (d->toks[first - 1].deprel == SG_DEP_DET) break;
        first--;
    }
    size_t n = 0;
    for (uint32_t i = first, words = 1; i <= t && n < LISTS; i += words, words = 1) {
        const char *lands = lands_of(d, i, i == t ? t + 1 : t, &words);
        if (lands) lists[n++] = lands;
    }
    return n;
}

/* Is the state that is named at `i` one of all the lists? */
static bool fits(const sg_doc *d, uint32_t i, const char *const *lists, size_t n) {
    const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
    if (!n || !e || e->by != SG_BY_NAME || !sg_land_is_state(e->country)) return false;
    for (size_t k = 0; k < n; k++)
        if (!sg_list_has(lists[k], sg_str_of(e->country))) return false;
    return true;
}

/* "Chile", "the Chilean army" as a subject. */
static bool leads(const sg_doc *d, uint32_t i) {
    const sg_tok *k = &d->toks[i];
    return sg_is_subject(k) || (is_modifier(k) && k->head != NONE && sg_is_subject(&d->toks[k->head]));
}

/* "Chad cut its links with the landlocked state": does the land at `i` stand in the subject of the verb whose object the
 * word, or the phrase that it is in, is? Who does something does it to another one. */
static bool does_it_to(const sg_doc *d, uint32_t i, uint32_t t) {
    enum { DEEP = 4 };
    uint32_t top = t;
    for (int n = 0; n < DEEP && d->toks[top].deprel == SG_DEP_NMOD && d->toks[top].head != NONE; n++) top = d->toks[top].head;
    uint8_t rel = d->toks[top].deprel;
    uint32_t verb = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_IOBJ ? d->toks[top].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && sg_is_below(d, i, c, DEEP)) return true;
    return false;
}

bool sg_trait_here(sg_doc *d, uint32_t t) {
    enum { FAR = 6 }; /* sentences */
    const char *lists[LISTS];
    bool two;
    if (!grammar(d, t, "land of some kind") || (d->toks[t].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD || d->toks[c].deprel == SG_DEP_APPOS) return false; /* "the island of Mindanao" */
    if (!sg_is_definite(d, t, &two)) return false;
    size_t n = traits_of(d, t, lists);
    uint32_t named = NONE; /* last; in its sentence the subject before others */
    for (uint32_t i = n ? t : 0; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR && t - i < REACH;) {
        if (named != NONE && d->toks[i].sent != d->toks[named].sent) break;
        if (fits(d, i, lists, n) && !does_it_to(d, i, t) && (named == NONE || (leads(d, i) && !leads(d, named)))) named = i;
    }
    const char *land = named == NONE ? NULL : d->ents[d->toks[named].ent].country;
    if (land) sg_countries_here(d, t, &land, 1);
    return named != NONE;
}

/* "That country", with nothing else beside it. */
static bool points_away(const sg_doc *d, uint32_t t) {
    bool points = false;
    if (!grammar(d, t, "land of some kind") || (d->toks[t].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        points |= rel == SG_DEP_DET && grammar(d, c, "points away");
        if (rel == SG_DEP_NMOD || rel == SG_DEP_APPOS || rel == SG_DEP_ACL_RELCL || is_modifier(&d->toks[c])) return false;
    }
    return points;
}

/* The state that the word at `i` names, or whose people; NULL. */
static const char *state_named(const sg_doc *d, uint32_t i) {
    const sg_hit *h = sg_hit_over(d, i, SG_T_COUNTRIES, SG_T_COUNTRIES);
    return h && h->head == i && sg_land_is_state(h->row->cell[C_CODE]) ? sg_land_then(d, h->row->cell[C_CODE]) : NULL;
}

/* "Attacked Algerians, after that country's police ...", "Kenya has a quarrel with Uganda. That country ...": the land named
 * last, and not the one that the text is about, which is "the country". */
bool sg_that_land_here(sg_doc *d, uint32_t t) {
    if (d->hall || d->orator || !points_away(d, t)) return false;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= 1 && !d->sents[d->toks[i].sent].in_title;) {
        const char *land = state_named(d, i);
        if (!land || (leads(d, i) && d->toks[i].sent == d->toks[t].sent)) continue; /* "Chad left that country" */
        sg_countries_here(d, t, &land, 1);
        return true;
    }
    return false;
}

const char *sg_neighbour_of(const sg_doc *d, uint32_t t, const char *land) {
    enum { FAR = 8, NEIGHBOURS = 1 }; /* sentences; the cell */
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_BORDERS, sg_fold(d->arena, sg_str_of(land), NULL));
    const char *beside = rows.count ? rows.row[0]->cell[NEIGHBOURS] : NULL;
    for (uint32_t i = beside ? t : 0; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR && t - i < REACH;)
        if (fits(d, i, &beside, 1)) return d->ents[d->toks[i].ent].country;
    return NULL;
}
