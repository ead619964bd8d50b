import ArgumentParser
import Cleanup
import Foundation
import Geometry
import Kernel
import Platform
import Registry
import Storage

/// `qianmo import observations FILE`: walks around land in use, each with what no contract covers. With `--as` they enter as the
/// desk's own; without it nothing enters, and parcels come from `--parcels` or from the house (`docs/replay.md`).
struct ImportObservations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observations", abstract: CLIText.importObservations.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.observationsParcels.here)") var parcels: String?
    @Option(help: "\(CLIText.observationsOrganisation.here)") var organisation: String?
    @Option(name: .customLong("as"), help: "\(CLIText.contractsOffice.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let list = try ObservationFile(Files.read(file))
        var lines: [ObservationReport.Line]
        if let office {
            lines = try await enter(list, office)
        } else {
            lines = try judge(list).lines.map(ObservationReport.Line.init)
        }
        lines.sort { $0.row.row < $1.row.row }
        let report = ObservationReport(lines: lines)
        if place.isJSON { Console.json(report.json) } else { report.print() }
    }

    private func judge(_ list: ObservationFile) throws -> ObservationJudgement {
        if let parcels {
            let known = ParcelJudgement(try GeoJSONFile.read(Files.read(parcels))).lines.filter { line in
                line.outline != nil && !line.findings.contains(where: \.isFault)
            }
            let named = list.contracted.map(Set.init) ?? []
            return ObservationJudgement(
                list.rows, contracted: known.filter { named.contains($0.row.id) }.compactMap(\.outline),
                all: known.compactMap(\.outline))
        }
        guard let organisation else { throw Failure(message: Console.language(CLIText.observationsNeed), code: 2) }
        let installation = try place.installation()
        let body = try self.body(organisation, installation)
        return try installation.database.read { tx in
            guard let path = try DivisionQueries.findPath(body.division, in: tx) else {
                return ObservationJudgement([], contracted: [], all: [])
            }
            let today = installation.clock.now().date
            let known = try ParcelQueries.list(within: path, on: today, limit: 100_000, in: tx)
            let all = known.map(\.outline.outline)
            let contracted: [Outline]
            if let named = list.contracted.map(Set.init) {
                contracted = known.filter { named.contains($0.number) }.map(\.outline.outline)
            } else {
                contracted = try all.flatMap {
                    try ParcelQueries.listContracted(beside: $0, on: today, in: tx).map(\.outline.outline)
                }
            }
            return ObservationJudgement(list.rows, contracted: contracted, all: all)
        }
    }

    private func body(_ name: String, _ installation: Installation) throws -> Organisation {
        let found = try OrganisationID(name).flatMap { id in
            try installation.database.read { try OrganisationQueries.find(id, in: $0) }
        }
        guard let found else { throw Failure(message: Console.language(CLIText.noOrganisation(name)), code: 2) }
        return found
    }

    private func enter(_ list: ObservationFile, _ office: String) async throws -> [ObservationReport.Line] {
        let installation = try place.installation()
        let body = try self.body(organisation ?? "", installation)
        guard let desk = OfficeID(office), let principal = try installation.findPrincipal(office: desk) else {
            throw Failure(message: Console.language(CLIText.noOffice(office)), code: 2)
        }
        var lines: [ObservationReport.Line] = []
        for row in list.rows {
            var line = ObservationReport.Line(row)
            do {
                let arguments = try row.arguments(of: body.id.text)
                line.name = arguments["observation"]?.string.flatMap { ObservationID($0) }
                line.outcome = try await give(arguments, principal, installation)
            } catch let rejection as Rejection {
                line.outcome = .refused(rejection)
            }
            line.figures = try line.name.flatMap { id in
                try installation.database.read { try ObservationFigures.find(id, in: $0) }
            }
            lines.append(line)
        }
        return lines
    }

    private func give(_ arguments: JSON, _ principal: Principal, _ installation: Installation) async throws
        -> RowOutcome
    {
        let answer = try await installation.writer.submit(
            Submission(
                command: RecordUse.fullName, arguments: arguments, principal: principal,
                key: "import-\(UUID().uuidString)"))
        switch answer {
        case .accepted: return .entered
        case .rejected(let rejection) where rejection.number == CleanupRefusal.seenAlready.number: return .known
        case .rejected(let rejection): return .refused(rejection)
        }
    }
}

/// A file of walks as it was judged or entered, for people and for programs.
struct ObservationReport {
    struct Line {
        let row: ObservationFile.Row
        var figures: ObservationFigures?
        var faults: Message?
        var name: ObservationID?
        var outcome: RowOutcome?

        init(_ row: ObservationFile.Row) { self.row = row }

        init(_ line: ObservationJudgement.Line) {
            row = line.row
            faults = line.faults
            if let ground = line.ground, let hidden = line.hidden {
                figures = ObservationFigures(
                    area: Area(units: ground.areaUnits), hidden: Area(units: hidden.areaUnits),
                    pieces: Int64(hidden.pieces.count))
            }
        }

        var rejection: Rejection? {
            if case .refused(let rejection) = outcome { return rejection }
            if case .unread(let rejection) = row.ground { return rejection }
            return nil
        }
    }

    let lines: [Line]

    func print() {
        Console.line(Console.language(CLIText.observationsHeader))
        for line in lines {
            func units(_ area: Area?) -> String { area.map { ParcelReport.decimal($0.units, places: 4) } ?? "-" }
            Console.line(
                [
                    String(line.row.row), line.row.id, line.row.use, units(line.figures?.area),
                    units(line.figures?.hidden), line.figures.map { String($0.pieces) } ?? "-",
                    line.faults.map { Console.language($0) } ?? "",
                ].joined(separator: "\t"))
            if let rejection = line.rejection { Console.line(Console.text(of: rejection)) }
        }
        let hidden = lines.reduce(Area.zero) { $0 + ($1.figures?.hidden ?? .zero) }
        Console.line(
            Console.language(
                CLIText.observationsRead(
                    lines.count, lines.count { ($0.figures?.pieces ?? 0) > 0 },
                    ParcelReport.decimal(hidden.units, places: 4))))
    }

    var json: JSON {
        let rows = lines.map { line -> JSON in
            var json: [String: JSON] = [
                "row": .integer(Int64(line.row.row)), "observation": .string(line.row.id),
                "use": .string(line.row.use), "kind": .string(line.row.kind.rawValue),
                "seenOn": line.row.seenOn?.field ?? .null,
                "seenUnits": line.figures.map { .integer($0.area.units) } ?? .null,
                "hiddenUnits": line.figures.map { .integer($0.hidden.units) } ?? .null,
                "pieces": line.figures.map { .integer($0.pieces) } ?? .null,
            ]
            if let faults = line.faults { json["faults"] = ["zh": .string(faults.zh), "en": .string(faults.en)] }
            if let outcome = line.outcome { json["outcome"] = outcome.json }
            if let rejection = line.rejection { json["problems"] = RowJSON.problems(rejection) }
            return .object(json)
        }
        let hidden = lines.reduce(Area.zero) { $0 + ($1.figures?.hidden ?? .zero) }
        return [
            "summary": [
                "rows": .integer(Int64(lines.count)),
                "findings": .integer(Int64(lines.count { ($0.figures?.pieces ?? 0) > 0 })),
                "hiddenUnits": .integer(hidden.units),
                "refused": .integer(Int64(lines.count { $0.rejection != nil })),
            ],
            "observations": .array(rows),
        ]
    }
}
