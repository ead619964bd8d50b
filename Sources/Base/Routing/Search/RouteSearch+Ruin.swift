extension RouteSearch {
    /// Takes strings of places near a random place out of their trips, and with them what no route serves yet.
    func ruin() {
        gatherAbsent()
        let mean = Double(space.n) / Double(max(1, tripCount()))
        let longest = max(1, min(options.longest, mean))
        let most = 4 * options.removed / (1 + longest) - 1
        let strings = Int(dice.unit() * max(0, most) + 1)
        let seed = dice.below(space.n) + 1
        let row = space.near + seed * space.nearCount
        var done = 0
        var at = 0
        while at < space.nearCount && done < strings {
            let place = Int(row[at])
            at &+= 1
            guard state.route[place] >= 0, ruined[Int(state.head[place])] != stamp else { continue }
            ruined[Int(state.head[place])] = stamp
            removeString(around: place, longest: longest)
            done &+= 1
        }
        for number in 0..<space.routes where touched[number] == stamp { settle(number) }
    }

    private func gatherAbsent() {
        poolCount = 0
        guard state.absent > 0 else { return }
        for place in 1...space.n where state.route[place] < 0 {
            pool[poolCount] = Int32(truncatingIfNeeded: place)
            poolCount &+= 1
        }
    }

    private func tripCount() -> Int {
        var trips = 0
        for number in 0..<space.routes where state.count[number] > 0 { trips &+= 1 }
        guard space.facilities > 0 else { return trips }
        for node in space.firstVisit..<space.nodes where state.route[node] >= 0 { trips &+= 1 }
        return space.problem.endsEmpty ? trips - usedRoutes() : trips
    }

    private func usedRoutes() -> Int {
        var used = 0
        for number in 0..<space.routes where state.count[number] > 0 { used &+= 1 }
        return used
    }

    /// A string of places of one trip with `place` in it; half the time a piece inside it stays.
    private func removeString(around place: Int, longest: Double) {
        let first = Int(state.head[place])
        var size = 0
        var before = 0
        var node = Int(state.next[first])
        while node <= space.n {
            if node == place { before = size }
            size &+= 1
            node = Int(state.next[node])
        }
        let most = min(Double(size), longest)
        let length = Int(dice.unit() * most + 1)
        var kept = 0
        if length > 1 && length < size && dice.unit() < 0.5 {
            while length + kept < size && dice.unit() > 0.01 { kept &+= 1 }
        }
        let whole = length + kept
        let earliest = max(0, before - whole + 1)
        let last = min(before, size - whole)
        let from = earliest + dice.below(last - earliest + 1)
        let keepFrom = kept > 0 ? from + 1 + dice.below(max(1, length - 1)) : size
        take(from: first, skip: from, count: whole, keepFrom: keepFrom, keep: kept)
    }

    private func take(from head: Int, skip: Int, count: Int, keepFrom: Int, keep: Int) {
        var node = Int(state.next[head])
        touch(Int(state.route[node]))
        for at in 0..<(skip + count) {
            let following = Int(state.next[node])
            if at >= skip && !(at >= keepFrom && at < keepFrom + keep) { remove(node) }
            node = following
        }
    }

    private func remove(_ place: Int) {
        state.unlink(place)
        state.absent &+= 1
        pool[poolCount] = Int32(truncatingIfNeeded: place)
        poolCount &+= 1
    }

    /// After a removal: the route's sums are made anew, and visits that no longer empty anything go.
    private func settle(_ number: Int) {
        state.refresh(number)
        guard space.facilities > 0 else { return }
        var node = Int(state.next[Int(space.start(number))])
        let end = Int(space.end(number))
        while node != end {
            let following = Int(state.next[node])
            if node >= space.firstVisit && isIdle(node, number: number) {
                state.unlink(node)
                state.refresh(number)
            }
            node = following
        }
    }

    /// Whether the trips on both sides of a visit could be one.
    private func isIdle(_ visit: Int, number: Int) -> Bool {
        let first = Int(state.head[Int(state.previous[visit])])
        let isFirstEmpty = Int(state.previous[visit]) == first
        let isSecondEmpty = Int(state.next[visit]) > space.n
        if isFirstEmpty { return true }
        if isSecondEmpty { return !space.problem.endsEmpty || Int(state.next[visit]) >= space.firstVisit }
        guard !space.hasReleases else { return false }
        return state.tripLoad[first] &+ state.tripLoad[visit] <= space.capacity[number]
    }
}
