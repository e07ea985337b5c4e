/* refer_accused.c: see refer_in.h. Who stands before police and courts: "Ana Quispe was charged", "the arrest of Ana
 * Quispe". Nothing but the network says what such a one is, who is known by name alone, and where it is not sure it takes
 * what stands around him, a ministry bombed, a judge, for his own: he is a private person. The words are grammar.tsv's
 * `prosecuted`. */
#include "refer_in.h"

/* Where he stands beside a word of the kind: `whom` its object, or its subject in a passive; `passive` the latter alone
 * ("was accused": states accuse one another in the active); `who` its subject ("pleaded guilty"); `of` a noun's own; `one` a
 * word for such a one. */
static bool says_prosecuted(const sg_doc *d, uint32_t t, const char *how) {
    const char *says = grammar(d, t, "prosecuted");
    sg_str rest = sg_str_of(says ? says : ""), one;
    while (sg_cut(&rest, '|', &one))
        if (sg_list_has(how, one)) return true;
    return false;
}

static bool has_passive(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ_PASS || d->toks[c].deprel == SG_DEP_AUX_PASS) return true;
    return false;
}

/* "Ana Quispe, charged with murder", "Ana Quispe, who was jailed". */
static bool is_prosecuted_below(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c < t || !says_prosecuted(d, c, "whom|passive")) continue;
        bool past = (d->toks[c].bits & SG_FEAT_PART) && !(d->toks[c].bits & SG_FEAT_PRES);
        if ((rel == SG_DEP_ACL && past) || (rel == SG_DEP_ACL_RELCL && has_passive(d, c))) return true;
    }
    return false;
}

static bool is_prosecuted(const sg_doc *d, uint32_t t) {
    static const char *const of[] = {"of"};
    const sg_tok *k = &d->toks[t];
    if (is_prosecuted_below(d, t)) return true;
    if (k->head == NONE) return false;
    if (k->deprel == SG_DEP_NSUBJ_PASS) return says_prosecuted(d, k->head, "whom|passive");
    if (k->deprel == SG_DEP_OBJ) return says_prosecuted(d, k->head, "whom");
    if (k->deprel == SG_DEP_NSUBJ) return says_prosecuted(d, k->head, "who");
    bool own = k->deprel == SG_DEP_NMOD_POSS || (k->deprel == SG_DEP_NMOD && sg_author_case(d, t, of, 1));
    return own && says_prosecuted(d, k->head, "of");
}

/* Whom only the network knows, and not surely. */
static bool is_guess(const sg_doc *d, const sg_ent *e) {
    const sg_meant *m = e->head == NONE ? NULL : &d->toks[e->head].meant;
    return m && e->by == SG_BY_INFERRED && e->name && e->person && e->sector && m->p < SURE;
}

/* What the text says of him by an office, by a word for what he is, or by a name that tables have, is no guess. */
static bool is_told(const sg_doc *d, const sg_ent *e) {
    if (e->same != NONE && d->ents[e->same].by == SG_BY_INFERRED) return false; /* "Quispe", behind "Ana Quispe" */
    bool said = e->by == SG_BY_NAME || e->by == SG_BY_OFFICE || e->by == SG_BY_DESCRIPTION;
    return said && e->sector && strcmp(e->sector, "CVL") != 0;
}

void sg_put_right(sg_doc *d, uint32_t t, const char *sector) {
    for (uint8_t i = 0; d->sectors && d->sectors[i]; i++)
        if (!strcmp(d->sectors[i], sector)) d->toks[t].meant.sector = i;
}

/* Those to whom the name was handed on, "she", "Quispe", with it. */
static void make_private(sg_doc *d, const char *name) {
    const sg_row *row = sg_row_of_sector(d, "CVL");
    for (size_t i = 0; row && i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        if (e->name != name || !e->sector) continue;
        sg_actor_serve(d->arena, e, e->country, NULL, row->cell[R_SECTOR], row->cell[R_CAMEO]);
        if (e->head != NONE) sg_put_right(d, e->head, row->cell[R_SECTOR]);
    }
}

/* "The defendant", "the plaintiff": the words around such a one are of courts, and he is of none. */
static void heed_own_words(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        const sg_ent *e = &d->ents[i];
        bool own = e->head != NONE && e->row[0] && e->row[0]->table == SG_T_ROLES && e->sector;
        if (own && !strcmp(e->sector, e->row[0]->cell[R_SECTOR]) && grammar(d, e->head, "own sector"))
            sg_put_right(d, e->head, e->sector);
    }
}

/* "The suspect, a Danish student", "the defendant, Captain X": what is told beside such a word tells more than it. */
static void heed_apposition(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (!d->toks[t].ent_count || !says_prosecuted(d, t, "one")) continue;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
            const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
            if (!e || d->toks[c].deprel != SG_DEP_APPOS || !e->sector || !sg_land_is_state(e->country)) continue;
            sg_copy_all(d, t, c, SG_BY_DESCRIPTION, false);
            break;
        }
    }
}

/* Does the sentence tell of violence, by a line of the tables? */
static bool is_violent(const sg_doc *d, uint32_t sent) {
    const sg_sent *s = &d->sents[sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].upos == SG_POS_NOUN && sg_is_known_as(d, i, SG_T_ACTS, "ASSAULT")) return true;
    return false;
}

/* "The Peruvian government blamed Llamarada for the bombing", "refused to talk to Llamarada": whom a land's organs blame or
 * turn away is none of them, though the network, which does not know the name, takes him for one. */
static bool is_turned_away(const sg_doc *d, const sg_ref *r, const sg_ent *e) {
    static const char organs[] = "GOV|MIL|COP|JUD|LEG|SPY";
    uint32_t who = sg_clause_subject(d, r->head), verb = sg_verb_over(d, r->head);
    const sg_ent *by = who == NONE || who == r->head || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    if (!by || verb == NONE || who > r->head || r->form != SG_REF_SHORT || r->first != r->name[0]) return false;
    if (e->by != SG_BY_INFERRED || !e->sector || !sg_list_has(organs, sg_str_of(e->sector))) return false;
    bool own = by->country && e->country && !strcmp(by->country, e->country);
    bool rules = own && (!by->sector || sg_list_has(organs, sg_str_of(by->sector)));
    bool odds = sg_is_known_as(d, verb, SG_T_ACTS, "ACCUSE|ASSAULT|REJECT");
    return rules && (odds || sg_is_known_as(d, verb, SG_T_OPERATORS, "refuse|accuse"));
}

/* Rebels where violence is told, else nobody knows who. */
static void turn_away(sg_doc *d, uint32_t t) {
    const sg_row *row = sg_row_of_sector(d, "REB");
    sg_ent *e = &d->ents[d->toks[t].ent];
    if (row && is_violent(d, d->toks[t].sent)) {
        sg_actor_serve(d->arena, e, e->country, NULL, row->cell[R_SECTOR], row->cell[R_CAMEO]);
        sg_put_right(d, t, row->cell[R_SECTOR]);
    } else {
        e->sector = e->country = NULL, e->cameo = NULL;
    }
}

enum { STANDS = 1, TOLD = 2 }; /* what is known of a chain */

void sg_tell_accused(sg_doc *d) {
    heed_own_words(d);
    heed_apposition(d);
    uint8_t *known = SG_NEW(d->arena, uint8_t, d->ref_count + 1);
    for (uint32_t id = 0; id < d->ref_count; id++) {
        const sg_ref *r = &d->refs[id];
        if (r->chain == NONE || r->chain > d->ref_count) continue;
        if (is_prosecuted(d, r->head)) known[r->chain] |= STANDS;
        const sg_tok *k = &d->toks[r->head];
        for (uint32_t n = 0; n < k->ent_count; n++)
            if (is_told(d, &d->ents[k->ent + n])) known[r->chain] |= TOLD;
    }
    for (uint32_t id = 0; id < d->ref_count; id++) {
        const sg_ref *r = &d->refs[id];
        const sg_tok *k = &d->toks[r->head];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (e && r->chain != NONE && known[r->chain] == STANDS && is_guess(d, e)) make_private(d, e->name);
        else if (e && is_turned_away(d, r, e)) turn_away(d, r->head);
    }
}
