package import Kernel
package import Registry

/// Notes what a contract will owe. Given by the policy that watches the register's contracts.
package struct OpenReceivable: CommandPayload, Hashable {
    package static let name = "openReceivable"
    package static var title: Message { LedgerText.openReceivable }
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .receivableExists, .instalmentsMissTotal, .badInstalment, .endsBeforeStart,
    ]

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
            receivable: pass.optional("receivable", \.receivable), contract: pass.value("contract", \.contract),
            debtor: pass.value("debtor", \.debtor), isMember: pass.optional("member", \.isMember),
            total: pass.value("totalFen", \.total), start: pass.value("start", \.start), end: pass.value("end", \.end),
            instalments: pass.list("instalments", \.instalments, max: 400))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        guard let division = books.division ?? facts.division else {
            throw LedgerRefusal.noSuchOrganisation(organisation)
        }
        guard !facts.isTaken else { throw LedgerRefusal.receivableExists(contract) }
        guard end >= start else { throw LedgerRefusal.endsBeforeStart() }
        try checkInstalments()
        return [
            .receivableOpened(
                ReceivableOpened(
                    receivable: receivable ?? context.derivedIdentifier("receivable"), division: division, self))
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
