import Kernel
package import Storage

extension IssuerKeyProposed {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM skills_issuer_key WHERE number = \(number)")
        try tx.run(
            """
            INSERT INTO skills_issuer_key (number, ending, proposed_at) VALUES (\(number), \(ending), \(entry.at))
            """)
    }
}

extension IssuerKeyRotated {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_issuer_key SET ended_at = \(entry.at) WHERE number = \(number)")
    }
}

extension SkillsQueries {
    /// Every key there has been, the one in force last.
    static func listIssuerKeys(in tx: any ReadTransaction) throws -> [IssuerKey] {
        let ended: [IssuerKey] = try tx.rows(
            "SELECT number, ended_at, ending FROM skills_issuer_key WHERE ended_at IS NOT NULL ORDER BY number"
        ).map { IssuerKey(number: try $0.get(0), until: try $0.get(1), ending: try $0.get(2)) }
        let all = ended + [IssuerKey(number: Int64(ended.count) + 1)]
        return all.enumerated().map { position, key in
            IssuerKey(
                number: key.number, from: position == 0 ? nil : all[position - 1].until, until: key.until,
                ending: key.ending)
        }
    }

    /// What was proposed for the key in force, and when.
    static func findKeyProposal(in tx: any ReadTransaction) throws -> (ending: KeyEnding, at: Instant)? {
        try tx.first("SELECT ending, proposed_at FROM skills_issuer_key WHERE ended_at IS NULL").map {
            (try $0.get(0), try $0.get(1))
        }
    }
}
