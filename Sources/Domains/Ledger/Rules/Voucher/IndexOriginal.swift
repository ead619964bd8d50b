package import Kernel
package import Registry
package import Storage

/// What lies behind a voucher as its evidence.
package enum OriginalKind: String, FieldChoice, CaseIterable {
    /// An electronic original of which a print is filed: the file itself is kept.
    case printed
    /// A photo or scan that serves as evidence: the paper itself is kept.
    case scanned
    /// A paper without a picture.
    case paper
}

/// Enters an original of a voucher with its file and where its paper lies: the index between both that the norms ask for
/// (Caikuai 2024 no. 11, arts. 27, 28).
package struct IndexOriginal: LedgerCommand {
    package let organisation: OrganisationID
    package let voucher: VoucherID
    package let kind: OriginalKind
    package var file: String?
    /// Cabinet, box, number.
    package let shelf: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), voucher: pass.value("voucher", \.voucher),
            kind: pass.value("kind", \.kind), file: pass.optionalPaper("file", \.file),
            shelf: pass.value("shelf", \.shelf))
    }

    package static let name = "indexOriginal"
    package static var title: Message { LedgerText.indexOriginal }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchVoucher, .originalWithoutFile, .originalIndexed,
    ]

    package struct Facts: Sendable {
        let isVoucherKnown: Bool
        /// Where the very same file is entered already, of this voucher.
        let shelf: String?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard facts.isVoucherKnown else { throw LedgerRefusal.noSuchVoucher(voucher) }
        if kind != .paper, file == nil { throw LedgerRefusal.originalWithoutFile() }
        if let shelf = facts.shelf { throw LedgerRefusal.originalIndexed(shelf) }
        return [
            OriginalIndexed(
                organisation: organisation, place: place, voucher: voucher, kind: kind, file: file, shelf: shelf,
                date: context.now.date)
        ]
    }
}

/// An original of a voucher is found by its shelf and by its file.
package struct OriginalIndexed: LedgerEvent {
    package static let name = "originalIndexed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let voucher: VoucherID
    package let kind: OriginalKind
    package let file: String?
    package let shelf: String
    package let date: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            voucher: pass.value("voucher", \.voucher), kind: pass.value("kind", \.kind),
            file: pass.optionalPaper("file", \.file), shelf: pass.value("shelf", \.shelf),
            date: pass.value("date", \.date))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
