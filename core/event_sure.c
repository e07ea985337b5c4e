/* event_sure.c: see event_in.h. What the network is sure of and no act of the sentence tells.
 *
 * The walk reads each word once, in the place that the tree gives it. Where the tree is wrong ("advised him to wait and rang the
 * king" hangs the call on the waiting), or an operator is read for what is inside it ("agreed to station troops"), an act is lost
 * that the network, which reads the whole sentence, tells from others and from what is only spoken of. */
#include "event_in.h"
#include "likely.h"

enum { DOUBTED = SG_SURE * 3 / 10, UP = 16 };

static const char spoken[] = "AGREE|REJECT|CONCEDE|REQUEST|ACCUSE|THREATEN|SUPPORT";

/* Does an act that is kept stand on the word, or one of the type on a word joined to it: "launched a probe"? */
static bool is_kept(const sg_reader *r, uint32_t t, const char *type, size_t from) {
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *e = r->out->at[i];
        if (e->head == t || (t >= e->first && t <= e->last)) return true;
        const sg_ev *left =
            same_word(e->type, "THREATEN") ? e->content : NULL; /* "our expulsion will not be left unanswered" */
        const sg_ev *answered = left && !left->type && left->realis == SG_NEGATED ? left->content : NULL;
        if (answered && answered->head == t && !answered->actors.count) return true; /* by nobody who is told */
        bool joined = tk(r, e->head)->head == t || tk(r, t)->head == e->head;
        if (joined && same_word(e->type, type)) return true;
        bool term = tk(r, t)->deprel == SG_DEP_OBJ && sg_word(r->d, t, "period"); /* "gave them three days" */
        if (term && tk(r, t)->head == e->head) return true;
    }
    return false;
}

/* What stands above the word: who acts by the verbs that it is joined to, who tells it, conditions. */
static sg_above above(sg_reader *r, uint32_t t, const sg_above *sentence) {
    sg_above up = *sentence;
    uint32_t at = t;
    for (size_t i = 0; i < UP && at != NONE; i++, at = tk(r, at)->head) {
        if (up.subject == NONE && i) up.subject = sg_own_subject(r, at);
        if (sg_is_condition(r, at)) sg_raise(&up.realis, SG_CONDITIONAL);
        sg_under_speech(r, at, &up);
        uint8_t rel = tk(r, at)->deprel;
        if (rel != SG_DEP_CONJ && rel != SG_DEP_XCOMP && rel != SG_DEP_ADVCL) break;
        up.times_at = tk(r, at)->head;
    }
    const sg_ev *inner = r->made[t];
    if (inner) up.source = inner->source, up.hearsay[0] = inner->hearsay[0], up.hearsay[1] = inner->hearsay[1];
    return up;
}

/* "agreed to station troops", "to resume talks": what somebody agrees to, asks or refuses is no act beside it. */
static void take_in(sg_reader *r, sg_ev *e, size_t from) {
    if (!sg_list_has("AGREE|REQUEST|REJECT|THREATEN", sg_str_of(e->type))) return;
    size_t n = from;
    uint32_t taken = NONE;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *x = r->out->at[i];
        if (x->head == taken) continue; /* the same from the other side */
        uint8_t rel = tk(r, x->head)->deprel;
        bool clause = x->realis >= SG_PLANNED && (rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP);
        bool inside = tk(r, x->head)->head == e->head && (clause || rel == SG_DEP_OBJ);
        if (inside && sg_likely_of(r->d, x) < DOUBTED) sg_link_content(r, e, x, "complement");
        else r->out->at[n++] = x;
    }
    r->out->count = n;
}

/* Is it told in a novel, a film? */
static bool is_made_up(const sg_reader *r, uint32_t t) {
    for (size_t i = 0; i < UP && t != NONE; i++, t = tk(r, t)->head)
        if (tk(r, t)->upos == SG_POS_VERB && sg_is_fiction(r, t)) return true;
    return false;
}

/* "It is crucial that they meet and condemn it". */
static bool is_only_wished(const sg_reader *r, uint32_t t) {
    while (tk(r, t)->deprel == SG_DEP_CONJ) t = tk(r, t)->head;
    return sg_is_wished(r, t);
}

/* "Has not said whether it will lend". */
static bool is_left_open(sg_reader *r, uint32_t t) {
    for (size_t i = 0; i < UP && tk(r, t)->head != NONE; i++, t = tk(r, t)->head)
        if (sg_open_clause(r, tk(r, t)->head) == t && sg_has_sign(r, tk(r, t)->head, "neg")) return true;
    return false;
}

/* "asked that they stop and apologize", "the withdrawal was demanded", "called for a march": the form of the word agrees
 * that it is only asked for. */
static bool is_only_asked(const sg_reader *r, uint32_t t) {
    const sg_ev *inner = r->made[t];
    bool bare = tk(r, t)->upos == SG_POS_VERB && !(tk(r, t)->bits & (SG_FEAT_PAST | SG_FEAT_PART | SG_FEAT_GER));
    bool undergone = tk(r, t)->upos == SG_POS_NOUN && tk(r, t)->deprel == SG_DEP_NSUBJ_PASS;
    bool called_for = tk(r, t)->upos == SG_POS_NOUN && tk(r, t)->deprel == SG_DEP_OBL && sg_eqz(sg_case_of(r->d, t), "for");
    return (bare || undergone || called_for) && inner && inner->realis == SG_DEMANDED;
}

/* "The allies agreed to expel two envoys": what is decided to somebody's harm is told by its own verb, and is no promise to
 * him. */
static bool is_decided_harm(const sg_reader *r, uint32_t t, const char *type, size_t from) {
    for (size_t i = same_word(type, "AGREE") ? from : r->out->count; i < r->out->count; i++) {
        const sg_ev *e = r->out->at[i];
        bool inside = tk(r, e->head)->head == t && tk(r, e->head)->deprel == SG_DEP_XCOMP && e->realis < SG_PLANNED;
        if (inside && sg_list_has("SANCTION|COERCE|ASSAULT|ACCUSE", sg_str_of(e->type))) return true;
    }
    return false;
}

bool sg_is_taken_back(const sg_doc *d, const sg_events *acts, size_t from, uint32_t t) {
    if (d->toks[t].deprel != SG_DEP_OBJ || d->toks[t].upos != SG_POS_NOUN) return false;
    for (size_t i = from; i < acts->count; i++) {
        const sg_ev *e = acts->at[i];
        if (e->head == d->toks[t].head && e->type && sg_list_has("CONCEDE|RETREAT", sg_str_of(e->type))) return true;
    }
    return false;
}

static sg_ev *read_sure(sg_reader *r, uint32_t t, const sg_above *sentence) {
    sg_above up = above(r, t, sentence);
    sg_signs s = sg_local_signs(r, t, &up);
    sg_ev *e = sg_read_act(r, t, up, BY_NETWORK);
    if (!e || !e->type || sg_list_has(spoken, sg_str_of(e->type))) return e;
    if (s.future) sg_bend(r, e, SG_PLANNED, s.at);
    if (sg_is_only_possible(e, &s)) sg_bend(r, e, SG_HYPOTHETICAL, s.at);
    if (s.conditional && !s.told) sg_bend(r, e, SG_CONDITIONAL, s.at);
    if (s.negated && !sg_is_made_by_not(e->type)) sg_bend(r, e, SG_NEGATED, s.at);
    return e;
}

void sg_read_sure(sg_reader *r, const sg_sent *s, const sg_above *sentence, size_t from) {
    for (uint32_t t = s->first; t < s->first + s->count && !r->loose; t++) {
        const sg_row *row = sg_likely_row(r->d, t, SURELY);
        if (!row || is_kept(r, t, row->cell[A_TYPE], from) || sg_tells_nothing(r, t) || is_made_up(r, t)) continue;
        if (sg_is_taken_back(r->d, r->out, from, t) || is_left_open(r, t)) continue;
        if (is_only_wished(r, t) || is_only_asked(r, t) || is_decided_harm(r, t, row->cell[A_TYPE], from)) continue;
        sg_ev *e = read_sure(r, t, sentence);
        if (!e || !e->type) continue;
        take_in(r, e, from);
        sg_keep(r, e);
    }
}
