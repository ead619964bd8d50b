package import Kernel
package import Registry

/// A contract owes the village from now on, in these instalments.
package struct ReceivableOpened: EventPayload, Hashable {
    package static let name = "receivableOpened"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let debtor: PartyID
    /// Whether the debtor is a member of the collective: booked on 113 instead of 112.
    package let isMember: Bool
    package let total: Money
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    package let instalments: [Instalment]

    init(
        receivable: ReceivableID, division: DivisionID, _ opened: OpenReceivable
    ) {
        self.receivable = receivable
        self.division = division
        organisation = opened.organisation
        contract = opened.contract
        debtor = opened.debtor
        isMember = opened.isMember ?? false
        total = opened.total
        start = opened.start
        end = opened.end
        instalments = opened.instalments
    }

    package init(reading reader: inout FieldReader) {
        receivable = reader.value("receivable")
        organisation = reader.value("organisation")
        division = reader.value("division")
        contract = reader.value("contract")
        debtor = reader.value("debtor")
        isMember = reader.value("member")
        total = reader.value("totalFen")
        start = reader.value("start")
        end = reader.value("end")
        instalments = reader.list("instalments")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("receivable", receivable)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("contract", contract)
        writer.put("debtor", debtor)
        writer.put("member", isMember)
        writer.put("totalFen", total)
        writer.put("start", start)
        writer.put("end", end)
        writer.put("instalments", list: instalments)
    }

    package var earnings: Earnings { Earnings(total: total, start: start, end: end) }
}

/// An instalment is due and booked as a claim.
package struct InstalmentAccrued: EventPayload, Hashable {
    package static let name = "instalmentAccrued"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let number: Int64
    package let date: CivilDate
    package let amount: Money
    /// The part that is income at once; the rest waits on 221 or 211.
    package let earned: Money
    /// Absent when the village keeps no books here.
    package let voucher: VoucherID?

    init(
        _ receivable: Receivable, number: Int64, date: CivilDate, amount: Money, earned: Money, voucher: VoucherID?
    ) {
        self.receivable = receivable.id
        organisation = receivable.organisation
        division = receivable.division
        contract = receivable.contract
        self.number = number
        self.date = date
        self.amount = amount
        self.earned = earned
        self.voucher = voucher
    }

    package init(reading reader: inout FieldReader) {
        receivable = reader.value("receivable")
        organisation = reader.value("organisation")
        division = reader.value("division")
        contract = reader.value("contract")
        number = reader.value("number")
        date = reader.value("date")
        amount = reader.value("amountFen")
        earned = reader.value("earnedFen")
        voucher = reader.optional("voucher")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("receivable", receivable)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("contract", contract)
        writer.put("number", number)
        writer.put("date", date)
        writer.put("amountFen", amount)
        writer.put("earnedFen", earned)
        writer.put("voucher", voucher)
    }
}

/// A year of the term has begun, and its rent, taken in advance, is income now.
package struct AdvanceReleased: EventPayload, Hashable {
    package static let name = "advanceReleased"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let date: CivilDate
    package let amount: Money
    package let voucher: VoucherID?

    init(_ receivable: Receivable, date: CivilDate, amount: Money, voucher: VoucherID?) {
        self.receivable = receivable.id
        organisation = receivable.organisation
        division = receivable.division
        contract = receivable.contract
        self.date = date
        self.amount = amount
        self.voucher = voucher
    }

    package init(reading reader: inout FieldReader) {
        receivable = reader.value("receivable")
        organisation = reader.value("organisation")
        division = reader.value("division")
        contract = reader.value("contract")
        date = reader.value("date")
        amount = reader.value("amountFen")
        voucher = reader.optional("voucher")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("receivable", receivable)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("contract", contract)
        writer.put("date", date)
        writer.put("amountFen", amount)
        writer.put("voucher", voucher)
    }
}

/// Money has arrived for an instalment, in whole or in part.
package struct InstalmentSettled: EventPayload, Hashable {
    package static let name = "instalmentSettled"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let number: Int64
    package let due: CivilDate
    /// The whole instalment.
    package let instalment: Money
    /// This payment.
    package let amount: Money
    /// Everything paid of the instalment, this payment included.
    package let paid: Money
    package let date: CivilDate
    package let bankReference: String
    package let voucher: VoucherID?

    init(
        _ receivable: Receivable, _ part: Receivable.Part, amount: Money, date: CivilDate, bankReference: String,
        voucher: VoucherID?
    ) {
        self.receivable = receivable.id
        organisation = receivable.organisation
        division = receivable.division
        contract = receivable.contract
        number = part.number
        due = part.due
        instalment = part.amount
        self.amount = amount
        paid = part.paid + amount
        self.date = date
        self.bankReference = bankReference
        self.voucher = voucher
    }

    package init(reading reader: inout FieldReader) {
        receivable = reader.value("receivable")
        organisation = reader.value("organisation")
        division = reader.value("division")
        contract = reader.value("contract")
        number = reader.value("number")
        due = reader.value("due")
        instalment = reader.value("instalmentFen")
        amount = reader.value("amountFen")
        paid = reader.value("paidFen")
        date = reader.value("date")
        bankReference = reader.value("bankReference")
        voucher = reader.optional("voucher")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("receivable", receivable)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("contract", contract)
        writer.put("number", number)
        writer.put("due", due)
        writer.put("instalmentFen", instalment)
        writer.put("amountFen", amount)
        writer.put("paidFen", paid)
        writer.put("date", date)
        writer.put("bankReference", bankReference)
        writer.put("voucher", voucher)
    }
}
