import Kernel
import Testing

private struct Line: FieldRecord, Equatable {
    let account: String
    let amount: Money

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            account: pass.value("account", \.account),
            amount: pass.value("amountFen", \.amount))
    }

}

private struct Rent: FieldRecord {
    let party: PersonID
    let name: Personal<String>
    let start: CivilDate?
    let lines: [Line]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let party = pass.value("party", \.party)
        return Self(
            party: party,
            name: pass.personal("name", \.name, of: DataSubject(party.text) ?? DataSubject.example),
            start: pass.optional("start", \.start),
            lines: pass.list("lines", \.lines))
    }

}

@Suite("Fields") struct FieldTests {
    private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

    @Test("One pass finds every missing, wrong and unknown field and names its place")
    func allProblems() throws {
        let input = try json(
            #"{"party":"a b","strat":"2020-01-01","lines":[{"account":"102","amountFen":1},{"account":5}]}"#)
        let thrown = #expect(throws: Rejection.self) { try Rent.read(input) }
        let found = (thrown?.flattened ?? []).map { "\($0.number) \($0.field ?? "")" }
        #expect(found == ["1012 party", "1006 name", "1007 lines[1].account", "1006 lines[1].amountFen", "1010 strat"])
    }

    @Test(
        "A personal value is set aside on the way into the log, and stands in the clear only on the way to the writer")
    func personalSetAside() throws {
        let input = try json(#"{"party":"p1","name":"王小明","lines":[{"account":"102","amountFen":1}]}"#)
        let rent = try Rent.read(input)
        var writer = FieldWriter(personal: .setAside)
        rent.write(to: &writer)
        #expect(!JSON.object(writer.members).canonicalText.contains("王小明"))
        #expect(writer.personal.map(\.path) == ["name"])
        #expect(writer.personal.first?.value == .string("王小明"))
        #expect(JSON.object(rent.openFields) == input)
    }

    @Test("From the log a destroyed personal value is absent; in a command it is missing")
    func destroyed() throws {
        let input = try json(#"{"party":"p1"}"#)
        #expect(try Rent.read(input, notation: .logged).name.content == nil)
        #expect(throws: Rejection.self) { try Rent.read(input) }
    }

    @Test("A form's empty optional field is absent, and its amounts are yuan")
    func typed() throws {
        let input = try json(#"{"party":"p1","name":"王小明","start":" ","lines":[{"account":"102","amountFen":"1.50"}]}"#)
        let rent = try Rent.read(input, notation: .typed)
        #expect(rent.start == nil)
        #expect(rent.lines.first?.amount.fen == 150)
    }

    @Test("The same code that reads the fields documents them")
    func shapes() {
        #expect(Rent.shapes.map(\.name) == ["party", "name", "start", "lines"])
        #expect(Rent.shapes.map(\.isOptional) == [false, false, true, true])
        #expect(Rent.shapes[1].shape.isPersonal)
        guard case .list(let line) = Rent.shapes[3].shape.kind else {
            Issue.record("lines is a list")
            return
        }
        #expect(line.map(\.name) == ["account", "amountFen"])
        #expect(line[1].shape.unit == "fen")
    }

    @Test("Every kernel rejection has its own number and says in both languages what is wrong and what to do")
    func rejectionCatalogue() {
        let catalogue = KernelRejection.catalogue
        #expect(Set(catalogue.map(\.number)).count == catalogue.count)
        for reason in catalogue {
            #expect((1000...1199).contains(reason.number))
            for words in [reason.text, reason.next] {
                #expect(words.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                #expect(words.en.utf8.count > 5 && words.en.allSatisfy { $0.isASCII || "“”–—".contains($0) })
            }
        }
    }
}
