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

bool sg_is_cause_of(const sg_doc *d, uint32_t who, const char *type) {
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
        if (sg_eqz(one, "act") && sg_names_act(d, t)) return true;
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
static int need_met(const sg_frame *fr, sg_str need, uint32_t party[2], sg_filled *kept) {
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
    const sg_fill *f = sg_kept_slot(fr, slot, kept, &room);
    if (at == need.n) return (f->count > 0) == want;
    if (need.s[at] == '~' && sg_eqz(what, "several")) return are_several(fr->doc, f) == want;
    for (size_t i = 0; i < f->count; i++)
        if (need.s[at] == '~' ? sg_in_classes(fr->doc, f->tok[i], what) : same_word(fr->doc, f->tok[i], what)) return want;
    return !want;
}

sg_met sg_needs_met(const sg_frame *fr, const char *needs, sg_filled *kept) {
    sg_str rest = sg_str_of(needs), one;
    sg_met m = {.all = true};
    while ((m.all || fr->loose) && sg_cut(&rest, ' ', &one)) {
        if (!one.n) continue;
        int there = need_met(fr, one, m.party, kept);
        bool denies = one.s[0] == '!';
        if (!there) m.all = false, m.score -= denies ? 4 : 1;
        else if (!denies) m.score += 2 * there;
    }
    return m;
}
