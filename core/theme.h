/* theme.h: what a report is about.
 *
 * In: acts that become records, with the contexts of their own phrases. Out: whose phrases name no topic takes that of its
 * sentence, by its words in en/contexts; else that of the whole report, where its words and acts often name one. A lone sentence is
 * no report: there an act's own phrases alone count. */
#ifndef SG_THEME_H
#define SG_THEME_H
#include "event.h"
void sg_themes(sg_doc *, sg_ev *acts, size_t count);
#endif
