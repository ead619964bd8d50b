import Kernel
import Registry
import Storage
import Web
import Weighing

/// A month of waste: whether it is proven that nothing raw went to a landfill, and what that rests on.
struct MonthPage {
    let month: WasteMonth
    let balance: MassBalance
    let names: [String: String]
    let underway: [TicketLine]
    let outside: [OutsideShift]
    let heaps: [HeapMonth]
    let losses: [LossLine]

    init(_ month: WasteMonth, in tx: any ReadTransaction) throws {
        self.month = month
        balance = try MassBalance(WasteQueries.file(of: month, in: tx))
        names = Dictionary(
            try WasteQueries.listSites(in: tx).map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
        underway = try WasteQueries.listUnderway(in: tx)
        outside = try ShiftQueries.listOutside(from: month.first.start, until: month.next.start, in: tx)
        losses = try WasteQueries.listLosses(from: month.first, until: month.next.adding(days: -1), in: tx)
        heaps = try SaleQueries.month(from: month.first, until: month.next.adding(days: -1), in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let parts: [any Component] = [
            Headline(
                WasteText.question(format.month(year: month.first.year, month: month.first.components.month)),
                answer: WasteText.answer(balance),
                note: WasteText.questionNote, in: request.language), bar(request), tiles(request),
            flow(format, request),
        ]
        let reasons = balance.reasons.isEmpty ? [] : [Section(WasteText.why, [reasons(format, request)])]
        return Page(
            WasteText.title, request,
            parts + reasons + (heaps.isEmpty ? [] : [Section(SaleText.month, [heapTable(request)])]) + [
                Section(WasteText.faults, [faults(format, request)]),
                Section(ShiftText.outside, [outsideShifts(request)]),
                Section(
                    LossText.losses,
                    [Paragraph(LossText.note), LossTable(losses: losses, seesPapers: false).table(request)]),
                Section(WasteText.closures, [closures(format, request)]),
            ])
    }

    private func bar(_ request: PageRequest) -> ActionBar {
        var actions: [Action] = []
        if IssueTicket.isOffered(to: request) {
            actions.append(Action(IssueTicket.title, to: "/waste/tickets/new", isPrimary: true))
        }
        actions.append(Action(WasteText.tickets, to: "/waste/tickets"))
        actions.append(Action(WasteText.sites, to: "/waste/sites"))
        if let role = request.principal?.role, RoundDesks.access.roles.contains(role) {
            actions.append(Action(RoundText.rounds, to: "/waste/rounds"))
        }
        if let role = request.principal?.role, HaulageDesks.access.roles.contains(role) {
            actions.append(Action(HaulageText.haulages, to: "/waste/haulages"))
        }
        actions.append(Action(VehicleText.vehicles, to: "/waste/vehicles"))
        actions.append(Action(ComplaintText.complaints, to: "/waste/complaints"))
        actions.append(Action(SaleText.sales, to: "/waste/sales"))
        if let before = month.before {
            actions.append(Action(WasteText.monthBefore, to: "/waste/months/\(before.text)"))
        }
        return ActionBar(actions)
    }

    private func tiles(_ request: PageRequest) -> StatTiles {
        let format = request.format
        func total(_ kinds: WeighingTicket.Kind...) -> HTML {
            HTML(text: format.tonnes(kinds.reduce(0) { $0 + (balance.totals[$1] ?? 0) }))
        }
        let late = underway.count { $0.weighedAt.adding(seconds: 3 * 3_600) < request.now }
        return StatTiles([
            .init(WasteText.collected, total(.collect), definition: WasteText.collectedMeans, to: "/waste/tickets"),
            .init(WasteText.treated, total(.plantIn), definition: WasteText.treatedMeans),
            .init(WasteText.recycled, total(.recycleOut), definition: WasteText.recycledMeans),
            .init(
                WasteText.underway, HTML(text: format.count(underway.count)), definition: WasteText.underwayMeans(late),
                tone: late > 0 ? .warning : .neutral),
        ])
    }

    private func flow(_ format: Format, _ request: PageRequest) -> BarChart {
        BarChart(
            WasteText.flow,
            WeighingTicket.Kind.allCases.compactMap { kind in
                guard let total = balance.totals[kind], total > 0 else { return nil }
                return .init(request(WasteText.kind(kind)), Int64(total), text: format.tonnes(total))
            })
    }

    private func reasons(_ format: Format, _ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(WasteText.reason), .init(WasteText.tonnes, .number)],
            rows: balance.reasons.map {
                [HTML(text: request(WasteText.reason($0.reason))), HTML(text: format.tonnes($0.kilograms))]
            })
    }

    private func faults(_ format: Format, _ request: PageRequest) -> DataTable {
        let rows = balance.faults.map { fault -> [HTML] in
            [
                HTML(text: request.format.date(iso: fault.day)), HTML(text: request(WasteText.fault(fault.kind))),
                fault.ticket.map { HTML.link($0, to: "/waste/tickets/\($0)") }
                    ?? HTML(text: fault.place.map { names[$0] ?? $0 } ?? ""),
                HTML(text: format.tonnes(fault.kilograms)),
            ]
        }
        return DataTable(
            columns: [
                .init(WasteText.day), .init(WasteText.fault), .init(WasteText.ticket),
                .init(WasteText.tonnes, .number),
            ], rows: rows, empty: EmptyState(WasteText.noFaults))
    }

    private func heapTable(_ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(SaleText.material), .init(SaleText.sorted, .number), .init(SaleText.counted, .number),
                .init(SaleText.handedOver, .number),
            ],
            rows: heaps.map { heap in
                [
                    HTML(text: request(heap.material.label)), HTML(text: format.tonnes(Int(heap.sorted))),
                    HTML(text: format.tonnes(Int(heap.counted))), HTML(text: format.tonnes(Int(heap.handed))),
                ]
            })
    }

    private func outsideShifts(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(WasteText.ticket), .init(WasteText.vehicle), .init(WasteText.weighedAt)],
            rows: outside.map {
                [
                    HTML.link($0.ticket.text, to: "/waste/tickets/\($0.ticket)"), HTML(text: $0.vehicle),
                    HTML.time($0.weighedAt, request.language),
                ]
            }, empty: EmptyState(ShiftText.noneOutside))
    }

    private func closures(_ format: Format, _ request: PageRequest) -> DataTable {
        let rows = balance.closures.map { closure -> [HTML] in
            let tag: Tag =
                closure.isOpening
                ? Tag(WasteText.opening)
                : closure.isClosed ? Tag(WasteText.closes, .good) : Tag(WasteText.doesNotClose, .bad)
            return [
                HTML(text: names[closure.place] ?? closure.place), HTML(text: request.format.date(iso: closure.day)),
                HTML(text: format.tonnes(closure.into)), HTML(text: format.tonnes(closure.out)),
                HTML(text: format.tonnes(closure.stockChange)), HTML(text: format.tonnes(closure.declared)),
                HTML(text: closure.isOpening ? "" : format.tonnes(closure.gap)),
                HTML(text: format.tonnes(closure.tolerance)),
                tag.html(request.language),
            ]
        }
        return DataTable(
            columns: [
                .init(WasteText.site), .init(WasteText.day), .init(WasteText.into, .number),
                .init(WasteText.out, .number), .init(WasteText.stockChange, .number),
                .init(LossText.declared, .number), .init(WasteText.gap, .number),
                .init(WasteText.tolerance, .number), .init(WasteText.state, .state),
            ], rows: rows, empty: EmptyState(WasteText.noClosures))
    }
}

extension Format {
    /// Tonnes to the ten kilograms a scale shows.
    func tonnes(_ kilograms: Int) -> String {
        let hundredths = (kilograms.magnitude + 5) / 10
        let text = "\(count(Int64(hundredths / 100))).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return (kilograms < 0 && hundredths > 0 ? "-" : "") + text
    }
}
