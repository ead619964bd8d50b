import CLibPQ
import Glibc
import Storage

/// Where the server is and how a session is prepared.
struct PostgresSettings: Sendable {
    let url: String
    /// The schema our tables are in; nil leaves it to the server.
    let schema: String?
    /// Seconds after which a reader's statement is ended.
    let readerSeconds: Int

    func connect() -> OpaquePointer? {
        let words = self.words
        return withPointers(words.map(\.0)) { names in
            withPointers(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
    }

    /// What libpq is told. Later words win: what the URL says of these goes before.
    var words: [(name: String, value: String)] {
        let mode = needsProof ? [("sslmode", "verify-full")] : []
        return mode + [
            ("connect_timeout", "5"), ("application_name", "qianmo"), ("client_encoding", "UTF8"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "8000"), ("dbname", url),
        ]
    }

    /// Whether the server is on another machine: then it proves who it is by a certificate, unless the URL or PGSSLMODE says
    /// otherwise. libpq alone would go on without.
    private var needsProof: Bool {
        guard getenv("PGSSLMODE") == nil, let options = PQconninfoParse(url, nil) else { return false }
        defer { PQconninfoFree(options) }
        var hosts: [Substring] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val.map({ String(cString: $0) }),
                ["host", "hostaddr"].contains(String(cString: keyword))
            {
                hosts += value.split(separator: ",")
            }
            option += 1
        }
        if hosts.isEmpty, let named = getenv("PGHOST") { hosts = String(cString: named).split(separator: ",") }
        return hosts.contains { host in
            !(host.hasPrefix("/") || host.hasPrefix("@") || host.hasPrefix("127.")
                || ["localhost", "::1"].contains(host))
        }
    }

    /// A writer that fell silent must not hold its lock for ever, so the server looks after it every few seconds. The
    /// log is only as good as its flush, so a server that answers before it is told to wait.
    var preparation: String {
        """
        SET statement_timeout = '\(readerSeconds)s';
        SET idle_in_transaction_session_timeout = '60s';
        SET tcp_keepalives_idle = 4;
        SET tcp_keepalives_interval = 1;
        SET tcp_keepalives_count = 3;
        SET cursor_tuple_fraction = 1;
        SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local');
        """ + (schema.map { "SET search_path TO \"\($0)\";" } ?? "")
    }

    private func withPointers<Result>(
        _ words: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        var flat: [CChar] = []
        var starts: [Int] = []
        for word in words {
            starts.append(flat.count)
            flat += word.utf8CString
        }
        return flat.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { list in
                guard let start = list.baseAddress else { preconditionFailure("a list with its end mark is not empty") }
                return body(start)
            }
        }
    }
}
