import Kernel
import Registry
import Storage
import Web

/// By which contracts a facility is run, and how their instalments stand: the register's contracts, the public board's payments.
struct OperatorSection {
    struct Line {
        let contract: ContractLine
        let instalments: [Instalment]
        let standings: [Int64: Tag]
    }

    let facility: FacilityLine
    let lines: [Line]
    private let link: Action?
    private let mayUnlink: Bool

    init(
        _ facility: FacilityLine, _ request: PageRequest, standings: InstalmentStandings?, in tx: any ReadTransaction
    ) throws {
        self.facility = facility
        let today = request.now.date
        lines = try UpkeepQueries.contracts(of: facility.id, in: tx).map { contract in
            Line(
                contract: contract, instalments: try ContractQueries.listInstalments(of: contract.contract.id, in: tx),
                standings: try standings?(contract.contract.id, today, tx) ?? [:])
        }
        link = try LinkContract.action(
            to: "/environment/facilities/\(facility.id)/contracts/new", for: request, at: facility.place, in: tx)
        mayUnlink = try UnlinkContract.isOffered(to: request, at: facility.place, in: tx)
    }

    func parts(_ request: PageRequest) -> [any Component] {
        let format = request.format
        let rows = lines.map { line -> [HTML] in
            let contract = line.contract.contract
            let path = Links.path("/contracts/{id}", ["id": contract.id.text])
            let due = line.instalments.filter { $0.due <= request.now.date }
            let unlink =
                mayUnlink
                ? HTML.link(
                    request(OperatorText.unlink),
                    to: "/environment/facilities/\(facility.id)/contracts/\(contract.id)/unlink") : ""
            return [
                HTML.link(line.contract.assetName, to: path),
                HTML(text: "\(line.contract.lessorName) — \(line.contract.lesseeName)"),
                HTML(text: "\(format.date(contract.start)) – \(format.date(contract.end))"),
                HTML(text: format.money(contract.total)), HTML(text: Self.sum(due, format)),
                standing(line, request), unlink,
            ]
        }
        let table = DataTable(
            columns: [
                .init(OperatorText.contract), .init(OperatorText.parties), .init(OperatorText.term),
                .init(OperatorText.total, .number), .init(OperatorText.fallenDue, .number),
                .init(OperatorText.standing, .state), .init(EnvironmentText.act),
            ], rows: rows, empty: EmptyState(OperatorText.none))
        let note: [any Component] = lines.isEmpty ? [] : [Paragraph(OperatorText.note)]
        return [Section(OperatorText.section, [table] + note + [ActionBar([link].compactMap(\.self))])]
    }

    /// The instalments of each standing with their sum, in the order they come due.
    private func standing(_ line: Line, _ request: PageRequest) -> HTML {
        var groups: [(tag: Tag, parts: [Instalment])] = []
        for part in line.instalments {
            guard let tag = line.standings[part.number] else { continue }
            let shown = tag.html(request.language).markup
            if let at = groups.firstIndex(where: { $0.tag.html(request.language).markup == shown }) {
                groups[at].parts.append(part)
            } else {
                groups.append((tag, [part]))
            }
        }
        guard !groups.isEmpty else { return HTML(text: request(OperatorText.notShown)) }
        return HTML.joined(
            groups.map { group -> HTML in
                let words = OperatorText.count(group.parts.count, Self.sum(group.parts, request.format))
                return "\(group.tag.html(request.language)) \(request(words))"
            }, by: "; ")
    }

    private static func sum(_ parts: [Instalment], _ format: Format) -> String {
        format.money(fen: parts.reduce(0) { Whole.clamped($0 + $1.amount.fen) })
    }
}
