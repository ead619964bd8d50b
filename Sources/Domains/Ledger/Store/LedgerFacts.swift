package import Kernel
import Registry
package import Storage

extension Ledger {
    package static func facts(for command: Command, context: Context, in tx: any ReadTransaction) throws -> Facts {
        var facts = Facts()
        switch command {
        case .openBooks(let open):
            facts.division = try division(of: open.organisation, in: tx)
        case .addSubAccount(let add):
            facts.isAccountUsed = try BookQueries.isUsed(add.ancestors, of: add.organisation, in: tx)
        case .postVoucher(let post):
            if let voucher = post.voucher { facts.isTaken = try VoucherQueries.exists(voucher, in: tx) }
        case .reverseVoucher(let reverse):
            facts.voucher = try VoucherQueries.find(reverse.voucher, in: tx)
            if let reversal = reverse.reversal { facts.isTaken = try VoucherQueries.exists(reversal, in: tx) }
        case .openReceivable(let open):
            facts.division = try division(of: open.organisation, in: tx)
            facts.isTaken = try ReceivableQueries.isTaken(open.receivable, open.contract, in: tx)
        case .accrueInstalment(let accrue):
            facts.receivable = try ReceivableQueries.find(accrue.receivable, in: tx)
        case .releaseAdvance(let release):
            facts.receivable = try ReceivableQueries.find(release.receivable, in: tx)
        case .settleInstalment(let settle):
            facts.receivable = try ReceivableQueries.find(settle.receivable, in: tx)
        case .closeReceivable(let close):
            facts.receivable = try ReceivableQueries.find(close.receivable, in: tx)
        case .closeMonth, .reopenMonth: break
        }
        return facts
    }

    package static func division(of command: Command, state: Books, facts: Facts) -> DivisionID? {
        state.division ?? facts.division ?? facts.receivable?.division
    }
}

extension Ledger {
    private static func division(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> DivisionID? {
        try OrganisationQueries.find(organisation, in: tx)?.division
    }
}
