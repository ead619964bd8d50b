import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/practice`: the clock of a practice house, and how to move it on. Not there in any other house.
enum PracticeEndpoints {
    static let path = "/practice"

    static let all: [Endpoint] = [
        .form(
            path, show: { server, incoming in try await server.showPractice(incoming) },
            act: { server, incoming in
                guard let practice = server.access.practice else { throw ServerRejection.notFound.rejection }
                try server.admit(incoming.caller, .signedIn)
                let form = try await server.form(incoming)
                guard let until = form.values["until"].flatMap(instants.find) else {
                    throw ServerRejection.badForm.rejection
                }
                let now = server.access.now()
                let farthest = now.adding(seconds: farthestSeconds)
                try await practice.advance(min(max(Instant(milliseconds: until), now), farthest))
                return Reply.redirect(path)
            })
    ]

    /// Milliseconds of the years 1900 to 2200.
    private static let instants = AddressNumber(-2_208_988_800_000...7_258_118_400_000)

    /// One move goes at most this far: two years and a day, so that a slip of the finger does not end every lease.
    private static let farthestSeconds: Int64 = 731 * 86_400
}

extension WebServer {
    func showPractice(_ incoming: IncomingRequest) async throws -> Response {
        guard let practice = access.practice else { throw ServerRejection.notFound.rejection }
        let request = incoming.page()
        let format = Format(request.language)
        var parts: [any Component] = [
            Headline(
                Text.practiceQuestion, answer: "\(HTML.time(request.now, request.language))", note: Text.practiceNote)
        ]
        let next = practice.nextDue()
        parts.append(
            next.map { Callout(.info, Text.practiceNext(format.instant($0))) } ?? Callout(.info, Text.practiceNothing))
        guard incoming.caller.principal != nil else {
            parts.append(ActionBar([Action(Text.signIn, to: "/sign-in?then=\(Links.encoded(PracticeEndpoints.path))")]))
            return try await show(Page(Text.practice, request, parts), request, incoming)
        }
        let moves: [(Message, Instant?)] = [
            (Text.practiceToNext, next), (Text.practiceHour, request.now.adding(seconds: 3_600)),
            (Text.practiceDay, request.now.date.adding(days: 1).start.adding(seconds: 9 * 3_600)),
            (Text.practiceMonth, request.now.date.adding(days: 30).start.adding(seconds: 9 * 3_600)),
        ]
        for case (let label, let until?) in moves {
            parts.append(FormBuilder(request, submit: label, [.hidden("until", String(until.milliseconds))]))
        }
        return try await show(Page(Text.practice, request, parts), request, incoming)
    }
}
