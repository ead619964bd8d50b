import ArgumentParser
import Foundation
import Geometry
import Kernel
import Platform
import Registry
import Storage

/// `qianmo import parcels FILE`: outlines row by row, with what is to be said of each and of each pair that shares ground.
/// Without `--organisation` nothing enters and no house is needed (`docs/replay.md`).
struct ImportParcels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "parcels", abstract: CLIText.importParcels.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.parcelZone.here)", transform: Within.range(1...60)) var zone: Int?
    @Option(help: "\(CLIText.parcelsOrganisation.here)") var organisation: String?
    @Option(name: .customLong("as"), help: "\(CLIText.contractsOffice.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        var known: Zone?
        if let zone {
            guard let named = Zone(rawValue: zone) else {
                throw Failure(message: Console.language(CLIText.noZone(zone)), code: 2)
            }
            known = named
        }
        let rows = try read(known)
        let total = rows.count
        let judgement = ParcelJudgement(rows) { done in
            if total >= 5_000 { Console.progress(Console.language(CLIText.parcelsJudged(done, of: total))) }
        }
        if total >= 5_000 { Console.progress(Console.language(CLIText.parcelsJudged(total, of: total)), isLast: true) }
        var entered: [Int: RowOutcome] = [:]
        if let organisation { entered = try await enter(judgement, organisation) }
        let report = ParcelReport(judgement, entered: entered)
        if place.isJSON { Console.json(report.json) } else { report.print() }
    }

    /// Gives every sound row as the desk's own; what stands in the register already changes nothing.
    private func enter(_ judgement: ParcelJudgement, _ organisation: String) async throws -> [Int: RowOutcome] {
        guard let id = OrganisationID(organisation) else {
            throw Failure(message: Console.language(CLIText.noOrganisation(organisation)), code: 2)
        }
        let installation = try place.installation()
        guard let desk = office.flatMap({ OfficeID($0) }), let principal = try installation.findPrincipal(office: desk),
            let owner = try installation.database.read({ tx in try OrganisationQueries.find(id, in: tx) })
        else { throw Failure(message: Console.language(CLIText.noOffice(office ?? "")), code: 2) }
        let sound = judgement.lines.filter(\.isSound)
        var outcomes: [Int: RowOutcome] = [:]
        // Many at once: the writer flushes a group of them together.
        for start in stride(from: 0, to: sound.count, by: Self.together) {
            let part = sound[start..<min(sound.count, start + Self.together)]
            let answers = try await installation.writer.submit(
                all: part.map { submission(of: $0, owner, principal) })
            for (line, answer) in zip(part, answers) {
                switch answer {
                case .accepted: outcomes[line.row.row] = .entered
                case .rejected(let rejection) where rejection.number == RegistryRefusal.noChange.number:
                    outcomes[line.row.row] = .known
                case .rejected(let rejection): outcomes[line.row.row] = .refused(rejection)
                }
            }
            let done = start + part.count
            if sound.count >= 5_000 {
                Console.progress(
                    Console.language(CLIText.parcelsEntered(done, of: sound.count)), isLast: done == sound.count)
            }
        }
        return outcomes
    }

    private static let together = 1_000

    private func submission(of line: ParcelJudgement.Line, _ owner: Organisation, _ principal: Principal) -> Submission
    {
        var arguments: [String: JSON] = [
            "owner": .string(owner.id.text), "division": .string(owner.division.text), "number": .string(line.row.id),
            "name": .string(line.row.name ?? line.row.id),
        ]
        if let outline = line.outline { arguments["outline"] = .string(LandOutline(outline).text) }
        if let contract = line.row.contractUnits { arguments["contractArea"] = .integer(contract) }
        return Submission(
            command: "registry.enterParcel", arguments: .object(arguments), principal: principal,
            key: "import-\(UUID().uuidString)")
    }

    private func read(_ zone: Zone?) throws -> [ParcelRow] {
        if file.lowercased().hasSuffix(".shp") { return try ShapeFile.read(path: file, zone: zone) }
        return try GeoJSONFile.read(Files.read(file), zone: zone)
    }
}

/// A file of parcels as it was judged, for people and for programs.
struct ParcelReport {
    let judgement: ParcelJudgement

    let entered: [Int: RowOutcome]

    init(_ judgement: ParcelJudgement, entered: [Int: RowOutcome] = [:]) {
        self.judgement = judgement
        self.entered = entered
    }

    /// `units` × 10^−`places`, for figures that are never negative.
    static func decimal(_ units: Int64, places: Int) -> String {
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }

    func print() {
        Console.line(Console.language(CLIText.parcelsHeader))
        for line in judgement.lines {
            let found = line.findings.map { Console.language(CLIText.finding($0)) }
            let verdict = line.areaVerdict.map { [Console.language(CLIText.areaVerdict($0))] } ?? []
            let columns = [
                String(line.row.row), line.row.id,
                line.outline.map { ParcelReport.decimal($0.areaUnits, places: 4) } ?? "-",
                line.row.contractUnits.map { ParcelReport.decimal($0, places: 4) } ?? "-",
                (found + verdict).joined(separator: "; "),
            ]
            Console.line(columns.joined(separator: "\t"))
            if let rejection = line.rejection { Console.line(Console.text(of: rejection)) }
            if case .refused(let rejection) = entered[line.row.row] { Console.line(Console.text(of: rejection)) }
        }
        for pair in judgement.pairs {
            Console.line(
                [
                    judgement.lines[pair.one].row.id, judgement.lines[pair.other].row.id,
                    Console.language(CLIText.overlap(pair.overlap)),
                ].joined(separator: "\t"))
        }
        Console.line(Console.language(CLIText.parcelsRead(counts)))
    }

    struct Counts {
        var rows = 0
        var faulty = 0
        var severalPieces = 0
        var refused = 0
        var overlaps = 0
        var noise = 0
        var differing = 0
        var units: Int64 = 0
    }

    var counts: Counts {
        var counts = Counts()
        counts.rows = judgement.lines.count
        counts.faulty = judgement.lines.count { $0.findings.contains(where: \.isFault) }
        counts.severalPieces = judgement.lines.count { $0.findings.contains(.severalPieces) }
        counts.refused = judgement.lines.count { $0.rejection != nil }
        counts.noise = judgement.pairs.count { $0.overlap.verdict == .noise }
        counts.overlaps = judgement.pairs.count - counts.noise
        counts.differing = judgement.lines.count { $0.areaVerdict != nil }
        counts.units = judgement.lines.filter(\.isSound).reduce(0) { $0 + ($1.outline?.areaUnits ?? 0) }
        return counts
    }

    var json: JSON {
        let counts = counts
        return [
            "summary": [
                "rows": .integer(Int64(counts.rows)), "badOutlines": .integer(Int64(counts.faulty)),
                "severalPieces": .integer(Int64(counts.severalPieces)), "refused": .integer(Int64(counts.refused)),
                "overlaps": .integer(Int64(counts.overlaps)), "noise": .integer(Int64(counts.noise)),
                "areasDiffering": .integer(Int64(counts.differing)), "areaUnitsSound": .integer(counts.units),
            ],
            "parcels": .array(judgement.lines.map(line)), "overlaps": .array(judgement.pairs.map(pair)),
        ]
    }

    private func line(_ line: ParcelJudgement.Line) -> JSON {
        var json: [String: JSON] = [
            "row": .integer(Int64(line.row.row)), "parcel": .string(line.row.id),
            "name": line.row.name.map { .string($0) } ?? .null,
            "outlineVerdict": .string(line.findings.map(\.rawValue).joined(separator: ";")),
            "findings": .array(line.findings.map { .string($0.rawValue) }),
            "areaVerdict": .string(line.areaVerdict?.rawValue ?? ""),
            "contractUnits": line.row.contractUnits.map { .integer($0) } ?? .null,
            "measuredUnits": line.row.measuredUnits.map { .integer($0) } ?? .null, "sound": .bool(line.isSound),
        ]
        if let outline = line.outline {
            json["zone"] = .integer(Int64(outline.zone.rawValue))
            json["corners"] = .integer(Int64(outline.cornerCount))
            json["pieces"] = .integer(Int64(outline.pieces.count))
            json["holes"] = .integer(Int64(outline.holeCount))
            json["areaUnits"] = .integer(outline.areaUnits)
            // Half a square centimetre is the smallest step: five places hold it exactly.
            json["areaM2"] = .decimal(units: Int64(clamping: outline.twiceArea * 5), scale: 5)
        }
        if let rejection = line.rejection { json["problems"] = RowJSON.problems(rejection) }
        if let outcome = entered[line.row.row] {
            json["outcome"] = outcome.json
            if case .refused(let rejection) = outcome { json["problems"] = RowJSON.problems(rejection) }
        }
        return .object(json)
    }

    private func pair(_ pair: ParcelJudgement.Pair) -> JSON {
        [
            "one": .string(judgement.lines[pair.one].row.id), "other": .string(judgement.lines[pair.other].row.id),
            "oneRow": .integer(Int64(judgement.lines[pair.one].row.row)),
            "otherRow": .integer(Int64(judgement.lines[pair.other].row.row)),
            "areaCm2": .integer(pair.overlap.area), "meanWidthMm": .integer(pair.overlap.meanWidth),
            "areaM2": .decimal(units: (pair.overlap.area + 50) / 100, scale: 2),
            "meanWidthM": .decimal(units: pair.overlap.meanWidth, scale: 3),
            "verdict": .string(pair.overlap.verdict.rawValue),
        ]
    }
}
