# Every developer act is one word; `make help` lists them.
#
# Sources are found by wildcard, room by room, in the order of the flow (ARCHITECTURE.md):
#   core/ -> libsagwan.a   io/ store/ cli/ -> sagwan   lexicon/ -> en.lexicon   tests/unit, tests/fuzz
# Another build with other flags lives in another folder: make BUILD=build/asan EXTRA=-fsanitize=address

.DEFAULT_GOAL := all
SHELL   := /bin/bash
BUILD   ?= build
PREFIX  ?= /usr/local
SHARED  ?= ../shared
EXTRA   ?=
# `make` may come to a machine that has only clang, or only gcc
ifeq ($(origin CC),default)
CC      := gcc
endif
FUZZ_CC ?= $(firstword $(shell command -v clang clang-14 clang-15 clang-16 clang-19 2>/dev/null))
FORMAT  ?= $(firstword $(shell command -v clang-format clang-format-14 2>/dev/null))

CPPFLAGS += -I. -Iinclude -Icore -D_POSIX_C_SOURCE=200809L
# no-psabi: vectors are handed over inside one file only (core/kernel_lots.h)
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-psabi
CFLAGS   := -std=c17 -O2 -g $(WARN) -ffp-contract=off -pthread $(EXTRA)
LDFLAGS  += -pthread $(EXTRA)
LIBS     := -lsqlite3 -ljansson -lzstd -lz -lutf8proc -lm

PACKAGES := gcc make pkg-config libc6-dev libsqlite3-dev libzstd-dev zlib1g-dev libutf8proc-dev libjansson-dev
TEST_PACKAGES := libcmocka-dev python3 python3-jsonschema clang-14 libclang-rt-14-dev
TRAIN_PACKAGES := $(PACKAGES) libcmocka-dev python3-venv maven zstd

CORE  := $(patsubst %.c,$(BUILD)/%.o,$(wildcard core/*.c))
IO    := $(patsubst %.c,$(BUILD)/%.o,$(wildcard io/*.c))
STORE := $(patsubst %.c,$(BUILD)/%.o,$(wildcard store/*.c))
CLI   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard cli/*.c))
UNIT  := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
TRACE := $(BUILD)/train/chains $(BUILD)/train/lands
FUZZ  := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
TABLES := $(shell find lexicon -name '*.tsv' 2>/dev/null)

.PHONY: train-chains train-lands train-others train-confidence all help deps deps-test demo test check unit asan eval bench train fuzz format dist install clean

all: $(BUILD)/sagwan $(BUILD)/en.lexicon $(BUILD)/en.model $(BUILD)/world.gazetteer

help:
	@echo "make          the program and its images in build/"
	@echo "make demo     install what is missing, build, and read examples/broadcast.txt"
	@echo "make test     unit, corpus and command-line tests (offline, seconds)"
	@echo "make check    test, sanitizers, fuzzing, hostile input, kills (minutes)"
	@echo "make unit     the programs of the unit tests and those that trace for the trainers; make asan: everything with the sanitizers; make deps, deps-test: what they need"
	@echo "make eval     quality, by every gold set at hand: trees, names, chains, relations, records, places, dates"
	@echo "make bench    speed and memory"
	@echo "make train    how the shipped model is made; make train-check: the same within minutes, over a part of the data"
	@echo "              make train-chains: the weights that join mentions;"
	@echo "              make train-lands: those that say whose soldiers and ministries are;"
	@echo "              make train-others: the weights that say to whom where no phrase does"
	@echo "              make train-confidence: the weights that say how sure a record is"
	@echo "make fuzz     all fuzz targets, SECONDS=60 between them"
	@echo "make format   clang-format over our C"
	@echo "make dist     one file, build/dist/sagwan, with model, lexicon and gazetteer inside"
	@echo "make install  to PREFIX (/usr/local), under DESTDIR"
	@echo "make clean    remove build/"

# ---- What a new machine lacks ------------------------------------------------------------------

# $(call need,packages): install those that dpkg does not know, saying so; silent where all are there
# or where there is no dpkg (then the compiler says what is missing).
define need
	@command -v dpkg >/dev/null || exit 0; \
	missing=; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	[ -n "$$missing" ] || exit 0; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
	    echo "sagwan needs these Debian packages; as root: apt-get install$$missing" >&2; exit 1; fi; \
	echo "installing Debian packages:$$missing"; \
	{ $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; } >&2
endef

deps:
	$(call need,$(PACKAGES))
deps-test:
	$(call need,$(PACKAGES) $(TEST_PACKAGES))

# ---- Building ----------------------------------------------------------------------------------

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/libsagwan.a: $(CORE)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/sagwan: $(CLI) $(STORE) $(IO) $(BUILD)/libsagwan.a
	$(CC) $(LDFLAGS) $^ $(LIBS) -o $@

$(BUILD)/en.lexicon: $(BUILD)/sagwan $(TABLES)
	$(BUILD)/sagwan lexicon compile lexicon $@ --name en

$(BUILD)/en.model: model/en.model
	@mkdir -p $(@D)
	cp $< $@

$(BUILD)/world.gazetteer: gazetteer/world.gazetteer
	@mkdir -p $(@D)
	cp $< $@

$(BUILD)/unit/%: tests/unit/%.c $(STORE) $(IO) $(BUILD)/libsagwan.a Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP $< $(STORE) $(IO) $(BUILD)/libsagwan.a -lcmocka $(LIBS) -o $@

# What the trainers of weights ask the program's own code; built with the tests, so that none is left behind
$(BUILD)/train/%: train/%.c $(IO) $(BUILD)/libsagwan.a Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP $< $(IO) $(BUILD)/libsagwan.a $(LIBS) -o $@

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# ---- Using and testing -------------------------------------------------------------------------

demo: deps
	@$(MAKE) --no-print-directory -s -j"$$(nproc)" all
	@echo "\$$ sagwan code --date 2024-03-15 examples/broadcast.txt"
	@$(BUILD)/sagwan code --date 2024-03-15 --to table examples/broadcast.txt

unit: $(UNIT) $(TRACE)

test: all unit
	@SHARED=$(SHARED) python3 tests/run.py --build $(BUILD)

check: deps-test
	@$(MAKE) --no-print-directory -s -j"$$(nproc)" all unit
	@$(MAKE) --no-print-directory -s -j"$$(nproc)" asan
	@SHARED=$(SHARED) python3 tests/run.py --build $(BUILD) --asan $(BUILD)/asan --all

# Everything again with the sanitizers in it; UBSan's findings end the program.
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
asan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan EXTRA="$(SANITIZE)" all unit

# One program a target, all under the sanitizers; SECONDS of running time are shared out among them.
SECONDS ?= 60
fuzz: deps-test $(BUILD)/en.lexicon $(BUILD)/en.model $(BUILD)/world.gazetteer
	@$(MAKE) --no-print-directory -s -j"$$(nproc)" fuzz-build
	@python3 tests/run.py --build $(BUILD) --only fuzz --seconds $(SECONDS)

FUZZ_FLAGS := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
.PHONY: fuzz-build
fuzz-build:
	@[ -n "$(FUZZ_CC)" ] || { echo "fuzzing needs clang: apt-get install clang-14 libclang-rt-14-dev" >&2; exit 1; }
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=$(FUZZ_CC) EXTRA="$(FUZZ_FLAGS)" $(FUZZ:%=$(BUILD)/fuzz/run/%)

MARKS := $(BUILD)/cli/marks.o
$(BUILD)/run/%: tests/fuzz/%.c $(IO) $(MARKS) $(BUILD)/libsagwan.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer,address,undefined $< $(IO) $(MARKS) $(BUILD)/libsagwan.a $(LIBS) -o $@

eval: all
	@SHARED=$(SHARED) bench/eval.sh $(BUILD)/sagwan

bench: all
	@SHARED=$(SHARED) python3 bench/bench.py --build $(BUILD)
	@if command -v valgrind >/dev/null; then python3 bench/stages.py --build $(BUILD); \
	else echo "instructions a word: not counted (apt-get install valgrind)"; fi

# The weights of chains: lexicon/en/chains.tsv, from GUM's training part
train-chains: all $(BUILD)/train/chains
	python3 train/chains.py --shared $(SHARED) --build $(BUILD)

# The weights of lands: lexicon/en/lands.tsv, from the gold corpus's training parts
train-lands: all $(BUILD)/train/lands
	python3 train/lands.py --build $(BUILD)

# What makes a record sure: lexicon/en/confidence.tsv, from the gold corpus's training parts; what it says of whole documents
# stays (docs/decisions.md tells why)
train-confidence: all
	python3 train/confidence.py --program $(BUILD)/sagwan --documents lexicon/en/confidence.tsv

# To whom, where no phrase says it: lexicon/en/others.tsv, from the same. Before train-confidence, which counts on it
train-others: all
	python3 train/others.py --program $(BUILD)/sagwan

# From the treebanks to the image, in build/train, hours without a GPU: train/recipe.mk has the steps. It needs, and makes
# where they lack, a Python with what train/requirements.txt names (PYTHON=...) and the folders of two raw-text encoders
# (ENCODER=... the teachers', SMALL=... the one that is taught and ships; model/README.md names them). Nothing that ships
# is written over. train-check: the same steps over a small part of the data, in build/train-small. Both end by asking
# whether the program reads what they made as the trainers do.
RECIPE = --no-print-directory -j1 -f train/recipe.mk BUILD=$(abspath $(BUILD)) SHARED=$(abspath $(SHARED)) \
    $(foreach v,PYTHON ENCODER SMALL,$(if $($(v)),$(v)=$(abspath $($(v))))) \
    $(if $(THREADS),THREADS=$(THREADS))
train: all $(BUILD)/unit/test_syntax
	$(call need,$(TRAIN_PACKAGES))
	@$(MAKE) $(RECIPE)

.PHONY: train-check
train-check: all $(BUILD)/unit/test_syntax
	$(call need,$(TRAIN_PACKAGES))
	@$(MAKE) $(RECIPE) SCALE=small

format:
	@[ -n "$(FORMAT)" ] || { echo "make format needs clang-format: apt-get install clang-format" >&2; exit 1; }
	$(FORMAT) -i $$(git ls-files '*.c' '*.h')

# ---- Giving away -------------------------------------------------------------------------------

# One file: the images are put in by .incbin (cli/images.c looks for them first), the libraries
# are linked statically where the machine has their archives; only the C library stays shared.
$(BUILD)/dist/embed.S: $(BUILD)/en.lexicon $(BUILD)/en.model $(BUILD)/world.gazetteer
	@mkdir -p $(@D)
	@{ for f in $^; do i=$${f##*.}; \
	    printf '.section .rodata\n.balign 64\n.global sg_embedded_%s\nsg_embedded_%s:\n.incbin "%s"\n' $$i $$i $$f; \
	    printf '.global sg_embedded_%s_end\nsg_embedded_%s_end:\n.byte 0\n' $$i $$i; done; \
	  printf '.section .note.GNU-stack,"",%%progbits\n'; } > $@

dist: all $(BUILD)/dist/embed.S
	$(CC) -c $(BUILD)/dist/embed.S -o $(BUILD)/dist/embed.o
	$(CC) $(LDFLAGS) -s -static-libgcc $(CLI) $(STORE) $(IO) $(BUILD)/libsagwan.a $(BUILD)/dist/embed.o \
	    -Wl,-Bstatic -lsqlite3 -ljansson -lzstd -lz -lutf8proc -Wl,-Bdynamic -lm -ldl -o $(BUILD)/dist/sagwan
	@ls -l $(BUILD)/dist/sagwan

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sagwan $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib
	install -m 755 $(BUILD)/sagwan $(DESTDIR)$(PREFIX)/bin/sagwan
	install -m 644 $(BUILD)/en.model $(BUILD)/en.lexicon $(BUILD)/world.gazetteer LICENSE NOTICE $(DESTDIR)$(PREFIX)/share/sagwan/
	install -m 644 docs/sagwan.1 $(DESTDIR)$(PREFIX)/share/man/man1/sagwan.1
	install -m 644 include/sagwan.h $(DESTDIR)$(PREFIX)/include/sagwan.h
	install -m 644 $(BUILD)/libsagwan.a $(DESTDIR)$(PREFIX)/lib/libsagwan.a

clean:
	rm -rf $(BUILD)
