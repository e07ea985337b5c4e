/* event.c: see event.h. Reads each sentence from its root down.
 *
 * `read_word` answers what acts a word tells, given what stands above it (struct above): the subject it
 * inherits, how real it can be, who says so. An operator reads its inner acts first and wraps or bends
 * them; an act gathers its parties; every word is read once, the highest reading wins. */
#include "event_in.h"
#include "lands.h"
#include "likely.h"
#include "pattern.h"

static void explore(sg_reader *, uint32_t tok, sg_above up, sg_ev *owner);

/* ---- positions ---- */

/* "the issues of A and B": the two things are below. "Aid to the people and the border": the parser hangs the second on the
 * nearer noun, but the first is what the phrase begins with. */
static void topics_below(sg_reader *r, uint32_t t, sg_fill *f) {
    bool issue = sg_in_class(r->d, t, SG_LIT("issue"));
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        for (uint32_t k = tk(r, c)->child; k != NONE && tk(r, c)->deprel == SG_DEP_NMOD; k = tk(r, k)->next)
            if (tk(r, k)->deprel == SG_DEP_CONJ) {
                f->tok[0] = issue ? c : t, f->tok[1] = k, f->count = 2;
                return;
            }
}

/* A topic's words, without its preposition and, if it stands for itself, without what is coordinated, up to the next one.
 * Acts named in it are what the position is about, not news. */
static void add_topic(sg_reader *r, sg_ev *e, uint32_t t, bool alone, uint32_t next) {
    uint32_t a = t, b = t;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool own = rel == SG_DEP_CASE || rel == SG_DEP_MARK || rel == SG_DEP_CC || rel == SG_DEP_PUNCT;
        if (own || (alone && rel == SG_DEP_CONJ)) continue;
        if (rel != SG_DEP_NSUBJ && rel != SG_DEP_COP) sg_reach(r->d, c, &a, &b);
    }
    uint32_t first = next, last = next;
    if (next != NONE) sg_reach(r->d, next, &first, &last);
    if (next != NONE && first > t && first <= b) b = first - 1;
    for (uint32_t i = a; i <= b; i++) r->seen[i] = true;
    e->topic[e->topic_count][0] = a, e->topic[e->topic_count++][1] = b;
}

static bool is_support(const char *stance) {
    return !strcmp(stance, "for") || !strcmp(stance, "against");
}

static bool is_told_act(const sg_frame *fr) {
    uint32_t first, last;
    sg_frame plain = sg_frame_of(fr->doc, fr->tok, fr->subject, fr->noun);
    return sg_reading(&plain, SG_T_ACTS, &first, &last) != NULL;
}

/* Another's plan: to back or oppose it is an act towards him, where the word is known as an act. */
static bool others_plan(sg_reader *r, const sg_frame *fr, uint32_t topic) {
    sg_ids own = {0}, us = {0};
    sg_parties(r, fr, "subj", &us, NULL);
    sg_add_owner(r, &own, topic, sg_behind, 0);
    sg_drop_common(r, &own, &us);
    return (own.count || sg_echoes_another(r, topic, &us)) && is_told_act(fr);
}

/* "are two separate questions": the adjective before a word for matters at large says it, else the word itself. */
static uint32_t stance_word(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_NOUN || !sg_in_classes(r->d, t, SG_LIT("issue|matter"))) return t;
    uint32_t word = t;
    bool predicate = false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        predicate |= tk(r, c)->deprel == SG_DEP_COP;
        if (tk(r, c)->deprel == SG_DEP_AMOD && sg_word(r->d, c, "apart matters")) word = c;
    }
    return predicate ? word : t;
}

/* "Washington said its position had not changed": whose it is, is the one who speaks. */
static bool own_topic(const sg_reader *r, uint32_t topic, const sg_above *up) {
    for (uint32_t c = tk(r, topic)->child; c != NONE && up->source != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NMOD_POSS && tk(r, c)->upos == SG_POS_PRON && (tk(r, c)->bits & SG_FEAT_SING))
            return true;
    return false;
}

static sg_ev *stance_at(sg_reader *r, uint32_t noun, sg_above up, bool within);

/* "Maintains the position that trade and history are separate": what the position says, where that is a stance itself. */
static sg_ev *stance_inside(sg_reader *r, uint32_t topic, const sg_ev *outer, sg_above up) {
    if (!outer->actors.count || strcmp(outer->stance, "held") != 0) return NULL;
    up.source = outer->actors.at[0], up.subject = NONE;
    for (uint32_t c = tk(r, topic)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel != SG_DEP_ACL && rel != SG_DEP_ACL_RELCL && rel != SG_DEP_CCOMP) continue;
        sg_ev *e = stance_at(r, c, up, true);
        if (!e || strcmp(e->stance, "separate") != 0) continue;
        e->actors = outer->actors, e->source = outer->source;
        return e;
    }
    return NULL;
}

/* `within`: in what another position says, where no third one is looked for ("the position which they held"). */
static sg_ev *stance_at(sg_reader *r, uint32_t noun, sg_above up, bool within) {
    uint32_t t = stance_word(r, noun);
    sg_frame fr = sg_frame_of(r->d, t, t == noun ? up.subject : sg_own_subject(r, noun), false);
    uint32_t first, last;
    const sg_row *row = sg_reading(&fr, SG_T_STANCES, &first, &last);
    if (!row) return NULL;
    bool separate = !strcmp(row->cell[2], "separate"), denied = sg_has_sign(r, t, "neg");
    bool passive = sg_is_passive(r->d, t); /* "aid must not be mixed with trade, he said" */
    bool must = separate && up.realis == SG_DEMANDED && passive;
    if (up.realis > SG_HISTORICAL && !must) return NULL; /* a change that is asked for or promised is no stance */
    if (!passive && sg_has_duty(r, t)) return NULL; /* "the ministers should keep trade apart from it" */
    sg_fill f;
    sg_slots(&fr, row->cell[3], &f);
    if (!f.count || (is_support(row->cell[2]) && others_plan(r, &fr, f.tok[0]))) return NULL;
    if (tk(r, f.tok[0])->ent_count && !is_support(row->cell[2]) && is_told_act(&fr)) return NULL; /* "stands by its ally" */
    if (sg_in_class(r->d, f.tok[0], SG_LIT("indicator"))) return NULL; /* rates and prices are figures, not stances */
    if (tk(r, t)->upos == SG_POS_NOUN && !denied && !separate) return NULL;
    sg_ev *e = sg_new_ev(r, t, first, last, &up);
    e->realis = SG_ACTUAL;
    e->position = true;
    e->stance = denied && !strcmp(row->cell[2], "changed") ? "held" : row->cell[2];
    if (separate && f.count == 1) topics_below(r, f.tok[0], &f);
    for (size_t i = 0; i < f.count && e->topic_count < (separate ? 2u : 1u); i++)
        add_topic(r, e, f.tok[i], f.count > 1, i + 1 < f.count ? f.tok[i + 1] : NONE);
    bool subject_is_topic = strstr(row->cell[3], "subj") != NULL;
    if (!subject_is_topic) sg_parties(r, &fr, "subj", &e->actors, sg_behind);
    if (!e->actors.count && !subject_is_topic && up.actors) sg_add_above(r, &e->actors, &up);
    for (size_t i = 0; i < f.count && !e->actors.count; i++) {
        sg_frame topic = sg_frame_of(r->d, f.tok[i], NONE, true);
        bool policy = sg_in_class(r->d, f.tok[i], SG_LIT("policy")); /* "the stance of Peru on whaling" */
        /* of two things that are apart the one who says so holds it, or whose policy or aid the first is */
        if (separate && (i || up.source != NONE || !sg_in_classes(r->d, f.tok[i], SG_LIT("policy|aid")))) break;
        if (!own_topic(r, f.tok[i], &up)) sg_parties(r, &topic, policy && !separate ? "poss|of" : "poss", &e->actors, NULL);
    }
    for (uint32_t c = tk(r, t)->child; c != NONE && !e->actors.count; c = tk(r, c)->next) { /* "Lima's position is that" */
        if (tk(r, c)->deprel != SG_DEP_NSUBJ_OUTER || !sg_in_class(r->d, c, SG_LIT("policy"))) continue;
        sg_frame held = sg_frame_of(r->d, c, NONE, true);
        sg_parties(r, &held, "poss", &e->actors, NULL);
    }
    if (!e->actors.count && up.source != NONE) sg_add_id(r, &e->actors, up.source);
    sg_because(r, e, "stance", row, NULL, first, last);
    if (!e->actors.count) return NULL;
    r->seen[t] = r->seen[noun] = true;
    sg_ev *inside = within ? NULL : stance_inside(r, f.tok[0], e, up);
    if (inside) return inside;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) /* "remains unchanged" is one position */
        if (tk(r, c)->deprel == SG_DEP_XCOMP && tk(r, c)->upos == SG_POS_ADJ) r->seen[c] = true;
    sg_contexts(r, e, t, 0);
    return e;
}

static sg_ev *read_stance(sg_reader *r, uint32_t noun, sg_above up) {
    return stance_at(r, noun, up, false);
}

/* ---- the walk ---- */

/* "X said it will go": where one and the same sentence names him, his name stands for his pronoun. */
static void by_name(sg_reader *r, sg_ids *ids) {
    sg_doc *d = r->d;
    for (size_t i = 0; i < ids->count; i++) {
        sg_ent e = d->ents[ids->at[i]];
        const sg_ent *name = e.by == SG_BY_PRONOUN && e.same != NONE ? &d->ents[e.same] : NULL;
        if (!name || name->by == SG_BY_PRONOUN || name->first == NONE || tk(r, name->head)->sent != tk(r, e.head)->sent)
            continue;
        e.first = name->first, e.last = name->last, e.head = name->head;
        ids->at[i] = sg_new_ent(r, e);
    }
}

static void all_by_name(sg_reader *r, sg_ev *e) {
    by_name(r, &e->actors);
    by_name(r, &e->recipients);
    for (sg_ev *x = e->content; x; x = x->next) all_by_name(r, x);
}

/* Nobody reports his own words: a speaker is the actor of his speech, not its source. */
static void own_words(const sg_reader *r, sg_ev *e, const sg_ids *speakers) {
    bool own = !e->position && e->realis < SG_DENIED && e->source != NONE;
    for (size_t i = 0; i < speakers->count && own; i++)
        if (e->source != NONE && sg_corefer(r->d, speakers->at[i], e->source)) e->source = NONE;
    for (sg_ev *x = e->content; x; x = x->next) own_words(r, x, speakers);
}

/* The same act as the other side's, under a code of its own. */
static void keep_back(sg_reader *r, const sg_ev *e) {
    if (!e->back || e->reciprocal || !e->recipients.count) return;
    sg_ev *back = SG_NEW(r->a, sg_ev, 1);
    *back = *e;
    back->actors = e->recipients;
    back->recipients = e->actors;
    back->cameo = e->back;
    back->next = NULL;
    *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = back;
}

/* "The army said it had not shelled the town", "police maintain that no officer struck her": who says of his own side
 * that it did no harm contests what is laid to it. */
static void contest(const sg_reader *r, sg_ev *e) {
    static const char harm[] = "ASSAULT|COERCE|SANCTION|MOBILIZE|THREATEN";
    if (e->realis != SG_NEGATED || e->source == NONE || !e->type || !sg_list_has(harm, sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *a = r->d->ents[e->actors.at[i]].country, *b = r->d->ents[e->source].country;
        if (sg_same_party(r, e->actors.at[i], e->source) || (a && b && !strcmp(a, b))) e->realis = SG_DENIED;
    }
}

/* "Decided to expel the envoy": a threat whose harm stands beside it in words that a table knows. */
static bool spells_harm(const sg_ev *e) {
    static const char harms[] = "SANCTION|COERCE|ASSAULT|MOBILIZE";
    const sg_ev *in = e->content;
    return !strcmp(e->type, "THREATEN") && in && in->type && !in->likely && sg_list_has(harms, sg_str_of(in->type));
}

/* "Ended the truce", "broke off the withdrawal": what was yielded is yielded no more, which the network overlooks. */
static bool takes_back(const sg_ev *e, const char *other) {
    static const char yields[] = "RETREAT|CONCEDE";
    const sg_ev *in = e->content;
    return in && in->type && sg_list_has(yields, sg_str_of(in->type)) && sg_list_has(yields, sg_str_of(other)) &&
           !sg_list_has(yields, sg_str_of(e->type));
}

static bool regrets_deed(const sg_reader *, const sg_ev *);

/* Is the network sure enough that an act is of another type? Which of two neighbours it is, lines that ask for an object
 * know better, and so do words that take an act ("promised reform" yields); else the line must be one of which the
 * network thinks little. Of another quad, what words that take an act make of it needs less; and negation the network
 * overlooks. */
static bool is_mistyped(const sg_reader *r, const sg_ev *e, const char *other) {
    int p = tk(r, e->head)->likely.type[0].p, own = sg_likely_of(r->d, e);
    if (!e->type) return p >= SURELY;
    if (!strcmp(e->type, "REJECT") || (e->content && e->content->realis == SG_NEGATED)) return false;
    bool kin = sg_quad_of(r->d, e->type) == sg_quad_of(r->d, other);
    if (kin && e->content) return false;
    if ((spells_harm(e) && !strcmp(other, "CONCEDE")) || takes_back(e, other)) return false;
    bool blames = !strcmp(e->type, "ACCUSE") && !strcmp(other, "CONCEDE"); /* "regrets the decision of Y" */
    if (blames && regrets_deed(r, e)) return false;
    if (p >= ALL_BUT_SURE) return true;
    if (kin) return e->object == NONE && ((p >= RATHER && own < HARDLY) || (p >= SURELY && own < UNLIKELY));
    int least = e->content ? ODDS_ON : e->object != NONE ? SURELY : RATHER;
    return p >= least && own < HARDLY;
}

/* "Agreed with Togo to arrest smugglers" threatens nobody; "froze its part in the talks" is of a type though the line has
 * none: what a line, or words that take an act, make of it may be far from what the network takes it for. */
static void mend_type(sg_reader *r, sg_ev *e) {
    bool statement = !e->type && e->cameo && !strncmp(e->cameo, "01", 2); /* has none for good */
    bool open = !e->position && !e->coded && !statement && !r->loose;
    const sg_row *other = open ? sg_likely_row(r->d, e->head, ODDS_ON) : NULL;
    if (!other || same_word(other->cell[A_TYPE], e->type) || !is_mistyped(r, e, other->cell[A_TYPE])) return;
    e->type = other->cell[A_TYPE];
    e->mode = value(other->cell[A_MODE]);
    e->cameo = value(other->cell[A_CAMEO]);
    bool said = sg_list_has("AGREE|THREATEN", sg_str_of(e->type)); /* "if it attacks, we will respond": said now */
    if (said && (e->realis == SG_PLANNED || e->realis == SG_CONDITIONAL)) e->realis = SG_ACTUAL;
    sg_ev *in = e->content; /* "will impose a curfew": no threat, but the deed itself, to come */
    if (in && same_word(in->type, e->type) && e->realis == SG_ACTUAL) e->realis = in->realis, e->content = in->content;
    sg_because(r, e, "type", other, NULL, e->first, e->last);
}

/* "we shall crush you", "do not recognise the assembly": what threatens and what refuses is said now, whatever it is
 * about. */
static void say_now(sg_ev *e) {
    bool threat = e->type && !strcmp(e->type, "THREATEN"), refusal = e->type && !strcmp(e->type, "REJECT");
    bool later = e->realis == SG_PLANNED || e->realis == SG_CONDITIONAL;
    if ((threat && later) || (refusal && e->realis == SG_NEGATED)) e->realis = SG_ACTUAL;
}

/* "The two countries will respond to Y's threats": several lands pledge it to one another, and Y is what it is about. */
static void pledge_together(const sg_reader *r, sg_ev *e) {
    const char *first = e->actors.count ? r->d->ents[e->actors.at[0]].country : NULL;
    bool several = false;
    for (size_t i = 1; i < e->actors.count; i++) {
        const char *other = r->d->ents[e->actors.at[i]].country;
        several |= first && other && strcmp(first, other) != 0;
    }
    if (!several || strcmp(e->type, "AGREE") != 0 || !sg_word(r->d, e->head, "reacting")) return;
    e->recipients.count = 0;
    e->reciprocal = true;
}

/* "Chad will defend its lakes": of a promise or threat that no word of speech tells, the deed itself is what is to come. */
static void tell_deed(sg_reader *r, sg_ev *e) {
    sg_above ignored = {0};
    bool open = e->type && sg_list_has("AGREE|THREATEN", sg_str_of(e->type)) && !e->speech && !e->content && !e->position;
    if (!open || e->realis != SG_ACTUAL || tk(r, e->head)->upos != SG_POS_VERB || r->loose) return;
    sg_signs s = sg_local_signs(r, e->head, &ignored);
    if (!s.future || s.negated) return;
    sg_ev *deed = SG_NEW(r->a, sg_ev, 1);
    *deed = *e;
    deed->next = NULL;
    deed->type = deed->mode = deed->cameo = NULL;
    deed->realis = s.conditional ? SG_CONDITIONAL : SG_PLANNED;
    deed->reciprocal = false;
    deed->recipients = (sg_ids){0};
    sg_add_all(r, &deed->recipients, &e->recipients);
    pledge_together(r, e);
    sg_link_content(r, e, deed, "complement");
}

/* "called a strike for Friday", "the ban takes effect tomorrow": a deed on a day still to come is planned. */
static void plan_ahead(const sg_doc *d, sg_ev *e) {
    static const char spoken[] = "AGREE|CONCEDE|REQUEST|REJECT|ACCUSE|THREATEN";
    bool dated = e->time != NONE && d->pub != INT32_MIN && d->times[e->time].from != INT32_MIN;
    if (!dated || !e->type || e->position || e->realis != SG_ACTUAL || sg_list_has(spoken, sg_str_of(e->type))) return;
    if (d->times[e->time].from > d->pub) e->realis = SG_PLANNED;
}

/* Did somebody else do what the act speaks of, and nobody of the land of those who speak? */
static bool is_of_others(const sg_reader *r, const sg_ids *speak, const sg_ev *done) {
    for (size_t i = 0; i < done->actors.count; i++) {
        const char *land = r->d->ents[done->actors.at[i]].country;
        for (size_t k = 0; land && k < speak->count; k++) {
            const char *own = r->d->ents[speak->at[k]].country;
            if (!own || !strcmp(own, land)) land = NULL;
        }
        if (!land) return false;
    }
    return speak->count && done->actors.count;
}

/* The deed or plan of another that is regretted, "over Chile's test": whose it is stands beside it. */
static bool regrets_deed(const sg_reader *r, const sg_ev *e) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *other = &r->d->ents[e->recipients.at[i]];
        uint32_t deed = other->head == NONE ? NONE : tk(r, other->head)->head;
        if (deed == NONE || !other->country || tk(r, deed)->head == NONE) return false;
        uint8_t rel = tk(r, other->head)->deprel;
        bool of = rel == SG_DEP_NMOD && sg_eqz(sg_case_of(r->d, other->head), "of");
        if (!of && rel != SG_DEP_NMOD_POSS && rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND) return false;
        if (tk(r, deed)->upos != SG_POS_NOUN || (deed >= e->first && deed <= e->last)) return false;
        uint32_t up = tk(r, deed)->head;
        bool below = up == e->head || tk(r, up)->head == e->head || tk(r, e->head)->head == up;
        if (!below || !sg_in_classes(r->d, deed, SG_LIT("act|policy|blame_word|doing"))) return false;
        for (size_t k = 0; k < e->actors.count; k++) {
            const char *own = r->d->ents[e->actors.at[k]].country;
            if (!own || !strcmp(own, other->country)) return false;
        }
    }
    return e->recipients.count && e->actors.count;
}

/* "Expressed regret over this", after "Chad tested a bomb": the deed of another that the sentence before tells, or NULL. */
static const sg_ev *deed_before(const sg_reader *r, const sg_ev *e) {
    static const char deeds[] = "ASSAULT|MOBILIZE|COERCE|SANCTION";
    bool this_one = false, carried = tk(r, e->head)->deprel == SG_DEP_OBJ && tk(r, e->head)->head != NONE;
    for (uint32_t up = e->head, i = 0; i < 1u + carried; up = tk(r, up)->head, i++)
        for (uint32_t c = tk(r, up)->child; c != NONE; c = tk(r, c)->next)
            this_one |= tk(r, c)->upos == SG_POS_PRON && sg_eqz(tk(r, c)->key, "this") && sg_case_of(r->d, c).n;
    for (size_t i = r->out->count; this_one && !e->recipients.count && i-- > 0;) {
        const sg_ev *done = r->out->at[i];
        uint32_t back = tk(r, e->head)->sent - tk(r, done->head)->sent;
        if (back > 1) return NULL;
        if (back && done->type && sg_list_has(deeds, sg_str_of(done->type))) return done;
    }
    return NULL;
}

/* "Its regret that Chad has broken the truce": whom the clause behind the noun tells of. */
static sg_ids told_of(sg_reader *r, const sg_ev *e) {
    sg_ids who = {0};
    for (uint32_t c = tk(r, e->head)->child; c != NONE && tk(r, e->head)->upos == SG_POS_NOUN; c = tk(r, c)->next) {
        bool clause = tk(r, c)->deprel == SG_DEP_ACL || tk(r, c)->deprel == SG_DEP_CCOMP;
        uint32_t subject = clause && (tk(r, c)->bits & SG_FEAT_INF) == 0 ? sg_own_subject(r, c) : NONE;
        bool named = subject != NONE && tk(r, subject)->upos != SG_POS_PRON;
        if (named && !sg_is_passive(r->d, c)) sg_add_ents(r, &who, subject);
    }
    return who;
}

/* "Regretted that Japan had held two fishermen": nobody excuses himself for what another land did. */
static void blame_others(sg_reader *r, sg_ev *e) {
    static const char excuse[] = "055";
    const sg_ev *done = e->content;
    if (!e->type || strcmp(e->type, "CONCEDE") != 0 || !e->cameo || strcmp(e->cameo, excuse) != 0) return;
    if (!done) done = deed_before(r, e);
    sg_ev by_clause = {.actors = done ? (sg_ids){0} : told_of(r, e)};
    if (by_clause.actors.count) done = &by_clause;
    if (done ? done->next || !is_of_others(r, &e->actors, done) : !regrets_deed(r, e)) return;
    const sg_row *row = sg_compose(r->d, "blame", done ? done : e);
    if (!row) return;
    e->type = row->cell[C_OUT_TYPE];
    e->mode = value(row->cell[C_OUT_MODE]);
    e->cameo = value(row->cell[C_OUT_CAMEO]);
    if (done) {
        e->recipients.count = 0;
        sg_add_all(r, &e->recipients, &done->actors);
    }
    sg_because(r, e, "type", row, NULL, e->first, e->last);
}

/* "The meeting of X of Chile and Y of Peru was called off by the Chilean side": it is refused to the other one. */
static void drop_own_side(sg_reader *r, sg_ev *e) {
    bool refuses = e->type && sg_list_has("REJECT|SANCTION", sg_str_of(e->type));
    const char *own = refuses && e->actors.count == 1 ? r->d->ents[e->actors.at[0]].country : NULL;
    size_t others = 0;
    sg_ids kept = {0}; /* the list may be another act's too */
    for (size_t i = 0; own && i < e->recipients.count; i++) {
        const char *land = r->d->ents[e->recipients.at[i]].country;
        others += land && strcmp(land, own) != 0;
    }
    for (size_t i = 0; others && i < e->recipients.count; i++) {
        const char *land = r->d->ents[e->recipients.at[i]].country;
        if (!land || strcmp(land, own) != 0) sg_add_id(r, &kept, e->recipients.at[i]);
    }
    if (others) e->recipients = kept;
}

static bool is_harmed(const sg_reader *r, uint32_t verb) {
    sg_rows rows = tk(r, verb)->upos == SG_POS_VERB ? sg_rows_by_lemma(r->d, tk(r, verb), SG_T_ACTS) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("COERCE|ASSAULT", sg_str_of(rows.row[i]->cell[A_TYPE]))) return true;
    return false;
}

/* "Concern about Norwegians held in Chad": the land that holds them. */
static bool find_captor(sg_reader *r, const sg_ent *held, sg_ids *found) {
    for (uint32_t c = tk(r, held->head)->child; c != NONE; c = tk(r, c)->next) {
        bool clause = tk(r, c)->deprel == SG_DEP_ACL || tk(r, c)->deprel == SG_DEP_ACL_RELCL;
        bool done = clause && is_harmed(r, c) && sg_is_passive(r->d, c);
        for (uint32_t g = done ? tk(r, c)->child : NONE; g != NONE; g = tk(r, g)->next)
            for (uint32_t i = 0; i < tk(r, g)->ent_count; i++) {
                const sg_ent *e = &r->d->ents[tk(r, g)->ent + i];
                bool there = tk(r, g)->deprel == SG_DEP_OBL || tk(r, g)->deprel == SG_DEP_OBL_AGENT;
                bool other = sg_is_land(e) && strcmp(e->country, held->country) != 0;
                if (there && other) sg_add_id(r, found, tk(r, g)->ent + i);
            }
    }
    return found->count > 0;
}

/* One's own people in another's hands are neither blamed nor asked for their release: those who hold them are. */
static void blame_captor(sg_reader *r, sg_ev *e) {
    bool asks = e->type && !strcmp(e->type, "REQUEST"), blames = e->type && !strcmp(e->type, "ACCUSE");
    if ((!asks && !blames) || !e->actors.count || !e->recipients.count) return;
    const char *own = r->d->ents[e->actors.at[0]].country;
    sg_ids captors = {0};
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &r->d->ents[e->recipients.at[i]];
        bool ours = own && p->country && !strcmp(p->country, own) && p->sector && !strcmp(p->sector, "CVL");
        if (!ours || p->head == NONE) return;
        find_captor(r, p, &captors);
    }
    bool release = asks && e->content && same_word(e->content->type, "RETREAT") && same_word(e->content->mode, "release");
    if (!captors.count && !release) return;
    if (release) e->content->actors = captors;
    e->recipients = captors;
}

/* "the ministry ... China", "the officers in Bamako ... Mali": where an organ of a state is told, the state by itself is no
 * second party of that side; beside rebels it is one. */
static void drop_bare_land(const sg_reader *r, sg_ids *ids) {
    static const char organs[] = "GOV|MIL|LEG|JUD|COP|SPY|CVL|LAB|BUS";
    size_t kept = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        bool again = false;
        for (size_t k = 0; k < ids->count && sg_is_land(e) && !e->sector; k++) {
            const sg_ent *o = &r->d->ents[ids->at[k]];
            again |=
                o->country && o->sector && sg_list_has(organs, sg_str_of(o->sector)) && !strcmp(o->country, e->country);
        }
        if (!again) ids->at[kept++] = ids->at[i];
    }
    ids->count = kept;
}

/* "in a note handed over on 5 June, rejected": the day of the words in which it was said. */
static uint32_t day_of_document(const sg_reader *r, const sg_ev *e) {
    const sg_sent *s = &r->d->sents[tk(r, e->head)->sent];
    for (uint32_t i = s->time; i < s->time + s->time_count; i++) {
        uint32_t clause = r->d->times[i].kind == SG_TIME_DATE ? tk(r, r->d->times[i].head)->head : NONE;
        uint32_t paper = clause != NONE && tk(r, clause)->deprel == SG_DEP_ACL ? tk(r, clause)->head : NONE;
        uint32_t top = paper == NONE ? NONE : tk(r, paper)->head; /* parsers hang it on the subject as often */
        if (top != NONE && top != e->head && tk(r, top)->deprel == SG_DEP_NSUBJ) top = tk(r, top)->head;
        if (paper == NONE || top != e->head || !sg_case_of(r->d, paper).n) continue;
        if (sg_in_classes(r->d, paper, SG_LIT("document|speech"))) return i;
    }
    return NONE;
}

/* "Promised 300 soldiers", "refused to send troops": they are what is given, and not to whom. */
static void spare_given(const sg_reader *r, sg_ev *e) {
    static const char giving[] = "AID|MOBILIZE|AGREE";
    if (!e->type || !sg_list_has("AGREE|REJECT", sg_str_of(e->type))) return;
    const sg_ev *gives = e->object != NONE ? e : e->content;
    if (!gives || gives->object == NONE || !gives->type || !sg_list_has(giving, sg_str_of(gives->type))) return;
    size_t n = 0;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]];
        bool given = x->head == gives->object && x->sector && sg_list_has("MIL|COP", sg_str_of(x->sector));
        if (!given) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

void sg_keep(sg_reader *r, sg_ev *e) {
    for (sg_ev *next; e; e = next) {
        next = e->next;
        e->next = NULL; /* each stands for itself from here on */
        mend_type(r, e);
        if (e->speech && e->time == NONE) e->time = day_of_document(r, e);
        sg_name_parties(r, e);
        sg_part_unknown(r, e);
        drop_bare_land(r, &e->actors);
        drop_bare_land(r, &e->recipients);
        contest(r, e);
        say_now(e);
        plan_ahead(r->d, e);
        spare_given(r, e);
        tell_deed(r, e);
        blame_others(r, e);
        blame_captor(r, e);
        drop_own_side(r, e);
        sg_contexts_by_party(r, e);
        own_words(r, e, &e->actors);
        all_by_name(r, e);
        if (e->content && e->content->due == NONE) e->content->due = e->due; /* a term is the inner act's */
        *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = e;
        keep_back(r, e);
        for (sg_ev *x = e->content; x; x = x->next)
            if (x->factive && x->type) {
                sg_ev *copy = SG_NEW(r->a, sg_ev, 1);
                *copy = *x;
                copy->next = NULL;
                copy->link = NULL;
                *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = copy;
            }
    }
}

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
        *at = sg_read_word(r, c, mine);
        if (subj == NONE || tk(r, subj)->head != c) to_whom_one_spoke(r, *at, before);
        while (*at) at = &(*at)->next;
    }
    return all;
}

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

/* Is the word, or one of this kind, the phrase's preposition? */
static bool has_case(const sg_reader *r, uint32_t t, const char *word, const char *kind) {
    for (uint32_t k = tk(r, t)->child; k != NONE; k = tk(r, k)->next) {
        bool fits = kind ? sg_word(r->d, k, kind) != NULL : sg_eqz(tk(r, k)->form, word);
        if (fits && tk(r, k)->deprel == SG_DEP_CASE) return true;
    }
    return false;
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
    if (tk(r, t)->deprel != SG_DEP_ACL_RELCL || !sg_in_class(r->d, work, SG_LIT("fiction"))) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBL && (tk(r, c)->bits & SG_FEAT_REL)) return true;
    return false;
}

/* "The novel tells how rebels storm a town", "in the film": what is made up. */
bool sg_is_fiction(const sg_reader *r, uint32_t t) {
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
        if (tk(r, c)->deprel == SG_DEP_XCOMP && sg_word(r->d, c, "apart matters")) return true;
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
    sg_ev *e = parts_matters(r, t) ? read_stance(r, t, mine) : NULL;
    if (!e) e = sg_read_operator(r, t, mine, &s, false, &report);
    if (!e) e = read_stance(r, t, mine);
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

/* "the first state to recognise it", "the only one to vote against": what the noun is known for was done. */
static bool is_deed_of(const sg_reader *r, uint32_t t) {
    uint32_t noun = tk(r, t)->head;
    if (noun == NONE || tk(r, noun)->upos == SG_POS_NUM || tk(r, noun)->upos == SG_POS_ADJ) return true;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->bits & SG_FEAT_ORD) || sg_word(r->d, c, "sole")) return true;
    return sg_told_party(r->d, noun);
}

static bool is_past(const sg_reader *r, uint32_t t);

bool sg_is_wished(const sg_reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_CSUBJ && sg_word(r->d, tk(r, t)->head, "wished") && !is_past(r, t);
}

/* "so that it can be adopted", "to send aid": what is hoped for, not told. */
static bool is_purpose(sg_reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    if (sg_is_wished(r, t)) return true;
    bool aim =
        (rel == SG_DEP_ACL && !is_deed_of(r, t)) || rel == SG_DEP_CSUBJ; /* "the will to improve ties", "in a bid to" */
    if (aim && (tk(r, t)->bits & SG_FEAT_INF)) return true;
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

/* An act below one that is only spoken of belongs to it: it is no more real than its owner. */
static void belong(sg_reader *r, sg_ev *owner, sg_ev *e, uint32_t clause) {
    sg_realis least = owner->realis > SG_HISTORICAL ? owner->realis : SG_ACTUAL;
    bool condition = clause != NONE && sg_is_condition(r, clause);
    if (!condition && is_errand(r, owner, e, clause)) {
        sg_keep(r, e);
        return;
    }
    if (owner->factive || !e->type)
        return; /* what a relative clause claims of a deed that was judged is the judge's claim */
    for (sg_ev *x = e; x && !condition; x = x->next) sg_raise(&x->realis, least);
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

/* A word of which the tables know no reading that fits: what the network takes it for. Below another act (its owner, to
 * which it then belongs), or above one, only where the network is sure. */
static void ask_network(sg_reader *r, uint32_t t, sg_above up, sg_ev *owner) {
    bool sure = is_sure(r, t);
    if (r->loose || r->seen[t] || (!sure && (owner || up.realis == SG_PLANNED))) return;
    const sg_row *row = sg_likely_row(r->d, t, likely_at_least(r, t));
    if (!row || is_told(r, t, row->cell[A_TYPE])) return;
    up.network = true;
    sg_ev *e = sg_read_word(r, t, up);
    if (e && owner && owner != e) belong(r, owner, e, t);
    else if (e) sg_keep(r, e);
}

/* "to arrest those who had attacked it": what a clause in the past tells of somebody was done, whatever is hoped of him. */
static bool is_past(const sg_reader *r, uint32_t t) {
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

/* Words not yet read below this one: clauses that hang on it, and acts named as nouns. */
static void explore(sg_reader *r, uint32_t t, sg_above up, sg_ev *owner) {
    size_t before = r->out->count;
    if (r->inner[t]) owner = r->inner[t];
    if (!r->seen[t]) {
        bool later = is_to_come(r, t);
        sg_above here = up;
        if (later) here.carrier = tk(r, t)->head, here.subject = sg_own_subject(r, tk(r, t)->head);
        sg_ev *e = sg_read_word(r, t, here);
        if (e && later) e = sg_under_signs(r, e, &up, t, &(sg_signs){.future = true});
        if (e && owner && owner != e) belong(r, owner, e, t);
        else if (e && up.realis != SG_PLANNED) sg_keep(r, e);
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
        if (is_purpose(r, c)) {
            sg_raise(&mine.realis, SG_PLANNED);
            if (rel == SG_DEP_ADVCL && r->made[t]) above_it = r->made[t]->content ? r->made[t]->content : r->made[t];
        }
        /* "a truce meant to end the war, weeks after soldiers shot its founder" */
        bool beside = rel == SG_DEP_ADVCL && sg_case_of(r->d, c).n && !sg_is_condition(r, c);
        beside |= rel == SG_DEP_ACL_RELCL && !is_whoever(r, t);
        if (beside && is_past(r, c)) mine.realis = SG_ACTUAL, above_it = NULL;
        explore(r, c, mine, above_it);
    }
    if (!carries(r, t, before)) ask_network(r, t, up, owner);
}

/* "according to X", ", X said" at the end: the source of all that the sentence tells. */
static void attribution(sg_reader *r, const sg_sent *s, sg_above *up) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tk(r, t)->deprel != SG_DEP_PARATAXIS && !sg_word(r->d, t, "according")) continue;
        sg_frame fr = sg_frame_of(r->d, t, NONE, false);
        uint32_t a, b;
        sg_ids who = {0};
        const sg_row *row = sg_reading(&fr, SG_T_OPERATORS, &a, &b);
        bool says = tk(r, t)->deprel == SG_DEP_PARATAXIS && row && !strcmp(row->cell[O_OP], "say");
        if (says) sg_parties(r, &fr, "subj", &who, NULL);
        if (says && !who.count && sg_is_passive(r->d, t)) up->hearsay[0] = up->hearsay[1] = t; /* ", it is told" */
        if (sg_word(r->d, t, "according") && tk(r, t)->head != NONE) sg_add_ents(r, &who, tk(r, t)->head);
        if (who.count) up->source = who.at[0];
    }
}

/* Do they name the same, or one of them nobody? */
static bool may_be_same(const sg_reader *r, const sg_ids *a, const sg_ids *b) {
    if (!a->count || !b->count) return true;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (sg_same_party(r, a->at[i], b->at[k])) return true;
    return false;
}

/* Is another act of the type in the sentence read by a table, or kept before this one? The same act, that is, where the
 * network is sure of this one too. */
static bool is_double(const sg_reader *r, size_t at, size_t from, size_t kept) {
    const sg_ev *e = r->out->at[at];
    bool sure = is_apart(r, e->head);
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *other = r->out->at[i];
        if ((i >= kept && (i <= at || other->likely)) || !same_word(other->type, e->type)) continue;
        if (!sure || (may_be_same(r, &e->actors, &other->actors) && may_be_same(r, &e->recipients, &other->recipients)))
            return true;
    }
    return false;
}

/* "called the tariff an insult": a word of the clause that names the same once more, and nobody who does it. */
static bool is_echo(const sg_reader *r, size_t at, size_t from, size_t kept) {
    const sg_ev *e = r->out->at[at];
    if (!e->type || e->actors.count || !e->recipients.count) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *other = r->out->at[i];
        if ((i >= kept && i <= at) || !other->actors.count || !same_word(other->type, e->type) || other->head == e->head)
            continue;
        if (sg_below(r, e->head, other->head, NONE) && may_be_same(r, &e->recipients, &other->recipients)) return true;
    }
    return false;
}

static bool is_truce(const sg_ev *e) {
    return e->type && !strcmp(e->type, "RETREAT") && e->mode && sg_list_has(e->mode, SG_LIT("ceasefire"));
}

/* "The truce took effect": noun and verb tell one act. */
static bool is_subject_of_it(const sg_reader *r, size_t at, size_t from, size_t kept) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    if (!is_truce(e)) return false;
    for (size_t i = from; i < r->out->count && noun->upos == SG_POS_NOUN && noun->deprel == SG_DEP_NSUBJ; i++) {
        const sg_ev *other = r->out->at[i];
        if ((i >= kept && i <= at) || other->likely || other->actors.count < e->actors.count) continue;
        if (other->head == noun->head && same_word(other->type, e->type) && same_word(other->mode, e->mode))
            return true;
    }
    return false;
}

/* "A Turkish raid killed six": what the subject names is the deed that the verb tells, with those to whom it was done. */
static bool is_told_by_outcome(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool force = e->type && !strcmp(e->type, "ASSAULT") && noun->upos == SG_POS_NOUN;
    if (!force || noun->deprel != SG_DEP_NSUBJ) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        if (verb->head != noun->head || !same_word(verb->type, e->type) || !verb->recipients.count) continue;
        if (verb->actors.count < e->actors.count && e->actors.count) continue;
        if (may_be_same(r, &e->actors, &verb->actors) && may_be_same(r, &e->recipients, &verb->recipients)) return true;
    }
    return false;
}

/* "The shelling", "this raid": a noun that says no more than which one is meant. */
static bool points_back(const sg_reader *r, uint32_t noun) {
    bool the = false;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND) return false;
        if (rel == SG_DEP_ACL_RELCL || rel == SG_DEP_NUMMOD) return false;
        the |= rel == SG_DEP_DET && ((tk(r, c)->bits & SG_FEAT_DEF) || sg_word(r->d, c, "pointing"));
    }
    bool act = sg_in_classes(r->d, noun, SG_LIT("act|warfare|protest")); /* "put to the knife" */
    return the && act && tk(r, noun)->upos == SG_POS_NOUN && tk(r, noun)->deprel != SG_DEP_CONJ;
}

/* "Turned back because of the shelling": of what the sentences before have told, and nobody who does it. */
static bool is_told_before(const sg_reader *r, size_t at) {
    enum { BACK = 3, MOST = 40 };
    const sg_ev *e = r->out->at[at];
    bool violent = e->type && sg_list_has("ASSAULT|PROTEST", sg_str_of(e->type)) && !e->actors.count && !e->content;
    if (!violent || !points_back(r, e->head)) return false;
    for (size_t i = at, seen = 0; i-- > 0 && seen < MOST; seen++) {
        const sg_ev *before = r->out->at[i];
        uint32_t there = tk(r, before->head)->sent, here = tk(r, e->head)->sent;
        if (here > there + BACK) return false;
        bool other = there != here && r->d->sents[there].in_title == r->d->sents[here].in_title;
        if (other && same_word(before->type, e->type)) return true;
    }
    return false;
}

static bool are_same(const sg_reader *r, const sg_ids *a, const sg_ids *b) {
    enum { MOST = 30 }; /* of longer lists nobody asks */
    if (a->count != b->count || a->count > MOST) return false;
    for (size_t i = 0; i < a->count; i++) {
        bool found = false;
        for (size_t k = 0; k < b->count && !found; k++) found = sg_same_party(r, a->at[i], b->at[k]);
        if (!found) return false;
    }
    return true;
}

/* "Killed in a Turkish raid", "died in the blast", "placed under house arrest": the noun in the verb's own phrase names
 * again what the verb has told of the same doer, or of those to whom it was done. */
static bool is_named_again(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool force = e->type && sg_list_has("ASSAULT|COERCE", sg_str_of(e->type)) && noun->upos == SG_POS_NOUN;
    if (!force || noun->deprel != SG_DEP_OBL) return false;
    bool seized = !strcmp(e->type, "COERCE");
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        if (verb->head != noun->head || !same_word(verb->type, e->type) || !verb->recipients.count) continue;
        bool doer = verb->actors.count && e->actors.count && may_be_same(r, &e->actors, &verb->actors);
        if (doer && sg_is_passive(r->d, noun->head)) return true;
        bool nobody = !e->actors.count && !(seized && verb->actors.count);
        if (nobody && are_same(r, &e->recipients, &verb->recipients)) return true;
    }
    return false;
}

static void join_modes(const sg_reader *r, sg_ev *e, const char *modes) {
    sg_str rest = sg_str_of(modes ? modes : ""), one;
    while (sg_cut(&rest, '|', &one)) {
        if (!one.n || (e->mode && sg_list_has(e->mode, one))) continue;
        e->mode = e->mode ? sg_printf(r->a, "%s|%.*s", e->mode, (int)one.n, one.s) : sg_dup(r->a, one);
    }
}

/* "Called on them to talk and to lift the siege": one call by one word to the same people, with both in it. */
static bool is_joined_to_its_like(sg_reader *r, size_t at, size_t from, size_t kept) {
    sg_ev *e = r->out->at[at];
    if (!e->type || !e->content || e->position) return false;
    for (size_t i = kept; i-- > from;) {
        sg_ev *other = r->out->at[i];
        if (other->head != e->head || !same_word(other->type, e->type) || other->realis != e->realis || !other->content)
            continue;
        if (!are_same(r, &other->actors, &e->actors) || !are_same(r, &other->recipients, &e->recipients)) continue;
        sg_ev **end = &other->content;
        while (*end && *end != e->content) end = &(*end)->next;
        if (!*end) *end = e->content;
        join_modes(r, other, e->mode);
        return true;
    }
    return false;
}

/* What the network alone told beside a reading of the same kind, echoes, and what one word told twice of the same people. */
static void drop_doubles(sg_reader *r, size_t from) {
    size_t n = from;
    for (size_t i = from; i < r->out->count; i++) {
        if (is_joined_to_its_like(r, i, from, n) || is_told_before(r, i)) continue;
        bool twice = (r->out->at[i]->likely && is_double(r, i, from, n)) || is_named_again(r, i, from) ||
                     is_told_by_outcome(r, i, from);
        if (!twice && !is_echo(r, i, from, n) && !is_subject_of_it(r, i, from, n)) r->out->at[n++] = r->out->at[i];
    }
    r->out->count = n;
}

/* Two sides or more who did something together or against each other; NULL where it is no such act. */
static const sg_ids *sides_of(const sg_ev *e) {
    static const char deals[] = "AGREE|RETREAT|ASSAULT|SUPPORT|CONSULT|COOPERATE|CONCEDE";
    bool deal = e->type && sg_list_has(deals, sg_str_of(e->type));
    return deal && e->actors.count > 1 && !e->recipients.count ? &e->actors : NULL;
}

/* "The truce took effect": between those who agreed on it, in this sentence or shortly before. */
static void tell_truce(sg_reader *r, size_t from) {
    enum { BACK = 3, MOST = 40 };
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        if (!is_truce(e) || e->actors.count || e->recipients.count) continue;
        const sg_ids *sides = NULL;
        for (size_t k = r->out->count, seen = 0; k-- > 0 && !sides && seen < MOST; seen++) {
            if (tk(r, e->head)->sent > tk(r, r->out->at[k]->head)->sent + BACK) break;
            sides = sides_of(r->out->at[k]);
        }
        if (!sides) continue;
        sg_add_all(r, &e->actors, sides);
        e->reciprocal = true;
        sg_because(r, e, "actor", NULL, "party: those who agreed on it", e->first, e->last);
    }
}

/* Does the verb tell that somebody speaks, by the tables: "said", "called for", "condemned"? */
static bool is_speech(const sg_reader *r, uint32_t verb) {
    static const struct {
        sg_table_id table;
        int flags;
    } tables[] = {{SG_T_OPERATORS, O_FLAGS}, {SG_T_ACTS, A_FLAGS}};
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
        sg_rows rows = sg_rows_by_lemma(r->d, tk(r, verb), tables[k].table);
        for (size_t i = 0; i < rows.count; i++)
            if (flag(rows.row[i], tables[k].flags, "speech")) return true;
    }
    return false;
}

/* Are those of a talk so far all in its phrase of "with": the other side, one or several? */
static bool are_one_side(const sg_reader *r, const sg_ev *e) {
    enum { DEEP = 8 };
    uint32_t with = NONE;
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next)
        if (has_case(r, c, "with", NULL)) with = c;
    for (size_t i = 0; i < e->actors.count; i++) {
        uint32_t word = r->d->ents[e->actors.at[i]].head;
        if (with == NONE || word == NONE || !sg_is_below(r->d, word, with, DEEP)) return false;
    }
    return true;
}

/* "Spoke out for peace and offered help": does the verb, or one that is joined to it, tell that somebody speaks? */
static bool is_speech_on(const sg_reader *r, uint32_t verb) {
    if (is_speech(r, verb)) return true;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_CONJ && tk(r, c)->upos == SG_POS_VERB && is_speech(r, c)) return true;
    return false;
}

/* "After two days of talks", "at the end of a meeting": the phrase that the noun stands in. */
static uint32_t phrase_of(const sg_reader *r, uint32_t t) {
    enum { DEEP = 3 };
    for (int i = 0; i < DEEP && tk(r, t)->deprel == SG_DEP_NMOD && tk(r, t)->head != NONE; i++) {
        if (!sg_eqz(sg_case_of(r->d, t), "of") || tk(r, tk(r, t)->head)->ent_count) break;
        t = tk(r, t)->head;
    }
    return t;
}

/* "Speaking after talks with Y, X said": the verb whose subject speaks. */
static uint32_t speaks_within(const sg_reader *r, uint32_t verb) {
    bool within = tk(r, verb)->deprel == SG_DEP_ADVCL && tk(r, verb)->head != NONE && sg_own_subject(r, verb) == NONE;
    return within && is_speech(r, verb) ? tk(r, verb)->head : verb;
}

/* Is it one person, who was himself where he is told to have come from? */
static bool is_person(const sg_reader *r, uint32_t t) {
    return tk(r, t)->ent_count == 1 && r->d->ents[tk(r, t)->ent].person;
}

/* "Said after talks with Y", "In a telephone call with Y, X called for a truce": who then speaks was the other one there; a
 * person too who does anything else then. */
static void tell_talker(sg_reader *r, size_t from) {
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        uint32_t phrase = phrase_of(r, e->head);
        const sg_tok *noun = tk(r, phrase);
        bool met = e->type && !strcmp(e->type, "CONSULT") && e->actors.count && !e->recipients.count;
        if (met && (e->actors.count > 1 || !e->reciprocal)) met = are_one_side(r, e);
        if (!met || noun->upos != SG_POS_NOUN || noun->deprel != SG_DEP_OBL || noun->head == NONE) continue;
        uint32_t verb = speaks_within(r, noun->head), subject = sg_own_subject(r, verb);
        sg_str when = sg_case_of(r->d, phrase);
        const sg_ev *done = r->made[verb];
        if (subject == NONE || sg_is_passive(r->d, verb) || !(is_speech_on(r, verb) || is_person(r, subject))) continue;
        if (done && done->type && sg_list_has("ASSAULT|COERCE", sg_str_of(done->type))) continue; /* "fired on" */
        if (!when.n || !sg_list_has("in|during|after|at|on|following", when)) continue;
        sg_ids who = {0};
        if (!sg_add_ents(r, &who, subject) || may_be_same(r, &who, &e->actors)) continue;
        sg_add_all(r, &e->actors, &who);
        e->reciprocal = true;
        sg_because(r, e, "actor", NULL, "party: who speaks there or thereafter", e->first, e->last);
    }
}

/* Who is named behind "as did", "and so did", with those joined to him; NONE: nobody. */
static uint32_t who_did_too(const sg_reader *r, uint32_t did, uint32_t stop) {
    enum { NEAR = 5 };
    const sg_tok *k = tk(r, did);
    if (!sg_eqz(k->lemma_key, "do") || k->head == NONE || k->head > did || !sg_word(r->d, did - 1, "did too")) return NONE;
    for (uint32_t t = did + 1; t < stop && t <= did + NEAR; t++) {
        uint32_t up = tk(r, t)->head;
        uint8_t rel = tk(r, t)->deprel;
        bool place = rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NSUBJ_PASS;
        if (place && tk(r, t)->upos != SG_POS_PRON && (up == did || up == k->head) && !sg_case_of(r->d, t).n) return t;
    }
    return NONE;
}

/* "Kenya condemned it, as did Uganda", "and so did Ghana": the same deed once more, of others. */
static void tell_did_too(sg_reader *r, const sg_sent *s, size_t from) {
    for (uint32_t t = s->first + 3; t + 1 < s->first + s->count; t++) {
        uint32_t too = who_did_too(r, t, s->first + s->count);
        sg_ids who = {0};
        if (too == NONE || !sg_add_ents(r, &who, too)) continue;
        for (uint32_t c = tk(r, too)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_CONJ) sg_add_ents(r, &who, c);
        size_t told = r->out->count;
        for (size_t i = from; i < told; i++) {
            sg_ev *e = r->out->at[i];
            if (e->head != tk(r, t)->head || e->reciprocal || !e->actors.count || e->position) continue;
            if (sg_is_passive(r->d, e->head)) continue; /* of an agent nobody does so too */
            sg_drop_common(r, &e->recipients, &who);
            sg_ev *same = SG_NEW(r->a, sg_ev, 1);
            *same = *e;
            same->actors = who;
            same->first = same->last = t;
            same->next = NULL;
            sg_because(r, same, "actor", NULL, "party: who did the same", t, t);
            *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = same;
        }
    }
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
        size_t from = out->count;
        explore(&r, s->root, up, NULL);
        sg_read_sure(&r, s, &up, from);
        tell_truce(&r, from);
        tell_talker(&r, from);
        sg_tell_echoed(&r, from);
        drop_doubles(&r, from);
        tell_did_too(&r, s, from);
        for (size_t k = from; k < out->count; k++) sg_tell_refused(&r, out->at[k], up);
    }
}
