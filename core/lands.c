/* lands.c: see lands.h. */
#include "lands.h"

#include "bearer.h"
#include "phrase.h"

enum {
    LANDS = 32,   /* that stand for election: of a text that names more, the first */
    BACK = 4,     /* sentences that are looked back through for a scene, or ahead for a like party */
    REACH = 400,  /* words, in all */
    CLAUSES = 8,  /* up the tree */
    LIST = 4,     /* headlines */
    DATELINE = 4, /* for how many namings it counts */
    WINDOW = 2,   /* sentences back whose namings are the latest */
    TOPICS = 3,   /* sentences back whose subjects are asked for */
    FEATURES = 48
};

typedef struct naming { /* a land named by a word: itself, its people, a place in it, who serves it */
    uint32_t tok;
    uint8_t land;
    bool site; /* a place where something happens */
} naming;

typedef struct land {
    const char *code, *then; /* the code of today, that of the day of publication */
    uint32_t count, places, offices;
    bool dateline, title, lead, org;
    uint8_t opens; /* named first: 1 in the title, 2 in the text's lead */
} land;

struct sg_lands {
    const sg_doc *d;
    const sg_ranks *ranks;
    const sg_land_trace *trace;
    land land[LANDS];
    uint32_t lands, count,
        lead_opens; /* count: of namings that stand for one of the lands; lead_opens: the first of the lead */
    naming *at;
    size_t named, cap;
    bool list;      /* of headlines: each is a story of its own */
    bool parted;    /* in paragraphs */
    uint8_t spread; /* how little the land that is named most stands out: 3 hardly */
};

/* How a land stands in the asker's sentence: by what else it holds there. */
enum stands { NOT_THERE, STANDS, AS_SUBJECT, AS_OBJECT };

/* How a land stands in the clause of the asked one. */
enum deals { NO_DEAL, DEAL_SUBJECT, DEAL_OBJECT, DEAL_OBLIQUE, DEAL_INSIDE };

typedef struct evidence {        /* for one land, as seen from one word */
    uint8_t before, after, prev; /* enum stands */
    uint8_t linked;              /* the same sector: 1 before, 2 nearest before, 3 only ahead */
    uint8_t far, ahead;          /* sentences to where it is named */
    uint8_t deal, dealer;        /* how it stands in the clause, and of which class of sectors */
    uint8_t scene, phrase;       /* 1 ahead, 2 before; 1 under the word, 2 beside it under one noun */
    uint8_t paragraph, recent;   /* namings before in the paragraph, 4 more where it opens it; in the last sentences */
    uint8_t noun, ground, topic; /* as linked, of the same noun; sentences to the last ground; to where it was subject */
    uint8_t teller, order;       /* 1 tells the word's clause, 2 above it; how many lands were named since */
    bool stage, nearest, joined, ours;
    bool envoy; /* what stands in the clause is one of its envoys */
} evidence;

static unsigned class_of(const char *sector) {
    static const char *const of[SG_SECTORS] = {"",
                                               "GOV",
                                               "MIL|SPY",
                                               "COP",
                                               "JUD",
                                               "LEG",
                                               "OPP|PTY|ELI",
                                               "REB|PRM|SEP",
                                               "UAF|CRM|REF|UNK",
                                               "CVL",
                                               "LAB|AGR",
                                               "EDU|MED|REL|SOC|JRN|HLH",
                                               "BUS"};
    for (unsigned i = 1; sector && *sector && i < SG_SECTORS; i++)
        if (sg_list_has(of[i], sg_str_of(sector))) return i;
    return SG_SECTOR_NONE;
}

/* ---- codes ---------------------------------------------------------------------------------------- */

bool sg_land_is_state(const char *code) {
    static const char bodies[][4] = {"IGO", "NGO", "MNC", "IMG", "ISM"};
    if (!code || !code[0] || !code[1] || !code[2] || code[3]) return false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (!memcmp(code, bodies[i], 3)) return false;
    return true;
}

/* Dates as they are written, as far as both go. */
static int compare_dates(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    return strncmp(a, b, n < m ? n : m);
}

const char *sg_land_then(const sg_doc *d, const char *code) {
    if (!d->in || !d->in->date || strlen(d->in->date) < 4) return code;
    size_t n;
    const sg_row *rows = sg_lexicon_rows(d->lex, SG_T_RENAMED, &n);
    for (size_t i = 0; i < n; i++) {
        const char *const *c = rows[i].cell;
        if (c[0][0] != code[0] || strcmp(c[0], code) != 0) continue; /* asked for each land of each act */
        if (compare_dates(d->in->date, c[2]) >= 0 && compare_dates(d->in->date, c[3]) < 0) return c[1];
    }
    return code;
}

bool sg_land_is_region(const sg_ent *e) {
    return e->row[0] && e->row[0]->table == SG_T_REGIONS;
}

/* Who reports for one that tells from afar does no more. */
bool sg_tells_from_afar(const sg_ent *e) {
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_ORGANS && strstr(e->row[i]->cell[ORGANS_NOTE], "afar")) return true;
    return false;
}

/* The code by which a party's land stands for election; NULL for none: firms and relief workers are of no land, and who
 * names Europe has named no organisation. */
static const char *code_of(const sg_ent *e) {
    if (!e->country || sg_land_is_region(e)) return NULL;
    if (sg_land_is_state(e->country)) return e->country;
    if (strcmp(e->country, "IGO") != 0) return NULL;
    return e->cameo && !strncmp(e->cameo, "IGO", 3) ? e->cameo : e->country;
}

/* ---- what the document names ------------------------------------------------------------------------ */

/* LANDS where it is none of them. */
static unsigned find_land(const sg_lands *l, const char *code) {
    unsigned i = 0;
    while (i < l->lands && strcmp(l->land[i].code, code) != 0) i++;
    if (i < l->lands) return i;
    const char *then = sg_land_then(l->d, code);
    for (i = 0; i < l->lands; i++)
        if (!strcmp(l->land[i].then, then)) return i;
    return LANDS;
}

static unsigned add_land(sg_lands *l, const char *code) {
    unsigned i = find_land(l, code);
    if (i < LANDS && !strcmp(l->land[i].then, code)) l->land[i].code = code;
    if (i < LANDS || l->lands == LANDS) return i;
    l->land[l->lands] = (land){.code = code, .then = sg_land_then(l->d, code), .org = !sg_land_is_state(code)};
    return l->lands++;
}

static bool in_title(const sg_doc *d, uint32_t t) {
    return d->sents[d->toks[t].sent].in_title;
}

static void add_naming(sg_lands *l, uint32_t tok, const char *code, bool site) {
    unsigned i = add_land(l, code);
    if (i == LANDS) return;
    if (l->named && l->at[l->named - 1].tok == tok && l->at[l->named - 1].land == i) {
        l->at[l->named - 1].site |= site;
        return;
    }
    const sg_sent *s = &l->d->sents[l->d->toks[tok].sent];
    if (s->in_title) l->land[i].title = true;
    else if (s->first <= l->lead_opens) l->land[i].lead = true;
    bool first = !l->named || in_title(l->d, l->at[l->named - 1].tok) != s->in_title;
    if (first) l->land[i].opens |= s->in_title ? 1 : 2;
    l->land[i].count++;
    l->count++;
    *SG_PUSH(l->d->arena, l->at, l->named, l->cap) = (naming){tok, (uint8_t)i, site};
}

/* "The Danish-owned mine": a firm whose owner's land alone is told says nothing of others. */
static bool is_owned_from_afar(const sg_doc *d, uint32_t t) {
    enum { NEAR = 7 };
    for (uint32_t i = t < NEAR ? 0 : t - NEAR; i < t; i++)
        if (sg_is_of_money(d, i) && d->toks[i].sent == d->toks[t].sent && sg_is_below(d, i, t, NEAR)) return true;
    return false;
}

static void add_word(sg_lands *l, uint32_t t, uint32_t *last_ent) {
    const sg_doc *d = l->d;
    const sg_tok *k = &d->toks[t];
    for (uint32_t n = 0; n < k->ent_count && !is_owned_from_afar(d, t); n++) {
        const sg_ent *e = &d->ents[k->ent + n];
        const char *code = code_of(e);
        if (!code || sg_tells_from_afar(e) || (k->ent + n == *last_ent && e->head != t)) continue;
        *last_ent = k->ent + n;
        add_naming(l, t, code, false);
        unsigned i = find_land(l, code);
        if (i < LANDS && e->sector && !strcmp(e->sector, "GOV")) l->land[i].offices++;
    }
    const sg_hit *h = k->hit == NONE ? NULL : sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (h && h->last == t && strlen(h->row->cell[C_CODE]) == 3 && !sg_is_of_money(d, t))
        add_naming(l, t, h->row->cell[C_CODE], sg_is_locative(d, t));
}

/* Is the text a list of headlines: lines without a full stop? */
static bool is_list(const sg_doc *d) {
    size_t lines = 0, open = 0;
    for (size_t i = 0; i < d->sent_count; i++) {
        const sg_sent *s = &d->sents[i];
        if (s->in_title || !s->count) continue;
        lines++;
        open += d->toks[s->first + s->count - 1].upos != SG_POS_PUNCT;
    }
    return lines >= LIST && 4 * open >= 3 * lines;
}

static uint32_t most_named(const sg_lands *l) {
    uint32_t most = 0;
    for (unsigned i = 0; i < l->lands; i++)
        if (l->land[i].count > most) most = l->land[i].count;
    return most;
}

/* Is the text one story of one land, or a digest of many? */
static void see_whole(sg_lands *l) {
    const sg_doc *d = l->d;
    unsigned in_eighths = l->count ? 8 * most_named(l) / l->count : 8, paragraphs = 0;
    l->spread = in_eighths >= 5 ? 0 : in_eighths >= 3 ? 1 : in_eighths >= 2 ? 2 : 3;
    for (size_t i = 0; i < d->sent_count; i++) paragraphs += d->sents[i].paragraph && !d->sents[i].in_title;
    l->parted = paragraphs > 1;
}

/* "GENEVA, June 8 --": from where organisations tell of other lands. */
static bool is_seat(const sg_doc *d, const sg_toponym *p) {
    sg_mark mark = sg_arena_mark(d->arena);
    sg_str name = {d->text.s + p->start, p->end - p->start};
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, name, NULL));
    bool seat = sg_kind_value(&w, "seat of bodies") != NULL;
    sg_arena_reset(d->arena, mark);
    return seat;
}

sg_lands *sg_lands_of(const sg_doc *d, const sg_ranks *ranks, const sg_land_trace *trace) {
    sg_lands *l = SG_NEW(d->arena, sg_lands, 1);
    *l = (sg_lands){.d = d, .ranks = ranks, .trace = trace, .lead_opens = NONE, .list = is_list(d)};
    size_t s = 0, place = 0;
    while (s < d->sent_count && d->sents[s].in_title) s++;
    if (s < d->sent_count) l->lead_opens = d->sents[s].first;
    for (; place < d->toponym_count && d->toponyms[place].sent == NONE; place++) {
        const sg_toponym *p = &d->toponyms[place];
        unsigned i = place || !p->country || is_seat(d, p) ? LANDS : add_land(l, p->country);
        if (i == LANDS) continue; /* what stands behind is no place of its own: an agency, a month */
        l->land[i].dateline = true;
        l->land[i].places++;
        l->land[i].count += DATELINE;
        l->count += DATELINE;
    }
    uint32_t last_ent = NONE;
    for (uint32_t t = 0; t < d->tok_count; t++) {
        add_word(l, t, &last_ent);
        for (; place < d->toponym_count && d->toponyms[place].last <= t; place++) {
            const sg_toponym *p = &d->toponyms[place];
            if (!p->country || p->people || strlen(p->country) != 3) continue;
            add_naming(l, t, p->country, p->sited || sg_is_locative(d, p->head));
            unsigned i = find_land(l, p->country);
            if (i < LANDS) l->land[i].places++;
        }
    }
    see_whole(l);
    return l;
}

/* ---- what speaks for each, as seen from a word ------------------------------------------------------ */

static bool is_object(const sg_tok *t) {
    return t->deprel == SG_DEP_OBJ || t->deprel == SG_DEP_OBL || t->deprel == SG_DEP_IOBJ;
}

/* Does it hang inside a noun phrase? */
static bool is_inner(const sg_tok *t) {
    uint8_t rel = t->deprel;
    return t->head != NONE && (rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD ||
                               rel == SG_DEP_NMOD_POSS || rel == SG_DEP_FLAT || rel == SG_DEP_APPOS);
}

static uint8_t standing(const sg_tok *t) {
    return sg_is_subject(t) ? AS_SUBJECT : is_object(t) ? AS_OBJECT : STANDS;
}

static void raise_to(uint8_t *v, uint8_t to) {
    if (*v < to) *v = to;
}

/* Words with parties, by name or resolved before, in a sentence. */
static void see_sentence(const sg_lands *l, const sg_land_ask *q, const sg_sent *s, bool own, evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t from = s->first, end = s->first + s->count;
    if (own && q->tok > REACH && from < q->tok - REACH) from = q->tok - REACH;
    if (end > from + 2 * REACH) end = from + 2 * REACH;
    for (uint32_t t = from; t < end; t++) {
        const sg_tok *k = &d->toks[t];
        for (uint32_t n = 0; n < k->ent_count && t != q->tok; n++) {
            const char *code = code_of(&d->ents[k->ent + n]);
            unsigned i = code ? find_land(l, code) : LANDS;
            if (i < LANDS) raise_to(!own ? &ev[i].prev : t < q->tok ? &ev[i].before : &ev[i].after, standing(k));
        }
    }
}

/* The first of the namings at or behind a word. */
static size_t naming_from(const sg_lands *l, uint32_t tok) {
    size_t low = 0, high = l->named;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (l->at[mid].tok < tok) low = mid + 1;
        else high = mid;
    }
    return low;
}

static uint8_t apart(const sg_doc *d, uint32_t a, uint32_t b) {
    uint32_t n = d->toks[b].sent - d->toks[a].sent;
    return (uint8_t)(n < SG_NEAR - 2 ? n : SG_NEAR - 2);
}

/* Is a word of the noun phrase that another stands in: under it, or under the noun that it modifies? */
static uint8_t in_phrase(const sg_doc *d, uint32_t t, uint32_t other) {
    uint32_t top = t;
    for (uint32_t steps = 0; steps < CLAUSES && is_inner(&d->toks[top]); steps++) top = d->toks[top].head;
    for (uint32_t at = other, steps = 0; steps < CLAUSES && at != NONE; at = d->toks[at].head, steps++) {
        if (at == t) return 1;
        if (at == top) return 2;
        if (!is_inner(&d->toks[at])) return 0;
    }
    return 0;
}

/* The first word of the paragraph that a sentence stands in. */
static uint32_t paragraph_of(const sg_doc *d, uint32_t sent) {
    enum { LONG = 40 }; /* sentences */
    for (uint32_t i = 0; i < LONG && sent && !d->sents[sent].paragraph && !d->sents[sent - 1].in_title; i++) sent--;
    return d->sents[sent].first;
}

/* Names from the paragraph's first word on, before the naming `here`. */
static void see_paragraph(const sg_lands *l, size_t here, uint32_t opens, evidence *ev) {
    enum { OFTEN = 3, OPENS = 4 };
    size_t from = naming_from(l, opens), looked = 0;
    if (from < here) ev[l->at[from].land].paragraph = OPENS;
    for (size_t k = here; k-- > from && looked < REACH; looked++) {
        uint8_t *times = &ev[l->at[k].land].paragraph;
        if ((*times & OFTEN) < OFTEN) ++*times;
    }
}

/* Names in their order, away from the word on both sides. */
static void see_names(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t sent = d->toks[t].sent;
    size_t here = naming_from(l, t), looked = 0;
    bool first = true, grounded = false;
    uint8_t since = 0;
    see_paragraph(l, here, paragraph_of(d, sent), ev);
    for (unsigned i = 0; i < l->lands; i++) ev[i].far = ev[i].ahead = SG_NEAR - 1, ev[i].ground = ev[i].order = SG_NEAR;
    for (size_t k = here; k-- > 0 && looked < REACH; looked++) {
        const naming *n = &l->at[k];
        evidence *e = &ev[n->land];
        uint32_t back = sent - d->toks[n->tok].sent;
        if (e->far == SG_NEAR - 1) e->far = apart(d, n->tok, t);
        if (e->order == SG_NEAR) e->order = since, since = (uint8_t)(since + (since < 3));
        if (back <= WINDOW && e->recent < SG_NEAR - 1) e->recent++;
        if (n->site && !grounded) e->ground = apart(d, n->tok, t), grounded = true;
        if (first) e->nearest = true, first = false;
        if (!back) raise_to(&e->before, STANDS);
        if (!back && !e->phrase) e->phrase = in_phrase(d, t, n->tok);
        if (back == 1) raise_to(&e->prev, STANDS);
        if (n->site && !back) e->scene = 2;
        if (n->site && back && back <= BACK) e->stage = true;
    }
    looked = 0;
    for (size_t k = here; k < l->named && looked < REACH; k++, looked++) {
        const naming *n = &l->at[k];
        evidence *e = &ev[n->land];
        bool own = d->toks[n->tok].sent == sent;
        if (n->tok == t) continue;
        if (e->ahead == SG_NEAR - 1) e->ahead = apart(d, t, n->tok);
        if (own) raise_to(&e->after, STANDS);
        if (own && !e->phrase) e->phrase = in_phrase(d, t, n->tok);
        if (own && n->site && !e->scene) e->scene = 1;
    }
}

/* Parties of the same sector whose land is known. */
static void see_like(const sg_lands *l, const sg_land_ask *q, evidence *ev) {
    const sg_doc *d = l->d;
    if (!q->sector || !*q->sector) return;
    bool nearest = true;
    for (uint32_t t = q->tok, steps = 0; t-- > 0 && steps < REACH; steps++) {
        const sg_tok *k = &d->toks[t];
        for (uint32_t n = 0; n < k->ent_count; n++) {
            const sg_ent *e = &d->ents[k->ent + n];
            if (!e->sector || strcmp(e->sector, q->sector) != 0 || !code_of(e)) continue;
            unsigned i = find_land(l, code_of(e));
            if (i < LANDS) raise_to(&ev[i].linked, nearest ? 2 : 1);
            nearest = false;
        }
    }
    for (uint32_t t = q->tok + 1, steps = 0; t < d->tok_count && steps < REACH; t++, steps++) {
        const sg_tok *k = &d->toks[t];
        const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
        if (k->sent > d->toks[q->tok].sent + BACK) break;
        if (!e || !e->sector || strcmp(e->sector, q->sector) != 0 || !code_of(e)) continue;
        unsigned i = find_land(l, code_of(e));
        if (i < LANDS && !ev[i].linked) ev[i].linked = 3;
    }
}

static void see_noun_at(const sg_lands *l, uint32_t t, uint8_t how, evidence *ev) {
    const sg_tok *k = &l->d->toks[t];
    for (uint32_t n = 0; n < k->ent_count; n++) {
        const char *code = code_of(&l->d->ents[k->ent + n]);
        unsigned i = code ? find_land(l, code) : LANDS;
        if (i < LANDS && (how < 3 || !ev[i].noun)) raise_to(&ev[i].noun, how);
    }
}

/* The same noun whose land is known. */
static void see_noun(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    sg_str noun = d->toks[t].lemma_key;
    bool nearest = true;
    for (uint32_t i = t, steps = 0; i-- > 0 && steps < REACH; steps++) {
        if (!d->toks[i].ent_count || !sg_eq(d->toks[i].lemma_key, noun)) continue;
        see_noun_at(l, i, nearest ? 2 : 1, ev);
        nearest = false;
    }
    for (uint32_t i = t + 1, steps = 0; i < d->tok_count && steps < REACH; i++, steps++)
        if (d->toks[i].ent_count && sg_eq(d->toks[i].lemma_key, noun)) see_noun_at(l, i, 3, ev);
}

/* The land of the first party at a word, or LANDS. */
static unsigned land_at(const sg_lands *l, uint32_t t) {
    const sg_tok *k = &l->d->toks[t];
    const char *code = k->ent_count ? code_of(&l->d->ents[k->ent]) : NULL;
    return code ? find_land(l, code) : LANDS;
}

/* Who was subject of the sentences before. */
static void see_topics(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t sent = d->toks[t].sent;
    for (uint32_t back = 1; back <= TOPICS && back <= sent; back++) {
        uint32_t root = d->sents[sent - back].root;
        if (root == NONE || d->sents[sent - back].in_title != d->sents[sent].in_title) continue;
        for (uint32_t c = d->toks[root].child; c != NONE; c = d->toks[c].next) {
            unsigned i = sg_is_subject(&d->toks[c]) ? land_at(l, c) : LANDS;
            if (i < LANDS && !ev[i].topic) ev[i].topic = (uint8_t)back;
        }
    }
}

/* Who is joined to the word. */
static void see_joined(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    const sg_tok *k = &d->toks[t];
    unsigned i = k->deprel == SG_DEP_CONJ && k->head != NONE ? land_at(l, k->head) : LANDS;
    if (i < LANDS) ev[i].joined = true;
    for (uint32_t c = k->child; c != NONE; c = d->toks[c].next) {
        i = d->toks[c].deprel == SG_DEP_CONJ ? land_at(l, c) : LANDS;
        if (i < LANDS) ev[i].joined = true;
    }
}

/* Who tells the clause that the word stands in, and who above him. */
static void see_tellers(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    uint8_t how = 1;
    for (uint32_t up, steps = 0; (up = d->toks[t].head) != NONE && steps < 2 * CLAUSES; t = up, steps++) {
        uint8_t rel = d->toks[t].deprel;
        if (rel != SG_DEP_CCOMP && rel != SG_DEP_PARATAXIS && rel != SG_DEP_XCOMP) continue;
        for (uint32_t c = d->toks[up].child; c != NONE; c = d->toks[c].next) {
            unsigned i = sg_is_subject(&d->toks[c]) ? land_at(l, c) : LANDS;
            if (i < LANDS && !ev[i].teller) ev[i].teller = how;
        }
        how = 2;
    }
}

/* Whose land "we" and "our" were, last, in the same voice. */
static void see_ours(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t voice = d->sents[d->toks[t].sent].voice;
    for (uint32_t i = t, steps = 0; i-- > 0 && steps < REACH; steps++) {
        const sg_tok *k = &d->toks[i];
        if (k->ref == NONE || d->refs[k->ref].form > SG_REF_WE || d->sents[k->sent].voice != voice) continue;
        unsigned own = land_at(l, i);
        if (own == LANDS) continue;
        ev[own].ours = true;
        return;
    }
}

/* "The Danish ambassador", "its embassy": whoever deals with him is of another land. */
static bool is_envoy(const sg_ent *e) {
    for (size_t i = 0; i < sizeof e->row / sizeof *e->row; i++)
        if (e->row[i] && e->row[i]->table == SG_T_ROLES && sg_list_has(e->row[i]->cell[R_NOTE], SG_LIT("abroad")))
            return true;
    return false;
}

static void see_party(const sg_lands *l, uint32_t t, uint8_t how, evidence *ev) {
    const sg_tok *k = &l->d->toks[t];
    for (uint32_t n = 0; n < k->ent_count; n++) {
        const sg_ent *e = &l->d->ents[k->ent + n];
        const char *code = code_of(e);
        unsigned i = code ? find_land(l, code) : LANDS;
        if (i == LANDS || ev[i].deal) continue;
        ev[i].deal = how;
        ev[i].dealer = (uint8_t)class_of(e->sector);
        ev[i].envoy = is_envoy(e);
    }
}

/* Lands that are named inside what something is done to ("the port of Aden", "houses in Rafah"), or what does it ("an
 * Israeli strike"). */
static void see_inside(const sg_lands *l, uint32_t t, uint8_t how, evidence *ev) {
    for (uint32_t c = l->d->toks[t].child; c != NONE; c = l->d->toks[c].next) {
        if (!is_inner(&l->d->toks[c])) continue;
        for (size_t k = naming_from(l, c); k < l->named && l->at[k].tok == c; k++)
            if (!ev[l->at[k].land].deal) ev[l->at[k].land].deal = how;
    }
}

/* To whom something is done under a verb. */
static void see_objects(const sg_lands *l, uint32_t verb, evidence *ev) {
    const sg_doc *d = l->d;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_OBJ) see_party(l, c, DEAL_OBJECT, ev), see_inside(l, c, DEAL_INSIDE, ev);
        else if (is_object(&d->toks[c]) && !sg_is_locative(d, c)) see_party(l, c, DEAL_OBLIQUE, ev);
    }
}

/* Who stands beside the word under its verb: the subject of the clause, or those to whom the subject does something; both
 * where the word is within the subject ("envoys of the junta flew to Lome"). */
static void see_clause(const sg_lands *l, uint32_t t, evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t at = d->toks[t].head, steps = 0;
    if (sg_is_subject(&d->toks[t]) && at != NONE) {
        see_objects(l, at, ev);
        return;
    }
    for (; at != NONE && steps < CLAUSES; at = d->toks[at].head, steps++)
        for (uint32_t c = d->toks[at].child; c != NONE; c = d->toks[c].next)
            if (sg_is_subject(&d->toks[c]) && c != t) {
                see_party(l, c, DEAL_SUBJECT, ev);
                if (!d->toks[c].ent_count) see_inside(l, c, DEAL_SUBJECT, ev);
                if (sg_is_below(d, t, c, CLAUSES)) see_objects(l, at, ev);
                return;
            }
}

const char *sg_lands_named(const sg_lands *l, uint32_t tok, const char *code) {
    size_t n = strlen(code), here = l ? naming_from(l, tok) : 0;
    for (size_t k = here; k-- > 0;)
        if (!strncmp(l->land[l->at[k].land].code, code, n)) return l->land[l->at[k].land].code;
    for (size_t k = here; l && k < l->named; k++)
        if (!strncmp(l->land[l->at[k].land].code, code, n)) return l->land[l->at[k].land].code;
    return NULL;
}

/* ---- the choice ----------------------------------------------------------------------------------- */

typedef struct tally {
    const sg_ranks *ranks;
    uint32_t feature[FEATURES];
    size_t count;
    int32_t sum;
} tally;

static void say(tally *y, sg_feature f, unsigned a, unsigned b, unsigned c) {
    if (y->count == FEATURES) return;
    uint32_t at = sg_feature_at(y->ranks, f, a, b, c);
    y->feature[y->count++] = at;
    y->sum += y->ranks->weight[at];
}

static unsigned form_of(const sg_doc *d, uint32_t t) {
    if (d->toks[t].ref != NONE) return d->refs[d->toks[t].ref].form;
    return d->toks[t].bits & SG_FEAT_PLUR ? SG_REF_BARE_MANY : SG_REF_BARE;
}

static unsigned at_most(uint32_t v, unsigned most) {
    return v < most ? v : most;
}

/* In eighths; the last stands for seven and more. */
static unsigned share_of(uint32_t part, uint32_t all) {
    return all ? at_most(8 * part / all, SG_NEAR - 1) : 0;
}

static const char FORCE[] = "ASSAULT|COERCE|THREATEN|MOBILIZE";

/* Is one of these types of force done or threatened under the word's verb? */
static bool is_under(const sg_doc *d, uint32_t t, const char *types) {
    enum { POS = 1, TYPE = 2 };
    uint32_t up = d->toks[t].head;
    sg_rows rows = up == NONE ? (sg_rows){0} : sg_rows_by_lemma(d, &d->toks[up], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has(types, sg_str_of(rows.row[i]->cell[TYPE]))) return rows.row[i]->cell[POS][0] == 'v';
    return false;
}

/* How the word stands under its verb; 4 more where that is one of force. */
static unsigned relation_of(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    unsigned how = sg_is_subject(k) ? 1 : k->deprel == SG_DEP_OBJ ? 2 : k->deprel == SG_DEP_OBL ? 3 : 0;
    return how | (is_under(d, t, FORCE) ? 4 : 0);
}

/* Who is asked for, and what depends on him alone. */
typedef struct asked {
    const sg_land_ask *q;
    unsigned sector, form, relation; /* numbers of rank.h; relation: relation_of */
    bool forced;                     /* force is done or threatened under his verb */
    bool first;                      /* no land is named before him */
    uint32_t most;                   /* namings of the land that is named most */
} asked;

static asked asked_of(const sg_lands *l, const sg_land_ask *q) {
    return (asked){.q = q,
                   .sector = class_of(q->sector),
                   .form = form_of(l->d, q->tok),
                   .relation = relation_of(l->d, q->tok),
                   .forced = is_under(l->d, q->tok, FORCE),
                   .first = naming_from(l, q->tok) == 0,
                   .most = most_named(l)};
}

/* How well the name of whoever is asked for fits a land beside the others. */
static void weigh_name(const sg_lands *l, unsigned s, unsigned i, const unsigned *borne, tally *y) {
    bool some = false;
    for (unsigned k = 0; k < l->lands; k++) some |= borne[k] > 0;
    if (i == l->lands) say(y, SG_F_NOLAND_BORNE, s, some, 0);
    else if (l->land[i].org) say(y, SG_F_LAND_BORNE, s, some ? 6 : 7, 0);
    else say(y, SG_F_LAND_BORNE, s, borne[i] ? 1 + borne[i] : some, 0);
}

static void weigh_land(const sg_lands *l, const asked *who, unsigned i, const evidence *e, tally *y) {
    const land *a = &l->land[i];
    const sg_land_ask *q = who->q;
    unsigned s = who->sector, told = q->told && find_land(l, q->told) == i ? 1 + q->alike : 0, force = who->forced;
    if (e->before) say(y, SG_F_LAND_BEFORE, s, e->before, 0);
    if (e->after) say(y, SG_F_LAND_AFTER, s, e->after, 0);
    if (e->deal) say(y, SG_F_LAND_DEAL, s, e->deal - 1u, force);
    if (e->deal == DEAL_SUBJECT) say(y, SG_F_LAND_SUBJECT, s, who->relation, e->dealer);
    else if (e->deal) say(y, SG_F_LAND_OBJECT, s, (e->deal - DEAL_OBJECT) | 4u * force, e->dealer);
    if (e->scene) say(y, SG_F_LAND_SCENE, s, e->scene | 4u * force, 0);
    if (e->phrase) say(y, SG_F_LAND_PHRASE, s, e->phrase, 0);
    if (a->org) say(y, SG_F_LAND_ORG, s, who->form, 0);
    if (told) say(y, SG_F_LAND_TOLD, s, told, who->form);
    if (e->joined) say(y, SG_F_LAND_JOINED, s, 0, 0);
    if (e->teller) say(y, SG_F_LAND_TELLER, s, e->teller - 1u, 0);
    if (l->list) return;
    say(y, SG_F_LAND_NEARBY, s, e->far, l->spread);
    if (l->parted) say(y, SG_F_LAND_PARAGRAPH, s, e->paragraph, 0);
    say(y, SG_F_LAND_RECENT, s, e->recent, 0);
    if (e->noun) say(y, SG_F_LAND_NOUN, s, e->noun, 0);
    if (e->ground < SG_NEAR) say(y, SG_F_LAND_GROUND, s, e->ground, 0);
    if (e->ours) say(y, SG_F_LAND_OURS, s, 0, 0);
    if (e->topic) say(y, SG_F_LAND_TOPIC, s, e->topic, 0);
    say(y, SG_F_LAND_PLACED, s, share_of(a->count, l->count), a->dateline);
    if (e->order < SG_NEAR) say(y, SG_F_LAND_ORDER, s, e->order, 0);
    if (a->opens) say(y, SG_F_LAND_OPENS, s, a->opens, 0);
    if (a->dateline) say(y, SG_F_LAND_DATELINE, s, who->first, 0);
    if (a->title) say(y, SG_F_LAND_TITLE, s, 0, 0);
    if (a->lead) say(y, SG_F_LAND_LEAD, s, a->org, 0);
    say(y, SG_F_LAND_SHARE, s, share_of(a->count, l->count), 0);
    if (l->lands == 1) say(y, SG_F_LAND_TOP, s, 1, 0);
    else if (a->count == who->most) say(y, SG_F_LAND_TOP, s, 0, 0);
    say(y, SG_F_LAND_OFFICES, s, at_most(a->offices, SG_NEAR - 1), 0);
    say(y, SG_F_LAND_PLACES, s, at_most(a->places, SG_NEAR - 1), 0);
    if (e->prev) say(y, SG_F_LAND_PREV, s, e->prev, 0);
    if (e->linked) say(y, SG_F_LAND_LINKED, s, e->linked, 0);
    if (e->stage) say(y, SG_F_LAND_STAGE, s, 0, 0);
    if (e->nearest) say(y, SG_F_LAND_NEAREST, s, 0, 0);
    say(y, SG_F_LAND_FAR, s, e->far, 0);
    if (e->far == SG_NEAR - 1) say(y, SG_F_LAND_AHEAD, s, e->ahead, who->first);
}

/* "UN observers", "foreign media": an adjective in capitals, or none at all. */
static unsigned told_by_adjective(const sg_doc *d, uint32_t t) {
    unsigned seen = 0;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->deprel != SG_DEP_AMOD && k->deprel != SG_DEP_COMPOUND && k->deprel != SG_DEP_NMOD) continue;
        unsigned now = sg_is_capital(k) ? 2 : 1;
        if (now > seen) seen = now;
    }
    return seen;
}

static void weigh_none(const sg_lands *l, const asked *who, tally *y) {
    unsigned s = who->sector;
    say(y, SG_F_NOLAND_FORM, s, who->form, 0);
    say(y, SG_F_NOLAND_COUNT, s, at_most(l->lands, 3), 0);
    say(y, SG_F_NOLAND_ROLE, s, who->relation, 0);
    say(y, SG_F_NOLAND_NAMED, s, who->q->named, 0);
    say(y, SG_F_NOLAND_ADJECTIVE, s, told_by_adjective(l->d, who->q->tok), 0);
}

/* "Commandos attacked Lebanon", "seized the port of Aden": soldiers are not of the land that they attack. */
static bool is_attacked(const asked *who, const evidence *e) {
    bool taken = (e->deal == DEAL_OBJECT && e->dealer == SG_SECTOR_NONE) || e->deal == DEAL_INSIDE;
    return taken && who->sector == SG_SECTOR_MIL && who->forced;
}

/* "Envoys of the junta flew to Lome": a state's men who go somewhere are not of the land to which they go. */
static bool is_visited(const sg_doc *d, const asked *who, const evidence *e) {
    uint32_t top = who->q->tok, steps = 0;
    if (e->deal != DEAL_OBLIQUE || (!who->q->state && who->sector != SG_SECTOR_GOV)) return false;
    while (is_inner(&d->toks[top]) && steps++ < CLAUSES) top = d->toks[top].head;
    uint32_t verb = sg_is_subject(&d->toks[top]) ? d->toks[top].head : NONE;
    return verb != NONE && sg_kind_value(&d->toks[verb].by_lemma, "going");
}

/* "The government protested to China", "the ministry called in the Danish ambassador": who deals with a state, or with its
 * envoy, is of another one. */
static bool is_dealt_with(const sg_doc *d, const sg_land_ask *q, const evidence *e) {
    static const char who[] = "GOV|LEG|OPP|PTY|COP|MIL|JUD";
    uint32_t top = q->tok, steps = 0;
    bool whole = e->envoy || e->dealer == SG_SECTOR_NONE;
    if (!whole || e->deal < DEAL_OBJECT || e->deal > DEAL_OBLIQUE || !sg_list_has(who, sg_str_of(q->sector))) return false;
    while (is_inner(&d->toks[top]) && steps++ < CLAUSES) top = d->toks[top].head;
    uint32_t verb = sg_is_subject(&d->toks[top]) ? d->toks[top].head : NONE;
    return verb != NONE && sg_kind_value(&d->toks[verb].by_lemma, "facing");
}

/* "Kidnappers of an Omani engineer": whom they did it to tells nothing of their land. */
static bool is_done_to(const sg_doc *d, const sg_land_ask *q, const evidence *e) {
    enum { UNDER = 1 };
    return e->phrase == UNDER && sg_kind_value(&d->toks[q->tok].by_lemma, "doer to");
}

/* "Israel deports activists": who is put out of a land is not of it, nor are migrants to whom it does anything, nor the ships
 * and airliners that its men sink or hijack, nor what vessels its pirates deal with. */
static bool is_put_out_by(const sg_lands *l, const sg_land_ask *q, unsigned i) {
    const sg_doc *d = l->d;
    const sg_tok *k = &d->toks[q->tok];
    bool stranger = sg_kind_value(&k->by_lemma, "from abroad") != NULL,
         craft = sg_kind_value(&k->by_lemma, "craft") && is_under(d, q->tok, "ASSAULT");
    if (stranger && k->head != NONE && sg_says(d, k->head, "quantity")) k = &d->toks[k->head]; /* "hundreds of migrants" */
    if ((k->deprel != SG_DEP_OBJ && k->deprel != SG_DEP_NSUBJ_PASS) || k->head == NONE) return false;
    bool vessel = sg_kind_value(&d->toks[q->tok].by_lemma, "has crew") != NULL;
    if (!stranger && !craft && !vessel && !sg_kind_value(&d->toks[k->head].by_lemma, "putting out")) return false;
    for (uint32_t c = d->toks[k->head].child; c != NONE; c = d->toks[c].next) {
        bool doer = d->toks[c].deprel == SG_DEP_NSUBJ || d->toks[c].deprel == SG_DEP_OBL_AGENT;
        const char *by = doer && d->toks[c].ent_count ? d->ents[d->toks[c].ent].sector : NULL;
        if (vessel && !stranger && !craft && (!by || strcmp(by, "CRM") != 0)) continue; /* "pirates freed the ship" */
        if (doer && land_at(l, c) == i) return true;
    }
    return false;
}

/* "the killing of", "the arrest of": a noun for what people suffer. */
static bool is_suffering(const sg_doc *d, uint32_t noun) {
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[noun], SG_T_CLASSES);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[1], "suffering")) return true;
    return false;
}

/* Does the verb blame, by the tables: "condemn", "deplore"? */
static bool is_blaming(const sg_doc *d, uint32_t verb) {
    enum { POS = 1, MODE = 3, NEEDS = 9 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_ACTS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && !strcmp(rows.row[i]->cell[MODE], "disapprove") &&
            !strstr(rows.row[i]->cell[NEEDS], "obj=")) /* but "expressed outrage" needs its outrage */
            return true;
    return false;
}

/* "The United States deplored the killing of civilians", in a report from Burma: those who suffer what a land blames are
 * not of it where the text is more about another. */
static bool is_decried_by(const sg_lands *l, const sg_land_ask *q, unsigned i) {
    static const char people[] = "CVL|REF|EDU|MED|AGR|LAB|SOC|REL|JRN";
    const sg_doc *d = l->d;
    uint32_t deed = d->toks[q->tok].deprel == SG_DEP_NMOD ? d->toks[q->tok].head : NONE;
    uint32_t verb = deed != NONE && d->toks[deed].deprel == SG_DEP_OBJ ? d->toks[deed].head : NONE;
    if (verb == NONE || !is_suffering(d, deed) || q->name) return false;
    if (!q->sector || !sg_list_has(people, sg_str_of(q->sector))) return false;
    for (uint32_t c = d->toks[q->tok].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NMOD_POSS) return false; /* "of its citizens" */
    bool blames = false, other = false;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        blames |= d->toks[c].deprel == SG_DEP_NSUBJ && land_at(l, c) == i;
    for (unsigned k = 0; k < l->lands; k++) other |= k != i && !l->land[k].org && l->land[k].count > l->land[i].count;
    return blames && other && is_blaming(d, verb);
}

/* Is harm done to the word's people: by a verb of force, or do they die of something? */
static bool is_harmed(const sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    if (k->head == NONE) return false;
    if (k->deprel == SG_DEP_NSUBJ) return sg_kind_value(&d->toks[k->head].by_lemma, "dying") != NULL;
    return (k->deprel == SG_DEP_OBJ || k->deprel == SG_DEP_NSUBJ_PASS) && is_under(d, t, FORCE);
}

/* "Five children died in a strike on a camp in Rafah": where the sentence names no land but the one in which it happened,
 * people to whom harm is done are of it. LANDS: no such land. */
static unsigned scene_of_harm(const sg_lands *l, const sg_land_ask *q, const evidence *ev) {
    static const char people[] = "CVL|REF|EDU|MED|AGR|LAB|SOC";
    unsigned there = LANDS;
    if (!q->sector || !sg_list_has(people, sg_str_of(q->sector)) || q->name || !is_harmed(l->d, q->tok)) return LANDS;
    for (unsigned i = 0; i < l->lands; i++) {
        if (!ev[i].before && !ev[i].after) continue;
        if (there < LANDS || !ev[i].scene || l->land[i].org) return LANDS;
        there = i;
    }
    return there;
}

/* "Thousands rallied in the capital, Sanaa, against the United States": the crowd is of the one land in which it stands.
 * LANDS: no such land. */
static unsigned scene_of_rally(const sg_lands *l, const sg_land_ask *q) {
    const sg_doc *d = l->d;
    uint32_t top = q->tok, steps = 0;
    unsigned there = LANDS;
    if (!q->sector || strcmp(q->sector, "CVL") != 0 || q->name) return LANDS;
    while (is_inner(&d->toks[top]) && steps++ < CLAUSES) top = d->toks[top].head;
    uint32_t verb = sg_is_subject(&d->toks[top]) ? d->toks[top].head : NONE;
    if (verb == NONE || !sg_kind_value(&d->toks[verb].by_lemma, "rallying")) return LANDS;
    const sg_sent *s = &d->sents[d->toks[verb].sent];
    for (size_t i = naming_from(l, verb); i < l->named && l->at[i].tok < s->first + s->count; i++) {
        if (!l->at[i].site || d->toks[l->at[i].tok].head != verb || l->land[l->at[i].land].org) continue;
        if (there < LANDS && there != l->at[i].land) return LANDS;
        there = l->at[i].land;
    }
    return there;
}

/* "Chad: Rebels attacked a village": the land that heads the paragraph, where no other stands in the asker's sentence.
 * LANDS: none does. */
static unsigned land_of_heading(const sg_lands *l, const sg_land_ask *q, const evidence *ev) {
    const sg_doc *d = l->d;
    uint32_t first = paragraph_of(d, d->toks[q->tok].sent);
    const sg_hit *h = sg_hit_over(d, first, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (!h || h->first != first || h->last + 1 >= d->tok_count || !sg_eqz(d->toks[h->last + 1].form, ":")) return LANDS;
    size_t at = naming_from(l, first);
    if (at == l->named || l->at[at].tok > h->last || q->tok <= h->last) return LANDS;
    for (unsigned i = 0; i < l->lands; i++)
        if (i != l->at[at].land && (ev[i].before || ev[i].after)) return LANDS;
    return l->at[at].land;
}

/* The land of those who do what a verb tells, or LANDS: "Armenian shelling killed", "killed by Armenian shells". */
static unsigned land_of_doer(const sg_lands *l, uint32_t verb) {
    const sg_doc *d = l->d;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel != SG_DEP_NSUBJ && d->toks[c].deprel != SG_DEP_OBL_AGENT) continue;
        unsigned own = land_at(l, c);
        for (uint32_t m = d->toks[c].child; own == LANDS && m != NONE; m = d->toks[m].next)
            if (is_inner(&d->toks[m])) own = land_at(l, m);
        return own;
    }
    return LANDS;
}

/* "Baku said that Armenian shelling had killed five civilians": whom another land harms is of the land that tells it. */
static unsigned land_that_mourns(const sg_lands *l, const sg_land_ask *q, const evidence *ev) {
    static const char harmed[] = "CVL|MIL|COP|EDU|MED|AGR|LAB";
    const sg_tok *k = &l->d->toks[q->tok];
    if (!q->sector || !sg_list_has(harmed, sg_str_of(q->sector)) || q->name || k->head == NONE) return LANDS;
    if (k->deprel != SG_DEP_OBJ && k->deprel != SG_DEP_NSUBJ_PASS) return LANDS;
    if (!sg_kind_value(&l->d->toks[k->head].by_lemma, "harming")) return LANDS;
    unsigned doer = land_of_doer(l, k->head);
    for (unsigned i = 0; doer < LANDS && i < l->lands; i++)
        if (ev[i].teller == 1 && i != doer && !l->land[i].org && !l->land[doer].org) return i;
    return LANDS;
}

/* "Chad's government, parties and unions": whose the first is all are, where no word says whose the later ones are. */
static unsigned land_of_row(const sg_lands *l, uint32_t t) {
    const sg_doc *d = l->d;
    uint32_t first = d->toks[t].deprel == SG_DEP_CONJ ? d->toks[t].head : NONE, owner = NONE;
    for (uint32_t c = first == NONE || first > t ? NONE : d->toks[first].child; c != NONE; c = d->toks[c].next)
        if (c < first && d->toks[c].deprel == SG_DEP_NMOD_POSS) owner = c;
    if (owner == NONE || d->toks[owner].upos == SG_POS_PRON) return LANDS;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (rel == SG_DEP_DET || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD || rel == SG_DEP_NUMMOD) return LANDS;
    }
    return land_at(l, owner);
}

/* Is force of one type told by both verbs, by the tables? Of one verb twice: is any? */
static bool are_alike_in_force(const sg_doc *d, uint32_t a, uint32_t b) {
    enum { POS = 1, TYPE = 2 };
    sg_rows one = sg_rows_by_lemma(d, &d->toks[a], SG_T_ACTS), two = sg_rows_by_lemma(d, &d->toks[b], SG_T_ACTS);
    for (size_t i = 0; i < one.count; i++) {
        const char *type = one.row[i]->cell[TYPE];
        if (one.row[i]->cell[POS][0] != 'v' || !sg_list_has(FORCE, sg_str_of(type))) continue;
        for (size_t k = 0; k < two.count; k++)
            if (two.row[k]->cell[POS][0] == 'v' && !strcmp(two.row[k]->cell[TYPE], type)) return true;
    }
    return false;
}

/* Who does what the title's first verb tells; NONE: nobody. */
static uint32_t doer_in_title(const sg_doc *d) {
    const sg_sent *s = d->sents;
    for (uint32_t t = s->first; s->in_title && t < s->first + s->count; t++)
        if (d->toks[t].deprel == SG_DEP_NSUBJ) return t;
    return NONE;
}

/* "Danish troops raid Lome" over "Soldiers crossed the border and blew up a bridge", from wherever that is written: a lead
 * tells its title's news, and those who use force in it, told by their trade alone, are the title's. LANDS: no such title. */
static unsigned land_of_title(const sg_lands *l, const sg_land_ask *q, const evidence *ev) {
    const sg_doc *d = l->d;
    const sg_tok *k = &d->toks[q->tok];
    bool bare = k->sent && q->sector && !q->name && sg_list_has("MIL|COP", sg_str_of(q->sector));
    uint32_t doer = bare ? doer_in_title(d) : NONE;
    if (doer == NONE || !d->sents[k->sent - 1].in_title || d->sents[k->sent].in_title) return LANDS;
    uint32_t here = k->deprel == SG_DEP_NSUBJ ? k->head : NONE, there = d->toks[doer].head;
    if (here == NONE || there == NONE || !are_alike_in_force(d, here, here) || !are_alike_in_force(d, there, there)) return LANDS;
    unsigned own = land_at(l, doer);
    if (own == LANDS || l->land[own].org) return LANDS;
    for (unsigned i = 0; i < l->lands; i++)
        if (ev[i].before || ev[i].deal == DEAL_OBJECT) return LANDS;
    const char *sector = d->ents[d->toks[doer].ent].sector;
    bool same = sector && !strcmp(sector, q->sector), state = !sector || !*sector;
    return same || (state && are_alike_in_force(d, here, there)) ? own : LANDS;
}

/* Does the land itself do something in the sentence, or is something done to it? Then it is no mere ground of an act. */
static bool is_busy(const evidence *e) {
    return !e->scene && (e->before >= AS_SUBJECT || e->after >= AS_SUBJECT);
}

/* Whose name is asked for: as it is known, or as it stands there. */
static const char *name_of(const sg_lands *l, const sg_land_ask *q) {
    const sg_doc *d = l->d;
    if (q->name) return q->name;
    const sg_ref *r = d->toks[q->tok].ref == NONE ? NULL : &d->refs[d->toks[q->tok].ref];
    bool named = r && (r->form == SG_REF_NAME || r->form == SG_REF_SHORT);
    if (!named || r->name[0] == NONE || r->name[1] < r->name[0]) return NULL;
    const sg_tok *from = &d->toks[r->name[0]], *to = &d->toks[r->name[1]];
    sg_str in = d->sents[from->sent].in_title ? d->title : d->text;
    if (to->end > in.n || from->start >= to->end) return NULL;
    return sg_dup(d->arena, (sg_str){in.s + from->start, to->end - from->start});
}

/* How well each land fits the name; false where it is of no known words. */
static bool see_name(const sg_lands *l, const char *name, unsigned *borne) {
    sg_bearer b = sg_bearer_of(l->d->lex, l->d->arena, name);
    for (unsigned i = 0; b.count && i < l->lands; i++) {
        unsigned now = sg_bearer_fit(&b, l->land[i].code), then = sg_bearer_fit(&b, l->land[i].then);
        borne[i] = now > then ? now : then;
    }
    return b.count > 0;
}

/* Who faces one state serves another: the one that the text names most of those left, where no two are named alike. */
static const char *other_land(const sg_lands *l, const sg_land_ask *q, const evidence *ev) {
    enum { OFTEN = 2 };
    const land *top = NULL;
    bool alone = false;
    for (unsigned i = 0; i < l->lands; i++) {
        const land *a = &l->land[i];
        if (a->org || a->count < OFTEN || is_dealt_with(l->d, q, &ev[i])) continue;
        if (!top || a->count >= top->count) alone = !top || a->count > top->count, top = a;
    }
    return alone ? top->code : NULL;
}

/* Of whom organisations of states have none. */
static const char at_home_only[] = "PTY|AGR|REB|OPP|MED|EDU|BUS|REF|PRM|CRM|COP";

/* "Government troops", "federal police": only a state has such. */
static bool is_of_rulers(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        bool before = d->toks[c].deprel == SG_DEP_COMPOUND || d->toks[c].deprel == SG_DEP_AMOD;
        if (before && sg_kind_value(&d->toks[c].by_lemma, "of rulers")) return true;
    }
    return false;
}

const char *sg_lands_choose(const sg_lands *l, const sg_land_ask *q, int32_t *lead) {
    if (!l || !l->lands) return NULL;
    evidence ev[LANDS] = {{0}};
    const sg_sent *s = &l->d->sents[l->d->toks[q->tok].sent];
    see_sentence(l, q, s, true, ev);
    if (s > l->d->sents) see_sentence(l, q, s - 1, false, ev);
    see_names(l, q->tok, ev);
    see_like(l, q, ev);
    see_clause(l, q->tok, ev);
    see_noun(l, q->tok, ev);
    see_topics(l, q->tok, ev);
    see_joined(l, q->tok, ev);
    see_tellers(l, q->tok, ev);
    see_ours(l, q->tok, ev);
    asked who = asked_of(l, q);
    const char *best = NULL, *name = name_of(l, q);
    unsigned borne[LANDS + 1] = {0};
    bool known = name && see_name(l, name, borne);
    int32_t top = 0, next = 0;
    bool rulers = is_of_rulers(l->d, q->tok), folk = sg_kind_value(&l->d->toks[q->tok].by_lemma, "folk");
    bool at_home = q->state || rulers || folk || (q->sector && sg_list_has(at_home_only, sg_str_of(q->sector)));
    size_t weighed = 0;
    bool facing = false;
    for (unsigned i = 0; i <= l->lands; i++) {
        tally y;
        y.ranks = l->ranks, y.count = 0, y.sum = 0;
        const char *code = i < l->lands ? l->land[i].code : NULL;
        if (code && l->list && !ev[i].before && !ev[i].after) continue;
        if (code && ((is_attacked(&who, &ev[i]) && !rulers) || is_visited(l->d, &who, &ev[i]))) continue;
        if (code && (is_put_out_by(l, q, i) || is_done_to(l->d, q, &ev[i]) || is_decried_by(l, q, i))) continue;
        if (code && is_dealt_with(l->d, q, &ev[i])) {
            facing = true;
            continue;
        }
        if (code && q->host && find_land(l, q->host) == i) continue;
        if (code && q->unnamed && is_busy(&ev[i])) continue;
        if ((code && at_home && !sg_land_is_state(code)) || (!code && rulers)) continue;
        if (code) weigh_land(l, &who, i, &ev[i], &y);
        else weigh_none(l, &who, &y);
        if (known) weigh_name(l, who.sector, i, borne, &y);
        if (l->trace) l->trace->choice(l->trace->user, q, code, y.feature, y.count);
        bool leads = !weighed || y.sum > top;
        if (weighed && (leads || weighed == 1 || y.sum > next)) next = leads ? top : y.sum;
        if (leads) top = y.sum, best = code;
        weighed++;
    }
    if (!best && facing) best = other_land(l, q, ev);
    unsigned there = land_that_mourns(l, q, ev);
    if (there == LANDS) there = land_of_heading(l, q, ev);
    if (there == LANDS) there = land_of_row(l, q->tok);
    if (there == LANDS) there = scene_of_harm(l, q, ev);
    if (there == LANDS) there = scene_of_rally(l, q);
    if (there == LANDS) there = land_of_title(l, q, ev);
    if (there < LANDS) best = l->land[there].code;
    if (lead) *lead = 1 + (weighed > 1 ? top - next : 0);
    if (l->trace) l->trace->chosen(l->trace->user, q, best);
    return best;
}

size_t sg_lands_pair(const sg_lands *l, const char *codes[2]) {
    enum { OFTEN = 2 };
    const land *top[3] = {NULL, NULL, NULL}; /* the third only to be held against */
    for (unsigned i = 0; l && i < l->lands; i++) {
        const land *a = &l->land[i];
        if (a->org) continue;
        size_t at = 3;
        while (at && (!top[at - 1] || top[at - 1]->count < a->count)) at--;
        for (size_t k = 2; k > at; k--) top[k] = top[k - 1];
        if (at < 3) top[at] = a;
    }
    if (!top[1] || top[1]->count < OFTEN || 2 * top[1]->count < top[0]->count) return 0;
    if (top[2] && top[2]->count >= top[1]->count) return 0;
    codes[0] = top[0]->code, codes[1] = top[1]->code;
    return 2;
}

uint32_t sg_lands_told(const sg_lands *l, const char *code) {
    unsigned i = l ? find_land(l, code) : 0;
    return l && i < l->lands ? l->land[i].count : 0;
}
