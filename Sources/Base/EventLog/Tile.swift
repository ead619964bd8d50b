import Kernel

/// Which tile of the tree, and how much of it there is (C2SP tlog-tiles).
package struct TileID: Sendable, Hashable {
    /// Hashes in a full tile.
    package static let fullWidth = 256

    /// 0 holds leaf hashes; above, each hash is the root of a full tile of the level below.
    package let level: Int
    /// From the left, within the level.
    package let index: Int64
    /// 1 to 256; less than 256 is a partial tile at the right edge.
    package let width: Int

    package init(level: Int, index: Int64, width: Int) {
        precondition((0...63).contains(level) && index >= 0 && (1...TileID.fullWidth).contains(width))
        self.level = level
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == TileID.fullWidth }

    /// Where a static log keeps it: `tile/0/x001/067` or `tile/0/x001/067.p/12`.
    package var path: String {
        "tile/\(level)/\(TileID.path(index: index, width: width))"
    }

    /// Where a static log keeps the bundle of the entries under a level 0 tile: `tile/entries/x001/067.p/12`.
    package static func bundlePath(index: Int64, width: Int) -> String {
        "tile/entries/\(path(index: index, width: width))"
    }

    /// How many hashes the tile has when the log has `size` entries; nil when it does not exist yet.
    package static func width(level: Int, index: Int64, size: Int64) -> Int? {
        guard (0..<8).contains(level), (0...Int64.max / Int64(fullWidth)).contains(index) else { return nil }
        let hashes = size >> (8 * level) - index * Int64(fullWidth)
        return hashes > 0 ? Int(min(hashes, Int64(fullWidth))) : nil
    }

    private static func path(index: Int64, width: Int) -> String {
        var groups = [(index % 1_000).padded(to: 3)]
        var rest = index / 1_000
        while rest > 0 {
            groups.append("x" + (rest % 1_000).padded(to: 3))
            rest /= 1_000
        }
        let path = groups.reversed().joined(separator: "/")
        return width == fullWidth ? path : "\(path).p/\(width)"
    }
}

/// A tile with its hashes, as it is to be written.
package struct Tile: Sendable, Hashable {
    package let id: TileID
    package let hashes: [Hash]
    /// The position of the first hash that was not there before; the store may append from here.
    package let firstNew: Int

    package init(id: TileID, hashes: [Hash], firstNew: Int = 0) {
        precondition(hashes.count == id.width && firstNew < id.width)
        self.id = id
        self.hashes = hashes
        self.firstNew = firstNew
    }

    /// The file's content: the hashes one after the other.
    package var bytes: [UInt8] { hashes.flatMap(\.bytes) }

    /// Nil unless `bytes` are whole hashes.
    package static func hashes(of bytes: [UInt8]) -> [Hash]? {
        guard bytes.count.isMultiple(of: Hash.length) else { return nil }
        return stride(from: 0, to: bytes.count, by: Hash.length).compactMap { Hash(bytes[$0..<$0 + Hash.length]) }
    }
}

/// Where the hashes of tiles come from: the store's tables, or a directory of files.
package protocol TileSource {
    /// Exactly the first `tile.width` hashes of that tile, however many there are by now. Throws when there are fewer.
    func hashes(of tile: TileID) throws -> [Hash]
}

/// Entries under one level 0 tile: each preceded by its length in two bytes, big-endian.
package enum EntryBundle {
    /// What the format can hold; our own leaves stop at `Leaf.largest`.
    package static let largestEntry = 65_535

    package static func bytes(of entries: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(entries.reduce(0) { $0 + $1.count + 2 })
        for entry in entries {
            precondition(entry.count <= largestEntry, "an entry has at most 65,535 bytes")
            out.append(UInt8(entry.count >> 8))
            out.append(UInt8(entry.count & 0xFF))
            out.append(contentsOf: entry)
        }
        return out
    }

    /// The entries, in order; nil when the lengths do not fit the bytes.
    package static func entries(of bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var position = 0
        while position < bytes.count {
            guard position + 2 <= bytes.count else { return nil }
            let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
            position += 2
            guard position + length <= bytes.count else { return nil }
            entries.append(Array(bytes[position..<position + length]))
            position += length
        }
        return entries
    }
}
