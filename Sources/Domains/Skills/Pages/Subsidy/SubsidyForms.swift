import Kernel
import Registry
import Storage
import Web

/// The forms of subsidies and findings.
extension SkillsForms {
    static let subsidy = [claim, check, approveClaim, pay, refuseClaim, reclaim, repay, answer]

    static let claim = VerbForm(
        "/skills/certificates/{certificate}/claim", ClaimSubsidy.self, note: SubsidyText.fourPeople,
        target: "/skills/claims/{id}", of: CertificatePage.holders, above: what,
        fields: { request, tx in
            let line = try request.identifier("certificate", as: SkillCertificateName.self).flatMap {
                try SkillsQueries.findCertificate($0, in: tx)
            }
            let employers = try line.map { try SkillsQueries.listEmployers(of: $0.learner, in: tx) } ?? []
            let market: [FormField] =
                employers.isEmpty
                ? []
                : [
                    .choice(
                        "marketEmployer", RecoveryText.marketEmployer, employers.map { .init($0.text, $0.text) },
                        hint: RecoveryText.marketHint, optional: true)
                ]
            return VerbForm.hidden("certificate", of: request) + [
                .text("account", SubsidyText.account, limit: 40),
                .text("employer", SubsidyText.employer, optional: true),
            ] + market + [.date("workFrom", SubsidyText.workFrom, optional: true)]
        })

    static let check = step("check", CheckClaim.self, [.text("paper", CertificateText.paper)])
    static let approveClaim = step("approve", ApproveClaim.self, [])
    static let pay = step("pay", PayClaim.self, [.text("reference", SubsidyText.reference)])
    static let refuseClaim = step("refuse", RefuseClaim.self, [.text("paper", CertificateText.paper)])

    static let reclaim = step(
        "reclaim", ReclaimSubsidy.self,
        [.money("amountFen", RecoveryText.amount), .text("paper", CertificateText.paper)], note: RecoveryText.note)
    static let repay = step(
        "repay", RecordRepayment.self,
        [.money("amountFen", RecoveryText.repaidAmount), .text("reference", SubsidyText.reference)],
        note: RecoveryText.note)

    private static func step(
        _ path: String, _ command: any SkillsCommand.Type, _ fields: [FormField], note: Message = SubsidyText.fourPeople
    ) -> VerbForm {
        VerbForm(
            "/skills/claims/{claim}/" + path, command, note: note,
            target: "/skills/claims/{claim}", of: ClaimPage.thing,
            above: { request, tx in
                let line = try request.identifier("claim", as: ClaimName.self).flatMap {
                    try SkillsQueries.findClaim($0, in: tx)
                }
                return line.map {
                    [
                        FactList([
                            .init(SubsidyText.claim, HTML.link($0.id.text, to: "/skills/claims/\($0.id)")),
                            .init(SkillsText.occupation, HTML(text: request($0.occupation.label))),
                            .init(SkillsText.learner, HTML(text: $0.name)),
                            .init(SubsidyText.amount, HTML(text: request.format.money($0.amount))),
                        ])
                    ]
                } ?? []
            },
            fields: { request, _ in VerbForm.hidden("claim", of: request) + fields })
    }

    static let answer = VerbForm(
        "/skills/findings/{detector}/{about}/answer", AnswerFinding.self, note: SubsidyText.findingsNote,
        target: "/skills/findings",
        fields: { request, _ in
            VerbForm.hidden("detector", "about", of: request) + [
                .hidden("place", request.principal?.division.text ?? ""),
                .choice(
                    "answer", SubsidyText.answer,
                    VerbForm.options(request) { (answer: FindingAnswer) in answer.label }),
                .text("paper", CertificateText.paper),
            ]
        })
}

extension CertificatePage {
    /// A certificate as its holder's thing, at her place.
    static let holders: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("certificate", as: SkillCertificateName.self),
            let line = try SkillsQueries.findCertificate(id, in: tx),
            let learner = try SkillsQueries.findLearner(line.learner, in: tx)
        else { return nil }
        return Belonging(at: learner.learner.place, of: PersonID(line.learner.text))
    }
}
