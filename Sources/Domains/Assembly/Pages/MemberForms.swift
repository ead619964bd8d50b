import Kernel
import Registry
import Storage
import Web

/// The forms of the roll of members. A new member, and a new household, get their names from the program.
enum MemberForms {
    static let all = [admit, identify, move, end, erase]

    static let admit = VerbForm(
        "/organisations/{organisation}/members/new", AdmitMember.self, note: AssemblyText.admitNote,
        target: "/organisations/{organisation}/members", of: RollPage.thing,
        fields: { request, tx in
            let households = try households(
                AssemblyText.household, hint: AssemblyText.newHousehold, request, in: tx)
            return VerbForm.hidden("organisation", of: request) + households + [
                .text("name", AssemblyText.name, limit: 60), identityNumber, phone,
                .choice(
                    "sex", AssemblyText.sex, VerbForm.options(request) { (sex: Sex) in sex.label }, optional: true),
                .date("birth", AssemblyText.birth, hint: AssemblyText.birthHint, optional: true),
                .date("since", AssemblyText.since, value: request.now.date),
                .choice(
                    "ground", AssemblyText.ground,
                    VerbForm.options(request) { (ground: MembershipGround) in ground.label }),
            ]
        })

    static let move = VerbForm(
        "/organisations/{organisation}/members/{member}/move", MoveMember.self, note: AssemblyText.moveNote,
        target: "/organisations/{organisation}/members/{member}", of: thing,
        fields: { request, tx in
            VerbForm.hidden("member", of: request)
                + (try households(AssemblyText.newHome, hint: AssemblyText.newHomeHint, request, in: tx))
        })

    /// The households of the roll, by who stands first; nothing where there is none yet.
    private static func households(
        _ label: Message, hint: Message, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> [FormField] {
        guard let body = request.identifier("organisation", as: OrganisationName.self) else { return [] }
        let people = try MemberQueries.lines(of: body, in: tx)
        let names = HouseholdNames(people, shownToKeeper: true)
        let options = Set(people.map(\.member.household)).sorted().map { home in
            FormField.Option(home.text, request(names[home]))
        }
        return options.isEmpty ? [] : [.choice("household", label, options, hint: hint, optional: true)]
    }

    static let identify = VerbForm(
        "/organisations/{organisation}/members/{member}/identify", IdentifyMember.self, note: AssemblyText.identifyNote,
        target: "/organisations/{organisation}/members/{member}", of: thing,
        fields: { request, _ in VerbForm.hidden("member", of: request) + [identityNumber, phone] })

    private static let identityNumber = FormField.text(
        "identityNumber", AssemblyText.identityNumber, hint: AssemblyText.identityHint, optional: true, limit: 40)
    private static let phone = FormField.text(
        "phone", AssemblyText.phone, hint: AssemblyText.phoneHint, optional: true, limit: 40)

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

    static let thing: VerbForm.Thing = { request, tx in
        guard let body = request.identifier("organisation", as: OrganisationName.self),
            let member = request.identifier("member", as: MemberName.self)
        else { return nil }
        return try MemberQueries.findPlace(of: member, on: body, in: tx).map {
            Belonging(at: $0, of: PersonID(member.text))
        }
    }
}
