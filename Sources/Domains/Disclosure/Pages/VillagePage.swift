import Kernel
import Registry
import Storage
import Web

/// The page of a village: what it owns, who rents it, until when, at what price, paid or not. Everything on it is public:
/// natural persons appear covered, as the register hands them out.
struct VillagePage {
    let division: Division
    let path: [Division]
    let assets: [AssetLine]
    let contracts: [ContractLine]
    let payments: [ContractID: [Payment]]
    let notices: [Notice]
    let today: CivilDate

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let division = try DivisionQueries.find(id, in: tx)
        else { return nil }
        self.division = division
        today = request.now.date
        path = try DivisionQueries.listPath(to: division, in: tx)
        assets = try AssetQueries.list(within: id, in: tx)
        contracts = try ContractQueries.list(within: id, in: tx)
        payments = try PaymentQueries.list(of: contracts.map(\.contract.id), in: tx)
        notices = try NoticeQueries.list(of: id, limit: 20, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            named: division.name, request,
            [
                crumbs, headline(request), actions(request), Section(PageText.assets, [assetTable(request)]),
                Section(PageText.payments, [paymentTable(request)]),
                Section(PageText.notices, [NoticeTable.table(notices, request)]),
            ])
    }

    private var crumbs: Breadcrumb {
        Breadcrumb(
            path.map { Breadcrumb.Crumb($0.name, $0.id == division.id ? nil : "/villages/\($0.id)") })
    }

    private func headline(_ request: PageRequest) -> Headline {
        let leased = assets.count { $0.asset.status(on: today) == .leased }
        let answer = PageText.villageAnswer(
            assets: request.format.count(assets.count), leased: request.format.count(leased))
        return Headline(PageText.whatDoesItOwn, answer: answer, note: paidNote(request), in: request.language)
    }

    private func paidNote(_ request: PageRequest) -> Message {
        let due = payments.values.joined().filter { $0.due <= today }
        guard !due.isEmpty else { return PageText.nothingDue }
        let amount = due.reduce(Money.zero) { $0 + $1.amount }
        let paid = due.reduce(Money.zero) { $0 + $1.paid }
        let late = due.filter { $0.standing(on: today) == .overdue }.reduce(Money.zero) { $0 + $1.amount - $1.paid }
        let (dueText, paidText) = (request.format.money(amount), request.format.money(paid))
        if late == .zero { return PageText.villagePaid(paidText, of: dueText) }
        return PageText.villageOverdue(paidText, of: dueText, request.format.money(late))
    }

    /// A notice is put up only by a desk whose place the village belongs to.
    private func actions(_ request: PageRequest) -> ActionBar {
        let mayAnnounce =
            request.principal.map { principal in
                OpenNotice.access.roles.contains(principal.role)
                    && (principal.division == .root || path.contains { $0.id == principal.division })
            } ?? false
        let announce = Action(PageText.announce, to: "/villages/\(division.id)/announce")
        return ActionBar(mayAnnounce ? [announce] : [])
    }

    private func assetTable(_ request: PageRequest) -> DataTable {
        let rows = assets.map { line -> [HTML] in
            let status = line.asset.status(on: today)
            let isLet = status == .leased
            let price = line.unitPrice.map { request.format.money($0) }
            return [
                HTML(text: line.asset.name), HTML(text: line.asset.area.map { request.format.area($0) } ?? ""),
                Tag(PageText.status(status), tone(status)).html(request.language),
                HTML(text: isLet ? line.lesseeName ?? "" : ""),
                HTML(text: isLet ? line.contractEnd.map { request.format.date($0) } ?? "" : ""),
                HTML(text: isLet ? price.map { line.asset.area == nil ? $0 : request(PageText.perMu($0)) } ?? "" : ""),
                isLet ? paidTag(line.contract, request) : "",
            ]
        }
        return DataTable(
            columns: [
                .init(PageText.asset), .init(PageText.area, .number), .init(PageText.status, .state),
                .init(PageText.tenant), .init(PageText.until, .number), .init(PageText.price, .number),
                .init(PageText.paidOrNot, .state),
            ], rows: rows, empty: EmptyState(PageText.noAssets))
    }

    private func tone(_ status: AssetStatus) -> Tag.Tone {
        switch status {
        case .idle: .neutral
        case .reserved: .active
        case .leased: .good
        case .disputed: .bad
        }
    }

    /// The worst of the contract's instalments that are due: one in arrears makes the contract one in arrears.
    private func paidTag(_ contract: ContractID?, _ request: PageRequest) -> HTML {
        let standings = (contract.flatMap { payments[$0] } ?? []).map { $0.standing(on: today) }
        guard !standings.isEmpty else { return "" }
        let worst = Payment.Standing.worstFirst.first { standings.contains($0) } ?? .ahead
        return worst.tag.html(request.language)
    }

    private func paymentTable(_ request: PageRequest) -> DataTable {
        let rows = contracts.flatMap { line in
            (payments[line.contract.id] ?? []).map { payment in
                [
                    HTML(text: line.assetName), HTML(text: line.lesseeName),
                    HTML(text: request.format.count(payment.number)), HTML(text: request.format.date(payment.due)),
                    HTML(text: request.format.money(payment.amount)), HTML(text: request.format.money(payment.paid)),
                    HTML(text: payment.paidOn.map { request.format.date($0) } ?? ""),
                    payment.standing(on: today).tag.html(request.language),
                ]
            }
        }
        return DataTable(
            columns: [
                .init(PageText.asset), .init(PageText.tenant), .init(PageText.instalment, .number),
                .init(PageText.due, .number), .init(PageText.amount, .number), .init(PageText.paid, .number),
                .init(PageText.paidOn, .number), .init(PageText.paidOrNot, .state),
            ], rows: rows, empty: EmptyState(PageText.noPayments))
    }
}

extension Payment.Standing {
    static let worstFirst: [Payment.Standing] = [.overdue, .due, .partlyPaid, .paid, .ahead]

    var tag: Tag {
        let tone: Tag.Tone =
            switch self {
            case .paid: .good
            case .partlyPaid, .due: .warning
            case .overdue: .bad
            case .ahead: .neutral
            }
        return Tag(PageText.standing(self), tone)
    }
}
