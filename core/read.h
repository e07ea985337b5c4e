/* read.h: text in, blocks out. Voice labels (<Anchor>, ANCHOR:), markers and datelines are set apart;
 * paragraphs stay apart; nothing is copied. Knows transcripts by their labels (table en/voices). */
#ifndef SG_READ_H
#define SG_READ_H
#include "doc.h"
void sg_read(sg_doc *);
#endif
