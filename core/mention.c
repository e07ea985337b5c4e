/* mention.c: see mention.h. */
#include "mention.h"

enum { P_PERSON = 1, P_NUMBER, P_GENDER, P_KIND, N_CLASS = 1, N_GENDER = 2 };
enum { NAME_WORDS = 12, GIVEN_ROOM = 64 };

typedef struct maker {
    sg_doc *d;
    const sg_ranks *ranks;
    uint32_t *low, *high; /* the stretch of each word's subtree */
    bool *dated;          /* words that tell a time */
    bool found;           /* names were looked for */
    sg_thing_trace *trace;
    void *user;
} maker;

static sg_tok *tk(const maker *m, uint32_t t) {
    return &m->d->toks[t];
}

/* ---- stretches -------------------------------------------------------------------------------- */

/* From the leaves up, so that every word is looked at once. */
static void find_stretches(maker *m) {
    size_t n = m->d->tok_count, ready = 0;
    m->low = SG_NEW(m->d->arena, uint32_t, n + 1);
    m->high = SG_NEW(m->d->arena, uint32_t, n + 1);
    uint32_t *waits = SG_NEW(m->d->arena, uint32_t, n + 1), *leaf = SG_NEW(m->d->arena, uint32_t, n + 1);
    for (uint32_t t = 0; t < n; t++) {
        m->low[t] = m->high[t] = t;
        if (tk(m, t)->head != NONE) waits[tk(m, t)->head]++;
    }
    for (uint32_t t = 0; t < n; t++)
        if (!waits[t]) leaf[ready++] = t;
    for (size_t i = 0; i < ready; i++) {
        uint32_t t = leaf[i], up = tk(m, t)->head;
        if (up == NONE) continue;
        if (m->low[t] < m->low[up]) m->low[up] = m->low[t];
        if (m->high[t] > m->high[up]) m->high[up] = m->high[t];
        if (!--waits[up]) leaf[ready++] = up;
    }
}

static bool has_child(const maker *m, uint32_t t, uint8_t rel) {
    for (uint32_t c = tk(m, t)->child; c != NONE; c = tk(m, c)->next)
        if (tk(m, c)->deprel == rel) return true;
    return false;
}

static bool after_comma(const maker *m, uint32_t t) {
    uint32_t from = m->low[t];
    return tk(m, from)->upos == SG_POS_PUNCT || (from > 0 && tk(m, from - 1)->upos == SG_POS_PUNCT);
}

/* Does a child's subtree belong to the words of its head's mention? */
static bool within(const maker *m, uint32_t head, uint32_t c, bool predicate) {
    const sg_tok *k = tk(m, c);
    switch (k->deprel) {
    case SG_DEP_CASE: return c > head; /* 's */
    case SG_DEP_DET:
    case SG_DEP_AMOD:
    case SG_DEP_COMPOUND:
    case SG_DEP_FLAT:
    case SG_DEP_NMOD_POSS:
    case SG_DEP_NMOD_DESC:
    case SG_DEP_NUMMOD:
    case SG_DEP_FIXED:
    case SG_DEP_GOESWITH:
    case SG_DEP_DET_PREDET: return true;
    case SG_DEP_NMOD:
    case SG_DEP_ACL:
    case SG_DEP_ACL_RELCL: return c > head;
    case SG_DEP_OBL:
    case SG_DEP_OBJ:
    case SG_DEP_XCOMP: return c > head && !predicate;
    case SG_DEP_APPOS: return !after_comma(m, c); /* "the physician Yang", not "Yang, the physician" */
    case SG_DEP_NMOD_UNMARKED: return k->upos == SG_POS_PROPN || k->upos == SG_POS_PRON;
    case SG_DEP_LIST: return k->upos == SG_POS_PROPN && tk(m, head)->upos == SG_POS_PROPN;
    default: return false;
    }
}

/* "Thousands of protesters", "a number of states": the word that counts the noun, or NONE. */
static uint32_t counted_by(const maker *m, uint32_t t) {
    uint32_t up = tk(m, t)->head;
    if (up == NONE || up > t || tk(m, t)->deprel != SG_DEP_NMOD || !sg_says(m->d, up, "many")) return NONE;
    for (uint32_t c = tk(m, t)->child; c != NONE && c < t; c = tk(m, c)->next)
        if (tk(m, c)->deprel == SG_DEP_CASE && sg_says(m->d, c, "counted")) return up;
    return NONE;
}

static bool counts(const maker *m, uint32_t t) {
    for (uint32_t c = sg_says(m->d, t, "many") ? tk(m, t)->child : NONE; c != NONE; c = tk(m, c)->next)
        if (counted_by(m, c) == t && (tk(m, c)->upos == SG_POS_NOUN || tk(m, c)->upos == SG_POS_PROPN)) return true;
    return false;
}

static void stretch(const maker *m, uint32_t head, sg_ref *r) {
    bool predicate = has_child(m, head, SG_DEP_COP);
    r->first = r->last = head;
    for (uint32_t c = tk(m, head)->child; c != NONE; c = tk(m, c)->next) {
        if (!within(m, head, c, predicate)) continue;
        if (m->low[c] < r->first) r->first = m->low[c];
        if (m->high[c] > r->last) r->last = m->high[c];
    }
    uint32_t count = counted_by(m, head);
    if (count != NONE) r->first = m->low[count] < head && !has_child(m, count, SG_DEP_CASE) ? m->low[count] : count;
    while (r->last > head && tk(m, r->last)->upos == SG_POS_PUNCT) r->last--;
    while (r->first < head && tk(m, r->first)->upos == SG_POS_PUNCT) r->first++;
}

/* ---- who can be a mention ----------------------------------------------------------------------- */

static const sg_row *pronoun_row(const sg_doc *d, uint32_t t) {
    sg_rows found = sg_rows_by_key(d, &d->toks[t], SG_T_PRONOUNS);
    return found.count ? found.row[0] : NULL;
}

const sg_row *sg_noun_row(const sg_doc *d, uint32_t t, const char *cls) {
    const sg_tok *w = &d->toks[t];
    for (int k = 0; k < 2; k++) {
        sg_rows found = k ? sg_rows_by_key(d, w, SG_T_NOUNS) : sg_rows_by_lemma(d, w, SG_T_NOUNS);
        for (size_t i = 0; i < found.count; i++)
            if (!cls || !strcmp(found.row[i]->cell[N_CLASS], cls)) return found.row[i];
        if (found.count) break;
    }
    return NULL;
}

static bool is_nominal_place(uint8_t rel) {
    switch (rel) {
    case SG_DEP_NSUBJ:
    case SG_DEP_NSUBJ_PASS:
    case SG_DEP_NSUBJ_OUTER:
    case SG_DEP_OBJ:
    case SG_DEP_IOBJ:
    case SG_DEP_OBL:
    case SG_DEP_OBL_AGENT:
    case SG_DEP_NMOD:
    case SG_DEP_NMOD_POSS:
    case SG_DEP_CONJ:
    case SG_DEP_ROOT: return true;
    default: return false;
    }
}

static uint8_t personal_form(const char *person, const char *number, const char *gender) {
    switch (*person) {
    case '1': return *number == 'p' ? SG_REF_WE : SG_REF_I;
    case '2': return SG_REF_YOU;
    default: break;
    }
    if (*number == 'p') return SG_REF_THEY;
    return *gender == 'm' ? SG_REF_HE : *gender == 'f' ? SG_REF_SHE : SG_REF_IT;
}

/* "Each agreed", "neither spoke", but not "each other", "neither of them". */
static bool is_every_one(const maker *m, uint32_t t) {
    return sg_is_subject(tk(m, t)) && !has_child(m, t, SG_DEP_NMOD);
}

/* What a row of en/pronouns makes of the word; SG_REF_FORMS: nothing here. */
static uint8_t pronoun_form(const maker *m, uint32_t t, const sg_row *row) {
    const char *kind = row->cell[P_KIND];
    const sg_tok *k = tk(m, t);
    bool pron = k->upos == SG_POS_PRON, many = *row->cell[P_NUMBER] == 'p';
    if (!strcmp(kind, "here")) return k->upos == SG_POS_ADV ? SG_REF_HERE : SG_REF_FORMS;
    if (!pron && !is_nominal_place(k->deprel)) return SG_REF_FORMS;
    if (!strcmp(kind, "each")) return SG_REF_EACH;
    if (!strcmp(kind, "two")) return SG_REF_TWO;
    if (!strcmp(kind, "every")) return is_every_one(m, t) ? SG_REF_TWO : SG_REF_FORMS;
    if (!strcmp(kind, "some")) return SG_REF_ANY;
    if (!strcmp(kind, "former")) return SG_REF_FORMER;
    if (!strcmp(kind, "latter")) return SG_REF_LATTER;
    if (!pron) return SG_REF_FORMS;
    if (!strcmp(kind, "who") || (k->bits & SG_FEAT_REL)) return SG_REF_WHO;
    if (!strcmp(kind, "this")) return many ? SG_REF_THESE : SG_REF_THIS;
    return personal_form(row->cell[P_PERSON], row->cell[P_NUMBER], row->cell[P_GENDER]);
}

static uint8_t genders_of(const char *cell) {
    switch (*cell) {
    case 'm': return SG_MASC;
    case 'f': return SG_FEMN;
    case 'n': return SG_NEUT;
    case 'h': return SG_MASC | SG_FEMN;
    default: return SG_GENDERS;
    }
}

static bool take_pronoun(const maker *m, uint32_t t, sg_ref *r) {
    const sg_tok *k = tk(m, t);
    if (k->deprel == SG_DEP_EXPL || k->deprel == SG_DEP_DET || k->deprel == SG_DEP_NUMMOD) return false;
    bool may = k->upos == SG_POS_PRON || k->upos == SG_POS_ADV || k->upos == SG_POS_DET || k->upos == SG_POS_NUM ||
               k->upos == SG_POS_ADJ || k->upos == SG_POS_NOUN;
    const sg_row *row = may ? pronoun_row(m->d, t) : NULL;
    if (!row) return false;
    r->form = pronoun_form(m, t, row);
    if (r->form == SG_REF_FORMS) return false;
    const char *number = row->cell[P_NUMBER], *kind = row->cell[P_KIND];
    r->number = *number == 's' ? SG_SINGLE : *number == 'p' ? SG_SEVERAL : SG_NUMBERS;
    r->gender = genders_of(row->cell[P_GENDER]);
    r->own = !strcmp(kind, "own");
    r->self = !strcmp(kind, "self");
    return true;
}

static bool same_hit(const maker *m, uint32_t a, uint32_t b) {
    return tk(m, a)->hit != NONE && tk(m, a)->hit == tk(m, b)->hit;
}

/* A modifier is a mention of its own where it names something by itself: "the Peru office", "US officials"; not
 * where it is a part of a longer name. */
static bool stands_alone(const maker *m, uint32_t t) {
    uint32_t up = tk(m, t)->head;
    if (up == NONE || same_hit(m, t, up)) return false;
    if (tk(m, t)->upos == SG_POS_PROPN) return tk(m, up)->upos == SG_POS_NOUN || sg_hit_over(m->d, t, 0, SG_T_ORGS);
    return sg_noun_row(m->d, t, "person") || sg_noun_row(m->d, t, "body") || sg_noun_row(m->d, t, "people");
}

static bool can_be(const maker *m, uint32_t t) {
    const sg_tok *k = tk(m, t);
    if ((k->upos != SG_POS_NOUN && k->upos != SG_POS_PROPN) || m->dated[t]) return false;
    switch (k->deprel) {
    case SG_DEP_FLAT:
    case SG_DEP_FIXED:
    case SG_DEP_GOESWITH:
    case SG_DEP_NMOD_DESC:
    case SG_DEP_CASE:
    case SG_DEP_CC:
    case SG_DEP_MARK:
    case SG_DEP_DET: return false;
    case SG_DEP_COMPOUND:
    case SG_DEP_AMOD: return stands_alone(m, t);
    case SG_DEP_APPOS: return after_comma(m, t);
    case SG_DEP_LIST: return !(k->upos == SG_POS_PROPN && tk(m, k->head)->upos == SG_POS_PROPN);
    default: return true;
    }
}

/* ---- names ------------------------------------------------------------------------------------- */

static bool is_title(const maker *m, uint32_t t) {
    return sg_noun_row(m->d, t, "person") != NULL;
}

static bool name_word(const maker *m, const sg_ref *r, uint32_t t) {
    if (t < r->first || t > r->last) return false;
    if (same_hit(m, t, r->head)) return true;
    const sg_tok *k = tk(m, t);
    if (k->deprel == SG_DEP_NMOD_POSS || k->deprel == SG_DEP_CASE || k->deprel == SG_DEP_DET) return false;
    return k->upos == SG_POS_PROPN || (sg_is_capital(k) && (k->upos == SG_POS_ADJ || k->upos == SG_POS_NOUN));
}

static bool hyphen_at(const maker *m, uint32_t t) {
    return tk(m, t)->upos == SG_POS_PUNCT && sg_eqz(tk(m, t)->form, "-");
}

/* "Queen Mary University" has no title before it. */
static bool names_body(const maker *m, const sg_ref *r) {
    return sg_noun_row(m->d, r->name[1], "body") || sg_noun_row(m->d, r->name[1], "place");
}

/* The words of the name itself, around its head; titles, and what stands before these, are left out where a word
 * remains: "Peruvian Foreign Minister Ana Lima". */
static void find_name(const maker *m, sg_ref *r) {
    uint32_t a = r->head, b = r->head;
    while (a > r->first && r->head - a < NAME_WORDS) {
        if (name_word(m, r, a - 1)) a--;
        else if (a > r->first + 1 && hyphen_at(m, a - 1) && name_word(m, r, a - 2)) a -= 2;
        else break;
    }
    while (b < r->last && b - r->head < NAME_WORDS) {
        if (name_word(m, r, b + 1)) b++;
        else if (b + 1 < r->last && hyphen_at(m, b + 1) && name_word(m, r, b + 2)) b += 2;
        else break;
    }
    r->name[0] = a;
    r->name[1] = b;
    if (same_hit(m, a, b) || names_body(m, r)) return;
    for (uint32_t t = a; t < b; t++)
        if (is_title(m, t) && !same_hit(m, t, t + 1) && tk(m, t + 1)->upos != SG_POS_PUNCT) r->name[0] = t + 1;
}

static const sg_row *given_row(const sg_doc *d, uint32_t t, uint32_t last) {
    char key[GIVEN_ROOM];
    const sg_tok *k = d->toks;
    if (t + 2 <= last && sg_eqz(k[t + 1].form, "-") && k[t].key.n + k[t + 2].key.n + 4 < sizeof key) { /* Jean-Luc */
        memcpy(key, k[t].key.s, k[t].key.n);
        memcpy(key + k[t].key.n, " - ", 3);
        memcpy(key + k[t].key.n + 3, k[t + 2].key.s, k[t + 2].key.n);
        sg_rows found = sg_lexicon_find(d->lex, SG_T_GIVEN, (sg_str){key, k[t].key.n + 3 + k[t + 2].key.n});
        if (found.count) return found.row[0];
    }
    sg_rows found = sg_lexicon_find(d->lex, SG_T_GIVEN, k[t].key);
    return found.count ? found.row[0] : NULL;
}

/* ---- gender, number, form ----------------------------------------------------------------------- */

/* The world's row over a name's head; not where it is a family's name: "Ana Lima". */
static const sg_hit *name_hit(const maker *m, const sg_ref *r) {
    const sg_hit *h = sg_hit_over(m->d, r->head, 0, SG_T_HOLDERS);
    bool name = r->form == SG_REF_NAME || r->form == SG_REF_SHORT;
    return h && name && h->first > r->name[0] && given_row(m->d, r->name[0], r->name[1]) ? NULL : h;
}

/* "Rousseff", "President Rousseff", "the Brazilian president": of a person whom the tables know, by the first word of the
 * whole name, Dilma; any where nothing tells. */
static uint8_t known_gender(const maker *m, uint32_t head) {
    const sg_tok *k = tk(m, head);
    const sg_ent *e = k->ent_count == 1 ? &m->d->ents[k->ent] : NULL;
    if (!e || !e->person || e->plural || !e->name) return SG_GENDERS;
    sg_str rest = sg_str_of(e->name), first;
    if (!sg_cut(&rest, ' ', &first) || !rest.n) return SG_GENDERS;
    sg_rows found = sg_lexicon_find(m->d->lex, SG_T_GIVEN, sg_fold(m->d->arena, first, NULL));
    return found.count && *found.row[0]->cell[1] ? genders_of(found.row[0]->cell[1]) : SG_GENDERS;
}

static uint8_t name_gender(const maker *m, const sg_ref *r) {
    for (uint32_t t = r->first; t < r->name[0]; t++) { /* Mr, Queen */
        const sg_row *title = sg_noun_row(m->d, t, "person");
        if (!title || !*title->cell[N_GENDER]) continue;
        /* "Bishop Ana Quispe": what she does is told by a word for men, but not her name */
        const sg_row *own = sg_hit_over(m->d, t, SG_T_ROLES, SG_T_ROLES) ? given_row(m->d, r->name[0], r->name[1]) : NULL;
        return genders_of(own && *own->cell[1] ? own->cell[1] : title->cell[N_GENDER]);
    }
    const sg_hit *h = name_hit(m, r);
    if (h && h->row->table != SG_T_HOLDERS) return h->head == r->head ? SG_NEUT : SG_GENDERS;
    const sg_row *given = given_row(m->d, r->name[0], r->name[1]);
    if (given && *given->cell[1]) return genders_of(given->cell[1]);
    return h ? SG_MASC | SG_FEMN : SG_GENDERS;
}

/* Of a description: a man, a woman, one of them, a thing; anything where the word tells nothing. */
static uint8_t noun_gender(const sg_doc *d, uint32_t t) {
    const sg_row *person = sg_noun_row(d, t, "person");
    if (person) return *person->cell[N_GENDER] ? genders_of(person->cell[N_GENDER]) : SG_MASC | SG_FEMN;
    const sg_row *any = sg_noun_row(d, t, NULL);
    return !any || !strcmp(any->cell[N_CLASS], "people") ? SG_GENDERS : SG_NEUT;
}

static bool is_several(const maker *m, uint32_t t) {
    return sg_noun_row(m->d, t, "people") || sg_noun_row(m->d, t, "body") || sg_noun_row(m->d, t, "country");
}

static uint8_t noun_form(const maker *m, uint32_t head, bool many) {
    for (uint32_t c = tk(m, head)->child; c != NONE; c = tk(m, c)->next) {
        const sg_tok *k = tk(m, c);
        if (k->deprel == SG_DEP_NMOD_POSS) return SG_REF_THEIR;
        if (k->deprel == SG_DEP_NUMMOD && !has_child(m, head, SG_DEP_DET)) return SG_REF_SOME;
        if (k->deprel != SG_DEP_DET) continue;
        if (k->bits & SG_FEAT_DEF) return SG_REF_THE;
        const sg_row *row = pronoun_row(m->d, c);
        if (row && !strcmp(row->cell[P_KIND], "this")) return SG_REF_THAT;
        if (row && !strcmp(row->cell[P_KIND], "two")) return SG_REF_THE;
        return row || (k->bits & SG_FEAT_NEG) || many ? SG_REF_SOME : SG_REF_A;
    }
    return many ? SG_REF_BARE_MANY : SG_REF_BARE;
}

/* Taggers take names for nouns now and then: not where the world's tables know the words as a name. */
static bool is_name(const maker *m, uint32_t t) {
    const sg_tok *k = tk(m, t);
    const sg_hit *h = k->upos == SG_POS_PROPN ? NULL : sg_hit_over(m->d, t, 0, SG_T_HOLDERS);
    return k->upos == SG_POS_PROPN || (h && h->head == t && sg_is_capital(k));
}

static void describe(const maker *m, sg_ref *r) {
    const sg_tok *k = tk(m, r->head);
    bool many = (k->bits & SG_FEAT_PLUR) != 0, name = is_name(m, r->head);
    r->gender = SG_GENDERS;
    r->sex = many ? SG_GENDERS : known_gender(m, r->head);
    r->number = many ? SG_SEVERAL : SG_SINGLE;
    if (name) {
        find_name(m, r);
        r->form = r->name[0] < r->name[1] ? SG_REF_NAME : SG_REF_SHORT;
        r->gender = name_gender(m, r);
        bool titled = r->first < r->name[0] && is_title(m, r->name[0] - 1);
        bool one = titled || given_row(m->d, r->name[0], r->name[1]);
        r->number = one ? SG_SINGLE : SG_NUMBERS;
        return;
    }
    r->form = noun_form(m, r->head, many);
    r->gender = noun_gender(m->d, r->head);
    if (!many && is_several(m, r->head)) r->number = SG_NUMBERS;
}

/* ---- what kind of thing --------------------------------------------------------------------------- */

uint32_t sg_part_before(const sg_doc *d, uint32_t t) {
    uint32_t many = t < 2 ? NONE : t - 2;
    const sg_tok *k = &d->toks[t];
    if (many == NONE || k->upos != SG_POS_PRON || d->toks[many].sent != k->sent) return NONE;
    if (d->toks[many].upos != SG_POS_NUM && !sg_says(d, many, "many")) return NONE;
    if (d->toks[t - 1].deprel != SG_DEP_CASE || d->toks[t - 1].head != t || !sg_says(d, t - 1, "counted")) return NONE;
    return k->head == many || (k->head == d->toks[many].head && k->deprel == SG_DEP_OBL) ? many : NONE;
}

static uint8_t role_of(const maker *m, uint32_t t) {
    const sg_tok *k = tk(m, t);
    if (has_child(m, t, SG_DEP_COP)) return SG_ROLE_PREDICATE;
    uint32_t many = sg_part_before(m->d, t);
    if (many != NONE) return role_of(m, many);
    switch (k->deprel) {
    case SG_DEP_NSUBJ:
    case SG_DEP_NSUBJ_OUTER: return SG_ROLE_SUBJECT;
    case SG_DEP_NSUBJ_PASS: return SG_ROLE_PASSIVE;
    case SG_DEP_OBJ: return SG_ROLE_OBJECT;
    case SG_DEP_IOBJ:
    case SG_DEP_OBL_AGENT: return SG_ROLE_AGENT;
    case SG_DEP_OBL: return SG_ROLE_OBLIQUE;
    case SG_DEP_NMOD_POSS: return SG_ROLE_OWNER;
    case SG_DEP_NMOD: return SG_ROLE_OF;
    case SG_DEP_COMPOUND:
    case SG_DEP_AMOD: return SG_ROLE_MODIFIER;
    case SG_DEP_APPOS: return SG_ROLE_APPOSITION;
    case SG_DEP_XCOMP: return SG_ROLE_PREDICATE;
    case SG_DEP_CONJ: return k->head != NONE && k->head < t ? role_of(m, k->head) : SG_ROLE_OTHER;
    default: return SG_ROLE_OTHER;
    }
}

/* The group of the preposition before it, by en/grammar; 0 where there is none. */
static unsigned case_of(const maker *m, uint32_t t) {
    for (uint32_t c = tk(m, t)->child; c != NONE; c = tk(m, c)->next) {
        if (tk(m, c)->deprel != SG_DEP_CASE) continue;
        const char *group = sg_says(m->d, c, "case");
        return group && *group >= '1' && *group < '0' + SG_CASES ? (unsigned)(*group - '0') : SG_CASES - 1;
    }
    return 0;
}

static unsigned country_hit(const char *kind) {
    static const struct {
        const char *kind;
        unsigned is;
    } kinds[] = {{"capital", SG_HIT_CAPITAL}, {"city", SG_HIT_CITY},    {"territory", SG_HIT_LAND},
                 {"adjective", SG_HIT_FOLK},  {"demonym", SG_HIT_FOLK}, {"demonyms", SG_HIT_FOLK},
                 {"people", SG_HIT_FOLK},     {"organ", SG_HIT_SEAT}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kind, kinds[i].kind)) return kinds[i].is;
    return SG_HIT_STATE;
}

/* Which table of the world knows the head, as the last word of a phrase of its own. */
static unsigned hit_of(const maker *m, const sg_ref *r) {
    const sg_hit *h = name_hit(m, r);
    if (h && h->head != r->head) h = NULL;
    const sg_hit *role = sg_hit_over(m->d, r->head, SG_T_ROLES, SG_T_ROLES);
    if (h && h->row->table == SG_T_COUNTRIES) return country_hit(h->row->cell[C_KIND]);
    if (h) return h->row->table < SG_T_ORGS ? SG_HIT_ORGAN : h->row->table == SG_T_ORGS ? SG_HIT_ORG : SG_HIT_HOLDER;
    if (!role || role->head != r->head) return SG_HIT_NONE;
    return !strcmp(role->row->cell[R_KIND], "person") ? SG_HIT_ROLE : SG_HIT_GROUP;
}

static void weigh(const maker *m, sg_ref *r, sg_feature f, unsigned b, unsigned c) {
    if (m->trace) m->trace(m->user, (uint32_t)m->d->ref_count, f, b, c);
    for (unsigned thing = SG_THING_PERSON; thing < SG_THINGS; thing++)
        r->worth[thing] += m->ranks->weight[sg_feature_at(m->ranks, f, thing, b, c)];
}

static void clue(const maker *m, sg_ref *r, unsigned which) {
    r->clues |= UINT32_C(1) << which;
    weigh(m, r, SG_F_THING_CLUE, which, 0);
}

/* Does the word end like a word for a person? */
static bool person_ending(const sg_doc *d, sg_str lemma) {
    for (size_t k = lemma.n > 8 ? lemma.n - 8 : 1; k + 1 < lemma.n; k++) {
        sg_rows found = sg_lexicon_find(d->lex, SG_T_NOUNS, (sg_str){lemma.s + k, lemma.n - k});
        for (size_t i = 0; i < found.count; i++)
            if (!strcmp(found.row[i]->cell[N_CLASS], "ending")) return true;
    }
    return false;
}

static void noun_clues(const maker *m, sg_ref *r) {
    static const char *const classes[] = {"person", "people", "body", "place", "country", "thing"};
    sg_rows found = sg_rows_by_lemma(m->d, tk(m, r->head), SG_T_NOUNS);
    if (!found.count) found = sg_rows_by_key(m->d, tk(m, r->head), SG_T_NOUNS);
    bool any = false;
    for (size_t i = 0; i < found.count; i++)
        for (unsigned k = 0; k < sizeof classes / sizeof *classes; k++)
            if (!strcmp(found.row[i]->cell[N_CLASS], classes[k])) clue(m, r, SG_CLUE_PERSON + k), any = true;
    if (any) return;
    clue(m, r, person_ending(m->d, tk(m, r->head)->lemma_key) ? SG_CLUE_ENDING : SG_CLUE_UNKNOWN);
}

static void name_clues(const maker *m, sg_ref *r) {
    unsigned words = 0;
    bool body = false, place = false, person = false, capitals = true;
    for (uint32_t t = r->name[0]; t <= r->name[1]; t++) {
        if (tk(m, t)->upos == SG_POS_PUNCT) continue;
        words++;
        capitals = capitals && tk(m, t)->caps;
        body = body || sg_noun_row(m->d, t, "body");
        place = place || sg_noun_row(m->d, t, "place");
        person = person || sg_noun_row(m->d, t, "person");
    }
    if (given_row(m->d, r->name[0], r->name[1])) clue(m, r, SG_CLUE_GIVEN);
    if (r->first < r->name[0] && is_title(m, r->name[0] - 1)) clue(m, r, SG_CLUE_TITLE);
    if (body) clue(m, r, SG_CLUE_NAME_BODY);
    if (place) clue(m, r, SG_CLUE_NAME_PLACE);
    if (person) clue(m, r, SG_CLUE_NAME_PERSON);
    if (capitals) clue(m, r, SG_CLUE_CAPITALS);
    if (words == 2) clue(m, r, SG_CLUE_WORDS_TWO);
    if (words > 2) clue(m, r, SG_CLUE_WORDS_MORE);
    if (has_child(m, r->head, SG_DEP_DET)) clue(m, r, SG_CLUE_THE);
}

static void clause_clues(const maker *m, sg_ref *r) {
    const sg_tok *k = tk(m, r->head);
    if (r->role == SG_ROLE_SUBJECT && k->head != NONE) {
        if (sg_rows_by_lemma(m->d, tk(m, k->head), SG_T_OPERATORS).count) clue(m, r, SG_CLUE_SPEAKS);
        else if (sg_rows_by_lemma(m->d, tk(m, k->head), SG_T_ACTS).count) clue(m, r, SG_CLUE_ACTS);
    }
    for (uint32_t c = k->child; c != NONE; c = tk(m, c)->next) {
        if (tk(m, c)->deprel == SG_DEP_CASE && c > r->head) clue(m, r, SG_CLUE_OWNS);
        if (tk(m, c)->deprel != SG_DEP_ACL_RELCL) continue;
        for (uint32_t w = tk(m, c)->child; w != NONE; w = tk(m, w)->next) {
            const sg_row *row = tk(m, w)->upos == SG_POS_PRON ? pronoun_row(m->d, w) : NULL;
            if (row && *row->cell[P_GENDER] == 'h') clue(m, r, SG_CLUE_WHO);
        }
    }
}

/* What the network takes the phrase of the head for; nothing where it was not asked (given trees). */
static void found_clue(const maker *m, sg_ref *r) {
    static const uint8_t clues[SG_NAME_COUNT] = {SG_CLUE_FOUND_NOTHING, SG_CLUE_FOUND_PERSON, SG_CLUE_FOUND_PERSON,
                                                 SG_CLUE_FOUND_BODY,    SG_CLUE_FOUND_BODY,   SG_CLUE_FOUND_PLACE,
                                                 SG_CLUE_FOUND_PLACE};
    const sg_tok *k = tk(m, r->head);
    if (m->found) clue(m, r, clues[k->mention ? k->mention : k->name]);
}

/* What actor.c makes of it. */
static void party_clue(const maker *m, sg_ref *r) {
    const sg_tok *k = tk(m, r->head);
    if (!k->ent_count) return;
    const sg_ent *e = &m->d->ents[k->ent];
    clue(m, r, e->person ? SG_CLUE_PARTY_PERSON : e->sector ? SG_CLUE_PARTY_BODY : SG_CLUE_PARTY);
}

static void guess_thing(const maker *m, sg_ref *r) {
    unsigned in = case_of(m, r->head);
    bool noun = r->form >= SG_REF_NAME && r->form < SG_REF_PAIR, name = r->form == SG_REF_NAME || r->form == SG_REF_SHORT;
    weigh(m, r, SG_F_THING_FORM, r->form, 0);
    if (noun) {
        weigh(m, r, SG_F_THING_CASE, in, name);
        weigh(m, r, SG_F_THING_ROLE, r->role, name);
        r->hit = (uint8_t)hit_of(m, r);
        weigh(m, r, SG_F_THING_HIT, r->hit, 0);
        noun_clues(m, r);
        if (name) name_clues(m, r);
        clause_clues(m, r);
        if (r->number == SG_SEVERAL) clue(m, r, SG_CLUE_MANY);
        party_clue(m, r);
        found_clue(m, r);
    }
    for (unsigned k = SG_THING_PERSON; k < SG_THINGS; k++)
        if (r->worth[k] > r->worth[r->thing]) r->thing = (uint8_t)k;
}

/* ---- all of them ---------------------------------------------------------------------------------- */

static void push(maker *m, sg_ref *r) {
    r->role = role_of(m, counted_by(m, r->head) == NONE ? r->head : counted_by(m, r->head));
    guess_thing(m, r);
    r->chain = r->before = r->means = NONE;
    r->speaker = NONE;
    if (r->form != SG_REF_PAIR) tk(m, r->head)->ref = (uint32_t)m->d->ref_count;
    *SG_PUSH(m->d->arena, m->d->refs, m->d->ref_count, m->d->ref_cap) = *r;
}

/* Where `t` is the last of several joined: all of them together. */
static void pair_up(maker *m, uint32_t t) {
    uint32_t head = tk(m, t)->head;
    if (tk(m, t)->deprel != SG_DEP_CONJ || head == NONE || head > t || tk(m, head)->ref == NONE) return;
    if (!has_child(m, t, SG_DEP_CC)) return;
    for (uint32_t c = tk(m, t)->next; c != NONE; c = tk(m, c)->next)
        if (tk(m, c)->deprel == SG_DEP_CONJ) return;
    const sg_ref *a = &m->d->refs[tk(m, head)->ref], *b = &m->d->refs[tk(m, t)->ref];
    sg_ref r = {.first = a->first,
                .last = b->last,
                .head = head,
                .form = SG_REF_PAIR,
                .gender = a->gender | b->gender,
                .sex = SG_GENDERS,
                .number = SG_SEVERAL};
    if (r.last < a->last) r.last = a->last;
    for (int k = 0; k < SG_THINGS; k++) r.worth[k] = (a->worth[k] + b->worth[k]) / 2;
    push(m, &r);
}

static void mark_dates(maker *m) {
    m->dated = SG_NEW(m->d->arena, bool, m->d->tok_count + 1);
    for (size_t i = 0; i < m->d->time_count; i++)
        for (uint32_t t = m->d->times[i].first; t <= m->d->times[i].last; t++) m->dated[t] = true;
}

void sg_mentions_traced(sg_doc *d, const sg_ranks *ranks, sg_thing_trace *trace, void *user) {
    maker m = {.d = d, .ranks = ranks, .trace = trace, .user = user};
    find_stretches(&m);
    mark_dates(&m);
    for (uint32_t t = 0; t < d->tok_count; t++) d->toks[t].ref = NONE, m.found = m.found || d->toks[t].mention;
    for (uint32_t t = 0; t < d->tok_count; t++) {
        sg_ref r = {.head = t, .sex = SG_GENDERS};
        bool pronoun = take_pronoun(&m, t, &r);
        if (counts(&m, t) || (!pronoun && !can_be(&m, t))) continue;
        stretch(&m, t, &r);
        if (!pronoun) describe(&m, &r);
        push(&m, &r);
        pair_up(&m, t);
    }
}

void sg_mentions(sg_doc *d, const sg_ranks *ranks) {
    sg_mentions_traced(d, ranks, NULL, NULL);
}
