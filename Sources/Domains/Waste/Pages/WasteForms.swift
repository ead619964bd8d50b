import Kernel
import Registry
import Storage
import Web

/// The forms of the room. Sites, scales and tickets get their names from the program.
enum WasteForms {
    static let all = [site, scale, verify, stock, loss, ticket, void]
    static let site = VerbForm(
        "/waste/sites/new", RegisterSite.self, target: "/waste/sites/{id}",
        fields: { request, tx in
            [
                .text("name", WasteText.name),
                try .pick("place", WasteText.place, of: DivisionName.self, request, tx),
                .choice("kind", WasteText.siteKind, VerbForm.options(request) { (kind: SiteKind) in kind.label }),
            ]
        })

    static let scale = VerbForm(
        "/waste/sites/{site}/scale", RegisterScale.self, target: "/waste/sites/{site}", of: SitePage.thing,
        fields: { request, _ in
            VerbForm.hidden("site", of: request) + [
                .text("name", WasteText.scale, hint: WasteText.scaleHint),
                .date("until", WasteText.verifiedUntil, value: request.now.date.adding(years: 1)),
            ]
        })

    static let verify = VerbForm(
        "/waste/sites/{site}/scales/{scale}/verify", VerifyScale.self, target: "/waste/sites/{site}",
        of: SitePage.thing,
        fields: { request, _ in
            VerbForm.hidden("scale", of: request) + [
                .date("until", WasteText.verifiedUntil, value: request.now.date.adding(years: 1)),
                .text("certificate", WasteText.certificate),
            ]
        })

    static let stock = VerbForm(
        "/waste/sites/{site}/stock", ReadStock.self, target: "/waste/sites/{site}", of: SitePage.thing,
        fields: { request, _ in
            VerbForm.hidden("site", of: request) + [
                .date("day", WasteText.day, value: request.now.date),
                .number("kilograms", WasteText.kilograms, hint: WasteText.stockHint),
                .text("reason", WasteText.reasonLabel, hint: WasteText.reasonHint, optional: true),
            ]
        })

    static let loss = VerbForm(
        "/waste/sites/{site}/loss", DeclareLoss.self, note: LossText.note, target: "/waste/sites/{site}",
        of: SitePage.thing,
        fields: { request, _ in
            VerbForm.hidden("site", of: request) + [
                .date("day", WasteText.day, value: request.now.date),
                .number("kilograms", WasteText.kilograms, hint: LossText.kilogramsHint),
                .choice(
                    "cause", LossText.cause, VerbForm.options(request) { (cause: LossCause) in cause.label }),
                .text("reason", LossText.reason, hint: LossText.reasonHint),
                .paper("paper", LossText.paper, optional: true),
            ]
        })

    static let ticket = VerbForm(
        "/waste/tickets/new", IssueTicket.self, note: WasteText.netIsReckoned, target: "/waste/tickets/{id}",
        above: TicketOrigins.rounds,
        fields: { request, tx in
            let scales = try WasteQueries.listScales(within: request.principal?.division ?? .root, in: tx)
            let underway = try WasteQueries.listUnderway(in: tx).map { line in
                FormField.Option(
                    line.id.text,
                    "\(line.vehicle) · \(line.origin) → \(line.toName) · \(request.format.count(line.net)) kg")
            }
            // Only while a load is on its way can one arrive.
            let arrival = FormField.choice(
                "departure", WasteText.departure, underway, hint: WasteText.departureHint, optional: true)
            let round = try TicketOrigins.round(request, tx)
            let scale = FormField.choice("scale", WasteText.scale, scales.map { .init($0.id.text, $0.name) })
            let vehicle = try VehicleForms.pick(request, tx, value: round?.line.plate ?? "")
            let load: [FormField] = [
                try pick("to", WasteText.to, request, tx),
                .choice(
                    "stream", WasteText.stream, VerbForm.options(request) { (stream: WasteStream) in stream.label },
                    value: WasteStream.other.rawValue),
                .number("gross", WasteText.gross, unit: WasteText.kilograms),
                .number("tare", WasteText.tare, unit: WasteText.kilograms),
                .number("onBoard", WasteText.onBoard, unit: WasteText.kilograms, optional: true),
            ]
            return try [scale, vehicle] + TicketOrigins.fields(round, request, tx) + load
                + (underway.isEmpty ? [] : [arrival]) + SaleForms.pick(request, tx)
                + [.paper("photo", WasteText.photo, hint: WasteText.photoHint, optional: true)]
        })

    static let void = VerbForm(
        "/waste/tickets/{ticket}/void", VoidTicket.self, target: "/waste/tickets/{ticket}", of: TicketPage.thing,
        fields: { request, _ in VerbForm.hidden("ticket", of: request) + [.text("reason", WasteText.reasonLabel)] })

    /// A site of the county, or one of a kind, by its name: loads cross the borders of townships.
    static func pick(
        _ name: String, _ label: Message, _ request: PageRequest, _ tx: any ReadTransaction, hint: Message? = nil,
        optional: Bool = false, kind: SiteKind? = nil
    ) throws -> FormField {
        try .pick(
            name, label, request, hint: hint, optional: optional,
            find: { words, limit in
                try WasteQueries.findSites(words, within: .root, kind: kind, limit: limit, in: tx).map {
                    .init($0.id.text, $0.name)
                }
            },
            known: { id in
                try SiteID(id).flatMap { try WasteQueries.findSite($0, in: tx) }.map { .init($0.id.text, $0.name) }
            })
    }
}
