/* marks.c: see marks.h. One pass; an open mark that never closes ends at the next mark or the end. */
#include "marks.h"

#include <string.h>

static const struct {
    const char *text;
    int side;
    bool opens;
} marks[] = {{"<s>", 0, true}, {"</s>", 0, false}, {"<t>", 1, true}, {"</t>", 1, false}};

static int mark_at(const char *s, size_t n) {
    for (int i = 0; i < 4; i++) {
        size_t k = strlen(marks[i].text);
        if (n >= k && memcmp(s, marks[i].text, k) == 0) return i;
    }
    return -1;
}

static void add(cli_marked *m, int side, uint32_t from, size_t to) {
    if (m->count[side] == MARKS_MAX || to <= from) {
        m->broken = to <= from ? "a mark with nothing in it" : "too many marks";
        return;
    }
    m->span[side][m->count[side]][0] = from;
    m->span[side][m->count[side]++][1] = (uint32_t)to;
}

typedef struct open_mark {
    bool open;
    uint32_t at, next; /* next: where the mark after it stood */
} open_mark;

static void meet(cli_marked *m, open_mark o[2], int i) {
    int side = marks[i].side;
    open_mark *mine = &o[side], *other = &o[!side];
    uint32_t here = (uint32_t)m->n;
    if (other->open && other->next == UINT32_MAX && here > other->at) other->next = here;
    if (marks[i].opens == mine->open) m->broken = mine->open ? "a mark opened twice" : "a mark closed that was not open";
    if (mine->open) add(m, side, mine->at, here);
    *mine = (open_mark){marks[i].opens, here, UINT32_MAX};
}

cli_marked cli_take_marks(char *s, size_t n) {
    cli_marked m = {0};
    open_mark o[2] = {0};
    for (size_t i = 0; i < n;) {
        int k = s[i] == '<' ? mark_at(s + i, n - i) : -1;
        if (k < 0) {
            s[m.n++] = s[i++];
            continue;
        }
        meet(&m, o, k);
        i += strlen(marks[k].text);
    }
    for (int side = 0; side < 2; side++) {
        if (o[side].open) {
            add(&m, side, o[side].at, o[side].next != UINT32_MAX ? o[side].next : m.n);
            m.broken = "a mark that is not closed";
        }
        if (m.count[side] == 0) m.broken = side ? "no target between <t> and </t>" : "no source between <s> and </s>";
    }
    return m;
}
