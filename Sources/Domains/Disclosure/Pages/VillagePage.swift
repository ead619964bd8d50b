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
    let today: CivilDate

    init?(_ id: DivisionID, on day: CivilDate, in tx: any ReadTransaction) throws {
        guard let division = try DivisionQueries.find(id, in: tx) else { return nil }
        self.division = division
        today = day
        path = try DivisionQueries.listPath(to: division, in: tx)
        assets = try AssetQueries.list(within: id, in: tx)
        contracts = try ContractQueries.list(within: id, in: tx)
        payments = try PaymentQueries.list(of: contracts.map(\.contract.id), in: tx)
    }

    /// Who rents what, whether it is paid, and all instalments; the rest of the page is other rooms'.
    func face(_ request: PageRequest) -> PlaceFace {
        PlaceFace(
            parts: [
                .init(10, Section(FrontText.whoRents, anchor: "payments", [assetTable(request)])),
                .init(20, Section(PageText.payments, [instalments(request)])),
            ], actions: actions(request))
    }

    /// A long list is folded: the table above has the answer.
    private func instalments(_ request: PageRequest) -> any Component {
        let table = paymentTable(request)
        let count = payments.values.reduce(0) { $0 + $1.count }
        return count > 8 ? Details(FrontText.moreRows(request.format.count(count)), [table]) : table
    }

    /// A notice is put up only by a desk whose place the village belongs to.
    private func actions(_ request: PageRequest) -> [Action] {
        let mayAnnounce =
            request.principal.map { principal in
                OpenNotice.access.roles.contains(principal.role)
                    && (principal.division == .root || path.contains { $0.id == principal.division })
            } ?? false
        return mayAnnounce ? [Action(PageText.announce, to: "/villages/\(division.id)/announce")] : []
    }

    private func assetTable(_ request: PageRequest) -> DataTable {
        let rows = assets.map { line -> [HTML] in
            let status = line.asset.status(on: today)
            let isLet = status == .leased
            let price = line.unitPrice.map { request.format.money($0) }
            return [
                .link(line.asset.name, to: "/assets/\(line.asset.id)"),
                HTML(text: line.asset.area.map { request.format.area($0) } ?? ""),
                Tag(PageText.status(status), tone(status)).html(request.language),
                isLet ? tenant(line) : "",
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

    /// The name leads to the contract.
    private func tenant(_ line: AssetLine) -> HTML {
        let name = line.lesseeName ?? ""
        return line.contract.map { HTML.link(name, to: "/contracts/\($0)") } ?? HTML(text: name)
    }

    private func tone(_ status: AssetStatus) -> Tag.Tone {
        switch status {
        case .idle: .neutral
        case .reserved: .active
        case .leased: .good
        case .disputed: .bad
        case .retired: .neutral
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
                    .link(line.assetName, to: "/contracts/\(line.contract.id)"), HTML(text: line.lesseeName),
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
