import EventLog
package import Kernel
package import Registry
import Storage

/// One admitted bidder; who holds the paddle stays under seal until the contract is signed.
package struct Paddle: FieldRecord, Hashable {
    package let number: Int64
    package let bidder: Confidential<BidderID>
    package let person: Confidential<PersonID>
    /// Whether the holder may match the best price at the end.
    package let isPriority: Bool

    package init(number: Int64, bidder: BidderID, person: PersonID, isPriority: Bool = false) {
        self.isPriority = isPriority
        self.number = number
        self.bidder = Confidential(bidder, of: .registrations)
        self.person = Confidential(person, of: DataSubject(of: person))
    }

    private init(
        number: Int64, bidder: Confidential<BidderID>, person: Confidential<PersonID>, isPriority: Bool
    ) {
        self.number = number
        self.bidder = bidder
        self.person = person
        self.isPriority = isPriority
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.whole("number", \.number, in: CountDomain.self),
            bidder: pass.confidential("bidder", \.bidder, of: .registrations),
            person: pass.confidential("person", \.person, of: .unnamed).ofItself,
            isPriority: pass.value("isPriority", \.isPriority, standard: false))
    }
}

/// The paddles that did not fit into the opening's own entry: a leaf holds at most 16 KiB, and each paddle takes two
/// commitments of it.
package struct PaddlesDealt: ExchangeEvent {
    /// How many paddles one entry holds.
    static let most = 60

    package let lot: LotID
    package let village: DivisionID
    package let paddles: [Paddle]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            paddles: pass.list("paddles", \.paddles))
    }

    package static let name = "paddlesDealt"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.take(paddles)
        state.lot?.station?.paddles.formUnion(paddles.map(\.number))
    }

    /// Those that stand in the entry that deals.
    static func first(of paddles: [Paddle]) -> [Paddle] { Array(paddles.prefix(most)) }

    /// The others, an entry for every so many.
    static func rest(of paddles: [Paddle], on lot: LotID, in village: DivisionID) -> [any Event<Exchange>] {
        paddles.dropFirst(most).parts(of: most).map {
            PaddlesDealt(lot: lot, village: village, paddles: $0)
        }
    }
}

extension Confidential<PersonID> {
    /// Who somebody is, sealed under that person's own key.
    var ofItself: Confidential { Confidential(content, of: content.map { DataSubject(of: $0) } ?? subject) }
}
