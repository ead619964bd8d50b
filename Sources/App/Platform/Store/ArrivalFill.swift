import EventLog
import Kernel
import Registry
import Storage

/// Money that was entered before there was a table of it (record 0530): read from the leaves, of which each says in the
/// open what came in.
enum ArrivalFill {
    static func fill(in tx: any WriteTransaction) throws {
        var entries: [(index: Int64, leaf: Leaf)] = []
        try LogStore.each(from: 0, to: Int64.max, in: tx) { index, _, bytes in
            if let leaf = try? Leaf(decoding: bytes), kinds.contains(leaf.kind) { entries.append((index, leaf)) }
        }
        // A deposit's event tells the sum of what came in parts.
        var deposits: [String: Int64] = [:]
        for (index, leaf) in entries {
            guard let arrival = try arrival(leaf, &deposits, in: tx) else { continue }
            let entry = EntryHeader(
                index: index, at: leaf.at, stream: leaf.stream, office: leaf.office, role: leaf.role)
            try BankArrivals.note(arrival, entry, in: tx)
        }
    }

    private static let kinds: Set<String> = [
        "exchange.depositRecorded", "exchange.paymentRecorded", "ledger.instalmentSettled", "cleanup.billPaid",
        "cleanup.claimLowered", "skills.subsidyRepaid",
    ]

    private static func arrival(_ leaf: Leaf, _ deposits: inout [String: Int64], in tx: any ReadTransaction) throws
        -> BankArrival?
    {
        func text(_ name: String) -> String { leaf.fields[name]?.string ?? "" }
        func made(
            _ kind: ArrivalKind, _ thing: String, part: Int64 = 0, account: String, place: String,
            reference: String = "reference", fen: Int64? = nil
        ) -> BankArrival? {
            guard let place = DivisionID(place), let amount = fen ?? leaf.fields["amountFen"]?.integer else {
                return nil
            }
            return BankArrival(
                reference: text(reference), amount: Money(fen: amount), account: account, place: place, kind: kind,
                thing: thing, part: part)
        }
        switch leaf.kind {
        case "exchange.depositRecorded":
            let (bidder, sum) = (text("bidder"), leaf.fields["amountFen"]?.integer ?? 0)
            let village: String? = try tx.find(
                "SELECT l.village FROM bidder b JOIN lot l ON l.id = b.lot WHERE b.id = \(bidder)")
            guard let village else { return nil }
            let before = deposits.updateValue(sum, forKey: bidder) ?? 0
            return made(
                .deposit, "bidder/\(bidder)", account: BankArrival.exchangeAccount, place: village, fen: sum - before)
        case "exchange.paymentRecorded":
            return made(
                .firstPayment, "contract/\(text("contract"))", account: text("owner"), place: text("village"))
        case "ledger.instalmentSettled":
            return made(
                .instalment, "contract/\(text("contract"))", part: leaf.fields["number"]?.integer ?? 0,
                account: text("organisation"), place: text("division"), reference: "bankReference")
        case "cleanup.billPaid":
            return made(
                .bill, "bill/\(text("bill"))", account: text("organisation"), place: text("division"))
        case "cleanup.claimLowered":
            guard text("side") == "claim", text("move") == "paid" else { return nil }
            return made(
                .claim, "claim/\(text("claim"))", account: text("organisation"), place: text("division"))
        default:
            return made(
                .repayment, "subsidyClaim/\(text("claim"))", account: BankArrival.subsidyAccount, place: text("place"))
        }
    }
}
