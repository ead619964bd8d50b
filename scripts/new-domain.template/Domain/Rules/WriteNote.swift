package import Kernel
package import Storage

/// Writes something down about a place. Replace this verb by the room's first one.
package struct WriteNote: __Name__Command {
    package let note: NoteID
    package let place: DivisionID
    package let text: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            note: pass.value("note", \.note), place: pass.value("place", \.place), text: pass.value("text", \.text))
    }

    package static let name = "writeNote"
    package static var title: Message { __Name__Text.writeNote }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [__Name__Refusal] = [.placeUnknown, .noteExists, .textMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("__name__", note.text) }

    /// What the register knows of the place.
    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: __Name__.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: __Name__.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<__Name__>]
    {
        guard facts.isKnownPlace else { throw __Name__Refusal.placeUnknown(place) }
        guard state.note == nil else { throw __Name__Refusal.noteExists(note) }
        guard !text.allSatisfy(\.isWhitespace) else { throw __Name__Refusal.textMissing() }
        return [NoteWritten(note: note, place: place, text: text)]
    }
}

/// Something was written down about a place.
package struct NoteWritten: __Name__Event {
    package let note: NoteID
    package let place: DivisionID
    package let text: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            note: pass.value("note", \.note), place: pass.value("place", \.place), text: pass.value("text", \.text))
    }

    package static let name = "noteWritten"
    package var division: DivisionID? { place }

    package func change(_ state: inout __Name__.State, at instant: Instant) {
        state.note = Note(id: note, place: place, text: text)
    }
}
