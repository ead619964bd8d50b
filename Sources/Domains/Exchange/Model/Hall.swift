package import Kernel

/// A sealed offer before its opening: only the writer can read it.
package struct SealedOffer: Sendable, Hashable {
    /// Its place in the order of arrival; a changed offer takes a new place.
    package let number: Int64
    package let price: Confidential<Money>
    package let changes: Int64
}

/// What runs in the hall besides the open price: sealed offers, rounds, draws, priority.
package struct Hall: Sendable, Hashable {
    package internal(set) var openedAt: Instant?
    /// The round of sealed offers, from 1.
    package internal(set) var round: Int64 = 1
    /// The latest offer of each paddle in this round.
    package internal(set) var offers: [Int64: SealedOffer] = [:]
    package internal(set) var offerCount: Int64 = 0
    /// What was opened, the best first; filled at the opening.
    package internal(set) var opened: [OpenedOffer] = []
    /// Who takes part in a draw that is still to be held.
    package internal(set) var candidates: [Int64] = []
    /// The digest of the seed, published with the notice before anybody registered.
    package internal(set) var drawCommitment: String?
    /// Paddles that may match the best price at the end.
    package internal(set) var priority: Set<Int64> = []
    package internal(set) var prioritySeconds: Int64 = 0
    package internal(set) var priorityEndsAt: Instant?
    /// Limits up to which the house bids for somebody.
    package internal(set) var proxies: [Int64: Confidential<Money>] = [:]
    /// The paddles with a limit, in the order in which their limits came; a changed limit takes a new place.
    package internal(set) var proxyOrder: [Int64] = []

    package init() {}

    /// Takes a limit; of equal ones the first to come leads.
    mutating func keep(_ limit: Confidential<Money>, of paddle: Int64) {
        proxies[paddle] = limit
        proxyOrder.removeAll { $0 == paddle }
        proxyOrder.append(paddle)
    }
}

/// A sealed offer after its opening.
package struct OpenedOffer: FieldRecord, Hashable {
    package let paddle: Int64
    package let price: Money
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), price: pass.value("priceFen", \.price),
            number: pass.whole("number", \.number, in: CountDomain.self))
    }
}
