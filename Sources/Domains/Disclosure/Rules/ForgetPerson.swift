package import Kernel
package import Storage

/// Takes the words of a person's objections off the board when the register destroys what is personal of the person. The
/// house gives it in the erasure's own transaction.
package struct ForgetPerson: DisclosureCommand {
    package let person: PersonID
    package let division: DivisionID

    package init(person: PersonID, division: DivisionID) {
        self.person = person
        self.division = division
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(person: pass.value("person", \.person), division: pass.value("division", \.division))
    }

    package static let name = "forgetPerson"
    package static var title: Message { DisclosureText.forgetPerson }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("objections", person.text) }

    package func place(_ state: Disclosure.State, _ facts: NoFacts) -> DivisionID? { division }

    package func decide(_ state: Disclosure.State, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        // Also of whom there is nothing: that an entry stands there tells nobody who objected.
        [PersonForgotten(person: person, place: division)]
    }
}

/// Of a person's objections the board keeps that they were raised and how they were answered.
package struct PersonForgotten: DisclosureEvent {
    package static let name = "personForgotten"
    package let person: PersonID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(person: pass.value("person", \.person), place: pass.value("division", \.place))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {}
}
