import Kernel
@testable import Registry
import Storage
import TestSupport
import Testing

@Suite("Offices, organisations, parties")
struct PeopleTests {
    @Test("The administrator's desk is always there and cannot be opened or closed")
    func administrator() throws {
        let register = try TestRegister()
        let admin = OfficeID("admin")!
        let desk = try #require(try register.read { try OfficeQueries.find(admin, in: $0) })
        #expect(desk.role == .administrator && desk.division == .root && desk.isOpen)
        let open = OpenOffice(
            office: admin, role: .administrator, division: .root, person: PersonID("x")!, title: "x")
        register.refuses(.officeReserved, open)
        register.refuses(.officeReserved, CloseOffice(office: admin))
    }

    @Test("A desk is opened once, closed, and may be opened again for somebody else")
    func desks() throws {
        let register = try TestRegister.small()
        let id = OfficeID("village-tanba")!
        func open(_ person: String) -> OpenOffice {
            OpenOffice(
                office: id, role: .villageClerk, division: TestRegister.village, person: PersonID(person)!,
                title: "潭坝村服务点")
        }
        try register.give(open("a"))
        register.refuses(.alreadyRegistered, open("b"))
        try register.give(CloseOffice(office: id))
        #expect(try register.read { try OfficeQueries.find(id, in: $0) }?.isOpen == false)
        register.refuses(.officeUnknown, CloseOffice(office: id))
        try register.give(open("b"))
        #expect(try register.read { try OfficeQueries.find(id, in: $0) }?.person.text == "b")
        let offices = try register.read { try OfficeQueries.list(within: DivisionID("p140421")!, in: $0) }
        #expect(offices.map(\.id) == [id])
    }

    @Test("A collective's name says that it is one (art. 21); a village has one collective and one committee")
    func bodies() throws {
        let register = try TestRegister.small()
        try register.give(
            ImportDivisions(
                codeSystem: .statistical, asOf: day("2018-01-01"),
                rows: [TestRegister.row("140421100202", "乙村", "140421100")]))
        let other = DivisionID("p140421100202")!
        let wrongName = register.refuses(
            .collectiveName, RegisterOrganisation(division: other, kind: .collective, name: "乙村股份公司"))
        #expect(wrongName?.basis?.article.en.contains("art. 21") == true)
        register.refuses(
            .secondBody, RegisterOrganisation(division: TestRegister.village, kind: .collective, name: "又一个集体经济组织"))
        register.refuses(
            .wrongLevel,
            RegisterOrganisation(division: TestRegister.village, kind: .townshipCollective, name: "乡集体经济组织"))
        let bodies = try register.read { try OrganisationQueries.list(of: TestRegister.village, in: $0) }
        #expect(bodies.map(\.kind) == [.collective, .committee])
    }

    @Test("A person's name is covered everywhere the public reads; a company's is not")
    func names() throws {
        let register = try TestRegister.small()
        try register.read { (tx) throws in
            #expect(try PartyQueries.findDisplayName(TestRegister.farmer, in: tx) == "王**")
            #expect(try PartyQueries.findDisplayName(TestRegister.company, in: tx) == "长治谷丰农业有限公司")
        }
    }

    @Test("What is personal never stands among the public fields of the event")
    func personal() throws {
        let register = try TestRegister.small()
        let subject = DataSubject("unnamed")!
        let number = try #require(IdentityNumber.completing("14042119800101001"))
        let events = try register.give(
            RegisterParty(
                kind: .person, name: Personal("李二", of: subject), identityNumber: Personal(number, of: subject),
                phone: Personal("13900000000", of: subject), division: TestRegister.village,
                memberOf: TestRegister.collective))
        var writer = FieldWriter(personal: .setAside)
        events.first?.write(to: &writer)
        let leaf = JSON.object(writer.members).canonicalText
        #expect(!leaf.contains("李二") && !leaf.contains(number.revealed) && !leaf.contains("13900000000"))
        #expect(writer.personal.map(\.path) == ["name", "identityNumber", "phone", "identityMark", "phoneMark"])
        let id = try #require(writer.members["party"]?.string)
        #expect(writer.personal.allSatisfy { $0.subject.text == id })
    }

    @Test("A company needs its name and credit code, a person a name of their own, and no code stands twice")
    func parties() throws {
        let register = try TestRegister.small()
        let village = TestRegister.village
        register.refuses(.creditCodeTaken, RegisterParty(kind: .company, creditCode: .example, division: village))
        register.refuses(.needsCreditCode, RegisterParty(kind: .company, publicName: "a", division: village))
        register.refuses(.needsPublicName, RegisterParty(kind: .company, division: village))
        register.refuses(.needsPersonalName, RegisterParty(kind: .person, division: village))
        register.refuses(.publicNameOfPerson, RegisterParty(kind: .person, publicName: "a", division: village))
        register.refuses(.divisionUnknown, RegisterParty(kind: .person, division: DivisionID("p9")!))
        let stranger = RegisterParty(
            kind: .person, name: Personal("a", of: DataSubject("x")!), division: village,
            memberOf: OrganisationID("x")!)
        register.refuses(.organisationUnknown, stranger)
    }
}

@Suite("Destroying what is personal")
struct ErasureTests {
    private func erasing(_ party: PartyID, _ reason: String = "asked for it") -> ErasePersonalData {
        ErasePersonalData(party: party, reason: reason)
    }

    @Test("A person's name is gone once and for good; of a company nothing is personal")
    func erased() throws {
        let register = try TestRegister.small()
        register.refuses(.partyUnknown, erasing(PartyID("nobody")!))
        register.refuses(.nothingPersonal, erasing(TestRegister.company))
        register.refuses(.reasonMissing, erasing(TestRegister.farmer, " "))
        try register.give(erasing(TestRegister.farmer))
        #expect(register.runner.all(PersonalDataErased.self).map(\.erased) == [DataSubject(of: TestRegister.farmer)])
        #expect(try register.read { try PartyQueries.findDisplayName(TestRegister.farmer, in: $0) } == "***")
        register.refuses(.alreadyErased, erasing(TestRegister.farmer))
    }

    @Test("Nothing is destroyed while the person has an account or a contract must still be kept")
    func kept() throws {
        let register = try TestRegister.small()
        let account = OfficeID("farmer-account")!
        try register.give(
            OpenOffice(
                office: account, role: .bidder, division: TestRegister.village,
                person: PersonID(TestRegister.farmer.text)!, title: "王**"))
        register.refuses(.accountOpen, erasing(TestRegister.farmer))
        try register.give(CloseOffice(office: account))
        try register.give(RegisterContract(terms: TestRegister.terms(lessee: TestRegister.farmer)))
        register.refuses(.stillNeeded, erasing(TestRegister.farmer))
        register.now =
            day("2031-03-31").adding(years: Int(Parameters.value(.retentionYears, on: register.now.date).value))
            .adding(days: 1).start
        try register.give(erasing(TestRegister.farmer))
    }
}

@Suite("Parameters")
struct ParameterTests {
    @Test("Every key has a shipped value within its bounds, with unit and source")
    func shipped() {
        for key in ParameterKey.allCases {
            let rows = Parameters.shipped[key] ?? []
            #expect(!rows.isEmpty, "\(key.rawValue)")
            for row in rows {
                #expect(row.bounds.contains(row.value), "\(key.rawValue)")
                #expect(!row.source.isEmpty, "\(key.rawValue)")
            }
        }
    }

    @Test("The law a figure rests on is dated: a lease of 2019 by the Contract Law, of 2021 by the Civil Code")
    func datedLaw() {
        #expect(Parameters.value(.termLeaseYears, on: day("2019-05-01")).article.contains("214"))
        #expect(Parameters.value(.termLeaseYears, on: day("2021-01-01")).article.contains("705"))
    }

    @Test("The nearest place that fixed a figure counts, from its day on; below it, it is inherited")
    func inheritance() throws {
        let register = try TestRegister.small()
        func set(_ place: String, _ value: Int64, from: String) throws {
            try register.give(
                SetParameter(
                    division: DivisionID(place)!, key: .depositRate, value: value, validFrom: day(from),
                    source: "doc 1"))
        }
        func value(_ place: String, _ on: String) throws -> ParameterValue {
            try register.read { try ParameterQueries.value(.depositRate, at: DivisionID(place)!, on: day(on), in: $0) }
        }
        #expect(try value("p140421100201", "2026-05-01").value == 1_000)
        try set("p140421", 1_500, from: "2026-04-01")
        try set("p140421", 1_200, from: "2026-06-01")
        try set("p140421100", 2_000, from: "2026-07-01")
        #expect(try value("p140421100201", "2026-03-31").version == 0)
        #expect(try value("p140421100201", "2026-05-01").value == 1_500)
        #expect(try value("p140421100201", "2026-06-15").value == 1_200)
        #expect(try value("p140421100201", "2026-06-15").version == 2)
        #expect(try value("p140421100201", "2026-07-01").value == 2_000)
        #expect(try value("p140421", "2026-07-01").value == 1_200)
        #expect(try value("p1404", "2026-07-01").value == 1_000)
    }

    @Test("Nobody leaves the bounds, sets the past, or forgets the source")
    func bounds() throws {
        let register = try TestRegister.small()
        func set(_ value: Int64, from: String = "2026-04-01", source: String = "doc") -> SetParameter {
            SetParameter(
                division: DivisionID("p140421")!, key: .termLeaseYears, value: value, validFrom: day(from),
                source: source)
        }
        register.refuses(.outOfBounds, set(21))
        register.refuses(.retroactive, set(15, from: "2026-03-01"))
        register.refuses(.sourceMissing, set(15, source: " "))
        try register.give(set(15))
        register.now = day("2026-04-02").start
        let refused = register.refuses(
            .leaseTooLong, RegisterContract(terms: TestRegister.terms(start: "2026-05-01", end: "2042-05-01")))
        #expect(refused?.text.en.contains("15 years") == true)
    }
}

@Suite("The register's shape")
struct ShapeTests {
    @Test("Refusals have numbers of their own in the 2000s, and words in both languages that name their details")
    func catalogue() {
        let numbers = Registry.Refusal.all.map(\.number)
        #expect(Set(numbers).count == numbers.count && numbers == numbers.sorted())
        for refusal in Registry.Refusal.all.map(\.specimen) {
            #expect((2_000..<3_000).contains(refusal.number))
            for words in [refusal.text, refusal.next] {
                #expect(!words.zh.isEmpty && !words.en.isEmpty && !words.zh.contains("{") && !words.en.contains("{"))
            }
        }
    }

    @Test("Each role has one name in each language, the one of the glossary")
    func roles() throws {
        let glossary = try #require(Tree.text("docs/glossary.md"))
        for role in Role.allCases {
            let line = "| \(role.label.zh) | \(role.phrase.en) |"
            #expect(glossary.contains(line), "the glossary has no line \(line)")
        }
    }

    @Test("Every projected table is in the schema with its key")
    func tables() throws {
        let register = try TestRegister.small()
        for table in Registry.tables {
            let columns = try register.read { tx in try Dump.keyColumns(of: table, in: tx) }
            #expect(columns == table.key, "\(table.name)")
        }
    }
}
