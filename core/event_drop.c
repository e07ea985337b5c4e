/* event_drop.c: see event_in.h. Whom the slots of a row hold, and who is no party for all that: goods and what they are
 * made of, whose bidding was done, who is marched for, the villages that forces leave; and peoples that act as states.
 * Before all acts: words that stand for another kind of people in one land. */
#include "event_in.h"
#include "calendar.h"

/* "held a foreign ministers' meeting with Peru": ministers of no land, who tell what kind of meeting it is, are none beside
 * those who hold it. */
void sg_drop_kind_of_meeting(const sg_reader *r, uint32_t noun, sg_ids *ids) {
    size_t kept = 0;
    for (size_t i = 0; i < ids->count && ids->count > 1; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        const sg_tok *k = e->head == NONE ? NULL : tk(r, e->head);
        bool before = k && k->head == noun && (k->deprel == SG_DEP_NMOD_POSS || k->deprel == SG_DEP_COMPOUND);
        bool kind = before && same_word(e->country, "IGO") && e->by == SG_BY_DESCRIPTION && (k->bits & SG_FEAT_PLUR);
        if (!kind) ids->at[kept++] = ids->at[i];
    }
    if (kept) ids->count = kept;
}

/* "Sent us Moderna doses", "Danish sorghum": who stands before the goods of help made them, and gets none of it. */
static bool makes_goods(const sg_reader *r, uint32_t who, uint32_t verb) {
    uint8_t rel = tk(r, who)->deprel;
    uint32_t goods = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD ? tk(r, who)->head : NONE;
    if (goods == NONE || tk(r, goods)->head != verb || tk(r, goods)->deprel != SG_DEP_OBJ) return false;
    return sg_in_classes(r->d, goods, SG_LIT("arms|aid_goods|relief")) && !sg_in_class(r->d, goods, SG_LIT("human"));
}

static void drop_goods(const sg_reader *r, sg_ev *e) {
    size_t kept = 0;
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t head = r->d->ents[e->recipients.at[i]].head;
        bool made = head != NONE && same_word(e->type, "AID") && makes_goods(r, head, e->head);
        bool sent = head != NONE && tk(r, head)->deprel == SG_DEP_OBJ && tk(r, head)->head == e->head;
        bool goods = sent && same_word(e->type, "AID") && sg_in_class(r->d, head, SG_LIT("arms"));
        if (!goods && !made) e->recipients.at[kept++] = e->recipients.at[i];
    }
    e->recipients.count = kept;
}

/* "marched to demand the release of X": nor is he whom an act is for the one whom it is against. */
static void drop_causes(const sg_reader *r, sg_ev *e) {
    size_t kept = 0;
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t who = e->recipients.at[i];
        if (!sg_is_cause_of(r->d, r->d->ents[who].head, e->type)) e->recipients.at[kept++] = who;
    }
    e->recipients.count = kept;
}

/* "Marched at the bidding of X", "raided the shop on the minister's orders": whose wish it was suffers nothing by it. */
void sg_drop_bidders(const sg_reader *r, sg_ev *e) {
    static const char deeds[] = "PROTEST|ASSAULT|COERCE|MOBILIZE";
    size_t kept = 0;
    if (!e->type || !sg_list_has(deeds, sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t head = r->d->ents[e->recipients.at[i]].head, wish = head == NONE ? NONE : tk(r, head)->head;
        bool obl = wish != NONE && (tk(r, wish)->deprel == SG_DEP_OBL || tk(r, wish)->deprel == SG_DEP_NMOD);
        bool bid = obl && sg_in_class(r->d, wish, SG_LIT("behest")) && sg_list_has("at|on|by", sg_case_of(r->d, wish));
        if (!bid) e->recipients.at[kept++] = e->recipients.at[i];
    }
    e->recipients.count = kept;
}

/* "Burned three hamlets before they pulled out of them": as a town by its name, a village of one's own land that forces
 * leave is the place, and nobody who is given anything. */
static void drop_left_villages(const sg_reader *r, sg_ev *e) {
    size_t kept = 0;
    if (!same_word(e->type, "RETREAT") || !same_word(e->mode, "withdraw")) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]];
        const sg_ent *named = x->same == NONE ? x : &r->d->ents[x->same]; /* "them" */
        bool village = named->head != NONE && !named->person && sg_in_classes(r->d, named->head, SG_LIT("place|territory"));
        bool own = false;
        for (size_t k = 0; k < e->actors.count; k++) own |= same_word(r->d->ents[e->actors.at[k]].country, x->country);
        if (!village || !own || !same_word(x->sector, "CVL")) e->recipients.at[kept++] = e->recipients.at[i];
    }
    e->recipients.count = kept;
}

void sg_drop_no_parties(const sg_reader *r, sg_ev *e) {
    drop_goods(r, e), drop_causes(r, e), sg_drop_bidders(r, e), drop_left_villages(r, e);
}

/* Are these people by where they are from, all of them, and not so many of them: "Kenyans and Ugandans"? */
static bool is_bare_people(const sg_reader *r, const sg_ent *e) {
    bool named = e->by == SG_BY_NAME && e->head != NONE && e->row[0] && e->row[0]->table == SG_T_COUNTRIES;
    if (!named || !same_word(e->sector, "CVL") || strncmp(e->row[0]->cell[C_KIND], "demonym", 7) != 0) return false;
    if (!(tk(r, e->head)->bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_NUMMOD || rel == SG_DEP_AMOD || rel == SG_DEP_DET || rel == SG_DEP_COMPOUND) return false;
    }
    return true;
}

void sg_peoples_as_states(sg_reader *r, sg_ev *e) {
    static const char treaties[] = "CONSULT|AGREE|SUPPORT|COOPERATE|RETREAT";
    if (!e->type || !sg_list_has(treaties, sg_str_of(e->type)) || e->actors.count < 2) return;
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *x = &r->d->ents[e->actors.at[i]];
        bool again = i && same_word(x->country, r->d->ents[e->actors.at[0]].country);
        if (again || !is_bare_people(r, x)) return;
    }
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ent who = r->d->ents[e->actors.at[i]];
        who.sector = NULL, who.cameo = who.country;
        e->actors.at[i] = sg_new_ent(r, who);
    }
}

/* Of which sector the word is in that land, by a line of the grammar ("militia:COP:1990": until that year), or NULL. */
static const char *sector_there(const sg_doc *d, const char *country, sg_str word) {
    enum { KIND = 1, VALUE = 2 };
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_GRAMMAR, sg_fold(d->arena, sg_str_of(country), NULL));
    for (size_t i = 0; i < rows.count; i++) {
        sg_str rest = sg_str_of(rows.row[i]->cell[VALUE]), form, sector;
        if (strcmp(rows.row[i]->cell[KIND], "called there") != 0) continue;
        if (!sg_cut(&rest, ':', &form) || !sg_eq(form, word) || !sg_cut(&rest, ':', &sector)) continue;
        bool over = rest.n && d->pub != INT32_MIN && sg_civil_of(d->pub).y > atoi(sg_dup(d->arena, rest));
        return over ? NULL : sg_dup(d->arena, sector);
    }
    return NULL;
}

void sg_call_as_there(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        const sg_row *role = e->row[0];
        if (!role || role->table != SG_T_ROLES || !e->country || !same_word(e->sector, value(role->cell[1]))) continue;
        const char *sector = sector_there(d, e->country, sg_str_of(sg_row_phrases(d->lex, role)));
        if (sector) e->sector = sector, e->cameo = sg_printf(d->arena, "%s%s", e->country, sector);
    }
}
