import Geometry
import Kernel
import TestSupport
import Testing

private func rectangle(_ east: Int64, _ north: Int64, _ width: Int64, _ height: Int64) -> Outline {
    let (west, south) = (43_000_000 + east, 402_000_000 + north)
    return Outline(
        zone: .zone38,
        pieces: [
            Piece(outer: [
                GridPoint(east: west, north: south), GridPoint(east: west + width, north: south),
                GridPoint(east: west + width, north: south + height), GridPoint(east: west, north: south + height),
            ])
        ])
}

@Suite("Land in use without a contract") struct HiddenUseTests {
    @Test(
        "400 fields seen over strips of which some are under contract: the rest is hidden to the unit, ridges are not")
    func strips() {
        var random = SeededRandom(seed: 61)
        for _ in 0..<400 {
            let height = Int64.random(in: 1_000...6_000, using: &random)
            var (east, contracted): (Int64, [Outline]) = (0, [])
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let width = Int64.random(in: 300...3_000, using: &random)
                if Bool.random(using: &random) { contracted.append(rectangle(east, -500, width, height + 1_000)) }
                // Somebody measured the ridge a few centimetres narrower: no land by itself.
                east += width + Int64.random(in: 0...4, using: &random)
            }
            let ridges = Self.ridges(contracted, east)
            let rest = OutlineJudge().uncovered(
                rectangle(0, 0, east, height), by: contracted.shuffled(using: &random))
            let wide = ridges.filter { $0 >= 100 }
            let area = wide.reduce(Int64(0)) { $0 + $1 * height }
            #expect(rest?.pieces.count == wide.count)
            #expect(rest?.areaUnits == (area * 3 + 1_000) / 2_000)
        }
    }

    /// The widths no contract covers, from west to east.
    private static func ridges(_ contracted: [Outline], _ east: Int64) -> [Int64] {
        var (place, found): (Int64, [Int64]) = (0, [])
        for outline in contracted {
            guard let box = outline.box else { continue }
            let west = box.west - 43_000_000
            if west > place { found.append(west - place) }
            place = west + box.width
        }
        if east > place { found.append(east - place) }
        return found
    }
}
