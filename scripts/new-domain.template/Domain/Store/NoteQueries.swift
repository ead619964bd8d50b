import Kernel
import Storage

enum NoteQueries {
    /// The latest first.
    static func list(limit: Int, in tx: any ReadTransaction) throws -> [Note] {
        try tx.rows("SELECT id, place, text FROM __name___note ORDER BY written_at DESC, id LIMIT \(limit)").map {
            Note(id: try $0.get(0), place: try $0.get(1), text: try $0.get(2))
        }
    }
}
