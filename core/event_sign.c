/* event_sign.c: see event_in.h. What the words around an act say of it: to come, denied, asked, hedged; on which day. */
#include "event_in.h"

bool sg_has_duty(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        const char *modal = tk(r, c)->deprel == SG_DEP_AUX ? sg_word(r->d, c, "modal") : NULL;
        if (modal && !strcmp(modal, "duty")) return true;
    }
    return false;
}

enum { JOINED = 4 }; /* verbs that share an auxiliary */

/* ---- what the words around an act say of it ---- */

void sg_raise(sg_realis *now, sg_realis to) {
    if (to > *now) *now = to;
}

/* "if X attacks": a clause that says under which condition. */
bool sg_is_condition(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK && sg_word(r->d, c, "cond")) return true;
    return false;
}

bool sg_is_awaited(const sg_reader *r, uint32_t t) {
    uint32_t over = tk(r, t)->deprel == SG_DEP_ADVCL ? tk(r, t)->head : NONE;
    bool until = false;
    bool ahead = over != NONE && tk(r, over)->deprel == SG_DEP_XCOMP && (tk(r, over)->bits & SG_FEAT_INF) != 0;
    for (uint32_t c = tk(r, t)->child; c != NONE && over != NONE; c = tk(r, c)->next) {
        bool leads = tk(r, c)->deprel == SG_DEP_MARK || tk(r, c)->deprel == SG_DEP_CASE;
        const char *use = leads ? sg_word(r->d, c, "use") : NULL;
        until |= use && !strcmp(use, "until");
    }
    for (uint32_t c = until ? tk(r, over)->child : NONE; c != NONE && !ahead; c = tk(r, c)->next)
        ahead = tk(r, c)->deprel == SG_DEP_AUX && sg_word(r->d, c, "modal");
    /* "has closed the schools until the minister resigns": told as to come by its tense */
    bool open = (tk(r, t)->bits & SG_FEAT_PRES) && (tk(r, t)->bits & SG_FEAT_FIN);
    return until && (ahead || open);
}

/* "unless X pays", "if X does not go": a clause that another's yielding would make void. */
bool sg_is_ultimatum(sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        const char *v = tk(r, c)->deprel == SG_DEP_MARK ? sg_word(r->d, c, "cond") : NULL;
        if (v && (!strcmp(v, "unless") || sg_has_sign(r, t, "neg"))) return true;
    }
    return false;
}

/* "nobody", "no officer": who or what does not exist, and neither does the deed. */
static bool is_nobody(const sg_reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    if (rel != SG_DEP_NSUBJ && rel != SG_DEP_NSUBJ_PASS && rel != SG_DEP_OBJ && rel != SG_DEP_OBL_AGENT) return false;
    if (sg_word(r->d, t, "nobody")) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        bool each = tk(r, c)->deprel == SG_DEP_DET || tk(r, c)->deprel == SG_DEP_CC_PRECONJ; /* "neither Peru nor Chile" */
        if (each && sg_word(r->d, c, "neg")) return true;
    }
    return false;
}

/* "Spares no effort": who does so makes every effort. */
static bool is_all_by_none(const sg_reader *r, uint32_t t) {
    uint32_t verb = tk(r, t)->deprel == SG_DEP_OBJ ? tk(r, t)->head : t;
    return verb != NONE && sg_word(r->d, verb, "all by none");
}

/* "No longer backs the rebels": the "no" hangs on the adverb, and the adverb on the verb. */
static bool is_no_longer(const sg_reader *r, uint32_t c) {
    uint32_t no = tk(r, c)->child;
    return tk(r, c)->deprel == SG_DEP_ADVMOD && no != NONE && no + 1 == c && sg_word(r->d, no, "neg") &&
           sg_word(r->d, c, "ended by no");
}

/* "At no time did Chad shell": a phrase of denial that is put first turns verb and subject round, and says "not"; "at no
 * time" says so wherever it stands, but "in no time" and "at no cost" do not. */
static bool is_denying_phrase(const sg_reader *r, uint32_t c) {
    uint8_t rel = tk(r, c)->deprel;
    uint32_t verb = tk(r, c)->head, subject = verb == NONE ? NONE : sg_own_subject(r, verb);
    bool phrase = rel == SG_DEP_OBL || rel == SG_DEP_ADVMOD, no = false;
    if (!phrase || verb == NONE || tk(r, verb)->upos != SG_POS_VERB) return false;
    for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) no |= k < c && sg_word(r->d, k, "neg");
    if (!no) return false;
    for (uint32_t k = tk(r, verb)->child; k != NONE; k = tk(r, k)->next)
        if (tk(r, k)->deprel == SG_DEP_AUX && c < k && subject != NONE && k < subject && subject < verb) return true;
    const char *at = sg_word(r->d, c, "denied by no");
    return at && sg_list_has(at, sg_case_of(r->d, c));
}

/* "not", "no", "nor", "without": words of negation, each where it negates the word that it hangs on. What is done "not
 * only" is done, and so is what one "cannot but" do. */
bool sg_negates(const sg_reader *r, uint32_t c) {
    uint8_t rel = tk(r, c)->deprel, next = c + 1 < r->d->tok_count ? tk(r, c + 1)->deprel : SG_DEP_PUNCT;
    if (is_no_longer(r, c) || is_denying_phrase(r, c)) return true;
    if ((next == SG_DEP_ADVMOD || next == SG_DEP_CC) && sg_says(r->d, c + 1, "merely")) return false;
    bool place =
        rel == SG_DEP_ADVMOD || rel == SG_DEP_DET || rel == SG_DEP_CC || rel == SG_DEP_CC_PRECONJ || rel == SG_DEP_MARK;
    return place && sg_word(r->d, c, "neg");
}

/* "vowed never to leave": a word of negation before an infinitive is the infinitive's, though parsers hang it on the
 * verb. */
static bool is_before_infinitive(const sg_reader *r, uint32_t c) {
    uint32_t next = c + 1;
    if (next >= r->d->tok_count || tk(r, c)->head == NONE || c != tk(r, c)->head + 1) return false;
    uint32_t verb = tk(r, next)->head;
    return tk(r, next)->deprel == SG_DEP_MARK && verb != NONE && tk(r, verb)->deprel == SG_DEP_XCOMP &&
           tk(r, verb)->head == tk(r, c)->head && (tk(r, verb)->bits & SG_FEAT_INF);
}

static bool is_negated_infinitive(const sg_reader *r, uint32_t t) {
    uint32_t c = tk(r, t)->deprel == SG_DEP_XCOMP && tk(r, t)->head != NONE ? tk(r, t)->head + 1 : NONE;
    return c != NONE && c + 1 < r->d->tok_count && tk(r, c + 1)->head == t && tk(r, c)->head == tk(r, t)->head &&
           sg_negates(r, c) && is_before_infinitive(r, c);
}

/* "has to withdraw": a duty, unlike "had to" (he did) and "would have to" (he may not); "needed to" may still be one. */
bool sg_is_obliged(const sg_reader *r, uint32_t t) {
    uint32_t has = tk(r, t)->deprel == SG_DEP_XCOMP && (tk(r, t)->bits & SG_FEAT_INF) ? tk(r, t)->head : NONE;
    const char *duty = has == NONE ? NULL : sg_word(r->d, has, "obliging");
    if (!duty || ((tk(r, has)->bits & SG_FEAT_PAST) && strcmp(duty, "still") != 0)) return false;
    for (uint32_t c = tk(r, has)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX) return false;
    return true;
}

/* "To free them", "to be lifted". */
static bool is_infinitive(const sg_reader *r, uint32_t t) {
    bool to = false, be = false;
    for (uint32_t c = sg_is_passive(r->d, t) ? tk(r, t)->child : NONE; c != NONE; c = tk(r, c)->next) {
        to |= tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->key, "to");
        be |= tk(r, c)->deprel == SG_DEP_AUX_PASS && (tk(r, c)->bits & SG_FEAT_INF);
    }
    return (to && be) || (tk(r, t)->bits & SG_FEAT_INF);
}

bool sg_is_wished_of(sg_reader *r, uint32_t t) {
    uint32_t top = tk(r, t)->head;
    if (top == NONE || sg_own_subject(r, t) == NONE || sg_has_sign(r, top, "neg")) return false;
    bool time = (tk(r, t)->deprel == SG_DEP_ACL || tk(r, t)->deprel == SG_DEP_CSUBJ) && sg_word(r->d, top, "time to act");
    bool said = false;
    for (uint32_t c = tk(r, top)->child; c != NONE; c = tk(r, c)->next) said |= tk(r, c)->deprel == SG_DEP_COP;
    return said && (sg_is_wished(r, t) || (time && is_infinitive(r, t)));
}

/* "The duty of all states", "incumbent on them": who is told so by that preposition. */
static uint32_t told_with(const sg_reader *r, uint32_t t, uint8_t rel, const char *how) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == rel && sg_list_has(how, sg_case_of(r->d, c))) return c;
    return NONE;
}

/* "It is", and "it was" where somebody says so. */
static bool has_copula_now(const sg_reader *r, uint32_t t) {
    bool reported = tk(r, t)->deprel == SG_DEP_CCOMP;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_COP && (reported || (tk(r, c)->bits & SG_FEAT_PRES))) return true;
    return false;
}

/* "It is for Chad to free them": whose it is to do so, on whatever parsers hang the first two words; not "it is for Chad to
 * choose". */
static uint32_t left_to(const sg_reader *r, uint32_t t) {
    uint32_t whose = NONE, first = r->d->sents[tk(r, t)->sent].first;
    for (uint32_t c = tk(r, t)->child; c != NONE && whose == NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->lemma_key, "for")) whose = c;
    if (whose == NONE || whose < first + 2 || sg_word(r->d, t, "own choice")) return NONE;
    uint32_t be = whose - 1;
    while (be > first + 1 && tk(r, be)->upos == SG_POS_ADV) be--;
    bool now = (tk(r, be)->bits & SG_FEAT_PRES) || tk(r, t)->deprel == SG_DEP_CCOMP;
    bool it_is = sg_eqz(tk(r, be)->lemma_key, "be") && sg_eqz(tk(r, be - 1)->lemma_key, "it");
    return it_is && now ? sg_own_subject(r, t) : NONE;
}

/* The same where the land is the tree's top: "it is up to Chad to free them". */
static uint32_t left_to_top(const sg_reader *r, uint32_t t, uint32_t top) {
    uint8_t rel = tk(r, t)->deprel;
    bool it = false, whose = false, clause = rel == SG_DEP_CSUBJ || rel == SG_DEP_ACL || rel == SG_DEP_ADVCL;
    if (!clause || !tk(r, top)->ent_count || sg_word(r->d, t, "own choice")) return NONE;
    for (uint32_t c = tk(r, top)->child; c != NONE && c < top; c = tk(r, c)->next) {
        bool subject = tk(r, c)->deprel == SG_DEP_EXPL || sg_is_subject(tk(r, c)) || tk(r, c)->deprel == SG_DEP_NSUBJ_OUTER;
        it |= subject && sg_eqz(tk(r, c)->lemma_key, "it");
        whose |= tk(r, c)->deprel == SG_DEP_CASE && (sg_eqz(tk(r, c)->lemma_key, "for") || sg_word(r->d, c, "rests on"));
    }
    for (uint32_t c = tk(r, t)->child; c != NONE && c < top; c = tk(r, c)->next)
        whose |= tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->lemma_key, "for");
    return it && whose ? top : NONE;
}

/* "It is high time that Chad freed them": who has not done so yet, though it is told as past. */
static uint32_t overdue(const sg_reader *r, uint32_t t, uint32_t top) {
    uint8_t rel = tk(r, t)->deprel;
    bool clause = rel == SG_DEP_CSUBJ || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_CCOMP;
    if (!clause || !sg_word(r->d, top, "time to act") || !has_copula_now(r, top)) return NONE;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX || sg_word(r->d, c, "time")) return NONE; /* "the time when Chad freed them" */
    return (tk(r, t)->bits & SG_FEAT_PAST) && (tk(r, t)->bits & SG_FEAT_FIN) ? sg_own_subject(r, t) : NONE;
}

/* "Chad would do better to free them", "would be wise to", "had better free them": to whom it is said that he should. */
static uint32_t advised(sg_reader *r, uint32_t t, uint32_t top) {
    uint8_t rel = tk(r, t)->deprel;
    if (tk(r, top)->deprel == SG_DEP_ADVMOD && sg_word(r->d, top, "to one's good"))
        top = tk(r, top)->head; /* parsers hang it there */
    const char *how = sg_word(r->d, top, "advised");
    bool unreal = how && !strcmp(how, "had"), well = how && !strcmp(how, "wise");
    if (!how || (rel != SG_DEP_ADVCL && rel != SG_DEP_XCOMP && rel != SG_DEP_CCOMP)) return NONE;
    for (uint32_t c = tk(r, top)->child; c != NONE; c = tk(r, c)->next) {
        const char *modal = tk(r, c)->deprel == SG_DEP_AUX ? sg_word(r->d, c, "modal") : NULL;
        unreal |= modal && !strcmp(modal, "unreal");
        well |= tk(r, c)->deprel == SG_DEP_ADVMOD && sg_word(r->d, c, "to one's good");
    }
    for (uint32_t c = tk(r, t)->child; c != NONE && !strcmp(how, "had"); c = tk(r, c)->next)
        well |= tk(r, c)->deprel == SG_DEP_ADVMOD && c < t && sg_word(r->d, c, "to one's good");
    return unreal && well ? sg_own_subject(r, top) : NONE;
}

uint32_t sg_charged(sg_reader *r, uint32_t t) {
    uint32_t top = tk(r, t)->head;
    uint8_t rel = tk(r, t)->deprel;
    if (tk(r, t)->upos != SG_POS_VERB || (top != NONE && sg_has_sign(r, top, "neg"))) return NONE;
    uint32_t who = top == NONE ? NONE : overdue(r, t, top);
    if (who != NONE || !is_infinitive(r, t)) return who;
    who = left_to(r, t);
    if (who == NONE && top != NONE) who = left_to_top(r, t, top);
    if (who != NONE || top == NONE) return who;
    if (sg_word(r->d, top, "charge") && (rel == SG_DEP_ACL || rel == SG_DEP_CSUBJ)) {
        uint32_t verb = tk(r, top)->deprel == SG_DEP_OBJ ? tk(r, top)->head : NONE;
        bool bears =
            verb != NONE && sg_word(r->d, verb, "bears charge") && !sg_is_past(r, verb) && !sg_has_sign(r, verb, "neg");
        if (bears) return sg_own_subject(r, verb);
        return has_copula_now(r, top) ? told_with(r, top, SG_DEP_NMOD, "of") : NONE;
    }
    const char *rests = sg_word(r->d, top, "rests on");
    if (rests && tk(r, top)->deprel == SG_DEP_CASE) return tk(r, top)->head; /* "up" may hang on who is behind it */
    if (rests && (rel == SG_DEP_CSUBJ || rel == SG_DEP_ADVCL || rel == SG_DEP_XCOMP))
        return told_with(r, top, SG_DEP_OBL, rests);
    who = advised(r, t, top);
    if (who != NONE) return who;
    uint32_t time = sg_word(r->d, top, "is here") ? sg_own_subject(r, top) : NONE;
    return time != NONE && sg_word(r->d, time, "time to act") ? sg_own_subject(r, t) : NONE;
}

/* People are not held by those whose adjective they have ("the Chadian prisoners"), but soldiers are their land's. */
static void behind_thing(sg_reader *r, uint32_t what, sg_ids *ids) {
    bool people = sg_in_classes(r->d, what, SG_LIT("human|person|people")), armed = false;
    for (uint32_t i = 0; i < tk(r, what)->ent_count; i++) {
        const char *sector = r->d->ents[tk(r, what)->ent + i].sector;
        armed |= sector && sg_list_has("MIL|REB|PRM|COP", sg_str_of(sector));
    }
    sg_add_owner(r, ids, what, "by", 0);
    if (!ids->count && armed && !sg_in_class(r->d, what, SG_LIT("captive"))) sg_add_ents(r, ids, what);
    if (!ids->count && !people) sg_add_owner(r, ids, what, "poss|adj", 0);
    for (uint32_t c = ids->count ? NONE : tk(r, what)->child; c != NONE; c = tk(r, c)->next) {
        uint32_t who = tk(r, c)->deprel == SG_DEP_ACL_RELCL && !sg_is_passive(r->d, c) ? sg_own_subject(r, c) : NONE;
        if (who != NONE && !(tk(r, who)->bits & SG_FEAT_REL)) sg_add_ents(r, ids, who);
    }
}

void sg_those_behind(sg_reader *r, uint32_t verb, sg_ids *ids) {
    uint32_t what = sg_own_subject(r, verb);
    bool ends = sg_in_class(r->d, verb, SG_LIT("leaving_off"));
    if (what == NONE || (!sg_is_passive(r->d, verb) && !ends) || tk(r, what)->upos != SG_POS_NOUN) return;
    behind_thing(r, what, ids);
}

static bool has_aux(const sg_reader *r, uint32_t t, uint32_t bits) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && (tk(r, c)->bits & bits) == bits) return true;
    return false;
}

/* "is going to send": the word that says that it is to come, or NONE. */
static uint32_t going_to(const sg_reader *r, uint32_t t) {
    uint32_t go = tk(r, t)->deprel == SG_DEP_XCOMP && (tk(r, t)->bits & SG_FEAT_INF) ? tk(r, t)->head : NONE;
    if (go == NONE || !sg_says(r->d, go, "going")) return NONE;
    return has_aux(r, go, 0) ? go : NONE;
}

/* "is sending a team next week": the form that tells what goes on, with a day that is still to come. */
static uint32_t day_ahead(const sg_reader *r, uint32_t t) {
    const sg_sent *in = &r->d->sents[tk(r, t)->sent];
    bool goes_on = (tk(r, t)->bits & SG_FEAT_PRES) && !(tk(r, t)->bits & SG_FEAT_FIN) && has_aux(r, t, SG_FEAT_PRES);
    for (uint32_t i = in->time; goes_on && i < in->time + in->time_count; i++)
        if (r->d->times[i].kind == SG_TIME_FUTURE && tk(r, r->d->times[i].head)->head == t) return r->d->times[i].head;
    return NONE;
}

/* "Should act and condemn it", "did not meet him and sign": a bare form that is joined to a verb with an auxiliary shares
 * it and what negates it; NONE where it does not. */
static uint32_t shares_aux_of(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_VERB || !(tk(r, t)->bits & SG_FEAT_INF)) return NONE;
    for (unsigned up = 0; up < JOINED && tk(r, t)->deprel == SG_DEP_CONJ; up++) {
        bool own = false, but = false;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
            uint8_t rel = tk(r, c)->deprel;
            own |= rel == SG_DEP_AUX || rel == SG_DEP_AUX_PASS || rel == SG_DEP_COP || rel == SG_DEP_MARK ||
                   rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS;
            but |= rel == SG_DEP_CC && !sg_eqz(tk(r, c)->key, "and") && !sg_eqz(tk(r, c)->key, "or");
        }
        t = tk(r, t)->head;
        if (own || but || t == NONE) return NONE;
        if (has_aux(r, t, 0)) return t;
    }
    return NONE;
}

/* What an auxiliary says of the act. */
static void take_aux(sg_reader *r, uint32_t c, bool polite, sg_signs *s, sg_above *up, bool *unreal) {
    const char *v = sg_word(r->d, c, "modal");
    uint32_t verb = tk(r, c)->head; /* "he'd promised": had, and not would */
    bool done = verb != NONE && (tk(r, verb)->bits & SG_FEAT_PAST) && !(tk(r, verb)->bits & SG_FEAT_INF);
    if (done && !sg_is_passive(r->d, verb) && sg_word(r->d, c, "had or would")) return;
    if (!v || (polite && !strcmp(v, "unreal"))) return; /* "would like him to go": wished now */
    if (!strcmp(v, "future") || !strcmp(v, "unreal")) s->future = true, *unreal |= v[0] == 'u', s->at = c;
    else if (!strcmp(v, "possible")) up->modality = "possible";
    else if (!strcmp(v, "duty")) s->duty = true, s->at = c;
}

static void share_aux(sg_reader *r, uint32_t t, sg_signs *s, sg_above *up) {
    uint32_t from = shares_aux_of(r, t);
    bool unreal = false;
    s->shared = from != NONE;
    for (uint32_t c = from == NONE ? NONE : tk(r, from)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_AUX) take_aux(r, c, false, s, up, &unreal);
        else if (sg_negates(r, c) && !is_before_infinitive(r, c)) s->negated = true, s->at = c;
    }
}

/* "I would urge Y", "my delegation would suggest": who speaks for himself does it by saying so, politely. */
static bool is_said_politely(const sg_reader *r, uint32_t t) {
    if (!sg_in_class(r->d, t, SG_LIT("polite_performative")) || tk(r, t)->deprel != SG_DEP_ROOT) return false;
    uint32_t who = NONE;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_ADVCL && sg_is_condition(r, c)) return false;
        if (tk(r, c)->deprel == SG_DEP_NSUBJ) who = c;
    }
    bool first = who != NONE && (tk(r, who)->bits & SG_FEAT_P1);
    for (uint32_t c = who == NONE ? NONE : tk(r, who)->child; c != NONE; c = tk(r, c)->next)
        first |= tk(r, c)->deprel == SG_DEP_NMOD_POSS && (tk(r, c)->bits & SG_FEAT_P1);
    return first;
}

/* "stopped its troops from attacking Y", "was barred from selling arms": what one is kept from is not done. */
static bool is_kept_from(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->head == NONE || tk(r, t)->upos != SG_POS_VERB) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->lemma_key, "from"))
            return sg_word(r->d, tk(r, t)->head, "keeps from") != NULL;
    return false;
}

/* "Iran has fired, if you are just joining us", "forbade it; if anyone goes, a year of prison": what was done does not wait
 * for what is, or will be. */
static bool is_told_anyway(const sg_reader *r, uint32_t t, uint32_t clause) {
    bool perfect = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_AUX) continue;
        if (sg_word(r->d, c, "modal")) return false;
        perfect |= sg_eqz(tk(r, c)->lemma_key, "have");
    }
    return (perfect || sg_is_past(r, t)) && !sg_is_past(r, clause);
}

/* "Had they opened fire": an auxiliary before its subject, where nothing is asked and no "no sooner", "never" stands first. */
static bool is_inverted(const sg_reader *r, uint32_t aux, uint32_t t) {
    uint32_t subject = sg_own_subject(r, t), first = tk(r, t)->child;
    while (first < aux && (tk(r, first)->upos == SG_POS_PUNCT || tk(r, first)->upos == SG_POS_CCONJ))
        first = tk(r, first)->next;
    bool had = sg_eqz(tk(r, aux)->key, "had") && aux == first && aux < subject && subject != NONE && subject < t;
    return had && (tk(r, t)->bits & SG_FEAT_PART);
}

/* "Cannot conclude without thanking", "must not let this day pass without thanking": who does not do the one without the
 * other does the other. */
static bool is_twice_negated(sg_reader *r, uint32_t t, uint32_t by) {
    enum { UP = 3 };
    uint32_t over = tk(r, by)->deprel == SG_DEP_MARK && tk(r, t)->deprel == SG_DEP_ADVCL ? tk(r, t)->head : NONE;
    for (unsigned n = 0; over != NONE && n < UP; n++) {
        if (sg_has_sign(r, over, "neg")) return true;
        uint8_t rel = tk(r, over)->deprel;
        over = rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP ? tk(r, over)->head : NONE;
    }
    return false;
}

/* "None of them is known to have been arrested": nobody was, by the words above. */
static bool is_of_nobody_known(const sg_reader *r, uint32_t t, uint32_t subject) {
    uint32_t known = tk(r, t)->deprel == SG_DEP_XCOMP ? tk(r, t)->head : NONE;
    if (known == NONE || subject == NONE || tk(r, subject)->head != known || !is_nobody(r, subject)) return false;
    return sg_word(r->d, known, "known of") != NULL;
}

/* "Held", "has held", "have been": done by now. */
static bool is_over(const sg_reader *r, uint32_t verb) {
    bool perfect = false;
    for (uint32_t c = tk(r, verb)->child; c != NONE && c < verb; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_AUX) continue;
        if (sg_word(r->d, c, "modal")) return false;
        perfect |= !strcmp(tk(r, c)->lemma, "have");
    }
    return perfect || sg_is_past(r, verb);
}

/* "There were further arrests", "held further talks": of what was, the word says that it was so again. */
static bool is_one_more(const sg_reader *r, uint32_t noun, uint32_t further) {
    enum { OP = 2 };
    uint32_t verb = tk(r, noun)->head;
    if (!sg_eqz(tk(r, further)->key, "further") || verb == NONE || !is_over(r, verb)) return false;
    if (tk(r, noun)->deprel == SG_DEP_NSUBJ) return true;
    sg_rows rows = tk(r, noun)->deprel == SG_DEP_OBJ ? sg_rows_by_lemma(r->d, tk(r, verb), SG_T_OPERATORS) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[OP], "light")) return true;
    return false;
}

/* Auxiliaries, negation, conditions and hedges that hang on the word itself. */
sg_signs sg_local_signs(sg_reader *r, uint32_t t, sg_above *up) {
    sg_signs s = {.at = NONE};
    bool unreal = false, polite = sg_word(r->d, t, "polite") || is_said_politely(r, t);
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        const char *v = NULL;
        bool month = c > r->d->sents[tk(r, c)->sent].first && sg_eqz(tk(r, c)->form, "May"); /* "who in May sent" */
        if (rel == SG_DEP_AUX && is_inverted(r, c, t)) {
            sg_raise(&up->realis, SG_HYPOTHETICAL), up->bent = c;
        } else if (rel == SG_DEP_AUX && !month && sg_word(r->d, c, "modal")) {
            take_aux(r, c, polite, &s, up, &unreal);
            if (!strcmp(sg_word(r->d, c, "modal"), "possible")) s.may = true, s.at = s.at == NONE ? c : s.at;
        } else if ((sg_negates(r, c) && !is_before_infinitive(r, c)) ||
                   (tk(r, t)->upos == SG_POS_VERB && is_nobody(r, c))) {
            if (!is_twice_negated(r, t, c) && !is_all_by_none(r, t)) s.negated = true, s.at = c;
        } else if (rel == SG_DEP_ADVMOD && (v = sg_word(r->d, c, "hedge"))) {
            if (strcmp(v, "hearsay") == 0) up->hearsay[0] = up->hearsay[1] = c;
            else up->modality = v;
        } else if (rel == SG_DEP_AMOD && (v = sg_word(r->d, c, "hedge"))) {
            up->modality = v;
        } else if (rel == SG_DEP_ADVCL && sg_is_condition(r, c)) {
            s.conditional = true, s.unless |= sg_is_ultimatum(r, c), s.at = c, s.told = is_told_anyway(r, t, c);
        } else if ((rel == SG_DEP_COP || (rel == SG_DEP_AUX && !strcmp(tk(r, c)->lemma, "be"))) &&
                   (tk(r, t)->bits & SG_FEAT_INF) && !sg_word(r->d, t, "at fault")) {
            /* "are to strike on Friday", but not "are to blame" */
            s.future = true, s.at = c;
        } else if (rel == SG_DEP_MARK && sg_word(r->d, c, "cond")) {
            sg_raise(&up->realis, SG_HYPOTHETICAL), up->bent = c;
        } else if (rel == SG_DEP_AMOD && sg_word(r->d, c, "future") && !is_one_more(r, t, c)) {
            sg_raise(&up->realis, SG_HYPOTHETICAL), up->bent = c;
        }
    }
    share_aux(r, t, &s, up);
    if (!s.negated && is_negated_infinitive(r, t)) s.negated = true, s.at = tk(r, t)->head + 1;
    if (is_of_nobody_known(r, t, up->subject)) s.negated = true, s.at = up->subject;
    if (is_kept_from(r, t)) s.negated = true, s.at = tk(r, t)->head;
    bool charged = sg_charged(r, t) != NONE;
    if (charged || sg_is_obliged(r, t) || sg_is_wished_of(r, t))
        s.duty = true, s.at = tk(r, t)->head == NONE ? t : tk(r, t)->head;
    if (charged) s.future = false; /* "it is for Chad to free them" is no "Chad is to free them" */
    if (!s.future) {               /* without an auxiliary that says so */
        uint32_t go = going_to(r, t), day = day_ahead(r, t), at = go != NONE ? go : day;
        if (at != NONE) s.future = true, s.at = at;
        if (go != NONE) s.negated |= sg_has_sign(r, go, "neg");
    }
    bool perfect = (tk(r, t)->bits & SG_FEAT_PART) && !(tk(r, t)->bits & SG_FEAT_PRES) && !sg_is_passive(r->d, t);
    if (unreal && perfect) { /* "would have helped" */
        s.future = false;
        sg_raise(&up->realis, SG_HYPOTHETICAL);
    }
    s.may &= !perfect; /* "could strike"; "may have struck" did or did not */
    return s;
}

bool sg_is_only_possible(const sg_ev *e, const sg_signs *s) {
    static const char deeds[] = "ASSAULT|AID|COERCE|CONSULT|COOPERATE|MOBILIZE|PROTEST|RETREAT|SANCTION";
    return s->may && !s->negated && !s->future && e->type && sg_list_has(deeds, sg_str_of(e->type));
}

/* "Were not allowed to march", "ate nothing since Monday": where the network takes a negated word for one of these, the
 * negation has made it so. */
bool sg_is_made_by_not(const char *type) {
    return type && sg_list_has("COERCE|PROTEST|REJECT|SANCTION|THREATEN", sg_str_of(type));
}

/* An act is no more real than the word `at` lets it be. */
void sg_bend(sg_reader *r, sg_ev *e, sg_realis to, uint32_t at) {
    if (to > e->realis && at != NONE) sg_because(r, e, "realis", NULL, "realis: by this word", at, at);
    sg_raise(&e->realis, to);
}

bool sg_has_sign(sg_reader *r, uint32_t t, const char *kind) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (sg_word(r->d, c, kind)) return true;
    return false;
}

/* "any provocation", "future attacks": what is spoken of has not happened. */
static bool is_open(sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (sg_word(r->d, c, "any") || (sg_word(r->d, c, "future") && !is_one_more(r, t, c))) return true;
    }
    return false;
}

bool sg_speaks_openly(sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool however = rel == SG_DEP_OBL && sg_in_class(r->d, c, SG_LIT("circumstance")); /* "ready to go at any time" */
        bool phrase = rel == SG_DEP_OBL || rel == SG_DEP_OBJ || rel == SG_DEP_NMOD;
        if (phrase && !however && is_open(r, c)) return true;
    }
    return is_open(r, t);
}

/* ---- dates ---- */

bool sg_below(const sg_reader *r, uint32_t t, uint32_t top, uint32_t stop) {
    for (int n = 0; t != NONE && n < 64; t = tk(r, t)->head, n++) {
        if (t == top) return true;
        if (t == stop) return false;
    }
    return false;
}

/* As below, but not in a clause of its own under `top`: "condemned the test that took place on Friday". */
bool sg_in_clause(const sg_reader *r, uint32_t t, uint32_t top) {
    for (int n = 0; t != NONE && n < 64; t = tk(r, t)->head, n++) {
        uint8_t rel = tk(r, t)->deprel;
        if (t == top) return true;
        if (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL) return false;
    }
    return false;
}

/* "to send ships and to hold talks early": the term is that of the clause joined to the act's. */
static bool in_joined_clause(const sg_reader *r, uint32_t t, uint32_t top) {
    for (int n = 0; t != NONE && t != top && n < 64; t = tk(r, t)->head, n++)
        if (tk(r, t)->deprel == SG_DEP_CONJ && tk(r, t)->upos == SG_POS_VERB) return true;
    return false;
}

/* "spoke on Monday, and the two agreed to meet in May": a clause joined to the act's tells its own day where it has a
 * subject of its own, and so does what is agreed or asked in it. */
static bool in_clause_apart(const sg_reader *r, uint32_t t, uint32_t top) {
    bool inner = false;
    for (int n = 0; t != NONE && t != top && n < 64; t = tk(r, t)->head, n++) {
        uint8_t rel = tk(r, t)->deprel;
        inner |= rel == SG_DEP_XCOMP && tk(r, t)->upos == SG_POS_VERB;
        if (rel == SG_DEP_CONJ && tk(r, t)->upos == SG_POS_VERB && (inner || sg_own_subject(r, t) != NONE)) return true;
    }
    return false;
}

/* "said that it ends the pact signed in 2015": the day of a clause that only tells of a noun, in which the act does not
 * stand. */
static bool in_attribute(const sg_reader *r, uint32_t t, uint32_t act) {
    for (int n = 0; t != NONE && n < 64; t = tk(r, t)->head, n++) {
        uint8_t rel = tk(r, t)->deprel;
        if (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL) return !sg_below(r, act, t, NONE);
    }
    return false;
}

/* "We condemn the attack in Y on Sunday", "supports the meeting in May": who judges now judges what was done, or will be,
 * on that day. */
static bool is_day_judged(const sg_reader *r, const sg_time *tm, const sg_ev *e) {
    const char *judges = sg_word(r->d, e->head, "telling");
    bool holds = sg_in_class(r->d, e->head, SG_LIT("attitude"));
    if (!holds && (!judges || strcmp(judges, "judging") != 0)) return false;
    if (tm->head < e->head || tm->from == INT32_MIN) return false;
    if (r->d->pub == INT32_MIN || (tm->from <= r->d->pub && tm->to >= r->d->pub)) return false;
    bool now = (tk(r, e->head)->bits & SG_FEAT_PRES) && (tk(r, e->head)->bits & SG_FEAT_FIN);
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next)
        now |= tk(r, c)->deprel == SG_DEP_COP && (tk(r, c)->bits & SG_FEAT_PRES);
    return now;
}

/* "turned them back under a treaty of 1992": a phrase that tells neither when nor where. */
static bool is_phrase_of_thing(const sg_reader *r, uint32_t t) {
    static const char when[] = "in|at|on|during|since|after|before|until|till|from|by|through|throughout|over|within";
    sg_str by = sg_case_of(r->d, t);
    return tk(r, t)->deprel == SG_DEP_OBL && by.n && !sg_list_has(when, by);
}

/* "rejected the agreement of May 6", "recalled the May 6 declaration": the day of a thing, and not of what is done to it;
 * but "agreed at the meeting of May 6". */
static bool is_day_of_thing(const sg_reader *r, const sg_time *tm, const sg_ev *e) {
    enum { DEEP = 8 };
    uint32_t noun = tk(r, tm->head)->head;
    uint8_t rel = tk(r, tm->head)->deprel;
    bool of = rel == SG_DEP_NMOD && sg_eqz(sg_case_of(r->d, tm->head), "of");
    bool before = rel == SG_DEP_COMPOUND || (rel == SG_DEP_NUMMOD && tm->last > tm->first); /* "the 13 November bombings" */
    if ((!of && !before) || noun == NONE || tk(r, noun)->upos != SG_POS_NOUN) return false;
    if ((noun >= tm->first && noun <= tm->last) || (noun >= e->first && noun <= e->last)) return false;
    uint32_t top = noun;
    for (size_t i = 0; i < DEEP && top != NONE && tk(r, top)->head != e->head; i++) top = tk(r, top)->head;
    bool thing = top != NONE && (tk(r, top)->deprel == SG_DEP_OBJ || tk(r, top)->deprel == SG_DEP_NSUBJ_PASS ||
                                 is_phrase_of_thing(r, top));
    return thing && tk(r, top)->head == e->head;
}

/* The noun that a date before it dates: "Friday's bombing", "the June 2 vote", "the bombing of May 6"; else NONE. */
static uint32_t noun_dated(const sg_reader *r, const sg_time *tm) {
    for (uint32_t k = tm->first; k <= tm->last; k++) {
        uint32_t h = tk(r, k)->head;
        uint8_t rel = tk(r, k)->deprel;
        if (h == NONE || (h >= tm->first && h <= tm->last) ||
            (tk(r, h)->upos != SG_POS_NOUN && tk(r, h)->upos != SG_POS_PROPN))
            continue;
        bool before = rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND || rel == SG_DEP_NUMMOD || rel == SG_DEP_AMOD ||
                      rel == SG_DEP_NMOD_UNMARKED;
        bool of = rel == SG_DEP_NMOD && sg_eqz(sg_case_of(r->d, k), "of");
        if ((before && h > tm->last) || (of && h < tm->first)) return h;
    }
    return NONE;
}

/* "over Friday's bombing"; not where the date takes the word in, as "two days after the May 6 bombing" does. */
static bool tells_other_day(const sg_reader *r, const sg_time *tm, uint32_t t) {
    return (t <= tm->first || t > tm->last) && sg_word(r->d, t, "other day");
}

/* "arrested over Friday's bombing", "fled ahead of the June 2 vote": the day of what an act answers, or comes before or
 * after; not "killed in Friday's bombing". */
static bool is_day_of_cause(const sg_reader *r, const sg_time *tm, const sg_ev *e) {
    enum { DEEP = 6 };
    uint32_t t = noun_dated(r, tm);
    for (int n = 0; n < DEEP && t != NONE && t != e->head; n++, t = tk(r, t)->head) {
        if (t >= e->first && t <= e->last) return false;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
            if ((tk(r, c)->deprel == SG_DEP_CASE || tk(r, c)->deprel == SG_DEP_MARK) && tells_other_day(r, tm, c))
                return true;
        if (tk(r, t)->upos != SG_POS_VERB && tells_other_day(r, tm, t)) return true;
    }
    return false;
}

/* "condemned Sunday's attack", "rejected Tuesday's resolution": what is spoken of was done on that day, and the words were
 * said later; but "signed Sunday's accord". */
static bool is_day_spoken_of(const sg_reader *r, const sg_time *tm, const sg_ev *e) {
    uint32_t noun = tk(r, tm->head)->deprel == SG_DEP_NMOD_POSS ? noun_dated(r, tm) : NONE;
    if (noun == NONE || !sg_is_speech(r, e->head) || (noun >= e->first && noun <= e->last)) return false;
    return tk(r, noun)->head == e->head && tk(r, noun)->deprel == SG_DEP_OBJ;
}

/* Does a table of acts read the word, as that part of speech, as an attack? */
static bool tells_attack(const sg_reader *r, uint32_t t, char pos) {
    enum { POS = 1, TYPE };
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, t), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == pos && !strcmp(rows.row[i]->cell[TYPE], "ASSAULT")) return true;
    return false;
}

/* Does the verb tell what an attack did to people? */
static bool tells_harm(const sg_reader *r, uint32_t t) {
    return tk(r, t)->upos == SG_POS_VERB && (sg_word(r->d, t, "leaving dead") || tells_attack(r, t, 'v'));
}

/* "On 3 May a strike on the port killed six", "attacks that killed six on 3 May": what an attack did was done when it was
 * made. The verb; NONE: another one. */
static uint32_t verb_of_harm(const sg_reader *r, const sg_ev *e) {
    uint32_t verb = tk(r, e->head)->head;
    if (tk(r, e->head)->upos != SG_POS_NOUN || !tells_attack(r, e->head, 'n')) return NONE;
    if (tk(r, e->head)->deprel == SG_DEP_NSUBJ && verb != NONE && tells_harm(r, verb)) return verb;
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if ((rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL) && c > e->head && tells_harm(r, c)) return c;
    }
    return NONE;
}

/* "Was founded after the raid on the mine in 2011": a day of years ago right behind the phrase of a noun that tells why or
 * after what the rest was done is the noun's own, on whatever the tree hangs it. */
static bool is_old_day_behind(const sg_reader *r, const sg_time *tm, const sg_ev *e) {
    static const char over[] = "after|since|following|over|of|about|by|before";
    enum { YEAR = 366 };
    const sg_tok *noun = tk(r, e->head);
    bool old = r->d->pub != INT32_MIN && tm->to != INT32_MIN && tm->to < r->d->pub - YEAR;
    if (!old || noun->upos != SG_POS_NOUN || noun->deprel != SG_DEP_OBL || tk(r, tm->head)->head != noun->head)
        return false;
    sg_str by = sg_case_of(r->d, e->head);
    if (!by.n || !sg_list_has(over, by)) return false;
    uint32_t a = e->head, b = e->head, start = tm->first;
    sg_reach(r->d, e->head, &a, &b);
    while (start > b + 1 && tk(r, start - 1)->deprel == SG_DEP_CASE) start--;
    return start == b + 1;
}

/* "said that the army shot on Friday, and threatened a war": is the word of what is said there, and the act not? */
static bool in_words_apart(const sg_reader *r, uint32_t t, uint32_t top, uint32_t act) {
    for (int n = 0; t != NONE && t != top && n < 64; t = tk(r, t)->head, n++)
        if (tk(r, t)->deprel == SG_DEP_CCOMP && act != t && !sg_below(r, act, t, NONE)) return true;
    return false;
}

/* "Fought until Monday", which is over: it ended then. "Gave them until Sunday to withdraw": a term. */
static void end_at(sg_reader *r, sg_ev *e, uint32_t i, uint32_t *since) {
    const sg_time *tm = &r->d->times[i];
    uint32_t verb = tk(r, tm->head)->head;
    bool ahead = r->d->pub == INT32_MIN || tm->to == INT32_MIN || tm->to >= r->d->pub;
    if (verb != NONE && sg_word(r->d, verb, "gives term")) {
        if (ahead && (verb == e->head || tk(r, e->head)->head == verb)) e->due = i;
        return;
    }
    if (!ahead && *since == NONE && sg_in_clause(r, tm->head, e->head) && !in_clause_apart(r, tm->head, e->head))
        *since = i;
}

/* The first date that hangs on the act, on what carries it, or on the chain above it; else since when it lasts. */
void sg_find_time(sg_reader *r, sg_ev *e, uint32_t chain) {
    uint32_t best = NONE, since = NONE, harm = verb_of_harm(r, e);
    const sg_sent *in = &r->d->sents[tk(r, e->head)->sent];
    for (uint32_t i = in->time; i < in->time + in->time_count; i++) {
        const sg_time *tm = &r->d->times[i];
        if (tm->kind == SG_TIME_DUE) {
            if (sg_below(r, tm->head, e->head, NONE) && !in_joined_clause(r, tm->head, e->head)) e->due = i;
            continue;
        }
        if (tm->kind == SG_TIME_DURATION && tm->edtf && !strncmp(tm->edtf, "../", 3)) {
            end_at(r, e, i, &since);
            continue;
        }
        if (tm->kind == SG_TIME_DURATION || tm->kind == SG_TIME_AFTER) continue;
        if (tm->kind == SG_TIME_SINCE) {
            if (tm->edtf && since == NONE && sg_in_clause(r, tm->head, e->head)) since = i;
            continue;
        }
        if (is_day_of_thing(r, tm, e) || is_day_judged(r, tm, e)) continue;
        if (is_day_of_cause(r, tm, e) || is_day_spoken_of(r, tm, e)) continue;
        if (sg_in_clause(r, tm->head, e->head) && !in_clause_apart(r, tm->head, e->head)) {
            bool night = sg_word(r->d, tm->first, "overnight") && i + 1 < in->time + in->time_count;
            best = night && tm[1].first == tm->last + 1 ? i + 1 : i; /* "overnight on 7 August" */
            break;
        }
        if (harm != NONE && sg_in_clause(r, tm->head, harm)) best = i;
        if (is_old_day_behind(r, tm, e)) best = i;
        bool above = chain != NONE && best == NONE && sg_below(r, tm->head, chain, NONE);
        above = above && (chain == e->head || !sg_below(r, tm->head, e->head, NONE)); /* "violating the truce of Friday" */
        above = above && !in_attribute(r, tm->head, e->head) && !in_words_apart(r, tm->head, chain, e->head);
        if (above && (chain == e->head || !in_clause_apart(r, tm->head, chain))) best = i;
    }
    e->time = best != NONE ? best : since;
}

/* "an agreement which kills farming": what the agreement itself does is not what was agreed. */
static bool is_deed_of_thing(const sg_reader *r, uint32_t t) {
    uint32_t subject = tk(r, t)->deprel == SG_DEP_ACL_RELCL ? sg_own_subject(r, t) : NONE;
    return subject != NONE && (tk(r, subject)->bits & SG_FEAT_REL);
}

/* A verb, or what a copula makes one: "that it will be a success and that they will agree". */
bool sg_is_predicate(const sg_reader *r, uint32_t t) {
    bool copula = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) copula |= tk(r, c)->deprel == SG_DEP_COP;
    return copula || tk(r, t)->upos == SG_POS_VERB;
}

/* "Ready for talks if Y withdraws": what another is to do first is not what one is ready for. */
static bool is_others_condition(const sg_reader *r, uint32_t t) {
    bool own = false, whether = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        own |= sg_is_subject(tk(r, c));
        whether |= tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->key, "whether");
    }
    return tk(r, t)->deprel == SG_DEP_ADVCL && own && !whether && sg_is_condition(r, t);
}

/* "Has not said whether it will lend", "did not decide when to sign": the clause that leaves open what will be; NONE: none. */
uint32_t sg_open_clause(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (c < t || (tk(r, c)->deprel != SG_DEP_CCOMP && tk(r, c)->deprel != SG_DEP_XCOMP)) continue;
        for (uint32_t k = tk(r, c)->child; k != NONE && k < c; k = tk(r, k)->next) {
            bool opens = tk(r, k)->deprel == SG_DEP_MARK || tk(r, k)->deprel == SG_DEP_ADVMOD;
            if (opens && sg_word(r->d, k, "question")) return c;
        }
    }
    return NONE;
}

/* "Called the raid a crime", unlike "called them to order": what one calls something is no act that one asks for. */
static bool is_name_given(const sg_reader *r, uint32_t word, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_NOUN || tk(r, t)->deprel != SG_DEP_XCOMP || !sg_word(r->d, word, "naming")) return false;
    bool whom = false, marked = false;
    for (uint32_t c = tk(r, word)->child; c != NONE; c = tk(r, c)->next) whom |= tk(r, c)->deprel == SG_DEP_OBJ;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        marked |= tk(r, c)->deprel == SG_DEP_CASE || tk(r, c)->deprel == SG_DEP_MARK || tk(r, c)->deprel == SG_DEP_COP;
    return whom && !marked;
}

/* "Asked whether the boats had sailed", "asked why": one wants to know, and no deed; "asked if it could land" wants one. */
static bool is_question_put(const sg_reader *r, uint32_t word, uint32_t t) {
    if (tk(r, t)->deprel != SG_DEP_CCOMP || !sg_word(r->d, word, "inquires")) return false;
    uint32_t first = word + 1;
    while (first < t && !sg_below(r, first, t, NONE)) first++; /* whom one asks may stand between */
    const char *asked = first < t ? sg_word(r->d, first, "question") : NULL;
    for (uint32_t c = tk(r, t)->child; asked && sg_eqz(sg_str_of(asked), "whether") && c != NONE; c = tk(r, c)->next) {
        const char *modal = tk(r, c)->deprel == SG_DEP_AUX ? sg_word(r->d, c, "modal") : NULL;
        if (modal && !strcmp(modal, "possible")) return false;
    }
    return asked;
}

bool sg_may_be_inner(const sg_reader *r, uint32_t word, uint32_t t, bool asks) {
    if (asks && (is_name_given(r, word, t) || is_question_put(r, word, t))) return false;
    return !is_deed_of_thing(r, t) && !is_others_condition(r, t);
}
