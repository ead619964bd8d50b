import Geometry
package import Kernel

package enum ParcelName {}
/// One parcel of land: an outline with a number, and what became of it.
package typealias ParcelID = Identifier<ParcelName>

/// A parcel as it stands.
package struct LandParcel: Sendable, Hashable {
    package let id: ParcelID
    package let owner: OrganisationID
    package let division: DivisionID
    /// The number on the owner's list (NY/T 2539: DKBM); once in the list.
    package let number: String
    package let name: String
    /// The card it belongs to, where there is one.
    package let asset: AssetID?
    /// The registered area. Of the parts of a split it adds up to the whole.
    package let area: Area
    /// What the contract says; never overwrites what is drawn.
    package let contractArea: Area?
    package let outline: LandOutline
    package let since: CivilDate
    /// The day it was split or merged; nil while it stands.
    package let closedOn: CivilDate?
}

/// What a new outline shares with a parcel that was there, in whole numbers; replay never reckons it again (record 0420).
package struct SharedGround: FieldRecord, Hashable {
    package let parcel: ParcelID
    package let squareCentimetres: Int64
    package let meanWidthMillimetres: Int64
    package let verdict: GroundVerdict

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel),
            squareCentimetres: pass.whole("areaCm2", \.squareCentimetres, in: SquareCentimetresDomain.self),
            meanWidthMillimetres: pass.whole("meanWidthMm", \.meanWidthMillimetres, in: SquareCentimetresDomain.self),
            verdict: pass.value("verdict", \.verdict))
    }
}

/// How two parcels share ground (village-register.md, 6.5).
package enum GroundVerdict: String, FieldChoice {
    case noise, overlap, same, contained

    init(_ verdict: OverlapVerdict) {
        switch verdict {
        case .noise: self = .noise
        case .overlap: self = .overlap
        case .same: self = .same
        case .contained: self = .contained
        }
    }
}

/// Square centimetres, or millimetres: at most a million square kilometres.
package enum SquareCentimetresDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...10_000_000_000_000_000
    package static let unit = "cm²"
}

/// One of the parcels that another is split into, as it is asked for.
package struct ParcelPart: FieldRecord, Hashable {
    package let number: String
    package let name: String
    package let outline: LandOutline

    package init(number: String, name: String, outline: LandOutline) {
        self.number = number
        self.name = name
        self.outline = outline
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.value("number", \.number), name: pass.value("name", \.name),
            outline: pass.value("outline", \.outline))
    }
}

/// One of the parcels that another was split into.
package struct SplitPart: FieldRecord, Hashable {
    package let parcel: ParcelID
    package let number: String
    package let name: String
    package let outline: LandOutline
    package let area: Area

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), number: pass.value("number", \.number),
            name: pass.value("name", \.name), outline: pass.value("outline", \.outline),
            area: pass.value("area", \.area))
    }
}

/// Sums that come out exactly when land is cut.
enum LandShares {
    /// `whole` shared out by what is drawn, the largest remainders rounded up, the earlier first: the shares add up to it.
    static func shared(_ whole: Area, by drawn: [Int128]) -> [Area] {
        let total = drawn.reduce(0, +)
        guard total > 0 else { return drawn.map { _ in .zero } }
        let floors = drawn.map { Int128(whole.units) * $0 / total }
        let missing = Int(Int128(whole.units) - floors.reduce(0, +))
        let order = drawn.indices.sorted { left, right in
            let (one, other) = (
                Int128(whole.units) * drawn[left] % total, Int128(whole.units) * drawn[right] % total
            )
            return one == other ? left < right : one > other
        }
        let raised = Set(order.prefix(missing))
        return drawn.indices.map { Area(units: Int64(clamping: floors[$0]) + (raised.contains($0) ? 1 : 0)) }
    }
}

extension Outline {
    /// Whether nothing of this that the others leave over is land: what is left is noise.
    func isCovered(by others: [Outline], _ planes: Planes, _ judge: OutlineJudge) -> Bool {
        var rest = self
        for other in others {
            guard let pieces = planes.difference(rest, other) else { return false }
            rest = Outline(zone: zone, pieces: pieces)
            if pieces.isEmpty { return true }
        }
        return judge.isNoise(rest)
    }
}
