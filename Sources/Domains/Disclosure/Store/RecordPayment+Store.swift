package import Kernel
import Registry
package import Storage

extension RecordPayment {
    package func facts(on state: Disclosure.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try Disclosure.isKnown(division, in: tx))
    }
}

extension PaymentRecorded {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if payment.amount == .zero {
            try tx.run("DELETE FROM disclosed_payment WHERE contract = \(contract) AND number = \(payment.number)")
        } else {
            try payment.store(of: contract, place, in: tx)
        }
    }
}

extension Payment {
    /// Takes the place of what stood there for the same instalment.
    func store(of contract: ContractID, _ place: DivisionID, in tx: any WriteTransaction) throws {
        let changed = try tx.run(
            """
            UPDATE disclosed_payment SET due = \(due), amount_fen = \(amount), paid_fen = \(paid), paid_on = \(paidOn)
            WHERE contract = \(contract) AND number = \(number)
            """)
        guard changed == 0 else { return }
        try tx.run(
            """
            INSERT INTO disclosed_payment (contract, number, division, due, amount_fen, paid_fen, paid_on)
            VALUES (\(contract), \(number), \(place), \(due), \(amount), \(paid), \(paidOn))
            """)
    }
}
