import Kernel
import Registry
import Storage
import Web

/// Who is in office in a village, names masked, and how many relatives each declared: for the desks responsible for it.
struct OfficeHolderPage {
    let organisation: Organisation
    let lines: [TermLine]
    let actions: [Action]
    /// The verbs on one line, for whoever may give them here.
    let acts: [(command: any Command.Type, name: String)]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let organisation = try request.ownOrganisation(in: tx), let principal = request.principal else {
            return nil
        }
        let id = organisation.id
        self.organisation = organisation
        lines = try TermQueries.list(of: id, in: tx)
        let place = organisation.division
        actions = [
            try FillOffice.action(
                to: "/organisations/\(id)/officers/new", for: request, at: place, isPrimary: true, in: tx),
            organisation.kind == .collective && RollPage.readers.contains(principal.role)
                ? Action(AssemblyText.members, to: "/organisations/\(id)/members") : nil,
        ].compactMap(\.self)
        let verbs: [(command: any Command.Type, name: String)] = [
            (DeclareKin.self, "kin"), (WithdrawKin.self, "kin-back"), (LeaveOffice.self, "leave"),
            (EraseTerm.self, "erase"),
        ]
        acts = try verbs.filter { try $0.command.isOffered(to: request, at: place, in: tx) }
    }

    private func isOffered(_ verb: String, _ line: TermLine) -> Bool {
        guard !line.term.isErased else { return false }
        switch verb {
        case "kin-back": return !line.kin.isEmpty
        case "leave": return !line.term.isLeft
        case "erase": return line.term.isLeft
        default: return true
        }
    }

    private func links(_ line: TermLine, _ request: PageRequest) -> HTML {
        let base = "/organisations/\(organisation.id)/officers/\(line.term.id)/"
        let open = acts.filter { isOffered($0.name, line) }
        return open.enumerated().reduce("") { all, verb in
            let link = HTML.link(request(verb.element.command.title), to: base + verb.element.name)
            return verb.offset == 0 ? link : "\(all) \(link)"
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let running = lines.filter { line in
            line.term.until.map { request.now.date <= $0 } ?? true
        }
        let rows = lines.map { line -> [HTML] in
            [
                HTML(text: request(line.term.office.label)), HTML(text: line.displayName),
                HTML(text: format.date(line.term.from)), HTML(text: line.term.until.map { format.date($0) } ?? "—"),
                HTML(text: format.count(line.kin.count)),
            ] + (acts.isEmpty ? [] : [links(line, request)])
        }
        return Page(
            AssemblyText.officeHolders, request,
            [
                Headline(
                    AssemblyText.officeHoldersQuestion,
                    answer: AssemblyText.officeHoldersAnswer(
                        format.count(running.count), format.count(running.count { $0.kin.isEmpty })),
                    note: AssemblyText.officeHoldersNote, in: request.language),
                ActionBar(actions),
                FactList([.init(AssemblyText.organisation, HTML(text: organisation.name))]),
                DataTable(
                    columns: [
                        .init(AssemblyText.office), .init(AssemblyText.name),
                        .init(AssemblyText.inOfficeSince, .number), .init(AssemblyText.inOfficeUntil, .number),
                        .init(AssemblyText.declarations, .number),
                    ] + (acts.isEmpty ? [] : [.init(AssemblyText.nextStep)]), rows: rows,
                    empty: EmptyState(AssemblyText.noOfficeHolders)),
            ])
    }
}
