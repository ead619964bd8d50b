import Foundation

/// A log as plain files in a directory, laid out as C2SP tlog-tiles says: what a web server, a mirror or a USB stick
/// carries. Reads a bundle at a time.
package struct StaticLog: TileSource, Sendable {
    package let directory: String

    package init(at directory: String) {
        self.directory = directory
    }

    /// The checkpoint, opened with the log's key.
    package func checkpoint(by log: some LogSigners) throws(LogFault) -> SignedCheckpoint {
        try SignedCheckpoint(opening: try read("checkpoint"), by: log)
    }

    package func hashes(of tile: TileID) throws(LogFault) -> [Hash] {
        let file = try readTile(tile.width, tile.path) { TileID(level: tile.level, index: tile.index, width: $0).path }
        guard let hashes = Tile.hashes(of: file.bytes), hashes.count == file.width else {
            throw .malformedTile(path: tile.path)
        }
        return Array(hashes.prefix(tile.width))
    }

    /// The first `width` entries of bundle `index`.
    package func entries(bundle index: Int64, width: Int) throws(LogFault) -> [[UInt8]] {
        let path = TileID.bundlePath(index: index, width: width)
        let file = try readTile(width, path) { TileID.bundlePath(index: index, width: $0) }
        guard let entries = EntryBundle.entries(of: file.bytes), entries.count == file.width else {
            throw .malformedBundle(path: path)
        }
        return Array(entries.prefix(width))
    }

    /// Recomputes everything from the entries. Returns the checkpoint the log was found to match.
    @discardableResult
    package func verify(
        by log: some LogSigners, checksLeaves: Bool = true, progress: (_ entries: Int64) -> Void = { _ in }
    ) throws -> Checkpoint {
        let (head, handovers) = try opened(by: log)
        var verifier = LogVerifier(
            size: head.size, tiles: self, checkpoints: [head] + handovers, checksLeaves: checksLeaves)
        var index: Int64 = 0
        while let width = TileID.width(level: 0, index: index, size: head.size) {
            for entry in try entries(bundle: index, width: width) { try verifier.take(entry, at: verifier.size) }
            index += 1
            progress(verifier.size)
        }
        _ = try verifier.finish()
        return head
    }

    /// Recomputes both logs and checks that `newer` continues this one. Throws `inconsistent` with the first entry that
    /// was changed or dropped.
    package func verify(
        continuedBy newer: StaticLog, by log: some LogSigners, checksLeaves: Bool = true
    ) throws -> (old: Checkpoint, new: Checkpoint) {
        let old = try verify(by: log, checksLeaves: checksLeaves)
        let new = try newer.verify(by: log, checksLeaves: checksLeaves)
        guard old.size <= new.size else {
            let entry = try firstDifference(from: newer, size: new.size) ?? new.size
            throw LogFault.inconsistent(oldSize: old.size, newSize: new.size, entry: entry)
        }
        // An empty log is the beginning of every log; there is nothing a proof could show.
        guard old.size > 0 else { return (old, new) }
        var reader = TreeReader(newer, size: new.size)
        guard try reader.consistencyProof(from: old.size).holds(oldRoot: old.root, newRoot: new.root) else {
            let entry = try firstDifference(from: newer, size: old.size)
            throw LogFault.inconsistent(oldSize: old.size, newSize: new.size, entry: entry)
        }
        return (old, new)
    }

    /// The checkpoint, and what it was reached by: where none of the keys signed it, the entries say which key took over
    /// from which (decision record 0399), each signed by the one before. Whether they are the log's is for the caller to see.
    private func opened(by log: some LogSigners) throws -> (Checkpoint, handovers: [Checkpoint]) {
        do {
            return (try checkpoint(by: log).checkpoint, [])
        } catch LogFault.notSigned(let name) {
            let claimed = try Checkpoint(noteText: SignedNote(parsing: read("checkpoint")).text)
            guard let known = log.keys.first, let handovers = try? handovers(among: claimed.size) else {
                throw LogFault.notSigned(by: name)
            }
            var keys = LogKeys(known)
            // Those before the reader's own key say nothing to him.
            var followed: [Checkpoint] = []
            for handover in handovers {
                guard (try? handover.check(by: keys.present)) != nil else { continue }
                keys = try keys.handedOver(by: handover)
                followed.append(handover.checkpoint)
            }
            return (try checkpoint(by: keys).checkpoint, followed)
        }
    }

    private func handovers(among size: Int64) throws -> [Handover] {
        var found: [Handover] = []
        var index: Int64 = 0
        while let width = TileID.width(level: 0, index: index, size: size) {
            for entry in try entries(bundle: index, width: width) {
                if let handover = try Handover(entry: entry) { found.append(handover) }
            }
            index += 1
        }
        return found
    }

    /// The first of the first `size` entries whose hash differs in the two logs.
    private func firstDifference(from other: StaticLog, size: Int64) throws -> Int64? {
        var index: Int64 = 0
        while let width = TileID.width(level: 0, index: index, size: size) {
            let tile = TileID(level: 0, index: index, width: width)
            let mine = try hashes(of: tile)
            let theirs = try other.hashes(of: tile)
            if let position = mine.indices.first(where: { mine[$0] != theirs[$0] }) {
                return index * Int64(TileID.fullWidth) + Int64(position)
            }
            index += 1
        }
        return nil
    }

    /// A partial file, or the wider one that has taken its place since.
    private func readTile(_ width: Int, _ path: String, named: (Int) -> String) throws(LogFault)
        -> (bytes: [UInt8], width: Int)
    {
        if exists(path) { return (try read(path), width) }
        for wider in stride(from: width + 1, through: TileID.fullWidth, by: 1) where exists(named(wider)) {
            return (try read(named(wider)), wider)
        }
        throw .missingFile(path: path)
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(directory)/\(path)")
    }

    private func read(_ path: String) throws(LogFault) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: "\(directory)/\(path)")))
        } catch {
            throw .missingFile(path: path)
        }
    }
}

/// Writes a log into a directory, entry by entry, in constant memory; the checkpoint comes last, so that an interrupted
/// export never claims what is not there.
package struct StaticLogWriter {
    private let directory: String
    private var tree = GrowingTree()
    private var bundle: [[UInt8]] = []

    /// The directory is made when it does not exist; files of an earlier export of the same log are replaced.
    package init(directory: String) throws {
        self.directory = directory
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    /// Takes the next entry.
    package mutating func append(_ entry: [UInt8]) throws {
        bundle.append(entry)
        for tile in tree.fill(Hash.leaf(entry)) { try write(tile.bytes, to: tile.id.path) }
        if bundle.count == TileID.fullWidth { try writeBundle() }
    }

    /// Writes what is unfinished and the checkpoint; throws `sizeMismatch` or `rootMismatch` when the entries are not its.
    package mutating func finish(_ signed: SignedCheckpoint) throws {
        let checkpoint = signed.checkpoint
        guard checkpoint.size == tree.size else {
            throw LogFault.sizeMismatch(expected: checkpoint.size, found: tree.size)
        }
        guard checkpoint.root == tree.root else { throw LogFault.rootMismatch(size: checkpoint.size) }
        for tile in tree.unfinishedTiles { try write(tile.bytes, to: tile.id.path) }
        if !bundle.isEmpty { try writeBundle() }
        try write(signed.bytes, to: "checkpoint")
    }

    private mutating func writeBundle() throws {
        let index = (tree.size - 1) / Int64(TileID.fullWidth)
        try write(EntryBundle.bytes(of: bundle), to: TileID.bundlePath(index: index, width: bundle.count))
        bundle.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = URL(filePath: "\(directory)/\(path)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
    }
}
