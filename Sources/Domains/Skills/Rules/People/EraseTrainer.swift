package import Kernel
package import Storage

/// Destroys the name of somebody who teaches or examines on no open course, on their own wish. What they taught and signed
/// stands, by their number alone; their account is theirs no more here.
package struct EraseTrainer: SkillsCommand {
    package typealias Subject = Trainer

    package let trainer: TrainerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(trainer: pass.value("trainer", \.trainer))
    }

    package static let name = "eraseTrainer"
    package static var title: Message { SkillsText.eraseTrainer }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.trainerUnknown, .trainerErased, .stillTeaches]

    package func stream(_ context: Context) -> StreamID { StreamID("trainer", trainer.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Trainer {
        guard let found = state.trainer else { throw SkillsRefusal.trainerUnknown(trainer) }
        return found
    }

    package struct Facts: Sendable {
        /// A course they teach or examine whose exam is not closed.
        package let open: CourseID?
    }

    package func place(_ known: Trainer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Trainer, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard !known.isErased else { throw SkillsRefusal.trainerErased(trainer) }
        if let open = facts.open { throw SkillsRefusal.stillTeaches(open) }
        return [TrainerErased(trainer: trainer, place: known.place)]
    }
}

/// The name of a trainer is destroyed.
package struct TrainerErased: SkillsEvent {
    package let trainer: TrainerID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(trainer: pass.value("trainer", \.trainer), place: pass.value("place", \.place))
    }

    package static let name = "trainerErased"

    package var erased: DataSubject? { DataSubject(ofTrainer: trainer) }

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.trainer?.person = nil
        state.trainer?.isErased = true
    }
}
