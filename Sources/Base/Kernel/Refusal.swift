/// A domain's ways to say no. Each is one value: its number, kind, field, legal basis, both texts and the next step stand
/// together, and commands and tests name it.
///
///     static let bidTooLate = ExchangeRefusal(
///         3052, zh: "竞价已于 {1} 结束。", en: "The auction ended at {1}.", next: …, example: [Instant.example])
///
///     throw ExchangeRefusal.bidTooLate(endsAt)
///
/// Numbers are unique in the house and never reused: 1000–1199 Kernel, 1200–1399 Platform and Server, and a thousand to
/// each domain, as the domain's front page says.
package protocol DomainRefusal: Sendable {
    var statement: RefusalStatement { get }
    init(_ statement: RefusalStatement)
    /// Every refusal of the domain, in order of its number; a tidy test holds the list to the declarations.
    static var all: [Self] { get }
}

/// What a refusal says. `{1}`, `{2}` … in the texts stand for its details.
package struct RefusalStatement: Sendable {
    package let number: Int
    package let kind: Rejection.Kind
    /// The argument it is about; nil when it concerns the whole.
    package let field: String?
    package let text: Message
    package let next: Message
    package let basis: LegalBasis?
    /// Details for the documentation, as many as the text has places.
    package let example: [any RefusalDetail]
}

/// A value that a refusal names in its text.
package protocol RefusalDetail: Sendable {
    func words(_ language: Language) -> String
}

extension DomainRefusal {
    package init(
        _ number: Int, _ kind: Rejection.Kind = .refused, field: String? = nil, zh: String, en: String, next: Message,
        basis: LegalBasis? = nil, example: [any RefusalDetail] = []
    ) {
        self.init(
            RefusalStatement(
                number: number, kind: kind, field: field, text: Message(zh: zh, en: en), next: next, basis: basis,
                example: example))
    }

    package var number: Int { statement.number }

    /// The refusal about these details, as rules throw it.
    package func callAsFunction(_ details: any RefusalDetail...) -> Rejection {
        statement.rejection(details, field: statement.field)
    }

    /// The refusal about these details and another field than its own: `lines[3].amountFen`.
    package func at(_ field: String, _ details: any RefusalDetail...) -> Rejection {
        statement.rejection(details, field: field)
    }

    /// The refusal as the documentation shows it.
    package var specimen: Rejection { statement.rejection(statement.example, field: statement.field) }
}

extension RefusalStatement {
    fileprivate func rejection(_ details: [any RefusalDetail], field: String?) -> Rejection {
        precondition(details.count == example.count, "refusal \(number) has \(example.count) details")
        return Rejection(
            number: number, kind: kind, text: text.filled(details), next: next.filled(details), basis: basis,
            field: field)
    }
}

extension Message {
    /// `{1}` replaced by the first of `details`, and so on.
    fileprivate func filled(_ details: [any RefusalDetail]) -> Message {
        guard !details.isEmpty else { return self }
        return Message(
            zh: Self.fill(zh, details.map { $0.words(.chinese) }), en: Self.fill(en, details.map { $0.words(.english) })
        )
    }

    private static func fill(_ text: String, _ words: [String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let number = Int(rest[rest.index(after: open)..<close]) ?? 0
            precondition(words.indices.contains(number - 1), "no detail \(number) for \(text)")
            filled += words[number - 1]
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

extension String: RefusalDetail {
    package func words(_ language: Language) -> String { self }
}

extension Int: RefusalDetail {
    package func words(_ language: Language) -> String { String(self) }
}

extension Int64: RefusalDetail {
    package func words(_ language: Language) -> String { String(self) }
}

extension CivilDate: RefusalDetail {
    package func words(_ language: Language) -> String { description }
}

extension Message: RefusalDetail {
    package func words(_ language: Language) -> String { language(self) }
}

extension Identifier: RefusalDetail {
    package func words(_ language: Language) -> String { text }
}
