import Hummingbird
import Kernel
import Web

/// One's own account: sessions, second factor, password.
enum AccountDoors {
    static let all: [Door] = [
        .get("/account") { door, ask in try await door.showAccount(ask) },
        .post("/account/sign-out-everywhere") { door, ask in
            _ = try await door.form(ask)
            try await door.signIn.signOutEverywhere(try session(ask).person)
            return door.goodbye()
        },
        .form(
            "/account/second-factor", show: { door, ask in try await door.showEnrolment(ask) },
            act: { door, ask in
                let form = try await door.form(ask)
                let person = try session(ask).person
                do {
                    try await door.limitCodes(ask.caller)
                    let codes = try await door.signIn.confirmEnrolment(
                        of: person, code: form.values["code"] ?? "", at: ask.caller.now)
                    return try await door.showRecoveryCodes(ask, codes)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showEnrolment(ask, refusal)
                }
            }),
        .form(
            "/account/password", show: { door, ask in try await door.showPassword(ask) },
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
            actions.append(Action(Text.secondFactor, to: "/account/second-factor"))
            actions.append(Action(Text.changePassword, to: "/account/password"))
        }
        let page = Page(
            Text.account, request,
            [
                Headline(Text.account, answer: HTML(text: account.name)), facts, ActionBar(actions), table, everywhere,
            ])
        return try await show(page, request, ask)
    }

    func showEnrolment(_ ask: Ask, _ refusal: Refusal? = nil) async throws -> Response {
        let session = try AccountDoors.session(ask)
        guard session.way == .password,
            let account = try await signIn.summary(of: session.person, at: ask.caller.now)
        else { throw ServerRejection.notAllowed.rejection }
        let factor = try await signIn.beginEnrolment(of: session.person)
        let address = factor.enrolmentAddress(account: account.name)
        let secret: HTML = "<p class=\"number\"><code>\(factor.secretText)</code></p>\n"
        let code = QRCode(address, label: Text.enrolCode)?.html(ask.caller.language)
        let link: HTML = "<p><a href=\"\(address)\">\(Text.openInApp, ask.caller.language)</a></p>\n"
        let field = FormField.text("code", Text.code, hint: Text.codeHint, limit: 40)
        return try await ownForm(
            ask, Text.secondFactor, answer: Text.enrolAnswer, submit: Text.confirm, [field], [:], refusal,
            before: [Paragraph(Text.enrolNote), code ?? "", secret, link])
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
            [
                .secret("old", Text.oldPassword),
                .text("code", Text.code, hint: Text.codeHint, optional: true, limit: 40),
                .secret("password", Text.newPassword, hint: Text.passwordHint),
            ], [:], refusal)
    }

    /// The old password and a fresh code first: a session left open is not enough to lock its owner out.
    func changePassword(_ form: DecodedForm, _ ask: Ask) async throws {
        let session = try AccountDoors.session(ask)
        guard let account = try await signIn.summary(of: session.person, at: ask.caller.now) else {
            throw ServerRejection.notSignedIn.rejection
        }
        _ = try await enter(
            name: account.name, password: form.values["old"] ?? "", code: form.values["code"] ?? "", ask.caller)
        try await signIn.set(password: form.values["password"] ?? "", of: session.person)
    }
}
