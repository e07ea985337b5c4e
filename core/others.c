/* others.c: see others.h. Who is thought of, and who is chosen. */
#include "others_in.h"

#include "algebra.h"
#include "bearer.h"
#include "likely.h"
#include "phrase.h"
#include "refer.h"

static const char *const side_names[SG_SIDES] = {"actor", "recipient"};

/* ---- who is thought of ---- */

static uint32_t kin_of(const search *s, const char *country, bool state) {
    if (!state) return W_UNION;
    if (!s->own) return W_UNKNOWN;
    return same(s->own, country) ? W_OWN : W_FOREIGN;
}

static party *party_of(search *s, const char *country, const char *sector) {
    size_t first = s->party_count;
    for (size_t i = s->party_count; i-- > 0;) {
        if (!same(s->parties[i].country, country)) continue;
        if (same(s->parties[i].sector, sector)) return &s->parties[i];
        first = i;
    }
    if (s->party_count == PARTIES || sg_is_other_side(s, country, sector) || sg_is_harmed(s, country)) return NULL;
    party *p = &s->parties[s->party_count++];
    *p = (party){.country = country, .sector = sector, .ent = NONE, .near = W_NEVER, .first = first};
    p->state = sg_land_is_state(country);
    p->kin = kin_of(s, country, p->state);
    p->organ = sector ? word_of(s, sector) : W_STATE;
    p->kind = sector || p->state ? p->organ : word_of(s, country);
    p->beside = s->held ? sg_beside_held(s, country, sector) : W_NO_WORD;
    return p;
}

land *sg_land_thought_of(search *s, const char *country) {
    for (size_t i = 0; i < s->land_count; i++)
        if (same(s->lands[i].country, country)) return &s->lands[i];
    if (s->land_count == LANDS) return NULL;
    s->lands[s->land_count] = (land){.country = country, .near = W_NEVER};
    return &s->lands[s->land_count++];
}

static uint32_t near_to(const search *s, uint32_t t) {
    uint32_t here = s->d->toks[s->e->head].sent, there = s->d->toks[t].sent;
    if (s->d->sents[there].in_title != s->d->sents[here].in_title) return there > here ? W_LATER : W_FAR;
    if (there == here) return t < s->e->head ? W_BEFORE : W_BEHIND;
    if (there > here) return W_LATER;
    return here - there == 1 ? W_PREVIOUS : here - there < 4 ? W_CLOSE : W_FAR;
}

static void see_party(search *s, const naming *n, uint32_t near) {
    party *p = party_of(s, n->country, n->sector);
    if (!p) return;
    p->said++;
    p->titled |= n->titled;
    /* before the act the last one is nearest, behind it the first */
    if (near < p->near || (near == p->near && near != W_BEHIND && near != W_LATER)) p->near = near, p->ent = n->ent;
}

static void see(search *s, const naming *n) {
    uint32_t near = near_to(s, n->tok);
    if (n->ent != NONE) see_party(s, n, near);
    land *l = n->land ? sg_land_thought_of(s, n->country) : NULL;
    if (!l) return;
    l->said++;
    l->titled |= n->titled;
    if (near < l->near) l->near = near;
}

/* The first naming at the word or behind it. */
static size_t naming_from(const search *s, uint32_t tok) {
    size_t low = 0, high = s->naming_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->namings[middle].tok < tok) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void see_all(search *s, uint32_t from, uint32_t to) {
    for (size_t i = naming_from(s, from); i < s->naming_count && s->namings[i].tok < to; i++) see(s, &s->namings[i]);
}

/* The words round the act first, so that what is far away is left out where there are too many. */
static void look_round(search *s) {
    uint32_t head = s->e->head, end = (uint32_t)s->d->tok_count;
    uint32_t from = head > BACK ? head - BACK : 0, to = end - head > AHEAD ? head + AHEAD : end;
    uint32_t start = from < START ? from : START;
    const sg_sent *in = &s->d->sents[s->d->toks[head].sent];
    see_all(s, in->first, in->first + in->count);
    see_all(s, from, in->first);
    see_all(s, 0, start);
    see_all(s, in->first + in->count, to);
    for (size_t i = 0; i < s->land_count; i++) {
        party_of(s, s->lands[i].country, NULL);
        party_of(s, s->lands[i].country, "GOV");
        party_of(s, s->lands[i].country, "CVL");
    }
}

/* ---- the choice ---- */

/* 2^(-x/1000) in 2^20ths, straight between whole doublings. */
static long share_of(long x) {
    long whole_steps = x / THOUSAND, part = x % THOUSAND;
    if (whole_steps > 20) return 0;
    return (LARGE >> whole_steps) * (2 * THOUSAND - part) / (2 * THOUSAND);
}

/* Nobody, or names of whom nothing is known. */
static bool is_nobody(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &d->ents[ids->at[i]];
        if (e->country || e->sector) return false;
    }
    return true;
}

static const char *first_land(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (sg_land_is_state(d->ents[ids->at[i]].country)) return d->ents[ids->at[i]].country;
    return NULL;
}

/* Whom the network takes for the side sought, and of what sector, where it is sure enough that he is somebody. */
static void ask_network(search *s) {
    const sg_doc *d = s->d;
    uint32_t teller = sg_likely_teller(d, s->e);
    s->whom = teller == NONE ? NULL : &d->whom[(size_t)teller * SG_SIDES + s->side];
    s->sector_meant = W_NO_WORD;
    if (!s->whom || s->whom->tok[0] == NONE) return;
    for (size_t i = 0; i < SG_WHOM_MOST && s->whom->tok[i] != NONE; i++) s->meant[i] = sg_likely_meant(d, s->whom->tok[i]);
    const sg_meant *m = &d->toks[s->whom->tok[0]].meant;
    if (!m->p || s->whom->p[0] <= SG_SURE / 4 || m->nobody >= SG_SURE / 2) return;
    s->sector_meant = d->sectors[m->sector][0] ? word_of(s, d->sectors[m->sector]) : W_STATE;
}

/* Somebody of the land of the other side? */
static bool ours_in(const search *s, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        const char *c = s->d->ents[ids->at[i]].country;
        for (size_t k = 0; k < s->others->count; k++)
            if (c && same(c, s->d->ents[s->others->at[k]].country)) return true;
    }
    return false;
}

static void list_deals(search *s) {
    s->deal_count = 0;
    s->last.ev = NULL;
    for (size_t i = s->at, n = 0; i-- > 0 && n < RECORDS; n++) {
        const sg_ev *x = &s->all[i];
        deal one = {x, ours_in(s, &x->actors), ours_in(s, &x->recipients)};
        if (!s->last.ev && (x->actors.count || x->recipients.count)) s->last = one;
        if (one.ours || one.us) s->deals[s->deal_count++] = one;
    }
}

static void list_phrases(search *s) {
    size_t n = 0;
    s->phrase_count = 0;
    for (uint32_t c = s->d->toks[s->e->head].child; c != NONE && n < PHRASES; c = s->d->toks[c].next, n++) {
        sg_str prep = s->grounds[c] ? sg_case_of(s->d, c) : (sg_str){0};
        if (prep.n) s->phrases[s->phrase_count++] = (phrase){s->grounds[c], sg_word_number(&s->words, prep)};
    }
}

/* The only one that the act's own words gave it, of a land that is known, is a candidate before all others. */
static void know_held(search *s) {
    const sg_ent *only = s->sought->count == 1 ? &s->d->ents[s->sought->at[0]] : NULL;
    s->held = only && only->country ? only : NULL;
    if (!s->held) return;
    s->held_kind = s->held->sector ? word_of(s, s->held->sector) : W_STATE;
    s->held_by = word_of(s, sg_by_name(s->held->by));
    bool noun = s->held->head != NONE && s->held->by != SG_BY_NAME;
    s->held_noun = noun ? word_of(s, s->d->toks[s->held->head].lemma) : W_NO_WORD;
    party_of(s, s->held->country, s->held->sector);
}

static void begin(search *s, size_t at, sg_side side) {
    const sg_ev *e = s->e = &s->all[at];
    s->at = at, s->side = side;
    s->sought = side == SG_ACTOR ? &e->actors : &e->recipients;
    s->others = side == SG_ACTOR ? &e->recipients : &e->actors;
    s->open = !e->reciprocal && !e->background && is_nobody(s->d, s->sought);
    s->party_count = s->land_count = 0;
    s->own = first_land(s->d, s->others);
    if (s->home_at != e->head) s->home = sg_refer_home(s->d, s->home_at = e->head, "CVL");
    s->by_kind.count = s->by_near.count = 0;
    s->site = e->place == NONE ? NULL : s->d->toponyms[e->place].country;
    if (s->site) s->site = sg_land_then(s->d, s->site);
    s->type = word_of(s, e->type);
    s->mode = e->mode ? word_of(s, e->mode) : W_EMPTY;
    s->other = sg_sector_of_others(s);
    ask_network(s);
    list_deals(s);
    list_phrases(s);
    know_held(s);
    look_round(s);
}

/* The likeliest party of the likeliest land, where both are likely enough, and likelier than nobody: which organ of a land
 * is meant is often open. */
static const party *surest(const search *s, const long *chance, long all) {
    const party *best = NULL;
    long most_of_land = 0, of_party = 0, of_land[PARTIES] = {0};
    size_t likeliest[PARTIES]; /* of its land's; both by the land's first party */
    for (size_t i = 0; i < s->party_count; i++) {
        size_t first = s->parties[i].first;
        of_land[first] += chance[i];
        if (first == i || chance[i] > chance[likeliest[first]]) likeliest[first] = i;
    }
    for (size_t i = 0; i < s->party_count; i++) {
        if (s->parties[i].first != i || of_land[i] <= most_of_land) continue;
        most_of_land = of_land[i], of_party = chance[likeliest[i]], best = &s->parties[likeliest[i]];
    }
    bool sure = most_of_land >= all / THOUSAND * sg_others_least(s, W_LAND) &&
                of_party >= all / THOUSAND * sg_others_least(s, W_PARTY) &&
                of_party >= chance[s->party_count] / THOUSAND * sg_others_least(s, W_NOBODY);
    return sure ? best : NULL;
}

/* Sums to chances; their own sum. */
static long share_out(const long *sum, long *chance, size_t count) {
    long best = sum[0], all = 0;
    for (size_t i = 1; i < count; i++) best = sum[i] > best ? sum[i] : best;
    for (size_t i = 0; i < count; i++) all += chance[i] = share_of(best - sum[i]);
    return all;
}

static void list_features(search *s, const char **list, const char *country, const char *sector) {
    if (s->tell) *list = sg_printf(s->d->arena, "%s;%s/%s%s", *list, country, sector ? sector : "-", s->text);
}

/* "seized power in Niger": the land of those who act is the place, and none whom they do it to. */
static bool is_own_ground(const search *s, const party *p) {
    return !p->sector && same(p->country, s->own) && same(p->country, s->site);
}

/* "The army took the base at Y": no enemy is named where the likeliest is the army's own state, or that army. */
static bool is_own_state(const search *s, const party *p) {
    bool plain = !p->sector || same(p->sector, "MIL"), own = false;
    if (!plain || !s->e->type || strcmp(s->e->type, "ASSAULT") != 0) return false;
    for (size_t i = 0; i < s->e->actors.count; i++) {
        const sg_ent *e = &s->d->ents[s->e->actors.at[i]];
        own |= same(e->sector, "MIL") && same(e->country, p->country);
    }
    return own;
}

/* "Agreed to work closely on Peru": what the work or talk is about is nobody with whom it is done. */
static bool is_mere_topic(const search *s, const party *p) {
    uint32_t head = p->ent == NONE ? NONE : s->d->ents[p->ent].head, here = s->d->toks[s->e->head].sent;
    bool common = s->e->type && sg_list_has("AGREE|CONSULT|COOPERATE", sg_str_of(s->e->type));
    return common && head != NONE && s->d->toks[head].sent == here && sg_is_talked_about(s->d, head);
}

/* "arrested a man suspected of stabbing two others": whom a clause names that tells of the recipient is not him. */
static bool is_told_of_held(const search *s, const party *p) {
    enum { UP = 6 };
    uint32_t t = p->beside == W_SAME || p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    for (int steps = 0; steps < UP && t != NONE; steps++) {
        const sg_tok *k = &s->d->toks[t];
        if (k->head == s->held->head) return k->deprel == SG_DEP_ACL;
        t = k->head;
    }
    return false;
}

static bool is_moved(const search *s, const party *p) {
    return p->ent != NONE && sg_is_moved_by(s->d, s->d->ents[p->ent].head, s->e->head);
}

/* "Flew tents in from Toulouse": where what is given comes from, and not to whom it goes. */
static bool is_source(const search *s, const party *p) {
    uint32_t head = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    bool given = s->e->type && !strcmp(s->e->type, "AID") && head != NONE;
    return given && s->d->toks[head].sent == s->d->toks[s->e->head].sent && sg_comes_from(s->d, head);
}

/* "Seized Chadian-made rifles": where the goods come from. */
static bool is_whence(const search *s, const party *p) {
    uint32_t head = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (p->sector || head == NONE || s->d->toks[head].sent != s->d->toks[s->e->head].sent) return false;
    return sg_is_whence_goods(s->d, head, s->e);
}

static bool is_cause(const search *s, const party *p) {
    uint32_t head = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    return head != NONE && s->d->toks[head].sent == s->d->toks[s->e->head].sent && sg_is_cause_of(s->d, head, s->e->type);
}

/* "S. Korean authorities accused of it": the land of those to whom it is done is not by itself who does it. */
static bool is_faced(const search *s, const party *p) {
    enum { DEEP = 12 };
    if (!s->open || s->e->reciprocal) return false;
    for (size_t i = 0; i < s->others->count && !p->sector; i++)
        if (same(s->d->ents[s->others->at[i]].country, p->country)) return true;
    uint32_t who = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (who == NONE || s->d->toks[who].sent != s->d->toks[s->e->head].sent) return false;
    for (uint32_t c = s->d->toks[s->e->head].child; c != NONE; c = s->d->toks[c].next)
        if (s->d->toks[c].deprel == SG_DEP_NSUBJ_PASS && (c == who || sg_is_below(s->d, who, c, DEEP))) return true;
    return false;
}

/* How likely he is whom the act has, or else the one found, or the land and none of its parties. */
static sg_fit fit_of(const search *s, const long *chance, long all, const party *found) {
    const sg_ids *ids = s->sought;
    const sg_ent *has = ids->count && s->d->ents[ids->at[0]].country ? &s->d->ents[ids->at[0]] : NULL;
    const char *country = has ? has->country : found ? found->country : NULL;
    const char *sector = has ? has->sector : found ? found->sector : NULL;
    long of_land = 0, of_party = 0;
    for (size_t i = 0; country && i < s->party_count; i++) {
        if (!same(s->parties[i].country, country)) continue;
        of_land += chance[i];
        if (same(s->parties[i].sector, sector)) of_party += chance[i];
    }
    return (sg_fit){true, (uint8_t)(of_land * SG_SURE / all), (uint8_t)(of_party * SG_SURE / all),
                    (uint8_t)(chance[s->party_count] * SG_SURE / all)};
}

/* "Suspended aid to Kabul": a seat of government, where it is no mere place, is no less than its government. */
static bool is_same_seat(const search *s, const party *p) {
    return s->held->by == SG_BY_NAME && same(s->held->sector, "GOV") && !p->sector && same(p->country, s->held->country);
}

/* The party that is so much likelier than the one that the words gave that it stands there instead, or NULL.
 * Nobody never does: whom words name, he has his part in it. */
static const party *surer(const search *s, const long *chance) {
    const party *held = NULL;
    size_t best = 0;
    for (size_t i = 0; i < s->party_count && s->held; i++) {
        const party *p = &s->parties[i];
        if (chance[i] > chance[best]) best = i;
        if (p->beside == W_SAME) held = p;
    }
    if (!held || held == &s->parties[best] || is_same_seat(s, &s->parties[best])) return NULL;
    return chance[best] * THOUSAND >= chance[held - s->parties] * sg_others_least(s, W_INSTEAD) ? &s->parties[best] : NULL;
}

/* "Arrested two Danes. Copenhagen demanded their release": of whom one asks it, and not who is to be freed. */
static bool is_to_be_freed(const search *s, const party *p) {
    static const char release[] = "1053|0253";
    bool asks = s->e->type && s->e->cameo && !strcmp(s->e->type, "REQUEST");
    return asks && sg_list_has(release, sg_str_of(s->e->cameo)) && same(p->sector, "CVL") && same(p->country, s->own);
}

/* "The two sides agreed to stop fighting": between those whom one word means together there is no third. */
static bool is_between_both(const search *s) {
    static const char alike[] = "AGREE|CONCEDE|CONSULT|SUPPORT|COOPERATE";
    const sg_ids *who = &s->e->actors;
    if (who->count != 2 || !sg_list_has(alike, sg_str_of(s->e->type))) return false;
    return s->d->ents[who->at[0]].head == s->d->ents[who->at[1]].head && s->d->ents[who->at[0]].head != NONE;
}

/* "Called the bombing in Kabul a crime": whom, or what ground, another act of the sentence struck is not accused of it. */
static bool is_sufferer(const search *s, const party *p) {
    uint32_t who = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (who == NONE || !s->e->type || strcmp(s->e->type, "ACCUSE") != 0) return false;
    for (size_t i = 0; i < s->act_count; i++) {
        const sg_ev *deed = &s->all[i];
        bool here = deed != s->e && s->d->toks[deed->head].sent == s->d->toks[s->e->head].sent;
        if (!here || !deed->type || !sg_list_has("ASSAULT|COERCE", sg_str_of(deed->type))) continue;
        for (size_t k = 0; k < deed->recipients.count; k++)
            if (s->d->ents[deed->recipients.at[k]].head == who) return true;
    }
    return false;
}

/* "Peru would never yield, its ambassador to Oslo said", "its delegation in Geneva": where he who tells so is posted, and
 * nobody whom it concerns. */
static bool is_post_of_teller(const search *s, const party *p) {
    static const char said_to[] = "REJECT|THREATEN|ACCUSE|CONCEDE";
    uint32_t t = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    uint32_t envoy = t != NONE && s->d->toks[t].deprel == SG_DEP_NMOD ? s->d->toks[t].head : NONE;
    bool guests = envoy != NONE && sg_says(s->d, envoy, "sent to gatherings") && sg_is_locative(s->d, t);
    if (guests && s->e->type && sg_list_has(said_to, sg_str_of(s->e->type))) return true;
    if (envoy == NONE || !s->e->type || !sg_list_has(said_to, sg_str_of(s->e->type))) return false;
    bool posted = sg_in_class(s->d, envoy, SG_LIT("envoy")) && sg_eqz(sg_case_of(s->d, t), "to");
    bool tells = sg_is_subject(&s->d->toks[envoy]) || s->d->toks[envoy].deprel == SG_DEP_APPOS;
    return posted && tells && s->d->toks[envoy].head != s->e->head;
}

static bool has_head(const sg_doc *d, const sg_ids *ids, uint32_t head) {
    for (size_t i = 0; i < ids->count; i++)
        if (d->ents[ids->at[i]].head == head) return true;
    return false;
}

/* Does a clause stand beside another: "welcomed it, but Chad did not", "while Chad did not"? */
static bool is_clause_beside(const sg_doc *d, uint32_t clause, uint32_t than) {
    uint8_t rel = d->toks[clause].deprel;
    return d->toks[clause].head == than && (rel == SG_DEP_CONJ || rel == SG_DEP_ADVCL || rel == SG_DEP_PARATAXIS);
}

/* "Chad welcomed the decision, but Peru condemned it": who judges the same beside them made no decision. */
static bool is_fellow_judge(const search *s, const party *p) {
    static const char judged[] = "ACCUSE|SUPPORT|REJECT";
    uint32_t who = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (who == NONE || !s->e->type || !sg_list_has(judged, sg_str_of(s->e->type))) return false;
    if (s->d->toks[who].deprel == SG_DEP_AMOD) who = s->d->toks[who].head; /* "its Peruvian colleague" */
    bool deed = false; /* is it a deed that is judged, and nobody? */
    for (uint32_t c = s->d->toks[s->e->head].child; c != NONE; c = s->d->toks[c].next)
        deed |= s->d->toks[c].deprel == SG_DEP_OBJ && (sg_says(s->d, c, "echo") || sg_says(s->d, c, "echo of all"));
    for (size_t i = 0; i < s->act_count && deed; i++) {
        const sg_ev *x = &s->all[i];
        if (x->head == NONE) continue;
        bool here = is_clause_beside(s->d, x->head, s->e->head) || is_clause_beside(s->d, s->e->head, x->head);
        if (here && x->type && sg_list_has(judged, sg_str_of(x->type)) && has_head(s->d, &x->actors, who)) return true;
    }
    return false;
}

static bool has_land(const sg_doc *d, const sg_ids *ids, const char *country) {
    for (size_t i = 0; i < ids->count; i++)
        if (same(d->ents[ids->at[i]].country, country)) return true;
    return false;
}

/* Is it help, done or promised? */
static bool is_help(const sg_ev *e) {
    static const char aid[] = "033"; /* that is promised */
    bool promised = same(e->type, "AGREE") && e->cameo && !strncmp(e->cameo, aid, sizeof aid - 1);
    return e->type && !e->position && (promised || !strcmp(e->type, "AID"));
}

/* "Floods hit Chad. Peru sent tents, and Chile will send doctors": who himself helps somebody there is not in need, where
 * nobody is told to help him. */
static bool is_fellow_helper(const search *s, const party *p) {
    enum { BACK_SENTS = 4 };
    bool helps = false, landed = s->open && sg_land_is_state(p->country);
    if (!landed || !is_help(s->e)) return false;
    for (size_t i = 0; i < s->act_count; i++) {
        const sg_ev *x = &s->all[i];
        if (x == s->e || !is_help(x) || x->head == NONE) continue;
        if (has_land(s->d, &x->recipients, p->country)) return false;
        uint32_t a = s->d->toks[x->head].sent, b = s->d->toks[s->e->head].sent;
        helps |= has_land(s->d, &x->actors, p->country) && (a > b ? a - b : b - a) <= BACK_SENTS;
    }
    return helps;
}

/* "Marched despite a warning by the minister": what they did it in spite of says nothing of whom they did it to. */
static bool is_heeded_by_none(const search *s, const party *p) {
    enum { UP = 4 };
    uint32_t t = s->held || p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (t == NONE || s->d->toks[t].sent != s->d->toks[s->e->head].sent) return false;
    for (int i = 0; i < UP && t != NONE && t != s->e->head; i++, t = s->d->toks[t].head)
        for (uint32_t c = s->d->toks[t].child; c != NONE && c < t; c = s->d->toks[c].next)
            if (s->d->toks[c].deprel == SG_DEP_CASE && sg_says(s->d, c, "in spite of")) return true;
    return false;
}

/* Nobody to whom it is done, whatever speaks for him. */
static bool is_no_recipient(const search *s, const party *p) {
    uint32_t who = p->ent == NONE ? NONE : s->d->ents[p->ent].head;
    if (sg_is_bound_for(s->d, who, s->e) || sg_is_wronged(s->d, who, s->e) || sg_is_contrasted(s->d, who, s->e))
        return true;
    if (is_fellow_judge(s, p)) return true;
    if (s->held) return is_told_of_held(s, p);
    if (sg_is_outside_office(s->d, s->e, p->country)) return true;
    if (is_between_both(s)) return true;
    if (is_own_ground(s, p) || is_mere_topic(s, p) || is_moved(s, p) || is_to_be_freed(s, p)) return true;
    if (is_post_of_teller(s, p) || is_fellow_helper(s, p) || is_heeded_by_none(s, p)) return true;
    if (is_whence(s, p)) return true;
    return is_source(s, p) || is_own_state(s, p) || is_cause(s, p) || is_sufferer(s, p) ||
           sg_is_above_order(s->e, p->sector);
}

/* "I want to congratulate the Syrians": who speaks. */
static bool is_speaker(const sg_doc *d, uint32_t id) {
    uint32_t t = d->ents[id].head;
    return t != NONE && d->toks[t].upos == SG_POS_PRON && (d->toks[t].bits & SG_FEAT_P1);
}

/* "The envoy said: Chad is late. Niger must leave": who asks it was found by his speech, and stands in another sentence. */
static bool is_from_afar(const search *s) {
    uint32_t t = s->held->head;
    return t != NONE && s->e->head != NONE && s->d->toks[t].sent < s->d->toks[s->e->head].sent;
}

/* "Thousands of Chadians marched. They denounced Niger": those who did something in the sentence before go on. */
static bool goes_on(const search *s) {
    uint32_t t = s->held->head, sent = t == NONE ? 0 : s->d->toks[t].sent;
    bool they = t != NONE && s->d->toks[t].ref != NONE && s->d->refs[s->d->toks[t].ref].form == SG_REF_THEY;
    if (!they || !sent || !s->held->sector) return false;
    const sg_sent *before = &s->d->sents[sent - 1];
    for (uint32_t i = before->first; i < before->first + before->count; i++) {
        const sg_tok *k = &s->d->toks[i];
        const sg_ent *e = sg_is_subject(k) && k->ent_count == 1 ? &s->d->ents[k->ent] : NULL;
        if (e && same(e->country, s->held->country) && same(e->sector, s->held->sector)) return true;
    }
    return false;
}

/* Of people by their names, of who speaks and who goes on the tables know best what they are. */
static bool is_known_actor(const search *s) {
    if (s->side != SG_ACTOR || !s->held) return false;
    return (s->held->person && s->held->name) || is_speaker(s->d, s->sought->at[0]) || is_from_afar(s) || goes_on(s);
}

/* Who only tells of it. */
static bool is_teller(const search *s, const party *p) {
    const sg_ent *source = s->e->source == NONE ? NULL : &s->d->ents[s->e->source];
    return s->open && source && same(source->country, p->country) && same(source->sector, p->sector);
}

/* Who stands there instead of the one whom the words gave, or whom they lack; NULL: as it stands. */
static const party *choose(search *s, sg_fit *fit, const char **told) {
    const char *list = "";
    long sum[PARTIES + 1], chance[PARTIES + 1];
    size_t n = s->party_count;
    for (size_t i = 0; i < n; i++) {
        sg_weigh_party(s, &s->parties[i]);
        const party *p = &s->parties[i];
        bool barred = s->side == SG_RECIPIENT ? is_no_recipient(s, p) : is_teller(s, p) || is_faced(s, p);
        sum[i] = barred ? s->sum - LARGE : s->sum;
        list_features(s, &list, s->parties[i].country, s->parties[i].sector);
    }
    sg_weigh_nobody(s);
    sum[n] = s->sum;
    list_features(s, &list, "-", NULL);
    if (told)
        *told =
            sg_printf(s->d->arena, "%s#%s:%s%s", *told ? *told : "", s->open ? "open" : "told", side_names[s->side], list);
    long all = share_out(sum, chance, n + 1);
    const party *found = surest(s, chance, all);
    *fit = fit_of(s, chance, all, found);
    return s->held ? surer(s, chance) : found;
}

/* ---- of which land? ---- */

static bool has_land_word(const sg_ent *e) {
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_COUNTRIES) return true;
    return false;
}

static bool is_owned(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS) return d->toks[c].upos == SG_POS_PRON;
    return false;
}

/* "called in the ambassador", "rang her counterpart": of another land than those who deal with them, where no word says of
 * which; but one's own ambassador ("its envoy"). */
static bool is_stranger(const sg_doc *d, uint32_t id) {
    const sg_ent *e = &d->ents[id];
    if (e->head == NONE || !e->sector || strcmp(e->sector, "GOV") != 0 || has_land_word(e)) return false;
    if (sg_in_class(d, e->head, SG_LIT("relation"))) return true;
    return sg_in_class(d, e->head, SG_LIT("envoy")) && !is_owned(d, e->head);
}

/* "The two presidents", "both foreign ministers": of two states, and so of no single one. */
static bool are_two_heads(const sg_doc *d, const sg_ent *e) {
    static const char head[] = "head-of-", foreign[] = "foreign-minister";
    const sg_row *role = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0] : NULL;
    if (!role || e->head == NONE || !(d->toks[e->head].bits & SG_FEAT_PLUR)) return false;
    const char *office = role->cell[R_OFFICE];
    bool sole = !strncmp(office, head, sizeof head - 1) || !strncmp(office, foreign, sizeof foreign - 1);
    bool two = false, the = false;
    for (uint32_t c = d->toks[e->head].child; sole && c != NONE; c = d->toks[c].next) {
        two |= sg_says(d, c, "pair") != NULL;
        the |= d->toks[c].deprel == SG_DEP_DET;
    }
    return two && the;
}

/* A soldier, a minister, villagers: whose, the words do not say. */
static bool lacks_land(const sg_doc *d, uint32_t id) {
    const sg_ent *e = &d->ents[id];
    if (are_two_heads(d, e)) return false;
    if (e->sector && !strcmp(e->sector, "UNK")) return false; /* "unknown men" */
    /* "foreign reporters", "any government" */
    bool nobody = e->head != NONE && (sg_refer_is_elsewhere(d, e->head) || sg_refer_is_any(d, e->head));
    return e->sector && !e->country && !nobody;
}

static uint32_t first_without_land(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (lacks_land(d, ids->at[i])) return ids->at[i];
    return NONE;
}

/* "Police in Chad and Mali arrested forty": of which of them, nobody can say. */
static bool of_several(const sg_doc *d, const sg_ids *ids) {
    const char *first = first_land(d, ids);
    for (size_t i = 0; first && i < ids->count; i++) {
        const char *c = d->ents[ids->at[i]].country;
        if (sg_land_is_state(c) && strcmp(c, first) != 0) return true;
    }
    return false;
}

/* "Soldiers struck a village in Y": a state's forces do not fight their own state. "Hijacked an airliner", "sank a tanker":
 * nor are ships and airliners theirs who strike them. */
static bool is_foe(const search *s, uint32_t who, const char *other, const land *l) {
    const sg_ent *e = &s->d->ents[who];
    bool craft = e->head != NONE && sg_kind_value(&s->d->toks[e->head].by_lemma, "craft");
    return !strcmp(s->e->type, "ASSAULT") && (craft || !strcmp(e->sector, "MIL")) && same(other, l->country);
}

/* "Chadian troops overran a garrison": soldiers whom a land's own ones fight are not theirs, where their words name no
 * land. */
static bool is_fought(const sg_doc *d, const sg_ev *e, uint32_t id) {
    const sg_ent *x = &d->ents[id], *by = e->actors.count ? &d->ents[e->actors.at[0]] : NULL;
    bool told = by && (has_land_word(by) || by->by == SG_BY_NAME);
    bool war = told && same(by->sector, "MIL") && same(e->type, "ASSAULT");
    return war && x->head != NONE && x->group && same(x->sector, "MIL") && !has_land_word(x) && x->by != SG_BY_NAME &&
           !is_owned(d, x->head);
}

/* Strangers who were taken for people of those who deal with them are of none that is known. */
static void part_strangers(sg_doc *d, sg_ev *e) {
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = d->ents[e->recipients.at[i]];
        bool own = false;
        for (size_t k = 0; k < e->actors.count; k++) own |= same(who.country, d->ents[e->actors.at[k]].country);
        bool apart = is_stranger(d, e->recipients.at[i]) || is_fought(d, e, e->recipients.at[i]);
        if (!who.country || !own || !apart) continue;
        who.country = NULL, who.cameo = who.sector;
        uint32_t *at = SG_NEW(d->arena, uint32_t, e->recipients.count); /* the list may be another act's too */
        memcpy(at, e->recipients.at, e->recipients.count * sizeof *at);
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = who;
        at[i] = (uint32_t)d->ent_count - 1;
        e->recipients.at = at, e->recipients.cap = e->recipients.count;
    }
}

/* Does the report name people of that land and sector? */
static bool is_known(const search *s, const char *country, const char *sector) {
    for (size_t i = 0; i < s->party_count; i++)
        if (s->parties[i].said && same(s->parties[i].country, country) && same(s->parties[i].sector, sector)) return true;
    return false;
}

/* One side of the act that has no land. */
typedef struct side {
    uint32_t word, sector_word; /* W_ACTOR or W_RECIPIENT; its sector's */
    const char *sector, *other; /* other: the land of the other side */
} side;

/* How a land fits it. */
static void weigh_land(search *s, const land *l, const side *of) {
    uint32_t to = !of->other ? W_UNKNOWN : same(of->other, l->country) ? W_THEIRS : W_FOREIGN, sector = of->sector_word;
    s->sum = 0, s->text = "";
    sg_speak_all(s, F_WHOSE_OTHER, of->word, to, 0);
    sg_speak_all(s, F_WHOSE_SECTOR, sector, to, 0);
    sg_speak_all(s, F_WHOSE_TYPE, s->type, of->word, to);
    sg_speak_all(s, F_WHOSE_NEAR, l->near, to, 0);
    sg_speak_all(s, F_WHOSE_RANK, number(sg_rank_of_land(s, l)), number(s->land_count), 0);
    sg_speak_all(s, F_WHOSE_HOME, s->home ? yes(same(l->country, s->home)) : W_UNKNOWN, to, 0);
    sg_speak_all(s, F_WHOSE_TITLE, yes(l->titled), to, 0);
    sg_speak_all(s, F_WHOSE_KNOWN, yes(is_known(s, l->country, of->sector)), sector, 0);
}

/* "Its neighbours", "the donors". */
static bool is_related(const sg_doc *d, uint32_t id) {
    return d->ents[id].head != NONE && sg_in_class(d, d->ents[id].head, SG_LIT("relation"));
}

/* "Chad shelled a tanker": a vessel or the like that a state strikes, which is not its own. */
static bool is_struck(const search *s, uint32_t id, const sg_ids *others) {
    const sg_ent *x = &s->d->ents[id], *by = others->count ? &s->d->ents[others->at[0]] : NULL;
    const sg_hit *h = x->head == NONE ? NULL : sg_hit_over(s->d, x->head, SG_T_ROLES, SG_T_ROLES);
    bool thing = h && h->head == x->head && !strcmp(h->row->cell[R_KIND], "thing") && x->sector &&
                 sg_list_has("MIL|BUS", sg_str_of(x->sector)); /* a bus may well be its own people's */
    bool state = by && (!by->sector || same(by->sector, "MIL") || same(by->sector, "GOV"));
    return thing && state && s->e->type && !strcmp(s->e->type, "ASSAULT");
}

/* "Somali pirates freed the ship": what vessels pirates deal with are not of their land. */
static bool is_prey(const search *s, uint32_t id, const sg_ids *others) {
    const sg_ent *x = &s->d->ents[id], *by = others->count ? &s->d->ents[others->at[0]] : NULL;
    return by && same(by->sector, "CRM") && x->head != NONE && sg_kind_value(&s->d->toks[x->head].by_lemma, "has crew");
}

/* The land of who stands on that side without one, or NULL. */
static const char *choose_land(search *s, uint32_t word, uint32_t who, const sg_ids *others, const char **told) {
    const char *list = "", *sector = s->d->ents[who].sector;
    const side of = {word, word_of(s, sector), sector, first_land(s->d, others)};
    bool stranger = is_stranger(s->d, who), apart = stranger || is_related(s->d, who) || is_speaker(s->d, who);
    apart |= is_struck(s, who, others) || is_prey(s, who, others);
    uint32_t head = s->d->ents[who].head;
    const char *of_harmed = head == NONE || !sector ? NULL : sg_refer_land_of_harmed(s->d, head, sector);
    long sum[LANDS + 1], chance[LANDS + 1];
    size_t n = s->land_count, best = 0;
    for (size_t i = 0; i < n; i++) {
        weigh_land(s, &s->lands[i], &of);
        bool barred = apart ? same(of.other, s->lands[i].country) : is_foe(s, who, of.other, &s->lands[i]);
        barred |= same(of_harmed, s->lands[i].country); /* "soldiers held two Danish reporters" */
        sum[i] = barred ? s->sum - LARGE : s->sum;
        list_features(s, &list, s->lands[i].country, sector);
    }
    s->sum = 0, s->text = "";
    sg_speak(s, F_WHOSE_NONE, of.sector_word);
    sg_speak_all(s, F_WHOSE_NONE_HERE, number(n), of.other ? W_OTHER : W_DASH, 0);
    sum[n] = s->sum;
    list_features(s, &list, "-", sector);
    sg_str asked = sg_word_text(&s->words, word);
    if (told) *told = sg_printf(s->d->arena, "%s#whose:%.*s%s", *told ? *told : "", (int)asked.n, asked.s, list);
    long all = share_out(sum, chance, n + 1);
    for (size_t i = 1; i < n; i++)
        if (chance[i] > chance[best]) best = i;
    long bar = sg_others_least(s, stranger ? W_STRANGER : W_WHOSE);
    bool sure = n && !of_several(s->d, others) && chance[best] >= all / THOUSAND * bar && sum[best] > -LARGE / 2;
    return sure ? s->lands[best].country : NULL;
}

/* The land, but not where the name of who stands there is borne in others only. */
static const char *suited(const sg_doc *d, uint32_t id, const char *code) {
    const char *name = d->ents[id].name;
    sg_bearer b = name && code ? sg_bearer_of(d->lex, d->arena, name) : (sg_bearer){.count = 0};
    bool fits = !b.count || sg_bearer_fit(&b, code) || sg_bearer_fit(&b, sg_land_then(d, code));
    return fits ? code : NULL;
}

/* As it is named nearest, but inferred; its words only where they stand in the act's own sentence, or those of a name of
 * whom nothing is known, or of who is of another sector of that land than his words told. */
static uint32_t made_of(search *s, const party *p) {
    sg_doc *d = s->d;
    bool same_words = s->sought->count == 1 && (!s->held || same(s->held->country, p->country));
    sg_ent e = p->ent != NONE ? d->ents[p->ent] : (sg_ent){.group = true, .same = NONE};
    if (p->ent == NONE) {
        e.country = p->country, e.sector = p->sector;
        e.cameo = p->sector ? sg_printf(d->arena, "%s%s", p->country, p->sector) : p->country;
    }
    if (p->near > W_BEHIND) e.first = e.last = e.head = NONE;
    if (same_words) {
        const char *cameo = e.cameo;
        e = d->ents[s->sought->at[0]];
        e.country = p->country, e.sector = p->sector, e.cameo = cameo;
    }
    e.by = e.name_by = SG_BY_INFERRED;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    return (uint32_t)d->ent_count - 1;
}

static void explain(sg_doc *d, sg_ev *e, const char *field, const char *rule) {
    sg_why *why = SG_NEW(d->arena, sg_why, e->why_count + 1);
    if (e->why_count) memcpy(why, e->why, e->why_count * sizeof *why);
    why[e->why_count++] = (sg_why){field, NULL, rule, e->first, e->last};
    e->why = why, e->why_cap = e->why_count;
}

static bool has_party(const sg_doc *d, const sg_ids *ids, const sg_ent *who) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &d->ents[ids->at[i]];
        if (same(e->country, who->country) && same(e->sector, who->sector)) return true;
    }
    return false;
}

/* What is chosen for an act, by side. */
typedef struct choice {
    uint32_t party[SG_SIDES];   /* or NONE: as it stands */
    sg_ids deal[SG_SIDES];      /* with whom that party dealt so before; empty: nobody told */
    const char *land[SG_SIDES]; /* or NULL */
    sg_fit fit;                 /* the recipient's */
} choice;

/* "offered to help the two countries", "both ministers": whom a word means with the one found, it means no less. */
static sg_ids all_meant(sg_doc *d, const sg_ids *others, uint32_t ent) {
    uint32_t t = d->ents[ent].head, count = t == NONE ? 0 : d->toks[t].ent_count;
    uint32_t *at = SG_NEW(d->arena, uint32_t, count + 1);
    size_t n = 0;
    at[n++] = ent;
    if (count < 2 || !(d->toks[t].bits & SG_FEAT_PLUR)) return (sg_ids){at, n, n};
    for (uint32_t i = d->toks[t].ent; i < d->toks[t].ent + count; i++) {
        sg_ent other = d->ents[i];
        if (!other.country || same(other.country, d->ents[ent].country) || has_land(d, others, other.country)) continue;
        other.by = other.name_by = SG_BY_INFERRED;
        at[n++] = (uint32_t)d->ent_count;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = other;
    }
    return (sg_ids){at, n, n};
}

/* "Chad and Mali expelled envoys of Niger. It said it would reply": those who dealt so with them together, where one of
 * them is the likeliest. */
static sg_ids all_who_dealt(sg_doc *d, const sg_ids *others, uint32_t ent, const sg_ids *dealers) {
    uint32_t *at = SG_NEW(d->arena, uint32_t, dealers->count + 1);
    size_t n = 0;
    at[n++] = ent;
    for (size_t i = 0; i < dealers->count; i++) {
        sg_ent other = d->ents[dealers->at[i]];
        const sg_ids so_far = {at, n, n};
        if (!other.country || has_land(d, &so_far, other.country) || has_land(d, others, other.country)) continue;
        other.by = other.name_by = SG_BY_INFERRED;
        other.first = other.last = other.head = NONE;
        at[n++] = (uint32_t)d->ent_count;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = other;
    }
    return (sg_ids){at, n, n};
}

/* "Fired a missile at a house in Sidon", "tanks shelled Hama": the people who are struck there are told of, and not the land
 * whose they are. */
static bool is_its_people(const sg_ent *told, const sg_ent *by) {
    return same(told->sector, "CVL") && !by->sector && same(told->country, by->country);
}

/* "The Danish Red Cross flew tents": whom his own name tells is no land of which he is. */
static bool is_named_body(const sg_ent *told, const sg_ent *by) {
    bool named = told->by == SG_BY_NAME && !told->person && told->sector && told->row[0];
    return named && told->row[0]->table != SG_T_COUNTRIES && !by->sector && same(told->country, by->country);
}

/* Unless he stands on the other side by now. */
static void fill(sg_doc *d, sg_ev *e, sg_side which, const choice *c) {
    static const char *const rules[SG_SIDES][2] = {
        {"actor: the likeliest of those the report names", "actor: likelier than the one that the words tell"},
        {"recipient: the likeliest of those the report names", "recipient: likelier than the one that the words tell"}};
    sg_ids *ids = which == SG_ACTOR ? &e->actors : &e->recipients;
    sg_ids *others = which == SG_ACTOR ? &e->recipients : &e->actors;
    bool instead = ids->count && d->ents[ids->at[0]].country;
    uint32_t ent = c->party[which];
    if (has_party(d, others, &d->ents[ent])) return;
    const sg_ent *told = instead && ids->count == 1 ? &d->ents[ids->at[0]] : NULL;
    if (told && same(e->type, "ASSAULT") && is_its_people(told, &d->ents[ent])) return;
    if (told && is_named_body(told, &d->ents[ent])) return;
    *ids = c->deal[which].count ? all_who_dealt(d, others, ent, &c->deal[which]) : all_meant(d, others, ent);
    explain(d, e, side_names[which], rules[which][instead]);
}

/* All on that side who have none are of the land. */
static void settle(sg_doc *d, sg_ev *e, sg_side which, const char *code) {
    sg_ids *ids = which == SG_ACTOR ? &e->actors : &e->recipients;
    sg_ids of = {SG_NEW(d->arena, uint32_t, ids->count), ids->count, ids->count};
    for (size_t i = 0; i < ids->count; i++) {
        of.at[i] = ids->at[i];
        if (!lacks_land(d, ids->at[i])) continue;
        sg_ent who = d->ents[ids->at[i]];
        who.country = code;
        who.cameo = sg_printf(d->arena, "%s%s", code, who.sector);
        who.by = SG_BY_INFERRED;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = who;
        of.at[i] = (uint32_t)d->ent_count - 1;
    }
    *ids = of;
    explain(d, e, side_names[which], "land: the likeliest of those the report names");
}

/* The side of the last act between them on which the party stood with others, if it was told just before. */
static sg_ids dealt_with(const search *s, const party *p) {
    enum { BACK_SENTS = 2 };
    const deal *x = s->deal_count ? &s->deals[0] : NULL;
    if (!x || x->ours == x->us || x->ev->reciprocal || s->side != SG_RECIPIENT) return (sg_ids){0};
    if (s->d->toks[s->e->head].sent - s->d->toks[x->ev->head].sent > BACK_SENTS) return (sg_ids){0};
    const sg_ids *ids = x->us ? &x->ev->actors : &x->ev->recipients;
    const sg_ent who = {.country = p->country, .sector = p->sector};
    return ids->count > 1 && has_party(s->d, ids, &who) ? *ids : (sg_ids){0};
}

/* "Ready for ties with any state that wants them": where all lands are spoken of, none that the report names is meant. */
static bool is_open_to_any(const search *s) {
    enum { REACH = 20 }; /* words */
    const sg_doc *d = s->d;
    if (s->side != SG_RECIPIENT || !s->open || s->e->head == NONE) return false;
    const sg_sent *in = &d->sents[d->toks[s->e->head].sent];
    for (uint32_t t = s->e->head; t < in->first + in->count && t < s->e->head + REACH; t++) {
        uint32_t noun = d->toks[t].deprel == SG_DEP_DET && sg_says(d, t, "any") ? d->toks[t].head : NONE;
        if (noun != NONE && sg_says(d, noun, "land of some kind")) return true;
    }
    return false;
}

static void choose_party(search *s, choice *c, const char **told) {
    sg_fit fit;
    const party *p = choose(s, &fit, told);
    const sg_ids *ids = s->sought;
    if (s->side == SG_RECIPIENT) c->fit = fit;
    bool fits = p && !is_known_actor(s) && (s->held || (s->open && (!ids->count || suited(s->d, ids->at[0], p->country))));
    if (!fits || s->e->gapped || is_open_to_any(s)) return;
    c->party[s->side] = made_of(s, p);
    c->deal[s->side] = s->held ? (sg_ids){0} : dealt_with(s, p);
}

/* "Chad's police held 60 migrants": they are of no land that does something to them. */
static const char *elsewhere(const sg_doc *d, const sg_ev *e, uint32_t id, const char *code) {
    uint32_t t = d->ents[id].head;
    bool stranger = code && t != NONE && sg_kind_value(&d->toks[t].by_lemma, "from abroad");
    return stranger && has_land(d, &e->actors, code) ? NULL : code;
}

/* "Belarus", and whoever is told by the state's name or adjective alone; "the Iranian ambassador". */
static bool is_state_or_envoy(const sg_ent *e) {
    static const char kinds[] = "name|official|variant|adjective";
    const sg_row *row = e->row[0];
    bool whole = e->by == SG_BY_NAME && !e->sector && row && row->table == SG_T_COUNTRIES &&
                 sg_list_has(kinds, sg_str_of(row->cell[C_KIND]));
    return whole || (e->office && !strcmp(e->office, "ambassador"));
}

/* "The interior minister accused Belarus", "the foreign minister met the Iranian ambassador": who speaks so for a state that
 * nobody names is of another; "the police accused Kenya" may be at home. */
static const char *not_against(const sg_doc *d, const sg_ev *e, uint32_t id, const char *code) {
    const char *sector = d->ents[id].sector;
    bool speaks = sg_list_has("ACCUSE|THREATEN|REJECT|REQUEST", sg_str_of(e->type));
    if (!code || !sector || (!speaks && strcmp(e->type, "CONSULT") != 0)) return code;
    if (!sg_list_has("GOV|MIL|OPP|PTY|LEG", sg_str_of(sector))) return code;
    const sg_ids *sides[] = {&e->recipients, &e->actors};
    for (size_t k = 0; k < (e->reciprocal ? 2 : 1); k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *x = &d->ents[sides[k]->at[i]];
            if (sides[k]->at[i] != id && same(x->country, code) && is_state_or_envoy(x)) return NULL;
        }
    return code;
}

static choice choose_all(search *s, size_t at, const char **told) {
    const sg_ev *e = &s->all[at];
    choice c = {.party = {NONE, NONE}};
    uint32_t actor = first_without_land(s->d, &e->actors), recipient = first_without_land(s->d, &e->recipients);
    if (!e->type || e->position || (e->reciprocal && actor == NONE && recipient == NONE)) return c;
    begin(s, at, SG_RECIPIENT);
    if (!e->reciprocal) choose_party(s, &c, told);
    if (actor != NONE) {
        const char *code = suited(s->d, actor, choose_land(s, W_ACTOR, actor, &e->recipients, told));
        c.land[SG_ACTOR] = not_against(s->d, e, actor, code);
    }
    if (recipient != NONE) {
        const char *code = suited(s->d, recipient, choose_land(s, W_RECIPIENT, recipient, &e->actors, told));
        c.land[SG_RECIPIENT] = elsewhere(s->d, e, recipient, code);
    }
    bool silent = sg_is_lone(s->d) && !told; /* their own words tell best who acts */
    if (e->reciprocal || silent) return c;
    begin(s, at, SG_ACTOR);
    choose_party(s, &c, told);
    return c;
}

static void heed(sg_doc *d, sg_ev *e, const choice *c) {
    e->fit = c->fit;
    for (sg_side which = SG_SIDES; which-- > 0;) {
        if (c->party[which] != NONE) fill(d, e, which, c);
        if (c->land[which]) settle(d, e, which, c->land[which]);
    }
}

/* By tok: the land of the place that it is the name of, by the code of the day. */
static const char *const *grounds_of(const sg_doc *d) {
    const char **of = SG_NEW(d->arena, const char *, d->tok_count + 1);
    for (size_t i = 0; i < d->toponym_count; i++) {
        const sg_toponym *p = &d->toponyms[i];
        if (p->sent != NONE && p->known && !p->people && p->country) of[p->head] = sg_land_then(d, p->country);
    }
    return of;
}

/* "unlike Peru", "all but Chile": who is set apart from what is told. */
static bool is_set_apart(const sg_doc *d, uint32_t t) {
    if (d->toks[t].deprel == SG_DEP_REPARANDUM) return true;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_says(d, c, "set apart")) return true;
    return false;
}

static bool may_be_party(const sg_ent *e) {
    return !e->voice && e->country && e->first != NONE && !sg_land_is_region(e);
}

/* Who is named where in the report: every act looks through them. */
static void list_namings(search *s) {
    const sg_doc *d = s->d;
    naming *all = NULL;
    size_t cap = 0;
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        if ((!k->ent_count && !s->grounds[t]) || is_set_apart(d, t)) continue;
        bool titled = d->sents[k->sent].in_title;
        for (uint32_t i = k->ent; i < k->ent + k->ent_count; i++) {
            const sg_ent *e = &d->ents[i];
            if (!may_be_party(e) || sg_is_named_for_town(d, e)) continue;         /* "the Paris talks" */
            bool stands = sg_land_is_state(e->country) && !sg_tells_from_afar(e); /* for election as a land */
            *SG_PUSH(d->arena, all, s->naming_count, cap) = (naming){t, i, e->country, e->sector, stands, titled};
        }
        if (!k->ent_count && !sg_names_paper(d, t))
            *SG_PUSH(d->arena, all, s->naming_count, cap) = (naming){t, NONE, s->grounds[t], NULL, true, titled};
    }
    s->namings = all;
}

/* "in a battle near the border", "in fighting", which may hang as a clause: below the act's own word. */
static bool is_in_battle(const sg_doc *d, const sg_ev *e) {
    for (uint32_t c = e->head == NONE ? NONE : d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        bool below = d->toks[c].deprel == SG_DEP_OBL || d->toks[c].deprel == SG_DEP_ADVCL;
        sg_str prep = sg_case_of(d, c);
        if (below && sg_says(d, c, "battle") && (!prep.n || sg_list_has("in|during", prep))) return true;
    }
    return false;
}

/* "Troops killed 200 Chadians in a battle": people told by their land alone, whom soldiers or a state of another land fight
 * in the field, are its soldiers. */
static void arm_fallen(sg_doc *d, sg_ev *e) {
    const sg_ent *by = e->actors.count ? &d->ents[e->actors.at[0]] : NULL;
    bool war = by && by->country && (!by->sector || same(by->sector, "MIL")) && same(e->type, "ASSAULT");
    if (!war || !is_in_battle(d, e)) return;
    const char *foe = by->country; /* the entities may move */
    sg_ids who = {SG_NEW(d->arena, uint32_t, e->recipients.count + 1), e->recipients.count, e->recipients.count};
    for (size_t i = 0; i < who.count; i++) {
        sg_ent own = d->ents[who.at[i] = e->recipients.at[i]];
        bool folk = same(own.sector, "CVL") && own.country && !same(own.country, foe) && own.row[0] &&
                    own.row[0]->table == SG_T_COUNTRIES && own.head != NONE && (d->toks[own.head].bits & SG_FEAT_PLUR);
        if (!folk) continue;
        own.sector = "MIL", own.cameo = sg_printf(d->arena, "%sMIL", own.country);
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = own;
        who.at[i] = (uint32_t)d->ent_count - 1;
    }
    e->recipients = who;
}

/* "Chad's forces left the town", "pulled out of a village": a place of one's own land is nobody to whom it is left, whoever
 * was found to be meant by it. */
static void leave_places(sg_doc *d, sg_ev *e) {
    if (!same(e->type, "RETREAT") || !same(e->mode, "withdraw") || !e->actors.count || !e->recipients.count) return;
    const char *own = d->ents[e->actors.at[0]].country;
    sg_ids who = {SG_NEW(d->arena, uint32_t, e->recipients.count), 0, e->recipients.count}; /* the list may be another's too */
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &d->ents[e->recipients.at[i]];
        bool place = x->head != NONE && !x->person && d->toks[x->head].upos == SG_POS_NOUN && same(x->country, own) &&
                     sg_in_class(d, x->head, SG_LIT("place"));
        if (!place) who.at[who.count++] = e->recipients.at[i];
    }
    e->recipients = who;
}

/* Does it ask for help, or for what no mode tells? */
static bool is_plea(const sg_ev *e) {
    bool help = same(e->type, "REQUEST") && (!e->mode || same(e->mode, "assist"));
    return help && e->realis == SG_ACTUAL && !e->position;
}

/* "Asked Peru for wheat, and Chile promised a shipload": is it a promise in the sentence of the plea? */
static bool is_promise(const search *s, const sg_ev *e, const sg_ev *plea) {
    static const char meets[] = "036";
    bool promise = same(e->type, "AGREE") && e->cameo && strncmp(e->cameo, meets, sizeof meets - 1) != 0;
    return promise && !e->position && plea->head < e->head && s->d->toks[plea->head].sent == s->d->toks[e->head].sent;
}

/* Does the act, or another one of its sentence, have somebody of that land as who acts, or whom it asks for help? */
static bool acts_here(const search *s, const sg_ev *e, const char *country) {
    for (size_t i = 0; i < s->act_count; i++) {
        const sg_ev *x = &s->all[i];
        bool here = x == e || (x->head != NONE && s->d->toks[x->head].sent == s->d->toks[e->head].sent);
        if (here && has_land(s->d, &x->actors, country)) return true;
        if (here && is_plea(x) && has_land(s->d, &x->recipients, country)) return true;
    }
    return false;
}

/* Is no state named in its sentence but theirs who act? */
static bool is_all_named(const search *s, const sg_ev *e) {
    uint32_t here = s->d->toks[e->head].sent;
    for (size_t i = 0; i < s->naming_count; i++) {
        const naming *n = &s->namings[i];
        if (s->d->toks[n->tok].sent == here && n->land && !acts_here(s, e, n->country)) return false;
    }
    return true;
}

/* Who is in need there: the one land that others help, or that asked for it. */
static uint32_t who_needs(sg_doc *d, const sg_ev *x) {
    const sg_ids *ids = is_plea(x) ? &x->actors : &x->recipients;
    static const char league[] = "IGO";
    const char *code = first_land(d, ids);
    if (!code && is_plea(x) && has_land(d, ids, league)) code = league;
    if (!code || of_several(d, ids)) return NONE;
    sg_ent e = d->ents[ids->at[0]];
    bool driven = same(e.sector, "REF");
    if (!driven) e = (sg_ent){.country = code, .cameo = code, .group = true, .same = NONE};
    e.first = e.last = e.head = NONE, e.by = e.name_by = SG_BY_INFERRED;
    *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    return (uint32_t)d->ent_count - 1;
}

/* "Greece appealed for help. Chad sent planes, and Peru is sending tents": who helps, and nothing tells whom, helps those
 * whom the others help; or who asked for it just before, whoever else is near. */
static bool help_the_same(const search *s, sg_ev *all, size_t at, bool asked) {
    enum { NEAR = 3 };
    sg_doc *d = s->d;
    sg_ev *e = &all[at];
    bool help = is_help(e), may = help || (asked && same(e->type, "AGREE"));
    if (!may || e->head == NONE || e->recipients.count || !e->actors.count || !is_all_named(s, e)) return false;
    for (size_t i = at; i-- > 0;) {
        const sg_ev *x = &all[i];
        if (x->head == NONE || d->toks[e->head].sent - d->toks[x->head].sent > NEAR) return false;
        bool answers = asked ? is_plea(x) && (help || is_promise(s, e, x)) : help && is_help(x);
        uint32_t who = answers ? who_needs(d, x) : NONE;
        if (who == NONE) continue;
        if (has_land(d, &e->actors, d->ents[who].country)) return false;
        uint32_t *one = SG_NEW(d->arena, uint32_t, 1);
        *one = who, e->recipients = (sg_ids){one, 1, 1};
        explain(d, e, side_names[SG_RECIPIENT], "recipient: whom others help, or who asked for it");
        return true;
    }
    return false;
}

/* First all choices, then what they change: what is inferred tells nothing of others. */
void sg_others(sg_doc *d, const sg_weights *w, sg_ev *all, size_t count, const char **told) {
    search s = {.d = d, .all = all, .act_count = count, .weights = w, .home_at = NONE, .tell = told != NULL};
    s.words = (sg_glossary){.weights = w, .arena = d->arena};
    if (d->hall && !told) return; /* a speech is of all the world: what else it names, says nothing of an act */
    if (!count || (sg_weights_empty(w) && !told)) return;
    s.grounds = grounds_of(d);
    for (size_t i = 0; i < count; i++) part_strangers(d, &all[i]);
    list_namings(&s);
    choice *chosen = SG_NEW(d->arena, choice, count);
    for (size_t i = 0; i < count; i++) chosen[i] = choose_all(&s, i, told ? &told[i] : NULL);
    for (size_t i = 0; i < count; i++) {
        if (help_the_same(&s, all, i, true)) chosen[i].party[SG_RECIPIENT] = NONE;
        if (!all[i].settled) heed(d, &all[i], &chosen[i]);
        arm_fallen(d, &all[i]), leave_places(d, &all[i]);
        help_the_same(&s, all, i, false);
    }
}
