package import Foundation
import Kernel
import Platform
import StoragePostgres
import StorageSQLite

/// One measurement: it runs in a process of its own, so that memory and processor time are its own.
package enum BenchName: String, CaseIterable, Sendable {
    case bounds, vouchers, alone, log, postgres, books, verify, ledger, http, bids, page, pages, fanOut, stalled
    case resume, resident, start
}

/// Runs one measurement once.
package struct Bench {
    private let folder: URL
    private let isQuick: Bool
    private let postgres: String?

    /// `folder` keeps the city from one measurement to the next. `postgres`: a server's address; a schema is made there.
    package init(folder: URL, isQuick: Bool, postgres: String? = nil) {
        self.folder = folder
        self.isQuick = isQuick
        self.postgres = postgres
    }

    private var city: City { isQuick ? .small : .whole }
    private var engine: EngineBench { EngineBench(folder, city) }
    private var place: URL { folder.appending(path: "city") }

    /// The figures, in thousandths of their units.
    package func run(_ name: BenchName) async throws -> [FigureName: Int64] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let http = HTTPBench(folder: folder, isQuick: isQuick)
        let live = LiveBench(folder: folder, isQuick: isQuick)
        switch name {
        case .bounds:
            return [
                .plainRows: Measure.rate(city.vouchers, try await engine.plain()),
                .flushes: try Bounds.flushes(in: folder, isQuick ? 20 : 500),
                .hashes: Bounds.hashes(isQuick ? 1_000 : 500_000),
            ]
        case .vouchers:
            let installation = try await engine.installation("city")
            return [.vouchers: Measure.rate(city.vouchers, try await engine.post(installation))]
        case .alone:
            let installation = try await EngineBench(folder, City(villages: 1)).installation("alone")
            return [.aloneEngine: try await engine.alone(installation, isQuick ? 20 : 2_000)]
        case .log: return [.logAppend: try engine.logAppend(isQuick ? 1_000 : 200_000)]
        case .postgres: return try await onPostgres()
        case .books: return try await withCity { try $0.balances(runs: isQuick ? 1 : 7) }
        case .verify: return try await withCity { try $0.verify() }
        case .ledger: return try await withCity { try $0.ledger() }
        case .http: return try http.vouchers()
        case .bids: return try http.bids()
        case .page: return try await withCity { _ in try http.page(city) }
        case .pages: return try http.pages()
        case .fanOut: return try live.fanOut()
        case .stalled: return try live.stalled()
        case .resume: return try live.resume()
        case .resident: return try live.resident()
        case .start: return try await withCity { _ in try http.startUp() }
        }
    }

    /// The city as the last measurement of vouchers left it; made when there is none.
    private func withCity(_ body: (BooksBench) throws -> [FigureName: Int64]) async throws -> [FigureName: Int64] {
        if !FileManager.default.fileExists(atPath: place.appending(path: "qianmo.sqlite").path) {
            _ = try await run(.vouchers)
        }
        return try body(BooksBench(folder: place, city: city))
    }

    private func onPostgres() async throws -> [FigureName: Int64] {
        guard let postgres else { return [:] }
        let store = try PostgresDatabase(url: postgres, schema: "bench_\(Measure.now())")
        let installation = try await engine.installation("postgres", store: store)
        return [.vouchersPostgres: Measure.rate(city.vouchers, try await engine.post(installation))]
    }
}
