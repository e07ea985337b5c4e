/* record.c: see record.h. */
#include "record.h"

#include "algebra.h"
#include "confidence.h"
#include "evidence.h"
#include "calendar.h"

#include <math.h>

enum { YEAR = 365, WEEK = 7 };

static const char *const realis_names[] = {"actual",       "historical",  "planned", "demanded",
                                           "hypothetical", "conditional", "denied",  "negated"};
static const char *const use_names[] = {"date", "future", "duration", "since", "past", "due"};
static const char *const by_names[] = {"name", "office", "description", "pronoun", "inferred"};

/* ---- places in the text ---- */

enum { STEP = 256 }; /* bytes between places whose number is kept */

/* Code points before every STEP-th byte, counted once: spans are asked for in any order. */
typedef struct places {
    sg_doc *d;
    uint32_t *points[2]; /* text, title */
} places;

static places places_of(sg_doc *d) {
    places p = {.d = d};
    for (int title = 0; title < 2; title++) {
        sg_str text = sg_doc_text(d, title);
        uint32_t *at = p.points[title] = SG_NEW(d->arena, uint32_t, text.n / STEP + 2);
        for (size_t i = 0; (i + 1) * STEP <= text.n; i++)
            at[i + 1] = at[i] + (uint32_t)sg_utf8_count((sg_str){text.s + i * STEP, STEP});
    }
    return p;
}

static size_t point_at(const places *p, bool title, size_t byte) {
    size_t from = byte / STEP * STEP;
    return p->points[title][byte / STEP] + sg_utf8_count((sg_str){sg_doc_text(p->d, title).s + from, byte - from});
}

static sg_span span_of_bytes(places *p, bool title, size_t start, size_t end) {
    sg_str text = sg_doc_text(p->d, title);
    sg_span s = {.text = {text.s + start, end - start}, .byte_start = start, .byte_end = end, .in_title = title};
    s.start = point_at(p, title, start);
    s.end = s.start + sg_utf8_count(s.text);
    return s;
}

static sg_span span_of(places *p, uint32_t first, uint32_t last) {
    if (first == NONE) return (sg_span){0};
    const sg_tok *a = &p->d->toks[first], *b = &p->d->toks[last];
    return span_of_bytes(p, p->d->sents[a->sent].in_title, a->start, b->end);
}

/* ---- the document ---- */

static const char *key_of(sg_doc *d) {
    uint64_t h = SG_HASH;
    const sg_input *in = d->in;
    if (in->id) {
        h = sg_hash(h, in->id, strlen(in->id) + 1);
        if (in->source) h = sg_hash(h, in->source, strlen(in->source));
    } else {
        h = sg_hash(h, in->text.s, in->text.n);
        if (in->date) h = sg_hash(h, in->date, strlen(in->date));
    }
    return sg_printf(d->arena, "%08x%08x", (unsigned)(h >> 32), (unsigned)h);
}

static void name_document(sg_doc *d, sg_result *r) {
    r->key = key_of(d);
    r->doc = d->in->id ? d->in->id : r->key;
    r->lang = d->in->lang;
}

/* ---- sentences ---- */

static sg_token token_of(places *p, const sg_tok *t, const sg_sent *s, uint32_t id) {
    sg_span at = span_of_bytes(p, s->in_title, t->start, t->end);
    return (sg_token){.first = id,
                      .last = id,
                      .form = t->form,
                      .lemma = t->lemma,
                      .upos = sg_upos_name((sg_upos)t->upos),
                      .feats = t->feats,
                      .deprel = t->label,
                      .head = t->head == NONE ? 0 : t->head - s->first + 1,
                      .start = at.start,
                      .end = at.end,
                      .byte_start = t->start,
                      .byte_end = t->end,
                      .name = sg_name_label_name((sg_name_label)t->name),
                      .mention = sg_name_label_name((sg_name_label)t->mention),
                      .space_after = t->space_after};
}

static void put_tokens(places *p, const sg_sent *s, sg_sentence *out) {
    sg_doc *d = p->d;
    sg_token *toks = SG_NEW(d->arena, sg_token, s->count * 2);
    size_t n = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        uint32_t id = i - s->first + 1;
        if (t->mwt != NONE && d->mwts[t->mwt].first == i) {
            const sg_mwt *m = &d->mwts[t->mwt];
            sg_span at = span_of_bytes(p, s->in_title, m->start, m->end);
            toks[n++] = (sg_token){.first = id,
                                   .last = id + (m->last - m->first),
                                   .form = m->form,
                                   .start = at.start,
                                   .end = at.end,
                                   .byte_start = m->start,
                                   .byte_end = m->end,
                                   .space_after = m->space_after};
        }
        toks[n++] = token_of(p, t, s, id);
    }
    out->tokens = toks;
    out->token_count = n;
}

void sg_record_sentences(sg_doc *d, sg_result *r) {
    places p = places_of(d);
    if (!r->key) name_document(d, r);
    sg_sentence *out = SG_NEW(d->arena, sg_sentence, d->sent_count);
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        out[i].text = span_of_bytes(&p, s->in_title, s->start, s->end);
        out[i].paragraph = s->paragraph;
        if (s->given != NONE && d->in->given_sentences) out[i].comments = d->in->given_sentences[s->given].comments;
        put_tokens(&p, s, &out[i]);
    }
    r->sentences = out;
    r->sentence_count = d->sent_count;
}

/* ---- who is named ---- */

static const char *const thing_names[] = {NULL, "person", "organization", "place"};

enum { NAMED = 10 }; /* a little is said for each kind by being named at all: chosen on GUM's training part */

/* What each chain is about: all its mentions say it together. */
static uint8_t *things_of(sg_doc *d, uint32_t *size) {
    int32_t(*worth)[SG_THINGS] = sg_alloc(d->arena, d->chain_count + 1, sizeof *worth);
    uint8_t *thing = SG_NEW(d->arena, uint8_t, d->chain_count + 1);
    for (size_t i = 0; i < d->ref_count; i++) {
        const sg_ref *r = &d->refs[i];
        if (r->form == SG_REF_WHO) continue;
        size[r->chain]++;
        for (int k = 1; k < SG_THINGS; k++) worth[r->chain][k] += r->worth[k] + NAMED;
    }
    for (size_t c = 0; c < d->chain_count; c++)
        for (uint8_t k = 1; k < SG_THINGS; k++)
            if (worth[c][k] > worth[c][thing[c]]) thing[c] = k;
    for (size_t i = 0; i < d->ref_count; i++) { /* whoever has a country is somebody */
        const sg_tok *t = &d->toks[d->refs[i].head];
        uint8_t *is = &thing[d->refs[i].chain];
        if (!*is && t->ent_count && d->ents[t->ent].country) *is = d->ents[t->ent].person ? SG_THING_PERSON : SG_THING_BODY;
    }
    return thing;
}

static int by_place(const void *a, const void *b) {
    const sg_named *x = a, *y = b;
    if (x->sentence != y->sentence) return x->sentence < y->sentence ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->last != y->last) return x->last > y->last ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

/* Relative pronouns and "each other" only repeat; a pair counts where something refers to it. */
static bool is_told_of(const sg_ref *r, const uint32_t *size) {
    if (r->form == SG_REF_WHO || r->form == SG_REF_EACH) return false;
    return r->form != SG_REF_PAIR || size[r->chain] > 1;
}

/* The countries of all that a mention stands for, joined by +. */
static const char *countries_of(sg_doc *d, const sg_ref *r) {
    const sg_tok *t = &d->toks[r->head];
    const char *all = NULL;
    for (uint32_t i = 0; i < t->ent_count; i++) {
        const char *one = d->ents[t->ent + i].country;
        if (one) all = all ? sg_printf(d->arena, "%s+%s", all, one) : one;
    }
    return all;
}

static const char *sector_of(const sg_doc *d, const sg_ref *r) {
    const sg_tok *t = &d->toks[r->head];
    return t->ent_count ? d->ents[t->ent].sector : NULL;
}

void sg_record_named(sg_doc *d, sg_result *out) {
    uint32_t *size = SG_NEW(d->arena, uint32_t, d->chain_count + 1), *id = SG_NEW(d->arena, uint32_t, d->chain_count + 1);
    uint8_t *thing = things_of(d, size);
    sg_named *all = SG_NEW(d->arena, sg_named, d->ref_count + 1);
    uint32_t ids = 0;
    size_t n = 0;
    for (size_t i = 0; i < d->ref_count; i++) {
        const sg_ref *r = &d->refs[i];
        uint32_t sent = d->toks[r->head].sent, first = d->sents[sent].first;
        if (!thing[r->chain] || !is_told_of(r, size)) continue;
        if (!id[r->chain]) id[r->chain] = ++ids;
        all[n++] = (sg_named){.sentence = sent,
                              .first = r->first - first + 1,
                              .last = r->last - first + 1,
                              .head = r->head - first + 1,
                              .id = id[r->chain],
                              .type = thing_names[thing[r->chain]],
                              .country = countries_of(d, r),
                              .sector = sector_of(d, r)};
    }
    qsort(all, n, sizeof *all, by_place);
    out->named = all;
    out->named_count = n;
}

/* ---- toponyms ---- */

static sg_place place_of(places *p, const sg_toponym *t, uint32_t titles) {
    sg_place out = {.words = span_of_bytes(p, t->in_title, t->start, t->end)};
    out.sentence = t->in_title || t->sent == NONE ? 0 : t->sent + 1 - titles;
    out.people = t->people;
    if (!t->known) return out;
    out.name = t->name;
    out.country = t->country;
    out.admin1 = t->admin1;
    out.feature_code = t->feature;
    out.geonameid = (long)t->id;
    out.located = true;
    out.lat = (double)t->lat / 100000;
    out.lon = (double)t->lon / 100000;
    return out;
}

static uint32_t titles_of(const sg_doc *d) {
    uint32_t n = 0;
    while (n < d->sent_count && d->sents[n].in_title) n++;
    return n;
}

void sg_record_places(sg_doc *d, sg_result *r) {
    places p = places_of(d);
    name_document(d, r);
    sg_place *out = SG_NEW(d->arena, sg_place, d->toponym_count + 1);
    for (size_t i = 0; i < d->toponym_count; i++) out[i] = place_of(&p, &d->toponyms[i], titles_of(d));
    r->places = out;
    r->place_count = d->toponym_count;
}

/* ---- tables ---- */

static const sg_row *plover_row(const sg_doc *d, const char *type, const char *mode) {
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_PLOVER, type ? (sg_str){type, strlen(type)} : (sg_str){"", 0});
    size_t n;
    const sg_row *all = sg_lexicon_rows(d->lex, SG_T_PLOVER, &n);
    (void)rows;
    for (size_t i = 0; type && i < n; i++)
        if (!strcmp(all[i].cell[0], type) && !strcmp(all[i].cell[1], mode ? mode : "")) return &all[i];
    return NULL;
}

int sg_quad_of(const sg_doc *d, const char *type) {
    const sg_row *row = plover_row(d, type, NULL);
    return row ? row->cell[3][0] - '0' : 0;
}

/* A decimal of the tables, read without a locale. */
static double number_of(const char *s) {
    double sign = 1, value = 0, unit = 1;
    if (*s == '-') sign = -1, s++;
    for (; *s >= '0' && *s <= '9'; s++) value = value * 10 + (*s - '0');
    if (*s == '.')
        for (s++; *s >= '0' && *s <= '9'; s++) value = value * 10 + (*s - '0'), unit *= 10;
    return sign * value / unit;
}

/* Codes of a scheme that no table knows have no score. */
static double goldstein_of(const sg_doc *d, const char *cameo) {
    sg_rows r = sg_lexicon_find(d->lex, SG_T_CAMEO, sg_str_of(cameo));
    return r.count && r.row[0]->cell[1][0] ? number_of(r.row[0]->cell[1]) : (double)NAN;
}

/* A bare statement: CAMEO's 01x, which have no type of their own. */
static bool is_statement(const sg_ev *e) {
    return !e->type && e->cameo && !strncmp(e->cameo, "01", 2);
}

/* Is the act a record's by its code alone? */
static bool by_code(const sg_ev *e, const sg_options *o) {
    return e->coded || (o->statements && is_statement(e));
}

/* ---- entities ---- */

static sg_entity entity_of(places *p, uint32_t id) {
    const sg_ent *e = &p->d->ents[id];
    sg_entity out = {.words = span_of(p, e->first, e->last),
                     .name = e->name,
                     .office = e->office,
                     .country = e->country,
                     .sector = e->sector,
                     .cameo = e->cameo,
                     .wikidata = e->wikidata,
                     .by = by_names[e->by]};
    out.name_by = e->name ? by_names[e->name_by] : NULL;
    return out;
}

static bool same_party(const sg_ent *a, const sg_ent *b) {
    const char *ca = a->cameo ? a->cameo : a->country, *cb = b->cameo ? b->cameo : b->country;
    if (!ca || !cb || strcmp(ca, cb) != 0) return false;
    return (!a->name || !b->name || !strcmp(a->name, b->name)) &&
           (!a->office || !b->office || !strcmp(a->office, b->office));
}

/* "The working group": neither whose it is, nor what it does, nor its name is known, so nobody is told. */
static bool is_nobody(const sg_ent *e) {
    return !e->country && !e->sector && !e->name;
}

/* One entity for each country and office or person: what is said twice stands once. */
static sg_entity *entities_of(places *p, const sg_ids *ids, size_t *count) {
    sg_entity *out = SG_NEW(p->d->arena, sg_entity, ids->count);
    *count = 0;
    for (size_t i = 0; i < ids->count; i++) {
        bool again = is_nobody(&p->d->ents[ids->at[i]]);
        for (size_t k = 0; k < i; k++) again |= same_party(&p->d->ents[ids->at[k]], &p->d->ents[ids->at[i]]);
        if (!again) out[(*count)++] = entity_of(p, ids->at[i]);
    }
    return out;
}

/* The line that holds the person's office, where there is one, else the first behind the entity. */
static const sg_row *telling_row(const sg_ent *e) {
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_HOLDERS) return e->row[i];
    return e->row[0];
}

static sg_mentioned named_party(places *p, uint32_t id) {
    const sg_row *row = telling_row(&p->d->ents[id]);
    sg_mentioned out = {.is_party = true, .party = entity_of(p, id)};
    out.words = out.party.words;
    out.row = row ? sg_row_name(p->d->arena, p->d->lex, row) : NULL;
    return out;
}

/* Times begin at their first word, parties stand at their head: one walk over the words finds both in order. */
void sg_record_mentioned(sg_doc *d, sg_result *r) {
    places p = places_of(d);
    name_document(d, r);
    sg_mentioned *out = SG_NEW(d->arena, sg_mentioned, d->ent_count + d->time_count + 1);
    bool *told = SG_NEW(d->arena, bool, d->ent_count + 1); /* the words of a title and a name may share one */
    size_t n = 0, time = 0;
    uint32_t titles = 0;
    while (titles < d->sent_count && d->sents[titles].in_title) titles++;
    for (uint32_t i = 0; i < d->tok_count; i++) {
        const sg_tok *t = &d->toks[i];
        size_t from = n;
        for (; time < d->time_count && d->times[time].first == i; time++)
            out[n++] = (sg_mentioned){.words = span_of(&p, i, d->times[time].last),
                                      .date = d->times[time].edtf,
                                      .use = use_names[d->times[time].kind]};
        for (uint32_t k = t->ent; k < t->ent + t->ent_count; k++) {
            if (d->ents[k].first == NONE || told[k]) continue;
            told[k] = true;
            out[n++] = named_party(&p, k);
        }
        for (; from < n; from++) out[from].sentence = d->sents[t->sent].in_title ? 0 : t->sent + 1 - titles;
    }
    r->mentioned = out;
    r->mentioned_count = n;
}

/* ---- acts ---- */

static const char **list_of(sg_doc *d, const char *joined, size_t *count) {
    sg_str rest = sg_str_of(joined), one;
    size_t n = 1;
    for (const char *c = joined; c && *c; c++) n += *c == '|';
    const char **out = (const char **)sg_alloc(d->arena, n, sizeof *out);
    *count = 0;
    while (sg_cut(&rest, '|', &one))
        if (one.n) out[(*count)++] = sg_dup(d->arena, one);
    return out;
}

static void put_date(places *p, const sg_ev *e, sg_act *out) {
    if (e->edtf) out->date.edtf = e->edtf, out->date.by = e->date_by;
    if (e->time != NONE) out->date.words = span_of(p, p->d->times[e->time].first, p->d->times[e->time].last);
    if (e->due != NONE) {
        out->due = span_of(p, p->d->times[e->due].first, p->d->times[e->due].last);
        out->due_date = p->d->times[e->due].edtf;
    }
}

static void put_place(places *p, const sg_ev *e, sg_act *out) {
    if (e->place == NONE) return;
    out->has_place = true;
    out->place = place_of(p, &p->d->toponyms[e->place], 0);
}

static void put_evidence(places *p, const sg_ev *e, sg_act *out) {
    sg_span *words = SG_NEW(p->d->arena, sg_span, e->why_count);
    for (size_t i = 0; i < e->why_count; i++) words[i] = span_of(p, e->why[i].first, e->why[i].last);
    sg_evidence_fill(p->d, e, words, out);
}

static void put_act(places *p, const sg_ev *e, const sg_options *o, sg_act *out, int depth) {
    sg_doc *d = p->d;
    out->type = e->type;
    out->modes = list_of(d, e->mode, &out->mode_count);
    out->contexts = list_of(d, e->context, &out->context_count);
    out->cameo = e->type || by_code(e, o) ? e->cameo : NULL;
    if (out->cameo) out->goldstein = goldstein_of(d, e->cameo);
    const sg_row *score = plover_row(d, e->type, out->mode_count ? out->modes[0] : NULL);
    if (!score) score = plover_row(d, e->type, NULL);
    if (score) out->score = number_of(score->cell[2]);
    out->quad = sg_quad_of(d, e->type);
    out->realis = e->position ? NULL : realis_names[e->realis];
    out->modality = e->modality;
    out->phase = e->phase;
    put_date(p, e, out);
    put_place(p, e, out);
    out->actors = entities_of(p, &e->actors, &out->actor_count);
    out->recipients = entities_of(p, &e->recipients, &out->recipient_count);
    out->reciprocal = e->reciprocal && out->actor_count > 1;
    out->trigger = span_of(p, e->first, e->last);
    out->link = e->link;
    if (e->hearsay[0] != NONE) out->hearsay = span_of(p, e->hearsay[0], e->hearsay[1]);
    else if (e->source != NONE) out->has_source = true, out->source = entity_of(p, e->source);
    if (o->explain) put_evidence(p, e, out);
    size_t n = 0;
    for (const sg_ev *x = e->content; x; x = x->next) n++;
    if (!n || depth >= 4) return;
    out->content = SG_NEW(d->arena, sg_act, n);
    for (const sg_ev *x = e->content; x; x = x->next) put_act(p, x, o, &out->content[out->content_count++], depth + 1);
}

/* ---- dates and incidents over the document ---- */

/* A day of news that later sentences go on from: a recent one, of what the report tells for its own sake. */
static bool sets_the_day(const sg_doc *d, const sg_ev *e, const sg_time *t) {
    if (!t->edtf || t->kind != SG_TIME_DATE || e->realis != SG_ACTUAL || e->background) return false;
    return t->from == t->to && (d->pub == INT32_MIN || (t->to <= d->pub && t->from > d->pub - WEEK));
}

/* The day that undated acts go on from, and the sentence that went back behind it: after it nothing is sure. */
typedef struct day_told {
    const sg_time *last;
    uint32_t back;
} day_told;

/* A report's day goes forward ("on Monday ... on Tuesday"). An earlier day is told by the way, and whether what follows
 * belongs to it or to the report's own day the words do not say: such acts have none. */
static void tell_day(const sg_doc *d, const sg_ev *e, const sg_time *t, day_told *day) {
    uint32_t sent = d->toks[e->head].sent;
    if (day->last && t->from < day->last->from) day->back = sent, day->last = NULL;
    else if (day->back == NONE || sent != day->back) day->last = t, day->back = NONE;
}

/* "has asked the Council": the perfect tells how things stand now, not what was done on the day told before. */
static bool has_come_to_be(const sg_doc *d, const sg_ev *e) {
    uint32_t head = d->toks[e->head].upos == SG_POS_VERB ? e->head : d->toks[e->head].head;
    if (head == NONE || d->toks[head].upos != SG_POS_VERB || (d->toks[head].bits & SG_FEAT_PRES)) return false;
    for (uint32_t c = d->toks[head].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AUX && sg_word(d, c, "perfect")) return true;
    return false;
}

static void settle_date(sg_doc *d, sg_ev *e, day_told *day) {
    uint32_t sent = d->toks[e->head].sent;
    bool unsure = day->back != NONE && (sent == day->back || sent == day->back + 1);
    if (e->time != NONE) {
        const sg_time *t = &d->times[e->time];
        e->edtf = t->edtf;
        e->date_by = t->edtf ? "text" : NULL;
        bool past = t->kind == SG_TIME_PAST || (d->pub != INT32_MIN && t->to != INT32_MIN && t->to < d->pub - YEAR);
        if (past && e->realis < SG_HISTORICAL) e->realis = SG_HISTORICAL;
        if (sets_the_day(d, e, t)) tell_day(d, e, t, day);
    } else if (day->last && e->realis == SG_ACTUAL && !e->position && !has_come_to_be(d, e)) {
        e->edtf = day->last->edtf;
        e->date_by = "inherited";
    } else if (!unsure && d->pub != INT32_MIN && e->speech && e->realis == SG_ACTUAL) {
        e->edtf = sg_day_iso(d->arena, d->pub);
        e->date_by = "publication";
    }
}

static bool share_party(const sg_doc *d, const sg_ids *a, const sg_ids *b) {
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++) {
            const char *x = d->ents[a->at[i]].country, *y = d->ents[b->at[k]].country;
            if (x && y && !strcmp(x, y)) return true;
        }
    return a->count == 0 && b->count == 0;
}

static bool same_incident(const sg_doc *d, const sg_ev *a, const sg_ev *b) {
    if (!a->type || !b->type || strcmp(a->type, b->type) != 0 || a->realis != b->realis) return false;
    if (a->mode && b->mode && strcmp(a->mode, b->mode) != 0) return false;
    if (a->edtf && b->edtf && strcmp(a->edtf, b->edtf) != 0) return false;
    if (a->split || b->split) return false;
    return share_party(d, &a->actors, &b->actors) &&
           (!a->recipients.count || !b->recipients.count || share_party(d, &a->recipients, &b->recipients));
}

/* ---- records ---- */

static bool knows_party(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++)
        if (d->ents[ids->at[i]].country || d->ents[ids->at[i]].sector) return true;
    return false;
}

/* A firm's own name has no sector in the tables, but the country of those that are of many. */
static const char *sector_as_told(const sg_ent *p) {
    return !p->sector && p->country && !strcmp(p->country, "MNC") ? "BUS" : p->sector;
}

static bool all_of(const sg_doc *d, const sg_ids *ids, const char *sectors) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        const char *sector = sector_as_told(p);
        bool unknown = !sector && !p->country;
        if (!unknown && (!sector || !sg_list_has(sectors, sg_str_of(sector)))) return false;
    }
    return true;
}

/* Companies among themselves: business, not politics. Force and protest count whoever is in them. */
static bool is_business(const sg_doc *d, const sg_ev *e) {
    static const char rough[] = "PROTEST|COERCE|ASSAULT|SANCTION";
    bool alone = !e->recipients.count && strcmp(e->type, "PROTEST") != 0; /* "the company began operations" */
    bool firms = e->actors.count && knows_party(d, &e->actors) && all_of(d, &e->actors, "BUS");
    bool sold = e->recipients.count && all_of(d, &e->recipients, "BUS");
    if (e->cameo && !strcmp(e->cameo, "192") && (firms || sold)) return true; /* taken over with money */
    /* "bombarded commuters with leaflets": a firm's attacks are on markets, unless with arms or on the public's own */
    if (firms && !strcmp(e->type, "ASSAULT") && !e->mode && all_of(d, &e->recipients, "BUS|CVL")) return true;
    if (!alone && sg_list_has(rough, sg_str_of(e->type))) return false;
    if (alone && !e->actors.count) return false;
    bool dear = !strcmp(e->type, "SANCTION"); /* the great gas firms cut supplies for their states */
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            const char *sector = dear ? p->sector : sector_as_told(p);
            if ((p->country || p->sector) && (!sector || strcmp(sector, "BUS") != 0)) return false;
        }
    return true;
}

/* "The refiner would buy Iranian crude": what companies do by themselves in a country is trade. */
static bool is_trade(const sg_doc *d, const sg_ev *e) {
    static const char organs[] = "GOV|MIL|LEG|JUD|COP";
    if (!sg_list_has("COOPERATE|AGREE", sg_str_of(e->type)) || !e->actors.count) return false;
    for (size_t i = 0; i < e->actors.count; i++) {
        const char *sector = sector_as_told(&d->ents[e->actors.at[i]]);
        if (!sector || strcmp(sector, "BUS") != 0) return false;
    }
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]];
        bool organ = p->sector && sg_list_has(organs, sg_str_of(p->sector));
        if (organ || (p->country && !strcmp(p->country, "IGO"))) return false;
    }
    return true;
}

/* Does a state, its organs or an organisation of states act? */
static bool is_political(const sg_doc *d, const sg_ids *ids) {
    static const char organs[] = "GOV|MIL|LEG|JUD|COP|SPY|REB|OPP|PTY";
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        if (p->country && (!p->sector || sg_list_has(organs, sg_str_of(p->sector)))) return true;
    }
    return false;
}

/* "agreed to set up a commission": what a state, its organs or an organisation of states promises is news though no
 * table knows what it is. */
static bool is_pledge(const sg_doc *d, const sg_ev *e) {
    return !strcmp(e->type, "AGREE") && is_political(d, &e->actors) && !e->weak && (!e->content->weak || e->content->cameo);
}

/* Leaders to go, policies to change, rights, institutions: what is asked there is public whoever asks it. */
static bool asks_reform(const sg_ev *e) {
    return e->content && e->content->cameo && !strncmp(e->content->cameo, "083", 3);
}

/* "agreed to sell", "needs to change": an operator over an act that has no type says little of itself. */
static bool is_vague(const sg_doc *d, const sg_ev *e) {
    for (const sg_ev *x = e->content; x; x = x->next)
        if (x->type) return false;
    if (sg_list_has("PROTEST|ASSAULT|COERCE|SANCTION|MOBILIZE", sg_str_of(e->type))) return false;
    if (!e->content || (e->mode && is_political(d, &e->actors)) || is_pledge(d, e) || asks_reform(e)) return false;
    return sg_list_has("AGREE|REQUEST", sg_str_of(e->type)) || !is_political(d, &e->actors);
}

/* "advised its citizens to stay at home": what a state asks of its own people, where no table says what. */
static bool is_advice(const sg_doc *d, const sg_ev *e) {
    if (!e->actors.count || !e->recipients.count) return false;
    for (size_t i = 0; i < e->recipients.count; i++) {
        const sg_ent *p = &d->ents[e->recipients.at[i]], *a = &d->ents[e->actors.at[0]];
        bool own = p->country && a->country && !strcmp(p->country, a->country);
        if (!own || !p->sector || strcmp(p->sector, "CVL") != 0) return false;
    }
    return true;
}

/* Is anybody in the sentence whose doings are public: rulers, soldiers, rebels, parties, the press? */
static bool in_public(const sg_doc *d, const sg_ev *e) {
    static const char quiet[] = "CVL|COP|JUD|BUS|LAB|MED|EDU|CRM|AGR";
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        for (uint32_t k = d->toks[t].ent; k < d->toks[t].ent + d->toks[t].ent_count; k++) {
            const sg_ent *p = &d->ents[k];
            if (p->row[0] && p->row[0]->table == SG_T_COUNTRIES) continue; /* "in Paris" is where, not who */
            if ((p->sector && !sg_list_has(quiet, sg_str_of(p->sector))) || (p->country && !strcmp(p->country, "IGO")))
                return true;
        }
    return false;
}

/* "a man", "a dentist", "two tourists": people of whom nothing public is told. */
static bool all_private(const sg_doc *d, const sg_ids *ids) {
    static const char *const classes[] = {"private", "athlete", "performer"};
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *p = &d->ents[ids->at[i]];
        bool so = false;
        if (p->head == NONE || d->toks[p->head].upos != SG_POS_NOUN) return false;
        if (p->by == SG_BY_DESCRIPTION && p->country && !p->sector && !p->person) return false; /* "the Chinese side" */
        if (p->sector && !sg_list_has("CVL|MED|EDU|CRM|AGR", sg_str_of(p->sector))) return false;
        for (uint32_t c = d->toks[p->head].child; c != NONE; c = d->toks[c].next) /* "union men", but "a London man" */
            if (d->toks[c].deprel == SG_DEP_COMPOUND && d->toks[c].upos != SG_POS_PROPN) return false;
        for (size_t k = 0; k < sizeof classes / sizeof *classes && !so; k++)
            so = sg_in_class(d, p->head, sg_str_of(classes[k]));
        if (!so) return false;
    }
    return true;
}

/* Does somebody of a state or its foes suffer it, more than a land that is only named: "tourists besieged Corfu"? */
static bool in_public_company(const sg_doc *d, const sg_ev *e) {
    bool named = false;
    for (size_t i = 0; i < e->recipients.count; i++) named |= d->ents[e->recipients.at[i]].sector != NULL || e->mode;
    return named && is_political(d, &e->recipients) && sg_list_has("ASSAULT|COERCE|AID", sg_str_of(e->type));
}

static bool one_land(const sg_doc *d, const sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++)
        for (size_t k = 0; k < e->recipients.count; k++) {
            const char *a = d->ents[e->actors.at[i]].country, *b = d->ents[e->recipients.at[k]].country;
            if (a && b && strcmp(a, b) != 0) return false;
        }
    return true;
}

/* Thieves before a judge, a quarrel in an inn, teachers at a meeting: what private people do among themselves, or the
 * law with them for a common crime, is no public event. */
static bool is_private_matter(const sg_doc *d, const sg_ev *e) {
    static const char friendly[] = "AGREE|CONSULT|SUPPORT|COOPERATE|AID", worded[] = "REQUEST|REJECT|ACCUSE|THREATEN",
                      rough[] = "ASSAULT|COERCE", lawful[] = "COERCE|ACCUSE|SANCTION|RETREAT|CONCEDE";
    static const char common[] = "crime|legal|health|religion_ethnicity|illegal_drugs|trafficking";
    sg_str type = sg_str_of(e->type);
    bool onstage = e->actors.count && all_private(d, &e->actors); /* "the actress attacked the role" */
    if (onstage && !sg_list_has("PROTEST|ACCUSE|REQUEST|REJECT|THREATEN", type) && !in_public_company(d, e)) return true;
    if (in_public(d, e)) return false;
    bool quiet = all_of(d, &e->actors, "CVL|EDU|MED|AGR|BUS") && all_of(d, &e->recipients, "CVL|EDU|MED|AGR|BUS|LAB");
    if (!strcmp(e->type, "SUPPORT") && e->recipients.count && all_private(d, &e->recipients) && one_land(d, e)) return true;
    bool leave = all_of(d, &e->actors, "COP|JUD") && all_of(d, &e->recipients, "BUS|CVL"); /* a court lets a firm be sold */
    if (sg_list_has(friendly, type)) return quiet || (leave && strcmp(e->type, "AID") != 0);
    if (asks_reform(e)) return false;
    if (sg_list_has(worded, type) && quiet && e->actors.count && one_land(d, e)) return !e->content || !e->content->type;
    bool people = e->recipients.count > 0 && all_private(d, &e->recipients);
    bool arms = e->mode && sg_list_has("explosives|aerial|drone|heavy-weapons", sg_str_of(e->mode));
    if (sg_list_has(rough, type) && people && !arms && all_private(d, &e->actors)) return true;
    if (!sg_list_has(lawful, type) || !all_of(d, &e->actors, "COP|JUD") || !one_land(d, e)) return false;
    sg_str rest = sg_str_of(e->context), one;
    bool crime = e->context && strstr(e->context, "crime") != NULL;
    while (e->context && sg_cut(&rest, '|', &one))
        if (one.n && !sg_list_has(common, one)) return false;
    bool inquiry = !strcmp(e->type, "ACCUSE"), verdict = !strcmp(e->type, "SANCTION");
    bool firms = e->recipients.count > 0 && all_of(d, &e->recipients, "BUS");
    return people || (firms && crime && verdict) || (!e->recipients.count && crime && inquiry);
}

static bool is_of_game(const sg_doc *d, uint32_t t) {
    return sg_in_class(d, t, SG_LIT("match")) || sg_in_class(d, t, SG_LIT("play")) || sg_in_class(d, t, SG_LIT("athlete"));
}

/* Do the words of a sentence tell of a game? One that only games have, or two that they share with the rest. */
static bool tells_game(const sg_doc *d, const sg_sent *s) {
    int said = 0;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (is_of_game(d, t)) said += sg_in_class(d, t, SG_LIT("match")) ? 2 : 1;
    return said > 1;
}

/* "Kenya attacked from the whistle": states that are only named, players and their coaches play. Whoever else is told of
 * takes it out of the game, and so do those who stay away from it or shut others out. */
static bool is_game(const sg_doc *d, const sg_ev *e) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    if (!tells_game(d, s) || !strcmp(e->type, "PROTEST")) return false;
    if (!strcmp(e->type, "SANCTION") && is_political(d, &e->recipients)) return false;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            bool player = p->head != NONE && is_of_game(d, p->head);
            if (!player && p->sector && !sg_list_has("CVL|BUS|CUL|ELI", sg_str_of(p->sector))) return false;
        }
    return true;
}

/* "Spain marched into the quarter-finals": states do not walk the streets. */
static bool is_state_afoot(const sg_doc *d, const sg_ev *e) {
    if (strcmp(e->type, "PROTEST") != 0 || !e->mode || strcmp(e->mode, "demo") != 0 || e->actors.count != 1) return false;
    const sg_ent *p = &d->ents[e->actors.at[0]];
    bool named = p->head != NONE && d->toks[p->head].upos == SG_POS_PROPN && p->first == p->head && p->last == p->head;
    return named && p->row[0] && p->row[0]->table == SG_T_COUNTRIES && !p->sector;
}

static bool is_beast(const sg_doc *d, const sg_ids *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        uint32_t head = d->ents[ids->at[i]].head;
        if (head != NONE && d->toks[head].upos == SG_POS_NOUN && sg_in_class(d, head, SG_LIT("animal"))) return true;
    }
    return false;
}

/* "Smartphones invaded the market": what cannot fight, and has no arms, attacks in a manner of speaking. */
static bool is_figure(const sg_doc *d, const sg_ev *e) {
    static const char able[] =
        "human|troops|militia|police|crowd|institution|group|arms|weapon|missile|bomb|aircraft|drone|"
        "artillery|warship|vehicle|org|official|person|shooter|act|body|state|suspect|hacker|wmd|party";
    if (!e->cameo || !sg_list_has("190|192", sg_str_of(e->cameo)) || e->mode || d->toks[e->head].upos != SG_POS_VERB)
        return false;
    for (size_t i = 0; i < e->actors.count; i++)
        if (d->ents[e->actors.at[i]].sector || d->ents[e->actors.at[i]].person) return false;
    for (uint32_t c = d->toks[e->head].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ || d->toks[c].upos != SG_POS_NOUN) continue;
        sg_str rest = sg_str_of(able), one;
        uint32_t ref = d->toks[c].ref;
        bool can = d->toks[c].ent_count > 0 || (ref != NONE && d->refs[ref].thing);
        while (!can && sg_cut(&rest, '|', &one)) can = sg_in_class(d, c, one);
        if (!can) return true;
    }
    return false;
}

/* "my delegation welcomes": who speaks here the text does not say, as little as of a mere "we". */
static bool is_unknown_speaker(const sg_doc *d, const sg_ev *e) {
    for (size_t i = 0; i < e->actors.count; i++) {
        const sg_ent *p = &d->ents[e->actors.at[i]];
        bool ours = false;
        if (p->country || p->name || p->head == NONE) return false;
        for (uint32_t c = d->toks[p->head].child; c != NONE; c = d->toks[c].next)
            ours |= d->toks[c].deprel == SG_DEP_NMOD_POSS && (d->toks[c].bits & SG_FEAT_P1);
        if (!ours) return false;
    }
    return e->actors.count > 0;
}

/* "has trained the army as an army strong in faith": what a state's organs give one another is no aid. */
static bool is_upkeep(const sg_doc *d, const sg_ev *e) {
    static const char organs[] = "GOV|MIL|COP|LEG|JUD|SPY";
    if (strcmp(e->type, "AID") != 0 || !e->actors.count || !e->recipients.count) return false;
    const char *land = d->ents[e->actors.at[0]].country;
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const sg_ent *p = &d->ents[sides[k]->at[i]];
            if (!p->country || !land || strcmp(p->country, land) != 0) return false;
            if (!p->sector || !sg_list_has(organs, sg_str_of(p->sector))) return false;
        }
    return true;
}

/* In a text that names lands, parties that could be laid to none of them ("governments denounce states") are told of in
 * general, or nobody can say who they are. Of a lone sentence, or where no land is named at all, the reader knows where he is. */
static bool is_nowhere(const sg_doc *d, const sg_ev *e) {
    if (d->sent_count < 2) return false;
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++)
            if (d->ents[sides[k]->at[i]].country) return false;
    for (size_t i = 0; i < d->ent_count; i++)
        if (d->ents[i].country) return true;
    return false;
}

enum { MODERN = -56248 }; /* 1816, where the tables of states begin */

static bool is_old(const sg_doc *d, const sg_ev *e) {
    return e->time != NONE && d->times[e->time].to != INT32_MIN && d->times[e->time].to < MODERN;
}

/* "the carmaker apologised to its customers": no more public than a quarrel of neighbours. */
static bool is_service(const sg_doc *d, const sg_ev *e) {
    if (sg_list_has("PROTEST|SANCTION|ASSAULT|COERCE", sg_str_of(e->type)) || !knows_party(d, &e->actors)) return false;
    return all_of(d, &e->actors, "BUS") && e->recipients.count && all_private(d, &e->recipients);
}

static bool worth_recording(const sg_doc *d, const sg_ev *e, const sg_options *o) {
    if (e->position) return knows_party(d, &e->actors);
    if (by_code(e, o)) return knows_party(d, &e->actors) || knows_party(d, &e->recipients);
    if (!e->type || is_business(d, e) || is_trade(d, e) || is_private_matter(d, e) || is_old(d, e)) return false;
    if (is_unknown_speaker(d, e) || is_nowhere(d, e) || is_upkeep(d, e)) return false;
    if (is_game(d, e) || is_figure(d, e)) return false;
    if (is_state_afoot(d, e) || is_beast(d, &e->actors) || is_service(d, e)) return false;
    bool a = knows_party(d, &e->actors), b = knows_party(d, &e->recipients),
         both = a && (b || (e->reciprocal && e->actors.count > 1));
    static const char told_of_deeds[] = "RETREAT|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT"; /* often without an agent */
    if (is_vague(d, e)) return both && !is_advice(d, e);
    if (e->weak) return both;
    return a || (b && (e->actors.count || sg_list_has(told_of_deeds, sg_str_of(e->type))));
}

static const char *id_of(sg_doc *d, const sg_result *r, const char *kind, const sg_span *at, size_t ordinal) {
    char place[64];
    uint64_t h = sg_hash(SG_HASH, r->key, strlen(r->key));
    h = sg_hash(h, kind, strlen(kind));
    size_t n = 0;
    for (size_t v[4] = {at->in_title, at->byte_start, at->byte_end, ordinal}, i = 0; i < 4; i++)
        for (int b = 0; b < 8; b++) place[n++] = (char)(v[i] >> (8 * b));
    h = sg_hash(h, place, n);
    return sg_printf(d->arena, "%08x%08x", (unsigned)(h >> 32), (unsigned)h);
}

/* Two dyads, not one meeting of three: "A and B each met C". */
static size_t splits(const sg_ev *e) {
    return e->split && e->reciprocal && e->actors.count > 2 ? e->actors.count - 1 : 1;
}

static sg_ev part_of(sg_doc *d, const sg_ev *e, size_t part) {
    sg_ev one = *e;
    if (splits(e) == 1) return one;
    one.actors = (sg_ids){SG_NEW(d->arena, uint32_t, 2), 2, 2};
    one.actors.at[0] = e->actors.at[part];
    one.actors.at[1] = e->actors.at[e->actors.count - 1];
    return one;
}

static void put_record(places *p, const sg_ev *e, const sg_options *o, sg_result *r, sg_record *out, size_t ordinal,
                       uint32_t titles) {
    sg_doc *d = p->d;
    const sg_tok *t = &d->toks[e->head];
    const sg_sent *s = &d->sents[t->sent];
    out->kind = e->position ? "position" : "event";
    out->sentence = s->in_title ? 0 : t->sent + 1 - titles;
    out->text = span_of_bytes(p, s->in_title, s->start, s->end);
    put_act(p, e, o, &out->act, 0);
    out->id = id_of(d, r, out->kind, &out->act.trigger, ordinal);
    out->incident = out->id;
    out->stance = e->stance;
    out->topic = SG_NEW(d->arena, sg_span, e->topic_count);
    for (size_t i = 0; i < e->topic_count; i++) out->topic[out->topic_count++] = span_of(p, e->topic[i][0], e->topic[i][1]);
    const sg_row *row = plover_row(d, e->type, NULL);
    out->complete = out->act.reciprocal || out->act.recipient_count || !row || row->cell[4][0] != '1';
    out->confidence = sg_confidence_of(d, e);
    if (o->clues) out->clues = sg_clues_of(d, e);
}

/* Last of all, so that what stays has the same ids and incidents whatever goes. */
static size_t only_sure(sg_record *records, size_t count, double least) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (records[i].confidence >= least) records[n++] = records[i];
    return n;
}

void sg_record_all(sg_doc *d, const sg_events *evs, const sg_options *o, sg_result *r) {
    places p = places_of(d);
    name_document(d, r);
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < evs->count; i++) cap += splits(evs->at[i]);
    sg_ev *parts = SG_NEW(d->arena, sg_ev, cap + 1);
    uint32_t *made = SG_NEW(d->arena, uint32_t, 2 * d->tok_count), titles = 0; /* records of a word so far */
    while (titles < d->sent_count && d->sents[titles].in_title) titles++;
    day_told day = {NULL, NONE};
    for (size_t i = 0; i < evs->count; i++) {
        sg_ev *e = evs->at[i];
        settle_date(d, e, &day);
        if (!worth_recording(d, e, o)) continue;
        for (size_t k = 0; k < splits(e) && n < cap; k++) parts[n++] = part_of(d, e, k);
    }
    sg_record *out = SG_NEW(d->arena, sg_record, n + 1);
    for (size_t i = 0; i < n; i++) {
        size_t ordinal = made[2 * parts[i].head + parts[i].position]++;
        put_record(&p, &parts[i], o, r, &out[i], ordinal, titles);
        size_t from = i > 200 ? i - 200 : 0; /* incidents are near one another; keeps long documents linear */
        for (size_t k = i; k-- > from;)
            if (same_incident(d, &parts[k], &parts[i])) {
                out[i].incident = out[k].incident;
                break;
            }
    }
    r->records = out;
    r->record_count = only_sure(out, n, o->least);
}
