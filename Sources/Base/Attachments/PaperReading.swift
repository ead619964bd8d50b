import Foundation
import Kernel

/// What stands on papers, read by tesseract in a process of its own; only for looking things up, never for what a paper says.
package struct PaperReading: Sendable {
    /// Of a PDF so many pages are read.
    private static let pages = 10
    private static let tool = "/usr/bin/tesseract"

    /// As tesseract names them: `chi_sim`, `chi_sim+eng`.
    let languages: String

    /// Nil where the machine has no tesseract, or not one of the languages.
    package init?(languages: String) {
        let named = languages.split(separator: "+", omittingEmptySubsequences: false)
        guard !named.isEmpty,
            named.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" } }),
            let said = try? Tool.run(PaperReading.tool, ["--list-langs"], environment: ["PATH": "/usr/bin:/bin"])
        else { return nil }
        let known = Set(String(decoding: said, as: UTF8.self).split(separator: "\n"))
        guard named.allSatisfy(known.contains) else { return nil }
        self.languages = languages
    }

    /// Letters and figures without what stands between them: tesseract puts blanks between Chinese characters.
    package static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The words of one page of a picture.
    func words(of picture: URL) throws -> String? {
        try PaperPictures.run(
            ["tesseract", picture.path, "stdout", "-l", languages], seconds: 120, more: ["OMP_THREAD_LIMIT": "1"])
    }

    /// What the document itself holds as text, or what is read off its pages.
    func words(ofDocument source: URL) throws -> String? {
        let last = "\(PaperReading.pages)"
        if let own = try PaperPictures.run(["pdftotext", "-l", last, source.path, "-"]),
            PaperReading.plain(own).count >= 20
        {
            return own
        }
        let folder = source.deletingLastPathComponent()
        guard
            try PaperPictures.run(
                [
                    "pdftoppm", "-r", "200", "-gray", "-png", "-l", last, source.path,
                    folder.appending(path: "page").path,
                ],
                seconds: 120) != nil
        else { return nil }
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("page") }
        return try pages.sorted().compactMap { try words(of: folder.appending(path: $0)) }.joined(separator: "\n")
    }

    /// A photo turned as the camera held it; a scan as large as letters need.
    func words(ofPicture source: URL) throws -> String? {
        let upright = source.deletingLastPathComponent().appending(path: "upright.png")
        guard try PaperPictures.run(["vipsthumbnail", source.path, "--size", "3000x3000>", "-o", upright.path]) != nil
        else { return nil }
        return try words(of: upright)
    }
}
