package import Kernel
import Registry
package import Storage

extension WriteNote {
    package func facts(on state: __Name__.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension NoteWritten {
    package func project(
        from standing: Void, to state: __Name__.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append([note.sqlValue, place.sqlValue, text.sqlValue, entry.at.sqlValue], to: "__name___note")
    }
}
