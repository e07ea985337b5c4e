/* refer_in.h: what the files of the stage `refer` share; nobody else includes it.
 *
 * refer.c goes mention by mention and asks them in turn: refer_person.c for pronouns, refer_owner.c for what a
 * description's own words say, refer_role.c for roles that nothing else tells of, refer_pair.c for two or several at
 * once, refer_group.c for collectives and bodies, refer_body.c and refer_trait.c for bodies and lands told by their
 * kind, refer_league.c for bodies whose names are made of common words, refer_captive.c for those who are held,
 * refer_accused.c for those before the court, refer_office.c for who is told by office or deed alone, refer_crew.c for
 * those aboard, refer_guest.c for guests and hosts, refer_other.c for those from elsewhere. Under them, refer_land.c knows which lands the text is about and
 * refer_take.c how a word takes the party of another. `t` is a token, `id` a mention, `ref` one of a chain; NONE, NULL
 * or 0: there is none. */
#ifndef SG_REFER_IN_H
#define SG_REFER_IN_H

#include "actor.h"
#include "author.h"
#include "holder.h"
#include "issuer.h"
#include "mention.h"
#include "orator.h"
#include "phrase.h"
#include "refer.h"
#include "speaker.h"
#include "station.h"

enum {
    BACK = 4,      /* sentences that are looked back through */
    PAIR_BACK = 3, /* for a pair */
    REACH = 400,   /* words, in all */
    TOP = 2,
    WALK = 24, /* mentions of a chain */
    LANDS = 12,
    DATELINE = 5 /* what it counts: as much as such a body named in the sentence before */
};

/* Does the table of acts know the word as of one of these types, or that of operators as one of these? */
static inline bool sg_is_known_as(const sg_doc *d, uint32_t t, sg_table_id table, const char *what) {
    enum { TYPE = 2 }; /* of acts; of operators what they do */
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], table);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(what, sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

/* A word stands for no more than these: "they" after a list of lists. */
enum { MOST = SG_STATES_MOST };

/* How likely the network must find a sector at least, and at most that the word names nobody; both of what may be a
 * thing. */
enum { LIKELY = SG_SURE * 3 / 10, NOBODY = SG_SURE * 8 / 10, SURE = SG_SURE * 6 / 10, NOTHING = SG_SURE / 10 };

/* The lands that the text is about, and how much speaks for each. */
typedef struct tally {
    const char *country;
    double score, here; /* in all; at most in the sentence at hand */
} tally;

typedef bool wanted(const sg_doc *, const sg_tok *);

static inline const char *grammar(const sg_doc *d, uint32_t t, const char *kind) {
    const char *v = sg_kind_value(&d->toks[t].by_key, kind);
    return v ? v : sg_kind_value(&d->toks[t].by_lemma, kind);
}

/* Could both be the same man, woman or thing? */
static inline bool sg_may_be_of_sex(const sg_ref *a, const sg_ref *b) {
    return (a->gender & a->sex & b->gender & b->sex) != 0;
}

static inline bool is_modifier(const sg_tok *t) {
    return t->deprel == SG_DEP_NMOD_POSS || t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_COMPOUND;
}

/* ---- refer_land.c: lands that the text speaks of, and where a word stands ---- */

/* The first word that is looked back to from `t`: BACK sentences, REACH words. */
uint32_t sg_reach_back(const sg_doc *d, uint32_t t);
/* One who serves an organisation, known by its actor code? */
bool sg_is_body(const sg_ent *e);
/* The subject of the clause that a word stands in; whom "who" stands for. */
uint32_t sg_clause_subject(const sg_doc *d, uint32_t t);
/* One who deals with them: the mediator who met both sides is none of these. */
uint32_t sg_dealer_with(const sg_doc *d, uint32_t t);
/* The country of the one who deals with them there. */
const char *sg_clause_country(const sg_doc *d, uint32_t t);
/* The land that is dealt with in the word's clause: of its object by the subject, of the subject by others. */
const char *sg_faced_country(const sg_doc *d, uint32_t t);
/* The two lands that the text before `t` is about, the first before the second: each sentence speaks for those that it
 * names, the less the further back it stands. */
size_t sg_weigh_lands(const sg_doc *d, uint32_t t, tally best[TOP]);
/* The two countries that the text is about just before `t`. */
size_t sg_two_countries(const sg_doc *d, uint32_t t, const char *out[TOP]);
/* "The two countries": those at hand, else the two of which the whole text is. */
size_t sg_two_states(const sg_doc *d, uint32_t t, const char *out[TOP]);
/* The land of the town that fighters shell or take, or only of one that they take; NULL: no town. */
const char *sg_land_fought_for(const sg_doc *d, uint32_t t, bool taken);
/* The country of the dateline's place, or NULL. */
const char *sg_dateline_land(const sg_doc *d);
/* The country that a word is said to be in: "in Moscow", "across Peru"; NULL if it is no such phrase. */
const char *sg_lies_in(const sg_doc *d, uint32_t t);
/* The verb that has the subject of a clause that goes on: of "welcomed it but urged" the first. */
uint32_t sg_verb_with_subject(const sg_doc *d, uint32_t verb);
/* "French soldiers landed in Chad. The rebels ...", "The Danish minister visited Niger. Police ...": the land to which those
 * of another came in the sentence before; NULL where nobody did. */
const char *sg_scene_before(const sg_doc *d, uint32_t t);
/* The same with what is coordinated: "in Paris and Berlin". */
size_t sg_lies_in_all(const sg_doc *d, uint32_t t, const char *codes[MOST]);
/* The land of the scene of the word's own sentence. */
const char *sg_scene_land(const sg_doc *d, uint32_t t);
/* The other one of the two countries at hand: "its neighbour", "her counterpart". */
const char *sg_other_country(const sg_doc *d, uint32_t t, const char *than);
/* The verb that the phrase stands with. */
uint32_t sg_verb_over(const sg_doc *d, uint32_t t);

/* ---- refer_body.c: bodies told by their kind ---- */

/* The body named last that "the party", "the newspaper", "the group" may stand for. NONE: none was, or another came
 * between.
 * `role`: the line of roles that knows the word, or NULL. */
uint32_t sg_body_before(const sg_doc *d, uint32_t t, const sg_row *role);
/* "An official of the ministry": of the land that the ministry was found to be of. */
void sg_serve_body(sg_doc *d, uint32_t t);

/* ---- refer_trait.c: lands told by their kind ---- */

/* "The Nordic country": the land of such a kind that was named last stands for the word. False: none was. */
bool sg_trait_here(sg_doc *d, uint32_t t);
/* "That country": the land named last, in its sentence or the one before. False: none was. */
bool sg_that_land_here(sg_doc *d, uint32_t t);
/* Has the label of who says so his land in brackets, as the records of meetings of states have it? */
bool sg_in_meeting(const sg_doc *d, uint32_t t);
/* The neighbour of the land that was named last before the word; NULL: none was. */
const char *sg_neighbour_of(const sg_doc *d, uint32_t t, const char *land);

/* ---- refer_take.c: whose party a word takes ---- */

/* "All three", "all three countries": does the word say that a number is all of those named before? */
bool sg_is_whole_number(const sg_doc *d, uint32_t all);
/* Does a definite word stand before the noun? Two: "the two", "both"; a bare "two" names new ones. */
bool sg_is_definite(const sg_doc *d, uint32_t t, bool *two);
/* "The president", and nothing more. */
bool sg_is_bare_the(const sg_doc *d, uint32_t t);
/* "The delegation", behind the same word for people or a body. */
bool sg_is_group_again(const sg_doc *d, uint32_t t, uint32_t before);
/* What may be meant: a body; a state; many of whatever kind; several with a sector. */
bool sg_want_body(const sg_doc *d, const sg_tok *k);
bool sg_want_state(const sg_doc *d, const sg_tok *k);
bool sg_want_many(const sg_doc *d, const sg_tok *k);
bool sg_want_several(const sg_doc *d, const sg_tok *k);
/* The nearest head that fits: of its sentence the subject before others. NONE if there is none. */
uint32_t sg_antecedent_of(const sg_doc *d, uint32_t t, wanted *fits);
/* The parties at `from` for `t` too, with those that `from` is coordinated with. */
void sg_copy_all(sg_doc *d, uint32_t t, uint32_t from, uint8_t by, bool coordinated);
/* Who speaks the clause that `t` stands in: the subject of the verb that it is a complement of. */
uint32_t sg_speaker_at(const sg_doc *d, uint32_t t);
/* These countries as wholes for `t`. */
void sg_countries_here(sg_doc *d, uint32_t t, const char *const *codes, size_t count);
/* The head word of a mention of a chain. */
const sg_tok *sg_head_of(const sg_doc *d, uint32_t ref);
/* Does any member of a pair, or the mention itself, have a party; with a country? */
int sg_knows_ref(const sg_doc *d, uint32_t ref);
/* The mention before, of the same chain, whose party is known, with its country if there is one. */
uint32_t sg_told_ref(const sg_doc *d, uint32_t ref);
/* The parties of a mention for `t`; with those beside it where they share one noun or the mention is a pair. */
void sg_copy_ref(sg_doc *d, uint32_t t, uint32_t ref, uint8_t by);
/* Several parties, or the two of a pair, for `t`. */
void sg_copy_each(sg_doc *d, uint32_t t, const uint32_t *from, size_t count);
void sg_copy_two(sg_doc *d, uint32_t t, const uint32_t two[TOP]);

/* ---- refer_person.c: pronouns ---- */

/* "I", "we", "my": who speaks, in a quotation or the whole text. */
void sg_first_person(sg_doc *d, uint32_t id);
/* "They marched against it. They called for ...": the same pronoun goes on with the same verb's place; "X
 * wrote to Y. He asked him": so do both of two. */
bool sg_goes_on_with(const sg_doc *d, uint32_t id);
/* "X meets Y", over a text in which X, whom the table has as a former minister, is told to be somebody in office. */
void sg_tell_namesakes(sg_doc *);
/* Is he who says "we" told behind it ("..., the union said"), or to be told there? */
bool sg_is_told_behind(const sg_doc *d, uint32_t id);
/* "I", "we", "my" in a speech, where nobody is quoted. */
bool sg_is_orator(const sg_doc *d, uint32_t id);
/* "Peru closed its border", "Peru has recalled its envoy": its own. NONE where it is no such thing. */
uint32_t sg_own_of_subject(const sg_doc *d, uint32_t t);
/* "Chad and its rebels": the one that they are joined to. NONE where it is no such thing. */
uint32_t sg_own_of_joined(const sg_doc *d, uint32_t t);
/* "Peru is angry, and its papers complain of it", "Peru spoke last. Its envoy named two spies": of the subject of the
 * clause or the sentence before, where the word opens the next one's subject. */
uint32_t sg_own_of_clause(const sg_doc *d, uint32_t t, uint8_t form);
/* "The court banned the union and jailed its leaders", "two papers were shut and their editors held": those to whom the
 * same harm goes on are of the body that was harmed, and not of whoever harms it. NONE where it is no such thing. */
uint32_t sg_own_of_harmed(const sg_doc *d, const sg_ref *r);
/* "The African Union suspended Chad and urged its army to yield": what a state alone has is of the state dealt with, and not
 * of the organisation that asks. NONE where it is no such thing. */
uint32_t sg_own_of_dealt(const sg_doc *d, const sg_ref *r);
/* "It accused the government": whom it blames is not itself; is the mention `ref` of that side? */
bool sg_blames_own_side(const sg_doc *d, uint32_t t, uint32_t ref);
/* "They urged the authorities": when all are told, those who ask a government or blame it are not that government. */
void sg_part_sides(sg_doc *d);
/* "He", "they", "its": by the chain, else by the clause, else who was said last. */
void sg_third_person(sg_doc *d, uint32_t id);

/* ---- refer_other.c: people from elsewhere ---- */

/* Of which land people of the sector are not, by what their verb tells; NULL: it tells nothing of the kind. */
const char *sg_land_not_theirs(const sg_doc *d, uint32_t t, const char *sector);
/* "Exiles", "exiled monks", "leaders in exile". */
bool sg_is_exiled(const sg_doc *d, uint32_t t);
/* Whom a land takes in from another one, and who has fled, are refugees. */
void sg_tell_refugees(sg_doc *d);
/* "Gunmen in Lagos": where they shoot does not tell whose they are. */
void sg_spare_unknown(sg_doc *d);

/* ---- refer_captive.c: who is held ---- */

/* "The captives", "those held": whom a verb before took. */
void sg_tell_captives(sg_doc *d);

/* ---- refer_accused.c: who stands before police and courts ---- */

/* "Ana Quispe was charged with ...", of whom only the network says what she is, and not surely: a private person. */
void sg_tell_accused(sg_doc *d);
/* What is known against the network's guess stands instead of it, where others ask for the guess later. */
void sg_put_right(sg_doc *d, uint32_t t, const char *sector);

/* ---- refer_office.c: who is meant by his office or deed alone ---- */

/* "X rang the Chadian president. The president urged the opposition of Y": he who holds the office in the land of those to
 * whom he speaks at home; with an organ of no land, the one told by name. NONE: it is no such clause. */
uint32_t sg_holder_facing(const sg_doc *d, uint32_t t, const sg_row *role);
/* "A policeman shot an envoy. The gunman ...": who was told to do so before. NONE: nobody. */
uint32_t sg_doer_told(const sg_doc *d, uint32_t t, const sg_row *role);
/* "President X spoke. The billionaire ...": the one person whom the sentence before names. NONE: it is no such word. */
uint32_t sg_told_by_epithet(const sg_doc *d, uint32_t t);

/* ---- refer_crew.c: who is aboard ---- */

/* "The captain", "the crew": of the vessel told of before. */
void sg_tell_crews(sg_doc *d);

/* ---- refer_guest.c: who visits whom ---- */

/* "The visitor", "his host", "the visiting minister": by the visit told before. */
void sg_tell_guests(sg_doc *d);
/* "X received the visiting Chadian minister. The two governments signed ...": the lands of guest and host, of a visit just
 * told. */
size_t sg_visit_lands(const sg_doc *d, uint32_t t, const char *out[TOP]);

/* ---- refer_pair.c: two or several at once ---- */

/* Officials of several lands, as words: one who spoke with, met or rang others within so many sentences, and they; who
 * only tells of it is none of them. Of three, "the two" are those whom the one met. */
size_t sg_dealing_parties(const sg_doc *d, uint32_t id, uint32_t back, bool two, uint32_t out[MOST]);
/* "Minister X and his colleague proposed it": two officials of two lands, together the subject of this sentence or the one
 * before. */
size_t sg_joined_subjects(const sg_doc *d, uint32_t id, uint32_t two[MOST]);
/* Two people whom one sentence, this one or the one before, has named one by one: "X met rebel leader Y. The two ...". */
bool sg_two_just_named(const sg_doc *d, uint32_t id, uint32_t out[TOP]);
/* "The two sides exchanged views", "the sides noted": what is told of them is talk. */
bool sg_told_of_talk(const sg_doc *d, uint32_t t);
/* "Both sides", "the pair", "the two": who was named together, or the two that were named last. */
void sg_both_sides(sg_doc *d, uint32_t id, bool people, bool sides);
/* "X and Y talked. X asked for a meeting of the ministers of both countries": theirs, where the asker is one of them; 0: none. */
size_t sg_talking_lands(const sg_doc *d, uint32_t t, const char *codes[TOP]);
/* "The five", after "five activists": these; "the two", "both", "the pair", which may be people only. */
void sg_so_many(sg_doc *d, uint32_t id, bool people);
/* "The former", "the latter": one of the two that were last named together. */
void sg_one_of_two(sg_doc *d, uint32_t id);
/* What the chain says, where it is several, or one who serves nobody's land. */
bool sg_several_by_chain(sg_doc *d, uint32_t id, const sg_row *role, bool two);
/* "Minister X and his colleague proposed it. The two ministers ...", "met his colleague": the two officials of two lands
 * who were named last, and together. */
bool sg_two_together(sg_doc *d, uint32_t id, const sg_row *role);
/* "The two foreign ministers": the two of that very office, of two lands, who were named last. */
bool sg_two_of_office(sg_doc *d, uint32_t id, const sg_row *role);
/* "The two armies": two people just named, else the several last said, else the two lands at hand. */
bool sg_two_of_role(sg_doc *d, uint32_t id, const sg_row *role);
/* "The Parties", in a text that states sign. */
bool sg_signing_parties(sg_doc *d, uint32_t id);
/* "The French Party", in a paper in which "the two Parties" agree: its state, and no political party. */
void sg_parties_of_paper(sg_doc *d);
/* One person of a government: he stands for it alone. */
bool sg_governs_alone(const sg_ent *e);
/* "The leaders", after "President X and Prime Minister Y", or "President X met Prime Minister Y": of the states of those
 * who were last named together. */
size_t sg_named_together(const sg_doc *d, uint32_t t, const char *codes[MOST]);
/* "The leaders agreed": with the article, and nothing beside it says of which land. */
bool sg_are_plain(const sg_doc *d, uint32_t t);
/* "The three countries", "the five states": those of the last list that names as many, 0 where there is none. */
size_t sg_listed_states(const sg_doc *d, uint32_t t, const char *codes[MOST]);
/* "The ministers of trade and transport of Chad and Niger": of the states that stand as a list between them and their
 * verb. */
bool sg_serves_states_within(sg_doc *d, uint32_t t, const sg_row *role);
/* "The three Ministers", written with a capital in a text that they sign. */
bool sg_signing_role(sg_doc *d, uint32_t t, const sg_row *role);

/* ---- refer_owner.c: whose a description is ---- */

/* "The rebels ... their spokesman", "the union ... its chief": one who serves them is of their sector; NULL: of his own.
 * A president or leader is the land's, unless he is a side's or a body's; a commander, unless he is a side's that
 * fights. */
const char *sg_sector_of_owner(const sg_doc *d, uint32_t t, const sg_row *role);
/* The owner's party, where it has a country: "its troops", "Peru's troops", "Peru, whose troops". */
const sg_ent *sg_owner_of(const sg_doc *d, uint32_t t);
/* The code of a party: its country, or its organisation's. */
const char *sg_code_of(const sg_ent *e);
/* Whose it is, several too: "their troops". */
size_t sg_owners_of(const sg_doc *d, uint32_t t, const char *codes[MOST]);
/* Embassies, ambassadors: they stand in another land than their own. */
bool sg_serves_abroad(const sg_row *role);
/* "A French base": its own words say of which land it is, before the place behind them does. */
bool sg_is_called_of_land(const sg_doc *d, uint32_t t);
/* "The British branch of the Peruvian league": a body called of one land, whatever land what it is of is called after. */
bool sg_is_called_of_one(const sg_doc *, uint32_t tok);
/* The one state of whose the word's own phrases say that it is, or NULL. */
const char *sg_sole_state_of(const sg_doc *d, uint32_t t);
/* "The foreign ministers", "fifteen presidents": of offices that a state has but once, several are of several states. */
bool sg_are_of_several(const sg_doc *d, uint32_t t, const sg_row *role);
/* Whose colleague he is: the owner told, else, where a pronoun tells none, whom he is joined to or who meets him. */
const sg_ent *sg_peer_of(const sg_doc *d, uint32_t t);
/* What the words beside a role say of its country: whose, where, "of the two countries". */
bool sg_role_by_words(sg_doc *d, uint32_t t, const sg_row *role);
/* "The general's men", "the rebels and their lads": those who fight for him whose they are; of the sector, if there is one. */
bool sg_is_of_troops(const sg_doc *d, uint32_t t, const char *sector);
/* Whose men they are, "Colonel X's" or "of Colonel X"; NULL: no such word, or nobody who is known. */
const sg_ent *sg_lord_of_troops(const sg_doc *d, uint32_t t);
/* The line of the tables for those of a sector whom no word tells. */
const sg_row *sg_row_of_sector(const sg_doc *d, const char *sector);
/* The same of a crowd by those who gather: "a student rally", "the miners' march". */
const sg_row *sg_row_of_crowd(const sg_doc *, uint32_t t, const char *sector);
/* The network's view of whom a word names, if it is sure enough: a sector, or NULL. */
const char *sg_sector_of(const sg_doc *d, const sg_ref *r);
/* "a base in Ghana", whatever the tree hangs the land on. */
const char *sg_land_behind(const sg_doc *d, uint32_t t);
/* "To the people and Government of Chad", where no table has the word: citizens, or whom the network takes them for. */
bool sg_belongs_beside(sg_doc *d, uint32_t id);
/* "The mission", "monitors", "friendly countries", "our partners": what is neither a land nor serves one is an
 * organisation of states, or several states. */
const char *sg_body_of_states(const sg_doc *d, uint32_t t);
/* "Experts", "a panel of scientists", in a text that names no organisation: people, and no states. */
bool sg_are_learned(const sg_doc *d, uint32_t t);
/* "The island", "the power". */
bool sg_is_called_state(const sg_doc *d, uint32_t t);
/* "His Peruvian colleague Ana Quispe", of whom no table knows: of the land that he is called of. */
bool sg_peer_role(sg_doc *d, uint32_t t);
/* The counterpart of a known body or person, which is of its kind. */
void sg_peer_sector(sg_doc *d, uint32_t t);

/* ---- refer_role.c: roles that nothing else tells of ---- */

/* Does the verb ask for something, blame or refuse? */
bool sg_is_at_odds(const sg_doc *d, uint32_t verb);
/* "Soviet militia" are police, "Brazil's military police" no soldiers: what such words stand for in those lands. */
void sg_call_as_there(sg_doc *d);
/* The line of the sector that the network is sure of, where that is another one; NULL where it is not. */
const sg_row *sg_network_of(const sg_doc *d, uint32_t t, const char *than);
/* A noun of a role without a country of its own. */
void sg_bare_role(sg_doc *d, uint32_t t, uint32_t id);

/* ---- refer_league.c: bodies whose names are made of common words ---- */

/* Leagues and societies, of the land told or else the report's, before anybody asks who wrote "the statement". */
void sg_name_leagues(sg_doc *d);
/* "73 organizations in Peru", "organizations and people of Peru": the land behind them; NULL: none is told. */
const char *sg_land_of_societies(const sg_doc *d, uint32_t t);
/* "Ana Quispe, secretary of the society": the party at `t` is made one of the society that the text told before. False: it
 * is no such party. */
bool sg_give_body_told(sg_doc *d, uint32_t t);

/* ---- refer_group.c: collectives and bodies ---- */

/* "Killed 11 rebels and captured 20": a number alone stands for people of those just counted. */
void sg_tell_counted(sg_doc *d);
/* "Arrested nine miners. Four of them": some of those are of the same party. */
void sg_tell_parts(sg_doc *d);
/* "The two countries", "both sides", "the country", "its neighbour". */
void sg_collective_party(sg_doc *d, uint32_t id, const char *what);
/* Is a state as a whole meant by the word? */
bool sg_is_whole_state(const sg_doc *d, uint32_t t);
/* The organisation of that code for `t`. */
void sg_organisation_here(sg_doc *d, uint32_t t, const char *code);
/* "The Council", "the Union", "the bloc": short for a body that the text names by more words, or, where its word is one for
 * organs of organisations, for the organisation that the text speaks of. */
bool sg_short_name_of(sg_doc *d, uint32_t id);
/* In a communique: who issues it, by the organ's short name or by a pronoun. */
bool sg_issuing_body(sg_doc *d, uint32_t id);
/* "The parties to the Convention", "the Conference of the Parties": all the states that have signed it. */
bool sg_all_who_signed(sg_doc *d, uint32_t t);
/* "The newest Member, Chad", "two new Members of the Organization: Chad and Niger": those who are named behind the word. */
bool sg_named_behind(sg_doc *d, uint32_t t);
/* "The summit condemned ...": those who met, told of before. */
bool sg_gathering_body(sg_doc *d, uint32_t id);

#endif
