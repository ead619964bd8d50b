import Kernel
@testable import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("The certificate on paper") struct CertificatePaperTests {
    private func register() throws -> TestRegister {
        let register = try TestRegister.small()
        try register.give(
            RegisterContract(contract: ContractID("c1")!, terms: TestRegister.terms(lessee: TestRegister.farmer)))
        try register.give(AuthenticateContract(contract: ContractID("c1")!, level: .township))
        return register
    }

    private func file(_ register: TestRegister, _ number: String = "140421-2026-T-A2-00001") throws -> [UInt8]? {
        let table = try RouteTable(Registry.routes(database: register.database))
        guard case .found(let route, let parameters) = table.match("GET", "/certificates/\(number)/paper.pdf"),
            case .file("application/pdf", let read) = route.handler
        else { return nil }
        let request = PageRequest(
            path: route.path, parameters: parameters, language: .english, now: register.now,
            origin: "https://lease.example.cn")
        guard case .file(let bytes, let name) = try read(request) else { return nil }
        #expect(name == "\(number).pdf")
        return bytes
    }

    @Test(
        "One page with number, parties as the public page shows them, parcel, area, term and price",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func text() throws {
        let register = try register()
        let bytes = try #require(try file(register))
        #expect(try PDFTools.pages(bytes) == 1)
        let text = try PDFTools.text(bytes)
        for words in [
            "农村产权交易鉴证书", "140421-2026-T-A2-00001", "潭坝村集体经济组织", "王**", "河东二十亩", "20 亩",
            "2026年4月1日 – 2031年3月31日", "¥800.00", "¥80,000.00", "2026年3月2日",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("王小明"))
        // Its number stands once, the price has its unit, and the village is found in its county.
        #expect(text.ranges(of: "140421-2026-T-A2-00001").count == 2, "under the title and in the address")
        #expect(text.contains("¥800.00/亩·年"))
        #expect(text.contains("长治县韩店镇潭坝村"))
    }

    @Test("Its code leads to the public page", .enabled(if: PDFTools.readsCodes, "needs poppler-utils and zbar-tools"))
    func code() throws {
        let bytes = try #require(try file(try register()))
        #expect(try PDFTools.codes(bytes) == ["https://lease.example.cn/certificates/140421-2026-T-A2-00001"])
    }

    @Test("Everyone who asks gets the same bytes, and a reprint changes none")
    func same() throws {
        let register = try register()
        let bytes = try #require(try file(register))
        try register.give(ReprintCertificate(contract: ContractID("c1")!, reason: "lost"))
        register.now = register.now.adding(days: 40)
        #expect(try file(register) == bytes)
        #expect(try file(register, "140421-2026-T-A2-00002") == nil)
    }
}
