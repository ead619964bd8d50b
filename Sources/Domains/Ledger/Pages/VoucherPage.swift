import Kernel
import Registry
import Storage
import Web

/// One voucher as it is printed and filed.
struct VoucherPage {
    let organisation: Organisation
    let voucher: Voucher
    let accounts: [AccountCode: BookAccount]
    let parties: [PartyID: String]
    /// What each contract lets, by which people call it.
    let contracts: [ContractID: String]
    /// Whether an electronic invoice was booked by it.
    let hasInvoice: Bool
    let warning: BudgetWarning
    /// The claim it booked, which has the photo of its paper.
    let claim: ClaimID?
    let originals: [VoucherOriginal]
    let resolution: Resolution?

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("voucher", as: VoucherName.self),
            let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
        else { return nil }
        self.organisation = organisation
        self.voucher = voucher
        hasInvoice = try !PrintQueries.invoices(of: voucher.id, in: tx).isEmpty
        claim = try ClaimQueries.find(bookedBy: voucher.id, in: tx)
        originals = try OriginalQueries.list(voucher.id, in: tx)
        resolution = try voucher.resolution.flatMap { try ResolutionQueries.find($0, in: tx) }
        warning = try BudgetWarning(posted: voucher.lines, on: voucher.date, organisation.id, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
        var parties: [PartyID: String] = [:]
        for party in Set(voucher.lines.compactMap(\.party)) {
            parties[party] = try PartyQueries.findDisplayName(party, in: tx)
        }
        self.parties = parties
        contracts = try VoucherQueries.things(of: Set(voucher.lines.compactMap(\.contract)), in: tx)
    }

    private var number: String { "\(voucher.month)-\(voucher.number)" }

    func page(_ request: PageRequest) -> Page {
        let debit = voucher.lines.reduce(Money.zero) { $0 + ($1.debit ?? .zero) }
        let answer = BookText.voucherAnswer(number, request.money(debit))
        return Page(
            named: "\(organisation.name) \(number)", request,
            [
                BookDesk.crumbs(organisation, request, BookText.vouchers),
                Headline(BookText.whatIsBooked, answer: answer, note: BookText.print, in: request.language),
            ] + warning.parts(request) + [
                facts(request), table(debit, request), actions(request),
                OriginalTable(originals: originals).section(request),
            ])
    }

    private func facts(_ request: PageRequest) -> FactList {
        func open(_ voucher: VoucherID?) -> HTML? {
            voucher.map { HTML.link($0.text, to: BookDesk.path(organisation.id, "/vouchers/\($0)")) }
        }
        var facts: [FactList.Fact] = [
            .init(BookText.organisation, HTML(text: organisation.name)),
            .init(BookText.date, HTML(text: request.format.date(voucher.date))),
            .init(BookText.summary, HTML(text: voucher.summary)),
            .init(BookText.origin, HTML(text: request(BookText.origin(voucher.origin)))),
            .init(BookText.attachments, HTML(text: request.format.count(voucher.attachments))),
            .init(BookText.maker, HTML(text: voucher.maker.text)),
            .init(BookText.reviewer, HTML(text: voucher.reviewer.text)),
        ]
        facts.append(.init(BookText.personOf, HTML(text: request(BookText.review(voucher.people)))))
        if let why = voucher.withoutPapers { facts.append(.init(BookText.withoutPapers, HTML(text: why))) }
        facts += SpendingFields.facts(resolution, voucher.filing, request)
        if let claim {
            let path = BookDesk.path(organisation.id, "/claims/\(claim)")
            facts.append(.init(ClaimText.claim, HTML.link(claim.text, to: path)))
        }
        if voucher.corrects != nil { facts.append(.init(BookText.corrects, open(voucher.corrects))) }
        if voucher.reverses != nil { facts.append(.init(BookText.reverses, open(voucher.reverses))) }
        if voucher.reversedBy != nil { facts.append(.init(BookText.reversedBy, open(voucher.reversedBy))) }
        return FactList(facts)
    }

    /// The thing that is let, and a door to its contract.
    private func contract(_ contract: ContractID?) -> HTML {
        guard let contract else { return "" }
        guard let thing = contracts[contract] else { return HTML(text: contract.text) }
        return HTML.link(thing, to: "/contracts/\(contract)")
    }

    private func table(_ total: Money, _ request: PageRequest) -> DataTable {
        let rows = voucher.lines.map { line in
            let name = accounts[line.account].map { request($0.name) } ?? ""
            return [
                HTML(text: "\(line.account) \(name)"),
                HTML(text: line.party.flatMap { parties[$0] } ?? ""), contract(line.contract),
                HTML(text: line.debit.map { request.money($0) } ?? ""),
                HTML(text: line.credit.map { request.money($0) } ?? ""),
            ]
        }
        let sum = HTML(text: request.money(total))
        return DataTable(
            columns: [
                .init(BookText.account), .init(BookText.party), .init(BookText.contract),
                .init(BookText.debit, .number), .init(BookText.credit, .number),
            ], rows: rows, totals: [HTML(text: request(BookText.total)), "", "", sum, sum])
    }

    private func actions(_ request: PageRequest) -> ActionBar {
        let path = BookDesk.path(organisation.id, "/vouchers/\(voucher.id)")
        var actions = [Action(PrintText.takePrint, to: path + "/print.pdf")]
        if hasInvoice { actions.append(Action(PrintText.takeBooking, to: path + "/booking.xml")) }
        if request.may(IndexOriginal.self) {
            actions.append(Action(LedgerText.indexOriginal, to: path + "/original"))
        }
        if request.may(DraftVoucher.self) {
            actions.append(
                Action(BookText.copy, to: BookDesk.path(organisation.id, "\(VoucherGrid.path)?copy=\(voucher.id)")))
        }
        if request.may(ReverseVoucher.self), voucher.origin == .manual, voucher.reversedBy == nil {
            actions.append(
                Action(BookText.reverse, to: BookDesk.path(organisation.id, "/vouchers/\(voucher.id)/reverse")))
            actions.append(
                Action(BookText.correct, to: BookDesk.path(organisation.id, "/vouchers/\(voucher.id)/correct")))
        }
        return ActionBar(actions)
    }
}
