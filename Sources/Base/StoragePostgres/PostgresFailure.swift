import CLibPQ
import Storage

/// An error of the server by its SQLSTATE.
struct PostgresFailure {
    let state: String
    let message: String
    let text: String

    init(_ result: PostgresResult, text: String) {
        func field(_ code: Character) -> String {
            let number = Int32(code.asciiValue ?? 0)
            return PQresultErrorField(result.pointer, number).map { String(cString: $0) } ?? ""
        }
        state = field("C")
        // Data exceptions (class 22) quote the value in their message, and it may be somebody's name.
        message = state.hasPrefix("22") ? "a value does not fit" : field("M")
        self.text = text
    }

    /// A statement's error: what it did is undone.
    var error: StorageError {
        let description = "PostgreSQL \(state): \(message) [\(text)]"
        switch state.prefix(2) {
        // Connection, authorisation, no such database, resources, operator intervention, system, internal error.
        case "08", "28", "3D", "53", "57", "58", "XX", "40", "": return .unavailable(description)
        default: return state == "25006" ? .unavailable(description) : .failed(description)
        }
    }
}
