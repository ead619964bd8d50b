import Hummingbird
import Kernel
import Web

/// A form survives the end of its session: what was typed waits while the person signs in again.
extension WebServer {
    /// Keeps a form that was sent with the token of a session that has ended, and shows the way in; nil where that is not
    /// so. The form's own token proves that a page of ours, shown in that session, sent it.
    func keepDraft(_ incoming: IncomingRequest, _ rule: Route.Rule) async throws -> Response? {
        guard incoming.request.method == .post, incoming.caller.session == nil, rule != .everyone,
            let ended = CookieJar.value(cookies.session, in: incoming.request.headers).flatMap(Token.init(text:))
        else { return nil }
        let form = try await decoded(incoming)
        guard secrets.formToken(for: ended).matches(form.csrfToken) else { return nil }
        let values = form.values.filter { !WebServer.isSecret($0.key) }
        guard let draft = try await signIn.keep(values, path: incoming.path, of: ended, at: incoming.caller.now) else {
            return nil
        }
        var response = Reply.redirect(Onward.path(Onward.server(to: rule), then: incoming.path))
        response.headers.append(
            .init(name: .setCookie, value: cookies.header(cookies.draft, draft.text, isStrict: true)))
        return response
    }

    /// The form at this address with what was typed before the session ended; nil where nothing waits for this person.
    func draft(_ incoming: IncomingRequest) async throws -> FormState? {
        guard let session = incoming.caller.session,
            let token = CookieJar.value(cookies.draft, in: incoming.request.headers).flatMap(Token.init(text:)),
            let values = try await signIn.takeDraft(
                token, path: incoming.path, of: session.person, at: incoming.caller.now)
        else { return nil }
        return FormState(
            values: values, rejections: [ServerRejection.draftKept.rejection],
            key: Base64.text(Randomness.bytes(16)))
    }

    /// No form of a domain asks for one today; one that will does not have it kept.
    private static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["password", "secret", "code", "pin", "slip"].contains { name == $0 || name.hasSuffix(".\($0)") }
    }
}
