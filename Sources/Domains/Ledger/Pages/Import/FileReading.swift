import Kernel
import Registry
import Storage
import Web

/// What a file would bring, before anything is written.
struct FileReading: Sendable {
    /// Some rows of the file that stand or fall together, and the command they become.
    struct Item: Sendable {
        let rows: [Int]
        /// What it is: "2026-03-01 · 记-12 · ¥120.00".
        let words: Message
        /// Nil where it is there already. Read when its turn comes.
        let command: @Sendable (any ReadTransaction) throws -> (any LedgerCommand, key: String)?
    }

    /// Rows that nothing is given for.
    var others: [ImportRow] = []
    var items: [Item] = []

    var rows: Int { others.count + items.reduce(0) { $0 + $1.rows.count } }

    /// Books open with all balances or with none: one refused row refuses `rows`. Nil where none is refused.
    static func refused(_ others: [ImportRow], rows: [Int]) -> FileReading? {
        let bad = others.first { if case .refused = $0.outcome { true } else { false } }
        return bad.map {
            FileReading(others: others + ImportRow.all(rows, .refused(LedgerRefusal.rowOfBadVoucher($0.row))))
        }
    }

    /// What the rules would say to each item, one after another on the books as they stand; nothing is written.
    func judged(_ organisation: OrganisationID, by principal: Principal, at now: Instant, in tx: any ReadTransaction)
        throws -> [ImportRow]
    {
        var books = try BookQueries.state(organisation, in: tx)
        let context = Context(
            now: now, principal: principal, calendar: .announced, sequence: 0, marks: Marks { _, text in text })
        var answers = others
        for item in items {
            let outcome: ImportRow.Outcome
            do {
                guard let (command, _) = try item.command(tx) else {
                    answers += ImportRow.all(item.rows, .unchanged(item.words))
                    continue
                }
                try Self.judge(command, &books, context, in: tx)
                outcome = .accepted(item.words)
            } catch let rejection as Rejection {
                outcome = .refused(rejection)
            }
            answers += ImportRow.all(item.rows, outcome)
        }
        return answers
    }

    private static func judge<Verb: LedgerCommand>(
        _ command: Verb, _ books: inout Books, _ context: Context, in tx: any ReadTransaction
    ) throws {
        let facts = try command.facts(on: books, context, in: tx)
        for event in try command.decide(books, facts, context) { event.change(&books, at: context.now) }
    }

    /// The steps of the upload, each looked up in the store when its turn comes.
    func steps(_ database: any Database) -> [UploadStep] {
        items.map { item in
            {
                guard let (command, key) = try database.read({ try item.command($0) }) else { return .unchanged }
                return .give(
                    command: type(of: command).fullName, arguments: .object(command.openFields), key: key)
            }
        }
    }

    /// What became of each row.
    func answered(_ answers: [UploadAnswer]) -> [ImportRow] {
        others
            + zip(items, answers).flatMap { item, answer in
                switch answer {
                case .given: ImportRow.all(item.rows, .accepted(item.words))
                case .unchanged: ImportRow.all(item.rows, .unchanged(item.words))
                case .refused(let rejection): ImportRow.all(item.rows, .refused(rejection))
                }
            }
    }
}
