import Geometry
import Kernel
import Storage
import Web

/// The forms of parcels. Outlines are pasted as a survey prints them; a split is cut along a line that one chooses.
enum ParcelForms {
    static let all = [enter, redraw, split, merge]

    static let enter = VerbForm(
        "/register/parcel", EnterParcel.self, submit: RegistryText.submit, target: "/parcels/{id}",
        fields: { request, tx in
            [
                try RegistryForm.body("owner", LandText.owner, request, tx), try RegistryForm.place(request, tx),
                .text("number", LandText.number), .text("name", LandText.name),
                try .pick("asset", LandText.card, of: AssetName.self, request, tx, optional: true),
                outline("outline", LandText.outline),
                .area("contractArea", LandText.contracted, hint: LandText.contractHint, optional: true),
            ]
        })

    static let redraw = VerbForm(
        "/parcels/{parcel}/redraw", RedrawParcel.self, target: "/parcels/{parcel}", of: ParcelPage.thing,
        fields: { request, tx in
            let known = try parcel(of: request, tx).map { SurveyTable($0.outline.outline).text }
            return VerbForm.hidden("parcel", of: request) + [
                outline("outline", LandText.outline, known ?? ""), .text("reason", LandText.reason),
            ]
        })

    static let split = VerbForm(
        "/parcels/{parcel}/split", SplitParcel.self, note: LandText.splitNote, target: "/parcels/{parcel}",
        of: ParcelPage.thing,
        above: { request, tx in try parcel(of: request, tx).map { ParcelCutting($0, request) }.map { [$0] } ?? [] },
        fields: { request, tx in
            guard let whole = try parcel(of: request, tx) else { return [] }
            let parts = ParcelCutting(whole, request).parts
            let fields = (0..<2).flatMap { position -> [FormField] in
                let table = parts.map { SurveyTable($0[position]).text } ?? ""
                return [
                    .text(
                        "parts[\(position)].number", LandText.part(position + 1),
                        value: "\(whole.number)-\(position + 1)"),
                    .text("parts[\(position)].name", LandText.partName(position + 1), value: whole.name),
                    outline("parts[\(position)].outline", LandText.partOutline(position + 1), table),
                ]
            }
            return VerbForm.hidden("parcel", of: request) + fields + [.text("reason", LandText.reason)]
        })

    static let merge = VerbForm(
        "/parcels/{parcel}/merge", MergeParcels.self, note: LandText.mergeNote, target: "/parcels/{id}",
        of: ParcelPage.thing,
        fields: { request, tx in
            guard let own = try parcel(of: request, tx) else { return [] }
            let options = try mergeable(own, tx).map { other in
                FormField.Option(other.id.text, "\(other.number) \(other.name) · \(request.format.area(other.area))")
            }
            let others = (1...3).filter { $0 == 1 || $0 <= options.count }.map { position in
                FormField.choice(
                    "parcels[\(position)]", position == 1 ? LandText.mergeWith : LandText.mergeAlso, options,
                    hint: options.isEmpty ? LandText.noNeighbour : nil, optional: position > 1)
            }
            return [.hidden("parcels[0]", own.id.text)] + others + [
                .text("number", LandText.number, value: own.number), .text("name", LandText.name, value: own.name),
                .text("reason", LandText.reason),
            ]
        })

    /// Those beside a parcel that may become one with it.
    static func mergeable(_ own: LandParcel, _ tx: any ReadTransaction) throws -> [LandParcel] {
        try ParcelQueries.listNeighbours(of: own.outline.outline, in: tx).filter { other in
            other.id != own.id && other.owner == own.owner && other.division == own.division
                && other.outline.outline.zone == own.outline.outline.zone
        }.sorted { $0.number < $1.number }
    }

    private static func parcel(of request: PageRequest, _ tx: any ReadTransaction) throws -> LandParcel? {
        try request.identifier("parcel", as: ParcelName.self).flatMap { try ParcelQueries.find($0, in: tx) }
    }

    private static func outline(_ name: String, _ label: Message, _ value: String = "") -> FormField {
        .textarea(name, label, hint: LandText.outlineHint, value: value, limit: LandOutline.longest)
    }
}

/// The picture of a parcel with its corners numbered, and the choice of a line to cut it along (`?from=&to=`); below it the
/// form is filled in with both parts.
struct ParcelCutting: Component {
    private let parcel: LandParcel
    private let path: String
    private let cut: ParcelCut?
    private let from: String
    private let to: String

    init(_ parcel: LandParcel, _ request: PageRequest) {
        self.parcel = parcel
        path = request.path
        cut = ParcelCut(parcel.outline.outline)
        from = request.query["from"] ?? ""
        to = request.query["to"] ?? ""
    }

    var parts: [Outline]? { cut?.parts(from: from, to: to) }

    func html(_ language: Language) -> HTML {
        let marks = parcel.outline.outline.rings.joined().enumerated().map { position, corner in
            ParcelMap.Mark("\(position + 1)", LandMap.point(corner))
        }
        let shapes =
            parts.map { parts in
                parts.enumerated().map { position, part in
                    LandMap.shape(
                        part,
                        "\(parcel.number)-\(position + 1) · \(Format(language).area(Area(units: part.areaUnits)))",
                        isHighlighted: position == 0)
                }
            } ?? [LandMap.parcel(parcel, "\(parcel.number) \(parcel.name)", isHighlighted: true)]
        let map = LandMap.map(LandText.sketch, shapes, hasKeys: false, marks: marks.count <= 60 ? marks : [])
        guard let cut else { return map.html(language) }
        return """
            \(map.html(language))<form class="search" method="get" action="\(path)"><fieldset class="field">\
            <legend>\(LandText.cutTitle, language)</legend><p class="hint">\(LandText.cutNote, language)</p>\
            \(list("from", LandText.cutFrom, cut, from, language))\(list("to", LandText.cutTo, cut, to, language))\
            <p class="actions"><button>\(LandText.cut, language)</button></p></fieldset></form>

            """
    }

    private func list(
        _ name: String, _ label: Message, _ cut: ParcelCut, _ chosen: String, _ language: Language
    ) -> HTML {
        let corners = cut.places.count / 2
        let options = cut.places.map { place -> HTML in
            let words =
                place.isMiddle
                ? LandText.middle(place.corner + 1, (place.corner + 1) % corners + 1)
                : LandText.corner(place.corner + 1)
            let selected: HTML = place.key == chosen ? " selected" : ""
            return "<option value=\"\(place.key)\"\(selected)>\(words, language)</option>"
        }
        return """
            <label class="part" for="cut-\(name)">\(label, language)</label>\
            <div class="control"><select id="cut-\(name)" name="\(name)">\(options)</select></div>
            """
    }
}
