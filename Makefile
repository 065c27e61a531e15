# The build is Maven's (./mvnw); this file names what people and build servers run. `make help` lists it.
MVN = ./mvnw -B -ntp
TRIES ?= 20000
SECONDS ?= 600

.PHONY: help check format test testbed power-cuts bench bench-store bench-lists bench-taps demo soak fuzz formal spec

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

check: ## All that a change must pass on this JDK: lint, format, tests, module arrows, requirement report
	$(MVN) verify

format: ## Rewrite the sources in the house format
	$(MVN) -q -pl '!bom' spotless:apply

test: ## Compile and run the tests, without the format check
	$(MVN) test

testbed: ## Taps on BlueZ, in a virtual machine with two virtual Bluetooth controllers (transport-bluez/testbed/README.md)
	$(MVN) -q -pl transport-bluez -am test-compile
	transport-bluez/testbed/run

power-cuts: ## 20 power cuts of a virtual machine in which a manager issues at full speed (store-sql/testbed/README.md)
	$(MVN) -q -pl store-sql -am test-compile
	store-sql/testbed/power-cuts

demo: ## Tell the story of a door: manager, reader and phone as processes that talk over TCP
	./lintel demo

soak: ## All tests with TRIES tries per property (20000 unless set) and their long forms (-Dlintel.soak=true); takes hours
	$(MVN) test -Dlintel.soak=true -Djqwik.tries.default=$(TRIES)

fuzz: ## Jazzer on parsers and sessions, SECONDS in all (600 unless set); TARGETS=TapFuzzTest for some (fuzzing/README.md)
	$(MVN) -q -pl fuzzing -am test-compile
	fuzzing/run $(SECONDS) $(TARGETS)

spec: ## Rewrite the generated parts of spec/: the vectors and the walk-through
	$(MVN) -q -pl protocol,sdk-api,transport-ble -am test -Dtest=SpecificationTest,LedgerVectorsTest,HandOffVectorsTest,BleVectorsTest -Dsurefire.failIfNoSpecifiedTests=false -Dlintel.spec.write=true

bench-store: ## Transfers and issues that share commits, beside a commit for each call, on SQLite and PostgreSQL (BENCH=--quick takes minutes)
	$(MVN) -q -pl benchmarks -am -DskipTests package
	@for database in sqlite postgres; do \
	  java -cp "benchmarks/target/classes:$$(cat benchmarks/target/benchmarks.classpath)" \
	    -Dorg.slf4j.simpleLogger.defaultLogLevel=warn io.lintel.benchmarks.store.StoreBenchmark $$database $(BENCH) || exit 1; done

formal: ## Check the ProVerif models of the protocol against spec/formal/expected.txt
	./spec/formal/check

bench-lists: ## Revocation lists beside Roaring, zlib Token Status Lists and Elias-Fano: octets, look-ups, decoding
	$(MVN) -q -pl benchmarks -am -DskipTests package
	@java -cp "benchmarks/target/classes:$$(cat benchmarks/target/benchmarks.classpath)" \
	  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn io.lintel.benchmarks.revocation.ListBenchmark $(BENCH)

bench-taps: ## Taps of both suites by every provider, each beside the same primitives called directly (BENCH=--quick takes minutes)
	$(MVN) -q -pl benchmarks -am -DskipTests package
	@java -cp "benchmarks/target/classes:$$(cat benchmarks/target/benchmarks.classpath)" \
	  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn io.lintel.benchmarks.tap.TapBenchmark $(BENCH)

bench: bench-store bench-lists bench-taps ## All benchmarks
