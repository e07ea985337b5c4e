/* label.h: the labels by which records of meetings tell whose words follow: "Mr. X (Chad): ...". */
#ifndef SG_LABEL_H
#define SG_LABEL_H
#include "doc.h"

/* Is it a caller's name as records of meetings write it, without the colon: "Mr. X (Chad) (spoke in French)",
 * "Mrs. DUPONT", "The PRESIDENT (interpretation from Arabic)"? */
bool sg_label_calls(const sg_doc *, sg_str words);
/* "12. Mr. X": records number their paragraphs. What stands behind the number. */
sg_str sg_past_number(sg_str);
#endif
