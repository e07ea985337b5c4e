/* news.h: a document of news read as the program reads it, up to its mentions and what the network takes its words for; for the
 * trainers, which trace what is chosen from there on. */
#ifndef NEWS_H
#define NEWS_H
#include "actor.h"
#include "calendar.h"
#include "encode.h"
#include "familiar.h"
#include "halves.h"
#include "headline.h"
#include "mend.h"
#include "mention.h"
#include "name.h"
#include "parse.h"
#include "place.h"
#include "read.h"
#include "tell.h"
#include "token.h"
#include "when.h"

static inline void read_news(sg_doc *d, const sg_model *model, const sg_ranks *ranks) {
    const char *date = d->in->date;
    if (date) d->pub = sg_day_of((sg_str){date, strlen(date) < 10 ? strlen(date) : 10});
    sg_read(d);
    sg_tokenise(d, model);
    sg_headline(d, model);
    sg_halves_part(d);
    sg_encode_parse(d, model, NULL);
    const bool *again = sg_familiar(d, model);
    if (again) sg_encode_parse(d, model, again);
    sg_children(d);
    sg_mend(d);
    sg_halves_join(d);
    sg_name(d);
    sg_when(d);
    sg_actor(d);
    sg_locate(d, NULL, 0);
    sg_mentions(d, ranks);
    sg_tell(d, model, false);
}
#endif
