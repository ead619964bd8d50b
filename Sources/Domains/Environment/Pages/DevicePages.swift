import Kernel
import Registry
import Storage
import Web

/// The commands to the loggers of a facility, with their answers, and the forms that give one.
struct DevicePage {
    let facility: FacilityLine
    let orders: [DeviceOrderLine]
    let hasStation: Bool
    let mayOrder: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        orders = try DeviceQueries.orders(of: id, in: tx)
        hasStation = try !EnvironmentQueries.stations(of: id, in: tx).isEmpty
        mayOrder = try OrderDevice.isOffered(to: request, at: facility.place, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let here = "/environment/facilities/\(facility.id)"
        let actions = DeviceForms.kinds.map { Action($0.title, to: "\(here)/orders/\($0.path)") }
        return Page(
            DeviceText.title, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"), .init(facility.name, here),
                    .init(request(DeviceText.title)),
                ]),
                Headline(
                    DeviceText.question,
                    answer: DeviceText.answer(orders.count { $0.outcome == nil }, orders.count),
                    note: hasStation ? DeviceText.pageNote : DeviceText.noStation, in: request.language),
                ActionBar(mayOrder && hasStation ? actions : []), table(request),
            ])
    }

    private func table(_ request: PageRequest) -> DataTable {
        let rows = orders.map { line -> [HTML] in
            let hour = line.words.hour.map { request.format.instant($0) } ?? ""
            return [
                HTML(text: request.format.count(line.number)), HTML(text: line.mn),
                HTML(text: request(DeviceText.words(line.words, hour: hour))),
                HTML.time(line.orderedAt, request.language), tag(line).html(request.language),
                line.answeredAt.map { HTML.time($0, request.language) } ?? "—",
            ]
        }
        return DataTable(
            columns: [
                .init(EnvironmentText.number, .number), .init(EnvironmentText.station), .init(DeviceText.act),
                .init(DeviceText.orderedAt), .init(EnvironmentText.state, .state), .init(DeviceText.answer),
            ], rows: rows, empty: EmptyState(DeviceText.none))
    }

    private func tag(_ line: DeviceOrderLine) -> Tag {
        guard let outcome = line.outcome else { return Tag(DeviceText.waiting, .warning) }
        return Tag(DeviceText.outcome(outcome, line.code), outcome == .done ? .good : .bad)
    }
}

/// One form for each thing that may be asked of a logger; all give the same command.
enum DeviceForms {
    struct Kind: Sendable {
        let path: String
        let title: Message
        let act: DeviceAct
        var fields: @Sendable (PageRequest) -> [FormField] = { _ in [] }
    }

    static let kinds = [
        Kind(path: "time", title: DeviceText.setTime, act: .setTime),
        Kind(path: "realtime", title: DeviceText.realtime, act: .realtimeInterval) { _ in
            [.number("interval", DeviceText.seconds, hint: DeviceText.secondsHint, value: 30)]
        },
        Kind(path: "minutes", title: DeviceText.minutes, act: .minuteInterval) { _ in
            [.number("interval", DeviceText.minuteCount, hint: DeviceText.minuteHint, value: 10)]
        },
        Kind(path: "hour", title: DeviceText.fetch, act: .fetchHour) { request in
            let full = request.now.milliseconds / 3_600_000 * 3_600_000
            return [.instant("hour", DeviceText.hour, value: Instant(milliseconds: full - 3_600_000))]
        },
        Kind(path: "sample", title: DeviceText.sample, act: .sampleNow) { [EnvironmentForms.item($0)] },
    ]

    static let all = kinds.map { kind in
        VerbForm(
            "/environment/facilities/{facility}/orders/\(kind.path)", OrderDevice.self, title: kind.title,
            target: "/environment/facilities/{facility}/orders", of: EnvironmentForms.ofFacility,
            fields: { request, tx in
                let facility = request.identifier("facility", as: FacilityName.self)
                let stations = try facility.map { try EnvironmentQueries.stations(of: $0, in: tx) } ?? []
                return VerbForm.hidden("facility", of: request) + [
                    .hidden("act", kind.act.rawValue),
                    .choice(
                        "mn", EnvironmentText.station, stations.map { .init($0.mn, $0.mn) },
                        value: stations.first?.mn ?? ""),
                ] + kind.fields(request)
            })
    }
}
