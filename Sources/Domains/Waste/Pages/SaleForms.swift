import Kernel
import Registry
import Storage
import Web

/// The forms of sorted recyclables and their sales.
enum SaleForms {
    static let all = [sort, count, offer, finish]

    static let sort = VerbForm(
        "/waste/sites/{site}/sort", SortRecyclables.self, note: WasteText.netIsReckoned, target: "/waste/sites/{site}",
        of: SitePage.thing,
        fields: { request, tx in
            let scales = try request.identifier("site", as: SiteName.self).map {
                try WasteQueries.listScales(of: $0, in: tx)
            }
            return VerbForm.hidden("site", of: request) + [
                material(request), .choice("scale", WasteText.scale, (scales ?? []).map { .init($0.id.text, $0.name) }),
                .number("gross", SaleText.gross, unit: WasteText.kilograms),
                .number("tare", SaleText.tare, unit: WasteText.kilograms),
                .date("day", WasteText.day, value: request.now.date),
                .checkbox("isFromMixed", SaleText.isFromMixed, hint: SaleText.isFromMixedHint),
            ]
        })

    static let count = VerbForm(
        "/waste/sites/{site}/count", CountRecyclables.self, target: "/waste/sites/{site}", of: SitePage.thing,
        fields: { request, _ in
            VerbForm.hidden("site", of: request) + [
                material(request), .number("kilograms", SaleText.found, unit: WasteText.kilograms),
                .text("reason", WasteText.reasonLabel),
            ]
        })

    static let offer = VerbForm(
        "/waste/sites/{site}/offer", OfferRecyclables.self, note: SaleText.offerNote, target: "/waste/sales/{id}",
        of: SitePage.thing, above: heaps,
        fields: { request, tx in
            VerbForm.hidden("site", of: request) + [
                material(request), .number("kilograms", SaleText.kilograms, unit: WasteText.kilograms),
                try .pick(
                    "seller", SaleText.seller, of: OrganisationName.self, request, tx, hint: SaleText.sellerHint),
                .money("reserveFen", SaleText.reserve),
                .date("fetchBy", SaleText.fetchBy, value: request.now.date.adding(days: 90)),
            ]
        })

    static let finish = VerbForm(
        "/waste/sales/{sale}/finish", FinishSale.self, note: SaleText.finishNote, target: "/waste/sales/{sale}",
        of: SalePage.thing, above: about,
        fields: { request, _ in
            VerbForm.hidden("sale", of: request) + [
                .text("reason", WasteText.reasonLabel, hint: SaleText.finishHint, optional: true)
            ]
        })

    private static func material(_ request: PageRequest) -> FormField {
        .choice("material", SaleText.material, VerbForm.options(request) { (material: Recyclable) in material.label })
    }

    /// A sale that is signed for, where a load belongs to one.
    static func pick(_ request: PageRequest, _ tx: any ReadTransaction) throws -> [FormField] {
        let open = try SaleQueries.listToFetch(in: tx)
        guard !open.isEmpty else { return [] }
        return [
            .choice(
                "sale", SaleText.saleOfLoad,
                open.map {
                    .init(
                        $0.id.text,
                        request(SaleText.choice($0.material, request.format.count($0.held), $0.siteName)))
                }, hint: SaleText.saleOfLoadHint, optional: true)
        ]
    }

    /// What may be offered.
    private static let heaps: VerbForm.Above = { request, tx in
        guard let site = request.identifier("site", as: SiteName.self) else { return [] }
        return [HeapTable(heaps: try SaleQueries.heaps(of: site, in: tx)).table(request)]
    }

    private static let about: VerbForm.Above = { request, tx in
        guard let id = request.identifier("sale", as: SaleName.self), let line = try SaleQueries.find(id, in: tx)
        else { return [] }
        let format = request.format
        return [
            FactList([
                .init(SaleText.material, HTML(text: request(line.material.label))),
                .init(SaleText.quantity, HTML(text: format.count(line.kilograms))),
                .init(SaleText.handed, HTML(text: format.count(line.handed))),
            ])
        ]
    }
}
