import Kernel
import Registry
import Storage
import Web

/// What rules point at in a place: figures of the places below, of the rules, and each flag with the way to its paper and its
/// entries in the log. County, township and village have the same page.
struct OversightView {
    let board: OversightBoard
    /// From the top of the reader's area down to where the page stands.
    let way: [(name: String, id: DivisionID)]
    let names: [String: String]
    /// Titles of the desks that answered.
    let desks: [String: String]
    let mayAnswer: Bool

    /// Nil where the reader asks for a place outside their own.
    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let principal = request.principal else { return nil }
        let asked = request.query["place"].flatMap { DivisionID($0) } ?? principal.division
        guard let reach = try DivisionQueries.findPath(principal.division, in: tx),
            let path = try DivisionQueries.findPath(asked, in: tx), path.hasPrefix(reach)
        else { return nil }
        let file = try OversightFile(at: request.now, in: tx)
        board = OversightBoard(
            file.flags, file.things, answers: try AnswerQueries.list(in: tx), on: request.now.date, reach: reach,
            at: path)
        desks = try OfficeQueries.titles(
            of: (board.entries + board.answered).flatMap { [$0.answer?.desk, $0.answer?.second].compactMap(\.self) },
            in: tx)
        mayAnswer = AnswerFlag.isOffered(to: request)
        let ids = path.dropFirst(reach.count).split(separator: "/").compactMap { DivisionID(String($0)) }
        let top = try DivisionQueries.find(principal.division, in: tx)?.name
        way =
            [(top ?? "", principal.division)]
            + (try ids.map { (try DivisionQueries.find($0, in: tx)?.name ?? $0.text, $0) })
        var names: [String: String] = [:]
        for child in board.children {
            names[child.place] = try DivisionID(child.place).flatMap { try DivisionQueries.find($0, in: tx)?.name }
        }
        self.names = names
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let total = board.total
        return Page(
            OversightText.title, request,
            [
                crumbs(request),
                Headline(
                    OversightText.question,
                    answer: OversightText.answer(
                        format.count(total.red), format.count(total.orange), format.count(total.yellow)),
                    note: OversightText.caution, in: request.language),
                places(request), rules(request), flags(request), answered(request),
                ActionBar([Action(OversightText.rules, to: "/oversight/rules")]),
            ])
    }

    private func crumbs(_ request: PageRequest) -> Breadcrumb {
        let last = way.count - 1
        return Breadcrumb(
            way.enumerated().map { position, place in
                let name = place.name.isEmpty ? request(OversightText.title) : place.name
                return .init(name, position == last ? nil : Self.link(place.id.text))
            })
    }

    private static func link(_ place: String) -> String { Links.address("/oversight", query: ["place": place]) }

    private func places(_ request: PageRequest) -> any Component {
        let children = board.children
        guard !children.isEmpty else { return ActionBar([]) }
        let rows = children.map { child in
            [HTML.link(names[child.place] ?? child.place, to: Self.link(child.place))] + figures(child.count, request)
        }
        let all = [HTML(text: request(OversightText.total))] + figures(board.total, request)
        return Section(
            OversightText.byPlace, anchor: "places",
            [DataTable(columns: [.init(OversightText.place)] + Self.levels, rows: rows + [all])])
    }

    private func rules(_ request: PageRequest) -> any Component {
        let rows = board.rules.map { rule, count in
            let path = request.link(setting: ["rule": rule.rawValue, "page": nil])
            let name = "\(rule.rawValue) \(request(OversightText.name(rule)))"
            return [HTML.link(name, to: path)] + figures(count, request)
        }
        return Section(
            OversightText.byRule, anchor: "rules",
            [
                DataTable(
                    columns: [.init(OversightText.rule)] + Self.levels, rows: rows,
                    empty: EmptyState(OversightText.nothing))
            ])
    }

    private static let levels: [DataTable.Column] = OversightLevel.allCases.map {
        .init(OversightText.level($0), .number)
    }

    private func figures(_ count: OversightBoard.Count, _ request: PageRequest) -> [HTML] {
        [count.red, count.orange, count.yellow].map { HTML(text: request.format.count($0)) }
    }

    private func flags(_ request: PageRequest) -> any Component {
        let rule = request.query["rule"].flatMap { OversightRule(rawValue: $0) }
        let shown = board.entries.filter { rule == nil || $0.flag.rule == rule }
        let rows = shown.map { entry -> [ListCell] in
            let thing = entry.thing
            return [
                .tag(Tag(OversightText.level(entry.flag.level), Self.tone(entry.flag.level)), request.language),
                .text("\(entry.flag.rule.rawValue) \(request(OversightText.name(entry.flag.rule)))"),
                .text(request(thing.name), to: thing.page), .text(thing.villageName),
                .text(request.format.date(thing.date)),
                .text(entry.beside.map { request($0.name) } ?? "", to: entry.beside?.page),
                .text(thing.log == nil ? "" : request(OversightText.entries), to: thing.log),
                state(entry, request),
            ]
        }
        let all = request.link(setting: ["rule": nil, "page": nil])
        return Section(
            rule.map { OversightText.name($0) } ?? OversightText.flags, anchor: "flags",
            [
                ListTable(
                    request,
                    columns: [
                        .init("level", OversightText.level), .init("rule", OversightText.rule),
                        .init("object", OversightText.object), .init("place", OversightText.place),
                        .init("date", OversightText.date), .init("beside", OversightText.beside),
                        .init("log", OversightText.inLog), .init("answer", FlagText.answer),
                    ], rows: rows, empty: EmptyState(OversightText.nothing)),
                ActionBar(rule == nil ? [] : [Action(OversightText.showAll, to: all)]),
            ])
    }

    /// What became of an open flag, and the way to answer it.
    private func state(_ entry: OversightBoard.Entry, _ request: PageRequest) -> ListCell {
        let words = entry.reopened.map { FlagText.reopened($0) } ?? FlagText.none
        guard mayAnswer else { return .text(request(words)) }
        return .text(
            request(entry.reopened == nil ? FlagText.answerFlag : words), to: "/oversight/flags/\(entry.flag.id)/answer"
        )
    }

    /// Answers that hold: what was said, by which desk, and until when.
    private func answered(_ request: PageRequest) -> any Component {
        guard !board.answered.isEmpty else { return ActionBar([]) }
        let rows = board.answered.map { entry -> [HTML] in
            let thing = entry.thing
            let name = thing.page.map { HTML.link(request(thing.name), to: $0) } ?? HTML(text: request(thing.name))
            let reply = entry.answer.map { Tag($0.reply.label, .good).html(request.language) } ?? "—"
            let answer = entry.answer
            return [
                HTML(text: "\(entry.flag.rule.rawValue) \(request(OversightText.name(entry.flag.rule)))"), name,
                HTML(text: thing.villageName), reply, HTML(text: answer?.words ?? request(FlagText.destroyed)),
                HTML(text: desksOf(answer)), HTML(text: answer.map { request.format.date($0.answeredOn) } ?? "—"),
                HTML(text: answer?.until.map { request.format.date($0) } ?? "—"),
                mayAnswer
                    ? HTML.link(request(FlagText.look), to: "/oversight/flags/\(entry.flag.id)/answer") : "—",
            ]
        }
        return Section(
            FlagText.answered(request.format.count(rows.count)), anchor: "answered",
            [
                DataTable(
                    columns: [
                        .init(OversightText.rule), .init(OversightText.object), .init(OversightText.place),
                        .init(FlagText.answer, .state), .init(FlagText.words), .init(FlagText.desk),
                        .init(FlagText.answeredOn, .number), .init(FlagText.until, .number), .init(FlagText.look),
                    ], rows: rows)
            ])
    }

    private func desksOf(_ answer: FlagAnswer?) -> String {
        [answer?.desk, answer?.second].compactMap(\.self).map { desks[$0] ?? $0 }.joined(separator: " · ")
    }

    private static func tone(_ level: OversightLevel) -> Tag.Tone {
        switch level {
        case .red: .bad
        case .orange: .warning
        case .yellow: .neutral
        }
    }
}

/// The rules alone, for everybody: what is flagged, and on which article. Nothing of any deal.
enum OversightRulesPage {
    static func page(_ request: PageRequest) -> Page {
        let rows = OversightRule.allCases.map { rule in
            [
                HTML(text: "\(rule.rawValue) \(request(OversightText.name(rule)))"),
                HTML(text: request(OversightText.when(rule))),
                HTML(text: rule.article.map { request($0) } ?? "—"),
            ]
        }
        return Page(
            OversightText.rules, request,
            [
                Headline(
                    OversightText.rulesQuestion, answer: OversightText.rulesAnswer(request.format.count(rows.count)),
                    note: OversightText.rulesNote, in: request.language),
                DataTable(
                    columns: [
                        .init(OversightText.rule), .init(OversightText.raisedWhen), .init(OversightText.article),
                    ], rows: rows),
            ])
    }
}
