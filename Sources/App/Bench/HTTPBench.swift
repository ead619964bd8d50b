import Foundation
import Kernel

/// Commands and pages over HTTP: the server in one process, its clients in this one.
struct HTTPBench {
    let folder: URL
    let isQuick: Bool

    /// Runs `body` against a server of its own and ends it.
    static func serving<Result>(
        _ kind: ServedInstallation.Kind, _ folder: URL, people: Int = 0,
        _ body: (ServedInstallation.Invitation, _ process: Int32) throws -> Result
    ) throws -> Result {
        let server = try Child(
            ["bench-serve", kind.rawValue, "--folder", folder.path, "--people", String(people)], isQuiet: true)
        guard let line = server.line(), let invitation = ServedInstallation.Invitation(line) else {
            server.stop()
            throw BenchFailure("the server did not start: \(server.wait().output)")
        }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try body(invitation, server.process)) } catch { result = .failure(error) }
        server.stop()
        _ = server.wait()
        return try result.get()
    }

    static func size(_ port: Int) throws -> Int64 {
        let answer = try Sockets.ask(port, HTTPRequestBytes.get("/healthz"))
        guard let size = try JSON(parsing: Array(answer.body))["size"]?.integer else {
            throw BenchFailure("no size: \(answer.status)")
        }
        return size
    }

    /// Many accountants at once, then one alone.
    func vouchers() throws -> [FigureName: Int64] {
        let clients = isQuick ? 4 : 64
        let place = fresh("http-vouchers")
        return try HTTPBench.serving(.vouchers, place, people: clients) { invitation, _ in
            let city = City(villages: clients)
            func run(_ clients: Int, _ total: Int, _ name: String) throws -> HTTPLoad.Outcome {
                let before = try HTTPBench.size(invitation.port)
                let outcome = try HTTPLoad(port: invitation.port, clients: clients).run(total) { client, number in
                    HTTPRequestBytes.command(
                        invitation.tokens[client], "ledger.postVoucher",
                        city.arguments(client, number % 96).canonicalText, key: "\(name)-\(number)")
                }
                try HTTPBench.check(outcome, total, grown: HTTPBench.size(invitation.port) - before)
                return outcome
            }
            _ = try run(clients, isQuick ? 20 : 4_000, "warm")
            let many = try run(clients, isQuick ? 100 : 30_000, "many")
            let alone = try run(1, isQuick ? 20 : 1_500, "alone")
            return [
                .vouchersHTTP: Measure.rate(many.accepted, many.nanoseconds),
                .vouchersHTTPLatency: Measure.percentile(99, of: many.latencies) / 1_000,
                .aloneHTTP: Measure.rate(alone.accepted, alone.nanoseconds),
            ]
        }
    }

    /// Every answer was yes, and the log has an entry of each.
    static func check(_ outcome: HTTPLoad.Outcome, _ total: Int, grown: Int64) throws {
        try BenchFailure.check(
            outcome.accepted == total, "\(outcome.statuses) of \(total) answers: \(outcome.complaint)")
        try BenchFailure.check(grown == Int64(total), "the log grew by \(grown), not \(total)")
    }

    /// One hot lot: whoever is overtaken on the way is refused, and only what was accepted counts.
    func bids() throws -> [FigureName: Int64] {
        let bidders = isQuick ? 8 : HTTPBench.bidders
        return try HTTPBench.serving(.bids, fresh("http-bids"), people: bidders) { invitation, _ in
            var next = invitation.firstPriceFen
            func run(_ clients: Int, _ total: Int, _ name: String) throws -> HTTPLoad.Outcome {
                let before = try HTTPBench.size(invitation.port)
                let outcome = try HTTPLoad(port: invitation.port, clients: clients).run(total) { client, number in
                    next += HotLot.stepFen
                    return HTTPRequestBytes.command(
                        invitation.tokens[client % bidders], "exchange.placeBid",
                        #"{"lot":"\#(invitation.lot)","priceFen":\#(next),"isMeant":true}"#, key: "\(name)-\(number)")
                }
                let grown = try HTTPBench.size(invitation.port) - before
                try BenchFailure.check(
                    grown == Int64(outcome.accepted), "the log grew by \(grown), not \(outcome.accepted)")
                try BenchFailure.check(
                    outcome.statuses.keys.allSatisfy { [200, 409, 422].contains($0) },
                    "\(outcome.statuses): \(outcome.complaint)")
                return outcome
            }
            func total(_ count: Int) -> Int { isQuick ? 60 : count }
            _ = try run(isQuick ? 2 : 64, total(4_000), "warm")
            let few = try run(isQuick ? 2 : 16, total(20_000), "few")
            let some = try run(isQuick ? 4 : 64, total(20_000), "some")
            let many = try run(isQuick ? 8 : 256, total(20_000), "many")
            func rate(_ outcome: HTTPLoad.Outcome) -> Int64 { Measure.rate(outcome.accepted, outcome.nanoseconds) }
            func answers(_ outcome: HTTPLoad.Outcome) -> Int64 {
                Measure.rate(outcome.statuses.values.reduce(0, +), outcome.nanoseconds)
            }
            return [
                .bids16: rate(few), .bids64: rate(some), .bids256: rate(many), .bidAnswers64: answers(some),
                .bids64Latency: Measure.percentile(99, of: some.latencies) / 1_000,
                .bidsScale: answers(many) * 1_000 / max(1, answers(few)),
            ]
        }
    }

    /// As many as the leaf that opens the auction has room for; beyond, several windows of one bidder.
    static let bidders = 64

    /// The public page of a village, of the whole city one after the other.
    func page(_ city: City) throws -> [FigureName: Int64] {
        try HTTPBench.serving(.city, folder.appending(path: "city")) { invitation, _ in
            func run(_ total: Int) throws -> HTTPLoad.Outcome {
                try HTTPLoad(port: invitation.port, clients: isQuick ? 4 : 64).run(total) { _, number in
                    HTTPRequestBytes.get("/places/\(city.division(number % city.villages))")
                }
            }
            _ = try run(isQuick ? 10 : 1_000)
            let total = isQuick ? 50 : 15_000
            let outcome = try run(total)
            try BenchFailure.check(outcome.accepted == total, "\(outcome.statuses): \(outcome.complaint.prefix(300))")
            return [.page: Measure.rate(total, outcome.nanoseconds)]
        }
    }

    /// Every kind of page of a county of ten thousand sales.
    func pages() throws -> [FigureName: Int64] {
        let place = fresh("http-pages")
        return try HTTPBench.serving(.county, place, people: isQuick ? 20 : 10_000) { invitation, _ in
            try PagesBench(invitation, isQuick: isQuick).run()
        }
    }

    /// From starting `qianmo serve` on the city to the line that says where it is.
    func startUp() throws -> [FigureName: Int64] {
        let start = Measure.now()
        let city = folder.appending(path: "city").path
        let server = try Child(["serve", "--data", city, "--port", "0", "--plain", "--json"], isQuiet: true)
        let line = server.line()
        let taken = Measure.now() - start
        server.stop()
        _ = server.wait()
        try BenchFailure.check(line?.contains("address") == true, "serve said \(line ?? "nothing")")
        return [.startUp: taken / 1_000_000]
    }

    func fresh(_ name: String) -> URL {
        let place = folder.appending(path: name)
        try? FileManager.default.removeItem(at: place)
        return place
    }
}
