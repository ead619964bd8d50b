import Kernel
import Storage

/// Writes what happens to places.
enum DivisionProjection {
    static func open(_ event: DivisionOpened, in tx: any WriteTransaction) throws {
        var path = "/"
        if let parent = event.parent {
            path = try tx.get("SELECT path FROM division WHERE id = \(parent)")
        }
        path += "\(event.division)/"
        try tx.append(
            [
                event.division.sqlValue, event.parent?.sqlValue ?? .null, path.sqlValue, event.level.sqlValue,
                event.kind.sqlValue, event.name.sqlValue, event.code.sqlValue, event.asOf.sqlValue, .null, .null,
            ], to: "division")
        try tx.append(
            [
                event.division.sqlValue, event.codeSystem.sqlValue, event.code.sqlValue, event.asOf.sqlValue, .null,
            ], to: "division_code")
        try tx.append(
            [event.division.sqlValue, event.asOf.sqlValue, event.name.sqlValue, event.kind.sqlValue],
            to: "division_name")
        if let parent = event.parent {
            try tx.append(
                [event.division.sqlValue, event.asOf.sqlValue, parent.sqlValue], to: "division_parent")
        }
        try index(event.division, event.name, in: tx)
    }

    static func close(_ event: DivisionClosed, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE division SET closed = \(event.asOf), successor = \(event.successor) WHERE id = \(event.division)
            """)
        try tx.run(
            "UPDATE division_code SET valid_to = \(event.asOf) WHERE division = \(event.division) AND valid_to IS NULL")
    }

    static func rename(_ event: DivisionRenamed, in tx: any WriteTransaction) throws {
        try tx.run(
            "UPDATE division SET name = \(event.name), kind = \(event.kind) WHERE id = \(event.division)")
        try tx.run(
            """
            INSERT INTO division_name (division, valid_from, name, kind)
            VALUES (\(event.division), \(event.asOf), \(event.name), \(event.kind))
            ON CONFLICT (division, valid_from) DO UPDATE SET name = excluded.name, kind = excluded.kind
            """)
        try tx.run("DELETE FROM division_gram WHERE division = \(event.division)")
        try index(event.division, event.name, in: tx)
    }

    static func recode(_ event: DivisionRecoded, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE division_code SET valid_to = \(event.asOf)
            WHERE division = \(event.division) AND code_system = \(event.codeSystem) AND valid_to IS NULL
            """)
        if let code = event.code {
            try tx.run(
                """
                INSERT INTO division_code (division, code_system, code, valid_from)
                VALUES (\(event.division), \(event.codeSystem), \(code), \(event.asOf))
                ON CONFLICT (division, code_system, valid_from) DO UPDATE SET code = excluded.code, valid_to = NULL
                """)
        }
        try tx.run(
            """
            UPDATE division SET code = coalesce((
                SELECT c.code FROM division_code c WHERE c.division = division.id AND c.valid_to IS NULL
                ORDER BY c.code_system DESC LIMIT 1), code)
            WHERE id = \(event.division)
            """)
    }

    /// Everything below moves along: paths are made of identities, so only their beginning changes.
    static func move(_ event: DivisionMoved, in tx: any WriteTransaction) throws {
        let old: String = try tx.get("SELECT path FROM division WHERE id = \(event.division)")
        let above: String = try tx.get("SELECT path FROM division WHERE id = \(event.parent)")
        let new = above + "\(event.division)/"
        try tx.run("UPDATE division SET parent = \(event.parent) WHERE id = \(event.division)")
        try tx.run(
            """
            UPDATE division SET path = CAST(\(new) AS TEXT) || substr(path, \(old.count + 1))
            WHERE \(DivisionQueries.within(old))
            """)
        try tx.run(
            """
            INSERT INTO division_parent (division, valid_from, parent)
            VALUES (\(event.division), \(event.asOf), \(event.parent))
            ON CONFLICT (division, valid_from) DO UPDATE SET parent = excluded.parent
            """)
    }

    private static func index(_ id: DivisionID, _ name: String, in tx: any WriteTransaction) throws {
        for gram in DivisionQueries.grams(name.lowercased()) {
            try tx.append([gram.sqlValue, id.sqlValue], to: "division_gram")
        }
    }
}
