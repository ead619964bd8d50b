import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// `/laptop`: a station without a network holds one lot's auction on its own machine. Only where the program was started for
/// that, and only for the browser it opened itself (decision record 0198).
enum LaptopEndpoints {
    static let path = "/laptop"

    static let all: [Endpoint] = [
        .form(
            path,
            show: { server, incoming in
                if let token = incoming.query["open"] { return try server.letIn(token) }
                return try await server.showLaptop(incoming, server.laptop(incoming))
            },
            act: { server, incoming in
                let laptop = try server.laptop(incoming)
                let form = try await server.form(incoming)
                do {
                    guard let file = form.files.first else { throw ServerRejection.badForm.rejection }
                    let json = try JSON(parsing: file.bytes, limits: JSONLimits(bytes: file.bytes.count, depth: 32))
                    _ = try await laptop.open(json)
                    return Reply.redirect(path)
                } catch let rejection as Rejection {
                    return try await server.showLaptop(incoming, laptop, rejection)
                }
            }),
        .post("\(path)/enter") { server, incoming in
            let laptop = try server.laptop(incoming)
            _ = try await server.form(incoming)
            return try await server.enterHall(incoming, laptop)
        },
        .post("\(path)/finish") { server, incoming in
            let laptop = try server.laptop(incoming)
            _ = try await server.form(incoming)
            try await server.threads.runIfActive { try laptop.finish() }
            let request = incoming.page()
            return try await server.show(
                Page(
                    LaptopText.title, request,
                    [Headline(LaptopText.question, answer: LaptopText.finished, in: request.language)]), request,
                incoming)
        },
        .get("\(path)/key") { server, incoming in
            let key = try server.laptop(incoming).key
            return Reply.attachment(Array("\(key)\n".utf8), "text/plain", named: "log.pub", plain: "log.pub")
        },
        .get("\(path)/log") { server, incoming in
            let laptop = try server.laptop(incoming)
            let log = try await server.threads.runIfActive { try laptop.writeLog() }
            let name = "\(log["lot"]?.string ?? "lot")-station.json"
            return Reply.attachment(log.canonicalBytes, "application/json", named: name, plain: name)
        },
    ]
}

extension WebServer {
    /// What the laptop can do; nothing anywhere else, and nothing for another browser.
    fileprivate func laptop(_ incoming: IncomingRequest) throws -> LaptopAccess {
        guard let laptop = access.laptop, isLetIn(incoming.request) else { throw ServerRejection.notFound.rejection }
        return laptop
    }

    /// Whether the browser was opened by the program.
    func isLetIn(_ request: Request) -> Bool {
        guard let token = configuration.laptop,
            let brought = CookieJar.value(cookies.laptop, in: request.headers).flatMap(Token.init(text:))
        else { return false }
        return Secrets.isEqual(brought.digest, token.digest)
    }

    /// The address the program opens the browser with.
    fileprivate func letIn(_ text: String) throws -> Response {
        guard let token = configuration.laptop, let brought = Token(text: text),
            Secrets.isEqual(brought.digest, token.digest)
        else { throw ServerRejection.notFound.rejection }
        var response = Reply.redirect(LaptopEndpoints.path)
        response.headers.append(
            .init(name: .setCookie, value: cookies.header(cookies.laptop, token.text, isStrict: true)))
        return response
    }

    /// Signs the station's desk in: whoever started the program holds the house.
    fileprivate func enterHall(_ incoming: IncomingRequest, _ laptop: LaptopAccess) async throws -> Response {
        let (stage, desk) = try await threads.runIfActive { (try laptop.findStage(), try laptop.findDesk()) }
        guard case .running(let lot, _) = stage, let desk else { throw ServerRejection.notFound.rejection }
        let now = incoming.caller.now
        try await signIn.open(
            NewAccount(person: desk.person, name: desk.person.text, offices: [desk.office]), at: now)
        let slip = try await signIn.issueSlip(to: desk.person, by: desk.office, at: now)
        let begun = try await signIn.signIn(slip: slip, from: incoming.whence, at: now)
        return try await welcome(begun, incoming, then: "/lots/\(lot)")
    }

    fileprivate func showLaptop(_ incoming: IncomingRequest, _ laptop: LaptopAccess, _ refusal: Rejection? = nil)
        async throws -> Response
    {
        let stage = try await threads.runIfActive { try laptop.findStage() }
        let request = incoming.page()
        let parts: [any Component] =
            switch stage {
            case .empty: empty(request, refusal)
            case .running(let lot, let name): running(lot, name, request)
            case .ended(let lot, let name):
                [
                    Headline(LaptopText.ended, answer: "\(name)", note: LaptopText.endedNote),
                    ActionBar([
                        Action(LaptopText.takeLog, to: "\(LaptopEndpoints.path)/log", isPrimary: true),
                        Action(LaptopText.seeHall, to: "/lots/\(lot)"),
                    ]),
                    Details(
                        LaptopText.another,
                        [
                            FormBuilder(
                                request, action: "\(LaptopEndpoints.path)/finish", submit: LaptopText.another,
                                note: LaptopText.anotherNote, [])
                        ]),
                ]
            }
        return try await show(
            Page(LaptopText.title, request, parts), request, incoming,
            status: refusal.map { Refusal.status(of: $0) } ?? 200)
    }

    private func empty(_ request: PageRequest, _ refusal: Rejection?) -> [any Component] {
        [
            Headline(LaptopText.question, answer: LaptopText.empty, in: request.language)
        ] + (refusal.map { [Callout($0)] } ?? []) + [
            Callout(
                .info, LaptopText.clock,
                parts: [
                    FactList([.init(LaptopText.clock, HTML.time(request.now, request.language))]),
                    Paragraph(LaptopText.clockNote),
                ]),
            Section(
                LaptopText.first,
                [
                    Paragraph(LaptopText.firstNote),
                    ActionBar([Action(LaptopText.takeKey, to: "\(LaptopEndpoints.path)/key")]),
                ]),
            Section(
                LaptopText.second,
                [
                    FormBuilder(
                        request, submit: LaptopText.openHall, note: LaptopText.packNote,
                        [.file(CarriedFile.upload, LaptopText.pack, accept: ".json")])
                ]),
        ]
    }

    private func running(_ lot: String, _ name: String, _ request: PageRequest) -> [any Component] {
        [
            Headline(LaptopText.running, answer: "\(name)", note: LaptopText.enterNote),
            FormBuilder(request, action: "\(LaptopEndpoints.path)/enter", submit: LaptopText.enter, []),
            ActionBar([Action(LaptopText.seeHall, to: "/lots/\(lot)")]),
        ]
    }
}
