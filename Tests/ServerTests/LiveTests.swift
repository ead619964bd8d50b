import Hummingbird
import Kernel
import Server
import Testing
import Web

@Suite("Live pages and the log's files") struct LiveTests {
    private let server: TestServer
    private var hub: LiveHub { server.server.hub }
    init() throws { server = try TestServer() }

    private func grow(_ kind: String, _ id: String) async throws {
        server.installation.append(try TestInstallation.leaf(kind, id))
        await hub.publish(size: try server.installation.access.log.head().size)
    }

    @Test("A listener hears of its own stream and of no other; who watches everything hears all")
    func streams() async throws {
        try await grow("lot", "L0")
        var mine = try await hub.listen("a", to: "lot/L1", after: nil).makeAsyncIterator()
        var all = try await hub.listen("b", to: nil, after: nil).makeAsyncIterator()
        try await grow("lot", "L2")
        try await grow("lot", "L1")
        #expect(await all.next() == .changed(newest: 1))
        #expect(await all.next() == .changed(newest: 2))
        #expect(await mine.next() == .changed(newest: 2))
        await hub.pulse()
        #expect(await mine.next() == .pulse)
    }

    @Test("Who comes back with the last index hears at once of what was missed, and of nothing else")
    func resume() async throws {
        for id in ["L1", "L2", "L2"] { try await grow("lot", id) }
        var late = try await hub.listen("a", to: "lot/L2", after: 0).makeAsyncIterator()
        #expect(await late.next() == .changed(newest: 2))
        var other = try await hub.listen("b", to: "lot/L1", after: 0).makeAsyncIterator()
        var current = try await hub.listen("c", to: nil, after: 2).makeAsyncIterator()
        await hub.pulse()
        #expect(await other.next() == .pulse)
        #expect(await current.next() == .pulse)
    }

    /// What is told until the pulse that is given now.
    private func told(_ beats: AsyncStream<LiveHub.Beat>) async -> [LiveHub.Beat] {
        await hub.pulse()
        var told: [LiveHub.Beat] = []
        for await beat in beats {
            if beat == .pulse { break }
            told.append(beat)
        }
        return told
    }

    @Test("Who comes while an entry is being told hears of it once")
    func comesMeanwhile() async throws {
        try await grow("lot", "L1")
        server.installation.append(try TestInstallation.leaf("lot", "L1"))
        let others = try await hub.listen("somebody", to: nil, after: nil)
        server.installation.gate.close()
        let before = await hub.count
        async let publishing: Void = hub.publish(size: 2)
        while server.installation.gate.waiting == 0 { await Task.yield() }
        async let coming = hub.listen("a", to: "lot/L1", after: 0)
        while await hub.count == before { await Task.yield() }
        server.installation.gate.open()
        await publishing
        #expect(await told(try await coming) == [.changed(newest: 1)])
        #expect(await told(others) == [.changed(newest: 1)])
    }

    @Test("Who was answered before the hub was told does not hear of their own entry again")
    func knowsBefore() async throws {
        try await grow("lot", "L1")
        server.installation.append(try TestInstallation.leaf("lot", "L1"))
        let beats = try await hub.listen("a", to: "lot/L1", after: 1)
        await hub.publish(size: 2)
        #expect(await told(beats) == [])
        try await grow("lot", "L1")
        #expect(await told(beats) == [.changed(newest: 2)])
        let ahead = try await hub.listen("b", to: "lot/L1", after: 99)
        try await grow("lot", "L1")
        #expect(await told(ahead) == [.changed(newest: 3)], "an index the log never had silences nothing")
    }

    @Test("The first who listens misses nothing of a group of entries")
    func firstGroup() async throws {
        server.installation.append(try TestInstallation.leaf("lot", "L0"))
        let beats = try await hub.listen("a", to: "lot/L1", after: nil)
        server.installation.append(try TestInstallation.leaf("lot", "L1"))
        try await grow("lot", "L2")
        #expect(await told(beats) == [.changed(newest: 2)])
    }

    @Test("A slow listener gets the newest and holds nobody up")
    func slow() async throws {
        var slow = try await hub.listen("a", to: nil, after: nil).makeAsyncIterator()
        for number in 0..<100 { try await grow("lot", "L\(number)") }
        var last: LiveHub.Beat?
        for _ in 0..<8 { last = await slow.next() }
        #expect(last == .changed(newest: 99))
    }

    @Test("One person has at most six streams; closing ends them all and takes no new one")
    func caps() async throws {
        var held: [AsyncStream<LiveHub.Beat>] = []
        for _ in 0..<6 { held.append(try await hub.listen("a", to: nil, after: nil)) }
        await #expect(throws: Rejection.self) { try await hub.listen("a", to: nil, after: nil) }
        held.append(try await hub.listen("b", to: nil, after: nil))
        #expect(await hub.count == 7)
        await hub.close()
        for stream in held { for await _ in stream { Issue.record("closed streams are silent") } }
        #expect(await hub.count == 0)
        await #expect(throws: Rejection.self) { try await hub.listen("c", to: nil, after: nil) }
    }

    @Test("The event stream is text/event-stream with ids, ends with the hub, and refuses a stream that is none")
    func events() async throws {
        for id in ["L1", "L2"] { try await grow("lot", id) }
        let browser = server.browser()
        let hub = hub
        async let answer = browser.get("/events", headers: [try #require(HTTPField.Name("Last-Event-ID")): "0"])
        while await hub.count == 0 { await Task.yield() }
        // What was missed is put in the buffer before the listener can be closed.
        await hub.pulse()
        await hub.close()
        let events = try await answer
        #expect(events.headers[.contentType] == "text/event-stream; charset=utf-8")
        #expect(events.headers[.cacheControl] == "no-store")
        #expect(events.text.hasPrefix("retry: 3000\n\n"))
        #expect(events.text.contains(": pulse\n\n"))
        #expect(try await browser.get("/api/v1/lots/L1/events").status == 503, "closed for all, so it was found")
        #expect(try await browser.get("/api/v1/lots/../events").status == 400)
        for bad in ["/events?stream=lot", "/events?stream=lot/", "/events?stream=lot/a/b", "/events?stream=%20/x"] {
            #expect(try await browser.get(bad).status == 400)
        }
    }

    @Test(
        "The log's tiles are where the description says, for ever, and no other spelling is one",
        arguments: [
            ("/tile/0/000", 8_192), ("/tile/0/000.p/5", 160), ("/tile/entries/000.p/7", 3),
        ])
    func tiles(path: String, length: Int) async throws {
        let answer = try await server.browser().get(path)
        #expect(answer.status == 200)
        #expect(answer.bytes.count == length)
        #expect(answer.headers[.contentType] == "application/octet-stream")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    }

    @Test(
        "Other spellings of a tile are not found",
        arguments: [
            "/tile/0/0", "/tile/00/000", "/tile/0/000.p/0", "/tile/0/000.p/256", "/tile/0/000.p/05", "/tile/0/x000/000",
            "/tile/0/001", "/tile/9/000", "/tile/-1/000", "/tile/0/x001/x002", "/tile/0/000/000", "/tile/", "/tile/0",
            "/tile/entries/0000", "/tile/0/+01", "/tile/0/x999/x999/x999/x999/x999/x999/999",
        ])
    func badTiles(path: String) async throws {
        #expect(try await server.browser().get(path).status == 404)
    }

    @Test("The checkpoint is the newest, as text, and kept by nobody")
    func checkpoint() async throws {
        let answer = try await server.browser().get("/checkpoint")
        #expect(answer.text.hasPrefix("qianmo.test/log\n0\n"))
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "no-store")
    }
}
