/* refer.c: see refer.h. Mention by mention: it is joined to its chain, and then gets its party, so that the party can
 * speak for or against the next one's chain. A pronoun takes what its chain knows; a description what its own words say
 * (whose it is, where), then its chain, then the country that the text is about. Where a mention was joined to nothing,
 * what was said last and fits is taken: subjects first, number and personhood must agree. */
#include "refer.h"

#include "actor.h"
#include "author.h"
#include "holder.h"
#include "issuer.h"
#include "mention.h"
#include "orator.h"
#include "phrase.h"
#include "speaker.h"
#include "station.h"

enum {
    BACK = 4,      /* sentences that are looked back through */
    PAIR_BACK = 3, /* for a pair */
    REACH = 400,   /* words, in all */
    TOP = 2,
    WALK = 24, /* mentions of a chain */
    LANDS = 12,
    DATELINE = 5 /* what it counts: as much as such a body named in the sentence before */
};

/* A word stands for no more than these: "they" after a list of lists. */
enum { MOST = 12 };

typedef struct pick {
    const char *country;
    int score;
} pick;

static const char *grammar(const sg_doc *d, uint32_t t, const char *kind) {
    const char *v = sg_kind_value(&d->toks[t].by_key, kind);
    return v ? v : sg_kind_value(&d->toks[t].by_lemma, kind);
}

static bool is_subject(const sg_tok *t) {
    return t->deprel == SG_DEP_NSUBJ || t->deprel == SG_DEP_NSUBJ_PASS || t->deprel == SG_DEP_NSUBJ_OUTER;
}

static bool is_modifier(const sg_tok *t) {
    return t->deprel == SG_DEP_NMOD_POSS || t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_COMPOUND;
}

/* Does a definite word stand before the noun? Two: "the two", "both"; a bare "two" names new ones. */
static bool definite(const sg_doc *d, uint32_t t, bool *two) {
    bool the = false, both = false, number = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool pair = grammar(d, c, "pair") != NULL;
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) the = true;
        if (pair && d->toks[c].upos == SG_POS_NUM) number = true;
        else if (pair) both = true;
    }
    *two = both || (the && number);
    return the || both;
}

static void weigh(pick picks[TOP], const char *country, int score) {
    for (int i = 0; i < TOP; i++)
        if (picks[i].country && !strcmp(picks[i].country, country)) {
            if (score > picks[i].score) picks[i].score = score;
            return;
        }
    int low = !picks[0].country || (picks[1].country && picks[0].score < picks[1].score) ? 0 : 1;
    if (picks[low].country && picks[low].score >= score) return;
    picks[low] = (pick){country, score};
}

static uint32_t reach_back(const sg_doc *d, uint32_t t) {
    uint32_t sent = d->toks[t].sent, back = sent > BACK ? sent - BACK : 0;
    uint32_t first = d->sents[back].first;
    return t - first > REACH ? t - REACH : first;
}

/* May it be one of "the two countries", "both sides"? An organisation is no country. */
bool sg_refer_is_state(const sg_ent *e) {
    static const char bodies[] = "IGO|NGO|MNC|ISM";
    return e->country && e->group && strlen(e->country) == 3 && !sg_list_has(bodies, sg_str_of(e->country));
}

/* One who serves an organisation, known by its actor code? */
static bool is_body(const sg_ent *e) {
    return e->country && e->cameo && !sg_refer_is_state(e) && strlen(e->cameo) > 3 && !strncmp(e->cameo, e->country, 3);
}

/* The subject of the clause that a word stands in; whom "who" stands for. */
static uint32_t clause_subject(const sg_doc *d, uint32_t t) {
    for (uint32_t i = d->toks[t].head, steps = 0; i != NONE && steps < 8; i = d->toks[i].head, steps++)
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next) {
            if (!is_subject(&d->toks[c]) || c == t) continue;
            bool who = d->toks[i].deprel == SG_DEP_ACL_RELCL && d->toks[c].upos == SG_POS_PRON && !d->toks[c].ent_count;
            return who ? d->toks[i].head : c;
        }
    return NONE;
}

/* One who deals with them: the mediator who met both sides is none of these. */
static uint32_t dealer_with(const sg_doc *d, uint32_t t) {
    enum { NOUNS = 3 };
    for (uint32_t steps = 0; steps < NOUNS && d->toks[t].deprel == SG_DEP_NMOD && d->toks[t].head != NONE; steps++)
        t = d->toks[t].head; /* "a call to both sides" */
    uint8_t rel = d->toks[t].deprel;
    return rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_IOBJ ? clause_subject(d, t) : NONE;
}

static const char *clause_country(const sg_doc *d, uint32_t t) {
    uint32_t s = dealer_with(d, t);
    return s == NONE || d->toks[s].ent_count != 1 ? NULL : d->ents[d->toks[s].ent].country;
}

/* The land that is dealt with in the word's clause: of its object by the subject, of the subject by others. */
static const char *faced_country(const sg_doc *d, uint32_t t) {
    uint32_t verb = is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count == 1) return d->ents[d->toks[c].ent].country;
    return clause_country(d, t);
}

/* The lands that the text is about, and how much speaks for each. */
typedef struct tally {
    const char *country;
    double score, here; /* in all; at most in the sentence at hand */
} tally;

enum { TALLIES = 24 }; /* of one text; more are not told apart */

static tally *tally_of(tally lands[TALLIES], size_t *count, const char *country) {
    for (size_t i = 0; i < *count; i++)
        if (!strcmp(lands[i].country, country)) return &lands[i];
    if (*count == TALLIES) return NULL;
    lands[*count] = (tally){.country = country};
    return &lands[(*count)++];
}

/* What a sentence, up to a word, says for the lands that it names, but for that of him who deals with them. */
static void tally_up(const sg_doc *d, uint32_t t, uint32_t sent, double worth, tally lands[TALLIES], size_t *count) {
    enum { MODIFIES = 1, SUBJECT = 3, SERVES = 2 };
    uint32_t dealer = dealer_with(d, t), end = sent == d->toks[t].sent ? t : d->sents[sent].first + d->sents[sent].count;
    const char *meets = clause_country(d, t);
    for (size_t i = 0; i < *count; i++) lands[i].here = 0;
    for (uint32_t i = d->sents[sent].first; i < end; i++) {
        const sg_tok *k = &d->toks[i];
        if (dealer != NONE && (i == dealer || (k->deprel == SG_DEP_CONJ && k->head == dealer))) continue;
        for (uint32_t n = 0; n < k->ent_count; n++) {
            const sg_ent *e = &d->ents[k->ent + n];
            if (!sg_refer_is_state(e) || (meets && !strcmp(meets, e->country))) continue;
            double w = is_modifier(k) ? MODIFIES : (is_subject(k) ? SUBJECT : 1) + (e->sector ? SERVES : 0);
            tally *l = tally_of(lands, count, e->country);
            if (l && w > l->here) l->score += (w - l->here) * worth, l->here = w;
        }
    }
}

/* The two lands that the text before `t` is about, the first before the second: each sentence speaks for those that it
 * names, the less the further back it stands. */
static size_t weigh_lands(const sg_doc *d, uint32_t t, tally best[TOP]) {
    enum { SENTENCES = 40 };
    static const double LESS = 0.9; /* for each sentence further back */
    tally lands[TALLIES];
    size_t count = 0, found = 0;
    double worth = 1;
    for (uint32_t back = 0; back <= d->toks[t].sent && back < SENTENCES; back++, worth *= LESS)
        tally_up(d, t, d->toks[t].sent - back, worth, lands, &count);
    for (; found < TOP && found < count; found++)
        for (size_t i = found + 1; i < count; i++) {
            if (lands[i].score <= lands[found].score) continue;
            tally swap = lands[i];
            lands[i] = lands[found], lands[found] = swap;
        }
    memcpy(best, lands, found * sizeof *best);
    return found;
}

/* The same in a hall of states, where a speech goes from land to land: those of the nearest sentence that names two. */
static size_t lands_spoken_of(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    pick picks[TOP] = {{0}};
    uint32_t dealer = dealer_with(d, t);
    const char *meets = clause_country(d, t);
    uint32_t sent = d->toks[t].sent, from = reach_back(d, t), end = t;
    for (uint32_t back = 0; back <= PAIR_BACK && back <= sent && !picks[1].country; back++) {
        uint32_t first = d->sents[sent - back].first < from ? from : d->sents[sent - back].first;
        for (uint32_t i = first; i < end; i++) {
            const sg_tok *k = &d->toks[i];
            if (dealer != NONE && (i == dealer || (k->deprel == SG_DEP_CONJ && k->head == dealer))) continue;
            for (uint32_t n = 0; n < k->ent_count; n++) {
                const sg_ent *e = &d->ents[k->ent + n];
                if (!sg_refer_is_state(e) || is_modifier(k) || (meets && !strcmp(meets, e->country))) continue;
                if (d->orator && !strcmp(e->country, d->orator)) continue; /* who speaks of others there */
                weigh(picks, e->country, (is_subject(k) ? 3 : 1) + (e->sector ? 2 : 0) - (int)back);
            }
        }
        end = first;
        if (!picks[1].country) picks[0] = (pick){0};
    }
    for (int i = 0; i < TOP; i++) out[i] = picks[i].country;
    return out[1] ? TOP : 0;
}

/* The two countries that the text is about just before `t`. */
static size_t two_countries(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    if (d->orator && *d->orator && d->faced && d->sents[d->toks[t].sent].voice == d->orator_voice) {
        out[0] = d->orator, out[1] = d->faced;
        return TOP;
    }
    if (d->hall) return lands_spoken_of(d, t, out);
    tally best[TOP];
    if (weigh_lands(d, t, best) < TOP) return 0;
    for (int i = 0; i < TOP; i++) out[i] = best[i].country;
    return TOP;
}

/* "The two countries": those at hand, else the two of which the whole text is. */
static size_t two_states(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    size_t n = two_countries(d, t, out);
    return n || d->hall || clause_country(d, t) ? n : sg_lands_pair(d->lands, out);
}

/* Somebody who may be a side, and how much speaks for him. */
typedef struct camp {
    uint32_t tok, ent;
    int score;
} camp;

static void prefer(camp *best, uint32_t tok, uint32_t ent, int score) {
    if (best->tok == NONE || score > best->score) *best = (camp){tok, ent, score};
}

/* "Both sides", after a government and its rebels or opposition: who quarrels within one land, if the text is about that
 * land more than about any other. */
static bool two_camps(sg_doc *d, uint32_t t) {
    enum { FAR = 8 }; /* sentences */
    static const char rebels[] = "REB|PRM|OPP", rulers[] = "GOV|MIL";
    tally best[TOP];
    const char *land = weigh_lands(d, t, best) ? best[0].country : NULL;
    camp rebel = {NONE, 0, 0}, ruler = {NONE, 0, 0};
    uint32_t sent = d->toks[t].sent, end = t, meets = clause_subject(d, t);
    for (uint32_t back = 0; land && back <= FAR && back <= sent && (rebel.tok == NONE || ruler.tok == NONE); back++) {
        uint32_t first = d->sents[sent - back].first;
        for (uint32_t i = first; i < end; i++)
            for (uint32_t n = 0; n < d->toks[i].ent_count && i != meets; n++) {
                const sg_ent *e = &d->ents[d->toks[i].ent + n];
                int score = (is_subject(&d->toks[i]) ? 3 : 1) - (int)back;
                bool own = e->country && e->sector && !strcmp(e->country, land);
                if (!own || !sg_refer_is_state(e) || is_modifier(&d->toks[i])) continue;
                if (sg_list_has(rebels, sg_str_of(e->sector))) prefer(&rebel, i, d->toks[i].ent + n, score);
                if (sg_list_has(rulers, sg_str_of(e->sector))) prefer(&ruler, i, d->toks[i].ent + n, score);
            }
        end = first;
    }
    if (rebel.tok == NONE || ruler.tok == NONE) return false;
    const uint32_t two[TOP] = {rebel.ent, ruler.ent};
    d->toks[t].ent_count = 0;
    for (int i = 0; i < TOP; i++) {
        sg_ent e = d->ents[two[i]];
        e.first = e.last = e.head = t;
        e.same = e.same != NONE ? e.same : two[i];
        e.by = SG_BY_DESCRIPTION;
        if (!i) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
    return true;
}

typedef bool wanted(const sg_doc *, const sg_tok *);

static bool want_body(const sg_doc *d, const sg_tok *k) {
    return k->ent_count == 1 && !d->ents[k->ent].person && d->ents[k->ent].group;
}

static bool want_state(const sg_doc *d, const sg_tok *k) {
    return want_body(d, k) && sg_refer_is_state(&d->ents[k->ent]);
}

static bool want_many(const sg_doc *d, const sg_tok *k) {
    if (k->ent_count > 1) return true;
    if (!k->ent_count) return false;
    const sg_ent *e = &d->ents[k->ent];
    if (e->plural || (e->sector && !e->person)) return e->group;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count) return true;
    return false;
}

static bool want_several(const sg_doc *d, const sg_tok *k) {
    return k->ent_count > 1 && d->ents[k->ent].sector;
}

/* The nearest head that fits: of its sentence the subject before others. NONE if there is none. */
static uint32_t antecedent(const sg_doc *d, uint32_t t, wanted *fits) {
    uint32_t best = NONE;
    int top = INT32_MIN;
    for (uint32_t i = reach_back(d, t); i < t; i++) {
        const sg_tok *k = &d->toks[i];
        if (!fits(d, k)) continue;
        int score = (is_subject(k) ? 3 : is_modifier(k) ? -1 : 1) - 2 * (int)(d->toks[t].sent - k->sent);
        if (score < top) continue;
        top = score;
        best = i;
    }
    return best;
}

static void copy_one(sg_doc *d, uint32_t t, uint32_t from, uint8_t by) {
    for (uint32_t n = 0; n < d->toks[from].ent_count && d->toks[t].ent_count < MOST; n++) {
        uint32_t old = d->toks[from].ent + n;
        sg_ent e = d->ents[old];
        e.first = e.last = e.head = t;
        e.same = e.same != NONE ? e.same : old;
        e.by = by;
        if (!d->toks[t].ent_count) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
}

static void copy_all(sg_doc *d, uint32_t t, uint32_t from, uint8_t by, bool coordinated) {
    if (from == NONE) return;
    d->toks[t].ent_count = 0;
    copy_one(d, t, from, by);
    for (uint32_t c = d->toks[from].child; coordinated && c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && c != t) copy_one(d, t, c, by);
}

/* Who speaks the clause that `t` stands in: the subject of the verb that it is a complement of. */
static uint32_t speaker(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, steps = 0; d->toks[i].head != NONE && steps < 64; steps++) {
        uint8_t rel = d->toks[i].deprel;
        i = d->toks[i].head;
        if (rel != SG_DEP_CCOMP && rel != SG_DEP_PARATAXIS) continue;
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next)
            if (is_subject(&d->toks[c]) && d->toks[c].ent_count) return c;
    }
    return NONE;
}

static void countries_here(sg_doc *d, uint32_t t, const char *const *codes, size_t count) {
    d->toks[t].ent_count = 0;
    for (size_t i = 0; i < count; i++) {
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .country = codes[i],
                    .cameo = codes[i],
                    .by = SG_BY_DESCRIPTION,
                    .name_by = SG_BY_INFERRED,
                    .group = true,
                    .same = NONE};
        sg_rows named = sg_lexicon_by(d->lex, SG_WAY_COUNTRY, sg_str_of(codes[i]));
        if (named.count) e.name = named.row[0]->cell[0];
        if (!i) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
}

/* The country of the dateline's place, or NULL. */
static const char *dateline(const sg_doc *d) {
    if (d->dateline[1] <= d->dateline[0] || d->dateline[1] > d->text.n) return NULL;
    sg_str rest = {d->text.s + d->dateline[0], d->dateline[1] - d->dateline[0]}, word;
    while (sg_cut(&rest, ' ', &word)) {
        while (word.n && strchr(",;:()/-", word.s[word.n - 1])) word.n--;
        bool caps;
        sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_fold(d->arena, word, &caps));
        bool one = found.count && !found.row[0]->caps && strlen(found.row[0]->cell[1]) == 3;
        if (one) return found.row[0]->cell[1];
    }
    return NULL;
}

/* "two Izmir mosques": the town's name before a thing that stands there. */
static const sg_hit *town_before(const sg_doc *d, uint32_t t) {
    static const char towns[] = "city|capital";
    if (d->toks[t].upos != SG_POS_NOUN) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_COMPOUND ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && sg_list_has(towns, sg_str_of(h->row->cell[C_KIND]))) return h;
    }
    return NULL;
}

/* "the Peruvian capital": the adjective tells the land. */
static const sg_hit *land_before(const sg_doc *d, uint32_t t) {
    for (uint32_t c = grammar(d, t, "landpart") ? d->toks[t].child : NONE; c != NONE && c < t; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_AMOD ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && !strcmp(h->row->cell[C_KIND], "adjective")) return h;
    }
    return NULL;
}

/* The country that a word is said to be in: "in Moscow", "across Peru"; NULL if it is no such phrase. */
static const char *lies_in(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (!h) h = town_before(d, t);
    if (!h) h = land_before(d, t);
    if (!h || strlen(h->row->cell[1]) != 3) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && grammar(d, c, "locative")) return h->row->cell[1];
    return NULL;
}

/* The same with what is coordinated: "in Paris and Berlin". */
static size_t lies_in_all(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    size_t n = 0;
    if (!(codes[0] = lies_in(d, t))) return 0;
    for (uint32_t c = d->toks[t].child; ++n < MOST && c != NONE; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_CONJ ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        codes[n] = h && strlen(h->row->cell[1]) == 3 ? h->row->cell[1] : NULL;
        bool said = !codes[n];
        for (size_t i = 0; i < n && !said; i++) said = strcmp(codes[i], codes[n]) == 0;
        if (said) n--;
    }
    return n;
}

/* Where the sentence's news takes place, if it says so plainly. */
static const char *scene_of(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].deprel == SG_DEP_OBL && lies_in(d, i)) return lies_in(d, i);
    return NULL;
}

static const char *scene(const sg_doc *d, uint32_t t) {
    return scene_of(d, &d->sents[d->toks[t].sent]);
}

/* ---- whose --------------------------------------------------------------------------------------- */

/* The other one of the two countries at hand: "its neighbour", "her counterpart". */
static const char *other_country(const sg_doc *d, uint32_t t, const char *than) {
    for (uint32_t i = t, from = reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        for (uint32_t n = 0; n < k->ent_count; n++)
            if (sg_refer_is_state(&d->ents[k->ent + n]) && strcmp(d->ents[k->ent + n].country, than) != 0)
                return d->ents[k->ent + n].country;
    }
    return NULL;
}

/* "foreign media", "world leaders", "expatriates": whoever they are, they are not of the land that is spoken of; the foreign
 * ministry is of it. */
bool sg_refer_is_elsewhere(const sg_doc *d, uint32_t t) {
    if (grammar(d, t, "elsewhere")) return true;
    const sg_hit *role = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool own = role && c >= role->first && c <= role->last;
        if (!own && (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND) && grammar(d, c, "elsewhere")) return true;
        if (rel != SG_DEP_COMPOUND) continue;
        for (uint32_t g = d->toks[c].child; g != NONE; g = d->toks[g].next) /* "foreign party leaders" */
            if (d->toks[g].deprel == SG_DEP_AMOD && grammar(d, g, "elsewhere") && !(role && g >= role->first)) return true;
    }
    return false;
}

const char *sg_refer_home(sg_doc *d, uint32_t t, const char *sector) {
    if (!d->lands || !sector || sg_refer_is_elsewhere(d, t)) return NULL;
    return sg_lands_choose(d->lands, &(sg_land_ask){.tok = t, .sector = sector}, &d->toks[t].lead);
}

const char *sg_refer_home_of_act(const sg_doc *d, uint32_t t, const char *sector) {
    if (!d->lands || sg_refer_is_elsewhere(d, t)) return NULL;
    return sg_lands_choose(d->lands, &(sg_land_ask){.tok = t, .sector = sector, .unnamed = true}, NULL);
}

/* ---- chains ---------------------------------------------------------------------------------------- */

static const sg_tok *head_of(const sg_doc *d, uint32_t ref) {
    return &d->toks[d->refs[ref].head];
}

/* Does any member of a pair, or the mention itself, have a party; with a country? */
static int knows(const sg_doc *d, uint32_t ref) {
    const sg_tok *t = head_of(d, ref);
    int best = 0;
    for (uint32_t n = 0; n < t->ent_count; n++) best = d->ents[t->ent + n].country ? 2 : best ? best : 1;
    if (d->refs[ref].form != SG_REF_PAIR) return best;
    for (uint32_t c = t->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count)
            best = d->ents[d->toks[c].ent].country ? 2 : best ? best : 1;
    return best;
}

/* The mention before, of the same chain, whose party is known, with its country if there is one. */
static uint32_t told(const sg_doc *d, uint32_t ref) {
    uint32_t some = NONE;
    for (uint32_t u = d->refs[ref].before, steps = 0; u != NONE && steps < WALK; u = d->refs[u].before, steps++) {
        int known = knows(d, u);
        if (known == 2) return u;
        if (known && some == NONE) some = u;
    }
    return some;
}

/* "The Korean and US ministers": trees may join adjective and noun, where the noun is that of both. */
static bool shares_noun(const sg_doc *d, const sg_tok *k) {
    if (k->deprel != SG_DEP_CONJ || k->head == NONE || !k->ent_count || !d->toks[k->head].ent_count) return false;
    const sg_row *noun = d->ents[k->ent].row[0];
    bool role = noun && noun->table == SG_T_ROLES && d->ents[d->toks[k->head].ent].row[0] == noun;
    return role && !sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES);
}

static void copy_ref(sg_doc *d, uint32_t t, uint32_t ref, uint8_t by) {
    if (ref == NONE) return;
    const sg_tok *k = head_of(d, ref);
    if (shares_noun(d, k)) copy_all(d, t, k->head, by, true);
    else copy_all(d, t, d->refs[ref].head, by, d->refs[ref].form == SG_REF_PAIR);
}

/* ---- pronouns --------------------------------------------------------------------------------------- */

static void first_person(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t who = sg_speaker_before_colon(d, r->head);
    if (who == NONE) who = r->speaker == NONE ? speaker(d, r->head) : d->refs[r->speaker].head;
    if (who == NONE) who = sg_speaker_of(d, id);
    copy_all(d, r->head, who, SG_BY_PRONOUN, who != NONE && d->toks[who].deprel == SG_DEP_APPOS);
}

/* "I", "we", "my" in a speech, where nobody is quoted. */
static bool is_orator(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    return d->orator && r->context == d->orator_voice && (r->form == SG_REF_I || r->form == SG_REF_WE);
}

/* Is the land named by an adjective or a name below a word? */
static bool names_below(const sg_doc *d, uint32_t t, const char *land, unsigned depth) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        uint8_t rel = k->deprel;
        bool inner = rel == SG_DEP_NMOD || rel == SG_DEP_CONJ || is_modifier(k);
        if (k->upos == SG_POS_PRON || !inner) continue;
        if (e && e->by == SG_BY_NAME && e->country && !strcmp(e->country, land) && k->deprel != SG_DEP_CONJ) return true;
        if (depth && names_below(d, c, land, depth - 1)) return true;
    }
    return false;
}

/* "It denounced the Iraqi threats", "it demanded that Iraq withdraw": whoever he is, he is not Iraq. */
static bool is_another(const sg_doc *d, uint32_t t, const char *land) {
    enum { DEEP = 2 };
    const sg_tok *it = &d->toks[t];
    if (it->deprel != SG_DEP_NSUBJ || it->head == NONE) return false;
    for (uint32_t c = d->toks[it->head].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        uint32_t who = k->deprel == SG_DEP_OBJ ? c : NONE;
        for (uint32_t g = k->child; k->deprel == SG_DEP_CCOMP && g != NONE; g = d->toks[g].next)
            if (is_subject(&d->toks[g])) who = g;
        const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
        if (e && e->by == SG_BY_NAME && !e->sector && e->country && !strcmp(e->country, land)) return true;
        if (k->deprel == SG_DEP_OBJ && names_below(d, c, land, DEEP)) return true;
    }
    return false;
}

/* The body or land that did something last, and is not this one. */
static uint32_t another_before(const sg_doc *d, uint32_t t, const char *than) {
    for (uint32_t i = t, from = reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        if (k->sent == d->toks[t].sent || !is_subject(k) || !want_body(d, k)) continue;
        const char *land = d->ents[k->ent].country;
        if (land && strcmp(land, than) != 0) return i;
    }
    return NONE;
}

/* "Peru closed its border", "Peru has recalled its envoy": its own. NONE where it is no such thing. */
static uint32_t own_of_subject(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->deprel != SG_DEP_OBJ || noun->head == NONE) return NONE;
    if (noun->head > t || !grammar(d, noun->head, "on-own")) return NONE;
    for (uint32_t c = d->toks[noun->head].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (d->toks[c].deprel == SG_DEP_NSUBJ && e && e->group && !e->person && e->country && e->by == SG_BY_NAME) return c;
    }
    return NONE;
}

/* "Chad and its rebels": the one that they are joined to. NONE where it is no such thing. */
static uint32_t own_of_joined(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->deprel != SG_DEP_CONJ || noun->head == NONE || noun->head > t)
        return NONE;
    const sg_tok *to = &d->toks[noun->head]; /* but "Chad and its former colonial power" are two lands */
    if (!sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES)) return NONE;
    const sg_ent *e = to->ent_count == 1 ? &d->ents[to->ent] : NULL;
    return e && e->by == SG_BY_NAME && !e->person && sg_refer_is_state(e) ? noun->head : NONE;
}

/* The subject of a verb, with its party; NONE where there is none. */
static uint32_t subject_of(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (is_subject(&d->toks[c]) && d->toks[c].ent_count == 1) return c;
    return NONE;
}

static uint32_t root_of(const sg_doc *d, uint32_t sent) {
    const sg_sent *s = &d->sents[sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].head == NONE && d->toks[i].upos != SG_POS_PUNCT) return i;
    return NONE;
}

/* "Peru is angry, and its papers complain of it", "Peru spoke last. Its envoy named two spies": of the subject of the
 * clause or the sentence before, where the word opens the next one's subject. */
static uint32_t own_of_clause(const sg_doc *d, uint32_t t, uint8_t form) {
    bool person = form == SG_REF_HE || form == SG_REF_SHE;
    if (!person && form != SG_REF_IT) return NONE;
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || !is_subject(noun) || noun->head == NONE) return NONE;
    if (sg_is_capital(noun)) return NONE; /* "His Excellency" */
    const sg_tok *verb = &d->toks[noun->head];
    bool joined = (verb->deprel == SG_DEP_CONJ || verb->deprel == SG_DEP_PARATAXIS) && verb->head != NONE && verb->head < t;
    bool opens = t == d->sents[k->sent].first && verb->head == NONE && k->sent && !d->sents[k->sent - 1].in_title;
    uint32_t who = joined ? subject_of(d, verb->head) : opens ? subject_of(d, root_of(d, k->sent - 1)) : NONE;
    const sg_ent *e = who == NONE ? NULL : &d->ents[d->toks[who].ent];
    bool fits = e && (person ? e->person && !e->plural : e->group && !e->person);
    return fits && e->country && e->by != SG_BY_DESCRIPTION && e->by != SG_BY_PRONOUN ? who : NONE;
}

/* Does the verb tell what somebody says, by the tables? */
static bool is_saying(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, OP = 2 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && !strcmp(rows.row[i]->cell[OP], "say")) return true;
    return false;
}

/* "The president told reporters after talks with the minister that he would": whoever says so, unless to one other. */
static uint32_t own_of_said(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    uint32_t clause = k->head, verb = clause == NONE || k->deprel != SG_DEP_NSUBJ ? NONE : d->toks[clause].head;
    if (!person || verb == NONE || verb > r->head || d->toks[clause].deprel != SG_DEP_CCOMP) return NONE;
    if (!is_saying(d, verb)) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AUX_PASS) return NONE;
        if ((rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) && !(d->toks[c].bits & SG_FEAT_PLUR)) return NONE;
    }
    uint32_t who = subject_of(d, verb);
    const sg_ent *e = who == NONE || who > verb || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    if (!e || !e->person || e->plural || !e->country) return NONE;
    uint32_t ref = d->toks[who].ref;
    return ref == NONE || (d->refs[ref].gender & r->gender) ? who : NONE;
}

/* "..., aid workers say": who only tells the news. */
static bool is_teller(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    return k->deprel == SG_DEP_NSUBJ && k->head != NONE && d->toks[k->head].deprel == SG_DEP_PARATAXIS;
}

/* Those who did something last and tell nothing. */
static uint32_t many_before(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, from = reach_back(d, t); i-- > from;)
        if (is_subject(&d->toks[i]) && !is_teller(d, i) && d->toks[i].sent < d->toks[t].sent && want_many(d, &d->toks[i]))
            return i;
    return NONE;
}

static void third_person(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t u = told(d, id), own = r->form == SG_REF_IT ? own_of_joined(d, r->head) : NONE;
    if (own == NONE && r->form == SG_REF_IT) own = own_of_subject(d, r->head);
    if (own == NONE) own = own_of_clause(d, r->head, r->form);
    if (own == NONE) own = own_of_said(d, r);
    if (own != NONE) {
        copy_all(d, r->head, own, SG_BY_PRONOUN, false);
        return;
    }
    if (r->form == SG_REF_THEY && u != NONE && is_teller(d, d->refs[u].head) && !is_subject(&d->toks[r->head])) {
        uint32_t many = many_before(d, r->head);
        if (many != NONE) {
            copy_all(d, r->head, many, SG_BY_PRONOUN, true);
            return;
        }
    }
    bool one = u != NONE && r->form == SG_REF_IT && head_of(d, u)->ent_count == 1;
    const sg_ent *who = one ? &d->ents[head_of(d, u)->ent] : NULL;
    if (who && sg_refer_is_state(who) && is_another(d, r->head, who->country)) {
        copy_all(d, r->head, another_before(d, r->head, who->country), SG_BY_PRONOUN, false);
        return;
    }
    if (u != NONE || r->before != NONE) {
        copy_ref(d, r->head, u, SG_BY_PRONOUN);
        return;
    }
    bool many = r->form == SG_REF_THEY;
    if (r->form != SG_REF_IT && !many) return; /* nobody that could be he or she */
    copy_all(d, r->head, antecedent(d, r->head, many ? want_many : want_body), SG_BY_PRONOUN, many);
}

/* ---- pairs ------------------------------------------------------------------------------------------ */

static bool serves_as(const sg_ent *e, const char *sector) {
    return e->person && (!sector || (e->sector && !strcmp(e->sector, sector)));
}

/* "Secretary of State" and "John Kerry", where a parser tore them apart: one of them under two words. */
static bool is_one_person(const sg_ent *a, const sg_ent *b) {
    if (!a->country || !b->country || strcmp(a->country, b->country) != 0) return false;
    if (a->name && b->name) return !strcmp(a->name, b->name);
    return a->office && b->office && !strcmp(a->office, b->office);
}

/* Of two lands they are not one person, whatever the chain says: "Kenya's president met Ghana's". */
static bool are_of_two_lands(const sg_ent *a, const sg_ent *b) {
    return a->country && b->country && strcmp(a->country, b->country) != 0;
}

/* Two people of the sector who were named last, as words: together (then both are one word) or one by one; false where
 * there are not two. */
static bool two_people(const sg_doc *d, uint32_t id, const char *sector, uint32_t out[TOP]) {
    size_t n = 0;
    uint32_t first = NONE, sent = head_of(d, id)->sent, meets = dealer_with(d, d->refs[id].head);
    for (uint32_t i = id; i-- > 0 && n < TOP && sent - head_of(d, i)->sent <= BACK;) {
        const sg_tok *k = head_of(d, i);
        if (d->refs[i].head == meets || d->refs[i].form == SG_REF_PAIR) continue;
        if (!k->ent_count || !serves_as(&d->ents[k->ent], sector)) continue;
        if (k->ent_count == TOP && serves_as(&d->ents[k->ent + 1], sector)) {
            out[0] = out[1] = d->refs[i].head;
            return true;
        }
        if (k->ent_count != 1 || d->ents[k->ent].plural) continue;
        const sg_ent *last = n ? &d->ents[d->toks[out[TOP - 1]].ent] : NULL;
        if (last && d->refs[i].chain == first && !are_of_two_lands(&d->ents[k->ent], last)) continue;
        if (n && is_one_person(&d->ents[k->ent], &d->ents[d->toks[out[TOP - 1]].ent])) continue;
        if (!n) first = d->refs[i].chain;
        out[TOP - 1 - n++] = d->refs[i].head;
    }
    return n == TOP;
}

/* The verb that the phrase stands with. */
static uint32_t verb_over(const sg_doc *d, uint32_t t) {
    enum { UP = 5 };
    for (size_t i = 0; i < UP && t != NONE && d->toks[t].upos != SG_POS_VERB; i++) t = d->toks[t].head;
    return t;
}

/* One who deals with others for a state: a minister, a general. */
static bool is_official(const sg_ent *e) {
    bool single = e->person && !e->plural && e->sector;
    return single && sg_refer_is_state(e) && sg_list_has("GOV|MIL|LEG", sg_str_of(e->sector));
}

/* Does the table of acts know the word for a talk, a call or a visit? */
static bool is_talk(const sg_doc *d, uint32_t t) {
    enum { TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[TYPE], "CONSULT")) return true;
    return false;
}

/* "met Y", "held talks with Y": the verb that the phrase stands with tells a talk, or its object does. */
static bool is_met(const sg_doc *d, uint32_t t) {
    uint32_t verb = verb_over(d, t);
    if (verb == NONE) return false;
    bool talk = is_talk(d, verb);
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        talk |= d->toks[c].deprel == SG_DEP_OBJ && is_talk(d, c);
    return talk;
}

/* "met X and Y": an official and those of other lands who are joined to him, up to `room`; how many. */
static size_t officials_beside(const sg_doc *d, uint32_t t, uint32_t *out, size_t room) {
    size_t n = 0;
    out[n++] = t;
    for (uint32_t c = d->toks[t].child; c != NONE && n < room; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool joined = k->deprel == SG_DEP_CONJ && k->ent_count == 1 && is_official(&d->ents[k->ent]);
        for (size_t i = 0; joined && i < n; i++)
            joined = strcmp(d->ents[k->ent].country, d->ents[d->toks[out[i]].ent].country) != 0;
        if (joined) out[n++] = c;
    }
    return n;
}

/* Officials of several lands, as words: one who spoke with, met or rang others within so many sentences, and they; who
 * only tells of it is none of them. Of three, "the two" are those whom the one met. */
static size_t dealing(const sg_doc *d, uint32_t id, uint32_t back, bool two, uint32_t out[MOST]) {
    uint32_t sent = head_of(d, id)->sent, meets = dealer_with(d, d->refs[id].head);
    for (uint32_t i = id; i-- > 0 && sent - head_of(d, i)->sent <= back;) {
        const sg_tok *k = head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        uint32_t with = d->refs[i].head, who = e && is_official(e) && !is_modifier(k) ? dealer_with(d, with) : NONE;
        if (who == NONE || who == with || who == meets || d->toks[who].ent_count != 1 || !is_met(d, with)) continue;
        const sg_ent *s = &d->ents[d->toks[who].ent];
        if (!is_official(s) || !strcmp(s->country, e->country) || k->deprel == SG_DEP_CONJ) continue;
        out[0] = who;
        size_t n = 1 + officials_beside(d, with, out + 1, MOST - 1);
        if (!two || n <= TOP) return n;
        memmove(out, out + 1, (n - 1) * sizeof *out);
        return n - 1;
    }
    return 0;
}

/* "Minister X and his colleague proposed it": two officials of two lands, together the subject of this sentence or the one
 * before. */
static size_t joined_subjects(const sg_doc *d, uint32_t id, uint32_t two[MOST]) {
    size_t n = 0;
    for (uint32_t i = id; n != TOP && i-- > 0 && head_of(d, id)->sent - head_of(d, i)->sent <= 1;) {
        const sg_tok *k = head_of(d, i);
        bool one = k->ent_count == 1 && is_subject(k) && is_official(&d->ents[k->ent]);
        n = one ? officials_beside(d, d->refs[i].head, two, MOST) : 0;
    }
    return n == TOP ? n : 0;
}

static void copy_each(sg_doc *d, uint32_t t, const uint32_t *from, size_t count) {
    d->toks[t].ent_count = 0;
    for (size_t i = 0; i < count; i++) copy_one(d, t, from[i], SG_BY_DESCRIPTION);
}

/* Two people whom one sentence, this one or the one before, has named one by one: "X met rebel leader Y. The two ...". */
static bool two_just_named(const sg_doc *d, uint32_t id, uint32_t out[TOP]) {
    if (!two_people(d, id, NULL, out) || out[0] == out[1]) return false;
    uint32_t sent = d->toks[out[0]].sent;
    return sent == d->toks[out[1]].sent && head_of(d, id)->sent - sent <= 1;
}

static void copy_two(sg_doc *d, uint32_t t, const uint32_t two[TOP]) {
    d->toks[t].ent_count = 0;
    for (int i = 0; i < TOP && (!i || two[i] != two[0]); i++) copy_one(d, t, two[i], SG_BY_DESCRIPTION);
}

/* Of several parties only their countries: "both sides" after their ministers. */
static size_t states_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    size_t n = 0;
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (!sg_refer_is_state(e) || !e->person || n == MOST || (n && !strcmp(codes[0], e->country))) return 0;
        codes[n++] = e->country;
    }
    return n;
}

/* "The two sides", after "the two parties": these again. */
static uint32_t sides_before(const sg_doc *d, uint32_t id) {
    enum { FAR = 24, MOST_REFS = 400 }; /* sentences; mentions */
    for (uint32_t i = id; i-- > 0 && head_of(d, id)->sent - head_of(d, i)->sent <= FAR && id - i <= MOST_REFS;) {
        const char *what = head_of(d, i)->ent_count == TOP ? grammar(d, d->refs[i].head, "collective") : NULL;
        bool pair = false; /* "the two countries" */
        if (what && !strcmp(what, "state")) (void)definite(d, d->refs[i].head, &pair);
        if (what && (pair || !strcmp(what, "party") || !strcmp(what, "side"))) return d->refs[i].head;
    }
    return NONE;
}

/* "peace between the Israelis and the Palestinians. The two sides": lands that stand between, here or the sentence before. */
static size_t stood_between(const sg_doc *d, uint32_t t, const char *codes[TOP]) {
    uint32_t sent = d->toks[t].sent, first = d->sents[sent ? sent - 1 : sent].first;
    for (uint32_t i = t; i-- > first;) {
        const sg_tok *a = &d->toks[i];
        uint32_t others = 0, second = NONE;
        bool between = false;
        for (uint32_t c = a->child; c != NONE; c = d->toks[c].next) {
            if (d->toks[c].deprel == SG_DEP_CONJ) others++, second = c;
            between |= d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, "between");
        }
        if (!between || others != 1 || second >= t || a->ent_count != 1 || d->toks[second].ent_count != 1) continue;
        const sg_ent *x = &d->ents[a->ent], *y = &d->ents[d->toks[second].ent];
        if (!sg_refer_is_state(x) || !sg_refer_is_state(y)) continue;
        if (x->sector || y->sector || !strcmp(x->country, y->country)) continue;
        codes[0] = x->country, codes[1] = y->country;
        return TOP;
    }
    return 0;
}

/* "Asked both sides to stop": who asks is none of them. */
static bool asks_itself(const sg_doc *d, uint32_t t, uint32_t pair) {
    const char *land = clause_country(d, t);
    for (uint32_t n = 0; land && n < d->toks[pair].ent_count; n++) {
        const char *own = d->ents[d->toks[pair].ent + n].country;
        if (own && !strcmp(own, land)) return true;
    }
    return false;
}

/* "The two sides exchanged views", "the sides noted": what is told of them is talk. */
static bool told_of_talk(const sg_doc *d, uint32_t t) {
    static const char spoken[] = "agree|promise|say|announce";
    enum { OP = 2 };
    uint32_t verb = is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE) return false;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(spoken, sg_str_of(rows.row[i]->cell[OP]))) return true;
    return is_met(d, t);
}

/* "Both sides", "the pair", "the two": who was named together, or the two that were named last. */
static void both(sg_doc *d, uint32_t id, bool people, bool sides) {
    uint32_t t = d->refs[id].head, u = told(d, id), two[TOP];
    const char *codes[MOST];
    if (sides && stood_between(d, t, codes)) {
        countries_here(d, t, codes, TOP);
        return;
    }
    bool pair_word, pair = u != NONE && (head_of(d, u)->ent_count > 1 || d->refs[u].form == SG_REF_PAIR);
    (void)definite(d, t, &pair_word);
    if (!pair || asks_itself(d, t, d->refs[u].head)) u = NONE; /* two are never one of them alone */
    uint32_t many = u == NONE ? antecedent(d, t, want_several) : NONE, again = sides ? sides_before(d, id) : NONE;
    if (u == NONE && again != NONE && (many == NONE || many <= again)) many = again;
    bool bare = !people && !sides && two_just_named(d, id, two) && (many == NONE || many < two[0]); /* "the two", "both" */
    if (many != NONE && asks_itself(d, t, many)) many = NONE;
    uint32_t met[MOST];
    size_t dealt = !sides || told_of_talk(d, t) ? dealing(d, id, sides ? 1 : PAIR_BACK, pair_word || !sides, met) : 0;
    if (!dealt && sides && told_of_talk(d, t)) dealt = joined_subjects(d, id, met);
    if (dealt && u != NONE && d->refs[u].head > met[1]) dealt = 0;
    if (dealt && many != NONE && many > met[1]) dealt = 0;
    if (dealt) copy_each(d, t, met, dealt);
    else if (u != NONE) copy_ref(d, t, u, SG_BY_DESCRIPTION);
    else if (bare || (people && two_people(d, id, NULL, two))) copy_two(d, t, two);
    else if (many != NONE) copy_all(d, t, many, SG_BY_DESCRIPTION, false);
    else if (!two_camps(d, t)) {
        size_t lands = sides ? two_states(d, t, codes) : two_countries(d, t, codes);
        if (lands) countries_here(d, t, codes, lands);
        else if (sides && two_people(d, id, NULL, two)) copy_two(d, t, two); /* of whom only names are told */
    }
    size_t n = sides ? states_of(d, t, codes) : 0;
    if (n >= TOP) countries_here(d, t, codes, n);
}

/* "The former", "the latter": one of the two that were last named together. */
static void one_of_two(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head;
    for (uint32_t i = id, from = reach_back(d, t); i-- > 0 && d->refs[i].head >= from;) {
        uint32_t u = d->refs[i].head, two = u;
        if (d->refs[i].form == SG_REF_PAIR) copy_all(d, t, u, SG_BY_PRONOUN, true), two = t;
        if (d->toks[two].ent_count != TOP) {
            d->toks[t].ent_count = 0;
            continue;
        }
        sg_ent e = d->ents[d->toks[two].ent + (d->refs[id].form == SG_REF_LATTER)];
        e.first = e.last = e.head = t;
        e.by = SG_BY_PRONOUN;
        d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count = 1;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
        return;
    }
}

/* ---- descriptions ----------------------------------------------------------------------------------- */

/* The noun on which the clause of "whose" hangs; NONE for another word. */
static uint32_t owner_above(const sg_doc *d, uint32_t t) {
    enum { CLIMB = 8 };
    if (t == NONE || d->toks[t].ref == NONE || d->refs[d->toks[t].ref].form != SG_REF_WHO) return NONE;
    for (uint32_t i = t, steps = 0; d->toks[i].head != NONE && steps < CLIMB; i = d->toks[i].head, steps++)
        if (d->toks[i].deprel == SG_DEP_ACL_RELCL) return d->toks[i].head;
    return NONE;
}

/* The owner's party, where it has a country: "its troops", "Peru's troops", "Peru, whose troops". */
static const sg_ent *owner_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NMOD_POSS) continue;
        uint32_t above = owner_above(d, c);
        const sg_tok *k = &d->toks[above != NONE ? above : c];
        if (above != NONE && k->deprel == SG_DEP_CONJ) continue; /* "Peru and Chad, whose ministers" */
        if (k->ent_count && d->ents[k->ent].country) return &d->ents[k->ent];
    }
    return NULL;
}

static const char *code_of(const sg_ent *e) {
    return is_body(e) ? e->cameo : e->country;
}

/* Whose it is, several too: "their troops". */
static size_t owners_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    const sg_ent *owner = owner_of(d, t);
    size_t n = 0;
    if (!owner) return 0;
    const sg_tok *k = &d->toks[owner->head];
    for (uint32_t i = 0; i < k->ent_count && n < MOST; i++) {
        const char *code = d->ents[k->ent + i].country ? code_of(&d->ents[k->ent + i]) : NULL;
        bool known = !code;
        for (size_t u = 0; u < n && !known; u++) known = !strcmp(codes[u], code);
        if (!known) codes[n++] = code;
    }
    return n;
}

/* Crowds, strikers, schools, police and the like are of the land that they are in; officials and soldiers go abroad. */
static const char local[] = "CVL|LAB|REB|OPP|EDU|MED|SOC|JRN|AGR|PTY|COP|LEG|PRM|HLH|REL";

/* The place right behind the word, wherever the tree hangs it: "shelled a hospital in Kharkiv". NONE: no such words. */
static uint32_t place_behind(const sg_doc *d, uint32_t t) {
    const sg_tok *in = t + 1 < d->tok_count ? &d->toks[t + 1] : NULL;
    return in && in->sent == d->toks[t].sent && in->deprel == SG_DEP_CASE ? in->head : NONE;
}

/* Embassies, ambassadors: they stand in another land than their own. */
static bool is_abroad(const sg_row *role) {
    return sg_list_has(role->cell[R_NOTE], SG_LIT("abroad"));
}

/* "My Government", in a speech. */
static bool is_mine(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint32_t ref = d->toks[c].ref;
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS && ref != NONE && is_orator(d, ref)) return true;
    }
    return false;
}

/* "A French base": its own words say of which land it is, before the place behind them does. */
static bool is_called_of_land(const sg_doc *d, uint32_t t) {
    static const char own[] = "adjective|name|variant|official"; /* "a U.S. base", but not "a Karachi base" */
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool part = rel == SG_DEP_AMOD || (rel == SG_DEP_COMPOUND && c < t);
        const sg_hit *h = part ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (!h || strlen(h->row->cell[C_CODE]) != 3) continue;
        if (sg_list_has(rel == SG_DEP_AMOD ? "adjective" : own, sg_str_of(h->row->cell[C_KIND]))) return true;
    }
    return false;
}

/* The one state of whose the word's own phrases say that it is, or NULL. */
static const char *sole_state_of(const sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    return of.count == 1 && of.at[0].code && sg_land_is_state(of.at[0].code) ? of.at[0].code : NULL;
}

static bool is_joint(const sg_doc *d, uint32_t t, uint32_t sent) {
    const sg_tok *k = &d->toks[t];
    return k->sent == sent && (k->upos == SG_POS_CCONJ || sg_eqz(k->form, ","));
}

static bool has_land_before(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES)) return true;
    return false;
}

/* "To the people and Government of Chad", "the Malian party, government and people": what makes up a state, side by side, is
 * of one, whatever the tree hangs the land on. */
static const char *owner_beside(const sg_doc *d, uint32_t t) {
    enum { STEPS = 3 };
    uint32_t sent = d->toks[t].sent, i = t;
    if (!grammar(d, t, "of a state")) return NULL;
    for (int n = 0; n < STEPS && i + 2 < d->tok_count && is_joint(d, i + 1, sent) && grammar(d, i + 2, "of a state"); n++) {
        const char *code = sole_state_of(d, i += 2);
        if (code && i + 1 < d->tok_count && sg_says(d, i + 1, "owner")) return code;
    }
    i = t;
    for (int n = 0; n < STEPS && i >= 2 && is_joint(d, i - 1, sent) && grammar(d, i - 2, "of a state"); n++) {
        const char *code = d->toks[i - 2].sent == sent ? sole_state_of(d, i -= 2) : NULL;
        if (code && has_land_before(d, i)) return code;
    }
    return NULL;
}

/* "The Government and people of Chad": both are Chad's. */
static const char *shared_owner(const sg_doc *d, uint32_t t) {
    const char *code = owner_beside(d, t);
    if (code) return code;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel == SG_DEP_NMOD) return NULL; /* it has its own */
        const sg_ent *e = k->deprel == SG_DEP_CONJ && k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (!e || e->person || !sg_refer_is_state(e)) continue;
        sg_states of = {0};
        sg_states_of(d, c, c, &of);
        if (of.count == 1 && !code && of.at[0].code && !strcmp(of.at[0].code, e->country)) code = e->country;
    }
    return code;
}

/* "The foreign ministers", "fifteen presidents": of offices that a state has but once, several are of several states. */
static bool are_of_several(const sg_doc *d, uint32_t t, const sg_row *role) {
    static const char sole[] = "head-of-state|head-of-government|foreign-minister|defence-minister|finance-minister";
    sg_str offices = sg_str_of(role->cell[R_OFFICE]), first = {"", 0};
    bool one = sg_cut(&offices, '|', &first) && sg_list_has(sole, first) && !strstr(role->cell[R_NOTE], "ruler");
    bool rule = strcmp(role->cell[R_NOTE], "states") == 0 && grammar(d, t, "of a state");
    bool new = true, counted = false; /* "eight governments", "creditor governments", but "the governments" */
    for (uint32_t c = d->toks[t].child; rule && c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        counted |= rel == SG_DEP_NUMMOD;
        new &= rel != SG_DEP_DET && rel != SG_DEP_NMOD_POSS;
    }
    return (one || (rule && (new || counted))) && (d->toks[t].bits & SG_FEAT_PLUR) != 0;
}

/* "Police scattered a crowd outside the Chadian embassy in Oslo": crowds and police are of the land where the embassy is. */
static size_t by_embassy(const sg_doc *d, uint32_t t, const char *sector, const char *codes[MOST]) {
    enum { NEAR = 40 };
    bool crowd = sg_list_has("CVL|EDU|LAB|AGR|REL|OPP", sg_str_of(sector)); /* others at an embassy are its own */
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = t > s->first + NEAR ? t - NEAR : s->first; i < s->first + s->count && i < t + NEAR; i++) {
        const sg_ent *e = d->toks[i].ent_count ? &d->ents[d->toks[i].ent] : NULL;
        const sg_row *role = e ? e->row[0] : NULL;
        if (!role || role->table != SG_T_ROLES || !is_abroad(role) || strcmp(role->cell[R_KIND], "group") != 0) continue;
        if ((d->toks[i].head == t && !crowd) || verb_over(d, i) != verb_over(d, t)) continue;
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next) {
            const char *land = d->toks[c].deprel == SG_DEP_NMOD ? lies_in(d, c) : NULL;
            if (land && (!e->country || strcmp(land, e->country) != 0)) return codes[0] = land, 1;
        }
    }
    return 0;
}

/* "Officers of the two countries", "generals of both armies": of two lands. */
static bool is_two_owners(const sg_doc *d, uint32_t t) {
    bool two = false, the = definite(d, t, &two);
    const char *what = grammar(d, t, "collective");
    if (!the || !two || (what && !strcmp(what, "state"))) return the && two;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool serve = h && sg_list_has("GOV|MIL|COP|LEG", sg_str_of(h->row->cell[R_SECTOR]));
    return d->toks[t].deprel == SG_DEP_NMOD && sg_owning(d, t) && (what || serve);
}

static const sg_row *row_of_sector(const sg_doc *d, const char *sector);

/* Whose colleague he is: the owner told, else, where a pronoun tells none, whom he is joined to or who meets him. */
static const sg_ent *peer_of(const sg_doc *d, uint32_t t) {
    const sg_ent *owner = grammar(d, t, "peer") ? owner_of(d, t) : NULL;
    if (owner || !grammar(d, t, "peer")) return owner;
    bool his = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && !(d->toks[c].bits & SG_FEAT_P1) && d->toks[c].upos == SG_POS_PRON;
    uint32_t one = !his ? NONE : d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : clause_subject(d, t);
    return one != NONE && d->toks[one].ent_count == 1 ? &d->ents[d->toks[one].ent] : NULL;
}

/* One who serves a state, and whose colleagues then do. */
static bool has_peers(const sg_ent *e) {
    return e && e->person && e->sector && sg_list_has("GOV|MIL|COP|SPY|LEG|JUD", sg_str_of(e->sector));
}

/* "His Peruvian colleague": he serves as the one does whose colleague he is. */
static const sg_row *role_of_peer(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_ent *owner = peer_of(d, t);
    bool other = has_peers(owner) && strcmp(owner->sector, role->cell[R_SECTOR]) != 0;
    const sg_row *same = other ? row_of_sector(d, owner->sector) : NULL;
    return same ? same : role;
}

/* What the words beside a role say of its country: whose, where, "of the two countries". */
static bool role_by_words(sg_doc *d, uint32_t t, const sg_row *role) {
    role = role_of_peer(d, t, role);
    const char *codes[MOST];
    bool abroad = is_abroad(role) || are_of_several(d, t, role); /* they may meet anywhere */
    abroad |= sg_refer_is_elsewhere(d, t);                       /* "foreign engineers in Basra" */
    uint32_t behind = !abroad && sg_list_has(local, sg_str_of(role->cell[R_SECTOR])) ? place_behind(d, t) : NONE;
    size_t own = owners_of(d, t, codes);
    bool by_pronoun = own && d->toks[owner_of(d, t)->head].upos == SG_POS_PRON;
    if (by_pronoun && is_called_of_land(d, t)) own = 0; /* "his Indian host" */
    bool peer = by_pronoun && grammar(d, t, "peer");
    uint32_t there = peer ? place_behind(d, t) : NONE;
    if (there != NONE && lies_in(d, there)) own = 0; /* "his counterpart in Lima" */
    sg_states called = {0};
    if (peer) sg_states_of(d, t, t, &called);
    if (called.count) own = 0; /* "his Union colleague", "his colleague of Peru" */
    if (own) {
        sg_actor_role(d, t, role, codes, own);
        return true;
    }
    if (d->orator && is_mine(d, t)) return true; /* of whatever land it is */
    sg_states of = {0}; /* "Peruvian towns near Chile": of the land whose they are called, before that near which they lie */
    sg_states_of(d, t, t, &of);
    for (size_t i = 0; i < of.count && i < MOST; i++) codes[own++] = of.at[i].code;
    if (own) {
        sg_actor_role(d, t, role, codes, own);
        return true;
    }
    const char *shared = shared_owner(d, t);
    if (shared) {
        sg_actor_role(d, t, role, &shared, 1);
        return true;
    }
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const char *here[MOST];
        size_t places = d->toks[c].deprel == SG_DEP_NMOD && !abroad ? lies_in_all(d, c, here) : 0;
        bool courts = places && !strcmp(role->cell[R_SECTOR], "JUD") && grammar(d, c, "courts");
        if (courts) here[0] = "IGO", places = 1; /* "the judges in The Hague" */
        if (places) {                            /* "demonstrators in Khartoum" */
            sg_actor_role(d, t, role, here, places);
            return true;
        }
        size_t n = is_two_owners(d, c) ? two_states(d, t, codes) : 0;
        if (n) sg_actor_role(d, t, role, codes, n);
        if (n) return true;
    }
    size_t places = behind == NONE ? 0 : lies_in_all(d, behind, codes);
    if (!places && !abroad && sg_list_has(local, sg_str_of(role->cell[R_SECTOR])))
        places = by_embassy(d, t, role->cell[R_SECTOR], codes);
    if (places) sg_actor_role(d, t, role, codes, places);
    return places > 0;
}

/* Has the role, or another line of its word, this sector? "Officers" may be soldiers. */
static bool may_serve(const sg_doc *d, uint32_t t, const sg_row *role, const char *sector) {
    if (!strcmp(role->cell[R_SECTOR], sector)) return true;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    if (!h || h->first != h->last) return false;
    sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, d->toks[t].lemma_key);
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[R_SECTOR], sector)) return true;
    return false;
}

/* Are all whom the word stands for people of the role's sector? */
static bool are_of_role(const sg_doc *d, uint32_t t, const sg_row *role) {
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (!e->person || !e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    }
    return true;
}

/* Two of the role who were named one by one in this sentence, of two lands, since the mention that the chain has. */
static bool two_since(sg_doc *d, uint32_t id, const sg_row *role, uint32_t ref) {
    uint32_t t = d->refs[id].head, two[TOP];
    if (!two_people(d, id, role->cell[R_SECTOR], two) || two[0] == two[1]) return false;
    const sg_ent *a = &d->ents[d->toks[two[0]].ent], *b = &d->ents[d->toks[two[1]].ent];
    bool here = two[0] > d->refs[ref].head && d->toks[two[0]].sent == d->toks[t].sent;
    if (!here || !a->country || !b->country || !strcmp(a->country, b->country)) return false;
    copy_two(d, t, two);
    return true;
}

/* What the chain says, where it is several, or one who serves nobody's land. */
static bool several_by_chain(sg_doc *d, uint32_t id, const sg_row *role, bool two) {
    uint32_t t = d->refs[id].head, u = told(d, id);
    if (u == NONE || knows(d, u) < 2) return false;
    bool several = head_of(d, u)->ent_count > 1 || d->refs[u].form == SG_REF_PAIR;
    if (two && head_of(d, u)->ent_count != TOP && d->refs[u].form != SG_REF_PAIR) return false;
    bool person = !strcmp(role->cell[R_KIND], "person");
    if (several && person && !(d->toks[t].bits & SG_FEAT_PLUR)) return false; /* "the premier" is no pair */
    if (two && person && two_since(d, id, role, u)) return true;
    uint32_t last = two ? antecedent(d, t, want_several) : NONE; /* two of the role were named since, in one phrase */
    if (last != NONE && last > d->refs[u].head && d->toks[last].ent_count == TOP && are_of_role(d, last, role)) {
        copy_all(d, t, last, SG_BY_DESCRIPTION, false);
        return true;
    }
    const sg_ent *e = &d->ents[head_of(d, u)->ent];
    if (several || !(sg_land_is_state(e->country) || !strcmp(e->country, "IGO"))) {
        copy_ref(d, t, u, SG_BY_DESCRIPTION);
        return true;
    }
    return false;
}

/* Is it of one of the two lands that the word stands for? */
static bool is_of_pair(const sg_doc *d, uint32_t pair, const char *land) {
    for (uint32_t n = 0; n < d->toks[pair].ent_count; n++) {
        const char *own = d->ents[d->toks[pair].ent + n].country;
        if (own && !strcmp(own, land)) return true;
    }
    return false;
}

/* Is he of the role's sector, and known to hold no other office than one of the role's? A colleague may hold any. */
static bool may_hold(const sg_ent *e, const sg_row *role) {
    if (!e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    const char *own = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0]->cell[R_OFFICE] : "";
    sg_str rest = sg_str_of(own), one;
    bool some = *own == 0 || *role->cell[R_OFFICE] == 0;
    while (!some && sg_cut(&rest, '|', &one)) some = sg_list_has(role->cell[R_OFFICE], one);
    return some;
}

/* "Minister X and his colleague proposed it. The two ministers ...", "met his colleague": the two officials of two lands
 * who were named last, and together. */
static bool two_together(sg_doc *d, uint32_t id, const sg_row *role) {
    uint32_t t = d->refs[id].head, two[MOST];
    size_t n = strcmp(role->cell[R_KIND], "person") != 0 ? 0 : dealing(d, id, 1, true, two);
    if (n != TOP) n = joined_subjects(d, id, two);
    for (size_t i = 0; n == TOP && i < TOP; i++)
        if (!may_hold(&d->ents[d->toks[two[i]].ent], role)) return false;
    if (n == TOP) copy_two(d, t, two);
    return n == TOP;
}

/* "The two foreign ministers": the two of that very office, of two lands, who were named last. */
static bool two_of_office(sg_doc *d, uint32_t id, const sg_row *role) {
    enum { FAR = 24 }; /* sentences */
    uint32_t t = d->refs[id].head, two[TOP] = {NONE, NONE};
    if (!*role->cell[R_OFFICE]) return false;
    uint32_t sides = sides_before(d, id); /* told since another minister went between them */
    for (uint32_t i = id; i-- > 0 && d->toks[t].sent - head_of(d, i)->sent <= FAR;) {
        const sg_tok *k = head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool holds = e && e->person && !e->plural && e->country && e->office;
        if (!holds || !sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office))) continue;
        if (sides != NONE && d->refs[i].head < sides && !is_of_pair(d, sides, e->country)) continue;
        if (two[1] != NONE && !strcmp(d->ents[d->toks[two[1]].ent].country, e->country)) continue;
        two[two[1] == NONE] = d->refs[i].head;
        if (two[0] == NONE) continue;
        copy_two(d, t, two);
        return true;
    }
    return false;
}

static void two_of_role(sg_doc *d, uint32_t id, const sg_row *role) {
    uint32_t t = d->refs[id].head, two[TOP];
    const char *codes[TOP];
    bool person = !strcmp(role->cell[R_KIND], "person");
    if (person && grammar(d, t, "governs") && two_just_named(d, id, two)) { /* leaders, of whatever side */
        copy_two(d, t, two);
        return;
    }
    if (person && two_people(d, id, *role->cell[R_SECTOR] ? role->cell[R_SECTOR] : NULL, two)) {
        copy_two(d, t, two);
        return;
    }
    uint32_t from = antecedent(d, t, want_several);
    size_t n = from == NONE ? two_countries(d, t, codes) : 0;
    if (from != NONE) copy_all(d, t, from, SG_BY_DESCRIPTION, false);
    else if (n) sg_actor_role(d, t, role, codes, n);
}

/* "a spokesman for the Federation of Riders": of a body that no table knows, and not of the land at hand. */
static bool serves_stranger(const sg_doc *d, uint32_t t, const sg_row *role) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool serves = strstr(role->cell[R_NOTE], "serves") || (h && strstr(h->row->cell[R_NOTE], "serves"));
    return h && serves && sg_unknown_owner(d, h) != NONE;
}

/* The code behind a mark in a role's note, or NULL. */
static const char *noted_code(const sg_doc *d, const sg_row *role, const char *mark) {
    const char *at = strstr(role->cell[R_NOTE], mark);
    if (!at) return NULL;
    sg_str rest = sg_str_of(at + strlen(mark)), code;
    (void)sg_cut(&rest, '|', &code);
    return sg_dup(d->arena, code);
}

/* "Marines", "inspectors": of the land or organisation that the role's note tells, where the text names it at all; "the
 * Secretary-General", and many of an organisation ("the inspectors", but no "ministry inspectors"), also where it does not. */
static const char *mostly_of(const sg_doc *d, uint32_t t, const sg_row *role) {
    const char *mostly = noted_code(d, role, "mostly:"), *named = mostly ? sg_lands_named(d->lands, t, mostly) : NULL;
    if (!mostly) return noted_code(d, role, "else:");
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) && !strcmp(mostly, "IGO");
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        many &= d->toks[c].deprel != SG_DEP_COMPOUND && d->toks[c].deprel != SG_DEP_NMOD;
    return named || !many ? named : mostly;
}

/* "Ambassador X", after "the Peruvian ambassador": of the one land of whom such a one was named before; NULL where there
 * are several. */
static const char *envoy_before(const sg_doc *d, uint32_t id) {
    enum { FAR = 12, MOST_REFS = 400 }; /* sentences; mentions */
    const char *land = NULL;
    for (uint32_t i = id == NONE ? 0 : id; i-- > 0 && d->toks[d->refs[id].head].sent - head_of(d, i)->sent <= FAR;) {
        if (id - i > MOST_REFS) break;
        const sg_tok *k = head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool one = false, single = e && e->person && !(k->bits & SG_FEAT_PLUR);
        for (size_t n = 0; single && n < 4; n++)
            one |= e->row[n] && e->row[n]->table == SG_T_ROLES && is_abroad(e->row[n]);
        if (!one || !sg_land_is_state(e->country)) continue;
        if (land && strcmp(land, e->country) != 0) return NULL;
        land = e->country;
    }
    return land;
}

/* "Turkish-backed rebels": the land that backs them is not the one that they are of. NULL where none does. */
static const char *backer_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        if (d->toks[c].upos != SG_POS_VERB || d->toks[c].deprel != SG_DEP_AMOD) continue;
        if (!sg_says(d, c, "backers")) continue;
        for (uint32_t g = d->toks[c].child; g != NONE && g < c; g = d->toks[g].next) {
            const sg_hit *h = sg_hit_over(d, g, SG_T_COUNTRIES, SG_T_COUNTRIES);
            bool hyphen = d->toks[c - 1].form.n == 1 && d->toks[c - 1].form.s[0] == '-';
            if (h && hyphen && strlen(h->row->cell[C_CODE]) == 3) return h->row->cell[C_CODE];
        }
    }
    return NULL;
}

/* The land that an embassy without a word of whose it is stands in. */
static const char *host_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD && lies_in(d, c)) return lies_in(d, c);
    const char *here = scene(d, t);
    return here ? here : dateline(d);
}

/* ---- who signs ---------------------------------------------------------------------------------------- */

/* The states that a word stands for, added to those before. */
static size_t states_at(const sg_doc *d, uint32_t t, const char *codes[MOST], size_t n) {
    for (uint32_t i = 0; i < d->toks[t].ent_count && n < MOST; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        bool known = !sg_refer_is_state(e);
        for (size_t k = 0; k < n && !known; k++) known = !strcmp(codes[k], e->country);
        if (!known) codes[n++] = e->country;
    }
    return n;
}

/* "The Parties", "the three Ministers": in a text that they sign they are written with a capital and nothing else beside. */
static bool is_signatory(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (!(k->bits & SG_FEAT_PLUR) || !sg_is_capital(k) || d->sents[k->sent].in_title || t == d->sents[k->sent].first)
        return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
    }
    return true;
}

/* The states that the text names together first; of a sector: those whose people of it are named so. */
static size_t signing_states(const sg_doc *d, uint32_t t, const char *sector, const char *codes[MOST]) {
    enum { OPENING = 2000 }; /* words of the text in which those who sign are named */
    bool two;
    (void)definite(d, t, &two);
    for (uint32_t i = 0; i < t && i < OPENING; i++) {
        const sg_tok *k = &d->toks[i];
        const char *of = k->ent_count ? d->ents[k->ent].sector : NULL;
        if (!k->ent_count || (sector && (!of || strcmp(of, sector) != 0))) continue;
        size_t n = states_at(d, i, codes, 0);
        for (uint32_t c = k->child; c != NONE && n; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ) n = states_at(d, c, codes, n);
        if (two ? n == TOP : n >= TOP) return n;
    }
    return 0;
}

/* No political party is one of those that sign a text. */
static bool signing_parties(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head;
    const char *what = grammar(d, t, "collective"), *codes[MOST];
    if (!what || strcmp(what, "party") != 0 || !is_signatory(d, t)) return false;
    size_t n = signing_states(d, t, NULL, codes);
    if (n) countries_here(d, t, codes, n);
    return n > 0;
}

static bool governs_alone(const sg_ent *e) {
    return e->person && e->sector && !strcmp(e->sector, "GOV");
}

/* The states of those who govern whom a sentence names, where they are two. */
static size_t two_in_sentence(const sg_doc *d, uint32_t sent, const char *codes[MOST]) {
    const sg_sent *s = &d->sents[sent];
    size_t n = 0;
    for (uint32_t i = s->first; i < s->first + s->count && n <= TOP; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (e && governs_alone(e) && e->by != SG_BY_DESCRIPTION) n = states_at(d, i, codes, n);
    }
    return n == TOP ? n : 0;
}

/* "The leaders", after "President X and Prime Minister Y", or "President X met Prime Minister Y": of the states of those
 * who were last named together. */
static size_t named_together(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    enum { FAR = 6 }; /* sentences */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!k->ent_count || !governs_alone(&d->ents[k->ent]) || is_modifier(k)) continue;
        size_t n = states_at(d, i, codes, 0);
        for (uint32_t c = k->child; c != NONE && n; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count && governs_alone(&d->ents[d->toks[c].ent]))
                n = states_at(d, c, codes, n);
        if (n >= TOP || (n = two_in_sentence(d, k->sent, codes)) == TOP) return n;
    }
    return 0;
}

/* "The leaders agreed": with the article, and nothing beside it says of which land. */
static bool are_plain(const sg_doc *d, uint32_t t) {
    bool the = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the && (d->toks[t].bits & SG_FEAT_PLUR) != 0;
}

static bool signing_role(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *codes[MOST];
    bool two;
    (void)definite(d, t, &two);
    uint32_t pair = two ? antecedent(d, t, want_several) : NONE; /* "the two Ministers", after a pair of them */
    if (pair != NONE && d->toks[pair].ent_count == TOP && d->ents[d->toks[pair].ent].person) return false;
    size_t n = is_signatory(d, t) ? signing_states(d, t, role->cell[R_SECTOR], codes) : 0;
    if (n) sg_actor_role(d, t, role, codes, n);
    return n > 0;
}

/* "The four leaders", after "President X, Prime Minister Y, ... and Z": the last of three or more who govern and are named
 * as one list; NONE where there is none. */
static uint32_t listed_before(const sg_doc *d, uint32_t t) {
    enum { FAR = 6, FEWEST = 3 }; /* sentences; people */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        size_t n = k->ent_count == 1 && governs_alone(&d->ents[k->ent]);
        if (!n || k->deprel == SG_DEP_CONJ || is_modifier(k)) continue;
        for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
            n += d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count == 1 && governs_alone(&d->ents[d->toks[c].ent]);
        if (n >= FEWEST) return i;
    }
    return NONE;
}

static bool leading_role(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *codes[MOST];
    bool two, leads = !strcmp(role->cell[R_SECTOR], "GOV") && are_plain(d, t);
    (void)definite(d, t, &two);
    uint32_t listed = leads && !two && !strcmp(role->cell[R_KIND], "person") ? listed_before(d, t) : NONE;
    if (listed != NONE) {
        copy_all(d, t, listed, SG_BY_DESCRIPTION, true);
        return true;
    }
    size_t n = !strcmp(role->cell[R_SECTOR], "GOV") && are_plain(d, t) ? named_together(d, t, codes) : 0;
    if (n) sg_actor_role(d, t, role, codes, n);
    return n > 0;
}

/* The line of the tables for those of a sector whom no word tells. */
static const sg_row *row_of_sector(const sg_doc *d, const char *sector) {
    const char *form = sg_printf(d->arena, "sector:%s", sector);
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(form), NULL));
    return rows.count ? rows.row[0] : NULL;
}

/* The line of the sector that the network is sure of, where that is another one; NULL where it is not. */
static const sg_row *network_of(const sg_doc *d, uint32_t t, const char *than) {
    enum { SURELY = SG_SURE * 7 / 10, HARDLY_NOBODY = SG_SURE * 3 / 10 };
    const sg_meant *m = &d->toks[t].meant;
    const char *sector = d->sectors && m->p >= SURELY && m->nobody <= HARDLY_NOBODY ? d->sectors[m->sector] : "";
    return *sector && strcmp(sector, than) != 0 ? row_of_sector(d, sector) : NULL;
}

/* "Gunmen in masks": nobody knows of which land they are, unless words beside them say it ("a Chadian gunman") or the network
 * is sure that they are others. */
static bool is_untold(const sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    return !of.count && !network_of(d, t, "UAF");
}

/* Does the clause of the word stand under the verb, with no place of its own and not in what somebody says? */
static bool goes_on_under(const sg_doc *d, uint32_t t, uint32_t verb) {
    enum { CLIMB = 8 };
    for (uint32_t steps = 0; t != verb && t != NONE && steps < CLIMB; steps++) {
        uint8_t rel = d->toks[t].deprel;
        if (rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS || rel == SG_DEP_ADVCL || rel == SG_DEP_ACL_RELCL) return false;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_OBL && lies_in(d, c)) return false;
        t = d->toks[t].head;
    }
    return t == verb;
}

/* "In Athens three ministers resigned": the land where the sentence says at once that it takes place. Rebels and exiles are
 * abroad as often. */
static const char *opening_scene(const sg_doc *d, uint32_t t, const char *sector) {
    enum { OPENING = 4 };
    const sg_sent *s = &d->sents[d->toks[t].sent];
    if (sg_list_has("REB|ELI|OPP|UAF|REF", sg_str_of(sector)) || d->toks[t].upos == SG_POS_PROPN) return NULL;
    for (uint32_t i = s->first; i < s->first + s->count && i < s->first + OPENING && i < t; i++) {
        const sg_tok *k = &d->toks[i];
        if (k->deprel != SG_DEP_CASE || !grammar(d, i, "locative") || k->head == NONE || k->head > t) continue;
        const sg_tok *place = &d->toks[k->head];
        if (place->deprel == SG_DEP_OBL && goes_on_under(d, t, place->head)) return lies_in(d, k->head);
    }
    return NULL;
}

/* "Thousands marched through Lima and burned a flag": crowds and police are of the land where they do what they do. */
static const char *clause_scene(const sg_doc *d, uint32_t t, const char *sector) {
    static const char there[] = "CVL|EDU|LAB|AGR|COP";
    uint32_t verb = is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE || d->toks[t].upos == SG_POS_PROPN || !sg_list_has(there, sg_str_of(sector))) return NULL;
    const char *land = NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const char *here = d->toks[c].deprel == SG_DEP_OBL ? lies_in(d, c) : NULL;
        if (here && land && strcmp(here, land) != 0) return NULL;
        if (here) land = here;
    }
    return land;
}

/* "Lima sent two ministers", "recalled its troops": whom a state sends or calls back is its own. */
static const char *sender_of(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t verb = d->toks[t].deprel == SG_DEP_OBJ ? d->toks[t].head : NONE;
    if (verb == NONE || !sg_list_has("GOV|MIL|COP|SPY|MED", sg_str_of(sector)) || !grammar(d, verb, "sending")) return NULL;
    uint32_t who = clause_subject(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* "The ministry summoned the Danish ambassador to Chile": the envoy is called in by those to whom he was sent. */
static const char *envoys_host(const sg_doc *d, uint32_t t, const char *sector) {
    uint32_t verb = is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE || strcmp(sector, "GOV") != 0 || !grammar(d, verb, "facing")) return NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        bool abroad = false;
        for (size_t n = 0; e && n < sizeof e->row / sizeof *e->row; n++)
            abroad |= e->row[n] && e->row[n]->table == SG_T_ROLES && is_abroad(e->row[n]);
        for (uint32_t g = d->toks[c].child; abroad && g != NONE; g = d->toks[g].next) {
            bool one = d->toks[g].deprel == SG_DEP_NMOD && d->toks[g].ent_count == 1;
            const sg_ent *to = one ? &d->ents[d->toks[g].ent] : NULL;
            if (to && sg_refer_is_state(to) && (!e->country || strcmp(to->country, e->country) != 0)) return to->country;
        }
    }
    return NULL;
}

/* "The President", "Madam President", in the hall of an organisation. */
static bool presides(const sg_doc *d, uint32_t t, const sg_row *role) {
    return d->hall && sg_list_has(role->cell[R_OFFICE], SG_LIT("president")) && d->toks[t].upos != SG_POS_ADJ;
}

/* "All parties", of which the network is not sure that they are political ones. */
static bool are_all_sides(const sg_doc *d, uint32_t t) {
    bool all = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) all |= grammar(d, c, "whole") != NULL;
    return all && d->sectors && strcmp(d->sectors[d->toks[t].meant.sector], "PTY") != 0;
}

/* "The parties concerned", "relevant parties": those of the matter, whoever they are. */
static bool are_involved(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if ((rel == SG_DEP_AMOD || rel == SG_DEP_ACL || rel == SG_DEP_ADVMOD) && grammar(d, c, "involved")) return true;
    }
    return false;
}

/* "The parties", "the parties to the conflict", where states are spoken to: no political ones. */
static bool is_side(const sg_doc *d, uint32_t t, const char *sector) {
    const char *what = grammar(d, t, "collective");
    if (strcmp(sector, "PTY") != 0 || !what || strcmp(what, "party") != 0) return false;
    if (are_involved(d, t)) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AMOD || d->toks[c].deprel == SG_DEP_COMPOUND) return false;
    return true;
}

/* "Both parties", "the two parties to the truce": elsewhere too, if they can be told. */
static bool taken_for_sides(sg_doc *d, uint32_t t, uint32_t id) {
    uint32_t before = d->toks[t].ent_count;
    d->toks[t].ent_count = 0;
    both(d, id, false, true);
    if (d->toks[t].ent_count) return true;
    d->toks[t].ent_count = before;
    return false;
}

/* "The parties agreed", behind a talk of officials. */
static bool talked(const sg_doc *d, uint32_t t, uint32_t id, const char *sector) {
    uint32_t met[MOST];
    if (!is_side(d, t, sector) || !are_plain(d, t) || !told_of_talk(d, t)) return false;
    return dealing(d, id, 1, false, met) || joined_subjects(d, id, met);
}

/* "The ministry", "a deputy minister", where a land's own people speak, and in no hall of an organisation: theirs. */
static bool at_speaker(const sg_doc *d, uint32_t t, const sg_row *role) {
    bool home = d->orator && *d->orator && !d->hall && d->sents[d->toks[t].sent].voice == d->orator_voice;
    return home && !strcmp(role->cell[R_SECTOR], "GOV") && !is_abroad(role) && !(d->toks[t].bits & SG_FEAT_PLUR);
}

/* "The government", "the ministry" in a broadcast: of the station's own land, for those of others are told by their land.
 * What was just told as another's ("the ministry", after "the Danish ministry") stays so; "the government" does not. */
static bool at_station(const sg_doc *d, uint32_t t, const sg_row *role, bool told_so) {
    bool rules = sg_list_has(role->cell[R_NOTE], SG_LIT("states")) && !strcmp(role->cell[R_SECTOR], "GOV");
    if (!d->station || !rules || is_abroad(role) || strcmp(role->cell[R_KIND], "group") != 0) return false;
    if ((d->toks[t].bits & SG_FEAT_PLUR) || (told_so && !grammar(d, t, "governs"))) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS || sg_says(d, c, "demonstrative")) return false;
    return true;
}

/* "The Peruvian minister said that the government ...": the land of whoever tells the clause; NULL where nobody does. */
static const char *tellers_land(const sg_doc *d, uint32_t t) {
    uint32_t who = speaker(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* A noun of a role without a country of its own. */
static void bare_role(sg_doc *d, uint32_t t, uint32_t id) {
    const sg_ent *e = &d->ents[d->toks[t].ent];
    const sg_row *role = e->row[0];
    const char *sector = role->cell[R_SECTOR];
    bool two, plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0, named = e->name != NULL;
    (void)definite(d, t, &two);
    if (id != NONE && two && is_side(d, t, sector) && taken_for_sides(d, t, id)) return;
    if (id != NONE && talked(d, t, id, sector) && taken_for_sides(d, t, id)) return;
    if (grammar(d, t, "elsewhere")) return; /* "the foreigners in Lagos" */
    if (role_by_words(d, t, role) || sg_refer_is_elsewhere(d, t) || serves_stranger(d, t, role)) return;
    if (id != NONE && !named && plural && two && (two_together(d, id, role) || two_of_office(d, id, role))) return;
    if (id != NONE && !named && several_by_chain(d, id, role, plural && two)) return;
    if (id != NONE && !named && signing_role(d, t, role)) return;
    if (plural && two && id != NONE && !named) {
        two_of_role(d, id, role);
        return;
    }
    if (id != NONE && !named && leading_role(d, t, role)) return;
    uint32_t u = id == NONE ? NONE : told(d, id);
    bool one = !plural && !strcmp(role->cell[R_KIND], "person"); /* "the premier" is not both ministers */
    if (u != NONE && one && head_of(d, u)->ent_count > 1) u = NONE;
    const sg_ent *before = u == NONE || !head_of(d, u)->ent_count ? NULL : &d->ents[head_of(d, u)->ent];
    bool alike = before && (!*sector || (before->sector && may_serve(d, t, role, before->sector)));
    const char *said = before && before->country ? code_of(before) : NULL;
    bool governs = sg_list_has(role->cell[R_NOTE], SG_LIT("governs"));
    const char *as = governs ? "GOV" : sector; /* a junta's soldiers are at home */
    const char *host = is_abroad(role) ? host_of(d, t) : backer_of(d, t);
    const sg_land_ask ask = {.tok = t,
                             .sector = as,
                             .told = said,
                             .name = e->name,
                             .alike = alike,
                             .named = named,
                             .host = host,
                             .state = governs || sg_list_has(role->cell[R_NOTE], SG_LIT("states"))};
    if (!strcmp(sector, "UAF") && !(alike && said) && is_untold(d, t)) return;
    bool body = noted_code(d, role, "else:") != NULL; /* a Secretary-General is of no state */
    bool told_so = alike && said && !body;
    if (d->hall && !named && !told_so && presides(d, t, role)) {
        sg_actor_role(d, t, role, &d->hall, 1);
        return;
    }
    if (plural && is_side(d, t, sector) && (d->hall || are_all_sides(d, t) || are_involved(d, t))) {
        d->toks[t].ent_count = 0;
        return;
    }
    if (d->hall && !named && !told_so && (plural || strcmp(sector, "GOV") != 0)) return; /* of all the world's */
    const char *mostly = named || told_so ? NULL : mostly_of(d, t, role);
    if (is_abroad(role) && !told_so) mostly = envoy_before(d, id);
    if (at_speaker(d, t, role) && !told_so) mostly = d->orator;
    if (!mostly && !named && at_station(d, t, role, told_so))
        mostly = tellers_land(d, t) ? tellers_land(d, t) : d->station;
    if (!mostly && !named && !told_so && !is_abroad(role)) mostly = opening_scene(d, t, sector);
    if (!mostly && !named && !told_so) mostly = clause_scene(d, t, sector);
    if (!mostly && !named && !is_abroad(role)) mostly = envoys_host(d, t, sector);
    if (!mostly && !named && !told_so) mostly = are_of_several(d, t, role) ? "IGO" : sender_of(d, t, sector);
    const char *code = mostly ? mostly : sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    bool presided = d->hall && named && !told_so && is_abroad(role); /* "Ambassador X", to whom one speaks there */
    if (presided && code && d->orator && !strcmp(code, d->orator)) code = d->hall;
    if (!code) return;
    if (named) /* "General X": the rest of him stays */
        sg_actor_serve(d->arena, &d->ents[d->toks[t].ent], code, NULL, sector, role->cell[R_CAMEO]);
    else if (alike && said && !strcmp(code, said)) copy_ref(d, t, u, SG_BY_DESCRIPTION);
    else sg_actor_role(d, t, role, &code, 1);
    bool staff = !strcmp(code, "IGO") && !named && !*role->cell[R_OFFICE] && !strcmp(sector, "GOV");
    for (uint32_t n = 0; staff && n < d->toks[t].ent_count; n++) /* as of an organisation that is named */
        d->ents[d->toks[t].ent + n].sector = NULL, d->ents[d->toks[t].ent + n].cameo = code;
}

/* How likely the network must find a sector at least, and at most that the word names nobody; both of what may be a thing. */
enum { LIKELY = SG_SURE * 3 / 10, NOBODY = SG_SURE * 8 / 10, SURE = SG_SURE * 6 / 10, NOTHING = SG_SURE / 10 };

static bool is_name(const sg_ref *r) {
    return r->form == SG_REF_NAME || r->form == SG_REF_SHORT;
}

/* The network's view of whom a word names, if it is sure enough: a sector, or NULL. */
static const char *sector_of(const sg_doc *d, const sg_ref *r) {
    const sg_meant *m = &d->toks[r->head].meant;
    bool thing = r->thing != SG_THING_PERSON && r->thing != SG_THING_BODY;
    bool sure = thing ? m->p >= SURE && m->nobody <= NOTHING : m->p >= LIKELY && m->nobody <= NOBODY;
    return d->sectors && sure && *d->sectors[m->sector] ? d->sectors[m->sector] : NULL;
}

/* "Abbas Hajj, head of the union": told better beside the word; "Hayashi, a baker": as well as anybody can tell. */
static bool told_beside(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        bool noun = d->toks[c].upos == SG_POS_NOUN;
        if (d->toks[c].deprel == SG_DEP_APPOS && (d->toks[c].ent_count || (noun && d->toks[t].upos == SG_POS_PROPN)))
            return true;
        if (d->toks[c].deprel == SG_DEP_FLAT && d->toks[c].ent_count) return true;
    }
    return false;
}

/* "Louis XIV": whom no table of holders knows reigned before they begin. */
static bool has_number(const sg_doc *d, const sg_ref *r) {
    for (uint32_t t = r->first + 1; t <= r->last; t++)
        if (d->toks[t].form.n > 1 && sg_is_roman(d, t)) return true; /* but "Malcolm X" */
    return false;
}

/* "His Peruvian colleague", of the sector of him whose colleague he is. */
static bool serves_as_owner(const sg_doc *d, const sg_ent *e) {
    const sg_ent *owner = peer_of(d, e->head);
    return owner && owner->person && owner->sector && !strcmp(owner->sector, e->sector);
}

/* "the guard mowed them down", "the Islamists": what the tables take a word for is only what it mostly is; where the network is
 * this sure of another sector, it was right five times in six. */
static void heed_network(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        if (e->by != SG_BY_DESCRIPTION || e->name || e->head == NONE || !e->sector || !*e->sector) continue;
        if (e->office || (e->country && !strcmp(e->country, "IGO"))) continue; /* whom more than a word tells */
        if (d->toks[e->head].ent_count > 1 && e->same != NONE) continue;       /* "the parties": others named before */
        if (sg_list_has("ELI|SOC|UNK", sg_str_of(e->sector))) continue;        /* what the guideline sets apart by words */
        if (grammar(d, e->head, "retinue") && strcmp(e->sector, "PTY") != 0) continue; /* "the minister and his party" */
        if (serves_as_owner(d, e)) continue; /* "his colleague" */
        const sg_row *row = network_of(d, e->head, e->sector);
        if (!row) continue;
        for (size_t k = 0; k < 4; k++)
            if (!e->row[k] || k == 3) {
                e->row[k] = row;
                break;
            }
        sg_actor_serve(d->arena, e, e->country, NULL, row->cell[R_SECTOR], row->cell[R_CAMEO]);
    }
}

/* "a base in Ghana", whatever the tree hangs the land on. */
static const char *land_behind(const sg_doc *d, uint32_t t) {
    if (t + 2 >= d->tok_count || d->toks[t + 2].sent != d->toks[t].sent || !sg_eqz(d->toks[t + 1].form, "in")) return NULL;
    const sg_tok *k = &d->toks[t + 2];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && sg_refer_is_state(e) ? e->country : NULL;
}

/* A name in its own letters. */
static const char *name_of(const sg_doc *d, const sg_ref *r) {
    bool apart = r->name[0] != NONE && r->name[1] != NONE; /* from its titles */
    uint32_t from = d->toks[apart ? r->name[0] : r->first].start, to = d->toks[apart ? r->name[1] : r->last].end;
    sg_str text = sg_doc_text(d, d->sents[d->toks[r->head].sent].in_title);
    return to > from ? sg_dup(d->arena, (sg_str){text.s + from, to - from}) : NULL;
}

bool sg_refer_stands_by_state(const sg_doc *d, uint32_t t) {
    const char *says = grammar(d, t, "at its side");
    if (!says || *says == 's') return says != NULL;
    const sg_ent *owner = owner_of(d, t);
    return owner && sg_refer_is_state(owner) && (!owner->sector || !strcmp(owner->sector, "GOV"));
}

/* Players, stages and beasts, but no body that the network is sure of: "the UN team". */
static bool is_offstage(const sg_doc *d, uint32_t t) {
    enum { SURELY = SG_SURE * 6 / 10, SOMEBODY = SG_SURE / 25 };
    const sg_meant *m = &d->toks[t].meant;
    bool body = d->sectors && m->p >= SURELY && m->nobody <= SOMEBODY && sg_noun_row(d, t, "body");
    return sg_is_offstage(d, t) && !body;
}

/* "women", "the mob", "they", "Upendra Yadav warned": whom no table knows is of the sector that the network takes him for. */
static void by_network(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const char *sector = sector_of(d, r);
    if (!sector || told_beside(d, r->head) || is_offstage(d, r->head) || sg_refer_stands_by_state(d, r->head))
        return;
    if (grammar(d, r->head, "writing")) return; /* its author's, and nobody knows him */
    bool firm = r->thing == SG_THING_BODY && !strcmp(sector, "BUS"); /* trade among firms stays trade */
    if (is_name(r) && (firm || has_number(d, r))) return;
    const sg_row *row = row_of_sector(d, sector);
    if (!row) return;
    bool placed = r->thing != SG_THING_PERSON && !is_called_of_land(d, r->head);
    const char *land = placed ? land_behind(d, r->head) : NULL;
    sg_actor_role(d, r->head, row, &(const char *){land ? land : ""}, 1);
    if (!land) bare_role(d, r->head, id);
    for (uint32_t n = 0; n < d->toks[r->head].ent_count; n++) {
        sg_ent *e = &d->ents[d->toks[r->head].ent + n];
        if (e->row[0] != row) continue; /* another's, by the chain */
        e->person = r->thing == SG_THING_PERSON;
        if (!is_name(r)) continue;
        e->first = r->first, e->last = r->last, e->name = name_of(d, r);
        e->by = SG_BY_INFERRED, e->name_by = SG_BY_NAME;
    }
}

/* Who speaks is of the orator's land; of its government where the network takes the word so. */
static void by_orator(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const char *sector = sector_of(d, r);
    const sg_row *row = sector && !strcmp(sector, "GOV") ? row_of_sector(d, sector) : NULL;
    if (row && d->toks[r->head].deprel != SG_DEP_NMOD_POSS) sg_actor_role(d, r->head, row, &d->orator, 1);
    else if (*d->orator) countries_here(d, r->head, &d->orator, 1);
}

static void state_word(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head, u = told(d, id);
    const char *named = sole_state_of(d, t);
    if (named) { /* "our sister nation of Peru" */
        countries_here(d, t, &named, 1);
        return;
    }
    const sg_ent *e = owner_of(d, t);
    if (!e && u != NONE && head_of(d, u)->ent_count == 1) e = &d->ents[head_of(d, u)->ent];
    if (e && e->country && !sg_land_is_state(e->country)) e = NULL; /* an organisation is no country */
    if (!e && d->refs[id].before == NONE) {
        uint32_t from = antecedent(d, t, want_state);
        if (from != NONE) e = &d->ents[d->toks[from].ent];
    }
    if (e && e->country) countries_here(d, t, (const char *const[]){e->country}, 1);
}

/* "The Chinese side", "the side of Peru". */
static bool side_of_state(sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    if (of.count != 1 || !sg_land_is_state(of.at[0].code)) return false;
    countries_here(d, t, &of.at[0].code, 1);
    return true;
}

/* "His side", "the North side", "the side of the rebels": whose it is. */
static bool side_of_party(sg_doc *d, uint32_t t) {
    uint32_t whose = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool of = rel == SG_DEP_NMOD && sg_owning(d, c);
        if ((of || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS) && d->toks[c].ent_count == 1) whose = c;
    }
    copy_all(d, t, whose, SG_BY_DESCRIPTION, false);
    return whose != NONE;
}

/* "The other side": of the two lands at hand the one that is not whose clause it stands in, or who says so. */
static bool other_side(sg_doc *d, uint32_t t) {
    bool other = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) other |= grammar(d, c, "opposite") != NULL;
    uint32_t who = other && !is_subject(&d->toks[t]) ? clause_subject(d, t) : NONE;
    if (other && (who == NONE || !d->toks[who].ent_count)) who = speaker(d, t);
    const sg_ent *e = who == NONE || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    const char *code = e && sg_refer_is_state(e) ? other_country(d, t, e->country) : NULL;
    if (code) countries_here(d, t, &code, 1);
    return code != NULL;
}

/* "The two countries", "both sides", "the country", "its neighbour". */
static void collective(sg_doc *d, uint32_t id, const char *what) {
    uint32_t t = d->refs[id].head;
    bool two, the = definite(d, t, &two), plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0, state = !strcmp(what, "state");
    const sg_ent *owner = owner_of(d, t);
    const char *codes[TOP];
    if (!strcmp(what, "other") && two) {
        countries_here(d, t, codes, two_countries(d, t, codes));
        return;
    }
    if (!strcmp(what, "other")) {
        codes[0] = owner && sg_refer_is_state(owner) && !plural ? other_country(d, t, owner->country) : NULL;
        if (codes[0]) countries_here(d, t, codes, 1);
        return;
    }
    bool side = !strcmp(what, "party") && !plural;
    if (side && (side_of_state(d, t) || side_of_party(d, t) || other_side(d, t))) return;
    if (!the && !owner) return;
    if (state && !plural) state_word(d, id);
    else if (state && two) countries_here(d, t, codes, two_states(d, t, codes));
    else if (!strcmp(what, "pair")) both(d, id, true, false);
    else if (plural && !state) both(d, id, false, true);
}

/* Is a state as a whole meant by the word? */
static bool is_whole_state(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && !e->sector && !e->person && sg_refer_is_state(e);
}

/* ---- short names of bodies --------------------------------------------------------------------------- */

/* "The council", with no word by it that says which; in a speech in its hall also "this Council", "our Council". */
static bool is_plain_the(const sg_doc *d, const sg_ref *r) {
    bool ours = d->hall && (r->form == SG_REF_THAT || r->form == SG_REF_THEIR), the = r->form == SG_REF_THE || ours;
    if ((!the && r->form != SG_REF_SHORT) || (d->toks[r->head].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[r->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (ours && rel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1)) continue;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
            rel == SG_DEP_FLAT || rel == SG_DEP_NUMMOD || rel == SG_DEP_APPOS)
            return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the;
}

/* Is the word one of the words of a longer name? */
static bool has_word(sg_str name, sg_str word) {
    sg_str one;
    bool more = false, in = false;
    while (sg_cut(&name, ' ', &one)) in |= sg_eq(one, word), more |= !sg_eq(one, word);
    return in && more;
}

/* The word of a body's longer name, the nearest before or else the first behind: "the African Union" of "the Union". */
static uint32_t longer_name(const sg_doc *d, uint32_t t) {
    enum { NAMES = 200 }; /* of a text that names more bodies, the first */
    uint32_t found = NONE;
    for (size_t i = 0, names = 0; i < d->hit_count && names < NAMES; i++) {
        const sg_hit *h = &d->hits[i];
        if (h->row->table < SG_T_ORGANS || h->row->table > SG_T_ORGS) continue;
        names++;
        if (!d->toks[h->head].ent_count || is_whole_state(d, h->head)) continue;
        if (h->first <= t && t <= h->last) continue;
        if (h->first > t && found != NONE) break;
        sg_mark mark = sg_arena_mark(d->arena);
        if (has_word(sg_fold_words(d->arena, sg_str_of(h->row->cell[0])), d->toks[t].key)) found = h->head;
        sg_arena_reset(d->arena, mark);
    }
    return found;
}

static void organisation_here(sg_doc *d, uint32_t t, const char *code) {
    sg_ent e = {.first = t,
                .last = t,
                .head = t,
                .country = "IGO",
                .cameo = code,
                .by = SG_BY_DESCRIPTION,
                .name_by = SG_BY_INFERRED,
                .group = true,
                .same = NONE};
    d->toks[t].ent = (uint32_t)d->ent_count;
    d->toks[t].ent_count = 1;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
}

/* In the hall of the United Nations "the Organization" is that one, and no guest of it: a movement, a party. */
static bool is_guest(const sg_doc *d, uint32_t t, uint32_t name) {
    const char *land = d->ents[d->toks[name].ent].country;
    return d->hall && sg_is_capital(&d->toks[t]) && land && strcmp(land, "IGO") != 0;
}

/* "The Council", "the Union", "the bloc": short for a body that the text names by more words, or, where its word is one for
 * organs of organisations, for the organisation that the text speaks of. */
static bool short_name(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head, u = told(d, id);
    const sg_tok *k = &d->toks[t];
    const char *kind = grammar(d, t, "shortens");
    if (!is_plain_the(d, r) || (!kind && !sg_noun_row(d, t, "body"))) return false;
    bool capital = sg_is_capital(k) && !k->small;
    bool told_who = u != NONE && !is_whole_state(d, d->refs[u].head) && !is_guest(d, t, d->refs[u].head);
    if ((!capital && k->ent_count) || told_who) return false;
    uint32_t name = longer_name(d, t);
    if (name != NONE && !is_guest(d, t, name)) {
        copy_all(d, t, name, SG_BY_DESCRIPTION, false);
        return true;
    }
    const char *code = kind && (capital || !strcmp(kind, "union")) ? sg_lands_named(d->lands, t, "IGO") : NULL;
    if (code) organisation_here(d, t, code);
    return code != NULL;
}

/* "They", "It", first in a paragraph of a communique, or after what the organ itself did. */
static bool goes_on_issuing(const sg_doc *d, const sg_ref *r) {
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    uint32_t said = d->issuer_said[r->form == SG_REF_THEY];
    if ((r->form != SG_REF_THEY && r->form != SG_REF_IT) || r->head != s->first || !is_subject(&d->toks[r->head])) return false;
    return said != NONE && !s->voice && (s->paragraph || d->toks[said].sent + 1 == d->toks[r->head].sent);
}

/* In a communique: who issues it, by the organ's short name or by a pronoun. */
static bool issuing(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    if (!d->issuer) return false;
    if (goes_on_issuing(d, r)) {
        many = r->form == SG_REF_THEY;
        d->toks[t].ent_count = 0;
        copy_all(d, t, d->issuer_said[many], SG_BY_PRONOUN, false);
    } else if (sg_issuer_is(d, t)) {
        const sg_hit *role = many ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
        if (role) sg_actor_role(d, t, role->row, &d->issuer, 1);
        else organisation_here(d, t, d->issuer);
        sg_ent *e = &d->ents[d->toks[t].ent];
        if (role) e->by = SG_BY_DESCRIPTION, e->sector = e->sector ? e->sector : "GOV";
    } else return false;
    if (is_subject(&d->toks[t])) d->issuer_said[many] = t;
    return true;
}

/* Those of several states, or of an organisation of theirs, who may hold a summit. */
static bool may_gather(const sg_doc *d, const sg_tok *k) {
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!e || is_modifier(k)) return false;
    if (k->ent_count > TOP) return sg_refer_is_state(e) && sg_refer_is_state(&d->ents[k->ent + k->ent_count - 1]);
    bool some = !e->person || e->plural || (d->toks[e->head].bits & SG_FEAT_PLUR);
    return e->country && !strcmp(e->country, "IGO") && some && is_subject(k);
}

/* "The Havana Conference": called after where they met. */
static bool is_named_by_place(const sg_doc *d, uint32_t t) {
    if (!sg_is_capital(&d->toks[t]) || (d->toks[t].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_COMPOUND ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && sg_list_has("capital|city|territory", sg_str_of(h->row->cell[C_KIND]))) return true;
    }
    return false;
}

/* "The summit condemned ...": those who met, told of before. */
static bool gathering(sg_doc *d, uint32_t id) {
    enum { FAR = 600 }; /* words */
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head, from = NONE;
    const sg_tok *k = &d->toks[t];
    if (k->ent_count || !grammar(d, t, "gathers")) return false;
    if (is_named_by_place(d, t)) {
        organisation_here(d, t, "IGO");
        return true;
    }
    if (!is_subject(k) || !is_plain_the(d, r)) return false;
    for (uint32_t i = t; i-- > 0 && from == NONE && t - i < FAR;)
        if (may_gather(d, &d->toks[i])) from = i;
    if (from == NONE) return false;
    d->refs[id].thing = SG_THING_BODY;
    const sg_ent *e = &d->ents[d->toks[from].ent];
    if (sg_refer_is_state(e)) copy_all(d, t, from, SG_BY_DESCRIPTION, false);
    else organisation_here(d, t, e->sector || !e->cameo ? "IGO" : e->cameo);
    return true;
}

/* A noun that no table of roles has: "the bloc", "the movement". */
/* "The two men": who has just been named, if both are known for what they are; else the network may know more. */
static bool two_persons(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head, named[TOP];
    bool two, the = definite(d, t, &two);
    if (!the || !two || !two_just_named(d, id, named)) return false;
    for (int i = 0; i < TOP; i++) {
        const sg_ent *e = &d->ents[d->toks[named[i]].ent];
        if (!e->country || !e->sector) return false;
    }
    copy_two(d, t, named);
    return true;
}

static void description(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const char *what = grammar(d, r->head, "collective");
    if (what && !strcmp(what, "people")) {
        if (two_persons(d, id)) return;
        what = NULL;
    }
    if (what) collective(d, id, what);
    else if (r->form == SG_REF_THE || r->form == SG_REF_THAT || r->form == SG_REF_THEIR) {
        uint32_t u = r->thing ? told(d, id) : NONE;
        bool body = sg_noun_row(d, r->head, "body") && !sg_noun_row(d, r->head, "country");
        if (u == NONE || !body || !is_whole_state(d, d->refs[u].head)) copy_ref(d, r->head, u, SG_BY_DESCRIPTION);
    }
}

/* ---- all ---------------------------------------------------------------------------------------------- */

static bool is_bare_role(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && !e->country && e->head == t && e->row[0] && e->row[0]->table == SG_T_ROLES;
}

/* "many States", "Member States" are not the United States, nor is a republic the one named before: a state's name is
 * shortened with the article and nothing else ("the Kingdom"). */
static bool shortens_state(const sg_doc *d, uint32_t t, uint32_t from) {
    if (from == NONE || !head_of(d, from)->ent_count || d->refs[from].form == SG_REF_PAIR) return true;
    const sg_ent *e = &d->ents[head_of(d, from)->ent];
    if (!e->row[0] || e->row[0]->table != SG_T_COUNTRIES || e->sector) return true;
    bool the = false, more = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
        more |= rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NUMMOD || rel == SG_DEP_NMOD;
    }
    return the && !more;
}

/* "Both", "the two", but not "two of its envoys", "two drowned", "twenty-two": these are new ones. */
static bool is_pair(const sg_doc *d, uint32_t t) {
    if (d->toks[t].upos != SG_POS_NUM) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) return true;
    return false;
}

/* "Those who marched", "anyone near the gate": of whom the network is sure that they are somebody. */
static bool are_some(const sg_doc *d, const sg_ref *r) {
    enum { HARDLY_NOBODY = SG_SURE * 3 / 10 };
    bool some = (r->form == SG_REF_THESE || r->form == SG_REF_ANY) && !grammar(d, r->head, "nobody");
    return some && d->toks[r->head].meant.nobody <= HARDLY_NOBODY;
}

/* A description, or "he", "she", "they". */
static bool may_be_anybody(const sg_doc *d, const sg_ref *r) {
    bool people = r->form == SG_REF_HE || r->form == SG_REF_SHE || r->form == SG_REF_THEY || r->form == SG_REF_TWO;
    people |= are_some(d, r);
    if (is_name(r)) return r->thing == SG_THING_PERSON || r->thing == SG_THING_BODY;
    return people || (r->form > SG_REF_SHORT && r->form < SG_REF_PAIR && d->toks[r->head].upos != SG_POS_PROPN);
}

/* "The statement accused ...": whoever issued it. */
static bool speaks_for(sg_doc *d, uint32_t t) {
    uint32_t who = d->toks[t].ent_count ? NONE : sg_author_of(d, t);
    copy_all(d, t, who, SG_BY_DESCRIPTION, true);
    return who != NONE;
}

/* One person, by name or by office. */
static bool is_somebody(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_row *row = e ? e->row[0] : NULL;
    bool office = row && row->table == SG_T_ROLES && !strcmp(row->cell[R_KIND], "person");
    return e && !e->plural && (e->person || (office && !(d->toks[t].bits & SG_FEAT_PLUR)));
}

/* "Received the minister and his party": those who travel with him, no political party. */
static bool travels_with(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool his = false;
    if (k->deprel != SG_DEP_CONJ || k->head == NONE || !grammar(d, t, "retinue")) return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next)
        his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    enum { BESIDE = 4 }; /* "X, head of Y, a league of Z, and his party" */
    uint32_t up = k->head;
    for (int i = 0; i < BESIDE && !is_somebody(d, up); i++) {
        bool inner = d->toks[up].deprel == SG_DEP_APPOS || d->toks[up].deprel == SG_DEP_NMOD;
        if (!inner || d->toks[up].head == NONE) break;
        up = d->toks[up].head;
    }
    const sg_ent *e = d->toks[up].ent_count == 1 ? &d->ents[d->toks[up].ent] : NULL;
    if (!his || !e || !is_somebody(d, up) || !e->country || is_subject(&d->toks[up])) return false;
    copy_all(d, t, up, SG_BY_DESCRIPTION, false);
    return true;
}

/* "The Marcos clique": of his sector and land. */
static bool around_ruler(sg_doc *d, uint32_t t) {
    uint32_t ruler = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) { /* of a parted name the last word */
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool part = d->toks[c].deprel == SG_DEP_COMPOUND || d->toks[c].deprel == SG_DEP_NMOD_POSS;
        bool one = e && part && e->person && e->by == SG_BY_NAME && !e->plural && e->country && e->sector;
        if (one && sg_list_has("GOV|ELI|MIL|PTY|LEG|REB", sg_str_of(e->sector))) ruler = c;
    }
    if (ruler == NONE || d->toks[t].ent_count || !grammar(d, t, "clique")) return false;
    copy_all(d, t, ruler, SG_BY_DESCRIPTION, false);
    return true;
}

/* "Sent a message to X upon his election as president of Y": told behind the name, where no table knows it. */
static bool elected(sg_doc *d, uint32_t id) {
    enum { NEAR = 12 };
    static const char *const as_to[] = {"as", "to"};
    const sg_ref *r = &d->refs[id];
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    if (r->form != SG_REF_NAME || r->thing == SG_THING_BODY) return false;
    for (uint32_t t = r->last + 1; t < s->first + s->count && t < r->last + NEAR; t++) {
        bool his = false;
        uint32_t office = NONE;
        if (!grammar(d, t, "rising")) continue;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
            his |= d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
            bool as = d->toks[c].ent_count && sg_author_case(d, c, as_to, 2);
            if (as && d->ents[d->toks[c].ent].country) office = c;
        }
        if (!his || office == NONE) return false;
        copy_all(d, r->head, office, SG_BY_NAME, false);
        sg_ent *e = &d->ents[d->toks[r->head].ent];
        e->first = r->first, e->last = r->last, e->name = name_of(d, r), e->name_by = SG_BY_NAME;
        e->person = true, e->same = NONE;
        return true;
    }
    return false;
}

/* ---- of whom a noun that follows is -------------------------------------------------------------------- */

static bool stands_with_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && d->toks[t].deprel == SG_DEP_NMOD; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, "of")) return true;
    return false;
}

/* "The leader of the group", "army chiefs of the bloc": when he was asked for, it was not yet known who the others are. */
static void tell_who_serves(sg_doc *d, uint32_t t) {
    static const char sides[] = "REB|PRM|PTY|OPP";
    const sg_ent *of = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    uint32_t up = d->toks[t].head;
    if (!of || of->by != SG_BY_DESCRIPTION || of->person || !of->group || !of->country || !stands_with_of(d, t)) return;
    sg_ent *e = up != NONE && d->toks[up].ent_count == 1 ? &d->ents[d->toks[up].ent] : NULL;
    const sg_row *role = e ? e->row[0] : NULL;
    bool alike = role && !e->country && role == of->row[0] && sg_refer_is_state(of); /* "envoys of the junta" */
    if (alike) sg_actor_serve(d->arena, e, of->country, NULL, role->cell[R_SECTOR], role->cell[R_CAMEO]);
    if (alike || !e || !e->person || !role || role->table != SG_T_ROLES || (e->country && !strcmp(e->country, "IGO")))
        return;
    const sg_hit *h = sg_hit_over(d, up, SG_T_ROLES, SG_T_ROLES);
    if (h && h->last >= t) return; /* "heads of government" */
    bool serves = sg_list_has(role->cell[R_NOTE], SG_LIT("serves"));
    if (!strcmp(of->country, "IGO")) {
        sg_actor_serve(d->arena, e, code_of(of), NULL, role->cell[R_SECTOR], role->cell[R_CAMEO]);
    } else if (serves && of->sector && sg_list_has(sides, sg_str_of(of->sector))) {
        sg_actor_serve(d->arena, e, of->country, NULL, of->sector, of->sector);
    }
}

/* ---- who serves several ---------------------------------------------------------------------------------- */

/* The first of those for whom he acts: "for Chad", "of the government", "from Chad and the rebels". */
static uint32_t first_served(const sg_doc *d, uint32_t t) {
    static const char *const for_whom[] = {"for", "of", "from"};
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (c > t && d->toks[c].deprel == SG_DEP_NMOD && d->toks[c].ent_count && sg_author_case(d, c, for_whom, 3)) return c;
    return NONE;
}

/* No single person ("the leaders of the party, X and Y"); where only a description tells, of the same land. */
static bool is_served(const sg_doc *d, uint32_t t, const sg_ent *own) {
    const sg_ent *of = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
    bool same = of && of->country && own->country && !strcmp(of->country, own->country);
    return of && (!of->person || of->plural) && (of->by != SG_BY_DESCRIPTION || same);
}

/* Of his country and sector: a state's or a body's own name leaves the sector of the role. */
static void serve_one(sg_doc *d, sg_ent *e, const sg_ent *of) {
    const sg_row *role = e->row[0];
    bool body = of->country && !strcmp(of->country, "IGO");
    const char *sector = !body && of->sector ? of->sector : role->cell[R_SECTOR];
    e->name = NULL;
    sg_actor_serve(d->arena, e, code_of(of), of->row[0], sector, !body && of->sector ? sector : role->cell[R_CAMEO]);
}

/* "Envoys of the Chadian government and the rebels", "negotiators for Chad and Niger": some of each. */
static void serve_several(sg_doc *d, uint32_t t) {
    enum { SERVED = 6 };
    const sg_tok *k = &d->toks[t];
    const sg_ent *own = k->ent_count ? &d->ents[k->ent] : NULL;
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    if (!own || own->by == SG_BY_NAME || !h || h->head != t || !(k->bits & SG_FEAT_PLUR)) return;
    if (!sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves"))) return;
    uint32_t served[SERVED], n = 0, one = first_served(d, t);
    if (one == NONE) return;
    served[n++] = one;
    for (uint32_t c = d->toks[one].child; c != NONE && n < SERVED; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && is_served(d, c, own)) served[n++] = c;
    if (n < 2) return;
    sg_ent as = *own;
    as.row[0] = h->row;
    uint32_t from = (uint32_t)d->ent_count, count = 0;
    for (uint32_t i = 0; i < n; i++) {
        sg_ent e = as;
        const sg_ent of = d->ents[d->toks[served[i]].ent];
        serve_one(d, &e, &of);
        bool known = !of.country && !of.sector;
        for (uint32_t b = 0; b < count && !known; b++) {
            const sg_ent *x = &d->ents[from + b];
            bool land = x->country == e.country || (x->country && e.country && !strcmp(x->country, e.country));
            known = land && !strcmp(x->sector ? x->sector : "", e.sector ? e.sector : "");
        }
        if (!known) *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e, count++;
    }
    if (count > k->ent_count) d->toks[t].ent = from, d->toks[t].ent_count = (uint8_t)count;
}

/* "To the people and Government of Chad", where no table has the word: citizens, or whom the network takes them for. */
static bool belongs_beside(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head;
    const char *code = d->toks[t].ent_count ? NULL : owner_beside(d, t);
    const char *sector = !code ? NULL : sg_noun_row(d, t, "people") ? "CVL" : sector_of(d, &d->refs[id]);
    const sg_row *row = sector ? row_of_sector(d, sector) : NULL;
    if (row) sg_actor_role(d, t, row, &code, 1);
    return row != NULL;
}

/* "Our friends", "Chad's partners", unlike a person's, and those whose place is named. */
static bool belongs_to_state(const sg_doc *d, uint32_t t) {
    if (land_behind(d, t)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
        bool ours = (k->bits & SG_FEAT_P1) && (k->bits & SG_FEAT_PLUR);
        if (k->deprel == SG_DEP_NMOD_POSS && (ours || (e && !e->person && !e->sector && sg_refer_is_state(e)))) return true;
    }
    return false;
}

/* "The mission", "monitors", "friendly countries", "our partners": what is neither a land nor serves one is an organisation of
 * states, or several states. */
static const char *body_of_states(const sg_doc *d, uint32_t t) {
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0, other = grammar(d, t, "over against") != NULL;
    bool states = many && (sg_noun_row(d, t, "country") || (!other && sg_noun_row(d, t, "person")));
    states |= many && belongs_to_state(d, t) && grammar(d, t, "at its side");
    if (!states && !sg_noun_row(d, t, "body")) return NULL;
    const char *named = sg_lands_named(d->lands, t, "IGO");
    return named ? named : "IGO";
}

/* "The island", "the power". */
static bool is_called_state(const sg_doc *d, uint32_t t) {
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], SG_T_CLASSES);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[1], "state")) return true;
    return false;
}

/* Which lands or organisation such a word means: whose it is, what it is called, else the likeliest. "Its hosts" are of
 * another land; nor does one sell to "the island" that is one's own. */
static size_t whole_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    const sg_ent *owner = owner_of(d, t);
    bool other = grammar(d, t, "over against") != NULL;
    const char *not = other && owner ? owner->country : NULL;
    if (!owner && (other || is_called_state(d, t))) not = faced_country(d, t);
    size_t own = other ? 0 : owners_of(d, t, codes);
    sg_states of = {0};
    if (!own && !owner) sg_states_of(d, t, t, &of);
    for (size_t i = 0; i < of.count && own < MOST; i++)
        if (of.at[i].code) codes[own++] = of.at[i].code;
    if (own) return own;
    codes[0] = body_of_states(d, t);
    const sg_land_ask ask = {.tok = t, .sector = "", .host = not, .state = true};
    if (!codes[0]) codes[0] = sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
    return codes[0] != NULL;
}

/* "Its hosts", "the mission", "the island": nouns of no table that the network is sure name a state or an organisation as a
 * whole. */
static void whole_by_network(sg_doc *d, uint32_t id) {
    enum { SURELY = SG_SURE * 6 / 10, HARDLY_NOBODY = SG_SURE * 3 / 10 };
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head;
    const sg_meant *m = &d->toks[t].meant;
    if (!d->sectors || *d->sectors[m->sector] || m->p < SURELY || m->nobody > HARDLY_NOBODY) return;
    if (r->form <= SG_REF_SHORT || r->form >= SG_REF_PAIR || d->toks[t].upos != SG_POS_NOUN) return;
    if (told_beside(d, t) || is_offstage(d, t) || sg_refer_is_elsewhere(d, t)) return;
    if (grammar(d, t, "nobody") || grammar(d, t, "writing")) return;
    const char *codes[MOST];
    size_t n = whole_of(d, t, codes);
    if (n && sg_land_is_state(codes[0])) countries_here(d, t, codes, n);
    else if (n) organisation_here(d, t, codes[0]);
}

/* "His Peruvian colleague Ana Quispe", of whom no table knows: of the land that he is called of. */
static bool peer(sg_doc *d, uint32_t t) {
    const sg_ent *owner = d->toks[t].ent_count ? NULL : peer_of(d, t);
    if (!has_peers(owner)) return false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) { /* a known one: the word for him is he too */
        if (!d->toks[c].ent_count || d->toks[c].deprel != SG_DEP_APPOS) continue;
        copy_all(d, t, c, SG_BY_NAME, false);
        return true;
    }
    sg_states of = {0};
    const char *codes[MOST];
    sg_states_of(d, t, t, &of);
    for (size_t i = 0; i < of.count && i < MOST; i++) codes[i] = of.at[i].code;
    const sg_row *row = of.count ? row_of_sector(d, owner->sector) : NULL;
    if (row) sg_actor_role(d, t, row, codes, of.count < MOST ? of.count : MOST);
    for (uint32_t n = 0; row && n < d->toks[t].ent_count; n++) d->ents[d->toks[t].ent + n].person = true;
    return row != NULL;
}

static void settle(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    const sg_tok *k = &d->toks[r->head];
    if (issuing(d, id) || signing_parties(d, id) || speaks_for(d, r->head) || around_ruler(d, r->head) ||
        travels_with(d, r->head)) return;
    if ((!k->ent_count || is_bare_role(d, r->head)) && short_name(d, id)) return;
    if (is_bare_role(d, r->head)) bare_role(d, r->head, id);
    if (k->ent_count || peer(d, r->head) || belongs_beside(d, id) || gathering(d, id)) return;
    switch (r->form) {
    case SG_REF_I:
    case SG_REF_WE:
        if (!is_orator(d, id) || !*d->orator) first_person(d, id);
        if (!k->ent_count && is_orator(d, id)) by_orator(d, id);
        break;
    case SG_REF_YOU: /* who presides over those to whom one speaks */
        if (d->hall && !r->context) organisation_here(d, r->head, d->hall);
        break;
    case SG_REF_HE:
    case SG_REF_SHE:
    case SG_REF_IT:
    case SG_REF_THEY: third_person(d, id); break;
    case SG_REF_TWO:
        if (is_pair(d, r->head)) both(d, id, false, false);
        break;
    case SG_REF_FORMER:
    case SG_REF_LATTER: one_of_two(d, id); break;
    case SG_REF_NAME:
    case SG_REF_SHORT:
        if (!elected(d, id) && (r->form == SG_REF_NAME || shortens_state(d, r->head, told(d, id))))
            copy_ref(d, r->head, told(d, id), SG_BY_NAME);
        break;
    case SG_REF_THE:
    case SG_REF_THAT:
    case SG_REF_THEIR:
    case SG_REF_A:
    case SG_REF_BARE:
    case SG_REF_BARE_MANY:
    case SG_REF_SOME: description(d, id); break;
    default: break;
    }
    if (!k->ent_count && may_be_anybody(d, r)) by_network(d, id);
    if (!k->ent_count) whole_by_network(d, id);
}

/* ---- states that had another code ------------------------------------------------------------------------ */

static void date_code(const sg_doc *d, sg_ent *e) {
    const char *then = e->country ? sg_land_then(d, e->country) : NULL;
    if (!then || !strcmp(then, e->country)) return;
    bool own = e->cameo && !strncmp(e->cameo, e->country, 3);
    if (own) e->cameo = sg_printf(d->arena, "%s%s", then, e->cameo + 3);
    e->country = then;
}

bool sg_refer_party(sg_doc *d, uint32_t t) {
    enum { LEAST = SG_SURE * 3 / 10, MOSTLY_NOBODY = SG_SURE * 7 / 10 };
    const sg_meant *m = &d->toks[t].meant;
    if (!d->sectors || d->toks[t].ent_count || m->p < LEAST || m->nobody > MOSTLY_NOBODY || sg_is_offstage(d, t))
        return false;
    if (sg_refer_stands_by_state(d, t)) return false;
    const sg_row *row = *d->sectors[m->sector] ? row_of_sector(d, d->sectors[m->sector]) : NULL;
    if (!row || grammar(d, t, "nobody")) return false;
    sg_actor_role(d, t, row, &(const char *){""}, 1);
    bare_role(d, t, NONE);
    for (uint32_t n = 0; n < d->toks[t].ent_count; n++) date_code(d, &d->ents[d->toks[t].ent + n]);
    return d->toks[t].ent_count > 0;
}

/* ---- pronouns whose party is another chain's ------------------------------------------------------------- */

/* This mention or the one before of its chain whose party is known, but for those that have another chain's. */
static uint32_t told_apart(const sg_doc *d, uint32_t u) {
    uint32_t some = NONE;
    for (uint32_t steps = 0; u != NONE && steps < WALK; u = d->refs[u].before, steps++) {
        int known = d->refs[u].means == NONE ? knows(d, u) : 0;
        if (known == 2) return u;
        if (known && some == NONE) some = u;
    }
    return some;
}

/* "His troops": of whom he now stands for. */
static void owned_by(sg_doc *d, uint32_t t) {
    uint32_t noun = d->toks[t].deprel == SG_DEP_NMOD_POSS ? d->toks[t].head : NONE;
    const sg_tok *k = noun == NONE ? NULL : &d->toks[noun];
    const sg_ent *e = k && k->ent_count ? &d->ents[k->ent] : NULL;
    if (e && e->by == SG_BY_DESCRIPTION && !e->name && e->row[0] && e->row[0]->table == SG_T_ROLES)
        role_by_words(d, noun, e->row[0]);
}

/* The chains are joined by then: what is learnt of a pronoun's party is no clue for them. */
static void by_meant(sg_doc *d) {
    for (uint32_t id = 0; id < d->ref_count; id++) {
        uint32_t u = d->refs[id].means == NONE ? NONE : told_apart(d, d->refs[id].means);
        uint32_t t = d->refs[id].head;
        if (u == NONE || own_of_subject(d, t) != NONE || own_of_joined(d, t) != NONE) continue;
        if (own_of_clause(d, t, d->refs[id].form) != NONE) continue;
        d->toks[t].ent_count = 0;
        copy_ref(d, t, u, SG_BY_PRONOUN);
        owned_by(d, t);
    }
}

void sg_refer_traced(sg_doc *d, const sg_ranks *ranks, const sg_chain_trace *trace, const sg_land_trace *land_trace) {
    d->lands = sg_lands_of(d, ranks, land_trace);
    sg_joiner *j = sg_chain_begin(d, ranks, trace);
    sg_orator_find(d);
    d->issuer_said[0] = d->issuer_said[1] = NONE;
    sg_issuer_find(d);
    d->station = sg_station_of(d);
    for (uint32_t id = 0; id < d->ref_count; id++) {
        sg_chain_join(j, id);
        if (d->refs[id].chain == NONE) continue;
        settle(d, id);
        tell_who_serves(d, d->refs[id].head);
    }
    sg_chain_end(j);
    by_meant(d);
    for (uint32_t id = 0; id < d->ref_count; id++) /* whose speaker was named later */
        if (d->refs[id].form <= SG_REF_WE && !head_of(d, id)->ent_count) settle(d, id);
    for (uint32_t t = 0; t < d->tok_count; t++) /* nouns that are no mentions: "the army chief" before a name */
        if (d->toks[t].ref == NONE && is_bare_role(d, t)) bare_role(d, t, NONE);
    heed_network(d);
    for (uint32_t t = 0; t < d->tok_count; t++) serve_several(d, t);
    for (size_t i = 0; i < d->ent_count; i++) date_code(d, &d->ents[i]);
}

void sg_refer(sg_doc *d, const sg_ranks *ranks) {
    sg_refer_traced(d, ranks, NULL, NULL);
}
