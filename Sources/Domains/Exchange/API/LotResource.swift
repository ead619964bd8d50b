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

    init(
        lot: LotID, state: LotState, name: String, village: DivisionID, villageName: String, category: TradeCategory,
        mode: TradingMode, area: Area, startPrice: Money, priceUnit: PriceUnit, price: Money? = nil,
        closesAt: Instant? = nil, endsAt: Instant? = nil
    ) {
        self.lot = lot
        self.state = state
        self.name = name
        self.village = village
        self.villageName = villageName
        self.category = category
        self.mode = mode
        self.area = area
        self.startPrice = startPrice
        self.priceUnit = priceUnit
        self.price = price
        self.closesAt = closesAt
        self.endsAt = endsAt
    }

    init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        state = reader.value("state")
        name = reader.value("name")
        village = reader.value("village")
        villageName = reader.value("villageName")
        category = reader.value("category")
        mode = reader.value("mode")
        area = reader.value("areaUnits")
        startPrice = reader.value("startPriceFen")
        priceUnit = reader.value("priceUnit")
        price = reader.optional("priceFen")
        closesAt = reader.optional("closesAt")
        endsAt = reader.optional("endsAt")
    }

    func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("state", state)
        writer.put("name", name)
        writer.put("village", village)
        writer.put("villageName", villageName)
        writer.put("category", category)
        writer.put("mode", mode)
        writer.put("areaUnits", area)
        writer.put("startPriceFen", startPrice)
        writer.put("priceUnit", priceUnit)
        writer.put("priceFen", price)
        writer.put("closesAt", closesAt)
        writer.put("endsAt", endsAt)
    }

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
    let lots: [LotResource]

    init(lots: [LotResource] = []) {
        self.lots = lots
    }

    init(reading reader: inout FieldReader) {
        lots = reader.list("lots")
    }

    func write(to writer: inout FieldWriter) {
        writer.put("lots", list: lots)
    }

    static var shape: FieldShape { FieldShape(.object(fields)) }
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

    init(number: Int64, paddle: Int64, price: Money, at: Instant, movedEndTo: Instant? = nil, bySlip: Bool) {
        self.number = number
        self.paddle = paddle
        self.price = price
        self.at = at
        self.movedEndTo = movedEndTo
        self.bySlip = bySlip
    }

    init(reading reader: inout FieldReader) {
        number = reader.value("number")
        paddle = reader.value("paddle")
        price = reader.value("priceFen")
        at = reader.value("at")
        movedEndTo = reader.optional("movedEndTo")
        bySlip = reader.value("bySlip")
    }

    func write(to writer: inout FieldWriter) {
        writer.put("number", number)
        writer.put("paddle", paddle)
        writer.put("priceFen", price)
        writer.put("at", at)
        writer.put("movedEndTo", movedEndTo)
        writer.put("bySlip", bySlip)
    }

    init(_ bid: LotView.Bid) {
        self.init(
            number: bid.number, paddle: bid.paddle, price: bid.price, at: bid.at, movedEndTo: bid.movedEndTo,
            bySlip: bid.bySlip)
    }
}

/// A list of bids.
struct BidList: FieldRecord {
    let bids: [BidResource]

    init(bids: [BidResource] = []) {
        self.bids = bids
    }

    init(reading reader: inout FieldReader) {
        bids = reader.list("bids")
    }

    func write(to writer: inout FieldWriter) {
        writer.put("bids", list: bids)
    }

    static var shape: FieldShape { FieldShape(.object(fields)) }
    var json: JSON { .object(openFields) }
}
