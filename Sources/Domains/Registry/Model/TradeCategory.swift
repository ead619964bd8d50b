import Kernel

/// What is traded: the sixteen categories of the exchange (domain notes, section 1.2).
package enum TradeCategory: String, FieldChoice {
    case a1 = "A1", a2 = "A2", a3 = "A3", a4 = "A4", b1 = "B1", c1 = "C1", c2 = "C2", c3 = "C3", c4 = "C4"
    case d1 = "D1", d2 = "D2", d3 = "D3", e1 = "E1", e2 = "E2", f1 = "F1", g1 = "G1"
}

/// The way a right passes to the other party (domain notes, section 1.2).
package enum TransferWay: String, FieldChoice {
    case lease, subcontract, exchange, assignment, shareholding, mortgage, contractOut, cooperation, loan, other

    /// Capped at twenty years by the Civil Code (art. 705), also where the parties call it a loan for use.
    package var isCappedAsLease: Bool { self == .lease || self == .loan }
}
