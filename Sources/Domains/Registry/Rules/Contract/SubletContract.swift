package import Kernel
package import Storage

/// The lessee passes a contract on, whole or for a time; the lessor agrees in writing (Civil Code, art. 716). The lessee
/// stays bound to the lessor.
package struct SubletContract: RegistryCommand {
    package static let name = "subletContract"
    package static var title: Message { RegistryText.subletContract }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [RegistryRefusal] = [
        .contractUnknown, .partyUnknown, .subletToSelf, .termBackwards, .subletBeyondTerm, .subletTwice,
    ]

    package let contract: ContractID
    package let sublessee: PartyID
    package let start: CivilDate
    /// The last day.
    package let end: CivilDate
    package let annual: Amount
    /// The lessor's written consent.
    package let consent: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), sublessee: pass.value("sublessee", \.sublessee),
            start: pass.value("start", \.start), end: pass.value("end", \.end),
            annual: pass.value("annualFen", \.annual), consent: pass.paper("consent", \.consent))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }

    package struct Facts: Sendable {
        package let contract: Contract?
        /// The day it really ended, where that is not its last.
        package let endedOn: CivilDate?
        package let sublessee: Party?
        package let others: [Sublease]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.contract?.division }
}

extension SubletContract {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let known = facts.contract else { throw RegistryRefusal.contractUnknown(contract.text) }
        guard facts.sublessee != nil else { throw RegistryRefusal.partyUnknown(sublessee.text).at("sublessee") }
        guard sublessee != known.lessee else { throw RegistryRefusal.subletToSelf() }
        guard end >= start else { throw RegistryRefusal.termBackwards() }
        let last = facts.endedOn ?? known.end
        guard start >= known.start, end <= last else { throw RegistryRefusal.subletBeyondTerm(known.start, last) }
        if let other = facts.others.first(where: { $0.start <= end && start <= $0.end }) {
            throw RegistryRefusal.subletTwice(other.start, other.end)
        }
        return [
            ContractSublet(
                contract: contract, number: Int64(facts.others.count + 1), sublessee: sublessee, start: start, end: end,
                annual: annual.money, consent: consent, place: known.division)
        ]
    }
}

/// A contract was passed on for a time; numbered from 1.
package struct ContractSublet: RegistryEvent {
    package static let name = "contractSublet"

    package let contract: ContractID
    package let number: Int64
    package let sublessee: PartyID
    package let start: CivilDate
    package let end: CivilDate
    package let annual: Money
    package let consent: String
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            sublessee: pass.value("sublessee", \.sublessee), start: pass.value("start", \.start),
            end: pass.value("end", \.end), annual: pass.value("annualFen", \.annual),
            consent: pass.paper("consent", \.consent), place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) {
        state.changeContract { $0.subleases.append(DayRange(start: start, end: end)) }
    }
}

/// A part of a contract's term for which somebody else uses the thing.
package struct Sublease: Sendable, Hashable {
    package let number: Int64
    package let sublessee: PartyID
    /// Covered for natural persons.
    package let sublesseeName: String
    package let start: CivilDate
    package let end: CivilDate
    package let annual: Money
}
