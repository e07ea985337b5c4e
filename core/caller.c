/* caller.c: see caller.h. */
#include "caller.h"

#include "holder.h"
#include "label.h"

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

const char *sg_caller_land(const sg_doc *d, uint32_t id) {
    for (size_t i = 0; i < d->caller_count; i++)
        if (d->callers[i].voice == id) return d->callers[i].land;
    return NULL;
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
        if (land) d->callers[d->caller_count++] = (sg_caller){b->voice, land, memchr(label.s, '(', label.n) != NULL};
    }
}
