package import Kernel
package import Registry

package enum BidderName {}
/// One registration of one party for one lot. Opaque, so that it tells nobody who or how many they are.
package typealias BidderID = Identifier<BidderName>

extension TradeCategory {
    /// Works and purchases: the village buys, and the lowest price leads.
    package var isBuying: Bool { self == .e1 || self == .e2 }

    /// Land operation rights end with the land contract they come from (Rural Land Contracting Law, art. 38).
    package var isLandOperationRight: Bool { self == .a1 }

    /// A household may list its own contracted land, machines and the like without a resolution of the village.
    package var mayBeListedByHousehold: Bool { [.a1, .b1, .c4, .d1, .d2, .f1].contains(self) }

    /// Land, water or forest goes into other hands: a company's capacity may have to be reviewed (art. 45).
    var takesLand: Bool { [.a1, .a2, .a3, .a4, .b1].contains(self) }

    /// Which column of the routing table decides the level (section 1.10).
    package var routing: RoutingClass {
        switch self {
        case .a1, .a2, .c3, .c4: .land
        case .a3: .fourWaste
        case .b1: .forest
        case .a4: .waterworks
        case .d1: .equipment
        case .e2: .purchase
        case .e1: .works
        case .c1, .c2, .d2, .d3, .f1, .g1: .asset
        }
    }
}

extension TransferWay {
    /// Capped at twenty years by the Civil Code, whatever the parties call it.
    package var isLease: Bool { self == .lease || self == .loan }
}

/// The columns of the routing table.
package enum RoutingClass: String, Sendable, CaseIterable {
    case land, asset, fourWaste, forest, equipment, works, waterworks, purchase
}

/// The nine ways to find price and partner (section 1.8).
package enum TradingMode: String, FieldChoice, Sendable {
    case agreement, ascending, sealed, twoShot, liveAuction, tender, draw, descending, reverse

    /// How many admitted bidders the mode needs, a tender by the county's figure; with one the single-bidder rule decides, with none the lot failed.
    package var minimumBidders: Int64 {
        switch self {
        case .agreement, .draw: 1
        case .ascending, .sealed, .twoShot, .liveAuction, .descending: 2
        case .tender, .reverse: 3
        }
    }

    /// Bids are called in the open, one above (or below) the other, until the clock runs out.
    package var isOpenOutcry: Bool { self == .ascending || self == .reverse || self == .liveAuction }
    /// Offers are laid down unseen and opened together.
    package var isSealed: Bool { self == .sealed || self == .twoShot || self == .tender }
}

/// Who decides between equal offers, fixed in the notice.
package enum TieRule: String, FieldChoice, Sendable { case earliest, draw }

/// Who may match the best price at the end, fixed in the notice (Rural Land Contracting Law, art. 38(5) and 51).
package enum PriorityRule: String, FieldChoice, Sendable { case none, members, sittingLessee }

/// Where a lot is handled: the sums of section 1.10 decide, not the clerk.
package enum HandlingLevel: String, FieldChoice, Sendable, Comparable {
    case village, township, townshipReviewed, county

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .village: 0
        case .township: 1
        case .townshipReviewed: 2
        case .county: 3
        }
    }
}
