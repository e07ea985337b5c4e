/* event_keep.c: see event_in.h. What is settled of an act last, before it becomes a record: its type by what the network
 * takes it for, whom it blames, who stands there only by an error of the tree. */
#include "event_in.h"
#include "likely.h"
#include "orator.h"
#include "phrase.h"
#include "speaker.h"

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

/* "The crisis calls for restraint", "the claim that they fled": a thing asks, or somebody else blames. */
static bool is_told_of_others(const sg_reader *r, const sg_ev *e) {
    if (tk(r, e->head)->upos == SG_POS_NOUN) return same_word(e->type, "ACCUSE") && !sg_is_predicate(r, e->head);
    uint32_t subject =
        tk(r, e->head)->upos == SG_POS_VERB && !sg_is_passive(r->d, e->head) ? sg_own_subject(r, e->head) : NONE;
    for (size_t i = 0; i < e->recipients.count; i++)
        if (r->d->ents[e->recipients.at[i]].head == subject) return false; /* "all states must pay" */
    return same_word(e->type, "REQUEST") && subject != NONE && sg_word(r->d, e->head, "asks by itself");
}

/* "Members are called upon to pay", "this policy is a crime", in a speech: he asks, blames and praises who speaks, where the words
 * name nobody who does. */
static void speak_oneself(sg_reader *r, sg_ev *e) {
    const sg_sent *s = &r->d->sents[tk(r, e->head)->sent];
    const char *land = sg_orator_in(r->d, s->voice);
    bool told = e->source != NONE || e->hearsay[0] != NONE || e->actors.count;
    if (!land || !*land || told || e->realis != SG_ACTUAL || sg_is_past(r, s->root) || sg_is_past(r, e->head)) return;
    if (!e->type || !sg_list_has("REQUEST|ACCUSE|SUPPORT", sg_str_of(e->type))) return;
    uint32_t who = sg_speaker_asking(r->d, e->head);
    bool own = who == NONE;
    for (size_t i = 0; i < e->recipients.count && !own; i++) own = sg_same_party(r, e->recipients.at[i], who);
    if (own || is_told_of_others(r, e)) return;
    sg_add_id(r, &e->actors, who);
    sg_because(r, e, "actor", NULL, "party: who speaks", e->head, e->head);
}

/* "American sanctions on Chad will be lifted": whose they are lifts them. */
static void lift_own(sg_reader *r, sg_ev *e) {
    bool lifts = (same_word(e->type, "RETREAT") || same_word(e->type, "CONCEDE")) && !e->actors.count;
    if (!lifts || tk(r, e->head)->upos != SG_POS_VERB || !sg_is_passive(r->d, e->head)) return;
    uint32_t noun = sg_own_subject(r, e->head);
    if (noun == NONE || !sg_in_class(r->d, noun, SG_LIT("sanction"))) return;
    sg_frame fr = sg_frame_of(r->d, noun, NONE, false);
    sg_parties(r, &fr, "adj|poss|by|of", &e->actors, sg_behind);
    sg_drop_common(r, &e->actors, &e->recipients);
    if (e->actors.count) sg_because(r, e, "actor", NULL, "party: whose it was", noun, noun);
}

/* "Peru said its troops would leave": who says what his own forces will do promises, refuses or threatens it himself. */
static void speak_for_own(sg_reader *r, sg_ev *e) {
    bool speaks = e->type && sg_list_has("AGREE|CONCEDE|THREATEN|REJECT", sg_str_of(e->type));
    if (!speaks || e->source == NONE || e->actors.count != 1) return;
    const sg_ent *who = &r->d->ents[e->actors.at[0]], *says = &r->d->ents[e->source];
    if (!who->sector || !sg_list_has("MIL|COP", sg_str_of(who->sector)) || who->head == NONE) return;
    if (!same_word(who->country, says->country) || (says->sector && strcmp(says->sector, "GOV") != 0)) return;
    for (uint32_t c = tk(r, who->head)->child; c != NONE && c < who->head; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_NMOD_POSS || tk(r, c)->upos != SG_POS_PRON) continue;
        sg_ids own = {0};
        sg_add_id(r, &own, e->source);
        e->actors = own;
        sg_because(r, e, "actor", NULL, "party: who speaks of his own forces", c, c);
        return;
    }
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

/* Do the phrases of a word tell a term in prison: 1, that it is not to be served: -1, or neither: 0? Of him who is sentenced
 * "in prison" tells only where he was. */
static int term_below(const sg_reader *r, uint32_t t, bool whom) {
    int prison = 0;
    for (uint32_t k = tk(r, t)->child; k != NONE; k = tk(r, k)->next) {
        const char *term = sg_word(r->d, k, "jail term");
        if (!term) continue;
        if (!strcmp(term, "spared")) return -1; /* "a suspended sentence", "in absentia": he is not held */
        if (has_case(r, k, "to", NULL) || (!whom && has_case(r, k, "in", NULL))) prison = 1;
        for (uint32_t m = tk(r, k)->child; m != NONE; m = tk(r, m)->next) {
            const char *of = sg_word(r->d, m, "jail term");
            if (of && !strcmp(of, "spared")) return -1;
        }
    }
    return prison;
}

/* "To ten years in prison", "in a labour camp": what the sentence is, by the phrases of its verb; not "to die". "Sentenced a
 * priest to life": parsers hang it by him whom it meets. */
static bool sends_to_prison(const sg_reader *r, uint32_t verb) {
    int prison = term_below(r, verb, false), below = 0;
    for (uint32_t k = tk(r, verb)->child; k != NONE && prison >= 0; k = tk(r, k)->next)
        if (tk(r, k)->deprel == SG_DEP_OBJ) below = term_below(r, k, true);
    return prison >= 0 && below >= 0 && prison + below > 0;
}

/* "Handed him a six-year prison sentence", "was given a life term": a sentence that is passed on somebody, by its noun, or by
 * the verb that passes it ("handed down a life sentence"). */
static bool is_term_passed(const sg_reader *r, uint32_t t) {
    uint32_t noun = t;
    for (uint32_t c = tk(r, t)->upos == SG_POS_VERB ? tk(r, t)->child : NONE; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ) noun = c;
    const sg_tok *k = tk(r, noun);
    bool passed = k->upos == SG_POS_NOUN && k->head != NONE && sg_word(r->d, k->head, "passes a term");
    bool term = false;
    if (!passed || (k->deprel != SG_DEP_OBJ && k->deprel != SG_DEP_NSUBJ_PASS)) return false;
    for (uint32_t c = k->child; c != NONE; c = tk(r, c)->next) {
        const char *of = c < noun || has_case(r, c, "in", NULL) ? sg_word(r->d, c, "jail term") : NULL;
        if (of && !strcmp(of, "spared")) return false;
        term |= of != NULL;
    }
    return term;
}

/* "A court jailed the editor", "sentenced him to a year in prison": who is put into prison by a judgment is convicted and
 * held, and one verb tells both. */
static void keep_prison(sg_reader *r, const sg_ev *e) {
    if (!same_word(e->type, "SANCTION") || !same_word(e->mode, "convict")) return;
    if (e->realis > SG_HISTORICAL) return;
    bool verb = tk(r, e->head)->upos == SG_POS_VERB;
    const char *jails = verb ? sg_word(r->d, e->head, "jails") : NULL;
    if (!jails && is_term_passed(r, e->head)) jails = "noun";
    if (!jails || (!strcmp(jails, "term") && !sends_to_prison(r, e->head))) return;
    sg_ev *held = SG_NEW(r->a, sg_ev, 1);
    *held = *e;
    held->type = "COERCE", held->mode = "arrest", held->cameo = "173";
    held->next = NULL;
    *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = held;
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

/* "Decided to expel the envoy": a threat whose harm stands beside it in words that a table knows; "may expel the envoy". */
static bool spells_harm(const sg_ev *e) {
    static const char harms[] = "SANCTION|COERCE|ASSAULT|MOBILIZE";
    const sg_ev *in = e->content;
    if (e->realis == SG_HYPOTHETICAL && !e->likely && sg_list_has(harms, sg_str_of(e->type))) return true;
    return !strcmp(e->type, "THREATEN") && in && in->type && !in->likely && sg_list_has(harms, sg_str_of(in->type));
}

/* "Ended the truce", "broke off the withdrawal": what was yielded is yielded no more, which the network overlooks. */
static bool takes_back(const sg_ev *e, const char *other) {
    static const char yields[] = "RETREAT|CONCEDE";
    const sg_ev *in = e->content;
    return in && in->type && sg_list_has(yields, sg_str_of(in->type)) && sg_list_has(yields, sg_str_of(other)) &&
           !sg_list_has(yields, sg_str_of(e->type));
}

/* "Should drop its plan to bomb Y": who gives up a harm threatens nobody with it. */
static bool gives_up_harm(const sg_ev *e, const char *other) {
    static const char harms[] = "ASSAULT|COERCE|MOBILIZE|SANCTION|THREATEN";
    const sg_ev *in = e->content;
    bool gives_up = in && in->type && sg_list_has("RETREAT|CONCEDE", sg_str_of(e->type));
    return gives_up && sg_list_has(harms, sg_str_of(in->type)) && sg_list_has(harms, sg_str_of(other));
}

/* "Said the rebels were behind the blast": the network hears the blast, and not what is said of it. */
static bool blames_for_deed(const sg_reader *r, const sg_ev *e, const char *other) {
    bool laid = !strcmp(e->type, "ACCUSE") && !strcmp(other, "ASSAULT") && tk(r, e->head)->upos == SG_POS_NOUN;
    return laid && has_case(r, e->head, "behind", NULL);
}

/* "Promised to bring them to justice": a trial is promised to those who sit in it, and not to them. */
static bool promises_trial(const sg_ev *e, const char *other) {
    const sg_ev *in = e->content;
    bool trial = in && same_word(in->type, "ACCUSE") && !in->likely && same_word(in->mode, "allege");
    return trial && !strcmp(e->type, "THREATEN") && !strcmp(other, "AGREE");
}

/* "Commandos freed the crew": whom others held is helped, by the line that says so; the network hears that he is let go. */
static bool frees_held(const sg_reader *r, const sg_ev *e, const char *other) {
    return same_word(e->type, "AID") && !strcmp(other, "RETREAT") && sg_word(r->d, e->head, "frees");
}

static bool regrets_deed(const sg_reader *, const sg_ev *);

/* "Swore that the answer would come in the heart of Y": what is promised tells nothing of its own; whether it is a promise,
 * a threat or something given up, the network hears in the whole sentence. */
static bool is_open_promise(const sg_ev *e) {
    const sg_ev *in = e->content;
    return same_word(e->type, "AGREE") && in && !in->type && !in->cameo && in->realis != SG_NEGATED;
}

/* "Promised that they would not have long to wait for an answer": a line that asks for such words knows a threat better. */
static bool is_threat_in_words(const sg_ev *e, const char *other) {
    enum { NEEDS = 5 };
    if (strcmp(e->type, "THREATEN") != 0 || strcmp(other, "AGREE") != 0) return false;
    for (size_t i = 0; i < e->why_count; i++) {
        const sg_row *row = e->why[i].row;
        bool op = row && row->table == SG_T_OPERATORS && !strcmp(row->cell[O_OP], "threaten");
        if (op && row->cell[NEEDS][0]) return true;
    }
    return false;
}

/* "Will not fail to help Chad": aid that is promised is no threat. "Decided to end the pact": where the harm stands in words
 * that a table knows, who decides it alone has agreed with nobody. "A candlelight meeting": a phrase that the tables know
 * whole, of whose last word the network thinks. */
static bool is_told_by_words(const sg_reader *r, const sg_ev *e, const char *other) {
    const sg_ev *in = e->content;
    bool helps = same_word(e->type, "AGREE") && in && same_word(in->type, "AID") && !in->likely;
    if (helps && !strcmp(other, "THREATEN")) return true;
    bool decides = spells_harm(e) && in && e->actors.count == 1 && sg_word(r->d, e->head, "decides alone");
    if (decides && !strcmp(other, "AGREE") && same_word(in->type, "SANCTION")) return true;
    bool court = same_word(e->mode, "convict") && e->actors.count == 1; /* "court jails ex-minister" */
    if (court && same_word(r->d->ents[e->actors.at[0]].sector, "JUD") && !strcmp(other, "COERCE")) return true;
    bool phrase = tk(r, e->head)->upos == SG_POS_NOUN && e->last > e->first;
    return phrase && same_word(e->type, "PROTEST") && !strcmp(other, "CONSULT");
}

/* Is the network sure enough that an act is of another type? Which of two neighbours it is, lines that ask for an object
 * know better, and so do words that take an act ("promised reform" yields); else the line must be one of which the
 * network thinks little. Of another quad, what words that take an act make of it needs less; and negation the network
 * overlooks. */
static bool is_mistyped(const sg_reader *r, const sg_ev *e, const char *other) {
    int p = tk(r, e->head)->likely.type[0].p, own = sg_likely_of(r->d, e);
    if (!e->type) return p >= SURELY;
    if (!strcmp(e->type, "REJECT") || (e->content && e->content->realis == SG_NEGATED)) return false;
    if (is_open_promise(e) && p > own && sg_list_has("THREATEN|CONCEDE|REJECT", sg_str_of(other))) return true;
    bool kin = sg_quad_of(r->d, e->type) == sg_quad_of(r->d, other);
    if (kin && e->content) return false;
    bool flees = !strcmp(other, "CONSULT") && sg_word(r->d, e->head, "flees"); /* who flees to a land visits nobody */
    if (flees || (spells_harm(e) && sg_list_has("CONCEDE|SUPPORT", sg_str_of(other)))) return false;
    if (is_told_by_words(r, e, other) || takes_back(e, other) || gives_up_harm(e, other) || promises_trial(e, other) ||
        sg_lifts(r->d, e, other) || sg_acquits(r, e->head, e->type, other) || blames_for_deed(r, e, other) ||
        is_threat_in_words(e, other) || frees_held(r, e, other))
        return false;
    bool blames = !strcmp(e->type, "ACCUSE") && !strcmp(other, "CONCEDE"); /* "regrets the decision of Y" */
    if (blames && regrets_deed(r, e)) return false;
    if (p >= ALL_BUT_SURE) return true;
    if (kin) return e->object == NONE && ((p >= RATHER && own < HARDLY) || (p >= SURELY && own < UNLIKELY));
    int least = e->content ? ODDS_ON : e->object != NONE ? SURELY : RATHER;
    return p >= least && own < HARDLY;
}

static sg_str first_mode(const char *mode) {
    sg_str rest = sg_str_of(mode ? mode : ""), one = {0};
    sg_cut(&rest, '|', &one);
    return one;
}

/* "They threw stones at the guards": what a crowd does with its hands is riot, though "they" is no word for one. The
 * network hears it in the verb or in its noun ("set fire to"). */
static const sg_row *row_of_riot(const sg_reader *r, const sg_ev *e) {
    static const char unarmed[] = "CVL|EDU|LAB|AGR|REF|REL";
    bool crowd = same_word(e->type, "ASSAULT") && e->actors.count && sg_list_has("primitive|destroy", first_mode(e->mode));
    for (size_t i = 0; i < e->actors.count && crowd; i++) {
        const char *sector = r->d->ents[e->actors.at[i]].sector;
        crowd = sector && sg_list_has(unarmed, sg_str_of(sector));
    }
    int own = crowd ? sg_likely_of(r->d, e) : 0;
    for (uint32_t c = crowd ? e->head : NONE; c != NONE; c = c == e->head ? tk(r, c)->child : tk(r, c)->next) {
        const sg_row *row = sg_likely_is(r->d, c, c, "PROTEST") > own ? sg_likely_row(r->d, c, UNLIKELY) : NULL;
        bool governed = c == e->head || tk(r, c)->deprel == SG_DEP_OBJ || tk(r, c)->deprel == SG_DEP_OBL;
        if (row && governed && !strcmp(row->cell[A_TYPE], "PROTEST")) return row;
    }
    return NULL;
}

/* "Greets the President": a line whose object acts (a guest who is welcomed) is not believed of its sides either, once the
 * network has taken the word for another act: its subject does that. */
static void turn_sides(sg_ev *e) {
    const sg_row *row = NULL;
    for (size_t i = 0; i < e->why_count; i++)
        if (!strcmp(e->why[i].field, "type")) row = e->why[i].row;
    if (!row || strcmp(row->cell[A_ACTOR], "obj") != 0 || strcmp(row->cell[A_RECIPIENT], "subj") != 0) return;
    const sg_ids actors = e->actors;
    e->actors = e->recipients;
    e->recipients = actors;
}

/* "Agreed with Togo to arrest smugglers" threatens nobody; "froze its part in the talks" is of a type though the line has
 * none: what a line, or words that take an act, make of it may be far from what the network takes it for. */
static void mend_type(sg_reader *r, sg_ev *e) {
    bool statement = !e->type && e->cameo && !strncmp(e->cameo, "01", 2); /* has none for good */
    bool open = !e->position && !e->coded && !statement && !r->loose;
    const sg_row *other = open ? sg_likely_row(r->d, e->head, is_open_promise(e) ? UNLIKELY : ODDS_ON) : NULL;
    const sg_row *riot = open ? row_of_riot(r, e) : NULL;
    if (!riot && (!other || same_word(other->cell[A_TYPE], e->type) || !is_mistyped(r, e, other->cell[A_TYPE]))) return;
    if (riot) other = riot;
    if (!strcmp(other->cell[A_TYPE], "THREATEN") && sg_is_passive(r->d, e->head) && sg_is_over(r, e->head)) return;
    turn_sides(e);
    e->type = other->cell[A_TYPE];
    e->mode = value(other->cell[A_MODE]);
    e->cameo = value(other->cell[A_CAMEO]);
    if (riot) e->mode = "riot", e->cameo = "145";
    bool said = sg_list_has("AGREE|THREATEN", sg_str_of(e->type)); /* "if it attacks, we will respond": said now */
    if (said && (e->realis == SG_PLANNED || e->realis == SG_CONDITIONAL)) e->realis = SG_ACTUAL;
    sg_ev *in = e->content; /* "will impose a curfew": no threat, but the deed itself, to come */
    if (in && same_word(in->type, e->type) && e->realis == SG_ACTUAL) e->realis = in->realis, e->content = in->content;
    if (e->realis == SG_NEGATED && sg_is_made_by_not(e->type)) e->realis = SG_ACTUAL; /* "no one may go out" */
    sg_because(r, e, "type", other, NULL, e->first, e->last);
}

/* "Did not oppose the bid": what nobody refused. In "there is nothing to discuss", "talks cannot be resumed" the negation is
 * the refusal itself. */
static bool is_left_alone(sg_reader *r, const sg_ev *e) {
    if (e->likely || tk(r, e->head)->upos != SG_POS_VERB || sg_is_passive(r->d, e->head)) return false;
    for (uint32_t c = tk(r, e->head)->child; c != NONE && c < e->head; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_ADVMOD && sg_negates(r, c)) return true;
    return false;
}

/* "we shall crush you", "will veto the bill", "do not recognise the assembly": what promises, threatens and refuses is said
 * now, whatever it is about. What the network alone takes for a promise or threat it has read with its "would". */
static void say_now(sg_reader *r, sg_ev *e) {
    static const char said[] = "AGREE|CONCEDE|REJECT|THREATEN";
    bool speaks = e->type && sg_list_has(said, sg_str_of(e->type));
    bool later = e->realis == SG_PLANNED || e->realis == SG_CONDITIONAL || (e->likely && e->realis == SG_HYPOTHETICAL);
    bool refused = speaks && !strcmp(e->type, "REJECT") && e->realis == SG_NEGATED && !is_left_alone(r, e);
    if ((speaks && later) || refused) e->realis = SG_ACTUAL;
}

/* Does the word, or the first of its row, hang on the act's own word by "with"? */
static bool stands_with(const sg_reader *r, const sg_ev *e, uint32_t t) {
    while (t != NONE && tk(r, t)->deprel == SG_DEP_CONJ && tk(r, t)->head != NONE) t = tk(r, t)->head;
    return t != NONE && tk(r, t)->head == e->head && sg_eqz(sg_case_of(r->d, t), "with");
}

/* "Chad agreed with Niger to share the lake": both have agreed, and neither promised it to the other. What a third must do
 * they only think alike of ("agreed with him that Mali should pay"). */
static void agree_together(sg_reader *r, sg_ev *e) {
    if (!same_word(e->type, "AGREE") || !sg_word(r->d, e->head, "agrees with") || !e->actors.count) return;
    bool told = tk(r, e->head)->upos == SG_POS_VERB && e->recipients.count && e->content;
    if (!told || e->content->realis == SG_DEMANDED) return;
    for (size_t i = 0; i < e->recipients.count; i++)
        if (!stands_with(r, e, r->d->ents[e->recipients.at[i]].head)) return;
    sg_ids all = {0}; /* the list may be another act's too */
    sg_add_all(r, &all, &e->actors);
    sg_add_all(r, &all, &e->recipients);
    e->actors = all;
    e->recipients = (sg_ids){0};
    e->reciprocal = true;
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

/* "Chad will defend its lakes": of a promise or threat that no word of speech tells, the deed itself is what is to come; it
 * was made when somebody said so. */
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
    uint32_t said = sg_time_of_saying(r, e->head, NONE);
    if (said != NONE) e->time = said;
    e->speech = true;
    pledge_together(r, e);
    sg_link_content(r, e, deed, "complement");
}

/* "Barred them from the road for the weekend": what a verb in the past tells was done, however long it is to last; but
 * "called a strike for Friday", "cut the ties from Monday". */
static bool is_done_for_days(const sg_reader *r, const sg_ev *e) {
    if (tk(r, e->head)->upos != SG_POS_VERB || !sg_is_past(r, e->head) || sg_word(r->d, e->head, "arranges")) return false;
    return !sg_list_has("from|starting|beginning", sg_case_of(r->d, r->d->times[e->time].head));
}

/* "called a strike for Friday", "the ban takes effect tomorrow": a deed on a day still to come is planned. */
static void plan_ahead(const sg_reader *r, sg_ev *e) {
    const sg_doc *d = r->d;
    static const char spoken[] = "AGREE|CONCEDE|REQUEST|REJECT|ACCUSE|THREATEN";
    bool dated = e->time != NONE && d->pub != INT32_MIN && d->times[e->time].from != INT32_MIN;
    if (!dated || !e->type || e->position || e->realis != SG_ACTUAL || sg_list_has(spoken, sg_str_of(e->type))) return;
    if (d->times[e->time].from > d->pub && !is_done_for_days(r, e)) e->realis = SG_PLANNED;
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

/* "The meeting of X of Chile and Y of Peru was called off by the Chilean side": it is refused to the other one. So is what
 * one of them asks of "the two sides". */
static void drop_own_side(sg_reader *r, sg_ev *e) {
    bool asks = same_word(e->type, "REQUEST");
    bool refuses = e->type && sg_list_has("REJECT|SANCTION|THREATEN", sg_str_of(e->type));
    for (size_t i = 0; asks && i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]]; /* but "urged Y and his own people" */
        asks = !x->sector && x->by == SG_BY_DESCRIPTION;
    }
    const char *own = (asks || refuses) && e->actors.count == 1 ? r->d->ents[e->actors.at[0]].country : NULL;
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

/* "Britain joined France in condemning the coup": whom somebody joins in a deed does it too. */
static void join_in(sg_reader *r, sg_ev *e) {
    uint32_t verb = tk(r, e->head)->head;
    if (!e->type || verb == NONE || tk(r, e->head)->deprel != SG_DEP_ADVCL || !sg_word(r->d, verb, "joining")) return;
    if (verb > e->head || !sg_eqz(sg_case_of(r->d, e->head), "in")) return;
    sg_ids joined = {0};
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_OBJ) continue;
        sg_add_ents(r, &joined, c);
        for (uint32_t g = tk(r, c)->child; g != NONE; g = tk(r, g)->next)
            if (tk(r, g)->deprel == SG_DEP_CONJ) sg_add_ents(r, &joined, g);
    }
    sg_ids all = {0}; /* the list may be another act's too */
    sg_add_all(r, &all, &e->actors);
    sg_add_all(r, &all, &joined);
    e->actors = all;
    sg_drop_common(r, &e->recipients, &joined);
}

/* "a strike by Danish sailors", "the pilots' stoppage": of words for soldiers and workers both, who downs tools is none. */
static bool is_hand(const sg_reader *r, const sg_ent *own) {
    return own->head != NONE && same_word(own->sector, "MIL") && sg_word(r->d, own->head, "soldier or worker");
}

/* "civil servants went on strike": officials who down tools are workers. */
static void strikers(sg_reader *r, sg_ev *e) {
    if (!same_word(e->type, "PROTEST") || !same_word(e->mode, "strike")) return;
    sg_ids who = {0}; /* the list may be another act's too */
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ent own = r->d->ents[e->actors.at[i]];
        bool staff = (same_word(own.sector, "GOV") || is_hand(r, &own)) && own.country && own.by != SG_BY_NAME &&
                     !own.name && own.head != NONE && (tk(r, own.head)->bits & SG_FEAT_PLUR);
        own.sector = "LAB", own.cameo = staff ? sg_printf(r->a, "%sLAB", own.country) : NULL;
        sg_add_id(r, &who, staff ? sg_new_ent(r, own) : e->actors.at[i]);
    }
    e->actors = who;
}

/* "We", "my delegation". */
static bool is_first_person(const sg_reader *r, const sg_ent *x) {
    const sg_tok *k = x->head == NONE ? NULL : tk(r, x->head);
    bool first = k && k->upos == SG_POS_PRON && (k->bits & SG_FEAT_P1);
    for (uint32_t c = k ? k->child : NONE; c != NONE; c = tk(r, c)->next)
        first |= tk(r, c)->deprel == SG_DEP_NMOD_POSS && (tk(r, c)->bits & SG_FEAT_P1);
    return first;
}

/* "We express our appreciation", "I commend the efforts of our Commission": whoever speaks for a land tells it nothing by
 * that. */
static void spare_self(const sg_reader *r, sg_ev *e) {
    const char *own = NULL;
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *x = &r->d->ents[e->actors.at[i]];
        if (x->country && is_first_person(r, x)) own = x->country;
    }
    size_t n = 0;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]];
        bool ruling = r->d->hall && same_word(x->sector, "GOV"); /* "assure him", "the pleasure of my delegation" */
        ruling = ruling && (x->by == SG_BY_PRONOUN || (same_word(e->type, "SUPPORT") && !x->person && !x->name));
        bool self = own && x->country && (!x->sector || ruling) && !strcmp(own, x->country) && strcmp(own, "IGO") != 0;
        if (!self) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

/* A person, by his office or title, or by what the mentions take his name for. */
static bool is_somebody(const sg_reader *r, const sg_ent *x) {
    uint32_t ref = x->head == NONE ? NONE : tk(r, x->head)->ref;
    return x->person || (ref != NONE && r->d->refs[ref].thing == SG_THING_PERSON);
}

/* "I thank Mr. X for the skill with which he led our work": whom a speaker in the hall of an organisation thanks or greets
 * by a name that nobody knows, and of whom no word says where he is from, presides or serves there. */
static void thank_presider(sg_reader *r, sg_ev *e) {
    if (!r->d->hall || !same_word(e->type, "SUPPORT") || e->actors.count != 1 || !e->speech) return;
    if (!is_first_person(r, &r->d->ents[e->actors.at[0]])) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = r->d->ents[e->recipients.at[i]];
        bool bare = !who.sector || same_word(who.sector, "GOV");
        if (who.country || !is_somebody(r, &who) || who.plural || !who.name || !bare) continue;
        who.country = "IGO", who.sector = "GOV", who.cameo = sg_printf(r->a, "%sGOV", r->d->hall);
        sg_ids kept = {0}; /* the list may be another act's too */
        for (size_t k = 0; k < e->recipients.count; k++)
            sg_add_id(r, &kept, k == i ? sg_new_ent(r, who) : e->recipients.at[k]);
        e->recipients = kept;
    }
}

/* Is he of no land: "the President", "our Secretary-General", and not "our President", "the President of Chad"? */
static bool is_bare(const sg_reader *r, const sg_ent *x) {
    bool role = x->row[0] && x->row[0]->table == SG_T_ROLES;
    if (role && sg_list_has(x->row[0]->cell[R_NOTE], SG_LIT("else:IGO"))) return true;
    if (is_first_person(r, x)) return false;
    for (uint32_t c = x->head == NONE ? NONE : tk(r, x->head)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_NMOD_POSS || rel == SG_DEP_APPOS || (rel == SG_DEP_NMOD && tk(r, c)->ent_count)) return false;
    }
    return true;
}

/* "We pay tribute to the President", "We assure him of our help": whom a speaker for a land so addresses in the hall of an
 * organisation is he who presides there, though the ruler of that land was named before. */
static void mean_presider(sg_reader *r, sg_ev *e) {
    bool kind = same_word(e->type, "SUPPORT") || same_word(e->type, "AGREE");
    if (!r->d->hall || !kind || e->actors.count != 1 || !e->recipients.count) return;
    const sg_ent *we = &r->d->ents[e->actors.at[0]];
    if (!we->country || !is_first_person(r, we)) return;
    sg_ids kept = {0}; /* the list may be another act's too */
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = r->d->ents[e->recipients.at[i]];
        bool loose = who.by == SG_BY_PRONOUN || who.by == SG_BY_DESCRIPTION || who.by == SG_BY_INFERRED || !who.name;
        bool own = same_word(who.country, we->country) && same_word(who.sector, "GOV");
        own |= who.head != NONE && same_word(who.sector, "GOV") && sg_says(r->d, who.head, "presided");
        bool him = loose && own && who.person && !who.plural && is_bare(r, &who);
        if (him && who.by != SG_BY_INFERRED) who.name = NULL, who.office = NULL;
        if (him) who.country = "IGO", who.cameo = sg_printf(r->a, "%sGOV", r->d->hall);
        sg_add_id(r, &kept, him ? sg_new_ent(r, who) : e->recipients.at[i]);
    }
    e->recipients = kept;
}

/* "Countries such as Chad", "states, including Chad": the first that is named for them; NONE: nobody. */
static uint32_t example_of(const sg_reader *r, const sg_ent *x) {
    bool many = x->by == SG_BY_DESCRIPTION && !x->sector && !x->name && x->head != NONE;
    if (!many || !(tk(r, x->head)->bits & SG_FEAT_PLUR)) return NONE;
    for (uint32_t c = tk(r, x->head)->child; c != NONE; c = tk(r, c)->next) {
        bool named = tk(r, c)->deprel == SG_DEP_NMOD && tk(r, c)->ent_count == 1;
        if (!named || r->d->ents[tk(r, c)->ent].by != SG_BY_NAME || !r->d->ents[tk(r, c)->ent].country) continue;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next)
            if (tk(r, k)->deprel == SG_DEP_CASE && (sg_says(r->d, k, "exemplifies") || sg_says(r->d, k, "instances")))
                return c;
    }
    return NONE;
}

/* "Thanked countries such as Chad, Mali and Niger", "its allies like Chad": the lands that are named are meant. */
static void tell_examples(sg_reader *r, sg_ids *ids) {
    sg_ids told = {0}; /* the list may be another act's too */
    for (size_t i = 0; i < ids->count; i++) {
        uint32_t one = example_of(r, &r->d->ents[ids->at[i]]);
        sg_add_id(r, &told, one == NONE ? ids->at[i] : tk(r, one)->ent);
        for (uint32_t c = one == NONE ? NONE : tk(r, one)->child; c != NONE; c = tk(r, c)->next)
            if (tk(r, c)->deprel == SG_DEP_CONJ && tk(r, c)->ent_count == 1) sg_add_id(r, &told, tk(r, c)->ent);
    }
    *ids = told;
}

static void tell_all_examples(sg_reader *r, sg_ev *e) {
    tell_examples(r, &e->actors), tell_examples(r, &e->recipients);
    for (sg_ev *x = e->content; x; x = x->next) tell_all_examples(r, x);
}

/* "Danes", "Danish pilots", "pilots from Denmark": do the noun's own words say of which land they are? */
static bool is_of_told_land(const sg_reader *r, uint32_t t) {
    if (sg_world_at(r->d, t)) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool own = c < t ? rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS
                         : rel == SG_DEP_NMOD && sg_eqz(sg_case_of(r->d, c), "from");
        if (own && sg_world_at(r->d, c)) return true;
    }
    return false;
}

/* The first noun behind "people, including", "people, among them"; NONE: no such words follow. */
static uint32_t instance_behind(const sg_reader *r, uint32_t people) {
    const sg_sent *s = &r->d->sents[tk(r, people)->sent];
    uint32_t stop = s->first + s->count, t = people + 1;
    if (t < stop && tk(r, t)->upos == SG_POS_PUNCT) t++;
    bool including = t < stop && sg_says(r->d, t, "instances");
    bool among = t + 1 < stop && sg_eqz(tk(r, t)->key, "among") && tk(r, t + 1)->upos == SG_POS_PRON;
    if (!including && !among) return NONE;
    for (t += among ? 2 : 1; t < stop && tk(r, t)->upos != SG_POS_PUNCT && tk(r, t)->upos != SG_POS_VERB; t++) {
        bool noun = tk(r, t)->upos == SG_POS_NOUN || tk(r, t)->upos == SG_POS_PROPN;
        if (noun && tk(r, t)->deprel != SG_DEP_COMPOUND && tk(r, t)->deprel != SG_DEP_AMOD) return t;
    }
    return NONE;
}

/* The people of no told land whom the verb strikes, by its object or as the subject of its passive; NONE: others. */
static uint32_t struck_people(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_OBJ && tk(r, c)->deprel != SG_DEP_NSUBJ_PASS) continue;
        bool people = tk(r, c)->upos == SG_POS_NUM || sg_in_classes(r->d, c, SG_LIT("human|captive|crowd"));
        return people && !is_of_told_land(r, c) ? c : NONE;
    }
    return NONE;
}

/* "Killed 20 people, including nine Danes and two Finns": of people of no land those are meant whose land is told. Where
 * others are named beside them, the rest are struck too. */
static void tell_instances(sg_reader *r, sg_ev *e) {
    static const char harm[] = "ASSAULT|COERCE|RETREAT|SANCTION";
    bool done = e->type && sg_list_has(harm, sg_str_of(e->type)) && tk(r, e->head)->upos == SG_POS_VERB;
    uint32_t people = done ? struck_people(r, e->head) : NONE, first = people == NONE ? NONE : instance_behind(r, people);
    if (first == NONE) return;
    sg_ids told = {0};
    bool all = true;
    for (uint32_t c = first; c != NONE; c = c == first ? tk(r, c)->child : tk(r, c)->next) {
        if (c != first && tk(r, c)->deprel != SG_DEP_CONJ) continue;
        if (is_of_told_land(r, c)) sg_party_at(r, c, &told, sg_affected, false);
        else all = false;
    }
    if (!told.count) return;
    if (!all) sg_add_all(r, &told, &e->recipients);
    e->recipients = told;
    sg_because(r, e, "recipient", NULL, "party: those among them whose land is told", first, first);
}

/* "The Charter": what is written has its article, and people called Ban or Law have none. */
static bool has_article(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET) return true;
    return false;
}

/* "Welcomes the Programme of Action", "the Helsinki Agreement": what is written is nobody, though no table has its name. */
static void drop_papers(const sg_reader *r, sg_ids *ids) {
    static const char papers[] = "deal|document|paper|law|statute|resolution|proposal";
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *x = &r->d->ents[ids->at[i]];
        bool unknown = !x->country && !x->sector && !x->cameo && x->name && x->head != NONE && !is_somebody(r, x);
        bool paper = unknown && has_article(r, x->head) && sg_in_classes(r->d, x->head, sg_str_of(papers));
        if (!paper) ids->at[n++] = ids->at[i];
    }
    ids->count = n;
}

/* "Each accused the other of having fired", "each promised the other": on an equal footing, and nobody else is meant. */
static void mean_each_other(const sg_reader *r, sg_ev *e) {
    if (!e->type || tk(r, e->head)->upos != SG_POS_VERB || !sg_is_mutual(r, e, e->head)) return;
    e->reciprocal = true, e->recipients = (sg_ids){0};
}

void sg_keep(sg_reader *r, sg_ev *e) {
    for (sg_ev *next; e; e = next) {
        next = e->next;
        e->next = NULL; /* each stands for itself from here on */
        mend_type(r, e);
        if (e->speech && e->time == NONE) e->time = day_of_document(r, e);
        sg_name_parties(r, e);
        mean_each_other(r, e);
        speak_oneself(r, e), speak_for_own(r, e), lift_own(r, e);
        sg_drop_bidders(r, e), sg_peoples_as_states(r, e);
        sg_drop_towns_of_papers(r, &e->recipients); /* which an operator, or the network, took for a party */
        strikers(r, e);
        agree_together(r, e);
        join_in(r, e);
        sg_part_unknown(r, e);
        drop_bare_land(r, &e->actors);
        drop_bare_land(r, &e->recipients);
        contest(r, e);
        say_now(r, e);
        plan_ahead(r, e);
        spare_given(r, e);
        mean_presider(r, e);
        spare_self(r, e);
        thank_presider(r, e);
        drop_papers(r, &e->recipients);
        tell_all_examples(r, e);
        tell_instances(r, e);
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
        keep_prison(r, e);
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
