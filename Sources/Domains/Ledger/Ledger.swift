package import Kernel
package import Registry
package import Storage

/// The village's books under the accounting system of 2023: vouchers that balance and never change, months that close,
/// and what contracts owe. Legal basis: Accounting Law arts. 11, 13, 15; Caikuai 2023 no. 14, in force 2024-01-01;
/// Rural Collective Economic Organisation Law arts. 44–46.
///
/// One stream per organisation, `books/{organisation}`, so that numbers have no gaps and every rule sees the lock of the
/// period. Amounts leave the state at once for the running balances (decision record 0060).
package enum Ledger: Module {
    package static let name = "ledger"
    package static var title: Message { LedgerText.title }
    package typealias State = Books
    package typealias Refusal = LedgerRefusal

    package static let commands: [any Command.Type] = [
        OpenBooks.self, OpenByTransition.self, AddSubAccount.self, DraftVoucher.self, ReviewDraft.self,
        ReturnDraft.self, WithdrawDraft.self,
        PostDraft.self, PostVoucher.self, BookWages.self, BookHaulage.self, ConfirmVouchers.self, ReverseVoucher.self,
        CorrectVoucher.self,
        CloseMonth.self, ReopenMonth.self, TransferResult.self, DistributeResult.self, UndoYearEnd.self,
        OpenAssetCard.self, Depreciate.self, DisposeAsset.self, ReconcileBank.self, MatchBank.self, MatchBankClear.self,
        UnmatchBank.self, IssueReceipt.self, VoidReceipt.self, BookReceipt.self, AdoptBudget.self, AmendBudget.self,
        SubmitClaim.self, ApproveClaim.self, ReturnClaim.self, PayClaims.self, BookClaim.self,
        RegisterPayeeAccount.self, ForgetPayee.self, SendBackPayment.self, RedraftClaim.self, NameBookPeople.self,
        CloseWarning.self, IndexOriginal.self,
        FileYearReport.self, CorrectYearReport.self, RecordAgency.self, RecordYearCheck.self, ChangeWearMethod.self,
        VerifyInvoice.self,
        OpenReceivable.self, AccrueInstalment.self, ReleaseAdvance.self, SettleInstalment.self, CloseReceivable.self,
        ReviseReceivable.self,
        RecordStatementLine.self, RegisterInvoice.self, UseInvoice.self, EraseCounterparty.self, EraseSeller.self,
    ]

    package static let events: [any Event.Type] = [
        BooksOpened.self, SubAccountAdded.self, VoucherDrafted.self, DraftMoved.self, VoucherPosted.self,
        LinesContinued.self, VouchersConfirmed.self, MonthClosed.self, MonthReopened.self,
        ResultTransferred.self, ResultDistributed.self, YearEndUndone.self, AssetCardOpened.self,
        AssetsDepreciated.self, AssetDisposed.self, BankReconciled.self, BankMatched.self, BankUnmatched.self,
        ReceiptIssued.self, ReceiptVoided.self,
        ReceiptBooked.self, BudgetAdopted.self, BudgetAmended.self, ClaimSubmitted.self,
        ClaimApproved.self, ClaimReturned.self, ClaimsSent.self, ClaimPaid.self,
        PayeeAccountRegistered.self, PayeeForgotten.self, PaymentSentBack.self, ClaimRedrafted.self,
        BookPeopleNamed.self, WarningClosed.self, OriginalIndexed.self,
        YearReportFiled.self, YearReportCorrected.self, AgencyRecorded.self, YearChecked.self,
        WearMethodChanged.self, InvoiceVerified.self,
        TransitionRecorded.self, ReceivableOpened.self,
        InstalmentAccrued.self, AdvanceReleased.self, InstalmentSettled.self,
        ReceivableClosed.self, ReceivableRevised.self, StatementLineRecorded.self, InvoiceRegistered.self,
        InvoiceUsed.self, CounterpartyErased.self, SellerErased.self,
    ]

    package static func initialState(of stream: StreamID) -> Books { Books(organisation: OrganisationID(stream.id)) }

    package static func check(_ books: Books, _ invariants: inout Invariants) { books.check(&invariants) }
}

/// A verb on the books of one organisation.
package protocol LedgerCommand: Command, Hashable where Domain == Ledger, Subject == Books {
    var organisation: OrganisationID { get }
}

extension LedgerCommand {
    package func stream(_ context: Context) -> StreamID { .books(organisation) }

    /// Where the books are kept; nil before they are open.
    package func place(_ books: Books, _ facts: Facts) -> DivisionID? { books.place }
}

/// A verb on what one contract owes.
package protocol ReceivableVerb: LedgerCommand where Facts == ReceivableFacts {
    var receivable: ReceivableID { get }
}

package struct ReceivableFacts: Sendable {
    /// Nil when the identifier is unknown.
    let receivable: Receivable?
    /// Where the money in question was entered before; asked where money comes in.
    var known: KnownArrival?
}

extension ReceivableVerb {
    package func place(_ books: Books, _ facts: ReceivableFacts) -> DivisionID? {
        books.place ?? facts.receivable?.division
    }

    /// The receivable, if it belongs to these books.
    func claim(_ facts: ReceivableFacts) throws(Rejection) -> Receivable {
        guard let claim = facts.receivable, claim.organisation == organisation else {
            throw LedgerRefusal.noSuchReceivable(receivable)
        }
        return claim
    }
}

/// An event of the books; each concerns the place where they are kept.
package protocol LedgerEvent: Event, Hashable where Domain == Ledger {
    var organisation: OrganisationID { get }
    var place: DivisionID { get }
}

extension LedgerEvent {
    package var division: DivisionID? { place }
}
