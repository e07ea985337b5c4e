/* speaker.c: see speaker.h. */
#include "speaker.h"

#include "author.h"
#include "orator.h"

enum {
    NEAR = 3,      /* words between a colon and "we" */
    BACK = 30,     /* words before the colon */
    SEEN = 600,    /* mentions that a label's name is sought in, on either side */
    HEADING = 40,  /* words of a heading */
    HEADINGS = 4,  /* sentences that may be one */
    LABEL_MOST = 4, /* words of a label */
    SPEECH = 24     /* sentences of a speech told without marks of quotation */
};

static bool knows(const sg_doc *d, uint32_t t) {
    for (uint32_t n = 0; n < d->toks[t].ent_count; n++)
        if (d->ents[d->toks[t].ent + n].country || d->ents[d->toks[t].ent + n].sector) return true;
    return false;
}

/* ---- "Lima: we shall pay", "Lima bristled: we shall not" ---- */

uint32_t sg_speaker_before_colon(const sg_doc *d, uint32_t t) {
    uint32_t colon = t;
    while (colon && t - colon <= NEAR && !sg_eqz(d->toks[colon].form, ":")) colon--;
    uint32_t first = d->sents[d->toks[colon].sent].first; /* a colon may end a sentence of its own */
    if (colon == first || !sg_eqz(d->toks[colon].form, ":")) return NONE;
    if (d->sents[d->toks[colon].sent].in_title != d->sents[d->toks[t].sent].in_title) return NONE;
    uint8_t rel = d->toks[colon - 1].deprel;
    bool told = rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ || rel == SG_DEP_OBL; /* "told reporters:": who is spoken to */
    if (knows(d, colon - 1) && !told) return colon - 1;
    for (uint32_t i = colon; i-- > first && colon - i < BACK;) {
        if (sg_eqz(d->toks[i].form, ":") || sg_eqz(d->toks[i].form, "/")) return NONE;
        if (sg_is_subject(&d->toks[i])) return knows(d, i) ? i : NONE;
    }
    return NONE;
}

/* ---- "The minister said: Chad is ready. We shall pay": words without marks of quotation go on ---- */

/* Does the verb tell what somebody says, by the tables: "said", or with what he goes on ("continued:")? */
static bool says(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, OP = 2 };
    if (sg_kind_value(&d->toks[verb].by_lemma, "speaks on")) return true;
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && !strcmp(rows.row[i]->cell[OP], "say")) return true;
    return false;
}

/* "Gave the following answer", "a statement which says": who utters it; NONE where the word is no such thing. */
static uint32_t utterer(const sg_doc *d, uint32_t noun) {
    const sg_tok *k = &d->toks[noun];
    if (k->upos != SG_POS_NOUN || !sg_kind_value(&k->by_lemma, "uttered")) return NONE;
    uint32_t who = sg_author_here(d, noun), verb = k->deprel == SG_DEP_OBJ ? k->head : NONE;
    for (uint32_t c = verb == NONE ? NONE : d->toks[verb].child; c != NONE && who == NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ && sg_kind_value(&d->toks[verb].by_lemma, "utters")) who = c;
    return who;
}

/* The subject of the nearest verb of saying before a colon, in its sentence, or who utters what is told there. */
static uint32_t sayer_before(const sg_doc *d, uint32_t colon, uint32_t first) {
    for (uint32_t i = colon; i-- > first;) {
        uint32_t who = utterer(d, i);
        if (who != NONE) return who;
        if (d->toks[i].upos != SG_POS_VERB || !says(d, i)) continue;
        for (uint32_t c = d->toks[i].child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_NSUBJ && d->toks[c].upos != SG_POS_PRON) return c;
    }
    return NONE;
}

/* "A spokesman released a statement denouncing Chad. ... We demand that ...": whose statement the report, which goes on in
 * its words, is told to be at its beginning. */
static uint32_t utterer_in_lead(const sg_doc *d, uint32_t t) {
    enum { LEAD = 2 }; /* sentences */
    size_t n = 0;
    for (size_t i = 0; i < d->sent_count && n < LEAD && i < d->toks[t].sent; i++) {
        const sg_sent *s = &d->sents[i];
        if (s->in_title || (s->block < d->block_count && d->blocks[s->block].heading)) continue;
        n++;
        for (uint32_t w = s->first; w < s->first + s->count; w++) {
            uint32_t who = utterer(d, w);
            if (who != NONE && knows(d, who) && s->voice == d->sents[d->toks[t].sent].voice) return who;
        }
    }
    return NONE;
}

static bool opens_quote(const sg_doc *d, uint32_t t) {
    static const char *const marks[] = {"\"", "\xE2\x80\x9C", "``", "\xC2\xAB"};
    for (size_t i = 0; t < d->tok_count && i < sizeof marks / sizeof *marks; i++)
        if (sg_eqz(d->toks[t].form, marks[i])) return true;
    return false;
}

/* Who said, with a colon, what the word stands in: by the nearest colon before it whose sentence has a verb of saying. */
static uint32_t said_before(const sg_doc *d, uint32_t t) {
    uint32_t at = t, here = d->toks[t].sent;
    for (uint32_t n = here; here - n < SPEECH; n--) {
        const sg_sent *s = &d->sents[n];
        if (s->in_title != d->sents[here].in_title || s->voice != d->sents[here].voice) return NONE;
        if (n != here) at = s->first + s->count;
        for (uint32_t i = at; i-- > s->first;) {
            uint32_t who = sg_eqz(d->toks[i].form, ":") ? sayer_before(d, i, s->first) : NONE;
            if (who != NONE) return knows(d, who) && !opens_quote(d, i + 1) ? who : NONE;
        }
        if (!n) break;
    }
    return NONE;
}

/* ---- labels ---- */

/* The label's words in normal form, those of a station's voice ("REPORTER") left out; 0 where it is none but these. */
static size_t label_words(const sg_doc *d, const sg_block_text *b, sg_str words[LABEL_MOST]) {
    sg_str rest = {d->text.s + b->label[0], b->label[1] - b->label[0]}, one;
    size_t n = 0;
    bool caps;
    while (n < LABEL_MOST && sg_cut(&rest, ' ', &one)) {
        while (one.n && strchr("<>[]():.,", one.s[0])) one.s++, one.n--;
        while (one.n && strchr("<>[]():.,", one.s[one.n - 1])) one.n--;
        if (!one.n) continue;
        sg_str key = sg_fold(d->arena, one, &caps);
        sg_rows voice = sg_lexicon_find(d->lex, SG_T_VOICES, key);
        if (voice.count && strcmp(voice.row[0]->cell[1], "title") != 0) return 0;
        words[n++] = key;
    }
    return n;
}

/* Is it the mention of a person by the name that the label has? */
static bool bears(const sg_doc *d, const sg_ref *r, sg_str name) {
    if ((r->form != SG_REF_NAME && r->form != SG_REF_SHORT) || r->name[1] == NONE || !knows(d, r->head)) return false;
    return sg_eq(d->toks[r->name[1]].key, name) && d->ents[d->toks[r->head].ent].person;
}

/* Is it one who holds the office that the label has: "MINISTER"? */
static bool serves(const sg_doc *d, const sg_ref *r, const sg_row *role) {
    const sg_ent *e = d->toks[r->head].ent_count == 1 ? &d->ents[d->toks[r->head].ent] : NULL;
    if (!e || !e->person || e->plural || !e->country || !e->sector) return false;
    if (strcmp(e->sector, role->cell[R_SECTOR]) != 0) return false;
    return *role->cell[R_OFFICE] ? e->office && sg_list_has(role->cell[R_OFFICE], sg_str_of(e->office)) : e->row[0] == role;
}

/* The role that the words of a label name, or their last one. */
static const sg_row *role_of(const sg_doc *d, const sg_str *words, size_t n) {
    sg_str all = words[0];
    for (size_t i = 1; i < n; i++)
        all = sg_str_of(sg_printf(d->arena, "%.*s %.*s", (int)all.n, all.s, (int)words[i].n, words[i].s));
    sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, all);
    if (!found.count && n > 1) found = sg_lexicon_find(d->lex, SG_T_ROLES, words[n - 1]);
    return found.count && !strcmp(found.row[0]->cell[R_KIND], "person") ? found.row[0] : NULL;
}

/* The mention nearest before, else the first behind, of whom the label tells. */
static uint32_t labelled(const sg_doc *d, uint32_t ref) {
    const sg_sent *s = &d->sents[d->toks[d->refs[ref].head].sent];
    sg_str words[LABEL_MOST];
    if (s->in_title || s->block >= d->block_count) return NONE; /* given trees may stand in no block */
    const sg_block_text *b = &d->blocks[s->block];
    if (b->label[1] <= b->label[0]) return NONE;
    size_t n = label_words(d, b, words);
    const sg_row *role = n ? role_of(d, words, n) : NULL;
    for (uint32_t i = ref, seen = 0; n && i-- > 0 && seen < SEEN; seen++)
        if (bears(d, &d->refs[i], words[n - 1]) || (role && serves(d, &d->refs[i], role))) return d->refs[i].head;
    for (uint32_t i = ref + 1, seen = 0; n && i < d->ref_count && seen < SEEN; i++, seen++)
        if (bears(d, &d->refs[i], words[n - 1])) return d->refs[i].head;
    return NONE;
}

/* ---- "We, the ministers of ...", and every "we" of the same voice ---- */

static uint32_t joined(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_APPOS && knows(d, c)) return c;
    return NONE;
}

static uint32_t as_before(const sg_doc *d, uint32_t ref) {
    const sg_ref *r = &d->refs[ref];
    for (uint32_t i = ref, seen = 0; i-- > 0 && seen < SEEN; seen++) {
        const sg_ref *then = &d->refs[i];
        if ((then->form != SG_REF_WE && then->form != SG_REF_I) || then->context != r->context) continue;
        if (then->form == r->form && knows(d, then->head)) return then->head;
        if (joined(d, then->head) != NONE) return joined(d, then->head);
    }
    return NONE;
}

/* ---- "Statement by the Minister" ---- */

static uint32_t author(const sg_doc *d, uint32_t ref) {
    const sg_sent *here = &d->sents[d->toks[d->refs[ref].head].sent];
    for (size_t i = 0; i < d->sent_count && i < HEADINGS; i++) {
        const sg_sent *s = &d->sents[i];
        if (here <= s) return NONE;
        if (!s->in_title && (s->block >= d->block_count || !d->blocks[s->block].heading)) continue;
        for (uint32_t t = s->first; t < s->first + s->count && t < s->first + HEADING; t++)
            for (uint32_t c = d->toks[t].child; c != NONE && knows(d, t); c = d->toks[c].next)
                if (d->toks[c].deprel == SG_DEP_CASE && sg_says(d, c, "author")) return t;
    }
    return NONE;
}

/* ---- "The United States condemns it. We urge ...": a state's own statement, without heading ---- */

static bool has_labels(const sg_doc *d) {
    for (size_t i = 0; i < d->block_count; i++)
        if (d->blocks[i].label[1] > d->blocks[i].label[0]) return true;
    return false;
}

/* Does the state declare something now, in the text's own words: "Chad welcomes", "Chad remains committed"? */
static bool declares(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
    if (!e || !e->country || e->person || (e->sector && strcmp(e->sector, "GOV") != 0)) return false;
    if (k->deprel != SG_DEP_NSUBJ || k->head == NONE || d->sents[k->sent].voice || d->sents[k->sent].in_title) return false;
    const sg_tok *verb = &d->toks[k->head];
    bool now = (verb->bits & SG_FEAT_PRES) && (verb->bits & SG_FEAT_FIN), word = sg_kind_value(&verb->by_lemma, "declares");
    for (uint32_t c = verb->child; c != NONE; c = d->toks[c].next) {
        bool copula = d->toks[c].deprel == SG_DEP_COP || sg_kind_value(&d->toks[c].by_lemma, "declares");
        if (copula && d->toks[c].upos != SG_POS_NOUN) now |= (d->toks[c].bits & SG_FEAT_PRES) != 0;
    }
    bool top = verb->head == NONE || (verb->deprel == SG_DEP_CONJ && d->toks[verb->head].head == NONE);
    return top && now && word;
}

uint32_t sg_declarer_of(const sg_doc *d) {
    uint32_t who = NONE;
    if (has_labels(d)) return NONE; /* a station's voices say "we" of themselves */
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (!declares(d, t)) continue;
        if (who != NONE && strcmp(d->ents[d->toks[who].ent].country, d->ents[d->toks[t].ent].country) != 0) return NONE;
        if (who == NONE) who = t;
    }
    return who;
}

/* The nearest "we" or "I" before the word, else the first behind it, of the voice in which one speaks for a land. */
static uint32_t orator_at(const sg_doc *d, uint32_t tok) {
    enum { FAR = 4000 };
    uint32_t voice = d->sents[d->toks[tok].sent].voice, end = tok + FAR < d->tok_count ? tok + FAR : (uint32_t)d->tok_count;
    const char *land = sg_orator_in(d, voice);
    for (uint32_t n = 1; land && *land && n < FAR; n++) {
        for (int side = 0; side < 2; side++) {
            uint32_t t = side ? tok + n : tok - n;
            if (side ? t >= end : n > tok) continue;
            const sg_tok *k = &d->toks[t];
            bool we = k->upos == SG_POS_PRON && (k->bits & SG_FEAT_P1) && k->ent_count == 1 && k->ref != NONE;
            if (we && d->refs[k->ref].context == voice && knows(d, t)) return t;
        }
    }
    return NONE;
}

/* Does the text say "we" outside of quotations? */
static bool says_we(const sg_doc *d) {
    for (uint32_t id = 0; id < d->ref_count; id++)
        if (d->refs[id].form == SG_REF_WE && d->refs[id].speaker == NONE && !d->refs[id].context) return true;
    return false;
}

uint32_t sg_speaker_asking(const sg_doc *d, uint32_t tok) {
    const sg_sent *s = &d->sents[d->toks[tok].sent];
    if (s->in_title) return NONE;
    uint32_t who = orator_at(d, tok);
    if (who == NONE && !s->voice && !d->orator) who = said_before(d, tok);
    if (who == NONE && !s->voice && !d->orator && !has_labels(d) && says_we(d)) who = utterer_in_lead(d, tok);
    return who == NONE || d->toks[who].ent_count != 1 ? NONE : d->toks[who].ent;
}

uint32_t sg_speaker_of(const sg_doc *d, uint32_t ref) {
    const sg_ref *r = &d->refs[ref];
    uint32_t who = labelled(d, ref);
    if (who == NONE) who = joined(d, r->head);
    bool plain = r->speaker == NONE && r->context == 0;
    if (who == NONE && plain) who = said_before(d, r->head);
    if (who == NONE) who = as_before(d, ref);
    if (who == NONE && plain) who = author(d, ref);
    if (who == NONE && r->speaker == NONE) who = sg_author_heading(d);
    if (who == NONE && plain && r->form == SG_REF_WE) who = d->declarer != NONE ? d->declarer : utterer_in_lead(d, r->head);
    return who;
}
