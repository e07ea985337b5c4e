/* chain.c: see chain.h. */
#include "chain.h"

#include "mention.h"

enum {
    LATEST = 20, /* chains that a mention is compared with, the last mentioned first */
    SHARING = 6, /* and of those that share a word with it */
    CHOICES = LATEST + SHARING + 2,
    WORDS = 4,     /* names and nouns of a chain that are remembered */
    FEATURES = 32, /* of a pair */
    REACH = 4,     /* sentences that a pronoun looks back */
    NAME_WORDS = 16,
    MODIFIERS = 8,
    CLIMB = 12
};

typedef struct link { /* a chain so far */
    uint32_t latest, size;
    uint32_t told;                             /* the latest mention whose party is known, or NONE */
    uint32_t said[WORDS];                      /* mentions by name or noun: the first ones, and the last */
    uint8_t said_count, gender, sex, number, named; /* named: the best form so far */
    int32_t worth[SG_THINGS];
    uint32_t before, after; /* in order of the latest mention */
    uint32_t asked;         /* the mention that was last compared with it */
} link;

typedef struct word { /* of names and heads of descriptions: the last chain that has it */
    sg_str key;
    uint32_t chain;
} word;

struct sg_joiner {
    sg_doc *d;
    const sg_ranks *ranks;
    const sg_chain_trace *trace;
    link *links;
    size_t link_count, link_cap;
    uint32_t newest; /* chain */
    word *words;
    size_t word_count, word_mask;
    uint32_t *waiting; /* mentions of somebody who is named after them: "I" in his words, "In his speech, Sele said" */
    size_t waiting_count;
};
typedef struct sg_joiner joiner;

typedef struct choice {
    uint32_t chain;
    uint32_t feature[FEATURES];
    size_t count;
    int32_t worth, meant; /* what speaks for it; and what the network's view of the pronoun adds */
} choice;

static const sg_tok *tk(const joiner *j, uint32_t t) {
    return &j->d->toks[t];
}

static const sg_ref *rf(const joiner *j, uint32_t r) {
    return &j->d->refs[r];
}

static uint32_t sent_of(const joiner *j, const sg_ref *r) {
    return tk(j, r->head)->sent;
}

static bool by_name(uint8_t form) {
    return form == SG_REF_NAME || form == SG_REF_SHORT;
}

static bool by_noun(uint8_t form) {
    return form >= SG_REF_THE && form <= SG_REF_SOME;
}

static bool speaks_of_itself(uint8_t form) {
    return form <= SG_REF_YOU;
}

static uint8_t thing_of(const int32_t worth[SG_THINGS]) {
    uint8_t best = 0;
    for (uint8_t k = 1; k < SG_THINGS; k++)
        if (worth[k] > worth[best]) best = k;
    return best;
}

static unsigned bucket(uint32_t n) { /* 0 1 2 3 4-5 6-8 9-14 15- */
    return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 15 ? 6 : 7;
}

static unsigned size_bucket(uint32_t n) { /* 1 2-3 4-8 9- */
    return n < 2 ? 0 : n < 4 ? 1 : n < 9 ? 2 : 3;
}

/* ---- words ------------------------------------------------------------------------------------ */

static word *seek(const joiner *j, sg_str key) {
    for (size_t i = (size_t)sg_hash(SG_HASH, key.s, key.n) & j->word_mask;; i = (i + 1) & j->word_mask)
        if (!j->words[i].key.n || sg_eq(j->words[i].key, key)) return &j->words[i];
}

static void more_words(joiner *j) {
    joiner old = *j;
    j->word_mask = old.words ? 2 * old.word_mask + 1 : 255;
    j->words = SG_NEW(j->d->arena, word, j->word_mask + 1);
    for (size_t i = 0; old.words && i <= old.word_mask; i++)
        if (old.words[i].key.n) *seek(j, old.words[i].key) = old.words[i];
}

static void remember(joiner *j, sg_str key, uint32_t chain) {
    if (!key.n) return;
    if (2 * j->word_count >= j->word_mask) more_words(j);
    word *w = seek(j, key);
    if (!w->key.n) w->key = key, j->word_count++;
    w->chain = chain;
}

static uint32_t known(const joiner *j, sg_str key) {
    const word *w = key.n ? seek(j, key) : NULL;
    return w && w->key.n ? w->chain : NONE;
}

/* ---- likeness ----------------------------------------------------------------------------------- */

typedef struct words {
    sg_str at[NAME_WORDS];
    size_t count;
} words;

static words words_of(const joiner *j, const sg_ref *r) {
    words w = {.count = 0};
    for (uint32_t t = r->name[0]; t <= r->name[1] && w.count < NAME_WORDS; t++)
        if (tk(j, t)->upos != SG_POS_PUNCT && tk(j, t)->upos != SG_POS_DET) w.at[w.count++] = tk(j, t)->key;
    return w;
}

static bool holds(const words *w, sg_str key) {
    for (size_t i = 0; i < w->count; i++)
        if (sg_eq(w->at[i], key)) return true;
    return false;
}

static bool all_in(const words *a, const words *b) {
    for (size_t i = 0; i < a->count; i++)
        if (!holds(b, a->at[i])) return false;
    return a->count > 0;
}

/* The first letters of the words, small words left out or not, as in NATO, EU, UAE. */
static bool initials(const joiner *j, const sg_ref *of, sg_str s) {
    size_t strict = 0, loose = 0;
    bool a = true, b = true;
    for (uint32_t t = of->name[0]; t <= of->name[1]; t++) {
        const sg_tok *k = tk(j, t);
        if (k->upos == SG_POS_PUNCT || !k->key.n) continue;
        a = a && loose < s.n && s.s[loose] == k->key.s[0];
        loose++;
        if (!sg_is_capital(k)) continue;
        b = b && strict < s.n && s.s[strict] == k->key.s[0];
        strict++;
    }
    return s.n > 1 && ((a && loose == s.n) || (b && strict == s.n));
}

static const sg_row *world_row(const joiner *j, const sg_ref *r) {
    const sg_hit *h = sg_hit_over(j->d, r->head, 0, SG_T_ORGS);
    return h && h->head == r->head ? h->row : NULL;
}

/* Two names for one thing by the world's tables: "US", "the United States"; a capital is not its state. */
static bool alias(const joiner *j, const sg_ref *a, const sg_ref *b) {
    const sg_row *x = world_row(j, a), *y = world_row(j, b);
    if (!x || !y || x->table != y->table) return false;
    if (x->table != SG_T_COUNTRIES)
        return !strcmp(x->cell[O_NAME], y->cell[O_NAME]) && !strcmp(x->cell[O_COUNTRY], y->cell[O_COUNTRY]);
    return a->hit == SG_HIT_STATE && b->hit == SG_HIT_STATE && !strcmp(x->cell[C_CODE], y->cell[C_CODE]);
}

static uint8_t names_alike(const joiner *j, const sg_ref *now, const sg_ref *then) {
    words a = words_of(j, now), b = words_of(j, then);
    if (!a.count || !b.count) return SG_LIKE_NOT;
    bool in = all_in(&a, &b), out = all_in(&b, &a);
    if (in && out) return SG_LIKE_ALL;
    if (alias(j, now, then)) return SG_LIKE_ALIAS;
    if (in && a.count == 1)
        return sg_eq(a.at[0], b.at[b.count - 1]) ? SG_LIKE_LAST : sg_eq(a.at[0], b.at[0]) ? SG_LIKE_FIRST : SG_LIKE_PART;
    if (in) return SG_LIKE_PART;
    if (out) return SG_LIKE_MORE;
    if (a.count == 1 && initials(j, then, a.at[0])) return SG_LIKE_INITIALS;
    if (b.count == 1 && initials(j, now, b.at[0])) return SG_LIKE_INITIALS;
    return SG_LIKE_NOT;
}

static words modifiers_of(const joiner *j, const sg_ref *r) {
    words w = {.count = 0};
    for (uint32_t c = tk(j, r->head)->child; c != NONE && w.count < MODIFIERS; c = tk(j, c)->next) {
        uint8_t rel = tk(j, c)->deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NUMMOD || (rel == SG_DEP_NMOD && c > r->head))
            w.at[w.count++] = tk(j, c)->lemma_key;
    }
    return w;
}

static uint8_t nouns_alike(const joiner *j, const sg_ref *now, const sg_ref *then) {
    if (!sg_eq(tk(j, now->head)->lemma_key, tk(j, then->head)->lemma_key)) return SG_LIKE_NOT;
    words a = modifiers_of(j, now), b = modifiers_of(j, then);
    bool in = !a.count || all_in(&a, &b), out = !b.count || all_in(&b, &a);
    return in && out ? SG_LIKE_NOUN : in ? SG_LIKE_LESS : SG_LIKE_OTHER;
}

static const sg_ent *ent_of(const joiner *j, const sg_ref *r) {
    return tk(j, r->head)->ent_count ? &j->d->ents[tk(j, r->head)->ent] : NULL;
}

static const sg_row *role_row(const joiner *j, const sg_ref *r) {
    const sg_hit *h = sg_hit_over(j->d, r->head, SG_T_ROLES, SG_T_ROLES);
    return h && h->head == r->head ? h->row : NULL;
}

/* "the minister" after a name whose bearer is a minister; "the country" after a country's name, "the bloc" after one's. */
static uint8_t noun_for_name(const joiner *j, const sg_ref *noun, const sg_ref *name) {
    for (uint32_t t = name->first; t <= name->last; t++)
        if (t != noun->head && (t < noun->first || t > noun->last) && sg_eq(tk(j, t)->key, tk(j, noun->head)->lemma_key))
            return SG_LIKE_WITHIN;
    const sg_ent *e = ent_of(j, name);
    const sg_row *role = role_row(j, noun);
    if (e && role && e->office && sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office))) return SG_LIKE_OFFICE;
    if (e && role && e->sector && !strcmp(role->cell[R_SECTOR], e->sector) &&
        e->person == !strcmp(role->cell[R_KIND], "person"))
        return SG_LIKE_OFFICE;
    static const char *const kind[SG_HITS] = {
        [SG_HIT_STATE] = "country", [SG_HIT_CAPITAL] = "place", [SG_HIT_CITY] = "place",
        [SG_HIT_LAND] = "place",    [SG_HIT_ORGAN] = "union",   [SG_HIT_ORG] = "union"};
    return kind[name->hit] && sg_noun_row(j->d, noun->head, kind[name->hit]) ? SG_LIKE_KIND : SG_LIKE_NOT;
}

/* "The officers" after soldiers, "the demonstrators" after protesters: other words for people of one sector. */
static bool same_calling(const joiner *j, const sg_ref *now, const sg_ref *then) {
    const sg_ent *e = ent_of(j, then);
    if (!e || !e->sector || !role_row(j, now) || now->number != then->number) return false;
    sg_rows found = sg_rows_by_lemma(j->d, tk(j, now->head), SG_T_ROLES);
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[R_SECTOR], e->sector) && e->person == !strcmp(found.row[i]->cell[R_KIND], "person"))
            return true;
    return false;
}

static uint8_t alike(const joiner *j, const sg_ref *now, const sg_ref *then) {
    bool a = by_name(now->form), b = by_name(then->form);
    if (a && b) return names_alike(j, now, then);
    if (a && by_noun(then->form)) return noun_for_name(j, then, now);
    if (!by_noun(now->form)) return SG_LIKE_NOT;
    if (b) return noun_for_name(j, now, then);
    if (!by_noun(then->form)) return SG_LIKE_NOT;
    uint8_t like = nouns_alike(j, now, then);
    return like == SG_LIKE_NOT && same_calling(j, now, then) ? SG_LIKE_OFFICE : like;
}

/* Which likeness says more: the order of trust, not of the table. */
static int trust(uint8_t like) {
    static const uint8_t order[SG_LIKES] = {
        [SG_LIKE_ALL] = 13,   [SG_LIKE_ALIAS] = 12, [SG_LIKE_NOUN] = 11, [SG_LIKE_LAST] = 10, [SG_LIKE_INITIALS] = 9,
        [SG_LIKE_LESS] = 8,   [SG_LIKE_PART] = 7,   [SG_LIKE_MORE] = 6,  [SG_LIKE_FIRST] = 5, [SG_LIKE_WITHIN] = 4,
        [SG_LIKE_OFFICE] = 3, [SG_LIKE_KIND] = 2,   [SG_LIKE_OTHER] = 1};
    return order[like];
}

static uint8_t likeness(const joiner *j, const sg_ref *now, const link *l) {
    uint8_t best = SG_LIKE_NOT;
    for (uint8_t i = 0; i < l->said_count; i++) {
        uint8_t like = alike(j, now, rf(j, l->said[i]));
        if (trust(like) > trust(best)) best = like;
    }
    return best;
}

/* ---- what the tree says --------------------------------------------------------------------------- */

static bool subject_of(const joiner *j, uint32_t verb, uint32_t t) {
    const sg_tok *k = tk(j, t);
    return k->head == verb &&
           (k->deprel == SG_DEP_NSUBJ || k->deprel == SG_DEP_NSUBJ_PASS || k->deprel == SG_DEP_NSUBJ_OUTER);
}

/* "They beat and jailed him": has the verb its subject from a verb before it? */
static bool shares_subject(const joiner *j, uint32_t verb, uint32_t t) {
    for (int i = 0; i < CLIMB && tk(j, verb)->deprel == SG_DEP_CONJ && tk(j, verb)->head != NONE; i++) {
        for (uint32_t c = tk(j, verb)->child; c != NONE; c = tk(j, c)->next)
            if (subject_of(j, verb, c)) return false;
        verb = tk(j, verb)->head;
        if (subject_of(j, verb, t)) return true;
    }
    return false;
}

/* "The president refused to meet them", "told the army to drive them out": is it the one who is to do what the infinitive
 * tells? */
static bool controls(const joiner *j, uint32_t verb, uint32_t t) {
    for (int i = 0; i < CLIMB && tk(j, verb)->deprel == SG_DEP_XCOMP && tk(j, verb)->head != NONE; i++) {
        uint32_t over = tk(j, verb)->head, subject = NONE;
        for (uint32_t c = tk(j, over)->child; c != NONE && c < verb; c = tk(j, c)->next) {
            if (tk(j, c)->deprel == SG_DEP_OBJ || tk(j, c)->deprel == SG_DEP_IOBJ) return c == t;
            if (subject_of(j, over, c)) subject = c;
        }
        if (subject != NONE) return subject == t;
        verb = over;
    }
    return false;
}

/* Is the earlier one the subject of a clause above the later one's? "X bombed Y and said that it ...": the teller's. */
static uint8_t above(const joiner *j, const sg_ref *now, const sg_ref *then) {
    bool told = false;
    for (uint32_t t = now->head, i = 0; tk(j, t)->head != NONE && i < CLIMB; t = tk(j, t)->head, i++) {
        uint8_t rel = tk(j, t)->deprel;
        if (rel != SG_DEP_CONJ) told = rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS;
        if (subject_of(j, tk(j, t)->head, then->head)) return told ? SG_TIE_TELLER : SG_TIE_SUBJECT;
    }
    return SG_TIE_NONE;
}

/* "The acting president, Ana Lima, said": trees may join the two as if a list went on. */
static bool takes_name(const joiner *j, const sg_ref *now, const sg_ref *then) {
    if (tk(j, now->head)->head != then->head || !by_name(now->form) || !by_noun(then->form)) return false;
    if (then->thing != SG_THING_PERSON || now->thing != SG_THING_PERSON || then->number == SG_SEVERAL) return false;
    for (uint32_t c = tk(j, now->head)->child; c != NONE; c = tk(j, c)->next)
        if (tk(j, c)->deprel == SG_DEP_CC) return false;
    for (uint32_t c = tk(j, now->head)->next; c != NONE; c = tk(j, c)->next)
        if (tk(j, c)->deprel == SG_DEP_CONJ) return false;
    return true;
}

/* "Thanked X for its help": the later one owns what the object of the verb did. Not so of clauses: "accused X of
 * jailing its citizens". */
static bool owns_deed(const joiner *j, const sg_ref *now, const sg_ref *then) {
    const sg_tok *object = tk(j, then->head);
    uint32_t deed = tk(j, now->head)->head;
    if (!now->own || object->deprel != SG_DEP_OBJ || now->head < then->head || deed == NONE) return false;
    if (tk(j, deed)->head != object->head || tk(j, deed)->deprel != SG_DEP_OBL) return false;
    for (uint32_t c = tk(j, deed)->child; c != NONE; c = tk(j, c)->next)
        if (sg_says(j->d, c, "answering")) return true;
    return false;
}

static uint8_t tie(const joiner *j, const sg_ref *now, const sg_ref *then) {
    const sg_tok *a = tk(j, now->head), *b = tk(j, then->head);
    if (a->sent != b->sent) return SG_TIE_NONE;
    uint32_t many = sg_part_before(j->d, now->head);
    if (many != NONE) a = tk(j, many); /* "many of them" */
    else if (a->deprel == SG_DEP_NMOD && now->form < SG_REF_NAME && tk(j, a->head)->upos != SG_POS_NOUN &&
             tk(j, a->head)->upos != SG_POS_PROPN)
        a = tk(j, a->head);
    if (then->form == SG_REF_PAIR)
        return then->first <= now->head && now->head <= then->last ? SG_TIE_INSIDE : above(j, now, then);
    if (a->head == then->head && a->deprel == SG_DEP_APPOS) return SG_TIE_APPOSITION;
    if (subject_of(j, now->head, then->head)) return SG_TIE_PREDICATE;
    if (a->deprel == SG_DEP_XCOMP && a->head != NONE && subject_of(j, a->head, then->head)) return SG_TIE_PREDICATE;
    if (a->deprel == SG_DEP_CONJ && (a->head == then->head || a->head == b->head))
        return takes_name(j, now, then) ? SG_TIE_APPOSITION : SG_TIE_JOINED;
    if (then->first <= now->head && now->head <= then->last) return SG_TIE_INSIDE;
    if (now->first <= then->head && then->head <= now->last) return SG_TIE_ROUND;
    if (a->head != NONE && (a->head == b->head || shares_subject(j, a->head, then->head) || controls(j, a->head, then->head)))
        return SG_TIE_CLAUSE;
    return owns_deed(j, now, then) ? SG_TIE_DEED : above(j, now, then);
}

/* "Anchor: And the mayor? Reporter: He has fled": those who talk with one another speak of the same people. */
static bool are_in_talk(const sg_ref *now, const sg_ref *then) {
    static const uint32_t quoted = UINT32_C(0x80000000);
    return !((now->context | then->context) & quoted) && now->form >= SG_REF_HE && now->form <= SG_REF_THEY;
}

static unsigned said(const joiner *j, const sg_ref *now, const sg_ref *then, uint32_t chain) {
    if (now->speaker != NONE && rf(j, now->speaker)->chain == chain && now->context != then->context)
        return SG_SAID_SPEAKER;
    if (are_in_talk(now, then)) return SG_SAID_PLAIN;
    return now->context == then->context ? SG_SAID_PLAIN : SG_SAID_OTHER;
}

/* ---- features ------------------------------------------------------------------------------------ */

static void put(const joiner *j, choice *c, sg_feature f, unsigned x, unsigned y, unsigned z) {
    uint32_t at = sg_feature_at(j->ranks, f, x, y, z);
    if (c->count < FEATURES) c->feature[c->count++] = at;
    c->worth += j->ranks->weight[at];
}

/* 0: both known and one; 1: it may be; 2: it cannot. */
static unsigned fit(uint8_t a, uint8_t b) {
    if (!(a & b)) return 2;
    return a == b && !(a & (a - 1)) ? 0 : 1;
}

/* What is known of whose side a mention is on: its own country, or its owner's. */
static const sg_ent *side_of(const joiner *j, const sg_ref *r) {
    const sg_tok *t = tk(j, r->head);
    if (t->ent_count == 1 && j->d->ents[t->ent].country) return &j->d->ents[t->ent];
    for (uint32_t c = t->child; c != NONE && by_noun(r->form); c = tk(j, c)->next) {
        const sg_tok *k = tk(j, c);
        if (k->deprel == SG_DEP_NMOD_POSS && k->ent_count == 1 && j->d->ents[k->ent].country) return &j->d->ents[k->ent];
    }
    return NULL;
}

/* 0: not known; 1: the same country and sector (of a pronoun: whose party is known); 2: the same country; 3: another. */
static unsigned party_fit(const joiner *j, const sg_ref *now, const link *l) {
    if (!by_name(now->form) && !by_noun(now->form)) return l->told != NONE;
    const sg_ent *a = side_of(j, now), *b = l->told == NONE ? NULL : side_of(j, rf(j, l->told));
    if (!a || !b) return 0;
    if (strcmp(a->country, b->country) != 0) return 3;
    return (!a->sector && !b->sector) || (a->sector && b->sector && !strcmp(a->sector, b->sector)) ? 1 : 2;
}

/* Could the pronoun stand for one of whom this is known? 0: nothing is known, 1: yes, 2: no. */
static unsigned could_be(const joiner *j, const sg_ref *pronoun, const sg_ref *then) {
    const sg_tok *k = tk(j, then->head);
    if (pronoun->form == SG_REF_THEY && (then->form == SG_REF_PAIR || then->number == SG_SEVERAL)) return 1;
    if (!k->ent_count) return 0;
    const sg_ent *e = &j->d->ents[k->ent];
    switch (pronoun->form) {
    case SG_REF_IT: return e->person || e->plural || k->ent_count > 1 ? 2 : 1;
    case SG_REF_HE:
    case SG_REF_SHE: return e->person && !e->plural && k->ent_count == 1 ? 1 : 2;
    case SG_REF_THEY: return e->plural || k->ent_count > 1 || (!e->person && e->sector) ? 1 : 2;
    default: return 0;
    }
}

static bool is_third(uint8_t form) {
    return form >= SG_REF_HE && form <= SG_REF_THEY;
}

/* Is the pronoun of the sector of whom the chain is known as, by the network? 0: nothing is known; 1 to 3: yes, surely,
 * likely, or maybe; 4 to 6: no, as surely; 7: it takes the pronoun for nobody or a whole state, but he is of a sector. */
static unsigned meant_fit(const joiner *j, const sg_ref *now, const link *l) {
    enum { SURELY = SG_SURE * 8 / 10, LIKELY = SG_SURE / 2 };
    const sg_meant *m = &tk(j, now->head)->meant;
    const sg_ent *e = l->told == NONE ? NULL : ent_of(j, rf(j, l->told));
    if (!e || !j->d->sectors || (!m->p && !m->nobody)) return 0;
    bool whole = !e->sector || !*e->sector, nobody = m->nobody > LIKELY || !*j->d->sectors[m->sector];
    uint8_t p = nobody ? m->nobody : m->p;
    unsigned sure = p >= SURELY ? 0 : p >= LIKELY ? 1 : 2;
    if (nobody) return whole ? 1 + sure : 7;
    return !whole && !strcmp(e->sector, j->d->sectors[m->sector]) ? 1 + sure : 4 + sure;
}

/* It stands last among the features, and counts apart. */
static void meant_feature(const joiner *j, const sg_ref *now, choice *c) {
    int32_t worth = c->worth;
    put(j, c, SG_F_PAIR_MEANT, now->form, meant_fit(j, now, &j->links[c->chain]), now->role == SG_ROLE_SUBJECT);
    c->meant = c->worth - worth;
    c->worth = worth;
}

static void pair_features(const joiner *j, uint32_t id, choice *c, uint8_t like, unsigned between, unsigned rank) {
    const sg_ref *now = rf(j, id);
    const link *l = &j->links[c->chain];
    const sg_ref *then = rf(j, l->latest);
    uint32_t apart = sent_of(j, now) - sent_of(j, then);
    uint8_t thing = thing_of(l->worth);
    unsigned kind = by_name(now->form) ? 0 : by_noun(now->form) ? 1 : now->form == SG_REF_PAIR ? 3 : 2;
    put(j, c, SG_F_PAIR_FORMS, now->form, then->form, 0);
    put(j, c, SG_F_PAIR_NAMED, now->form, l->named, 0);
    put(j, c, SG_F_PAIR_SENTENCES, now->form, bucket(apart), 0);
    put(j, c, SG_F_PAIR_BETWEEN, now->form, bucket(between), 0);
    put(j, c, SG_F_PAIR_RANK, now->form, rank > 3 ? 3 : rank, apart == 0);
    put(j, c, SG_F_PAIR_ROLE, now->form, then->role, apart == 0);
    if (apart < 2) put(j, c, SG_F_PAIR_ROLES, now->role, then->role, kind);
    put(j, c, SG_F_PAIR_GENDER, now->form, fit(now->gender, l->gender), 0);
    put(j, c, SG_F_PAIR_NUMBER, now->form, fit(now->number, l->number), 0);
    put(j, c, SG_F_PAIR_THINGS, now->thing, thing, kind);
    put(j, c, SG_F_PAIR_THING, now->form, thing, 0);
    if (by_name(now->form) || by_noun(now->form)) {
        put(j, c, SG_F_PAIR_LIKE, now->form, like, 0);
        put(j, c, SG_F_PAIR_LIKE_NEAR, like, bucket(apart), 0);
        put(j, c, SG_F_PAIR_LIKE_THING, like, thing, 0);
        put(j, c, SG_F_PAIR_LIKE_SIZE, like, size_bucket(l->size), 0);
    }
    uint8_t how = tie(j, now, then);
    put(j, c, SG_F_PAIR_TIE, now->form, how, 0);
    if (how == SG_TIE_TELLER && kind == 2)
        put(j, c, SG_F_PAIR_TELLER, now->form, could_be(j, now, then), now->role == SG_ROLE_SUBJECT);
    put(j, c, SG_F_PAIR_SAID, now->form, then->form, said(j, now, then, c->chain));
    put(j, c, SG_F_PAIR_SIZE, now->form, size_bucket(l->size), 0);
    put(j, c, SG_F_PAIR_OPENS, now->form, l->said_count && sent_of(j, rf(j, l->said[0])) == 0, 0);
    put(j, c, SG_F_PAIR_PARTY, now->form, party_fit(j, now, l), 0);
    if (now->own || now->self) put(j, c, SG_F_PAIR_OWN, now->self ? 2 : 1, then->role, bucket(apart));
}

static void new_features(const joiner *j, uint32_t id, choice *c, uint8_t best_like, unsigned rivals) {
    const sg_ref *now = rf(j, id);
    uint32_t sent = sent_of(j, now);
    put(j, c, SG_F_NEW_FORM, now->form, 0, 0);
    put(j, c, SG_F_NEW_LIKE, now->form, best_like, 0);
    put(j, c, SG_F_NEW_SENTENCE, now->form, sent < 1 ? 0 : sent < 3 ? 1 : sent < 10 ? 2 : 3, 0);
    put(j, c, SG_F_NEW_THING, now->form, now->thing, 0);
    put(j, c, SG_F_NEW_ROLE, now->form, now->role, 0);
    put(j, c, SG_F_NEW_RIVALS, now->form, rivals > 3 ? 3 : rivals, 0);
    put(j, c, SG_F_NEW_WITH, now->form, (now->last > now->head) + 2u * (now->first < now->head), 0);
}

/* ---- choosing ------------------------------------------------------------------------------------- */

/* "She" is no group, "they" is no single woman; one of unknown sex may be "they". */
static bool numbers_clash(const sg_ref *now, const link *l) {
    if (now->number & l->number) return false;
    bool they = now->form == SG_REF_THEY || now->form == SG_REF_WE;
    return !they || l->gender == SG_MASC || l->gender == SG_FEMN;
}

/* "Ana rang her rival and told her": whoever does it does it to somebody else, though "her" before was she. */
static bool acts_on_itself(const joiner *j, const sg_ref *now, const link *l) {
    enum { MENTIONS = 8 };
    if (now->self || now->own || now->form >= SG_REF_NAME || now->form <= SG_REF_YOU) return false;
    uint32_t u = rf(j, l->latest)->before;
    for (int i = 0; i < MENTIONS && u != NONE && sent_of(j, rf(j, u)) == sent_of(j, now); i++, u = rf(j, u)->before) {
        const sg_ref *then = rf(j, u);
        bool party = then->role == SG_ROLE_SUBJECT || then->role == SG_ROLE_OBJECT;
        if (party && tie(j, now, then) == SG_TIE_CLAUSE) return true;
    }
    return false;
}

/* "They attacked our village," he said: who is told of in a quotation as a third is not he who speaks there, whether he is
 * named before it or, as the one of whom the sentence before was, by a pronoun behind it. */
static bool is_other_than_speaker(const joiner *j, const sg_ref *now, const link *l) {
    const sg_ref *then = rf(j, l->latest), *by = now->speaker == NONE ? NULL : rf(j, now->speaker);
    bool third = now->form > SG_REF_YOU && now->form < SG_REF_NAME && now->form != SG_REF_PAIR && !now->self;
    const sg_tok *k = tk(j, now->head);
    bool their = k->deprel == SG_DEP_NMOD_POSS && k->head != NONE; /* "their spokesman said" */
    uint32_t owned = their ? tk(j, k->head)->ref : NONE;
    if (then->speaker != NONE && third && then->speaker == owned) return true;
    if (then->speaker != NONE && rf(j, then->speaker) == now && then->form > SG_REF_YOU) return true;
    if (!by || !third) return false;
    if (by->chain != NONE) return j->links + by->chain == l;
    bool he = by->form == SG_REF_HE || by->form == SG_REF_SHE;
    return he && then->role == SG_ROLE_SUBJECT && then->speaker == NONE && sent_of(j, now) - sent_of(j, then) == 1;
}

bool sg_meets(const sg_doc *d, uint32_t who, uint32_t met) {
    const sg_tok *m = &d->toks[met];
    if (m->deprel != SG_DEP_NMOD || m->head == NONE || d->toks[who].head == NONE) return false;
    const sg_tok *talks = &d->toks[m->head];
    if (talks->deprel != SG_DEP_OBL || talks->head != d->toks[who].head) return false;
    for (uint32_t c = m->child; c != NONE; c = d->toks[c].next) {
        const char *how = d->toks[c].deprel == SG_DEP_CASE ? sg_says(d, c, "dealing") : NULL;
        if (how && !strcmp(how, "with")) return true;
    }
    return false;
}

/* Who does something when he meets somebody is not whom he meets. */
static bool meets_him(const joiner *j, const sg_ref *now, const sg_ref *then) {
    bool one = now->form == SG_REF_HE || now->form == SG_REF_SHE || now->form == SG_REF_IT; /* "they" may be both */
    return one && !now->self && now->role == SG_ROLE_SUBJECT && sg_meets(j->d, now->head, then->head);
}

/* Never one: another person, number or gender; a thing in its own words, unless it says so ("the man himself"). */
static bool may_join(const joiner *j, const sg_ref *now, uint32_t chain) {
    const link *l = &j->links[chain];
    const sg_ref *then = rf(j, l->latest);
    if (now->form == SG_REF_PAIR || !(now->gender & l->gender & now->sex & l->sex) || numbers_clash(now, l)) return false;
    bool near = sent_of(j, now) - sent_of(j, then) <= REACH;
    if (is_other_than_speaker(j, now, l)) return false;
    if (now->form < SG_REF_NAME && !near && !speaks_of_itself(now->form)) return false;
    if (tk(j, now->head)->sent != tk(j, then->head)->sent) return true;
    uint8_t how = tie(j, now, then);
    if (how == SG_TIE_JOINED || how == SG_TIE_ROUND || meets_him(j, now, then)) return false;
    if (how == SG_TIE_INSIDE) return now->own || now->self;
    if (how == SG_TIE_CLAUSE && !now->self && now->form < SG_REF_NAME && now->form > SG_REF_YOU && !now->own)
        return then->role != SG_ROLE_SUBJECT && then->role != SG_ROLE_OBJECT;
    return !acts_on_itself(j, now, l);
}

static void offer(joiner *j, uint32_t id, uint32_t chain, uint32_t *chains, size_t *count, size_t most) {
    if (chain == NONE || *count >= most || j->links[chain].asked == id) return;
    j->links[chain].asked = id;
    if (may_join(j, rf(j, id), chain)) chains[(*count)++] = chain;
}

/* The chains that a mention could belong to: the latest, then those that share a word. */
static size_t candidates(joiner *j, uint32_t id, uint32_t chains[CHOICES]) {
    const sg_ref *now = rf(j, id);
    size_t count = 0, seen = 0;
    bool worded = by_name(now->form) || by_noun(now->form);
    bool told = !worded || now->thing != SG_THING_OTHER; /* other things are looked for by their words only */
    for (uint32_t c = told ? j->newest : NONE; c != NONE && count < LATEST && seen < 3 * LATEST;
         c = j->links[c].before, seen++)
        if (!worded || thing_of(j->links[c].worth) != SG_THING_OTHER) offer(j, id, c, chains, &count, LATEST);
    if (by_name(now->form)) {
        words w = words_of(j, now);
        for (size_t i = 0; i < w.count; i++) offer(j, id, known(j, w.at[i]), chains, &count, LATEST + SHARING);
    }
    if (by_noun(now->form)) offer(j, id, known(j, tk(j, now->head)->lemma_key), chains, &count, LATEST + SHARING);
    if (now->speaker != NONE) offer(j, id, rf(j, now->speaker)->chain, chains, &count, CHOICES - 1);
    return count;
}

/* Whoever has a name has no other, unless the sentence says so: "Lima, better known as Ana X". */
static bool other_name(const joiner *j, const sg_ref *now, const link *l, uint8_t like) {
    if (!by_name(now->form) || !by_name(l->named) || like != SG_LIKE_NOT) return false;
    uint8_t how = tie(j, now, rf(j, l->latest));
    return how != SG_TIE_APPOSITION && how != SG_TIE_PREDICATE;
}

/* "Oslo said it would answer", "the two said they would": in news the pronoun is whoever tells it. */
static uint32_t teller(const joiner *j, const sg_ref *now, const uint32_t *chains, size_t count) {
    if ((now->form != SG_REF_IT && now->form != SG_REF_THEY) || now->role != SG_ROLE_SUBJECT) return NONE;
    for (size_t i = 0; i < count; i++) {
        const sg_ref *then = rf(j, j->links[chains[i]].latest);
        if (tk(j, then->head)->ent_count && could_be(j, now, then) == 1 && tie(j, now, then) == SG_TIE_TELLER)
            return chains[i];
    }
    return NONE;
}

/* The latest mention of the chain that the pronoun's party is of, where that is not the one that it joins. */
static uint32_t meant(const joiner *j, const choice *list, size_t count, size_t best) {
    size_t top = best;
    for (size_t i = 0; i < count; i++)
        if (list[i].worth + list[i].meant > list[top].worth + list[top].meant) top = i;
    return top == best ? NONE : j->links[list[top].chain].latest;
}

/* "The institutes said that the government should do more": who acts is none of those whom his clause names below him,
 * unless by a pronoun. Beside "is" and "became" stands what he is. */
static bool stands_below(const joiner *j, const sg_ref *now, const link *l) {
    const sg_ref *over = rf(j, l->latest);
    const sg_tok *s = tk(j, over->head);
    if (!(by_name(now->form) || by_noun(now->form)) || s->sent != sent_of(j, now) || s->head == NONE) return false;
    if (s->deprel != SG_DEP_NSUBJ && s->deprel != SG_DEP_NSUBJ_PASS) return false;
    uint32_t t = tk(j, now->head)->head;
    for (int i = 0; t != NONE && t != s->head && i < CLIMB; i++, t = tk(j, t)->head)
        if (t == over->head) return false;
    return t == s->head && tk(j, now->head)->deprel != SG_DEP_XCOMP && tk(j, now->head)->deprel != SG_DEP_CONJ;
}

static uint32_t choose(joiner *j, uint32_t id) {
    uint32_t chains[CHOICES];
    choice list[CHOICES];
    size_t offered = candidates(j, id, chains), count = 0;
    const sg_ref *now = rf(j, id);
    uint32_t tells = teller(j, now, chains, offered);
    if (tells != NONE) return tells;
    uint8_t best_like = SG_LIKE_NOT;
    unsigned rank = 0;
    for (size_t i = 0; i < offered; i++) {
        const link *l = &j->links[chains[i]];
        uint8_t like = by_name(now->form) || by_noun(now->form) ? likeness(j, now, l) : SG_LIKE_NOT;
        if (other_name(j, now, l, like) || stands_below(j, now, l)) continue;
        uint8_t thing = thing_of(l->worth);
        chains[count] = chains[i];
        list[count] = (choice){.chain = chains[i]};
        pair_features(j, id, &list[count], like, id - l->latest - 1, rank);
        if (is_third(now->form)) meant_feature(j, now, &list[count]);
        count++;
        rank += thing != SG_THING_OTHER || now->thing == SG_THING_OTHER;
        if (trust(like) > trust(best_like)) best_like = like;
    }
    list[count] = (choice){.chain = NONE};
    new_features(j, id, &list[count], best_like, rank);
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (list[i].worth > list[best].worth) best = i;
    if (best < count && is_third(now->form) && thing_of(j->links[list[best].chain].worth) != SG_THING_OTHER)
        j->d->refs[id].means = meant(j, list, count, best);
    if (!j->trace) return list[best].chain;
    chains[count] = NONE;
    for (size_t i = 0; i <= count; i++) j->trace->choice(j->trace->user, id, list[i].chain, list[i].feature, list[i].count);
    return list[j->trace->join(j->trace->user, id, chains, count + 1, (uint32_t)best)].chain;
}

/* ---- joining -------------------------------------------------------------------------------------- */

static void unlink_chain(joiner *j, uint32_t chain) {
    link *l = &j->links[chain];
    if (l->after != NONE) j->links[l->after].before = l->before;
    if (l->before != NONE) j->links[l->before].after = l->after;
    if (j->newest == chain) j->newest = l->before;
}

static void to_front(joiner *j, uint32_t chain) {
    link *l = &j->links[chain];
    l->before = j->newest;
    l->after = NONE;
    if (j->newest != NONE) j->links[j->newest].after = chain;
    j->newest = chain;
}

/* What names best: names, then descriptions, then pronouns. */
static int telling(uint8_t form) {
    return form == SG_REF_NAME ? 4 : form == SG_REF_SHORT ? 3 : by_noun(form) ? 2 : form == SG_REF_PAIR ? 1 : 0;
}

static void join(joiner *j, uint32_t id, uint32_t chain) {
    sg_ref *r = &j->d->refs[id];
    if (chain == NONE) {
        chain = (uint32_t)j->link_count;
        *SG_PUSH(j->d->arena, j->links, j->link_count, j->link_cap) =
            (link){.gender = r->gender, .sex = SG_GENDERS, .number = r->number, .named = r->form, .asked = NONE, .told = NONE};
    } else unlink_chain(j, chain);
    link *l = &j->links[chain];
    r->chain = chain;
    if (l->size) r->before = l->latest;
    if (!l->size || id > l->latest) l->latest = id;
    l->size++;
    l->gender &= r->gender;
    if (l->sex & r->sex) l->sex &= r->sex;
    l->number &= r->number;
    if (telling(r->form) > telling(l->named)) l->named = r->form;
    for (int k = 0; k < SG_THINGS; k++) l->worth[k] += r->worth[k];
    if (by_name(r->form) || by_noun(r->form)) {
        if (l->said_count < WORDS) l->said[l->said_count++] = id;
        else l->said[WORDS - 1] = id;
        remember(j, tk(j, r->head)->lemma_key, chain);
        for (uint32_t t = r->name[0]; by_name(r->form) && t <= r->name[1]; t++) remember(j, tk(j, t)->key, chain);
    }
    to_front(j, chain);
}

/* ---- who speaks ------------------------------------------------------------------------------------ */

static bool opens_quote(sg_str s) {
    return sg_eqz(s, "\xE2\x80\x9C") || sg_eqz(s, "``");
}
static bool closes_quote(sg_str s) {
    return sg_eqz(s, "\xE2\x80\x9D") || sg_eqz(s, "''");
}

/* The subject outside the quotation of a word of saying in this sentence. */
static uint32_t speaker_in(const joiner *j, const sg_sent *s, const bool *quoted) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        const sg_tok *k = tk(j, t);
        if (quoted[t] || k->ref == NONE || k->head == NONE || quoted[k->head]) continue;
        if (k->deprel != SG_DEP_NSUBJ) continue;
        if (sg_rows_by_lemma(j->d, tk(j, k->head), SG_T_OPERATORS).count) return k->ref;
    }
    return NONE;
}

/* Which words stand between quotation marks; a paragraph ends an open quotation. */
static bool *find_quotes(const joiner *j) {
    bool *quoted = SG_NEW(j->d->arena, bool, j->d->tok_count + 1), open = false;
    for (size_t i = 0; i < j->d->sent_count; i++) {
        const sg_sent *s = &j->d->sents[i];
        if (s->paragraph) open = false;
        for (uint32_t t = s->first; t < s->first + s->count; t++) {
            sg_str f = tk(j, t)->form;
            if (opens_quote(f)) open = true;
            else if (closes_quote(f)) open = false;
            else if (sg_eqz(f, "\"")) open = !open;
            else quoted[t] = open;
        }
    }
    return quoted;
}

/* Contexts: the voice of each sentence outside quotations; a number of its own for each speaker's quotations. */
static void find_speakers(joiner *j) {
    bool *quoted = find_quotes(j);
    uint32_t speaker = NONE;
    size_t r = 0;
    for (size_t i = 0; i < j->d->sent_count; i++) {
        const sg_sent *s = &j->d->sents[i];
        bool any = false;
        for (uint32_t t = s->first; t < s->first + s->count && !any; t++) any = quoted[t];
        if (s->paragraph && !(s->count && quoted[s->first])) speaker = NONE;
        if (any) {
            uint32_t here = speaker_in(j, s, quoted);
            if (here != NONE) speaker = here;
            else if (i + 1 < j->d->sent_count && speaker == NONE) speaker = speaker_in(j, s + 1, quoted);
        }
        for (; r < j->d->ref_count && tk(j, j->d->refs[r].head)->sent == i; r++) {
            sg_ref *ref = &j->d->refs[r];
            ref->context = s->voice;
            if (!quoted[ref->head]) continue;
            ref->speaker = speaker;
            ref->context = UINT32_C(0x80000000) | (speaker == NONE ? (uint32_t)i : speaker);
        }
    }
}

/* The noun whose clause a relative pronoun stands in. */
static uint32_t relative_of(const joiner *j, uint32_t t) {
    for (int i = 0; t != NONE && i < CLIMB; i++, t = tk(j, t)->head)
        if (tk(j, t)->deprel == SG_DEP_ACL_RELCL && tk(j, t)->head != NONE) return tk(j, tk(j, t)->head)->ref;
    return NONE;
}

/* "In his speech, Sele said", "In their report the institutes": a phrase before its clause's subject is whose that is.
 * "In his absence, the council met" is not. */
static uint32_t subject_ahead(const joiner *j, uint32_t id) {
    const sg_ref *r = rf(j, id);
    uint32_t noun = tk(j, r->head)->deprel == SG_DEP_NMOD_POSS ? tk(j, r->head)->head : NONE;
    if (!is_third(r->form) || noun == NONE || tk(j, noun)->deprel != SG_DEP_OBL || tk(j, noun)->head == NONE) return NONE;
    if (sg_kind_value(&tk(j, noun)->by_lemma, "without_him")) return NONE;
    for (uint32_t c = tk(j, tk(j, noun)->head)->child; c != NONE; c = tk(j, c)->next) {
        if ((tk(j, c)->deprel != SG_DEP_NSUBJ && tk(j, c)->deprel != SG_DEP_NSUBJ_PASS) || c < noun) continue;
        const sg_ref *s = tk(j, c)->ref == NONE ? NULL : rf(j, tk(j, c)->ref);
        if (!s || !(by_name(s->form) || by_noun(s->form)) || s->form == SG_REF_PAIR) return NONE;
        return (s->gender & r->gender) && (s->number & r->number) && s->context == r->context ? tk(j, c)->ref : NONE;
    }
    return NONE;
}

/* The mention, named later, that this one stands for: who says "I" in quoted speech, even where he is named after his
 * words. */
static uint32_t awaited(const joiner *j, uint32_t id) {
    const sg_ref *r = rf(j, id);
    return r->form == SG_REF_I ? r->speaker : subject_ahead(j, id);
}

static void join_waiting(joiner *j, uint32_t named) {
    size_t kept = 0;
    for (size_t i = 0; i < j->waiting_count; i++) {
        uint32_t id = j->waiting[i];
        if (awaited(j, id) != named) j->waiting[kept++] = id;
        else join(j, id, rf(j, named)->chain);
    }
    j->waiting_count = kept;
}

/* The party of a mention is found out after it is joined: so the chain learns of it when the next one comes. */
static void learn_party(joiner *j, uint32_t id) {
    const sg_ref *r = rf(j, id);
    if (r->chain != NONE && tk(j, r->head)->ent_count) j->links[r->chain].told = id;
}

void sg_chain_join(joiner *j, uint32_t id) {
    sg_ref *r = &j->d->refs[id];
    if (id) learn_party(j, id - 1);
    uint32_t noun = r->form == SG_REF_WHO ? relative_of(j, r->head) : NONE, named = awaited(j, id);
    if (noun != NONE && noun < id) r->chain = rf(j, noun)->chain, r->before = noun;
    else if (named == NONE) join(j, id, choose(j, id));
    else if (named < id && rf(j, named)->chain != NONE) join(j, id, rf(j, named)->chain);
    else j->waiting[j->waiting_count++] = id;
    if (j->waiting_count && r->chain != NONE) join_waiting(j, id);
}

void sg_chain_end(joiner *j) {
    for (size_t i = 0; i < j->waiting_count; i++) join(j, j->waiting[i], NONE);
    j->d->chain_count = j->link_count;
}

joiner *sg_chain_begin(sg_doc *d, const sg_ranks *ranks, const sg_chain_trace *trace) {
    joiner *j = SG_NEW(d->arena, joiner, 1);
    *j = (joiner){
        .d = d, .ranks = ranks, .trace = trace, .newest = NONE, .waiting = SG_NEW(d->arena, uint32_t, d->ref_count + 1)};
    more_words(j);
    find_speakers(j);
    return j;
}
