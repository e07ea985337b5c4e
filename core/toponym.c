/* toponym.c: which words of the text name a place? (place.h)
 *
 * The longest run of words that the gazetteer, world/places or world/countries knows is taken, if it is written as a
 * name and stands alone: what goes on as another name ("Paris Hilton", "Lake Victoria", "Boston Marathon") is that
 * name, and a last word of a person's name is that person from then on. */
#include "place.h"

enum { LONGEST = 6 }; /* words of a name; gazetteer/build.py takes no longer ones */

typedef struct match { /* words that a table or the gazetteer calls a place */
    uint32_t first, last;
    uint64_t hash;
    const sg_row *row;
    bool people, after;
} match;

typedef struct finder {
    sg_doc *d;
    const sg_gazetteer *g;
    uint64_t *surnames; /* a hash of the words that end names of people and things, by their hashes */
    size_t surname_mask;
    bool labelled; /* the name finder has read the text */
} finder;

/* ---- words -------------------------------------------------------------------------------------- */

static const sg_tok *tk(const finder *f, uint32_t t) {
    return &f->d->toks[t];
}

static bool has_kind(sg_rows found, const char *kind) {
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(found.row[i]->cell[1], kind)) return true;
    return false;
}

bool sg_site(const sg_doc *d, uint32_t t, const char *kind) {
    const sg_tok *w = &d->toks[t];
    return has_kind(sg_rows_by_key(d, w, SG_T_SITES), kind) || has_kind(sg_rows_by_lemma(d, w, SG_T_SITES), kind);
}

static bool is_name_word(const finder *f, uint32_t t) {
    return tk(f, t)->upos == SG_POS_PROPN && sg_may_be_capital(tk(f, t));
}

static bool is_joint(const sg_tok *t) {
    return sg_eqz(t->form, "-") || sg_eqz(t->form, "'") || sg_eqz(t->form, "’");
}

static uint32_t stop_of(const finder *f, uint32_t t) {
    const sg_sent *s = &f->d->sents[tk(f, t)->sent];
    return s->first + s->count;
}

static uint32_t before(const finder *f, uint32_t t) {
    return t > f->d->sents[tk(f, t)->sent].first ? t - 1 : NONE;
}

static uint32_t after(const finder *f, uint32_t t) {
    return t + 1 < stop_of(f, t) ? t + 1 : NONE;
}

/* ---- names of people and things met so far ---------------------------------------------------------- */

static void remember(finder *f, uint32_t t) {
    sg_str key = tk(f, t)->key;
    uint64_t h = sg_hash(SG_HASH, key.s, key.n) | 1;
    size_t i = (size_t)(h >> 1) & f->surname_mask;
    while (f->surnames[i] && f->surnames[i] != h) i = (i + 1) & f->surname_mask;
    f->surnames[i] = h;
}

static bool is_remembered(const finder *f, uint32_t t) {
    sg_str key = tk(f, t)->key;
    uint64_t h = sg_hash(SG_HASH, key.s, key.n) | 1;
    size_t i = (size_t)(h >> 1) & f->surname_mask;
    while (f->surnames[i] && f->surnames[i] != h) i = (i + 1) & f->surname_mask;
    return f->surnames[i] != 0;
}

/* ---- what the tables call a place --------------------------------------------------------------------- */

/* Is it the first of the row's names (in plain letters)? */
static bool is_first(const sg_row *row, sg_str key) {
    sg_str rest = sg_str_of(row->cell[0]), first = {"", 0};
    sg_cut(&rest, '|', &first);
    if (first.n != key.n) return false;
    for (size_t i = 0; i < key.n; i++)
        if ((first.s[i] >= 'A' && first.s[i] <= 'Z' ? first.s[i] | 32 : first.s[i]) != key.s[i]) return false;
    return true;
}

static bool is_adjective(const sg_row *row, sg_str key) {
    if (!row || row->table == SG_T_PLACES) return row && strstr(row->cell[P_NOTE], "adjective") && !is_first(row, key);
    return row->table == SG_T_COUNTRIES && !strcmp(row->cell[C_KIND], "adjective");
}

static bool is_modifier(const finder *f, uint32_t t) {
    const sg_tok *k = tk(f, t);
    bool before_head = k->head != NONE && k->head > t;
    return before_head && (k->deprel == SG_DEP_AMOD || k->deprel == SG_DEP_COMPOUND || k->deprel == SG_DEP_NMOD_UNMARKED);
}

/* Are the words beside it in capitals too, so that its own say nothing? */
static bool is_shouted(const finder *f, uint32_t t) {
    uint32_t p = before(f, t), n = after(f, t);
    return (p == NONE || tk(f, p)->caps) && (n == NONE || tk(f, n)->caps);
}

/* The line that has the words: of world/places, which knows better, else of world/countries. */
static const sg_row *listed(const finder *f, sg_str key, uint32_t first, uint32_t last) {
    static const sg_table_id tables[] = {SG_T_PLACES, SG_T_COUNTRIES};
    const sg_row *adjective = NULL, *name = NULL; /* "New Zealand" is both */
    bool caps = true;
    for (uint32_t t = first; t <= last; t++) caps &= tk(f, t)->caps || tk(f, t)->upos == SG_POS_PUNCT;
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
        sg_rows found = sg_lexicon_find(f->d->lex, tables[k], key);
        for (size_t i = 0; i < found.count; i++) {
            const sg_row *row = found.row[i];
            if (row->caps && !caps) continue;
            if (row->table == SG_T_PLACES && !is_adjective(row, key)) return row;
            if (row->table == SG_T_PLACES) {
                if (!adjective) adjective = row;
                continue;
            }
            bool weak = strstr(row->cell[C_NOTE], "weak") && tk(f, last)->upos != SG_POS_PROPN;
            if (row->caps) weak &= is_shouted(f, first);
            if (weak || !strcmp(row->cell[C_KIND], "organ") || !strncmp(row->cell[C_KIND], "demonym", 7)) continue;
            if (is_adjective(row, key) && !adjective) adjective = row;
            if (!is_adjective(row, key) && !name) name = row;
        }
    }
    return adjective && (!name || is_modifier(f, last)) ? adjective : name;
}

/* "The governor of Georgia": the region that the words stand for here, and not the state so called (name_town.c). */
static const sg_row *region_told(const finder *f, uint32_t first, uint32_t last, const sg_row *row) {
    const sg_hit *h = sg_hit_over(f->d, first, SG_T_COUNTRIES, SG_T_COUNTRIES);
    bool same = h && h->first == first && h->last == last && row->table == SG_T_COUNTRIES;
    return same && sg_says(f->d, first, "state like region") ? h->row : row;
}

/* A name goes on over small words ("Isle of Man") and hyphens, over commas only where the table has it so. */
static bool goes_on(const finder *f, uint32_t t, sg_str key) {
    return tk(f, t)->upos != SG_POS_PUNCT || is_joint(tk(f, t)) || sg_lexicon_opens(f->d->lex, SG_T_PLACES, key);
}

static bool begins(const finder *f, uint32_t t) {
    if (sg_may_be_capital(tk(f, t))) return true;
    uint32_t next = after(f, t), third = next == NONE ? NONE : after(f, next); /* "al-Bab", "the Gulf" */
    sg_str form = tk(f, t)->form;
    const char *hyphen = memchr(form.s, '-', form.n); /* "sub-Saharan" */
    if (hyphen && hyphen + 1 < form.s + form.n && hyphen[1] >= 'A' && hyphen[1] <= 'Z') return true;
    if (next == NONE || tk(f, t)->form.n > 3) return false;
    if (is_joint(tk(f, next))) return third != NONE && sg_may_be_capital(tk(f, third));
    return sg_may_be_capital(tk(f, next)) && sg_lexicon_opens(f->d->lex, SG_T_PLACES, tk(f, t)->key);
}

/* "al-Bab" where the gazetteer has "Al Bab" only: the hash without the hyphens, if that is known and the other is not. */
static uint64_t spelled_apart(const finder *f, sg_str key, uint64_t hash) {
    uint64_t h = SG_HASH;
    if (!f->g || sg_gazetteer_find(f->g, hash).count) return hash;
    for (size_t i = 0; i < key.n; i++) {
        if (key.s[i] == ' ' && i + 2 < key.n && key.s[i + 1] == '-') i += 2;
        h = sg_hash(h, key.s + i, 1);
    }
    return sg_gazetteer_find(f->g, h).count ? h : hash;
}

static bool match_at(const finder *f, uint32_t first, match *m) {
    char key[256];
    size_t n = 0;
    uint32_t stop = stop_of(f, first);
    bool found = false, hyphens = false;
    if (!begins(f, first)) return false;
    for (uint32_t t = first; t < stop && t < first + LONGEST + 4 && goes_on(f, t, (sg_str){key, n}); t++) {
        sg_str w = tk(f, t)->key;
        if (!sg_key_add(key, sizeof key, &n, w)) break;
        hyphens |= sg_eqz(w, "-");
        if (!sg_may_be_capital(tk(f, t))) continue;
        uint64_t h = sg_hash(SG_HASH, key, n);
        const sg_row *row = listed(f, (sg_str){key, n}, first, t);
        row = row ? region_told(f, first, t, row) : row;
        if (!row && hyphens) h = spelled_apart(f, (sg_str){key, n}, h);
        if (!row && !(f->g && sg_gazetteer_find(f->g, h).count)) continue;
        bool behind = row && row->table == SG_T_PLACES && strstr(row->cell[P_NOTE], "after");
        *m = (match){first, t, h, row, is_adjective(row, (sg_str){key, n}), behind};
        found = true;
    }
    return found;
}

/* ---- is it one here? -------------------------------------------------------------------------------- */

/* Is it part of a longer name of a body or a person, or a body's own name? */
static bool is_body(const finder *f, const match *m) {
    const sg_hit *h = sg_hit_over(f->d, m->first, SG_T_ORGANS, SG_T_HOLDERS);
    if (!h || h->last < m->last) return false;
    return h->first < m->first || h->last > m->last || !m->row;
}

static bool is_role(const finder *f, uint32_t t) {
    return sg_hit_over(f->d, t, SG_T_ROLES, SG_T_ROLES) != NULL;
}

/* "Coast Guard": a word of a longer one for people is no region of that name. */
static bool is_in_role(const finder *f, const match *m) {
    const sg_hit *h = sg_hit_over(f->d, m->first, SG_T_ROLES, SG_T_ROLES);
    return h && !m->row && h->first <= m->first && h->last > m->last;
}

/* Is a word of it the name of a person whom `actor` knows? */
static bool is_person(const finder *f, const match *m) {
    for (uint32_t t = m->first; t <= m->last; t++) {
        const sg_tok *k = tk(f, t);
        for (uint32_t i = 0; i < k->ent_count; i++) {
            const sg_ent *e = &f->d->ents[k->ent + i];
            bool part = m->row && m->row->table == SG_T_PLACES && m->last > m->first && e->first >= m->first &&
                        e->last <= m->last && e->last - e->first < m->last - m->first; /* "Lake Victoria", no Mr Lake */
            if (e->person && e->name && e->name_by == SG_BY_NAME && e->head == t && !part) return true;
        }
    }
    return false;
}

/* A word that goes with the place's name and makes no other name of it. */
static bool is_companion(const finder *f, uint32_t t) {
    return sg_site(f->d, t, "division") || sg_site(f->d, t, "settlement") || sg_site(f->d, t, "direction");
}

static bool of_state(const finder *f, uint32_t t) {
    return sg_hit_over(f->d, t, SG_T_COUNTRIES, SG_T_COUNTRIES) != NULL;
}

/* Parsers hang the words of a person's name on one another as flat, those of a body's as compound. */
static bool is_flat(const finder *f, uint32_t t) {
    return tk(f, t)->deprel == SG_DEP_FLAT;
}

/* "May", "Monday", "Christmas" */
static bool is_time(const finder *f, uint32_t t) {
    return sg_says(f->d, t, "month") || sg_says(f->d, t, "weekday") || sg_says(f->d, t, "feast") ||
           sg_says(f->d, t, "season");
}

/* Does the name begin before the match: "Hillary Clinton", "Lake Victoria", "Mr. Jordan"? A capital word before a state or
 * an abbreviation before any place leave it one: "Nazi Germany", "CBC Toronto". */
static bool has_front(const finder *f, const match *m) {
    uint32_t p = before(f, m->first);
    if (p == NONE) return false;
    if (sg_may_be_capital(tk(f, p)) && sg_site(f->d, p, "title")) return true;
    if (is_role(f, p)) return sg_may_be_capital(tk(f, p)) && !m->row;
    if (!is_name_word(f, p) || is_companion(f, p) || of_state(f, p)) return false;
    if (tk(f, p)->caps && !tk(f, m->first)->caps) return false;
    return !m->row || m->row->table != SG_T_COUNTRIES || is_flat(f, m->first) || is_flat(f, p);
}

/* Does it go on behind it, as a person ("Paris Hilton") or a thing of its own ("Tehran University")? */
static bool has_back(const finder *f, const match *m) {
    uint32_t n = after(f, m->last);
    if (n != NONE && sg_site(f->d, n, "accord") && tk(f, m->last)->head == n) return true; /* "the Minsk agreements" */
    if (n == NONE || !sg_may_be_capital(tk(f, n)) || tk(f, n)->upos == SG_POS_PUNCT) return false;
    if (sg_site(f->d, n, "landmark")) return true;
    if (!is_name_word(f, n) || is_role(f, n) || of_state(f, n)) return false;
    if (tk(f, m->last)->caps != tk(f, n)->caps && before(f, m->first) == NONE) return false; /* "CAIRO Police said" */
    uint32_t head =
        tk(f, m->last)->head; /* "Jordan Peterson" where the tree knows no name: neither word is for the other */
    bool for_it = head != NONE && head > m->last && head <= m->last + LONGEST;
    return is_flat(f, n) || is_flat(f, m->last) || (m->first == m->last && !for_it && !is_time(f, n));
}

/* "Enfield Council", "Boston Marathon" */
static bool in_longer_name(const finder *f, const match *m) {
    uint32_t n = after(f, m->last);
    return n != NONE && is_name_word(f, n) && !is_companion(f, n) && !of_state(f, n) && !is_role(f, n);
}

/* A hyphen ties it to another capital word: "Al-Ahram". */
static bool is_tied(const finder *f, const match *m) {
    uint32_t p = before(f, m->first), n = after(f, m->last);
    uint32_t pp = p == NONE ? NONE : before(f, p), nn = n == NONE ? NONE : after(f, n);
    bool front = pp != NONE && sg_eqz(tk(f, p)->form, "-") && sg_may_be_capital(tk(f, pp));
    bool back = nn != NONE && sg_eqz(tk(f, n)->form, "-") && sg_may_be_capital(tk(f, nn));
    return front || back;
}

/* "in Homs", "in the northern Homs", "near Tabriz and Ahar" */
static bool is_sited(const finder *f, uint32_t t, const char *kind) {
    uint32_t p = before(f, t);
    while (p != NONE && (tk(f, p)->upos == SG_POS_DET || sg_site(f->d, p, "direction"))) p = before(f, p);
    return p != NONE && sg_site(f->d, p, kind);
}

static bool is_joined(const finder *f, uint32_t t) {
    uint32_t p = before(f, t);
    if (p == NONE || !f->d->toponym_count) return false;
    const sg_toponym *last = &f->d->toponyms[f->d->toponym_count - 1];
    return last->sited && last->last != NONE && last->last + 1 == p &&
           (tk(f, p)->upos == SG_POS_CCONJ || sg_eqz(tk(f, p)->form, ","));
}

/* Written as a name: a capital that no sentence's start or title gives. */
static bool is_written_so(const finder *f, const match *m) {
    const sg_sent *s = &f->d->sents[tk(f, m->first)->sent];
    for (uint32_t t = m->first; t <= m->last; t++)
        if (tk(f, t)->upos == SG_POS_PROPN) return true;
    if (m->row && m->row->caps && !is_shouted(f, m->first)) return true;
    uint32_t p = before(f, m->first);
    return !s->in_title && p != NONE && tk(f, p)->upos != SG_POS_PUNCT;
}

/* Short words all in capitals that only the gazetteer knows are abbreviations of something else. */
static bool is_abbreviation(const finder *f, const match *m) {
    return !m->row && m->first == m->last && tk(f, m->first)->caps && tk(f, m->first)->key.n < 5;
}

static bool is_only_direction(const finder *f, const match *m) {
    uint32_t n = after(f, m->last);
    if (m->row || !sg_site(f->d, m->last, "direction")) return false;
    return m->first == m->last || (n != NONE && is_name_word(f, n));
}

/* Does the name finder call a word of it a place? */
static bool is_seen(const finder *f, const match *m) {
    for (uint32_t t = m->first; t <= m->last; t++)
        if (tk(f, t)->name == SG_NAME_PLACE || tk(f, t)->name == SG_NAME_PLACE_ON) return true;
    return false;
}

/* "In Trujillo, Peru,", "near Clinton, Iowa": where it lies stands behind it, so that it is nobody's name. */
static bool is_told_where(const finder *f, const match *m) {
    uint32_t comma = after(f, m->last), next = comma == NONE ? NONE : after(f, comma);
    match in;
    if (next == NONE || !sg_eqz(tk(f, comma)->form, ",") || !is_sited(f, m->first, "site")) return false;
    return match_at(f, next, &in) && in.row && !in.people;
}

static bool is_place(const finder *f, const match *m) {
    bool country = m->row && m->row->table == SG_T_COUNTRIES;
    if (m->people) return !(tk(f, m->last)->bits & SG_FEAT_PLUR) && !is_flat(f, m->last) && !is_person(f, m);
    if (is_in_role(f, m) || ((is_body(f, m) || is_person(f, m)) && !is_told_where(f, m))) return false;
    if (is_abbreviation(f, m) || is_only_direction(f, m)) return false;
    if (m->first == m->last && is_time(f, m->first)) return false;
    if (!country && (is_tied(f, m) || !is_written_so(f, m))) return false;
    if (has_front(f, m) || has_back(f, m)) return false;
    return m->first != m->last || country || !is_remembered(f, m->first) || is_sited(f, m->first, "site");
}

/* ---- names of more words, whose last word may come alone later ------------------------------------------ */

static void remember_names(finder *f, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        uint32_t p = before(f, t), n = after(f, t);
        if (!is_name_word(f, t) || p == NONE || !is_name_word(f, p)) continue;
        if (n != NONE && (is_name_word(f, n) || is_joint(tk(f, n)))) continue;
        match m;
        bool of_place = false; /* the last words of "New York" are no surname, those of "Irving, New York" neither */
        for (uint32_t i = t; i != NONE && t - i < LONGEST && !of_place; i = before(f, i))
            of_place = match_at(f, i, &m) && m.last >= t && (m.first < t || is_companion(f, p));
        if (!of_place && !is_companion(f, t)) remember(f, t);
    }
}

/* ---- the passes -------------------------------------------------------------------------------------------- */

static uint32_t head_of(const finder *f, const match *m) {
    uint32_t head = m->last;
    for (uint32_t t = m->first; t <= m->last; t++)
        if (tk(f, t)->head == NONE || tk(f, t)->head < m->first || tk(f, t)->head > m->last) head = t;
    return head;
}

/* "Homs province", "the province of Homs", "the northern city of Kunduz" */
static bool beside(const finder *f, const match *m, const char *kind) {
    uint32_t n = after(f, m->last), p = before(f, m->first);
    if (n != NONE && sg_site(f->d, n, kind)) return true;
    if (p != NONE && sg_site(f->d, p, kind)) return true;
    uint32_t pp = p == NONE ? NONE : before(f, p);
    return pp != NONE && sg_says(f->d, p, "of") && sg_site(f->d, pp, kind);
}

static void push(finder *f, const match *m) {
    const sg_sent *s = &f->d->sents[tk(f, m->first)->sent];
    sg_toponym t = {.start = tk(f, m->first)->start,
                    .end = tk(f, m->last)->end,
                    .in_title = s->in_title,
                    .sent = tk(f, m->first)->sent,
                    .first = m->first,
                    .last = m->last,
                    .head = head_of(f, m),
                    .hash = m->hash,
                    .row = m->row,
                    .within = NONE,
                    .people = m->people,
                    .sited = is_sited(f, m->first, "site") || is_sited(f, m->first, "way") || is_joined(f, m->first),
                    .division = beside(f, m, "division"),
                    .town = beside(f, m, "settlement"),
                    .place = SG_NOWHERE};
    uint8_t rel = tk(f, t.head)->deprel;
    t.loose = rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_VOCATIVE || rel == SG_DEP_APPOS ||
              rel == SG_DEP_OBJ || in_longer_name(f, m);
    t.loose |= f->labelled && !is_seen(f, m);
    *SG_PUSH(f->d->arena, f->d->toponyms, f->d->toponym_count, f->d->toponym_cap) = t;
}

/* Is this the name right behind the last one and a comma? Then the last one lies in it. */
static bool is_behind(const finder *f, const match *m) {
    uint32_t p = before(f, m->first);
    if (p == NONE || !f->d->toponym_count || !sg_eqz(tk(f, p)->form, ",")) return false;
    const sg_toponym *last = &f->d->toponyms[f->d->toponym_count - 1];
    return last->last != NONE && last->last + 1 == p && !last->people && !m->people;
}

/* "The Gulf", "the Baltic" are places, but "the Gulf of Oman", "the Baltic Sea" go on: behind the article the longer name. */
static bool longest_at(const finder *f, uint32_t t, match *m) {
    match inner;
    bool found = match_at(f, t, m);
    bool the = found && m->last > t && !sg_is_capital(tk(f, t)) && tk(f, t)->upos == SG_POS_DET;
    return found && !(the && match_at(f, t + 1, &inner) && inner.last > m->last);
}

static void scan(finder *f, const sg_sent *s) {
    for (uint32_t t = s->first; t < s->first + s->count;) {
        match m;
        bool found = longest_at(f, t, &m), behind = found && is_behind(f, &m);
        if (!found || (m.after && !behind) || !(is_place(f, &m) || (behind && m.row))) {
            t = found && m.row ? m.last + 1 : t + 1; /* also where a longer name begins behind it */
            continue;
        }
        if (behind) f->d->toponyms[f->d->toponym_count - 1].within = (uint32_t)f->d->toponym_count;
        push(f, &m);
        t = m.last + 1;
    }
}

static finder finder_of(sg_doc *d) {
    finder f = {.d = d, .g = sg_lexicon_gazetteer(d->lex), .surname_mask = 63};
    while (f.surname_mask < d->tok_count) f.surname_mask = 2 * f.surname_mask + 1;
    for (size_t i = 0; i < d->tok_count && !f.labelled; i++) f.labelled = d->toks[i].name != SG_NAME_NONE;
    f.surnames = SG_NEW(d->arena, uint64_t, f.surname_mask + 1);
    return f;
}

/* ---- the dateline: bytes that were never cut into words ------------------------------------------------- */

static bool ends_word(char c) {
    return c == ' ' || c == ',' || c == '(' || c == ')' || c == '\n' || c == '\t' || c == '\r' || c == '/' || c == ';' ||
           c == ':';
}

/* The longest name that begins at the dateline's byte `at`; its end, or `at` where there is none. */
static uint32_t in_dateline(finder *f, uint32_t at, uint32_t stop, uint64_t *hash, const sg_row **row) {
    char key[256];
    size_t n = 0;
    uint32_t best = at, i = at;
    for (int words = 0; words < LONGEST && i < stop; words++) {
        uint32_t w = i;
        while (i < stop && !ends_word(f->d->text.s[i])) i++;
        bool caps;
        sg_str k = sg_fold(f->d->arena, (sg_str){f->d->text.s + w, i - w}, &caps);
        if (!sg_key_add(key, sizeof key, &n, k)) break;
        uint64_t h = sg_hash(SG_HASH, key, n);
        sg_rows known = sg_lexicon_find(f->d->lex, SG_T_PLACES, (sg_str){key, n});
        sg_rows state = sg_lexicon_find(f->d->lex, SG_T_COUNTRIES, (sg_str){key, n});
        const sg_looked one = sg_lexicon_look(f->d->lex, k);
        bool small = !words && sg_kind_value(&one, "owner"); /* "OFFICE OF ...": there is a town of Of */
        if (known.count || state.count || (!small && f->g && sg_gazetteer_find(f->g, h).count)) {
            best = i, *hash = h;
            *row = known.count ? known.row[0] : state.count ? state.row[0] : NULL;
        }
        if (i >= stop || f->d->text.s[i] != ' ') break;
        i++;
    }
    return best;
}

static void scan_dateline(finder *f) {
    uint32_t at = f->d->dateline[0], stop = f->d->dateline[1];
    while (at < stop) {
        uint64_t hash = 0;
        const sg_row *row = NULL;
        uint32_t end = in_dateline(f, at, stop, &hash, &row);
        size_t count = f->d->toponym_count;
        if (end > at && end < stop && f->d->text.s[end] == '/') break; /* "DHAKA/LIMA": written in neither alone */
        if (end > at) {
            if (count) f->d->toponyms[count - 1].within = (uint32_t)count;
            *SG_PUSH(f->d->arena, f->d->toponyms, f->d->toponym_count, f->d->toponym_cap) =
                (sg_toponym){.start = at,
                             .end = end,
                             .sent = NONE,
                             .first = NONE,
                             .last = NONE,
                             .head = NONE,
                             .hash = hash,
                             .row = row,
                             .within = NONE,
                             .sited = true,
                             .place = SG_NOWHERE};
        }
        at = end > at ? end : at;
        if (count > 0 || f->d->text.s[at] == '(') break; /* the place and what it lies in; then date and agency */
        while (at < stop && !ends_word(f->d->text.s[at])) at++;
        if (at < stop && f->d->text.s[at] == '(') break;
        at++;
        while (at < stop && f->d->text.s[at] == ' ') at++;
    }
}

void sg_toponyms(sg_doc *d) {
    finder f = finder_of(d);
    if (d->dateline[0] < d->dateline[1]) scan_dateline(&f);
    for (size_t i = 0; i < d->sent_count; i++) remember_names(&f, &d->sents[i]);
    for (size_t i = 0; i < d->sent_count; i++) scan(&f, &d->sents[i]);
}

/* ---- names that the caller knows --------------------------------------------------------------------------- */

/* The words over the bytes from..to of the text; false where there are none. */
static bool words_over(const finder *f, uint32_t from, uint32_t to, uint32_t *first, uint32_t *last) {
    *first = NONE;
    for (uint32_t t = 0; t < f->d->tok_count; t++) {
        if (f->d->sents[tk(f, t)->sent].in_title || tk(f, t)->end <= from || tk(f, t)->start >= to) continue;
        if (*first == NONE) *first = t;
        *last = t;
    }
    return *first != NONE;
}

/* The place within the words given: all of them, else the longest part that anything knows. */
static match part_of(const finder *f, uint32_t first, uint32_t last) {
    match best = {.first = NONE}, m;
    for (uint32_t t = first; t <= last; t++)
        if (match_at(f, t, &m) && m.last <= last && (best.first == NONE || m.last - m.first > best.last - best.first))
            best = m;
    return best;
}

void sg_toponyms_given(sg_doc *d, const uint32_t (*spans)[2], size_t count) {
    finder f = finder_of(d);
    for (size_t i = 0; i < count; i++) {
        uint32_t first, last = NONE;
        sg_toponym none = {.start = spans[i][0],
                           .end = spans[i][1],
                           .sent = NONE,
                           .first = NONE,
                           .last = NONE,
                           .head = NONE,
                           .within = NONE,
                           .sited = true,
                           .place = SG_NOWHERE};
        match m = {.first = NONE};
        if (words_over(&f, spans[i][0], spans[i][1], &first, &last)) m = part_of(&f, first, last);
        if (m.first == NONE) {
            (void)in_dateline(&f, none.start, none.end, &none.hash, &none.row);
            *SG_PUSH(d->arena, d->toponyms, d->toponym_count, d->toponym_cap) = none;
            continue;
        }
        if (is_behind(&f, &m)) d->toponyms[d->toponym_count - 1].within = (uint32_t)d->toponym_count;
        push(&f, &m);
        d->toponyms[d->toponym_count - 1].sited = true; /* who marks it says that it is a place */
        d->toponyms[d->toponym_count - 1].loose = false;
        d->toponyms[d->toponym_count - 1].start = spans[i][0];
        d->toponyms[d->toponym_count - 1].end = spans[i][1];
    }
}
