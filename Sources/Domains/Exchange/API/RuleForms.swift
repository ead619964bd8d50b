import Kernel
import Registry
import Storage
import Web

extension Exchange {
    /// Pages of the rules that are no lot's own: who is barred, and the bank's file.
    static func ruleForms(_ database: any Database) -> [Route] {
        let reviewers: Set<Role> = [.stationReviewer, .countyOfficer, .supervisor]
        return [
            Route(
                "/exchange/bars", ExchangeText.Rule.bars, .roles(ExchangeDesk.roles.union(reviewers)),
                .page { request in
                    let lines = try database.read { try BarQueries.list(in: $0) }
                    return .page(BarListPage(lines: lines).page(request))
                }),
            Route(
                "/exchange/bars/new", BarParty.title, .roles(BarParty.access.roles),
                .form(
                    command: BarParty.fullName,
                    page: { request in .page(try database.read { try BarForm.bar(request, in: $0) }) },
                    done: { _, _ in "/exchange/bars" })),
            Route(
                "/exchange/bars/lift", LiftBar.title, .roles(LiftBar.access.roles),
                .form(
                    command: LiftBar.fullName,
                    page: { request in .page(try database.read { try BarForm.lift(request, in: $0) }) },
                    done: { _, _ in "/exchange/bars" })),
            Route(
                "/exchange/deposits/import", ImportDeposits.title, .roles(ImportDeposits.access.roles),
                .form(
                    command: ImportDeposits.fullName, page: { .page(BarForm.deposits($0)) },
                    done: { _, _ in "/exchange/desk" })),
        ]
    }
}
