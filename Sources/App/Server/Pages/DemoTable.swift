import Kernel
import Web

/// In the demo the sign-in page tells who can be played, so that the tour needs no other paper.
enum DemoTable {
    /// `places` are the names of the divisions, `request` is the sign-in page's own.
    static func parts(
        _ people: [DemoPerson], _ now: Instant, _ request: PageRequest, then: String, places: [DivisionID: String]
    ) -> [any Component] {
        let staff = people.filter { $0.password != nil }
        guard !staff.isEmpty else { return [] }
        let rows = staff.map { person -> [HTML] in
            let code = person.code(at: now)
            let principal = person.principal
            return [
                "\(person.name)", "<code>\(person.password ?? "")</code>", "<code>\(code ?? "")</code>",
                HTML(text: request(principal.role.label)), HTML(text: places[principal.division] ?? ""),
                FormBuilder(
                    request, submit: Text.playThis(person.name),
                    [.hidden(demoField, person.name), .hidden("then", then)]
                ).html(request.language),
            ]
        }
        return [
            Callout(
                .info, Text.demoPeople,
                parts: [
                    Paragraph(Text.demoPeopleNote),
                    DataTable(
                        columns: [
                            .init(Text.signInName), .init(Text.password), .init(Text.code, .number),
                            .init(Text.demoRole),
                            .init(Text.demoPlace), .init(Text.signIn),
                        ], rows: rows),
                ])
        ]
    }

    /// Who is played by one click; the server fills in what the table shows anyway.
    static let demoField = "demo"

    static func codes(_ codes: [(name: String, code: String)]) -> [any Component] {
        guard !codes.isEmpty else { return [] }
        let rows = codes.map { person -> [HTML] in ["\(person.name)", "<code>\(person.code)</code>"] }
        return [
            Callout(
                .info, Text.demoPeople,
                parts: [DataTable(columns: [.init(Text.signInName), .init(Text.phoneCode, .number)], rows: rows)])
        ]
    }

    static func phones(_ people: [DemoPerson]) -> [any Component] {
        let rows = people.compactMap { person -> [HTML]? in
            person.phone.map { ["\(person.name)", "<code>\($0.text)</code>"] }
        }
        guard !rows.isEmpty else { return [] }
        return [
            Callout(
                .info, Text.demoPeople,
                parts: [
                    Paragraph(Text.demoPhonesNote),
                    DataTable(columns: [.init(Text.signInName), .init(Text.phone, .number)], rows: rows),
                ])
        ]
    }
}
