package import Kernel
package import Registry

package enum CensusName {}
/// One counting of what a collective has (清产核资), on one day.
package typealias CensusID = Identifier<CensusName>

/// A class of the balance sheet, and how it counts for what is the collective's own.
package enum CensusClass: String, FieldChoice {
    case cash, receivables, inventories, biological, investments, fixedAssets, depreciation, construction, intangibles
    case payables, loans, otherDebts

    /// +1 for what is owned, −1 for what is owed or worn off.
    var sign: Int64 {
        switch self {
        case .depreciation, .payables, .loans, .otherDebts: -1
        case .cash, .receivables, .inventories, .biological, .investments, .fixedAssets, .construction, .intangibles: 1
        }
    }
}

/// Why a count differs from the books.
package enum CensusReason: String, FieldChoice {
    case neverBooked, lost, scrapped, double, wrongClass, writtenOff, setOff, notDepreciated, undefined
}

/// What the books say of one line and what was found.
package struct CensusLine: FieldRecord, Hashable {
    package let item: String
    package let category: CensusClass
    package let book: Money
    package let counted: Money
    package let reason: CensusReason?
    package let note: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            item: pass.value("item", \.item), category: pass.value("category", \.category),
            book: pass.value("bookFen", \.book), counted: pass.value("countedFen", \.counted),
            reason: pass.optional("reason", \.reason), note: pass.value("note", \.note, standard: ""))
    }

    package var difference: Money { counted - book }
}

/// A census while it is counted, and after. What is the collective's own is computed from the lines, before and after.
package struct Census: Sendable {
    package let id: CensusID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let asOf: CivilDate
    package internal(set) var lines: [String: CensusLine]
    package internal(set) var isClosed: Bool

    package static func equity(_ lines: some Sequence<CensusLine>, _ value: (CensusLine) -> Money) -> Money {
        lines.reduce(Money.zero) { $0 + Money(fen: $1.category.sign * value($1).fen) }
    }

    package var equityBefore: Money { Self.equity(lines.values, \.book) }
    package var equityAfter: Money { Self.equity(lines.values, \.counted) }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(
            !isClosed || lines.values.allSatisfy { $0.book == $0.counted || $0.reason != nil },
            "\(id) is closed with a difference nobody explained")
    }
}
