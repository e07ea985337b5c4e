/* actor_name.c: see actor_in.h. Names without a title: of those who held an office, of firms, of people told before,
 * garbled ones. */
#include "actor_in.h"

#include "firm.h"
#include "name.h"

enum { NAME_ROOM = 128, STRANGERS = 200 /* of a text, the first */ };

const sg_row *sg_rank_or_name(const scene *s, const char *offices, const sg_person *p, sg_states *in) {
    const char *code = in->count ? in->at[0].code : NULL;
    const sg_row *h = sg_holder_named(s->d->lex, s->d->arena, code, offices, s->d->pub, p->key);
    if (h && !in->count) sg_add_state(in, h->cell[H_COUNTRY], h);
    return h;
}

const char *sg_office_sector(const sg_lexicon *lex, const char *office) {
    sg_rows found = sg_lexicon_by(lex, SG_WAY_OFFICE, sg_str_of(office));
    return found.count ? found.row[0]->cell[R_SECTOR] : "GOV";
}

/* Who is known by the row, named by these words; of no land or sector yet. */
static sg_ent named_by(uint32_t head, uint32_t first, uint32_t last, const sg_row *r) {
    return (sg_ent){.first = first,
                    .last = last,
                    .head = head,
                    .name = r->cell[H_NAME],
                    .by = SG_BY_NAME,
                    .name_by = SG_BY_NAME,
                    .person = true,
                    .group = true,
                    .row = {r},
                    .same = NONE};
}

static void give_holder(scene *s, uint32_t head, uint32_t first, uint32_t last, const sg_row *r, bool former) {
    const char *sector = former ? "ELI" : sg_office_sector(s->d->lex, r->cell[H_OFFICE]);
    sg_ent e = named_by(head, first, last, r);
    e.office = former ? NULL : or_null(r->cell[H_OFFICE]);
    sg_actor_serve(s->d->arena, &e, r->cell[H_COUNTRY], NULL, sector, sector);
    sg_actor_hold(&e, sector);
    sg_push_ent(s, head, &e);
}

/* Somebody known who is to have an office in some years: of the country, but of no sector. */
static void give_later(scene *s, const sg_hit *hit, const sg_row *r) {
    if (strlen(r->cell[H_COUNTRY]) > 3) return;
    sg_ent e = named_by(hit->head, hit->first, hit->last, r);
    e.country = e.cameo = or_null(r->cell[H_COUNTRY]);
    sg_push_ent(s, hit->head, &e);
}

/* "Mr.", "Sir": said of whoever all know as of anybody else. */
static bool is_mere_title(const scene *s, uint32_t t) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_VOICES, tk(s, t)->key);
    return rows.count && !strcmp(rows.row[0]->cell[1], "title");
}

/* A trade that is told of somebody: "goalkeeper", "novelist", but no office, and no word for the mighty ("strongman"). */
static bool is_trade(const scene *s, uint32_t t) {
    if (tk(s, t)->upos != SG_POS_NOUN && tk(s, t)->upos != SG_POS_PROPN) return false;
    const sg_hit *role = sg_role_at(s->d, t);
    const char *sector = role ? role->row->cell[R_SECTOR] : "";
    if (role && (role->row->cell[R_OFFICE][0] || !*sector || sg_list_has("GOV|MIL|ELI|OPP|REB|PTY", sg_str_of(sector))))
        return false;
    if (sg_says(s->d, t, "mighty") || is_mere_title(s, t)) return false;
    sg_rows rows = sg_rows_by_lemma(s->d, tk(s, t), SG_T_NOUNS);
    for (size_t i = 0; i < rows.count; i++)
        if (!strcmp(rows.row[i]->cell[1], "person")) return true;
    return role != NULL;
}

/* "Hayashi, a noodle cook in Osaka", "the goalkeeper Park Jin": who must be introduced so is not whom all know. */
static bool is_described(const scene *s, uint32_t t) {
    sg_person p = sg_person_at(s->d, t);
    const sg_sent *of = &s->d->sents[tk(s, t)->sent];
    if (p.first > of->first && is_trade(s, p.first - 1)) return true;
    bool speaks = p.last + 1 < of->first + of->count && sg_eqz(tk(s, p.last + 1)->form, ":"); /* "Honecker: a fine wall" */
    for (uint32_t c = tk(s, t)->child; c != NONE && !speaks; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_APPOS || tk(s, c)->upos != SG_POS_NOUN) continue;
        for (uint32_t k = tk(s, c)->child; k != NONE; k = tk(s, k)->next)
            if (tk(s, k)->deprel == SG_DEP_DET && !(tk(s, k)->bits & SG_FEAT_DEF) && !sg_role_at(s->d, c)) return true;
    }
    return false;
}

/* Does the name go on behind a hyphen, in small letters: "Park Jin-woo"? */
static bool goes_on(const scene *s, uint32_t last) {
    uint32_t stop = s->d->sents[tk(s, last)->sent].first + s->d->sents[tk(s, last)->sent].count;
    if (last + 2 >= stop || tk(s, last)->space_after || tk(s, last + 1)->space_after) return false;
    const sg_tok *more = tk(s, last + 2);
    bool small = more->form.s[0] >= 'a' && more->form.s[0] <= 'z';
    return sg_eqz(tk(s, last + 1)->form, "-") && more->upos == SG_POS_PROPN && small;
}

/* "Kim Il Sung University", "Patrice Lumumba Square": what bears a name is not who bore it. */
static bool names_a_thing(const scene *s, const sg_hit *hit) {
    static const char *const kinds[] = {"building", "road", "place"};
    const sg_sent *of = &s->d->sents[tk(s, hit->last)->sent];
    uint32_t next = hit->last + 1;
    if (hit->first == hit->last || next >= of->first + of->count || of->in_title || !sg_is_capital(tk(s, next))) return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (in_class(s, next, kinds[i])) return true;
    return false;
}

/* A school that bears his name is of his land, where no word tells another. */
static void give_school(scene *s, const sg_hit *hit) {
    uint32_t next = hit->last + 1;
    const sg_hit *role = sg_role_at(s->d, next);
    if (!role || strcmp(role->row->cell[R_SECTOR], "EDU") != 0) return;
    const sg_ent *own = tk(s, next)->ent_count == 1 ? &s->d->ents[tk(s, next)->ent] : NULL;
    if (own && own->country) return;
    const char *land = hit->row->cell[H_COUNTRY];
    sg_actor_role(s->d, next, role->row, &land, 1);
    sg_actor_role(s->d, hit->head, role->row, &land, 1); /* the name's first word is often the head */
}

void sg_give_holder(scene *s, const sg_hit *hit) {
    size_t n = hit->last + 1 - hit->first;
    if (tk(s, hit->head)->ent_count || tk(s, hit->head)->upos != SG_POS_PROPN) return;
    bool at_home = n > 1 && sg_in_office(hit->row, s->d->pub) && sg_names_land(s->d, hit->row->cell[H_COUNTRY]);
    if (!at_home && is_described(s, hit->head)) return; /* "Petro Poroshenko, a confectioner, took the oath in Ukraine" */
    sg_person p = sg_person_at(s->d, hit->head);
    for (uint32_t t = hit->first; t <= hit->last; t++) /* a title has it already, though a tree parts the name */
        if (tk(s, t)->ent_count && s->d->ents[tk(s, t)->ent].person) return;
    while (p.first < hit->first && (is_mere_title(s, p.first) || sg_says(s->d, p.first, "mighty"))) /* "Traitor X" */
        p.first++;
    while (p.last > hit->last && sg_says(s->d, p.last, "clique")) p.last--; /* "Ferdinand Marcos Group" */
    if (names_a_thing(s, hit)) {
        give_school(s, hit);
        return;
    }
    if (goes_on(s, hit->last)) return;                /* "Park Jin-woo" is not Park Jin */
    if (p.first < hit->first || p.last > hit->last) { /* nor is "Park Jin Woo" */
        if (n == 1 || !sg_holder_longer(s->d->lex, s->d->arena, hit->row, s->d->pub, p.key)) return;
    }
    char key[NAME_ROOM];
    size_t len = 0;
    for (uint32_t t = hit->first; t <= hit->last; t++) {
        if (!sg_key_add(key, sizeof key, &len, tk(s, t)->key)) return;
    }
    sg_rows found = sg_lexicon_find(s->d->lex, SG_T_HOLDERS, (sg_str){key, len});
    const sg_row *now = NULL, *past = NULL, *later = NULL;
    sg_states of = {0};
    if (n > 1) sg_states_of(s->d, hit->head, hit->first, &of);
    for (size_t i = 0; i < found.count; i++) {
        const sg_row *r = found.row[i];
        bool theirs = of.count == 1 && !strcmp(of.at[0].code, r->cell[H_COUNTRY]); /* of two kings of a name, "Jordan's" */
        if (theirs && sg_in_office(r, s->d->pub)) now = r;
        if (!sg_in_office(r, s->d->pub)) {
            if (sg_soon_in_office(r, s->d->pub)) later = r;
            else if (sg_was_in_office(r, s->d->pub) && (!past || strcmp(r->cell[H_TO], past->cell[H_TO]) > 0)) past = r;
            continue;
        }
        if (now && n == 1 && strcmp(now->cell[H_COUNTRY], r->cell[H_COUNTRY]) != 0) return;
        bool rules = now && sg_is_ruler(r) && !sg_is_ruler(now) && !strcmp(now->cell[H_NAME], r->cell[H_NAME]);
        if (!now || rules) now = r; /* a president who is army chief too */
    }
    const sg_row *called = n == 1 && now ? sg_called(s->d, (sg_str){key, len}) : NULL;
    if (called) now = called; /* who holds an office is meant before others of that surname */
    if (now) give_holder(s, hit->head, hit->first, hit->last, now, false);
    else if (past && n > 1) give_holder(s, hit->head, hit->first, hit->last, past, !sg_just_left(past, s->d->pub));
    else if (later && n > 1) give_later(s, hit, later);
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

void sg_recall_name(scene *s, uint32_t ent) {
    sg_ent *e = &s->d->ents[ent];
    if (!e->person || !e->name || e->plural || e->country || e->by != SG_BY_NAME || strchr(e->name, ' ')) return;
    if (!e->sector || strcmp(e->sector, "GOV") != 0) return;
    sg_str key = sg_fold_words(s->d->arena, sg_str_of(e->name));
    const known *k = s->people && key.n ? seek_known(s, key) : NULL;
    const sg_ent *before = k && k->word.n ? &s->d->ents[k->ent] : NULL;
    if (!before || !before->person || !before->country || before->plural) return;
    sg_ent now = *before;
    now.first = e->first, now.last = e->last, now.head = e->head;
    now.by = SG_BY_NAME, now.same = k->ent;
    *e = now;
}

/* Returns whether room was taken that must stay. */
static bool remember_word(scene *s, sg_str w, uint32_t ent) {
    bool fresh = !s->people || 2 * s->known_count >= s->known_mask;
    if (fresh) more_known(s);
    known *k = seek_known(s, w);
    if (!k->word.n) k->word = w, s->known_count++, fresh = true;
    k->ent = ent;
    return fresh;
}

void sg_remember_name(scene *s, uint32_t ent) {
    const sg_ent *e = &s->d->ents[ent];
    if (!e->person || !e->name || e->plural) return;
    sg_mark mark = sg_arena_mark(s->d->arena);
    sg_str name = sg_fold_words(s->d->arena, sg_str_of(e->name)), w;
    size_t at = 0;
    bool fresh = false, spelt = false;
    while (sg_next_word(name, &at, &w)) {
        fresh |= remember_word(s, w, ent);
        spelt |= e->last != NONE && sg_eq(w, tk(s, e->last)->key);
    }
    bool own = e->by == SG_BY_NAME && e->name_by == SG_BY_OFFICE && e->last != NONE && e->last > e->first;
    if (own && !spelt && sg_name_word(s->d, e->last)) fresh |= remember_word(s, tk(s, e->last)->key, ent);
    if (!fresh) sg_arena_reset(s->d->arena, mark);
}

/* Is the word alone the name of one who was told in full before? */
static bool is_strangers_name(const scene *s, uint32_t t) {
    for (size_t i = 0; i < s->stranger_count && s->strangers[i].tok < t; i++)
        if (sg_eq(s->strangers[i].word, tk(s, t)->key)) return true;
    return false;
}

void sg_note_stranger(scene *s, uint32_t t) {
    const sg_sent *in = &s->d->sents[tk(s, t)->sent];
    uint32_t last = t;
    if (tk(s, t)->ent_count || tk(s, t)->upos != SG_POS_PROPN || tk(s, t)->deprel == SG_DEP_FLAT) return;
    while (last + 1 < in->first + in->count && tk(s, last + 1)->deprel == SG_DEP_FLAT && tk(s, last + 1)->head == t) last++;
    if (last == t || !sg_lexicon_find(s->d->lex, SG_T_GIVEN, tk(s, t)->key).count) return;
    if (s->stranger_count == STRANGERS || is_strangers_name(s, last)) return;
    *SG_PUSH(s->d->arena, s->strangers, s->stranger_count, s->stranger_cap) = (stranger){tk(s, last)->key, last};
}

/* "Defence Secretary Lloyd Austin ... Austin promised": the last word of one who was told in full before, by his title. */
static bool is_known_ones_name(const scene *s, uint32_t t) {
    for (size_t i = 0; i < s->d->ent_count; i++) {
        const sg_ent *e = &s->d->ents[i];
        bool full = e->person && e->name && e->by == SG_BY_NAME && e->last != NONE && e->last > e->first && e->last < t;
        if (full && tk(s, e->last)->upos == SG_POS_PROPN && sg_eq(tk(s, e->last)->key, tk(s, t)->key)) return true;
    }
    return false;
}

bool sg_is_strangers_place(const scene *s, const sg_hit *hit) {
    uint8_t rel = tk(s, hit->head)->deprel;
    bool acts = rel == SG_DEP_NSUBJ || rel == SG_DEP_NSUBJ_PASS || rel == SG_DEP_NMOD_POSS || rel == SG_DEP_OBJ;
    if (!acts || hit->first != hit->last) return false;
    return is_strangers_name(s, hit->head) || is_known_ones_name(s, hit->head);
}

/* ---- firms ---- */

/* Of the land that its name or what stands before it says: "Swiss Ferrox AG", "Tokyo-based Kita Oil Co". */
static void give_firm(scene *s, const sg_firm *f) {
    const sg_row *row = sg_any_firm(s);
    sg_states in = {0};
    sg_states_of(s->d, f->head, NONE, &in);
    bool of_one = in.count == 1 && in.at[0].row && in.at[0].row->table == SG_T_COUNTRIES;
    sg_ent e = sg_role_ent(s, (duty){row, row}, of_one ? &in.at[0] : NULL, NULL);
    const sg_tok *first = tk(s, f->first), *last = tk(s, f->last);
    e.first = f->first, e.last = f->last, e.head = f->head;
    e.name = sg_dup(s->d->arena, (sg_str){first->form.s, (size_t)(last->form.s + last->form.n - first->form.s)});
    e.by = e.name_by = SG_BY_NAME;
    sg_push_ent(s, f->head, &e);
    for (uint32_t k = f->first; k <= f->last; k++)
        if (k != f->head) tk(s, k)->ent = tk(s, f->head)->ent, tk(s, k)->ent_count = 1;
}

void sg_give_firms(scene *s) {
    sg_firm f;
    for (uint32_t t = 0; t < s->d->tok_count; t++) {
        if (sg_firm_at(s->d, t, &f)) {
            give_firm(s, &f);
            if (!sg_world_at(s->d, t) && f.last > t) remember_word(s, tk(s, t)->key, tk(s, f.head)->ent);
            t = f.last;
            continue;
        }
        const known *k = s->people && sg_firm_short(s->d, t) ? seek_known(s, tk(s, t)->key) : NULL;
        if (!k || !k->word.n) continue;
        sg_ent now = s->d->ents[k->ent];
        now.first = now.last = now.head = t, now.same = k->ent;
        sg_push_ent(s, t, &now);
    }
}

void sg_give_garbled(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || !sg_name_word(s->d, t) || tk(s, t)->deprel == SG_DEP_FLAT || is_described(s, t)) return;
    sg_person p = sg_person_at(s->d, t);
    sg_states in = {0};
    for (uint32_t k = p.first; k <= p.last && p.last > p.first; k++) sg_states_of(s->d, k, NONE, &in);
    const sg_row *h = in.count == 1 ? sg_rank_or_name(s, "", &p, &in) : NULL;
    if (h) give_holder(s, t, p.first, p.last, h, false);
}

/* "in May" is no Theresa May; who acts or is spoken of as somebody's may be. */
static bool is_day(const scene *s, uint32_t t) {
    uint8_t rel = tk(s, t)->deprel;
    if (rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ || rel == SG_DEP_NMOD_POSS) return false;
    const sg_sent *of = &s->d->sents[tk(s, t)->sent];
    for (uint32_t i = of->time; i < of->time + of->time_count; i++)
        if (s->d->times[i].first <= t && t <= s->d->times[i].last) return true;
    return false;
}

/* "B.N.", "J.", "P.": letters and full stops. */
static bool is_initials(sg_str w) {
    for (size_t i = 0; i < w.n; i++)
        if (w.s[i] != '.' && (w.s[i] < 'A' || w.s[i] > 'Z' || (i + 1 < w.n && w.s[i + 1] != '.'))) return false;
    return w.n > 0;
}

/* "Mr", "Sheikh": a word before a name that tells no office. */
static bool is_address(const scene *s, uint32_t t) {
    return tk(s, t)->deprel == SG_DEP_NMOD_DESC && !sg_role_at(s->d, t);
}

/* "Mrs X", after a man of that name. */
static bool is_other_sex(const scene *s, uint32_t address, const sg_ent *one) {
    enum { NOUN_GENDER = 2, GIVEN_GENDER = 1 };
    size_t at = 0;
    sg_str name = sg_fold_words(s->d->arena, sg_str_of(one->name)), given = {"", 0};
    sg_rows word = sg_lexicon_find(s->d->lex, SG_T_NOUNS, tk(s, address)->key);
    if (!word.count || !*word.row[0]->cell[NOUN_GENDER] || !sg_next_word(name, &at, &given)) return false;
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_GIVEN, given);
    const char *is = rows.count ? rows.row[0]->cell[GIVEN_GENDER] : "";
    return *is && strcmp(is, word.row[0]->cell[NOUN_GENDER]) != 0;
}

/* "Bolivia's Morales": the one state whose name, as whose he is, stands before the surname; NULL: none. */
static const char *home_before(const scene *s, uint32_t t, uint32_t first) {
    for (uint32_t c = tk(s, t)->child; c != NONE && c < first; c = tk(s, c)->next) {
        if (tk(s, c)->deprel != SG_DEP_NMOD_POSS) continue;
        const sg_hit *h = sg_hit_over(s->d, c, SG_T_COUNTRIES, SG_T_COUNTRIES);
        const char *code = h && h->head == c ? h->row->cell[1] : "";
        if (strlen(code) == 3) return code;
    }
    return NULL;
}

/* "Mihaylova", "Mihailova": alike but for one letter. */
static bool is_one_off(sg_str a, sg_str b) {
    enum { LEAST = 5 };
    size_t same = 0, end = 0, longer = a.n > b.n ? a.n : b.n, shorter = a.n > b.n ? b.n : a.n;
    if (shorter < LEAST || longer - shorter > 1 || a.s[0] != b.s[0]) return false;
    while (same < shorter && a.s[same] == b.s[same]) same++;
    while (end < shorter - same && a.s[a.n - 1 - end] == b.s[b.n - 1 - end]) end++;
    return same + end + 1 >= longer;
}

/* The person named before whose name is spelt almost so, where it is only one; else NULL. Translated reports spell foreign
 * names now so, now so. */
static const known *seek_alike(const scene *s, sg_str word) {
    const known *found = NULL;
    for (size_t i = 0; s->people && i <= s->known_mask; i++) {
        const known *k = &s->people[i];
        if (!k->word.n || !s->d->ents[k->ent].person || !is_one_off(k->word, word)) continue;
        const char *name = s->d->ents[k->ent].name;
        if (!name || (found && strcmp(s->d->ents[found->ent].name, name) != 0)) return NULL;
        found = k;
    }
    return found;
}

static void name_again(scene *s, const known *k, const sg_person *p, uint32_t t) {
    sg_ent before = s->d->ents[k->ent];
    before.first = p->first, before.last = p->last, before.head = t;
    before.same = k->ent;
    before.by = SG_BY_NAME;
    sg_push_ent(s, t, &before);
}

/* "De Klerk", "dos Santos": the holder of the day who is called by the last word, and whose name has the small words
 * too. */
static void give_linked(scene *s, uint32_t t, const sg_person *p) {
    const sg_row *r = is_strangers_name(s, p->last) ? NULL : sg_called(s->d, tk(s, p->last)->key);
    sg_str name = r ? sg_fold_words(s->d->arena, sg_str_of(r->cell[H_NAME])) : (sg_str){"", 0};
    size_t n = p->key.n;
    bool ends = r && n < name.n && !memcmp(name.s + name.n - n, p->key.s, n) && name.s[name.n - n - 1] == ' ';
    if (ends) give_holder(s, t, p->first, p->last, r, false);
}

void sg_give_surname(scene *s, uint32_t t) {
    if (tk(s, t)->ent_count || !sg_name_word(s->d, t) || is_day(s, t)) return;
    if (tk(s, t)->deprel == SG_DEP_FLAT || is_address(s, t)) return;
    sg_person p = sg_person_at(s->d, t);
    bool strange = is_strangers_name(s, p.last);
    uint32_t initials = 0, last = p.last;
    for (uint32_t at = p.first; at < last && (is_initials(tk(s, at)->form) || is_address(s, at)); at++) initials++;
    uint32_t links = p.first + initials;
    while (links < last && sg_says(s->d, links, "name link")) links++;
    if (links != last) return;
    if (links > p.first + initials) { /* "De Klerk" */
        give_linked(s, t, &p);
        return;
    }
    if (initials) p.key = tk(s, last)->key;
    const known *k = s->people && p.key.n ? seek_known(s, p.key) : NULL;
    if (k && k->word.n && initials && is_other_sex(s, p.first, &s->d->ents[k->ent])) return;
    if (k && k->word.n) {
        name_again(s, k, &p, t);
        return;
    }
    if (strange) return;
    const char *home = home_before(s, t, p.first);
    const sg_row *own = home ? sg_holder_at_home(s->d->lex, s->d->pub, p.key, home) : NULL;
    bool former = own && !sg_in_office(own, s->d->pub) && !sg_just_left(own, s->d->pub);
    if (own) {
        give_holder(s, t, p.first, last, own, former);
        return;
    }
    bool another = home || is_described(s, t) || sg_is_abbreviation(s->d, t); /* another land's is not meant */
    const sg_row *r = another ? NULL : sg_called(s->d, p.key);
    if (r) {
        give_holder(s, t, p.first, last, r, false);
        return;
    }
    const known *alike = initials ? seek_alike(s, p.key) : NULL;
    if (alike && !is_other_sex(s, p.first, &s->d->ents[alike->ent])) name_again(s, alike, &p, t);
}

bool sg_is_taken_name(const scene *s, uint32_t t) {
    const sg_tok *k = tk(s, t);
    uint8_t rel = k->deprel;
    bool place = rel == SG_DEP_NSUBJ || rel == SG_DEP_OBJ || rel == SG_DEP_OBL || rel == SG_DEP_NMOD;
    if ((k->upos != SG_POS_ADJ && k->upos != SG_POS_NOUN) || !place || !sg_is_capital(k) || k->hit != NONE || k->ent_count)
        return false;
    if (t == s->d->sents[k->sent].first || s->d->sents[k->sent].in_title || !s->people) return false;
    for (uint32_t c = k->child; c != NONE; c = tk(s, c)->next)
        if (tk(s, c)->deprel != SG_DEP_CASE && tk(s, c)->deprel != SG_DEP_PUNCT) return false;
    const known *before = seek_known(s, k->key);
    return before->word.n && s->d->ents[before->ent].country;
}
