/// The right edge of a log that grows: its compact range and the unfinished tile of every level. Given new leaf hashes
/// it says which tiles to write, and needs to read nothing.
package struct GrowingTree: Sendable {
    package private(set) var range: CompactRange
    /// The unfinished tile of each level, lowest first; empty where the last tile is full.
    private var edges: [[Hash]]

    /// A log without entries.
    package init() {
        range = CompactRange()
        edges = []
    }

    /// Takes up a log where it stopped; throws `tileMismatch` when the stored tiles do not hash to the head.
    package init(range: CompactRange, reading source: some TileSource) throws {
        self.range = range
        edges = []
        var peaks: [[Hash]] = []
        for level in 0..<8 where range.size >> (8 * level) > 0 {
            let hashes = range.size >> (8 * level)
            let width = Int(hashes % Int64(TileID.fullWidth))
            let tile = width > 0 ? TileID(level: level, index: hashes / Int64(TileID.fullWidth), width: width) : nil
            let edge = try tile.map { try source.hashes(of: $0) } ?? []
            edges.append(edge)
            peaks.append(GrowingTree.peaks(of: edge))
            if let tile,
                !range.nodes.dropLast(peaks.dropLast().joined().count).suffix(peaks[level].count)
                    .elementsEqual(peaks[level])
            {
                let first = tile.index << (8 * level + 8)
                throw LogFault.tileMismatch(path: tile.path, index: first)
            }
        }
    }

    package var size: Int64 { range.size }
    package var root: Hash { range.root }

    /// Adds entries by their leaf hashes; returns every tile that is new or has grown, each once, in its final state.
    package mutating func append(_ leaves: [Hash]) -> [Tile] {
        let batch = grow(leaves)
        return batch.finished + batch.partialTiles
    }

    /// Adds one entry and returns only the tiles this has filled: for those who write the unfinished ones at the end.
    mutating func fill(_ leaf: Hash) -> [Tile] {
        grow(CollectionOfOne(leaf)).finished
    }

    private mutating func grow(_ leaves: some Collection<Hash>) -> Batch {
        var batch = Batch(size: range.size, edges: edges)
        var grown = range
        // Given up here, so that the batch adds to them in place.
        edges = []
        for leaf in leaves {
            batch.place(leaf, level: 0)
            grown.append(leaf) { height, root in
                if height.isMultiple(of: 8) { batch.place(root, level: height / 8) }
            }
        }
        range = grown
        edges = batch.edges
        return batch
    }

    /// The tiles at the right edge that are not full, as they now are.
    package var unfinishedTiles: [Tile] {
        edges.indices.filter { !edges[$0].isEmpty }.map {
            Tile(id: TileID(level: $0, index: size >> (8 * $0 + 8), width: edges[$0].count), hashes: edges[$0])
        }
    }

    /// The roots of the perfect subtrees of an unfinished tile, the largest first.
    private static func peaks(of edge: [Hash]) -> [Hash] {
        var peaks: [Hash] = []
        var start = 0
        for height in (0..<8).reversed() where edge.count >> height & 1 == 1 {
            peaks.append(Hash.perfectRoot(of: edge[start..<start + 1 << height]))
            start += 1 << height
        }
        return peaks
    }
}

/// The tiles touched by one group of entries.
private struct Batch {
    var edges: [[Hash]]
    var finished: [Tile] = []
    private var index: [Int64]
    private var firstNew: [Int]
    private let sizeBefore: Int64

    init(size: Int64, edges: [[Hash]]) {
        self.edges = edges
        sizeBefore = size
        index = edges.indices.map { size >> (8 * $0 + 8) }
        firstNew = edges.map(\.count)
    }

    mutating func place(_ hash: Hash, level: Int) {
        if level == edges.count {
            edges.append([])
            index.append(sizeBefore >> (8 * level + 8))
            firstNew.append(0)
        }
        edges[level].append(hash)
        guard edges[level].count == TileID.fullWidth else { return }
        finished.append(tile(level))
        edges[level].removeAll(keepingCapacity: true)
        index[level] += 1
        firstNew[level] = 0
    }

    var partialTiles: [Tile] {
        edges.indices.filter { edges[$0].count > firstNew[$0] }.map(tile)
    }

    private func tile(_ level: Int) -> Tile {
        Tile(
            id: TileID(level: level, index: index[level], width: edges[level].count), hashes: edges[level],
            firstNew: firstNew[level])
    }
}
