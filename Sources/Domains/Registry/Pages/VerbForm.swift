package import Kernel
package import Storage
package import Web

/// A form for one verb: its address, its command, its fields, and where it leads. Who may use it is what the command says.
package struct VerbForm: Sendable {
    /// What the address names, for exactly those whose access reaches it.
    package typealias Thing = @Sendable (PageRequest, any ReadTransaction) throws -> Belonging?
    package typealias Above = @Sendable (PageRequest, any ReadTransaction) throws -> [any Component]
    package typealias Fields = @Sendable (PageRequest, any ReadTransaction) throws -> [FormField]

    let path: String
    let command: any Command.Type
    /// The heading, and the question above it; nil where the heading says all.
    let title: Message
    let question: Message?
    let submit: Message
    let note: Message?
    /// `{id}` stands for what was registered, anything else for a parameter of the address.
    let target: String
    /// Nil where the address names nothing yet.
    let thing: Thing?
    /// What stands above the form: a picture, a choice that fills it in.
    let above: Above?
    let fields: Fields

    /// Headed and sent by the command's title where nothing else is said.
    package init(
        _ path: String, _ command: any Command.Type, title: Message? = nil, question: Message? = nil,
        submit: Message? = nil, note: Message? = nil, target: String, of thing: Thing? = nil, above: Above? = nil,
        fields: @escaping Fields
    ) {
        self.path = path
        self.command = command
        self.title = title ?? command.title
        self.question = question
        self.submit = submit ?? self.title
        self.note = note
        self.target = target
        self.thing = thing
        self.above = above
        self.fields = fields
    }

    package func route(_ database: any Database) -> Route {
        let form = Route.Handler.form(
            command: command.fullName,
            page: { request in
                let (inputs, before) = try database.read { tx in
                    (try fields(request, tx), try above?(request, tx) ?? [])
                }
                return .page(
                    Page(
                        title, request,
                        [question.map { Headline($0, answer: title, in: request.language) } ?? Headline(asking: title)]
                            + before
                            + [FormBuilder(request, submit: submit, note: note, inputs)]))
            },
            done: { request, facts in
                // The stream names what was registered: `facility/facility-000123`.
                let id = facts["stream"]?.string?.split(separator: "/").last.map { String($0) }
                return Links.path(target, request.parameters.merging(["id": id ?? ""]) { $1 })
            })
        guard let thing else { return Route(path, title, .roles(command.access.roles), form) }
        return Route(path, title, command.access, database, of: thing, form)
    }

    /// Parameters of the address as hidden fields.
    package static func hidden(_ names: String..., of request: PageRequest) -> [FormField] {
        names.map { .hidden($0, request.parameters[$0] ?? "") }
    }

    /// Every value of a choice with its label.
    package static func options<Choice: FieldChoice>(_ request: PageRequest, _ label: (Choice) -> Message)
        -> [FormField.Option]
    {
        Choice.allCases.map { FormField.Option($0.rawValue, request(label($0))) }
    }
}

extension Command {
    /// Whether the reader's role may give it at all.
    package static func isOffered(to request: PageRequest) -> Bool {
        request.principal.map { access.roles.contains($0.role) } ?? false
    }

    /// Whether the reader may give it to what stands at `place`: a page offers nothing that its reader would be refused.
    package static func isOffered(to request: PageRequest, at place: DivisionID, in tx: any ReadTransaction) throws
        -> Bool
    {
        guard let principal = request.principal else { return false }
        return try access.reaches(Belonging(at: place), for: principal, in: tx)
    }

    /// The button to its form at `path`, for whoever may give it to what stands at `place`.
    package static func action(
        to path: String, for request: PageRequest, at place: DivisionID, isPrimary: Bool = false,
        in tx: any ReadTransaction
    ) throws -> Action? {
        try isOffered(to: request, at: place, in: tx) ? Action(title, to: path, isPrimary: isPrimary) : nil
    }
}

extension VerbForm {
    /// Buttons to the forms of `verbs` that the reader may use for what stands at `place`. Where they stand in the order of
    /// the work, the first is what comes next.
    package static func actions(
        _ verbs: [(command: any Command.Type, path: String)], _ request: PageRequest, at place: DivisionID,
        inOrder: Bool = false, in tx: any ReadTransaction
    ) throws -> [Action] {
        let open = try verbs.filter { try $0.command.isOffered(to: request, at: place, in: tx) }
        return open.enumerated().map { position, verb in
            Action(verb.command.title, to: verb.path, isPrimary: inOrder && position == 0)
        }
    }
}
