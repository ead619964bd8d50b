import Kernel
import Registry
import Storage
import Web

/// A kind of file that a page of the books takes: shown row by row first, given then, and answered row by row.
struct FileUpload: Sendable {
    /// Below `/books/{organisation}/import`.
    let path: String
    let title: Message
    let hint: Message
    let accept: String
    let commands: [any LedgerCommand.Type]
    /// Where its result is seen, below `/books/{organisation}`.
    let target: (label: Message, path: String)
    let fields: @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> [FormField]
    let read: @Sendable ([UInt8], Organisation, PageRequest, any ReadTransaction) throws -> FileReading

    static let all = [vouchers, statement, balances, transition, invoice]

    func route(_ database: any Database) -> Route {
        var roles = Set(Role.allCases)
        for command in commands { roles.formIntersection(command.access.roles) }
        return Route(
            "/books/{organisation}/import\(path)", title, .roles(roles),
            .upload(
                Upload(
                    commands: commands.map { $0.fullName },
                    page: { request in
                        try BookDesk.page(request, database) { try page($0, request, in: $1) }
                    },
                    steps: { request in
                        try database.read { tx in
                            guard let organisation = try BookDesk.organisation(request, in: tx),
                                let bytes = CarriedFile.bytes(in: request.form)
                            else { return [] }
                            return try read(bytes, organisation, request, tx).steps(database)
                        }
                    },
                    done: { request, answers in
                        try BookDesk.page(request, database) { try done($0, request, answers, in: $1) }
                    })))
    }

    /// The form that takes the file; with a file, what would become of each of its rows.
    func page(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        guard let bytes = CarriedFile.bytes(in: request.form) else { return try form(organisation, request, in: tx) }
        let reading: FileReading
        do {
            reading = try read(bytes, organisation, request, tx)
        } catch let rejection as Rejection {
            return try form(organisation, request, [Callout(rejection)], in: tx)
        }
        guard let principal = request.principal else { return try form(organisation, request, in: tx) }
        let table = ImportTable(
            try reading.judged(organisation.id, by: principal, at: request.now, in: tx))
        let some = table.count(.accepted)
        let extra = try fields(organisation, request, tx).map { FormField.hidden($0.name, $0.value) }
        let again = Action(ImportText.otherFile, to: request.path)
        return Page(
            title, request,
            [
                BookDesk.crumbs(organisation, request, title),
                Headline(
                    ImportText.whatWouldCome, answer: ImportText.wouldCome(some, table.count(.refused)),
                    note: ImportText.nothingWritten, in: request.language),
                ActionBar([again]),
                some == 0
                    ? Callout(.info, ImportText.nothingToTake)
                    : FormBuilder(
                        request, action: "\(request.path)?give=1", submit: ImportText.take(some),
                        note: ImportText.takeNote,
                        extra + [
                            .hidden(CarriedFile.field, request.form.values[CarriedFile.field] ?? ""),
                            .hidden(CarriedFile.nameField, request.form.values[CarriedFile.nameField] ?? ""),
                        ]),
                table.html(request, isPreview: true),
            ])
    }

    private func form(
        _ organisation: Organisation, _ request: PageRequest, _ notes: [any Component] = [],
        in tx: any ReadTransaction
    ) throws -> Page {
        Page(
            title, request,
            [
                BookDesk.crumbs(organisation, request, title),
                Headline(ImportText.whichFile, answer: title, note: hint, in: request.language),
            ] + notes + [
                FormBuilder(
                    request, submit: ImportText.look, note: ImportText.lookNote,
                    [.file(CarriedFile.upload, ImportText.file, accept: accept, hint: ImportText.fileHint)]
                        + (try fields(organisation, request, tx)))
            ])
    }

    private func done(
        _ organisation: Organisation, _ request: PageRequest, _ answers: [UploadAnswer], in tx: any ReadTransaction
    ) throws -> Page {
        guard let bytes = CarriedFile.bytes(in: request.form) else { return try form(organisation, request, in: tx) }
        let table = ImportTable(try read(bytes, organisation, request, tx).answered(answers))
        return Page(
            title, request,
            [
                BookDesk.crumbs(organisation, request, title),
                Headline(
                    ImportText.whatCame, answer: ImportText.came(table.count(.accepted), table.count(.refused)),
                    in: request.language),
                ActionBar([
                    Action(target.label, to: BookDesk.path(organisation.id, target.path), isPrimary: true),
                    Action(ImportText.otherFile, to: request.path),
                ]),
                table.html(request, isPreview: false),
            ])
    }
}

/// The answers to the rows of a file, those that want attention first.
struct ImportTable {
    enum Kind: Int, Hashable { case refused, accepted, unchanged, setAside }

    private let rows: [ImportRow]
    /// A file has thousands of rows; more than these of one kind nobody reads.
    private static let most = 300

    init(_ rows: [ImportRow]) { self.rows = rows.sorted { $0.row < $1.row } }

    func count(_ kind: Kind) -> Int { rows.count { $0.kind == kind } }

    func html(_ request: PageRequest, isPreview: Bool) -> HTML {
        let kinds: [Kind] = [.refused, .accepted, .unchanged, .setAside]
        let tables = kinds.map { kind -> HTML in
            let some = rows.filter { $0.kind == kind }
            guard !some.isEmpty else { return "" }
            let cells = some.prefix(Self.most).map { row in
                [
                    HTML(text: request.format.count(row.row)),
                    Tag(ImportText.kind(kind, isPreview: isPreview), ImportTable.tone(kind)).html(request.language),
                    HTML(text: row.words(request)),
                ]
            }
            let table = DataTable(
                ImportText.rowsOf(ImportText.kind(kind, isPreview: isPreview), some.count),
                columns: [
                    .init(ImportText.row), .init(BookText.state, .state), .init(ImportText.whatItSays),
                ], rows: cells)
            return table.html(request.language)
        }
        return "\(tables)"
    }

    private static func tone(_ kind: Kind) -> Tag.Tone {
        switch kind {
        case .refused: .bad
        case .accepted: .good
        case .unchanged, .setAside: .neutral
        }
    }
}

extension ImportRow {
    fileprivate var kind: ImportTable.Kind {
        switch outcome {
        case .accepted: .accepted
        case .unchanged: .unchanged
        case .setAside: .setAside
        case .refused: .refused
        }
    }

    fileprivate func words(_ request: PageRequest) -> String {
        switch outcome {
        case .accepted(let words), .unchanged(let words): request(words)
        case .setAside(let reason): request(reason.text)
        case .refused(let rejection):
            rejection.flattened.map { "\($0.number) \(request($0.text)) \(request($0.next))" }.joined(separator: " ")
        }
    }
}

/// The kinds of files the books take.
struct ImportIndexPage {
    let organisation: Organisation

    func page(_ request: PageRequest) -> Page {
        let rows = FileUpload.all.filter { upload in upload.commands.allSatisfy { request.may($0) } }.map { upload in
            [
                HTML.link(request(upload.title), to: BookDesk.path(organisation.id, "/import\(upload.path)")),
                HTML(text: request(upload.hint)),
            ]
        }
        return Page(
            ImportText.importing, request,
            [
                BookDesk.crumbs(organisation, request, ImportText.importing),
                Headline(ImportText.whichFile, answer: ImportText.importAnswer, in: request.language),
                DataTable(columns: [.init(ImportText.file), .init(BookText.shows)], rows: rows),
            ])
    }
}
