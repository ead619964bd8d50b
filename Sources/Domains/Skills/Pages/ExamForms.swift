import Kernel
import Registry
import Storage
import Web

/// The forms of examiners: the account they sign with, and the signature.
extension SkillsForms {
    static let trainerAccount = VerbForm(
        "/skills/trainers/{trainer}/account", NameTrainerAccount.self, target: "/skills/trainers",
        of: TrainersPage.thing, above: who,
        fields: { request, tx in
            VerbForm.hidden("trainer", of: request) + [
                try .pick(
                    "account", ExamText.account, of: OfficeName.self, request, tx, hint: ExamText.accountHint)
            ]
        })

    static let eraseTrainer = VerbForm(
        "/skills/trainers/{trainer}/erase", EraseTrainer.self, question: SkillsText.whatGoes,
        note: SkillsText.eraseTrainerNote,
        target: "/skills/trainers", of: TrainersPage.thing, above: who,
        fields: { request, _ in VerbForm.hidden("trainer", of: request) })

    private static let who: VerbForm.Above = { request, tx in
        let line = try request.identifier("trainer", as: TrainerName.self).flatMap {
            try SkillsQueries.findTrainer($0, in: tx)
        }
        return line.map {
            [
                FactList([
                    .init(SkillsText.name, HTML(text: $0.name)),
                    .init(SkillsText.body, HTML(text: $0.trainer.body)),
                ])
            ]
        } ?? []
    }

    /// The examiner sees every mark she signs; which list it was the form says by its digest.
    static let signMarks = VerbForm(
        "/skills/courses/{course}/sign", SignMarks.self, note: ExamText.signNote, target: "/skills/courses/{course}",
        of: { request, tx in
            guard
                let line = try request.identifier("course", as: CourseName.self).flatMap({
                    try SkillsQueries.findCourse($0, in: tx)
                })
            else { return nil }
            let person = request.principal?.person
            return Belonging(at: line.place, of: line.persons.first { $0 == person })
        },
        above: { request, tx in
            guard let id = request.identifier("course", as: CourseName.self) else { return [] }
            let marked = try SkillsQueries.listEnrolments(of: id, in: tx).filter { $0.points != nil }
            let rows = marked.map { line -> [HTML] in
                [
                    HTML(text: line.learner.text), HTML(text: line.name),
                    HTML(text: line.points.map { request.format.count($0) } ?? "—"),
                ]
            }
            return try what(request, tx) + [
                Section(
                    ExamText.marks,
                    [
                        DataTable(
                            columns: [
                                .init(SkillsText.learner), .init(SkillsText.name), .init(SkillsText.points, .number),
                            ], rows: rows, empty: EmptyState(SkillsText.nobody))
                    ])
            ]
        },
        fields: { request, tx in
            guard let id = request.identifier("course", as: CourseName.self) else { return [] }
            return VerbForm.hidden("course", of: request) + [
                .hidden("digest", try SkillsQueries.digestOfMarks(on: id, in: tx))
            ]
        })
}

/// What a course's page says of its examiners: who has signed, and whether signed marks were changed.
enum ExamFacts {
    static func list(_ line: CourseLine, names: [String], _ request: PageRequest) -> [FactList.Fact] {
        guard !line.persons.isEmpty, line.markedBy != nil else { return [] }
        let signed = zip(names, line.signed).enumerated().reduce("" as HTML) { all, next in
            let (name, at) = next.element
            let when = at.map { HTML.time($0, request.language) } ?? HTML(text: request(ExamText.unsigned))
            return all + (next.offset == 0 ? "" : "<br>") + HTML(text: name + " ") + when
        }
        let voided = line.voidedAt.map { last in
            FactList.Fact(
                ExamText.voided,
                HTML(
                    text: request(
                        ExamText.voidedTimes(request.format.count(line.voided), request.format.instant(last)))))
        }
        return [.init(ExamText.signatures, signed)] + [voided].compactMap { $0 }
    }
}
