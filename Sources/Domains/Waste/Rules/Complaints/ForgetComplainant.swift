package import Kernel
package import Storage

/// Takes the words of a person's complaints and of the answers away when the register destroys what is personal of the
/// person. The house gives it in the erasure's own transaction.
package struct ForgetComplainant: WasteCommand {
    package let person: PersonID
    package let division: DivisionID

    package init(person: PersonID, division: DivisionID) {
        self.person = person
        self.division = division
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(person: pass.value("person", \.person), division: pass.value("division", \.division))
    }

    package static let name = "forgetComplainant"
    package static var title: Message { ComplaintText.forgetComplainant }
    package static let access: Access = [.installation]
    package static let refusals: [WasteRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("complaints", person.text) }

    package func place(_ state: Waste.State, _ facts: NoFacts) -> DivisionID? { division }

    package func decide(_ state: Waste.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        // Also of whom there is nothing: that an entry stands there tells nobody who complained.
        [ComplainantForgotten(person: person, place: division)]
    }
}

/// Of a person's complaints the room keeps that they were made and when they were answered.
package struct ComplainantForgotten: WasteEvent {
    package let person: PersonID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(person: pass.value("person", \.person), place: pass.value("division", \.place))
    }

    package static let name = "complainantForgotten"

    package func change(_ state: inout Waste.State, at instant: Instant) {}
}
