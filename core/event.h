/* event.h: trees and parties in, acts out: the algebra of events.
 *
 * An act is a word that names something done (table en/acts); an operator is a word that takes an act and
 * makes another (en/operators, en/compose). Each clause is read from its root down: the chain of
 * operators, auxiliaries, negations and conditions above an act decides what it is and how real. */
#ifndef SG_EVENT_H
#define SG_EVENT_H

#include "doc.h"

/* In the order in which the later wins (interface.md). */
typedef enum sg_realis {
    SG_ACTUAL,
    SG_HISTORICAL,
    SG_PLANNED,
    SG_DEMANDED,
    SG_HYPOTHETICAL,
    SG_CONDITIONAL,
    SG_DENIED,
    SG_NEGATED
} sg_realis;

static inline const char *sg_realis_name(sg_realis r) {
    static const char *const names[] = {"actual",       "historical",  "planned", "demanded",
                                        "hypothetical", "conditional", "denied",  "negated"};
    return names[r];
}

typedef struct sg_ids { /* indices into sg_doc.ents */
    uint32_t *at;
    size_t count, cap;
} sg_ids;

typedef struct sg_why {
    const char *field;
    const sg_row *row;    /* the line of a table, or */
    const char *rule;     /* the name of a rule */
    uint32_t first, last; /* toks */
} sg_why;

/* How well the recipient that an act has, or was given, fits whom such a report would tell of, by core/others.h:
 * chances, SG_SURE at most. */
typedef struct sg_fit {
    bool known;
    uint8_t land, party, nobody;
} sg_fit;

typedef struct sg_ev sg_ev;
struct sg_ev {
    uint32_t head, first, last;                /* the trigger's toks */
    uint32_t object;                           /* "opened heavy fire": the noun that the verb needs to tell it, or NONE */
    const char *type, *mode, *cameo, *context; /* NULL type: none; mode and context joined by | */
    const char *back;                          /* the code of the recipient's side, or NULL */
    bool coded;                                /* its code is a record's though it has no type */
    sg_realis realis;
    const char *modality, *phase;
    sg_ids actors, recipients;
    bool reciprocal, factive, background, speech, position, split, weak;
    bool thing;          /* of a content: no deed, only what was asked for ("more time") */
    bool suffered;       /* told as what befell its recipient ("drew criticism") */
    bool befalls;        /* its line says so of its subject, whatever the network thinks: "the bus hit a mine" */
    bool gapped;         /* the second half of a sentence tells it without its verb, and names its parties */
    bool guess;          /* by a loose reading (sg_event) */
    bool unlike;         /* its line asks for its negation, which is part of it: "did not hide its anger" */
    bool laid;           /* of who says it: tense and negation are in its own words ("there will be no talks") */
    bool settled;        /* its recipients are known from what was told before: nobody likelier is sought */
    bool likely;         /* by the network alone (likely.h) */
    uint32_t source;     /* ent, or NONE */
    uint32_t hearsay[2]; /* toks, or NONE */
    uint32_t time, due;  /* times, or NONE */
    const char *date_by, *edtf;
    uint32_t place; /* toponyms, or NONE */
    const char *place_by;
    const char *link, *stance;
    uint32_t topic[2][2]; /* toks first, last of up to two topics */
    size_t topic_count;
    uint32_t incident; /* number of the incident in the document */
    sg_fit fit;
    uint8_t again; /* so many acts of its type by its actor's land other sentences near by tell */
    const sg_ev *same;   /* the act told before that this one denies or repeats: its own words tell of what kind both are */
    sg_ev *content;    /* first act inside, and its siblings by `next` */
    sg_ev *next;
    sg_why *why;
    size_t why_count, why_cap;
};

typedef struct sg_events {
    sg_ev **at; /* records to be, in text order */
    size_t count, cap;
} sg_events;

/* `loose`, by tok, or NULL: where an act may be read though the needs of no row are met. */
void sg_event(sg_doc *, const bool *loose, sg_events *);

/* Does one of these acts, from the number `from` on, take back what the word tells ("lifted the boycott")? Then it is no act
 * of its own. */
bool sg_is_taken_back(const sg_doc *, const sg_events *, size_t from, uint32_t t);

#endif
