package import Kernel
package import Registry
package import Storage

/// The decision of a matter is a recorded resolution; its day and counts are the register's.
package struct DecideDeliberation: DeliberationVerb {
    package let deliberation: DeliberationID
    package let resolution: ResolutionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation),
            resolution: pass.value("resolution", \.resolution))
    }

    package static let name = "decideDeliberation"
    package static var title: Message { AssemblyText.decideDeliberation }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchDeliberation, .deliberationStopped, .stepNotAsked, .stepTaken, .stepTooEarly, .stepBackwards,
        .stepInFuture, .noticeStillRuns, .noSuchResolution, .otherResolution, .resolutionDeliberated,
    ]

    package struct Facts: Sendable {
        package let resolution: Resolution?
        /// Another matter that the resolution decided.
        package let other: DeliberationID?
    }

    package func decide(_ found: Deliberation, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let decided = facts.resolution else { throw AssemblyRefusal.noSuchResolution(resolution) }
        guard decided.organisation == found.organisation, decided.matter == found.matter, decided.isPassed else {
            throw AssemblyRefusal.otherResolution()
        }
        if facts.other != nil { throw AssemblyRefusal.resolutionDeliberated() }
        try found.check(.bodyDecides, on: decided.date, today: context.now.date)
        return [
            DeliberationDecided(
                deliberation: deliberation, place: found.place, resolution: resolution, body: decided.body,
                day: decided.date,
                counts: StepCounts(
                    entitled: decided.entitled, present: decided.present, inFavour: decided.inFavour))
        ]
    }
}

/// A matter was decided by a resolution.
package struct DeliberationDecided: AssemblyEvent {
    package let deliberation: DeliberationID
    package let place: DivisionID
    package let resolution: ResolutionID
    package let body: ResolutionBody
    package let day: CivilDate
    package var counts: StepCounts?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation), place: pass.value("division", \.place),
            resolution: pass.value("resolution", \.resolution), body: pass.value("body", \.body),
            day: pass.value("day", \.day), counts: pass.record("counts", \.counts))
    }

    package static let name = "deliberationDecided"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.deliberation?.taken[.bodyDecides] = day
        state.deliberation?.resolution = resolution
    }
}
