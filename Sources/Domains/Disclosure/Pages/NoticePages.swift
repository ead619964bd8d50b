import Kernel
import Registry
import Storage
import Web

enum NoticeTable {
    static func list(_ notices: [Notice], most: Int, _ request: PageRequest, places: [DivisionID: String]) -> ListTable
    {
        ListTable(
            request,
            columns: [
                .init("notice", PageText.notice), .init("kind", PageText.kind), .init("place", PageText.place),
                .init("until", PageText.hangsUntil, .number), .init("state", PageText.status, .state),
            ],
            rows: notices.map { notice in
                let place = places[notice.division] ?? notice.division.text
                return [
                    .text(request(notice.title), to: "/notices/\(notice.id)"),
                    .text(request(PageText.kind(notice.kind))), .text(place, to: "/places/\(notice.division)"),
                    .date(notice.until, request.format),
                    .tag(notice.isOpen ? Tag(PageText.onDisplay, .active) : Tag(PageText.over), request.language),
                ]
            }, most: most, empty: EmptyState(PageText.noNotices))
    }
}

/// The board of a place and all below it, of all places without one, latest first.
enum NoticeListPage {
    private static let most = 2_000
    private static let open = "open"

    static func path(at place: DivisionID, onlyOpen: Bool) -> String {
        Links.address("/notices", query: ["at": place.text].merging(onlyOpen ? ["state": open] : [:]) { $1 })
    }

    static func page(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page? {
        let id = request.query["at"].flatMap { DivisionID($0) }
        let place = try id.flatMap { try DivisionQueries.find($0, in: tx) }
        if id != nil, place == nil { return nil }
        let crumbs = try place.map { try DivisionQueries.listPath(to: $0, in: tx) } ?? []
        let notices = try NoticeQueries.list(
            within: place?.path ?? "/", onlyOpen: request.query["state"] == open, limit: most, in: tx)
        var places: [DivisionID: String] = [:]
        for division in Set(notices.map(\.division)) {
            places[division] = try DivisionQueries.findCalled(division, in: tx)
        }
        let open = request.format.count(notices.count { $0.isOpen })
        let answer = PageText.openNotices(open, of: request.format.count(notices.count))
        return Page(
            PageText.notices, request,
            [
                Breadcrumb(crumbs.map { .init($0.name, "/places/\($0.id)") }),
                Headline(PageText.whatIsNew, answer: answer, in: request.language),
                ActionBar.filter("state", [(open, PageText.onDisplay)], request),
                NoticeTable.list(notices, most: most, request, places: places),
                ActionBar([Action(PageText.feed, to: "/notices.atom")]),
            ])
    }

    /// The newest notices as a feed.
    static func feed(_ request: PageRequest, in tx: any ReadTransaction) throws -> [UInt8] {
        let entries = try NoticeQueries.list(limit: 50, in: tx).map { notice in
            NewsFeed.Entry(
                request(notice.title), link: request.origin + "/notices/\(notice.id)", at: notice.openedAt,
                summary: request(notice.body))
        }
        return NewsFeed(request(PageText.notices), link: request.origin + "/notices.atom", entries).bytes
    }
}

/// One notice: its text, its clock, and what was said against it.
struct NoticePage {
    let notice: Notice
    let place: Division?
    let objections: [Objection]
    let mayAnswer: Bool
    /// Whose words a desk wrote down; nil for who may not destroy them.
    let written: Set<ObjectionID>?

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("notice", as: NoticeName.self),
            let notice = try NoticeQueries.find(id, in: tx)
        else { return nil }
        self.notice = notice
        place = try DivisionQueries.find(notice.division, in: tx)
        objections = try NoticeQueries.listObjections(to: id, in: tx)
        mayAnswer = try AnswerObjection.isFor(request.principal, at: notice.division, in: tx)
        written =
            try EraseObjection.isFor(request.principal, at: notice.division, in: tx)
            ? try NoticeQueries.listWritten(to: id, in: tx) : nil
    }

    func page(_ request: PageRequest) -> Page {
        let ends = request.format.instant(notice.closesAt.adding(milliseconds: -1))
        let answer = notice.isOpen ? PageText.untilInstant(ends) : PageText.noLonger
        let paragraphs = request(notice.body).split(separator: "\n").map { "<p>\(String($0))</p>\n" as HTML }
        return Page(
            named: request(notice.title), request,
            [
                Breadcrumb([
                    .init(request(PageText.notices), "/notices"),
                    .init(place?.name ?? notice.division.text, "/places/\(notice.division)"),
                    .init(request(notice.title)),
                ]),
                Headline(PageText.canIStillObject, answer: answer, in: request.language),
                Section(notice.title, paragraphs), facts(request), actions(request),
                Section(PageText.objections, [objectionTable(request)]),
            ])
    }

    private func facts(_ request: PageRequest) -> FactList {
        let period = PageText.from(request.format.date(notice.from), to: request.format.date(notice.until))
        var facts: [FactList.Fact] = [
            .init(PageText.kind, HTML(text: request(PageText.kind(notice.kind)))),
            .init(PageText.period, HTML(text: request(period))),
            .init(PageText.opened, HTML.time(notice.openedAt, request.language)),
        ]
        if !notice.subject.isEmpty { facts.append(.init(PageText.subject, subject(request))) }
        if let digest = notice.digest { facts.append(.init(PageText.digest, HTML(text: digest))) }
        return FactList(facts)
    }

    /// A lot has a page of its own; other things are named as the log names them.
    private func subject(_ request: PageRequest) -> HTML {
        let parts = notice.subject.split(separator: "/")
        guard parts.count == 2, parts[0] == "lot" else { return HTML(text: notice.subject) }
        return HTML.link(request(PageText.wholeLot), to: "/lots/\(parts[1])")
    }

    /// Visitors are asked to sign in first; who has signed in sees the door only if it opens.
    private func actions(_ request: PageRequest) -> ActionBar {
        let mayObject = request.principal == nil || DisclosureForm.object.rule.allows(request.principal)
        let object = Action(PageText.object, to: "/notices/\(notice.id)/object")
        // The figures such a notice speaks of stand on the page of its place.
        let money = Action(PageText.villageMoney, to: "/places/\(notice.division)#money")
        return ActionBar((notice.kind == .finance ? [money] : []) + (notice.isOpen && mayObject ? [object] : []))
    }

    private func objectionTable(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(PageText.objection), .init(PageText.raised, .number), .init(PageText.replyBy, .number),
                .init(PageText.answer),
            ], rows: objections.map { row($0, request) }, empty: EmptyState(PageText.noObjections))
    }

    private func row(_ objection: Objection, _ request: PageRequest) -> [HTML] {
        // An objection to a lot's result is answered at the lot.
        let address =
            notice.kind == .result && notice.subject.hasPrefix("lot/")
            ? "/" + notice.subject.replacing("lot/", with: "lots/", maxReplacements: 1)
            : "/notices/\(notice.id)/objections/\(objection.id)/answer"
        let isOpenToMe = mayAnswer && objection.answer == nil
        let waiting = objection.escalatedAt == nil ? PageText.waiting : PageText.escalated
        return [
            isOpenToMe ? HTML.link(objection.id.text, to: address) : HTML(text: objection.id.text),
            HTML.time(objection.raisedAt, request.language),
            HTML.time(objection.replyBy.adding(milliseconds: -1), request.language),
            "\(HTML(text: request(objection.answer ?? waiting)))\(erasure(objection, request))",
        ]
    }

    /// The way to the end of what a desk wrote down, where it is answered.
    private func erasure(_ objection: Objection, _ request: PageRequest) -> HTML {
        guard let written, written.contains(objection.id), objection.answer != nil else { return "" }
        let path = "/notices/\(notice.id)/objections/\(objection.id)/erase"
        return " \(HTML.acts([(request(DisclosureText.eraseObjection), path)]))"
    }
}
