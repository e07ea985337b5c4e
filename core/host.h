/* host.h: which side of a meeting comes to which: "dined in Oslo with the Norwegian premier".
 *
 * In: acts with their places. Out: where one side of a meeting is named with the other, in the land of one of them, that
 * one is the recipient, and the other acts; so is whoever meets a visitor; where nothing tells them apart, all stay
 * actors. An assault on nobody who is named is on the land where it is done, if those who do it are of another. */
#ifndef SG_HOST_H
#define SG_HOST_H
#include "event.h"
void sg_hosts(sg_doc *, const sg_events *);
#endif
