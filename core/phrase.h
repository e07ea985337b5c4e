/* phrase.h: what a noun phrase says of its head: whose it is, of which body, by what name.
 *
 * Read from the tree and from the hits of the lexicon only; nothing is decided here. actor.h puts parties
 * together from it. */
#ifndef SG_PHRASE_H
#define SG_PHRASE_H
#include "doc.h"

enum { SG_STATES = 8 };

typedef struct sg_state { /* a country or organisation named in a phrase */
    const char *code;     /* of an organisation its actor code, as HOLDERS has it */
    const sg_row *row;
} sg_state;

typedef struct sg_states {
    sg_state at[SG_STATES];
    size_t count;
} sg_states;

typedef struct sg_person { /* the name in a phrase, and the words that it stands in */
    uint32_t head, first, last;
    sg_str name, key;
} sg_person;

/* "Kucan, no soldier": what somebody is told not to be. */
bool sg_is_denied(const sg_doc *, uint32_t noun);

const sg_hit *sg_world_at(const sg_doc *, uint32_t tok); /* a country, body or organisation */
const sg_hit *sg_role_at(const sg_doc *, uint32_t tok);
/* The first land of "the Peru-Chile Friendship Society", at whose second land `tok` stands; NULL: there is none. */
const sg_hit *sg_home_of_friends(const sg_doc *, uint32_t tok);
/* "Workers at a Danish-owned mine in Peru", "Libyan-backed rebels": whose money it is does not tell whose people they are; `t`
 * is the last word of the land. */
bool sg_is_of_money(const sg_doc *d, uint32_t t);
/* How HOLDERS names the country or organisation of a row of the world's tables. */
const char *sg_actor_code_of(const sg_row *);
/* Does the row name a part of a land, or a people there: Chechnya, Scottish, Abkhazia? */
bool sg_is_part_of_land(const sg_row *);
/* Has the body somebody of its own in the role, whom HOLDERS does not know under the code that they share? The leader of a
 * rebel group is not its country's, nor is the head of the UN's refugee agency the UN's. */
bool sg_has_own_head(const sg_row *body, const sg_row *role);
void sg_add_state(sg_states *, const char *code, const sg_row *);
/* A form may stand for several countries: "the two Koreas". */
void sg_add_states(const sg_doc *, sg_states *, const sg_row *);
/* Does a preposition of place stand on the word: "in Chad"? */
bool sg_is_locative(const sg_doc *, uint32_t tok);
/* Is the word a noun that owns (of, 's, no case), not one that is only spoken of (for, with, on)? */
bool sg_owning(const sg_doc *, uint32_t tok);
/* Countries in the phrase of `tok`, not `tok`'s own word; children before `before`, or with an owner's case. */
void sg_states_of(const sg_doc *, uint32_t tok, uint32_t before, sg_states *);
/* The role that says of what kind the head's body is: "a spokesman for the rebels", "church leader". NULL: none. */
const sg_hit *sg_inner_role(const sg_doc *, const sg_hit *outer);
/* The owner, where it is somebody or something that no table knows: "the president of Acme", "Smith's spokesman". */
uint32_t sg_unknown_owner(const sg_doc *, const sg_hit *role);
bool sg_name_word(const sg_doc *, uint32_t tok);
/* The same of the word behind a title, where more is a name. */
bool sg_name_behind(const sg_doc *, uint32_t tok);
/* The number in a ruler's name: "XIV". */
bool sg_is_roman(const sg_doc *, uint32_t tok);
/* The run of name words around a name's head, hyphens inside it too. */
sg_person sg_person_at(const sg_doc *, uint32_t head);
/* Does the text name the land by a word of its own? (of a sg_doc) */
bool sg_names_land(const void *doc, const char *code);
/* The holder of an office on the day who is called by this word alone (core/holder.h), or NULL. */
const sg_row *sg_called(const sg_doc *, sg_str key);
/* Who of that name holds an office on the day: by the name that stands at the word, else by its surname; NULL: nobody. */
const sg_row *sg_in_office_at(const sg_doc *, uint32_t t);
/* Is it a town before a paper or talks, where they were drawn up or meet ("the Geneva accord")? Does the word name such? */
bool sg_is_named_for_town(const sg_doc *, const sg_ent *);
bool sg_names_paper(const sg_doc *, uint32_t t);
/* The name that a title belongs to: its head, or a name inside its phrase. */
bool sg_person_of(const sg_doc *, const sg_hit *role, sg_person *);
/* A word for storms, illnesses and animals, which act for nobody, or for players and singers: what they do is no matter of state. */
bool sg_is_offstage(const sg_doc *, uint32_t tok);
#endif
