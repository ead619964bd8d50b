/// Names whom a personal or confidential value is about; everything of one subject can be destroyed together.
package enum DataSubjectName {}
package typealias DataSubject = Identifier<DataSubjectName>

extension Identifier where Named == DataSubjectName {
    /// The data subject a person is: the same as the party of that name.
    package init(of person: PersonID) {
        guard let subject = DataSubject(person.text) else { preconditionFailure("every identifier names a subject") }
        self = subject
    }

    /// A subject of its own for one thing: in a space that no person's or party's name can lie in (`MadeName`).
    package init(ofThing name: String, in space: SubjectSpace) {
        // A name of 64 characters is cut: two that share their beginning share a key, never one with a person.
        guard let subject = DataSubject(String("\(space.rawValue)-\(name)".prefix(64))) else {
            preconditionFailure("\(name) is well formed")
        }
        self = subject
    }

    /// Stands in a command until its rule knows whom a value is about, and where that was destroyed.
    package static let unnamed: Self = {
        guard let subject = DataSubject("unnamed") else { preconditionFailure("the word is well formed") }
        return subject
    }()
}

/// The spaces of things that are nobody's name.
package enum SubjectSpace: String, CaseIterable, Sendable {
    /// Words a desk wrote down for somebody it does not name.
    case words
    /// A line of a bank's statement, and an invoice: whom it names, no register knows.
    case statement, seller
    /// A lot's offers and the seal of the exchange.
    case offers, exchange
}

/// Kinds of things that are each about somebody by a key of their own, named after the thing: `worker.w-1`.
package enum SubjectKind: String, CaseIterable, Sendable {
    case worker, employer, learner, trainer, member, term, kin
    /// A found contract, a bill for found land, a claim.
    case found = "case", bill, claim
}

/// A value about a natural person. In a leaf there is only a salted commitment of it; value and salt lie in a side
/// table, encrypted under the subject's key, and can be destroyed without touching a proof.
///
/// A `Personal` has no description and no JSON: it cannot be printed, logged or put into a leaf by mistake.
package struct Personal<Value: FieldValue & Hashable>: Sendable, Hashable {
    package let subject: DataSubject
    /// Nil once it has been destroyed.
    package let content: Value?

    package init(_ content: Value?, of subject: DataSubject) {
        self.content = content
        self.subject = subject
    }
}

/// A value that is nobody's secret for ever but must not be read yet: a sealed offer before opening. Kept like
/// `Personal`, under a subject of its own.
package struct Confidential<Value: FieldValue & Hashable>: Sendable, Hashable {
    package let subject: DataSubject
    package let content: Value?

    package init(_ content: Value?, of subject: DataSubject) {
        self.content = content
        self.subject = subject
    }
}

extension Personal: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Confidential: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
