import Kernel
import Registry
import Storage
import Web

extension Exchange {
    /// Pages of the rules that are no lot's own: who is barred, and the bank's file.
    static func ruleForms(_ database: any Database, _ desk: DeskReading) -> [Route] {
        let reviewers: Set<Role> = [.stationReviewer, .countyOfficer, .supervisor]
        return [
            Route(
                "/exchange/bars", ExchangeText.Rule.bars, .roles(ExchangeDesk.roles.union(reviewers)),
                .page { request in
                    let lines = try database.read { try DebarmentQueries.list(in: $0) }
                    return .page(DebarmentListPage(lines: lines).page(request))
                }),
            Route(
                "/exchange/bars/new", DebarParty.title, .roles(DebarParty.access.roles),
                .form(
                    command: DebarParty.fullName,
                    page: { request in .page(try database.read { try DebarmentForm.bar(request, in: $0) }) },
                    done: { _, _ in "/exchange/bars" })),
            Route(
                "/exchange/bars/lift", LiftDebarment.title, .roles(LiftDebarment.access.roles),
                .form(
                    command: LiftDebarment.fullName,
                    page: { request in .page(try database.read { try DebarmentForm.lift(request, in: $0) }) },
                    done: { _, _ in "/exchange/bars" })),
            DepositUpload(desk: desk).route(),
        ]
    }
}
