import Kernel
import Registry
import Storage
import Web

/// The forms of rounds. A stop's form is on the round's page; its own address is where it comes back to.
enum RoundForms {
    static let all = [plan, cancel]
    /// A round chooses among so many points at most on the form.
    private static let mostPoints = 500
    /// So many rounds are offered to plan a new one like.
    private static let likes = 6

    static let plan = VerbForm(
        "/waste/rounds/new", PlanRound.self, target: "/waste/rounds/{id}", above: lastRounds,
        fields: { request, tx in
            let like = try Self.like(request, tx)
            let vehicles = try VehicleQueries.findInUse("", limit: 2_000, in: tx).map {
                FormField.Option($0.id.text, "\($0.plate) · \($0.carriesText(request))")
            }
            return [
                .date("day", RoundText.day, value: request.now.date),
                .choice("vehicle", VehicleText.vehicle, vehicles, value: like?.line.vehicle.text ?? ""),
                try .pick(
                    "driver", RoundText.driver, of: PrivateAccount.self, request, tx, hint: RoundText.driverHint,
                    value: like?.line.driver.text ?? ""), try points(like?.stops ?? [], request, tx),
            ]
        })

    /// The round of the address that the new one is planned like.
    private static func like(_ request: PageRequest, _ tx: any ReadTransaction) throws -> (
        line: RoundLine, stops: [StopLine]
    )? {
        guard let id = request.query["like"].flatMap({ WasteRoundID($0) }), let principal = request.principal,
            let line = try WasteRoundQueries.find(id, in: tx),
            try PlanRound.access.reaches(Belonging(at: line.place), for: principal, in: tx)
        else { return nil }
        return (line, try WasteRoundQueries.listStops(of: id, in: tx))
    }

    /// Every point once: those of the round it is planned like first and in its order, then the others by name.
    private static func points(_ stops: [StopLine], _ request: PageRequest, _ tx: any ReadTransaction) throws
        -> FormField
    {
        let known = Set(stops.map(\.site))
        let others = try WasteQueries.findSites("", within: .root, kind: .point, limit: Self.mostPoints, in: tx).filter
        {
            !known.contains($0.id)
        }
        let options =
            stops.map { FormField.Option($0.site.text, $0.name) } + others.map { FormField.Option($0.id.text, $0.name) }
        return .several(
            "points", RoundText.points, options, hint: RoundText.orderNote, ticked: Set(known.map(\.text)))
    }

    /// The last rounds, each a tap away from a new one.
    private static let lastRounds: VerbForm.Above = { request, tx in
        guard let place = request.principal?.division else { return [] }
        let last = try WasteRoundQueries.listLast(
            within: place, from: request.now.date.adding(days: -60), limit: Self.likes, in: tx)
        guard !last.isEmpty else { return [] }
        return [
            Section(
                RoundText.likeLast,
                [
                    ActionBar(
                        last.map { line in
                            Action(
                                RoundText.like(request.format.date(line.day), line.plate, line.driverName),
                                to: "/waste/rounds/new?like=\(line.id)")
                        })
                ])
        ]
    }

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
