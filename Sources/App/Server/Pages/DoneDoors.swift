import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/done`: where every act ends. What was done, which entry of the log holds it, who is next and by when, a slip to print.
///
/// The address says which entry and where to go on; all else is read from the log and the store, so a page opened again, or by
/// somebody else, says the same.
enum DoneDoors {
    static let path = "/done"

    /// `then`: the page the act leads to. Nil when nothing was written.
    static func address(_ command: String, entries: [Int64], stream: String, then: String) -> String {
        Links.address(
            path,
            query: [
                "act": command, "entry": entries.first.map { String($0) } ?? "", "of": stream, "then": then,
                "count": String(entries.count),
            ])
    }

    static let all: [Door] = [
        .get(path) { door, ask in
            guard ask.caller.principal != nil else { throw ServerRejection.notSignedIn.rejection }
            let request = ask.page()
            guard let command = door.access.commands.first(where: { $0.name == ask.query["act"] }) else {
                throw ServerRejection.notFound.rejection
            }
            let access = door.access
            let stream = ask.query["of"] ?? ""
            let next = try await door.threads.runIfActive { try access.nextStep(stream) }
            return try await door.show(page(command.title, next, request, ask), request, ask)
        }
    ]

    private static func page(_ title: Message, _ next: NextStep?, _ request: PageRequest, _ ask: Ask) -> Page {
        let entry = (try? AddressNumber.index.read(ask.query["entry"], named: "entry")).flatMap { $0 }
        let number = entry.map { entry -> HTML in
            .link(request(DoorText.entryNumber(request.format.count(entry))), to: "/log/\(entry)")
        }
        var facts: [FactList.Fact] = [
            .init(DoorText.inTheLog, number, note: entry == nil ? DoorText.doneBefore : DoorText.entryProved),
            .init(DoorText.doneAt, HTML.time(request.now, request.language)),
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
