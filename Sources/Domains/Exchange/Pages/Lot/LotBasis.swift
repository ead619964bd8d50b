import Kernel
import Registry
import Storage
import Web

/// What a desk decides a lot on: the papers and what is missing, the resolution, the guide price, what was objected, and
/// what the act itself would bring.
struct LotBasis: Sendable {
    /// A paper the lot needs, and how it stands.
    struct Need: Sendable, Hashable {
        enum Standing: Sendable, Hashable { case handedIn(String), inRegister, missing }

        let material: Material
        let standing: Standing
    }

    var needs: [Need] = []
    var resolution: Resolution?
    /// Per mu and year; nil where no guide price binds or another unit is asked.
    var floor: Money?
    /// What open objections say, by their number; nil where the words were destroyed or the board keeps them.
    var objections: [Int64: String?] = [:]
    /// Why the act would be refused now, whatever is typed.
    var refusal: Rejection?
    /// The notice or result as it would be published now.
    var draft: (title: Message, text: Message)?

    init() {}

    /// How many papers are missing.
    var missing: Int { needs.count { $0.standing == .missing } }
}

extension LotBasis {
    static func read(
        of view: LotView, for act: LotAct, _ request: PageRequest, _ desk: DeskReading, _ database: any Database
    ) throws -> LotBasis {
        var basis = LotBasis()
        try database.read { tx in
            if act.needsPapers { try basis.readPapers(of: view, on: request.now.date, in: tx) }
            if act.command == AnswerObjection.name { try basis.readObjections(to: view, desk, in: tx) }
        }
        guard let principal = request.principal, let command = act.bare(of: view, request.language) else {
            return basis
        }
        switch try desk.rehearse(command, principal) {
        case .failure(let rejection): basis.refusal = rejection
        case .success(let events): basis.draft = events.lazy.compactMap { Self.text(of: $0) }.first
        }
        return basis
    }

    private static func text(of event: any Event) -> (title: Message, text: Message)? {
        switch event {
        case let notice as NoticePublished:
            (Message(zh: notice.titleZh, en: notice.titleEn), Message(zh: notice.textZh, en: notice.textEn))
        case let result as ResultPublished:
            (Message(zh: result.titleZh, en: result.titleEn), Message(zh: result.textZh, en: result.textEn))
        default: nil
        }
    }

    private mutating func readPapers(of view: LotView, on day: CivilDate, in tx: any ReadTransaction) throws {
        guard let card = try AssetQueries.find(view.asset, in: tx) else { return }
        resolution = try view.resolution.flatMap { try ResolutionQueries.find($0, in: tx) }
        let list = Checklist(
            view.terms, SellerKind(right: card.right, households: card.households), on: day,
            hasResolution: resolution != nil)
        let papers = Dictionary(view.papers.map { ($0.material, $0.digest) }) { $1 }
        let missing = Set(list.missing(Set(papers.keys)))
        needs = list.rows.map { row in
            if let digest = papers[row.material] { return Need(material: row.material, standing: .handedIn(digest)) }
            return Need(material: row.material, standing: missing.contains(row.material) ? .missing : .inRegister)
        }
        if view.terms.priceUnit == .fenPerMuYear {
            floor = try GuidePriceQueries.findFloor(of: card.assetClass, at: card.division, on: day, in: tx)
        }
    }

    /// The words stand in the lot's own entries, sealed; whoever may answer may read them.
    private mutating func readObjections(to view: LotView, _ desk: DeskReading, in tx: any ReadTransaction) throws {
        let open = Set(view.objections.filter { $0.decision == nil }.map(\.number))
        for case let raised as ObjectionRaised in try desk.events(.lot(view.line.id), tx)
        where open.contains(raised.number) {
            objections[raised.number] = .some(raised.grounds?.content)
        }
    }
}
