import EventLog
package import Kernel
package import Registry

/// The file of a lot: every paper the house made of it, up to the certificate (section 1.11).
///
/// The papers hold what never changes again: texts as they were published, bids, steps, terms; of natural persons only
/// the register's identifiers. So the same lot gives the same bytes for as long as its file is kept, also after a person's
/// data were destroyed, and the digest that `FileLot` records can be recomputed by anyone with `sha256sum`.
package struct FilingPack: Sendable, Hashable {
    package struct Paper: Sendable, Hashable {
        package let name: String
        package let bytes: [UInt8]

        package init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
        }
    }

    package let lot: LotID
    package let papers: [Paper]
    /// Where in the log the lot changed its state: each has a receipt.
    package let entries: [Int64]
    package let certificate: CertificateNumber
    /// When the certificate was issued: the date of every file.
    package let at: Instant

    /// The list of papers, as `sha256sum -c` reads it.
    package var index: String {
        papers.map { "\(Hash.file($0.bytes).hex)  \($0.name)\n" }.joined()
    }

    /// SHA-256 of `index`, in hexadecimal: what is recorded when the file is closed.
    package var digest: String { Hash.file(Array(index.utf8)).hex }
}
