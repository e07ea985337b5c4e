/* when.c: reads dates, because a record without its day cannot be counted.
 *
 * A sentence is read from left to right; at each word the longest of a few patterns gives a moment (moment.h), and the
 * word before it ("since", "by", "from") says what it is used for. What is counted from a date said before ("two days
 * later") is read here too, and so are expressions that look like dates and tell none ("every Friday", "a year after
 * the war"), so that no date is made of a part of them. */
#include "when.h"

#include "moment.h"

enum {
    HOPS = 64,   /* up a tree */
    BEFORE = 2,  /* sentences that a date said before may lie back */
    ORIGIN = 14, /* words that an anniversary may have */
    TENSES = 8,  /* clauses inside clauses whose tense is that of the one above */
    A_MONTH = 31 /* a dateline's day is that long past, at most */
};

typedef struct state {
    sg_scan s;
    uint32_t clause; /* the last predicate whose tense was asked for, and what it was */
    enum sg_tense tense;
    bool perfect, planning; /* its verb is a perfect; one of what is to come */
} state;

/* ---- The tense of a clause ------------------------------------------------------------------ */

static bool lemma_is(const sg_scan *s, uint32_t t, const char *kind) {
    return sg_kind_value(&s->d->toks[t].by_lemma, kind) != NULL;
}

/* The verb, or what stands with a copula or an auxiliary, that the word is told under. */
static uint32_t predicate(const sg_doc *d, uint32_t t) {
    for (int hops = 0; hops < HOPS && t != NONE; hops++, t = d->toks[t].head) {
        if (d->toks[t].upos == SG_POS_VERB) return t;
        for (uint32_t c = d->toks[t].child; c != NONE; c = d->toks[c].next)
            if (d->toks[c].deprel == SG_DEP_COP || d->toks[c].deprel == SG_DEP_AUX) return c == t ? NONE : t;
    }
    return NONE;
}

typedef struct mood { /* what stands around a predicate */
    bool infinitive, perfect, modal, future;
    uint32_t finite; /* bits of what is finite in it */
} mood;

static mood mood_of(const sg_scan *s, uint32_t p) {
    const sg_doc *d = s->d;
    const sg_tok *v = &d->toks[p];
    mood m = {.finite = v->upos == SG_POS_VERB && (v->bits & SG_FEAT_FIN) ? v->bits : 0};
    bool to = false, bare = v->upos == SG_POS_VERB && (v->bits & SG_FEAT_INF);
    for (uint32_t c = v->child; c != NONE; c = d->toks[c].next) {
        const sg_tok *k = &d->toks[c];
        if (k->upos == SG_POS_PART && k->deprel == SG_DEP_MARK && c < p) to = true;
        if (k->deprel != SG_DEP_AUX && k->deprel != SG_DEP_AUX_PASS && k->deprel != SG_DEP_COP) continue;
        const char *modal = sg_time_word(s, c, "modal");
        bare |= (k->bits & SG_FEAT_INF) && !modal;
        if (modal) m.modal = true, m.future |= !strcmp(modal, "future");
        else if (k->bits & SG_FEAT_FIN) m.finite = k->bits;
        bool done = (v->bits & SG_FEAT_PART) && (v->bits & SG_FEAT_PAST) && !(v->bits & SG_FEAT_PASS);
        m.perfect |= k->deprel == SG_DEP_AUX && !modal && (done || sg_time_word(s, c, "perfect"));
    }
    m.infinitive = to && bare;
    return m;
}

/* Has the verb, by the tables, one of these operators? */
static bool operates(const sg_doc *d, uint32_t verb, const char *ops) {
    enum { POS = 1, OP = 2 };
    sg_rows rows = sg_rows_by_lemma(d, &d->toks[verb], SG_T_OPERATORS);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.row[i]->cell[POS][0] == 'v' && sg_list_has(ops, sg_str_of(rows.row[i]->cell[OP]))) return true;
    return false;
}

/* Is the infinitive under the word what is to come ("agreed to meet", "ready to march"), not what was done ("managed to
 * meet", "gathered to pray")? */
static bool looks_ahead(const sg_scan *s, uint32_t up) {
    static const char ops[] = "settle|demand|want|intend|promise|threaten|ask|agree|refuse|allow|warn|announce";
    if (s->d->toks[up].upos != SG_POS_VERB || lemma_is(s, up, "bidding")) return true;
    return operates(s->d, up, ops);
}

/* "Promised an election in July": does the time stand behind what the verb holds out? */
static bool is_of_promised(const sg_doc *d, uint32_t t, uint32_t verb) {
    uint32_t what = NONE;
    for (uint32_t c = d->toks[verb].child; c != NONE && c < t; c = d->toks[c].next)
        if (d->toks[c].deprel == SG_DEP_OBJ && c > verb) what = c;
    return what != NONE && operates(d, verb, "promise|intend|threaten|demand|want");
}

/* Told as past, as to come, or as neither. Clauses without a tense of their own have that of the one above. */
static enum sg_tense tense_of(const sg_scan *s, uint32_t p) {
    const sg_doc *d = s->d;
    for (int n = 0; n < TENSES && p != NONE; n++) {
        const sg_tok *v = &d->toks[p];
        mood m = mood_of(s, p);
        uint32_t up = v->head == NONE ? NONE : predicate(d, v->head);
        bool planned = lemma_is(s, p, "ahead");
        if (m.modal && (m.future || !m.perfect)) return SG_TENSE_AHEAD;
        if (m.modal) return SG_TENSE_PAST;
        if (m.infinitive) {
            if (up == NONE || looks_ahead(s, up) || v->deprel == SG_DEP_ACL) return SG_TENSE_AHEAD;
        } else if (m.finite & SG_FEAT_PAST) {
            return planned ? SG_TENSE_AHEAD : SG_TENSE_PAST;
        } else if (m.finite & SG_FEAT_PRES) {
            return planned ? SG_TENSE_AHEAD : m.perfect || lemma_is(s, p, "telling") ? SG_TENSE_PAST : SG_TENSE_PRESENT;
        } else if (planned) {
            return SG_TENSE_AHEAD;
        } else if ((v->bits & SG_FEAT_PART) && (v->bits & SG_FEAT_PAST) && v->deprel != SG_DEP_CONJ &&
                   v->deprel != SG_DEP_XCOMP) {
            return SG_TENSE_PAST;
        }
        p = up;
    }
    return SG_TENSE_NONE;
}

/* Does no noun stand between the words of time and their predicate? */
static bool is_direct(const sg_scan *s, uint32_t t, uint32_t p) {
    const sg_doc *d = s->d;
    for (int hops = 0; hops < HOPS && t != NONE && t != p; hops++, t = d->toks[t].head) {
        uint8_t pos = d->toks[t].upos;
        bool thing = pos == SG_POS_NOUN || pos == SG_POS_PROPN || pos == SG_POS_PRON;
        bool time = sg_time_word(s, t, "month") || sg_time_word(s, t, "weekday") || sg_time_word(s, t, "daytime") ||
                    sg_time_word(s, t, "edge") || sg_time_period(s, t).unit != SG_UNIT_NONE;
        if (thing && !time) return false;
        if (d->toks[t].deprel == SG_DEP_OBJ) return false;
    }
    return true;
}

/* The same of a whole date: does its head hang on a verb, and not as its object? */
static bool hangs_on_verb(const sg_scan *s, uint32_t first, uint32_t last) {
    for (uint32_t k = first; k <= last; k++) {
        uint32_t h = s->d->toks[k].head;
        if (h == NONE || (h >= first && h <= last) || s->d->toks[k].upos == SG_POS_PUNCT) continue;
        return s->d->toks[h].upos == SG_POS_VERB && s->d->toks[k].deprel != SG_DEP_OBJ;
    }
    return false;
}

/* Asked for every word: the last clause is remembered. */
static enum sg_tense tense_at(state *r, uint32_t i) {
    uint32_t p = predicate(r->s.d, i);
    if (p != r->clause) {
        r->clause = p, r->tense = tense_of(&r->s, p);
        r->perfect = p != NONE && mood_of(&r->s, p).perfect && !(mood_of(&r->s, p).finite & SG_FEAT_PAST);
        r->planning = p != NONE && looks_ahead(&r->s, p);
    }
    r->s.direct = !r->perfect && p != NONE && !r->planning &&
                  is_direct(&r->s, i, p); /* "has decided on May 1": no day goes with a perfect */
    r->s.held_out = p != NONE && r->planning && is_of_promised(r->s.d, i, p);
    return r->tense;
}

/* ---- What a moment is used for ------------------------------------------------------------- */

static void add(state *r, uint32_t first, const sg_moment *m, const char *edtf, enum sg_time_kind kind) {
    sg_doc *d = r->s.d;
    uint32_t last = first + m->len - 1, head = last;
    for (uint32_t k = first; k <= last; k++) {
        uint32_t h = d->toks[k].head;
        if (d->toks[k].upos == SG_POS_PUNCT || (h != NONE && h >= first && h <= last)) continue;
        if (d->toks[k].deprel == SG_DEP_DET && k < last) continue; /* "the 8 July attack": the article is the attack's */
        head = k;
        break;
    }
    int32_t from = m->on.from, to = m->on.to, today = r->s.today;
    if (kind == SG_TIME_DATE && m->past && !edtf) kind = SG_TIME_PAST;
    else if (kind == SG_TIME_DATE && (from != INT32_MIN && today != INT32_MIN ? from > today : m->ahead))
        kind = SG_TIME_FUTURE;
    *SG_PUSH(d->arena, d->times, d->time_count, d->time_cap) =
        (sg_time){.first = first, .last = last, .head = head, .edtf = edtf, .kind = (uint8_t)kind, .from = from, .to = to};
}

static void add_date(state *r, uint32_t first, const sg_moment *m) {
    add(r, first, m, sg_moment_edtf(r->s.d->arena, m), SG_TIME_DATE);
}

/* "a/..", after the whole of it where it is left out. */
static const char *from_then(sg_arena *a, sg_moment *m, bool left_out) {
    const char *start = m->partial;
    if (m->on.from != INT32_MIN) {
        if (left_out) m->on.from = m->on.to + 1;
        start = sg_spell_start(a, m->on);
    }
    m->on.to = INT32_MIN;
    return start ? sg_printf(a, "%s/..", start) : NULL;
}

/* "../b": to the end of its unit; to the last day where that end is named; up to it where it is left out. */
static const char *up_to(sg_arena *a, sg_moment *m, bool left_out) {
    const char *end = m->partial;
    if (m->on.to != INT32_MIN) {
        if (left_out && !m->edge) m->on.to = m->on.from - 1;
        else if (m->edge && m->on.unit != SG_UNIT_DAY) m->on.unit = SG_UNIT_DAY;
        end = sg_spell_end(a, m->on);
    }
    m->on.from = INT32_MIN;
    return end ? sg_printf(a, "../%s", end) : NULL;
}

/* Is the date only a part of what is named by the word behind it: "before Monday's vote", "the May 3 attack"? */
static uint32_t noun_behind(const sg_doc *d, uint32_t first, uint32_t last) {
    for (uint32_t k = first; k <= last; k++) {
        uint32_t h = d->toks[k].head;
        uint8_t rel = d->toks[k].deprel;
        if (h == NONE || (h >= first && h <= last) || h < last) continue;
        if (rel == SG_DEP_COMPOUND || rel == SG_DEP_AMOD || rel == SG_DEP_NUMMOD || rel == SG_DEP_NMOD_POSS ||
            rel == SG_DEP_NMOD_UNMARKED || rel == SG_DEP_NMOD_DESC || rel == SG_DEP_FLAT)
            return h;
    }
    return NONE;
}

static bool is_body_noun(const sg_scan *s, uint32_t t) {
    sg_rows rows = sg_lexicon_find(s->d->lex, SG_T_NOUNS, s->d->toks[t].lemma_key);
    for (size_t i = 0; i < rows.count; i++)
        if (sg_list_has("person|people|body", sg_str_of(rows.row[i]->cell[1]))) return true;
    return false;
}

/* "On 4 June police fired": no article stands between the preposition and the day, as it would before a name. */
static bool is_bare_day(const sg_scan *s, uint32_t first) {
    uint32_t t = sg_eqz(s->d->toks[first].key, "on") ? first : first ? first - 1 : first;
    bool on = sg_eqz(s->d->toks[t].key, "on") && s->d->toks[t].sent == s->d->toks[first].sent;
    return on && s->d->toks[t].deprel == SG_DEP_CASE;
}

/* A name that begins with a date: "the April 6 Movement", "August 20th Brigade", "the 8 March alliance". */
static bool in_name(const sg_scan *s, uint32_t first, uint32_t last, const sg_moment *m) {
    uint32_t h = noun_behind(s->d, first, last);
    if (s->in_title || h != last + 1 || !s->d->toks[h].form.n || is_bare_day(s, first)) return false;
    if (s->d->toks[h].upos != SG_POS_PROPN && s->d->toks[h].upos != SG_POS_NOUN) return false;
    if (s->d->toks[first].upos == SG_POS_NUM && s->d->toks[first].form.n == 4) return false; /* "the 2015 Agreement" */
    if (sg_time_word(s, h, "daytime") || sg_time_word(s, h, "weekday")) return false;
    char c = s->d->toks[h].form.s[0];
    return (c >= 'A' && c <= 'Z') || (m->day && is_body_noun(s, h));
}

/* "18:00", "0600" */
static bool is_clock(const sg_scan *s, uint32_t i) {
    if (i >= s->end) return false;
    sg_str f = s->d->toks[i].form;
    bool colon = f.n > 3 && f.n < 6 && f.s[f.n - 3] == ':';
    for (size_t k = 0; k < f.n; k++)
        if (!(f.s[k] >= '0' && f.s[k] <= '9') && !(colon && k == f.n - 3)) return false;
    return colon || (f.n == 4 && (sg_time_word(s, i + 1, "hour") || sg_time_word(s, i + 1, "part link")));
}

/* "until midnight on Friday", "since 18:00 GMT on 5 May": the hour's words. */
static uint32_t hour_before(const sg_scan *s, uint32_t i, bool on_only) {
    uint32_t n = 0;
    while (n < 4 && (sg_time_word(s, i + n, "hour") || is_clock(s, i + n) ||
                     (i + n < s->end && s->d->toks[i + n].upos == SG_POS_NUM && sg_time_word(s, i + n + 1, "hour"))))
        n++;
    if (!n) return 0;
    bool on = sg_time_word(s, i + n, "use") != NULL;
    return on ? n + 1 : on_only ? 0 : n;
}

/* The last date said before. */
static const sg_time *anchor(const sg_scan *s) {
    for (size_t k = s->d->time_count; k-- > 0;) {
        const sg_time *t = &s->d->times[k];
        if (s->sent - s->d->toks[t->first].sent > BEFORE) return NULL;
        if (t->kind == SG_TIME_DATE && t->from != INT32_MIN && t->to != INT32_MIN) return t;
    }
    return NULL;
}

/* "a map from 1890", "the fort dates from the last century": it tells when, not since when. */
static bool noun_above(const sg_scan *s, uint32_t first, uint32_t last) {
    for (uint32_t k = first; k <= last; k++) {
        uint32_t h = s->d->toks[k].head;
        if (h != NONE && h < first) return s->d->toks[k].deprel == SG_DEP_NMOD && s->d->toks[h].upos != SG_POS_VERB;
    }
    return false;
}

static bool is_dated_from(const sg_scan *s, uint32_t i) {
    uint32_t p = predicate(s->d, i);
    return p != NONE && lemma_is(s, p, "dating");
}

/* The tense and the directness that the word of use gives to the date behind it: what lasts since is past, what is due by a
 * day is to come. False where there is no date: "moved to Friday" tells one, "sent to Friday" does not. */
static bool tell_by_use(state *r, uint32_t i, char how) {
    sg_scan *s = &r->s;
    enum sg_tense tense = s->tense;
    bool due = how == 'u' || how == 'b' || how == 'B';
    uint32_t p = predicate(s->d, i);
    bool granted = p != NONE && lemma_is(s, p, "granting");
    if (how == 't' && !granted) return false;
    if (how == 's') s->tense = SG_TENSE_PAST;
    if (how == 'b' && tense != SG_TENSE_AHEAD) {
        bool done = p != NONE && mood_of(s, p).perfect;
        s->tense = done || (i == s->d->sents[s->sent].first && tense == SG_TENSE_PAST) ? SG_TENSE_PAST : SG_TENSE_AHEAD;
    }
    if (how == 'u' && granted && s->d->toks[i].head != NONE && tense != SG_TENSE_NONE) s->tense = SG_TENSE_AHEAD;
    if (how == 'f' || how == 't' || (due && tense == SG_TENSE_PRESENT)) s->tense = SG_TENSE_AHEAD;
    if (how == 'o' && s->tense == SG_TENSE_AHEAD)
        s->tense = SG_TENSE_NONE; /* "will be tried for the attack of 20 January" */
    if (how == 's' || (due && s->tense == SG_TENSE_AHEAD)) s->direct = true;
    if (how == 'u' && s->tense == SG_TENSE_PAST) s->direct = false;
    return true;
}

/* What the word of use makes of a date: a day, the begin or the end of a stretch; its own words begin at `first`. */
static void add_used(state *r, uint32_t i, uint32_t first, sg_moment m, char how, bool past) {
    const sg_scan *s = &r->s;
    sg_arena *a = s->d->arena;
    const char *edtf;
    int32_t step;
    bool origin = how == 'F' && m.on.unit >= SG_UNIT_YEAR && (noun_above(s, first, i + m.len - 1) || is_dated_from(s, i));
    bool spans = m.on.from != INT32_MIN && m.on.to == s->today && m.on.from < m.on.to;
    if (how == 'f' && (spans || (sg_time_number(s, i + 1, "last", &step) || sg_time_number(s, i + 2, "last", &step))))
        add(r, i, &m, spans ? sg_moment_edtf(a, &m) : NULL, SG_TIME_DURATION);
    else if (how == 's') edtf = from_then(a, &m, false), add(r, i, &m, edtf, SG_TIME_SINCE);
    else if (how == 'a') edtf = from_then(a, &m, true), add(r, i, &m, edtf, SG_TIME_AFTER);
    else if (origin) add_date(r, i, &m);
    else if (how == 'F') edtf = from_then(a, &m, false), add(r, i, &m, edtf, SG_TIME_DATE);
    else if (how == 'u') edtf = up_to(a, &m, false), add(r, i, &m, edtf, SG_TIME_DURATION);
    else if (how == 'b') edtf = up_to(a, &m, false), add(r, i, &m, edtf, past ? SG_TIME_DATE : SG_TIME_DUE);
    else if (how == 'B') edtf = up_to(a, &m, true), add(r, i, &m, edtf, past ? SG_TIME_DATE : SG_TIME_DUE);
    else add_date(r, i, &m);
}

/* A moment with the words before it, or without. */
static uint32_t dated(state *r, uint32_t i) {
    sg_scan *s = &r->s;
    const char *use = NULL, *that = NULL;
    uint32_t lead = sg_time_phrase(s, i, "use", &use);
    if (lead && anchor(s) &&
        (sg_time_phrase(s, i + lead, "that day", &that) || sg_time_phrase(s, i + lead, "that", &that) ||
         (sg_time_word(s, i + lead, "the") && sg_time_word(s, i + lead + 2, "side") &&
          !sg_time_phrase(s, i + lead + 2, "before last", &that))))
        return 0;                /* "on the next day" */
    char how = use ? *use : '-'; /* in, of, for, since, From, after, until, by, before */
    enum sg_tense tense = s->tense;
    if (!tell_by_use(r, i, how)) return 0;
    uint32_t hour = how == 'u' || how == 'b' || how == 's' ? hour_before(s, i + lead, how == 'b') : 0;
    if (lead && sg_time_word(s, i + lead + hour, "about")) hour++; /* "since about 14 May" */
    uint32_t first = i + lead + hour;
    sg_moment m = sg_moment_at(s, first);
    if (m.month && !s->direct && s->tense == SG_TENSE_PAST && how != 'u' && !r->perfect && !r->planning) {
        s->direct = hangs_on_verb(s, first, first + m.len - 1);
        if (s->direct) m = sg_moment_at(s, first);
    }
    bool past = s->tense == SG_TENSE_PAST;
    s->tense = tense;
    if (!m.len || (m.bare && !lead)) return 0;
    uint32_t last = first + m.len - 1;
    if (in_name(s, first, last, &m)) return last + 1 - i;
    bool of_noun = (how == 'a' || how == 'B') && noun_behind(s->d, first, last) != NONE; /* "after Monday's vote" */
    if (how == 'o' || of_noun) {
        add_date(r, first, &m);
        return last + 1 - i;
    }
    m.len = last + 1 - i;
    add_used(r, i, first, m, how, past);
    return m.len;
}

/* "2008-2014" */
static bool spans_years(const sg_moment *m) {
    return m->len && m->on.unit == SG_UNIT_YEAR && m->on.from != INT32_MIN && m->on.to != INT32_MIN &&
           sg_civil_of(m->on.from).y != sg_civil_of(m->on.to).y;
}

/* "from X to Y", "between X and Y" */
static uint32_t range(state *r, uint32_t i) {
    sg_scan *s = &r->s;
    const char *join = sg_time_word(s, i, "from") ? "to" : sg_time_word(s, i, "between") ? "and" : NULL;
    if (!join) return 0;
    s->single = true;
    sg_moment a = sg_moment_at(s, i + 1), b = {0};
    if (a.len && sg_time_word(s, i + 1 + a.len, join)) b = sg_moment_at(s, i + 2 + a.len);
    s->single = false;
    uint32_t len = b.len ? 2 + a.len + b.len : 1 + a.len;
    sg_moment m = b.len ? sg_moment_between(s, &a, &b, false) : a;
    bool both = b.len || (a.partial && strchr(a.partial, '/')) ||
                (a.on.from != a.on.to && a.on.unit == SG_UNIT_DAY) || spans_years(&a); /* "from 26 to 29 October" is one moment */
    if (!a.len || !m.len || !both) return 0;
    m.len = len;
    add_date(r, i, &m);
    return len;
}

/* ---- Counted from a date said before --------------------------------------------------------- */

/* So many units from the date said before; nothing where that is less exact than the unit. */
static sg_moment from_anchor(const sg_scan *s, enum sg_unit unit, int32_t step, uint32_t len) {
    const sg_time *a = anchor(s);
    sg_moment m = {0};
    if (!a) return m;
    sg_spell on = sg_unit_of(unit, a->from, step), here = sg_unit_of(unit, a->from, 0);
    if (on.from == INT32_MIN || unit == SG_UNIT_HOUR || a->to > here.to) return m;
    return sg_moment_on(on, len);
}

/* Does what the time is counted from follow: "the day after the vote", "two days before he left"? */
static bool something_follows(const sg_scan *s, uint32_t i) {
    if (i >= s->end) return false;
    uint8_t p = s->d->toks[i].upos;
    return p == SG_POS_DET || p == SG_POS_NOUN || p == SG_POS_PROPN || p == SG_POS_PRON || p == SG_POS_ADJ ||
           p == SG_POS_NUM || p == SG_POS_SCONJ || p == SG_POS_VERB;
}

/* "the previous Tuesday", "the following Monday", "that Friday": the nearest of the date said before. */
static uint32_t other_weekday(state *r, uint32_t i) {
    const sg_scan *s = &r->s;
    const char *v = NULL;
    uint32_t n = sg_time_phrase(s, i, "that", &v), more = 0;
    int32_t w, step = v ? sg_time_value(v) : 0;
    if (!n && sg_time_word(s, i, "the") && (v = sg_time_word(s, i + 2, "side"))) { /* "the Friday before" */
        n = 1, step = *v == 'b' ? -1 : 1, more = sg_time_word(s, i + 3, "that one") ? 2 : 1;
        if (more == 1 && something_follows(s, i + 3)) return 0;
    }
    const sg_time *a = n ? anchor(s) : NULL;
    if (!a || a->from != a->to || !sg_time_number(s, i + n, "weekday", &w)) return 0;
    int32_t day = step < 0 ? sg_weekday_until(a->from - 1, w) : sg_weekday_from(a->from + (step > 0 ? 1 : 0), w);
    if (!step && day - a->from > SG_WEEK / 2) day -= SG_WEEK;
    sg_moment m = sg_moment_on(sg_days(day, day), n + 1 + more);
    add_date(r, i, &m);
    return m.len;
}

/* "the 2019 uprising": a year in figures, which elsewhere would count what follows; else 0. */
static int32_t year_named(const sg_scan *s, uint32_t i) {
    size_t used;
    int32_t y = i < s->end && s->d->toks[i].form.n == 4 ? sg_time_digits(s->d->toks[i].form, 4, &used) : 0;
    return y && used == 4 && y >= 1900 && y < 2100 ? y : 0;
}

/* "on Sunday, a day after jets bombed the port": the day of what the second clause tells, counted back from the first's,
 * which stands right before; 0 where it does not. Its head is the word that joins the clause. */
static uint32_t clause_counted(state *r, uint32_t i, uint32_t side, sg_period p, int32_t step) {
    const sg_scan *s = &r->s;
    const sg_time *a = anchor(s);
    uint32_t before = i && sg_time_mark(s, i - 1, ',') ? i - 1 : i;
    if (!a || a->last + 1 != before || s->d->toks[side].head == NONE || p.unit == SG_UNIT_HOUR) return 0;
    sg_moment m = from_anchor(s, p.unit, step, side + 1 - i);
    if (!m.len) return 0;
    add_date(r, i, &m);
    s->d->times[s->d->time_count - 1].head = side;
    return m.len;
}

/* "(the) May 6 bombing", "the 2019 uprising": the date that a noun behind it is told by, with the words before the noun. */
static sg_moment of_event(const sg_scan *s, uint32_t i) {
    uint32_t art = sg_time_word(s, i, "the") ? 1 : 0;
    sg_moment m = sg_moment_at(s, i + art);
    if (!m.len && year_named(s, i + art)) m = sg_moment_on(sg_year(year_named(s, i + art)), 1);
    uint32_t last = i + art + m.len - 1;
    if (!m.len || m.on.from == INT32_MIN || noun_behind(s->d, i + art, last) == NONE) return (sg_moment){0};
    m.len += art;
    return m;
}

/* "that day", "the following week", "the day before", "the same month" */
static uint32_t same_unit(state *r, uint32_t i) {
    const sg_scan *s = &r->s;
    uint32_t weekday = other_weekday(r, i);
    if (weekday) return weekday;
    const char *v = NULL;
    uint32_t n = sg_time_phrase(s, i, "that day", &v);
    enum sg_unit unit = SG_UNIT_DAY;
    int32_t step = v ? sg_time_value(v) : 0;
    if (!n && (n = sg_time_phrase(s, i, "that", &v))) {
        sg_period p = sg_time_period(s, i + n);
        bool night = sg_time_word(s, i + n, "daytime") != NULL; /* "the previous evening" */
        if (night) p.unit = SG_UNIT_DAY;
        unit = p.unit, step = sg_time_value(v), n++;
        if (unit == SG_UNIT_NONE || unit == SG_UNIT_HOUR || p.several) return 0;
    }
    int32_t on;
    if (!n && sg_time_word(s, i, "the") && sg_time_number(s, i + 1, "next", &on) &&
        anchor(s)) { /* "in 2010; the next year" */
        sg_period p = sg_time_period(s, i + 2);
        bool night = sg_time_word(s, i + 2, "daytime") != NULL;
        sg_moment m = {0};
        if (!p.several && (night || p.unit != SG_UNIT_NONE)) m = from_anchor(s, night ? SG_UNIT_DAY : p.unit, on, 3);
        if (m.len && m.on.to <= s->today) return add_date(r, i, &m), m.len;
    }
    if (!n && sg_time_word(s, i, "the")) { /* "the day before" */
        sg_period p = sg_time_period(s, i + 1);
        bool night = sg_time_word(s, i + 1, "daytime") != NULL;
        const char *side = p.unit != SG_UNIT_NONE || night ? sg_time_word(s, i + 2, "side") : NULL, *last = NULL;
        if (!side || *side == 'o' || sg_time_phrase(s, i + 2, "before last", &last) || p.several || p.unit == SG_UNIT_HOUR)
            return 0;
        unit = night ? SG_UNIT_DAY : p.unit, step = *side == 'b' ? -1 : 1;
        sg_moment day = of_event(s, i + 3); /* "the day after the May 6 bombing" */
        if (!day.len) day = sg_moment_at(s, i + 3);
        if (unit == SG_UNIT_DAY && day.len && day.on.from != INT32_MIN && day.on.from == day.on.to) {
            sg_moment m = sg_moment_on(sg_unit_of(unit, day.on.from, step), 3 + day.len); /* "the day after Christmas" */
            add_date(r, i, &m);
            return m.len;
        }
        bool follows = something_follows(s, i + 3) && !sg_time_word(s, i + 3, "that one");
        if (follows) return clause_counted(r, i, i + 2, (sg_period){unit, 1, false}, -step); /* "the day after jets flew" */
        n = sg_time_word(s, i + 3, "that one") ? 4 : 3;
    }
    if (!n) return 0;
    sg_moment m = from_anchor(s, unit, step, n);
    if (m.len) add_date(r, i, &m);
    return n;
}

/* Behind a count and a unit: "later", "before that", "after 5 May", "after the war". */
static uint32_t counted_from(state *r, uint32_t i, uint32_t at, int32_t count, sg_period p) {
    const sg_scan *s = &r->s;
    const char *later = sg_time_word(s, at, "after"), *side = sg_time_word(s, at, "side");
    int32_t step = count * p.times;
    if (later && count > 0 && (!strcmp(later, "later") || !strcmp(later, "earlier"))) {
        if (p.unit == SG_UNIT_HOUR && count % 24 == 0) p.unit = SG_UNIT_DAY, step = count / 24; /* "48 hours later" */
        sg_moment m = from_anchor(s, p.unit, *later == 'l' ? step : -step, at + 1 - i);
        if (m.len) add_date(r, i, &m);
        return at + 1 - i;
    }
    if (!later && !side) return 0;
    if (side && *side == 'o' && (at + 1 >= s->end || s->d->toks[at + 1].upos != SG_POS_PUNCT))
        return 0; /* "ten days on," */
    sg_moment day = sg_moment_at(s, at + 1);
    if (side && *side == 'b') step = -step;
    bool that = sg_time_word(s, at + 1, "that one") != NULL;
    if (side && count > 0 && (that || !something_follows(s, at + 1))) {
        sg_moment m = from_anchor(s, p.unit, step, at + 1 + that - i);
        if (m.len) add_date(r, i, &m);
        return at + 1 + that - i;
    }
    sg_moment event = side && count > 0 ? of_event(s, at + 1) : (sg_moment){0}; /* "four days after the May 6 bombing" */
    if (event.len) day = event;
    bool exact = day.len && day.on.from != INT32_MIN && day.on.unit <= p.unit &&
                 (event.len || noun_behind(s->d, at + 1, at + day.len) == NONE);
    if (side && count > 0 && exact && p.unit != SG_UNIT_HOUR) { /* "two days after 5 May" */
        sg_moment m = sg_moment_on(sg_unit_of(p.unit, day.on.from, step), at + 1 + day.len - i);
        add_date(r, i, &m);
        return m.len;
    }
    uint32_t clause = side && count > 0 && !day.len ? clause_counted(r, i, at, p, -step) : 0;
    return clause ? clause : count ? at + 1 + day.len - i : 0;
}

/* "Gave them 72 hours to leave": is the time what the verb gives? */
static bool is_granted(const sg_scan *s, uint32_t t) {
    uint32_t verb = s->d->toks[t].deprel == SG_DEP_OBJ ? s->d->toks[t].head : NONE;
    return verb != NONE && lemma_is(s, verb, "gives term") && t + 1 < s->end && s->d->toks[t + 1].upos == SG_POS_PART;
}

/* The term so given, from the words at i to its unit at `at`. */
static uint32_t grant(state *r, uint32_t i, uint32_t at, int32_t c, sg_period p) {
    sg_moment m = sg_moment_vague(at + 1 - i);
    if (p.unit == SG_UNIT_HOUR && c % 24 == 0) p.unit = SG_UNIT_DAY, c /= 24;
    if (p.unit != SG_UNIT_HOUR && p.unit < SG_UNIT_DECADE) m.on = sg_span_of(p.unit, r->s.today, c * p.times);
    add(r, i, &m, sg_moment_edtf(r->s.d->arena, &m), SG_TIME_DUE);
    return m.len;
}

/* "for two weeks", "in two days", "within a week", and "a year after", which is no date at all. */
static uint32_t span(state *r, uint32_t i) {
    sg_scan *s = &r->s;
    bool how_long = sg_time_word(s, i, "for"), within = sg_time_word(s, i, "within"), in = sg_time_word(s, i, "in");
    uint32_t n = how_long || within || in ? 1 : 0, at = i + n;
    bool after = !n && sg_time_word(s, i, "side") && anchor(s); /* "on 3 May ...; after five days it was lifted" */
    if (after) at++;
    if (n && sg_time_word(s, at, "the")) at++;
    if (n && sg_time_word(s, at, "about")) at++;
    int32_t step = 0, c = 0;
    if (n && (sg_time_number(s, at, "last", &step) || sg_time_number(s, at, "next", &step))) at++;
    uint32_t half = sg_time_word(s, at, "half") ? 1 : 0;
    at += half + sg_time_count(s, at + half, &c);
    sg_period p = sg_time_period(s, at);
    if (half && p.unit == SG_UNIT_YEAR) p.unit = SG_UNIT_MONTH, c = 6; /* "in half a year" */
    else if (half) return 0;
    const char *says;
    if (p.unit == SG_UNIT_NONE || sg_time_phrase(s, at + 1, "ago", &says)) return 0;
    if (after) {
        const char *side = sg_time_word(s, i, "side");
        bool on = c > 0 && *side == 'a' && !something_follows(s, at + 1) && !sg_time_word(s, at + 1, "of");
        sg_moment m = on ? from_anchor(s, p.unit, c * p.times, at + 1 - i) : (sg_moment){0};
        if (m.len) add_date(r, i, &m);
        return m.len;
    }
    uint32_t from = counted_from(r, i, at + 1, c, p);
    if (from) return from;
    if (!n && c > 0 && is_granted(s, at)) return grant(r, i, at, c, p);
    if (!n || (!c && !how_long)) return 0;
    uint32_t last = at;
    bool time = sg_time_phrase(s, at + 1, "time ahead", &says) > 0;
    if (time) last += sg_time_phrase(s, at + 1, "time ahead", &says);
    sg_moment m = sg_moment_vague(last + 1 - i);
    if (within && p.unit == SG_UNIT_HOUR && c > 0 && c % 24 == 0) p.unit = SG_UNIT_DAY, c /= 24; /* "within 48 hours" */
    bool count = c > 0 && p.unit != SG_UNIT_HOUR && p.unit < SG_UNIT_DECADE;
    if (how_long) add(r, i, &m, NULL, SG_TIME_DURATION);
    else if (within) {
        if (count && step >= 0) m.on = sg_span_of(p.unit, s->today, c * p.times);
        add(r, i, &m, sg_moment_edtf(s->d->arena, &m), SG_TIME_DUE);
    } else if ((s->tense == SG_TENSE_AHEAD || s->tense == SG_TENSE_PRESENT || r->planning || time) && count) {
        m.on = sg_unit_of(p.unit, s->today, c * p.times);
        m.ahead = true;
        add_date(r, i, &m);
    } else add(r, i, &m, NULL, s->tense == SG_TENSE_AHEAD ? SG_TIME_FUTURE : SG_TIME_DURATION);
    return m.len;
}

/* ---- What tells no day, though it looks so ---------------------------------------------------- */

/* "every Friday", "each May 1" */
static uint32_t habit(state *r, uint32_t i) {
    if (!sg_time_word(&r->s, i, "habit")) return 0;
    sg_scan *s = &r->s;
    uint32_t n = sg_time_period(s, i + 1).unit != SG_UNIT_NONE ? 2 : 0; /* "every year on 1 May" */
    const char *use = NULL;
    uint32_t lead = n ? sg_time_phrase(s, i + n, "use", &use) : 0;
    sg_moment m = sg_moment_at(s, i + 1), more = lead ? sg_moment_at(s, i + n + lead) : m;
    return lead && more.len ? n + lead + more.len : m.len ? 1 + m.len : n;
}

/* "the 20th anniversary of 24 April 1915" is that day of the year; without the full day of origin it is no date. */
static uint32_t anniversary(state *r, uint32_t i) {
    sg_scan *s = &r->s;
    const char *v = NULL;
    uint32_t at = i + (sg_time_word(s, i, "the") ? 1 : 0);
    int32_t nth = 0, years = 0;
    const char *ordinal = NULL;
    uint32_t words = sg_time_phrase(s, at, "nth", &ordinal);
    if (ordinal) nth = sg_time_value(ordinal);
    if (!words && at < s->end) { /* "20th" */
        size_t used;
        nth = sg_time_digits(s->d->toks[at].key, 4, &used);
        words = nth && used < s->d->toks[at].key.n ? 1 : 0;
    }
    uint32_t n = sg_time_phrase(s, at + words, "anniversary", &v);
    if (!n) return 0;
    years = sg_time_value(v);
    if (words) years = nth;
    uint32_t of = at + words + n, end = of;
    if (!sg_time_word(s, of, "of")) return of - i;
    sg_moment origin = {0};
    s->single = true;
    for (end = of + 1; end < s->end && end < of + ORIGIN && s->d->toks[end].upos != SG_POS_PUNCT; end++) {
        sg_moment m = sg_moment_at(s, end);
        if (m.len && (m.whole_year || !m.bare || m.on.unit == SG_UNIT_YEAR)) {
            origin = m, end += m.len;
            break;
        }
        if (s->d->toks[end].upos == SG_POS_VERB) break;
    }
    s->single = false;
    if (!origin.len) return of - i;
    if (!origin.whole_year || s->today == INT32_MIN) return end - i;
    sg_civil o = sg_civil_of(origin.on.from), now = sg_civil_of(s->today);
    int32_t y = years ? o.y + years : now.y;
    if (y < 1 || o.d > sg_month_days(y, o.m)) return end - i;
    int32_t day = sg_day_from(y, o.m, o.d);
    if (!years && day > s->today && s->tense == SG_TENSE_PAST) day = sg_day_from(y - 1, o.m, o.d);
    sg_moment m = sg_moment_on(sg_days(day, day), end - i);
    add_date(r, i, &m);
    return m.len;
}

/* "as soon as possible", "in the past", "during the war" */
static uint32_t fixed(state *r, uint32_t i) {
    const char *says;
    uint32_t n;
    sg_moment m = sg_moment_vague(0);
    if ((m.len = sg_time_phrase(&r->s, i, "due", &says))) {
        add(r, i, &m, NULL, SG_TIME_DUE);
        return m.len;
    }
    if ((m.len = sg_time_phrase(&r->s, i, "past", &says))) {
        add(r, i, &m, NULL, SG_TIME_PAST);
        return m.len;
    }
    if (!sg_time_word(&r->s, i, "during")) return 0;
    for (uint32_t at = i + 1; at < i + 4; at++)
        if ((n = sg_time_phrase(&r->s, at, "era", &says))) {
            m.len = at + n - i;
            add(r, i, &m, NULL, SG_TIME_PAST);
            return m.len;
        }
    return 0;
}

/* ---- The report's own day --------------------------------------------------------------------- */

typedef struct stamp { /* what a dateline says of its day */
    int32_t y, m, d, weekday;
} stamp;

static void read_stamp(const sg_doc *d, sg_str word, stamp *out) {
    bool caps;
    sg_str key = sg_fold(d->arena, word, &caps);
    sg_rows rows = sg_lexicon_find(d->lex, SG_T_GRAMMAR, key);
    for (size_t i = 0; i < rows.count; i++) {
        int32_t v = sg_time_value(rows.row[i]->cell[2]);
        if (!strcmp(rows.row[i]->cell[1], "month") && !out->m) out->m = v;
        if (!strcmp(rows.row[i]->cell[1], "weekday")) out->weekday = v;
    }
    size_t k;
    int32_t n = sg_time_digits(word, 4, &k);
    if (k == 4 && k == word.n && n >= 1000 && n < 2100) out->y = n;
    else if (k && k < 3 && n >= 1 && n <= 31 && !out->d) out->d = n;
}

/* The day that the dateline names, else that of publication. */
static int32_t own_day(const sg_doc *d) {
    uint32_t at = d->dateline[0], end = d->dateline[1];
    stamp t = {0};
    while (at < end && end <= d->text.n) {
        while (at < end && strchr(" \t(),.;-", d->text.s[at])) at++;
        uint32_t from = at;
        while (at < end && !strchr(" \t(),.;-", d->text.s[at])) at++;
        if (at > from && at - from < 12) read_stamp(d, (sg_str){d->text.s + from, at - from}, &t);
    }
    if (t.m && t.d) {
        int32_t y = t.y ? t.y : d->pub == INT32_MIN ? 0 : sg_civil_of(d->pub).y;
        if (!y || t.d > sg_month_days(y, t.m)) return d->pub;
        int32_t day = sg_day_from(y, t.m, t.d);
        if (!t.y && day > d->pub + 1) day = t.d > sg_month_days(y - 1, t.m) ? d->pub : sg_day_from(y - 1, t.m, t.d);
        return t.y || d->pub - day <= A_MONTH ? day : d->pub;
    }
    if (t.weekday && d->pub != INT32_MIN) return sg_weekday_until(d->pub, t.weekday);
    return d->pub;
}

/* ---- The sentences ------------------------------------------------------------------------------ */

/* Kinds of words that begin an expression of time without beginning a moment. */
#define OPENERS(X) \
    X("habit") X("anniversary") X("that") X("that day") X("from") X("between") X("use") X("due") X("past") \
    X("during") X("for") X("within") X("in") X("side")

static bool may_open(const sg_looked *w) {
    return SG_IS_ONE_OF(OPENERS);
}

static void read_sentence(sg_doc *d, const bool *opens, const sg_sent *sent, int32_t today) {
    state r = {.s = {.d = d,
                     .opens = opens,
                     .end = sent->first + sent->count,
                     .sent = (uint32_t)(sent - d->sents),
                     .in_title = sent->in_title,
                     .today = today},
               .clause = NONE};
    for (uint32_t i = sent->first; i < r.s.end;) {
        uint32_t n;
        if (sg_time_idle(&r.s, i, may_open)) {
            i++;
            continue;
        }
        r.s.tense = tense_at(&r, i);
        if ((n = habit(&r, i)) || (n = anniversary(&r, i)) || (n = same_unit(&r, i)) || (n = range(&r, i)) ||
            (n = dated(&r, i)) || (n = fixed(&r, i)) || (n = span(&r, i)))
            i += n;
        else i++;
    }
}

void sg_when(sg_doc *d) {
    int32_t today = own_day(d);
    const bool *opens = sg_time_opens(d);
    for (size_t k = 0; k < d->sent_count; k++) {
        d->sents[k].time = (uint32_t)d->time_count;
        read_sentence(d, opens, &d->sents[k], today);
        d->sents[k].time_count = (uint32_t)d->time_count - d->sents[k].time;
    }
}
