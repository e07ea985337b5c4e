/* ud.h: the labels of Universal Dependencies as numbers, so that rules compare integers.
 *
 * A relation that the list lacks is read as its universal part (before the colon); the label as
 * written stays with the token for output. */
#ifndef SG_UD_H
#define SG_UD_H

#include "base.h"

/* The formatter would indent these lists deeper each time. */
/* clang-format off */
#define SG_UPOS(X) \
    X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) X(PROPN) X(PUNCT) \
    X(SCONJ) X(SYM) X(VERB) X(OTHER)

#define SG_DEPREL(X) \
    X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl") X(ADVMOD, "advmod") \
    X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case") X(CC, "cc") \
    X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(CLF, "clf") X(COMPOUND, "compound") \
    X(COMPOUND_PRT, "compound:prt") X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") \
    X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass") X(DEP, "dep") X(DET, "det") \
    X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated") X(EXPL, "expl") \
    X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list") X(MARK, "mark") \
    X(NMOD, "nmod") X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss") X(NMOD_UNMARKED, "nmod:unmarked") \
    X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass") X(NUMMOD, "nummod") \
    X(OBJ, "obj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked") X(ORPHAN, "orphan") \
    X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum") X(ROOT, "root") \
    X(VOCATIVE, "vocative") X(XCOMP, "xcomp")
/* clang-format on */

typedef enum sg_upos {
#define X_(name) SG_POS_##name,
    SG_UPOS(X_)
#undef X_
        SG_POS_COUNT
} sg_upos;

typedef enum sg_deprel {
#define X_(name, label) SG_DEP_##name,
    SG_DEPREL(X_)
#undef X_
        SG_DEP_COUNT
} sg_deprel;

/* What a word is to a name: outside, or the first or a later word of one (the name finder's labels, train/names.py). */
typedef enum sg_name_label {
    SG_NAME_NONE,
    SG_NAME_PERSON,
    SG_NAME_PERSON_ON,
    SG_NAME_ORGANISATION,
    SG_NAME_ORGANISATION_ON,
    SG_NAME_PLACE,
    SG_NAME_PLACE_ON,
    SG_NAME_COUNT
} sg_name_label;

/* The features that rules ask for; the whole FEATS string stays with the token. */
enum {
    SG_FEAT_PAST = 1,
    SG_FEAT_PRES = 2,
    SG_FEAT_FIN = 4,
    SG_FEAT_INF = 8,
    SG_FEAT_PART = 16,
    SG_FEAT_GER = 32,
    SG_FEAT_IMP = 64,
    SG_FEAT_PLUR = 128,
    SG_FEAT_SING = 256,
    SG_FEAT_P1 = 512,
    SG_FEAT_P2 = 1024,
    SG_FEAT_P3 = 2048,
    SG_FEAT_NEG = 4096,
    SG_FEAT_PASS = 8192,
    SG_FEAT_POSS = 16384,
    SG_FEAT_FEM = 1 << 15,
    SG_FEAT_MASC = 1 << 16,
    SG_FEAT_NEUT = 1 << 17,
    SG_FEAT_PRS = 1 << 18,
    SG_FEAT_REL = 1 << 19,
    SG_FEAT_DEF = 1 << 20,
    SG_FEAT_ORD = 1 << 21
};

/* Word classes that may stand for somebody (train/acts.py has the same). */
static inline bool sg_is_nounish(uint8_t p) {
    return p == SG_POS_NOUN || p == SG_POS_PROPN || p == SG_POS_PRON || p == SG_POS_NUM || p == SG_POS_ADJ ||
           p == SG_POS_DET;
}

const char *sg_upos_name(sg_upos);
const char *sg_deprel_name(sg_deprel);
sg_upos sg_upos_of(sg_str name);     /* OTHER (UD's X) where unknown */
sg_deprel sg_deprel_of(sg_str name); /* the universal part, then DEP, where unknown */
uint32_t sg_feats_of(sg_str feats);
const char *sg_name_label_name(sg_name_label); /* "B-PER" ...; NULL outside */

#endif
