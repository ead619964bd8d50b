package import Kernel
import Registry
package import Storage

/// Enters one step of a matter with its day and papers, and its counts where they were taken. The decision itself is a
/// resolution: `DecideDeliberation`.
package struct TakeStep: DeliberationVerb {
    package let deliberation: DeliberationID
    package let step: DeliberationStep
    package let day: CivilDate
    package var entitled: Int64?
    package var present: Int64?
    package var inFavour: Int64?
    /// Minutes, signed sheet, picture of the board: SHA-256 of each.
    package var minutes: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation), step: pass.value("step", \.step),
            day: pass.value("day", \.day), entitled: pass.optionalWhole("entitled", \.entitled, in: CountDomain.self),
            present: pass.optionalWhole("present", \.present, in: CountDomain.self),
            inFavour: pass.optionalWhole("inFavour", \.inFavour, in: CountDomain.self),
            minutes: pass.papers("minutes", \.minutes))
    }

    package static let name = "takeStep"
    package static var title: Message { AssemblyText.takeStep }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchDeliberation, .deliberationStopped, .decidedByResolution, .stepNotAsked, .stepTaken, .stepTooEarly,
        .stepBackwards, .stepInFuture, .noticeStillRuns, .minutesMissing, .countsImpossible, .notCarried,
    ]

    package func decide(_ found: Deliberation, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard step != .bodyDecides else { throw AssemblyRefusal.decidedByResolution() }
        try found.check(step, on: day, today: context.now.date)
        guard !minutes.isEmpty, minutes.allSatisfy(\.isSHA256Hex) else { throw AssemblyRefusal.minutesMissing() }
        return [
            StepTaken(
                deliberation: deliberation, place: found.place, step: step, day: day, counts: try counts(),
                minutes: minutes)
        ]
    }

    /// All three or none; more than half of those who were there have agreed.
    private func counts() throws(Rejection) -> StepCounts? {
        if entitled == nil, present == nil, inFavour == nil { return nil }
        guard let entitled, let present, let inFavour, present <= entitled, inFavour <= present else {
            throw AssemblyRefusal.countsImpossible()
        }
        guard inFavour > present / 2 else { throw AssemblyRefusal.notCarried(present / 2 + 1) }
        return StepCounts(entitled: entitled, present: present, inFavour: inFavour)
    }
}

extension Deliberation {
    /// Throws unless `step` is the one that comes next, and `day` lies neither before the last one nor after today.
    func check(_ step: DeliberationStep, on day: CivilDate, today: CivilDate) throws(Rejection) {
        guard !isStopped else { throw AssemblyRefusal.deliberationStopped() }
        guard steps.contains(step) else { throw AssemblyRefusal.stepNotAsked(step.label) }
        guard taken[step] == nil else { throw AssemblyRefusal.stepTaken(step.label) }
        guard let next, next == step else { throw AssemblyRefusal.stepTooEarly((next ?? step).label) }
        guard day <= today else { throw AssemblyRefusal.stepInFuture() }
        guard day >= last else { throw AssemblyRefusal.stepBackwards(last) }
        guard day >= opensOn else { throw AssemblyRefusal.noticeStillRuns(opensOn.adding(days: -1)) }
    }
}

/// A step was taken.
package struct StepTaken: AssemblyEvent {
    package let deliberation: DeliberationID
    package let place: DivisionID
    package let step: DeliberationStep
    package let day: CivilDate
    package var counts: StepCounts?
    package var minutes: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation), place: pass.value("division", \.place),
            step: pass.value("step", \.step), day: pass.value("day", \.day), counts: pass.record("counts", \.counts),
            minutes: pass.papers("minutes", \.minutes))
    }

    package static let name = "stepTaken"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.deliberation?.taken[step] = day }
}
