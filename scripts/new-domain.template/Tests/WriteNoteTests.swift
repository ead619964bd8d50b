import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import __Name__

@Suite("Notes") struct WriteNoteTests {
    private static let clerk = Principal(
        person: named("clerk"), role: .villageClerk, office: named("desk"), division: named("village"))

    private static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    private func room() throws -> ModuleRunner<__Name__> {
        let database = try temporaryDatabase()
        try Migrator(Registry.migrations + __Name__.migrations).migrate(database, at: Instant(milliseconds: 0))
        return ModuleRunner(database, now: Instant(milliseconds: 1_700_000_000_000))
    }

    private func note(_ text: String) -> WriteNote {
        WriteNote(note: Self.named("note-1"), place: Self.named("village"), text: text)
    }

    @Test("A note about a place that nobody registered is refused, and writes nothing")
    func unknownPlace() throws {
        let room = try room()
        room.expectRefusal(.placeUnknown, note("Rain."), by: Self.clerk)
        #expect(room.events.isEmpty)
    }

    @Test("A note says something, and its number is used once")
    func rules() throws {
        let context = Context(
            now: Instant(milliseconds: 0), principal: Self.clerk, calendar: .announced, sequence: 0, marks: .practice)
        let facts = WriteNote.Facts(isKnownPlace: true)
        var state = __Name__.State()
        #expect(throws: __Name__Refusal.textMissing()) { try note(" ").decide(state, facts, context) }
        let events = try note("Rain.").decide(state, facts, context)
        for event in events { event.change(&state, at: context.now) }
        #expect(state.note?.text == "Rain.")
        #expect(throws: __Name__Refusal.noteExists("note-1")) { try note("Sun.").decide(state, facts, context) }
    }
}
