import Kernel
import Registry
import Web

/// The paper list of contracts, taken for a village's collective: XLSX, or CSV in whatever encoding it came.
enum SheetUpload {
    static let upload = RowUpload(
        "/cleanup/import", EnterFoundContract.self, unchanged: CleanupRefusal.nothingNew.number,
        .init(
            title: CleanupText.importTitle, question: CleanupText.importQuestion, hint: CleanupText.importHint,
            accept: ".xlsx,.csv", seen: CleanupText.seeBoard),
        target: "/cleanup", read: read)

    /// Cells without one reading are named, and so is what the rules find wrong; neither keeps a row out.
    private static let read: RowUpload.Reading = { bytes, request in
        let list = try ContractSheet(bytes)
        let rules = CleanupParameters.standard
        let day = rules.asOf ?? list.filled ?? request.now.date
        let problems = ContractJudge(rules, asOf: day).judge(list.rows.map(\.contract))
        let rows = zip(list.rows, problems).map { row, found in
            RowUpload.Row(
                row.row, [row.contract.number, row.contract.object].filter { !$0.isEmpty }.joined(separator: " "),
                notes: found.map { CleanupText.found($0.code) } + row.unread.map(CleanupText.unread),
                .command(arguments(of: row, found, request)))
        }
        return rows + list.setAside.map { RowUpload.Row($0, "", .aside(CleanupText.noContract)) }
    }

    private static func arguments(
        of row: ContractSheet.Row, _ problems: [FoundProblem], _ request: PageRequest
    ) -> JSON {
        let owner = request.form.values[RowUpload.owner] ?? ""
        var arguments = FoundTerms(row).openFields
        arguments["case"] = .string("\(owner)-\(row.key)")
        arguments["organisation"] = .string(owner)
        if !row.contract.lessee.isEmpty { arguments["lessee"] = .string(row.contract.lessee) }
        arguments["problems"] = .array(problems.map { .string($0.code.rawValue) })
        return .object(arguments)
    }
}
