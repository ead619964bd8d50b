package import Kernel
package import Registry
package import Storage

/// A balance of the old books of 2004, with its detail where it had one.
package struct OldBalance: FieldRecord, Hashable {
    package let account: AccountCode
    /// The household or unit, as the old books called it.
    package let detail: String?
    package let debit: Money?
    package let credit: Money?

    package init(_ account: AccountCode, detail: String? = nil, debit: Money? = nil, credit: Money? = nil) {
        self.account = account
        self.detail = detail
        self.debit = debit
        self.credit = credit
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            pass.value("account", \.account), detail: pass.optional("detail", \.detail),
            debit: pass.optional("debitFen", \.debit), credit: pass.optional("creditFen", \.credit))
    }

    var change: Money { (debit ?? .zero) - (credit ?? .zero) }
}

/// Where a part of an old balance goes, or what was never booked; always with its basis.
package struct TransferPart: FieldRecord, Hashable {
    /// The old account; absent for an adjustment: an unbooked asset or debt, or a gross-up.
    package let old: AccountCode?
    package let detail: String?
    package let new: AccountCode
    package let party: PartyID?
    package let debit: Money?
    package let credit: Money?
    /// Why: the list, the decision, the census sheet.
    package let basis: String

    package init(
        old: AccountCode?, detail: String? = nil, new: AccountCode, party: PartyID? = nil, debit: Money? = nil,
        credit: Money? = nil, basis: String
    ) {
        self.old = old
        self.detail = detail
        self.new = new
        self.party = party
        self.debit = debit
        self.credit = credit
        self.basis = basis
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            old: pass.optional("old", \.old), detail: pass.optional("detail", \.detail),
            new: pass.value("new", \.new), party: pass.optional("party", \.party),
            debit: pass.optional("debitFen", \.debit), credit: pass.optional("creditFen", \.credit),
            basis: pass.value("basis", \.basis))
    }

    var change: Money { (debit ?? .zero) - (credit ?? .zero) }
}

/// Opens the books of 2023 out of those of 2004 in one act (Caikuai 2023 no. 20): whole balances by the comparison table,
/// 113 by every detail, the rest by parts with their basis. The parts are the working paper and stay in the log.
package struct OpenByTransition: LedgerCommand {
    package let organisation: OrganisationID
    package let startDate: CivilDate
    package var subAccounts: [SubAccountEntry] = []
    package let old: [OldBalance]
    package let parts: [TransferPart]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), startDate: pass.value("startDate", \.startDate),
            subAccounts: pass.list("subAccounts", \.subAccounts, max: 500), old: pass.list("old", \.old, max: 2_000),
            parts: pass.list("parts", \.parts, max: 2_000))
    }

    package static let name = "openByTransition"
    package static var title: Message { LedgerText.openByTransition }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] =
        OpenBooks.refusals + [
            .oldAccountUnknown, .oldUnbalanced, .oldNotNil, .partsMiss, .partElsewhere, .adjustmentUnbalanced,
        ]

    package func place(_ books: Books, _ facts: OpenBooks.Facts) -> DivisionID? { books.place ?? facts.home }

    package func decide(_ books: Books, _ facts: OpenBooks.Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let paper = try workingPaper()
        let openings = paper.map { VoucherLine($0.new, debit: $0.debit, credit: $0.credit, party: $0.party) }
        let opening = OpenBooks(
            organisation: organisation, startDate: startDate, subAccounts: subAccounts, openings: openings)
        let opened = try opening.decide(books, facts, context)
        guard let place = facts.home else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        let papers = stride(from: 0, to: paper.count, by: 100).map { first in
            TransitionRecorded(
                organisation: organisation, place: place, first: Int64(first),
                parts: Array(paper[first..<min(first + 100, paper.count)]))
        }
        return opened + papers
    }

    /// The parts, with what goes by itself filled in; throws where an old balance is not met to the fen.
    private func workingPaper() throws(Rejection) -> [TransferPart] {
        let table = TransitionTable.of2004
        let sum = old.reduce(Money.zero) { $0 + $1.change }
        guard sum == .zero else { throw LedgerRefusal.oldUnbalanced(sum) }
        var paper: [TransferPart] = []
        for (position, balance) in old.enumerated() where balance.change != .zero {
            guard let row = table[balance.account] else {
                throw LedgerRefusal.oldAccountUnknown(balance.account).under("old[\(position)]")
            }
            guard row.way != .nil else {
                throw LedgerRefusal.oldNotNil(balance.account, balance.change).under("old[\(position)]")
            }
            let own = parts.filter { $0.old == balance.account && $0.detail == balance.detail }
            if own.isEmpty, row.way == .whole, let new = row.new.first {
                paper.append(
                    TransferPart(
                        old: balance.account, detail: balance.detail, new: new, debit: balance.debit,
                        credit: balance.credit, basis: LedgerText.byTable.zh))
                continue
            }
            for part in own where !row.new.contains(where: { part.new.text.hasPrefix($0.text) }) {
                throw LedgerRefusal.partElsewhere(balance.account, part.new)
            }
            let met = own.reduce(Money.zero) { $0 + $1.change }
            guard met == balance.change else { throw LedgerRefusal.partsMiss(balance.account, met, balance.change) }
            paper += own
        }
        let adjustments = parts.filter { $0.old == nil }
        let left = adjustments.reduce(Money.zero) { $0 + $1.change }
        guard left == .zero else { throw LedgerRefusal.adjustmentUnbalanced(left) }
        // A part of a balance that the old books do not have would be lost.
        for part in parts {
            guard let code = part.old else { continue }
            guard old.contains(where: { $0.account == code && $0.detail == part.detail }) else {
                throw LedgerRefusal.oldAccountUnknown(code)
            }
        }
        return paper + adjustments
    }
}

/// A sheet of the working paper of the transition: from which old balance each opening comes, and on what basis.
package struct TransitionRecorded: LedgerEvent {
    package static let name = "transitionRecorded"
    package let organisation: OrganisationID
    package let place: DivisionID
    /// The position of the first part here, counting from 0.
    package let first: Int64
    package let parts: [TransferPart]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            first: pass.value("first", \.first), parts: pass.list("parts", \.parts))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
