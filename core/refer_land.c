/* refer_land.c: see refer_in.h. Which lands the text around a word is about, weighed by how near and how high in the clause
 * they stand; where a word is told to be; and the land of people who are named without one. */
#include "refer_in.h"

typedef struct pick {
    const char *country;
    int score;
} pick;

enum { TALLIES = 24 }; /* of one text; more are not told apart */

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

uint32_t sg_reach_back(const sg_doc *d, uint32_t t) {
    uint32_t sent = d->toks[t].sent, back = sent > BACK ? sent - BACK : 0;
    uint32_t first = d->sents[back].first;
    return t - first > REACH ? t - REACH : first;
}

/* May it be one of "the two countries", "both sides"? An organisation is no country. */
bool sg_refer_is_state(const sg_ent *e) {
    static const char bodies[] = "IGO|NGO|MNC|ISM";
    return e->country && e->group && strlen(e->country) == 3 && !sg_list_has(bodies, sg_str_of(e->country));
}

bool sg_is_body(const sg_ent *e) {
    return e->country && e->cameo && !sg_refer_is_state(e) && strlen(e->cameo) > 3 && !strncmp(e->cameo, e->country, 3);
}

uint32_t sg_clause_subject(const sg_doc *d, uint32_t t) {
    for (uint32_t i = d->toks[t].head, steps = 0; i != NONE && steps < 8; i = d->toks[i].head, steps++)
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next) {
            if (!sg_is_subject(&d->toks[c]) || c == t) continue;
            bool who = d->toks[i].deprel == SG_DEP_ACL_RELCL && d->toks[c].upos == SG_POS_PRON && !d->toks[c].ent_count;
            return who ? d->toks[i].head : c;
        }
    return NONE;
}

/* "demanded that both sides stop": the subject of what is asked is the one who is asked. */
static bool is_asked(const sg_doc *d, uint32_t t) {
    enum { OP = 2, SLOTS = 3 };
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE;
    uint32_t asks = verb == NONE || d->toks[verb].deprel != SG_DEP_CCOMP ? NONE : d->toks[verb].head;
    if (asks == NONE || d->toks[asks].upos != SG_POS_VERB) return false;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[asks], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++) /* "said to both sides to stop" is another line than "said that" */
        if (sg_list_has(rows.row[i]->cell[SLOTS], SG_LIT("ccomp")))
            return sg_list_has("ask|demand", sg_str_of(rows.row[i]->cell[OP]));
    return false;
}

/* Does the verb answer, with nothing beside it that says what is agreed: "accepted", and not "agreed to talk"? */
static bool is_bare_answer(const sg_doc *d, uint32_t verb) {
    if (!grammar(d, verb, "replies")) return false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP || (rel == SG_DEP_OBL && !d->toks[c].ent_count)) return false;
        if (rel == SG_DEP_OBJ && d->toks[c].upos != SG_POS_PRON && !grammar(d, c, "is asked")) return false;
    }
    return true;
}

/* "Chad offered to mediate and both sides accepted", "... . Both governments refused": who asked or offered is none of the
 * two who answer him. */
static uint32_t whom_they_answer(const sg_doc *d, uint32_t t) {
    bool two = false;
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE, asks = NONE, sent = d->toks[t].sent;
    if (verb == NONE || !is_bare_answer(d, verb)) return NONE;
    (void)sg_is_definite(d, t, &two);
    if (!two && !grammar(d, t, "pair")) return NONE; /* "both" alone */
    if (d->toks[verb].deprel == SG_DEP_CONJ) asks = d->toks[verb].head;
    else if (d->toks[verb].head == NONE && sent) asks = d->sents[sent - 1].root;
    bool asked = asks != NONE && asks < t && sg_is_known_as(d, asks, SG_T_OPERATORS, "ask|demand|promise|agree");
    for (uint32_t c = asked ? d->toks[asks].child : NONE; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c])) return c;
    return NONE;
}

uint32_t sg_dealer_with(const sg_doc *d, uint32_t t) {
    enum { NOUNS = 3 };
    uint32_t offerer = whom_they_answer(d, t);
    if (offerer != NONE) return offerer;
    for (uint32_t steps = 0; steps < NOUNS && d->toks[t].deprel == SG_DEP_NMOD && d->toks[t].head != NONE; steps++)
        t = d->toks[t].head; /* "a call to both sides" */
    uint8_t rel = d->toks[t].deprel;
    if (is_asked(d, t)) return sg_clause_subject(d, d->toks[t].head);
    return rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_IOBJ ? sg_clause_subject(d, t) : NONE;
}

const char *sg_clause_country(const sg_doc *d, uint32_t t) {
    uint32_t s = sg_dealer_with(d, t);
    return s == NONE || d->toks[s].ent_count != 1 ? NULL : d->ents[d->toks[s].ent].country;
}

const char *sg_faced_country(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count == 1) return d->ents[d->toks[c].ent].country;
    return sg_clause_country(d, t);
}

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
    uint32_t dealer = sg_dealer_with(d, t), end = sent == d->toks[t].sent ? t : d->sents[sent].first + d->sents[sent].count;
    const char *meets = sg_clause_country(d, t);
    for (size_t i = 0; i < *count; i++) lands[i].here = 0;
    for (uint32_t i = d->sents[sent].first; i < end; i++) {
        const sg_tok *k = &d->toks[i];
        if (dealer != NONE && (i == dealer || (k->deprel == SG_DEP_CONJ && k->head == dealer))) continue;
        for (uint32_t n = 0; n < k->ent_count; n++) {
            const sg_ent *e = &d->ents[k->ent + n];
            if (!sg_refer_is_state(e) || (meets && !strcmp(meets, e->country))) continue;
            if (e->sector && !strcmp(e->sector, "JRN") && sg_is_subject(k)) continue; /* a paper that tells of them */
            if (sg_tells_from_afar(e)) continue;
            double w = is_modifier(k) ? MODIFIES : (sg_is_subject(k) ? SUBJECT : 1) + (e->sector ? SERVES : 0);
            tally *l = tally_of(lands, count, e->country);
            if (l && w > l->here) l->score += (w - l->here) * worth, l->here = w;
        }
    }
}

size_t sg_weigh_lands(const sg_doc *d, uint32_t t, tally best[TOP]) {
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
    uint32_t dealer = sg_dealer_with(d, t);
    const char *meets = sg_clause_country(d, t);
    uint32_t sent = d->toks[t].sent, from = sg_reach_back(d, t), end = t;
    for (uint32_t back = 0; back <= PAIR_BACK && back <= sent && !picks[1].country; back++) {
        uint32_t first = d->sents[sent - back].first < from ? from : d->sents[sent - back].first;
        for (uint32_t i = first; i < end; i++) {
            const sg_tok *k = &d->toks[i];
            if (dealer != NONE && (i == dealer || (k->deprel == SG_DEP_CONJ && k->head == dealer))) continue;
            for (uint32_t n = 0; n < k->ent_count; n++) {
                const sg_ent *e = &d->ents[k->ent + n];
                if (!sg_refer_is_state(e) || is_modifier(k) || (meets && !strcmp(meets, e->country))) continue;
                if (d->orator && !strcmp(e->country, d->orator)) continue; /* who speaks of others there */
                weigh(picks, e->country, (sg_is_subject(k) ? 3 : 1) + (e->sector ? 2 : 0) - (int)back);
            }
        }
        end = first;
        if (!picks[1].country) picks[0] = (pick){0};
    }
    for (int i = 0; i < TOP; i++) out[i] = picks[i].country;
    return out[1] ? TOP : 0;
}

/* "China will leave Vietnam and proposed that the two countries talk": who asks is one of the two where no third is told. */
static bool asks_as_one_of_two(const sg_doc *d, uint32_t t, const char *other, const char *out[TOP]) {
    const char *asks = is_asked(d, t) ? sg_clause_country(d, t) : NULL;
    if (!asks || !sg_land_is_state(asks) || !strcmp(asks, other)) return false;
    out[0] = asks, out[1] = other;
    return true;
}

/* A state as a whole, by its name. */
static bool is_bare_state(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    return e && e->by == SG_BY_NAME && !e->sector && sg_refer_is_state(e) && !is_modifier(&d->toks[t]);
}

/* "Chad and Niger signed": the two states that are the subject together, and no third beside them. */
static bool two_subjects(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    if (!sg_is_subject(&d->toks[t]) || d->toks[t].deprel == SG_DEP_CONJ || !is_bare_state(d, t)) return false;
    out[0] = d->ents[d->toks[t].ent].country, out[1] = NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_CONJ) continue;
        if (out[1] || !is_bare_state(d, c)) return false;
        out[1] = d->ents[d->toks[c].ent].country;
    }
    return out[1] && strcmp(out[0], out[1]) != 0;
}

/* "Chad and Niger signed a truce that Peru had sought. Chile's president had met the two leaders": those two, unless a
 * sentence since has named a third state itself. */
static bool joined_before(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    enum { FAR = 3 }; /* sentences */
    uint32_t sent = d->toks[t].sent;
    for (uint32_t back = 1; back <= FAR && back <= sent; back++) {
        const sg_sent *s = &d->sents[sent - back];
        bool third = false;
        for (uint32_t i = s->first; i < s->first + s->count; i++) {
            if (two_subjects(d, i, out)) return true;
            third |= is_bare_state(d, i);
        }
        if (third) return false;
    }
    return false;
}

size_t sg_two_countries(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    if (d->orator && *d->orator && d->faced && d->sents[d->toks[t].sent].voice == d->orator_voice) {
        out[0] = d->orator, out[1] = d->faced;
        return TOP;
    }
    if (d->hall) return lands_spoken_of(d, t, out);
    tally best[TOP];
    if (sg_visit_lands(d, t, out) || joined_before(d, t, out)) return TOP;
    size_t n = sg_weigh_lands(d, t, best);
    if (n < TOP && !(n && asks_as_one_of_two(d, t, best[0].country, out))) return 0;
    for (int i = 0; n == TOP && i < TOP; i++) out[i] = best[i].country;
    return TOP;
}

size_t sg_two_states(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    size_t n = sg_two_countries(d, t, out);
    return n || d->hall || sg_clause_country(d, t) ? n : sg_lands_pair(d->lands, out);
}

const char *sg_dateline_land(const sg_doc *d) {
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

/* A place that no table of lands has, as the gazetteer knows it ("Homs"), but under no other name of it: "Samar" is not
 * Samara. */
static const char *land_of_place(const sg_doc *d, uint32_t t) {
    for (size_t i = 0; i < d->toponym_count; i++) {
        const sg_toponym *p = &d->toponyms[i];
        if (p->sent == NONE || p->last < t) continue;
        bool here = p->first <= t && p->head == t && !p->people && !p->loose && p->known && p->country && p->name;
        if (!here || strlen(p->country) != 3) return NULL;
        sg_str written = {(p->in_title ? d->title : d->text).s + p->start, p->end - p->start};
        return sg_eq(sg_fold(d->arena, written, NULL), sg_fold(d->arena, sg_str_of(p->name), NULL)) ? p->country : NULL;
    }
    return NULL;
}

/* "villages north of Homs", where "of" is the word's case: the point of the compass stands before it. */
static bool is_past_compass(const sg_doc *d, uint32_t of) {
    bool behind = of && d->toks[of - 1].sent == d->toks[of].sent && sg_eqz(d->toks[of].form, "of");
    return behind && grammar(d, of - 1, "compass");
}

const char *sg_lies_in(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES), *part = NULL;
    if (!h) h = town_before(d, t);
    if (!h) h = part = land_before(d, t);
    const char *code = h ? h->row->cell[1] : land_of_place(d, t);
    if (!code || strlen(code) != 3) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_CASE) continue;
        bool on = part && grammar(d, c, "locative of parts"); /* "on the Peruvian coast" */
        if (on || grammar(d, c, "locative") || is_past_compass(d, c)) return code;
    }
    return NULL;
}

size_t sg_lies_in_all(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    size_t n = 0;
    if (!(codes[0] = sg_lies_in(d, t))) return 0;
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
        if (d->toks[i].deprel == SG_DEP_OBL && sg_lies_in(d, i)) return sg_lies_in(d, i);
    return NULL;
}

const char *sg_scene_land(const sg_doc *d, uint32_t t) {
    return scene_of(d, &d->sents[d->toks[t].sent]);
}

const char *sg_other_country(const sg_doc *d, uint32_t t, const char *than) {
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        for (uint32_t n = 0; n < k->ent_count; n++)
            if (sg_refer_is_state(&d->ents[k->ent + n]) && strcmp(d->ents[k->ent + n].country, than) != 0)
                return d->ents[k->ent + n].country;
    }
    return NULL;
}

/* "Parties of different countries", "envoys of many states": of no single land; so are both "bodies and personages of
 * different countries". */
bool sg_refer_is_of_many_lands(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel != SG_DEP_NMOD || !(k->bits & SG_FEAT_PLUR) || !grammar(d, c, "land of some kind")) continue;
        for (uint32_t g = k->child; g != NONE; g = d->toks[g].next)
            if (d->toks[g].deprel == SG_DEP_AMOD && (grammar(d, g, "elsewhere") || grammar(d, g, "of each kind")))
                return true;
    }
    return d->toks[t].deprel == SG_DEP_CONJ && sg_refer_is_of_many_lands(d, d->toks[t].head);
}

/* "Any state that wants peace", "any government": none of those that the text names. */
bool sg_refer_is_any(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET && grammar(d, c, "any")) return true;
    return false;
}

/* "Suspended payments on its debt to commercial banks. The banks urged it to pay": whom a land owes sit in other lands. */
static bool are_creditors(const sg_doc *d, uint32_t t) {
    enum { BEFORE = 2 }; /* sentences */
    if (!(d->toks[t].bits & SG_FEAT_PLUR) || d->toks[t].upos != SG_POS_NOUN || !grammar(d, t, "lends")) return false;
    const sg_sent *here = &d->sents[d->toks[t].sent];
    for (uint32_t i = here->first + here->count; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= BEFORE;)
        if (grammar(d, i, "owed")) return true;
    return false;
}

/* "Picked up 90 migrants off Libya", "migrants in the sea off Tunisia": people on the move who are met at sea are not of
 * the coast that they left. */
static bool are_at_sea(const sg_doc *d, uint32_t t) {
    enum { AHEAD = 8 };
    if (!(d->toks[t].bits & SG_FEAT_PLUR) || !grammar(d, t, "from abroad")) return false;
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = t + 1; i < s->first + s->count && i <= t + AHEAD && d->toks[i].upos != SG_POS_PUNCT; i++)
        if (d->toks[i].deprel == SG_DEP_CASE && grammar(d, i, "at sea")) return true;
    return false;
}

/* "foreign media", "world leaders", "expatriates": whoever they are, they are not of the land that is spoken of; the
 * foreign ministry is of it. */
bool sg_refer_is_elsewhere(const sg_doc *d, uint32_t t) {
    if (grammar(d, t, "elsewhere") || sg_refer_is_of_many_lands(d, t) || are_creditors(d, t)) return true;
    if (are_at_sea(d, t)) return true;
    const sg_hit *role = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool own = role && c >= role->first && c <= role->last;
        if (!own && (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND) && grammar(d, c, "elsewhere")) return true;
        bool press = role && !strcmp(role->row->cell[R_SECTOR], "JRN"); /* "European media" */
        if (!own && press && rel == SG_DEP_AMOD && sg_hit_over(d, c, SG_T_REGIONS, SG_T_REGIONS)) return true;
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

uint32_t sg_verb_over(const sg_doc *d, uint32_t t) {
    enum { UP = 5 };
    for (size_t i = 0; i < UP && t != NONE && d->toks[t].upos != SG_POS_VERB; i++) t = d->toks[t].head;
    return t;
}

uint32_t sg_verb_with_subject(const sg_doc *d, uint32_t verb) {
    for (;;) {
        for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
            if (sg_is_subject(&d->toks[c])) return verb;
        if (d->toks[verb].deprel != SG_DEP_CONJ || d->toks[verb].head == NONE) return verb;
        verb = d->toks[verb].head;
    }
}

const char *sg_scene_before(const sg_doc *d, uint32_t t) {
    uint32_t sent = d->toks[t].sent;
    const sg_sent *s = sent ? &d->sents[sent - 1] : NULL;
    uint32_t verb = s && s->voice == s[1].voice && !s->in_title ? s->root : NONE, who = NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (d->toks[c].deprel == SG_DEP_NSUBJ && e && e->sector && sg_land_is_state(e->country)) who = c;
    }
    if (who == NONE) return NULL;
    bool force = !strcmp(d->ents[d->toks[who].ent].sector, "MIL");
    const char *there = NULL;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool state = d->toks[c].deprel == SG_DEP_OBJ && e && !e->sector && sg_refer_is_state(e);
        bool seen = state && grammar(d, verb, "comes to");
        bool placed = force && d->toks[c].deprel == SG_DEP_OBL && sg_is_locative(d, c);
        const char *land = seen ? e->country : placed ? sg_lies_in(d, c) : NULL;
        if (land && there && strcmp(land, there) != 0) return NULL;
        if (land) there = land;
    }
    return sg_land_is_state(there) && strcmp(d->ents[d->toks[who].ent].country, there) != 0 ? there : NULL;
}
