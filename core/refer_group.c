/* refer_group.c: see refer_in.h. Collectives ("the country", "the other side", "the government") and bodies under a short
 * name ("the Union", "the Council") or known by what they issue or where they gather. */
#include "refer_in.h"

#include "caller.h"

/* Is the word one of the words of a longer name? */
static bool has_word(sg_str name, sg_str word) {
    sg_str one;
    bool more = false, in = false;
    while (sg_cut(&name, ' ', &one)) in |= sg_eq(one, word), more |= !sg_eq(one, word);
    return in && more;
}

/* Is the state by its full name one of the kind that the noun says: the Kingdom of Norway is "the kingdom"? */
static bool is_called(const sg_doc *d, const char *country, sg_str kind) {
    size_t n;
    const sg_row *rows = sg_lexicon_rows(d->lex, SG_T_COUNTRIES, &n);
    bool called = false;
    for (size_t i = 0; i < n && !called; i++) {
        const sg_row *row = &rows[i];
        if (strcmp(row->cell[C_CODE], country) != 0 || strcmp(row->cell[C_KIND], "official") != 0) continue;
        sg_mark mark = sg_arena_mark(d->arena);
        called = has_word(sg_fold_words(d->arena, sg_str_of(row->cell[C_FORM])), kind);
        sg_arena_reset(d->arena, mark);
    }
    return called;
}

/* "The kingdom", "the republic": the state of such a name that was told last; NULL where there is none. */
static const char *state_so_called(const sg_doc *d, uint32_t t) {
    enum { FAR = 8 }; /* sentences */
    if (!grammar(d, t, "form of state")) return NULL;
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (e && sg_refer_is_state(e) && is_called(d, e->country, d->toks[t].lemma_key)) return e->country;
    }
    return NULL;
}

/* "Said from Chad that he would lead the country": where somebody only speaks from is not the country that he means. The one
 * who speaks; NULL: nobody does so from there. */
static const sg_ent *speaks_from(const sg_doc *d, uint32_t land) {
    static const char *const from[] = {"from"};
    const sg_tok *k = &d->toks[land];
    if (k->deprel != SG_DEP_OBL || k->head == NONE || !sg_author_case(d, land, from, 1)) return NULL;
    if (!sg_is_known_as(d, k->head, SG_T_OPERATORS, "say|announce|promise|demand|ask")) return NULL;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].ent_count == 1 && d->ents[d->toks[c].ent].country)
            return &d->ents[d->toks[c].ent];
    return NULL;
}

static void state_word(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head, u = sg_told_ref(d, id);
    bool form = grammar(d, t, "form of state") != NULL;
    for (uint32_t c = d->toks[t].child; form && c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD && sg_owning(d, c) && !sg_sole_state_of(d, t)) return; /* "of letters" */
    if (form && !sg_owner_of(d, t)) {
        const sg_ent *told = u != NONE && sg_head_of(d, u)->ent_count ? &d->ents[sg_head_of(d, u)->ent] : NULL;
        bool right = told && told->country && is_called(d, told->country, d->toks[t].lemma_key);
        const char *so_called = right ? NULL : state_so_called(d, t);
        if (so_called) sg_countries_here(d, t, &so_called, 1);
        if (so_called) return;
    }
    const char *named = sg_sole_state_of(d, t);
    if (named) { /* "our sister nation of Peru" */
        sg_countries_here(d, t, &named, 1);
        return;
    }
    const sg_ent *e = sg_owner_of(d, t);
    if (!e && u != NONE && sg_head_of(d, u)->ent_count == 1) {
        e = speaks_from(d, d->refs[u].head);
        if (!e) e = &d->ents[sg_head_of(d, u)->ent];
    }
    if (e && e->country && !sg_land_is_state(e->country)) e = NULL; /* an organisation is no country */
    if (!e && d->refs[id].before == NONE) {
        uint32_t from = sg_antecedent_of(d, t, sg_want_state);
        if (from != NONE) e = speaks_from(d, from);
        if (from != NONE && !e) e = &d->ents[d->toks[from].ent];
    }
    if (e && e->country) sg_countries_here(d, t, (const char *const[]){e->country}, 1);
}

/* "The Chinese side", "the side of Peru". */
static bool side_of_state(sg_doc *d, uint32_t t) {
    sg_states of = {0};
    sg_states_of(d, t, t, &of);
    if (of.count != 1 || !sg_land_is_state(of.at[0].code)) return false;
    sg_countries_here(d, t, &of.at[0].code, 1);
    return true;
}

/* "His side", "the North side", "the side of the rebels": whose it is. */
static bool side_of_party(sg_doc *d, uint32_t t) {
    uint32_t whose = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool of = rel == SG_DEP_NMOD && sg_owning(d, c);
        if ((of || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS) && d->toks[c].ent_count == 1) whose = c;
    }
    sg_copy_all(d, t, whose, SG_BY_DESCRIPTION, false);
    return whose != NONE;
}

/* "The other side": of the two lands at hand the one that is not whose clause it stands in, or who says so. */
static bool other_side(sg_doc *d, uint32_t t) {
    bool other = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) other |= grammar(d, c, "opposite") != NULL;
    uint32_t who = other && !sg_is_subject(&d->toks[t]) ? sg_clause_subject(d, t) : NONE;
    if (other && (who == NONE || !d->toks[who].ent_count)) who = sg_speaker_at(d, t);
    const sg_ent *e = who == NONE || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    const char *code = e && sg_refer_is_state(e) ? sg_other_country(d, t, e->country) : NULL;
    if (code) sg_countries_here(d, t, &code, 1);
    return code != NULL;
}

/* "The two countries": those at hand; but if a third land's official says so, whom the whole text holds against another
 * one ("President X, on a visit to Chad, said that the two countries must talk"), his and that one. */
static size_t two_lands(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    size_t n = sg_two_states(d, t, out);
    uint32_t who = sg_speaker_at(d, t);
    const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    if (n < TOP || !e || !sg_refer_is_state(e)) return n;
    const char *pair[TOP];
    bool within = !strcmp(out[0], e->country) || !strcmp(out[1], e->country);
    if (within || sg_lands_pair(d->lands, pair) < TOP) return n;
    if (strcmp(pair[0], e->country) != 0 && strcmp(pair[1], e->country) != 0) return n;
    out[0] = pair[0], out[1] = pair[1];
    return TOP;
}

/* The states of which the sentence before tells, where they are two and no more. */
static size_t two_just_told(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    const sg_sent *s = d->toks[t].sent ? &d->sents[d->toks[t].sent - 1] : NULL;
    size_t n = 0;
    for (uint32_t i = s ? s->first : 0; s && i < s->first + s->count; i++) {
        const char *land = d->toks[i].ent_count == 1 ? d->ents[d->toks[i].ent].country : NULL;
        bool again = !sg_land_is_state(land) || (n && !strcmp(out[0], land)) || (n > 1 && !strcmp(out[1], land));
        if (again) continue;
        if (n == TOP) return 0;
        out[n++] = land;
    }
    return n == TOP ? n : 0;
}

/* "All sides", "all the parties", with nothing beside them that says whose: those who are at odds. */
static bool is_every_side(const sg_doc *d, uint32_t t) {
    bool all = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (grammar(d, c, "all of them")) all = true;
        else if (rel != SG_DEP_DET && rel != SG_DEP_CASE && c < t) return false;
        else if (rel == SG_DEP_NMOD) return false;
    }
    return all;
}

void sg_collective_party(sg_doc *d, uint32_t id, const char *what) {
    uint32_t t = d->refs[id].head;
    bool two, the = sg_is_definite(d, t, &two), plural = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    bool state = !strcmp(what, "state");
    const sg_ent *owner = sg_owner_of(d, t);
    const char *codes[TOP];
    if (!strcmp(what, "other") && two) {
        sg_countries_here(d, t, codes, sg_two_countries(d, t, codes));
        return;
    }
    if (!strcmp(what, "other")) {
        bool one = owner && sg_refer_is_state(owner) && !plural;
        codes[0] = one && grammar(d, t, "lies beside") ? sg_neighbour_of(d, t, owner->country) : NULL;
        if (one && !codes[0]) codes[0] = sg_other_country(d, t, owner->country);
        if (codes[0]) sg_countries_here(d, t, codes, 1);
        return;
    }
    const char *all[MOST];
    bool sides = state || !strcmp(what, "party"); /* "the three sides" */
    size_t listed = sides && plural && !two ? sg_listed_states(d, t, all) : 0;
    if (listed) {
        sg_countries_here(d, t, all, listed);
        return;
    }
    bool side = !strcmp(what, "party") && !plural;
    if (side && (side_of_state(d, t) || side_of_party(d, t) || other_side(d, t))) return;
    if (!strcmp(what, "party") && plural && is_every_side(d, t)) sg_both_sides(d, id, false, true);
    if (d->toks[t].ent_count || (!the && !owner)) return;
    if (state && !plural) state_word(d, id);
    else if (state && two) {
        size_t n = sg_talking_lands(d, t, codes);
        sg_countries_here(d, t, codes, n ? n : two_lands(d, t, codes));
    } else if (state && the && !d->hall && sg_are_plain(d, t)) { /* "the countries", behind the talks of two */
        size_t n = sg_talking_lands(d, t, codes);
        sg_countries_here(d, t, codes, n ? n : two_just_told(d, t, codes));
    } else if (!strcmp(what, "pair")) sg_so_many(d, id, true);
    else if (plural && !state) sg_both_sides(d, id, false, true);
}

bool sg_is_whole_state(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    return e && !e->sector && !e->person && sg_refer_is_state(e);
}

bool sg_in_meeting(const sg_doc *d, uint32_t t) {
    return sg_caller_meets(d, d->sents[d->toks[t].sent].voice);
}

/* "The council", with no word by it that says which; in a speech in its hall also "this Council", "our Council". */
static bool is_plain_the(const sg_doc *d, const sg_ref *r) {
    bool here = r->form == SG_REF_THAT && (d->hall || sg_in_meeting(d, r->head));
    bool ours = here || (d->hall && r->form == SG_REF_THEIR), the = r->form == SG_REF_THE || ours;
    if ((!the && r->form != SG_REF_SHORT) || (d->toks[r->head].bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = d->toks[r->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (ours && rel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1)) continue;
        bool honours = d->hall && rel == SG_DEP_AMOD && sg_kind_value(&d->toks[c].by_lemma, "honours");
        if (honours) continue; /* "this august Assembly" */
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS ||
            rel == SG_DEP_FLAT || rel == SG_DEP_NUMMOD || rel == SG_DEP_APPOS)
            return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the;
}

/* The word of a body's longer name, the nearest before or else the first behind: "the African Union" of "the Union". */
static uint32_t longer_name(const sg_doc *d, uint32_t t) {
    enum { NAMES = 200 }; /* of a text that names more bodies, the first */
    uint32_t found = NONE;
    const char *as = grammar(d, t, "in names"); /* "the lender": the World Bank */
    for (size_t i = 0, names = 0; i < d->hit_count && names < NAMES; i++) {
        const sg_hit *h = &d->hits[i];
        if (h->row->table < SG_T_ORGANS || h->row->table > SG_T_ORGS) continue;
        names++;
        if (!d->toks[h->head].ent_count || sg_is_whole_state(d, h->head)) continue;
        if (h->first <= t && t <= h->last) continue;
        if (h->first > t && found != NONE) break;
        sg_mark mark = sg_arena_mark(d->arena);
        sg_str name = sg_fold_words(d->arena, sg_str_of(h->row->cell[0])), rest = sg_str_of(as ? as : ""), word;
        if (has_word(name, d->toks[t].key)) found = h->head;
        while (sg_cut(&rest, '|', &word))
            if (has_word(name, word)) found = h->head;
        sg_arena_reset(d->arena, mark);
    }
    return found;
}

void sg_organisation_here(sg_doc *d, uint32_t t, const char *code) {
    enum { KIND = 3 }; /* letters: IGO, NGO */
    bool other = !strncmp(code, "NGO", KIND) || !strncmp(code, "MNC", KIND); /* "the Oxfam team" */
    sg_ent e = {.first = t,
                .last = t,
                .head = t,
                .country = other ? sg_dup(d->arena, (sg_str){code, KIND}) : "IGO",
                .cameo = code,
                .by = SG_BY_DESCRIPTION,
                .name_by = SG_BY_INFERRED,
                .group = true,
                .same = NONE};
    d->toks[t].ent = (uint32_t)d->ent_count;
    d->toks[t].ent_count = 1;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
}

/* In the hall of the United Nations "the Organization" is that one, and no guest of it: a movement, a party. */
static bool is_guest(const sg_doc *d, uint32_t t, uint32_t name) {
    const char *land = d->ents[d->toks[name].ent].country;
    return d->hall && sg_is_capital(&d->toks[t]) && land && strcmp(land, "IGO") != 0;
}

/* "The bank", after the World Bank: no firm, as other banks are, though their word is a role's. */
static bool is_bank_of_states(const sg_doc *d, uint32_t t, uint32_t name) {
    const sg_ent *e = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL, *of = &d->ents[d->toks[name].ent];
    bool firm = e && e->row[0] && e->row[0]->table == SG_T_ROLES && !strcmp(e->row[0]->cell[R_SECTOR], "BUS");
    return firm && of->country && !strcmp(of->country, "IGO");
}

/* Does the word stand for an organisation of states, or an organ of one? */
static bool is_of_states(const sg_doc *d, uint32_t t) {
    const sg_ent *e = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
    return e && e->country && !strcmp(e->country, "IGO") && !e->person;
}

/* "The Special Committee on Chad", said in the hall of the United Nations: one of their own, where no word of it says that
 * it is a land's ("the Central Committee", "the Committee of the Senate"). */
static bool is_organ_of_hall(const sg_doc *d, uint32_t t) {
    static const char *const owns[] = {"of"};
    bool the = false;
    const sg_tok *k = &d->toks[t];
    if (!d->hall || !sg_is_capital(k) || (k->bits & SG_FEAT_PLUR) || k->ent_count) return false;
    if (!grammar(d, t, "hall's organ")) return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_NMOD_POSS || rel == SG_DEP_APPOS || grammar(d, c, "land's organ")) return false;
        if (d->toks[c].ent_count && (c < t || sg_author_case(d, c, owns, 1))) return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the;
}

bool sg_short_name_of(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head, u = sg_told_ref(d, id);
    if (is_organ_of_hall(d, t) && !is_plain_the(d, r)) {
        sg_organisation_here(d, t, d->hall);
        return true;
    }
    const sg_tok *k = &d->toks[t];
    const char *kind = grammar(d, t, "shortens");
    if (!is_plain_the(d, r) || (!kind && !sg_noun_row(d, t, "body"))) return false;
    bool capital = sg_is_capital(k) && !k->small;
    bool told_who = u != NONE && !sg_is_whole_state(d, d->refs[u].head) && !is_guest(d, t, d->refs[u].head);
    uint32_t name = longer_name(d, t);
    bool before = d->hall || (grammar(d, t, "spoken before") && sg_in_meeting(d, t));
    bool bank = name != NONE && is_bank_of_states(d, t, name), hall = before && capital && k->ent_count;
    if (hall && told_who && is_of_states(d, d->refs[u].head)) { /* which of them it is, its role would not tell */
        sg_copy_all(d, t, d->refs[u].head, SG_BY_DESCRIPTION, false);
        return true;
    }
    if (!bank && ((!capital && k->ent_count) || told_who)) return false;
    if (name != NONE && !is_guest(d, t, name)) {
        sg_copy_all(d, t, name, SG_BY_DESCRIPTION, false);
        return true;
    }
    const char *code = kind && (capital || !strcmp(kind, "union")) ? sg_lands_named(d->lands, t, "IGO") : NULL;
    /* "this Assembly", where states meet: the one that he speaks before */
    if (!code && capital && grammar(d, t, "spoken before") && sg_in_meeting(d, t)) code = "IGO";
    if (code) sg_organisation_here(d, t, code);
    return code != NULL;
}

/* "They", "It", first in a paragraph of a communique, or after what the organ itself did. */
static bool goes_on_issuing(const sg_doc *d, const sg_ref *r) {
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    uint32_t said = d->issuer_said[r->form == SG_REF_THEY];
    if ((r->form != SG_REF_THEY && r->form != SG_REF_IT) || r->head != s->first) return false;
    if (!sg_is_subject(&d->toks[r->head])) return false;
    return said != NONE && !s->voice && (s->paragraph || d->toks[said].sent + 1 == d->toks[r->head].sent);
}

bool sg_issuing_body(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head;
    bool many = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    if (!d->issuer) return false;
    if (goes_on_issuing(d, r)) {
        many = r->form == SG_REF_THEY;
        d->toks[t].ent_count = 0;
        sg_copy_all(d, t, d->issuer_said[many], SG_BY_PRONOUN, false);
    } else if (sg_issuer_is(d, t)) {
        const sg_hit *role = many ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
        if (role) sg_actor_role(d, t, role->row, &d->issuer, 1);
        else sg_organisation_here(d, t, d->issuer);
        sg_ent *e = &d->ents[d->toks[t].ent];
        if (role) e->by = SG_BY_DESCRIPTION, e->sector = e->sector ? e->sector : "GOV";
    } else return false;
    if (sg_is_subject(&d->toks[t])) d->issuer_said[many] = t;
    return true;
}

/* Those of several states, or of an organisation of theirs, who may hold a summit. */
static bool may_gather(const sg_doc *d, const sg_tok *k) {
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!e || is_modifier(k)) return false;
    if (k->ent_count > TOP) return sg_refer_is_state(e) && sg_refer_is_state(&d->ents[k->ent + k->ent_count - 1]);
    bool some = !e->person || e->plural || (d->toks[e->head].bits & SG_FEAT_PLUR);
    return e->country && !strcmp(e->country, "IGO") && some && sg_is_subject(k);
}

/* "The Havana Conference", "the Havana meeting condemned": called after where they met. */
static bool is_named_by_place(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool does = sg_is_subject(k) && k->head != NONE && d->toks[k->head].upos == SG_POS_VERB;
    if ((!sg_is_capital(k) && !does) || (k->bits & SG_FEAT_PLUR)) return false;
    for (uint32_t c = k->child; c != NONE && c < t; c = d->toks[c].next) {
        const sg_hit *h = d->toks[c].deprel == SG_DEP_COMPOUND ? sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        const char *kinds = does ? "capital|city|territory|name" : "capital|city|territory";
        if (h && sg_list_has(kinds, sg_str_of(h->row->cell[C_KIND]))) return true;
    }
    return false;
}

bool sg_gathering_body(sg_doc *d, uint32_t id) {
    enum { FAR = 600 }; /* words */
    const sg_ref *r = &d->refs[id];
    uint32_t t = r->head, from = NONE;
    const sg_tok *k = &d->toks[t];
    if (k->ent_count || !grammar(d, t, "gathers")) return false;
    if (is_named_by_place(d, t)) {
        sg_organisation_here(d, t, "IGO");
        return true;
    }
    if (!sg_is_subject(k) || !is_plain_the(d, r)) return false;
    for (uint32_t i = t; i-- > 0 && from == NONE && t - i < FAR;)
        if (may_gather(d, &d->toks[i])) from = i;
    if (from == NONE) return false;
    d->refs[id].thing = SG_THING_BODY;
    const sg_ent *e = &d->ents[d->toks[from].ent];
    if (sg_refer_is_state(e)) sg_copy_all(d, t, from, SG_BY_DESCRIPTION, false);
    else sg_organisation_here(d, t, e->sector || !e->cameo ? "IGO" : e->cameo);
    return true;
}

bool sg_all_who_signed(sg_doc *d, uint32_t t) {
    enum { NEAR = 8 };
    const sg_tok *k = &d->toks[t];
    const char *what = (k->bits & SG_FEAT_PLUR) ? grammar(d, t, "collective") : NULL;
    if (!what || strcmp(what, "party") != 0) return false;
    bool of = k->deprel == SG_DEP_NMOD && k->head != NONE && k->head < t && sg_is_capital(k);
    bool among = of && grammar(d, k->head, "of those who signed");
    bool to = t + 1 < d->tok_count && grammar(d, t + 1, "addressing");
    for (uint32_t i = t + 2; to && !among && i < d->tok_count && i <= t + NEAR && d->toks[i].sent == k->sent; i++) {
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_PUNCT) break;
        among = grammar(d, i, "signed by many") != NULL;
    }
    if (among) sg_organisation_here(d, t, "IGO");
    return among;
}

/* A state by its own name, with those joined to it. */
static void take_states(const sg_doc *d, uint32_t t, uint32_t from[MOST], size_t *count) {
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    if (e && e->by == SG_BY_NAME && sg_is_whole_state(d, t) && *count < MOST) from[(*count)++] = t;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (c > t && d->toks[c].deprel == SG_DEP_CONJ) take_states(d, c, from, count);
}

bool sg_named_behind(sg_doc *d, uint32_t t) {
    uint32_t from[MOST], first = NONE;
    size_t count = 0;
    const sg_ent *e = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
    if ((e && e->by == SG_BY_NAME) || !grammar(d, t, "named behind")) return false; /* the United States, Chad and Niger */
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        uint32_t of = c > t && rel == SG_DEP_NMOD ? d->toks[c].child : NONE;
        if (c > t && rel == SG_DEP_APPOS) take_states(d, c, from, &count);
        for (; of != NONE; of = d->toks[of].next) /* "a Member of the Organization, Chad" */
            if (of > c && d->toks[of].deprel == SG_DEP_APPOS) take_states(d, of, from, &count);
        if (c < t || rel != SG_DEP_CONJ || count) continue;
        if (first == NONE) first = c;
        bool list = first == c && sg_eqz(d->toks[t + 1].form, ","); /* "the Members, Chad and Niger" */
        if (list) take_states(d, c, from, &count);
    }
    if (count) sg_copy_each(d, t, from, count);
    return count > 0;
}

/* The people in the object of the verb that this one is joined to, told with a number; NONE. */
static uint32_t counted_before(const sg_doc *d, uint32_t verb) {
    uint32_t first = d->toks[verb].deprel == SG_DEP_CONJ ? d->toks[verb].head : NONE;
    for (uint32_t c = first == NONE ? NONE : d->toks[first].child; c != NONE; c = d->toks[c].next) {
        bool object = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count == 1 && (d->toks[c].bits & SG_FEAT_PLUR);
        for (uint32_t g = object ? d->toks[c].child : NONE; g != NONE; g = d->toks[g].next)
            if (d->toks[g].deprel == SG_DEP_NUMMOD) return c;
    }
    return NONE;
}

void sg_tell_counted(sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        bool bare = k->upos == SG_POS_NUM && k->deprel == SG_DEP_OBJ && !k->ent_count && k->head != NONE && k->head < t;
        for (uint32_t c = bare ? k->child : NONE; c != NONE; c = d->toks[c].next) bare &= d->toks[c].deprel != SG_DEP_NMOD;
        uint32_t folk = bare ? counted_before(d, k->head) : NONE;
        if (folk != NONE) sg_copy_all(d, t, folk, SG_BY_DESCRIPTION, false);
    }
}

void sg_tell_parts(sg_doc *d) {
    for (uint32_t t = 2; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        bool they = k->ref != NONE && d->refs[k->ref].form == SG_REF_THEY && k->ent_count;
        uint32_t many = they ? sg_part_before(d, t) : NONE;
        const sg_row *row = many == NONE ? NULL : d->ents[k->ent].row[0];
        if (many == NONE || (row && row == sg_row_of_sector(d, row->cell[R_SECTOR]))) continue; /* only the network knows them */
        sg_copy_all(d, many, t, SG_BY_DESCRIPTION, false);
        for (uint32_t n = 0; n < d->toks[many].ent_count; n++) d->ents[d->toks[many].ent + n].name = NULL;
    }
}
