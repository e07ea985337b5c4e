/* others_in.h: what the files of the stage `others` share; nobody else includes it.
 *
 * others.c lists whom a report names and chooses among them; others_clue.c tells what speaks for each, and for nobody. */
#ifndef SG_OTHERS_IN_H
#define SG_OTHERS_IN_H

#include "lands.h"
#include "others.h"

enum {
    PARTIES = 64, /* that are thought of for one act */
    LANDS = 12,
    BACK = 1200,  /* words before the act in which they may be named, */
    AHEAD = 400,  /* behind it, */
    START = 160,  /* and at the beginning of the report */
    PHRASES = 40, /* of an act that may name a place */
    RECORDS = 40, /* acts before that tell who deals with whom */
    THOUSAND = 1000,
    LARGE = 1 << 20
};

/* ---- what the table speaks of ---- */

#define FEATURES(X) \
    X(LEAST, "least") \
    X(KIN_SECTOR, "kin_sector") \
    X(TYPE_KIN, "type_kin") \
    X(TYPE_SECTOR, "type_sector") \
    X(MODE_SECTOR, "mode_sector") \
    X(OTHER_SECTOR, "other_sector") \
    X(SITE, "site") \
    X(SITE_SECTOR, "site_sector") \
    X(INTO, "into") \
    X(NAMED, "named") \
    X(MEANT, "meant") \
    X(NEAR, "near") \
    X(TYPE_NEAR, "type_near") \
    X(KIN_NEAR, "kin_near") \
    X(LAND_NEAR, "land_near") \
    X(LAND_RANK, "land_rank") \
    X(TITLE, "title") \
    X(SAID, "said") \
    X(PARTY_RANK, "party_rank") \
    X(HOME, "home") \
    X(ROLE, "role") \
    X(STANDS, "stands") \
    X(PREP, "prep") \
    X(LAST, "last") \
    X(OURS, "ours") \
    X(GAVE, "gave") \
    X(TOOK, "took") \
    X(DID, "did") \
    X(BORE, "bore") \
    X(SOURCE, "source") \
    X(HELD_TYPE, "held_type") \
    X(HELD_SECTOR, "held_sector") \
    X(HELD_BY, "held_by") \
    X(HELD_NOUN, "held_noun") \
    X(HELD_SITE, "held_site") \
    X(HELD_NAMED, "held_named") \
    X(HELD_MEANT, "held_meant") \
    X(HELD_NEAR, "held_near") \
    X(HELD_RANK, "held_rank") \
    X(HELD_ROLE, "held_role") \
    X(HELD_STANDS, "held_stands") \
    X(HELD_PREP, "held_prep") \
    X(NONE, "none") \
    X(NONE_TYPE, "none_type") \
    X(NONE_MODE, "none_mode") \
    X(NONE_OTHER, "none_other") \
    X(NONE_ROW, "none_row") \
    X(NONE_SLOTS, "none_slots") \
    X(NONE_TAG, "none_tag") \
    X(NONE_PHRASES, "none_phrases") \
    X(NONE_FOREIGN, "none_foreign") \
    X(NONE_HERE, "none_here") \
    X(NONE_CONTENT, "none_content") \
    X(NONE_REALIS, "none_realis") \
    X(NONE_TOLD, "none_told") \
    X(NONE_TYPE_OTHER, "none_type_other") \
    X(NONE_NAMED, "none_named") \
    X(NONE_WITHIN, "none_within") \
    X(HELD_NONE, "held_none") \
    X(HELD_NONE_TYPE, "held_none_type") \
    X(HELD_NONE_ROW, "held_none_row") \
    X(HELD_NONE_NAMED, "held_none_named") \
    X(WHOSE_OTHER, "whose_other") \
    X(WHOSE_SECTOR, "whose_sector") \
    X(WHOSE_TYPE, "whose_type") \
    X(WHOSE_NEAR, "whose_near") \
    X(WHOSE_RANK, "whose_rank") \
    X(WHOSE_HOME, "whose_home") \
    X(WHOSE_TITLE, "whose_title") \
    X(WHOSE_KNOWN, "whose_known") \
    X(WHOSE_NONE, "whose_none") \
    X(WHOSE_NONE_HERE, "whose_none_here")

/* A feature has a weight, and where nobody is named one more of its own; and others for those who act. */
typedef enum feature {
#define X_(id, name) F_##id,
    FEATURES(X_)
#undef X_
        F_COUNT
} feature;

/* The words of their values that are no sector, type of act or word of the text. Lands are seen from the other side of the
 * act: own, foreign. In rising order stand how far from the act a party is named, from `before` on, and how well somebody fits it:
 * no, its land, the party itself. */
#define WORDS(X) \
    X(NO_WORD, "") \
    X(DASH, "-") X(EMPTY, "") \
    X(OWN, "own") X(FOREIGN, "foreign") X(UNION, "union") X(UNKNOWN, "unknown") \
    X(BEFORE, "before") X(BEHIND, "behind") X(PREVIOUS, "previous") X(CLOSE, "close") X(FAR, "far") X(LATER, "later") \
    X(NEVER, "never") \
    X(NO, "no") X(LAND, "land") X(PARTY, "party") \
    X(0, "0") X(1, "1") X(2, "2") X(3, "3") X(4, "4") X(5, "5") X(6, "6") X(7, "7") X(MANY, "4+") \
    X(YES, "yes") X(STATE, "state") X(NOBODY, "nobody") X(SAME, "same") X(OTHER, "other") \
    X(THERE, "there") X(ELSEWHERE, "elsewhere") \
    X(INSIDE, "inside") X(ABOVE, "above") X(ASIDE, "aside") \
    X(ACTOR, "actor") X(RECIPIENT, "recipient") X(OURS, "ours") X(US, "us") X(OTHERS, "others") X(THEIRS, "theirs") \
    X(TYPE, "type") X(OPERATOR, "operator") X(NONE, "none") X(USUAL, "usual") \
    X(OBJECT, "object") X(OBLIQUE, "oblique") X(TYPED, "typed") X(UNTYPED, "untyped") \
    X(WEAK, "weak") X(SOURCE, "source") X(WHO, "who") X(DID, "did") X(BORE, "bore") \
    X(STRANGER, "stranger") X(WHOSE, "whose") X(INSTEAD, "instead")

enum {
#define X_(id, text) W_##id,
    WORDS(X_)
#undef X_
        W_COUNT
};

/* ---- what is sought ---- */

/* Where somebody may be named: an entity that a word of the text stands for, or a place of a land. */
typedef struct naming {
    uint32_t tok, ent; /* ent: NONE of a place */
    const char *country, *sector;
    bool land, titled; /* land: of a state, or a place in one */
} naming;

typedef struct party {
    const char *country, *sector;
    uint32_t ent;              /* where it is named nearest, or NONE */
    uint32_t near;             /* W_BEFORE .. W_NEVER */
    uint32_t kin, kind, organ; /* words: of which land; of what sector, or a state, or the body itself; the same, bodies
                                * being states */
    uint32_t beside;           /* how near it is to the one that the words gave */
    bool state;
    size_t said;
    bool titled;
    size_t first; /* the number of the first party of the same land */
} party;

typedef struct land {
    const char *country;
    uint32_t near;
    size_t said;
    bool titled;
} land;

/* An act before, as the other side of the act in hand sees it. */
typedef struct deal {
    const sg_ev *ev; /* NULL: none */
    bool ours, us;   /* their land did it, bore it */
} deal;

/* A phrase of the act that names a place. */
typedef struct phrase {
    const char *country;
    uint32_t prep; /* word */
} phrase;

/* What was counted for a party holds for all that are like it in what was looked at. */
typedef struct counted {
    struct {
        uint64_t like;
        long sum;
    } at[PARTIES];
    size_t count;
} counted;

typedef struct search {
    sg_doc *d;
    const sg_ev *all, *e;
    size_t act_count;
    size_t at;     /* e's number */
    sg_side side;  /* that is sought: to whom, or who acts */
    const sg_ids *sought, *others; /* whom the act's words gave for it; the other side */
    bool open;     /* its phrases name nobody */
    const sg_weights *weights;
    sg_glossary words;         /* of the report */
    const naming *namings;  /* in the order of the text */
    size_t naming_count;
    party parties[PARTIES];
    size_t party_count;
    land lands[LANDS];
    size_t land_count;
    deal last;           /* the last act before that has parties */
    deal deals[RECORDS]; /* the acts before of the other side's land, the last one first */
    size_t deal_count;
    phrase phrases[PHRASES];
    size_t phrase_count;
    uint32_t meant[SG_WHOM_MOST]; /* toks: what those stand for whom the network takes for the side sought */
    uint32_t type, mode, other;   /* words: the act's, and the sector of the other side */
    const char *own, *home;     /* countries: of the other side; where the news is from, */
    uint32_t home_at;           /* as asked at this tok */
    const char *const *grounds; /* by tok: the land of the place that it names, or NULL */
    const char *site;           /* the land where it is done, or NULL */
    const sg_whom *whom;        /* whom the network takes for the side sought, or NULL */
    const sg_ent *held;         /* the only one that the act's own words gave it, or NULL */
    uint32_t held_kind, held_by, held_noun; /* words: of what sector he is, or a state; how he was found; his noun, or 0 */
    uint32_t sector_meant;      /* word: of what sector the network takes him to be, or 0 */
    counted by_kind, by_near;   /* for the act in hand */
    long sum;                   /* of the candidate in hand */
    const char *text;           /* its features, where they are asked for */
    bool tell;
} search;

/* ---- words ---- */

static inline uint32_t number(size_t n) {
    return n < 4 ? W_0 + (uint32_t)n : W_MANY;
}

static inline uint32_t bucket(uint8_t p) {
    return W_0 + p / 32u;
}

static inline uint32_t yes(bool is) {
    return is ? W_YES : W_NO;
}

static inline uint32_t word_of(search *s, const char *text) {
    return sg_word_number(&s->words, sg_str_of(text));
}

/* Codes are short: a call would take longer. */
static inline bool same(const char *a, const char *b) {
    if (a == b) return true;
    if (!a || !b) return false;
    while (*a && *a == *b) a++, b++;
    return *a == *b;
}

/* ---- others_clue.c ---- */

/* What must be reached before anything is changed. */
long sg_others_least(const search *s, uint32_t what);
/* A value is one word, or up to four side by side: "own>GOV"; those behind the last are 0. */
void sg_speak(search *s, feature f, uint32_t word);
void sg_speak_all(search *s, feature f, uint32_t a, uint32_t b, uint32_t c);
/* How near a candidate is to the one that the words gave. */
uint32_t sg_beside_held(const search *s, const char *country, const char *sector);
/* Is it of the other side? */
bool sg_is_other_side(const search *s, const char *country, const char *sector);
/* "condemned the attack on Peru", "says that it must stop": who suffers is neither accused nor asked. */
bool sg_is_harmed(const search *s, const char *country);
/* A word: the sector of the other side. */
uint32_t sg_sector_of_others(search *s);
/* How many others of the kind are named more often? */
size_t sg_rank_of_land(const search *s, const land *l);
/* `sum` becomes what speaks for the party, or for nobody. */
void sg_weigh_party(search *s, const party *p);
void sg_weigh_nobody(search *s);

/* ---- others.c ---- */

/* The land among those thought of; NULL where there is no room. */
land *sg_land_thought_of(search *s, const char *country);

#endif
