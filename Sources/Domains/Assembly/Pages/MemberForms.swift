import Kernel
import Registry
import Storage
import Web

/// The forms of the roll of members. A new member, and a new household, get their names from the program.
enum MemberForms {
    static let all = [admit, end, erase]

    static let admit = VerbForm(
        "/organisations/{organisation}/members/new", AdmitMember.self, note: AssemblyText.admitNote,
        target: "/organisations/{organisation}/members", of: RollPage.thing,
        fields: { request, tx in
            let known = try request.identifier("organisation", as: OrganisationName.self).map {
                try MemberQueries.lines(of: $0, in: tx)
            }
            let households = Dictionary(grouping: known ?? []) { $0.member.household }.sorted { $0.key < $1.key }
            let household = FormField.choice(
                "household", AssemblyText.household,
                households.map { household, members in
                    .init(
                        household.text, "\(household) · \(members.prefix(3).map(\.displayName).joined(separator: " "))")
                }, hint: AssemblyText.newHousehold, optional: true)
            return VerbForm.hidden("organisation", of: request) + (households.isEmpty ? [] : [household]) + [
                .text("name", AssemblyText.name, limit: 60),
                .choice(
                    "sex", AssemblyText.sex, VerbForm.options(request) { (sex: Sex) in sex.label }, optional: true),
                .date("birth", AssemblyText.birth),
                .date("since", AssemblyText.since, value: request.now.date),
                .choice(
                    "ground", AssemblyText.ground,
                    VerbForm.options(request) { (ground: MembershipGround) in ground.label }),
            ]
        })

    static let end = VerbForm(
        "/organisations/{organisation}/members/{member}/end", EndMembership.self, note: AssemblyText.endNote,
        target: "/organisations/{organisation}/members", of: thing,
        fields: { request, _ in
            VerbForm.hidden("member", of: request) + [
                .choice(
                    "ground", AssemblyText.endGround,
                    VerbForm.options(request) { (ground: EndGround) in ground.label }),
                .date("until", AssemblyText.until, value: request.now.date),
                .text("paper", AssemblyText.paper, hint: AssemblyText.endPaperHint),
            ]
        })

    static let erase = VerbForm(
        "/organisations/{organisation}/members/{member}/erase", EraseMember.self,
        target: "/organisations/{organisation}/members", of: thing,
        fields: { request, _ in
            VerbForm.hidden("member", of: request) + [.text("reason", AssemblyText.eraseReason)]
        })

    private static let thing: VerbForm.Thing = { request, tx in
        guard let body = request.identifier("organisation", as: OrganisationName.self),
            let member = request.identifier("member", as: MemberName.self)
        else { return nil }
        return try MemberQueries.findPlace(of: member, on: body, in: tx).map { Belonging(at: $0) }
    }
}
