package import Kernel

package enum NoticeName {}
package typealias NoticeID = Identifier<NoticeName>
package enum ObjectionName {}
package typealias ObjectionID = Identifier<ObjectionName>

/// What a notice is about.
package enum NoticeKind: String, FieldChoice {
    case lotNotice, result, resolution, finance, contract, other

    /// What a desk may hang; the others come with a lot, from the house.
    package static let ofDesks: [NoticeKind] = [.resolution, .finance, .contract, .other]
}

/// A notice as the board shows it, in both languages.
package struct Notice: Sendable, Hashable {
    package let id: NoticeID
    package let division: DivisionID
    package let kind: NoticeKind
    /// The stream it is about: `lot/L1`; empty when there is none.
    package let subject: String
    package let title: Message
    package let body: Message
    package let from: CivilDate
    /// The last day on display.
    package let until: CivilDate
    package let closesAt: Instant
    /// SHA-256 of the document it shows, in hex; nil when the text is the document.
    package let digest: String?
    package let closedAt: Instant?
    package let openedAt: Instant

    package var isOpen: Bool { closedAt == nil }
}

/// An objection as everyone sees it: when it came, until when it must be answered, and the answer. Its text is personal.
package struct Objection: Sendable, Hashable {
    package let id: ObjectionID
    package let notice: NoticeID
    package let raisedAt: Instant
    package let replyBy: Instant
    package let answer: Message?
    package let answeredAt: Instant?
    /// When it went to the level above because nobody had answered.
    package let escalatedAt: Instant?
}

/// What the rules need to know of a notice.
package struct NoticeState: Sendable, Hashable {
    package let place: DivisionID
    package let closesAt: Instant
    /// The stream of the lot whose result it shows (`lot/L1`): objections to it stop that lot and are answered there.
    package var lot: String?
    /// The stream of the lot that the notice offers: an open objection holds it up until it is answered here.
    package var offered: String?
    package internal(set) var isClosed = false
    /// Whether each objection has been answered.
    package internal(set) var objections: [ObjectionID: Bool] = [:]
    /// Those that hold up the lot the notice offers; none of before that was so.
    package internal(set) var holding: Set<ObjectionID> = []
    /// Those that a desk wrote down.
    package internal(set) var written: Set<ObjectionID> = []
    /// How often each has objected in person.
    package internal(set) var raised: [PersonID: Int64] = [:]
}

extension NoticeState {
    /// An objection can be raised, and the notice closed, as long as it is on display.
    func checkOpen() throws(Rejection) {
        guard !isClosed else { throw DisclosureRefusal.noticeClosed() }
    }

    /// What anyone has to name anew.
    func checkNew(_ objection: ObjectionID) throws(Rejection) {
        guard objections[objection] == nil else { throw DisclosureRefusal.objectionExists(objection) }
    }

    func checkUnanswered(_ objection: ObjectionID) throws(Rejection) {
        guard let isAnswered = objections[objection] else { throw DisclosureRefusal.noSuchObjection(objection) }
        guard !isAnswered else { throw DisclosureRefusal.objectionAnswered() }
    }
}

extension StreamID {
    static func notice(_ notice: NoticeID) -> StreamID { StreamID("notice", notice.text) }
}
