/* event_gap.c: see event_in.h. Second halves of a sentence that leave their verb out, as the mends hang them on it. */
#include "event_in.h"

/* Who is named below a word, behind a preposition or without one; nothing where it names nobody. */
static void named_below(sg_reader *r, uint32_t t, bool behind, sg_ids *ids) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool phrase = rel == SG_DEP_ORPHAN || rel == SG_DEP_NMOD || rel == SG_DEP_OBL;
        if (!phrase) continue;
        if ((sg_case_of(r->d, c).n != 0) == behind) sg_add_ents(r, ids, c);
        if (behind) named_below(r, c, behind, ids); /* "its envoy from Chad" */
    }
}

/* Of a list those whose words do not stand in the second half. */
static void drop_behind(const sg_reader *r, sg_ids *ids, uint32_t from, uint32_t verb) {
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        bool behind = e->head != NONE && e->head >= from && tk(r, e->head)->sent == tk(r, verb)->sent;
        if (!behind) ids->at[n++] = ids->at[i];
    }
    ids->count = n;
}

/* "Expelled two envoys and Chile three": who did the same, to those whom the second half names, or of the same kind. */
static bool tell_doer(sg_reader *r, sg_ev *same, const sg_ev *e, uint32_t who) {
    sg_ids actors = {0}, to = {0};
    if (!sg_add_ents(r, &actors, who)) return false;
    bool given = e->type && sg_list_has("AGREE|AID|MOBILIZE|SANCTION|RETREAT", sg_str_of(e->type));
    named_below(r, who, given, &to);
    if (!to.count) named_below(r, who, !given, &to);
    same->actors = actors;
    same->recipients = to.count ? to : e->recipients;
    sg_drop_common(r, &same->recipients, &actors);
    return true;
}

/* "Killed ten soldiers in Mali and six in Niger": the same kind of people, of the second place. */
static bool tell_others(sg_reader *r, sg_ev *same, const sg_ev *e, uint32_t number) {
    sg_ids place = {0}, to = {0};
    named_below(r, number, true, &place);
    if (place.count != 1 || !e->recipients.count || !sg_is_land(&r->d->ents[place.at[0]])) return false;
    sg_ent who = r->d->ents[e->recipients.at[0]];
    const char *land = r->d->ents[place.at[0]].country;
    if (!who.sector || who.by == SG_BY_NAME || same_word(who.country, land)) return false;
    who.country = land, who.first = who.last = who.head = number, who.same = NONE;
    who.cameo = sg_printf(r->a, "%s%s", land, who.sector);
    sg_add_id(r, &to, sg_new_ent(r, who));
    same->recipients = to;
    return true;
}

/* The act once more, as the second half tells it. */
static void tell_half(sg_reader *r, sg_ev *e, uint32_t who) {
    sg_ev *same = SG_NEW(r->a, sg_ev, 1);
    drop_behind(r, &e->recipients, who, e->head);
    *same = *e;
    bool number = tk(r, who)->upos == SG_POS_NUM;
    if (number ? !tell_others(r, same, e, who) : !tell_doer(r, same, e, who)) return;
    same->gapped = true;
    same->next = NULL;
    sg_because(r, same, number ? "recipient" : "actor", NULL, "party: the verb is left out", who, who);
    *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = same;
}

void sg_tell_gapped(sg_reader *r, size_t from) {
    size_t told = r->out->count;
    for (size_t i = from; i < told; i++) {
        sg_ev *e = r->out->at[i];
        if (!e->type || e->position || !e->actors.count || tk(r, e->head)->upos != SG_POS_VERB) continue;
        for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next)
            if (c > e->head && tk(r, c)->deprel == SG_DEP_ORPHAN) tell_half(r, e, c);
    }
}
