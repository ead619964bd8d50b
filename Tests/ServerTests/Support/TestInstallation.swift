import Dispatch
import EventLog
import Kernel
import Platform
import Server
import Storage
import StorageSQLite
import Synchronization
import Testing
import Web

/// A clock the test moves.
final class TestClock: Sendable {
    private let state = Mutex(Instant(milliseconds: 1_750_000_000_000))
    var now: Instant { state.withLock { $0 } }
    func advance(seconds: Int64) { state.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// What was sent, instead of an SMS.
final class TestSender: CodeSender {
    private let sent = Mutex<[(phone: String, code: String)]>([])
    var codes: [(phone: String, code: String)] { sent.withLock { $0 } }
    func send(code: String, to phone: PhoneNumber, language: Language) async throws {
        sent.withLock { $0.append((phone.text, code)) }
    }

    private let said = Mutex<[(phone: String, text: String)]>([])
    var texts: [(phone: String, text: String)] { said.withLock { $0 } }
    func send(text: String, to phone: PhoneNumber, language: Language) async throws {
        guard !phone.text.hasPrefix("199") else { throw SignInRejection.notSent.rejection }
        said.withLock { $0.append((phone.text, text)) }
    }
}

/// Where readers of leaves wait while it is closed.
final class ReadingGate: Sendable {
    private let state = Mutex((isClosed: false, waiting: 0))
    private let opening = DispatchSemaphore(value: 0)

    var waiting: Int { state.withLock { $0.waiting } }
    func close() { state.withLock { $0.isClosed = true } }

    func open() {
        let waiting = state.withLock { state in
            defer { state = (false, 0) }
            return state.waiting
        }
        for _ in 0..<waiting { opening.signal() }
    }

    func pass() {
        let waits = state.withLock { state in
            if state.isClosed { state.waiting += 1 }
            return state.isClosed
        }
        if waits { opening.wait() }
    }
}

/// A small house: a few pages and one command, which is answered as the test says and noted.
final class TestInstallation: Sendable {
    private let state = Mutex(State())
    let clock = TestClock()
    let gate = ReadingGate()

    private struct State {
        var submissions: [Submission] = []
        var answer: Result<Answer, OutcomeUnknown> = .success(
            .accepted(entries: [7, 8], stream: StreamID("lot", "L1"), at: Instant(milliseconds: 5)))
        var offices: [OfficeID: Principal] = [:]
        var leaves: [[UInt8]] = []
        var known: [KnownAccount] = []
        var own: [String: [OwnThing]] = [:]
        var messages: MessageAccess?
    }

    var submissions: [Submission] { state.withLock { $0.submissions } }
    func answer(with answer: Result<Answer, OutcomeUnknown>) { state.withLock { $0.answer = answer } }
    func reject(_ rejection: Rejection) { answer(with: .success(.rejected(rejection))) }
    func open(_ principal: Principal) { state.withLock { $0.offices[principal.office] = principal } }
    /// What desks wrote every telephone down for.
    func know(_ known: [KnownAccount]) { state.withLock { $0.known = known } }
    /// What is whose own.
    func own(_ things: [String: [OwnThing]]) { state.withLock { $0.own = things } }
    /// Who keeps the messages and takes their answers.
    func carry(_ messages: MessageAccess?) { state.withLock { $0.messages = messages } }
    func close(_ office: OfficeID) { state.withLock { $0.offices[office] = nil } }
    func append(_ leaf: [UInt8]) { state.withLock { $0.leaves.append(leaf) } }

    static func principal(_ name: String, _ role: Role, person: String? = nil, division: String = "root") throws
        -> Principal
    {
        Principal(
            person: try #require(PersonID(person ?? "person-\(name)")), role: role,
            office: try #require(OfficeID(name)), division: try #require(DivisionID(division)))
    }

    /// A leaf of `stream`, as the writer would append it.
    static func leaf(_ kind: String, _ id: String) throws -> [UInt8] {
        try Leaf(
            kind: "exchange.bidPlaced", stream: StreamID(kind, id), at: Instant(milliseconds: 1), division: nil,
            office: OfficeID("station"), role: .stationAgent, fields: [:], commitments: [:]
        ).encoded()
    }

    var access: InstallationAccess {
        InstallationAccess(
            routes: routes,
            commands: [
                OpenAPI.Command(
                    name: "exchange.placeBid", title: Message(zh: "出价", en: "Bid"), fields: [], roles: [.bidder])
            ],
            now: { [clock] in clock.now },
            submit: { [self] submission in
                try state.withLock { state in
                    state.submissions.append(submission)
                    return try state.answer.get()
                }
            },
            findPrincipal: { [self] office in state.withLock { $0.offices[office] } },
            isWithin: { inner, outer in inner == outer || outer.text == "root" },
            log: LogAccess(
                head: { [self] in
                    LogHead(size: Int64(state.withLock { $0.leaves.count }), root: "00ff")
                },
                checkpoint: { "qianmo.test/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n" },
                sizes: { AsyncStream { $0.finish() } },
                leaf: { [self] index in
                    gate.pass()
                    return state.withLock { index < Int64($0.leaves.count) ? $0.leaves[Int(index)] : nil }
                },
                leaves: { [self] first, limit in
                    state.withLock { Array($0.leaves.dropFirst(Int(first)).prefix(Int(limit))) }
                },
                tile: { level, index, width in level == 0 && index == 0 ? [UInt8](repeating: 1, count: 32 * width) : nil
                },
                entries: { index, width in index == 0 ? [0, 1, UInt8(width & 0xFF)] : nil }),
            listKnown: { [self] _ in state.withLock { $0.known } },
            listOwn: { [self] person in state.withLock { $0.own[person.text] ?? [] } },
            messages: state.withLock { $0.messages })
    }

    private var routes: [Route] {
        let words = Message(zh: "测试", en: "Test")
        return [
            Route(
                "/lots", words, .everyone, .page { .page(Page(words, $0, [Paragraph(words)], liveSource: "/events")) }),
            Route(
                "/lots/{lot}", words, .everyone,
                .page { request in
                    guard request.parameters["lot"] == "L1" else { return .notFound }
                    return .page(Page(named: "\(request.query["tab"] ?? "")<b>", request, []))
                }),
            Route(
                "/lots/{lot}/bid", words, .roles([.bidder]),
                .form(
                    command: "exchange.placeBid",
                    page: { request in
                        .page(
                            Page(
                                words, request,
                                [
                                    FormBuilder(
                                        request, submit: words,
                                        [
                                            .text("title", words), .hidden("lot", request.parameters["lot"] ?? ""),
                                        ])
                                ]))
                    },
                    done: { request, facts in
                        "/lots/\(request.parameters["lot"] ?? "")?at=\(facts["stream"]?.string ?? "")"
                    })),
            Route(
                "/printed", words, .everyone, .page { .page(Page(named: "\($0.origin)!", $0, [])) }),
            Route("/county", words, .roles([.countyOfficer]), .page { .page(Page(words, $0, [])) }),
            Route("/desk", words, .signedIn, .page { .page(Page(words, $0, [])) }),
            Route("/old", words, .everyone, .page { _ in .redirect("//evil.example/") }),
            Route("/broken", words, .everyone, .page { _ in throw StorageError.failed("secret 13912345678") }),
            Route("/away", words, .everyone, .page { _ in throw StorageError.unavailable("secret 13912345678") }),
            Route("/api/v1/lots", words, .everyone, .json(shape: FieldShape(.integer)) { _ in .json(.integer(3)) }),
            Route(
                "/files/{name}", words, .everyone,
                .file(contentType: "text/csv; charset=utf-8") { request in
                    guard request.parameters["name"] != "none" else { return .notFound }
                    return .file(Array("a,b\n".utf8), name: "表\"\r\n\(request.parameters["name"] ?? "")")
                }),
        ]
    }
}
