package import Kernel
package import Storage

/// What the program found of a facility's stations: an alarm is raised where a condition has none open, and one that nobody
/// took ends with its condition. Whoever took one closes it with words.
package struct NoteConditions: FacilityVerb {
    package let facility: FacilityID
    package let day: CivilDate
    /// What was looked for; alarms of other kinds are left alone.
    package let watched: [AlarmKind]
    package let found: [StationCondition]

    package init(facility: FacilityID, day: CivilDate, watched: [AlarmKind], found: [StationCondition]) {
        self.facility = facility
        self.day = day
        self.watched = watched
        self.found = found
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), day: pass.value("day", \.day),
            watched: pass.values("watched", \.watched), found: pass.list("found", \.found))
    }

    package static let name = "noteConditions"
    package static var title: Message { EnvironmentText.noteConditions }
    package static let access: Access = .installation
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let looked = found.filter { watched.contains($0.kind) }
        return subject.changes(to: looked, of: watched, on: day)
    }
}

extension Facility {
    /// The raises and clears that lead from the open alarms of some kinds to what was found.
    func changes(to found: [StationCondition], of kinds: [AlarmKind], on day: CivilDate) -> [any Event<Environment>] {
        let open = alarms.filter { $0.closedAt == nil && kinds.contains($0.kind) }
        let over = open.filter { alarm in
            alarm.owner == nil && !found.contains { $0.kind == alarm.kind && $0.item == alarm.item }
        }
        var fresh: [StationCondition] = []
        for condition in found where !fresh.contains(condition) {
            if !open.contains(where: { $0.kind == condition.kind && $0.item == condition.item }) {
                fresh.append(condition)
            }
        }
        let closes: [any Event<Environment>] = over.map {
            AlarmClosed(facility: id, place: place, number: $0.number, closing: .over, words: "")
        }
        return closes
            + fresh.enumerated().map { position, condition in
                AlarmRaised(
                    facility: id, place: place, number: Int64(alarms.count + position) + 1, kind: condition.kind,
                    item: condition.item, day: day)
            }
    }
}
