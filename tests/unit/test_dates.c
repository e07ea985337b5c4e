/* test_dates.c: dates in whole sentences, the way of a document: split, tagged, parsed, and only then dated,
 * for tense decides what "Friday" is. Publication is Thursday, 2022-05-26. What is expected stands as a
 * letter for the kind and the EDTF date (`-` where none is known): D date, F future, L how long, S since,
 * P long past, U due; "" where no date must be found. Run at the repository's root. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "encode.h"
#include "name.h"
#include "parse.h"
#include "read.h"
#include "token.h"
#include "when.h"

static const struct {
    const char *text, *dates;
} all[] = {
    /* days of the week */
    {"The ministers met on Monday.", "D 2022-05-23"},
    {"The ministers met Tuesday.", "D 2022-05-24"},
    {"The ministers will meet on Saturday.", "F 2022-05-28"},
    {"The ministers met last Saturday.", "D 2022-05-21"},
    {"The talks are to be held next Tuesday.", "F 2022-05-31"},
    {"The army attacked the town on Wednesday night.", "D 2022-05-25"},
    {"Early on Monday, troops entered the city.", "D 2022-05-23"},
    {"Late Sunday, police arrested two men.", "D 2022-05-22"},
    {"Monday's attack killed two soldiers.", "D 2022-05-23"},
    {"This Monday, the ministers met in Oslo.", "D 2022-05-23"},
    {"The ministers will meet this Friday.", "F 2022-05-27"},
    {"The envoy will arrive this coming Friday.", "F 2022-05-27"},
    {"The president spoke at noon on Monday.", "D 2022-05-23"},
    {"On Tuesday, a day after the attack, Peru closed the border.", "D 2022-05-24;D 2022-05-23"},
    {"Peru closed the border on Tuesday, two days after Chile did.", "D 2022-05-24;D 2022-05-22"},
    {"Police held the mayor four days after the May 6 bombing.", "D 2022-05-10"},
    {"Police held the mayor two years after the 2019 uprising.", "D 2021"},
    {"Peru shelled the port in the first half of April.", "D 2022-04-01/2022-04-15"},
    {"Peru shelled the port in July and August 2014.", "D 2014-07/2014-08"},
    {"Peru shelled the port in 2019, 2020 and 2021.", "D 2019/2021"},
    {"Peru shelled the port in the week to 10 May.", "D 2022-05-04/2022-05-10"},
    {"Peru shelled the port a week ago on Tuesday.", "D 2022-05-17"},
    {"Peru shelled the port two years ago in February.", "D 2020-02"},
    {"Peru signed the treaty on Thursday.", "D 2022-05-26"},
    {"Peru signed the treaty last Thursday.", "D 2022-05-19"},
    {"The court sentenced him on Friday.", "D 2022-05-20"},
    {"The court will sentence him on Thursday.", "D 2022-05-26"},
    {"The two sides met from Monday to Wednesday.", "D 2022-05-23/2022-05-25"},
    {"The two sides met between Monday and Wednesday.", "D 2022-05-23/2022-05-25"},
    {"The strike has gone on since Monday.", "S 2022-05-23/.."},
    {"The curfew will last until Saturday.", "L ../2022-05-28"},
    {"Chile must answer by Friday.", "U ../2022-05-27"},
    {"On Friday, 20 May, the rebels withdrew.", "D 2022-05-20"},
    {"On Friday (May 20), the rebels withdrew.", "D 2022-05-20"},
    /* days counted from today */
    {"The two leaders spoke by phone yesterday (25th).", "D 2022-05-25"},
    {"He said yesterday that the talks had failed.", "D 2022-05-25"},
    {"The day before yesterday, the minister resigned.", "D 2022-05-24"},
    {"The ministers will meet the day after tomorrow.", "F 2022-05-28"},
    {"Today, France condemned the attack.", "D 2022-05-26"},
    {"France will send troops tomorrow.", "F 2022-05-27"},
    {"The president will speak tonight.", "D 2022-05-26"},
    {"Police arrested him this morning.", "D 2022-05-26"},
    {"Police arrested him this afternoon.", "D 2022-05-26"},
    {"Rebels attacked the village last night.", "D 2022-05-25"},
    {"Rebels attacked the village two days ago.", "D 2022-05-24"},
    {"Rebels attacked the village three weeks ago.", "D 2022-05-02/2022-05-08"},
    {"Rebels attacked the village a month ago.", "D 2022-04"},
    {"Rebels attacked the village six months ago.", "D 2021-11"},
    {"The war began ten years ago.", "D 2012"},
    {"The war began a decade ago.", "P -"},
    {"The war began several years ago.", "P -"},
    {"Rebels attacked the village hours ago.", "D 2022-05-26"},
    {"The army will attack in three days.", "F 2022-05-29"},
    {"The army must leave within three days.", "U 2022-05-26/2022-05-29"},
    /* weeks, months, years of the calendar */
    {"The ministers met last week.", "D 2022-05-16/2022-05-22"},
    {"The ministers met earlier this week.", "D 2022-05-23/2022-05-29"},
    {"The ministers met earlier this month.", "D 2022-05"},
    {"The ministers met late last month.", "D 2022-04"},
    {"The ministers will meet next week.", "F 2022-05-30/2022-06-05"},
    {"The ministers met last month.", "D 2022-04"},
    {"Peru expelled the ambassador this year.", "D 2022"},
    {"Peru expelled the ambassador earlier this year.", "D 2022"},
    {"Peru expelled the ambassador last year.", "D 2021"},
    {"Peru will hold elections next year.", "F 2023"},
    {"Peru will attend next month's summit.", "F 2022-06"},
    {"The ministers met at the weekend.", "D 2022-05-21/2022-05-22"},
    {"The ministers met last weekend.", "D 2022-05-21/2022-05-22"},
    {"The ministers met in April.", "D 2022-04"},
    {"The ministers will meet in June.", "F 2022-06"},
    {"The ministers met in December.", "D 2021-12"},
    {"The ministers met in early May.", "D 2022-05"},
    {"The ministers met in mid-May.", "D 2022-05"},
    {"The ministers met in late April.", "D 2022-04"},
    {"The ministers met at the end of April.", "D 2022-04"},
    {"The ministers met at the end of last month.", "D 2022-04"},
    {"The troops will leave by the end of June.", "U ../2022-06-30"},
    {"The troops will leave by the end of the year.", "U ../2022-12-31"},
    {"The troops will leave before the end of next month.", "U ../2022-06-30"},
    {"The ministers met last March.", "D 2022-03"},
    {"The ministers met last summer.", "D 2021-06/2021-08"},
    {"The ministers met in the summer of 2019.", "D 2019-06/2019-08"},
    {"The ministers met in the first quarter of 2021.", "D 2021-01/2021-03"},
    {"Exports fell in spring 2020.", "D 2020-03/2020-05"},
    /* days of a month */
    {"The ministers met on May 3.", "D 2022-05-03"},
    {"The ministers met on 3 May.", "D 2022-05-03"},
    {"The ministers met on May 3rd.", "D 2022-05-03"},
    {"The ministers met on the 3rd of May.", "D 2022-05-03"},
    {"The ministers met on 3rd May 2021.", "D 2021-05-03"},
    {"The ministers met on May 3, 2021.", "D 2021-05-03"},
    {"The ministers met on 2022-05-03.", "D 2022-05-03"},
    {"The May 3 attack killed two soldiers.", "D 2022-05-03"},
    {"The attack of May 3 killed two soldiers.", "D 2022-05-03"},
    {"The ministers met on the 25th.", "D 2022-05-25"},
    {"The ministers will sign the treaty on the 31st.", "F 2022-05-31"},
    {"The ministers met on the 28th.", "D 2022-04-28"},
    {"The ministers met on Sept. 5.", "D 2021-09-05"},
    {"The invasion began on Feb. 24.", "D 2022-02-24"},
    {"The ministers met in Jan. 2022.", "D 2022-01"},
    {"The embassy will open on June 1.", "F 2022-06-01"},
    {"The embassy opened on June 1.", "D 2021-06-01"},
    {"Chile must answer no later than June 1.", "U ../2022-06-01"},
    {"The ban applies from June 1.", "F 2022-06-01/.."},
    {"The ministers met on Christmas Day.", "D 2021-12-25"},
    /* ranges */
    {"The ministers met from May 2 to 5.", "D 2022-05-02/2022-05-05"},
    {"The ministers met from May 2 to May 5.", "D 2022-05-02/2022-05-05"},
    {"The ministers met from 2 to 5 May.", "D 2022-05-02/2022-05-05"},
    {"The ministers met between May 2 and May 5.", "D 2022-05-02/2022-05-05"},
    {"The ministers met on May 2-5.", "D 2022-05-02/2022-05-05"},
    {"The bank set its rate for the period May 20 to 28.", "D 2022-05-20/2022-05-28"},
    {"He ruled the country from 1991 to 1995.", "D 1991/1995"},
    {"Between 2014 and 2016, Peru sent aid to Chile.", "D 2014/2016"},
    {"From March to April, the rebels held the town.", "D 2022-03/2022-04"},
    /* years and longer */
    {"Peru recognised the state in 1991.", "D 1991"},
    {"Peru recognised the state in March 1991.", "D 1991-03"},
    {"Peru recognised the state on March 3, 1991.", "D 1991-03-03"},
    {"Peru recognised the state in the 1990s.", "D 199X"},
    {"Peru recognised the state in the early 1990s.", "D 199X"},
    {"The two sides have fought since 1991.", "S 1991/.."},
    {"The two sides have fought since last year.", "S 2021/.."},
    {"The two sides have fought since March.", "S 2022-03/.."},
    {"Peru will leave the alliance in 2030.", "F 2030"},
    {"Peru will cut emissions by 2030.", "U ../2030"},
    /* durations, and what is no date */
    {"The ministers met for two weeks.", "L -"},
    {"The rebels have held the town for the past month.", "L -"},
    {"Peru condemned the killing a year after the attack.", ""},
    {"Peru left three days after the vote.", ""},
    {"The attack killed 25 people.", ""},
    {"The flood hit 2000 villages.", ""},
    {"The aid reached people in 2000 villages.", ""},
    {"Peru left the 2015 agreement.", ""},
    {"The minister may resign.", ""},
    {"Students will march in the capital.", ""},
    {"Chile must answer as soon as possible.", "U -"},
    {"The two states were enemies during the Cold War.", "P -"},
    /* counted from the date before */
    {"The army attacked the town on May 3. Two days later, the rebels left.", "D 2022-05-03;D 2022-05-05"},
    {"The army attacked the town on May 3. The next day, the rebels left.", "D 2022-05-03;D 2022-05-04"},
    {"The army attacked the town on May 3. The following day, the rebels left.", "D 2022-05-03;D 2022-05-04"},
    {"The army attacked the town on May 3. A week later, the rebels left.", "D 2022-05-03;D 2022-05-09/2022-05-15"},
    {"The army attacked the town on May 3. The rebels had left a day earlier.", "D 2022-05-03;D 2022-05-02"},
    {"The army attacked the town on May 3. The rebels left the same day.", "D 2022-05-03;D 2022-05-03"},
    {"The war began in 2014. A year later, the two sides signed a truce.", "D 2014;D 2015"},
    {"Two days later, the rebels left.", ""},
    /* datelines' words are tested in the corpus; here: directions of tense */
    {"The vote on June 5 will decide.", "F 2022-06-05"},
    {"The minister set June 5 as the day of the vote.", "F 2022-06-05"},
    {"The government called an election for June 5.", "F 2022-06-05"},
    {"The summit opens in Rome on 5 June.", "F 2022-06-05"},
    {"The king arrives in Rome on Friday.", "F 2022-05-27"},
    {"Farmers gathered to pray on Sunday.", "D 2022-05-22"},
    {"The rebels agreed to leave on Sunday.", "F 2022-05-29"},
    {"The ship was to reach port on May 27.", "F 2022-05-27"},
    {"The president gave the rebels until Friday.", "L ../2022-05-27"},
    {"By Friday the rebels had left.", "D ../2022-05-20"},
    {"The rebels must leave before 5 June.", "U ../2022-06-04"},
    {"Flights have been stopped from Monday.", "D 2022-05-23/.."},
    {"After 20 May no flights came.", "S 2022-05-21/.."},
    {"The fort dates from the nineteenth century.", "D 18XX"},
    /* lists and figures */
    {"The envoys met on 23, 24 and 25 May.", "D 2022-05-23/2022-05-25"},
    {"The envoys met on the 24th and the 25th.", "D 2022-05-24/2022-05-25"},
    {"The envoys met on Tuesday and Wednesday.", "D 2022-05-24/2022-05-25"},
    {"The envoys met in the night from Tuesday to Wednesday.", "D 2022-05-24/2022-05-25"},
    {"The envoys met on 25.05.2022.", "D 2022-05-25"},
    {"The envoys met on 25-May-2022.", "D 2022-05-25"},
    {"The envoys met on 5/25/2022.", "D 2022-05-25"},
    {"The war of 1998-2003 killed millions.", "D 1998/2003"},
    {"The strike lasted from December to February.", "D 2021-12/2022-02"},
    /* parts of units */
    {"He came in the first week of May.", "D 2022-05-01/2022-05-07"},
    {"He came in the last days of April.", "D 2022-04"},
    {"He came on the last Monday in April.", "D 2022-04-25"},
    {"He came in the week of May 4.", "D 2022-05-02/2022-05-08"},
    {"Exports fell in the first three months of the year.", "D 2022-01/2022-03"},
    {"Exports fell in the last quarter of 2021.", "D 2021-10/2021-12"},
    {"He studied there in the mid-sixties.", "D 196X"},
    {"The raid came on the eve of May Day.", "D 2022-04-30"},
    /* spans */
    {"Rebels have shelled the town over the last ten days.", "D 2022-05-16/2022-05-26"},
    {"Rebels have shelled the town over the past week.", "D 2022-05-19/2022-05-26"},
    {"Rebels will leave in the coming days.", "F -"},
    {"Rebels shelled the town in the last 48 hours.", "D 2022-05-24/2022-05-26"},
    {"The rebels must leave within 48 hours.", "U 2022-05-26/2022-05-28"},
    {"The port has been shut since 18:00 on Friday.", "S 2022-05-20/.."},
    {"The port stays shut until Friday.", "L ../2022-05-27"},
    {"The envoy came on 25 day of May.", "D 2022-05-25"},
    {"The envoy came on the last 25th.", "D 2022-05-25"},
    {"The envoy came on Good Friday.", "D 2022-04-15"},
    {"The talks are to resume Friday week.", "F 2022-06-03"},
    {"The talks broke off on Friday of last week.", "D 2022-05-20"},
    {"The week before last a shell hit the school.", "D 2022-05-09/2022-05-15"},
    {"Half a year ago a shell hit the school.", "D 2021-11"},
    /* anniversaries, habits, names */
    {"The rally marked the 107th anniversary of 24 April 1915.", "D 2022-04-24"},
    {"The rally marked the 33rd anniversary of the 1989 crackdown.", ""},
    {"The rally came two weeks before the vote.", ""},
    {"Mothers gather there every Thursday.", ""},
    {"Every year on 1 May workers march.", ""},
    {"Members of the April 6 Movement resigned.", ""},
    {"The envoy came on 20 May; the day before, he had met the king.", "D 2022-05-20;D 2022-05-19"},
    {"The raid came on 20 May. The following Monday, the envoy left.", "D 2022-05-20;D 2022-05-23"},
};

static sg_model *model;
static sg_lexicon *lex;
static char *image, *words, *operators;

static char *whole(const char *path, size_t *n) {
    FILE *f = fopen(path, "rb");
    char *bytes = NULL;
    if (!f) return NULL;
    if (fseek(f, 0, SEEK_END) == 0) {
        *n = (size_t)ftell(f);
        rewind(f);
        bytes = malloc(*n);
        if (bytes && fread(bytes, 1, *n, f) != *n) *n = 0;
    }
    fclose(f);
    return bytes;
}

static int set_up(void **state) {
    size_t n = 0, m = 0, k = 0;
    const char *why = NULL;
    sg_str table;
    (void)state;
    image = whole("model/en.model", &n);
    words = whole("lexicon/en/grammar.tsv", &m);
    operators = whole("lexicon/en/operators.tsv", &k);
    if (!image || !words || !operators) return -1;
    sg_table_source source[] = {{"en/grammar", {words, m}}, {"en/operators", {operators, k}}};
    if (!sg_lexicon_compile("test", source, 2, &table, NULL, NULL)) return -1;
    model = sg_model_open(image, n, &why);
    lex = sg_lexicon_open(&table, 1, &why);
    free((char *)(uintptr_t)table.s);
    return model && lex ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    sg_model_close(model);
    sg_lexicon_close(lex);
    free(image);
    free(words);
    free(operators);
    return 0;
}

static const char *found(sg_doc *d) {
    static const char letter[] = "DFLSPUS";
    const char *out = "";
    for (size_t i = 0; i < d->time_count; i++)
        out = sg_printf(d->arena, "%s%s%c %s", out, i ? ";" : "", letter[d->times[i].kind],
                        d->times[i].edtf ? d->times[i].edtf : "-");
    return out;
}

static int try_one(const char *text, const char *dates) {
    jmp_buf fail;
    sg_arena a = sg_arena_new((size_t)1 << 26, &fail);
    if (setjmp(fail)) return 1;
    sg_input in = {.text = sg_str_of(text), .date = "2022-05-26"};
    sg_doc d = {.arena = &a, .lex = lex, .in = &in, .text = in.text, .pub = sg_day_of(SG_LIT("2022-05-26"))};
    sg_read(&d);
    sg_tokenise(&d, model);
    sg_encode_parse(&d, model, NULL);
    sg_children(&d);
    sg_name(&d);
    sg_when(&d);
    const char *got = found(&d);
    bool right = strcmp(got, dates) == 0;
    if (!right) print_error("%s: %s, not %s\n", text, got, dates);
    sg_arena_free(&a);
    return right ? 0 : 1;
}

static void test_sentences(void **state) {
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) wrong += try_one(all[i].text, all[i].dates);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
