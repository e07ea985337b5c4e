/* name_surname.c: see name_in.h. "Rosa Bishop" is no bishop, nor is "Bishop" later on. */
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
