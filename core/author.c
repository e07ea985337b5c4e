/* author.c: see author.h. A writing is by whom its own words name ("a letter from the union"), else by the subject of the
 * verb that issues it or that is told "in" it. Later mentions of it find the nearest one before them. */
#include "author.h"

enum { BACK = 500, CLIMB = 4 }; /* words that are looked back through; clauses joined to the one with the subject */

static const char *kind(const sg_doc *d, uint32_t t, const char *what) {
    const char *v = sg_kind_value(&d->toks[t].by_lemma, what);
    return v ? v : sg_kind_value(&d->toks[t].by_key, what);
}

bool sg_author_case(const sg_doc *d, uint32_t t, const char *const *forms, size_t count) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        for (size_t i = 0; i < count; i++)
            if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, forms[i])) return true;
    return false;
}

static bool is_passive(const sg_doc *d, uint32_t verb) {
    const sg_tok *v = &d->toks[verb];
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ_PASS || d->toks[c].deprel == SG_DEP_AUX_PASS) return true;
    return v->deprel == SG_DEP_ACL && (v->bits & SG_FEAT_PART) && !(v->bits & SG_FEAT_PRES);
}

static bool is_known(const sg_doc *d, uint32_t t) {
    return d->toks[t].ent_count && d->ents[d->toks[t].ent].country;
}

/* Whoever does what the verb tells: its own subject, or that of the clause it is joined to; of a passive its agent. */
static uint32_t doer(const sg_doc *d, uint32_t verb) {
    static const char *const by_word[] = {"by"};
    for (uint32_t steps = 0; verb != NONE && steps < CLIMB; steps++, verb = d->toks[verb].head) {
        bool passive = is_passive(d, verb);
        for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
            uint8_t rel = d->toks[c].deprel;
            bool by = rel == SG_DEP_OBL_AGENT || (rel == SG_DEP_OBL && sg_author_case(d, c, by_word, 1));
            if (passive ? by : rel == SG_DEP_NSUBJ) return c;
        }
        if (passive || (d->toks[verb].deprel != SG_DEP_CONJ && d->toks[verb].deprel != SG_DEP_ADVCL)) return NONE;
    }
    return NONE;
}

/* "Received a message of thanks from X": where the sender hangs on the verb. */
static uint32_t sender_beside(const sg_doc *d, uint32_t verb) {
    static const char *const from[] = {"from"};
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (c > verb && d->toks[c].deprel == SG_DEP_OBL && is_known(d, c) && sg_author_case(d, c, from, 1)) return c;
    return NONE;
}

/* By whom the writing is, by the words around it. */
static uint32_t author_here(const sg_doc *d, uint32_t t) {
    static const char *const owners[] = {"by", "from", "of"}, *const inside[] = {"in"};
    const sg_tok *k = &d->toks[t];
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_ACL && kind(d, c, "issuing") && is_passive(d, c)) {
            uint32_t by = doer(d, c);
            if (by != NONE) return is_known(d, by) ? by : NONE;
        }
        bool from = rel == SG_DEP_NMOD && sg_author_case(d, c, owners, 3);
        bool whose = from || rel == SG_DEP_NMOD_POSS || (rel == SG_DEP_COMPOUND && !kind(d, c, "no author"));
        if (whose && is_known(d, c)) return c;
    }
    if (k->head == NONE || d->toks[k->head].upos != SG_POS_VERB) return NONE;
    if (k->deprel == SG_DEP_OBJ && kind(d, k->head, "getting")) return sender_beside(d, k->head);
    bool issued = (k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_NSUBJ_PASS) && kind(d, k->head, "issuing");
    bool in = (k->deprel == SG_DEP_OBL || k->deprel == SG_DEP_NMOD) && sg_author_case(d, t, inside, 1);
    uint32_t who = issued || in ? doer(d, k->head) : NONE;
    return who != NONE && who != t && is_known(d, who) ? who : NONE;
}

uint32_t sg_author_here(const sg_doc *d, uint32_t t) {
    return kind(d, t, "writing") ? author_here(d, t) : NONE;
}

static bool has_the(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF)) return true;
    return false;
}

/* "The statement", with nothing behind it that would tell which: "the article on the border" may be one of a treaty. */
static bool is_plain_the(const sg_doc *d, uint32_t t) {
    bool the = has_the(d, t);
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_NMOD) return false;
    }
    return the;
}

/* A letter that is sent or read out is a thing; one that demands something is its writer. */
static bool speaks(const sg_doc *d, uint32_t t) {
    const char *how = kind(d, t, "writing");
    uint8_t rel = d->toks[t].deprel;
    return how && (strcmp(how, "subject") != 0 || rel == SG_DEP_NSUBJ || rel == SG_DEP_OBL_AGENT);
}

uint32_t sg_author_of(const sg_doc *d, uint32_t t) {
    if (!speaks(d, t) || !is_plain_the(d, t) || author_here(d, t) != NONE) return NONE;
    uint32_t other = NONE;
    for (uint32_t i = t, least = t > BACK ? t - BACK : 0; i-- > least;) {
        if (!kind(d, i, "writing")) continue;
        bool same = sg_eq(d->toks[i].lemma_key, d->toks[t].lemma_key);
        uint32_t who = is_known(d, i) ? i : author_here(d, i);
        /* "the statement noted", on the way, is this one too and tells nobody: it is the first that does */
        if (same && (who != NONE || !has_the(d, i))) return who;
        if (other == NONE) other = who;
    }
    return other;
}

static bool has_verb(const sg_doc *d, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (d->toks[t].upos == SG_POS_VERB || d->toks[t].upos == SG_POS_AUX) return true;
    return false;
}

/* Does a word of the phrase name that land: "the Embassy of Chad", and not "the Ministry of Finance"? */
static bool tells_land(const sg_doc *d, uint32_t top, const sg_sent *s, const char *land) {
    enum { DEEP = 12 };
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        const sg_ent *e = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
        bool named = e && e->row[0] && e->row[0]->table == SG_T_COUNTRIES && e->country && !strcmp(e->country, land);
        if (t != top && named && sg_is_below(d, t, top, DEEP)) return true;
    }
    return false;
}

uint32_t sg_author_heading(const sg_doc *d) {
    enum { LINES = 2 }; /* the title and the first line */
    static const char *const owners[] = {"by", "of", "from"};
    for (size_t i = 0; i < d->sent_count && i < LINES; i++) {
        const sg_sent *s = &d->sents[i];
        if (!s->count || has_verb(d, s) || !kind(d, s->root, "heads text")) continue;
        for (uint32_t c = d->toks[s->root].child; c != NONE; c = d->toks[c].next) {
            const sg_ent *e = is_known(d, c) ? &d->ents[d->toks[c].ent] : NULL;
            bool whose = d->toks[c].deprel == SG_DEP_NMOD || d->toks[c].deprel == SG_DEP_COMPOUND;
            bool by = d->toks[c].deprel == SG_DEP_COMPOUND || sg_author_case(d, c, owners, 3);
            bool rules = e && e->sector && !strcmp(e->sector, "GOV");
            if (rules && whose && by && tells_land(d, c, s, e->country)) return c;
        }
    }
    return NONE;
}

static bool is_letter(const sg_doc *d, uint32_t t) {
    const char *how = kind(d, t, "writing");
    return how && !strcmp(how, "subject");
}

/* "to X", on the word itself or on what it is of: "a message of greeting to X". */
static uint32_t known_behind_to(const sg_doc *d, uint32_t t, unsigned depth) {
    static const char *const to[] = {"to"};
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel != SG_DEP_NMOD && rel != SG_DEP_OBL && rel != SG_DEP_IOBJ) continue;
        if (is_known(d, c) && (rel == SG_DEP_IOBJ || sg_author_case(d, c, to, 1))) return c;
        uint32_t inner = depth && rel == SG_DEP_NMOD ? known_behind_to(d, c, depth - 1) : NONE;
        if (inner != NONE) return inner;
    }
    return NONE;
}

/* Whom the words around the letter tell as the one who gets it: "sent X a letter", "X received a letter from Y". */
static uint32_t addressee_here(const sg_doc *d, uint32_t t) {
    static const char *const from[] = {"from"};
    uint32_t verb = d->toks[t].head, who = known_behind_to(d, t, 1);
    if (who != NONE || verb == NONE || d->toks[verb].upos != SG_POS_VERB) return who;
    if (d->toks[t].deprel != SG_DEP_OBJ && d->toks[t].deprel != SG_DEP_NSUBJ_PASS) return NONE;
    if (!kind(d, verb, "getting")) return known_behind_to(d, verb, 0);
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (sg_author_case(d, c, from, 1)) who = doer(d, verb);
    return who != NONE && is_known(d, who) ? who : NONE;
}

uint32_t sg_author_addressee(const sg_doc *d, uint32_t tok) {
    for (uint32_t i = tok, least = tok > BACK ? tok - BACK : 0; i-- > least;) {
        if (!is_letter(d, i)) continue;
        uint32_t who = addressee_here(d, i);
        if (who != NONE) return who;
    }
    return NONE;
}

/* Is it an organisation of people, and no state's, that says, asks or finds something there? */
static bool advocates(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = is_known(d, t) ? &d->ents[k->ent] : NULL;
    if (!e || e->person || strcmp(e->country, "NGO") != 0 || k->deprel != SG_DEP_NSUBJ || k->head == NONE) return false;
    return sg_rows_by_lemma(d, &d->toks[k->head], SG_T_OPERATORS).count > 0;
}

uint32_t sg_author_advocate(const sg_doc *d, uint32_t tok) {
    if (d->orator || d->sents[d->toks[tok].sent].voice) return NONE;
    for (uint32_t t = d->sents[d->toks[tok].sent].first; t-- > 0;)
        if (advocates(d, t)) return d->toks[t].ent;
    return NONE;
}
