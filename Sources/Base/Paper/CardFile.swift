package import Kernel
package import Web

/// Certificates to be handed out, each on a sheet of A4 across with a front and a back: whose it is, room for a photo, what
/// it says, a small code that leads to the page where anyone can compare, and on the back a large one that a verifier reads
/// without a network. A value; `pdf()` draws it.
package struct CardFile: Sendable, Hashable {
    package struct Card: Sendable, Hashable {
        package let title: String
        /// Under the title: the number of the paper.
        package let number: String
        /// Whose it is.
        package let name: String
        package let facts: [Sheet.Fact]
        /// Lower left: who issues it, and when; the stamp goes over it.
        package let issuer: [String]
        package let code: QRCode?
        /// Under the code: the same address in words.
        package let address: String
        package let back: Back

        package init(
            title: String, number: String, name: String, facts: [Sheet.Fact], issuer: [String], code: QRCode?,
            address: String, back: Back
        ) {
            self.title = title
            self.number = number
            self.name = name
            self.facts = facts
            self.issuer = issuer
            self.code = code
            self.address = address
            self.back = back
        }
    }

    /// The other side: a large code, and how it is read.
    package struct Back: Sendable, Hashable {
        package let title: String
        package let notes: [String]
        package let code: QRCode?

        package init(title: String, notes: [String], code: QRCode?) {
            self.title = title
            self.notes = notes
            self.code = code
        }
    }

    package let title: String
    package let subject: String
    /// Words in the place of the photo.
    package let photo: String
    package let cards: [Card]
    /// The document's own date, so that the same facts give the same bytes.
    package let at: Instant

    package init(title: String, subject: String, photo: String, cards: [Card], at: Instant) {
        self.title = title
        self.subject = subject
        self.photo = photo
        self.cards = cards
        self.at = at
    }
}
