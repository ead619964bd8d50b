import Kernel
import Exchange
import Registry
import Web

/// Which deals deserve a second look: figures by indicator, village and desk, each opening to its lots.
struct RedFlagPage {
    let board: RedFlagBoard
    /// What must not be missed besides: money past its clock.
    let notes: [any Component]

    func page(_ request: PageRequest) -> Page {
        Page(RedFlagText.title, request, parts(request))
    }

    private func parts(_ request: PageRequest) -> [any Component] {
        let format = request.format
        let total = board.total
        let answer = RedFlagText.answer(
            format.count(total.flags), format.count(total.lots), of: format.count(board.lotCount))
        let head: [any Component] = [
            Headline(RedFlagText.question, answer: answer, note: RedFlagText.caution, in: request.language)
        ]
        return head + notes + [
            opened(request), raised(request),
            counts(RedFlagText.byVillage, RedFlagText.village, board.villages, "village", request),
            counts(RedFlagText.byClerk, RedFlagText.clerk, board.clerks, "clerk", request),
            Details(RedFlagText.everyIndicator, [indicators(request)]),
        ]
    }

    /// The indicators that point at something, the most first; a nought needs no line.
    private func raised(_ request: PageRequest) -> any Component {
        let some = RedFlag.allCases.map { ($0, board.lots(flagged: $0).count) }.filter { $0.1 > 0 }
            .sorted { $1.1 < $0.1 }
        let rows = some.map { flag, count -> [HTML] in
            let path = request.link(setting: ["flag": flag.rawValue, "village": nil, "clerk": nil, "page": nil])
            return [
                HTML.link(request(RedFlagText.name(flag)), to: path), line(of: flag, request),
                HTML(text: request.format.count(count)),
            ]
        }
        return Section(
            RedFlagText.byIndicator, anchor: "indicators",
            [
                DataTable(
                    columns: [
                        .init(RedFlagText.indicator), .init(RedFlagText.line), .init(RedFlagText.lots, .number),
                    ], rows: rows, empty: EmptyState(RedFlagText.nothing))
            ])
    }

    /// How each is reckoned, those that point at nothing too.
    private func indicators(_ request: PageRequest) -> any Component {
        let rows = RedFlag.allCases.map { flag -> [HTML] in
            let code = flag.code.map { " <small>\($0)</small>" as HTML }
            return [
                "\(RedFlagText.name(flag), request.language)\(code)",
                HTML(text: request(RedFlagText.definition(flag))), line(of: flag, request),
            ]
        }
        return DataTable(
            columns: [.init(RedFlagText.indicator), .init(RedFlagText.formula), .init(RedFlagText.line)], rows: rows)
    }

    /// Where the line lies, and at which figure today where it is a fence.
    private func line(of flag: RedFlag, _ request: PageRequest) -> HTML {
        let fences = [board.giving, board.buying].map { fence(of: flag, $0.fences[flag]) }
        guard fences.contains(where: { $0 != nil }) else { return "\(RedFlagText.threshold(flag), request.language)" }
        let figures = fences.map { $0.map { RedFlagFormat.text($0, flag, request.format) } ?? "–" }
        let today = RedFlagText.today(giving: figures[0], buying: figures[1])
        return "\(RedFlagText.threshold(flag), request.language) <small>\(today, request.language)</small>"
    }

    private func fence(of flag: RedFlag, _ fences: OutlierFences?) -> Figure? {
        switch flag {
        case .closeSecond, .lowVariation, .professionalLoser: fences?.lowest
        default: fences?.highest
        }
    }

    private func counts(
        _ title: Message, _ column: Message, _ lines: [RedFlagBoard.Count], _ name: String, _ request: PageRequest
    ) -> any Component {
        let rows = lines.prefix(Self.shown).map { line -> [HTML] in
            var query: [String: String?] = ["flag": nil, "village": nil, "clerk": nil]
            query[name] = line.id
            let path = request.link(setting: query)
            return [
                named(line, path, isDesk: name == "clerk", request.language),
                HTML(text: request.format.count(line.flags)),
                HTML(text: request.format.count(line.lots)),
            ]
        }
        // The worst stand first; of the others the list below tells, in the order of this column.
        let rest = lines.count - rows.count
        let others = Action(
            RedFlagText.others(request.format.count(rest)), to: request.link(setting: ["sort": name, "page": nil]))
        return Section(
            title,
            [
                DataTable(
                    columns: [.init(column), .init(RedFlagText.flags, .number), .init(RedFlagText.lots, .number)],
                    rows: rows), ActionBar(rest > 0 ? [others] : []),
            ])
    }

    private static let shown = 20

    /// The way to the lots of a village or desk; a desk's identifier is folded below its name.
    private func named(_ line: RedFlagBoard.Count, _ path: String, isDesk: Bool, _ language: Language) -> HTML {
        let link = HTML.link(line.name, to: path)
        guard isDesk, line.name != line.id else { return link }
        return "\(link)\(DeskName.folded(line.id, language))"
    }

    /// The flags that stand, of the figure that was opened or all of them.
    private func opened(_ request: PageRequest) -> any Component {
        let flag = request.query["flag"].flatMap { RedFlag(rawValue: $0) }
        let (village, clerk) = (request.query["village"], request.query["clerk"])
        let entries = board.entries.filter { entry in
            (flag == nil || entry.flag == flag) && (village == nil || entry.lot.village.text == village)
                && (clerk == nil || entry.lot.clerk == clerk)
        }
        let all = request.link(setting: ["flag": nil, "village": nil, "clerk": nil, "page": nil])
        let isPart = flag != nil || village != nil || clerk != nil
        let rows = RedFlagFormat.merged(entries).map { entry, subjects -> [ListCell] in
            return [
                .text(entry.lot.assetName, to: Links.path("/lots/{lot}", ["lot": entry.lot.item.id])),
                .text(entry.lot.villageName),
                .text(request(RedFlagText.name(entry.flag))), .text(RedFlagFormat.words(subjects, request)),
                .text(RedFlagFormat.against(entry, board, request)), .text(entry.lot.clerkName),
            ]
        }
        return Section(
            flag.map { RedFlagText.name($0) } ?? RedFlagText.openedLots, anchor: "opened",
            [
                ListTable(
                    request,
                    columns: [
                        .init("lot", RedFlagText.lot), .init("village", RedFlagText.village),
                        .init("flag", RedFlagText.indicator), .init("subject", RedFlagText.pointsAt),
                        .init("value", RedFlagText.value), .init("clerk", RedFlagText.clerk),
                    ], rows: rows, empty: EmptyState(RedFlagText.nothing)),
                ActionBar(isPart ? [Action(RedFlagText.showAll, to: all)] : []),
            ])
    }
}

/// The red flags of one lot, for the desks that decide on it or look into it.
enum LotFlagsPage {
    static func page(_ board: RedFlagBoard, lot: RedFlagLot, _ request: PageRequest) -> Page {
        let entries = RedFlagFormat.merged(board.entries.filter { $0.lot.item.id == lot.item.id })
        let rows = entries.map { entry, subjects in
            [
                HTML(text: request(RedFlagText.name(entry.flag))),
                HTML(text: RedFlagFormat.against(entry, board, request)),
                HTML(text: RedFlagFormat.words(subjects, request)),
                HTML(text: request(RedFlagText.definition(entry.flag))),
            ]
        }
        return Page(
            RedFlagText.title, request,
            [
                Breadcrumb([
                    .init(lot.assetName, Links.path("/lots/{lot}", ["lot": lot.item.id])),
                    .init(request(RedFlagText.title)),
                ]),
                Headline(
                    RedFlagText.lotQuestion, answer: RedFlagText.lotAnswer(request.format.count(entries.count)),
                    note: RedFlagText.caution, in: request.language),
                DataTable(
                    columns: [
                        .init(RedFlagText.indicator), .init(RedFlagText.value), .init(RedFlagText.pointsAt),
                        .init(RedFlagText.formula),
                    ], rows: rows, empty: EmptyState(RedFlagText.nothing)),
            ])
    }
}

/// A value the way people read it.
enum RedFlagFormat {
    /// One line for each flag of a lot, with all it points at: so many lines as the page says there are flags. Its figure is
    /// the lot's own; a bidder of it only takes part.
    static func merged(_ entries: [RedFlagBoard.Entry]) -> [(RedFlagBoard.Entry, subjects: [Message])] {
        var order: [String] = []
        var lines: [String: [RedFlagBoard.Entry]] = [:]
        for entry in entries {
            let key = "\(entry.lot.item.id) \(entry.flag.rawValue)"
            if lines[key] == nil { order.append(key) }
            lines[key, default: []].append(entry)
        }
        return order.compactMap { key in
            let line = lines[key] ?? []
            let own = line.first { if case .lot = $0.subject { true } else { false } } ?? line.first
            var subjects: [Message] = []
            for subject in line.map({ RedFlagText.subject($0.subject) }) where !subjects.contains(subject) {
                subjects.append(subject)
            }
            return own.map { ($0, subjects) }
        }
    }

    static func words(_ subjects: [Message], _ request: PageRequest) -> String {
        subjects.map { request($0) }.joined(separator: request.language == .chinese ? "、" : ", ")
    }

    /// "9 天，界线 10 天".
    static func against(_ entry: RedFlagBoard.Entry, _ board: RedFlagBoard, _ request: PageRequest) -> String {
        func words(_ figure: Figure) -> String {
            request(RedFlagText.measured(text(figure, entry.flag, request.format), entry.flag.measure))
        }
        guard let limit = board.limit(of: entry) else { return words(entry.value) }
        return request(RedFlagText.against(words(entry.value), words(limit)))
    }

    static func text(_ value: Figure, _ flag: RedFlag, _ format: Format) -> String {
        switch flag.measure {
        case .share: format.percent(basisPoints: value.rounded(toPlaces: 4))
        case .times: format.percent(basisPoints: value.rounded(toPlaces: 4))
        case .count, .days: format.count(value.rounded(toPlaces: 0))
        }
    }
}
