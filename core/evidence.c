/* evidence.c: see evidence.h. What the stages noted stands first; the rest follows from the record itself:
 * scores from the tables of codes, parties from the lines of their names, dates from their words. */
#include "evidence.h"

enum { LEAST = 26 }; /* fields that follow from the record itself, at most; parties apart */

typedef struct list {
    sg_doc *d;
    sg_act *out;
} list;

static void put(list *l, const char *field, const char *rule, sg_span words) {
    l->out->evidence[l->out->evidence_count++] = (sg_evidence){field, rule, words};
}

static void put_row(list *l, const char *field, const sg_row *row, sg_span words) {
    put(l, field, sg_row_name(l->d->arena, l->d->lex, row), words);
}

/* What is known of `field` so far, or NULL. */
static const sg_evidence *known(const list *l, const char *field) {
    for (size_t i = 0; i < l->out->evidence_count; i++)
        if (!strcmp(l->out->evidence[i].field, field)) return &l->out->evidence[i];
    return NULL;
}

/* A field without a note of its own comes from the line that gave the type. */
static void follows(list *l, const char *field, bool there, const char *from) {
    const sg_evidence *e = known(l, from);
    if (there && e && !known(l, field)) put(l, field, e->rule, e->words);
}

static void codes(list *l, const sg_ev *e) {
    size_t n;
    const sg_row *row = sg_lexicon_rows(l->d->lex, SG_T_PLOVER, &n), *best = NULL;
    const char *mode = l->out->mode_count ? l->out->modes[0] : "";
    for (size_t i = 0; e->type && i < n; i++) {
        if (strcmp(row[i].cell[0], e->type) != 0) continue;
        if (!best || !strcmp(row[i].cell[1], mode)) best = &row[i];
    }
    if (best) put_row(l, "quad", best, l->out->trigger), put_row(l, "score", best, l->out->trigger);
    sg_rows code = sg_lexicon_find(l->d->lex, SG_T_CAMEO, sg_str_of(l->out->cameo ? l->out->cameo : ""));
    if (code.count) put_row(l, "goldstein", code.row[0], l->out->trigger);
}

/* How a party was found, and each line behind what is said of it. */
static void party(list *l, const char *field, const sg_ent *e, const sg_entity *shown) {
    put(l, field, sg_printf(l->d->arena, "entity: by %s", shown->by), shown->words);
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i]) put_row(l, field, e->row[i], shown->words);
}

/* Parties that stand once though named twice are explained once: the names in `shown` decide. */
static void parties(list *l, const char *field, const sg_ids *ids, const sg_entity *shown, size_t count) {
    for (size_t i = 0, k = 0; i < ids->count && k < count; i++) {
        const sg_ent *e = &l->d->ents[ids->at[i]];
        if (e->name == shown[k].name && e->cameo == shown[k].cameo && e->office == shown[k].office)
            party(l, field, e, &shown[k++]);
    }
}

static void signs(list *l, const sg_ev *e) {
    sg_act *a = l->out;
    if (a->realis && !known(l, "realis"))
        put(l, "realis", e->realis == SG_ACTUAL ? "realis: told as done" : "realis: from what stands above it", a->trigger);
    if (a->modality && !known(l, "modality")) put(l, "modality", "modality: from what stands above it", a->trigger);
    if (a->phase && !known(l, "phase")) put(l, "phase", "phase: from what stands above it", a->trigger);
    if (a->link) put(l, "link", sg_printf(l->d->arena, "inside: %s", a->link), a->trigger);
    if (a->reciprocal && !known(l, "reciprocal")) put(l, "reciprocal", "parties: on an equal footing", a->trigger);
}

static void date(list *l) {
    sg_act *a = l->out;
    if (a->date.edtf) put(l, "date", sg_printf(l->d->arena, "date: %s", a->date.by ? a->date.by : "text"), a->date.words);
    if (a->due.text.s) put(l, "due", "date: a term", a->due);
}

/* The rule that chose it, and the line or the number of the place behind the name. */
static void place(list *l, const sg_ev *e) {
    if (e->place == NONE) return;
    const sg_toponym *t = &l->d->toponyms[e->place];
    sg_span words = l->out->place.words;
    put(l, "place", e->place_by, words);
    if (t->place != SG_NOWHERE) put(l, "place", sg_printf(l->d->arena, "gazetteer:%u", (unsigned)t->id), words);
    else if (t->row) put_row(l, "place", t->row, words);
}

static void source(list *l, const sg_ev *e) {
    sg_act *a = l->out;
    if (a->hearsay.text.s) put(l, "source", "source: hearsay", a->hearsay);
    else if (a->has_source) party(l, "source", &l->d->ents[e->source], &a->source);
}

void sg_evidence_fill(sg_doc *d, const sg_ev *e, const sg_span *words, sg_act *out) {
    list l = {d, out};
    size_t people = e->actors.count + e->recipients.count + 1, rows = sizeof d->ents->row / sizeof *d->ents->row;
    out->evidence = SG_NEW(d->arena, sg_evidence, e->why_count + LEAST + people * (rows + 1));
    for (size_t i = 0; i < e->why_count; i++) {
        const sg_why *w = &e->why[i];
        put(&l, w->field, w->row ? sg_row_name(d->arena, d->lex, w->row) : w->rule, words[i]);
    }
    follows(&l, "trigger", true, out->type ? "type" : "stance");
    if (!known(&l, "trigger")) put(&l, "trigger", "act: a clause without a type", out->trigger);
    follows(&l, "mode", out->mode_count > 0, "type");
    follows(&l, "cameo", out->cameo != NULL, "type");
    follows(&l, "context", out->context_count > 0, "type");
    codes(&l, e);
    signs(&l, e);
    date(&l);
    place(&l, e);
    parties(&l, "actor", &e->actors, out->actors, out->actor_count);
    parties(&l, "recipient", &e->recipients, out->recipients, out->recipient_count);
    source(&l, e);
}
