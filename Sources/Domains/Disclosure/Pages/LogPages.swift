import Kernel
import Web

/// The log as anyone may read it: the checkpoint to keep, and who did what.
enum LogPage {
    static let entriesPerPage = 20

    static func page(_ log: PublicLog, _ request: PageRequest) -> Page {
        let answer = LogText.answer(request.format.count(log.size))
        return Page(
            LogText.title, request,
            [
                Headline(LogText.question, answer: answer, note: LogText.note, in: request.language),
                FactList([
                    .init(LogText.size, HTML(text: request.format.count(log.size))),
                    .init(LogText.root, HTML(text: log.root)),
                    .init(LogText.at, HTML.time(log.at, request.language)),
                    .init(LogText.verifier, HTML(text: log.verifierKey), note: LogText.tools),
                ]),
                Details(LogText.checkpoint, isOpen: true, ["<pre>\(log.checkpoint)</pre>" as HTML]),
                Section(
                    LogText.latest,
                    [SearchBox(request, label: LogText.find), table(log.entries, request), older(log, request)]),
                Details(LogText.daily, [days(log.days)]),
            ])
    }

    private static func table(_ entries: [PublicLog.Entry], _ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(LogText.entry, .number), .init(LogText.time, .number), .init(LogText.kind), .init(LogText.stream),
                .init(LogText.office), .init(LogText.role),
            ],
            rows: entries.map { entry in
                [
                    HTML.link(request.format.count(entry.index), to: "/log/\(entry.index)"),
                    HTML.time(entry.at, request.language), HTML(text: entry.kind), HTML(text: entry.stream),
                    HTML(text: entry.office ?? request(LogText.withheld)), HTML(text: request(entry.role.label)),
                ]
            }, empty: EmptyState(LogText.empty))
    }

    private static func older(_ log: PublicLog, _ request: PageRequest) -> ActionBar {
        guard let earlier = log.earlier else { return ActionBar([]) }
        return ActionBar([Action(LogText.older, to: request.link(setting: ["before": String(earlier)]))])
    }

    private static func days(_ days: [PublicLog.Day]) -> DataTable {
        DataTable(
            columns: [.init(LogText.day), .init(LogText.checkpoint)],
            rows: days.map { [HTML(text: $0.day), "<pre>\($0.checkpoint)</pre>"] })
    }
}

/// One entry of the log and what proves it.
enum LogEntryPage {
    static func page(_ found: PublicEntry, _ request: PageRequest) -> Page {
        let entry = found.entry
        let answer = LogText.entryAnswer(request.format.count(entry.index), entry.kind)
        return Page(
            LogText.title, request,
            [
                Breadcrumb([.init(request(LogText.title), "/log"), .init(request.format.count(entry.index))]),
                Headline(LogText.whatStandsThere, answer: answer, in: request.language),
                FactList([
                    .init(LogText.time, HTML.time(entry.at, request.language)),
                    .init(LogText.stream, HTML(text: entry.stream)),
                    .init(LogText.office, HTML(text: entry.office ?? request(LogText.withheld))),
                    .init(LogText.role, HTML(text: request(entry.role.label))),
                    .init(LogText.place, entry.division.map { HTML.link($0.text, to: "/villages/\($0)") }),
                ]),
                Details(LogText.leaf, isOpen: true, ["<pre>\(found.leaf)</pre>" as HTML]),
                Details(LogText.proof, isOpen: true, ["<pre>\(found.proof)</pre>" as HTML]),
            ])
    }
}
