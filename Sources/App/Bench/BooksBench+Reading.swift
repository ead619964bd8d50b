import Foundation
import Kernel
import Ledger
import Platform
import Registry
import Storage
import StorageSQLite
import Web

/// The books as their readers meet them, beside what plain SQLite needs for the same in the same run.
extension BooksBench {
    /// Nanoseconds in which plain SQLite adds up the lines of the same months, the middle of `runs`.
    func plainSums(runs: Int, _ database: SQLiteDatabase) throws -> Int64 {
        var taken: [Int64] = []
        for _ in 0..<runs {
            var found: (accounts: Int, debit: Money) = (0, .zero)
            taken.append(
                try Measure.time {
                    found = try database.read {
                        try LineSums.all(from: BooksBench.year.from, through: BooksBench.year.through, in: $0)
                    }
                })
            try BenchFailure.check(found.accounts >= city.villages && found.debit > .zero, "plain sums of nothing")
        }
        return Measure.median(taken)
    }

    /// The first page of books, the slowest of a hundred, in nanoseconds.
    func firstPage(_ database: SQLiteDatabase) throws -> Int64 {
        guard let route = Ledger.routes(database: database).first(where: { $0.path == "/books/{organisation}" }),
            case .page(let make) = route.handler
        else { throw BenchFailure("the first page of books is not there") }
        var taken: [Int64] = []
        for turn in 0..<200 {
            let village = turn % city.villages
            let request = PageRequest(
                path: "/books/\(city.organisation(village))", parameters: ["organisation": city.organisation(village)],
                query: ["at": BooksBench.year.through.lastDay.description],
                now: BooksBench.year.through.lastDay.start, principal: try city.principal(village))
            var isThere = false
            taken.append(try Measure.time { if case .page = try make(request) { isThere = true } })
            try BenchFailure.check(isThere, "the books of village \(village)")
        }
        return Measure.percentile(99, of: taken)
    }

    /// All books of the city added up without what they owe each other, in nanoseconds.
    func consolidation(_ database: SQLiteDatabase) throws -> Int64 {
        var books = 0
        let taken = try Measure.time {
            books = try database.read {
                try AreaQueries.union(within: .root, at: BooksBench.year.through.lastDay, in: $0).books.count
            }
        }
        try BenchFailure.check(books == city.villages, "\(books) sets of books consolidated")
        return taken
    }
}
