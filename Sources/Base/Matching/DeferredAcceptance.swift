/// Worker-proposing Gale–Shapley with seats, where both sides rank by hand. Never mixed with costs.
package enum DeferredAcceptance {
    /// - Parameters:
    ///   - seats: of each order.
    ///   - seekerRanks: for each seeker the orders she would take, best first.
    ///   - orderRanks: for each order the seekers it would take, best first; who is not named is not taken.
    /// - Returns: the order of each seeker: stable, and the best stable one for every seeker.
    package static func match(seats: [Int], seekerRanks: [[Int]], orderRanks: [[Int]]) -> [Int?] {
        let rank = orderRanks.map { order in
            Dictionary(order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
        }
        var held: [[(rank: Int, seeker: Int)]] = Array(repeating: [], count: seats.count)
        var next = Array(repeating: 0, count: seekerRanks.count)
        var waiting = Array(seekerRanks.indices.reversed())
        while let seeker = waiting.popLast() {
            guard next[seeker] < seekerRanks[seeker].count else { continue }
            let order = seekerRanks[seeker][next[seeker]]
            next[seeker] += 1
            guard seats.indices.contains(order), seats[order] > 0, rank.indices.contains(order),
                let place = rank[order][seeker], !held[order].contains(where: { $0.seeker == seeker })
            else {
                waiting.append(seeker)
                continue
            }
            held[order].append((place, seeker))
            guard held[order].count > seats[order] else { continue }
            if let worst = held[order].indices.max(by: { held[order][$0].rank < held[order][$1].rank }) {
                waiting.append(held[order].remove(at: worst).seeker)
            }
        }
        var orderOf: [Int?] = Array(repeating: nil, count: seekerRanks.count)
        for (order, seekers) in held.enumerated() { for (_, seeker) in seekers { orderOf[seeker] = order } }
        return orderOf
    }
}
