import Hummingbird
import Kernel
import NIOPosix
import Web

/// Pages in their frame, and the pages shown instead.
extension WebServer {
    /// `page` in the house's frame. `head` is read beforehand, on a reading thread.
    func frame(_ page: Page, _ request: PageRequest, _ caller: Caller?, head: LogHead?, status: Int = 200) -> Response {
        Reply.html(PageFrame.render(page, request, site: site(caller, request.path, head: head)), status: status)
    }

    /// A page of the server's own.
    func show(_ page: Page, _ request: PageRequest, _ incoming: IncomingRequest, status: Int = 200) async throws
        -> Response
    {
        let log = access.log
        let head = try await threads.runIfActive { try log.head() }
        return frame(page, request, incoming.caller, head: head, status: status)
    }

    private func site(_ caller: Caller?, _ path: String, head: LogHead?) -> Site {
        let language = caller?.language ?? .chinese
        let person = caller?.session.map { session in
            let role = caller?.principal.map { language($0.role.label) }
            return SignedInPerson(name: session.office?.text ?? session.person.text, office: role ?? "")
        }
        return Site(
            navigation: navigation, head: head, isDemo: configuration.isDemo,
            isLoopback: configuration.isPlainLoopback, person: person,
            practiceClock: access.practice.map { _ in (access.now(), PracticeEndpoints.path) },
            letters: (caller?.hasLargeLetters ?? false, ChoiceEndpoints.letters),
            hasSearch: access.routes.contains { $0.path == SearchPage.path }, doors: doors,
            entries: Navigation.entries(path))
    }

    /// The answer "no" in the asker's language: JSON for programs, a page for people, the way to the door for those
    /// who only have to sign in.
    func refuse(_ refusal: Refusal, _ request: Request, _ context: HTTPContext, _ trace: Trace) -> Response {
        let rejection = refusal.rejection
        let status = Refusal.status(of: rejection)
        let path = WebServer.path(request)
        var response: Response
        if Audience.isProgram(request, path: path, isFile: trace.isFile) {
            response = Reply.problem(rejection, status: status, in: trace.language)
        } else if let next = wayIn(rejection, request, path, trace.pattern) {
            response = Reply.redirect(next)
        } else {
            let page = PageRequest(
                path: LocalPath.safe(path), language: trace.language, now: access.now(),
                principal: trace.caller?.principal, csrfToken: trace.caller?.formToken ?? "")
            response = frame(
                ProblemPage.page(rejection, status, page), page, trace.caller, head: nil, status: status)
        }
        response.headers.append(contentsOf: refusal.headers)
        let isBodyLeft = [
            ServerRejection.bodyTooLarge(limit: 0).number, ServerRejection.bodyTooSlow(seconds: 0).number,
            ServerRejection.badBody.number,
        ]
        if isBodyLeft.contains(rejection.number) { response = closing(response, context) }
        return response
    }

    /// Where somebody has to go first, on their way to a page.
    private func wayIn(_ rejection: Rejection, _ request: Request, _ path: String, _ pattern: String) -> String? {
        guard request.method == .get, LocalPath.isSafe(path) else { return nil }
        switch rejection.number {
        case ServerRejection.notSignedIn.number: return Onward.path(server(to: pattern), then: path)
        case ServerRejection.mustChooseOffice.number: return Onward.path("/sign-in/office", then: path)
        case ServerRejection.mustEnrol.number: return "/account/second-factor"
        default: return nil
        }
    }

    private func server(to pattern: String) -> String {
        Onward.server(to: access.routes.first { $0.path == pattern }?.rule)
    }

    /// Answers, then hangs up: the rest of a body nobody wants is not waited for.
    private func closing(_ response: Response, _ context: HTTPContext) -> Response {
        guard let channel = context.channel else { return response }
        var response = response
        let body = response.body
        response.headers[.connection] = "close"
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.close(mode: .input, promise: nil)
        }
        return response
    }
}

extension ProblemPage {
    static func page(_ rejection: Rejection, _ status: Int, _ request: PageRequest) -> Page {
        switch status {
        case 404: notFound(rejection, request)
        case 500: failed(request)
        case 503 where rejection.number == ServerRejection.storeAway.number: away(rejection, request)
        default: refused(rejection, request)
        }
    }

    /// "Not there" with its number.
    private static func notFound(_ rejection: Rejection, _ request: PageRequest) -> Page {
        let page = notFound(request)
        return Page(title: page.title, body: page.body + Callout(rejection).html(request.language))
    }
}
