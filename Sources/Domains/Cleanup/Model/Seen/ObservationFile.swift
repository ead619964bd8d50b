package import Geometry
package import Kernel
import Registry

/// Observations as GeoJSON: one feature a walk, an area or a point, with `id`, `use` and `seenOn`. A file may name the parcels
/// under contract on that day (`contracted`), where it is judged without a house.
package struct ObservationFile: Sendable {
    package enum Ground: Sendable {
        case outline(Outline)
        case point(SeenPoint)
        case unread(Rejection)
    }

    package struct Row: Sendable {
        package let row: Int
        package let id: String
        /// As the file has it.
        package let use: String
        package let kind: SeenUse
        package let note: String
        package let seenOn: CivilDate?
        package let seenBy: Observer
        package let ground: Ground
    }

    package let rows: [Row]
    package let contracted: [String]?

    package init(_ bytes: [UInt8], zone: Zone? = nil) throws(Rejection) {
        let file = try GeoJSONFile.parse(bytes)
        rows = try GeoJSONFile.read(file, zone: zone).map(Row.init)
        contracted = file["contracted"]?.array.map { $0.compactMap(\.string) }
    }
}

extension ObservationFile.Row {
    fileprivate init(_ row: ParcelRow) {
        let use = row.properties["use"]?.string ?? ""
        self.row = row.row
        id = row.id
        self.use = use
        kind = SeenText.use(of: use)
        // What the list of uses has no word for is kept as it was written.
        let note = row.properties["note"]?.string ?? ""
        self.note = String(
            (kind == .other && !use.isEmpty ? [use, note] : [note]).filter { !$0.isEmpty }
                .joined(separator: " ").prefix(200))
        seenOn = row.properties["seenOn"]?.string.flatMap { CivilDate($0) }
        seenBy = row.properties["seenBy"]?.string.flatMap { Observer(rawValue: $0) } ?? .villageStaff
        switch (row.outline, row.place.flatMap { SeenPoint($0) }) {
        case (.success(let outline), _): ground = .outline(outline)
        case (.failure, let point?): ground = .point(point)
        case (.failure(let rejection), nil): ground = .unread(rejection)
        }
    }

    /// The command's arguments; throws what keeps the row from being one.
    package func arguments(of organisation: String) throws(Rejection) -> JSON {
        guard let seenOn else { throw KernelRejection.badDate(field: "seenOn").rejection }
        var arguments: [String: JSON] = [
            "organisation": .string(organisation), "use": .string(kind.rawValue), "note": .string(note),
            "seenOn": seenOn.field, "seenBy": .string(seenBy.rawValue),
        ]
        let name = "\(organisation)-\(id)-\(seenOn)"
        // The same walk a second time is the same observation.
        if !id.isEmpty, ObservationID(name) != nil, !MadeName.holds(name) { arguments["observation"] = .string(name) }
        switch ground {
        case .outline(let outline): arguments["outline"] = .string(LandOutline(outline).text)
        case .point(let point): arguments["point"] = .string(point.text)
        case .unread(let rejection): throw rejection
        }
        return .object(arguments)
    }
}

/// What a file of observations comes to, held against parcels: without a house, for those who try one out.
package struct ObservationJudgement: Sendable {
    package struct Line: Sendable {
        package let row: ObservationFile.Row
        package let ground: Outline?
        /// What no contract covers; nil where the row has no ground or its outline has faults.
        package let hidden: Outline?
        package let faults: Message?
    }

    package let lines: [Line]

    /// `parcels`: those under contract.
    package init(_ rows: [ObservationFile.Row], contracted parcels: [Outline], all: [Outline]) {
        let judge = OutlineJudge()
        lines = rows.map { row in
            let ground: Outline? =
                switch row.ground {
                case .outline(let outline): outline
                case .point(let point): all.first { $0.holds($0.zone.grid(point.place)) }
                case .unread: nil
                }
            let faults = ground.flatMap { LandOutline($0).faults(judge) }
            let hidden = faults == nil ? ground.flatMap { judge.uncovered($0, by: parcels) } : nil
            return Line(row: row, ground: ground, hidden: hidden, faults: faults)
        }
    }
}
