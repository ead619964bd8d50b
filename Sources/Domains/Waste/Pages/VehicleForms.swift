import Kernel
import Registry
import Storage
import Web

/// The forms of vehicles; a ticket chooses among what they entered.
enum VehicleForms {
    static let all = [register, tare, retire]
    /// A vehicle carries so many streams at most on the form.
    private static let streams = 3

    static let register = VerbForm(
        "/waste/vehicles/new", RegisterVehicle.self, target: "/waste/vehicles/{id}",
        fields: { request, tx in
            let streams = (0..<Self.streams).map { number in
                FormField.choice(
                    "carries[\(number)]", number == 0 ? VehicleText.carries : VehicleText.alsoCarries,
                    VerbForm.options(request) { (stream: WasteStream) in stream.label }, optional: number > 0,
                    value: number == 0 ? WasteStream.other.rawValue : "")
            }
            return [
                .text("plate", VehicleText.plate, hint: VehicleText.plateHint, limit: 20)
            ] + streams + [
                .number("capacity", VehicleText.capacity, unit: WasteText.kilograms),
                .number("tare", VehicleText.tareOfPapers, unit: WasteText.kilograms),
                try .pick("owner", VehicleText.owner, of: OrganisationName.self, request, tx),
                try .pick(
                    "place", WasteText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
            ]
        })

    static let tare = VerbForm(
        "/waste/vehicles/{vehicle}/tare", SetTare.self, note: VehicleText.pastTares,
        target: "/waste/vehicles/{vehicle}", of: VehiclePage.thing,
        fields: { request, tx in
            let scales = try WasteQueries.listScales(within: request.principal?.division ?? .root, in: tx)
            return VerbForm.hidden("vehicle", of: request) + [
                .number("tare", VehicleText.tare, unit: WasteText.kilograms, hint: VehicleText.tareHint),
                .choice("scale", WasteText.scale, scales.map { .init($0.id.text, $0.name) }),
                .date("day", WasteText.day, value: request.now.date), .text("slip", VehicleText.slip, limit: 40),
            ]
        })

    static let retire = VerbForm(
        "/waste/vehicles/{vehicle}/retire", RetireVehicle.self, note: VehicleText.retireNote,
        target: "/waste/vehicles/{vehicle}", of: VehiclePage.thing,
        fields: { request, _ in
            VerbForm.hidden("vehicle", of: request) + [
                .choice(
                    "reason", VehicleText.reason, VerbForm.options(request) { (end: VehicleEnd) in end.label })
            ]
        })

    /// A vehicle in use, by its plate: the plate is what the ticket says.
    static func pick(_ request: PageRequest, _ tx: any ReadTransaction, value: String = "") throws -> FormField {
        func option(_ vehicle: Vehicle) -> FormField.Option {
            .init(
                vehicle.plate,
                "\(vehicle.plate) · \(vehicle.carriesText(request)) · \(request.format.count(vehicle.tare)) kg")
        }
        return try .pick(
            "vehicle", WasteText.vehicle, request, value: value,
            find: { words, limit in try VehicleQueries.findInUse(words, limit: limit, in: tx).map(option) },
            known: { plate in try VehicleQueries.findInUse(plate, in: tx).map(option) })
    }
}
