/* algebra_need.c: see algebra_in.h. Of what class a word is, and whether what a line asks for is met. */
#include "algebra_in.h"

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

sg_str sg_two_words(const sg_doc *d, uint32_t a, uint32_t b, char room[SG_TWO_WORDS]) {
    size_t n = 0;
    bool whole = sg_key_add(room, SG_TWO_WORDS, &n, tok_of(d, a)->lemma_key) &&
                 sg_key_add(room, SG_TWO_WORDS, &n, tok_of(d, b)->lemma_key);
    return (sg_str){room, whole ? n : 0};
}

/* "Poles" are a crowd, "legionnaires" troops: whoever they are, by the sector of the party that the words stand for, and
 * whether it is one person, several people or a body. */
static sg_rows classes_of_party(const sg_doc *d, const sg_tok *w) {
    const sg_ent *e = w->ent_count ? &d->ents[w->ent] : NULL;
    bool thing = e && e->row[0] && e->row[0]->table == SG_T_ROLES && !strcmp(e->row[0]->cell[R_KIND], "thing");
    if (!e || !e->sector || thing) return (sg_rows){0}; /* a frigate is no army */
    const char *kind = e->plural ? " people" : e->person ? " person" : " body";
    char room[SG_TWO_WORDS];
    size_t n = 0;
    for (const char *c = e->sector; *c && n < SG_TWO_WORDS / 2; c++) room[n++] = (char)(*c | 0x20); /* in normal form */
    memcpy(room + n, kind, strlen(kind));
    return sg_lexicon_find(d->lex, SG_T_CLASSES, (sg_str){room, n + strlen(kind)});
}

/* With the word that stands right before it: "patrol boat". */
static sg_rows classes_of_two(const sg_doc *d, uint32_t t) {
    const sg_tok *before = t ? tok_of(d, t - 1) : NULL;
    char room[SG_TWO_WORDS];
    if (!before || !sg_may_open(&before->by_lemma, SG_T_CLASSES) || before->head != t) return (sg_rows){0};
    return sg_lexicon_find(d->lex, SG_T_CLASSES, sg_two_words(d, t - 1, t, room));
}

/* Do a hyphen and its halves stand here, without blanks? */
static bool is_joint(const sg_doc *d, uint32_t hyphen) {
    if (!hyphen || hyphen + 1 >= d->tok_count || !sg_eqz(tok_of(d, hyphen)->key, "-")) return false;
    return !tok_of(d, hyphen - 1)->space_after && !tok_of(d, hyphen)->space_after;
}

/* "F-16s", "MiG-29": with the number that is joined to it, whichever of them is the head. */
static sg_rows classes_of_type(const sg_doc *d, uint32_t t) {
    uint32_t hyphen = is_joint(d, t + 1) ? t + 1 : t && is_joint(d, t - 1) ? t - 1 : NONE;
    const sg_tok *number = hyphen == NONE ? NULL : tok_of(d, hyphen + 1);
    if (!number || !number->key.n || number->key.s[0] < '0' || number->key.s[0] > '9') return (sg_rows){0};
    char room[SG_TWO_WORDS];
    size_t n = 0;
    for (uint32_t k = hyphen - 1; k <= hyphen + 1; k++)
        if (!sg_key_add(room, SG_TWO_WORDS, &n, tok_of(d, k)->key)) return (sg_rows){0};
    return sg_lexicon_find(d->lex, SG_T_CLASSES, (sg_str){room, n});
}

/* By its lemma, or with the word before it; a name by its title; a party by its sector. */
bool sg_in_class(const sg_doc *d, uint32_t t, sg_str name) {
    const sg_tok *w = tok_of(d, t);
    return sg_rows_in_class(sg_rows_by_lemma(d, w, SG_T_CLASSES), name) || title_in_class(d, t, name) ||
           sg_rows_in_class(classes_of_party(d, w), name) || sg_rows_in_class(classes_of_two(d, t), name) ||
           sg_rows_in_class(classes_of_type(d, t), name);
}

bool sg_is_party(const sg_doc *d, uint32_t t) {
    return tok_of(d, t)->ent_count || sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_ORGS);
}

bool sg_names_act(const sg_doc *d, uint32_t t) {
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

/* "Sanctions", "an attack": a noun that tells of harm to somebody. */
static bool is_harm(const sg_doc *d, uint32_t noun) {
    enum { A_POS = 1, A_TYPE = 2 };
    if (sg_in_classes(d, noun, SG_LIT("sanction|warfare|blockade|restriction"))) return true;
    sg_rows rows = sg_rows_by_lemma(d, tok_of(d, noun), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++) {
        bool named = rows.row[i]->cell[A_POS][0] == 'n';
        if (named && sg_list_has("ASSAULT|SANCTION|COERCE", sg_str_of(rows.row[i]->cell[A_TYPE]))) return true;
    }
    return false;
}

/* "Supports sanctions against Peru", "welcomed the attack on Peru": whom the harm is to hit is not whom one backs, or
 * contradicts, by it. */
static bool is_aimed_at(const sg_doc *d, uint32_t who, const char *type) {
    while (tok_of(d, who)->deprel == SG_DEP_CONJ && tok_of(d, who)->head != NONE) who = tok_of(d, who)->head;
    uint32_t noun = tok_of(d, who)->head;
    sg_str prep = sg_case_of(d, who);
    if (noun == NONE || !prep.n || !sg_list_has("against|on|upon", prep)) return false;
    if (sg_eqz(prep, "against") && !strcmp(type, "SUPPORT")) return true;
    uint32_t verb = tok_of(d, noun)->upos == SG_POS_VERB ? noun : NONE;
    for (uint32_t c = verb == NONE ? NONE : tok_of(d, verb)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_OBJ && c < who) noun = c; /* where the tree hangs the phrase on the verb */
    return tok_of(d, noun)->upos == SG_POS_NOUN && is_harm(d, noun);
}

/* "Marched in support of X", "in solidarity with X", "rallied to back X": nobody protests against him. */
static bool is_backed(const sg_doc *d, uint32_t who) {
    while (tok_of(d, who)->deprel == SG_DEP_CONJ && tok_of(d, who)->head != NONE) who = tok_of(d, who)->head;
    uint32_t by = tok_of(d, who)->head;
    if (by == NONE || !sg_kind_value(&tok_of(d, by)->by_lemma, "backing")) return false;
    bool verb = tok_of(d, who)->deprel == SG_DEP_OBJ && (tok_of(d, by)->bits & SG_FEAT_INF);
    bool noun = tok_of(d, who)->deprel == SG_DEP_NMOD && tok_of(d, by)->upos == SG_POS_NOUN;
    return verb || (noun && sg_list_has("in|for", sg_case_of(d, by)) && sg_list_has("of|with|for", sg_case_of(d, who)));
}

/* "Rallied for the jailed mayor", "a march for him": whom people gather for. */
static bool is_rallied_for(const sg_doc *d, uint32_t who) {
    enum { A_TYPE = 2 };
    while (tok_of(d, who)->deprel == SG_DEP_CONJ && tok_of(d, who)->head != NONE) who = tok_of(d, who)->head;
    uint8_t rel = tok_of(d, who)->deprel;
    uint32_t by = rel == SG_DEP_OBL || rel == SG_DEP_NMOD ? tok_of(d, who)->head : NONE;
    if (by == NONE || !sg_eqz(sg_case_of(d, who), "for")) return false;
    sg_rows rows = sg_rows_by_lemma(d, tok_of(d, by), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[A_TYPE], "PROTEST")) return true;
    return false;
}

bool sg_is_cause_of(const sg_doc *d, uint32_t who, const char *type) {
    if (who != NONE && type && !strcmp(type, "PROTEST") && (is_backed(d, who) || is_rallied_for(d, who))) return true;
    if (who != NONE && type && sg_list_has("SUPPORT|REJECT", sg_str_of(type)) && is_aimed_at(d, who, type)) return true;
    if (who == NONE || !type || !sg_list_has("PROTEST|REQUEST|ACCUSE|REJECT|THREATEN", sg_str_of(type))) return false;
    const sg_tok *k = tok_of(d, who);
    bool owns = k->deprel == SG_DEP_NMOD_POSS, of = k->deprel == SG_DEP_NMOD && sg_eqz(sg_case_of(d, who), "of");
    uint32_t noun = owns || of ? k->head : NONE;
    if (noun == NONE || tok_of(d, noun)->upos != SG_POS_NOUN) return false;
    bool asked = !strcmp(type, "PROTEST") || !strcmp(type, "REQUEST");
    if (asked && sg_in_class(d, noun, SG_LIT("deliverance"))) return true;
    sg_str prep = sg_case_of(d, noun);
    bool cause = prep.n && sg_list_has("at|against|over|about|after", prep);
    /* "a panel to look into the deaths of six herders", "is investigating the killing of a judge" */
    bool looked = of && !strcmp(type, "ACCUSE") && (prep.n ? sg_eqz(prep, "into") : tok_of(d, noun)->deprel == SG_DEP_OBJ);
    cause |= looked;
    return cause && sg_in_class(d, noun, SG_LIT("suffering"));
}

bool sg_is_above_order(const sg_ev *e, const char *sector) {
    bool binds_all = !e->likely && e->mode && sg_list_has("curfew|martial-law", sg_str_of(e->mode));
    return binds_all && sector && sg_list_has("GOV|MIL|COP|JUD|LEG|SPY|PTY|OPP|REB|PRM|UAF", sg_str_of(sector));
}

bool sg_is_outside_office(const sg_doc *d, const sg_ev *e, const char *country) {
    const char *mode = e->mode ? e->mode : e->content && e->content->mode ? e->content->mode : "";
    bool gives = e->type && sg_list_has("RETREAT|CONCEDE|AGREE", sg_str_of(e->type)) && !strcmp(mode, "resign");
    if (!gives || e->actors.count != 1 || !country) return false;
    const char *own = d->ents[e->actors.at[0]].country;
    return own && strcmp(own, country) != 0;
}

bool sg_is_wronged(const sg_doc *d, uint32_t who, const sg_ev *e) {
    if (who == NONE || !e->type || strcmp(e->type, "ACCUSE") != 0) return false;
    const sg_tok *k = tok_of(d, who);
    sg_str prep = sg_case_of(d, who);
    bool aimed = k->deprel == SG_DEP_NMOD && k->head != NONE && prep.n && sg_list_has("against|to|toward|towards", prep);
    return aimed && tok_of(d, k->head)->head == e->head && sg_eqz(sg_case_of(d, k->head), "of");
}

bool sg_is_bound_for(const sg_doc *d, uint32_t who, const sg_ev *e) {
    if (who == NONE || !e->type || !sg_list_has("ASSAULT|COERCE", sg_str_of(e->type))) return false;
    sg_str prep = sg_case_of(d, who);
    if (!prep.n || !sg_list_has("to|for|into", prep)) return false;
    uint32_t verb = tok_of(d, who)->head;
    if (verb != NONE && tok_of(d, verb)->upos == SG_POS_NOUN) verb = tok_of(d, verb)->head; /* "carrying arms for Y" */
    uint8_t rel = verb == NONE ? SG_DEP_ROOT : tok_of(d, verb)->deprel;
    uint32_t noun = rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL ? tok_of(d, verb)->head : NONE;
    return noun != NONE && tok_of(d, noun)->head == e->head && sg_in_class(d, noun, SG_LIT("vehicle"));
}

bool sg_is_contrasted(const sg_doc *d, uint32_t who, const sg_ev *e) {
    enum { UP = 3 };
    if (who == NONE || !e->type || !strcmp(e->type, "ASSAULT") || !sg_is_subject(tok_of(d, who))) return false;
    uint32_t verb = tok_of(d, who)->head;
    if (verb == NONE || verb == e->head || !sg_is_below(d, verb, e->head, UP)) return false;
    for (uint32_t c = tok_of(d, verb)->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_MARK && sg_says(d, c, "contrast")) return true;
    return false;
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

bool sg_is_the_other(const sg_doc *d, uint32_t t) {
    uint32_t verb = tok_of(d, t)->head;
    if (!sg_eqz(tok_of(d, t)->key, "other") || !t || !sg_eqz(tok_of(d, t - 1)->key, "the")) return false;
    while (verb != NONE && tok_of(d, verb)->upos != SG_POS_VERB) verb = tok_of(d, verb)->head;
    for (uint32_t c = verb == NONE ? NONE : tok_of(d, verb)->child; c != NONE && c < verb; c = tok_of(d, c)->next)
        if (sg_eqz(tok_of(d, c)->key, "each")) return true;
    return false;
}

/* "Recognised each other": those who act are those to whom it is done. NONE for another word. */
static uint32_t doers_of_each(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    bool small = w->upos == SG_POS_PRON || w->upos == SG_POS_ADJ || w->upos == SG_POS_DET;
    if (w->deprel != SG_DEP_OBJ || w->head == NONE || !small) return NONE;
    if (!sg_is_each_other(d, t) && !sg_is_the_other(d, t)) return NONE;
    for (uint32_t c = tok_of(d, w->head)->child; c != NONE; c = tok_of(d, c)->next)
        if (sg_is_subject(tok_of(d, c)) && c != t) return c;
    return NONE;
}

/* Is one of the classes that the rows say of a word among these? */
static bool is_one_chosen(sg_rows r, const sg_choice *of) {
    for (size_t i = 0; i < r.count; i++) {
        sg_str rest = sg_str_of(r.row[i]->cell[1]), one;
        while (sg_cut(&rest, '|', &one))
            if (sg_is_chosen(of, one)) return true;
    }
    return false;
}

/* The same of a name's titles. */
static bool is_title_chosen(const sg_doc *d, uint32_t t, const sg_choice *of) {
    if (tok_of(d, t)->upos != SG_POS_PROPN) return false;
    for (uint32_t c = tok_of(d, t)->child; c != NONE && c < t; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD_DESC && is_one_chosen(sg_rows_by_lemma(d, tok_of(d, c), SG_T_CLASSES), of))
            return true;
    return false;
}

static bool is_told_as(const sg_doc *d, uint32_t t, uint32_t told) {
    const sg_tok *w = tok_of(d, t);
    switch (told) {
    case SG_TOLD_PARTY: return sg_is_party(d, t);
    case SG_TOLD_ACT: return sg_names_act(d, t);
    case SG_TOLD_INDICATIVE: return is_indicative(d, t);
    case SG_TOLD_SETTLED: return is_settled(d, t);
    case SG_TOLD_STATE: return is_state(d, t);
    case SG_TOLD_COUNTRY: return is_country(d, t);
    case SG_TOLD_IGO: return is_body(d, t, "IGO");
    case SG_TOLD_NGO: return is_body(d, t, "NGO");
    case SG_TOLD_PERSON: return w->ent_count && d->ents[w->ent].person;
    case SG_TOLD_SOMEBODY: return is_somebody(d, t);
    case SG_TOLD_PLACE: return is_somewhere(d, t);
    default: return false;
    }
}

static bool is_of_choice(const sg_doc *d, uint32_t t, const sg_choice *of) {
    uint32_t doers = doers_of_each(d, t);
    if (doers != NONE) t = doers;
    for (uint32_t told = 0; of->told >> told; told++)
        if ((of->told >> told & 1) && is_told_as(d, t, told)) return true;
    const sg_tok *w = tok_of(d, t);
    if (is_one_chosen(sg_rows_by_lemma(d, w, SG_T_CLASSES), of) || is_title_chosen(d, t, of)) return true;
    if (is_one_chosen(classes_of_party(d, w), of) || is_one_chosen(classes_of_two(d, t), of)) return true;
    if (is_one_chosen(classes_of_type(d, t), of)) return true;
    sg_str rest = of->words, one;
    while (w->upos == SG_POS_PRON && sg_cut(&rest, '|', &one))
        if (is_one_of(d, t, one)) return true;
    return false;
}

bool sg_in_classes(const sg_doc *d, uint32_t t, sg_str names) {
    sg_choice of = sg_choice_of(names);
    return is_of_choice(d, t, &of);
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

/* A word with hyphens among them that this one is a part of. */
static bool is_joined_one(const sg_doc *d, uint32_t t, sg_str words) {
    sg_str one;
    if (!is_joint(d, t + 1) && !(t && is_joint(d, t - 1))) return false;
    while (sg_cut(&words, '|', &one))
        if (memchr(one.s, '-', one.n) && is_joined_word(d, t, one)) return true;
    return false;
}

static bool same_word(const sg_doc *d, uint32_t t, const sg_choice *of) {
    const sg_tok *w = tok_of(d, t);
    if (sg_is_chosen(of, w->lemma_key) || sg_is_chosen(of, w->key) || is_joined_one(d, t, of->words)) return true;
    for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        bool part = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || (rel == SG_DEP_NMOD_DESC && c < t);
        if (part && sg_is_chosen(of, tok_of(d, c)->lemma_key)) return true;
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

/* Who stands at the places of a pattern is somebody only where it must be there. */
static int pattern_met(const sg_frame *fr, const sg_need *n, uint32_t party[2], sg_filled *kept) {
    uint32_t unbound[2] = {0, 0};
    int there = sg_is_stretch(n->slot) ? sg_pattern(fr, &kept->stretches, n, n->denies ? unbound : party) : 0;
    return n->denies ? !there : there;
}

/* "Expelled four envoys and Chile three more", "threw out another 26": a bare number is of the kind of those to whom the verb
 * before was done. */
static uint32_t counted_kind(const sg_doc *d, uint32_t t) {
    const sg_tok *w = tok_of(d, t);
    bool bare = w->deprel == SG_DEP_OBJ && (w->upos == SG_POS_NUM || sg_eqz(w->key, "more") || sg_eqz(w->key, "others"));
    uint32_t verb = bare ? w->head : NONE;
    if (verb == NONE || tok_of(d, verb)->deprel != SG_DEP_CONJ || verb > t) return t;
    for (uint32_t c = w->child; c != NONE; c = tok_of(d, c)->next)
        if (tok_of(d, c)->deprel == SG_DEP_NMOD) return t; /* "three of the rebels" tell their own */
    for (uint32_t c = tok_of(d, tok_of(d, verb)->head)->child; c != NONE && c < verb; c = tok_of(d, c)->next) {
        uint8_t rel = tok_of(d, c)->deprel;
        if ((rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) && tok_of(d, c)->upos == SG_POS_NOUN) return c;
    }
    return t;
}

static bool slot_met(const sg_frame *fr, const sg_need *n, sg_filled *kept) {
    bool want = !n->denies;
    sg_fill room;
    const sg_fill *f = sg_kept_slot(fr, n, kept, &room);
    if (!n->by) return (f->count > 0) == want;
    if (n->several) return are_several(fr->doc, f) == want;
    for (size_t i = 0; i < f->count; i++) {
        uint32_t t = counted_kind(fr->doc, f->tok[i]);
        if (n->by == '~' ? is_of_choice(fr->doc, t, &n->of) : same_word(fr->doc, t, &n->of)) return want;
    }
    return !want;
}

/* 0: it is not met; else how much there is that meets it. */
static int need_met(const sg_frame *fr, sg_need *n, uint32_t party[2], sg_filled *kept) {
    if (n->by == '>') return pattern_met(fr, n, party, kept);
    if (n->asked != kept->serial) n->met = slot_met(fr, n, kept), n->asked = kept->serial;
    return n->met;
}

sg_met sg_needs_met(const sg_frame *fr, const sg_row *row, sg_filled *kept) {
    sg_needs *all = fr->doc->needs;
    sg_met m = {.all = true};
    for (sg_condition *c = sg_condition_first(all, row); c; c = sg_condition_next(all, c)) {
        int there = need_met(fr, c->need, m.party, kept);
        bool denies = c->need->denies;
        if (!there) m.all = false, m.score -= denies ? 4 : 1;
        else if (!denies) m.score += 2 * there;
        if (!m.all && !fr->loose) break; /* what stands behind it need not be cut */
    }
    return m;
}
