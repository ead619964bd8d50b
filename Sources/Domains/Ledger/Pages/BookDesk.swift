import Kernel
import Registry
import Storage
import Web

/// Who may look into which books: the desks of the place itself and of every place above it.
enum BookDesk {
    static let readers: Set<Role> = [
        .villageClerk, .villageAccountant, .stationAgent, .stationReviewer, .countyOfficer, .countyReleaser,
        .supervisor, .administrator,
    ]

    /// The organisation of the address, when the person may see its books; nil otherwise, which shows as "not there".
    static func organisation(_ request: PageRequest, in tx: any ReadTransaction) throws -> Organisation? {
        guard let principal = request.principal, readers.contains(principal.role),
            let id = request.identifier("organisation", as: OrganisationName.self),
            let organisation = try OrganisationQueries.find(id, in: tx),
            try DivisionQueries.isWithin(organisation.division, of: principal.division, in: tx)
        else { return nil }
        return organisation
    }

    /// The page `body` makes for the organisation of the address, or "not there".
    static func page(
        _ request: PageRequest, _ database: any Database,
        _ body: (Organisation, any ReadTransaction) throws -> Page?
    ) throws -> PageResult {
        try database.read { tx in
            guard let organisation = try organisation(request, in: tx), let page = try body(organisation, tx) else {
                return .notFound
            }
            return .page(page)
        }
    }

    /// The open desks that answer for the place, to choose from.
    static func desks(
        of organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction,
        where isMeant: (Office) -> Bool = { _ in true }
    ) throws -> [FormField.Option] {
        let roles = ReviewDesk.roles.union([.villageClerk])
        return try OfficeQueries.listOver(organisation.division, roles: roles, in: tx).filter(isMeant).map {
            FormField.Option($0.id.text, "\($0.title) · \(request($0.role.label))")
        }
    }

    static func path(_ organisation: OrganisationID, _ rest: String = "") -> String { "/books/\(organisation)\(rest)" }

    /// The way down to here.
    static func crumbs(_ organisation: Organisation, _ request: PageRequest, _ here: Message? = nil) -> Breadcrumb {
        let books = Breadcrumb.Crumb(request(BookText.booksTitle), "/books")
        guard let here else { return Breadcrumb([books, Breadcrumb.Crumb(organisation.name)]) }
        return Breadcrumb([
            books, Breadcrumb.Crumb(organisation.name, path(organisation.id)), Breadcrumb.Crumb(request(here)),
        ])
    }
}

extension PageRequest {
    /// Whether the reader's role may give the command, and is offered its form.
    func may(_ command: any LedgerCommand.Type) -> Bool {
        command.isOffered(to: self)
    }

    func money(_ amount: Money) -> String { format.money(amount) }

    /// The day the page is asked for: `?at=2026-03-31`, otherwise today.
    var day: CivilDate { query["at"].flatMap { CivilDate($0) } ?? now.date }

    /// The year the page is asked for: `?year=2026`; nil where none is.
    var year: AccountingYear? { Self.year(query["year"]) }
    /// The year that stands in the path.
    var addressYear: AccountingYear? { Self.year(parameters["year"]) }

    private static func year(_ text: String?) -> AccountingYear? {
        text.flatMap { AddressNumber.index.find($0) }.flatMap { AccountingYear(Int($0)) }
    }

    /// Doors to the same page as it stood at the end of another month or year; none leads past today. What shows a year to
    /// date (`byMonth` false) shows another year whole.
    func otherDays(byMonth: Bool) -> [Action] {
        let (month, today) = (AccountingMonth(day), now.date)
        func door(_ label: Message, _ months: Int) -> Action? {
            let there = AccountingMonth(index: month.index + months)
            guard there.index >= 12, there.january.firstDay <= today, !byMonth || there.firstDay <= today else {
                return nil
            }
            let other = byMonth ? there : AccountingMonth(index: there.january.index + 11)
            return Action(label, to: link(setting: ["at": min(other.lastDay, today).description, "page": nil]))
        }
        let years = [door(BookText.yearBefore, -12), door(BookText.yearAfter, 12)]
        let months = byMonth ? [door(BookText.monthBefore, -1), door(BookText.monthAfter, 1)] : []
        return (months + years).compactMap(\.self)
    }
}
