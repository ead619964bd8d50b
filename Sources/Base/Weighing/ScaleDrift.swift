/// Two scales that weigh the same loads one after the other. A single load that differs is that load's; a difference that all
/// of them share is a scale's.
struct ScaleDrift {
    struct Trip {
        let left: Int
        let arrived: Int

        var ratio: Double { Double(arrived - left) / Double(max(1, left)) }
    }

    /// The trips that show it, by their places in the list.
    let trips: [Int]

    /// Three and four deviations of the difference of two class III scales, of one load.
    private static let (spread, widest) = (0.0123, 0.0164)

    /// Nil where the mean of at least four trips stands within what chance gives: of all trips three deviations, of the last six,
    /// which are looked at a second time, four and a half.
    init?(_ list: [Trip]) {
        guard list.count >= 4 else { return nil }
        let windows: [(places: Range<Int>, factor: Double)] = [
            (list.indices, 1), (max(0, list.count - 6)..<list.count, 1.5),
        ]
        for (places, factor) in windows {
            let kept = Self.together(places.map { ($0, list[$0].ratio) })
            guard kept.count >= 4 else { continue }
            let mean = kept.reduce(0) { $0 + $1.ratio } / Double(kept.count)
            if mean.magnitude > factor * Self.spread / Double(kept.count).squareRoot() {
                trips = kept.map(\.place)
                return
            }
        }
        return nil
    }

    /// Without those that stand further from the middle than one load may.
    private static func together(_ ratios: [(place: Int, ratio: Double)]) -> [(place: Int, ratio: Double)] {
        let sorted = ratios.map(\.ratio).sorted()
        let middle = sorted[sorted.count / 2]
        return ratios.filter { ($0.ratio - middle).magnitude <= widest }
    }
}
