# Two commands do it all: `make run` and `make test`. The others are parts of them, or long drills.
SWIFT_CHECKED = swift build --explicit-target-dependency-import-check error
DATA ?= data
PORT ?= 8080

.PHONY: run test docs lint build unit browser sample axe schema bench closing strangers files market papers gateway telemetry upgrade door proxies metrics feed clean law simulate extremes fuzz-workbooks race failover sbom package package-drill package-booted pictures

run: ## Install what is missing, build a release, fill a demo county and serve it.
	@scripts/install.sh run
	swift build -c release --product qianmo
	.build/release/qianmo seed demo --data $(DATA)
	.build/release/qianmo serve --data $(DATA) --port $(PORT) --demo --practice

test: ## Everything CI runs.
	@scripts/install.sh test
	@$(MAKE) --no-print-directory lint sample build unit strangers
	python3 Tests/drills/market.py .build/debug/qianmo --clients 40 --kills 5
	python3 Tests/drills/papers.py .build/debug/qianmo --uploads 40 --kills 3
	python3 Tests/drills/gateway.py .build/debug/qianmo --sockets 100 --seconds 5 --frames 3000 --kills 3
	python3 Tests/drills/telemetry.py .build/debug/qianmo --days 1 --stations 3
	python3 Tests/drills/unit.py .build/debug/qianmo
	python3 Tests/drills/metrics.py .build/debug/qianmo
	python3 Tests/drills/rows.py .build/debug/qianmo
	@$(MAKE) --no-print-directory browser schema

docs: build ## The documents that are generated from the code.
	.build/debug/qianmo docs commands > docs/commands.md
	.build/debug/qianmo docs access > docs/access.md
	QIANMO_WRITE_DOCS=1 swift test --skip-build --filter 'ReferenceTests|StateDocumentTests|DocumentTests'

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

build:
	$(SWIFT_CHECKED) --build-tests

unit: ## Every test, then those with a store again on PostgreSQL.
	scripts/test-stores.sh

browser: ## Every kind of page in a real browser, as everyone who signs in, and a whole deal by clicks.
	scripts/browser.sh

sample: ## A room made by scripts/new-domain builds, passes its tests and the tidy tests, and is taken away again.
	scripts/try-new-domain.sh

axe: ## axe-core over each kind of page, as the public and as each role, in both languages; QIANMO_AXE_PART="^/books" for a part.
	QIANMO_AXE_LONG=1 scripts/browser.sh Tests/browser/test_axe.py

schema: ## Schemathesis against /api/openapi.json as a visitor and as each role; `make schema REQUESTS=100000` for the long form.
	.build/venv/bin/python Tests/schema/drill.py $(REQUESTS)

bench: ## Measures every figure of docs/bench.md, in a quarter of an hour; flushes are real, on PostgreSQL too.
	swift build -c release --product qianmo
	QIANMO_TEST_FSYNC=on scripts/with-postgres.sh sh -c '.build/release/qianmo bench $(BENCH) $${QIANMO_TEST_POSTGRES:+--database "$$QIANMO_TEST_POSTGRES"}'

BIDS ?= 100000
WINDOW_SECONDS ?= 200

closing: ## Bids within 50 ms of the end of an auction, over HTTP, against the real program (docs/drills.md).
	swift build --product qianmo
	python3 Tests/drills/closing.py .build/debug/qianmo --bids $(BIDS) --seconds $(WINDOW_SECONDS)

AUCTIONS ?= 20

strangers: ## Whoever reads the public log links no bid to an account; `make strangers AUCTIONS=1000` for the long form (docs/drills.md).
	python3 Tests/drills/strangers.py .build/debug/qianmo --auctions $(AUCTIONS)

CASES ?= 4000

files: ## Wounded files of every kind through every reader: answers, never a crash (docs/drills.md).
	swift build --product qianmo
	python3 Tests/drills/files.py .build/debug/qianmo ../shared/data --cases $(CASES)

CLIENTS ?= 1000

market: ## A thousand people and five seats, and a matching round killed over and over (docs/drills.md); CLIENTS=1000 KILLS=200.
	swift build --product qianmo
	python3 Tests/drills/market.py .build/debug/qianmo --clients $(CLIENTS) --kills $(or $(KILLS),200)

papers: ## A thousand papers sent piece by piece while the server is killed over and over (docs/drills.md); UPLOADS=1000 KILLS=100.
	swift build --product qianmo
	python3 Tests/drills/papers.py .build/debug/qianmo --uploads $(or $(UPLOADS),1000) --kills $(or $(KILLS),100)

gateway: ## 3,000 loggers at once, and a gateway killed over and over in frames (docs/drills.md); FRAMES=1000000 KILLS=100.
	swift build --product qianmo
	python3 Tests/drills/gateway.py .build/debug/qianmo --frames $(or $(FRAMES),1000000) --kills $(or $(KILLS),100)

telemetry: ## Days of a county's raw frames, sealed, judged, verified and made again (docs/drills.md); DAYS=7.
	swift build --product qianmo
	python3 Tests/drills/telemetry.py .build/debug/qianmo --days $(or $(DAYS),7)

upgrade: ## Older installations under this program and back, on one file and on PostgreSQL; OLD=path of an older program for the whole way back.
	swift build --product qianmo
	python3 Tests/drills/upgrade.py .build/debug/qianmo $(if $(OLD),--old $(OLD))
	scripts/with-postgres.sh sh -c '[ -z "$$QIANMO_TEST_POSTGRES" ] || \
		python3 Tests/drills/upgrade.py .build/debug/qianmo $(if $(OLD),--old $(OLD)) --database "$$QIANMO_TEST_POSTGRES"'

DRILLS ?= flood,idle,clock,disk,keys,two,restored

door: ## Floods, idle connections, a jumping clock, a full disk, wrong keys, two servers (docs/drills.md); DRILLS=keys for one; the full disk needs root.
	swift build --product qianmo
	python3 Tests/drills/door.py --only $(DRILLS)

proxies: ## deploy/Caddyfile and deploy/haproxy-tls.cfg in front of the program: TLS, HTTP/2, compression, time-outs; needs caddy and haproxy.
	swift build -c release --product qianmo
	python3 Tests/drills/proxies.py .build/release/qianmo

metrics: ## Every metric that deploy/alerts.yml and deploy/grafana.json name is told by a served house; reads the rules with promtool where it is.
	swift build --product qianmo
	python3 Tests/drills/metrics.py .build/debug/qianmo

CHANGES ?= 100000

feed: ## Twenty writers, five readers of the public feed, no gap and no reordering (docs/drills.md).
	swift build --build-tests
	QIANMO_FEED_CHANGES=$(CHANGES) swift test --skip-build --filter ServerTests.FeedTests

law: ## A million random assemblies, 100,000 schedules of rent, 10,000 parcels divided and joined, the neighbours among 100,000 (docs/drills.md).
	$(SWIFT_CHECKED) --build-tests
	QIANMO_ASSEMBLIES=1000000 QIANMO_SCHEDULES=100000 QIANMO_SPLITS=10000 QIANMO_LAND=1 swift test --skip-build \
		--filter 'BallotTests|RentScheduleTests|LandTests|LandScaleTests'

simulate: ## More simulated counties (SEEDS=10000), or one of them again (SEED=4711).
	$(SWIFT_CHECKED) --build-tests
	QIANMO_SEEDS=$(or $(SEEDS),10000) QIANMO_SEED=$(SEED) swift test --skip-build --filter SimulationTests

EXTREMES ?= 1000000

extremes: ## A million commands with extremes in their fields, and every address with every extreme.
	$(SWIFT_CHECKED) --build-tests
	QIANMO_EXTREMES=$(EXTREMES) swift test --skip-build --filter ExtremesTests

fuzz-workbooks: ## A million workbooks with wounds (or FILES=10000): no crash, no more than 64 MB (record 0246).
	swift build --build-tests
	QIANMO_FUZZ=$(or $(FILES),1000000) swift test --skip-build --filter WorkbookFuzzTests

race: ## What two threads share, under the thread sanitizer (docs/drills.md).
	swift build --sanitize=thread --scratch-path .build-race --build-tests
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/drills/race.supp" swift test --sanitize=thread --scratch-path .build-race \
		--skip-build --filter 'StorageTests|AheadTests|WriterTests|FaultTests|RestartTests'

failover: ## Three PostgreSQL nodes, the primary killed KILLS times under load; needs root and patroni, etcd, haproxy.
	swift build --product qianmo
	python3 Tests/failover/drill.py .build/debug/qianmo $(or $(KILLS),20)

package: ## dist/qianmo_….deb and the same as a tarball, for machines without Swift.
	scripts/package.sh

package-drill: package ## Installs OLD=…deb on a clean Debian 12, updates, goes back, removes, purges, tries the tarball; needs root, debootstrap.
	Tests/drills/package.sh "$$(ls -t dist/*.deb | head -1)" "$(or $(OLD),$(error OLD=dist/qianmo_….deb, a package of an earlier version))"

package-booted: package ## The same in a Debian 12 booted with its own systemd: the unit held to what it says; needs root and systemd-container.
	Tests/drills/booted.sh "$$(ls -t dist/*.deb | head -1)"

pictures: ## The pictures of the README, of the demo county; look at them before they are committed.
	.build/venv/bin/python scripts/pictures.py

sbom: ## The parts of the program: dist/qianmo.cdx.json (CycloneDX) and docs/parts.md. After a build.
	mkdir -p dist
	scripts/sbom.py > dist/qianmo.cdx.json
	scripts/sbom.py --table > docs/parts.md

clean:
	swift package clean
