import EventLog
import Kernel
import Storage

/// Which events name which papers: a view of the log, of every event whose fields are papers.
enum PaperIndex {
    /// One event that names a paper.
    struct Use {
        let entry: Int64
        let event: String
        let stream: String
        let division: DivisionID?
        let isPublic: Bool
    }

    static let table: [SQL] = [
        """
        CREATE TABLE paper_use (
            paper TEXT NOT NULL,
            entry INTEGER NOT NULL,
            path TEXT NOT NULL,
            event TEXT NOT NULL,
            stream TEXT NOT NULL,
            division TEXT,
            is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
            PRIMARY KEY (paper, entry, path)
        ) STRICT
        """
    ]

    /// The rows of one event: `fields` are its own, `paths` those that are papers.
    static func note(
        _ fields: JSON, _ papers: ModuleSet.Papers, event: String, entry: Int64, stream: StreamID,
        division: DivisionID?, in tx: any WriteTransaction
    ) throws {
        for path in papers.paths {
            for found in fields.texts(at: Substring(path)) where found.text.isSHA256Hex {
                try tx.run(
                    """
                    INSERT INTO paper_use (paper, entry, path, event, stream, division, is_public)
                    VALUES (\(found.text), \(entry), \(found.path), \(event), \(stream.description), \(division?.text),
                        \(papers.audience == .everyone ? 1 : 0))
                    """)
            }
        }
    }

    /// Of the events that were written before there was this table.
    static func fill(_ modules: ModuleSet, in tx: any WriteTransaction) throws {
        var leaves: [(Int64, [UInt8])] = []
        try LogStore.each(from: 0, to: Int64.max, in: tx) { index, _, bytes in
            guard let leaf = try? Leaf(decoding: bytes), modules.papers[leaf.kind] != nil else { return }
            leaves.append((index, bytes))
        }
        for (index, bytes) in leaves {
            let leaf = try Leaf(decoding: bytes)
            guard let papers = modules.papers[leaf.kind] else { continue }
            try note(
                .object(leaf.fields), papers, event: leaf.kind, entry: index, stream: leaf.stream,
                division: leaf.division, in: tx)
        }
    }

    /// Every event that names the paper, the first one first.
    static func list(_ mark: String, in tx: any ReadTransaction) throws -> [Use] {
        try tx.rows(
            """
            SELECT entry, event, stream, division, is_public FROM paper_use WHERE paper = \(mark)
            ORDER BY entry, path LIMIT 200
            """
        ).map { row in
            Use(
                entry: try row.get(0), event: try row.get(1), stream: try row.get(2),
                division: try row.find(3, as: String.self).flatMap { DivisionID($0) },
                isPublic: try row.get(4, as: Int64.self) == 1)
        }
    }

    /// A field of an event.
    struct Place {
        let entry: Int64
        let path: String
    }

    /// The papers that fields of events after `place` name, in order.
    static func named(after place: Place, limit: Int, in tx: any ReadTransaction) throws -> [(mark: String, at: Place)]
    {
        try tx.rows(
            """
            SELECT paper, entry, path FROM paper_use
            WHERE entry > \(place.entry) OR (entry = \(place.entry) AND path > \(place.path))
            ORDER BY entry, path LIMIT \(limit)
            """
        ).map { (try $0.get(0), Place(entry: try $0.get(1), path: try $0.get(2))) }
    }

    /// The papers that events of before a day name, in order of the first event: the log is in order of time, so the last such
    /// event is found by halving.
    static func named(before day: CivilDate, in tx: any ReadTransaction) throws -> [String] {
        var (low, high) = (Int64(0), try LogStore.findHead(in: tx)?.range.size ?? 0)
        while low < high {
            let middle = low + (high - low) / 2
            guard let bytes = try LogStore.leaf(middle, in: tx) else { break }
            if try Leaf(decoding: bytes).at.date < day { low = middle + 1 } else { high = middle }
        }
        return try tx.rows(
            "SELECT paper FROM paper_use WHERE entry < \(low) GROUP BY paper ORDER BY min(entry), paper"
        ).map { try $0.get(0) }
    }

    /// Every mark that an event names.
    static func marks(in tx: any ReadTransaction) throws -> [String] {
        try tx.rows("SELECT DISTINCT paper FROM paper_use ORDER BY paper").map { try $0.get(0) }
    }

    /// The papers about persons whose data were destroyed: a value about the person stood in every event that names them.
    static func ended(in tx: any ReadTransaction) throws -> [String] {
        let gone: SQL = """
            EXISTS (SELECT 1 FROM sealed_value s WHERE s.entry = u.entry AND s.path <> \(Leaf.actorPath)
                AND s.sealed = \([UInt8]()))
            """
        return try tx.rows(
            """
            SELECT DISTINCT u.paper FROM paper_use u WHERE \(gone) AND u.paper NOT IN
                (SELECT u.paper FROM paper_use u WHERE NOT \(gone)) ORDER BY u.paper
            """
        ).map { try $0.get(0) }
    }

    static func isNamed(_ mark: String, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT 1 FROM paper_use WHERE paper = \(mark) LIMIT 1") != nil
    }
}
