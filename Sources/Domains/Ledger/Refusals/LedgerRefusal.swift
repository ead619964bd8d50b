package import Kernel

/// The ways in which the books say no; numbers 4001–4999.
package struct LedgerRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [LedgerRefusal] = [
        .noSuchOrganisation, .booksNotOpen, .booksAlreadyOpen, .accountUnknown, .accountNotLeaf, .subAccountExists,
        .badSubAccount, .notMoney, .beforeBooks, .monthClosed, .inTheFuture, .voucherExists,
        .tooFewLines, .bothSides, .neitherSide, .notPositive, .unbalanced, .makerIsReviewer, .noSuchVoucher,
        .alreadyReversed, .isReversal, .belongsToReceivable, .monthNotNext, .monthNotOver, .notLastClosed,
        .receivableExists, .instalmentsMissTotal, .badInstalment, .endsBeforeStart, .noSuchReceivable,
        .noSuchInstalment, .nothingDue, .nothingToRelease, .overpaid, .makerIsAnother, .reviewerUnknown,
        .partyUnknown,
        .contractUnknown, .earlierYear, .beforeOriginal, .notOfOriginal, .belowOriginal, .belongsToProgram,
        .noSuchDraft, .draftNotYours, .draftNotOpen, .draftNotReviewed, .samePerson, .nothingToConfirm, .draftsOpen,
        .papersWithoutReason, .spendingWithoutResolution,
        .noSpendingResolution, .spendingWithoutFiling, .loanForPublicWorks, .loanWithoutResolution,
        .notReviewed, .moneyBelowZero, .notReconciled, .notDepreciated, .notNil, .booksDamaged, .yearTransferred,
        .nothingToTransfer, .yearNotTransferred, .yearDistributed, .notMemberAccount, .lossFirst, .overDistributed,
        .nothingToUndo, .assetCardExists, .noSuchAssetCard, .notFixedAsset, .notWearAccount, .badLife,
        .nothingToDepreciate, .assetGone, .beforeUse, .doesNotReconcile, .oldAccountUnknown, .oldUnbalanced,
        .oldNotNil, .partsMiss, .partElsewhere, .adjustmentUnbalanced,
        .badMap, .rowWithoutVoucher, .rowOfBadVoucher, .accountNotFound, .nobodyImports,
        .notBankAccount, .statementLineKnown, .statementLineDiffers, .balanceBroken,
        .notAnInvoice, .invoiceNumber, .invoiceSums, .invoiceElsewhere, .invoiceDiffers, .buyerIsAnother,
        .noSuchInvoice, .invoiceUsedUp, .invoiceKnown, .invoiceIsRed,
        .oldAccountSplit, .notOneOrganisation, .paidBeforeContract, .arrivalBooked,
        .noSuchStatementLine, .alreadyMatched, .notOnBankAccount, .matchDiffers, .nothingMatches, .notMatched,
        .noAccountLike, .severalAccounts,
        .noSuchReceipt, .receiptBackdated, .receiptVoided, .receiptBooked,
        .budgetAdopted, .noBudget, .noBudgetResolution, .resolutionOfOtherYear, .budgetEmpty, .notBudgetAccount,
        .budgetOverlaps, .budgetUnchanged, .overBudget,
        .noSuchClaim, .claimWithoutPhoto, .claimNotYours, .claimNotReturned, .claimNotWaiting, .notYourStep,
        .claimHandTwice, .nothingToPay, .claimNotApproved, .claimNotSent, .lineOfOtherClaim, .lineIsNotPayment,
        .reportTooEarly, .reportFiled, .agencyOverlaps,
        .payeeErased, .notAccountNumber, .payeePaying, .payeeWithoutAccount, .lineIsNoReturn, .lineMatched,
        .claimVoucherStands, .claimDraftStands, .deskUnknown, .cashierIsChief, .peopleNamedLater,
        .checksMissing, .yearCheckKnown, .checkBeforeYear, .invoiceNotGenuine, .methodSame, .reportNotFiled,
        .correctionBeforeReport, .noSuchWarning, .warningClosed, .notYourWarning, .originalWithoutFile,
        .originalIndexed, .paidAhead, .counterpartyErased, .lineOpen, .fileStillKept, .sellerErased, .invoiceClaimed,
        .phoneInSummary,
    ]
}
