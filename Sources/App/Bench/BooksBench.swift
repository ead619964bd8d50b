import EventLog
import Foundation
import Kernel
import Ledger
import Platform
import Storage
import StorageSQLite

/// Reading the city's books, and proving them.
struct BooksBench {
    let folder: URL
    let city: City

    static let year = (
        from: AccountingMonth(index: 2025 * 12), through: AccountingMonth(index: 2025 * 12 + 11)
    )

    private func reading() throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path, access: .readOnly)
    }

    /// Trial balance of every village for the year, beside the same sums in plain SQLite; both statements of each; a book's
    /// first page; the consolidation. The better half of `runs`.
    func balances(runs: Int) throws -> [FigureName: Int64] {
        let database = try reading()
        let began = Measure.processorTime(of: getpid())
        let lists = try time(runs, database) { balance in
            try BenchFailure.check(balance.isBalanced && !balance.lines.isEmpty, "\(balance.organisation)")
        }
        let statements = try timeStatements(runs, database)
        let plain = try plainSums(runs: runs, database)
        let page = try firstPage(database)
        let whole = try consolidation(database)
        return [
            .trialBalances: lists / 1_000_000, .trialBalancesPlain: lists * 1_000 / max(1, plain),
            .statements: statements / 1_000_000, .bookPage: page / 1_000, .consolidation: whole / 1_000_000,
            .booksProcessor: (Measure.processorTime(of: getpid()) - began) / 1_000_000,
        ]
    }

    /// Both statements of every village with their comparative columns, each from its own balances.
    private func timeStatements(_ runs: Int, _ database: SQLiteDatabase) throws -> Int64 {
        var taken: [Int64] = []
        for _ in 0..<runs {
            taken.append(
                try Measure.time {
                    try database.read { tx in
                        for books in try BookQueries.list(in: tx) {
                            let found = try StatementQueries.statements(
                                books.organisation, at: BooksBench.year.through.lastDay, in: tx)
                            try BenchFailure.check(
                                found?.isBalanced == true && found?.agree == true, "\(books.organisation)'s statements")
                        }
                    }
                })
        }
        return Measure.median(taken)
    }

    private func time(_ runs: Int, _ database: SQLiteDatabase, _ body: (TrialBalance) throws -> Void) throws -> Int64 {
        var taken: [Int64] = []
        for _ in 0..<runs {
            var books = 0
            taken.append(
                try Measure.time {
                    try database.read { tx in
                        try TrialBalanceQueries.each(
                            from: BooksBench.year.from, through: BooksBench.year.through, in: tx
                        ) { balance in
                            try body(balance)
                            books += 1
                        }
                    }
                })
            try BenchFailure.check(books == city.villages, "\(books) sets of books")
        }
        return Measure.median(taken)
    }

    /// The whole log, its chain, all tables and balances, as `qianmo verify` does it.
    func verify() throws -> [FigureName: Int64] {
        let scratch = try SQLiteDatabase.scratch()
        Processes.forgetPeak()
        var verified: Verified?
        let taken = try Measure.time {
            verified = try Verifier(.qianmo, dataDirectory: folder, database: reading(), scratch: scratch).run()
        }
        guard let verified, verified.size > Int64(city.vouchers) else { throw BenchFailure("verify saw too little") }
        return [.verify: taken / 1_000_000, .verifyMemory: Measure.memory("VmHWM") * 1_000 / 1_024]
    }

    /// The ledger's part alone: every voucher of the log added up again and held against the running balances.
    func ledger() throws -> [FigureName: Int64] {
        let modules = InstallationPlan.qianmo.modules
        var recount = BookRecount()
        var taken: Int64 = 0
        var vouchers = 0
        try reading().read { tx in
            var events: [any Event<Ledger>] = []
            func add() {
                taken += Measure.time { for event in events { recount.add(event) } }
                vouchers += events.count { $0 is VoucherPosted }
                events.removeAll(keepingCapacity: true)
            }
            try LogReading.each(modules, in: tx) { event in
                guard let event = event as? any Event<Ledger> else { return }
                events.append(event)
                if events.count == 4_096 { add() }
            }
            add()
            var differences: [BookRecount.Finding] = []
            taken += try Measure.time { differences = try recount.differences(in: tx) }
            try BenchFailure.check(differences.isEmpty, "\(differences.count) balances differ")
        }
        try BenchFailure.check(vouchers == city.vouchers, "\(vouchers) vouchers in the log")
        return [.verifyLedger: taken / 1_000_000]
    }
}
