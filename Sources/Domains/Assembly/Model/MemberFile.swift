package import Kernel
package import Registry
import Workbook

/// A list of members as a village keeps it: read row by row, nothing guessed.
package struct MemberFile: Sendable {
    package enum Column: String, Sendable, CaseIterable {
        case person, household, name, relation, sex, birth, since, until, ground, capable, shares, identity, phone,
            remark
    }

    /// One row that could be read. Somebody without a day of confirmation lives there and is no member.
    package struct Entry: Sendable {
        package let member: Member
        package let name: String
        package let ground: MembershipGround?
        package let identityNumber: IdentityNumber?
        package let phone: String?
        /// Why the life is over, where the file says so.
        package let isEnded: Bool
    }

    package let encoding: TableEncoding
    package let answers: [Table<Column>.Answer<Entry>]

    /// Rows are numbered under `organisation`, so that two villages may both have an m001.
    package init(_ bytes: [UInt8], of organisation: OrganisationID, sheet: String? = nil) throws(Rejection) {
        let needed: Set<Column> = [.household, .name]
        let columns = Column.allCases.map {
            TableColumn($0, [$0.rawValue] + AssemblyText.memberHeadings($0), isRequired: needed.contains($0))
        }
        let table = try TableFile.read(bytes, TableReader(columns), sheet: sheet, merged: .filled)
        encoding = table.encoding
        var reader = MemberRows(organisation: organisation)
        answers = table.answers { row throws(Rejection) in .accepted(try reader.read(row)) }
    }

    package var entries: [Entry] {
        answers.compactMap { if case .accepted(let entry) = $0.outcome { entry } else { nil } }
    }

    package func figures(on day: CivilDate) -> RollFigures { RollFigures(entries.map(\.member), on: day) }
}

/// Reads the rows in order: who came before, and how many of each household.
private struct MemberRows {
    typealias Row = Table<MemberFile.Column>.Row

    let organisation: OrganisationID
    /// Line of each number, and of each identity number, that was read.
    var lines: [MemberID: Int] = [:]
    var identities: [IdentityNumber: Int] = [:]
    var perHousehold: [HouseholdID: Int] = [:]
    /// Merged cells come empty below the first: the household of the row above.
    var household = ""

    mutating func read(_ row: Row) throws(Rejection) -> MemberFile.Entry {
        var problems = RowProblems()
        let written = problems.take { () throws(Rejection) in try row.text(.household) } ?? ""
        if !written.isEmpty { household = written }
        guard let installation = HouseholdID(household) else {
            throw AssemblyRefusal.codeUnreadable(household).at(row.heading(.household))
        }
        let place = (perHousehold[installation] ?? 0) + 1
        let member = problems.take { () throws(Rejection) in try number(row, installation, place) }
        let name = problems.take { () throws(Rejection) in try row.value(.name, as: String.self) } ?? ""
        let sex: Sex? = problems.take { () throws(Rejection) in try readSex(row) } ?? nil
        let birth = problems.take { () throws(Rejection) in try row.optional(.birth, as: CivilDate.self) } ?? nil
        let since = problems.take { () throws(Rejection) in try row.optional(.since, as: CivilDate.self) } ?? nil
        let until = problems.take { () throws(Rejection) in try row.optional(.until, as: CivilDate.self) } ?? nil
        let ground: MembershipGround? = problems.take { () throws(Rejection) in try readGround(row) } ?? nil
        let capacity = problems.take { () throws(Rejection) in try readCapacity(row) } ?? Capacity.byAge
        let shares = problems.take { () throws(Rejection) in try readShares(row) } ?? 0
        let identity: IdentityNumber? = problems.take { () throws(Rejection) in try readIdentity(row) } ?? nil
        let phone = problems.take { () throws(Rejection) in try row.text(.phone) } ?? ""
        problems.take { () throws(Rejection) in try checkDays(row, birth ?? identity?.born, since, until) }
        try problems.finish()
        let id = member ?? .example
        perHousehold[installation] = place
        lines[id] = row.line
        return MemberFile.Entry(
            member: Member(
                id: id, organisation: organisation, household: installation, sex: sex, birth: birth ?? identity?.born,
                since: since,
                until: until, capacity: capacity, shares: shares), name: name, ground: ground, identityNumber: identity,
            phone: phone.isEmpty ? nil : phone, isEnded: until != nil)
    }

    private func checkDays(_ row: Row, _ birth: CivilDate?, _ since: CivilDate?, _ until: CivilDate?) throws(Rejection)
    {
        guard let since else { return }
        guard birth != nil else { throw KernelRejection.missing(field: row.heading(.birth)).rejection }
        if let until, until < since { throw AssemblyRefusal.endsBeforeStart().at(row.heading(.until)) }
    }

    /// The person's own number, or the household's with their place in it.
    private func number(_ row: Row, _ installation: HouseholdID, _ place: Int) throws(Rejection) -> MemberID {
        let written = try row.text(.person)
        let text = written.isEmpty ? "\(organisation)-\(installation)-\(place)" : "\(organisation)-\(written)"
        guard let id = MemberID(text) else { throw AssemblyRefusal.codeUnreadable(written).at(row.heading(.person)) }
        if let line = lines[id] { throw AssemblyRefusal.rowTwice(line).at(row.heading(.person)) }
        return id
    }

    private func readSex(_ row: Row) throws(Rejection) -> Sex? {
        let word = try row.text(.sex).lowercased()
        if word.isEmpty { return nil }
        guard let sex = AssemblyText.sexes[word] else {
            throw KernelRejection.notAChoice(field: row.heading(.sex), choices: ["1", "2"]).rejection
        }
        return sex
    }

    private func readGround(_ row: Row) throws(Rejection) -> MembershipGround? {
        let word = try row.text(.ground)
        if word.isEmpty || AssemblyText.noGround.contains(word) { return nil }
        guard let ground = MembershipGround(rawValue: word) ?? AssemblyText.grounds[word] else {
            throw KernelRejection.notAChoice(
                field: row.heading(.ground), choices: MembershipGround.allCases.map(\.rawValue)
            ).rejection
        }
        return ground
    }

    private func readCapacity(_ row: Row) throws(Rejection) -> Capacity {
        let word = try row.text(.capable).lowercased()
        guard let capacity = AssemblyText.capacities[word] else {
            throw KernelRejection.notAChoice(field: row.heading(.capable), choices: ["yes", "no", "byWork"]).rejection
        }
        return capacity
    }

    /// Hundredths: "1.5" is 150.
    private func readShares(_ row: Row) throws(Rejection) -> Int64 {
        if let word = AssemblyText.holdsShare[try row.text(.shares)] { return word ? 100 : 0 }
        guard let amount = try row.optional(.shares, as: Money.self) else { return 0 }
        guard (0...1_000_000_000).contains(amount.fen) else {
            throw AssemblyRefusal.sharesNegative().at(row.heading(.shares))
        }
        return amount.fen
    }

    private mutating func readIdentity(_ row: Row) throws(Rejection) -> IdentityNumber? {
        let text = try row.text(.identity)
        guard !text.isEmpty else { return nil }
        let number: IdentityNumber
        do throws(Rejection) { number = try IdentityNumber(text) } catch { throw error.at(row.heading(.identity)) }
        if let line = identities[number] { throw AssemblyRefusal.rowTwice(line).at(row.heading(.identity)) }
        identities[number] = row.line
        return number
    }
}
