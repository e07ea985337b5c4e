/* relate.c: see relate.h. */
#include "relate.h"

#include "record.h"

typedef const uint32_t (*spans)[2];

static bool inside(const sg_tok *t, spans s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (t->start < s[i][1] && s[i][0] < t->end) return true;
    return false;
}

/* Each head of a marked stretch becomes an entity, if it is none yet. */
static void mark(sg_doc *d, spans s, size_t n) {
    for (uint32_t i = 0; i < d->tok_count; i++) {
        sg_tok *t = &d->toks[i];
        bool head = inside(t, s, n) && (t->head == NONE || !inside(&d->toks[t->head], s, n));
        if (!head || t->ent_count || t->upos == SG_POS_PUNCT || t->upos == SG_POS_VERB) continue;
        t->ent = (uint32_t)d->ent_count;
        t->ent_count = 1;
        *SG_PUSH(d->arena, d->ents, d->ent_count, d->ent_cap) =
            (sg_ent){.first = i, .last = i, .head = i, .group = true, .by = SG_BY_DESCRIPTION, .same = NONE};
    }
}

void sg_relate_mark(sg_doc *d, const sg_pair *p) {
    mark(d, p->source, p->source_count);
    mark(d, p->target, p->target_count);
}

static bool has(const sg_doc *d, const sg_ids *ids, spans s, size_t n) {
    for (size_t i = 0; i < ids->count; i++) {
        const sg_ent *e = &d->ents[ids->at[i]];
        if (e->first == NONE) continue;
        for (uint32_t t = e->first; t <= e->last; t++)
            if (inside(&d->toks[t], s, n)) return true;
    }
    return false;
}

/* How well an act fits the pair: both in their places, then one of them, then merely told. */
static int fit(const sg_doc *d, const sg_ev *e, const sg_pair *p) {
    bool sa = has(d, &e->actors, p->source, p->source_count), ta = has(d, &e->actors, p->target, p->target_count);
    bool tr = has(d, &e->recipients, p->target, p->target_count), sr = has(d, &e->recipients, p->source, p->source_count);
    int score = 0;
    if (sa) score += 8;
    if (tr) score += 8;
    if (sa && ta && e->reciprocal) score += 7;
    else if (ta) score -= 2;
    if (sr && ta) score += 3;
    if (e->background) score -= 2;
    if (e->realis >= SG_DENIED) score -= 1;
    return score;
}

static void best(const sg_doc *d, const sg_ev *e, const sg_pair *p, const sg_ev **win, int *top) {
    if (!e->type) return;
    int score = fit(d, e, p);
    if (!*win || score > *top) *win = e, *top = score;
}

static const char *cameo_class(const char *type, const char *cameo) {
    static const char *const by_root[21] = {[2] = "REQUEST", [3] = "AGREE",   [4] = "CONSULT",  [5] = "SUPPORT",
                                            [6] = "COOPERATE", [7] = "AID",   [8] = "YIELD",    [9] = "ACCUSE",
                                            [10] = "REQUEST", [11] = "ACCUSE", [12] = "REJECT", [13] = "THREATEN",
                                            [14] = "PROTEST", [15] = "MOBILIZE", [16] = "SANCTION", [17] = "COERCE",
                                            [18] = "ASSAULT", [19] = "ASSAULT", [20] = "ASSAULT"};
    if (cameo && cameo[0] && cameo[1]) {
        int root = (cameo[0] - '0') * 10 + (cameo[1] - '0');
        if (root > 1 && root < 21 && by_root[root]) return by_root[root];
    }
    return !strcmp(type, "CONCEDE") || !strcmp(type, "RETREAT") ? "YIELD" : type;
}

static int class_quad(const char *name) {
    static const char *const quads[] = {"AGREE|CONSULT|SUPPORT|CONCEDE", "COOPERATE|AID|RETREAT|YIELD",
                                        "REQUEST|ACCUSE|REJECT|THREATEN"};
    for (int q = 0; q < 3; q++)
        if (sg_list_has(quads[q], sg_str_of(name))) return q + 1;
    return 4;
}

sg_relation sg_relate_default(sg_scheme scheme) {
    (void)scheme;
    return (sg_relation){.type = "ACCUSE", .quad = 3, .confidence = 0.1};
}

sg_relation sg_relate_choose(sg_doc *d, const sg_events *evs, const sg_pair *p, sg_scheme scheme) {
    const sg_ev *win = NULL;
    int top = 0;
    for (size_t i = 0; i < evs->count; i++) {
        best(d, evs->at[i], p, &win, &top);
        for (const sg_ev *x = evs->at[i]->content; x; x = x->next)
            if (top < 16) best(d, x, p, &win, &top);
    }
    if (!win) return sg_relate_default(scheme);
    const char *type = scheme == SG_CAMEO15 ? cameo_class(win->type, win->cameo) : win->type;
    double sure = top >= 15 ? 0.75 : top >= 8 ? 0.5 : 0.3;
    return (sg_relation){.type = type, .quad = class_quad(type), .confidence = sure};
}
