import EventLog
import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/done`: where every act ends. What was done, which entry of the log holds it, who is next and by when, a slip to print.
///
/// The address says which entry and where to go on; time and thing are read from the entry, so a page opened again, or by
/// somebody else, says the same, and an address somebody made up says nothing that the log does not.
enum DoneEndpoints {
    static let path = "/done"

    /// `then`: the page the act leads to.
    static func address(_ command: String, entries: [Int64], then: String) -> String {
        Links.address(
            path, query: ["act": command, "entry": entries.first.map { String($0) } ?? "", "then": then])
    }

    static let all: [Endpoint] = [
        .get(path) { server, incoming in
            guard incoming.caller.principal != nil else { throw ServerRejection.notSignedIn.rejection }
            guard let command = server.access.commands.first(where: { $0.name == incoming.query["act"] }) else {
                throw ServerRejection.notFound.rejection
            }
            let entry = try AddressNumber.index.read(incoming.query["entry"], named: "entry")
            let access = server.access
            let written = try await server.threads.runIfActive { try entry.map { try read($0, access) } }
            let then = LocalPath.safe(incoming.query["then"] ?? "/")
            return try await server.show(
                page(command.title, written, way(to: then, server.table), incoming.page()), incoming.page(), incoming)
        }
    ]

    /// What the log says of an entry, and who is next on its thing.
    private struct Written: Sendable {
        let entry: Int64
        let at: Instant
        /// What it was done to.
        let thing: String?
        let next: NextStep?
    }

    private static func read(_ entry: Int64, _ access: InstallationAccess) throws -> Written {
        guard let bytes = try access.log.leaf(entry) else { throw ServerRejection.notFound.rejection }
        let leaf = try Leaf(decoding: bytes)
        let next = try access.nextStep(leaf.stream)
        return Written(entry: entry, at: leaf.at, thing: try next?.subject ?? access.thing(entry), next: next)
    }

    /// The button to the page the act leads to, which it names.
    private static func way(to path: String, _ table: RouteTable) -> Action {
        let address = path.prefix { $0 != "?" && $0 != "#" }
        guard address != "/", case .found(let route, _) = table.match("GET", String(address)) else {
            return Action(ServerText.goOn, to: path, isPrimary: true)
        }
        return Action(ServerText.goTo(route.summary), to: path, isPrimary: true)
    }

    private static func page(_ title: Message, _ written: Written?, _ way: Action, _ request: PageRequest) -> Page {
        let next = written?.next
        let number = written.map { written -> HTML in
            .link(request(ServerText.entryNumber(request.format.count(written.entry))), to: "/log/\(written.entry)")
        }
        var facts: [FactList.Fact] = [
            .init(ServerText.inTheLog, number, note: written == nil ? ServerText.doneBefore : ServerText.entryProved),
            .init(ServerText.doneAt, written.map { HTML.time($0.at, request.language) }),
        ]
        if let next {
            facts.append(.init(ServerText.nextIs, "\(next.who, request.language)", note: next.what))
            if let by = next.by { facts.append(.init(ServerText.nextBy, HTML.time(by, request.language))) }
        }
        return Page(
            title, request,
            [
                Confirmation(
                    title, subject: written?.thing, facts,
                    actions: [way, Action(ServerText.toDesk, to: "/")]),
                Paragraph(ServerText.printSlip),
            ])
    }
}
