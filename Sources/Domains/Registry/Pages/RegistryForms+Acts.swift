import Kernel
import Storage
import Web

extension RegistryForm {
    static let office = RegistryForm(
        path: "/register/office", command: OpenOffice.self, title: RegistryText.newOffice,
        target: "/offices",
        fields: { request, tx in
            [
                .choice("role", RegistryText.role, VerbForm.options(request) { (choice: Role) in choice.label }),
                try place(request, tx),
                try .pick(
                    "person", RegistryText.person, of: PartyName.self, request, tx, hint: RegistryText.personHint,
                    optional: true),
                .text("title", RegistryText.officeTitle, hint: RegistryText.officeTitleHint),
            ]
        })

    static let erasure = RegistryForm(
        path: "/register/erasure", command: ErasePersonalData.self, title: RegistryText.erasePersonalData,
        note: RegistryText.erasureNote, target: "/parameters",
        fields: { request, tx in
            [
                try .pick("party", RegistryText.erasedParty, of: NaturalParty.self, request, tx),
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
                    VerbForm.options(request) { (choice: CertificateLevel) in choice.label }),
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
