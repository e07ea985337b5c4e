#!/usr/bin/env bash
# How good are we? Prints one table: syntax on EWT's test part from raw text, relations on PLV's train part.
# The data lies outside the repository (SHARED); what is not there is passed over, saying so.
set -euo pipefail
program=${1:-build/sagwan}
shared=${SHARED:-../shared}
trees=$shared/treebanks/ewt/test.conllu relations=$shared/gold/plv-dev.tsv
echo "== syntax from raw text, UD English EWT test (CoNLL 2018 measures)"
if [ -r "$trees" ]; then "$program" eval "$trees"; else echo "passed over: no $trees"; fi
echo "== the same, gold words"
if [ -r "$trees" ]; then "$program" eval --given-words "$trees" | tail -5; else echo "passed over: no $trees"; fi
echo "== GUM news, interview, speech (test and dev, gold words): genres that were not trained on"
if [ -r "$shared/treebanks/gum/test.conllu" ]; then
    held=$(mktemp --suffix=.conllu)
    trap 'rm -f "$held"' EXIT
    cat "$shared"/treebanks/gum/{test,dev}.conllu | awk '/^# newdoc/ { keep = /GUM_(news|interview|speech)_/ } keep' >"$held"
    "$program" eval --given-words "$held" | tail -5
else echo "passed over: no GUM"; fi
echo "== names (person, organisation, place): parts that were kept from training"
if [ -d "$shared/ner" ]; then python3 "$(dirname "$0")/names.py" --program "$program" --shared "$shared"; else echo "passed over: no $shared/ner"; fi
for part in dev test; do
    echo "== chains of people, organisations and places, GUM $part (predicted mentions, exact spans, no single ones)"
    chains=$shared/treebanks/gum/$part.conllu
    if [ -r "$chains" ]; then python3 "$(dirname "$0")"/coref.py --program "$program" "$chains"; else echo "passed over: no $chains"; fi
done
echo "== who is meant by pronouns and descriptions (country and sector): our set, our gold documents"
python3 "$(dirname "$0")"/refer.py --program "$program"
for part in "$(dirname "$0")"/../gold/natural-{dev,test}.jsonl; do
    if [ -s "$part" ]; then python3 "$(dirname "$0")"/refer.py --program "$program" --gold "$part"; fi
done
echo "== news drawn from the corpora, trees made by hand and ends of sentences by eye (tests/sets)"
SHARED=$shared python3 "$(dirname "$0")"/drawn.py "$program"
echo "== relations, PLV (15 classes named after CAMEO)"
if [ -r "$relations" ]; then "$program" eval --relate --scheme cameo "$relations"; else echo "passed over: no $relations"; fi
echo "== the same pairs, found by code without marks"
if [ -r "$relations" ]; then python3 "$(dirname "$0")"/pairs.py "$program" "$relations"; else echo "passed over: no $relations"; fi
echo "== days, garbled names, blind reports: sets of our own (tests/sets)"
python3 "$(dirname "$0")"/sets.py "$program"
echo "== places, TR-News"
news=$shared/gold/places/tr-news.xml
if [ -r "$news" ]; then python3 "$(dirname "$0")/places.py" --program "$program" "$news"; else echo "passed over: no $news"; fi
echo "== plain sentences, one frame of a word or idiom each: act found, and whose (tests/sets/frames)"
python3 "$(dirname "$0")"/frames.py "$program"
for part in "$(dirname "$0")"/../gold/{balanced-test,natural-dev,natural-test,natural-fresh,natural-unread,natural-plain,negatives}.jsonl; do
    echo "== records, our own gold corpus: $(basename "$part" .jsonl)"
    if [ -s "$part" ]; then "$program" eval --gold "$part"; else echo "passed over: no $part"; fi
done
gold=$(dirname "$0")/../gold
echo "== records, the test parts of our gold corpus together (balanced, natural, fresh, unread)"
"$program" eval --gold "$gold"/{balanced-test,natural-test,natural-fresh,natural-unread}.jsonl
for part in debates news speeches-held reports-held; do
    echo "== records, real text labelled stand-off: real-$part"
    items=$(mktemp --suffix=.jsonl)
    python3 "$(dirname "$0")"/../gold/real.py --shared "$shared" "$part" >"$items"
    if [ -s "$items" ]; then "$program" eval --gold "$items"; else echo "passed over: its corpus is not there"; fi
    rm -f "$items"
done
echo "== how far two labellings of the gold corpus agree"
python3 "$(dirname "$0")"/../gold/agreement.py
echo "== other people's dictionaries: PETRARCH's unit tests with their own"
if [ -d "$shared/gold/petrarch-unit-tests" ]; then
    python3 "$(dirname "$0")/petrarch.py" --build "$(dirname "$program")" "$shared/gold/petrarch-unit-tests"
else echo "passed over: no $shared/gold/petrarch-unit-tests"; fi
