import Kernel
import Registry
import Storage
import Web

/// The forms of bills, claims and countings; each is one command.
enum MoneyForms {
    static let all = [bill, payBill, claim, payClaim, acknowledge, setOff, waive, census, count, confirm]

    private static func form(
        _ path: String, _ command: any CleanupCommand.Type, target: String, of thing: VerbForm.Thing? = nil,
        fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(path, command, target: target, of: thing, fields: fields)
    }

    private static func body(_ request: PageRequest, _ tx: any ReadTransaction) throws -> FormField {
        try .pick("organisation", CleanupText.organisation, of: OrganisationName.self, request, tx)
    }

    /// A resolution of the body; without one the rule says what is missing.
    private static func resolution(
        of body: OrganisationID?, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> FormField {
        let known = try body.map { try ResolutionQueries.listFree(of: $0, in: tx) } ?? []
        return .choice(
            "resolution", CleanupText.resolution,
            known.map { .init($0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label))") },
            optional: true)
    }

    static let bill = form(
        "/register/land-bill", BillHousehold.self, target: "/land-bills/{id}",
        fields: { request, tx in
            [
                try body(request, tx), .text("household", CleanupText.household),
                .text("name", CleanupText.personName, optional: true),
                .text("category", CleanupText.landClass), .area("found", CleanupText.found),
                .money("guidePriceFen", CleanupText.guidePrice), .text("priceBasis", CleanupText.priceBasis),
                .number("months", CleanupText.months, value: 12), .checkbox("isHardship", CleanupText.hardship),
            ]
        })

    static let payBill = form(
        "/land-bills/{bill}/pay", PayBill.self, target: "/land-bills/{bill}", of: BillPage.thing,
        fields: { request, _ in
            VerbForm.hidden("bill", of: request) + [
                .date("paidOn", CleanupText.paidOn, value: request.now.date), .checkbox("isCash", CleanupText.cash),
                .text("reference", CleanupText.reference),
            ]
        })

    static let claim = form(
        "/register/claim", RecordClaim.self, target: "/claims/{id}",
        fields: { request, tx in
            [
                try body(request, tx),
                .choice("side", CleanupText.side, VerbForm.options(request) { (side: ClaimSide) in side.label }),
                .text("party", CleanupText.party), .text("name", CleanupText.personName, optional: true),
                .choice("kind", CleanupText.kindOfClaim, VerbForm.options(request) { (kind: ClaimKind) in kind.label }),
                .money("amountFen", CleanupText.amount), .date("arose", CleanupText.arose),
                .date("due", CleanupText.dueOn),
                .choice("proof", CleanupText.proof, VerbForm.options(request) { (proof: ClaimProof) in proof.label }),
                .date("lastAcknowledged", CleanupText.acknowledged, optional: true),
            ]
        })

    static let payClaim = ofClaim("/pay", PayClaim.self) { request, _, claim in
        [
            .money("amountFen", CleanupText.amount, value: claim?.left),
            .date("on", CleanupText.paidOn, value: request.now.date), .text("reference", CleanupText.reference),
        ]
    }

    static let acknowledge = ofClaim("/acknowledge", AcknowledgeClaim.self) { request, _, _ in
        [
            .date("on", CleanupText.acknowledgedOn, value: request.now.date),
            .paper("paper", CleanupText.paper),
        ]
    }

    static let setOff = ofClaim("/setoff", SetOffClaim.self) { request, tx, claim in
        let others = try claim.map { try ClaimQueries.listCounterparts(of: $0, in: tx) } ?? []
        return [
            .choice(
                "other", CleanupText.other,
                others.map {
                    let (claim, format) = ($0.claim, request.format)
                    return .init(
                        claim.id.text,
                        "\(request(claim.kind.label)) · \(format.date(claim.due)) · \(format.money(claim.left))")
                }), .checkbox("isLandIncome", CleanupText.landIncomeLabel),
            .paper("consent", CleanupText.consent, optional: true),
        ]
    }

    static let waive = ofClaim("/waive", WaiveClaim.self) { request, tx, claim in
        [
            try resolution(of: claim?.organisation, request, tx),
            .paper("review", CleanupText.review, optional: true),
        ]
    }

    private static func ofClaim(
        _ path: String, _ command: any CleanupCommand.Type,
        _ fields: @escaping @Sendable (PageRequest, any ReadTransaction, Claim?) throws -> [FormField]
    ) -> VerbForm {
        form(
            "/claims/{claim}" + path, command, target: "/claims/{claim}", of: ClaimPage.thing,
            fields: { request, tx in
                let claim = try request.identifier("claim", as: ClaimName.self).flatMap {
                    try ClaimQueries.find($0, in: tx)?.claim
                }
                return VerbForm.hidden("claim", of: request) + (try fields(request, tx, claim))
            })
    }

    static let census = form(
        "/register/census", OpenCensus.self, target: "/censuses/{id}",
        fields: { request, tx in
            [try body(request, tx), .date("asOf", CleanupText.asOf, value: request.now.date)]
        })

    static let count = form(
        "/censuses/{census}/count", CountLine.self, target: "/censuses/{census}", of: CensusPage.thing,
        fields: { request, _ in
            VerbForm.hidden("census", of: request) + [
                .text("item", CleanupText.item),
                .choice(
                    "category", CleanupText.category,
                    VerbForm.options(request) { (category: CensusClass) in category.label }),
                .money("bookFen", CleanupText.book), .money("countedFen", CleanupText.counted),
                .choice(
                    "reason", CleanupText.reason, VerbForm.options(request) { (reason: CensusReason) in reason.label },
                    optional: true), .text("note", CleanupText.note, optional: true),
            ]
        })

    static let confirm = form(
        "/censuses/{census}/confirm", ConfirmCensus.self, target: "/censuses/{census}", of: CensusPage.thing,
        fields: { request, tx in
            let found = try request.identifier("census", as: CensusName.self).flatMap {
                try CensusQueries.find($0, in: tx)?.census
            }
            return VerbForm.hidden("census", of: request) + [try resolution(of: found?.organisation, request, tx)]
        })
}
