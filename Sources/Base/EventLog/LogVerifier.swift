import Kernel

/// Recomputes a log from its entries, one after the other, in constant memory; the first thing that does not fit is thrown
/// as a `LogFault` that names the entry.
///
/// Every entry is held against its hash in the stored tiles, every tile of the levels above against what it covers, every
/// known checkpoint against the root at its size.
package struct LogVerifier<Tiles: TileSource> {
    private let tiles: Tiles
    private let expectedSize: Int64
    private let checksLeaves: Bool
    private var checkpoints: [Checkpoint]
    private var tree = GrowingTree()
    private var expected: [Hash] = []
    private var lastInstant = Int64.min

    /// `checksLeaves` holds every entry to being a canonical `Leaf`, none dated before the one ahead of it; turn it off for
    /// other programs' logs.
    package init(size: Int64, tiles: Tiles, checkpoints: [Checkpoint] = [], checksLeaves: Bool = true) {
        expectedSize = size
        self.tiles = tiles
        self.checksLeaves = checksLeaves
        self.checkpoints = checkpoints.sorted { $0.size > $1.size }
        while let last = self.checkpoints.last, last.size == 0, last.root == .empty { self.checkpoints.removeLast() }
    }

    /// Entries taken so far.
    package var size: Int64 { tree.size }

    /// The tree so far: its range and root.
    package var range: CompactRange { tree.range }

    /// Takes the next entry.
    package mutating func take(_ entry: [UInt8], at index: Int64) throws {
        guard index == tree.size else { throw LogFault.entryMismatch(index: tree.size) }
        guard index < expectedSize else { throw LogFault.sizeMismatch(expected: expectedSize, found: index + 1) }
        let leaf = Hash.leaf(entry)
        let offset = Int(index % Int64(TileID.fullWidth))
        if offset == 0 { expected = try storedHashes(level: 0, index: index / Int64(TileID.fullWidth)) }
        guard expected[offset] == leaf else { throw LogFault.entryMismatch(index: index) }
        if checksLeaves { try check(entry, at: index) }
        for tile in tree.fill(leaf) where tile.id.level > 0 { try compare(tile.id, tile.hashes) }
        while let checkpoint = checkpoints.last, checkpoint.size == tree.size {
            guard checkpoint.root == tree.root else { throw LogFault.rootMismatch(size: tree.size) }
            checkpoints.removeLast()
        }
    }

    /// Ends the run: all entries were there, all checkpoints met, the unfinished tiles right. Returns the root.
    package func finish() throws -> Hash {
        guard tree.size == expectedSize else {
            throw LogFault.sizeMismatch(expected: expectedSize, found: tree.size)
        }
        for tile in tree.unfinishedTiles where tile.id.level > 0 { try compare(tile.id, tile.hashes) }
        if let checkpoint = checkpoints.last { throw LogFault.rootMismatch(size: checkpoint.size) }
        return tree.root
    }

    private func storedHashes(level: Int, index: Int64) throws -> [Hash] {
        guard let width = TileID.width(level: level, index: index, size: expectedSize) else {
            throw LogFault.sizeMismatch(expected: expectedSize, found: tree.size)
        }
        let tile = TileID(level: level, index: index, width: width)
        let hashes = try tiles.hashes(of: tile)
        guard hashes.count == width else { throw LogFault.malformedTile(path: tile.path) }
        return hashes
    }

    private func compare(_ tile: TileID, _ computed: [Hash]) throws {
        let stored = try storedHashes(level: tile.level, index: tile.index)
        guard let wrong = computed.indices.first(where: { stored[$0] != computed[$0] }) else { return }
        let covered = (tile.index * Int64(TileID.fullWidth) + Int64(wrong)) << (8 * tile.level)
        throw LogFault.tileMismatch(path: tile.path, index: covered)
    }

    private mutating func check(_ entry: [UInt8], at index: Int64) throws(LogFault) {
        let instant: Int64
        do throws(LogFault) {
            instant = try Leaf(canonical: entry).at.milliseconds
        } catch {
            throw .badLeaf(index: index)
        }
        guard instant >= lastInstant else { throw .leafOutOfOrder(index: index) }
        lastInstant = instant
    }
}
