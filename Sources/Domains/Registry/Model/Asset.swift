package import Kernel

/// What it is: the land classes of the guide prices (domain notes, section 2.2) and the things that are not land.
package enum AssetClass: String, FieldChoice {
    case irrigated, dry, slope, greenhouse, orchard, forest, waste, water
    case shop, workshop, yard, building, equipment, biological, other

    /// Whether it is land or water, measured in mu.
    package var isLand: Bool {
        switch self {
        case .irrigated, .dry, .slope, .greenhouse, .orchard, .forest, .waste, .water: true
        case .shop, .workshop, .yard, .building, .equipment, .biological, .other: false
        }
    }
}

/// How the books see it: a resource, an operating asset (earns) or a non-operating one (serves).
package enum AssetKind: String, FieldChoice { case resource, operating, nonOperating }

/// Which right the owner of the card holds. Ownership of land is never traded, only its use.
package enum AssetRight: String, FieldChoice {
    case ownership
    /// The contracted right of households, bundled by their collective on a written mandate.
    case contractedManagement
    case operation
}

/// Where a card stands. Derived from its reservation, its dispute, its contract and its retirement; never set by hand.
package enum AssetStatus: String, FieldChoice { case idle, reserved, leased, disputed, retired }

/// A corner of a parcel, in whole centimetres of the CGCS2000 projected grid.
package struct ParcelPoint: FieldRecord, Hashable {
    package let x: Int64
    package let y: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(x: pass.whole("x", \.x, in: GridDomain.self), y: pass.whole("y", \.y, in: GridDomain.self))
    }
}

/// What lies on the four sides, as a villager says it.
package struct Boundaries: FieldRecord, Hashable {
    package let east: String
    package let south: String
    package let west: String
    package let north: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            east: pass.value("east", \.east, absent: ""), south: pass.value("south", \.south, absent: ""),
            west: pass.value("west", \.west, absent: ""), north: pass.value("north", \.north, absent: ""))
    }

    /// A form sends four empty fields where nobody wrote anything.
    var isBlank: Bool { (east + south + west + north).isBlank }
}

/// A card of the register as it stands now.
package struct Asset: Sendable, Hashable {
    package let id: AssetID
    package let owner: OrganisationID
    package let division: DivisionID
    package let assetClass: AssetClass
    package let kind: AssetKind
    package let name: String
    package let area: Area?
    package let originalValue: Money?
    package let right: AssetRight
    /// The last day of the right: the remaining term of the contracted land. Nil for ownership.
    package let rightUntil: CivilDate?
    package let households: Int64?
    package let use: String
    package let boundaries: Boundaries?
    package let reservedBy: LotID?
    package let dispute: String?
    /// The contract under which it was last let, and that contract's last day.
    package let contract: ContractID?
    package let leasedUntil: CivilDate?
    package let retirement: Retirement?

    /// Where the card stands on `day`. What is retired is nothing else; a dispute shows before a lease, a lease before a reservation.
    package func status(on day: CivilDate) -> AssetStatus {
        if retirement != nil { return .retired }
        if dispute != nil { return .disputed }
        if let leasedUntil, leasedUntil >= day { return .leased }
        return reservedBy == nil ? .idle : .reserved
    }
}
