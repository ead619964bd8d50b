package import Kernel
package import Registry

/// What a rule may know beyond its lot, read in the writer's transaction.
package struct ExchangeFacts: Sendable {
    package var asset: AssetFacts?
    package var resolution: ResolutionFacts?
    package var figures: CountyFigures
    package var lotExists: Bool
    package var outline: LotOutline?
    package var bidder: BidderRow?
    package var party: PartyFacts?
    package var roster: [BidderRow]
    /// After a breach: the best bid of anybody else.
    package var nextBid: Lot.Award?
    /// Where the party of a bar is at home.
    package var place: DivisionID?
    /// What the books say was paid of the lot's contract.
    package var booked: Money
    /// What the seller must hand in, by the county's checklist, and what the register proves already.
    package var checklist: Checklist
    /// The registrations that the remarks of a bank's file name.
    package var arrivals: [String: ArrivalFacts]
    /// The digest of the papers the house has of the lot; nil before the certificate.
    package var fileDigest: String?

    package init(
        asset: AssetFacts? = nil, resolution: ResolutionFacts? = nil, figures: CountyFigures = CountyFigures(),
        lotExists: Bool = false, outline: LotOutline? = nil, bidder: BidderRow? = nil, party: PartyFacts? = nil,
        roster: [BidderRow] = [], nextBid: Lot.Award? = nil, place: DivisionID? = nil, booked: Money = .zero,
        checklist: Checklist = Checklist(), arrivals: [String: ArrivalFacts] = [:], fileDigest: String? = nil
    ) {
        self.asset = asset
        self.resolution = resolution
        self.figures = figures
        self.lotExists = lotExists
        self.outline = outline
        self.bidder = bidder
        self.party = party
        self.roster = roster
        self.nextBid = nextBid
        self.place = place
        self.booked = booked
        self.checklist = checklist
        self.arrivals = arrivals
        self.fileDigest = fileDigest
    }
}

/// The card of the register, as far as a lot depends on it.
package struct AssetFacts: Sendable, Hashable {
    package let owner: OrganisationID
    package let division: DivisionID
    package let name: String
    package let divisionName: String
    package let area: Area?
    /// The last day of the right; nil where it has none.
    package let rightUntil: CivilDate?
    package let isFree: Bool
    /// The sums of the same owner's lots of the same category within the anti-splitting window.
    package let recentArea: Area
    package let recentTotal: Money
    /// The guide price's floor for this card, yuan a mu and year; nil where no table covers it.
    package let floor: Money?
    /// Households' contracted land: its price is their own (Rural Land Contracting Law, art. 39).
    package let isHouseholdRight: Bool

    package init(
        owner: OrganisationID, division: DivisionID, name: String, divisionName: String, area: Area?,
        rightUntil: CivilDate?, isFree: Bool, recentArea: Area = .zero, recentTotal: Money = .zero,
        floor: Money? = nil, isHouseholdRight: Bool = false
    ) {
        self.owner = owner
        self.division = division
        self.name = name
        self.divisionName = divisionName
        self.area = area
        self.rightUntil = rightUntil
        self.isFree = isFree
        self.recentArea = recentArea
        self.recentTotal = recentTotal
        self.floor = floor
        self.isHouseholdRight = isHouseholdRight
    }
}

/// A resolution as Registry recorded it.
package struct ResolutionFacts: Sendable, Hashable {
    package let organisation: OrganisationID
    package let passed: Bool

    package init(organisation: OrganisationID, passed: Bool) {
        self.organisation = organisation
        self.passed = passed
    }
}

/// A lot as a bidder's command sees it.
package struct LotOutline: Sendable, Hashable {
    package let lot: LotID
    package let state: LotState
    package let village: DivisionID
    package let deposit: Money
    package let closesAt: Instant?
    /// Shares of the collective stay with its members (section 1.2, D3).
    package let isForMembersOnly: Bool

    package init(
        lot: LotID, state: LotState, village: DivisionID, deposit: Money, closesAt: Instant?,
        isForMembersOnly: Bool = false
    ) {
        self.lot = lot
        self.state = state
        self.village = village
        self.deposit = deposit
        self.closesAt = closesAt
        self.isForMembersOnly = isForMembersOnly
    }
}

/// One bidder of one lot, as the projection keeps it.
package struct BidderRow: Sendable, Hashable {
    package let bidder: BidderID
    package let lot: LotID
    package let party: PartyID
    package let state: BidderState
    package let deposit: DepositState
    /// 0 before the auction opens.
    package let paddle: Int64
    /// A member of the collective that offers the lot: first on equal terms.
    package let isMember: Bool

    package init(
        bidder: BidderID, lot: LotID, party: PartyID, state: BidderState, deposit: DepositState, paddle: Int64 = 0,
        isMember: Bool = false
    ) {
        self.bidder = bidder
        self.lot = lot
        self.party = party
        self.state = state
        self.deposit = deposit
        self.paddle = paddle
        self.isMember = isMember
    }
}

/// A party as far as its right to bid depends on it.
package struct PartyFacts: Sendable, Hashable {
    package let isKnown: Bool
    package let alreadyRegistered: Bool
    package let isConflicted: Bool
    package let barredUntil: CivilDate?
    /// Whether another bidder of the same lot uses the account.
    package let accountUsedByAnother: Bool
    /// Whether the payer's name and account are the bidder's own.
    package let paysFromOwnAccount: Bool
    /// A member of the collective that offers the lot.
    package let isMember: Bool
    /// A company that takes more land than the county lets pass without a review of its capacity (art. 45).
    package let needsCapacityReview: Bool

    package init(
        isKnown: Bool, alreadyRegistered: Bool = false, isConflicted: Bool = false, barredUntil: CivilDate? = nil,
        accountUsedByAnother: Bool = false, paysFromOwnAccount: Bool = true, isMember: Bool = false,
        needsCapacityReview: Bool = false
    ) {
        self.isKnown = isKnown
        self.alreadyRegistered = alreadyRegistered
        self.isConflicted = isConflicted
        self.barredUntil = barredUntil
        self.accountUsedByAnother = accountUsedByAnother
        self.paysFromOwnAccount = paysFromOwnAccount
        self.isMember = isMember
        self.needsCapacityReview = needsCapacityReview
    }
}
