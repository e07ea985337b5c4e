/* firm.c: see firm.h. */
#include "firm.h"

enum { LONGEST = 8 }; /* words of a name before its legal form */

static const sg_tok *tk(const sg_doc *d, uint32_t t) {
    return &d->toks[t];
}

/* "AG", "Inc", but not "Ag". */
static bool is_form(const sg_doc *d, uint32_t t) {
    sg_str f = tk(d, t)->form;
    const char *kind = sg_is_capital(tk(d, t)) ? sg_kind_value(&tk(d, t)->by_key, "legal_form") : NULL;
    return kind && (strcmp(kind, "capitals") != 0 || (f.n > 1 && f.s[1] >= 'A' && f.s[1] <= 'Z'));
}

/* "&" and "-" within a name; "and" right before its end alone: "W.R. Quispe and Co", but "Peru and Ferrox Corp". */
static bool joins(const sg_doc *d, uint32_t t) {
    if (tk(d, t)->upos == SG_POS_CCONJ && !sg_eqz(tk(d, t)->form, "&")) return t + 1 < d->tok_count && is_form(d, t + 1);
    return sg_eqz(tk(d, t)->form, "&") || sg_eqz(tk(d, t)->form, "-");
}

static bool may_be_of_name(const sg_doc *d, uint32_t t) {
    uint8_t pos = tk(d, t)->upos;
    bool word = pos == SG_POS_PROPN || pos == SG_POS_ADJ || pos == SG_POS_NOUN;
    return word && sg_may_be_capital(tk(d, t)) && !tk(d, t)->small;
}

static bool goes_on(const sg_doc *d, uint32_t t, uint32_t end) {
    return may_be_of_name(d, t) || (joins(d, t) && t + 1 < end && may_be_of_name(d, t + 1));
}

static bool begins(const sg_doc *d, uint32_t t) {
    bool behind = t > d->sents[tk(d, t)->sent].first && may_be_of_name(d, t - 1);
    return may_be_of_name(d, t) && !is_form(d, t) && !behind;
}

bool sg_firm_at(const sg_doc *d, uint32_t t, sg_firm *f) {
    if (!begins(d, t)) return false;
    uint32_t end = d->sents[tk(d, t)->sent].first + d->sents[tk(d, t)->sent].count, i = t + 1;
    while (i < end && i - t < LONGEST && !is_form(d, i) && goes_on(d, i, end)) i++;
    if (i >= end || !is_form(d, i)) return false;
    while (i + 1 < end && is_form(d, i + 1)) i++;
    *f = (sg_firm){t, i, t};
    while (f->head < i && tk(d, f->head)->head >= t && tk(d, f->head)->head <= i) f->head++;
    return true;
}

bool sg_firm_short(const sg_doc *d, uint32_t t) {
    uint8_t rel = tk(d, t)->deprel;
    return may_be_of_name(d, t) && rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_FLAT;
}
