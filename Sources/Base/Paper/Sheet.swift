package import Kernel
package import Web

/// One sheet of A4 that a station prints and stamps: a title, a table of facts, notes, and a code that leads to the page
/// where anyone can compare. A value; `pdf()` draws it.
package struct Sheet: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package let label: String
        package let value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    package let title: String
    /// Under the title: the number of the paper.
    package let number: String
    package let facts: [Fact]
    package let notes: [String]
    /// Lower left: who issues it, and when; the stamp goes over it.
    package let issuer: [String]
    package let code: QRCode?
    /// Under the code: the same address in words, for people without a camera.
    package let address: String
    /// When what it says became true: the document's own date, so that the same facts give the same bytes.
    package let at: Instant

    package init(
        title: String, number: String, facts: [Fact], notes: [String], issuer: [String], code: QRCode?,
        address: String, at: Instant
    ) {
        self.title = title
        self.number = number
        self.facts = facts
        self.notes = notes
        self.issuer = issuer
        self.code = code
        self.address = address
        self.at = at
    }
}
