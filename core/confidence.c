/* confidence.c: see confidence.h. */
#include "confidence.h"

#include "algebra.h"
#include "caller.h"
#include "lands.h"
#include "likely.h"

enum { CLUES = 160, THOUSAND = 1000, KIND = 2 /* of countries */, POS = 1, NEEDS = 9 /* columns of acts */ };

#define FEATURES(X) \
    X(ALL, "all") \
    X(TYPE, "type") \
    X(MODE, "mode") \
    X(CAMEO, "cameo") \
    X(WORD, "word") \
    X(CODE, "code") \
    X(REALIS, "realis") \
    X(MODALITY, "modality") \
    X(PHASE, "phase") \
    X(LIKELY, "likely") \
    X(TYPE_LIKELY, "type_likely") \
    X(LIKELY_ALONE, "likely_alone") \
    X(NONE, "none") \
    X(AGAIN, "again") \
    X(TABLE, "table") \
    X(POS, "pos") \
    X(NEEDS, "needs") \
    X(RIVALS, "rivals") \
    X(WORDS, "words") \
    X(ACT, "act") \
    X(CONTENT, "content") \
    X(WITHIN, "within") \
    X(SOURCE, "source") \
    X(DAY, "day") \
    X(RELATION, "relation") \
    X(TAG, "tag") \
    X(DEPTH, "depth") \
    X(LENGTH, "length") \
    X(AT, "at") \
    X(ROOT, "root") \
    X(FORM, "form") \
    X(MODAL, "modal") \
    X(MARK, "mark") \
    X(ARTICLE, "article") \
    X(UNDER, "under") \
    X(GENRE, "genre") \
    X(SUBJECT, "subject") \
    X(OBJECT, "object") \
    X(SUBJECT_WORD, "subject_word") \
    X(OBJECT_WORD, "object_word") \
    X(ABOUT, "about") \
    X(ABOUT_TWICE, "about_twice") \
    X(ABOUT_OFTEN, "about_often") \
    X(MOSTLY, "mostly") \
    X(FIT_LAND, "fit_land") \
    X(FIT_PARTY, "fit_party") \
    X(FIT_NOBODY, "fit_nobody") \
    X(DOES, "does") \
    X(DONE_TO, "done_to") \
    X(BOTH, "both") \
    X(ACTOR_KNOWN, "actor_known") \
    X(ACTOR_SECTOR, "actor_sector") \
    X(ACTOR_BY, "actor_by") \
    X(ACTOR_RELATION, "actor_relation") \
    X(ACTOR_COUNT, "actor_count") \
    X(ACTOR_NEAR, "actor_near") \
    X(ACTOR_NAMED, "actor_named") \
    X(ACTOR_UNNAMED, "actor_unnamed") \
    X(ACTOR_MEANT, "actor_meant") \
    X(ACTOR_LEAD, "actor_lead") \
    X(ACTOR_TOLD, "actor_told") \
    X(ACTOR_CALLED, "actor_called") \
    X(RECIPIENT_KNOWN, "recipient_known") \
    X(RECIPIENT_SECTOR, "recipient_sector") \
    X(RECIPIENT_BY, "recipient_by") \
    X(RECIPIENT_RELATION, "recipient_relation") \
    X(RECIPIENT_COUNT, "recipient_count") \
    X(RECIPIENT_NEAR, "recipient_near") \
    X(RECIPIENT_NAMED, "recipient_named") \
    X(RECIPIENT_UNNAMED, "recipient_unnamed") \
    X(RECIPIENT_MEANT, "recipient_meant") \
    X(RECIPIENT_LEAD, "recipient_lead") \
    X(RECIPIENT_TOLD, "recipient_told") \
    X(RECIPIENT_CALLED, "recipient_called") \
    X(ACTOR_SECTOR_WITH_TYPE, "actor_sector+type") \
    X(ACTOR_BY_WITH_ACTOR_SECTOR, "actor_by+actor_sector") \
    X(BOTH_WITH_TYPE, "both+type") \
    X(ACTOR_BY_WITH_TYPE, "actor_by+type") \
    X(RECIPIENT_BY_WITH_TYPE, "recipient_by+type") \
    X(ACTOR_RELATION_WITH_ACTOR_BY, "actor_relation+actor_by") \
    X(RECIPIENT_BY_WITH_RECIPIENT_NAMED, "recipient_by+recipient_named") \
    X(RECIPIENT_RELATION_WITH_RECIPIENT_BY, "recipient_relation+recipient_by") \
    X(RECIPIENT_NEAR_WITH_RECIPIENT_BY, "recipient_near+recipient_by") \
    X(FORM_WITH_TYPE, "form+type") \
    X(MODAL_WITH_TYPE, "modal+type") \
    X(GENRE_WITH_TYPE, "genre+type") \
    X(GENRE_WITH_TABLE, "genre+table") \
    X(TABLE_WITH_TYPE, "table+type") \
    X(ACTOR_TOLD_WITH_ACTOR_BY, "actor_told+actor_by") \
    X(RECIPIENT_TOLD_WITH_RECIPIENT_BY, "recipient_told+recipient_by")

typedef enum feature {
#define X_(id, name) F_##id,
    FEATURES(X_)
#undef X_
        F_COUNT
} feature;
static const char *const feature_names[] = {
#define X_(id, name) name,
    FEATURES(X_)
#undef X_
};

typedef struct clue {
    feature feature;
    sg_value value;
} clue;

typedef struct clues {
    sg_glossary words;
    clue at[CLUES];
    size_t count;
    uint32_t last[F_COUNT]; /* the last value of a feature: its word, or 0 */
} clues;

enum { VALUE = 1, WEIGHT, OF_ACT = 6, LONE, LONE_OF_ACT }; /* cells of the table */

sg_weights *sg_confidence_weights_new(const sg_lexicon *l) {
    static const sg_vocabulary know = {feature_names, F_COUNT, NULL, 0};
    static const size_t cells[SG_WORTHS] = {WEIGHT, OF_ACT, LONE, LONE_OF_ACT};
    return sg_weights_new(l, SG_T_CONFIDENCE, cells, &know);
}

static uint32_t word_of(clues *c, const char *text) {
    return sg_word_number(&c->words, text && *text ? sg_str_of(text) : SG_LIT("-"));
}

static void add_clue(clues *c, feature f, sg_value value) {
    if (c->count < CLUES) c->at[c->count++] = (clue){f, value};
}

static void add(clues *c, feature f, const char *value) {
    c->last[f] = word_of(c, value);
    add_clue(c, f, (sg_value){{c->last[f]}});
}

/* A value of two: "ASSAULT>state". */
static void add_pair(clues *c, feature f, const char *a, const char *b) {
    add_clue(c, f, (sg_value){{word_of(c, a), word_of(c, b)}});
}

static const char *number(size_t n) {
    static const char *const names[] = {"0", "1", "2", "3", "4+"};
    return names[n < 4 ? n : 4];
}

/* ---- the act ---- */

/* The line of the table of acts or operators that gave the type. */
static const sg_row *row_of(const sg_ev *e) {
    for (size_t i = 0; i < e->why_count; i++)
        if (e->why[i].row && (e->why[i].row->table == SG_T_ACTS || e->why[i].row->table == SG_T_OPERATORS))
            return e->why[i].row;
    return NULL;
}

static size_t count_needs(const char *needs) {
    size_t n = *needs != 0;
    for (; *needs; needs++) n += *needs == ' ';
    return n;
}

/* A chance of SG_SURE, roughly; -1: not known. */
static const char *roughly(int p) {
    static const char *const names[] = {"<.01", "<.05", "<.1", "<.2", "<.3",  "<.4", "<.5",
                                        "<.6",  "<.7",  "<.8", "<.9", "<.95", ".95+"};
    static const int below[] = {3, 13, 26, 51, 77, 102, 128, 153, 179, 204, 230, 242, SG_SURE + 1};
    int i = 0;
    while (p >= below[i]) i++;
    return p < 0 ? "-" : names[i];
}

/* How sure the network is that none of the act's words tells one: "opened fire" is told by its noun. */
static int none_of(const sg_doc *d, const sg_ev *e) {
    int least = d->toks[e->head].likely.none;
    if (e->object != NONE && d->toks[e->object].likely.none < least) least = d->toks[e->object].likely.none;
    if (e->same && d->toks[e->same->head].likely.none < least) least = d->toks[e->same->head].likely.none;
    return least;
}

static void of_act(clues *c, const sg_doc *d, const sg_ev *e) {
    const sg_row *row = row_of(e);
    add(c, F_TYPE, e->type);
    add(c, F_MODE, e->mode ? "yes" : "-");
    add(c, F_CAMEO, e->cameo);
    add(c, F_WORD, d->toks[e->head].lemma);
    add(c, F_CODE, e->cameo && e->cameo[0] && e->cameo[1] && e->cameo[2] ? "fine" : "root");
    add(c, F_REALIS, sg_realis_name(e->realis));
    add(c, F_MODALITY, e->modality);
    add(c, F_PHASE, e->phase);
    const char *likely = roughly(sg_likely_of(d, e));
    add(c, F_LIKELY, likely);
    add_pair(c, F_TYPE_LIKELY, e->type ? e->type : "-", likely);
    if (e->likely) add(c, F_LIKELY_ALONE, likely);
    if (d->acts) add(c, F_NONE, roughly(none_of(d, e)));
    if (!sg_is_lone(d)) add(c, F_AGAIN, number(e->again));
    add(c, F_TABLE, e->likely ? "network" : !row ? "-" : row->table == SG_T_ACTS ? "acts" : "operators");
    if (row && row->table == SG_T_ACTS) {
        add(c, F_POS, row->cell[POS]);
        add(c, F_NEEDS, number(count_needs(row->cell[NEEDS])));
        add(c, F_RIVALS, number(sg_lexicon_find(d->lex, SG_T_ACTS, sg_str_of(row->cell[0])).count));
    }
    add(c, F_WORDS, number(e->last - e->first + 1));
    if (e->weak) add(c, F_ACT, "weak");
    if (e->background) add(c, F_ACT, "background");
    if (e->speech) add(c, F_ACT, "speech");
    if (e->split) add(c, F_ACT, "split");
    if (e->reciprocal) add(c, F_ACT, "reciprocal");
    if (e->coded) add(c, F_ACT, "coded");
    add(c, F_CONTENT, !e->content || e->content->thing ? "-" : e->content->type ? "typed" : "untyped");
    if (e->content && e->content->type) add(c, F_WITHIN, e->content->type);
    add(c, F_SOURCE, e->source != NONE ? "party" : e->hearsay[0] != NONE ? "hearsay" : "-");
    add(c, F_DAY, e->time != NONE ? "yes" : "-");
}

/* ---- the tree ---- */

static size_t depth_of(const sg_doc *d, uint32_t t) {
    size_t n = 0;
    for (; t != NONE && d->toks[t].head != NONE && n < 8; t = d->toks[t].head) n++;
    return n;
}

static const char *length_of(uint32_t words) {
    return words < 8 ? "<8" : words < 16 ? "<16" : words < 25 ? "<25" : words < 40 ? "<40" : "40+";
}

static void of_tree(clues *c, const sg_doc *d, const sg_ev *e) {
    const sg_tok *t = &d->toks[e->head];
    const sg_sent *s = &d->sents[t->sent];
    add(c, F_RELATION, t->label);
    add(c, F_TAG, sg_upos_name((sg_upos)t->upos));
    add(c, F_DEPTH, number(depth_of(d, e->head)));
    add(c, F_LENGTH, length_of(s->count));
    if (s->in_title) add(c, F_AT, "title");
    if (s->voice) add(c, F_AT, "speech");
    if (t->sent == 0) add(c, F_AT, "first");
    const sg_tok *root = sg_tok_at(d, s->root);
    add(c, F_ROOT, root ? sg_upos_name((sg_upos)root->upos) : NULL);
}

/* How the word stands there: told, ordered, or only as something that may be. */
static const char *form_of(const sg_tok *t) {
    static const struct {
        uint32_t bit;
        const char *name;
    } forms[] = {{SG_FEAT_INF, "to"},       {SG_FEAT_IMP, "order"},    {SG_FEAT_GER, "ing"},
                 {SG_FEAT_PART, "part"},    {SG_FEAT_PAST, "past"},    {SG_FEAT_PRES, "present"},
                 {SG_FEAT_PLUR, "several"}, {SG_FEAT_SING, "one"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (t->bits & forms[i].bit) return forms[i].name;
    return NULL;
}

/* What it hangs by, and the words that hang by it and say whether it is so: "will", "if", "any". */
static void of_form(clues *c, const sg_doc *d, const sg_ev *e) {
    const sg_tok *t = &d->toks[e->head];
    const char *modal = NULL, *opened = NULL, *article = NULL;
    for (uint32_t k = t->child; k != NONE; k = d->toks[k].next) {
        const sg_tok *b = &d->toks[k];
        if (b->deprel == SG_DEP_AUX && !(b->bits & SG_FEAT_PART) && strcmp(b->lemma, "be") != 0) modal = b->lemma;
        if (b->deprel == SG_DEP_MARK) opened = b->lemma;
        if (b->deprel == SG_DEP_DET || b->deprel == SG_DEP_NMOD_POSS) article = b->deprel == SG_DEP_DET ? b->lemma : "whose";
    }
    add(c, F_FORM, form_of(t));
    add(c, F_MODAL, modal);
    add(c, F_MARK, opened);
    if (t->upos == SG_POS_NOUN) add(c, F_ARTICLE, article);
    if (t->head != NONE) add(c, F_UNDER, d->toks[t->head].lemma);
}

/* Whose words the whole text is: a speech wishes, and thinks, more than it tells. */
static void of_text(clues *c, const sg_doc *d) {
    add(c, F_GENRE, !d->orator ? "report" : d->hall ? "hall" : "speech");
}

/* ---- the words beside it ---- */

/* What stands in a slot: somebody known, a word that the classes know, or one that nobody has thought of. */
static const char *filler(const sg_doc *d, uint32_t t) {
    if (d->toks[t].ent_count) return "party";
    if (d->toks[t].upos == SG_POS_PRON) return "pronoun";
    if (d->toks[t].upos == SG_POS_PROPN) return "name";
    return sg_rows_by_lemma(d, &d->toks[t], SG_T_CLASSES).count ? "known" : "unknown";
}

/* The word itself, where it is no name. */
static const char *common(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_NOUN ? d->toks[t].lemma : NULL;
}

static void of_slots(clues *c, const sg_doc *d, const sg_ev *e) {
    const char *subject = NULL, *object = NULL, *done = NULL, *doing = NULL;
    bool passive = false;
    for (uint32_t t = d->toks[e->head].child; t != NONE; t = d->toks[t].next) {
        uint8_t rel = d->toks[t].deprel;
        if (rel == SG_DEP_NSUBJ && !subject) subject = filler(d, t), doing = common(d, t);
        if ((rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS) && !object) object = filler(d, t), done = common(d, t);
        passive |= rel == SG_DEP_AUX_PASS || rel == SG_DEP_NSUBJ_PASS;
    }
    add(c, F_SUBJECT, subject);
    add(c, F_OBJECT, object);
    if (doing) add(c, F_SUBJECT_WORD, doing);
    if (done) add(c, F_OBJECT_WORD, done);
    if (passive) add(c, F_ACT, "passive");
}

enum { DOMAINS = 16 };

typedef struct domains {
    const char *name[DOMAINS];
    size_t said[DOMAINS], count;
} domains;

static void count_domain(domains *all, const char *name) {
    size_t i = 0;
    while (i < all->count && strcmp(all->name[i], name) != 0) i++;
    if (i == DOMAINS) return;
    if (i == all->count) all->name[all->count++] = name;
    all->said[i]++;
}

/* What the sentence is about: the trigger's own words say nothing of that. */
static void of_domains(clues *c, const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    domains all = {.count = 0};
    for (uint32_t t = s->first, last; t < s->first + s->count; t = last + 1) {
        last = t;
        if (t >= e->first && t <= e->last) continue;
        sg_rows rows = sg_longest_rows(d, SG_T_DOMAINS, t, &last);
        for (size_t i = 0; i < rows.count; i++) count_domain(&all, rows.row[i]->cell[1]);
    }
    size_t most = 0;
    for (size_t i = 0; i < all.count; i++) {
        add(c, F_ABOUT, all.name[i]);
        if (all.said[i] > 1) add(c, F_ABOUT_TWICE, all.name[i]);
        if (all.said[i] > 2) add(c, F_ABOUT_OFTEN, all.name[i]);
        if (all.said[i] > all.said[most]) most = i;
    }
    add(c, F_MOSTLY, all.count ? all.name[most] : NULL);
}

/* ---- the parties ---- */

static const char organs[] = "GOV|MIL|LEG|JUD|COP|SPY|REB|OPP|PTY|UAF|PRM|PRE";

/* A state by its name is surer than one by its adjective beside a noun that nobody knows ("the Norwegian glacier"). */
static const char *kind_of(const sg_doc *d, const sg_ids *ids) {
    if (!ids->count) return "-";
    const sg_ent *p = &d->ents[ids->at[0]];
    if (p->sector && sg_list_has(organs, sg_str_of(p->sector))) return p->country ? "organ" : "organs";
    if (!p->country) return p->sector ? "people" : "unknown";
    if (p->sector) return "citizens";
    if (strcmp(p->country, "IGO") == 0) return "union";
    return p->by == SG_BY_DESCRIPTION ? "described" : "state";
}

typedef struct side {
    feature known, sector, by, relation, count, near, named, unnamed, meant, lead, told, called;
    sg_side which;
} side;

#define OF(side)                                                                                                      \
    F_##side##_KNOWN, F_##side##_SECTOR, F_##side##_BY, F_##side##_RELATION, F_##side##_COUNT, F_##side##_NEAR,       \
        F_##side##_NAMED, F_##side##_UNNAMED, F_##side##_MEANT, F_##side##_LEAD, F_##side##_TOLD, F_##side##_CALLED
static const side actor_side = {OF(ACTOR), SG_ACTOR}, recipient_side = {OF(RECIPIENT), SG_RECIPIENT};
#undef OF

static const char *known(const sg_doc *d, const sg_ids *ids) {
    size_t placed = 0;
    for (size_t i = 0; i < ids->count; i++) placed += d->ents[ids->at[i]].country != NULL;
    return !ids->count ? "nobody" : placed == ids->count ? "all" : placed ? "some" : "none";
}

static const char *distance(uint32_t a, uint32_t b) {
    uint32_t n = a < b ? b - a : a - b;
    return n < 3 ? "<3" : n < 6 ? "<6" : n < 12 ? "<12" : n < 20 ? "<20" : "20+";
}

/* How many they are: of those who act on one another how many lands, whose foreign and defence ministers may all be there. */
static size_t count_of(const sg_doc *d, const sg_ev *e, const sg_ids *ids) {
    size_t lands = 0;
    for (size_t i = 0; i < ids->count; i++) {
        size_t k = 0;
        const char *land = d->ents[ids->at[i]].country;
        while (k < i && (!land || !d->ents[ids->at[k]].country || strcmp(land, d->ents[ids->at[k]].country) != 0)) k++;
        lands += k == i;
    }
    return e->reciprocal && lands > 1 ? lands : ids->count;
}

/* By how much a land leads, in 64ths of a logit. */
static const char *led_by(int32_t n) {
    static const char *const names[] = {"<16", "<32", "<64", "<128", "<256", "<512", "512+"};
    size_t i = 0;
    while (i < 6 && n >= 16 << i) i++;
    return names[i];
}

static const char *how_often(uint32_t n) {
    return n < 1 ? "0" : n < 2 ? "1" : n < 4 ? "<4" : n < 8 ? "<8" : n < 16 ? "<16" : "16+";
}

/* Is he of the sector that the network takes the word to be of? Does much of the document tell of his land? */
static void of_party(clues *c, const sg_doc *d, const sg_ent *p, const side *s) {
    const sg_tok *t = &d->toks[p->head];
    if (d->sectors) {
        bool same = !strcmp(d->sectors[t->meant.sector], p->sector ? p->sector : "");
        add_pair(c, s->meant, same ? "same" : "other", roughly(t->meant.p));
    }
    if (t->lead) add(c, s->lead, led_by(t->lead));
    if (p->row[0] && p->row[0]->table == SG_T_COUNTRIES) /* "Nepal", "Nepalis", "Kathmandu" */
        add_pair(c, s->called, p->row[0]->cell[KIND], p->sector ? p->sector : "-");
    if (p->country && !sg_is_lone(d)) add(c, s->told, how_often(sg_lands_told(d->lands, p->country)));
}

static void of_side(clues *c, const sg_doc *d, const sg_ev *e, const sg_ids *ids, const side *s) {
    bool needless = e->reciprocal && s->which == SG_RECIPIENT && !ids->count; /* those who act are both sides */
    add(c, s->known, known(d, ids));
    add(c, s->count, number(count_of(d, e, ids)));
    add(c, ids->count ? s->named : s->unnamed, needless ? "-" : roughly(sg_likely_named(d, e, s->which)));
    if (!ids->count) return;
    const sg_ent *p = &d->ents[ids->at[0]];
    add(c, s->sector, p->sector);
    add(c, s->by, sg_by_name(p->by));
    if (p->head == NONE) return;
    of_party(c, d, p, s);
    const sg_tok *t = &d->toks[p->head];
    add(c, s->relation, t->head == e->head ? t->label : "far");
    add(c, s->near, t->sent == d->toks[e->head].sent ? distance(p->head, e->head) : "elsewhere");
}

static void of_parties(clues *c, const sg_doc *d, const sg_ev *e) {
    of_side(c, d, e, &e->actors, &actor_side);
    of_side(c, d, e, &e->recipients, &recipient_side);
    if (e->fit.known) {
        add(c, F_FIT_LAND, roughly(e->fit.land));
        add(c, F_FIT_PARTY, roughly(e->fit.party));
        add_pair(c, F_FIT_NOBODY, e->recipients.count ? "some" : "none", roughly(e->fit.nobody));
    }
    add_pair(c, F_DOES, e->type ? e->type : "-", kind_of(d, &e->actors));
    add_pair(c, F_DONE_TO, e->type ? e->type : "-", kind_of(d, &e->recipients));
    if (!e->actors.count || !e->recipients.count) return;
    const char *a = d->ents[e->actors.at[0]].country, *b = d->ents[e->recipients.at[0]].country;
    add(c, F_BOTH, !a || !b ? "unknown" : strcmp(a, b) == 0 ? "home" : "abroad");
}

/* What says more together than each alone: how somebody was found is worth more of a soldier than of a company. */
static const struct joined {
    feature as, of[2];
} joined[] = {
    {F_ACTOR_SECTOR_WITH_TYPE, {F_ACTOR_SECTOR, F_TYPE}},
    {F_ACTOR_BY_WITH_ACTOR_SECTOR, {F_ACTOR_BY, F_ACTOR_SECTOR}},
    {F_BOTH_WITH_TYPE, {F_BOTH, F_TYPE}},
    {F_ACTOR_BY_WITH_TYPE, {F_ACTOR_BY, F_TYPE}},
    {F_RECIPIENT_BY_WITH_TYPE, {F_RECIPIENT_BY, F_TYPE}},
    {F_ACTOR_RELATION_WITH_ACTOR_BY, {F_ACTOR_RELATION, F_ACTOR_BY}},
    {F_RECIPIENT_BY_WITH_RECIPIENT_NAMED, {F_RECIPIENT_BY, F_RECIPIENT_NAMED}},
    {F_RECIPIENT_RELATION_WITH_RECIPIENT_BY, {F_RECIPIENT_RELATION, F_RECIPIENT_BY}},
    {F_RECIPIENT_NEAR_WITH_RECIPIENT_BY, {F_RECIPIENT_NEAR, F_RECIPIENT_BY}},
    {F_FORM_WITH_TYPE, {F_FORM, F_TYPE}},
    {F_MODAL_WITH_TYPE, {F_MODAL, F_TYPE}},
    {F_GENRE_WITH_TYPE, {F_GENRE, F_TYPE}},
    {F_GENRE_WITH_TABLE, {F_GENRE, F_TABLE}},
    {F_TABLE_WITH_TYPE, {F_TABLE, F_TYPE}},
    {F_ACTOR_TOLD_WITH_ACTOR_BY, {F_ACTOR_TOLD, F_ACTOR_BY}},
    {F_RECIPIENT_TOLD_WITH_RECIPIENT_BY, {F_RECIPIENT_TOLD, F_RECIPIENT_BY}},
};

static void join(clues *c) {
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        uint32_t a = c->last[joined[i].of[0]], b = c->last[joined[i].of[1]];
        if (a && b) add_clue(c, joined[i].as, (sg_value){{a, b}});
    }
}

static void find_clues(clues *c, const sg_doc *d, const sg_weights *w, const sg_ev *e) {
    c->words = (sg_glossary){.weights = w, .arena = d->arena};
    c->count = 0;
    memset(c->last, 0, sizeof c->last);
    of_act(c, d, e);
    of_tree(c, d, e);
    of_form(c, d, e);
    of_text(c, d);
    of_slots(c, d, e);
    of_domains(c, d, e);
    of_parties(c, d, e);
    join(c);
}

const char *sg_clues_of(const sg_doc *d, const sg_weights *w, const sg_ev *e) {
    clues c;
    find_clues(&c, d, w, e);
    const char *all = "";
    for (size_t i = 0; i < c.count; i++) {
        const uint32_t *word = c.at[i].value.word;
        sg_str a = sg_word_text(&c.words, word[0]), b = sg_word_text(&c.words, word[1]);
        all = sg_printf(d->arena, "%s%s%s=%.*s%s%.*s", all, i ? " " : "", feature_names[c.at[i].feature], (int)a.n, a.s,
                        word[1] ? ">" : "", (int)b.n, b.s);
    }
    return all;
}

/* ---- what they are worth ---- */

static sg_rows rows_of(const sg_lexicon *l, const char *name) {
    return sg_lexicon_find(l, SG_T_CONFIDENCE, sg_str_of(name));
}

/* Between two rows of that name, in thousandths, on the straight line between; the table has them in rising order. */
static long worth_of(const sg_lexicon *l, const char *name, long sum) {
    sg_rows rows = rows_of(l, name);
    long x0 = 0, y0 = 0;
    for (size_t i = 0; i < rows.count; i++) {
        long x1 = sg_whole(rows.row[i]->cell[VALUE]), y1 = sg_whole(rows.row[i]->cell[WEIGHT]);
        if (sum <= x1) return i && x1 > x0 ? y0 + (y1 - y0) * (sum - x0) / (x1 - x0) : y1;
        x0 = x1, y0 = y1;
    }
    return y0;
}

static double part(const sg_row *r, size_t cell) {
    return (double)sg_whole(r->cell[cell]) / THOUSAND;
}

sg_sureness sg_confidence_of(const sg_doc *d, const sg_weights *w, const sg_ev *e) {
    clues c;
    find_clues(&c, d, w, e);
    bool lone = sg_is_lone(d);
    size_t of = lone ? 2 : 0; /* which columns tell */
    const sg_weight *all = sg_weight_row(w, F_ALL, (sg_value){{word_of(&c, NULL)}});
    long record = all ? all->worth[of] : 0, act = all ? all->worth[of + 1] : 0;
    for (size_t i = 0; i < c.count; i++) {
        const sg_weight *one = sg_weight_row(w, c.at[i].feature, c.at[i].value);
        if (one) record += one->worth[of], act += one->worth[of + 1];
    }
    return (sg_sureness){(double)worth_of(d->lex, lone ? "sum_lone" : "sum", record) / THOUSAND,
                         (double)worth_of(d->lex, lone ? "sum_act_lone" : "sum_act", act) / THOUSAND};
}

sg_sureness sg_usual_least(const sg_doc *d) {
    bool speech = d->sent_count && sg_caller_meets(d, d->sents[0].voice); /* as the records of meetings of states have it */
    const char *kind = sg_is_lone(d) ? "lone" : speech ? "speech" : "document";
    sg_rows rows = rows_of(d->lex, "least");
    sg_sureness least = {0};
    bool own = false; /* a table may say nothing of speeches */
    for (size_t i = 0; i < rows.count && !own; i++) {
        own = !strcmp(rows.row[i]->cell[VALUE], kind);
        bool any = own || (speech && !strcmp(rows.row[i]->cell[VALUE], "document"));
        if (any) least = (sg_sureness){part(rows.row[i], WEIGHT), part(rows.row[i], OF_ACT)};
    }
    return least;
}

/* Rows `precision`: value the share that was right, weight the least confidence, and the interval. */
bool sg_precision_for(const sg_lexicon *l, double wanted, sg_precision *out) {
    enum { SHARE = 1, LEAST, LOW, HIGH, KEPT };
    sg_rows rows = rows_of(l, "precision");
    const sg_row *best = NULL, *surest = NULL;
    for (size_t i = 0; i < rows.count; i++) {
        const sg_row *r = rows.row[i];
        if (!surest || part(r, SHARE) > part(surest, SHARE)) surest = r;
        if (part(r, SHARE) >= wanted && (!best || part(r, LEAST) < part(best, LEAST))) best = r;
    }
    const sg_row *r = best ? best : surest;
    *out = (sg_precision){.least = 1};
    if (r) *out = (sg_precision){part(r, LEAST), part(r, SHARE), part(r, LOW), part(r, HIGH), part(r, KEPT)};
    return best != NULL;
}
