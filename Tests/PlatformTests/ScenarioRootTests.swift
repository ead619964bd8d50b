import EventLog
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A rewrite of the program must not rewrite history: the same commands make the same log, byte for byte.
@Suite("Scenario roots") struct ScenarioRootTests {
    struct Root: Sendable, CustomTestStringConvertible {
        let file: String
        /// With leaves that name whoever acted, as the program of 27 November 2026 (9d1a5e9) wrote them. Of 0390: a
        /// registration commits to the mark of its account and a deposit to its party, so other salts are drawn for what
        /// follows; 376 leaves were compared, and nothing else differs.
        let open: String
        /// Since then: a root changes only with a fault that a decision record names. Of 0234: acts that private persons may
        /// give commit to who acted.
        let now: String

        init(_ file: String, open: String, now: String) { (self.file, self.open, self.now) = (file, open, now) }

        var testDescription: String { file }
    }

    static let roots = [
        Root(
            "baisha-2.jsonl", open: "iSCl3AWS/5mMtHc6myT2hFTwChSR23nSXmQnqPn5jew=",
            now: "rQcTzqS9yROi/rhiO8MsUVsGQEEJf4wuElHXDxYOYWk="),
        Root(
            "dachuan-2018.jsonl", open: "I9qlMpZPqeAJHo6RFOT9s9c50JeFy7pfaeDG68ojiC0=",
            now: "Bag17pKeBsWRTEL/HiKSER8dqexBIDwl1dgUYyn9EnQ="),
        Root(
            "fucheng-pond.jsonl", open: "46ZSMraaVo2L7qMHSFl72fCqOk47DQBSBXav2ySqGgU=",
            now: "YwzQLQZslbfAjqQpTWd1NApdzlEogCUoyK90jmKrwkQ="),
        Root(
            "guanghan-2025.jsonl", open: "6D7o+cigT/CAkNDBR1d685F2yyBAdUe7JxKVn79fxHc=",
            now: "SjCGeVV9hVnXzBSnUf/EdZdX+zeJtDZ1+HwJH0Gua+Q="),
        Root(
            "luxian-2019.jsonl", open: "vKa8Z0zGlFDKHVM5r5ReB8kTaqPMx2QOfHRD/0NGpcw=",
            now: "mWRdWEYzTqrrwiShgsAxiF/kKEqe97G0JDey3F7aKh4="),
        Root(
            "zhongjiang-pond.jsonl", open: "3OHczcmcLbpVw7jE3tewmCy2Un9jMEj+Ku/R/8kKTQ8=",
            now: "7bE0QbcBdwIGfpyUuANY/w7GkN1+AzE1iYg+oC8aWqA="),
    ]

    @Test(
        "Each scenario ends in its log; told who acted, it is the log whose leaves name them",
        arguments: roots)
    func root(_ root: Root) async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run(root.file)
        let found = try practice.installation.log.head().root.base64
        #expect(found == root.now, "it ends in \(found)")
        var tree = CompactRange()
        for leaf in try practice.installation.leavesOfTheOldForm(practice.workshop.folder) {
            tree.append(Hash.leaf(leaf))
        }
        #expect(tree.root.base64 == root.open, "told who acted it ends in \(tree.root.base64)")
    }
}
