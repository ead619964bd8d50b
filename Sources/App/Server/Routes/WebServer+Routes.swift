import Attachments
import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// The house's own addresses: pages, forms, JSON and files of the domains.
extension WebServer {
    func serve(_ route: Route, _ incoming: IncomingRequest) async throws -> Response {
        // Who is not signed in reads by the role for public pages, where there is one.
        let route = incoming.caller.session == nil ? access.publicRoutes[route.path] ?? route : route
        if let kept = try await keepDraft(incoming, route.rule) { return kept }
        try admit(incoming.caller, route.rule)
        switch route.handler {
        case .page(let page): return try await show(page, incoming, incoming.page())
        case .form(let command, let page, let done):
            guard incoming.request.method == .post else {
                guard let draft = try await draft(incoming) else {
                    return try await show(page, incoming, incoming.page())
                }
                var response = try await show(page, incoming, incoming.page(form: draft))
                response.headers.append(.init(name: .setCookie, value: cookies.expired(cookies.draft)))
                return response
            }
            return try await give(command, page, done, incoming, isQuick: route.isQuick)
        case .upload(let upload):
            guard incoming.request.method == .post else {
                return try await show(upload.page, incoming, incoming.page())
            }
            return try await take(upload, incoming)
        case .json(_, let read):
            let request = incoming.page()
            switch try await threads.runIfActive({ try read(request) }) {
            case .json(let json): return Reply.json(json)
            case .notFound: throw ServerRejection.notFound.rejection
            }
        case .file(let contentType, let read):
            let request = incoming.page()
            switch try await threads.runIfActive({ try read(request) }) {
            case .file(let bytes, let name):
                var response = file(bytes, contentType, name)
                if let seconds = route.keptSeconds {
                    response.headers[.cacheControl] = "public, max-age=\(seconds)"
                }
                return response
            case .notFound: throw ServerRejection.notFound.rejection
            }
        }
    }

    func show(
        _ page: @escaping @Sendable (PageRequest) throws -> PageResult, _ incoming: IncomingRequest,
        _ request: PageRequest,
        status: Int = 200
    ) async throws -> Response {
        let log = access.log
        let (result, head) = try await threads.runIfActive { (try page(request), try log.head()) }
        switch result {
        case .page(let page):
            if let rows = page.rows, request.query["format"] == RowFile.format {
                return file(rows.bytes(), RowFile.contentType, rows.name)
            }
            return frame(page, request, incoming.caller, head: head, status: status)
        case .redirect(let path): return Reply.redirect(path)
        case .notFound: throw ServerRejection.notFound.rejection
        }
    }

    /// A form was sent: give its command; then on to what comes next, or back to the form with everything kept.
    private func give(
        _ command: String, _ page: @escaping @Sendable (PageRequest) throws -> PageResult,
        _ done: @Sendable (PageRequest, [String: JSON]) -> String, _ incoming: IncomingRequest, isQuick: Bool
    ) async throws -> Response {
        guard let principal = incoming.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        let asked = access.papersAsked[command] ?? []
        var form = try await decoded(incoming, papers: asked)
        guard CrossSite.isOurs(form.csrfToken, of: incoming.caller) else {
            // Another tab signed in anew: the page is an old one, the browser says it is ours. Nothing is given, all is kept.
            let rejection = ServerRejection.foreignForm.rejection
            guard CrossSite.saysOurs(incoming.request) else { throw rejection }
            let state = FormState(
                values: form.values, rejections: [rejection], key: Base64.text(Randomness.bytes(16)))
            return try await show(page, incoming, incoming.page(form: state), status: Refusal.status(of: rejection))
        }
        try await limitCommands(incoming.caller)
        // Kept before anything names it; a form that comes back names what was kept.
        let (kept, missed) = try await keepPapers(of: form, by: principal, at: incoming.caller.writerNow)
        let gone = try await bringAgain(form.arguments, of: command, for: principal, except: kept)
        form = try form.naming(kept)
        if let refused = Rejection.all([missed, gone].compactMap(\.self)) {
            let state = FormState(values: form.values, rejections: [refused], key: Base64.text(Randomness.bytes(16)))
            return try await show(page, incoming, incoming.page(form: state), status: Refusal.status(of: refused))
        }
        if form.isLooking {
            return try await show(page, incoming, incoming.page(form: FormState(values: form.values, key: form.key)))
        }
        let submission = Submission(
            command: command, arguments: form.arguments, notation: .typed, principal: principal,
            key: form.key.isEmpty ? Base64.text(Randomness.bytes(16)) : form.key)
        do {
            switch try await access.submit(submission) {
            case .accepted(let entries, let stream, _):
                var facts = form.arguments.object ?? [:]
                facts["stream"] = .string(stream.description)
                facts["entries"] = .array(entries.map(JSON.integer))
                let then = done(incoming.page(form: FormState(values: form.values)), facts)
                return Reply.redirect(isQuick ? then : DoneEndpoints.address(command, entries: entries, then: then))
            case .rejected(let rejection):
                let state = FormState(
                    values: form.values, rejections: [rejection], key: Base64.text(Randomness.bytes(16)))
                return try await show(page, incoming, incoming.page(form: state), status: Refusal.status(of: rejection))
            }
        } catch is OutcomeUnknown {
            // The same key again tells what happened, and cannot do it twice.
            let rejection = ServerRejection.outcomeUnknown.rejection
            let state = FormState(values: form.values, rejections: [rejection], key: submission.key)
            return try await show(page, incoming, incoming.page(form: state), status: Refusal.status(of: rejection))
        }
    }

    /// The form that was posted, its token checked.
    func form(_ incoming: IncomingRequest) async throws -> DecodedForm {
        let form = try await decoded(incoming)
        try CrossSite.check(token: form.csrfToken, of: incoming.caller)
        return form
    }

    /// The form that was posted. Its token is still to be checked.
    func decoded(_ incoming: IncomingRequest, papers: Set<String> = []) async throws -> DecodedForm {
        let contentType = incoming.request.headers[.contentType] ?? ""
        guard
            Body.isType("application/x-www-form-urlencoded", contentType)
                || Body.isType("multipart/form-data", contentType)
        else { throw ServerRejection.wrongContentType(expected: "application/x-www-form-urlencoded").rejection }
        let most = configuration.limits.formBytes
        var limits = FormLimits(bodyBytes: most, files: 1, fileBytes: most, fileKinds: [.csv])
        var seconds = configuration.limits.bodySeconds
        if !papers.isEmpty, let papersKept = access.papers?.limits, incoming.caller.principal != nil {
            // One byte more than a paper may have, so that it is refused with its own number beside its field.
            let bytes = papersKept.bytes * 2 + most
            limits = FormLimits(
                bodyBytes: bytes, files: papersKept.files, fileBytes: bytes, fileKinds: [.csv], papers: papers)
            seconds = configuration.limits.paperSeconds
        }
        let body = try await Body.read(
            incoming.request, limit: limits.bodyBytes, within: .seconds(seconds))
        return try FormDecoding.decode(body, contentType: contentType, limits: limits)
    }

    func limitCommands(_ caller: Caller) async throws {
        try await limit(
            [
                ("command/\(caller.name)", configuration.limits.commandsPerPerson),
                ("command/address:\(caller.address)", configuration.limits.commandsPerAddress),
            ], at: caller.now)
    }

    private func file(_ bytes: [UInt8], _ contentType: String, _ name: String) -> Response {
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }
        return Reply.attachment(bytes, contentType, named: name, plain: plain.isEmpty ? "file" : plain)
    }
}
