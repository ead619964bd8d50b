import Hummingbird
import Kernel
import Web

/// One's own account: sessions, second factor, password.
enum AccountDoors {
    static let all: [Door] = [
        .get("/account") { door, ask in try await door.showAccount(ask) },
        .post("/account/sign-out-everywhere") { door, ask in
            _ = try await door.form(ask)
            try await door.signIn.signOutEverywhere(
                try session(ask).person, from: ask.whence, at: ask.caller.now)
            return door.goodbye()
        },
        .form(
            secondFactor, show: { door, ask in try await door.showEnrolment(ask) },
            act: { door, ask in
                let form = try await door.form(ask)
                do {
                    return try await door.enrol(form, ask)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showEnrolment(ask, refusal)
                }
            }),
        .form(
            recoveryCodes, show: { door, ask in try await door.showRenewal(ask) },
            act: { door, ask in
                let form = try await door.form(ask)
                do {
                    let person = try session(ask).person
                    let codes = try await door.proving(ask) { store in
                        try await store.renewRecoveryCodes(
                            of: person, password: form.values["old"] ?? "", code: form.values["code"] ?? "",
                            from: ask.whence, at: ask.caller.now)
                    }
                    return try await door.showRecoveryCodes(ask, codes)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showRenewal(ask, refusal)
                }
            }),
        .form(
            password, show: { door, ask in try await door.showPassword(ask) },
            act: { door, ask in
                let form = try await door.form(ask)
                do {
                    try await door.changePassword(form, ask)
                    return door.goodbye()
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showPassword(ask, refusal)
                }
            }),
    ]

    static let secondFactor = "/account/second-factor"
    static let recoveryCodes = "/account/recovery-codes"
    static let password = "/account/password"

    /// What is asked for before anything of the account changes.
    static let proof: [FormField] = [
        .secret("old", Text.oldPassword),
        .text("code", Text.code, hint: Text.codeHint, optional: true, limit: 40),
    ]

    static func session(_ ask: Ask) throws -> Session {
        guard let session = ask.caller.session else { throw ServerRejection.notSignedIn.rejection }
        return session
    }
}

extension FrontDoor {
    func showAccount(_ ask: Ask) async throws -> Response {
        let session = try AccountDoors.session(ask)
        guard let account = try await signIn.summary(of: session.person, at: ask.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        let request = ask.page()
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
        var actions = account.offices.count > 1 ? [Action(Text.chooseOffice, to: "/sign-in/office")] : []
        if account.hasPassword {
            actions.append(Action(Text.secondFactor, to: AccountDoors.secondFactor))
            if account.hasSecondFactor { actions.append(Action(Text.recoveryCodes, to: AccountDoors.recoveryCodes)) }
            actions.append(Action(Text.changePassword, to: AccountDoors.password))
        }
        let now = ask.caller.now
        let events = try await signIn.events(of: session.person, before: now.adding(seconds: 1), limit: 30)
        let failures = try await signIn.failures(
            of: session.person, since: now.adding(seconds: -30 * 86_400), before: now.adding(seconds: 1))
        var warnings: [any Component] = []
        if let until = account.passwordUntil {
            warnings.append(Callout(.warning, Text.firstPassword(request.format.date(until))))
        }
        if failures >= 10 { warnings.append(Callout(.warning, Text.manyFailures(request.format.count(failures)))) }
        let parts: [any Component] =
            [Headline(Text.account, answer: HTML(text: account.name))] + warnings
            + [
                facts, ActionBar(actions), table, everywhere,
                EventTable.table(events, request, isOwn: true),
            ]
        return try await show(Page(Text.account, request, parts), request, ask)
    }

    /// A new secret; where one is in force, password and code of that one first.
    func showEnrolment(_ ask: Ask, _ refusal: Refusal? = nil) async throws -> Response {
        let session = try AccountDoors.session(ask)
        guard session.way == .password,
            let account = try await signIn.summary(of: session.person, at: ask.caller.now)
        else { throw ServerRejection.notAllowed.rejection }
        guard let factor = try await signIn.beginEnrolment(in: session) else {
            return try await ownForm(
                ask, Text.secondFactor, answer: Text.proveAnswer, submit: Text.proceed, AccountDoors.proof, [:], refusal
            )
        }
        let address = factor.enrolmentAddress(account: account.name)
        let secret: HTML = "<p class=\"number\"><code>\(factor.secretText)</code></p>\n"
        let code = QRCode(address, label: Text.enrolCode)?.html(ask.caller.language)
        let link: HTML = "<p><a href=\"\(address)\">\(Text.openInApp, ask.caller.language)</a></p>\n"
        let field = FormField.text("code", Text.code, hint: Text.newCodeHint, limit: 40)
        return try await ownForm(
            ask, Text.secondFactor, answer: Text.enrolAnswer, submit: Text.confirm, [field], [:], refusal,
            before: [Paragraph(Text.enrolNote), code ?? "", secret, link])
    }

    /// The proof by the old factor, or the first code of the new one.
    func enrol(_ form: DecodedForm, _ ask: Ask) async throws -> Response {
        let session = try AccountDoors.session(ask)
        let code = form.values["code"] ?? ""
        guard let old = form.values["old"] else {
            try await limitCodes(ask.caller)
            let codes = try await signIn.confirmEnrolment(in: session, code: code, from: ask.whence, at: ask.caller.now)
            return try await showRecoveryCodes(ask, codes)
        }
        try await proving(ask) { store in
            try await store.proveForEnrolment(
                in: session, password: old, code: code, from: ask.whence, at: ask.caller.now)
        }
        return Reply.redirect(AccountDoors.secondFactor)
    }

    func showRenewal(_ ask: Ask, _ refusal: Refusal? = nil) async throws -> Response {
        let session = try AccountDoors.session(ask)
        guard try await signIn.summary(of: session.person, at: ask.caller.now)?.hasSecondFactor == true else {
            throw ServerRejection.notAllowed.rejection
        }
        return try await ownForm(
            ask, Text.recoveryCodes, answer: Text.renewAnswer, submit: Text.renew, AccountDoors.proof, [:], refusal)
    }

    /// Something that asks for the old password and a code, under the limits of a sign-in to this account.
    func proving<Result: Sendable>(_ ask: Ask, _ body: @Sendable (SignInStore) async throws -> Result) async throws
        -> Result
    {
        let session = try AccountDoors.session(ask)
        guard let account = try await signIn.summary(of: session.person, at: ask.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        let store = signIn
        return try await limitingSignIn(name: account.name, ask.caller) { try await body(store) }
    }

    func showRecoveryCodes(_ ask: Ask, _ codes: [String]) async throws -> Response {
        let request = ask.page()
        let list: HTML = "<ul>\(codes.map { "<li><code>\($0)</code></li>" as HTML })</ul>\n"
        let page = Page(
            Text.recoveryCodes, request,
            [
                Headline(Text.secondFactor, answer: Text.enrolled, in: request.language),
                Callout(.warning, Text.recoveryCodes, Text.recoveryCodesNote), list,
                ActionBar([Action(Text.home, to: "/", isPrimary: true)]),
            ])
        return try await show(page, request, ask)
    }

    func showPassword(_ ask: Ask, _ refusal: Refusal? = nil) async throws -> Response {
        _ = try AccountDoors.session(ask)
        return try await ownForm(
            ask, Text.changePassword, answer: Text.changePasswordAnswer, submit: Text.changePassword,
            AccountDoors.proof + [.secret("password", Text.newPassword, hint: Text.passwordHint)], [:], refusal)
    }

    func changePassword(_ form: DecodedForm, _ ask: Ask) async throws {
        let person = try AccountDoors.session(ask).person
        try await proving(ask) { store in
            try await store.change(
                password: form.values["password"] ?? "", of: person, old: form.values["old"] ?? "",
                code: form.values["code"] ?? "", from: ask.whence, at: ask.caller.now)
        }
    }
}
