/* event_count.c: see event_in.h. Victims of whom only the number is told: "Thousands marched in Lima. More than 300 were
 * arrested", "Rebels ambushed a convoy. They killed 12 of them", "Nine arrests were made". They are of those whom the act
 * told before was done to, or, of a protest, of those who made it. */
#include "event_in.h"
#include "lands.h"

enum { BACK = 2 }; /* sentences */

/* The bare number that the verb is done to: no noun, and nothing but "of them" behind it; NONE. */
static uint32_t number_of(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool done = (rel == SG_DEP_OBJ && c > verb) || rel == SG_DEP_NSUBJ_PASS;
        done |= rel == SG_DEP_NSUBJ && c + 1 == verb && tk(r, verb)->deprel == SG_DEP_CONJ; /* "and ten killed" */
        if (!done || tk(r, c)->upos != SG_POS_NUM) continue;
        bool bare = c + 1 >= r->d->tok_count || tk(r, c + 1)->upos != SG_POS_NOUN;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next)
            bare &= tk(r, k)->deprel != SG_DEP_NMOD || tk(r, k)->upos == SG_POS_PRON;
        if (bare) return c;
    }
    return NONE;
}

/* "Nine arrests were made": a noun for what is done to people, of which a number is told. */
static uint32_t counted_noun(const sg_reader *r, const sg_ev *e) {
    bool noun = tk(r, e->head)->upos == SG_POS_NOUN && tk(r, e->head)->deprel == SG_DEP_NSUBJ_PASS;
    bool taken = noun && e->mode && !strcmp(e->mode, "arrest") && (tk(r, e->head)->bits & SG_FEAT_PLUR);
    return taken ? e->head : NONE;
}

/* The act told last in the sentences before: a crowd's, or one of force. */
static const sg_ev *told_before(const sg_reader *r, const sg_ev *e, size_t from) {
    for (size_t i = from; i-- > 0;) {
        const sg_ev *x = r->out->at[i];
        if (tk(r, x->head)->sent + BACK < tk(r, e->head)->sent) return NULL;
        bool deed = x->type && !x->position && x->realis <= SG_HISTORICAL;
        bool told = deed && (x->recipients.count || (x->actors.count && (x->reciprocal || !strcmp(x->type, "PROTEST"))));
        if (told && sg_list_has("PROTEST|ASSAULT|COERCE", sg_str_of(x->type))) return x;
    }
    return NULL;
}

/* The one land in which the act told before took place, by its own words: "attacked a bus in Quetta". */
static void add_land_of(sg_reader *r, sg_ids *to, const sg_ev *x, uint32_t number) {
    const char *land = NULL;
    const sg_sent *s = &r->d->sents[tk(r, x->head)->sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        const sg_ent *e = tk(r, t)->ent_count == 1 ? &r->d->ents[tk(r, t)->ent] : NULL;
        bool place = e && e->head == t && sg_is_land(e) && sg_land_is_state(e->country) && has_case(r, t, "in", NULL);
        if (place && land && strcmp(land, e->country) != 0) return;
        if (place) land = e->country;
    }
    if (!land) return;
    sg_ent e = {.country = land, .sector = "CVL", .cameo = sg_printf(r->a, "%sCVL", land), .by = SG_BY_INFERRED};
    e.first = e.last = e.head = number;
    e.plural = e.group = true, e.same = NONE;
    sg_add_id(r, to, sg_new_ent(r, e));
}

/* Nobody is named to whom it is done: only people of the place. */
static bool is_open(const sg_reader *r, const sg_ev *e, uint32_t number) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t head = r->d->ents[e->recipients.at[i]].head;
        if (head != NONE && head != number) return false;
    }
    return true;
}

/* Is one of these the same party as one of those? */
static bool shares(const sg_reader *r, const sg_ids *these, const sg_ids *those) {
    for (size_t i = 0; i < these->count; i++)
        for (size_t k = 0; k < those->count; k++)
            if (sg_same_party(r, these->at[i], those->at[k])) return true;
    return false;
}

/* Of a clash with police or soldiers, the others are arrested. */
static bool guards(const sg_ent *e) {
    return e->sector && sg_list_has("COP|MIL", sg_str_of(e->sector));
}

/* Those of whom the number is: a place's people where a land alone was hit; without the names of single persons. */
static void add_counted(sg_reader *r, sg_ids *to, const sg_ids *of, uint32_t number, bool part) {
    for (size_t i = 0; i < of->count; i++) {
        sg_ent e = r->d->ents[of->at[i]];
        if (part && guards(&e)) continue;
        if (!e.country && !e.sector) continue;
        bool people = e.sector && !sg_list_has("GOV|LEG|JUD", sg_str_of(e.sector));
        if (!people) e.sector = "CVL", e.cameo = e.country ? sg_printf(r->a, "%sCVL", e.country) : "CVL", e.row[0] = NULL;
        e.name = NULL, e.office = NULL, e.person = false, e.plural = true;
        e.by = SG_BY_DESCRIPTION, e.same = NONE;
        e.first = e.last = e.head = number;
        sg_add_id(r, to, sg_new_ent(r, e));
        return;
    }
}

void sg_tell_counted(sg_reader *r, size_t from) {
    static const char harm[] = "ASSAULT|COERCE";
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        if (!e->type || e->reciprocal || !sg_list_has(harm, sg_str_of(e->type))) continue;
        uint32_t number = counted_noun(r, e);
        if (number == NONE && tk(r, e->head)->upos == SG_POS_VERB) number = number_of(r, e->head);
        const sg_ev *x = number == NONE ? NULL : told_before(r, e, from);
        if (!x || !is_open(r, e, number)) continue;
        bool back = shares(r, &e->actors, &x->recipients), protest = !strcmp(x->type, "PROTEST");
        bool crowd = protest || x->reciprocal || back;
        if (x->reciprocal && strcmp(e->type, "COERCE") != 0) continue; /* of a clash, both sides may have fallen */
        sg_ids found = {0};
        add_counted(r, &found, crowd ? &x->actors : &x->recipients, number, x->reciprocal);
        if (!found.count && !crowd) add_land_of(r, &found, x, number);
        sg_drop_common(r, &found, &e->actors);
        if (!found.count) continue;
        e->recipients = found, e->settled = true;
        sg_because(r, e, "recipient", NULL, "party: of those of whom the sentence before tells", number, number);
    }
}
