package import Kernel

/// Coming or going, at an instant.
package struct Punch: Sendable, Hashable {
    package enum Kind: String, FieldChoice { case `in`, out }

    package let kind: Kind
    package let at: Instant

    package init(_ kind: Kind, _ at: Instant) {
        self.kind = kind
        self.at = at
    }
}

/// Puts punches on the shifts a person has. A punch belongs to the shift whose window holds it, never to its own date.
///
/// A window opens `before` minutes ahead of the start and closes `after` minutes past the end. Where two windows hold a
/// going, it ends the shift that was begun before; a coming begins the shift whose start is nearest and has none yet.
package struct PunchBook: Sendable, Hashable {
    package let shifts: [Shift]
    package let before: Int64
    package let after: Int64
    /// For each shift the places of its punches in the list that was given, in order of time.
    package private(set) var places: [[Int]]
    /// Punches in no window.
    package private(set) var outside: [Int] = []
    private let punches: [Punch]

    package init(_ shifts: [Shift], _ punches: [Punch], before: Int64 = 60, after: Int64 = 60) {
        self.shifts = shifts
        self.before = before
        self.after = after
        self.punches = punches
        places = Array(repeating: [], count: shifts.count)
        let order = punches.indices.sorted { (punches[$0].at, $0) < (punches[$1].at, $1) }
        for place in order {
            if let shift = shift(for: punches[place]) { places[shift].append(place) } else { outside.append(place) }
        }
    }

    /// First coming and last going of a shift: whatever was sent twice is kept, and counts once.
    package func attendance(_ shift: Int) -> (came: Instant?, left: Instant?) {
        let own = places[shift].map { punches[$0] }
        return (own.first { $0.kind == .in }?.at, own.last { $0.kind == .out }?.at)
    }

    private func shift(for punch: Punch) -> Int? {
        let open = shifts.indices.filter { index in
            shifts[index].start.adding(seconds: -before * 60) <= punch.at
                && punch.at <= shifts[index].end.adding(seconds: after * 60)
        }
        switch punch.kind {
        case .out:
            return open.filter { isOpen($0) }.min(by: startsEarlier)
                ?? open.filter { shifts[$0].start <= punch.at }.min(by: startsEarlier) ?? open.min(by: startsEarlier)
        case .in:
            let fresh = open.filter { !hasCome($0) }
            return fresh.min { distance($0, punch) < distance($1, punch) }
                ?? open.filter { shifts[$0].start <= punch.at && punch.at < shifts[$0].end }.max(by: startsEarlier)
                ?? open.min { distance($0, punch) < distance($1, punch) }
        }
    }

    private func startsEarlier(_ left: Int, _ right: Int) -> Bool {
        (shifts[left].start, left) < (shifts[right].start, right)
    }

    private func hasCome(_ shift: Int) -> Bool { places[shift].contains { punches[$0].kind == .in } }

    /// Whether somebody came to the shift and has not gone.
    private func isOpen(_ shift: Int) -> Bool { places[shift].last.map { punches[$0].kind == .in } ?? false }

    private func distance(_ shift: Int, _ punch: Punch) -> UInt64 {
        (shifts[shift].start.milliseconds - punch.at.milliseconds).magnitude
    }
}
