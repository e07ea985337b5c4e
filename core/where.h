/* where.h: where each act takes place: one of the places that its sentence names (sg_ev.place), or none. */
#ifndef SG_WHERE_H
#define SG_WHERE_H
#include "event.h"
void sg_where(sg_doc *, const sg_events *);
#endif
