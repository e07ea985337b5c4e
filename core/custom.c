/* custom.c: see custom.h.
 *
 * Each rule below holds in the training treebanks in nine cases of ten and more, by count. Rules look at shapes; the words
 * that some need (prefixes, units, endings of files) are the model's list `marks`, "kind<tab>word". */
#include "custom.h"

#include <utf8proc.h>

static const sg_atom nothing = {.kind = SG_OTHER, .gap = SG_LINE};

static const sg_atom *at(const sg_atoms *a, size_t i, long by) {
    long k = (long)i + by;
    return k < 0 || k >= (long)a->count ? &nothing : &a->atom[k];
}

static bool touches(const sg_atoms *a, size_t i, long by) { /* does the next atom touch this one? */
    return at(a, i, by)->gap == SG_TOUCH && at(a, i, by + 1)->end > 0;
}

static sg_str form(const sg_atoms *a, size_t i, long by) {
    const sg_atom *k = at(a, i, by);
    return (sg_str){a->text.s + k->start, k->end - k->start};
}

static char ascii(const sg_atoms *a, size_t i, long by) {
    sg_str s = form(a, i, by);
    return s.n == 1 ? s.s[0] : 0;
}

static bool is_letters(const sg_atoms *a, size_t i, long by, size_t least) {
    return at(a, i, by)->kind == SG_LETTERS && form(a, i, by).n >= least;
}

static bool is_digits(const sg_atoms *a, size_t i, long by) {
    return at(a, i, by)->kind == SG_DIGITS;
}

static bool is_word(const sg_atoms *a, size_t i, long by) {
    return at(a, i, by)->end && at(a, i, by)->kind != SG_OTHER;
}

/* An apostrophe, or a quotation mark like it. */
static bool is_tick(const sg_atoms *a, size_t i, long by) {
    sg_str s = form(a, i, by);
    return sg_eqz(s, "'") || sg_eqz(s, "\u2018") || sg_eqz(s, "\u2019");
}

static bool has_mark(const sg_atoms *a, const char *kind, sg_str s) {
    enum { LONGEST = 20 };
    char key[LONGEST * 2];
    size_t n = strlen(kind);
    if (!s.n || s.n > LONGEST) return false;
    memcpy(key, kind, n);
    key[n++] = '\t';
    for (size_t k = 0; k < s.n; k++) {
        char c = s.s[k];
        key[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return sg_words_find(a->marks, (sg_str){key, n}) >= 0;
}

static bool is_marked(const sg_atoms *a, const char *kind, size_t i, long by) {
    return has_mark(a, kind, form(a, i, by));
}

/* Nothing touches the atom from before but an opening bracket or quotation mark; or, behind it, but what closes. */
static bool begins(const sg_atoms *a, size_t i, long by) {
    char c = ascii(a, i, by - 1);
    return !touches(a, i, by - 1) || (c && strchr("(\"[", c));
}

static bool closes(const sg_atoms *a, size_t i, long by) {
    char c = ascii(a, i, by + 1);
    if (!touches(a, i, by)) return true;
    bool stop = c && strchr(".,;:!?)]\"", c) != NULL;
    return stop && (c == ')' || c == ']' || c == '"' || !touches(a, i, by + 1) || at(a, i, by + 2)->kind == SG_OTHER);
}

/* ---- hyphens ---- */

/* "pre-war": seen from the prefix (hyphen: +1) or from the hyphen (0). */
static bool has_prefix(const sg_atoms *a, size_t i, long hyphen) {
    return ascii(a, i, hyphen) == '-' && is_marked(a, "prefix", i, hyphen - 1) && begins(a, i, hyphen - 1) &&
           touches(a, i, hyphen - 1) && touches(a, i, hyphen) && is_word(a, i, hyphen + 1);
}

static bool is_alone(const sg_atoms *a, size_t i, long sign) { /* two words round a sign, and nothing more */
    return begins(a, i, sign - 1) && touches(a, i, sign - 1) && touches(a, i, sign) && closes(a, i, sign + 1);
}

static bool are_figures(const sg_atoms *a, size_t i, long hyphen) {
    return ascii(a, i, hyphen) == '-' && is_digits(a, i, hyphen - 1) && is_digits(a, i, hyphen + 1) &&
           is_alone(a, i, hyphen);
}

/* "10-15", "1914-1918", "1914-18". */
static bool is_stretch(const sg_atoms *a, size_t i, long hyphen) {
    if (!are_figures(a, i, hyphen)) return false;
    sg_str from = form(a, i, hyphen - 1), to = form(a, i, hyphen + 1);
    bool year = from.n == 4 && (from.s[0] == '1' || from.s[0] == '2') && (to.n == 4 || to.n == 2);
    return (from.n <= 2 && to.n <= 2) || year;
}

/* "555-0199", "3-5290", "77030-2707". */
static bool is_telephone(const sg_atoms *a, size_t i, long hyphen) {
    return are_figures(a, i, hyphen) && form(a, i, hyphen + 1).n == 4 && form(a, i, hyphen - 1).n != 4;
}

/* Does a row of words joined by hyphens end with the atom `by`, seen in direction `step`? */
static bool is_row(const sg_atoms *a, size_t i, long by, long step) {
    enum { LONG = 9 };
    for (long n = 0; n < LONG; n += 2, by += 2 * step) {
        if (!is_word(a, i, by)) return false;
        bool joined = touches(a, i, step > 0 ? by : by - 1);
        if (!joined || ascii(a, i, by + step) != '-') return step > 0 ? closes(a, i, by) : begins(a, i, by);
        if (!touches(a, i, step > 0 ? by + 1 : by - 2)) return false;
    }
    return false;
}

/* "cease-fire", "5-year", "AK-47": words side by side. Figures alone are left to `is_stretch`. */
static bool is_compound(const sg_atoms *a, size_t i, long hyphen) {
    enum { FIGURES = 4 };
    if (ascii(a, i, hyphen) != '-' || !touches(a, i, hyphen - 1) || !touches(a, i, hyphen)) return false;
    bool before = is_digits(a, i, hyphen - 1), after = is_digits(a, i, hyphen + 1);
    if ((before && after) || (after && form(a, i, hyphen + 1).n > FIGURES)) return false;
    return is_row(a, i, hyphen - 1, -1) && is_row(a, i, hyphen + 1, 1);
}

/* "U.S.-Chile", "U.S.-S. Korea": behind initials, but not in "J.-P." */
static bool is_behind_initials(const sg_atoms *a, size_t i, long hyphen) {
    if (ascii(a, i, hyphen) != '-' || ascii(a, i, hyphen - 1) != '.' || !is_letters(a, i, hyphen - 2, 1)) return false;
    if (ascii(a, i, hyphen - 3) != '.' || !touches(a, i, hyphen - 3)) return false;
    bool joined = touches(a, i, hyphen - 2) && touches(a, i, hyphen - 1) && touches(a, i, hyphen);
    return joined && at(a, i, hyphen - 2)->upper && form(a, i, hyphen - 2).n == 1 && is_word(a, i, hyphen + 1);
}

static enum sg_answer by_hyphen(const sg_atoms *a, size_t i) {
    if (is_behind_initials(a, i, 0) || is_behind_initials(a, i, 1)) return SG_WORD_ENDS;
    if (has_prefix(a, i, 0) || has_prefix(a, i, 1)) return SG_GOES_ON;
    if (is_stretch(a, i, 0) || is_stretch(a, i, 1)) return SG_WORD_ENDS;
    if (is_compound(a, i, 0) || is_compound(a, i, 1)) return SG_WORD_ENDS;
    if (is_telephone(a, i, 0) || is_telephone(a, i, 1)) return SG_GOES_ON;
    if (ascii(a, i, 0) == '-' && begins(a, i, 0) && is_letters(a, i, 1, 2) && closes(a, i, 1)) return SG_WORD_ENDS;
    bool word = is_letters(a, i, 0, 3) || is_digits(a, i, 0); /* "s- served": a word broken off is left alone */
    if (word && ascii(a, i, 1) == '-' && !touches(a, i, 1)) return SG_WORD_ENDS;
    return SG_UNSAID;
}

/* ---- apostrophes ---- */

/* Two of them are one quotation mark. */
static bool is_double(const sg_atoms *a, size_t i, long by) {
    return is_tick(a, i, by) && is_tick(a, i, by + 1) && touches(a, i, by) &&
           !(is_tick(a, i, by - 1) && touches(a, i, by - 1)) && !(is_tick(a, i, by + 2) && touches(a, i, by + 1));
}

/* "Côte d'Ivoire", "Wetang'ula": within one name, where no contraction looks so. Tables of names know it as one word. */
static bool is_in_name(const sg_atoms *a, size_t i, long tick) {
    bool within = is_tick(a, i, tick) && is_letters(a, i, tick - 1, 1) && is_letters(a, i, tick + 1, 3) &&
                  touches(a, i, tick - 1) && touches(a, i, tick) && !is_tick(a, i, tick - 2);
    if (!within || is_marked(a, "elided", i, tick + 1)) return false;
    const sg_atom *left = at(a, i, tick - 1), *right = at(a, i, tick + 1);
    sg_str s = form(a, i, tick + 1);
    bool shouted = s.s[1] >= 'A' && s.s[1] <= 'Z';
    return !shouted && (right->upper ? left->upper || form(a, i, tick - 1).n == 1 : left->upper && begins(a, i, tick - 1));
}

static enum sg_answer by_apostrophe(const sg_atoms *a, size_t i) {
    if (is_double(a, i, 0)) return SG_GOES_ON;
    if (is_double(a, i, 1) || is_double(a, i, -1)) return SG_WORD_ENDS;
    if (is_tick(a, i, 0) && begins(a, i, 0)) {
        if (is_letters(a, i, 1, 1)) return is_marked(a, "elided", i, 1) ? SG_GOES_ON : SG_WORD_ENDS;
        if (is_digits(a, i, 1) && form(a, i, 1).n == 2) return SG_GOES_ON; /* '68 */
    }
    if (is_in_name(a, i, 1) || is_in_name(a, i, 0)) return SG_GOES_ON;
    if (is_tick(a, i, 1) && is_letters(a, i, 0, 2) && closes(a, i, 1) && !is_tick(a, i, -1)) {
        sg_str s = form(a, i, 0);
        bool cropped = has_mark(a, "cropped", (sg_str){s.s + s.n - 2, 2}); /* goin' */
        return cropped || strchr("sSzZxX", s.s[s.n - 1]) ? SG_UNSAID : SG_WORD_ENDS;
    }
    return SG_UNSAID;
}

/* ---- slashes, marks before figures, units ---- */

/* "and/or", but no path or address. */
static bool is_either(const sg_atoms *a, size_t i, long slash) {
    return ascii(a, i, slash) == '/' && is_letters(a, i, slash - 1, 2) && is_letters(a, i, slash + 1, 2) &&
           is_alone(a, i, slash);
}

/* "w/o" */
static bool is_initials(const sg_atoms *a, size_t i, long slash) {
    bool both = at(a, i, slash - 1)->kind == SG_LETTERS && at(a, i, slash + 1)->kind == SG_LETTERS;
    return ascii(a, i, slash) == '/' && both && is_alone(a, i, slash) && form(a, i, slash - 1).n == 1 &&
           form(a, i, slash + 1).n == 1;
}

/* "1.5", "2,000", "8:30". */
static bool is_number(const sg_atoms *a, size_t i, long sign) {
    char c = ascii(a, i, sign);
    if (!is_digits(a, i, sign - 1) || !is_digits(a, i, sign + 1) || !touches(a, i, sign - 1) || !touches(a, i, sign))
        return false;
    size_t after = form(a, i, sign + 1).n;
    return c == '.' || (c == ',' && after == 3) || (c == ':' && after == 2);
}

/* "35mm", "8pm": not "B-2am". */
static bool is_amount(const sg_atoms *a, size_t i) {
    return is_digits(a, i, 0) && is_marked(a, "unit", i, 1) && closes(a, i, 1) &&
           !(touches(a, i, -1) && ascii(a, i, -1) == '-');
}

static bool is_capitals(sg_str s) {
    for (size_t k = 0; k < s.n; k++)
        if (s.s[k] < 'A' || s.s[k] > 'Z') return false;
    return s.n > 0;
}

/* "83N", "T1", "AS400": names of things and places, not figures with a unit. */
static bool is_code(const sg_atoms *a, size_t i) {
    enum { LETTERS = 3 };
    if (!begins(a, i, 0) || !closes(a, i, 1)) return false;
    if (is_digits(a, i, 0)) return is_capitals(form(a, i, 1));
    return is_capitals(form(a, i, 0)) && form(a, i, 0).n <= LETTERS && is_digits(a, i, 1);
}

/* "CPI(M)", "Congress(I)", but no "member(s)": seen from the name (bracket: +1) or from the bracket (0). */
static bool is_wing(const sg_atoms *a, size_t i, long bracket) {
    return ascii(a, i, bracket) == '(' && is_letters(a, i, bracket - 1, 2) && at(a, i, bracket - 1)->upper &&
           is_letters(a, i, bracket + 1, 1) && at(a, i, bracket + 1)->upper && touches(a, i, bracket - 1) &&
           touches(a, i, bracket);
}

static enum sg_answer by_sign(const sg_atoms *a, size_t i) {
    char c = ascii(a, i, 0), next = ascii(a, i, 1);
    if (is_either(a, i, 0) || is_either(a, i, 1)) return SG_WORD_ENDS;
    if (is_initials(a, i, 0) || is_initials(a, i, 1)) return SG_GOES_ON;
    if (is_wing(a, i, 0) || is_wing(a, i, 1)) return SG_WORD_ENDS;
    if (is_number(a, i, 0) || is_number(a, i, 1)) return SG_GOES_ON;
    if (c && begins(a, i, 0) && is_digits(a, i, 1) && strchr("#$>@%", c)) return SG_WORD_ENDS;
    if (is_digits(a, i, 0) && next == '%') return SG_WORD_ENDS;
    if (c == '>' && begins(a, i, 0) && is_letters(a, i, 1, 1)) return SG_WORD_ENDS;
    if (c == '#' && begins(a, i, 0) && is_letters(a, i, 1, 2)) return SG_GOES_ON;
    if (is_amount(a, i)) return SG_WORD_ENDS;
    return is_code(a, i) ? SG_GOES_ON : SG_UNSAID;
}

/* ---- stops ---- */

static bool is_loud(char c) {
    return c == '?' || c == '!';
}

/* "report.doc", "enron.com": seen from the name (stop: +1) or from the stop (0). */
static bool is_file(const sg_atoms *a, size_t i, long stop) {
    return ascii(a, i, stop) == '.' && is_word(a, i, stop - 1) && touches(a, i, stop - 1) && touches(a, i, stop) &&
           is_marked(a, "ending", i, stop + 1) && closes(a, i, stop + 1);
}

static enum sg_answer by_stop(const sg_atoms *a, size_t i, bool opens) {
    char c = ascii(a, i, 0), next = ascii(a, i, 1);
    if (is_loud(c) && (is_loud(next) || (next == '.' && ascii(a, i, 2) != '.'))) return SG_GOES_ON;
    if (is_marked(a, "short", i, 0) && next == '.' && touches(a, i, 1) && ascii(a, i, 2) == ',') return SG_GOES_ON;
    if (is_file(a, i, 0) || is_file(a, i, 1)) return SG_GOES_ON;
    if (opens && is_digits(a, i, 0) && next == '.' && !touches(a, i, 1)) return SG_WORD_ENDS; /* "1. The ..." */
    return SG_UNSAID;
}

enum sg_answer sg_custom(const sg_atoms *a, size_t i, bool opens) {
    enum sg_answer said = by_hyphen(a, i);
    if (said == SG_UNSAID) said = by_apostrophe(a, i);
    if (said == SG_UNSAID) said = by_sign(a, i);
    return said == SG_UNSAID ? by_stop(a, i, opens) : said;
}

enum sg_stop sg_custom_stop(const sg_atoms *a, size_t i) {
    if (!is_letters(a, i, 0, 1) || !touches(a, i, 0) || ascii(a, i, 1) != '.' || touches(a, i, 1)) return SG_NO_STOP;
    if (is_marked(a, "short", i, 0) || (is_marked(a, "numbered", i, 0) && is_digits(a, i, 2))) return SG_SHORT;
    return i + 2 >= a->count || is_word(a, i, 2) ? SG_A_STOP : SG_NO_STOP;
}

/* ---- one word that may be two ---- */

/* "Its a", "your not": what owns stands before a noun. The word that follows tells: one that opens a phrase or goes on from
 * "it is" (class `closed`), or a quality that nothing follows (`quality` before a stop, or before what closed words open). */
bool sg_custom_split(const sg_atoms *a, size_t to) {
    if (at(a, to, 0)->gap == SG_TOUCH) return false;
    if (is_marked(a, "closed", to, 1)) return true;
    if (!is_marked(a, "quality", to, 1)) return false;
    char c = ascii(a, to, 2);
    if (touches(a, to, 1)) return c && strchr(".!?", c);
    return at(a, to, 1)->gap == SG_LINE || is_marked(a, "closed", to, 2);
}
