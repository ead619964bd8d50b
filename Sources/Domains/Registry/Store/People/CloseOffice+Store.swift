package import Kernel
package import Storage

extension CloseOffice {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(office: try OfficeQueries.find(office, in: tx))
    }
}

extension OfficeClosed {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE office SET is_open = 0 WHERE id = \(office)")
    }
}
