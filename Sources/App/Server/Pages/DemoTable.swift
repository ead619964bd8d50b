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
        func table(_ people: [DemoPerson]) -> DataTable {
            DataTable(
                columns: [
                    .init(Text.signInName), .init(Text.password), .init(Text.code, .number), .init(Text.demoRole),
                    .init(Text.demoPlace), .init(Text.signIn),
                ], rows: people.map { row($0, now, request, then: then, places: places) })
        }
        let (first, others) = folded(staff)
        let rest = others.isEmpty ? [] : [Details(Text.demoOthers(others.count), [table(others)])]
        return [
            Callout(.info, Text.demoPeople, parts: [Paragraph(Text.demoPeopleNote), table(first)] + rest)
        ]
    }

    /// Many people are too many to choose from: those of each role's first place stand for the others.
    private static let most = 20

    private static func folded(_ people: [DemoPerson]) -> (first: [DemoPerson], others: [DemoPerson]) {
        guard people.count > most else { return (people, []) }
        let people = people.sorted { ($0.principal.division, $0.name) < ($1.principal.division, $1.name) }
        let places = Dictionary(people.map { ($0.principal.role, $0.principal.division) }) { first, _ in first }
        let isFirst = { (person: DemoPerson) in places[person.principal.role] == person.principal.division }
        return (people.filter(isFirst), people.filter { !isFirst($0) })
    }

    private static func row(
        _ person: DemoPerson, _ now: Instant, _ request: PageRequest, then: String, places: [DivisionID: String]
    ) -> [HTML] {
        [
            "\(person.name)", "<code>\(person.password ?? "")</code>", "<code>\(person.code(at: now) ?? "")</code>",
            HTML(text: request(person.principal.role.label)), HTML(text: places[person.principal.division] ?? ""),
            FormBuilder(
                request, submit: Text.playThis(person.name),
                [.hidden(demoField, person.name), .hidden("then", then)]
            ).html(request.language),
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
