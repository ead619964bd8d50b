import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/staff/sessions`: the administrator ends the sessions of one person, or of everybody else (a lost device, a leak).
/// Everybody can end their own, one by one, at `/account/sessions`.
enum SessionEndpoints {
    static let path = "/staff/sessions"
    static let roles: Set<Role> = [.administrator]

    static let all: [Endpoint] = [
        .form(
            path, for: roles,
            ask: { server, incoming, values, refusal in
                try await server.showSessions(incoming, values, refusal)
            },
            act: { server, incoming, form in
                let people = try await server.endSessions(form.values, incoming)
                return try await server.showEnded(people, incoming)
            })
    ]
}

extension WebServer {
    func showSessions(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let offices = access.offices
        let looking = incoming.page(form: FormState(values: values))
        let office = try await threads.runIfActive {
            try offices.desk(Text.staffDesk, Text.staffDeskHint, looking)
        }
        let language = incoming.caller.language
        let whose = FormField.choice(
            "whose", Text.whose,
            [.init("desk", language(Text.oneDesk)), .init("everybody", language(Text.everybodyElse))])
        return try await ownForm(
            incoming, Text.endSessions, answer: Text.endSessionsAnswer, submit: Text.endSessions, [whose, office],
            values, refusal)
    }

    /// How many people have to sign in again.
    func endSessions(_ values: [String: String], _ incoming: IncomingRequest) async throws -> Int {
        let own = try AccountEndpoints.session(incoming).person
        if values["whose"] == "everybody" {
            return try await signIn.signOutEverybody(but: own, from: incoming.whence, at: incoming.caller.now)
        }
        let access = access
        guard let office = values["office"].flatMap({ OfficeID($0) }),
            let principal = try await threads.runIfActive({ try access.findPrincipal(office) })
        else { throw SignInRejection.deskUnknown.rejection }
        try await signIn.signOutEverywhere(principal.person, from: incoming.whence, at: incoming.caller.now)
        return 1
    }

    func showEnded(_ people: Int, _ incoming: IncomingRequest) async throws -> Response {
        let request = incoming.page()
        let page = Page(
            Text.endSessions, request,
            [
                Headline(
                    Text.endSessionsDone, answer: Text.endedOf(request.format.count(people)), in: request.language),
                ActionBar([Action(Text.events, to: EventEndpoints.path)]),
            ])
        return try await show(page, request, incoming)
    }

    /// One's other sessions to choose from. Who has a password proves it; who has none must have come in just now.
    func showEnding(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let session = try AccountEndpoints.session(incoming)
        guard let account = try await signIn.summary(of: session.person, at: incoming.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        guard account.hasPassword || isFresh(session, incoming) else {
            return Reply.redirect(Onward.path("/sign-in/\(session.way)", then: AccountEndpoints.sessions))
        }
        let request = incoming.page()
        let options = account.sessions.filter { $0.digest != session.digest }.map { other in
            FormField.Option(
                Hex.text(of: other.digest),
                request(
                    Text.sessionLine(
                        request(Text.way(other.way)), request.format.instant(other.createdAt),
                        request.format.instant(other.seenAt))))
        }
        return try await ownForm(
            incoming, Text.endSession, answer: Text.endSessionAnswer, submit: Text.endSession,
            [.choice("session", Text.whichSession, options)] + (account.hasPassword ? AccountEndpoints.proof : []),
            values, refusal)
    }

    private func isFresh(_ session: Session, _ incoming: IncomingRequest) -> Bool {
        incoming.caller.now.milliseconds - session.createdAt.milliseconds < configuration.signIn.freshMilliseconds
    }

    func endSession(_ form: DecodedForm, _ incoming: IncomingRequest) async throws {
        let session = try AccountEndpoints.session(incoming)
        guard let account = try await signIn.summary(of: session.person, at: incoming.caller.now),
            let other = account.sessions.first(where: { Hex.text(of: $0.digest) == form.values["session"] })
        else { throw ServerRejection.badForm.rejection }
        let (old, code) = (form.values["old"] ?? "", form.values["code"] ?? "")
        let (whence, now) = (incoming.whence, incoming.caller.now)
        if account.hasPassword {
            try await proving(incoming) { store in
                try await store.prove(session.person, password: old, code: code, from: whence, at: now)
            }
        } else if !isFresh(session, incoming) {
            throw ServerRejection.notSignedIn.rejection
        }
        try await signIn.end(session: other.digest, of: session.person, from: whence, at: now)
    }
}
