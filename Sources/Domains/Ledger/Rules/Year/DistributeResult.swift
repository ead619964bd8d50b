package import Kernel
package import Registry
package import Storage

/// What one household gets of the year's result, and on which account it stands.
package struct MemberShare: FieldRecord, Hashable {
    /// An account below 113 where the village keeps one for the household; 113 when absent.
    package let account: AccountCode?
    package let party: PartyID?
    package let amount: Money

    package init(account: AccountCode? = nil, party: PartyID? = nil, amount: Money) {
        self.account = account
        self.party = party
        self.amount = amount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            account: pass.optional("account", \.account), party: pass.optional("party", \.party),
            amount: pass.value("amountFen", \.amount))
    }
}

/// Steps 10 to 13 of the year end: the loss of earlier years first, then the fund, then the members (Caikuai system;
/// Caikuai-nong 2021 no. 121, art. 28). Never more than there is.
package struct DistributeResult: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear
    /// Taken out of the fund to cover a loss of earlier years.
    package var cover = Money.zero
    /// Put into the fund, at the rate of the charter.
    package var fund = Money.zero
    package var members: [MemberShare] = []
    /// The resolution that decided it.
    package let resolution: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            cover: pass.value("coverFen", \.cover, absent: .zero), fund: pass.value("fundFen", \.fund, absent: .zero),
            members: pass.list("members", \.members, max: 5_000), resolution: pass.value("resolution", \.resolution))
    }

    package static let name = "distributeResult"
    package static var title: Message { LedgerText.distributeResult }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .yearNotTransferred, .yearDistributed, .accountUnknown,
        .accountNotLeaf, .notMemberAccount, .notPositive, .partyUnknown, .lossFirst, .overDistributed,
        .checksMissing,
    ]

    package struct Facts: Sendable {
        let balances: YearBalances
        let references: LineReferences
        /// Checks that have to be recorded first.
        let unchecked: [YearCheckKind]
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let day = year.december.lastDay
        try books.check(day, today: context.now.date)
        guard let done = books.yearEnds[year], !done.transfer.isEmpty else {
            throw LedgerRefusal.yearNotTransferred(year)
        }
        guard done.distribution.isEmpty else { throw LedgerRefusal.yearDistributed(year) }
        if let first = facts.unchecked.first { throw LedgerRefusal.checksMissing(year, first.label) }
        try facts.references.check()
        let shares = try lines(books)
        let given = shares.reduce(fund) { $0 + ($1.credit ?? .zero) }
        let there = -facts.balances.sum("322") + cover
        if there < .zero, given > .zero { throw LedgerRefusal.lossFirst(-there) }
        guard given <= max(.zero, there) else { throw LedgerRefusal.overDistributed(given, max(.zero, there)) }
        var making = YearVouchers(books, facts.balances, organisation, place, day, context)
        making.distribute(cover: cover, fund: fund, shares: shares, given: given)
        return making.events + [
            ResultDistributed(
                organisation: organisation, place: place, year: year, resolution: resolution,
                vouchers: making.vouchers)
        ]
    }

    /// The members' credit lines, each on an account below 113.
    private func lines(_ books: Books) throws(Rejection) -> [VoucherLine] {
        guard fund >= .zero, cover >= .zero else { throw LedgerRefusal.notPositive().under("fundFen") }
        var lines: [VoucherLine] = []
        for (position, share) in members.enumerated() {
            let field = "members[\(position)]"
            let account = share.account ?? books.posting(.members)
            guard books.exists(account) else { throw LedgerRefusal.accountUnknown(account).under(field) }
            guard !books.parents.contains(account) else { throw LedgerRefusal.accountNotLeaf(account).under(field) }
            guard account.text.hasPrefix(StandardAccount.members.rawValue) else {
                throw LedgerRefusal.notMemberAccount(account).under(field)
            }
            guard share.amount > .zero else { throw LedgerRefusal.notPositive().under(field) }
            lines.append(VoucherLine(account, credit: share.amount, party: share.party))
        }
        return lines
    }
}

extension YearVouchers {
    mutating func distribute(cover: Money, fund: Money, shares: [VoucherLine], given: Money) {
        let account = StandardAccount.fund.code
        if cover > .zero {
            post(
                .cover, LedgerText.lossCovered.zh,
                [VoucherLine(account, debit: cover), VoucherLine(Self.undistributed, credit: cover)], .distribution)
        }
        if fund > .zero {
            post(
                .fund, LedgerText.fundTaken.zh,
                [VoucherLine(Self.appropriated, debit: fund), VoucherLine(account, credit: fund)], .distribution)
        }
        let members = given - fund
        if members > .zero {
            post(
                .members, LedgerText.membersGiven.zh, [VoucherLine(Self.appropriated, debit: members)] + shares,
                .distribution)
        }
        if given > .zero {
            post(
                .appropriated, LedgerText.appropriatedBack.zh,
                [VoucherLine(Self.undistributed, debit: given), VoucherLine(Self.appropriated, credit: given)],
                .distribution)
        }
    }
}

/// The year's result was distributed by a resolution.
package struct ResultDistributed: LedgerEvent {
    package static let name = "resultDistributed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let resolution: String
    package let vouchers: [VoucherID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), resolution: pass.value("resolution", \.resolution),
            vouchers: pass.values("vouchers", \.vouchers))
    }

    package func change(_ books: inout Books, at instant: Instant) {
        books.yearEnds[year, default: YearEnd()].distribution = vouchers
    }
}
