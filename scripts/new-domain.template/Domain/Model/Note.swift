package import Kernel

package enum NoteName {}
package typealias NoteID = Identifier<NoteName>

/// What somebody wrote down about a place.
package struct Note: Sendable, Hashable {
    package let id: NoteID
    package let place: DivisionID
    package let text: String
}
