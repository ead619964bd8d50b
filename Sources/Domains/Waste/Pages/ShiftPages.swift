import Kernel
import Registry
import Storage
import Web

/// Who drives which vehicle now, and the shifts of the last thirty days: of a desk's place, or a driver's own.
struct ShiftListPage {
    private static let days = 30
    private static let longMinutes: Int64 = 8 * 60
    let lines: [ShiftLine]
    let mayStart: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        mayStart = StartShift.isOffered(to: request)
        guard let principal = request.principal else {
            lines = []
            return
        }
        let from = request.now.date.adding(days: -Self.days).start
        lines =
            try principal.role.isPrivate
            ? ShiftQueries.list(of: principal.office, from: from, in: tx)
            : ShiftQueries.list(within: principal.division, from: from, in: tx)
    }

    /// A vehicle of the address for its desks, and for the driver of the shift it is on.
    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("vehicle", as: VehicleName.self),
            let found = try VehicleQueries.find(id, in: tx)
        else { return nil }
        return Belonging(at: found.vehicle.place, of: try ShiftQueries.findOpen(id, in: tx)?.person)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let mayEnd = EndShift.isOffered(to: request)
        let rows = lines.map { line -> [HTML] in
            let minutes = line.minutes(by: request.now)
            let tag =
                minutes > Self.longMinutes ? ShiftText.tooLong : line.endedAt == nil ? ShiftText.goesOn : ShiftText.over
            let ended: HTML =
                line.endedAt.map { HTML.time($0, request.language) }
                ?? (mayEnd
                    ? HTML.link(request(ShiftText.end), to: "/waste/vehicles/\(line.vehicle)/end-shift") : "")
            return [
                HTML(text: line.plate), HTML(text: line.driverName), HTML.time(line.startedAt, request.language), ended,
                HTML(text: request(ShiftText.time(minutes))), tag.html(request.language),
            ]
        }
        return Page(
            ShiftText.shifts, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(ShiftText.shifts))]),
                Headline(
                    ShiftText.whoDrives, answer: ShiftText.count(format.count(lines.count { $0.endedAt == nil })),
                    in: request.language),
                ActionBar(mayStart ? [Action(StartShift.title, to: "/waste/shifts/new", isPrimary: true)] : []),
                DataTable(
                    columns: [
                        .init(VehicleText.vehicle), .init(RoundText.driver), .init(ShiftText.startedAt),
                        .init(ShiftText.endedAt), .init(ShiftText.hours), .init(WasteText.state, .state),
                    ], rows: rows, empty: EmptyState(ShiftText.noShifts)),
            ])
    }

    static let forms = [
        VerbForm(
            "/waste/shifts/new", StartShift.self, target: "/waste/shifts",
            fields: { request, tx in
                let vehicles = try VehicleQueries.findInUse("", limit: 2_000, in: tx).map {
                    FormField.Option($0.id.text, "\($0.plate) · \($0.carriesText(request))")
                }
                let isDriver = request.principal?.role.isPrivate ?? false
                let driver: FormField =
                    try isDriver
                    ? .hidden("driver", request.principal?.office.text ?? "")
                    : .pick(
                        "driver", RoundText.driver, of: PrivateAccount.self, request, tx, hint: RoundText.driverHint)
                return [
                    .choice("vehicle", VehicleText.vehicle, vehicles), driver,
                    .instant("at", ShiftText.startedAt, hint: ShiftText.startHint, optional: true),
                ]
            }),
        VerbForm(
            "/waste/vehicles/{vehicle}/end-shift", EndShift.self, target: "/waste/shifts", of: thing,
            above: { request, tx in
                guard let id = request.identifier("vehicle", as: VehicleName.self),
                    let line = try ShiftQueries.findOpen(id, in: tx)
                else { return [] }
                return [
                    FactList([
                        .init(VehicleText.vehicle, HTML(text: line.plate)),
                        .init(RoundText.driver, HTML(text: line.driverName)),
                        .init(ShiftText.startedAt, HTML.time(line.startedAt, request.language)),
                    ])
                ]
            },
            fields: { request, _ in
                VerbForm.hidden("vehicle", of: request) + [
                    .instant("at", ShiftText.endedAt, hint: ShiftText.startHint, optional: true)
                ]
            }),
    ]
}
