/* doc.h: the record that grows. Each stage fills its own arrays and never reaches back.
 *
 *   read   -> blocks           what is to be read, what is only a label, the dateline
 *   token  -> sents, toks      words with their place in the original
 *   headline -> toks           whose capitals are only a headline's
 *   halves -> sents            headlines of two halves, parted until they are mended
 *   encode -> toks             tags, features, lemmas
 *   parse  -> toks             heads and relations
 *   mend   -> toks             heads within phrases that the lexicon knows
 *   name   -> hits             phrases of the lexicon's tables, longest first
 *   when   -> times            dates in the text, resolved
 *   actor  -> ents, toks.ents  who is meant by each noun phrase
 *   place  -> toponyms         names of places, each with the place that is meant
 *   mention -> refs            names, descriptions, pronouns: whatever can stand for somebody or something
 *   tell   -> toks, whom       what the network takes words for, whom others name, and of what sector those are
 *   chain  -> refs.chain       which of them stand for the same
 *   lands  -> lands            which lands the document names, for those who bear none
 *   refer  -> ents             who is meant by pronouns and descriptions
 *   event  -> acts             what is done (event.h)
 *   where  -> acts             the place of each
 *   record -> sg_result        the public form
 *
 * Indices are 0-based into the document's arrays; NONE stands for "no such thing". Bytes count in
 * `text`, or in `title` for a sentence with in_title. */
#ifndef SG_DOC_H
#define SG_DOC_H

#include "needs.h"
#include "ud.h"

#define NONE UINT32_MAX

/* Cells of COUNTRIES; of ORGS and of the three tables of organs, which part behind the name; of ROLES. */
enum { C_FORM, C_CODE, C_KIND, C_FROM, C_TO, C_NOTE };
enum { O_FORM, O_COUNTRY, O_SECTOR, O_CAMEO, O_NAME, O_KIND, ORGS_NOTE, ORGANS_FROM = 5, ORGANS_TO, ORGANS_NOTE };
enum { R_FORM, R_SECTOR, R_OFFICE, R_CAMEO, R_KIND, R_NOTE };

typedef struct sg_block_text { /* a stretch to be cut into sentences; never spans a label */
    uint32_t start, end;
    bool in_title, heading; /* heading: a line in capitals over the text, which names parties but tells nothing */
    uint32_t voice;         /* of the label before it: equal for equal labels; 0 the text's own */
    uint32_t label[2];      /* bytes of that label; equal when there is none */
} sg_block_text;

typedef struct sg_sent {
    uint32_t start, end;   /* bytes */
    uint32_t first, count; /* toks */
    uint32_t block;
    uint32_t root; /* tok */
    bool in_title, paragraph;
    bool half;                 /* the further half of a headline, which is joined to the one before when it is mended */
    bool discarded;            /* no acts are read in it: a heading, or a phrase of the discards says so of the document */
    bool doubted;              /* a phrase of the discards: only what the network is all but certain of is read in it */
    uint32_t given;            /* index of the given sentence, or NONE */
    uint32_t time, time_count; /* its dates */
    uint32_t voice;            /* whose words they are: equal for one speaker; 0 the text's own */
} sg_sent;

/* A class of the network that tells acts: a type of PLOVER with a mode or none; the first class is no act at all. */
typedef struct sg_act_class {
    const char *type, *mode; /* NULL: none */
    uint8_t kind;            /* types by number, 0 of no act */
} sg_act_class;

/* Which types of act the network lays to a word, likeliest first; all nought where none has read it (given trees). */
enum { SG_LIKELY = 3, SG_SURE = 255 };
typedef struct sg_likely {
    struct {
        uint8_t act, p; /* the likeliest class of the type (sg_doc.acts); how likely the type is, SG_SURE at most */
    } type[SG_LIKELY];
    uint8_t none; /* how likely the word tells no act */
} sg_likely;

/* Which words of the sentence the network takes to name a party of the act that a word tells, likeliest first. */
enum { SG_WHOM_MOST = 4 };
typedef enum sg_side { SG_ACTOR, SG_RECIPIENT, SG_SIDES } sg_side;
typedef struct sg_whom {
    uint32_t tok[SG_WHOM_MOST]; /* NONE: no more */
    uint8_t p[SG_WHOM_MOST];    /* SG_SURE at most */
} sg_whom;

/* Of what sector those are whom the network takes a word to name; all nought where none has read it. */
typedef struct sg_meant {
    uint8_t sector;    /* the likeliest (sg_doc.sectors) */
    uint8_t p, nobody; /* how likely it is, where the word names somebody; how likely it names nobody; SG_SURE at most */
} sg_meant;

typedef struct sg_tok {
    uint32_t start, end; /* bytes of its own letters; words of a multi-word token share its span
                                  where their letters cannot be told apart */
    uint32_t sent;
    sg_str form;
    const char *lemma;
    const char *feats;     /* as CoNLL-U, or NULL for "_" */
    const char *label;     /* DEPREL as written */
    uint32_t bits;         /* SG_FEAT_* */
    uint32_t head;         /* tok, or NONE for the root */
    uint8_t upos, deprel;  /* sg_upos, sg_deprel */
    uint8_t name, mention; /* sg_name_label: of a proper name; of a noun phrase for somebody or some place */
    sg_likely likely;
    sg_meant meant;
    int32_t lead;  /* of somebody whose land no word tells: by how much the one chosen leads (lands.h); 0: none was sought */
    bool has_whom; /* sg_doc.whom holds whom the sentence names as parties of the act that the word tells */
    bool space_after;
    bool small;   /* its capital is only the headline's */
    sg_str seen;  /* what the network reads in place of the form, or nothing */
    uint32_t mwt; /* index into mwts, or NONE */
    /* name and actor */
    sg_str key; /* form in normal form */
    sg_str lemma_key;
    sg_looked by_key, by_lemma; /* what the lexicon has of the two */
    bool caps;
    uint32_t hit;            /* the first hit over it, or NONE; more follow where they begin at the same word */
    uint32_t ent, ent_count; /* entities that this noun phrase's head stands for */
    uint32_t ref;            /* the mention that it is the head of, or NONE */
    /* children, in order: first child and next sibling (made by parse) */
    uint32_t child, next;
} sg_tok;

typedef struct sg_mwt { /* a multi-word token: toks first..last are its words */
    uint32_t first, last, start, end;
    sg_str form;
    bool space_after;
} sg_mwt;

typedef struct sg_hit { /* a phrase of a table, over toks first..last */
    uint32_t first, last, head;
    const sg_row *row; /* the first row; more readings by sg_lexicon_find(row's phrase) */
} sg_hit;

enum sg_by { SG_BY_NAME, SG_BY_OFFICE, SG_BY_DESCRIPTION, SG_BY_PRONOUN, SG_BY_INFERRED };

static inline const char *sg_by_name(uint8_t by) {
    static const char *const names[] = {"name", "office", "description", "pronoun", "inferred"};
    return names[by];
}

typedef struct sg_ent {
    uint32_t first, last, head; /* toks; first NONE where no words of its own stand for it */
    const char *name, *country, *sector, *cameo, *office, *wikidata;
    uint8_t by, name_by;        /* sg_by */
    bool person, plural, group; /* a person; several; people or an organisation (may act) */
    bool voice;                 /* a voice of the station: never an actor */
    const sg_row *row[4];       /* lines behind it */
    uint32_t same;              /* the entity that it was referred to, or NONE */
} sg_ent;

/* How a mention says whom it means. */
enum sg_ref_form {
    SG_REF_I,
    SG_REF_WE,
    SG_REF_YOU,
    SG_REF_HE,
    SG_REF_SHE,
    SG_REF_IT,
    SG_REF_THEY,
    SG_REF_THIS,   /* a demonstrative alone */
    SG_REF_THESE,  /* several */
    SG_REF_ANY,    /* somebody, everyone, one */
    SG_REF_WHO,    /* relative */
    SG_REF_EACH,   /* each other */
    SG_REF_TWO,    /* both, the two */
    SG_REF_FORMER, /* the former */
    SG_REF_LATTER, /* the latter */
    SG_REF_HERE,
    SG_REF_NAME,      /* of several words */
    SG_REF_SHORT,     /* of one word */
    SG_REF_THE,       /* the minister */
    SG_REF_THAT,      /* this minister */
    SG_REF_THEIR,     /* their minister */
    SG_REF_A,         /* a minister */
    SG_REF_BARE,      /* (minister) */
    SG_REF_BARE_MANY, /* ministers */
    SG_REF_SOME,      /* some ministers, three ministers */
    SG_REF_PAIR,      /* A and B together */
    SG_REF_FORMS
};

enum { SG_MASC = 1, SG_FEMN = 2, SG_NEUT = 4, SG_GENDERS = 7, SG_SINGLE = 1, SG_SEVERAL = 2, SG_NUMBERS = 3 };

/* What kind of thing is meant. */
enum sg_thing { SG_THING_OTHER, SG_THING_PERSON, SG_THING_BODY, SG_THING_PLACE, SG_THINGS };

typedef struct sg_ref {
    uint32_t first, last, head;   /* toks */
    uint32_t name[2];             /* of a name: the first and last word of the name itself, without titles */
    uint32_t chain;               /* mentions of the same thing share it; NONE before they are joined */
    uint32_t before;              /* the mention of the same thing that it was joined to, or NONE */
    uint32_t means;               /* of a pronoun: a mention of another chain that gives its party (chain.h), or NONE */
    uint32_t speaker;             /* who says the words that it stands in: a mention (or NONE), and */
    uint32_t context;             /* the number of the stretch of speech that it stands in */
    uint8_t form, gender, number; /* gender and number: what they may be */
    uint8_t sex;                  /* by the given name of a known person, all genders where none is known: it only forbids */
    uint8_t role, thing, hit;     /* rank.h's */
    uint32_t clues;
    bool own, self;           /* their, themselves */
    int32_t worth[SG_THINGS]; /* how much speaks for each kind of thing */
} sg_ref;

typedef struct sg_time {
    uint32_t first, last, head; /* toks */
    const char *edtf;           /* resolved as far as known */
    uint8_t kind;               /* sg_time_kind */
    int32_t from, to;           /* days since 1970-01-01, where fully known; else INT32_MIN */
} sg_time;

enum sg_time_kind {
    SG_TIME_DATE,     /* says when */
    SG_TIME_FUTURE,   /* says when, after publication */
    SG_TIME_DURATION, /* says how long */
    SG_TIME_SINCE,    /* begins a stretch */
    SG_TIME_PAST,     /* long over, without a date: "during the war", "decades ago" */
    SG_TIME_DUE,      /* "as soon as possible", "by Friday", "early" */
    SG_TIME_AFTER     /* as since, the day itself left out: what is told may be another day's */
};

/* A name of a place in the text. In a dateline it has bytes but no words. */
typedef struct sg_toponym {
    uint32_t start, end; /* bytes */
    bool in_title;
    uint32_t sent, first, last, head; /* toks; NONE in a dateline */
    uint64_t hash;                    /* of the name in normal form */
    const sg_row *row;                /* the line of world/countries or world/places that has the name, or NULL */
    uint32_t within;                  /* the toponym right behind it that it lies in ("Paris, Texas"), or NONE */
    bool people;                      /* an adjective: "Syrian" */
    bool sited;                       /* behind a preposition of place, or in a dateline */
    bool loose;                       /* where people's names stand, in a longer name, or no place for the name finder */
    bool division, town;              /* a noun beside it says so: "Homs province", "the city of Homs" */
    bool title;                       /* only written so in a title, where all words have capitals */
    /* the place that is meant, where it is known */
    bool known;
    uint32_t place; /* number in the gazetteer, or SG_NOWHERE */
    const char *name, *country, *admin1, *feature;
    uint32_t id;      /* GeoNames; 0: none */
    int32_t lat, lon; /* 1e-5 degrees */
} sg_toponym;

typedef struct sg_doc {
    sg_arena *arena;
    const sg_lexicon *lex;
    sg_needs *needs; /* what its rows ask for */
    const sg_input *in;
    sg_str text, title;
    int32_t pub; /* publication in days since 1970-01-01, or INT32_MIN */
    sg_block_text *blocks;
    size_t block_count, block_cap;
    uint32_t dateline[2]; /* bytes; equal when there is none */
    sg_sent *sents;
    size_t sent_count, sent_cap;
    sg_tok *toks;
    size_t tok_count, tok_cap;
    sg_whom *whom;            /* by tok and side, where the tok says so */
    const sg_act_class *acts; /* the classes of the toks' `likely`, or NULL where no network read them */
    const char **sectors;     /* those of the toks' `meant`, NULL behind the last; "" nobody, or a whole state or organisation */
    sg_mwt *mwts;
    size_t mwt_count, mwt_cap;
    sg_hit *hits;
    size_t hit_count, hit_cap;
    sg_ent *ents;
    size_t ent_count, ent_cap;
    sg_ref *refs;
    size_t ref_count, ref_cap;
    size_t chain_count;
    const struct sg_lands *lands; /* of which land those are of whom nothing says it (lands.h) */
    const char *orator;           /* the land that speaks, where the whole text is a speech (orator.h); "" unknown; or NULL */
    uint32_t orator_voice;        /* in whose words: the sentences' voice */
    struct sg_caller *callers;    /* the voices whose labels name their land (orator.h) */
    size_t caller_count;
    const char *faced;            /* the land that he deals with above all, as with another; or NULL */
    const char *issuer;           /* the organisation, by its code, of whose organ the text is a communique (issuer.h), or NULL */
    sg_str issuer_word;           /* that organ's noun */
    uint32_t issuer_said[2];      /* its last mention: one, many; NONE */
    const char *hall;             /* the organisation in whose hall such a speech is held, or NULL */
    const char *station;          /* the land whose station the broadcast is (station.h), or NULL */
    const char *writer;           /* the land whose ministry's own text it is (author.h), or NULL */
    uint32_t declarer;            /* tok: the state or body whose own statement the text is (speaker.h), or NONE */
    sg_time *times;
    size_t time_count, time_cap;
    sg_toponym *toponyms; /* in the order of the text, the dateline's first */
    size_t toponym_count, toponym_cap;
    const char **notes;
    size_t note_count, note_cap;
    bool foreign;
    bool whole; /* read every letter: labels and datelines too (the way to trees only) */
} sg_doc;

/* The text that a token's or sentence's bytes count in. */
static inline sg_str sg_doc_text(const sg_doc *d, bool in_title) {
    return in_title ? d->title : d->text;
}
/* A sentence or two: of what else the document tells, they say nothing. */
static inline bool sg_is_lone(const sg_doc *d) {
    return d->sent_count < 3;
}
static inline const sg_tok *sg_tok_at(const sg_doc *d, uint32_t i) {
    return i == NONE ? NULL : &d->toks[i];
}

/* Does the word hang below the other, or is it that one? Looks up `most` words. */
static inline bool sg_is_below(const sg_doc *d, uint32_t t, uint32_t top, uint32_t most) {
    for (; t != NONE && most; t = d->toks[t].head, most--)
        if (t == top) return true;
    return false;
}

/* Two mentions of one: a pronoun or a description, and what it was referred to. */
static inline bool sg_corefer(const sg_doc *d, uint32_t a, uint32_t b) {
    uint32_t x = d->ents[a].same, y = d->ents[b].same;
    return a == b || x == b || y == a || (x != NONE && x == y);
}

/* Rows of a table by the token's own key or its lemma's: most words are in few tables, and that is known already. */
static inline sg_rows sg_rows_by_key(const sg_doc *d, const sg_tok *t, sg_table_id table) {
    return t->by_key.has & SG_TABLE_BIT(table) ? sg_lexicon_find(d->lex, table, t->key) : (sg_rows){0};
}
static inline sg_rows sg_rows_by_lemma(const sg_doc *d, const sg_tok *t, sg_table_id table) {
    return t->by_lemma.has & SG_TABLE_BIT(table) ? sg_lexicon_find(d->lex, table, t->lemma_key) : (sg_rows){0};
}

/* The grammar's value of the word as it is written, as one of this kind, or NULL. */
static inline const char *sg_says(const sg_doc *d, uint32_t tok, const char *kind) {
    return sg_kind_value(&d->toks[tok].by_key, kind);
}

/* Does the word stand as a subject, of whatever voice? */
static inline bool sg_is_subject(const sg_tok *t) {
    return t->deprel == SG_DEP_NSUBJ || t->deprel == SG_DEP_NSUBJ_PASS || t->deprel == SG_DEP_NSUBJ_OUTER;
}

/* Does it begin with a plain capital letter? */
static inline bool sg_is_capital(const sg_tok *t) {
    return t->form.n && t->form.s[0] >= 'A' && t->form.s[0] <= 'Z';
}
/* The same, where what begins with a letter of another alphabet, or with a diacritic, may be a name too. */
static inline bool sg_may_be_capital(const sg_tok *t) {
    return sg_is_capital(t) || (t->form.n && (unsigned char)t->form.s[0] >= 0xC3);
}

/* Does the line end without a stop, as headlines do? */
static inline bool sg_is_open_line(const sg_doc *d, const sg_sent *s) {
    const sg_tok *last = s->count ? &d->toks[s->first + s->count - 1] : NULL;
    bool mark = last && last->form.n && memchr(".:!?", last->form.s[0], 4);
    return last && !(mark && (last->form.n == 1 || last->upos == SG_POS_PUNCT));
}

/* Hangs a word by another, or by none. */
static inline void sg_hang(sg_doc *d, uint32_t t, uint32_t head, sg_deprel rel) {
    d->toks[t].head = head;
    d->toks[t].deprel = (uint8_t)rel;
    d->toks[t].label = sg_deprel_name(rel);
}

/* The hit over a token with a table from..to, or NULL. */
static inline const sg_hit *sg_hit_over(const sg_doc *d, uint32_t tok, unsigned from, unsigned to) {
    if (tok == NONE || d->toks[tok].hit == NONE) return NULL;
    size_t first = d->toks[tok].hit;
    for (size_t i = first; i < d->hit_count && d->hits[i].first == d->hits[first].first; i++)
        if (d->hits[i].row->table >= from && d->hits[i].row->table <= to) return &d->hits[i];
    return NULL;
}

#endif
