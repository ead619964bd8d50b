package import Kernel
package import Registry

/// The books of an organisation begin, with the balances they take over.
package struct BooksOpened: EventPayload, Hashable {
    package static let name = "booksOpened"
    package let organisation: OrganisationID
    package let division: DivisionID
    package let startDate: CivilDate
    /// The edition of the chart, for example 2023.
    package let chartVersion: Int64
    /// Balances on the day before the start, debit and credit equal in sum.
    package let openings: [VoucherLine]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            startDate: pass.value("startDate", \.startDate), chartVersion: pass.value("chartVersion", \.chartVersion),
            openings: pass.list("openings", \.openings))
    }
}

/// A village has an account of its own below one of the chart.
package struct SubAccountAdded: EventPayload, Hashable {
    package static let name = "subAccountAdded"
    package let organisation: OrganisationID
    package let division: DivisionID
    package let code: AccountCode
    package let parent: AccountCode
    package let name: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            code: pass.value("code", \.code), parent: pass.value("parent", \.parent), name: pass.value("name", \.name))
    }
}

/// A voucher is in the books, for ever as it is.
package struct VoucherPosted: EventPayload, Hashable {
    package static let name = "voucherPosted"
    package let voucher: VoucherID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let date: CivilDate
    /// From 1 per organisation and month of `date`, without gaps.
    package let number: Int64
    package let summary: String
    /// Debits and credits are equal in sum. In a reversal the amounts are negative.
    package let lines: [VoucherLine]
    package var attachments: Int64 = 0
    package let maker: OfficeID
    package let reviewer: OfficeID
    package let origin: VoucherOrigin
    package var reverses: VoucherID?
    package var receivable: ReceivableID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            voucher: pass.value("voucher", \.voucher), organisation: pass.value("organisation", \.organisation),
            division: pass.value("division", \.division), date: pass.value("date", \.date),
            number: pass.value("number", \.number), summary: pass.value("summary", \.summary),
            lines: pass.list("lines", \.lines), attachments: pass.value("attachments", \.attachments),
            maker: pass.value("maker", \.maker), reviewer: pass.value("reviewer", \.reviewer),
            origin: pass.value("origin", \.origin), reverses: pass.optional("reverses", \.reverses),
            receivable: pass.optional("receivable", \.receivable))
    }
}

/// A month is locked: no voucher can be dated in it any more.
package struct MonthClosed: EventPayload, Hashable {
    package static let name = "monthClosed"
    package let organisation: OrganisationID
    package let division: DivisionID
    package let month: AccountingMonth
    /// How many vouchers the month has; their numbers run from 1 to this.
    package let vouchers: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            month: pass.value("month", \.month), vouchers: pass.value("vouchers", \.vouchers))
    }
}

/// The last closed month takes vouchers again; why stands in the log for everyone.
package struct MonthReopened: EventPayload, Hashable {
    package static let name = "monthReopened"
    package let organisation: OrganisationID
    package let division: DivisionID
    package let month: AccountingMonth
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            month: pass.value("month", \.month), reason: pass.value("reason", \.reason))
    }
}
