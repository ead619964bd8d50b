package import Kernel
package import Registry

/// Why the books say no. Numbers 4001–4999, in order of precedence.
package enum LedgerRejection: RejectionReason {
    case noSuchOrganisation(OrganisationID)
    case booksNotOpen
    case booksAlreadyOpen
    case accountUnknown(AccountCode)
    case accountNotLeaf(AccountCode)
    case subAccountExists(AccountCode)
    case badSubAccount(AccountCode)
    case accountInUse(AccountCode)
    case notMoney(AccountCode)
    case beforeBooks(start: CivilDate)
    case monthClosed(AccountingMonth)
    case inTheFuture
    case voucherExists(VoucherID)
    case tooFewLines
    case bothSides
    case neitherSide
    case notPositive
    case unbalanced(debit: Money, credit: Money)
    case makerIsReviewer
    case noSuchVoucher(VoucherID)
    case alreadyReversed(by: VoucherID)
    case isReversal
    case belongsToReceivable
    case monthNotNext(AccountingMonth)
    case monthNotOver(AccountingMonth)
    case notLastClosed(AccountingMonth?)
    case receivableExists(ContractID)
    case instalmentsMissTotal(sum: Money, total: Money)
    case badInstalment(number: Int64)
    case endsBeforeStart
    case noSuchReceivable(ReceivableID)
    case noSuchInstalment(number: Int64)
    case nothingDue
    case nothingToRelease
    case overpaid(left: Money)

    package var number: Int {
        switch self {
        case .noSuchOrganisation: 4001
        case .booksNotOpen: 4002
        case .booksAlreadyOpen: 4003
        case .accountUnknown: 4004
        case .accountNotLeaf: 4005
        case .subAccountExists: 4006
        case .badSubAccount: 4007
        case .accountInUse: 4008
        case .notMoney: 4009
        case .beforeBooks: 4010
        case .monthClosed: 4011
        case .inTheFuture: 4012
        case .voucherExists: 4013
        case .tooFewLines: 4014
        case .bothSides: 4015
        case .neitherSide: 4016
        case .notPositive: 4017
        case .unbalanced: 4018
        case .makerIsReviewer: 4019
        case .noSuchVoucher: 4020
        case .alreadyReversed: 4021
        case .isReversal: 4022
        case .belongsToReceivable: 4023
        case .monthNotNext: 4024
        case .monthNotOver: 4025
        case .notLastClosed: 4026
        case .receivableExists: 4030
        case .instalmentsMissTotal: 4031
        case .badInstalment: 4032
        case .endsBeforeStart: 4033
        case .noSuchReceivable: 4034
        case .noSuchInstalment: 4035
        case .nothingDue: 4036
        case .nothingToRelease: 4037
        case .overpaid: 4038
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .noSuchOrganisation, .noSuchVoucher, .noSuchReceivable, .noSuchInstalment: .notFound
        case .booksAlreadyOpen, .subAccountExists, .voucherExists, .alreadyReversed, .receivableExists: .conflict
        case .accountUnknown, .badSubAccount, .tooFewLines, .bothSides, .neitherSide, .notPositive, .badInstalment,
            .endsBeforeStart:
            .badInput
        default: .refused
        }
    }

    package var field: String? {
        switch self {
        case .noSuchOrganisation: "organisation"
        case .accountUnknown, .accountNotLeaf: "account"
        case .subAccountExists, .badSubAccount, .accountInUse: "code"
        case .notMoney: "bankAccount"
        case .beforeBooks, .monthClosed, .inTheFuture: "date"
        case .voucherExists, .noSuchVoucher, .alreadyReversed, .isReversal, .belongsToReceivable: "voucher"
        case .tooFewLines, .unbalanced: "lines"
        case .makerIsReviewer: "reviewer"
        case .monthNotNext, .monthNotOver, .notLastClosed: "month"
        case .receivableExists: "contract"
        case .instalmentsMissTotal: "totalFen"
        case .endsBeforeStart: "end"
        case .noSuchReceivable: "receivable"
        case .noSuchInstalment: "number"
        case .overpaid: "amountFen"
        default: nil
        }
    }

    package static var catalogue: [LedgerRejection] {
        guard let organisation = OrganisationID("tanba"), let code = AccountCode("10201"),
            let unknown = AccountCode("999"), let parent = AccountCode("102"), let voucher = VoucherID("V1"),
            let reversal = VoucherID("voucher-000077"), let contract = ContractID("C1"),
            let receivable = ReceivableID("R1"), let month = AccountingMonth("2026-03"),
            let start = CivilDate("2026-01-01")
        else { return [] }
        return [
            .noSuchOrganisation(organisation), .booksNotOpen, .booksAlreadyOpen, .accountUnknown(unknown),
            .accountNotLeaf(parent), .subAccountExists(code), .badSubAccount(unknown), .accountInUse(parent),
            .notMoney(unknown), .beforeBooks(start: start), .monthClosed(month), .inTheFuture,
            .voucherExists(voucher), .tooFewLines, .bothSides, .neitherSide, .notPositive,
            .unbalanced(debit: Money(fen: 100_000), credit: Money(fen: 99_999)), .makerIsReviewer,
            .noSuchVoucher(voucher), .alreadyReversed(by: reversal), .isReversal, .belongsToReceivable,
            .monthNotNext(month), .monthNotOver(month), .notLastClosed(month), .receivableExists(contract),
            .instalmentsMissTotal(sum: Money(fen: 71_000_000), total: Money(fen: 72_000_000)),
            .badInstalment(number: 2), .endsBeforeStart, .noSuchReceivable(receivable), .noSuchInstalment(number: 4),
            .nothingDue, .nothingToRelease, .overpaid(left: Money(fen: 21_600_000)),
        ]
    }
}
