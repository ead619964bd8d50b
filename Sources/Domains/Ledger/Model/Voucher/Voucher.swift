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
    /// The amount alone of an earlier voucher of this year was wrong: the difference, in red where it lowers.
    case difference
    /// A mistake of an earlier year, put right in blue in the year it was found.
    case blue
    /// What stood on an account moves to a new one below it; turnovers stay as they were.
    case transfer
    /// The year's income and expense go to 321 and from there to 322.
    case closing
    /// The year's result is distributed.
    case distribution
    /// A month's wear of the fixed assets.
    case depreciation
    /// A fixed asset leaves the books.
    case disposal
    /// Casual labour is owed, or was paid (account 213).
    case wages
    /// A month of waste is owed to its hauler.
    case haulage
}

/// How somebody other than the maker has looked at a voucher.
package enum ReviewKind: String, FieldChoice {
    /// The reviewer's own act came before the posting.
    case act
    /// The maker named the desk; its own act is still due, and the month does not close without it.
    case named
    /// The program made the voucher by a rule.
    case program
}

/// One line of a voucher: one account, one side, and what it is about.
package struct VoucherLine: FieldRecord, Hashable {
    package let account: AccountCode
    package let debit: Money?
    package let credit: Money?
    package let contract: ContractID?
    /// The household or unit the line concerns; 113 and the like are shown by it.
    package let party: PartyID?
    /// The project of a grant or a levy.
    package let project: ProjectID?
    package let asset: AssetID?
    /// Pieces, kilograms, mu, in thousandths; the account says which.
    package let quantity: Int64?

    package init(
        _ account: AccountCode, debit: Money? = nil, credit: Money? = nil, contract: ContractID? = nil,
        party: PartyID? = nil, project: ProjectID? = nil, asset: AssetID? = nil, quantity: Int64? = nil
    ) {
        self.account = account
        self.debit = debit
        self.credit = credit
        self.contract = contract
        self.party = party
        self.project = project
        self.asset = asset
        self.quantity = quantity
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            pass.value("account", \.account), debit: pass.optional("debitFen", \.debit),
            credit: pass.optional("creditFen", \.credit), contract: pass.optional("contract", \.contract),
            party: pass.optional("party", \.party), project: pass.optional("project", \.project),
            asset: pass.optional("asset", \.asset),
            quantity: pass.optionalWhole("quantity", \.quantity, in: QuantityDomain.self))
    }

    /// Debit above zero, credit below.
    var change: Money { (debit ?? .zero) - (credit ?? .zero) }

    /// The same line in red letters.
    var reversed: VoucherLine { with(debit: debit.map { -$0 }, credit: credit.map { -$0 }) }

    func with(debit: Money?, credit: Money?) -> VoucherLine {
        VoucherLine(
            account, debit: debit, credit: credit, contract: contract, party: party, project: project, asset: asset,
            quantity: quantity.map { -$0 })
    }
}

/// How much of a good a line of a voucher moves, in thousandths; in a reversal below zero.
package enum QuantityDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
    package static let unit = "0.001"
}

package enum ProjectName {}
package typealias ProjectID = Identifier<ProjectName>

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
    /// The earlier voucher that this one puts right.
    package var corrects: VoucherID?
    /// Why a voucher made by hand has no paper.
    package var withoutPapers: String?
    /// What the members decided about the payment, and the township's filing of it.
    package var resolution: ResolutionID?
    package var filing: String?
    package var people = VoucherPeople()
}

/// Who stands behind the desks of a voucher; nil in vouchers of before the persons were noted.
package struct VoucherPeople: Sendable, Hashable {
    package var maker: PersonID?
    package var reviewer: PersonID?
    package var poster: PersonID?
    package var review: ReviewKind?
    /// Whether the review has been done as an act of the reviewer's own.
    package var isConfirmed = false
}
