/* who.c: who is meant by a name or an office, asked without a text: the look-up of coding by itself.
 *
 * The words are cut as a tree's are, the longest phrases of the tables taken out; what is left is a name.
 * "foreign minister of Korea", "Tony Blincoln", "UN chief Guterres", "Kremlin". */
#include "actor.h"
#include "holder.h"
#include "phrase.h"
#include "calendar.h"

enum { WORDS = 32, KEEP = 20, ROOM = 512 };

static const double LIKE = 0.6, RANK = 0.05, FORMER = 0.8, SURE = 0.75, VERY = 0.94;

typedef struct question {
    sg_arena *a;
    const sg_lexicon *lex;
    sg_str word[WORDS];
    size_t count;
    bool taken[WORDS];
    int32_t day;
    const sg_row *role, *body; /* an office; a country, organ or organisation */
    const char *code;          /* the body's, as HOLDERS has it */
    const char *offices;
    sg_str name; /* the words that are left */
    sg_candidate *found;
    size_t found_count;
    bool former;
} question;

static void cut(question *q, sg_str asked) {
    sg_str rest = asked, word, part;
    while (sg_cut(&rest, ' ', &word)) {
        while (word.n && strchr(",;:()?\"", word.s[0])) word.s++, word.n--;
        while (word.n && strchr(",;:()?\"", word.s[word.n - 1])) word.n--;
        if (!word.n) continue;
        sg_str folded = sg_fold(q->a, word, NULL);
        while (q->count < WORDS && sg_cut(&folded, ' ', &part))
            if (part.n) q->word[q->count++] = part;
    }
}

static sg_str joined(const question *q, size_t from, size_t to, char room[ROOM]) {
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        if (n + q->word[i].n + 1 > ROOM) break;
        if (n) room[n++] = ' ';
        memcpy(room + n, q->word[i].s, q->word[i].n);
        n += q->word[i].n;
    }
    return (sg_str){room, n};
}

static bool is_right(const question *q, const sg_row *r) {
    int from = r->table == SG_T_COUNTRIES ? 3 : 5;
    if (r->table != SG_T_COUNTRIES && !sg_is_organ(r)) return true;
    char day[11] = "";
    const char *iso = q->day == INT32_MIN ? NULL : sg_day_iso(q->a, q->day);
    if (!iso) return true;
    memcpy(day, iso, 11);
    const char *a = r->cell[from], *b = r->cell[from + 1];
    return (!*a || strncmp(day, a, strlen(a)) >= 0) && (!*b || strncmp(day, b, strlen(b)) <= 0);
}

/* The rows of a phrase; bodies are asked for without the article that their names may have: "the Commonwealth". */
static sg_rows rows_of(const question *q, sg_table_id table, sg_str phrase) {
    sg_rows rows = sg_lexicon_find(q->lex, table, phrase);
    if (rows.count || table != SG_T_ORGS) return rows;
    return sg_lexicon_find(q->lex, table, sg_str_of(sg_printf(q->a, "the %.*s", (int)phrase.n, phrase.s)));
}

static bool is_small(const question *q, sg_str word) {
    sg_rows r = sg_lexicon_find(q->lex, SG_T_GRAMMAR, word);
    for (size_t i = 0; i < r.count; i++)
        if (!strcmp(r.row[i]->cell[1], "owner") || !strcmp(r.row[i]->cell[1], "the") || !strcmp(r.row[i]->cell[1], "for"))
            return true;
    return word.n < 2 || word.s[0] == '\'';
}

/* Take the longest phrase of a table out of the words. */
static const sg_row *take(question *q, sg_table_id table) {
    char room[ROOM];
    for (size_t n = q->count; n > 0; n--)
        for (size_t i = 0; i + n <= q->count; i++) {
            bool free_ = true, small = true; /* "the Knesset": the article alone is no party called so */
            for (size_t k = i; k < i + n; k++) free_ = free_ && !q->taken[k], small = small && is_small(q, q->word[k]);
            free_ = free_ && !(small && q->count > n);
            sg_rows rows = free_ ? rows_of(q, table, joined(q, i, i + n, room)) : (sg_rows){0};
            for (size_t r = 0; r < rows.count; r++) {
                if (!is_right(q, rows.row[r])) continue;
                for (size_t k = i; k < i + n; k++) q->taken[k] = true;
                return rows.row[r];
            }
        }
    return NULL;
}

static void leave_name(question *q) {
    char *room = SG_NEW(q->a, char, ROOM);
    size_t n = 0;
    for (size_t i = 0; i < q->count; i++) {
        if (q->taken[i] || is_small(q, q->word[i]) || n + q->word[i].n + 1 > ROOM) continue;
        if (n) room[n++] = ' ';
        memcpy(room + n, q->word[i].s, q->word[i].n);
        n += q->word[i].n;
    }
    q->name = (sg_str){room, n};
}

static void take_body(question *q) {
    static const sg_table_id tables[] = {SG_T_ORGS, SG_T_COUNTRIES, SG_T_ORGANS, SG_T_GROUPS, SG_T_PARTIES};
    for (size_t i = 0; i < sizeof tables / sizeof *tables && !q->body; i++) q->body = take(q, tables[i]);
    q->code = q->body ? sg_actor_code_of(q->body) : NULL;
}

static void put(question *q, sg_candidate c) {
    size_t at = q->found_count;
    for (size_t i = 0; i < q->found_count; i++) /* one line a person and office */
        if (!strcmp(q->found[i].name, c.name) && q->found[i].office && c.office && !strcmp(q->found[i].office, c.office) &&
            !strcmp(q->found[i].from, c.from))
            return;
    while (at && q->found[at - 1].score < c.score) at--;
    if (at == KEEP) return;
    if (q->found_count < KEEP) q->found_count++;
    for (size_t i = q->found_count - 1; i > at; i--) q->found[i] = q->found[i - 1];
    q->found[at] = c;
}

static void see(void *user, const sg_row *r, double like) {
    question *q = user;
    if (q->name.n && like < LIKE) return;
    if (q->former && !sg_was_in_office(r, q->day)) return;
    int rank = q->offices && *q->offices ? sg_office_rank(q->offices, r) : 0;
    sg_ent e = {0};
    const char *sector = q->former ? "ELI" : sg_office_sector(q->lex, r->cell[H_OFFICE]);
    sg_actor_serve(q->a, &e, r->cell[H_COUNTRY],
                   q->body && q->code && !strcmp(q->code, r->cell[H_COUNTRY]) && !q->former ? q->body : NULL, sector,
                   sector);
    sg_actor_hold(&e, sector);
    double score = like - RANK * rank;
    if (q->former) score *= FORMER;
    put(q, (sg_candidate){.name = r->cell[H_NAME],
                          .office = r->cell[H_OFFICE],
                          .country = e.country,
                          .sector = e.sector,
                          .cameo = e.cameo,
                          .from = r->cell[H_FROM],
                          .to = r->cell[H_TO],
                          .score = score > 0 ? score : 0,
                          .former = q->former,
                          .source = sg_row_name(q->a, q->lex, r)});
}

static void ask(question *q) {
    sg_wanted w = {q->lex, q->code, q->offices, q->day, q->name, LIKE};
    sg_holders(&w, see, q);
    if (!q->found_count && q->code && strlen(q->code) > SG_WHOLE) { /* the UNHCR's head stands under the UN */
        w.country = sg_dup(q->a, (sg_str){q->code, SG_WHOLE});
        if (q->offices && !q->name.n) w.offices = sg_offices_of(q->lex, q->a, w.country, q->offices);
        if (!w.offices || *w.offices) sg_holders(&w, see, q);
        w.offices = q->offices;
    }
    if (!q->name.n || q->day == INT32_MIN) return;
    bool very = q->found_count && q->found[0].score < VERY && sg_lexicon_find(q->lex, SG_T_HOLDERS, q->name).count;
    if (q->found_count && q->found[0].score >= SURE && !very) return;
    if (very) q->found_count = 0; /* the very name of somebody of another day */
    q->former = true;
    w.country = q->code;
    w.day = INT32_MIN;
    sg_holders(&w, see, q);
}

/* A body itself: "Kremlin". */
static void put_body(question *q) {
    const char *const *c = q->body->cell;
    bool country = q->body->table == SG_T_COUNTRIES;
    sg_rows named = country ? sg_lexicon_by(q->lex, SG_WAY_COUNTRY, sg_str_of(c[C_CODE])) : (sg_rows){0};
    bool seat = country && (!strcmp(c[C_KIND], "organ") || !strcmp(c[C_KIND], "capital"));
    sg_ent e = {0};
    if (country) sg_actor_serve(q->a, &e, c[C_CODE], q->body, seat ? "GOV" : "", seat ? "GOV" : "");
    put(q, (sg_candidate){.name = named.count ? named.row[0]->cell[0]
                                  : country   ? c[0]
                                              : c[O_NAME],
                          .office = NULL,
                          .country = c[O_COUNTRY],
                          .sector = country        ? e.sector
                                    : *c[O_SECTOR] ? c[O_SECTOR]
                                                   : NULL,
                          .cameo = country       ? e.cameo
                                   : *c[O_CAMEO] ? c[O_CAMEO]
                                                 : c[O_COUNTRY],
                          .from = c[country ? 3 : 5],
                          .to = q->body->table == SG_T_ORGS ? "" : c[country ? 4 : 6],
                          .score = 1,
                          .source = sg_row_name(q->a, q->lex, q->body)});
    if (q->body->table == SG_T_ORGS) q->found[0].from = "";
}

/* An office whose holder nobody knows still has a country and codes. */
static void put_office(question *q) {
    sg_ent e = {0};
    sg_actor_serve(q->a, &e, q->code, q->body, q->role->cell[1], q->role->cell[3]);
    if (q->offices) sg_actor_hold(&e, q->role->cell[1]);
    put(q, (sg_candidate){.name = "",
                          .office = q->offices && !strchr(q->offices, '|') ? q->offices : q->role->cell[R_FORM],
                          .country = e.country,
                          .sector = e.sector,
                          .cameo = e.cameo,
                          .from = "",
                          .to = "",
                          .score = LIKE,
                          .source = sg_row_name(q->a, q->lex, q->role)});
}

/* An office and whose it is. "World Bank president" is no bank president: the body first, where that tells more. */
static void ask_parted(question *q, bool body_first) {
    q->former = false;
    q->found_count = 0;
    q->found = SG_NEW(q->a, sg_candidate, KEEP);
    if (body_first) take_body(q);
    q->role = take(q, SG_T_ROLES);
    if (!body_first) take_body(q);
    if (q->role) q->role = sg_actor_composed(q->lex, q->a, q->role, q->body);
    q->offices = q->role && q->role->cell[R_OFFICE][0] ? q->role->cell[R_OFFICE] : NULL;
    if (q->role && !q->code && strlen(q->role->cell[R_NOTE]) == 3 && (q->offices || !q->name.n))
        q->code = q->role->cell[R_NOTE];
    leave_name(q);
    bool own = q->role && sg_has_own_head(q->body, q->role);
    bool head = q->offices && sg_list_has(q->offices, SG_LIT("head-of-state")); /* "the Catalan president" */
    own |= head && q->body && (sg_is_part_of_land(q->body) || sg_is_organ(q->body));
    if (q->name.n || (q->offices && !own)) ask(q);
    if (!q->found_count && q->role && !q->name.n) put_office(q);
    if (!q->found_count && q->body && !q->role && !q->name.n) put_body(q);
}

/* The name alone, where nobody so called held the office told with it; only one who is surely meant. */
static void ask_named(question *q) {
    question own = *q;
    own.code = own.offices = NULL;
    own.found = SG_NEW(q->a, sg_candidate, KEEP), own.found_count = 0, own.former = false;
    ask(&own);
    if (own.found_count && own.found[0].score >= VERY) q->found = own.found, q->found_count = own.found_count;
}

size_t sg_actor_who(sg_arena *a, const sg_lexicon *lex, sg_str asked, int32_t day, const sg_candidate **out) {
    question q = {.a = a, .lex = lex, .day = day, .found = SG_NEW(a, sg_candidate, KEEP)};
    *out = q.found;
    cut(&q, asked);
    leave_name(&q);
    if (q.name.n) ask(&q); /* a whole name first: Israel Katz is no office of Israel */
    if (q.found_count && q.found[0].score >= 0.9) return q.found_count;
    question whole = q, other = q;
    ask_parted(&q, false);
    if (!q.found_count) ask_parted(&other, true), q = other;
    if (!q.found_count && q.role && q.name.n) ask_named(&q); /* "Hezbollah leader Hassan Nasrallah" */
    bool told = q.role && !q.name.n; /* "professor of Chile" has no words left for a name, however like one it sounds */
    bool parted = q.found_count && (told || !whole.found_count || q.found[0].score >= whole.found[0].score);
    question *best = parted ? &q : &whole;
    *out = best->found;
    return best->found_count;
}
