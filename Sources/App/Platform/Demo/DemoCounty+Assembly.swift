import Kernel

extension DemoCounty {
    private static let meetingVillage = "nanzhuang"

    /// The members of one village, an assembly they held on the year's distribution and the budget, and the next one, called.
    mutating func meet() {
        guard let village = DemoText.villages.first(where: { $0.id == Self.meetingVillage }) else { return }
        let members = DemoText.members.indices.map { "\(village.id)-member-\($0 + 1)" }
        for (number, name) in DemoText.members.enumerated() { admit(members[number], name, number, of: village) }
        assembly(
            village, "call", at: day(46), "callMeeting",
            [
                "meeting": meeting(village, 1), "organisation": .string(village.collective), "body": "assembly",
                "day": day(30).date.field, "agenda": .string(DemoText.agendaOfYear),
            ])
        hold(village, members)
        deliberate(village)
        assembly(
            village, "call-next", at: day(2), "callMeeting",
            [
                "meeting": meeting(village, 2), "organisation": .string(village.collective), "body": "assembly",
                "day": day(-16).date.field, "agenda": .string(DemoText.agendaNext),
            ])
    }

    /// Three to a household; the first ones are the elder.
    private mutating func admit(_ member: String, _ name: String, _ number: Int, of village: DemoVillage) {
        var person: [String: JSON] = [
            "member": .string(member), "organisation": .string(village.collective),
            "household": .string("\(village.id)-household-\(number / 3 + 1)"), "name": .string(name),
            "phone": .string("1990000\(1_001 + number)"), "since": day(60).date.field, "ground": "reform",
            "shares": 100,
        ]
        let born = "\(1_950 + number % 3 * 18 + number / 3)0412"
        person["identityNumber"] = IdentityNumber.completing("140498\(born)\(101 + number)").map { $0.field }
        assembly(village, member, at: day(60, 9 * 60 + Int64(number)), "admitMember", .object(person))
    }

    private mutating func hold(_ village: DemoVillage, _ members: [String]) {
        let here = meeting(village, 1)
        func at(_ minutes: Int64) -> Instant { day(30, 9 * 60 + minutes) }
        assembly(
            village, "proxy", at: at(0), "grantProxy",
            ["meeting": here, "member": .string(members[3]), "holder": .string(members[4])])
        // Two are away, one of them with a proxy.
        let present = members.enumerated().filter { $0.offset != 3 && $0.offset != 8 }.map { JSON.string($0.element) }
        assembly(
            village, "attend", at: at(10), "attendTogether",
            ["meeting": here, "how": "inPerson", "members": .array(present)])
        assembly(village, "open", at: at(20), "openMeeting", ["meeting": here])
        for (number, (matter, opponents)) in [("distribution", 5...6), ("budget", 9...11)].enumerated() {
            let minutes = Int64(30 + 30 * number)
            assembly(
                village, "motion-\(matter)", at: at(minutes), "putMotion", ["meeting": here, "matter": .string(matter)])
            let against = members[opponents].map { JSON.string($0) }
            assembly(
                village, "against-\(matter)", at: at(minutes + 5), "countVoices",
                ["meeting": here, "choice": "against", "members": .array(against)])
            assembly(
                village, "for-\(matter)", at: at(minutes + 10), "countVoices",
                ["meeting": here, "choice": "for", "others": true])
            assembly(village, "counted-\(matter)", at: at(minutes + 15), "closeVote", ["meeting": here])
        }
        assembly(village, "close", at: at(120), "closeMeeting", ["meeting": here])
    }

    /// The way of the year's distribution: three deliberations before the assembly decided it, and its notice; what came of it is
    /// still to be shown.
    private mutating func deliberate(_ village: DemoVillage) {
        let matter: JSON = .string("\(village.id)-distribution")
        assembly(
            village, "matter", at: day(45), "openDeliberation",
            [
                "deliberation": matter, "organisation": .string(village.collective), "matter": "distribution",
                "subject": .string(DemoText.distribution),
            ])
        for (step, days) in [
            ("branchProposes", 44), ("committeesConsult", 42), ("partyReviews", 40), ("resolutionShown", 29),
        ] {
            assembly(
                village, "step-\(step)", at: day(days, 17 * 60), "takeStep",
                [
                    "deliberation": matter, "step": .string(step), "day": day(days).date.field,
                    "minutes": [.string(String(repeating: "5a", count: 32))],
                ])
        }
        assembly(
            village, "decided", at: day(30, 12 * 60), "decideDeliberation",
            ["deliberation": matter, "resolution": .string("\(village.id)-assembly-1-1")])
    }

    private func meeting(_ village: DemoVillage, _ number: Int) -> JSON { .string("\(village.id)-assembly-\(number)") }

    private mutating func assembly(
        _ village: DemoVillage, _ key: String, at hour: Instant, _ verb: String, _ arguments: JSON
    ) {
        give(hour, village.desk, "assembly.\(verb)", "assembly-\(key)", arguments)
    }
}
