import Kernel
import Registry
import Storage
import Web

/// The forms of rounds. A stop's form is on the round's page; its own address is where it comes back to.
enum RoundForms {
    static let all = [plan, cancel]
    /// A round calls at so many points at most on the form.
    private static let points = 12

    static let plan = VerbForm(
        "/waste/rounds/new", PlanRound.self, note: RoundText.orderNote, target: "/waste/rounds/{id}",
        fields: { request, tx in
            let points = try (0..<Self.points).map { number in
                try WasteForms.pick(
                    "points[\(number)]", RoundText.stopNumber(number + 1), request, tx, optional: number > 0,
                    kind: .point)
            }
            let vehicles = try VehicleQueries.findInUse("", limit: 2_000, in: tx).map {
                FormField.Option($0.id.text, "\($0.plate) · \($0.carriesText(request))")
            }
            return [
                .date("day", RoundText.day, value: request.now.date),
                .choice("vehicle", VehicleText.vehicle, vehicles),
                try .pick(
                    "driver", RoundText.driver, of: PrivateAccount.self, request, tx, hint: RoundText.driverHint),
            ] + points
        })

    static let mark = VerbForm(
        "/waste/rounds/{round}/stops/{site}", MarkStop.self, target: "/waste/rounds/{round}", of: RoundPage.thing,
        fields: { request, _ in
            VerbForm.hidden("round", "site", of: request) + [
                .choice(
                    "outcome", RoundText.outcome,
                    VerbForm.options(request) { (outcome: StopOutcome) in outcome.label }),
                .number("kilograms", RoundText.weight, optional: true),
            ]
        })

    static let cancel = VerbForm(
        "/waste/rounds/{round}/cancel", CancelRound.self, note: RoundText.cancelNote, target: "/waste/rounds/{round}",
        of: RoundPage.thing, fields: { request, _ in VerbForm.hidden("round", of: request) })
}
