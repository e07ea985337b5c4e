/* likely.c: see likely.h. */
#include "likely.h"

#include <stdio.h>

int sg_likely_is(const sg_doc *d, uint32_t first, uint32_t last, const char *type) {
    int best = -1;
    for (uint32_t t = first; d->acts && type && t <= last && t < d->tok_count; t++) {
        const sg_likely *l = &d->toks[t].likely;
        if (best < 0 && (l->none || l->type[0].p)) best = 0;
        for (int i = 0; i < SG_LIKELY; i++)
            if (l->type[i].act && l->type[i].p > best && !strcmp(d->acts[l->type[i].act].type, type)) best = l->type[i].p;
    }
    return best;
}

/* The line of en/acts for `act:TYPE`, or for `act:TYPE/MODE`, that is for verbs, or for nouns. */
static const sg_row *row_for(const sg_doc *d, const char *type, const char *mode, char pos) {
    enum { POS = 1, ROOM = 48 };
    char key[ROOM];
    int n = snprintf(key, sizeof key, "act:%s%s%s", type, mode ? "/" : "", mode ? mode : "");
    for (int i = 0; i < n && i < ROOM; i++) key[i] = (char)(key[i] >= 'A' && key[i] <= 'Z' ? key[i] + 32 : key[i]);
    sg_rows rows = n < ROOM ? sg_lexicon_find(d->lex, SG_T_ACTS, (sg_str){key, (size_t)n}) : (sg_rows){0};
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == pos) return rows.row[i];
    return NULL;
}

const sg_row *sg_likely_row(const sg_doc *d, uint32_t t, int least) {
    const sg_likely *l = &d->toks[t].likely;
    if (!d->acts || !l->type[0].act || l->type[0].p < least) return NULL;
    const sg_act_class *act = &d->acts[l->type[0].act];
    char pos = d->toks[t].upos == SG_POS_NOUN ? 'n' : 'v';
    const sg_row *row = row_for(d, act->type, act->mode, pos);
    return row || !act->mode ? row : row_for(d, act->type, NULL, pos);
}
