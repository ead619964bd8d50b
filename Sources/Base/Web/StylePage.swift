import Kernel

/// `/style`: every component, live, in the reader's language; what the design is checked on.
package enum StylePage {
    package static let route = Route("/style", StyleText.title, .everyone, .page { .page(page($0)) })

    package static func page(_ request: PageRequest) -> Page {
        Page(
            StyleText.title, request,
            [
                Breadcrumb([
                    .init(request(StyleText.county), "/style"), .init(request(StyleText.township), "/style"),
                    .init(request(StyleText.villages[0])),
                ]),
                Headline(
                    StyleText.question, answer: StyleText.answer, note: StyleText.note, in: request.language),
                Section(StyleText.stats, [stats(request)]), Section(StyleText.words, words(request)),
                Section(StyleText.table, [table(request), emptyTable]), Section(StyleText.facts, [facts(request)]),
                Section(StyleText.progress, [timeline(request)]), Section(StyleText.callouts, callouts),
                Section(StyleText.form, StyleForm.parts(request)),
                Section(StyleText.charts, StyleCharts.parts(request)),
                Section(StyleText.more, [Details(StyleText.moreSummary, [facts(request)])]),
                Section(StyleText.ways, [ways]), Section(StyleText.search, search(request)),
            ])
    }

    static func request(_ language: Language) -> PageRequest {
        PageRequest(path: "/style", language: language, now: Instant(milliseconds: 1_557_797_405_000))
    }

    private static var ways: Directory {
        Directory([
            .init(StyleText.words, [.init(StyleText.link, to: "/style", StyleText.smaller)]),
            .init(
                StyleText.table,
                [
                    .init(StyleText.income, to: "/style", StyleText.incomeDefinition),
                    .init(StyleText.open, to: "/style", StyleText.openDefinition),
                ]),
        ])
    }

    private static func stats(_ request: PageRequest) -> any Component {
        StatTiles([
            .init(
                StyleText.landLet, "\(request.format.area(tenThousandthsOfMu: 12_345_000))",
                definition: StyleText.landLetDefinition, to: "/style"),
            .init(
                StyleText.income, "\(request.format.money(fen: 28_800_000))", definition: StyleText.incomeDefinition,
                to: "/style"),
            .init(StyleText.open, "\(request.format.count(3))", definition: StyleText.openDefinition, to: "/style"),
        ])
    }

    private static func words(_ request: PageRequest) -> [any Component] {
        let language = request.language
        let link = HTML.link(request(StyleText.link), to: "/style")
        let tags: [Tag] = [
            Tag(StyleText.draft), Tag(StyleText.running, .active), Tag(StyleText.paid, .good),
            Tag(StyleText.due, .warning), Tag(StyleText.overdue, .bad),
        ]
        return [
            Paragraph(StyleText.sample),
            "<p><small>\(StyleText.smaller, language)</small> \(link)</p>\n" as HTML,
            "<p class=\"tags\">\(tags.map { $0.html(language) })</p>\n" as HTML,
            ActionBar([
                Action(StyleText.signed, to: "/style", isPrimary: true), Action(StyleText.print, to: "/style"),
            ]),
        ]
    }

    private static func table(_ request: PageRequest) -> any Component {
        let format = request.format
        let figures: [(Int64, Int64, Int, Message, Tag.Tone)] = [
            (200_000, 2_400_000, 2_028, StyleText.paid, .good), (125_000, 1_200_050, 2_026, StyleText.due, .warning),
            (32_000, 256_000, 2_024, StyleText.overdue, .bad),
        ]
        let rows = zip(StyleText.parcels, figures).map { parcel, figure -> [HTML] in
            [
                HTML.link(request(parcel), to: "/style"),
                "\(format.area(tenThousandthsOfMu: figure.0))", "\(format.money(fen: figure.1))",
                HTML(text: CivilDate(year: figure.2, month: 12, day: 31).map { format.date($0) } ?? ""),
                Tag(figure.3, figure.4).html(request.language),
            ]
        }
        return DataTable(
            StyleText.tableCaption,
            columns: [
                .init(StyleText.parcel), .init(StyleText.area, .number), .init(StyleText.rent, .number),
                .init(StyleText.until), .init(StyleText.state, .state),
            ], rows: rows,
            totals: [
                "\(StyleText.total, request.language)", "\(format.area(tenThousandthsOfMu: 357_000))",
                "\(format.money(fen: 3_856_050))", "", "",
            ])
    }

    private static var emptyTable: any Component {
        DataTable(
            columns: [.init(StyleText.parcel)], rows: [],
            empty: EmptyState(
                StyleText.noLots, hint: StyleText.noLotsHint, action: Action(StyleText.allLots, to: "/style")))
    }

    private static func facts(_ request: PageRequest) -> any Component {
        FactList([
            .init(StyleText.owner, "\(StyleText.ownerName, request.language)"),
            .init(StyleText.area, "\(request.format.area(tenThousandthsOfMu: 200_000))"),
            .init(StyleText.price, "\(request.format.money(fen: 120_000))", note: StyleText.perMuYear),
            .init(StyleText.term, "\(request.format.years(30))"),
            .init(StyleText.remark, nil),
        ])
    }

    private static func timeline(_ request: PageRequest) -> any Component {
        let start = request.now
        return Timeline([
            .init(StyleText.accepted, .done, at: start.adding(seconds: -1_900_000)),
            .init(StyleText.noticed, .done, at: start.adding(seconds: -864_000)),
            .init(StyleText.auction, .current, at: start, note: "\(StyleText.auctionNote, request.language)"),
            .init(StyleText.publicity, .ahead), .init(StyleText.signing, .ahead),
        ])
    }

    private static var callouts: [any Component] {
        [
            Callout(.info, StyleText.info, StyleText.infoBody), Callout(.good, StyleText.good),
            Callout(.warning, StyleText.warning), Callout(StyleForm.termRejection),
        ]
    }

    private static func search(_ request: PageRequest) -> [any Component] {
        [SearchBox(request, label: StyleText.searchLabel, count: 233_856), Pager(request, pages: 12)]
    }
}
