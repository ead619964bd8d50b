import Foundation
import Kernel
import Testing
import Web

/// Forms: what was typed is kept, each problem stands beside its field, nothing secret comes back.
struct FormTests {
    static let years = Message(zh: "期限", en: "Term")
    static let price = Message(zh: "价格", en: "Price")
    static let submit = Message(zh: "提交", en: "Submit")

    private func render(_ state: FormState, _ fields: [FormField], _ language: Language = .english) -> String {
        FormBuilder(Rendered.request(language, path: "/lots/new", form: state), submit: Self.submit, fields)
            .html(language).markup
    }

    @Test("a form at first shows the values it was given")
    func first() {
        let markup = render(
            FormState(key: "k1"),
            [
                .money("priceFen", Self.price, value: Money(fen: 72_000_050)),
                .area("area", Self.years, value: Area(units: 205_000)),
            ])
        #expect(markup.contains("value=\"720000.50\"") && markup.contains("value=\"20.5\""))
        #expect(markup.contains("name=\"_key\" value=\"k1\"") && markup.contains("name=\"_csrf\" value=\"token\""))
        #expect(!markup.contains("callout"))
    }

    @Test("a refused form keeps what was typed, even what was emptied, and puts each problem beside its field")
    func refused() throws {
        let state = FormState(
            values: ["years": "30", "priceFen": ""],
            rejections: [
                KernelRejection.outOfRange(field: "years", lowest: 1, highest: 20).rejection,
                KernelRejection.unknownYear(year: 2031).rejection,
                KernelRejection.missing(field: "secretArgument").rejection,
            ])
        let markup = render(
            state, [.number("years", Self.years), .money("priceFen", Self.price, value: Money(fen: 100))])
        #expect(markup.contains("value=\"30\"") && !markup.contains("value=\"1.00\""))
        let form = try #require(markup.range(of: "<form"))
        let summary = markup[..<form.lowerBound]
        let body = markup[form.lowerBound...]
        #expect(summary.contains("<a href=\"#field-years\">Term</a>"))
        #expect(summary.contains("No. 1018") && summary.contains("No. 1006"))
        #expect(!summary.contains("No. 1008") && body.contains("No. 1008"))
        #expect(body.contains("aria-describedby=\"field-years-error\" aria-invalid=\"true\""))
        #expect(!body.contains("No. 1018"))
    }

    @Test("a problem in the third line of a list stands beside that line")
    func lines() {
        let state = FormState(
            values: ["lines[2].amountFen": "x"],
            rejections: [KernelRejection.badMoney(field: "amountFen").rejection.under("lines[2]")])
        let fields = (0..<3).map { FormField.money("lines[\($0)].amountFen", Self.price) }
        let markup = render(state, fields)
        #expect(markup.contains("id=\"field-lines-2--amountFen-error\""))
        #expect(markup.components(separatedBy: "field wrong").count == 2)
    }

    @Test("a password never comes back, a box that was unticked stays unticked")
    func secretsAndBoxes() {
        let state = FormState(values: ["password": "hunter2", "agreed": "false"], rejections: [])
        let markup = render(
            state, [.secret("password", Self.price), .checkbox("agreed", Self.years, value: true)])
        #expect(!markup.contains("hunter2") && !markup.contains(" checked"))
        #expect(markup.contains("name=\"_flags[]\" value=\"agreed\""))
    }

    @Test("of two forms on a page only the one that was sent shows what was typed and what was wrong")
    func twoForms() {
        let state = FormState(
            values: ["reason": "x"], rejections: [KernelRejection.tooLong(field: "reason", limit: 9).rejection])
        let sent = render(state, [.text("reason", Self.price)])
        let other = render(state, [.number("years", Self.years, value: 5)])
        #expect(sent.contains("No. 1009") && sent.contains("value=\"x\""))
        #expect(!other.contains("No. 1009") && other.contains("value=\"5\""))
        let elsewhere = FormBuilder(
            Rendered.request(.english, path: "/lots/new", form: state), action: "/withdraw", submit: Self.submit,
            [.text("reason", Self.price, value: "y")])
        #expect(elsewhere.html(.english).markup.contains("value=\"y\""))
    }

    @Test("four options are shown open, five as a list, and the chosen one is marked in both")
    func choices() {
        let options = (1...5).map { FormField.Option("o\($0)", "Option \($0)") }
        let state = FormState(values: ["a": "o2", "b": "o5"])
        let markup = render(
            state, [.choice("a", Self.years, Array(options.prefix(4))), .choice("b", Self.price, options)])
        #expect(markup.components(separatedBy: "type=\"radio\"").count == 5)
        #expect(markup.contains("value=\"o2\" required checked>"))
        #expect(markup.contains("<option value=\"o5\" selected>"))
    }

    @Test("a form with a file is sent as multipart")
    func files() {
        #expect(
            render(FormState(), [.file("f", Self.price, accept: ".csv")]).contains("enctype=\"multipart/form-data\""))
        #expect(!render(FormState(), [.text("t", Self.price)]).contains("enctype"))
    }

    @Test("the words of every rejection of this room are there in both languages")
    func rejectionWords() {
        var numbers: Set<Int> = []
        for reason in WebRejection.catalogue {
            #expect(numbers.insert(reason.number).inserted && (1150..<1180).contains(reason.number))
            for message in [reason.text, reason.next] {
                #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                #expect(!message.en.isEmpty && message.en.unicodeScalars.allSatisfy { $0.value < 0x3000 })
            }
            #expect((400..<500).contains(reason.kind.status))
        }
        #expect(Set(Rejection.Kind.allCases.map(\.status)).count == Rejection.Kind.allCases.count)
    }
}
