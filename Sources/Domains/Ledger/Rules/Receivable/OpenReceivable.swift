package import Kernel
package import Registry
package import Storage

/// Notes what a contract will owe. Given by the policy that watches the register's contracts.
package struct OpenReceivable: LedgerCommand {
    package let organisation: OrganisationID
    /// Derived when absent.
    package let receivable: ReceivableID?
    package let contract: ContractID
    package let debtor: PartyID
    package let isMember: Bool?
    package let total: Money
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    package let instalments: [Instalment]

    package init(
        organisation: OrganisationID, receivable: ReceivableID? = nil, contract: ContractID, debtor: PartyID,
        isMember: Bool? = nil, total: Money, start: CivilDate, end: CivilDate, instalments: [Instalment]
    ) {
        self.organisation = organisation
        self.receivable = receivable
        self.contract = contract
        self.debtor = debtor
        self.isMember = isMember
        self.total = total
        self.start = start
        self.end = end
        self.instalments = instalments
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.newName("receivable", \.receivable), contract: pass.value("contract", \.contract),
            debtor: pass.value("debtor", \.debtor), isMember: pass.optional("member", \.isMember),
            total: pass.value("totalFen", \.total), start: pass.value("start", \.start), end: pass.value("end", \.end),
            instalments: pass.list("instalments", \.instalments, max: 400))
    }

    package static let name = "openReceivable"
    package static var title: Message { LedgerText.openReceivable }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .receivableExists, .instalmentsMissTotal, .badInstalment, .endsBeforeStart,
    ]

    package struct Facts: Sendable {
        /// Where the organisation is at home; nil when the register does not know it.
        let home: DivisionID?
        /// Whether the contract or the identifier has a receivable already.
        let isTaken: Bool
    }

    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let place = books.place ?? facts.home else {
            throw LedgerRefusal.noSuchOrganisation(organisation)
        }
        guard !facts.isTaken else { throw LedgerRefusal.receivableExists(contract) }
        guard end >= start else { throw LedgerRefusal.endsBeforeStart() }
        try checkInstalments()
        return [
            ReceivableOpened(
                receivable: receivable ?? context.derivedIdentifier(.receivable), organisation: organisation,
                place: place, contract: contract, debtor: debtor, isMember: isMember ?? false, total: total,
                start: start, end: end, instalments: instalments)
        ]
    }

    /// Numbered from 1 in the order of their days, each above zero, together exactly the total.
    private func checkInstalments() throws(Rejection) {
        var sum = Money.zero
        var last: CivilDate?
        for (position, instalment) in instalments.enumerated() {
            let isNext = instalment.number == Int64(position + 1) && last.map { $0 <= instalment.due } ?? true
            guard isNext, instalment.amount > .zero else {
                throw LedgerRefusal.badInstalment(instalment.number).under(
                    "instalments[\(position)]")
            }
            last = instalment.due
            sum = try sum.adding(instalment.amount)
        }
        guard sum == total, total > .zero else {
            throw LedgerRefusal.instalmentsMissTotal(sum, total)
        }
    }
}

/// A contract owes the village from now on, in these instalments.
package struct ReceivableOpened: LedgerEvent {
    package static let name = "receivableOpened"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let debtor: PartyID
    /// Whether the debtor is a member of the collective: booked on 113 instead of 112.
    package let isMember: Bool
    package let total: Money
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    package let instalments: [Instalment]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), debtor: pass.value("debtor", \.debtor),
            isMember: pass.value("member", \.isMember), total: pass.value("totalFen", \.total),
            start: pass.value("start", \.start), end: pass.value("end", \.end),
            instalments: pass.list("instalments", \.instalments))
    }

    package var earnings: Earnings { Earnings(total: total, start: start, end: end) }

    /// Amounts stand in the tables only. A contract of before the books is older than its entry.
    package func change(_ books: inout Books, at instant: Instant) {
        books.payableFrom[receivable] = min(start, instant.date)
    }

    /// Each instalment falls due at the first moment of its day. Each year's release follows a minute later, so that what
    /// an instalment books as income of the year is not released again.
    package func due(_ books: Books, at instant: Instant) -> [Due<Ledger>] {
        Due.dues(of: receivable, organisation, instalments, earnings.years, at: instant)
    }
}

extension Due<Ledger> {
    /// The acts of the clock on a receivable: its instalments, and the release of each of the years.
    static func dues(
        of receivable: ReceivableID, _ organisation: OrganisationID, _ instalments: [Instalment],
        _ years: some Sequence<Earnings.Year>, at instant: Instant
    ) -> [Due<Ledger>] {
        let accruals = instalments.map { instalment in
            Due<Ledger>(
                at: max(instant, instalment.due.start),
                AccrueInstalment(organisation: organisation, receivable: receivable, number: instalment.number))
        }
        let releases = years.map { year in
            Due<Ledger>(
                at: max(instant, year.start.start).adding(seconds: 60),
                ReleaseAdvance(organisation: organisation, receivable: receivable))
        }
        return accruals + releases
    }
}
