/* refer_person.c: see refer_in.h. Pronouns: "I" and "we" are who speaks; "he" and "they" who their chain says, else who
 * stands in the clause, else who was said last. */
#include "refer_in.h"

#include "orator.h"

static uint32_t teller_behind(const sg_doc *, uint32_t sent);

/* "We demand an end to it, the statement stressed": who tells so behind what is told, where no marks of quotation do. */
static uint32_t teller_of(const sg_doc *d, const sg_ref *r) {
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    uint32_t who = r->speaker == NONE && r->context == s->voice ? teller_behind(d, d->toks[r->head].sent) : NONE;
    return who != NONE && who > r->head ? who : NONE;
}

static bool is_land_known(const sg_doc *d, uint32_t t) {
    return d->toks[t].ent_count && d->ents[d->toks[t].ent].country;
}

/* Was somebody named before who may be "he"? */
static bool follows_person(const sg_doc *d, uint32_t ref) {
    enum { SEEN = 60 };
    for (uint32_t i = ref, seen = 0; i-- > 0 && seen < SEEN; seen++) {
        const sg_tok *k = sg_head_of(d, i);
        if (k->ent_count == 1 && d->ents[k->ent].person && d->ents[k->ent].country) return true;
    }
    return false;
}

/* A pronoun that is still to be read: he who is told behind is known in the second round. */
static bool is_to_be_read(const sg_doc *d, uint32_t t) {
    uint32_t ref = d->toks[t].ref;
    if (ref == NONE || d->refs[ref].chain != NONE || d->toks[t].ent_count) return false;
    bool person = d->refs[ref].form == SG_REF_HE || d->refs[ref].form == SG_REF_SHE;
    return !person || follows_person(d, ref);
}

bool sg_is_told_behind(const sg_doc *d, uint32_t id) {
    uint32_t who = teller_of(d, &d->refs[id]);
    return who != NONE && (is_land_known(d, who) || is_to_be_read(d, who));
}

void sg_first_person(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t who = teller_of(d, r), behind = who;
    const sg_ent *teller = who != NONE && is_land_known(d, who) ? &d->ents[d->toks[who].ent] : NULL;
    bool rules = teller && teller->sector && !strcmp(teller->sector, "GOV"); /* "we" of a minister is his land */
    bool below =
        teller && !rules && d->toks[d->toks[who].head].deprel == SG_DEP_PARATAXIS; /* else sg_speaker_at finds him */
    if (who != NONE && !is_land_known(d, who) && is_to_be_read(d, who)) return;
    if (below) {
        sg_copy_all(d, r->head, who, SG_BY_PRONOUN, false);
        return;
    }
    who = sg_speaker_before_colon(d, r->head);
    if (who == NONE) who = r->speaker == NONE ? sg_speaker_at(d, r->head) : d->refs[r->speaker].head;
    if (who == NONE) who = sg_speaker_of(d, id);
    bool ours = !sg_is_subject(&d->toks[r->head]); /* "Chad bombed our ports, the Libyan minister said": his land's */
    if (who == NONE && rules && ours && sg_land_is_state(teller->country)) {
        sg_countries_here(d, r->head, &(const char *){teller->country}, 1);
        return;
    }
    if (who == NONE && teller) who = behind;
    sg_copy_all(d, r->head, who, SG_BY_PRONOUN, who != NONE && d->toks[who].deprel == SG_DEP_APPOS);
}

bool sg_is_orator(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    return (r->form == SG_REF_I || r->form == SG_REF_WE) && sg_orator_in(d, r->context) != NULL;
}

/* Is the land named by an adjective or a name below a word? */
static bool names_below(const sg_doc *d, uint32_t t, const char *land, unsigned depth) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
        uint8_t rel = k->deprel;
        bool inner = rel == SG_DEP_NMOD || rel == SG_DEP_CONJ || is_modifier(k);
        if (k->upos == SG_POS_PRON || !inner) continue;
        if (e && e->by == SG_BY_NAME && e->country && !strcmp(e->country, land) && k->deprel != SG_DEP_CONJ) return true;
        if (depth && names_below(d, c, land, depth - 1)) return true;
    }
    return false;
}

/* "It denounced the Iraqi threats", "it demanded that Iraq withdraw": whoever he is, he is not Iraq. */
static bool is_another(const sg_doc *d, uint32_t t, const char *land) {
    enum { DEEP = 2 };
    const sg_tok *it = &d->toks[t];
    if (it->deprel != SG_DEP_NSUBJ || it->head == NONE) return false;
    for (uint32_t c = d->toks[it->head].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        uint32_t who = k->deprel == SG_DEP_OBJ ? c : NONE;
        for (uint32_t g = k->child; k->deprel == SG_DEP_CCOMP && g != NONE; g = d->toks[g].next)
            if (sg_is_subject(&d->toks[g])) who = g;
        const sg_ent *e = who != NONE && d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
        if (e && e->by == SG_BY_NAME && !e->sector && e->country && !strcmp(e->country, land)) return true;
        if (k->deprel == SG_DEP_OBJ && names_below(d, c, land, DEEP)) return true;
    }
    return false;
}

/* The body or land that did something last, and is not this one. */
static uint32_t another_before(const sg_doc *d, uint32_t t, const char *than) {
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;) {
        const sg_tok *k = &d->toks[i];
        if (k->sent == d->toks[t].sent || !sg_is_subject(k) || !sg_want_body(d, k)) continue;
        const char *land = d->ents[k->ent].country;
        if (land && strcmp(land, than) != 0) return i;
    }
    return NONE;
}

/* "Peru is to bring home 300 of its people": one's own, unless they are harmed, blamed or asked by another. */
static bool is_of_doer(const sg_doc *d, uint32_t verb, uint32_t noun) {
    enum { TYPE = 2 };
    static const char people[] = "CVL|MIL|LAB|EDU|MED|AGR|COP|SPY|BUS";
    const sg_hit *h = sg_hit_over(d, noun, SG_T_ROLES, SG_T_ROLES);
    bool some = h && h->head == noun && sg_list_has(people, sg_str_of(h->row->cell[R_SECTOR]));
    if (!some && !sg_noun_row(d, noun, "people")) return false;
    if (grammar(d, noun, "over against") || grammar(d, noun, "peer") || grammar(d, verb, "facing")) return false;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("ASSAULT|COERCE|ACCUSE|THREATEN|SANCTION|REJECT", sg_str_of(rows.row[i]->cell[TYPE]))) return false;
    return true;
}

uint32_t sg_own_of_subject(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    bool counted = noun && noun->deprel == SG_DEP_NMOD && noun->head != NONE; /* "200 of its citizens" */
    if (counted && d->toks[noun->head].upos == SG_POS_NUM) noun = &d->toks[noun->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->deprel != SG_DEP_OBJ || noun->head == NONE) return NONE;
    if (noun->head > t || (!grammar(d, noun->head, "on-own") && !is_of_doer(d, noun->head, k->head))) return NONE;
    for (uint32_t c = d->toks[noun->head].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (d->toks[c].deprel == SG_DEP_NSUBJ && e && e->group && !e->person && e->country && e->by == SG_BY_NAME) return c;
    }
    return NONE;
}

uint32_t sg_own_of_joined(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->deprel != SG_DEP_CONJ || noun->head == NONE || noun->head > t)
        return NONE;
    const sg_tok *to = &d->toks[noun->head]; /* but "Chad and its former colonial power" are two lands */
    if (!sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES)) return NONE;
    const sg_ent *e = to->ent_count == 1 ? &d->ents[to->ent] : NULL;
    return e && e->by == SG_BY_NAME && !e->person && sg_refer_is_state(e) ? noun->head : NONE;
}

/* The subject of a verb, with its party; NONE where there is none. */
static uint32_t subject_of(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c]) && d->toks[c].ent_count == 1) return c;
    return NONE;
}

/* "Benin demanded that Niger free two of its officers", "asked Chad to return its plane": whose they are wants them back. */
static uint32_t own_of_asker(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->head == NONE) return NONE;
    if (grammar(d, k->head, "captive")) return NONE; /* "its prisoners" are held there */
    if (noun->deprel == SG_DEP_NMOD && d->toks[noun->head].upos == SG_POS_NUM)
        noun = &d->toks[noun->head]; /* "two of its" */
    uint32_t verb = noun->deprel == SG_DEP_OBJ ? noun->head : NONE;
    if (verb == NONE || !grammar(d, verb, "gives back")) return NONE;
    uint8_t rel = d->toks[verb].deprel;
    uint32_t asks = rel == SG_DEP_CCOMP || rel == SG_DEP_XCOMP ? d->toks[verb].head : NONE;
    if (asks == NONE || !sg_is_known_as(d, asks, SG_T_OPERATORS, "ask|demand")) return NONE;
    uint32_t who = subject_of(d, sg_verb_with_subject(d, asks));
    const sg_ent *e = who == NONE ? NULL : &d->ents[d->toks[who].ent];
    return e && sg_refer_is_state(e) && !e->person && e->by == SG_BY_NAME ? who : NONE;
}

static uint32_t root_of(const sg_doc *d, uint32_t sent) {
    const sg_sent *s = &d->sents[sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (d->toks[i].head == NONE && d->toks[i].upos != SG_POS_PUNCT) return i;
    return NONE;
}

/* "..., aid workers say": who only tells the news. */
static bool is_teller(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    return k->deprel == SG_DEP_NSUBJ && k->head != NONE && d->toks[k->head].deprel == SG_DEP_PARATAXIS;
}

uint32_t sg_own_of_clause(const sg_doc *d, uint32_t t, uint8_t form) {
    bool person = form == SG_REF_HE || form == SG_REF_SHE, they = form == SG_REF_THEY;
    if (!person && !they && form != SG_REF_IT) return NONE;
    const sg_tok *k = &d->toks[t], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || !sg_is_subject(noun) || noun->head == NONE) return NONE;
    if (person && sg_is_capital(noun)) return NONE; /* "His Excellency", but "Its Foreign Ministry" */
    const sg_tok *verb = &d->toks[noun->head];
    bool joined = (verb->deprel == SG_DEP_CONJ || verb->deprel == SG_DEP_PARATAXIS) && verb->head != NONE && verb->head < t;
    bool opens = t == d->sents[k->sent].first && verb->head == NONE && k->sent && !d->sents[k->sent - 1].in_title;
    uint32_t who = joined ? subject_of(d, verb->head) : opens ? subject_of(d, root_of(d, k->sent - 1)) : NONE;
    const sg_ent *e = who == NONE ? NULL : &d->ents[d->toks[who].ent];
    if (they) { /* "The rebels left. Their leader": several, by whatever word */
        bool many = e && e->country && d->toks[who].upos == SG_POS_NOUN && (d->toks[who].bits & SG_FEAT_PLUR);
        return many && !is_teller(d, who) ? who : NONE;
    }
    bool fits = e && (person ? e->person && !e->plural : e->group && !e->person);
    return fits && e->country && e->by != SG_BY_DESCRIPTION && e->by != SG_BY_PRONOUN ? who : NONE;
}

/* Is somebody told of in the sentence before the word, whom the pronoun could be? */
static bool another_stands_before(const sg_doc *d, uint32_t t, bool person) {
    for (uint32_t i = d->sents[d->toks[t].sent].first; i < t; i++) {
        if (sg_meets(d, t, i)) continue;
        const sg_ent *e = d->toks[i].ent_count && !is_modifier(&d->toks[i]) ? &d->ents[d->toks[i].ent] : NULL;
        if (e && (person ? e->person && !e->plural : !e->person || e->plural)) return true;
    }
    return false;
}

/* The subject of whom a sentence is: in "X left, the agency reported" it is X. */
static uint32_t theme_of(const sg_doc *d, uint32_t sent) {
    uint32_t root = root_of(d, sent);
    for (uint32_t c = root == NONE ? NONE : d->toks[root].child; c != NONE && c < root; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CCOMP) return subject_of(d, c);
    return subject_of(d, root);
}

/* "X backed the plan, but President Y does not agree. He ...": of two who do something in a sentence, the last. */
static uint32_t last_theme_of(const sg_doc *d, uint32_t sent) {
    uint32_t root = root_of(d, sent), last = NONE;
    for (uint32_t c = root == NONE ? NONE : d->toks[root].child; c != NONE; c = d->toks[c].next)
        if (c > root && d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].upos == SG_POS_VERB) last = c;
    uint32_t who = subject_of(d, last);
    return who != NONE && d->ents[d->toks[who].ent].person ? who : theme_of(d, sent);
}

/* Does the sentence follow on another of the same voice, which is a whole one and no headline? */
static bool goes_on_from(const sg_doc *d, uint32_t sent) {
    const sg_sent *s = &d->sents[sent], *before = sent ? s - 1 : NULL;
    if (!before || before->in_title || before->voice != s->voice || !before->count) return false;
    return d->toks[before->first + before->count - 1].upos == SG_POS_PUNCT;
}

/* Does the verb name him as whom it is done to: "Y met X. He told X"? */
static bool is_dealt_with(const sg_doc *d, uint32_t verb, const sg_ent *e) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool done = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL;
        const sg_ent *o = done && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        if (o && o->name && e->name && !strcmp(o->name, e->name)) return true;
    }
    return false;
}

/* "President X spoke of a slander. Prime Minister Y ruled out an apology. He scolded them": who does the next thing is the
 * one of whom the sentence before was, and not he of whom most of the text is; in a quotation others speak of him. */
static uint32_t own_of_before(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE, they = r->form == SG_REF_THEY;
    if ((!person && !they) || !sg_is_subject(k) || r->speaker != NONE || k->head == NONE) return NONE;
    if (d->toks[k->head].head != NONE || !goes_on_from(d, k->sent)) return NONE;
    if (another_stands_before(d, r->head, person)) return NONE;
    uint32_t who = person ? last_theme_of(d, k->sent - 1) : theme_of(d, k->sent - 1);
    uint32_t ref = who == NONE ? NONE : d->toks[who].ref;
    const sg_ent *e = who == NONE ? NULL : &d->ents[d->toks[who].ent];
    bool plural = who != NONE && (d->toks[who].bits & SG_FEAT_PLUR); /* "the army" may be "it" */
    if (!e || !e->country || (they ? !plural : plural || e->plural || !e->person)) return NONE;
    if ((ref != NONE && sg_blames_own_side(d, r->head, ref)) || is_dealt_with(d, k->head, e)) return NONE;
    return ref == NONE || sg_may_be_of_sex(&d->refs[ref], r) ? who : NONE;
}

/* "They marched against it. They called for ...", of people who march. */
static bool they_go_on(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    uint32_t who = r->form == SG_REF_THEY ? own_of_before(d, r) : NONE, ref = who == NONE ? NONE : d->toks[who].ref;
    const sg_ent *e = ref == NONE || d->refs[ref].form != r->form ? NULL : &d->ents[d->toks[who].ent];
    return e && e->sector && !strcmp(e->sector, "CVL"); /* those who march, and not those against whom they do */
}

/* Several: "students", "14 union and party leaders", of whom the first stands in the singular. */
static bool are_several(const sg_doc *d, uint32_t t) {
    bool several = (d->toks[t].bits & SG_FEAT_PLUR) != 0;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        several |= d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count && (d->toks[c].bits & SG_FEAT_PLUR);
    return several;
}

/* "Police arrested ten students. They were released", "A judge charged six of them": to those who were taken the next is
 * done, not to who took them. */
static uint32_t taken_before(const sg_doc *d, const sg_ref *r) {
    static const char next[] = "ASSAULT|COERCE|RETREAT|SANCTION|AID|CONCEDE|ACCUSE";
    uint32_t many = sg_part_before(d, r->head);
    const sg_tok *k = &d->toks[many == NONE ? r->head : many];
    bool done = k->deprel == SG_DEP_NSUBJ_PASS || (k->deprel == SG_DEP_OBJ && k->head < r->head);
    uint32_t verb = r->form == SG_REF_THEY && done ? k->head : NONE;
    if (verb == NONE || r->speaker != NONE || !goes_on_from(d, k->sent)) return NONE;
    uint32_t first = root_of(d, k->sent - 1);
    bool taken = first != NONE && grammar(d, first, "takes captive") && subject_of(d, first) != NONE;
    if (!taken || !sg_is_known_as(d, verb, SG_T_ACTS, next)) return NONE;
    for (uint32_t c = d->toks[first].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->sector && e->country && are_several(d, c)) return c;
    }
    return NONE;
}

/* The people who did what the sentence tells: also "thousands of students". */
static uint32_t doers_in(const sg_doc *d, uint32_t sent) {
    uint32_t root = root_of(d, sent);
    for (uint32_t c = root == NONE ? NONE : d->toks[root].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ) continue;
        if (d->toks[c].ent_count == 1) return c;
        bool many = !d->toks[c].ent_count && sg_says(d, c, "many");
        for (uint32_t of = many ? d->toks[c].child : NONE; of != NONE; of = d->toks[of].next)
            if (d->toks[of].deprel == SG_DEP_NMOD && d->toks[of].ent_count == 1) return of;
    }
    return NONE;
}

/* Is one of these named in the sentence behind its verb, as whom or at whom it is done? */
static bool is_faced_in(const sg_doc *d, uint32_t sent, const sg_ent *e) {
    uint32_t root = root_of(d, sent), end = d->sents[sent].first + d->sents[sent].count;
    for (uint32_t t = root == NONE ? end : root + 1; t < end; t++) {
        const sg_ent *o = d->toks[t].ent_count == 1 && !is_modifier(&d->toks[t]) ? &d->ents[d->toks[t].ent] : NULL;
        if (o && o->country && o->sector && !strcmp(o->country, e->country) && !strcmp(o->sector, e->sector)) return true;
    }
    return false;
}

/* "Students stoned the police. The police drove them off": those hit back at whom the sentence before was about. */
static uint32_t hit_back(const sg_doc *d, const sg_ref *r) {
    static const char next[] = "ASSAULT|COERCE|SANCTION";
    uint32_t many = sg_part_before(d, r->head);
    const sg_tok *k = &d->toks[many == NONE ? r->head : many];
    bool done = r->form == SG_REF_THEY && k->deprel == SG_DEP_OBJ && k->head < r->head && r->speaker == NONE;
    if (!done || !goes_on_from(d, k->sent) || !sg_is_known_as(d, k->head, SG_T_ACTS, next)) return NONE;
    uint32_t by = sg_clause_subject(d, r->head), who = doers_in(d, k->sent - 1);
    const sg_ent *e = by != NONE && d->toks[by].ent_count == 1 ? &d->ents[d->toks[by].ent] : NULL;
    const sg_ent *o = who != NONE ? &d->ents[d->toks[who].ent] : NULL;
    if (!e || !o || !e->country || !e->sector || !o->country || !o->sector || !are_several(d, who)) return NONE;
    bool same = !strcmp(e->country, o->country) && !strcmp(e->sector, o->sector);
    return !same && is_faced_in(d, k->sent - 1, e) ? who : NONE;
}

/* "The government and rebels met. They signed a truce", "Egypt urged them to stop": both of whom the sentence before was. */
static bool are_both_before(sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool done = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ;
    if (r->form != SG_REF_THEY || (k->deprel != SG_DEP_NSUBJ && !done) || r->speaker != NONE) return false;
    if (k->head == NONE || d->toks[k->head].head != NONE || !goes_on_from(d, k->sent)) return false;
    uint32_t root = root_of(d, k->sent - 1), one = subject_of(d, root), two = NONE;
    for (uint32_t c = root == NONE ? NONE : d->toks[root].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count) return false;
    for (uint32_t c = one == NONE ? NONE : d->toks[one].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].ent_count == 1 && two == NONE) two = c;
    if (one == NONE || two == NONE) return false;
    const sg_ent *a = &d->ents[d->toks[one].ent], *b = &d->ents[d->toks[two].ent];
    bool told = a->sector && b->sector && a->country && b->country;
    if (!told || strcmp(a->sector, b->sector) == 0) return false;
    sg_copy_all(d, r->head, one, SG_BY_PRONOUN, true);
    return true;
}

/* Can it be the one to whom something is done: one person where "he" stands, one land or body where "it" does? */
static bool may_be_done_to(const sg_doc *d, uint32_t t, bool person) {
    uint8_t rel = d->toks[t].deprel;
    const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
    bool beside = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL;
    if (!person) return e && e->group && !e->person && e->country && (beside || rel == SG_DEP_NMOD);
    bool one = e && !e->plural && !(d->toks[t].bits & SG_FEAT_PLUR);
    bool folk = rel == SG_DEP_OBJ && sg_noun_row(d, t, "person"); /* "arrested a student and beat him" */
    return beside && one && (e->person || folk);
}

/* "X rang Y and briefed him", "X rang Y to thank him", "X cut its ties with Y, accusing it": whoever does both is not he,
 * but the one to whom the first was done; NONE where that is nobody, or where there are several. */
static uint32_t other_of_doer(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE, it = r->form == SG_REF_IT;
    bool done = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ || k->deprel == SG_DEP_OBL;
    uint32_t verb = (person || it) && done ? k->head : NONE, first = verb == NONE ? NONE : d->toks[verb].head, who = NONE;
    if (first == NONE || first > verb || d->toks[first].upos != SG_POS_VERB) return NONE;
    if (it ? d->toks[verb].deprel != SG_DEP_ADVCL
           : d->toks[verb].deprel != SG_DEP_CONJ && d->toks[verb].deprel != SG_DEP_ADVCL)
        return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c])) return NONE;
    for (uint32_t c = d->toks[first].child; c != NONE && c < verb; c = d->toks[c].next) {
        uint32_t on = it && d->toks[c].deprel == SG_DEP_OBJ && !d->toks[c].ent_count ? d->toks[c].child : NONE;
        uint32_t at = may_be_done_to(d, c, person) ? c : NONE; /* "its ties with Y" */
        for (; on != NONE && at == NONE; on = d->toks[on].next) at = may_be_done_to(d, on, person) ? on : NONE;
        if (at == NONE) continue;
        if (who != NONE) return NONE;
        who = at;
    }
    uint32_t ref = who == NONE ? NONE : d->toks[who].ref;
    bool fits = who != NONE && (person || d->ents[d->toks[who].ent].country);
    return fits && (ref == NONE || sg_may_be_of_sex(&d->refs[ref], r)) ? who : NONE;
}

/* Have both verbs the same pronoun of the first person as their subject, or the second none of its own? */
static bool same_speaker(const sg_doc *d, uint32_t first, uint32_t verb) {
    uint32_t one = NONE, two = NONE;
    for (uint32_t c = d->toks[first].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c])) one = c;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c])) two = c;
    if (two == NONE) return true;
    bool pronouns = one != NONE && d->toks[one].upos == SG_POS_PRON && d->toks[two].upos == SG_POS_PRON;
    return pronouns && (d->toks[one].bits & d->toks[two].bits & SG_FEAT_P1);
}

/* "We congratulate the delegation of Chad and wish them success": those to whom the first is done; with those joined to
 * them. NONE where it is one person, a thing, or nobody. */
static uint32_t others_of_doer(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool done = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ;
    uint32_t verb = r->form == SG_REF_THEY && done ? k->head : NONE, first = verb == NONE ? NONE : d->toks[verb].head;
    if (first == NONE || first > verb || d->toks[verb].deprel != SG_DEP_CONJ || !same_speaker(d, first, verb)) return NONE;
    for (uint32_t c = d->toks[first].child; c != NONE && c < verb; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && (!e->person || e->plural || d->toks[c].ent_count > 1)) return c;
    }
    return NONE;
}

/* Is the verb one of these operators that a clause follows, by the tables? */
static bool takes_words(const sg_doc *d, uint32_t verb, const char *ops) {
    enum { POS = 1, OP = 2, SLOTS };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++) {
        bool told = rows.row[i]->cell[POS][0] == 'v' && sg_list_has(ops, sg_str_of(rows.row[i]->cell[OP]));
        if (told && sg_list_has(rows.row[i]->cell[SLOTS], SG_LIT("ccomp"))) return true;
    }
    return false;
}

/* Does the verb tell what somebody says, by the tables? */
static bool is_saying(const sg_doc *d, uint32_t verb) {
    return takes_words(d, verb, "say");
}

/* Does it tell what somebody says of his own deeds, to nobody by name: "warned that it would hit back"? */
static bool is_announcing(const sg_doc *d, uint32_t verb) {
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_IOBJ) return false;
    return takes_words(d, verb, "threaten|promise|agree|announce");
}

/* Can "he" be the one who is spoken to: one person, by name or by a word for people? No press conference, no parliament. */
static bool may_be_person(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (k->ent_count) return d->ents[k->ent].person;
    return k->upos == SG_POS_PRON || k->upos == SG_POS_PROPN || sg_noun_row(d, t, "person");
}

/* Has the verb the subject of the one above it: "met X and said", "is quoted as saying", "urged X to stop, saying"? */
static bool goes_on(const sg_doc *d, uint32_t verb) {
    const uint32_t form = d->toks[verb].bits;
    bool as = false, mark = false, gerund = (form & SG_FEAT_GER) || ((form & SG_FEAT_PART) && !(form & SG_FEAT_PAST));
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        mark |= d->toks[c].deprel == SG_DEP_MARK || d->toks[c].deprel == SG_DEP_AUX;
        as |= d->toks[c].deprel == SG_DEP_MARK && sg_eqz(d->toks[c].key, "as");
    }
    return d->toks[verb].deprel == SG_DEP_CONJ || ((as || (gerund && !mark)) && d->toks[verb].deprel == SG_DEP_ADVCL);
}

/* "A spokesman for the group said it had": the body for which somebody speaks; NONE: he speaks for none of which words tell. */
static uint32_t body_spoken_for(const sg_doc *d, uint32_t who) {
    static const char *const cases[] = {"for", "of"};
    const sg_ent *e = d->toks[who].ent_count == 1 ? &d->ents[d->toks[who].ent] : NULL;
    if (!e || !e->person || !grammar(d, who, "speaks for")) return NONE;
    for (uint32_t c = d->toks[who].child; c != NONE; c = d->toks[c].next) {
        const sg_ent *body = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool behind = d->toks[c].deprel == SG_DEP_NMOD && sg_author_case(d, c, cases, 2);
        if (behind && body && body->country && body->group) return c;
    }
    return NONE;
}

/* "The president told reporters after talks with the minister that he would", "The party boycotted the vote in parliament
 * and said it would": whoever says so, unless to one other. */
static uint32_t own_of_said(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    uint32_t clause = k->head, verb = clause == NONE || k->deprel != SG_DEP_NSUBJ ? NONE : d->toks[clause].head;
    if ((!person && r->form != SG_REF_IT) || verb == NONE || verb > r->head) return NONE;
    if (d->toks[clause].deprel != SG_DEP_CCOMP) return NONE;
    if (!is_saying(d, verb) && !is_announcing(d, verb)) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_AUX_PASS) return NONE;
        bool one = (rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) && !(d->toks[c].bits & SG_FEAT_PLUR);
        if (one && may_be_person(d, c)) return NONE;
    }
    uint32_t who = subject_of(d, verb), up = verb;
    while (who == NONE && goes_on(d, up)) up = d->toks[up].head, who = subject_of(d, up); /* and said */
    uint32_t served = person || who == NONE ? NONE : body_spoken_for(d, who);
    if (served != NONE) return served;
    const sg_ent *e = who == NONE || who > verb || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    if (!e || e->plural || !e->country || (person ? !e->person : e->person || !e->group)) return NONE;
    uint32_t ref = d->toks[who].ref;
    return ref == NONE || sg_may_be_of_sex(&d->refs[ref], r) ? who : NONE;
}

/* "A Chadian officer said his paratroopers": those of whom one of their sector speaks. */
static bool is_of_his_calling(const sg_doc *d, uint32_t noun, const sg_ent *e) {
    const sg_hit *h = sg_hit_over(d, noun, SG_T_ROLES, SG_T_ROLES);
    return h && h->head == noun && e->sector && !strcmp(h->row->cell[R_SECTOR], e->sector);
}

/* The word for a number of which the noun tells the whole, "one of its jets", "some of his men"; else the noun. */
static const sg_tok *counted_over(const sg_doc *d, const sg_tok *noun) {
    if (!noun || noun->deprel != SG_DEP_NMOD || noun->head == NONE) return noun;
    const sg_tok *over = &d->toks[noun->head];
    return over->upos == SG_POS_NUM || over->upos == SG_POS_PRON || over->upos == SG_POS_DET ? over : noun;
}

/* "The Joint Command reported that its forces had fallen back", "Peru's Humala said his government would not", "Chad said one
 * of its jets was lost": a body's own and a leader's are the subject of what they tell. */
static uint32_t own_of_told(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    noun = counted_over(d, noun);
    if ((r->form != SG_REF_IT && !person) || !noun || k->deprel != SG_DEP_NMOD_POSS || !sg_is_subject(noun)) return NONE;
    uint32_t clause = noun->head, verb = clause == NONE ? NONE : d->toks[clause].head;
    if (verb == NONE || verb > r->head || d->toks[clause].deprel != SG_DEP_CCOMP || !is_saying(d, verb)) return NONE;
    uint32_t who = subject_of(d, verb);
    const sg_ent *e = who == NONE || who > verb || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    if (person) {
        bool one = e && e->country && e->person && !e->plural;
        return one && (e->name || is_of_his_calling(d, k->head, e)) ? who : NONE;
    }
    return e && e->country && e->group && !e->person ? who : NONE;
}

/* Those who did something last and tell nothing. */
static uint32_t many_before(const sg_doc *d, uint32_t t) {
    for (uint32_t i = t, from = sg_reach_back(d, t); i-- > from;)
        if (sg_is_subject(&d->toks[i]) && !is_teller(d, i) && d->toks[i].sent < d->toks[t].sent &&
            sg_want_many(d, &d->toks[i]))
            return i;
    return NONE;
}

/* "the announcement of Peru that it leaves", "the claim of Chad that its troops": in what somebody's word says, he is
 * meant. */
static uint32_t own_of_word(const sg_doc *d, const sg_ref *r) {
    enum { UP = 3 };
    uint32_t t = r->head;
    for (int i = 0; i < UP && t != NONE; i++, t = d->toks[t].head) {
        uint8_t rel = d->toks[t].deprel;
        if (rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_CCOMP) break;
    }
    uint32_t noun = t == NONE ? NONE : d->toks[t].head;
    if (noun == NONE || noun > t || d->toks[noun].upos != SG_POS_NOUN || d->toks[t].upos != SG_POS_VERB) return NONE;
    bool that = false;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        that |= d->toks[c].deprel == SG_DEP_MARK && sg_eqz(d->toks[c].key, "that");
    for (uint32_t c = d->toks[noun].child; that && c != NONE && c < r->head; c = d->toks[c].next) {
        bool of = d->toks[c].deprel == SG_DEP_NMOD && sg_owning(d, c);
        const sg_ent *e = of && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && e->group && !e->person) return c;
    }
    return NONE;
}

/* "criticized Peru for its attack", "thanked her for her support": whose it is for what somebody is blamed or praised. */
static uint32_t own_of_judged(const sg_doc *d, const sg_ref *r) {
    enum { TYPE = 2 };
    const sg_tok *k = &d->toks[r->head], *deed = k->head == NONE ? NULL : &d->toks[k->head];
    bool owned = false;
    for (uint32_t c = deed && k->deprel == SG_DEP_NMOD_POSS ? deed->child : NONE; c != NONE; c = d->toks[c].next)
        owned |= d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].key, "for");
    uint32_t verb = owned && (deed->deprel == SG_DEP_OBL || deed->deprel == SG_DEP_NMOD) ? deed->head : NONE, who = NONE;
    if (verb != NONE && deed->deprel == SG_DEP_NMOD && d->toks[verb].deprel == SG_DEP_OBJ) verb = d->toks[verb].head;
    for (uint32_t c = verb == NONE || d->toks[verb].upos != SG_POS_VERB ? NONE : d->toks[verb].child; c != NONE;
         c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c < k->head && d->toks[c].ent_count) who = c;
    if (who == NONE) return NONE;
    const sg_ent *e = &d->ents[d->toks[who].ent];
    bool many = d->toks[who].ent_count > 1 || e->plural || (d->toks[who].bits & SG_FEAT_PLUR);
    bool they = r->form == SG_REF_THEY, it = r->form == SG_REF_IT;
    if (they != many || (!they && it == (bool)e->person)) return NONE;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("ACCUSE|SUPPORT", sg_str_of(rows.row[i]->cell[TYPE]))) return who;
    return NONE;
}

/* Have the tables a row of such a deed for the verb? */
static bool harms(const sg_doc *d, uint32_t verb, const char *types) {
    enum { TYPE = 2 };
    if (d->toks[verb].upos != SG_POS_VERB) return false;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(types, sg_str_of(rows.row[i]->cell[TYPE]))) return true;
    return false;
}

uint32_t sg_own_of_harmed(const sg_doc *d, const sg_ref *r) {
    enum { UP = 2 };
    bool many = r->form == SG_REF_THEY;
    uint32_t whom = d->toks[r->head].deprel == SG_DEP_NMOD_POSS ? d->toks[r->head].head : NONE;
    if ((r->form != SG_REF_IT && !many) || whom == NONE || !sg_hit_over(d, whom, SG_T_ROLES, SG_T_ROLES)) return NONE;
    for (int i = 0; i < UP && d->toks[whom].deprel == SG_DEP_NMOD && d->toks[whom].head != NONE; i++) /* "ten of its" */
        whom = d->toks[whom].head;
    uint8_t rel = d->toks[whom].deprel;
    uint32_t verb = d->toks[whom].head, first = verb == NONE ? NONE : d->toks[verb].head, body = NONE;
    if (first == NONE || first > verb) return NONE;
    if (d->toks[verb].deprel != SG_DEP_CONJ && d->toks[verb].deprel != SG_DEP_ADVCL)
        return NONE; /* "killed rebels, capturing" */
    bool passive = false, still = rel == SG_DEP_NSUBJ_PASS || (rel == SG_DEP_NSUBJ && verb == whom + 1);
    for (uint32_t c = d->toks[first].child; c != NONE && c < verb; c = d->toks[c].next) {
        bool under = d->toks[c].deprel == SG_DEP_NSUBJ_PASS;
        if (under || d->toks[c].deprel == SG_DEP_OBJ) body = c, passive = under;
    }
    if (body == NONE || (passive ? !still : rel != SG_DEP_OBJ)) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE && !passive; c = d->toks[c].next)
        if (sg_is_subject(&d->toks[c])) return NONE;
    const sg_ent *e = d->toks[body].ent_count == 1 ? &d->ents[d->toks[body].ent] : NULL;
    bool several = e && (e->plural || (d->toks[body].bits & SG_FEAT_PLUR));
    if (!e || !e->country || !e->sector || e->person || several != many) return NONE;
    return harms(d, first, "COERCE|SANCTION|ASSAULT") && harms(d, verb, "COERCE|ASSAULT") ? body : NONE;
}

/* "X met Y in Lima. They": nobody is several people; both are meant, where one of them is what the chain says, or where it
 * says nothing. */
static bool are_those_who_met(sg_doc *d, uint32_t id, uint32_t u) {
    const sg_ref *r = &d->refs[id];
    uint32_t met[MOST];
    bool subject = r->form == SG_REF_THEY && sg_is_subject(&d->toks[r->head]);
    const sg_tok *k = subject && u != NONE ? sg_head_of(d, u) : NULL;
    bool open = subject && u == NONE && r->before == NONE;
    if (!open && (!k || k->ent_count != 1 || !d->ents[k->ent].person || d->ents[k->ent].plural)) return false;
    size_t dealt = sg_dealing_parties(d, id, 1, false, met);
    bool one = open && dealt > 1;
    for (size_t i = 0; i < dealt && open; i++)
        one &= d->toks[met[i]].sent < d->toks[r->head].sent && d->ents[d->toks[met[i]].ent].person;
    for (size_t i = 0; i < dealt && !open; i++)
        one |= met[i] == d->refs[u].head && d->toks[met[i]].sent < d->toks[r->head].sent;
    if (one) sg_copy_each(d, r->head, met, dealt);
    return one;
}

/* Does a word say, by a line of the tables, what blames somebody? */
static bool is_against(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, TYPE = 2 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && !strcmp(rows.row[i]->cell[TYPE], "ACCUSE")) return true;
    return false;
}

/* "They accused the police": whoever they are, they are not the police; the object of the verb tells whom it blames. */
static const sg_ent *blamed_by(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool it = k->ref != NONE && d->refs[k->ref].form == SG_REF_IT;
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE) return NULL;
    if (!is_against(d, k->head) && !(it && sg_is_at_odds(d, k->head))) return NULL;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next) {
        bool whom = d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_IOBJ;
        const sg_ent *e = whom && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->sector && *e->sector && !e->name) return e;
    }
    return NULL;
}

static bool is_same_side(const sg_ent *a, const sg_ent *b) {
    bool land = !a->country || !b->country || !strcmp(a->country, b->country);
    return land && a->sector && b->sector && !strcmp(a->sector, b->sector);
}

/* Did a body of another sector say, ask or blame something, last before the sentence? */
static bool has_the_word(const sg_doc *d, uint32_t t, const sg_ent *than) {
    enum { FAR = 3 }; /* sentences */
    for (uint32_t i = d->sents[d->toks[t].sent].first; i-- > 0 && t - i < REACH;) {
        if (d->toks[t].sent - d->toks[i].sent > FAR) break;
        const sg_tok *k = &d->toks[i];
        const sg_ent *e = sg_is_subject(k) && k->ent_count == 1 && k->head != NONE ? &d->ents[k->ent] : NULL;
        if (!e || e->person || !e->group || !e->sector || is_same_side(e, than)) continue;
        if (sg_rows_by_lemma(d, &d->toks[k->head], SG_T_OPERATORS).count) return true;
    }
    return false;
}

bool sg_blames_own_side(const sg_doc *d, uint32_t t, uint32_t ref) {
    const sg_ent *blamed = blamed_by(d, t);
    /* one who governs may blame another land's government, whose land is not yet told; "it" asks none of its own land,
     * where somebody else of it has the word */
    uint8_t form = d->toks[t].ref != NONE ? d->refs[d->toks[t].ref].form : (uint8_t)SG_REF_HE;
    bool own = form == SG_REF_IT && blamed && has_the_word(d, t, blamed);
    if (blamed && form != SG_REF_THEY && !own && !strcmp(blamed->sector, "GOV")) return false;
    const sg_tok *k = blamed && ref != NONE ? sg_head_of(d, ref) : NULL;
    return k && k->ent_count == 1 && is_same_side(&d->ents[k->ent], blamed);
}

/* Whoever of another side did something last: one person for "he", several for "they", a body for "it"; NONE: nobody. */
static uint32_t other_doer(const sg_doc *d, const sg_ref *r, const sg_ent *than) {
    enum { FAR = 3 }; /* sentences */
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE, they = r->form == SG_REF_THEY;
    const sg_tok *it = &d->toks[r->head];
    for (uint32_t i = d->sents[it->sent].first; i-- > 0 && it->sent - d->toks[i].sent <= FAR;) {
        const sg_tok *k = &d->toks[i];
        if (!sg_is_subject(k) || !k->ent_count || is_same_side(&d->ents[k->ent], than)) continue;
        const sg_ent *e = &d->ents[k->ent];
        bool fits = they ? sg_want_many(d, k) : person ? e->person && !e->plural : e->group && !e->person;
        if (fits && e->sector) return i;
    }
    return NONE;
}

/* Whom the verb asks or blames: its object, "called on the regime", or who should do it: "demanded the regime yield". */
static uint32_t addressee_of(const sg_doc *d, uint32_t verb) {
    static const char *const on[] = {"on", "upon"};
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c < verb || d->toks[c].ent_count != 1) continue;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || (rel == SG_DEP_OBL && sg_author_case(d, c, on, 2))) return c;
    }
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        for (uint32_t k = d->toks[c].deprel == SG_DEP_CCOMP ? d->toks[c].child : NONE; k != NONE; k = d->toks[k].next)
            if (d->toks[k].deprel == SG_DEP_NSUBJ && d->toks[k].ent_count == 1) return k;
    return NONE;
}

void sg_part_sides(sg_doc *d) {
    for (uint32_t id = 0; id < d->ref_count; id++) {
        const sg_ref *r = &d->refs[id];
        const sg_tok *k = &d->toks[r->head];
        bool asks = r->form == SG_REF_THEY && k->deprel == SG_DEP_NSUBJ && k->ent_count == 1 && k->head != NONE;
        if (!asks || !sg_is_at_odds(d, k->head)) continue;
        uint32_t to = addressee_of(d, k->head);
        if (to == NONE) continue;
        const sg_ent own = d->ents[k->ent], asked = d->ents[d->toks[to].ent];
        bool ruled = asked.by == SG_BY_DESCRIPTION && !asked.person && asked.sector && !strcmp(asked.sector, "GOV");
        if (!ruled || !asked.country || !own.country) continue; /* one minister may well urge another */
        if (!is_same_side(&own, &asked)) continue;
        uint32_t other = other_doer(d, r, &asked);
        if (other == NONE) continue;
        d->toks[r->head].ent_count = 0;
        sg_copy_all(d, r->head, other, SG_BY_PRONOUN, true);
    }
}

/* Does the verb say or blame something? */
static bool tells(const sg_doc *d, uint32_t verb) {
    return d->toks[verb].upos == SG_POS_VERB && (is_saying(d, verb) || is_against(d, verb));
}

/* "..., the statement said." at the end of a long sentence, wherever the parser hung it; or NONE. */
static uint32_t teller_at_end(const sg_doc *d, uint32_t sent) {
    enum { WORDS = 4 };
    const sg_sent *s = &d->sents[sent];
    uint32_t verb = s->first + s->count;
    while (verb > s->first && d->toks[verb - 1].upos == SG_POS_PUNCT) verb--;
    if (verb-- <= s->first + WORDS || !tells(d, verb)) return NONE;
    if (d->toks[verb].deprel != SG_DEP_PARATAXIS && d->toks[verb].head != NONE) return NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < verb; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ || verb - c > 1) continue;
        uint32_t first = c;
        while (first > s->first && d->toks[first - 1].head == c) first--;
        if (first > s->first && d->toks[first - 1].upos == SG_POS_PUNCT) return c;
    }
    return NONE;
}

/* "The mines are closed, they deplored": the subject of the verb that tells so behind what is told, or NONE. */
static uint32_t teller_behind(const sg_doc *d, uint32_t sent) {
    uint32_t root = root_of(d, sent), verb = NONE;
    for (uint32_t c = root == NONE ? NONE : d->toks[root].child; c != NONE && verb == NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_PARATAXIS && c > root && tells(d, c)) verb = c;
        if ((rel == SG_DEP_CCOMP || rel == SG_DEP_PARATAXIS) && c < root && tells(d, root)) verb = root;
    }
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        uint32_t first = c; /* of "the statement" */
        while (first > d->sents[sent].first && d->toks[first - 1].head == c) first--;
        bool comma = first < c && d->toks[first].deprel == SG_DEP_PUNCT;
        comma |= first > d->sents[sent].first && d->toks[first - 1].deprel == SG_DEP_PUNCT;
        bool behind = verb != root || (c < root && comma);
        if (d->toks[c].deprel == SG_DEP_NSUBJ && behind) return c;
    }
    return verb == NONE ? teller_at_end(d, sent) : NONE;
}

/* "Speakers said ... The mines are closed, they deplored": those who had the word before, and nobody of whom they tell. */
static uint32_t own_of_teller(const sg_doc *d, const sg_ref *r, uint32_t u) {
    static const char bodies[] = "SOC|LAB|PTY|OPP|JRN|AGR|EDU|REL"; /* of others "it" may well be another */
    enum { FAR = 3 };                                               /* sentences */
    const sg_sent *s = &d->sents[d->toks[r->head].sent];
    bool they = r->form == SG_REF_THEY;
    bool another = u != NONE && sg_head_of(d, u)->sent != d->toks[r->head].sent; /* somebody else told before */
    if ((!they && r->form != SG_REF_IT) || r->speaker != NONE || teller_behind(d, d->toks[r->head].sent) != r->head)
        return NONE;
    for (uint32_t back = 1; back <= FAR && goes_on_from(d, d->toks[r->head].sent - back + 1); back++) {
        uint32_t sent = d->toks[r->head].sent - back, root = root_of(d, sent), who = teller_behind(d, sent);
        if (d->sents[sent].voice != s->voice || root == NONE) return NONE;
        if (another && (back > 1 || who == NONE)) return NONE; /* but who has just told so goes on */
        if (who == NONE && tells(d, root)) who = subject_of(d, root);
        const sg_ent *e = who == NONE || !d->toks[who].ent_count ? NULL : &d->ents[d->toks[who].ent];
        if (!e) continue;
        bool writing = e->by != SG_BY_NAME && !(d->toks[who].bits & SG_FEAT_PLUR); /* "the joint statement", "it" */
        bool many = !writing && (e->plural || (d->toks[who].bits & SG_FEAT_PLUR) || d->toks[who].ent_count > 1);
        bool body = !many && e->group && !e->person && e->sector && sg_list_has(bodies, sg_str_of(e->sector));
        return e->country && (they ? many : body) ? who : NONE;
    }
    return NONE;
}

/* "The union issued a statement. It urged ...": whoever wrote what "it" says, where "it" is nobody else. */
static uint32_t own_of_writing(const sg_doc *d, const sg_ref *r, uint32_t u) {
    static const char saying[] = "ACCUSE|REQUEST|REJECT|SUPPORT|THREATEN|AGREE";
    const sg_tok *k = &d->toks[r->head];
    if (r->form != SG_REF_IT || k->deprel != SG_DEP_NSUBJ || k->head == NONE) return NONE;
    if (u != NONE && sg_head_of(d, u)->ent_count) return NONE;
    bool says = d->toks[k->head].by_lemma.has & SG_TABLE_BIT(SG_T_OPERATORS);
    if (!says && !sg_is_known_as(d, k->head, SG_T_ACTS, saying)) return NONE;
    uint32_t first = k->sent ? d->sents[k->sent - 1].first : 0;
    for (uint32_t i = r->head; i-- > first && r->head - i < REACH;) {
        uint32_t who = sg_author_here(d, i);
        if (who != NONE) return who;
    }
    return NONE;
}

/* "Rossi in the message expressed his thanks to the president": what one utters oneself is one's own. */
static uint32_t own_of_utterer(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || noun->deprel != SG_DEP_OBJ || noun->head == NONE || noun->head > r->head)
        return NONE;
    if (!grammar(d, noun->head, "utters own")) return NONE;
    uint32_t who = subject_of(d, noun->head);
    const sg_ent *e = who == NONE || who > r->head ? NULL : &d->ents[d->toks[who].ent];
    bool one = e && !e->plural && !(d->toks[who].bits & SG_FEAT_PLUR);
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    bool fits = person ? one && e->person : r->form == SG_REF_IT ? one && !e->person : e && !(one && e->person);
    return fits && e->country ? who : NONE;
}

/* "The bridge is closed, the ministry said, and it urged drivers to wait": who has just told goes on, and nobody of whom he
 * told. */
static uint32_t own_of_teller_beside(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    if (r->form != SG_REF_IT || !sg_is_subject(k) || k->head == NONE || d->toks[k->head].deprel != SG_DEP_CONJ) return NONE;
    if (!tells(d, k->head) && !sg_is_known_as(d, k->head, SG_T_OPERATORS, "ask|demand")) return NONE;
    uint32_t who = teller_behind(d, k->sent);
    if (who == NONE || who > r->head || d->toks[who].ent_count != 1) return NONE;
    const sg_ent *e = &d->ents[d->toks[who].ent];
    return e->country && !e->person && !e->plural && !(d->toks[who].bits & SG_FEAT_PLUR) ? who : NONE;
}

/* Are both the same person, as far as is told? */
static bool is_same_person(const sg_ent *a, const sg_ent *b) {
    if (a->name && b->name) return !strcmp(a->name, b->name);
    bool land = a->country && b->country && !strcmp(a->country, b->country);
    return land && a->sector && b->sector && !strcmp(a->sector, b->sector);
}

/* One person of a known land, whom the pronoun fits by gender. */
static const sg_ent *fitting_person(const sg_doc *d, uint32_t t, const sg_ref *r) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
    if (!e || !e->person || e->plural || !e->country || (k->bits & SG_FEAT_PLUR)) return NULL;
    return k->ref == NONE || sg_may_be_of_sex(&d->refs[k->ref], r) ? e : NULL;
}

/* "The bishop wrote to the premier. He asked him ...": to whom the next thing is done is the other one of the two of whom
 * the sentence before told; NONE where there is none, or are several. */
static uint32_t other_of_two_before(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    bool done = k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_IOBJ || k->deprel == SG_DEP_OBL;
    if (!person || !done || r->speaker != NONE || !goes_on_from(d, k->sent)) return NONE;
    uint32_t doer = subject_of(d, k->head), other = NONE;
    const sg_ent *he = doer == NONE || doer > r->head || d->toks[doer].ent_count != 1 ? NULL : &d->ents[d->toks[doer].ent];
    if (!he || !he->person || d->toks[doer].upos != SG_POS_PRON) return NONE;
    bool both = false;
    for (uint32_t i = d->sents[k->sent - 1].first; i < r->head; i++) {
        const sg_ent *e = i == doer ? NULL : fitting_person(d, i, r);
        if (!e || d->toks[i].deprel == SG_DEP_NMOD_DESC) continue;
        if (is_same_person(e, he)) both = true;
        else if (other == NONE || is_same_person(e, &d->ents[d->toks[other].ent])) other = i;
        else return NONE;
    }
    return both || !sg_may_be_of_sex(&d->refs[d->toks[doer].ref], r) ? other : NONE;
}

/* "He asked him": two men in one clause, the second of whom is told apart from the first. */
static bool faces_another(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE) return false;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool done = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL;
        if (done && d->toks[c].ref != NONE && d->refs[d->toks[c].ref].form == r->form) return true;
    }
    return false;
}

/* "Accepted", "turned down the offer", "refused to go": the word answers what somebody was asked or offered; but "rejected
 * the Chadian plan" tells whose it was. */
static bool is_reply(const sg_doc *d, uint32_t verb) {
    const char *with = grammar(d, verb, "replies");
    if (!with || (d->toks[verb].deprel == SG_DEP_ACL_RELCL)) return false;
    bool whole = !strcmp(with, "yes");
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_COMPOUND_PRT) whole |= sg_eqz(d->toks[c].key, with);
        if (d->toks[c].deprel != SG_DEP_OBJ) continue;
        if (d->toks[c].upos != SG_POS_PRON && !grammar(d, c, "is asked")) return false;
        for (uint32_t k = d->toks[c].child; k != NONE; k = d->toks[k].next)
            if (d->toks[k].ent_count && d->toks[k].upos != SG_POS_PRON) return false;
    }
    return whole;
}

/* To whom a verb that asks or offers something is said, another than who says it; or NONE. */
static uint32_t asked_by(const sg_doc *d, uint32_t verb) {
    static const char *const whom[] = {"to", "on", "with"};
    uint32_t who = subject_of(d, sg_verb_with_subject(d, verb)), to = NONE;
    bool asks =
        sg_is_known_as(d, verb, SG_T_OPERATORS, "ask|demand") || sg_is_known_as(d, verb, SG_T_ACTS, "REQUEST|AGREE");
    for (uint32_t c = asks && who != NONE ? d->toks[verb].child : NONE; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        bool told = rel == SG_DEP_IOBJ || rel == SG_DEP_OBJ || (rel == SG_DEP_OBL && sg_author_case(d, c, whom, 3));
        const sg_ent *e = told && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->country && (to == NONE || d->toks[to].deprel != SG_DEP_IOBJ)) to = c;
    }
    if (to == NONE) return NONE;
    const sg_ent *a = &d->ents[d->toks[who].ent], *b = &d->ents[d->toks[to].ent];
    return a->country && !strcmp(a->country, b->country) && a->person == b->person ? NONE : to;
}

/* "Peru's premier urged his Chilean colleague to come. He declined": who answers is the one who was asked, and not he who
 * asked him. */
static uint32_t asked_before(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE || r->speaker != NONE || !is_reply(d, k->head)) return NONE;
    const sg_tok *verb = &d->toks[k->head];
    uint32_t asks = NONE;
    if (verb->deprel == SG_DEP_CONJ && verb->head != NONE && verb->head < r->head) asks = verb->head;
    else if (verb->head == NONE && goes_on_from(d, k->sent)) asks = root_of(d, k->sent - 1);
    for (uint32_t c = asks == NONE ? NONE : d->toks[asks].child; c != NONE && verb->head == NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CONJ && d->toks[c].upos == SG_POS_VERB && c > asks)
            asks = c; /* "met and asked him" */
    uint32_t to = asks == NONE ? NONE : asked_by(d, asks);
    if (to == NONE) return NONE;
    const sg_ent *e = &d->ents[d->toks[to].ent];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE, plural = (d->toks[to].bits & SG_FEAT_PLUR) != 0;
    bool fits = person ? e->person && !e->plural : r->form == SG_REF_IT ? !e->person && !plural : plural || e->plural;
    uint32_t ref = d->toks[to].ref;
    return fits && (ref == NONE || sg_may_be_of_sex(&d->refs[ref], r)) ? to : NONE;
}

/* "Rebels shelled the port. NATO jets bombed one of their camps": what one destroys is not one's own, but of those who did
 * something before; NONE where it is no such thing. */
static uint32_t own_of_struck(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head], *noun = k->head == NONE ? NULL : &d->toks[k->head];
    bool they = r->form == SG_REF_THEY;
    if (!noun || k->deprel != SG_DEP_NMOD_POSS || (!they && r->form != SG_REF_IT) || !goes_on_from(d, k->sent)) return NONE;
    bool one = noun->deprel == SG_DEP_NMOD && noun->head != NONE && d->toks[noun->head].upos == SG_POS_NUM;
    if (one) noun = &d->toks[noun->head];
    uint32_t verb = noun->deprel == SG_DEP_OBJ ? noun->head : NONE, doer = subject_of(d, verb);
    if (verb == NONE || doer == NONE || doer > r->head || !sg_is_known_as(d, verb, SG_T_ACTS, "ASSAULT")) return NONE;
    uint32_t who = theme_of(d, k->sent - 1);
    const sg_ent *e = who == NONE ? NULL : &d->ents[d->toks[who].ent], *by = &d->ents[d->toks[doer].ent];
    bool many = who != NONE && (d->toks[who].bits & SG_FEAT_PLUR);
    bool armed = e && e->country && e->sector && sg_list_has("MIL|REB|PRM|UAF|PRE", sg_str_of(e->sector));
    bool foe = armed && by->sector && !strcmp(by->sector, "MIL") && !is_same_side(e, by);
    return foe && (they ? many : !many) ? who : NONE;
}

bool sg_goes_on_with(const sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    if (asked_before(d, r) != NONE || own_of_struck(d, r) != NONE) return true;
    if (person && faces_another(d, r)) return own_of_before(d, r) != NONE;
    return they_go_on(d, id) || other_of_two_before(d, r) != NONE;
}

/* "The envoy angered the party when he announced a boycott": in a clause behind its own, the one person who does
 * something in the sentence so far, before anybody of whom an earlier one told. */
static uint32_t own_of_main_clause(const sg_doc *d, const sg_ref *r, uint32_t u) {
    const sg_tok *k = &d->toks[r->head];
    uint32_t verb = k->deprel == SG_DEP_NSUBJ ? k->head : NONE;
    bool person = r->form == SG_REF_HE || r->form == SG_REF_SHE;
    bool told_here = u != NONE && sg_head_of(d, u)->sent == k->sent;
    if (!person || verb == NONE || d->toks[verb].deprel != SG_DEP_ADVCL || told_here) return NONE;
    uint32_t main = d->toks[verb].head, who = main == NONE || main > r->head ? NONE : subject_of(d, main);
    const sg_ent *e = who == NONE || who > main ? NULL : fitting_person(d, who, r);
    if (!e) return NONE;
    for (uint32_t i = d->sents[k->sent].first; i < r->head; i++) {
        const sg_ent *other = i == who ? NULL : fitting_person(d, i, r);
        if (other && !is_same_person(other, e)) return NONE;
    }
    return who;
}

/* "It has stepped up its flights", in a delegate's speech: of his own land he says "we", unless this sentence names it. NONE:
 * it is not his land, or no other did anything before. */
static uint32_t other_than_orator(const sg_doc *d, const sg_ref *r, uint32_t u) {
    const char *land = sg_orator_in(d, r->context);
    if (!land || !sg_land_is_state(land) || u == NONE || (r->form != SG_REF_IT && r->form != SG_REF_THEY)) return NONE;
    const sg_tok *k = sg_head_of(d, u);
    if (k->ent_count != 1 || !d->ents[k->ent].country || strcmp(d->ents[k->ent].country, land) != 0) return NONE;
    for (uint32_t t = d->sents[d->toks[r->head].sent].first; t < r->head; t++)
        for (uint32_t n = 0; n < d->toks[t].ent_count; n++) {
            const char *named = d->ents[d->toks[t].ent + n].country;
            if (named && !strcmp(named, land)) return NONE;
        }
    return another_before(d, r->head, land);
}

/* "Chad and Niger deplored the arrest of two of their envoys": one land by its name, or its seat, is no "they"; where it stands
 * in a row of lands, all of them are meant. The first of the row; NONE: none is meant so. */
static uint32_t row_of_lands(const sg_doc *d, const sg_ref *r, uint32_t u) {
    if (r->form != SG_REF_THEY || u == NONE || sg_head_of(d, u)->sent != d->toks[r->head].sent) return NONE;
    uint32_t first = d->refs[u].head, lands = 0;
    if (d->toks[first].deprel == SG_DEP_CONJ) first = d->toks[first].head;
    if (first == NONE || !sg_is_subject(&d->toks[first])) return NONE;
    for (uint32_t c = first; c != NONE; c = c == first ? d->toks[c].child : d->toks[c].next) {
        if (c != first && d->toks[c].deprel != SG_DEP_CONJ) continue;
        const sg_ent *e = d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        bool land = e && !e->person && e->row[0] && e->row[0]->table == SG_T_COUNTRIES && sg_refer_is_state(e);
        if (!land || e->plural || e->by != SG_BY_NAME || (d->toks[c].bits & SG_FEAT_PLUR)) return NONE;
        lands++;
    }
    return lands > 1 ? first : NONE;
}

uint32_t sg_own_of_dealt(const sg_doc *d, const sg_ref *r) {
    static const char organs[] = "GOV|MIL|COP|LEG|JUD|SPY";
    const sg_tok *k = &d->toks[r->head];
    uint32_t noun = k->deprel == SG_DEP_NMOD_POSS && r->form == SG_REF_IT ? k->head : NONE;
    const sg_hit *h = noun == NONE ? NULL : sg_hit_over(d, noun, SG_T_ROLES, SG_T_ROLES);
    if (!h || !sg_list_has(organs, sg_str_of(h->row->cell[R_SECTOR]))) return NONE;
    uint32_t verb = sg_verb_over(d, noun), first = verb == NONE ? NONE : d->toks[verb].head;
    bool goes_on = first != NONE && first < verb && d->toks[verb].deprel == SG_DEP_CONJ && verb < noun;
    uint32_t who = goes_on && sg_is_at_odds(d, verb) ? sg_clause_subject(d, noun) : NONE;
    if (who == NONE || d->toks[who].ent_count != 1 || !sg_is_body(&d->ents[d->toks[who].ent])) return NONE;
    for (uint32_t c = d->toks[first].child; c != NONE && c < verb; c = d->toks[c].next) {
        const sg_ent *e = d->toks[c].deprel == SG_DEP_OBJ && d->toks[c].ent_count == 1 ? &d->ents[d->toks[c].ent] : NULL;
        if (e && e->by == SG_BY_NAME && !e->sector && sg_refer_is_state(e)) return c;
    }
    return NONE;
}

/* "The two sides signed four papers, among them one on fish": the things before the comma, and nobody. */
static bool are_things_before(const sg_doc *d, const sg_ref *r) {
    enum { LEAST = 3 };
    const sg_tok *k = &d->toks[r->head];
    if (r->form != SG_REF_THEY || r->head < d->sents[k->sent].first + LEAST || !grammar(d, r->head - 1, "among"))
        return false;
    const sg_tok *among = k - 1, *comma = k - 2, *thing = k - LEAST;
    return among->deprel == SG_DEP_CASE && sg_eqz(comma->form, ",") && thing->upos == SG_POS_NOUN && !thing->ent_count;
}

/* Do the tables know the verb as one by which somebody speaks or holds something: "welcomes", "urges", "believes"? */
static bool is_word_of_speakers(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, FLAGS = 8 };
    if (d->toks[verb].upos != SG_POS_VERB) return false;
    if (grammar(d, verb, "orator's stance") || sg_is_known_as(d, verb, SG_T_OPERATORS, "ask|demand|promise|agree")) return true;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(rows.row[i]->cell[FLAGS], SG_LIT("speech"))) return true;
    return false;
}

/* "My delegation condemns the raid. It thanks those who helped", in a speech: the speaker's own body goes on, and not the
 * organisation in whose hall he speaks. */
static uint32_t own_body_before(const sg_doc *d, const sg_ref *r) {
    const sg_tok *k = &d->toks[r->head];
    const char *land = sg_orator_in(d, d->sents[k->sent].voice);
    bool main = sg_is_subject(k) && k->head != NONE && k->head == d->sents[k->sent].root && k->sent;
    if (!land || !*land || r->form != SG_REF_IT || !main || !is_word_of_speakers(d, k->head)) return NONE;
    const sg_sent *before = &d->sents[k->sent - 1];
    uint32_t who = before->root == NONE ? NONE : subject_of(d, before->root);
    const sg_ent *e = who == NONE || d->toks[who].ent_count != 1 ? NULL : &d->ents[d->toks[who].ent];
    bool body = e && !e->person && !e->plural && d->toks[who].upos != SG_POS_PRON && !(d->toks[who].bits & SG_FEAT_PLUR);
    return body && e->country && !strcmp(e->country, land) && (!e->sector || !strcmp(e->sector, "GOV")) ? who : NONE;
}

void sg_third_person(sg_doc *d, uint32_t id) {
    const sg_ref *r = &d->refs[id];
    if (are_things_before(d, r)) return;
    uint32_t u = sg_told_ref(d, id), own = r->form == SG_REF_IT ? sg_own_of_joined(d, r->head) : NONE;
    if (own == NONE) own = sg_own_of_dealt(d, r);
    if (own == NONE) own = own_of_utterer(d, r);
    if (own == NONE) own = own_of_judged(d, r);
    if (own == NONE) own = sg_own_of_harmed(d, r);
    if (own == NONE && r->form == SG_REF_IT) own = own_of_word(d, r);
    if (own == NONE && r->form == SG_REF_IT) own = own_of_asker(d, r->head);
    if (own == NONE && r->form == SG_REF_IT) own = sg_own_of_subject(d, r->head);
    if (own == NONE) own = own_of_teller(d, r, u);
    if (own == NONE) own = own_of_teller_beside(d, r);
    if (own == NONE) own = own_of_told(d, r);
    if (own == NONE) own = sg_own_of_clause(d, r->head, r->form);
    if (own == NONE) own = own_of_said(d, r);
    if (own == NONE) own = asked_before(d, r);
    if (own == NONE) own = own_of_struck(d, r);
    if (own == NONE) own = own_of_main_clause(d, r, u);
    if (own == NONE) own = other_of_two_before(d, r);
    if (own == NONE && are_both_before(d, r)) return;
    uint32_t taken = own == NONE ? taken_before(d, r) : NONE;
    if (taken == NONE && own == NONE) taken = hit_back(d, r);
    if (taken != NONE) {
        sg_copy_all(d, r->head, taken, SG_BY_PRONOUN, true);
        return;
    }
    if (own == NONE) own = own_of_before(d, r);
    if (own == NONE) own = other_of_doer(d, r);
    if (own == NONE) own = own_of_writing(d, r, u);
    if (own == NONE) own = own_body_before(d, r);
    if (own != NONE) {
        sg_copy_all(d, r->head, own, SG_BY_PRONOUN, false);
        return;
    }
    own = others_of_doer(d, r);
    if (own != NONE) {
        sg_copy_all(d, r->head, own, SG_BY_PRONOUN, true);
        return;
    }
    if (r->form == SG_REF_THEY && u != NONE && is_teller(d, d->refs[u].head) && !sg_is_subject(&d->toks[r->head])) {
        uint32_t many = many_before(d, r->head);
        if (many != NONE) {
            sg_copy_all(d, r->head, many, SG_BY_PRONOUN, true);
            return;
        }
    }
    if (sg_blames_own_side(d, r->head, u)) {
        sg_copy_all(d, r->head, other_doer(d, r, blamed_by(d, r->head)), SG_BY_PRONOUN, r->form == SG_REF_THEY);
        return;
    }
    if (are_those_who_met(d, id, u)) return;
    own = other_than_orator(d, r, u);
    uint32_t row = own == NONE ? row_of_lands(d, r, u) : NONE;
    if (own != NONE || row != NONE) {
        sg_copy_all(d, r->head, row != NONE ? row : own, SG_BY_PRONOUN, row != NONE);
        return;
    }
    bool one = u != NONE && r->form == SG_REF_IT && sg_head_of(d, u)->ent_count == 1;
    const sg_ent *who = one ? &d->ents[sg_head_of(d, u)->ent] : NULL;
    if (who && sg_refer_is_state(who) && is_another(d, r->head, who->country)) {
        sg_copy_all(d, r->head, another_before(d, r->head, who->country), SG_BY_PRONOUN, false);
        return;
    }
    if (u != NONE || r->before != NONE) {
        sg_copy_ref(d, r->head, u, SG_BY_PRONOUN);
        return;
    }
    bool many = r->form == SG_REF_THEY;
    if (r->form != SG_REF_IT && !many) return; /* nobody that could be he or she */
    sg_copy_all(d, r->head, sg_antecedent_of(d, r->head, many ? sg_want_many : sg_want_body), SG_BY_PRONOUN, many);
}

/* Does the text name one so called with an office that it tells? */
static const sg_ent *told_in_office(const sg_doc *d, const sg_ent *former) {
    for (size_t i = 0; i < d->ent_count; i++) {
        const sg_ent *e = &d->ents[i];
        if (e == former || !e->person || e->plural || !e->name || !e->sector || !strcmp(e->sector, "ELI")) continue;
        bool told = e->by == SG_BY_NAME && e->row[0] && e->row[0]->table == SG_T_ROLES && e->head != NONE;
        bool same = told && e->country && !strcmp(e->country, former->country) && !strcmp(e->name, former->name);
        if (same && !d->sents[d->toks[e->head].sent].in_title) return e;
    }
    return NULL;
}

void sg_tell_namesakes(sg_doc *d) {
    for (size_t i = 0; i < d->ent_count; i++) {
        sg_ent *e = &d->ents[i];
        bool former = e->person && e->by == SG_BY_NAME && e->name && e->country && e->sector && !strcmp(e->sector, "ELI");
        const sg_ent *now = former && e->row[0] && e->row[0]->table == SG_T_HOLDERS ? told_in_office(d, e) : NULL;
        if (now) e->sector = now->sector, e->cameo = now->cameo, e->office = now->office;
    }
}
