import Kernel
package import Storage

extension TablesMended {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // What was mended is what the other entries say; this one only says so.
    }
}
