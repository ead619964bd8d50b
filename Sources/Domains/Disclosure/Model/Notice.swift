package import Kernel
import Storage

package enum NoticeName {}
package typealias NoticeID = Identifier<NoticeName>
package enum ObjectionName {}
package typealias ObjectionID = Identifier<ObjectionName>

/// What a notice is about.
package enum NoticeKind: String, FieldChoice { case lotNotice, result, resolution, finance, contract, other }

extension NoticeKind: SQLValueConvertible {}

/// A notice as it hangs on the board, with its two texts.
package struct Notice: Sendable, Hashable {
    package let id: NoticeID
    package let division: DivisionID
    package let kind: NoticeKind
    /// The stream it is about: `lot/L1`; empty when there is none.
    package let subject: String
    package let title: Message
    package let body: Message
    package let from: CivilDate
    /// The last day it hangs.
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

/// One instalment of a contract on the village's public page.
package struct Payment: FieldRecord, Hashable {
    package let number: Int64
    package let due: CivilDate
    package let amount: Money
    package let paid: Money
    package let paidOn: CivilDate?

    package init(number: Int64, due: CivilDate, amount: Money, paid: Money = .zero, paidOn: CivilDate? = nil) {
        self.number = number
        self.due = due
        self.amount = amount
        self.paid = paid
        self.paidOn = paidOn
    }

    package init(reading reader: inout FieldReader) {
        number = reader.value("number")
        due = reader.value("dueDate")
        amount = reader.value("amountFen")
        paid = reader.optional("paidFen") ?? .zero
        paidOn = reader.optional("paidOn")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("number", number)
        writer.put("dueDate", due)
        writer.put("amountFen", amount)
        writer.put("paidFen", paid)
        writer.put("paidOn", paidOn)
    }

    package enum Standing: Sendable { case paid, partlyPaid, due, overdue, ahead }

    /// How the instalment stands on `day`: overdue from the day after it was due.
    package func standing(on day: CivilDate) -> Standing {
        if paid >= amount { return .paid }
        if due < day { return .overdue }
        if paid > .zero { return .partlyPaid }
        return due == day ? .due : .ahead
    }
}
