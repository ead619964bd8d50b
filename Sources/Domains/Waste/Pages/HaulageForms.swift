import Kernel
import Registry
import Storage
import Web

/// The forms of haulers' contracts and their months.
enum HaulageForms {
    static let all = [register, assess, withdraw, draft, agree, dispute, confirm]

    static let register = VerbForm(
        "/waste/haulages/new", RegisterHaulage.self, note: HaulageText.registerNote, target: "/waste/haulages/{id}",
        fields: { request, tx in
            [
                try .pick("hauler", HaulageText.hauler, of: OrganisationName.self, request, tx),
                try .pick("payer", HaulageText.payer, of: OrganisationName.self, request, tx),
                try .pick(
                    "agent", HaulageText.agent, of: PrivateAccount.self, request, tx, hint: HaulageText.agentHint),
                try .pick(
                    "place", WasteText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
                .choice(
                    "basis", HaulageText.basis, VerbForm.options(request) { (basis: HaulageBasis) in basis.label },
                    value: HaulageBasis.collected.rawValue),
                .money("priceFen", HaulageText.price), .date("from", HaulageText.from, value: request.now.date),
                .date("until", HaulageText.until),
            ]
        })

    static let assess = VerbForm(
        "/waste/haulages/{haulage}/assess", AssessHaulage.self, note: HaulageText.assessNote,
        target: "/waste/haulages/{haulage}", of: HaulagePage.thing, above: about,
        fields: { request, _ in
            VerbForm.hidden("haulage", of: request) + [
                .date("day", WasteText.day, value: request.now.date),
                .choice(
                    "kind", HaulageText.kind, VerbForm.options(request) { (kind: AssessmentKind) in kind.label }),
                .money("amountFen", HaulageText.amountLabel),
            ]
        })

    static let withdraw = VerbForm(
        "/waste/haulages/{haulage}/months/{month}/assessments/{number}/withdraw", WithdrawAssessment.self,
        target: "/waste/haulages/{haulage}/months/{month}", of: HaulagePage.thing, above: about,
        fields: { request, _ in VerbForm.hidden("haulage", "number", of: request) })

    static let draft = month("draft", DraftSettlement.self)
    static let agree = month("agree", AgreeSettlement.self, note: HaulageText.agreeNote)
    static let confirm = month("confirm", ConfirmSettlement.self, note: HaulageText.confirmNote)
    static let dispute = month(
        "dispute", DisputeSettlement.self,
        fields: { request, _ in
            [
                .choice(
                    "reason", HaulageText.disputeReason,
                    VerbForm.options(request) { (reason: DisputeReason) in reason.label })
            ]
        })

    private static func month(
        _ path: String, _ command: any WasteCommand.Type, note: Message? = nil,
        fields: @escaping VerbForm.Fields = { _, _ in [] }
    ) -> VerbForm {
        VerbForm(
            "/waste/haulages/{haulage}/months/{month}/" + path, command, note: note,
            target: "/waste/haulages/{haulage}/months/{month}", of: HaulagePage.thing, above: about,
            fields: { request, tx in
                try VerbForm.hidden("haulage", "month", of: request) + fields(request, tx)
            })
    }

    /// What a form is about: the hauler, and the month with its amount.
    private static let about: VerbForm.Above = { request, tx in
        guard let id = request.identifier("haulage", as: HaulageName.self),
            let line = try HaulageQueries.find(id, in: tx)
        else { return [] }
        var facts: [FactList.Fact] = [.init(HaulageText.hauler, HTML(text: line.haulerName))]
        if let month = request.parameters["month"].flatMap({ WasteMonth($0) }),
            let settlement = try HaulageQueries.findSettlement(id, month, in: tx)
        {
            facts.append(.init(HaulageText.month, HTML(text: month.text)))
            facts.append(.init(HaulageText.net, HTML(text: request.format.money(settlement.net))))
        }
        return [FactList(facts)]
    }
}
