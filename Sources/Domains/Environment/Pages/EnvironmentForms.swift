import HJ212
import Kernel
import Registry
import Storage
import Web

/// The forms of the room. A facility and a limit get their names from the program.
enum EnvironmentForms {
    static let all =
        [register, assign, station, adopt, record, take, close] + InstrumentForms.all + DeviceForms.all
        + CapacityForms.all + UpkeepForms.all

    /// The facility of the address.
    static let ofFacility: VerbForm.Thing = { request, tx in
        try request.identifier("facility", as: FacilityName.self).flatMap { try EnvironmentQueries.find($0, in: tx) }
            .map { Belonging(at: $0.place) }
    }

    static let register = VerbForm(
        "/environment/facilities/new", RegisterFacility.self, target: "/environment/facilities/{id}",
        fields: { request, tx in
            [
                .text("name", EnvironmentText.name),
                try .pick("place", EnvironmentText.place, of: DivisionName.self, request, tx),
                .choice("kind", EnvironmentText.kind, VerbForm.options(request) { (kind: FacilityKind) in kind.label }),
                .text("design", EnvironmentText.design, hint: EnvironmentText.designHint, limit: 20),
            ]
        })

    static let assign = ofFacility(
        "standard", AssignStandard.self,
        fields: { request, tx in
            let rows = try EnvironmentQueries.limits(in: tx)
            func distinct(_ label: (LimitRow) -> String, _ value: (LimitRow) -> String) -> [FormField.Option] {
                var seen: Set<String> = []
                return rows.filter { seen.insert(value($0)).inserted }.map { .init(value($0), label($0)) }
            }
            return [
                .choice("standard", EnvironmentText.standard, distinct(\.standard, \.standard)),
                .choice(
                    "grade", EnvironmentText.grade,
                    distinct({ request(EnvironmentText.grade($0.grade)) }, \.grade), hint: EnvironmentText.gradeHint),
                .date("from", EnvironmentText.from, value: request.now.date),
            ]
        })

    static let station = ofFacility(
        "station", RegisterStation.self,
        fields: { request, _ in
            [
                .text("mn", EnvironmentText.station, hint: EnvironmentText.stationHint, limit: 24),
                .choice(
                    "version", EnvironmentText.edition,
                    VerbForm.options(request) { (version: StationVersion) in EnvironmentText.edition(version) },
                    value: StationVersion.v2017.rawValue),
                .choice(
                    "dialect", EnvironmentText.checksum,
                    VerbForm.options(request) { (dialect: StationDialect) in EnvironmentText.dialect(dialect) },
                    value: StationDialect.annexA.rawValue),
                .number("longest", EnvironmentText.longest, value: 1_024),
            ]
        })

    static let adopt = VerbForm(
        "/environment/limits/new", AdoptLimit.self, note: EnvironmentText.adoptNote, target: "/environment/limits",
        fields: { request, tx in
            [
                try .pick(
                    "office", EnvironmentText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
                .text("standard", EnvironmentText.standard, hint: EnvironmentText.standardHint),
                .text("grade", EnvironmentText.grade, hint: EnvironmentText.newGradeHint, limit: 40),
                item(request), .text("lowest", EnvironmentText.lowest, optional: true, limit: 20),
                .text("highest", EnvironmentText.highest, optional: true, limit: 20),
                .text("condition", EnvironmentText.condition, hint: EnvironmentText.conditionHint, optional: true),
                .date("from", EnvironmentText.from, value: request.now.date),
                .date("until", EnvironmentText.until, optional: true),
                .text("source", EnvironmentText.source, hint: EnvironmentText.sourceHint),
            ]
        })

    static let record = ofFacility(
        "day", RecordDay.self,
        fields: { request, _ in
            [
                .date("day", EnvironmentText.day, value: DayAnswer.yesterday(request.now)), item(request),
                .number("dueHours", EnvironmentText.dueHours, hint: EnvironmentText.dueHoursHint, value: 24),
                .number("receivedHours", RateText.receivedHours, optional: true, value: 24),
                .number("validHours", EnvironmentText.validHours, value: 24),
                .text("volume", EnvironmentText.volume, limit: 20),
                .text("mean", EnvironmentText.mean, hint: EnvironmentText.meanHint, optional: true, limit: 20),
                .text("lowest", EnvironmentText.dayLowest, optional: true, limit: 20),
                .text("highest", EnvironmentText.dayHighest, optional: true, limit: 20),
                .text(
                    "temperature", EnvironmentText.temperature, hint: EnvironmentText.temperatureHint, optional: true,
                    limit: 20),
                .text("reason", EnvironmentText.reason, hint: EnvironmentText.reasonHint, optional: true),
            ]
        })

    static let take = ofAlarm("take", TakeAlarm.self) { _, _ in [] }
    static let close = ofAlarm("close", CloseAlarm.self) { _, _ in
        [.text("words", EnvironmentText.whatWasDone, hint: EnvironmentText.whatWasDoneHint)]
    }

    private static func ofFacility(
        _ path: String, _ command: any FacilityVerb.Type, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/environment/facilities/{facility}/\(path)", command, target: "/environment/facilities/{facility}",
            of: ofFacility,
            fields: { VerbForm.hidden("facility", of: $0) + (try fields($0, $1)) })
    }

    private static func ofAlarm(
        _ path: String, _ command: any FacilityVerb.Type, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        ofFacility("alarms/{number}/\(path)", command) {
            VerbForm.hidden("number", of: $0) + (try fields($0, $1))
        }
    }

    static func item(_ request: PageRequest) -> FormField {
        .choice(
            "item", EnvironmentText.item,
            VerbForm.options(request) { (item: MeasuredItem) in EnvironmentText.item(item) })
    }
}
