import Kernel
import Registry
import Storage
import Web

/// The roll of a collective today, by household, names masked: for the offices responsible for it.
struct RollPage {
    /// Who may see the roll of their places.
    static let readers: Set<Role> = [.villageClerk, .stationAgent, .countyOfficer, .supervisor]

    let organisation: Organisation
    let lines: [MemberLine]
    let figures: RollFigures
    let actions: [Action]
    let mayEnd: Bool
    let mayErase: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let organisation = try request.ownOrganisation(in: tx) else { return nil }
        let id = organisation.id
        self.organisation = organisation
        lines = try MemberQueries.lines(of: id, in: tx)
        figures = RollFigures(lines.map(\.member), on: request.now.date)
        let place = organisation.division
        actions = [
            organisation.kind == .collective
                ? try AdmitMember.action(
                    to: "/organisations/\(id)/members/new", for: request, at: place, isPrimary: true, in: tx)
                : nil,
            try CallMeeting.action(to: "/meetings/new", for: request, at: place, in: tx),
            Action(AssemblyText.officeHolders, to: "/organisations/\(id)/officers"),
        ].compactMap(\.self)
        mayEnd = try EndMembership.isOffered(to: request, at: place, in: tx)
        mayErase = try EraseMember.isOffered(to: request, at: place, in: tx)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("organisation", as: OrganisationName.self)
            .flatMap { try OrganisationQueries.find($0, in: tx) }.map { Belonging(at: $0.division) }
    }

    private var hasActs: Bool { mayEnd || mayErase }

    /// What can be done with one line of the roll.
    private func act(_ line: MemberLine, _ request: PageRequest) -> HTML {
        let base = "/organisations/\(organisation.id)/members/\(line.member.id)"
        if line.member.until == nil {
            return mayEnd ? HTML.link(request(EndMembership.title), to: base + "/end") : ""
        }
        let isErased = line.displayName == AssemblyText.erased
        return mayErase && !isErased ? HTML.link(request(EraseMember.title), to: base + "/erase") : ""
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = lines.prefix(500).map { line -> [HTML] in
            [
                HTML(text: line.member.id.text), HTML(text: line.member.household.text), HTML(text: line.displayName),
                HTML(text: line.member.since.map { format.date($0) } ?? "—"),
                HTML(text: line.member.until.map { format.date($0) } ?? "—"), HTML(text: request(line.ground.label)),
            ] + (hasActs ? [act(line, request)] : [])
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
                    .init(
                        AssemblyText.withoutWoman,
                        HTML(text: figures.withoutWoman.prefix(50).map(\.text).joined(separator: " "))),
                ]),
                DataTable(
                    columns: [
                        .init(AssemblyText.member), .init(AssemblyText.household), .init(AssemblyText.name),
                        .init(AssemblyText.since, .number), .init(AssemblyText.until, .number),
                        .init(AssemblyText.ground),
                    ] + (hasActs ? [.init(AssemblyText.nextStep)] : []), rows: Array(rows),
                    empty: EmptyState(AssemblyText.noMembers)),
            ])
    }
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
