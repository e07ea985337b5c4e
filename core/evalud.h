/* evalud.h: how well one reading of a text agrees with another, counted as the CoNLL 2018 shared task does.
 *
 * Both readings must hold the same letters in the same order; how they are cut may differ. Tokens and
 * sentences count by their spans; words are aligned (by span, inside multi-word tokens by their letters'
 * longest common subsequence), and tags, features, lemmas, heads and relations count over aligned words.
 * As there, only the universal part of a relation counts, and only the features that all of UD shares. */
#ifndef SG_EVALUD_H
#define SG_EVALUD_H

#include "base.h"

/* Fills *score (F1 each) from the given trees of both. False, and *why, where the letters differ. */
bool sg_evalud(sg_arena *a, const sg_input *gold, const sg_input *system, sg_ud_score *score, const char **why);

#endif
