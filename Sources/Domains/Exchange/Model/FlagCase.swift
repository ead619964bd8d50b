package import Kernel

/// One procurement or one lot as the indicators see it. Amounts in fen, times in milliseconds.
package struct FlagCase: Sendable, Hashable {
    package enum BidStatus: String, Sendable { case valid, disqualified, invited, pending, withdrawn }
    package enum AwardStatus: String, Sendable { case active, pending, cancelled, unsuccessful, invalid }

    package struct Offer: Sendable, Hashable {
        package var status: BidStatus
        package var tenderers: [String]
        package var amount: Int64?
        package var currency: String?
        package var at: Instant?

        package init(
            status: BidStatus, tenderers: [String] = [], amount: Int64? = nil, currency: String? = nil,
            at: Instant? = nil
        ) {
            self.status = status
            self.tenderers = tenderers
            self.amount = amount
            self.currency = currency
            self.at = at
        }
    }

    package struct Award: Sendable, Hashable {
        package var status: AwardStatus
        package var suppliers: [String]
        /// The kinds of what was awarded.
        package var classes: [String]

        package init(status: AwardStatus, suppliers: [String] = [], classes: [String] = []) {
            self.status = status
            self.suppliers = suppliers
            self.classes = classes
        }
    }

    package var id: String
    package var offers: [Offer] = []
    package var awards: [Award] = []
    package var isCancelled = false
    package var periodStart: Instant?
    package var periodEnd: Instant?
    package var method: String?
    package var methodDetails: String?
    package var bidders: Int64?
    package var buyer: String?
    package var entity: String?
    /// Which price is better: up where the village gives, down where it buys.
    package var direction: PriceDirection = .down
    /// Sell side only: the start price, and the expected total with the threshold it stays under.
    package var reserve: Int64?
    package var total: Int64?
    package var threshold: Int64?
    package var clerk: String?
    package var village: String?

    package init(id: String) { self.id = id }

    var valid: [Offer] { offers.filter { $0.status == .valid } }
    /// The awards are final: at least one stands and none is open or void.
    var isFinal: Bool {
        awards.contains { $0.status == .active } && !awards.contains { $0.status == .pending || $0.status == .invalid }
    }
    var active: [Award] { awards.filter { $0.status == .active } }
}

/// The fifteen indicators. Those with a code of the open Cardinal library follow it to the letter on the buy side.
package enum Flag: String, Sendable, CaseIterable, Hashable {
    case shortNotice = "R003"
    case singleBidder = "R018"
    case closeSecond = "R024"
    case professionalLoser = "R025"
    case identicalPrices = "R028"
    case lateWinner = "R030"
    case othersDisqualified = "R035"
    case bestDisqualified = "R036"
    case disqualificationRate = "R038"
    case manyClasses = "R048"
    case largeGap = "R058"
    case atReserveAlone = "Q101"
    case lowVariation = "Q102"
    case relativeDistance = "Q103"
    case rotation = "Q104"
    case underThreshold = "Q105"
}

/// A flag on one subject, its value in millionths so that no floating point is needed.
package struct Flagged: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case lot(String), tenderer(String), buyer(String), entity(String), clerk(String), village(String)
    }

    package let flag: Flag
    package let subject: Subject
    package let millionths: Int64
}

/// What somebody may set.
package struct FlagSettings: Sendable, Hashable {
    /// Days of notice that are too short.
    package var noticeDays: Int64 = 15
    /// Days by procurement method details.
    package var noticeDaysByDetails: [String: Int64] = [:]
    /// Methods to look at; nil = all.
    package var noticeMethods: Set<String>?
    /// Methods for which competition is expected.
    package var competitive: Set<String> = ["open", "selective"]
    /// Fewer lots a bidder, buyer or clerk than this say nothing (where an indicator counts over lots).
    package var leastCases = 1
    /// Details under which prices cannot be compared or which are left out.
    package var notComparable: Set<String> = []
    package var excluded: Set<String> = []

    package init() {}
}
