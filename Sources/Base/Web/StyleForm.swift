import Kernel

/// The style page's form, as it looks when it comes back with rejections.
enum StyleForm {
    static var termRejection: Rejection {
        Rejection(
            number: 3001, kind: .refused, text: StyleText.termRefusal, next: StyleText.termNext,
            basis: LegalBasis(StyleText.termArticle, source: "S1"), field: "years")
    }

    static func parts(_ request: PageRequest) -> [any Component] {
        let state = FormState(
            values: [
                "title": request(StyleText.lotTitleTyped), "mode": "ascending", "category": "A2", "area": "20",
                "reserveFen": "800", "years": "30", "start": "2019-06-01", "agreed": "true",
            ],
            rejections: [termRejection, KernelRejection.missing(field: "closes").rejection], key: "style")
        let returned = PageRequest(
            path: request.path, language: request.language, now: request.now, form: state, csrfToken: "")
        return [
            Paragraph(StyleText.formHint),
            FormBuilder(returned, submit: StyleText.submit, note: StyleText.submitNote, fields(request)),
            FormBuilder(
                request, submit: StyleText.withdraw, isDangerous: true,
                [.text("reason", StyleText.withdrawReason, optional: true)]),
        ]
    }

    private static func fields(_ request: PageRequest) -> [FormField] {
        [
            .text("title", StyleText.lotTitle, hint: StyleText.lotTitleHint),
            .choice(
                "mode", StyleText.mode,
                [.init("ascending", request(StyleText.ascending)), .init("sealed", request(StyleText.sealed))]),
            .choice(
                "category", StyleText.category,
                StyleText.categories.enumerated().map { .init("A\($0 + 1)", request($1)) }),
            .area("area", StyleText.area), .money("reserveFen", StyleText.reserve),
            .number("years", StyleText.years, unit: StyleText.yearsUnit), .date("start", StyleText.start),
            .instant("closes", StyleText.closing, hint: StyleText.closingHint),
            .several(
                "with", StyleText.category,
                StyleText.categories.enumerated().map { .init("A\($0 + 1)", request($1)) }),
            .textarea("condition", StyleText.description, optional: true), .checkbox("agreed", StyleText.agree),
            .hidden("lot", "L1"),
        ]
    }
}
