/* event_drop.c: see event_in.h. Whom the slots of a row hold, and who is no party for all that: goods and who made them,
 * whose bidding was done, who is marched for, the villages that forces leave; and peoples that act as states. */
#include "event_in.h"

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

/* Does the recipient stand in his slot for another reason than that it is done to him? */
typedef bool no_party(const sg_reader *, const sg_ev *, const sg_ent *);

static void drop(const sg_reader *r, sg_ev *e, no_party *is_none) {
    size_t kept = 0;
    for (size_t i = 0; i < e->recipients.count; i++)
        if (!is_none(r, e, &r->d->ents[e->recipients.at[i]])) e->recipients.at[kept++] = e->recipients.at[i];
    e->recipients.count = kept;
}

/* "Asked NATO to send fighter jets", "sent relief convoys": what is sent in help is not who gets it. */
static bool is_goods(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    if (x->head == NONE || !same_word(e->type, "AID")) return false;
    bool sent = tk(r, x->head)->deprel == SG_DEP_OBJ && tk(r, x->head)->head == e->head;
    if (!sent || sg_in_class(r->d, x->head, SG_LIT("arms"))) return sent;
    bool away = sg_word(r->d, e->head, "sending") != NULL; /* but a convoy may be led, or guarded */
    return away && sg_in_class(r->d, x->head, SG_LIT("aid_goods")) && !sg_in_class(r->d, x->head, SG_LIT("human"));
}

/* "Sent us Moderna doses", "Danish sorghum": who stands before the goods of help made them, and gets none of it. */
static bool is_maker(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    if (x->head == NONE || !same_word(e->type, "AID")) return false;
    uint8_t rel = tk(r, x->head)->deprel;
    uint32_t goods = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD ? tk(r, x->head)->head : NONE;
    if (goods == NONE || tk(r, goods)->head != e->head || tk(r, goods)->deprel != SG_DEP_OBJ) return false;
    return sg_in_classes(r->d, goods, SG_LIT("arms|aid_goods|relief")) && !sg_in_class(r->d, goods, SG_LIT("human"));
}

/* "Seized rifles from Chad": a land that is only where they come from loses nothing. */
static bool is_whence(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    bool land = x->head != NONE && !x->sector && !x->person && sg_is_land(x);
    return land && sg_is_whence_goods(r->d, x->head, e);
}

/* "marched to demand the release of X": nor is he whom an act is for the one whom it is against. */
static bool is_cause(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    return sg_is_cause_of(r->d, x->head, e->type);
}

/* "Marched at the bidding of X", "raided the shop on the minister's orders": whose wish it was suffers nothing by it. */
static bool is_bidder(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    static const char deeds[] = "PROTEST|ASSAULT|COERCE|MOBILIZE";
    if (x->head == NONE || !e->type || !sg_list_has(deeds, sg_str_of(e->type))) return false;
    uint32_t wish = tk(r, x->head)->head;
    if (wish == NONE || (tk(r, wish)->deprel != SG_DEP_OBL && tk(r, wish)->deprel != SG_DEP_NMOD)) return false;
    return sg_in_class(r->d, wish, SG_LIT("behest")) && sg_list_has("at|on|by", sg_case_of(r->d, wish));
}

/* "Burned three hamlets before they pulled out of them": as a town by its name, a village of one's own land that forces
 * leave is the place, and nobody who is given anything. */
static bool is_left_village(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    if (!same_word(e->type, "RETREAT") || !same_word(e->mode, "withdraw") || !same_word(x->sector, "CVL")) return false;
    const sg_ent *named = x->same == NONE ? x : &r->d->ents[x->same]; /* "them" */
    if (named->head == NONE || named->person || !sg_in_classes(r->d, named->head, SG_LIT("place|territory"))) return false;
    bool own = false;
    for (size_t k = 0; k < e->actors.count; k++) own |= same_word(r->d->ents[e->actors.at[k]].country, x->country);
    return own;
}

/* "Pickets of two unions blocked the road until police drove them off": those who protest do so against others than people of
 * their own trade and land. */
static bool is_own_crowd(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    bool folk = x->sector && sg_list_has("LAB|EDU|MED|AGR", sg_str_of(x->sector)) && x->country;
    for (size_t k = 0; folk && same_word(e->type, "PROTEST") && k < e->actors.count; k++) {
        const sg_ent *by = &r->d->ents[e->actors.at[k]];
        if (same_word(by->sector, x->sector) && same_word(by->country, x->country)) return true;
    }
    return false;
}

/* "Distanced itself", "barricaded himself in": who does something to himself does it to nobody else. */
static bool is_oneself(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    uint32_t id = x->head == NONE ? NONE : tk(r, x->head)->ref;
    return e->type && id != NONE && r->d->refs[id].self;
}

/* "From Lima, the premier asks for talks": the town of his own land in which who acts is. */
static bool is_own_seat(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    bool seat = x->head != NONE && x->head < e->head && tk(r, x->head)->deprel == SG_DEP_OBL && x->by == SG_BY_NAME;
    seat = seat && x->row[0] && x->row[0]->table == SG_T_COUNTRIES && sg_list_has("from|in", sg_case_of(r->d, x->head));
    if (!seat || !sg_list_has("capital|city", sg_str_of(x->row[0]->cell[C_KIND]))) return false;
    bool own = false;
    for (size_t k = 0; k < e->actors.count; k++) own |= same_word(r->d->ents[e->actors.at[k]].country, x->country);
    return own;
}

/* "Closed airports in the north": a quarter of some land, whichever it is, is only where. */
static bool is_quarter(const sg_reader *r, const sg_ev *e, const sg_ent *x) {
    bool where = x->head != NONE && x->by == SG_BY_DESCRIPTION && !x->sector && !sg_is_capital(tk(r, x->head));
    if (!where || !e->type || !sg_list_has("in|from|across", sg_case_of(r->d, x->head))) return false;
    return sg_word(r->d, x->head, "compass") != NULL;
}

/* A body of states, or a court, with which a complaint is lodged. */
static bool is_forum(const sg_reader *r, const sg_ent *x) {
    bool body = !x->person && (same_word(x->country, "IGO") || same_word(x->sector, "JUD"));
    return body && x->head != NONE && sg_list_has("with|before|to|at", sg_case_of(r->d, x->head));
}

/* "Lodged a complaint with the Union against Chad", "against Chad with the Union": before whom another is accused is not
 * accused. */
void sg_spare_forums(sg_reader *r, sg_ev *e) {
    if (!same_word(e->type, "ACCUSE") || !e->recipients.count) return;
    sg_ids accused = {0};
    uint32_t forum = NONE, verb = tk(r, e->head)->head;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]];
        if (is_forum(r, x)) forum = x->head;
        else sg_add_id(r, &accused, e->recipients.at[i]);
    }
    if (forum == NONE) return;
    const sg_sent *s = &r->d->sents[tk(r, e->head)->sent];
    for (uint32_t t = forum; t < s->first + s->count && !accused.count; t++) {
        uint32_t over = tk(r, t)->head;
        bool of_it = over != NONE && (over == e->head || over == verb || over == forum);
        if (of_it && tk(r, t)->ent_count && sg_eqz(sg_case_of(r->d, t), "against")) sg_add_ents(r, &accused, t);
    }
    if (accused.count) e->recipients = accused;
}

/* The town from which somebody asks is not asked, nor has it to do what is asked. */
static void spare_own_seat(const sg_reader *r, sg_ev *e) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t id = e->recipients.at[i];
        if (!is_own_seat(r, e, &r->d->ents[id])) continue;
        for (sg_ev *x = e->content; x; x = x->next)
            for (size_t k = x->actors.count; k-- > 0;)
                if (x->actors.at[k] == id) x->actors.at[k] = x->actors.at[--x->actors.count];
    }
    drop(r, e, is_own_seat);
}

bool sg_is_told_by(const sg_reader *r, uint32_t t) {
    enum { UP = 4 };
    for (size_t i = 0; i < UP && t != NONE; i++, t = tk(r, t)->head) {
        if (tk(r, t)->upos == SG_POS_VERB && tk(r, t)->deprel != SG_DEP_ACL) return false;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
            if (sg_word(r->d, c, "according")) return true;
    }
    return false;
}

/* Those who stand in the phrase of one who only tells it. */
static void drop_tellers(const sg_reader *r, sg_ids *ids) {
    size_t kept = 0;
    for (size_t i = 0; i < ids->count; i++) {
        uint32_t head = r->d->ents[ids->at[i]].head;
        if (head == NONE || !sg_is_told_by(r, head)) ids->at[kept++] = ids->at[i];
    }
    ids->count = kept;
}

void sg_drop_bidders(const sg_reader *r, sg_ev *e) {
    drop(r, e, is_bidder);
    spare_own_seat(r, e);
}

void sg_drop_no_parties(sg_reader *r, sg_ev *e) {
    drop(r, e, is_goods), drop(r, e, is_maker), drop(r, e, is_cause), drop(r, e, is_bidder), drop(r, e, is_left_village);
    drop(r, e, is_own_crowd);
    drop(r, e, is_oneself), drop(r, e, is_whence), drop(r, e, is_quarter);
    drop_tellers(r, &e->actors), drop_tellers(r, &e->recipients);
    sg_spare_forums(r, e);
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
