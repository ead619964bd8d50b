package import Kernel
import Registry
import Storage

/// The village's books under the accounting system of 2023: vouchers that balance and never change, months that close,
/// and what contracts owe. Legal basis: Accounting Law arts. 11, 13, 15; Caikuai 2023 no. 14, in force 2024-01-01;
/// Rural Collective Economic Organisation Law arts. 44–46.
///
/// One stream per organisation, `books/{organisation}`, so that numbers have no gaps and every rule sees the lock of the
/// period. Amounts leave the state at once for the running balances (decision record 0060).
package enum Ledger: StoredModule {
    package static let name = "ledger"
    package static var title: Message { LedgerText.title }

    package enum Command: ModuleCommand {
        case openBooks(OpenBooks)
        case addSubAccount(AddSubAccount)
        case postVoucher(PostVoucher)
        case reverseVoucher(ReverseVoucher)
        case closeMonth(CloseMonth)
        case reopenMonth(ReopenMonth)
        case openReceivable(OpenReceivable)
        case accrueInstalment(AccrueInstalment)
        case releaseAdvance(ReleaseAdvance)
        case settleInstalment(SettleInstalment)
        case closeReceivable(CloseReceivable)
    }

    package enum Event: ModuleEvent {
        case booksOpened(BooksOpened)
        case subAccountAdded(SubAccountAdded)
        case voucherPosted(VoucherPosted)
        case monthClosed(MonthClosed)
        case monthReopened(MonthReopened)
        case receivableOpened(ReceivableOpened)
        case instalmentAccrued(InstalmentAccrued)
        case advanceReleased(AdvanceReleased)
        case instalmentSettled(InstalmentSettled)
        case receivableClosed(ReceivableClosed)
    }

    package typealias State = Books

    /// What a rule needs beyond the books' own state. Posting a voucher needs nothing.
    package struct Facts: Sendable {
        /// Where the organisation is at home; nil when the register does not know it.
        package var division: DivisionID?
        /// Whether an account has postings of its own.
        package var isAccountUsed = false
        /// Whether the identifier the caller chose is another voucher's or receivable's.
        package var isTaken = false
        package var voucher: Voucher?
        package var receivable: Receivable?

        package init() {}
    }

    package static func initialState(of stream: StreamID) -> Books {
        Books(organisation: OrganisationID(stream.id))
    }

    package static func decide(_ command: Command, _ state: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [Event]
    {
        switch command {
        case .openBooks(let open): try open.decide(state, facts)
        case .addSubAccount(let add): try add.decide(state, facts)
        case .postVoucher(let post): try post.decide(state, facts, context)
        case .reverseVoucher(let reverse): try reverse.decide(state, facts, context)
        case .closeMonth(let close): try close.decide(state, context)
        case .reopenMonth(let reopen): try reopen.decide(state)
        case .openReceivable(let open): try open.decide(state, facts, context)
        case .accrueInstalment(let accrue): try accrue.decide(state, facts, context)
        case .releaseAdvance(let release): try release.decide(state, facts, context)
        case .settleInstalment(let settle): try settle.decide(state, facts, context)
        case .closeReceivable(let close): try close.decide(state, facts, context)
        }
    }

    package static func evolve(_ state: inout Books, with event: Event, at instant: Instant) {
        switch event {
        case .booksOpened(let opened):
            state.division = opened.division
            state.startDate = opened.startDate
        case .subAccountAdded(let added):
            state.subAccounts[added.code] = added.name
            state.parents.insert(added.parent)
        case .voucherPosted(let posted):
            state.voucherCounts[AccountingMonth(posted.date)] = posted.number
        case .monthClosed(let closed): state.closedThrough = closed.month
        case .monthReopened(let reopened): state.closedThrough = reopened.month.previous
        case .receivableOpened, .instalmentAccrued, .advanceReleased, .instalmentSettled, .receivableClosed: break
        }
    }

    /// A receivable falls due by itself: each instalment at the first moment of its day, each year's release a minute
    /// later, so that what an instalment books as income of the year is not released again.
    package static func due(after event: Event, state: Books, at instant: Instant) -> [Due<Command>] {
        guard case .receivableOpened(let opened) = event else { return [] }
        let accruals = opened.instalments.map { instalment in
            Due(
                at: max(instant, instalment.due.start),
                Command.accrueInstalment(
                    AccrueInstalment(
                        organisation: opened.organisation, receivable: opened.receivable, number: instalment.number)))
        }
        let releases = opened.earnings.years.map { year in
            Due(
                at: max(instant, year.start.start).adding(seconds: 60),
                Command.releaseAdvance(
                    ReleaseAdvance(organisation: opened.organisation, receivable: opened.receivable)))
        }
        return accruals + releases
    }
}

extension Ledger.Command {
    package static var forms: [CommandForm<Ledger.Command>] {
        [
            CommandForm(OpenBooks.self) { .openBooks($0) },
            CommandForm(AddSubAccount.self) { .addSubAccount($0) },
            CommandForm(PostVoucher.self) { .postVoucher($0) },
            CommandForm(ReverseVoucher.self) { .reverseVoucher($0) },
            CommandForm(CloseMonth.self) { .closeMonth($0) },
            CommandForm(ReopenMonth.self) { .reopenMonth($0) },
            CommandForm(OpenReceivable.self) { .openReceivable($0) },
            CommandForm(AccrueInstalment.self) { .accrueInstalment($0) },
            CommandForm(ReleaseAdvance.self) { .releaseAdvance($0) },
            CommandForm(SettleInstalment.self) { .settleInstalment($0) },
            CommandForm(CloseReceivable.self) { .closeReceivable($0) },
        ]
    }

    package var payload: any CommandPayload {
        switch self {
        case .openBooks(let payload): payload
        case .addSubAccount(let payload): payload
        case .postVoucher(let payload): payload
        case .reverseVoucher(let payload): payload
        case .closeMonth(let payload): payload
        case .reopenMonth(let payload): payload
        case .openReceivable(let payload): payload
        case .accrueInstalment(let payload): payload
        case .releaseAdvance(let payload): payload
        case .settleInstalment(let payload): payload
        case .closeReceivable(let payload): payload
        }
    }
}

extension Ledger.Event {
    package static var forms: [EventForm<Ledger.Event>] {
        [
            EventForm(BooksOpened.self) { .booksOpened($0) },
            EventForm(SubAccountAdded.self) { .subAccountAdded($0) },
            EventForm(VoucherPosted.self) { .voucherPosted($0) },
            EventForm(MonthClosed.self) { .monthClosed($0) },
            EventForm(MonthReopened.self) { .monthReopened($0) },
            EventForm(ReceivableOpened.self) { .receivableOpened($0) },
            EventForm(InstalmentAccrued.self) { .instalmentAccrued($0) },
            EventForm(AdvanceReleased.self) { .advanceReleased($0) },
            EventForm(InstalmentSettled.self) { .instalmentSettled($0) },
            EventForm(ReceivableClosed.self) { .receivableClosed($0) },
        ]
    }

    package var payload: any EventPayload {
        switch self {
        case .booksOpened(let payload): payload
        case .subAccountAdded(let payload): payload
        case .voucherPosted(let payload): payload
        case .monthClosed(let payload): payload
        case .monthReopened(let payload): payload
        case .receivableOpened(let payload): payload
        case .instalmentAccrued(let payload): payload
        case .advanceReleased(let payload): payload
        case .instalmentSettled(let payload): payload
        case .receivableClosed(let payload): payload
        }
    }

    package var division: DivisionID? {
        switch self {
        case .booksOpened(let payload): payload.division
        case .subAccountAdded(let payload): payload.division
        case .voucherPosted(let payload): payload.division
        case .monthClosed(let payload): payload.division
        case .monthReopened(let payload): payload.division
        case .receivableOpened(let payload): payload.division
        case .instalmentAccrued(let payload): payload.division
        case .advanceReleased(let payload): payload.division
        case .instalmentSettled(let payload): payload.division
        case .receivableClosed(let payload): payload.division
        }
    }
}
