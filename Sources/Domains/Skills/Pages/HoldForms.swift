import Kernel
import Registry
import Storage
import Web

/// The forms that replace, suspend and restore a certificate, and correct the name on it.
extension SkillsForms {
    static let holds = [
        step(
            "replace", ReplaceCertificate.self, HoldText.replaceNote,
            { request in
                [
                    .choice(
                        "cause", HoldText.cause,
                        VerbForm.options(request) { (cause: ReplacementCause) in cause.label }),
                    .text("newNumber", HoldText.newNumber, hint: HoldText.newNumberHint, optional: true, limit: 22),
                    .text("paper", CertificateText.paper),
                ]
            }),
        step(
            "suspend", SuspendCertificate.self, HoldText.suspendNote,
            { request in
                [
                    .choice(
                        "reason", CertificateText.reason,
                        VerbForm.options(request) { (reason: SuspensionReason) in reason.label }),
                    .text("paper", CertificateText.paper),
                ]
            }),
        step("lift", LiftSuspension.self, HoldText.liftNote, { _ in [.text("paper", CertificateText.paper)] }),
        VerbForm(
            "/skills/learners/{learner}/name", CorrectLearnerName.self, target: "/skills/learners/{learner}",
            of: LearnerPage.thing, above: what,
            fields: { request, _ in
                VerbForm.hidden("learner", of: request) + [
                    .text("name", HoldText.nameAsOnCard), .text("paper", CertificateText.paper),
                ]
            }),
    ]

    private static func step(
        _ path: String, _ command: any SkillsCommand.Type, _ note: Message,
        _ fields: @escaping @Sendable (PageRequest) -> [FormField]
    ) -> VerbForm {
        VerbForm(
            "/skills/certificates/{certificate}/" + path, command, note: note,
            target: "/skills/certificates/{certificate}", of: CertificatePage.thing, above: what,
            fields: { request, _ in VerbForm.hidden("certificate", of: request) + fields(request) })
    }
}
