/* read.c: text in, blocks out: what is read must be told from what only marks it (voices, markers,
 * the dateline), before sentences are cut, or a label becomes the first word of a sentence.
 *
 * Labels are known by table en/voices or by their shape (angle brackets, capitals before a colon, a caller's name);
 * datelines by shape alone: a place in capitals, perhaps a date, perhaps an agency, a dash; or a place, a date, a stop;
 * or by a town of the tables or the gazetteer: before a colon, where no other line has a label, alone on the first line,
 * with a day or its land before a dash, in capitals or with a day and an agency right before the text.
 * Lines of a list (headlines, a ticker) are told from wrapped text by where they break: a list goes on to a new line
 * though there was room for the next word. A line in capitals above other text is a heading. */
#include "read.h"

#include "label.h"

enum {
    LABEL_WORDS = 6,
    LABEL_BYTES = 80,
    DATELINE_BYTES = 120,
    LONG_LINE = 100,
    HEADING = 4,
    HEADING_WORDS = 5,
    LIST_LINES = 3, /* fewest lines of a list, by their lengths */
    TITLES = 4      /* and by how they begin and end */
};

typedef struct line {
    uint32_t start, end; /* bytes, trimmed */
    bool blank;
} line;

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static line line_of(sg_str t, size_t at, size_t *next) {
    size_t end = at;
    while (end < t.n && t.s[end] != '\n' && t.s[end] != '\r') end++;
    *next = end < t.n ? end + 1 : end;
    if (end + 1 < t.n && t.s[end] == '\r' && t.s[end + 1] == '\n') *next = end + 2;
    size_t a = at, b = end;
    while (a < b && is_space(t.s[a])) a++;
    while (b > a && is_space(t.s[b - 1])) b--;
    return (line){(uint32_t)a, (uint32_t)b, a == b};
}

/* The words as a phrase of the tables; empty where they are too long for one. */
static sg_str phrase_of(sg_doc *d, sg_str words) {
    size_t room = LABEL_BYTES * 4, n = 0;
    char *key = SG_NEW(d->arena, char, room);
    while (words.n) {
        while (words.n && is_space(*words.s)) words.s++, words.n--;
        size_t w = 0;
        while (w < words.n && !is_space(words.s[w])) w++;
        if (!w) break;
        bool caps;
        sg_str f = sg_fold(d->arena, (sg_str){words.s, w}, &caps);
        if (f.n && !sg_key_add(key, room, &n, f)) return (sg_str){0};
        words.s += w, words.n -= w;
    }
    return (sg_str){key, n};
}

/* The lines of the table that have the words as their phrase. */
static sg_rows rows_of_words(sg_doc *d, sg_table_id table, sg_str words) {
    sg_str key = phrase_of(d, words);
    return key.n ? sg_lexicon_find(d->lex, table, key) : (sg_rows){0};
}

/* The kind that en/voices gives to the words, or NULL. */
static const char *voice_kind(sg_doc *d, sg_str words) {
    sg_rows rows = rows_of_words(d, SG_T_VOICES, words);
    return rows.count ? rows.row[0]->cell[1] : NULL;
}

static bool is_label(sg_doc *d, sg_str words) {
    const char *kind = voice_kind(d, words);
    return kind && !strcmp(kind, "label");
}

/* A label with a name before or after it: "Anchor Kim", "Kim, reporter". A letter stands alone ("Q:"), for "A minister
 * said:" is told; so is "Speaker Roe said:", whose last word is no name. */
static bool label_at_an_end(sg_doc *d, sg_str words) {
    size_t first = 0, last = words.n;
    while (first < words.n && !is_space(words.s[first])) first++;
    while (last > 0 && !is_space(words.s[last - 1])) last--;
    bool told = first < last && last > first + 1 && is_lower(words.s[last]);
    if (first > 1 && !told && is_label(d, (sg_str){words.s, first})) return true;
    return words.n > last + 1 && is_label(d, (sg_str){words.s + last, words.n - last});
}

static bool all_capitals(sg_str s) {
    size_t letters = 0, words = 1;
    for (size_t i = 0; i < s.n; i++) {
        if (is_lower(s.s[i])) return false;
        letters += is_upper(s.s[i]);
        words += is_space(s.s[i]);
    }
    return letters >= 2 && words <= LABEL_WORDS;
}

/* Bytes of what opens the line like a speaker's name in small letters, "Ana Quispe: ...": words with capitals, a colon, more
 * text, and no land ("Peru: ..." heads what is told of it); 0 where nothing does. */
static size_t name_length(sg_doc *d, sg_str s) {
    enum { WORDS = 4 };
    size_t words = 0, i = 0;
    while (i < s.n && words < WORDS && is_upper(s.s[i])) {
        while (i < s.n && !is_space(s.s[i]) && s.s[i] != ':') i++;
        words++;
        if (i == s.n || s.s[i] == ':') break;
        i++;
    }
    bool name = words && i + 2 < s.n && s.s[i] == ':' && s.s[i + 1] == ' ';
    return name && !rows_of_words(d, SG_T_COUNTRIES, (sg_str){s.s, i}).count ? i : 0;
}

/* Is it a talk of several, each called by name at the head of what he says: who is called so once more, and others? */
static bool is_dialogue(sg_doc *d) {
    enum { MOST = 64 };
    uint64_t called[MOST];
    size_t count = 0, lines = 0, again = 0, others = 0;
    for (size_t at = 0, next; at < d->text.n && count < MOST; at = next) {
        line l = line_of(d->text, at, &next);
        size_t n = name_length(d, (sg_str){d->text.s + l.start, l.end - l.start}), seen = 0;
        lines += !l.blank;
        if (!n) continue;
        uint64_t who = sg_hash(SG_HASH, d->text.s + l.start, n);
        while (seen < count && called[seen] != who) seen++;
        again += seen < count;
        others += seen == count && count > 0;
        if (seen == count) called[count++] = who;
    }
    return again && others && (again + others) * 4 > lines;
}

/* "SRI LANKA: ARMY KILLS REBEL CHIEF": in a headline all in capitals a land tells where it is, and says nothing. */
static bool is_headed_land(sg_doc *d, sg_str words, sg_str rest) {
    for (size_t i = 0; i < rest.n; i++)
        if (is_lower(rest.s[i])) return false;
    return rows_of_words(d, SG_T_COUNTRIES, words).count > 0;
}

/* "#BREAKING Chad shells Niger": the mark that agencies put before what they post; its bytes, or 0. */
static uint32_t mark_length(sg_doc *d, sg_str s) {
    size_t n = 1;
    while (n < s.n && !is_space(s.s[n]) && s.s[n] != ':') n++;
    bool more = n + 1 < s.n && is_label(d, (sg_str){s.s + 1, n - 1});
    return more ? (uint32_t)(n + (s.s[n] == ':')) : 0;
}

/* Bytes of the label that opens the line; 0 where there is none. */
static uint32_t label_length(sg_doc *d, sg_str s, bool dialogue) {
    if (!s.n) return 0;
    if (s.s[0] == '#') return mark_length(d, s);
    size_t most = s.n < LABEL_BYTES ? s.n : LABEL_BYTES;
    char close = s.s[0] == '<' ? '>' : s.s[0] == '[' ? ']' : s.s[0] == '(' ? ')' : ':';
    const char *at = memchr(s.s, close, most);
    bool alone = !at && s.n < LABEL_BYTES && s.s[s.n - 1] == ')'; /* "Mr. ROE (Chad)", on a line of its own */
    if (!at) return alone && sg_label_calls(d, s) ? (uint32_t)s.n : 0;
    size_t n = (size_t)(at - s.s);
    if (close != ':') {
        bool whole = n + 1 == s.n && close != ')'; /* what else stands in round brackets is read */
        sg_str inner = {s.s + 1, n - 1};
        return whole || is_label(d, inner) || label_at_an_end(d, inner) ? (uint32_t)n + 1 : 0;
    }
    if (n + 1 < s.n && !is_space(s.s[n + 1])) return 0; /* 10:30, http:// */
    sg_str words = {s.s, n};
    bool shouted = all_capitals(words) && !is_headed_land(d, words, (sg_str){s.s + n + 1, s.n - n - 1});
    bool label = shouted || is_label(d, words) || label_at_an_end(d, words) || sg_label_calls(d, words) ||
                 (dialogue && name_length(d, s));
    return label ? (uint32_t)n + 1 : 0;
}

/* A line in capitals: a heading, where other text follows. */
static bool is_heading(sg_str s) {
    size_t capitals = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (is_lower(s.s[i])) return false;
        capitals += is_upper(s.s[i]);
    }
    return capitals >= HEADING;
}

/* Does the table of lands have the words as one of these kinds? */
static bool is_land_of_kind(sg_doc *d, sg_str words, const char *kinds) {
    enum { KIND = 2 };
    sg_rows rows = rows_of_words(d, SG_T_COUNTRIES, words);
    for (size_t k = 0; k < rows.count; k++)
        if (sg_list_has(kinds, sg_str_of(rows.row[k]->cell[KIND]))) return true;
    return false;
}

static bool is_town(sg_doc *d, sg_str words) {
    return is_land_of_kind(d, words, "capital|city");
}

/* A town that the gazetteer has, large enough to be written from, and no name of people ("LINCOLN: I thank you"). */
static bool is_large_town(sg_doc *d, sg_str words) {
    enum { LEAST = 10000 };
    const sg_gazetteer *g = sg_lexicon_gazetteer(d->lex);
    sg_str key = phrase_of(d, words);
    if (!g || !key.n || sg_lexicon_find(d->lex, SG_T_GIVEN, key).count) return false;
    return sg_gazetteer_town(g, sg_hash(SG_HASH, key.s, key.n), LEAST) != NULL;
}

/* "KARACHI: Police", "Nairobi: Gunmen", "Hanoi" alone on the line: bytes of a town, and its colon, that opens a report. Who
 * speaks is called so too; but not a town, and seldom once only. */
static uint32_t town_length(sg_doc *d, sg_str s) {
    enum { MOST = 32 };
    const char *colon = s.n && is_upper(*s.s) ? memchr(s.s, ':', s.n < MOST ? s.n : MOST) : NULL;
    size_t n = colon ? (size_t)(colon - s.s) : 0;
    bool alone = !colon && s.n && s.n < MOST && is_upper(*s.s);
    if (alone) n = s.n;
    else if (!n || n + 2 >= s.n || !is_space(s.s[n + 1]) || is_lower(s.s[n + 2])) return 0;
    sg_str words = {s.s, n};
    if (!is_town(d, words) && (rows_of_words(d, SG_T_COUNTRIES, words).count || !is_large_town(d, words))) return 0;
    return (uint32_t)(alone ? n : n + 2);
}

/* Is a voice called before any other line of the text? */
static bool calls_others(sg_doc *d, uint32_t opens) {
    for (size_t at = 0, next; at < d->text.n; at = next) {
        line l = line_of(d->text, at, &next);
        sg_str s = {d->text.s + l.start, l.end - l.start};
        if (l.start > opens && !l.blank && label_length(d, s, false)) return true;
    }
    return false;
}

/* Bytes of a dash that parts a dateline from its text, at s; an agency of old sends a low one. */
static size_t dash(sg_str s) {
    if (s.n >= 3 && (unsigned char)s.s[0] == 0xE2 && (unsigned char)s.s[1] == 0x80 &&
        ((unsigned char)s.s[2] == 0x93 || (unsigned char)s.s[2] == 0x94 || (unsigned char)s.s[2] == 0x95))
        return 3;
    if (s.n >= 2 && s.s[0] == '-' && s.s[1] == '-') return 2;
    bool alone = s.n == 1 || (s.n && is_space(s.s[1]));
    return s.n && (s.s[0] == '-' || s.s[0] == '_') && alone ? 1 : 0;
}

/* "TEL AVIV-- ", "KABUL (Pajhwok): ", "TUNIS (TAP) : ": what may part a dateline from its text at `i`, in bytes. */
static size_t parting(sg_str s, size_t i) {
    sg_str rest = {s.s + i, s.n - i};
    char before = s.s[i - 1];
    bool behind = before == ')' || (i > 1 && is_space(before) && s.s[i - 2] == ')');
    bool dated = is_digit(before) && memchr(s.s, ',', i); /* "KATHMANDU, Jan 6: " */
    if (s.s[i] == ':') return (behind || dated) && rest.n > 1 && is_space(rest.s[1]) ? 1 : 0;
    size_t n = dash(rest);
    bool joined = n > 1 && is_upper(before) && i > 1 && is_upper(s.s[i - 2]) && rest.n > n && is_space(rest.s[n]);
    bool stop = before == '.' && rest.n > n && is_space(rest.s[n]); /* "Zurich.- The" */
    return is_space(before) || before == ')' || joined || stop ? n : 0;
}

/* "BANGKOK (dpa)": an agency that writes itself with small letters, in a bracket that ends the words at `i`. */
static bool is_small_agency(sg_str s, size_t i) {
    enum { LONGEST = 8 };
    if (!i || s.s[i - 1] != '(' || s.s[s.n - 1] != ')' || s.n - i > LONGEST) return false;
    for (; i + 1 < s.n; i++)
        if (!is_lower(s.s[i]) && s.s[i] != '/') return false;
    return true;
}

/* "ANKARA, Oct 11", "TUNIS (TAP)": the words that come first, before a comma or bracket. */
static sg_str place_in(sg_str words) {
    size_t n = 0;
    while (n < words.n && !strchr(",(/", words.s[n])) n++;
    return sg_trim((sg_str){words.s, n});
}

/* "COUNCIL OF REPRESENTATIVES -- RESOLUTION": of a line all in capitals, which is a heading, only a place that opens it can
 * be what a dateline tells. */
static bool heads_only(sg_doc *d, sg_str words, sg_str all) {
    if (!is_heading(all)) return false;
    sg_str place = place_in(words);
    return !rows_of_words(d, SG_T_COUNTRIES, place).count && !is_large_town(d, place);
}

/* Do the words before the dash look like a place, a date, an agency? */
static bool dateline_words(sg_str s, bool bracket) {
    size_t capitals = 0, words = 0;
    bool comma = false, first_caps = true;
    for (size_t i = 0; i < s.n; i++) {
        bool starts = i == 0 || is_space(s.s[i - 1]) || s.s[i - 1] == '(';
        if (starts && is_lower(s.s[i]) && !is_small_agency(s, i)) return false;
        if (s.s[i] == '"' || s.s[i] == '!' || s.s[i] == '?' || s.s[i] == ';') return false;
        words += starts && !is_space(s.s[i]);
        if (words == 1 && is_lower(s.s[i])) first_caps = false;
        capitals += is_upper(s.s[i]);
        comma |= s.s[i] == ',' || is_digit(s.s[i]);
    }
    return capitals && words <= 10 && (bracket || (first_caps && capitals > 1) || (comma && words <= 6 && first_caps));
}

/* Bytes of an agency's name in capitals with a dash behind it, "TASS -- ", at s. */
static size_t agency_in_capitals(sg_str s) {
    enum { LONGEST = 12 };
    size_t n = 0;
    while (n < s.n && n < LONGEST && is_upper(s.s[n])) n++;
    size_t at = n;
    while (at < s.n && s.s[at] == ' ') at++;
    size_t mark = n > 2 && at + 1 < s.n && s.s[at] == '-' ? parting(s, at) : 0;
    if (!mark) return 0;
    for (n = at + mark; n < s.n && is_space(s.s[n]);) n++;
    return n;
}

/* Bytes of the mark of an agency behind a dateline, "/TASS/.", "TASS -- ", at s. */
static size_t agency(sg_str s) {
    if (agency_in_capitals(s)) return agency_in_capitals(s);
    const char *close =
        s.n > 2 && *s.s == '/' ? memchr(s.s + 1, '/', s.n - 1 < DATELINE_BYTES / 4 ? s.n - 1 : DATELINE_BYTES / 4) : NULL;
    if (!close) return 0;
    size_t n = (size_t)(close - s.s) + 1;
    while (n < s.n && (s.s[n] == '.' || s.s[n] == '-' || is_space(s.s[n]))) n++;
    return n;
}

/* "VILNIUS, 3 February 2026.", "Baku, 4 May (Azertac)." Does a stop at `i` end a dateline? */
static bool dated_stop(sg_str s, size_t i) {
    if (s.s[i] != '.' || i + 1 >= s.n || !is_space(s.s[i + 1])) return false;
    if (!is_digit(s.s[i - 1]) && s.s[i - 1] != ')') return false;
    return memchr(s.s, ',', i) && is_upper(s.s[1]) && dateline_words((sg_str){s.s, i}, s.s[i - 1] == ')');
}

/* "ANKARA, Oct 11", "Lima, 4 May (Agency)" on a line of its own: a town, a day, and no word in small letters. */
static bool is_dated_town(sg_doc *d, sg_str s) {
    enum { MOST = 48 };
    const char *comma = s.n <= MOST ? memchr(s.s, ',', s.n) : NULL;
    bool day = false;
    for (size_t i = comma ? (size_t)(comma - s.s) : s.n; i < s.n; i++) {
        if (is_lower(s.s[i]) && is_space(s.s[i - 1])) return false;
        day |= is_digit(s.s[i]) && is_space(s.s[i - 1]);
    }
    return day && is_town(d, (sg_str){s.s, (size_t)(comma - s.s)});
}

/* "Riga - Latvia has", "Zurich. - The two": a town of the tables, or a stop before the dash, in whatever letters; but not
 * "Riga - Oslo talks". */
static bool is_town_before(sg_doc *d, sg_str words, sg_str rest) {
    enum { MOST = 32 };
    size_t i = 0, end;
    while (i < rest.n && is_space(rest.s[i])) i++;
    bool opens = i < rest.n && !is_lower(rest.s[i]); /* "Lima - which had protested - left" is none */
    if (!opens || !words.n || words.n > MOST || !is_upper(*words.s)) return false;
    bool stop = words.s[words.n - 1] == '.';
    const char *comma = memchr(words.s, ',', words.n); /* "Lima, 4 May - ", "Lima, May 4 - ", "Lima, Peru - " */
    sg_str behind = comma ? sg_trim((sg_str){comma + 1, words.n - (size_t)(comma + 1 - words.s)}) : (sg_str){words.s, 0};
    bool more = behind.n && (is_digit(*behind.s) || is_dated_town(d, words) || is_land_of_kind(d, behind, "name|official|variant"));
    if (more) words.n = (size_t)(comma - words.s);
    if (stop) return memchr(words.s, '.', words.n - 1) == NULL && !memchr(words.s, ' ', words.n);
    for (end = i; end < rest.n && !is_space(rest.s[end]);) end++;
    return is_town(d, words) && !is_town(d, (sg_str){rest.s + i, end - i});
}

/* "Lima, 4 May (Andina) A delegation", "Lima (EFE) A delegation": a town, a day or an agency in capitals, right before
 * the text. */
static size_t agency_ends(sg_doc *d, sg_str s) {
    const char *close = memchr(s.s, ')', s.n < DATELINE_BYTES ? s.n : DATELINE_BYTES);
    size_t n = close ? (size_t)(close - s.s) + 1 : s.n;
    if (n + 1 >= s.n || !is_space(s.s[n]) || is_lower(s.s[n + 1]) || strchr("-/_", s.s[n + 1])) return 0;
    const char *open = memchr(s.s, '(', n);
    sg_str words = open ? sg_trim((sg_str){s.s, (size_t)(open - s.s)}) : (sg_str){s.s, 0};
    bool dated = is_dated_town(d, words), town = words.n && is_town(d, place_in(words)) && words.n <= place_in(words).n + 1;
    return open && is_upper(open[1]) && (dated || (town && is_upper(open[2]))) ? n + 1 : 0;
}

/* "QUITO, Feb. 9 Teachers", "GORE, Chad The envoy", "KABUL Gunmen": a town in capitals, perhaps its land, perhaps a day,
 * right before the text; bytes of it. */
static size_t shouted_town(sg_doc *d, sg_str s) {
    enum { MOST = 32, PARTS = 3 };
    size_t n = 0;
    while (n < s.n && n < MOST && (is_upper(s.s[n]) || (n && strchr(" .'-", s.s[n])))) n++;
    if (n < s.n && is_lower(s.s[n])) /* the first letter of the text */
        do n--;
        while (n && !is_space(s.s[n - 1]));
    sg_str place = sg_trim((sg_str){s.s, n});
    if (place.n < 3 || !is_upper(place.s[place.n - 1]) || (!is_town(d, place) && !is_large_town(d, place))) return 0;
    n = place.n;
    for (size_t part = 0; part < PARTS && n + 2 < s.n && s.s[n] == ','; part++) {
        size_t from = n + 2, end = from, digits = 0;
        for (; end < s.n && end - from < MOST && s.s[end] != ',' && !(digits && is_space(s.s[end])); end++)
            digits += is_digit(s.s[end]);
        bool day = digits && digits <= 2;
        for (size_t words = 1; !day && words <= PARTS; words++) { /* "El Salvador" */
            for (end = from, digits = 0; end < s.n && (!is_space(s.s[end]) || ++digits < words) && s.s[end] != ',';) end++;
            day = is_land_of_kind(d, (sg_str){s.s + from, end - from}, "name|official|variant");
        }
        if (!day) break;
        n = end;
    }
    return n + 1 < s.n && is_space(s.s[n]) && is_upper(s.s[n + 1]) ? n + 1 : 0;
}

/* Bytes of the dateline with its dash and the blanks after it; 0 where there is none. */
static uint32_t dateline_length(sg_doc *d, sg_str s) {
    bool bracket = false;
    if (!s.n || !(is_upper(s.s[0]) || (unsigned char)s.s[0] >= 0xC3)) return 0;
    if (is_dated_town(d, s)) return (uint32_t)s.n;
    size_t ends = agency_ends(d, s);
    if (ends) return (uint32_t)ends;
    for (size_t i = 1; i < s.n && i < DATELINE_BYTES; i++) {
        if (s.s[i] == '(') bracket = true;
        if (dated_stop(s, i)) {
            i++;
            while (i < s.n && is_space(s.s[i])) i++;
            i += agency((sg_str){s.s + i, s.n - i});
            return i < s.n ? (uint32_t)i : 0;
        }
        size_t n = parting(s, i);
        if (!n) continue;
        bool colon =
            s.s[i] == ':'; /* behind a name with its office, "Mr Okello (Uganda): ", it parts a speaker from his words */
        sg_str words = sg_trim((sg_str){s.s, i});
        bool town = is_dated_town(d, words) || (!colon && is_town_before(d, words, (sg_str){s.s + i + n, s.n - i - n}));
        if (!town && heads_only(d, words, s)) return 0;
        if (!town && (!dateline_words(words, bracket) || (colon && is_lower(s.s[1])))) return 0;
        i += n;
        while (i < s.n && is_space(s.s[i])) i++;
        bool town_alone = i == s.n && is_town(d, place_in(words)); /* "ANKARA, Oct 11 -", and not "DEAR SIRS, -" */
        return i < s.n || town_alone ? (uint32_t)i : 0;
    }
    return (uint32_t)shouted_town(d, s);
}

/* Is each line a paragraph of its own? Long lines that end in a stop are not wrapped. */
static bool unwrapped(sg_str t) {
    size_t lines = 0, bytes = 0, stopped = 0;
    for (size_t at = 0, next; at < t.n; at = next) {
        line l = line_of(t, at, &next);
        if (l.blank) continue;
        char c = t.s[l.end - 1];
        lines++, bytes += l.end - l.start;
        stopped += c == '.' || c == '!' || c == '?' || c == '"' || c == (char)0x9D;
    }
    return lines > 1 && bytes / lines >= LONG_LINE && stopped * 10 >= lines * 8;
}

/* Do lines break wherever the page ended? Then many a line begins with a small letter: of a transcript too. */
static bool is_wrapped(sg_str t) {
    enum { ONE_IN = 4 };
    size_t lines = 0, small = 0;
    bool fresh = true;
    for (size_t at = 0, next; at < t.n; at = next) {
        line l = line_of(t, at, &next);
        if (!l.blank && !fresh) lines++, small += is_lower(t.s[l.start]);
        fresh = l.blank;
    }
    return ONE_IN * small > lines;
}

static size_t word_end(sg_str s, size_t i) {
    while (i < s.n && !is_space(s.s[i])) i++;
    return i;
}

/* Bytes of a heading in capitals before other text on its own line, "STATEMENT BY THE COUNCIL OF X The council ..."; 0
 * where there is none. What could be an article ("A") or the place of a dateline is the text's. */
static uint32_t heading_length(sg_doc *d, sg_str s) {
    size_t words = 0, end = 0, last = 0, place = 0;
    for (size_t i = 0; i < s.n; end = i) {
        size_t stop = word_end(s, i), small = i;
        while (small < stop && !is_lower(s.s[small])) small++;
        if (small < stop) {
            if (!is_upper(s.s[i]) && word_end(s, last) - last > 1) return 0;
            break;
        }
        words += stop - i > 1 && is_upper(s.s[i]);
        if (stop - i > 2 && is_upper(s.s[i]) && s.s[stop - 1] == ',') place = i;
        last = i;
        i = stop;
        while (i < s.n && is_space(s.s[i])) i++;
        if (i == s.n) return 0;
    }
    if (words < HEADING_WORDS) return 0;
    if (place && dateline_length(d, (sg_str){s.s + place, s.n - place})) return (uint32_t)place;
    return (uint32_t)(word_end(s, last) - last == 1 ? last : end);
}

/* Bytes of a clock's time that opens a line of a ticker, "0712", "07:12", with the blanks after it. */
static uint32_t clock_length(sg_str s) {
    size_t digits = 0, n = 0;
    while (n < s.n && n < 5 && (is_digit(s.s[n]) || (n == 2 && (s.s[n] == ':' || s.s[n] == '.'))))
        digits += is_digit(s.s[n++]);
    if (digits != 4 || n >= s.n || !is_space(s.s[n])) return 0;
    while (n < s.n && is_space(s.s[n])) n++;
    return (uint32_t)n;
}

/* What kind of lines the paragraph at `at` has. */
typedef struct para {
    bool list, timed; /* each line stands by itself; a clock's time opens most of them */
} para;

/* Would the first word of `next` have had room behind `l`? */
static bool had_room(sg_str t, line l, line next, size_t width) {
    size_t word = 0;
    while (next.start + word < next.end && !is_space(t.s[next.start + word])) word++;
    return !is_lower(t.s[next.start]) && (size_t)(l.end - l.start) + 1 + word <= width;
}

/* May line `s` be a headline, which neither is the rest of another line nor goes on in the next? Its last mark tells. */
static bool ends_open(sg_str s) {
    return strchr(".,-", s.s[s.n - 1]) == NULL;
}

static para para_at(sg_str t, size_t at) {
    size_t width = 0, lines = 0, timed = 0, meant = 0, small = 0, open = 0, next = at;
    line last = {0}, l;
    for (size_t i = at; i < t.n; i = next) {
        if ((l = line_of(t, i, &next)).blank) break;
        if (is_heading((sg_str){t.s + l.start, l.end - l.start})) continue;
        if (l.end - l.start > width) width = l.end - l.start;
        timed += clock_length((sg_str){t.s + l.start, l.end - l.start}) > 0;
        small += is_lower(t.s[l.start]);
        open += ends_open((sg_str){t.s + l.start, l.end - l.start});
        lines++;
    }
    for (size_t i = at; i < t.n; i = next) {
        if ((l = line_of(t, i, &next)).blank) break;
        if (is_heading((sg_str){t.s + l.start, l.end - l.start})) continue;
        meant += last.end && had_room(t, last, l, width);
        last = l;
    }
    /* Headlines of about one length, too: of prose that is wrapped some line begins with a small letter, and the last ends
     * in a stop. */
    bool titles = lines >= TITLES && !small && open * 6 > lines * 5;
    return (para){titles || (lines >= LIST_LINES && meant * 3 >= (lines - 1) * 2), timed * 2 > lines};
}

static void add_block(sg_doc *d, uint32_t start, uint32_t end, bool in_title) {
    if (start >= end) return;
    *SG_PUSH(d->arena, d->blocks, d->block_count, d->block_cap) =
        (sg_block_text){.start = start, .end = end, .in_title = in_title};
}

typedef struct reading {
    uint32_t start, end, voice; /* the open block; empty where start == end */
    uint32_t label[2];          /* that it stands under */
    bool lines, labels, begun, heading, dialogue;
    bool dated; /* a dateline opened the text */
    para para;  /* that is being read */
} reading;

static void add_voiced(sg_doc *d, const reading *r, uint32_t start, uint32_t end) {
    size_t before = d->block_count;
    add_block(d, start, end, false);
    if (d->block_count == before) return;
    sg_block_text *b = &d->blocks[before];
    b->voice = r->voice, b->label[0] = r->label[0], b->label[1] = r->label[1];
}

static void close_block(sg_doc *d, reading *r) {
    add_voiced(d, r, r->start, r->end);
    r->start = r->end = 0;
    r->heading = false;
}

/* "[BUSINESS HOUR, LUSAKA]": of a line in brackets and capitals over a broadcast, the land or town, if it stands alone
 * between commas or opens the line; its bytes are the dateline's. */
static void heed_programme(sg_doc *d, line l) {
    enum { MOST = 3 }; /* words */
    uint32_t end = l.end - 1;
    for (uint32_t at = l.start + 1, stop; at < end; at = stop + 1) {
        stop = at;
        while (stop < end && d->text.s[stop] != ',') stop++;
        while (at < stop && is_space(d->text.s[at])) at++;
        sg_str part = {d->text.s + at, stop - at};
        for (size_t n = 0, words = 0; n < part.n && words < MOST; words++) {
            n = word_end(part, n);
            sg_str name = {part.s, n};
            bool opens = at == l.start + 1 || n == part.n;
            bool land = opens && is_land_of_kind(d, name, "capital|city|name|official");
            if (land) d->dateline[0] = at, d->dateline[1] = at + (uint32_t)n;
            while (n < part.n && is_space(part.s[n])) n++;
        }
    }
}

/* Behind the first dateline of a text, only what names an agency in brackets near its beginning is one more. */
static bool opens_dispatch(sg_str s) {
    const char *open = memchr(s.s, '(', s.n < DATELINE_BYTES / 2 ? s.n : DATELINE_BYTES / 2);
    const char *close = open ? memchr(open, ')', s.n - (size_t)(open - s.s)) : NULL;
    return close && memchr(s.s, ',', (size_t)(open - s.s)) && close - open < DATELINE_BYTES / 4;
}

static void read_line(sg_doc *d, reading *r, line l) {
    const line whole = l;
    sg_str s = {d->text.s + l.start, l.end - l.start};
    bool opens = r->labels && !r->begun && !r->dialogue && !r->voice && !r->para.list;
    bool town = opens && town_length(d, s) && !calls_others(d, l.start);
    uint32_t label = r->labels && !town ? label_length(d, s, r->dialogue) : 0;
    bool heading = r->labels && is_heading(s);
    if (!label && r->labels && r->para.timed) l.start += clock_length(s);
    if (r->heading && !heading && r->start < r->end) {
        close_block(d, r);
        d->blocks[d->block_count - 1].heading = true;
    }
    if (label) {
        close_block(d, r);
        r->voice = (uint32_t)sg_hash(SG_HASH, s.s, label) >> 1 | 1;
        r->label[0] = l.start, r->label[1] = l.start + label;
        l.start += label;
        while (l.start < l.end && is_space(d->text.s[l.start])) l.start++;
        bool opening = l.start == l.end && s.s[0] == '[' && s.s[s.n - 1] == ']' && !r->begun && is_heading(s);
        if (opening && (!d->block_count || d->blocks[d->block_count - 1].in_title)) heed_programme(d, whole);
        if (l.start == l.end) return;
    } else if (r->lines || r->para.list) {
        close_block(d, r);
    }
    if (r->labels && r->start == r->end) {
        uint32_t n = heading_length(d, (sg_str){d->text.s + l.start, l.end - l.start});
        uint32_t end = l.start + n;
        while (n && is_space(d->text.s[end - 1])) end--;
        add_voiced(d, r, l.start, end);
        if (n) d->blocks[d->block_count - 1].heading = true;
        l.start += n;
    }
    if (r->labels && !r->begun) { /* only what opens the report can be its dateline */
        uint32_t n = town ? town_length(d, s) : dateline_length(d, (sg_str){d->text.s + l.start, l.end - l.start});
        if (n) d->dateline[0] = l.start, d->dateline[1] = l.start + n, l.start += n;
        r->begun = n || l.end - l.start > LONG_LINE;
        r->dated = n && !town;
    } else if (r->dated && r->start == r->end) { /* one dispatch behind another */
        sg_str rest = {d->text.s + l.start, l.end - l.start};
        uint32_t n = opens_dispatch(rest) ? dateline_length(d, rest) : 0;
        l.start += n;
    }
    if (l.start == l.end) return;
    if (r->start == r->end) r->start = l.start, r->heading = heading;
    r->end = l.end;
}

void sg_read(sg_doc *d) {
    sg_str title = sg_trim(d->title);
    if (title.n) {
        uint32_t at = (uint32_t)(title.s - d->title.s);
        add_block(d, at, at + (uint32_t)title.n, true);
    }
    bool given = d->in->form == SG_CONLLU, fresh = true; /* a paragraph begins */
    bool turns = d->in->form == SG_TRANSCRIPT && !is_wrapped(d->text);
    reading r = {.labels = !given && !d->whole, .lines = !given && (turns || unwrapped(d->text))};
    r.dialogue = r.labels && is_dialogue(d);
    for (size_t at = 0, next; at < d->text.n; at = next) {
        line l = line_of(d->text, at, &next);
        if (l.blank) close_block(d, &r);
        else {
            if (fresh && !given) r.para = para_at(d->text, at);
            read_line(d, &r, l);
        }
        fresh = l.blank;
    }
    close_block(d, &r);
}
