package import Kernel
package import Registry

// Commands and events that differ in nothing but their names share one shape here: what they carry, how they are read and
// how they are written. What a verb demands and what an event changes stands with it in `Rules/`.

/// A verb that names its lot and nothing else.
package protocol PlainLotVerb: LotVerb {
    init(lot: LotID)
}

extension PlainLotVerb {
    package init(reading reader: inout FieldReader) { self.init(lot: reader.value("lot")) }
    package func write(to writer: inout FieldWriter) { writer.put("lot", lot) }
}

/// A verb on a lot with the reasons somebody else will read.
package protocol ReasonedLotVerb: LotVerb {
    var reasons: String { get }
    init(lot: LotID, reasons: String)
}

extension ReasonedLotVerb {
    package init(reading reader: inout FieldReader) {
        self.init(lot: reader.value("lot"), reasons: reader.value("reasons"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("reasons", reasons)
    }
}

/// A verb that stops a lot for a listed cause.
package protocol CausedLotVerb: LotVerb {
    var cause: StopCause { get }
    var reasons: String { get }
    init(lot: LotID, cause: StopCause, reasons: String)
}

extension CausedLotVerb {
    package init(reading reader: inout FieldReader) {
        self.init(lot: reader.value("lot"), cause: reader.value("cause"), reasons: reader.value("reasons"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("cause", cause)
        writer.put("reasons", reasons)
    }
}

/// An event that says of a lot only that it happened.
package protocol PlainLotEvent: ExchangeEvent {
    var lot: LotID { get }
    var village: DivisionID { get }
    init(lot: LotID, village: DivisionID)
}

extension PlainLotEvent {
    package init(reading reader: inout FieldReader) {
        self.init(lot: reader.value("lot"), village: reader.value("village"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
    }

    package var division: DivisionID? { village }
}

/// An event on a lot with its reasons.
package protocol ReasonedLotEvent: ExchangeEvent {
    var lot: LotID { get }
    var village: DivisionID { get }
    var reasons: String { get }
    init(lot: LotID, village: DivisionID, reasons: String)
}

extension ReasonedLotEvent {
    package init(reading reader: inout FieldReader) {
        self.init(lot: reader.value("lot"), village: reader.value("village"), reasons: reader.value("reasons"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("reasons", reasons)
    }

    package var division: DivisionID? { village }
}

/// An event that ended a lot for a listed cause.
package protocol CausedLotEvent: ExchangeEvent {
    var lot: LotID { get }
    var village: DivisionID { get }
    var cause: StopCause { get }
    var reasons: String { get }
    init(lot: LotID, village: DivisionID, cause: StopCause, reasons: String)
}

extension CausedLotEvent {
    package init(reading reader: inout FieldReader) {
        self.init(
            lot: reader.value("lot"), village: reader.value("village"), cause: reader.value("cause"),
            reasons: reader.value("reasons"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("cause", cause)
        writer.put("reasons", reasons)
    }

    package var division: DivisionID? { village }
}

/// A bidder and the bank's word: what a refund says, both as command and as event.
package protocol BankedBidder {
    var bidder: BidderID { get }
    var reference: String { get }
    init(bidder: BidderID, reference: String)
}

extension BankedBidder {
    package init(reading reader: inout FieldReader) {
        self.init(bidder: reader.value("bidder"), reference: reader.value("reference"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("bidder", bidder)
        writer.put("reference", reference)
    }
}

/// A bidder and perhaps the bank's word: a declared deposit, both as command and as event.
package protocol DeclaredBidder {
    var bidder: BidderID { get }
    var reference: String? { get }
    init(bidder: BidderID, reference: String?)
}

extension DeclaredBidder {
    package init(reading reader: inout FieldReader) {
        self.init(bidder: reader.value("bidder"), reference: reader.optional("reference"))
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("bidder", bidder)
        writer.put("reference", reference)
    }
}
