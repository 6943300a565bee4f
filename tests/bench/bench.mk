# Programs and targets that measure. Included by the Makefile.

LAYOUTS_SRC = tests/bench/storage/layouts.c indexer/term_set.c indexer/word_table.c
$(BUILD)/obj/tests/bench/%.c.o: INCLUDES += -Iindexer

$(BUILD)/bench-layouts: $(call objects,$(LAYOUTS_SRC)) $(LIB_READ) $(LIB_WRITE)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

# make bench-storage SETS="notes=FOLDER pages=FOLDER": the comparison of docs/storage.md
.PHONY: bench-storage
bench-storage: $(BUILD)/bench-layouts
	sh tests/bench/storage/run.sh $(BUILD)/bench-layouts $(BUILD)/storage $(SETS)
