/* ud.c: see ud.h. */
#include "ud.h"

static const sg_str upos_names[] = {
#define X_(name) {#name, sizeof #name - 1},
    SG_UPOS(X_)
#undef X_
};

static const sg_str deprel_names[] = {
#define X_(name, label) {label, sizeof label - 1},
    SG_DEPREL(X_)
#undef X_
};

static const struct {
    sg_str feat;
    uint32_t bit;
} feats[] = {
#define X_(text) {text, sizeof text - 1}
    {X_("Tense=Past"), SG_FEAT_PAST}, {X_("Tense=Pres"), SG_FEAT_PRES}, {X_("VerbForm=Fin"), SG_FEAT_FIN},
    {X_("VerbForm=Inf"), SG_FEAT_INF}, {X_("VerbForm=Part"), SG_FEAT_PART}, {X_("VerbForm=Ger"), SG_FEAT_GER},
    {X_("Mood=Imp"), SG_FEAT_IMP}, {X_("Number=Plur"), SG_FEAT_PLUR}, {X_("Number=Ptan"), SG_FEAT_PLUR},
    {X_("Number=Sing"), SG_FEAT_SING}, {X_("Person=1"), SG_FEAT_P1}, {X_("Person=2"), SG_FEAT_P2},
    {X_("Person=3"), SG_FEAT_P3}, {X_("Polarity=Neg"), SG_FEAT_NEG}, {X_("Voice=Pass"), SG_FEAT_PASS},
    {X_("Poss=Yes"), SG_FEAT_POSS}, {X_("Gender=Fem"), SG_FEAT_FEM}, {X_("Gender=Masc"), SG_FEAT_MASC},
    {X_("Gender=Neut"), SG_FEAT_NEUT}, {X_("PronType=Prs"), SG_FEAT_PRS}, {X_("PronType=Rel"), SG_FEAT_REL},
    {X_("Definite=Def"), SG_FEAT_DEF}, {X_("NumType=Ord"), SG_FEAT_ORD},
#undef X_
};

const char *sg_upos_name(sg_upos p) {
    return p == SG_POS_OTHER ? "X" : upos_names[p].s;
}

const char *sg_deprel_name(sg_deprel d) {
    return deprel_names[d].s;
}

sg_upos sg_upos_of(sg_str name) {
    for (int i = 0; i < SG_POS_COUNT; i++)
        if (sg_eq(name, upos_names[i])) return (sg_upos)i;
    return SG_POS_OTHER;
}

sg_deprel sg_deprel_of(sg_str name) {
    for (;;) {
        for (int i = 0; i < SG_DEP_COUNT; i++)
            if (sg_eq(name, deprel_names[i])) return (sg_deprel)i;
        const char *colon = name.n ? memchr(name.s, ':', name.n) : NULL;
        if (!colon) return SG_DEP_DEP;
        name.n = (size_t)(colon - name.s);
    }
}

uint32_t sg_feats_of(sg_str list) {
    uint32_t bits = 0;
    sg_str piece;
    if (sg_eqz(list, "_")) return 0;
    while (sg_cut(&list, '|', &piece))
        for (size_t i = 0; i < sizeof feats / sizeof *feats; i++)
            if (sg_eq(piece, feats[i].feat)) bits |= feats[i].bit;
    return bits;
}

const char *sg_name_label_name(sg_name_label n) {
    static const char *const names[SG_NAME_COUNT] = {NULL, "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};
    return names[n];
}
