/* mend.c: see mend.h. The order in which a sentence is mended. */
#include "mend_in.h"

static bool is_by(const sg_doc *d, uint32_t t) {
    if (d->toks[t].upos != SG_POS_ADP || d->toks[t].deprel != SG_DEP_CASE) return false;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, NULL));
    return sg_kind_value(&w, "by") != NULL;
}

static void mend_sentence(sg_doc *d, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    bool headline = s->in_title || sg_is_open_line(d, s);
    for (uint32_t i = s->first; i + 2 < stop; i++) sg_mend_verb_in_name(d, i, stop);
    for (uint32_t i = s->first + 1; i + 1 < stop; i++) sg_mend_us(d, i, s), sg_mend_month_aux(d, i);
    for (uint32_t i = s->first; i + 2 < stop; i++) sg_mend_both_of(d, i, s);
    for (uint32_t i = s->first + 2; i < stop; i++) sg_mend_called_so(d, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_lemma(d, &d->toks[i]);
    for (uint32_t i = s->first; !headline && i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_told_past(d, i), sg_mend_done_beside(d, i);
    for (uint32_t i = s->first; i + 4 < stop; i++) sg_mend_wing(d, i);
    if (headline) sg_mend_said_of(d, s);
    if (s->count) sg_mend_present(d, s), sg_mend_past(d, s), sg_mend_headline(d, s), sg_mend_infinitive(d, s);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_NOUN) sg_mend_says_now(d, i);
    if (s->count) sg_mend_two(d, s), sg_mend_clipped(d, s);
    for (uint32_t i = s->first + 1; i < stop; i++) sg_mend_small(d, i, s->first, stop), sg_mend_same(d, i, stop);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_people(d, i), sg_mend_counted_people(d, i, s->first);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_PRON) sg_mend_mine(d, i);
        else if (d->toks[i].upos == SG_POS_NOUN) sg_mend_peer_home(d, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_NOUN) sg_mend_plural(d, &d->toks[i]);
    if (headline) sg_mend_undergone(d, s), sg_mend_topic(d, s);
    if (s->count) sg_mend_clause(d, s), sg_mend_attribute(d, s), sg_mend_verbless(d, s);
    if (s->count) sg_mend_pair_subject(d, s), sg_mend_front_list(d, s), sg_mend_told_inside(d, s), sg_mend_not_only(d, s);
    for (uint32_t i = s->first + 3; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_second_subject(d, i, s->first), sg_mend_replier(d, i, s->first);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++) sg_mend_named_place(d, i, stop), sg_mend_pair_joined(d, i, stop);
    for (uint32_t i = s->first; i + 2 < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_AUX) sg_mend_perfect(d, i), sg_mend_had_done(d, i);
    for (uint32_t i = s->first; i + 2 < stop; i++) sg_mend_guest_subject(d, i);
    for (uint32_t i = s->first; i + 1 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_AMOD) sg_mend_premier(d, i);
        else if (d->toks[i].deprel == SG_DEP_OBL_UNMARKED) sg_mend_short_office(d, i);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_stricken(d, i, s->first);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB && d->toks[i].deprel == SG_DEP_AMOD) sg_mend_second_deed(d, i, s->first);
        else sg_mend_thrown_round(d, i);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++) sg_mend_words_too(d, i);
    for (uint32_t i = s->first; i + 3 < stop; i++) sg_mend_titles(d, i, stop);
    for (uint32_t i = s->first + 2; i < stop; i++) {
        uint8_t rel = d->toks[i].deprel;
        if (rel == SG_DEP_CONJ || rel == SG_DEP_NMOD) sg_mend_titled(d, i);
        if (rel == SG_DEP_NMOD) sg_mend_sender(d, i), sg_mend_unjoined(d, i);
        if (rel == SG_DEP_CONJ) sg_mend_acts_joined(d, i), sg_mend_second_thing(d, i);
        if (rel == SG_DEP_APPOS) sg_mend_next_titled(d, i), sg_mend_three(d, i);
        if (rel == SG_DEP_CONJ) sg_mend_second(d, i), sg_mend_list(d, i), sg_mend_crossed(d, i, s->first);
        if (rel == SG_DEP_CONJ && !headline) sg_mend_aim(d, i);
        if (rel == SG_DEP_CONJ) sg_mend_over_subject(d, i, s->first), sg_mend_second_land(d, i, s->first);
        if (rel == SG_DEP_NMOD || rel == SG_DEP_APPOS) sg_mend_land_in_name(d, i);
        if (rel == SG_DEP_CONJ) sg_mend_beside_government(d, i), sg_mend_beside_officer(d, i);
        if (rel == SG_DEP_CONJ) sg_mend_named_behind(d, i, stop), sg_mend_peer(d, i);
        if (d->toks[i].deprel == SG_DEP_CONJ) sg_mend_second_office(d, i), sg_mend_between(d, i);
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_guest(d, i, stop), sg_mend_bare_relative(d, i, s->first);
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_guest_behind(d, i, s->first);
        if (rel == SG_DEP_ADVCL) sg_mend_behind_teller(d, i);
        if (rel == SG_DEP_FLAT) sg_mend_name_behind_land(d, i, stop);
        if (rel == SG_DEP_CCOMP) sg_mend_until(d, i), sg_mend_asked(d, i), sg_mend_denied(d, i), sg_mend_said_subject(d, i);
        if (rel == SG_DEP_OBL || rel == SG_DEP_OBL_UNMARKED) sg_mend_day_said(d, i), sg_mend_bare_object(d, i);
        if (rel == SG_DEP_PARATAXIS) sg_mend_let(d, i);
        if (rel == SG_DEP_ACL_RELCL || rel == SG_DEP_ACL) sg_mend_said(d, i);
        if (rel == SG_DEP_ACL_RELCL) sg_mend_who(d, i), sg_mend_which(d, i);
    }
    for (uint32_t i = s->first + 1; i + 2 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_MARK) sg_mend_means(d, i, stop), sg_mend_will(d, i), sg_mend_is_to(d, i);
        else if (d->toks[i].deprel == SG_DEP_CASE) sg_mend_by_phone(d, i), sg_mend_of_both(d, i);
        else if (d->toks[i].deprel == SG_DEP_APPOS) sg_mend_late_object(d, i, s->first), sg_mend_behind_and(d, i);
        else if (d->toks[i].deprel == SG_DEP_AMOD) sg_mend_kept(d, i), sg_mend_military(d, i, s);
    for (uint32_t i = s->first; i + 3 < stop; i++) sg_mend_pair(d, i, s);
    for (uint32_t i = s->first + 1; i + 2 < stop; i++) sg_mend_gathered(d, i);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++) sg_mend_willing_day(d, i), sg_mend_asked_at(d, i);
    for (uint32_t i = s->first + 1; i + 1 < stop; i++) sg_mend_split_land(d, i, stop);
    for (uint32_t i = s->first + 3; i < stop; i++) sg_mend_land_and_rebels(d, i);
    for (uint32_t i = s->first; i + 4 < stop; i++)
        if (is_nominal(&d->toks[i])) sg_mend_counted(d, i, stop);
    for (uint32_t i = s->first; i + 3 < stop; i++) i = sg_mend_row(d, i, s);
    for (uint32_t i = s->first + 1; i + 6 < stop; i++)
        if (d->toks[i].upos == SG_POS_PUNCT) sg_mend_told_row(d, i, s);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_PROPN) sg_mend_lands(d, s, i);
    for (uint32_t i = s->first + 1; i + 2 < stop; i++) sg_mend_two_lands(d, i, stop);
    for (uint32_t i = s->first + 1; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) {
            sg_mend_behind(d, i, s->first);
            sg_mend_half(d, i, s->first);
            sg_mend_subject(d, i);
            sg_mend_month(d, i);
            sg_mend_spoken_to(d, i);
            if (!headline) sg_mend_voice(d, i);
            sg_mend_it(d, i, s->first), sg_mend_nobody_decided(d, i), sg_mend_it_gives(d, i);
        }
    for (uint32_t i = s->first; i + 1 < stop; i++) {
        const sg_tok *t = &d->toks[i];
        bool parted = t[1].head == i || (t[1].head == t->head && t->deprel == SG_DEP_XCOMP); /* "tear gas" in two */
        if (t->upos == SG_POS_VERB && t[1].upos == SG_POS_NOUN && parted) sg_mend_verb(d, i);
        if (t->upos == SG_POS_VERB)
            sg_mend_particle(d, i), sg_mend_called(d, i), sg_mend_time_for(d, i), sg_mend_asked_far(d, i);
        if (t->upos == SG_POS_VERB && i + 2 < stop) sg_mend_gerund(d, i), sg_mend_having(d, i), sg_mend_dismissed(d, i);
        if (t->upos == SG_POS_VERB) sg_mend_barred(d, i, stop), sg_mend_said_list(d, i, stop);
        if (t->upos == SG_POS_VERB && i + 2 < stop) sg_mend_both(d, i, stop), sg_mend_asked_ones(d, i, stop);
        if (t->upos == SG_POS_VERB && i + 4 < stop) sg_mend_addressed(d, i);
        if (t->upos == SG_POS_VERB && i + 2 < stop) sg_mend_receiver(d, i, headline);
        if (t->upos == SG_POS_VERB && i + 4 < stop) sg_mend_gift(d, i);
        if (t->upos == SG_POS_VERB && i + 2 < stop) sg_mend_served(d, i, stop);
        if (t->upos == SG_POS_VERB && i + 3 < stop) sg_mend_verdict(d, i);
        sg_mend_body(d, i);
        sg_mend_epithet(d, i, stop);
        sg_mend_name(d, i);
        sg_mend_named(d, i);
        if (headline && i > s->first) sg_mend_first_of_two(d, i, s->first);
        if (i + 2 < stop && is_hyphen(&t[1])) sg_mend_joint(d, i);
    }
    for (uint32_t i = s->first; headline && i < stop; i++) sg_mend_passive(d, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB)
            sg_mend_objects(d, i), sg_mend_joined(d, s, i), sg_mend_teller(d, i), sg_mend_answered(d, i, stop),
                sg_mend_inverted(d, i, s->first), sg_mend_quoter(d, i, s->first), sg_mend_quoted_order(d, i),
                sg_mend_sayers(d, i, s->first), sg_mend_closing(d, i, s);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++) sg_mend_short_form(d, i), sg_mend_apposed(d, i, s);
    for (uint32_t i = s->first + 2; i + 2 < stop; i++) sg_mend_among(d, i, stop);
    for (uint32_t i = s->first; i + 2 < stop; i++)
        if (d->toks[i + 1].upos == SG_POS_ADP) sg_mend_companion(d, i, s->first), sg_mend_second_doer(d, i + 1);
    for (uint32_t i = s->first + 1; i + 2 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CC)
            sg_mend_coupled(d, i), sg_mend_shared(d, i, s->first, stop), sg_mend_servants(d, i), sg_mend_both_folk(d, i);
    for (uint32_t i = s->first + 2; i + 2 < stop; i++)
        if (d->toks[i].upos == SG_POS_NOUN) sg_mend_shot_dead(d, i, stop);
    for (uint32_t i = s->first; i < stop; i++) sg_mend_copula(d, i);
    for (uint32_t i = s->first; i < stop; i++)
        if (d->toks[i].deprel == SG_DEP_OBL_AGENT) sg_mend_agentless(d, i, stop);
    for (uint32_t i = s->first + 3; i + 1 < stop; i++)
        if (is_by(d, i)) sg_mend_agent(d, s, i);
        else if (d->toks[i].deprel == SG_DEP_CASE) sg_mend_hands(d, i, s->first);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CASE)
            sg_mend_origin(d, i), sg_mend_seat(d, i), sg_mend_in_talks(d, i), sg_mend_removal(d, i),
                sg_mend_unchanged(d, i), sg_mend_blamed(d, i);
    for (uint32_t i = s->first + 1; i + 4 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_CASE) sg_mend_owners(d, i, stop);
    for (uint32_t i = s->first + 2; i + 1 < stop; i++)
        if (d->toks[i].deprel == SG_DEP_ADVMOD && (d->toks[i].bits & SG_FEAT_NEG)) sg_mend_excluded(d, i);
        else if (d->toks[i].deprel == SG_DEP_CC) sg_mend_rather(d, i);
    for (uint32_t i = s->first + 3; i < stop; i++) sg_mend_stranded(d, i, s);
    for (uint32_t i = s->first + 4; i < stop; i++)
        if (d->toks[i].upos == SG_POS_VERB) sg_mend_denier(d, i, s->first);
    for (uint32_t i = s->first + 1; i + 1 < stop; i++) sg_mend_not_so(d, i);
    for (uint32_t i = s->first; i + 2 < stop; i++) sg_mend_demand(d, i, s);
    for (uint32_t i = s->first + 4; i + 1 < stop; i++) sg_mend_gerund_pair(d, i, s);
    for (uint32_t i = s->first + 3; i + 2 < stop; i++) sg_mend_gap(d, i, s);
    for (uint32_t i = s->first + 4; i < stop; i++) sg_mend_done_too(d, i);
}

/* Does every word hang below the root? */
static bool is_tree(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first, t = i; i < s->first + s->count; t = ++i)
        for (uint32_t steps = 0; d->toks[t].head != NONE; t = d->toks[t].head)
            if (++steps > s->count) return false;
    return true;
}

/* Mends that disagree could hang two words on one another: such a sentence stays as it was. */
void sg_mend(sg_doc *d) {
    size_t longest = 0;
    for (size_t i = 0; i < d->sent_count; i++)
        if (d->sents[i].count > longest) longest = d->sents[i].count;
    bool some = false;
    for (size_t i = 0; i < d->sent_count; i++) some |= sg_mend_offices(d, &d->sents[i]);
    if (some) sg_children(d);
    sg_tok *before = (sg_tok *)sg_alloc_raw(d->arena, longest, sizeof *before);
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        memcpy(before, &d->toks[s->first], s->count * sizeof *before);
        mend_sentence(d, s);
        if (!is_tree(d, s)) memcpy(&d->toks[s->first], before, s->count * sizeof *before);
    }
    sg_children(d);
    for (uint32_t t = 0; t < d->tok_count; t++) sg_mend_common(d, t);
}
