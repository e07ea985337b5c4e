/* issuer.c: see issuer.h. Such a text has a heading in capitals, and its first sentences tell what the organ did, written
 * with a capital and of no state. A land has one foreign minister: several are of several lands. A council or a committee may
 * be a land's own: an organisation, a part of the world or member states must be named with it. */
#include "issuer.h"

#include "phrase.h"
#include "refer.h"

enum { OPENING = 2, /* sentences under the heading */ READ = 2000 /* words in which member states are sought */ };

static const sg_tok *tk(const sg_doc *d, uint32_t t) {
    return &d->toks[t];
}

/* How such an organ is called: "many" ministers, "one" council; NULL where the word is none of these, or no name here. */
static const char *convened(const sg_doc *d, uint32_t t) {
    const sg_tok *k = tk(d, t);
    const char *how = sg_is_capital(k) && !k->small ? sg_kind_value(&k->by_lemma, "convenes") : NULL;
    bool many = (k->bits & SG_FEAT_PLUR) != 0;
    return how && many == !strcmp(how, "many") ? how : NULL;
}

/* The code of an organisation, or of a part of the world, that the noun's phrase names; "" none. NULL: it is of a state. */
static const char *union_of(const sg_doc *d, uint32_t t) {
    const char *code = "";
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    for (size_t i = 0; i < of.count; i++) {
        if (!of.at[i].code || strncmp(of.at[i].code, "IGO", 3) != 0) return NULL;
        code = of.at[i].code;
    }
    return code;
}

/* The same of the lines in capitals over the text. */
static const char *union_in_heading(const sg_doc *d, uint32_t end) {
    const char *code = "";
    bool state = false;
    for (size_t i = 0; i < d->hit_count && d->hits[i].first < end; i++) {
        const sg_row *row = d->hits[i].row;
        if (row->table == SG_T_REGIONS && !*code) code = "IGO";
        if (row->table == SG_T_ORGS && !strcmp(row->cell[O_COUNTRY], "IGO")) code = row->cell[O_CAMEO];
        state |= row->table == SG_T_COUNTRIES && !sg_list_has("capital|city|territory", sg_str_of(row->cell[C_KIND]));
    }
    return *code ? code : state ? NULL : "";
}

static bool is_counted(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        if (tk(d, c)->deprel == SG_DEP_NUMMOD) return true;
    return false;
}

/* "FINAL COMMUNIQUE, LIMA", unlike "NEWS OF THE DAY". */
static bool is_text_issued(const sg_doc *d, uint32_t end) {
    for (uint32_t t = 0; t < end; t++)
        if (sg_kind_value(&tk(d, t)->by_lemma, "writing") || sg_kind_value(&tk(d, t)->by_lemma, "issued")) return true;
    return false;
}

/* "The Ministers of Defence and Justice": of one land, in which there is one of each. */
static bool has_several_offices(const sg_doc *d, uint32_t t) {
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next)
        for (uint32_t g = tk(d, c)->deprel == SG_DEP_NMOD ? tk(d, c)->child : NONE; g != NONE; g = tk(d, g)->next)
            if (tk(d, g)->deprel == SG_DEP_CONJ && !sg_hit_over(d, g, SG_T_ROLES, SG_T_ROLES)) return true;
    return false;
}

static bool has_members(const sg_doc *d, uint32_t from) {
    for (uint32_t t = from; t + 1 < d->tok_count && t - from < READ; t++)
        if (sg_eqz(tk(d, t)->lemma_key, "member") && sg_eqz(tk(d, t + 1)->lemma_key, "state")) return true;
    return false;
}

/* A line in capitals: "FINAL COMMUNIQUE, LIMA". */
static bool is_heading(const sg_doc *d, size_t sent) {
    const sg_sent *s = &d->sents[sent];
    uint32_t words = 0;
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        uint8_t pos = tk(d, t)->upos;
        if (pos == SG_POS_PUNCT || pos == SG_POS_NUM || pos == SG_POS_SYM) continue;
        if (!tk(d, t)->caps) return false;
        words++;
    }
    return words > 1;
}

void sg_issuer_find(sg_doc *d) {
    size_t s = 0;
    while (s < d->sent_count && d->sents[s].in_title) s++;
    size_t first = s;
    while (s < d->sent_count && is_heading(d, s)) s++;
    if (s == first || s == d->sent_count) return;
    uint32_t from = d->sents[s].first;
    const char *over = union_in_heading(d, from);
    for (size_t end = s + OPENING; s < end && s < d->sent_count; s++)
        for (uint32_t t = d->sents[s].first; t < d->sents[s].first + d->sents[s].count; t++) {
            const char *how = d->sents[s].voice || !sg_is_subject(tk(d, t)) ? NULL : convened(d, t);
            if (!how) continue;
            const char *of = union_of(d, t);
            if (!of || (!*of && (!over || is_counted(d, t)))) return; /* "the Ministers of X and Y", "the two Ministers" */
            const char *code = *of ? of : over;
            bool told = *code || (!strcmp(how, "many") && !has_several_offices(d, t)) || has_members(d, from);
            if (!told || (!*code && !is_text_issued(d, from))) continue;
            const char *states[SG_STATES_MOST];
            if (!*of && sg_states_within(d, t, states)) return; /* "of Trade and of the Interior of X and Y" */
            d->issuer = *code ? code : "IGO";
            d->issuer_word = tk(d, t)->lemma_key;
            return;
        }
}

/* The role that the word is the head of may have more words: "Heads of State", "Foreign Ministers". */
static bool is_plain(const sg_doc *d, uint32_t t) {
    const sg_hit *role = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool many = (tk(d, t)->bits & SG_FEAT_PLUR) != 0;
    for (uint32_t c = tk(d, t)->child; c != NONE; c = tk(d, c)->next) {
        uint8_t rel = tk(d, c)->deprel;
        if (role && c >= role->first && c <= role->last) continue;
        if (rel == SG_DEP_NMOD && many && !tk(d, c)->ent_count) continue; /* "Ministers of Finance" */
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
            rel == SG_DEP_NUMMOD || rel == SG_DEP_APPOS || rel == SG_DEP_FLAT)
            return false;
    }
    return true;
}

bool sg_issuer_is(const sg_doc *d, uint32_t t) {
    const char *how = d->issuer && !d->sents[tk(d, t)->sent].voice ? convened(d, t) : NULL;
    if (!how || d->sents[tk(d, t)->sent].in_title || is_heading(d, tk(d, t)->sent)) return false;
    const char *of = union_of(d, t);
    if (!of) return false;
    bool same = sg_eq(tk(d, t)->lemma_key, d->issuer_word);
    if (*of) return same && !strncmp(of, d->issuer, 3) && !strcmp(how, "many");
    return (same || !strcmp(how, "many")) && is_plain(d, t);
}
