import Foundation
import Kernel
import Web

/// Every kind of page of a county with many sales, as a visitor and as desks: how heavy it is and how soon it is there.
///
/// Kinds are the addresses of the house (`/lots/{lot}`) and, of each, a page with a query (`?page`) is a kind of its own. Pages
/// are found by their links from the first page on. A page's weight is its bytes before compression and those of the pictures it names.
struct PagesBench {
    /// One page as one reader.
    private struct Visit {
        let kind: String
        let address: String
        let token: String
    }

    /// What a kind of page cost.
    private struct Kind {
        var weight = 0
        var heaviest = ""
        var latencies: [Int64] = []
    }

    private let port: Int
    private let readers: [String]
    /// The pages of the house; only their addresses are asked about.
    private let table: RouteTable
    private let isQuick: Bool
    /// Of each kind so many pages are looked at, for each reader.
    private var perKind: Int { isQuick ? 1 : 3 }
    private var askedEach: Int { isQuick ? 2 : 34 }

    init(_ invitation: ServedInstallation.Invitation, isQuick: Bool) throws {
        port = invitation.port
        readers = invitation.tokens
        self.isQuick = isQuick
        table = try RouteTable(
            invitation.pages.map { Route($0, Message(zh: "", en: ""), .everyone, .page { _ in .notFound }) })
    }

    func run() throws -> [FigureName: Int64] {
        var kinds: [String: Kind] = [:]
        for token in [""] + readers {
            for visit in try crawl(token, &kinds) {
                for _ in 0..<askedEach {
                    let start = Measure.now()
                    let answer = try ask(visit.address, visit.token)
                    kinds[visit.kind, default: Kind()].latencies.append(Measure.now() - start)
                    try BenchFailure.check(answer.status == 200, "\(visit.address) answered \(answer.status)")
                }
            }
        }
        let slowest = kinds.map { ($0.key, Measure.percentile(99, of: $0.value.latencies)) }.sorted { $0.1 > $1.1 }
        let heaviest = kinds.map { ($0.value.heaviest, Int64($0.value.weight)) }.sorted { $0.1 > $1.1 }
        say(slowest.prefix(8).map { "\($0.0) \($0.1 / 1_000) µs" } + heaviest.prefix(8).map { "\($0.0) \($0.1) bytes" })
        return [
            .pageKinds: Int64(kinds.count) * 1_000,
            .pageWeight: (heaviest.first?.1 ?? 0) * 1_000 / 1_024,
            .pageAnswer: (slowest.first?.1 ?? 0) / 1_000,
        ]
    }

    /// Follows links, breadth first, a few of each kind.
    private func crawl(_ token: String, _ kinds: inout [String: Kind]) throws -> [Visit] {
        var waiting = ["/"]
        var known: Set<String> = ["/"]
        var seen: [String: Int] = [:]
        var visits: [Visit] = []
        var next = 0
        while next < waiting.count {
            let address = waiting[next]
            next += 1
            guard let kind = kind(of: address), seen[kind, default: 0] < perKind else { continue }
            let answer = try ask(address, token)
            guard answer.status == 200, answer.isPage else { continue }
            seen[kind, default: 0] += 1
            visits.append(Visit(kind: kind, address: address, token: token))
            let text = String(decoding: answer.body, as: UTF8.self)
            var weight = answer.body.count
            for picture in Set(Self.values(of: "<img src=\"", in: text)) where picture.hasPrefix("/") {
                weight += try ask(picture, token).body.count
            }
            if weight > kinds[kind, default: Kind()].weight {
                kinds[kind, default: Kind()].weight = weight
                kinds[kind, default: Kind()].heaviest = address
            }
            for link in Self.values(of: "href=\"", in: text)
            where link.hasPrefix("/") && !link.contains("lang=") && known.insert(link).inserted {
                waiting.append(link)
            }
        }
        return visits
    }

    /// The pattern of the address and the names of its query; nil for files.
    private func kind(of address: String) -> String? {
        let parts = address.split(separator: "?", maxSplits: 1)
        let path = String(parts.first ?? "/")
        let names = parts.dropFirst().flatMap { $0.split(separator: "&") }.map { $0.prefix { $0 != "=" } }.sorted()
        let query = names.isEmpty ? "" : "?" + names.joined(separator: "&")
        if case .found(let route, _) = table.match("GET", path) { return route.path + query }
        // The server's own (the first page, sign-in), and files, which are no pages.
        return path.contains(".") ? nil : path.replacing(/[0-9]+/, with: "{}") + query
    }

    private func ask(_ address: String, _ token: String) throws -> HTTPAnswer {
        try Sockets.ask(
            port, HTTPRequestBytes.get(address, token.isEmpty ? "" : "authorization: Bearer \(token)\r\n"))
    }

    /// What stands between `opening` and the next quotation mark.
    private static func values(of opening: String, in text: String) -> [String] {
        text.components(separatedBy: opening).dropFirst().map {
            String($0.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
        }
    }

    private func say(_ lines: [String]) {
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
