import Attachments
import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// `/papers`: the papers of a desk's places that nobody has to keep any longer.
enum PaperTermEndpoints {
    static let path = "/papers"
    static let roles: Set<Role> = [
        .villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .supervisor, .administrator,
    ]

    static let endpoint = Endpoint.get(path) { server, incoming in
        try server.admit(incoming.caller, .roles(roles))
        guard let papers = server.access.papers, let principal = incoming.caller.principal else {
            throw PaperRejection.notHere.rejection
        }
        let (request, today) = (incoming.page(), incoming.caller.writerNow.date)
        let ended = try await server.threads.runIfActive { try papers.listEnded(on: today, for: principal) }
        let rows = ended.papers.map { label, kept -> [HTML] in
            [
                HTML.link(label.name, to: label.path), HTML(text: request(kept.title)),
                HTML(text: kept.until.map(request.format.date) ?? ""), HTML(text: request(kept.source)),
            ]
        }
        var parts: [any Component] = [
            Headline(
                PaperWords.endedQuestion,
                answer: PaperWords.ended(request.format.count(Int64(rows.count)), hasMore: ended.hasMore),
                in: request.language)
        ]
        if !rows.isEmpty {
            parts.append(
                DataTable(
                    columns: [
                        .init(PaperWords.paper), .init(PaperWords.paperClass), .init(PaperWords.endedOn),
                        .init(PaperWords.source),
                    ], rows: rows))
        }
        parts.append(Paragraph(PaperWords.endedNote))
        if papers.reading != nil {
            let found = try await server.threads.runIfActive {
                try papers.find(request.query["q"] ?? "", for: principal)
            }
            parts.append(find(found, request))
        }
        return try await server.show(Page(PaperWords.endedTitle, request, parts), request, incoming)
    }

    /// Papers by the words that a machine has read on them.
    private static func find(_ found: [PaperFound], _ request: PageRequest) -> any Component {
        let isAsked = !(request.query["q"] ?? "").isEmpty
        var parts: [any Component] = [
            SearchBox(request, label: PaperWords.findWords, count: isAsked ? Int64(found.count) : nil)
        ]
        if !found.isEmpty {
            let rows = found.map { one -> [HTML] in
                let thing = one.thing.map { thing in
                    thing.path.map { HTML.link(thing.name, to: $0) } ?? HTML(text: thing.name)
                }
                let entry = request(ServerText.entryNumber(request.format.count(one.entry)))
                return [
                    HTML.link(one.label.name, to: one.label.path),
                    "\(thing) \(HTML.link("\(request(one.act)) · \(entry)", to: "/log/\(one.entry)"))",
                ]
            }
            parts.append(DataTable(columns: [.init(PaperWords.paper), .init(PaperWords.usedFor)], rows: rows))
        }
        parts.append(Paragraph(PaperWords.findNote))
        return Section(PaperWords.findTitle, parts)
    }
}

extension PaperKept {
    /// The fact on the paper's page.
    func html(_ request: PageRequest) -> HTML {
        let words = until.map { PaperWords.keptUntil(request.format.date($0)) } ?? PaperWords.keptForEver
        return "\(request(title)) · \(request(words))<br><small class=\"note\">\(request(source))</small>"
    }
}
