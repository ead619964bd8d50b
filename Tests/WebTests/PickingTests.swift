import Kernel
import Testing

@testable import Web

/// Choosing by name where a list would be too long: what the form sends, what it shows.
@Suite("Choosing by name") struct PickingTests {
    private static let villages = (1...40).map { FormField.Option("p\($0)", "\($0)号村") }

    private static func field(_ values: [String: String], count: Int = 40, optional: Bool = false) -> FormField {
        let request = PageRequest(path: "/f", now: Instant(milliseconds: 0), form: FormState(values: values))
        return .pick(
            "place", Message(zh: "村", en: "Village"), request, optional: optional,
            find: { words, limit in
                Array(villages.prefix(count).filter { words.isEmpty || $0.label.contains(words) }.prefix(limit))
            }, known: { id in villages.first { $0.value == id } })
    }

    private static func html(_ values: [String: String], count: Int = 40) -> String {
        let request = PageRequest(path: "/f", now: Instant(milliseconds: 0), form: FormState(values: values))
        return FormBuilder(request, submit: Message(zh: "交", en: "Send"), [field(values, count: count)])
            .html(.chinese).markup
    }

    private static func decode(_ body: String) throws -> DecodedForm {
        try FormDecoding.decode(Array(body.utf8), contentType: "application/x-www-form-urlencoded")
    }

    @Test("Few are a list, many are looked for, an only one is chosen already")
    func fewAndMany() {
        #expect(Self.html([:], count: 20).contains("<select"))
        #expect(Self.html([:]).contains("name=\"_find:place\""))
        #expect(!Self.html([:]).contains("type=\"radio\""))
        #expect(Self.html([:], count: 1).contains("value=\"p1\" required checked"))
    }

    @Test("What was found is offered, what was chosen stays, and an only find is chosen")
    func found() {
        let many = Self.html(["_find:place": "3", "place": "p8"])
        #expect(many.contains("value=\"p13\"") && many.contains("value=\"p8\" checked"))
        #expect(Self.html(["_find:place": "17"]).contains("value=\"p17\" checked"))
        #expect(Self.html(["_find:place": "山"]).contains("没有找到"))
    }

    @Test("A search gives no command: by its button, or with words nothing was found by yet")
    func looking() throws {
        #expect(try Self.decode("_find:place=17&_found:place=&place=").isLooking)
        #expect(try Self.decode("_find:place=17&_found:place=17&_look=place").isLooking)
        #expect(try !Self.decode("_find:place=17&_found:place=17&place=p17").isLooking)
        #expect(try !Self.decode("_find:place=&_found:place=&name=x").isLooking)
    }

    @Test("The fields of a search are kept with the form and are no arguments of the command")
    func arguments() throws {
        let form = try Self.decode("_find:rows[0].place=17&_found:rows[0].place=17&rows[0].place=p17")
        #expect(form.arguments == ["rows": [["place": "p17"]]])
        #expect(form.values["_find:rows[0].place"] == "17")
    }
}
