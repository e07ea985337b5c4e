/* mend_agent.c: see mend_in.h. Who did what a noun or a passive tells. */
#include "mend_in.h"

/* Is it somebody, or something of a land's? */
static bool may_act(const sg_doc *d, uint32_t t) {
    sg_str key = sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL);
    if (d->toks[t].upos == SG_POS_PROPN || sg_is_of_land_here(d, t - 1)) return true;
    return sg_lexicon_find(d->lex, SG_T_ROLES, key).count > 0;
}

/* "came after protests by farmers": an active verb has no agent, and the noun right before may. */
static bool is_of_noun_before(const sg_doc *d, uint32_t by, uint32_t verb) {
    bool active = d->toks[verb].upos == SG_POS_VERB && verb + 1 < by && d->toks[by - 1].deprel != SG_DEP_OBJ;
    for (uint32_t c = active ? d->toks[verb].child : NONE; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AUX_PASS || d->toks[c].deprel == SG_DEP_NSUBJ_PASS) return false;
    const sg_tok *noun = &d->toks[by - 1];
    bool act = noun->upos == SG_POS_NOUN && sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(noun->lemma), NULL));
    return active && act && sg_has_subject(d, verb);
}

/* "According to a tally by the rebels": they only count it. */
static bool is_told_after(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_is_kind(d, sg_fold(d->arena, d->toks[c].form, NULL), "according")) return true;
    return false;
}

/* The passive that has no agent yet and whose oblique or object the noun is, if the noun is no act of the agent's: "was
 * thanked for her help by the ambassador"; or NONE. */
static uint32_t passive_over(const sg_doc *d, uint32_t noun) {
    const sg_tok *k = &d->toks[noun];
    bool within = k->deprel == SG_DEP_OBL || k->deprel == SG_DEP_OBJ, passive = false, owned = false;
    uint32_t verb = within && is_nominal(k) ? k->head : NONE;
    if (verb == NONE || verb > noun || d->toks[verb].upos != SG_POS_VERB || is_told_after(d, noun)) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBL_AGENT) return NONE;
        passive |= d->toks[c].deprel == SG_DEP_NSUBJ_PASS || d->toks[c].deprel == SG_DEP_AUX_PASS;
    }
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) owned |= d->toks[c].deprel == SG_DEP_NMOD_POSS;
    bool act = !owned && sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(k->lemma), NULL));
    return passive && !act ? verb : NONE;
}

/* "By Moscow, by Beijing and by Hanoi": all of them did it. */
static bool join_agents(sg_doc *d, uint32_t agent, uint32_t first) {
    if (d->toks[first].deprel == SG_DEP_CONJ && d->toks[first].head != NONE) first = d->toks[first].head;
    bool agents = d->toks[first].deprel == SG_DEP_OBL_AGENT, named = d->toks[agent].upos == SG_POS_PROPN;
    if (!agents || !named || (d->toks[agent].deprel != SG_DEP_NMOD && d->toks[agent].deprel != SG_DEP_CONJ)) return false;
    hang(d, agent, first, SG_DEP_CONJ);
    return true;
}

void sg_mend_agent(sg_doc *d, const sg_sent *s, uint32_t by) {
    uint32_t agent = d->toks[by].head, up = agent == NONE ? NONE : d->toks[agent].head;
    if (agent == NONE || agent < by || up == NONE || up > by || !is_nominal(&d->toks[agent]) || !may_act(d, agent)) return;
    if (join_agents(d, agent, up)) return;
    /* "a complaint over duties imposed by Chad": a participle of the noun has its own */
    if (d->toks[agent].deprel == SG_DEP_OBL_AGENT && d->toks[up].deprel == SG_DEP_ACL) return;
    uint32_t passive = d->toks[agent].deprel == SG_DEP_NMOD ? passive_over(d, up) : NONE;
    if (passive != NONE) {
        hang(d, agent, passive, SG_DEP_OBL_AGENT);
        return;
    }
    if (is_of_noun_before(d, by, up)) {
        hang(d, agent, by - 1, SG_DEP_NMOD);
        return;
    }
    enum { REACH = 24, DEEP = 32 };
    for (uint32_t done = by - 1; done > s->first && by - done < REACH; done--) {
        uint32_t act = d->toks[done].head;
        bool nominal = is_nominal(&d->toks[done]) && d->toks[done].deprel == SG_DEP_NMOD && act != NONE && act < done;
        if (!nominal || d->toks[act].upos != SG_POS_NOUN || !sg_is_below(d, by - 1, done, DEEP)) continue;
        if (!sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[act].lemma), NULL))) continue;
        if (act == up) return; /* it hangs there already */
        bool object = d->toks[act].head == up && d->toks[act].deprel == SG_DEP_OBJ;
        if (!object && !sg_is_below(d, up, done, DEEP)) continue;
        hang(d, agent, act, SG_DEP_NMOD);
        return;
    }
}

/* Is the verb told of its subject as done to it: "was beaten at the hands of"? */
static bool is_undergone(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AUX_PASS || d->toks[c].deprel == SG_DEP_NSUBJ_PASS) return true;
    return false;
}

void sg_mend_hands(sg_doc *d, uint32_t at, uint32_t first) {
    enum { CLIMB = 4 };
    uint32_t hands = d->toks[at].head, up = hands == NONE ? NONE : d->toks[hands].head, act = at - 1;
    if (up == NONE || hands < at) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[hands].lemma), NULL), "hands")) return;
    if (up > at || (d->toks[up].upos == SG_POS_VERB && is_undergone(d, up))) return;
    for (uint32_t steps = 0; act != NONE && act >= first && act < at && steps < CLIMB; steps++, act = d->toks[act].head) {
        if (!is_nominal(&d->toks[act])) return;
        if (!sg_is_noun_of_act(d, sg_fold(d->arena, sg_str_of(d->toks[act].lemma), NULL))) continue;
        if (act != up) hang(d, hands, act, SG_DEP_NMOD);
        return;
    }
}

void sg_mend_excluded(sg_doc *d, uint32_t no) {
    enum { REACH = 4 };
    uint32_t who = d->toks[no].head;
    if (who == NONE || who < no || who - no >= REACH || !is_nominal(&d->toks[who])) return;
    bool but = d->toks[no - 1].deprel == SG_DEP_CC && d->toks[no - 1].head == who, comma = is_comma(&d->toks[no - 1]);
    bool joined = (d->toks[who].deprel == SG_DEP_CONJ && (but || comma)) || (d->toks[who].deprel == SG_DEP_APPOS && comma);
    if (joined) d->toks[who].deprel = SG_DEP_REPARANDUM;
}

void sg_mend_rather(sg_doc *d, uint32_t rather) {
    uint32_t who = d->toks[rather].head;
    bool than = sg_eqz(d->toks[rather].form, "rather") && sg_eqz(d->toks[rather + 1].form, "than");
    bool joined = than && who != NONE && who > rather && d->toks[who].deprel == SG_DEP_CONJ;
    if (joined && is_nominal(&d->toks[who])) d->toks[who].deprel = SG_DEP_REPARANDUM;
}

static bool is_owner_ending(const sg_doc *d, uint32_t t, uint32_t owner) {
    return d->toks[t].head == owner && sg_is_kind(d, sg_fold(d->arena, d->toks[t].form, NULL), "owner ending");
}

void sg_mend_owners(sg_doc *d, uint32_t mark, uint32_t stop) {
    enum { REACH = 5 };
    uint32_t owner = mark - 1, and = mark + 1, second = NONE;
    if (d->toks[and].deprel != SG_DEP_CC || !is_owner_ending(d, mark, owner)) return;
    for (uint32_t i = and + 1; i < stop && i < and + REACH; i++)
        if (d->toks[i].head == owner && d->toks[i].deprel == SG_DEP_CONJ) second = i;
    if (second == NONE || second + 2 >= stop || !is_owner_ending(d, second + 1, second)) return;
    for (uint32_t i = second + 2; i < stop && i < second + REACH; i++) {
        if (d->toks[i].upos != SG_POS_NOUN || d->toks[i].head != d->toks[owner].head) continue;
        bool both = sg_is_subject(&d->toks[i]) && sg_is_subject(&d->toks[owner]);
        if (!both && d->toks[i].deprel != d->toks[owner].deprel) return;
        hang(d, owner, i, SG_DEP_NMOD_POSS);
        return;
    }
}

/* Does the preposition stand right behind what is done to, its phrase hung on the verb, though it may belong to that
 * noun? */
static bool parts_object(const sg_doc *d, uint32_t prep) {
    uint32_t place = d->toks[prep].head, verb = place == NONE ? NONE : d->toks[place].head;
    if (place == NONE || place < prep || d->toks[place].deprel != SG_DEP_OBL) return false;
    const sg_tok *noun = &d->toks[prep - 1];
    bool object = noun->deprel == SG_DEP_OBJ || noun->deprel == SG_DEP_OBL;
    return object && verb != NONE && verb < prep - 1 && noun->head == verb;
}

void sg_mend_origin(sg_doc *d, uint32_t from) {
    if (!sg_eqz(d->toks[from].form, "from") || !parts_object(d, from)) return;
    uint32_t land = d->toks[from].head, verb = d->toks[land].head, people = from - 1;
    if (d->toks[people].upos != SG_POS_NOUN) return;
    sg_str word = sg_fold(d->arena, sg_str_of(d->toks[people].lemma), NULL);
    bool served = sg_is_of_class(d, word, "vehicle") || sg_lexicon_find(d->lex, SG_T_ROLES, word).count;
    if (!served || !sg_heads_land(d, land)) return;
    if (sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "takes away")) return;
    hang(d, land, people, SG_DEP_NMOD);
}

void sg_mend_removal(sg_doc *d, uint32_t from) {
    uint32_t land = d->toks[from].head, who = land == NONE ? NONE : d->toks[land].head;
    uint32_t noun = who == NONE ? NONE : d->toks[who].head;
    if (!sg_eqz(d->toks[from].form, "from") || noun == NONE || land < who || who < noun + 2) return;
    if (d->toks[land].deprel != SG_DEP_NMOD || d->toks[who].deprel != SG_DEP_NMOD || !sg_heads_land(d, land)) return;
    if (d->toks[noun].upos != SG_POS_NOUN || !sg_eqz(sg_case_word(d, who), "of")) return;
    if (sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), NULL), "removal")) hang(d, land, noun, SG_DEP_NMOD);
}

void sg_mend_bare_relative(sg_doc *d, uint32_t verb, uint32_t first) {
    sg_tok *v = &d->toks[verb], *who = v - 1;
    if (verb < first + 4 || who->upos != SG_POS_PRON || who->head != verb || !is_nominal(who - 1)) return;
    bool past = (v->bits & SG_FEAT_PAST) != 0;
    if (v->deprel == SG_DEP_ACL && who->deprel == SG_DEP_NSUBJ_PASS && v->head == verb - 2 && past) {
        hang(d, verb - 1, verb, SG_DEP_NSUBJ);
        v->deprel = SG_DEP_ACL_RELCL;
        v->bits = (v->bits & ~(uint32_t)(SG_FEAT_PART | SG_FEAT_PASS)) | SG_FEAT_FIN;
        return;
    }
    if (v->deprel != SG_DEP_ROOT || who->deprel != SG_DEP_NSUBJ) return;
    uint32_t main = NONE, noun = sg_top_of(d, verb - 2, first, verb - 2);
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c < verb - 1 && rel != SG_DEP_ADVCL) return;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_CCOMP || rel == SG_DEP_AUX) return; /* "..., it says" */
        if (rel == SG_DEP_ADVCL && c < verb) main = c;
    }
    if (main == NONE || noun != main || !(d->toks[main].bits & SG_FEAT_FIN) || !sg_has_subject(d, main)) return;
    for (uint32_t c = d->toks[main].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_MARK) return;
    hang(d, main, NONE, SG_DEP_ROOT);
    hang(d, verb, verb - 2, SG_DEP_ACL_RELCL);
    d->sents[v->sent].root = main;
}

void sg_mend_seat(sg_doc *d, uint32_t in) {
    if (!sg_eqz(d->toks[in].form, "in") || !parts_object(d, in)) return;
    uint32_t seat = d->toks[in].head, rulers = in - 1;
    sg_str word = sg_fold(d->arena, sg_str_of(d->toks[rulers].lemma), NULL);
    if (sg_heads_land(d, seat) && sg_is_kind(d, word, "governs")) hang(d, seat, rulers, SG_DEP_NMOD);
}

/* Does a phrase with "with" stand on the word? */
static bool has_with(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (sg_eqz(sg_case_word(d, c), "with")) return true;
    return false;
}

void sg_mend_in_talks(sg_doc *d, uint32_t in) {
    uint32_t talks = d->toks[in].head, what = talks == NONE ? NONE : d->toks[talks].head;
    bool within = sg_eqz(d->toks[in].form, "in") || sg_eqz(d->toks[in].form, "during");
    if (!within || what == NONE || what > in) return;
    if (d->toks[talks].deprel != SG_DEP_NMOD || d->toks[what].deprel != SG_DEP_OBJ) return;
    uint32_t verb = d->toks[what].head;
    if (verb == NONE || verb > what || !has_with(d, talks)) return;
    sg_str noun = sg_fold(d->arena, sg_str_of(d->toks[talks].lemma), NULL);
    sg_str thing = sg_fold(d->arena, sg_str_of(d->toks[what].lemma), NULL);
    if (sg_is_kind(d, noun, "said within") && !sg_is_kind(d, thing, "made in talks")) hang(d, talks, verb, SG_DEP_OBL);
}

/* Does a phrase with "on" that is no date stand on the word behind another one? */
static bool has_on_behind(const sg_doc *d, uint32_t t, uint32_t behind) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (c > behind && sg_eqz(sg_case_word(d, c), "on") && !sg_is_weekday(d, c)) return true;
    return false;
}

void sg_mend_blamed(sg_doc *d, uint32_t on) {
    uint32_t who = d->toks[on].head, deed = who == NONE ? NONE : d->toks[who].head;
    if (deed == NONE || who < on || d->toks[who].deprel != SG_DEP_NMOD || !sg_eqz(d->toks[on].form, "on")) return;
    bool on_on = d->toks[deed].deprel == SG_DEP_NMOD && sg_eqz(sg_case_word(d, deed), "on"); /* "on X on Y" */
    if (on_on) deed = d->toks[deed].head;
    bool object = d->toks[deed].deprel == SG_DEP_OBJ || d->toks[deed].deprel == SG_DEP_NSUBJ_PASS;
    uint32_t verb = object ? d->toks[deed].head : NONE;
    if (verb == NONE || !sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "blaming")) return;
    if (sg_is_weekday(d, who)) return;
    bool another = has_on_behind(d, deed, who) || has_on_behind(d, verb, who) || has_on_behind(d, who, who);
    if (!another) hang(d, who, verb, SG_DEP_OBL);
}
