import Attachments
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A paper over a line that is cut", .enabled(if: Program.isBuilt, "the program is not built"))
struct UploadLineTests {
    /// Sends a request with so many bytes of its body and hangs up; or waits for the answer, and gives it.
    @discardableResult
    private func send(_ head: String, _ body: ArraySlice<UInt8>, to port: UInt16, waits: Bool = false) throws -> String
    {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isOpen = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isOpen)
        let bytes = Array(head.utf8) + body
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        var (answer, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while waits {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private func head(_ method: String, _ path: String, _ token: String, _ fields: [String: String] = [:]) -> String {
        let all = fields.merging(["Tus-Resumable": "1.0.0", "Authorization": "Bearer \(token)"]) { $1 }
        let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        return "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\(lines)\r\n"
    }

    private func field(_ answer: String, _ name: String) throws -> String? {
        answer.firstMatch(of: try Regex("(?i)\r\n\(name): ([^\r]*)", as: (Substring, Substring).self))
            .map { String($0.1) }
    }

    /// From `offset` on all that is left is announced.
    private func patch(_ path: String, _ token: String, from offset: Int, of length: Int) -> String {
        head(
            "PATCH", path, token,
            [
                "Upload-Offset": "\(offset)", "Content-Type": "application/offset+octet-stream",
                "Content-Length": "\(length - offset)",
            ])
    }

    private func offset(_ path: String, _ token: String, at port: UInt16) throws -> Int {
        let look = try HTTPAnswer(head("HEAD", path, token), to: port).text
        let stands = try field(look, "Upload-Offset").flatMap { Int($0) }
        return try #require(stands, "\(look)")
    }

    /// 20 MB that begin like a PDF, no two stretches of them the same.
    private static let bytes: [UInt8] = {
        let block = (0..<65_536).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
        let all = (0..<320).flatMap { number in Array("%PDF-1.7 \(number) ".utf8) + block }
        return Array(all.prefix(20 << 20))
    }()

    @Test("20 MB over a line that is cut ten times, the server killed in between: one paper, byte for byte")
    func tenCuts() throws {
        let folder = try Folder()
        let arguments = ["--data", folder.path]
        var serving = try Serving(arguments)
        let token = try serving.signIn()
        let bytes = Self.bytes
        try #require(bytes.count == 20 << 20)
        let begun = try HTTPAnswer(
            head("POST", "/api/v1/uploads", token, ["Upload-Length": "\(bytes.count)", "Content-Length": "0"]),
            to: serving.port)
        #expect(begun.status == 201, "\(begun.text)")
        let path = try #require(try field(begun.text, "Location"))
        var offsets: [Int] = []
        for number in 0..<10 {
            let offset = try offset(path, token, at: serving.port)
            offsets.append(offset)
            // Never the whole: something is left for after the last cut.
            let end = min(offset + 1_700_000 + number * 1_000, bytes.count - 1)
            try send(patch(path, token, from: offset, of: bytes.count), bytes[offset..<end], to: serving.port)
            if number == 4 {
                serving.kill()
                serving = try Serving(arguments)
            }
        }
        #expect(offsets == offsets.sorted() && offsets.contains { $0 > 1_000_000 }, "\(offsets)")
        // What came before the last cut may still be on its way in: whoever is told 409 asks again.
        var mark: String?
        while mark == nil {
            let offset = try offset(path, token, at: serving.port)
            let answer = try send(
                patch(path, token, from: offset, of: bytes.count), bytes[offset...], to: serving.port, waits: true)
            mark = try field(answer, "Upload-Paper")
            try #require(mark != nil || answer.hasPrefix("HTTP/1.1 409"), "\(answer)")
        }
        #expect(mark == PaperStore.mark(of: bytes))
        serving.kill()
        let said = try Program.run("verify", "--data", folder.path)
        #expect(said.code == 0 && said.output.contains("1 papers, all unchanged"), "\(said.output)\(said.error)")
        let shelf = folder.url.appending(path: "papers/\(mark?.prefix(2) ?? "")")
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.path) == [mark ?? ""])
    }
}
