/* event_operator.c: see event_in.h. Words that take an act and make another of it (agree, refuse, say, hold), and what
 * tense and negation make of acts. */
#include "event_in.h"

static bool many_states(const sg_reader *r, const sg_ids *ids) {
    for (size_t i = 1; i < ids->count; i++) {
        const char *a = r->d->ents[ids->at[0]].country, *b = r->d->ents[ids->at[i]].country;
        if (a && b && strcmp(a, b) != 0) return true;
    }
    return false;
}

/* "will hit back", "will be crushed", "use force": force of whatever kind. */
static bool is_force(const sg_ev *e) {
    return e->cameo && !strcmp(e->cameo, "190");
}

/* "pledged not to attack", "voted not to accept", "vowed never to talk": what is promised not to be done is given up, or
 * refused; "asked Y not to attack": restraint is asked. "promised Y two ships": forces promised to somebody are help for
 * him. */
static const char *op_over(const char *op, const sg_ev *inner, const sg_ids *to) {
    static const char harms[] = "MOBILIZE|SANCTION|COERCE|ASSAULT|PROTEST|THREATEN|ACCUSE|REJECT|REQUEST";
    bool harm = is_force(inner) || (inner->type && sg_list_has(harms, sg_str_of(inner->type)));
    bool spared = inner->realis == SG_NEGATED && harm;
    if (spared && !strcmp(op, "ask")) return "dissuade";
    if (spared && !strcmp(op, "demand")) return "forbid";
    if (!sg_list_has("agree|promise|intend", sg_str_of(op))) return op;
    if (inner->realis == SG_NEGATED)
        return spared ? "forgo" : sg_cooperative(inner) || !strcmp(op, "promise") ? "refuse" : op;
    bool force = inner->type && !strcmp(inner->type, "MOBILIZE");
    return force && to->count && !strcmp(op, "promise") ? "lend" : op;
}

/* The outer act that an operator makes of an inner one. */
static sg_ev *wrap(sg_reader *r, const char *op, sg_ev *inner, uint32_t t, uint32_t first, uint32_t last,
                   const sg_above *up) {
    const sg_row *row = sg_compose(r->d, op, inner);
    if (!row) return inner;
    sg_ev *e = sg_new_ev(r, t, first, last, up);
    e->type = row->cell[C_OUT_TYPE][0] ? value(row->cell[C_OUT_TYPE]) : inner->type;
    e->mode = row->cell[C_OUT_MODE][0] ? value(row->cell[C_OUT_MODE]) : NULL;
    e->cameo = row->cell[C_OUT_CAMEO][0] ? value(row->cell[C_OUT_CAMEO]) : inner->cameo;
    e->context = inner->context;
    e->likely = inner->likely;
    e->weak = !inner->type && inner->weak && !inner->cameo; /* "promised an election": a code says what it is */
    sg_because(r, e, "type", row, NULL, first, last);
    e->speech = true;
    return e;
}

static bool is_op(const char *op, const char *list) {
    return sg_list_has(list, sg_str_of(op));
}

/* Where experts are sent, and not whom it helps. */
static bool is_town(const sg_reader *r, uint32_t id) {
    const sg_ent *x = &r->d->ents[id];
    const sg_row *row = x->by == SG_BY_NAME ? x->row[0] : NULL;
    return row && row->table == SG_T_COUNTRIES && sg_list_has("city|capital", sg_str_of(row->cell[C_KIND]));
}

static void settle_agree(sg_reader *r, sg_ev *e, const sg_ev *inner) {
    bool open = !e->recipients.count, threat = e->type && !strcmp(e->type, "THREATEN");
    bool many = open && many_states(r, &e->actors);
    if (many && inner->type && sg_list_has("AID|CONSULT", sg_str_of(inner->type))) { /* "Chad and Mali offered Togo help" */
        for (size_t i = 0; i < inner->recipients.count; i++)
            if (!is_town(r, inner->recipients.at[i])) sg_add_id(r, &e->recipients, inner->recipients.at[i]);
        sg_drop_common(r, &e->recipients, &e->actors);
    }
    if (many) e->reciprocal = !e->recipients.count;
    else if (open && (sg_cooperative(inner) || threat)) {
        sg_add_all(r, &e->recipients, &inner->recipients);
        if (inner->reciprocal) sg_add_all(r, &e->recipients, &inner->actors);
    } else if (open && !inner->type) sg_add_foreign(r, &e->recipients, &inner->recipients, &e->actors);
    sg_drop_common(r, &e->recipients, &e->actors);
}

/* Arrest, expulsion, a ban, a sanction: what only those in power do. */
static bool is_penalty(const sg_ev *e) {
    return e->type && sg_list_has("COERCE|SANCTION", sg_str_of(e->type));
}

/* "X said that looters would be jailed": who says what will be done to others, and names nobody who will do it, means
 * himself. What is done to his own side he only fears. */
static void add_threatener(sg_reader *r, sg_ids *who, const sg_ev *in, uint32_t source) {
    if (source == NONE || !r->d->ents[source].country) return;
    for (size_t i = 0; i < in->recipients.count; i++)
        if (sg_same_party(r, in->recipients.at[i], source)) return;
    sg_add_id(r, who, source);
}

/* "If it goes on, Chad will act": by a pronoun nobody threatens his own land. */
static void drop_own_land(const sg_reader *r, sg_ev *e) {
    size_t n = 0;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *other = &r->d->ents[e->recipients.at[i]];
        bool own = false;
        for (size_t k = 0; k < e->actors.count && other->by == SG_BY_PRONOUN && !other->sector; k++)
            own |= same_word(r->d->ents[e->actors.at[k]].country, other->country);
        if (!own) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

/* "threatened to leave unless X paid": whose deed the threat waits for, he is threatened. */
static void threaten_whom(sg_reader *r, sg_ev *e, const sg_ev *in, uint32_t t) {
    const uint32_t heads[] = {in->head, t};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t c = tk(r, heads[k])->child; c != NONE && !e->recipients.count; c = tk(r, c)->next) {
            if (tk(r, c)->deprel != SG_DEP_ADVCL || !sg_is_condition(r, c)) continue;
            sg_frame fr = frame(r, c, NONE, NONE);
            sg_parties(r, &fr, "subj", &e->recipients, sg_behind);
            sg_drop_common(r, &e->recipients, &e->actors);
            drop_own_land(r, e);
        }
}

/* "The dam will help Chad", "this would back the rebels": what a thing will do, nobody promises. "The talks will begin in
 * May": the act itself. */
static bool is_effect(const sg_reader *r, const sg_ev *in, uint32_t t) {
    uint32_t subject = sg_is_passive(r->d, t) ? NONE : sg_own_subject(r, t);
    if (subject == NONE || tk(r, subject)->ent_count || in->head == subject) return false;
    if (tk(r, subject)->upos == SG_POS_PRON) return sg_word(r->d, subject, "pointing") != NULL;
    uint32_t ref = tk(r, subject)->ref;
    bool thing = tk(r, subject)->upos == SG_POS_NOUN && (ref == NONE || r->d->refs[ref].thing == SG_THING_OTHER);
    return thing && !sg_in_classes(r->d, subject, SG_LIT("human|person|official|institution|group|org|body|state|party"));
}

/* "Oslo will host the guests": who will be the host promises, though it is the guests who visit. */
static bool is_host(const sg_reader *r, const sg_ev *in, uint32_t t) {
    uint32_t subject = sg_is_passive(r->d, t) ? NONE : sg_own_subject(r, t);
    if (subject == NONE || !in->type || strcmp(in->type, "CONSULT") != 0 || in->reciprocal) return false;
    for (size_t i = 0; i < in->recipients.count; i++)
        if (r->d->ents[in->recipients.at[i]].head == subject) return true;
    return false;
}

uint32_t sg_time_of_saying(const sg_reader *r, uint32_t said, uint32_t saying) {
    enum { MOST = 16 };
    const sg_sent *in = &r->d->sents[tk(r, said)->sent];
    uint32_t top = said;
    for (size_t i = 0; i < MOST && tk(r, top)->head != NONE; i++) {
        if (tk(r, top)->deprel != SG_DEP_XCOMP && tk(r, top)->deprel != SG_DEP_CONJ) break;
        top = tk(r, top)->head;
    }
    if (tk(r, top)->deprel == SG_DEP_CCOMP) said = top, saying = tk(r, top)->head;
    for (uint32_t c = tk(r, top)->child; c != NONE; c = tk(r, c)->next) /* "..., the minister said on Monday" */
        if (c > said && tk(r, c)->deprel == SG_DEP_PARATAXIS && tk(r, c)->upos == SG_POS_VERB) saying = c;
    for (uint32_t i = in->time; saying != NONE && saying != said && i < in->time + in->time_count; i++) {
        const sg_time *tm = &r->d->times[i];
        bool tells = tm->kind == SG_TIME_DATE && !sg_below(r, tm->head, said, saying);
        if (tells && sg_in_clause(r, tm->head, saying)) return i;
    }
    return NONE;
}

/* "Peru will work with Chile": Peru promises it, and Chile has promised nothing. */
static void promise_to_partner(sg_reader *r, sg_ev *e) {
    sg_ids who = {0}, with = {0};
    for (size_t i = 0; i < e->actors.count; i++) {
        uint32_t head = r->d->ents[e->actors.at[i]].head;
        bool partner = false;
        while (tk(r, head)->deprel == SG_DEP_CONJ) head = tk(r, head)->head;
        for (uint32_t c = tk(r, head)->child; c != NONE && c < head; c = tk(r, c)->next)
            partner |= tk(r, c)->deprel == SG_DEP_CASE && sg_eqz(tk(r, c)->key, "with");
        sg_add_id(r, partner ? &with : &who, e->actors.at[i]);
    }
    if (!who.count || !with.count || e->recipients.count) return;
    e->actors = who, e->recipients = with;
    e->reciprocal = who.count > 1;
}

/* "will send", "is to visit": the future is an intention of the one who acts. */
static sg_ev *as_intended(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t, const sg_signs *s) {
    sg_realis later = s->conditional ? SG_CONDITIONAL : SG_PLANNED;
    static const char spoken[] = "AGREE|REQUEST|REJECT|THREATEN"; /* "will promise to": the speaking is to come */
    bool revenge = !in->type && is_force(in);                     /* a threat, though no table knows what it will be */
    bool plain = (!in->type && !revenge) || (in->type && sg_list_has("MOBILIZE|PROTEST|ACCUSE", sg_str_of(in->type))) ||
                 (in->content && sg_list_has(spoken, sg_str_of(in->type)));
    bool effect = is_effect(r, in, t);
    sg_ev *e = plain || effect ? in : wrap(r, "intend", in, t, in->first, in->last, up);
    sg_raise(&in->realis, effect ? SG_HYPOTHETICAL : later);
    if (e == in) return in;
    bool host = is_host(r, in, t);
    e->actors = host ? in->recipients : in->actors;
    if (host) e->recipients = in->actors;
    e->reciprocal = in->reciprocal && in->actors.count > 1;
    if (e->reciprocal) promise_to_partner(r, e);
    if (!e->actors.count && (is_force(in) || is_penalty(in))) add_threatener(r, &e->actors, in, up->source);
    if (!e->reciprocal) settle_agree(r, e, in);
    if (e->type && !strcmp(e->type, "THREATEN") && !e->recipients.count) threaten_whom(r, e, in, t);
    e->time = sg_time_of_saying(r, t, up->times_at);
    sg_link_content(r, e, in, "complement");
    return e;
}

/* "will walk out unless X yields": what is done if the other does not give way is a threat, whatever it is. */
static sg_ev *as_threatened(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t) {
    sg_ev *e = wrap(r, "threaten", in, t, in->first, in->last, up);
    if (e == in) return in;
    sg_raise(&in->realis, SG_CONDITIONAL);
    e->actors = in->actors;
    sg_add_all(r, &e->recipients, &in->recipients);
    sg_drop_common(r, &e->recipients, &e->actors);
    if (!e->recipients.count) threaten_whom(r, e, in, t);
    e->time = sg_time_of_saying(r, t, up->times_at);
    sg_link_content(r, e, in, "complement");
    return e;
}

/* "The two leaders said that ...": all for whom the word stands that tells who says it. */
static void add_speakers(sg_reader *r, sg_ids *who, uint32_t source) {
    uint32_t head = r->d->ents[source].head;
    bool there = false;
    for (uint32_t i = 0; head != NONE && i < tk(r, head)->ent_count; i++) there |= tk(r, head)->ent + i == source;
    if (there) sg_add_ents(r, who, head);
    else sg_add_id(r, who, source);
}

/* The parties of an act to come that somebody refuses or demands: `who` against all others that it names. */
static void set_against(sg_reader *r, sg_ev *e, const sg_ev *in, const sg_ids *who) {
    e->actors = *who;
    sg_add_all(r, &e->recipients, &in->recipients);
    sg_add_all(r, &e->recipients, &in->actors);
    sg_drop_common(r, &e->recipients, &e->actors);
}

/* "will not open fire", "would never use force": who says so of himself gives up what he could have done; who "will no longer
 * block Y's bid" gives way. */
static sg_ev *as_forgone(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t) {
    bool violent = is_force(in) || (in->type && sg_list_has("ASSAULT|MOBILIZE", sg_str_of(in->type)));
    bool balks = same_word(in->type, "REJECT") && !in->likely; /* what the network refuses it has read with its "not" */
    sg_realis spoken = up->realis;
    sg_raise(&in->realis, SG_NEGATED);
    if ((!violent && !balks) || !in->actors.count || spoken > SG_HISTORICAL) return in; /* "promised that he would not" */
    sg_ev *e = wrap(r, balks ? "stop" : "forgo", in, t, in->first, in->last, up);
    if (e == in) return in;
    e->actors = in->actors;
    e->recipients = in->recipients;
    e->time = sg_time_of_saying(r, t, up->times_at);
    sg_link_content(r, e, in, "complement");
    return e;
}

/* "Will not leave Geneva without an answer": whom or what place one leaves so is not what one answers. */
static bool leaves_somebody(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ && (tk(r, c)->ent_count || tk(r, c)->upos == SG_POS_PROPN)) return true;
    return false;
}

/* "Will not sit idly by", "will not sit with folded hands", "will not tolerate it" threaten, "will not abandon its ally"
 * promises: what is not done here is to do nothing, to bear it, or to let somebody down. "refuse" for all else. */
static const char *refusal_of(const sg_reader *r, uint32_t t) {
    if (sg_word(r->d, t, "bears")) return "stir";
    bool idling = sg_word(r->d, t, "idling"), deserting = sg_word(r->d, t, "deserting");
    for (uint32_t c = tk(r, t)->child; c != NONE && (idling || deserting); c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool stands_for_thing = tk(r, c)->upos != SG_POS_ADP && (rel == SG_DEP_OBL || rel == SG_DEP_OBJ);
        bool folded = rel == SG_DEP_OBL && sg_word(r->d, c, "folded") && sg_eqz(sg_case_of(r->d, c), "with");
        if (idling && (folded || (!stands_for_thing && sg_word(r->d, c, "inert")))) return "stir";
        bool answer = rel == SG_DEP_OBL && has_case(r, c, "without", NULL) && sg_word(r->d, c, "return of harm");
        if (idling && answer && !leaves_somebody(r, t)) return "stir";
        bool whom = rel == SG_DEP_OBJ && (tk(r, c)->ent_count || sg_in_class(r->d, c, SG_LIT("faith")));
        if (deserting && whom) return "stay";
    }
    return "refuse";
}

/* "Oslo's step will not go unanswered": a thing of somebody's, or a deed, answers nothing; who says so will. */
static bool is_borne_thing(const sg_reader *r, uint32_t t, const char *op) {
    uint32_t subject = strcmp(op, "stir") != 0 ? NONE : sg_own_subject(r, t);
    if (subject == NONE) return sg_is_passive(r->d, t) && !strcmp(op, "stir");
    if (sg_is_passive(r->d, t)) return true;
    return tk(r, subject)->upos == SG_POS_NOUN && !tk(r, subject)->ent_count &&
           !sg_in_classes(r->d, subject, SG_LIT("human|person|official|institution|group|org|body|state|party"));
}

/* "The killing of its envoys will not go unanswered": nobody answers his own. */
static void drop_own(const sg_reader *r, sg_ev *e) {
    size_t n = 0;
    const char *own = e->actors.count ? r->d->ents[e->actors.at[0]].country : NULL;
    for (size_t i = 0; i < e->recipients.count && own; i++)
        if (!same_word(own, r->d->ents[e->recipients.at[i]].country)) e->recipients.at[n++] = e->recipients.at[i];
    if (own) e->recipients.count = n;
}

/* "will not talk", "would not accept": who says what he will not do refuses it. */
static sg_ev *as_refused(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t) {
    if (!sg_cooperative(in) && (in->type || is_force(in))) return as_forgone(r, in, up, t);
    const char *op = refusal_of(r, t);
    sg_ev *e = wrap(r, op, in, t, in->first, in->last, up);
    if (e == in) {
        sg_raise(&in->realis, SG_NEGATED);
        return in;
    }
    sg_ids who = {0};
    sg_frame fr = frame(r, t, NONE, up->subject);
    bool thing = is_borne_thing(r, t, op);
    if (tk(r, t)->upos == SG_POS_VERB && !thing) sg_parties(r, &fr, "subj", &who, sg_behind);
    bool unsaid = !who.count && !in->actors.count && !in->reciprocal; /* "X said the ban will not be lifted" */
    if (unsaid && up->source != NONE && r->d->ents[up->source].country) add_speakers(r, &who, up->source);
    set_against(r, e, in, who.count || in->reciprocal ? &who : &in->actors);
    if (thing) drop_own(r, e);
    e->time = sg_time_of_saying(r, t, up->times_at);
    sg_raise(&in->realis, strcmp(op, "refuse") != 0 ? SG_NEGATED : SG_HYPOTHETICAL);
    sg_link_content(r, e, in, "complement");
    return e;
}

/* "Told the bank that it must pay": it is the bank that must, and not the speaker, who would not have to tell others so. */
static void ask_whom_one_tells(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t) {
    uint32_t verb = tk(r, t)->deprel == SG_DEP_CCOMP ? tk(r, t)->head : NONE, who = sg_own_subject(r, t);
    bool third = who != NONE && tk(r, who)->upos == SG_POS_PRON && !(tk(r, who)->bits & (SG_FEAT_P1 | SG_FEAT_P2));
    if (verb == NONE || !third) return;
    for (size_t i = 0; i < in->actors.count; i++)
        if (!sg_same_party(r, in->actors.at[i], up->source)) return;
    sg_ids told = {0}, speaker = {0};
    sg_frame fr = frame(r, verb, NONE, NONE);
    sg_parties(r, &fr, "iobj|obj", &told, NULL);
    sg_add_id(r, &speaker, up->source);
    sg_drop_common(r, &told, &speaker);
    if (told.count) in->actors = told;
}

/* "X said that Y must stop": to say what another has to do is to ask it of him; of what both have to do ("the two sides
 * should talk") it is asked of the other. */
static sg_ev *as_demanded(sg_reader *r, sg_ev *in, const sg_above *up, uint32_t t) {
    sg_ids asked = {0}, nobody = {0};
    ask_whom_one_tells(r, in, up, t);
    for (size_t i = 0; i < in->actors.count; i++)
        if (!sg_same_party(r, in->actors.at[i], up->source)) sg_add_id(r, &asked, in->actors.at[i]);
    if (!asked.count && in->actors.count) return sg_raise(&in->realis, SG_DEMANDED), in;
    if (!asked.count) sg_those_behind(r, t, &asked);
    sg_ev *e = wrap(r, op_over("demand", in, &nobody), in, t, in->first, in->last, up); /* "should refrain from force" */
    sg_raise(&in->realis, SG_DEMANDED);
    if (e == in) return in;
    sg_ids who = {0};
    sg_add_id(r, &who, up->source);
    e->actors = who;
    e->recipients = asked;
    e->time = sg_time_of_saying(r, t, up->times_at);
    sg_link_content(r, e, in, "complement");
    return e;
}

/* "I must say", "it should be said": what has to be said is told by it. */
static bool is_told_by_duty(const sg_reader *r, const sg_signs *s) {
    uint32_t verb = tk(r, s->at)->deprel == SG_DEP_AUX ? tk(r, s->at)->head : s->at;
    uint32_t who = verb == NONE ? NONE : sg_own_subject(r, verb);
    const char *pronoun = who == NONE ? NULL : sg_word(r->d, who, "pronoun");
    return who != NONE && ((tk(r, who)->bits & SG_FEAT_P1) || (pronoun && !strcmp(pronoun, "3n")));
}

/* What auxiliaries and negation of a report make of the acts that it tells: "will say", "did not say". */
sg_ev *sg_under_report(sg_reader *r, sg_ev *list, const sg_signs *s) {
    bool told = s->duty && is_told_by_duty(r, s);
    for (sg_ev *e = list; e; e = e->next) {
        if (e->position) continue;
        if (s->future) sg_bend(r, e, SG_PLANNED, s->at);
        if (s->duty && !told) sg_bend(r, e, SG_DEMANDED, s->at);
        if (s->negated) sg_bend(r, e, SG_NEGATED, s->at);
    }
    return list;
}

/* "I must protest", "we have to thank them": who says that he must say it says it. */
static bool is_said_now(const sg_reader *r, const sg_ev *e, uint32_t t) {
    uint32_t who = sg_own_subject(r, t);
    bool says = e->speech && !(e->type && !strcmp(e->type, "AGREE")); /* but "we must agree on a date" */
    return says && who != NONE && tk(r, who)->upos == SG_POS_PRON && (tk(r, who)->bits & SG_FEAT_P1);
}

/* What auxiliaries and negation make of acts that were read. */
sg_ev *sg_under_signs(sg_reader *r, sg_ev *list, const sg_above *up, uint32_t t, const sg_signs *signs) {
    sg_ev *all = NULL, **at = &all;
    for (sg_ev *next; list; list = next) {
        next = list->next;
        list->next = NULL;
        sg_signs own = *signs, *s = &own;
        own.negated &= !list->unlike;
        if (list->position || list->laid) {
            *at = list;
            at = &list->next;
            continue;
        }
        bool spoken_of = up->realis > SG_HISTORICAL; /* "vowed it would pay": one promise, not two */
        bool merciless =
            !list->type && is_force(list) && s->negated && tk(r, s->at)->deprel == SG_DEP_OBJ; /* "show no mercy" */
        bool ended = s->negated && sg_word(r->d, s->at, "ended by no"); /* "no longer recognizes, opposes Y" */
        bool over = ended && list->type && sg_list_has("SUPPORT|REJECT", sg_str_of(list->type)) && !list->likely;
        bool refuses = s->negated && !s->future && (over || (sg_word(r->d, t, "accepting") && sg_cooperative(list)));
        if (s->duty && up->source != NONE) *at = as_demanded(r, list, up, t);
        else if (spoken_of && !s->negated) *at = list;
        else if (s->future && s->negated && !merciless) *at = as_refused(r, list, up, t);
        else if (refuses) *at = as_refused(r, list, up, t);
        else if (s->future && s->unless && !sg_cooperative(list)) *at = as_threatened(r, list, up, t);
        else if (s->future) *at = as_intended(r, list, up, t, s);
        else *at = list;
        if (s->duty && !is_said_now(r, list, t)) sg_bend(r, list, SG_DEMANDED, s->at);
        bool whole = list->likely && sg_is_made_by_not(list->type);
        if (s->negated && !merciless && !whole && !((s->future || refuses) && *at != list))
            sg_bend(r, list, SG_NEGATED, s->at);
        if (*at == list && sg_is_only_possible(list, s)) sg_bend(r, list, SG_HYPOTHETICAL, s->at);
        sg_ev *hangs = list->speech && list->content ? list->content : s->told ? NULL : list;
        if (s->conditional && *at == list && hangs) sg_bend(r, hangs, SG_CONDITIONAL, s->at);
        at = &(*at)->next;
    }
    return all;
}

/* "agreed to a larger force in Chad": whom it is for may be told by no more than where it is to be. */
static void on_other_ground(sg_reader *r, sg_ev *e, const sg_above *up) {
    sg_ids who = e->actors, found = {0};
    if (!who.count) sg_add_above(r, &who, up);
    sg_party_in(r, e->head, "in|to|for|with|against|on", &found, 0);
    for (size_t i = 0; i < found.count; i++) {
        uint32_t word = r->d->ents[found.at[i]].head; /* "to work closely on Peru" */
        bool topic = tk(r, e->head)->upos == SG_POS_VERB && word != NONE && sg_is_talked_about(r->d, word);
        if (!topic && sg_is_abroad(r, found.at[i], &who)) sg_add_id(r, &e->recipients, found.at[i]);
    }
    if (e->recipients.count || tk(r, e->head)->upos != SG_POS_NOUN || !who.count) return;
    found.count = 0; /* "agreed to the passage of Russian units" */
    sg_party_in(r, e->head, "of|by", &found, 0);
    sg_add_foreign(r, &e->recipients, &found, &who);
}

/* "urged Peru to stop stirring up trouble", "to put an end to it": to leave off doing what no table knows is to yield. */
static bool leaves_off(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_VERB) return false;
    bool off = sg_in_class(r->d, t, SG_LIT("leaving_off"));
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        off |= tk(r, c)->deprel == SG_DEP_OBJ && sg_in_class(r->d, c, SG_LIT("leaving_off"));
    return off;
}

/* An inner word that is no act: its words still tell what was agreed or asked. */
sg_ev *sg_untyped(sg_reader *r, uint32_t t, const sg_above *up) {
    sg_ev *e = sg_new_ev(r, t, t, t, up);
    sg_frame fr = sg_frame_of(r->d, t, up->subject, false);
    r->seen[t] = true;
    if (leaves_off(r, t)) e->cameo = "080";
    if (tk(r, t)->upos == SG_POS_VERB) {
        sg_parties(r, &fr, "subj", &e->actors, sg_behind);
        if (!e->actors.count && sg_lacks_agent(r, t)) sg_add_above(r, &e->actors, up);
        bool takes = false, passive = sg_is_passive(r->d, t);
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) takes |= tk(r, c)->deprel == SG_DEP_OBJ;
        /* "work closely on Peru" is about Peru, "impose it on Peru" is not; "be sent home" is done to nobody told */
        const char *to = takes ? "obj|to|with|against|on" : passive ? "to|with|against|on" : "to|with|against";
        sg_parties(r, &fr, to, &e->recipients, sg_affected);
        sg_drop_common(r, &e->recipients, &e->actors);
    }
    if (!e->recipients.count) on_other_ground(r, e, up);
    sg_contexts(r, e, t, 0);
    return e;
}

/* "rejected any foreign presence", "refused the proposal to swap captives": what would have been done. */
void sg_tell_refused(sg_reader *r, sg_ev *e, sg_above up) {
    if (e->content || e->realis != SG_ACTUAL || !e->type || strcmp(e->type, "REJECT") != 0) return;
    uint32_t what = NONE;
    for (uint32_t c = tk(r, e->head)->child; c != NONE && what == NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ && tk(r, c)->upos == SG_POS_NOUN && !tk(r, c)->ent_count) what = c;
    for (uint32_t c = what == NONE ? NONE : tk(r, what)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_ACL && (tk(r, c)->bits & SG_FEAT_INF)) what = c;
    bool spoken = what != NONE && sg_in_class(r->d, what, SG_LIT("proposal")); /* an offer was made, whatever it was of */
    if (what == NONE || spoken || r->made[what] || r->inner[what] || e->position) return;
    up.realis = SG_HYPOTHETICAL;
    up.source = e->source;
    up.depth++;
    sg_link_content(r, e, sg_untyped(r, what, &up), "complement");
}

/* "asked for loans", "promised tanks": to name the goods is to name the aid. */
static const char *const goods[][3] = {{"money", "071", "economic"},  {"arms", "072", "military"},
                                       {"troops", "072", "military"}, {"helper", "073", "health"},
                                       {"relief", "073", NULL},       {"aid_goods", "073", NULL},
                                       {"aid", "070", NULL},          {"peacekeeper", "074", "peacekeeping"}};

static const char *const *goods_of(const sg_reader *r, uint32_t t) {
    for (size_t i = 0; i < sizeof goods / sizeof *goods; i++)
        if (tk(r, t)->upos == SG_POS_NOUN && sg_in_class(r->d, t, sg_str_of(goods[i][0]))) return goods[i];
    return NULL;
}

/* Is it nobody's yet: "pledged troops", unlike "pledged to the troops of Chad"? Whose bare plurals are is but guessed. */
static bool is_nobodys(const sg_reader *r, uint32_t t) {
    bool many = tk(r, t)->ref != NONE && r->d->refs[tk(r, t)->ref].form == SG_REF_BARE_MANY;
    for (uint32_t i = 0; i < tk(r, t)->ent_count; i++)
        if (many && r->d->ents[tk(r, t)->ent + i].by == SG_BY_DESCRIPTION) continue;
        else if (r->d->ents[tk(r, t)->ent + i].country || r->d->ents[tk(r, t)->ent + i].name) return false;
    return true;
}

static void as_goods(sg_reader *r, sg_ev *e) {
    const char *const *kind = goods_of(r, e->head);
    if (!kind) return;
    e->type = "AID";
    e->cameo = kind[1];
    e->context = sg_joined(r, e->context, kind[2]);
    sg_because(r, e, "type", NULL, "act: goods that are asked for or promised", e->head, e->head);
}

/* "refused Y a loan", "promised Y tanks": the goods say what is refused or promised, more than the verb does. */
bool sg_names_goods(const sg_reader *r, uint32_t t) {
    sg_frame fr = frame(r, t, NONE, NONE);
    sg_fill f;
    uint32_t first, last;
    const sg_row *row = sg_reading(&fr, SG_T_OPERATORS, &first, &last);
    if (!row || !is_op(row->cell[O_OP], "refuse|promise|ask|demand")) return false;
    sg_slot(&fr, is_op(row->cell[O_OP], "refuse|promise") ? SG_LIT("obj") : SG_LIT("for"), &f);
    for (size_t i = 0; i < f.count; i++)
        if (goods_of(r, f.tok[i]) && is_nobodys(r, f.tok[i])) return true;
    return false;
}

/* What is agreed or asked in words that no tree joins to the operator. */
static sg_ev *nothing(sg_reader *r, uint32_t t, const sg_above *up) {
    sg_ev *e = sg_new_ev(r, t, t, t, up);
    e->guess = true;
    return e;
}

/* "announced sanctions": who announces a deed without a doer does it. */
static void announced(sg_reader *r, sg_ev *list, const sg_ids *who) {
    for (sg_ev *e = list; e; e = e->next)
        if (!e->actors.count && tk(r, e->head)->upos == SG_POS_NOUN) {
            e->actors = *who;
            sg_drop_common(r, &e->recipients, &e->actors);
        }
}

typedef struct op_reading {
    const sg_row *row;
    const char *op;
    uint32_t t, first, last;
    uint32_t particle; /* as in sg_frame */
    bool nominal;      /* a noun that no table knows will do for an inner act: "agreed to a programme" */
    sg_ids actors, recipients;
} op_reading;

/* The slots of the one spoken to: what follows `to:` among the flags, up to the next flag. NULL: none. */
static const char *addressed(sg_reader *r, const sg_row *row) {
    const char *to = strstr(row->cell[O_FLAGS], "to:");
    if (!to) return NULL;
    sg_str rest = sg_str_of(to + 3), one;
    const char *slots = NULL;
    while (sg_cut(&rest, '|', &one) && !sg_list_has("objsubj|speech|announce|hearsay|weak|not", one))
        slots = slots ? sg_printf(r->a, "%s|%.*s", slots, (int)one.n, one.s) : sg_dup(r->a, one);
    return slots;
}

/* "is expected to visit", "are scheduled to meet": who will do it stands where the passive has its subject. */
static const char *doer_slot(const sg_reader *r, const op_reading *o) {
    return !strcmp(o->row->cell[O_OP], "intend") && sg_is_passive(r->d, o->t) ? "obj" : "subj";
}

/* "demanded an end to the bombing of Y": Y suffers what is to end, and nobody asks it of him. */
static bool asks_for_end(const sg_reader *r, const sg_frame *fr) {
    sg_fill f;
    sg_slot(fr, SG_LIT("obj"), &f);
    if (!f.count || tk(r, f.tok[0])->ent_count) return false;
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, f.tok[0]), SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[O_POS][0] == 'n' && !strcmp(rows.row[i]->cell[O_OP], "stop")) return true;
    return false;
}

/* "Is called upon in resolutions of the Council", "was urged by a resolution of the Council": whose paper it is asks. */
static void add_writers(sg_reader *r, sg_ids *ids, uint32_t verb) {
    for (uint32_t c = sg_is_passive(r->d, verb) ? tk(r, verb)->child : NONE; c != NONE && !ids->count; c = tk(r, c)->next) {
        bool phrase = tk(r, c)->deprel == SG_DEP_OBL && (has_case(r, c, "in", NULL) || has_case(r, c, "under", NULL));
        if (phrase && sg_in_class(r->d, c, SG_LIT("resolution"))) sg_add_owner(r, ids, c, "of|by|poss|adj", 0);
    }
}

static void op_parties(sg_reader *r, op_reading *o, const sg_frame *fr, const sg_above *up) {
    bool noun = o->row->cell[O_POS][0] == 'n';
    bool ends = noun && is_op(o->row->cell[O_OP], "stop"); /* "the cessation of the bombing of Y": of what, not by whom */
    sg_parties(r, fr, ends ? "poss|by|adj|from" : noun ? "poss|by|adj|from|of" : doer_slot(r, o), &o->actors, sg_behind);
    if (noun && !o->actors.count) sg_add_owner(r, &o->actors, o->t, "by", 0); /* "an appeal lodged by X" */
    if (!noun && !o->actors.count && is_op(o->op, "ask|demand|accuse")) add_writers(r, &o->actors, o->t);
    if (!o->actors.count && sg_lacks_agent(r, o->t)) sg_add_above(r, &o->actors, up);
    const char *to = addressed(r, o->row);
    bool things = !noun && !asks_for_end(r, fr);
    if (to) sg_parties(r, fr, to, &o->recipients, things ? sg_affected : NULL);
    sg_drop_common(r, &o->recipients, &o->actors);
}

/* "failed to agree": what was not reached was to be all parties'. */
static void set_failed(sg_reader *r, sg_ev *e, sg_ev *in) {
    sg_add_all(r, &e->actors, &in->actors);
    e->reciprocal = e->actors.count > 1;
    if (!e->reciprocal) sg_add_all(r, &e->recipients, &in->recipients);
    sg_drop_common(r, &e->recipients, &e->actors);
    sg_raise(&in->realis, SG_NEGATED);
}

/* "suspended its talks with Y": who stops a common thing does it to the other; without him it ends for all. */
static void set_stopped(sg_reader *r, sg_ev *e, const sg_ev *in) {
    bool alone = e->actors.count > 0;
    bool known = e->recipients.count > 0;
    if (!known) sg_add_all(r, &e->recipients, &in->recipients);
    if (in->reciprocal) sg_add_all(r, alone ? &e->recipients : &e->actors, &in->actors);
    bool gives = in->type && sg_list_has("AID|SUPPORT", sg_str_of(in->type)); /* "Peru's aid to Chad was cut" */
    if (gives && !in->reciprocal && !alone) sg_add_all(r, &e->actors, &in->actors);
    sg_drop_common(r, &e->recipients, &e->actors);
    e->reciprocal = in->reciprocal && e->actors.count > 1 && !e->recipients.count;
}

/* A meeting or a visit that is over was held; other things that end are given up. */
static bool over(op_reading *o, const sg_ev *in) {
    if (!is_op(o->op, "conclude")) return false;
    bool held = in->type && !strcmp(in->type, "CONSULT");
    if (!held) o->op = "stop";
    return held;
}

/* "Three sailors jailed in Chad", of another land: that land, which is to free them. */
static void land_of_jail(sg_reader *r, uint32_t id, sg_ids *to) {
    const char *land = r->d->ents[id].country;
    uint32_t captive = land ? r->d->ents[id].head : NONE;
    for (uint32_t c = captive == NONE ? NONE : tk(r, captive)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool jailed = c > captive && (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL) && sg_word(r->d, c, "held by law");
        for (uint32_t k = jailed ? tk(r, c)->child : NONE; k != NONE; k = tk(r, k)->next) {
            const sg_ent *in = tk(r, k)->ent_count == 1 ? &r->d->ents[tk(r, k)->ent] : NULL;
            bool abroad = in && sg_is_land(in) && !same_word(in->country, land);
            if (abroad && sg_eqz(sg_case_of(r->d, k), "in")) sg_add_ents(r, to, k);
        }
    }
}

/* "Demanded the release of its leader", "of two of its men", "his release": who is to be freed is not asked for it. */
static void spare_captive(sg_reader *r, op_reading *o, const sg_ev *in) {
    bool asks = is_op(o->op, "demand|ask") && tk(r, in->head)->upos == SG_POS_NOUN;
    if (!asks || !same_word(in->type, "RETREAT") || !same_word(in->mode, "release")) return;
    sg_ids kept = {0};
    for (size_t i = 0; i < o->recipients.count; i++) {
        uint32_t head = r->d->ents[o->recipients.at[i]].head;
        uint32_t over = head == NONE ? NONE : tk(r, head)->head;
        bool counted = over != NONE && tk(r, over)->upos == SG_POS_NUM && tk(r, over)->head == in->head;
        bool inside = head != NONE && (over == in->head || counted);
        sg_str by = inside ? sg_case_of(r->d, head) : (sg_str){"", 0};
        bool captive = inside && (tk(r, head)->deprel == SG_DEP_NMOD_POSS || sg_eqz(by, "of") || sg_eqz(by, "for"));
        if (!captive) sg_add_id(r, &kept, o->recipients.at[i]);
        for (uint32_t c = captive ? tk(r, head)->child : NONE; c != NONE; c = tk(r, c)->next) /* "of its men from Chad" */
            if (sg_eqz(sg_case_of(r->d, c), "from")) sg_add_ents(r, &kept, c);
    }
    for (size_t i = 0; i < in->recipients.count && !kept.count; i++) land_of_jail(r, in->recipients.at[i], &kept);
    o->recipients = kept;
}

/* "London denied that its ship had been hit": harm at the denier's own, whoever was to have done it. */
static bool is_harm_at_own(const sg_reader *r, const sg_ev *in, const sg_ids *denier) {
    bool own = false;
    for (size_t i = 0; i < in->recipients.count && denier->count == 1; i++)
        own |= same_word(r->d->ents[in->recipients.at[i]].country, r->d->ents[denier->at[0]].country);
    return own && same_word(in->type, "ASSAULT") && tk(r, in->head)->upos == SG_POS_VERB &&
           r->d->ents[denier->at[0]].country;
}

/* Do they fight: soldiers, police, rebels, a state by its own name? */
static bool are_fighters(const sg_reader *r, const sg_ids *who) {
    static const char armed[] = "MIL|REB|COP|PRM|PRE|UAF";
    bool all = who->count > 0;
    for (size_t i = 0; i < who->count; i++) {
        const sg_ent *e = &r->d->ents[who->at[i]];
        all &= e->sector ? sg_list_has(armed, sg_str_of(e->sector)) : e->country != NULL;
    }
    return all;
}

/* "Vowed to step up operations against the militants": what one will do against people in arms, whatever it is. */
static bool is_against_fighters(const sg_reader *r, const sg_ev *in, const sg_ids *told) {
    static const char outlaws[] = "REB|CRM|UAF";
    const sg_ids *whom = in->recipients.count ? &in->recipients : told;
    bool all = whom->count > 0 && !in->type;
    for (size_t i = 0; i < whom->count && all; i++) {
        const sg_ent *e = &r->d->ents[whom->at[i]];
        bool armed = e->sector && sg_list_has(outlaws, sg_str_of(e->sector));
        all = armed && e->head != NONE && sg_eqz(sg_case_of(r->d, e->head), "against");
    }
    return all;
}

/* "Repelled an attack by the rebels": those whom it was made on fight as well. Where nobody is told to have made it, that
 * they fought is all there is. */
static sg_ev *beaten_off(sg_reader *r, op_reading *o, sg_ev *in, const sg_above *up) {
    bool made = in->actors.count > 0;
    if (!are_fighters(r, &o->actors) || (made && !are_fighters(r, &in->actors))) return in;
    sg_ids others = in->actors; /* "the Russians repelled a Russian attack": the tree names the wrong one */
    sg_drop_common(r, &others, &o->actors);
    if (made && !others.count) return in;
    sg_ev *e = wrap(r, "fight", in, o->t, o->first, o->last, up);
    if (e == in) return in;
    if (made && !in->recipients.count) in->recipients = o->actors;
    if (made) in->weak = false;
    e->speech = false;
    sg_because(r, e, "operator", o->row, NULL, o->first, o->last);
    e->actors = o->actors;
    e->recipients = in->actors;
    e->time = in->time;
    if (made) e->next = in;
    return e;
}

/* "That Y charged them": a clause with its own word before it, unlike a noun, or what parsers take for a verb ("denies US
 * claims"). */
static bool has_mark(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos == SG_POS_NOUN) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE && c < t; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK || tk(r, c)->deprel == SG_DEP_NSUBJ) return true;
    return tk(r, t)->deprel != SG_DEP_CCOMP;
}

/* "Denied Y's claims", "denied charges by Y that it arms them": the charge was made, by Y and at him who denies it, and what
 * he denies is what it lays to him. */
static bool blames_denier(sg_reader *r, op_reading *o, sg_ev *in) {
    if (!same_word(in->type, "ACCUSE") || has_mark(r, in->head) || !o->actors.count) return false;
    const char *own = r->d->ents[o->actors.at[0]].country;
    bool laid = in->actors.count > 0;
    for (size_t i = 0; i < in->actors.count && laid; i++)
        for (size_t k = 0; k < o->actors.count && laid; k++) laid = !sg_same_party(r, in->actors.at[i], o->actors.at[k]);
    for (size_t i = 0; i < in->recipients.count && !in->actors.count; i++)
        laid |= own && same_word(own, r->d->ents[in->recipients.at[i]].country);
    if (!laid) return false;
    for (sg_ev *x = in->content; x; x = x->next) sg_raise(&x->realis, SG_DENIED);
    if (!in->recipients.count) in->recipients = o->actors;
    sg_because(r, in, "recipient", o->row, NULL, o->first, o->last);
    in->weak = false;
    return true;
}

/* "Authorised air strikes on the rebels": who gives leave to use force, and names nobody else who will, threatens with it;
 * it has not been used. */
static void license_force(const sg_reader *r, op_reading *o, sg_ev *in) {
    bool force = is_op(o->op, "allow") && same_word(in->type, "ASSAULT") && sg_word(r->d, o->t, "licenses");
    for (size_t i = 0; i < in->actors.count; i++) {
        const sg_ent *who = &r->d->ents[in->actors.at[i]];
        force = force && o->actors.count && same_word(who->country, r->d->ents[o->actors.at[0]].country);
    }
    if (!force) return;
    o->op = "threaten";
    sg_raise(&in->realis, SG_HYPOTHETICAL);
}

/* "Asked to join the bloc": it is the bloc that is asked. */
static bool asks_to_join(const sg_reader *r, const op_reading *o, const sg_ev *in) {
    return is_op(o->op, "ask|demand") && same_word(in->type, "SUPPORT") && sg_word(r->d, in->head, "joins");
}

static sg_ev *apply(sg_reader *r, op_reading *o, sg_ev *in, const sg_above *up) {
    spare_captive(r, o, in);
    license_force(r, o, in);
    if (is_op(o->op, "deny") && blames_denier(r, o, in)) return in;
    if (is_op(o->op, "deny")) {
        sg_raise(&in->realis, SG_DENIED);
        sg_because(r, in, "realis", o->row, NULL, o->first, o->last);
        if (o->actors.count) in->source = o->actors.at[0];
        if (!in->actors.count && !is_harm_at_own(r, in, &o->actors)) in->actors = o->actors;
        return in;
    }
    if (is_op(o->op, "foil")) { /* another's deed that came to nothing */
        in->phase = "failed";
        sg_because(r, in, "phase", o->row, NULL, o->first, o->last);
        return flag(o->row, O_FLAGS, "fight") && same_word(in->type, "ASSAULT") ? beaten_off(r, o, in, up) : in;
    }
    if (is_op(o->op, "avoid")) {
        if (!in->actors.count) in->actors = o->actors;
        return in;
    }
    bool lends = is_op(o->op, "help") && o->recipients.count && sg_compose(r->d, o->op, in); /* "helped Y fight Z" */
    if ((is_op(o->op, "begin|resume|continue|try|fail|help") && !lends) || over(o, in)) {
        static const char *const phases[][2] = {{"begin", "begun"},   {"resume", "resumed"}, {"continue", "continued"},
                                                {"try", "attempted"}, {"fail", "failed"},    {"conclude", "ended"}};
        for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
            if (!strcmp(o->op, phases[i][0])) {
                in->phase = phases[i][1];
                sg_because(r, in, "phase", o->row, NULL, o->first, o->last);
            }
        if (!in->actors.count) in->actors = o->actors;
        const sg_row *tried = is_op(o->op, "try") ? sg_compose(r->d, o->op, in) : NULL;
        if (tried) in->cameo = tried->cell[C_OUT_CAMEO]; /* an attempt at it has a code of its own */
        bool failed = is_op(o->op, "fail"), other = failed && sg_compose(r->d, o->op, in);
        if (failed && !other && sg_cooperative(in)) sg_raise(&in->realis, SG_NEGATED); /* "failed to cooperate": did not */
        if (!other) return in;
    }
    bool hostile = is_op(o->op, "promise") && is_against_fighters(r, in, &o->recipients);
    const char *op = hostile ? "stir" : op_over(o->op, in, &o->recipients);
    sg_ev *e = wrap(r, op, in, o->t, o->first, o->last, up);
    bool refuses = e == in && is_op(o->op, "agree|promise") && in->content && same_word(in->type, "REJECT");
    if (refuses && in->realis == SG_PLANNED) in->realis = up->realis; /* "promised that it will not sell": refused now */
    if (e == in) return in;
    sg_because(r, e, "operator", o->row, NULL, o->first, o->last);
    e->actors = o->actors;
    e->recipients = o->recipients;
    if (!e->actors.count && is_op(o->op, "intend"))
        sg_add_all(r, &e->actors, &in->actors); /* "is due to": X hangs on the deed */
    if (is_op(o->op, "stop")) {
        e->speech = false;
        e->phase = NULL;
        set_stopped(r, e, in);
        in->phase = "ended";
        sg_link_content(r, e, in, "complement");
        return e;
    }
    if (is_op(o->op, "fail")) set_failed(r, e, in);
    else if (is_op(o->op, "agree|promise|intend|want|settle")) settle_agree(r, e, in);
    else if (!e->recipients.count) {
        bool others = is_op(o->op, "refuse") && tk(r, in->head)->upos == SG_POS_NOUN && in->actors.count; /* "X's offer" */
        const sg_ids *from = others || is_op(o->op, "demand|ask|accuse") ? &in->actors : &in->recipients;
        if (in->reciprocal && is_op(o->op, "announce")) from = &in->actors; /* "announced a ceasefire with X" */
        sg_add_all(r, &e->recipients, from);
        sg_drop_common(r, &e->recipients, &e->actors);
        if (!e->recipients.count && asks_to_join(r, o, in)) sg_add_all(r, &e->recipients, &in->recipients);
        if (!e->recipients.count && is_op(o->op, "refuse|cancel")) sg_add_all(r, &e->recipients, &in->actors);
        sg_drop_common(r, &e->recipients, &e->actors);
    }
    if (is_op(o->op, "threaten") && !e->recipients.count) threaten_whom(r, e, in, o->t);
    if (!in->actors.count) { /* who promises will do it; of whom it is asked is to do it */
        if (is_op(o->op, "agree|promise|intend|threaten|settle")) in->actors = o->actors;
        else if (is_op(o->op, "demand|ask")) in->actors = o->recipients;
        sg_drop_common(r, &in->recipients, &in->actors);
    }
    bool lent = is_op(o->op, "promise") && in->type && !strcmp(in->type, "AID") && o->recipients.count;
    if (lent) in->recipients = o->recipients;             /* "promised Y to send ships": what is sent is no party */
    if (goods_of(r, in->head) && !in->recipients.count) { /* the goods are for who asks, or for who is promised them */
        const sg_ids *whose = is_op(o->op, "demand|ask") ? &o->actors : &e->recipients;
        sg_add_all(r, &in->recipients, whose);
        sg_drop_common(r, &in->recipients, &in->actors);
    }
    sg_link_content(r, e, in, "complement");
    return e;
}

static sg_realis inner_realis(const char *op) {
    if (is_op(op, "avoid")) return SG_NEGATED;
    if (is_op(op, "agree|promise|intend|want|settle")) return SG_PLANNED;
    if (is_op(op, "demand|ask")) return SG_DEMANDED;
    if (is_op(op, "threaten|refuse|cancel|hope")) return SG_HYPOTHETICAL;
    return SG_ACTUAL;
}

/* "The agreement signed by X and Y", "the offer that X has made": what was done to the thing is not what it is about. */
static bool is_done_to_thing(const sg_reader *r, uint32_t word, uint32_t t) {
    if (tk(r, word)->upos != SG_POS_NOUN || tk(r, t)->head != word || tk(r, t)->upos != SG_POS_VERB) return false;
    bool past = (tk(r, t)->bits & SG_FEAT_PART) && !(tk(r, t)->bits & (SG_FEAT_PRES | SG_FEAT_INF));
    if (tk(r, t)->deprel == SG_DEP_ACL) return past;
    bool which = false;
    for (uint32_t c = tk(r, t)->deprel == SG_DEP_ACL_RELCL ? tk(r, t)->child : NONE; c != NONE; c = tk(r, c)->next)
        which |=
            (tk(r, c)->bits & SG_FEAT_REL) && (tk(r, c)->deprel == SG_DEP_OBJ || tk(r, c)->deprel == SG_DEP_NSUBJ_PASS);
    return which;
}

/* Inner acts of an operator, by its slots; coordinated ones come too. */
static sg_ev *inner_acts(sg_reader *r, op_reading *o, const sg_frame *fr, sg_above in, bool bare) {
    sg_ev *all = NULL, **at = &all;
    sg_str rest = sg_str_of(o->row->cell[O_SLOTS]), slot;
    while (sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(fr, slot, &f);
        for (size_t i = 0; i < f.count; i++) /* of those that come too, what is joined to them in turn */
            for (uint32_t c = tk(r, f.tok[i])->child; c != NONE; c = tk(r, c)->next)
                if (tk(r, c)->deprel == SG_DEP_CONJ && f.count < SG_SLOT_MAX && sg_is_predicate(r, f.tok[i]))
                    f.tok[f.count++] = c;
        for (size_t i = 0; i < f.count; i++) {
            uint32_t t = f.tok[i];
            if (r->seen[t] || (tk(r, t)->ent_count && !bare)) continue;
            if (!sg_may_be_inner(r, o->t, t, is_op(o->op, "ask"))) continue;
            if (is_op(o->op, "agree|promise") && is_done_to_thing(r, o->t, t)) continue;
            sg_above mine = in;
            if (tk(r, t)->head == o->t) mine.reach = o->t;
            if (sg_speaks_openly(r, t)) sg_raise(&mine.realis, SG_CONDITIONAL);
            sg_ev *got = sg_read_word(r, t, mine);
            bool clausal = tk(r, t)->upos == SG_POS_VERB && (tk(r, t)->deprel != SG_DEP_ADVCL || sg_eqz(slot, "xcomp"));
            bool thing = o->nominal && tk(r, t)->upos == SG_POS_NOUN &&
                         (!tk(r, t)->ent_count || (goods_of(r, t) && is_nobodys(r, t)));
            if (!got && bare && (clausal || thing)) {
                got = sg_untyped(r, t, &mine);
                if (thing && is_op(o->op, "agree|promise|demand|ask|refuse")) as_goods(r, got);
                got->weak = (thing && !got->type && !is_op(o->op, "demand|ask")) || flag(o->row, O_FLAGS, "weak");
            }
            if (!got) continue;
            *at = got;
            while (*at) at = &(*at)->next;
        }
        if (all) break;
    }
    return all;
}

static void say_above(sg_reader *r, op_reading *o, sg_above *in, uint32_t t) {
    if (flag(o->row, O_FLAGS, "hearsay") || (!o->actors.count && sg_is_passive(r->d, t))) {
        in->hearsay[0] = o->first;
        in->hearsay[1] = o->last;
        for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_EXPL && c < in->hearsay[0]) in->hearsay[0] = c;
    } else if (o->actors.count) in->source = o->actors.at[0];
}

/* "faced criticism from X", "received aid": it is done to the subject. */
static void undergone(sg_reader *r, sg_ev *e, const sg_frame *fr, const char *slots) {
    sg_ids who = {0}, of = {0};
    bool befalls = !strcmp(slots, "subj"); /* "was hit by sanctions" */
    sg_parties(r, fr, befalls ? "obj" : "subj", &who, sg_affected);
    if (!e->actors.count) sg_parties(r, fr, "from|by", &e->actors, sg_behind);
    sg_frame noun = frame(r, e->head, NONE, NONE);
    if (!e->actors.count && who.count) sg_parties(r, &noun, "of", &of, sg_behind); /* "won the backing of Kenya" */
    if (of.count) e->actors = of, e->recipients.count = 0;
    if (e->reciprocal) {
        sg_add_all(r, &e->actors, &who);
        return;
    }
    if (!e->recipients.count) e->recipients = who;
    sg_drop_common(r, &e->actors, &who);
}

/* "launched a probe": a deed of one who is told, where the type asks for no other side, is one though the noun says
 * little. */
static bool stands_alone(const sg_ev *e) {
    return e->actors.count && e->type && !sg_list_has("COOPERATE|AID|SANCTION", sg_str_of(e->type));
}

/* "Peru said that Chile had violated the pact": to say of another land that it defies law or deal is to accuse it. */
/* "Human Rights Watch said police had failed to investigate": what somebody owed and did not do, told by another land, or
 * by those who do not govern. */
static bool is_neglect(const sg_reader *r, const sg_ev *x) {
    static const char governs[] = "GOV|COP|MIL|JUD|LEG", governed[] = "OPP|SOC|REL|CVL|LAB|PTY|EDU|MED";
    if (!x->phase || strcmp(x->phase, "failed") != 0 || x->source == NONE || x->actors.count != 1) return false;
    bool inquiry = same_word(x->type, "ACCUSE") && same_word(x->mode, "investigate");
    bool help = sg_list_has("AID|RETREAT", sg_str_of(x->type ? x->type : "")) && x->realis == SG_NEGATED;
    const sg_ent *by = &r->d->ents[x->source], *of = &r->d->ents[x->actors.at[0]];
    if ((!inquiry && !help) || !by->country || !of->country || !of->sector || !sg_list_has(governs, sg_str_of(of->sector)))
        return false;
    return strcmp(by->country, of->country) != 0 || (by->sector && sg_list_has(governed, sg_str_of(by->sector)));
}

static sg_ev *as_charge(sg_reader *r, sg_ev *list, const sg_above *up, uint32_t said) {
    static const char defies[] = "128";
    sg_ev *all = NULL, **at = &all;
    for (sg_ev *x = list, *next; x; x = next) {
        next = x->next;
        x->next = NULL;
        const char *who = x->source == NONE ? NULL : r->d->ents[x->source].country;
        const char *whose = x->actors.count == 1 ? r->d->ents[x->actors.at[0]].country : NULL;
        bool charge = who && whose && strcmp(who, whose) != 0 && x->type && x->realis == SG_ACTUAL && x->cameo &&
                      !strcmp(x->type, "REJECT") && !strcmp(x->cameo, defies);
        charge |= is_neglect(r, x);
        sg_ev *e = charge ? wrap(r, "accuse", x, x->head, x->first, x->last, up) : x;
        if (e != x) {
            sg_add_id(r, &e->actors, x->source);
            e->recipients = x->actors;
            e->time = sg_time_of_saying(r, x->head, said);
            x->modality = "alleged";
            sg_link_content(r, e, x, "complement");
        }
        *at = e;
        at = &e->next;
    }
    return all;
}

/* "stressed the readiness of his country to talk": whose it is will talk, and not who stresses it. */
static uint32_t owner_below(const sg_reader *r, const op_reading *o, uint32_t subject) {
    uint32_t owner = o->actors.count ? r->d->ents[o->actors.at[0]].head : NONE;
    bool own = owner != NONE && tk(r, owner)->head == o->t && tk(r, owner)->deprel == SG_DEP_NMOD;
    return own && owner > o->t ? owner : subject;
}

/* "claimed that it would host the talks", "claims he hopes for a deal", "that the drill is harmless": what is said of
 * one's own side, of nobody, or of good deeds that are not done lays nothing to others. */
static bool lays_nothing(const sg_reader *r, const sg_ev *list, const sg_ids *by) {
    const char *own = by->count ? r->d->ents[by->at[0]].country : NULL;
    for (const sg_ev *x = list; x; x = x->next) {
        if (sg_cooperative(x) && x->realis != SG_ACTUAL) continue;
        if (!x->actors.count && x->recipients.count && !sg_cooperative(x)) return false;
        for (size_t i = 0; i < x->actors.count; i++) {
            const sg_ent *e = &r->d->ents[x->actors.at[i]];
            if (!own || !e->country || strcmp(own, e->country) != 0) return false;
        }
    }
    return true;
}

/* "Had shelled", "was running out", "is arming": did it happen, or is it going on? */
static bool is_under_way(const sg_reader *r, uint32_t t) {
    bool under_way = sg_is_past(r, t);
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        bool aux = tk(r, c)->deprel == SG_DEP_AUX || tk(r, c)->deprel == SG_DEP_AUX_PASS;
        if (aux && sg_word(r->d, c, "modal")) return false;
        under_way |= aux && (tk(r, c)->bits & SG_FEAT_FIN);
    }
    return under_way;
}

/* "Warned that Chad had shelled a camp", "that food was running out": such a fact is told, and threatens nobody. */
static bool is_told_as_fact(const sg_reader *r, const sg_frame *fr) {
    sg_fill f;
    sg_slot(fr, SG_LIT("ccomp"), &f);
    for (size_t i = 0; i < f.count; i++) {
        uint32_t who = sg_own_subject(r, f.tok[i]); /* of what it does or has itself, it may warn in earnest */
        if (!is_under_way(r, f.tok[i]) || who == NONE || tk(r, who)->upos == SG_POS_PRON) return false;
    }
    return f.count > 0;
}

bool sg_warns_of_fact(const sg_reader *r, uint32_t t) {
    sg_frame fr = frame(r, t, NONE, NONE);
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, t), SG_T_OPERATORS);
    bool threatens = false;
    for (size_t i = 0; i < rows.count; i++)
        threatens |= rows.row[i]->cell[O_POS][0] == 'v' && is_op(rows.row[i]->cell[O_OP], "threaten");
    return threatens && tk(r, t)->upos == SG_POS_VERB && is_told_as_fact(r, &fr);
}

/* "Has not said whether it will lend": nothing in such a clause is promised, refused or done. */
static bool leaves_open(sg_reader *r, uint32_t t) {
    uint32_t clause = sg_open_clause(r, t);
    if (clause == NONE) return false;
    const sg_sent *s = &r->d->sents[tk(r, t)->sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++) r->seen[i] |= i == clause || sg_below(r, i, clause, NONE);
    return true;
}

/* "The premier sent his sympathy": whose it is by such a word is he who gives it, though others were told before him. */
static void give_own(sg_reader *r, sg_ev *e, uint32_t giver) {
    if (e->reciprocal || tk(r, e->head)->upos != SG_POS_NOUN || tk(r, giver)->upos == SG_POS_PRON) return;
    for (uint32_t c = tk(r, e->head)->child; c != NONE && c < e->head; c = tk(r, c)->next) {
        bool own = tk(r, c)->deprel == SG_DEP_NMOD_POSS && tk(r, c)->upos == SG_POS_PRON && c > giver;
        sg_ids who = {0};
        if (own && (tk(r, c)->bits & SG_FEAT_P3)) sg_party_at(r, giver, &who, sg_behind, false);
        if (who.count) e->actors = who;
    }
}

/* "Two students were held and a curfew was imposed": those to whom the first is done do not do what the next passive tells,
 * which has a subject of its own. */
static bool is_done_apart(const sg_reader *r, uint32_t t) {
    const sg_tok *verb = tk(r, t);
    if (verb->upos != SG_POS_VERB || verb->deprel != SG_DEP_CONJ || verb->head == NONE) return false;
    return sg_is_passive(r->d, t) && sg_is_passive(r->d, verb->head) && sg_own_subject(r, t) != NONE;
}

static sg_ev *as_operator(sg_reader *r, op_reading o, sg_above up, sg_signs *s) {
    uint32_t t = o.t;
    if (s->negated && leaves_open(r, t)) return NULL;
    if (is_op(o.row->cell[O_OP], "light") && is_done_apart(r, t)) up.subject = NONE;
    bool noun = o.row->cell[O_POS][0] == 'n'; /* "made an appeal to X to go": its phrases may hang on the verb */
    sg_frame fr = frame(r, t, noun ? up.carrier : NONE, up.subject);
    fr.particle = o.particle;
    o.op = o.row->cell[O_OP];
    bool adjective = o.row->cell[O_POS][0] == 'a'; /* "not ready to", "no intention of" */
    bool unwilling = s->negated && (adjective ? is_op(o.op, "promise") : noun && is_op(o.op, "intend|agree"));
    const char *willing = o.op;
    if (unwilling) o.op = "refuse";
    if (is_op(o.op, "threaten") && !noun && is_told_as_fact(r, &fr)) o.op = "say";
    if (flag(o.row, O_FLAGS, "not")) s->negated = false; /* "does not rule out": the row's own negation */
    sg_fill to_do = {.count = 0};
    if (s->negated && is_op(o.op, "fail")) sg_slot(&fr, SG_LIT("xcomp"), &to_do);
    /* "would not hesitate to", "will not fail to", "did not refrain from": he will, he did */
    bool unhesitating = s->negated && s->future && sg_word(r->d, t, "unhesitating");
    if (s->negated && (is_op(o.op, "avoid") || to_do.count)) {
        o.op = s->future ? "promise" : "help";
        s->negated = s->future = false;
    }
    if (is_op(o.op, "light|undergo")) {
        bool undergo = is_op(o.op, "undergo");
        sg_above in = up;
        sg_fill f;
        in.carrier = t;
        bool moved = flag(o.row, O_FLAGS, "objsubj"); /* "led Chad to close the border": Chad closes it */
        sg_slot(&fr, moved ? SG_LIT("obj") : SG_LIT("subj"), &f);
        if (undergo) in.subject = NONE;
        else if (f.count) in.subject = f.tok[0];
        if (up.times_at == NONE) in.times_at = t;
        r->seen[t] = true; /* two light words may each be in the other's slots */
        sg_ev *got = inner_acts(r, &o, &fr, in, false);
        r->seen[t] = got != NULL;
        if (got && got->head == s->at) s->negated = false; /* "had no intention": the noun has taken its "no" */
        for (sg_ev *e = got; e; e = e->next) {
            if (e->first > o.first) sg_because(r, e, "trigger", o.row, NULL, o.first, o.last);
            e->split |= sg_has_sign(r, t, "apart");
            e->background = false;
            e->weak &= undergo || !stands_alone(e);
            e->suffered |= undergo;
            if (!undergo && !moved && f.count) give_own(r, e, f.tok[0]);
            if (undergo) undergone(r, e, &fr, o.row->cell[O_SLOTS]);
        }
        return got;
    }
    op_parties(r, &o, &fr, &up);
    sg_above in = sg_inside(&up, inner_realis(o.op));
    in.bent = t;
    in.source = up.source;
    in.hearsay[0] = up.hearsay[0], in.hearsay[1] = up.hearsay[1];
    sg_fill f;
    bool speaks = is_op(o.op, "say|announce");
    const char *who = flag(o.row, O_FLAGS, "objsubj") ? addressed(r, o.row) : NULL;
    sg_slots(&fr, flag(o.row, O_FLAGS, "objsubj") ? (who ? who : "obj") : noun ? "subj" : doer_slot(r, &o), &f);
    in.subject = f.count ? f.tok[0] : up.subject;
    if (noun) in.subject = owner_below(r, &o, in.subject);
    bool ended = !noun && is_op(o.op, "demand|ask") && asks_for_end(r, &fr); /* by whom, the words inside tell, or nobody */
    if (ended) in.subject = NONE;
    in.actors = ended ? NULL : &o.actors;
    if (is_op(o.op, "begin|resume|continue|conclude|try|fail|help|stop|light|avoid")) {
        in.times_at = in.carrier = t; /* "cut aid to X": the phrase may hang on either */
        in.realis = up.realis;
        sg_raise(&in.realis, inner_realis(o.op));
        in.modality = up.modality;
    }
    if (speaks) {
        say_above(r, &o, &in, t);
        in.realis = up.realis;
        in.depth--;
        in.said++;
        in.times_at = t;
    }
    if (!speaks && tk(r, t)->upos == SG_POS_VERB) in.reach = t;
    if (is_op(o.op, "accuse")) in.modality = "alleged";
    bool bare = is_op(o.op, "agree|promise|demand|ask|refuse|threaten");
    r->seen[t] = true;
    sg_ev *inner = inner_acts(r, &o, &fr, in, bare);
    if (!inner && bare && o.nominal && r->loose && r->loose[t]) inner = nothing(r, t, &in);
    if (!inner) r->seen[t] = false;
    if (is_op(o.op, "say")) return as_charge(r, inner, &up, t);
    if (inner && is_op(o.op, "accuse") && flag(o.row, O_FLAGS, "tale") && lays_nothing(r, inner, &o.actors)) return NULL;
    if (!inner) return NULL;
    if (unwilling && noun && inner->type && !sg_cooperative(inner)) o.op = willing; /* "no plan to attack": no threat */
    else if (unwilling) s->negated = false;
    if (is_op(o.op, "announce")) announced(r, inner, &o.actors);
    /* One outer act for all its inner ones, where they make the same of it. */
    sg_ev *all = NULL, **at = &all;
    for (sg_ev *x = inner, *next; x; x = next) {
        next = x->next;
        x->next = NULL;
        bool stirs = unhesitating && !x->type; /* "will not hesitate to take further steps": he threatens with them */
        o.op = stirs ? "stir" : o.op;
        *at = apply(r, &o, x, &up);
        if (stirs) (*at)->weak = true;
        while (*at) at = &(*at)->next;
    }
    return all;
}

/* "Denied claims that it had fired on the town": a clause that says what was claimed, where the claim is the verb's object. */
static bool is_told_of_word(const sg_reader *r, uint32_t clause) {
    uint32_t noun = tk(r, clause)->head;
    uint8_t rel = tk(r, clause)->deprel;
    if (noun == NONE || (rel != SG_DEP_ACL && rel != SG_DEP_ACL_RELCL) || tk(r, noun)->deprel != SG_DEP_OBJ) return false;
    const char *how = sg_word(r->d, noun, "denied");
    return how && !strcmp(how, "word");
}

/* "denied that it had taken part in the raid", "said there was no change in its stance", where the operator found no act
 * in the clause: whatever is told further down is contested, or somebody's words. */
void sg_under_speech(sg_reader *r, uint32_t clause, sg_above *up) {
    uint32_t verb = tk(r, clause)->head;
    bool told = is_told_of_word(r, clause);
    if (told) verb = tk(r, verb)->head;
    else if (tk(r, clause)->deprel != SG_DEP_CCOMP) return;
    if (verb == NONE || tk(r, verb)->upos != SG_POS_VERB) return;
    sg_frame fr = frame(r, verb, NONE, up->subject);
    op_reading o = {.t = verb};
    o.row = sg_reading(&fr, SG_T_OPERATORS, &o.first, &o.last);
    if (!o.row || sg_has_sign(r, verb, "neg")) return;
    bool denies = !strcmp(o.row->cell[O_OP], "deny");
    if (!denies && (told || strcmp(o.row->cell[O_OP], "say") != 0)) return;
    op_parties(r, &o, &fr, up);
    say_above(r, &o, up, verb);
    if (!denies) return;
    sg_raise(&up->realis, SG_DENIED);
    up->bent = verb;
}

/* "No group has admitted the raid", "nobody claimed the bomb": is the subject of a verb of owning up nobody? */
static bool is_owned_by_nobody(const sg_reader *r, uint32_t verb) {
    uint32_t who = sg_word(r->d, verb, "owns up") ? sg_own_subject(r, verb) : NONE;
    if (who == NONE) return false;
    if (sg_word(r->d, who, "nobody")) return true;
    for (uint32_t c = tk(r, who)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET && sg_word(r->d, c, "neg")) return true;
    return false;
}

/* The deed was done all the same; who did it is not told. */
static void leave_unowned(sg_ev *e, sg_signs *s, const sg_above *up) {
    for (; e; e = e->next) {
        if (!same_word(e->type, "ASSAULT")) continue;
        e->realis = up->realis, e->source = NONE, e->actors.count = 0, e->befalls = true;
        s->negated = false;
    }
}

/* A word may be more than one operator ("offer to send", "offer condolences"): the first that finds an act. */
sg_ev *sg_read_operator(sg_reader *r, uint32_t t, sg_above up, sg_signs *s, bool nominal, bool *report) {
    if (up.said > SAID) return NULL;
    sg_frame fr = frame(r, t, NONE, up.subject);
    op_reading o = {.t = t, .nominal = nominal};
    const sg_row *best = o.row = sg_reading(&fr, SG_T_OPERATORS, &o.first, &o.last);
    if (!best || up.depth >= DEPTH) return NULL;
    o.particle = fr.particle;
    const sg_signs told = *s; /* a row whose own the negation is leaves it where it finds no act */
    sg_ev *e = as_operator(r, o, up, s);
    if (!e) *s = told;
    *report = e && is_op(o.row->cell[O_OP], "say");
    sg_rows all = sg_rows_by_lemma(r->d, tk(r, t), SG_T_OPERATORS);
    for (size_t i = 0; !e && i < all.count; i++) {
        if (all.row[i] == best || all.row[i]->cell[O_POS][0] != best->cell[O_POS][0]) continue;
        if (!sg_row_fits(&fr, all.row[i])) continue;
        o.row = all.row[i];
        o.first = o.last = t;
        o.particle = NONE;
        e = as_operator(r, o, up, s);
        if (!e) *s = told;
        *report = e && is_op(o.row->cell[O_OP], "say");
    }
    if (e && s->negated && is_owned_by_nobody(r, t)) leave_unowned(e, s, &up);
    return e;
}
