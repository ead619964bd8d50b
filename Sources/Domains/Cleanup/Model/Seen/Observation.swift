package import Geometry
package import Kernel
package import Registry

package enum ObservationName {}
/// Somebody saw land in use on a day.
package typealias ObservationID = Identifier<ObservationName>

/// What the land was used for.
package enum SeenUse: String, FieldChoice {
    case crops, trees, livestock, fishpond, building, storage, parking, other
}

/// Whose eyes saw it. No name: whoever tells of a neighbour is not kept (record 0423).
package enum Observer: String, FieldChoice {
    case villageStaff, groupLeader, villager, inspector
}

/// What follows from a use without a contract.
package enum UseWay: String, FieldChoice {
    case contract, lot, charge
}

/// How far a finding is.
package enum UseStage: String, FieldChoice {
    /// All of the ground was under contract.
    case covered
    case open, explained, takenUp, settled

    /// Whether somebody still has to act.
    package var isOpen: Bool { self == .open || self == .takenUp }
}

/// A use that was seen, and what of its ground nobody has by a contract.
package struct Observation: Sendable {
    package let id: ObservationID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let ground: LandOutline
    package let hidden: Area
    package internal(set) var stage: UseStage
    package internal(set) var due: CivilDate?
    package internal(set) var way: UseWay?
}

extension Observation {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(
            (stage == .covered) == (hidden == .zero), "\(id) hides nothing and is a finding, or the reverse")
        invariants.hold(stage != .takenUp || (way != nil && due != nil), "\(id) is taken up without a way or a day")
    }
}

/// A place as a phone shows it: degrees east and north, in ten-millionths.
package struct SeenPoint: Sendable, Hashable {
    package let east: Int64
    package let north: Int64

    package var place: Place { Place(longitude: Double(east) / 1e7, latitude: Double(north) / 1e7) }

    package init?(east: Int64, north: Int64) {
        guard (1_095_000_000...1_155_000_000).contains(east), (150_000_000...550_000_000).contains(north) else {
            return nil
        }
        self.east = east
        self.north = north
    }

    package init?(_ place: Place) {
        guard let east = Int64(exactly: (place.longitude * 1e7).rounded()),
            let north = Int64(exactly: (place.latitude * 1e7).rounded())
        else { return nil }
        self.init(east: east, north: north)
    }

    /// `113.2289, 36.3342`: the longitude first, as phones and GeoJSON do.
    package init?(text: String) {
        let parts = text.split { $0.isWhitespace || $0 == "," || $0 == "，" }
        guard parts.count == 2, let east = Self.degrees(parts[0]), let north = Self.degrees(parts[1]) else {
            return nil
        }
        self.init(east: east, north: north)
    }

    package var text: String { "\(Self.decimal(east)),\(Self.decimal(north))" }

    private static func decimal(_ value: Int64) -> String {
        let rest = String(value % 10_000_000)
        return "\(value / 10_000_000)." + String(repeating: "0", count: 7 - rest.count) + rest
    }

    private static func degrees(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        let isPlain = parts.allSatisfy { part in part.allSatisfy { $0.isASCII && $0.isNumber } }
        guard isPlain, (1...3).contains(parts[0].count), !decimals.isEmpty, let whole = Int64(parts[0]),
            let rest = Int64((decimals + "0000000").prefix(7))
        else { return nil }
        return whole * 10_000_000 + rest
    }
}

extension SeenPoint: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field, text.utf8.count <= 60, let point = SeenPoint(text: text) else {
            throw KernelRejection.wrongType(field: "", expected: .coordinates).rejection
        }
        self = point
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 60), unit: "°, CGCS2000") }
    package static var example: SeenPoint {
        SeenPoint(east: 1_132_289_000, north: 363_342_000) ?? { preconditionFailure("within both zones") }()
    }
}
