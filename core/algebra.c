/* algebra.c: see algebra.h. */
#include "algebra.h"

#include "pattern.h"

enum { WORD, POS, TYPE }; /* columns that acts, operators and stances share; the third is an act's type */

static const sg_tok *tok_of(const sg_doc *d, uint32_t i) {
    return &d->toks[i];
}

static bool is_nominal(const sg_tok *t) {
    return t->upos == SG_POS_NOUN || t->upos == SG_POS_PROPN || t->upos == SG_POS_PRON || t->upos == SG_POS_NUM ||
           t->upos == SG_POS_ADJ || t->upos == SG_POS_DET;
}

static void push(sg_fill *f, uint32_t t) {
    for (size_t i = 0; i < f->count; i++)
        if (f->tok[i] == t) return;
    if (f->count < SG_SLOT_MAX) f->tok[f->count++] = t;
}

/* "some of its troops", "a number of attacks": what is counted stands below the word that counts. */
static uint32_t counted(const sg_doc *d, uint32_t t) {
    uint8_t p = tok_of(d, t)->upos;
    bool counts = p == SG_POS_DET || p == SG_POS_PRON || p == SG_POS_NUM;
    counts |= (p == SG_POS_NOUN || p == SG_POS_ADJ) && sg_word(d, t, "quantity"); /* "most of its debt" */
    if (!counts || tok_of(d, t)->ent_count) return t;
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD && sg_eqz(sg_case_of(d, c), "of")) return c;
    return t;
}

/* "Japan and South Korea" read as a compound in which "South" is coordinated: the first is a party of its own. */
static bool is_misread_pair(const sg_doc *d, uint32_t t) {
    if (tok_of(d, t)->deprel != SG_DEP_COMPOUND || tok_of(d, t)->upos != SG_POS_PROPN || !sg_is_party(d, t)) return false;
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_CONJ) return true;
    return false;
}

/* Two of one table under different names of it. */
static bool are_two(const sg_doc *d, uint32_t t, uint32_t c, sg_table_id table, int cell) {
    const sg_hit *a = sg_hit_over(d, t, table, table), *b = sg_hit_over(d, c, table, table);
    return a && b && a->head == t && b->head == c && strcmp(a->row->cell[cell], b->row->cell[cell]) != 0;
}

/* "Chad, the Gambia, Niger and Togo", "Merkel, Hollande" read as if the second said who the first is: no state is another,
 * and nobody is somebody else. */
static bool is_misread_list(const sg_doc *d, uint32_t t, uint32_t c) {
    if (tok_of(d, c)->deprel != SG_DEP_APPOS) return false;
    return are_two(d, t, c, SG_T_COUNTRIES, 1) || are_two(d, t, c, SG_T_HOLDERS, 0);
}

static void push_beside(const sg_doc *d, sg_fill *f, uint32_t t, bool again) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        bool beside = tok_of(d, c)->deprel == SG_DEP_CONJ && is_nominal(tok_of(d, c)) == is_nominal(tok_of(d, t));
        bool listed = !beside && !again && is_misread_list(d, t, c);
        if (beside || listed || is_misread_pair(d, c)) push(f, c);
        if (listed) push_beside(d, f, c, true);
    }
}

/* A phrase's head with what is coordinated to it. */
static void push_all(const sg_doc *d, sg_fill *f, uint32_t t) {
    t = counted(d, t);
    push(f, t);
    push_beside(d, f, t, false);
}

void sg_group(const sg_doc *d, uint32_t t, sg_fill *f) {
    f->count = 0;
    push_all(d, f, t);
}

sg_str sg_case_of(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if (rel == SG_DEP_CASE || rel == SG_DEP_MARK) return tok_of(d, c)->lemma_key;
    }
    return (sg_str){"", 0};
}

bool sg_is_talked_about(const sg_doc *d, uint32_t t) {
    enum { UP = 3 };
    for (size_t i = 0; i < UP && t != NONE; i++, t = d->toks[t].head) {
        sg_str by = sg_case_of(d, t);
        uint8_t rel = d->toks[t].deprel;
        bool talk = rel == SG_DEP_NMOD && d->toks[t].head != NONE && sg_in_class(d, d->toks[t].head, SG_LIT("meeting"));
        if (by.n) return (rel == SG_DEP_OBL || talk) && sg_list_has("on|about|over|regarding|concerning", by);
        if (rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_NMOD_POSS && rel != SG_DEP_CONJ) return false;
    }
    return false;
}

static bool has_child(const sg_doc *d, uint32_t t, uint8_t rel) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == rel) return true;
    return false;
}

bool sg_in_date(const sg_doc *d, uint32_t t) {
    const sg_sent *in = &d->sents[tok_of(d, t)->sent];
    for (uint32_t i = in->time; i < in->time + in->time_count; i++)
        if (d->times[i].first <= t && t <= d->times[i].last) return true;
    return false;
}

const sg_row *sg_plover_row(const sg_doc *d, const char *type, const char *mode) {
    size_t n;
    const sg_row *all = sg_lexicon_rows(d->lex, SG_T_PLOVER, &n);
    for (size_t i = 0; type && i < n; i++)
        if (!strcmp(all[i].cell[0], type) && !strcmp(all[i].cell[1], mode ? mode : "")) return &all[i];
    return NULL;
}

int sg_quad_of(const sg_doc *d, const char *type) {
    const sg_row *row = sg_plover_row(d, type, NULL);
    return row ? row->cell[3][0] - '0' : 0;
}

/* "for", "upon": letters alone, four at most. */
static bool is_short_word(sg_str s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] < 'a' || s.s[i] > 'z') return false;
    return s.n > 0 && s.n < 5;
}

/* "called for a truce", "called on them to go": an operator whose own need is the preposition behind it; such verbs have
 * no passive without an auxiliary. */
static bool is_asking(const sg_doc *d, uint32_t t) {
    sg_rows r = sg_rows_by_lemma(d, tok_of(d, t), SG_T_OPERATORS);
    for (uint32_t c = r.count ? tok_of(d, t)->child : NONE; c != NONE; c = tok_of(d, c)->next) {
        if (tok_of(d, c)->deprel != SG_DEP_OBL) continue;
        sg_str prep = sg_case_of(d, c);
        for (size_t i = 0; i < r.count && is_short_word(prep); i++)
            if (sg_eqz(prep, r.row[i]->cell[5])) return true;
    }
    return false;
}

/* Parsers take many a subject for a passive's ("called on rebels to go"): a finite verb, or one with an object or a
 * clause, is none without its auxiliary. */
static bool only_looks_passive(const sg_doc *d, uint32_t t) {
    if (has_child(d, t, SG_DEP_AUX_PASS)) return false;
    const sg_tok *v = tok_of(d, t);
    bool finite = (v->bits & SG_FEAT_FIN) && !(v->bits & SG_FEAT_PART);
    bool never = sg_word(d, t, "never passive") != NULL; /* "protesters gathered outside" */
    return finite || never || has_child(d, t, SG_DEP_OBJ) || has_child(d, t, SG_DEP_CCOMP) || is_asking(d, t);
}

/* "was wounded and captured by rebels": the auxiliary of the first of several participles is that of each, where nothing
 * but phrases stands between them. */
static bool shares_passive(const sg_doc *d, uint32_t t) {
    const sg_tok *v = tok_of(d, t);
    bool participle = (v->bits & SG_FEAT_PART) && !(v->bits & SG_FEAT_PRES) && !(v->bits & SG_FEAT_FIN);
    if (!participle || v->deprel != SG_DEP_CONJ || v->head == NONE || !has_child(d, v->head, SG_DEP_AUX_PASS)) return false;
    for (uint32_t c = tok_of(d, v->head)->child; c != NONE && c < t; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        bool parts = rel == SG_DEP_OBJ || rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP || rel == SG_DEP_ADVCL;
        if (c > v->head && parts) return false;
    }
    return !has_child(d, t, SG_DEP_CCOMP);
}

bool sg_is_passive(const sg_doc *d, uint32_t t) {
    const sg_tok *v = tok_of(d, t);
    if (v->upos != SG_POS_VERB) return false;
    for (uint32_t c = v->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if (rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_CSUBJ_PASS) return !only_looks_passive(d, t);
        if (rel == SG_DEP_AUX_PASS) return true;
        if (rel == SG_DEP_NSUBJ || rel == SG_DEP_AUX || rel == SG_DEP_OBJ) return false;
    }
    if (is_asking(d, t)) return false;
    bool participle = (v->bits & SG_FEAT_PART) && !(v->bits & SG_FEAT_PRES);
    bool below = v->deprel == SG_DEP_ACL || v->deprel == SG_DEP_AMOD || v->deprel == SG_DEP_ADVCL;
    bool under = participle && v->deprel == SG_DEP_XCOMP && v->head != NONE;
    bool found = under && (has_child(d, v->head, SG_DEP_AUX_PASS) || sg_word(d, v->head, "as it is"));
    /* "was found beaten", "stands accused", unlike "remains opposed" */
    return (participle && below) || found || shares_passive(d, t);
}

static bool is_relative(const sg_doc *d, uint32_t t) {
    return (tok_of(d, t)->bits & SG_FEAT_REL) != 0;
}

/* The noun that a relative clause or participle hangs on. */
static uint32_t antecedent(const sg_doc *d, uint32_t t) {
    const sg_tok *v = tok_of(d, t);
    while (v->deprel == SG_DEP_CONJ && v->head != NONE) v = tok_of(d, v->head);
    bool clause = v->deprel == SG_DEP_ACL || v->deprel == SG_DEP_ACL_RELCL || v->deprel == SG_DEP_AMOD;
    return clause ? v->head : NONE;
}

bool sg_makes_law(const sg_doc *d, uint32_t law) {
    uint32_t verb = tok_of(d, law)->deprel == SG_DEP_OBJ ? tok_of(d, law)->head : NONE;
    return verb != NONE && sg_word(d, verb, "makes law") && sg_in_class(d, law, SG_LIT("law")) &&
           !sg_in_class(d, law, SG_LIT("deal")); /* a treaty is several states' */
}

/* "Signed a decree banning the party", "a bill that tightens sanctions": what a law does, he does who makes it. */
static uint32_t maker(const sg_doc *d, uint32_t law) {
    uint32_t verb = law != NONE && sg_makes_law(d, law) ? tok_of(d, law)->head : NONE;
    if (verb == NONE) return law;
    for (uint32_t c = tok_of(d, verb)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NSUBJ && !is_relative(d, c)) return c;
    return law;
}

static void push_dependents(const sg_doc *d, uint32_t t, sg_fill *f, uint8_t a, uint8_t b) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        if (tok_of(d, c)->deprel != a && tok_of(d, c)->deprel != b) continue;
        uint32_t who = is_relative(d, c) ? antecedent(d, t) : c;
        if (who != c && a == SG_DEP_NSUBJ) who = maker(d, who);
        if (who != NONE) push_all(d, f, who);
    }
}

/* "out of the pact", "away from the talks": parsers take the verb's particle for a preposition before the preposition. */
static bool has_case(const sg_doc *d, uint32_t verb, uint32_t c, sg_str prep) {
    if (sg_eq(sg_case_of(d, c), prep)) return true;
    uint32_t first = NONE;
    for (uint32_t k = tok_of(d, c)->child; k != NONE; k = tok_of(d, k)->next) {
        if (tok_of(d, k)->deprel != SG_DEP_CASE) continue;
        if (first != NONE) return k == first + 1 && sg_eq(tok_of(d, k)->lemma_key, prep);
        if (k != verb + 1 || tok_of(d, verb)->upos != SG_POS_VERB) return false;
        first = k;
    }
    return false;
}

static void push_case(const sg_doc *d, uint32_t t, sg_fill *f, sg_str prep) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        bool phrase =
            rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_OBL_AGENT || rel == SG_DEP_ADVCL || rel == SG_DEP_ACL;
        if (!phrase || !has_case(d, t, c, prep) || sg_in_date(d, c)) continue; /* "called him on Friday" is no calling on */
        if (rel == SG_DEP_ACL && (tok_of(d, c)->bits & SG_FEAT_INF))
            continue; /* "a grant to rebuild roads" goes to nobody */
        uint32_t who = is_relative(d, c) ? antecedent(d, t) : c;
        if (who != NONE) push_all(d, f, who);
    }
}

bool sg_comes_from(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) /* "in from" */
        if (tok_of(d, c)->deprel == SG_DEP_CASE && sg_eqz(tok_of(d, c)->key, "from")) return true;
    return false;
}

/* "at the hands of X": whose hands they are is who did it, as behind "by". */
static void push_hands(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next)
        if (sg_word(d, c, "hands") && sg_eqz(sg_case_of(d, c), "at")) push_case(d, c, f, SG_LIT("of"));
}

static void agent(const sg_doc *d, uint32_t t, sg_fill *f) {
    push_dependents(d, t, f, SG_DEP_OBL_AGENT, SG_DEP_OBL_AGENT);
    if (!f->count) push_hands(d, t, f);
}

static void subject(const sg_frame *fr, sg_fill *f) {
    const sg_doc *d = fr->doc;
    uint32_t t = fr->tok;
    if (sg_is_passive(d, t)) {
        agent(d, t, f);
        return;
    }
    push_dependents(d, t, f, SG_DEP_NSUBJ, SG_DEP_NSUBJ_OUTER);
    if (!f->count) push_dependents(d, t, f, SG_DEP_NSUBJ_PASS, SG_DEP_NSUBJ_PASS);
    if (f->count) return;
    const sg_tok *v = tok_of(d, t);
    uint32_t noun = antecedent(d, t);
    bool participle = noun != NONE && v->upos == SG_POS_VERB && v->deprel != SG_DEP_ACL_RELCL && !sg_case_of(d, t).n;
    if (participle) push_all(d, f, maker(d, noun)); /* not passive: of the present, or a finite verb that was misread */
    else if (fr->subject != NONE) push_all(d, f, fr->subject);
}

/* "freed at least 19 men", "killed up to 30 people": parsers take the counting words for the noun's preposition. */
static void counted_object(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        bool bare = tok_of(d, c)->deprel == SG_DEP_OBL && c > t && is_nominal(tok_of(d, c)) && !sg_case_of(d, c).n;
        if (bare && has_child(d, c, SG_DEP_NUMMOD) && !sg_in_date(d, c)) push_all(d, f, c);
    }
}

/* "beat and robbed the villagers": the object behind the last of several verbs is that of each; it hangs on the first. */
static void shared_object(const sg_doc *d, uint32_t t, sg_fill *f) {
    const sg_tok *v = tok_of(d, t);
    if (v->deprel != SG_DEP_CONJ || v->head == NONE || tok_of(d, v->head)->upos != SG_POS_VERB) return;
    for (uint32_t c = tok_of(d, v->head)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_OBJ && c > t) push_all(d, f, c);
}

static void object(const sg_frame *fr, sg_fill *f) {
    const sg_doc *d = fr->doc;
    if (!sg_is_passive(d, fr->tok)) {
        push_dependents(d, fr->tok, f, SG_DEP_OBJ, SG_DEP_OBJ);
        if (!f->count) counted_object(d, fr->tok, f);
        if (!f->count) shared_object(d, fr->tok, f);
        if (!f->count) push_dependents(d, fr->tok, f, SG_DEP_IOBJ, SG_DEP_IOBJ); /* "urged them to go" */
        if (!f->count && fr->particle != NONE) push_case(d, fr->tok, f, tok_of(d, fr->particle)->lemma_key);
        return;
    }
    push_dependents(d, fr->tok, f, SG_DEP_NSUBJ_PASS, SG_DEP_CSUBJ_PASS);
    if (f->count) return;
    uint32_t noun = antecedent(d, fr->tok);
    if (noun != NONE) push_all(d, f, noun);
    else if (fr->subject != NONE) push_all(d, f, fr->subject);
}

/* "Russian-Serbian drills": of two names joined by a hyphen the second holds the first. */
static void push_hyphened(const sg_doc *d, sg_fill *f, uint32_t t) {
    if (t < 2 || tok_of(d, t - 2)->sent != tok_of(d, t)->sent || !sg_eqz(tok_of(d, t - 1)->key, "-")) return;
    if (tok_of(d, t - 2)->head == t && sg_is_party(d, t - 2)) push(f, t - 2);
}

bool sg_is_scene_of_blast(const sg_doc *d, uint32_t land) {
    const sg_tok *l = tok_of(d, land);
    if (l->deprel != SG_DEP_COMPOUND || l->upos != SG_POS_PROPN || !l->ent_count || l->head == NONE) return false;
    const sg_tok *bomb = tok_of(d, l->head);
    /* of a bomb blast the blast */
    uint32_t act = bomb->deprel == SG_DEP_COMPOUND && bomb->head != NONE ? bomb->head : l->head;
    const sg_row *row = d->ents[l->ent].row[0];
    if (!sg_word(d, act, "blast") || !row || row->table != SG_T_COUNTRIES || row->caps) return false;
    return sg_list_has("name|territory|city|capital", sg_str_of(row->cell[C_KIND]));
}

static void adjective(const sg_doc *d, uint32_t t, sg_fill *f, int depth) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        bool modifier = rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_DESC || rel == SG_DEP_NMOD ||
                        (depth && rel == SG_DEP_OBL_UNMARKED);
        if (!modifier || sg_case_of(d, c).n) continue;
        bool holds = rel == SG_DEP_AMOD && sg_word(d, c, "holding"); /* "rebel-held areas" */
        if (sg_is_scene_of_blast(d, c)) continue;
        if (sg_is_party(d, c)) push_all(d, f, c), push_hyphened(d, f, c);
        else if ((rel == SG_DEP_COMPOUND || holds) && depth < 2) /* "an [[Israeli drone] strike]" */
            adjective(d, c, f, depth + 1);
    }
}

/* "a withdrawal plan": an act that stands before the noun it belongs to. */
static void modifier(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_COMPOUND && c < t) push(f, c);
}

static void clause(const sg_doc *d, uint32_t t, sg_fill *f, uint8_t rel) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == rel) push(f, c);
}

/* "the story that X did it": parsers take such a clause for a relative one as often. */
static void noun_clause(const sg_doc *d, uint32_t t, sg_fill *f) {
    clause(d, t, f, SG_DEP_ACL);
    if (!f->count) clause(d, t, f, SG_DEP_ACL_RELCL);
}

/* An open complement; parsers often hang it as an infinitive of purpose, or a gerund that follows at once ("stopped
 * sending"), which beside an operator is the same. */
static void infinitive(const sg_doc *d, uint32_t t, sg_fill *f) {
    clause(d, t, f, SG_DEP_XCOMP);
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next) {
        if (tok_of(d, c)->deprel != SG_DEP_ADVCL) continue;
        bool infinitive = (tok_of(d, c)->bits & SG_FEAT_INF) && sg_case_of(d, c).n,
             gerund = (tok_of(d, c)->bits & SG_FEAT_GER) && c == t + 1;
        if (infinitive || gerund) push(f, c);
    }
}

/* Who stands at a place of the row's pattern. */
static void bound(const sg_frame *fr, int which, sg_fill *f) {
    if (fr->party[which]) push_all(fr->doc, f, fr->party[which] - 1);
}

/* "Chile's tests and launches": what is joined to a noun has its owner. */
static void owner(const sg_doc *d, uint32_t t, sg_fill *f) {
    push_dependents(d, t, f, SG_DEP_NMOD_POSS, SG_DEP_NMOD_POSS);
    const sg_tok *w = tok_of(d, t);
    if (f->count || w->deprel != SG_DEP_CONJ || w->head == NONE || tok_of(d, w->head)->upos != SG_POS_NOUN) return;
    for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_DET) return;
    push_dependents(d, w->head, f, SG_DEP_NMOD_POSS, SG_DEP_NMOD_POSS);
}

static bool is_act(const sg_doc *, uint32_t);

/* "the abduction of a priest by rebels": parsers hang who did it on the noun before, which does nothing itself. */
static void agent_below(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD && c > t && !is_act(d, c)) push_case(d, c, f, SG_LIT("by"));
}

enum { KEPT = 8 };

/* What fills the slots of one frame: many rows of a word ask for the same ones. */
typedef struct filled {
    struct {
        sg_str name;
        sg_fill fill;
    } at[KEPT];
    size_t count;
    bool has_object;
    sg_fill object; /* and the agent of a passive */
    sg_stretches stretches;
} filled;

static void nothing_filled(filled *kept) {
    kept->count = 0, kept->has_object = false;
    memset(kept->stretches.made, 0, sizeof kept->stretches.made);
}

static void object_and_agent(const sg_frame *fr, sg_fill *f) {
    f->count = 0;
    object(fr, f);
    if (sg_is_passive(fr->doc, fr->tok)) agent(fr->doc, fr->tok, f); /* "was accused by X of doing it" */
}

/* "appealed to Rabat for help": parsers hang the second phrase on the name in the first; names take few of their own. */
static void beside_party(const sg_doc *d, uint32_t t, sg_fill *f, sg_str prep) {
    if (sg_eqz(prep, "of")) return;
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        bool phrase = tok_of(d, c)->deprel == SG_DEP_OBL || tok_of(d, c)->deprel == SG_DEP_OBL_AGENT;
        if (phrase && c > t && tok_of(d, c)->ent_count) push_case(d, c, f, prep);
    }
}

/* "was handed an ultimatum", "was denied entry": a passive that keeps its object, whose subject is who gets it. */
static bool is_given(const sg_doc *d, uint32_t t) {
    return tok_of(d, t)->upos == SG_POS_VERB && has_child(d, t, SG_DEP_AUX_PASS) && has_child(d, t, SG_DEP_NSUBJ_PASS) &&
           has_child(d, t, SG_DEP_OBJ);
}

/* "flew in doctors": what the verb's particle was taken for a preposition of is its object. */
static void drop_object(const sg_frame *fr, sg_fill *f) {
    size_t n = 0;
    if (fr->particle == NONE || sg_is_passive(fr->doc, fr->tok) || has_child(fr->doc, fr->tok, SG_DEP_OBJ)) return;
    for (size_t i = 0; i < f->count; i++)
        if (tok_of(fr->doc, fr->particle)->head != f->tok[i]) f->tok[n++] = f->tok[i];
    f->count = n;
}

static void slot_of(const sg_frame *fr, sg_str slot, sg_fill *f, filled *kept) {
    const sg_doc *d = fr->doc;
    if (sg_eqz(slot, "subj")) subject(fr, f);
    else if (sg_eqz(slot, "$")) bound(fr, 0, f);
    else if (sg_eqz(slot, "+")) bound(fr, 1, f);
    else if (sg_eqz(slot, "obj")) object(fr, f);
    else if (sg_eqz(slot, "iobj")) push_dependents(d, fr->tok, f, SG_DEP_IOBJ, SG_DEP_IOBJ);
    else if (sg_eqz(slot, "poss")) owner(d, fr->tok, f);
    else if (sg_eqz(slot, "adj")) adjective(d, fr->tok, f, 0);
    else if (sg_eqz(slot, "compound")) modifier(d, fr->tok, f);
    else if (sg_eqz(slot, "xcomp")) infinitive(d, fr->tok, f);
    else if (sg_eqz(slot, "ccomp")) clause(d, fr->tok, f, SG_DEP_CCOMP);
    else if (sg_eqz(slot, "csubj")) clause(d, fr->tok, f, SG_DEP_CSUBJ);
    else if (sg_eqz(slot, "advcl")) clause(d, fr->tok, f, SG_DEP_ADVCL);
    else if (sg_eqz(slot, "acl")) noun_clause(d, fr->tok, f);
    else push_case(d, fr->tok, f, slot), drop_object(fr, f);
    if (!f->count && sg_eqz(slot, "to")) /* "gave Mozambique 40 buses": who gets them stands without his preposition */
        push_dependents(d, fr->tok, f, SG_DEP_IOBJ, SG_DEP_IOBJ);
    if (!f->count && (sg_eqz(slot, "to") || sg_eqz(slot, "iobj")) && is_given(d, fr->tok))
        push_dependents(d, fr->tok, f, SG_DEP_NSUBJ_PASS, SG_DEP_NSUBJ_PASS);
    const sg_tok *w = tok_of(d, fr->tok); /* "remains opposed to closing it": parsers hang the phrase on "remains" */
    if (!f->count && w->upos == SG_POS_ADJ && w->deprel == SG_DEP_XCOMP && w->head != NONE && sg_eqz(slot, "to"))
        push_case(d, w->head, f, slot);
    if (!f->count && sg_eqz(slot, "by")) push_hands(d, fr->tok, f);
    if (!f->count && fr->noun && sg_eqz(slot, "by")) agent_below(d, fr->tok, f);
    if (f->count || fr->noun || sg_eqz(slot, "in")) return;
    /* "supplied tanks to Ukraine": parsers hang such a phrase on the object as often as on the verb. */
    sg_fill mine, *things = kept ? &kept->object : &mine;
    if (!kept || !kept->has_object) object_and_agent(fr, things);
    if (kept) kept->has_object = true;
    for (size_t i = 0; i < things->count; i++) push_case(d, things->tok[i], f, slot);
    if (!f->count) beside_party(d, fr->tok, f, slot);
}

/* "obj.of": what hangs on what fills the first slot. */
static void path_slot(const sg_frame *fr, sg_str first, sg_str rest, sg_fill *f) {
    sg_fill heads;
    sg_slot(fr, first, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        sg_frame below = sg_frame_of(fr->doc, heads.tok[i], NONE, true);
        sg_fill more;
        sg_slot(&below, rest, &more);
        uint32_t counting = more.count || sg_eqz(rest, "in") ? NONE : tok_of(fr->doc, heads.tok[i])->head;
        if (counting != NONE && counted(fr->doc, counting) == heads.tok[i]) { /* "a barrage of rockets at the port" */
            below = sg_frame_of(fr->doc, counting, NONE, true);
            sg_slot(&below, rest, &more);
        }
        for (size_t k = 0; k < more.count; k++)
            if (more.tok[k] != heads.tok[i]) push(f, more.tok[k]);
    }
}

static void fill_slot(const sg_frame *fr, sg_str slot, sg_fill *f, filled *kept) {
    f->count = 0;
    const char *dot = slot.n ? memchr(slot.s, '.', slot.n) : NULL;
    if (dot) {
        size_t n = (size_t)(dot - slot.s);
        path_slot(fr, (sg_str){slot.s, n}, (sg_str){dot + 1, slot.n - n - 1}, f);
        return;
    }
    slot_of(fr, slot, f, kept);
    if (f->count || fr->carrier == NONE) return;
    sg_frame carrier = sg_frame_of(fr->doc, fr->carrier, fr->subject, false);
    bool of_noun = sg_eqz(slot, "poss") || sg_eqz(slot, "adj") || sg_eqz(slot, "obj") || sg_eqz(slot, "acl");
    if (!of_noun) slot_of(&carrier, slot, f, NULL);
}

void sg_slot(const sg_frame *fr, sg_str slot, sg_fill *f) {
    fill_slot(fr, slot, f, NULL);
}

static void copy_fill(sg_fill *to, const sg_fill *from) {
    to->count = from->count;
    memcpy(to->tok, from->tok, from->count * sizeof *from->tok);
}

static const sg_fill *kept_slot(const sg_frame *fr, sg_str slot, filled *kept, sg_fill *room) {
    for (size_t i = 0; i < kept->count; i++)
        if (sg_eq(kept->at[i].name, slot)) return &kept->at[i].fill;
    fill_slot(fr, slot, room, kept);
    if (kept->count == KEPT) return room;
    kept->at[kept->count].name = slot;
    copy_fill(&kept->at[kept->count].fill, room);
    return &kept->at[kept->count++].fill;
}

void sg_slots(const sg_frame *fr, const char *slots, sg_fill *f) {
    sg_str rest = sg_str_of(slots), one;
    f->count = 0;
    while (!f->count && sg_cut(&rest, '|', &one)) sg_slot(fr, one, f);
}

sg_rows sg_longest_rows(const sg_doc *d, sg_table_id table, uint32_t t, uint32_t *last) {
    enum { WORDS = 5, LETTERS = 160 };
    const sg_sent *in = &d->sents[tok_of(d, t)->sent];
    sg_rows best = sg_rows_by_key(d, tok_of(d, t), table);
    char key[LETTERS];
    size_t n = 0;
    *last = t;
    for (uint32_t i = t; i < in->first + in->count && i < t + WORDS; i++) {
        if (!sg_key_add(key, sizeof key, &n, tok_of(d, i)->key)) break;
        sg_rows longer = i > t ? sg_lexicon_find(d->lex, table, (sg_str){key, n}) : (sg_rows){0};
        if (longer.count) best = longer, *last = i;
        if (!sg_lexicon_opens(d->lex, table, (sg_str){key, n})) break;
    }
    return best.count ? best : sg_rows_by_lemma(d, tok_of(d, t), table);
}

const char *sg_word(const sg_doc *d, uint32_t t, const char *kind) {
    const sg_tok *w = tok_of(d, t);
    const char *v = sg_kind_value(&w->by_key, kind);
    return v ? v : sg_kind_value(&w->by_lemma, kind);
}

bool sg_rows_in_class(sg_rows r, sg_str name) {
    for (size_t i = 0; i < r.count; i++)
        if (sg_list_has(r.row[i]->cell[1], name)) return true;
    return false;
}

/* Has a name a title of this class: "President Bah"? */
static bool title_in_class(const sg_doc *d, uint32_t t, sg_str name) {
    if (tok_of(d, t)->upos != SG_POS_PROPN) return false;
    for (uint32_t c = tok_of(d, t)->child; c != NONE && c < t; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD_DESC &&
            sg_rows_in_class(sg_rows_by_lemma(d, tok_of(d, c), SG_T_CLASSES), name))
            return true;
    return false;
}

enum { TWO_WORDS = 96 };

/* The lemmas of two words, parted by a blank; empty where there is no room. */
static sg_str two_words(const sg_doc *d, uint32_t a, uint32_t b, char room[TWO_WORDS]) {
    size_t n = 0;
    bool whole = sg_key_add(room, TWO_WORDS, &n, tok_of(d, a)->lemma_key) &&
                 sg_key_add(room, TWO_WORDS, &n, tok_of(d, b)->lemma_key);
    return (sg_str){room, whole ? n : 0};
}

/* "Poles" are a crowd, "legionnaires" troops: whoever they are, by the sector of the party that the words stand for, and
 * whether it is one person, several people or a body. */
static sg_rows classes_of_party(const sg_doc *d, const sg_tok *w) {
    const sg_ent *e = w->ent_count ? &d->ents[w->ent] : NULL;
    bool thing = e && e->row[0] && e->row[0]->table == SG_T_ROLES && !strcmp(e->row[0]->cell[R_KIND], "thing");
    if (!e || !e->sector || thing) return (sg_rows){0}; /* a frigate is no army */
    const char *kind = e->plural ? " people" : e->person ? " person" : " body";
    char room[TWO_WORDS];
    size_t n = 0;
    for (const char *c = e->sector; *c && n < TWO_WORDS / 2; c++) room[n++] = (char)(*c | 0x20); /* in normal form */
    memcpy(room + n, kind, strlen(kind));
    return sg_lexicon_find(d->lex, SG_T_CLASSES, (sg_str){room, n + strlen(kind)});
}

/* With the word that stands right before it: "patrol boat". */
static sg_rows classes_of_two(const sg_doc *d, uint32_t t) {
    const sg_tok *before = t ? tok_of(d, t - 1) : NULL;
    char room[TWO_WORDS];
    if (!before || !sg_may_open(&before->by_lemma, SG_T_CLASSES) || before->head != t) return (sg_rows){0};
    return sg_lexicon_find(d->lex, SG_T_CLASSES, two_words(d, t - 1, t, room));
}

/* By its lemma, or with the word before it; a name by its title; a party by its sector. */
bool sg_in_class(const sg_doc *d, uint32_t t, sg_str name) {
    const sg_tok *w = tok_of(d, t);
    return sg_rows_in_class(sg_rows_by_lemma(d, w, SG_T_CLASSES), name) || title_in_class(d, t, name) ||
           sg_rows_in_class(classes_of_party(d, w), name) || sg_rows_in_class(classes_of_two(d, t), name);
}

/* The same for several classes: the rows that say of which a word is. */
typedef struct class_rows {
    sg_rows by_lemma, of_party, of_two;
} class_rows;

static class_rows classes_of(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    return (class_rows){sg_rows_by_lemma(d, w, SG_T_CLASSES), classes_of_party(d, w), classes_of_two(d, t)};
}

static bool is_of_class(const sg_doc *d, uint32_t t, const class_rows *rows, sg_str name) {
    return sg_rows_in_class(rows->by_lemma, name) || sg_rows_in_class(rows->of_party, name) ||
           sg_rows_in_class(rows->of_two, name) || title_in_class(d, t, name);
}

bool sg_is_party(const sg_doc *d, uint32_t t) {
    return tok_of(d, t)->ent_count || sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_ORGS);
}

/* Does a noun name something done, or said to be done? */
static bool is_act(const sg_doc *d, uint32_t t) {
    static const sg_table_id tables[] = {SG_T_ACTS, SG_T_OPERATORS};
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
        sg_rows r = sg_rows_by_lemma(d, tok_of(d, t), tables[k]);
        for (size_t i = 0; i < r.count; i++)
            if (!k || r.row[i]->cell[POS][0] == 'n') return true;
    }
    return false;
}

/* A state, an organisation of states, or one of theirs; companies and charities are none. */
static bool is_state(const sg_doc *d, uint32_t t) {
    if (!tok_of(d, t)->ent_count) return false;
    const sg_ent *e = &d->ents[tok_of(d, t)->ent];
    return e->country && !sg_list_has("MNC|NGO", sg_str_of(e->country)) && !(e->sector && !strcmp(e->sector, "BUS"));
}

/* A state by its own name, which has no people in it: "Vietnam", but not "the Vietnamese". */
static bool is_country(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    return h && h->head == t && sg_list_has("name|official|variant|capital|organ", sg_str_of(h->row->cell[C_KIND]));
}

/* "called off their strike": a pronoun is of the class of those whom it means. */
static bool is_one_of(const sg_doc *d, uint32_t t, sg_str name) {
    static const char *const classes[][2] = {{"worker", "LAB"},          {"troops", "MIL"},   {"police", "COP"},
                                             {"militia", "REB|PRM|UAF"}, {"official", "GOV"}, {"court", "JUD"},
                                             {"refugee", "REF"}};
    if (tok_of(d, t)->upos != SG_POS_PRON || !tok_of(d, t)->ent_count) return false;
    const char *sector = d->ents[tok_of(d, t)->ent].sector;
    for (size_t i = 0; sector && i < sizeof classes / sizeof *classes; i++)
        if (sg_eqz(name, classes[i][0])) return sg_list_has(classes[i][1], sg_str_of(sector));
    return false;
}

/* An organisation of states, or one of people, whatever its name is made of. */
static bool is_body(const sg_doc *d, uint32_t t, const char *code) {
    const sg_ent *e = tok_of(d, t)->ent_count ? &d->ents[tok_of(d, t)->ent] : NULL;
    return e && !e->person && e->country && !strcmp(e->country, code);
}

/* People whom no table knows: what the mentions take for somebody, and "kept 71 of them", "all were held". */
static bool is_somebody(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    bool person = w->ent_count && d->ents[w->ent].person && w->upos != SG_POS_ADJ;
    return person || (w->ref != NONE && d->refs[w->ref].thing == SG_THING_PERSON);
}

/* A town or hill that no table knows: a name, but nobody's and no person's. */
static bool is_somewhere(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    if (w->upos != SG_POS_PROPN || w->ent_count || w->ref == NONE) return false;
    return d->refs[w->ref].form == SG_REF_NAME && d->refs[w->ref].thing == SG_THING_PLACE;
}

/* "That Peru has left", "is needed": told as so, and not, as "that it leave", "must leave", as what should be. A bare form
 * without an auxiliary may be either. */
static bool is_indicative(const sg_doc *d, uint32_t t) {
    static const char due[] = "must|should|ought|shall|need|may|might";
    const sg_tok *w = tok_of(d, t);
    bool told = (w->bits & SG_FEAT_FIN) && !sg_eq(w->key, w->lemma_key);
    for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if (rel != SG_DEP_AUX && rel != SG_DEP_AUX_PASS && rel != SG_DEP_COP) continue;
        if (sg_list_has(due, tok_of(d, c)->lemma_key)) return false;
        told |= !sg_eqz(tok_of(d, c)->key, "be");
    }
    return told;
}

/* Told as it is, and not as it will, would or must be: "assured that aid is not touched". */
static bool is_settled(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_AUX && sg_word(d, c, "modal")) return false;
    return is_indicative(d, t);
}

bool sg_is_cause_of(const sg_doc *d, uint32_t who, const char *type) {
    if (who == NONE || !type || !sg_list_has("PROTEST|REQUEST|ACCUSE|REJECT|THREATEN", sg_str_of(type))) return false;
    const sg_tok *k = tok_of(d, who);
    bool owns = k->deprel == SG_DEP_NMOD_POSS, of = k->deprel == SG_DEP_NMOD && sg_eqz(sg_case_of(d, who), "of");
    uint32_t noun = owns || of ? k->head : NONE;
    if (noun == NONE || tok_of(d, noun)->upos != SG_POS_NOUN) return false;
    bool asked = !strcmp(type, "PROTEST") || !strcmp(type, "REQUEST");
    if (asked && sg_in_class(d, noun, SG_LIT("deliverance"))) return true;
    sg_str prep = sg_case_of(d, noun);
    bool cause = prep.n && sg_list_has("at|against|over|about|after", prep);
    return cause && sg_in_class(d, noun, SG_LIT("suffering"));
}

bool sg_is_above_order(const sg_ev *e, const char *sector) {
    bool binds_all = !e->likely && e->mode && sg_list_has("curfew|martial-law", sg_str_of(e->mode));
    return binds_all && sector && sg_list_has("GOV|MIL|COP|JUD|LEG|SPY|PTY|OPP|REB|PRM|UAF", sg_str_of(sector));
}

bool sg_is_moved_by(const sg_doc *d, uint32_t who, uint32_t act) {
    uint32_t verb = who == NONE ? NONE : tok_of(d, who)->head;
    bool noun = act != NONE && tok_of(d, act)->upos == SG_POS_NOUN;
    return noun && verb != NONE && act < verb && tok_of(d, who)->deprel == SG_DEP_OBJ && sg_word(d, verb, "moving people");
}

bool sg_is_each_other(const sg_doc *d, uint32_t t) {
    enum { KIND = 4 };
    for (uint32_t from = t ? t - 1 : t; from <= t; from++) {
        uint32_t last = from;
        sg_rows rows = sg_longest_rows(d, SG_T_PRONOUNS, from, &last);
        if (rows.count && last >= t && !strcmp(rows.row[0]->cell[KIND], "each")) return true;
    }
    return false;
}

/* "Recognised each other": those who act are those to whom it is done. NONE for another word. */
static uint32_t doers_of_each(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    bool small = w->upos == SG_POS_PRON || w->upos == SG_POS_ADJ || w->upos == SG_POS_DET;
    if (w->deprel != SG_DEP_OBJ || w->head == NONE || !small) return NONE;
    if (!sg_is_each_other(d, t)) return NONE;
    for (uint32_t c = tok_of(d, w->head)->child; c != NONE; c = tok_of(d, c)->next)
        if (sg_is_subject(tok_of(d, c)) && c != t) return c;
    return NONE;
}

bool sg_in_classes(const sg_doc *d, uint32_t t, sg_str names) {
    sg_str one;
    uint32_t doers = doers_of_each(d, t);
    if (doers != NONE) t = doers;
    class_rows rows = classes_of(d, t);
    while (sg_cut(&names, '|', &one)) {
        if (sg_eqz(one, "party") && sg_is_party(d, t)) return true;
        if (sg_eqz(one, "act") && is_act(d, t)) return true;
        if (sg_eqz(one, "indicative") && is_indicative(d, t)) return true;
        if (sg_eqz(one, "settled") && is_settled(d, t)) return true;
        if (sg_eqz(one, "state") && is_state(d, t)) return true;
        if (sg_eqz(one, "country") && is_country(d, t)) return true;
        if (is_one_of(d, t, one)) return true;
        if (sg_eqz(one, "igo") && is_body(d, t, "IGO")) return true;
        if (sg_eqz(one, "ngo") && is_body(d, t, "NGO")) return true;
        if (sg_eqz(one, "person") && tok_of(d, t)->ent_count && d->ents[tok_of(d, t)->ent].person) return true;
        if (sg_eqz(one, "somebody") && is_somebody(d, t)) return true;
        if (sg_eqz(one, "place") && is_somewhere(d, t)) return true;
        if (is_of_class(d, t, &rows, one)) return true;
    }
    return false;
}

/* Do a hyphen and its halves stand here, without blanks? */
static bool is_joint(const sg_doc *d, uint32_t hyphen) {
    if (!hyphen || hyphen + 1 >= d->tok_count || !sg_eqz(tok_of(d, hyphen)->key, "-")) return false;
    return !tok_of(d, hyphen - 1)->space_after && !tok_of(d, hyphen)->space_after;
}

/* "A sit-in", "walk-outs": is it this word with hyphens, whichever of its halves the token is? */
static bool is_joined_word(const sg_doc *d, uint32_t t, sg_str word) {
    enum { HALVES = 6 };
    uint32_t first = t, last = t;
    while (first > 1 && t - first < HALVES && is_joint(d, first - 1)) first -= 2;
    while (last - t < HALVES && is_joint(d, last + 1)) last += 2;
    size_t at = 0;
    for (uint32_t i = first; i <= last && first < last; i++) {
        sg_str half = tok_of(d, i)->key, lemma = tok_of(d, i)->lemma_key, rest = {word.s + at, word.n - at};
        if (i == last) return sg_eq(rest, half) || sg_eq(rest, lemma);
        if (rest.n < half.n || memcmp(rest.s, half.s, half.n) != 0) return false;
        at += half.n;
    }
    return false;
}

static bool same_word(const sg_doc *d, uint32_t t, sg_str words) {
    sg_str one;
    bool joint = is_joint(d, t + 1) || (t && is_joint(d, t - 1));
    while (sg_cut(&words, '|', &one)) {
        const sg_tok *w = tok_of(d, t);
        if (sg_eq(one, w->lemma_key) || sg_eq(one, w->key)) return true;
        if (joint && memchr(one.s, '-', one.n) && is_joined_word(d, t, one)) return true;
        for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next) {
            uint8_t rel = tok_of(d, c)->deprel;
            bool part = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || (rel == SG_DEP_NMOD_DESC && c < t);
            if (part && sg_eq(one, tok_of(d, c)->lemma_key)) return true;
        }
    }
    return false;
}

/* "Chinese ships and planes": the forces of one land, which do nothing with one another. */
static bool are_one_force(const sg_doc *d, const sg_fill *f) {
    const char *land = NULL;
    for (size_t i = 0; i < f->count; i++) {
        const sg_tok *k = tok_of(d, f->tok[i]);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        if (!e || !e->country || !e->sector || strcmp(e->sector, "MIL") != 0 || e->person) return false;
        if (land && strcmp(land, e->country) != 0) return false;
        land = e->country;
    }
    return land && strcmp(land, "IGO") != 0;
}

/* Two or more, or one word for two: "Iraqi and Jordanian troops". */
static bool are_several(const sg_doc *d, const sg_fill *f) {
    if (f->count > 1) return !are_one_force(d, f);
    return f->count == 1 && tok_of(d, f->tok[0])->ent_count > 1;
}

/* One condition: [!]slot~class|class, [!]slot=lemma|lemma, [!]slot: filled, empty, or [!]stretch>words (pattern.h).
 * 0: it is not met; else how much there is that meets it. */
static int need_met(const sg_frame *fr, sg_str need, uint32_t party[2], filled *kept) {
    bool want = true;
    if (need.n && need.s[0] == '!') want = false, need.s++, need.n--;
    size_t at = 0;
    while (at < need.n && need.s[at] != '~' && need.s[at] != '=' && need.s[at] != '>') at++;
    sg_str slot = {need.s, at}, what = {need.s + at + 1, at < need.n ? need.n - at - 1 : 0};
    if (at < need.n && need.s[at] == '>') {
        uint32_t unbound[2] = {0, 0};
        int there = sg_is_stretch(slot) ? sg_pattern(fr, &kept->stretches, slot, what, want ? party : unbound) : 0;
        return want ? there : !there;
    }
    sg_fill room;
    const sg_fill *f = kept_slot(fr, slot, kept, &room);
    if (at == need.n) return (f->count > 0) == want;
    if (need.s[at] == '~' && sg_eqz(what, "several")) return are_several(fr->doc, f) == want;
    for (size_t i = 0; i < f->count; i++)
        if (need.s[at] == '~' ? sg_in_classes(fr->doc, f->tok[i], what) : same_word(fr->doc, f->tok[i], what)) return want;
    return !want;
}

/* How well a row's needs are met. Only what is there is evidence for a row; a word that is absent is none. */
typedef struct met {
    bool all;
    int score; /* needs met, less, in a loose reading, those that are not */
    uint32_t party[2];
} met;

static met needs_met(const sg_frame *fr, const char *needs, filled *kept) {
    sg_str rest = sg_str_of(needs), one;
    met m = {.all = true};
    while ((m.all || fr->loose) && sg_cut(&rest, ' ', &one)) {
        if (!one.n) continue;
        int there = need_met(fr, one, m.party, kept);
        bool denies = one.s[0] == '!';
        if (!there) m.all = false, m.score -= denies ? 4 : 1;
        else if (!denies) m.score += 2 * there;
    }
    return m;
}

static char pos_of(const sg_tok *t) {
    switch (t->upos) {
    case SG_POS_VERB:
    case SG_POS_AUX: return 'v';
    case SG_POS_NOUN:
    case SG_POS_PROPN: return 'n';
    case SG_POS_ADJ: return 'a';
    default: return 0;
    }
}

/* What a word tells most often, by the number of its rows. */
static const char *commonest(sg_rows r, char pos) {
    enum { TYPES = 32 }; /* more than there are */
    struct {
        const char *type;
        size_t rows;
    } of[TYPES] = {{"", 0}};
    size_t count = 0, best = 0;
    for (size_t i = 0; i < r.count; i++) {
        if (r.row[i]->cell[POS][0] != pos) continue;
        size_t k = 0;
        while (k < count && strcmp(of[k].type, r.row[i]->cell[TYPE]) != 0) k++;
        if (k == TYPES) continue;
        if (k == count) of[count++].type = r.row[i]->cell[TYPE];
        of[k].rows++;
    }
    for (size_t k = 1; k < count; k++)
        if (of[k].rows > of[best].rows) best = k;
    return of[best].type;
}

/* The best row of one phrase: most needs met; the first in file order among equals. A loose reading takes a
 * row whose needs are not all met, where no other is. */
static const sg_row *best_row(const sg_frame *fr, sg_rows r, int needs_at, met *of) {
    const sg_row *best = NULL;
    if (!r.count) return NULL;
    filled kept;
    nothing_filled(&kept);
    const char *usual = fr->loose ? commonest(r, pos_of(tok_of(fr->doc, fr->tok))) : NULL;
    for (size_t i = 0; i < r.count; i++) {
        if (r.row[i]->cell[POS][0] != pos_of(tok_of(fr->doc, fr->tok))) continue;
        if (fr->type && strcmp(fr->type, r.row[i]->cell[TYPE]) != 0) continue;
        met m = needs_met(fr, r.row[i]->cell[needs_at], &kept);
        if (!m.all && !fr->loose) continue;
        if (!m.all && m.score > -4 && !strcmp(r.row[i]->cell[TYPE], usual)) m.score++;
        bool better = !best || (m.all != of->all ? m.all : m.score > of->score);
        if (better) best = r.row[i], *of = m;
    }
    return best;
}

enum { PARTICLE_REACH = 4 }; /* "took the whole town over": further off it is another word's */

/* Can the table hold the word together with this child? The words in their order. */
static bool joins(const sg_frame *fr, uint32_t c, uint32_t *first, uint32_t *last) {
    const sg_doc *d = fr->doc;
    uint8_t rel = tok_of(d, c)->deprel;
    *first = *last = fr->tok;
    if ((rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD) && c < fr->tok) return *first = c, true;
    if (rel == SG_DEP_ADVMOD && c + 1 == fr->tok) return *first = c, true;           /* "verbally attacked" */
    if (rel == SG_DEP_CASE && fr->noun && c + 1 == fr->tok) return *first = c, true; /* "pickers down tools" */
    if ((rel == SG_DEP_COMPOUND_PRT || rel == SG_DEP_ADVMOD) && c > fr->tok && c - fr->tok <= PARTICLE_REACH)
        return *last = c, true;
    /* "called off a strike": parsers often take the particle for a preposition of what follows. */
    uint32_t p = fr->tok + 1;
    bool below = rel == SG_DEP_OBL || rel == SG_DEP_OBJ;
    bool marks = below && p < d->tok_count && tok_of(d, p)->head == c && tok_of(d, p)->deprel == SG_DEP_CASE;
    /* "handed over three prisoners": or for a word of the number. */
    marks |= below && p + 1 < d->tok_count && tok_of(d, p)->head == p + 1 && tok_of(d, p)->deprel == SG_DEP_ADVMOD &&
             tok_of(d, p + 1)->upos == SG_POS_NUM && tok_of(d, p + 1)->head == c;
    return marks && !fr->noun ? *last = p, true : false;
}

/* A particle that no table knows with its verb makes another word of it: "call out" is not "call". */
static bool has_particle(const sg_frame *fr) {
    for (uint32_t c = tok_of(fr->doc, fr->tok)->child; c != NONE; c = tok_of(fr->doc, c)->next)
        if (tok_of(fr->doc, c)->deprel == SG_DEP_COMPOUND_PRT) return true;
    return false;
}

enum { ACT_FLAGS = 8 };

/* Rows of a word's lemma, or of the word as it is written where the table has a row for that ("met" beside "meet"). */
static sg_rows written_rows(const sg_frame *fr, sg_table_id table) {
    const sg_tok *w = tok_of(fr->doc, fr->tok);
    if (table != SG_T_ACTS || sg_eq(w->key, w->lemma_key)) return sg_rows_by_lemma(fr->doc, w, table);
    sg_rows r = sg_rows_by_key(fr->doc, w, table);
    for (size_t i = 0; i < r.count; i++)
        if (sg_list_has(r.row[i]->cell[ACT_FLAGS], SG_LIT("written"))) return r;
    return sg_rows_by_lemma(fr->doc, w, table);
}

static int needs_at_of(sg_table_id table) {
    return table == SG_T_ACTS ? 9 : table == SG_T_OPERATORS ? 5 : 4;
}

bool sg_row_fits(const sg_frame *fr, const sg_row *row) {
    filled kept;
    nothing_filled(&kept);
    return needs_met(fr, row->cell[needs_at_of(row->table)], &kept).all;
}

enum {
    PHRASE_REACH = SG_LONGEST_ACT - 1,
    PHRASE_ROOM = 160
}; /* tokens to each side of its head that a phrase of a table may have */

/* A phrase that grows word by word, by lemma or as written, as long as the table has phrases that begin so. */
typedef struct growth {
    char s[PHRASE_ROOM];
    size_t n;
    bool open, written;
} growth;

static void begin(growth *g, bool written) {
    g->n = 0;
    g->open = true;
    g->written = written;
}

static void grow(const sg_doc *d, sg_table_id table, growth *g, uint32_t t) {
    sg_str w = g->written ? tok_of(d, t)->key : tok_of(d, t)->lemma_key;
    if (!g->open) return;
    if (!g->n) g->open = sg_may_open(g->written ? &tok_of(d, t)->by_key : &tok_of(d, t)->by_lemma, table);
    else g->open = sg_lexicon_opens(d->lex, table, (sg_str){g->s, g->n});
    if (g->open) g->open = sg_key_add(g->s, PHRASE_ROOM, &g->n, w);
}

static const sg_row *phrase_row(const sg_frame *fr, sg_table_id table, const growth *g, met *of) {
    if (!g->open) return NULL;
    return best_row(fr, sg_lexicon_find(fr->doc->lex, table, (sg_str){g->s, g->n}), needs_at_of(table), of);
}

static bool is_below(const sg_doc *d, uint32_t t, uint32_t top) {
    return sg_is_below(d, t, top, 2 * PHRASE_REACH + 1);
}

static bool may_open(const sg_tok *t, sg_table_id table) {
    return sg_may_open(&t->by_key, table) || sg_may_open(&t->by_lemma, table);
}

/* "an exchange of fire", "a cease-fire": the longest phrase of three tokens or more around the word that a table has;
 * the word is its head. */
static const sg_row *long_row(const sg_frame *fr, sg_table_id table, uint32_t *first, uint32_t *last, met *of) {
    const sg_doc *d = fr->doc;
    const sg_sent *in = &d->sents[tok_of(d, fr->tok)->sent];
    const sg_row *best = NULL;
    uint32_t a = fr->tok, end = in->first + in->count;
    if (end > fr->tok + PHRASE_REACH + 1) end = fr->tok + PHRASE_REACH + 1;
    bool any = false; /* most words have no such phrase around them */
    for (uint32_t k = a - in->first < PHRASE_REACH ? in->first : a - PHRASE_REACH; k <= a && !any; k++)
        any = may_open(tok_of(d, k), table);
    if (!any) return NULL;
    for (uint32_t back = 0; back <= PHRASE_REACH && is_below(d, a, fr->tok); back++, a--) {
        if (!may_open(tok_of(d, a), table)) {
            if (a == in->first) break;
            continue;
        }
        growth way[2];
        begin(&way[0], false);
        begin(&way[1], true);
        for (uint32_t b = a; b < end && (way[0].open || way[1].open); b++) {
            grow(d, table, &way[0], b);
            grow(d, table, &way[1], b);
            if (b < fr->tok) continue;
            if (!is_below(d, b, fr->tok)) break;
            if (b < a + 2 || (best && b - a <= *last - *first)) continue;
            met m = {0};
            const sg_row *row = phrase_row(fr, table, &way[0], &m);
            if (!row) row = phrase_row(fr, table, &way[1], &m);
            if (row) best = row, *of = m, *first = a, *last = b;
        }
        if (a == in->first) break;
    }
    return best;
}

const sg_row *sg_reading(sg_frame *fr, sg_table_id table, uint32_t *first, uint32_t *last) {
    const sg_doc *d = fr->doc;
    const sg_tok *w = tok_of(d, fr->tok);
    int needs_at = needs_at_of(table);
    *first = *last = fr->tok;
    if (!pos_of(w)) return NULL;
    met of = {0};
    uint32_t particle = NONE;
    const sg_row *best = long_row(fr, table, first, last, &of);
    for (uint32_t c = best ? NONE : w->child; c != NONE; c = tok_of(d, c)->next) {
        uint32_t a, b;
        char room[TWO_WORDS];
        if (!joins(fr, c, &a, &b) || !sg_may_open(&tok_of(d, a)->by_lemma, table)) continue;
        met m = {0};
        fr->particle = tok_of(d, b)->deprel == SG_DEP_CASE ? b : NONE;
        sg_rows rows = sg_lexicon_find(d->lex, table, two_words(d, a, b, room));
        const sg_row *row = best_row(fr, rows, needs_at, &m);
        if (!row || (best && m.score <= of.score)) continue;
        best = row, of = m;
        *first = a, *last = b;
        particle = fr->particle;
    }
    fr->particle = particle;
    bool apart = !best && table == SG_T_OPERATORS && has_particle(fr);
    if (!best && !apart) best = best_row(fr, written_rows(fr, table), needs_at, &of);
    fr->party[0] = of.party[0], fr->party[1] = of.party[1];
    return best;
}

static bool fits(const char *pattern, const char *value) {
    if (pattern[0] == '*' || pattern[0] == 0) return true;
    if (pattern[0] == '-') return !value || value[0] == 0;
    return value && sg_list_has(pattern, sg_str_of(value));
}

const sg_row *sg_compose(const sg_doc *d, const char *op, const sg_ev *inner) {
    sg_rows r = sg_lexicon_find(d->lex, SG_T_COMPOSE, sg_str_of(op));
    for (size_t i = 0; i < r.count; i++) {
        const char *const *c = r.row[i]->cell;
        bool cameo = c[3][0] == '*' || c[3][0] == 0 || (inner->cameo && strncmp(inner->cameo, c[3], strlen(c[3])) == 0);
        if (fits(c[1], inner->type) && fits(c[2], inner->mode) && cameo) return r.row[i];
    }
    return NULL;
}

void sg_reach(const sg_doc *d, uint32_t t, uint32_t *first, uint32_t *last) {
    if (t < *first) *first = t;
    if (t > *last) *last = t;
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel != SG_DEP_PUNCT) sg_reach(d, c, first, last);
}
