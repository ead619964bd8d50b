import Foundation

/// Reads a PDF back with programs of others (`apt install poppler-utils zbar-tools`).
package enum PDFTools {
    package static let areThere = ["pdftotext", "pdfinfo", "pdftoppm"].allSatisfy { isThere($0) }
    /// A reader of codes.
    package static let readsCodes = areThere && isThere("zbarimg")

    package static func text(_ pdf: [UInt8]) throws -> String {
        try withFile(pdf) { String(decoding: try run("pdftotext", ["-layout", $0.path, "-"]), as: UTF8.self) }
    }

    package static func pages(_ pdf: [UInt8]) throws -> Int? {
        let info = try withFile(pdf) { String(decoding: try run("pdfinfo", [$0.path]), as: UTF8.self) }
        return info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) }
    }

    /// What the codes on the first page say.
    package static func codes(_ pdf: [UInt8]) throws -> [String] {
        try withFile(pdf) { file in
            let picture = file.deletingPathExtension()
            defer { try? FileManager.default.removeItem(at: picture.appendingPathExtension("png")) }
            _ = try run("pdftoppm", ["-png", "-r", "150", "-singlefile", file.path, picture.path])
            let said = try run("zbarimg", ["-q", "--raw", picture.appendingPathExtension("png").path])
            return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    private static func isThere(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

    private static func withFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("qianmo-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file)
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readAll()
        process.waitUntilExit()
        return data
    }
}
