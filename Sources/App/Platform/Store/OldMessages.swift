import EventLog
import Kernel
import Labour
import Storage

/// The table of messages of a store that had none (record 0458).
enum OldMessages {
    static func fill(in tx: any WriteTransaction) throws {
        var entries: [Leaf] = []
        try LogStore.each(from: 0, to: Int64.max, in: tx) { _, _, bytes in
            if let leaf = try? Leaf(decoding: bytes), MessageFill.kinds.contains(leaf.kind) { entries.append(leaf) }
        }
        for leaf in entries { try MessageFill.fill(leaf.kind, leaf.fields, at: leaf.at, in: tx) }
    }
}
