package import Kernel

package enum ComplaintName {}
package typealias ComplaintID = Identifier<ComplaintName>

/// What is complained of.
package enum ComplaintKind: String, FieldChoice {
    case notCollected, overflowing, heap, smell, spilled, mixed, other
}

/// How a complaint ended: its person was content or took it back, or a supervisor says why it goes no further. A word of a
/// list, so that no closing says anything of anybody.
package enum ComplaintClosing: String, FieldChoice {
    case accepted, withdrawn, unfounded, duplicate, elsewhere, unreachable

    /// Whether it is a supervisor's reason.
    var isReason: Bool { self != .accepted && self != .withdrawn }
}

package enum ComplaintPhase: String, FieldChoice {
    /// Waits for an answer.
    case filed
    /// Waits for the one who complained: is it well so?
    case answered
    case closed
}

/// A complaint under way.
package struct Complaint: Sendable, Hashable {
    package let id: ComplaintID
    package let place: DivisionID
    /// Who came in person; nil where a desk wrote it down for somebody at the counter.
    package let person: PersonID?
    package internal(set) var phase = ComplaintPhase.filed
    package internal(set) var answerBy: Instant
    /// Who gave the last answer.
    package internal(set) var answerer: PersonID?

    /// The subject of its words and of the answers to them: the person who came, or the complaint itself.
    package static func subject(_ complaint: ComplaintID, of person: PersonID?) -> DataSubject {
        person.map { DataSubject(of: $0) } ?? DataSubject(ofThing: "waste." + complaint.text, in: .words)
    }

    var subject: DataSubject { Self.subject(id, of: person) }

    /// Who came, sealed for an event.
    var complainant: Personal<PersonID>? { person.map { Personal($0, of: subject) } }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(phase == .filed || answerer != nil || phase == .closed, "\(id) is answered by nobody")
    }
}
