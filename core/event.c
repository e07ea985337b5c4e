/* event.c: see event.h. Reads each sentence from its root down.
 *
 * `sg_read_word` answers what acts a word tells, given what stands above it (sg_above): the subject it
 * inherits, how real it can be, who says so. An operator reads its inner acts first and wraps or bends
 * them; an act gathers its parties; every word is read once, the highest reading wins. */
#include "author.h"
#include "event_in.h"
#include "lands.h"
#include "likely.h"
#include "pattern.h"
#include "speaker.h"

static void explore(sg_reader *, uint32_t tok, sg_above up, sg_ev *owner);

/* ---- who spoke, and whom he asks ---- */

static bool is_side_of(const sg_reader *r, const sg_ev *talk, uint32_t who) {
    const sg_ids *sides[] = {&talk->actors, &talk->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++)
            if (sg_same_party(r, sides[k]->at[i], who)) return true;
    return false;
}

/* A state, or those who govern it. */
static bool governs(const sg_reader *r, uint32_t id) {
    const sg_ent *e = &r->d->ents[id];
    return sg_land_is_state(e->country) && (!e->sector || !strcmp(e->sector, "GOV"));
}

/* "handed the ambassador a note and demanded an apology": of whom one has complained, he is asked. */
static void pass_on_demand(sg_reader *r, sg_ev *list, const sg_ev *blame) {
    static const char told[] = "110|114"; /* to his face, and not from afar */
    bool one = blame->actors.count == 1 && blame->recipients.count == 1 && blame->cameo;
    one = one && governs(r, blame->actors.at[0]) && governs(r, blame->recipients.at[0]);
    for (sg_ev *e = list; e && one && sg_list_has(told, sg_str_of(blame->cameo)); e = e->next) {
        bool asks = same_word(e->type, "REQUEST") && e->realis == SG_ACTUAL && e->actors.count == 1;
        if (!asks || e->recipients.count || !sg_same_party(r, e->actors.at[0], blame->actors.at[0])) continue;
        e->recipients = blame->recipients;
        sg_because(r, e, "recipient", NULL, "party: with whom the speaker has talked", blame->first, blame->last);
    }
}

/* "rang Mr Okello and asked for help", "met the Chadian minister and promised tents": who has just been met or rung is
 * asked and promised; "and protested" to his face. */
static void to_whom_one_spoke(sg_reader *r, sg_ev *list, const sg_ev *talk) {
    if (!talk || talk->next || !talk->type || talk->realis != SG_ACTUAL) return;
    if (!strcmp(talk->type, "ACCUSE")) pass_on_demand(r, list, talk);
    if (strcmp(talk->type, "CONSULT") != 0) return;
    if (talk->actors.count + talk->recipients.count != 2) return;
    for (sg_ev *e = list; e; e = e->next) {
        bool goes_on = e->type && !strcmp(e->type, "CONSULT") && !e->mode && sg_word(r->d, e->head, "converses");
        if (goes_on && !e->recipients.count && e->actors.count == 1 && is_side_of(r, talk, e->actors.at[0])) {
            e->actors = talk->actors, e->recipients = talk->recipients; /* the same talk */
            e->reciprocal = talk->reciprocal;
            continue;
        }
        bool told = e->type && !strcmp(e->type, "ACCUSE") && sg_word(r->d, e->head, "remonstrates");
        bool said = e->speech && e->type && sg_list_has("REQUEST|AGREE", sg_str_of(e->type)) && e->realis == SG_ACTUAL;
        if ((!said && !told) || e->reciprocal || e->recipients.count || e->actors.count != 1) continue;
        const sg_ids *sides[] = {&talk->actors, &talk->recipients};
        bool speaks = false;
        uint32_t other = NONE;
        for (size_t k = 0; k < 2; k++)
            for (size_t i = 0; i < sides[k]->count; i++) {
                if (sg_same_party(r, sides[k]->at[i], e->actors.at[0])) speaks = true;
                else other = sides[k]->at[i];
            }
        if (!speaks || other == NONE) continue;
        sg_add_id(r, &e->recipients, other);
        sg_ev *in = e->content;
        bool asked = !strcmp(e->type, "REQUEST");
        if (in && asked && !in->actors.count) sg_add_id(r, &in->actors, other);
        if (in && !asked && same_word(in->type, "AID") && !in->recipients.count) sg_add_id(r, &in->recipients, other);
        sg_because(r, e, "recipient", NULL, "party: with whom the speaker has talked", talk->first, talk->last);
    }
}

/* "Denied having used gas and accused Y", "came to plead and was arrested": parsers join a verb in the past to the clause
 * before it, though it stands beside the verb over that clause. */
static bool is_beside_clause(const sg_reader *r, uint32_t t, uint32_t c) {
    uint8_t rel = tk(r, t)->deprel;
    bool clause = rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL;
    bool past = tk(r, c)->upos == SG_POS_VERB && (tk(r, c)->bits & SG_FEAT_PAST) && sg_own_subject(r, c) == NONE;
    if (!clause || !past || (tk(r, t)->bits & SG_FEAT_FIN)) return false;
    bool having = !(tk(r, t)->bits & SG_FEAT_PAST); /* "using", "to plead"; "having used" */
    for (uint32_t k = tk(r, t)->child; k != NONE; k = tk(r, k)->next) {
        if (tk(r, k)->deprel != SG_DEP_AUX && tk(r, k)->deprel != SG_DEP_AUX_PASS) continue;
        if (tk(r, k)->bits & SG_FEAT_FIN) return false;
        having |= sg_eqz(tk(r, k)->key, "having");
    }
    return having;
}

/* Coordinated predicates share subject, source and dates; a joint act's parties pass on to a "we". */
static sg_ev *read_conj(sg_reader *r, uint32_t t, sg_above up, const sg_ev *before) {
    sg_ev *all = NULL, **at = &all;
    uint32_t subj = sg_own_subject(r, t);
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_CONJ || r->seen[c] || tk(r, c)->upos == SG_POS_NOUN ||
            tk(r, c)->upos == SG_POS_PROPN)
            continue;
        sg_above mine = up;
        mine.carrier = mine.reach = NONE;
        if (subj != NONE) mine.subject = subj;
        if (mine.times_at == NONE) mine.times_at = t;
        bool speaker = subj != NONE && (tk(r, subj)->bits & SG_FEAT_P1);
        if (before && before->reciprocal && (subj == NONE || speaker || !tk(r, subj)->ent_count)) {
            mine.actors = &before->actors;
            if (speaker) mine.subject = NONE;
        }
        bool apart = is_beside_clause(r, t, c);
        if (apart) mine.realis = SG_ACTUAL, mine.bent = NONE, mine.source = NONE;
        sg_ev *got = sg_read_word(r, c, mine);
        if (apart) {
            sg_keep(r, got);
            continue;
        }
        *at = got;
        if (subj == NONE || tk(r, subj)->head != c) to_whom_one_spoke(r, *at, before);
        while (*at) at = &(*at)->next;
    }
    return all;
}

/* ---- what tells nothing, and what is made up ---- */

/* "the Committee for Supporting Reunification": a word of a name does nothing. In headlines all words are such. */
static bool in_name(const sg_reader *r, uint32_t t) {
    const sg_sent *s = &r->d->sents[tk(r, t)->sent];
    if (!sg_is_capital(tk(r, t)) || t == s->first) return false;
    uint32_t capitals = 0, words = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        capitals += sg_is_capital(tk(r, i)), words += tk(r, i)->upos != SG_POS_PUNCT;
    bool beside = sg_is_capital(tk(r, t - 1)) || (t + 1 < s->first + s->count && sg_is_capital(tk(r, t + 1)));
    return capitals * 5 < words * 3 && beside;
}

/* "the occupied territory": how it is, not what was done. */
static bool is_state(const sg_reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_AMOD && tk(r, t)->upos != SG_POS_NOUN && tk(r, t)->child == NONE;
}

bool sg_tells_nothing(const sg_reader *r, uint32_t t) {
    bool sure = tk(r, t)->likely.type[0].p >= SURELY; /* parsers take "implored leaders" for leaders who were implored */
    return !sure && (is_state(r, t) || in_name(r, t));
}

/* "in the film", "on page nine of the novel", "in the opening scene of her play". */
static bool is_in_fiction(const sg_reader *r, uint32_t t) {
    if (!has_case(r, t, NULL, "locative")) return false;
    if (sg_in_class(r->d, t, SG_LIT("fiction"))) return true;
    for (uint32_t k = tk(r, t)->child; k != NONE; k = tk(r, k)->next) {
        bool work = tk(r, k)->deprel == SG_DEP_NMOD && has_case(r, k, "of", NULL);
        if (work && sg_in_class(r->d, k, SG_LIT("fiction"))) return true;
    }
    return false;
}

/* "A chapter in which the queen is killed". */
static bool is_told_in_fiction(const sg_reader *r, uint32_t t) {
    uint32_t work = tk(r, t)->head;
    if (tk(r, t)->deprel != SG_DEP_ACL_RELCL || work == NONE || !sg_in_class(r->d, work, SG_LIT("fiction"))) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBL && (tk(r, c)->bits & SG_FEAT_REL)) return true;
    return false;
}

/* "The novel tells how rebels storm a town", "in the film": what is made up. */
bool sg_is_fiction(const sg_reader *r, uint32_t t) {
    if (sg_is_past(r, t) && tk(r, t)->likely.type[0].p >= ALL_BUT_SURE) return false; /* plots are told in the present */
    if (is_told_in_fiction(r, t)) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_OBL && is_in_fiction(r, c)) return true;
        if (rel != SG_DEP_NSUBJ && rel != SG_DEP_NSUBJ_PASS) continue;
        if (sg_in_class(r->d, c, SG_LIT("fiction"))) return true;
        if (!sg_in_class(r->d, c, SG_LIT("persona"))) continue;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) /* "the novel's hero", "the hero of the comic" */
            if (tk(r, k)->upos == SG_POS_NOUN && sg_in_class(r->d, k, SG_LIT("fiction"))) return true;
    }
    return false;
}

static void pass_over(sg_reader *r, uint32_t t) {
    r->seen[t] = true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) pass_over(r, c);
}

/* ---- one word ---- */

/* "X said it would not extend the lease": does the verb tell what the speaker himself does? */
static bool own_deed(sg_reader *r, uint32_t t, const sg_above *up) {
    if (up->source == NONE || tk(r, t)->upos != SG_POS_VERB || tk(r, t)->deprel != SG_DEP_CCOMP) return false;
    sg_ids who = {0};
    sg_frame fr = frame(r, t, NONE, up->subject);
    sg_parties(r, &fr, "subj", &who, sg_behind);
    for (size_t i = 0; i < who.count; i++)
        if (sg_same_party(r, who.at[i], up->source)) return true;
    return false;
}

/* "The army will not disarm", "Chaves would pay nothing": what a party says of itself or is told to mean, unless nobody's
 * will is in the verb. */
static bool is_willed(sg_reader *r, uint32_t t, const sg_above *up) {
    uint8_t rel = tk(r, t)->deprel;
    bool told = rel == SG_DEP_ROOT || rel == SG_DEP_CONJ || rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS;
    if (!told || tk(r, t)->upos != SG_POS_VERB || sg_is_passive(r->d, t)) return false;
    if (up->realis > SG_HISTORICAL || sg_in_class(r->d, t, SG_LIT("unwilled"))) return false;
    sg_ids who = {0};
    sg_frame fr = frame(r, t, NONE, up->subject);
    sg_parties(r, &fr, "subj", &who, NULL);
    return who.count > 0;
}

/* "were mobilised and shelled the rebels": of forces that move and strike the blow alone is told. */
static bool is_on_the_way(const sg_reader *r, const sg_ev *e, const sg_ev *more) {
    bool moves = e && more && e->type && !e->next && !strcmp(e->type, "MOBILIZE") && e->actors.count;
    for (const sg_ev *x = more; moves && x; x = x->next)
        if (x->type && !strcmp(x->type, "ASSAULT") && x->actors.count && sg_corefer(r->d, x->actors.at[0], e->actors.at[0]))
            return true;
    return false;
}

/* "keeps aid separate from trade": that they are apart is told, and not that the aid goes on. */
static bool parts_matters(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_VERB) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->deprel == SG_DEP_XCOMP || tk(r, c)->deprel == SG_DEP_ADVMOD) && sg_word(r->d, c, "apart matters"))
            return true;
    return false;
}

sg_ev *sg_read_word(sg_reader *r, uint32_t t, sg_above up) {
    if (r->seen[t] || up.depth > DEPTH) return NULL;
    if (tk(r, t)->upos == SG_POS_VERB && sg_is_fiction(r, t)) {
        pass_over(r, t);
        return NULL;
    }
    if (!r->loose && sg_tells_nothing(r, t)) return NULL;
    bool network = up.network;
    up.network = false;
    sg_above mine = up;
    bool report = false, guess = r->loose && r->loose[t];
    sg_signs s = sg_local_signs(r, t, &mine);
    if (mine.realis == SG_PLANNED && sg_speaks_openly(r, t)) mine.realis = SG_CONDITIONAL;
    if (mine.hearsay[0] != up.hearsay[0]) mine.source = NONE;
    if (tk(r, t)->upos != SG_POS_NOUN) mine.reach = NONE;
    sg_ev *e = parts_matters(r, t) ? sg_read_stance(r, t, mine) : NULL;
    if (!e) e = sg_read_operator(r, t, mine, &s, false, &report);
    if (!e) e = sg_read_stance(r, t, mine);
    if (!e && tk(r, t)->upos == SG_POS_VERB && sg_names_goods(r, t)) e = sg_read_operator(r, t, mine, &s, true, &report);
    if (!e) e = sg_read_act(r, t, mine, STRICTLY);
    if (!e && tk(r, t)->upos != SG_POS_NOUN) e = sg_read_operator(r, t, mine, &s, true, &report);
    if (!e && guess) e = sg_read_act(r, t, mine, LOOSELY);
    if (!e && tk(r, t)->upos == SG_POS_VERB) e = sg_read_act(r, t, mine, TOGETHER);
    if (!e && network) e = sg_read_act(r, t, mine, BY_NETWORK);
    /* What must be done, or will not be, is asked or refused even where no table knows the word. */
    bool willed = s.future && (s.negated || s.unless) && is_willed(r, t, &mine);
    bool asked = s.duty && mine.source != NONE;
    bool refused = s.future && s.negated && (guess || willed || own_deed(r, t, &mine));
    bool untold = !e && !s.shared && tk(r, t)->deprel != SG_DEP_ADVCL;
    if (untold && (asked || refused || willed) && !sg_is_figure_here(r, t)) { /* but "will spare no effort" */
        e = sg_untyped(r, t, &mine);
        e->weak = !asked && !guess && !willed;
    }
    e = report ? sg_under_report(r, e, &s) : sg_under_signs(r, e, &mine, t, &s);
    sg_ev *more = tk(r, t)->upos == SG_POS_NOUN ? NULL : read_conj(r, t, up, e);
    if (!e || is_on_the_way(r, e, more)) return more;
    sg_ev *end = e;
    while (end->next) end = end->next;
    end->next = more;
    return e;
}

/* ---- the walk ---- */

/* "the first state to recognise it", "the only one to vote against": what the noun is known for was done. */
static bool is_deed_of(const sg_reader *r, uint32_t t) {
    uint32_t noun = tk(r, t)->head;
    if (noun == NONE || tk(r, noun)->upos == SG_POS_NUM || tk(r, noun)->upos == SG_POS_ADJ) return true;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->bits & SG_FEAT_ORD) || sg_word(r->d, c, "sole")) return true;
    return sg_told_party(r->d, noun);
}

static bool is_first_person(const sg_reader *r, uint32_t t) {
    return tk(r, t)->upos == SG_POS_PRON && (tk(r, t)->bits & SG_FEAT_P1);
}

/* "Had the opportunity to visit Chad": who had it did it. */
static bool is_done_when_able(sg_reader *r, uint32_t t) {
    uint32_t noun = tk(r, t)->head, verb = noun == NONE || tk(r, noun)->deprel != SG_DEP_OBJ ? NONE : tk(r, noun)->head;
    bool had = verb != NONE && sg_is_past(r, verb) && !sg_has_sign(r, verb, "neg");
    return had && tk(r, t)->deprel == SG_DEP_ACL && sg_word(r->d, verb, "holding") && sg_word(r->d, noun, "done if had");
}

/* "I have the honour to thank Chad", "it is my turn to thank it", "it gives me joy to thank it": who says so does it. */
static bool is_done_by_saying(const sg_reader *r, uint32_t t) {
    uint32_t noun = tk(r, t)->head, over = noun == NONE ? NONE : tk(r, noun)->head;
    if (noun == NONE || tk(r, t)->deprel != SG_DEP_ACL || !sg_word(r->d, noun, "said with")) return false;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if (c < t && is_first_person(r, c)) return true;
    bool held = tk(r, noun)->deprel == SG_DEP_OBJ && over != NONE && !sg_is_past(r, over);
    for (uint32_t c = held ? tk(r, over)->child : NONE; c != NONE && c < noun; c = tk(r, c)->next)
        if (is_first_person(r, c)) return true;
    return false;
}

bool sg_is_wished(const sg_reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_CSUBJ && sg_word(r->d, tk(r, t)->head, "wished") && !sg_is_past(r, t);
}

/* "Imposing more sanctions cannot help", "closing the strait would hurt all": a deed of which one says what would come of it. */
static bool is_weighed(const sg_reader *r, uint32_t t) {
    uint32_t over = tk(r, t)->head;
    if (over == NONE || over < t || (tk(r, t)->bits & SG_FEAT_FIN) || sg_is_past(r, t)) return false;
    for (uint32_t c = tk(r, over)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && (sg_word(r->d, c, "modal") || sg_word(r->d, c, "able"))) return true;
    return false;
}

/* "so that it can be adopted", "to send aid": what is hoped for, not told. */
static bool is_purpose(sg_reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    if (sg_is_wished(r, t)) return true;
    bool aim =
        (rel == SG_DEP_ACL && !is_deed_of(r, t)) || rel == SG_DEP_CSUBJ; /* "the will to improve ties", "in a bid to" */
    if (aim && (tk(r, t)->bits & SG_FEAT_INF)) return !is_done_by_saying(r, t) && !is_done_when_able(r, t);
    if (rel == SG_DEP_CSUBJ && is_weighed(r, t)) return true;
    if (rel != SG_DEP_ADVCL) return false;
    if (tk(r, t)->bits & SG_FEAT_INF) {
        bool modal = false;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) modal |= tk(r, c)->deprel == SG_DEP_AUX;
        return modal || sg_case_of(r->d, t).n > 0;
    }
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && (sg_word(r->d, c, "modal") || sg_word(r->d, c, "able"))) return true;
    return false;
}

/* "rang Y to thank him", "called on Y to convey condolences": who comes or rings to say something says it to him. */
static bool is_errand(sg_reader *r, const sg_ev *owner, sg_ev *e, uint32_t clause) {
    static const char said[] = "SUPPORT|CONCEDE|REQUEST|ACCUSE|REJECT";
    if (clause == NONE || !(tk(r, clause)->bits & SG_FEAT_INF)) return false;
    if (!same_word(owner->type, "CONSULT") || !owner->mode) return false;
    bool words = e->speech || (tk(r, e->head)->upos == SG_POS_NOUN && same_word(e->type, "SUPPORT")); /* "to give thanks" */
    if (owner->realis > SG_HISTORICAL || e->next || !words || !e->type) return false;
    bool phone = !strcmp(owner->mode, "phone"), visit = !strcmp(owner->mode, "visit") && !strcmp(e->type, "SUPPORT");
    bool signs = e->cameo && !strncmp(e->cameo, "057", 3); /* "came to sign a pact" */
    if ((!phone && !visit) || signs || !sg_list_has(said, sg_str_of(e->type))) return false;
    if (!owner->actors.count || (!owner->recipients.count && owner->actors.count < 2)) return false;
    e->realis = owner->realis;
    if (!e->actors.count) sg_add_id(r, &e->actors, owner->actors.at[0]);
    if (!e->recipients.count) sg_add_all(r, &e->recipients, owner->recipients.count ? &owner->recipients : &owner->actors);
    sg_drop_common(r, &e->recipients, &e->actors);
    return true;
}

/* "Work with the Security Council so that sanctions are adopted": the organisation with whom one works for it imposes them. */
static void adopt(sg_reader *r, const sg_ev *owner, sg_ev *e) {
    if (e->actors.count || !same_word(e->type, "SANCTION") || !same_word(owner->type, "COOPERATE")) return;
    const sg_ids *sides[] = {&owner->actors, &owner->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const char *land = r->d->ents[sides[k]->at[i]].country;
            if (land && !strcmp(land, "IGO")) sg_add_id(r, &e->actors, sides[k]->at[i]);
        }
}

/* An act below one that is only spoken of belongs to it: it is no more real than its owner. */
static void belong(sg_reader *r, sg_ev *owner, sg_ev *e, uint32_t clause) {
    sg_realis least = owner->realis > SG_HISTORICAL ? owner->realis : SG_ACTUAL;
    bool condition = clause != NONE && (sg_is_condition(r, clause) || sg_is_awaited(r, clause));
    if (!condition && is_errand(r, owner, e, clause)) {
        sg_keep(r, e);
        return;
    }
    if (owner->factive || !e->type)
        return; /* what a relative clause claims of a deed that was judged is the judge's claim */
    for (sg_ev *x = e; x && !condition; x = x->next) sg_raise(&x->realis, least);
    if (!condition) adopt(r, owner, e);
    sg_link_content(r, owner, e, condition ? "condition" : "purpose");
}

/* "on a visit", "for talks": phrases that name what is to be done, unlike "in this forum". */
static bool is_aim(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_CASE) return sg_word(r->d, c, "aim") != NULL;
    return false;
}

/* "will lead a delegation on a visit": a new act in the phrases of a verb that no table knows is as much to come
 * as the verb is. */
static bool is_to_come(sg_reader *r, uint32_t t) {
    uint32_t head = tk(r, t)->head;
    uint8_t rel = tk(r, t)->deprel;
    if (head == NONE || r->seen[head] || tk(r, head)->upos != SG_POS_VERB) return false;
    bool aim = rel == SG_DEP_OBJ || (rel == SG_DEP_OBL && is_aim(r, t));
    if (!aim || tk(r, t)->upos != SG_POS_NOUN) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NMOD_POSS || (tk(r, c)->bits & SG_FEAT_DEF)) return false;
    sg_above ignored = {0};
    sg_signs s = sg_local_signs(r, head, &ignored);
    return s.future && !s.negated;
}

/* "A boycott would please them", "an attack could kill thousands": what the subject names is only thought of. What is
 * known ("the attack") may well have happened. */
static bool only_thought_of(const sg_reader *r, uint32_t verb, uint32_t subject) {
    uint8_t rel = tk(r, subject)->deprel;
    if ((rel != SG_DEP_NSUBJ && rel != SG_DEP_NSUBJ_PASS) || tk(r, subject)->upos != SG_POS_NOUN) return false;
    bool owned = false;
    for (uint32_t c = tk(r, subject)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_DET && (tk(r, c)->bits & SG_FEAT_DEF)) return false;
        owned |= tk(r, c)->deprel == SG_DEP_NMOD_POSS;
    }
    if (tk(r, verb)->upos == SG_POS_ADJ && sg_word(r->d, verb, "thinkable")) return true;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        const char *v = tk(r, c)->deprel == SG_DEP_AUX ? sg_word(r->d, c, "modal") : NULL;
        if (v && (!strcmp(v, "unreal") || (!strcmp(v, "possible") && !owned))) return true;
    }
    return false;
}

/* Is an act of the type told in the sentence already? */
static bool is_told(const sg_reader *r, uint32_t t, const char *type) {
    if (is_apart(r, t)) return false;
    for (size_t i = r->out->count; i-- > 0 && tk(r, r->out->at[i]->head)->sent == tk(r, t)->sent;)
        if (same_word(r->out->at[i]->type, type)) return true;
    return false;
}

/* Was an act of a noun that hangs on the word kept since: "led a delegation on a visit"? Of another type ("expects an
 * inquiry") it is another act, if the network is rather sure of the word's. */
static bool carries(const sg_reader *r, uint32_t t, size_t since) {
    const sg_row *row = sg_likely_row(r->d, t, ODDS_ON);
    if (is_sure(r, t)) return false;
    for (size_t i = since; i < r->out->count; i++) {
        const sg_ev *e = r->out->at[i];
        const sg_tok *w = tk(r, e->head);
        if (w->head == t && w->upos == SG_POS_NOUN && (!row || same_word(row->cell[A_TYPE], e->type))) return true;
    }
    return false;
}

/* "It is time for Chad to free them": it is the deed below that is asked, and nothing by the word itself. */
static bool bids_below(sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (sg_charged(r, c) != NONE || sg_is_wished_of(r, c)) return true;
    return false;
}

/* A word of which the tables know no reading that fits: what the network takes it for. Below another act (its owner, to
 * which it then belongs), or above one, only where the network is sure. */
static void ask_network(sg_reader *r, uint32_t t, sg_above up, sg_ev *owner) {
    bool sure = is_sure(r, t);
    if (r->loose || r->seen[t] || (!sure && (owner || up.realis == SG_PLANNED))) return;
    const sg_row *row = sg_likely_row(r->d, t, likely_at_least(r, t));
    if (!row || is_told(r, t, row->cell[A_TYPE]) || bids_below(r, t)) return;
    up.network = true;
    sg_ev *e = sg_read_word(r, t, up);
    if (e && owner && owner != e) belong(r, owner, e, t);
    else if (e) sg_keep(r, e);
}

/* "to arrest those who had attacked it": what a clause in the past tells of somebody was done, whatever is hoped of him. */
bool sg_is_past(const sg_reader *r, uint32_t t) {
    bool past = (tk(r, t)->bits & SG_FEAT_FIN) && (tk(r, t)->bits & SG_FEAT_PAST);
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_AUX && tk(r, c)->deprel != SG_DEP_AUX_PASS) continue;
        if (sg_word(r->d, c, "modal")) return false;
        past |= (tk(r, c)->bits & SG_FEAT_FIN) && (tk(r, c)->bits & SG_FEAT_PAST);
    }
    return past;
}

/* "any officer who beat a prisoner": of whoever it may be nothing is told. */
static bool is_whoever(const sg_reader *r, uint32_t noun) {
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET && (sg_word(r->d, c, "any") || sg_word(r->d, c, "habit"))) return true;
    return false;
}

/* "The truce that Chad is requesting", "what the rebels demand": a verb of asking in the present tells what somebody does. */
static bool asks_now(const sg_reader *r, uint32_t verb) {
    const sg_tok *v = tk(r, verb);
    if (v->upos != SG_POS_VERB || v->deprel != SG_DEP_ACL_RELCL) return false;
    bool now = (v->bits & SG_FEAT_FIN) && (v->bits & SG_FEAT_PRES), asks = false;
    for (uint32_t c = v->child; c != NONE && c < verb; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_AUX) continue;
        if (sg_word(r->d, c, "modal")) return false;
        now |= (tk(r, c)->bits & SG_FEAT_FIN) && (tk(r, c)->bits & SG_FEAT_PRES);
    }
    sg_rows rows = sg_rows_by_lemma(r->d, v, SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++) asks |= sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[O_OP]));
    return now && asks;
}

/* "Ended the talks with an accord to pull back", "the meeting closed with a pledge": those who met agree; or NULL. */
static const sg_ids *who_closed(sg_reader *r, uint32_t t) {
    enum { DEEP = 3 };
    uint32_t verb = tk(r, t)->head;
    if (tk(r, t)->upos != SG_POS_NOUN || !has_case(r, t, "with", NULL)) return NULL;
    for (size_t i = 0; i < DEEP && verb != NONE && tk(r, verb)->upos == SG_POS_NOUN; i++) verb = tk(r, verb)->head;
    if (verb == NONE || tk(r, verb)->upos != SG_POS_VERB || !sg_word(r->d, verb, "closes meetings")) return NULL;
    for (size_t i = r->out->count; i-- > 0;) {
        const sg_ev *e = r->out->at[i];
        if (tk(r, e->head)->sent != tk(r, t)->sent) return NULL;
        bool met = same_word(e->type, "CONSULT") && e->realis <= SG_HISTORICAL;
        if (!met || (e->head != verb && !sg_is_below(r->d, e->head, verb, DEEP))) continue;
        sg_ids *all = SG_NEW(r->a, sg_ids, 1);
        sg_add_all(r, all, &e->actors);
        sg_add_all(r, all, &e->recipients);
        return all;
    }
    return NULL;
}

static bool many_lands(const sg_reader *r, const sg_ids *ids) {
    for (size_t i = 1; i < ids->count; i++)
        if (!same_word(r->d->ents[ids->at[0]].country, r->d->ents[ids->at[i]].country)) return true;
    return false;
}

/* "Announced it after four hours of talks in Kigali": several of different lands who tell what comes of talks held them. The
 * verb whose subject they are, or NONE. */
static uint32_t told_by_who_met(sg_reader *r, uint32_t t) {
    uint32_t top = t, verb = tk(r, t)->head;
    if (tk(r, t)->upos != SG_POS_NOUN || verb == NONE || !sg_word(r->d, t, "talks held")) return NONE;
    if (tk(r, verb)->upos == SG_POS_NOUN && tk(r, t)->deprel == SG_DEP_NMOD && has_case(r, t, "of", NULL))
        top = verb, verb = tk(r, verb)->head;
    bool after = has_case(r, top, "after", NULL) || has_case(r, top, "following", NULL);
    if (verb == NONE || tk(r, top)->deprel != SG_DEP_OBL || !after || tk(r, verb)->upos != SG_POS_VERB) return NONE;
    sg_fill f = {.count = 0};
    uint32_t who = sg_is_passive(r->d, verb) ? NONE : sg_own_subject(r, verb);
    if (who != NONE) sg_group(r->d, who, &f);
    sg_ids all = {0};
    for (size_t i = 0; i < f.count; i++)
        if (!sg_add_ents(r, &all, f.tok[i])) sg_add_owner(r, &all, f.tok[i], sg_behind, 0);
    return many_lands(r, &all) ? verb : NONE;
}

/* "Became the first state to restore ties with Y", "was the last ally to send troops": who is said to be that does what the
 * infinitive tells; or NONE. */
static uint32_t ranked_subject(const sg_reader *r, uint32_t noun, uint32_t clause) {
    if (tk(r, clause)->deprel != SG_DEP_ACL || !(tk(r, clause)->bits & SG_FEAT_INF)) return NONE;
    bool ranked = false;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        ranked |= tk(r, c)->deprel == SG_DEP_AMOD && sg_word(r->d, c, "ranks");
    uint32_t who = ranked ? sg_own_subject(r, noun) : NONE, verb = tk(r, noun)->head;
    if (!ranked || who != NONE || verb == NONE || tk(r, noun)->deprel != SG_DEP_XCOMP) return who;
    return sg_own_subject(r, verb);
}

/* What stands above a noun in the phrases of a verb that it goes with: who agreed, who met. */
static sg_above beside_verb(sg_reader *r, uint32_t t, sg_above up, bool later) {
    if (later) up.carrier = tk(r, t)->head, up.subject = sg_own_subject(r, tk(r, t)->head);
    const sg_ids *closers = who_closed(r, t);
    uint32_t met = told_by_who_met(r, t);
    if (closers) up.actors = closers;
    if (met != NONE) up.carrier = met;
    return up;
}

/* Words not yet read below this one: clauses that hang on it, and acts named as nouns. */
static void explore(sg_reader *r, uint32_t t, sg_above up, sg_ev *owner) {
    size_t before = r->out->count;
    if (r->inner[t]) owner = r->inner[t];
    if (!r->seen[t]) {
        bool later = is_to_come(r, t);
        sg_ev *e = sg_read_word(r, t, beside_verb(r, t, up, later));
        if (e && later) e = sg_under_signs(r, e, &up, t, &(sg_signs){.future = true});
        /* "will be bombed unless it withdraws": what would spare him is no deed of his, nor thought to be one */
        bool spares = tk(r, t)->deprel == SG_DEP_ADVCL && sg_is_ultimatum(r, t);
        if (e && owner && owner != e) belong(r, owner, e, t);
        else if (e && up.realis != SG_PLANNED && !spares) sg_keep(r, e);
    }
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        sg_above mine = up;
        uint8_t rel = tk(r, c)->deprel;
        mine.subject = NONE;
        mine.reach = NONE;
        mine.times_at = NONE;
        if (rel == SG_DEP_ADVCL || rel == SG_DEP_CONJ || rel == SG_DEP_XCOMP) {
            uint32_t subj = sg_own_subject(r, t);
            mine.subject = subj != NONE ? subj : up.subject;
            mine.times_at = t;
        }
        uint32_t ranked = ranked_subject(r, t, c);
        if (ranked != NONE) mine.subject = ranked;
        if (rel == SG_DEP_OBL && sg_word(r->d, t, "copula")) { /* "have been in custody" */
            uint32_t who = sg_own_subject(r, t);
            bool which = who != NONE && (tk(r, who)->bits & SG_FEAT_REL);
            mine.subject = which ? tk(r, t)->head : who;
        }
        mine.actors = NULL;
        if (rel == SG_DEP_ADVCL || rel == SG_DEP_CCOMP) sg_local_signs(r, t, &mine);
        mine.modality = up.modality;
        sg_under_speech(r, c, &mine);
        sg_ev *above_it = owner;
        if (only_thought_of(r, t, c)) sg_raise(&mine.realis, SG_HYPOTHETICAL), mine.bent = t;
        bool awaited = sg_is_awaited(r, c);
        if (awaited) sg_raise(&mine.realis, SG_HYPOTHETICAL), mine.bent = c;
        uint32_t charged = mine.source == NONE ? NONE : sg_charged(r, c);
        if (charged != NONE) mine.subject = charged;
        bool asked = charged != NONE || (mine.source != NONE && sg_is_wished_of(r, c));
        if (!asked && is_purpose(r, c)) {
            sg_raise(&mine.realis, SG_PLANNED);
            if (rel == SG_DEP_ADVCL && r->made[t]) above_it = r->made[t]->content ? r->made[t]->content : r->made[t];
        }
        if (awaited && r->made[t]) above_it = r->made[t];
        /* "a truce meant to end the war, weeks after soldiers shot its founder" */
        bool beside = rel == SG_DEP_ADVCL && sg_case_of(r->d, c).n && !sg_is_condition(r, c) && !awaited;
        beside |= rel == SG_DEP_ACL_RELCL && !is_whoever(r, t);
        if (beside && (sg_is_past(r, c) || asks_now(r, c))) mine.realis = SG_ACTUAL, above_it = NULL;
        explore(r, c, mine, above_it);
    }
    if (!carries(r, t, before)) ask_network(r, t, up, owner);
}

/* "In the view of X", "in X's words": X. */
static uint32_t beholder(const sg_reader *r, uint32_t t) {
    uint32_t who = NONE;
    bool in = false;
    if (tk(r, t)->deprel != SG_DEP_OBL || !sg_word(r->d, t, "as seen")) return NONE;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        in |= tk(r, c)->deprel == SG_DEP_CASE && sg_eqz(tk(r, c)->key, "in");
        if (tk(r, c)->deprel == SG_DEP_NMOD || tk(r, c)->deprel == SG_DEP_NMOD_POSS) who = c;
    }
    return in ? who : NONE;
}

/* "according to X", "in the view of X", ", X said" at the end: the source of all that the sentence tells. */
static void attribution(sg_reader *r, const sg_sent *s, sg_above *up) {
    bool duty = s->root != NONE && sg_has_duty(r, s->root); /* a view of what should be demands nothing */
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        uint32_t by = duty ? NONE : beholder(r, t);
        if (by == NONE && tk(r, t)->deprel != SG_DEP_PARATAXIS && !sg_word(r->d, t, "according")) continue;
        sg_frame fr = sg_frame_of(r->d, t, NONE, false);
        uint32_t a, b;
        sg_ids who = {0};
        const sg_row *row = sg_reading(&fr, SG_T_OPERATORS, &a, &b);
        bool says = (row && !strcmp(row->cell[O_OP], "say")) || sg_word(r->d, t, "closing words"); /* ", Y warned" */
        says &= tk(r, t)->deprel == SG_DEP_PARATAXIS;
        if (says) sg_parties(r, &fr, "subj", &who, NULL);
        if (says && !who.count && sg_is_passive(r->d, t)) up->hearsay[0] = up->hearsay[1] = t; /* ", it is told" */
        if (sg_word(r->d, t, "according")) by = tk(r, t)->head;
        if (by != NONE) sg_add_ents(r, &who, by);
        for (uint32_t c = by != NONE && !who.count ? tk(r, by)->child : NONE; c != NONE; c = tk(r, c)->next) {
            bool whose = tk(r, c)->deprel == SG_DEP_NMOD || tk(r, c)->deprel == SG_DEP_NMOD_POSS;
            if (whose && !who.count) sg_add_ents(r, &who, c); /* "to information of the border service" */
            for (uint32_t k = tk(r, c)->deprel == SG_DEP_ACL ? tk(r, c)->child : NONE; k != NONE; k = tk(r, k)->next)
                if (tk(r, k)->deprel == SG_DEP_OBL_AGENT && !who.count) sg_add_ents(r, &who, k); /* "figures compiled by X" */
        }
        if (who.count) up->source = who.at[0];
    }
}

/* The verb of what ought to be done: "must free", "has to free", "it is vital that Chad free", "Chad has a duty to free"; NONE
 * where nothing has to be. */
static uint32_t bidden(sg_reader *r, uint32_t root) {
    if (sg_has_duty(r, root) || sg_charged(r, root) != NONE) return root;
    for (uint32_t c = tk(r, root)->child; c != NONE; c = tk(r, c)->next) {
        if (sg_is_obliged(r, c) || sg_is_wished_of(r, c) || sg_charged(r, c) != NONE) return c;
        bool under = tk(r, c)->deprel == SG_DEP_OBJ || tk(r, c)->deprel == SG_DEP_ADVMOD;
        for (uint32_t k = under ? tk(r, c)->child : NONE; k != NONE; k = tk(r, k)->next)
            if (sg_charged(r, k) != NONE) return k;
    }
    return NONE;
}

/* May he be asked to do something: is he told by name or office, as a body or lands ("the donors", "nuclear powers"), or by a
 * word for those just told of? */
static bool may_be_asked(const sg_reader *r, uint32_t who) {
    if (!tk(r, who)->ent_count) return sg_are_states(r, who);
    const sg_ent *e = &r->d->ents[tk(r, who)->ent];
    bool body = e->country && !sg_land_is_state(e->country), third = !(tk(r, who)->bits & (SG_FEAT_P1 | SG_FEAT_P2));
    return e->by == SG_BY_NAME || e->by == SG_BY_OFFICE || (e->by == SG_BY_DESCRIPTION && body) ||
           (e->by == SG_BY_PRONOUN && third);
}

/* Who has to do what must be done: the subject, of a passive whoever has to act ("must be taken by the Council"); NONE where that
 * is not told. */
static uint32_t obliged(sg_reader *r, uint32_t verb, uint32_t root) {
    if (sg_is_passive(r->d, verb)) {
        for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_OBL_AGENT) return c;
        return NONE;
    }
    uint32_t who = sg_charged(r, verb);
    if (who == NONE) who = sg_own_subject(r, verb);
    return who == NONE && sg_is_obliged(r, verb) ? sg_own_subject(r, root) : who;
}

/* "The embargo imposed by X must be lifted", "X's raids must stop": it is X that must do so, and no other land than the
 * speaker's. */
static bool is_others_to_do(sg_reader *r, uint32_t verb, uint32_t asks) {
    sg_ids ids = {0};
    sg_those_behind(r, verb, &ids);
    bool other = ids.count > 0;
    for (size_t i = 0; i < ids.count; i++) {
        const char *land = r->d->ents[ids.at[i]].country;
        other &= land && sg_land_is_state(land) && !same_word(land, r->d->ents[asks].country);
    }
    return other;
}

/* Who says in a speech that somebody else ought to do something: "Chad should free them"; NONE. */
static uint32_t bidder(sg_reader *r, uint32_t root) {
    uint32_t verb = bidden(r, root), who = verb == NONE ? NONE : obliged(r, verb, root);
    bool does = verb != NONE && (tk(r, verb)->upos == SG_POS_VERB || tk(r, verb)->upos == SG_POS_ADJ);
    uint32_t speaker = does ? sg_speaker_asking(r->d, root) : NONE;
    bool thing = who == NONE || !tk(r, who)->ent_count;
    if (speaker != NONE && thing && is_others_to_do(r, verb, speaker)) return speaker;
    uint32_t asks = who != NONE && may_be_asked(r, who) ? speaker : NONE;
    bool own = asks != NONE && tk(r, who)->ent_count && sg_corefer(r->d, asks, tk(r, who)->ent);
    return own ? NONE : asks;
}

/* "Chad should free them": in a report by those who ask such things, and in a speech, it is a demand; so is what stands beside
 * the sentence's first clause. */
static void advocacy(sg_reader *r, const sg_sent *s, sg_above *up) {
    uint32_t who = sg_own_subject(r, s->root);
    if (up->source != NONE) return;
    if (sg_has_duty(r, s->root) && who != NONE && tk(r, who)->ent_count) up->source = sg_author_advocate(r->d, s->root);
    if (up->source == NONE) up->source = bidder(r, s->root);
    for (uint32_t c = tk(r, s->root)->child; c != NONE && up->source == NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_CONJ || tk(r, c)->deprel == SG_DEP_PARATAXIS) up->source = bidder(r, c);
}

/* Whom the police arrest, they do not play against; but "Police held Army to a draw" needs the network's word still. */
static bool is_by_police(const sg_reader *r, const sg_ev *e) {
    bool police = same_word(e->type, "COERCE") && e->actors.count && e->recipients.count;
    for (size_t i = 0; i < e->actors.count && police; i++) police = same_word(r->d->ents[e->actors.at[i]].sector, "COP");
    return police;
}

/* "The chess champion was arrested at a rally": in a sentence that seems to be of games or markets the network must be all
 * but certain of an act; what is bought and sold there is none. */
static void only_certain(sg_reader *r, size_t from) {
    size_t n = from;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *e = r->out->at[i];
        bool trade = e->type && !strcmp(e->type, "COOPERATE");
        int least = is_by_police(r, e) ? RATHER : ALL_BUT_SURE;
        if (e->type && !trade && sg_likely_of(r->d, e) >= least) r->out->at[n++] = r->out->at[i];
    }
    r->out->count = n;
}

void sg_event(sg_doc *d, const bool *loose, sg_events *out) {
    sg_reader r = {d,
                   out,
                   SG_NEW(d->arena, bool, d->tok_count + 1),
                   (sg_ev **)sg_alloc(d->arena, d->tok_count + 1, sizeof(sg_ev *)),
                   (sg_ev **)sg_alloc(d->arena, d->tok_count + 1, sizeof(sg_ev *)),
                   loose,
                   d->arena};
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (!s->count || s->discarded) continue;
        sg_above up = {.subject = NONE,
                       .carrier = NONE,
                       .reach = NONE,
                       .bent = NONE,
                       .source = NONE,
                       .hearsay = {NONE, NONE},
                       .times_at = NONE};
        attribution(&r, s, &up);
        advocacy(&r, s, &up);
        size_t from = out->count;
        explore(&r, s->root, up, NULL);
        sg_read_sure(&r, s, &up, from);
        sg_tell_truce(&r, from);
        sg_tell_talker(&r, from), sg_tell_mediated(&r, s, &up, from);
        sg_tell_echoed(&r, from);
        sg_tell_counted(&r, from);
        sg_drop_doubles(&r, from);
        sg_clear_sufferers(&r, from);
        sg_tell_did_too(&r, s, from);
        sg_tell_gapped(&r, from);
        sg_tell_likewise(&r, s), sg_tell_refused_likewise(&r, from);
        sg_tell_denied(&r, s, from);
        if (s->doubted) only_certain(&r, from);
        for (size_t k = from; k < out->count; k++) sg_tell_refused(&r, out->at[k], up);
    }
    sg_tell_headline(&r);
}
