package import Kernel
import Storage

/// The register: places, bodies, parties, resources and assets, resolutions, contracts and their certificates.
/// What is not registered here cannot be traded, let or booked.
///
/// Legal basis: Rural Collective Economic Organisation Law (2025), arts. 2, 12, 21, 26–31; Rural Land Contracting Law,
/// arts. 38–40 and 52; Civil Code, art. 705. Places: GB/T 2260, GB/T 10114; codes are dated attributes of an identity of
/// our own (decision 0040).
package enum Registry {
    package static let name = "registry"
    package static var title: Message { RegistryText.title }
}

/// What one stream of the register remembers. Most rules decide on facts; only the tree of places is all state.
package enum RegistryState: Sendable {
    case divisions(DivisionTree)
    case office(isOpen: Bool)
    /// An organisation, a party, an asset, a resolution, a contract or the parameters of a place.
    case entry(exists: Bool)

    var tree: DivisionTree {
        if case .divisions(let tree) = self { tree } else { DivisionTree() }
    }

    var exists: Bool {
        switch self {
        case .divisions: true
        case .office(let isOpen): isOpen
        case .entry(let exists): exists
        }
    }
}

extension StreamID {
    /// The one stream of all places.
    package static let divisions = StreamID("divisions", "all")
}

extension Registry: StoredModule {
    package typealias Command = RegistryCommand
    package typealias Event = RegistryEvent
    package typealias State = RegistryState
    package typealias Facts = RegistryFacts

    package static func initialState(of stream: StreamID) -> RegistryState {
        switch stream.kind {
        case "divisions": .divisions(DivisionTree())
        case "office": .office(isOpen: false)
        default: .entry(exists: false)
        }
    }

    package static func decide(
        _ command: RegistryCommand, _ state: RegistryState, _ facts: RegistryFacts, _ context: Context
    ) throws(Rejection) -> [RegistryEvent] {
        switch command {
        case .importDivisions(let command): try command.decide(state.tree)
        case .changeDivisionCode(let command): try command.decide(state.tree)
        case .openOffice(let command): try command.decide(state.exists, facts)
        case .closeOffice(let command): try command.decide(state.exists, facts)
        case .registerOrganisation(let command): try command.decide(state.exists, facts, context)
        case .registerParty(let command): try command.decide(state.exists, facts, context)
        case .erasePersonalData(let command): try command.decide(facts, context)
        case .registerAsset(let command): try command.decide(state.exists, facts, context)
        case .reserveAsset(let command): try command.decide(facts, context)
        case .releaseAsset(let command): try command.decide(facts)
        case .setAssetDispute(let command): try command.decide(facts)
        case .endLease(let command): try command.decide(facts)
        case .recordResolution(let command): try command.decide(state.exists, facts, context)
        case .registerContract(let command): try command.decide(state.exists, facts, context)
        case .authenticateContract(let command): try command.decide(facts, context)
        case .reprintCertificate(let command): try command.decide(facts)
        case .setParameter(let command): try command.decide(facts, context)
        }
    }

    package static func evolve(_ state: inout RegistryState, with event: RegistryEvent, at instant: Instant) {
        switch event {
        case .divisionOpened, .divisionClosed, .divisionRenamed, .divisionRecoded, .divisionMoved:
            guard case .divisions(var tree) = state else { return }
            // Let go of the shared copy first, so that the tree is changed in place.
            state = .entry(exists: true)
            tree.apply(event)
            state = .divisions(tree)
        case .officeOpened: state = .office(isOpen: true)
        case .officeClosed: state = .office(isOpen: false)
        default: state = .entry(exists: true)
        }
    }

    package static func division(of command: RegistryCommand, state: RegistryState, facts: RegistryFacts)
        -> DivisionID?
    {
        switch command {
        case .importDivisions(let command):
            command.scope.flatMap { state.tree.holder(of: $0, in: command.codeSystem) } ?? .root
        case .changeDivisionCode(let command): state.tree.holder(of: command.oldCode, in: command.codeSystem)
        case .openOffice(let command): command.division
        case .closeOffice: facts.office?.division
        case .registerOrganisation(let command): command.division
        case .registerParty(let command): command.division
        case .erasePersonalData: facts.party?.division
        case .registerAsset(let command): command.card.division
        case .reserveAsset, .releaseAsset, .setAssetDispute, .endLease, .registerContract: facts.asset?.division
        case .recordResolution: facts.organisation?.division
        case .authenticateContract, .reprintCertificate: facts.contract?.division
        case .setParameter(let command): command.division
        }
    }
}
