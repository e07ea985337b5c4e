/* event_party.c: see event_in.h. The parties of an act: by the slots of its row, by who owns a thing or stands beside a
 * name, by what stands above; and what acts of a type are like where nobody is named (forces move themselves, a protest
 * is of the land where it is). */
#include "event_in.h"
#include "actor.h"
#include "holder.h"
#include "phrase.h"
#include "pattern.h"
#include "refer.h"

/* One phrase that two stages have read: "West Germany" as a name of the table, and as the state of that year. */
static bool is_said_twice(const sg_ent *a, const sg_ent *b) {
    if (a->first == NONE || a->first != b->first || a->last != b->last || a->sector || b->sector) return false;
    return a->country && b->country && !strcmp(a->country, b->country);
}

void sg_add_id(sg_reader *r, sg_ids *ids, uint32_t e) {
    for (size_t i = 0; i < ids->count; i++)
        if (ids->at[i] == e || is_said_twice(&r->d->ents[ids->at[i]], &r->d->ents[e])) return;
    *SG_PUSH(r->a, ids->at, ids->count, ids->cap) = e;
}

void sg_add_all(sg_reader *r, sg_ids *ids, const sg_ids *from) {
    for (size_t i = 0; i < from->count; i++) sg_add_id(r, ids, from->at[i]);
}

/* An entity that no stage before has made. */
uint32_t sg_new_ent(sg_reader *r, sg_ent e) {
    *SG_PUSH(r->a, r->d->ents, r->d->ent_count, r->d->ent_cap) = e;
    return (uint32_t)r->d->ent_count - 1;
}

/* The same party under two words: "Germany lifted its ban on exports to the country". */
static bool one_and_same(const sg_reader *r, uint32_t a, uint32_t b) {
    const sg_ent *x = &r->d->ents[a], *y = &r->d->ents[b];
    if (a == b) return true;
    bool unnamed_two = !x->name && x->row[0] != y->row[0]; /* "the president", "the prime minister" */
    return x->country && same_word(x->country, y->country) && same_word(x->sector, y->sector) &&
           same_word(x->name, y->name) && same_word(x->office, y->office) && !unnamed_two;
}

void sg_drop_common(const sg_reader *r, sg_ids *from, const sg_ids *gone) {
    size_t n = 0;
    for (size_t i = 0; i < from->count; i++) {
        bool both = false;
        for (size_t k = 0; k < gone->count; k++) both |= one_and_same(r, gone->at[k], from->at[i]);
        if (!both) from->at[n++] = from->at[i];
    }
    from->count = n;
}

void sg_because(sg_reader *r, sg_ev *e, const char *field, const sg_row *row, const char *rule, uint32_t first,
                uint32_t last) {
    *SG_PUSH(r->a, e->why, e->why_count, e->why_cap) = (sg_why){field, row, rule, first, last};
}

/* A country's name or adjective that no noun phrase took: an entity of its own. */
static void ents_from_hits(sg_reader *r, uint32_t t) {
    sg_doc *d = r->d;
    const sg_hit *h = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_ORGS);
    if (!h || tk(r, t)->ent_count) return;
    const char *const *c = h->row->cell;
    bool country = h->row->table == SG_T_COUNTRIES;
    if (country && strlen(c[1]) != 3) return; /* several at once: a phrase of their own stands for them, or none */
    sg_ent e = {.first = h->first,
                .last = h->last,
                .head = t,
                .name = c[country ? 0 : 4],
                .country = c[1],
                .sector = country ? NULL : value(c[2]),
                .cameo = country ? c[1] : value(c[3]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .same = NONE,
                .row = {h->row}};
    tk(r, t)->ent = sg_new_ent(r, e);
    tk(r, t)->ent_count = 1;
}

bool sg_add_ents(sg_reader *r, sg_ids *ids, uint32_t t) {
    if (!tk(r, t)->ent_count) ents_from_hits(r, t);
    for (uint32_t i = 0; i < tk(r, t)->ent_count; i++)
        if (!r->d->ents[tk(r, t)->ent + i].voice) sg_add_id(r, ids, tk(r, t)->ent + i);
    return tk(r, t)->ent_count > 0;
}

/* Who acts through a thing: "Iran's drones", "a group of rebels". */
const char sg_behind[] = "poss|by|adj|of|from|between";
/* The same, and else whom it touches: "a border with Y", "the siege of Z". */
const char sg_affected[] = "affected";
/* The same but for whom it is aimed at: "condemned a plot against Y" blames another. */
static const char beside_aim[] = "beside aim";

static void add_named(sg_reader *, sg_ids *, uint32_t tok);

/* "The attack, condemned by X": who says what he thinks of it did not do it. */
static bool is_judged(const sg_reader *r, uint32_t participle) {
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, participle), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++) {
        const char *needs = rows.row[i]->cell[A_NEEDS]; /* "held over the coals" does not make "held" a judgment */
        bool alone = rows.row[i]->cell[A_POS][0] == 'v' && !strchr(needs, '=') && !strstr(needs, "ccomp");
        if (alone && !strcmp(rows.row[i]->cell[A_MODE], "disapprove")) return true;
    }
    return false;
}

/* "Brokered by Qatar": a participle that tells who brought others together. */
bool sg_brings_together(const sg_reader *r, uint32_t participle) {
    if (!sg_is_passive(r->d, participle)) return false;
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, participle), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[A_TYPE], "CONSULT") && !strcmp(rows.row[i]->cell[A_MODE], "third-party")) return true;
    return false;
}

bool sg_judges(const sg_reader *r, uint32_t who, uint32_t noun) {
    uint32_t by = tk(r, who)->deprel == SG_DEP_CONJ ? tk(r, who)->head : who, up = tk(r, by)->head;
    bool agent = tk(r, by)->deprel == SG_DEP_OBL_AGENT && up != NONE && tk(r, up)->deprel == SG_DEP_ACL;
    return agent && tk(r, up)->head == noun && is_judged(r, up);
}

/* "a complaint filed by X", "limits imposed on Y": who stands in a participle's phrases. */
static void add_by_participle(sg_reader *r, sg_ids *ids, uint32_t t, const char *slots) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_ACL || !sg_is_passive(r->d, c) || is_judged(r, c)) continue;
        if (sg_in_classes(r->d, t, SG_LIT("truce|deal")) && sg_brings_together(r, c)) continue; /* he does not keep it */
        sg_frame fr = sg_frame_of(r->d, c, NONE, false);
        sg_fill f;
        sg_slots(&fr, slots, &f);
        bool agent = sg_eqz(sg_str_of(slots), "by");
        for (size_t k = 0; k < f.count; k++)
            if (!sg_add_ents(r, ids, f.tok[k]) && agent) add_named(r, ids, f.tok[k]);
    }
}

/* Does the verb only carry the noun of an act: "stage an exercise", "wage war"? */
static bool is_carrier(const sg_reader *r, uint32_t verb) {
    enum { OP = 2 };
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, verb), SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("light|begin|resume|continue", sg_str_of(rows.row[i]->cell[OP]))) return true;
    return false;
}

/* "The exercises that X is holding", "the raids which X made on Y": the verb of the clause that only carries the noun, or
 * NONE. */
static uint32_t carried_in_clause(const sg_reader *r, uint32_t noun) {
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_ACL_RELCL || sg_is_passive(r->d, c) || !is_carrier(r, c)) continue;
        uint32_t who = sg_own_subject(r, c);
        bool other = who == NONE || (tk(r, who)->bits & SG_FEAT_REL);
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) /* "the war in which X lost a wing" */
            other |= tk(r, k)->deprel == SG_DEP_OBJ && !(tk(r, k)->bits & SG_FEAT_REL);
        if (!other) return c;
    }
    return NONE;
}

/* Who does what the noun tells, or to whom, by the clause behind it. */
static void add_by_clause(sg_reader *r, sg_ids *ids, uint32_t noun, const char *slots) {
    uint32_t verb = carried_in_clause(r, noun);
    sg_frame fr = sg_frame_of(r->d, verb == NONE ? noun : verb, NONE, false);
    sg_fill f = {.count = 0};
    if (verb != NONE && slots) sg_slots(&fr, slots, &f);
    else if (verb != NONE) sg_group(r->d, sg_own_subject(r, verb), &f);
    for (size_t k = 0; k < f.count; k++)
        if (!sg_add_ents(r, ids, f.tok[k]) && slots) sg_add_owner(r, ids, f.tok[k], sg_behind, 0);
}

bool sg_is_regulated(const sg_reader *r, uint32_t t) {
    uint8_t rel = tk(r, t)->deprel;
    uint32_t statute = rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD ? tk(r, t)->head : NONE;
    if (statute == NONE) return false;
    const sg_ent *e = tk(r, t)->ent_count ? &r->d->ents[tk(r, t)->ent] : NULL;
    if (!e || !e->sector || e->by == SG_BY_NAME || tk(r, t)->upos == SG_POS_PROPN) return false;
    return sg_in_class(r->d, statute, SG_LIT("statute")) && !sg_list_has("GOV|OPP|PTY|LEG", sg_str_of(e->sector));
}

static void add_in_slots(sg_reader *r, sg_ids *ids, uint32_t t, const char *slots, const char *all, int depth) {
    size_t before = ids->count;
    sg_frame fr = sg_frame_of(r->d, t, NONE, true);
    sg_str rest = sg_str_of(slots), slot;
    while (ids->count == before && sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(&fr, slot, &f);
        bool pronoun = f.count && sg_eqz(slot, "poss") && tk(r, f.tok[0])->upos == SG_POS_PRON;
        if (pronoun) { /* "their Japanese counterparts" are Japan's */
            sg_fill adj;
            sg_slot(&fr, SG_LIT("adj"), &adj);
            if (adj.count) f = adj;
        }
        bool beside = sg_eqz(slot, "adj");
        for (size_t k = 0; k < f.count; k++) {
            if (beside && sg_is_regulated(r, f.tok[k])) continue;
            if (!sg_add_ents(r, ids, f.tok[k]) && depth < 3) sg_add_owner(r, ids, f.tok[k], all, depth + 1);
        }
    }
}

void sg_add_owner(sg_reader *r, sg_ids *ids, uint32_t t, const char *slots, int depth) {
    size_t before = ids->count;
    bool spared = slots == beside_aim, all = spared || slots == sg_affected;
    add_in_slots(r, ids, t, all ? sg_behind : slots, slots, depth);
    if (ids->count == before) add_by_participle(r, ids, t, all && !spared ? "by|on|against|from|to" : "by");
    if (ids->count == before && all)
        add_in_slots(r, ids, t, spared ? "with|to|between|in" : "against|with|to|between|on|in", slots, depth);
}

/* An entity of the token's own words, and names that hang on it. */
static void add_own(sg_reader *r, sg_ids *ids, uint32_t t, sg_ent e) {
    sg_doc *d = r->d;
    e.first = e.last = e.head = t;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->upos == SG_POS_PROPN && (tk(r, c)->deprel == SG_DEP_FLAT || tk(r, c)->deprel == SG_DEP_COMPOUND)) {
            if (c < e.first) e.first = c;
            if (c > e.last) e.last = c;
        }
    uint32_t from = tk(r, e.first)->start, to = tk(r, e.last)->end;
    sg_str text = sg_doc_text(d, d->sents[tk(r, t)->sent].in_title);
    if (tk(r, t)->upos == SG_POS_PROPN && to > from) e.name = sg_dup(d->arena, (sg_str){text.s + from, to - from});
    uint32_t id = sg_new_ent(r, e);
    if (!tk(r, t)->ent_count) tk(r, t)->ent = id;
    tk(r, t)->ent_count++;
    sg_add_id(r, ids, id);
}

/* One who serves a body is of its kind ("Hamas commander", "UN observers"); else he is of the owner's country. */
static sg_ent of_owner(sg_reader *r, const sg_ent *owner, bool people) {
    bool land = owner && owner->row[0] && owner->row[0]->table == SG_T_COUNTRIES; /* "Lisbon's tram drivers" */
    bool body = owner && owner->group && !owner->person && !land && (owner->sector || !sg_refer_is_state(owner));
    const char *country = owner ? owner->country : NULL;
    people &= !country || strcmp(country, "IGO") != 0; /* "UN observers" are of it, and no crowd */
    sg_ent e = {.country = country,
                .sector = body     ? owner->sector
                          : people ? "CVL"
                                   : NULL,
                .cameo = body      ? owner->cameo
                         : !people ? country
                         : country ? sg_printf(r->a, "%sCVL", country)
                                   : "CVL",
                .by = SG_BY_DESCRIPTION,
                .name_by = SG_BY_NAME,
                .group = true,
                .same = NONE};
    return e;
}

static bool has_owner(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NMOD_POSS) return true;
    return false;
}

/* Is the noun one for people? By the classes, else by how such words look. */
static bool is_people(const sg_reader *r, uint32_t t) {
    if (sg_in_class(r->d, t, SG_LIT("human"))) return true;
    if (sg_in_class(r->d, t, SG_LIT("tie")) && !has_owner(r, t))
        return false;                                      /* "broke off relations", but "his relations" */
    if (sg_in_class(r->d, t, SG_LIT("kin"))) return false; /* the president's brother is of the president's kind */
    uint32_t ref = tk(r, t)->ref;
    return tk(r, t)->upos == SG_POS_NOUN && ref != NONE && r->d->refs[ref].thing == SG_THING_PERSON;
}

/* A party in a phrase with one of these prepositions, below nouns only. */
bool sg_party_in(sg_reader *r, uint32_t t, const char *slots, sg_ids *ids, int depth) {
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool phrase = rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_CONJ || (!depth && rel == SG_DEP_OBJ);
        if (!phrase || tk(r, c)->upos == SG_POS_VERB) continue;
        sg_str prep = sg_case_of(r->d, c);
        if (prep.n && sg_list_has(slots, prep) && sg_add_ents(r, ids, c)) return true;
        if (sg_party_in(r, c, slots, ids, depth + 1)) return true;
    }
    return false;
}

bool sg_are_states(const sg_reader *r, uint32_t t) {
    const char *what = sg_kind_value(&tk(r, t)->by_lemma, "collective");
    return (tk(r, t)->bits & SG_FEAT_PLUR) && what && !strcmp(what, "state");
}

/* "the movement of aid workers": what moves, and no movement of people who want something. */
static bool is_motion(const sg_reader *r, uint32_t t) {
    if (!sg_word(r->d, t, "motion")) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        bool many = tk(r, c)->upos == SG_POS_NOUN && (tk(r, c)->bits & SG_FEAT_PLUR);
        if (many && sg_eqz(sg_case_of(r->d, c), "of")) return true;
    }
    return false;
}

/* People or bodies by a common noun that no table of roles has: of those whom their phrase names, else of the country
 * where the news is from. */
static bool add_people(sg_reader *r, sg_ids *ids, uint32_t t) {
    bool people = is_people(r, t);
    if (sg_refer_stands_by_state(r->d, t) || is_motion(r, t)) return false;
    if (tk(r, t)->upos == SG_POS_PRON || (!people && !sg_in_class(r->d, t, SG_LIT("institution")))) return false;
    sg_ids owner = {0};
    bool related = sg_in_class(r->d, t, SG_LIT("relation")); /* "Zambia's creditors" are not Zambia's own */
    if (!related) sg_add_owner(r, &owner, t, "adj|poss|of|from", 0);
    if (!related && people && !owner.count) sg_party_in(r, t, "in|at|near", &owner, 3); /* "people in Chad" */
    const char *home = owner.count || related ? NULL : sg_are_states(r, t) ? "IGO" : sg_refer_home(r->d, t, "CVL");
    bool body = home && strlen(home) > 3; /* an organisation's code: "the board" of a bank of several lands */
    const sg_ent here = {
        .country = body ? sg_dup(r->a, (sg_str){home, 3}) : home, .cameo = body ? home : NULL, .group = true};
    for (size_t i = 0; i < (owner.count ? owner.count : 1); i++) {
        sg_ent e = of_owner(r, owner.count ? &r->d->ents[owner.at[i]] : home ? &here : NULL, people);
        const char *society = owner.count && !e.sector && sg_refer_is_state(&e) ? sg_word(r->d, t, "society") : NULL;
        if (society && sg_list_has("land|whole", sg_str_of(society))) /* "a Peruvian organization": no organ of the state */
            e.sector = "SOC", e.cameo = sg_printf(r->a, "%sNGO", e.country);
        add_own(r, ids, t, e);
    }
    return true;
}

/* A name that no table knows. What is told of it stays, if no more. */
static void add_named(sg_reader *r, sg_ids *ids, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_PROPN || sg_in_date(r->d, t)) return;
    add_own(r, ids, t, (sg_ent){.by = SG_BY_NAME, .name_by = SG_BY_NAME, .group = true, .same = NONE});
}

/* "members of the Council - Peru, Chile and Cuba -": a row of states says which of an organisation's are meant. */
static bool is_told_by_row(const sg_reader *r, uint32_t t) {
    const sg_ent *e = &r->d->ents[tk(r, t)->ent];
    uint32_t first = NONE, more = 0;
    if (!e->country || strcmp(e->country, "IGO") != 0) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_APPOS && tk(r, c)->ent_count) first = c;
    for (uint32_t c = first == NONE ? NONE : tk(r, first)->child; c != NONE; c = tk(r, c)->next)
        more += tk(r, c)->deprel == SG_DEP_CONJ && tk(r, c)->ent_count && sg_refer_is_state(&r->d->ents[tk(r, c)->ent]);
    return more > 1 && sg_refer_is_state(&r->d->ents[tk(r, first)->ent]);
}

/* All that are joined to the first of a row, also where the parser joins them to one another, or to the end of its name
 * ("the United States of America, Russia and China"). */
static void add_joined(sg_reader *r, sg_ids *ids, uint32_t first, int depth) {
    enum { DEEP = 4 };
    const sg_hit *h = sg_hit_over(r->d, first, SG_T_COUNTRIES, SG_T_COUNTRIES);
    for (uint32_t g = depth > DEEP ? NONE : tk(r, first)->child; g != NONE; g = tk(r, g)->next) {
        bool joined = tk(r, g)->deprel == SG_DEP_CONJ, inside = h && g >= h->first && g <= h->last && g > first;
        if (joined) (void)sg_add_ents(r, ids, g);
        if (joined || inside) add_joined(r, ids, g, depth + 1);
    }
}

/* "Abbas Hajj, head of the union": a name says less than what stands beside it; of "five states - Peru, Chile, ..." all. */
static bool add_beside(sg_reader *r, sg_ids *ids, uint32_t t) {
    bool many = (tk(r, t)->bits & SG_FEAT_PLUR) || (tk(r, t)->ent_count && is_told_by_row(r, t));
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_APPOS && tk(r, c)->deprel != SG_DEP_FLAT) continue;
        if (sg_is_denied(r->d, c) || !sg_add_ents(r, ids, c)) continue;
        if (many) add_joined(r, ids, c, 0);
        return true;
    }
    return false;
}

/* "its eastern neighbour, Poland": a state's name beside a description says whom that means. */
static bool is_told_beside(const sg_reader *r, uint32_t t) {
    const sg_ent *e = tk(r, t)->ent_count ? &r->d->ents[tk(r, t)->ent] : NULL;
    if (e && is_told_by_row(r, t)) return true;
    if (!e || e->by != SG_BY_DESCRIPTION || e->person || e->sector) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        const sg_hit *h = tk(r, c)->deprel == SG_DEP_APPOS ? sg_hit_over(r->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES) : NULL;
        if (h && h->head == c && tk(r, c)->ent_count) return true;
    }
    return false;
}

/* Slots where only somebody can stand; a place may stand in the others. */
static const char personal[] = "subj|obj|iobj|by|with|against|between|into|to";

void sg_party_at(sg_reader *r, uint32_t t, sg_ids *ids, const char *owner, bool somebody) {
    size_t before = ids->count;
    if (is_told_beside(r, t) && add_beside(r, ids, t)) return;
    if (sg_add_ents(r, ids, t) || !sg_is_nounish(tk(r, t)->upos)) return;
    if (add_beside(r, ids, t) || add_people(r, ids, t)) return;
    if (sg_is_offstage(r->d, t)) return;
    if (owner) sg_add_owner(r, ids, t, owner, 0);
    if (ids->count == before && somebody) add_named(r, ids, t);
}

/* "In Oslo, the ministry called in Peru's envoy": of two phrases with one preposition, the one that opens the sentence
 * sets the scene, and the one behind the verb fills its slot. */
static void drop_scene(const sg_reader *r, const sg_frame *fr, sg_fill *f) {
    size_t n = 0;
    bool behind = false;
    for (size_t i = 0; i < f->count; i++) behind |= f->tok[i] > fr->tok;
    for (size_t i = 0; i < f->count; i++) {
        const sg_tok *k = tk(r, f->tok[i]);
        bool opens = f->tok[i] < fr->tok && k->deprel == SG_DEP_OBL && sg_case_of(r->d, f->tok[i]).n;
        if (fr->noun || !behind || !opens) f->tok[n++] = f->tok[i];
    }
    f->count = n;
}

/* "With the help of Y", "with Y's blessing": who lends it takes no part. */
static void drop_help(const sg_reader *r, sg_fill *f) {
    size_t n = 0;
    for (size_t i = 0; i < f->count; i++)
        if (!sg_word(r->d, f->tok[i], "lent to others")) f->tok[n++] = f->tok[i];
    f->count = n;
}

/* The parties in the first slot that is filled; for a thing, those in its own slots of the list `owner`. */
void sg_parties(sg_reader *r, const sg_frame *fr, const char *slots, sg_ids *ids, const char *owner) {
    sg_str rest = sg_str_of(slots), slot;
    size_t first = ids->count;
    while (ids->count == first && sg_cut(&rest, '|', &slot)) {
        sg_fill f;
        sg_slot(fr, slot, &f);
        drop_scene(r, fr, &f);
        if (sg_eqz(slot, "with")) drop_help(r, &f);
        for (size_t i = 0; i < f.count; i++) sg_party_at(r, f.tok[i], ids, owner, sg_list_has(personal, slot));
    }
}

/* "sanctions, with bans on travel, on Y": parsers hang a phrase on the noun just before it. */
static void parties_below(sg_reader *r, const sg_frame *fr, const char *slots, sg_ids *ids) {
    static const char sure[] = "against|on|to|with";
    sg_str rest = sg_str_of(slots), slot;
    const char *wanted = NULL;
    while (sg_cut(&rest, '|', &slot))
        if (sg_list_has(sure, slot))
            wanted = wanted ? sg_printf(r->a, "%s|%.*s", wanted, (int)slot.n, slot.s) : sg_dup(r->a, slot);
    if (!wanted) return;
    if (!sg_party_in(r, fr->tok, wanted, ids, 0) && fr->carrier != NONE) sg_party_in(r, fr->carrier, wanted, ids, 0);
}

/* Who acts by what stands above. */
void sg_add_above(sg_reader *r, sg_ids *ids, const sg_above *up) {
    sg_fill f = {.count = 0};
    if (up->subject != NONE) sg_group(r->d, up->subject, &f);
    for (size_t i = 0; i < f.count; i++)
        if (!sg_add_ents(r, ids, f.tok[i])) sg_add_owner(r, ids, f.tok[i], sg_behind, 0);
    if (ids->count || !up->actors) return;
    sg_add_all(r, ids, up->actors);
}

/* Has the word neither a subject nor the place for an agent, so that who stands above may be the one? */
bool sg_lacks_agent(const sg_reader *r, uint32_t t) {
    return !sg_is_passive(r->d, t) && sg_own_subject(r, t) == NONE;
}

/* An act on an equal footing: all that stand beside, and whom the row itself names. */
static void gather_equals(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const sg_above *up, bool noun) {
    static const char *const sides[] = {"with", "between", "among", "of", "and"};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        bool of = !strcmp(sides[i], "of");
        if (of && (!noun || e->actors.count > 1)) continue;
        sg_parties(r, fr, sides[i], &e->actors, sg_behind);
    }
    if (!noun && e->actors.count < 2)
        sg_parties(r, fr, "by.with|over.with|via.with", &e->actors, sg_behind); /* "by phone with Y" */
    const char *to = row->cell[A_RECIPIENT];
    if (to[0] && to[0] != '-') sg_parties(r, fr, to, &e->actors, sg_behind);
    for (uint32_t c = tk(r, fr->tok)->child; c != NONE && !noun && e->actors.count < 2; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_CONJ || tk(r, c)->upos != SG_POS_VERB || sg_own_subject(r, c) != NONE) continue;
        sg_frame next = frame(r, c, NONE, NONE); /* "met and had a talk with Y" */
        sg_parties(r, &next, "with|obj.with", &e->actors, sg_behind);
    }
    if (!noun || up->carrier == NONE) return;
    sg_frame carrier = frame(r, up->carrier, NONE, up->subject);
    sg_parties(r, &carrier, "subj", &e->actors, sg_behind);
}

/* Is the first in the phrase of the second, or beside it before a third noun ("a Togo army truck")? */
static bool is_part_of(const sg_reader *r, uint32_t land, uint32_t who) {
    enum { NEAR = 5 };
    if (land == NONE || who == NONE || land == who) return false;
    const sg_tok *l = tk(r, land), *w = tk(r, who);
    bool modifiers = (l->deprel == SG_DEP_AMOD || l->deprel == SG_DEP_COMPOUND) &&
                     (w->deprel == SG_DEP_AMOD || w->deprel == SG_DEP_COMPOUND);
    bool joined = l->deprel == SG_DEP_CONJ && l->head == who;
    return (sg_is_below(r->d, land, who, NEAR) && !joined) || (modifiers && l->head == w->head && land < who);
}

/* "Kosovo and EU police": a land whose name tells of what kind those who act are acts through them, and not beside them. */
void sg_drop_owners(const sg_reader *r, sg_ids *ids) {
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        bool owns = false;
        for (size_t k = 0; k < ids->count && !e->sector && !owns; k++) {
            const sg_ent *who = &r->d->ents[ids->at[k]];
            owns = e->country && who->sector && same_word(who->country, e->country) && is_part_of(r, e->head, who->head);
        }
        if (!owns) ids->at[n++] = ids->at[i];
    }
    ids->count = n;
}

/* Are the two on one side: one of the other, or a state and who speaks for it? */
bool sg_same_party(const sg_reader *r, uint32_t a, uint32_t b) {
    const sg_ent *x = &r->d->ents[a], *y = &r->d->ents[b];
    if (sg_corefer(r->d, a, b)) return true;
    if (!x->country || !y->country || strcmp(x->country, y->country) != 0) return false;
    return !x->sector || !y->sector || !strcmp(x->sector, y->sector);
}

/* "voiced his support", "pledged his country's support": the one who speaks, if it is his own; he is named. */
static void named_owner(sg_reader *r, sg_ids *ids, const sg_above *up) {
    sg_ids above_all = {0};
    if (up->carrier == NONE || !ids->count) return;
    sg_add_above(r, &above_all, up);
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        bool same = false;
        for (size_t k = 0; k < above_all.count; k++) same |= sg_same_party(r, ids->at[i], above_all.at[k]);
        if (e->by == SG_BY_NAME || e->by == SG_BY_OFFICE || !same) return;
    }
    *ids = above_all;
}

/* The slots `left` and `right`: who is named nearest on that side of the word, with those coordinated, and is not
 * one of the others. */
static void beside(sg_reader *r, const sg_frame *fr, const char *slots, sg_ids *ids, const sg_ids *others) {
    const sg_sent *in = &r->d->sents[tk(r, fr->tok)->sent];
    sg_str rest = sg_str_of(slots), slot;
    while (!ids->count && sg_cut(&rest, '|', &slot)) {
        bool right = sg_eqz(slot, "right"), left = sg_eqz(slot, "left");
        uint32_t t = fr->tok, end = in->first + in->count;
        while ((right || left) && !ids->count && (right ? t + 1 < end : t > in->first)) {
            right ? t++ : t--;
            if (!sg_told_party(r->d, t)) continue;
            sg_frame at = *fr;
            at.party[0] = t + 1;
            sg_parties(r, &at, "$", ids, NULL);
            sg_drop_common(r, ids, others);
        }
    }
}

/* A land, or a place in one. */
bool sg_is_land(const sg_ent *e) {
    return e->country && !e->person && e->row[0] && e->row[0]->table == SG_T_COUNTRIES;
}

/* Is the entity a land, and of another country than those who act? */
bool sg_is_abroad(const sg_reader *r, uint32_t id, const sg_ids *actors) {
    const sg_ent *place = &r->d->ents[id];
    if (!sg_is_land(place)) return false;
    bool told = false; /* where is he from who acts? */
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &r->d->ents[actors->at[i]];
        if (who->country && !strcmp(who->country, place->country)) return false;
        told |= who->country || (who->sector && sg_list_has("REB|UAF|PRM|MIL", sg_str_of(who->sector)));
    }
    return told;
}

/* "shelled villages in Y", "pays for aid in Y": a deed on foreign ground is done to those whose ground it is; at home
 * the place is no party. */
static void abroad(sg_reader *r, sg_ev *e, const sg_frame *fr) {
    static const char deeds[] = "ASSAULT|AID|RETREAT|MOBILIZE|COERCE|SANCTION";
    bool open = e->actors.count && !e->recipients.count && !e->reciprocal;
    bool aid = e->type && !strcmp(e->type, "AID"); /* "gave ventilators to help Y cope" */
    if (!e->type || !open || (e->weak && !aid) || !sg_list_has(deeds, sg_str_of(e->type))) return;
    if (aid)
        sg_parties(r, fr, "advcl.obj|xcomp.obj|obj.acl.obj|advcl.for|advcl.for.obj|obj.acl.for", &e->recipients,
                   sg_affected);
    sg_drop_common(r, &e->recipients, &e->actors);
    if (e->recipients.count) return;
    sg_ids found = {0};
    sg_parties(r, fr, "in|obj.in|inside|across|near|at|around", &found, NULL);
    if (!found.count && !strcmp(e->type, "MOBILIZE")) /* "to the Colombian frontier" */
        sg_parties(r, fr, "to.adj|to.poss|along.adj|along.poss|near.adj|near.poss", &found, NULL);
    if (!found.count && aid) sg_party_in(r, fr->tok, "in", &found, 0);
    for (size_t i = 0; i < found.count; i++)
        if (sg_is_abroad(r, found.at[i], &e->actors)) sg_add_id(r, &e->recipients, found.at[i]);
}

/* Those of them who are of a land, and of none of these. */
void sg_add_foreign(sg_reader *r, sg_ids *to, const sg_ids *them, const sg_ids *these) {
    for (size_t i = 0; i < them->count; i++) {
        const char *land = r->d->ents[them->at[i]].country;
        bool own = !land;
        for (size_t k = 0; k < these->count; k++) own |= same_word(land, r->d->ents[these->at[k]].country);
        if (!own) sg_add_id(r, to, them->at[i]);
    }
}

/* Where no slot of the row is filled: whom the object is, or whose, or who stands farther down with such a preposition,
 * if he is of another land than those who act. */
static void of_other_lands(sg_reader *r, const sg_frame *fr, sg_ev *e) {
    sg_ids found = {0};
    if (!e->actors.count || !e->type || sg_list_has("MOBILIZE|PROTEST|CONSULT", sg_str_of(e->type))) return;
    bool blames = same_word(e->type, "ACCUSE");
    sg_parties(r, fr, "obj", &found, blames ? beside_aim : sg_affected);
    const sg_ent *moved = found.count ? &r->d->ents[found.at[0]] : NULL;
    bool forces = moved && moved->by == SG_BY_DESCRIPTION && same_word(moved->sector, "MIL");
    if (forces && same_word(e->type, "RETREAT")) return; /* "pulled troops out of Y": its own */
    if (!found.count) sg_party_in(r, fr->tok, blames ? "to|with" : "to|with|against|towards|toward", &found, 0);
    sg_add_foreign(r, &e->recipients, &found, &e->actors);
}

/* "troops were flown to Larnaca", "reservists called up": forces that nobody is told to move act themselves. */
static void moved_forces(sg_reader *r, sg_ev *e, const sg_frame *fr) {
    bool open = e->type && !strcmp(e->type, "MOBILIZE") && !e->actors.count;
    uint32_t verb = fr->noun ? fr->carrier : fr->tok; /* "were put on alert" */
    if (!open || verb == NONE || !sg_is_passive(r->d, verb)) return;
    sg_frame moved = frame(r, verb, NONE, fr->subject);
    sg_parties(r, &moved, "obj", &e->actors, sg_behind);
    sg_drop_common(r, &e->recipients, &e->actors);
}

/* Is it a place in the land of one of these? */
static bool is_home(const sg_reader *r, uint32_t id, const sg_ids *actors) {
    static const char places[] = "name|variant|official|city|capital|territory";
    const sg_ent *place = &r->d->ents[id];
    if (!sg_is_land(place) || place->first == NONE || !sg_list_has(places, sg_str_of(place->row[0]->cell[C_KIND])))
        return false;
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &r->d->ents[actors->at[i]];
        bool foe = who->sector && sg_list_has("REB|OPP", sg_str_of(who->sector)) && place->sector;
        if (!foe && same_word(who->country, place->country)) return true;
    }
    return false;
}

/* "deployed soldiers in Bangkok", "marched through Kiev": at home the place of a protest, or where forces move, is no
 * party. */
static void drop_home(const sg_reader *r, sg_ev *e) {
    size_t n = 0;
    if (!e->type || !sg_list_has("MOBILIZE|PROTEST|RETREAT|THREATEN", sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *who = &r->d->ents[e->recipients.at[i]];
        bool somewhere = !who->country && !who->sector && !who->person && e->type[0] == 'M'; /* "to the Gulf" */
        if (!somewhere && !is_home(r, e->recipients.at[i], &e->actors)) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

/* People of a land of whom no phrase of the text tells more. */
static uint32_t folk(sg_reader *r, const char *country, const char *sector, const sg_row *row) {
    sg_ent who = {.first = NONE,
                  .last = NONE,
                  .head = NONE,
                  .country = country,
                  .sector = sector,
                  .cameo = sg_printf(r->a, "%s%s", country, sector),
                  .by = SG_BY_INFERRED,
                  .name_by = SG_BY_INFERRED,
                  .plural = true,
                  .group = true,
                  .same = NONE,
                  .row = {row}};
    return sg_new_ent(r, who);
}

/* "the walkout", "their rally"; "downed tools in protest": is the noun spoken of as what is known, or part of what the
 * sentence told as a protest already? */
static bool is_known(const sg_reader *r, uint32_t t) {
    if (tk(r, t)->upos != SG_POS_NOUN) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        bool article = tk(r, c)->deprel == SG_DEP_DET && (tk(r, c)->bits & SG_FEAT_DEF);
        if (article || tk(r, c)->deprel == SG_DEP_NMOD_POSS) return true;
    }
    for (size_t i = r->out->count; i-- > 0 && tk(r, r->out->at[i]->head)->sent == tk(r, t)->sent;)
        if (same_word(r->out->at[i]->type, "PROTEST")) return true;
    return false;
}

/* "riots broke out in Gujarat", "Chinese cities saw protests": of a protest whose doers nobody names, the people of the
 * land where it is told to be are they; of one that is news, else those of the land that the news is of. */
static void of_the_land(sg_reader *r, sg_ev *e, const sg_frame *fr, uint32_t carrier) {
    static const char where[] = "in|across|throughout|around|at|near|adj";
    if (!e->type || strcmp(e->type, "PROTEST") != 0 || e->actors.count) return;
    sg_ids found = {0};
    sg_parties(r, fr, where, &found, "adj|of|from|poss|in");
    sg_frame verb = frame(r, carrier == NONE ? fr->tok : carrier, NONE, NONE);
    if (!found.count && carrier != NONE)
        sg_parties(r, &verb, "obj", &found, "adj|of|from|poss|in"); /* "paralysed Belgium" */
    const char *sector = same_word(e->mode, "strike") ? "LAB" : "CVL", *home;
    for (size_t i = 0; i < found.count; i++) {
        const sg_ent *land = &r->d->ents[found.at[i]];
        bool held = same_word(land->sector, "BUS") && land->country; /* "a strike hit Danish trains" */
        if (sg_is_land(land) || held) sg_add_id(r, &e->actors, folk(r, land->country, sector, land->row[0]));
    }
    home = e->actors.count || is_known(r, fr->tok) ? NULL : sg_refer_home_of_act(r->d, fr->tok, sector);
    if (home) sg_add_id(r, &e->actors, folk(r, home, sector, NULL));
}

/* "The ex-president got ten years", "walked off with a life term": no passive, but the subject undergoes it. */
static bool undergoes(const sg_reader *r, const sg_ev *e, const sg_frame *fr) {
    uint32_t who = fr->noun ? NONE : sg_own_subject(r, fr->tok);
    for (uint32_t n = 0; who != NONE && n < tk(r, who)->ent_count; n++)
        for (size_t i = 0; i < e->recipients.count; i++)
            if (e->recipients.at[i] == tk(r, who)->ent + n) return true;
    return false;
}

/* Of which sector they are who alone do such a thing, named or not; NULL where anybody may. */
static const char *sole_doers(const sg_reader *r, const sg_ev *e, const sg_frame *fr) {
    bool passive = !fr->noun && sg_is_passive(r->d, fr->tok);
    if (!e->type || e->actors.count) return NULL;
    if (!strcmp(e->type, "SANCTION") && same_word(e->mode, "convict")) return passive || undergoes(r, e, fr) ? "JUD" : NULL;
    if (!strcmp(e->type, "ASSAULT") && same_word(e->mode, "crowd-control")) return passive || fr->noun ? "COP" : NULL;
    bool ruled = !strcmp(e->type, "COERCE") && (same_word(e->mode, "curfew") || same_word(e->mode, "martial-law"));
    if (ruled) return passive || fr->noun ? "GOV" : NULL; /* "a curfew was in force" */
    bool charged = !strcmp(e->type, "ACCUSE") && e->context && sg_list_has(e->context, SG_LIT("legal"));
    return charged && passive ? "JUD" : NULL;
}

/* "The ministry instituted a curfew": whose verb it is, if he may rule; "crowds defied the curfew", "put the island under
 * martial law": nobody more, for the verb tells it. Is there such a one? */
static bool is_handled(sg_reader *r, sg_ev *e, uint32_t noun) {
    uint32_t verb = tk(r, noun)->head;
    if (verb == NONE || tk(r, verb)->upos != SG_POS_VERB || sg_is_passive(r->d, verb)) return false;
    uint32_t who = sg_own_subject(r, verb), over = tk(r, verb)->deprel == SG_DEP_CONJ ? tk(r, verb)->head : NONE;
    if (who == NONE && over != NONE) who = sg_own_subject(r, over); /* "flew home and put the island under martial law" */
    if (who == NONE || who == noun || !tk(r, who)->ent_count) return false;
    const sg_ent *ruler = &r->d->ents[tk(r, who)->ent];
    bool rules = ruler->country && (!ruler->sector || sg_list_has("GOV|MIL|LEG", sg_str_of(ruler->sector)));
    if (rules && tk(r, noun)->deprel == SG_DEP_OBJ) sg_add_ents(r, &e->actors, who);
    return true;
}

/* "Egypt freed reporters who had been convicted", "executed a smuggler who was sentenced": who has them in hand tried them,
 * where he is of another land; or NULL. */
static const char *land_of_keeper(const sg_reader *r, uint32_t verb, const sg_ent *who) {
    uint32_t noun = tk(r, verb)->deprel == SG_DEP_ACL_RELCL || tk(r, verb)->deprel == SG_DEP_ACL ? tk(r, verb)->head : NONE;
    uint32_t over = noun == NONE || tk(r, noun)->deprel != SG_DEP_OBJ ? NONE : tk(r, noun)->head;
    uint32_t keeper = over == NONE ? NONE : sg_own_subject(r, over);
    if (keeper == NONE || !tk(r, keeper)->ent_count || !sg_word(r->d, over, "keeper's deed")) return NULL;
    const sg_ent *e = &r->d->ents[tk(r, keeper)->ent];
    bool state =
        e->country && sg_land_is_state(e->country) && (!e->sector || sg_list_has("GOV|JUD|COP|MIL", sg_str_of(e->sector)));
    return state && !same_word(e->country, who->country) ? e->country : NULL;
}

/* "A Chilean was jailed for spying on a base near Lima": the one foreign land in which places of the sentence are; NULL:
 * none, or several. */
static const char *land_of_places(const sg_reader *r, uint32_t verb, const sg_ent *who) {
    const char *land = NULL;
    const sg_sent *s = &r->d->sents[tk(r, verb)->sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++) /* a court that is told of tried them, whatever the tree */
        if (tk(r, t)->ent_count && same_word(r->d->ents[tk(r, t)->ent].sector, "JUD")) return NULL;
    for (size_t i = 0; i < r->d->toponym_count; i++) {
        const sg_toponym *p = &r->d->toponyms[i];
        if (p->sent != tk(r, verb)->sent || p->people || !p->sited || !p->country) continue;
        if (same_word(p->country, who->country) || (land && strcmp(land, p->country) != 0)) return NULL;
        land = p->country;
    }
    return land;
}

/* Of people abroad, who are no politicians or officials, the court of the land in which they are held, or were caught. */
static const char *land_of_court(const sg_reader *r, uint32_t verb, const sg_ent *who) {
    static const char at_home[] = "GOV|MIL|ELI|LEG|JUD|COP|OPP|PTY|SPY";
    const char *keeper = land_of_keeper(r, verb, who);
    if (keeper) return keeper;
    bool public = who->sector && sg_list_has(at_home, sg_str_of(who->sector));
    return public ? NULL : land_of_places(r, verb, who);
}

/* "A captain said on the radio that the constitution was suspended": soldiers and those who rule tell of their own decree,
 * unless its verb says that it is another land's. */
static bool is_own_decree(sg_reader *r, const sg_frame *fr, const sg_above *up) {
    if (fr->noun || up->source == NONE) return false;
    const sg_ent *e = &r->d->ents[up->source];
    sg_ids here = {0};
    sg_parties(r, fr, "in", &here, NULL);
    bool elsewhere = here.count && !same_word(r->d->ents[here.at[0]].country, e->country);
    return e->country && e->sector && sg_list_has("GOV|MIL", sg_str_of(e->sector)) && sg_land_is_state(e->country) &&
           !elsewhere;
}

/* "Was fined", "found guilty", "indicted", "gassed", "a curfew was imposed": a court, police or those who rule, of the land
 * of those to whom it is done, or that the news is of. */
static void of_the_state(sg_reader *r, sg_ev *e, const sg_frame *fr, const sg_above *up) {
    const char *sector = sole_doers(r, e, fr);
    if (sector && !strcmp(sector, "GOV") && is_own_decree(r, fr, up)) {
        sg_add_id(r, &e->actors, up->source);
        return;
    }
    bool told = sector && !strcmp(sector, "GOV") && up->actors && up->actors->count; /* "lifted the curfew" */
    if (!sector || told || (fr->noun && !strcmp(sector, "GOV") && is_handled(r, e, fr->tok))) return;
    const sg_ent *who = e->recipients.count ? &r->d->ents[e->recipients.at[0]] : NULL;
    bool own = who && who->country && sg_refer_is_state(who); /* few are tried abroad */
    const char *land = own ? who->country : sg_refer_home_of_act(r->d, fr->tok, sector);
    bool tried = own && !strcmp(sector, "JUD");
    const char *abroad = tried ? land_of_court(r, fr->tok, who) : NULL;
    if (abroad) land = abroad;
    sg_ids here = {0};
    sg_parties(r, fr, "in", &here, NULL); /* but "was jailed in Kenya" */
    if (here.count && sg_is_land(&r->d->ents[here.at[0]])) land = r->d->ents[here.at[0]].country;
    if (land && sg_land_is_state(land)) sg_add_id(r, &e->actors, folk(r, land, sector, NULL));
}

/* A land that stands for people in it ("Turkish shops", "they"), unlike one by its own name. */
static bool is_of_land(const sg_reader *r, const sg_ent *e) {
    bool named = e->head != NONE && tk(r, e->head)->upos == SG_POS_PROPN && e->by == SG_BY_NAME;
    return sg_is_land(e) && !e->sector && !named && e->head != NONE;
}

/* "Marched to the Plaza de Mayo": of a name that nothing is known of, it is where they walk, not whom they are against. */
static void drop_squares(const sg_reader *r, sg_ids *foes) {
    size_t n = 0;
    for (size_t i = 0; i < foes->count; i++) {
        const sg_ent *e = &r->d->ents[foes->at[i]];
        sg_str by = e->head == NONE || e->country || e->sector ? (sg_str){"", 0} : sg_case_of(r->d, e->head);
        if (!by.n || !sg_list_has("to|on|in|at|through|into|from", by)) foes->at[n++] = foes->at[i];
    }
    foes->count = n;
}

/* "Captured Kalonda", "shelled Sarmada": of a name that nothing is known of, it is the ground that is taken or hit. */
static bool hits_ground(const sg_ev *e) {
    static const char from_afar[] = "heavy-weapons|aerial|drone";
    if (!e->type || strcmp(e->type, "ASSAULT") != 0) return false;
    return same_word(e->cameo, "192") || (e->mode && sg_list_has(from_afar, sg_str_of(e->mode)));
}

void sg_drop_strange_places(const sg_reader *r, sg_ev *e) {
    static const char where[] = "from|of|out|into|to|in|at|near|toward|towards|on|off";
    size_t n = 0;
    bool move = e->type && (!strcmp(e->type, "MOBILIZE") || same_word(e->mode, "withdraw")), ground = hits_ground(e);
    if (!move && !ground) return;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *x = &r->d->ents[e->recipients.at[i]];
        bool strange = x->head != NONE && !x->country && !x->sector && tk(r, x->head)->upos == SG_POS_PROPN;
        sg_str by = strange ? sg_case_of(r->d, x->head) : (sg_str){"", 0};
        bool place = strange && (ground || (by.n && sg_list_has(where, by)));
        if (!place) e->recipients.at[n++] = e->recipients.at[i];
    }
    e->recipients.count = n;
}

/* "Residents of a village closed the road": of a protest whose doers are known by what they are alone, the land is that
 * which the news is of; where only their land is known, they are people of it. States do not walk the streets. What they
 * are against is of their own land where nothing says otherwise. */
static void at_home(sg_reader *r, sg_ev *e) {
    if (!e->type || strcmp(e->type, "PROTEST") != 0) return;
    const char *folk_of = same_word(e->mode, "strike") ? "LAB" : "CVL";
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ent who = r->d->ents[e->actors.at[i]];
        bool land = is_of_land(r, &who) && !same_word(e->mode, "boycott");
        const char *sector = who.sector ? who.sector : land ? folk_of : "CVL";
        const char *home = land                              ? who.country
                           : who.country || who.head == NONE ? NULL
                                                             : sg_refer_home(r->d, who.head, sector);
        if (!home) continue;
        who.country = home, who.sector = sector;
        who.cameo = sg_printf(r->a, "%s%s", home, sector);
        e->actors.at[i] = sg_new_ent(r, who);
    }
    drop_squares(r, &e->recipients);
    const char *land = e->actors.count ? r->d->ents[e->actors.at[0]].country : NULL;
    for (size_t i = 0; i < e->recipients.count && land; i++) {
        sg_ent foe = r->d->ents[e->recipients.at[i]]; /* "Kenyan mobs torched banks" */
        if (foe.country || !foe.sector) continue;
        foe.country = land;
        foe.cameo = sg_printf(r->a, "%s%s", land, foe.sector);
        e->recipients.at[i] = sg_new_ent(r, foe);
    }
}

/* "anti-Japanese protests", "anti-government rallies": whom such an adjective names. Of an office or a body that is named
 * so, the country is that of those who act. */
static void foes(sg_reader *r, sg_ev *e) {
    bool open = e->type && !strcmp(e->type, "PROTEST") && !e->recipients.count;
    for (uint32_t c = open ? tk(r, e->head)->child : NONE; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND) continue;
        sg_str rest = tk(r, c)->key, prefix, joint;
        if (!sg_cut(&rest, ' ', &prefix) || !sg_cut(&rest, ' ', &joint) || !sg_eqz(joint, "-") || !rest.n) continue;
        const sg_looked before = sg_lexicon_look(r->d->lex, prefix);
        if (!sg_kind_value(&before, "foe")) continue;
        sg_rows lands = sg_lexicon_find(r->d->lex, SG_T_COUNTRIES, rest),
                roles = sg_lexicon_find(r->d->lex, SG_T_ROLES, rest);
        const sg_ent *home = e->actors.count ? &r->d->ents[e->actors.at[0]] : NULL;
        const sg_row *row = lands.count ? lands.row[0] : roles.count && home ? roles.row[0] : NULL;
        const char *country = lands.count ? row->cell[1] : home ? home->country : NULL;
        const char *sector = lands.count || !row ? NULL : value(row->cell[1]);
        if (!row || !country || strlen(country) != 3 || (!lands.count && !sector)) continue;
        sg_ent who = {.first = c,
                      .last = c,
                      .head = c,
                      .country = country,
                      .sector = sector,
                      .cameo = sector ? sg_printf(r->a, "%s%s", country, sector) : country,
                      .by = lands.count ? SG_BY_NAME : SG_BY_DESCRIPTION,
                      .name_by = SG_BY_NAME,
                      .group = true,
                      .same = NONE,
                      .row = {row}};
        sg_add_id(r, &e->recipients, sg_new_ent(r, who));
        return;
    }
}

/* "the Beirut massacre", "the Geneva talks": a city's name before the noun says where it was, and whom it hit; of "riots
 * spread from Nairobi" no government is the doer. */
static void drop_venues(sg_reader *r, uint32_t noun, const char *type, sg_ids *ids, sg_ids *hit) {
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &r->d->ents[ids->at[i]];
        const char *kind = sg_is_land(e) ? e->row[0]->cell[C_KIND] : "";
        bool city = !strcmp(kind, "capital") || !strcmp(kind, "city");
        bool before = e->head != NONE && tk(r, e->head)->head == noun && tk(r, e->head)->deprel == SG_DEP_COMPOUND;
        bool assault = !strcmp(type, "ASSAULT");
        if (city && !strcmp(type, "PROTEST")) continue;
        if (!city || !before || (!assault && strcmp(type, "CONSULT") != 0)) ids->at[n++] = ids->at[i];
        else if (assault) sg_add_id(r, hit, ids->at[i]);
    }
    ids->count = n;
}

void sg_drop_towns_of_papers(const sg_reader *r, sg_ids *ids) {
    size_t n = 0;
    for (size_t i = 0; i < ids->count; i++)
        if (!sg_is_named_for_town(r->d, &r->d->ents[ids->at[i]])) ids->at[n++] = ids->at[i];
    ids->count = n;
}

/* "flew to Kabul": a capital that is visited is a place, and whoever comes there is received by the government; a town is
 * the land in which it lies. */
static void receive(sg_reader *r, sg_ids *hosts) {
    for (size_t i = 0; i < hosts->count; i++) {
        sg_ent e = r->d->ents[hosts->at[i]];
        bool town = e.by == SG_BY_DESCRIPTION && same_word(e.sector, "CVL") && e.country && e.head != NONE;
        if (town && sg_in_class(r->d, e.head, SG_LIT("place"))) { /* "flew to the town" */
            e.sector = NULL, e.cameo = e.country;
            hosts->at[i] = sg_new_ent(r, e);
            continue;
        }
        if (!sg_is_land(&e) || e.sector || strcmp(e.row[0]->cell[C_KIND], "capital") != 0 || strlen(e.country) != 3)
            continue;
        e.sector = "GOV";
        e.cameo = sg_printf(r->a, "%sGOV", e.country);
        hosts->at[i] = sg_new_ent(r, e);
    }
}

/* Is the land one of those who act, and they its state or who serves it? */
static bool is_ruled_by(const sg_ent *land, const sg_reader *r, const sg_ids *actors) {
    for (size_t i = 0; i < actors->count; i++) {
        const sg_ent *who = &r->d->ents[actors->at[i]];
        bool organ = !who->sector || sg_list_has("GOV|MIL|COP", sg_str_of(who->sector));
        if (!organ || !same_word(who->country, land->country)) return false;
    }
    return actors->count > 0;
}

/* Is one of the verb's things, named before the place, where people are: "razed houses in Jenin", wherever the tree hangs
 * it? */
static bool has_dwelling(const sg_reader *r, uint32_t verb, uint32_t place) {
    for (uint32_t c = tk(r, verb)->child; c != NONE && c < place; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool thing = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NSUBJ_PASS;
        if (thing && sg_in_class(r->d, c, SG_LIT("dwelt"))) return true;
    }
    return false;
}

/* "Houses in Jenin", "a Lyon cafe": does the place tell where something is in which people are? */
static bool is_where_people_are(const sg_reader *r, const sg_ent *place) {
    uint32_t t = place->head;
    if (t == NONE) return false;
    if (tk(r, t)->deprel == SG_DEP_OBL && tk(r, t)->head != NONE) return has_dwelling(r, tk(r, t)->head, t);
    for (int n = 0; t != NONE && n < 3; n++) {
        uint8_t rel = tk(r, t)->deprel;
        bool inside = rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND;
        t = inside ? tk(r, t)->head : NONE;
        if (t != NONE && sg_in_class(r->d, t, SG_LIT("dwelt"))) return true;
    }
    return false;
}

/* "The army shelled Hama", "a curfew on Moscow", of their own state, and whoever flattens houses in a town or gasses it:
 * it is the people there to whom it is done. A capital that is attacked ("a raid on Baghdad") is no government. */
static void hit_people(sg_reader *r, sg_ev *e) {
    bool assault = e->type && !strcmp(e->type, "ASSAULT");
    if (!assault && (!e->type || strcmp(e->type, "COERCE") != 0)) return;
    bool gas = assault && same_word(e->mode, "unconventional");
    for (size_t i = 0; i < e->recipients.count; i++) {
        sg_ent who = r->d->ents[e->recipients.at[i]];
        if (!sg_is_land(&who) || who.by != SG_BY_NAME) continue;
        const char *kind = who.row[0]->cell[C_KIND];
        bool capital = !strcmp(kind, "capital");
        bool state = sg_list_has("name|variant|official", sg_str_of(kind)); /* "Bulgaria's tanks" */
        if (assault && state) continue;
        if (assault && capital && same_word(who.sector, "GOV")) {
            who.sector = NULL, who.cameo = who.country;
            e->recipients.at[i] = sg_new_ent(r, who);
        }
        bool people = gas || is_ruled_by(&who, r, &e->actors) || (assault && is_where_people_are(r, &who));
        if (!people || !who.country || (who.sector && !capital)) continue;
        who.sector = "CVL";
        who.cameo = sg_printf(r->a, "%sCVL", who.country);
        e->recipients.at[i] = sg_new_ent(r, who);
    }
}

/* The one state that all of them govern or are, or NULL. */
static const char *ruled_land(const sg_reader *r, const sg_ids *rulers) {
    const char *land = NULL;
    for (size_t i = 0; i < rulers->count; i++) {
        const sg_ent *who = &r->d->ents[rulers->at[i]];
        bool rules = !who->sector || sg_list_has("GOV|MIL|LEG|COP", sg_str_of(who->sector));
        if (!rules || !who->country || (land && strcmp(land, who->country) != 0)) return NULL;
        land = who->country;
    }
    return land && sg_land_is_state(land) ? land : NULL;
}

/* "imposed a curfew", "decreed emergency rule in the north": of their own land, on the people there. */
static void under_rule(sg_reader *r, sg_ev *e, const sg_frame *fr) {
    bool curfew = same_word(e->mode, "curfew"), open = same_word(e->type, "COERCE") && !e->recipients.count;
    const char *land = open && (curfew || same_word(e->mode, "martial-law")) ? ruled_land(r, &e->actors) : NULL;
    if (!land) return;
    sg_fill f;
    sg_slots(fr, "in|on|over|across|throughout|obj.in|obj.on|obj.over", &f);
    for (size_t i = 0; i < f.count; i++) {
        uint32_t t = f.tok[i];
        bool place = tk(r, t)->upos == SG_POS_PROPN || sg_in_classes(r->d, t, SG_LIT("place|territory"));
        if (!place || tk(r, t)->ent_count) continue;
        const sg_ent here = {.country = land, .group = true};
        add_own(r, &e->recipients, t, of_owner(r, &here, true));
        return;
    }
    if (curfew) sg_add_id(r, &e->recipients, folk(r, land, "CVL", NULL));
}

/* The land of a place that stands below the word: "kill 20 in Gaza"; NULL: none. */
static const char *land_below(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        const sg_ent *e = tk(r, c)->ent_count == 1 ? &r->d->ents[tk(r, c)->ent] : NULL;
        bool place = tk(r, c)->deprel == SG_DEP_OBL || tk(r, c)->deprel == SG_DEP_NMOD;
        if (place && e && sg_is_land(e)) return sg_land_is_state(e->country) ? e->country : NULL;
    }
    return NULL;
}

/* "Raids kill 20 in Gaza": a bare number that is done to is people of the place, and not the place. */
static void counted_people(sg_reader *r, sg_ev *e, const sg_frame *fr) {
    if (fr->noun || !e->type || !sg_list_has("ASSAULT|COERCE", sg_str_of(e->type))) return;
    for (size_t i = 0; i < e->recipients.count; i++)
        if (!sg_is_land(&r->d->ents[e->recipients.at[i]])) return;
    for (uint32_t c = tk(r, fr->tok)->child; c != NONE; c = tk(r, c)->next) {
        bool done = tk(r, c)->deprel == SG_DEP_OBJ || tk(r, c)->deprel == SG_DEP_NSUBJ_PASS;
        if (!done || tk(r, c)->upos != SG_POS_NUM || tk(r, c)->ent_count || sg_is_each_other(r->d, c)) continue;
        if (c + 1 < r->d->tok_count && tk(r, c + 1)->upos == SG_POS_NOUN) return; /* the tree took it for the noun's head */
        const char *land = land_below(r, fr->tok);
        if (!land) land = land_below(r, c);
        if (!land) return;
        const sg_ent here = {.country = land, .group = true, .plural = true};
        e->recipients.count = 0;
        add_own(r, &e->recipients, c, of_owner(r, &here, true));
        return;
    }
}

bool sg_is_mutual(const sg_reader *r, const sg_ev *e, uint32_t verb) {
    bool several = false; /* of one land and kind, they are those to whom it is done as well */
    for (size_t i = 1; i < e->actors.count; i++) {
        const sg_ent *a = &r->d->ents[e->actors.at[0]], *b = &r->d->ents[e->actors.at[i]];
        several |= !same_word(a->country, b->country) || !same_word(a->sector, b->sector);
    }
    for (uint32_t c = several ? tk(r, verb)->child : NONE; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_OBJ) continue;
        if (sg_is_the_other(r->d, c)) return true;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) {
            bool whose = tk(r, k)->deprel == SG_DEP_NMOD_POSS;
            if (whose && (sg_is_each_other(r->d, k) || sg_is_the_other(r->d, k))) return true;
        }
    }
    return false;
}

/* Whoever resigns did so from the office that he held, though the report comes days after. */
static void resign_from_office(sg_reader *r, sg_ev *e) {
    if (!same_word(e->type, "RETREAT") || !same_word(e->mode, "resign")) return;
    for (size_t i = 0; i < e->actors.count; i++) {
        sg_ent who = r->d->ents[e->actors.at[i]];
        bool held = who.person && who.country && same_word(who.sector, "ELI") && who.row[0];
        if (!held || who.row[0]->table != SG_T_HOLDERS) continue;
        who.sector = sg_office_sector(r->d->lex, who.row[0]->cell[H_OFFICE]);
        who.cameo = sg_printf(r->a, "%s%s", who.country, who.sector);
        e->actors.at[i] = sg_new_ent(r, who);
    }
}

/* "A string of raids": the noun that counts the deed's own; the deed's noun itself. */
static uint32_t counted_deed(const sg_reader *r, uint32_t noun) {
    uint32_t over = tk(r, noun)->head;
    bool of = tk(r, noun)->deprel == SG_DEP_NMOD && has_case(r, noun, "of", NULL) && over != NONE;
    return of && tk(r, over)->upos == SG_POS_NOUN && !tk(r, over)->ent_count ? over : noun;
}

/* "The militia behind the raid", "a group, responsible for dozens of attacks", "the gang which is behind it": who stands
 * before the deed as its doer, in the report's own words; the verb of a clause says it of what the clause hangs on. */
static void add_who_is_behind(sg_reader *r, sg_ids *ids, uint32_t noun, const sg_above *up) {
    uint32_t deed = counted_deed(r, noun), over = tk(r, deed)->head, said = deed;
    if (over == NONE || up->source != NONE) return;
    if (sg_word(r->d, over, "doer of") && has_case(r, deed, "for", NULL)) said = over;
    else if (!has_case(r, deed, "behind", NULL)) return;
    uint8_t rel = tk(r, said)->deprel;
    bool after = rel == SG_DEP_NMOD || rel == SG_DEP_AMOD || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL;
    uint32_t who = after ? tk(r, said)->head : NONE;
    if (who != NONE && who < said) sg_add_ents(r, ids, who);
}

/* "Togo's assembly ratified a pact with Mali": one side consents to the paper here, and Mali has no part in that; but
 * whoever signs one signs it with the other. */
static bool consents_alone(const sg_reader *r, const sg_row *row, uint32_t verb) {
    return row->cell[A_POS][0] == 'v' && flag(row, A_FLAGS, "recip") && sg_word(r->d, verb, "consents");
}

void sg_gather_parties(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const sg_above *up) {
    bool noun = row->cell[A_POS][0] == 'n';
    const char *actor = row->cell[A_ACTOR][0] ? row->cell[A_ACTOR] : noun ? "poss|by|of.by|adj|from" : "subj";
    const char *to = row->cell[A_RECIPIENT][0] ? row->cell[A_RECIPIENT] : noun ? "against|on|at|to|with|of" : "obj";
    if (strcmp(to, "+") == 0) sg_parties(r, fr, to, &e->recipients, NULL);
    if (actor[0] != '-') sg_parties(r, fr, actor, &e->actors, sg_behind);
    if (noun) drop_venues(r, fr->tok, row->cell[A_TYPE], &e->actors, &e->recipients);
    if (noun && !e->actors.count && same_word(value(row->cell[A_TYPE]), "ASSAULT"))
        add_who_is_behind(r, &e->actors, fr->tok, up);
    if (noun && actor[0] != '-') named_owner(r, &e->actors, up);
    if (noun && !e->actors.count && actor[0] != '-')
        add_by_participle(r, &e->actors, fr->tok, "by"); /* "an appeal lodged by X" */
    if (noun && !e->actors.count && actor[0] != '-') add_by_clause(r, &e->actors, fr->tok, NULL);
    if (noun && !e->actors.count && actor[0] != '-' && up->carrier != NONE) sg_add_above(r, &e->actors, up);
    bool open = !noun && sg_lacks_agent(r, fr->tok);
    if (open && !e->actors.count && up->actors && strcmp(actor, "subj") == 0) sg_add_above(r, &e->actors, up);
    if (!e->actors.count) beside(r, fr, actor, &e->actors, &e->recipients);
    bool mutual = !noun && sg_is_mutual(r, e, fr->tok), consents = consents_alone(r, row, fr->tok);
    e->reciprocal = mutual || (flag(row, A_FLAGS, "recip") && !consents);
    if (consents) to = "obj.with|with|obj.between|between|obj.of";
    if (mutual) e->recipients.count = 0;
    else if (e->reciprocal) gather_equals(r, e, row, fr, up, noun);
    else if (to[0] != '-') {
        bool blames = !noun && same_word(value(row->cell[A_TYPE]), "ACCUSE");
        sg_parties(r, fr, to, &e->recipients, blames ? beside_aim : sg_affected);
        if (!e->recipients.count) parties_below(r, fr, to, &e->recipients);
        if (!e->recipients.count && !noun) of_other_lands(r, fr, e);
        if (noun && !e->recipients.count)
            add_by_participle(r, &e->recipients, fr->tok, "on|against|to"); /* "curbs put on Y" */
        if (noun && !e->recipients.count) add_by_clause(r, &e->recipients, fr->tok, "on|against");
        bool of_thing = !noun && !e->recipients.count && e->speech; /* "rejected Y's request" */
        if (of_thing) sg_parties(r, fr, "obj", &e->recipients, blames ? beside_aim : sg_affected);
        sg_drop_common(r, &e->recipients, &e->actors);
        if (!e->recipients.count) beside(r, fr, to, &e->recipients, &e->actors);
    }
    sg_drop_owners(r, &e->actors), sg_drop_owners(r, &e->recipients);
    if (noun && e->reciprocal) sg_drop_kind_of_meeting(r, fr->tok, &e->actors);
    sg_drop_no_parties(r, e);
    sg_drop_towns_of_papers(r, &e->actors), sg_drop_towns_of_papers(r, &e->recipients);
    abroad(r, e, fr);
    moved_forces(r, e, fr);
    of_the_land(r, e, fr, up->carrier);
    of_the_state(r, e, fr, up);
    at_home(r, e);
    sg_drop_strange_places(r, e);
    drop_home(r, e);
    under_rule(r, e, fr);
    counted_people(r, e, fr);
    foes(r, e);
    if (e->mode && !strcmp(e->mode, "visit")) receive(r, &e->recipients);
    hit_people(r, e);
    resign_from_office(r, e);
    sg_because(r, e, "actor", row, NULL, e->first, e->last);
}
