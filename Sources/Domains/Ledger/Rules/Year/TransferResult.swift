package import Kernel
package import Registry
package import Storage

/// Steps 7 to 9 of the year end: income to 321, expense to 321, and 321 to the undistributed result.
package struct TransferResult: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year))
    }

    package static let name = "transferResult"
    package static var title: Message { LedgerText.transferResult }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .monthNotNext, .draftsOpen, .notReviewed, .notNil,
        .yearTransferred, .nothingToTransfer,
    ]

    package struct Facts: Sendable {
        let readiness: MonthReadiness
        let balances: YearBalances
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let december = year.december
        try books.check(december.lastDay, today: context.now.date)
        if let next = books.firstOpenMonth, next != december { throw LedgerRefusal.monthNotNext(next) }
        if let done = books.yearEnds[year], !done.transfer.isEmpty { throw LedgerRefusal.yearTransferred(year) }
        try facts.readiness.checkHands(december)
        if let left = facts.balances.standing(["181"]).first {
            throw LedgerRefusal.notNil(left.account, left.amount)
        }
        guard !facts.balances.standing(["5", "321"]).isEmpty else { throw LedgerRefusal.nothingToTransfer(year) }
        return YearVouchers(books, facts.balances, organisation, place, december.lastDay, context).transfer(year)
    }
}

/// The result of a year stands on 322; which vouchers did it.
package struct ResultTransferred: LedgerEvent {
    package static let name = "resultTransferred"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let vouchers: [VoucherID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), vouchers: pass.values("vouchers", \.vouchers))
    }

    package func change(_ books: inout Books, at instant: Instant) {
        books.yearEnds[year, default: YearEnd()].transfer = vouchers
    }
}

/// Makes the vouchers of the year end, one after another.
struct YearVouchers {
    private var books: Books
    private let balances: YearBalances
    private let organisation: OrganisationID
    private let place: DivisionID
    private let date: CivilDate
    private let context: Context
    private(set) var events: [any Event<Ledger>] = []
    private(set) var vouchers: [VoucherID] = []

    init(
        _ books: Books, _ balances: YearBalances, _ organisation: OrganisationID, _ place: DivisionID,
        _ date: CivilDate, _ context: Context
    ) {
        self.books = books
        self.balances = balances
        self.organisation = organisation
        self.place = place
        self.date = date
        self.context = context
    }

    static let undistributed = code("32201")
    static let appropriated = code("32202")

    private static func code(_ text: String) -> AccountCode {
        guard let code = AccountCode(text) else { preconditionFailure("a code is an identifier") }
        return code
    }

    mutating func post(
        _ name: MadeName.Prefix, number: Int? = nil, _ summary: String, _ lines: [VoucherLine], _ origin: VoucherOrigin,
        reverses: VoucherID? = nil
    ) {
        guard !lines.isEmpty else { return }
        let posted = VoucherPosted(
            voucher: context.derivedIdentifier(name, number: number), organisation: organisation, place: place,
            date: date,
            number: books.nextNumber(in: AccountingMonth(date)), summary: summary, lines: lines,
            signed: SignedBy(program: context), origin: origin, reverses: reverses)
        posted.change(&books, at: context.now)
        events += posted.inParts
        vouchers.append(posted.voucher)
    }

    /// 32201 and 32202, where the village has not divided 322 yet; what stood on 322 moves to 32201.
    mutating func divide() {
        for (code, name) in [
            (Self.undistributed, LedgerText.undistributed), (Self.appropriated, LedgerText.appropriated),
        ] where !books.exists(code) {
            let added = SubAccountAdded(
                organisation: organisation, place: place, code: code, parent: StandardAccount.distribution.code,
                name: name.zh)
            added.change(&books, at: context.now)
            events.append(added)
        }
        let standing = balances.accounts[StandardAccount.distribution.code] ?? .zero
        guard standing != .zero else { return }
        let moved = PartyBalance(party: nil, amount: standing).moved(
            from: StandardAccount.distribution.code, to: Self.undistributed)
        post(
            .divided, LedgerText.transferSummary(StandardAccount.distribution.code, Self.undistributed).zh, moved,
            .transfer)
        vouchers.removeAll()
    }

    /// The lines that empty the accounts below `prefix`, against `other`.
    private func emptying(_ prefixes: [String], into other: AccountCode) -> [VoucherLine] {
        let standing = balances.standing(prefixes)
        let sum = standing.reduce(Money.zero) { $0 + $1.amount }
        let lines = standing.map { Self.line($0.account, -$0.amount) }
        return sum == .zero ? lines : lines + [Self.line(other, sum)]
    }

    private static func line(_ account: AccountCode, _ change: Money) -> VoucherLine {
        change > .zero ? VoucherLine(account, debit: change) : VoucherLine(account, credit: -change)
    }

    func transfer(_ year: AccountingYear) -> [any Event<Ledger>] {
        var making = self
        making.divide()
        let result = books.leaf(StandardAccount.result.code)
        let income = ["501", "502", "503", "504"]
        making.post(.income, LedgerText.incomeToResult.zh, emptying(income, into: result), .closing)
        let expense = ["511", "512", "513", "514", "515", "521"]
        making.post(.expense, LedgerText.expenseToResult.zh, emptying(expense, into: result), .closing)
        let net = balances.sum("5") + balances.sum("321")
        if net != .zero {
            making.post(
                .result, LedgerText.resultToUndistributed.zh,
                [Self.line(result, -net), Self.line(Self.undistributed, net)], .closing)
        }
        return making.events + [
            ResultTransferred(organisation: organisation, place: place, year: year, vouchers: making.vouchers)
        ]
    }
}
