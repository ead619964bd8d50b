import Kernel
import TestSupport
import Testing
import Web

/// Forms as they arrive: read strictly, within limits, and nested as commands want them.
struct DecodingTests {
    static let urlencoded = "application/x-www-form-urlencoded"

    private func decode(_ text: String, limits: FormLimits = FormLimits()) throws -> DecodedForm {
        try FormDecoding.decode(Array(text.utf8), contentType: Self.urlencoded, limits: limits)
    }

    private func number(_ text: String, limits: FormLimits = FormLimits()) -> Int? {
        do {
            _ = try decode(text, limits: limits)
            return nil
        } catch { return (error as? Rejection)?.number }
    }

    @Test("A group of fields that was left empty altogether is absent; with one of them filled in it is there whole")
    func emptyGroup() throws {
        let none = try decode("_csrf=t&_key=k&use=a&schedule.annualFen=&schedule.good=%20&schedule.part.x=")
        #expect(none.arguments == ["use": "a"])
        let one = try decode("_csrf=t&_key=k&use=a&schedule.annualFen=&schedule.good=rice")
        #expect(one.arguments == ["use": "a", "schedule": ["annualFen": "", "good": "rice"]])
    }

    @Test("names nest into arguments, values stay as typed, the house's own fields are set apart")
    func nesting() throws {
        let form = try decode(
            "_csrf=t&_key=k&title=%E4%B8%9C%E6%B2%9F+1&lines%5B0%5D.amountFen=12.00&lines[1].amountFen=3&lines[1].side=debit&a.b.c=x"
        )
        #expect(form.csrfToken == "t" && form.key == "k")
        #expect(form.values["title"] == "东沟 1" && form.values["_csrf"] == nil)
        let expected: JSON = [
            "title": "东沟 1", "a": ["b": ["c": "x"]],
            "lines": [["amountFen": "12.00"], ["amountFen": "3", "side": "debit"]],
        ]
        #expect(form.arguments == expected)
    }

    @Test("a list may repeat its name, an unticked box is false, blank rows at the end are dropped")
    func listsFlagsRows() throws {
        let form = try decode(
            "tags[]=a&tags[]=b&_flags[]=agreed&_flags[]=seen&seen=true&r[0].x=1&r[1].x=&r[2].x=2&r[3].x=+&r[4].x=")
        #expect(form.arguments["tags"] == ["a", "b"] && form.values["tags[1]"] == "b")
        #expect(form.arguments["agreed"] == "false" && form.arguments["seen"] == "true")
        #expect(form.arguments["r"] == [["x": "1"], ["x": ""], ["x": "2"]])
        #expect(form.values["r[4].x"] == "")
    }

    @Test("line ends become one line feed, an empty body is an empty form")
    func lineEnds() throws {
        #expect(try decode("a=x%0D%0Ay%0Dz%0A").values["a"] == "x\ny\nz\n")
        #expect(try decode("").arguments == [:])
        #expect(try decode("&&a=1&").values == ["a": "1"])
    }

    @Test(
        "what is not a form of ours is refused with its number",
        arguments: [
            ("a=1&a=2", 1152), ("a=1&a.b=2", 1152), ("a[0]=1&a.b=2", 1152), ("a.b=1&a=2", 1152), ("a=%", 1150),
            ("a=%4", 1150),
            ("a=%zz", 1150), ("a=%00", 1150), ("a=%FF", 1151), ("a=%C3%28", 1151), ("a=%ED%A0%80", 1151),
            ("%FF=a", 1151),
            ("=x", 1155), ("a[=x", 1155), ("a[x]=x", 1155), ("a[-1]=x", 1155), ("a[01]=x", 1155), ("a[99999]=x", 1155),
            ("a..b=x", 1155), (".a=x", 1155), ("a.=x", 1155), ("a b=x", 1155), ("__proto__=x", 1155), ("_evil=x", 1155),
            ("名=x", 1155), ("a.b.c.d.e.f.g.h.i=x", 1155), ("a[0][0][0][0][0][0][0][0]=x", 1155),
        ])
    func refused(_ body: String, _ expected: Int) {
        #expect(number(body) == expected, "\(body)")
    }

    @Test("too much is refused: bytes, fields, one field")
    func limits() {
        let small = FormLimits(bodyBytes: 50, fields: 3, fieldBytes: 10)
        #expect(number(String(repeating: "a", count: 51), limits: small) == 1022)
        #expect(number("a=1&b=2&c=3&d=4", limits: small) == 1153)
        #expect(number("a=12345678901", limits: small) == 1154)
        #expect(number("a=1234567890", limits: small) == nil)
    }

    @Test("another content type is refused")
    func contentTypes() {
        for type in ["", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary="] {
            #expect(throws: Rejection.self) { try FormDecoding.decode([], contentType: type) }
        }
        #expect(throws: Never.self) {
            try FormDecoding.decode([], contentType: "Application/X-WWW-Form-Urlencoded; charset=UTF-8")
        }
    }

    @Test("a query is read like a form and refuses a name that comes twice")
    func query() throws {
        #expect(try FormDecoding.query("q=%E4%B8%9C&page=2&lang") == ["q": "东", "page": "2", "lang": ""])
        #expect(throws: Rejection.self) { try FormDecoding.query("a=1&a=2") }
        #expect(throws: Rejection.self) { try FormDecoding.query("a=%F") }
    }

    @Test("20,000 damaged forms are each read or refused, never worse, and what is read is within limits")
    func fuzz() throws {
        var random = SeededRandom(seed: 2_019)
        let seed = Array(
            "_csrf=t&title=%E4%B8%9C&lines[0].amountFen=12.00&lines[1].x=3&tags[]=a&tags[]=b&_flags[]=q&a.b=c%0D%0A"
                .utf8)
        var read = 0
        for _ in 0..<20_000 {
            guard let form = try? FormDecoding.decode(random.mutated(seed), contentType: Self.urlencoded) else {
                continue
            }
            read += 1
            #expect(form.arguments.object != nil)
            #expect(form.values.values.allSatisfy { !$0.utf8.contains(0) })
        }
        #expect(read > 1_000 && read < 19_000)
    }
}
