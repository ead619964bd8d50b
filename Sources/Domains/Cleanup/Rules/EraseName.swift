import EventLog
package import Kernel
package import Storage

/// Destroys the name of a found contract's lessee, of a household that was billed, or of the other side of a claim, once the
/// thing is done. What was done, amounts and days stand.
package struct EraseName: CleanupCommand {
    package let kind: NamedKind
    package let thing: NamedID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(kind: pass.value("kind", \.kind), thing: pass.value("thing", \.thing))
    }

    package static let name = "eraseName"
    package static var title: Message { CleanupText.eraseName }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.nothingNamed, .nameNeeded, .noName]

    package func stream(_ context: Context) -> StreamID { StreamID(kind.rawValue, thing.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> NamedPerson {
        guard let found = state.found?.named ?? state.bill?.named ?? state.claim?.named else {
            throw CleanupRefusal.nothingNamed(thing)
        }
        return found
    }

    package func place(_ found: NamedPerson, _ facts: NoFacts) -> DivisionID? { found.place }

    package func decide(_ found: NamedPerson, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.isNamed else { throw CleanupRefusal.noName(thing) }
        guard !found.isOpen else { throw CleanupRefusal.nameNeeded(thing) }
        return [NameErased(kind: kind, thing: thing, place: found.place)]
    }
}

/// Whom a found contract, a bill or a claim named is destroyed.
package struct NameErased: CleanupEvent {
    package let kind: NamedKind
    package let thing: NamedID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            kind: pass.value("kind", \.kind), thing: pass.value("thing", \.thing),
            place: pass.value("division", \.place))
    }

    package static let name = "nameErased"

    package var erased: DataSubject? {
        switch kind {
        case .found: DataSubject(.found, named: thing.text)
        case .bill: DataSubject(.bill, named: thing.text)
        case .claim: DataSubject(.claim, named: thing.text)
        }
    }

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.found?.lessee = ""
        state.bill?.isNamed = false
        state.claim?.isNamed = false
    }
}
