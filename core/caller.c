/* caller.c: see caller.h. */
#include "caller.h"

#include "holder.h"
#include "label.h"
#include "lands.h"
#include "phrase.h"

enum { CALLERS = 200 }; /* of a record with more, the first */

static const char *state_named(const sg_doc *d, sg_str words) {
    sg_mark mark = sg_arena_mark(d->arena);
    sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_fold_words(d->arena, sg_trim(words)));
    sg_arena_reset(d->arena, mark);
    for (size_t i = 0; i < found.count; i++) {
        const sg_row *row = found.row[i];
        bool name = sg_list_has("name|official|variant", sg_str_of(row->cell[C_KIND]));
        if (name && strlen(row->cell[C_CODE]) == 3) return row->cell[C_CODE];
    }
    return NULL;
}

/* The state that a label names in brackets, or alone ("CHAD:"). */
static const char *land_of(const sg_doc *d, sg_str label) {
    while (label.n && (strchr(": ", label.s[label.n - 1]))) label.n--;
    label = sg_past_number(label);
    const char *open = memchr(label.s, '(', label.n), *land = NULL;
    if (!open) return label.n ? state_named(d, label) : NULL;
    while (!land && open) {
        sg_str rest = {open + 1, label.n - (size_t)(open + 1 - label.s)};
        const char *close = memchr(rest.s, ')', rest.n);
        if (!close) return NULL;
        land = state_named(d, (sg_str){rest.s, (size_t)(close - rest.s)});
        open = memchr(close, '(', label.n - (size_t)(close - label.s));
    }
    return land;
}

static const char IGO[] = "IGO";

/* Of a holder's or a body's code: a state's, or that of organisations of states; NULL for others. */
static const char *land_or_body(const char *code) {
    if (sg_land_is_state(code)) return code;
    return strncmp(code, IGO, sizeof IGO - 1) ? NULL : IGO;
}

static const char *body_named(const sg_doc *d, sg_str words) {
    sg_mark mark = sg_arena_mark(d->arena);
    sg_rows found = sg_lexicon_find(d->lex, SG_T_ORGS, sg_fold_words(d->arena, sg_trim(words)));
    sg_arena_reset(d->arena, mark);
    return found.count ? land_or_body(found.row[0]->cell[C_CODE]) : NULL;
}

/* "President of the European Commission": the state or body whose name ends the words. */
static const char *land_served(const sg_doc *d, sg_str words) {
    sg_str word;
    while (sg_cut(&words, ' ', &word)) {
        const char *land = words.n ? state_named(d, words) : NULL;
        if (!land && words.n) land = body_named(d, words);
        if (land) return land;
    }
    return NULL;
}

/* The role that a label begins with ("Prime Minister"), which is cut off; NULL if none. */
static const sg_row *cut_role(const sg_doc *d, sg_str *name) {
    const sg_row *role = NULL;
    sg_str rest = *name, all = *name, word;
    while (sg_cut(&rest, ' ', &word) && rest.n) {
        sg_mark mark = sg_arena_mark(d->arena);
        sg_str head = {all.s, (size_t)(word.s + word.n - all.s)};
        sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold_words(d->arena, head));
        sg_arena_reset(d->arena, mark);
        if (found.count) role = found.row[0], *name = rest;
    }
    return role;
}

/* The role that the words end with: "(Bennelong--Prime Minister)". */
static const sg_row *role_behind(const sg_doc *d, sg_str words) {
    sg_mark mark = sg_arena_mark(d->arena);
    const sg_row *role = NULL;
    for (size_t i = 0; i < words.n && !role; i++) {
        if (i && !strchr(" -", words.s[i - 1])) continue;
        sg_str tail = {words.s + i, words.n - i};
        sg_rows found = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold_words(d->arena, tail));
        if (found.count) role = found.row[0];
    }
    sg_arena_reset(d->arena, mark);
    return role;
}

/* Cuts "Mr" off; false where the name has no such title. */
static bool cut_title(const sg_doc *d, sg_str *name) {
    sg_str rest = *name, word;
    bool caps;
    if (!sg_cut(&rest, ' ', &word) || !rest.n) return false;
    sg_rows found = sg_lexicon_find(d->lex, SG_T_VOICES, sg_fold(d->arena, word, &caps));
    if (!found.count || strcmp(found.row[0]->cell[1], "title") != 0) return false;
    *name = rest;
    return true;
}

/* Whom the label names: who holds an office on the day; by his last name alone only beside his office. */
static const char *land_of_holder(const sg_doc *d, sg_str name, sg_str office) {
    if (d->pub == INT32_MIN) return NULL;
    const sg_row *role = cut_role(d, &name);
    if (!role && cut_title(d, &name) && office.n) role = role_behind(d, office);
    const char *offices = role && *role->cell[R_OFFICE] ? role->cell[R_OFFICE] : NULL;
    bool one = !memchr(name.s, ' ', name.n), titled = offices || (role && sg_list_has(role->cell[R_NOTE], SG_LIT("ruler")));
    if (!name.n || (one && !titled)) return NULL;
    const sg_row *h = one ? sg_holder_surnamed(d->lex, d->pub, sg_fold_words(d->arena, name), sg_names_land, d)
                          : sg_holder_named(d->lex, d->arena, NULL, offices, d->pub, name);
    if (one && h && offices && !sg_list_has(offices, sg_str_of(h->cell[H_OFFICE]))) return NULL;
    return h ? land_or_body(h->cell[H_COUNTRY]) : NULL;
}

/* The land that the label's office or name tells: "ANN ROE, Minister of Chad", "PRESIDENT ROE". */
static const char *land_told(const sg_doc *d, sg_str label) {
    while (label.n && strchr(": ", label.s[label.n - 1])) label.n--;
    label = sg_past_number(label);
    size_t n = 0;
    while (n < label.n && !strchr("(,", label.s[n])) n++;
    sg_str name = sg_trim((sg_str){label.s, n}), office = {label.s + n, label.n - n};
    while (office.n && strchr("(, ", office.s[0])) office.s++, office.n--;
    while (office.n && strchr(") ", office.s[office.n - 1])) office.n--;
    const char *land = office.n ? land_served(d, office) : NULL;
    return land ? land : land_of_holder(d, name, office);
}

const char *sg_caller_land(const sg_doc *d, uint32_t id) {
    for (size_t i = 0; i < d->caller_count; i++)
        if (d->callers[i].voice == id) return d->callers[i].land;
    return NULL;
}

bool sg_caller_meets(const sg_doc *d, uint32_t id) {
    for (size_t i = 0; i < d->caller_count; i++)
        if (d->callers[i].voice == id) return d->callers[i].meets;
    return false;
}

void sg_callers_find(sg_doc *d) {
    d->caller_count = 0;
    d->callers = SG_NEW(d->arena, sg_caller, CALLERS);
    for (size_t i = 0; i < d->block_count && d->caller_count < CALLERS; i++) {
        const sg_block_text *b = &d->blocks[i];
        bool again = i && b->voice == d->blocks[i - 1].voice;
        if (b->in_title || again || b->label[1] <= b->label[0] || sg_caller_land(d, b->voice)) continue;
        sg_str label = {d->text.s + b->label[0], b->label[1] - b->label[0]};
        const char *land = land_of(d, label);
        bool meets = land && memchr(label.s, '(', label.n);
        if (!land) land = land_told(d, label);
        /* "MR. RUBIN:" in a briefing: he speaks for the land of those whom it names by their office alone. */
        if (!land && sg_land_is_state(d->station) && cut_title(d, &label)) land = d->station;
        if (land) d->callers[d->caller_count++] = (sg_caller){b->voice, land, meets};
    }
}
