/* event_denial.c: see event_in.h. Denials that point back: "Niger said Libyan jets had bombed a camp. Tripoli denied it",
 * "denied the charge", "denied involvement". What is denied is the deed that was told before, or that they were accused
 * of. Words that stand for it are en/grammar's `denied`: `word` what was said of it, `part` one's part in it, `it` a
 * pronoun. */
#include "event_in.h"

enum { BACK = 2 }; /* sentences */

/* "Any part in it": what one had no part in is a word that points back, too. */
static bool is_part_in_it(const sg_reader *r, uint32_t of) {
    const char *how = tk(r, of)->upos == SG_POS_PRON ? sg_word(r->d, of, "denied") : NULL;
    return how && !strcmp(how, "it");
}

/* "Denied having any hand in it": the verb that only says so of one's part; NONE: what is denied stands by the verb itself. */
static uint32_t having(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next)
        if (tk(r, c)->deprel == SG_DEP_XCOMP && sg_word(r->d, c, "holding")) return c;
    return NONE;
}

/* Stands nothing beside the verb that says what is denied: "denied it entry", "denied the report that"? */
static bool is_plain(const sg_reader *r, uint32_t verb, uint32_t but) {
    bool plain = true;
    for (uint32_t k = tk(r, verb)->child; k != NONE; k = tk(r, k)->next) {
        uint8_t rel = tk(r, k)->deprel;
        plain &= k == but || (rel != SG_DEP_IOBJ && rel != SG_DEP_CCOMP && rel != SG_DEP_XCOMP);
        bool of = rel == SG_DEP_OBL && (has_case(r, k, "in", NULL) || has_case(r, k, "of", NULL));
        plain &= !of || is_part_in_it(r, k);
    }
    return plain;
}

/* What is denied, where it only points back: with nothing beside it that says what it was; NONE. */
static uint32_t points_back(const sg_reader *r, uint32_t verb) {
    uint32_t has = having(r, verb);
    for (uint32_t c = tk(r, has != NONE ? has : verb)->child; c != NONE; c = tk(r, c)->next) {
        const char *how = tk(r, c)->deprel == SG_DEP_OBJ ? sg_word(r->d, c, "denied") : NULL;
        if (!how || (strcmp(how, "word") != 0 && !sg_eqz(tk(r, verb)->lemma_key, "deny"))) continue;
        if (has != NONE && strcmp(how, "part") != 0) continue;
        bool plain = is_plain(r, verb, has) && (has == NONE || is_plain(r, has, NONE));
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) {
            uint8_t rel = tk(r, k)->deprel;
            plain &= rel == SG_DEP_DET || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_AMOD || rel == SG_DEP_PUNCT ||
                     (rel == SG_DEP_NMOD && is_part_in_it(r, k));
        }
        if (plain) return c;
    }
    return NONE;
}

/* Who denies: the subject, or the noun that a clause of "denied by" tells of. */
static bool find_denier(sg_reader *r, uint32_t verb, sg_ids *who) {
    uint32_t subject = sg_own_subject(r, verb);
    return subject != NONE && sg_add_ents(r, who, subject);
}

/* Those who fight or oppose a state do not answer for it, nor it for them. */
static bool stands_against(const char *sector) {
    return sector && sg_list_has("REB|OPP|UAF|PRM|CRM|CVL", sg_str_of(sector));
}

/* May those who deny it answer for those who did it? */
static bool answers_for(const sg_reader *r, const sg_ids *deniers, const sg_ids *doers) {
    for (size_t i = 0; i < deniers->count; i++)
        for (size_t k = 0; k < doers->count; k++) {
            const sg_ent *a = &r->d->ents[deniers->at[i]], *b = &r->d->ents[doers->at[k]];
            if (sg_corefer(r->d, deniers->at[i], doers->at[k])) return true;
            bool land = a->country && same_word(a->country, b->country);
            if (land && stands_against(a->sector) == stands_against(b->sector)) return true;
        }
    return false;
}

/* A deed that one could be blamed for, told as done. */
static bool is_deed(const sg_ev *e) {
    static const char deeds[] = "ASSAULT|COERCE|MOBILIZE|AID";
    return e->type && !e->position && e->realis <= SG_HISTORICAL && sg_list_has(deeds, sg_str_of(e->type));
}

/* "The army said it had shelled the town": nobody denies what he tells himself. */
static bool is_admitted(const sg_reader *r, const sg_ev *e, const sg_ids *who) {
    for (size_t i = 0; i < who->count && e->source != NONE; i++)
        if (sg_same_party(r, who->at[i], e->source)) return true;
    return false;
}

/* "The militia, which has raided two towns, denied the claim": what only tells who they are is not what was claimed. */
static bool tells_who(const sg_reader *r, const sg_ev *e, const sg_ids *who) {
    for (size_t i = 0; i < who->count; i++) {
        uint32_t head = r->d->ents[who->at[i]].head;
        if (head != NONE && tk(r, head)->sent == tk(r, e->head)->sent && sg_below(r, e->head, head, NONE)) return true;
    }
    return false;
}

/* The deed told last before the word that these may deny: one they are accused of, one laid to them, or, where it is their
 * part in it, one laid to nobody; and the act that tells it. */
static const sg_ev *contested(const sg_reader *r, uint32_t verb, const sg_ids *who, bool part, const sg_ev **told) {
    const sg_ev *last = NULL;
    for (size_t i = r->out->count; i-- > 0;) {
        const sg_ev *e = r->out->at[i], *deed = NULL;
        if (tk(r, e->head)->sent + BACK < tk(r, verb)->sent) break;
        if (e->head >= verb || !e->type || tells_who(r, e, who)) continue;
        if (!strcmp(e->type, "ACCUSE") && e->realis <= SG_HISTORICAL && answers_for(r, who, &e->recipients)) {
            deed = e->content;
            while (deed && (!deed->type || sg_list_has("ACCUSE|REQUEST", sg_str_of(deed->type)))) deed = deed->next;
        } else if (is_deed(e) && ((answers_for(r, who, &e->actors) && !is_admitted(r, e, who)) || (part && !e->actors.count)))
            deed = e;
        if (deed && (!last || deed->head > last->head)) last = deed, *told = e;
    }
    return last;
}

/* "Accused him of fraud. He denied the charges": of a deed that no table knows he only says no to those who accuse him. */
static const sg_ev *accusation(const sg_reader *r, uint32_t verb, const sg_ids *who) {
    for (size_t i = r->out->count; i-- > 0;) {
        const sg_ev *e = r->out->at[i];
        if (tk(r, e->head)->sent + BACK < tk(r, verb)->sent) return NULL;
        bool told = e->head < verb && e->type && !strcmp(e->type, "ACCUSE") && e->realis <= SG_HISTORICAL;
        if (told && answers_for(r, who, &e->recipients)) return e;
    }
    return NULL;
}

/* "Denied the allegation": no other record is made of the words. */
static void drop_words(sg_reader *r, uint32_t verb, uint32_t word, size_t from) {
    size_t n = from;
    for (size_t i = from; i < r->out->count; i++)
        if (r->out->at[i]->head != word && r->out->at[i]->head != verb) r->out->at[n++] = r->out->at[i];
    r->out->count = n;
}

void sg_tell_denied(sg_reader *r, const sg_sent *s, size_t from) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (tk(r, t)->upos != SG_POS_VERB || !sg_word(r->d, t, "denies")) continue;
        sg_above up = {.subject = NONE};
        uint32_t what = points_back(r, t);
        sg_ids who = {0};
        if (what == NONE || !find_denier(r, t, &who)) continue;
        const char *how = sg_word(r->d, what, "denied");
        const sg_ev *told = NULL, *deed = contested(r, t, &who, !strcmp(how, "part"), &told), *said = NULL;
        if (!deed && !strcmp(how, "word")) said = accusation(r, t, &who);
        sg_signs signs = sg_local_signs(r, t, &up);
        if ((!deed && !said) || signs.negated || signs.future || signs.conditional || signs.may) continue;
        drop_words(r, t, what, from);
        sg_ev *denied = SG_NEW(r->a, sg_ev, 1);
        *denied = deed ? *deed : *said;
        if (said) denied->type = "REJECT", denied->mode = NULL, denied->cameo = "120", denied->recipients = said->actors;
        if (said || !answers_for(r, &who, &deed->actors)) denied->actors = who;
        sg_drop_common(r, &denied->recipients, &denied->actors);
        denied->head = denied->first = denied->last = t;
        denied->same = said ? NULL : told, denied->modality = NULL, denied->settled = denied->recipients.count > 0;
        denied->object = NONE, denied->next = NULL, denied->content = NULL;
        denied->realis = said ? SG_ACTUAL : SG_DENIED, denied->likely = false;
        denied->source = NONE, denied->hearsay[0] = denied->hearsay[1] = NONE;
        const char *why = said ? "type: says no to an accusation" : "realis: denied by a word that stands for it";
        sg_because(r, denied, said ? "type" : "realis", NULL, why, t, t);
        *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = denied;
    }
}
