/* others_clue.c: see others_in.h. What speaks for somebody whom a report names, and for nobody: features and their weights. */
#include "others_in.h"

#include "algebra.h"

/* By whether a side is open, then by side: see count_in. */
static const char *const feature_names[] = {
#define X_(id, name) "by:" name,
    FEATURES(X_)
#undef X_
#define X_(id, name) name,
        FEATURES(X_)
#undef X_
#define X_(id, name) "open:by:" name,
            FEATURES(X_)
#undef X_
#define X_(id, name) "open:" name,
                FEATURES(X_)
#undef X_
};

static const char *const word_texts[] = {
#define X_(id, text) text,
    WORDS(X_)
#undef X_
};

sg_weights *sg_others_weights_new(const sg_lexicon *l) {
    static const sg_vocabulary know = {feature_names, sizeof feature_names / sizeof *feature_names, word_texts, W_COUNT};
    return sg_weights_new(l, SG_T_OTHERS, (const size_t[SG_WORTHS]){2}, &know);
}

/* ---- weights ---- */

static uint32_t of_side(const search *s, feature f) {
    return (uint32_t)s->side * F_COUNT + f;
}

long sg_others_least(const search *s, uint32_t what) {
    return sg_weight_of(s->weights, of_side(s, F_LEAST), (sg_value){{what}});
}

static void tell_feature(search *s, feature f, sg_value v) {
    const char *by = "=";
    s->text = sg_printf(s->d->arena, "%s %s", s->text, feature_names[of_side(s, f)]);
    for (size_t i = 0; i < SG_VALUE && v.word[i]; i++, by = ">") {
        sg_str word = sg_word_text(&s->words, v.word[i]);
        s->text = sg_printf(s->d->arena, "%s%s%.*s", s->text, by, (int)word.n, word.s);
    }
}

/* Words one by one, so that they stay in registers. */
static void count_in(search *s, feature f, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    const sg_value v = {{a, b, c, d}};
    s->sum += sg_weight_of(s->weights, of_side(s, f), v);
    if (s->open) s->sum += sg_weight_of(s->weights, SG_SIDES * F_COUNT + of_side(s, f), v);
    if (s->tell) tell_feature(s, f, v);
}

void sg_speak(search *s, feature f, uint32_t word) {
    count_in(s, f, word, 0, 0, 0);
}

void sg_speak_all(search *s, feature f, uint32_t a, uint32_t b, uint32_t c) {
    count_in(s, f, a, b, c, 0);
}

/* What speaks for a party speaks otherwise where the words gave it, or another: those have a weight more of their own. */
static void add_held(search *s, feature f, const party *p, uint32_t a, uint32_t b, uint32_t c) {
    if (s->held) count_in(s, f, p->beside, a, b, c);
}

uint32_t sg_beside_held(const search *s, const char *country, const char *sector) {
    if (!same(s->held->country, country)) return country ? W_OTHER : W_NOBODY;
    return same(s->held->sector, sector) ? W_SAME : W_LAND;
}

/* ---- who is out of the question ---- */

bool sg_is_other_side(const search *s, const char *country, const char *sector) {
    for (size_t i = 0; i < s->others->count; i++) {
        const sg_ent *a = &s->d->ents[s->others->at[i]];
        if (same(a->country, country) && same(a->sector, sector)) return true;
    }
    return false;
}

bool sg_is_harmed(const search *s, const char *country) {
    bool blamed = s->side == SG_RECIPIENT && sg_list_has("ACCUSE|REQUEST", sg_str_of(s->e->type));
    for (const sg_ev *x = s->e->content; blamed && x; x = x->next)
        for (size_t i = 0; i < x->recipients.count; i++)
            if (same(s->d->ents[x->recipients.at[i]].country, country)) return true;
    return false;
}

/* ---- what speaks for a party ---- */

/* Counted as `how` does, but once for all parties that are alike; where features are to be told, each is. */
static void count_once(search *s, counted *before, uint64_t like, const party *p, void how(search *, const party *)) {
    for (size_t i = 0; i < before->count; i++)
        if (before->at[i].like == like) {
            s->sum += before->at[i].sum;
            return;
        }
    long sum = s->sum;
    how(s, p);
    if (s->tell) return;
    before->at[before->count].like = like;
    before->at[before->count++].sum = s->sum - sum;
}

uint32_t sg_sector_of_others(search *s) {
    if (!s->others->count) return W_NOBODY;
    const sg_ent *a = &s->d->ents[s->others->at[0]];
    if (a->sector) return word_of(s, a->sector);
    return !a->country ? W_UNKNOWN : sg_land_is_state(a->country) ? W_STATE : word_of(s, a->country);
}

size_t sg_rank_of_land(const search *s, const land *l) {
    size_t n = 0;
    for (size_t i = 0; i < s->land_count; i++) n += s->lands[i].said > l->said && !same(s->lands[i].country, s->own);
    return n;
}

static size_t rank_of_party(const search *s, const party *p) {
    size_t n = 0;
    for (size_t i = 0; i < s->party_count; i++) n += s->parties[i].said > p->said;
    return n;
}

static void by_kind(search *s, const party *p) {
    sg_speak_all(s, F_KIN_SECTOR, p->kin, p->kind, 0);
    sg_speak_all(s, F_TYPE_KIN, s->type, p->kin, 0);
    add_held(s, F_HELD_TYPE, p, s->type, p->kin, 0);
    sg_speak_all(s, F_TYPE_SECTOR, s->type, p->kin, p->kind);
    if (s->e->mode) sg_speak_all(s, F_MODE_SECTOR, s->mode, p->kin, p->kind);
    sg_speak_all(s, F_OTHER_SECTOR, s->other, p->kin, p->kind);
    if (!s->held) return;
    add_held(s, F_HELD_SECTOR, p, s->held_kind, p->kind, 0);
    add_held(s, F_HELD_BY, p, s->held_by, 0, 0);
    if (s->held_noun) add_held(s, F_HELD_NOUN, p, s->held_noun, p->kind, 0);
}

/* Is it done in their land, or does a phrase of the act name a place there? */
static void by_site(search *s, const party *p) {
    if (s->site) {
        uint32_t there = same(s->site, p->country) ? W_THERE : W_ELSEWHERE;
        sg_speak_all(s, F_SITE, s->type, there, p->kin);
        add_held(s, F_HELD_SITE, p, s->type, there, p->kin);
        sg_speak_all(s, F_SITE_SECTOR, there, p->kin, p->kind);
    }
    for (size_t i = 0; i < s->phrase_count; i++) {
        if (!same(s->phrases[i].country, p->country)) continue;
        count_in(s, F_INTO, s->type, s->phrases[i].prep, p->kin, p->organ);
        return;
    }
}

/* W_LAND: the word's land is theirs; W_PARTY: it names the very party; else W_NO. */
static uint32_t names_party(const search *s, uint32_t word, const party *p) {
    uint32_t best = W_NO;
    const sg_tok *t = &s->d->toks[word];
    if (!t->ent_count) return same(s->grounds[word], p->country) ? W_LAND : W_NO;
    for (uint32_t i = t->ent; i < t->ent + t->ent_count; i++) {
        const sg_ent *e = &s->d->ents[i];
        if (!same(e->country, p->country)) continue;
        uint32_t fit = same(e->sector, p->sector) ? W_PARTY : W_LAND;
        if (fit > best) best = fit;
    }
    return best;
}

/* Whom the network takes for those who stand there. */
static void by_network(search *s, const party *p) {
    if (!s->whom) return;
    for (size_t i = 0; i < SG_WHOM_MOST && s->whom->tok[i] != NONE; i++) {
        uint32_t fit = names_party(s, s->meant[i], p);
        if (fit == W_NO) continue;
        sg_speak_all(s, F_NAMED, bucket(s->whom->p[i]), fit, p->kin);
        add_held(s, F_HELD_NAMED, p, bucket(s->whom->p[i]), fit, p->kin);
        break;
    }
    if (!s->sector_meant) return;
    sg_speak_all(s, F_MEANT, s->sector_meant, p->kin, p->kind);
    add_held(s, F_HELD_MEANT, p, s->sector_meant, p->kin, p->kind);
}

static void by_near(search *s, const party *p) {
    sg_speak(s, F_NEAR, p->near);
    add_held(s, F_HELD_NEAR, p, p->near, 0, 0);
    sg_speak_all(s, F_TYPE_NEAR, s->type, p->near, 0);
    sg_speak_all(s, F_KIN_NEAR, p->kin, p->near, 0);
}

static void by_place(search *s, const party *p) {
    bool titled = p->titled, title = s->d->title.n > 0;
    const land *l = p->state ? sg_land_thought_of(s, p->country) : NULL;
    if (l) {
        sg_speak_all(s, F_LAND_NEAR, p->kin, l->near, 0);
        sg_speak_all(s, F_LAND_RANK, p->kin, number(sg_rank_of_land(s, l)), number(s->land_count > 3 ? 3 : s->land_count));
        if (title && l->titled && !titled) sg_speak_all(s, F_TITLE, W_LAND, p->kin, 0);
    }
    if (title && titled) sg_speak_all(s, F_TITLE, W_PARTY, p->kin, 0);
    sg_speak_all(s, F_SAID, yes(p->said), p->kin, p->kind);
    uint32_t rank = p->said ? number(rank_of_party(s, p)) : W_NO_WORD;
    if (p->said) sg_speak_all(s, F_PARTY_RANK, p->kin, rank, 0);
    if (p->said) add_held(s, F_HELD_RANK, p, p->kin, rank, 0);
    if (p->state) sg_speak_all(s, F_HOME, yes(same(p->country, s->home)), p->kin, 0);
}

static bool is_below(const sg_doc *d, uint32_t t, uint32_t top) {
    enum { DEEP = 64 };
    return sg_is_below(d, t, top, DEEP);
}

/* Where it stands in the act's own sentence. */
static void by_role(search *s, const party *p) {
    if (p->near > W_BEHIND) return;
    const sg_doc *d = s->d;
    uint32_t t = d->ents[p->ent].head, head = s->e->head;
    if (t == NONE || d->toks[t].sent != d->toks[head].sent) return;
    uint32_t where = is_below(d, t, head)                                            ? W_INSIDE
                     : d->toks[t].head != NONE && is_below(d, head, d->toks[t].head) ? W_ABOVE
                                                                                     : W_ASIDE;
    uint32_t label = word_of(s, d->toks[t].label);
    sg_speak_all(s, F_ROLE, where, label, 0);
    add_held(s, F_HELD_ROLE, p, where, label, 0);
    sg_speak_all(s, F_STANDS, where, p->near, p->kin);
    add_held(s, F_HELD_STANDS, p, where, p->near, p->kin);
    sg_str prep = sg_case_of(d, t);
    if (!prep.n) return;
    uint32_t by = sg_word_number(&s->words, prep);
    sg_speak_all(s, F_PREP, where, by, 0);
    add_held(s, F_HELD_PREP, p, where, by, 0);
}

/* W_LAND: of this country; W_PARTY: the very party; else W_NO. */
static uint32_t among(const search *s, const sg_ids *ids, const party *p) {
    uint32_t best = W_NO;
    for (size_t i = 0; i < ids->count && best < W_PARTY; i++) {
        const sg_ent *e = &s->d->ents[ids->at[i]];
        if (same(e->country, p->country)) best = same(e->sector, p->sector) ? W_PARTY : W_LAND;
    }
    return best;
}

static void by_last_deal(search *s, const party *p) {
    if (!s->last.ev) return;
    uint32_t to = among(s, &s->last.ev->recipients, p), by = among(s, &s->last.ev->actors, p);
    sg_speak_all(s, F_LAST, by > to ? W_ACTOR : to > W_NO ? W_RECIPIENT : W_NO,
            s->last.ours ? W_OURS : s->last.us ? W_US : W_OTHERS, p->kin);
}

/* Who dealt with whom in the acts before. */
static void by_deals(search *s, const party *p) {
    uint32_t gave = W_NO, took = W_NO;
    bool last = true;
    by_last_deal(s, p);
    for (size_t i = 0; i < s->deal_count; i++) {
        const deal *one = &s->deals[i];
        uint32_t to = one->ours ? among(s, &one->ev->recipients, p) : W_NO;
        uint32_t by = one->us ? among(s, &one->ev->actors, p) : W_NO;
        if (last && one->ours && one->ev->recipients.count) {
            sg_speak_all(s, F_OURS, to, same(one->ev->type, s->e->type) ? W_TYPE : W_DASH, p->kin);
            last = false;
        }
        if (to > gave) gave = to;
        if (by > took) took = by;
    }
    sg_speak_all(s, F_GAVE, gave, p->kin, 0);
    sg_speak_all(s, F_TOOK, took, p->kin, 0);
}

/* Is it who did, or who suffered, what the act speaks of? */
static void by_content(search *s, const party *p) {
    uint32_t did = W_NO, bore = W_NO;
    for (const sg_ev *x = s->e->content; x; x = x->next) {
        uint32_t by = among(s, &x->actors, p), to = among(s, &x->recipients, p);
        did = by > did ? by : did;
        bore = to > bore ? to : bore;
    }
    if (did > W_NO) sg_speak_all(s, F_DID, s->type, did, 0);
    if (bore > W_NO) sg_speak_all(s, F_BORE, s->type, bore, 0);
    if (s->e->source == NONE) return;
    sg_ids source = {(uint32_t *)&s->e->source, 1, 1};
    sg_speak_all(s, F_SOURCE, among(s, &source, p), p->kin, 0);
}

void sg_weigh_party(search *s, const party *p) {
    uint64_t like = (uint64_t)p->kin << 40 | (uint64_t)p->beside << 32; /* words that the stage knows by heart: small */
    s->sum = 0, s->text = "";
    count_once(s, &s->by_kind, like | p->kind, p, by_kind);
    count_once(s, &s->by_near, like | p->near, p, by_near);
    by_place(s, p);
    by_role(s, p);
    by_deals(s, p);
    by_content(s, p);
    by_site(s, p);
    by_network(s, p);
}

/* ---- what speaks for nobody ---- */

static const sg_row *row_of(const sg_ev *e) {
    for (size_t i = 0; i < e->why_count; i++)
        if (e->why[i].row && e->why[i].row->table == SG_T_ACTS) return e->why[i].row;
    return NULL;
}

/* What the row of the act says of the side sought. */
static uint32_t slots_of(const search *s) {
    static const size_t column[SG_SIDES] = {[SG_ACTOR] = 6, [SG_RECIPIENT] = 7};
    const sg_row *row = row_of(s->e);
    if (!row) return W_OPERATOR;
    const char *slots = row->cell[column[s->side]];
    return !strcmp(slots, "-") ? W_NONE : *slots ? W_OWN : W_USUAL;
}

/* Which phrases the act's word has that might name one. */
static void by_phrases(search *s) {
    bool object = false, oblique = false;
    for (uint32_t t = s->d->toks[s->e->head].child; t != NONE; t = s->d->toks[t].next) {
        object |= s->d->toks[t].deprel == SG_DEP_OBJ;
        oblique |= s->d->toks[t].deprel == SG_DEP_OBL;
    }
    sg_speak_all(s, F_NONE_PHRASES, object ? W_OBJECT : W_DASH, oblique ? W_OBLIQUE : W_DASH, 0);
}

/* How many lands are there to do it to? */
static void by_lands(search *s) {
    size_t foreign = 0, here = 0;
    for (size_t i = 0; i < s->land_count; i++) {
        bool other = !same(s->lands[i].country, s->own);
        foreign += other;
        here += other && s->lands[i].near <= W_BEHIND;
    }
    sg_speak(s, F_NONE_FOREIGN, number(foreign));
    sg_speak(s, F_NONE_HERE, number(here));
}

/* Is anybody likelier than him whom the words gave? */
static void by_none_but_held(search *s, uint32_t slots, uint32_t named) {
    const party nobody = {.ent = NONE, .beside = W_NOBODY};
    add_held(s, F_HELD_NONE, &nobody, s->held_by, slots, 0);
    add_held(s, F_HELD_NONE_TYPE, &nobody, s->type, s->held_kind, 0);
    add_held(s, F_HELD_NONE_ROW, &nobody, s->type, slots, 0);
    if (s->whom) add_held(s, F_HELD_NONE_NAMED, &nobody, named, 0, 0);
}

void sg_weigh_nobody(search *s) {
    const sg_ev *e = s->e, *in = e->content;
    uint32_t slots = slots_of(s), first = s->whom ? s->whom->tok[0] : NONE;
    uint32_t named = first == NONE ? W_DASH : bucket(s->whom->p[0]);
    s->sum = 0, s->text = "";
    sg_speak(s, F_NONE, W_DASH);
    sg_speak(s, F_NONE_TYPE, s->type);
    sg_speak_all(s, F_NONE_MODE, s->type, s->mode, 0);
    sg_speak(s, F_NONE_OTHER, s->other);
    sg_speak_all(s, F_NONE_ROW, s->type, slots, 0);
    sg_speak(s, F_NONE_SLOTS, slots);
    sg_speak(s, F_NONE_TAG, word_of(s, sg_upos_name((sg_upos)s->d->toks[e->head].upos)));
    by_phrases(s);
    by_lands(s);
    sg_speak(s, F_NONE_CONTENT, !in ? W_DASH : in->type ? W_TYPED : W_UNTYPED);
    sg_speak(s, F_NONE_REALIS, word_of(s, sg_realis_name(e->realis)));
    sg_speak_all(s, F_NONE_TOLD, e->weak ? W_WEAK : W_DASH, e->source != NONE ? W_SOURCE : W_DASH, 0);
    sg_speak_all(s, F_NONE_TYPE_OTHER, s->type, s->other, 0);
    if (s->whom) sg_speak_all(s, F_NONE_NAMED, named, first != NONE && s->d->toks[first].ent_count ? W_WHO : W_DASH, 0);
    if (s->held) by_none_but_held(s, slots, named);
    if (in) sg_speak_all(s, F_NONE_WITHIN, s->type, in->actors.count ? W_DID : W_DASH, in->recipients.count ? W_BORE : W_DASH);
}
