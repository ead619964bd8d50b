import Disclosure
import EventLog
import Exchange
import Foundation
import Kernel
import Ledger
@testable import Platform
import Registry
import Storage
import StorageSQLite
import TestSupport
import Testing
import Web

@Suite("The Luxian deal, from the register to the public proof") struct LuxianScenarioTests {
    private let collective: OrganisationID
    private let contract: ContractID

    init() throws {
        collective = try #require(OrganisationID("tanba-collective"))
        contract = try #require(ContractID("luxian-contract"))
    }

    @Test("every line is answered as the scenario says, and the refusals name their articles")
    func answers() async throws {
        let (steps, summary) = try await PracticeHouse().run("luxian-2019.jsonl")
        #expect(steps.filter { !$0.isAsExpected }.map(\.line.key) == [])
        #expect(summary.accepted == 65 && summary.refused == 11)
        let lease = try #require(steps.first { $0.line.key == "draft-lease" })
        guard case .rejected(let rejection) = lease.answer else {
            Issue.record("the lease was accepted")
            return
        }
        #expect(rejection.basis?.article.en.contains("Civil Code, art. 705") == true)
        #expect(rejection.text.zh.contains("20"))
    }

    @Test("1,200 yuan a mu and year, 720,000 in all, 288,000 / 216,000 / 216,000, everything balanced to the fen")
    func figures() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        try practice.installation.database.read { tx in
            let found = try #require(try ContractQueries.find(contract, in: tx))
            #expect(found.unitPrice == Money(fen: 120_000))
            #expect(found.total == Money(fen: 72_000_000))
            #expect(found.lessee.text == "longcheng")
            #expect(found.certificate?.text.hasPrefix("510521-2019-C-A1-") == true)
            let instalments = try ContractQueries.listInstalments(of: contract, in: tx)
            #expect(instalments.map(\.amount.fen) == [28_800_000, 21_600_000, 21_600_000])
            #expect(instalments.map(\.due.description) == ["2019-06-01", "2021-06-01", "2023-06-01"])
            let through = try #require(CivilDate("2023-12-31"))
            let balance = try TrialBalanceQueries.get(collective, through: through, in: tx)
            #expect(balance.isBalanced)
            #expect(balance.closing(.bank) == Money(fen: 72_000_000))
            #expect(balance.closing(.operatingIncome) == Money(fen: -12_000_000))
        }
    }

    @Test("the file of the lot has a receipt for every step, and each proves its entry offline")
    func receipts() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let lot = try #require(LotID("luxian-2019"))
        let route = try #require(practice.installation.routes.first { $0.path == "/lots/{lot}/file.tar" })
        let officer = try practice.installation.findPrincipal(office: try #require(OfficeID("luxian-intake")))
        guard case .file(_, let read) = route.handler,
            case .file(let bytes, _) = try read(
                PageRequest(
                    path: route.path, parameters: ["lot": lot.text], now: practice.installation.clock.now(),
                    principal: officer))
        else {
            Issue.record("no file")
            return
        }
        let pack = try #require(try practice.installation.database.read { try FilingQueries.find(lot, in: $0) })
        let view = try #require(try practice.installation.database.read { try LotQueries.findView(lot, in: $0) })
        #expect(view.fileDigest == pack.digest)
        let text = String(decoding: bytes, as: UTF8.self)
        let first = "c2sp.org/tlog-proof@v1"
        var proven: [Int64] = []
        for part in text.components(separatedBy: first).dropFirst() {
            let file = Array((first + part.prefix { $0 != "\0" }).utf8)
            let receipt = try Receipt(parsing: file)
            _ = try receipt.verified(by: practice.installation.log.verifier)
            proven.append(receipt.index)
        }
        #expect(proven == pack.entries && proven.count > 10)
    }

    @Test(
        "ended early, the contract owes the months begun: the books clear the rest, the public page shows it, all verifies"
    )
    func earlyEnd() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let office = try #require(OfficeID("tanba-clerk"))
        let clerk = try #require(try practice.installation.findPrincipal(office: office))
        let answer = try await practice.installation.writer.submit(
            Submission(
                command: "exchange.endContractEarly",
                arguments: ["lot": "luxian-2019", "cause": "agreed", "reasons": "both wish so"], principal: clerk,
                key: "early-end"))
        guard case .accepted = answer else {
            Issue.record("\(answer)")
            return
        }
        let (claim, balance) = try practice.installation.database.read { tx in
            let claim = try #require(try ReceivableQueries.find(contract: contract, in: tx))
            return (claim, try TrialBalanceQueries.get(collective, through: practice.clock.now().date, in: tx))
        }
        // 2019-06-01 to 2023-06-02: four years and the first month of the fifth, 24,000 a year.
        let owed = Money(fen: 9_800_000)
        #expect(claim.endedOn == practice.clock.now().date && claim.billed == owed && claim.earned == owed)
        #expect(balance.isBalanced && balance.closing(.operatingIncome) == .zero - owed)
        #expect(balance.closing(.payables) == owed - Money(fen: 72_000_000))
        #expect(balance.closing(.longTermPayables) == .zero && balance.closing(.receivables) == .zero)
        _ = try practice.verify()
    }

    @Test("what one command sets off stands in the log as one run: contract, receivable, public page")
    func oneTransaction() async throws {
        let practice = try PracticeHouse()
        let (steps, _) = try await practice.run("luxian-2019.jsonl")
        let sign = try #require(steps.first { $0.line.key == "sign" })
        let kinds = try sign.answer.entries.map { index in
            try EventLogLeaf.kind(try #require(try practice.installation.log.leaf(index)))
        }
        #expect(
            kinds == [
                "exchange.contractSigned", "registry.contractRegistered", "ledger.receivableOpened",
                "disclosure.contractDisclosed",
            ])
    }

    @Test("the same scenario twice gives the same root, and the house verifies")
    func sameRoot() async throws {
        let first = try PracticeHouse()
        let second = try PracticeHouse()
        let roots = [
            try await first.run("luxian-2019.jsonl").summary, try await second.run("luxian-2019.jsonl").summary,
        ]
        #expect(roots[0] == roots[1])
        let verified = try first.verify()
        #expect(verified.size == roots[0].size)
        #expect(verified.root == roots[0].root.base64)
    }

    @Test("the same scenario in the same house gives the first answers and no second event")
    func twice() async throws {
        let practice = try PracticeHouse()
        let (first, summary) = try await practice.run("luxian-2019.jsonl")
        let (second, again) = try await practice.run("luxian-2019.jsonl")
        #expect(summary == again)
        #expect(first.map(\.answer) == second.map(\.answer))
    }

    @Test(
        "in every table of the real house, a value changed, a row deleted, a row added and a byte of a leaf are named")
    func tampered() async throws {
        let workshop = try Workshop()
        do {
            let installation = try Installation.open(
                .qianmo, dataDirectory: workshop.folder, database: workshop.store(), clock: ScenarioClock(),
                random: .practice(seed: "t"))
            let url = Tree.root.appending(path: "scenarios/luxian-2019.jsonl")
            let scenario = try Scenario(parsing: Array(Data(contentsOf: url)))
            let clock = try #require(installation.clock as? ScenarioClock)
            _ = try await ScenarioRunner(installation, clock: clock).run(scenario) { _ in }
        }
        let tampering = try Tampering(.qianmo, workshop)
        let tables = try Tampering.tables(of: workshop.reading()).map(\.name)
        for changes in [
            try tampering.columnChanges(), try tampering.deletions(), try tampering.additions(),
        ] {
            try expectNoticed(tampering.findings(changes))
        }
        #expect(try Set(tampering.additions().map(\.table)) == Set(tables))
        try everyLeaf(tampering)
    }

    /// Two bytes of every leaf of the log, one after the other, wherever they stand in it.
    private func everyLeaf(_ tampering: Tampering) throws {
        let store = try tampering.bare.store()
        let size = try #require(try store.read { try LogStore.findHead(in: $0) }?.range.size)
        var (wrong, position) = ([String](), 17)
        for entry in 0..<size {
            let bytes = try #require(try store.read { try LogStore.leaf(entry, in: $0) })
            for _ in 0..<2 {
                position = (position * 1_103_515_245 + 12_345) % 2_147_483_648
                var changed = bytes
                changed[position % bytes.count] ^= UInt8(1 << (position % 7))
                try store.write { try $0.run("UPDATE log_entry SET leaf = \(changed) WHERE entry = \(entry)") }
                let finding = try tampering.finding(in: tampering.bare)
                if finding?.entry != entry || finding?.table != "log_entry" {
                    wrong.append("entry \(entry), byte \(position % bytes.count): \(finding?.place ?? "nothing")")
                }
            }
            try store.write { try $0.run("UPDATE log_entry SET leaf = \(bytes) WHERE entry = \(entry)") }
        }
        #expect(wrong == [])
        #expect(try tampering.finding(in: tampering.bare) == nil)
    }
}
