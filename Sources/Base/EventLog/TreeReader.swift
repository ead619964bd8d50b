/// Computes roots and proofs of a log of `size` entries from its tiles. Holds the tiles it has read, at most 64.
package struct TreeReader<Source: TileSource> {
    private let source: Source
    package let size: Int64
    private var read: [TileID: [Hash]] = [:]

    package init(_ source: Source, size: Int64) {
        precondition(size >= 0)
        self.source = source
        self.size = size
    }

    /// The root of the first `count` entries (all of them unless said otherwise).
    package mutating func root(of count: Int64? = nil) throws -> Hash {
        let count = count ?? size
        guard count <= size else { throw LogFault.beyondLog(index: count, size: size) }
        return count == 0 ? .empty : try hash(from: 0, to: count)
    }

    /// The hash of the entry at `index`.
    package mutating func leaf(_ index: Int64) throws -> Hash {
        guard index >= 0, index < size else { throw LogFault.beyondLog(index: index, size: size) }
        return try node(height: 0, index: index)
    }

    /// The proof that entry `index` is in the log of the first `count` entries.
    package mutating func inclusionProof(of index: Int64, in count: Int64? = nil) throws -> InclusionProof {
        let count = count ?? size
        guard index >= 0, index < count, count <= size else { throw LogFault.beyondLog(index: index, size: count) }
        var hashes: [Hash] = []
        var start: Int64 = 0
        var end = count
        while end - start > 1 {
            let middle = start + TreeReader.split(end - start)
            if index < middle {
                hashes.append(try hash(from: middle, to: end))
                end = middle
            } else {
                hashes.append(try hash(from: start, to: middle))
                start = middle
            }
        }
        return InclusionProof(index: index, size: count, hashes: hashes.reversed())
    }

    /// The proof that the first `old` entries are the beginning of the first `new`.
    package mutating func consistencyProof(from old: Int64, to new: Int64? = nil) throws -> ConsistencyProof {
        let new = new ?? size
        guard old > 0, old <= new, new <= size else { throw LogFault.beyondLog(index: old, size: new) }
        var hashes: [Hash] = []
        var start: Int64 = 0
        var end = new
        while end != old {
            let middle = start + TreeReader.split(end - start)
            if old <= middle {
                hashes.append(try hash(from: middle, to: end))
                end = middle
            } else {
                hashes.append(try hash(from: start, to: middle))
                start = middle
            }
        }
        // The old tree itself is known to whoever checks; a part of it is not.
        if start > 0 { hashes.append(try hash(from: start, to: end)) }
        return ConsistencyProof(oldSize: old, newSize: new, hashes: hashes.reversed())
    }

    /// The hash over the entries from `start` up to, not including, `end`; `start` is where a split put it.
    private mutating func hash(from start: Int64, to end: Int64) throws -> Hash {
        let count = end - start
        if count & (count - 1) == 0 {
            let height = count.trailingZeroBitCount
            return try node(height: height, index: start >> height)
        }
        let middle = start + TreeReader.split(count)
        return Hash.node(try hash(from: start, to: middle), try hash(from: middle, to: end))
    }

    /// The root of the perfect subtree number `index` of 2^height entries.
    private mutating func node(height: Int, index: Int64) throws -> Hash {
        let level = height / 8
        let count = 1 << (height % 8)
        let first = index << (height % 8)
        let tileIndex = first / Int64(TileID.fullWidth)
        let offset = Int(first % Int64(TileID.fullWidth))
        guard let width = TileID.width(level: level, index: tileIndex, size: size), offset + count <= width else {
            throw LogFault.beyondLog(index: index << height, size: size)
        }
        let hashes = try hashes(of: TileID(level: level, index: tileIndex, width: width))
        return Hash.perfectRoot(of: hashes[offset..<offset + count])
    }

    private mutating func hashes(of tile: TileID) throws -> [Hash] {
        if let known = read[tile] { return known }
        let hashes = try source.hashes(of: tile)
        guard hashes.count == tile.width else { throw LogFault.malformedTile(path: tile.path) }
        if read.count >= 64 { read.removeAll() }
        read[tile] = hashes
        return hashes
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int64) -> Int64 {
        1 << (Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
