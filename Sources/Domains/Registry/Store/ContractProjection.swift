import Kernel
import Storage

/// Writes contracts and certificates. A contract ends its lot's hold on the asset and lets it for the term.
enum ContractProjection {
    static func write(_ event: ContractRegistered, in tx: any WriteTransaction) throws {
        let terms = event.terms
        let right: AssetRight = try tx.get("SELECT asset_right FROM asset WHERE id = \(terms.asset)")
        let way = terms.way ?? (right == .ownership ? .lease : .other)
        try tx.run(
            """
            INSERT INTO contract (id, lot, asset, division, lessor, lessee, category, way, starts, ends,
                unit_price_fen, total_fen, contract_use)
            VALUES (\(event.contract), \(terms.lot), \(terms.asset), \(event.division), \(terms.lessor),
                \(terms.lessee), \(terms.category), \(way), \(terms.start), \(terms.end), \(terms.unitPrice),
                \(terms.total), \(terms.use))
            """)
        for part in terms.instalments {
            try tx.append(
                [event.contract.sqlValue, part.number.sqlValue, part.due.sqlValue, part.amount.sqlValue],
                to: "contract_instalment")
        }
        try tx.run(
            """
            UPDATE asset SET reserved_by = NULL, contract = \(event.contract), leased_until = \(terms.end)
            WHERE id = \(terms.asset)
            """)
    }

    static func write(_ event: ContractAuthenticated, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO certificate (number, contract, lot, level, county, year, serial, issued_at)
            VALUES (\(event.number), \(event.contract), \(event.lot), \(event.level), \(event.county), \(event.year),
                \(event.serial), \(entry.at))
            """)
        try tx.run("UPDATE contract SET certificate = \(event.number) WHERE id = \(event.contract)")
        try tx.append(
            [event.number.sqlValue, .integer(1), .text(""), entry.at.sqlValue, entry.office.sqlValue],
            to: "certificate_print")
    }

    static func write(_ event: CertificateReprinted, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.append(
            [
                event.number.sqlValue, event.print.sqlValue, event.reason.sqlValue, entry.at.sqlValue,
                entry.office.sqlValue,
            ], to: "certificate_print")
    }
}
