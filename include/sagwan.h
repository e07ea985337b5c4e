/* sagwan.h: news in, the record out. This one header is the library's manual.
 *
 *     sg_model   *m = sg_model_open(bytes, n, &why);          the syntax model (mapped, shared)
 *     sg_lexicon *l = sg_lexicon_open(images, count, &why);   words and world, one image a layer
 *     sg_job     *j = sg_job_new(m, l);                       one a thread; owns what it returns
 *     const sg_result *r = sg_code(j, &input, &options);      records, valid until the next call
 *
 * The library opens no file, reads no clock and keeps no state but its job's. A model and a lexicon
 * are read-only and may be used by any number of jobs at once. All strings are UTF-8. `sg_str` is a
 * stretch with its length (text may hold NUL); `const char *` is a terminated word from a table, or
 * NULL for "unknown". Positions count Unicode code points in the document's text (bytes beside them),
 * end excluded. */
#ifndef SAGWAN_H
#define SAGWAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SG_VERSION "0.1.0"

/* ---- What is read-only and shared --------------------------------------------------------- */

typedef struct sg_str { /* bytes with their length; not terminated */
    const char *s;
    size_t n;
} sg_str;

typedef struct sg_model sg_model;     /* syntax: splitter, tagger, parser */
typedef struct sg_lexicon sg_lexicon; /* words and world, in layers */
typedef struct sg_job sg_job;         /* one thread's working memory and results */

/* Open a model image. The bytes stay the caller's and must outlive the model (map the file).
 * NULL and `*why` (a static sentence) where they are cut, of another version, or no model. */
sg_model *sg_model_open(const void *bytes, size_t n, const char **why);
void sg_model_close(sg_model *);
const char *sg_model_version(const sg_model *);

/* Open a lexicon of `count` compiled layers; a later layer wins over an earlier one. One of them may be a gazetteer
 * (places of the world), whose bytes stay the caller's and must outlive the lexicon (map the file). */
sg_lexicon *sg_lexicon_open(const sg_str *images, size_t count, const char **why);
void sg_lexicon_close(sg_lexicon *);
size_t sg_lexicon_layers(const sg_lexicon *);
const char *sg_lexicon_layer_version(const sg_lexicon *, size_t layer); /* "name hash" */

/* The tables themselves, rows of later layers first: how many rows a table has ("world/holders"), and a cell of one
 * of them by the column's name. "" where there is no such cell. */
size_t sg_lexicon_table_rows(const sg_lexicon *, const char *table);
const char *sg_lexicon_cell(const sg_lexicon *, const char *table, size_t row, const char *column);

/* One table as the compiler takes it: its name ("en/acts") and its bytes (TSV, see lexicon/README.md). */
typedef struct sg_table_source {
    const char *name;
    sg_str text;
} sg_table_source;

/* A complaint about a table; `say` receives each one. */
typedef struct sg_complaint {
    const char *table;
    unsigned line;
    const char *what;
    bool fatal;   /* the image was not made; of sg_lexicon_check: a fault, not only a remark */
    size_t layer; /* of sg_lexicon_check: the layer that the line is in */
} sg_complaint;
typedef void sg_say(void *user, const sg_complaint *);

/* Compile tables to an image (malloc'ed into *image, the caller frees image->s). Every row is checked:
 * unknown codes, wrong numbers of cells, contradictions. False when something was fatal. */
bool sg_lexicon_compile(const char *layer, const sg_table_source *tables, size_t count, sg_str *image, sg_say *say,
                        void *user);

/* What contradicts what in an open lexicon: dates, codes, holders of one office, names, rows that are never reached.
 * `say` receives each finding, in the order of layers, tables and lines. False: there was no memory. */
bool sg_lexicon_check(const sg_lexicon *, sg_say *say, void *user);

/* ---- What goes in ------------------------------------------------------------------------- */

typedef enum sg_form { SG_TEXT, SG_TRANSCRIPT, SG_CONLLU } sg_form;

/* A tree that came with the document, one token or multi-word range a row, as CoNLL-U has them. */
typedef struct sg_given_token {
    uint32_t first, last; /* ids: equal for a word, a range for a multi-word token */
    sg_str form, lemma, upos, feats, deprel, misc;
    uint32_t head;
    uint32_t start, end; /* bytes in sg_input.text */
} sg_given_token;

typedef struct sg_given_sentence {
    sg_str comments;     /* the # lines, kept for output */
    size_t first, count; /* rows of sg_input.given */
    uint32_t start, end; /* bytes in sg_input.text */
    sg_str speaker;      /* whose words they are, if it was said */
    bool paragraph;      /* opens a paragraph */
} sg_given_sentence;

typedef struct sg_input {
    sg_str text;                                 /* valid UTF-8 (io decodes); positions count in this */
    sg_str title;                                /* sentence 0, or empty */
    const char *id, *date, *source, *lang, *url; /* NULL if unknown; date is ISO 8601 */
    sg_form form;
    const sg_given_token *given; /* CoNLL-U only */
    const sg_given_sentence *given_sentences;
    size_t given_count, given_sentence_count;
    const uint32_t (*places)[2]; /* for sg_places: where the text's places stand, start and end in bytes, in order */
    size_t place_count;
} sg_input;

typedef struct sg_options {
    bool explain;    /* fill evidence */
    bool statements; /* CAMEO 01x too, with type null */
    bool reparse;    /* do not use the given trees */
    bool entities;   /* sg_parse: who is named, and which mentions mean the same */
    bool clues;      /* fill clues and others of records */
    bool trees;      /* sg_code: fill the sentences too, as sg_parse does */
    bool usual;      /* events are left out that are less sure than the table wants (en/confidence, `least`) */
    double least; /* events of less confidence are left out; positions and bare codes, on which it was not measured, stay */
} sg_options;

/* ---- What comes out ----------------------------------------------------------------------- */

typedef struct sg_span {
    sg_str text;       /* the words; text.s is NULL where no words stand for the thing */
    size_t start, end; /* code points */
    size_t byte_start, byte_end;
    bool in_title;
} sg_span;

typedef struct sg_entity {
    sg_span words;
    const char *name;    /* "Antony Blinken", "South Korea" */
    const char *name_by; /* how the name was found: name office description pronoun inferred */
    const char *office;  /* "foreign-minister" */
    const char *country; /* ISO 3166-1 alpha-3, or IGO NGO MNC ISM IMG */
    const char *sector;  /* PLOVER: GOV MIL COP ... */
    const char *cameo;   /* KORGOV */
    const char *wikidata;
    const char *by; /* how the entity was found: as name_by */
} sg_entity;

typedef struct sg_date {
    const char *edtf; /* 2022-05-25, XXXX-XX-25, 2022-05-16/2022-05-22 */
    sg_span words;
    const char *by; /* text inherited publication */
} sg_date;

typedef struct sg_place {
    sg_span words;
    const char *name, *country, *admin1, *feature_code; /* country: ISO 3166-1 alpha-3; feature_code: GeoNames' */
    double lat, lon;                                    /* valid where located */
    long geonameid;                                     /* 0: none */
    bool located;
    bool people;       /* of sg_places: the words are an adjective or a people ("Syrian") */
    unsigned sentence; /* of sg_places: 0 in the title and in a dateline */
} sg_place;

typedef struct sg_number {
    const char *kind; /* dead injured arrested displaced participants amount */
    double min, max;
    const char *unit;
    sg_span words;
} sg_number;

/* Why a field says what it says: words, and the line of the table (or the rule) behind them. */
typedef struct sg_evidence {
    const char *field;
    const char *rule; /* "en/acts:120", "realis: modal" */
    sg_span words;
} sg_evidence;

/* An act: what a record tells, and what stands inside it. */
typedef struct sg_act {
    const char *type; /* PLOVER, or NULL */
    const char **modes, **contexts;
    size_t mode_count, context_count;
    const char *cameo;
    double goldstein, score; /* valid where cameo, type; goldstein NAN: a code that no table scores */
    int quad;                /* 1 to 4; 0: none */
    const char *realis, *modality, *phase;
    sg_date date;
    sg_entity *actors, *recipients;
    size_t actor_count, recipient_count;
    bool reciprocal;
    sg_span trigger;
    struct sg_act *content;
    size_t content_count;
    const char *link; /* of an act inside another: complement purpose condition cause */
    sg_span due;      /* its term, if one is set */
    const char *due_date;
    bool has_source;
    sg_entity source; /* has_source, or hearsay with its words */
    sg_span hearsay;
    bool has_place;
    sg_place place;
    sg_number *numbers;
    size_t number_count;
    sg_evidence *evidence; /* with sg_options.explain */
    size_t evidence_count;
} sg_act;

typedef struct sg_mention {
    unsigned sentence;
    sg_span words;
} sg_mention;

typedef struct sg_record {
    const char *kind; /* event position */
    const char *id, *incident;
    unsigned sentence; /* 0: the title */
    sg_span text;      /* the sentence */
    sg_act act;        /* of a position: holders in actors, type NULL */
    sg_mention *mentions;
    size_t mention_count;
    sg_span *topic; /* of a position */
    size_t topic_count;
    const char *stance; /* separate changed held for against */
    bool complete;
    double confidence;
    const char *clues;  /* with sg_options.clues: what the confidence was summed from, "feature=value feature=value" */
    const char *others; /* with it too: who was thought of as recipient where the words name none, NULL where they do:
                         * "country/sector feature=value feature=value;...", nobody ("-/-") last */
} sg_record;

/* A name, a description or a pronoun that stands for a person, an organisation or a place. */
typedef struct sg_named {
    size_t sentence;      /* index in sg_result.sentences */
    uint32_t first, last; /* ids of its words in the sentence's tree */
    uint32_t head;
    uint32_t id;                  /* equal where the same is meant; from 1 */
    const char *type;             /* person organization place */
    const char *country, *sector; /* as of sg_entity, where known; several countries are joined by + */
} sg_named;

/* A day or a party that the text names, whether or not anything happens (sg_read_mentions). */
typedef struct sg_mentioned {
    unsigned sentence; /* 0: the title */
    bool is_party;
    sg_span words;
    const char *date; /* EDTF; NULL where the words give no day, and of a party */
    const char *use;  /* of a time: date future duration since past due */
    sg_entity party;
    const char *row; /* the line of a table that names or describes the party, or NULL */
} sg_mentioned;

typedef struct sg_token { /* one word of the tree, or one multi-word range before its words */
    uint32_t first, last; /* ids from 1; equal for a word */
    sg_str form;
    const char *lemma, *upos, *feats, *deprel; /* feats NULL for none; all NULL for a range */
    uint32_t head;                             /* 0: root */
    size_t start, end, byte_start, byte_end;
    bool space_after;
    const char *name;    /* of a proper name: "B-PER" (its first word), "I-PER", ORG, LOC; NULL outside */
    const char *mention; /* the same of a whole noun phrase that stands for a person, organisation or place */
    const char *misc;    /* of a token that was given, kept; NULL otherwise */
} sg_token;

typedef struct sg_sentence {
    sg_span text;
    sg_str comments; /* of a sentence that was given */
    const sg_token *tokens;
    size_t token_count;
    bool paragraph; /* opens a paragraph */
} sg_sentence;

typedef struct sg_result {
    const char *doc; /* the document's id: given, or a hash */
    const char *key; /* hash of the document's key (interface.md) */
    const char *lang;
    bool foreign; /* plainly a language that we do not read: passed over */
    const sg_record *records;
    size_t record_count;
    const sg_mentioned *mentioned; /* of sg_read_mentions alone */
    size_t mentioned_count;
    const sg_sentence *sentences; /* of sg_parse, and of sg_code with sg_options.trees */
    size_t sentence_count;
    const sg_named *named; /* with sg_options.entities: in the order of their first words, longer ones first */
    size_t named_count;
    const char *const *notes; /* oddities met on the way, as sentences for a person */
    size_t note_count;
    const sg_place *places; /* of sg_places */
    size_t place_count;
    bool too_large; /* memory cap reached: nothing was recorded */
} sg_result;

/* ---- What is done ------------------------------------------------------------------------- */

sg_job *sg_job_new(const sg_model *, const sg_lexicon *); /* NULL: no memory; sg_who needs no model */
void sg_job_free(sg_job *);

/* The whole way; the way to who is meant and which day, before any act is read; the way to the trees only. The result is
 * the job's until its next call. */
const sg_result *sg_code(sg_job *, const sg_input *, const sg_options *);
const sg_result *sg_read_mentions(sg_job *, const sg_input *, const sg_options *);
const sg_result *sg_parse(sg_job *, const sg_input *, const sg_options *);

/* The places that the text names, each with the one that is meant; of those that the input gives also the unknown. */
const sg_result *sg_places(sg_job *, const sg_input *, const sg_options *);

/* One pair: what does the text say that the source does to the target? Spans are bytes of input->text. */
typedef struct sg_pair {
    const uint32_t (*source)[2], (*target)[2]; /* start, end of each mention */
    size_t source_count, target_count;
} sg_pair;
typedef struct sg_relation {
    const char *type;
    int quad;
    double confidence;
} sg_relation;
typedef enum sg_scheme { SG_PLOVER, SG_CAMEO15 } sg_scheme;
sg_relation sg_relate(sg_job *, const sg_input *, const sg_pair *, sg_scheme);

/* Who is meant by a name or an office, asked without a text: "foreign minister of Korea", "Tony Blincoln". */
typedef struct sg_candidate {
    const char *name;                              /* empty where nobody is known to hold the office */
    const char *office, *country, *sector, *cameo; /* NULL if there is none */
    const char *from, *to; /* of the office: ISO dates as exact as known; empty: unknown, or still */
    double score;          /* 0 to 1: likeness of the name, and how plainly the office is the one asked for */
    bool former;           /* out of office on that day */
    const char *source;    /* the line of the table: "world/holders:120" */
} sg_candidate;
/* The best first; `on` is a day (ISO 8601), NULL for any. The candidates are the job's until its next call. */
const sg_candidate *sg_who(sg_job *, sg_str asked, const char *on, size_t *count);

/* How sure records must be for a share of them to be right: measured on documents that the confidence was not trained on. */
typedef struct sg_precision {
    double least;     /* the least confidence */
    double share;     /* of the records so sure, those with type, and country and sector of both parties, right */
    double low, high; /* its 95 % interval */
    double kept;      /* the share of all records that are so sure */
} sg_precision;
/* The lowest confidence that gives at least the `wanted` share; false where none does: then the surest is told. */
bool sg_precision_for(const sg_lexicon *, double wanted, sg_precision *);

/* How well one reading of a text agrees with another, as the CoNLL 2018 shared task counts it. */
typedef struct sg_ud_score {
    double tokens, sentences, words, upos, feats, lemmas, uas, las; /* F1, 0 to 1 */
} sg_ud_score;

#ifdef __cplusplus
}
#endif
#endif
