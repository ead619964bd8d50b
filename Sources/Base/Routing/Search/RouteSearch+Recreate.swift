/// Where a place goes: behind which node, and with which visits around it.
struct Spot {
    enum Shape { case plain, visitAfter, visitBefore }

    var cost = Int32.max
    var after = -1
    var shape = Shape.plain
    var facility = 0
}

extension RouteSearch {
    /// Puts the places of the pool back, each where it costs least; one in a hundred positions is overlooked.
    func recreate() {
        sortPool()
        blinkIn = nextBlink()
        for at in 0..<poolCount {
            let place = Int(pool[at])
            var spot = Spot()
            find(&spot, for: place)
            if spot.after >= 0 { insert(place, at: spot) }
        }
        if space.facilities > 0 && !space.hasReleases {
            for number in 0..<space.routes where touched[number] == stamp { recut(number) }
        }
    }

    private func nextBlink() -> Int { 1 + Int(-100 * naturalLogarithm(dice.unit() + 0x1p-60)) }

    // MARK: The order of insertion

    private func sortPool() {
        let choice = dice.below(space.isTimed ? 17 : 11)
        for at in 0..<poolCount {
            let place = Int(pool[at])
            keys[at] =
                switch choice {
                case 0...3: Int32(truncatingIfNeeded: dice.below(1 << 30))
                case 4...7: 0 &- space.load[place]
                case 8...9: 0 &- space.distance[place]
                case 10: space.distance[place]
                case 11...12: space.closes[place] &- space.opens[place]
                case 13...14: space.opens[place]
                default: 0 &- space.closes[place]
                }
        }
        for at in stride(from: 1, to: poolCount, by: 1) {
            let (key, place) = (keys[at], pool[at])
            var slot = at
            while slot > 0 && keys[slot - 1] > key {
                keys[slot] = keys[slot - 1]
                pool[slot] = pool[slot - 1]
                slot &-= 1
            }
            keys[slot] = key
            pool[slot] = place
        }
    }

    // MARK: The best spot

    private func find(_ spot: inout Spot, for place: Int) {
        let rowTo = space.distanceTo + place &* space.sites
        let rowFrom = space.distance + place &* space.sites
        var seenKinds: UInt64 = 0
        for number in 0..<space.routes {
            if state.count[number] == 0 {
                let kind = UInt64(1) << UInt64(truncatingIfNeeded: space.kind[number] & 63)
                guard seenKinds & kind == 0 else { continue }
                seenKinds |= kind
                open(&spot, number: number, place: place)
            } else {
                scan(&spot, number: number, place: place, rowTo: rowTo, rowFrom: rowFrom)
            }
        }
    }

    private func scan(
        _ spot: inout Spot, number: Int, place: Int, rowTo: SearchSpace.Numbers, rowFrom: SearchSpace.Numbers
    ) {
        let end = Int(space.end(number))
        let room = space.capacity[number] &- space.load[place]
        let endsEmpty = space.problem.endsEmpty
        let hasVisits = space.facilities > 0
        var node = Int(space.start(number))
        var site = 0
        while node != end {
            let following = Int(state.next[node])
            let toSite = state.site(following)
            blinkIn &-= 1
            if blinkIn > 0 {
                let way = rowTo[site] &+ rowFrom[toSite] &- state.leg[node]
                let hasRoom = state.tripLoad[Int(state.head[node])] <= room
                if hasRoom && !(endsEmpty && following == end) {
                    if way < spot.cost && isInTime(place, after: node, site, before: following, toSite) {
                        spot = Spot(cost: way, after: node, shape: .plain)
                    }
                }
                if hasVisits && (!hasRoom || space.hasReleases || following == end) {
                    withVisit(&spot, place: place, after: node, site, before: following, toSite, room: room)
                }
            } else {
                blinkIn = nextBlink()
            }
            (node, site) = (following, toSite)
        }
    }

    /// The place with a new visit behind or before it.
    private func withVisit(
        _ spot: inout Spot, place: Int, after node: Int, _ site: Int, before following: Int, _ toSite: Int, room: Int32
    ) {
        let sites = space.sites
        let isAtEnd = following <= space.n + 2 * space.routes && following > space.n
        let isBeforeHead = following > space.n
        let canFollow = state.carried[node] <= room && (isAtEnd ? space.problem.endsEmpty : !isBeforeHead)
        let suffix = state.tripLoad[Int(state.head[node])] &- state.carried[node]
        let canPrecede =
            suffix <= room && Int(state.head[node]) != node && !(isAtEnd && space.problem.endsEmpty)
        guard canFollow || canPrecede else { return }
        for facility in 0..<space.facilities {
            let at = Int(space.facilitySite[facility])
            if canFollow {
                let way =
                    space.distance[site &* sites &+ place] &+ space.distance[place &* sites &+ at]
                    &+ space.distance[at &* sites &+ toSite] &- state.leg[node]
                if way < spot.cost && isInTime(place, after: node, before: following, facility, comesFirst: false) {
                    spot = Spot(cost: way, after: node, shape: .visitAfter, facility: facility)
                }
            }
            if canPrecede {
                let way =
                    space.distance[site &* sites &+ at] &+ space.distance[at &* sites &+ place]
                    &+ space.distance[place &* sites &+ toSite] &- state.leg[node]
                if way < spot.cost && isInTime(place, after: node, before: following, facility, comesFirst: true) {
                    spot = Spot(cost: way, after: node, shape: .visitBefore, facility: facility)
                }
            }
        }
    }

    private func open(_ spot: inout Spot, number: Int, place: Int) {
        guard space.load[place] <= space.capacity[number] else { return }
        let start = Int(space.start(number))
        let sites = space.sites
        guard space.problem.endsEmpty else {
            let way = space.distance[place] &+ space.distance[place &* sites]
            if way < spot.cost && isInTime(place, after: start, 0, before: Int(space.end(number)), 0) {
                spot = Spot(cost: way, after: start, shape: .plain)
            }
            return
        }
        for facility in 0..<space.facilities {
            let at = Int(space.facilitySite[facility])
            let way =
                space.distance[place] &+ space.distance[place &* sites &+ at] &+ space.distance[at &* sites]
            if way < spot.cost
                && isInTime(place, after: start, before: Int(space.end(number)), facility, comesFirst: false)
            {
                spot = Spot(cost: way, after: start, shape: .visitAfter, facility: facility)
            }
        }
    }

    // MARK: The clock of a spot

    @inline(__always)
    private func isInTime(_ place: Int, after node: Int, _ site: Int, before following: Int, _ toSite: Int) -> Bool {
        guard space.isTimed else { return true }
        let begin = max(
            state.leaves[node] &+ space.time[site &* space.sites &+ place], space.opens[place])
        guard begin <= space.closes[place] else { return false }
        let reached = begin &+ space.service[place] &+ space.time[place &* space.sites &+ toSite]
        guard max(reached, state.opens(following)) <= state.latest[following] else { return false }
        guard space.hasReleases || space.hasRests else { return true }
        return holdsWhenTried(place, Spot(cost: 0, after: node, shape: .plain))
    }

    private func isInTime(
        _ place: Int, after node: Int, before following: Int, _ facility: Int, comesFirst: Bool
    ) -> Bool {
        guard space.isTimed else { return true }
        let sites = space.sites
        let dump = Int(space.facilitySite[facility])
        let (first, second) = comesFirst ? (dump, place) : (place, dump)
        var now = state.leaves[node] &+ space.time[state.site(node) &* sites &+ first]
        for at in [comesFirst, !comesFirst] {
            now = max(now, at ? space.facilityOpens[facility] : space.opens[place])
            guard now <= (at ? space.facilityCloses[facility] : space.closes[place]) else { return false }
            now = now &+ (at ? space.facilityUnload[facility] : space.service[place])
            if at == comesFirst { now = now &+ space.time[first &* sites &+ second] }
        }
        now = max(now &+ space.time[second &* sites &+ state.site(following)], state.opens(following))
        guard now <= state.latest[following] else { return false }
        guard space.hasReleases || space.hasRests else { return true }
        return holdsWhenTried(
            place,
            Spot(cost: 0, after: node, shape: comesFirst ? .visitBefore : .visitAfter, facility: facility))
    }

    /// Where the clock has rests or releases the route is made, looked at, and put back.
    private func holdsWhenTried(_ place: Int, _ spot: Spot) -> Bool {
        let number = Int(state.route[spot.after])
        let visit = put(place, at: spot)
        state.refresh(number)
        let holds = visit != nil && state.holds(number)
        state.unlink(place)
        if let visit, visit > 0 { state.unlink(visit) }
        state.refresh(number)
        return holds
    }

    /// Links the place in; the visit it brought (0 for none), nil when the pool of visits is used up.
    private func put(_ place: Int, at spot: Spot) -> Int? {
        guard spot.shape != .plain else {
            state.link(place, after: spot.after)
            return 0
        }
        guard let visit = state.takeVisit(spot.facility) else {
            state.link(place, after: spot.after)
            return nil
        }
        state.link(visit, after: spot.after)
        state.link(place, after: spot.shape == .visitBefore ? visit : spot.after)
        return visit
    }

    private func insert(_ place: Int, at spot: Spot) {
        let number = Int(state.route[spot.after])
        guard put(place, at: spot) != nil else {
            state.unlink(place)
            return
        }
        state.absent &-= 1
        touch(number)
        state.refresh(number)
    }
}
