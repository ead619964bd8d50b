import Kernel
package import Storage

extension DivisionOpened {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                place.sqlValue, parent?.sqlValue ?? .null, state.tree.path(of: place).sqlValue, level.sqlValue,
                kind.sqlValue, name.sqlValue, code.sqlValue, asOf.sqlValue, .null, .null,
            ], to: "division")
        try tx.append(
            [
                place.sqlValue, codeSystem.sqlValue, code.sqlValue, asOf.sqlValue, .null,
            ], to: "division_code")
        try tx.append(
            [place.sqlValue, asOf.sqlValue, name.sqlValue, kind.sqlValue],
            to: "division_name")
        if let parent {
            try tx.append(
                [place.sqlValue, asOf.sqlValue, parent.sqlValue], to: "division_parent")
        }
        try DivisionQueries.index(place, name, in: tx)
    }
}

extension DivisionClosed {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE division SET closed = \(asOf), successor = \(successor) WHERE id = \(place)
            """)
        try tx.run(
            "UPDATE division_code SET valid_to = \(asOf) WHERE division = \(place) AND valid_to IS NULL")
    }
}

extension DivisionRenamed {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE division SET name = \(name), kind = \(kind) WHERE id = \(place)")
        try tx.run(
            """
            INSERT INTO division_name (division, valid_from, name, kind)
            VALUES (\(place), \(asOf), \(name), \(kind))
            ON CONFLICT (division, valid_from) DO UPDATE SET name = excluded.name, kind = excluded.kind
            """)
        try tx.run("DELETE FROM division_gram WHERE division = \(place)")
        try DivisionQueries.index(place, name, in: tx)
    }
}

extension DivisionRecoded {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE division_code SET valid_to = \(asOf)
            WHERE division = \(place) AND code_system = \(codeSystem) AND valid_to IS NULL
            """)
        if let code {
            try tx.run(
                """
                INSERT INTO division_code (division, code_system, code, valid_from)
                VALUES (\(place), \(codeSystem), \(code), \(asOf))
                ON CONFLICT (division, code_system, valid_from) DO UPDATE SET code = excluded.code, valid_to = NULL
                """)
        }
        try tx.run(
            """
            UPDATE division SET code = coalesce((
                SELECT c.code FROM division_code c WHERE c.division = division.id AND c.valid_to IS NULL
                ORDER BY c.code_system DESC LIMIT 1), code)
            WHERE id = \(place)
            """)
    }
}

extension DivisionMoved {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // The state knows the new way only; what lies below still stands in the table by the old one.
        let old: String = try tx.get("SELECT path FROM division WHERE id = \(place)")
        let new = state.tree.path(of: place)
        try tx.run("UPDATE division SET parent = \(parent) WHERE id = \(place)")
        try tx.run(
            """
            UPDATE division SET path = CAST(\(new) AS TEXT) || substr(path, \(old.count + 1))
            WHERE \(DivisionQueries.within(old))
            """)
        try tx.run(
            """
            INSERT INTO division_parent (division, valid_from, parent)
            VALUES (\(place), \(asOf), \(parent))
            ON CONFLICT (division, valid_from) DO UPDATE SET parent = excluded.parent
            """)
    }
}

extension DivisionQueries {
    /// Lets a place be found by parts of its name.
    fileprivate static func index(_ id: DivisionID, _ name: String, in tx: any WriteTransaction) throws {
        for gram in DivisionQueries.grams(name.lowercased()) {
            try tx.append([gram.sqlValue, id.sqlValue], to: "division_gram")
        }
    }
}
