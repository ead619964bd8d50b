import EventLog

/// Tiles kept in a dictionary, as a store would keep them: one row for each level and index.
struct MemoryTiles: TileSource {
    struct Place: Hashable {
        var level: Int
        var index: Int64
    }

    struct TooFew: Error {}

    var rows: [Place: [Hash]] = [:]

    mutating func write(_ tiles: [Tile]) {
        for tile in tiles {
            let place = Place(level: tile.id.level, index: tile.id.index)
            // What the store may do: keep what it has and append from the first new hash.
            rows[place] = Array((rows[place] ?? []).prefix(tile.firstNew)) + tile.hashes[tile.firstNew...]
        }
    }

    func hashes(of tile: TileID) throws -> [Hash] {
        guard let row = rows[Place(level: tile.level, index: tile.index)], row.count >= tile.width else {
            throw TooFew()
        }
        return Array(row.prefix(tile.width))
    }
}
