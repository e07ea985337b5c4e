/* event_in.h: what the files of the stage `event` share; nobody else includes it.
 *
 * event.c walks the tree. On its way event_sign.c tells how real what a word tells can be and when it was,
 * event_act.c reads one act, event_operator.c an act that takes others, event_party.c finds who stands where,
 * event_drop.c who is no party for all that, event_named.c asks the network, event_sure.c adds what it is sure of,
 * event_echo.c knows whose decision was condemned, event_denial.c what was denied, event_count.c of whom a mere number
 * is, event_stance.c reads positions. event_keep.c says the last of an act before it becomes a record, event_whole.c looks
 * at all of a sentence. */
#ifndef SG_EVENT_IN_H
#define SG_EVENT_IN_H

#include "algebra.h"
#include "event.h"

enum {
    DEPTH = 4, /* how deep acts stand inside acts (interface.md) */
    SAID = 6   /* "X said that Y said that …": further down nobody reads, or it would be read over and over */
};

enum { A_WORD, A_POS, A_TYPE, A_MODE, A_CAMEO, A_CONTEXT, A_ACTOR, A_RECIPIENT, A_FLAGS, A_NEEDS };
enum { O_WORD, O_POS, O_OP, O_SLOTS, O_FLAGS };
enum { C_OP, C_TYPE, C_MODE, C_CAMEO, C_OUT_TYPE, C_OUT_MODE, C_OUT_CAMEO };

/* What stands above a word. */
typedef struct sg_above {
    uint32_t subject;     /* token whose entities act where the word names nobody, or NONE */
    const sg_ids *actors; /* entities for the same, where no token stands for them */
    uint32_t carrier;     /* the light verb over a noun */
    uint32_t reach;       /* the operator over a noun: parsers hang the noun's phrases on it as often, or NONE */
    uint32_t source, hearsay[2];
    sg_realis realis;
    const char *modality, *phase;
    uint32_t bent;     /* the word above that makes acts less than real, or NONE */
    uint32_t times_at; /* the highest word of the chain: its dates count too */
    int depth;
    int said;     /* words of saying above it */
    bool network; /* the word may be read by the network alone (likely.h): none that stands in another's slots is */
} sg_above;

typedef struct sg_reader {
    sg_doc *d;
    sg_events *out;
    bool *seen;        /* by tok: read already */
    sg_ev **inner;     /* by tok: the act inside another that this word is, or NULL */
    sg_ev **made;      /* by tok: the act whose trigger this word is, or NULL */
    const bool *loose; /* by tok: an act even where the needs of no row are met; NULL: nowhere */
    sg_arena *a;
} sg_reader;

/* What the words that hang on a verb say of it. */
typedef struct sg_signs {
    bool future, negated, duty, conditional;
    bool unless; /* conditional: it will be done if another does not give way */
    bool may;    /* it could be done */
    bool told;   /* conditional: it was done all the same */
    bool shared; /* by a verb before it that it is joined to */
    uint32_t at; /* the word that says so, or NONE */
} sg_signs;

/* For an act that the network alone tells of two known parties; of one; by a noun, which seldom tells one; and the same
 * where the table has the word for acts of that type. What comes of it is judged by its confidence. */
enum {
    LIKELY = SG_SURE * 4 / 10,
    SURELY = SG_SURE * 8 / 10,
    NEVER = SG_SURE * 2 / 100, /* less than this: the network does not think of it at all */
    HARDLY = SG_SURE * 5 / 100,
    UNLIKELY = SG_SURE * 2 / 10,
    ODDS_ON = SG_SURE / 2,
    RATHER = SG_SURE * 65 / 100,
    ALL_BUT_SURE = SG_SURE * 9 / 10,
    NOUN_LIKELY = SG_SURE * 6 / 10,
    KNOWN_LIKELY = SG_SURE * 3 / 10,
    KNOWN_NOUN_LIKELY = SG_SURE * 4 / 10
};

/* How a word is looked up as an act: by its rows, by the nearest of them, by the network alone, or by the row for whatever
 * several do together. */
typedef enum sg_manner { STRICTLY, LOOSELY, BY_NETWORK, TOGETHER } sg_manner;

static inline sg_tok *tk(const sg_reader *r, uint32_t t) {
    return &r->d->toks[t];
}

static inline sg_frame frame(const sg_reader *r, uint32_t t, uint32_t carrier, uint32_t subject) {
    sg_frame f = sg_frame_of(r->d, t, subject, tk(r, t)->upos != SG_POS_VERB);
    f.carrier = carrier;
    return f;
}

/* Has the table the word for acts of the type that the network takes it for, though no line of it fits here? */
static inline bool may_mean_it(const sg_reader *r, uint32_t t) {
    uint8_t act = tk(r, t)->likely.type[0].act;
    if (!r->d->acts || !act) return false;
    char pos = tk(r, t)->upos == SG_POS_NOUN ? 'n' : 'v';
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, t), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[A_POS][0] == pos && !strcmp(rows.row[i]->cell[A_TYPE], r->d->acts[act].type)) return true;
    return false;
}

/* How sure the network must be at least for the word to be read as an act by it. Speeches before an organisation of
 * states are full of words that come near to acts ("is open to", "stands for"). */
static inline int likely_at_least(const sg_reader *r, uint32_t t) {
    bool known = may_mean_it(r, t);
    if (r->d->hall && !known) return tk(r, t)->upos == SG_POS_VERB ? NOUN_LIKELY : SURELY;
    if (tk(r, t)->upos == SG_POS_VERB) return known ? KNOWN_LIKELY : LIKELY;
    return known ? KNOWN_NOUN_LIKELY : NOUN_LIKELY;
}

/* Is it so sure that acts of the same type beside it, or one that it stands in, do not matter? */
enum { APART = SG_SURE * 7 / 10 };
static inline bool is_sure(const sg_reader *r, uint32_t t) {
    return tk(r, t)->likely.type[0].p >= APART;
}

/* The same of acts beside it alone: a verb seldom names again what the sentence has told, as nouns do. */
static inline bool is_apart(const sg_reader *r, uint32_t t) {
    return is_sure(r, t) || (tk(r, t)->upos == SG_POS_VERB && tk(r, t)->likely.type[0].p >= ODDS_ON);
}

static inline bool flag(const sg_row *row, int cell, const char *name) {
    return sg_list_has(row->cell[cell], sg_str_of(name));
}

static inline const char *value(const char *cell) {
    return cell[0] && strcmp(cell, "-") != 0 ? cell : NULL;
}

static inline bool same_word(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Is the word, or one of this kind, the phrase's preposition? */
static inline bool has_case(const sg_reader *r, uint32_t t, const char *word, const char *kind) {
    for (uint32_t k = tk(r, t)->child; k != NONE; k = tk(r, k)->next) {
        bool fits = kind ? sg_word(r->d, k, kind) != NULL : sg_eqz(tk(r, k)->form, word);
        if (fits && tk(r, k)->deprel == SG_DEP_CASE) return true;
    }
    return false;
}

/* ---- event_party.c: who stands where ---- */

/* Slots of who acts through a thing: "Iran's drones", "a group of rebels"; and else whom it touches: "a border with Y". */
extern const char sg_behind[], sg_affected[];
/* The same party under two mentions, or of one side. */
bool sg_same_party(const sg_reader *r, uint32_t a, uint32_t b);
/* Lists of entities. */
void sg_add_id(sg_reader *r, sg_ids *ids, uint32_t e);
void sg_add_all(sg_reader *r, sg_ids *ids, const sg_ids *from);
void sg_drop_common(const sg_reader *r, sg_ids *from, const sg_ids *gone);
/* Leaves those who are of no land of `who`, in a list of their own: the old one may be another act's too. */
void sg_drop_lands_of(sg_reader *r, sg_ids *ids, const sg_ids *who);
/* An entity that no stage before has made. */
uint32_t sg_new_ent(sg_reader *r, sg_ent e);
/* Of a land and its own body that bears its name, the body alone. */
void sg_drop_owners(const sg_reader *r, sg_ids *ids);
/* What stands behind a field of an act. */
void sg_because(sg_reader *r, sg_ev *e, const char *field, const sg_row *row, const char *rule, uint32_t first,
                uint32_t last);
/* The entities that a token stands for; those of what owns a thing, by slots; false where there is none. */
bool sg_add_ents(sg_reader *r, sg_ids *ids, uint32_t t);
void sg_add_owner(sg_reader *r, sg_ids *ids, uint32_t t, const char *slots, int depth);
/* "against a new media law", "a police reform": what a law is about, and nobody whose law it is, unless he makes laws. */
bool sg_is_regulated(const sg_reader *r, uint32_t t);
/* Who is meant by a word in a party's place; for a thing, those in its own slots of the list `owner`; `somebody`: a name
 * that no table knows is a party too. */
void sg_party_at(sg_reader *r, uint32_t t, sg_ids *ids, const char *owner, bool somebody);
/* The parties in the first slot that is filled; for a thing, those in its own slots of the list `owner`. */
void sg_parties(sg_reader *r, const sg_frame *fr, const char *slots, sg_ids *ids, const char *owner);
/* A party in a phrase with one of these prepositions, below nouns only. */
bool sg_party_in(sg_reader *r, uint32_t t, const char *slots, sg_ids *ids, int depth);
/* Does the participle tell who brought others together: "brokered by Qatar"? */
bool sg_brings_together(const sg_reader *, uint32_t participle);
/* "Member states", "thirty countries": several, and so none of them. */
bool sg_are_states(const sg_reader *r, uint32_t t);
/* "The attack, condemned by X": does he say what he thinks of the act that the noun names? */
bool sg_judges(const sg_reader *r, uint32_t who, uint32_t noun);
/* Who acts by what stands above; may he be the one? */
void sg_add_above(sg_reader *r, sg_ids *ids, const sg_above *up);
bool sg_lacks_agent(const sg_reader *r, uint32_t t);
/* Lands: is it one, another than those who act are of; those of other lands. */
bool sg_is_land(const sg_ent *e);
bool sg_is_abroad(const sg_reader *r, uint32_t id, const sg_ids *actors);
void sg_add_foreign(sg_reader *r, sg_ids *to, const sg_ids *them, const sg_ids *these);
/* Both sides of an act, by its row and by what such acts are like. */
void sg_gather_parties(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const sg_above *up);

/* "Rejected the Lusaka accord": the town in which a paper was drawn up is no party. */
void sg_drop_towns_of_papers(const sg_reader *r, sg_ids *ids);
/* "Pulled out of Salaheddine", "flown to Mbuji": a name that nothing is known of is where they go or leave, no party. */
void sg_drop_strange_places(const sg_reader *, sg_ev *);

/* "Shelled each other's villages": what several do to what is theirs they do to one another. */
bool sg_is_mutual(const sg_reader *r, const sg_ev *e, uint32_t verb);

/* ---- event_drop.c: who stands in a slot and is no party ---- */

/* "A foreign ministers' meeting with Peru": ministers of no land, who tell what kind of meeting it is. */
void sg_drop_kind_of_meeting(const sg_reader *r, uint32_t noun, sg_ids *ids);
/* Goods and their makers, causes, whose bidding was done, villages that forces leave. */
void sg_drop_no_parties(sg_reader *r, sg_ev *e);
/* Before whom another is accused is not accused: "with the Union against Chad". */
void sg_spare_forums(sg_reader *, sg_ev *);
/* Of them, whose bidding was done: the network takes him for a party too; and the town from which who acts speaks. */
void sg_drop_bidders(const sg_reader *r, sg_ev *e);
/* "According to the rebels", "to figures compiled by the rebels": who only tells it did not do it, nor anybody else of his
 * phrase. */
bool sg_is_told_by(const sg_reader *r, uint32_t t);
/* "Kenyans and Ugandans signed a truce": peoples that treat with each other do so as their states. */
void sg_peoples_as_states(sg_reader *r, sg_ev *e);

/* ---- event_named.c: parties by the network ---- */

/* Whom the network takes for the parties, where the tree gave none, or others in whom it believes far less. */
void sg_name_parties(sg_reader *r, sg_ev *e);
/* Of unknown persons, the land and sector of those on the other side is none. */
void sg_part_unknown(sg_reader *r, sg_ev *e);

/* ---- event_sign.c: what is said of an act ---- */

/* How real an act can be at most. */
void sg_raise(sg_realis *now, sg_realis to);
void sg_bend(sg_reader *r, sg_ev *e, sg_realis to, uint32_t at);
/* What auxiliaries, negation, conditions and hedges on a word say; what it asks or leaves open. */
sg_signs sg_local_signs(sg_reader *r, uint32_t t, sg_above *up);
bool sg_negates(const sg_reader *r, uint32_t c);
bool sg_has_sign(sg_reader *r, uint32_t t, const char *kind);
bool sg_is_condition(const sg_reader *r, uint32_t t);
bool sg_is_ultimatum(sg_reader *r, uint32_t t);
/* "will not return until the ministry raises wages": what somebody waits for has not been done. */
bool sg_is_awaited(const sg_reader *r, uint32_t t);
bool sg_speaks_openly(sg_reader *r, uint32_t t);
/* Where a word stands; the day of what it tells. */
bool sg_below(const sg_reader *r, uint32_t t, uint32_t top, uint32_t stop);
bool sg_in_clause(const sg_reader *r, uint32_t t, uint32_t top);
void sg_find_time(sg_reader *r, sg_ev *e, uint32_t chain);
/* Does a table read the verb as something said? */
bool sg_is_speech(const sg_reader *, uint32_t verb);

/* ---- event_act.c: one act ---- */

/* An act told by these words, empty; acts inside another. */
sg_ev *sg_new_ev(sg_reader *r, uint32_t head, uint32_t first, uint32_t last, const sg_above *up);
void sg_link_content(sg_reader *r, sg_ev *outer, sg_ev *inner, const char *link);
sg_above sg_inside(const sg_above *up, sg_realis realis);
/* The subject of a verb's own clause. */
uint32_t sg_own_subject(const sg_reader *r, uint32_t t);
/* Contexts from words and from parties. */
const char *sg_joined(sg_reader *r, const char *a, const char *b);
void sg_contexts(sg_reader *r, sg_ev *e, uint32_t t, int depth);
void sg_contexts_by_party(sg_reader *r, sg_ev *e);
/* "Was found not guilty": the network hears the guilt, and overlooks what stands before it. */
bool sg_acquits(const sg_reader *, uint32_t verb, const char *type, const char *other);
/* "May have been killed": what is over is no threat, unlike "may be killed". */
bool sg_is_over(const sg_reader *, uint32_t verb);
/* Is it of the kinds that both sides want? */
bool sg_cooperative(const sg_ev *e);
/* The act that a word tells by the table of acts, or by the network. */
sg_ev *sg_read_act(sg_reader *r, uint32_t t, sg_above up, sg_manner how);
/* "will spare no effort": is the word a figure of speech, by a row of the tables that says so? */
bool sg_is_figure_here(sg_reader *, uint32_t verb);

/* ---- event_operator.c: acts that take acts ---- */

/* "said on Monday that Y must stop": the day of the word of saying, and not of what is `said`; NONE: it tells none. */
uint32_t sg_time_of_saying(const sg_reader *, uint32_t said, uint32_t saying);

/* The act that an operator makes of those inside it; the goods that are asked for or promised. */
sg_ev *sg_read_operator(sg_reader *r, uint32_t t, sg_above up, sg_signs *s, bool nominal, bool *report);
/* Saying and denial above a clause in which the operator found no act. */
void sg_under_speech(sg_reader *r, uint32_t clause, sg_above *up);
bool sg_names_goods(const sg_reader *r, uint32_t t);
/* An inner word that is no act: its words still tell what was agreed or asked. */
sg_ev *sg_untyped(sg_reader *r, uint32_t t, const sg_above *up);
/* What was refused, in its own words, where no act of its object is known. */
void sg_tell_refused(sg_reader *r, sg_ev *e, sg_above up);
/* What auxiliaries and negation make of acts that were read, and of those that a report tells. */
sg_ev *sg_under_signs(sg_reader *r, sg_ev *list, const sg_above *up, uint32_t t, const sg_signs *s);
sg_ev *sg_under_report(sg_reader *r, sg_ev *list, const sg_signs *s);

/* ---- event_echo.c ---- */

/* Does the noun ("this proposal") stand for what somebody of another land has told before? */
bool sg_echoes_another(sg_reader *r, uint32_t noun, const sg_ids *who);
/* Who did what is praised or blamed by a noun that stands for it, in the acts from this one on. */
void sg_tell_echoed(sg_reader *r, size_t from);

/* ---- event_count.c ---- */

/* "Thousands marched. More than 300 were arrested": of whom the number is, where it stands alone. */
void sg_tell_counted(sg_reader *r, size_t from);

/* Who does what a title tells of nobody, by the first sentences. */
void sg_tell_headline(sg_reader *r);

/* ---- event_denial.c ---- */

/* "Denied it", "denied the charge", "denied involvement": the deed told before is denied. */
void sg_tell_denied(sg_reader *r, const sg_sent *s, size_t from);

/* ---- event_sure.c ---- */

/* Acts of a sentence that the network is sure of, beside those kept since `from`. */
void sg_read_sure(sg_reader *r, const sg_sent *s, const sg_above *sentence, size_t from);

/* ---- event_stance.c: positions ---- */

/* The position that a noun tells ("its position on Y"), or NULL. */
sg_ev *sg_read_stance(sg_reader *r, uint32_t noun, sg_above up);

/* ---- event_keep.c ---- */

/* An act, and those behind it, become records. */
void sg_keep(sg_reader *r, sg_ev *e);

/* ---- event_whole.c: the records of one sentence, from the number `from` on ---- */

/* What the network alone told beside a reading of the same kind, echoes, and what one word told twice of the same
 * people. */
void sg_drop_doubles(sg_reader *r, size_t from);
/* Those whom a deed struck are none of the accused of the acts in whose phrases it is named. */
void sg_clear_sufferers(sg_reader *r, size_t from);
/* "The truce took effect": between those who agreed on it, in this sentence or shortly before. */
void sg_tell_truce(sg_reader *r, size_t from);
/* "Said after talks with Y", "In a telephone call with Y, X called for a truce": who then speaks was the other one there; a
 * person too who does anything else then. */
void sg_tell_talker(sg_reader *r, size_t from);
/* "X and Y signed a truce brokered by Z": those between whom Z mediated are named by the verb alone. */
void sg_tell_mediated(sg_reader *r, const sg_sent *s, const sg_above *up, size_t from);
/* "Kenya condemned it, as did Uganda", "and so did Ghana": the same deed once more, of others. */
void sg_tell_did_too(sg_reader *r, const sg_sent *s, size_t from);
/* "Chad expelled three envoys; Mali followed suit", "a day after Mali did the same": the act told last, by another. */
void sg_tell_likewise(sg_reader *r, const sg_sent *s);
/* "Chad expelled three envoys. Mali declined to do so": the same deed, refused. */
void sg_tell_refused_likewise(sg_reader *r, size_t from);

/* ---- event_gap.c ---- */

/* "Peru expelled two envoys and Chile three", "killed ten in Mali and six in Niger": the act once more, of others. */
void sg_tell_gapped(sg_reader *r, size_t from);

/* ---- event.c: the walk ---- */

/* Is the word part of a name, or does it only say how something is? */
bool sg_tells_nothing(const sg_reader *r, uint32_t t);
/* Does the verb tell what is made up? */
bool sg_is_fiction(const sg_reader *r, uint32_t t);
/* "It is crucial that they agree": is the clause of this verb only wished? */
/* "Warned that Chad had shelled a camp": does the word, which could threaten, tell of what happened or is under way? */
bool sg_warns_of_fact(const sg_reader *, uint32_t tok);
/* "Rebels could attack the town": a deed that may be done. To say that one may do other things is to allow them, or to
 * threaten with them. */
bool sg_is_only_possible(const sg_ev *, const sg_signs *);
bool sg_is_made_by_not(const char *type);
/* Is the verb, with its auxiliaries, a finite past form, and no modal? */
bool sg_is_past(const sg_reader *, uint32_t tok);
bool sg_is_wished(const sg_reader *r, uint32_t t);
/* "it is important for Peru to release them", "it is time for Peru to yield": what is wished of somebody is his duty. */
bool sg_is_wished_of(sg_reader *r, uint32_t t);
/* Who ought to do what the infinitive tells: "Chad has a duty to free them", "it is the duty of Chad to", "it is incumbent on Chad
 * to", "the time has come for Chad to", "it is for Chad to", "it is high time that Chad freed", "Chad had better free"; or NONE. */
uint32_t sg_charged(sg_reader *r, uint32_t t);
/* Who holds, or does, what must be given back or end: "the islands which X holds must be returned", "the embargo imposed by X
 * must be lifted", "X's raids must stop". */
void sg_those_behind(sg_reader *r, uint32_t verb, sg_ids *ids);
/* "must", "should": is it told as what somebody is to do? */
bool sg_has_duty(const sg_reader *r, uint32_t t);
/* "has to withdraw": of the second verb. */
bool sg_is_obliged(const sg_reader *r, uint32_t t);
/* The clause below a verb that leaves open what will be ("whether it will lend", "when to sign"); NONE: none. */
uint32_t sg_open_clause(const sg_reader *r, uint32_t t);
/* A verb, or what a copula makes one; whether a word in an operator's slot may be the act that it takes. */
bool sg_is_predicate(const sg_reader *r, uint32_t t);
bool sg_may_be_inner(const sg_reader *r, uint32_t word, uint32_t t, bool asks);
/* What acts a word tells. */
sg_ev *sg_read_word(sg_reader *r, uint32_t t, sg_above up);

#endif
