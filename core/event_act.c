/* event_act.c: see event_in.h. One act: the row that reads its word, its contexts and mode, and what it speaks of. */
#include "event_in.h"

#include "mention.h"
#include "likely.h"

sg_ev *sg_new_ev(sg_reader *r, uint32_t head, uint32_t first, uint32_t last, const sg_above *up) {
    sg_ev *e = SG_NEW(r->a, sg_ev, 1);
    *e = (sg_ev){.head = head,
                 .first = first,
                 .last = last,
                 .object = NONE,
                 .realis = up->realis,
                 .modality = up->modality,
                 .phase = up->phase,
                 .source = up->source,
                 .hearsay = {up->hearsay[0], up->hearsay[1]},
                 .time = NONE,
                 .due = NONE,
                 .place = NONE,
                 .incident = NONE};
    if (up->bent != NONE && up->realis != SG_ACTUAL)
        sg_because(r, e, "realis", NULL, "realis: under this word", up->bent, up->bent);
    sg_find_time(r, e, up->times_at);
    r->made[head] = e;
    return e;
}

uint32_t sg_own_subject(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NSUBJ || tk(r, c)->deprel == SG_DEP_NSUBJ_PASS) return c;
    return NONE;
}

const char *sg_joined(sg_reader *r, const char *a, const char *b) {
    if (!a) return b;
    if (!b || sg_list_has(a, sg_str_of(b))) return a;
    return sg_printf(r->a, "%s|%s", a, b);
}

/* Contexts from the words of the act's own phrase. */
void sg_contexts(sg_reader *r, sg_ev *e, uint32_t t, int depth) {
    uint32_t last;
    sg_rows rows = sg_longest_rows(r->d, SG_T_CONTEXTS, t, &last);
    for (size_t i = 0; i < rows.count; i++) {
        sg_str rest = sg_str_of(rows.row[i]->cell[1]), one;
        while (sg_cut(&rest, '|', &one))
            if (!e->context || !sg_list_has(e->context, one)) {
                e->context = sg_joined(r, e->context, sg_dup(r->a, one));
                sg_because(r, e, "context", rows.row[i], NULL, t, last);
            }
    }
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool verb = tk(r, c)->upos == SG_POS_VERB;
        bool aim = rel == SG_DEP_ADVCL && !depth && (tk(r, c)->bits & SG_FEAT_INF); /* "met to settle the gas debts" */
        bool phrase = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_COMPOUND ||
                      rel == SG_DEP_AMOD || rel == SG_DEP_NSUBJ_PASS || (rel == SG_DEP_NMOD_POSS && depth) ||
                      (rel == SG_DEP_CONJ && !verb);
        if (phrase || aim) sg_contexts(r, e, c, depth + 1);
    }
}

/* "held talks last week on gas": parsers hang the topic on the light verb as often. */
static void carried_contexts(sg_reader *r, sg_ev *e, uint32_t carrier) {
    for (uint32_t c = carrier == NONE ? NONE : tk(r, carrier)->child; c != NONE; c = tk(r, c)->next) {
        bool aim = tk(r, c)->deprel == SG_DEP_ADVCL && (tk(r, c)->bits & SG_FEAT_INF);
        if (c > e->head && (tk(r, c)->deprel == SG_DEP_OBL || aim)) sg_contexts(r, e, c, 1);
    }
}

static void drop_context(sg_reader *r, sg_ev *e, const char *gone) {
    sg_str rest = sg_str_of(e->context), one;
    const char *kept = NULL;
    while (e->context && sg_cut(&rest, '|', &one))
        if (!sg_eqz(one, gone)) kept = sg_joined(r, kept, sg_dup(r->a, one));
    e->context = kept;
}

static bool any_sector(const sg_reader *r, const sg_ids *ids, const char *list) {
    for (size_t i = 0; i < ids->count; i++) {
        const char *sector = r->d->ents[ids->at[i]].sector;
        if (sector && sg_list_has(list, sg_str_of(sector))) return true;
    }
    return false;
}

/* What ministers of a field talk about is of their field: talks of defence ministers are military. */
static void contexts_by_office(sg_reader *r, sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *p = &r->d->ents[e->actors.at[i]];
        if (!p->office || !p->row[0] || p->row[0]->table != SG_T_ROLES) continue;
        sg_rows rows = sg_lexicon_find(r->d->lex, SG_T_CONTEXTS, sg_str_of(p->row[0]->cell[0]));
        for (size_t k = 0; k < rows.count; k++) e->context = sg_joined(r, e->context, rows.row[k]->cell[1]);
    }
}

/* Governments of several lands that meet, or will not; those who mediate. */
static bool is_diplomacy(const sg_reader *r, const sg_ev *e) {
    bool meets = e->type && !strcmp(e->type, "CONSULT");
    bool refuses = e->type && !strcmp(e->type, "REJECT") && same_word(e->mode, "meet");
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    const char *land = NULL;
    bool several = false, rule = refuses || same_word(e->mode, "third-party");
    for (size_t k = 0; k < 2 && (meets || refuses); k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &r->d->ents[sides[k]->at[i]];
            rule |= same_word(p->sector, "GOV");
            several |= land && p->country && strcmp(land, p->country) != 0;
            if (p->country) land = p->country;
        }
    return rule && several;
}

/* What somebody's part in an act says of its field: where judges act the law is in play; what rebels and strikers do is
 * no matter of armies unless one is on the other side. */
void sg_contexts_by_party(sg_reader *r, sg_ev *e) {
    static const char *const fields[][2] = {{"MIL", "military"},           {"JUD", "legal"},  {"LEG", "legislative"},
                                            {"REL", "religion_ethnicity"}, {"MED", "health"}, {"SPY", "intelligence"}};
    static const char irregular[] = "REB|UAF|PRM|CRM|CVL|LAB|REL|COP|OPP|EDU|JRN|AGR|BUS|NGO";
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        bool acts = any_sector(r, &e->actors, fields[i][0]);
        bool told = acts || (i && any_sector(r, &e->recipients, fields[i][0]));
        if (told && e->type) e->context = sg_joined(r, e->context, fields[i][1]);
    }
    if (e->type && !strcmp(e->type, "CONSULT")) contexts_by_office(r, e);
    if (is_diplomacy(r, e)) e->context = sg_joined(r, e->context, "diplomatic");
    bool armies = any_sector(r, &e->actors, "MIL") || any_sector(r, &e->recipients, "MIL");
    if (!armies && any_sector(r, &e->actors, irregular)) drop_context(r, e, "military");
    for (sg_ev *x = e->content; x; x = x->next) sg_contexts_by_party(r, x);
}

void sg_link_content(sg_reader *r, sg_ev *outer, sg_ev *inner, const char *link) {
    sg_ev **at = &outer->content;
    while (*at) at = &(*at)->next;
    *at = inner;
    for (; inner; inner = inner->next) {
        inner->link = inner->link ? inner->link : link;
        r->inner[inner->head] = inner;
    }
}

sg_above sg_inside(const sg_above *up, sg_realis realis) {
    sg_above in = *up;
    in.depth++;
    in.carrier = in.reach = in.bent = NONE;
    in.realis = SG_ACTUAL;
    in.modality = in.phase = NULL;
    in.subject = NONE;
    in.actors = NULL;
    in.times_at = NONE;
    sg_raise(&in.realis, realis);
    return in;
}

static bool has_id(const sg_ids *ids, uint32_t id) {
    for (size_t i = 0; i < ids->count; i++)
        if (ids->at[i] == id) return true;
    return false;
}

/* "condemned the raid on Chile": blame and praise go to who did it, not to whom it was done. */
static void spare_those_done_to(sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next) {
        size_t kept = 0;
        for (size_t i = 0; i < e->recipients.count; i++) {
            uint32_t id = e->recipients.at[i];
            if (!x->type || !has_id(&x->recipients, id) || has_id(&x->actors, id)) e->recipients.at[kept++] = id;
        }
        e->recipients.count = kept;
    }
}

/* "requested support", "offered a truce": what is asked or promised is not done yet. */
static sg_realis realis_spoken_of(const char *type) {
    if (!type) return SG_ACTUAL;
    if (!strcmp(type, "REQUEST")) return SG_DEMANDED;
    if (sg_list_has("AGREE|CONCEDE", sg_str_of(type))) return SG_PLANNED;
    return sg_list_has("REJECT|THREATEN", sg_str_of(type)) ? SG_HYPOTHETICAL : SG_ACTUAL;
}

/* A thing that is wanted, and no word for the asking ("made an appeal"), no message, nobody and no number of days. */
static bool is_asked_for(const sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NUMMOD) return false;
    if (r->made[t] || r->inner[t] || sg_noun_row(r->d, t, "person") || sg_noun_row(r->d, t, "people")) return false;
    if (sg_rows_by_lemma(r->d, tk(r, t), SG_T_OPERATORS).count) return false;
    return !sg_in_classes(r->d, t, SG_LIT("proposal|document|speech|human|party|place"));
}

/* "accused Chad of doctoring the lists", "asked that the papers be shown": what no table knows is told by its words. */
static void speaks_in_words(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const sg_above *in) {
    static const char *const slots[] = {"of", "ccomp", "for", "obj"};
    bool alleges = same_word(e->type, "ACCUSE") && same_word(e->mode, "allege"), asks = same_word(e->type, "REQUEST");
    if ((!alleges && !asks) || tk(r, e->head)->upos != SG_POS_VERB || flag(row, A_FLAGS, "fact")) return;
    sg_fill accused;
    sg_slot(fr, SG_LIT("obj"), &accused);
    for (size_t i = 0; i < sizeof slots / sizeof *slots && !e->content; i++) {
        sg_fill f;
        sg_slot(fr, sg_str_of(slots[i]), &f);
        uint32_t t = f.count ? f.tok[0] : NONE;
        if (t == NONE || r->seen[t] || tk(r, t)->ent_count || sg_is_condition(r, t)) continue;
        bool noun = tk(r, t)->upos == SG_POS_NOUN, own = tk(r, t)->head == e->head;
        own |= accused.count && tk(r, t)->head == accused.tok[0];
        bool charge = noun && own && alleges && !i && accused.count;     /* "accused him of negligence" */
        bool thing = noun && own && asks && i > 1 && is_asked_for(r, t); /* "urged restraint", "asked for more time" */
        if (tk(r, t)->upos != SG_POS_VERB && !charge && !thing) continue;
        sg_ev *inner = sg_untyped(r, t, in);
        const sg_ids *doer = &e->recipients;
        if (!inner->actors.count) sg_add_all(r, &inner->actors, doer);
        sg_drop_common(r, &inner->recipients, &inner->actors);
        inner->thing = thing;
        sg_link_content(r, e, inner, asks ? "complement" : "cause");
    }
}

/* Whom an act that another speaks of gives it: who did that. But "marched to protest against Z": both are theirs who
 * march, so those whom they are against. */
static void add_those_of(sg_reader *r, sg_ev *e, const sg_ev *inner) {
    bool protests = same_word(e->type, "PROTEST") && same_word(inner->type, "PROTEST");
    sg_add_all(r, &e->recipients, protests ? &inner->recipients : &inner->actors);
}

/* "Thanked Chad after meeting its ministers", "while visiting Peru": when it was said, and not of what; "praised it, while
 * Ghana deplored it": what another does meanwhile. */
static bool tells_when(const sg_reader *r, uint32_t clause) {
    if (tk(r, clause)->deprel != SG_DEP_ADVCL) return false;
    const char *kind = sg_own_subject(r, clause) == NONE ? "tells when" : "contrast";
    for (uint32_t c = tk(r, clause)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_MARK && sg_word(r->d, c, kind)) return true;
    return false;
}

/* "Protested over the detention of two envoys", "marched over the shooting of a miner": what the article makes known, done
 * to somebody, has happened, and is no charge. */
static bool is_known_deed(const sg_reader *r, const sg_ev *e, const char *slot, uint32_t noun) {
    static const char angry[] = "PROTEST|ACCUSE", deeds[] = "ASSAULT|COERCE|SANCTION";
    if (strcmp(slot, "over") != 0 || tk(r, noun)->upos != SG_POS_NOUN || !e->type) return false;
    if (!sg_list_has(angry, sg_str_of(e->type)) || e->realis > SG_HISTORICAL) return false;
    bool the = false, whose = false;
    for (uint32_t c = tk(r, noun)->child; c != NONE; c = tk(r, c)->next) {
        the |= tk(r, c)->deprel == SG_DEP_DET && (tk(r, c)->bits & SG_FEAT_DEF);
        whose |= tk(r, c)->deprel == SG_DEP_NMOD && has_case(r, c, "of", NULL);
        if (tk(r, c)->deprel == SG_DEP_AMOD && sg_word(r->d, c, "only thought")) return false; /* "the planned arrest" */
    }
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, noun), SG_T_ACTS);
    for (size_t i = 0; the && whose && i < rows.count; i++)
        if (rows.row[i]->cell[A_POS][0] == 'n' && sg_list_has(deeds, sg_str_of(rows.row[i]->cell[A_TYPE]))) return true;
    return false;
}

/* "Protested to Z over the detention of two of its envoys": those to whom a land protests did to its own people what they
 * are blamed for, where nobody else is said to have. */
static void lay_to_blamed(sg_reader *r, const sg_ev *e, sg_ev *inner) {
    if (!same_word(e->type, "ACCUSE") || e->actors.count != 1) return;
    if (inner->actors.count || inner->recipients.count != 1) return;
    const char *own = r->d->ents[e->actors.at[0]].country, *hurt = r->d->ents[inner->recipients.at[0]].country;
    for (size_t i = 0; i < e->recipients.count && own && same_word(own, hurt); i++)
        if (!same_word(own, r->d->ents[e->recipients.at[i]].country)) sg_add_id(r, &inner->actors, e->recipients.at[i]);
}

/* "Reacted angrily, recalling its envoy": a participle behind a comma tells what is done as well, and not what is
 * blamed. */
static bool is_done_beside(const sg_reader *r, const sg_ev *e, uint32_t verb) {
    const sg_tok *v = tk(r, verb);
    bool loose = v->deprel == SG_DEP_ADVCL && v->upos == SG_POS_VERB && (v->bits & (SG_FEAT_GER | SG_FEAT_PRES)) &&
                 !(v->bits & SG_FEAT_FIN) && verb > e->head + 1 && sg_eqz(tk(r, verb - 1)->form, ",");
    if (!loose || !same_word(e->type, "ACCUSE")) return false;
    sg_rows ops = sg_rows_by_lemma(r->d, v, SG_T_OPERATORS); /* "condemned X, warning that it would hit back" */
    for (size_t i = 0; i < ops.count; i++)
        if (sg_list_has("threaten|promise|demand|ask|refuse|agree", sg_str_of(ops.row[i]->cell[O_OP]))) return true;
    sg_frame fr = frame(r, verb, NONE, sg_own_subject(r, e->head));
    uint32_t a, b;
    const sg_row *row = sg_reading(&fr, SG_T_ACTS, &a, &b);
    return row && sg_list_has("COERCE|SANCTION|MOBILIZE", sg_str_of(row->cell[A_TYPE]));
}

/* "Miners ended a strike after Chad agreed to build houses": a word given is what the protest won, and not what it is
 * about. */
static bool is_word_given(const sg_reader *r, const sg_ev *e, uint32_t clause) {
    if (!same_word(e->type, "PROTEST") || tk(r, clause)->deprel != SG_DEP_ADVCL) return false;
    bool when = false;
    for (uint32_t c = tk(r, clause)->child; c != NONE; c = tk(r, c)->next)
        when |= (tk(r, c)->deprel == SG_DEP_MARK || tk(r, c)->deprel == SG_DEP_ADVMOD) && sg_word(r->d, c, "tells when");
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, clause), SG_T_OPERATORS);
    for (size_t i = 0; when && i < rows.count; i++)
        if (sg_list_has("agree|promise", sg_str_of(rows.row[i]->cell[O_OP]))) return true;
    return false;
}

/* Acts that an act speaks of: "condemned the launch", "thanked X for sending aid". */
static void speaks_of(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr, const sg_above *up) {
    static const char *const slots[] = {"obj", "for", "over", "of", "as", "ccomp", "advcl"};
    if (up->depth >= DEPTH) return;
    bool fact = flag(row, A_FLAGS, "fact");
    sg_realis spoken = fact ? SG_ACTUAL : realis_spoken_of(e->type);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        sg_fill f;
        sg_slot(fr, sg_str_of(slots[i]), &f);
        for (size_t k = 0; k < f.count; k++) {
            if (is_done_beside(r, e, f.tok[k]) || is_word_given(r, e, f.tok[k])) continue;
            if (r->seen[f.tok[k]] || tells_when(r, f.tok[k]) || sg_is_condition(r, f.tok[k])) continue;
            sg_above in = sg_inside(up, spoken);
            in.source = up->source;
            bool known = fact || is_known_deed(r, e, slots[i], f.tok[k]);
            if (known) in.realis = SG_ACTUAL;
            else if (spoken == SG_ACTUAL) in.modality = "alleged";
            sg_ev *inner = sg_read_word(r, f.tok[k], in);
            if (!inner) continue;
            for (sg_ev *x = inner; x; x = x->next) x->factive = known, x->background = true;
            if (!e->recipients.count) add_those_of(r, e, inner);
            else if (known && !fact) lay_to_blamed(r, e, inner);
            sg_link_content(r, e, inner, spoken == SG_ACTUAL ? "cause" : "complement");
        }
    }
    if (e->type && sg_list_has("ACCUSE|SUPPORT", sg_str_of(e->type))) spare_those_done_to(e);
    for (const sg_ev *x = e->content; x && !e->recipients.count; x = x->next) add_those_of(r, e, x);
    sg_drop_common(r, &e->recipients, &e->actors);
    if (e->content || fact) return;
    sg_above in = sg_inside(up, spoken);
    in.source = up->source;
    if (spoken == SG_ACTUAL) in.modality = "alleged";
    speaks_in_words(r, e, row, fr, &in);
}

/* "The rouble", "a weak dollar", but no sum: "ten million dollars". */
static bool is_currency(const sg_reader *r, uint32_t t) {
    if (!sg_in_class(r->d, t, SG_LIT("currency"))) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_NUMMOD) return false;
    return true;
}

/* Does a row ask for some word in the object? */
static bool wants_object(const sg_row *row) {
    sg_str rest = sg_str_of(row->cell[A_NEEDS]), need;
    while (sg_cut(&rest, ' ', &need))
        if (need.n > 4 && memcmp(need.s, "obj=", 4) == 0) return true;
    return false;
}

/* "A cold front will invade China", "a heart attack killed him", "the rouble came under attack": nature, bad luck and
 * markets do no deeds, and none are done to them; unless the network hears the act in them all the same ("raiders stole
 * two hundred goats", "froze every yen of its loans"). */
static bool by_nature(const sg_reader *r, const sg_frame *fr, const sg_row *row) {
    static const char classes[] = "animal|calamity|disaster|illness|accident|currency";
    if (sg_likely_is(r->d, fr->tok, fr->tok, value(row->cell[A_TYPE])) >= SURELY) return false;
    sg_fill f;
    sg_slot(fr, SG_LIT("obj"), &f);   /* "rescued a whale", "fled bonds" */
    bool beasts = !wants_object(row); /* but "banned cattle", which the line asks for */
    for (size_t i = 0; i < f.count; i++) {
        if (tk(r, f.tok[i])->ent_count) continue;
        if ((beasts && sg_in_class(r->d, f.tok[i], SG_LIT("animal"))) || is_currency(r, f.tok[i])) return true;
    }
    sg_slot(fr, SG_LIT("subj"), &f);
    uint32_t names[2] = {f.count && !tk(r, f.tok[0])->ent_count ? f.tok[0] : NONE, NONE};
    for (uint32_t c = names[0] == NONE ? NONE : tk(r, names[0])->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->upos == SG_POS_PROPN && tk(r, c)->deprel != SG_DEP_NMOD_POSS) names[1] = c; /* "Hurricane Ida" */
    for (size_t k = 0; k < 2; k++)
        if (names[k] != NONE && sg_in_classes(r->d, names[k], sg_str_of(classes))) return true;
    return false;
}

/* "fight the drought": such a foe is fought by other means. */
static bool on_nature(const sg_reader *r, const sg_frame *fr) {
    sg_fill f;
    sg_slots(fr, "obj|against", &f);
    return f.count && !tk(r, f.tok[0])->ent_count && sg_in_classes(r->d, f.tok[0], SG_LIT("calamity|disaster|illness"));
}

/* "X said that Y was guilty": who says it lays it to him. "Such terms are unacceptable, X said", "X said that all options
 * were open": rows whose actor nobody's slot holds are of who says them. */
static void lay_to(sg_reader *r, sg_ev *e, const sg_row *row) {
    bool due = sg_has_duty(r, e->head) && !sg_has_sign(r, e->head, "neg");
    bool blamed = due && e->type && !strcmp(e->type, "ACCUSE"); /* "that Y must bear the blame" */
    bool open = row->cell[A_ACTOR][0] == '-' && e->type;
    bool said = open && (blamed || sg_list_has("REJECT|THREATEN", sg_str_of(e->type)));
    bool laid = said || (e->type && !strcmp(e->type, "ACCUSE"));
    if (laid && e->source != NONE && !e->actors.count) sg_add_id(r, &e->actors, e->source);
    e->laid = said;
    sg_drop_common(r, &e->recipients, &e->actors);
}

/* "March", in a date, is no march. */
static bool is_month(const sg_reader *r, uint32_t t) {
    return sg_word(r->d, t, "month") && sg_in_date(r->d, t);
}

bool sg_cooperative(const sg_ev *e) {
    static const char list[] = "CONSULT|SUPPORT|COOPERATE|AID|RETREAT|CONCEDE|AGREE";
    return e->type && sg_list_has(list, sg_str_of(e->type));
}

/* "hosted talks", "paid a visit": an object that made the row fit is part of what tells the act, and no second one. */
static void take_object(sg_reader *r, sg_ev *e, const sg_row *row, const sg_frame *fr) {
    sg_str rest = sg_str_of(row->cell[A_NEEDS]), need;
    while (sg_cut(&rest, ' ', &need)) {
        static const char part[] = "obj.compound=";
        bool kind = need.n >= sizeof part && !memcmp(need.s, part, sizeof part - 1); /* "a sanctions resolution" */
        if (kind) {
            sg_fill k;
            sg_slot(fr, SG_LIT("obj.compound"), &k);
            for (size_t i = 0; i < k.count; i++) r->seen[k.tok[i]] = true;
            continue;
        }
        bool named = need.n > 4 && memcmp(need.s, "obj", 3) == 0 && (need.s[3] == '=' || need.s[3] == '~');
        if (!named || sg_eqz(need, "obj~act") || sg_eqz(need, "obj~party")) continue;
        sg_fill f;
        sg_slot(fr, SG_LIT("obj"), &f);
        for (size_t i = 0; i < f.count; i++)
            if (tk(r, f.tok[i])->upos == SG_POS_NOUN) r->seen[f.tok[i]] = true, e->object = f.tok[i];
    }
}

/* "042:043": the code of what is done, and of the same seen from the other side. */
static void set_code(sg_reader *r, sg_ev *e, const char *cell) {
    sg_str rest = sg_str_of(cell), code = {"", 0};
    sg_cut(&rest, ':', &code);
    e->cameo = code.n == strlen(cell) ? value(cell) : code.n ? sg_dup(r->a, code) : NULL;
    e->back = rest.n ? rest.s : NULL;
}

static bool phrase_of_class(const sg_reader *r, uint32_t t, const char *name, int depth) {
    if (sg_in_class(r->d, t, sg_str_of(name))) return true;
    for (uint32_t c = tk(r, t)->child; c != NONE && depth < 4; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool phrase = rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD || rel == SG_DEP_COMPOUND ||
                      rel == SG_DEP_AMOD || (rel == SG_DEP_CONJ && tk(r, c)->upos == SG_POS_NOUN) ||
                      (rel == SG_DEP_ADVCL && !depth) || ((rel == SG_DEP_XCOMP || rel == SG_DEP_ACL) && depth < 2);
        if (phrase && phrase_of_class(r, c, name, depth + 1)) return true;
    }
    return false;
}

/* What is told below an act makes its code deeper: accused of what, inquired into what, in the streets for what. */
static void deepen(sg_reader *r, sg_ev *e, uint32_t carrier) {
    static const struct {
        const char *code, *class, *deeper;
    } steps[] = {{"112", "war_crime", "1124"},  {"112", "treason", "1125"},  {"112", "rights_abuse", "1122"},
                 {"112", "wrongdoing", "1121"}, {"090", "war_crime", "094"}, {"090", "rights_abuse", "092"},
                 {"090", "wrongdoing", "091"},  {"090", "warfare", "093"}};
    static const char *const goals[] = {"goal_leader", "goal_policy", "goal_right", "goal_regime"};
    if (!e->cameo) return;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (!strcmp(e->cameo, steps[i].code) && phrase_of_class(r, e->head, steps[i].class, 0)) {
            e->cameo = steps[i].deeper;
            return;
        }
    if (!e->type || strcmp(e->type, "PROTEST") != 0 || strlen(e->cameo) != 3 || e->cameo[2] == '0') return;
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
        bool told = phrase_of_class(r, e->head, goals[i], 0);
        if (!told && !(carrier != NONE && phrase_of_class(r, carrier, goals[i], 0))) continue;
        e->cameo = sg_printf(r->a, "%s%d", e->cameo, (int)i + 1);
        return;
    }
}

/* "by video link", "in a call", "a telephone conversation". */
static bool by_phone(sg_reader *r, uint32_t t, uint32_t carrier) {
    uint32_t heads[] = {t, carrier};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t c = heads[k] == NONE ? NONE : tk(r, heads[k])->child; c != NONE; c = tk(r, c)->next) {
            if (sg_word(r->d, c, "phone")) return true;
            for (uint32_t b = tk(r, c)->deprel == SG_DEP_OBL ? tk(r, c)->child : NONE; b != NONE; b = tk(r, b)->next)
                if (tk(r, b)->upos != SG_POS_VERB && sg_word(r->d, b, "phone")) return true; /* but "where they called" */
        }
    return false;
}

/* The land where the act is told to be done, or NULL. */
static const char *ground(sg_reader *r, const sg_frame *fr) {
    sg_ids found = {0};
    sg_parties(r, fr, "in|at|obj.in|obj.at", &found, NULL);
    for (size_t i = 0; i < found.count; i++)
        if (sg_is_land(&r->d->ents[found.at[i]])) return r->d->ents[found.at[i]].country;
    return NULL;
}

/* Talks on the soil of neither side have a host; those of an organisation of states, or of four states and more, are
 * held among many. */
static void meeting_mode(sg_reader *r, sg_ev *e, const sg_frame *fr) {
    if (!e->type || strcmp(e->type, "CONSULT") != 0 || e->mode || !e->reciprocal || !e->actors.count) return;
    const char *host = ground(r, fr);
    bool apart = host != NULL, igo = false, among = true; /* among: nobody but members of organisations of states */
    size_t states = 0;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *c = r->d->ents[e->actors.at[i]].country;
        bool again = false;
        for (size_t k = 0; k < i; k++) again |= same_word(c, r->d->ents[e->actors.at[k]].country);
        states += c && !again;
        const sg_ent *who = &r->d->ents[e->actors.at[i]];
        igo |= c && !strcmp(c, "IGO");
        among &= c && !strcmp(c, "IGO") && (!who->person || who->plural);
        apart &= c && host && strcmp(c, host) != 0 && strcmp(c, "IGO") != 0;
    }
    bool many = states > 3 || (among && igo) || (igo && sg_in_class(r->d, e->head, SG_LIT("assembly")));
    if (many) e->mode = "multilateral";
    else if (apart && e->actors.count > 1) {
        e->mode = "third-party";
        if (same_word(e->cameo, "040")) e->cameo = "044";
    }
}

/* "dredge the river together", "rebuilt the road side by side": the line for what several do together fits any verb. */
static const sg_row *together_row(const sg_reader *r, const sg_frame *fr) {
    sg_rows rows = sg_lexicon_find(r->d->lex, SG_T_ACTS, SG_LIT("act:together"));
    for (size_t i = 0; i < rows.count; i++)
        if (sg_row_fits(fr, rows.row[i])) return rows.row[i];
    return NULL;
}

/* Are those who act of several countries? */
static bool of_several_lands(const sg_reader *r, const sg_ids *who) {
    for (size_t i = 1; i < who->count; i++) {
        const char *first = r->d->ents[who->at[0]].country, *other = r->d->ents[who->at[i]].country;
        if (first && other && strcmp(first, other) != 0) return true;
    }
    return false;
}

bool sg_acquits(const sg_reader *r, uint32_t verb, const char *type, const char *other) {
    if (strcmp(type, "CONCEDE") != 0 || strcmp(other, "SANCTION") != 0) return false;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        for (uint32_t k = tk(r, c)->deprel == SG_DEP_XCOMP ? tk(r, c)->child : NONE; k != NONE; k = tk(r, k)->next)
            if (sg_word(r->d, k, "neg")) return true;
    return false;
}

bool sg_is_over(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_AUX && tk(r, c)->lemma && !strcmp(tk(r, c)->lemma, "have")) return true;
    return false;
}

/* Is the network sure that the word means an act of another type than the line has? What is only to come is another type
 * to it: "will visit" agrees. Of a line that asks for more than the word it must be surer, and think of another quad:
 * which of two neighbours an act is, such lines know better. What stands inside a threat is taken for the threat. */
static bool means_another(const sg_reader *r, uint32_t t, uint32_t first, uint32_t last, const sg_row *row, bool inside) {
    enum { MORE_OFTEN = SG_SURE / 2 };
    if (r->loose) return false;                    /* any reading is wanted */
    bool more = value(row->cell[A_NEEDS]) != NULL; /* the line asks for more than the word */
    const sg_row *other = sg_likely_row(r->d, t, MORE_OFTEN);
    const char *type = value(row->cell[A_TYPE]);
    if (!other || !type || !strcmp(other->cell[A_TYPE], type) ||
        sg_list_has(inside ? "AGREE|REJECT|CONCEDE|THREATEN" : "AGREE|REJECT|CONCEDE", sg_str_of(other->cell[A_TYPE])))
        return false;
    if (sg_acquits(r, t, type, other->cell[A_TYPE])) return false;
    if (!strcmp(other->cell[A_TYPE], "REQUEST") && sg_has_duty(r, t)) return false; /* "must release": what is asked for */
    if (!strcmp(other->cell[A_TYPE], "THREATEN") && sg_is_over(r, t)) return false;
    if (more && sg_lifts_by(row->cell[A_CAMEO], other->cell[A_TYPE])) return false;
    if (more &&
        (r->d->toks[t].likely.type[0].p < SURELY || sg_quad_of(r->d, type) == sg_quad_of(r->d, other->cell[A_TYPE])))
        return false;
    return sg_likely_is(r->d, first, last, type) < (more ? NEVER : HARDLY);
}

/* "the charge d'affaires", "the Committee for Supporting Chad": no act, but a word of an office, of a body's name. */
static bool is_of_office(const sg_doc *d, uint32_t t) {
    const sg_hit *h = sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES);
    bool body = h && h->first < t && h->last >= t && !strcmp(h->row->cell[R_KIND], "group");
    if (body && sg_is_capital(&d->toks[h->first]) && sg_is_capital(&d->toks[t])) return true;
    bool person = h && h->first == t && h->last > t && !strcmp(h->row->cell[R_KIND], "person");
    return person && d->toks[t].ent_count && d->toks[t].upos == SG_POS_NOUN;
}

/* "the onward march of the nation", "passed away": figures of speech tell no act, whatever the network takes their word
 * for. */
static bool is_figure(sg_frame *fr) {
    uint32_t first, last;
    const sg_row *row = sg_reading(fr, SG_T_ACTS, &first, &last);
    return row && flag(row, A_FLAGS, "idle");
}

/* "launched an onward march", "went on an onward march": nor does the verb that carries one; "thanks to rain" only says
 * why something was done. */
static bool carries_figure(sg_reader *r, uint32_t t) {
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next) {
        bool carried = tk(r, c)->deprel == SG_DEP_OBJ || tk(r, c)->deprel == SG_DEP_OBL, any = false;
        carried = carried && tk(r, c)->upos == SG_POS_NOUN && !sg_word(r->d, c, "reason");
        sg_rows rows = carried ? sg_rows_by_lemma(r->d, tk(r, c), SG_T_ACTS) : (sg_rows){0};
        for (size_t i = 0; i < rows.count; i++) any |= flag(rows.row[i], A_FLAGS, "idle");
        sg_frame fr = any ? frame(r, c, t, NONE) : (sg_frame){0};
        if (any && is_figure(&fr)) return true;
    }
    return false;
}

bool sg_is_figure_here(sg_reader *r, uint32_t verb) {
    bool any = false;
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, verb), SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++) any |= flag(rows.row[i], A_FLAGS, "idle");
    sg_frame fr = any ? frame(r, verb, NONE, NONE) : (sg_frame){0};
    return any && is_figure(&fr);
}

/* "shares the concern of Y": nor does the noun that such a verb takes. */
static bool is_taken_by_figure(sg_reader *r, uint32_t t) {
    return tk(r, t)->deprel == SG_DEP_OBJ && tk(r, t)->head != NONE && sg_is_figure_here(r, tk(r, t)->head);
}

/* "resigned in protest at the killing", "left the chamber in protest": in which spirit a deed was done that the verb has
 * told; the deed is the act, and no protest was held beside it. */
static bool is_spirit(const sg_reader *r, uint32_t t, const sg_row *row) {
    uint32_t verb = tk(r, t)->head;
    if (strcmp(row->cell[A_TYPE], "PROTEST") != 0 || (tk(r, t)->bits & SG_FEAT_PLUR) || verb == NONE) return false;
    for (uint32_t c = tk(r, t)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_DET || tk(r, c)->deprel == SG_DEP_AMOD) return false;
    if (!sg_eqz(sg_case_of(r->d, t), "in")) return false;
    for (uint32_t c = tk(r, verb)->child; c != NONE && c < t; c = tk(r, c)->next)
        if (r->made[c] && r->made[c]->type) return true; /* "went on strike in protest" */
    return r->made[verb] && r->made[verb]->type;
}

/* "A group responsible for raids", ", which is behind the raids": what the report itself says of those of whom it tells is
 * no charge by anybody; they did it. */
static bool is_told_of_doer(const sg_reader *r, uint32_t t, const sg_above *up) {
    uint8_t rel = tk(r, t)->deprel;
    bool after = rel == SG_DEP_AMOD || rel == SG_DEP_ACL || rel == SG_DEP_ACL_RELCL || rel == SG_DEP_NMOD;
    uint32_t who = after ? tk(r, t)->head : NONE;
    return who != NONE && who < t && tk(r, who)->ent_count && up->source == NONE && up->hearsay[0] == NONE;
}

/* The line for a deed behind which those stand of whom the report tells: of the deed, and not of who is blamed for it. */
static const sg_row *row_of_deed(sg_reader *r, sg_frame *fr, const sg_row *row, uint32_t *first, uint32_t *last) {
    bool blames = row && row->cell[A_POS][0] == 'n' && !strcmp(row->cell[A_TYPE], "ACCUSE");
    if (!blames || !has_case(r, fr->tok, "behind", NULL)) return row;
    fr->type = "ASSAULT";
    const sg_row *deed = sg_reading(fr, SG_T_ACTS, first, last);
    fr->type = NULL;
    return deed ? deed : row;
}

sg_ev *sg_read_act(sg_reader *r, uint32_t t, sg_above up, sg_manner how) {
    bool noun = tk(r, t)->upos != SG_POS_VERB;
    sg_frame fr = frame(r, t, up.carrier == NONE && noun ? up.reach : up.carrier, up.subject);
    uint32_t first, last;
    bool guess = how == LOOSELY, likely = how == BY_NETWORK, together = how == TOGETHER;
    const sg_row *alone = likely ? sg_likely_row(r->d, t, likely_at_least(r, t)) : NULL;
    if (likely && (!alone || is_figure(&fr) || is_taken_by_figure(r, t))) return NULL;
    if (together && is_figure(&fr)) return NULL; /* "live side by side" */
    fr.loose = guess || likely;
    fr.type = alone ? alone->cell[A_TYPE] : NULL;
    bool none = is_month(r, t) || is_of_office(r->d, t) || together;
    const sg_row *row = none ? NULL : sg_reading(&fr, SG_T_ACTS, &first, &last);
    bool doer = is_told_of_doer(r, t, &up);
    if (doer && sg_word(r->d, t, "doer of")) return NULL;
    if (doer) row = row_of_deed(r, &fr, row, &first, &last);
    if (together) row = together_row(r, &fr), first = last = t;
    if (row && fr.loose && !strcmp(row->cell[A_TYPE], "THREATEN") && sg_warns_of_fact(r, t)) return NULL;
    if (!row && alone) row = alone, first = last = t;
    if (row && !r->loose && (flag(row, A_FLAGS, "idle") || (!noun && carries_figure(r, t)))) return NULL;
    if (row && !likely && !together && means_another(r, t, first, last, row, up.depth > 0)) return NULL;
    bool named = row && row->cell[A_POS][0] == 'n' && up.carrier == NONE; /* a noun that no verb carries */
    bool bare = row && !wants_object(row);                                /* "opened fire" needs its fire */
    if (bare && !noun && !guess && !strcmp(row->cell[A_TYPE], "ASSAULT") && on_nature(r, &fr)) return NULL;
    if (!row || (named && !guess && !likely && flag(row, A_FLAGS, "carried"))) return NULL;
    if (named && is_spirit(r, t, row)) return NULL;
    if (!noun && !guess && by_nature(r, &fr, row)) return NULL;
    for (uint32_t i = first; i <= last; i++) r->seen[i] |= i == t || (noun && last > first); /* "exchange of fire" */
    sg_ev *e = sg_new_ev(r, t, first, last, &up);
    e->guess = guess;
    e->type = value(row->cell[A_TYPE]);
    e->mode = value(row->cell[A_MODE]);
    e->likely = likely;
    set_code(r, e, row->cell[A_CAMEO]);
    e->coded = !e->type && e->cameo && flag(row, A_FLAGS, "code");
    e->context = value(row->cell[A_CONTEXT]);
    e->speech = flag(row, A_FLAGS, "speech");
    e->unlike = flag(row, A_FLAGS, "not");
    e->weak = flag(row, A_FLAGS, "weak") || (likely && !sg_likely_row(r->d, t, SURELY));
    e->background = flag(row, A_FLAGS, "bg");
    e->weak |= e->background || (named && sg_cooperative(e));
    sg_because(r, e, "type", row, NULL, first, last);
    bool hurt = same_word(e->type, "ASSAULT") && !strcmp(row->cell[A_ACTOR], "-");
    e->befalls = hurt && !strncmp(row->cell[A_RECIPIENT], "subj", 4);
    sg_gather_parties(r, e, row, &fr, &up);
    if (together && !of_several_lands(r, &e->actors)) {
        r->seen[t] = false;
        r->made[t] = NULL;
        return NULL;
    }
    lay_to(r, e, row);
    if (flag(row, A_FLAGS, "content") || flag(row, A_FLAGS, "fact")) speaks_of(r, e, row, &fr, &up);
    else take_object(r, e, row, &fr);
    sg_contexts(r, e, t, 0);
    carried_contexts(r, e, up.carrier);
    e->split = sg_has_sign(r, t, "apart") || (up.carrier != NONE && sg_has_sign(r, up.carrier, "apart"));
    if (e->type && !strcmp(e->type, "CONSULT") && !e->mode && by_phone(r, t, up.carrier)) e->mode = "phone";
    meeting_mode(r, e, &fr);
    deepen(r, e, up.carrier);
    return e;
}
