/* event_named.c: see event_in.h. Parties by the network: which words of the sentence name who does an act, and to whom.
 *
 * The slots of a row read the tree, and where the tree is wrong, or the word's phrases are not those that the row
 * expects, they find nobody or another. The network has learnt from whole sentences who names whom (tell.h). */
#include "event_in.h"
#include "likely.h"
#include "mention.h"
#include "phrase.h"
#include "refer.h"

/* How likely a word must be to be taken where nobody is known; how much likelier than who was found, to be put for him;
 * and if a line of the tables found him, or the act's own noun ought to. */
enum { FOUND = SG_SURE / 2, BETTER = SG_SURE / 2, FAR_BETTER = SG_SURE * 9 / 10 };

/* "condemned the attack on Peru": those to whom what is spoken of was done are neither blamed nor asked. */
static void spare_sufferers(sg_reader *r, const sg_ev *e, sg_ids *found) {
    if (!sg_list_has("ACCUSE|SUPPORT|REQUEST", sg_str_of(e->type))) return;
    for (const sg_ev *x = e->content; x; x = x->next) sg_drop_common(r, found, &x->recipients);
}

/* "ordered soldiers to shoot looters": one's own who are to carry out a threat are not threatened. */
static void spare_hands(sg_reader *r, const sg_ev *e, sg_ids *found) {
    if (!same_word(e->type, "THREATEN") || !e->actors.count) return;
    const char *own = r->d->ents[e->actors.at[0]].country;
    for (const sg_ev *x = e->content; x; x = x->next)
        for (size_t i = 0; i < x->actors.count; i++) {
            sg_ids one = {&x->actors.at[i], 1, 1};
            if (same_word(own, r->d->ents[x->actors.at[i]].country)) sg_drop_common(r, found, &one);
        }
}

/* "The expulsion of our diplomats will not be left without a response": one's own government is not threatened; "the president
 * fled the country": nor is one's own land given anything by it. */
static void spare_own(const sg_reader *r, const sg_ev *e, sg_ids *found) {
    size_t n = 0;
    bool leaves = same_word(e->type, "RETREAT") && same_word(e->mode, "resign");
    if (!leaves && !same_word(e->type, "THREATEN")) return;
    for (size_t i = 0; i < found->count; i++) {
        const sg_ent *who = &r->d->ents[found->at[i]];
        bool own = false;
        for (size_t k = 0; k < e->actors.count; k++) {
            const sg_ent *by = &r->d->ents[e->actors.at[k]];
            bool both = leaves ? !who->sector : same_word(who->sector, "GOV") && same_word(by->sector, "GOV");
            own |= both && same_word(by->country, who->country);
        }
        if (!own) found->at[n++] = found->at[i];
    }
    found->count = n;
}

/* "seized power in Niger": the land of those who act is the place, and none whom they do it to. */
static void spare_ground(sg_reader *r, const sg_ids *actors, sg_ids *found) {
    size_t n = 0;
    for (size_t i = 0; i < found->count; i++) {
        const sg_ent *e = &r->d->ents[found->at[i]];
        bool own = false;
        for (size_t k = 0; k < actors->count && sg_is_land(e); k++)
            own |= same_word(r->d->ents[actors->at[k]].country, e->country);
        if (!own) found->at[n++] = found->at[i];
    }
    found->count = n;
}

/* "Resigned over a loan to Chad". */
static void spare_outsiders(const sg_reader *r, const sg_ev *e, sg_ids *found) {
    size_t n = 0;
    for (size_t i = 0; i < found->count; i++)
        if (!sg_is_outside_office(r->d, e, r->d->ents[found->at[i]].country)) found->at[n++] = found->at[i];
    found->count = n;
}

/* "Agreed to work closely on Peru": one works with others, and Peru is what the work is about. */
static void spare_topics(const sg_reader *r, const sg_ev *e, sg_ids *found) {
    if (!sg_list_has("AGREE|CONSULT|COOPERATE", sg_str_of(e->type))) return;
    size_t n = 0;
    for (size_t i = 0; i < found->count; i++) {
        uint32_t who = r->d->ents[found->at[i]].head;
        if (who == NONE || !sg_is_talked_about(r->d, who)) found->at[n++] = found->at[i];
    }
    found->count = n;
}

/* "Ghana's veto surprised Benin": whom an act moves is none of its parties. */
static void spare_moved(const sg_reader *r, const sg_ev *e, sg_ids *found) {
    size_t n = 0;
    for (size_t i = 0; i < found->count; i++)
        if (!sg_is_moved_by(r->d, r->d->ents[found->at[i]].head, e->head)) found->at[n++] = found->at[i];
    found->count = n;
}

/* "Lodged a complaint with the WTO over Chad's tariffs": the court or body before which it is laid is not whom it is about, where
 * the tree has somebody else. */
static void spare_judges(const sg_reader *r, const sg_ev *e, const sg_ids *ids, sg_ids *found) {
    size_t n = 0;
    if (!same_word(e->type, "ACCUSE") || !ids->count || !sg_word(r->d, e->head, "laid before judges")) return;
    for (size_t i = 0; i < found->count; i++) {
        const sg_ent *who = &r->d->ents[found->at[i]];
        bool judges = same_word(who->country, "IGO") || same_word(who->sector, "JUD");
        bool before = who->head != NONE && sg_list_has("with|to|at|before", sg_case_of(r->d, who->head));
        if (!judges || !before) found->at[n++] = found->at[i];
    }
    found->count = n;
}

/* "declared a state of emergency and sacked the chief justice": whom a curfew cannot bind. */
static void spare_rulers(const sg_reader *r, const sg_ev *e, sg_ids *found) {
    size_t n = 0;
    for (size_t i = 0; i < found->count; i++)
        if (!sg_is_above_order(e, r->d->ents[found->at[i]].sector)) found->at[n++] = found->at[i];
    found->count = n;
}

/* Is the land's government among them? */
static bool has_leaders(const sg_reader *r, const sg_ids *found, const sg_ent *land) {
    for (size_t k = 0; k < found->count; k++) {
        const sg_ent *of = &r->d->ents[found->at[k]];
        if (of->sector && !strcmp(of->sector, "GOV") && same_word(of->country, land->country)) return true;
    }
    return false;
}

/* "Malta, Cyprus leaders": several lands that only say whose leaders those are, each of them, are no parties beside
 * them. */
static void drop_led(const sg_reader *r, sg_ids *found) {
    size_t n = 0, lands = 0, led = 0;
    for (size_t i = 0; i < found->count; i++) {
        const sg_ent *e = &r->d->ents[found->at[i]];
        lands += sg_is_land(e), led += sg_is_land(e) && has_leaders(r, found, e);
    }
    if (lands < 2 || led < lands) return;
    for (size_t i = 0; i < found->count; i++)
        if (!sg_is_land(&r->d->ents[found->at[i]])) found->at[n++] = found->at[i];
    found->count = n;
}

/* Is one of them on the other side already? A line of the tables knows better than the network who hosts whom. */
static bool stands_there(const sg_reader *r, const sg_ids *found, const sg_ids *other) {
    for (size_t i = 0; i < found->count; i++)
        for (size_t k = 0; k < other->count; k++)
            if (sg_same_party(r, found->at[i], other->at[k])) return true;
    return false;
}

/* "Peru urged to stop": a passive as headlines put it, which the network may not have seen for one. */
static bool is_bare_passive(const sg_reader *r, uint32_t t) {
    bool bare = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_AUX_PASS) return false;
        bare |= tk(r, c)->deprel == SG_DEP_NSUBJ_PASS;
    }
    return bare && sg_is_passive(r->d, t);
}

/* "Members are called upon to pay", "loans were withheld from Chad": of a whole passive the tree knows who is asked, and whom a
 * preposition tells to whom it is done; unlike of "opposed to". */
static bool is_done_to(const sg_reader *r, const sg_ev *e, uint32_t t, const sg_ids *found) {
    if (tk(r, t)->upos != SG_POS_VERB || !sg_is_passive(r->d, t)) return false;
    for (size_t i = 0; i < found->count; i++)
        for (size_t k = 0; k < e->recipients.count; k++) {
            uint32_t who = r->d->ents[found->at[i]].head;
            if (who != r->d->ents[e->recipients.at[k]].head || who == NONE) continue;
            bool behind = tk(r, who)->deprel == SG_DEP_OBL && tk(r, who)->head == t;
            bool told = behind && (has_case(r, who, "from", NULL) || has_case(r, who, "to", NULL));
            if (told || same_word(e->type, "REQUEST")) return true;
        }
    return false;
}

/* "Flew tents in from Toulouse", "seized rifles from Toulouse": where goods come from, and not to whom they are given or who loses
 * them. */
static bool is_origin(const sg_reader *r, const sg_ev *e, uint32_t t) {
    return sg_is_whence_goods(r->d, t, e) || (same_word(e->type, "AID") && sg_comes_from(r->d, t));
}

/* "A truce brokered by Qatar": who brings others together does not keep the peace between them. */
static bool is_go_between(const sg_reader *r, const sg_ev *e, uint32_t t) {
    uint32_t verb = tk(r, t)->head;
    return same_word(e->mode, "ceasefire") && verb != NONE && verb != e->head && sg_brings_together(r, verb);
}

/* "No group claimed responsibility": nobody at all. */
static bool is_none(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE && c < t; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET && sg_word(r->d, c, "neg")) return true;
    return false;
}

/* "Mr. President, it gives me pleasure to thank you": to whom one speaks does nothing by it. */
static bool is_spoken_to(const sg_reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_VOCATIVE && !(tk(r, t)->bits & SG_FEAT_PLUR);
}

/* "Signed in Geneva": a town in which a paper is signed is not its land, with whom one signs. */
static bool is_venue(const sg_reader *r, const sg_ev *e, uint32_t t) {
    enum { KIND = 2 };
    static const char signing[] = "057";
    if (!e->cameo || strncmp(e->cameo, signing, sizeof signing - 1) != 0 || !sg_is_locative(r->d, t)) return false;
    const sg_ent *of = tk(r, t)->ent_count == 1 ? &r->d->ents[tk(r, t)->ent] : NULL;
    const sg_row *row = of ? of->row[0] : NULL;
    return row && row->table == SG_T_COUNTRIES && sg_list_has("capital|city", sg_str_of(row->cell[KIND]));
}

/* "Complained to the Union of Chad's raids", "filed a complaint with the Union over Chad's duties": a body of states before
 * which another is accused. */
static bool is_judge(const sg_reader *r, const sg_ev *e, uint32_t t) {
    if (!same_word(e->type, "ACCUSE") || !e->recipients.count) return false;
    if (!sg_list_has("to|with|before", sg_case_of(r->d, t))) return false;
    return tk(r, t)->ent_count == 1 && same_word(r->d->ents[tk(r, t)->ent].country, "IGO");
}

/* "A plot to wreck the ties between Chad and Niger": whose ties they are is not accused of harming them. */
static bool is_of_ties(const sg_reader *r, const sg_ev *e, uint32_t t) {
    if (!same_word(e->type, "ACCUSE")) return false;
    while (tk(r, t)->deprel == SG_DEP_CONJ && tk(r, t)->head != NONE) t = tk(r, t)->head;
    uint32_t noun = tk(r, t)->head;
    uint8_t rel = tk(r, t)->deprel;
    bool within = rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND;
    return within && noun != NONE && sg_in_class(r->d, noun, SG_LIT("tie"));
}

/* "Peru said Chilean soldiers had crossed the border and called for talks": those who did the deed that is told answer
 * nothing by a verb that the mends joined to the telling (core/mend_answer.c). */
static bool is_doer_told_of(const sg_reader *r, const sg_ev *e, uint32_t who) {
    uint32_t verb = tk(r, e->head)->upos == SG_POS_VERB ? e->head : tk(r, e->head)->head;
    uint32_t says = verb != NONE && tk(r, verb)->deprel == SG_DEP_CONJ ? tk(r, verb)->head : NONE;
    while (who != NONE && !sg_is_subject(tk(r, who)) && tk(r, who)->upos != SG_POS_VERB) who = tk(r, who)->head;
    uint32_t deed = who == NONE ? NONE : tk(r, who)->head;
    if (says == NONE || deed == NONE || deed > verb || !sg_kind_value(&tk(r, verb)->by_lemma, "answers")) return false;
    return tk(r, deed)->deprel == SG_DEP_CCOMP && tk(r, deed)->head == says;
}

/* "Sudan is responsible for the failure", "Togo is to blame": a line of the tables knows that its subject is the one to whom it is
 * done. */
static bool is_subject_done_to(const sg_reader *r, const sg_ev *e) {
    if (e->likely || sg_is_passive(r->d, e->head)) return false; /* no line knows it; "Togo is opposed to the plan" */
    uint32_t subject = sg_own_subject(r, e->head);
    bool which = subject != NONE && (tk(r, subject)->bits & SG_FEAT_REL) && tk(r, e->head)->deprel == SG_DEP_ACL_RELCL;
    if (which) subject = tk(r, e->head)->head; /* "it is Togo that is to blame" */
    for (size_t i = 0; i < e->recipients.count && subject != NONE; i++)
        if (r->d->ents[e->recipients.at[i]].head == subject) return true;
    return false;
}

/* Whom the words name for another part than the one to whom the act is done. */
static bool spares(const sg_reader *r, const sg_ev *e, uint32_t who) {
    bool elsewhere = is_origin(r, e, who) || is_venue(r, e, who) || is_judge(r, e, who) || is_of_ties(r, e, who);
    elsewhere |= sg_is_bound_for(r->d, who, e) || sg_is_wronged(r->d, who, e) || sg_is_contrasted(r->d, who, e);
    return elsewhere || sg_is_regulated(r, who) || sg_is_cause_of(r->d, who, e->type);
}

/* "An army spokesman said six may have been hurt": who says so of others by a passive did not do it himself. */
static bool is_own_teller(const sg_reader *r, const sg_ev *e, const sg_ids *found) {
    if (e->source == NONE || tk(r, e->head)->upos != SG_POS_VERB || !sg_is_passive(r->d, e->head)) return false;
    bool harm = e->type && sg_list_has("ASSAULT|COERCE", sg_str_of(e->type));
    for (size_t i = 0; harm && i < found->count; i++)
        if (found->at[i] == e->source) return true;
    return false;
}

/* "A demand by the rebels was ignored by the government": of a noun for asking its own phrase tells who asks. */
static bool is_asked_by(sg_reader *r, const sg_ev *e, sg_ids *who) {
    bool asks = same_word(e->type, "REQUEST") && tk(r, e->head)->upos == SG_POS_NOUN;
    for (uint32_t c = asks ? tk(r, e->head)->child : NONE; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NMOD && has_case(r, c, "by", NULL)) sg_party_at(r, c, who, sg_behind, false);
    return who->count > 0;
}

/* The first word of the row that a word is joined to. */
static uint32_t head_of_row(const sg_reader *r, uint32_t t) {
    while (tk(r, t)->deprel == SG_DEP_CONJ && tk(r, t)->head != NONE) t = tk(r, t)->head;
    return t;
}

/* "Sought aid in Chad, Mali, Niger, Benin and Togo": the network names a few words at most; where two of a row are among
 * them, all of the row are meant. */
static void find_rest_of_row(sg_reader *r, const sg_whom *named, sg_side side, const sg_ev *e, sg_ids *found) {
    uint32_t rows[SG_WHOM_MOST];
    size_t n = 0;
    bool two = false;
    for (; n < SG_WHOM_MOST && named->tok[n] != NONE; n++) {
        rows[n] = head_of_row(r, named->tok[n]);
        for (size_t i = 0; i < n && !two; i++) two = rows[i] == rows[n];
    }
    if (n < SG_WHOM_MOST || !two || side != SG_RECIPIENT) return;
    sg_fill all = {0};
    for (size_t i = 1; i < n; i++)
        if (rows[i] != rows[0]) return;
    sg_group(r->d, rows[0], &all);
    for (size_t i = 0; i < all.count; i++)
        if (!spares(r, e, all.tok[i])) sg_party_at(r, all.tok[i], found, e->speech ? sg_behind : sg_affected, true);
}

/* "The editor, beaten by guards in May, was charged on Monday", "whom a court had jailed was freed by the king": who did one
 * thing to him is not who did the next; but whoever held him frees him, where nobody else is named. */
static bool did_another_deed(const sg_reader *r, const sg_ev *e, uint32_t t, uint32_t who, bool alone) {
    enum { UP = 2 };
    if (alone && same_word(e->type, "RETREAT")) return false;
    const sg_tok *k = tk(r, who);
    uint32_t deed = k->deprel == SG_DEP_OBL_AGENT || k->deprel == SG_DEP_NSUBJ ? k->head : NONE;
    uint32_t whom = deed == NONE ? NONE : tk(r, deed)->head;
    if (deed == t || whom == NONE || (tk(r, deed)->deprel != SG_DEP_ACL && tk(r, deed)->deprel != SG_DEP_ACL_RELCL))
        return false;
    for (int up = 0; up < UP && tk(r, whom)->head != NONE && tk(r, whom)->deprel == SG_DEP_APPOS; up++)
        whom = tk(r, whom)->head;
    for (int up = 0; up < UP && tk(r, t)->head != NONE && tk(r, t)->deprel == SG_DEP_CONJ; up++) t = tk(r, t)->head;
    return tk(r, whom)->head == t && tk(r, whom)->deprel == SG_DEP_NSUBJ_PASS && tk(r, whom)->ent_count;
}

/* Whom the words of a side name, where they are to be put for those that the tree gave. */
static bool find_side(sg_reader *r, const sg_ev *e, uint32_t t, sg_side side, int least, sg_ids *found) {
    const sg_whom *named = &r->d->whom[(size_t)t * SG_SIDES + side];
    const sg_ids *ids = side == SG_ACTOR ? &e->actors : &e->recipients;
    int believed = ids->count ? sg_likely_named(r->d, e, side) : 0, best = 0, better = e->likely ? BETTER : FAR_BETTER;
    if (ids->count && (e->reciprocal || named->p[0] - believed < better)) return false;
    bool alone = named->tok[1] == NONE || named->p[1] <= least;
    for (size_t k = 0; k < SG_WHOM_MOST && named->tok[k] != NONE && named->p[k] > least; k++) {
        size_t before = found->count;
        uint32_t who = sg_likely_meant(r->d, named->tok[k]);
        if (sg_is_told_by(r, named->tok[k]) || sg_judges(r, named->tok[k], e->head)) continue;
        if (side == SG_ACTOR && (sg_is_scene_of_blast(r->d, who) || is_go_between(r, e, who))) continue;
        if (side == SG_ACTOR && ids->count && is_doer_told_of(r, e, named->tok[k])) continue;
        if (side == SG_ACTOR && (is_none(r, who) || is_spoken_to(r, named->tok[k]))) continue;
        if (side == SG_ACTOR && did_another_deed(r, e, t, named->tok[k], alone)) continue;
        if (side == SG_RECIPIENT && spares(r, e, who)) continue;
        sg_party_at(r, who, found, side == SG_ACTOR || e->speech ? sg_behind : sg_affected, true);
        if (found->count == before && !ids->count && sg_refer_party(r->d, who)) sg_add_ents(r, found, who);
        if (found->count > before && !best) best = named->p[k];
    }
    if (found->count) find_rest_of_row(r, named, side, e, found);
    drop_led(r, found), sg_drop_owners(r, found);
    spare_moved(r, e, found);
    if (side == SG_RECIPIENT) spare_judges(r, e, ids, found);
    if (side == SG_RECIPIENT) spare_outsiders(r, e, found);
    if (side == SG_RECIPIENT)
        spare_sufferers(r, e, found), spare_ground(r, &e->actors, found), spare_topics(r, e, found),
            spare_rulers(r, e, found), spare_hands(r, e, found), spare_own(r, e, found);
    if (!found->count || (ids->count && best - believed < better)) return false;
    if (ids->count && !e->likely && stands_there(r, found, side == SG_ACTOR ? &e->recipients : &e->actors)) return false;
    bool passive = side == SG_ACTOR && !ids->count && (is_bare_passive(r, t) || e->suffered || is_subject_done_to(r, e));
    if (passive && stands_there(r, found, &e->recipients)) return false;
    if (side == SG_ACTOR && !ids->count && (is_done_to(r, e, t, found) || is_own_teller(r, e, found))) return false;
    for (size_t i = 0; i < ids->count; i++)
        for (size_t k = 0; k < found->count; k++)
            if (sg_same_party(r, ids->at[i], found->at[k])) return false;
    return true;
}

/* Is an act kept in the sentence already? A noun beside it names what is done by others, or names it again. */
static bool stands_beside(const sg_reader *r, const sg_ev *e) {
    size_t n = r->out->count;
    return n && tk(r, r->out->at[n - 1]->head)->sent == tk(r, e->head)->sent;
}

void sg_name_parties(sg_reader *r, sg_ev *e) {
    static const char rule[] = "party: the likeliest words of the sentence";
    uint32_t t = e->type && !e->position ? sg_likely_teller(r->d, e) : NONE;
    sg_ids own = {0}; /* the list may be another act's too */
    sg_add_all(r, &own, &e->recipients);
    spare_outsiders(r, e, &own);
    e->recipients = own;
    if (t == NONE || (e->befalls && e->recipients.count)) return;
    sg_ids actors = {0}, recipients = {0}, asking = {0};
    bool asked = is_asked_by(r, e, &asking);
    if (asked) e->actors = asking, sg_drop_common(r, &e->recipients, &e->actors);
    bool told =
        !e->likely && tk(r, e->head)->upos == SG_POS_NOUN; /* "foiled an attack": its doer stands in its own phrases */
    bool open = !asked && !(told && stands_beside(r, e));
    bool acts = open && find_side(r, e, t, SG_ACTOR, told ? FAR_BETTER : FOUND, &actors);
    if (acts) e->actors = actors, sg_because(r, e, "actor", NULL, rule, e->first, e->last);
    bool lone = e->actors.count < 2; /* of what several do together, the other side was not found */
    bool takes = (!e->reciprocal || lone) && find_side(r, e, t, SG_RECIPIENT, FOUND, &recipients);
    if (takes)
        e->reciprocal = false, e->recipients = recipients, sg_because(r, e, "recipient", NULL, rule, e->first, e->last);
    if (takes) sg_drop_strange_places(r, e), sg_spare_forums(r, e);
    if (acts || takes) sg_drop_common(r, &e->recipients, &e->actors);
}

/* "The island state blamed India": a state whose name no word tells, nor any before. */
static bool is_some_state(const sg_reader *r, const sg_ent *e) {
    if (e->head == NONE || !sg_noun_row(r->d, e->head, "country")) return false;
    return e->by == SG_BY_DESCRIPTION && !e->sector && !e->person && !e->name && e->same == NONE && e->country;
}

/* "Issa Hayatou criticised the French government": of whom no word tells anything, he is not of those on the other side. */
static void part(sg_reader *r, sg_ids *these, const sg_ids *those) {
    sg_ids kept = {0}; /* the list may be another act's too */
    for (size_t i = 0; i < these->count; i++) {
        sg_ent e = r->d->ents[these->at[i]];
        bool open = e.by == SG_BY_INFERRED && e.name_by == SG_BY_NAME && e.person, same = false;
        for (size_t k = 0; k < those->count && open; k++) {
            const sg_ent *o = &r->d->ents[those->at[k]];
            same |= same_word(e.country, o->country) && same_word(e.sector, o->sector);
        }
        for (size_t k = 0; k < those->count && is_some_state(r, &e); k++) {
            const sg_ent *o = &r->d->ents[those->at[k]];
            same |= same_word(e.country, o->country) && (o->by == SG_BY_NAME || o->by == SG_BY_OFFICE);
        }
        e.country = e.sector = e.cameo = NULL;
        *SG_PUSH(r->a, kept.at, kept.count, kept.cap) = same ? sg_new_ent(r, e) : these->at[i];
    }
    *these = kept;
}

void sg_part_unknown(sg_reader *r, sg_ev *e) {
    if (e->reciprocal) return;
    part(r, &e->actors, &e->recipients);
    part(r, &e->recipients, &e->actors);
}
