/* confidence.c: see confidence.h. */
#include "confidence.h"

#include <stdio.h>

#include "algebra.h"
#include "lands.h"
#include "likely.h"

enum { CLUES = 160, PAIRS = 40, THOUSAND = 1000, KIND = 2 /* of countries */, POS = 1, NEEDS = 9 /* columns of acts */ };

typedef struct clue {
    const char *feature, *value;
} clue;

typedef struct clues {
    clue at[CLUES];
    size_t count;
    char room[PAIRS][40]; /* values put together of two */
    size_t made;
} clues;

static void add(clues *c, const char *feature, const char *value) {
    if (c->count < CLUES) c->at[c->count++] = (clue){feature, value && *value ? value : "-"};
}

/* A value of two: "ASSAULT>state". */
static void add_pair(clues *c, const char *feature, const char *a, const char *b) {
    if (c->made == PAIRS) return;
    char *to = c->room[c->made++];
    snprintf(to, sizeof *c->room, "%s>%s", a, b);
    add(c, feature, to);
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

/* A sentence or two: of what else the document tells, they say nothing. */
static bool is_lone(const sg_doc *d) {
    return d->sent_count < 3;
}

/* How sure the network is that none of the act's words tells one: "opened fire" is told by its noun. */
static int none_of(const sg_doc *d, const sg_ev *e) {
    int least = d->toks[e->head].likely.none;
    if (e->object != NONE && d->toks[e->object].likely.none < least) least = d->toks[e->object].likely.none;
    return least;
}

static void of_act(clues *c, const sg_doc *d, const sg_ev *e) {
    const sg_row *row = row_of(e);
    add(c, "type", e->type);
    add(c, "mode", e->mode ? "yes" : "-");
    add(c, "cameo", e->cameo);
    add(c, "word", d->toks[e->head].lemma);
    add(c, "code", e->cameo && e->cameo[0] && e->cameo[1] && e->cameo[2] ? "fine" : "root");
    add(c, "realis", sg_realis_name(e->realis));
    add(c, "modality", e->modality);
    add(c, "phase", e->phase);
    const char *likely = roughly(sg_likely_of(d, e));
    add(c, "likely", likely);
    add_pair(c, "type_likely", e->type ? e->type : "-", likely);
    if (e->likely) add(c, "likely_alone", likely);
    if (d->acts) add(c, "none", roughly(none_of(d, e)));
    if (!is_lone(d)) add(c, "again", number(e->again));
    add(c, "table", e->likely ? "network" : !row ? "-" : row->table == SG_T_ACTS ? "acts" : "operators");
    if (row && row->table == SG_T_ACTS) {
        add(c, "pos", row->cell[POS]);
        add(c, "needs", number(count_needs(row->cell[NEEDS])));
        add(c, "rivals", number(sg_lexicon_find(d->lex, SG_T_ACTS, sg_str_of(row->cell[0])).count));
    }
    add(c, "words", number(e->last - e->first + 1));
    if (e->weak) add(c, "act", "weak");
    if (e->background) add(c, "act", "background");
    if (e->speech) add(c, "act", "speech");
    if (e->split) add(c, "act", "split");
    if (e->reciprocal) add(c, "act", "reciprocal");
    if (e->coded) add(c, "act", "coded");
    add(c, "content", !e->content ? "-" : e->content->type ? "typed" : "untyped");
    if (e->content && e->content->type) add(c, "within", e->content->type);
    add(c, "source", e->source != NONE ? "party" : e->hearsay[0] != NONE ? "hearsay" : "-");
    add(c, "day", e->time != NONE ? "yes" : "-");
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
    add(c, "relation", t->label);
    add(c, "tag", sg_upos_name((sg_upos)t->upos));
    add(c, "depth", number(depth_of(d, e->head)));
    add(c, "length", length_of(s->count));
    if (s->in_title) add(c, "at", "title");
    if (s->voice) add(c, "at", "speech");
    if (t->sent == 0) add(c, "at", "first");
    const sg_tok *root = sg_tok_at(d, s->root);
    add(c, "root", root ? sg_upos_name((sg_upos)root->upos) : NULL);
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
    add(c, "form", form_of(t));
    add(c, "modal", modal);
    add(c, "mark", opened);
    if (t->upos == SG_POS_NOUN) add(c, "article", article);
    if (t->head != NONE) add(c, "under", d->toks[t->head].lemma);
}

/* Whose words the whole text is: a speech wishes, and thinks, more than it tells. */
static void of_text(clues *c, const sg_doc *d) {
    add(c, "genre", !d->orator ? "report" : d->hall ? "hall" : "speech");
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
    add(c, "subject", subject);
    add(c, "object", object);
    if (doing) add(c, "subject_word", doing);
    if (done) add(c, "object_word", done);
    if (passive) add(c, "act", "passive");
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
        add(c, "about", all.name[i]);
        if (all.said[i] > 1) add(c, "about_twice", all.name[i]);
        if (all.said[i] > 2) add(c, "about_often", all.name[i]);
        if (all.said[i] > all.said[most]) most = i;
    }
    add(c, "mostly", all.count ? all.name[most] : NULL);
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
    const char *known, *sector, *by, *relation, *count, *near, *named, *unnamed, *meant, *lead, *told, *called;
    sg_side which;
} side;

#define NAMED(side)                                                                                           \
    side "_known", side "_sector", side "_by", side "_relation", side "_count", side "_near", side "_named", \
        side "_unnamed", side "_meant", side "_lead", side "_told", side "_called"
static const side actor_side = {NAMED("actor"), SG_ACTOR}, recipient_side = {NAMED("recipient"), SG_RECIPIENT};
#undef NAMED

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
    if (p->country && !is_lone(d)) add(c, s->told, how_often(sg_lands_told(d->lands, p->country)));
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
        add(c, "fit_land", roughly(e->fit.land));
        add(c, "fit_party", roughly(e->fit.party));
        add_pair(c, "fit_nobody", e->recipients.count ? "some" : "none", roughly(e->fit.nobody));
    }
    add_pair(c, "does", e->type ? e->type : "-", kind_of(d, &e->actors));
    add_pair(c, "done_to", e->type ? e->type : "-", kind_of(d, &e->recipients));
    if (!e->actors.count || !e->recipients.count) return;
    const char *a = d->ents[e->actors.at[0]].country, *b = d->ents[e->recipients.at[0]].country;
    add(c, "both", !a || !b ? "unknown" : strcmp(a, b) == 0 ? "home" : "abroad");
}

/* What says more together than each alone: how somebody was found is worth more of a soldier than of a company. */
static const struct joined {
    const char *name, *of[2];
} joined[] = {
    {"actor_sector+type", {"actor_sector", "type"}},
    {"actor_by+actor_sector", {"actor_by", "actor_sector"}},
    {"both+type", {"both", "type"}},
    {"actor_by+type", {"actor_by", "type"}},
    {"recipient_by+type", {"recipient_by", "type"}},
    {"actor_relation+actor_by", {"actor_relation", "actor_by"}},
    {"recipient_by+recipient_named", {"recipient_by", "recipient_named"}},
    {"recipient_relation+recipient_by", {"recipient_relation", "recipient_by"}},
    {"recipient_near+recipient_by", {"recipient_near", "recipient_by"}},
    {"form+type", {"form", "type"}},
    {"modal+type", {"modal", "type"}},
    {"genre+type", {"genre", "type"}},
    {"genre+table", {"genre", "table"}},
    {"table+type", {"table", "type"}},
    {"actor_told+actor_by", {"actor_told", "actor_by"}},
    {"recipient_told+recipient_by", {"recipient_told", "recipient_by"}},
};

/* The last value of a feature, or NULL. */
static const char *value_in(const clues *c, const char *feature) {
    for (size_t i = c->count; i-- > 0;)
        if (!strcmp(c->at[i].feature, feature)) return c->at[i].value;
    return NULL;
}

static void join(clues *c) {
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        const char *a = value_in(c, joined[i].of[0]), *b = value_in(c, joined[i].of[1]);
        if (a && b) add_pair(c, joined[i].name, a, b);
    }
}

static void find_clues(clues *c, const sg_doc *d, const sg_ev *e) {
    c->count = c->made = 0;
    of_act(c, d, e);
    of_tree(c, d, e);
    of_form(c, d, e);
    of_text(c, d);
    of_slots(c, d, e);
    of_domains(c, d, e);
    of_parties(c, d, e);
    join(c);
}

const char *sg_clues_of(sg_doc *d, const sg_ev *e) {
    clues c;
    find_clues(&c, d, e);
    const char *all = "";
    for (size_t i = 0; i < c.count; i++)
        all = sg_printf(d->arena, "%s%s%s=%s", all, i ? " " : "", c.at[i].feature, c.at[i].value);
    return all;
}

/* ---- what they are worth ---- */

static sg_rows rows_of(const sg_lexicon *l, const char *feature) {
    return sg_lexicon_find(l, SG_T_CONFIDENCE, sg_str_of(feature));
}

static long weight_of(const sg_lexicon *l, const clue *c) {
    sg_rows rows = rows_of(l, c->feature);
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.row[i]->cell[1], c->value) == 0) return sg_whole(rows.row[i]->cell[2]);
    return 0;
}

/* Between two rows of the feature, in thousandths, on the straight line between; the table has them in rising order. */
static long worth_of(const sg_lexicon *l, const char *feature, long sum) {
    sg_rows rows = rows_of(l, feature);
    long x0 = 0, y0 = 0;
    for (size_t i = 0; i < rows.count; i++) {
        long x1 = sg_whole(rows.row[i]->cell[1]), y1 = sg_whole(rows.row[i]->cell[2]);
        if (sum <= x1) return i && x1 > x0 ? y0 + (y1 - y0) * (sum - x0) / (x1 - x0) : y1;
        x0 = x1, y0 = y1;
    }
    return y0;
}

double sg_confidence_of(const sg_doc *d, const sg_ev *e) {
    clues c;
    find_clues(&c, d, e);
    clue base = {"all", "-"};
    long sum = weight_of(d->lex, &base);
    for (size_t i = 0; i < c.count; i++) sum += weight_of(d->lex, &c.at[i]);
    return (double)worth_of(d->lex, is_lone(d) ? "sum_lone" : "sum", sum) / THOUSAND;
}

double sg_usual_least(const sg_lexicon *l) {
    sg_rows rows = rows_of(l, "least");
    return rows.count ? (double)sg_whole(rows.row[0]->cell[2]) / THOUSAND : 0;
}

static double part(const sg_row *r, size_t cell) {
    return (double)sg_whole(r->cell[cell]) / THOUSAND;
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
