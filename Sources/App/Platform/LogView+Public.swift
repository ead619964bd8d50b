import Disclosure
import EventLog
import Kernel
import Registry
import Storage

extension PublicLogSource {
    /// The log's two questions, answered from its view.
    init(_ log: LogView, _ database: any Database, _ modules: ModuleSet) {
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
                    formerKeys: log.keys.former.map { "\($0.key.text) \($0.size)" },
                    entries: try database.read { tx in
                        try found.leaves.map { try PublicLog.Entry(inWords: $0.index, $0.leaf, modules, tx) }
                    }, earlier: found.earlier,
                    days: try log.checkpoints().map { PublicLog.Day(day: $0.day, checkpoint: $0.checkpoint) })
            },
            entry: { index in
                guard let bytes = try log.leaf(index), let receipt = try log.receipt(index) else { return nil }
                return PublicEntry(
                    entry: try database.read { tx in
                        try PublicLog.Entry(inWords: index, try Leaf(decoding: bytes), modules, tx)
                    },
                    leaf: String(decoding: bytes, as: UTF8.self),
                    proof: String(decoding: receipt.bytes, as: UTF8.self),
                    isProved: (try? receipt.verified(by: log.verifier, entry: bytes)) != nil)
            })
    }
}

extension PublicLog.Entry {
    /// With its desk, act and thing in words, and the page of the thing.
    fileprivate init(inWords index: Int64, _ leaf: Leaf, _ modules: ModuleSet, _ tx: any ReadTransaction) throws {
        self.init(
            index: index, at: leaf.at, kind: leaf.kind, stream: leaf.stream.description,
            office: leaf.role.isPrivate ? nil : leaf.office?.text, role: leaf.role, division: leaf.division)
        let desk: Message
        switch role {
        case .bidder: desk = LogWords.somebody
        case .villager: desk = LogWords.villager
        case .system: desk = LogWords.clock
        default:
            let title = try office.flatMap { OfficeID($0) }.flatMap { try OfficeQueries.find($0, in: tx)?.title }
            desk = (title ?? office).map { Message(zh: $0, en: $0) } ?? role.label
        }
        let thing = try modules.findThing(on: leaf.stream, in: tx)
        place = try division.flatMap { try DivisionQueries.find($0, in: tx)?.name }
        sentence = .init(desk: desk, act: LogWords.act(kind), thing: thing?.name ?? "", path: thing?.path)
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
