/* event_echo.c: see event_in.h. Judgments of what was told before: "condemned the decision", "welcomed this step".
 *
 * Whose decision that was, a noun that stands for what an earlier sentence told says by its article alone. What it echoes
 * is the act under the verb of its own stem ("decided to cut ties ... the decision"), however far, or the last act of the
 * sentences before that one might so judge. Who did that is blamed or praised. */
#include "event_in.h"
#include "lands.h"

/* Sentences back that a decision is known by its verb, and without it; words between the act and that verb. */
enum { FAR = 12, NEAR = 3, STEMS = 3 };

/* "The decision", "this step", with nothing beside it that says which or whose. */
static bool is_plain(const sg_reader *r, uint32_t t) {
    uint32_t ref = tk(r, t)->ref;
    bool known = ref != NONE && (r->d->refs[ref].form == SG_REF_THE || r->d->refs[ref].form == SG_REF_THAT);
    for (uint32_t c = tk(r, t)->child; c != NONE && known; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        known = rel == SG_DEP_DET || rel == SG_DEP_CASE || rel == SG_DEP_PUNCT;
    }
    return known;
}

/* Is it what the word judges: "called the ban unfair", "said that the ban was unfair"? */
static bool is_judged_by(const sg_reader *r, uint32_t noun, uint32_t word) {
    uint8_t rel = tk(r, noun)->deprel, pos = tk(r, word)->upos;
    bool predicate = pos == SG_POS_ADJ || pos == SG_POS_NOUN;
    return rel == SG_DEP_OBJ || (rel == SG_DEP_NSUBJ && predicate);
}

/* The word at which what is judged stands: "called the ban unfair" for either of the two. */
static uint32_t judging_word(const sg_reader *r, const sg_ev *e) {
    const sg_tok *k = tk(r, e->head);
    return k->upos == SG_POS_ADJ && k->deprel == SG_DEP_XCOMP && k->head != NONE ? k->head : e->head;
}

/* What is judged, where its noun stands for something told before; NONE. */
static uint32_t echo_in(const sg_reader *r, const sg_ev *e) {
    uint32_t word = judging_word(r, e);
    for (uint32_t c = tk(r, word)->child; c != NONE; c = tk(r, c)->next)
        if (is_judged_by(r, c, word) && sg_word(r->d, c, "echo") && is_plain(r, c)) return c;
    return NONE;
}

/* All of known states, and none of a land of those who judge. */
static bool may_be_judged(const sg_reader *r, const sg_ev *deed, const sg_ev *judge) {
    for (size_t i = 0; i < deed->actors.count; i++) {
        const char *land = r->d->ents[deed->actors.at[i]].country;
        if (!land) return false;
        for (size_t k = 0; k < judge->actors.count; k++)
            if (same_word(land, r->d->ents[judge->actors.at[k]].country)) return false;
    }
    return deed->actors.count > 0;
}

/* Has the verb this noun as its object: "adopted a resolution"? */
static bool has_object(const sg_reader *r, uint32_t verb, uint32_t noun) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ && sg_eq(tk(r, c)->lemma_key, tk(r, noun)->lemma_key)) return true;
    return false;
}

/* Does the act stand on the verb, or under it: "decided to cut ties"; or on one that has the noun itself as its object? */
static bool is_told_by(const sg_reader *r, const sg_ev *deed, const char *verb, uint32_t noun) {
    uint32_t t = deed->head;
    for (size_t i = 0; i < STEMS && t != NONE; i++, t = tk(r, t)->head)
        if (sg_eqz(tk(r, t)->lemma_key, verb) || has_object(r, t, noun)) return true;
    return false;
}

/* "The Council condemned the raids. Chad rejected the resolution": what only those who vote pass, they have passed. */
static bool is_passed_by(const sg_reader *r, const sg_ev *deed, uint32_t noun) {
    bool voted = sg_word(r->d, noun, "passed by vote") != NULL;
    for (size_t k = 0; k < deed->actors.count && voted; k++) {
        const sg_ent *who = &r->d->ents[deed->actors.at[k]];
        voted = same_word(who->country, "IGO") || same_word(who->sector, "LEG");
    }
    return voted && deed->realis <= SG_PLANNED;
}

/* Is it done, and of the kind that one praises, or blames? Talks are no step of one side. */
static bool is_deed(const sg_ev *deed, bool praised) {
    static const char good[] = "AGREE|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT";
    static const char bad[] = "SANCTION|COERCE|THREATEN|MOBILIZE|REJECT|ASSAULT";
    bool real = deed->type && !deed->position && deed->realis == SG_ACTUAL;
    return real && sg_list_has(praised ? good : bad, sg_str_of(deed->type));
}

/* "France welcomed the accord. Chad praised it": France did not make it. */
static bool is_praise(const sg_ev *deed) {
    static const char praise[] = "051";
    return deed->cameo && !strncmp(deed->cameo, praise, sizeof praise - 1);
}

/* The act told first in the nearest sentence that fits: "decided to cut ties with Y and to open an embassy in Z". One also
 * blames what is done for somebody's good ("recognised Y ... condemned the move"), and praises what is not, where nothing
 * else was told. */
static const sg_ev *echoed(const sg_reader *r, const sg_ev *e, uint32_t noun, size_t from) {
    uint32_t here = tk(r, e->head)->sent;
    const char *verb = sg_word(r->d, noun, "echo");
    bool praised = same_word(e->type, "SUPPORT"), refused = same_word(e->type, "REJECT");
    const sg_ev *told = NULL, *before = NULL, *kind = NULL;
    bool one = !(tk(r, noun)->bits & SG_FEAT_PLUR); /* "the measures" may be many people's */
    for (size_t i = from; i-- > 0;) {
        const sg_ev *deed = r->out->at[i];
        uint32_t back = here - tk(r, deed->head)->sent;
        if (back > FAR || (told && tk(r, told->head)->sent != tk(r, deed->head)->sent)) break;
        if (!deed->type || deed->position || is_praise(deed) || !may_be_judged(r, deed, e)) continue;
        if (is_told_by(r, deed, verb, noun) || (back <= 2 && is_passed_by(r, deed, noun))) told = deed;
        else if (!one || refused || !back || back > NEAR) continue;
        else if (is_deed(deed, praised) && (!before || tk(r, before->head)->sent == tk(r, deed->head)->sent)) before = deed;
        else if (back == 1 && is_deed(deed, !praised)) kind = deed;
    }
    return told ? told : before ? before : kind;
}

bool sg_echoes_another(sg_reader *r, uint32_t noun, const sg_ids *who) {
    if (!sg_word(r->d, noun, "echo") || !is_plain(r, noun)) return false;
    const sg_ev judge = {.head = noun, .type = "REJECT", .actors = *who};
    return echoed(r, &judge, noun, r->out->count) != NULL;
}

/* Whose soldiers, police or spies did it, that state is blamed for it. */
static uint32_t answerable(sg_reader *r, uint32_t id) {
    sg_ent e = r->d->ents[id];
    if (!e.sector || !sg_list_has("MIL|COP|SPY", sg_str_of(e.sector)) || !sg_land_is_state(e.country)) return id;
    return sg_new_ent(r, (sg_ent){.country = e.country,
                                  .cameo = e.country,
                                  .first = NONE,
                                  .last = NONE,
                                  .head = NONE,
                                  .by = SG_BY_INFERRED,
                                  .group = true,
                                  .same = NONE});
}

/* What is judged, where its noun stands for an act by what kind it is ("the accord", "the drills"), with the types of
 * such acts; NONE. */
static uint32_t kind_in(const sg_reader *r, const sg_ev *e, const char **types) {
    uint32_t word = judging_word(r, e);
    for (uint32_t c = tk(r, word)->child; c != NONE; c = tk(r, c)->next) {
        bool against = tk(r, c)->deprel == SG_DEP_OBL && sg_list_has("against|at|over", sg_case_of(r->d, c));
        bool what = is_judged_by(r, c, word) || against; /* "protested against the arrests" */
        bool judged = what && tk(r, c)->upos == SG_POS_NOUN && is_plain(r, c);
        *types = judged ? sg_word(r->d, c, "echo of all") : NULL;
        if (*types) return c;
    }
    return NONE;
}

/* Is he of the land of those who judge; does he speak for it? */
static bool is_own(const sg_reader *r, const sg_ent *who, const sg_ids *judges, bool *rules) {
    bool own = false;
    for (size_t k = 0; k < judges->count; k++) own |= same_word(who->country, r->d->ents[judges->at[k]].country);
    *rules |= own && (!who->sector || !strcmp(who->sector, "GOV"));
    return own;
}

/* "Signed an accord. France welcomed the accord", "began exercises. Chad denounced the drills": all who did it together
 * are judged, but for people of the judge's own land; nobody where he had a part in it himself. */
static void judge_all(sg_reader *r, sg_ev *e, size_t from) {
    const char *types;
    if (kind_in(r, e, &types) == NONE) return;
    for (size_t i = from; i-- > 0;) {
        const sg_ev *deed = r->out->at[i];
        sg_ids found = {0};
        bool rules = false, known = true;
        if (tk(r, e->head)->sent - tk(r, deed->head)->sent > NEAR) return;
        bool told = deed->type && !deed->position && deed->realis <= SG_PLANNED && !is_praise(deed);
        if (!told || !sg_list_has(types, sg_str_of(deed->type))) continue;
        for (size_t k = 0; k < deed->actors.count; k++) {
            const sg_ent who = r->d->ents[deed->actors.at[k]];
            known &= who.country != NULL;
            bool court = who.sector && !strcmp(who.sector, "JUD"); /* whose verdicts are decried at home too */
            if (court || !is_own(r, &who, &e->actors, &rules)) sg_add_id(r, &found, answerable(r, deed->actors.at[k]));
        }
        if (rules || !known || !found.count) return;
        e->recipients = found;
        sg_because(r, e, "recipient", NULL, "party: who did what the noun stands for", deed->first, deed->last);
        return;
    }
}

/* "Chad regretted the decision": what another has decided is blamed, and nobody asks pardon for it. */
static void blame_regretted(sg_reader *r, sg_ev *e, size_t from) {
    bool regrets = same_word(e->type, "CONCEDE") && sg_word(r->d, e->head, "regrets") && e->realis == SG_ACTUAL;
    uint32_t noun = regrets && e->actors.count && !e->recipients.count ? echo_in(r, e) : NONE;
    const sg_ev judge = {.head = e->head, .type = "ACCUSE", .actors = e->actors};
    if (noun == NONE || !echoed(r, &judge, noun, from)) return;
    e->type = "ACCUSE", e->mode = "disapprove", e->cameo = "110";
}

/* "Demanded their release": is it told of people by a pronoun? */
static bool is_for_those(const sg_reader *r, const sg_ev *e) {
    uint32_t verb = e->head;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        bool noun = tk(r, c)->upos == SG_POS_NOUN && sg_word(r->d, c, "setting free");
        for (uint32_t k = noun ? tk(r, c)->child : NONE; k != NONE; k = tk(r, k)->next)
            if (tk(r, k)->deprel == SG_DEP_NMOD_POSS && tk(r, k)->upos == SG_POS_PRON) return true;
    }
    return false;
}

/* Who holds them: of police and courts, their state, or at home its government. */
static uint32_t holder_of(sg_reader *r, uint32_t id, const char *asker) {
    sg_ent e = r->d->ents[id];
    if (!e.country || !e.sector || !sg_list_has("COP|JUD|MIL", sg_str_of(e.sector))) return id;
    bool home = same_word(e.country, asker);
    e.sector = home ? "GOV" : NULL, e.cameo = home ? sg_printf(r->a, "%sGOV", e.country) : e.country;
    e.name = NULL, e.office = NULL, e.first = e.last = e.head = NONE;
    return sg_new_ent(r, e);
}

/* "Police arrested two Danes. Copenhagen demanded their release": of those who took them. */
static void ask_captor(sg_reader *r, sg_ev *e, size_t from) {
    enum { SOON = 3 };
    bool asks = same_word(e->type, "REQUEST") && e->actors.count && !e->recipients.count && e->realis == SG_ACTUAL;
    if (!asks || !is_for_those(r, e)) return;
    for (size_t i = from; i-- > 0 && tk(r, e->head)->sent - tk(r, r->out->at[i]->head)->sent <= SOON;) {
        const sg_ev *deed = r->out->at[i];
        bool taken = deed->type && deed->mode && deed->actors.count && sg_list_has("ASSAULT|COERCE", sg_str_of(deed->type));
        taken &= deed->realis == SG_ACTUAL && !deed->position;
        if (!taken || !sg_list_has("abduct|arrest", sg_str_of(deed->mode))) continue;
        const char *asker = r->d->ents[e->actors.at[0]].country;
        for (size_t k = 0; k < deed->actors.count; k++)
            sg_add_id(r, &e->recipients, holder_of(r, deed->actors.at[k], asker));
        sg_drop_common(r, &e->recipients, &e->actors);
        sg_because(r, e, "recipient", NULL, "party: who holds those who are to be freed", deed->first, deed->last);
        return;
    }
}

/* "Asked for an apology and for money": is something asked that whoever did harm owes? */
static bool is_for_redress(const sg_reader *r, const sg_ev *e) {
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        bool asked = (rel == SG_DEP_OBJ || rel == SG_DEP_OBL) && tk(r, c)->upos == SG_POS_NOUN;
        if (asked && sg_word(r->d, c, "owed for harm")) return true;
    }
    return false;
}

/* Was it done to people of the land, by none of it? */
static bool harms_land(const sg_reader *r, const sg_ev *deed, const char *land) {
    bool harmed = false;
    for (size_t k = 0; k < deed->recipients.count; k++)
        harmed |= same_word(r->d->ents[deed->recipients.at[k]].country, land);
    for (size_t k = 0; k < deed->actors.count; k++) {
        const char *by = r->d->ents[deed->actors.at[k]].country;
        if (!by || same_word(by, land)) return false;
    }
    return harmed && deed->actors.count > 0;
}

/* "Chad's soldiers shot two Danes. Copenhagen asked for an apology": of those who harmed its people. */
static void ask_culprit(sg_reader *r, sg_ev *e, size_t from) {
    bool asks = same_word(e->type, "REQUEST") && e->actors.count && !e->recipients.count && e->realis == SG_ACTUAL;
    const char *land = asks ? r->d->ents[e->actors.at[0]].country : NULL;
    if (!land || !is_for_redress(r, e)) return;
    for (size_t i = from; i-- > 0 && tk(r, e->head)->sent - tk(r, r->out->at[i]->head)->sent <= NEAR;) {
        const sg_ev *deed = r->out->at[i];
        bool harm = deed->type && !deed->position && deed->realis == SG_ACTUAL;
        if (!harm || !sg_list_has("ASSAULT|COERCE|SANCTION", sg_str_of(deed->type)) || !harms_land(r, deed, land)) continue;
        for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->recipients, answerable(r, deed->actors.at[k]));
        sg_because(r, e, "recipient", NULL, "party: who did the harm that is to be made good", deed->first, deed->last);
        return;
    }
}

/* "Denounce it as such", "condemned this": is a bare pronoun for a thing what is judged? */
static bool judges_it(const sg_reader *r, const sg_ev *e) {
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_OBJ || tk(r, c)->upos != SG_POS_PRON) continue;
        const char *pronoun = sg_word(r->d, c, "pronoun");
        return (pronoun && !strcmp(pronoun, "3n")) || sg_word(r->d, c, "points at told");
    }
    return false;
}

/* "The shelling of X by Y was a crime, and we condemn it": what "it" is there was done by Y, and Y is blamed, whatever land "it"
 * might be. */
static void judge_it(sg_reader *r, sg_ev *e, size_t from) {
    const sg_ev *deed = NULL;
    bool verb = tk(r, e->head)->upos == SG_POS_VERB && e->actors.count && e->type &&
                sg_list_has("ACCUSE|SUPPORT", sg_str_of(e->type));
    if (!verb || e->realis != SG_ACTUAL || !judges_it(r, e)) return;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *x = r->out->at[i];
        bool before =
            x != e && tk(r, x->head)->sent == tk(r, e->head)->sent && x->head < e->head && (!deed || x->head > deed->head);
        if (before && is_deed(x, same_word(e->type, "SUPPORT")) && may_be_judged(r, x, e)) deed = x;
    }
    for (size_t k = 0; k < e->recipients.count && deed; k++)
        if (r->d->ents[e->recipients.at[k]].by == SG_BY_NAME && r->d->ents[e->recipients.at[k]].head > e->head) return;
    if (!deed) return;
    e->recipients = (sg_ids){0};
    for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->recipients, answerable(r, deed->actors.at[k]));
    sg_because(r, e, "recipient", NULL, "party: who did what the pronoun stands for", deed->first, deed->last);
}

/* "Welcomed the Chadian proposal", "condemned the arrest": is something that was done or said what is judged? */
static bool judges_deed(const sg_reader *r, const sg_ev *e) {
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ && (sg_word(r->d, c, "echo") || sg_word(r->d, c, "echo of all"))) return true;
    return false;
}

/* "Chad welcomed the decision, while Peru deplored it": both speak of the same. */
static void judge_same(sg_reader *r, sg_ev *e) {
    static const char judged[] = "ACCUSE|SUPPORT|REJECT";
    bool verb = tk(r, e->head)->upos == SG_POS_VERB && e->actors.count && e->type && sg_list_has(judged, sg_str_of(e->type));
    const sg_ev *last = NULL;
    for (size_t i = r->out->count; verb && judges_it(r, e) && i-- > 0;) {
        const sg_ev *x = r->out->at[i];
        if (tk(r, x->head)->sent + 1 < tk(r, e->head)->sent) break;
        if (x != e && x->head < e->head && x->type && !x->position && (!last || x->head > last->head)) last = x;
    }
    if (!last || !sg_list_has(judged, sg_str_of(last->type)) || !last->recipients.count || !judges_deed(r, last)) return;
    sg_ids found = last->recipients;
    sg_drop_lands_of(r, &found, &e->actors);
    if (!found.count) return;
    e->recipients = found, e->settled = true;
    sg_because(r, e, "recipient", NULL, "party: who did what the pronoun stands for", last->first, last->last);
}

/* "Called the arrest a crime and demanded an apology": of those who are blamed. */
static void ask_judged(sg_reader *r, sg_ev *e, size_t from) {
    bool asks = same_word(e->type, "REQUEST") && e->realis == SG_ACTUAL && e->actors.count && !e->recipients.count;
    if (!asks || tk(r, e->head)->deprel != SG_DEP_CONJ || is_for_those(r, e)) return;
    for (size_t i = from; i < r->out->count; i++) {
        const sg_ev *x = r->out->at[i];
        bool blames = x->head == tk(r, e->head)->head && same_word(x->type, "ACCUSE") && x->recipients.count && x->actors.count;
        if (!blames || !judges_deed(r, x) || !sg_same_party(r, e->actors.at[0], x->actors.at[0])) continue;
        const char *asker = r->d->ents[e->actors.at[0]].country;
        for (size_t k = 0; k < x->recipients.count; k++)
            sg_add_id(r, &e->recipients, holder_of(r, x->recipients.at[k], asker));
        sg_because(r, e, "recipient", NULL, "party: who is blamed beside it", x->first, x->last);
        return;
    }
}

/* "To allow one", "to grant it": a thing that is told by no more than a pronoun. */
static bool gives_it(const sg_reader *r, uint32_t verb) {
    if (!sg_word(r->d, verb, "grants")) return false;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        if (tk(r, c)->deprel != SG_DEP_OBJ && tk(r, c)->deprel != SG_DEP_IOBJ) continue; /* parsers waver */
        const char *pronoun = sg_word(r->d, c, "pronoun");
        return sg_word(r->d, c, "one of such") || (pronoun && !strcmp(pronoun, "3n"));
    }
    return false;
}

/* Does the word answer what was asked or offered, of which its object says no more: "refused", "accepted the offer"? */
static bool is_bare_reply(const sg_reader *r, uint32_t verb) {
    if (!sg_word(r->d, verb, "replies")) return false;
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        uint8_t rel = tk(r, c)->deprel;
        if (rel == SG_DEP_XCOMP && gives_it(r, c)) continue;
        if (rel == SG_DEP_XCOMP || rel == SG_DEP_CCOMP) return false;
        if (rel != SG_DEP_OBJ && rel != SG_DEP_OBL) continue;
        bool it = tk(r, c)->upos == SG_POS_PRON || (sg_word(r->d, c, "is asked") && is_plain(r, c));
        bool to = false; /* "agreed to a truce" */
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next)
            to |= tk(r, k)->deprel == SG_DEP_CASE && (sg_eqz(tk(r, k)->key, "to") || sg_eqz(tk(r, k)->key, "with"));
        if (!it && (rel == SG_DEP_OBJ || to)) return false;
    }
    return true;
}

/* "Chad demanded a treaty. Peru turned down the idea": was it asked of nobody by name, or offered to nobody, and is it
 * answered by a noun for it? */
static bool is_open(const sg_reader *r, const sg_ev *e, const sg_ev *deed) {
    bool open = !deed->recipients.count && same_word(e->type, "REJECT") && may_be_judged(r, deed, e);
    for (uint32_t c = tk(r, e->head)->child; c != NONE && open; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_OBJ) return sg_word(r->d, c, "is asked") && is_plain(r, c);
    return false;
}

/* Are all of the one among the other? */
static bool are_among(const sg_reader *r, const sg_ids *some, const sg_ids *all) {
    for (size_t i = 0; i < some->count; i++) {
        const sg_ent *a = &r->d->ents[some->at[i]];
        bool found = false;
        for (size_t k = 0; k < all->count; k++) {
            const sg_ent *b = &r->d->ents[all->at[k]];
            found |= a->country && same_word(a->country, b->country) &&
                     (!a->sector || !b->sector || same_word(a->sector, b->sector));
        }
        if (!found) return false;
    }
    return some->count > 0;
}

/* "Chad called for an inquiry. Peru refused to allow one": what was asked of nobody by name is refused by the one whom it
 * concerns. */
static bool is_asked_of_all(const sg_reader *r, const sg_ev *e, const sg_ev *deed) {
    if (deed->recipients.count || !same_word(e->type, "REJECT") || !same_word(deed->type, "REQUEST")) return false;
    for (uint32_t c = tk(r, e->head)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_XCOMP && gives_it(r, c)) return may_be_judged(r, deed, e);
    return false;
}

/* Is all that is known of them "one", which may as well be a thing? */
static bool is_one_of_such(const sg_reader *r, const sg_ids *who) {
    uint32_t t = who->count == 1 ? r->d->ents[who->at[0]].head : NONE;
    return t != NONE && sg_word(r->d, t, "one of such");
}

/* "Peru asked Chile for water. It refused", "dismissed the charge": whoever asked, or did what is said no to, is answered. */
static void answer_asker(sg_reader *r, sg_ev *e, size_t from) {
    bool answers =
        e->type && sg_list_has("REJECT|AGREE|CONCEDE", sg_str_of(e->type)) && e->realis == SG_ACTUAL && !e->position;
    if (!answers || !e->actors.count || !is_bare_reply(r, e->head)) return;
    if (e->recipients.count && !is_one_of_such(r, &e->recipients)) return;
    for (size_t i = from; i-- > 0 && tk(r, e->head)->sent - tk(r, r->out->at[i]->head)->sent <= 1;) {
        const sg_ev *deed = r->out->at[i];
        const char *of = same_word(e->type, "REJECT") ? "REQUEST|AGREE|ACCUSE|THREATEN|SANCTION" : "REQUEST|AGREE";
        bool asks = deed != e && deed->type && !deed->position && sg_list_has(of, sg_str_of(deed->type));
        if (!asks || deed->head > e->head) continue;
        bool asked = are_among(r, &e->actors, &deed->recipients) || is_open(r, e, deed);
        if (!asked && !is_asked_of_all(r, e, deed)) continue;
        e->recipients = (sg_ids){0};
        for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->recipients, deed->actors.at[k]);
        sg_drop_common(r, &e->recipients, &e->actors);
        sg_because(r, e, "recipient", NULL, "party: who asked or offered it", deed->first, deed->last);
        return;
    }
}

/* "Returned fire", "hit back": what one does to those who attacked. */
static bool is_counterblow(const sg_reader *r, uint32_t verb) {
    const char *with = sg_word(r->d, verb, "strikes back");
    if (!with) return false;
    bool found = !strcmp(with, "yes");
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) found |= sg_eqz(tk(r, c)->key, with);
    return found;
}

/* "Rebels ambushed the soldiers. They returned fire": at those who had attacked them. */
static void strike_attacker(sg_reader *r, sg_ev *e, size_t from) {
    bool blow = same_word(e->type, "ASSAULT") && e->actors.count && !e->recipients.count && is_counterblow(r, e->head);
    for (size_t i = from; blow && i-- > 0 && tk(r, e->head)->sent - tk(r, r->out->at[i]->head)->sent <= 1;) {
        const sg_ev *deed = r->out->at[i];
        bool hit = deed->head < e->head && same_word(deed->type, "ASSAULT") && !deed->position && deed->realis == SG_ACTUAL;
        if (!hit || !are_among(r, &e->actors, &deed->recipients)) continue;
        for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->recipients, deed->actors.at[k]);
        sg_drop_common(r, &e->recipients, &e->actors);
        sg_because(r, e, "recipient", NULL, "party: who attacked before", deed->first, deed->last);
        return;
    }
}

/* Does the word stand for a blow told before: "the strike", "this raid"? */
static bool is_blow_again(const sg_reader *r, uint32_t t) {
    sg_rows rows = sg_rows_by_lemma(r->d, tk(r, t), SG_T_ACTS);
    bool blow = false;
    for (size_t i = 0; i < rows.count && !blow; i++)
        blow = rows.row[i]->cell[A_POS][0] == 'n' && !strcmp(rows.row[i]->cell[A_TYPE], "ASSAULT");
    return blow && tk(r, t)->upos == SG_POS_NOUN && is_plain(r, t);
}

/* "Jets hit a base. The strike killed six": whoever struck killed them. */
static void strike_again(sg_reader *r, sg_ev *e, size_t from) {
    enum { LATELY = 2 };
    bool killed = same_word(e->type, "ASSAULT") && !e->actors.count && tk(r, e->head)->upos == SG_POS_VERB;
    uint32_t blow = killed ? sg_own_subject(r, e->head) : NONE;
    if (blow == NONE || sg_is_passive(r->d, e->head) || !is_blow_again(r, blow)) return;
    for (size_t i = from; i-- > 0 && tk(r, e->head)->sent - tk(r, r->out->at[i]->head)->sent <= LATELY;) {
        const sg_ev *deed = r->out->at[i];
        bool struck = same_word(deed->type, "ASSAULT") && !deed->position && deed->realis == SG_ACTUAL && deed->actors.count;
        if (!struck || deed->head > blow) continue;
        for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->actors, deed->actors.at[k]);
        sg_because(r, e, "actor", NULL, "party: who struck before", deed->first, deed->last);
        return;
    }
}

static void judge(sg_reader *r, size_t from) {
    for (size_t i = from; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        ask_captor(r, e, from);
        ask_culprit(r, e, from);
        answer_asker(r, e, i);
        strike_attacker(r, e, i);
        strike_again(r, e, i);
        blame_regretted(r, e, from);
        judge_it(r, e, from);
        judge_same(r, e);
        bool judges = e->type && sg_list_has("ACCUSE|SUPPORT|REJECT", sg_str_of(e->type)) && e->realis == SG_ACTUAL;
        uint32_t noun = judges && e->actors.count && !e->recipients.count ? echo_in(r, e) : NONE;
        const sg_ev *deed = noun == NONE ? NULL : echoed(r, e, noun, from);
        if (!deed && judges && e->actors.count && !e->recipients.count) judge_all(r, e, from);
        if (!deed) continue;
        for (size_t k = 0; k < deed->actors.count; k++) sg_add_id(r, &e->recipients, answerable(r, deed->actors.at[k]));
        e->settled = true;
        sg_because(r, e, "recipient", NULL, "party: who did what the noun stands for", deed->first, deed->last);
    }
}

void sg_tell_echoed(sg_reader *r, size_t from) {
    judge(r, from);
    for (size_t i = from; i < r->out->count; i++) ask_judged(r, r->out->at[i], from);
}

/* ---- headlines ---- */

/* Are both the same lands and sectors? */
static bool are_same_parties(const sg_reader *r, const sg_ids *a, const sg_ids *b) {
    for (size_t i = 0; i < a->count; i++) {
        bool found = false;
        for (size_t k = 0; k < b->count; k++) {
            const sg_ent *x = &r->d->ents[a->at[i]], *y = &r->d->ents[b->at[k]];
            found |= x->country && same_word(x->country, y->country) && same_word(x->sector, y->sector);
        }
        if (!found) return false;
    }
    return a->count && a->count == b->count;
}

/* "Greetings to Lao President", above "Fidel Castro sent a message of greetings to the president of Laos": who does what a
 * title tells of nobody does it in the first sentences. */
void sg_tell_headline(sg_reader *r) {
    enum { FIRST = 2 };
    for (size_t i = 0; i < r->out->count; i++) {
        sg_ev *e = r->out->at[i];
        uint32_t sent = tk(r, e->head)->sent, from = sent + 1;
        if (!r->d->sents[sent].in_title || !e->type || e->reciprocal || e->actors.count) continue;
        while (from < r->d->sent_count && r->d->sents[from].in_title) from++;
        const sg_ev *told = NULL;
        for (size_t k = i + 1; k < r->out->count && !told; k++) {
            const sg_ev *x = r->out->at[k];
            bool near = tk(r, x->head)->sent >= from && tk(r, x->head)->sent < from + FIRST;
            near &= tk(r, x->head)->upos == SG_POS_VERB; /* and not "despite a protest from Lima" */
            bool alike = near && x->actors.count && x->realis == e->realis && same_word(x->type, e->type);
            if (alike && are_same_parties(r, &e->recipients, &x->recipients)) told = x;
        }
        if (!told) continue;
        e->actors = told->actors;
        sg_because(r, e, "actor", NULL, "actor: who does so in the first sentences", told->first, told->last);
    }
}
