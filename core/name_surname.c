/* name_surname.c: see name_in.h. "Rosa Bishop" is no bishop, nor is "Bishop" later on; "Chad Obi" is no land. */
#include "name_in.h"

static bool is_person(const sg_tok *t) {
    return t->name == SG_NAME_PERSON || t->name == SG_NAME_PERSON_ON;
}

/* One word of a role in a capital that is a surname too: "Bishop", "King", "Mufti". */
static bool may_be_surname(const sg_doc *d, const sg_hit *h) {
    if (h->row->table != SG_T_ROLES || h->first != h->last) return false;
    const sg_tok *t = &d->toks[h->first];
    return sg_is_capital(t) && t->upos == SG_POS_PROPN && !t->caps && sg_kind_value(&t->by_key, "surname");
}

/* Does a given name stand before it, or what is read as one, and no title: "Aisha Mufti", not "Cardinal Bishop"? */
static bool is_borne(const sg_doc *d, uint32_t t) {
    const sg_tok *before = t > d->sents[d->toks[t].sent].first ? &d->toks[t - 1] : NULL;
    if (!before || before->upos != SG_POS_PROPN || !sg_is_capital(before)) return false;
    if (sg_hit_over(d, t - 1, SG_T_ROLES, SG_T_ROLES)) return false;
    bool given = sg_lexicon_find(d->lex, SG_T_GIVEN, before->key).count > 0;
    return given || (is_person(before) && d->toks[t].name == SG_NAME_PERSON_ON);
}

/* "Bishop Tutu", "the King": somebody's title all the same. */
static bool is_title(const sg_doc *d, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    bool named = t + 1 < s->first + s->count && d->toks[t + 1].upos == SG_POS_PROPN;
    return named || (t > s->first && d->toks[t - 1].upos == SG_POS_DET);
}

/* All that bear the surname of the hit. */
static void strike(sg_doc *d, size_t borne) {
    sg_str name = d->toks[d->hits[borne].first].key;
    for (size_t i = 0; i < d->hit_count; i++) {
        sg_hit *h = &d->hits[i];
        bool again = may_be_surname(d, h) && sg_eq(d->toks[h->first].key, name);
        if (again && (i == borne || !is_title(d, h->first))) h->row = NULL;
    }
    sg_pack_hits(d);
}

void sg_tell_surnames_apart(sg_doc *d) {
    for (size_t i = 0; i < d->hit_count;) {
        if (may_be_surname(d, &d->hits[i]) && is_borne(d, d->hits[i].first)) strike(d, i), i = 0;
        else i++;
    }
}

/* A plain name of a land, a town or a region, and no adjective or people. */
static bool is_land_name(const sg_hit *h) {
    return h->row->table == SG_T_COUNTRIES && sg_list_has("name|variant|capital|city|territory", sg_str_of(h->row->cell[C_KIND]));
}

/* Is the word one that families or people are called by, in no table of the world's bodies and places? */
static bool is_bearers_word(const sg_doc *d, uint32_t t) {
    enum { KIND = 2 };
    const sg_tok *k = &d->toks[t];
    sg_rows found = sg_lexicon_find(d->lex, SG_T_BEARERS, k->key);
    bool borne = found.count && !*found.row[0]->cell[KIND];
    return borne && k->deprel == SG_DEP_FLAT && !(k->bits & SG_FEAT_PLUR);
}

/* "The minister of Chad Obi": an office stands before it, whose land it is. */
static bool is_served(const sg_doc *d, uint32_t t) {
    bool of = t > d->sents[d->toks[t].sent].first + 1 && sg_eqz(d->toks[t - 1].key, "of");
    return of && sg_hit_over(d, t - 2, SG_T_ROLES, SG_T_ROLES);
}

/* "Chad Obi", "Paris Lind", "Virginia Ruiz": a name that people bear too, before another of theirs that means nothing else. */
static bool is_first_name(const sg_doc *d, const sg_hit *h) {
    uint32_t n = h->last + 1;
    if (!is_land_name(h) || h->first != h->last || n >= d->tok_count || d->toks[n].sent != d->toks[h->last].sent) return false;
    const sg_tok *k = &d->toks[n], *t = &d->toks[h->last];
    if (k->upos != SG_POS_PROPN || !sg_is_capital(k) || k->caps || t->caps || t->end + 1 != k->start) return false;
    if (sg_hit_over(d, n, 0, SG_T_REGIONS) || is_served(d, h->first)) return false;
    if (k->name == SG_NAME_PERSON_ON) return is_person(t);
    bool town = sg_list_has("capital|city|territory", sg_str_of(h->row->cell[C_KIND]));
    return town && t->name == SG_NAME_PLACE && k->name == SG_NAME_PLACE_ON && is_bearers_word(d, n); /* taken for one place */
}

void sg_tell_bearers_apart(sg_doc *d) {
    bool any = false;
    for (size_t i = 0; i < d->hit_count; i++)
        if (is_first_name(d, &d->hits[i])) any = true, d->hits[i].row = NULL;
    if (any) sg_pack_hits(d);
}
