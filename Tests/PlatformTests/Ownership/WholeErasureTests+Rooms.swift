import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// What is planted in the rooms that know people by things of their own: the clean-up, the books, the market, the school, the
/// board.
struct PlantedRooms {
    static let planted: [String: [String]] = [
        "cleanup.enterFoundContract.lessee": ["Planted Lessee", "Planted Heir"],
        "cleanup.billHousehold.name": ["Planted Household"],
        "cleanup.recordClaim.name": ["Planted Debtor"],
        "ledger.recordStatementLine.counterparty": ["Planted Payer"],
        "ledger.recordStatementLine.counterAccount": ["6217009988776655443"],
        "ledger.recordStatementLine.remark": ["Planted remark"],
        "ledger.registerInvoice.seller": ["Planted Seller"],
        "ledger.registerInvoice.sellerCode": ["9114PLANTED"],
        "labour.registerEmployer.name": ["Planted Farmer"],
        "labour.registerEmployer.phone": ["13712340988"],
        "skills.registerTrainer.name": ["Planted Trainer"],
    ]

    static let invoice = "24512000000000000077"

    let house: DemoHouse

    private func give(_ office: String, _ command: String, _ arguments: JSON, _ wanted: Int? = nil) async throws {
        let number = try await house.give(office, command, arguments)
        #expect(number == wanted, "\(command) as \(office)")
    }

    func live() async throws {
        let organisation: JSON = "hetou-collective"
        func found(_ lessee: String) -> JSON {
            [
                "case": "s-1", "organisation": organisation, "row": 1, "object": "河滩地", "lessee": .string(lessee),
                "problems": [],
            ]
        }
        try await give("hetou-clerk", "cleanup.enterFoundContract", found("Planted Lessee"))
        try await give("hetou-clerk", "cleanup.enterFoundContract", found("Planted Heir"))
        try await give(
            "hetou-clerk", "cleanup.billHousehold",
            [
                "bill": "b-1", "organisation": organisation, "household": "h-1", "name": "Planted Household",
                "category": "旱地", "found": 15_000, "guidePriceFen": 10_000, "priceBasis": "2026", "months": 12,
            ])
        let day = DemoHouse.base.date.field
        try await give(
            "hetou-clerk", "cleanup.recordClaim",
            [
                "claim": "c-1", "organisation": organisation, "side": "claim", "party": "h-1",
                "name": "Planted Debtor", "kind": "rent", "amountFen": 5_000, "arose": "2026-01-01",
                "due": "2026-02-01", "proof": "note",
            ])
        try await give(
            "hetou-accountant", "ledger.recordStatementLine",
            [
                "organisation": organisation, "line": "l-1", "account": "102", "date": .string(try booked().day),
                "receivedFen": .integer(try booked().amount), "counterparty": "Planted Payer",
                "counterAccount": "6217009988776655443", "remark": "Planted remark",
            ])
        try await give(
            "hetou-accountant", "ledger.registerInvoice",
            [
                "organisation": organisation, "number": .string(Self.invoice), "issued": day, "netFen": 9_500,
                "taxFen": 0, "grossFen": 9_500, "seller": "Planted Seller", "sellerCode": "9114PLANTED",
                "digest": .string(String(repeating: "d", count: 64)),
            ])
        try await give(
            "hetou-clerk", "labour.registerEmployer",
            [
                "employer": "e-1", "kind": "household", "place": "p140498102201", "name": "Planted Farmer",
                "phone": "13712340988",
            ])
        try await give(
            "county-intake", "skills.registerTrainer",
            ["trainer": "t-9", "place": "p140498", "name": "Planted Trainer", "body": "county"])
        try await give(
            "hetou-clerk", "disclosure.raiseObjection",
            ["notice": "hetou-lot-notice-1", "objection": "o-desk", "text": "Planted desk words"])
    }

    /// A voucher that moved money on the bank account of the village.
    private func booked() throws -> (voucher: String, day: String, amount: Int64) {
        let row = try house.database.read { tx in
            try tx.first(
                """
                SELECT v.voucher, v.date, l.debit_fen FROM voucher v
                JOIN voucher_line l ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
                WHERE v.organisation = 'hetou-collective' AND l.account = '102' AND l.debit_fen > 0
                ORDER BY v.month, v.number LIMIT 1
                """)
        }
        let found = try #require(row)
        return (try found.get(0), try found.get(1), try found.get(2))
    }

    /// Each waits until its thing is done; then it is done once.
    func erase() async throws {
        let organisation: JSON = "hetou-collective"
        let county = "county-intake"
        let names: [(JSON, String, JSON)] = [
            (["kind": "case", "thing": "s-1"], "cleanup.closeContractCase", ["case": "s-1"]),
            (
                ["kind": "bill", "thing": "b-1"], "cleanup.payBill",
                ["bill": "b-1", "paidOn": DemoHouse.base.date.field, "reference": "R-1"]
            ),
            (
                ["kind": "claim", "thing": "c-1"], "cleanup.payClaim",
                ["claim": "c-1", "amountFen": 5_000, "on": DemoHouse.base.date.field, "reference": "R-2"]
            ),
        ]
        for (name, done, arguments) in names {
            try await give(county, "cleanup.eraseName", name, 11_056)
            try await give("hetou-clerk", done, arguments)
            try await give(county, "cleanup.eraseName", name)
            try await give(county, "cleanup.eraseName", name, 11_057)
        }
        let line: JSON = ["organisation": organisation, "line": "l-1"]
        try await give(county, "ledger.eraseCounterparty", line, 4_715)
        try await give(
            "hetou-accountant", "ledger.matchBank",
            [
                "organisation": organisation, "account": "102", "lines": ["l-1"],
                "vouchers": .array([.string(try booked().voucher)]),
            ])
        try await give(county, "ledger.eraseCounterparty", line, 4_716)
        let ordered: JSON = ["organisation": organisation, "line": "l-1", "order": "(2026) 12"]
        try await give(county, "ledger.eraseCounterparty", ordered)
        try await give(county, "ledger.eraseCounterparty", ordered, 4_714)
        let seller: JSON = ["organisation": organisation, "number": .string(Self.invoice), "order": "(2026) 12"]
        try await give(county, "ledger.eraseSeller", seller)
        try await give(county, "ledger.eraseSeller", seller, 4_717)
        try await give(county, "labour.eraseEmployer", ["employer": "e-1"])
        try await give(county, "labour.eraseEmployer", ["employer": "e-1"], 7_104)
        try await give(county, "skills.eraseTrainer", ["trainer": "t-9"])
        try await give(county, "skills.eraseTrainer", ["trainer": "t-9"], 8_101)
        let objection: JSON = ["notice": "hetou-lot-notice-1", "objection": "o-desk"]
        try await give(county, "disclosure.eraseObjection", objection, 5_025)
        try await give(
            "hetou-clerk", "disclosure.answerObjection",
            ["notice": "hetou-lot-notice-1", "objection": "o-desk", "answerZh": "已核实。"])
        try await give(county, "disclosure.eraseObjection", objection)
        try await give(county, "disclosure.eraseObjection", objection, 5_023)
    }
}
