import Kernel
import Registry
import Storage
import Web

/// The collectives of the reader's area by income band: the numerator, the denominator, and the way down to each book.
enum IncomeBandPage {
    static func page(_ request: PageRequest, _ database: any Database) throws -> PageResult {
        guard let principal = request.principal else { return .notFound }
        let count = try database.read { tx in
            try AreaQueries.bands(within: principal.division, at: request.day, in: tx)
        }
        return .page(page(count, request))
    }

    static func page(_ count: IncomeBandCount, _ request: PageRequest) -> Page {
        let format = request.format
        let asked = request.query["band"].flatMap { AddressNumber.index.find($0) }.flatMap {
            IncomeBand(rawValue: Int($0))
        }
        let bodies = count.bodies.filter { asked == nil || $0.band == asked }
        let rows = IncomeBand.allCases.map { band -> [HTML] in
            let share = count.share(band)
            return [
                HTML.link(request(AreaText.band(band)), to: request.link(setting: ["band": String(band.rawValue)])),
                HTML(text: format.count(share.numerator)), HTML(text: AreaText.percent(share)),
            ]
        }
        let list = bodies.map { body -> [ListCell] in
            let path = BookDesk.path(body.organisation, "/statements?at=\(count.date)")
            return [
                .text(body.name, to: path), .text(request(AreaText.band(body.band))), .money(body.result, format),
            ]
        }
        let share = count.atLeastFive
        return Page(
            AreaText.bandsTitle, request,
            [
                Breadcrumb([.init(request(BookText.booksTitle), "/books"), .init(request(AreaText.bandsTitle))]),
                Headline(
                    AreaText.bandsQuestion,
                    answer: AreaText.bandsAnswer(
                        AreaText.percent(share), format.count(share.numerator), of: format.count(share.denominator)),
                    note: BookText.onDay(format.date(count.date)), in: request.language),
                ActionBar(years(request)),
                DataTable(
                    AreaText.bandsTitle,
                    columns: [
                        .init(AreaText.bandColumn), .init(AreaText.villages, .number), .init(AreaText.share, .number),
                    ], rows: rows,
                    totals: [
                        HTML(text: request(BookText.total)), HTML(text: format.count(share.denominator)),
                        HTML(text: share.denominator == 0 ? "" : "100.0%"),
                    ]),
                Callout(.info, AreaText.definitionTitle, AreaText.definition(format.count(count.without))),
                Section(
                    asked.map { AreaText.band($0) } ?? AreaText.everyVillage,
                    [
                        ListTable(
                            request,
                            columns: [
                                .init("name", BookText.organisation), .init("band", AreaText.bandColumn),
                                .init("result", AreaText.result, .number),
                            ], rows: list, empty: EmptyState(BookText.noBooks))
                    ]),
            ])
    }

    /// The end of last year, which the national report counts, and today.
    static func years(_ request: PageRequest) -> [Action] {
        let last = AccountingMonth(request.now.date).january.previous.lastDay
        return [
            Action(AreaText.endOf(last.year), to: request.link(setting: ["at": last.description, "band": nil])),
            Action(AreaText.untilToday, to: request.link(setting: ["at": nil, "band": nil])),
        ]
    }
}

/// The books of the reader's area added up: plainly, and without what the bodies owe and pay each other.
enum UnionPage {
    static func page(_ request: PageRequest, _ database: any Database) throws -> PageResult {
        guard let principal = request.principal else { return .notFound }
        let (books, whole) = try database.read { tx in
            try AreaQueries.union(within: principal.division, at: request.day, in: tx)
        }
        return .page(page(books.count, whole, request))
    }

    static func page(_ books: Int, _ whole: Consolidation, _ request: PageRequest) -> Page {
        let format = request.format
        func figure(_ amount: Money) -> HTML { HTML(text: amount == .zero ? "" : request.money(amount)) }
        let lines = whole.lines.filter { $0.plain != .zero || $0.elimination != .zero }.map { line in
            [
                HTML(text: request(AreaText.kind(line.kind))), figure(line.plain), figure(line.elimination),
                figure(line.consolidated),
            ]
        }
        let owners = whole.attributed.sorted { $0.key < $1.key }.map { name, amount -> [ListCell] in
            [.text(name), .money(amount, format)]
        }
        let mismatches = whole.mismatches.map { [HTML(text: $0.matter), figure($0.difference)] }
        return Page(
            AreaText.unionTitle, request,
            [
                Breadcrumb([.init(request(BookText.booksTitle), "/books"), .init(request(AreaText.unionTitle))]),
                Headline(
                    AreaText.unionQuestion,
                    answer: AreaText.unionAnswer(request.money(whole.net), plain: request.money(whole.plainNet)),
                    note: AreaText.unionNote(format.count(books), format.date(request.day)), in: request.language),
                ActionBar(IncomeBandPage.years(request)),
                DataTable(
                    AreaText.unionTitle,
                    columns: [
                        .init(BookText.line), .init(AreaText.plain, .number), .init(AreaText.eliminated, .number),
                        .init(AreaText.consolidated, .number),
                    ], rows: lines, empty: EmptyState(BookText.noMovement)),
            ]
                + (mismatches.isEmpty
                    ? []
                    : [
                        DataTable(
                            AreaText.mismatches,
                            columns: [.init(AreaText.matter), .init(AreaText.difference, .number)], rows: mismatches)
                    ])
                + [
                    Section(
                        AreaText.whoseResult,
                        [
                            ListTable(
                                request,
                                columns: [
                                    .init("name", BookText.organisation), .init("result", AreaText.itsPart, .number),
                                ], rows: owners)
                        ]),
                    Callout(.info, AreaText.definitionTitle, AreaText.unionDefinition),
                ])
    }
}
