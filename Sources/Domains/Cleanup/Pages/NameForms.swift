import Kernel
import Registry
import Storage
import Web

/// The erasure of a name, the same for a found contract, a bill and a claim.
enum NameForms {
    static let all = [
        form("/cleanup/{case}", .found, of: CasePage.thing) { request, tx in
            try request.identifier("case", as: CaseName.self).flatMap { try CaseQueries.find($0, in: tx) }
                .map { "\($0.object) \($0.displayName)" }
        },
        form("/land-bills/{bill}", .bill, of: BillPage.thing) { request, tx in
            try request.identifier("bill", as: BillName.self).flatMap { try BillQueries.find($0, in: tx) }
                .map { "\($0.household) \($0.displayName)" }
        },
        form("/claims/{claim}", .claim, of: ClaimPage.thing) { request, tx in
            try request.identifier("claim", as: ClaimName.self).flatMap { try ClaimQueries.find($0, in: tx) }
                .map { "\($0.claim.party) \($0.displayName)" }
        },
    ]

    private static func form(
        _ page: String, _ kind: NamedKind, of thing: @escaping VerbForm.Thing,
        _ name: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> String?
    ) -> VerbForm {
        VerbForm(
            page + "/erase", EraseName.self, question: CleanupText.whatGoes, note: CleanupText.eraseNote, target: page,
            of: thing,
            above: { request, tx in
                try name(request, tx).map { [FactList([.init(CleanupText.whose, HTML(text: $0))])] } ?? []
            },
            fields: { request, _ in
                [.hidden("kind", kind.rawValue), .hidden("thing", request.parameters[kind.rawValue] ?? "")]
            })
    }

    /// The button, where a name stands that nothing needs any more.
    static func actions(
        _ page: String, _ name: String, isDone: Bool, _ request: PageRequest, at place: DivisionID,
        in tx: any ReadTransaction
    ) throws -> [Action] {
        guard isDone, name != CleanupText.erased, name != CleanupText.masked(nil) else { return [] }
        return try VerbForm.actions([(EraseName.self, page + "/erase")], request, at: place, in: tx)
    }
}
