import Kernel
import Ledger
import Registry

/// What a registered contract will owe stands in the books from the same moment, under the contract's own name.
enum ContractOpensReceivable {
    static let policy = Policy("ContractOpensReceivable", on: ContractRegistered.self, gives: [OpenReceivable.self]) {
        registered, _ in
        guard !registered.terms.instalments.isEmpty else { return [] }
        let terms = registered.terms
        return [
            OpenReceivable(
                organisation: terms.lessor, receivable: ReceivableID(registered.contract.text),
                contract: registered.contract, debtor: terms.lessee, total: terms.total, start: terms.start,
                end: terms.end, instalments: terms.instalments)
        ]
    }
}
