import ArgumentParser
import Assembly
import Foundation
import Kernel
import Platform
import Registry

/// `qianmo import members FILE`: a list of members, row by row. Without `--organisation` it only says what it read;
/// with it and the desk that enters them (`--as`) every good row enters the roll of that collective, and a second run
/// changes nothing.
struct ImportMembers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "members", abstract: CLIText.importMembers.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.sheet.here)") var sheet: String?
    @Option(help: "\(CLIText.membersOrganisation.here)") var organisation: String?
    @Option(name: .customLong("as"), help: "\(CLIText.membersOffice.here)") var office: String?
    @Option(name: .customLong("on"), help: "\(CLIText.membersOn.here)") var days: [String] = []
    @OptionGroup var place: DataLocation

    func run() async throws {
        guard let id = OrganisationID(organisation ?? "list") else {
            throw Failure(message: Console.language(CLIText.noOrganisation(organisation ?? "")), code: 2)
        }
        let list = try MemberFile(Array(Files.read(file)), of: id, sheet: sheet)
        let figures = try days.map { list.figures(on: try Dates.read($0)) }
        var entered: [Int: RowEntry] = [:]
        if organisation != nil {
            let installation = try place.installation()
            guard let desk = office.flatMap({ OfficeID($0) }),
                let principal = try installation.findPrincipal(office: desk)
            else { throw Failure(message: Console.language(CLIText.noOffice(office ?? "")), code: 2) }
            for answer in list.answers {
                guard case .accepted(let entry) = answer.outcome, entry.member.since != nil else { continue }
                entered[answer.line] = try await enter(entry, by: principal, installation)
            }
        }
        if place.isJSON { Console.json(json(list, figures, entered)) } else { print(list, figures, entered) }
    }

    enum RowEntry {
        case entered, known
        case refused(Rejection)
    }

    private func enter(
        _ entry: MemberFile.Entry, by principal: Principal, _ installation: Installation
    ) async throws -> RowEntry {
        let answer = try await installation.writer.submit(
            Submission(
                command: "assembly.admitMember", arguments: .object(entry.arguments), principal: principal,
                key: "import-\(UUID().uuidString)"))
        switch answer {
        case .accepted: return .entered
        case .rejected(let rejection) where rejection.number == AssemblyRefusal.memberKnown.number: return .known
        case .rejected(let rejection): return .refused(rejection)
        }
    }

    private func print(_ list: MemberFile, _ figures: [RollFigures], _ entered: [Int: RowEntry]) {
        for answer in list.answers {
            if case .refused(let rejection) = answer.outcome {
                Console.line("\(answer.line)\t\(Console.text(of: rejection))")
            }
            if case .refused(let rejection) = entered[answer.line] {
                Console.line("\(answer.line)\t\(Console.text(of: rejection))")
            }
        }
        for figure in figures { Console.line(Console.language(CLIText.rollFigures(figure))) }
        let counts = counts(list, entered)
        Console.line(Console.language(CLIText.membersRead(counts)))
    }

    private func counts(_ list: MemberFile, _ entered: [Int: RowEntry]) -> MemberCounts {
        var counts = MemberCounts()
        counts.read = list.entries.count
        for answer in list.answers { if case .refused = answer.outcome { counts.refused += 1 } }
        for entry in entered.values {
            switch entry {
            case .entered: counts.entered += 1
            case .known: counts.known += 1
            case .refused: counts.refused += 1
            }
        }
        return counts
    }

    private func json(_ list: MemberFile, _ figures: [RollFigures], _ entered: [Int: RowEntry]) -> JSON {
        let counts = counts(list, entered)
        return [
            "rows": .array(list.answers.map { row($0, entered[$0.line]) }), "days": .array(figures.map(json)),
            "summary": [
                "encoding": .string(list.encoding.rawValue), "read": .integer(Int64(counts.read)),
                "refused": .integer(Int64(counts.refused)), "entered": .integer(Int64(counts.entered)),
                "known": .integer(Int64(counts.known)),
            ],
        ]
    }

    /// Names and identity numbers stay out of what is printed: the line and the number say who it is.
    private func row(_ answer: Table<MemberFile.Column>.Answer<MemberFile.Entry>, _ entered: RowEntry?) -> JSON {
        var row: [String: JSON] = ["line": .integer(Int64(answer.line))]
        switch answer.outcome {
        case .setAside(let reason): row["setAside"] = .string(reason.rawValue)
        case .refused(let rejection): row["problems"] = RowJSON.problems(rejection)
        case .accepted(let entry):
            row["member"] = .string(entry.member.id.text)
            row["household"] = .string(entry.member.household.text)
            row["isMember"] = .bool(entry.member.since != nil)
            switch entered {
            case .entered: row["outcome"] = "entered"
            case .known: row["outcome"] = "known"
            case .refused(let rejection): row["problems"] = RowJSON.problems(rejection)
            case nil: row["outcome"] = "read"
            }
        }
        return .object(row)
    }

    private func json(_ figures: RollFigures) -> JSON {
        let representatives = figures.representatives
        return [
            "on": figures.day.field, "households": .integer(figures.households),
            "members": .integer(figures.members), "capable": .integer(figures.voters),
            "quorum": .integer(figures.quorum), "twoThirds": .integer(figures.twoThirds),
            "threeQuarters": .integer(figures.threeQuarters), "representativesLeast": .integer(representatives.least),
            "representativesMost": representatives.isPossible ? .integer(representatives.most) : .null,
            "householdsWithoutWoman": .array(figures.withoutWoman.map { .string($0.text) }),
            "sharesOfMembersHundredths": .integer(figures.sharesOfMembers),
            "sharesFrozenHundredths": .integer(figures.sharesFrozen),
        ]
    }
}

struct MemberCounts {
    var read = 0
    var refused = 0
    var entered = 0
    var known = 0
}
