import Kernel
import NIOPosix
import Platform
import Web

/// What somebody finds of their own on the first page: the things of the record they act by, and the other records that were
/// joined with it (record 0522), one press away.
struct OwnRecords: Sendable {
    private let things: [OwnThing]
    private let others: [(office: OfficeID, things: [OwnThing])]

    init(_ things: [OwnThing], _ others: [(office: OfficeID, things: [OwnThing])]) {
        self.things = things
        self.others = others
    }

    func parts(_ request: PageRequest) -> [any Component] {
        let language = request.language
        var parts: [any Component] = []
        if !things.isEmpty {
            let lines = things.map { thing in
                TodoList.line(
                    """
                    <span><b>\(thing.name, language)</b> <small>\(thing.standing, language)</small></span>\
                    <span>\(HTML.link(request(ServerText.look), to: thing.path))</span>
                    """)
            }
            parts.append(TodoList.section(ServerText.ownThings, lines, request))
        }
        for record in others {
            for thing in record.things {
                parts.append(
                    Section(
                        thing.name,
                        [
                            Paragraph(thing.standing),
                            FormBuilder(
                                request, action: "/sign-in/office", submit: ServerText.look,
                                [.hidden("office", record.office.text), .hidden("then", thing.path)]),
                        ]))
            }
        }
        return parts
    }
}

extension WebServer {
    /// The other records of whoever signed in, with what is theirs.
    func otherRecords(of principal: Principal, _ incoming: IncomingRequest) async throws
        -> [(office: OfficeID, things: [OwnThing])]
    {
        guard principal.role.isPrivate, let session = incoming.caller.session,
            let summary = try await signIn.summary(of: session.person, at: incoming.caller.now),
            summary.offices.count > 1
        else { return [] }
        let access = access
        return try await threads.runIfActive {
            try summary.offices.filter { $0 != principal.office }.compactMap { office in
                guard let other = try access.findPrincipal(office), other.isHeld(by: session.person) else { return nil }
                return (office, try access.listOwn(other.person))
            }
        }
    }
}
