/* station.h: whose station a broadcast is: of the land that its heading names ("Text of report by Chadian radio"), or whose
 * ministers it names without their land ("Foreign Minister X", but "the Danish Foreign Minister Y"); and whose agency tells
 * of its own land ("HANOI (VNA)", or "our country" under a dateline). Its "government" and "ministry" are that land's. */
#ifndef SG_STATION_H
#define SG_STATION_H
#include "doc.h"

/* The land's code; NULL where the text is no station's, or where no land leads. Asked when names are known. */
const char *sg_station_of(const sg_doc *);
/* The land of the agency or newspaper that published the text, where no dateline says that it was written elsewhere; NULL:
 * unknown. Its "here" is there. */
const char *sg_home_of_publisher(const sg_doc *);
/* "QUESTION:": does somebody ask there? */
bool sg_block_asks(const sg_doc *, const sg_block_text *);
#endif
