import EventLog
import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/done`: where every act ends. What was done, which entry of the log holds it, who is next and by when, a slip to print.
///
/// The address says which entry and where to go on; time and thing are read from the entry, so a page opened again, or by
/// somebody else, says the same, and an address somebody made up says nothing that the log does not.
enum DoneDoors {
    static let path = "/done"

    /// `then`: the page the act leads to.
    static func address(_ command: String, entries: [Int64], then: String) -> String {
        Links.address(
            path, query: ["act": command, "entry": entries.first.map { String($0) } ?? "", "then": then])
    }

    static let all: [Door] = [
        .get(path) { door, ask in
            guard ask.caller.principal != nil else { throw ServerRejection.notSignedIn.rejection }
            guard let command = door.access.commands.first(where: { $0.name == ask.query["act"] }) else {
                throw ServerRejection.notFound.rejection
            }
            let entry = try AddressNumber.index.read(ask.query["entry"], named: "entry")
            let access = door.access
            let written = try await door.threads.runIfActive { try entry.map { try read($0, access) } }
            return try await door.show(page(command.title, written, ask.page(), ask), ask.page(), ask)
        }
    ]

    /// What the log says of an entry, and who is next on its thing.
    private struct Written: Sendable {
        let entry: Int64
        let at: Instant
        let next: NextStep?
    }

    private static func read(_ entry: Int64, _ access: HouseAccess) throws -> Written {
        guard let bytes = try access.log.leaf(entry) else { throw ServerRejection.notFound.rejection }
        let leaf = try Leaf(decoding: bytes)
        return Written(entry: entry, at: leaf.at, next: try access.nextStep(leaf.stream))
    }

    private static func page(_ title: Message, _ written: Written?, _ request: PageRequest, _ ask: Ask) -> Page {
        let next = written?.next
        let number = written.map { written -> HTML in
            .link(request(DoorText.entryNumber(request.format.count(written.entry))), to: "/log/\(written.entry)")
        }
        var facts: [FactList.Fact] = [
            .init(DoorText.inTheLog, number, note: written == nil ? DoorText.doneBefore : DoorText.entryProved),
            .init(DoorText.doneAt, written.map { HTML.time($0.at, request.language) }),
        ]
        if let next {
            facts.append(.init(DoorText.nextIs, "\(next.who, request.language)", note: next.what))
            facts.append(.init(DoorText.nextBy, next.by.map { HTML.time($0, request.language) }))
        } else {
            facts.append(.init(DoorText.nextIs, "\(DoorText.nobodyNext, request.language)"))
        }
        return Page(
            title, request,
            [
                Confirmation(
                    title, subject: next?.subject, facts,
                    actions: [
                        Action(DoorText.goOn, to: LocalPath.safe(ask.query["then"] ?? "/"), isPrimary: true),
                        Action(DoorText.toDesk, to: "/"),
                    ]),
                Paragraph(DoorText.printSlip),
            ])
    }
}
