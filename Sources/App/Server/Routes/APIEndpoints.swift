import Hummingbird
import Kernel
import Platform
import Web

/// The API for programs: commands, who am I, sign-in, and its own description.
enum APIEndpoints {
    static let all: [Endpoint] = [
        .get("/api/openapi.json") { server, _ in
            Reply.json(
                OpenAPI.document(
                    routes: server.access.routes, commands: server.access.commands, endpoints: EndpointReference.paths))
        },
        .get("/api/v1/session") { _, incoming in Reply.json(try session(incoming.caller)) },
        .post("/api/v1/sign-in") { server, incoming in try await server.signInProgram(incoming) },
        .post(OpenAPI.commandsPath) { server, incoming in try await server.giveCommand(incoming) },
    ]

    private static func session(_ caller: Caller) throws -> JSON {
        guard let session = caller.session else { throw ServerRejection.notSignedIn.rejection }
        var members: [String: JSON] = [
            "person": .string(session.person.text), "way": .string(session.way.rawValue),
            "formToken": .string(caller.formToken),
        ]
        if let principal = caller.principal {
            members["office"] = .string(principal.office.text)
            members["role"] = .string(principal.role.rawValue)
            members["division"] = .string(principal.division.text)
        }
        return .object(members)
    }
}

/// `{"do": "exchange.placeBid", "with": {…}, "key": "…"}`
private struct CommandEnvelope {
    let command: String
    let arguments: JSON
    let key: String

    init(_ json: JSON) throws(Rejection) {
        guard case .object(let members) = json else { throw KernelRejection.notAnObject.rejection }
        var problems: [Rejection] = []
        func text(_ name: String) -> String {
            switch members[name] {
            case .string(let text)?: return text
            case nil: problems.append(KernelRejection.missing(field: name).rejection)
            default: problems.append(KernelRejection.wrongType(field: name, expected: .text).rejection)
            }
            return ""
        }
        command = text("do")
        key = text("key")
        arguments = members["with"] ?? .object([:])
        if arguments.object == nil {
            problems.append(KernelRejection.wrongType(field: "with", expected: .object).rejection)
        }
        for name in members.keys.sorted() where !["do", "with", "key"].contains(name) {
            problems.append(KernelRejection.unknownField(field: name).rejection)
        }
        if let rejection = Rejection.all(problems) { throw rejection }
    }
}

extension WebServer {
    /// One command from a program. A cookie needs the form token as well (`X-Form-Token`); a bearer token does not.
    func giveCommand(_ incoming: IncomingRequest) async throws -> Response {
        try admit(incoming.caller, .signedIn)
        try CrossSite.checkProgram(incoming)
        guard let principal = incoming.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        try await limitCommands(incoming.caller)
        let envelope = try CommandEnvelope(try await json(incoming))
        _ = try await bringAgain(envelope.arguments, of: envelope.command, for: principal)
        let answer = try await access.submit(
            Submission(
                command: envelope.command, arguments: envelope.arguments, notation: .exact, principal: principal,
                key: envelope.key))
        switch answer {
        case .accepted(let entries, let stream, let at):
            return Reply.json([
                "entries": .array(entries.map(JSON.integer)), "stream": .string(stream.description),
                "at": .integer(at.milliseconds),
            ])
        case .rejected(let rejection): throw rejection
        }
    }

    /// A program signs in with a person's name, password and code, and keeps the token itself.
    func signInProgram(_ incoming: IncomingRequest) async throws -> Response {
        struct Credentials: FieldRecord {
            let name: String
            let password: String
            let code: String?
            let office: OfficeID?

            static func fields(_ pass: inout FieldPass<Self>) -> Self {
                Self(
                    name: pass.value("name", \.name), password: pass.value("password", \.password),
                    code: pass.optional("code", \.code), office: pass.optional("office", \.office))
            }
        }
        let credentials = try Credentials.read(try await json(incoming))
        var begun = try await enter(
            name: credentials.name, password: credentials.password, code: credentials.code ?? "", incoming.caller)
        if let office = credentials.office {
            do {
                begun = try await signIn.choose(
                    office: office, with: begun.token, from: incoming.whence, at: incoming.caller.now)
            } catch {
                // Nobody asked for a session without an office.
                try await signIn.signOut(begun.token, from: incoming.whence, at: incoming.caller.now)
                throw error
            }
        }
        return Reply.json([
            "token": .string(begun.token.text), "office": begun.session.office.map { .string($0.text) } ?? .null,
            "offices": .array(begun.offices.map { .string($0.text) }), "mustEnrol": .bool(begun.session.mustEnrol),
        ])
    }

    /// The JSON that was posted.
    func json(_ incoming: IncomingRequest) async throws -> JSON {
        guard Body.isType("application/json", incoming.request.headers[.contentType]) else {
            throw ServerRejection.wrongContentType(expected: "application/json").rejection
        }
        let limit = configuration.limits.commandBytes
        let body = try await Body.read(
            incoming.request, limit: limit, within: .seconds(configuration.limits.bodySeconds))
        return try JSON(parsing: body, limits: JSONLimits(bytes: limit, depth: 32))
    }
}
