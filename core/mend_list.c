/* mend_list.c: see mend_in.h. Rows of lands and of bodies, and whose they are. */
#include "mend_in.h"

/* The names of a row: "Dili, New Delhi, Seoul", "Peru, Chile and Cuba". */
typedef struct row {
    uint32_t head[ROW], last[ROW], end; /* each name's own head and last word; the word behind the row */
    size_t count;
    bool comma; /* nothing but commas between them */
} row;

void sg_mend_pair(sg_doc *d, uint32_t first, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    uint32_t second = first + 2, noun = second + 1;
    sg_tok *a = &d->toks[first], *b = &d->toks[second];
    if (!is_comma(a + 1) || !sg_is_of_land_here(d, second)) return;
    bool adjective = sg_is_land_adjective(d, first, s->first), both = adjective && sg_is_land_adjective(d, second, second);
    if ((a->upos != b->upos && !both) || (!sg_is_of_land_here(d, first) && !adjective)) return;
    if (a->upos == SG_POS_ADJ || both) {
        while (noun < stop && (d->toks[noun].upos == SG_POS_ADJ || d->toks[noun].deprel == SG_DEP_COMPOUND)) noun++;
        bool part = b->deprel == SG_DEP_AMOD || (both && b->deprel == SG_DEP_COMPOUND);
        bool told = noun < stop && is_nominal(&d->toks[noun]) && b->head == noun && part;
        if (!told || (a->head == noun && a->deprel != SG_DEP_AMOD && a->deprel != SG_DEP_COMPOUND)) return;
        hang(d, first, noun, SG_DEP_AMOD);
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_COMPOUND && b->head == noun && is_nominal(&d->toks[noun]) &&
               (d->toks[noun].bits & SG_FEAT_PLUR) && a->deprel != SG_DEP_COMPOUND) { /* "Qatar, Jordan ministers" */
        if (d->toks[noun].head == first) hang(d, noun, a->head, (sg_deprel)a->deprel);
        hang(d, first, noun, SG_DEP_COMPOUND);
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_APPOS && b->head == first && a->deprel == SG_DEP_NSUBJ) {
        hang(d, second, first, SG_DEP_CONJ);
    } else if (a->upos == SG_POS_PROPN && b->deprel == SG_DEP_NSUBJ && !sg_has_case(d, first) && /* "In Rome, Mali said" */
               (a->head == b->head || (first == s->first && a->head == second))) {
        hang(d, first, b->head, SG_DEP_NSUBJ);
        hang(d, second, first, SG_DEP_CONJ);
    } else return;
    d->toks[first + 1].head = second;
}

/* The word's own definite article, or who owns it, and no name of its own; NONE where it has none. */
static uint32_t article_of(const sg_doc *d, uint32_t t) {
    uint32_t article = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->head != t) continue;
        if (k->deprel == SG_DEP_FLAT || (k->deprel == SG_DEP_APPOS && k->upos == SG_POS_PROPN)) return NONE;
        bool the = k->deprel == SG_DEP_DET && (k->bits & SG_FEAT_DEF);
        if (c < t && (the || k->deprel == SG_DEP_NMOD_POSS)) article = c;
    }
    return article;
}

/* The one word that is joined to a word, behind both; NONE: none, or several. */
static uint32_t joined_to(const sg_doc *d, uint32_t t, uint32_t least) {
    uint32_t last = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].head != t || d->toks[c].deprel != SG_DEP_CONJ) continue;
        if (c < least || last != NONE) return NONE;
        last = c;
    }
    return last;
}

/* "The president of Chad, the king of Jordan …": the office before the land on which parsers hang what follows; else the word. */
static uint32_t bearer_of(const sg_doc *d, uint32_t land) {
    uint32_t office = d->toks[land].head;
    bool his = d->toks[land].deprel == SG_DEP_NMOD && d->toks[land].upos == SG_POS_PROPN && office != NONE && office < land;
    return his && sg_has_role(d, office) && sg_eqz(sg_case_word(d, land), "of") ? office : land;
}

/* A word for people, though the tagger may take "minister" or "emir" for a name. */
static bool is_somebody(const sg_doc *d, uint32_t t) {
    return d->toks[t].upos == SG_POS_NOUN || (d->toks[t].upos == SG_POS_PROPN && sg_has_role(d, t));
}

void sg_mend_three(sg_doc *d, uint32_t middle) {
    uint32_t land = d->toks[middle].head, first = land == NONE ? NONE : bearer_of(d, land), last;
    if (first == NONE || first > middle || !is_somebody(d, middle) || !is_somebody(d, first)) return;
    uint32_t the = article_of(d, middle);
    if (the == NONE || article_of(d, first) == NONE || !is_comma(&d->toks[the - 1])) return;
    last = joined_to(d, land, middle);
    if (last == NONE) last = joined_to(d, middle, middle);
    uint32_t its = last == NONE ? NONE : article_of(d, last);
    if (its == NONE || d->toks[its - 1].deprel != SG_DEP_CC || !sg_has_role(d, middle) || !sg_has_role(d, last)) return;
    for (uint32_t i = middle + 1; i + 1 < its; i++)
        if (is_comma(&d->toks[i])) return; /* but "the minister, the man at the top, and the general" */
    hang(d, middle, first, SG_DEP_CONJ);
    hang(d, last, first, SG_DEP_CONJ);
}

void sg_mend_behind_and(sg_doc *d, uint32_t t) {
    uint32_t one = d->toks[t].head, and = one == NONE || one > t ? NONE : one + 1;
    if (and == NONE || and >= t || d->toks[and].deprel != SG_DEP_CC || d->toks[t].upos != SG_POS_PROPN) return;
    uint32_t title = d->toks[and].head;
    if (title == NONE || title <= and || title > t) return;
    if (title != t && d->toks[title].head != t) {
        bool another = d->toks[title].head == one && d->toks[title].deprel == SG_DEP_CONJ && sg_has_role(d, title);
        for (uint32_t i = title + 1; i < t && another; i++) another = d->toks[i].upos != SG_POS_PUNCT;
        if (!another) return;                    /* but "the founder and president, X" */
        for (uint32_t i = title + 1; i < t; i++) /* "Secretary of | State X" */
            if (d->toks[i].head == t) hang(d, i, title, SG_DEP_NMOD);
        hang(d, title, t, SG_DEP_NMOD_DESC);
    }
    hang(d, and, t, SG_DEP_CC);
    hang(d, t, one, SG_DEP_CONJ);
}

static row row_from(const sg_doc *d, uint32_t first, uint32_t stop) {
    row r = {.comma = true};
    for (uint32_t t = first; t < stop && r.count < ROW;) {
        bool the = t > first && d->toks[t].upos == SG_POS_DET && t + 1 < stop; /* "Chad, the Gambia and Mali" */
        uint32_t last = sg_land_from(d, t + the, stop);
        if (last == NONE) break;
        r.head[r.count] = sg_top_of(d, last, t, last);
        r.last[r.count++] = last;
        t = r.end = last + 1;
        bool comma = t < stop && is_comma(&d->toks[t]), and = t + comma < stop && d->toks[t + comma].upos == SG_POS_CCONJ;
        if (!and && (!comma || !r.comma)) break; /* "Chad and Mali, the US envoy said": a row ends behind its "and" */
        if (and) r.comma = false;
        t += (uint32_t)comma + (uint32_t) and;
    }
    return r;
}

/* "Not for sale to Kiev, Pentagon says": the last of the row does by itself what is told behind it. */
static bool stands_alone(const sg_doc *d, uint32_t first, uint32_t last) {
    const sg_tok *t = &d->toks[last], *verb = t->head == NONE ? NULL : &d->toks[t->head];
    if (t->deprel != SG_DEP_NSUBJ || !verb || t->head < last) return false;
    return (verb->bits & SG_FEAT_SING) || (sg_has_case(d, first) && !(verb->bits & SG_FEAT_PLUR));
}

uint32_t sg_mend_row(sg_doc *d, uint32_t first, const sg_sent *s) {
    uint32_t stop = s->first + s->count;
    row r = row_from(d, first, stop);
    if (r.count < 2 || (r.count == 2 && (!r.comma || !sg_is_open_line(d, s)))) return first;
    uint32_t one = r.head[0], noun = r.end, up = d->toks[one].head;
    sg_deprel rel = (sg_deprel)d->toks[one].deprel;
    bool inside = up != NONE && up >= first && up < r.end;
    if (inside && is_outside(&d->toks[up], first, r.end - 1) && d->toks[up].head != NONE) {
        /* "New Zealand, Peru agree": the last for the first */
        hang(d, one, d->toks[up].head, (sg_deprel)d->toks[up].deprel);
        up = d->toks[one].head, rel = (sg_deprel)d->toks[one].deprel, inside = false;
    }
    while (noun + 1 < stop && d->toks[noun].upos == SG_POS_NOUN && d->toks[noun].deprel == SG_DEP_COMPOUND &&
           d->toks[noun].head == noun + 1)
        noun++;
    const sg_tok *n = noun < stop ? &d->toks[noun] : NULL, *tail = &d->toks[r.head[r.count - 1]];
    bool owner = n && is_nominal(n) && tail->head != NONE && tail->head >= r.end && tail->head <= noun &&
                 tail->deprel == SG_DEP_COMPOUND && r.comma;
    bool owned = owner && (n->bits & SG_FEAT_PLUR);
    if (owner && !owned && sg_has_role(d, noun)) return r.end; /* "Kosovo, EU police": whose, nobody can tell */
    if (owned) {
        if (n->head != NONE && n->head >= first && n->head < r.end) {
            if (inside || up == noun) return r.end;
            hang(d, noun, up, rel);
        }
        if (n->head == NONE && n->deprel != SG_DEP_ROOT) return r.end;
        hang(d, one, noun, SG_DEP_COMPOUND);
    } else if (inside || (r.comma && stands_alone(d, one, r.head[r.count - 1]))) return r.end;
    bool joined = !owned && d->toks[one].deprel == SG_DEP_CONJ && d->toks[one].head < first;
    for (size_t i = 1; i < r.count; i++) hang(d, r.head[i], joined ? d->toks[one].head : one, SG_DEP_CONJ);
    return r.end;
}

void sg_mend_told_row(sg_doc *d, uint32_t mark, const sg_sent *s) {
    enum { UP = 4, FEWEST = 3 };
    uint32_t first = mark + 1, noun = d->toks[mark - 1].upos == SG_POS_PUNCT ? NONE : mark - 1, many = NONE;
    bool dash = sg_eqz(d->toks[mark].form, "-") || sg_eqz(d->toks[mark].form, "--") || sg_eqz(d->toks[mark].form, "(");
    if (!dash && !sg_eqz(d->toks[mark].form, "\xE2\x80\x93") && !sg_eqz(d->toks[mark].form, "\xE2\x80\x94")) return;
    row r = row_from(d, first, s->first + s->count);
    if (r.count < FEWEST || r.end >= s->first + s->count || d->toks[r.end].upos != SG_POS_PUNCT) return;
    for (size_t steps = 0; steps < UP && noun != NONE && noun >= s->first && noun < mark; steps++) {
        uint8_t rel = d->toks[noun].deprel;
        if (d->toks[noun].upos == SG_POS_NOUN && (d->toks[noun].bits & SG_FEAT_PLUR)) many = noun;
        if (rel != SG_DEP_NMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_FLAT && rel != SG_DEP_AMOD) break;
        noun = d->toks[noun].head;
    }
    if (many == NONE || r.head[0] == NONE || sg_is_below(d, many, r.head[0], UP)) return;
    hang(d, r.head[0], many, SG_DEP_APPOS);
    for (size_t i = 1; i < r.count; i++) hang(d, r.head[i], r.head[0], SG_DEP_CONJ);
}

static bool stands_between(const sg_doc *d, uint32_t t) {
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE && sg_eqz(d->toks[c].form, "between")) return true;
    return false;
}

static bool is_armed_group(const sg_doc *d, uint32_t t) {
    bool caps;
    return sg_lexicon_find(d->lex, SG_T_GROUPS, sg_fold(d->arena, d->toks[t].form, &caps)).count > 0;
}

void sg_mend_split_land(sg_doc *d, uint32_t first, uint32_t stop) {
    uint32_t second = first + 1;
    if (second >= stop || d->toks[first].upos != SG_POS_PROPN || d->toks[second].upos != SG_POS_PROPN) return;
    if (d->toks[first - 1].upos != SG_POS_ADP || d->toks[second].head == NONE || d->toks[second].head >= first) return;
    bool both = d->toks[first].deprel == SG_DEP_NMOD && d->toks[second].deprel == SG_DEP_NMOD;
    if (!both || sg_land_from(d, first, stop) != second) return;
    hang(d, second, first, SG_DEP_FLAT);
    if (d->toks[first - 1].head == second) d->toks[first - 1].head = first;
}

static bool are_rebels(const sg_doc *d, uint32_t noun) {
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_ROLES, sg_str_of(d->toks[noun].lemma));
    bool many = d->toks[noun].upos == SG_POS_NOUN && (d->toks[noun].bits & SG_FEAT_PLUR);
    return many && rows.count && !strcmp(rows.row[0]->cell[R_SECTOR], "REB");
}

void sg_mend_land_and_rebels(sg_doc *d, uint32_t noun) {
    uint32_t name = noun - 1, land = d->toks[name].head;
    if (!are_rebels(d, noun) || d->toks[name].upos != SG_POS_PROPN || sg_is_land_name(d, &d->toks[name])) return;
    if (d->toks[name].deprel == SG_DEP_CONJ && land + 2 == name && sg_is_land_name(d, &d->toks[land])) {
        bool below = d->toks[land].head == noun; /* "Chad and Tubu rebels signed" */
        if (!below && (d->toks[land].head != d->toks[noun].head || d->toks[land].deprel != d->toks[noun].deprel)) return;
        if (below) hang(d, land, d->toks[noun].head, (sg_deprel)d->toks[noun].deprel);
        hang(d, name, noun, SG_DEP_COMPOUND);
        d->toks[land + 1].head = noun;
        for (uint32_t i = d->sents[d->toks[noun].sent].first; below && i < land; i++)
            if (d->toks[i].head == noun) d->toks[i].head = land;
    } else { /* "Chad, Tubu rebels sign" */
        land = name < 2 ? NONE : name - 2;
        bool listed = land != NONE && d->toks[land].sent == d->toks[noun].sent && is_comma(&d->toks[name - 1]);
        if (!listed || d->toks[name].head != noun || !sg_is_land_name(d, &d->toks[land])) return;
        if (d->toks[land].head != d->toks[noun].head || d->toks[noun].deprel != SG_DEP_NSUBJ) return;
        if (d->toks[land].deprel != SG_DEP_NSUBJ) return;
    }
    hang(d, noun, land, SG_DEP_CONJ);
}

void sg_mend_counted(sg_doc *d, uint32_t noun, uint32_t stop) {
    long many = sg_counted_by(d, noun), lands = 0;
    uint32_t first = NONE;
    if (many < 2 || !(d->toks[noun].bits & SG_FEAT_PLUR)) return;
    for (uint32_t i = noun + 1; i < stop; i++) {
        if (d->toks[i].head != noun || d->toks[i].deprel != SG_DEP_CONJ) continue;
        if (!sg_heads_land(d, i)) return;
        if (first == NONE) first = i;
        lands++;
    }
    uint32_t start = first;
    while (start != NONE && start > noun + 1 && d->toks[start - 1].head == first) start--;
    bool behind = start != NONE && (is_comma(&d->toks[start]) || (start > noun + 1 && is_comma(&d->toks[start - 1])));
    if (lands != many || !behind) return;
    for (uint32_t i = first + 1; i < stop; i++)
        if (d->toks[i].head == noun && d->toks[i].deprel == SG_DEP_CONJ) d->toks[i].head = first;
    hang(d, first, d->toks[noun].head, (sg_deprel)d->toks[noun].deprel);
    hang(d, noun, first, SG_DEP_NMOD_DESC);
    for (uint32_t i = d->sents[d->toks[noun].sent].first; i < noun; i++) /* "by the three states, Peru, ..." */
        if (d->toks[i].head == noun && d->toks[i].deprel == SG_DEP_CASE) d->toks[i].head = first;
}

/* Is the word of this class, by the table of nouns? */
static bool is_noun_for(const sg_doc *d, sg_str word, const char *class) {
    enum { CLASS = 1 };
    sg_rows nouns = sg_lexicon_find(d->lex, SG_T_NOUNS, word);
    for (size_t i = 0; i < nouns.count; i++)
        if (!strcmp(nouns.row[i]->cell[CLASS], class)) return true;
    return false;
}

/* "The Lima Committee": what is so called is a body, and nobody by his name. */
static bool is_word_for_body(const sg_doc *d, uint32_t t) {
    sg_str word = sg_fold(d->arena, d->toks[t].form, NULL);
    sg_rows roles = sg_lexicon_find(d->lex, SG_T_ROLES, word);
    return is_noun_for(d, word, "body") || (roles.count && !strcmp(roles.row[0]->cell[R_KIND], "group"));
}

void sg_mend_aim(sg_doc *d, uint32_t t) {
    uint32_t body = d->toks[t].head, aim = NONE;
    if (body == NONE || body > t || !sg_is_capital(&d->toks[t]) || !sg_is_capital(&d->toks[body])) return;
    if (!is_word_for_body(d, body) || is_noun_for(d, sg_fold(d->arena, d->toks[t].form, NULL), "body")) return;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_CASE) return;
    for (uint32_t c = d->toks[body].child; c != NONE && c < t; c = d->toks[c].next) {
        bool below = d->toks[c].head == body && d->toks[c].deprel == SG_DEP_NMOD;
        if (below && sg_has_case(d, c) && sg_is_capital(&d->toks[c])) aim = c;
    }
    if (aim != NONE) d->toks[t].head = aim;
}

void sg_mend_land_in_name(sg_doc *d, uint32_t name) {
    uint32_t land = NONE, of = NONE, office = d->toks[name].head;
    if (d->toks[name].upos != SG_POS_PROPN || office == NONE || office > name || !sg_is_office(d, office)) return;
    bool named = d->toks[name].deprel == SG_DEP_NMOD || d->toks[name].deprel == SG_DEP_APPOS;
    if (!named || (d->toks[office].bits & SG_FEAT_PLUR) || is_word_for_body(d, name)) return;
    for (uint32_t c = d->toks[name].child; c != NONE && c < name; c = d->toks[c].next) {
        if (d->toks[c].head != name) continue;
        bool part = d->toks[c].deprel == SG_DEP_NMOD_DESC || d->toks[c].deprel == SG_DEP_COMPOUND;
        if (part && sg_heads_land(d, c)) land = c;
        else if (d->toks[c].deprel == SG_DEP_CASE) of = c;
        else if (d->toks[c].deprel != SG_DEP_DET) return;
    }
    if (land == NONE) return;
    for (uint32_t c = d->toks[land].child; c != NONE && c < land; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_CASE) of = c;
    if (of == NONE || of > land || !sg_eqz(d->toks[of].form, "of")) return;
    for (uint32_t i = of; i < land; i++)
        if (d->toks[i].head == name) d->toks[i].head = land;
    hang(d, land, office, SG_DEP_NMOD);
    hang(d, name, office, SG_DEP_APPOS);
}

void sg_mend_name_behind_land(sg_doc *d, uint32_t name, uint32_t stop) {
    uint32_t land = d->toks[name].head, office = land < 2 ? NONE : land - 2;
    if (land == NONE || land + 1 != name || office == NONE || d->toks[name].upos != SG_POS_PROPN) return;
    bool behind = sg_heads_land(d, land) && d->toks[land - 1].deprel == SG_DEP_CASE && d->toks[land - 1].head == land;
    bool one = sg_is_office(d, office) && !(d->toks[office].bits & SG_FEAT_PLUR);
    one &= d->toks[office].sent == d->toks[name].sent;
    if (!behind || !one || sg_is_below(d, office, land, 8)) return;
    hang(d, land, office, SG_DEP_NMOD);
    hang(d, name, office, SG_DEP_APPOS);
    for (uint32_t i = name + 1; i < stop && d->toks[i].head == land && d->toks[i].deprel == SG_DEP_FLAT; i++)
        hang(d, i, name, SG_DEP_FLAT);
}

void sg_mend_beside_government(sg_doc *d, uint32_t t) {
    uint32_t land = d->toks[t].head, one = land == NONE ? NONE : d->toks[land].head;
    if (one == NONE || one > land || land > t || d->toks[land].deprel != SG_DEP_NMOD || !sg_heads_land(d, land)) return;
    if (!is_nominal(&d->toks[one]) || (d->toks[one].bits & SG_FEAT_PLUR) || !is_nominal(&d->toks[t])) return;
    if (!sg_is_kind(d, sg_fold(d->arena, d->toks[one].form, NULL), "governs")) return;
    bool the = false, of = false;
    for (uint32_t c = d->toks[land].child; c != NONE && c < land; c = d->toks[c].next) of |= sg_eqz(d->toks[c].form, "of");
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        the |= d->toks[c].head == t && d->toks[c].deprel == SG_DEP_DET;
        of &= d->toks[c].deprel != SG_DEP_CASE;
    }
    bool body = sg_has_role(d, t) || sg_is_of_class(d, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL), "institution");
    if (the && of && body && !sg_is_land_name(d, &d->toks[t])) hang(d, t, one, SG_DEP_CONJ);
}

static bool is_peer(const sg_doc *d, uint32_t t) {
    bool his = false;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        his |= d->toks[c].head == t && d->toks[c].deprel == SG_DEP_NMOD_POSS && d->toks[c].upos == SG_POS_PRON;
    return his && sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL), "peer");
}

void sg_mend_peer_home(sg_doc *d, uint32_t t) {
    uint32_t from = t + 1, home = from < d->tok_count ? d->toks[from].head : NONE;
    bool stands = home != NONE && d->toks[from].sent == d->toks[t].sent && d->toks[from].deprel == SG_DEP_CASE;
    if (!stands || home < from || !sg_eqz(sg_case_word(d, home), "from") || d->toks[home].upos != SG_POS_PROPN) return;
    if (d->toks[home].deprel == SG_DEP_OBL && d->toks[home].head < t && is_peer(d, t)) hang(d, home, t, SG_DEP_NMOD);
}

void sg_mend_peer(sg_doc *d, uint32_t t) {
    enum { CLIMB = 4 };
    uint32_t over = d->toks[t].head;
    if (!is_peer(d, t)) return;
    for (int i = 0; over != NONE && over < t && i < CLIMB; i++, over = d->toks[over].head) {
        sg_str with = sg_case_word(d, over); /* "talks between the premier and his Chilean colleague" */
        bool whole = sg_list_has("between|with|by", with) || (sg_eqz(with, "of") && sg_is_office(d, over));
        bool person = whole || (d->toks[over].deprel != SG_DEP_NMOD && d->toks[over].deprel != SG_DEP_COMPOUND);
        if (person && i && is_nominal(&d->toks[over])) hang(d, t, over, SG_DEP_CONJ);
        if (person) return;
    }
}

/* Has the word for an office a name behind it: "the president of Peru Ana Quispe"? */
static bool has_holder(const sg_doc *d, uint32_t office) {
    for (uint32_t c = d->toks[office].child; c != NONE; c = d->toks[c].next) {
        uint8_t rel = d->toks[c].deprel;
        if (c > office && d->toks[c].head == office && (rel == SG_DEP_APPOS || rel == SG_DEP_FLAT)) return true;
    }
    return false;
}

void sg_mend_second_office(sg_doc *d, uint32_t t) {
    uint32_t name = d->toks[t].head, office = NONE, begin = t;
    if (name == NONE || name > t || d->toks[name].upos != SG_POS_PROPN || !sg_is_office(d, t) || sg_is_office(d, name))
        return;
    if ((d->toks[t].bits & SG_FEAT_PLUR) || has_holder(d, t)) return;
    for (uint32_t c = d->toks[name].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].head == name && c > name && d->toks[c].deprel == SG_DEP_APPOS) office = c;
    if (office == NONE || !sg_is_office(d, office) || has_holder(d, office)) return;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next) {
        if (d->toks[c].head != t) continue;
        if (d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NMOD_POSS) return; /* another man */
        if (c < begin) begin = c;
    }
    if (begin == t || d->toks[begin].deprel != SG_DEP_CC || is_comma(&d->toks[begin - 1])) return;
    hang(d, t, office, SG_DEP_CONJ);
}

void sg_mend_named_behind(sg_doc *d, uint32_t name, uint32_t stop) {
    uint32_t office = d->toks[name].head, first = name, end = name + 1;
    if (office == NONE || office > name || d->toks[name].upos != SG_POS_PROPN || !sg_is_office(d, office)) return;
    if ((d->toks[office].bits & SG_FEAT_PLUR) || has_holder(d, office)) return;
    if (sg_has_title(d, name) || sg_is_office(d, name)) return;
    if (is_comma(&d->toks[first - 1])) first--;
    if (!is_comma(&d->toks[first]) || sg_heads_land(d, name)) return;
    while (end < stop && d->toks[end].head == name && d->toks[end].deprel == SG_DEP_FLAT) end++;
    if (end == name + 1 || end >= stop || !is_comma(&d->toks[end])) return;
    for (uint32_t i = end + 1; i < stop; i++) /* "the mayor, Ana Quispe, and Ivo Kovac" */
        if (d->toks[i].head == office && d->toks[i].deprel == SG_DEP_CONJ) return;
    d->toks[name].deprel = SG_DEP_APPOS, d->toks[name].label = sg_deprel_name(SG_DEP_APPOS);
}

void sg_mend_unjoined(sg_doc *d, uint32_t t) {
    uint32_t and = NONE, before = NONE;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next) {
        if (d->toks[c].deprel == SG_DEP_CASE) return;
        if (d->toks[c].deprel == SG_DEP_CC && c < t) and = c;
    }
    for (uint32_t c = and == NONE ? NONE : d->toks[d->toks[t].head].child; c != NONE && c < and; c = d->toks[c].next)
        if (d->toks[c].head == d->toks[t].head && d->toks[c].deprel == SG_DEP_NMOD && sg_has_case(d, c)) before = c;
    if (before != NONE) hang(d, t, before, SG_DEP_CONJ);
}

void sg_mend_between(sg_doc *d, uint32_t t) {
    uint32_t below = d->toks[t].head, one = below == NONE ? NONE : d->toks[below].head;
    if (one == NONE || one > below || below > t || d->toks[below].deprel != SG_DEP_NMOD) return;
    if (d->toks[one].upos != SG_POS_NOUN || !sg_eqz(sg_case_word(d, one), "between")) return;
    bool of_both = d->toks[t].upos == SG_POS_PROPN && (d->toks[one].bits & SG_FEAT_PLUR); /* "ministers of Chad and Mali" */
    for (uint32_t c = d->toks[one].child; c != NONE; c = d->toks[c].next)
        of_both |= d->toks[c].head == one && d->toks[c].deprel == SG_DEP_CONJ;
    if (!of_both) hang(d, t, one, SG_DEP_CONJ);
}

void sg_mend_second_land(sg_doc *d, uint32_t t, uint32_t first) {
    uint32_t and = t;
    while (and > first && d->toks[and].upos != SG_POS_CCONJ && (and == t || d->toks[and].head == t)) and--;
    if (d->toks[and].upos != SG_POS_CCONJ || and < first + 2 || !sg_heads_land(d, t)) return;
    uint32_t land = and - 1, up = d->toks[t].head;
    for (uint32_t over = d->toks[land].head; over != NONE && over < land && sg_heads_land(d, over);
         over = d->toks[land].head)
        land = over; /* "the Republic of Peru and Chile" */
    if (up == NONE || up >= land || up == d->toks[land].head || sg_heads_land(d, up)) return;
    if (d->toks[land].deprel == SG_DEP_NMOD && sg_has_case(d, land) && sg_heads_land(d, land)) d->toks[t].head = land;
}

void sg_mend_lands(sg_doc *d, const sg_sent *s, uint32_t land) {
    uint32_t noun = d->toks[land].head, stop = s->first + s->count;
    if (noun == NONE || noun > land || d->toks[land].deprel != SG_DEP_NMOD || d->toks[noun].upos == SG_POS_VERB) return;
    if (!is_nominal(&d->toks[noun]) || !sg_heads_land(d, land)) return;
    if (d->toks[noun].upos == SG_POS_PROPN && !(d->toks[noun].bits & SG_FEAT_PLUR))
        return; /* "the Labour Party of Malta" */
    bool many = sg_is_of_several(d, noun), between = stands_between(d, land);
    uint32_t named = noun; /* "we, the leaders of", "ministers of foreign affairs of" */
    if (d->toks[noun].deprel == SG_DEP_APPOS || (d->toks[noun].deprel == SG_DEP_NMOD && d->toks[noun].head < noun))
        named = d->toks[noun].head;
    enum { REACH = 120 };
    for (uint32_t i = land + 1; i < stop && i < land + REACH; i++) {
        sg_tok *t = &d->toks[i];
        if (t->upos == SG_POS_VERB || t->upos == SG_POS_AUX || t->upos == SG_POS_PRON) return;
        if (t->deprel != SG_DEP_CONJ || t->head == NONE || t->head >= i) continue;
        bool listed = t->head == noun || t->head == named || t->head == land || d->toks[t->head].head == land;
        if (!listed) continue;
        bool own = sg_heads_land(d, i);
        if (many && own && sg_has_case(d, land) && !sg_has_case(d, i)) hang(d, i, land, SG_DEP_CONJ);
        bool others = t->upos == SG_POS_NOUN ? sg_has_role(d, i) : is_armed_group(d, i);
        bool beside = !many && !between && t->head == land && others && (!own || t->upos == SG_POS_PROPN);
        if (beside && !sg_has_case(d, i)) hang(d, i, noun, SG_DEP_CONJ); /* "the government of Chad and the rebels" */
    }
}

/* The verb in whose clause the list stands that the noun ends: "shot three guards and Chad", "burned the town of Y and
 * Chad"; NONE where it is no list of objects, or none of a clause of the verb `over`. */
static uint32_t verb_of_list(const sg_doc *d, uint32_t noun, uint32_t over) {
    enum { UP = 3 };
    uint32_t t = d->toks[noun].head;
    for (int n = 0; n < UP && t != NONE && d->toks[t].deprel == SG_DEP_NMOD; n++) t = d->toks[t].head;
    const sg_tok *object = t == NONE || t < over ? NULL : &d->toks[t];
    if (!object || (object->deprel != SG_DEP_OBJ && object->deprel != SG_DEP_OBL)) return NONE;
    uint32_t verb = object->head;
    if (verb == over || verb == NONE || verb < over) return verb == over ? over : NONE;
    const sg_tok *v = &d->toks[verb];
    bool clause = v->upos == SG_POS_VERB && v->head == over && (v->deprel == SG_DEP_ADVCL || v->deprel == SG_DEP_CCOMP);
    return clause && sg_has_subject(d, verb) ? verb : NONE;
}

void sg_mend_second_subject(sg_doc *d, uint32_t verb, uint32_t first) {
    const sg_tok *v = &d->toks[verb];
    uint32_t one = v->head, who = verb;
    bool under = v->deprel == SG_DEP_CONJ || v->deprel == SG_DEP_XCOMP;
    if (!under || one == NONE || one > verb || d->toks[one].upos != SG_POS_VERB || sg_has_subject(d, verb)) return;
    while (who > first && (d->toks[who - 1].upos == SG_POS_AUX || d->toks[who - 1].upos == SG_POS_ADV)) who--;
    const sg_tok *n = who > first ? &d->toks[--who] : NULL;
    if (!n || n->deprel != SG_DEP_CONJ || !is_nominal(n) || n->head == NONE || n->head < one || n->head >= who) return;
    one = verb_of_list(d, who, one);
    if (one == NONE) return;
    uint32_t and = NONE;
    for (uint32_t i = n->head + 1; i < who; i++)
        if (d->toks[i].deprel == SG_DEP_CC) and = i;
    bool done = false; /* and does something itself */
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        bool before = d->toks[c].deprel == SG_DEP_CC && c > n->head && c < who; /* "and" hangs by the verb as it should */
        if (before) and = c;
        else if (d->toks[c].deprel == SG_DEP_CC || d->toks[c].deprel == SG_DEP_MARK) return;
        done |= c > verb && (d->toks[c].deprel == SG_DEP_OBJ || d->toks[c].deprel == SG_DEP_XCOMP);
    }
    bool told = (v->bits & SG_FEAT_FIN) || (v->bits & SG_FEAT_PAST) || sg_eq(v->key, v->lemma_key); /* "cut" */
    if (and == NONE || !done || !told) return;
    hang(d, who, verb, SG_DEP_NSUBJ);
    hang(d, verb, one, SG_DEP_CONJ);
    hang(d, and, verb, SG_DEP_CC);
}

/* The verb with a subject of its own under whose object the word stands, and whose infinitives those may be: "offered to
 * host talks and Chad"; NONE. */
static uint32_t offerer_of(const sg_doc *d, uint32_t object, uint32_t before) {
    enum { UP = 2 };
    for (int n = 0; n < UP && d->toks[object].deprel == SG_DEP_NMOD && d->toks[object].head != NONE; n++)
        object = d->toks[object].head; /* "in X" */
    uint32_t v = d->toks[object].deprel == SG_DEP_OBJ || d->toks[object].deprel == SG_DEP_OBL ? d->toks[object].head : NONE;
    for (int n = 0; n < UP && v != NONE && v < before && d->toks[v].deprel == SG_DEP_XCOMP; n++) v = d->toks[v].head;
    return v != NONE && v < before && d->toks[v].upos == SG_POS_VERB && sg_has_subject(d, v) ? v : NONE;
}

void sg_mend_replier(sg_doc *d, uint32_t verb, uint32_t first) {
    uint32_t who = verb - 1, thing = d->toks[who].head, and = NONE;
    uint8_t rel = d->toks[verb].deprel;
    bool loose = rel == SG_DEP_ACL || rel == SG_DEP_XCOMP || rel == SG_DEP_CONJ;
    if (!loose || verb < first + 4 || d->toks[who].deprel != SG_DEP_CONJ || !is_nominal(&d->toks[who])) return;
    if (!sg_is_kind(d, sg_fold(d->arena, sg_str_of(d->toks[verb].lemma), NULL), "replies")) return;
    if (thing == NONE || thing > who || sg_is_office(d, thing)) return;
    if (d->toks[thing].upos != SG_POS_NOUN && d->toks[thing].deprel != SG_DEP_NMOD) return;
    uint32_t one = sg_has_subject(d, verb) ? NONE : offerer_of(d, thing, verb);
    for (uint32_t i = thing + 1; i < who; i++)
        if (d->toks[i].deprel == SG_DEP_CC) and = i;
    for (uint32_t c = d->toks[verb].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBL_AGENT) return; /* "talks and aid accepted by Mali" */
    if (and == NONE || one == NONE || (!sg_is_of_land_here(d, who) && !sg_has_role(d, who))) return;
    hang(d, who, verb, SG_DEP_NSUBJ);
    hang(d, verb, one, SG_DEP_CONJ);
    hang(d, and, verb, SG_DEP_CC);
}

/* The line of roles of a plural that serves somebody: "negotiators", "officials". */
static bool are_servants(const sg_doc *d, uint32_t t) {
    enum { NOTE = 5 };
    if (d->toks[t].upos != SG_POS_NOUN || !(d->toks[t].bits & SG_FEAT_PLUR)) return false;
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL));
    return r.count && sg_list_has(r.row[0]->cell[NOTE], SG_LIT("serves"));
}

void sg_mend_servants(sg_doc *d, uint32_t and) {
    enum { KIND = 4 };
    uint32_t one = and - 1, two = and + 1, whose = and + 2;
    if (d->toks[two].head != one || d->toks[two].deprel != SG_DEP_CONJ || d->toks[one].upos != SG_POS_NOUN) return;
    if (d->toks[one].deprel != SG_DEP_COMPOUND || d->toks[one].head != whose || !are_servants(d, whose)) return;
    for (uint32_t t = one; t <= two; t += 2) { /* both are bodies: "government and union" */
        sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL));
        if (!r.count || strcmp(r.row[0]->cell[KIND], "group") != 0) return;
    }
    for (uint32_t t = d->sents[d->toks[one].sent].first; t < one; t++) /* its article, its preposition */
        if (d->toks[t].head == whose) d->toks[t].head = one;
    hang(d, one, d->toks[whose].head, (sg_deprel)d->toks[whose].deprel);
    hang(d, whose, one, SG_DEP_CONJ);
    hang(d, two, whose, SG_DEP_COMPOUND);
    hang(d, and, whose, SG_DEP_CC);
}

/* "The wheat given by X and the tents sent by Y": a thing with a participle of its own stands beside the first thing, and not
 * beside X. */
void sg_mend_second_thing(sg_doc *d, uint32_t t) {
    static const char *const doers[] = {"human", "group", "org", "party", "institution", "official"};
    uint32_t by = d->toks[t].head, verb = by == NONE ? NONE : d->toks[by].head, own = NONE;
    if (d->toks[t].upos != SG_POS_NOUN || verb == NONE || d->toks[by].upos != SG_POS_PROPN) return;
    if (d->toks[by].deprel != SG_DEP_OBL_AGENT || d->toks[verb].deprel != SG_DEP_ACL) return;
    uint32_t first = d->toks[verb].head;
    for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_ACL && c > t && (d->toks[c].bits & SG_FEAT_PART) &&
            !(d->toks[c].bits & SG_FEAT_PRES))
            own = c;
    sg_str word = sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL);
    bool doer = sg_has_role(d, t) || sg_lexicon_find(d->lex, SG_T_ROLES, word).count;
    for (size_t i = 0; i < sizeof doers / sizeof *doers; i++) doer |= sg_is_of_class(d, word, doers[i]);
    if (own == NONE || doer || first == NONE || d->toks[first].upos != SG_POS_NOUN) return;
    hang(d, t, first, SG_DEP_CONJ);
}

/* Does the table of roles have the plural as a word for people: "troops", "rebels", and no thing like "warships"? */
static bool are_folk(const sg_doc *d, uint32_t t) {
    if (d->toks[t].upos != SG_POS_NOUN || !(d->toks[t].bits & SG_FEAT_PLUR)) return false;
    sg_rows r = sg_lexicon_find(d->lex, SG_T_ROLES, sg_fold(d->arena, sg_str_of(d->toks[t].lemma), NULL));
    for (size_t i = 0; i < r.count; i++)
        if (strcmp(r.row[i]->cell[R_KIND], "thing") != 0) return true;
    return false;
}

void sg_mend_both_folk(sg_doc *d, uint32_t and) {
    uint32_t one = and - 1, two = and + 1, last = and + 2;
    bool kind = d->toks[one].deprel == SG_DEP_COMPOUND && d->toks[one].head == last;
    bool twice = d->toks[one].head == d->toks[last].head && d->toks[one].deprel == d->toks[last].deprel;
    if ((!kind && !twice) || d->toks[two].head != one) return;
    if (d->toks[two].deprel != SG_DEP_CONJ || (d->toks[two].bits & SG_FEAT_PLUR) || !are_folk(d, one)) return;
    bool tells = d->toks[two].upos == SG_POS_ADJ || is_nominal(&d->toks[two]); /* "Chechen", "rebel": of which they are */
    if (!tells || !are_folk(d, last)) return;
    for (uint32_t t = d->sents[d->toks[one].sent].first; t < one; t++) /* its adjective, its preposition */
        if (d->toks[t].head == last) d->toks[t].head = one;
    if (kind) hang(d, one, d->toks[last].head, (sg_deprel)d->toks[last].deprel);
    hang(d, last, one, SG_DEP_CONJ);
    hang(d, two, last, d->toks[two].upos == SG_POS_NOUN ? SG_DEP_COMPOUND : SG_DEP_AMOD);
    hang(d, and, last, SG_DEP_CC);
}

/* Is the word a name, or a noun for a place: "of Tulua", "of the town of Tulua"? */
static bool is_of_place(const sg_doc *d, uint32_t t) {
    if (d->toks[t].deprel != SG_DEP_NMOD || (d->toks[t].bits & SG_FEAT_PLUR)) return false;
    return d->toks[t].upos == SG_POS_PROPN || is_noun_for(d, sg_fold(d->arena, d->toks[t].form, NULL), "place");
}

void sg_mend_beside_officer(sg_doc *d, uint32_t t) {
    enum { CLIMB = 3 };
    uint32_t over = d->toks[t].head;
    bool counted = false;
    for (uint32_t c = d->toks[t].child; c != NONE && c < t; c = d->toks[c].next)
        counted |= d->toks[c].deprel == SG_DEP_DET || d->toks[c].deprel == SG_DEP_NUMMOD;
    if (!are_folk(d, t) && !(counted && d->toks[t].upos == SG_POS_NOUN && sg_is_office(d, t))) return;
    for (int i = 0; over != NONE && over < t && i <= CLIMB; i++, over = d->toks[over].head)
        if (!is_of_place(d, over)) {
            if (i && d->toks[over].upos == SG_POS_NOUN && sg_is_office(d, over)) hang(d, t, over, SG_DEP_CONJ);
            return;
        }
}

void sg_mend_two_lands(sg_doc *d, uint32_t hyphen, uint32_t stop) {
    if (!is_hyphen(&d->toks[hyphen]) || !sg_heads_land(d, hyphen - 1)) return;
    uint32_t first = hyphen - 1, last = sg_land_from(d, hyphen + 1, stop), up = d->toks[first].head;
    if (last == NONE || up == NONE || up <= hyphen || up > last) return;
    uint32_t top = sg_top_of(d, last, hyphen + 1, last), noun = d->toks[top].head;
    if (noun == NONE || noun <= last || !is_nominal(&d->toks[noun]) || d->toks[top].deprel == SG_DEP_NMOD) return;
    hang(d, first, noun, SG_DEP_COMPOUND);
}

/* Moves "among them" from the group to the one of it who is named: he is some of it, and not what it is. */
void sg_mend_among(sg_doc *d, uint32_t among, uint32_t stop) {
    enum { REACH = 8 };
    uint32_t them = among + 1;
    if (!sg_eqz(d->toks[among].form, "among") || d->toks[them].upos != SG_POS_PRON) return;
    if (d->toks[among - 1].upos != SG_POS_PUNCT) return;
    for (uint32_t one = them + 1; one < stop && one < them + REACH && d->toks[one].upos != SG_POS_PUNCT; one++) {
        if (d->toks[one].deprel != SG_DEP_APPOS || d->toks[one].head == NONE || d->toks[one].head > among) continue;
        hang(d, one, d->toks[one].head, SG_DEP_NMOD);
        hang(d, among, one, SG_DEP_CASE);
        hang(d, them, one, SG_DEP_DET);
        return;
    }
}
