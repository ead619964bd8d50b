package import Kernel
package import Registry
package import Storage

/// Takes the party out of its registrations when the register destroys what is personal of it. The house gives it in the
/// erasure's own transaction: while a registration is under way it is refused, and so is the erasure.
package struct ForgetParty: ExchangeCommand {
    package let party: PartyID
    package let division: DivisionID

    package init(party: PartyID, division: DivisionID) {
        self.party = party
        self.division = division
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), division: pass.value("division", \.division))
    }

    package static let name = "forgetParty"
    package static var title: Message { ExchangeText.Command.forgetParty }
    package static let access: Access = [.installation]
    package static let refusals: [ExchangeRefusal] = [.registrationUnderWay]

    package func stream(_ context: Context) -> StreamID { StreamID("registrations", party.text) }

    package struct Facts: Sendable {
        /// The first lot at which the party still registers, bids, waits for its deposit or has to sign.
        package let openAt: LotID?
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { division }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        if let lot = facts.openAt { throw ExchangeRefusal.registrationUnderWay(lot.text) }
        // Also of whom there is nothing: that an entry stands there tells nobody who registered.
        return [PartyForgotten(party: party, place: division)]
    }
}

/// Nobody can say any more for what a party registered.
package struct PartyForgotten: ExchangeEvent {
    package let party: PartyID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(party: pass.value("party", \.party), place: pass.value("division", \.place))
    }

    package static let name = "partyForgotten"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
