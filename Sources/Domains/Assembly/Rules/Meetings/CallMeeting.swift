package import Kernel
package import Registry
package import Storage

/// Calls a body together: the notice counts from today, and at the first second of the day the roll is frozen.
package struct CallMeeting: AssemblyCommand {
    package var meeting: MeetingID?
    package let organisation: OrganisationID
    package let body: ResolutionBody
    package let day: CivilDate
    /// Time, hall and items, as the notice says them.
    package let agenda: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.newName("meeting", \.meeting),
            organisation: pass.value("organisation", \.organisation), body: pass.value("body", \.body),
            day: pass.value("day", \.day), agenda: pass.value("agenda", \.agenda))
    }

    package static let name = "callMeeting"
    package static var title: Message { AssemblyText.callMeeting }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 1, ahead: 1)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchOrganisation, .meetingKnown, .otherBody, .agendaMissing, .noticeTooShort,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("meeting", identifier(context).text) }

    private func identifier(_ context: Context) -> MeetingID { meeting ?? context.derivedIdentifier(.meeting) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = facts.organisation else { throw AssemblyRefusal.noSuchOrganisation(organisation) }
        guard state.meeting == nil else { throw AssemblyRefusal.meetingKnown(identifier(context)) }
        // The roll of members is the assembly's; other bodies have rolls of their own, which nobody keeps here yet.
        guard body == .assembly, known.kind == .collective else { throw AssemblyRefusal.otherBody() }
        guard !agenda.isBlank else { throw AssemblyRefusal.agendaMissing() }
        let today = context.now.date
        let least = body.noticeDays ?? 0
        guard day.dayNumber - today.dayNumber >= Int(max(1, least)) else {
            throw AssemblyRefusal.noticeTooShort(least).resting(on: VotingRule.assembly.basis)
        }
        return [
            MeetingCalled(
                meeting: identifier(context), organisation: organisation, place: known.division, body: body,
                noticed: today,
                day: day, agenda: agenda)
        ]
    }
}

/// A meeting was called; the notice hangs from this moment.
package struct MeetingCalled: AssemblyEvent {
    package let meeting: MeetingID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let body: ResolutionBody
    package let noticed: CivilDate
    package let day: CivilDate
    package let agenda: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), body: pass.value("body", \.body),
            noticed: pass.value("noticed", \.noticed), day: pass.value("day", \.day),
            agenda: pass.value("agenda", \.agenda))
    }

    package static let name = "meetingCalled"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting = Meeting(
            id: meeting, organisation: organisation, place: place, body: body, noticed: noticed, day: day)
    }

    package func due(_ state: Assembly.State, at instant: Instant) -> [Due<Assembly>] {
        [Due(at: day.start, FreezeRoll(meeting: meeting))]
    }
}
