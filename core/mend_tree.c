/* mend_tree.c: see mend_in.h. What mends ask of a tree and of the tables. */
#include "mend_in.h"

bool sg_is_kind(const sg_doc *d, sg_str word, const char *kind) {
    sg_looked w = sg_lexicon_look(d->lex, word);
    return sg_kind_value(&w, kind) != NULL;
}

bool sg_is_weekday(const sg_doc *d, uint32_t t) {
    return sg_is_kind(d, sg_fold(d->arena, d->toks[t].form, NULL), "weekday");
}

bool sg_may_be_past_day(const sg_doc *d, uint32_t t) {
    sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[t].form, NULL));
    const char *days = sg_kind_value(&w, "day");
    return sg_kind_value(&w, "weekday") || (days && (*days == '-' || *days == '0'));
}

sg_str sg_phrase_at(const sg_doc *d, uint32_t first, uint32_t last, char *room) {
    size_t n = 0;
    bool caps;
    for (uint32_t i = first; i <= last; i++) {
        if (!sg_key_add(room, ROOM, &n, sg_fold(d->arena, d->toks[i].form, &caps))) return (sg_str){room, 0};
    }
    return (sg_str){room, n};
}

bool sg_is_noun_of_act(const sg_doc *d, sg_str phrase) {
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, phrase);
    for (size_t i = 0; i < acts.count; i++)
        if (strcmp(acts.row[i]->cell[POS], "n") == 0) return true;
    return false;
}

bool sg_is_noun_phrase(const sg_doc *d, sg_str phrase) {
    return sg_is_noun_of_act(d, phrase) || sg_lexicon_find(d->lex, SG_T_CLASSES, phrase).count > 0;
}

bool sg_is_office(const sg_doc *d, uint32_t t) {
    enum { KIND = 4 };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, d->toks[t].form, NULL));
    return r.count && !strcmp(r.row[0]->cell[KIND], "person");
}

bool sg_has_title(const sg_doc *d, uint32_t name) {
    for (uint32_t c = d->toks[name].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].head == name && d->toks[c].deprel == SG_DEP_NMOD_DESC && sg_is_office(d, c)) return true;
    return false;
}

bool sg_is_known_verb(const sg_doc *d, sg_str lemma) {
    static const sg_table_id tables[] = {SG_T_ACTS, SG_T_OPERATORS};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        sg_rows rows = sg_lexicon_find(d->lex, tables[t], lemma);
        for (size_t i = 0; i < rows.count; i++)
            if (strcmp(rows.row[i]->cell[POS], "v") == 0) return true;
    }
    return false;
}

static bool ends_in(sg_str low, const char *ending, size_t least) {
    size_t n = strlen(ending);
    return low.n >= least && low.n > n && memcmp(low.s + low.n - n, ending, n) == 0;
}

sg_str sg_verb_of_form(const sg_doc *d, sg_str low) {
    bool two = ends_in(low, "ed", 5) || ends_in(low, "es", 5);
    size_t off = ends_in(low, "ing", 6) ? 3 : two ? 2 : ends_in(low, "s", 4) ? 1 : 0;
    if (!off) return (sg_str){NULL, 0};
    sg_str stem = {low.s, low.n - off};
    char last = stem.s[stem.n - 1];
    sg_str tries[] = {stem, sg_str_of(sg_printf(d->arena, "%.*se", (int)stem.n, stem.s)), {stem.s, stem.n - 1}};
    if (off == 2 && last == 'i') tries[2] = sg_str_of(sg_printf(d->arena, "%.*sy", (int)stem.n - 1, stem.s)); /* "levied" */
    else if (last != stem.s[stem.n - 2]) tries[2].n = 0;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (tries[i].n && sg_is_known_verb(d, tries[i])) return tries[i];
    return (sg_str){NULL, 0};
}

known sg_known_verb(const sg_doc *d, sg_str lemma) {
    static const sg_table_id tables[] = {SG_T_ACTS, SG_T_OPERATORS};
    static const int cells[] = {RECIPIENT, FLAGS};
    known k = {false, false};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        sg_rows rows = sg_lexicon_find(d->lex, tables[t], lemma);
        for (size_t i = 0; i < rows.count; i++) {
            if (strcmp(rows.row[i]->cell[POS], "v") != 0) continue;
            k.verb = true;
            if (strstr(rows.row[i]->cell[cells[t]], "iobj")) k.receiver = true;
        }
    }
    return k;
}

uint32_t sg_top_of(const sg_doc *d, uint32_t t, uint32_t first, uint32_t last) {
    for (uint32_t steps = last - first + 1; steps && !is_outside(&d->toks[t], first, last); steps--) t = d->toks[t].head;
    return t;
}

bool sg_is_of_land_here(const sg_doc *d, uint32_t t) {
    bool caps;
    sg_str key = sg_fold(d->arena, d->toks[t].form, &caps);
    return sg_lexicon_find(d->lex, SG_T_COUNTRIES, key).count || sg_lexicon_find(d->lex, SG_T_ORGS, key).count;
}

bool sg_is_land_name(const sg_doc *d, const sg_tok *t) {
    enum { KIND = 2 };
    bool caps;
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_fold(d->arena, t->form, &caps));
    return rows.count && !strcmp(rows.row[0]->cell[KIND], "name");
}

bool sg_is_saying(const sg_doc *d, const sg_tok *verb) {
    enum { OP = 2, SLOTS };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_OPERATORS, sg_fold(d->arena, sg_str_of(verb->lemma), NULL));
    for (size_t i = 0; i < r.count; i++) {
        bool says = r.row[i]->cell[POS][0] == 'v' && !strcmp(r.row[i]->cell[OP], "say");
        if (says && sg_list_has(r.row[i]->cell[SLOTS], SG_LIT("ccomp"))) return true;
    }
    return false;
}

bool sg_takes_object(const sg_doc *d, const sg_tok *verb, const sg_tok *noun) {
    enum { NEEDS = 9 };
    bool caps;
    sg_str word = sg_fold(d->arena, sg_str_of(noun->lemma), &caps);
    sg_rows acts = sg_lexicon_find(d->lex, SG_T_ACTS, sg_fold(d->arena, sg_str_of(verb->lemma), &caps));
    sg_rows classes = sg_lexicon_find(d->lex, SG_T_CLASSES, word);
    for (size_t i = 0; i < acts.count; i++) {
        if (strcmp(acts.row[i]->cell[POS], "v") != 0) continue;
        sg_str rest = sg_str_of(acts.row[i]->cell[NEEDS]), need;
        while (sg_cut(&rest, ' ', &need)) {
            if (need.n < 5 || memcmp(need.s, "obj", 3) != 0 || (need.s[3] != '=' && need.s[3] != '~')) continue;
            sg_str list = {need.s + 4, need.n - 4}, one;
            while (sg_cut(&list, '|', &one)) {
                if (need.s[3] == '=' && sg_eq(one, word)) return true;
                for (size_t k = 0; k < classes.count && need.s[3] == '~'; k++)
                    if (sg_list_has(classes.row[k]->cell[1], one)) return true;
            }
        }
    }
    return false;
}

uint32_t sg_land_from(const sg_doc *d, uint32_t t, uint32_t stop) {
    enum { LONG = 5 };
    char room[ROOM];
    uint32_t last = NONE;
    if (d->toks[t].upos == SG_POS_PUNCT || !sg_may_be_capital(&d->toks[t])) return NONE;
    sg_mark mark = sg_arena_mark(d->arena);
    for (uint32_t i = t; i < stop && i < t + LONG; i++) {
        if (d->toks[i].upos != SG_POS_PROPN) continue;
        sg_str name = sg_phrase_at(d, t, i, room);
        for (unsigned table = SG_T_COUNTRIES; table <= SG_T_ORGS && name.n; table++)
            if (sg_lexicon_find(d->lex, table, name).count) last = i;
    }
    sg_arena_reset(d->arena, mark);
    return last;
}

bool sg_has_role(const sg_doc *d, uint32_t t) {
    bool caps;
    return sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, d->toks[t].form, &caps)).count > 0;
}

bool sg_has_subject(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_NSUBJ) return true;
    return false;
}

bool sg_has_case(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return true;
    return false;
}

bool sg_is_land_adjective(const sg_doc *d, uint32_t t, uint32_t first) {
    enum { KIND = 2 };
    char room[ROOM];
    for (uint32_t from = t > first ? t - 1 : t; from <= t && !(d->toks[t].bits & SG_FEAT_PLUR); from++) {
        sg_rows r = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_phrase_at(d, from, t, room));
        for (size_t i = 0; i < r.count; i++)
            if (!strcmp(r.row[i]->cell[KIND], "adjective"))
                return from == first || (d->toks[from - 1].upos != SG_POS_DET && d->toks[from - 1].upos != SG_POS_ADJ);
    }
    return false;
}

bool sg_heads_land(const sg_doc *d, uint32_t t) {
    enum { BEFORE = 2 };
    if (d->toks[t].upos != SG_POS_PROPN) return false;
    if (sg_is_of_land_here(d, t)) return true;
    for (uint32_t n = 0; n <= BEFORE && n <= t && d->toks[t - n].sent == d->toks[t].sent; n++) {
        uint32_t last = sg_land_from(d, t - n, (uint32_t)d->tok_count);
        if (last != NONE && last >= t && sg_top_of(d, t, t - n, last) == t) return true;
    }
    return false;
}

bool sg_is_of_several(const sg_doc *d, uint32_t noun) {
    bool caps;
    sg_rows classes = sg_lexicon_find(d->lex, SG_T_CLASSES, sg_fold(d->arena, sg_str_of(d->toks[noun].lemma), &caps));
    for (size_t i = 0; i < classes.count; i++)
        if (sg_list_has(classes.row[i]->cell[1], SG_LIT("group"))) return true;
    return (d->toks[noun].bits & SG_FEAT_PLUR) != 0;
}

long sg_counted_by(const sg_doc *d, uint32_t noun) {
    for (uint32_t c = d->toks[noun].child; c != NONE && c < noun; c = d->toks[c].next) {
        if (d->toks[c].head != noun || d->toks[c].deprel != SG_DEP_NUMMOD) continue;
        sg_looked w = sg_lexicon_look(d->lex, sg_fold(d->arena, d->toks[c].form, NULL));
        const char *number = sg_kind_value(&w, "number");
        return number ? strtol(number, NULL, 10) : 0;
    }
    return 0;
}

bool sg_has_verb(const sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const sg_tok *t = &d->toks[i];
        bool attribute = t->deprel == SG_DEP_AMOD || t->deprel == SG_DEP_ACL || t->deprel == SG_DEP_ACL_RELCL;
        if (t->upos == SG_POS_AUX || (t->upos == SG_POS_VERB && !attribute)) return true;
    }
    return false;
}

sg_str sg_case_word(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) return d->toks[c].form;
    return (sg_str){"", 0};
}

bool sg_is_of_class(const sg_doc *d, sg_str word, const char *class) {
    enum { CLASS = 1 };
    sg_rows r = sg_lexicon_find(d->lex, SG_T_CLASSES, word);
    for (size_t i = 0; i < r.count; i++)
        if (!strcmp(r.row[i]->cell[CLASS], class)) return true;
    return false;
}
