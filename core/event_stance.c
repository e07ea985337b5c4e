/* event_stance.c: see event_in.h. Positions: who stands where on a matter, told by a noun ("its support for the plan"). */
#include "event_in.h"

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
    uint32_t t = stance_word(r, noun), first, last;
    sg_frame fr = sg_frame_of(r->d, t, t == noun ? up.subject : sg_own_subject(r, noun), false);
    const sg_row *row = sg_reading(&fr, SG_T_STANCES, &first, &last);
    if (!row && t != noun) { /* "missile and medicine aid are different problems": one word for both */
        t = noun;
        fr = sg_frame_of(r->d, t, up.subject, false);
        row = sg_reading(&fr, SG_T_STANCES, &first, &last);
    }
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

/* "Lima is of the view, is in the position, that trade has nothing to do with it": what the view says, where that is a
 * stance itself. */
static sg_ev *stance_in_view(sg_reader *r, uint32_t noun, sg_above up) {
    bool view = tk(r, noun)->upos == SG_POS_NOUN && sg_in_class(r->d, noun, SG_LIT("policy")) && sg_is_predicate(r, noun);
    if (!view || sg_has_sign(r, noun, "neg")) return NULL;
    sg_frame fr = sg_frame_of(r->d, noun, up.subject, false);
    sg_ids holders = {0};
    sg_parties(r, &fr, "subj", &holders, NULL);
    if (!holders.count) return NULL;
    up.source = holders.at[0], up.subject = NONE;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool clause = rel == SG_DEP_CCOMP || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL;
        if (!clause || r->seen[c]) continue;
        sg_ev *e = stance_at(r, c, up, true);
        if (!e || strcmp(e->stance, "separate") != 0) continue;
        e->actors = holders;
        r->seen[noun] = true;
        return e;
    }
    return NULL;
}

/* The row of the grammar by which a preposition, or the noun behind it, says where one stands: "against", "in favour of". */
static const sg_row *standing(const sg_looked *w) {
    for (size_t i = 0; sg_kind_value(w, "stands") && i < w->grammar.count; i++)
        if (!strcmp(w->grammar.row[i]->cell[1], "stands")) return w->grammar.row[i];
    return NULL;
}

/* "Peru is against a blockade", "is in favour of talks": the noun is the predicate, or hangs on the verb to be. */
static sg_ev *stance_by_preposition(sg_reader *r, uint32_t noun, sg_above up) {
    static const char matters[] = "act|aid|ballot|deal|election|exercise|goal|goal_policy|goal_regime|goal_right|issue|law|"
                                  "meeting|policy|project|proposal|protest|reform|resolution|restriction|sanction|tie|truce|"
                                  "warfare";
    uint32_t be = tk(r, noun)->head;
    bool placed = tk(r, noun)->deprel == SG_DEP_OBL && be != NONE && be < noun && sg_eqz(tk(r, be)->lemma_key, "be");
    if (tk(r, noun)->upos == SG_POS_VERB || (!placed && !sg_is_predicate(r, noun))) return NULL;
    if (up.realis > SG_HISTORICAL || sg_has_sign(r, noun, "neg") || (placed && sg_has_sign(r, be, "neg"))) return NULL;
    uint32_t word = NONE, of = NONE, own = sg_own_subject(r, placed ? be : noun);
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel == SG_DEP_CASE) word = c;
        if (tk(r, c)->deprel == SG_DEP_NMOD && c > noun && of == NONE) of = c;
    }
    const sg_row *row = word == NONE ? NULL : standing(&tk(r, word)->by_key);
    bool favour = word != NONE && !row && of != NONE && (row = standing(&tk(r, noun)->by_lemma)) != NULL;
    uint32_t topic = favour ? of : noun; /* "in favour of rain" is no politics */
    if (!row || !sg_in_classes(r->d, topic, SG_LIT(matters)) || sg_in_classes(r->d, topic, SG_LIT("disaster|natural|play")))
        return NULL;
    sg_frame fr = sg_frame_of(r->d, noun, own != NONE ? own : up.subject, false);
    sg_ev *e = sg_new_ev(r, word, word, favour ? noun : word, &up);
    e->realis = SG_ACTUAL;
    e->position = true;
    e->stance = row->cell[2];
    sg_parties(r, &fr, "subj", &e->actors, NULL);
    if (!e->actors.count) return NULL;
    add_topic(r, e, topic, false, NONE);
    sg_because(r, e, "stance", row, NULL, word, favour ? noun : word);
    r->seen[noun] = r->seen[word] = true;
    sg_contexts(r, e, noun, 0);
    return e;
}

sg_ev *sg_read_stance(sg_reader *r, uint32_t noun, sg_above up) {
    sg_ev *e = stance_in_view(r, noun, up);
    if (!e) e = stance_by_preposition(r, noun, up);
    return e ? e : stance_at(r, noun, up, false);
}
