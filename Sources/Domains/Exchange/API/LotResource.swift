import Kernel
import Registry

/// The public JSON of a lot: what anyone may see, in base units.
struct LotResource: FieldRecord {
    let lot: LotID
    let state: LotState
    let name: String
    let village: DivisionID
    let villageName: String
    let category: TradeCategory
    let mode: TradingMode
    let area: Area
    let startPrice: Money
    let priceUnit: PriceUnit
    let price: Money?
    let closesAt: Instant?
    let endsAt: Instant?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), state: pass.value("state", \.state), name: pass.value("name", \.name),
            village: pass.value("village", \.village), villageName: pass.value("villageName", \.villageName),
            category: pass.value("category", \.category), mode: pass.value("mode", \.mode),
            area: pass.value("areaUnits", \.area), startPrice: pass.value("startPriceFen", \.startPrice),
            priceUnit: pass.value("priceUnit", \.priceUnit), price: pass.optional("priceFen", \.price),
            closesAt: pass.optional("closesAt", \.closesAt), endsAt: pass.optional("endsAt", \.endsAt))
    }
}

extension LotResource {
    init(_ line: LotLine) {
        self.init(
            lot: line.id, state: line.state, name: line.assetName, village: line.village,
            villageName: line.villageName, category: line.category, mode: line.mode, area: line.area,
            startPrice: line.startPrice, priceUnit: line.priceUnit, price: line.price, closesAt: line.closesAt,
            endsAt: line.endsAt)
    }
}

/// A list of lots.
struct LotList: FieldRecord {
    var lots: [LotResource] = []

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lots: pass.list("lots", \.lots))
    }

    static var shape: FieldShape { FieldShape(.object(shapes)) }
    var json: JSON { .object(openFields) }
}

/// The public JSON of one bid.
struct BidResource: FieldRecord {
    let number: Int64
    let paddle: Int64
    let price: Money
    let at: Instant
    let movedEndTo: Instant?
    let bySlip: Bool

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.value("number", \.number), paddle: pass.value("paddle", \.paddle),
            price: pass.value("priceFen", \.price), at: pass.value("at", \.at),
            movedEndTo: pass.optional("movedEndTo", \.movedEndTo), bySlip: pass.value("bySlip", \.bySlip))
    }
}

extension BidResource {
    init(_ bid: LotView.Bid) {
        self.init(
            number: bid.number, paddle: bid.paddle, price: bid.price, at: bid.at, movedEndTo: bid.movedEndTo,
            bySlip: bid.bySlip)
    }
}

/// A list of bids.
struct BidList: FieldRecord {
    var bids: [BidResource] = []

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(bids: pass.list("bids", \.bids))
    }

    static var shape: FieldShape { FieldShape(.object(shapes)) }
    var json: JSON { .object(openFields) }
}
