import Foundation
import Kernel
import Platform
import Registry
import Storage
import StorageSQLite

/// The city of the figures: villages, their collectives, open books, and eight vouchers a village and month. Invented.
struct City: Sendable {
    let villages: Int
    static let months = 12
    static let vouchersPerMonth = 8

    /// All of Changzhi's villages that closed their accounts in 2024.
    static let whole = City(villages: 2_436)
    /// A few of them, to see that a measurement runs.
    static let small = City(villages: 12)

    var vouchers: Int { villages * City.months * City.vouchersPerMonth }

    private static let villagesPerTownship = 20
    private static let townshipsPerCounty = 12

    func organisation(_ village: Int) -> String { "collective-\(village)" }
    func office(_ village: Int) -> String { "accountant-\(village)" }
    func division(_ village: Int) -> String { "p" + City.code(village) }

    /// Twelve digits: prefecture 1498, which nobody has; county, township, village.
    private static func code(_ village: Int) -> String {
        let township = village / villagesPerTownship
        let county = 1 + township / townshipsPerCounty
        let (inCounty, inTownship) = (100 + township % townshipsPerCounty, 201 + village % villagesPerTownship)
        return "1498" + county.padded(to: 2) + inCounty.padded(to: 3) + inTownship.padded(to: 3)
    }

    func principal(_ village: Int) throws -> Principal {
        guard let person = PersonID("person-\(village)"), let office = OfficeID(office(village)),
            let division = DivisionID(division(village))
        else { throw BenchFailure("a name of the city is not well formed") }
        return Principal(person: person, role: .villageAccountant, office: office, division: division)
    }

    // MARK: Setting it up

    /// Places, collectives and books, through the writer. `offices`: of how many villages somebody can sign in.
    func settle(_ installation: Installation, offices: Int = 0) async throws {
        try await give(installation, [importing])
        var setup: [Submission] = []
        for village in 0..<villages {
            setup.append(
                Submission(
                    command: "registry.registerOrganisation",
                    arguments: [
                        "organisation": .string(organisation(village)), "division": .string(division(village)),
                        "kind": "collective", "name": .string(BenchText.collective(village)),
                    ], principal: .administrator, key: "organisation-\(village)"))
        }
        for village in 0..<min(offices, villages) {
            setup.append(
                Submission(
                    command: "registry.openOffice",
                    arguments: [
                        "office": .string(office(village)), "role": "villageAccountant",
                        "division": .string(division(village)), "person": .string("person-\(village)"),
                        "title": .string("Accountant \(village)"),
                    ], principal: .administrator, key: "office-\(village)"))
        }
        for village in 0..<villages {
            setup.append(
                Submission(
                    command: "registry.openOffice",
                    arguments: [
                        "office": .string("reviewer-\(village)"), "role": "stationAgent",
                        "division": .string(division(village)), "person": .string("reviewer-\(village)"),
                        "title": .string("Reviewer \(village)"),
                    ], principal: .administrator, key: "reviewer-\(village)"))
        }
        for village in 0..<villages {
            setup.append(
                Submission(
                    command: "ledger.openBooks",
                    arguments: [
                        "organisation": .string(organisation(village)), "startDate": "2025-01-01",
                        "openings": [
                            ["account": "102", "debitFen": 10_000_000], ["account": "301", "creditFen": 10_000_000],
                        ],
                    ], principal: try principal(village), key: "books-\(village)"))
        }
        try await give(installation, setup)
    }

    private var importing: Submission {
        var rows: [JSON] = []
        func add(_ code: String, _ level: String, _ parent: String) {
            let name = "\(level) \(code)"
            rows.append([
                "code": .string(code + String(repeating: "0", count: 12 - code.count)), "name": .string(name),
                "level": .string(level), "parent": .string(parent), "kind": .string(level),
            ])
        }
        add("14", "province", "")
        add("1498", "prefecture", "14")
        var known: Set<String> = []
        for village in 0..<villages {
            let code = City.code(village)
            let (county, township) = (String(code.prefix(6)), String(code.prefix(9)))
            if known.insert(county).inserted { add(county, "county", "1498") }
            if known.insert(township).inserted { add(township, "township", county) }
            add(code, "village", township)
        }
        return Submission(
            command: "registry.importDivisions",
            arguments: ["codeSystem": "statistical", "asOf": "2024-01-01", "rows": .array(rows)],
            principal: .administrator, key: "places")
    }

    /// Gives commands and insists that every one is accepted.
    func give(_ installation: Installation, _ submissions: [Submission]) async throws {
        for (submission, answer) in zip(submissions, try await installation.writer.submit(all: submissions)) {
            guard case .accepted(let entries, _, _) = answer, !entries.isEmpty else {
                throw BenchFailure("\(submission.command) \(submission.key): \(answer)")
            }
        }
    }

    // MARK: Vouchers

    /// The `number`-th voucher of a village, as JSON arguments: two or three lines, through the year in order.
    func arguments(_ village: Int, _ number: Int) -> JSON {
        let month = number / City.vouchersPerMonth + 1
        let day = number % City.vouchersPerMonth * 3 + 1
        let amount = Int64(10_000 + (village * 37 + number * 101) % 900_000)
        let date = JSON.string("2025-\(month.padded(to: 2))-\(day.padded(to: 2))")
        return [
            "organisation": .string(organisation(village)), "date": date,
            "summary": .string(BenchText.summary(number)), "lines": lines(number, amount), "attachments": 1,
            "reviewer": .string("reviewer-\(village)"),
        ]
    }

    private func lines(_ number: Int, _ amount: Int64) -> JSON {
        func line(_ account: JSON, debit: Int64) -> JSON { ["account": account, "debitFen": .integer(debit)] }
        func line(_ account: JSON, credit: Int64) -> JSON { ["account": account, "creditFen": .integer(credit)] }
        return switch number % 4 {
        case 0: [line("102", debit: amount), line("501", credit: amount)]
        case 1: [line("513", debit: amount / 3), line("102", credit: amount / 3)]
        case 2: [line("112", debit: amount), line("501", credit: amount - 1_000), line("221", credit: 1_000)]
        default: [line("151", debit: amount / 2), line("102", credit: amount / 2)]
        }
    }

    func submission(_ village: Int, _ number: Int, _ principal: Principal) -> Submission {
        Submission(
            command: "ledger.postVoucher", arguments: arguments(village, number), principal: principal,
            key: "v-\(village)-\(number)")
    }
}
