/* actor_land.c: see actor_in.h. States and bodies by their own names, people by where they are from, and which places
 * stand for people. */
#include "actor_in.h"

#include <stdio.h>

/* ---- people by where they are from ---- */

/* "thousands of refugees": who they are stands behind `of`. */
static bool counts_others(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD && sg_owning(s->d, c) && (sg_role_at(s->d, c) || in_class(s, c, "human")))
            return true;
    return false;
}

/* "His Peruvian colleague": what he is, the one tells whose colleague he is (core/refer.c). */
static bool is_peer(const scene *s, uint32_t t) {
    for (uint32_t c = sg_says(s->d, t, "peer") ? tk(s, t)->child : NONE; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD_POSS && !(tk(s, c)->bits & SG_FEAT_P1)) return true;
    return false;
}

/* "Qatar's neighbours", "Mali's partners": other states, and no people of it. */
static bool are_beside_state(const scene *s, uint32_t t) {
    if (!(tk(s, t)->bits & SG_FEAT_PLUR) || !sg_kind_value(&tk(s, t)->by_lemma, "at its side")) return false;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD_POSS && sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES)) return true;
    return false;
}

/* "Romania's Liberals", "the Chilean Socialists": a creed in the plural and with a capital is a party, in a text too. */
static bool is_of_creed(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    bool told = false; /* but "the League of Communists" */
    for (uint32_t c = k->child; c != NONE && c < t; c = tk(s, c)->next)
        told |= tk(s, c)->deprel == SG_DEP_DET || tk(s, c)->deprel == SG_DEP_NMOD_POSS || tk(s, c)->deprel == SG_DEP_AMOD;
    return told && (k->bits & SG_FEAT_PLUR) && sg_is_capital(k) && sg_kind_value(&k->by_lemma, "creed") &&
           !s->d->sents[k->sent].in_title;
}

void sg_give_people(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || tk(s, t)->hit != NONE) return;
    bool party = is_of_creed(s, t), noun = tk(s, t)->upos == SG_POS_NOUN || party;
    if (!noun) return;
    if (!party && (!in_class(s, t, "human") || counts_others(s, t) || is_peer(s, t) || are_beside_state(s, t))) return;
    sg_states in = {0};
    sg_states_of(s->d, t, t, &in);
    for (size_t i = 0; i < in.count; i++) {
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .by = SG_BY_DESCRIPTION,
                    .group = true,
                    .plural = (tk(s, t)->bits & SG_FEAT_PLUR) != 0 && in.count < 2,
                    .row = {in.at[i].row},
                    .same = NONE};
        const char *sector = party ? "PTY" : "CVL";
        sg_actor_serve(s->d->arena, &e, in.at[i].code, in.at[i].row, sector, sector);
        sg_push_ent(s, t, &e);
    }
}

void sg_give_kin(scene *s, uint32_t t) {
    if (tk(s, t)->upos != SG_POS_NOUN || sg_role_at(s->d, t) || !in_class(s, t, "kin")) return;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next) {
        bool owner = tk(s, c)->deprel == SG_DEP_NMOD_POSS || (tk(s, c)->deprel == SG_DEP_NMOD && sg_owning(s->d, c));
        if (!owner || !tk(s, c)->ent_count) continue;
        const sg_ent *of = &s->d->ents[tk(s, c)->ent];
        if (!of->person || of->plural || !of->sector || !sg_list_has("GOV|ELI", sg_str_of(of->sector))) continue;
        sg_ent e = {.first = t,
                    .last = t,
                    .head = t,
                    .country = of->country,
                    .sector = "ELI",
                    .cameo = sg_actor_code(s->d->arena, of->country, "ELI"),
                    .by = SG_BY_DESCRIPTION,
                    .group = true,
                    .plural = (tk(s, t)->bits & SG_FEAT_PLUR) != 0,
                    .row = {NULL, of->row[0], of->row[1], of->row[2]}, /* refer is not to take them for the ruler */
                    .same = NONE};
        tk(s, t)->ent_count = 0;
        sg_push_ent(s, t, &e);
        return;
    }
}

/* ---- places that stand for people ---- */

/* The word that a phrase hangs on: of "Rabat and Dakar" that of Rabat. */
static uint32_t governor(const scene *s, uint32_t t) {
    if (tk(s, t)->deprel == SG_DEP_CONJ && tk(s, t)->head != NONE) t = tk(s, t)->head;
    return tk(s, t)->head;
}

static bool governed(const scene *s, uint32_t t, const char *kind) {
    uint32_t up = governor(s, t);
    return up != NONE && sg_kind_value(&tk(s, up)->by_lemma, kind);
}

/* Is the noun or verb that the phrase hangs on one that the tables of acts know? */
static bool under_act(const scene *s, uint32_t t) {
    uint32_t up = governor(s, t);
    return up != NONE &&
           (sg_rows_by_lemma(s->d, tk(s, up), SG_T_ACTS).count || sg_rows_by_lemma(s->d, tk(s, up), SG_T_OPERATORS).count);
}

/* "sought a loan from Washington": the noun or the verb above it tells that something is got. */
static bool gets(const scene *s, uint32_t t) {
    uint32_t up = governor(s, t);
    return governed(s, t, "getting") || (up != NONE && tk(s, up)->upos == SG_POS_NOUN && governed(s, up, "getting"));
}

/* Is it a noun for force, or one to which force is done: "the Jakarta blast", "bombed the Tripoli airport"? */
static bool is_hit(const scene *s, uint32_t noun) {
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, noun), SG_T_ACTS);
    bool object = tk(s, noun)->deprel == SG_DEP_OBJ || tk(s, noun)->deprel == SG_DEP_NSUBJ_PASS;
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'n' && !strcmp(rows.row[i]->cell[TYPE], "ASSAULT")) return true;
    return object && sg_under_type(s, noun, "ASSAULT");
}

/* "took Warsaw to task", "held Paris responsible": verbs of force beside words of blame. */
static bool is_blamed(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->head == NONE ? NONE : tk(s, tk(s, t)->head)->child; c != NONE; c = tk(s, c)->next)
        if (c > t && sg_says(s->d, c, "blaming")) return true;
    return false;
}

/* "From Moscow came a word of regret": the subject behind the verb names an act, or something of one. */
static bool comes_as_act(const scene *s, uint32_t t) {
    uint32_t verb = tk(s, t)->deprel == SG_DEP_OBL && governed(s, t, "going") ? tk(s, t)->head : NONE;
    for (uint32_t c = verb == NONE || t > verb ? NONE : tk(s, verb)->child; c != NONE; c = tk(s, c)->next) {
        if (c < verb || (!sg_is_subject(tk(s, c)) && tk(s, c)->deprel != SG_DEP_OBJ)) continue;
        if (sg_rows_by_lemma(s->d, tk(s, c), SG_T_ACTS).count) return true;
        for (uint32_t n = tk(s, c)->child; n != NONE; n = tk(s, n)->next)
            if (tk(s, n)->deprel == SG_DEP_NMOD && sg_rows_by_lemma(s->d, tk(s, n), SG_T_ACTS).count) return true;
    }
    return false;
}

/* "Lima to Quito: open the bridge": in a headline, to whom the words behind the colon are said. */
static bool is_told(const scene *s, uint32_t t) {
    bool colon = t + 1 < s->d->tok_count && tk(s, t + 1)->sent == tk(s, t)->sent && sg_eqz(tk(s, t + 1)->form, ":");
    return colon && sg_is_open_line(s->d, &s->d->sents[tk(s, t)->sent]);
}

/* "The attack on Brussels killed six": what a noun for force is told of; but "the minister's attack on Brussels", "launched an
 * attack on Brussels" may be words. */
static bool is_struck(const scene *s, uint32_t at) {
    uint32_t noun = tk(s, at)->deprel == SG_DEP_NMOD ? tk(s, at)->head : NONE;
    if (noun == NONE || tk(s, noun)->upos != SG_POS_NOUN || tk(s, noun)->deprel == SG_DEP_OBJ || !is_hit(s, noun)) return false;
    bool on = false, whose = false;
    for (uint32_t c = tk(s, at)->child; c != NONE; c = tk(s, c)->next)
        on |= tk(s, c)->deprel == SG_DEP_CASE && sg_list_has("on|against|upon", tk(s, c)->key);
    for (uint32_t c = tk(s, noun)->child; c != NONE; c = tk(s, c)->next) whose |= tk(s, c)->deprel == SG_DEP_NMOD_POSS;
    return on && !whose;
}

/* A capital after a preposition is a place ("in Geneva", "of Kyiv"), unless it is one of dealings: "talks with
 * Moscow", "appealed to Rabat" (but "flew to Rabat"), "a loan from Washington" (but "a train from Paris"), "lashed
 * out at Seoul", "support for Kyiv" (but "left for Kyiv"). A capital that is shelled is a place too. */
static bool is_venue(const scene *s, uint32_t t) {
    uint32_t at = tk(s, t)->deprel == SG_DEP_CONJ && tk(s, t)->head != NONE ? tk(s, t)->head : t;
    uint8_t rel = tk(s, at)->deprel;
    if (rel == SG_DEP_OBJ || rel == SG_DEP_NSUBJ_PASS)
        return sg_under_type(s, at, "ASSAULT") && !sg_under_type(s, at, "REQUEST") && /* but "pressed Brussels" */
               !is_blamed(s, at);
    bool part = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NMOD_UNMARKED;
    if (part && tk(s, at)->head != NONE) return is_hit(s, tk(s, at)->head);
    if (rel != SG_DEP_OBL && rel != SG_DEP_NMOD) return false;
    if (is_struck(s, at)) return true;
    for (uint32_t pass = 0; pass < (at == t ? 1 : 2); pass++)
        for (uint32_t c = tk(s, pass ? at : t)->child; c != NONE; c = tk(s, c)->next) {
            if (tk(s, c)->deprel != SG_DEP_CASE) continue;
            if (sg_says(s->d, c, "dealing")) return false;
            if (sg_says(s->d, c, "addressing")) return !is_told(s, t) && (!under_act(s, t) || governed(s, t, "going"));
            if (sg_says(s->d, c, "asked-for")) return !governed(s, t, "given to rulers");
            if (sg_says(s->d, c, "giving")) return !gets(s, t) && !comes_as_act(s, t);
            if (sg_says(s->d, c, "aiming")) return !sg_under_type(s, at, "ACCUSE|THREATEN|REJECT");
            return true;
        }
    return at == t;
}

/* How often the document names the state that a seat lies in by anything else than a town, and the body that has its seat
 * there by anything else than the seat. */
static bool body_prevails(const scene *s, const sg_row *state, const sg_row *body) {
    size_t states = 0, bodies = 0;
    enum { LOOKED = 2000 };
    for (size_t i = 0; i < s->d->hit_count && i < LOOKED; i++) {
        const sg_row *r = s->d->hits[i].row;
        if (r->table == SG_T_COUNTRIES && !strcmp(r->cell[C_CODE], state->cell[C_CODE]))
            states += !sg_list_has("capital|city", sg_str_of(r->cell[C_KIND]));
        if (r->table == SG_T_ORGS && !strncmp(r->cell[O_CAMEO], body->cell[O_CAMEO], SG_WHOLE))
            bodies += strcmp(r->cell[O_FORM], body->cell[O_FORM]) != 0;
    }
    return !states || bodies > states;
}

/* "Brussels" is an organisation's seat before it is a state's, where it acts and the text speaks less of the state. */
static const sg_hit *seated(const scene *s, const sg_hit *hit) {
    if (!sg_list_has("capital|city", sg_str_of(hit->row->cell[C_KIND]))) return NULL;
    const sg_hit *h = sg_hit_over(s->d, hit->first, SG_T_ORGS, SG_T_ORGS);
    if (!h || !sg_list_has(h->row->cell[ORGS_NOTE], SG_LIT("seat"))) return NULL;
    return is_venue(s, hit->head) || !body_prevails(s, hit->row, h->row) ? NULL : h;
}

/* ---- states and bodies ---- */

static bool is_definite(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_DET && (tk(s, c)->bits & SG_FEAT_DEF)) return true;
    return false;
}

static bool stands_as_noun(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    bool noun = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_IOBJ || rel == SG_DEP_NMOD;
    return noun || rel == SG_DEP_OBL_AGENT || sg_is_subject(tk(s, t));
}

/* "six Togolese", "forty Japanese": an adjective that is counted stands for people. */
static bool is_counted(const scene *s, uint32_t t) {
    for (uint32_t c = stands_as_noun(s, t) ? tk(s, t)->child : NONE; c != NONE && c < t; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NUMMOD) return true;
    return false;
}

/* "a Syrian", "a 16-year-old Kenyan": an adjective with that article stands for one of the people. */
static bool is_one_of_people(const scene *s, uint32_t t) {
    for (uint32_t c = stands_as_noun(s, t) ? tk(s, t)->child : NONE; c != NONE && c < t; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_DET && sg_kind_value(&tk(s, c)->by_lemma, "one of a kind")) return true;
    return false;
}

/* "Ecuador's Indians", "Romania's Hungarians": people of the land whose they are; NULL where none is told. */
static const sg_row *owner_of_people(const scene *s, const sg_hit *hit) {
    for (uint32_t c = tk(s, hit->head)->child; c != NONE && c < hit->head; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_NMOD_POSS) continue;
        const sg_hit *h = sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        return h && strlen(h->row->cell[C_CODE]) == 3 && strcmp(h->row->cell[C_KIND], "organ") != 0 ? h->row : NULL;
    }
    return NULL;
}

/* "Saudis sever ties", "Israelis, Jordanians to resume talks": in a headline, which leaves articles out, a land's people at
 * what only states do stand for it; those who march or storm are people. */
static bool do_as_state(const scene *s, uint32_t t) {
    if (!sg_is_open_line(s->d, &s->d->sents[tk(s, t)->sent])) return false;
    uint32_t one = tk(s, t)->deprel == SG_DEP_CONJ && tk(s, t)->head != NONE ? tk(s, t)->head : t;
    uint32_t verb = tk(s, one)->deprel == SG_DEP_NSUBJ ? tk(s, one)->head : NONE;
    if (verb == NONE || verb < t || (tk(s, verb)->bits & (SG_FEAT_PAST | SG_FEAT_PART))) return false;
    for (uint32_t c = tk(s, t)->child; c != NONE && c < t; c = tk(s, c)->next) return false; /* "six Syrians" */
    return sg_kind_value(&tk(s, verb)->by_lemma, "deed of states") != NULL;
}

/* A state by its name has no sector; its government has one by its seat, its people by their name unless all are
 * meant ("the Russians"). */
static void give_state(scene *s, const sg_hit *hit) {
    const char *const *c = hit->row->cell;
    bool seat = !strcmp(c[C_KIND], "organ") || (!strcmp(c[C_KIND], "capital") && !is_venue(s, hit->head));
    bool folk = !strcmp(c[C_KIND], "people"),
         several = folk || !strcmp(c[C_KIND], "demonyms") || (!strcmp(c[C_KIND], "adjective") && is_counted(s, hit->head));
    bool one = !strcmp(c[C_KIND], "adjective") && is_one_of_people(s, hit->head);
    bool all = is_definite(s, hit->head) || (!folk && several && do_as_state(s, hit->head));
    bool some = folk || one || ((several || !strcmp(c[C_KIND], "demonym")) && !all);
    const char *sector = seat ? "GOV" : some ? "CVL" : "";
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = strcmp(c[C_KIND], "city") != 0 && strcmp(c[C_KIND], "territory") != 0,
                .plural = several,
                .row = {hit->row},
                .same = NONE};
    sg_states of = {0};
    const sg_row *at_home = strncmp(c[C_KIND], "demonym", 7) == 0 ? owner_of_people(s, hit) : NULL;
    if (at_home) sector = "CVL";
    sg_add_states(s->d, &of, at_home ? at_home : hit->row);
    for (size_t i = 0; i < of.count; i++) {
        sg_actor_serve(s->d->arena, &e, or_null(of.at[i].code), hit->row, sector, sector);
        sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(of.at[i].code));
        bool partial = strstr(c[C_NOTE], "partial") != NULL;
        e.name = partial ? c[C_FORM] : named.count ? named.row[0]->cell[0] : NULL;
        e.group |= partial;
        sg_push_ent(s, hit->head, &e);
    }
}

/* The word that "and" joins to the first one of a name, before it; NONE. */
static uint32_t joined_before(const scene *s, uint32_t first) {
    if (tk(s, first)->deprel == SG_DEP_CONJ) return tk(s, first)->head;
    bool joined = first > s->d->sents[tk(s, first)->sent].first + 1 && tk(s, first - 1)->upos == SG_POS_CCONJ;
    return joined ? first - 2 : NONE;
}

/* "Moroccan and US troops", "NATO and Kenyan troops": the body that the tables know under one land's name is meant of the
 * other land, or body, too. */
static void give_other_body(scene *s, const sg_hit *hit, const sg_ent *one) {
    uint32_t first = hit->first, other = joined_before(s, first);
    if (!one->sector || first == hit->head || other == NONE || other >= first) return;
    const sg_hit *land = sg_hit_over(s->d, other, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (!land) land = sg_hit_over(s->d, other, SG_T_ORGS, SG_T_ORGS);
    if (!land || land->last != other || strlen(land->row->cell[C_CODE]) != 3) return;
    if (tk(s, other)->head != hit->head || !strcmp(land->row->cell[C_CODE], one->country)) return;
    sg_ent e = {.first = land->first,
                .last = hit->last,
                .head = hit->head,
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {land->row},
                .same = NONE};
    sg_actor_serve(s->d->arena, &e, land->row->cell[C_CODE], land->row, one->sector, one->sector);
    sg_push_ent(s, hit->head, &e);
}

/* "the National Front of Bolivia": a party or an armed group that the table has of another land under the same name; "the
 * Swedish Red Cross": each land has its own. */
static void give_namesake(const scene *s, const sg_hit *hit, sg_ent *e) {
    bool branch = hit->row->table == SG_T_ORGS && sg_list_has(hit->row->cell[ORGS_NOTE], SG_LIT("branches"));
    bool several_may = hit->row->table == SG_T_GROUPS || hit->row->table == SG_T_PARTIES;
    sg_states of = {0};
    if ((!several_may && !branch) || hit->first == hit->last) return;
    sg_states_of(s->d, hit->head, hit->first, &of);
    if (of.count == 2 && of.at[0].row == hit->row) of.at[0] = of.at[1]; /* the name's first word is its own body's */
    bool alone = of.count == 1 || (of.count == 2 && (of.at[1].row == hit->row || of.at[0].row == of.at[1].row));
    const char *code = alone ? of.at[0].code : NULL;
    bool land = code && strlen(code) == 3 && of.at[0].row && of.at[0].row->table == SG_T_COUNTRIES;
    if (!land || (e->country && !strcmp(e->country, code))) return;
    const char *sector = branch ? "SOC" : e->sector ? e->sector : "";
    e->name = NULL;
    sg_actor_serve(s->d->arena, e, code, of.at[0].row, sector, sector);
}

static void give_body(scene *s, const sg_hit *hit) {
    const char *const *c = hit->row->cell;
    const char *code = or_null(c[O_CAMEO]);
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .name = or_null(c[O_NAME]),
                .country = or_null(c[O_COUNTRY]),
                .sector = or_null(c[O_SECTOR]),
                .cameo = code ? code : or_null(c[O_COUNTRY]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {hit->row},
                .same = NONE};
    give_namesake(s, hit, &e);
    sg_push_ent(s, hit->head, &e);
    give_other_body(s, hit, &e);
}

void sg_give_world(scene *s, const sg_hit *hit) {
    if (tk(s, hit->head)->ent_count) return;
    bool land = hit->row->table == SG_T_COUNTRIES;
    const sg_hit *body = land ? seated(s, hit) : hit;
    if (land && sg_is_strangers_place(s, hit)) return;
    if (body) give_body(s, body);
    else give_state(s, hit);
}

/* The other half of a land that is parted into North and South: "South" for "North Korea", "the South Korean navy". */
static const sg_row *half_of(const scene *s, const sg_row *land, const char *word, const char *other) {
    enum { ROOM = 64 };
    char name[ROOM];
    sg_str form = sg_str_of(sg_row_phrases(s->d->lex, land));
    size_t n = strlen(other);
    if (form.n <= n + 1 || form.n >= ROOM || form.s[n] != ' ') return NULL;
    bool is_it = !memcmp(form.s, word, n);
    if (!is_it && memcmp(form.s, other, n) != 0) return NULL;
    int length = snprintf(name, ROOM, "%s %s", is_it ? other : word, form.s + n + 1);
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_COUNTRIES, (sg_str){name, (size_t)length});
    /* both halves must be lands: "South Africa" is none */
    if (!found.count || !strcmp(found.row[0]->cell[C_CODE], land->cell[C_CODE])) return NULL;
    return is_it ? land : found.row[0];
}

/* The same for "Pyongyang", and for who rules there. */
static const sg_row *half(const scene *s, const sg_hit *hit, const char *word, const char *other) {
    bool land = hit->row->table == SG_T_COUNTRIES, ruler = hit->row->table == SG_T_HOLDERS;
    const sg_row *row = land ? half_of(s, hit->row, word, other) : NULL;
    if (row || (!land && !ruler)) return row;
    const char *code = hit->row->cell[land ? (int)C_CODE : (int)H_COUNTRY];
    sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(code));
    return named.count ? half_of(s, named.row[0], word, other) : NULL;
}

/* "the North side", "a North torpedo", but not "the North Sea". */
static bool describes_thing(const scene *s, const sg_tok *k) {
    return k->deprel == SG_DEP_COMPOUND && k->head != NONE && tk(s, k->head)->upos == SG_POS_NOUN &&
           !sg_is_capital(tk(s, k->head));
}

/* "The south side rejected it", in small letters, as the north writes; but not "the south side of the town". */
static bool is_side(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    uint32_t side = k->head;
    if (side != t + 1 || !sg_kind_value(&tk(s, side)->by_lemma, "side of two") || t == 0) return false;
    if (k->deprel != SG_DEP_AMOD && k->deprel != SG_DEP_COMPOUND) return false;
    for (uint32_t c = tk(s, side)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD) return false;
    return true;
}

/* Who does something, or to whom the other side does it: "the north side urged the south side". */
static bool is_side_at_talks(const scene *s, uint32_t t, const char *other) {
    if (!is_side(s, t)) return false;
    uint32_t side = tk(s, t)->head, verb = tk(s, side)->head;
    if (sg_is_subject(tk(s, side))) return true;
    for (uint32_t c = verb == NONE ? NONE : tk(s, verb)->child; c != NONE; c = tk(s, c)->next)
        if (sg_is_subject(tk(s, c)) && c && sg_eqz(tk(s, c - 1)->key, other) && is_side(s, c - 1)) return true;
    return false;
}

/* "Developed countries shall help the South": where it is told of rich and poor, the halves are the world's. */
static bool tells_of_rich_and_poor(const scene *s, uint32_t t) {
    enum { BACK = 2 }; /* sentences */
    uint32_t sent = tk(s, t)->sent, from = sent > BACK ? sent - BACK : 0;
    const sg_sent *last = &s->d->sents[sent];
    for (uint32_t i = s->d->sents[from].first; i < last->first + last->count; i++)
        if (sg_kind_value(&tk(s, i)->by_key, "rich or poor")) return true;
    return false;
}

static bool is_half(const scene *s, uint32_t t, const char *word) {
    return t != NONE && sg_eqz(tk(s, t)->key, word) && (tk(s, t)->upos == SG_POS_NOUN || tk(s, t)->upos == SG_POS_PROPN);
}

/* "The north and the south": of one of them, is the other joined to it? */
static bool are_joined(const scene *s, uint32_t t, const char *other) {
    if (tk(s, t)->deprel == SG_DEP_CONJ && is_half(s, tk(s, t)->head, other)) return true;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CONJ && is_half(s, c, other)) return true;
    return false;
}

/* "Talks between the north and the south", in small letters, and where they are told of so, "the south demanded". */
static bool is_half_in_small(const scene *s, uint32_t t, const char *word, const char *other) {
    bool the = false;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        the |= tk(s, c)->deprel == SG_DEP_DET && (tk(s, c)->bits & SG_FEAT_DEF);
    if (!the || !is_half(s, t, word)) return false;
    if (are_joined(s, t, other)) return true;
    for (uint32_t i = 0; sg_is_subject(tk(s, t)) && i < s->d->tok_count; i++)
        if (is_half(s, i, word) && are_joined(s, i, other)) return true;
    return false;
}

/* "Pyongyang, May 3 (KCNA)": the half of which the dateline's place or agency is, as the table has it; NULL: none. */
static const sg_row *half_in_dateline(const scene *s, const char *word, const char *other) {
    const sg_doc *d = s->d;
    for (uint32_t from = d->dateline[0], end; from < d->dateline[1]; from = end + 1) {
        for (end = from; end < d->dateline[1] && !strchr(" ,().", d->text.s[end]);) end++;
        if (end - from < 3) continue;
        sg_str key = sg_fold(d->arena, (sg_str){d->text.s + from, end - from}, NULL);
        sg_rows place = sg_lexicon_find(d->lex, SG_T_COUNTRIES, key), body = sg_lexicon_find(d->lex, SG_T_ORGANS, key);
        const char *code = place.count ? place.row[0]->cell[C_CODE] : body.count ? body.row[0]->cell[O_COUNTRY] : NULL;
        sg_rows named = code ? sg_lexicon_by(d->lex, SG_WAY_COUNTRY, sg_str_of(code)) : (sg_rows){0};
        const sg_row *row = named.count ? half_of(s, named.row[0], word, other) : NULL;
        if (row) return row;
    }
    return NULL;
}

void sg_give_half(scene *s, uint32_t t) {
    static const char *const words[] = {"north", "south"};
    const sg_tok *k = tk(s, t);
    size_t w = sg_eqz(k->key, words[0]) ? 0 : sg_eqz(k->key, words[1]) ? 1 : 2;
    if (w == 2 || k->ent_count || k->hit != NONE) return;
    bool noun = k->upos == SG_POS_PROPN || k->upos == SG_POS_NOUN, side = is_side_at_talks(s, t, words[!w]);
    side |= is_half_in_small(s, t, words[w], words[!w]);
    if (!side && (!noun || !sg_is_capital(k) || k->small)) return;
    if (!side && (k->deprel == SG_DEP_AMOD || k->deprel == SG_DEP_FLAT)) return;
    if (!side && k->deprel == SG_DEP_COMPOUND && !describes_thing(s, k)) return;
    bool both = are_joined(s, t, words[!w]); /* "the north and the south of Korea" */
    for (uint32_t c = both ? NONE : k->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_NMOD || tk(s, c)->deprel == SG_DEP_FLAT || tk(s, c)->deprel == SG_DEP_COMPOUND)
            return; /* "the South of the land" */
    if (!side && tells_of_rich_and_poor(s, t)) return;
    enum { LOOKED = 2000 }; /* the first names of lands and bodies are enough */
    const sg_row *row = NULL;
    for (size_t i = 0; i < s->d->hit_count && i < LOOKED && !row; i++) {
        row = half(s, &s->d->hits[i], words[w], words[!w]);
        if (row && strlen(row->cell[C_CODE]) != 3) row = NULL;
    }
    if (!row) row = half_in_dateline(s, words[w], words[!w]);
    if (!row) return;
    sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(row->cell[C_CODE]));
    sg_ent e = {.first = t,
                .last = t,
                .head = t,
                .name = named.count ? named.row[0]->cell[0] : NULL,
                .by = SG_BY_NAME,
                .name_by = SG_BY_INFERRED,
                .group = true,
                .row = {row},
                .same = NONE};
    sg_actor_serve(s->d->arena, &e, row->cell[C_CODE], row, "", "");
    sg_push_ent(s, t, &e);
}

/* Does the word stand in another noun's phrase, or has it words of its own that make another name of it: "Europe day",
 * "the West Coast", "eastern Europe"? */
static bool is_of_larger_name(const scene *s, const sg_hit *h) {
    uint8_t rel = tk(s, h->head)->deprel;
    if (rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_FLAT) return true;
    for (uint32_t c = tk(s, h->head)->child; c != NONE; c = tk(s, c)->next) {
        rel = tk(s, c)->deprel;
        bool part = rel == SG_DEP_FLAT || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NUMMOD ||
                    rel == SG_DEP_NMOD;
        if (part && (c < h->first || c > h->last)) return true;
    }
    return false;
}

/* "Aid for Africa", unlike "left for Europe". */
static bool is_for(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE && sg_eqz(tk(s, c)->key, "for")) return !governed(s, t, "going");
    return false;
}

void sg_give_part(scene *s, const sg_hit *h) {
    enum { NOTE = 1 };
    bool whole = sg_list_has(h->row->cell[NOTE], SG_LIT("whole"));
    if (!whole || tk(s, h->head)->ent_count || !sg_is_capital(tk(s, h->last)) || is_of_larger_name(s, h)) return;
    if (is_venue(s, h->head) && !is_for(s, h->head)) return;
    sg_ent e = {.first = h->first,
                .last = h->last,
                .head = h->head,
                .name = h->row->cell[0],
                .country = "IGO",
                .cameo = "IGO",
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {h->row},
                .same = NONE};
    sg_push_ent(s, h->head, &e);
}
