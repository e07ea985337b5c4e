/* refer_league.c: see refer_in.h. Leagues and societies that no table knows: names made of common words, in capitals, which
 * say for whom or what such a body is, or with which land it keeps up a friendship. The words are grammar.tsv's `society`,
 * `league`, `befriending`. */
#include "refer_in.h"

/* "The Peru-Cuba Society": the land before the hyphen, where `t` is the word behind the two; NULL: it is no such name. */
static const sg_hit *home_of_society(const sg_doc *d, uint32_t t) {
    const char *how = sg_says(d, t, "befriending");
    const sg_hit *home = how && t && !strcmp(how, "body") ? sg_home_of_friends(d, t - 1) : NULL;
    return home && home->row->table == SG_T_COUNTRIES ? home : NULL;
}

/* "The People for Peace in Chile", "the Solidarity for Achieving Progress of Chile": a name made of common words, in
 * capitals, of those who are for or against something. */
static bool is_league(const sg_doc *d, uint32_t t) {
    static const char *const aims[] = {"for", "against"};
    const sg_tok *k = &d->toks[t];
    bool noun = k->upos == SG_POS_NOUN || k->upos == SG_POS_PROPN, the = false, aim = false;
    if (!noun || !sg_is_capital(k) || k->caps || d->sents[k->sent].in_title) return false;
    if (!t || d->toks[t - 1].sent != k->sent) return false;
    if (home_of_society(d, t)) return true;
    if (!grammar(d, t, "society") && !grammar(d, t, "league") && !sg_noun_row(d, t, "people")) return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        the |= d->toks[c].deprel == SG_DEP_DET;
        bool capital = c > t && sg_is_capital(&d->toks[c]);
        aim |= capital && d->toks[c].deprel == SG_DEP_NMOD && sg_author_case(d, c, aims, 2);
        aim |= capital && c == t + 2 && d->toks[c].deprel == SG_DEP_ACL && sg_eqz(d->toks[t + 1].key, aims[0]);
    }
    return the && aim;
}

/* The one state that is told below the word, by its name and before any verb. */
static const char *state_below(const sg_doc *d, uint32_t t) {
    enum { FAR = 14, DEEP = 8 };
    for (uint32_t i = t + 1; i < d->tok_count && i - t < FAR && d->toks[i].sent == d->toks[t].sent; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (d->toks[i].upos == SG_POS_VERB) return NULL;
        if (e && e->by == SG_BY_NAME && !e->sector && sg_refer_is_state(e) && sg_is_below(d, i, t, DEEP)) return e->country;
    }
    return NULL;
}

/* The land that such a name is called by ("the Peruvian Committee for Support to Chad"), else the one state told below
 * it. */
static const char *land_of_league(const sg_doc *d, uint32_t t) {
    sg_states of = {0};
    const sg_hit *home = home_of_society(d, t);
    if (home) sg_add_states(d, &of, home->row);
    else if (sg_is_called_of_land(d, t)) sg_states_of(d, t, t, &of);
    if (of.count == 1 && of.at[0].code && strlen(of.at[0].code) == 3) return of.at[0].code;
    return state_below(d, t);
}

/* "The Council for Peace issued a statement denouncing Chad": a land blamed or asked there is not its own. */
static const char *land_blamed(const sg_doc *d, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    const char *faced = sg_faced_country(d, t);
    for (uint32_t i = t + 1; i < s->first + s->count && i - t < REACH && !faced; i++) {
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = k->deprel == SG_DEP_OBJ && k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool behind = e && k->head != NONE && k->head > t && sg_land_is_state(e->country);
        if (behind && sg_is_at_odds(d, k->head)) faced = e->country;
    }
    return faced;
}

/* Nothing tells whose it is: of the land where the report is written, or that it is about. In halls of organisations such
 * a committee is theirs. */
static const char *land_of_report(const sg_doc *d, uint32_t t) {
    if (d->hall || (d->orator && *d->orator)) return NULL;
    const char *here = sg_dateline_land(d);
    if (here) return here;
    const sg_land_ask ask = {.tok = t, .sector = "SOC", .host = land_blamed(d, t), .state = true};
    return sg_lands_choose(d->lands, &ask, &d->toks[t].lead);
}

void sg_name_leagues(sg_doc *d) {
    const sg_row *row = sg_row_of_sector(d, "SOC");
    for (uint32_t t = 0; row && t < d->tok_count; t++) {
        if (d->toks[t].ent_count || !is_league(d, t)) continue;
        const char *land = land_of_league(d, t);
        if (!land) land = land_of_report(d, t);
        if (land) sg_actor_role(d, t, row, &land, 1);
    }
}

/* The word for what he is: of a person by his name it stands beside it. */
static const sg_hit *serving_role(const sg_doc *d, const sg_ent *e) {
    for (uint32_t t = e->first; t <= e->last && t < d->tok_count; t++) {
        const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
        if (h && h->head == t && sg_list_has(h->row->cell[R_NOTE], SG_LIT("serves"))) return h;
    }
    return NULL;
}

bool sg_give_body_told(sg_doc *d, uint32_t t) {
    static const char *const whose[] = {"of", "for"};
    sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    const sg_hit *role = e && !e->country ? serving_role(d, e) : NULL;
    if (!role) return false;
    for (uint32_t c = d->toks[role->head].child; c != NONE; c = d->toks[c].next) {
        if (c < role->last || d->toks[c].deprel != SG_DEP_NMOD) continue;
        uint32_t body = sg_author_case(d, c, whose, 2) ? sg_body_before(d, c, NULL) : NONE;
        if (body == NONE) continue;
        const sg_ent of = d->ents[d->toks[body].ent];
        const char *sector = of.sector ? of.sector : role->row->cell[R_SECTOR];
        sg_actor_serve(d->arena, e, sg_code_of(&of), of.row[0], sector, sector);
        return true;
    }
    return false;
}

const char *sg_land_of_societies(const sg_doc *d, uint32_t t) {
    const char *land = sg_land_behind(d, t);
    for (uint32_t c = d->toks[t].child; c != NONE && !land; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && c > t && sg_noun_row(d, c, "people")) land = state_below(d, t);
    return land;
}
