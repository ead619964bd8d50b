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

    /// Draws pictures of a page as a browser does (`apt install libvips-tools`).
    package static let drawsPictures = readsCodes && isThere("vips")

    /// What the code in a picture of a page says.
    package static func code(svg: String) throws -> String {
        try withFile(Array(svg.utf8)) { file in
            let picture = file.appendingPathExtension("png")
            defer { try? FileManager.default.removeItem(at: picture) }
            _ = try run("vips", ["copy", "\(file.path)[scale=6]", picture.path])
            return String(decoding: try run("zbarimg", ["-q", "--raw", picture.path]), as: UTF8.self)
                .trimmingCharacters(in: .newlines)
        }
    }

    /// What a page looks like: how dark each cell of a grid is, from 0 (white) to 9 (a third black), a line of the picture a line of text.
    /// Coarse enough that another version of the fonts' rasteriser draws the same.
    package static func picture(_ pdf: [UInt8], page: Int, columns: Int = 70, rows: Int = 99) throws -> [String] {
        let gray = try withFile(pdf) { file in
            try run("pdftoppm", ["-gray", "-r", "72", "-f", "\(page)", "-l", "\(page)", "-singlefile", file.path])
        }
        // A raw graymap: `P5`, width, height and 255, each ended by one blank, then a byte a pixel.
        let bytes = [UInt8](gray)
        var numbers: [Int] = []
        var at = 0
        while numbers.count < 4, at < bytes.count {
            let word = bytes[at...].prefix { !$0.isBlank }
            numbers.append(Int(String(decoding: word, as: UTF8.self)) ?? 0)
            at += word.count + 1
        }
        guard numbers.count == 4, bytes.starts(with: Array("P5".utf8)) else { return [] }
        let (width, height) = (numbers[1], numbers[2])
        guard width >= columns, height >= rows, bytes.count - at >= width * height else { return [] }
        return (0..<rows).map { row in
            let lines = (row * height / rows)..<((row + 1) * height / rows)
            return (0..<columns).map { column -> String in
                let cells = (column * width / columns)..<((column + 1) * width / columns)
                let light = lines.reduce(0) { sum, y in
                    cells.reduce(sum) { $0 + Int(bytes[at + y * width + $1]) }
                }
                return String(min(9, (255 - light / (lines.count * cells.count)) * 27 / 255))
            }.joined()
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

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
