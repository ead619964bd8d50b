package import Kernel
package import Storage
package import Web

/// A file of rows that a page about a place takes: shown row by row first, in the reader's language, given then, and
/// answered row by row. Each row is one command; the same file a second time changes nothing.
package struct RowUpload: Sendable {
    /// One row of the file, as far as its reader understood it.
    package struct Row: Sendable {
        package enum Meaning: Sendable {
            /// The arguments of the command.
            case command(JSON)
            case refused(Rejection)
            /// No row of the list: a sum, a remark.
            case aside(Message)
        }

        let number: Int
        let name: String
        /// What is to be said of it, though it can be taken.
        let notes: [Message]
        let meaning: Meaning

        package init(_ number: Int, _ name: String, notes: [Message] = [], _ meaning: Meaning) {
            self.number = number
            self.name = name
            self.notes = notes
            self.meaning = meaning
        }
    }

    package typealias Reading = @Sendable ([UInt8], PageRequest) throws -> [Row]

    let path: String
    let command: any Command.Type
    /// The number of the refusal that says the row is here already.
    let unchanged: Int
    let words: Words
    /// Where what came is seen.
    let target: @Sendable (PageRequest) -> String
    let read: Reading
    /// What is asked beside the file; the collective whose rows they are where nothing else is said.
    let ask: [Question]?

    /// A field beside the file, kept while the rows are looked at.
    package struct Question: Sendable {
        let name: String
        let field: @Sendable (PageRequest) -> FormField

        package init(_ name: String, _ field: @escaping @Sendable (PageRequest) -> FormField) {
            self.name = name
            self.field = field
        }
    }

    /// What the page says.
    package struct Words: Sendable {
        let title: Message
        let question: Message
        let hint: Message
        let accept: String
        let seen: Message

        package init(title: Message, question: Message, hint: Message, accept: String, seen: Message) {
            self.title = title
            self.question = question
            self.hint = hint
            self.accept = accept
            self.seen = seen
        }
    }

    /// `path` is below `/places/{division}`, and so is `target`.
    package init(
        _ path: String, _ command: any Command.Type, unchanged: Int, _ words: Words, target: String,
        ask: [Question]? = nil, read: @escaping Reading
    ) {
        self.init(
            path, command, unchanged: unchanged, words,
            seenAt: { Links.path("/places/{id}", ["id": $0.parameters["division"] ?? ""]) + target }, ask: ask,
            read: read)
    }

    /// `path` is below `/places/{division}`; what came is seen at `target`.
    package init(
        _ path: String, _ command: any Command.Type, unchanged: Int, _ words: Words,
        seenAt target: @escaping @Sendable (PageRequest) -> String, ask: [Question]? = nil, read: @escaping Reading
    ) {
        self.path = path
        self.command = command
        self.unchanged = unchanged
        self.words = words
        self.target = target
        self.ask = ask
        self.read = read
    }

    /// The collective that the rows are of: the field of the form, and the argument of each command.
    package static let owner = "organisation"

    package func address(of place: DivisionID) -> String {
        Links.path("/places/{id}", ["id": place.text]) + path
    }

    package func route(_ database: any Database, _ desk: DeskReading) -> Route {
        Route(
            "/places/{division}\(path)", words.title, command.access, database,
            of: { request, _ in request.identifier("division", as: DivisionName.self).map { Belonging(at: $0) } },
            .upload(
                Upload(
                    commands: [command.fullName],
                    page: { request in try page(request, database, desk) },
                    steps: { request in
                        try rows(request).compactMap { row -> UploadStep? in
                            guard case .command(let arguments) = row.meaning else { return nil }
                            let key = "\(request.form.key)-\(row.number)"
                            return { .give(command: command.fullName, arguments: arguments, key: key) }
                        }
                    },
                    done: { request, answers in try done(request, answers, database) })))
    }

    private func rows(_ request: PageRequest) throws -> [Row] {
        guard let bytes = CarriedFile.bytes(in: request.form) else { return [] }
        return try read(bytes, request)
    }

    private func page(_ request: PageRequest, _ database: any Database, _ desk: DeskReading) throws -> PageResult {
        guard CarriedFile.bytes(in: request.form) != nil, let principal = request.principal else {
            return try form(request, [], database)
        }
        let rows: [Row]
        do {
            rows = try self.rows(request)
        } catch let rejection as Rejection {
            return try form(request, [Callout(rejection)], database)
        }
        let lines = try rows.map { UploadLine($0, try judge($0, principal, desk)) }
        let ready = lines.count { $0.fate.isReady }
        let carried = [CarriedFile.field, CarriedFile.nameField] + (ask.map { $0.map(\.name) } ?? [Self.owner])
        let confirm: any Component =
            ready == 0
            ? Callout(.info, UploadText.nothingToTake)
            : FormBuilder(
                request, action: "\(request.path)?give=1", submit: UploadText.take(ready),
                carried.map { .hidden($0, request.form.values[$0] ?? "") })
        return try show(
            request, database,
            [
                Headline(
                    UploadText.whatWouldCome, answer: UploadText.wouldCome(ready, lines.count { $0.fate.isRefused }),
                    note: UploadText.nothingWritten, in: request.language),
                confirm, ActionBar([Action(UploadText.otherFile, to: request.path)]),
                UploadLine.table(lines, request),
            ])
    }

    /// What the writer would say of the row now.
    private func judge(_ row: Row, _ principal: Principal, _ desk: DeskReading) throws -> UploadLine.Fate {
        switch row.meaning {
        case .aside(let why): return .aside(why)
        case .refused(let rejection): return .refused(rejection)
        case .command(let arguments):
            do {
                let given: any Command = try command.read(arguments, notation: .exact)
                switch try desk.rehearse(given, principal) {
                case .success: return .ready
                case .failure(let rejection): return fate(of: rejection)
                }
            } catch let rejection as Rejection {
                return .refused(rejection)
            }
        }
    }

    private func fate(of rejection: Rejection) -> UploadLine.Fate {
        rejection.number == unchanged ? .known : .refused(rejection)
    }

    private func done(_ request: PageRequest, _ answers: [UploadAnswer], _ database: any Database) throws -> PageResult
    {
        var rest = answers[...]
        let lines = try rows(request).map { row -> UploadLine in
            switch row.meaning {
            case .aside(let why): return UploadLine(row, .aside(why))
            case .refused(let rejection): return UploadLine(row, .refused(rejection))
            case .command:
                switch rest.popFirst() {
                case .given: return UploadLine(row, .taken)
                case .refused(let rejection): return UploadLine(row, fate(of: rejection))
                case .unchanged, nil: return UploadLine(row, .known)
                }
            }
        }
        return try show(
            request, database,
            [
                Headline(
                    UploadText.whatCame,
                    answer: UploadText.came(
                        lines.count { $0.fate.isTaken }, lines.count { $0.fate.isKnown },
                        lines.count { $0.fate.isRefused }), in: request.language),
                ActionBar([
                    Action(words.seen, to: target(request), isPrimary: true),
                    Action(UploadText.otherFile, to: request.path),
                ]),
                UploadLine.table(lines, request),
            ])
    }

    private func form(_ request: PageRequest, _ notes: [any Component], _ database: any Database) throws -> PageResult {
        let bodies =
            try ask != nil
            ? []
            : database.read { tx in
                try request.identifier("division", as: DivisionName.self).map {
                    try OrganisationQueries.list(within: $0, in: tx).filter { $0.kind.isCollective }
                } ?? []
            }
        let whose: FormField =
            bodies.count == 1
            ? .hidden(Self.owner, bodies[0].id.text)
            : .choice(
                Self.owner, UploadText.whose, bodies.map { .init($0.id.text, $0.name) },
                value: request.form.values[Self.owner] ?? "")
        let asked = ask.map { $0.map { $0.field(request) } } ?? [whose]
        return try show(
            request, database,
            [Headline(words.question, answer: words.title, note: words.hint, in: request.language)] + notes + [
                FormBuilder(
                    request, submit: UploadText.look, note: UploadText.lookNote,
                    [.file(CarriedFile.upload, UploadText.file, accept: words.accept)] + asked)
            ])
    }

    private func show(_ request: PageRequest, _ database: any Database, _ parts: [any Component]) throws -> PageResult {
        let path = try database.read { tx in
            try request.identifier("division", as: DivisionName.self).flatMap { try DivisionQueries.find($0, in: tx) }
                .map { try DivisionQueries.listPath(to: $0, in: tx) }
        }
        guard let path else { return .notFound }
        return .page(
            Page(words.title, request, [Breadcrumb(Paths.crumbs(path) + [.init(request(words.title))])] + parts))
    }
}

/// A row of a file and what becomes of it.
struct UploadLine: Sendable {
    enum Fate: Sendable {
        case ready, taken, known
        case refused(Rejection)
        case aside(Message)

        var isReady: Bool { if case .ready = self { true } else { false } }
        var isTaken: Bool { if case .taken = self { true } else { false } }
        var isKnown: Bool { if case .known = self { true } else { false } }
        var isRefused: Bool { if case .refused = self { true } else { false } }

        /// What wants attention comes first.
        fileprivate var rank: Int {
            switch self {
            case .refused: 0
            case .ready, .taken: 1
            case .known: 2
            case .aside: 3
            }
        }

        fileprivate var tag: Tag {
            switch self {
            case .refused: Tag(UploadText.notTaken, .bad)
            case .ready: Tag(UploadText.canBeTaken, .good)
            case .taken: Tag(UploadText.taken, .good)
            case .known: Tag(UploadText.known)
            case .aside: Tag(UploadText.setAside)
            }
        }
    }

    let row: RowUpload.Row
    let fate: Fate

    init(_ row: RowUpload.Row, _ fate: Fate) {
        self.row = row
        self.fate = fate
    }

    /// More rows nobody reads; how many there are is said above.
    private static let most = 500

    static func table(_ lines: [UploadLine], _ request: PageRequest) -> DataTable {
        let sorted = lines.sorted { ($0.fate.rank, $0.row.number) < ($1.fate.rank, $1.row.number) }
        let shown = sorted.prefix(most).map { line -> [HTML] in
            [
                HTML(text: request.format.count(line.row.number)), HTML(text: line.row.name),
                line.fate.tag.html(request.language), HTML(text: line.words(request)),
            ]
        }
        return DataTable(
            UploadText.rows(request.format.count(shown.count), request.format.count(lines.count)),
            columns: [
                .init(UploadText.row, .number), .init(UploadText.name), .init(UploadText.fate, .state),
                .init(UploadText.says),
            ], rows: Array(shown))
    }

    private func words(_ request: PageRequest) -> String {
        let notes = row.notes.map { request($0) }.joined(separator: request(UploadText.separator))
        switch fate {
        case .refused(let rejection):
            let refused = rejection.flattened.map { "\($0.number) \(request($0.text)) \(request($0.next))" }
            return (refused + [notes]).filter { !$0.isEmpty }.joined(separator: " ")
        case .aside(let why): return request(why)
        case .ready, .taken, .known: return notes
        }
    }
}
