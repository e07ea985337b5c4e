/* speaker.h: who says "I" and "we" where no verb of saying tells it: who stands before a colon ("Lima: we shall pay"), whom the
 * label of his words names ("LIMA: We shall pay"), who said with a colon what goes on without marks of quotation, who is
 * joined to the word itself ("We, the ministers of ..."), by whom the heading says that the text is ("Statement by the
 * Minister"), who declares something in it ("Chad condemns the attack"), whose statement or answer the lead tells of, in
 * whose words the text goes on. */
#ifndef SG_SPEAKER_H
#define SG_SPEAKER_H
#include "doc.h"
/* The word that stands for him, whose party is known; NONE where it cannot be told. */
uint32_t sg_speaker_before_colon(const sg_doc *, uint32_t tok);
uint32_t sg_speaker_of(const sg_doc *, uint32_t ref);
/* Who asks it, as an entity, where a speech says what others should do: "Chad must withdraw"; NONE where nobody speaks. */
uint32_t sg_speaker_asking(const sg_doc *, uint32_t tok);
/* The one land or organisation that declares something now in the text's own words, for sg_doc.declarer; NONE where several
 * do, or none, or a station's voices speak. */
uint32_t sg_declarer_of(const sg_doc *);
#endif
