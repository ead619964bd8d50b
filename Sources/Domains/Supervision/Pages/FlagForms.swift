import Kernel
import Registry
import Storage
import Web

/// The forms of an answer to a flag. Their address holds a digest: neither what is flagged nor by which rule.
enum FlagForms {
    static let all = [answer, confirm, erase]

    static let answer = form(
        "answer", AnswerFlag.self,
        fields: { request, _ in
            [
                .choice("reply", FlagText.reply, VerbForm.options(request) { (reply: FlagReply) in reply.label }),
                .textarea("words", FlagText.words, hint: FlagText.wordsHint),
                .paper("paper", FlagText.paper, hint: FlagText.paperHint, optional: true),
                .date("until", FlagText.until, hint: FlagText.untilHint, optional: true),
            ]
        })

    static let confirm = form("confirm", ConfirmAnswer.self, fields: { _, _ in [] })
    static let erase = form("erase", EraseAnswer.self, note: FlagText.eraseNote, fields: { _, _ in [] })

    private static func form(
        _ path: String, _ command: any SupervisionCommand.Type, note: Message? = nil,
        fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/oversight/flags/{flag}/" + path, command, question: OversightText.question, note: note,
            target: "/oversight", of: thing, above: about,
            fields: { request, tx in try VerbForm.hidden("flag", of: request) + fields(request, tx) })
    }

    private static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("flag", as: FlagName.self) else { return nil }
        return try OversightFile(at: request.now, in: tx).standing(id).map { Belonging(at: $0.place) }
    }

    /// What is flagged, and what was said of it before.
    private static let about: VerbForm.Above = { request, tx in
        guard let id = request.identifier("flag", as: FlagName.self) else { return [] }
        let file = try OversightFile(at: request.now, in: tx)
        let format = request.format
        func text(_ value: String) -> HTML { HTML(text: value) }
        let flags = file.flags.filter { $0.id == id }
        guard let flag = flags.first, let thing = file.things.first(where: { $0.id == flag.object }) else { return [] }
        let name = thing.page.map { HTML.link(request(thing.name), to: $0) } ?? text(request(thing.name))
        var parts: [any Component] = [
            FactList([
                .init(
                    OversightText.rule, text("\(flag.rule.rawValue) \(request(OversightText.name(flag.rule)))"),
                    note: OversightText.when(flag.rule)),
                .init(OversightText.level, text(request(OversightText.level(flag.level)))),
                .init(OversightText.object, name), .init(OversightText.place, text(thing.villageName)),
                .init(OversightText.date, text(format.date(thing.date))),
            ])
        ]
        guard let answer = try AnswerQueries.list(in: tx)[id] else { return parts }
        let reason = answer.reasonOpen(OversightFlag.facts(flags), on: request.now.date)
        let titles = try OfficeQueries.titles(of: [answer.desk, answer.second ?? ""], in: tx)
        var facts: [FactList.Fact] = [
            .init(FlagText.reply, text(request(answer.reply.label))),
            .init(FlagText.words, text(answer.words ?? request(FlagText.destroyed))),
            .init(FlagText.desk, text(titles[answer.desk] ?? answer.desk)),
            .init(FlagText.answeredOn, text(format.date(answer.answeredOn))),
        ]
        if let second = answer.second { facts.append(.init(FlagText.second, text(titles[second] ?? second))) }
        if let until = answer.until { facts.append(.init(FlagText.until, text(format.date(until)))) }
        if let reason { facts.append(.init(FlagText.stands, text(request(FlagText.reopened(reason))))) }
        parts.append(Section(FlagText.before, [FactList(facts)]))
        if let paper = answer.paper { parts.append(PaperCard(paper, request)) }
        let here = "/oversight/flags/\(id)"
        var actions: [Action] = []
        if request.path.hasSuffix("/answer") {
            if reason == .waiting {
                actions.append(Action(FlagText.confirmAnswer, to: here + "/confirm", isPrimary: true))
            }
            if answer.words != nil, EraseAnswer.isOffered(to: request) {
                actions.append(Action(FlagText.eraseAnswer, to: here + "/erase"))
            }
        }
        parts.append(ActionBar(actions))
        return parts
    }
}
