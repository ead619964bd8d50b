import Kernel
import TestSupport
import Testing
import Web

/// Files that come with a form: limited in number and size, known by their bytes, not by their names.
struct UploadTests {
    static let type = "multipart/form-data; boundary=XyZ"
    static let pdf = "%PDF-1.7 body"

    static func part(_ disposition: String, _ content: String) -> String {
        "--XyZ\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: text/html\r\n\r\n\(content)\r\n"
    }

    static let good =
        part("name=\"title\"", "东沟\r\n地") + part("name=\"file\"; filename=\"C:\\\\tmp\\\\决议;1.pdf\"", pdf)
        + part("name=\"empty\"; filename=\"\"", "") + "--XyZ--\r\n"

    private func decode(_ body: String, limits: FormLimits = .uploads, type: String = Self.type) throws -> DecodedForm {
        try FormDecoding.decode(Array(body.utf8), contentType: type, limits: limits)
    }

    private func number(_ body: String, limits: FormLimits = .uploads) -> Int? {
        do {
            _ = try decode(body, limits: limits)
            return nil
        } catch { return (error as? Rejection)?.number }
    }

    @Test("fields and files of an upload are read; a file's folder is forgotten, an empty file field is nothing")
    func good() throws {
        let form = try decode(Self.good)
        #expect(form.values == ["title": "东沟\n地"])
        let file = try #require(form.files.first)
        #expect(form.files.count == 1 && file.field == "file" && file.name == "决议;1.pdf" && file.kind == .pdf)
        #expect(String(decoding: file.bytes, as: UTF8.self) == Self.pdf)
        #expect(try decode(Self.good, type: "multipart/form-data;charset=utf-8; Boundary=\"XyZ\"").files.count == 1)
    }

    @Test(
        "what a file is, its first bytes say",
        arguments: [
            ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31] as [UInt8], FileKind.pdf), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0x50, 0x4B, 3, 4], .zip),
            (Array("代码,名称\r\n1,东".utf8), .csv),
            ([0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0x31], .csv), ([0x7F, 0x45, 0x4C, 0x46], nil), ([], nil),
            (Array("<html><script>".utf8), nil), (Array(" \n<svg onload=x>".utf8), nil),
            ([0xEF, 0xBB, 0xBF] + Array("<a>".utf8), nil),
            ([0x61, 0, 0x62], nil),
        ])
    func sniffing(_ bytes: [UInt8], _ kind: FileKind?) {
        #expect(FileKind.sniff(bytes) == kind)
    }

    @Test("a file of rows is an argument, in whatever encoding it came")
    func rows() throws {
        let text = "date,name\n2027-01-01,元旦\n"
        let encoded: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Self.gb18030]
        for bytes in encoded {
            let head = "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"2027.csv\"\r\n\r\n"
            let form = try FormDecoding.decode(
                Array(head.utf8) + bytes + Array("\r\n--XyZ--\r\n".utf8), contentType: Self.type, limits: .uploads)
            #expect(form.arguments["file"]?.string == text)
        }
    }

    private static let gb18030: [UInt8] =
        Array("date,name\n2027-01-01,".utf8) + [0xD4, 0xAA, 0xB5, 0xA9] + Array("\n".utf8)

    @Test("too many files, too large ones and kinds not asked for are refused")
    func limits() {
        let one = Self.part("name=\"f\"; filename=\"a.pdf\"", Self.pdf)
        let tight = FormLimits(files: 1, fileBytes: 20, fileKinds: [.pdf])
        #expect(number(one + "--XyZ--", limits: tight) == nil)
        #expect(number(one + one + "--XyZ--", limits: tight) == 1158)
        let large = Self.part("name=\"f\"; filename=\"a.pdf\"", Self.pdf + String(repeating: "x", count: 20))
        #expect(number(large + "--XyZ--", limits: tight) == 1157)
        let page = Self.part("name=\"f\"; filename=\"a.pdf\"", "<html>")
        #expect(number(page + "--XyZ--", limits: tight) == 1159)
        #expect(number(one + "--XyZ--", limits: FormLimits()) == 1158)
    }

    @Test(
        "an upload that is cut off or malformed is refused whole",
        arguments: [
            "", "--XyZ", "--XyZ\r\n", "--XyZ--x", "preamble\r\n--XyZ--", "--XyZ\r\n\r\nno head\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", "--XyZ\r\nA: b\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\n--XyZ\r\n--XyZ--",
        ])
    func malformed(_ body: String) {
        #expect(number(body) == 1156, "\(body)")
    }

    @Test("a field of an upload obeys the rules of every form")
    func fields() {
        #expect(number(Self.part("name=\"a\"", "1") + Self.part("name=\"a\"", "2") + "--XyZ--") == 1152)
        #expect(number(Self.part("name=\"a b\"", "1") + "--XyZ--") == 1155)
        #expect(number(Self.part("name=\"a\"", "\u{0}") + "--XyZ--") == 1150)
    }

    @Test("20,000 damaged uploads are each read or refused, never worse")
    func fuzz() {
        var random = SeededRandom(seed: 705)
        let seed = Array(Self.good.utf8)
        var read = 0
        for _ in 0..<20_000 {
            guard let form = try? FormDecoding.decode(random.mutated(seed), contentType: Self.type, limits: .uploads)
            else {
                continue
            }
            read += 1
            #expect(form.files.count <= 5)
            #expect(form.files.allSatisfy { !$0.name.contains("/") && !$0.name.contains("\\") })
        }
        #expect(read > 500 && read < 19_500)
    }
}
