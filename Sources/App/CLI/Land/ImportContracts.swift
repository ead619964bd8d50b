import ArgumentParser
import Cleanup
import Foundation
import Kernel
import Platform
import Registry

/// `qianmo import contracts FILE`: a list of contracts, row by row, with the problems that rules find. Without
/// `--organisation` it only says what it understood; with it every row enters as found, and a second run changes nothing.
struct ImportContracts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "contracts", abstract: CLIText.importContracts.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.contractsParameters.here)") var parameters: String?
    @Option(help: "\(CLIText.sheet.here)") var sheet: String?
    @Option(help: "\(CLIText.contractsOrganisation.here)") var organisation: String?
    @Option(name: .customLong("as"), help: "\(CLIText.contractsOffice.here)") var office: String?
    @Option(name: .customLong("as-of"), help: "\(CLIText.contractsAsOf.here)") var asOf: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        guard let id = OrganisationID(organisation ?? "list") else {
            throw Failure(message: Console.language(CLIText.noOrganisation(organisation ?? "")), code: 2)
        }
        let list = try ContractSheet(Array(Files.read(file)), sheet: sheet)
        var rules = CleanupParameters.standard
        var rejected: [Rejection] = []
        if let parameters {
            let (read, answers) = try CleanupParameters.read(Array(Files.read(parameters)))
            rules = read
            for case .refused(let rejection) in answers.map(\.outcome) { rejected.append(rejection) }
        }
        let day = try asOf.map { try Dates.read($0) } ?? rules.asOf ?? list.filled ?? SystemClock().now().date
        let problems = ContractJudge(rules, asOf: day).judge(list.rows.map(\.contract))
        var entered: [Int: RowOutcome] = [:]
        if organisation != nil {
            let installation = try place.installation()
            guard let desk = office.flatMap({ OfficeID($0) }),
                let principal = try installation.findPrincipal(office: desk)
            else { throw Failure(message: Console.language(CLIText.noOffice(office ?? "")), code: 2) }
            for (row, found) in zip(list.rows, problems) {
                entered[row.row] = try await enter(row, found, id, principal, installation)
            }
        }
        let report = ContractReport(
            list: list, problems: problems, entered: entered, asOf: day, parametersRejected: rejected)
        if place.isJSON { Console.json(report.json) } else { report.print() }
    }

    private func enter(
        _ row: ContractSheet.Row, _ problems: [FoundProblem], _ id: OrganisationID, _ principal: Principal,
        _ installation: Installation
    ) async throws -> RowOutcome {
        var arguments = FoundTerms(row).openFields
        arguments["case"] = .string("\(id.text)-\(row.key)")
        arguments["organisation"] = .string(id.text)
        if !row.contract.lessee.isEmpty { arguments["lessee"] = .string(row.contract.lessee) }
        arguments["problems"] = .array(problems.map { .string($0.code.rawValue) })
        let answer = try await installation.writer.submit(
            Submission(
                command: "cleanup.enterFoundContract", arguments: .object(arguments), principal: principal,
                key: "import-\(UUID().uuidString)"))
        switch answer {
        case .accepted: return .entered
        case .rejected(let rejection) where rejection.number == CleanupRefusal.nothingNew.number: return .known
        case .rejected(let rejection): return .refused(rejection)
        }
    }
}

/// What became of a row of a list that was entered.
enum RowOutcome {
    case entered, known
    case refused(Rejection)

    var json: JSON {
        switch self {
        case .entered: "entered"
        case .known: "known"
        case .refused: "refused"
        }
    }
}

/// A list as it was understood, for people and for programs. Names stay in it only for whoever runs the command on their
/// own file.
struct ContractReport {
    let list: ContractSheet
    let problems: [[FoundProblem]]
    let entered: [Int: RowOutcome]
    let asOf: CivilDate
    let parametersRejected: [Rejection]

    func print() {
        for rejection in parametersRejected { Console.line(Console.text(of: rejection)) }
        for (row, found) in zip(list.rows, problems) {
            let codes = found.map { "\($0.code.rawValue) \(Console.language($0.code.label))" }
            if !codes.isEmpty { Console.line("\(row.row)\t\(row.contract.object)\t\(codes.joined(separator: "; "))") }
            for cell in row.unread {
                Console.line("\(row.row)\t\(row.contract.object)\t\(cell.text)\t\(Console.language(cell.why))")
            }
            if case .refused(let rejection) = entered[row.row] {
                Console.line("\(row.row)\t\(Console.text(of: rejection))")
            }
        }
        Console.line(Console.language(CLIText.contractsRead(counts)))
    }

    struct Counts {
        var rows = 0
        var withProblem = 0
        var unread = 0
        var entered = 0
        var known = 0
        var refused = 0
    }

    var counts: Counts {
        var counts = Counts()
        counts.rows = list.rows.count
        counts.withProblem = problems.count { !$0.isEmpty }
        counts.unread = list.rows.reduce(0) { $0 + $1.unread.count }
        for outcome in entered.values {
            switch outcome {
            case .entered: counts.entered += 1
            case .known: counts.known += 1
            case .refused: counts.refused += 1
            }
        }
        return counts
    }

    var json: JSON {
        let counts = counts
        var codes: [String: JSON] = [:]
        for (code, group) in Dictionary(grouping: problems.joined(), by: \.code) {
            codes[code.rawValue] = .integer(Int64(group.count))
        }
        let units = list.rows.reduce(Int64(0)) { $0 + ($1.contract.area?.units ?? 0) }
        return [
            "rows": .array(zip(list.rows, problems).map { row($0, $1) }),
            "parameters": .array(parametersRejected.map { RowJSON.problems($0) }),
            "summary": [
                "encoding": .string(list.encoding.rawValue), "asOf": asOf.field, "rows": .integer(Int64(counts.rows)),
                "rowsWithProblem": .integer(Int64(counts.withProblem)), "unreadable": .integer(Int64(counts.unread)),
                "areaUnitsReadable": .integer(units), "codes": .object(codes),
                "setAsideRows": .array(list.setAside.map { .integer(Int64($0)) }),
                "entered": .integer(Int64(counts.entered)), "known": .integer(Int64(counts.known)),
                "refused": .integer(Int64(counts.refused)), "changes": .integer(Int64(counts.entered)),
            ],
        ]
    }

    private func row(_ row: ContractSheet.Row, _ found: [FoundProblem]) -> JSON {
        let contract = row.contract
        var json: [String: JSON] = [
            "sheetRow": .integer(Int64(row.row)), "key": .string(row.key), "group": .string(contract.group),
            "number": .string(contract.number), "object": .string(contract.object), "lessee": .string(contract.lessee),
            "class": .string(contract.category), "areaUnits": contract.area?.field ?? .null,
            "measuredUnits": contract.measured?.field ?? .null, "start": contract.start?.field ?? .null,
            "end": contract.end?.field ?? .null, "annualFen": contract.annual?.field ?? .null,
            "oneOffFen": contract.oneOff?.field ?? .null,
            "inKind": contract.inKind.map { .string($0.words.en) } ?? .null,
            "paidUntil": contract.paidUntil?.field ?? .null, "signed": contract.signed?.field ?? .null,
            "problems": .array(found.map { .string($0.code.rawValue) }),
            "compared": .array(
                found.map { ["code": .string($0.code.rawValue), "left": .string($0.left), "right": .string($0.right)] }),
            "unreadable": .array(
                row.unread.map {
                    [
                        "column": .string($0.column.rawValue), "cell": .string($0.text), "textZh": .string($0.why.zh),
                        "textEn": .string($0.why.en),
                    ]
                }),
        ]
        if let outcome = entered[row.row] {
            json["outcome"] = outcome.json
            if case .refused(let rejection) = outcome { json["refused"] = RowJSON.problems(rejection) }
        }
        return .object(json)
    }
}
