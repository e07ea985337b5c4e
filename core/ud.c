/* ud.c: see ud.h. */
#include "ud.h"

static const char *const upos_names[] = {
#define X_(name) #name,
    SG_UPOS(X_)
#undef X_
};

static const char *const deprel_names[] = {
#define X_(name, label) label,
    SG_DEPREL(X_)
#undef X_
};

static const struct {
    const char *feat;
    uint32_t bit;
} feats[] = {
    {"Tense=Past", SG_FEAT_PAST},  {"Tense=Pres", SG_FEAT_PRES},    {"VerbForm=Fin", SG_FEAT_FIN},
    {"VerbForm=Inf", SG_FEAT_INF}, {"VerbForm=Part", SG_FEAT_PART}, {"VerbForm=Ger", SG_FEAT_GER},
    {"Mood=Imp", SG_FEAT_IMP},     {"Number=Plur", SG_FEAT_PLUR},   {"Number=Ptan", SG_FEAT_PLUR},
    {"Number=Sing", SG_FEAT_SING}, {"Person=1", SG_FEAT_P1},        {"Person=2", SG_FEAT_P2},
    {"Person=3", SG_FEAT_P3},      {"Polarity=Neg", SG_FEAT_NEG},   {"Voice=Pass", SG_FEAT_PASS},
    {"Poss=Yes", SG_FEAT_POSS},    {"Gender=Fem", SG_FEAT_FEM},     {"Gender=Masc", SG_FEAT_MASC},
    {"Gender=Neut", SG_FEAT_NEUT}, {"PronType=Prs", SG_FEAT_PRS},   {"PronType=Rel", SG_FEAT_REL},
    {"Definite=Def", SG_FEAT_DEF}, {"NumType=Ord", SG_FEAT_ORD},
};

const char *sg_upos_name(sg_upos p) {
    return p == SG_POS_OTHER ? "X" : upos_names[p];
}

const char *sg_deprel_name(sg_deprel d) {
    return deprel_names[d];
}

sg_upos sg_upos_of(sg_str name) {
    for (int i = 0; i < SG_POS_COUNT; i++)
        if (sg_eqz(name, upos_names[i])) return (sg_upos)i;
    return SG_POS_OTHER;
}

sg_deprel sg_deprel_of(sg_str name) {
    for (;;) {
        for (int i = 0; i < SG_DEP_COUNT; i++)
            if (sg_eqz(name, deprel_names[i])) return (sg_deprel)i;
        const char *colon = name.n ? memchr(name.s, ':', name.n) : NULL;
        if (!colon) return SG_DEP_DEP;
        name.n = (size_t)(colon - name.s);
    }
}

uint32_t sg_feats_of(sg_str list) {
    uint32_t bits = 0;
    sg_str piece;
    while (sg_cut(&list, '|', &piece))
        for (size_t i = 0; i < sizeof feats / sizeof *feats; i++)
            if (sg_eqz(piece, feats[i].feat)) bits |= feats[i].bit;
    return bits;
}

const char *sg_name_label_name(sg_name_label n) {
    static const char *const names[SG_NAME_COUNT] = {NULL, "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};
    return names[n];
}
