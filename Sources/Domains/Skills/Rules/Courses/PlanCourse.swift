package import Kernel
package import Storage

/// Plans a course: what it leads to, who trains, how many seats. Sessions are added, then somebody else approves it.
package struct PlanCourse: SkillsCommand {
    package var course: CourseID?
    package let place: DivisionID
    package let plan: CoursePlan

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.newName("course", \.course), place: pass.value("place", \.place), plan: pass.inlined(\.plan))
    }

    package static let name = "planCourse"
    package static var title: Message { SkillsText.planCourse }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .placeUnknown, .courseKnown, .titleMissing, .bodyMissing, .levelMissing, .tooManySeats,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("course", identifier(context).text) }

    private func identifier(_ context: Context) -> CourseID { course ?? context.derivedIdentifier(.course) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        let id = identifier(context)
        let most = TrainingRules(on: context.now.date)[.mostSeats]
        guard facts.isKnownPlace else { throw SkillsRefusal.placeUnknown(place) }
        guard state.course == nil else { throw SkillsRefusal.courseKnown(id) }
        guard !plan.title.isBlank else { throw SkillsRefusal.titleMissing() }
        guard !plan.provider.isBlank else { throw SkillsRefusal.bodyMissing.at("provider") }
        guard (plan.kind == .skillLevel) == (plan.level != nil) else { throw SkillsRefusal.levelMissing() }
        guard plan.seats <= most else { throw SkillsRefusal.tooManySeats(most) }
        return [CoursePlanned(course: id, place: place, plan: plan, planner: context.principal.person)]
    }
}

/// A course is planned; nobody can enrol yet.
package struct CoursePlanned: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let plan: CoursePlan
    package let planner: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place), plan: pass.inlined(\.plan),
            planner: pass.value("planner", \.planner))
    }

    package static let name = "coursePlanned"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course = Course(id: course, place: place, plan: plan, planner: planner)
    }
}
