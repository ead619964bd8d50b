import Disclosure
import EventLog
import Exchange
import Kernel
import Ledger
import Registry
import Storage

extension PublicLogSource {
    /// The log's two questions, answered from its view.
    init(_ log: LogView, _ database: any Database) {
        self.init(
            latest: { choice, before, limit in
                let head = try log.head()
                let end = before ?? head.size
                let found =
                    switch choice {
                    case .all: try log.leaves(matching: nil, before: end, limit: limit)
                    case .stream(let stream): try log.leaves(of: stream, before: end, limit: limit)
                    case .words(let words):
                        try log.leaves(
                            matching: words, kinds: LogWords.kinds(saying: words),
                            places: try database.read { try LogView.places(named: words, in: $0) }, before: end,
                            limit: limit)
                    }
                return PublicLog(
                    size: head.size, root: head.root.base64, at: head.at, checkpoint: head.checkpoint,
                    verifierKey: log.verifier.text,
                    entries: try database.read { tx in
                        try found.leaves.map { try PublicLog.Entry($0.index, $0.leaf).inWords(tx) }
                    }, earlier: found.earlier,
                    days: try log.checkpoints().map { PublicLog.Day(day: $0.day, checkpoint: $0.checkpoint) })
            },
            entry: { index in
                guard let bytes = try log.leaf(index), let receipt = try log.receipt(index) else { return nil }
                return PublicEntry(
                    entry: try database.read { tx in
                        try PublicLog.Entry(index, try Leaf(decoding: bytes)).inWords(tx)
                    },
                    leaf: String(decoding: bytes, as: UTF8.self),
                    proof: String(decoding: receipt.bytes, as: UTF8.self),
                    isProved: (try? receipt.verified(by: log.verifier, entry: bytes)) != nil)
            })
    }
}

extension PublicLog.Entry {
    fileprivate init(_ index: Int64, _ leaf: Leaf) {
        self.init(
            index: index, at: leaf.at, kind: leaf.kind, stream: leaf.stream.description,
            office: leaf.role.isPrivate ? nil : leaf.office?.text, role: leaf.role, division: leaf.division)
    }
}

extension PublicLog.Entry {
    /// The same with its desk, act and thing in words, and the page of the thing.
    fileprivate func inWords(_ tx: any ReadTransaction) throws -> PublicLog.Entry {
        var entry = self
        let desk: Message
        switch role {
        case .bidder: desk = LogWords.somebody
        case .villager: desk = LogWords.villager
        case .system: desk = LogWords.clock
        default:
            let title = try office.flatMap { OfficeID($0) }.flatMap { try OfficeQueries.find($0, in: tx)?.title }
            desk = (title ?? office).map { Message(zh: $0, en: $0) } ?? role.label
        }
        let thing = try thing(tx)
        let act = LogWords.act(kind)
        entry.place = try division.flatMap { try DivisionQueries.find($0, in: tx)?.name }
        entry.sentence = .init(desk: desk, act: act, thing: thing?.name ?? "", path: thing?.path)
        return entry
    }

    fileprivate func thing(_ tx: any ReadTransaction) throws -> (name: String, path: String?)? {
        let parts = stream.split(separator: "/", maxSplits: 1).map { String($0) }
        guard parts.count == 2 else { return nil }
        let (kind, id) = (parts[0], parts[1])
        switch kind {
        case "lot":
            let line = try LotID(id).flatMap { try LotQueries.findLine($0, in: tx) }
            return line.map { ($0.assetName, $0.closesAt == nil ? nil : "/lots/\(id)") }
        case "bidder":
            // For which lot somebody registered is confidential until the paddles are dealt: counting entries must not tell
            // how many rivals there are (record 0051).
            let line = try BidderID(id).flatMap { try BidderQueries.findLine($0, in: tx) }
            return line.flatMap { $0.paddle > 0 ? ($0.lotName, "/lots/\($0.lot)") : nil }
        case "asset":
            return try AssetID(id).flatMap { try AssetQueries.find($0, in: tx) }.map { ($0.name, "/assets/\(id)") }
        case "contract", "payments":
            let line = try ContractID(id).flatMap { try ContractQueries.findLine($0, in: tx) }
            return line.map { ($0.assetName, "/contracts/\(id)") }
        case "books", "organisation":
            let body = try OrganisationID(id).flatMap { try OrganisationQueries.find($0, in: tx) }
            return body.map { ($0.name, kind == "books" ? "/places/\($0.division)#money" : "/organisations/\(id)") }
        case "notice":
            return try NoticeID(id).flatMap { try NoticeQueries.find($0, in: tx) }.map {
                ($0.title.zh, "/notices/\(id)")
            }
        case "office":
            return try OfficeID(id).flatMap { try OfficeQueries.find($0, in: tx) }.map { ($0.title, nil) }
        default: return nil
        }
    }
}

extension Installation {
    /// The name of what an entry of the log is about, as the log's page has it; nil where it names nothing.
    package func findThing(ofEntry index: Int64) throws -> String? {
        guard let bytes = try log.leaf(index) else { return nil }
        let leaf = try Leaf(decoding: bytes)
        return try database.read { try PublicLog.Entry(index, leaf).thing($0)?.name }
    }
}

extension LogView {
    /// The places that are called so, and all below them; at most a county's worth.
    fileprivate static func places(named words: String, in tx: any ReadTransaction) throws -> Set<DivisionID> {
        let named = try DivisionQueries.search(words, limit: 5, in: tx).map(\.division)
        let below = try named.flatMap { try DivisionQueries.list(.village, within: $0.id, in: tx) }
        return Set((named + below).map(\.id))
    }
}
