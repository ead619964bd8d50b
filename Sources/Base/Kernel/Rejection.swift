/// The article of a law, the clause of a rule or the decision record a rejection or a figure rests on.
package struct LegalBasis: Sendable, Hashable {
    /// The article as a person cites it, for example "Civil Code, art. 705".
    package let article: Message
    /// Where the text was read: a source number of the domain notes, a standard or `docs/decisions/…`.
    package let source: String

    package init(_ article: Message, source: String) {
        self.article = article
        self.source = source
    }
}

/// The answer "no" to a command: numbered, in both languages, naming the rule and the next step. It writes nothing.
///
/// A rejection is the user's matter, never a fault of the program. Domains make them from their numbered
/// `RejectionReason` cases; the number is unique in the house and never reused.
package struct Rejection: Error, Sendable, Hashable {
    /// What sort of "no" this is; decides the HTTP status and nothing else.
    package enum Kind: String, Sendable, CaseIterable {
        case badInput, notSignedIn, forbidden, notFound, conflict, refused, tooLarge, tooMany, unavailable
    }

    package let number: Int
    package let kind: Kind
    package let text: Message
    package let next: Message
    package let basis: LegalBasis?
    /// The argument the rejection is about, so that a form shows it beside the field; nil when it concerns the whole.
    package let field: String?
    /// Everything else that was wrong at the same time (bad rows of a file, other fields of a form).
    package let others: [Rejection]

    package init(_ reason: some RejectionReason, others: [Rejection] = []) {
        number = reason.number
        kind = reason.kind
        text = reason.text
        next = reason.next
        basis = reason.basis
        field = reason.field
        self.others = others
    }

    package init(
        number: Int, kind: Kind, text: Message, next: Message, basis: LegalBasis? = nil, field: String? = nil,
        others: [Rejection] = []
    ) {
        self.number = number
        self.kind = kind
        self.text = text
        self.next = next
        self.basis = basis
        self.field = field
        self.others = others
    }

    /// The same rejection with `field` put under `prefix`, as in `lines[3].amountFen`.
    package func under(_ prefix: String) -> Rejection {
        Rejection(
            number: number, kind: kind, text: text, next: next, basis: basis,
            field: field.map { "\(prefix).\($0)" } ?? prefix, others: others.map { $0.under(prefix) })
    }

    /// The same rejection, resting on `basis`.
    package func resting(on basis: LegalBasis?) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: field, others: others)
    }

    /// The same rejection about another field.
    package func at(_ field: String) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: field, others: others)
    }

    /// The same rejection with everything else that was wrong at the same time.
    package func with(_ others: [Rejection]) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: field, others: others)
    }

    /// One rejection out of several found together; nil when there are none. The first leads.
    package static func all(_ found: [Rejection]) -> Rejection? {
        guard let first = found.first else { return nil }
        return Rejection(
            number: first.number, kind: first.kind, text: first.text, next: first.next, basis: first.basis,
            field: first.field, others: Array(found.dropFirst()))
    }

    /// This rejection and all that came with it, flat, each standing alone.
    package var flattened: [Rejection] {
        let alone = Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: field)
        return [alone] + others.flatMap(\.flattened)
    }
}

/// The numbered reasons of Kernel, Platform and Server to say no, cases in order of precedence, words in `Text.swift`.
/// A domain's are `DomainRefusal` values.
package protocol RejectionReason: Sendable, Hashable {
    var number: Int { get }
    var kind: Rejection.Kind { get }
    var text: Message { get }
    /// What the person can do now.
    var next: Message { get }
    var basis: LegalBasis? { get }
    var field: String? { get }
    /// One example of each case, in order: the source of the documentation and of the error-message suite.
    static var catalogue: [Self] { get }
}

extension RejectionReason {
    package var kind: Rejection.Kind { .refused }
    package var basis: LegalBasis? { nil }
    package var field: String? { nil }
    /// This reason as the value that rules throw.
    package var rejection: Rejection { Rejection(self) }
}
