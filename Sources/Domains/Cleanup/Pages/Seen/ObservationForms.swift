import Kernel
import Registry
import Storage
import Web

/// The forms of land that was seen in use.
enum ObservationForms {
    static let all = [record, explain, takeUp, settle]

    static let record = VerbForm(
        "/register/observation", RecordUse.self, question: SeenText.question, target: "/observations/{id}",
        fields: { request, tx in
            [
                try .pick("organisation", SeenText.organisation, of: OrganisationName.self, request, tx),
                .choice("use", SeenText.use, VerbForm.options(request) { (use: SeenUse) in use.label }),
                .date("seenOn", SeenText.seenOn, value: request.now.date),
                .choice("seenBy", SeenText.seenBy, VerbForm.options(request) { (eyes: Observer) in eyes.label }),
                try .pick(
                    "parcel", SeenText.parcel, of: ParcelName.self, request, tx, hint: SeenText.parcelHint,
                    optional: true),
                .textarea(
                    "outline", SeenText.outline, hint: SeenText.outlineHint, optional: true,
                    limit: LandOutline.longest),
                .text("point", SeenText.point, hint: SeenText.pointHint, optional: true, limit: 60),
                .checkbox("isPhoneMap", SeenText.phoneMap),
                .text("note", SeenText.note, hint: SeenText.noteHint, optional: true),
                .paper("picture", SeenText.picture, optional: true),
            ]
        })

    static let explain = VerbForm(
        "/observations/{observation}/explain", ExplainUse.self, question: SeenText.oneQuestion,
        target: "/observations/{observation}", of: ObservationPage.thing,
        fields: { request, _ in
            VerbForm.hidden("observation", of: request) + [
                .text("reason", SeenText.reason, hint: SeenText.noteHint), .paper("paper", SeenText.paper),
            ]
        })

    static let takeUp = VerbForm(
        "/observations/{observation}/take-up", TakeUpUse.self, question: SeenText.oneQuestion,
        target: "/observations/{observation}", of: ObservationPage.thing,
        fields: { request, tx in
            let line = try line(of: request, tx)
            let desks =
                try line.map {
                    try OfficeQueries.listOver($0.division, roles: TakeUpUse.access.roles, in: tx)
                } ?? []
            return VerbForm.hidden("observation", of: request) + [
                .choice(
                    "way", SeenText.way, VerbForm.options(request) { (way: UseWay) in way.label },
                    value: line?.way?.rawValue ?? ""),
                .choice(
                    "owner", SeenText.owner, desks.map { .init($0.id.text, $0.title) }, value: line?.owner?.text ?? ""),
                .date("due", SeenText.due, value: line?.due ?? request.now.date.adding(days: 30)),
            ]
        })

    static let settle = VerbForm(
        "/observations/{observation}/settle", SettleUse.self, question: SeenText.oneQuestion,
        target: "/observations/{observation}", of: ObservationPage.thing,
        fields: { request, tx in
            guard let line = try line(of: request, tx), let way = line.way else {
                return VerbForm.hidden("observation", of: request)
            }
            let options = try options(of: line, way, request, tx)
            let hint = options.isEmpty ? SeenText.nothingToName : nil
            let (name, label) =
                switch way {
                case .contract: ("contract", SeenText.contract)
                case .lot: ("lot", SeenText.lot)
                case .charge: ("bill", SeenText.bill)
                }
            return VerbForm.hidden("observation", of: request) + [.choice(name, label, options, hint: hint)]
        })

    /// What of the collective could have brought the use in order.
    private static func options(
        of line: ObservationLine, _ way: UseWay, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [FormField.Option] {
        let format = request.format
        switch way {
        case .contract:
            return try ContractQueries.list(within: line.division, limit: 200, in: tx).filter {
                $0.contract.lessor == line.organisation
            }.map {
                .init($0.contract.id.text, "\($0.assetName) · \($0.lesseeName) · \(format.date($0.contract.end))")
            }
        case .lot:
            return try AssetQueries.listReserved(of: line.organisation, in: tx).map { .init($0.lot.text, $0.name) }
        case .charge:
            guard let path = try DivisionQueries.findPath(line.division, in: tx) else { return [] }
            return try BillQueries.list(within: path, limit: 200, in: tx).filter {
                $0.organisation == line.organisation
            }.map {
                .init($0.id.text, "\($0.household) · \(format.area($0.charge.found)) · \(format.money($0.billed))")
            }
        }
    }

    private static func line(of request: PageRequest, _ tx: any ReadTransaction) throws -> ObservationLine? {
        try request.identifier("observation", as: ObservationName.self).flatMap {
            try ObservationQueries.find($0, in: tx)
        }
    }
}

/// A file of walks, taken for a village's collective.
enum ObservationUpload {
    static let upload = RowUpload(
        "/observations/import", RecordUse.self, unchanged: CleanupRefusal.seenAlready.number,
        .init(
            title: SeenText.importTitle, question: SeenText.importQuestion, hint: SeenText.importHint,
            accept: ".geojson,.json", seen: SeenText.seeList),
        target: "/observations", read: read)

    private static let read: RowUpload.Reading = { bytes, request in
        let owner = request.form.values[RowUpload.owner] ?? ""
        return try ObservationFile(bytes).rows.map { row in
            let meaning: RowUpload.Row.Meaning
            do throws(Rejection) {
                meaning = .command(try row.arguments(of: owner))
            } catch {
                meaning = .refused(error)
            }
            return RowUpload.Row(
                row.row, [row.id, row.use].filter { !$0.isEmpty }.joined(separator: " "),
                notes: row.seenOn.map { [Message(zh: "\($0)", en: "\($0)")] } ?? [], meaning)
        }
    }
}
