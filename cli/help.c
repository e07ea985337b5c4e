/* help.c: the texts of `sagwan help`: each says what the command is for, shows it at work, then lists. */
#include "cli.h"

#include <string.h>

static const char overview[] =
    "sagwan reads news and writes down who did what to whom, when, and who says so.\n"
    "\n"
    "    sagwan code report.txt                          records of one report, as a table\n"
    "    sagwan code --to jsonl news.jsonl.gz > r.jsonl  one JSON object a record\n"
    "    sagwan add news.db *.jsonl                      code into a store; nothing is added twice\n"
    "    sagwan find news.db --actor KOR --type ACCUSE   ask the store\n"
    "\n"
    "Commands (sagwan help COMMAND tells more):\n"
    "    code     documents in, records out\n"
    "    explain  the same, with the words and the rule behind each field\n"
    "    parse    documents in, syntax trees out (CoNLL-U)\n"
    "    places   documents in, the places that they name out\n"
    "    mentions documents in, the days and parties that they name out\n"
    "    relate   sentences with one marked pair in, one relation type a line out\n"
    "    add      code documents into a store (SQLite)\n"
    "    find     records out of a store\n"
    "    who      who is meant by a name or an office on a day\n"
    "    eval     compare with a gold standard\n"
    "    lexicon  other people's dictionaries to tables; tables checked; tables to an image\n"
    "    version  versions of program, model and lexicon; --licences\n"
    "    help     this, or one command\n"
    "\n"
    "Exit status: 0 all well, 1 some documents were passed over, 2 it could not work at all.\n";

#define READING_OPTIONS \
    "    --from auto|text|transcript|jsonl|conllu   input; auto looks at name and content\n" \
    "    --date YYYY-MM-DD    publication date of documents that carry none: what \"yesterday\" counts from\n" \
    "    --jobs N             threads (all processors); the output is the same for every N\n" \
    "    --lexicon DIR        your own tables over ours (may be repeated; lexicon/README.md)\n" \
    "    --model FILE         another syntax model\n" \
    "    --quiet              no progress line\n"

static const char code[] =
    "sagwan code [OPTION…] [FILE…]: documents in, records out\n"
    "\n"
    "    sagwan code --date 2024-03-15 examples/broadcast.txt\n"
    "    zstdcat news.jsonl.zst | sagwan code --to jsonl > records.jsonl\n"
    "    sagwan code --to csv --pairs news.jsonl > pairs.csv\n"
    "\n"
    "A FILE of - or none at all is standard input; gzip and zstd are unpacked. JSON lines carry `text` and, if\n"
    "known, `id`, `date`, `title`, `source`, `lang`, `url`. docs/record.md explains each field of a record.\n"
    "\n"
    "    --to table|jsonl|csv  a table where a person watches, else jsonl\n"
    "    --pairs               with csv: one row an actor-recipient pair\n"
    "    --explain             each record with the rule and the words behind each field\n"
    "    --no-text             leave the sentences out\n"
    "    --statements          code bare statements (CAMEO 01x) too\n"
    "    --all                 events too that are hardly sure enough to be any (docs/record.md)\n"
    "    --precision P         only records as sure as those of which a share of P (0 to 1) were right on documents\n"
    "                          kept from training; says which confidence that is, with its interval\n"
    "    --reparse             with conllu: do not use the given trees\n" READING_OPTIONS;

static const char explain[] =
    "sagwan explain [OPTION…] [FILE…]: why does a record say what it says?\n"
    "\n"
    "    echo \"France condemned the attack.\" | sagwan explain --date 2024-03-15\n"
    "\n"
    "As code --explain, in words: for each field the words of the text and the line of the table (or the\n"
    "rule) behind it, such as en/acts:120. Options are code's; --to jsonl gives the same as JSON.\n\n" READING_OPTIONS;

static const char parse[] =
    "sagwan parse [OPTION…] [FILE…]: documents in, CoNLL-U out\n"
    "\n"
    "    echo \"Peru and Chile met.\" | sagwan parse\n"
    "    sagwan parse --from conllu gold.conllu > ours.conllu\n"
    "    sagwan parse --entities report.txt\n"
    "\n"
    "From text it splits sentences and words; from CoNLL-U it keeps those and predicts UPOS, FEATS, LEMMA,\n"
    "HEAD and DEPREL afresh. Universal Dependencies v2; byte ranges stand in MISC as TokenRange.\n"
    "\n"
    "    --entities           people, organisations and places too, as CorefUD's Entity= in MISC: brackets round\n"
    "                         their mentions, with one number for those that mean the same\n" READING_OPTIONS;

static const char places[] =
    "sagwan places [OPTION…] [FILE…]: documents in, the places that they name out\n"
    "\n"
    "    echo \"Shelling hit Paris, Texas, and the Homs countryside.\" | sagwan places\n"
    "\n"
    "One JSON object a place, in the order of the text: its words, and which place of GeoNames they mean: name,\n"
    "country (ISO 3166-1 alpha-3), admin1 (first division), lat, lon, geonameid, feature_code; people where the words\n"
    "are an adjective or a people (\"Syrian\"). A document of JSON lines may say where its places stand: with\n"
    "\"places\": [[start, end], …] (code points) these alone are resolved, and the unknown are null.\n\n" READING_OPTIONS;

static const char mentions[] =
    "sagwan mentions [OPTION…] [FILE…]: which days and whom does a text name?\n"
    "\n"
    "    echo \"Japan's Premier Kishida Fumio left two days ago.\" | sagwan mentions --date 2023-05-21\n"
    "\n"
    "Documents in; out comes each expression of time with its date (EDTF) and each noun phrase that can be a\n"
    "party with its country, sector, office and holder, whether or not anything happens: what coding knows\n"
    "before it reads any act. Words that tell no day (\"for three hours\") come without a date. `use` says what\n"
    "a time does: date, future, duration, since, past or due; `row` is the line of the table behind a party.\n"
    "\n"
    "    --to table|jsonl      lines for people, or one JSON object a day or party\n"
    "    --reparse             with conllu: do not use the given trees\n" READING_OPTIONS;

static const char relate[] =
    "sagwan relate [OPTION…] [FILE]: what does each sentence report the source to do to the target?\n"
    "\n"
    "    printf 'id\\tmarked_sentence\\n1\\t<s>Peru</s> thanked <t>Chile</t> for its aid.\\n' | sagwan relate\n"
    "\n"
    "In: TSV with a header and the columns id and marked_sentence. Out: TSV with id, type, quad, confidence,\n"
    "one line an input line, in order. Where marks are missing a message says so, and a type comes still.\n"
    "\n"
    "    --scheme plover|cameo  PLOVER's 16 types, or 15 classes named after CAMEO's roots\n"
    "    --jobs N, --lexicon DIR, --model FILE, --quiet   as for code\n";

static const char add[] =
    "sagwan add DB [OPTION…] [FILE…]: code documents into a store\n"
    "\n"
    "    sagwan add news.db monday.jsonl tuesday.jsonl\n"
    "\n"
    "DB is a SQLite file, made if it is not there. A document is known by its id and source (without an id by\n"
    "its text and date): adding it again adds nothing; with a new text it becomes a new revision, and the\n"
    "records of the old one stay, superseded. Killed at any moment, it loses at most the batch in hand; run it\n"
    "again to finish.\n"
    "\n"
    "    --explain, --no-text, --statements, --all, --precision, --reparse   as for code\n" READING_OPTIONS;

static const char find[] =
    "sagwan find DB [FILTER…]: records out of a store\n"
    "\n"
    "    sagwan find news.db --actor KOR --recipient PRK --type ACCUSE --since 2022-05-01 --to csv\n"
    "    sagwan find news.db --type AGREE,CONCEDE --realis actual --text ceasefire\n"
    "\n"
    "Different filters are joined by and; values within one, parted by commas, by or.\n"
    "    --actor, --recipient X  country (KOR), country and sector (KOR/GOV), CAMEO code (KORGOV) or a name\n"
    "    --type, --mode, --context, --realis, --kind X   as in the records (docs/record.md)\n"
    "    --since, --until DAY    of the event; of publication where the event's day is not known\n"
    "    --country X             where it happened, or whose party is in it\n"
    "    --min-confidence N      0 to 1\n"
    "    --doc, --id X           the document's id; the record's id or its beginning\n"
    "    --text X                words in the sentence\n"
    "    --to table|jsonl|csv, --pairs, --no-text        as for code\n";

static const char who[] =
    "sagwan who NAME-OR-OFFICE… [--on DAY]: who is meant?\n"
    "\n"
    "    sagwan who \"foreign minister of Korea\" --on 2022-05-26\n"
    "    sagwan who \"Tony Blincoln\" --on 2022-05-26\n"
    "\n"
    "The look-up that coding uses, by itself: candidates, the best first, with score (0 to 1), office, dates,\n"
    "codes and the line of the table that says so. A name may be garbled, shortened or turned round. Without\n"
    "--on all days count; where nobody of that name was in office on the day, those who were before come as\n"
    "former, at a fifth less. Each operand is a question of its own.\n"
    "\n"
    "    --on YYYY-MM-DD       the day\n"
    "    --to table|jsonl      lines for people (the default), or one JSON object a candidate\n"
    "    --lexicon DIR, --model FILE, --quiet   as for code\n";

static const char eval[] =
    "sagwan eval GOLD.conllu: how good are the trees?\n"
    "sagwan eval --relate [--scheme plover|cameo] GOLD.tsv: how good are the relations?\n"
    "sagwan eval --gold GOLD.jsonl…: how good are the records?\n"
    "\n"
    "The first parses the raw text of the gold trees and prints the measures of the CoNLL 2018 shared task.\n"
    "The second takes TSV with the columns id, root, quad and marked_sentence; it also counts even and odd ids apart.\n"
    "The third codes each line's text with its date and matches records one to one with its events: strict (type,\n"
    "country and sector of both parties), lenient (type, a country shared); on lenient pairs macro-F1 of modes,\n"
    "realis and contexts (20 cases or more); records where there is no event; calibration error (beside what so few\n"
    "records have by luck alone, be the confidence ever so true) and Brier score. Several files count as one.\n"
    "\n"
    "    --all                with --gold: events too that code leaves out without --all\n"
    "    --clues FILE         with --gold: each of our records, whether it is right, whether its type and a country are,\n"
    "                         its confidence, and what that is summed from\n"
    "    --others FILE        with --gold: who was thought of for the sides of our records\n"
    "    --given-words        the gold sentences and words are kept: what tags and trees alone are worth\n"
    "    --jobs N, --lexicon DIR, --model FILE, --quiet   as for code\n";

static const char lexicon[] =
    "sagwan lexicon import [--out DIR] FILE…: other people's dictionaries to a layer of tables\n"
    "sagwan lexicon check [DIR…]: what contradicts what in our tables, or in yours over ours\n"
    "sagwan lexicon compile DIR OUT [--name LAYER]: a folder of tables to an image\n"
    "\n"
    "    sagwan lexicon import --out mine actors.txt agents.txt verbs.txt holders.csv\n"
    "    sagwan lexicon check mine\n"
    "    sagwan code --lexicon mine news.jsonl\n"
    "\n"
    "Import reads actors, agents, verbs, discards and issues of PETRARCH and TABARI, and what a Wikidata query gives\n"
    "for office holders (CSV, JSON, SPARQL results). What our tables cannot say stands in report.txt with file, line\n"
    "and reason; then the exit status is 1. docs/lexicon-import.md tells all; lexicon/README.md has the tables.\n"
    "\n"
    "Check finds dates that are none, codes that no table has, two in one office (world/shared has those that several\n"
    "hold), and rows that are never reached because another stands before them; exit status 1 if it finds any. Names\n"
    "that your layer takes from ours are remarks. Each line tells file, line and finding.\n"
    "\n"
    "    --out DIR             where the tables go (imported)\n"
    "    --as KIND             actors agents verbs discards issues holders; else the content tells\n"
    "    --scheme cameo|own    own: event codes of another scheme, which come out as they stand\n"
    "    --alone               their names and verbs instead of ours, not beside them\n"
    "    --lexicon DIR         layers that are there already (may be repeated)\n";

static const char version[] =
    "sagwan version [--licences]: versions of program, model and lexicon, and whose work is in them\n";

static const char help[] = "sagwan help [COMMAND]\n";

static const struct {
    const char *name, *text;
} topics[] = {{"code", code},       {"explain", explain}, {"parse", parse},    {"places", places}, {"mentions", mentions},
              {"relate", relate},   {"add", add},         {"find", find},      {"who", who},       {"eval", eval},
              {"lexicon", lexicon}, {"help", help},       {"version", version}};

int cli_help(const char *topic) {
    const char *text = topic ? NULL : overview;
    for (size_t i = 0; topic && i < sizeof topics / sizeof *topics; i++)
        if (strcmp(topics[i].name, topic) == 0) text = topics[i].text;
    if (!text) {
        cli_say("there is no command %s; `sagwan help` lists them", topic);
        return CLI_CANNOT;
    }
    fputs(text, stdout);
    return cli_finish(CLI_OK);
}
