import Foundation
import Kernel
@testable import Registry
import Storage
import Testing
import Web

@Suite("Pages and data of the register")
struct PageTests {
    private let clerk = Principal(
        person: PersonID("zhang")!, role: .stationAgent, office: OfficeID("station")!,
        division: DivisionID("p140421100")!)

    private func register() throws -> TestRegister {
        let register = try TestRegister.small()
        try register.give(
            RegisterContract(
                contract: ContractID("c1")!, terms: TestRegister.terms(lessee: TestRegister.farmer)))
        try register.give(
            AuthenticateContract(contract: ContractID("c1")!, level: .township))
        return register
    }

    private func ask(
        _ register: TestRegister, _ target: String, _ language: Language = .chinese, query: [String: String] = [:],
        as principal: Principal? = nil, form: FormState = FormState()
    ) throws -> (Route, PageRequest)? {
        let table = try RouteTable(Registry.routes(database: register.database))
        guard case .found(let route, let parameters) = table.match("GET", target) else { return nil }
        let request = PageRequest(
            path: target, parameters: parameters, query: query, language: language, now: register.now,
            principal: principal, form: form, csrfToken: "token")
        return (route, request)
    }

    private func page(
        _ register: TestRegister, _ target: String, _ language: Language = .chinese, query: [String: String] = [:],
        as principal: Principal? = nil, form: FormState = FormState()
    ) throws -> String? {
        guard let (route, request) = try ask(register, target, language, query: query, as: principal, form: form)
        else { return nil }
        let result: PageResult
        switch route.handler {
        case .page(let handler): result = try handler(request)
        case .form(_, let handler, _): result = try handler(request)
        default: return nil
        }
        guard case .page(let page) = result else { return nil }
        return page.body.markup
    }

    private func data(_ register: TestRegister, _ target: String, query: [String: String] = [:]) throws -> JSON? {
        guard let (route, request) = try ask(register, target, query: query),
            case .json(_, let handler) = route.handler,
            case .json(let json) = try handler(request)
        else { return nil }
        return json
    }

    static let addresses = [
        "/places", "/places/p140421100201", "/organisations/tanba", "/assets", "/assets/field", "/contracts",
        "/contracts/c1", "/certificates/140421-2026-T-A2-00001", "/parameters",
    ]

    @Test("Every public page answers one question in both languages and shows no whole name", arguments: addresses)
    func publicPages(address: String) throws {
        let register = try register()
        for language in Language.allCases {
            let markup = try #require(try page(register, address, language))
            #expect(markup.components(separatedBy: "<h1>").count == 2)
            #expect(!markup.contains("王小明"))
        }
    }

    @Test("English pages have no Chinese words of ours: names apart, every label is translated")
    func english() throws {
        let register = try register()
        let names =
            ["潭坝村集体经济组织", "潭坝村村民委员会", "河东二十亩", "潭坝村", "韩店镇", "长治县", "长治市", "山西省", "第一村民小组", "王**"]
            + ["路", "渠", "河", "林"]
        for address in PageTests.addresses {
            var markup = try #require(try page(register, address, .english))
            for name in names { markup = markup.replacing(name, with: "") }
            let chinese = markup.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
            #expect(chinese.isEmpty, "\(address): \(String(String.UnicodeScalarView(chinese)))")
        }
    }

    @Test("A village's register says what it owns, who rents it, until when, at what price")
    func assets() throws {
        let markup = try #require(
            try page(try register(), "/assets", query: ["at": TestRegister.village.text]))
        for words in ["河东二十亩", "20 亩", "已出租", "王**", "2031年3月31日", "¥800.00"] {
            #expect(markup.contains(words), "\(words)")
        }
    }

    @Test("The certificate's page shows number, parties masked, object, term, price and prints")
    func certificate() throws {
        let markup = try #require(try page(try register(), "/certificates/140421-2026-T-A2-00001"))
        for words in [
            "140421-2026-T-A2-00001", "潭坝村集体经济组织", "王**", "河东二十亩", "2026年4月1日", "¥80,000.00", "首次出具",
        ] {
            #expect(markup.contains(words), "\(words)")
        }
        #expect(try page(try register(), "/certificates/140421-2026-T-A2-00002") == nil)
    }

    @Test("A name put right stands on the certificate beside the one it was printed with; the card shows both")
    func formerName() throws {
        let register = try register()
        let card = try #require(try register.read { try AssetQueries.find(TestRegister.field, in: $0) })
        var contents = CardContents(card)
        contents.name = "河东新地"
        try register.give(CorrectAsset(asset: TestRegister.field, contents: contents, reason: "笔误"))
        let certificate = try #require(try page(register, "/certificates/140421-2026-T-A2-00001"))
        #expect(certificate.contains("河东新地") && certificate.contains("资产曾用名"))
        #expect(certificate.contains("<dd>河东二十亩</dd>"))
        let shown = try #require(try page(register, "/assets/field"))
        for words in ["河东新地", "河东二十亩", "笔误", "更正经过", "href=\"/log/"] { #expect(shown.contains(words), "\(words)") }
    }

    @Test("A card offers its acts to the desks of its place, and none once it is retired")
    func acts() throws {
        let register = try TestRegister.small()
        let (correct, retire) = ("href=\"/assets/field/correct\"", "href=\"/assets/field/retire\"")
        let own = try #require(try page(register, "/assets/field", as: clerk))
        #expect(own.contains(correct) && own.contains(retire))
        let seen = try #require(try page(register, "/assets/field"))
        #expect(!seen.contains(correct) && !seen.contains(retire))
        try register.give(ReserveAsset(asset: TestRegister.field, lot: LotID("lot-1")!), by: .system)
        let held = try #require(try page(register, "/assets/field", as: clerk))
        #expect(held.contains(correct) && !held.contains(retire))
        try register.give(ReleaseAsset(asset: TestRegister.field, lot: LotID("lot-1")!), by: .system)
        try register.give(RetireAsset(asset: TestRegister.field, cause: .demolished, day: day("2026-03-01")))
        let retired = try #require(try page(register, "/assets/field", .english, as: clerk))
        #expect(retired.contains("This card is retired") && retired.contains("Demolished"))
        for end in ["correct", "retire", "dispute", "draft"] {
            #expect(!retired.contains("/assets/field/\(end)"), "\(end)")
        }
        #expect(try page(register, "/assets")?.contains("河东二十亩") == false)
        #expect(try page(register, "/assets", query: ["state": "retired"])?.contains("河东二十亩") == true)
        let data = try data(register, "/api/v1/assets/field")
        #expect(data?["status"]?.string == "retired")
    }

    @Test("A contract of 2017's code 140421 is listed under the code of 2019")
    func contractsByCode() throws {
        let register = try register()
        try register.give(
            ChangeDivisionCode(
                codeSystem: .statistical, oldCode: code("140421"), newCode: code("140404"), name: "上党区",
                asOf: day("2018-11-01"), kind: .rename))
        let markup = try #require(try page(register, "/contracts", query: ["code": "140404"]))
        #expect(markup.contains("/contracts/c1"))
        #expect(try data(register, "/api/v1/contracts", query: ["code": "140404000000"])?.array?.count == 1)
    }

    @Test("A form lists what the clerk is responsible for, keeps the input and says each problem beside its field")
    func forms() throws {
        let register = try register()
        let refused = RegistryRefusal.needsArea()
        let markup = try #require(
            try page(
                register, "/register/asset", as: clerk,
                form: FormState(values: ["name": "西坡"], rejections: [refused], key: "k1")))
        #expect(markup.contains("value=\"西坡\""))
        #expect(markup.contains("\(RegistryRefusal.needsArea.number)"))
        #expect(markup.contains("潭坝村集体经济组织"))
        #expect(markup.contains("value=\"token\"") && markup.contains("value=\"k1\""))
        for form in ["party", "organisation", "contract", "resolution", "parameter", "office"] {
            for language in Language.allCases {
                #expect(try page(register, "/register/\(form)", language, as: clerk)?.contains("<form") == true)
            }
        }
    }

    @Test("A form is offered to exactly those whom its command allows")
    func formRoles() throws {
        var commands: Set<String> = []
        for route in Registry.routes(database: try register().database) {
            guard case .form(let command, _, _) = route.handler else { continue }
            commands.insert(command)
            let verb = try #require(Registry.commands.first { $0.fullName == command })
            #expect(route.rule == .roles(verb.access.roles), "\(command)")
        }
        #expect(commands.contains(SetAssetDispute.fullName))
    }

    @Test("Everybody chooses among the places they are responsible for, and types none")
    func chosenPlace() throws {
        let register = try register()
        let typed = /<input type="text"[^>]*name="division"/
        let other = /name="division"[^>]*value="p14"|<option value="p14"/
        let administrator = Office.administrator.principal
        let form = try #require(try page(register, "/register/parameter", as: administrator))
        #expect(!form.contains(typed) && form.contains(other), "all places are the administrator's")
        let own = try #require(try page(register, "/register/parameter", as: clerk))
        #expect(!own.contains(typed) && !own.contains(other), "the province is not the clerk's")
    }

    @Test("Each form's fields are arguments of its command")
    func formFields() throws {
        let register = try register()
        for route in Registry.routes(database: register.database) {
            guard case .form(let command, let handler, _) = route.handler else { continue }
            let verb = try #require(Registry.commands.first { $0.fullName == command })
            let request = PageRequest(path: route.path, now: register.now, principal: clerk)
            guard case .page(let page) = try handler(request) else { continue }
            let names = page.body.markup.matches(of: /name="([a-zA-Z]+)[".\[]/).map { String($0.1) }
            let known = Set(verb.shapes.map(\.name))
            #expect(!names.isEmpty && known.isSuperset(of: names.filter { !$0.hasPrefix("_") }), "\(command)")
        }
    }

    @Test("Programs read the same facts, nothing personal")
    func json() throws {
        let register = try register()
        let asset = try #require(try data(register, "/api/v1/assets/field"))
        #expect(asset["status"]?.string == "leased" && asset["lessee"]?.string == "王**")
        #expect(asset["area"]?.integer == 200_000)
        let contract = try #require(try data(register, "/api/v1/contracts/c1"))
        #expect(contract["totalFen"]?.integer == 8_000_000)
        #expect(contract["instalments"]?.array?.count == 2)
        #expect(try data(register, "/api/v1/certificates/140421-2026-T-A2-00001")?["contract"]?.string == "c1")
        #expect(try data(register, "/api/v1/places", query: ["q": "潭坝"])?.array?.count == 1)
        #expect(try data(register, "/api/v1/places/p140421")?["code"]?.string == "140421")
        #expect(try data(register, "/api/v1/organisations/tanba")?["kind"]?.string == "collective")
        #expect(try data(register, "/api/v1/parameters")?.array?.count == ParameterKey.allCases.count)
        #expect(try data(register, "/api/v1/assets")?.array?.count == 1)
    }
}
