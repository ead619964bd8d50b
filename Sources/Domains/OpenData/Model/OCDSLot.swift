package import Exchange
package import Kernel
package import Exchange
package import Registry

/// What the public may know of one lot, as Store reads it: the material of its OCDS releases. Bidders are paddles, and a
/// lessee who is a natural person stands here with the covered name only.
package struct OCDSLot: Sendable, Hashable {
    package let lot: LotID
    package let state: LotState
    package let terms: LotTerms
    package let expectedTotal: Money
    package let resolution: ResolutionID?
    /// The middle of the guide-price table that held on the day of the first notice; a price per mu and year.
    package let guidePrice: Money?
    package let asset: Parcel
    package let owner: Body
    package let notices: [Notice]
    package let steps: [Step]
    /// Of the last round; 0 before an auction opened.
    package let bidders: Int64
    /// The award as it stands; nil where there is none, or none any more.
    package let paddle: Int64?
    package let price: Money?
    package let total: Money?
    package let bids: [Bid]
    package let contract: Contract?

    package struct Parcel: Sendable, Hashable {
        package let id: AssetID
        package let name: String
        package let villageName: String
        /// The village's statistical code.
        package let villageCode: String
        package let rightUntil: CivilDate?
        package let corners: [ParcelPoint]

        package init(
            id: AssetID, name: String, villageName: String, villageCode: String, rightUntil: CivilDate?,
            corners: [ParcelPoint]
        ) {
            self.id = id
            self.name = name
            self.villageName = villageName
            self.villageCode = villageCode
            self.rightUntil = rightUntil
            self.corners = corners
        }
    }

    /// A body, or a party whose name may be shown.
    package struct Body: Sendable, Hashable {
        package let id: String
        package let name: String
        package let creditCode: String?

        package init(id: String, name: String, creditCode: String?) {
            self.id = id
            self.name = name
            self.creditCode = creditCode
        }
    }

    package struct Notice: Sendable, Hashable {
        package let number: Int64
        package let isResult: Bool
        package let title: Message
        package let publishedAt: Instant
        package let endsAt: Instant

        package init(number: Int64, isResult: Bool, title: Message, publishedAt: Instant, endsAt: Instant) {
            self.number = number
            self.isResult = isResult
            self.title = title
            self.publishedAt = publishedAt
            self.endsAt = endsAt
        }
    }

    package struct Step: Sendable, Hashable {
        package let state: LotState
        package let at: Instant

        package init(state: LotState, at: Instant) {
            self.state = state
            self.at = at
        }
    }

    package struct Bid: Sendable, Hashable {
        package let number: Int64
        package let paddle: Int64
        package let price: Money
        package let at: Instant

        package init(number: Int64, paddle: Int64, price: Money, at: Instant) {
            self.number = number
            self.paddle = paddle
            self.price = price
            self.at = at
        }
    }

    package struct Contract: Sendable, Hashable {
        package let id: ContractID
        package let lessee: Body
        package let startsOn: CivilDate?
        package let endsOn: CivilDate?
        package let certificate: String?
        package let instalments: [Instalment]

        package init(
            id: ContractID, lessee: Body, startsOn: CivilDate?, endsOn: CivilDate?, certificate: String?,
            instalments: [Instalment]
        ) {
            self.id = id
            self.lessee = lessee
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.certificate = certificate
            self.instalments = instalments
        }
    }

    package init(
        lot: LotID, state: LotState, terms: LotTerms, expectedTotal: Money, resolution: ResolutionID?,
        guidePrice: Money? = nil, asset: Parcel, owner: Body, notices: [Notice], steps: [Step], bidders: Int64,
        paddle: Int64?, price: Money?, total: Money?,
        bids: [Bid], contract: Contract?
    ) {
        self.lot = lot
        self.state = state
        self.terms = terms
        self.expectedTotal = expectedTotal
        self.resolution = resolution
        self.guidePrice = guidePrice
        self.asset = asset
        self.owner = owner
        self.notices = notices
        self.steps = steps
        self.bidders = bidders
        self.paddle = paddle
        self.price = price
        self.total = total
        self.bids = bids
        self.contract = contract
    }

    /// Before its first notice a lot is nobody's business.
    package var isPublic: Bool { notices.contains { !$0.isResult } }
}
