package import Kernel
package import Storage

/// The register: places, bodies, parties, resources and assets, resolutions, contracts and their certificates.
/// What is not registered here cannot be traded, let or booked.
///
/// Legal basis: Rural Collective Economic Organisation Law (2025), arts. 2, 12, 21, 26–31; Rural Land Contracting Law,
/// arts. 38–40 and 52; Civil Code, art. 705. Places: GB/T 2260, GB/T 10114; codes are dated attributes of an identity of
/// our own (decision 0040).
package enum Registry: Module {
    package typealias State = RegistryState
    package typealias Refusal = RegistryRefusal

    package static let name = "registry"
    package static var title: Message { RegistryText.title }

    package static let commands: [any Command.Type] = [
        ImportDivisions.self, ChangeDivisionCode.self, OpenOffice.self, CloseOffice.self, RegisterOrganisation.self,
        RegisterParty.self, ErasePersonalData.self, RegisterAsset.self, ReserveAsset.self, ReleaseAsset.self,
        SetAssetDispute.self, CorrectAsset.self, RetireAsset.self, EndLease.self, RecordResolution.self,
        UseResolution.self, RegisterContract.self,
        SubletContract.self, AmendContract.self,
        AuthenticateContract.self, ReprintCertificate.self, SetParameter.self, AnnounceCalendar.self, EnterParcel.self,
        RedrawParcel.self, SplitParcel.self, MergeParcels.self, LayRedLine.self, WithdrawRedLine.self,
        NoteMending.self,
    ]
    package static let events: [any Event.Type] = [
        DivisionOpened.self, DivisionClosed.self, DivisionRenamed.self, DivisionRecoded.self, DivisionMoved.self,
        OfficeOpened.self, OfficeClosed.self, OrganisationRegistered.self, PartyRegistered.self,
        PersonalDataErased.self, AssetRegistered.self, AssetReserved.self, AssetReleased.self, AssetDisputeSet.self,
        AssetCorrected.self, AssetRetired.self, LeaseEnded.self, ResolutionRecorded.self, ResolutionUsed.self,
        ContractRegistered.self, ContractSublet.self, ContractAmended.self,
        ContractAuthenticated.self, CertificateReprinted.self, ParameterSet.self, CalendarAnnounced.self,
        ParcelEntered.self, ParcelRedrawn.self, ParcelSplit.self, ParcelsMerged.self, RedLineLaid.self,
        RedLineWithdrawn.self, TablesMended.self,
    ]

    package static func initialState(of stream: StreamID) -> RegistryState {
        switch stream.kind {
        case "divisions": .divisions(DivisionTree())
        case "office": .office(isOpen: false)
        default: .entry(exists: false)
        }
    }

    package static func check(_ state: RegistryState, _ invariants: inout Invariants) {
        if case .contract(let contract) = state { contract.check(&invariants) }
    }
}

/// A command of the register.
package protocol RegistryCommand: Command where Domain == Registry {}

/// An event of the register; it always concerns a place.
package protocol RegistryEvent: Event where Domain == Registry {
    var place: DivisionID { get }
}

extension RegistryEvent {
    package var division: DivisionID? { place }
}

/// What one stream of the register remembers. Most rules decide on facts; only the tree of places is all state.
package enum RegistryState: Sendable {
    case divisions(DivisionTree)
    case office(isOpen: Bool)
    /// An organisation, a party, an asset, a resolution or the parameters of a place.
    case entry(exists: Bool)
    /// A contract as its agreements have it.
    case contract(RegisteredContract)

    var tree: DivisionTree {
        if case .divisions(let tree) = self { tree } else { DivisionTree() }
    }

    /// Changes the tree in place: the state lets go of it first.
    mutating func changeTree(_ body: (inout DivisionTree) -> Void) {
        guard case .divisions(var tree) = self else { return }
        self = .entry(exists: true)
        body(&tree)
        self = .divisions(tree)
    }

    /// Changes the contract of the stream in place.
    mutating func changeContract(_ body: (inout RegisteredContract) -> Void) {
        guard case .contract(var contract) = self else { return }
        self = .entry(exists: true)
        body(&contract)
        self = .contract(contract)
    }

    var exists: Bool {
        switch self {
        case .divisions, .contract: true
        case .office(let isOpen): isOpen
        case .entry(let exists): exists
        }
    }
}

extension StreamID {
    /// The one stream of all places.
    package static let divisions = StreamID("divisions", "all")
}
