extension String: FieldValue {
    /// Any text a person may write into one field. Rules set narrower limits where the form has them.
    package static let longestField = 2_000

    /// In canonical form, whoever wrote it. What the log holds is taken as it stands: it was judged when it was written.
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .text).rejection
        }
        guard notation != .logged else {
            self = text
            return
        }
        let canonical = try CanonicalText.of(text)
        // Counted in code points: a single "character" may carry any number of marks.
        guard canonical.utf8.count <= String.longestField || canonical.unicodeScalars.count <= String.longestField
        else {
            throw KernelRejection.tooLong(field: "", limit: String.longestField).rejection
        }
        self = canonical
    }

    package var field: JSON { .string(self) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: longestField)) }
    package static var example: String { "" }
}

extension Int64: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        switch field {
        case .integer(let number) where notation == .logged: self = number
        default: self = try Whole.read(field, notation, in: Whole.anyField)
        }
    }

    package var field: JSON { .integer(self) }
    package static var shape: FieldShape { FieldShape(.integer, range: Whole.anyField) }
    package static var example: Int64 { 0 }
}

extension Bool: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        switch field {
        case .bool(let flag): self = flag
        case .string(let text) where notation == .typed:
            self = ["on", "true", "1", "yes"].contains(Folding.folded(text).lowercased())
        default: throw KernelRejection.wrongType(field: "", expected: .yesOrNo).rejection
        }
    }

    package var field: JSON { .bool(self) }
    package static var shape: FieldShape { FieldShape(.flag) }
    package static var example: Bool { false }
}

extension Identifier: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field,
            let identifier = Identifier(notation == .typed ? Folding.code(text) : text)
        else {
            throw KernelRejection.badIdentifier(field: "").rejection
        }
        self = identifier
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.identifier(of: "\(Named.self)")) }
    package static var example: Identifier {
        guard let identifier = Identifier("example") else { preconditionFailure("the example is well formed") }
        return identifier
    }
}

/// An enum of words that a field may take: `enum TradingMode: String, FieldChoice { … }` needs nothing more.
package protocol FieldChoice: FieldValue, CaseIterable, RawRepresentable, Hashable
where RawValue == String, AllCases: Sendable {}

extension FieldChoice {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field, let choice = Self(rawValue: text) else {
            throw KernelRejection.notAChoice(field: "", choices: Self.allCases.map(\.rawValue)).rejection
        }
        self = choice
    }

    package var field: JSON { .string(rawValue) }
    package static var shape: FieldShape { FieldShape(.choice(allCases.map(\.rawValue))) }
    package static var example: Self {
        guard let first = allCases.first else { preconditionFailure("a choice needs cases") }
        return first
    }
}

extension Role: FieldChoice {}
