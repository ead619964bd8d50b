import Kernel
import Testing
import Web

/// Markup: nothing typed by a person becomes a tag, and everything we write is well formed.
struct MarkupTests {
    static let nasty = "张三\"o'\"><script>alert(1)</script>&amp;"

    @Test("a Chinese name with quotes and a script tag stays text, in content and in attributes")
    func escaping() {
        let html: HTML = "<b title=\"\(Self.nasty)\">\(Self.nasty)</b>"
        let escaped = "张三&quot;o&#39;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"
        #expect(html.markup == "<b title=\"\(escaped)\">\(escaped)</b>")
        #expect(MarkupChecker(html.markup).problems.isEmpty)
    }

    @Test("Words that run from right to left stand by themselves in content, and others as they are")
    func direction() {
        for name in ["ئەلى", "שרה", "علي حسن", "𞤀𞤁"] {
            #expect(HTML(text: name).markup == "<bdi>\(name)</bdi>")
            #expect(HTML.link(name, to: "/a").markup == "<a href=\"/a\"><bdi>\(name)</bdi></a>")
        }
        for name in ["张三", "Anna", "བཀྲ་ཤིས", "ᠮᠣᠩᠭᠣᠯ", "12"] { #expect(HTML(text: name).markup == name) }
    }

    @Test("No field of a form cuts what is pasted")
    func nothingCut() {
        let fields: [FormField] = [
            .text("a", Message(zh: "甲", en: "A"), limit: 20), .textarea("b", Message(zh: "乙", en: "B"), limit: 10),
            .secret("c", Message(zh: "丙", en: "C")),
        ]
        let request = PageRequest(path: "/", language: .english, now: Instant(milliseconds: 0))
        let markup = FormBuilder(request, submit: Message(zh: "好", en: "Send"), fields).html(.english).markup
        #expect(markup.contains("<textarea") && !markup.contains("maxlength"))
    }

    @Test("a link goes to this house, an anchor or https, and to nothing a script could hide in")
    func links() {
        for target in ["/lots", "#main", "https://gov.cn/x", "tel:12345", "?page=2"] {
            #expect(HTML.link("x", to: target).markup.hasPrefix("<a href="), "\(target)")
        }
        for target in [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\nscript:x", "//evil.example",
            "data:text/html,x",
            "/\\evil.example", "vbscript:x", "", "http:x",
        ] {
            #expect(HTML.link("x", to: target).markup == "x", "\(target)")
        }
    }

    @Test("nasty words in every component stay words", arguments: Language.allCases)
    func nastyComponents(_ language: Language) {
        let words = Message(zh: Self.nasty, en: Self.nasty)
        let text = HTML(text: Self.nasty)
        let form = FormState(
            values: ["name": Self.nasty, "note": Self.nasty, "pick": Self.nasty, "many": Self.nasty],
            rejections: [
                Rejection(number: 1, kind: .refused, text: words, next: words, basis: nil, field: "name"),
                Rejection(
                    number: 2, kind: .refused, text: words, next: words, basis: LegalBasis(words, source: "S1"),
                    field: Self.nasty),
            ], key: Self.nasty)
        let request = PageRequest(
            path: "/x", query: ["q": Self.nasty, "other": Self.nasty], language: language, now: Rendered.now,
            form: form,
            csrfToken: Self.nasty)
        let option = FormField.Option(Self.nasty, Self.nasty)
        let parts: [any Component] = [
            Headline(words, answer: text, note: words), Section(words, [Paragraph(words), Details(words, [text])]),
            DataTable(
                words, columns: [.init(words), .init(words, .number)], rows: [[text, text]], totals: [text, text]),
            EmptyState(words, hint: words, action: Action(words, to: "/")), FactList([.init(words, text, note: words)]),
            Timeline([.init(words, .stopped, at: Rendered.now, note: text)]), Callout(.info, words, words),
            Callout(Rejection(number: 9, kind: .refused, text: words, next: words)), Tag(words),
            Breadcrumb([.init(Self.nasty, "/x"), .init(Self.nasty)]), SearchBox(request, label: words, count: 3),
            Pager(request, pages: 3), StatTiles([.init(words, text, definition: words, to: "/x")]),
            BarChart(words, [.init(Self.nasty, 3, text: Self.nasty)]),
            LineChart(words, [.init(Rendered.now, 3, text: Self.nasty)]),
            ParcelMap(
                words,
                [.init(Self.nasty, [.init(east: 0, north: 0), .init(east: 9, north: 0), .init(east: 0, north: 9)])]),
            FormBuilder(
                request, submit: words, note: words,
                [
                    .text("name", words, hint: words), .textarea("note", words),
                    .choice("pick", words, [option]), .choice("many", words, Array(repeating: option, count: 5)),
                    .checkbox("box", words), .hidden("lot", Self.nasty), .money("m", words), .secret("s", words),
                    .file("f", words, accept: ".csv"),
                ]),
        ]
        let page = Page(named: Self.nasty, request, parts, liveSource: "/live?x=\(Self.nasty)")
        let site = Site(person: SignedInPerson(name: Self.nasty, office: Self.nasty))
        let markup = PageFrame.render(page, request, site: site).markup
        #expect(MarkupChecker(markup).problems == [])
        #expect(!markup.contains("<script>"))
        #expect(!markup.contains("alert(1)</script>"))
    }

    @Test(
        "the style page and the problem pages are well formed, with one h1 and a language", arguments: Language.allCases
    )
    func wellFormed(_ language: Language) {
        let request = Rendered.request(language)
        let pages = [
            StylePage.page(request), ProblemPage.notFound(request), ProblemPage.failed(request),
            ProblemPage.refused(KernelRejection.badIdentifier(field: "lot").rejection, request),
        ]
        for page in pages {
            let checker = MarkupChecker(PageFrame.render(page, request, site: Rendered.site).markup)
            #expect(checker.problems == [], "\(page.title)")
            #expect(checker.elements.filter { $0.name == "h1" }.count == 1, "\(page.title)")
            #expect(
                checker.elements.first { $0.name == "html" }?.attributes["lang"]
                    == (language == .chinese ? "zh-Hans" : "en"))
        }
    }

    @Test("every control of a form has a label")
    func labels() {
        let checker = MarkupChecker(Rendered.style(.chinese))
        let labelled = Set(checker.elements.compactMap { $0.name == "label" ? $0.attributes["for"] : nil })
        let controls = checker.elements.filter {
            ["input", "select", "textarea"].contains($0.name) && $0.attributes["type"] != "hidden"
        }
        #expect(controls.count > 12)
        for control in controls where !["radio", "checkbox"].contains(control.attributes["type"] ?? "") {
            #expect(labelled.contains(control.attributes["id"] ?? "?"), "\(control.attributes)")
        }
    }

    @Test("the checker itself sees what is wrong")
    func checker() {
        for bad in [
            "<p>", "<b></i>", "<a href=x>y</a>", "<p>a & b</p>", "<p style=\"color:red\">x</p>", "<script>x</script>",
            "<i id=\"a\"></i><i id=\"a\"></i>", "<label for=\"nobody\">x</label>", "<p><div></div></p>",
            "<b onclick=\"x\"></b>",
        ] {
            #expect(!MarkupChecker(bad).problems.isEmpty, "\(bad)")
        }
        #expect(MarkupChecker("<p>good &amp; well</p>").problems.isEmpty)
    }

    @Test("the frame shows sections by rule, the person, and sign-out as a form")
    func frame() throws {
        let admin = try #require(PersonID("admin"))
        let office = try #require(OfficeID("admin"))
        let root = try #require(DivisionID("root"))
        let principal = Principal(person: admin, role: .administrator, office: office, division: root)
        let signedIn = PageRequest(
            path: "/lots/L1", query: ["q": "地 & 水"], now: Rendered.now, principal: principal, csrfToken: "t")
        let site = Site(
            navigation: Rendered.site.navigation + [
                NavigationItem(Message(zh: "审核", en: "Review"), "/review", .roles([.stationReviewer]))
            ], person: SignedInPerson(name: "王会计", office: "塔坂村"))
        let page = Page(named: "标的", signedIn, ["<p>x</p>" as HTML])
        let markup = PageFrame.render(page, signedIn, site: site).markup
        #expect(markup.contains("账簿") && !markup.contains("审核"))
        #expect(markup.contains("<a href=\"/lots\" aria-current=\"page\">"))
        #expect(markup.contains("method=\"post\" action=\"/sign-out\""))
        #expect(markup.contains("lang=en&amp;q=%E5%9C%B0%20%26%20%E6%B0%B4"))
        #expect(!markup.contains("<script"))
        let publicPage = PageFrame.render(page, Rendered.request(.chinese), site: Rendered.site).markup
        #expect(!publicPage.contains("账簿") && publicPage.contains("/sign-in"))
    }
}
