import Kernel
import Testing

@Suite("Codes") struct CodeTests {
    @Test(
        "A division code's level follows from its length, whatever zeros pad it",
        arguments: [
            ("140404000000", "140404", DivisionLevel.county), ("140404", "140404", .county),
            ("140404101", "140404101", .township),
            ("140404101201", "140404101201", .village), ("140404101201003", "140404101201003", .group),
            ("140000000000", "14", .province), ("140400", "1404", .prefecture),
        ])
    func levels(text: String, digits: String, level: DivisionLevel) throws {
        let code = try DivisionCode(text)
        #expect(code.digits == digits)
        #expect(code.level == level)
    }

    @Test("What is not a code is refused", arguments: ["", "1404", "14040x", "000000", "1404041012011", "一四零四零四"])
    func notACode(text: String) { #expect(throws: Rejection.self) { try DivisionCode(text) } }

    @Test("A village moves with its county")
    func moves() throws {
        let village = try DivisionCode("140421101201")
        let moved = try village.moved(from: DivisionCode("140421"), to: DivisionCode("140404"))
        #expect(moved?.digits == "140404101201")
        #expect(try village.moved(from: DivisionCode("140424"), to: DivisionCode("140405")) == nil)
        #expect(village.parent?.parent?.digits == "140421")
        #expect(try village.isWithin(DivisionCode("140421")))
    }

    @Test("A code written into a leaf comes back")
    func fieldRoundTrip() throws {
        for text in ["140000", "140400", "140404", "140404101", "140404101201"] {
            let code = try DivisionCode(text)
            #expect(try DivisionCode(field: code.field, notation: .logged) == code)
        }
    }

    @Test("Credit codes of every check character verify, 0 and Y among them, and no single changed character does")
    func creditCodes() throws {
        var checks: Set<Character> = []
        for serial in 0..<400 {
            let digits = String(serial)
            let first8 = String(repeating: "0", count: 8 - digits.count) + digits
            let organisation = try #require(CreditCode.organisationCode(first8))
            let code = try #require(CreditCode.completing("N2140404" + organisation))
            checks.insert(try #require(code.text.last))
            for position in [2, 9, 17] {
                var characters = Array(code.text)
                characters[position] = characters[position] == "7" ? "8" : "7"
                #expect(throws: Rejection.self) { try CreditCode(String(characters)) }
            }
        }
        #expect(checks.contains("0") && checks.contains("Y"))
    }

    @Test("Letters that a credit code may not have are refused")
    func forbiddenLetters() {
        for text in ["I2140404000000019X", "N214040400000001", ""] {
            #expect(throws: Rejection.self) { try CreditCode(text) }
        }
    }

    @Test("An identity number is checked, masked and never printed")
    func identityNumbers() throws {
        let number = try #require(IdentityNumber.completing("14040419700101" + "123"))
        #expect(number.revealed.count == 18)
        #expect("\(number)" == "•••")
        #expect(
            String(reflecting: Personal(number, of: try #require(DataSubject("p1")))).contains(number.revealed) == false
        )
        var dumped = ""
        dump(Personal(number, of: try #require(DataSubject("p1"))), to: &dumped)
        #expect(!dumped.contains(number.revealed))
        var changed = Array(number.revealed)
        changed[16] = changed[16] == "1" ? "2" : "1"
        #expect(throws: Rejection.self) { try IdentityNumber(String(changed)) }
        #expect(IdentityNumber.completing("14040419700231" + "123") == nil)
    }

    @Test("An identifier is plain, short and starts with a letter or digit")
    func identifiers() {
        for good in ["a", "lot-1", "village.tanba", "A_9"] { #expect(PersonID(good)?.text == good) }
        for bad in ["", "-a", "a b", "a/b", "张三", "a:b", String(repeating: "x", count: 65)] {
            #expect(PersonID(bad) == nil)
        }
    }
}
