import Kernel
import Storage
import Web

extension RegistryForm {
    static let office = RegistryForm(
        path: "/register/office", command: OpenOffice.self, title: RegistryText.newOffice,
        target: "/places",
        fields: { request, tx in
            [
                .text("office", RegistryText.office, limit: 64),
                .choice("role", RegistryText.role, options(request) { (choice: Role) in choice.label }),
                try place(request, tx),
                .text("person", RegistryText.person, limit: 64), .text("title", RegistryText.name),
            ]
        })

    static let erasure = RegistryForm(
        path: "/register/erasure", command: ErasePersonalData.self, title: RegistryText.erasePersonalData,
        note: RegistryText.erasureNote, target: "/parameters",
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
        path: "/contracts/{contract}/authenticate", command: AuthenticateContract.self,
        title: RegistryText.authenticateContract, target: "/contracts/{id}", thing: ofContract,
        fields: { request, _ in
            [
                .hidden("contract", request.parameters["contract"] ?? ""),
                .choice(
                    "level", RegistryText.certificateLevel,
                    options(request) { (choice: CertificateLevel) in choice.label }),
            ]
        })

    static let reprint = RegistryForm(
        path: "/contracts/{contract}/reprint", command: ReprintCertificate.self,
        title: RegistryText.reprintCertificate, target: "/contracts/{id}", thing: ofContract,
        fields: { request, _ in
            [
                .hidden("contract", request.parameters["contract"] ?? ""),
                .text("reason", RegistryText.printReason),
            ]
        })

    static let dispute = RegistryForm(
        path: "/assets/{asset}/dispute", command: SetAssetDispute.self, title: RegistryText.setAssetDispute,
        note: RegistryText.disputeNote, target: "/assets/{id}", thing: ofAsset,
        fields: { request, _ in
            [
                .hidden("asset", request.parameters["asset"] ?? ""),
                .text("dispute", RegistryText.dispute, optional: true),
            ]
        })

    /// A button to the form at `path`, for those who may use it; of a thing that lies in `places` (from the top down) for
    /// those alone who are responsible for one of them.
    static func action(
        _ form: RegistryForm, at path: String, in places: [Division]? = nil, isPrimary: Bool = false,
        for request: PageRequest
    ) -> [Action] {
        let isOwn = places.map { request.sits(over: $0) } ?? true
        return isOwn && form.rule.allows(request.principal) ? [Action(form.title, to: path, isPrimary: isPrimary)] : []
    }
}

extension PageRequest {
    /// Whether the reader's desk is responsible for a place with this path from the top down.
    func sits(over path: [Division]) -> Bool {
        guard let desk = principal?.division else { return false }
        return desk == .root || path.contains { $0.id == desk }
    }
}
