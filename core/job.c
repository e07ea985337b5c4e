/* job.c: one thread's work: a document goes through the stages in order, in an arena that is emptied before the next. */
#include "actor.h"
#include "base.h"
#include "confidence.h"
#include "encode.h"
#include "event.h"
#include "familiar.h"
#include "halves.h"
#include "headline.h"
#include "host.h"
#include "mend.h"
#include "mention.h"
#include "model.h"
#include "name.h"
#include "parse.h"
#include "place.h"
#include "read.h"
#include "record.h"
#include "refer.h"
#include "relate.h"
#include "tell.h"
#include "token.h"
#include "when.h"
#include "where.h"

enum { DOCUMENT_MEMORY = 1 << 30 }; /* a document of the largest size that io lets through needs less */

struct sg_job {
    const sg_model *model;
    const sg_lexicon *lex;
    sg_ranks *ranks;           /* the lexicon's weights for chains, made ready once, */
    sg_weights *others;        /* for whom a report names elsewhere, */
    sg_weights *confidence;    /* and for how sure a record is; */
    sg_needs *needs;           /* and what rows of acts ask for */
    sg_arena arena;
    jmp_buf fail;
    sg_result result;
};

sg_job *sg_job_new(const sg_model *m, const sg_lexicon *l) {
    sg_job *j = calloc(1, sizeof *j);
    if (!j) return NULL;
    j->model = m;
    j->lex = l;
    j->arena = sg_arena_new(DOCUMENT_MEMORY, &j->fail);
    j->ranks = sg_ranks_new(l);
    j->others = sg_others_weights_new(l);
    j->confidence = sg_confidence_weights_new(l);
    j->needs = sg_needs_new(&j->fail);
    if (j->ranks && j->others && j->confidence && j->needs) return j;
    sg_job_free(j);
    return NULL;
}

void sg_job_free(sg_job *j) {
    if (!j) return;
    sg_arena_free(&j->arena);
    sg_ranks_free(j->ranks);
    sg_weights_free(j->others);
    sg_weights_free(j->confidence);
    sg_needs_free(j->needs);
    free(j);
}

static sg_doc *begin(sg_job *j, const sg_input *in) {
    sg_arena_clear(&j->arena);
    j->result = (sg_result){0};
    sg_doc *d = SG_NEW(&j->arena, sg_doc, 1);
    *d = (sg_doc){.arena = &j->arena, .lex = j->lex, .needs = j->needs, .in = in, .text = in->text, .title = in->title};
    d->pub = INT32_MIN;
    if (in->date) d->pub = sg_day_of((sg_str){in->date, strlen(in->date) < 10 ? strlen(in->date) : 10});
    return d;
}

static void trees(sg_job *j, sg_doc *d, const sg_options *o, bool mended) {
    sg_read(d);
    sg_tokenise(d, j->model);
    bool given = d->in->form == SG_CONLLU && !o->reparse;
    if (!given && mended) sg_headline(d, j->model), sg_halves_part(d);
    if (!given) sg_encode_parse(d, j->model, NULL);
    const bool *again = !given && mended ? sg_familiar(d, j->model) : NULL;
    if (again) sg_encode_parse(d, j->model, again);
    sg_children(d);
}

/* The trees, with the lexicon's phrases in one piece. */
static void syntax(sg_job *j, sg_doc *d, const sg_options *o) {
    trees(j, d, o, true);
    if (d->in->form != SG_CONLLU || o->reparse) sg_mend(d), sg_halves_join(d);
}

/* Who is meant, by names and descriptions. */
static void names(sg_doc *d) {
    sg_name(d);
    sg_when(d);
    sg_actor(d);
}

/* The same, by pronouns too; `all`: in sentences that name nobody as well. */
static void parties(const sg_job *j, sg_doc *d, bool all) {
    names(d);
    sg_locate(d, NULL, 0);
    sg_mentions(d, j->ranks);
    sg_tell(d, j->model, all);
    sg_refer(d, j->ranks);
}

static const sg_result *finish(sg_job *j, const sg_doc *d) {
    j->result.notes = d->notes;
    j->result.note_count = d->note_count;
    j->result.foreign = d->foreign;
    return &j->result;
}

static const sg_result *too_large(sg_job *j) {
    sg_arena_free(&j->arena);
    j->result = (sg_result){.too_large = true};
    return &j->result;
}

const sg_result *sg_parse(sg_job *j, const sg_input *in, const sg_options *o) {
    if (setjmp(j->fail)) return too_large(j);
    sg_doc *d = begin(j, in);
    sg_options again = *o;
    again.reparse = true;
    d->whole = in->form == SG_TEXT; /* who wants trees wants all of them; transcripts keep their labels apart */
    trees(j, d, &again, false);
    if (o->entities) parties(j, d, false);
    sg_record_sentences(d, &j->result);
    if (o->entities) sg_record_named(d, &j->result);
    return finish(j, d);
}

const sg_result *sg_code(sg_job *j, const sg_input *in, const sg_options *o) {
    if (setjmp(j->fail)) return too_large(j);
    sg_doc *d = begin(j, in);
    sg_events evs = {0};
    syntax(j, d, o);
    parties(j, d, false);
    sg_event(d, NULL, &evs);
    sg_where(d, &evs);
    sg_hosts(d, &evs);
    sg_refer_dates(d);
    sg_record_all(d, &evs, j->others, j->confidence, o, &j->result);
    if (o->trees) sg_record_sentences(d, &j->result);
    return finish(j, d);
}

const sg_result *sg_read_mentions(sg_job *j, const sg_input *in, const sg_options *o) {
    if (setjmp(j->fail)) return too_large(j);
    sg_doc *d = begin(j, in);
    syntax(j, d, o);
    parties(j, d, false);
    sg_record_mentioned(d, &j->result);
    return finish(j, d);
}

const sg_result *sg_places(sg_job *j, const sg_input *in, const sg_options *o) {
    if (setjmp(j->fail)) return too_large(j);
    sg_doc *d = begin(j, in);
    syntax(j, d, o);
    names(d);
    sg_locate(d, in->places, in->place_count);
    sg_record_places(d, &j->result);
    return finish(j, d);
}

sg_relation sg_relate(sg_job *j, const sg_input *in, const sg_pair *pair, sg_scheme scheme) {
    if (setjmp(j->fail)) {
        too_large(j);
        return sg_relate_default(scheme);
    }
    sg_doc *d = begin(j, in);
    syntax(j, d, &(sg_options){0});
    parties(j, d, true);
    sg_relate_mark(d, pair);
    return sg_relate_choose(d, pair, scheme);
}

const sg_candidate *sg_who(sg_job *j, sg_str asked, const char *on, size_t *count) {
    const sg_candidate *found = NULL;
    *count = 0;
    sg_arena_clear(&j->arena);
    if (setjmp(j->fail)) {
        too_large(j);
        return NULL;
    }
    *count = sg_actor_who(&j->arena, j->lex, asked, on ? sg_day_of(sg_str_of(on)) : INT32_MIN, &found);
    return found;
}
