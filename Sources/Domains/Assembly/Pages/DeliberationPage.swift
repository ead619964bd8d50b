import Kernel
import Registry
import Storage
import Web

/// One matter as a timeline: what was done and when, what comes next and by when, what is still ahead.
struct DeliberationPage {
    let line: DeliberationLine
    let steps: [StepLine]
    /// The name of the asset it is about.
    let object: String?
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("deliberation", as: DeliberationName.self),
            let line = try DeliberationQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        steps = try DeliberationQueries.steps(of: id, in: tx)
        object = try line.object.flatMap { AssetID($0) }.flatMap { try AssetQueries.find($0, in: tx) }?.name
        actions = try VerbForm.actions(
            Self.next(line.deliberation), request, at: line.deliberation.place, inOrder: true, in: tx)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("deliberation", as: DeliberationName.self)
            .flatMap { try DeliberationQueries.find($0, in: tx) }.map { Belonging(at: $0.deliberation.place) }
    }

    private static func next(_ found: Deliberation) -> [(command: any Command.Type, path: String)] {
        let base = "/deliberations/\(found.id)"
        switch found.next {
        case nil: return []
        case .bodyDecides?:
            return [(DecideDeliberation.self, base + "/decide"), (StopDeliberation.self, base + "/stop")]
        default: return [(TakeStep.self, base + "/step"), (StopDeliberation.self, base + "/stop")]
        }
    }

    func page(_ request: PageRequest) -> Page {
        let (format, found) = (request.format, line.deliberation)
        let usable = found.usableFrom.map { HTML(text: format.date($0)) }
        return Page(
            AssemblyText.deliberation, request,
            [
                Breadcrumb([
                    .init(request(AssemblyText.deliberations), "/deliberations"), .init(line.subjectLine),
                ]),
                Headline(AssemblyText.deliberation, answer: "\(line.subjectLine)", note: found.answer(request)),
                ActionBar(actions), timeline(request),
                FactList([
                    .init(AssemblyText.organisation, HTML.link(line.name, to: "/organisations/\(found.organisation)")),
                    .init(AssemblyText.matter, HTML(text: request(found.matter.label))),
                    .init(
                        AssemblyText.object,
                        line.object.map { id in
                            object.map { HTML.link($0, to: "/assets/\(id)") } ?? HTML(text: id)
                        }), .init(AssemblyText.opened, HTML(text: format.date(found.opened))),
                    .init(AssemblyText.usableFrom, usable),
                    .init(AssemblyText.stoppedFor, line.stopped.map { HTML(text: $0) }),
                ]),
            ])
    }

    private func timeline(_ request: PageRequest) -> Timeline {
        let found = line.deliberation
        return Timeline(
            found.steps.map { step in
                if let taken = steps.first(where: { $0.step == step }) {
                    return .init(step.label, .done, note: note(taken, request))
                }
                guard step == found.next else {
                    return .init(step.label, found.isStopped ? .stopped : .ahead)
                }
                return .init(step.label, .current, note: HTML(text: request(found.by(request))))
            })
    }

    /// The day, who decided, the counts and the papers of a step.
    private func note(_ taken: StepLine, _ request: PageRequest) -> HTML {
        let format = request.format
        let words = [
            format.date(taken.day), taken.body.map { request($0.label) },
            taken.counts.map {
                request(
                    AssemblyText.counted(
                        format.count($0.entitled), format.count($0.present), format.count($0.inFavour)))
            },
        ].compactMap(\.self).joined(separator: " · ")
        return taken.papers.reduce(HTML(text: words)) { "\($0)\(PaperCard($1, request).html(request.language))" }
    }
}

extension Deliberation {
    /// What comes next and by when; or that nothing does.
    func answer(_ request: PageRequest) -> Message {
        guard let next else { return isStopped ? AssemblyText.isStopped : AssemblyText.allTaken }
        return AssemblyText.comes(next.label, by(request))
    }

    func by(_ request: PageRequest) -> Message {
        AssemblyText.by(due.map { request.format.date($0) } ?? "", isLate: isLate(on: request.now.date))
    }

    func isLate(on day: CivilDate) -> Bool { due.map { $0 < day } ?? false }
}
