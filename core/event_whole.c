/* event_whole.c: see event_in.h. The acts of one sentence beside each other: which of them say the same, and who takes
 * part in one by what another tells. */
#include "event_in.h"
#include "lands.h"
#include "likely.h"
#include "phrase.h"

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

/* "The truce took effect", "signed a truce": noun and verb tell one act. */
static bool is_truce_of_verb(const sg_reader *r, size_t at, size_t from, size_t kept) {
    static const char signing[] = "057";
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool subject = noun->deprel == SG_DEP_NSUBJ, paper = noun->deprel == SG_DEP_OBJ || noun->deprel == SG_DEP_NSUBJ_PASS;
    if (!is_truce(e) || noun->upos != SG_POS_NOUN || !(subject || paper)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *other = r->out->at[i];
        if ((i >= kept && i <= at) || other->actors.count < e->actors.count) continue;
        bool same = subject && !other->likely && same_word(other->type, e->type) && same_word(other->mode, e->mode);
        same |= paper && other->cameo && !strncmp(other->cameo, signing, sizeof signing - 1);
        if (same && other->head == noun->head) return true;
    }
    return false;
}

/* "A raid on a hospital in Sudan killed six": are those who were there of the land whose it was, or of none that is told? */
static bool are_of_one_land(const sg_reader *r, const sg_ids *place, const sg_ids *people) {
    const char *land = place->count ? r->d->ents[place->at[0]].country : NULL;
    bool one = land && people->count;
    for (size_t i = 0; i < place->count && one; i++) one = same_word(r->d->ents[place->at[i]].country, land);
    for (size_t i = 0; i < people->count && one; i++) {
        const char *whose = r->d->ents[people->at[i]].country;
        one = !whose || same_word(whose, land);
    }
    return one;
}

/* The same told by the noun, which names the deed where the verb only tells what came of it; on those whom it hit, unless
 * the noun has whose place that was: "a raid on a hospital". */
static void tell_by_noun(sg_reader *r, sg_ev *verb, const sg_ev *noun) {
    bool outcome = sg_kind_value(&tk(r, verb->head)->by_lemma, "outcome");
    if (!outcome || noun->likely || sg_likely_of(r->d, noun) <= sg_likely_of(r->d, verb)) return;
    const sg_ev told = *verb;
    *verb = *noun;
    if (may_be_same(r, &told.recipients, &noun->recipients)) verb->recipients = told.recipients;
    if (told.actors.count) verb->actors = told.actors;
    if (told.time != NONE) verb->time = told.time;
    verb->realis = told.realis, verb->source = told.source;
    sg_because(r, verb, "recipient", NULL, "party: whom the deed hit", told.first, told.last);
}

/* "A Turkish raid killed six": what the subject names is the deed that the verb tells, with those to whom it was done. */
static bool is_told_by_outcome(sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool force = e->type && !strcmp(e->type, "ASSAULT") && noun->upos == SG_POS_NOUN;
    if (!force || noun->deprel != SG_DEP_NSUBJ) return false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *verb = r->out->at[i];
        if (verb->head != noun->head || !same_word(verb->type, e->type) || !verb->recipients.count) continue;
        if (verb->actors.count < e->actors.count && e->actors.count) continue;
        if (e->likely && !e->actors.count) return true; /* "bombs at a market kill dozens" */
        bool same =
            may_be_same(r, &e->recipients, &verb->recipients) || are_of_one_land(r, &e->recipients, &verb->recipients);
        if (same && may_be_same(r, &e->actors, &verb->actors)) return tell_by_noun(r, verb, e), true;
    }
    return false;
}

/* "A petition asks the government to close it": what the subject is told to be, its verb says with the same addressee. */
static bool is_asked_by_verb(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool asks = same_word(e->type, "REQUEST") && noun->upos == SG_POS_NOUN && noun->deprel == SG_DEP_NSUBJ;
    for (size_t i = from; i < r->out->count && asks; i++) {
        const sg_ev *verb = r->out->at[i];
        bool over = verb->head == noun->head && same_word(verb->type, e->type) && verb->recipients.count;
        if (!over || !may_be_same(r, &e->actors, &verb->actors)) continue;
        if (may_be_same(r, &e->recipients, &verb->recipients)) return true;
    }
    return false;
}

/* "Shelling by troops killed six": what the gerund names is the deed, and the verb tells no more than what came of it. */
static bool is_outcome_of_gerund(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool outcome = same_word(e->type, "ASSAULT") && sg_kind_value(&tk(r, e->head)->by_lemma, "outcome");
    for (size_t i = from; i < r->out->count && outcome; i++) {
        sg_ev *deed = r->out->at[i];
        const sg_tok *g = tk(r, deed->head);
        bool subject = g->upos == SG_POS_VERB && g->deprel == SG_DEP_CSUBJ && g->head == e->head;
        if (!subject || !same_word(deed->type, e->type) || !may_be_same(r, &deed->actors, &e->actors)) continue;
        deed->recipients = e->recipients;
        if (!deed->actors.count) deed->actors = e->actors;
        return true;
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

/* A gerund that no word ties to its clause and that has no helper: ", killing six". */
static bool is_loose_gerund(const sg_reader *r, uint32_t t) {
    uint32_t bits = tk(r, t)->bits;
    if (!(bits & SG_FEAT_GER) && !((bits & SG_FEAT_PART) && (bits & SG_FEAT_PRES))) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE && c < t; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool tied = rel == SG_DEP_AUX || rel == SG_DEP_MARK || rel == SG_DEP_CASE || rel == SG_DEP_DET;
        if (tied || rel == SG_DEP_NSUBJ || rel == SG_DEP_NMOD_POSS) return false;
    }
    return true;
}

/* "Looting shops and killing patients": two deeds side by side, each with those to whom it is done. */
static bool are_deeds_beside(const sg_reader *r, const sg_ev *deed, const sg_ev *e) {
    uint32_t a = deed->head, b = e->head;
    if (!is_loose_gerund(r, a) || !e->recipients.count) return false;
    bool things = false; /* shops, whose they are nobody tells */
    for (uint32_t c = same_word(deed->mode, "destroy") ? tk(r, a)->child : NONE; c != NONE; c = tk(r, c)->next)
        things |= tk(r, c)->deprel == SG_DEP_OBJ;
    if (!deed->recipients.count && !things) return false;
    bool joined = tk(r, b)->head == a || tk(r, a)->head == tk(r, b)->head;
    bool and = joined && tk(r, b)->deprel == SG_DEP_CONJ && b > a;
    return and && (!deed->recipients.count || !may_be_same(r, &deed->recipients, &e->recipients));
}

/* "Shelled the town, killing six", "six were killed and ten wounded": what became of the people is no deed of its own. The
 * deed takes them where it names nobody to whom it was done. */
static bool is_outcome_of_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool outcome = same_word(e->type, "ASSAULT") && sg_kind_value(&tk(r, e->head)->by_lemma, "outcome");
    bool gerund = outcome && is_loose_gerund(r, e->head), joined = outcome && tk(r, e->head)->deprel == SG_DEP_CONJ;
    if (!gerund && !joined) return false;
    sg_ev *deed = NULL;
    bool beside = false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *other = r->out->at[i];
        if (!same_word(other->type, e->type) || other->head >= e->head) continue;
        if (!are_same(r, &other->actors, &e->actors)) continue;
        bool peer = gerund || (other->head == tk(r, e->head)->head && are_same(r, &other->recipients, &e->recipients) &&
                               sg_kind_value(&tk(r, other->head)->by_lemma, "outcome"));
        bool other_deed = are_deeds_beside(r, other, e);
        beside |= other_deed;
        if (!other_deed && peer && (!deed || other->head > deed->head)) deed = other;
    }
    if (beside && deed && deed->likely) return false; /* "swept into the town, looting shops and killing patients" */
    bool mutual = deed && (deed->reciprocal || deed->actors.count > 1); /* "traded fire, killing six" */
    if (deed && !mutual && !deed->recipients.count) {
        deed->recipients = e->recipients;
        sg_drop_common(r, &deed->recipients, &deed->actors);
    }
    return deed != NULL;
}

/* "Fired on the tower, setting its upper floors ablaze": what became of the place that was struck. */
static bool is_ruin_of_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool ruin = same_word(e->type, "ASSAULT") && sg_kind_value(&tk(r, e->head)->by_lemma, "ruins");
    if (!ruin || !is_loose_gerund(r, e->head)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *deed = r->out->at[i];
        if (i == at || !same_word(deed->type, e->type) || deed->head >= e->head || deed->realis != e->realis) continue;
        if (are_same(r, &deed->actors, &e->actors) && are_same(r, &deed->recipients, &e->recipients)) return true;
    }
    return false;
}

/* "Shelled the town, forcing doctors to leave": what the deed brought about is no further deed of those who did it. */
static bool is_forced_by_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool forced = e->type && e->realis == SG_ACTUAL && sg_kind_value(&tk(r, e->head)->by_lemma, "consequence");
    if (!forced || !is_loose_gerund(r, e->head)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *deed = r->out->at[i];
        if (same_word(deed->type, "ASSAULT") && deed->head < e->head) return true;
    }
    return false;
}

/* "Shelled the town in the worst attack since May", "filled the square, the largest rally of the year": a noun that holds
 * what the sentence has told against others of its kind, and what stands in its phrase. */
static bool is_held_against_others(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    uint32_t noun = e->head;
    bool best = false;
    for (int up = 0; up < 3 && noun != NONE && tk(r, noun)->upos == SG_POS_NOUN && !best; up++) {
        for (uint32_t c = tk(r, noun)->child; c != NONE && c < noun; c = tk(r, c)->next)
            best |= tk(r, c)->deprel == SG_DEP_AMOD && tk(r, c)->feats && strstr(tk(r, c)->feats, "Degree=Sup");
        if (!best) noun = tk(r, noun)->head;
    }
    bool violent = e->type && sg_list_has("ASSAULT|PROTEST", sg_str_of(e->type));
    if (!best || !violent || e->actors.count) return false;
    for (size_t i = from; i < r->out->count; i++)
        if (same_word(r->out->at[i]->type, e->type) && r->out->at[i]->head < noun) return true;
    return false;
}

/* The clause with "when" under the verb in which a word stands; NONE. */
static uint32_t clause_of_time(const sg_reader *r, uint32_t t, uint32_t verb) {
    enum { UP = 6 };
    for (int i = 0; i < UP && t != NONE && t != verb; i++, t = tk(r, t)->head)
        if (tk(r, t)->deprel == SG_DEP_ADVCL && tk(r, t)->head == verb) break;
    if (t == NONE || t == verb || tk(r, t)->deprel != SG_DEP_ADVCL || tk(r, t)->head != verb) return NONE;
    for (uint32_t c = tk(r, t)->child; c != NONE && c < t; c = tk(r, c)->next)
        if (sg_word(r->d, c, "opens deed")) return t;
    return NONE;
}

/* "Six were killed when a mine went off": the deed is what the clause tells, and they are to whom it was done. */
static bool is_outcome_of_clause(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool outcome = same_word(e->type, "ASSAULT") && sg_kind_value(&tk(r, e->head)->by_lemma, "outcome");
    if (!outcome || !e->recipients.count || !sg_is_passive(r->d, e->head)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *deed = r->out->at[i];
        if (deed == e || !same_word(deed->type, e->type) || deed->realis != e->realis || deed->background) continue;
        uint32_t clause = clause_of_time(r, deed->head, e->head);
        bool told = clause != NONE && (clause == deed->head || tk(r, deed->head)->head == clause);
        if (!told || !may_be_same(r, &deed->actors, &e->actors)) continue;
        if (sg_kind_value(&tk(r, deed->head)->by_lemma, "outcome")) continue;
        deed->recipients = e->recipients;
        if (!deed->actors.count) deed->actors = e->actors;
        return true;
    }
    return false;
}

/* "A series of attacks that killed six": what the clause behind the noun tells of the same people is the noun's own deed, on
 * the day that the clause gives. */
static bool is_outcome_behind_noun(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *verb = tk(r, e->head);
    bool outcome = same_word(e->type, "ASSAULT") && sg_kind_value(&verb->by_lemma, "outcome");
    if (!outcome || verb->deprel != SG_DEP_ACL_RELCL || sg_is_passive(r->d, e->head)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *noun = r->out->at[i];
        bool over = noun->head == verb->head || (tk(r, noun->head)->head == verb->head && noun->head < e->head);
        if (noun == e || !over || !same_word(noun->type, e->type) || tk(r, noun->head)->upos != SG_POS_NOUN) continue;
        if (!may_be_same(r, &noun->actors, &e->actors) || !may_be_same(r, &noun->recipients, &e->recipients)) continue;
        if (!noun->recipients.count) noun->recipients = e->recipients;
        sg_raise(&noun->realis, e->realis);
        return true;
    }
    return false;
}

/* "The raid bears the hallmarks of Y": of the deed no more is told than that it is laid to Y, who did not suffer it. */
static bool is_laid_by_its_looks(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool deed = same_word(e->type, "ASSAULT") && noun->upos == SG_POS_NOUN && noun->deprel == SG_DEP_NSUBJ;
    for (size_t i = from; i < r->out->count && deed && !e->actors.count; i++) {
        const sg_ev *blame = r->out->at[i];
        if (blame->head != noun->head || !same_word(blame->type, "ACCUSE") || !blame->recipients.count) continue;
        if (are_same(r, &blame->recipients, &e->recipients)) return true;
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

/* Are they of the lands that take part in the act, on whichever side? */
static bool all_take_part(const sg_reader *r, const sg_ids *some, const sg_ev *in) {
    enum { MOST = 30 };
    for (size_t i = 0; i < some->count && i < MOST; i++) {
        const char *land = r->d->ents[some->at[i]].country;
        bool found = false;
        for (size_t k = 0; k < in->actors.count && !found; k++)
            found = same_word(land, r->d->ents[in->actors.at[k]].country);
        for (size_t k = 0; k < in->recipients.count && !found; k++)
            found = same_word(land, r->d->ents[in->recipients.at[k]].country);
        if (!land || !found) return false;
    }
    return true;
}

/* "Killed by a car bomb in Basra": what did it is the thing behind the passive, and no second deed at the town. */
static bool is_thing_that_did_it(const sg_reader *r, const sg_ev *e, const sg_ev *verb) {
    if (!sg_is_passive(r->d, verb->head) || !same_word(e->type, "ASSAULT") || e->actors.count) return false;
    bool by = tk(r, e->head)->deprel == SG_DEP_OBL_AGENT || has_case(r, e->head, "by", NULL);
    return by && all_take_part(r, &e->recipients, verb);
}

/* "Killed in a Turkish raid", "died in the blast", "placed under house arrest": the noun in the verb's own phrase names
 * again what the verb has told of the same doer, or of those to whom it was done. */
static bool is_named_again(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool force = e->type && sg_list_has("ASSAULT|COERCE", sg_str_of(e->type)) && noun->upos == SG_POS_NOUN;
    if (!force || (noun->deprel != SG_DEP_OBL && noun->deprel != SG_DEP_OBL_AGENT)) return false;
    bool seized = !strcmp(e->type, "COERCE");
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *verb = r->out->at[i];
        if (verb->head != noun->head || !same_word(verb->type, e->type) || !verb->recipients.count) continue;
        bool doer = verb->actors.count && e->actors.count && may_be_same(r, &e->actors, &verb->actors);
        if (doer && sg_is_passive(r->d, noun->head)) return true;
        if (is_thing_that_did_it(r, e, verb)) return true;
        bool nobody = !e->actors.count && !(seized && verb->actors.count);
        if (nobody && are_same(r, &e->recipients, &verb->recipients)) return true;
    }
    return false;
}

/* "Released from custody", "his release from house arrest": that those were held, the word that frees them has told. */
static bool is_end_of_hold(const sg_reader *r, size_t at) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool held = same_word(e->type, "COERCE") && same_word(e->mode, "arrest") && noun->upos == SG_POS_NOUN;
    if (!held || noun->head == NONE || e->actors.count || !has_case(r, e->head, "from", NULL)) return false;
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, noun->head), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[A_TYPE], "RETREAT")) return true;
    return false;
}

/* "Declared a state of emergency after the flood": help is brought by it, and nobody held down. */
static bool is_emergency_of_disaster(const sg_reader *r, size_t at) {
    const sg_ev *e = r->out->at[at];
    const sg_sent *s = &r->d->sents[tk(r, e->head)->sent];
    bool calamity = false;
    if (!same_word(e->type, "COERCE") || !same_word(e->mode, "martial-law")) return false;
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (sg_in_class(r->d, t, SG_LIT("protest"))) return false;
        bool noun = tk(r, t)->upos == SG_POS_NOUN || tk(r, t)->upos == SG_POS_PROPN; /* "storm", but not "stormed" */
        calamity |= noun && sg_in_class(r->d, t, SG_LIT("calamity"));
    }
    return calamity;
}

/* "Held back a loan", "a grant was withheld": what is kept from somebody nobody has given him. */
static bool is_held_back(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool object = noun->upos == SG_POS_NOUN && (noun->deprel == SG_DEP_OBJ || noun->deprel == SG_DEP_NSUBJ_PASS);
    for (size_t i = from; object && same_word(e->type, "AID") && i < r->out->count; i++)
        if (r->out->at[i]->head == noun->head && same_word(r->out->at[i]->type, "SANCTION")) return true;
    return false;
}

/* "A visit by X to Y is scheduled for May": the meeting that the verb says is to be has not been. */
static bool is_yet_to_be(const sg_reader *r, size_t at, size_t from) {
    enum { UP = 2 };
    const sg_ev *e = r->out->at[at];
    uint32_t t = e->head;
    if (!same_word(e->type, "CONSULT") || tk(r, t)->upos != SG_POS_NOUN) return false;
    for (int n = 0; n < UP && tk(r, t)->deprel == SG_DEP_NMOD && tk(r, t)->head != NONE; n++)
        t = tk(r, t)->head; /* "the third round of talks" */
    if (tk(r, t)->deprel != SG_DEP_NSUBJ_PASS) return false;
    for (size_t i = from; i < r->out->count; i++)
        if (r->out->at[i]->head == tk(r, t)->head && same_word(r->out->at[i]->type, "AGREE")) return true;
    return false;
}

/* "Marched to protest the killing": the aim of a protest is the same one, and tells against whom. */
static bool is_aim_of_protest(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *verb = tk(r, e->head);
    bool aim = verb->deprel == SG_DEP_XCOMP || verb->deprel == SG_DEP_ADVCL;
    if (!aim || !same_word(e->type, "PROTEST") || verb->upos != SG_POS_VERB || !(verb->bits & SG_FEAT_INF)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *over = r->out->at[i];
        if (over->head != verb->head || !same_word(over->type, "PROTEST") || !are_same(r, &over->actors, &e->actors)) continue;
        if (!over->recipients.count) over->recipients = e->recipients;
        return true;
    }
    return false;
}

/* "Named a panel to look into the deaths": the verb that sets up who is to inquire tells no second inquiry. */
static bool is_set_up_to_inquire(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!same_word(e->type, "ACCUSE") || !same_word(e->mode, "investigate") || tk(r, e->head)->upos != SG_POS_VERB)
        return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *in = r->out->at[i];
        uint32_t over = i == at || in->head < e->head ? NONE : tk(r, in->head)->head;
        bool same = same_word(in->type, e->type) && same_word(in->mode, e->mode) && tk(r, in->head)->upos == SG_POS_VERB;
        if (!same || over == NONE || !may_be_same(r, &in->actors, &e->actors)) continue;
        if (over == e->head || (tk(r, over)->head == e->head && tk(r, over)->deprel == SG_DEP_OBJ)) return true;
    }
    return false;
}

/* "With visiting President X", which parsers take for a clause. */
static bool is_guests_word(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->deprel == SG_DEP_AMOD) return true;
    bool with = false;
    for (uint32_t c = tk(r, t)->deprel == SG_DEP_ADVCL ? tk(r, t)->child : NONE; c != NONE; c = tk(r, c)->next)
        with |= tk(r, c)->deprel == SG_DEP_MARK && sg_eqz(tk(r, c)->key, "with");
    return with;
}

/* Does the word stand in the verb's own phrases, and in no clause joined to it? */
static bool is_in_phrase_of(const sg_reader *r, uint32_t t, uint32_t verb) {
    enum { UP = 6 };
    for (size_t i = 0; i < UP && t != NONE && t != verb; i++) {
        uint8_t rel = tk(r, t)->deprel;
        bool phrase = rel == SG_DEP_OBL || rel == SG_DEP_OBJ || rel == SG_DEP_NMOD || rel == SG_DEP_COMPOUND;
        if (!phrase && !is_guests_word(r, t)) return false;
        t = tk(r, t)->head;
    }
    return t == verb;
}

/* "Met with visiting President X", "was in Lima on a visit": a word in the verb's own phrases that names the same coming
 * together of the same lands once more. */
static bool is_met_again(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool held = tk(r, e->head)->upos == SG_POS_VERB && tk(r, e->head)->deprel == SG_DEP_ACL; /* "a call held with X" */
    bool inner = tk(r, e->head)->upos == SG_POS_NOUN || is_guests_word(r, e->head) || held;
    uint32_t word = held ? tk(r, e->head)->head : e->head;
    if (held && word != NONE && tk(r, word)->deprel == SG_DEP_NMOD && sg_is_subject(tk(r, tk(r, word)->head)))
        word = tk(r, word)->head; /* "the premier, in a call held with X, discussed" */
    if (!same_word(e->type, "CONSULT") || !inner || word == NONE || !(e->actors.count + e->recipients.count)) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        uint32_t top = verb->head, up = tk(r, top)->head;
        if (i == at || !same_word(verb->type, e->type) || verb->realis != e->realis || verb->likely) continue;
        if (tk(r, top)->upos == SG_POS_AUX && up != NONE) top = up;
        bool subject = held && sg_is_subject(tk(r, word)) && tk(r, word)->head == top;
        if (tk(r, verb->head)->upos == SG_POS_NOUN || top == e->head) continue;
        if (!subject && !is_in_phrase_of(r, word, top)) continue;
        if (all_take_part(r, &e->actors, verb) && all_take_part(r, &e->recipients, verb)) return true;
    }
    return false;
}

/* "Is on alert", "are on trial": copula and noun tell one act. */
static bool is_told_by_copula(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!e->type || tk(r, e->head)->upos != SG_POS_NOUN) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        const sg_tok *word = tk(r, verb->head);
        bool over = word->upos == SG_POS_AUX && word->head == e->head;
        over |= i != at && sg_word(r->d, verb->head, "copula") && is_in_phrase_of(r, e->head, verb->head);
        if (over && same_word(verb->type, e->type) && may_be_same(r, &e->actors, &verb->actors)) return true;
    }
    return false;
}

/* "The embargo ordered by the Council": a participle after its noun that tells of the same act, and of nobody else. */
static bool is_participle_of_named(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *word = tk(r, e->head);
    if (!e->type || word->deprel != SG_DEP_ACL || word->upos != SG_POS_VERB) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *noun = r->out->at[i];
        if (i == at || noun->head != word->head || !same_word(noun->type, e->type)) continue;
        if (are_same(r, &noun->actors, &e->actors) && are_same(r, &noun->recipients, &e->recipients)) return true;
    }
    return false;
}

/* "A bomb planted by rebels killed six": the participle behind what did it tells by whom, which the verb then knows, and no
 * deed of its own. */
static bool is_told_of_its_means(sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *word = tk(r, e->head);
    bool deed = same_word(e->type, "ASSAULT") || (same_word(e->type, "MOBILIZE") && same_word(e->mode, "weapons"));
    deed |= same_word(e->type, "PROTEST") && same_word(e->mode, "riot"); /* "a bomb thrown by a student" */
    if (!deed || word->deprel != SG_DEP_ACL || word->upos != SG_POS_VERB || !e->actors.count) return false;
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *verb = r->out->at[i];
        bool does = i != at && tk(r, word->head)->head == verb->head && tk(r, word->head)->deprel == SG_DEP_NSUBJ;
        if (!does || !same_word(verb->type, "ASSAULT") || verb->realis != e->realis) continue;
        if (!verb->actors.count) sg_add_all(r, &verb->actors, &e->actors);
        if (are_same(r, &verb->actors, &e->actors)) return true;
    }
    return false;
}

/* "Went on strike over pay", "are on strike", "lobbed teargas shells": the noun in the verb's own phrase, or above its
 * copula, says by what means the same people do it. */
static bool is_means_of_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    /* "lobbed tear gas into a church": the network, which takes the noun for an attack, has no mode for it */
    bool gas = same_word(e->type, "ASSAULT") && sg_list_has(e->mode ? e->mode : "crowd-control", SG_LIT("crowd-control"));
    if (!(gas || same_word(e->type, "PROTEST")) || tk(r, e->head)->upos != SG_POS_NOUN) return false;
    uint32_t means = e->head; /* "with batons, tear gas and water cannon" */
    while (tk(r, means)->deprel == SG_DEP_CONJ && tk(r, means)->head != NONE) means = tk(r, means)->head;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        const sg_tok *word = tk(r, verb->head);
        bool told = i != at && same_word(verb->type, e->type) && verb->realis == e->realis && !verb->likely;
        const char *mode = gas && !e->mode ? "crowd-control" : e->mode;
        if (!told || !same_word(verb->mode, mode) || !may_be_same(r, &e->actors, &verb->actors)) continue;
        /* a broken tree may hang both on one noun */
        bool beside = word->deprel == SG_DEP_AMOD && word->head == tk(r, e->head)->head;
        if (word->upos == SG_POS_VERB && (beside || is_in_phrase_of(r, means, verb->head))) return true;
    }
    return false;
}

/* "A plane with medical supplies from Chad landed in Togo": goods in the phrase of a deed of help between the same two. */
static bool are_its_goods(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!same_word(e->type, "AID") || tk(r, e->head)->upos != SG_POS_NOUN || !e->actors.count) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        bool told = i != at && same_word(verb->type, e->type) && verb->realis == e->realis && !verb->likely;
        if (!told || tk(r, verb->head)->upos != SG_POS_VERB || !sg_below(r, e->head, verb->head, NONE)) continue;
        if (all_take_part(r, &e->actors, verb) && all_take_part(r, &e->recipients, verb)) return true;
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
        bool one_side = !other->recipients.count || !e->recipients.count; /* "agreed to stop and to free Y's men" */
        if (!are_same(r, &other->actors, &e->actors)) continue;
        if (!one_side && !are_same(r, &other->recipients, &e->recipients)) continue;
        sg_ev **end = &other->content;
        while (*end && *end != e->content) end = &(*end)->next;
        if (!*end) *end = e->content;
        join_modes(r, other, e->mode);
        return true;
    }
    return false;
}

/* "Signed a decree banning the party": that he signed it is told by what the decree does. */
static bool is_told_by_law(const sg_reader *r, size_t at, size_t from) {
    enum { DEEP = 4 };
    const sg_ev *e = r->out->at[at];
    bool made = e->type && sg_list_has("SUPPORT|COERCE", sg_str_of(e->type)) && sg_word(r->d, e->head, "makes law");
    uint32_t law = made ? tk(r, e->head)->child : NONE;
    while (law != NONE && (tk(r, law)->deprel != SG_DEP_OBJ || !sg_makes_law(r->d, law))) law = tk(r, law)->next;
    for (size_t i = from; i < r->out->count && law != NONE; i++) {
        const sg_ev *other = r->out->at[i];
        bool within = other->type && other->head != law && sg_is_below(r->d, other->head, law, DEEP);
        if (within && other->actors.count && may_be_same(r, &other->actors, &e->actors)) return true;
    }
    return false;
}

/* "Called the move a provocation", "called it unfair": what the word behind the object says of it, the verb has told. */
static bool is_called_so(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *noun = tk(r, e->head);
    bool predicate = noun->upos == SG_POS_NOUN || noun->upos == SG_POS_ADJ;
    if (!e->type || !predicate || noun->deprel != SG_DEP_XCOMP) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        bool told = i != at && verb->head == noun->head && same_word(verb->type, e->type) && same_word(verb->mode, e->mode);
        told &= !verb->likely || noun->upos == SG_POS_NOUN; /* "stands ready": the adjective tells more than the verb */
        if (told && may_be_same(r, &e->actors, &verb->actors)) return true;
    }
    return false;
}

/* "Found six officers guilty": what the adjective under the verb says of them, the verb has told. */
static bool is_said_by_verb(const sg_reader *r, size_t at, size_t from) {
    enum { DEEP = 4 };
    const sg_ev *e = r->out->at[at];
    bool adjective = e->type && tk(r, e->head)->upos == SG_POS_ADJ;
    for (uint32_t c = tk(r, e->head)->child; c != NONE && adjective; c = tk(r, c)->next)
        adjective = tk(r, c)->deprel != SG_DEP_NSUBJ; /* "whose envoy said that they were sorry": a clause of its own */
    for (size_t i = from; i < r->out->count && adjective; i++) {
        const sg_ev *verb = r->out->at[i];
        bool told = i != at && !verb->likely && tk(r, verb->head)->upos == SG_POS_VERB;
        if (!told || !same_word(verb->type, e->type)) continue;
        if (!same_word(verb->mode, e->mode) || !sg_is_below(r->d, e->head, verb->head, DEEP)) continue;
        if (may_be_same(r, &e->actors, &verb->actors) && may_be_same(r, &e->recipients, &verb->recipients)) return true;
    }
    return false;
}

/* "Was found not guilty": that he is no convict, the verb that lets him off has told. */
static bool is_told_by_acquittal(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool unsaid = same_word(e->type, "SANCTION") && e->realis == SG_NEGATED && tk(r, e->head)->deprel == SG_DEP_XCOMP;
    for (size_t i = from; i < r->out->count && unsaid; i++)
        if (r->out->at[i]->head == tk(r, e->head)->head && same_word(r->out->at[i]->type, "CONCEDE")) return true;
    return false;
}

/* Do the two verbs stand side by side, with nothing between them that only the first one governs? */
static bool are_side_by_side(const sg_reader *r, uint32_t first, uint32_t second) {
    for (uint32_t t = first + 1; t < second; t++) {
        uint8_t pos = tk(r, t)->upos;
        if (pos != SG_POS_CCONJ && pos != SG_POS_ADV && pos != SG_POS_AUX && pos != SG_POS_PUNCT) return false;
    }
    return true;
}

/* Is it another deed than the other, by their modes? Of two blows either may be the means; who is taken away is not hit. */
static bool is_of_other_mode(const sg_ev *e, const sg_ev *other) {
    static const char apart[] = "abduct";
    if (same_word(e->type, "ASSAULT") && !same_word(e->mode, apart) && !same_word(other->mode, apart)) return false;
    return (e->mode || other->mode) && !same_word(e->mode, other->mode);
}

/* "Torched and bulldozed three villages": two verbs of one kind on the same object are one deed. */
static bool shares_object_of_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    const sg_tok *word = tk(r, e->head);
    if (!e->type || word->deprel != SG_DEP_CONJ || word->upos != SG_POS_VERB) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *other = r->out->at[i];
        if (other->head != word->head || !same_word(other->type, e->type) || other->realis != e->realis) continue;
        if (!are_same(r, &other->actors, &e->actors) || !are_same(r, &other->recipients, &e->recipients)) continue;
        if (!is_of_other_mode(e, other) && are_side_by_side(r, other->head, e->head)) return true;
    }
    return false;
}

/* "Wrote to Y asking for help": of a letter what it says is the act, where that is told under the verb. */
static bool is_told_by_letter(const sg_reader *r, size_t at, size_t from) {
    enum { DEEP = 3 };
    const sg_ev *e = r->out->at[at];
    if (!same_word(e->type, "CONSULT") || !sg_word(r->d, e->head, "by letter")) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *said = r->out->at[i];
        bool within = i != at && said->type && sg_is_below(r->d, said->head, e->head, DEEP);
        if (within && said->actors.count && are_same(r, &said->actors, &e->actors)) return true;
    }
    return false;
}

/* "A third round of talks": the phrase holds the noun that tells the same of the same people. */
static bool is_round_of_told(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!e->type || tk(r, e->head)->upos != SG_POS_NOUN) return false; /* "put to sea" */
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *noun = r->out->at[i];
        bool within = i != at && noun->head != e->head && e->first < noun->head && noun->head <= e->last;
        if (within && same_word(noun->type, e->type) && are_same(r, &noun->actors, &e->actors)) return true;
    }
    return false;
}

/* "Flew to Lome for an hour of talks with Y": the visit is told, and the talks that it was for name one side alone. */
static bool is_aim_of_visit(const sg_reader *r, size_t at, size_t from) {
    enum { DEEP = 3 };
    const sg_ev *e = r->out->at[at];
    bool noun = same_word(e->type, "CONSULT") && !e->mode && tk(r, e->head)->upos == SG_POS_NOUN;
    if (!noun || (e->actors.count > 0) + (e->recipients.count > 0) != 1) return false;
    const sg_ids *side = e->actors.count ? &e->actors : &e->recipients;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *visit = r->out->at[i];
        if (i == at || !same_word(visit->type, "CONSULT") || !same_word(visit->mode, "visit")) continue;
        uint32_t top = e->head;
        for (int n = 0; n < DEEP && tk(r, top)->deprel == SG_DEP_NMOD && tk(r, top)->head != NONE; n++) top = tk(r, top)->head;
        bool aim = tk(r, top)->head == visit->head && sg_eqz(sg_case_of(r->d, top), "for");
        if (aim && visit->actors.count && !may_be_same(r, side, &visit->actors)) return true;
    }
    return false;
}

/* "Sixty died in attacks by gunmen", "went on trial": where a phrase of the verb names the act, with the same people on
 * both sides, the verb tells no second one. */
static bool is_named_in_phrase(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    bool verb = e->type && sg_list_has("ASSAULT|ACCUSE", sg_str_of(e->type)) && tk(r, e->head)->upos == SG_POS_VERB;
    for (size_t i = from; verb && i < r->out->count; i++) {
        const sg_ev *noun = r->out->at[i];
        const sg_tok *k = tk(r, noun->head);
        sg_str prep = sg_case_of(r->d, noun->head);
        bool within = k->upos == SG_POS_NOUN && k->deprel == SG_DEP_OBL && k->head == e->head && prep.n;
        if (!within || !sg_list_has("in|on|during", prep) || !same_word(noun->type, e->type)) continue;
        bool same = noun->realis == e->realis && are_same(r, &noun->actors, &e->actors);
        if (same && are_same(r, &noun->recipients, &e->recipients) && !is_named_again(r, i, from) &&
            !is_told_by_copula(r, i, from))
            return true;
    }
    return false;
}

/* "Dismissed charges that it had shelled the town": the deed is denied, and that tells all that is said of the charge. */
static bool is_told_by_denial(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!e->type || !sg_list_has("REJECT|ACCUSE", sg_str_of(e->type))) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *deed = r->out->at[i];
        uint32_t word = tk(r, deed->head)->head;
        const char *how = word == NONE || tk(r, word)->deprel != SG_DEP_OBJ ? NULL : sg_word(r->d, word, "denied");
        if (!how || strcmp(how, "word") != 0 || deed->realis != SG_DENIED || !deed->type) continue;
        bool its = tk(r, word)->head == e->head || (word == e->head && e->realis == SG_DENIED);
        if (its && sg_list_has("ASSAULT|COERCE|MOBILIZE|AID", sg_str_of(deed->type))) return true;
    }
    return false;
}

/* "The raids that Chad launched": does the clause tell who did what the noun tells? Not "raids that killed ten", "raids in
 * which ten died". */
static bool tells_who_did(const sg_reader *r, uint32_t clause) {
    uint32_t who = tk(r, clause)->deprel == SG_DEP_ACL_RELCL ? sg_own_subject(r, clause) : NONE;
    if (who == NONE || (tk(r, who)->bits & SG_FEAT_REL) || who == tk(r, clause)->head) return false;
    for (uint32_t c = tk(r, clause)->child; c != NONE; c = tk(r, c)->next)
        if ((tk(r, c)->bits & SG_FEAT_REL) && tk(r, c)->deprel != SG_DEP_OBJ) return false;
    return true;
}

/* "Condemned the raids that Chad launched on Niger": the clause tells the same of the same people. */
static bool is_told_by_its_clause(const sg_reader *r, size_t at, size_t from) {
    const sg_ev *e = r->out->at[at];
    if (!e->type || tk(r, e->head)->upos != SG_POS_NOUN || !e->actors.count) return false;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *verb = r->out->at[i];
        bool same = same_word(verb->type, e->type) && tk(r, verb->head)->head == e->head;
        if (same && tells_who_did(r, verb->head) && are_same(r, &verb->actors, &e->actors)) return true;
    }
    return false;
}

void sg_drop_doubles(sg_reader *r, size_t from) {
    size_t n = from;
    for (size_t i = from; i < r->out->count; i++) {
        if (is_joined_to_its_like(r, i, from, n) || is_told_before(r, i) || is_end_of_hold(r, i)) continue;
        if (is_set_up_to_inquire(r, i, from) || is_emergency_of_disaster(r, i) || is_held_back(r, i, from)) continue;
        if (is_yet_to_be(r, i, from) || is_aim_of_protest(r, i, from)) continue;
        bool twice = (r->out->at[i]->likely && is_double(r, i, from, n)) || is_named_again(r, i, from) ||
                     is_told_by_outcome(r, i, from) || is_outcome_of_gerund(r, i, from) || is_asked_by_verb(r, i, from) ||
                     is_outcome_of_told(r, i, from) || is_outcome_of_clause(r, i, from) ||
                     is_outcome_behind_noun(r, i, from) || is_laid_by_its_looks(r, i, from) ||
                     is_ruin_of_told(r, i, from) || is_forced_by_told(r, i, from) || is_held_against_others(r, i, from) ||
                     is_met_again(r, i, from) || are_its_goods(r, i, from) || is_means_of_told(r, i, from) ||
                     is_told_by_law(r, i, from) || is_said_by_verb(r, i, from) || is_told_by_acquittal(r, i, from) ||
                     shares_object_of_told(r, i, from) || is_told_by_letter(r, i, from) || is_told_by_denial(r, i, from) ||
                     is_told_by_its_clause(r, i, from) || is_told_by_copula(r, i, from) ||
                     is_participle_of_named(r, i, from) || is_told_of_its_means(r, i, from) ||
                     is_round_of_told(r, i, from) || is_aim_of_visit(r, i, from) || is_called_so(r, i, from) ||
                     is_named_in_phrase(r, i, from);
        if (!twice && !is_echo(r, i, from, n) && !is_truce_of_verb(r, i, from, n)) r->out->at[n++] = r->out->at[i];
    }
    r->out->count = n;
}

/* "Called the bombing in Kabul a crime": whom a deed struck is not accused of it, nor is the ground on which it was done. */
static void clear_sufferers(sg_reader *r, sg_ev *e, const sg_ev *deed) {
    sg_ids kept = {0}; /* the list may be another act's too */
    for (size_t i = 0; i < e->recipients.count; i++) {
        uint32_t who = r->d->ents[e->recipients.at[i]].head;
        bool object = who != NONE && tk(r, who)->head == e->head; /* "charged the paper with spying" */
        bool struck = who != NONE && !object && sg_is_locative(r->d, who) && sg_below(r, who, deed->head, NONE);
        for (size_t k = 0; k < deed->recipients.count && !object; k++)
            struck |= r->d->ents[deed->recipients.at[k]].head == who;
        if (!struck) *SG_PUSH(r->a, kept.at, kept.count, kept.cap) = e->recipients.at[i];
    }
    if (kept.count < e->recipients.count) e->recipients = kept;
}

void sg_clear_sufferers(sg_reader *r, size_t from) {
    static const char harm[] = "ASSAULT|COERCE";
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        if (!e->type || strcmp(e->type, "ACCUSE") != 0 || e->reciprocal) continue;
        for (size_t k = from; k < r->out->count; k++) {
            const sg_ev *deed = r->out->at[k];
            bool harms = k != i && deed->type && sg_list_has(harm, sg_str_of(deed->type));
            bool within = harms && tk(r, deed->head)->upos == SG_POS_NOUN;
            if (within && sg_below(r, deed->head, e->head, NONE)) clear_sufferers(r, e, deed);
        }
    }
}

/* Two sides or more who did something together or against each other; NULL where it is no such act. */
static const sg_ids *sides_of(const sg_ev *e) {
    static const char deals[] = "AGREE|RETREAT|ASSAULT|SUPPORT|CONSULT|COOPERATE|CONCEDE";
    bool deal = e->type && sg_list_has(deals, sg_str_of(e->type));
    return deal && e->actors.count > 1 && (!e->recipients.count || e->reciprocal) ? &e->actors : NULL;
}

/* "A ceasefire took hold in Yemen": only the land on whose ground it holds, and nobody who keeps it. */
static bool is_on_ground(const sg_reader *r, const sg_ev *e) {
    const sg_ids *one = e->actors.count ? &e->actors : &e->recipients;
    const sg_ent *land = e->actors.count + e->recipients.count == 1 ? &r->d->ents[one->at[0]] : NULL;
    return land && sg_is_land(land) && land->head != NONE && sg_is_locative(r->d, land->head);
}

void sg_tell_truce(sg_reader *r, size_t from) {
    enum { BACK = 3, MOST = 40 };
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        bool ground = is_truce(e) && is_on_ground(r, e);
        if (!is_truce(e) || ((e->actors.count || e->recipients.count) && !ground)) continue;
        const sg_ids *sides = NULL, land = e->actors.count ? e->actors : e->recipients;
        for (size_t k = r->out->count, seen = 0; k-- > 0 && !sides && seen < MOST; seen++) {
            if (tk(r, e->head)->sent > tk(r, r->out->at[k]->head)->sent + BACK) break;
            sides = sides_of(r->out->at[k]);
        }
        if (!sides && (!ground || e->actors.count)) continue; /* else those who are of there */
        e->actors = e->recipients = (sg_ids){0};
        sg_add_all(r, &e->actors, sides ? sides : &land);
        e->reciprocal = sides != NULL;
        sg_because(r, e, "actor", NULL, "party: those who agreed on it", e->first, e->last);
    }
}

/* Does the verb tell that somebody speaks, by the tables: "said", "called for", "condemned"? */
bool sg_is_speech(const sg_reader *r, uint32_t verb) {
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
    if (sg_is_speech(r, verb)) return true;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_CONJ && tk(r, c)->upos == SG_POS_VERB && sg_is_speech(r, c)) return true;
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
    return within && sg_is_speech(r, verb) ? tk(r, verb)->head : verb;
}

/* Is it one person, who was himself where he is told to have come from? */
static bool is_person(const sg_reader *r, uint32_t t) {
    return tk(r, t)->ent_count == 1 && r->d->ents[tk(r, t)->ent].person;
}

void sg_tell_talker(sg_reader *r, size_t from) {
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

/* The verb in whose clause the deal stands that the participle tells of: "agreed under a truce brokered by Y"; NONE. */
static uint32_t dealing_verb(const sg_reader *r, uint32_t participle) {
    enum { UP = 5 };
    uint32_t t = tk(r, participle)->deprel == SG_DEP_ACL ? tk(r, participle)->head : NONE;
    if (t == NONE || !(sg_in_classes(r->d, t, SG_LIT("truce|deal|meeting|tie")) || sg_word(r->d, t, "is brokered")))
        return NONE;
    for (int n = 0; n < UP && t != NONE && tk(r, t)->upos != SG_POS_VERB; n++) t = tk(r, t)->head;
    return t != NONE && tk(r, t)->upos == SG_POS_VERB ? t : NONE;
}

/* Two sides at least that the verb, or its subject ("fighting between X and Y"), brings into the report. */
static void dealing_sides(sg_reader *r, uint32_t verb, size_t from, const sg_ids *mediator, sg_ids *sides) {
    for (size_t i = from; i < r->out->count && sides->count < 2; i++) {
        const sg_ev *x = r->out->at[i];
        bool told = x->head == verb || (tk(r, x->head)->head == verb && tk(r, x->head)->deprel == SG_DEP_NSUBJ);
        if (!told || x->position || may_be_same(r, mediator, &x->actors)) continue;
        sides->count = 0;
        sg_add_all(r, sides, &x->actors);
        if (x->actors.count == 1) sg_add_all(r, sides, &x->recipients);
    }
    uint32_t subject = sg_own_subject(r, verb);
    bool many = subject != NONE && (tk(r, subject)->bits & SG_FEAT_PLUR); /* "rival governments" */
    if (sides->count < 2 && !many) sides->count = 0;
}

/* Is the word's act kept as a record? */
static bool is_kept(const sg_reader *r, uint32_t t, size_t from) {
    for (size_t i = from; i < r->out->count; i++)
        if (r->out->at[i]->head == t) return true;
    return false;
}

/* "Resumed ties under a deal brokered by Y": what stands below other acts may have been read by nobody. */
static void read_mediators(sg_reader *r, const sg_sent *s, const sg_above *up, size_t from) {
    for (uint32_t t = s->first + 2; t + 2 < s->first + s->count; t++) {
        bool brings = tk(r, t)->upos == SG_POS_VERB && dealing_verb(r, t) != NONE && sg_brings_together(r, t);
        if (brings && !is_kept(r, t, from)) sg_keep(r, sg_read_act(r, t, *up, STRICTLY));
    }
}

/* "Y, who brokered the deal", "Y mediated the truce": the deal told of before, by its article alone. */
static bool brokers_told_deal(const sg_reader *r, const sg_ev *e) {
    bool brings = same_word(e->type, "CONSULT") && tk(r, e->head)->upos == SG_POS_VERB && !sg_is_passive(r->d, e->head);
    if (!brings || e->realis != SG_ACTUAL || !e->actors.count || !same_word(e->cameo, "045")) return false;
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next) {
        bool deal = tk(r, c)->deprel == SG_DEP_OBJ && sg_in_classes(r->d, c, SG_LIT("truce|deal"));
        uint32_t ref = deal ? tk(r, c)->ref : NONE;
        if (!deal || ref == NONE || r->d->refs[ref].form != SG_REF_THE) continue;
        for (uint32_t k = tk(r, c)->child; k != NONE && deal; k = tk(r, k)->next) deal = tk(r, k)->deprel != SG_DEP_NMOD;
        return deal;
    }
    return false;
}

/* "Chad and Niger accused each other of breaking a truce. Y, who brokered it": it was made by the two of whom was told. */
static void tell_deal_told(sg_reader *r, sg_ev *e) {
    enum { BACK = 3, MOST = 40 };
    for (size_t k = r->out->count, seen = 0; k-- > 0 && seen < MOST; seen++) {
        const sg_ev *x = r->out->at[k];
        if (tk(r, e->head)->sent > tk(r, x->head)->sent + BACK) return;
        bool at_odds = same_word(x->type, "ACCUSE") && x->actors.count > 1 && !x->recipients.count; /* "each other" */
        const sg_ids *sides = at_odds ? &x->actors : sides_of(x);
        if (x == e || !sides || may_be_same(r, &e->actors, sides)) continue;
        e->recipients = (sg_ids){0};
        sg_add_all(r, &e->recipients, sides);
        e->reciprocal = false;
        sg_because(r, e, "recipient", NULL, "party: who made the deal that he brokered", e->first, e->last);
        return;
    }
}

void sg_tell_mediated(sg_reader *r, const sg_sent *s, const sg_above *up, size_t from) {
    read_mediators(r, s, up, from);
    for (size_t i = from; i < r->out->count; i++)
        if (r->out->at[i]->recipients.count < 2 && brokers_told_deal(r, r->out->at[i])) tell_deal_told(r, r->out->at[i]);
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        bool brings = same_word(e->type, "CONSULT") && tk(r, e->head)->upos == SG_POS_VERB && sg_is_passive(r->d, e->head);
        uint32_t verb = brings && e->actors.count == 1 && e->recipients.count < 2 ? dealing_verb(r, e->head) : NONE;
        if (verb == NONE) continue;
        sg_ids sides = {0};
        dealing_sides(r, verb, from, &e->actors, &sides);
        sg_drop_common(r, &sides, &e->actors);
        if (!sides.count) continue;
        e->recipients = sides;
        e->reciprocal = false;
        e->mode = "third-party", e->cameo = "045";
        sg_because(r, e, "recipient", NULL, "party: who made the deal that he brokered", verb, verb);
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

void sg_tell_did_too(sg_reader *r, const sg_sent *s, size_t from) {
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

/* "The same step", "similar action". */
static bool is_called_alike(const sg_reader *r, uint32_t noun) {
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AMOD && sg_word(r->d, c, "alike")) return true;
    return false;
}

/* "Followed suit", "do so", "took similar action": do verb and the word below it tell the same of another? */
static bool is_the_same(const sg_reader *r, uint32_t verb, uint32_t c) {
    const char *with = sg_word(r->d, c, "the same");
    if (!with && is_called_alike(r, c)) with = sg_word(r->d, c, "the same step");
    return with && c > verb && sg_list_has(with, tk(r, verb)->lemma_key);
}

/* "Chad followed hours later", "Peru followed on Tuesday": nothing is followed, and no more said of it than when. */
static bool comes_after(const sg_reader *r, uint32_t verb) {
    if (tk(r, verb)->upos != SG_POS_VERB || !sg_word(r->d, verb, "comes after")) return false;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL) return false;
        if (rel == SG_DEP_OBL && sg_case_of(r->d, c).n && !sg_list_has("on|in|within", sg_case_of(r->d, c))) return false;
        if (rel == SG_DEP_OBL && tk(r, c)->ent_count) return false; /* "followed in Chad" */
    }
    return true;
}

/* All of them states, or those who govern them. */
static bool are_states(const sg_reader *r, const sg_ids *who) {
    for (size_t i = 0; i < who->count; i++) {
        const sg_ent *e = &r->d->ents[who->at[i]];
        if (!sg_land_is_state(e->country) || (e->sector && strcmp(e->sector, "GOV") != 0)) return false;
    }
    return who->count > 0;
}

/* The word that says so in "followed suit", "did the same", "has done likewise", "answered in kind", where it is told as
 * done, and not as wished, planned or denied; NONE. */
static uint32_t does_the_same(sg_reader *r, uint32_t verb) {
    sg_above ignored = {0};
    uint8_t rel = tk(r, verb)->deprel;
    if (rel == SG_DEP_XCOMP || rel == SG_DEP_AUX || sg_is_condition(r, verb)) return NONE;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        if (!is_the_same(r, verb, c)) continue;
        sg_signs s = sg_local_signs(r, verb, &ignored);
        return !s.future && !s.negated && !s.conditional && !s.may && !s.duty ? c : NONE;
    }
    return NONE;
}

/* The verb itself, where one state follows another; NONE. */
static uint32_t follows_another(sg_reader *r, uint32_t verb) {
    sg_above ignored = {0};
    if (!comes_after(r, verb) || sg_is_condition(r, verb)) return NONE;
    sg_signs s = sg_local_signs(r, verb, &ignored);
    return !s.future && !s.negated && !s.conditional && !s.may && !s.duty ? verb : NONE;
}

/* What others may follow a state in. */
static const char followed[] = "SUPPORT|SANCTION|AID";

/* The act told last before the word, in its sentence or the one before; NULL. */
static const sg_ev *told_last(const sg_reader *r, uint32_t t) {
    const sg_ev *last = NULL;
    for (size_t i = r->out->count; i-- > 0;) {
        const sg_ev *e = r->out->at[i];
        if (tk(r, e->head)->sent + 1 < tk(r, t)->sent) break;
        bool deed = e->type && !e->position && !e->reciprocal && e->realis <= SG_HISTORICAL && e->actors.count;
        if (deed && e->head < t && (!last || e->head > last->head)) last = e;
    }
    return last;
}

/* The deed that others may follow, told last before the word or, where the sentence between only tells what its doer will
 * do, before that; NULL. */
static const sg_ev *deed_to_follow(const sg_reader *r, uint32_t t) {
    enum { BACK = 2 };
    const sg_ev *last = told_last(r, t), *deed = NULL;
    if (!last || !same_word(last->type, "AGREE")) return last;
    for (size_t i = r->out->count; i-- > 0;) {
        const sg_ev *e = r->out->at[i];
        if (tk(r, e->head)->sent + BACK < tk(r, t)->sent) break;
        bool done = e->type && !e->position && e->realis == SG_ACTUAL && sg_list_has(followed, sg_str_of(e->type));
        if (!done || e->head > last->head || !e->actors.count || (deed && e->head < deed->head)) continue;
        if (same_word(r->d->ents[e->actors.at[0]].country, r->d->ents[last->actors.at[0]].country)) deed = e;
    }
    return deed ? deed : last;
}

/* "To Y", "against Y", "did the same with three Danes": to whom it is done in turn; but one talks with another. */
static void done_to(sg_reader *r, uint32_t verb, uint32_t by, const char *type, sg_ids *whom) {
    bool with = sg_list_has("ASSAULT|COERCE|SANCTION|RETREAT", sg_str_of(type));
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBL &&
            (has_case(r, c, "to", NULL) || has_case(r, c, "against", NULL) || (with && has_case(r, c, "with", NULL))))
            sg_add_ents(r, whom, c);
    for (uint32_t c = tk(r, by)->child; c != NONE; c = tk(r, c)->next) /* "the same step against Y" */
        if (tk(r, c)->deprel == SG_DEP_NMOD && has_case(r, c, "against", NULL)) sg_add_ents(r, whom, c);
}

void sg_drop_lands_of(sg_reader *r, sg_ids *ids, const sg_ids *who) {
    const sg_ids all = *ids;
    *ids = (sg_ids){0};
    for (size_t i = 0; i < all.count; i++) {
        bool own = false;
        for (size_t k = 0; k < who->count; k++)
            own |= same_word(r->d->ents[all.at[i]].country, r->d->ents[who->at[k]].country);
        if (!own) sg_add_id(r, ids, all.at[i]);
    }
}

void sg_tell_likewise(sg_reader *r, const sg_sent *s) {
    for (uint32_t t = s->first + 1; t < s->first + s->count; t++) {
        uint32_t by = does_the_same(r, t);
        bool after = by == NONE && (by = follows_another(r, t)) != NONE;
        uint32_t subject = by == NONE ? NONE : sg_own_subject(r, t);
        const sg_ev *e = subject == NONE ? NULL : after ? deed_to_follow(r, t) : told_last(r, t);
        sg_ids who = {0}, whom = {0};
        static const char deeds[] = "SUPPORT|SANCTION|COERCE|RETREAT|AID|COOPERATE|MOBILIZE";
        bool so = e && sg_word(r->d, by, "just so");
        if (so && !sg_list_has(deeds, sg_str_of(e->type))) continue; /* "was asked to leave, and did so" */
        if (after && e && !sg_list_has(followed, sg_str_of(e->type))) continue;
        if (!e || !sg_add_ents(r, &who, subject) || (after && (!are_states(r, &who) || !are_states(r, &e->actors)))) continue;
        done_to(r, t, by, e->type, &whom);
        bool to_another = whom.count && !may_be_same(r, &whom, &e->recipients); /* "took the same step against Y" */
        if (!to_another && may_be_same(r, &who, &e->actors)) continue;
        for (uint32_t c = tk(r, subject)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_CONJ) sg_add_ents(r, &who, c);
        sg_ev *same = SG_NEW(r->a, sg_ev, 1);
        *same = *e;
        same->same = e;
        same->actors = who;
        if (whom.count) same->recipients = whom;
        else sg_drop_lands_of(r, &same->recipients, &who);
        bool back = sg_word(r->d, by, "in return") || (!same->recipients.count && e->recipients.count);
        if (back && !whom.count) same->recipients = e->actors;
        sg_ev when = *e; /* on another day, it may be */
        when.head = t, when.due = NONE;
        sg_find_time(r, &when, NONE);
        same->time = when.time, same->due = NONE;
        if (tk(r, e->head)->sent != tk(r, t)->sent) same->head = t, same->object = NONE;
        same->first = same->last = t;
        same->next = NULL;
        sg_because(r, same, "actor", NULL, "party: who did the same", t, t);
        *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = same;
    }
}

/* The word below a refusal that says of what: "would not do so", "refused to follow suit"; NONE. */
static uint32_t refused_the_same(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        if (is_the_same(r, verb, c)) return c;
        if (tk(r, c)->deprel != SG_DEP_XCOMP) continue;
        if (comes_after(r, c)) return c;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next)
            if (is_the_same(r, c, k)) return k;
    }
    return NONE;
}

void sg_tell_refused_likewise(sg_reader *r, size_t from) {
    static const char good[] = "SUPPORT|AID|COOPERATE";
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        bool refuses = same_word(e->type, "REJECT") && e->realis == SG_ACTUAL && e->actors.count && !e->recipients.count;
        const sg_ev *told = refuses && refused_the_same(r, e->head) != NONE ? told_last(r, e->head) : NULL;
        if (!told || told == e || may_be_same(r, &e->actors, &told->actors)) continue;
        sg_ids whom = told->recipients;
        sg_drop_lands_of(r, &whom, &e->actors);
        if (!whom.count) continue;
        e->recipients = whom, e->settled = true;
        if (!e->mode && sg_list_has(good, sg_str_of(told->type))) e->mode = "assist";
        sg_because(r, e, "recipient", NULL, "party: to whom another has done it", told->first, told->last);
    }
}
