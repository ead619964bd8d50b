import Geometry
import Kernel
import Storage
import Web

/// A file of outlines, taken for a village's collective.
enum ParcelUpload {
    static let upload = RowUpload(
        "/land/import", EnterParcel.self, unchanged: RegistryRefusal.noChange.number,
        .init(
            title: LandText.importTitle, question: LandText.importQuestion, hint: LandText.importHint,
            accept: ".geojson,.json,.zip", seen: LandText.seeMap),
        target: "/land", read: read)

    /// What is wrong with an outline the writer says itself; what a row has to do with the other rows is said here.
    private static let read: RowUpload.Reading = { bytes, request in
        let judgement = ParcelJudgement(try OutlineFile.read(bytes))
        var shared: [Int: [Message]] = [:]
        for pair in judgement.pairs where pair.overlap.verdict != .noise {
            let metres = squareMetres(pair.overlap.area)
            for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
                shared[one, default: []].append(LandText.sharesWith(judgement.lines[other].row.id, metres))
            }
        }
        return judgement.lines.enumerated().map { position, line in
            let notes = notes(of: line, request) + (shared[position] ?? [])
            return RowUpload.Row(
                line.row.row, [line.row.id, line.row.name ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
                notes: notes, meaning(of: line, request))
        }
    }

    private static func notes(of line: ParcelJudgement.Line, _ request: PageRequest) -> [Message] {
        var notes: [Message] = []
        if let outline = line.outline {
            let format = (Format(.chinese), Format(.english))
            let area = Area(units: outline.areaUnits)
            notes.append(
                Message(
                    zh: LandText.drawn(format.0.area(area)).zh, en: LandText.drawn(format.1.area(area)).en))
        }
        if line.findings.contains(.severalPieces) { notes.append(LandText.severalPieces) }
        switch line.areaVerdict {
        case .measuredMore: notes.append(LandText.measuredMore)
        case .measuredLess: notes.append(LandText.measuredLess)
        case nil: break
        }
        return notes
    }

    private static func meaning(of line: ParcelJudgement.Line, _ request: PageRequest) -> RowUpload.Row.Meaning {
        if let rejection = line.rejection { return .refused(rejection) }
        guard let outline = line.outline else { return .refused(RegistryRefusal.outlineUnreadable()) }
        var arguments: [String: JSON] = [
            "owner": .string(request.form.values[RowUpload.owner] ?? ""),
            "division": .string(request.parameters["division"] ?? ""), "number": .string(line.row.id),
            "name": .string(line.row.name ?? line.row.id), "outline": .string(LandOutline(outline).text),
        ]
        if let contract = line.row.contractUnits { arguments["contractArea"] = .integer(contract) }
        return .command(.object(arguments))
    }

    /// Square centimetres as square metres with two places.
    private static func squareMetres(_ squareCentimetres: Int64) -> String {
        let hundredths = (squareCentimetres + 50) / 100
        let rest = String(hundredths % 100)
        return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)"
    }
}
