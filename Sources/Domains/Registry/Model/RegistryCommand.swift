package import Kernel

/// Everything that can be asked of the register.
package enum RegistryCommand: ModuleCommand {
    case importDivisions(ImportDivisions)
    case changeDivisionCode(ChangeDivisionCode)
    case openOffice(OpenOffice)
    case closeOffice(CloseOffice)
    case registerOrganisation(RegisterOrganisation)
    case registerParty(RegisterParty)
    case erasePersonalData(ErasePersonalData)
    case registerAsset(RegisterAsset)
    case reserveAsset(ReserveAsset)
    case releaseAsset(ReleaseAsset)
    case setAssetDispute(SetAssetDispute)
    case endLease(EndLease)
    case recordResolution(RecordResolution)
    case registerContract(RegisterContract)
    case authenticateContract(AuthenticateContract)
    case reprintCertificate(ReprintCertificate)
    case setParameter(SetParameter)

    package static let forms: [CommandForm<RegistryCommand>] = [
        CommandForm(ImportDivisions.self) { .importDivisions($0) },
        CommandForm(ChangeDivisionCode.self) { .changeDivisionCode($0) },
        CommandForm(OpenOffice.self) { .openOffice($0) },
        CommandForm(CloseOffice.self) { .closeOffice($0) },
        CommandForm(RegisterOrganisation.self) { .registerOrganisation($0) },
        CommandForm(RegisterParty.self) { .registerParty($0) },
        CommandForm(ErasePersonalData.self) { .erasePersonalData($0) },
        CommandForm(RegisterAsset.self) { .registerAsset($0) },
        CommandForm(ReserveAsset.self) { .reserveAsset($0) },
        CommandForm(ReleaseAsset.self) { .releaseAsset($0) },
        CommandForm(SetAssetDispute.self) { .setAssetDispute($0) },
        CommandForm(EndLease.self) { .endLease($0) },
        CommandForm(RecordResolution.self) { .recordResolution($0) },
        CommandForm(RegisterContract.self) { .registerContract($0) },
        CommandForm(AuthenticateContract.self) { .authenticateContract($0) },
        CommandForm(ReprintCertificate.self) { .reprintCertificate($0) },
        CommandForm(SetParameter.self) { .setParameter($0) },
    ]

    package var payload: any CommandPayload {
        switch self {
        case .importDivisions(let command): command
        case .changeDivisionCode(let command): command
        case .openOffice(let command): command
        case .closeOffice(let command): command
        case .registerOrganisation(let command): command
        case .registerParty(let command): command
        case .erasePersonalData(let command): command
        case .registerAsset(let command): command
        case .reserveAsset(let command): command
        case .releaseAsset(let command): command
        case .setAssetDispute(let command): command
        case .endLease(let command): command
        case .recordResolution(let command): command
        case .registerContract(let command): command
        case .authenticateContract(let command): command
        case .reprintCertificate(let command): command
        case .setParameter(let command): command
        }
    }
}
