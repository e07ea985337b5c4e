/* firm.h: firms by the legal form behind their names: "Royal Ferrox Inc", "W.R. Quispe and Co", "Brentwood Tin Co Ltd".
 * What else the words of such a name mean ("Royal", "Nippon") they do not mean there. */
#ifndef SG_FIRM_H
#define SG_FIRM_H
#include "doc.h"
typedef struct sg_firm {
    uint32_t first, last, head; /* head: the word that the others hang on */
} sg_firm;
/* Does a firm's name begin at `tok`? */
bool sg_firm_at(const sg_doc *, uint32_t tok, sg_firm *);
/* Does the word alone say it later in the text: "Brentwood"? It stands for the firm, and for no noun behind it. */
bool sg_firm_short(const sg_doc *, uint32_t tok);
#endif
