import Foundation
import Kernel
import TestSupport
import Testing

@testable import Supervision

@Suite(
    "What supervisors look for",
    .enabled(if: sharedData("register/flags_expected_dev.csv") != nil, "needs the shared data"))
struct OversightTests {
    private static func rows(_ name: String) throws -> [[String]] {
        try String(contentsOf: #require(sharedData("register/" + name)), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    }

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func branch(_ post: String) -> OfficeTerm.Branch {
        post.contains("supervisors")
            ? .supervisors
            : post.contains("accountant")
                ? .accounts
                : post.contains("council") ? .council : .other
    }

    private static func review() throws -> OversightReview {
        OversightReview(
            deals: try rows("deals_dev.csv").map {
                OversightDeal(
                    id: $0[0], party: $0[1], date: try day($0[2]), price: Money(fen: Int64($0[3])!),
                    guidePrice: Money(fen: Int64($0[4])!), bidders: Int64($0[5])!)
            },
            payments: try rows("payments_dev.csv").map {
                OversightPayment(
                    id: $0[0], payee: $0[1], date: try day($0[2]), amount: Money(fen: Int64($0[3])!), invoice: $0[4],
                    isCash: $0[5] == "cash", toPerson: $0[6] == "person")
            },
            offices: try rows("cadres_dev.csv").map {
                OfficeTerm(
                    person: $0[0], branch: branch($0[1]), from: try day($0[2]),
                    until: $0[3].isEmpty ? nil : try day($0[3]))
            },
            kin: try rows("kin_dev.csv").map {
                Kinship(holder: $0[0], relative: $0[1], degree: try #require(KinDegree(rawValue: $0[3])))
            })
    }

    @Test("Exactly the 21 flags of the fixture are raised, each at its level")
    func flags() throws {
        let expected = try Self.rows("flags_expected_dev.csv").map { $0.prefix(3).joined(separator: " ") }
        let raised = try Self.review().flags.map { "\($0.object) \($0.rule.rawValue) \($0.level.rawValue)" }
        #expect(expected.count == 21 && raised.sorted() == expected.sorted())
    }

    @Test("No flag tells who is whose relative")
    func silent() throws {
        let people = Set(try Self.rows("kin_dev.csv").map { $0[1] })
        let told = try Self.review().flags.flatMap { [$0.object, $0.beside ?? ""] }
        #expect(people.isDisjoint(with: told))
    }
}
