/* sense.h: words in; what each means in its sentence, as numbers.
 *
 * An encoder of the BERT kind (model/README.md): each word is cut into pieces that it knows, small letters without accents;
 * each piece has a vector, to which are added those of its place and, at the first of a word, of the word's class and relation;
 * then layers in which every piece of the sentence hears what the others tell it. Products with weights go through
 * kernel->weigh, attention through kernel->attend. Between the layers states are bytes, of each column at a step of its own
 * (train/export.py); what the last layer says are 16 bits. */
#ifndef SG_SENSE_H
#define SG_SENSE_H

#include "layers.h"

/* States at SG_STATE, a row a word of the group, each of m->known.cols numbers in as many columns as its stride; of words that are
 * not asked for, noughts. */
const int16_t *sg_sense(sg_doc *, const sg_model *, const sg_group *, bool asked(const sg_tok *));

#endif
