import Attachments
import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// Where papers are looked at by scanners and tools: threads of their own, so that no page waits for a tool that hangs.
enum PaperThreads {
    static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 4)
        pool.start()
        return pool
    }()
}

/// `/papers/MARK`: a paper as its readers see it, with its pictures; the house asks who may look before anything is read.
enum PaperEndpoints {
    static let prefix = "/papers/"

    /// Stands where a picture would, of a paper that none can be made of.
    private static let sheet = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 96" width="72" height="96"><path d="M8 4h38l18 18v70H8z\
        M46 4v18h18" fill="none" stroke="#888" stroke-width="3" stroke-linejoin="round"/></svg>
        """

    static let endpoint = Endpoint.get("/papers/{paper}") { server, incoming in
        let parts = incoming.path.dropFirst(prefix.count).split(separator: "/", omittingEmptySubsequences: false)
        guard let papers = server.access.papers, let mark = parts.first.map(String.init), parts.count <= 2 else {
            throw PaperRejection.notHere.rejection
        }
        let principal = incoming.caller.principal
        let label = try await server.threads.runIfActive { try papers.label(mark, for: principal) }
        guard let label else { throw PaperRejection.notHere.rejection }
        let page = incoming.page().number("page", within: 1...10_000, otherwise: 1)
        switch parts.count == 1 ? "" : parts[1] {
        case "": return try await show(label, papers, page, server, incoming)
        case "small":
            let small = label.hasPicture ? try await picture(mark, .small, 1, papers, server) : nil
            return closed(small ?? Reply.bytes(Array(sheet.utf8), "image/svg+xml"))
        case "large":
            guard label.hasPicture, let large = try await picture(mark, .large, page, papers, server) else {
                throw PaperRejection.notHere.rejection
            }
            return closed(large)
        case "file": return try await file(mark, papers, server)
        default: throw PaperRejection.notHere.rejection
        }
    }

    private static func picture(
        _ mark: String, _ size: PaperPictures.Size, _ page: Int, _ papers: InstallationPapers, _ server: WebServer
    ) async throws -> Response? {
        try await server.threads.runIfActive { try papers.picture(mark, size, page: page) }
            .map { Reply.bytes($0, "image/jpeg") }
    }

    /// As an attachment: nothing in it runs in the browser's name for this house.
    private static func file(_ mark: String, _ papers: InstallationPapers, _ server: WebServer) async throws -> Response
    {
        let found = try await server.threads.runIfActive { try papers.document(mark) }
        guard let found else { throw PaperRejection.notHere.rejection }
        return closed(
            Reply.attachment(
                found.bytes, found.kind.type, named: found.name, plain: "\(mark.prefix(12)).\(found.kind.rawValue)"))
    }

    private static func closed(_ response: Response) -> Response {
        var response = response
        response.headers[.cacheControl] = "private, no-store"
        return response
    }

    private static func show(
        _ label: PaperLabel, _ papers: InstallationPapers, _ page: Int, _ server: WebServer, _ incoming: IncomingRequest
    ) async throws -> Response {
        let request = incoming.page()
        let isDesk = incoming.caller.principal.map { !$0.role.isPrivate } ?? false
        let principal = incoming.caller.principal
        let (uses, condition, view, alikes, kept) = try await server.threads.runIfActive {
            (
                try papers.uses(label.mark), papers.condition(label.mark), try papers.view(label, page: page),
                try papers.listAlikes(of: label.mark, for: principal), isDesk ? try papers.kept(label.mark) : nil
            )
        }
        var facts: [FactList.Fact] = [
            .init(PaperWords.kind, "\(label.kind, request.language) · \(label.size)"),
            .init(PaperWords.state, HTML(text: request(condition.isWhole ? PaperWords.whole : PaperWords.changed))),
        ]
        if !view.isShown, label.hasPicture {
            facts.append(.init(PaperWords.remark, HTML(text: request(PaperText.remark(.noPreview)))))
        }
        facts += label.remarks.map { .init(PaperWords.remark, HTML(text: request($0))) }
        if let kept { facts.append(.init(PaperWords.kept, kept.html(request))) }
        let shown = isDesk ? uses : Array(uses.prefix(1))
        facts += shown.map { use in
            .init(
                PaperWords.use,
                HTML.link(
                    "\(request(use.act)) · \(request(ServerText.entryNumber(request.format.count(use.entry))))",
                    to: "/log/\(use.entry)"))
        }
        var parts: [any Component] = [Headline(PaperWords.what, answer: HTML(text: label.name)), FactList(facts)]
        if view.isShown { parts.append(PaperPicture(label: label, view: view)) }
        if !alikes.isEmpty { parts.append(PaperAlikes(label: label, alikes: alikes, request: request)) }
        var actions: [Action] = []
        if view.page > 1 { actions.append(Action(PaperWords.earlier, to: "\(label.path)?page=\(view.page - 1)")) }
        if view.page < view.pages {
            actions.append(Action(PaperWords.later, to: "\(label.path)?page=\(view.page + 1)"))
        }
        if condition.goesOut { actions.append(Action(PaperWords.download, to: "\(label.path)/file")) }
        if let role = principal?.role, PaperTermEndpoints.roles.contains(role) {
            actions.append(Action(PaperWords.endedTitle, to: PaperTermEndpoints.path))
        }
        if !actions.isEmpty { parts.append(ActionBar(actions)) }
        parts.append(Details(PaperWords.mark, ["<p><code>\(label.mark)</code></p>" as HTML]))
        return try await server.show(
            Page(Message(zh: label.name, en: label.name), request, parts), request, incoming)
    }
}

/// One page of a paper, large.
private struct PaperPicture: Component {
    let label: PaperLabel
    let view: PaperView

    func html(_ language: Language) -> HTML {
        """
        <p><img class="paper-page" src="\(label.path)/large?page=\(view.page)" alt="\(label.name)"><br>\
        <small class="note">\(PaperWords.page(view.page, of: view.pages), language)</small></p>
        """
    }
}

/// Photos of other things that look like this one, beside it.
private struct PaperAlikes: Component {
    let label: PaperLabel
    let alikes: [PaperAlike]
    let request: PageRequest

    func html(_ language: Language) -> HTML {
        let pairs = alikes.map { alike -> HTML in
            let name = alike.thing?.name ?? alike.label.name
            let what = HTML(text: request(PaperWords.alikeOf(name)))
            let thing = alike.thing?.path.map { HTML.link(request(PaperWords.alikeOf(name)), to: $0) } ?? what
            let entry = request(ServerText.entryNumber(request.format.count(alike.entry)))
            return """
                <p><img class="paper-page" src="\(label.path)/small" alt="\(label.name)"> <a href="\(alike.label.path)"><img \
                class="paper-page" src="\(alike.label.path)/small" alt="\(alike.label.name)"></a><br>\(thing) · \
                \(HTML.link("\(request(alike.act)) · \(entry)", to: "/log/\(alike.entry)"))</p>

                """
        }
        return """
            <section><h2>\(PaperWords.alikes, language)</h2><p class="note">\(PaperWords.alikesNote, language)</p>
            \(pairs)</section>

            """
    }
}

extension WebServer {
    /// The papers that a command's arguments name count as brought anew, so that none is swept between its look and its entry.
    /// Answers what to say of those that are not here, or not for whoever names them.
    func bringAgain(
        _ arguments: JSON, of command: String, for principal: Principal, except kept: [String: String] = [:]
    ) async throws -> Rejection? {
        let named = (access.papersAsked[command] ?? []).flatMap { arguments.texts(at: Substring($0)) }
            .filter { $0.text.isSHA256Hex && kept[$0.path] == nil }
        guard !named.isEmpty, let papers = access.papers else { return nil }
        return try await threads.runIfActive {
            Rejection.all(
                try named.filter { try !papers.bringAgain($0.text, for: principal) }
                    .map { PaperRejection.gone.rejection.about($0.path) })
        }
    }

    /// Keeps the papers that came as files, each under the name of its field; and why those that were not kept were not.
    func keepPapers(of form: DecodedForm, by principal: Principal, at now: Instant) async throws -> (
        kept: [String: String], refused: Rejection?
    ) {
        let files = form.files.filter { $0.kind == .paper }
        guard !files.isEmpty, let papers = access.papers else { return ([:], nil) }
        return try await PaperThreads.pool.runIfActive {
            var kept: [String: String] = [:]
            var problems: [Rejection] = []
            for file in files {
                do {
                    kept[file.field] = try papers.keep(file.bytes, name: file.name, by: principal.person, at: now)
                } catch let rejection as Rejection {
                    problems.append(rejection.about(file.field))
                }
            }
            return (kept, Rejection.all(problems))
        }
    }
}
