/* host.c: see host.h. */
#include "host.h"

#include "algebra.h"
#include "lands.h"
#include "station.h"

static bool same(const char *a, const char *b) {
    return a && b && strcmp(a, b) == 0;
}

/* The land where it is done, by the code of the day, or NULL. */
static const char *land_of(const sg_doc *d, const sg_ev *e) {
    const char *land = d->toponyms[e->place].country;
    return land ? sg_land_then(d, land) : NULL;
}

/* Does the token stand for the entity, or is the entity in its phrases? */
static bool holds(const sg_doc *d, uint32_t t, uint32_t ent) {
    enum { DEEP = 64 };
    const sg_tok *k = &d->toks[t];
    if (ent >= k->ent && ent < k->ent + k->ent_count) return true;
    uint32_t head = d->ents[ent].head;
    return head != NONE && d->toks[head].sent == k->sent && sg_is_below(d, head, t, DEEP);
}

/* Is it named as the other side: "met X", "sat down with X"? "X and Y met" has none. */
static bool is_met(const sg_doc *d, const sg_fill *with, uint32_t ent) {
    for (size_t i = 0; i < with->count; i++)
        if (holds(d, with->tok[i], ent)) return true;
    return false;
}

/* Are these all of the land? */
static bool are_of(const sg_doc *d, const sg_ids *ids, const char *land) {
    bool all = ids->count > 0;
    for (size_t i = 0; i < ids->count; i++) all &= same(d->ents[ids->at[i]].country, land);
    return all;
}

/* Are they all of other lands? */
static bool are_foreign(const sg_doc *d, const sg_ids *ids, const char *land) {
    bool all = ids->count > 0;
    for (size_t i = 0; i < ids->count; i++) {
        const char *of = d->ents[ids->at[i]].country;
        all &= of && !same(of, land);
    }
    return all;
}

/* "Held talks in Rome with his counterpart": with whom, where the phrase hangs by the noun's verb. */
static void add_of_verb(const sg_doc *d, uint32_t noun, sg_fill *with) {
    uint32_t verb = d->toks[noun].deprel == SG_DEP_OBJ ? d->toks[noun].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBL && sg_eqz(sg_case_of(d, c), "with")) sg_group(d, c, with);
}

static void find_host(sg_doc *d, sg_ev *e) {
    const char *land = land_of(d, e);
    sg_frame fr = sg_frame_of(d, e->head, NONE, d->toks[e->head].upos != SG_POS_VERB);
    sg_fill with;
    sg_slots(&fr, fr.noun ? "with" : "with|obj.with|obj", &with);
    if (fr.noun && !with.count) add_of_verb(d, e->head, &with);
    sg_ids one = {0}, other = {0};
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ids *ids = is_met(d, &with, e->actors.at[i]) ? &other : &one;
        *SG_PUSH(d->arena, ids->at, ids->count, ids->cap) = e->actors.at[i];
    }
    bool there = are_of(d, &other, land) && are_foreign(d, &one, land);
    bool here = fr.noun && are_of(d, &one, land) && are_foreign(d, &other, land); /* one may speak with Y from at home */
    if (!there && !here) return;
    e->actors = there ? one : other, e->recipients = there ? other : one;
    e->reciprocal = false;
    static const char rule[] = "parties: the host is of the land where they meet";
    *SG_PUSH(d->arena, e->why, e->why_count, e->why_cap) = (sg_why){"recipient", NULL, rule, e->first, e->last};
}

/* "Visiting Premier X", "the visiting minister": is the phrase's head called a guest? */
static bool is_visitor(const sg_doc *d, uint32_t ent) {
    uint32_t head = d->ents[ent].head;
    for (uint32_t c = head == NONE ? NONE : d->toks[head].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_AMOD || d->toks[c].upos != SG_POS_VERB) continue;
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[c].form, NULL));
        if (sg_kind_value(&w, "visitor")) return true;
    }
    return false;
}

/* "The king met the visiting premier": who is on a visit comes to the others, whoever is the subject. */
static void find_visitor(sg_doc *d, sg_ev *e) {
    sg_ids guests = {0}, hosts = {0};
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ids *ids = is_visitor(d, e->actors.at[i]) ? &guests : &hosts;
        *SG_PUSH(d->arena, ids->at, ids->count, ids->cap) = e->actors.at[i];
    }
    if (!guests.count || !hosts.count) return;
    e->actors = guests, e->recipients = hosts, e->reciprocal = false;
    if (!e->mode) e->mode = "visit", e->cameo = "042";
    static const char rule[] = "parties: who is visiting comes to the others";
    *SG_PUSH(d->arena, e->why, e->why_count, e->why_cap) = (sg_why){"recipient", NULL, rule, e->first, e->last};
}

/* "Flew to Lima and met the president": the journey told beside it, of the ones to the land of the others; or NULL. */
static const sg_ev *journey_of(const sg_doc *d, const sg_events *evs, const sg_ev *e) {
    for (size_t i = 0; i < evs->count; i++) {
        const sg_ev *v = evs->at[i];
        bool visit = v->type && !strcmp(v->type, "CONSULT") && same(v->mode, "visit") && !v->reciprocal && v != e;
        uint32_t after = d->toks[e->head].sent - d->toks[v->head].sent; /* the same sentence, or the next one */
        if (!visit || v->realis != e->realis || after > 1) continue;
        if (!v->actors.count || !v->recipients.count) continue;
        const char *from = d->ents[v->actors.at[0]].country, *to = d->ents[v->recipients.at[0]].country;
        if (!sg_land_is_state(from) || !sg_land_is_state(to) || same(from, to)) continue;
        if (are_of(d, &v->actors, from) && are_of(d, &v->recipients, to)) return v;
    }
    return NULL;
}

static void find_traveller(sg_doc *d, const sg_events *evs, sg_ev *e) {
    const sg_ev *v = journey_of(d, evs, e);
    if (!v) return;
    const char *from = d->ents[v->actors.at[0]].country, *to = d->ents[v->recipients.at[0]].country;
    sg_ids guests = {0}, hosts = {0};
    for (size_t i = 0; i < e->actors.count; i++) {
        bool guest = same(d->ents[e->actors.at[i]].country, from);
        if (!guest && !same(d->ents[e->actors.at[i]].country, to)) return;
        if (!d->ents[e->actors.at[i]].sector) return; /* "the two sides" */
        sg_ids *ids = guest ? &guests : &hosts;
        *SG_PUSH(d->arena, ids->at, ids->count, ids->cap) = e->actors.at[i];
    }
    if (!guests.count || !hosts.count) return;
    e->actors = guests, e->recipients = hosts, e->reciprocal = false;
    static const char rule[] = "parties: who has come to them meets them";
    *SG_PUSH(d->arena, e->why, e->why_count, e->why_cap) = (sg_why){"recipient", NULL, rule, v->first, v->last};
}

/* Are those who act known to be of another land? */
static bool come_from_abroad(const sg_doc *d, const sg_ids *ids, const char *land) {
    bool told = false;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *who = &d->ents[ids->at[i]];
        if (same(who->country, land)) return false;
        told |= sg_land_is_state(who->country);
    }
    return told;
}

/* The land as a whole is the recipient. */
static void receive(sg_doc *d, sg_ev *e, const char *land, const char *rule) {
    sg_rows named = sg_lexicon_by(d->lex, SG_WAY_COUNTRY, sg_str_of(land));
    if (!named.count) return;
    sg_ent to = {.first = NONE,
                 .last = NONE,
                 .head = NONE,
                 .country = land,
                 .cameo = land,
                 .name = named.row[0]->cell[0],
                 .by = SG_BY_INFERRED,
                 .name_by = SG_BY_INFERRED,
                 .group = true,
                 .same = NONE,
                 .row = {named.row[0]}};
    sg_ids only = {0}; /* the list may be another act's too */
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = to;
    *SG_PUSH(d->arena, only.at, only.count, only.cap) = (uint32_t)d->ent_count - 1;
    e->recipients = only;
    *SG_PUSH(d->arena, e->why, e->why_count, e->why_cap) = (sg_why){"recipient", NULL, rule, e->first, e->last};
}

/* "rocketed a workshop near Y": what is done to things on foreign ground is done to the land (docs/decisions.md), also
 * where only the gazetteer knows whose ground it is. */
static void find_ground(sg_doc *d, sg_ev *e) {
    static const char rule[] = "recipient: the land whose ground it is";
    const char *land = land_of(d, e);
    bool open = e->actors.count && !e->recipients.count && !e->reciprocal && e->type && e->realis <= SG_PLANNED;
    if (!land || !open || strcmp(e->type, "ASSAULT") != 0 || !come_from_abroad(d, &e->actors, land)) return;
    receive(d, e, land, rule);
}

/* "The Malaysian embassy here", "arrived here": does the sentence say that it is told where it happens? */
static bool is_told_here(const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (d->toks[t].upos == SG_POS_ADV && sg_word(d, t, "where one writes")) return true;
    return false;
}

/* "The Iranian delegation visited a mill", "the Cuban ambassador gave a reception", told by the agency of a land under a dateline of
 * its own, or "here": what foreigners come to see there, and whom they ask to table, is of that land where no word says otherwise. */
static void find_home(sg_doc *d, sg_ev *e) {
    static const char rule[] = "recipient: the land where the agency tells it";
    bool dated = d->toponym_count && d->toponyms[0].sent == NONE && same(d->toponyms[0].country, d->station);
    const char *land = dated ? d->station : is_told_here(d, e) ? sg_home_of_publisher(d) : NULL;
    const char *home = sg_land_is_state(land) ? sg_land_then(d, land) : NULL;
    bool visit = same(e->type, "CONSULT") && same(e->mode, "visit") && !e->reciprocal && e->realis <= SG_PLANNED;
    const char *at = e->place == NONE ? NULL : land_of(d, e); /* but where the text places it elsewhere */
    if (at && !same(at, home)) return;
    if (!home || !visit || e->source != NONE || !come_from_abroad(d, &e->actors, home)) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *to = &d->ents[e->recipients.at[i]];
        bool own = same(to->country, d->ents[e->actors.at[0]].country) && to->by != SG_BY_NAME;
        if (to->country && !own) return;
    }
    receive(d, e, home, rule);
}

/* Are those who act its state, or who serve it? */
static bool is_ruled_by(const sg_doc *d, const sg_ids *actors, const char *land) {
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &d->ents[actors->at[i]];
        bool organ = !who->sector || sg_list_has("GOV|MIL|COP", sg_str_of(who->sector));
        if (!organ || !same(who->country, land)) return false;
    }
    return actors->count > 0;
}

/* "Told the nation", "a broadcast to the nation", by its own rulers: its people. */
static void find_nation(sg_doc *d, sg_ev *e) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = d->ents[e->recipients.at[i]];
        bool state = who.by == SG_BY_DESCRIPTION && who.country && !who.sector && !who.person && who.head != NONE;
        if (!state || !sg_kind_value(&d->toks[who.head].by_lemma, "own people")) continue;
        if ((d->toks[who.head].bits & SG_FEAT_PLUR) || !is_ruled_by(d, &e->actors, who.country)) continue;
        who.sector = "CVL";
        who.cameo = sg_printf(d->arena, "%sCVL", who.country);
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = who;
        e->recipients.at[i] = (uint32_t)d->ent_count - 1;
    }
}

void sg_hosts(sg_doc *d, const sg_events *evs) {
    for (size_t i = 0; i < evs->count; i++) {
        sg_ev *e = evs->at[i];
        if (e->place != NONE) find_ground(d, e);
        find_nation(d, e), find_home(d, e);
        bool meeting = e->reciprocal && e->actors.count > 1 && e->type && !strcmp(e->type, "CONSULT");
        if (meeting && e->place != NONE) find_host(d, e);
        if (meeting && e->reciprocal && !same(e->mode, "phone")) find_visitor(d, e);
        if (meeting && e->reciprocal && !same(e->mode, "phone")) find_traveller(d, evs, e);
    }
}
