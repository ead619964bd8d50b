import EventLog
import Testing

@Suite("Tiles and bundles")
struct TileTests {
    @Test("Paths are those of the specification")
    func paths() {
        #expect(TileID(level: 0, index: 1_234_067, width: 256).path == "tile/0/x001/x234/067")
        #expect(TileID(level: 0, index: 0, width: 256).path == "tile/0/000")
        #expect(TileID(level: 1, index: 0, width: 12).path == "tile/1/000.p/12")
        #expect(TileID(level: 0, index: 1_067, width: 1).path == "tile/0/x001/067.p/1")
        #expect(TileID(level: 2, index: 1_000_000, width: 255).path == "tile/2/x001/x000/000.p/255")
        #expect(TileID.bundlePath(index: 273, width: 112) == "tile/entries/273.p/112")
        #expect(TileID.bundlePath(index: 1_000, width: 256) == "tile/entries/x001/000")
    }

    @Test("A log of 70,000 entries has the tiles the specification lists")
    func widths() {
        #expect(TileID.width(level: 0, index: 272, size: 70_000) == 256)
        #expect(TileID.width(level: 0, index: 273, size: 70_000) == 112)
        #expect(TileID.width(level: 0, index: 274, size: 70_000) == nil)
        #expect(TileID.width(level: 1, index: 0, size: 70_000) == 256)
        #expect(TileID.width(level: 1, index: 1, size: 70_000) == 17)
        #expect(TileID.width(level: 2, index: 0, size: 70_000) == 1)
        #expect(TileID.width(level: 3, index: 0, size: 70_000) == nil)
        #expect(TileID.width(level: 1, index: 0, size: 256) == 1)
    }

    @Test("A bundle gives its entries back, the empty and the longest among them")
    func bundles() {
        let entries: [[UInt8]] = [[], [1], Array(repeating: 7, count: EntryBundle.largestEntry), Array("阡陌".utf8)]
        #expect(EntryBundle.entries(of: EntryBundle.bytes(of: entries)) == entries)
    }

    @Test("A bundle cut short or with a wrong length is refused")
    func cutBundles() {
        let bytes = EntryBundle.bytes(of: [[1, 2, 3], [4]])
        for length in 1..<bytes.count where length != 5 {
            #expect(EntryBundle.entries(of: Array(bytes.prefix(length))) == nil)
        }
        #expect(EntryBundle.entries(of: bytes + [0]) == nil)
    }

    @Test("Tile bytes read back; a broken hash at the end is refused")
    func tileBytes() {
        let hashes = (0..<3).map { Hash.leaf([$0]) }
        let tile = Tile(id: TileID(level: 0, index: 0, width: 3), hashes: hashes)
        #expect(Tile.hashes(of: tile.bytes) == hashes)
        #expect(Tile.hashes(of: Array(tile.bytes.dropLast())) == nil)
    }
}
