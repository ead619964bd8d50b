import Hummingbird
import Kernel
import Web

/// One request with everything a handler may need of it.
struct IncomingRequest: Sendable {
    let request: Request
    let context: HTTPContext
    let caller: Caller
    /// The path as it came, without the query.
    let path: String
    let query: [String: String]
    let parameters: [String: String]
    /// Where the house is reached from outside.
    let origin: String
    /// The village chosen on the first page.
    var village: DivisionID?
    /// What this caller may know of a paper.
    var paper: @Sendable (String) -> PaperLabel? = { _ in nil }

    /// For the record of security events: from where, and who it is.
    var whence: Whence { caller.whence }

    /// The same as pages know it.
    func page(form: FormState = FormState(key: Base64.text(Randomness.bytes(16)))) -> PageRequest {
        PageRequest(
            path: path, parameters: parameters, query: query, language: caller.language, now: caller.writerNow,
            principal: caller.principal, form: form, csrfToken: caller.formToken, origin: origin, village: village,
            paper: paper)
    }
}

/// An address of the server's own: sign-in, the API, the log's files. The domains' addresses are `Route`s.
struct Endpoint: Sendable {
    typealias Answerer = @Sendable (WebServer, IncomingRequest) async throws -> Response

    let path: String
    let answerers: [HTTPRequest.Method: Answerer]
    /// Shows a form to people who have not signed in, and so needs a visit.
    var needsSession = false
    /// The same for everybody, for ever.
    var isStatic = false

    static func get(_ path: String, isStatic: Bool = false, _ answer: @escaping Answerer) -> Endpoint {
        Endpoint(path: path, answerers: [.get: answer], isStatic: isStatic)
    }

    static func post(_ path: String, _ answer: @escaping Answerer) -> Endpoint {
        Endpoint(path: path, answerers: [.post: answer])
    }

    /// A page with a form: `GET` shows it, `POST` acts.
    static func form(_ path: String, show: @escaping Answerer, act: @escaping Answerer) -> Endpoint {
        Endpoint(path: path, answerers: [.get: show, .post: act], needsSession: true)
    }

    /// Shows a form with what was typed into it, and why it was refused.
    typealias Asker =
        @Sendable (WebServer, IncomingRequest, [String: String], Refusal?) async throws -> Response
    typealias Actor = @Sendable (WebServer, IncomingRequest, DecodedForm) async throws -> Response

    /// A page with a form that is asked again after a refusal, and while its sender looks for a name; for everybody where
    /// no roles are named.
    static func form(
        _ path: String, for roles: Set<Role>? = nil, ask: @escaping Asker, act: @escaping Actor
    ) -> Endpoint {
        let admit: @Sendable (WebServer, IncomingRequest) throws -> Void = { server, incoming in
            if let roles { try server.admit(incoming.caller, .roles(roles)) }
        }
        return form(
            path,
            show: { server, incoming in
                try admit(server, incoming)
                return try await ask(server, incoming, [:], nil)
            },
            act: { server, incoming in
                try admit(server, incoming)
                let form = try await server.form(incoming)
                guard !form.isLooking else { return try await ask(server, incoming, form.values, nil) }
                do {
                    return try await act(server, incoming, form)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await ask(server, incoming, form.values, refusal)
                }
            })
    }
}
