import HJ212
import Kernel
import Registry
import Storage
import Web

/// The forms of letters, contracts, visits and reagents.
enum UpkeepForms {
    static let all = [write, answer, link, unlink, visit, count]

    static let write = form("alarms/{number}/letter", WriteLetter.self, hidden: "number") { _, _ in
        [.textarea("demand", LetterText.demand, hint: LetterText.demandHint)]
    }

    static let answer = form(
        "letters/{number}/answer", AnswerLetter.self, hidden: "number", to: "/letters/{number}"
    ) { request, _ in
        [
            .textarea("causes", LetterText.causes), .textarea("measures", LetterText.measures),
            .date("doneBy", LetterText.doneBy, value: request.now.date),
        ]
    }

    static let link = form("contracts/new", LinkContract.self) { request, tx in
        [
            try .pick(
                "contract", OperatorText.contract, of: FoundContract.self, request, tx, hint: OperatorText.contractHint)
        ]
    }

    static let unlink = form("contracts/{contract}/unlink", UnlinkContract.self, hidden: "contract") { _, _ in
        [.text("reason", InstrumentText.why)]
    }

    static let visit = form("visits/new", RecordVisit.self, to: "/upkeep") { request, _ in
        [
            .date("day", EnvironmentText.day, value: request.now.date),
            .textarea("words", UpkeepText.found, hint: UpkeepText.foundHint),
        ]
    }

    static let count = form("reagents/count", CountReagent.self, to: "/upkeep") { request, _ in
        [
            .choice(
                "reagent", UpkeepText.reagent, VerbForm.options(request) { (reagent: Reagent) in reagent.label }),
            .date("day", UpkeepText.countedOn, value: request.now.date),
            .text("stock", UpkeepText.stock, hint: UpkeepText.stockHint, limit: 20),
            .text("received", UpkeepText.received, optional: true, limit: 20),
        ]
    }

    private static func form(
        _ path: String, _ command: any FacilityVerb.Type, hidden: String? = nil, to: String = "",
        fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/environment/facilities/{facility}/\(path)", command, target: "/environment/facilities/{facility}" + to,
            of: EnvironmentForms.ofFacility,
            fields: { request, tx in
                let names = hidden.map { VerbForm.hidden($0, of: request) } ?? []
                return VerbForm.hidden("facility", of: request) + names + (try fields(request, tx))
            })
    }
}
