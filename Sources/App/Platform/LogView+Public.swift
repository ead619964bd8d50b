import Disclosure
import EventLog
import Kernel

extension PublicLogSource {
    /// The log's two questions, answered from its view.
    init(_ log: LogView) {
        self.init(
            latest: { words, before, limit in
                let head = try log.head()
                let found = try log.leaves(matching: words, before: before ?? head.size, limit: limit)
                return PublicLog(
                    size: head.size, root: head.root.base64, at: head.at, checkpoint: head.checkpoint,
                    verifierKey: log.verifier.text,
                    entries: found.leaves.map { PublicLog.Entry($0.index, $0.leaf) }, earlier: found.earlier,
                    days: try log.checkpoints().map { PublicLog.Day(day: $0.day, checkpoint: $0.checkpoint) })
            },
            entry: { index in
                guard let bytes = try log.leaf(index), let receipt = try log.receipt(index) else { return nil }
                return PublicEntry(
                    entry: PublicLog.Entry(index, try Leaf(decoding: bytes)),
                    leaf: String(decoding: bytes, as: UTF8.self),
                    proof: String(decoding: receipt.bytes, as: UTF8.self))
            })
    }
}

extension PublicLog.Entry {
    fileprivate init(_ index: Int64, _ leaf: Leaf) {
        self.init(
            index: index, at: leaf.at, kind: leaf.kind, stream: leaf.stream.description, office: leaf.office?.text,
            role: leaf.role, division: leaf.division)
    }
}
