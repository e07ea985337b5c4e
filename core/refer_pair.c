/* refer_pair.c: see refer_in.h. Words for two or several at once: "both sides", "the two ministers", "the former", and
 * those who sign: who was just named together, who dealt with one another, or the two lands of the text. */
#include "refer_in.h"

#include "orator.h"

/* Somebody who may be a side, and how much speaks for him. */
typedef struct camp {
    uint32_t tok, ent;
    int score;
} camp;

static void prefer(camp *best, uint32_t tok, uint32_t ent, int score) {
    if (best->tok == NONE || score > best->score) *best = (camp){tok, ent, score};
}

/* "Both sides", after a government and its rebels or opposition: who quarrels within one land, if the text is about that
 * land more than about any other. */
static bool two_camps_of(sg_doc *d, uint32_t t, const char *rebels) {
    enum { FAR = 8 }; /* sentences */
    static const char rulers[] = "GOV|MIL";
    tally best[TOP];
    const char *land = sg_weigh_lands(d, t, best) ? best[0].country : NULL;
    camp rebel = {NONE, 0, 0}, ruler = {NONE, 0, 0};
    uint32_t sent = d->toks[t].sent, end = t, meets = sg_clause_subject(d, t);
    for (uint32_t back = 0; land && back <= FAR && back <= sent && (rebel.tok == NONE || ruler.tok == NONE); back++) {
        uint32_t first = d->sents[sent - back].first;
        for (uint32_t i = first; i < end; i++)
            for (uint32_t n = 0; n < d->toks[i].ent_count && i != meets; n++) {
                const sg_ent *e = &d->ents[d->toks[i].ent + n];
                int score = (sg_is_subject(&d->toks[i]) ? 3 : 1) - (int)back;
                bool own = e->country && e->sector && !strcmp(e->country, land);
                if (!own || !sg_refer_is_state(e) || is_modifier(&d->toks[i])) continue;
                if (sg_list_has(rebels, sg_str_of(e->sector))) prefer(&rebel, i, d->toks[i].ent + n, score);
                if (sg_list_has(rulers, sg_str_of(e->sector))) prefer(&ruler, i, d->toks[i].ent + n, score);
            }
        end = first;
    }
    if (rebel.tok == NONE || ruler.tok == NONE) return false;
    const uint32_t two[TOP] = {rebel.ent, ruler.ent};
    d->toks[t].ent_count = 0;
    for (int i = 0; i < TOP; i++) {
        sg_ent e = d->ents[two[i]];
        e.first = e.last = e.head = t;
        e.same = e.same != NONE ? e.same : two[i];
        e.by = SG_BY_DESCRIPTION;
        if (!i) d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count++;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
    }
    return true;
}

static bool serves_as(const sg_ent *e, const char *sector) {
    return e->person && (!sector || (e->sector && !strcmp(e->sector, sector)));
}

/* "Secretary of State" and "John Kerry", where a parser tore them apart: one of them under two words. */
static bool is_one_person(const sg_ent *a, const sg_ent *b) {
    if (!a->country || !b->country || strcmp(a->country, b->country) != 0) return false;
    if (a->name && b->name) return !strcmp(a->name, b->name);
    return a->office && b->office && !strcmp(a->office, b->office);
}

/* Of two lands they are not one person, whatever the chain says: "Kenya's president met Ghana's". */
static bool are_of_two_lands(const sg_ent *a, const sg_ent *b) {
    return a->country && b->country && strcmp(a->country, b->country) != 0;
}

/* Named in one breath: "the foreign and the defence minister". */
static bool are_joined(const sg_doc *d, uint32_t a, uint32_t b) {
    bool first = d->toks[a].head == b && d->toks[a].deprel == SG_DEP_CONJ;
    return first || (d->toks[b].head == a && d->toks[b].deprel == SG_DEP_CONJ);
}

/* Two people of the sector who were named last, as words: together (then both are one word) or one by one, of two lands
 * rather than of one; false where there are not two. */
static bool two_people(const sg_doc *d, uint32_t id, const char *sector, uint32_t out[TOP]) {
    size_t n = 0;
    uint32_t first = NONE, sent = sg_head_of(d, id)->sent, meets = sg_dealer_with(d, d->refs[id].head), fellow = NONE;
    for (uint32_t i = id; i-- > 0 && n < TOP && sent - sg_head_of(d, i)->sent <= BACK;) {
        const sg_tok *k = sg_head_of(d, i);
        if (d->refs[i].head == meets || d->refs[i].form == SG_REF_PAIR) continue;
        if (!k->ent_count || !serves_as(&d->ents[k->ent], sector)) continue;
        if (k->ent_count == TOP && serves_as(&d->ents[k->ent + 1], sector)) {
            out[0] = out[1] = d->refs[i].head;
            return true;
        }
        if (k->ent_count != 1 || d->ents[k->ent].plural) continue;
        const sg_ent *last = n ? &d->ents[d->toks[out[TOP - 1]].ent] : NULL;
        if (last && d->refs[i].chain == first && !are_of_two_lands(&d->ents[k->ent], last)) continue;
        if (n && is_one_person(&d->ents[k->ent], &d->ents[d->toks[out[TOP - 1]].ent])) continue;
        if (last && !are_of_two_lands(&d->ents[k->ent], last) && !are_joined(d, d->refs[i].head, out[TOP - 1])) {
            if (fellow == NONE) fellow = d->refs[i].head;
            continue;
        }
        if (!n) first = d->refs[i].chain;
        out[TOP - 1 - n++] = d->refs[i].head;
    }
    if (n == 1 && fellow != NONE) out[0] = fellow, n = TOP;
    return n == TOP;
}

/* One who deals with others for a state: a minister, a general. */
static bool is_official(const sg_ent *e) {
    bool single = e->person && !e->plural && e->sector;
    return single && sg_refer_is_state(e) && sg_list_has("GOV|MIL|LEG", sg_str_of(e->sector));
}

/* Does the table of acts know the word for a talk, a call or a visit? */
static bool is_talk(const sg_doc *d, uint32_t t) {
    return sg_is_known_as(d, t, SG_T_ACTS, "CONSULT");
}

/* "met Y", "held talks with Y": the verb that the phrase stands with tells a talk, or its object does. */
static bool is_met(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_verb_over(d, t);
    if (verb == NONE) return false;
    bool talk = is_talk(d, verb);
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        talk |= d->toks[c].deprel == SG_DEP_OBJ && is_talk(d, c);
    return talk;
}

/* "met X and Y": an official and those of other lands who are joined to him, up to `room`; how many. */
static size_t officials_beside(const sg_doc *d, uint32_t t, uint32_t *out, size_t room) {
    size_t n = 0;
    out[n++] = t;
    for (uint32_t c = d->toks[t].child; c != NONE && n < room; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        bool joined = k->deprel == SG_DEP_CONJ && k->ent_count == 1 && is_official(&d->ents[k->ent]);
        for (size_t i = 0; joined && i < n; i++)
            joined = strcmp(d->ents[k->ent].country, d->ents[d->toks[out[i]].ent].country) != 0;
        if (joined) out[n++] = c;
    }
    return n;
}

size_t sg_dealing_parties(const sg_doc *d, uint32_t id, uint32_t back, bool two, uint32_t out[MOST]) {
    uint32_t sent = sg_head_of(d, id)->sent, meets = sg_dealer_with(d, d->refs[id].head);
    for (uint32_t i = id; i-- > 0 && sent - sg_head_of(d, i)->sent <= back;) {
        const sg_tok *k = sg_head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        uint32_t with = d->refs[i].head, who = e && is_official(e) && !is_modifier(k) ? sg_dealer_with(d, with) : NONE;
        if (who == NONE || who == with || who == meets || d->toks[who].ent_count != 1 || !is_met(d, with)) continue;
        const sg_ent *s = &d->ents[d->toks[who].ent];
        if (!is_official(s) || !strcmp(s->country, e->country) || k->deprel == SG_DEP_CONJ) continue;
        out[0] = who;
        size_t n = 1 + officials_beside(d, with, out + 1, MOST - 1);
        if (!two || n <= TOP) return n;
        memmove(out, out + 1, (n - 1) * sizeof *out);
        return n - 1;
    }
    return 0;
}

size_t sg_joined_subjects(const sg_doc *d, uint32_t id, uint32_t two[MOST]) {
    size_t n = 0;
    for (uint32_t i = id; n != TOP && i-- > 0 && sg_head_of(d, id)->sent - sg_head_of(d, i)->sent <= 1;) {
        const sg_tok *k = sg_head_of(d, i);
        bool one = k->ent_count == 1 && sg_is_subject(k) && is_official(&d->ents[k->ent]);
        n = one ? officials_beside(d, d->refs[i].head, two, MOST) : 0;
    }
    return n == TOP ? n : 0;
}

/* Two officials who talked, as words: the subjects of a talk, joined; or he who met another, and that one. */
static bool two_talked(const sg_doc *d, uint32_t t, uint32_t two[MOST]) {
    const sg_tok *k = &d->toks[t];
    if (k->ent_count != 1 || !is_official(&d->ents[k->ent])) return false;
    if (sg_is_subject(k)) return k->head != NONE && is_talk(d, k->head) && officials_beside(d, t, two, MOST) == TOP;
    two[0] = sg_dealer_with(d, t), two[1] = t;
    bool met = two[0] != NONE && two[0] != t && is_met(d, t) && d->toks[two[0]].ent_count == 1;
    return met && is_official(&d->ents[d->toks[two[0]].ent]);
}

size_t sg_talking_lands(const sg_doc *d, uint32_t t, const char *codes[TOP]) {
    enum { FAR = 3, NEAR = 1 }; /* sentences */
    uint32_t two[MOST], sent = d->toks[t].sent;
    const char *own = sg_clause_country(d, t);
    for (uint32_t from = t, steps = 0; from > 0 && steps < REACH; from--, steps++) {
        size_t i = d->toks[from - 1].ref;
        if (i == NONE) continue;
        const sg_tok *k = sg_head_of(d, (uint32_t)i);
        if (k->sent >= sent) continue;
        if (sent - k->sent > (own ? FAR : NEAR)) return 0;
        if (!two_talked(d, d->refs[i].head, two)) continue;
        for (int n = 0; n < TOP; n++) codes[n] = d->ents[d->toks[two[n]].ent].country;
        bool between = codes[0] && codes[1] && strcmp(codes[0], codes[1]) != 0;
        return between && (!own || !strcmp(own, codes[0]) || !strcmp(own, codes[1])) ? TOP : 0;
    }
    return 0;
}

bool sg_two_just_named(const sg_doc *d, uint32_t id, uint32_t out[TOP]) {
    if (!two_people(d, id, NULL, out) || out[0] == out[1]) return false;
    uint32_t sent = d->toks[out[0]].sent;
    return sent == d->toks[out[1]].sent && sg_head_of(d, id)->sent - sent <= 1;
}

/* Of several parties only their countries: "both sides" after their ministers. */
static size_t states_of(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    size_t n = 0;
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (!sg_refer_is_state(e) || !e->person || n == MOST || (n && !strcmp(codes[0], e->country))) return 0;
        codes[n++] = e->country;
    }
    return n;
}

/* Where states speak of all the world: in the hall of an organisation, and in what is labelled as records of meetings are. */
static bool in_hall(const sg_doc *d, uint32_t t) {
    return d->hall || sg_in_meeting(d, t);
}

static bool is_of_speaker(const sg_doc *d, uint32_t t, const sg_ent *e) {
    const char *land = sg_orator_in(d, d->sents[d->toks[t].sent].voice);
    return land && !strcmp(land, e->country);
}

/* "On the crisis in Mali, we ask the parties", in a hall of states: a land named in the sentence, before the word, that is
 * neither the speaker's own nor one of these opens another matter. */
static bool is_other_matter(const sg_doc *d, uint32_t t, const char *const *codes, size_t n) {
    for (uint32_t i = in_hall(d, t) ? d->sents[d->toks[t].sent].first : t; i < t; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (!e || e->by != SG_BY_NAME || !sg_refer_is_state(e)) continue;
        bool same = is_of_speaker(d, t, e);
        for (size_t k = 0; k < n && !same; k++) same = codes[k] && !strcmp(codes[k], e->country);
        if (!same) return true;
    }
    return false;
}

/* The one land that is named so, or NULL: "the crisis in Mali". */
static const char *land_of_matter(const sg_doc *d, uint32_t t) {
    const char *land = NULL;
    for (uint32_t i = d->sents[d->toks[t].sent].first; i < t; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (!e || !sg_refer_is_state(e) || is_of_speaker(d, t, e)) continue;
        if (e->by != SG_BY_NAME || e->sector || (land && strcmp(land, e->country) != 0)) return NULL;
        land = e->country;
    }
    return land;
}

static bool is_pair_of_other_matter(const sg_doc *d, uint32_t t, uint32_t pair) {
    const char *codes[MOST];
    size_t n = 0;
    for (uint32_t k = 0; k < d->toks[pair].ent_count && n < MOST; k++) codes[n++] = d->ents[d->toks[pair].ent + k].country;
    return is_other_matter(d, t, codes, n);
}

/* "The two sides", after "the two parties": these again; soon, in a hall of states, where a speech goes from land to
 * land. */
static uint32_t sides_before(const sg_doc *d, uint32_t id) {
    enum { FAR = 24, MOST_REFS = 400 }; /* sentences; mentions */
    uint32_t far = in_hall(d, d->refs[id].head) ? PAIR_BACK : FAR;
    for (uint32_t i = id; i-- > 0 && sg_head_of(d, id)->sent - sg_head_of(d, i)->sent <= far && id - i <= MOST_REFS;) {
        const char *what = sg_head_of(d, i)->ent_count == TOP ? grammar(d, d->refs[i].head, "collective") : NULL;
        bool pair = false; /* "the two countries" */
        if (what && !strcmp(what, "state")) (void)sg_is_definite(d, d->refs[i].head, &pair);
        if (!what || (!pair && strcmp(what, "party") != 0 && strcmp(what, "side") != 0)) continue;
        return is_pair_of_other_matter(d, d->refs[id].head, d->refs[i].head) ? NONE : d->refs[i].head;
    }
    return NONE;
}

/* "peace between the Israelis and the Palestinians. The two sides": lands that stand between, here or the sentence
 * before. */
static size_t stood_between(const sg_doc *d, uint32_t t, const char *codes[TOP]) {
    uint32_t sent = d->toks[t].sent, first = d->sents[sent ? sent - 1 : sent].first;
    for (uint32_t i = t; i-- > first;) {
        const sg_tok *a = &d->toks[i];
        uint32_t others = 0, second = NONE;
        bool between = false;
        for (uint32_t c = a->child; c != NONE; c = d->toks[c].next) {
            if (d->toks[c].deprel == SG_DEP_CONJ) others++, second = c;
            between |= d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, "between");
        }
        if (!between || others != 1 || second >= t || a->ent_count != 1 || d->toks[second].ent_count != 1) continue;
        const sg_ent *x = &d->ents[a->ent], *y = &d->ents[d->toks[second].ent];
        if (!sg_refer_is_state(x) || !sg_refer_is_state(y)) continue;
        if (x->sector || y->sector || !strcmp(x->country, y->country)) continue;
        codes[0] = x->country, codes[1] = y->country;
        return TOP;
    }
    return 0;
}

/* "Asked both sides to stop": who asks is none of them. */
static bool asks_itself(const sg_doc *d, uint32_t t, uint32_t pair) {
    const char *land = sg_clause_country(d, t);
    for (uint32_t n = 0; land && n < d->toks[pair].ent_count; n++) {
        const char *own = d->ents[d->toks[pair].ent + n].country;
        if (own && !strcmp(own, land)) return true;
    }
    return false;
}

/* Are both of one land, and one of them who rules there, the other who does not? */
static bool are_at_odds(const sg_ent *a, const sg_ent *b) {
    static const char rulers[] = "GOV|MIL", against[] = "REB|PRM|PRE|OPP|PTY|LAB";
    if (!a->sector || !b->sector || !sg_refer_is_state(a) || !sg_refer_is_state(b) || strcmp(a->country, b->country) != 0)
        return false;
    bool first = sg_list_has(rulers, sg_str_of(a->sector)) && sg_list_has(against, sg_str_of(b->sector));
    return first || (sg_list_has(rulers, sg_str_of(b->sector)) && sg_list_has(against, sg_str_of(a->sector)));
}

/* "The government and the guerrillas signed a truce. Both sides": who quarrels within one land and was named in one breath,
 * here or in the sentences before, as words. */
static bool camps_joined(const sg_doc *d, uint32_t t, uint32_t out[TOP]) {
    enum { FAR = 3 }; /* sentences */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        uint32_t one = k->deprel == SG_DEP_CONJ ? k->head : NONE;
        if (one == NONE || one > i || k->ent_count != 1 || d->toks[one].ent_count != 1) continue;
        if (!are_at_odds(&d->ents[d->toks[one].ent], &d->ents[k->ent])) continue;
        out[0] = one, out[1] = i;
        return true;
    }
    return false;
}

/* Does one of the two, as a word, deal with the pair himself? */
static bool is_asker(const sg_doc *d, uint32_t t, uint32_t one) {
    uint32_t who = sg_clause_subject(d, t);
    const char *sector = who != NONE && who != t && d->toks[who].ent_count ? d->ents[d->toks[who].ent].sector : NULL;
    return asks_itself(d, t, one) && sector && sg_list_has("GOV|MIL", sg_str_of(sector));
}

bool sg_told_of_talk(const sg_doc *d, uint32_t t) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    if (verb == NONE) return false;
    return sg_is_known_as(d, verb, SG_T_OPERATORS, "agree|promise|say|announce") || is_met(d, t);
}

/* The lands that the phrase of a quarrel names: "the conflict in Chad", "the war between Chad and Libya". */
static size_t lands_below(const sg_doc *d, uint32_t t, const char *out[TOP], size_t n, unsigned depth) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel != SG_DEP_NMOD && k->deprel != SG_DEP_CONJ) continue;
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool land = e && e->by == SG_BY_NAME && !e->sector && sg_refer_is_state(e);
        if (land && n < TOP) out[n++] = e->country;
        if (depth) n = lands_below(d, c, out, n, depth - 1);
    }
    return n;
}

/* "The parties to the conflict in Chad", which parsers hang on the verb; "both sides in the war". */
static size_t lands_of_quarrel(const sg_doc *d, uint32_t t, const char *out[TOP]) {
    enum { NEAR = 5, DEEP = 2 }; /* words behind it */
    for (uint32_t i = t + 1; i < d->tok_count && i <= t + NEAR && d->toks[i].sent == d->toks[t].sent; i++) {
        if (d->toks[i].upos == SG_POS_VERB || d->toks[i].upos == SG_POS_PUNCT) return 0;
        if (grammar(d, i, "sides in")) return lands_below(d, i, out, 0, DEEP);
    }
    return 0;
}

/* How many a numeral before the noun counts, or 0. */
static long counted(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        const char *number = d->toks[c].deprel == SG_DEP_NUMMOD ? grammar(d, c, "number") : NULL;
        if (number) return strtol(number, NULL, 10);
    }
    return 0;
}

/* The mention before, as near as that, of so many people: "five activists"; or NONE. */
static uint32_t counted_before(const sg_doc *d, uint32_t id, long many, uint32_t far) {
    uint32_t t = d->refs[id].head, meets = sg_clause_subject(d, t);
    for (uint32_t i = id; i-- > 0 && d->toks[t].sent - sg_head_of(d, i)->sent <= far;) {
        uint32_t u = d->refs[i].head;
        if (u == meets || !d->toks[u].ent_count) continue;
        if (d->toks[u].ent_count == (uint32_t)many || counted(d, u) == many) return i;
    }
    return NONE;
}

void sg_both_sides(sg_doc *d, uint32_t id, bool people, bool sides) {
    uint32_t t = d->refs[id].head, u = sg_told_ref(d, id), two[TOP];
    const char *codes[MOST];
    size_t told = sides ? lands_of_quarrel(d, t, codes) : 0;
    if (told) {
        sg_countries_here(d, t, codes, told);
        return;
    }
    if (sides && stood_between(d, t, codes) && !is_other_matter(d, t, codes, TOP)) {
        sg_countries_here(d, t, codes, TOP);
        return;
    }
    bool pair_word, pair = u != NONE && (sg_head_of(d, u)->ent_count > 1 || d->refs[u].form == SG_REF_PAIR);
    (void)sg_is_definite(d, t, &pair_word);
    if (!pair || asks_itself(d, t, d->refs[u].head)) u = NONE; /* two are never one of them alone */
    bool far = u != NONE && d->toks[t].sent - sg_head_of(d, u)->sent > PAIR_BACK;
    if (sides && in_hall(d, t) && u != NONE && (far || is_pair_of_other_matter(d, t, d->refs[u].head))) u = NONE;
    uint32_t many = u == NONE ? sg_antecedent_of(d, t, sg_want_several) : NONE, again = sides ? sides_before(d, id) : NONE;
    if (u == NONE && again != NONE && (many == NONE || many <= again)) many = again;
    /* "the two", "both" */
    bool bare = !people && !sides && sg_two_just_named(d, id, two) && (many == NONE || many < two[0]);
    if (many != NONE && asks_itself(d, t, many)) many = NONE;
    uint32_t met[MOST];
    size_t dealt = 0;
    if (!sides || sg_told_of_talk(d, t)) dealt = sg_dealing_parties(d, id, sides ? 1 : PAIR_BACK, pair_word || !sides, met);
    if (!dealt && sides && sg_told_of_talk(d, t)) dealt = sg_joined_subjects(d, id, met);
    if (dealt && u != NONE && d->refs[u].head > met[1]) dealt = 0;
    if (dealt && many != NONE && many > met[1]) dealt = 0;
    uint32_t camps[TOP], last = u != NONE ? d->refs[u].head : many != NONE ? many : 0;
    bool joined = !dealt && !people && camps_joined(d, t, camps) && camps[1] > last && !is_asker(d, t, camps[0]);
    if (dealt) sg_copy_each(d, t, met, dealt);
    else if (joined) sg_copy_two(d, t, camps);
    else if (u != NONE) sg_copy_ref(d, t, u, SG_BY_DESCRIPTION);
    else if (bare || (people && two_people(d, id, NULL, two))) sg_copy_two(d, t, two);
    else if (many != NONE) sg_copy_all(d, t, many, SG_BY_DESCRIPTION, false);
    else if (!two_camps_of(d, t, "REB|PRM|OPP")) {
        size_t lands = sides ? sg_two_states(d, t, codes) : sg_two_countries(d, t, codes);
        const char *land = sides && in_hall(d, t) ? land_of_matter(d, t) : NULL;
        if (land) codes[0] = land, lands = 1;
        if (lands) sg_countries_here(d, t, codes, lands);
        else if (sides && two_people(d, id, NULL, two)) sg_copy_two(d, t, two); /* of whom only names are told */
        else if (sides) (void)two_camps_of(d, t, "LEG|LAB"); /* a government and parliament, or unions */
    }
    size_t n = sides ? states_of(d, t, codes) : 0;
    if (n >= TOP) sg_countries_here(d, t, codes, n);
}

/* Those of the last list of so many, each of them one: "Chad, Mali and Niger". */
static bool listed_before(const sg_doc *d, uint32_t t, long many, uint32_t far, uint32_t out[MOST]) {
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= far;) {
        long n = 0;
        if (d->toks[i].ent_count != 1 || d->toks[i].deprel == SG_DEP_CONJ) continue;
        out[n++] = i;
        for (uint32_t c = d->toks[i].child; c != NONE && n < MOST; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count == 1) out[n++] = c;
        if (n == many) return true;
    }
    return false;
}

void sg_so_many(sg_doc *d, uint32_t id, bool people) {
    enum { FAR = 3 }; /* sentences */
    const char *number = grammar(d, d->refs[id].head, "number");
    long many = number ? strtol(number, NULL, 10) : TOP;
    uint32_t two[TOP], list[MOST], named = many == TOP && sg_two_just_named(d, id, two) ? two[0] : 0;
    uint32_t before = counted_before(d, id, many, many == TOP ? 1 : FAR);
    if (before != NONE && d->refs[before].head >= named) sg_copy_ref(d, d->refs[id].head, before, SG_BY_DESCRIPTION);
    else if (many == TOP) sg_both_sides(d, id, people, false);
    else if (listed_before(d, d->refs[id].head, many, FAR, list)) sg_copy_each(d, d->refs[id].head, list, (size_t)many);
}

void sg_one_of_two(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head, met[MOST];
    size_t dealt = sg_dealing_parties(d, id, 1, false, met);
    if (!dealt) dealt = sg_joined_subjects(d, id, met);
    if (dealt == TOP) { /* "X met Y. The latter" */
        sg_copy_all(d, t, met[d->refs[id].form == SG_REF_LATTER], SG_BY_PRONOUN, false);
        return;
    }
    for (uint32_t i = id, from = sg_reach_back(d, t); i-- > 0 && d->refs[i].head >= from;) {
        uint32_t u = d->refs[i].head, two = u;
        if (d->refs[i].form == SG_REF_PAIR) sg_copy_all(d, t, u, SG_BY_PRONOUN, true), two = t;
        if (d->toks[two].ent_count != TOP) {
            d->toks[t].ent_count = 0;
            continue;
        }
        sg_ent e = d->ents[d->toks[two].ent + (d->refs[id].form == SG_REF_LATTER)];
        e.first = e.last = e.head = t;
        e.by = SG_BY_PRONOUN;
        d->toks[t].ent = (uint32_t)d->ent_count;
        d->toks[t].ent_count = 1;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) = e;
        return;
    }
}

/* Are all whom the word stands for people of the role's sector? */
static bool are_of_role(const sg_doc *d, uint32_t t, const sg_row *role) {
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (!e->person || !e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    }
    return true;
}

/* Two of the role who were named one by one in this sentence, of two lands, since the mention that the chain has. */
static bool two_since(sg_doc *d, uint32_t id, const sg_row *role, uint32_t ref) {
    uint32_t t = d->refs[id].head, two[TOP];
    if (!two_people(d, id, role->cell[R_SECTOR], two) || two[0] == two[1]) return false;
    const sg_ent *a = &d->ents[d->toks[two[0]].ent], *b = &d->ents[d->toks[two[1]].ent];
    bool here = two[0] > d->refs[ref].head && d->toks[two[0]].sent == d->toks[t].sent;
    if (!here || !a->country || !b->country || !strcmp(a->country, b->country)) return false;
    sg_copy_two(d, t, two);
    return true;
}

/* The states that a word stands for, added to those before. */
static size_t states_at(const sg_doc *d, uint32_t t, const char *codes[MOST], size_t n) {
    for (uint32_t i = 0; i < d->toks[t].ent_count && n < MOST; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        bool known = !sg_refer_is_state(e);
        for (size_t k = 0; k < n && !known; k++) known = !strcmp(codes[k], e->country);
        if (!known) codes[n++] = e->country;
    }
    return n;
}

/* "The two armies traded fire. Both ministers", "the border guards ... both presidents": who governs is no soldier and no guard,
 * but of the same lands; 0: no two of such. */
static size_t lands_of_armies(const sg_doc *d, uint32_t pair, const sg_row *role, const char *codes[MOST]) {
    bool leads = sg_list_has(role->cell[R_NOTE], SG_LIT("ruler")) && sg_list_has(role->cell[R_NOTE], SG_LIT("serves"));
    if (strcmp(role->cell[R_SECTOR], "GOV") != 0) return 0;
    for (uint32_t i = 0; i < d->toks[pair].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[pair].ent + i];
        bool army = e->sector && !strcmp(e->sector, "MIL"), keeps = e->sector && sg_list_has("COP|SPY", sg_str_of(e->sector));
        if (army ? e->person : !keeps || leads) return 0;
    }
    return states_at(d, pair, codes, 0) == TOP ? TOP : 0;
}

bool sg_several_by_chain(sg_doc *d, uint32_t id, const sg_row *role, bool two) {
    uint32_t t = d->refs[id].head, u = sg_told_ref(d, id);
    if (u == NONE || sg_knows_ref(d, u) < 2) return false;
    bool several = sg_head_of(d, u)->ent_count > 1 || d->refs[u].form == SG_REF_PAIR;
    if (two && sg_head_of(d, u)->ent_count != TOP && d->refs[u].form != SG_REF_PAIR) return false;
    bool person = !strcmp(role->cell[R_KIND], "person");
    if (several && person && !(d->toks[t].bits & SG_FEAT_PLUR)) return false; /* "the premier" is no pair */
    if (two && person && two_since(d, id, role, u)) return true;
    /* two of the role were named since, in one phrase */
    uint32_t last = two ? sg_antecedent_of(d, t, sg_want_several) : NONE;
    if (last != NONE && last > d->refs[u].head && d->toks[last].ent_count == TOP && are_of_role(d, last, role)) {
        sg_copy_all(d, t, last, SG_BY_DESCRIPTION, false);
        return true;
    }
    const sg_ent *e = &d->ents[sg_head_of(d, u)->ent];
    if (several || !(sg_land_is_state(e->country) || !strcmp(e->country, "IGO"))) {
        const char *codes[MOST];
        size_t n = lands_of_armies(d, d->refs[u].head, role, codes);
        if (n) sg_actor_role(d, t, role, codes, n);
        else sg_copy_ref(d, t, u, SG_BY_DESCRIPTION);
        return true;
    }
    return false;
}

/* Is it of one of the two lands that the word stands for? */
static bool is_of_pair(const sg_doc *d, uint32_t pair, const char *land) {
    for (uint32_t n = 0; n < d->toks[pair].ent_count; n++) {
        const char *own = d->ents[d->toks[pair].ent + n].country;
        if (own && !strcmp(own, land)) return true;
    }
    return false;
}

/* Is he of the role's sector, and known to hold no other office than one of the role's? A colleague may hold any. */
static bool may_hold(const sg_ent *e, const sg_row *role) {
    if (!e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    const char *own = e->row[0] && e->row[0]->table == SG_T_ROLES ? e->row[0]->cell[R_OFFICE] : "";
    sg_str rest = sg_str_of(own), one;
    bool some = *own == 0 || *role->cell[R_OFFICE] == 0;
    while (!some && sg_cut(&rest, '|', &one)) some = sg_list_has(role->cell[R_OFFICE], one);
    return some;
}

bool sg_two_together(sg_doc *d, uint32_t id, const sg_row *role) {
    uint32_t t = d->refs[id].head, two[MOST];
    size_t n = strcmp(role->cell[R_KIND], "person") != 0 ? 0 : sg_dealing_parties(d, id, 1, true, two);
    if (n != TOP) n = sg_joined_subjects(d, id, two);
    for (size_t i = 0; n == TOP && i < TOP; i++)
        if (!may_hold(&d->ents[d->toks[two[i]].ent], role)) return false;
    if (n == TOP) sg_copy_two(d, t, two);
    return n == TOP;
}

bool sg_two_of_office(sg_doc *d, uint32_t id, const sg_row *role) {
    enum { FAR = 24 }; /* sentences */
    uint32_t t = d->refs[id].head, two[TOP] = {NONE, NONE};
    if (!*role->cell[R_OFFICE]) return false;
    const char *meets = sg_clause_country(d, t); /* who invites the two presidents is neither */
    uint32_t sides = sides_before(d, id); /* told since another minister went between them */
    for (uint32_t i = id; i-- > 0 && d->toks[t].sent - sg_head_of(d, i)->sent <= FAR;) {
        const sg_tok *k = sg_head_of(d, i);
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        bool holds = e && e->person && !e->plural && e->country && e->office;
        if (!holds || !sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office))) continue;
        if (meets && !strcmp(meets, e->country)) continue;
        if (sides != NONE && d->refs[i].head < sides && !is_of_pair(d, sides, e->country)) continue;
        if (two[1] != NONE && !strcmp(d->ents[d->toks[two[1]].ent].country, e->country)) continue;
        two[two[1] == NONE] = d->refs[i].head;
        if (two[0] == NONE) continue;
        sg_copy_two(d, t, two);
        return true;
    }
    return false;
}

/* Two armies, two governments may be those of two lands; two newspapers, unions or rebel groups are of one. */
static bool serves_states(const sg_row *role) {
    return !*role->cell[R_SECTOR] || sg_list_has("GOV|MIL|COP|SPY|LEG|JUD", sg_str_of(role->cell[R_SECTOR]));
}

/* Of the role's sector, people or bodies? A leader may be of any. */
static bool are_of_sector(const sg_doc *d, uint32_t t, const sg_row *role) {
    if (!*role->cell[R_SECTOR] || !strcmp(role->cell[R_SECTOR], "GOV")) return true;
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (!e->sector || strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    }
    return true;
}

/* Do both stand for states, of which a role says more? */
static bool serve_states(const sg_doc *d, uint32_t t) {
    for (uint32_t i = 0; i < d->toks[t].ent_count; i++) {
        const sg_ent *e = &d->ents[d->toks[t].ent + i];
        if (e->sector && strcmp(e->sector, "GOV") != 0) return false;
    }
    return true;
}

bool sg_two_of_role(sg_doc *d, uint32_t id, const sg_row *role) {
    uint32_t t = d->refs[id].head, two[TOP];
    const char *codes[MOST];
    bool person = !strcmp(role->cell[R_KIND], "person");
    if (grammar(d, t, "sent to talks")) { /* "both delegations", of a government and its rebels */
        sg_both_sides(d, id, false, true);
        if (d->toks[t].ent_count == TOP && !serve_states(d, t)) return true;
        d->toks[t].ent_count = 0;
    }
    if (person && grammar(d, t, "governs") && sg_two_just_named(d, id, two)) { /* leaders, of whatever side */
        sg_copy_two(d, t, two);
        return true;
    }
    if (person && two_people(d, id, *role->cell[R_SECTOR] ? role->cell[R_SECTOR] : NULL, two)) {
        sg_copy_two(d, t, two);
        return true;
    }
    uint32_t from = sg_antecedent_of(d, t, sg_want_several);
    if (from != NONE && (!are_of_sector(d, from, role) || asks_itself(d, t, from))) from = NONE;
    size_t n = from == NONE ? 0 : lands_of_armies(d, from, role, codes);
    if (n) from = NONE;
    else if (from == NONE && serves_states(role)) n = sg_two_countries(d, t, codes);
    if (from != NONE) sg_copy_all(d, t, from, SG_BY_DESCRIPTION, false);
    else if (n) sg_actor_role(d, t, role, codes, n);
    return from != NONE || n;
}

/* Is the word part of the office's own phrase: "heads of state"? */
static bool is_in_office(const sg_doc *d, uint32_t office, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, office, SG_T_ROLES, SG_T_ROLES);
    return h && t >= h->first && t <= h->last;
}

/* "The Parties", "the three Ministers": in a text that they sign they are written with a capital and
 * nothing else beside. */
static bool is_signatory(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (!(k->bits & SG_FEAT_PLUR) || !sg_is_capital(k) || d->sents[k->sent].in_title || t == d->sents[k->sent].first)
        return false;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = is_in_office(d, t, c) ? SG_DEP_PUNCT : d->toks[c].deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
    }
    return true;
}

/* The states that the text names together first; of a sector: those whose people of it are named so. */
static size_t signing_states(const sg_doc *d, uint32_t t, const char *sector, const char *codes[MOST]) {
    enum { OPENING = 2000 }; /* words of the text in which those who sign are named */
    bool two;
    (void)sg_is_definite(d, t, &two);
    for (uint32_t i = 0; i < t && i < OPENING; i++) {
        const sg_tok *k = &d->toks[i];
        const char *of = k->ent_count ? d->ents[k->ent].sector : NULL;
        if (!k->ent_count || (sector && (!of || strcmp(of, sector) != 0))) continue;
        size_t n = states_at(d, i, codes, 0);
        for (uint32_t c = k->child; c != NONE && n; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ) n = states_at(d, c, codes, n);
        if (two ? n == TOP : n >= TOP) return n;
    }
    return 0;
}

bool sg_signing_parties(sg_doc *d, uint32_t id) {
    uint32_t t = d->refs[id].head;
    const char *what = grammar(d, t, "collective"), *codes[MOST];
    if (!what || strcmp(what, "party") != 0 || !is_signatory(d, t)) return false;
    size_t n = signing_states(d, t, NULL, codes);
    if (n) sg_countries_here(d, t, codes, n);
    return n > 0;
}

/* Does the text speak of those who sign it by this word: "the two Parties"? */
static bool is_word_of_signers(const sg_doc *d, uint32_t t) {
    for (uint32_t i = 0; i < d->tok_count; i++)
        if (sg_eq(d->toks[i].lemma_key, d->toks[t].lemma_key) && is_signatory(d, i)) return true;
    return false;
}

/* Has the word nothing beside it but an article and the adjective of one land? */
static bool is_told_by_land(const sg_doc *d, uint32_t t) {
    bool land = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_hit *h = sg_hit_over(d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        uint8_t rel = d->toks[c].deprel;
        if (c < t && h && h->first == c && h->last == c) land = true;
        else if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD) return false;
    }
    return land;
}

void sg_parties_of_paper(sg_doc *d) {
    sg_str asked = {0}; /* the last word: nearly always the same, and the whole text is looked through for it */
    bool signs = false;
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        bool party = e->head != NONE && e->sector && !strcmp(e->sector, "PTY") && !e->name && sg_refer_is_state(e);
        if (!party || d->toks[e->head].ent_count != 1 || !sg_is_capital(&d->toks[e->head])) continue;
        if (!is_told_by_land(d, e->head)) continue;
        sg_str word = d->toks[e->head].lemma_key;
        if (!sg_eq(word, asked)) asked = word, signs = is_word_of_signers(d, e->head);
        if (signs) e->sector = NULL, e->cameo = e->country;
    }
}

bool sg_governs_alone(const sg_ent *e) {
    return e->person && e->sector && !strcmp(e->sector, "GOV");
}

/* The states of those who govern whom a sentence names, where they are two. */
static size_t two_in_sentence(const sg_doc *d, uint32_t sent, const char *codes[MOST]) {
    const sg_sent *s = &d->sents[sent];
    size_t n = 0;
    for (uint32_t i = s->first; i < s->first + s->count && n <= TOP; i++) {
        const sg_ent *e = d->toks[i].ent_count == 1 ? &d->ents[d->toks[i].ent] : NULL;
        if (e && sg_governs_alone(e) && e->by != SG_BY_DESCRIPTION) n = states_at(d, i, codes, n);
    }
    return n == TOP ? n : 0;
}

/* Does the table have the word as one of a visit? */
static bool tells_visit(const sg_doc *d, uint32_t t) {
    enum { TYPE = 2, MODE };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[t], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[TYPE], "CONSULT") && !strcmp(rows.row[i]->cell[MODE], "visit")) return true;
    return false;
}

/* "Chad's president visited Niger", "paid a visit to Niger": his land and the one visited. */
static size_t guest_and_host(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    uint32_t verb = sg_is_subject(&d->toks[t]) ? d->toks[t].head : NONE;
    size_t n = verb == NONE ? 0 : states_at(d, t, codes, 0);
    for (uint32_t c = n == 1 ? d->toks[verb].child : NONE; c != NONE && n == 1; c = d->toks[c].next) {
        if (c > verb && tells_visit(d, verb) && d->toks[c].upos == SG_POS_PROPN) n = states_at(d, c, codes, n);
        bool visit = d->toks[c].deprel == SG_DEP_OBJ && tells_visit(d, c);
        for (uint32_t k = visit ? d->toks[c].child : NONE; k != NONE && n == 1; k = d->toks[k].next)
            if (d->toks[k].upos == SG_POS_PROPN) n = states_at(d, k, codes, n);
    }
    return n == TOP ? n : 0;
}

size_t sg_named_together(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    enum { FAR = 6 }; /* sentences */
    for (uint32_t i = t; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!k->ent_count || !sg_governs_alone(&d->ents[k->ent]) || is_modifier(k)) continue;
        size_t n = states_at(d, i, codes, 0);
        for (uint32_t c = k->child; c != NONE && n; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count && sg_governs_alone(&d->ents[d->toks[c].ent]))
                n = states_at(d, c, codes, n);
        if (n >= TOP || (n = two_in_sentence(d, k->sent, codes)) == TOP) return n;
        if ((n = guest_and_host(d, i, codes)) == TOP) return n;
    }
    return 0;
}

bool sg_are_plain(const sg_doc *d, uint32_t t) {
    bool the = false;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = is_in_office(d, t, c) ? SG_DEP_PUNCT : d->toks[c].deprel;
        if (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS) return false;
        the |= rel == SG_DEP_DET && (d->toks[c].bits & SG_FEAT_DEF);
    }
    return the && (d->toks[t].bits & SG_FEAT_PLUR) != 0;
}

/* "The Ministers of Trade and of the Interior of Chad, Niger and Mali met", "Ministers responsible for ports from Peru and
 * Chile met": the states that stand as one list within those who act, whatever word the tree hangs them on. */
size_t sg_states_within(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    static const char states[] = "name|variant|official";
    size_t n = 0;
    uint32_t verb = d->toks[t].deprel == SG_DEP_NSUBJ ? d->toks[t].head : NONE;
    for (uint32_t i = t + 1; verb != NONE && i < verb && n < MOST; i++) {
        const sg_hit *h = sg_hit_over(d, i, SG_T_COUNTRIES, SG_T_COUNTRIES);
        if (d->toks[i].upos == SG_POS_PRON) break; /* "who" */
        if (!h || h->first != i) continue;
        uint32_t before = d->toks[i - 1].upos == SG_POS_DET ? i - 2 : i - 1;
        bool of = grammar(d, before, "owner") != NULL;
        bool next = d->toks[before].upos == SG_POS_PUNCT || d->toks[before].upos == SG_POS_CCONJ;
        if (n ? !next && !of : !of) return 0;
        if (!sg_list_has(states, sg_str_of(h->row->cell[C_KIND])) || strlen(h->row->cell[C_CODE]) != 3) return 0;
        n = states_at(d, h->head, codes, n);
        i = h->last;
    }
    return n >= TOP ? n : 0;
}

/* "The three": three or more, of the article and a numeral, and not "the three Baltic states"; 0. */
static size_t counted_as(const sg_doc *d, uint32_t t) {
    bool two;
    if (!sg_is_definite(d, t, &two) || two) return 0;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AMOD || d->toks[c].deprel == SG_DEP_COMPOUND) return 0;
    long n = counted(d, t);
    return n > TOP && n < MOST ? (size_t)n : 0;
}

/* "X met his counterparts of Chad and Niger. The three sides": his land and those of all whom he met, who stand at the word. */
static size_t with_host(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    uint32_t who = is_met(d, t) ? sg_dealer_with(d, t) : NONE;
    if (who == NONE || who == t || d->toks[who].ent_count != 1 || !is_official(&d->ents[d->toks[who].ent])) return 0;
    size_t n = states_at(d, t, codes, states_at(d, who, codes, 0));
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ) n = states_at(d, c, codes, n);
    return n;
}

size_t sg_listed_states(const sg_doc *d, uint32_t t, const char *codes[MOST]) {
    enum { FAR = 8 }; /* sentences */
    size_t asked = counted_as(d, t);
    for (uint32_t i = asked ? t : 0; i-- > 0 && d->toks[t].sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!k->ent_count || k->deprel == SG_DEP_CONJ) continue;
        size_t n = states_at(d, i, codes, 0);
        for (uint32_t c = k->child; c != NONE && n; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_CONJ) n = states_at(d, c, codes, n);
        if (n == asked || (n + 1 == asked && with_host(d, i, codes) == asked)) return asked;
    }
    return 0;
}

bool sg_serves_states_within(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *codes[MOST];
    bool several = (d->toks[t].bits & SG_FEAT_PLUR) != 0, people = several && !strcmp(role->cell[R_KIND], "person");
    size_t n = people && !strcmp(role->cell[R_SECTOR], "GOV") ? sg_states_within(d, t, codes) : 0;
    if (!n && several && sg_list_has("GOV|MIL", sg_str_of(role->cell[R_SECTOR]))) n = sg_listed_states(d, t, codes);
    if (n) sg_actor_role(d, t, role, codes, n);
    return n > 0;
}

bool sg_signing_role(sg_doc *d, uint32_t t, const sg_row *role) {
    const char *codes[MOST];
    bool two;
    (void)sg_is_definite(d, t, &two);
    uint32_t pair = two ? sg_antecedent_of(d, t, sg_want_several) : NONE; /* "the two Ministers", after a pair of them */
    if (pair != NONE && d->toks[pair].ent_count == TOP && d->ents[d->toks[pair].ent].person) return false;
    size_t n = is_signatory(d, t) ? signing_states(d, t, role->cell[R_SECTOR], codes) : 0;
    if (n) sg_actor_role(d, t, role, codes, n);
    return n > 0;
}
