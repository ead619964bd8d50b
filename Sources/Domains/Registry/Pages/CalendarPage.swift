import Kernel
import Storage
import Web

/// Which years' holidays are known, what they rest on, and what is still to come.
struct CalendarPage {
    private let calendar: WorkingCalendar
    private let announced: [CalendarQueries.Announced]
    private let lists: [CalendarYear]

    init(in tx: any ReadTransaction) throws {
        lists = try CalendarQueries.years(in: tx)
        calendar = lists.reduce(.announced) { $0.adding($1) }
        announced = try CalendarQueries.listAnnounced(in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let years = calendar.announcedYears
        var parts: [any Component] = [
            Headline(
                RegistryText.calendarQuestion,
                answer: RegistryText.calendarAnswer(years.first ?? 0, years.last ?? 0), in: request.language)
        ]
        // The list of a year comes in the last months of the year before.
        let today = request.now.date.components
        let next = today.month >= 10 ? today.year + 1 : today.year
        if !calendar.isAnnounced(next) {
            parts.append(
                Callout(.warning, RegistryText.calendarMissing(next), RegistryText.calendarMissingText))
        }
        parts.append(table(years, request))
        for list in lists.reversed() { parts.append(section(list, request)) }
        let actions = RegistryForm.action(.calendar, at: RegistryForm.calendar.path, isPrimary: true, for: request)
        if !actions.isEmpty { parts.append(ActionBar(actions)) }
        return Page(RegistryText.calendar, request, parts)
    }

    private func table(_ years: [Int], _ request: PageRequest) -> DataTable {
        let known = Dictionary(announced.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            columns: [
                .init(RegistryText.calendarYear, .number), .init(RegistryText.calendarSource),
                .init(RegistryText.calendarSince, .number),
            ],
            rows: years.reversed().map { year in
                let list = known[year]
                return [
                    "\(String(year))",
                    HTML(text: list.map { $0.source ?? "" } ?? request(RegistryText.calendarShipped)),
                    list.map { HTML.time($0.announcedAt, request.language) } ?? "",
                ]
            })
    }

    private func section(_ list: CalendarYear, _ request: PageRequest) -> Section {
        Section(
            Message(
                zh: "\(list.year) \(RegistryText.calendarDays.zh)", en: "\(list.year): \(RegistryText.calendarDays.en)"),
            [
                DataTable(
                    columns: [
                        .init(RegistryText.calendarDay, .number), .init(RegistryText.holiday),
                        .init(RegistryText.calendarKind),
                    ],
                    rows: list.days.map { day in
                        [
                            HTML(text: request.format.date(day.date)), HTML(text: day.name),
                            "\(RegistryText.kind(day.kind), request.language)",
                        ]
                    })
            ])
    }
}
