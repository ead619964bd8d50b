package import EventLog
package import Foundation
package import Kernel
package import Storage

/// The size and root of the log after a commit.
package struct Head: Sendable, Hashable {
    package let size: Int64
    package let root: Hash
    /// The last sequenced instant.
    package let at: Instant
    /// The signed note (C2SP tlog-checkpoint).
    package let checkpoint: String
}

extension StoredHead {
    var published: Head { Head(size: range.size, root: range.root, at: lastAt, checkpoint: checkpoint) }
}

/// The log as the public reads it. Every call is one read of the store and sees one consistent head.
package struct LogView: Sendable {
    private let database: any Database
    /// The keys checkpoints verify with: the present one, and those of before.
    package let keys: LogKeys
    /// The present one.
    package var verifier: VerifierKey { keys.present }
    /// What desks may read of it beyond the leaves.
    package let desk: DeskReading
    /// 32 bytes of this installation for a purpose: always the same, and nobody else's (record 0453).
    let secret: @Sendable (String) -> [UInt8]
    /// The folder of the house, for what stands beside its store; nil where only the log is looked at.
    let folder: URL?

    package init(
        database: any Database, keys: LogKeys, desk: DeskReading = .none,
        secret: @escaping @Sendable (String) -> [UInt8] = { _ in [] }, folder: URL? = nil
    ) {
        self.database = database
        self.keys = keys
        self.desk = desk
        self.secret = secret
        self.folder = folder
    }

    package func head() throws -> Head {
        try database.read { try storedHead(in: $0).published }
    }

    /// The last checkpoint of each day that has ended, the latest first.
    package func checkpoints() throws -> [(day: String, checkpoint: String)] {
        try database.read { tx in
            try LogStore.listDays(in: tx).reversed().map { ($0.day, $0.checkpoint) }
        }
    }

    /// A tile of hashes (C2SP tlog-tiles); `width` 256 for a full one. Nil when the log is not that far.
    package func tile(level: Int, index: Int64, width: Int) throws -> [UInt8]? {
        try database.read { tx in
            guard let tile = try tile(level, index, width, in: tx) else { return nil }
            return Tile(id: tile, hashes: try StoredTiles(tx: tx).hashes(of: tile)).bytes
        }
    }

    /// A bundle of leaves, each after its length in two bytes.
    package func entries(index: Int64, width: Int) throws -> [UInt8]? {
        try database.read { tx in
            guard let tile = try tile(0, index, width, in: tx) else { return nil }
            let first = tile.index * Int64(TileID.fullWidth)
            var leaves: [[UInt8]] = []
            try LogStore.each(from: first, to: first + Int64(width), in: tx) { _, _, leaf in leaves.append(leaf) }
            return EntryBundle.bytes(of: leaves)
        }
    }

    /// The canonical bytes of one leaf; nil beyond the log.
    package func leaf(_ index: Int64) throws -> [UInt8]? {
        try database.read { try LogStore.leaf(index, in: $0) }
    }

    /// The canonical bytes of at most `limit` leaves from `first` on, in the order of their commits; empty beyond the log.
    package func bytes(from first: Int64, limit: Int64) throws -> [[UInt8]] {
        try database.read { tx in
            let size = try storedHead(in: tx).range.size
            let start = max(0, first)
            guard start < size, limit > 0 else { return [] }
            var leaves: [[UInt8]] = []
            let end = start + min(size - start, limit)
            try LogStore.each(from: start, to: end, in: tx) { _, _, leaf in leaves.append(leaf) }
            return leaves
        }
    }

    /// The latest entries before `end` whose act, object, desk or place holds `words` (nil: all) or which are of `kinds` or at
    /// `places`, latest first; and where
    /// to go on. One call looks at `most` entries at the most, so that a rare word costs nobody else their page.
    func leaves(
        matching words: String?, kinds: Set<String> = [], places: Set<DivisionID> = [], before end: Int64, limit: Int,
        most: Int64 = 20_000
    ) throws -> (leaves: [(index: Int64, leaf: Leaf)], earlier: Int64?) {
        try database.read { tx in
            var leaves: [(index: Int64, leaf: Leaf)] = []
            var next = max(0, min(end, try storedHead(in: tx).range.size))
            let last = max(0, next - most)
            while next > last, leaves.count < limit {
                let first = max(last, next - Int64(limit))
                var window: [(index: Int64, leaf: Leaf)] = []
                try LogStore.each(from: first, to: next, in: tx) { index, _, bytes in
                    let leaf = try Leaf(decoding: bytes)
                    let fits =
                        words.map(leaf.mentions) ?? true || kinds.contains(leaf.kind)
                        || leaf.division.map(places.contains) ?? false
                    if fits { window.append((index, leaf)) }
                }
                leaves += window.reversed().prefix(limit - leaves.count)
                next = leaves.count == limit ? leaves.last?.index ?? first : first
            }
            return (leaves, next > 0 ? next : nil)
        }
    }

    /// The latest entries of one stream before `end`, latest first; and where to go on.
    func leaves(of stream: String, before end: Int64, limit: Int) throws -> (
        leaves: [(index: Int64, leaf: Leaf)], earlier: Int64?
    ) {
        try database.read { tx in
            var leaves: [(index: Int64, leaf: Leaf)] = []
            try LogStore.eachLatest(of: stream, before: end, limit: limit + 1, in: tx) { index, bytes in
                leaves.append((index, try Leaf(decoding: bytes)))
            }
            let isMore = leaves.count > limit
            return (Array(leaves.prefix(limit)), isMore ? leaves[limit - 1].index : nil)
        }
    }

    /// What a person takes home to prove one entry: a `.tlog-proof` under the present checkpoint. Nil beyond the log.
    package func receipt(_ index: Int64) throws -> Receipt? {
        try database.read { tx in
            let head = try storedHead(in: tx)
            guard index >= 0, index < head.range.size, let leaf = try LogStore.leaf(index, in: tx) else { return nil }
            var reader = TreeReader(StoredTiles(tx: tx), size: head.range.size)
            let signed = try SignedCheckpoint(opening: Array(head.checkpoint.utf8), by: verifier)
            return Receipt(entry: leaf, proof: try reader.inclusionProof(of: index), checkpoint: signed)
        }
    }

    /// Writes the log as static files into `directory`; says how many entries.
    package func export(to directory: String) throws -> Int64 {
        try database.read { tx in
            let head = try storedHead(in: tx)
            var writer = try StaticLogWriter(directory: directory)
            try LogStore.each(from: 0, to: head.range.size, in: tx) { _, _, leaf in try writer.append(leaf) }
            try writer.finish(try SignedCheckpoint(opening: Array(head.checkpoint.utf8), by: verifier))
            return head.range.size
        }
    }

    private func storedHead(in tx: any ReadTransaction) throws -> StoredHead {
        guard let head = try LogStore.findHead(in: tx) else {
            throw InstallationRefusal(InstallationText.headUnreadable)
        }
        return head
    }

    private func tile(_ level: Int, _ index: Int64, _ width: Int, in tx: any ReadTransaction) throws -> TileID? {
        guard (0..<8).contains(level), index >= 0, (1...TileID.fullWidth).contains(width),
            let present = TileID.width(level: level, index: index, size: try storedHead(in: tx).range.size),
            present >= width
        else { return nil }
        return TileID(level: level, index: index, width: width)
    }
}

extension Leaf {
    /// Whether its act, object, desk or place holds `words`.
    fileprivate func mentions(_ words: String) -> Bool {
        kind.contains(words) || stream.description.contains(words) || division?.text == words
            || (office.map { !role.isPrivate && $0.text.contains(words) } ?? false)
    }
}
