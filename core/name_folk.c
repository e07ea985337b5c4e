/* name_folk.c: see name_in.h. "Indian peasants" of a text on Bolivia that never names India are the country's own. */
#include "name_in.h"

static const char *code_of(const sg_row *row) {
    return row && (row->table == SG_T_COUNTRIES || sg_is_organ(row) || row->table == SG_T_HOLDERS) ? row->cell[1] : "";
}

static bool is_said(const sg_doc *d, sg_str word, const char *kind) {
    sg_looked w = sg_lexicon_look(d->lex, word);
    return sg_kind_value(&w, kind) != NULL;
}

/* "Indians", "Indian peasants": the people, or what the grammar knows of theirs; no "Indian ambassador". */
static bool is_of_folk(const sg_doc *d, const sg_hit *h) {
    if (h->row->table != SG_T_COUNTRIES) return false;
    if (!strcmp(h->row->cell[C_KIND], "demonyms")) return true;
    uint32_t over = d->toks[h->head].head;
    return !strcmp(h->row->cell[C_KIND], "adjective") && over != NONE && over > h->last &&
           is_said(d, d->toks[over].lemma_key, "of folk");
}

void sg_tell_folk_apart(sg_doc *d) {
    enum { LAND = 3 };
    bool home = false, some = false;
    for (size_t i = 0; i < d->hit_count; i++) {
        const sg_hit *h = &d->hits[i];
        const char *code = code_of(h->row);
        if (!is_said(d, sg_fold(d->arena, sg_str_of(code), NULL), "other folk")) {
            home |= strlen(code) == LAND && is_said(d, sg_fold(d->arena, sg_str_of(code), NULL), "folk of its own");
            continue;
        }
        if (!is_of_folk(d, h)) return; /* the land itself is named */
        some = true;
    }
    if (!home || !some) return;
    for (size_t i = 0; i < d->hit_count; i++)
        if (is_said(d, sg_fold(d->arena, sg_str_of(code_of(d->hits[i].row)), NULL), "other folk")) d->hits[i].row = NULL;
    sg_pack_hits(d);
}
