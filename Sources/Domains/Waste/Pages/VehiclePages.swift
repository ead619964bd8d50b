import Kernel
import Registry
import Storage
import Web

/// The register of vehicles.
struct VehicleListPage {
    let lines: [VehicleLine]
    let days: Int
    let mayRegister: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        lines = try VehicleQueries.list(in: tx)
        days = try VehicleQueries.rule(at: request.principal?.division ?? .root, on: request.now.date, in: tx).days
        mayRegister = RegisterVehicle.isOffered(to: request)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let today = request.now.date
        return Page(
            VehicleText.vehicles, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(VehicleText.vehicles))]),
                Headline(
                    VehicleText.whichRun, answer: VehicleText.count(format.count(lines.count { $0.ending == nil })),
                    in: request.language),
                ActionBar(
                    mayRegister ? [Action(RegisterVehicle.title, to: "/waste/vehicles/new", isPrimary: true)] : []),
                ListTable(
                    request,
                    columns: [
                        .init("plate", VehicleText.plate), .init("state", WasteText.state, .state),
                        .init("carries", VehicleText.carries), .init("tare", VehicleText.tare, .number),
                        .init("since", VehicleText.since), .init("capacity", VehicleText.capacity, .number),
                        .init("owner", VehicleText.owner),
                    ],
                    rows: lines.map { line in
                        [
                            .text(line.vehicle.plate, to: "/waste/vehicles/\(line.vehicle.id)"),
                            .tag(VehicleText.state(line, days: days, on: today), request.language),
                            .text(line.vehicle.carriesText(request)), .count(line.vehicle.tare, format),
                            .text(format.date(line.vehicle.tareDay)), .count(line.vehicle.capacity, format),
                            .text(line.ownerName),
                        ]
                    }, empty: EmptyState(VehicleText.noVehicles)),
            ])
    }
}

extension Vehicle {
    func carriesText(_ request: PageRequest) -> String { carries.map { request($0.label) }.joined(separator: " ") }
}

/// One vehicle with the tares it had.
struct VehiclePage {
    let line: VehicleLine
    let days: Int
    let tares: [TareLine]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("vehicle", as: VehicleName.self),
            let line = try VehicleQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        days = try VehicleQueries.rule(at: line.vehicle.place, on: request.now.date, in: tx).days
        tares = try VehicleQueries.listTares(of: id, in: tx)
        let base = "/waste/vehicles/\(id)"
        var actions: [Action] = []
        if line.ending == nil, try SetTare.isOffered(to: request, at: line.vehicle.place, in: tx) {
            actions.append(Action(SetTare.title, to: base + "/tare", isPrimary: true))
        }
        if line.ending == nil, try RetireVehicle.isOffered(to: request, at: line.vehicle.place, in: tx) {
            actions.append(Action(RetireVehicle.title, to: base + "/retire"))
        }
        self.actions = actions
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("vehicle", as: VehicleName.self).flatMap { try VehicleQueries.find($0, in: tx) }
            .map { Belonging(at: $0.vehicle.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let vehicle = line.vehicle
        return Page(
            named: vehicle.plate, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"),
                    .init(request(VehicleText.vehicles), "/waste/vehicles"), .init(vehicle.plate),
                ]),
                Headline(
                    VehicleText.howHeavy, answer: VehicleText.weighs(format.count(vehicle.tare)),
                    note: VehicleText.pastTares, in: request.language), ActionBar(actions),
                FactList([
                    .init(
                        WasteText.state,
                        VehicleText.state(line, days: days, on: request.now.date).html(request.language)),
                    .init(VehicleText.carries, HTML(text: vehicle.carriesText(request))),
                    .init(VehicleText.capacity, HTML(text: "\(format.count(vehicle.capacity)) kg")),
                    .init(VehicleText.owner, HTML(text: line.ownerName)),
                ]),
                Section(
                    VehicleText.tares,
                    [
                        DataTable(
                            columns: [
                                .init(WasteText.day), .init(VehicleText.tare, .number), .init(WasteText.scale),
                                .init(VehicleText.slip),
                            ],
                            rows: tares.map { tare in
                                [
                                    HTML(text: format.date(tare.day)), HTML(text: format.count(tare.tare)),
                                    HTML(text: tare.scaleName ?? request(VehicleText.ofPapers)),
                                    HTML(text: tare.slip ?? ""),
                                ]
                            })
                    ]),
            ])
    }
}
