import EventLog
import Kernel
import Web

/// The log as anyone may read it: the checkpoint to keep, and who did what.
enum LogPage {
    static let entriesPerPage = 20

    static func page(_ log: PublicLog, _ request: PageRequest) -> Page {
        let answer = LogText.answer(request.format.count(log.size))
        let about = request.query["about"]
        let keys: [any Component] =
            log.formerKeys.isEmpty
            ? [] : [Details(LogText.formerKeys, ["<pre>\(log.formerKeys.joined(separator: "\n"))</pre>" as HTML])]
        let proofs: [any Component] = [
            FactList([
                .init(LogText.size, HTML(text: request.format.count(log.size))),
                .init(LogText.root, "<code>\(Hash(base64: log.root)?.hex ?? log.root)</code>"),
                .init(LogText.at, HTML.time(log.at, request.language)),
                .init(LogText.verifier, HTML(text: log.verifierKey), note: LogText.tools),
            ]),
            Details(LogText.checkpoint, ["<pre>\(log.checkpoint)</pre>" as HTML]),
        ]
        let further: [any Component] = [
            Details(LogText.daily, [days(Array(log.days.prefix(14)))]),
            ActionBar([Action(LogText.download, to: "/checkpoint")]),
        ]
        return Page(
            LogText.title, request,
            [
                Headline(LogText.question, answer: answer, note: LogText.note, in: request.language),
                about == nil
                    ? Section(LogText.latest, [SearchBox(request, label: LogText.find)])
                    : Section(LogText.ofOne, [ActionBar([Action(LogText.latest, to: "/log")])]),
                diary(log.entries, request),
                older(log, request),
                Section(LogText.keep, proofs + keys + further),
            ])
    }

    /// One row an entry: its number and moment, who did what to what. Pages follow the log's own numbers.
    private static func diary(_ entries: [PublicLog.Entry], _ request: PageRequest) -> any Component {
        let rows = entries.map { entry -> [ListCell] in
            let number = request.format.count(entry.index)
            let place = entry.division.map { ListCell.text(entry.place ?? $0.text, to: "/places/\($0)") } ?? .text("")
            let words = [entry.sentence.map { request($0.act) } ?? entry.kind, entry.sentence?.thing ?? entry.stream]
            return [
                .html(HTML.link(request(LogText.number(number)), to: "/log/\(entry.index)"), String(entry.index)),
                .instant(entry.at, request.language),
                .text(entry.sentence.map { request($0.desk) } ?? request(entry.role.label)),
                .html(doing(entry, request), words.joined(separator: " ")), place,
            ]
        }
        return ListTable(
            request,
            columns: [
                .init("entry", LogText.entry), .init("at", LogText.time), .init("who", LogText.office),
                .init("act", LogText.kind), .init("place", LogText.place),
            ], rows: rows, isPaged: true, empty: EmptyState(LogText.empty))
    }

    private static func doing(_ entry: PublicLog.Entry, _ request: PageRequest) -> HTML {
        guard let words = entry.sentence else { return HTML(text: entry.kind) }
        let thing = words.path.map { HTML.link(words.thing, to: $0) } ?? HTML(text: words.thing)
        return "\(words.act, request.language) \(thing)"
    }

    /// What the address asks for: the entries of one thing, those that hold some words, or all.
    static func choice(_ request: PageRequest) -> PublicLogSource.Choice {
        if let stream = request.query["about"], !stream.isEmpty { return .stream(stream) }
        let words = (request.query["q"] ?? "").trimmingPrefix(while: \.isWhitespace)
        return words.isEmpty ? .all : .words(String(words))
    }

    /// The entries of one thing.
    static func about(_ stream: String) -> String { Links.address("/log", query: ["about": stream]) }

    static func sentence(_ entry: PublicLog.Entry, _ request: PageRequest) -> HTML {
        guard let words = entry.sentence else { return HTML(text: entry.kind) }
        let thing = words.path.map { HTML.link(words.thing, to: $0) } ?? HTML(text: words.thing)
        let gap: HTML = request.language == .chinese ? "" : " "
        return "<b>\(words.desk, request.language)</b>\(gap)\(words.act, request.language)\(gap)\(thing)"
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
    private static func sentence(_ entry: PublicLog.Entry, _ request: PageRequest) -> HTML {
        LogPage.sentence(entry, request)
    }

    static func page(_ found: PublicEntry, _ request: PageRequest) -> Page {
        let entry = found.entry
        return Page(
            LogText.title, request,
            [
                Breadcrumb([.init(request(LogText.title), "/log"), .init(request.format.count(entry.index))]),
                Headline(
                    LogText.entryQuestion(request.format.count(entry.index)), answer: sentence(entry, request)),
                found.isProved
                    ? Callout(.good, LogText.isProved, LogText.isProvedNote) : Callout(.warning, LogText.isNotProved),
                FactList([
                    .init(LogText.time, HTML.time(entry.at, request.language)),
                    .init(LogText.role, HTML(text: request(entry.role.label))),
                    .init(
                        LogText.place, entry.division.map { HTML.link(entry.place ?? $0.text, to: "/places/\($0)") }),
                ]),
                Details(
                    LogText.asSealed,
                    [
                        FactList([
                            .init(LogText.kind, "<code>\(entry.kind)</code>"),
                            .init(LogText.stream, HTML.link(entry.stream, to: LogPage.about(entry.stream))),
                            .init(LogText.office, HTML(text: entry.office ?? request(LogText.withheld))),
                        ])
                    ]),
                Details(LogText.leaf, ["<pre>\(found.leaf)</pre>" as HTML]),
                Details(LogText.proof, ["<pre>\(found.proof)</pre>" as HTML]),
            ])
    }
}
