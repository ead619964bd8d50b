import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// `/clock`: whether the machine's clock is believed, and which of its acts were set aside; for the administrator only
/// (decision records 0194 and 0195).
enum ClockEndpoints {
    static let path = "/clock"
    static let roles: Set<Role> = [.administrator]

    static let all: [Endpoint] = [
        .form(
            path,
            show: { server, incoming in
                try server.admit(incoming.caller, .roles(roles))
                return try await server.showClock(incoming)
            },
            act: { server, incoming in
                try server.admit(incoming.caller, .roles(roles))
                try await server.sayOfClock(try await server.form(incoming).values)
                return Reply.redirect(path)
            })
    ]
}

extension WebServer {
    /// `trust`: the machine's clock is right. `entry` and `ordinal`: that act is tried again.
    fileprivate func sayOfClock(_ values: [String: String]) async throws {
        let clock = access.clock
        if values["trust"] != nil {
            clock.trust()
            return await clock.nudge()
        }
        guard let entry = values["entry"].flatMap({ AddressNumber.index.find($0) }),
            let ordinal = values["ordinal"].flatMap({ AddressNumber(0...1_000_000).find($0) })
        else { throw ServerRejection.badForm.rejection }
        _ = try await clock.tryAgain(entry, Int(ordinal))
    }

    fileprivate func showClock(_ incoming: IncomingRequest) async throws -> Response {
        let clock = access.clock
        let acts = try await threads.runIfActive { try clock.listSetAside() }
        let doubt = clock.doubt()
        let request = incoming.page()
        let answer =
            doubt != nil
            ? Text.clockStopped
            : acts.isEmpty ? Text.clockWell : Text.clockAside(request.format.count(acts.count))
        var parts: [any Component] = [Headline(Text.clockQuestion, answer: answer, in: request.language)]
        if let doubt {
            parts.append(Callout(.warning, Text.clockStopped, doubt.text))
            parts.append(FormBuilder(request, submit: Text.clockIsRight, isDangerous: true, [.hidden("trust", "1")]))
        }
        for act in acts { parts.append(section(act, request)) }
        return try await show(Page(Text.clockTitle, request, parts), request, incoming)
    }

    private func section(_ act: ActSetAside, _ request: PageRequest) -> Section {
        let title = access.commands.first { $0.name == act.command }?.title ?? Message(zh: act.command, en: act.command)
        let number: HTML? = act.number.map { " <span class=\"number\">\($0)</span>" }
        return Section(
            title,
            [
                FactList([
                    .init(Text.actDue, HTML.time(act.dueAt, request.language)),
                    .init(Text.actFrom, HTML.link("\(act.entry)", to: "/log/\(act.entry)")),
                    .init(Text.actSince, HTML.time(act.since, request.language)),
                    .init(Text.actReason, "\(request(Text.reason(act)))\(number)"),
                ]),
                FormBuilder(
                    request, submit: Text.tryAgain,
                    [.hidden("entry", String(act.entry)), .hidden("ordinal", String(act.ordinal))]),
            ])
    }
}
