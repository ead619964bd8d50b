import CLibPQ
import Glibc
import Storage
import Synchronization

/// A statement on its way to the server.
struct PostgresStatement {
    let sql: SQL
    let parameters: [PostgresParameter]

    init(_ sql: SQL) {
        self.sql = sql
        parameters = sql.values.map { .value($0) }
    }

    init(_ sql: SQL, _ parameters: [PostgresParameter]) {
        self.sql = sql
        self.parameters = parameters
    }
}

/// What came of some statements sent together: the answers of those that went well, and why the next one did not.
struct PostgresExchange {
    var results: [PostgresResult] = []
    var failure: StorageError?
    var isConnectionLost = false
}

/// One session. Used by one thread at a time: whoever took it from the pool, or who holds the writer's turn.
///
/// Statements are prepared once per session and sent in pipelines: what is sent together costs one round trip.
final class PostgresConnection: Sendable {
    /// libpq's connection is no more than a pointer to the compiler; that one thread at a time uses it is ours to keep.
    nonisolated(unsafe) let handle: OpaquePointer
    private let prepared = Mutex(Prepared())
    let catalog = Mutex(PostgresCatalog())
    private let words = Mutex<[String: Set<String>]>([:])

    private struct Prepared {
        struct Key: Hashable {
            let text: String
            let types: [Oid]
        }
        var names: [Key: String] = [:]
        var last = 0
    }

    /// Beyond this many, statements are prepared anew each time: lists of every length must not fill the server.
    private static let maximumPrepared = 1_000

    init(_ settings: PostgresSettings) throws(StorageError) {
        guard let handle = settings.connect() else { throw .unavailable("out of memory") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw lost()
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try simple(settings.preparation)
    }

    deinit {
        PQfinish(handle)
    }

    /// False when the server has hung up, also while the connection lay idle.
    var isAlive: Bool {
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while PQstatus(handle) == CONNECTION_OK {
            // The last word of a dying session can be read before its end can.
            guard poll(&descriptor, 1, 0) > 0 else { return true }
            guard PQconsumeInput(handle) == 1 else { return false }
            _ = PQisBusy(handle)
        }
        return false
    }

    /// The words of a statement; remembered, for the same statements come again and again.
    func words(in text: String) -> Set<String> {
        words.withLock { known in
            if let found = known[text] { return found }
            let found = PostgresTranslation.words(in: text)
            if known.count < Self.maximumPrepared { known[text] = found }
            return found
        }
    }

    var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs text without parameters by the simple protocol: changes of the schema, settings.
    func simple(_ text: String) throws(StorageError) {
        guard let pointer = PQexec(handle, text) else { throw lost() }
        let result = PostgresResult(pointer)
        guard result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK else {
            throw isAlive ? PostgresFailure(result, text: text).error : lost()
        }
    }

    /// The schema changed: plans and tables known are forgotten.
    func forget() throws(StorageError) {
        prepared.withLock { $0.names = [:] }
        catalog.withLock { $0 = PostgresCatalog() }
        try simple("DEALLOCATE ALL")
    }

    /// Sends all statements, then waits for all answers.
    func exchange(_ statements: [PostgresStatement]) -> PostgresExchange {
        guard !statements.isEmpty else { return PostgresExchange() }
        guard PQenterPipelineMode(handle) == 1 else {
            return PostgresExchange(failure: lost(), isConnectionLost: true)
        }
        var sent: [Sent] = []
        for statement in statements {
            guard send(statement, &sent) else { return PostgresExchange(failure: lost(), isConnectionLost: true) }
        }
        guard PQpipelineSync(handle) == 1 else { return PostgresExchange(failure: lost(), isConnectionLost: true) }
        let exchange = receive(sent)
        if !exchange.isConnectionLost { PQexitPipelineMode(handle) }
        return exchange
    }

    /// For one statement outside any transaction's bookkeeping.
    func ask(_ sql: SQL) throws(StorageError) -> [Row] {
        let exchange = exchange([PostgresStatement(sql)])
        if let failure = exchange.failure { throw failure }
        return exchange.results.first?.rows ?? []
    }

    func lost() -> StorageError {
        // libpq's words end with a line break.
        let words = String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: " ")
        return .unavailable("PostgreSQL: \(words)")
    }

    // MARK: Pipeline

    private enum Sent {
        case preparation(Prepared.Key, name: String)
        case execution(text: String)
    }

    private func send(_ statement: PostgresStatement, _ sent: inout [Sent]) -> Bool {
        let types = statement.parameters.map(\.type)
        let key = Prepared.Key(text: statement.sql.postgresText ?? statement.sql.text, types: types)
        let known = prepared.withLock { $0.names[key] }
        var name = known ?? ""
        if known == nil {
            // The name is taken at once, so that the same statement later in this pipeline finds it.
            name = prepared.withLock { prepared in
                guard prepared.names.count < Self.maximumPrepared else { return "" }
                prepared.last += 1
                let name = "q\(prepared.last)"
                prepared.names[key] = name
                return name
            }
            let text = PostgresTranslation.text(of: statement.sql)
            guard PQsendPrepare(handle, name, text, Int32(types.count), types) == 1 else { return false }
            sent.append(.preparation(key, name: name))
        }
        sent.append(.execution(text: key.text))
        return withBytes(of: statement.parameters) { values, lengths, formats in
            PQsendQueryPrepared(handle, name, Int32(types.count), values, lengths, formats, 1) == 1
        }
    }

    private func receive(_ sent: [Sent]) -> PostgresExchange {
        var exchange = PostgresExchange()
        for entry in sent {
            guard let pointer = PQgetResult(handle) else {
                exchange.failure = exchange.failure ?? lost()
                exchange.isConnectionLost = true
                forgetPreparations(of: sent)
                return exchange
            }
            let result = PostgresResult(pointer)
            while let more = PQgetResult(handle) { PQclear(more) }
            let isGood = result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK
            switch entry {
            case .preparation(let key, _) where !isGood:
                prepared.withLock { $0.names[key] = nil }
                exchange.fail(result, key.text)
            case .preparation: break
            case .execution(let text):
                if isGood { exchange.results.append(result) } else { exchange.fail(result, text) }
            }
        }
        if let sync = PQgetResult(handle) { PQclear(sync) }
        if PQstatus(handle) != CONNECTION_OK {
            exchange.failure = exchange.failure ?? lost()
            exchange.isConnectionLost = true
        }
        return exchange
    }

    private func forgetPreparations(of sent: [Sent]) {
        for case .preparation(let key, _) in sent { prepared.withLock { $0.names[key] = nil } }
    }

    /// Lays the parameters' bytes out as libpq wants them, all in binary.
    private func withBytes(
        of parameters: [PostgresParameter],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Bool
    ) -> Bool {
        var buffer: [UInt8] = []
        var lengths: [Int32] = []
        for parameter in parameters {
            let start = buffer.count
            switch parameter {
            case .value(let value): buffer.append(value)
            case .array(_, let bytes): buffer += bytes
            }
            lengths.append(Int32(buffer.count - start))
        }
        buffer.append(0)
        let formats = [Int32](repeating: 1, count: parameters.count)
        return buffer.withUnsafeBytes { bytes in
            var offset = 0
            let values: [UnsafePointer<CChar>?] = parameters.enumerated().map { position, parameter in
                defer { offset += Int(lengths[position]) }
                return parameter.isNull
                    ? nil : bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
            }
            return body(values, lengths, formats)
        }
    }
}

extension PostgresExchange {
    /// The first error counts; what came after it was only skipped.
    mutating func fail(_ result: PostgresResult, _ text: String) {
        guard failure == nil else { return }
        failure = PostgresFailure(result, text: text).error
    }
}
