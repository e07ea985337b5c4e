/* refer_take.c: see refer_in.h. A word takes the party of another: of the mention before it in its chain, or of what was
 * said last and fits (subjects first, number and personhood must agree), or lands that stand for it. */
#include "refer_in.h"

bool sg_is_whole_number(const sg_doc *d, uint32_t all) {
    uint32_t number = all + 1, up = d->toks[all].head;
    if (d->toks[all].deprel != SG_DEP_DET || number >= d->tok_count || !grammar(d, all, "all of them")) return false;
    return d->toks[number].upos == SG_POS_NUM && (number == up || d->toks[number].head == up);
}

bool sg_is_definite(const sg_doc *d, uint32_t t, bool *two) {
    bool the = false, both = false, number = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool pair = grammar(d, c, "pair") != NULL;
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) the = true;
        if (sg_is_whole_number(d, c)) the = true;
        if (pair && d->toks[c].upos == SG_POS_NUM) number = true;
        else if (pair) both = true;
    }
    *two = both || (the && number);
    return the || both;
}

bool sg_is_bare_the(const sg_doc *d, uint32_t t) {
    bool two;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (is_modifier(&d->toks[c]) || rel == SG_DEP_NMOD || rel == SG_DEP_NUMMOD || rel == SG_DEP_APPOS) return false;
        if (rel == SG_DEP_ACL_RELCL || rel == SG_DEP_FLAT) return false;
    }
    return sg_is_definite(d, t, &two);
}

bool sg_is_group_again(const sg_doc *d, uint32_t t, uint32_t before) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool two;
    if (!h || strcmp(h->row->cell[R_KIND], "group") != 0 || !sg_is_definite(d, t, &two)) return false;
    return sg_eq(d->toks[before].lemma_key, d->toks[t].lemma_key);
}

bool sg_want_body(const sg_doc *d, const sg_tok *k) {
    return k->ent_count == 1 && !d->ents[k->ent].person && d->ents[k->ent].group;
}

bool sg_want_state(const sg_doc *d, const sg_tok *k) {
    return sg_want_body(d, k) && sg_refer_is_state(&d->ents[k->ent]);
}

bool sg_want_many(const sg_doc *d, const sg_tok *k) {
    if (k->ent_count > 1) return true;
    if (!k->ent_count) return false;
    const sg_ent *e = &d->ents[k->ent];
    if (e->plural || (e->sector && !e->person)) return e->group;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count) return true;
    return false;
}

bool sg_want_several(const sg_doc *d, const sg_tok *k) {
    return k->ent_count > 1 && d->ents[k->ent].sector;
}

uint32_t sg_antecedent_of(const sg_doc *d, uint32_t t, wanted *fits) {
    uint32_t best = NONE;
    int top = INT32_MIN;
    for (uint32_t i = sg_reach_back(d, t); i < t; i++) {
        const sg_tok *k = &d->toks[i];
        if (!fits(d, k)) continue;
        int score = (sg_is_subject(k) ? 3 : is_modifier(k) ? -1 : 1) - 2 * (int)(d->toks[t].sent - k->sent);
        if (score < top) continue;
        top = score;
        best = i;
    }
    return best;
}

static void copy_one(sg_doc *d, uint32_t t, uint32_t from, uint8_t by) {
    for (uint32_t n = 0; n < d->toks[from].ent_count && d->toks[t].ent_count < MOST; n++) {
        uint32_t old = d->toks[from].ent + n;
        sg_ent e = d->ents[old];
        e.first = e.last = e.head = t;
        e.same = e.same != NONE ? e.same : old;
        e.by = by;
        if (!d->toks[t].ent_count) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
}

void sg_copy_all(sg_doc *d, uint32_t t, uint32_t from, uint8_t by, bool coordinated) {
    if (from == NONE) return;
    d->toks[t].ent_count = 0;
    copy_one(d, t, from, by);
    for (uint32_t c = d->toks[from].child; coordinated && c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && c != t) copy_one(d, t, c, by);
}

uint32_t sg_speaker_at(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, steps = 0; d->toks[i].head != NONE && steps < 64; steps++) {
        uint8_t rel = d->toks[i].deprel;
        i = d->toks[i].head;
        if (rel != SG_DEP_CCOMP && rel != SG_DEP_PARATAXIS) continue;
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next)
            if (sg_is_subject(&d->toks[c]) && d->toks[c].ent_count) return c;
    }
    return NONE;
}

void sg_countries_here(sg_doc *d, uint32_t t, const char *const *codes, size_t count) {
    d->toks[t].ent_count = 0;
    for (size_t i = 0; i < count; i++) {
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .country = codes[i],
                    .cameo = codes[i],
                    .by = SG_BY_DESCRIPTION,
                    .name_by = SG_BY_INFERRED,
                    .group = true,
                    .same = NONE};
        sg_rows named = sg_lexicon_by(d->lex, SG_WAY_COUNTRY, sg_str_of(codes[i]));
        if (named.count) e.name = named.row[0]->cell[0];
        if (!i) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
}

const sg_tok *sg_head_of(const sg_doc *d, uint32_t ref) {
    return &d->toks[d->refs[ref].head];
}

int sg_knows_ref(const sg_doc *d, uint32_t ref) {
    const sg_tok *t = sg_head_of(d, ref);
    int best = 0;
    for (uint32_t n = 0; n < t->ent_count; n++) best = d->ents[t->ent + n].country ? 2 : best ? best : 1;
    if (d->refs[ref].form != SG_REF_PAIR) return best;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count)
            best = d->ents[d->toks[c].ent].country ? 2 : best ? best : 1;
    return best;
}

uint32_t sg_told_ref(const sg_doc *d, uint32_t ref) {
    uint32_t some = NONE;
    for (uint32_t u = d->refs[ref].before, steps = 0; u != NONE && steps < WALK; u = d->refs[u].before, steps++) {
        int known = sg_knows_ref(d, u);
        if (known == 2) return u;
        if (known && some == NONE) some = u;
    }
    return some;
}

/* "The Korean and US ministers": trees may join adjective and noun, where the noun is that of both. */
static bool shares_noun(const sg_doc *d, const sg_tok *k) {
    if (k->deprel != SG_DEP_CONJ || k->head == NONE || !k->ent_count || !d->toks[k->head].ent_count) return false;
    const sg_row *noun = d->ents[k->ent].row[0];
    bool role = noun && noun->table == SG_T_ROLES && d->ents[d->toks[k->head].ent].row[0] == noun;
    return role && !sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES);
}

void sg_copy_ref(sg_doc *d, uint32_t t, uint32_t ref, uint8_t by) {
    if (ref == NONE) return;
    const sg_tok *k = sg_head_of(d, ref);
    if (shares_noun(d, k)) sg_copy_all(d, t, k->head, by, true);
    else sg_copy_all(d, t, d->refs[ref].head, by, d->refs[ref].form == SG_REF_PAIR);
}

void sg_copy_each(sg_doc *d, uint32_t t, const uint32_t *from, size_t count) {
    d->toks[t].ent_count = 0;
    for (size_t i = 0; i < count; i++) copy_one(d, t, from[i], SG_BY_DESCRIPTION);
}

void sg_copy_two(sg_doc *d, uint32_t t, const uint32_t two[TOP]) {
    d->toks[t].ent_count = 0;
    for (int i = 0; i < TOP && (!i || two[i] != two[0]); i++) copy_one(d, t, two[i], SG_BY_DESCRIPTION);
}
