/* record.c: see record.h. */
#include "record.h"

#include "algebra.h"
#include "calendar.h"
#include "confidence.h"
#include "evidence.h"
#include "others.h"
#include "phrase.h"
#include "theme.h"
#include "worth.h"

#include <math.h>

enum { YEAR = 365, WEEK = 7 };

static const char *const use_names[] = {"date", "future", "duration", "since", "past", "due", "since"};

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
        if (d->refs[i].means != NONE) continue; /* it has another chain's */
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

/* ---- entities ---- */

/* The words at `t` that name whose the party is: its own land or body, or NULL. */
static const sg_ent *owner_at(const sg_doc *d, uint32_t t, const sg_ent *e) {
    for (uint32_t i = d->toks[t].ent; i < d->toks[t].ent + d->toks[t].ent_count; i++) {
        const sg_ent *o = &d->ents[i];
        bool same = o->country && !strcmp(o->country, e->country) && o->by != SG_BY_PRONOUN;
        if (same && o->first != NONE && o->first <= t && t <= o->last && (!o->person || !e->person)) return o;
    }
    return NULL;
}

/* Do all words between hang on either of the two, so that they are one phrase with both? */
static bool is_one_phrase(const sg_doc *d, uint32_t from, uint32_t to, uint32_t a, uint32_t b) {
    for (uint32_t t = from; t < to; t++)
        if (d->toks[t].head != a && d->toks[t].head != b && t != a && t != b) return false;
    return true;
}

/* Takes the words at `c` in, where they tell whose the phrase is that hangs on `h`, and stand beside it. */
static void widen(const sg_doc *d, const sg_ent *e, uint32_t h, uint32_t c, uint32_t *first, uint32_t *last) {
    uint8_t rel = d->toks[c].deprel;
    bool noun = rel == SG_DEP_NMOD || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD;
    const sg_ent *o = noun ? owner_at(d, c, e) : NULL;
    if (!o) return;
    if (o->last < *first && is_one_phrase(d, o->last + 1, *first, h, c)) *first = o->first;
    sg_str prep = c > *last ? sg_case_of(d, c) : (sg_str){0};
    bool of = sg_eqz(prep, "of") || sg_eqz(prep, "in") || sg_eqz(prep, "from");
    if (of && is_one_phrase(d, *last + 1, o->first, h, c)) *last = o->last;
}

/* "Kenyan soldiers", "UN workers", "the people of Haiti": a description's words with those that tell whose they are. */
static sg_span words_of(places *p, const sg_ent *e) {
    const sg_doc *d = p->d;
    uint32_t first = e->first, last = e->last;
    bool described = (e->by == SG_BY_DESCRIPTION || e->by == SG_BY_OFFICE || e->office) && e->country && first != NONE;
    for (uint32_t h = e->first; described && e->head != NONE && h <= e->last; h++)
        for (uint32_t c = d->toks[h].child; c != NONE; c = d->toks[c].next)
            if (c < e->first || c > e->last) widen(d, e, h, c, &first, &last);
    return span_of(p, first, last);
}

static sg_entity entity_of(places *p, uint32_t id) {
    const sg_ent *e = &p->d->ents[id];
    sg_entity out = {.words = span_of(p, e->first, e->last),
                     .name = e->name,
                     .office = e->office,
                     .country = e->country,
                     .sector = e->sector,
                     .cameo = e->cameo,
                     .wikidata = e->wikidata,
                     .by = sg_by_name(e->by)};
    out.name_by = e->name ? sg_by_name(e->name_by) : NULL;
    return out;
}

/* As a record tells him: with the words that say whose he is. */
static sg_entity party_of(places *p, uint32_t id) {
    sg_entity out = entity_of(p, id);
    out.words = words_of(p, &p->d->ents[id]);
    return out;
}

/* "The Catalan leader met the Spanish prime minister": does one head a part of the land, and the other not? */
static bool heads_another(const sg_ent *a, const sg_ent *b) {
    bool x = a->person && sg_is_part_of_land(a->row[1]), y = b->person && sg_is_part_of_land(b->row[1]);
    return a->person && b->person && x != y;
}

static bool same_party(const sg_ent *a, const sg_ent *b) {
    if (heads_another(a, b)) return false;
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
        if (!again) out[(*count)++] = party_of(p, ids->at[i]);
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
    bool told = !e->date_by || !strcmp(e->date_by, "text"); /* not where its words tell another act's day */
    if (e->time != NONE && told) out->date.words = span_of(p, p->d->times[e->time].first, p->d->times[e->time].last);
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

/* "Will dispatch experts", which the network takes for a promise as a whole: what is promised is no promise itself. */
static bool is_pledge_itself(const sg_ev *e, const sg_ev *in) {
    bool pledge = e->type && sg_list_has("AGREE|CONCEDE|THREATEN", sg_str_of(e->type));
    return pledge && in->head == e->head && in->type && !strcmp(in->type, e->type);
}

static void put_act(places *p, const sg_ev *e, const sg_options *o, sg_act *out, int depth) {
    sg_doc *d = p->d;
    out->type = e->type;
    out->modes = list_of(d, e->mode, &out->mode_count);
    out->contexts = list_of(d, e->context, &out->context_count);
    out->cameo = e->type || sg_is_by_code(e, o) ? e->cameo : NULL;
    if (out->cameo) out->goldstein = goldstein_of(d, e->cameo);
    const sg_row *score = sg_plover_row(d, e->type, out->mode_count ? out->modes[0] : NULL);
    if (!score) score = sg_plover_row(d, e->type, NULL);
    if (score) out->score = number_of(score->cell[2]);
    out->quad = sg_quad_of(d, e->type);
    out->realis = e->position ? NULL : sg_realis_name(e->realis);
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
    else if (e->source != NONE) out->has_source = true, out->source = party_of(p, e->source);
    if (o->explain) put_evidence(p, e, out);
    size_t n = 0;
    for (const sg_ev *x = e->content; x; x = x->next) n++;
    if (!n || depth >= 4) return;
    out->content = SG_NEW(d->arena, sg_act, n);
    for (const sg_ev *x = e->content; x; x = x->next) {
        sg_ev in = *x;
        if (is_pledge_itself(e, x)) in.type = in.mode = in.cameo = NULL;
        put_act(p, &in, o, &out->content[out->content_count++], depth + 1);
    }
}

/* ---- dates and incidents over the document ---- */

/* A day of news: a recent one, of what the report tells for its own sake. */
static bool sets_the_day(const sg_doc *d, const sg_ev *e, const sg_time *t) {
    if (!t->edtf || t->kind != SG_TIME_DATE || e->realis != SG_ACTUAL || e->background) return false;
    return t->from == t->to && (d->pub == INT32_MIN || (t->to <= d->pub && t->from > d->pub - WEEK));
}

/* The day told last, the sentence that it was told in or went on in, and the act that was done on it. */
typedef struct day_told {
    const sg_time *last;
    uint32_t sent;
    const sg_ev *act;
} day_told;

/* "has asked the Council": the perfect tells how things stand now, not what was done on the day told before. */
static bool has_come_to_be(const sg_doc *d, const sg_ev *e) {
    uint32_t head = d->toks[e->head].upos == SG_POS_VERB ? e->head : d->toks[e->head].head;
    if (head == NONE || d->toks[head].upos != SG_POS_VERB || (d->toks[head].bits & SG_FEAT_PRES)) return false;
    for (uint32_t c = d->toks[head].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_AUX && sg_word(d, c, "perfect")) return true;
    return false;
}

static bool has_land(const sg_doc *d, const sg_ids *ids, const char *land) {
    for (size_t i = 0; i < ids->count; i++)
        if (d->ents[ids->at[i]].country && !strcmp(d->ents[ids->at[i]].country, land)) return true;
    return false;
}

/* Are all of them of lands that a side of the talk has? */
static bool all_take_part(const sg_doc *d, const sg_ids *of, const sg_ev *talk) {
    for (size_t i = 0; i < of->count; i++) {
        const char *land = d->ents[of->at[i]].country;
        if (!land || (!has_land(d, &talk->actors, land) && !has_land(d, &talk->recipients, land))) return false;
    }
    return true;
}

/* Parties of several lands, on one side or on both? */
static bool joins_lands(const sg_doc *d, const sg_ev *e) {
    const char *first = e->actors.count ? d->ents[e->actors.at[0]].country : NULL;
    const sg_ids *sides[] = {&e->actors, &e->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->count; i++) {
            const char *land = d->ents[sides[k]->at[i]].country;
            if (first && land && strcmp(first, land) != 0) return true;
        }
    return false;
}

/* "The ministers of Peru and Chile spoke yesterday ... They also agreed ... Chile promised Peru": one talk, told on; of
 * what one side alone does, only where it follows soon (`near`). */
static bool goes_on(const sg_doc *d, const sg_ev *e, const sg_ev *talk, bool near) {
    if (!talk->type || !sg_list_has("CONSULT|AGREE", sg_str_of(talk->type)) || !joins_lands(d, talk)) return false;
    bool together = e->actors.count > 1 && all_take_part(d, &e->actors, talk);
    bool all = all_take_part(d, &e->actors, talk) && all_take_part(d, &e->recipients, talk);
    return together || (near && joins_lands(d, e) && all);
}

static bool is_same(const sg_doc *d, uint32_t a, uint32_t b) {
    const char *x = d->ents[a].name, *y = d->ents[b].name;
    return sg_corefer(d, a, b) || (x && y && !strcmp(x, y));
}

/* Has the one who speaks in this sentence taken part in the talk? */
static bool speaks_after(const sg_doc *d, const sg_ev *e, const sg_ev *talk) {
    const sg_sent *s = &d->sents[d->toks[e->head].sent];
    if (!e->speech || s->root == NONE || !talk->type || strcmp(talk->type, "CONSULT") != 0 || !joins_lands(d, talk))
        return false;
    const sg_ids *sides[] = {&talk->actors, &talk->recipients};
    for (uint32_t c = d->toks[s->root].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ || d->toks[c].ent_count != 1 || !d->ents[d->toks[c].ent].person) continue;
        for (size_t k = 0; k < 2; k++)
            for (size_t i = 0; i < sides[k]->count; i++)
                if (is_same(d, d->toks[c].ent, sides[k]->at[i])) return all_take_part(d, &e->actors, talk);
    }
    return false;
}

/* "agreed to meet in May", "called for a vote on Sunday": the day is that of what is spoken of, which is still to come; so
 * is this week or month, where it stands behind that. */
static bool is_of_content(const sg_doc *d, const sg_ev *e, const sg_time *t) {
    if (!e->speech || e->realis != SG_ACTUAL) return false;
    bool now = t->kind == SG_TIME_DATE && d->pub != INT32_MIN && t->from <= d->pub && t->to > d->pub && t->from < t->to;
    return t->kind == SG_TIME_FUTURE || (now && e->content && e->content->head > e->head && t->first > e->content->head);
}

/* "Applied to join the bloc on Tuesday", told on Friday: what is still to come was not done on a day that is past. */
static void take_past_day(const sg_doc *d, sg_ev *e) {
    for (sg_ev *x = e->content; x && e->time == NONE; x = x->next) {
        const sg_time *t = x->time == NONE ? NULL : &d->times[x->time];
        bool to_come = x->realis == SG_PLANNED || x->realis == SG_DEMANDED || x->realis == SG_CONDITIONAL;
        if (!t || !to_come || d->pub == INT32_MIN || t->to == INT32_MIN || t->to >= d->pub || t->kind == SG_TIME_SINCE) continue;
        e->time = x->time, x->time = NONE;
    }
}

/* An undated act has the day told in its own sentence, or that of the talk that it belongs to or that its speaker took
 * part in; a deed that is only judged there was done by then. Of others the words do not say whether they belong to that
 * day or to the report's own; what is said is news of the day of publication. */
static void settle_date(sg_doc *d, sg_ev *e, day_told *day) {
    enum { NEAR = 2 }; /* sentences */
    uint32_t sent = d->toks[e->head].sent;
    take_past_day(d, e);
    bool own = e->time != NONE && !is_of_content(d, e, &d->times[e->time]);
    if (!own && e->time != NONE && e->content && e->content->due == NONE) e->content->due = e->time;
    if (own) {
        const sg_time *t = &d->times[e->time];
        e->edtf = t->edtf;
        e->date_by = t->edtf ? "text" : NULL;
        bool past = t->kind == SG_TIME_PAST ||
                    (t->kind != SG_TIME_SINCE && d->pub != INT32_MIN && t->to != INT32_MIN && t->to < d->pub - YEAR);
        if (past && e->realis < SG_HISTORICAL) e->realis = SG_HISTORICAL;
        if (sets_the_day(d, e, t)) *day = (day_told){t, sent, e};
    } else if (day->last && e->realis == SG_ACTUAL && !e->position && !has_come_to_be(d, e) &&
               (sent == day->sent || goes_on(d, e, day->act, sent <= day->sent + NEAR) ||
                (sent <= day->sent + NEAR && speaks_after(d, e, day->act)))) {
        bool earlier = e->factive && d->toks[day->last->head].sent != sent; /* "condemned the raid": done by then */
        e->edtf = earlier ? sg_printf(d->arena, "../%s", day->last->edtf) : day->last->edtf;
        e->date_by = "inherited";
        day->sent = sent;
    } else if (d->pub != INT32_MIN && e->speech && e->realis == SG_ACTUAL) {
        e->edtf = sg_day_iso(d->arena, d->pub);
        e->date_by = "publication";
    }
}

/* "agreed to meet on 3 June", "accused of bombing the port on Sunday": an inner act's own day, not that on which it was
 * spoken of. */
static void date_content(const sg_doc *d, sg_ev *e) {
    enum { DEEP = 8 };
    for (sg_ev *x = e->content; x; x = x->next) {
        const sg_time *t = x->time == NONE ? NULL : &d->times[x->time];
        bool shared = t && x->time == e->time && e->edtf == t->edtf && !sg_is_below(d, t->head, x->head, DEEP);
        if (t && t->edtf && !x->edtf && !shared) x->edtf = t->edtf, x->date_by = "text";
        date_content(d, x);
    }
}

static bool share_party(const sg_doc *d, const sg_ids *a, const sg_ids *b) {
    for (size_t i = 0; i < a->count; i++)
        if (d->ents[a->at[i]].country && has_land(d, b, d->ents[a->at[i]].country)) return true;
    return a->count == 0 && b->count == 0;
}

/* "../2022-05-25" may be the day itself, or one before. */
static bool same_day(const char *a, const char *b) {
    static const char until[] = "../";
    enum { UNTIL = sizeof until - 1 };
    bool a_open = !strncmp(a, until, UNTIL), b_open = !strncmp(b, until, UNTIL);
    if (a_open && b_open) return true;
    return a_open ? strcmp(b, a + UNTIL) <= 0 : b_open ? strcmp(a, b + UNTIL) <= 0 : !strcmp(a, b);
}

static bool same_incident(const sg_doc *d, const sg_ev *a, const sg_ev *b) {
    if (!a->type || !b->type || strcmp(a->type, b->type) != 0 || a->realis != b->realis) return false;
    if (a->mode && b->mode && strcmp(a->mode, b->mode) != 0) return false;
    if (a->edtf && b->edtf && !same_day(a->edtf, b->edtf)) return false;
    if (a->split || b->split) return false;
    return share_party(d, &a->actors, &b->actors) &&
           (!a->recipients.count || !b->recipients.count || share_party(d, &a->recipients, &b->recipients));
}

/* ---- records ---- */

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

/* "A spoke separately with B and C": of all who are named before the verb only the first. */
static bool is_one_with_several(const sg_doc *d, const sg_ev *e) {
    size_t before = 0;
    for (size_t i = 0; i < e->actors.count; i++)
        before += d->ents[e->actors.at[i]].head != NONE && d->ents[e->actors.at[i]].head < e->head;
    const sg_ent *first = &d->ents[e->actors.at[0]];
    return before == 1 && first->head != NONE && first->head < e->head;
}

static sg_ev part_of(sg_doc *d, const sg_ev *e, size_t part) {
    sg_ev one = *e;
    if (splits(e) == 1) return one;
    bool with = is_one_with_several(d, e);
    one.actors = (sg_ids){SG_NEW(d->arena, uint32_t, 2), 2, 2};
    one.actors.at[0] = e->actors.at[with ? 0 : part];
    one.actors.at[1] = e->actors.at[with ? part + 1 : e->actors.count - 1];
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
    const sg_row *row = sg_plover_row(d, e->type, NULL);
    out->complete = out->act.reciprocal || out->act.recipient_count || !row || row->cell[4][0] != '1';
}

/* Two dyads of one meeting are as sure as the surer of them. */
static void level(sg_sureness *sure, const sg_ev *parts, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (parts[i].head != parts[i - 1].head || !parts[i].split || parts[i].position) continue;
        sg_sureness *a = &sure[i - 1], *b = &sure[i];
        a->record = b->record = a->record > b->record ? a->record : b->record;
        a->act = b->act = a->act > b->act ? a->act : b->act;
    }
}

/* Last of all, so that what stays has the same ids and incidents whatever goes. A deed that an act takes for a fact
 * ("condemned the launch") stays with it. */
static size_t only_sure(sg_record *records, const sg_sureness *sure, const sg_ev *parts, size_t count, sg_sureness least) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        bool enough = sure[i].record >= least.record && sure[i].act >= least.act;
        records[i].confidence = sure[i].record;
        if (enough || !records[i].act.type || parts[i].factive) records[n++] = records[i];
    }
    return n;
}

enum { NEAR = 200 }; /* acts: what is told of again is told near; keeps long documents linear */

/* The land of the first of them, or "". */
static const char *land_of(const sg_doc *d, const sg_ids *ids) {
    const char *country = ids->count ? d->ents[ids->at[0]].country : NULL;
    return country ? country : "";
}

static uint8_t told_again(const sg_doc *d, const sg_ev *parts, size_t count, size_t i) {
    const sg_ev *e = &parts[i];
    const char *land = land_of(d, &e->actors);
    size_t n = 0;
    for (size_t k = i > NEAR ? i - NEAR : 0; e->type && *land && k < count && k < i + NEAR; k++) {
        bool same_type = parts[k].type && !strcmp(parts[k].type, e->type);
        if (same_type && d->toks[parts[k].head].sent != d->toks[e->head].sent)
            n += !strcmp(land_of(d, &parts[k].actors), land);
    }
    return (uint8_t)(n < UINT8_MAX ? n : UINT8_MAX);
}

void sg_record_all(sg_doc *d, const sg_events *evs, const sg_weights *others, const sg_weights *confidence,
                   const sg_options *o, sg_result *r) {
    places p = places_of(d);
    name_document(d, r);
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < evs->count; i++) cap += splits(evs->at[i]);
    sg_ev *parts = SG_NEW(d->arena, sg_ev, cap + 1);
    uint32_t *made = SG_NEW(d->arena, uint32_t, 2 * d->tok_count), titles = 0; /* records of a word so far */
    while (titles < d->sent_count && d->sents[titles].in_title) titles++;
    day_told day = {NULL, NONE, NULL};
    for (size_t i = 0; i < evs->count; i++) {
        sg_ev *e = evs->at[i];
        settle_date(d, e, &day);
        date_content(d, e);
        if (!sg_is_worth_recording(d, e, o)) continue;
        for (size_t k = 0; k < splits(e) && n < cap; k++) parts[n++] = part_of(d, e, k);
    }
    const char **told = o->clues ? (const char **)sg_alloc(d->arena, n + 1, sizeof *told) : NULL;
    sg_others(d, others, parts, n, told);
    sg_themes(d, parts, n);
    for (size_t i = 0; i < n; i++) parts[i].again = told_again(d, parts, n, i);
    sg_record *out = SG_NEW(d->arena, sg_record, n + 1);
    sg_sureness *sure = SG_NEW(d->arena, sg_sureness, n + 1);
    for (size_t i = 0; i < n; i++) {
        size_t ordinal = made[2 * parts[i].head + parts[i].position]++;
        put_record(&p, &parts[i], o, r, &out[i], ordinal, titles);
        sure[i] = sg_confidence_of(d, confidence, &parts[i]);
        if (o->clues) out[i].clues = sg_clues_of(d, confidence, &parts[i]), out[i].others = told[i];
        size_t from = i > NEAR ? i - NEAR : 0;
        for (size_t k = i; k-- > from;)
            if (same_incident(d, &parts[k], &parts[i])) {
                out[i].incident = out[k].incident;
                break;
            }
    }
    r->records = out;
    level(sure, parts, n);
    r->record_count = only_sure(out, sure, parts, n, o->usual ? sg_usual_least(d) : (sg_sureness){o->least, 0});
}
