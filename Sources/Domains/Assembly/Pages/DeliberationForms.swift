import Kernel
import Registry
import Storage
import Web

/// The forms of a matter. The step that comes next is the only one that is offered.
enum DeliberationForms {
    static let all = [open, step, decide, stop]

    static let open = VerbForm(
        "/deliberations/new", OpenDeliberation.self, note: AssemblyText.deliberationNote, target: "/deliberations/{id}",
        fields: { request, tx in
            let matters = ResolutionMatter.allCases.filter { $0.deliberationKey != nil }
            return [
                try .pick("organisation", AssemblyText.organisation, of: OrganisationName.self, request, tx),
                .text("subject", AssemblyText.subjectLine, hint: AssemblyText.subjectHint, limit: 120),
                .choice("matter", AssemblyText.matter, matters.map { .init($0.rawValue, request($0.label)) }),
                try .pick(
                    "object", AssemblyText.object, of: AssetName.self, request, tx, hint: AssemblyText.objectHint,
                    optional: true),
            ]
        })

    static let step = ofDeliberation("step", TakeStep.self) { request, tx in
        let next = try found(request, tx)?.next ?? .branchProposes
        let counts: [FormField] =
            next == .resolutionShown || next == .outcomeShown
            ? []
            : [
                .number("entitled", AssemblyText.entitled, hint: AssemblyText.countsHint, optional: true),
                .number("present", AssemblyText.present, optional: true),
                .number("inFavour", AssemblyText.inFavour, optional: true),
            ]
        return [
            .choice("step", AssemblyText.nextIs, [.init(next.rawValue, request(next.label))], value: next.rawValue),
            .date("day", AssemblyText.stepDay, value: request.now.date),
        ] + counts + [
            .paper("minutes[0]", AssemblyText.stepPaper),
            .paper("minutes[1]", AssemblyText.secondPaper, optional: true),
        ]
    }

    static let decide = ofDeliberation("decide", DecideDeliberation.self) { request, tx in
        let format = request.format
        let fitting = try found(request, tx).map { matter in
            try ResolutionQueries.list(of: matter.organisation, in: tx).filter {
                try $0.matter == matter.matter && $0.date >= matter.last && $0.isPassed
                    && DeliberationQueries.find(decidedBy: $0.id, in: tx) == nil
            }
        }
        let options = (fitting ?? []).map { resolution in
            FormField.Option(
                resolution.id.text,
                "\(format.date(resolution.date)) · \(request(resolution.body.label)) · \(resolution.id)")
        }
        return [.choice("resolution", AssemblyText.chosenResolution, options, hint: AssemblyText.chosenHint)]
    }

    static let stop = ofDeliberation("stop", StopDeliberation.self) { _, _ in
        [.text("reason", AssemblyText.stopReason, hint: AssemblyText.stopHint, limit: 200)]
    }

    private static func found(_ request: PageRequest, _ tx: any ReadTransaction) throws -> Deliberation? {
        try request.identifier("deliberation", as: DeliberationName.self)
            .flatMap { try DeliberationQueries.find($0, in: tx) }?.deliberation
    }

    private static func ofDeliberation(
        _ name: String, _ command: any DeliberationVerb.Type, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/deliberations/{deliberation}/\(name)", command, target: "/deliberations/{deliberation}",
            of: DeliberationPage.thing,
            fields: { request, tx in VerbForm.hidden("deliberation", of: request) + (try fields(request, tx)) })
    }
}
