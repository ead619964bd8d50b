import Kernel
package import Registry
package import Storage

/// Gathers the papers of a lot's file.
package enum FilingQueries {
    /// Nil before the certificate.
    package static func find(_ lot: LotID, in tx: any ReadTransaction) throws -> FilingPack? {
        guard let view = try LotQueries.findView(lot, in: tx), let id = view.contract,
            let contract = try ContractQueries.find(id, in: tx),
            let certificate = try CertificateQueries.find(of: id, in: tx)
        else { return nil }
        let instalments = try ContractQueries.listInstalments(of: id, in: tx)
        let steps = try tx.rows(
            """
            SELECT number, state, at, office, entry FROM lot_step WHERE lot = \(lot) AND number < coalesce(
                (SELECT min(f.number) FROM lot_step f WHERE f.lot = \(lot) AND f.state = 'filed'), 1000000)
            ORDER BY number
            """)
        var papers = [
            FilingPack.Paper("lot.json", JSON.object(try fields(of: view, tx)).canonicalText + "\n"),
            FilingPack.Paper("notices.txt", view.notices.map { FilingText.notice($0) }.joined(separator: "\n")),
            FilingPack.Paper("bids.csv", try bids(of: lot, tx)),
            FilingPack.Paper("contract.txt", FilingText.contract(contract, instalments, of: view)),
            FilingPack.Paper(
                "certificate.json",
                JSON.object([
                    "number": .string(certificate.number.text), "contract": .string(id.text),
                    "level": .string(certificate.level.rawValue), "issued": certificate.issued.field,
                ]).canonicalText + "\n"),
            FilingPack.Paper(
                "steps.csv",
                try csv(["number", "state", "at", "office", "entry"], steps) { row in
                    [
                        "\(try row.get(0, as: Int64.self))", try row.get(1),
                        try row.get(2, as: Instant.self).description,
                        try row.get(3), "\(try row.get(4, as: Int64.self))",
                    ]
                }),
        ]
        papers += try others(of: view, tx)
        // One entry may pass through several states; each entry has one receipt.
        let entries: [Int64] = try steps.map { try $0.get(4) }
        return FilingPack(
            lot: lot, papers: papers, entries: Set(entries).sorted(), certificate: certificate.number,
            at: certificate.issued)
    }

    private static func fields(of view: LotView, _ tx: any ReadTransaction) throws -> [String: JSON] {
        var fields: [String: JSON] = [
            "lot": .string(view.line.id.text), "asset": .string(view.asset.text),
            "assetName": .string(view.line.assetName),
            "owner": .string(view.owner.text), "village": .string(view.line.village.text),
            "villageName": .string(view.line.villageName), "handling": .string(view.line.handling.rawValue),
            "expectedTotalFen": .integer(view.expectedTotal.fen), "terms": .object(view.terms.openFields),
        ]
        fields["resolution"] = view.resolution.map { .string($0.text) }
        fields["belowFloor"] = view.belowFloor.map { .string($0) }
        fields["signOff"] = view.signOff.map { .string($0) }
        fields["paddle"] = view.paddle.map { .integer($0) }
        fields["priceFen"] = view.line.price.map { .integer($0.fen) }
        fields["totalFen"] = view.total.map { .integer($0.fen) }
        return fields
    }

    private static func bids(of lot: LotID, _ tx: any ReadTransaction) throws -> String {
        let rows = try tx.rows(
            """
            SELECT number, paddle, price_fen, at, moved_end_to, by_slip, entry FROM bid WHERE lot = \(lot)
            ORDER BY number
            """)
        return try csv(["number", "paddle", "priceFen", "at", "movedEndTo", "bySlip", "entry"], rows) { row in
            let numbers: [Int64] = try [0, 1, 2, 5, 6].map { try row.get($0) }
            let moved: Instant? = try row.find(4)
            return [
                "\(numbers[0])", "\(numbers[1])", "\(numbers[2])", try row.get(3, as: Instant.self).description,
                moved?.description ?? "", "\(numbers[3])", "\(numbers[4])",
            ]
        }
    }

    /// Only where there are any: points of a tender, objections with their answers, digests of what was handed in.
    private static func others(of view: LotView, _ tx: any ReadTransaction) throws -> [FilingPack.Paper] {
        var papers: [FilingPack.Paper] = []
        let scores = try tx.rows("SELECT paddle, points FROM lot_score WHERE lot = \(view.line.id) ORDER BY paddle")
        if !scores.isEmpty {
            papers.append(
                FilingPack.Paper(
                    "scores.csv",
                    try csv(["paddle", "points"], scores) {
                        ["\(try $0.get(0, as: Int64.self))", "\(try $0.get(1, as: Int64.self))"]
                    }))
        }
        if !view.objections.isEmpty {
            papers.append(
                FilingPack.Paper(
                    "objections.csv",
                    csv(["number", "raisedAt", "decision", "answer"], view.objections) {
                        ["\($0.number)", $0.raisedAt.description, $0.decision?.rawValue ?? "", $0.answer ?? ""]
                    }))
        }
        if !view.papers.isEmpty {
            papers.append(
                FilingPack.Paper(
                    "materials.csv",
                    csv(["material", "sha256", "at"], view.papers) {
                        [$0.material.rawValue, $0.digest, $0.at.description]
                    }))
        }
        return papers
    }

    /// Lines as RFC 4180 has them, ended by a single line feed.
    private static func csv<Row>(_ head: [String], _ rows: [Row], _ cells: (Row) throws -> [String]) rethrows -> String
    {
        let lines = try [head] + rows.map(cells)
        return lines.map { line in
            line.map(CSVCell.quoted).joined(separator: ",") + "\n"
        }.joined()
    }
}
