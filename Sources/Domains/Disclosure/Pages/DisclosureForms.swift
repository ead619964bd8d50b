import Kernel
import Registry
import Storage
import Web

/// A form of the notice board: its address, its command, its page, and where it leads. Who may use it is what the
/// command says.
struct DisclosureForm: Sendable {
    let path: String
    let command: any DisclosureCommand.Type
    let title: Message
    /// The address it leads to, with the parameters of `path`.
    let target: String
    /// Nil where the thing is not there, or not the person's.
    let page: @Sendable (PageRequest, any ReadTransaction) throws -> Page?

    static let all = [announce, object, answer, erase]

    var rule: Route.Rule { .roles(command.access.roles) }

    func route(_ database: any Database) -> Route {
        Route(
            path, title, rule,
            .form(
                command: command.fullName,
                page: { request in try database.read { try page(request, $0).map { .page($0) } ?? .notFound } },
                done: { request, _ in Links.path(target, request.parameters) }))
    }
}

extension DisclosureCommand {
    /// Whether this person may give the command at `place`: the role may, and the place lies in its own.
    static func isFor(_ principal: Principal?, at place: DivisionID, in tx: any ReadTransaction) throws -> Bool {
        guard let principal, access.roles.contains(principal.role) else { return false }
        return try DivisionQueries.isWithin(place, of: principal.division, in: tx)
    }
}

extension DisclosureForm {
    static let erase = DisclosureForm(
        path: "/notices/{notice}/objections/{objection}/erase", command: EraseObjection.self,
        title: DisclosureText.eraseObjection, target: "/notices/{notice}",
        page: { request, tx in
            guard let id = request.identifier("notice", as: NoticeName.self),
                let objection = request.identifier("objection", as: ObjectionName.self),
                let notice = try NoticeQueries.find(id, in: tx),
                try NoticeQueries.listObjections(to: id, in: tx).contains(where: { $0.id == objection }),
                try EraseObjection.isFor(request.principal, at: notice.division, in: tx)
            else { return nil }
            let words = try NoticeQueries.findText(of: objection, to: id, in: tx) ?? request(PageText.textDestroyed)
            return Page(
                DisclosureText.eraseObjection, request,
                [
                    Headline(PageText.whatIsDestroyed, answer: HTML(text: words)),
                    FormBuilder(
                        request, submit: DisclosureText.eraseObjection, note: PageText.answerStays,
                        [.hidden("notice", id.text), .hidden("objection", objection.text)]),
                ])
        })

    static let announce = DisclosureForm(
        path: "/villages/{division}/announce", command: OpenNotice.self, title: PageText.announce,
        target: "/places/{division}",
        page: { request, tx in
            guard let division = request.identifier("division", as: DivisionName.self),
                let place = try DivisionQueries.find(division, in: tx),
                try OpenNotice.isFor(request.principal, at: division, in: tx)
            else { return nil }
            let kinds = NoticeKind.ofDesks.map { FormField.Option($0.rawValue, request(PageText.kind($0))) }
            return Page(
                PageText.announce, request,
                [
                    Breadcrumb([.init(place.name, "/places/\(division)"), .init(request(PageText.announce))]),
                    Headline(PageText.whatToAnnounce, answer: PageText.announceAnswer, in: request.language),
                    FormBuilder(
                        request, submit: PageText.announce, note: PageText.noticesArePublic,
                        [
                            .hidden("division", division.text), .choice("kind", PageText.kind, kinds),
                            .text("titleZh", PageText.titleZh), .textarea("bodyZh", PageText.bodyZh),
                            .text("titleEn", PageText.titleEn, hint: PageText.englishHint, optional: true),
                            .textarea("bodyEn", PageText.bodyEn, optional: true),
                            .number("workingDays", PageText.workingDays, unit: PageText.days, value: 5),
                        ]),
                ])
        })

    static let object = DisclosureForm(
        path: "/notices/{notice}/object", command: RaiseObjection.self, title: PageText.object,
        target: "/notices/{notice}",
        page: { request, tx in
            guard let id = request.identifier("notice", as: NoticeName.self),
                let notice = try NoticeQueries.find(id, in: tx), notice.isOpen
            else { return nil }
            return Page(
                PageText.object, request,
                [
                    Headline(PageText.whatIsWrong, answer: PageText.whatIsWrongAnswer, in: request.language),
                    Paragraph(notice.title),
                    FormBuilder(
                        request, submit: PageText.object, note: PageText.wordsArePrivate,
                        [
                            .hidden("notice", id.text), .textarea("text", PageText.yourWords),
                            .paper("paper", PageText.objectionPaper, optional: true),
                        ]),
                ])
        })

    static let answer = DisclosureForm(
        path: "/notices/{notice}/objections/{objection}/answer", command: AnswerObjection.self,
        title: DisclosureText.answerObjection, target: "/notices/{notice}",
        page: { request, tx in
            guard let id = request.identifier("notice", as: NoticeName.self),
                let objection = request.identifier("objection", as: ObjectionName.self),
                let notice = try NoticeQueries.find(id, in: tx),
                try NoticeQueries.listObjections(to: id, in: tx).contains(where: { $0.id == objection }),
                try AnswerObjection.isFor(request.principal, at: notice.division, in: tx)
            else { return nil }
            let words = try NoticeQueries.findText(of: objection, to: id, in: tx) ?? request(PageText.textDestroyed)
            let paper = try NoticeQueries.findPaper(of: objection, to: id, in: tx).map { mark in
                FactList([.init(PageText.objectionPaper, PaperCard(mark, request).html(request.language))])
            }
            return Page(
                DisclosureText.answerObjection, request,
                [Headline(PageText.whatToAnswer, answer: HTML(text: words))] + (paper.map { [$0] } ?? []) + [
                    FormBuilder(
                        request, submit: DisclosureText.answerObjection, note: PageText.answersArePublic,
                        [
                            .hidden("notice", id.text), .hidden("objection", objection.text),
                            .textarea("answerZh", PageText.answerZh),
                            .textarea("answerEn", PageText.answerEn, optional: true),
                        ])
                ])
        })
}
