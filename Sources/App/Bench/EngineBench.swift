import EventLog
import Foundation
import Glibc
import Kernel
import Ledger
import Platform
import Storage
import StorageSQLite

/// The writer without a network: commands go in at the queue, answers come back after the flush.
struct EngineBench {
    let folder: URL
    let city: City
    /// How many hand in at the same time.
    private static let hands = 4

    init(_ folder: URL, _ city: City) {
        self.folder = folder
        self.city = city
    }

    /// A fresh house with the city settled in it, in `folder/name`.
    func installation(_ name: String, store: (any Database)? = nil, offices: Int = 0) async throws -> Installation {
        let place = folder.appending(path: name)
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let database = try store ?? SQLiteDatabase(path: place.appending(path: "qianmo.sqlite").path)
        let installation = try Installation.open(.qianmo, dataDirectory: place, database: database)
        try await city.settle(installation, offices: offices)
        return installation
    }

    /// Every voucher of the year, month by month, as fast as the writer takes them. Nanoseconds.
    func post(_ installation: Installation) async throws -> Int64 {
        let before = try installation.log.head().size
        let principals = try (0..<city.villages).map(city.principal)
        var total: Int64 = 0
        for month in 0..<City.months {
            // Made before the clock starts: making them is the senders' work.
            var parts = Array(repeating: [Submission](), count: EngineBench.hands)
            for village in 0..<city.villages {
                for number in 0..<City.vouchersPerMonth {
                    parts[village % parts.count].append(
                        city.submission(village, month * City.vouchersPerMonth + number, principals[village]))
                }
            }
            let start = Measure.now()
            let refused = try await withThrowingTaskGroup(of: Int.self) { group in
                for part in parts {
                    group.addTask {
                        try await installation.writer.submit(all: part).count {
                            if case .accepted(let entries, _, _) = $0 { entries.count != 1 } else { true }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            total += Measure.now() - start
            try BenchFailure.check(refused == 0, "\(refused) vouchers were refused in month \(month + 1)")
        }
        let grown = try installation.log.head().size - before
        try BenchFailure.check(grown == city.vouchers, "the log grew by \(grown), not \(city.vouchers)")
        try check(installation.database)
        return total
    }

    /// All books balance, and the bank of each village stands where its vouchers put it.
    func check(_ database: any Database) throws {
        var books = 0
        try database.read { tx in
            try TrialBalanceQueries.each(
                from: AccountingMonth(index: 2025 * 12), through: AccountingMonth(index: 2025 * 12 + 11), in: tx
            ) { balance in
                try BenchFailure.check(balance.isBalanced, "\(balance.organisation) does not balance")
                try BenchFailure.check(balance.debit > .zero, "\(balance.organisation) has no postings")
                books += 1
            }
        }
        try BenchFailure.check(books == city.villages, "\(books) sets of books, not \(city.villages)")
    }

    /// One sender who waits for each answer. Thousandths of commands per second.
    func alone(_ installation: Installation, _ count: Int) async throws -> Int64 {
        let principal = try city.principal(0)
        let start = Measure.now()
        for number in 0..<count {
            let submission = Submission(
                command: "ledger.postVoucher", arguments: city.arguments(0, number % 96), principal: principal,
                key: "alone-\(number)")
            guard case .accepted = try await installation.writer.submit(submission) else {
                throw BenchFailure("the lone sender was refused")
            }
        }
        return Measure.rate(count, Measure.now() - start)
    }

    /// The log alone, without rules and tables, in the writer's groups. Thousandths of entries per second.
    func logAppend(_ count: Int) throws -> Int64 {
        let place = folder.appending(path: "log")
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: place.appending(path: "qianmo.sqlite").path)
        let installation = try Installation.open(.qianmo, dataDirectory: place, database: database)
        var appender = try LogAppender(installation, dataDirectory: place)
        let now = installation.clock.now()
        var size: Int64 = 0
        var taken: Int64 = 0
        while size < Int64(count) {
            let group = (0..<min(256, count - Int(size))).map {
                city.arguments(($0 + Int(size)) % city.villages, $0 % 96).object ?? [:]
            }
            taken += try Measure.time {
                size = try appender.append(group, stream: StreamID("bench", "log"), at: now)
            }
        }
        try BenchFailure.check(try installation.log.head().size == Int64(count), "the log has not \(count) entries")
        return Measure.rate(count, taken)
    }

    /// The same rows by SQLite alone, in the same order and the same groups. Nanoseconds.
    func plain() async throws -> Int64 {
        let installation = try await installation("plain")
        let path = folder.appending(path: "plain/qianmo.sqlite").path
        var entry = try installation.log.head().size
        let plain = try PlainBatch(path: path)
        var total: Int64 = 0
        var rows: [(target: PlainBatch.Target, values: [SQLValue])] = []
        var gathered = 0
        func flush() throws {
            total += try Measure.time { try plain.write(rows) }
            rows.removeAll(keepingCapacity: true)
            gathered = 0
        }
        for month in 0..<City.months {
            for village in 0..<city.villages {
                for number in 0..<City.vouchersPerMonth {
                    add(village, month, number, entry, to: &rows)
                    entry += 1
                    gathered += 1
                    if gathered == 256 { try flush() }
                }
            }
        }
        try flush()
        try check(installation.database)
        return total
    }

    private func add(
        _ village: Int, _ month: Int, _ number: Int, _ entry: Int64,
        to rows: inout [(target: PlainBatch.Target, values: [SQLValue])]
    ) {
        let ordinal = month * City.vouchersPerMonth + number
        let arguments = city.arguments(village, ordinal)
        let organisation = SQLValue.text(city.organisation(village))
        let index = SQLValue.integer(Int64(2025 * 12 + month))
        let (text, key) = (SQLValue.text("voucher-\(entry)"), SQLValue.text("v-\(village)-\(ordinal)"))
        // As many bytes as the writer's own leaf, answer, digest and seal have.
        let leaf = arguments.canonicalBytes + [UInt8](repeating: 0x20, count: 290)
        rows.append((.log, [.integer(entry), .text("books/" + city.organisation(village)), .blob(leaf)]))
        rows.append(
            (
                .voucher,
                [
                    organisation, index, .integer(Int64(number + 1)), text, .text(arguments["date"]?.string ?? ""),
                    .text(BenchText.summary(ordinal)), .integer(1), .text(city.office(village)),
                    .text("reviewer-\(village)"), .text("manual"), .null, .null, .integer(entry), .null,
                    .text("person-\(village)"), .text("reviewer-person-\(village)"), .text("named"), .null, .null,
                    .null, .null, .null, .null, .null,
                ]
            ))
        for (position, line) in (arguments["lines"]?.array ?? []).enumerated() {
            let account = SQLValue.text(line["account"]?.string ?? "")
            let debit = SQLValue.integer(line["debitFen"]?.integer ?? 0)
            let credit = SQLValue.integer(line["creditFen"]?.integer ?? 0)
            rows.append(
                (
                    .line,
                    [
                        organisation, index, .integer(Int64(number + 1)), .integer(Int64(position + 1)), account, debit,
                        credit, .null, .null, .null, .null, .null,
                    ]
                ))
            rows.append((.balance, [organisation, account, index, debit, credit]))
        }
        let digest = SQLValue.blob([UInt8](repeating: 7, count: 32))
        let answer = "{\"accepted\":[\(entry)],\"at\":1764000000000,\"stream\":\"books/collective-\(village)\"}"
        rows.append((.answer, [.text("person-\(village)"), key, digest, .text(answer), digest]))
    }
}

/// What the machine can do, so that a figure stands as a part of it.
enum Bounds {
    /// Thousandths of flushes of one written page per second, in `folder`.
    static func flushes(in folder: URL, _ count: Int) throws -> Int64 {
        let path = folder.appending(path: "flush").path
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BenchFailure("cannot write \(path)") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 0x5A, count: 4_096)
        let taken = Measure.time {
            for number in 0..<count {
                pwrite(file, page, page.count, off_t(number * page.count))
                fdatasync(file)
            }
        }
        return Measure.rate(count, taken)
    }

    /// Thousandths of SHA-256 hashes of a leaf's size per second.
    static func hashes(_ count: Int) -> Int64 {
        let leaf = [UInt8](repeating: 0x5A, count: 640)
        var last = Hash.empty
        let taken = Measure.time {
            for _ in 0..<count { last = Hash.leaf(leaf) }
        }
        return last == .empty ? 0 : Measure.rate(count, taken)
    }
}
