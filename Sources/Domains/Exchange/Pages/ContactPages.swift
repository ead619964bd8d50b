import Kernel
import Registry
import Storage
import Web

/// How the station is reached, as the last part of a lot's page.
struct ContactSection {
    let contact: StationContact

    var section: Section {
        Section(
            ContactText.reach,
            [
                FactList([
                    .init(ContactText.office, "\(contact.office)"),
                    .init(
                        ContactText.phone,
                        "<a href=\"tel:\(contact.phone.filter { !$0.isWhitespace })\">\(contact.phone)</a>"),
                    .init(ContactText.address, "\(contact.address)"),
                    .init(ContactText.hours, contact.hours.map { "\($0)" }),
                ])
            ])
    }
}

/// Where a bidder pays the deposit, how much, until when and with which reference.
struct DepositSlip {
    let row: BidderLine
    let deposit: StationContact.Deposit
    let closesAt: Instant?

    /// Nil once the deposit has arrived, and where no account is published.
    static func read(for row: BidderLine, in tx: any ReadTransaction) throws -> DepositSlip? {
        guard [.required, .declared].contains(row.deposit), row.lotState == .listed,
            let line = try LotQueries.findLine(row.lot, in: tx),
            let deposit = try ContactQueries.find(for: line.village, in: tx)?.deposit
        else { return nil }
        return DepositSlip(row: row, deposit: deposit, closesAt: line.closesAt)
    }

    func section(_ request: PageRequest) -> Section {
        Section(
            ContactText.payTo,
            [
                Paragraph(ContactText.step(2, of: 4, ContactText.pay)),
                FactList([
                    .init(ExchangeText.Field.lot, HTML.link(row.lotName, to: "/lots/\(row.lot)")),
                    .init(ContactText.amount, "<strong>\(request.format.money(row.depositDue))</strong>"),
                    .init(ContactText.payee, "\(deposit.payee)"), .init(ContactText.bank, "\(deposit.bank)"),
                    .init(ContactText.account, "<code>\(deposit.account)</code>"),
                    .init(ContactText.remark, "<code>\(row.bidder)</code>"),
                    .init(ContactText.until, closesAt.map { HTML.time($0, request.language) }),
                ]),
                Paragraph(ContactText.sameAccount),
            ])
    }
}

/// The form in which a county publishes how a station is reached.
enum ContactForm {
    static func route(_ database: any Database) -> Route {
        Route(
            "/exchange/contact", PublishContact.title, .roles(PublishContact.access.roles),
            .form(
                command: PublishContact.fullName,
                page: { request in
                    guard let county = request.principal?.division else { return .notFound }
                    return .page(try database.read { try page(request, county, in: $0) })
                }, done: { _, _ in "/exchange/desk" }))
    }

    private static func page(_ request: PageRequest, _ county: DivisionID, in tx: any ReadTransaction) throws -> Page {
        let known = try ContactQueries.find(for: county, in: tx)
        let townships = try DivisionQueries.list(.township, within: county, limit: 500, in: tx)
        let here = try DivisionQueries.find(county, in: tx).map { [$0] } ?? []
        let places = (here + townships).map { FormField.Option($0.id.text, $0.name) }
        return Page(
            ContactText.publish, request,
            [
                Headline(ContactText.question, answer: "\(known?.office ?? "")"),
                FormBuilder(
                    request, submit: ContactText.publish, note: ContactText.note,
                    [
                        .choice("division", ContactText.place, places, value: county.text),
                        .text("office", ContactText.office, value: known?.office ?? ""),
                        .text("phone", ContactText.phone, value: known?.phone ?? "", limit: 40),
                        .text("address", ContactText.address, value: known?.address ?? ""),
                        .text("hours", ContactText.hours, optional: true, value: known?.hours ?? ""),
                        .text("payee", ContactText.payee, optional: true, value: known?.deposit?.payee ?? ""),
                        .text("bank", ContactText.bank, optional: true, value: known?.deposit?.bank ?? ""),
                        .text("account", ContactText.account, optional: true, value: known?.deposit?.account ?? ""),
                    ]),
            ])
    }
}
