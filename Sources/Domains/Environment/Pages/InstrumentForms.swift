import HJ212
import Kernel
import Registry
import Storage
import Web

/// The forms of instruments, checks and marks.
enum InstrumentForms {
    static let all = [register, accept, retire, check, compare, mark, confirm, withdraw]
    static let pairs = 5

    static let register = ofFacility("instruments/new", RegisterInstrument.self) { request, _ in
        [
            EnvironmentForms.item(request), .text("model", InstrumentText.model, limit: 60),
            .text("serial", InstrumentText.serial, limit: 40),
            .text("range", InstrumentText.range, hint: InstrumentText.rangeHint, limit: 20),
        ]
    }

    static let accept = ofInstrument("accept", AcceptInstrument.self) { request, _ in
        [
            .date("day", EnvironmentText.day, value: request.now.date),
            .text("paper", InstrumentText.paper, limit: 80),
        ]
    }

    static let retire = ofInstrument("retire", RetireInstrument.self) { request, _ in
        [.date("day", EnvironmentText.day, value: request.now.date), .text("reason", InstrumentText.why)]
    }

    static let check = ofInstrument("check", RecordCheck.self) { request, tx in
        let half = try line(request, tx).flatMap { Micro.quotient(Int128($0.range.units), by: 2) }
        return [
            .instant("at", InstrumentText.checkedAt, value: request.now),
            .text(
                "standard", InstrumentText.standard, hint: InstrumentText.standardHint, value: half?.shortest ?? "",
                limit: 20), .text("reading", InstrumentText.reading, limit: 20),
        ]
    }

    static let compare = ofInstrument("comparison", RecordComparison.self) { request, _ in
        let rows = (0..<pairs).flatMap { row -> [FormField] in
            [false, true].map { isLaboratory in
                .text(
                    "pairs[\(row)].\(isLaboratory ? "laboratory" : "instrument")",
                    InstrumentText.pair(row + 1, isLaboratory),
                    hint: row == 0 && !isLaboratory ? InstrumentText.pairsHint : nil, optional: row > 2, limit: 20)
            }
        }
        return [
            .date("day", EnvironmentText.day, value: request.now.date),
            .text("laboratory", InstrumentText.laboratory, limit: 80),
        ] + rows
    }

    static let mark = ofFacility("marks/new", MarkHours.self) { request, _ in
        [
            .date("day", EnvironmentText.day, value: DayAnswer.yesterday(request.now)),
            .number("from", InstrumentText.firstHour, hint: InstrumentText.hourHint),
            .number("until", InstrumentText.lastHour),
            .choice(
                "item", EnvironmentText.item,
                VerbForm.options(request) { (item: MeasuredItem) in EnvironmentText.item(item) },
                hint: InstrumentText.markItemHint, optional: true),
            .choice(
                "mark", InstrumentText.markHow, VerbForm.options(request) { (mark: Mark) in InstrumentText.mark(mark) },
                value: Mark.maintenance.rawValue), .text("reason", InstrumentText.why),
        ]
    }

    static let confirm = ofInstrument("confirm", ConfirmMark.self, under: "marks") { _, _ in [] }
    static let withdraw = ofInstrument("withdraw", WithdrawMark.self, under: "marks") { _, _ in
        [.text("reason", InstrumentText.why)]
    }

    private static func line(_ request: PageRequest, _ tx: any ReadTransaction) throws -> InstrumentLine? {
        guard let facility = request.identifier("facility", as: FacilityName.self) else { return nil }
        return try InstrumentQueries.instruments(of: facility, in: tx).first {
            String($0.number) == request.parameters["number"]
        }
    }

    private static func ofFacility(
        _ path: String, _ command: any FacilityVerb.Type, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/environment/facilities/{facility}/\(path)", command,
            target: "/environment/facilities/{facility}/instruments", of: EnvironmentForms.ofFacility,
            fields: { VerbForm.hidden("facility", of: $0) + (try fields($0, $1)) })
    }

    private static func ofInstrument(
        _ path: String, _ command: any FacilityVerb.Type, under things: String = "instruments",
        fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        ofFacility("\(things)/{number}/\(path)", command) {
            VerbForm.hidden("number", of: $0) + (try fields($0, $1))
        }
    }
}
