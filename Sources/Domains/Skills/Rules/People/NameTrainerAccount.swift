package import Kernel
import Registry
package import Storage

/// Says under which account somebody who teaches or examines signs in. One account is one person's; nobody names their own.
package struct NameTrainerAccount: SkillsCommand {
    package typealias Subject = Trainer

    package let trainer: TrainerID
    package let account: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(trainer: pass.value("trainer", \.trainer), account: pass.value("account", \.account))
    }

    package static let name = "nameTrainerAccount"
    package static var title: Message { ExamText.nameAccount }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .trainerUnknown, .trainerErased, .accountUnknown, .ownAccount, .accountTaken,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("trainer", trainer.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Trainer {
        guard let found = state.trainer else { throw SkillsRefusal.trainerUnknown(trainer) }
        return found
    }

    package struct Facts: Sendable {
        /// Whose open account it is.
        package let person: PersonID?
        /// Somebody else on the list who signs in as this person.
        package let holder: TrainerID?
    }

    package func place(_ known: Trainer, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Trainer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard !known.isErased else { throw SkillsRefusal.trainerErased(trainer) }
        guard let person = facts.person else { throw SkillsRefusal.accountUnknown(account) }
        guard person != context.principal.person else { throw SkillsRefusal.ownAccount() }
        if let holder = facts.holder { throw SkillsRefusal.accountTaken(holder) }
        return [TrainerAccountNamed(trainer: trainer, place: known.place, account: account, person: person)]
    }
}

/// It is known as whom a trainer signs in; a later account takes the place of an earlier one.
package struct TrainerAccountNamed: SkillsEvent {
    package let trainer: TrainerID
    package let place: DivisionID
    package let account: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            trainer: pass.value("trainer", \.trainer), place: pass.value("place", \.place),
            account: pass.value("account", \.account), person: pass.value("person", \.person))
    }

    package static let name = "trainerAccountNamed"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.trainer?.person = person }
}
