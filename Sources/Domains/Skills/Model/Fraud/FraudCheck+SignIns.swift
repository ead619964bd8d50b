import Kernel

extension FraudCheck {
    /// Pictures of several persons that are one: the same file, or so alike that they are the same picture.
    func onePhoto() -> [Found] {
        var found: [Found] = []
        let pictured = record.signIns.filter(\.hasPhoto)
        for group in Dictionary(grouping: pictured, by: \.photo).values where Set(group.map(\.person)).count > 1 {
            let persons = Set(group.map(\.person)).sorted()
            found += persons.map { ($0, persons) }
        }
        // At most 6 of 64 bits apart: one of 7 bands of bits is then the same in both.
        for band in 0...limits.looksApart {
            let width = 64 / (limits.looksApart + 1)
            let mask = (UInt64(1) << UInt64(width) - 1) << UInt64(band * width)
            for group in Dictionary(grouping: pictured, by: { $0.looks & mask }).values where group.count > 1 {
                found += alike(group)
            }
        }
        return Dictionary(found.map { ($0.about, $0.rows) }) { $0 + $1 }.map { ($0.key, $0.value) }
    }

    private func alike(_ group: [TrainingRecord.SignIn]) -> [Found] {
        var found: [Found] = []
        for (position, one) in group.enumerated() {
            for other in group[(position + 1)...] where one.person != other.person && one.photo != other.photo {
                guard (one.looks ^ other.looks).nonzeroBitCount <= limits.looksApart else { continue }
                found += [(one.person, [one.person, other.person]), (other.person, [one.person, other.person])]
            }
        }
        return found
    }

    func oneDevice() -> [Found] {
        Dictionary(grouping: record.signIns, by: \.device).compactMap { device, signIns in
            let sorted = signIns.sorted { $0.at < $1.at }
            for (position, first) in sorted.enumerated() {
                let until = first.at.adding(seconds: limits.deviceSeconds)
                let near = sorted[position...].prefix { $0.at <= until }
                if Set(near.map(\.person)).count > limits.personsPerDevice { return (device, near.map(\.session)) }
            }
            return nil
        }
    }

    func signInTimes() -> [Found] {
        record.sessions.compactMap { session in
            let signIns = bySession[session.id] ?? []
            guard let first = signIns.map(\.at).min(), let last = signIns.map(\.at).max() else { return nil }
            let isOutside =
                first < session.time.start.adding(seconds: -60 * limits.earlyMinutes) || last >= session.time.end
            let isAtOnce =
                Set(signIns.map(\.person)).count >= limits.leastPersons
                && last <= first.adding(seconds: limits.allWithinSeconds)
            return isOutside || isAtOnce ? (session.id, []) : nil
        }
    }
}
