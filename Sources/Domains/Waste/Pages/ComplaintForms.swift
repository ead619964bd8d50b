import Kernel
import Registry
import Storage
import Web

/// The forms of complaints. What a villager types is read by the desk and by nobody else.
enum ComplaintForms {
    static let all = [file, answer, reopen, close, erase]

    static let file = VerbForm(
        "/waste/complaints/new", FileComplaint.self, note: ComplaintText.nobodyReads,
        target: "/waste/complaints/{id}",
        fields: { request, tx in
            [
                .choice(
                    "kind", ComplaintText.kind, VerbForm.options(request) { (kind: ComplaintKind) in kind.label }),
                .textarea("words", ComplaintText.words, hint: ComplaintText.wordsHint),
                try .pick(
                    "place", WasteText.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
                try WasteForms.pick(
                    "site", ComplaintText.site, request, tx, hint: ComplaintText.siteHint, optional: true),
                .paper("photo", ComplaintText.photo, optional: true),
            ]
        })

    static let answer = form(
        "answer", AnswerComplaint.self, note: ComplaintText.nobodyReads,
        fields: { _, _ in [.textarea("words", ComplaintText.answerWords)] })

    static let reopen = form(
        "reopen", ReopenComplaint.self, fields: { _, _ in [.textarea("words", ComplaintText.whyNot)] })

    static let close = form(
        "close", CloseComplaint.self, note: ComplaintText.closeNote,
        fields: { request, _ in
            guard request.principal?.role == .supervisor else { return [] }
            let reasons = ComplaintClosing.allCases.filter(\.isReason).map {
                FormField.Option($0.rawValue, request($0.label))
            }
            return [.choice("reason", ComplaintText.reason, reasons)]
        })

    static let erase = form("erase", EraseComplaint.self, note: ComplaintText.destroyed, fields: { _, _ in [] })

    /// A form about one complaint, with what was said above it.
    private static func form(
        _ path: String, _ command: any WasteCommand.Type, note: Message? = nil, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            "/waste/complaints/{complaint}/" + path, command, note: note, target: "/waste/complaints/{complaint}",
            of: ComplaintPage.thing,
            above: { request, tx in
                guard let id = request.identifier("complaint", as: ComplaintName.self) else { return [] }
                return try ComplaintQueries.listWords(of: id, in: tx).map { word in
                    let who = word.isAnswer ? ComplaintText.desk : ComplaintText.complainant
                    return FactList([.init(who, HTML(text: word.text))])
                }
            },
            fields: { request, tx in try VerbForm.hidden("complaint", of: request) + fields(request, tx) })
    }
}
