/* halves.h: headlines of two halves in, "Marcos flees; Aquino sworn in"; each half read as a line of its own out.
 *
 * The network was taught on sentences, where what follows a semicolon leans on what stands before: of two headlines in one
 * line it hangs the subject of the one on the verb of the other, and the mends of headlines, which ask for the shape of a
 * line, see neither. So they are read and mended apart, and then joined: the sentence keeps its number and its words. */
#ifndef SG_HALVES_H
#define SG_HALVES_H

#include "doc.h"

/* Parts such sentences; goes before the network reads the document. */
void sg_halves_part(sg_doc *);
/* Joins them: what a further half hangs by stands beside the root of the first. */
void sg_halves_join(sg_doc *);

#endif
