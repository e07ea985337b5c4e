/* rank.h: features as small numbers, and what each is worth by tables en/chains and en/lands.
 *
 * A feature is up to three small values side by side: "the form of the pronoun, the form of the one before it".
 * Its number leads straight to its weight, so that asking costs an addition. Names of features and values are
 * those of the tables, which are made by train/chains.py and train/lands.py and may be edited by hand. */
#ifndef SG_RANK_H
#define SG_RANK_H

#include "doc.h"

enum sg_role {
    SG_ROLE_SUBJECT,
    SG_ROLE_PASSIVE,
    SG_ROLE_OBJECT,
    SG_ROLE_AGENT, /* by ... of a passive, an indirect object */
    SG_ROLE_OBLIQUE,
    SG_ROLE_OWNER,
    SG_ROLE_OF, /* a noun under a noun */
    SG_ROLE_MODIFIER,
    SG_ROLE_APPOSITION,
    SG_ROLE_PREDICATE,
    SG_ROLE_OTHER,
    SG_ROLES
};

/* How the words of a name or description fit those of one before. */
enum sg_likeness {
    SG_LIKE_NOT,
    SG_LIKE_ALL,      /* the same name */
    SG_LIKE_LAST,     /* its last word: a surname */
    SG_LIKE_FIRST,    /* its first word */
    SG_LIKE_PART,     /* some of its words */
    SG_LIKE_MORE,     /* its words and more */
    SG_LIKE_INITIALS, /* its initials, or they ours */
    SG_LIKE_ALIAS,    /* another name of the same row of the world's tables */
    SG_LIKE_NOUN,     /* the same noun, the same adjectives */
    SG_LIKE_LESS,     /* the same noun, fewer adjectives */
    SG_LIKE_OTHER,    /* the same noun, other adjectives */
    SG_LIKE_WITHIN,   /* a noun that is a word of the name: "the university" */
    SG_LIKE_OFFICE,   /* a noun for the office, body or sector that its bearer is known by */
    SG_LIKE_KIND,     /* a noun for a country, a body, a town, a name of one */
    SG_LIKES
};

/* What the tree says of the two. */
enum sg_tie {
    SG_TIE_NONE,
    SG_TIE_APPOSITION,
    SG_TIE_PREDICATE, /* "X is the minister" */
    SG_TIE_INSIDE,    /* the later one stands in the earlier one: "the man with his dog" */
    SG_TIE_ROUND,     /* the earlier one stands in the later one */
    SG_TIE_CLAUSE,    /* both hang on one verb */
    SG_TIE_SUBJECT,   /* the earlier one is the subject of a clause that holds the later one */
    SG_TIE_TELLER,    /* of a clause that tells what the later one's clause says: "X said that they" */
    SG_TIE_DEED,      /* whose deed the clause answers: "thanked X for its help" */
    SG_TIE_JOINED,    /* X and Y */
    SG_TIES
};

/* Whose words they stand in. */
enum sg_said {
    SG_SAID_PLAIN,   /* both in the same voice */
    SG_SAID_SPEAKER, /* the earlier one says the words of the later one */
    SG_SAID_OTHER,   /* the earlier one in another voice, or another's speech */
    SG_SAIDS
};

/* Which table of the world knows the head. */
enum sg_known_as {
    SG_HIT_NONE,
    SG_HIT_STATE,
    SG_HIT_CAPITAL,
    SG_HIT_CITY,
    SG_HIT_LAND, /* a territory */
    SG_HIT_FOLK, /* adjective, demonym */
    SG_HIT_SEAT, /* a name that stands for a government */
    SG_HIT_ORGAN,
    SG_HIT_ORG,
    SG_HIT_HOLDER,
    SG_HIT_ROLE,  /* of a person */
    SG_HIT_GROUP, /* of a group */
    SG_HITS
};

/* What else tells people, bodies and places apart. */
enum sg_clue {
    SG_CLUE_PERSON, /* classes of en/nouns, of the head */
    SG_CLUE_PEOPLE,
    SG_CLUE_BODY,
    SG_CLUE_PLACE,
    SG_CLUE_COUNTRY,
    SG_CLUE_THING,
    SG_CLUE_ENDING,
    SG_CLUE_UNKNOWN,   /* none of them */
    SG_CLUE_GIVEN,     /* the name begins with a given name */
    SG_CLUE_TITLE,     /* a title stands before it */
    SG_CLUE_NAME_BODY, /* a word of the name is one of these */
    SG_CLUE_NAME_PLACE,
    SG_CLUE_NAME_PERSON,
    SG_CLUE_CAPITALS,
    SG_CLUE_WORDS_TWO,
    SG_CLUE_WORDS_MORE,
    SG_CLUE_THE,    /* a name with an article */
    SG_CLUE_MANY,   /* a plural */
    SG_CLUE_SPEAKS, /* subject of a word of saying, asking, wanting */
    SG_CLUE_ACTS,   /* subject of a word of the acts' table */
    SG_CLUE_WHO,    /* a relative clause with a word for persons */
    SG_CLUE_OWNS,   /* 's */
    SG_CLUE_AMONG,  /* joined to a person */
    SG_CLUE_PARTY,  /* actor.c gave it an entity, */
    SG_CLUE_PARTY_PERSON,
    SG_CLUE_PARTY_BODY,   /* with a sector */
    SG_CLUE_FOUND_PERSON, /* the name finder's view of the head */
    SG_CLUE_FOUND_BODY,
    SG_CLUE_FOUND_PLACE,
    SG_CLUE_FOUND_NOTHING,
    SG_CLUES
};

/* Sectors that are alike in whose they are. */
enum sg_sector_class {
    SG_SECTOR_NONE,
    SG_SECTOR_GOV,
    SG_SECTOR_MIL,
    SG_SECTOR_COP,
    SG_SECTOR_JUD,
    SG_SECTOR_LEG,
    SG_SECTOR_POL, /* parties, the opposition */
    SG_SECTOR_REB,
    SG_SECTOR_OUT, /* outlaws: gunmen, gangs */
    SG_SECTOR_CVL,
    SG_SECTOR_LAB, /* workers, farmers */
    SG_SECTOR_SOC, /* schools, media, churches, health */
    SG_SECTOR_BUS,
    SG_SECTORS
};

enum { SG_NEAR = 8, SG_CASES = 10 };

/* Feature, its name in the table, and the kinds of its up to three values. */
#define SG_FEATURES(X) \
    X(THING_FORM, "thing.form", THING, FORM, ONE) \
    X(THING_CASE, "thing.case", THING, CASE, TWO) \
    X(THING_ROLE, "thing.role", THING, ROLE, TWO) \
    X(THING_HIT, "thing.hit", THING, HIT, ONE) \
    X(THING_CLUE, "thing.clue", THING, CLUE, ONE) \
    X(PAIR_FORMS, "forms", FORM, FORM, ONE) \
    X(PAIR_NAMED, "named", FORM, FORM, ONE) \
    X(PAIR_SENTENCES, "sentences", FORM, NEAR, ONE) \
    X(PAIR_BETWEEN, "between", FORM, NEAR, ONE) \
    X(PAIR_RANK, "rank", FORM, FOUR, TWO) \
    X(PAIR_ROLE, "role", FORM, ROLE, TWO) \
    X(PAIR_ROLES, "roles", ROLE, ROLE, FOUR) \
    X(PAIR_GENDER, "gender", FORM, FITS, ONE) \
    X(PAIR_NUMBER, "number", FORM, FITS, ONE) \
    X(PAIR_THINGS, "things", THING, THING, FOUR) \
    X(PAIR_THING, "thing", FORM, THING, ONE) \
    X(PAIR_LIKE, "like", FORM, LIKE, ONE) \
    X(PAIR_LIKE_NEAR, "like.near", LIKE, NEAR, ONE) \
    X(PAIR_LIKE_THING, "like.thing", LIKE, THING, ONE) \
    X(PAIR_LIKE_SIZE, "like.size", LIKE, FOUR, ONE) \
    X(PAIR_TIE, "tie", FORM, TIE, ONE) \
    X(PAIR_SAID, "said", FORM, FORM, SAID) \
    X(PAIR_SIZE, "size", FORM, FOUR, ONE) \
    X(PAIR_OPENS, "opens", FORM, TWO, ONE) \
    X(PAIR_PARTY, "party", FORM, FOUR, ONE) \
    X(PAIR_TELLER, "teller", FORM, FOUR, TWO) \
    X(PAIR_OWN, "own", FOUR, ROLE, NEAR) \
    X(PAIR_MEANT, "meant", FORM, NEAR, TWO) \
    X(NEW_FORM, "new.form", FORM, ONE, ONE) \
    X(NEW_LIKE, "new.like", FORM, LIKE, ONE) \
    X(NEW_SENTENCE, "new.sentence", FORM, FOUR, ONE) \
    X(NEW_THING, "new.thing", FORM, THING, ONE) \
    X(NEW_ROLE, "new.role", FORM, ROLE, ONE) \
    X(NEW_RIVALS, "new.rivals", FORM, FOUR, ONE) \
    X(NEW_WITH, "new.with", FORM, FOUR, ONE) \
    X(LAND_DATELINE, "land.dateline", SECTOR, TWO, ONE) \
    X(LAND_TITLE, "land.title", SECTOR, ONE, ONE) \
    X(LAND_LEAD, "land.lead", SECTOR, TWO, ONE) \
    X(LAND_SHARE, "land.share", SECTOR, NEAR, ONE) \
    X(LAND_TOP, "land.top", SECTOR, TWO, ONE) \
    X(LAND_ORG, "land.org", SECTOR, FORM, ONE) \
    X(LAND_OFFICES, "land.offices", SECTOR, NEAR, ONE) \
    X(LAND_PLACES, "land.places", SECTOR, NEAR, ONE) \
    X(LAND_BEFORE, "land.before", SECTOR, FOUR, ONE) \
    X(LAND_AFTER, "land.after", SECTOR, FOUR, ONE) \
    X(LAND_PREV, "land.prev", SECTOR, FOUR, ONE) \
    X(LAND_LINKED, "land.linked", SECTOR, FOUR, ONE) \
    X(LAND_DEAL, "land.deal", SECTOR, FOUR, TWO) \
    X(LAND_SUBJECT, "land.subject", SECTOR, NEAR, SECTOR) \
    X(LAND_OBJECT, "land.object", SECTOR, NEAR, SECTOR) \
    X(LAND_SCENE, "land.scene", SECTOR, NEAR, ONE) \
    X(LAND_PHRASE, "land.phrase", SECTOR, FOUR, ONE) \
    X(LAND_STAGE, "land.stage", SECTOR, ONE, ONE) \
    X(LAND_NEAREST, "land.nearest", SECTOR, ONE, ONE) \
    X(LAND_TOLD, "land.told", SECTOR, FOUR, FORM) \
    X(LAND_FAR, "land.far", SECTOR, NEAR, ONE) \
    X(LAND_AHEAD, "land.ahead", SECTOR, NEAR, TWO) \
    X(LAND_BORNE, "land.borne", SECTOR, NEAR, ONE) \
    X(LAND_NEARBY, "land.nearby", SECTOR, NEAR, FOUR) \
    X(LAND_PARAGRAPH, "land.paragraph", SECTOR, NEAR, ONE) \
    X(LAND_RECENT, "land.recent", SECTOR, NEAR, ONE) \
    X(LAND_NOUN, "land.noun", SECTOR, FOUR, ONE) \
    X(LAND_GROUND, "land.ground", SECTOR, NEAR, ONE) \
    X(LAND_JOINED, "land.joined", SECTOR, ONE, ONE) \
    X(LAND_TELLER, "land.teller", SECTOR, TWO, ONE) \
    X(LAND_OURS, "land.ours", SECTOR, ONE, ONE) \
    X(LAND_TOPIC, "land.topic", SECTOR, FOUR, ONE) \
    X(LAND_PLACED, "land.placed", SECTOR, NEAR, TWO) \
    X(LAND_ORDER, "land.order", SECTOR, FOUR, ONE) \
    X(LAND_OPENS, "land.opens", SECTOR, FOUR, ONE) \
    X(NOLAND_FORM, "noland.form", SECTOR, FORM, ONE) \
    X(NOLAND_COUNT, "noland.count", SECTOR, FOUR, ONE) \
    X(NOLAND_ROLE, "noland.role", SECTOR, NEAR, ONE) \
    X(NOLAND_NAMED, "noland.named", SECTOR, TWO, ONE) \
    X(NOLAND_ADJECTIVE, "noland.adjective", SECTOR, FOUR, ONE) \
    X(NOLAND_BORNE, "noland.borne", SECTOR, FOUR, ONE)

typedef enum sg_feature {
#define X_(id, ...) SG_F_##id,
    SG_FEATURES(X_)
#undef X_
        SG_F_COUNT
} sg_feature;

typedef struct sg_ranks {
    uint32_t base[SG_F_COUNT + 1]; /* where a feature's numbers begin; the last is their count */
    uint32_t step[SG_F_COUNT][2];
    int16_t *weight;
} sg_ranks;

static inline uint32_t sg_feature_at(const sg_ranks *r, sg_feature f, unsigned a, unsigned b, unsigned c) {
    return r->base[f] + a * r->step[f][0] + b * r->step[f][1] + c;
}

/* The weights of a lexicon, for one job. NULL: no memory. */
sg_ranks *sg_ranks_new(const sg_lexicon *);
void sg_ranks_free(sg_ranks *);
/* "feature <tab> value" as the table has it, for the trainer. */
void sg_feature_name(const sg_ranks *, uint32_t at, char *out, size_t room);

#endif
