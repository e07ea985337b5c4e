/* event_denial.c: see event_in.h. Denials that point back: "Niger said Libyan jets had bombed a camp. Tripoli denied it",
 * "denied the charge", "denied involvement". What is denied is the deed that was told before, or that they were accused
 * of. Words that stand for it are en/grammar's `denied`: `word` what was said of it, `part` one's part in it, `it` a
 * pronoun. */
#include "event_in.h"

enum { BACK = 2 }; /* sentences */

/* What is denied, where it only points back: with nothing beside it that says what it was; NONE. */
static uint32_t points_back(const sg_reader *r, uint32_t verb) {
    for (uint32_t c = tk(r, verb)->child; c != NONE; c = tk(r, c)->next) {
        const char *how = tk(r, c)->deprel == SG_DEP_OBJ ? sg_word(r->d, c, "denied") : NULL;
        if (!how || (strcmp(how, "word") != 0 && !sg_eqz(tk(r, verb)->lemma_key, "deny"))) continue;
        bool plain = true;
        for (uint32_t k = tk(r, c)->child; k != NONE; k = tk(r, k)->next) {
            uint8_t rel = tk(r, k)->deprel;
            plain &= rel == SG_DEP_DET || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_AMOD || rel == SG_DEP_PUNCT;
        }
        for (uint32_t k = tk(r, verb)->child; k != NONE; k = tk(r, k)->next) /* "denied it entry", "denied the report that" */
            plain &= tk(r, k)->deprel != SG_DEP_IOBJ && tk(r, k)->deprel != SG_DEP_CCOMP && tk(r, k)->deprel != SG_DEP_XCOMP &&
                     !(tk(r, k)->deprel == SG_DEP_OBL && (has_case(r, k, "in", NULL) || has_case(r, k, "of", NULL)));
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
        const sg_ev *told = NULL, *deed = contested(r, t, &who, !strcmp(how, "part"), &told);
        sg_signs signs = sg_local_signs(r, t, &up);
        if (!deed || signs.negated || signs.future || signs.conditional || signs.may) continue;
        drop_words(r, t, what, from);
        sg_ev *denied = SG_NEW(r->a, sg_ev, 1);
        *denied = *deed;
        if (!answers_for(r, &who, &deed->actors)) denied->actors = who;
        sg_drop_common(r, &denied->recipients, &denied->actors);
        denied->head = denied->first = denied->last = t;
        denied->same = told, denied->modality = NULL, denied->settled = denied->recipients.count > 0;
        denied->object = NONE, denied->next = NULL, denied->content = NULL;
        denied->realis = SG_DENIED, denied->likely = false;
        denied->source = NONE, denied->hearsay[0] = denied->hearsay[1] = NONE;
        sg_because(r, denied, "realis", NULL, "realis: denied by a word that stands for it", t, t);
        *SG_PUSH(r->a, r->out->at, r->out->count, r->out->cap) = denied;
    }
}
