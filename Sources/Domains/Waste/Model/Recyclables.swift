package import Kernel

package enum SaleName {}
package typealias SaleID = Identifier<SaleName>

/// What recyclables are sorted into (GB/T 19095-2019).
package enum Recyclable: String, FieldChoice { case paper, plastic, metal, glass, textile, other }

/// What lies sorted at a site, by the scale: what was sorted less what was handed over, put right by counting.
package struct Heap: Sendable, Hashable {
    package let material: Recyclable
    package let lies: Int64
    /// On offer, or sold and not fetched yet.
    package let held: Int64

    package var free: Int64 { max(0, lies - held) }
}

/// Where a sale stands.
package enum SalePhase: String, FieldChoice {
    /// A lot of the exchange stands for it.
    case offered
    /// A contract is signed: it is fetched, load by load.
    case sold
    case handedOver
    /// Its lot or its contract ended: what was not fetched is free again.
    case ended
}

/// A quantity that is sold through the exchange. Its lot and its card of the register have the same name.
package struct Sale: Sendable, Hashable {
    package let id: SaleID
    package let site: SiteID
    package let place: DivisionID
    package let material: Recyclable
    package let kilograms: Int64
    package internal(set) var phase = SalePhase.offered

    /// Two scales differ by some per mille, and the last load is never cut to the kilogram.
    static let tolerance = (of: Int64(2), in: Int64(100))

    /// What may leave for `kilograms` that were sold.
    static func most(of kilograms: Int64) -> Int64 { kilograms + kilograms * tolerance.of / tolerance.in }

    /// Whether so much is what was sold, as far as scales can tell.
    func isWhole(_ handed: Int64) -> Bool {
        handed >= kilograms - kilograms * Self.tolerance.of / Self.tolerance.in && handed <= Self.most(of: kilograms)
    }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(kilograms > 0, "\(id) sells nothing")
    }
}

extension SiteKind {
    /// Whether recyclables are sorted and lie there. A recycler has bought what lies at his.
    var sorts: Bool { self == .point || self == .station || self == .plant || self == .compost }
}
