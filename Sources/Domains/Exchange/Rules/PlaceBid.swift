package import Kernel
package import Registry

/// Bids, by the writer's clock alone. There is no way to take a bid back.
package struct PlaceBid: LotVerb {
    package let lot: LotID
    package let price: Money
    /// For a bidder without a phone: the clerk names the paddle.
    package let paddle: Int64?
    /// … and the digest of the slip the bidder signed.
    package let slip: String?

    package init(lot: LotID, price: Money, paddle: Int64? = nil, slip: String? = nil) {
        self.lot = lot
        self.price = price
        self.paddle = paddle
        self.slip = slip
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        price = reader.value("priceFen")
        paddle = reader.optional("paddle")
        slip = reader.optional("slip")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("priceFen", price)
        writer.put("paddle", paddle)
        writer.put("slip", slip)
    }

    package static let name = "placeBid"
    package static var title: Message { ExchangeText.Command.placeBid }
    package static let rejections = [3003, 3004, 3050, 3051, 3055, 3052, 3053, 3054]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.auctionRunning)
        guard let auction = lot.auction else { throw ExchangeRejection.notAnOpenAuction.rejection }
        let bidder = try lot.paddle(of: context.principal, naming: paddle, slip: slip)
        let bid = try auction.judge(price, by: bidder, at: context.now)
        return [
            .bidPlaced(
                BidPlaced(
                    lot: self.lot, village: lot.village, number: bid.number, paddle: bidder, price: price,
                    endsAt: bid.movesEndTo, slip: slip))
        ]
    }
}

/// Numbered without gaps from 1.
package struct BidPlaced: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    package let paddle: Int64
    package let price: Money
    /// Where a late bid moved the end; absent when it did not.
    package let endsAt: Instant?
    /// Present when a clerk entered the bid for somebody: shown as such.
    package let slip: String?

    package init(
        lot: LotID, village: DivisionID, number: Int64, paddle: Int64, price: Money, endsAt: Instant? = nil,
        slip: String? = nil
    ) {
        self.lot = lot
        self.village = village
        self.number = number
        self.paddle = paddle
        self.price = price
        self.endsAt = endsAt
        self.slip = slip
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        number = reader.value("number")
        paddle = reader.value("paddle")
        price = reader.value("priceFen")
        endsAt = reader.optional("endsAt")
        slip = reader.optional("slip")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("number", number)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("endsAt", endsAt)
        writer.put("slip", slip)
    }

    package static let name = "bidPlaced"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.auction?.accept(paddle: paddle, price: price, movingEndTo: endsAt)
    }
}

/// Ends the auction at its exact instant; refused without harm when a late bid has moved the end. Given by the clock.
package struct EndAuction: LotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
    }

    package static let name = "endAuction"
    package static var title: Message { ExchangeText.Command.endAuction }
    package static let rejections = [3003, 3004, 3060]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.auctionRunning)
        guard let auction = lot.auction, context.now >= auction.endsAt else {
            throw ExchangeRejection.notYetDue(at: lot.auction?.endsAt ?? context.now).rejection
        }
        return [
            .auctionEnded(
                AuctionEnded(
                    lot: self.lot, village: lot.village, paddle: auction.leader, price: auction.price,
                    bidCount: auction.bidCount))
        ]
    }
}

/// With a paddle and a price when somebody bid; without when it failed.
package struct AuctionEnded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let paddle: Int64?
    package let price: Money?
    package let bidCount: Int64

    package init(lot: LotID, village: DivisionID, paddle: Int64? = nil, price: Money? = nil, bidCount: Int64) {
        self.lot = lot
        self.village = village
        self.paddle = paddle
        self.price = price
        self.bidCount = bidCount
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        paddle = reader.optional("paddle")
        price = reader.optional("priceFen")
        bidCount = reader.value("bidCount")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("bidCount", bidCount)
    }

    package static let name = "auctionEnded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        guard let paddle, let price else {
            state.lot?.move(.failed)
            return
        }
        state.lot?.move(.awardProposed)
        state.lot?.award = Lot.Award(paddle: paddle, price: price)
    }
}
