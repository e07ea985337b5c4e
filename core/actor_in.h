/* actor_in.h: what the files of the stage `actor` share; nobody else includes it.
 *
 * actor.c goes over the hits pass by pass: actor_role.c for roles, actor_name.c for names, actor_land.c for states, bodies
 * and places; actor_serve.c knows under them who holds which office and of what country and sector those are who serve a
 * body. `t` and `head` are tokens; an entity goes to the head of its phrase. */
#ifndef SG_ACTOR_IN_H
#define SG_ACTOR_IN_H

#include "actor.h"
#include "holder.h"
#include "phrase.h"

/* A word of a name, and the last one so called. */
typedef struct known {
    sg_str word;
    uint32_t ent;
} known;

/* The last word of a full name of whom no table knows anything, and where it stands first. */
typedef struct stranger {
    sg_str word;
    uint32_t tok;
} stranger;

typedef struct scene {
    sg_doc *d;
    stranger *strangers;
    size_t stranger_count, stranger_cap;
    known *people; /* a hash of the words of persons' and firms' names before the token at hand */
    size_t known_count, known_mask;
} scene;

/* A role as it is meant here: the line of its word, and the line whose sector counts, that of the body it serves. */
typedef struct duty {
    const sg_row *role, *as; /* `as` NULL: it serves what nobody knows */
} duty;

static inline sg_tok *tk(const scene *s, uint32_t t) {
    return &s->d->toks[t];
}

static inline const char *or_null(const char *cell) {
    return cell && *cell && strcmp(cell, "-") != 0 ? cell : NULL;
}

static inline bool in_class(const scene *s, uint32_t t, const char *class) {
    sg_rows r = sg_rows_by_lemma(s->d, tk(s, t), SG_T_CLASSES);
    for (size_t i = 0; i < r.count; i++)
        if (!strcmp(r.row[i]->cell[1], class)) return true;
    return false;
}

/* ---- actor_serve.c: who serves whom ---- */

/* Who holds one of the offices on the day, of a name like this (empty: any); of an organisation, whose heads may stand under
 * what it is part of, as well: IGOUNOREFHCR, IGOUNO. NULL: nobody known. */
const sg_row *sg_holder_of(const sg_doc *d, const char *code, const char *offices, sg_str like);
/* Who holds the first of the role's offices that somebody is known to hold; of a land's leaders him who leads ("the Indian
 * leader", but not "the Indian president"). */
const sg_row *sg_sole_holder(const sg_doc *d, const char *country, const sg_row *role, const char *offices);
/* One more entity of the token. */
void sg_push_ent(scene *s, uint32_t head, const sg_ent *e);
/* An actor code and what a role adds to it: parts that are there are not said again; "NGO~" goes before. */
const char *sg_actor_code(sg_arena *a, const char *code, const char *suffix);
/* The sector is that of the line that counts; an office is one of a state or of a single organisation. */
sg_ent sg_role_ent(const scene *s, duty du, const sg_state *of, const sg_row *holder);
/* Is the note one of those of the role's line? */
bool sg_is_noted(const sg_row *role, const char *note);
/* Does the word stand under a verb that the table of acts has under one of these types? */
bool sg_under_type(const scene *s, uint32_t t, const char *types);
/* The line that stands for every firm. */
const sg_row *sg_any_firm(const scene *s);

/* ---- actor_role.c: roles ---- */

/* The entity of a role's word, with the name, the land and the body around it; none where a lone plain noun only modifies
 * ("police station") and no name hangs on it. */
void sg_give_role(scene *s, const sg_hit *hit);

/* ---- actor_name.c: names without a title ---- */

/* Who is named so nearly that no office is needed to tell. */
const sg_row *sg_rank_or_name(const scene *s, const char *offices, const sg_person *p, sg_states *in);
/* A known name without a title: who held an office on the day; else who last did, as a former one. */
void sg_give_holder(scene *s, const sg_hit *hit);
/* "Secretary Pompeo" after "Mike Pompeo": who is meant by a title and a surname was told before, or holds an office alone
 * of that name. */
void sg_recall_name(scene *s, uint32_t ent);
/* Each word of the name leads to the last person so called, and so does a surname as the text spells it: "Mike Pompayo". */
void sg_remember_name(scene *s, uint32_t ent);
/* "Laura Paris, an engineer": a given name, and another word behind it, of whom nothing is known. */
void sg_note_stranger(scene *s, uint32_t t);
/* "Paris claims", "Paris's father", after Laura Paris: no place, where who acts stands. */
bool sg_is_strangers_place(const scene *s, const sg_hit *hit);
/* Firms by their whole names, and by the first word of one told before: "Brentwood". */
void sg_give_firms(scene *s);
/* "Moammar Qaddafi of Libya": a name that the table spells otherwise, with its country. */
void sg_give_garbled(scene *s, uint32_t t);
/* A lone surname, with initials or "Mr" at most: of a person named before, else of the one holder of the day so called. */
void sg_give_surname(scene *s, uint32_t t);
/* "met Pashinian", tagged as an adjective: a word in capitals without an article that is a name told before. */
bool sg_is_taken_name(const scene *s, uint32_t t);

/* ---- actor_land.c: states, bodies, places, people by where they are from ---- */

/* "a West German engineer", "women of Basra": people whom no line of a role names are civilians of where they are from. */
void sg_give_people(scene *s, uint32_t t);
/* "the president's son", "the family of a former minister": kin of those who rule or ruled. */
void sg_give_kin(scene *s, uint32_t t);
/* The entity of a country, a place or a body. */
void sg_give_world(scene *s, const sg_hit *hit);
/* "fertiliser for the North": the half that a text names otherwise by its whole name, its capital or its ruler. */
void sg_give_half(scene *s, uint32_t t);
/* "Lambasted the West", "pledged money for Africa", "asked the Europeans": states of a part of the world together, where
 * they deal or are dealt with, and no place. */
void sg_give_part(scene *s, const sg_hit *h);

#endif
