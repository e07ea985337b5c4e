/* actor.c: see actor.h. Three passes over the hits, so that what says more stands before what says less:
 * roles (with the countries and the name in their phrase), then names of holders, then bodies and
 * countries. A head that has its entities is left alone by the later passes. */
#include "actor.h"

#include "holder.h"
#include "when.h"

enum { MANY = 8, NAME_ROOM = 128, NAME_WORDS = 8, TITLE_REACH = 32, PART_OF = 6 };
enum { C_CODE = 1, C_KIND = 2 };
enum { O_COUNTRY = 1, O_SECTOR = 2, O_CAMEO = 3, O_NAME = 4 };
enum { ORGS_NOTE = 6, ORGANS_NOTE = 7, PART = 3 /* letters of a part of an actor code */ };
enum { R_FORM, R_SECTOR, R_OFFICE, R_CAMEO, R_KIND, R_NOTE };

typedef struct known { /* a word of a name, and the last one so called */
    sg_str word;
    uint32_t ent;
} known;

typedef struct scene {
    sg_doc *d;
    known *people; /* a hash of the words of persons' names before the token at hand */
    size_t known_count, known_mask;
} scene;

typedef struct state { /* a country or organisation named in a phrase */
    const char *code;  /* of an organisation its actor code, as HOLDERS has it */
    const sg_row *row;
} state;

typedef struct states {
    state at[MANY];
    size_t count;
} states;

typedef struct person { /* the name in a phrase, and the words that it stands in */
    uint32_t head, first, last;
    sg_str name, key;
} person;

/* ---- holders of offices --------------------------------------------------------------------- */

/* The same under an organisation, whose heads may stand under what it is part of: IGOUNOREFHCR, IGOUNO. */
static const sg_row *holder_of(const sg_doc *d, const char *code, const char *offices, sg_str like) {
    const sg_row *r = sg_holder(d->lex, d->arena, code, offices, d->pub, like);
    if (!r && strlen(code) > PART_OF)
        r = sg_holder(d->lex, d->arena, sg_dup(d->arena, (sg_str){code, PART_OF}), offices, d->pub, like);
    return r;
}

/* Who holds the first of the offices that somebody is known to hold. */
static const sg_row *sole_holder(const sg_doc *d, const char *country, const char *offices) {
    sg_str rest = sg_str_of(offices), one;
    const sg_row *row = NULL;
    while (!row && *offices && d->pub != INT32_MIN && sg_cut(&rest, '|', &one))
        row = holder_of(d, country, sg_dup(d->arena, one), (sg_str){0});
    return row;
}

/* ---- phrases -------------------------------------------------------------------------------- */

static sg_tok *tk(const scene *s, uint32_t t) {
    return &s->d->toks[t];
}

static const sg_hit *world_at(const scene *s, uint32_t t) {
    return sg_hit_over(s->d, t, SG_T_COUNTRIES, SG_T_ORGS);
}

static const sg_hit *role_at(const scene *s, uint32_t t) {
    return sg_hit_over(s->d, t, SG_T_ROLES, SG_T_ROLES);
}

static bool grammar(const scene *s, uint32_t t, const char *kind) {
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_GRAMMAR, tk(s, t)->key);
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[1], kind)) return true;
    return false;
}

static void add_state(states *c, const char *code, const sg_row *row) {
    for (size_t i = 0; i < c->count; i++)
        if (!strcmp(c->at[i].code, code)) { /* "the Lebanese Hezbollah": the body says more than its state */
            if (c->at[i].row && row && c->at[i].row->table == SG_T_COUNTRIES) c->at[i].row = row;
            return;
        }
    if (c->count < MANY) c->at[c->count++] = (state){code, row};
}

/* A form may stand for several countries: "the two Koreas". */
static void add_states(const scene *s, states *c, const sg_row *row) {
    const char *codes = sg_actor_code_of(row);
    sg_str rest = sg_str_of(codes), one;
    bool several = strchr(codes, '|') != NULL;
    while (several && sg_cut(&rest, '|', &one)) add_state(c, sg_dup(s->d->arena, one), row);
    if (!several) add_state(c, codes, row);
}

/* Is the child a noun that owns (of, 's, none), not one that is only spoken of (for, with, on)? */
static bool owning(const scene *s, uint32_t t) {
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE && tk(s, t)->deprel != SG_DEP_NMOD_POSS && !grammar(s, c, "owner"))
            return false;
    return true;
}

const char *sg_actor_code_of(const sg_row *r) {
    bool named = r->table == SG_T_ORGS && strncmp(r->cell[O_CAMEO], r->cell[O_COUNTRY], 3) == 0;
    return r->cell[r->table == SG_T_COUNTRIES ? C_CODE : named ? O_CAMEO : O_COUNTRY];
}

/* Countries in the phrase of `t`, not `t`'s own word; children before `before` or with an owner's case. */
static void collect_states(const scene *s, uint32_t t, uint32_t before, int depth, states *out) {
    for (uint32_t c = tk(s, t)->child; c != NONE && depth < 5; c = tk(s, c)->next) {
        uint8_t rel = tk(s, c)->deprel;
        bool inner = rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_NMOD_DESC ||
                     rel == SG_DEP_FLAT || rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_DEP ||
                     (rel == SG_DEP_CONJ && depth > 0);
        bool of = rel == SG_DEP_NMOD && owning(s, c);
        if (!inner && !of) continue;
        if (inner && depth == 0 && c > before) continue;
        const sg_hit *h = world_at(s, c);
        if (!h && tk(s, c)->upos == SG_POS_VERB) continue; /* "Turkish-backed": who backs is not whose they are */
        if (h) add_states(s, out, h->row);
        if (!h || h->row->table == SG_T_COUNTRIES) collect_states(s, c, NONE, depth + 1, out);
    }
}

static bool name_word(const scene *s, uint32_t t) {
    return tk(s, t)->upos == SG_POS_PROPN && !role_at(s, t) &&
           (!world_at(s, t) || sg_hit_over(s->d, t, SG_T_HOLDERS, SG_T_HOLDERS));
}

/* The run of name words around a name's head, hyphens inside it too. */
static person person_at(const scene *s, uint32_t head) {
    person p = {.head = head, .first = head, .last = head};
    const sg_sent *in = &s->d->sents[tk(s, head)->sent];
    bool hyphen;
    while (p.first > in->first && head - p.first < NAME_WORDS) {
        hyphen = tk(s, p.first - 1)->upos == SG_POS_PUNCT && sg_eqz(tk(s, p.first - 1)->form, "-") &&
                 p.first - 1 > in->first && name_word(s, p.first - 2);
        if (!hyphen && !name_word(s, p.first - 1)) break;
        p.first -= hyphen ? 2 : 1;
    }
    uint32_t end = in->first + in->count;
    while (p.last + 1 < end && p.last - head < NAME_WORDS) {
        hyphen = sg_eqz(tk(s, p.last + 1)->form, "-") && p.last + 2 < end &&
                 (name_word(s, p.last + 2) || tk(s, p.last + 2)->head == head);
        if (!hyphen && !name_word(s, p.last + 1)) break;
        p.last += hyphen ? 2 : 1;
    }
    char key[NAME_ROOM];
    size_t n = 0;
    for (uint32_t t = p.first; t <= p.last; t++) {
        sg_str w = tk(s, t)->key;
        if (sg_eqz(w, "-") || n + w.n + 1 >= sizeof key) continue;
        if (n) key[n++] = ' ';
        memcpy(key + n, w.s, w.n);
        n += w.n;
    }
    sg_str text = sg_doc_text(s->d, in->in_title);
    p.key = sg_str_of(sg_dup(s->d->arena, (sg_str){key, n}));
    if (tk(s, p.last)->end <= text.n && tk(s, p.first)->start < tk(s, p.last)->end)
        p.name = (sg_str){text.s + tk(s, p.first)->start, tk(s, p.last)->end - tk(s, p.first)->start};
    else p.name = tk(s, head)->form;
    return p;
}

/* "Special Envoy for X, Jane Doe": parsers hang the name on the last noun of the title's phrase. */
static bool name_after(const scene *s, const sg_hit *role, uint32_t t, int depth, person *out) {
    for (uint32_t c = tk(s, t)->child; c != NONE && depth < 4; c = tk(s, c)->next) {
        uint8_t rel = tk(s, c)->deprel;
        if (c <= role->last) continue;
        const sg_hit *other = role_at(s, c);
        if (rel == SG_DEP_NMOD && !(other && !strcmp(other->row->cell[R_KIND], "person")) &&
            name_after(s, role, c, depth + 1, out))
            return true;
        if (!depth || (rel != SG_DEP_APPOS && rel != SG_DEP_CONJ) || tk(s, c)->upos != SG_POS_PROPN) continue;
        if (!name_word(s, c)) continue;
        person p = person_at(s, c);
        if (p.first == 0 || !sg_eqz(tk(s, p.first - 1)->form, ",")) continue;
        *out = p;
        return true;
    }
    return false;
}

/* The name that a title belongs to: its head, or a name inside its phrase. */
static bool person_of(const scene *s, const sg_hit *role, person *out) {
    uint32_t t = role->head, up = tk(s, t)->head;
    uint8_t rel = tk(s, t)->deprel;
    bool titled = rel == SG_DEP_NMOD_DESC || rel == SG_DEP_COMPOUND || rel == SG_DEP_FLAT || rel == SG_DEP_APPOS;
    if (titled && up != NONE && name_word(s, up)) {
        *out = person_at(s, up);
        return true;
    }
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next) {
        rel = tk(s, c)->deprel;
        bool named = rel == SG_DEP_FLAT || rel == SG_DEP_APPOS || rel == SG_DEP_NMOD_DESC ||
                     ((rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_DEP) && c > role->last);
        if (!named || !name_word(s, c)) continue;
        *out = person_at(s, c);
        return true;
    }
    if (!(tk(s, t)->bits & SG_FEAT_PLUR) && name_after(s, role, t, 0, out)) return true;
    uint32_t after = role->last + 1;
    const sg_sent *in = &s->d->sents[tk(s, t)->sent];
    if (after < in->first + in->count && name_word(s, after) && !(tk(s, t)->bits & SG_FEAT_PLUR)) {
        *out = person_at(s, after);
        return true;
    }
    return false;
}

static void push_ent(scene *s, uint32_t head, const sg_ent *e) {
    sg_tok *t = tk(s, head);
    if (!t->ent_count) t->ent = (uint32_t)s->d->ent_count;
    t->ent_count++;
    *SG_PUSH(s->d->arena, s->d->ents, s->d->ent_count, s->d->ent_cap) = *e;
}

static const char *or_null(const char *cell) {
    return cell && *cell && strcmp(cell, "-") != 0 ? cell : NULL;
}

/* Is the part one of the three-letter parts of the code? */
static bool code_has(const char *code, const char *part, size_t n) {
    for (; strlen(code) >= n; code += PART)
        if (strncmp(code, part, n) == 0) return true;
    return false;
}

/* An actor code and what a role adds to it: parts that are there are not said again; "NGO~" goes before. */
static const char *actor_code(sg_arena *a, const char *code, const char *suffix) {
    if (!code || !*code) return NULL;
    size_t n = strlen(suffix);
    if (n && suffix[n - 1] == '~') return sg_printf(a, "%.*s%s", (int)(n - 1), suffix, code);
    if (n <= PART)
        return n && !(strlen(code) > PART && code_has(code, suffix, n)) ? sg_printf(a, "%s%s", code, suffix) : code;
    for (; *suffix; suffix += n < PART ? n : PART, n = strlen(suffix)) {
        size_t part = n < PART ? n : PART;
        if (!code_has(code, suffix, part)) code = sg_printf(a, "%s%.*s", code, (int)part, suffix);
    }
    return code;
}

/* A body whose note says that a role's code is added to its own: the police of an armed group. */
static bool joins(const sg_row *of) {
    return of && ((of->table == SG_T_ORGS && strstr(of->cell[ORGS_NOTE], "joins")) ||
                  (of->table == SG_T_ORGANS && strstr(of->cell[ORGANS_NOTE], "joins")));
}

/* Country, sector and actor code of somebody who serves a state or an organisation (its actor code). Those
 * who serve an organisation are of its sector, unless they bear arms or judge: a spokesman is no government there. */
void sg_actor_serve(sg_arena *a, sg_ent *e, const char *code, const sg_row *of, const char *sector, const char *suffix) {
    bool body = of && (of->table == SG_T_ORGS || of->table == SG_T_ORGANS), org = code && strlen(code) > 3;
    bool plain =
        !*sector || !strcmp(sector, "GOV") || (of && of->table == SG_T_ORGANS && sg_list_has("MIL|REB", sg_str_of(sector)));
    e->country = org ? sg_dup(a, (sg_str){code, 3}) : or_null(code);
    e->sector = or_null(plain && body ? of->cell[O_SECTOR] : plain && org ? "" : sector);
    if (!e->country) return;
    if (joins(of)) {
        e->cameo = actor_code(a, of->cell[O_CAMEO], suffix);
        if (*sector) e->sector = sector;
        return;
    }
    if (plain && body && of->cell[O_CAMEO][0]) e->cameo = of->cell[O_CAMEO];
    else if (!org) e->cameo = actor_code(a, e->country, suffix);
    else
        e->cameo =
            sg_list_has("MIL|COP|REB", sg_str_of(sector)) && !strstr(code, sector) ? actor_code(a, code, sector) : code;
}

/* A single office of a role's list, where the holder does not tell which. */
static const char *one_office(const scene *s, const char *offices) {
    sg_str rest = sg_str_of(offices), one;
    return *offices && sg_cut(&rest, '|', &one) ? sg_dup(s->d->arena, one) : NULL;
}

/* ---- the passes ----------------------------------------------------------------------------- */

static sg_ent role_ent(const scene *s, const sg_row *role, const state *of, const sg_row *holder) {
    const char *const *c = role->cell;
    sg_ent e = {.office = one_office(s, c[R_OFFICE]),
                .by = SG_BY_OFFICE,
                .same = NONE,
                .person = !strcmp(c[R_KIND], "person"),
                .group = true,
                .row = {role, of ? of->row : NULL, holder}};
    sg_actor_serve(s->d->arena, &e, of ? of->code : NULL, of ? of->row : NULL, c[R_SECTOR], c[R_CAMEO]);
    bool of_state = of && strlen(of->code) == 3;
    if (!c[R_SECTOR][0] || (!of_state && strchr(c[R_OFFICE], '|')))
        e.office = NULL; /* a company has presidents and chiefs too */
    if (holder) {
        e.name = holder->cell[H_NAME];
        e.office = holder->cell[H_OFFICE];
        e.name_by = SG_BY_OFFICE;
    }
    return e;
}

const sg_row *sg_actor_composed(const sg_lexicon *lex, sg_arena *a, const sg_row *role, const sg_row *of) {
    if (!of || (of->table != SG_T_ORGS && of->table != SG_T_ORGANS)) return role;
    sg_mark mark = sg_arena_mark(a);
    sg_str name = sg_fold_words(a, sg_str_of(of->cell[O_NAME])), word = {"", 0};
    for (size_t at = 0; at < name.n;)
        if (!sg_next_word(name, &at, &word)) break;
    char *key = sg_printf(a, "%.*s %s", (int)word.n, word.s, role->cell[R_FORM]);
    sg_rows found = sg_lexicon_find(lex, SG_T_ROLES, sg_str_of(key));
    sg_arena_reset(a, mark);
    return found.count ? found.row[0] : role;
}

/* The country of a titled person whose phrase names none: the one whose holder the name fits, or the role's own. */
static const sg_row *resolve(const scene *s, const sg_row *role, const person *p, states *in) {
    const sg_row *h = NULL;
    const char *offices = role->cell[R_OFFICE], *own = role->cell[R_NOTE];
    if (!*offices) {
        if (strlen(own) == 3 && !in->count) add_state(in, own, role);
        return NULL;
    }
    if (in->count) return p ? holder_of(s->d, in->at[0].code, offices, p->key) : NULL;
    if (strlen(own) == 3 && p) h = sg_holder(s->d->lex, s->d->arena, own, offices, s->d->pub, p->key);
    if (!h && p) h = sg_holder(s->d->lex, s->d->arena, NULL, offices, s->d->pub, p->key);
    if (h) add_state(in, h->cell[H_COUNTRY], h);
    else if (strlen(own) == 3) add_state(in, own, role);
    return h;
}

static void give_named(scene *s, const sg_hit *hit, const sg_row *role, const person *p, states *in) {
    const sg_row *holder = resolve(s, role, p, in);
    sg_ent e = role_ent(s, role, in->count ? &in->at[0] : NULL, holder);
    e.first = hit->first < p->first ? hit->first : p->first;
    e.last = hit->last > p->last ? hit->last : p->last;
    if (e.last - e.first > TITLE_REACH) e.first = p->first, e.last = p->last;
    e.head = p->head;
    e.by = SG_BY_NAME;
    e.person = true;
    e.name_by = SG_BY_NAME;
    if (!holder) e.name = sg_dup(s->d->arena, p->name);
    else if (sg_name_likeness(p->key, sg_fold_words(s->d->arena, sg_str_of(e.name))) < 0.999) e.name_by = SG_BY_OFFICE;
    if (!tk(s, p->head)->ent_count) push_ent(s, p->head, &e);
    for (uint32_t t = e.first; t <= e.last; t++) { /* a broken tree may hang title and name anywhere */
        uint32_t up = tk(s, t)->head;
        bool outward = up == NONE || up < e.first || up > e.last;
        if (tk(s, t)->ent_count || (!outward && t != hit->head && t != p->last)) continue;
        if (!name_word(s, t) && t != hit->head && !role_at(s, t)) continue;
        tk(s, t)->ent = tk(s, p->head)->ent;
        tk(s, t)->ent_count = tk(s, p->head)->ent_count;
    }
}

/* One entity for each country of the phrase; names of single offices are inferred from the day. */
static void give_roles(scene *s, const sg_hit *hit, const sg_row *role, states *in) {
    const char *offices = role->cell[R_OFFICE];
    resolve(s, role, NULL, in);
    bool plural = (tk(s, hit->head)->bits & SG_FEAT_PLUR) != 0;
    for (size_t i = 0; i < (in->count ? in->count : 1); i++) {
        const state *of = in->count ? &in->at[i] : NULL;
        bool several = plural && in->count < 2 && !strcmp(role->cell[R_KIND], "person");
        const sg_row *holder = of && !several ? sole_holder(s->d, of->code, offices) : NULL;
        sg_ent e = role_ent(s, role, of, holder);
        e.first = hit->first;
        e.last = hit->last;
        e.head = hit->head;
        e.plural = plural && in->count < 2;
        if (holder) e.name_by = SG_BY_INFERRED;
        push_ent(s, hit->head, &e);
    }
}

/* "A and B ministers": the other modifiers of the role's noun, where each with it is a role again. */
static void other_roles(scene *s, const sg_hit *hit, uint32_t at, const states *in, int depth) {
    for (uint32_t c = tk(s, at)->child; c != NONE && depth < 3; c = tk(s, c)->next) {
        uint8_t rel = tk(s, c)->deprel;
        if (rel != SG_DEP_AMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_CONJ) continue;
        if (c > hit->head || world_at(s, c)) continue;
        if (c < hit->first) {
            sg_str a = tk(s, c)->lemma_key, b = tk(s, hit->head)->lemma_key;
            char *key = sg_printf(s->d->arena, "%.*s %.*s", (int)a.n, a.s, (int)b.n, b.s);
            sg_rows found = sg_lexicon_find(s->d->lex, SG_T_ROLES, sg_str_of(key));
            states copy = *in;
            if (found.count && found.row[0] != hit->row) give_roles(s, hit, found.row[0], &copy);
        }
        other_roles(s, hit, c, in, depth + 1);
    }
}

/* A lone plain noun is no party where it only modifies ("police station"), unless a name hangs on it. */
static void role(scene *s, const sg_hit *hit) {
    sg_tok *t = tk(s, hit->head);
    if (t->ent_count || (t->upos != SG_POS_NOUN && t->upos != SG_POS_PROPN && t->upos != SG_POS_ADJ)) return;
    if (t->upos == SG_POS_ADJ && t->deprel == SG_DEP_AMOD) return;
    person p;
    states in = {0};
    collect_states(s, hit->head, hit->last, 0, &in);
    bool named = !(t->bits & SG_FEAT_PLUR) && !strcmp(hit->row->cell[R_KIND], "person") && person_of(s, hit, &p);
    if (named && p.head != hit->head && !in.count) collect_states(s, p.head, hit->first, 0, &in);
    const sg_row *row = sg_actor_composed(s->d->lex, s->d->arena, hit->row, in.count ? in.at[0].row : NULL);
    if (named) {
        give_named(s, hit, row, &p, &in);
        return;
    }
    states plain = in;
    give_roles(s, hit, row, &in);
    if (hit->row->cell[R_OFFICE][0] && (t->bits & SG_FEAT_PLUR)) other_roles(s, hit, hit->head, &plain, 0);
}

const char *sg_office_sector(const sg_lexicon *lex, const char *office) {
    sg_rows found = sg_lexicon_by(lex, SG_WAY_OFFICE, sg_str_of(office));
    return found.count ? found.row[0]->cell[R_SECTOR] : "GOV";
}

static void give_holder(scene *s, uint32_t head, uint32_t first, uint32_t last, const sg_row *r, bool former) {
    const char *sector = former ? "ELI" : sg_office_sector(s->d->lex, r->cell[H_OFFICE]);
    sg_ent e = {.first = first,
                .last = last,
                .head = head,
                .name = r->cell[H_NAME],
                .office = former ? NULL : or_null(r->cell[H_OFFICE]),
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .person = true,
                .group = true,
                .row = {r},
                .same = NONE};
    sg_actor_serve(s->d->arena, &e, r->cell[H_COUNTRY], NULL, sector, sector);
    push_ent(s, head, &e);
}

/* Somebody known who had no office yet: of the country, but of no sector. */
static void give_later(scene *s, const sg_hit *hit, const sg_row *r) {
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .name = r->cell[H_NAME],
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .person = true,
                .group = true,
                .row = {r},
                .same = NONE};
    if (strlen(r->cell[H_COUNTRY]) > 3) return;
    e.country = e.cameo = or_null(r->cell[H_COUNTRY]);
    push_ent(s, hit->head, &e);
}

/* A known name without a title: who held an office on the day; else who last did, as a former one. */
static void holder(scene *s, const sg_hit *hit) {
    if (tk(s, hit->head)->ent_count || tk(s, hit->head)->upos != SG_POS_PROPN) return;
    size_t n = hit->last + 1 - hit->first;
    person p = person_at(s, hit->head);
    if (n == 1 && p.last > p.first) return;
    char key[NAME_ROOM];
    size_t len = 0;
    for (uint32_t t = hit->first; t <= hit->last; t++) {
        sg_str w = tk(s, t)->key;
        if (len + w.n + 1 >= sizeof key) return;
        if (len) key[len++] = ' ';
        memcpy(key + len, w.s, w.n);
        len += w.n;
    }
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_HOLDERS, (sg_str){key, len});
    const sg_row *now = NULL, *past = NULL, *later = NULL;
    for (size_t i = 0; i < found.count; i++) {
        const sg_row *r = found.row[i];
        if (!sg_in_office(r, s->d->pub)) {
            if (!sg_was_in_office(r, s->d->pub)) later = r;
            else if (!past || strcmp(r->cell[H_TO], past->cell[H_TO]) > 0) past = r;
            continue;
        }
        if (now && n == 1 && strcmp(now->cell[H_COUNTRY], r->cell[H_COUNTRY]) != 0) return;
        if (!now) now = r;
    }
    if (now) give_holder(s, hit->head, hit->first, hit->last, now, false);
    else if (past && n > 1) give_holder(s, hit->head, hit->first, hit->last, past, true);
    else if (later && n > 1) give_later(s, hit, later);
}

/* The one holder of the day whose last name this is, NULL where none or several states have one. */
static const sg_row *by_last_name(const scene *s, sg_str key) {
    const sg_row *found = NULL;
    sg_rows rows = sg_lexicon_by(s->d->lex, SG_WAY_LAST_NAME, key);
    for (size_t i = 0; i < rows.count; i++) {
        if (!sg_in_office(rows.row[i], s->d->pub)) continue;
        if (found && strcmp(found->cell[H_NAME], rows.row[i]->cell[H_NAME]) != 0) return NULL;
        if (!found) found = rows.row[i];
    }
    return found;
}

/* ---- names said before ---- */

static known *seek_known(const scene *s, sg_str word) {
    for (size_t i = (size_t)sg_hash(SG_HASH, word.s, word.n) & s->known_mask;; i = (i + 1) & s->known_mask)
        if (!s->people[i].word.n || sg_eq(s->people[i].word, word)) return &s->people[i];
}

static void more_known(scene *s) {
    scene old = *s;
    s->known_mask = old.people ? 2 * old.known_mask + 1 : 63;
    s->people = SG_NEW(s->d->arena, known, s->known_mask + 1);
    for (size_t i = 0; old.people && i <= old.known_mask; i++)
        if (old.people[i].word.n) *seek_known(s, old.people[i].word) = old.people[i];
}

/* Each word of the name leads to the last person so called. */
static void remember(scene *s, uint32_t ent) {
    const sg_ent *e = &s->d->ents[ent];
    if (!e->person || !e->name || e->plural) return;
    sg_mark mark = sg_arena_mark(s->d->arena);
    sg_str name = sg_fold_words(s->d->arena, sg_str_of(e->name)), w;
    size_t at = 0;
    bool fresh = false;
    while (sg_next_word(name, &at, &w)) {
        if (!s->people || 2 * s->known_count >= s->known_mask) more_known(s), fresh = true;
        known *k = seek_known(s, w);
        if (!k->word.n) k->word = w, s->known_count++, fresh = true;
        k->ent = ent;
    }
    if (!fresh) sg_arena_reset(s->d->arena, mark);
}

/* A lone surname: of a person named before, else of the one holder of the day who has it. */
static void surname(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || !name_word(s, t) || tk(s, t)->deprel == SG_DEP_FLAT) return;
    person p = person_at(s, t);
    if (p.first != p.last) return;
    const known *k = s->people && p.key.n ? seek_known(s, p.key) : NULL;
    if (k && k->word.n) {
        sg_ent before = s->d->ents[k->ent];
        before.first = before.last = before.head = t;
        before.same = k->ent;
        before.by = SG_BY_NAME;
        push_ent(s, t, &before);
        return;
    }
    const sg_row *r = by_last_name(s, p.key);
    if (r) give_holder(s, t, t, t, r, false);
}

/* A capital after a preposition is a place ("in Geneva", "of Kyiv"), unless it is one of dealings: "talks with Moscow". */
static bool is_venue(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    if (rel != SG_DEP_OBL && rel != SG_DEP_NMOD) return false;
    for (uint32_t c = tk(s, t)->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel == SG_DEP_CASE) return !grammar(s, c, "dealing");
    return true;
}

static void world(scene *s, const sg_hit *hit) {
    sg_tok *t = tk(s, hit->head);
    if (t->ent_count) return;
    const char *const *c = hit->row->cell;
    bool country = hit->row->table == SG_T_COUNTRIES;
    sg_ent e = {.first = hit->first,
                .last = hit->last,
                .head = hit->head,
                .by = SG_BY_NAME,
                .name_by = SG_BY_NAME,
                .group = true,
                .row = {hit->row},
                .same = NONE};
    if (!country) {
        e.country = or_null(c[O_COUNTRY]);
        e.sector = or_null(c[O_SECTOR]);
        e.cameo = or_null(c[O_CAMEO]);
        e.name = or_null(c[O_NAME]);
        if (!e.cameo) e.cameo = e.country;
        push_ent(s, hit->head, &e);
        return;
    }
    bool seat = !strcmp(c[C_KIND], "organ") || (!strcmp(c[C_KIND], "capital") && !is_venue(s, hit->head));
    states of = {0};
    add_states(s, &of, hit->row);
    e.sector = seat ? "GOV" : NULL;
    e.group = strcmp(c[C_KIND], "city") != 0 && strcmp(c[C_KIND], "territory") != 0;
    e.plural = !strcmp(c[C_KIND], "demonyms");
    for (size_t i = 0; i < of.count; i++) {
        e.country = or_null(of.at[i].code);
        e.cameo = actor_code(s->d->arena, e.country, seat ? "GOV" : "");
        sg_rows named = sg_lexicon_by(s->d->lex, SG_WAY_COUNTRY, sg_str_of(of.at[i].code));
        e.name = named.count ? named.row[0]->cell[0] : NULL;
        push_ent(s, hit->head, &e);
    }
}

/* "the South Korean and US foreign ministers": the office belongs to the adjective before it too, where the
 * tree joins that to the ministers and not to their country. */
static void shared_role(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!e || k->deprel != SG_DEP_CONJ || !(k->bits & SG_FEAT_PLUR) || !e->row[0] || e->row[0]->table != SG_T_ROLES) return;
    const sg_hit *h = sg_hit_over(d, k->head, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (h && h->last == k->head && !strcmp(h->row->cell[2], "adjective") && strlen(h->row->cell[1]) == 3)
        sg_actor_role(d, k->head, e->row[0], &h->row->cell[1], 1);
}

void sg_actor(sg_doc *d) {
    scene s = {.d = d};
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_ROLES) role(&s, &d->hits[i]);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_HOLDERS) holder(&s, &d->hits[i]);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table <= SG_T_ORGS) world(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) shared_role(d, t);
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (d->toks[t].upos == SG_POS_PROPN) surname(&s, t);
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++)
            if (d->ents[d->toks[t].ent + i].head == t) remember(&s, d->toks[t].ent + i);
    }
}

void sg_actor_role(sg_doc *d, uint32_t head, const sg_row *role, const char *const *countries, size_t count) {
    scene s = {.d = d};
    const char *offices = role->cell[R_OFFICE];
    d->toks[head].ent_count = 0;
    for (size_t i = 0; i < count; i++) {
        state of = {countries[i], NULL};
        const sg_row *h = sole_holder(d, of.code, offices);
        sg_ent e = role_ent(&s, role, &of, h);
        e.first = e.last = e.head = head;
        e.by = SG_BY_DESCRIPTION;
        if (h) e.name_by = SG_BY_INFERRED;
        push_ent(&s, head, &e);
    }
}
