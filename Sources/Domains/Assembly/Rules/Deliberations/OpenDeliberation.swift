package import Kernel
package import Registry
package import Storage

/// Begins the four deliberations and two publications of one matter; which steps it takes is fixed with it.
package struct OpenDeliberation: AssemblyCommand {
    package var deliberation: DeliberationID?
    package let organisation: OrganisationID
    package let matter: ResolutionMatter
    /// The one asset it is about.
    package var object: String?
    /// What is to be decided, in a line.
    package let subjectLine: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.newName("deliberation", \.deliberation),
            organisation: pass.value("organisation", \.organisation), matter: pass.value("matter", \.matter),
            object: pass.optional("object", \.object), subjectLine: pass.value("subject", \.subjectLine))
    }

    package static let name = "openDeliberation"
    package static var title: Message { AssemblyText.openDeliberation }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchOrganisation, .deliberationKnown, .nothingToDeliberate, .subjectMissing,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("deliberation", identifier(context).text) }

    private func identifier(_ context: Context) -> DeliberationID {
        deliberation ?? context.derivedIdentifier(.meeting)
    }

    package struct Facts: Sendable {
        package let organisation: Organisation?
        package let steps: [DeliberationStep]
        package let days: DeliberationDays
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = facts.organisation else { throw AssemblyRefusal.noSuchOrganisation(organisation) }
        guard state.deliberation == nil else { throw AssemblyRefusal.deliberationKnown(identifier(context)) }
        guard matter.deliberationKey != nil else { throw AssemblyRefusal.nothingToDeliberate() }
        guard !subjectLine.isBlank else { throw AssemblyRefusal.subjectMissing() }
        return [
            DeliberationOpened(
                deliberation: identifier(context), organisation: organisation, place: known.division, matter: matter,
                object: object, subjectLine: subjectLine, day: context.now.date, steps: facts.steps,
                stepDays: facts.days.step, showDays: facts.days.show, noticeDays: facts.days.notice,
                outcomeDays: facts.days.outcome)
        ]
    }
}

/// A matter is on its way.
package struct DeliberationOpened: AssemblyEvent {
    package let deliberation: DeliberationID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let matter: ResolutionMatter
    package var object: String?
    package let subjectLine: String
    package let day: CivilDate
    package var steps: [DeliberationStep] = []
    package let stepDays: Int64
    package let showDays: Int64
    package let noticeDays: Int64
    package let outcomeDays: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            deliberation: pass.value("deliberation", \.deliberation),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            matter: pass.value("matter", \.matter), object: pass.optional("object", \.object),
            subjectLine: pass.value("subject", \.subjectLine), day: pass.value("day", \.day),
            steps: pass.values("steps", \.steps), stepDays: pass.whole("stepDays", \.stepDays, in: DaysDomain.self),
            showDays: pass.whole("showDays", \.showDays, in: DaysDomain.self),
            noticeDays: pass.whole("noticeDays", \.noticeDays, in: DaysDomain.self),
            outcomeDays: pass.whole("outcomeDays", \.outcomeDays, in: DaysDomain.self))
    }

    package static let name = "deliberationOpened"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.deliberation = Deliberation(
            id: deliberation, organisation: organisation, place: place, matter: matter, opened: day, steps: steps,
            days: DeliberationDays(step: stepDays, show: showDays, notice: noticeDays, outcome: outcomeDays))
    }
}
