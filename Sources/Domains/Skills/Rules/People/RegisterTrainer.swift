package import Kernel
package import Storage

/// Puts somebody who teaches, or who may examine, on the list, with the body that pays them.
package struct RegisterTrainer: SkillsCommand {
    package var trainer: TrainerID?
    package let place: DivisionID
    package var name: Personal<String>?
    package let body: String
    package let mayExamine: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            trainer: pass.newName("trainer", \.trainer), place: pass.value("place", \.place),
            name: pass.optionalPersonal("name", \.name, of: .unnamed), body: pass.value("body", \.body),
            mayExamine: pass.value("mayExamine", \.mayExamine, absent: false))
    }

    package static let name = "registerTrainer"
    package static var title: Message { SkillsText.registerTrainer }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.placeUnknown, .trainerKnown, .nameMissing, .bodyMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("trainer", identifier(context).text) }

    private func identifier(_ context: Context) -> TrainerID { trainer ?? context.derivedIdentifier(.trainer) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw SkillsRefusal.placeUnknown(place) }
        guard state.trainer == nil else { throw SkillsRefusal.trainerKnown(id) }
        guard let name = name?.content, !name.isBlank else { throw SkillsRefusal.nameMissing() }
        guard !body.isBlank else { throw SkillsRefusal.bodyMissing() }
        return [
            TrainerRegistered(
                trainer: id, place: place, name: Personal(name, of: DataSubject(ofTrainer: id)), body: body,
                mayExamine: mayExamine)
        ]
    }
}

/// Somebody may teach, or examine.
package struct TrainerRegistered: SkillsEvent {
    package let trainer: TrainerID
    package let place: DivisionID
    package let name: Personal<String>
    package let body: String
    package let mayExamine: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let trainer = pass.value("trainer", \.trainer)
        return Self(
            trainer: trainer, place: pass.value("place", \.place),
            name: pass.personal("name", \.name, of: DataSubject(ofTrainer: trainer)), body: pass.value("body", \.body),
            mayExamine: pass.value("mayExamine", \.mayExamine))
    }

    package static let name = "trainerRegistered"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.trainer = Trainer(id: trainer, place: place, body: body, mayExamine: mayExamine)
    }
}
