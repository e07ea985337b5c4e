/* station.c: see station.h. A station or agency that the text is said to be by, in its heading or its dateline; else each
 * person who governs and is named for the first time without his land speaks for it, whoever governs and is named with it
 * against it. */
#include "station.h"

#include "lands.h"

enum {
    LANDS = 24,
    PEOPLE = 32,
    LABEL_MOST = 4, /* words of a label */
    LEAST = 2       /* people, more than are told against: a report from abroad names one so now and then */
};

typedef struct tally {
    const char *land;
    int score;
} tally;

/* Is the label one of a station's voices ("<Reporter>")? */
static bool is_voice(const sg_doc *d, const sg_block_text *b) {
    sg_str rest = {d->text.s + b->label[0], b->label[1] - b->label[0]}, one;
    bool caps;
    for (size_t n = 0; n < LABEL_MOST && sg_cut(&rest, ' ', &one); n++) {
        while (one.n && strchr("<>[]():.,", one.s[0])) one.s++, one.n--;
        while (one.n && strchr("<>[]():.,", one.s[one.n - 1])) one.n--;
        sg_rows voice = {0};
        if (one.n) voice = sg_lexicon_find(d->lex, SG_T_VOICES, sg_fold(d->arena, one, &caps));
        if (voice.count && strcmp(voice.row[0]->cell[1], "title") != 0) return true;
    }
    return false;
}

static bool is_broadcast(const sg_doc *d) {
    for (size_t i = 0; i < d->block_count; i++)
        if (d->blocks[i].label[1] > d->blocks[i].label[0] && is_voice(d, &d->blocks[i])) return true;
    return false;
}

bool sg_block_asks(const sg_doc *d, const sg_block_text *b) {
    sg_str rest = {d->text.s + b->label[0], b->label[1] - b->label[0]}, word;
    bool caps;
    if (b->in_title || b->label[1] <= b->label[0] || !sg_cut(&rest, ' ', &word)) return false;
    while (word.n && strchr(":.", word.s[word.n - 1])) word.n--;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, word, &caps));
    return sg_kind_value(&w, "questioner") != NULL;
}

/* "QUESTION:", "MR. RUBIN:": a spokesman answers the press of his own land; one minister named without it is enough. */
static bool is_briefing(const sg_doc *d) {
    for (size_t i = 0; i < d->block_count; i++)
        if (sg_block_asks(d, &d->blocks[i])) return true;
    return false;
}

static tally *tally_of(tally lands[LANDS], size_t *count, const char *land) {
    size_t i = 0;
    while (i < *count && strcmp(lands[i].land, land) != 0) i++;
    if (i == LANDS) return NULL;
    if (i == *count) lands[(*count)++] = (tally){.land = land};
    return &lands[i];
}

/* "The Blue House" stands for its land, and does not name it. */
static bool is_seat(const sg_row *country) {
    return !strcmp(country->cell[C_KIND], "organ");
}

/* "The Governor of Hokkaido": neither names the land nor speaks for it. */
static bool is_local(const sg_ent *e) {
    for (size_t n = 0; n < sizeof e->row / sizeof *e->row; n++) {
        const sg_row *r = e->row[n];
        if (r && r->table == SG_T_COUNTRIES && !strcmp(r->cell[C_KIND], "territory")) return true;
    }
    return false;
}

/* "Seoul also called in the ambassador": a capital tells a station's own government as well as another's. */
static bool is_capital_alone(const sg_ent *e) {
    bool capital = false;
    for (size_t n = 0; n < sizeof e->row / sizeof *e->row; n++) {
        const sg_row *r = e->row[n];
        if (r && r->table == SG_T_COUNTRIES && strcmp(r->cell[C_KIND], "capital") != 0) return false;
        capital |= r && r->table == SG_T_COUNTRIES;
    }
    return capital && !e->person;
}

/* Does a word of his name or under it tell his land: "the Danish Foreign Ministry", "X of Denmark"? */
static bool tells_land(const sg_doc *d, const sg_ent *e) {
    for (size_t n = 0; n < sizeof e->row / sizeof *e->row; n++)
        if (e->row[n] && e->row[n]->table == SG_T_COUNTRIES && !is_seat(e->row[n])) return true;
    for (uint32_t t = e->first; e->first != NONE && t <= e->last; t++)
        if (sg_rows_by_key(d, &d->toks[t], SG_T_COUNTRIES).count) return true;
    return false;
}

/* A body or party that bears no land's name: "the Saenuri Party", "the Unification Ministry". */
static bool is_organ(const sg_ent *e) {
    for (size_t n = 0; n < sizeof e->row / sizeof *e->row; n++) {
        const sg_row *r = e->row[n];
        if (r && r->table == SG_T_ROLES && !strcmp(r->cell[R_NOTE], e->country)) return true; /* only that land has one */
        if (r && (r->table == SG_T_ORGANS || r->table == SG_T_PARTIES || (r->table == SG_T_COUNTRIES && is_seat(r))))
            return true;
    }
    return false;
}

/* Was he named before? If not, he is now, if there is room. */
static bool is_known(const char *people[PEOPLE], size_t *count, const char *name) {
    for (size_t i = 0; i < *count; i++)
        if (!strcmp(people[i], name)) return true;
    if (*count < PEOPLE) people[(*count)++] = name;
    return false;
}

/* "Prime Minister X told ...", and not a ruler, whom all the world names so: who leads the news by such an office. */
static bool leads_news(const sg_doc *d, const sg_ent *e) {
    const sg_tok *k = &d->toks[e->head];
    bool lead = !k->sent && k->deprel == SG_DEP_NSUBJ && e->office && !sg_list_has("head-of-state", sg_str_of(e->office));
    for (uint32_t c = k->child; c != NONE && lead; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_DESC && c < e->head) return true; /* his title */
    return false;
}

/* "Our head of state", "our government": the station's own is told so, by whatever minister's name. */
static bool speaks_of_its_own(const sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_tok *k = &d->toks[t];
        bool our = k->deprel == SG_DEP_NMOD_POSS && (k->bits & SG_FEAT_P1) && (k->bits & SG_FEAT_PLUR) && k->head != NONE;
        const sg_hit *h = our ? sg_hit_over(d, k->head, SG_T_ROLES, SG_T_ROLES) : NULL;
        if (h && !strcmp(h->row->cell[R_SECTOR], "GOV") && !strstr(h->row->cell[R_NOTE], "serves")) return true;
    }
    return false;
}

/* The land of the station, agency or newspaper of that name, or NULL. */
static const char *press_of(const sg_doc *d, sg_str name) {
    bool caps;
    sg_rows found = sg_lexicon_find(d->lex, SG_T_ORGANS, sg_fold(d->arena, name, &caps));
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[O_SECTOR], "JRN") && caps >= found.row[i]->caps)
            return found.row[i]->cell[O_COUNTRY];
    return NULL;
}

/* "HANOI, May 3 (VNA) --": an agency that tells of its own land, and not of where it only has a correspondent. */
static const char *agency_at_home(const sg_doc *d) {
    const sg_toponym *place = d->toponym_count && d->toponyms[0].sent == NONE ? &d->toponyms[0] : NULL;
    if (!place || !place->country || d->dateline[1] > d->text.n) return NULL;
    static const char marks[] = ",;:()/.- ";
    for (uint32_t from = d->dateline[0], end; from < d->dateline[1]; from = end + 1) {
        end = from;
        while (end < d->dateline[1] && !strchr("(),/", d->text.s[end])) end++;
        sg_str name = {d->text.s + from, end - from};
        while (name.n && strchr(marks, name.s[0])) name.s++, name.n--;
        while (name.n && strchr(marks, name.s[name.n - 1])) name.n--;
        const char *land = name.n ? press_of(d, name) : NULL;
        if (land && !strcmp(land, place->country)) return land;
    }
    return NULL;
}

const char *sg_home_of_publisher(const sg_doc *d) {
    const char *by = d->in->source;
    bool dated = d->toponym_count && d->toponyms[0].sent == NONE; /* "here" is where it was written */
    if (!by || dated) return NULL;
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, sg_str_of(by), NULL));
    return sg_kind_value(&w, "writes from everywhere") ? NULL : press_of(d, sg_str_of(by)); /* "Reuters" */
}

/* "Our country", "our troops", "our Minister": is it the land of whoever writes, not of somebody who is quoted? */
static bool is_writers_own(const sg_doc *d, const sg_ref *r) {
    const sg_tok *our = &d->toks[r->head];
    if (r->form != SG_REF_WE || r->speaker != NONE || our->deprel != SG_DEP_NMOD_POSS || our->head == NONE) return false;
    const sg_sent *s = &d->sents[our->sent];
    bool labelled = s->block < d->block_count && d->blocks[s->block].label[1] > d->blocks[s->block].label[0];
    if (labelled || (r->context && r->context != s->voice)) return false;
    const sg_hit *h = sg_hit_over(d, our->head, SG_T_ROLES, SG_T_ROLES);
    bool state = h && sg_list_has("GOV|MIL", sg_str_of(h->row->cell[R_SECTOR])) && !strstr(h->row->cell[R_NOTE], "serves");
    return state || sg_kind_value(&d->toks[our->head].by_lemma, "land of some kind");
}

/* "HANOI, May 3 -- ... arrived for a visit to our country": who writes so under a dateline is at home there. */
static const char *home_by_our(const sg_doc *d) {
    const sg_toponym *place = d->toponym_count && d->toponyms[0].sent == NONE ? &d->toponyms[0] : NULL;
    for (uint32_t id = 0; place && sg_land_is_state(place->country) && id < d->ref_count; id++)
        if (is_writers_own(d, &d->refs[id])) return place->country;
    return NULL;
}

/* "Text of report by Chadian radio", "Excerpts from report by Radio Lima": the heading that a monitor puts over what he
 * has translated. */
static const char *station_in_heading(const sg_doc *d) {
    enum { LINES = 2 }; /* the title and the first line */
    for (size_t i = 0; i < d->sent_count && i < LINES; i++) {
        const sg_sent *s = &d->sents[i];
        bool heads = false, told = s->root != NONE && d->toks[s->root].upos == SG_POS_VERB; /* "A report by radio said" */
        for (uint32_t t = s->first; !told && t < s->first + s->count; t++) {
            const sg_tok *k = &d->toks[t];
            const sg_ent *e = k->ent_count == 1 ? &d->ents[k->ent] : NULL;
            heads |= sg_kind_value(&k->by_lemma, "monitored") != NULL;
            if (heads && e && e->sector && !strcmp(e->sector, "JRN") && sg_land_is_state(e->country)) return e->country;
        }
    }
    return NULL;
}

/* "DEPARTMENT OF STATE, DAILY PRESS BRIEFING", above what is asked and answered: the one land whose ministry or spokesman
 * the heading names. */
static const char *briefer_in_heading(const sg_doc *d) {
    const char *land = NULL;
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (s->block < d->block_count && d->blocks[s->block].label[1] > d->blocks[s->block].label[0]) return land;
        for (uint32_t t = s->first; t < s->first + s->count; t++) {
            const sg_ent *e = d->toks[t].ent_count ? &d->ents[d->toks[t].ent] : NULL;
            if (!e || !e->sector || strcmp(e->sector, "GOV") != 0 || !sg_land_is_state(e->country)) continue;
            if (d->toks[t].ent_count > 1 || (land && strcmp(land, e->country) != 0)) return NULL;
            land = e->country;
        }
    }
    return NULL; /* nobody is labelled */
}

/* "The Secretary-General is on his way back", told by who is asked: whose head it is; NULL where none is. */
static const char *body_in_briefing(const sg_doc *d) {
    for (uint32_t t = 0; t < d->tok_count; t++) {
        const sg_sent *s = &d->sents[d->toks[t].sent];
        const sg_hit *h = d->toks[t].deprel == SG_DEP_NSUBJ ? sg_hit_over(d, t, SG_T_ROLES, SG_T_ROLES) : NULL;
        bool heads = h && h->head == t && strstr(h->row->cell[R_NOTE], "else:"); /* of no land, by his title */
        const char *body = heads ? sg_kind_value(&d->toks[t].by_lemma, "briefs for") : NULL;
        bool asked = s->block < d->block_count && sg_block_asks(d, &d->blocks[s->block]);
        const sg_ent *e = d->toks[t].ent_count == 1 ? &d->ents[d->toks[t].ent] : NULL;
        bool bare = e && !e->name && (!e->country || !strcmp(e->country, "IGO"));
        if (body && bare && !asked) return body;
    }
    return NULL;
}

/* Who is named first of all, as the subject of the lead, speaks for his land alone. */
const char *sg_station_of(const sg_doc *d) {
    tally lands[LANDS];
    const char *people[PEOPLE], *lead = NULL;
    size_t count = 0, known = 0;
    const char *told = station_in_heading(d) ? station_in_heading(d) : agency_at_home(d);
    if (!told) told = home_by_our(d);
    if (told || !is_broadcast(d)) return told;
    if (is_briefing(d) && (told = briefer_in_heading(d)) != NULL) return told;
    if (is_briefing(d) && (told = body_in_briefing(d)) != NULL) return told;
    for (size_t i = 0; i < d->ent_count; i++) {
        const sg_ent *e = &d->ents[i];
        if (!sg_land_is_state(e->country) || !e->sector || !sg_list_has("GOV|PTY|LEG", sg_str_of(e->sector))) continue;
        bool several = e->plural || d->toks[e->head].ent_count > 1; /* "the ministers of Chile and Peru" */
        if (several || is_local(e) || is_capital_alone(e) || (e->name && is_known(people, &known, e->name))) continue;
        bool called = tells_land(d, e);
        if (!called && !(e->person && e->name) && !is_organ(e)) continue;
        if (e->person && is_organ(e)) continue; /* "White House aide X": all the world may call him so */
        tally *t = tally_of(lands, &count, e->country);
        if (t) t->score += called ? -1 : 1;
        if (!called && !lead && leads_news(d, e)) lead = e->country;
    }
    const tally *best = NULL;
    for (size_t i = 0; i < count; i++) /* of two alike the one named first */
        if (!best || lands[i].score > best->score) best = &lands[i];
    bool leads = best && (best->land == lead || is_briefing(d) || speaks_of_its_own(d));
    return best && best->score >= (leads ? 1 : LEAST) ? best->land : NULL;
}
