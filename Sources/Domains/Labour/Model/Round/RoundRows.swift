package import Kernel

/// What the price of a seat or the worth of a place may be: what a field of a leaf takes.
package enum PriceDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...Whole.anyField.upperBound
    package static let unit = ""
}

/// An order in a round: how many seats were free, and the price that proves that they went to the right people.
package struct RoundOrder: FieldRecord, Hashable {
    package let order: OrderID
    package let seats: Int64
    package let price: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), seats: pass.whole("seats", \.seats, in: CountDomain.self),
            price: pass.whole("price", \.price, in: PriceDomain.self))
    }
}

/// Somebody in a round: a number of that day, and what the rules said of her at each order in turn. Who she is lies sealed.
package struct RoundSeeker: FieldRecord, Hashable {
    /// Of this day; she finds it on her page.
    package let number: Int64
    package let worker: Personal<WorkerID>
    /// Days waited, as far as they count.
    package let waited: Int64
    /// Of each order in turn: 0 and more, how far it is; below 0, the first rule that failed (-1 the first).
    package let verdicts: [Int64]
    /// What the seat is worth to her beyond its price; 0 for who is idle.
    package let worth: Int64
    /// Which order she is offered, counted from 1; nil for none.
    package var seat: Int64?
    /// With whom she goes or not at all, as a number of this round; nil for who goes alone.
    package var group: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.whole("number", \.number, in: IndexDomain.self),
            worker: pass.personal("worker", \.worker, of: .unnamed),
            waited: pass.whole("waited", \.waited, in: DaysDomain.self), verdicts: pass.values("verdicts", \.verdicts),
            worth: pass.whole("worth", \.worth, in: PriceDomain.self),
            seat: pass.optionalWhole("seat", \.seat, in: SerialNumberDomain.self),
            group: pass.optionalWhole("group", \.group, in: SerialNumberDomain.self))
    }
}
