import Kernel
import Exchange
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
        return head + notes + (opened(request).map { [$0] } ?? [])
            + [
                indicators(request),
                counts(RedFlagText.byVillage, RedFlagText.village, board.villages, "village", request),
                counts(RedFlagText.byClerk, RedFlagText.clerk, board.clerks, "clerk", request),
            ]
    }

    private func indicators(_ request: PageRequest) -> any Component {
        let rows = RedFlag.allCases.map { flag -> [HTML] in
            let count = HTML(text: request.format.count(board.lots(flagged: flag).count))
            let code = flag.code.map { " <small>\($0)</small>" as HTML }
            return [
                "\(RedFlagText.name(flag), request.language)\(code)",
                HTML(text: request(RedFlagText.definition(flag))), line(of: flag, request),
                HTML.link(count, to: request.link(setting: ["flag": flag.rawValue, "village": nil, "clerk": nil])),
            ]
        }
        return Section(
            RedFlagText.byIndicator, anchor: "indicators",
            [
                DataTable(
                    columns: [
                        .init(RedFlagText.indicator), .init(RedFlagText.formula), .init(RedFlagText.line),
                        .init(RedFlagText.lots, .number),
                    ], rows: rows)
            ])
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
        let rows = lines.map { line -> [HTML] in
            var query: [String: String?] = ["flag": nil, "village": nil, "clerk": nil]
            query[name] = line.id
            let path = request.link(setting: query)
            return [
                HTML.link(line.name, to: path), HTML(text: request.format.count(line.flags)),
                HTML(text: request.format.count(line.lots)),
            ]
        }
        return Section(
            title,
            [
                DataTable(
                    columns: [.init(column), .init(RedFlagText.flags, .number), .init(RedFlagText.lots, .number)],
                    rows: rows)
            ])
    }

    /// The lots behind the figure that was opened; nil when none was.
    private func opened(_ request: PageRequest) -> (any Component)? {
        let flag = request.query["flag"].flatMap { RedFlag(rawValue: $0) }
        let (village, clerk) = (request.query["village"], request.query["clerk"])
        guard flag != nil || village != nil || clerk != nil else { return nil }
        let entries = board.entries.filter { entry in
            (flag == nil || entry.flag == flag) && (village == nil || entry.lot.village.text == village)
                && (clerk == nil || entry.lot.clerk == clerk)
        }
        let rows = entries.map { entry -> [HTML] in
            let name = "\(entry.lot.assetName) (\(entry.lot.item.id))"
            return [
                HTML.link(name, to: Links.path("/lots/{lot}", ["lot": entry.lot.item.id])),
                HTML(text: entry.lot.villageName), HTML(text: request(RedFlagText.name(entry.flag))),
                HTML(text: request(RedFlagText.subject(entry.subject))),
                HTML(text: RedFlagFormat.text(entry.value, entry.flag, request.format)), HTML(text: entry.lot.clerk),
            ]
        }
        return Section(
            flag.map { RedFlagText.name($0) } ?? RedFlagText.openedLots, anchor: "opened",
            [
                DataTable(
                    columns: [
                        .init(RedFlagText.lot), .init(RedFlagText.village), .init(RedFlagText.indicator),
                        .init(RedFlagText.pointsAt), .init(RedFlagText.value, .number), .init(RedFlagText.clerk),
                    ], rows: rows)
            ])
    }
}

/// A value the way people read it.
enum RedFlagFormat {
    static func text(_ value: Figure, _ flag: RedFlag, _ format: Format) -> String {
        switch flag.measure {
        case .share: format.percent(basisPoints: value.rounded(toPlaces: 4))
        case .times: format.percent(basisPoints: value.rounded(toPlaces: 4))
        case .count, .days: format.count(value.rounded(toPlaces: 0))
        }
    }
}
