import Kernel
import Registry
package import Storage
package import Web

extension Disclosure {
    /// What the board shows of a place: paid or not, arrears by age, notices open to objection; of a village who rents what.
    package static func face(_ database: any Database) -> FaceSource {
        { place, request in
            try database.read { tx in
                let board = try PlaceBoard(place, request, in: tx)
                let village = place.isVillage ? try VillagePage(place.id, on: request.now.date, in: tx) : nil
                return board.face(request) + (village?.face(request) ?? PlaceFace())
            }
        }
    }
}

struct PlaceBoard {
    private let place: PlaceView
    private let tally: PaymentTally
    private let open: [(Notice, place: String)]
    private let count: Int64
    private let today: CivilDate

    init(_ place: PlaceView, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.place = place
        today = request.now.date
        tally = try PaymentQueries.tally(within: place.path, on: today, in: tx)
        open = try NoticeQueries.listOpen(within: place.path, limit: 6, in: tx)
        count = try NoticeQueries.countOpen(within: place.path, in: tx)
    }

    func face(_ request: PageRequest) -> PlaceFace {
        let format = request.format
        var parts: [PlaceFace.Part] = []
        if tally.allLate > .zero, !place.isVillage { parts.append(.init(25, arrears(request))) }
        if !open.isEmpty { parts.append(.init(50, notices(request))) }
        return PlaceFace(
            sentences: [(20, sentence(format))], figures: figures(format), parts: parts, late: tally.places)
    }

    private func sentence(_ format: Format) -> Message {
        guard tally.due > .zero else { return PageText.nothingDue }
        let (due, paid) = (format.money(tally.due), format.money(tally.paid))
        if tally.allLate == .zero { return PageText.villagePaid(paid, of: due) }
        return PageText.villageOverdue(paid, of: due, format.money(tally.allLate))
    }

    private func figures(_ format: Format) -> [PlaceFace.Figure] {
        [
            .init(
                40,
                .init(
                    FrontText.paidShare, "\(format.percent(tally.paid.fen, of: tally.due.fen))",
                    definition: FrontText.paidShareDefinition,
                    to: place.isVillage ? "/places/\(place.id)#payments" : ArrearsPage.path(at: place.id),
                    basis: .init(
                        today, numerator: format.money(tally.paid), denominator: format.money(tally.due),
                        note: tally.allLate > .zero ? FrontText.late(format.money(tally.allLate)) : FrontText.notLate),
                    tone: tally.allLate > .zero ? .bad : .neutral)),
            .init(
                60,
                .init(
                    FrontText.openNotices, "\(format.count(count))", definition: FrontText.openNoticesDefinition,
                    to: NoticeListPage.path(at: place.id, onlyOpen: true),
                    basis: .init(today, note: FrontText.mayObject))),
        ]
    }

    private func arrears(_ request: PageRequest) -> BarChart {
        BarChart(
            FrontText.arrears,
            zip(ArrearsAge.allCases, tally.late).map { age, late in
                .init(
                    request(FrontText.age(age)), late.fen, text: request.format.money(late),
                    to: late > .zero ? ArrearsPage.path(at: place.id, age) : nil)
            })
    }

    private func notices(_ request: PageRequest) -> Section {
        Section(
            FrontText.board,
            [
                Cards(
                    open.map { notice, name in
                        Cards.Card(
                            request(notice.title), to: "/notices/\(notice.id)", tag: Tag(PageText.kind(notice.kind)),
                            lines: [
                                "\(name)",
                                """
                                \(PageText.hangsUntil, request.language) \(request.format.date(notice.until)) · \
                                \(HTML.countdown(to: notice.closesAt, from: request.now, request.language))
                                """,
                            ])
                    })
            ])
    }
}
