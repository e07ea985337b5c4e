/* actor.c: see actor.h. Passes over the hits, so that what says more stands before what says less: roles (with the
 * countries and the name in their phrases), then names of holders, then bodies and countries. A head that has its entities
 * is left alone by the later passes. */
#include "actor_in.h"

/* "the South Korean and US foreign ministers": the office belongs to the adjective before it too, where the
 * tree joins that to the ministers and not to their country. */
static void shared_role(sg_doc *d, uint32_t t) {
    const sg_tok *k = &d->toks[t];
    const sg_ent *e = k->ent_count ? &d->ents[k->ent] : NULL;
    if (!e || k->deprel != SG_DEP_CONJ || !(k->bits & SG_FEAT_PLUR) || !e->row[0] || e->row[0]->table != SG_T_ROLES) return;
    const sg_hit *h = sg_hit_over(d, k->head, SG_T_COUNTRIES, SG_T_COUNTRIES);
    if (h && h->last == k->head && !strcmp(h->row->cell[C_KIND], "adjective") && strlen(h->row->cell[C_CODE]) == 3) {
        const sg_row *noun = e->row[0];
        sg_actor_role(d, k->head, noun, &h->row->cell[C_CODE], 1);
        sg_ent *own = &d->ents[d->toks[t].ent]; /* the minister of the other country is one too */
        const sg_row *who = d->toks[t].ent_count == 1 && own->country && !own->name
                                ? sg_sole_holder(d, own->country, noun, noun->cell[R_OFFICE])
                                : NULL;
        if (who) {
            own->name = who->cell[H_NAME], own->office = who->cell[H_OFFICE];
            own->name_by = SG_BY_INFERRED, own->plural = false;
            own->row[2] = who;
        }
    }
}

void sg_actor(sg_doc *d) {
    scene s = {.d = d};
    sg_give_firms(&s);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_ROLES) sg_give_role(&s, &d->hits[i]);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_HOLDERS) sg_give_holder(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) sg_give_people(&s, t), sg_note_stranger(&s, t);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table <= SG_T_ORGS) sg_give_world(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) shared_role(d, t), sg_give_kin(&s, t), sg_give_half(&s, t);
    for (size_t i = 0; i < d->hit_count; i++)
        if (d->hits[i].row->table == SG_T_REGIONS) sg_give_part(&s, &d->hits[i]);
    for (uint32_t t = 0; t < d->tok_count; t++) {
        if (sg_is_taken_name(&s, t)) d->toks[t].upos = SG_POS_PROPN;
        if (d->toks[t].upos == SG_POS_PROPN) sg_give_garbled(&s, t), sg_give_surname(&s, t);
        for (uint32_t i = 0; i < d->toks[t].ent_count; i++)
            if (d->ents[d->toks[t].ent + i].head == t)
                sg_recall_name(&s, d->toks[t].ent + i), sg_remember_name(&s, d->toks[t].ent + i);
    }
}

void sg_actor_role(sg_doc *d, uint32_t head, const sg_row *role, const char *const *countries, size_t count) {
    scene s = {.d = d};
    const char *offices = role->cell[R_OFFICE];
    d->toks[head].ent_count = 0;
    for (size_t i = 0; i < count; i++) {
        sg_state of = {countries[i], NULL};
        bool abroad = sg_list_has(role->cell[R_NOTE], SG_LIT("abroad"));
        const sg_row *h = abroad ? NULL : sg_sole_holder(d, of.code, role, offices);
        sg_ent e = sg_role_ent(&s, (duty){role, role}, &of, h);
        e.first = e.last = e.head = head;
        e.by = SG_BY_DESCRIPTION;
        if (h) e.name_by = SG_BY_INFERRED;
        sg_push_ent(&s, head, &e);
    }
}
