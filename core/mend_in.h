/* mend_in.h: what the files of the stage `mend` share; nobody else includes it.
 *
 * mend.c says in which order a sentence is mended; each kind of mend has a file of its own, and mend_tree.c what all of
 * them ask. `t`, `verb`, `noun` and the like are tokens; `first` and `stop` are where the sentence begins and where it
 * ends. */
#ifndef SG_MEND_IN_H
#define SG_MEND_IN_H

#include "mend.h"
#include "parse.h"

enum { ROOM = 256, ROW = 12, POS = 1, TYPE = 2, FLAGS = 4, RECIPIENT = 7, ACT_FLAGS = 8 };

/* Have the tables the verb? Rows of it that ask who gets something? */
typedef struct known {
    bool verb, receiver;
} known;

static inline bool is_nominal(const sg_tok *t) {
    return t->upos == SG_POS_NOUN || t->upos == SG_POS_PROPN;
}

static inline bool is_outside(const sg_tok *t, uint32_t first, uint32_t last) {
    return t->head == NONE || t->head < first || t->head > last;
}

static inline bool is_hyphen(const sg_tok *t) {
    return t->form.n == 1 && t->form.s[0] == '-';
}

static inline void hang(sg_doc *d, uint32_t t, uint32_t head, sg_deprel rel) { /* what every mend does */
    sg_hang(d, t, head, rel);
}

static inline bool is_comma(const sg_tok *t) {
    return t->form.n == 1 && t->form.s[0] == ',';
}

/* ---- mend_tree.c: what mends ask of a tree and of the tables ---- */

/* Has en/grammar the word under this kind? */
bool sg_is_kind(const sg_doc *d, sg_str word, const char *kind);
/* Is it a day of the week? A day that is past, or any of the week? Words have no lemma_key yet. */
bool sg_is_weekday(const sg_doc *d, uint32_t t);
bool sg_may_be_past_day(const sg_doc *d, uint32_t t);
/* The words in normal form, joined by blanks; empty where there is no room. */
sg_str sg_phrase_at(const sg_doc *d, uint32_t first, uint32_t last, char *room);
/* Is the phrase a noun of the table of acts; of that or of classes? */
bool sg_is_noun_of_act(const sg_doc *d, sg_str phrase);
bool sg_is_noun_phrase(const sg_doc *d, sg_str phrase);
/* Does the table of roles have the word as a person's: "premier", "general"? */
bool sg_is_office(const sg_doc *d, uint32_t t);
/* Does a title stand before the name? */
bool sg_has_title(const sg_doc *d, uint32_t name);
/* Have the tables the verb, by itself? */
bool sg_is_known_verb(const sg_doc *d, sg_str lemma);
/* The verb of the tables that such a past, gerund or present can be of: what is left without its ending, with an e, or
 * with one letter instead of two; nothing: none. */
sg_str sg_verb_of_form(const sg_doc *d, sg_str low);
/* The same, with who gets something. */
known sg_known_verb(const sg_doc *d, sg_str lemma);
/* The word of a stretch that the words of it hang by, from `t` up. */
uint32_t sg_top_of(const sg_doc *d, uint32_t t, uint32_t first, uint32_t last);
/* A word for those of a land, or the name of a land or of a body. */
bool sg_is_of_land_here(const sg_doc *d, uint32_t t);
/* The name of a land? */
bool sg_is_land_name(const sg_doc *d, const sg_tok *t);
/* Does the verb tell what somebody says, by the tables? */
bool sg_is_saying(const sg_doc *d, const sg_tok *verb);
/* Do the tables know the verb with such an object: "break" with "ties"? */
bool sg_takes_object(const sg_doc *d, const sg_tok *verb, const sg_tok *noun);
/* The last word of the longest name of a land or a body that begins here, or NONE. */
uint32_t sg_land_from(const sg_doc *d, uint32_t t, uint32_t stop);
/* Is the word one of a role? */
bool sg_has_role(const sg_doc *d, uint32_t t);
/* Has the word a subject; a preposition? */
bool sg_has_subject(const sg_doc *d, uint32_t t);
bool sg_has_case(const sg_doc *d, uint32_t t);
/* Is it a land's adjective ("Greek", the last word of "South Korean") that no article makes one of its people? */
bool sg_is_land_adjective(const sg_doc *d, uint32_t t, uint32_t first);
/* Is the word the head of a land's or a body's name, of whatever length: "States" of the United States, "Republic" of
 * Korea? */
bool sg_heads_land(const sg_doc *d, uint32_t t);
/* Does the noun stand for several: in the plural, or a word for a group? */
bool sg_is_of_several(const sg_doc *d, uint32_t noun);
/* Of how many does a number before the noun tell, or 0. */
long sg_counted_by(const sg_doc *d, uint32_t noun);
/* Verbs before this word in its sentence, but for those that only tell of what kind a noun is? */
bool sg_has_verb(const sg_doc *d, const sg_sent *s);
/* The word's preposition, or nothing; is it of a class of en/classes? */
sg_str sg_case_word(const sg_doc *d, uint32_t t);
bool sg_is_of_class(const sg_doc *d, sg_str word, const char *class);

/* ---- mend_phrase.c: phrases, names and offices ---- */

/* "fired tear gas at": the verb that is none becomes a part of its noun, which takes its place and what it held. */
void sg_mend_verb(sg_doc *d, uint32_t verb);
/* "We are not satisfied with the answer": an adjective whose contrary the tables know, with "not" before it, is that. */
void sg_mend_not_so(sg_doc *d, uint32_t no);
/* "In May the premier flew": with a capital behind a preposition a month, and no auxiliary. */
void sg_mend_month_aux(sg_doc *d, uint32_t may);
/* "The Kremlin denies US claims": in capitals right behind a verb and before a noun the land, and no pronoun. */
void sg_mend_us(sg_doc *d, uint32_t us, const sg_sent *s);
/* "called the step groundless": a word of blame behind the object says what this is called, though it looks like an adverb. */
void sg_mend_called_so(sg_doc *d, uint32_t t);
/* "both of the parties" are both parties: the noun stands where the word for two of them stood. */
void sg_mend_both_of(sg_doc *d, uint32_t both, const sg_sent *s);
/* "Denies claims that it spied, and calls them absurd": behind a comma the one who denies goes on. */
void sg_mend_denier(sg_doc *d, uint32_t verb, uint32_t first);
/* "secretary-general": an office of two halves that both hang outside hangs by its first. */
void sg_mend_joint(sg_doc *d, uint32_t first);
/* "the party and government delegation": one body by a phrase of the tables hangs by its last word, and not by two. */
void sg_mend_coupled(sg_doc *d, uint32_t and);
/* "criticised Theresa May": names side by side that hang on one word in one way are one name. */
void sg_mend_name(sg_doc *d, uint32_t first);
/* "Human Rights Watch accused", "Save the Children sent": the verb in an organisation's name tells nothing. */
void sg_mend_verb_in_name(sg_doc *d, uint32_t first, uint32_t stop);
/* "met U.N. Secretary-General Ana Quispe": the body right before its officer's title is part of it, and no party. */
void sg_mend_body(sg_doc *d, uint32_t body);
/* "Chancellor X telephoned President Y": who stands behind the verb is no second name of who stands before it. */
void sg_mend_behind(sg_doc *d, uint32_t verb, uint32_t first);
void sg_mend_military(sg_doc *d, uint32_t t, const sg_sent *s);
/* "with Ana Quispe and Ivo Kovac": who is joined to a name is joined to all of it, and not to its last half; nor to a name
 * alone that was torn from its office. */
void sg_mend_second(sg_doc *d, uint32_t second);
/* "met the President of Peru X and the Chancellor of Chile Y": an office that is joined to a name is joined to the office
 * whose name that is, and Y is its holder. */
void sg_mend_titled(sg_doc *d, uint32_t t);
/* "expelled visiting Chilean minister X", "talks with visiting Foreign Minister X": who is called so without an article
 * is on a visit, and nobody visits him. */
void sg_mend_guest(sg_doc *d, uint32_t gerund, uint32_t stop);
/* "talks with X, outgoing Cuban ambassador to Laos": such a word behind a name and a comma belongs to the office, which is
 * the name's. */
void sg_mend_guest_behind(sg_doc *d, uint32_t gerund, uint32_t first);
/* "Visiting Chilean Premier X met Y", "Acting President X resigned", "neighbouring Chad protested": the same as the
 * subject, which the parser took for a clause. */
void sg_mend_guest_subject(sg_doc *d, uint32_t gerund);
/* "His premier steps down": a word for an office that was taken for an adjective of the verb is its subject. */
void sg_mend_premier(sg_doc *d, uint32_t t);
/* "Iraqi PM meets leaders": no hour of the afternoon. */
void sg_mend_short_office(sg_doc *d, uint32_t t);
/* "sent a plane to flood-hit Chad": a participle behind a noun and a hyphen tells of what kind the next word is, and what
 * the parser hung on the noun belongs to that. */
void sg_mend_stricken(sg_doc *d, uint32_t done, uint32_t first);
/* "the League (AL), the UN, NATO and Chad": all of a list are joined to its first. */
void sg_mend_list(sg_doc *d, uint32_t t);
/* "government and union negotiators": of two bodies before those who serve them each has some. */
void sg_mend_servants(sg_doc *d, uint32_t and);
/* "Chad's soldiers and Tuareg rebels stopped": a plural for people before "and" and an adjective is no kind of the people
 * behind, nor a second subject beside them; both did it. */
void sg_mend_both_folk(sg_doc *d, uint32_t and);
/* "sacked the finance minister, the police chief and the army commander": between two with their articles the one in the
 * middle is no second name of the first. */
void sg_mend_three(sg_doc *d, uint32_t middle);
/* "The Polish premier and German Chancellor X": who stands behind "and" is another, though the tree takes his for the first
 * one's name. */
void sg_mend_behind_and(sg_doc *d, uint32_t t);
/* "Nine reporters, among them a Dane": who is named there is one of them. */
void sg_mend_among(sg_doc *d, uint32_t among, uint32_t stop);
/* "President X, Prime Minister Y and Chancellor Z": who has a title of his own is another one, and does not explain the
 * first. */
void sg_mend_next_titled(sg_doc *d, uint32_t t);
/* "an inquiry into the firm Huawei": a noun and the name behind it, read as two phrases, of which the name got the
 * preposition before both: the name says who the noun is. */
void sg_mend_named(sg_doc *d, uint32_t noun);
/* "Presidents Soe and Quispe", "Foreign Ministers Okello and Soe": an office in the plural is the title of the names behind
 * it, which are joined and stand where it stands. */
void sg_mend_titles(sg_doc *d, uint32_t office, uint32_t stop);
/* "condemned traitor Ana Quispe": what somebody is called in small letters is no first word of the name. */
void sg_mend_epithet(sg_doc *d, uint32_t noun, uint32_t stop);
/* "Fulani herdsmen killed": a plural in small letters is no last word of a name, but the noun that the name belongs to. */
void sg_mend_same(sg_doc *d, uint32_t t, uint32_t stop);
void sg_mend_small(sg_doc *d, uint32_t t, uint32_t first, uint32_t stop);
/* "Police arrested five ETA suspects": a word for persons behind a number is no verb of its own. */
void sg_mend_counted_people(sg_doc *d, uint32_t t, uint32_t first);
/* "Blankets for the injured", "fed the displaced": a participle that its article makes a word for people is no verb. */
void sg_mend_people(sg_doc *d, uint32_t t);
/* "The republic's ministry", "the sultanate": a noun in small letters that the network took for a name is none. */
void sg_mend_common(sg_doc *d, uint32_t t);
/* "Shelled two bases": of a noun whose plural is another's too the one that reports mean. */
void sg_mend_plural(sg_doc *d, sg_tok *noun);
/* "A mine blew up a bus": what has an article or the like is no word for what somebody owns. */
void sg_mend_mine(sg_doc *d, uint32_t t);
/* "CPI(M) workers", "the Congress(I) leader": a party with its wing in brackets belongs to the noun behind it. */
void sg_mend_wing(sg_doc *d, uint32_t first);

/* ---- mend_verb.c: lemmas, verbs and their objects ---- */

/* "severed", "strafed", "interrogating": rare verbs whose lemma the model's endings miss, by the verbs that the tables
 * know. */
void sg_mend_lemma(sg_doc *d, sg_tok *v);
/* "Police beat strikers on Tuesday", "... and arrested ten": no present tense, where the past is spelt alike and a day, or
 * a verb beside it, tells of the past. */
void sg_mend_told_past(sg_doc *d, uint32_t verb);
/* "Marched to demand that the ministry act, and threw stones": what was done stands beside the verb that tells it, and not in
 * the clause of what should be. */
void sg_mend_done_beside(sg_doc *d, uint32_t verb);
/* "rolled back tariffs": a particle of a verb that the tables know with it, and no word of its object. */
void sg_mend_particle(sg_doc *d, uint32_t verb);
/* "Japan Accused of Hiding Its Crimes", "Peru Urged to Stop Drills", "More Soldiers Killed": headlines leave the auxiliary
 * out, and tell of deeds in the present. */
void sg_mend_passive(sg_doc *d, uint32_t verb);
/* "Gave Mozambique ten lorries", "called the tariff an insult": of two objects side by side the first is the receiver,
 * or the second says what the first is. */
void sg_mend_objects(sg_doc *d, uint32_t verb);
/* "gave the prisoner electric shocks": a noun with its article, before an adjective, is no part of what follows. */
void sg_mend_gift(sg_doc *d, uint32_t verb);
/* "called the raid plain murder", "called the ban unjust": a noun with its article, before an adjective, is what something is
 * said of. */
void sg_mend_verdict(sg_doc *d, uint32_t verb);
/* "gave villagers food", "handed the crew water": people in the plural, or with their article, right before what a verb of
 * giving has for its object are no part of it. */
void sg_mend_served(sg_doc *d, uint32_t verb, uint32_t stop);
/* "sold Pakistan eight tanks", "lent Niger planes": a name before a number, an article or an adjective is no part of what
 * follows, and a land before things in the plural, in a headline before anything, is who gets them. */
void sg_mend_receiver(sg_doc *d, uint32_t verb, bool headline);
/* "proposed to Myanmar joint patrols": behind "to", a land's name before an adjective is who is spoken to or gets it, and
 * no part of what follows, which is the object. */
void sg_mend_addressed(sg_doc *d, uint32_t verb);
/* "agreed Tuesday to free the sailors": what one agrees to, and not what for. */
void sg_mend_willing_day(sg_doc *d, uint32_t to);
/* "asked a secretary at the embassy to leave": the infinitive right behind whom a verb asks tells what is asked of him, and
 * not what for. */
void sg_mend_asked_at(sg_doc *d, uint32_t to);
/* "demanded that X leave, warning that": a verb of words in -ing behind a comma goes on with what the one says who asks, and
 * not with what is asked; nor is it a noun. */
void sg_mend_words_too(sg_doc *d, uint32_t t);
/* "stopped shelling the town", "denied training Chadian rebels": a gerund right behind a verb that takes one, which the
 * parser took for an attribute of what it is done to. */
void sg_mend_gerund(sg_doc *d, uint32_t verb);
/* ", beating reporters and smashing cameras", ", burning huts and abducting farmers": of two participles behind the clause
 * one was taken for an attribute of its own object. */
void sg_mend_gerund_pair(sg_doc *d, uint32_t gerund, const sg_sent *s);
/* "stressed the readiness of Peru to talk": to what somebody is ready belongs to the noun, though whose it is parts
 * them. */
void sg_mend_will(sg_doc *d, uint32_t to);
/* "The leaders of both at his palace": whose they are, and no palace is. */
void sg_mend_of_both(sg_doc *d, uint32_t of);
/* "The pair are to talk": they will, and are no talk. */
void sg_mend_is_to(sg_doc *d, uint32_t to);
/* "said in a call with the station that Chad must go": a whole clause behind "that" is what was said, and tells nothing
 * of the noun before it. */
void sg_mend_said(sg_doc *d, uint32_t clause);
/* "thanked Oxfam and the UN", but "thanks to Oxfam and to the governments of Peru and Chile, which paid for it": of those with
 * a preposition of their own the clause tells of the last. */
void sg_mend_which(sg_doc *d, uint32_t clause);
/* "Leaders of the Andean Community, who met in Lima": "who" tells of the people, and of no land or body that they are
 * of; in "threw policemen into the square, who fired gas" of those who are moved. */
void sg_mend_who(sg_doc *d, uint32_t clause);
/* "demanded that the president step down": what stands behind "that" with a subject and without a copula is a verb. */
void sg_mend_asked(sg_doc *d, uint32_t clause);
/* "urged remaining rebels to surrender": a participle between a verb and whom it asks tells of him. */
void sg_mend_asked_ones(sg_doc *d, uint32_t verb, uint32_t stop);
/* "told reporters they would not end it until the minister repealed the law": a clause behind "until" is no second thing
 * that was told; it belongs to the first. */
void sg_mend_until(sg_doc *d, uint32_t clause);
/* "urged both to stop": the word for a pair right behind the verb, with no noun of its own, is the verb's object, and no
 * first half of "both ... and". */
void sg_mend_both(sg_doc *d, uint32_t verb, uint32_t stop);
/* "dismissed as a lie the charge that ...": the bare noun behind is the verb's object. */
void sg_mend_dismissed(sg_doc *d, uint32_t verb);
/* "barred lawmakers and officials from Chad": what they are kept out of, and not where they are from. */
void sg_mend_barred(sg_doc *d, uint32_t verb, uint32_t stop);
/* "Denied that it had fired first and blamed Chad": who denies blames, and did not deny that he does; whom he blames hangs
 * by that verb. */
void sg_mend_denied(sg_doc *d, uint32_t clause);
/* "denies having paid them": what was done is the verb's complement. */
void sg_mend_having(sg_doc *d, uint32_t verb);
/* "has broken ties with Y": a participle right behind "has", which the parser took for an attribute of what was broken:
 * where the tables know the verb with such an object, it is a perfect. */
void sg_mend_perfect(sg_doc *d, uint32_t has);

/* ---- mend_headline.c: headlines ---- */

bool sg_mend_offices(sg_doc *d, const sg_sent *s);
void sg_mend_headline(sg_doc *d, const sg_sent *s);
/* "Japan to give Chad buses": an infinitive on the only noun before it tells what is to come. Its "to" stands for the
 * auxiliary. */
void sg_mend_infinitive(sg_doc *d, const sg_sent *s);
/* "Clinton, Zuma ink pact", "Rebels, army to meet": of two with a comma between them, who open a headline, and no comma
 * behind, neither explains the other: both do what the verb tells, or it is done to both. */
void sg_mend_two(sg_doc *d, const sg_sent *s);
/* "Greetings to X from the Dutch Queen": whose they are. */
void sg_mend_sender(sg_doc *d, uint32_t t);
/* "The Regime's Crackdown on Unions Slammed in Athens": what such a headline's verb is said of. */
void sg_mend_said_of(sg_doc *d, const sg_sent *s);
/* "Gaza: Qatar told Israel to stop": what stands before the colon is what it is about, and no second subject. */
void sg_mend_topic(sg_doc *d, const sg_sent *s);
/* "Ana Quispe's Deeds Lauded": what the last word of a headline was done to. */
void sg_mend_undergone(sg_doc *d, const sg_sent *s);

/* ---- mend_clipped.c: what headlines leave out ---- */

/* "Chad bombs airport, blockades ports", "Premier spurns call to quit", "Kerry in Cairo for talks with Sisi": a second verb
 * that was taken for a noun, a bare noun for a verb, and no verb at all. */
void sg_mend_clipped(sg_doc *d, const sg_sent *s);

/* ---- mend_subject.c: subjects, voices, copulas ---- */

/* "In Quito, the rebels and the army agreed": who is joined to the subject right before is not joined, over it, to a word
 * that stands before that. */
void sg_mend_over_subject(sg_doc *d, uint32_t t, uint32_t first);
/* "It urged Chad to leave": who asks, blames, promises or says by an active verb is somebody, and no empty "it". */
void sg_mend_it(sg_doc *d, uint32_t verb, uint32_t first);
/* "contacted by telephone his colleague": behind "by" no verb stands as it is in the lexicon; what hangs on it is done by
 * that means. */
void sg_mend_means(sg_doc *d, uint32_t by, uint32_t stop);
/* "spoke on the telephone with X": with whom belongs to the speaking, and not to what it was done by. */
void sg_mend_by_phone(sg_doc *d, uint32_t with);
/* "dragged voters out of the hall and fired rubber bullets": a bare second deed of those who did the first is no attribute of
 * what it is done to (mend_deed.c). */
void sg_mend_second_deed(sg_doc *d, uint32_t done, uint32_t first);
/* "threw a cordon round the campus": the British "round" before an article is a preposition. */
void sg_mend_thrown_round(sg_doc *d, uint32_t prep);
/* "had two editors arrested", "ordered the bridge closed": who has it done does it, and the participle is the verb. */
void sg_mend_had_done(sg_doc *d, uint32_t had);
/* "keeps aid separate from trade": an adjective behind what is kept says how, and is no part of it. */
void sg_mend_kept(sg_doc *d, uint32_t how);
/* "signed in Oslo yesterday, Tuesday, an agreement", "called for talks its envoy": what is done stands behind where, when
 * or what for, and is no other word for that. */
void sg_mend_late_object(sg_doc *d, uint32_t noun, uint32_t first);
/* "Offer to the President our thanks": what stands behind the one to whom, without a preposition. */
void sg_mend_bare_object(sg_doc *d, uint32_t noun);
/* "It has been decided to send troops": "it" is nobody who was decided. */
void sg_mend_nobody_decided(sg_doc *d, uint32_t verb);
/* "It gives me pleasure to thank them": "it" is nobody who gives. */
void sg_mend_it_gives(sg_doc *d, uint32_t verb);
/* "Let me, on behalf of Chad, thank them": what one lets oneself do, whatever stands between. */
void sg_mend_let(sg_doc *d, uint32_t verb);
/* "Foreign ministers meeting in Lima agreed": ministers agreed, who were meeting. */
void sg_mend_gathered(sg_doc *d, uint32_t meeting);
/* "troops gang-raped", "police tear-gassed": the first half of such a verb is no subject; the noun before it is. */
void sg_mend_half(sg_doc *d, uint32_t verb, uint32_t first);
/* "Pope visits", "British PM arrives", "police teargassed marchers", "Senator Ana Quispe accused President X": a noun or
 * name right before the verb is its subject, where the parser hangs it on the verb, or on a noun behind it, as if it told
 * of what kind these are. */
void sg_mend_subject(sg_doc *d, uint32_t verb);
/* "In June Sudanese planes crossed": the month is when, and the noun behind it the subject. */
void sg_mend_month(sg_doc *d, uint32_t verb);
/* "Shells landed near the embassy", "tanks fired on the town": only headlines leave the auxiliary of a passive out. */
void sg_mend_voice(sg_doc *d, uint32_t verb);
/* "announced the recall of its envoy and the closure of the border": a noun of an act that has what it is done to is joined
 * to the act before it, and not to what that one is done to. */
void sg_mend_acts_joined(sg_doc *d, uint32_t t);
/* "A sniper shot five men", "judge shot dead in Derna": past forms that are nouns as well, in a sentence that has no
 * other verb. Where nothing is done to somebody named behind it, it was done to the noun before it. */
void sg_mend_past(sg_doc *d, const sg_sent *s);
/* "erupted after police shot dead six students": a past form that is a noun too, behind people and before "dead", is a
 * verb, and what follows is its object. */
void sg_mend_shot_dead(sg_doc *d, uint32_t verb, uint32_t stop);
/* "Lithuania thanks Pope": a verb's form that is a noun as well, with its subject before it. */
void sg_mend_present(sg_doc *d, const sg_sent *s);
/* "Envoys of both sides deliberated at a camp": of a sentence that has no other verb the finite verb that the parser took
 * for an attribute of its first noun is the verb. */
void sg_mend_clause(sg_doc *d, const sg_sent *s);
/* "The police closed shops in Lima": of a sentence that has no other verb the past form before a bare noun is the verb,
 * and what the parser took for a heap of nouns its subject and its object. */
void sg_mend_attribute(sg_doc *d, const sg_sent *s);
/* "Chad, in a rare rebuke, blamed 'foreign plots'", "President X on Monday sacked General Y": a sentence has a verb. */
void sg_mend_verbless(sg_doc *d, const sg_sent *s);
/* "Both condemned", "The latter refused": who opens the sentence is its subject. */
void sg_mend_pair_subject(sg_doc *d, const sg_sent *s);
/* "Chad offered to mediate and both accepted": the word for two before a verb that is joined to another is its subject. */
void sg_mend_pair_joined(sg_doc *d, uint32_t both, uint32_t stop);
/* "In the view of Chad's envoy, aid and trade are two matters", "In Abidjan, government and Unita delegates met": what
 * follows the comma is the subject, or joined to it, and no more of what stands before the comma. */
void sg_mend_front_list(sg_doc *d, const sg_sent *s);
/* "Not only Latvia but also Estonia expelled an envoy": both did, and the sentence is no name with more joined to it. */
void sg_mend_not_only(sg_doc *d, const sg_sent *s);
/* "In the capital, Nairobi, police arrested ten": the place's name does nothing. */
void sg_mend_named_place(sg_doc *d, uint32_t name, uint32_t stop);
/* "Lithuania thanks Pope": a name right behind a verb is whom it is done to, and nobody who is called. */
void sg_mend_called(sg_doc *d, uint32_t verb);
/* "Chad, rebels sign truce": a headline calls nobody; who stands so before the subject is a subject too. */
void sg_mend_first_of_two(sg_doc *d, uint32_t comma, uint32_t first);
/* "The aid that Chad had asked for": the preposition left behind is that of the pronoun. */
void sg_mend_stranded(sg_doc *d, uint32_t prep, const sg_sent *s);
/* "Mr. President, on behalf of Chad I thank you": of two subjects the one who is spoken to is none. */
void sg_mend_spoken_to(sg_doc *d, uint32_t verb);
/* "is in Kiev for talks", "are on strike": a phrase that is said of somebody hangs on its verb as with other verbs, so
 * that the tables can tell what "be in", "be on" mean. */
void sg_mend_copula(sg_doc *d, uint32_t t);

/* ---- mend_list.c: rows of lands, and whose they are ---- */

/* "Turkish, Greek leaders meet", "U.S., China agree": of two lands with a comma between them the second is joined to the
 * first, which stands where both stand. */
void sg_mend_pair(sg_doc *d, uint32_t first, const sg_sent *s);
/* "The wheat given by Chad and the tents sent by Mali": the tents are joined to the wheat, and not to Chad. */
void sg_mend_second_thing(sg_doc *d, uint32_t t);
/* "Chile criticised Peru and Peru criticised Bolivia": between the two verbs stands one word that joins them, so whoever
 * stands right before the second does it, and is no second one to whom the first is done. */
void sg_mend_second_subject(sg_doc *d, uint32_t verb, uint32_t first);
/* "Offered to host talks and Chad accepted": who answers is no second thing that was offered. */
void sg_mend_replier(sg_doc *d, uint32_t verb, uint32_t first);
/* "Riga, Vilnius, New Delhi clerks meet", "Dili, Jakarta reopen the road": names in a row are joined, whatever the parser
 * took them for, and stand where the first stands; before a noun in the plural they tell whose that is. Its end. */
uint32_t sg_mend_row(sg_doc *d, uint32_t first, const sg_sent *s);
/* "the members of the Council - Peru, Chile and Cuba -", "five states (Peru, ...)": the row behind the mark tells who these
 * several are. */
void sg_mend_told_row(sg_doc *d, uint32_t mark, const sg_sent *s);
/* "the embassy of Egypt in Addis Ababa": of a land's or town's name behind a preposition the second word, which the
 * parser hung on the noun before, is part of it. */
void sg_mend_split_land(sg_doc *d, uint32_t first, uint32_t stop);
/* "The three states, Peru, Chile and Brazil, agreed": as many lands behind a comma as the noun counts are those that it
 * means, and no further ones: they stand for it. */
void sg_mend_counted(sg_doc *d, uint32_t noun, uint32_t stop);
/* "The Alliance for Peace, Justice and Unity of Peru": all that a body is for belongs to its name, and is no second one. */
void sg_mend_aim(sg_doc *d, uint32_t t);
/* "Chad and Tubu rebels signed", "Chad, Tubu rebels sign": the name is the rebels', and the land stands beside them. */
void sg_mend_land_and_rebels(sg_doc *d, uint32_t noun);
/* "The Prime Minister of Togo Kofi Mensah": the land behind "of" is the office's, and no part of its holder's name. */
void sg_mend_land_in_name(sg_doc *d, uint32_t name);
/* "The envoy to Togo Kofi Mensah": the same where his name was hung on the land. */
void sg_mend_name_behind_land(sg_doc *d, uint32_t name, uint32_t stop);
/* "The government of Yemen and the Transitional Council signed": a body with its own article is joined to the one before,
 * and not to the land that this is of. */
void sg_mend_beside_government(sg_doc *d, uint32_t t);
/* "killed the mayor of the town of Tulua and two peasants": people are joined to the officer, and not to his town. */
void sg_mend_beside_officer(sg_doc *d, uint32_t t);
/* "the chairman of the committee Juan Soto and his Chilean colleague": beside the chairman, and not the committee. */
void sg_mend_peer(sg_doc *d, uint32_t t);
/* "met her counterpart from Lima": where a colleague is from says whose he is, and not from where they met. */
void sg_mend_peer_home(sg_doc *d, uint32_t t);
/* "X, Deputy Premier and Minister of Defence of Peru, met Y": an office that is joined to another that stands in apposition
 * is a second one of his, and nobody else. */
void sg_mend_second_office(sg_doc *d, uint32_t t);
/* "spoke with the head of the council, Ivo Kovac, and left": a bare name between commas behind an office that has none
 * says who that is, and names no second one. */
void sg_mend_named_behind(sg_doc *d, uint32_t name, uint32_t stop);
/* "A treaty between Chad and the Republic of Niger": what "and" joins to a phrase with a preposition, and has none, stands
 * beside that one, and is not a second phrase. */
void sg_mend_unjoined(sg_doc *d, uint32_t t);
/* "between the government of Chad and leaders of the rebels": what is joined to the land is the other side. */
void sg_mend_between(sg_doc *d, uint32_t t);
/* "The heads of the councils for trade of Peru and Chile": of two lands side by side the second is joined to the first. */
void sg_mend_second_land(sg_doc *d, uint32_t t, uint32_t first);
/* "US-South Korea drills": the land before the hyphen is no part of the other one's name. */
void sg_mend_two_lands(sg_doc *d, uint32_t hyphen, uint32_t stop);
/* "The ministers of Britain, France and Germany": lands that follow one another behind a noun in the plural are each
 * theirs, however the parser joined them. */
void sg_mend_lands(sg_doc *d, const sg_sent *s, uint32_t land);

/* ---- mend_teller.c: who tells, and verbs that are joined ---- */

/* "urged Niger to show restraint and offered to mediate", "said Peru must leave and accused Chile": a past form is joined
 * to no infinitive, as the parser has it, but to the verb over it. Of gold trees none has it otherwise. */
void sg_mend_joined(sg_doc *d, const sg_sent *s, uint32_t verb);
/* "was accused by Chad of arming rebels": what stands behind another word than "by" did nothing. What is done to it by a
 * word between the two that the parser took for its attribute hangs on that. */
void sg_mend_agentless(sg_doc *d, uint32_t noun, uint32_t stop);
/* "said 40 men were killed and appealed for help": who was killed does not appeal, but whoever says so. */
void sg_mend_teller(sg_doc *d, uint32_t verb);
/* "The vote was stolen, claimed Peru", "urges the Herald": behind what is quoted the one who says it follows the verb. */
void sg_mend_inverted(sg_doc *d, uint32_t verb, uint32_t first);
/* "The talks go on, an official underlined on Thursday.": a past form of saying that ends the sentence, behind a comma and
 * somebody, is no participle of him; he says what stands before. */
void sg_mend_closing(sg_doc *d, uint32_t verb, const sg_sent *s);
/* "Kenya, said Ethiopia's minister, has left", "Chad, Niger said, has fired": who only tells of it does not do it. */
void sg_mend_told_inside(sg_doc *d, const sg_sent *s);
/* "Drew a line, saying aid and trade are two matters": both are what it is said of, and the first is not what is said. */
void sg_mend_said_list(sg_doc *d, uint32_t verb, uint32_t stop);
/* "The talks go on, the ministry stresses": a noun with a subject of its own, where its form is a verb's of saying. */
void sg_mend_says_now(sg_doc *d, uint32_t t);
/* "Free them," demanded the unions: right behind what is quoted, and without a subject, the verb is followed by the one
 * who says it. */
void sg_mend_quoter(sg_doc *d, uint32_t verb, uint32_t first);
/* "Leave our waters," the admiral told the captain: an order in somebody's own words, to the one who is told. */
void sg_mend_quoted_order(sg_doc *d, uint32_t verb);
void sg_mend_sayers(sg_doc *d, uint32_t verb, uint32_t first);
/* "before a trip by its president, Ana Quispe, to Peru, the police freed him": of two subjects the one between commas
 * right behind a word for an office says who that is. */
void sg_mend_apposed(sg_doc *d, uint32_t name, const sg_sent *s);
/* "the World Food Fund (WFF)", "the union (WHO) that": letters in brackets behind a name are its short form, though they
 * look like a pronoun or a subject. */
void sg_mend_short_form(sg_doc *d, uint32_t t);
/* "Chad, along with Niger, signed": who is named with the subject does what it does. */
void sg_mend_companion(sg_doc *d, uint32_t along, uint32_t first);
/* "The truce brokered by Chad with Niger for Mali": who is named behind the doer of what is done for others did it too. */
void sg_mend_second_doer(sg_doc *d, uint32_t with);
/* "South Korean and U.S. marines": the adjective before "and" tells of the noun behind it. */
void sg_mend_shared(sg_doc *d, uint32_t and, uint32_t first, uint32_t stop);
/* "Said aid and trade are separate matters": what is said has a subject, and the verb of saying no object. */
void sg_mend_said_subject(sg_doc *d, uint32_t said);
/* "X will wait," Y said, urging Z to go: a participle behind the teller is his, and not of what he says. */
void sg_mend_behind_teller(sg_doc *d, uint32_t verb);
/* "backed Chad's view and accused Niger of it": a noun joined to one before the second verb, beside which it stands, is
 * that verb's object. */
void sg_mend_crossed(sg_doc *d, uint32_t t, uint32_t first);
/* "There is no change at all in the policy": in what it is belongs to the noun. */
void sg_mend_unchanged(sg_doc *d, uint32_t in);
/* "Said on Thursday it would go": the day is that of the saying. */
void sg_mend_day_said(sg_doc *d, uint32_t day);

/* ---- mend_answer.c ---- */

/* "Peru said Chilean soldiers had crossed the border and called for talks", "Officials said floods had killed ten and asked
 * for help": who tells of a deed answers it, and not those who did it. */
void sg_mend_answered(sg_doc *d, uint32_t verb, uint32_t stop);

/* ---- mend_agent.c: who did what a noun or a passive tells ---- */

/* "the ramming of Peruvian boats by Chilean ships", "denounced the arrest of sailors by the navy": behind whom it is done
 * to, who does it belongs to the noun of the act, and neither to them nor to the verb. */
void sg_mend_agent(sg_doc *d, const sg_sent *s, uint32_t by);
/* "told of beatings at the hands of police", "the torture of nurses at the hands of guards": whose hands they are did what
 * the noun tells, and not what the verb over it does. */
void sg_mend_hands(sg_doc *d, uint32_t at, uint32_t first);
/* "Peru, but not Chile, signed", "Peru, not Chile, signed": who is joined by "not" does nothing. */
void sg_mend_excluded(sg_doc *d, uint32_t no);
/* "Thanked Kuwait rather than Oman": not Oman. */
void sg_mend_rather(sg_doc *d, uint32_t rather);
/* "Chad's and Niger's armies clashed": the first owner is no subject. */
void sg_mend_owners(sg_doc *d, uint32_t mark, uint32_t stop);
/* "kidnapped two nurses from Niger", "snubbed his colleague from Niger": people with a land's name behind "from" are of
 * that land, but where the verb takes them out of it ("evacuated its citizens from Niger"). */
void sg_mend_origin(sg_doc *d, uint32_t from);
/* "the withdrawal of Chad's troops from Niger": from where, the noun that takes them away tells, and not of where they
 * are. */
void sg_mend_removal(sg_doc *d, uint32_t from);
/* "A man it accused of spying", "officials it accuses of fraud": a pronoun right behind a noun is the subject of a clause
 * that tells of the noun, though the parser reads a participle of the noun there, or the sentence's own verb. */
void sg_mend_bare_relative(sg_doc *d, uint32_t verb, uint32_t first);
/* "Stressed his concern in talks with Mali": what is said, is said in them, and they are no part of it as in "made progress
 * in talks". */
void sg_mend_in_talks(sg_doc *d, uint32_t in);
/* "recognised the authorities in Niamey": who rules is told by where he does, and the phrase is no place of the act. */
void sg_mend_seat(sg_doc *d, uint32_t in);
/* "blamed the attack on the rebels": on whom it is laid hangs on the verb, but for "the attack on X on Y". */
void sg_mend_blamed(sg_doc *d, uint32_t on);

/* ---- mend_demand.c ---- */

/* "The miners' demand is higher pay", "their demands include a rise", "calls grow in the Senate for a ban": what is asked
 * belongs to the noun that tells so. */
void sg_mend_demand(sg_doc *d, uint32_t noun, const sg_sent *s);
/* "We urge Chad, whose army is in Niger, to leave": what is asked stands behind a clause between commas, and is no part of it. */
void sg_mend_asked_far(sg_doc *d, uint32_t verb);
/* "It is time for South Africa to free him", "the time has come for the ban imposed by Chad to be lifted": the noun behind "for"
 * is who is to do it, or what it is to be done to. */
void sg_mend_time_for(sg_doc *d, uint32_t verb);

/* ---- mend_gap.c: second halves without their verb ---- */

/* "Peru expelled two envoys and Chile three", "killed ten in Mali and six in Niger", "blamed Peru for the raid and Chile for
 * the riot": behind the word that joins them stands who did the same, or to whom it was done as well. */
void sg_mend_gap(sg_doc *d, uint32_t and, const sg_sent *s);
/* "Two papers were shut and their editors arrested", "was dissolved and ten deputies jailed": behind a passive a second
 * one leaves its "were" out. */
void sg_mend_done_too(sg_doc *d, uint32_t done);

#endif
