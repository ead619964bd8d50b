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

    init(
        organisation: OrganisationID, division: DivisionID, startDate: CivilDate, chartVersion: Int64,
        openings: [VoucherLine]
    ) {
        self.organisation = organisation
        self.division = division
        self.startDate = startDate
        self.chartVersion = chartVersion
        self.openings = openings
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        division = reader.value("division")
        startDate = reader.value("startDate")
        chartVersion = reader.value("chartVersion")
        openings = reader.list("openings")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("startDate", startDate)
        writer.put("chartVersion", chartVersion)
        writer.put("openings", list: openings)
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

    init(
        organisation: OrganisationID, division: DivisionID, code: AccountCode, parent: AccountCode, name: String
    ) {
        self.organisation = organisation
        self.division = division
        self.code = code
        self.parent = parent
        self.name = name
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        division = reader.value("division")
        code = reader.value("code")
        parent = reader.value("parent")
        name = reader.value("name")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("code", code)
        writer.put("parent", parent)
        writer.put("name", name)
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
    package let attachments: Int64
    package let maker: OfficeID
    package let reviewer: OfficeID
    package let origin: VoucherOrigin
    package let reverses: VoucherID?
    package let receivable: ReceivableID?

    init(
        voucher: VoucherID, organisation: OrganisationID, division: DivisionID, date: CivilDate, number: Int64,
        summary: String, lines: [VoucherLine], attachments: Int64 = 0, maker: OfficeID, reviewer: OfficeID,
        origin: VoucherOrigin, reverses: VoucherID? = nil, receivable: ReceivableID? = nil
    ) {
        self.voucher = voucher
        self.organisation = organisation
        self.division = division
        self.date = date
        self.number = number
        self.summary = summary
        self.lines = lines
        self.attachments = attachments
        self.maker = maker
        self.reviewer = reviewer
        self.origin = origin
        self.reverses = reverses
        self.receivable = receivable
    }

    package init(reading reader: inout FieldReader) {
        voucher = reader.value("voucher")
        organisation = reader.value("organisation")
        division = reader.value("division")
        date = reader.value("date")
        number = reader.value("number")
        summary = reader.value("summary")
        lines = reader.list("lines")
        attachments = reader.value("attachments")
        maker = reader.value("maker")
        reviewer = reader.value("reviewer")
        origin = reader.value("origin")
        reverses = reader.optional("reverses")
        receivable = reader.optional("receivable")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("voucher", voucher)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("date", date)
        writer.put("number", number)
        writer.put("summary", summary)
        writer.put("lines", list: lines)
        writer.put("attachments", attachments)
        writer.put("maker", maker)
        writer.put("reviewer", reviewer)
        writer.put("origin", origin)
        writer.put("reverses", reverses)
        writer.put("receivable", receivable)
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

    init(organisation: OrganisationID, division: DivisionID, month: AccountingMonth, vouchers: Int64) {
        self.organisation = organisation
        self.division = division
        self.month = month
        self.vouchers = vouchers
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        division = reader.value("division")
        month = reader.value("month")
        vouchers = reader.value("vouchers")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("month", month)
        writer.put("vouchers", vouchers)
    }
}

/// The last closed month takes vouchers again; why stands in the log for everyone.
package struct MonthReopened: EventPayload, Hashable {
    package static let name = "monthReopened"
    package let organisation: OrganisationID
    package let division: DivisionID
    package let month: AccountingMonth
    package let reason: String

    init(organisation: OrganisationID, division: DivisionID, month: AccountingMonth, reason: String) {
        self.organisation = organisation
        self.division = division
        self.month = month
        self.reason = reason
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        division = reader.value("division")
        month = reader.value("month")
        reason = reader.value("reason")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("month", month)
        writer.put("reason", reason)
    }
}
