/// Where a box stands in a grid of growing squares, so that its neighbours are found without looking at all of them.
///
/// A box stands in one cell: of the smallest size that is not smaller than the box, the one its south-west corner is in. It
/// reaches at most one cell further east and north. Works the same in a store's columns and in memory (decision 0421).
package struct LooseCell: Sendable, Hashable {
    /// 0: 100 m, each next four times as wide.
    package let level: Int
    package let east: Int64
    package let north: Int64

    package static let levels = 0..<8

    /// In centimetres.
    package static func size(_ level: Int) -> Int64 { 10_000 << Int64(2 * level) }

    package init(_ box: GridBox) {
        let extent = max(box.width, box.height)
        level = LooseCell.levels.first { LooseCell.size($0) >= extent } ?? LooseCell.levels.upperBound - 1
        let size = LooseCell.size(level)
        east = LooseCell.floor(box.west, size)
        north = LooseCell.floor(box.south, size)
    }

    /// The cells of a level whose boxes can touch `box`.
    package static func reach(of box: GridBox, level: Int) -> (east: ClosedRange<Int64>, north: ClosedRange<Int64>) {
        let size = size(level)
        return (
            floor(box.west, size) - 1...floor(box.east, size), floor(box.south, size) - 1...floor(box.north, size)
        )
    }

    private static func floor(_ value: Int64, _ size: Int64) -> Int64 {
        value >= 0 ? value / size : -((-value + size - 1) / size)
    }
}

/// The boxes of many parcels in memory.
package struct LooseGrid {
    private var cells: [Int: [Key: [Int]]] = [:]
    private var boxes: [Int: GridBox] = [:]

    private struct Key: Hashable {
        let east: Int64
        let north: Int64
    }

    package init() {}

    package mutating func insert(_ number: Int, _ box: GridBox) {
        let cell = LooseCell(box)
        cells[cell.level, default: [:]][Key(east: cell.east, north: cell.north), default: []].append(number)
        boxes[number] = box
    }

    /// The numbers whose boxes touch `box`, in order.
    package func touching(_ box: GridBox) -> [Int] {
        var found: [Int] = []
        for (level, known) in cells {
            let (east, north) = LooseCell.reach(of: box, level: level)
            let take = { (numbers: [Int]) in numbers.filter { boxes[$0]?.touches(box) == true } }
            if Int128(east.count) * Int128(north.count) > Int128(known.count) {
                for (key, numbers) in known where east.contains(key.east) && north.contains(key.north) {
                    found += take(numbers)
                }
            } else {
                for column in east {
                    for row in north { found += take(known[Key(east: column, north: row)] ?? []) }
                }
            }
        }
        return found.sorted()
    }
}
