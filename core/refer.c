/* refer.c: see refer.h. Goes through the words in order and looks back a few sentences: subjects first,
 * then the nearest; number and personhood must fit. What it finds is copied, with `same` pointing back. */
#include "refer.h"

#include "actor.h"

enum { BACK = 4, PAIR_BACK = 3, REACH = 400, TOP = 2, R_SECTOR = 1, R_KIND = 4 };

typedef struct pick {
    const char *country;
    int score;
} pick;

static const char *grammar(const sg_doc *d, uint32_t t, const char *kind) {
    sg_str keys[2] = {d->toks[t].key, d->toks[t].lemma_key};
    for (int k = 0; k < 2; k++) {
        sg_rows found = sg_lexicon_find(d->lex, SG_T_GRAMMAR, keys[k]);
        for (size_t i = 0; i < found.count; i++)
            if (!strcmp(found.row[i]->cell[1], kind)) return found.row[i]->cell[2];
    }
    return NULL;
}

static bool is_subject(const sg_tok *t) {
    return t->deprel == SG_DEP_NSUBJ || t->deprel == SG_DEP_NSUBJ_PASS || t->deprel == SG_DEP_NSUBJ_OUTER;
}

static bool is_modifier(const sg_tok *t) {
    return t->deprel == SG_DEP_NMOD_POSS || t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_COMPOUND;
}

/* Does a definite word, "two" or "both" stand before the noun? Two: the number it says. */
static bool definite(const sg_doc *d, uint32_t t, bool *two) {
    bool the = false;
    *two = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const char *pair = grammar(d, c, "pair");
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) the = true;
        if (pair) *two = true;
    }
    return the || *two;
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

/* The two countries that the text is about just before `t`: sentences are taken in from the nearest back,
 * until two are named; what stands further off is another matter. */
static size_t two_countries(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    pick picks[TOP] = {{0}};
    uint32_t sent = d->toks[t].sent, from = reach_back(d, t), end = t;
    for (uint32_t back = 0; back <= PAIR_BACK && back <= sent && !picks[1].country; back++) {
        uint32_t first = d->sents[sent - back].first < from ? from : d->sents[sent - back].first;
        for (uint32_t i = first; i < end; i++) {
            const sg_tok *k = &d->toks[i];
            for (uint32_t n = 0; n < k->ent_count; n++) {
                const sg_ent *e = &d->ents[k->ent + n];
                if (!sg_refer_is_state(e) || is_modifier(k)) continue;
                weigh(picks, e->country, (is_subject(k) ? 3 : 1) + (e->sector ? 2 : 0) - (int)back);
            }
        }
        end = first;
    }
    size_t n = 0;
    for (int i = 0; i < TOP; i++)
        if (picks[i].country) out[n++] = picks[i].country;
    return n == TOP ? n : 0;
}

typedef bool wanted(const sg_doc *, const sg_tok *);

static bool want_person(const sg_doc *d, const sg_tok *k) {
    return k->ent_count == 1 && d->ents[k->ent].person && !d->ents[k->ent].plural;
}

static bool want_body(const sg_doc *d, const sg_tok *k) {
    return k->ent_count == 1 && !d->ents[k->ent].person && d->ents[k->ent].group;
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

/* A word stands for no more than these: "they" after a list of lists. */
enum { MOST = 12 };

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

static void pronoun(sg_doc *d, uint32_t t, const char *what) {
    if (!strcmp(what, "1p")) copy_all(d, t, speaker(d, t), SG_BY_PRONOUN, false);
    else if (!strcmp(what, "3p")) copy_all(d, t, antecedent(d, t, want_many), SG_BY_PRONOUN, true);
    else if (!strcmp(what, "3n")) copy_all(d, t, antecedent(d, t, want_body), SG_BY_PRONOUN, false);
    else if (!strcmp(what, "3s")) copy_all(d, t, antecedent(d, t, want_person), SG_BY_PRONOUN, false);
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

/* The country that a word is said to be in: "in Moscow", "across Peru"; NULL if it is no such phrase. */
static const char *lies_in(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (!h || strlen(h->row->cell[1]) != 3) return NULL;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && grammar(d, c, "locative")) return h->row->cell[1];
    return NULL;
}

/* Where the sentence's news takes place, if it says so plainly. */
static const char *scene(const sg_doc *d, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].deprel == SG_DEP_OBL && lies_in(d, i)) return lies_in(d, i);
    return NULL;
}

/* Whose government "the government" is: of the last one named like it, of the dateline, of the text's subject. */
static const char *whose(const sg_doc *d, uint32_t t, const char *sector) {
    const char *other = NULL, *here = scene(d, t);
    uint32_t from = reach_back(d, t);
    if (here) return here;
    for (uint32_t i = t; i-- > from;) {
        const sg_tok *k = &d->toks[i];
        for (uint32_t n = 0; n < k->ent_count; n++) {
            const sg_ent *e = &d->ents[k->ent + n];
            if (!e->country || (!e->sector && !is_body(e)) || (e->row[0] && e->row[0]->table == SG_T_ORGS)) continue;
            const char *code = is_body(e) ? e->cameo : e->country;
            if (!strcmp(e->sector ? e->sector : "GOV", sector)) return code;
            if (!other) other = code;
        }
    }
    const char *at = dateline(d);
    if (at || other) return at ? at : other;
    uint32_t body = antecedent(d, t, want_body);
    if (body == NONE) return NULL;
    const sg_ent *e = &d->ents[d->toks[body].ent];
    return is_body(e) ? e->cameo : e->country;
}

/* The only country that the sentence names, by itself, its people, its places or its organs; NULL if none or several. */
static const char *only_country(const sg_doc *d, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    const char *one = NULL;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_hit *h = sg_hit_over(d, i, SG_T_COUNTRIES, SG_T_COUNTRIES);
        const char *code = h ? h->row->cell[1] : d->toks[i].ent_count ? d->ents[d->toks[i].ent].country : NULL;
        if (!code || strlen(code) != 3 || sg_list_has("IGO|NGO|MNC|IMG|ISM", sg_str_of(code))) continue;
        if (one && strcmp(one, code) != 0) return NULL;
        one = code;
    }
    return one;
}

/* Crowds, strikers, rebels, newspapers and the like are of the land where the sentence's news takes place; armies,
 * officials and gunmen go abroad. */
const char *sg_refer_home(const sg_doc *d, uint32_t t, const char *sector) {
    static const char local[] = "CVL|LAB|REB|OPP|EDU|MED|SOC|JRN|AGR|PTY|COP|LEG|PRM|HLH";
    if (!sector || !sg_list_has(local, sg_str_of(sector))) return NULL;
    const char *here = scene(d, t);
    return here ? here : only_country(d, t);
}

/* A noun of a role without a country of its own. */
static void bare_role(sg_doc *d, uint32_t t) {
    const sg_ent *e = &d->ents[d->toks[t].ent];
    const sg_row *role = e->row[0];
    const char *codes[TOP];
    bool two, the = definite(d, t, &two), plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *owner = &d->toks[c];
        if (owner->deprel == SG_DEP_NMOD_POSS && owner->ent_count && d->ents[owner->ent].country) { /* "its troops" */
            codes[0] = is_body(&d->ents[owner->ent]) ? d->ents[owner->ent].cameo : d->ents[owner->ent].country;
            sg_actor_role(d, t, role, codes, 1);
            return;
        }
        const char *here = owner->deprel == SG_DEP_NMOD ? lies_in(d, c) : NULL;
        if (here) { /* "demonstrators in Khartoum" */
            sg_actor_role(d, t, role, &here, 1);
            return;
        }
        const char *v = grammar(d, c, "collective");
        bool pair;
        if (!v || strcmp(v, "state") != 0 || !definite(d, c, &pair)) continue;
        size_t n = pair ? two_countries(d, t, codes) : 0;
        if (n) sg_actor_role(d, t, role, codes, n);
        if (n) return;
    }
    if (!strcmp(role->cell[R_SECTOR], "COP") && d->toks[t].child == NONE) the = true; /* "police" needs no article */
    codes[0] = e->name ? NULL : sg_refer_home(d, t, role->cell[R_SECTOR]);
    if (codes[0]) {
        sg_actor_role(d, t, role, codes, 1);
        return;
    }
    if (!the || e->name) return;
    if (plural && two) {
        uint32_t from = antecedent(d, t, want_several);
        size_t n = from == NONE ? two_countries(d, t, codes) : 0;
        if (from != NONE) copy_all(d, t, from, SG_BY_DESCRIPTION, false);
        else if (n) sg_actor_role(d, t, role, codes, n);
        return;
    }
    static const char states[] = "GOV|MIL|COP|JUD|LEG|SPY";
    if (!sg_list_has(states, sg_str_of(role->cell[R_SECTOR]))) return;
    codes[0] = whose(d, t, role->cell[R_SECTOR]);
    if (codes[0] && *codes[0]) sg_actor_role(d, t, role, codes, 1);
}

/* "the two countries", "both sides", "the country". */
static void collective(sg_doc *d, uint32_t t, const char *what) {
    bool two, plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    if (!definite(d, t, &two)) return;
    const char *codes[TOP];
    if (plural) {
        uint32_t many = strcmp(what, "state") != 0 ? antecedent(d, t, want_several) : NONE;
        if (many != NONE) copy_all(d, t, many, SG_BY_DESCRIPTION, false);
        else if (two || strcmp(what, "state") != 0) countries_here(d, t, codes, two_countries(d, t, codes));
    } else if (!strcmp(what, "state")) {
        uint32_t from = antecedent(d, t, want_body);
        if (from == NONE || !d->ents[d->toks[from].ent].country) return;
        codes[0] = d->ents[d->toks[from].ent].country;
        countries_here(d, t, codes, 1);
    } else if (!strcmp(what, "person")) {
        copy_all(d, t, antecedent(d, t, want_person), SG_BY_DESCRIPTION, false);
    }
}

void sg_refer(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        const char *what;
        if (k->upos == SG_POS_PRON && k->deprel != SG_DEP_EXPL && !k->ent_count && (what = grammar(d, t, "pronoun"))) {
            pronoun(d, t, what);
        } else if (k->ent_count) {
            const sg_ent *e = &d->ents[k->ent];
            if (!e->country && e->head == t && e->row[0] && e->row[0]->table == SG_T_ROLES) bare_role(d, t);
        } else if (k->upos == SG_POS_NOUN || k->upos == SG_POS_PROPN) {
            what = grammar(d, t, "collective");
            if (what) collective(d, t, what);
        }
    }
}
