/* name.c: see name.h. One pass over each sentence: the longest phrase of any name table that starts at a
 * word is taken (every table that has it gives a hit), and the scan goes on after it. */
#include "name_in.h"

enum { ROOM = 512 };

static const sg_table_id name_tables[] = {SG_T_COUNTRIES, SG_T_ORGANS,  SG_T_GROUPS, SG_T_PARTIES,
                                          SG_T_ORGS,      SG_T_HOLDERS, SG_T_ROLES,  SG_T_REGIONS};
enum { NAME_TABLES = sizeof name_tables / sizeof *name_tables };
static const uint64_t NAME_BITS = SG_TABLE_BIT(SG_T_COUNTRIES) | SG_TABLE_BIT(SG_T_ORGANS) | SG_TABLE_BIT(SG_T_GROUPS) |
                                  SG_TABLE_BIT(SG_T_PARTIES) | SG_TABLE_BIT(SG_T_ORGS) | SG_TABLE_BIT(SG_T_HOLDERS) |
                                  SG_TABLE_BIT(SG_T_ROLES) | SG_TABLE_BIT(SG_T_REGIONS);

static bool capital(const sg_tok *t) {
    return t->form.n && !(t->form.s[0] >= 'a' && t->form.s[0] <= 'z') && !(t->form.s[0] >= '0' && t->form.s[0] <= '9');
}

/* Years or ISO dates against publication: is the row right on that day? */
static bool in_years(const sg_doc *d, const char *from, const char *to) {
    const char *pub = d->in ? d->in->date : NULL;
    if (!pub || strlen(pub) < 4) return true;
    size_t n = strlen(from), m = strlen(to);
    if (n && strncmp(pub, from, n < strlen(pub) ? n : strlen(pub)) < 0) return false;
    return !m || strncmp(pub, to, m < strlen(pub) ? m : strlen(pub)) <= 0;
}

/* Is the form of a body often something else ("PP", "Ministry of Defence")? */
static bool is_weak(const sg_row *row) {
    int note = sg_is_organ(row) ? ORGANS_NOTE : row->table == SG_T_ORGS ? ORGS_NOTE : -1;
    return note >= 0 && strstr(row->cell[note], "weak");
}

static bool is_name(const sg_doc *d, uint32_t t, uint32_t sent) {
    const sg_tok *k = &d->toks[t];
    return k->sent == sent && k->upos == SG_POS_PROPN && capital(k) && !sg_lexicon_find(d->lex, SG_T_ROLES, k->key).count;
}

/* "Issa Tchiroma", "Aldo Moro": a people's name may be somebody's. */
static bool part_of_name(const sg_doc *d, uint32_t first, uint32_t last) {
    if (d->toks[last].bits & SG_FEAT_PLUR) return false;
    uint32_t sent = d->toks[first].sent;
    return (first > 0 && is_name(d, first - 1, sent)) || (last + 1 < d->tok_count && is_name(d, last + 1, sent));
}

/* "The Poles asked", "arrested a Turk": a capital behind a small letter or a determiner. */
static bool is_named_people(const sg_doc *d, const sg_row *row, uint32_t t) {
    bool one = !strcmp(row->cell[C_KIND], "demonym") && d->toks[t].upos == SG_POS_NOUN;
    if ((!one && strcmp(row->cell[C_KIND], "demonyms") != 0) || !t || d->toks[t - 1].sent != d->toks[t].sent) return false;
    if (one && d->toks[t - 1].upos != SG_POS_DET) return false;
    return capital(&d->toks[t]) && (d->toks[t - 1].upos == SG_POS_DET || !capital(&d->toks[t - 1]));
}

/* "The Australian government" is no newspaper's. */
static bool is_of_larger_phrase(const sg_doc *d, uint32_t first, uint32_t last) {
    uint32_t over = d->toks[last].deprel == SG_DEP_AMOD ? d->toks[last].head : NONE;
    return over != NONE && over > last && d->toks[first].head == over;
}

/* "Pkk", "Flnc": nobody can say it but letter by letter. */
static bool is_unspeakable(sg_str key) {
    for (size_t i = 0; i < key.n; i++)
        if (strchr("aeiouy", key.s[i])) return false;
    return key.n > 0;
}

/* Does the sentence name the body's land in other words: "the Spanish government", beside "Eta"? */
static bool is_land_beside(const sg_doc *d, const sg_row *body, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        sg_rows lands = i == t ? (sg_rows){0} : sg_lexicon_find(d->lex, SG_T_COUNTRIES, d->toks[i].key);
        for (size_t n = 0; n < lands.count; n++)
            if (!strcmp(lands.row[n]->cell[C_CODE], body->cell[O_COUNTRY])) return true;
    }
    return false;
}

/* "Unifil", "Eta", "Ecowas": an abbreviation read as a word, as the British press writes it. No given name, nor one of
 * several words: Sam, Ira. */
static bool is_spoken(const sg_doc *d, const sg_row *row, uint32_t t) {
    enum { SHORTEST = 3, SURELY = 4 };
    const sg_tok *k = &d->toks[t];
    bool body = row->table != SG_T_COUNTRIES && row->table != SG_T_HOLDERS && row->table != SG_T_ROLES;
    bool within = k->upos == SG_POS_NOUN && t > d->sents[k->sent].first && !d->sents[k->sent].in_title; /* "with Eta" */
    bool noun = within && capital(k) && !capital(&d->toks[t - 1]);
    if (!body || (k->upos != SG_POS_PROPN && !noun) || !capital(k) || k->form.n < SHORTEST) return false;
    bool told = k->mention == SG_NAME_ORGANISATION || k->mention == SG_NAME_ORGANISATION_ON;
    bool known = k->name == SG_NAME_ORGANISATION || (!k->name && told);
    known |= is_unspeakable(k->key) || (sg_is_organ(row) && is_land_beside(d, row, t));
    if (!known && (!k->name || k->form.n < SURELY)) return false;
    bool borne = sg_lexicon_find(d->lex, SG_T_GIVEN, k->key).count || sg_lexicon_find(d->lex, SG_T_BEARERS, k->key).count;
    return !borne && !part_of_name(d, t, t);
}

bool sg_is_abbreviation(const sg_doc *d, uint32_t t) {
    enum { LONGEST = 3 };
    const sg_tok *k = &d->toks[t];
    const sg_sent *s = &d->sents[k->sent];
    uint32_t last = s->first + s->count - 1, near = t < last ? t + 1 : t > s->first ? t - 1 : t;
    bool beside_word = near != t && !d->toks[near].caps && d->toks[near].upos != SG_POS_PUNCT;
    return k->caps && k->form.n <= LONGEST && beside_word;
}

/* "Mr. Lusaka", "Paul Lusaka": no town, but somebody's surname. */
static bool is_surname(const sg_doc *d, const sg_row *row, uint32_t t) {
    enum { KIND = 1 };
    const sg_tok *before = t ? &d->toks[t - 1] : NULL;
    bool town = sg_list_has("capital|city|territory", sg_str_of(row->cell[C_KIND]));
    if (!town || !before || before->sent != d->toks[t].sent || !capital(before)) return false;
    if (sg_kind_value(&before->by_key, "name link") && before->upos == SG_POS_PROPN) return true; /* "Salem Al Sabah" */
    sg_rows titles = sg_lexicon_find(d->lex, SG_T_SITES, before->key);
    for (size_t i = 0; i < titles.count; i++)
        if (!strcmp(titles.row[i]->cell[KIND], "title")) return true;
    return before->upos == SG_POS_PROPN && sg_lexicon_find(d->lex, SG_T_GIVEN, before->key).count &&
           !sg_lexicon_find(d->lex, SG_T_COUNTRIES, before->key).count;
}

/* A word in capitals, or a sign, a figure or a single capital beside one: "PML-N", "M-19". */
static bool may_be_caps(const sg_tok *t) {
    if (t->caps || t->upos == SG_POS_PUNCT) return true;
    bool small = false;
    for (size_t i = 0; i < t->form.n; i++) small |= t->form.s[i] >= 'a' && t->form.s[i] <= 'z';
    return !small && (t->form.n == 1 || t->upos == SG_POS_NUM);
}

/* "The PTI": a tagger may take letters in capitals for a plain word; not where all is in capitals. */
static bool is_caps_noun(const sg_doc *d, const sg_row *row, uint32_t t) {
    const sg_sent *s = &d->sents[d->toks[t].sent];
    uint32_t end = s->first + s->count;
    uint8_t upos = d->toks[t].upos;
    bool nominal = upos == SG_POS_NOUN || upos == SG_POS_ADJ || upos == SG_POS_OTHER;
    if (!row->caps || !d->toks[t].caps || !nominal) return false;
    return (t > s->first && !may_be_caps(&d->toks[t - 1])) || (t + 1 < end && !may_be_caps(&d->toks[t + 1]));
}

/* "The central African country": a point of the compass in small letters before a part of the world makes no name. */
static bool is_part_of_region(const sg_doc *d, uint32_t first, uint32_t last) {
    const sg_tok *k = &d->toks[first];
    bool small = k->form.n && k->form.s[0] >= 'a' && k->form.s[0] <= 'z';
    if (!small || last != first + 1 || !capital(&d->toks[last])) return false;
    return sg_lexicon_find(d->lex, SG_T_REGIONS, d->toks[last].key).count > 0;
}

/* "Jorge Leao Franco met him": a rare adjective of a land that is somebody's name, as it stands for itself. */
static bool is_name_by_itself(const sg_doc *d, const sg_row *row, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    bool adjective = !strcmp(row->cell[C_KIND], "adjective") && strstr(row->cell[C_NOTE], "weak");
    bool titled = sg_is_subject(k) && t && d->toks[t - 1].head == t && d->toks[t - 1].deprel == SG_DEP_NMOD_DESC;
    return adjective && k->upos == SG_POS_PROPN && (k->deprel == SG_DEP_FLAT || titled);
}

/* "Forty million U.S. dollars", "Kenyan shillings": the land of a coin is no party. */
static bool is_of_coin(const sg_doc *d, uint32_t last) {
    uint32_t coin = last + 1;
    const sg_sent *s = &d->sents[d->toks[last].sent];
    if (coin >= s->first + s->count || capital(&d->toks[coin]) || d->toks[coin].upos != SG_POS_NOUN) return false;
    return d->toks[last].head == coin && sg_kind_value(&d->toks[coin].by_lemma, "coin");
}

static bool fits(const sg_doc *d, const sg_row *row, uint32_t first, uint32_t last) {
    bool caps = true, some = false;
    for (uint32_t i = first; i <= last; i++) {
        caps = caps && may_be_caps(&d->toks[i]);
        some = some || capital(&d->toks[i]);
    }
    if (row->caps && !caps && (first < last || !is_spoken(d, row, first))) return false;
    const char *const *c = row->cell;
    if (first == last && d->toks[first].upos == SG_POS_PRON) return false;
    if (row->table == SG_T_ROLES) return true;
    if (!some) return false;
    if (row->table == SG_T_HOLDERS && first == last && sg_is_abbreviation(d, first)) return false;
    if (row->table == SG_T_COUNTRIES) {
        if (!strcmp(c[C_KIND], "people") && part_of_name(d, first, last)) return false;
        if (first == last && (is_surname(d, row, first) || is_name_by_itself(d, row, first))) return false;
        if (is_part_of_region(d, first, last) || is_of_coin(d, last)) return false;
        uint8_t upos = d->toks[last].upos;
        bool adjective = !strcmp(c[C_KIND], "adjective") && upos == SG_POS_ADJ;
        if (strstr(c[C_NOTE], "weak") && upos != SG_POS_PROPN && !adjective && !is_named_people(d, row, first))
            return false;
        return in_years(d, c[C_FROM], c[C_TO]);
    }
    bool named = sg_is_organ(row) && capital(&d->toks[last]);
    bool the = named && first < last && d->toks[first].upos == SG_POS_DET; /* "the Centre" */
    if (is_weak(row) && d->toks[last].upos != SG_POS_PROPN && !the && !is_caps_noun(d, row, last)) return false;
    if (first < last && d->toks[first].upos == SG_POS_DET && is_of_larger_phrase(d, first, last)) return false;
    return !sg_is_organ(row) || in_years(d, c[ORGANS_FROM], c[ORGANS_TO]);
}

static const sg_row *lookup(const sg_doc *d, sg_table_id table, sg_str key, uint32_t first, uint32_t last) {
    sg_rows found = sg_lexicon_find(d->lex, table, key);
    for (size_t i = 0; i < found.count; i++)
        if (fits(d, found.row[i], first, last)) return found.row[i];
    return NULL;
}

/* The word of a stretch whose head lies outside it; the last, where a broken tree has several. A preposition is it only
 * where nothing else is: "Secretary of State Hull", whose "of" the parser hung on Hull. */
static uint32_t head_of(const sg_doc *d, uint32_t first, uint32_t last) {
    uint32_t head = NONE;
    for (uint32_t i = first; i <= last; i++) {
        bool out = d->toks[i].head == NONE || d->toks[i].head < first || d->toks[i].head > last;
        if (out && (head == NONE || d->toks[i].upos != SG_POS_ADP || d->toks[head].upos == SG_POS_ADP)) head = i;
    }
    return head == NONE ? last : head;
}

/* Longest phrases from `first` on: fills one row a table, gives the last word. */
static uint32_t longest(const sg_doc *d, uint32_t first, uint32_t stop, const sg_row *rows[NAME_TABLES]) {
    char key[ROOM];
    size_t n = 0;
    uint32_t best = NONE;
    const sg_looked *key_of = &d->toks[first].by_key, *lemma_of = &d->toks[first].by_lemma;
    if (!((key_of->has | key_of->opens | lemma_of->has) & NAME_BITS)) return NONE;
    for (uint32_t i = first; i < stop && i < first + SG_LONGEST_NAME; i++) {
        size_t before = n;
        char lemma[ROOM];
        memcpy(lemma, key, before);
        if (!sg_key_add(key, ROOM, &n, d->toks[i].key)) break;
        size_t ln = before;
        if (sg_eq(d->toks[i].key, d->toks[i].lemma_key)) ln = 0; /* the same again */
        else if (!sg_key_add(lemma, ROOM, &ln, d->toks[i].lemma_key)) ln = 0;
        uint64_t opens = key_of->opens, ignored, has = key_of->has, by_lemma = ln ? lemma_of->has : 0;
        if (i > first) has = sg_lexicon_tables(d->lex, (sg_str){key, n}, &opens);
        if (i > first && ln) by_lemma = sg_lexicon_tables(d->lex, (sg_str){lemma, ln}, &ignored);
        bool goes_on = false, cleared = false;
        if (!((has | opens | by_lemma) & NAME_BITS)) break;
        for (size_t t = 0; t < NAME_TABLES; t++) {
            uint64_t bit = SG_TABLE_BIT(name_tables[t]);
            const sg_row *row = has & bit ? lookup(d, name_tables[t], (sg_str){key, n}, first, i) : NULL;
            /* "the Americas" are no America */
            bool part = name_tables[t] == SG_T_COUNTRIES && has & SG_TABLE_BIT(SG_T_REGIONS);
            if (!row && by_lemma & bit && name_tables[t] != SG_T_HOLDERS && !part)
                row = lookup(d, name_tables[t], (sg_str){lemma, ln}, first, i);
            if (row && !cleared) {
                memset(rows, 0, NAME_TABLES * sizeof *rows);
                cleared = true;
                best = i;
            }
            if (row) rows[t] = row;
            goes_on = goes_on || (opens & bit && sg_lexicon_opens(d->lex, name_tables[t], (sg_str){key, n}));
        }
        if (!goes_on) break;
    }
    return best;
}

/* "heads of state", "chiefs of staff": a phrase for people whose first word is in the plural. The longest, as above. */
static uint32_t longest_plural(const sg_doc *d, uint32_t first, uint32_t stop, const sg_row **role) {
    char key[ROOM];
    size_t n = 0;
    uint32_t best = NONE;
    const sg_tok *k = &d->toks[first];
    if (!(k->bits & SG_FEAT_PLUR) || sg_eq(k->key, k->lemma_key) || !sg_key_add(key, ROOM, &n, k->lemma_key)) return NONE;
    for (uint32_t i = first + 1; i < stop && i < first + SG_LONGEST_NAME; i++) {
        if (!sg_lexicon_opens(d->lex, SG_T_ROLES, (sg_str){key, n})) break;
        if (!sg_key_add(key, ROOM, &n, d->toks[i].key)) break;
        const sg_row *row = lookup(d, SG_T_ROLES, (sg_str){key, n}, first, i);
        if (row) *role = row, best = i;
    }
    return best;
}

/* A later layer's row stands before an earlier one's, though they be of different tables. */
static void keep_latest(const sg_row *rows[NAME_TABLES]) {
    uint16_t latest = 0;
    for (size_t t = 0; t < NAME_TABLES; t++)
        if (rows[t] && rows[t]->layer > latest) latest = rows[t]->layer;
    for (size_t t = 0; t < NAME_TABLES; t++)
        if (rows[t] && rows[t]->layer < latest) rows[t] = NULL;
}

/* "The Kingdom of Lesotho": a name with its article ("the Kingdom") that a longer one overlaps, which stands without. */
static bool is_cut_short(const sg_doc *d, uint32_t first, uint32_t last, uint32_t stop) {
    const sg_row *rows[NAME_TABLES] = {0};
    if (last == first || d->toks[first].upos != SG_POS_DET) return false;
    uint32_t further = longest(d, first + 1, stop, rows);
    return further != NONE && further > last;
}

static void scan(sg_doc *d, const sg_sent *s) {
    for (uint32_t i = s->first; i < s->first + s->count;) {
        const sg_row *rows[NAME_TABLES] = {0};
        uint32_t last = longest(d, i, s->first + s->count, rows);
        if (last != NONE && is_cut_short(d, i, last, s->first + s->count)) {
            i++;
            continue;
        }
        const sg_row *role = NULL;
        uint32_t plural = longest_plural(d, i, s->first + s->count, &role);
        if (plural != NONE && (last == NONE || plural > last)) {
            memset(rows, 0, sizeof rows);
            for (size_t t = 0; t < NAME_TABLES; t++)
                if (name_tables[t] == SG_T_ROLES) rows[t] = role;
            last = plural;
        }
        if (last == NONE) {
            i++;
            continue;
        }
        keep_latest(rows);
        uint32_t head = head_of(d, i, last);
        for (uint32_t k = i; k <= last; k++) d->toks[k].hit = (uint32_t)d->hit_count;
        for (size_t t = 0; t < NAME_TABLES; t++)
            if (rows[t]) *SG_PUSH(d->arena, d->hits, d->hit_count, d->hit_cap) = (sg_hit){i, last, head, rows[t]};
        i = last + 1;
    }
}

static bool is_told(const sg_doc *d, sg_str lemma) {
    return sg_lexicon_find(d->lex, SG_T_ACTS, lemma).count || sg_lexicon_find(d->lex, SG_T_OPERATORS, lemma).count;
}

/* Does a table have the verb, by itself or before its particle? */
static bool is_opened(const sg_doc *d, sg_str lemma) {
    return is_told(d, lemma) || sg_lexicon_opens(d->lex, SG_T_ACTS, lemma) ||
           sg_lexicon_opens(d->lex, SG_T_OPERATORS, lemma);
}

/* The form without an inflection of the grammar, as a table has it: "pressing", "stopped"; or empty. */
static sg_str uninflected(const sg_doc *d, sg_str form, const sg_row *inflection) {
    sg_str end = sg_str_of(inflection->cell[0]);
    if (form.n < end.n + 3 || memcmp(form.s + form.n - end.n, end.s, end.n) != 0) return (sg_str){"", 0};
    size_t n = form.n - end.n;
    sg_str stem = sg_str_of(sg_printf(d->arena, "%.*s%s", (int)n, form.s, inflection->cell[2]));
    if (is_opened(d, stem)) return stem;
    bool doubled = stem.n == n && form.s[n - 1] == form.s[n - 2];
    stem.n -= doubled;
    return doubled && is_opened(d, stem) ? stem : (sg_str){"", 0};
}

/* A rule of the model may cut an inflected verb too short ("fre" of "freed") or miss it ("presse" of "pressing", "learn" of
 * "leaned"): where no table knows the lemma, but knows it with an ending that the grammar names, the form, or the form
 * without its inflection, it is that. */
static void mend_lemma(sg_doc *d, const sg_rows *endings, const sg_rows *inflections, sg_tok *t) {
    if (t->upos != SG_POS_VERB || sg_eq(t->key, t->lemma_key) || is_told(d, t->lemma_key)) return;
    for (size_t i = 0; i < endings->count; i++) {
        const char *end = endings->row[i]->cell[0];
        sg_str longer = sg_str_of(sg_printf(d->arena, "%.*s%s", (int)t->lemma_key.n, t->lemma_key.s, end));
        if (is_told(d, longer)) {
            t->lemma_key = longer;
            return;
        }
    }
    sg_str found = is_told(d, t->key) ? t->key : (sg_str){"", 0};
    for (size_t i = 0; i < inflections->count && !found.n; i++) found = uninflected(d, t->key, inflections->row[i]);
    if (found.n) t->lemma_key = found;
}

static bool ends_in_stop(sg_str form) {
    return form.n > 0 && form.s[form.n - 1] == '.';
}

/* "Lt. Gen. Sele", "Col Sele": a title cut short is looked up by its whole word. Without its stop it must open a name, and
 * end none: "Hun Sen". */
static void spell_out(sg_doc *d, size_t at) {
    sg_tok *t = &d->toks[at];
    const char *whole = capital(t) ? sg_kind_value(&t->by_key, "cut") : NULL;
    if (!whole || at + 1 >= d->tok_count || t[1].sent != t->sent || t[1].upos != SG_POS_PROPN) return;
    bool named = at && t[-1].sent == t->sent && t[-1].upos == SG_POS_PROPN;
    bool behind = named && !sg_lexicon_find(d->lex, SG_T_ROLES, t[-1].key).count;
    if (!ends_in_stop(t->form) && (behind || sg_kind_value(&t->by_key, "stopped"))) return;
    t->key = t->lemma_key = sg_str_of(whole);
    t->by_key = sg_lexicon_look(d->lex, t->key);
}

/* How often the text names each land in so many words, by the first letters of its code. */
enum { CODE = 3 };
typedef struct counted {
    const char *code;
    uint32_t times;
} counted;

typedef struct tally {
    counted *land;
    size_t count, cap;
} tally;

static bool is_code(const char *code) {
    for (int i = 0; i < CODE; i++)
        if (code[i] < 'A' || code[i] > 'Z') return false;
    return true;
}

static uint32_t times_of(const tally *t, const char *code) {
    for (size_t i = 0; i < t->count; i++)
        if (!strncmp(t->land[i].code, code, CODE)) return t->land[i].times;
    return 0;
}

static void count_land(sg_arena *a, tally *t, const char *code) {
    if (!is_code(code)) return;
    for (size_t i = 0; i < t->count; i++)
        if (!strncmp(t->land[i].code, code, CODE)) {
            t->land[i].times++;
            return;
        }
    *SG_PUSH(a, t->land, t->count, t->cap) = (counted){code, 1};
}

static const char *country_of(const sg_row *row) {
    return row->table == SG_T_COUNTRIES || sg_is_organ(row) || row->table == SG_T_HOLDERS ? row->cell[1] : "";
}

/* Does the form stand for a body of this state alone? */
static bool is_sure(const sg_doc *d, const sg_hit *h) {
    if (is_weak(h->row)) return false;
    for (unsigned table = SG_T_ORGANS; table <= SG_T_PARTIES; table++) {
        sg_rows found = sg_lexicon_find(d->lex, (sg_table_id)table, sg_str_of(sg_row_phrases(d->lex, h->row)));
        for (size_t i = 0; i < found.count; i++)
            if (strcmp(found.row[i]->cell[1], h->row->cell[1]) != 0) return false;
    }
    return true;
}

/* "The Radical Party of Chad": a form that names its own state. */
static bool names_own_state(const sg_doc *d, const sg_hit *h) {
    for (uint32_t t = h->first; t <= h->last; t++) {
        sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, d->toks[t].key);
        for (size_t i = 0; i < found.count; i++)
            if (!strcmp(found.row[i]->cell[C_CODE], h->row->cell[O_COUNTRY])) return true;
    }
    return false;
}

/* "The Radical Party of Peru": not Chile's, which bears the same name. */
static bool is_of_another(const sg_doc *d, const sg_hit *h, const sg_row *row) {
    uint32_t t = h->last + 2;
    if (t >= d->tok_count || d->toks[t].sent != d->toks[h->last].sent || !sg_eqz(d->toks[t - 1].key, "of")) return false;
    if (d->toks[t].upos == SG_POS_DET && t + 1 < d->tok_count && d->toks[t + 1].sent == d->toks[t].sent) t++;
    const sg_hit *land = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    return land && land->first == t && strcmp(land->row->cell[C_CODE], row->cell[O_COUNTRY]) != 0;
}

/* How often the text names the row's state; more than any other, where its own sentence does so before it: behind it stands
 * rather whom it deals with. */
static uint32_t times_named(const sg_doc *d, const sg_hit *h, const sg_row *row, const tally *named) {
    const sg_sent *s = &d->sents[d->toks[h->first].sent];
    uint32_t times = times_of(named, row->cell[1]), here = 0;
    for (uint32_t t = s->first; times && t < h->first; t++) {
        const sg_hit *other = d->toks[t].hit == NONE ? NULL : &d->hits[d->toks[t].hit];
        here |= other && other->row && !sg_is_organ(other->row) && !strcmp(country_of(other->row), row->cell[1]);
    }
    return times + (here ? (uint32_t)d->hit_count : 0);
}

/* Of the bodies that share the form: the one whose state the text names most; else the first whose form is not weak,
 * of abbreviations any ("the ANC"). */
static const sg_row *meant(const sg_doc *d, const sg_hit *h, const tally *named) {
    bool other = is_of_another(d, h, h->row);
    const sg_row *best = other ? NULL : h->row, *known = other || is_weak(h->row) ? NULL : h->row;
    uint32_t most = best ? times_named(d, h, best, named) : 0;
    sg_rows found = sg_lexicon_find(d->lex, (sg_table_id)h->row->table, sg_str_of(sg_row_phrases(d->lex, h->row)));
    for (size_t i = 0; i < found.count; i++) {
        const sg_row *r = found.row[i];
        uint32_t times = times_named(d, h, r, named);
        if (times > most && fits(d, r, h->first, h->last) && !is_of_another(d, h, r)) best = r, most = times;
        if (!known && r->caps && !is_weak(r) && fits(d, r, h->first, h->last) && !is_of_another(d, h, r)) known = r;
    }
    if (most) return best;
    return known || other || !names_own_state(d, h) ? known : h->row;
}

/* Does another table have a body under the same words whose state the text names, though not this one's? */
static bool outdone(const sg_doc *d, size_t at, const tally *named) {
    const sg_hit *h = &d->hits[at];
    if (times_of(named, h->row->cell[1])) return false;
    for (size_t i = at; i < d->hit_count && d->hits[i].first == h->first; i++)
        if (d->hits[i].row && sg_is_organ(d->hits[i].row) && times_of(named, d->hits[i].row->cell[1])) return true;
    return false;
}

void sg_pack_hits(sg_doc *d) {
    size_t n = 0;
    for (size_t i = 0; i < d->hit_count; i++) {
        sg_hit h = d->hits[i];
        for (uint32_t t = h.first; t <= h.last; t++) d->toks[t].hit = NONE;
        if (h.row) d->hits[n++] = h;
    }
    d->hit_count = n;
    for (size_t i = n; i-- > 0;)
        for (uint32_t t = d->hits[i].first; t <= d->hits[i].last; t++) d->toks[t].hit = (uint32_t)i;
}

/* Does a land stand where something is done to it, or concerning it: "sanctions on Peru", "an attack by Chad on"? Not as
 * whoever acts, or whose that is, nor where it happens. */
static bool is_dealt_with(const sg_doc *d, const sg_hit *h) {
    enum { UP = 12 };
    uint32_t t = h->head;
    for (size_t i = 0; i < UP && t != NONE; i++, t = d->toks[t].head) {
        uint8_t rel = d->toks[t].deprel;
        for (size_t k = 0; k < d->hit_count && i; k++) /* "Chile's Congress" */
            if (d->hits[k].head == t && d->hits[k].row && sg_is_organ(d->hits[k].row)) return false;
        if (rel == SG_DEP_OBJ || rel == SG_DEP_IOBJ) return true;
        if (rel == SG_DEP_OBL) {
            sg_str prep = {"", 0};
            for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
                if (d->toks[c].deprel == SG_DEP_CASE) prep = d->toks[c].key;
            return prep.n && !sg_list_has("in|at|near|by", prep);
        }
        bool inner = rel == SG_DEP_NMOD || rel == SG_DEP_AMOD || rel == SG_DEP_COMPOUND || rel == SG_DEP_NMOD_POSS;
        if (!inner && rel != SG_DEP_CONJ && rel != SG_DEP_APPOS && rel != SG_DEP_FLAT) return false;
    }
    return false;
}

/* Does the body itself do something, or somebody in it: "Republicans in the Senate blocked"? */
static bool is_acting(const sg_doc *d, const sg_hit *h) {
    enum { UP = 4 };
    uint32_t t = h->head;
    for (size_t i = 0; i < UP && t != NONE; i++, t = d->toks[t].head) {
        uint8_t rel = d->toks[t].deprel;
        if (sg_is_subject(&d->toks[t])) return true;
        if (rel != SG_DEP_NMOD && rel != SG_DEP_COMPOUND && rel != SG_DEP_CONJ && rel != SG_DEP_FLAT) return false;
    }
    return false;
}

/* "The Senate voted for sanctions on Peru": a body that most reports name without its land is not of a land with which it
 * only deals; organs' note `alone`. Its code, or NULL: a land acts in the text, or none is named. */
static const char *land_of_lone_body(const sg_doc *d, const tally *named) {
    const char *code = NULL;
    bool land = false;
    for (size_t i = 0; i < d->hit_count; i++) {
        const sg_hit *h = &d->hits[i];
        if (sg_is_organ(h->row)) {
            sg_rows all = sg_lexicon_find(d->lex, (sg_table_id)h->row->table, sg_str_of(sg_row_phrases(d->lex, h->row)));
            for (size_t k = 0; k < all.count; k++)
                if (strstr(all.row[k]->cell[ORGANS_NOTE], "alone") && is_acting(d, h)) code = all.row[k]->cell[O_COUNTRY];
        } else if (h->row->table == SG_T_COUNTRIES) {
            if (!is_dealt_with(d, h)) return NULL;
            land = true;
        } else if (h->row->table == SG_T_HOLDERS) {
            return NULL;
        }
    }
    return land && code && !times_of(named, code) ? code : NULL;
}

/* That body is then known by its name, and not as anybody's of that kind. */
static void drop_roles_of(sg_doc *d, const char *lone) {
    for (size_t i = 0; i < d->hit_count; i++) {
        const sg_hit *h = &d->hits[i];
        if (!h->row || !sg_is_organ(h->row) || strcmp(h->row->cell[O_COUNTRY], lone) != 0) continue;
        if (!strstr(h->row->cell[ORGANS_NOTE], "alone")) continue;
        for (size_t k = 0; k < d->hit_count; k++) {
            sg_hit *role = &d->hits[k];
            bool same = role->row && role->first == h->first && role->last == h->last;
            if (same && role->row->table == SG_T_ROLES) role->row = NULL;
        }
    }
}

/* Many states have a Labour Party and a Supreme Court; some forms are often something else altogether. */
static void tell_organs_apart(sg_doc *d) {
    bool any = false;
    for (size_t i = 0; i < d->hit_count && !any; i++) any = sg_is_organ(d->hits[i].row);
    if (!any) return;
    sg_mark mark = sg_arena_mark(d->arena);
    tally named = {0};
    for (size_t i = 0; i < d->hit_count; i++)
        if (!sg_is_organ(d->hits[i].row) || is_sure(d, &d->hits[i]))
            count_land(d->arena, &named, country_of(d->hits[i].row));
    const char *here = sg_state_of_towns(d);
    if (here) count_land(d->arena, &named, here);
    const char *lone = here ? NULL : land_of_lone_body(d, &named);
    for (size_t i = 0; lone && i <= d->hit_count; i++) count_land(d->arena, &named, lone);
    if (!times_of(&named, "IMG")) count_land(d->arena, &named, "IMG");
    for (size_t i = 0; i < d->hit_count; i++)
        if (sg_is_organ(d->hits[i].row)) d->hits[i].row = meant(d, &d->hits[i], &named);
    for (size_t i = 0; i < d->hit_count; i++) {
        sg_hit *h = &d->hits[i];
        if (h->row && sg_is_organ(h->row) && outdone(d, i, &named)) h->row = NULL;
    }
    if (lone) drop_roles_of(d, lone);
    sg_pack_hits(d);
    sg_arena_reset(d->arena, mark);
}

/* Does the form stand for one state and no other? */
static bool is_one_state(const sg_doc *d, const sg_hit *h) {
    sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_str_of(sg_row_phrases(d->lex, h->row)));
    for (size_t i = 0; i < found.count; i++)
        if (strcmp(found.row[i]->cell[1], h->row->cell[1]) != 0) return false;
    return true;
}

/* "the Korean people", "Koreans": of the states that share the form that which the text names most by forms of its own;
 * where it names none, or both as often, the one that is not weak, else the first in the table. */
static const sg_row *likeliest_state(const sg_doc *d, const sg_hit *h, const tally *times) {
    sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, sg_str_of(sg_row_phrases(d->lex, h->row)));
    const sg_row *best = h->row;
    for (size_t k = 0; k < found.count; k++) {
        const sg_row *r = found.row[k];
        bool alike = !strcmp(r->cell[C_KIND], h->row->cell[C_KIND]) && fits(d, r, h->first, h->last);
        uint32_t own = times_of(times, r->cell[1]), then = times_of(times, best->cell[1]);
        /* "Dominican" */
        bool commoner = own == then && strstr(best->cell[C_NOTE], "weak") && !strstr(r->cell[C_NOTE], "weak");
        if (alike && (own > then || commoner)) best = r;
    }
    return best;
}

/* "North Korea": the form that two states share, with a word before it that parts them. */
static bool is_parted(const sg_doc *d, const sg_hit *h) {
    sg_rows found = sg_lexicon_find(d->lex, SG_T_COUNTRIES, d->toks[h->last].key);
    return h->last == h->first + 1 && found.count > 1 && strcmp(found.row[0]->cell[C_CODE], h->row->cell[C_CODE]) != 0;
}

/* The land that the hit names by a form of its own, by its ruler or by a body; NULL if none. Who writes "North Korea", or
 * "south Korea" in small letters, speaks of the other where he says no more than "Korea"; of two states that share a form
 * the first in the table is so called by most. */
static const char *land_named(const sg_doc *d, const sg_hit *h) {
    if (h->row->table == SG_T_HOLDERS || sg_is_organ(h->row)) return country_of(h->row);
    bool own = h->row->table == SG_T_COUNTRIES && is_one_state(d, h) && !is_parted(d, h);
    return own && capital(&d->toks[h->first]) ? h->row->cell[1] : NULL;
}

static void tell_states_apart(sg_doc *d) {
    bool any = false;
    for (size_t i = 0; i < d->hit_count && !any; i++)
        any = d->hits[i].row->table == SG_T_COUNTRIES && !is_one_state(d, &d->hits[i]);
    if (!any) return;
    sg_mark mark = sg_arena_mark(d->arena);
    tally times = {0};
    for (size_t i = 0; i < d->hit_count; i++) {
        const char *code = land_named(d, &d->hits[i]);
        if (code) count_land(d->arena, &times, code);
    }
    for (size_t i = 0; i < d->hit_count; i++) {
        sg_hit *h = &d->hits[i];
        bool shared = h->row->table == SG_T_COUNTRIES && strstr(h->row->cell[C_NOTE], "weak") && !is_one_state(d, h);
        if (shared) h->row = likeliest_state(d, h, &times);
    }
    sg_arena_reset(d->arena, mark);
}

/* "Commandos seized the port": a plain plural may be taken for a name, and keeps its ending then. Where no table knows
 * the word, but a role's with an ending that the grammar names for another, it is that role. */
static void mend_plural(sg_doc *d, const sg_rows *plurals, size_t at) {
    size_t first = d->sents[d->toks[at].sent].first;
    sg_tok *t = &d->toks[at];
    bool opens = at == first || (at == first + 1 && d->toks[first].upos == SG_POS_PUNCT);
    bool small = !capital(t) && t->form.n && (t->bits & SG_FEAT_PLUR); /* "Fulani herdsmen" */
    if (!(opens && t->upos == SG_POS_PROPN) && !(small && t->upos == SG_POS_NOUN)) return;
    if (!sg_eq(t->key, t->lemma_key)) return;
    if (sg_lexicon_find(d->lex, SG_T_ROLES, t->key).count) return;
    for (size_t i = 0; i < plurals->count; i++) {
        const sg_row *row = plurals->row[i];
        sg_str end = sg_str_of(row->cell[0]);
        if (t->key.n <= end.n) continue;
        if (memcmp(t->key.s + t->key.n - end.n, end.s, end.n) != 0) continue;
        sg_str one = sg_str_of(sg_printf(d->arena, "%.*s%s", (int)(t->key.n - end.n), t->key.s, row->cell[2]));
        if (!sg_lexicon_find(d->lex, SG_T_ROLES, one).count) continue;
        t->lemma_key = one;
        t->bits = (t->bits | SG_FEAT_PLUR) & ~(uint32_t)SG_FEAT_SING;
        return;
    }
}

/* The scope of the longest phrase of the discards that begins at a word, and its length; or NULL. */
static const char *discard_at(const sg_doc *d, uint32_t first, uint32_t stop, uint32_t *length) {
    char key[ROOM];
    size_t n = 0;
    const char *scope = NULL;
    const sg_looked *w = &d->toks[first].by_key;
    if (!((w->has | w->opens) & SG_TABLE_BIT(SG_T_DISCARDS))) return NULL;
    for (uint32_t i = first; i < stop && i < first + SG_LONGEST_NAME && sg_key_add(key, ROOM, &n, d->toks[i].key); i++) {
        sg_rows r = sg_lexicon_find(d->lex, SG_T_DISCARDS, (sg_str){key, n});
        if (r.count) scope = r.row[0]->cell[1], *length = i + 1 - first;
        if (!sg_lexicon_opens(d->lex, SG_T_DISCARDS, (sg_str){key, n})) break;
    }
    return scope;
}

/* "In the first half of 2022": of a year, and not of a game. */
static bool is_of_year(const sg_doc *d, uint32_t t, uint32_t stop) {
    if (t + 1 >= stop || !sg_eqz(d->toks[t].key, "of") || d->toks[t + 1].form.n != 4) return false;
    for (size_t k = 0; k < 4; k++)
        if (d->toks[t + 1].form.s[k] < '0' || d->toks[t + 1].form.s[k] > '9') return false;
    return true;
}

/* "In a friendly" is of games, "in a friendly atmosphere" (scope `none`) is not: its words are passed over. */
static void discard(sg_doc *d) {
    size_t rows;
    bool whole = false;
    sg_lexicon_rows(d->lex, SG_T_DISCARDS, &rows);
    for (size_t k = 0; rows && k < d->sent_count && !whole; k++) {
        sg_sent *s = &d->sents[k];
        for (uint32_t i = s->first, n = 1; i < s->first + s->count && !whole; i += n, n = 1) {
            const char *scope = discard_at(d, i, s->first + s->count, &n);
            if (scope && strcmp(scope, "doubted") == 0 && !is_of_year(d, i + n, s->first + s->count)) s->doubted = true;
            if (scope && sg_list_has("sentence|document", sg_str_of(scope))) s->discarded = true;
            whole = scope && strcmp(scope, "document") == 0;
        }
    }
    for (size_t k = 0; whole && k < d->sent_count; k++) d->sents[k].discarded = true;
}

/* Does the hit stand for a land by its kind of state and a name: "Kingdom of Lesotho", beginning with this word? */
static bool is_full_name(const sg_doc *d, const sg_hit *h, sg_str word) {
    return h->row->table == SG_T_COUNTRIES && h->last > h->first && sg_eq(d->toks[h->first].key, word);
}

/* "The Kingdom", where the text names a kingdom in full: that one, if it is the only one. */
static void tell_kingdoms_apart(sg_doc *d) {
    enum { MOST = 50 }; /* of a text that says it oftener, the first */
    for (size_t i = 0, said = 0; i < d->hit_count && said < MOST; i++) {
        sg_hit *h = &d->hits[i];
        bool the = h->row->table == SG_T_COUNTRIES && h->last == h->first + 1 && d->toks[h->first].upos == SG_POS_DET;
        if (!the || !strstr(h->row->cell[C_NOTE], "weak")) continue;
        const sg_row *full = NULL;
        bool several = false;
        said++;
        for (size_t k = 0; k < d->hit_count && !several; k++) {
            if (!is_full_name(d, &d->hits[k], d->toks[h->last].key)) continue;
            several = full && strcmp(full->cell[1], d->hits[k].row->cell[1]) != 0;
            full = d->hits[k].row;
        }
        if (full && !several) h->row = full;
    }
}

/* The land that stands right before a body's name and belongs to it: "US Pacific Fleet", "Jordan's Muslim Brotherhood". */
static const sg_row *land_before(const sg_doc *d, const sg_hit *h) {
    uint32_t first = d->sents[d->toks[h->first].sent].first, t = h->first;
    if (t-- == first) return NULL;
    if (t > first && d->toks[t].deprel == SG_DEP_CASE && d->toks[t].head == t - 1) t--;
    const sg_hit *land = sg_hit_over(d, t, SG_T_COUNTRIES, SG_T_COUNTRIES);
    bool inside = d->toks[t].head >= h->first && d->toks[t].head <= h->last;
    return land && land->last == t && inside && strlen(land->row->cell[C_CODE]) == 3 ? land->row : NULL;
}

/* The line of a body as it would stand for another land; its sector and name stay. It is no row of the table
 * (sg_row_phrases), and told as the one that it was made of. */
static const sg_row *moved(sg_doc *d, const sg_row *body, const char *land) {
    sg_row *r = SG_NEW(d->arena, sg_row, 1);
    *r = *body;
    size_t n = strlen(body->cell[O_COUNTRY]);
    if (!strncmp(body->cell[O_CAMEO], body->cell[O_COUNTRY], n))
        r->cell[O_CAMEO] = sg_printf(d->arena, "%s%s", land, body->cell[O_CAMEO] + n);
    r->cell[O_COUNTRY] = land;
    return r;
}

/* Bodies of which the table knows one land's, called another's. Firms and the press are at home in one land and work in
 * many ("the Chinese Toyota dealers"): they stay. */
static void move_organs(sg_doc *d) {
    for (size_t i = 0; i < d->hit_count; i++) {
        sg_hit *h = &d->hits[i];
        if (h->row->table != SG_T_ORGANS || sg_list_has("BUS|JRN", sg_str_of(h->row->cell[O_SECTOR]))) continue;
        const sg_row *land = land_before(d, h);
        if (land && strcmp(land->cell[C_CODE], h->row->cell[O_COUNTRY]) != 0) h->row = moved(d, h->row, land->cell[C_CODE]);
    }
}

void sg_name(sg_doc *d) {
    sg_rows endings = sg_lexicon_by(d->lex, SG_WAY_KIND, SG_LIT("ending")),
            inflections = sg_lexicon_by(d->lex, SG_WAY_KIND, SG_LIT("inflection")),
            plurals = sg_lexicon_by(d->lex, SG_WAY_KIND, SG_LIT("plural"));
    for (size_t i = 0; i < d->tok_count; i++) {
        sg_tok *t = &d->toks[i];
        bool ignored;
        t->key = sg_fold(d->arena, t->form, &t->caps);
        t->hit = NONE;
        bool same = !t->lemma || sg_eqz(t->key, t->lemma) || sg_eqz(t->form, t->lemma);
        t->lemma_key = same ? t->key : sg_fold(d->arena, sg_str_of(t->lemma), &ignored);
        t->by_key = sg_lexicon_look(d->lex, t->key);
        spell_out(d, i);
        mend_lemma(d, &endings, &inflections, t);
        mend_plural(d, &plurals, i);
        t->by_lemma = sg_eq(t->key, t->lemma_key) ? t->by_key : sg_lexicon_look(d->lex, t->lemma_key);
    }
    discard(d);
    for (size_t i = 0; i < d->sent_count; i++) scan(d, &d->sents[i]);
    sg_tell_bearers_apart(d);
    sg_towns_by_region(d);
    tell_states_apart(d);
    sg_states_like_regions(d);
    tell_kingdoms_apart(d);
    tell_organs_apart(d);
    sg_tell_folk_apart(d);
    sg_tell_surnames_apart(d);
    move_organs(d);
}
