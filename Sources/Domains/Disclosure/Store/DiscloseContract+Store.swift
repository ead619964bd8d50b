package import Kernel
package import Storage

extension DiscloseContract {
    package func facts(on state: Disclosure.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try Disclosure.isKnown(division, in: tx))
    }
}

extension ContractDisclosed {
    package func project(
        from standing: Void, to state: Disclosure.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for instalment in instalments { try instalment.store(of: contract, place, in: tx) }
    }
}
