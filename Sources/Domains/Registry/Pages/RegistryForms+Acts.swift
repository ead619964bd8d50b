import Kernel
import Storage
import Web

extension RegistryForm {
    static let office = RegistryForm(
        path: "/register/office", command: OpenOffice.name, title: RegistryText.newOffice, note: nil,
        rule: .roles([.administrator]), target: "/places",
        fields: { request, tx in
            [
                .text("office", RegistryText.office, limit: 64),
                .choice("role", RegistryText.role, options(request) { (choice: Role) in choice.label }),
                .text("division", RegistryText.place, hint: RegistryText.placeIdentifierHint, limit: 64),
                .text("person", RegistryText.person, limit: 64), .text("title", RegistryText.name),
            ]
        })

    static let erasure = RegistryForm(
        path: "/register/erasure", command: ErasePersonalData.name, title: RegistryText.erasePersonalData,
        note: RegistryText.erasureNote, rule: county, target: "/parameters",
        fields: { request, tx in
            let parties = try PartyQueries.list(within: request.principal?.division ?? .root, in: tx)
            return [
                .choice(
                    "party", RegistryText.erasedParty,
                    parties.filter(\.kind.isNatural).map { FormField.Option($0.id.text, "\($0.displayName) \($0.id)") }),
                .text("reason", RegistryText.erasureReason),
            ]
        })

    static let authentication = RegistryForm(
        path: "/contracts/{contract}/authenticate", command: AuthenticateContract.name,
        title: RegistryText.authenticateContract, note: nil, rule: reviewers, target: "/contracts/{id}",
        fields: { request, _ in
            [
                .hidden("contract", request.parameters["contract"] ?? ""),
                .choice(
                    "level", RegistryText.certificateLevel,
                    options(request) { (choice: CertificateLevel) in choice.label }),
            ]
        })

    static let reprint = RegistryForm(
        path: "/contracts/{contract}/reprint", command: ReprintCertificate.name,
        title: RegistryText.reprintCertificate, note: nil, rule: stations, target: "/contracts/{id}",
        fields: { request, _ in
            [
                .hidden("contract", request.parameters["contract"] ?? ""),
                .text("reason", RegistryText.printReason),
            ]
        })

    static let dispute = RegistryForm(
        path: "/assets/{asset}/dispute", command: SetAssetDispute.name, title: RegistryText.setAssetDispute,
        note: RegistryText.disputeNote, rule: stations, target: "/assets/{id}",
        fields: { request, _ in
            [
                .hidden("asset", request.parameters["asset"] ?? ""),
                .text("dispute", RegistryText.dispute, optional: true),
            ]
        })

    /// A button to the form at `path`, for those who may use it.
    static func action(_ form: RegistryForm, at path: String, for request: PageRequest) -> [Action] {
        form.rule.allows(request.principal) ? [Action(form.title, to: path)] : []
    }
}
