import Kernel
import Registry
import Storage
import Web

/// One member and the household: for the desks that keep the roll, and for the member.
struct MemberPage {
    static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]

    let organisation: Organisation
    let line: MemberLine
    let household: [MemberLine]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let body = request.identifier("organisation", as: OrganisationName.self),
            let organisation = try OrganisationQueries.find(body, in: tx),
            let member = request.identifier("member", as: MemberName.self),
            let line = try MemberQueries.findLine(member, on: body, in: tx)
        else { return nil }
        self.organisation = organisation
        self.line = line
        household = try MemberQueries.lines(of: body, household: line.member.household, in: tx).filter {
            $0.member.isMember(on: request.now.date)
        }
        let base = RollPage.path(of: body) + "/\(member)"
        let isOver = line.member.until != nil
        let acts: [(command: any Command.Type, path: String)] =
            isOver
            ? (line.isErased ? [] : [(EraseMember.self, base + "/erase")])
            : [
                (IdentifyMember.self, base + "/identify"), (MoveMember.self, base + "/move"),
                (EndMembership.self, base + "/end"),
            ]
        actions = try VerbForm.actions(acts, request, at: organisation.division, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let member = line.member
        let shares = household.reduce(0) { $0 + $1.member.shares }
        let isKeeper = request.principal.map { !$0.role.isPrivate } ?? false
        let crumbs: [Breadcrumb.Crumb] =
            isKeeper ? [.init(request(AssemblyText.members), RollPage.path(of: organisation.id))] : []
        func entered(_ isEntered: Bool) -> HTML {
            HTML(text: request(isEntered ? AssemblyText.entered : AssemblyText.notEntered))
        }
        return Page(
            AssemblyText.aMember, request,
            [
                Breadcrumb(crumbs + [.init(line.shown(to: true))]),
                Headline(
                    AssemblyText.memberQuestion,
                    answer: AssemblyText.householdShares(
                        format.shares(hundredths: shares), format.count(household.count)),
                    note: AssemblyText.shareMeans, in: request.language),
                ActionBar(actions),
                FactList([
                    .init(AssemblyText.name, HTML(text: line.shown(to: true))),
                    .init(
                        AssemblyText.organisation,
                        HTML.link(organisation.name, to: "/organisations/\(organisation.id)")),
                    .init(AssemblyText.since, member.since.map { HTML(text: format.date($0)) }),
                    .init(AssemblyText.until, member.until.map { HTML(text: format.date($0)) }),
                    .init(AssemblyText.ground, HTML(text: request(line.ground.label))),
                    .init(AssemblyText.ownShares, HTML(text: format.shares(hundredths: member.shares))),
                    .init(AssemblyText.identityEntered, entered(line.hasIdentity)),
                    .init(AssemblyText.phoneEntered, entered(line.hasPhone)),
                ]),
                Section(
                    AssemblyText.thisHousehold,
                    [
                        DataTable(
                            columns: [
                                .init(AssemblyText.name), .init(AssemblyText.since, .number),
                                .init(AssemblyText.ownShares, .number),
                            ],
                            rows: household.map {
                                [
                                    HTML(text: $0.shown(to: true)),
                                    HTML(text: $0.member.since.map(format.date) ?? "—"),
                                    HTML(text: format.shares(hundredths: $0.member.shares)),
                                ]
                            })
                    ]),
                ActionBar([
                    Action(AssemblyText.comingMeetings, to: Links.address("/meetings", query: ["q": organisation.name]))
                ]),
            ])
    }
}
