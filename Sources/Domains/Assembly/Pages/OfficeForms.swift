import Kernel
import Registry
import Storage
import Web

/// The forms of who is in office. Terms and declarations get their names from the program.
enum OfficeForms {
    static let all = [fill, declare, withdraw, leave, erase]

    private static let list = "/organisations/{organisation}/officers"

    static let fill = VerbForm(
        list + "/new", FillOffice.self, note: AssemblyText.officeHoldersNote, target: list, of: RollPage.thing,
        fields: { request, _ in
            VerbForm.hidden("organisation", of: request) + [
                .choice(
                    "office", AssemblyText.office,
                    VerbForm.options(request) { (office: VillageOffice) in office.label }),
                .text("name", AssemblyText.holderName, limit: 60),
                .text("identityNumber", AssemblyText.identityNumber, limit: 18),
                .date("from", AssemblyText.inOfficeSince, value: request.now.date),
                .date("until", AssemblyText.inOfficeUntil, hint: AssemblyText.untilHint, optional: true),
            ]
        })

    static let declare = ofTerm(
        "kin", DeclareKin.self, note: AssemblyText.declareNote,
        fields: { request, _ in
            [
                .choice(
                    "relation", AssemblyText.relation,
                    VerbForm.options(request) { (relation: KinRelation) in relation.label }),
                .text("name", AssemblyText.relativeName, limit: 60),
                .text("identityNumber", AssemblyText.identityNumber, limit: 18),
            ]
        })

    static let withdraw = ofTerm(
        "kin-back", WithdrawKin.self, note: AssemblyText.withdrawNote,
        fields: { request, tx in
            let term = request.identifier("term", as: TermName.self)
            let lines = try request.identifier("organisation", as: OrganisationName.self)
                .map { try TermQueries.list(of: $0, in: tx) }
            let kin = lines?.first { $0.term.id == term }?.kin ?? []
            let options = kin.enumerated().map { position, kin in
                FormField.Option(kin.text, request(AssemblyText.numbered(request.format.count(position + 1))))
            }
            return [
                .choice("kin", AssemblyText.declaration, options), .text("reason", AssemblyText.eraseReason),
            ]
        })

    static let leave = ofTerm(
        "leave", LeaveOffice.self,
        fields: { request, _ in
            [
                .date("until", AssemblyText.lastDay, value: request.now.date),
                .text("paper", AssemblyText.paper, hint: AssemblyText.leavePaperHint),
            ]
        })

    static let erase = ofTerm(
        "erase", EraseTerm.self, note: AssemblyText.eraseTermNote,
        fields: { _, _ in [.text("reason", AssemblyText.eraseReason)] })

    private static func ofTerm(
        _ name: String, _ command: any TermVerb.Type, note: Message? = nil, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            list + "/{term}/\(name)", command, note: note, target: list,
            of: { request, tx in
                guard let body = request.identifier("organisation", as: OrganisationName.self),
                    let term = request.identifier("term", as: TermName.self)
                else { return nil }
                return try TermQueries.findPlace(of: term, in: body, tx).map { Belonging(at: $0) }
            },
            fields: { request, tx in VerbForm.hidden("term", of: request) + (try fields(request, tx)) })
    }
}
