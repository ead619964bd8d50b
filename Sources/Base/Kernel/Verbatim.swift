/// Text of which every byte counts: a signed note, whose last line end is signed too. It is taken as it stands or refused,
/// never altered: within its blank ends it has to be canonical already.
package struct Verbatim: Sendable, Hashable {
    package let text: String

    /// Believed as it stands.
    package init(_ text: String) {
        self.text = text
    }
}

extension Verbatim: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .text).rejection
        }
        if notation != .logged {
            guard text.unicodeScalars.count <= String.longestField else {
                throw KernelRejection.tooLong(field: "", limit: String.longestField).rejection
            }
            var inner = text.unicodeScalars[...]
            while let first = inner.first, first == "\n" || first == " " { inner.removeFirst() }
            while let last = inner.last, last == "\n" || last == " " { inner.removeLast() }
            guard try CanonicalText.of(text).unicodeScalars.elementsEqual(inner) else {
                throw KernelRejection.controlCharacter(field: "").rejection
            }
        }
        self.init(text)
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: String.longestField)) }
    package static var example: Verbatim { Verbatim("") }
}

/// The text of a whole file, as a form or a program hands it on: canonical like every text, and longer.
package struct FileText: Sendable, Hashable {
    package let text: String

    /// The most characters of a file in one field.
    package static let longest = 500_000

    /// Believed as it stands.
    package init(_ text: String) {
        self.text = text
    }
}

extension FileText: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field else {
            throw KernelRejection.wrongType(field: "", expected: .text).rejection
        }
        guard notation != .logged else {
            self.init(text)
            return
        }
        guard text.utf8.count <= 4 * FileText.longest else {
            throw KernelRejection.tooLong(field: "", limit: FileText.longest).rejection
        }
        let canonical = try CanonicalText.of(text)
        guard canonical.unicodeScalars.count <= FileText.longest else {
            throw KernelRejection.tooLong(field: "", limit: FileText.longest).rejection
        }
        self.init(canonical)
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: longest)) }
    package static var example: FileText { FileText("") }
}
