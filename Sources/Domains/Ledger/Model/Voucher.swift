package import Kernel
package import Registry

package enum VoucherName {}
/// The address of a voucher. Its number, by which the books know it, counts per organisation and month.
package typealias VoucherID = Identifier<VoucherName>

/// What brought a voucher about.
package enum VoucherOrigin: String, FieldChoice {
    /// A person posted it.
    case manual
    /// The red-letter reversal of an earlier voucher: the same lines with negative amounts.
    case reversal
    /// An instalment of a contract fell due.
    case accrual
    /// Rent taken in advance became income of the year that began, or was cleared when the contract ended early.
    case release
    /// Money arrived for an instalment.
    case settlement
}

/// One line of a voucher: one account, one side, and what it is about.
package struct VoucherLine: FieldRecord, Hashable {
    package let account: AccountCode
    package let debit: Money?
    package let credit: Money?
    package let contract: ContractID?
    package let party: PartyID?

    package init(
        _ account: AccountCode, debit: Money? = nil, credit: Money? = nil, contract: ContractID? = nil,
        party: PartyID? = nil
    ) {
        self.account = account
        self.debit = debit
        self.credit = credit
        self.contract = contract
        self.party = party
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            pass.value("account", \.account), debit: pass.optional("debitFen", \.debit),
            credit: pass.optional("creditFen", \.credit), contract: pass.optional("contract", \.contract),
            party: pass.optional("party", \.party))
    }

    /// The same line in red letters.
    var reversed: VoucherLine {
        VoucherLine(account, debit: debit.map { -$0 }, credit: credit.map { -$0 }, contract: contract, party: party)
    }
}

/// A voucher as it stands in the books. Nothing of it ever changes.
package struct Voucher: Sendable, Hashable {
    package let id: VoucherID
    package let organisation: OrganisationID
    package let month: AccountingMonth
    /// From 1 per organisation and month, without gaps.
    package let number: Int64
    package let date: CivilDate
    package let summary: String
    package let lines: [VoucherLine]
    package let attachments: Int64
    package let maker: OfficeID
    package let reviewer: OfficeID
    package let origin: VoucherOrigin
    package let reverses: VoucherID?
    /// The voucher that took this one back, if one did.
    package let reversedBy: VoucherID?
}
