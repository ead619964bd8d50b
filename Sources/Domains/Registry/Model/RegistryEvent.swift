package import Kernel

/// Everything that can happen in the register.
package enum RegistryEvent: ModuleEvent {
    case divisionOpened(DivisionOpened)
    case divisionClosed(DivisionClosed)
    case divisionRenamed(DivisionRenamed)
    case divisionRecoded(DivisionRecoded)
    case divisionMoved(DivisionMoved)
    case officeOpened(OfficeOpened)
    case officeClosed(OfficeClosed)
    case organisationRegistered(OrganisationRegistered)
    case partyRegistered(PartyRegistered)
    case personalDataErased(PersonalDataErased)
    case assetRegistered(AssetRegistered)
    case assetReserved(AssetReserved)
    case assetReleased(AssetReleased)
    case assetDisputeSet(AssetDisputeSet)
    case leaseEnded(LeaseEnded)
    case resolutionRecorded(ResolutionRecorded)
    case contractRegistered(ContractRegistered)
    case contractAuthenticated(ContractAuthenticated)
    case certificateReprinted(CertificateReprinted)
    case parameterSet(ParameterSet)

    package static let forms: [EventForm<RegistryEvent>] = [
        EventForm(DivisionOpened.self) { .divisionOpened($0) },
        EventForm(DivisionClosed.self) { .divisionClosed($0) },
        EventForm(DivisionRenamed.self) { .divisionRenamed($0) },
        EventForm(DivisionRecoded.self) { .divisionRecoded($0) },
        EventForm(DivisionMoved.self) { .divisionMoved($0) },
        EventForm(OfficeOpened.self) { .officeOpened($0) },
        EventForm(OfficeClosed.self) { .officeClosed($0) },
        EventForm(OrganisationRegistered.self) { .organisationRegistered($0) },
        EventForm(PartyRegistered.self) { .partyRegistered($0) },
        EventForm(PersonalDataErased.self) { .personalDataErased($0) },
        EventForm(AssetRegistered.self) { .assetRegistered($0) },
        EventForm(AssetReserved.self) { .assetReserved($0) },
        EventForm(AssetReleased.self) { .assetReleased($0) },
        EventForm(AssetDisputeSet.self) { .assetDisputeSet($0) },
        EventForm(LeaseEnded.self) { .leaseEnded($0) },
        EventForm(ResolutionRecorded.self) { .resolutionRecorded($0) },
        EventForm(ContractRegistered.self) { .contractRegistered($0) },
        EventForm(ContractAuthenticated.self) { .contractAuthenticated($0) },
        EventForm(CertificateReprinted.self) { .certificateReprinted($0) },
        EventForm(ParameterSet.self) { .parameterSet($0) },
    ]

    package var payload: any EventPayload {
        switch self {
        case .divisionOpened(let event): event
        case .divisionClosed(let event): event
        case .divisionRenamed(let event): event
        case .divisionRecoded(let event): event
        case .divisionMoved(let event): event
        case .officeOpened(let event): event
        case .officeClosed(let event): event
        case .organisationRegistered(let event): event
        case .partyRegistered(let event): event
        case .personalDataErased(let event): event
        case .assetRegistered(let event): event
        case .assetReserved(let event): event
        case .assetReleased(let event): event
        case .assetDisputeSet(let event): event
        case .leaseEnded(let event): event
        case .resolutionRecorded(let event): event
        case .contractRegistered(let event): event
        case .contractAuthenticated(let event): event
        case .certificateReprinted(let event): event
        case .parameterSet(let event): event
        }
    }

    package var division: DivisionID? {
        switch self {
        case .divisionOpened(let event): event.division
        case .divisionClosed(let event): event.division
        case .divisionRenamed(let event): event.division
        case .divisionRecoded(let event): event.division
        case .divisionMoved(let event): event.division
        case .officeOpened(let event): event.division
        case .officeClosed(let event): event.division
        case .organisationRegistered(let event): event.division
        case .partyRegistered(let event): event.division
        case .personalDataErased(let event): event.division
        case .assetRegistered(let event): event.card.division
        case .assetReserved(let event): event.division
        case .assetReleased(let event): event.division
        case .assetDisputeSet(let event): event.division
        case .leaseEnded(let event): event.division
        case .resolutionRecorded(let event): event.division
        case .contractRegistered(let event): event.division
        case .contractAuthenticated(let event): event.division
        case .certificateReprinted(let event): event.division
        case .parameterSet(let event): event.division
        }
    }

    package var erased: DataSubject? {
        if case .personalDataErased(let event) = self { DataSubject(of: event.party) } else { nil }
    }
}
