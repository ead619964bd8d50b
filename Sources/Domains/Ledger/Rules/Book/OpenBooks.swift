package import Kernel
package import Registry
package import Storage

/// A village's own account to be kept from the start.
package struct SubAccountEntry: FieldRecord, Hashable {
    package let code: AccountCode
    package let name: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(code: pass.value("code", \.code), name: pass.value("name", \.name))
    }
}

/// Begins the books of an organisation with the balances it brings along.
package struct OpenBooks: LedgerCommand {
    package let organisation: OrganisationID
    package let startDate: CivilDate
    package var subAccounts: [SubAccountEntry] = []
    package var openings: [VoucherLine] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), startDate: pass.value("startDate", \.startDate),
            subAccounts: pass.list("subAccounts", \.subAccounts, max: 500),
            openings: pass.list("openings", \.openings, max: 5_000))
    }

    package static let name = "openBooks"
    package static var title: Message { LedgerText.openBooks }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let reaches: [String: DateReach] = ["startDate": .years(back: 30, ahead: 2)]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .booksAlreadyOpen, .accountUnknown, .accountNotLeaf, .subAccountExists, .badSubAccount,
        .bothSides, .neitherSide, .notPositive, .unbalanced, .partyUnknown, .contractUnknown,
    ]

    package struct Facts: Sendable {
        /// Where the organisation is at home; nil when the register does not know it.
        let home: DivisionID?
        let references: LineReferences
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let place = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard !books.isOpen else { throw LedgerRefusal.booksAlreadyOpen() }
        var prepared = books
        var added: [any Event<Ledger>] = []
        for entry in subAccounts {
            let parent = try prepared.parent(forNew: entry.code)
            let event = SubAccountAdded(
                organisation: organisation, place: place, code: entry.code, parent: parent, name: entry.name)
            prepared.subAccounts[entry.code] = entry.name
            prepared.parents.insert(parent)
            added.append(event)
        }
        if !openings.isEmpty { try prepared.check(openings, field: "openings", least: 1) }
        try facts.references.check()
        return BooksOpened(
            organisation: organisation, place: place, startDate: startDate,
            chartVersion: Chart.of2023.version, openings: openings
        ).inParts + added
    }
}

/// The books of an organisation begin, with the balances they take over.
package struct BooksOpened: LedgerEvent {
    package static let name = "booksOpened"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let startDate: CivilDate
    /// The edition of the chart, for example 2023.
    package let chartVersion: Int64
    /// Balances on the day before the start, debit and credit equal in sum.
    package var openings: [VoucherLine]
    /// How many lines follow in events of their own.
    package var linesToCome: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            startDate: pass.value("startDate", \.startDate),
            chartVersion: pass.whole("chartVersion", \.chartVersion, in: CountDomain.self),
            openings: pass.list("openings", \.openings),
            linesToCome: pass.optionalWhole("linesToCome", \.linesToCome, in: CountDomain.self))
    }

    /// The openings of 300 households do not go into one leaf.
    var inParts: [any Event<Ledger>] {
        guard openings.count > LinesContinued.limit else { return [self] }
        var head = self
        head.openings = Array(openings.prefix(LinesContinued.limit))
        head.linesToCome = Int64(openings.count - LinesContinued.limit)
        return [head]
            + LinesContinued.parts(of: openings, organisation: organisation, place: place, month: nil, number: 0)
    }

    package func change(_ books: inout Books, at instant: Instant) {
        books.place = place
        books.startDate = startDate
    }
}

extension Books {
    /// The account under which a new account `code` comes to lie: two digits more than one of the chart, or two to four
    /// more than an own account (levels 2 and 3 of the national numbering).
    func parent(forNew code: AccountCode) throws(Rejection) -> AccountCode {
        guard !exists(code) else { throw LedgerRefusal.subAccountExists(code) }
        let digits = code.text
        if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            for length in [digits.count - 2, digits.count - 3, digits.count - 4] where length >= 3 {
                guard let parent = AccountCode(String(digits.prefix(length))), exists(parent) else { continue }
                if length > 3 || digits.count == 5 { return parent }
            }
        }
        throw LedgerRefusal.badSubAccount(code)
    }
}
