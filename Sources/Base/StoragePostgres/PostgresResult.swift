import CLibPQ
import Storage

/// An answer of the server; its memory goes with the value.
final class PostgresResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int { Int(PQntuples(pointer)) }
    var columnCount: Int { Int(PQnfields(pointer)) }
    /// How many rows a statement changed.
    var changedCount: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
    /// What was done: `COMMIT`, or `ROLLBACK` where a commit was asked of a broken transaction.
    var command: String { String(cString: PQcmdStatus(pointer)) }

    var rows: [Row] {
        (0..<Int32(rowCount)).map { number in
            let cursor = PostgresCursor(result: pointer, row: number)
            return Row((0..<columnCount).map { cursor.value($0) })
        }
    }
}

/// A row of an answer that somebody else keeps alive.
struct PostgresCursor: RowCursor {
    let result: OpaquePointer
    let row: Int32

    func integer(_ column: Int) -> Int64 {
        if case .integer(let number) = value(column) { number } else { 0 }
    }

    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func blob(_ column: Int) -> [UInt8] { [UInt8](bytes(column)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

    func value(_ column: Int) -> SQLValue {
        guard !isNull(column) else { return .null }
        let bytes = bytes(column)
        switch PQftype(result, Int32(column)) {
        case PostgresType.int8: return .integer(PostgresReader(bytes: bytes).integer(at: 0, size: 8))
        case PostgresType.int4: return .integer(PostgresReader(bytes: bytes).integer(at: 0, size: 4))
        case PostgresType.int2: return .integer(PostgresReader(bytes: bytes).integer(at: 0, size: 2))
        case PostgresType.bool: return .integer(bytes.first == 1 ? 1 : 0)
        case PostgresType.numeric: return PostgresReader(bytes: bytes).numeric()
        case PostgresType.bytea: return .blob([UInt8](bytes))
        default: return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
    }
}
