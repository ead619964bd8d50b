package import Kernel

package enum SiteName {}
package typealias SiteID = Identifier<SiteName>
package enum ScaleName {}
package typealias ScaleID = Identifier<ScaleName>

/// Where waste is put, weighed or treated.
package enum SiteKind: String, FieldChoice {
    case point, station, plant, recycler, compost, landfill

    /// Whether waste lies there over night and is read.
    var hasStock: Bool { self == .station || self == .plant }
}

package struct Site: Sendable, Hashable {
    package let id: SiteID
    package let place: DivisionID
    package let name: String
    package let kind: SiteKind
}

/// A scale that stands at a site. What it weighs counts while its verification holds (Metrology Law art. 9).
package struct Scale: Sendable, Hashable {
    package let id: ScaleID
    package let site: SiteID
    package let place: DivisionID
    package let name: String
    /// The last day of its verification.
    package internal(set) var until: CivilDate
}

/// Masses on a ticket, in kilograms: a loaded lorry at most.
package enum LoadDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100_000
    package static let unit = "kg"
}

/// What may lie at a site, in kilograms.
package enum StockDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_000_000_000
    package static let unit = "kg"
}
