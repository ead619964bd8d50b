import Hummingbird
import Kernel
import Web

/// One's own account: sessions, second factor, password.
enum AccountEndpoints {
    static let all: [Endpoint] = [
        .get("/account") { server, incoming in try await server.showAccount(incoming) },
        .post("/account/sign-out-everywhere") { server, incoming in
            _ = try await server.form(incoming)
            try await server.signIn.signOutEverywhere(
                try session(incoming).person, from: incoming.whence, at: incoming.caller.now)
            return server.goodbye()
        },
        .form(
            secondFactor,
            ask: { server, incoming, _, refusal in
                try await server.showEnrolment(incoming, refusal)
            },
            act: { server, incoming, form in
                try await server.enrol(form, incoming)
            }),
        .form(
            sessions,
            ask: { server, incoming, values, refusal in
                try await server.showEnding(incoming, values, refusal)
            },
            act: { server, incoming, form in
                try await server.endSession(form, incoming)
                return Reply.redirect("/account")
            }),
        .form(
            recoveryCodes,
            ask: { server, incoming, _, refusal in
                try await server.showRenewal(incoming, refusal)
            },
            act: { server, incoming, form in
                let person = try session(incoming).person
                let codes = try await server.proving(incoming) { store in
                    try await store.renewRecoveryCodes(
                        of: person, password: form.values["old"] ?? "", code: form.values["code"] ?? "",
                        from: incoming.whence, at: incoming.caller.now)
                }
                return try await server.showRecoveryCodes(incoming, codes)
            }),
        .form(
            password,
            ask: { server, incoming, _, refusal in
                try await server.showPassword(incoming, refusal)
            },
            act: { server, incoming, form in
                try await server.changePassword(form, incoming)
                return server.goodbye()
            }),
    ]

    static let secondFactor = "/account/second-factor"
    static let sessions = "/account/sessions"
    static let recoveryCodes = "/account/recovery-codes"
    static let password = "/account/password"

    /// What is asked for before anything of the account changes.
    static let proof: [FormField] = [
        .secret("old", Text.oldPassword),
        .text("code", Text.code, hint: Text.codeHint, optional: true, limit: 40),
    ]

    static func session(_ incoming: IncomingRequest) throws -> Session {
        guard let session = incoming.caller.session else { throw ServerRejection.notSignedIn.rejection }
        return session
    }
}

extension WebServer {
    func showAccount(_ incoming: IncomingRequest) async throws -> Response {
        let session = try AccountEndpoints.session(incoming)
        guard let account = try await signIn.summary(of: session.person, at: incoming.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        let request = incoming.page()
        let language = request.language
        let facts = FactList([
            .init(Text.signInName, "\(account.name)"),
            .init(Text.office, session.office.map { "\($0)" }),
            .init(Text.secondFactor, HTML(text: language(account.hasSecondFactor ? Text.inForce : Text.notSet))),
            .init(Text.recoveryCodes, "\(account.recoveryCodes)"),
        ])
        let rows = account.sessions.map { other -> [HTML] in
            let state = other.digest == session.digest ? Text.thisSession : Text.otherSession
            return [
                "\(Text.way(other.way), language)", .time(other.createdAt, language), .time(other.seenAt, language),
                "\(state, language)",
            ]
        }
        let table = DataTable(
            Text.sessions,
            columns: [.init(Text.wayIn), .init(Text.since), .init(Text.lastSeen), .init(Text.state, .state)], rows: rows
        )
        let everywhere = FormBuilder(
            request, action: "/account/sign-out-everywhere", submit: Text.signOutEverywhere, isDangerous: true, [])
        let canEnd = account.sessions.contains { $0.digest != session.digest }
        var actions = canEnd ? [Action(Text.endSession, to: AccountEndpoints.sessions)] : []
        actions += account.offices.count > 1 ? [Action(Text.chooseOffice, to: "/sign-in/office")] : []
        if account.hasPassword {
            actions.append(Action(Text.secondFactor, to: AccountEndpoints.secondFactor))
            if account.hasSecondFactor {
                actions.append(Action(Text.recoveryCodes, to: AccountEndpoints.recoveryCodes))
            }
            actions.append(Action(Text.changePassword, to: AccountEndpoints.password))
        }
        let now = incoming.caller.now
        let events = try await signIn.events(of: session.person, before: now.adding(seconds: 1), limit: 30)
        let failures = try await signIn.failures(
            of: session.person, since: now.adding(seconds: -30 * 86_400), before: now.adding(seconds: 1))
        var warnings: [any Component] = []
        if let until = account.passwordUntil {
            warnings.append(Callout(.warning, Text.firstPassword(request.format.date(until))))
        }
        if failures >= 10 { warnings.append(Callout(.warning, Text.manyFailures(request.format.count(failures)))) }
        warnings += try await changedLately(session.person, request, at: now)
        let parts: [any Component] =
            [Headline(Text.account, answer: HTML(text: account.name))] + warnings
            + [
                facts, ActionBar(actions), table, everywhere,
                EventTable.table(events, request, isOwn: true),
            ]
        return try await show(Page(Text.account, request, parts), request, incoming)
    }

    /// What was changed of their ways in, whoever did it.
    private func changedLately(_ person: PersonID, _ request: PageRequest, at now: Instant) async throws
        -> [any Component]
    {
        let changes = try await signIn.changes(
            of: person, since: now.adding(seconds: -7 * 86_400), before: now.adding(seconds: 1))
        guard !changes.isEmpty else { return [] }
        let what = changes.map { "\(request.format.instant($0.at)) \(request(Text.event($0.kind)))" }
        return [Callout(.info, Text.changedLately(what.joined(separator: " · ")))]
    }

    /// A new secret; where one is in force, password and code of that one first.
    func showEnrolment(_ incoming: IncomingRequest, _ refusal: Refusal? = nil) async throws -> Response {
        let session = try AccountEndpoints.session(incoming)
        guard session.way == .password,
            let account = try await signIn.summary(of: session.person, at: incoming.caller.now)
        else { throw ServerRejection.notAllowed.rejection }
        guard let factor = try await signIn.beginEnrolment(in: session) else {
            return try await ownForm(
                incoming, Text.secondFactor, answer: Text.proveAnswer, submit: Text.proceed, AccountEndpoints.proof,
                [:], refusal
            )
        }
        let address = factor.enrolmentAddress(account: account.name)
        let secret: HTML = "<p class=\"number\"><code>\(factor.secretText)</code></p>\n"
        let code = QRCode(address, label: Text.enrolCode)?.html(incoming.caller.language)
        let link: HTML = "<p><a href=\"\(address)\">\(Text.openInApp, incoming.caller.language)</a></p>\n"
        let field = FormField.text("code", Text.code, hint: Text.newCodeHint, limit: 40)
        return try await ownForm(
            incoming, Text.secondFactor, answer: Text.enrolAnswer, submit: Text.confirm, [field], [:], refusal,
            before: [Paragraph(Text.enrolNote), code ?? "", secret, link])
    }

    /// The proof by the old factor, or the first code of the new one.
    func enrol(_ form: DecodedForm, _ incoming: IncomingRequest) async throws -> Response {
        let session = try AccountEndpoints.session(incoming)
        let code = form.values["code"] ?? ""
        guard let old = form.values["old"] else {
            try await limitCodes(incoming.caller)
            let codes = try await signIn.confirmEnrolment(
                in: session, code: code, from: incoming.whence, at: incoming.caller.now)
            return try await showRecoveryCodes(incoming, codes)
        }
        try await proving(incoming) { store in
            try await store.proveForEnrolment(
                in: session, password: old, code: code, from: incoming.whence, at: incoming.caller.now)
        }
        return Reply.redirect(AccountEndpoints.secondFactor)
    }

    func showRenewal(_ incoming: IncomingRequest, _ refusal: Refusal? = nil) async throws -> Response {
        let session = try AccountEndpoints.session(incoming)
        guard try await signIn.summary(of: session.person, at: incoming.caller.now)?.hasSecondFactor == true else {
            throw ServerRejection.notAllowed.rejection
        }
        return try await ownForm(
            incoming, Text.recoveryCodes, answer: Text.renewAnswer, submit: Text.renew, AccountEndpoints.proof, [:],
            refusal)
    }

    /// Something that asks for the old password and a code, under the limits of a sign-in to this account.
    func proving<Result: Sendable>(_ incoming: IncomingRequest, _ body: @Sendable (SignInStore) async throws -> Result)
        async throws
        -> Result
    {
        let session = try AccountEndpoints.session(incoming)
        guard let account = try await signIn.summary(of: session.person, at: incoming.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        let store = signIn
        return try await limitingSignIn(name: account.name, isOwn: true, incoming.caller) { try await body(store) }
    }

    func showRecoveryCodes(_ incoming: IncomingRequest, _ codes: [String]) async throws -> Response {
        let request = incoming.page()
        let list: HTML = "<ul>\(codes.map { "<li><code>\($0)</code></li>" as HTML })</ul>\n"
        let page = Page(
            Text.recoveryCodes, request,
            [
                Headline(Text.secondFactor, answer: Text.enrolled, in: request.language),
                Callout(.warning, Text.recoveryCodes, Text.recoveryCodesNote), list,
                ActionBar([Action(Text.home, to: "/", isPrimary: true)]),
            ])
        return try await show(page, request, incoming)
    }

    func showPassword(_ incoming: IncomingRequest, _ refusal: Refusal? = nil) async throws -> Response {
        _ = try AccountEndpoints.session(incoming)
        return try await ownForm(
            incoming, Text.changePassword, answer: Text.changePasswordAnswer, submit: Text.changePassword,
            AccountEndpoints.proof + [.secret("password", Text.newPassword, hint: Text.passwordHint)], [:], refusal)
    }

    func changePassword(_ form: DecodedForm, _ incoming: IncomingRequest) async throws {
        let person = try AccountEndpoints.session(incoming).person
        try await proving(incoming) { store in
            try await store.change(
                password: form.values["password"] ?? "", of: person, old: form.values["old"] ?? "",
                code: form.values["code"] ?? "", from: incoming.whence, at: incoming.caller.now)
        }
    }
}
