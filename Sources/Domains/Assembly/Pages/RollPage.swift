import Kernel
import Registry
import Storage
import Web

/// The roll of a collective by household: with names for the desks that keep it, masked for whoever watches over them.
struct RollPage {
    /// Who may see the roll of their places.
    static let readers: Set<Role> = [.villageClerk, .stationAgent, .countyOfficer, .supervisor]

    let organisation: Organisation
    let lines: [MemberLine]
    let figures: RollFigures
    let actions: [Action]
    /// Whether the reader keeps the roll, and so sees whole names.
    let isKeeper: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let organisation = try request.ownOrganisation(in: tx) else { return nil }
        let id = organisation.id
        self.organisation = organisation
        lines = try MemberQueries.lines(of: id, in: tx)
        figures = RollFigures(lines.map(\.member), on: request.now.date)
        let place = organisation.division
        isKeeper = try AdmitMember.isOffered(to: request, at: place, in: tx)
        let entering =
            organisation.kind == .collective && isKeeper
            ? [
                Action(AdmitMember.title, to: Self.path(of: id) + "/new", isPrimary: true),
                Action(AssemblyText.importTitle, to: MemberUpload.upload.address(of: place)),
            ] : []
        actions =
            entering
            + [
                try CallMeeting.action(to: "/meetings/new", for: request, at: place, in: tx),
                Action(AssemblyText.officeHolders, to: "/organisations/\(id)/officers"),
            ].compactMap(\.self)
    }

    static func path(of organisation: OrganisationID) -> String { "/organisations/\(organisation)/members" }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("organisation", as: OrganisationName.self)
            .flatMap { try OrganisationQueries.find($0, in: tx) }.map { Belonging(at: $0.division) }
    }

    /// Nothing where there is no such household.
    private func withoutWoman(_ households: HouseholdNames, _ request: PageRequest) -> HTML? {
        guard !figures.withoutWoman.isEmpty else { return nil }
        return HTML(
            text: figures.withoutWoman.prefix(50).map { request(households[$0]) }
                .joined(separator: request(AssemblyText.separator)))
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let households = HouseholdNames(lines, shownToKeeper: isKeeper)
        let rows = lines.map { line -> [ListCell] in
            let member = line.member
            return [
                .text(
                    line.shown(to: isKeeper),
                    to: isKeeper ? Self.path(of: organisation.id) + "/\(member.id)" : nil),
                .text(request(households[member.household])), .date(member.since, format),
                .date(member.until, format), .text(request(line.ground.label)),
                .number(format.shares(hundredths: member.shares), member.shares),
            ]
        }
        return Page(
            AssemblyText.members, request,
            [
                Headline(
                    AssemblyText.membersQuestion, answer: AssemblyText.people(format.count(figures.members)),
                    in: request.language),
                ActionBar(actions),
                FactList([
                    .init(AssemblyText.organisation, HTML(text: organisation.name)),
                    .init(AssemblyText.householdCount, HTML(text: format.count(figures.households))),
                    .init(AssemblyText.voters, HTML(text: format.count(figures.voters))),
                    .init(AssemblyText.quorum, HTML(text: format.count(figures.quorum))),
                    .init(AssemblyText.threeQuarters, HTML(text: format.count(figures.threeQuarters))),
                    .init(AssemblyText.withoutWoman, withoutWoman(households, request)),
                ]),
                ListTable(
                    request,
                    columns: [
                        .init("name", AssemblyText.name), .init("household", AssemblyText.household),
                        .init("since", AssemblyText.since, .number), .init("until", AssemblyText.until, .number),
                        .init("ground", AssemblyText.ground), .init("shares", AssemblyText.ownShares, .number),
                    ], rows: rows, empty: EmptyState(AssemblyText.noMembers)),
            ])
    }
}

extension MemberLine {
    func shown(to isKeeper: Bool) -> String { isKeeper ? name ?? displayName : displayName }
}

extension PageRequest {
    /// The body the address names, where it lies in the reader's own places; nil otherwise.
    func ownOrganisation(in tx: any ReadTransaction) throws -> Organisation? {
        guard let id = identifier("organisation", as: OrganisationName.self),
            let organisation = try OrganisationQueries.find(id, in: tx), let principal,
            try DivisionQueries.isWithin(organisation.division, of: principal.division, in: tx)
        else { return nil }
        return organisation
    }
}
