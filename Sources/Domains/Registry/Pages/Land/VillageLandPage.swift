package import Kernel
package import Storage
import Web

/// Who knows which contracts of a place and all below it are late with their rent on a day: the books, which the register
/// does not know.
package typealias LateContracts =
    @Sendable (_ path: String, _ day: CivilDate, _ tx: any ReadTransaction) throws
    -> Set<ContractID>

/// The map of a village: every parcel coloured by how it stands, or as the parcels lay on an earlier day (`?on=`).
struct VillageLandPage {
    static let most = 500
    private static let days = 12

    private let place: Division
    private let path: [Division]
    private let parcels: [LandParcel]
    private let isCut: Bool
    private let states: [ParcelID: LandState]
    private let day: CivilDate
    private let isToday: Bool
    private let earlier: [CivilDate]
    private let mayEnter: Bool
    private let lines: [RedLine]

    init?(_ request: PageRequest, _ late: LateContracts, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        let today = request.now.date
        let asked = request.query["on"].flatMap { CivilDate($0) } ?? today
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        day = min(asked, today)
        isToday = day == today
        let found = try ParcelQueries.list(within: place.path, on: day, limit: Self.most + 1, in: tx)
        parcels = Array(found.prefix(Self.most))
        isCut = found.count > Self.most
        earlier = try ParcelQueries.listDays(within: place.path, limit: Self.days, in: tx)
        let cards = isToday && !found.isEmpty ? try AssetQueries.list(within: id, limit: 5_000, in: tx) : []
        let known = Dictionary(cards.map { ($0.asset.id, $0) }, uniquingKeysWith: { first, _ in first })
        let behind = cards.isEmpty ? [] : try late(place.path, today, tx)
        states = Dictionary(
            parcels.map { parcel in
                (parcel.id, LandState(parcel.asset.flatMap { known[$0] }, late: behind, on: today))
            }, uniquingKeysWith: { first, _ in first })
        lines = try RedLineQueries.list(beside: parcels.map(\.outline.outline), on: day, limit: 400, in: tx)
        mayEnter = try EnterParcel.isOffered(to: request, at: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let sum = parcels.reduce(Area.zero) { $0 + $1.area }
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path) + [.init(request(LandText.village))]),
            Headline(
                LandText.villageQuestion,
                answer: parcels.isEmpty
                    ? LandText.none : LandText.whole(format.count(parcels.count), format.area(sum)),
                in: request.language),
        ]
        if isCut { parts.append(Callout(.warning, LandText.mostShown(format.count(Self.most)))) }
        if !isToday { parts.append(Paragraph(LandText.onDay(format.date(day)))) }
        if !parcels.isEmpty {
            let edges = LandMap.lines(lines, around: parcels.map(\.outline.outline), request)
            parts.append(
                LandMap.map(
                    LandText.legend, parcels.map(shape) + edges, hasKeys: isToday, isWide: true,
                    more: LandMap.lineKeys(request)))
            if isToday { parts.append(Section(LandText.byState, [table(request)])) }
        }
        if !earlier.isEmpty { parts.append(Section(LandText.earlierDays, [days(request)])) }
        parts.append(
            ActionBar(
                [Action(RedLineText.title, to: "/places/\(place.id)/red-lines")]
                    + (mayEnter
                        ? [
                            Action(EnterParcel.title, to: "/register/parcel", isPrimary: true),
                            Action(LandText.importTitle, to: ParcelUpload.upload.address(of: place.id)),
                        ] : [])))
        return Page(named: "\(place.name) \(request(LandText.village))", request, parts)
    }

    private func shape(_ parcel: LandParcel) -> ParcelMap.Parcel {
        let tone = isToday ? LandMap.tone(states[parcel.id] ?? .unlisted) : .neutral
        return LandMap.parcel(
            parcel, "\(parcel.number) \(parcel.name)", to: Paths.parcel(parcel.id, on: isToday ? nil : day), tone: tone)
    }

    private func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = LandState.allCases.compactMap { state -> [HTML]? in
            let own = parcels.filter { states[$0.id] == state }
            guard !own.isEmpty else { return nil }
            return [
                Tag(state.label, LandMap.tone(state)).html(request.language), HTML(text: format.count(own.count)),
                HTML(text: format.area(own.reduce(.zero) { $0 + $1.area })),
            ]
        }
        return DataTable(
            columns: [
                .init(LandText.state, .state), .init(LandText.count, .number), .init(LandText.registered, .number),
            ], rows: rows)
    }

    private func days(_ request: PageRequest) -> any Component {
        let here = "/places/\(place.id)/land"
        return ActionBar(
            [Action(LandText.today, to: here)]
                + earlier.map { day in
                    let text = request.format.date(day)
                    return Action(Message(zh: text, en: text), to: Links.address(here, query: ["on": day.description]))
                })
    }
}
