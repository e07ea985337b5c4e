/* algebra_slot.c: see algebra_in.h. Who and what stands in the slots of a word: its subject, object, what is bound to it by a
 * preposition, its owner, the clause below it. */
#include "algebra_in.h"

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
    bool helped = false; /* "and has been received": "been" stands behind "has" */
    for (uint32_t c = v->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if (rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_CSUBJ_PASS) return !only_looks_passive(d, t);
        if (rel == SG_DEP_AUX_PASS) return true;
        if (rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ) return false;
        helped |= rel == SG_DEP_AUX;
    }
    if (helped || is_asking(d, t)) return false;
    bool participle = (v->bits & SG_FEAT_PART) && !(v->bits & SG_FEAT_PRES);
    bool below = v->deprel == SG_DEP_ACL || v->deprel == SG_DEP_AMOD || v->deprel == SG_DEP_ADVCL;
    bool under = participle && v->deprel == SG_DEP_XCOMP && v->head != NONE;
    bool found = under && (has_child(d, v->head, SG_DEP_AUX_PASS) || sg_word(d, v->head, "as it is"));
    /* "was found beaten", "stands accused", unlike "remains opposed" */
    return (participle && below) || found || shares_passive(d, t);
}

/* "Who", "which" of a noun before it; "what we do" is a thing of its own. */
static bool is_relative(const sg_doc *d, uint32_t t) {
    return (tok_of(d, t)->bits & SG_FEAT_REL) && !has_child(d, t, SG_DEP_ACL_RELCL);
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
        bool here = rel == SG_DEP_ADVMOD && tok_of(d, c)->upos == SG_POS_ADV && tok_of(d, c)->ent_count;
        if (here && sg_eqz(prep, "in")) push(f, c);                            /* "arrived here" */
        if (!phrase || !has_case(d, t, c, prep) || sg_in_date(d, c)) continue; /* "called him on Friday" is no calling on */
        bool purpose = (rel == SG_DEP_ACL || rel == SG_DEP_ADVCL) && (tok_of(d, c)->bits & SG_FEAT_INF);
        if (purpose)
            continue; /* "a grant to rebuild roads" goes to nobody, nor "struck the bridge to cut the road" to the cut */
        uint32_t who = is_relative(d, c) ? antecedent(d, t) : c;
        if (who != NONE) push_all(d, f, who);
    }
}

bool sg_comes_from(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) /* "in from" */
        if (tok_of(d, c)->deprel == SG_DEP_CASE && sg_eqz(tok_of(d, c)->key, "from")) return true;
    return false;
}

/* "Seized rifles from Chad", "Chadian-made rifles": where goods that are taken come from, or were made, is no victim of it;
 * but a ship, a firm or money of a land is its own. */
bool sg_is_whence_goods(const sg_doc *d, uint32_t t, const sg_ev *e) {
    static const char owned[] = "vehicle|warship|aircraft|business|property|asset|money|human|party";
    bool seizes = e->type && e->mode && !strcmp(e->type, "COERCE") && !strcmp(e->mode, "seize");
    uint32_t over = tok_of(d, t)->head, verb = e->head;
    if (!seizes || over == NONE) return false;
    if (over > t && tok_of(d, t)->deprel == SG_DEP_COMPOUND && sg_word(d, over, "makes goods")) return true;
    if (!sg_comes_from(d, t)) return false;
    uint32_t goods = over == verb ? NONE : over;
    for (uint32_t c = over == verb ? tok_of(d, verb)->child : NONE; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS) goods = c;
    }
    if (goods == NONE || tok_of(d, goods)->ent_count) return false;
    return sg_in_class(d, goods, SG_LIT("arms")) || !sg_in_classes(d, goods, SG_LIT(owned));
}

/* "at the hands of X": whose hands they are is who did it, as behind "by". */
static void push_hands(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next)
        if (sg_word(d, c, "hands") && sg_eqz(sg_case_of(d, c), "at")) push_case(d, c, f, SG_LIT("of"));
}

/* "backed and funded by X": the agent behind the last of several participles side by side is that of each. */
static uint32_t next_participle(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        if (tok_of(d, c)->deprel != SG_DEP_CONJ || tok_of(d, c)->upos != SG_POS_VERB || c < t) continue;
        bool alike = (tok_of(d, c)->bits & SG_FEAT_PART) && !(tok_of(d, c)->bits & SG_FEAT_PRES);
        for (uint32_t i = t + 1; i < c && alike; i++) {
            uint8_t pos = tok_of(d, i)->upos;
            alike = pos == SG_POS_CCONJ || pos == SG_POS_ADV || pos == SG_POS_PUNCT;
        }
        if (alike) return c;
    }
    return NONE;
}

static void agent(const sg_doc *d, uint32_t t, sg_fill *f) {
    push_dependents(d, t, f, SG_DEP_OBL_AGENT, SG_DEP_OBL_AGENT);
    uint32_t with = f->count ? NONE : next_participle(d, t);
    if (with != NONE) push_dependents(d, with, f, SG_DEP_OBL_AGENT, SG_DEP_OBL_AGENT);
    if (!f->count) push_hands(d, t, f);
}

/* "condemned the police for firing on them", "was fined for smuggling": who is blamed, thanked or punished did it. */
static uint32_t judged_for(const sg_doc *d, uint32_t t) {
    const sg_tok *v = tok_of(d, t);
    bool for_it = false;
    if (v->upos != SG_POS_VERB || v->deprel != SG_DEP_ADVCL || v->head == NONE || v->head > t) return NONE;
    for (uint32_t c = v->child; c != NONE && c < t; c = tok_of(d, c)->next)
        for_it |= tok_of(d, c)->deprel == SG_DEP_MARK && sg_eqz(tok_of(d, c)->key, "for");
    uint8_t whom = sg_is_passive(d, v->head) ? SG_DEP_NSUBJ_PASS : SG_DEP_OBJ;
    for (uint32_t c = tok_of(d, v->head)->child; c != NONE && for_it && c < t; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == whom && tok_of(d, c)->ent_count) return c;
    return NONE;
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
    uint32_t judged = judged_for(d, t);
    if (judged != NONE) {
        push_all(d, f, judged);
        return;
    }
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

/* "Demanded that X go", "it was demanded that X go". */
static void told_clause(const sg_doc *d, uint32_t t, sg_fill *f) {
    clause(d, t, f, SG_DEP_CCOMP);
    if (!f->count) clause(d, t, f, SG_DEP_CSUBJ_PASS);
}

/* "the story that X did it": parsers take such a clause for a relative one as often. */
static void noun_clause(const sg_doc *d, uint32_t t, sg_fill *f) {
    clause(d, t, f, SG_DEP_ACL);
    if (!f->count) clause(d, t, f, SG_DEP_ACL_RELCL);
}

/* "Opened talks with Y to buy wheat": what follows an act as object is its purpose, unless it is what the noun takes ("made
 * an appeal to go"). */
static bool has_act_as_object(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE; c = tok_of(d, c)->next) {
        const sg_tok *k = tok_of(d, c);
        if (k->deprel != SG_DEP_OBJ || k->upos != SG_POS_NOUN || k->ent_count) continue;
        return sg_names_act(d, c) && !sg_rows_by_lemma(d, k, SG_T_OPERATORS).count;
    }
    return false;
}

/* An open complement; parsers often hang it as an infinitive of purpose, or a gerund that follows at once ("stopped
 * sending"), which beside an operator is the same. */
static void infinitive(const sg_doc *d, uint32_t t, sg_fill *f) {
    clause(d, t, f, SG_DEP_XCOMP);
    if (!f->count && has_act_as_object(d, t)) return;
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

/* "A truck belonging to the army", "a tanker owned by a Greek firm": whose it is, by a participle. */
static void owner_behind(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next) {
        const char *prep = tok_of(d, c)->deprel == SG_DEP_ACL ? sg_word(d, c, "owned with") : NULL;
        if (prep) push_case(d, c, f, sg_str_of(prep));
    }
}

/* "Chile's tests and launches": what is joined to a noun has its owner. */
static void owner(const sg_doc *d, uint32_t t, sg_fill *f) {
    push_dependents(d, t, f, SG_DEP_NMOD_POSS, SG_DEP_NMOD_POSS);
    if (!f->count) owner_behind(d, t, f);
    const sg_tok *w = tok_of(d, t);
    if (f->count || w->deprel != SG_DEP_CONJ || w->head == NONE || tok_of(d, w->head)->upos != SG_POS_NOUN) return;
    for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_DET) return;
    push_dependents(d, w->head, f, SG_DEP_NMOD_POSS, SG_DEP_NMOD_POSS);
}

/* "the abduction of a priest by rebels": parsers hang who did it on the noun before, which does nothing itself. */
static void agent_below(const sg_doc *d, uint32_t t, sg_fill *f) {
    for (uint32_t c = tok_of(d, t)->child; c != NONE && !f->count; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD && c > t && !sg_names_act(d, c)) push_case(d, c, f, SG_LIT("by"));
}

void sg_nothing_filled(const sg_frame *fr, sg_filled *kept) {
    kept->serial = sg_needs_serial(fr->doc->needs);
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

static void slot_of(const sg_frame *fr, sg_str slot, sg_fill *f, sg_filled *kept) {
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
    else if (sg_eqz(slot, "ccomp")) told_clause(d, fr->tok, f);
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

static void fill_slot(const sg_frame *fr, sg_str slot, sg_fill *f, sg_filled *kept) {
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

const sg_fill *sg_kept_slot(const sg_frame *fr, const sg_need *of, sg_filled *kept, sg_fill *room) {
    for (size_t i = 0; i < kept->count; i++)
        if (kept->at[i].hash == of->slot_hash && sg_eq(kept->at[i].name, of->slot)) return &kept->at[i].fill;
    fill_slot(fr, of->slot, room, kept);
    if (kept->count == SG_SLOTS_KEPT) return room;
    kept->at[kept->count].name = of->slot;
    kept->at[kept->count].hash = of->slot_hash;
    copy_fill(&kept->at[kept->count].fill, room);
    return &kept->at[kept->count++].fill;
}

void sg_slots(const sg_frame *fr, const char *slots, sg_fill *f) {
    sg_str rest = sg_str_of(slots), one;
    f->count = 0;
    while (!f->count && sg_cut(&rest, '|', &one)) sg_slot(fr, one, f);
}
